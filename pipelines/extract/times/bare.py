"""A day of the month alone, «29일»: by what the text has told before, or the nearest that suits its verb."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipelines.extract.times.nearest import THIS_MONTH, Ledger, bare_days, choose
from pipelines.extract.times.parts import Day
from pipelines.korean.calendar import add_months, valid_day

MOVED_AHEAD = 15
"""Days a day may come before the one it replaces; farther back («30일에서 6일로») it is that of the next month."""
RUN_LONGEST = 31
"""Days of a run that holds the bare days told behind it. «오는 22일부터 6월 30일까지» is a window for something, and
«설명회는 20일» behind it no day of it."""


def against_tense(inside: date, ledger: Ledger) -> bool:
    """«7월부터 맡기기로 29일 협약했다» in June: the month spoken of belongs to another verb."""
    return ledger.tense == "past" and ledger.ref is not None and inside > ledger.ref


def bare(day: Day, ledger: Ledger) -> Sequence[date]:
    assert day.day is not None
    near = _near_told(day, ledger)
    if near is not None:
        return sorted(bare_days(day.day, near), key=lambda d: abs((d - near).days))
    told = _as_told(day, ledger)
    if ledger.ref is None:
        return [told] if told is not None else []
    possible = bare_days(day.day, ledger.ref)
    if told is not None and (not day.weekdays or told.weekday() in day.weekdays):
        return [told]
    found = choose(possible, ledger, day.direction, day.weekdays, THIS_MONTH)
    if told is not None and not (found and found[0].weekday() in day.weekdays):
        return [told]
    return _ahead(found, day, ledger)


def _ahead(found: tuple[date, ...], day: Day, ledger: Ledger) -> Sequence[date]:
    """«… 11월 10일 연다. 마지막 모임은 24일» of the 3rd: where no verb tells and the text spoke of a day ahead, so is
    this one."""
    ref = ledger.ref
    if ref is None or not found or found[0] >= ref or ledger.tense is not None or day.direction is not None:
        return found
    if ledger.day is None or ledger.day < ref or day.as_of:
        return found
    ahead = [d for d in found if d >= ref and (not day.weekdays or d.weekday() in day.weekdays)]
    return [*ahead[:1], *(d for d in found if d not in ahead[:1])]


def _near_told(day: Day, ledger: Ledger) -> date | None:
    """«어제(12일)», «5일 이사회 … 다음 날인 6일에는», «11월 8일 포럼 … 하루 전인 7일에는»: about when the day is."""
    if day.from_today is not None and ledger.ref is not None:
        return ledger.ref + timedelta(days=day.from_today)
    if day.from_told is not None:
        shifted = [d + timedelta(days=day.from_told) for d in ledger.days.values()]
        fits = [d for d in shifted if d.day == day.day and (not day.weekdays or d.weekday() in day.weekdays)]
        if len(set(fits)) == 1:
            return fits[0]
    if day.beside is not None and ledger.day is not None:
        return ledger.day + timedelta(days=day.beside)
    return None


def _moved_to(number: int, ledger: Ledger) -> date | None:
    """«12일에서 19일로», «28일 → 4일»: in the month of the day it replaces, or in the next."""
    assert ledger.moved is not None
    told, later = ledger.moved
    same = valid_day(told.year, told.month, number)
    if same is not None and (same > told if later else (told - same).days <= MOVED_AHEAD):
        return same
    following = add_months(told.replace(day=1), 1)
    return valid_day(following.year, following.month, number)


def _closes_elsewhere(ledger: Ledger) -> bool:
    """«28일까지 이름을 적어 주세요» below the lines of a calendar."""
    return ledger.closing and ledger.here is None and ledger.listed == ledger.entry


def _next_row(day: Day, entry: date) -> date | None:
    """«4(목) …» below «2(화) …» of July: the next line of a calendar, whatever the verbs in it say."""
    assert day.day is not None
    row = valid_day(entry.year, entry.month, day.day)
    return row if row is not None and row >= entry and row.weekday() in day.weekdays else None


def _as_told(day: Day, ledger: Ledger) -> date | None:
    """The day that a bare number means by what the text has said before; None when the nearest is asked for."""
    assert day.day is not None
    if ledger.moved is not None:
        return _moved_to(day.day, ledger)
    if ledger.entry is not None and (row := _next_row(day, ledger.entry)) is not None:
        return row
    if day.anchor_month is not None and ledger.dated is not None:
        return valid_day(ledger.dated.year, ledger.dated.month, day.day)
    if day.direction:
        return None
    inside = valid_day(*ledger.month, day.day) if ledger.month is not None else None
    if inside is not None and not against_tense(inside, ledger):
        return inside
    if ledger.ref is None:
        return None
    told = ledger.days.get(day.day)
    if ledger.tense == "past":
        return told if told is not None and told <= ledger.ref else None
    if ledger.listed is not None and day.day >= ledger.listed.day and not _closes_elsewhere(ledger):
        inside = valid_day(ledger.listed.year, ledger.listed.month, day.day)
        if inside is not None:
            return inside
    if ledger.here is not None and not ledger.pointed and day.day > ledger.here.day:
        inside = valid_day(ledger.here.year, ledger.here.month, day.day)  # «오는 19일 순천, 20일 목포, 21일 나주에서»
        if inside is not None and ledger.here >= ledger.ref:
            return inside
    if ledger.run is not None and ledger.closing and _comes_before(day.day, ledger.run, ledger.ref):
        return None
    if ledger.run is not None and ledger.spread and (inside := _day_of_run(day.day, ledger.run, ledger)) is not None:
        return inside
    return told if told is not None and not (ledger.tense == "future" and told < ledger.ref) else None


def _day_of_run(number: int, run: tuple[date, date], ledger: Ledger) -> date | None:
    """The day of the run that has this number, where it meets on such weekdays."""
    first, last = run
    length = (last - first).days + 1
    days = (first + timedelta(days=n) for n in range(length if length - 1 <= RUN_LONGEST else 0))
    inside = next((d for d in days if d.day == number), None)
    meets = inside is not None and (not ledger.rhythm or inside.weekday() in ledger.rhythm)
    return inside if meets else None


def _comes_before(number: int, run: tuple[date, date], ref: date) -> bool:
    """«… 5월 20일에 끝난다. 신청은 20일까지»: who signs up does so before the run begins, where a day is left to."""
    return any(ref <= day < run[0] for day in bare_days(number, ref))
