"""One worker process over made outlets: crawl, extract, merge, publish over a store that others may share.

Started by `load.start` with one JSON object: home, store, catalogue, workers, pace (seconds), moment, until (a stage),
go (a file to wait for, so that several begin together). Prints one JSON line: each stage's tally, its CPU
milliseconds, and the most memory the process had. With a `moment` time stands still there, so that the digests of
different runs can be compared byte for byte.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipelines import stages
from pipelines.crawl.stage import CrawlTally, ask_all, choose, desk
from pipelines.opening import opened
from pipelines.settings import Settings
from sources.catalogue import load


class Made(Settings):
    """Settings whose clock may stand still."""

    moment: str = ""

    def now(self) -> datetime:
        return datetime.fromisoformat(self.moment) if self.moment else super().now()


def crawl(settings: Settings, pace: float) -> CrawlTally:
    """What `stages.crawl` does, at any pace."""
    outlets = {name: replace(source, pace_seconds=pace) for name, source in load(settings.catalogue).items()}
    with opened(settings) as store, desk(store, settings, allow_private=True) as shared:
        return ask_all(choose(store, outlets, now=settings.now()), shared, settings.workers)


def main(given: dict[str, Any]) -> None:
    pace, until, go = given.pop("pace", 0.0), given.pop("until", ""), given.pop("go", "")
    settings = Made(contact="a@example.com", **given)
    if go:
        Path(f"{go}.{os.getpid()}").touch()
        while not Path(go).exists():
            time.sleep(0.02)
    began = datetime.now(UTC)
    steps: dict[str, Callable[[], Any]] = {
        "crawl": lambda: crawl(settings, pace),
        "extract": lambda: stages.extract(settings),
        "merge": lambda: stages.merge(settings, since=began),
        "publish": lambda: stages.publish(settings),
    }
    report: dict[str, Any] = {}
    for stage, step in steps.items():
        cpu = time.process_time()
        tally = stages.summary(step())
        report[stage] = {**tally, "cpu_ms": round((time.process_time() - cpu) * 1000)}
        if stage == until:
            break
    report["most_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(report), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
