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
    """How many CPU cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def kept() -> Iterator[ProcessPoolExecutor]:
    """Within this, processes that were begun for one piece of work do the next one too."""
    known = _processes.get()
    if known is not None:
        yield known
        return
    with ProcessPoolExecutor(cores(), multiprocessing.get_context("spawn")) as pool:  # they begin once there is work
        before = _processes.set(pool)
        try:
            yield pool
        finally:
            _processes.reset(before)


def run(tasks: Sequence[Task], large: bool) -> list[Any]:
    """The results in the order of the tasks. The first error is raised, and what has not begun does not begin."""
    with begun(tasks, large) as done:
        return done()


@contextmanager
def begun(tasks: Sequence[Task], large: bool) -> Iterator[Callable[[], list[Any]]]:
    """The same while the block goes on, in the order in which blocks begin their work; the results are there when they
    are asked for. What is not `large` is done then."""
    if not large or cores() == 1:
        yield lambda: [work(*given) for work, given in tasks]
        return
    with kept() as pool:
        pieces = [pool.submit(work, *given) for work, given in tasks]
        try:
            yield lambda: [piece.result() for piece in pieces]
        finally:
            for piece in pieces:
                piece.cancel()


@contextmanager
def beside(task: Task) -> Iterator[Future[Any]]:
    """One piece of work in a process of its own, while the block goes on; its result is there when it is asked for."""
    work, given = task
    with kept() as pool:
        piece = pool.submit(work, *given)
        try:
            yield piece
        finally:
            piece.cancel()
