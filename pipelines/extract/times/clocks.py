"""What the words of a clock amount to, in minutes since midnight (1440 and more: the next day).

Without 오전 or 오후 an hour from 1 to 7 is read as afternoon, 8 to 12 as written: meetings are held by day. «09:00» and
hours above 12 are 24-hour clocks. A range lends its half-day from one side to the other.
"""

from __future__ import annotations

from pipelines.extract.times.nearest import Ledger
from pipelines.extract.times.parts import Clock

NOON, MIDNIGHT = 720, 1440
EVENING = 1020
AFTERNOON = frozenset(range(1, 8))

HALF_DAY = {
    # half: hour as written → hour of 24
    "am": {12: 0},
    "pm": {h: h + 12 for h in range(1, 12)},
    "dawn": {12: 0},
    "morning": {},
    "noon": {h: h + 12 for h in range(1, 6)},
    "evening": {h: h + 12 for h in range(4, 13)},
    "night": {h: h + 12 for h in range(6, 13)} | {h: h + 24 for h in range(1, 5)},
}


def _as_written(clock: Clock) -> int:
    assert clock.hour is not None
    return clock.hour * 60 + clock.minute


def _is_plain(clock: Clock) -> bool:
    """An hour that may be before or after noon: «3시», «2:30», but not «15시» or «09:30»."""
    return clock.hour is not None and not clock.half and not clock.literal and 0 < clock.hour <= 12


def minutes(clock: Clock, ledger: Ledger) -> int | None:
    """Minutes since midnight of one clock; None for a part of the day, or «같은 시각» when none was said."""
    if clock.same:
        return ledger.clock
    if clock.fixed:
        return NOON if clock.fixed == "noon" else MIDNIGHT
    if clock.hour is None:
        return None
    if clock.half:
        hour = HALF_DAY[clock.half].get(clock.hour, clock.hour)
        return hour * 60 + clock.minute
    if _is_plain(clock) and clock.hour in AFTERNOON:
        ledger.flags.append("assumed_afternoon")
        return _as_written(clock) + NOON
    later = _is_plain(clock) and clock.hour < 10 and ledger.clock is not None and ledger.clock >= EVENING
    told = ledger.timed or ledger.here is not None
    if later and told and ledger.clock is not None and ledger.clock < _as_written(clock) + NOON:
        ledger.flags.append("assumed_afternoon")  # «저녁 7시 반에 시상식, 8시에 노래자랑»
        return _as_written(clock) + NOON
    return _as_written(clock)


def interval(first: Clock, last: Clock, ledger: Ledger) -> tuple[int | None, int | None]:
    """Both ends of a range inside a day; an end before its beginning lies on the next day."""
    begin, stop = minutes(first, ledger), minutes(last, ledger)
    if begin is None or stop is None:
        return begin, stop
    if first.fixed == "midnight":
        begin = 0
    if not (_is_plain(first) and _is_plain(last)):
        ledger.flags = [f for f in ledger.flags if f != "assumed_afternoon"]  # the other side tells
    if _is_plain(first) and not _is_plain(last):
        literal = _as_written(first)
        begin = (
            literal + NOON if not last.literal and last.half and literal + NOON < stop and literal < NOON else literal
        )
        if begin >= stop and literal < stop:
            begin = literal
    if _is_plain(last):
        literal = (
            _as_written(last) % NOON if last.hour == 12 and begin >= NOON and not first.half else _as_written(last)
        )
        stop = next((m for m in (literal, literal + NOON, literal + 2 * NOON) if m > begin), stop)
    if stop <= begin and not (last.half in ("am", "pm") and last.half == first.half):
        stop += MIDNIGHT
    return begin, stop
