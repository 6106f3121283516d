"""How times are written with figures, and the small signs between them.

FIGURES holds, row by row, a kind of token, its pattern and the reader of its value; the first row that fits is taken, so the
longer form stands first. Patterns have no groups that capture and only bounded repeats; the reader gets the matched words.
"""
# ruff: noqa: E501 — one row, one line: a pattern broken over lines cannot be compared with its neighbours

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pipelines.extract.times.lexicon import JOSA
from pipelines.korean.calendar import WEEKDAYS
from pipelines.korean.numerals import DAY_COUNTS, MONTH_DAYS, ORDINALS, native, sino

DAYS = "월화수목금토일"
W = f"[{DAYS}]"
JOIN = r"[ ]?[·,~/\-및와과][ ]?"
NOT_UNIT = r"(?![ ]?(?:일(?!주일)|[월년시분회명%℃원:차절호위층점배억만천퍼세인곳톤㎡㎞㎏㎾㎿]|개(?!강|막|소[식해 ]|관|최|학식?)|km|kg|cm|mm|GB|°|(?:t|ha|[kMG]W)(?![A-Za-z])))"
SLASHED = r"(?<=/[0-9])(?=[ ][월일](?![가-힣0-9]))|(?<=/[0-9]{2})(?=[ ][월일](?![가-힣0-9]))"
"""«5/10 토 – 5/11 일», «5/12 월 10시»: behind a day with a stroke and a blank stands a weekday, no unit."""
HOURS = "스물네|열다섯|열여섯|열일곱|열여덟|열아홉|열두|열한|열세|열네|스물[한두세]|스무|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열"
HOUR_END = r"(?=[^가-힣]|\Z|반(?![가-힣])|반[에부까쯤경이입인으정]|정각|부터|까지|에|을|를|쯤|경|께|로|와|과|엔|이후|이전|이[고며다]|(?:다|면|의)(?![가-힣])|전|후|마다|무렵|즈음|정도|입니|인데|예[요정])"
FIGURE_HOUR_END = HOUR_END[:-1] + "|가|는|도|만|이나[ ]|였|라[고는며])"
"""«10시가 지나면»; «한시가 급하다» is no hour."""
_PHONE = r"0[0-9]{1,2}-[0-9]{3,4}-"
_UNIT = r"[년월일시분주달박째]|개월|[1-4일이삼사]?분기|[apAP]\.?[mM]|회|학년도"
_LINK = r"[./:~\-·과와]-?[ ]{0,3}[0-9']|[~\-/][ ]{0,3}[가-힣]|,[ ]{0,3}(?![0-9]{3})[0-9]|\("
_ITEM = rf"(?:(?<=\n)|(?<=\n[ ]))[0-9]{{1,2}}\.[ ]{{1,2}}[0-9]{{1,2}}[./][ ]?[0-9]{{1,2}}\.?[ ]?\({W}"
"""«1. 11. 1.(금) 예정된 …»: the number of an item before a date."""
_TABLED = r"(?:[화수목금토](?:[ ]?[|┃]|[ ](?:[0-9]{1,2}[:시]|[^ 0-9|┃]{2}))|월(?:[ ]?[|┃][ ]?|[ ])[0-9]{1,2}:)"
_IN_TABLE = rf"(?=(?:[ ]|[ ]?[|┃][ ]?){_TABLED})"
IN_TABLE = rf"(?:(?<=\n)|(?<=\n[ |┃])|(?<=\n[|┃][ ]))(?:3[01]|[12][0-9]|0?[1-9]){_IN_TABLE}"
"""«4 화 19:00 …», «| 8 | 토 | …»: what a line of a month's table begins with. «2 목 적» of a list is none; «3 월» is one
only before an hour, and «6 일» is a day whatever it stands for."""
FIGURE_GOES_ON = rf"(?!{_PHONE})[0-9]{{0,7}}[ ]?(?:{_UNIT}|{_LINK})|[0-9]{{7}}(?![0-9])|[0-9]{{3}}[ ][0-9]{{1,2}}[ .]|(?<=\n[0-9])[0-9]?{_IN_TABLE}|(?<=\n[ |┃][0-9])[0-9]?{_IN_TABLE}|(?<=\n[|┃][ ][0-9])[0-9]?{_IN_TABLE}"
"""What must follow a figure that opens an expression: a unit of time, or a sign that links it to one."""
_COUNTS = "|".join(sorted(DAY_COUNTS, key=len, reverse=True))
_ORDINAL = "|".join(w.replace("번째", "[ ]?번째") for w in sorted(ORDINALS, key=len, reverse=True))
_MONTH_DAYS = "|".join(sorted(MONTH_DAYS, key=len, reverse=True))
_PAIR = "(?:" + "|".join(rf"{n}일?[ ]?[·,/와과][ ]?{n + 5 if n < 5 else '(?:10|0)'}" for n in range(1, 6)) + ")"
"""The days of a market that comes every five days."""
_LUNAR_MONTHS = {"정월": 1, "동짓달": 11, "섣달": 12}
LUNAR_MONTH = rf"(?:{'|'.join(_LUNAR_MONTHS)})(?=[ ]?(?:{_MONTH_DAYS}))"
SAID_HALF = rf"(?:늦은|이른)(?=[ ]?(?:[0-9]{{1,2}}[ ]?[시:]|(?:{HOURS})[ ]?시))"
"""«늦은 7시»: how a meeting place of the young says 오후."""
MONTH_TOLD = r"(?:같은[ ]?달|그[ ]?달)(?=[ ]?[0-9]{1,2}[일~])"
YEAR_TOLD = r"(?:그[ ]?이듬해|이듬해|그[ ]?해|같은[ ]?해)(?=[ ](?:[0-9일이삼사오유칠팔구시십]{1,2}월|봄|여름|가을|겨울|[초말](?![가-힣]{2})|[상하]반기))"
"""Months and years counted from the one the text spoke of last."""
_DAYS_ALONE = "이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레"
EACH_WEEKDAY = rf"매(?=[ ]?(?:주말|(?:{W}[·,/]){{0,4}}{W}요일))"
_DAYS_NAMED = "사흗날|나흗날|닷샛날|엿샛날|이렛날|여드렛날|아흐렛날"
DAY_OF_MONTH = (
    rf"(?:{_DAYS_ALONE}|{_DAYS_NAMED})(?=[ ]?\({W}[ )]|[ ]?{W}요일|까지|부터|(?<=날)(?:[^가-힣]|\Z|[{JOSA}]))"
)
"""«오월 엿새(금)», «오월 엿샛날»: behind a month these count its days."""
_LATE_DAYS = "|".join(f"{tens}{day}" for tens in ("열", "스무") for day in ("하루", *_DAYS_ALONE.split("|")))
_BEHIND_DAY = rf"까지|부터|에(?:는)?[ ]|[ ]?\({W}[ )]|[ ]{W}(?:요일|욜)|[ ](?:오[전후]|아침|낮|저녁|밤|새벽)(?:[ ]|에|$)|[ ][가-힣]{{1,6}}(?:회|모임|잔치|교실|장터)(?![가-힣]{{2}})"
LATE_DAY = rf"(?:{_LATE_DAYS})(?={_BEHIND_DAY}|[와과][ ](?:{_LATE_DAYS}))"
"""«스무이틀까지», «열이레 밤», «열이레와 열여드레»: so many days are counted to no end, and are a day of the month."""
_FOR = r"(?:간|[ ]?동안)?"
_NUMBERS = re.compile(r"[0-9]{1,4}")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(n) for n in _NUMBERS.findall(text))


def _first(text: str) -> int:
    return int(_NUMBERS.findall(text)[0])


def _year(text: str) -> int:
    year = _first(text)
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def _year_month_day(text: str) -> tuple[int, ...] | None:
    year, month, *rest = _year(text), *_numbers(text)[1:]
    return (year, month, *rest) if 0 < month <= 12 and (not rest or 0 < rest[0] <= 31) else None


def _month_day(text: str) -> tuple[int, int, str] | None:
    """Month, day and how it was written: a dot may stand in a decimal, a slash in a fraction."""
    month, day = _numbers(text)
    style = "dot" if "." in text else "slash" if "/" in text else "dash"
    return (month, day, style) if 0 < month <= 12 and 0 < day <= 31 else None


def _spelled_year(text: str) -> int | None:
    return sino(text.replace("년", "").strip())


def _spelled_day(text: str) -> tuple[int, int, str] | None:
    """삼월 삼일, 유월 육일, 시월 십일."""
    month, _, day = text.partition("월")
    numbers = sino(month.strip()), sino(day.strip()[:-1])
    return (numbers[0], numbers[1], "words") if numbers[0] and numbers[1] and numbers[0] <= 12 else None


_UNITS = (
    ("시간", "hour"),
    ("분", "minute"),
    ("주", "week"),
    ("개월", "month"),
    ("달", "month"),
    ("년", "year"),
    ("해", "year"),
)


def _duration(text: str) -> tuple[tuple[int, str], ...] | None:
    """«2시간 30분» → ((2, hour), (30, minute)); «1박2일» and «사흘간» → days."""
    words = (
        text.replace(" ", "").removesuffix("동안").removesuffix("간") if "시간" not in text else text.replace(" ", "")
    )
    for name, days in DAY_COUNTS.items():
        if words == name:
            return ((days, "day"),)
    if words.endswith("일") and words[0].isdigit():
        return ((_numbers(words)[-1], "day"),)
    for unit, name in _UNITS:
        count, found, rest = words.partition(unit)
        if found:
            number = int(count) if count.isdigit() else 6 if (count, unit) == ("반", "년") else native(count)
            if number is None:
                return None
            if name == "year" and count == "반":
                return ((6, "month"),)
            minutes = 30 if rest.startswith("반") else _first(rest) if rest[:1].isdigit() else 0
            return ((number, name), (minutes, "minute")) if minutes else ((number, name),)
    return None


def _weekdays(text: str) -> tuple[int, ...]:
    """«화~일요일», «월·수·금», «(수)»: numbers from Monday 0, ranges spelled out."""
    letters = text.replace("요일", "").replace("욜", "")
    days: list[int] = []
    last, run = None, False
    for sign in letters:
        if sign in "~-":
            run = True
        elif sign in WEEKDAYS:
            day = WEEKDAYS[sign]
            if run and last is not None:
                days += [n % 7 for n in range(last + 1, last + 1 + (day - last) % 7)]
            else:
                days.append(day)
            last, run = day, False
    return tuple(days)


def _ordinals(text: str) -> tuple[int, ...]:
    found = re.findall(rf"{_ORDINAL}|[0-9]", text)
    return tuple(ORDINALS[w] if (w := n.replace(" ", "")) in ORDINALS else int(w) for n in found)


def _clock(text: str) -> tuple[int, ...]:
    numbers = _numbers(text)
    return (numbers[0], numbers[1], 1 if text[0] == "0" else 0)


def _quarter(text: str) -> int:
    return int(text[0]) if text[0].isdigit() else sino(text[0]) or 1


NAMED = tuple(w for w in MONTH_DAYS if (w.endswith("날") and w[0] not in "보그") or (w[0] == "초" and len(w) > 2))
"""스무날, 열여드렛날, 초닷새: days of the month without their month; 열닷새 and 보름 count days as well."""
NAMED_DAYS = "|".join(sorted(NAMED, key=len, reverse=True))


def texts(text: str) -> str:
    return text


HOUR_FIRSTS, COUNT_FIRSTS, ORDINAL_FIRSTS, MONTH_DAY_FIRSTS, NAMED_DAY_FIRSTS = (
    "".join(sorted({word[0] for word in words}))
    for words in (HOURS.split("|"), DAY_COUNTS, ORDINALS, MONTH_DAYS, NAMED)
)

FIGURES: tuple[tuple[str, str, str, Callable[[str], Any]], ...] = (
    # longest first: the first row that fits is taken
    ("YMD", "#.,/-", r"(?:19|20)[0-9]{2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}(?![0-9/]|[ ]?[년월])(?:[ ]?\.(?![0-9]))?", _year_month_day),
    ("YMD", "'", r"'[ ]?[0-9]{2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}(?![0-9])(?:[ ]?\.(?![0-9]))?", _year_month_day),
    ("YMD", "#./-", r"[0-9]{2}(?:\.[0-9]{2}\.[0-9]{2}(?!\.[0-9])|/[0-9]{2}/[0-9]{2}(?!/)|-[0-9]{2}-[0-9]{2}(?!-))(?![0-9])(?![ ]?(?:번지|호|동))(?:\.(?![0-9]))?", _year_month_day),
    ("YMD", "#.", rf"[0-9]{{2}}[ ]?\.[ ]?[0-9]{{1,2}}[ ]?\.[ ]?[0-9]{{1,2}}\.?(?=[ ]?(?:\({W}|{W}(?![가-힣])|[0-9]{{1,2}}(?:시|:)|오[전후]))", _year_month_day),
    ("YMD", "#/-", rf"[0-9]{{2}}(?:/[0-9]{{1,2}}/[0-9]{{1,2}}|-[0-9]{{1,2}}-[0-9]{{1,2}})(?![0-9/])(?=[ ]?(?:\({W}[ )]|{W}(?:요일|욜|[^가-힣])))", _year_month_day),
    ("YMD", "# .,/0123456789", rf"(?:19|20)[0-9]{{2}}[ .,/]{{1,3}}[0-9]{{1,2}}[ .,/]{{1,3}}[0-9]{{1,2}}\.?(?=[ ]?\(?{W}(?![가-힣]))", _year_month_day),
    ("YEAR", "#.,", r"(?:19|20)[0-9]{2}[.,](?=[ ]?[0-9]{1,2}월)", _year),
    ("BROKEN", "#", r"(?:19|20)[0-9]{2}(?:[0-9]{1,4}|[.,][ ]?[0-9]{3,4})(?:[.,][ ]?[0-9]{1,2})?(?![0-9])\.?", texts),
    ("BROKEN", "#(", rf"[0-9]{{3,4}}(?=\({W}\))", texts),
    ("YM", "'#./", r"(?:(?:19|20)|')[0-9]{2}[./][ ]?(?:1[0-2]|0?[1-9])(?![0-9]|[ ]?[월일.,][ ]?[0-9]|월)\.?", _year_month_day),
    ("HOLIDAY", "#·.", r"3[·.]1절", lambda _: "삼일절"),
    ("CLOCK", "#:", r"[0-9]{1,2}[ ]?:[ ]?[0-5][0-9](?::[0-5][0-9])?(?![0-9:])(?:[ ]?분(?![가-힣]))?", _clock),
    ("SCHOOL_YEAR", "'#학", r"(?:(?:19|20)[0-9]{2}|'[ ]?[0-9]{2})[ ]?학년도", _year),
    ("YEAR", "'#년", r"(?:(?:19|20)[0-9]{2}|'[ ]?[0-9]{2})[ ]?(?:년도|년)(?!생|대|산|형|식|차|간|여)", _year),
    ("YEAR", "#년", r"[0-9]{2}년(?=[ ]?(?:1[0-2]|0?[1-9])월|[ ]?[상하]반기|[ ]?[1-4]분기)", _year),
    ("YEAR", "이천", r"[이천]{1,2}[일이삼사오육칠팔구십]{0,4}년(?=[ ]?[일이삼사오육칠팔구십]{1,2}월)", _spelled_year),
    ("WEEK_NUMBER", "#주", r"[1-6]주차", lambda s: (int(s[0]),)),
    ("NTH", "#째번·,/주", rf"(?:[1-5](?:째|번째)?[ ]?[·,/][ ]?){{0,3}}[1-5](?:째|번째)?[ ]?주(?=[ ]?{W}(?:요일|욜))", _ordinals),
    ("EVERY", "#주", r"[2-4]주(?:에[ ]?한[ ]?번|마다)", lambda s: f"WEEKLY{s[0]}"),
    ("DURATION", "#박", r"[0-9]{1,2}박[ ]?[0-9]{1,2}일", _duration),
    ("DURATION", "#일", r"[0-9]{1,3}(?:일간|일[ ]?동안|일(?=[ ]?(?:뒤|후|전(?![가-힣])|이내|내(?=[^가-힣]|\Z|에)|안에|이상|만에|연속|내내)))", _duration),
    ("DURATION", "#시주개달년", rf"[0-9]{{1,3}}[ ]?(?:시간[ ]?(?:[0-9]{{1,2}}분|반)?|주일|주(?=[ 간뒤후전동])|개월|달|년(?!도)){_FOR}", _duration),
    ("DURATION", "#분", r"[0-9]{1,3}분(?:간|[ ]동안)", _duration),
    ("DAY", "#월화수목금토|┃", IN_TABLE, _first),
    ("MONTH", "#월", r"(?:1[0-2]|0?[1-9])[ ]?월(?!드|호|분[^기]|세)", _first),
    ("DAY", "#.", rf"(?:(?<=[~\-])|(?<=[~\-][ ]))(?:3[01]|[12][0-9]|0?[1-9])\.[ ]?(?=\({W}[ )])", _first),
    ("DAY", "#0123456789", rf"[123][ ][0-9][ ]?일(?=[ ]?\({W}[ )])", lambda s: int(s[0] + s[2])),
    ("LOST_DAY", "#일", r"[0-9]{3,4}일(?!간|째|차|장)", texts),
    ("DAY", "#일", r"(?:3[01]|[12][0-9]|0?[1-9])[ ]?일(?!차|째|장|간|당|수|치|반|여|분|꾼|손|요일|자리|평균|매출|일|주일)", _first),
    ("RUN_DAY", "#일", r"[1-9]일차", _first),
    ("MARKET", "#일·,/와과", rf"{_PAIR}일(?:[ ]?(?:5일)?장(?:날)?|(?=(?:에|마다)[ ](?:서는|열리는)[ ](?:5일|오일)?장))", _numbers),
    ("MARKET", "장끝오#일", rf"(?:장날[인은]?|끝자리[가인]?|(?:5일|오일)장)[ ]?[(:]?[ ]?{_PAIR}일?[ ]?\)?", lambda s: _numbers(s)[-2:]),
    ("HOUR", "#시", rf"(?:2[0-4]|1[0-9]|0?[0-9])[ ]?시{FIGURE_HOUR_END}", _first),
    ("HOUR", HOUR_FIRSTS, rf"(?![두세]시면)(?:{HOURS})[ ]?시{HOUR_END}", lambda s: native(s.rstrip("시").strip())),
    ("HOUR", "#apAP", r"(?:1[0-2]|0?[1-9])(?=[ ]?[apAP]\.?[mM]\b)", _first),
    ("MINUTE", "#분", r"[0-5]?[0-9][ ]?분(?!기|의|야|과|들|류|석|량|간)", _first),
    ("MINUTE", "이삼사오십", r"(?:[이삼사오]?십[일이삼사오육칠팔구]?|[오])[ ]?분(?=[^가-힣]|\Z|[에부까쯤경])", lambda s: sino(s.rstrip("분").strip())),
    ("COUNT", "총#회", r"총[ ]?[0-9]{1,3}[ ]?(?:회차?|차례|강|번|기)|[0-9]{1,3}회(?=[ ]?[)\n,.]|\Z)", _first),
    ("QUARTER", "일이삼사#/사분", r"(?:[1-4](?:/4)?|[일이삼사])[ ]?(?:사)?분기", _quarter),
    ("MD", "#./", rf"(?!{_ITEM})[0-9]{{1,2}}[ ]?[./][ ]{{0,2}}[0-9]{{1,2}}(?![0-9])(?:{SLASHED}|{NOT_UNIT})(?:[ ]?\.(?![0-9]))?", _month_day),
    ("MD", "#-", rf"[0-9]{{1,2}}-[0-9]{{1,2}}(?=[ ]?\({W})", _month_day),
    ("MD", "십일이삼사오유육칠팔구시", r"(?:십[일이]?|[일이삼사오유육칠팔구시])월[ ]?[이삼]?십?[일이삼사오육칠팔구]?일(?=[^가-힣]|\Z|에|부|까|은|이|의)", _spelled_day),
    ("MONTH", "십일이삼사오유칠팔구시", r"(?:십[일이]|[일이삼사오유칠팔구시])월(?=[ ](?:첫|둘째|셋째|넷째|마지막|초|중순|하순|말|[0-9]{1,2}일|" + _MONTH_DAYS + "|" + DAY_OF_MONTH + "))", lambda s: sino(s[:-1])),
    ("MONTH", "십일삼사오유칠팔구시", r"(?:십[일이]|[일삼사오유칠팔구시])월(?=[ ]한[ ]?달(?![가-힣])|[ ]한[ ]?달(?:간|[ ]?동안|[ ]?내내)|(?:에는|에도|에만|에|엔|부터|까지|은|중|[ ]중)(?:[ ,]|\Z)|[ ](?:들어|내내|안[에으]))", lambda s: sino(s[:-1])),
    ("ANCHOR_MONTH", "같그", MONTH_TOLD, lambda _: 0),
    ("ANCHOR_YEAR", "그이같", YEAR_TOLD, lambda s: int("이듬" in s)),
    ("RUN_DAY", "이사나닷", r"(?:이틀|사흘|나흘|닷새)째(?=[ ](?:오[전후]|아침|점심|낮|저녁|밤|날|[0-9]{1,2}시))", lambda s: DAY_COUNTS[s[:-1]]),
    ("RUN_DAY", "끝", r"끝(?:[ ]날(?=[^가-힣]|\Z|[에은의인])|날(?=에는|에[ ]|은[ ]|엔[ ]|인[ ]))", lambda _: -1),
    ("DAY", MONTH_DAY_FIRSTS, rf"(?:{_MONTH_DAYS})(?=[ ]?(?:\({W}\)|{W}(?:요일|욜)))", lambda s: MONTH_DAYS[s]),
    ("LUNAR_MONTH", "정섣동", LUNAR_MONTH, lambda s: _LUNAR_MONTHS[s]),
    ("DAY", MONTH_DAY_FIRSTS, rf"(?:(?<=[월달력])|(?<=[월달력][ ]))(?:{_MONTH_DAYS})(?!간|치|[ ]?동안)(?=[^가-힣]|\Z|[{JOSA}])", lambda s: MONTH_DAYS[s]),
    ("DAY", "이사나닷엿여아", rf"(?:(?<=월)|(?<=월[ ])){DAY_OF_MONTH}", lambda s: DAY_COUNTS[s] if s in DAY_COUNTS else MONTH_DAYS[f"초{s}"]),
    ("DAY", "열스", LATE_DAY, lambda s: MONTH_DAYS[s]),
    ("DAY", NAMED_DAY_FIRSTS, rf"(?:{NAMED_DAYS})(?!간|치|[ ]?(?:동안|뒤|후|전|만에))(?=[^가-힣]|\Z|[{JOSA}])", lambda s: MONTH_DAYS[s]),
    ("ANCHOR_WEEK", "그", r"그(?=[ ]주말(?:[^가-힣]|\Z|[에은엔]))", lambda _: 0),
    ("DAYPART", "늦이", SAID_HALF, lambda s: "pm" if s == "늦은" else "am"),
    ("EVERY", "매", EACH_WEEKDAY, lambda _: "WEEKLY"),
    ("DURATION", "한두세네석넉반다여일아열", rf"(?:한|두|세|네|석|넉|반|다섯|여섯|일곱|여덟|아홉|열|열두)[ ]?(?:시간(?:[ ]?반)?|달|주(?=[ 간뒤후전동]|일)일?|해(?=[ ]?[뒤후전])){_FOR}(?=[^가-힣]|\Z|[{JOSA}뒤후전만])", _duration),
    ("DURATION", COUNT_FIRSTS, rf"(?:{_COUNTS}){_FOR}(?=[^가-힣]|\Z|[{JOSA}뒤후전앞]|만에)", _duration),
    ("NTH", ORDINAL_FIRSTS + "#째", rf"(?:(?:{_ORDINAL}|[1-5]째)(?:[ ]?주)?{JOIN}){{0,3}}(?:{_ORDINAL}|[1-5]째)[ ]?주(?=[^가-힣]|\Z|[간차에{W[1:-1]}])(?:차|간)?", _ordinals),
    ("NTH", ORDINAL_FIRSTS + "#째", rf"(?:{_ORDINAL}|[1-5]째)(?=[ ]?주말)", _ordinals),
    ("NTH", ORDINAL_FIRSTS + "#째", rf"(?:(?:{_ORDINAL}|[1-5]째)(?:{JOIN}|[ ])){{0,3}}(?:{_ORDINAL}|[1-5]째)(?=[ ]?{W}(?:요일|욜))", _ordinals),
    ("WEEKDAY", DAYS, rf"(?:{W}(?:요일)?{JOIN}){{0,6}}{W}(?:요일|욜)", _weekdays),
    ("WEEKDAY", "月火水木金土日", r"[月火水木金土日]요일", _weekdays),
    ("WEEKDAY", "(", rf"\([ ]?(?:{W}{JOIN}){{1,6}}{W}[ ]?\)", _weekdays),
    ("BRACKETED", "(", r"\([ ]?[월화수목금토일月火水木金土日](?:요일|욜)?(?:[ ]?[,/·][ ]?[가-힣 ]{1,10})?[ ]?\)", lambda s: _weekdays(s[:3])),
    ("BRACKET_OPEN", "(", r"\([ ]?[월화수목금토일月火水木金土日](?:요일|욜)?(?=[ ]?,|[ ][0-9오])", lambda s: _weekdays(s[:3])),
    ("LETTERS", DAYS, rf"(?!금일|수일|일일|월일){W}{{2,5}}(?=[ ]?(?:[0-9,)]|오[전후]|저녁|아침|밤|낮|총[ ]?[0-9])|\Z)", _weekdays),
    ("LETTERS", DAYS + "月火水木金土日", rf"(?:{W}(?:[ ]?[·,~/\-][ ]?{W}){{0,6}}(?![가-힣一-龥])|[月火水木金土日](?!(?!으로|에|부터|까지)[가-힣]|[一-龥]))", _weekdays),
    ("NUMBER", "#", r"[0-9]{1,4}(?![0-9])", _first),
)  # fmt: skip
"""(kind, keys, pattern, reader). Patterns have no groups that capture; the reader gets the matched words.

`keys` are the characters the row may begin with; those behind «#» may follow a figure it begins with («#년»), and «#»
alone says that anything may. The scanner tries only rows whose key stands in the text; `test_times_scanner` holds that
no row is missed by its keys.
"""

GLUE = (
    ("TILDE", "~", r"~"),
    ("DASH", "-", r"-{1,2}"),
    ("OPEN", "(", r"\("),
    ("CLOSE", ")", r"\)"),
    ("COMMA", ",", r","),
    ("EACH", "마", r"마다"),
    (
        "AND",
        "·/및그과와이하랑",
        r"·|/|및|그리고|(?:과|와)(?=[ ]?[0-9가-힣])|(?:이랑|하고)(?=[ ]?[0-9])|랑(?=[ ]?(?:오늘|내일|모레))",
    ),
    ("DOT", ".T:", r"\.|T(?=[0-9]{2}:)|:(?=[ ])"),
    ("HALF", "반정", r"반(?=[^가-힣]|\Z|[에부까쯤경이입인으정])|정각"),
    (
        "TOPIC",
        "에은는의인이날안내일첫앞늦미엔",
        r"(?:에는|에도|에만|에|엔|은|는|의|인|이자|날인|날|안|내|일대|첫|앞선|앞당긴|늦춘|미룬)(?=[ ,(0-9]|\Z)",
    ),
)
"""(kind, keys, pattern): the signs and particles between the words of time."""
