"""A release from a made store: how long and how much memory it takes, and the next day's.

Bar (issue 7): from 1,000,000 articles, 100,000 events and 40,000 organisations at most 10 minutes on two cores and
1.5 GB; the next day's at most 60 s.

    python tests/bench/bench_release.py                              20,000 articles
    python tests/bench/bench_release.py --articles 1000000
    python tests/bench/bench_release.py --articles 1000000 --home DIR --only "next day"      one step, in a kept home
    python tests/bench/bench_release.py --profile                    where the time of the first release goes

The store is `made_store.py`. On the next day 1 in 1,000 articles is new and twenty events have moved. Each step is a
process of its own. Printed for each: wall and CPU s (workers included) of the whole and of its stages, peak MB of the
process and of its largest worker (two work at once on two cores); at the end files carried over and the bytes of
today's page.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parent)]

STEPS = ("made store", "first release", "next day", "same again")
STAGES = (  # what is timed by itself (`_fill`: pages, exports and the promises of tables): a module and its function
    ("pipelines.publish.stage", "of_touched"), ("pipelines.publish.making.Making", "whole"),
    ("pipelines.publish.stage", "_digest"), ("pipelines.publish.stage", "_fill"),
    ("pipelines.publish.stage", "check"), ("pipelines.publish.manifest", "write"),
)  # fmt: skip
SEOUL = timezone(timedelta(hours=9))


@dataclass(frozen=True)
class Outlet:
    """As the catalogue tells of one."""

    name: str
    home: str = "https://o.example.com/"
    kind: str = "local_newspaper"
    region: str = "강원특별자치도"
    tier: Any = "facts"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--home", type=Path, help="a folder that stays; steps that are done are not done again")
    options.add_argument("--only", choices=STEPS)
    options.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options.add_argument("--profile", action="store_true")
    given = options.parse_args()
    if given.step:
        _step(given.step, given.home, given.articles, given.profile)
        return
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder)
        home.mkdir(exist_ok=True)
        for step in (given.only,) if given.only else STEPS[: 2 if given.profile else None]:
            again = [sys.executable, str(HERE), "--step", step, "--home", str(home), "--articles", str(given.articles)]
            subprocess.run([*again, *(["--profile"] if given.profile else [])], check=True)
        if (home / "published/current").exists():
            _sizes((home / "published/current").resolve())


def _step(step: str, home: Path, articles: int, profile: bool) -> None:
    import made_store

    from store.session import open_store, sqlite_address

    address = sqlite_address(home)
    if step == "made store":
        open_store(address).close()
        made_store.fill(home / "store.db", articles)
        return
    if step == "next day":
        made_store.another_day(home / "store.db", articles)
    day = datetime.combine(made_store.TODAY, datetime.min.time(), SEOUL) + timedelta(hours=7)
    store = open_store(address)
    work = partial(_publish, store, home, day if step == "first release" else day + timedelta(days=1))
    if profile and step != "made store":
        import cProfile

        cProfile.runctx("work()", {}, {"work": work}, sort=2)
    else:
        _timed(step, work)
    store.close()


def _publish(store: Any, home: Path, day: datetime) -> Any:
    from pipelines.publish import stage
    from store import touched

    outlets = {f"o{n:03}": Outlet(f"신문{n}") for n in range(100)}
    with store.begin() as session:
        result = stage.publish(session, home / "published", day, outlets=outlets, live=True)
    if result.mark is not None:
        with store.begin() as session:
            touched.settle(session, result.mark, result.version)
    return result


def _timed(name: str, work: Any) -> None:
    """Wall and CPU (with the workers'), and the peaks of this process and of the largest worker."""
    spent = _watched()
    wall, cpu = _clocks()
    result = work()
    wall, cpu = (now - then for now, then in zip(_clocks(), (wall, cpu), strict=True))
    own, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    counts = ", ".join(f"{result.counts[name]:,} {name}s" for name in ("article", "event", "organisation"))
    said = result.folder.name if result.released else result
    print(
        f"{name:15} {wall:7.1f} s wall {cpu:7.1f} CPU s   {own:5.0f} MB, worker {worker:4.0f} MB peak   {said}\n"
        f"{'':15} {counts}",
        *(f"{name:>25}: {of[0]:6.1f} s wall {of[1]:7.1f} CPU s" for name, of in spent.items()),
        f"{'load':>25}: {os.getloadavg()[0]:6.1f}", sep="\n", flush=True,
    )  # fmt: skip


def _clocks() -> tuple[float, float]:
    """Wall and CPU s, those of workers that still live included."""
    ticks = os.sysconf("SC_CLK_TCK")
    stats = [Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split() for child in active_children()]
    return time.perf_counter(), sum(os.times()[:4]) + sum(int(n) for stat in stats for n in stat[11:15]) / ticks


def _watched() -> dict[str, list[float]]:
    """Wall and CPU s of each stage, filled as they run."""
    spent: dict[str, list[float]] = {}
    for module, name in STAGES:
        holder = _holder(module)
        times = spent.setdefault(f"{module.rpartition('.')[2]}.{name}", [0.0, 0.0])
        setattr(holder, name, _watching(getattr(holder, name), times))
    return spent


def _holder(name: str) -> Any:
    """A module, or a class of one."""
    above, _, last = name.rpartition(".")
    return getattr(importlib.import_module(above), last) if last[0].isupper() else importlib.import_module(name)


def _watching(work: Any, spent: list[float]) -> Any:
    def watched(*given: Any, **named: Any) -> Any:
        begun = _clocks()
        try:
            return work(*given, **named)
        finally:
            spent[:] = [before + now - then for before, now, then in zip(spent, _clocks(), begun, strict=True)]

    return watched


def _sizes(release: Path) -> None:
    files = [path for path in release.rglob("*") if path.is_file()]
    shared = sum(1 for path in files if path.stat().st_nlink > 1)
    front = (release / "index.html").stat().st_size
    print(f"{len(files):,} files, {shared:,} carried over from the day before; today's page {front:,} bytes")


if __name__ == "__main__":
    main()
