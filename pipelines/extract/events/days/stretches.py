"""A first day and a last one told apart that are one stretch.

::

    «12월 15일부터 새해 1월 9일까지»                  a word between the two ends
    «4월 27일에 시작해 5월 20일에 끝난다»             by two verbs
    «등록은 8일 시작됐고 26일 오후 6시에 닫힌다»       by two verbs, the last with its hour
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipelines.extract.times.finding import STARTING
from store.records import When

_BETWEEN = re.compile(r"\s?(?:새해|내년|이듬해|다음\s?해|오는|이달|내달|다음\s달)?\s?")
# «10월 4일 막을 올려 6일까지 이어진다»
_GOES_ON = re.compile(r"(?:까지)?\s(?:[가-힣]{1,8}\s){0,3}?(?:이어|계속|진행|펼|열[리립린]|머[무문물])")
_ENDS = re.compile(
    r"(?:에|까지|로)?\s(?:(?:모두|막을|문을|접수창?[을를이]|접수를|모집을)\s)?"
    r"(?:끝[나난남내낸냅맺]|마[치친칩침]|마무리|마감|종료|폐막|폐회|종강|닫[는고습으히힌힙아]|내[린릴립리려]|접[는고습]|맺[는고습으])"
)
# «공고는 1일 오전 10시에 뜨고 14일 23:59에 내려간다», «17일 09:00에 열고 4일 17:00에 닫습니다»; a shop opens its door
_OPENS = re.compile(
    r"(?:에|부터)?\s(?:[가-힣]{1,3}!\s(?:하고\s)?)?(?:(?:창구|접수창)[를을이]?\s)?"
    r"(?:뜨고|올[리려](?:고|서)?|열어서?|열고|열[려리](?:서|고)?|열립니다|열린다|열려요|시작해서?|시작하고)[,.]?\s"
    r"(?:(?:→|/|그리고|오는|이달|다음\s달)\s)?"
)
_NAMES_DAY = re.compile(r"\d일|요일|\d[./]\s?\d|[월화수목금토일]\)")
_SHUTS = re.compile(r"(?:에|로)?\s(?:(?:창구를|접수를)\s)?(?:닫[는고습으히힌힙아혀]|내려[가간갑]|마감)")
BY_VERBS = "verbs"
"""The rule of a stretch that verbs tell."""
SHUT = "shut"
"""The rule of one that opens and is shut, as only an application is."""
_DATED = ("day", "time", "part_of_day")


def joined(text: str, times: Iterable[When]) -> Iterator[When]:
    """The times in order; a first day and the last one right behind it are one."""
    waiting: When | None = None
    for when in times:
        if waiting is not None and _closes(text, waiting, when):
            last = when.end if when.start is None else when.start
            rule = waiting.rule if waiting.kind == "range" else BY_VERBS
            rule = SHUT if _is_window(text, waiting, when) else rule
            yield replace(waiting, end=last, kind="range", rule=rule, span=(waiting.span[0], when.span[1]))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = when
    if waiting is not None:
        yield waiting


def _is_window(text: str, first: When, last: When) -> bool:
    """What opens, at an hour or without one, and shuts days later."""
    if not all(_NAMES_DAY.search(text, *one.span) for one in (first, last)):
        return False  # «날마다 10시에 문을 열고 8시에 닫는다»
    single = first.granularity in ("day", "time") and first.end in (None, first.start)
    single = single and (last.start is None or last.end in (None, last.start))
    opens = single and _OPENS.fullmatch(text, first.span[1], last.span[0]) is not None
    return opens and _SHUTS.match(text, last.span[1]) is not None


def _closes(text: str, first: When, last: When) -> bool:
    one, other = (moment.isoformat()[:10] if moment else "" for moment in (first.start, last.end or last.start))
    if not "" < one < other or first.granularity not in _DATED or last.granularity not in ("day", "time"):
        return False
    until = last.start is None
    if until and first.kind == "range" and first.end is None:
        return _BETWEEN.fullmatch(text, first.span[1], last.span[0]) is not None
    if _is_window(text, first, last):
        return True
    if first.granularity != "day" or STARTING.fullmatch(text, first.span[1], last.span[0]) is None:
        return False
    single = until or last.end in (None, last.start)
    ends = single and first.end in (None, first.start) and _ENDS.match(text, last.span[1]) is not None
    return ends or (until and _GOES_ON.match(text, last.span[1]) is not None)
