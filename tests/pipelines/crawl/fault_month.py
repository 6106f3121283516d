"""A simulated month: faults planned into the made world, and what the rounds said of them and of the healthy days."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fault_world import World, outlets
from faults import Fault

from pipelines.crawl.health.diagnosis import FINE
from store import runs
from store.session import open_store, sqlite_address

WARM_UP = 10
LASTS = 2
APART = 4


@dataclass
class Told:
    """What became of the episodes of one kind."""

    said: list[str] = field(default_factory=list)
    right: int = 0


@dataclass
class Month:
    """What a simulated month showed. `alarms`: (day, outlet, diagnosis, sentence) without a fault."""

    told: dict[str, Told]
    healthy: int = 0
    alarms: list[tuple[int, str, str, str]] = field(default_factory=list)

    @property
    def episodes(self) -> int:
        return sum(len(t.said) for t in self.told.values())

    @property
    def detected(self) -> float:
        return sum(said not in FINE for t in self.told.values() for said in t.said) / self.episodes

    @property
    def right(self) -> float:
        return sum(t.right for t in self.told.values()) / self.episodes

    @property
    def false(self) -> float:
        return len(self.alarms) / max(1, self.healthy)


def plan(
    faults: Sequence[Fault], names: Sequence[str], days: int, chance: random.Random
) -> dict[tuple[int, str], Fault]:
    """Which fault begins where and when; no outlet has two within a few days."""
    begun: dict[tuple[int, str], Fault] = {}
    for fault in faults:
        for _ in range(1000):
            day, name = chance.randrange(WARM_UP, days - LASTS), chance.choice(names)
            if not any(other == name and abs(day - at) < LASTS + APART for at, other in begun):
                begun[day, name] = fault
                break
    return begun


def month(folder: Path, faults: Sequence[Fault], count: int, days: int, seed: int = 1) -> Month:
    """Simulate, and note what each round said."""
    world = World(open_store(sqlite_address(folder)), outlets(count, seed), seed)
    begun = plan(faults, [outlet.name for outlet in world.outlets.values()], days, random.Random(seed))
    result = Month({fault.name: Told() for fault in faults})
    ill: dict[str, int] = {}  # outlet → first day on which it counts as healthy again
    for day in range(days):
        for (at, name), fault in begun.items():
            if at == day:
                world.faults[f"{name}.example"], ill[name] = fault.make, day + LASTS + 2
            elif at + LASTS == day:
                del world.faults[f"{name}.example"]
        for name, said in world.day(day).items():
            if fault_now := begun.get((day, name)):
                told = result.told[fault_now.name]
                told.said.append(said)
                told.right += said in fault_now.right
            elif day >= ill.get(name, 0):
                result.healthy += 1
                if said not in FINE:
                    result.alarms.append((day, name, said, sentence(world, name)))
    world.store.close()
    return result


def sentence(world: World, name: str) -> str:
    with world.store.begin() as session:
        return runs.rounds(session, name, 1)[0].detail
