"""A month unattended: `python tests/month.py [DAYS] [MINUTES]` prints a line a day, and whether the bars hold.

Real: `dure schedule` with Prefect's server, its scheduler and its runner, a cron schedule, a process a run, HTTP over
loopback to outlets that publish by rhythms of their own (weekends and 추석 included), store, archive and releases.
Replaced: the outlets; and most of each day. The cron line fires every few MINUTES of real time instead of once a day.
DURE_CLOCK gives everybody a clock that stands at 06:00 of a day when the day begins and runs as clocks do; when the
digest of the day is there and no run is at work, or at 07:00, it is put to 06:00 of the next day. Nothing is patched,
and nobody touches the processes after the start.

On time: the release stands before 07:00 by that clock.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT.parent), str(ROOT), str(ROOT / "pipelines"), str(ROOT / "pipelines" / "crawl")]

from crashing_servers import SIGNS  # noqa: E402
from homes import DURE  # noqa: E402
from ports import free_port  # noqa: E402
from served_world import ServedWorld, served  # noqa: E402

from pipelines.clock import clock  # noqa: E402
from pipelines.opening import opened  # noqa: E402
from pipelines.settings import Settings  # noqa: E402
from store import runs, shelf  # noqa: E402

START = datetime(2026, 8, 31, 21, 0, tzinfo=UTC)  # 06:00 in Seoul; 추석 falls into the month
OUTLETS = 6
IN_TIME = 3600
"""Seconds from 06:00 to the digest."""
SETTLED = 3
"""From this day on memory must be level."""
LEVEL = 1.10
"""Memory on the last day may be this much of what it was when it had settled."""
KEPT_BY_PREFECT = 2.0
"""MB a run that Prefect may keep of it, beside our own data."""
DATA = ("store.db", "archive", "published")


@dataclass
class Day:
    """What stood at the end of a simulated day. Sizes in MB; `peak`: of the process of the day's run."""

    number: int
    release: str = ""
    delay: float = -1.0  # seconds after 06:00
    server: float = 0.0
    runner: float = 0.0
    peak: float = 0.0
    disk: dict[str, float] = field(default_factory=dict)

    def line(self) -> str:
        kept = "  ".join(f"{name} {size:.1f}" for name, size in self.disk.items())
        memory = f"server {self.server:.0f}  runner {self.runner:.0f}  run {self.peak:.0f} MB"
        return f"day {self.number:2}  {self.release or 'NO DIGEST':20}  +{self.delay:4.0f} s  {memory}   {kept} MB"


def megabytes(path: Path) -> float:
    paths = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.name}*")
    total = 0
    for one in paths:
        try:
            total += one.lstat().st_blocks * 512
        except OSError:  # just moved
            continue
    return float(total) / 2**20


@dataclass
class Watch:
    """The processes of `dure schedule`, looked at every second."""

    schedule: subprocess.Popen[bytes]
    home: Path

    def until_done(self, day: Day, began: float) -> None:
        """Until the digest of the day stands and no run is at work, or the hour is over."""
        while time.time() < began + IN_TIME and self.schedule.poll() is None:
            at_work = self.look(day)
            if not day.release:
                self.find_release(day, began)
            elif not at_work:
                return
            time.sleep(1)

    def look(self, day: Day) -> bool:
        """Note the memory of each process; whether a run is at work."""
        at_work = False
        try:
            main = psutil.Process(self.schedule.pid)
            day.runner = main.memory_info().rss / 2**20
            for child in main.children(recursive=True):
                size = child.memory_info().rss / 2**20
                command = " ".join(child.cmdline())
                if SIGNS["server"] in command:
                    day.server = size
                elif SIGNS["run"] in command:
                    at_work, day.peak = True, max(day.peak, size)
        except psutil.Error:
            return True
        return at_work

    def find_release(self, day: Day, began: float) -> None:
        date = (START + timedelta(days=day.number, hours=9)).date()
        found = [path / "manifest.json" for path in self.home.glob(f"published/releases/{date}-*")]
        landed = sorted(path.stat().st_mtime for path in found if path.exists())
        if landed:
            day.release, day.delay = str(date), landed[0] - began

    def measure(self, day: Day) -> None:
        names = sorted({path.name for path in self.home.iterdir()} - {"store.db-wal", "store.db-shm"})
        day.disk = {name: size for name in names if (size := megabytes(self.home / name)) >= 0.05}


def set_clock(path: Path, day: int) -> float:
    """Put the clock to 06:00 of a day, in one step; the real moment at which that was."""
    began = time.time()
    fresh = path.with_suffix(".next")
    fresh.write_text(f"{(START + timedelta(days=day)).isoformat()} since {began:.3f}", encoding="utf-8")
    fresh.replace(path)
    return began


def live(home: Path, world: ServedWorld, environment: dict[str, str], days: int, minutes: int) -> list[Day]:
    """The month itself: start once, then only look."""
    time_piece = home.parent / "clock"
    set_clock(time_piece, 0)
    environment = environment | {"DURE_CLOCK": f"@{time_piece}"}
    world.now = clock(environment["DURE_CLOCK"])
    seen = []
    with (home / "schedule.log").open("ab") as log:
        command = [DURE, "schedule", "--cron", f"*/{minutes} * * * *", "--port", str(free_port())]
        schedule = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        watch = Watch(schedule, home)
        try:
            for number in range(days):
                day = Day(number)
                watch.until_done(day, set_clock(time_piece, number))
                watch.measure(day)
                seen.append(day)
                print(day.line(), flush=True)
                if schedule.poll() is not None:
                    break
        finally:
            schedule.terminate()
            schedule.wait(60)
    return seen


def judged(days: list[Day], wanted: int, home: Path, world: ServedWorld) -> list[str]:
    """Every bar that was missed."""
    wrong = [f"day {d.number}: no digest" for d in days if not d.release]
    wrong += [f"the schedule ended by itself on day {days[-1].number}"] if len(days) < wanted else []
    wrong += [f"day {d.number}: {d.delay:.0f} s late" for d in days if d.release and not 0 <= d.delay <= IN_TIME]
    settled, last = days[min(SETTLED, len(days) - 1)], days[-1]
    for name in ("server", "runner", "peak"):
        before, after = getattr(settled, name), getattr(last, name)
        print(f"memory of {name}: {before:.0f} MB on day {settled.number}, {after:.0f} on day {last.number}")
        if after > before * LEVEL:
            wrong.append(f"memory of {name} grew from {before:.0f} to {after:.0f} MB")
    span = max(1, last.number - settled.number)
    for name in sorted(last.disk):
        growth = (last.disk[name] - settled.disk.get(name, 0.0)) / span
        why = " (what was read)" if name in DATA else ""
        print(f"disk, {name}: {last.disk[name]:.1f} MB, {growth:+.2f} MB a day{why}")
        if name not in DATA and growth > KEPT_BY_PREFECT:
            wrong.append(f"{name} grows by {growth:.2f} MB a run")
    return wrong + lost(home, world)


def lost(home: Path, world: ServedWorld) -> list[str]:
    """Posts that a list showed on some morning and that we do not have; runs that did not end well."""
    with opened(Settings(home=home)) as store, store.begin() as session:
        held = {article.url for article in shelf.articles(session)}
        ran = runs.runs(session, 500)
    shown = [(name, post) for name, post in world.written() if post.at < world.now() - timedelta(days=1)]
    there = {url.rpartition("=")[2] + url.split("/")[2] for url in held}
    hosts = {outlet.name: outlet.address for outlet in world.outlets}
    missing = [f"{name} {p.number}" for name, p in shown if not p.fate and f"{p.number}{hosts[name]}" not in there]
    print(f"{len(ran)} runs: " + ", ".join(f"{o} {sum(r.outcome == o for r in ran)}" for o in {r.outcome for r in ran}))
    print(f"{len(held)} articles of {len(shown)} posts; {len(missing)} missing; {len(world.asked)} requests")
    bad = [f"run {r.id} is {r.outcome}: {r.detail[:200]}" for r in ran if r.outcome not in ("good", "running")]
    return bad + ([f"{len(missing)} posts missing, as {missing[:3]}"] if missing else [])


def main(days: int = 30, minutes: int = 1) -> int:
    with tempfile.TemporaryDirectory(prefix="dure-month-") as folder, served(OUTLETS, START) as world:
        home = Path(folder) / "home"
        home.mkdir()
        environment = {
            **os.environ, "DURE_HOME": str(home), "DURE_CONTACT": "tests@example.com", "DURE_ALLOW_PRIVATE": "true",
            "DURE_STORE": "", "DURE_CATALOGUE": str(world.catalogue(Path(folder) / "catalogue")),
        }  # fmt: skip
        seen = live(home, world, environment, days, minutes)
        wrong = judged(seen, days, home, world)
        if wrong:
            print((home / "schedule.log").read_text(errors="replace")[-3000:])
    on_time = sum(bool(d.release) and d.delay <= IN_TIME for d in seen)
    print(f"{on_time} digests on time in {days} days, no manual step")
    print("\n".join(f"MISSED {line}" for line in wrong) or "every bar is met")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
