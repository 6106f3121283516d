"""What the grammar builds before anything is resolved: days, clocks, moments and readings, as the words say them."""

from __future__ import annotations

from dataclasses import dataclass, field

Duration = tuple[tuple[int, str], ...]
"""((2, hour), (30, minute)); units are minute, hour, day, week, month, year."""


class Day:
    """A day or a longer stretch, as far as the words say: only what they said is set, everything else is the default of
    the class. `days.resolve_day` decides what it amounts to."""

    year: int | None = None
    year_shift: int | None = None  # 내년 1
    anchor_year: int | None = None  # 그해 0, 이듬해 1
    part: str | None = None  # H1, H2, Q1…Q4, school, december, start, whole; early, middle, late, last
    edge: str | None = None  # 2분기 말: late; early
    season: str | None = None
    month: int | None = None
    month_shift: int | None = None  # 지난달 -1
    anchor_month: int | None = None  # 같은 달 0
    quarter_shift: int | None = None  # 다음 분기 1
    week_shift: int | None = None  # 다음 주 1
    anchor_week: int | None = None  # 그 주 0, 그다음 주 1
    nth: tuple[int, ...] = ()  # 셋째 주
    day: int | None = None
    day_shift: int | None = None  # 모레 2
    anchor_shift: int | None = None  # 이튿날 1
    run_day: int | None = None  # 첫날 1, 마지막 날 -1
    holiday: str | None = None  # the words, 추석 연휴 included
    written: str | None = None  # a date that lost its separators, as written
    shift: tuple[Duration, int] | None = None  # 2주 뒤
    beside: int | None = None  # «다음 날인 6일»: the day of the month, near the day spoken of last
    from_told: int | None = None  # «하루 전인 7일»: so many days from one the text has told, if there is such a one
    from_today: int | None = None  # «어제(12일)»: the day of the month, near that of the publication
    from_text: bool = False  # «사흘 전까지»: counted from the day spoken of, not from the publication
    weekdays: tuple[int, ...] = ()
    direction: int | None = None  # 오는 1, 이번 0, 지난 -1
    lunar: bool = False
    as_of: bool = False
    approximate: bool = False
    weak: bool = False  # 3.5: a date only in company
    style: str = ""  # how a weak one was written: dot, slash

    def __init__(self, **said: object) -> None:
        self.__dict__.update(said)

    def __repr__(self) -> str:
        return f"Day({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def says(self, *names: str) -> bool:
        """Is any of these given? 0 counts (오늘, 올해)."""
        return not self.__dict__.keys().isdisjoint(names)

    def names_day(self) -> bool:
        return self.says("day", "day_shift", "anchor_shift", "run_day", "written", "shift")

    def but(self, **said: object) -> Day:
        """The same words with others put in."""
        return Day(**{**self.__dict__, **said})

    def absorb(self, other: Day) -> None:
        """Two wordings of one day: 내일(18일 금요일), 2주 뒤인 21일. The later, plainer one wins."""
        eve = self.shift is not None and self.shift[1] < 0 and other.says("day")  # «하루 전인 23일» of an event ahead
        if self.shift is not None and self.direction is None and not eve:
            self.direction = self.shift[1]
        if self.holiday is not None and other.month is None and other.says("day"):
            if not self.holiday.endswith("연휴"):
                self.day = other.day
            return  # «광복절인 15일»: the feast knows its month
        if other.says("day") and not other.says("month", "month_shift"):
            self._stays_near()
        if other.names_day() or other.holiday:
            self._forget("day_shift", "anchor_shift", "run_day", "shift", "holiday")
        if other.month is not None:
            self._forget("month_shift")
        weak = self.weak
        self.__dict__.update(other.__dict__)
        self.weak = weak

    def _stays_near(self) -> None:
        """A bare day of the month in other words: they say from where it is counted."""
        if self.anchor_shift is not None:
            self.beside = self.from_told = self.anchor_shift
        elif self.day_shift is not None:
            self.from_today = self.day_shift
        elif self.shift is not None and self.shift[0][0][1] in ("day", "week"):
            (number, unit), side = self.shift[0][0], self.shift[1]
            self.from_told = side * number * (7 if unit == "week" else 1)

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)


@dataclass(slots=True)
class Clock:
    """A time of day as written. `hour` None: a part of the day (오후), or a fixed word (정오)."""

    half: str | None = None  # am, pm, dawn, morning, noon, evening, night
    hour: int | None = None
    minute: int = 0
    literal: bool = False  # 09:00 with its nought: a 24-hour clock
    colon: bool = False
    fixed: str | None = None  # noon, midnight
    same: bool = False  # 같은 시각


@dataclass(slots=True)
class Moment:
    day: Day | None = None
    clock: Clock | None = None


@dataclass(slots=True)
class Cycle:
    """매주 화·목, 매월 셋째 토요일: frequency and interval, and what picks the days."""

    every: str = "WEEKLY"
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: tuple[int, ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    count: int | None = None


@dataclass(slots=True)
class Reading:
    """One expression, parsed. `start` and `end` are characters of the text."""

    rule: str
    first: Moment | None = None
    last: Moment | None = None
    members: list[Moment] = field(default_factory=list)
    lasts: Duration | None = None  # from `first` on
    opened: bool = False  # 부터
    moves: bool = False  # the day from which something moves: the reading that follows says to which
    moved_from: int = 0  # the token «에서» of «8일에서 10일», which also says from where something moves
    deadline: bool = False  # 까지, without a beginning
    cycle: Cycle | None = None
    otherwise: Reading | None = None  # what it is unless both days that a cycle runs between fall on its weekday
    clocks: tuple[Clock, Clock | None] | None = None  # hours of every day of a range or cycle
    start: int = 0
    end: int = 0
