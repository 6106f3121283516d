"""What a time really says in its sentence: until when to come is a beginning, what is prepared lies ahead.

The grammar of times reads words alone; here its readings meet the clause they stand in.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta

from pipelines.extract.events.days import status
from pipelines.extract.events.scene import Scene, Sentence, at_clock, day_of
from pipelines.korean.cued import Cued
from pipelines.korean.numerals import DAY_COUNTS
from store.records import When

APPLY = re.compile(
    r"알리면|알려 주|낸다|내야|냅니다|내 ?주[세시]|낼 수|서류는|서류 접수|려면|올리[고면]|내면|제출|보내|"
    r"말씀하|알려\s?주|"
    r"댓글로|연락\s?주|지원할|신청|접수(?!대|처|원)|"
    r"모집|응모|공모|등록|지원서|선착순|이름을 올리|참여기업을|참가자를|수강생을|교육생|"
    r"모은다|모읍니다|구한다|구합니다|원서|참가를 원|예약|서류를|받는다|받고 있|"
    r"받습니다|찾는다|찾습니다|뽑는다|뽑습니다|뽑아요"
)

SETS_OUT = re.compile(
    r"\s?(?:에\s)?(?:[가-힣]{2,10}\s?(?:앞|역|터미널|주차장)?(?:에서|을|를)\s)?(?:출발|집결|떠나|떠났)"
)


def sets_out(scene: Scene, when: When) -> When:
    """«7시 30분 출발»: a journey begins in the morning, where nothing says otherwise."""
    start = when.start
    if not isinstance(start, datetime) or "assumed_afternoon" not in when.flags or start.hour < EARLIEST + 12:
        return when
    if SETS_OUT.match(scene.text, when.span[1], when.span[1] + 24) is None:
        return when
    return replace(when, start=start - timedelta(hours=12))


EARLIEST = 5  # o'clock


# «총회 날 오후 2시까지 매장으로 와 주세요»: until when to come is when it begins.
COME_BY = re.compile(r"[^.\n]{0,24}?(?:와\s?주[세시]|오세요|오시면|오셔|모여|모이|모입|도착|나와\s?주|나오세요|집결)")


# «정원 16명인데 13명 신청하셨습니다. … 마감은 12일 화요일 저녁 6시.»
CLOSING = Cued(r"(?:^|[.!?\n]\s?)(?:신청\s?|접수\s?|모집\s?)?마감(?:은|일은|:)\s(?:오는\s|이달\s)?$")
ASKED = re.compile(r"신청|접수|모집|정원|수강|참가")


def closing(scene: Scene, sentence: Sentence, when: When) -> When:
    """A lone day behind «마감은» is the last of the application its paragraph speaks of."""
    if (
        when.kind != "instant"
        or when.start is None
        or CLOSING.search(scene.text, max(0, when.span[0] - 12), when.span[0]) is None
    ):
        return when
    first, _ = scene.paragraph(sentence.start)
    asked = ASKED.search(scene.text, first, sentence.end) is not None
    return replace(when, start=None, end=when.start, kind="deadline") if asked else when


def come_by(scene: Scene, sentence: Sentence, when: When) -> When:
    if when.kind != "deadline" or when.granularity != "time" or when.start is not None:
        return when
    come = COME_BY.match(scene.text, when.span[1], sentence.end)
    asked = come is None or APPLY.search(scene.text, when.span[1], come.end()) is not None
    return when if asked else replace(when, start=when.end, end=None, kind="instant")


PREPARES = Cued(r"마련했|마련됐|마련되었|준비했|준비됐|준비되었|잡았|(?<![가-힣])정했|잡혔|계획했|내놓았|마련해 두")


DONE_FIRST = re.compile(r"[을를]\s(?:하|열|갖|맺|마치)고\s")  # «4일 … 협약식을 하고 ‘이음대출’을 내놓았다»
NAMED_DAY = re.compile(r"월|지난|달|/|\.|주|어제|그제")
FULLY_NAMED = re.compile(r"월|지난|달|/|\.|주")


def prepared(scene: Scene, sentence: Sentence, when: When) -> When:
    """«둘러보기 행사도 5일과 12일 오후 3시 두 차례 마련했다»: what is prepared is still to come, whatever its tense."""
    day, published = day_of(when.start), scene.published
    if published is None or day is None or not 0 < (published - day).days < 31:
        return when
    if NAMED_DAY.search(scene.text, *when.span) is not None or _told_as_past(scene, when, day):
        return when
    prepares = PREPARES.search(scene.text, when.span[1], sentence.end)
    if prepares is None or DONE_FIRST.search(scene.text, when.span[1], prepares.start()):
        return when
    return _moved_on(when, day)


def _told_as_past(scene: Scene, when: When, day: date) -> bool:
    """«한마당이 지난 1일과 2일 펼쳐졌다. 앞서 1일 오후 3시 … 토론회가 마련됐다»: the day was told before, in full."""
    before = (t for t in scene.times if t.span[1] <= when.span[0] and FULLY_NAMED.search(scene.text, *t.span))
    return any(first <= day <= (day_of(t.end) or first) for t in before if (first := day_of(t.start)) is not None)


def next_month(day: date | None) -> date | None:
    if day is None:
        return None
    year, month = day.year + day.month // 12, day.month % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))


def _month_later(flag: str) -> str:
    if not flag.startswith("members="):
        return flag
    days = [next_month(date.fromisoformat(d[:10])) for d in re.split(r"[+,]", flag.removeprefix("members="))]
    return "members=" + "+".join(d.isoformat() for d in days if d is not None)


# «문을 여는 날부터 26일까지 사흘 동안»: the first day is counted back from the last.
FOR_DAYS = re.compile(rf"^\s?(?P<count>{'|'.join(DAY_COUNTS)}|\d{{1,2}}일)\s?(?:간|동안)")


def counted_back(scene: Scene, when: When) -> When:
    match = FOR_DAYS.match(scene.text[when.span[1] : when.span[1] + 12])
    last = day_of(when.end)
    if match is None or when.start is not None or last is None or when.granularity != "day":
        return when
    days = DAY_COUNTS.get(match["count"]) or int(match["count"].rstrip("일"))
    return replace(when, start=last - timedelta(days=days - 1), end=last, kind="range")


BARE_FROM = re.compile(r"(?P<day>\d{1,2})일(?:\([월화수목금토일]\))?부터\s\d{1,2}월")
WILL = re.compile(r"엽니다|연다|열립니다|열린다|진행(?:한다|합니다|된다|됩니다)|모집|받는다|받습니다|합니다")
HELD_THEN = re.compile(
    r"로\s(?:늦춰|미뤄|당겨|옮겨|바꿔)\s(?:열었|치렀|가졌|했|진행했|마쳤|개최했)"
)  # «20일 오후 3시로 늦춰 열었고»


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _first_of(day: date, rule: str | None) -> date:
    """The first day from this one on that a weekly rule names."""
    named = re.search(r"BYDAY=([A-Z,]+)", rule or "")
    ahead = (n for n in range(7) if named is None or WEEKDAYS[(day.weekday() + n) % 7] in named[1].split(","))
    return day + timedelta(days=next(ahead, 0))


def _run_ahead(scene: Scene, when: When, day: date) -> When | None:
    """«16일부터 2월 13일까지는 목요일마다 … 교실을 엽니다» on 23 December: from the 16th of January."""
    bare, last = BARE_FROM.match(scene.text, *when.span), day_of(when.end)
    later = next_month(day) if bare is not None else None
    if bare is None or later is None or last is None or not later < last:
        return None
    if WILL.search(scene.text, when.span[1], when.span[1] + 50) is None:
        return None
    first = _first_of(later.replace(day=int(bare["day"])), when.rrule)
    return replace(when, start=at_clock(first, when.start))


def set_ahead(scene: Scene, when: When) -> When:
    """«6일로 하루 미뤄졌다»: the verb is past, the new day is not; a day over already is that of the next month."""
    day = day_of(when.start)
    if scene.published is None or day is None or day >= scene.published:
        return when
    if FULLY_NAMED.search(scene.text, *when.span) and BARE_FROM.match(scene.text, *when.span) is None:
        return when
    if (run := _run_ahead(scene, when, day)) is not None:
        return run
    told = status.spoken_of(scene, when.span)
    if told == "original" and (scene.published - day).days > 15:  # «9일 열려던 장터는 취소됐다» on the 2nd
        return _moved_on(when, day)
    if told != "new" or HELD_THEN.match(scene.text, when.span[1], when.span[1] + 30):
        return when
    for later in range(1, 3):
        month = day.month + later
        try:
            moved = day.replace(year=day.year + (month - 1) // 12, month=(month - 1) % 12 + 1)
        except ValueError:
            continue
        if moved >= scene.published:
            start, end = at_clock(moved, when.start), at_clock(moved, when.end) if when.end else None
            return replace(when, start=start, end=end) if day_of(when.end) in (None, day) else when
    return when


def _moved_on(when: When, day: date) -> When:
    """The same day of the next month, which is nearer."""
    flags = tuple(_month_later(flag) for flag in when.flags)
    end = at_clock(next_month(day_of(when.end)), when.end) if when.end else None
    return replace(when, start=at_clock(next_month(day), when.start), end=end, flags=flags)
