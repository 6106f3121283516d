"""The door for whole texts: `find_times`. Readings are resolved in text order, each after what came before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from pipelines.extract.times.calendars import calendar_in
from pipelines.extract.times.days import is_bare_figure
from pipelines.extract.times.grammar import STARTERS, expression, is_weak
from pipelines.extract.times.moments import share_units
from pipelines.extract.times.nearest import Ledger
from pipelines.extract.times.numbered import numbered_table_in
from pipelines.extract.times.parts import Cycle, Day, Reading
from pipelines.extract.times.refuse import is_refused
from pipelines.extract.times.resolve import KST, resolve
from pipelines.extract.times.tense import Sentences
from pipelines.extract.times.tokens import islands, normalise
from pipelines.extract.times.weekplans import week_plan_in
from store.records import When

_AFTER = re.compile(
    r"[ ]?(?:(?P<deadline>(?:전[ ]?|(?:도착|소인|접수|제출|입금|등록|예약)(?:분|일)?[ ]?)?까지(?!나)"
    r"|(?:에|로|이|을|를)?[ ]?(?:(?:접수|신청|모집|공모)[ ]?)?마감"
    r"|[을를][ ]?(?:(?:조정|접수|신청|협상)[ ]?)?(?:시한|기한)|限|내로|안에|이내)"
    r"|(?P<opens>~[ ]?(?:예산|소진|정원|충원|선착순|모집|마감|상시|별도|완료|종료|추후|미정|계속))"
    r"|(?P<as_of>(?:기준|현재)(?![가-힣]{2})))"
)
_DEADLINE_BEFORE = re.compile(r"(?:마감|기한|시한)(?:일|일시|일자|시간|시각)?[ ]?[:은는\t)]?[ ]?\Z")
RUN_LONGEST = 31
"""Days from a beginning to its end, told by two verbs."""
STARTING = re.compile(
    r"(?:에|부터)?[ ](?:(?:막|문|첫[ ]?걸음|첫[ ]?수업|접수창구?)[을이][ ])?"
    r"(?:시작(?:해서?|하여|하고|됐고|되고|돼서?|되어)|열(?:어서?|고|려서?|렸고|었고|리고)"
    r"|올(?:려서?|리고)|떼어?|펴서?|개강해서?|개막해서?)[ ]"
    r"(?:(?:오는|이달|내달|다음[ ]달|같은[ ]달)[ ]?|[가-힣]{1,5}[ ])?"
)
"""How a run of days is told to begin by a verb: «7월 1일에 시작해 5일에 맺는다»."""
_NO_DAY_OF_IT = re.compile(
    r"\)?(?:은|는|에는|엔)?[ ](?:쉰다|쉽니다|쉬어요|쉬고|쉬며|휴무|휴강|휴관)"
    r"|[ ](?:(?:이같이|이렇게|공식|최종)[ ])?(?:밝[혔힌히]|전했|알렸|말했|설명했|발표[했한]|공고[했한]|공지[했한])"
    r"|[ ](?:(?:문자|전화|전자우편|이메일|메일|누리집|홈페이지|개별)(?:로|에|에서)?[ ]){0,2}"
    r"(?:알[린립려리]|통보|발표한|발표합|공개한)"
)
"""The day somebody spoke or speaks, or one of rest, is no day of the event: later hours do not hang on it."""
_SIGN_UP = "(?:신청|접수|등록|모집|예약|응모|공모|원서)"
_SIGNING_UP_BEHIND = re.compile(
    rf"(?:(?!여는|열[리린려고]|하는|펼치|있[을는])[^.\n]){{0,24}}?(?:{_SIGN_UP}|모은다|모으[고며]|모읍니다)"
)
_SIGNING_UP = re.compile(rf"{_SIGN_UP}(?:[ ]?(?:기간|일시|일정))?[은는이]?[ ]?[:=|/]?[ ]{{0,3}}(?:(?:이달|오는)[ ])?\Z")
"""«19일부터 24일까지 누리집에서 신청을 받는다», «신청은 19일부터 24일까지»: no run of an event where the text has told
one, and «둘째 날» behind it no day of it."""
_FOR_SO_LONG = re.compile(r"[ ](?:이틀|사흘|나흘|닷새|엿새|이레|열흘|보름|[0-9]{1,2}일)(?:간|[ ]?동안)")
"""«4일 막을 올린다. 6일까지 사흘 동안이다»: the last day of the run that began."""
_AT_FIRST = re.compile(r"(?:애초|당초|원래|본디|본래)(?:에는|엔|는)?[ ](?:[가-힣]{1,6}[ ]){0,2}\Z")
_FIRST_SAID = re.compile(
    r"(?:처음|애초|당초)(?:에)?[ ](?:발표|공고|예고|안내|계획|예정|알|잡)[가-힣]{1,3}[ ]"
    r"(?:날|날짜|일정|때)(?:은|는|이|가)[ ]\Z"
)
"""«19일부터 20일까지 … 열린다. 처음 발표했던 날은 10월 17~18일이었다»: «첫날» behind it is the 19th."""
_MOVES_TO = re.compile(
    r"에서[ ]|[ ]?(?:-{1,2}>|[→⇒➜➡])[ ]?|[이가][ ]아니(?:라|고|라고)[ ]|[이가][ ]아닌[ ]|[ ]대신(?:에)?[ ]"
)
_LATER = re.compile(r"(?:으로|로)[ ](?:미[뤄뤘룬루]|늦[춰췄춘추]|밀[렸려린]|연기|순연)")
_MOVED = re.compile(r"(?:으로|로)(?=[ ])")
"""«25일에서 23일로»: two days of one event, the old and the new, and no stretch of days."""
_HEADING_BEFORE = re.compile(r"(?:\A|\n)[^\w\n]{0,4}\Z")
_HEADING = re.compile(
    r"[ ]?(?:[.:=|)\]】〉》>」]|(?:의[ ])?(?:일정|소식|달력|행사|모임|계획)(?:표|[ ]안내)?[^\w\n]{0,4}(?=\n))[^\S\n]*"
    r"|[ ]*(?=\n)"
)
_NOT_BLANK = re.compile(r"\S")
_BLANK = re.compile(r"\n[^\S\n]*\n")
"""«8월. 강좌가 12일과 19일에 있다», «【8월】», «10월 일정»: a month over what follows, up to a blank line."""
_ITEM = re.compile(r"\n[ ]{0,3}[◆◇■□▲△▶▷●○◎★☆◈▣×✔]")
"""What begins another item: bare days in it are not of the run told above."""
_OTHER_YEAR = re.compile(r"도?[ ](?:예산|살림|사업|농사|계획)")
"""«내년 예산을 깎자는 말이 나와 12월 3일로 옮겼다»: the year of the budget, not of the day."""
_YEAR_TOPIC = re.compile(r"(?:엔|에는|은|는|에)[ ]")


REACH = 24
"""Characters looked at for words that belong to an expression from afar."""
MAX_TIMES = 2000
"""Times read from one text: fifty times what the longest programme has. It bounds the cost of hostile input."""


def readings(text: str, start: int = 0, end: int | None = None) -> Iterator[Reading]:
    """All expressions of a normalised text, leftmost and longest, weak ones left out."""
    for island in islands(text, start, end):
        tokens = share_units(island)
        i = 0
        while i < len(tokens):
            if tokens[i].kind not in STARTERS:
                i += 1
                continue
            found = expression(tokens, i)
            if found is None or found[1] <= i:
                i += 1
                continue
            reading, stop = found
            if reading.last is not None and reading.moved_from and _MOVED.match(text, reading.end):
                reading, stop = expression(tokens[: reading.moved_from], i) or found
                reading.moves = True
            i = stop
            yield reading


def _told_behind(text: str, end: int) -> str | None:
    """What the words behind make of an expression: a deadline, an open beginning («4.14.~소진시까지»), an «as of»."""
    found = _AFTER.match(text, end)
    return found.lastgroup if found else None


def heed_neighbours(text: str, reading: Reading) -> None:
    """까지, 마감 or 시한 behind the words, or 마감일 in front of them, make a deadline; «~소진시» an open beginning."""
    told = _told_behind(text, reading.end)
    if told == "opens" and reading.rule == "moment":
        reading.opened, reading.rule = True, "from"
    elif told == "as_of" and reading.first and reading.first.day:
        reading.first.day.as_of = True
    if reading.rule not in ("moment", "from") or reading.opened:
        return
    if told == "deadline" or _DEADLINE_BEFORE.search(text, max(0, reading.start - 14), reading.start):
        reading.deadline, reading.rule = True, "deadline"


def _needs_tense(reading: Reading) -> bool:
    """Tense only decides where the words leave year or month open."""
    day = reading.first.day if reading.first else None
    if day is None or day.year is not None:
        return False
    if day.anchor_shift is not None:
        return day.anchor_shift < 0
    return not day.says("year_shift", "month_shift", "day_shift", "week_shift", "shift", "anchor_year")


class Reader:
    """Resolves readings in the order of the text and keeps what later, shorter expressions hang on."""

    def __init__(self, text: str, ref: datetime | None, calendar: bool = False) -> None:
        self.text, self.sentences = text, Sentences(text)
        self.calendar = calendar
        here = ref.astimezone(KST) if ref is not None and ref.tzinfo else ref
        self.ledger = Ledger(None) if here is None else Ledger(here.date(), here.hour * 60 + here.minute)
        self.sentence = -1
        self.told: tuple[int, int, date | None] = (0, 0, None)  # from where to where, and the day it begins
        self._signs_up = False  # so is the run told last
        self.heading: tuple[tuple[int, int] | None, int] = (None, 0)  # a month over what follows, and up to where

    def read(self, reading: Reading, keep_sentence: bool = False) -> When:
        text, ledger = self.text, self.ledger
        ledger.flags = []
        sentence = self.sentences.start(reading.start)
        if sentence != self.sentence and not keep_sentence:
            ledger.year = None
            ledger.month = self.heading[0] if sentence < self.heading[1] else None
            ledger.listed = ledger.entry
            if ledger.spread and ledger.run is not None and _ITEM.search(text, self.told[1], reading.start):
                ledger.spread = False
            ledger.here, ledger.timed = None, False
            self.sentence = sentence
        ledger.tense = self.sentences.tense(reading.end) if _needs_tense(reading) else None
        if reading.moves:
            ledger.tense = "planned"
        ledger.moved = self._moved(reading)
        heed_neighbours(text, reading)
        ledger.closing = reading.deadline
        when = resolve(reading, ledger)
        self._remember(reading, when)
        self._opens_and_closes(reading, when)
        return when

    def _moved(self, reading: Reading) -> tuple[date, bool] | None:
        """«12일에서 19일로», «12일(토) → 19일(토)», «12일이 아니라 19일»: the day whose place this one takes."""
        _, end, day = self.told
        if day is None or reading.start - end > 8 or not _MOVES_TO.fullmatch(self.text, end, reading.start):
            return None
        return day, bool(_LATER.match(self.text, reading.end))

    def _opens_and_closes(self, reading: Reading, when: When) -> None:
        """«7월 1일에 시작해 5일에 맺는다»: the days between are of one run, as a range would make them."""
        start = when.start or when.end
        day = start.date() if isinstance(start, datetime) else start
        (begin, end, first), self.told = self.told, (reading.start, reading.end, day)
        if first is None or day is None or not first < day or (day - first).days > RUN_LONGEST:
            return
        if reading.first is None or reading.first.day is None:
            return  # «날마다 10시에 문을 열고 8시에 닫는다»
        lasts = reading.deadline and reading.start - end < REACH and _FOR_SO_LONG.match(self.text, reading.end)
        if lasts or (STARTING.fullmatch(self.text, end, reading.start) and not self._signed_up_for(begin)):
            self._keep_run((first, day))

    def _heads(self, reading: Reading, month: tuple[int, int]) -> None:
        """Keeps the month of a heading, and where the paragraph under it ends."""
        behind = _HEADING.match(self.text, reading.end)
        if behind is None or not _HEADING_BEFORE.search(self.text, max(0, reading.start - 6), reading.start):
            return
        under = _NOT_BLANK.search(self.text, behind.end())
        end = _BLANK.search(self.text, under.start()) if under else None
        self.heading = (month, end.start() if end else len(self.text))

    def _given_up(self, reading: Reading) -> bool:
        """«… 11월 4일 연다. 애초 9월 16~18일에 하려다 늦췄다»: later hours and days are those of the new day."""
        if self.ledger.day is not None and _FIRST_SAID.search(self.text, max(0, reading.start - REACH), reading.start):
            return True
        if self.ledger.tense != "planned" or self.ledger.day is None:
            return False
        return bool(_AT_FIRST.search(self.text, max(0, reading.start - REACH), reading.start))

    def _is_habit(self, reading: Reading, day: date) -> bool:
        """«17일 문을 열었다. 판 돈은 이튿날 통장에 들어온다»: the day after any day, told in the present."""
        said = reading.first.day if reading.first else None
        if said is None or said.anchor_shift != 1 or self.ledger.ref is None or day >= self.ledger.ref:
            return False
        return self.sentences.tense(reading.end) == "future"

    def _signed_up_for(self, start: int) -> bool:
        return bool(_SIGNING_UP.search(self.text, max(0, start - REACH), start))

    def _is_window(self, reading: Reading) -> bool:
        """A run for signing up: where the text has told another, it stays; bare days are of none such."""
        end = reading.end
        self._signs_up = self._signed_up_for(reading.start) or bool(_SIGNING_UP_BEHIND.match(self.text, end, end + 40))
        return self._signs_up and self.ledger.run is not None

    def _keep_run(self, days: tuple[date, date]) -> None:
        ledger = self.ledger
        meets = not ledger.rhythm or days[0].weekday() in ledger.rhythm
        if not (meets and _inside(days, ledger.run)):
            ledger.run, ledger.rhythm, ledger.spread = days, (), not self._signs_up

    def _keep_rhythm(self, cycle: Cycle, when: When) -> None:
        """«4월 27일에 시작해 5월 20일에 끝난다. 화요일과 목요일 …», «5월 2일부터 30일까지 매주 목요일»."""
        first, last = (m.date() if isinstance(m, datetime) else m for m in (when.start, when.end))
        if first is not None and last is not None and first < last:
            self._keep_run((first, last))
        weekly = cycle.every == "WEEKLY" and self.ledger.run is not None
        meets = self.ledger.run is not None and self.ledger.run[0].weekday() in cycle.weekdays
        self.ledger.rhythm = cycle.weekdays if weekly and meets else ()

    def _remember(self, reading: Reading, when: When) -> None:
        ledger, first = self.ledger, reading.first
        start = when.start or when.end
        if reading.cycle is not None:
            self._keep_rhythm(reading.cycle, when)
        if start is None or first is None:
            return
        day = start.date() if isinstance(start, datetime) else start
        if first.day is not None:
            ledger.dated = day
        again = first.day is None and day == ledger.day and ledger.clock is not None
        if isinstance(start, datetime) and when.kind != "deadline" and not again:
            ledger.clock, ledger.timed = start.hour * 60 + start.minute, True
        if first.day is None or self._given_up(reading):
            return
        if when.kind == "recurrence":
            ledger.day = day if ledger.day is None or first.day.names_day() else ledger.day
            if reading.last is None and first.day.says("month") and not first.day.names_day():
                ledger.month = (day.year, day.month)  # «9월의 매 토·일요일(토요일은 3·17·24일)»
            return
        if when.granularity == "year" and first.day.says("year", "year_shift"):
            relative = first.day.year is None and not _OTHER_YEAR.match(self.text, reading.end)
            ledger.year = day.year if relative or _YEAR_TOPIC.match(self.text, reading.end) else None
        if when.granularity == "month" and not reading.opened and not reading.deadline:
            ledger.month = (day.year, day.month)
            self._heads(reading, ledger.month)
        elif when.granularity == "week" and first.day.says("week_shift", "anchor_week"):
            ledger.week = day
        elif when.granularity in ("day", "time", "part_of_day") and when.kind != "deadline":
            self._keep_day(reading, first.day, when, day)

    def _keep_day(self, reading: Reading, told: Day, when: When, day: date) -> None:
        """A day that was told: what later words («이날», «13일», «토요일») are read by."""
        ledger = self.ledger
        if ledger.day is not None and _NO_DAY_OF_IT.match(self.text, reading.end):
            return
        if self._is_habit(reading, day) or (told.run_day is not None and ledger.rhythm):
            return
        if told.as_of and ledger.day is not None:
            return  # «20일 현재 612명이 이름을 올렸다»
        ledger.day = ledger.here = day
        ledger.pointed = told.anchor_shift == 0
        if told.day == day.day:
            ledger.days[day.day] = day
        if told.says("week_shift", "anchor_week"):
            ledger.week = day - timedelta(days=day.weekday())
        elif ledger.week is not None and not ledger.week <= day < ledger.week + timedelta(days=7):
            ledger.week = None
        if told.says("month", "written"):
            ledger.month, ledger.listed = None, day
        elif self.calendar and told.weekdays:
            ledger.entry = ledger.listed = day
        last = when.end.date() if isinstance(when.end, datetime) else when.end
        long = when.kind in ("range", "set") and isinstance(last, date) and last > day
        if long and isinstance(last, date) and not self._is_window(reading):
            self._keep_run((day, last))


def _inside(days: tuple[date, date], run: tuple[date, date] | None) -> bool:
    """«5일부터 8일까지 …, 6일과 7일에는 …, 마지막 날 …»: the days told between are of the longer run."""
    return run is not None and run[0] <= days[0] and days[1] <= run[1]


def find_times(text: str, ref: datetime | None) -> tuple[When, ...]:
    """As `find_all`; the lines of a month's calendar («6(화) 10:00 …»), of a week's plan («화 — 10시 …») and of a
    course's table («3 10.10 …») are read as if the day stood there whole."""
    table = numbered_table_in(text)
    calendar = table or calendar_in(text) or week_plan_in(text, ref.astimezone(KST).date() if ref else None)
    if calendar is None:
        return find_all(text, ref)
    found = find_all(calendar.text, ref, calendar=table is None)
    return tuple(replace(when, span=calendar.back(text, when.span)) for when in found)


def _is_figure(reading: Reading) -> bool:
    """A figure that no day of its weekday makes a date: «객실 523(수)»."""
    return reading.first is not None and reading.first.day is not None and is_bare_figure(reading.first.day)


def find_all(text: str, ref: datetime | None, calendar: bool = False) -> tuple[When, ...]:
    """All time expressions of a text, in order, without overlaps, the longest from the left.

    `ref` is the publication time (aware, or taken as Korean). Without it relative and yearless expressions stay
    open: start and end None and the flag `unresolved`. Spans are characters of `text`.
    """
    plain = normalise(text)
    reader = Reader(plain, ref, calendar)
    found: list[When] = []
    for reading in readings(plain):
        if is_weak(reading) or is_refused(plain, reading):
            continue
        when = reader.read(reading)
        if when.start is None and when.end is None and _is_figure(reading):
            continue
        found.append(when)
        if len(found) == MAX_TIMES:
            break
    return tuple(found)
