"""The scanner: text → islands of time tokens.

A cheap search finds where an expression may open (a digit, a word of the lexicon); from there one
sticky pattern reads token after token until something else comes. Everything outside the islands is
never looked at again, so a text without times costs one pass.

Patterns that carry figures stand in FIGURES with the reader of their value; words come from `lexicon`.
Every repeat is bounded, every token moves forward: the cost grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from pipelines.extract.times.lexicon import JOSA, OPENING, TABLES
from pipelines.korean.calendar import WEEKDAYS
from pipelines.korean.numerals import DAY_COUNTS, ORDINALS, native, sino


class Token(NamedTuple):
    """One word of time. `value` is what the reader of its kind made of it; `gap` = white space before it."""

    kind: str
    value: Any
    start: int
    end: int
    gap: bool


# --- one character for one character, so that spans stay ----------------------------------

_GLYPHS = dict(
    zip(
        "０１２３４５６７８９：．，／（）［］【】〔〕～∼〜˜–—―−‐‑’‘`´＇ㆍ∙•･・\u00a0\u3000\u200b",
        "0123456789:.,/()()()()~~~~------'''''·····   ",
        strict=True,
    )
)
_GLYPH = re.compile(f"[{''.join(_GLYPHS)}]")
_OCR = re.compile(
    r"(?<![A-Za-z0-9])(?=[0-9lIOo]{0,3}[0-9])[0-9lIOo]{2,4}(?=[ ]?[년월일시분:.(~])|(?<=[0-9]:)[OolI0-9]{2}(?![A-Za-z0-9])"
)
_OCR_SUSPECT = re.compile(r"[0-9][lIOo]|[lIOo][0-9]|:[OolI]")
_OCR_DIGITS = str.maketrans("lIOo", "1100")


def normalise(text: str) -> str:
    """The same number of characters with full-width signs, dashes and letters read for digits (l5일, 14:OO) made plain."""
    text = _GLYPH.sub(lambda m: _GLYPHS[m[0]], text)
    if _OCR_SUSPECT.search(text):
        text = _OCR.sub(lambda m: m[0].translate(_OCR_DIGITS), text)
    return text


# --- figures --------------------------------------------------------------------------------

_W = "[월화수목금토일]"
_JOIN = r"[ ]?[·,~/\-및와과][ ]?"
_NOT_UNIT = r"(?![ ]?(?:[월년일시분회명개%℃원:차절호위층점배억만천퍼세인곳㎡㎞]|km|kg|cm|mm|GB|°))"
_HOURS = "열두|열한|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열"
_HOUR_END = r"(?=[^가-힣]|\Z|반(?![가-힣])|반[에부까쯤경이입인으정]|정각|부터|까지|에|을|를|쯤|경|께|로|와|과|엔|이후|이전|이[고며다]|전|후|무렵|즈음|정도|입니|인데|예[요정])"
_FIGURE_GOES_ON = r"[0-9]{0,7}[ ]?(?:[년월일시분주달박./:~\-·과와째(]|개월|,(?![0-9]{3})|[1-4일이삼사]?분기|[apAP]\.?[mM]|회|학년도)|[0-9]{7}(?![0-9])|[0-9]{3}[ ][0-9]{1,2}[ .]"
"""What must follow a figure that opens an expression: a unit of time, or a sign that links it to one."""
_COUNTS = "|".join(sorted(DAY_COUNTS, key=len, reverse=True))
_ORDINAL = "|".join(w.replace("번째", "[ ]?번째") for w in sorted(ORDINALS, key=len, reverse=True))
_FOR = r"(?:간|[ ]?동안)?"
_NUMBERS = re.compile(r"[0-9]{1,4}")
_APOSTROPHE = "'"


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


def _texts(text: str) -> str:
    return text


FIGURES: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
    # longest first: the first row that fits is taken
    ("YMD", r"(?:19|20)[0-9]{2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}(?![0-9/]|[ ]?[년월])(?:[ ]?\.(?![0-9]))?", _year_month_day),
    ("YMD", r"'[ ]?[0-9]{2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}[ ]?[.,/\-][ ]{0,2}[0-9]{1,2}(?![0-9])(?:[ ]?\.(?![0-9]))?", _year_month_day),
    ("YMD", r"[0-9]{2}(?:\.[0-9]{2}\.|/[0-9]{2}/|-[0-9]{2}-)[0-9]{2}(?![0-9./\-]?[0-9])(?:\.(?![0-9]))?", _year_month_day),
    ("YMD", rf"[0-9]{{2}}[ ]?\.[ ]?[0-9]{{1,2}}[ ]?\.[ ]?[0-9]{{1,2}}\.?(?=[ ]?(?:\({_W}|[0-9]{{1,2}}(?:시|:)|오[전후]))", _year_month_day),
    ("YMD", rf"(?:19|20)[0-9]{{2}}[ .,/]{{1,3}}[0-9]{{1,2}}[ .,/]{{1,3}}[0-9]{{1,2}}\.?(?=[ ]?\(?{_W}(?![가-힣]))", _year_month_day),
    ("YEAR", r"(?:19|20)[0-9]{2}[.,](?=[ ]?[0-9]{1,2}월)", _year),
    ("BROKEN", r"(?:19|20)[0-9]{2}(?:[0-9]{1,4}|[.,][ ]?[0-9]{3,4})(?:[.,][ ]?[0-9]{1,2})?(?![0-9])\.?", _texts),
    ("YM", r"(?:(?:19|20)|')[0-9]{2}[./][ ]?(?:1[0-2]|0?[1-9])(?![0-9]|[ ]?[월일.,][ ]?[0-9]|월)\.?", _year_month_day),
    ("HOLIDAY", r"3[·.]1절", lambda _: "삼일절"),
    ("CLOCK", r"[0-9]{1,2}[ ]?:[ ]?[0-5][0-9](?::[0-5][0-9])?(?![0-9:])(?:[ ]?분(?![가-힣]))?", _clock),
    ("YEAR", r"(?:(?:19|20)[0-9]{2}|'[ ]?[0-9]{2})[ ]?(?:년도|년|학년도)(?!생|대|산|형|식|차|간|여)", _year),
    ("YEAR", r"[0-9]{2}년(?=[ ]?(?:1[0-2]|0?[1-9])월|[ ]?[상하]반기|[ ]?[1-4]분기)", _year),
    ("YEAR", r"[12]?[이천]{1,2}[일이삼사오육칠팔구십]{0,4}년(?=[ ]?[일이삼사오육칠팔구십]{1,2}월)", _spelled_year),
    ("WEEK_NUMBER", r"[1-6]주차", lambda s: (int(s[0]),)),
    ("NTH", rf"(?:[1-5](?:째|번째)?[ ]?[·,/][ ]?){{0,3}}[1-5](?:째|번째)?[ ]?주(?=[ ]?{_W}(?:요일|욜))", _ordinals),
    ("EVERY", r"[2-4]주(?:에[ ]?한[ ]?번|마다)", lambda s: f"WEEKLY{s[0]}"),
    ("DURATION", r"[0-9]{1,2}박[ ]?[0-9]{1,2}일", _duration),
    ("DURATION", r"[0-9]{1,3}(?:일간|일[ ]?동안|일(?=[ ]?(?:뒤|후|전(?![가-힣])|이내|이상|만에|연속|내내)))", _duration),
    ("DURATION", rf"[0-9]{{1,3}}[ ]?(?:시간[ ]?(?:[0-9]{{1,2}}분|반)?|주일|주(?=[ 간])|개월|달|년(?!도)){_FOR}", _duration),
    ("DURATION", r"[0-9]{1,3}분(?:간|[ ]동안)", _duration),
    ("MONTH", r"(?:1[0-2]|0?[1-9])[ ]?월(?!드|호|분[^기]|세)", _first),
    ("LOST_DAY", r"[0-9]{3,4}일(?!간|째|차|장)", _texts),
    ("DAY", r"(?:3[01]|[12][0-9]|0?[1-9])[ ]?일(?!차|째|장|간|당|수|치|반|여|분|꾼|손|요일|자리|평균|매출|일)", _first),
    ("RUN_DAY", r"[1-9]일차", _first),
    ("MARKET", r"[1-5]일?[ ]?[·,/와과][ ]?(?:[6-9]|10|0)일[ ]?(?:5일)?장(?:날)?", _numbers),
    ("MARKET", r"(?:장날[인은]|끝자리[가인]?)[ ]?[1-5]일?[ ]?(?:[·,/]|과|와)[ ]?(?:[6-9]|10|0)일?", _numbers),
    ("HOUR", rf"(?:2[0-4]|1[0-9]|0?[0-9])[ ]?시{_HOUR_END}", _first),
    ("HOUR", rf"(?:{_HOURS})[ ]?시{_HOUR_END}", lambda s: native(s.rstrip("시").strip())),
    ("HOUR", r"(?:1[0-2]|0?[1-9])(?=[ ]?[apAP]\.?[mM]\b)", _first),
    ("MINUTE", r"[0-5]?[0-9][ ]?분(?!기|의|야|과|들|류|석|량|간)", _first),
    ("COUNT", r"총[ ]?[0-9]{1,3}[ ]?(?:회차?|차례|강|번|기)|[0-9]{1,3}회(?=[ ]?[)\n,.]|\Z)", _first),
    ("QUARTER", r"(?:[1-4](?:/4)?|[일이삼사])[ ]?(?:사)?분기", _quarter),
    ("MD", rf"[0-9]{{1,2}}[ ]?[./][ ]{{0,2}}[0-9]{{1,2}}(?![0-9]){_NOT_UNIT}(?:[ ]?\.(?![0-9]))?", _month_day),
    ("MD", rf"[0-9]{{1,2}}-[0-9]{{1,2}}(?=[ ]?\({_W})", _month_day),
    ("MD", r"(?:십[일이]?|[일이삼사오유육칠팔구시])월[ ]?[이삼]?십?[일이삼사오육칠팔구]?일(?=[^가-힣]|\Z|에|부|까|은|이|의)", _spelled_day),
    ("NUMBER", r"[0-9]{1,4}(?![0-9])", _first),
    ("DURATION", rf"(?:한|두|세|네|석|넉|반|다섯|여섯|일곱|여덟|아홉|열|열두)[ ]?(?:시간(?:[ ]?반)?|달|주(?=[ 간]|일)일?){_FOR}(?=[^가-힣]|\Z|[{JOSA}뒤후전만])", _duration),
    ("DURATION", rf"(?:{_COUNTS}){_FOR}(?=[^가-힣]|\Z|[{JOSA}뒤후전앞]|만에)", _duration),
    ("NTH", rf"(?:(?:{_ORDINAL}|[1-5]째)(?:[ ]?주)?{_JOIN}){{0,3}}(?:{_ORDINAL}|[1-5]째)[ ]?주(?=[^가-힣]|\Z|[간차에{_W[1:-1]}])(?:차|간)?", _ordinals),
    ("NTH", rf"(?:(?:{_ORDINAL}|[1-5]째){_JOIN}){{0,3}}(?:{_ORDINAL}|[1-5]째)(?=[ ]?{_W}(?:요일|욜))", _ordinals),
    ("WEEKDAY", rf"(?:{_W}(?:요일)?{_JOIN}){{0,6}}{_W}(?:요일|욜)", _weekdays),
    ("WEEKDAY", rf"\([ ]?(?:{_W}{_JOIN}){{1,6}}{_W}[ ]?\)", _weekdays),
    ("BRACKETED", r"\([ ]?[월화수목금토일月火水木金土日](?:요일|욜)?(?:[ ]?[,/·][ ]?[가-힣 ]{1,10})?[ ]?\)", lambda s: _weekdays(s[:3])),
    ("BRACKET_OPEN", r"\([ ]?[월화수목금토일月火水木金土日](?:요일|욜)?(?=[ ]?,|[ ][0-9오])", lambda s: _weekdays(s[:3])),
    ("LETTERS", rf"(?!금일|수일|일일|월일){_W}{{2,5}}(?=[ ]?(?:[0-9,)]|오[전후]|저녁|아침|밤|낮)|\Z)", _weekdays),
    ("LETTERS", rf"{_W}(?:[ ]?[·,~/\-][ ]?{_W}){{0,6}}(?![가-힣])", _weekdays),
)  # fmt: skip
"""(kind, pattern, reader). Patterns have no groups that capture; the reader gets the matched words."""

GLUE = (
    ("TILDE", r"~"),
    ("DASH", r"-{1,2}"),
    ("OPEN", r"\("),
    ("CLOSE", r"\)"),
    ("COMMA", r","),
    ("EACH", r"마다"),
    ("AND", r"·|/|및|그리고|(?:과|와)(?=[ ]?[0-9가-힣])"),
    ("DOT", r"\.|T(?=[0-9]{2}:)|:(?=[ ])"),
    ("HALF", r"반(?=[^가-힣]|\Z|[에부까쯤경이입인으정])|정각"),
    ("TOPIC", r"(?:에는|에도|에만|에|엔|은|는|의|인|이자|날인|날|안|내|일대|첫|앞선|앞당긴|늦춘|미룬)(?=[ ,(0-9]|\Z)"),
)


def _word(surface: str) -> str:
    return re.escape(surface).replace(r"\ ", "[ ]?")


LOOSE = frozenset(
    ["DAYPART", "FROM", "UNTIL", "EVERY", "DIRECTION", "FIXED_CLOCK", "APPROXIMATE", "SAME_CLOCK", "YEAR_PART"]
)
"""Kinds that need no boundary after them (오후2시, 부터는)."""
_BOUNDARY = {
    "SHORT_PART": r"(?=[^가-힣]|\Z|[에까부쯤경이로의께]|기준)",
    "SEASON": r"(?=[^가-힣]|\Z|철|[에까부쯤은의이])철?",
    "HOLIDAY": r"(?:[ ]?연휴|[ ]?당일|[ ]?전날|[ ]?다음[ ]?날|[ ]?이튿날)?(?=[ ]?(?:[^가-힣 ]|\Z|\()|에|까지|부터|엔|은|과|이후|[ ](?:전|오전|오후|낮|저녁))",
    "AFTER": r"(?=[^가-힣]|\Z|[에인부까의]|이)",
    "AS_OF": r"(?=[^가-힣]|\Z|[으까로])",
    "DAYPART": r"(?![가-힣]{1,2}[ ]?(?:학|식사|밥))",
    "APPROXIMATE": r"(?=[^가-힣]|\Z|[에부까은이])",
    "EVERY": "",
}


def _word_rows() -> Iterator[tuple[str, str]]:
    """One alternation for each kind, longest surface first."""
    for kind, table in TABLES.items():
        surfaces = "|".join(_word(w) for w in sorted(table, key=len, reverse=True))
        end = _BOUNDARY.get(kind, "" if kind in LOOSE else rf"(?=[^가-힣]|\Z|[{JOSA}])")
        yield kind, rf"(?:{surfaces}){end}"
    yield "THIS_YEAR", r"올(?=[ ]?(?:[상하]반기|[봄가겨]|여름|[0-9]|연말|추석|설|[1-4]분기|말|초))"


def _lookup(table: dict[str, Any]) -> Callable[[str], Any]:
    """Reader of a word; the words themselves where the row adds an ending (추석 연휴)."""
    values = {w.replace(" ", ""): v for w, v in table.items()}
    return lambda words: values.get(words.replace(" ", ""), words)


class Scanner(NamedTuple):
    """`opens` finds where an expression may begin; `tables` read the next token by the script of its first character."""

    opens: re.Pattern[str]
    tables: dict[str, tuple[re.Pattern[str], tuple[tuple[str, Callable[[str], Any]], ...]]]


SCRIPTS = {
    # kinds whose pattern begins with something else than their table says
    "BRACKETED": "sign", "BRACKET_OPEN": "sign", "TILDE": "sign", "DASH": "sign", "OPEN": "sign", "CLOSE": "sign",
    "COMMA": "sign", "DOT": "sign",
}  # fmt: skip
BOTH = frozenset(
    ["YEAR", "MD", "QUARTER", "COUNT", "NTH", "HOUR", "DURATION", "MARKET", "WEEKDAY", "AND", "EVERY", "DAYPART"]
    + ["UNTIL", "LUNAR", "HOLIDAY"]
)
"""Kinds written with figures or words or signs: asked for whatever the script."""


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    rows: list[tuple[str, str, Callable[[str], Any], str]] = []
    for kind, pattern, reader in FIGURES:
        script = "any" if kind in BOTH else SCRIPTS.get(kind, "hangul" if kind in ("WEEKDAY", "LETTERS") else "digit")
        rows.append((kind, pattern, reader, script))
    for kind, pattern in _word_rows():
        reader = _lookup(TABLES.get(kind, {"올": 0}))
        rows.append((kind, pattern, reader, "any" if kind in BOTH else "hangul"))
    rows += [(kind, pattern, _texts, "any" if kind in BOTH else SCRIPTS.get(kind, "hangul")) for kind, pattern in GLUE]
    tables = {}
    for script in ("digit", "hangul", "sign"):
        chosen = [row for row in rows if row[3] in (script, "any")]
        tables[script] = (re.compile("|".join(f"({r[1]})" for r in chosen)), tuple((r[0], r[2]) for r in chosen))
    return Scanner(re.compile(_by_first_character(_openings())), tables)


def _by_first_character(patterns: set[str]) -> str:
    """오늘|오후|내일 → 내(?:일)|오(?:늘|후): one comparison for each first character instead of one for each word."""
    groups: dict[str, list[str]] = {}
    for pattern in sorted(patterns, key=len, reverse=True):
        length = 2 if pattern[0] == "\\" else 1
        groups.setdefault(pattern[:length], []).append(pattern[length:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))


def _openings() -> set[str]:
    """Alternatives that all begin with a literal character: `re` then skips to those characters at the speed of C."""
    found = (
        {_word(w) for kind in OPENING for w in TABLES[kind]}
        | set(DAY_COUNTS)
        | {"올", "반년", "일분기", "~[ ]?[0-9]", "장날[인은]", "끝자리", rf"\([ ]?{_W}[ ]?[~·,/\-]"}
    )
    found |= (
        {rf"{h}[ ]?시" for h in _HOURS.split("|")}
        | {f"{m}월" for m in "일이삼사오유육칠팔구시십"}
        | {"십일월", "십이월"}
    )
    found |= {rf"{n}[ ]?(?:시간|달|주)" for n in ("한", "두", "세", "네", "석", "넉")}
    found |= {rf"{d}(?:요일|욜|[ ]?[·,~/][ ]?{_W})" for d in "월화수목금토일"} | {_word(w) for w in ORDINALS}
    return found | {rf"{d}(?={_FIGURE_GOES_ON})" for d in "0123456789"} | {"'(?=[ ]?[0-9])"}


_SPACE = re.compile(r"[ \t]{0,3}")
_RUN = re.compile(r"[0-9A-Za-z.\-/]{0,200}")
MAX_TOKENS = 80
"""An island longer than this is cut: no person writes such an expression, hostile input does."""
MAX_TEXT_TOKENS = 100_000
"""A megabyte of real text has fewer; behind them a text of nothing but figures is left alone."""


def _opens(text: str, start: int) -> bool:
    """False inside a word, a version, an address, a phone number, and after 제 (제2조, 제27일)."""
    if start == 0:
        return True
    before, sign = text[start - 1], text[start]
    if not sign.isdigit():
        return not ("가" <= before <= "힣" and sign not in "'~(")
    if before in "=&#$₩제" or (before.isascii() and before.isalnum()):
        return False
    return not (before in ".-/_+" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum())


def islands(text: str, start: int = 0, end: int | None = None) -> Iterator[list[Token]]:
    """Runs of tokens of a normalised text, in order; each is parsed on its own."""
    opens, tables = _scanner()
    budget = MAX_TEXT_TOKENS
    end = len(text) if end is None else end
    begin = start
    while budget > 0 and (found := opens.search(text, start, end)) is not None:
        at = found.start()
        if at > begin and not _opens(text, at):
            start = max(found.end(), _RUN.match(text, at, end).end()) if text[at].isdigit() else found.end()  # type: ignore[union-attr]
            continue
        tokens = _island(text, at, end, tables)
        budget -= len(tokens) + 1
        if tokens:
            yield tokens
            start = tokens[-1].end
        else:
            start = found.end()


def _island(text: str, at: int, end: int, tables: Any) -> list[Token]:
    tokens: list[Token] = []
    gap = False
    while at < end and len(tokens) < MAX_TOKENS:
        sign = text[at]
        pattern, readers = tables[
            "digit" if "0" <= sign <= "9" or sign == "'" else "hangul" if "가" <= sign <= "힣" else "sign"
        ]
        match = pattern.match(text, at, end)
        if match is None:
            break
        kind, reader = readers[match.lastindex - 1]
        stop = match.end()
        value = reader(match[0])
        tokens.append(Token(kind if value is not None else "NOTHING", value, at, stop, gap))
        at = _SPACE.match(text, stop, end).end()  # type: ignore[union-attr]
        gap = at > stop
    return tokens
