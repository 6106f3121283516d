"""Which of several possible days is meant: the nearest that suits direction, tense and weekday (guideline §10).

What decides, in this order:

1. The words: 오는 ahead, 지난 behind, 이달 and 내달 their month.
2. The month (or run of days) the sentence spoke of, unless it lies ahead and the verb is past: then that month belongs
   to another verb («7월부터 맡기기로 29일 협약했다»). A month with 부터 or 까지 bounds something and holds no days.
3. The tense of the clause (`tense`): days on the wrong side of the publication cost AGAINST_TENSE more. That decides
   between months; between years nearness is stronger, as the guideline has it.
4. Nearness in days; days of the month of publication count THIS_MONTH less.
5. A weekday in brackets overrules 3 and 4 within WEEKDAY_REACH; a weekday that fits no reading is only flagged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from pipelines.extract.times.tense import Tense
from pipelines.korean.calendar import valid_day

AGAINST_TENSE = 150
"""Days a reading must be nearer to be taken against the tense of the sentence: more than a month, so that a bare «29일»
always follows the tense, while «3월 8일» of last week survives a historical present."""
AGAINST_PLAN = 14
"""Days a planned day must be nearer to lie behind the report: «15일 열려던 장터» of the 31st is that of next month,
«30일 열려던 장터» that of yesterday, when it rained."""
THIS_MONTH = 10
"""Days a bare «21일» of the current month may be farther than that of another month: papers name other months."""
WEEKDAY_REACH = 300
"""A weekday moves a yearless date into another year only this far: copied notices carry last year's weekday."""


@dataclass(slots=True)
class Ledger:
    """What the text has said so far: the anchors of shortened expressions."""

    ref: date | None
    now: int | None = None  # minutes of the publication since midnight; None when only its day is known
    day: date | None = None  # the day spoken of last
    run: tuple[date, date] | None = None  # the period spoken of last
    rhythm: tuple[int, ...] = ()  # the weekdays on which that period meets
    closing: bool = False  # the words say until when, not when
    week: date | None = None  # Monday of the week spoken of: «다음 주 일정입니다. 화요일엔 …»
    clock: int | None = None  # minutes since midnight
    year: int | None = None  # said in this sentence: «작년엔 …»
    month: tuple[int, int] | None = None  # year and month said in this sentence
    timed: bool = False  # an hour was said in this sentence
    here: date | None = None  # the day this sentence told last
    pointed: bool = False  # by «같은 날»: no list of days goes on from there
    listed: date | None = None  # the last day of this sentence that came with its month
    entry: date | None = None  # the day of a calendar's last line
    spread: bool = True  # bare days may be of the run: no new item has begun
    dated: date | None = None  # the beginning of whatever was told last, a year included: «2019년 …, 이듬해 5월»
    days: dict[int, date] = field(default_factory=dict)  # by day of the month: what it meant when it was told last
    moved: tuple[date, bool] | None = None  # this day takes the place of that one; is it said to be a later one?
    tense: Tense | None = None
    flags: list[str] = field(default_factory=list)


def choose(
    days: Iterable[date | None],
    ledger: Ledger,
    direction: int | None,
    weekdays: tuple[int, ...],
    this_month: int = 0,
) -> tuple[date, ...]:
    """Best first. Without a publication time nothing can be chosen, so several days stay several.

    `this_month`: so many days are taken off the distance of days in the month of publication.
    """
    possible = tuple(days)
    if ledger.ref is None:
        return tuple(sorted({d for d in possible if d is not None}))
    return _ranked(possible, ledger.ref, ledger.tense, direction, weekdays, this_month)


@lru_cache(maxsize=4096)
def _ranked(
    possible: tuple[date | None, ...],
    ref: date,
    tense: Tense | None,
    direction: int | None,
    weekdays: tuple[int, ...],
    this_month: int,
) -> tuple[date, ...]:
    """Kept: the papers of one morning speak of the same few days."""

    def cost(day: date) -> int:
        ahead = (day - ref).days
        price = abs(ahead) * 2 + (ahead < 0) - 2 * this_month * ((day.year, day.month) == (ref.year, ref.month))
        if direction:
            return price + (100_000 if ahead * direction < 0 else 0)
        if (tense == "past" and ahead > 0) or (tense == "future" and ahead < 0):
            price += 2 * AGAINST_TENSE
        elif tense == "planned" and ahead < 0:
            price += 2 * AGAINST_PLAN
        return price

    ranked = sorted(sorted({d for d in possible if d is not None}), key=cost)
    if ranked and weekdays and ranked[0].weekday() not in weekdays:
        fitting = [d for d in ranked if d.weekday() in weekdays and abs((d - ref).days) <= WEEKDAY_REACH]
        fitting = [d for d in fitting if not direction or (d - ref).days * direction >= 0]
        if fitting:
            return (*fitting, *(d for d in ranked if d not in fitting))
    return tuple(ranked)


@lru_cache(maxsize=1024)
def bare_days(day: int, ref: date) -> tuple[date, ...]:
    """«29일»: that day of last, this and next month; further months where those are too short."""
    months = ref.year * 12 + ref.month - 1
    return tuple(d for n in range(months - 2, months + 3) if (d := valid_day(n // 12, n % 12 + 1, day)) is not None)


@lru_cache(maxsize=1024)
def yearless_days(month: int, day: int, year: int) -> tuple[date, ...]:
    """«1월 11일»: that day of last, this and next year; 29 February of the leap years around."""
    reach = (-1, 0, 1) if (month, day) != (2, 29) else (-4, -3, -2, -1, 0, 1, 2, 3, 4)
    return tuple(d for shift in reach if (d := valid_day(year + shift, month, day)) is not None)


def weekday_near(weekday: int, ledger: Ledger, direction: int | None) -> list[date]:
    """«오는 토요일», «지난 토요일», «토요일»."""
    assert ledger.ref is not None
    ahead = (weekday - ledger.ref.weekday()) % 7
    coming, past = ledger.ref + timedelta(days=ahead), ledger.ref - timedelta(days=(-ahead) % 7 or 7)
    if direction == 1 and ahead == 0:
        coming += timedelta(days=7)
    return [past, coming] if direction == -1 or (not direction and ledger.tense == "past") else [coming, past]
