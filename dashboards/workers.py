"""Independent pieces of work on all cores, for releases large enough to be worth it.

Processes are spawned, not forked: a flow may run among the threads of Prefect. A new one needs about a
second to begin, so small work stays in this process.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

Task = tuple[Callable[..., Any], tuple[Any, ...]]
"""A function of a module, and what it is called with; both can be sent to another process."""


def run(tasks: Sequence[Task], large: bool) -> list[Any]:
    """The results in the order of the tasks. The first error is raised, and what has not begun does not begin."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not large or cores == 1:
        return [work(*given) for work, given in tasks]
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        begun = [pool.submit(work, *given) for work, given in tasks]
        try:
            return [piece.result() for piece in begun]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
