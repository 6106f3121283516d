"""kill -9, full disks and lost databases at random moments: `python tests/crash.py [KILLS]` prints what became of it.

Served outlets on loopback are read by real processes. Each home is struck a number of times, then runs once more
undisturbed; its rows and its digest must be those of a home that was never struck, its archive whole. Kinds:

* crawl, extract, merge, publish   the run is killed at a random moment of that stage, on SQLite and on PostgreSQL
* server                           `dure serve` is killed while a release lands and readers ask; started again
* schedule                         of `dure schedule`: the run's process, the runner or Prefect's server, in turn
* worker                         one of two `dure worker` over a PostgreSQL, with its run; the other takes over
* disk full                        a small tmpfs fills up during the run, then grows (needs the right to mount)
* database gone                    the SQLite file removed, or locked for longer than we wait; PostgreSQL crashed

Twelve kills by default, 100 for the bar; `--only stages 80`: so many of that kind alone (stages, server, schedule or
worker), so that the bar can be met in parts. Exit 1 where a home is not whole or an error was not one clear sentence.
Ended by SIGTERM it shows what it has so far, and leaves no server behind.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT.parent), str(ROOT), str(ROOT / "pipelines"), str(ROOT / "pipelines" / "crawl")]

from crashing import (  # noqa: E402
    STAGES,
    START,
    Home,
    Postgres,
    Whole,
    bytes_of,
    grow,
    locked_store,
    remove_store,
    small_disk,
)  # fmt: skip
from crashing_servers import kill_scheduled, kill_server  # noqa: E402
from crashing_workers import Pool, kill_workers  # noqa: E402
from databases import fresh_database  # noqa: E402
from served_world import ServedWorld, served  # noqa: E402

from store.session import BUSY_SECONDS  # noqa: E402

OUTLETS, POSTS = 3, 6
A_HOME = ("crawl", "crawl", "extract", "merge", "publish", "extract", "merge", "publish")
"""The kills of one home, in this order, so that each stage still has work when it is struck."""


@dataclass
class Table:
    """What was done and what became of it. `wrong`: everything that must not be."""

    struck: Counter[str] = field(default_factory=Counter)
    homes: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def judge(self, kind: str, why: str) -> None:
        self.homes[kind] += 1
        self.whole[kind] += not why
        if why:
            self.wrong.append(f"{kind}: {why}")
        print(f"{kind}: {why or 'whole'}", flush=True)

    def show(self) -> None:
        for kind, count in self.struck.items():
            print(f"{kind:28} {count:4} times")
        for kind, count in self.homes.items():
            print(
                f"{kind:28} {self.whole[kind]:4} of {count} homes whole: same rows, same digest, archive without a flaw"
            )
        for line in self.wrong:
            print(f"WRONG {line}")


@dataclass
class Bench:
    """The world, the folder of all homes, and what an undisturbed run left."""

    folder: Path
    world: ServedWorld
    environment: dict[str, str]
    chance: random.Random
    table: Table = field(default_factory=Table)
    seconds: dict[str, float] = field(default_factory=dict)
    homes: int = 0

    def home(self, store: str = "") -> Home:
        self.homes += 1
        return Home(self.folder / f"home{self.homes}", self.environment, store)

    def undisturbed(self) -> Whole:
        """One run that nothing happens to; it also says how long each stage takes."""
        from pipelines.opening import opened
        from pipelines.settings import Settings
        from store import runs

        home = self.home()
        ended = home.run()
        assert ended.code == 0, ended.said
        with opened(Settings(home=home.folder)) as store, store.begin() as session:
            self.seconds = dict(runs.runs(session, 1)[0].seconds)
        return Whole.of(home)

    def moment(self, stage: str) -> float:
        return self.chance.uniform(0, self.seconds[stage])


def finish(bench: Bench, kind: str, home: Home, whole: Whole) -> None:
    """The last run of a home, and whether it is whole then."""
    ended = home.run()
    bench.table.judge(kind, whole.differs(home) if ended.code == 0 else f"exit {ended.code}: {ended.said[-300:]}")


def killed_stages(bench: Bench, whole: Whole, kills: int, address: Callable[[], str]) -> None:
    """Homes of up to eight kills each, every third on PostgreSQL."""
    left = kills
    while left > 0:
        store = address() if bench.homes % 3 == 2 else ""
        kind = "PostgreSQL" if store else "SQLite"
        home = bench.home(store)
        for stage in A_HOME[:left] if left < len(A_HOME) else A_HOME:
            hit = home.kill(stage, bench.moment(stage))
            if hit:
                bench.table.struck[f"kill -9 in {hit}"] += 1
                left -= 1
        finish(bench, f"killed stages, {kind}", home, whole)


def full_disks(bench: Bench, whole: Whole, shares: list[float]) -> None:
    """A disk that holds a share of what a run leaves; while it works, the logs of the databases need as much again."""
    needed = bytes_of(bench.folder / "home1")
    for share in shares:
        home = bench.home()
        with small_disk(home.folder, max(65_536, int(needed * share))):
            ended = home.run()
            kind = "disk full"
            bench.table.struck[f"disk full in {ended.stage}" if ended.code else "disk just large enough"] += 1
            if ended.code and not ended.one_sentence:
                bench.table.wrong.append(f"{kind} at {share:.2f}: exit {ended.code}, said {ended.said[-1500:]}")
            grow(home.folder)
            finish(bench, kind, home, whole)


def lost_stores(bench: Bench, whole: Whole, stages: Iterator[str] | list[str]) -> None:
    """The SQLite file is removed while a stage works."""
    for stage in stages:
        home = bench.home()
        for running in home.struck(stage):
            time.sleep(bench.moment(stage) / 4)
            remove_store(home)
            ended = home.ended(running)
            bench.table.struck["store removed"] += 1
            # what had already been written may have been the last of it: then the run ends well, with its digest out
            if ended.code and not ended.one_sentence:
                bench.table.wrong.append(f"store removed in {stage}: exit {ended.code}, said {ended.said[-1500:]}")
        finish(bench, "store removed", home, whole)


def locked_stores(bench: Bench, whole: Whole) -> None:
    """Another program holds the store: shortly, then for longer than we wait."""
    for seconds, goes_on in ((2, True), (BUSY_SECONDS + 10, False)):
        home = bench.home()
        for running in home.struck("extract"):
            with locked_store(home):
                time.sleep(seconds)
            ended = home.ended(running)
            bench.table.struck[f"store locked for {seconds} s"] += 1
            if (ended.code == 0) is not goes_on or not (goes_on or ended.one_sentence):
                bench.table.wrong.append(f"store locked {seconds} s: exit {ended.code}, said {ended.said[-1500:]}")
        finish(bench, "store locked", home, whole)


def crashed_postgres(bench: Bench, whole: Whole, server: Postgres, stages: list[str]) -> None:
    """PostgreSQL goes away while a stage works, and comes back."""
    for stage in stages:
        home = bench.home(fresh_database(server.address))
        for running in home.struck(stage):
            time.sleep(bench.moment(stage) / 4)
            server.crash()
            ended = home.ended(running)
            bench.table.struck[f"PostgreSQL gone in {ended.stage}"] += 1
            if ended.code and not ended.one_sentence:
                bench.table.wrong.append(f"PostgreSQL gone in {stage}: exit {ended.code}, said {ended.said[-1500:]}")
            server.start()
        finish(bench, "PostgreSQL gone", home, whole)


def killed_workers(bench: Bench, whole: Whole, kills: int, address: Callable[[], str]) -> None:
    """Two workers over one PostgreSQL, each with a home of its own; one of them dies."""

    def pair() -> tuple[Home, Home]:
        store = address()
        return bench.home(store), bench.home(store)

    pool = Pool(bench.folder / "pool", bench.environment)
    for what, why, left in kill_workers(pool, pair, kills, bench.chance, bench.seconds):
        bench.table.struck[what] += 1
        bench.table.wrong += [why] if why else []
        finish(bench, "worker", left, whole)


Kills = Callable[[Home, int, random.Random], Iterator[tuple[str, str]]]
LONG: dict[str, Kills] = {"server": kill_server, "schedule": kill_scheduled}


def killed_long(bench: Bench, whole: Whole, kills: int, kind: str) -> None:
    """One home whose processes run for long, struck time and again."""
    home = bench.home()
    for what, why in LONG[kind](home, kills, bench.chance):
        bench.table.struck[what] += 1
        bench.table.wrong += [why] if why else []
        print(f"{what}: {why or 'goes on'}", flush=True)
    finish(bench, kind, home, whole)


def may_mount() -> bool:
    return os.geteuid() == 0


def main(kills: int, only: str = "") -> int:
    with tempfile.TemporaryDirectory(prefix="dure-crash-") as name, served(OUTLETS, START, posts=POSTS) as world:
        folder = Path(name)
        environment = {
            "DURE_CLOCK": START.isoformat(), "DURE_CONTACT": "tests@example.com", "DURE_ALLOW_PRIVATE": "true",
            "DURE_CATALOGUE": str(world.catalogue(folder / "catalogue")),
        }  # fmt: skip
        bench = Bench(folder, world, environment, random.Random(kills))
        server = Postgres(folder / "postgres")
        try:
            if only:
                strike_one(bench, server, kills, only)
            else:
                strike(bench, server, kills)
        finally:
            server.close()
            bench.table.show()
    return 1 if bench.table.wrong else 0


def strike(bench: Bench, server: Postgres, kills: int) -> None:
    """Everything that happens, in order."""
    whole = bench.undisturbed()
    more = kills >= 50
    servers, schedules, workers = max(1, kills // 10), max(1, kills // 16), max(1, kills // 16)
    if may_mount():
        full_disks(bench, whole, [0.2, 0.5, 0.8, 0.95, 1.1, 1.25] if more else [0.3, 1.0])
    lost_stores(bench, whole, list(STAGES) if more else ["extract"])
    locked_stores(bench, whole)
    crashed_postgres(bench, whole, server, list(STAGES) if more else ["extract"])
    killed_long(bench, whole, servers, "server")
    killed_long(bench, whole, schedules, "schedule")
    killed_workers(bench, whole, workers, lambda: fresh_database(server.address))
    killed_stages(bench, whole, kills - servers - schedules - workers, lambda: fresh_database(server.address))


def strike_one(bench: Bench, server: Postgres, kills: int, only: str) -> None:
    """One kind alone."""
    whole = bench.undisturbed()
    if only in LONG:
        killed_long(bench, whole, kills, only)
    else:
        {"stages": killed_stages, "worker": killed_workers}[only](
            bench, whole, kills, lambda: fresh_database(server.address)
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="kill -9, full disks and lost databases at random moments.")
    parser.add_argument("kills", type=int, nargs="?", default=12)
    parser.add_argument("--only", choices=["stages", *LONG, "worker"], default="", help="this kind alone")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    raise SystemExit(main(given.kills, given.only))
