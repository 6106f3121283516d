"""The scanner: text → islands of time tokens.

A cheap search finds where an expression may open (a digit, a word of the lexicon); from there token after token is
read until something else comes. Everything outside the islands is never looked at again, so a text without times costs
one pass. One character picks the few patterns that can fit: the first of a word or sign (오 → 오늘, 오전, 오후), or
what follows a figure (월 → MONTH).

Patterns that carry figures come from `figures`, words from `lexicon`.
Every repeat is bounded, every token moves forward: the cost grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from pipelines.extract.times.figures import (
    EACH_WEEKDAY,
    FIGURE_GOES_ON,
    FIGURES,
    GLUE,
    HOURS,
    LATE_DAY,
    LUNAR_MONTH,
    MONTH_TOLD,
    NAMED,
    SAID_HALF,
    YEAR_TOLD,
    W,
    texts,
)
from pipelines.extract.times.lexicon import JOSA, OPENING, TABLES
from pipelines.korean.numerals import DAY_COUNTS, ORDINALS


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
    r"(?<![A-Za-z0-9])(?=[0-9lIOo]{0,3}[0-9])[0-9lIOo]{2,4}(?=[ ]?[년월일시분:.(~])"
    r"|(?<=[0-9]:)[OolI0-9]{2}(?![A-Za-z0-9])"
)
_OCR_SUSPECT = re.compile(r"[lIOo;:](?:(?<=[0-9][lIOo;])|(?<=[lIOo])(?=[0-9])|(?<=:)[OolI])")
_SEMICOLON = re.compile(r"(?<=[0-9]);(?=[0-5][0-9](?![0-9]))")
_OCR_DIGITS = str.maketrans("lIOo", "1100")


_HANJA = re.compile(
    r"[一二三四五六七八九十]{1,4}[年月日時](?=[^一-龥]|[一二三四五六七八九十]|\Z)|(?<=[0-9])[ ]?[年月日時](?![一-龥])"
)
_HANGUL = str.maketrans("一二三四五六七八九十年月日時", "일이삼사오육칠팔구십년월일시")
_SPOKEN = {"육월": "유월", "십월": "시월"}


def _in_hangul(match: re.Match[str]) -> str:
    words = match[0].translate(_HANGUL)
    return _SPOKEN.get(words, words)


_NATIVE_WEEKDAYS = {
    "달날": "월욜", "불날": "화욜", "물날": "수욜", "나무날": "목요일", "쇠날": "금욜", "흙날": "토욜", "해날": "일욜",
    "(달)": "(월)", "(불)": "(화)", "(물)": "(수)", "(나무)": "(목 )", "(쇠)": "(금)", "(흙)": "(토)", "(해)": "(일)",
}  # fmt: skip
"""What meeting places of the young and schools of their own call the days of the week, in words of the same length."""
_NATIVE_WEEKDAY = re.compile(
    r"(?<![가-힣])(?:[달불물쇠흙해]|나무)날"
    r"(?=[^가-힣 ]|\Z|[에은는의이을과와도부까마인]|[ ](?!때|뻔|수[ ]|일[ ]|것|듯|리[ ]))"
    r"|(?:(?<=일)|(?<=[./][0-9])|(?<=[./][0-9][0-9]))\((?:[달불물쇠흙해]|나무)\)"
)
_NATIVE_SUSPECT = re.compile(r"날(?<=[달불물무쇠흙해]날)|\)(?<=\([달불물쇠흙해]\)|나무\))")
_TILDE_BULLET = re.compile(r"(?m)^[ \t]{0,8}~(?=[ ])")


def _without_bullets(text: str) -> str:
    """«~ 7일 …, ~ 11일 …» line after line is a list; one such line alone is an end («~ 6월 7일»)."""
    bullets = [m.end() for m in _TILDE_BULLET.finditer(text)]
    if len(bullets) < 2:
        return text
    parts = [text[a : b - 1] for a, b in zip([0, *bullets], [*bullets, len(text) + 1], strict=True)]
    return "*".join(parts)


def normalise(text: str) -> str:
    """The same number of characters: full-width signs, dashes, 六月, letters for digits (l5일, 14:OO), native names of
    weekdays and bullets made plain."""
    text = _GLYPH.sub(lambda m: _GLYPHS[m[0]], text)
    if "~ " in text:
        text = _without_bullets(text)
    if "날" in text and _NATIVE_SUSPECT.search(text):
        text = _NATIVE_WEEKDAY.sub(lambda m: _NATIVE_WEEKDAYS[m[0]], text)
    if "月" in text or "日" in text:
        text = _HANJA.sub(_in_hangul, text)
    if _OCR_SUSPECT.search(text):
        text = _OCR.sub(lambda m: m[0].translate(_OCR_DIGITS), text)
        text = _SEMICOLON.sub(":", text)
    return text


def _word(surface: str) -> str:
    return re.escape(surface).replace(r"\ ", "[ ]?")


LOOSE = frozenset(["DAYPART", "FROM", "UNTIL", "EVERY", "DIRECTION", "FIXED_CLOCK", "APPROXIMATE", "SAME_CLOCK"])
"""Kinds that need no boundary after them (오후2시, 부터는)."""
_BOUNDARY = {
    "SHORT_PART": r"(?=[^가-힣]|\Z|[에까부쯤경이로의께]|기준)",
    "SEASON": r"(?=[^가-힣]|\Z|철|[에까부쯤은의이])철?",
    "HOLIDAY": r"(?:[ ]?연휴|[ ]?당일|[ ]?전날|[ ]?다음[ ]?날|[ ]?이튿날)?"
    r"(?:(?<=연휴|당일|전날)(?=[ ]|만|도|이[라고었]|[은인])"
    r"|(?=[ ]?(?:[^가-힣 ]|\Z|\()|에|까지|부터|엔|은|과|인|이후|인[ ]|[ ](?:전|오전|오후|낮|저녁|휴[무관점업장원진])))",
    "REL_DAY": rf"(?=[^가-힣]|\Z|[{JOSA}면]|오전|오후|저녁|밤|낮|아침|점심|새벽)",
    "REL_WEEK": rf"(?=[^가-힣]|\Z|[{JOSA}]|중|{W}(?:요일|욜))",
    "ANCHOR_WEEK": rf"(?=[ ]?(?:{W}(?:요일|욜)|주말))",
    "YEAR_PART": rf"(?=[^가-힣]|\Z|[{JOSA}]|중|께|전|연시)",
    "AFTER": r"(?=[^가-힣]|\Z|[에인부까이]|의[ ])",
    "AS_OF": r"(?=[^가-힣]|\Z|[으까로])",
    "DAYPART": r"(?![가-힣]{1,2}[ ]?(?:학|식사|밥))",
    "WEEKDAY_SET": rf"(?=[^가-힣]|\Z|[{JOSA}])(?![ ]?(?:빼고|제외|말고))",
    "APPROXIMATE": r"(?=[^가-힣]|\Z|[에부까은이])",
    "EVERY": "",
}


MAX_GAP = 24
"""Blanks between two tokens of one expression."""
Row = tuple[str, str, str, Callable[[str], Any]]
"""Kind, keys, pattern, reader, as in `figures.FIGURES`."""


def _word_rows() -> Iterator[Row]:
    """One alternation for each kind and first character, longest surface first."""
    for kind, table in TABLES.items():
        end = _BOUNDARY.get(kind, "" if kind in LOOSE else rf"(?=[^가-힣]|\Z|[{JOSA}])")
        surfaces = sorted(table, key=len, reverse=True)
        for first in dict.fromkeys(word[0] for word in surfaces):
            alternatives = "|".join(_word(w) for w in surfaces if w[0] == first)
            yield kind, first, rf"(?:{alternatives}){end}", _lookup(table)
    this_year = r"올(?=[ ]?(?:[상하]반기|[봄가겨]|여름|[0-9]|연말|추석|설|[1-4]분기|말|초))"
    yield "THIS_YEAR", "올", this_year, lambda _: 0


def _lookup(table: dict[str, Any]) -> Callable[[str], Any]:
    """Reader of a word; the words themselves where the row adds an ending (추석 연휴)."""
    values = {w.replace(" ", ""): v for w, v in table.items()}
    return lambda words: values.get(words.replace(" ", ""), words)


class Table(NamedTuple):
    """What may stand at a place whose key is known: one pattern with a group for each row, and the rows' readers.

    The pattern takes the blanks behind the token with it.
    """

    pattern: re.Pattern[str]
    readers: tuple[tuple[str, Callable[[str], Any]], ...]


class Scanner(NamedTuple):
    """`opens` finds where an expression may begin; the tables read a token there."""

    opens: re.Pattern[str]
    words: Tables  # by its first character
    figures: Tables  # by the character that follows the figure


def rows() -> list[Row]:
    """All rows in the order they are tried: figures, words, signs."""
    return [*FIGURES, *_word_rows(), *((kind, keys, pattern, texts) for kind, keys, pattern in GLUE)]


def _table(chosen: list[Row]) -> Table:
    alternatives = "|".join(f"({row[2]})" for row in chosen)
    readers = tuple((row[0], lru_cache(maxsize=1000)(row[3])) for row in chosen)
    return Table(re.compile(rf"(?:{alternatives})[ \t]{{0,{MAX_GAP}}}"), readers)


class Tables(dict[str, Table | None]):
    """Tables by key, each compiled when a text first asks for it."""

    def __init__(self, rows: dict[str, list[Row]], other: Table | None) -> None:
        super().__init__()
        self.rows, self.other = rows, other

    def __missing__(self, key: str) -> Table | None:
        if key not in self.rows:
            return self.other
        self[key] = _table(self.rows[key])
        return self[key]


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    words: dict[str, list[Row]] = {}
    figures: dict[str, list[Row]] = {}
    every = rows()
    followers = {sign for row in every for sign in row[1].partition("#")[2]}
    for row in every:
        firsts, figure, after = row[1].partition("#")
        for sign in firsts:
            words.setdefault(sign, []).append(row)
        for sign in (after or followers) if figure else ():
            figures.setdefault(sign, []).append(row)
    return Scanner(
        re.compile(_by_first_character(_openings())),
        Tables(words, None),
        Tables(figures, _table([row for row in every if row[1].endswith("#")])),
    )


def _by_first_character(patterns: set[str]) -> str:
    """오늘|오후|내일 → 내(?:일)|오(?:늘|후): one comparison for each first character instead of one for each word."""
    groups: dict[str, list[str]] = {}
    for pattern in sorted(patterns, key=len, reverse=True):
        length = 2 if pattern[0] == "\\" else 1
        groups.setdefault(pattern[:length], []).append(pattern[length:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))


def _spelled_out(pattern: str) -> list[str]:
    """«(?:늦은|이른)(?=…)» as «늦은(?=…)» and «이른(?=…)»: an opening begins with a literal character."""
    words, _, ahead = pattern.removeprefix("(?:").partition(")")
    return [word + ahead for word in words.split("|")]


def _openings() -> set[str]:
    """Alternatives that all begin with a literal character: `re` then skips to those characters at the speed of C."""
    found = (
        {_word(w) for kind in OPENING for w in TABLES[kind]}
        | set(DAY_COUNTS)
        | set(NAMED)
        | {
            "올",
            "그[ ]주말",
            "반년",
            *_spelled_out(LUNAR_MONTH),
            *_spelled_out(SAID_HALF),
            *_spelled_out(MONTH_TOLD),
            *_spelled_out(YEAR_TOLD),
            r"끝[ ]?날",
            *_spelled_out(LATE_DAY),
            "일분기",
            "이분기",
            "삼분기",
            "사분기",
            "~[ ]?[0-9]",
            r"장날[인은]?[ ]?[(:]?[ ]?[1-5]",
            r"오일장[ ]?[(:]?[ ]?[1-5]",
            EACH_WEEKDAY,
            "끝자리",
            rf"\([ ]?{W}[ ]?[~·,/\-]",
        }
    )
    found |= (
        {rf"{h}[ ]?시" for h in HOURS.split("|")}
        | {f"{m}월" for m in "일이삼사오유육칠팔구시십"}
        | {"십일월", "십이월"}
    )
    found |= {rf"{n}[ ]?(?:시간|달|주|해(?=[ ]?[뒤후전]))" for n in ("한", "두", "세", "네", "석", "넉")}
    found |= {rf"{d}(?:요일|욜|[ ]?[·,~/\-][ ]?{W})" for d in "월화수목금토일"} | {_word(w) for w in ORDINALS}
    return found | {rf"{d}(?<![0-9]{d})(?={FIGURE_GOES_ON})" for d in "0123456789"} | {"'(?=[ ]?[0-9])"}


_OVER = re.compile(r"(?:추석|명절|한가위|설|연휴|장마)[이가][ ]\Z")
"""«추석이 지난 10월 13일»: a verb, which says nothing about the publication."""
_RUN = re.compile(r"[0-9A-Za-z.\-/]{0,200}")
MAX_TOKENS = 80
"""An island longer than this is cut: no person writes such an expression, hostile input does."""
MAX_TEXT_TOKENS = 50_000
"""The times read from one text have a third of it; behind them a text of nothing but figures is left alone."""


def _opens(text: str, start: int) -> bool:
    """False inside a word, a version, an address, a phone number, and after 제 (제2조, 제27일)."""
    if start == 0:
        return True
    before, sign = text[start - 1], text[start]
    if sign == "지" and _OVER.search(text, max(0, start - 4), start):
        return False
    if not sign.isdigit():
        return not (("가" <= before <= "힣" or before.isdigit()) and sign not in "'~(")  # «5명일 때»
    if before == "=" and start > 1 and not text[start - 2].isascii():
        return True  # «제9차 총회=28일 오후 2시»
    if before in "=&#$₩제" or (before.isascii() and before.isalnum()):
        return False
    return not (before in ".-/_+" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum())


def islands(text: str, start: int = 0, end: int | None = None) -> Iterator[list[Token]]:
    """Runs of tokens of a normalised text, in order; each is parsed on its own."""
    scanner = _scanner()
    budget = MAX_TEXT_TOKENS
    end = len(text) if end is None else end
    begin = start
    while budget > 0 and (found := scanner.opens.search(text, start, end)) is not None:
        at = found.start()
        if at > begin and not _opens(text, at):
            start = max(found.end(), _RUN.match(text, at, end).end()) if text[at].isdigit() else found.end()  # type: ignore[union-attr]
            continue
        tokens = _island(text, at, end, scanner)
        budget -= len(tokens) + 1
        if tokens:
            yield tokens
            start = tokens[-1].end
        else:  # «장날은 27일로»: what looked like a market's days; its figure opens another
            start = found.end() - (found.end() - at > 1 and text[found.end() - 1].isdigit())


_MAKE = tuple.__new__  # a third of the cost of Token(…), for the innermost loop
_FIGURE = re.compile(r"[0-9]{1,9}[ ]?")
_DIGITS = frozenset("0123456789")


def _island(text: str, at: int, end: int, scanner: Scanner) -> list[Token]:
    """The tokens from `at` on, until something else comes."""
    tokens: list[Token] = []
    words, figures = scanner.words, scanner.figures
    gap = False
    while at < end and len(tokens) < MAX_TOKENS:
        sign = text[at]
        if sign in _DIGITS:
            follows = _FIGURE.match(text, at, end).end()  # type: ignore[union-attr]
            table = figures[text[follows : follows + 1]]
        else:
            table = words[sign]
        if table is None or (match := table.pattern.match(text, at, end)) is None:
            break
        row: int = match.lastindex  # type: ignore[assignment]
        kind, reader = table.readers[row - 1]
        value, stop = reader(match[row]), match.end(row)
        tokens.append(_MAKE(Token, (kind if value is not None else "NOTHING", value, at, stop, gap)))
        at = match.end()
        gap = at > stop
    return tokens
