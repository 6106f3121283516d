"""The tellings of one event as statements: all that one story says, stories by their first telling.

Said here, asked by `history` and `occasion`: which days were left, and which tellings still give one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipelines.merge.told import Told

Age = tuple[float, str]


@dataclass(frozen=True)
class Statements:
    """`stories` oldest first, each with its tellings oldest first."""

    stories: tuple[tuple[Told, ...], ...]

    @classmethod
    def of(cls, tellings: Iterable[Told]) -> Statements:
        stories: dict[str, list[Told]] = defaultdict(list)
        for telling in in_order(tellings):
            stories[telling.story_id].append(telling)
        return cls(tuple(map(tuple, stories.values())))

    @cached_property
    def tellings(self) -> tuple[Told, ...]:
        return tuple(t for story in self.stories for t in story)

    def first(self, count: int) -> Statements:
        """What was known after so many statements."""
        return Statements(self.stories[:count])

    def fresh(self, story: Iterable[Told]) -> list[Told]:
        """The tellings of a story that do not give a day the event was moved from."""
        return [t for t in story if not self.is_stale(t)]

    def is_stale(self, telling: Told) -> bool:
        """Whether it still tells the day that someone says the event was moved from.

        One that itself speaks of a move and is the newer one is not: an event may move back.
        """
        said = self._left.get(telling.day) if telling.day else None
        return said is not None and not (is_move(telling) and age(telling) > said)

    def is_afterword(self, telling: Told) -> bool:
        """Whether it reports on a day inside the announced run: «13일 막을 내렸다» moves nothing."""
        if telling.event.status != "held":
            return False
        announced = (t for t in self.tellings if t.event.status != "held" and not self.is_stale(t))
        return any(telling.day in t.days for t in announced)

    @cached_property
    def knows_new_day(self) -> bool:
        """Whether a telling of a move says until when, and nobody that this day was left in turn."""
        return any(is_move(t) and t.day and not self.is_stale(t) for t in self.tellings)

    @cached_property
    def _left(self) -> dict[date, Age]:
        """Days that were left, and the newest who says so.

        A telling that found no day for the event says little on days: the ones its text names may be
        the new one as well as the old, so what others give as the new day is not taken from it.
        """
        new = {t.day for t in self.tellings if is_move(t) and t.day}
        left: dict[date, Age] = {}
        for telling in self.tellings:
            for day in telling.days_left if telling.day else telling.moved_from | (telling.left - new):
                left[day] = max(left.get(day, age(telling)), age(telling))
        return left


def in_order(tellings: Iterable[Told]) -> list[Told]:
    """Oldest first; those without a time last."""
    return sorted(tellings, key=age)


def age(told: Told) -> Age:
    return (told.published_at.timestamp() if told.published_at else float("inf"), told.id)


def is_move(told: Told) -> bool:
    return told.event.status == "postponed"
