"""Independent pieces of work on all cores, for releases large enough to be worth it.

Processes are spawned, not forked: a flow may run among the threads of Prefect. A new one needs about a
second to begin, so small work stays in this process, and what is done within `kept` shares its processes.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

Task = tuple[Callable[..., Any], tuple[Any, ...]]
"""A function of a module, and what it is called with; both can be sent to another process."""

_processes: ContextVar[ProcessPoolExecutor | None] = ContextVar("processes", default=None)


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def kept() -> Iterator[None]:
    """Within this, processes that were begun for one piece of work do the next one too."""
    with _pool() as pool:  # begins processes only once there is work
        before = _processes.set(pool)
        try:
            yield
        finally:
            _processes.reset(before)


@contextmanager
def _pool() -> Iterator[ProcessPoolExecutor]:
    known = _processes.get()
    if known is not None:
        yield known
        return
    with ProcessPoolExecutor(cores(), multiprocessing.get_context("spawn")) as pool:
        yield pool


def run(tasks: Sequence[Task], large: bool) -> list[Any]:
    """The results in the order of the tasks. The first error is raised, and what has not begun does not begin."""
    if not large or cores() == 1:
        return [work(*given) for work, given in tasks]
    with _pool() as pool:
        begun = [pool.submit(work, *given) for work, given in tasks]
        try:
            return [piece.result() for piece in begun]
        except BaseException:
            for piece in begun:
                piece.cancel()
            raise


@contextmanager
def beside(task: Task) -> Iterator[Future[Any]]:
    """One piece of work in a process of its own, while the block goes on; its result is there when it is asked for."""
    work, given = task
    with _pool() as pool:
        piece = pool.submit(work, *given)
        try:
            yield piece
        finally:
            piece.cancel()
