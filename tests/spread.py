"""How the tests are spread over the cores of a machine: `make test` asks for it, plain `pytest` runs in one process.

A file goes to one worker as a whole, because its servers, browsers and homes are made once a file. The dearest files
begin first, so that no core is left alone with one of them at the end. Files whose tests start many processes of their
own are one share: two of them at once would starve each other.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    import pytest

MOST = 4
"""Workers at most: each holds its own servers and half a gigabyte."""

PROCESSES = (
    "tests/pipelines/test_schedule.py",
    "tests/pipelines/test_reread_dask.py",
    "tests/pipelines/test_workers.py",
    "tests/pipelines/test_prefect_server.py",
    "tests/pipelines/test_daily.py",
)
"""Servers, workers and runs as processes beside the tests."""

DEAREST = (
    "tests/dashboards/test_browser.py",
    "tests/pipelines/publish/test_carried.py",
    "tests/pipelines/publish/test_touched.py",
    "tests/pipelines/korean/test_cued.py",
    "tests/pipelines/test_cli.py",
    "tests/pipelines/publish/test_release.py",
    "tests/pipelines/crawl/test_health.py",
    "tests/pipelines/crawl/test_hostile_answers.py",
    "tests/pipelines/test_backup.py",
    "tests/pipelines/crawl/test_replay.py",
)
"""Other files of twenty and more seconds of CPU, most first."""


def workers() -> int:
    """One for each core we may use; none beside this process where there is only one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 0 if cores == 1 else min(cores, MOST)


def share(file: str) -> str:
    """What must stay together with a file."""
    return "processes" if file in PROCESSES else file


def rank(file: str) -> int:
    """The place of a file among those that begin first."""
    first = (*PROCESSES, *DEAREST)
    return first.index(file) if file in first else len(first)


class Spread(LoadScopeScheduling):
    """Shares in the order in which the tests are collected, not the file with the most tests first."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return share(nodeid.partition("::")[0])
