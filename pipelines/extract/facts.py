"""Stated figures (guideline §6): who or what, measure, value as a plain number, unit, as of when.

A figure is a number with a unit of `UNITS`. What looks like one and is none (fees, quorums of a law,
speakers, parts of a programme, dates) is turned away by a named row of `NOT_FACTS`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from pipelines.extract.boilerplate import Line
from pipelines.korean.cued import Cued
from pipelines.korean.numerals import NATIVE, amount, native, spelled
from store.records import Document, Fact, Organisation, SpanPair, When

# surface → unit as published. Longest first is seen to by the pattern.
UNITS: dict[str, str] = {
    "명": "명", "인": "명", "사람": "명", "여 명": "명", "곳": "곳", "군데": "곳", "개소": "개소", "개 국": "개국",
    "개국": "개국", "개사": "개", "개 팀": "팀", "개팀": "팀", "개": "개", "팀": "팀", "가구": "가구", "가족": "가족",
    "세대": "세대", "가정": "가구", "분": "명", "농가": "가구", "집": "가구", "건": "건", "석": "석", "좌": "좌",
    "원": "KRW", "유로": "EUR", "달러": "USD", "엔": "JPY", "위안": "CNY", "%포인트": "%p", "%p": "%p", "%P": "%p",
    "퍼센트포인트": "%p", "포인트": "%p", "%": "%", "％": "%", "퍼센트": "%", "포기": "포기", "그루": "그루",
    "상자": "상자", "박스": "상자", "마리": "마리", "권": "권", "벌": "벌", "켤레": "켤레", "끼": "끼",
    "인분": "인분", "그릇": "그릇", "잔": "잔", "대": "대", "필지": "필지", "부스": "개", "동아리": "개",
    "점포": "곳", "점": "점", "종": "종", "배": "배", "㎾h": "kWh", "kWh": "kWh", "kwh": "kWh", "MWh": "MWh",
    "㎾": "kW", "kW": "kW", "㎿": "MW", "MW": "MW", "㎏": "kg", "kg": "kg", "킬로그램": "kg", "톤": "t", "t": "t",
    "㎡": "㎡", "제곱미터": "㎡", "평": "평", "ha": "ha", "㏊": "ha", "헥타르": "ha",
    "가지": "가지", "봉지": "봉지", "채": "채", "번": "번", "댁": "가구",
    "ℓ": "L", "리터": "L",
}  # fmt: skip
# Counted with native words too: «스무 곳», «예순두 집», «아홉 명».
NATIVE_UNITS = (
    "명", "사람", "곳", "군데", "팀", "가구", "집", "농가", "건", "그루", "마리",
    "상자", "포기", "점포", "개", "그릇", "대", "가족", "점", "분", "댁",
)  # fmt: skip

# The digit stands first and looks back from there, so that `re` skips from figure to figure.
DIGITS = r"\d(?<![\d.,:/~\-A-Za-z제]\d)[\d,]{0,15}(?:\.\d{1,4})?"
SCALED = rf"{DIGITS}(?:\s?[십백천]?[만억조]|[십백천])?(?:\s?\d[\d,]{{0,8}}(?:[십백천]?[만억]|[백천])?){{0,2}}"
MORE = r"(?:\s?여|\s?남짓)?"
_UNIT = "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True))
_NATIVE_UNIT = "|".join(sorted(NATIVE_UNITS, key=len, reverse=True))
QUANTITY = re.compile(
    rf"(?P<number>{SCALED})(?P<more>{MORE})(?P<scale>[만억조]?)\s?(?P<unit>{_UNIT})"
    r"(?![A-Za-z㎡])"
)
_HUNDREDS = r"(?:[이삼사오육칠팔구]?[천백]){1,2}"
NATIVE_QUANTITY = Cued(
    rf"(?<![가-힣])(?P<number>{_HUNDREDS}(?:{NATIVE}|[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?)?|{NATIVE})"
    rf"(?P<more>{MORE})\s(?P<unit>{_NATIVE_UNIT})",
    cues=rf"\s(?:{_NATIVE_UNIT})",
)
"""«스무 곳», «오백 그루», «백스무 명»."""
CAME = Cued(
    r"(?<![가-힣])(?P<number>둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)이\s?(?:왔|모였|모여|참석|함께)",
)
APPROXIMATE = ("약", "대략", "무려")
AFTER_APPROXIMATE = ("가량", "정도", "안팎", "남짓", "쯤", "내외", "이상", "넘게", "넘는", "이내")

# What the words right behind a unit must not be: parts of a programme, time, shares read loosely.
BEHIND: dict[str, str] = {
    "개": r"\s?(?:월|년|분야|부문|과목|강좌|과정|섹션|프로그램|주제|세션|갈래|코너|분과|조건|"
    r"문항|항목|영역|강의|차시|학년|반|조항|언어|원칙|안건)",
    "인": r"(?:[가-힣]|\s?1조|\s?\d)",
    "원": r"(?:도심|년|칙|래|장|서|동|주|룸)",
    "점": r"(?:[가-힣])",
    "종": r"(?:[가-힣](?<![이은을의과와도류]))",
    "대": r"(?:[가-힣](?<![를가의와도이]))|\s?(?:초반|중반|후반|이상|\d|청년|여성|남성)",
    "배": r"(?:송|추|출|달|경|[가-힣]{2})",
    "부스": r"\s?비",
    "집": r"(?:[가-힣](?<![이은을의에과와도만]))",
    "건": r"(?:[가-힣](?<![이은을의으]))",
    "석": r"(?:[가-힣](?<![이은을의뿐만]))",
    "%": r"대\s",
    "세대": r"(?:를|별|간|가 함께)",
    "가정": r"(?:[가-힣](?<![이은을의에과와도]))",
    "분": r"(?:[가-힣](?<![이은을의께들만과]))|\s?(?:간|동안|전|후|뒤|쯤|정도|가량|거리|야|과)|\s?\d",
    "곳": r"(?:곳)",
    "명": r"(?:당|씩만|만\s?(?:입장|가능)|으로 (?:구성된|이뤄진|된) (?:팀|단체|모임))",
    "팀": r"(?:당|장|원)",
    "좌": r"(?:[가-힣])",
    "권": r"(?:[가-힣](?<![이은을의]))",
    "평": r"(?:[가-힣](?<![이은을의]))",
    "끼": r"(?:[가-힣](?<![를가]))",
    "채": r"(?:[가-힣](?<![를가의와에])|\s?(?:널|썰))",
    "번": r"(?:[가-힣](?<![을의])|\s?(?:째|출구|버스|국도|안건|문항|글|호|이상|넘게|더|만))",
    "가지": r"(?:[가-힣](?<![를가의와로])|\s?(?:주제|프로그램|방법|원칙|이유|안건|이야기|행사|체험))",
}
_BEHIND = {unit: re.compile(pattern) for unit, pattern in BEHIND.items()}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a figure is none. `before` and `after` are looked at in this many characters around it."""

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    units: frozenset[str] | None = None  # None: whatever is counted
    most: float = float("inf")  # only figures up to this size


PEOPLE = frozenset(("명",))
NOT_FACTS: tuple[Refusal, ...] = (
    Refusal("fee", re.compile(r"(?:참가비|참가료|수\s*강\s*료|참\s*가\s*비|재료비|교재비|입장료|회비|등록비|강의료|"
        r"이용료|관람료|체험비|내는\s?돈|드는\s?돈|교육비|접수비|부스비|주차비|찻값|밥값|자릿세|"
        r"(?:^|[\s(/,.])(?:어른|성인|아이|어린이|청소년))[^\n.,]{0,10}$"), None, frozenset(("KRW",))),
    Refusal("fee a head", re.compile(r"(?:1인당?|한 사람당?|1인\s?당)\s?$"), re.compile(r"^(?![^.\n]{0,12}(?:지원|"
        r"지급|융자|배당|씩))"), frozenset(("KRW",))),
    Refusal("what to buy", None, re.compile(r"^어치\s?(?:넘게|이상)\s?(?:사|구매)"), frozenset(("KRW",))),
    Refusal("penalty", None, re.compile(r"^\s?(?:이하(?:의)?)?\s?(?:벌금|과태료)"), frozenset(("KRW",))),
    Refusal("threshold", None, re.compile(r"^[^.\n]{0,24}(?:넘겨야|넘어야|채워야|갖춰야|"
        r"있어야|이어야|모여야|되어야|필요하다|"
        r"이상이면|이상이어야)")),
    Refusal("eligibility", None, re.compile(r"^\s?(?:이상|이하|미만)[이의으로]{0,2}\s?(?:모이|"
        r"모여|구성|신청|참여|이룬|팀|단체|"
        r"모임|동아리|사업장|업체|기업|으로)"), PEOPLE),
    Refusal("speakers", None, re.compile(r"^[이가은]?\s?[^.\n]{0,42}(?:이야기를 나|"
        r"이야기한|이야기를 들려|발제|발표한|발표를|"
        r"강연|토론한|토론을|강의|들려준)"), PEOPLE, 20),
    Refusal("speakers before", re.compile(r"(?:강사|연사|패널|발제자|토론자|사회자)\s?$"), None, PEOPLE, 20),
    Refusal("age", re.compile(r"만\s?$"), None, PEOPLE),
    Refusal("one", None, re.compile(r"^(?:이라도|도 |만 |은 가야|당 |의 아이)"), PEOPLE, 1),
    Refusal("rate of interest, loosely", None, re.compile(r"^대\s"), frozenset(("%",))),
    Refusal("per head", re.compile(r"(?:하루|일)\s?$"), re.compile(r"^\s?시간")),
)  # fmt: skip
CORRECTED = re.compile(r"정정|오류|바로잡|수정|오기")
ARROW = re.compile(r"^\s?(?:->|→|⇒|=>|➔)")
LABELLED = re.compile(r"^(?:[-·○□*]\s?)?(?P<label>[가-힣 ·]{2,20}?)\s?[:：]\s?(?P<number>\d[\d,]{0,9})$")
COUNTED_LABEL = re.compile(
    r"(?P<bodies>기업|조합|단체|법인|센터|매장)$|(?P<heads>조합원|회원|직원|종사자|근로자|"
    r"인원|참여자)$"
)
GOAL = Cued(r"목표(?:는|가)?\s?(?P<number>\d[\d,]{1,9})(?=\s?\.?\s*$)")
LISTED = Cued(
    r"(?P<label>[가-힣]{2,8})\s(?P<number>\d{1,4}),\s?(?=[가-힣\s]{2,12}\s?\d{1,4}(?:,|\s?명))",
    cues=r"\s\d{1,4},",
)
BARE_END = re.compile(r"(?<=[가-힣])\s(?:약\s)?(?P<number>\d[\d,]{0,9})(?=\s?[.,]\s|\s?[.,]?$)")


def find_facts(
    document: Document, lines: tuple[Line, ...], times: tuple[When, ...], organisations: tuple[Organisation, ...]
) -> tuple[Fact, ...]:
    """Figures in reading order; one figure is read once."""
    every = sorted(t.span for t in times if t.granularity != "none")
    found: list[Fact] = []
    for line in lines:
        if line.kind != "text":
            continue
        dated = _within(every, line)
        here = list(_in_line(document, line, dated))
        here += [
            f for f in _listed(document.text, line) if not _overlaps(f.evidence, dated + [h.evidence for h in here])
        ]
        if document.channel == "board":
            here += _lost_units(document.text, line, dated, here, found[-1] if found else None)
        found += sorted(here, key=lambda f: f.evidence)
    if not found:
        return ()
    bodies = sorted((m[0], o.name) for o in organisations for m in o.mentions)
    said = sorted(times, key=_begins)
    return tuple(_with_context(f, document.text, said, bodies) for f in _distinct(found))


def _within(spans: list[SpanPair], line: Line) -> list[SpanPair]:
    """Those of a line; they are in order and none lies in another. Asked once a line: a long programme has hundreds."""
    first = bisect_right(spans, line.start, key=_END)
    return spans[first : bisect_left(spans, (line.end,), lo=first)]


_END = itemgetter(1)


def _begins(when: When) -> int:
    return when.span[0]


def _in_line(document: Document, line: Line, dated: list[SpanPair]) -> Iterator[Fact]:
    text = document.text
    for pattern, rule in ((QUANTITY, "digits"), (NATIVE_QUANTITY, "native")):
        for match in pattern.finditer(text, line.start, line.end):
            fact = _fact(text, line, match, rule)
            if fact is not None and not _overlaps(fact.evidence, dated):
                yield fact
    for match in CAME.finditer(text, line.start, line.end):
        yield _make(text, match.span("number"), float(native(match["number"]) or 0), "명", "heads")


def _fact(text: str, line: Line, match: re.Match[str], rule: str) -> Fact | None:
    number, unit = match["number"], match["unit"]
    if rule == "native" and text[match.start() - 1 : match.start()] in _OPENING:
        return None  # «‘천 포기 김장나눔’»: a name
    value = amount(number) if rule == "digits" else float(spelled(number) or 0)
    if rule == "digits" and value is not None and match["scale"]:
        value = amount(f"{number}{match['scale']}")
    if not value:
        return None
    tens = unit == "대" and value % 10 == 0 and value < 100  # «20대 청년»
    if tens or (value == 1 and (rule == "native" or unit == "인")):
        return None
    behind = text[match.end() : min(line.end, match.end() + 50)]
    before = text[max(0, match.start() - 24) : match.start()].replace("\n", " ")
    if unit == "분" and rule == "digits" and not PEOPLE_BEHIND.match(behind):  # «30분», minutes
        return None
    if unit in _BEHIND and _BEHIND[unit].match(behind):
        return None
    published = UNITS[unit]
    for row in _refusals_of(published):
        if _refuses(row, value, before, behind):
            return None
    if ARROW.match(behind) and CORRECTED.search(text, line.start, line.end):
        return None
    return _make(text, match.span(), value, published, rule)


PEOPLE_BEHIND = re.compile(r"께|들|이\s(?:오|와|왔|함께|참|다녀|모)|을\s(?:모|초대|찾)|의\s(?:조합원|후원|이웃)")


_OPENING = frozenset("‘'“\"「『<《")


@lru_cache(maxsize=len(UNITS))
def _refusals_of(unit: str) -> tuple[Refusal, ...]:
    return tuple(row for row in NOT_FACTS if row.units is None or unit in row.units)


def _refuses(row: Refusal, value: float, before: str, behind: str) -> bool:
    if value > row.most or (row.before is not None and row.before.search(before) is None):
        return False
    return row.after is None or row.after.search(behind) is not None


def _make(text: str, span: SpanPair, value: float, unit: str, rule: str) -> Fact:
    whole = float(int(value)) if value == int(value) else value
    return Fact(None, None, whole, unit, span, text[span[0] : span[1]], rule=rule)


def _lost_units(text: str, line: Line, dated: list[SpanPair], here: list[Fact], before: Fact | None) -> list[Fact]:
    """Boards lose units when a table is pasted: «협동조합 : 98», «청년 8, 부모 15, 사회복지사 4명»."""
    found: list[Fact] = []
    labelled = LABELLED.match(text[line.start : line.end])
    if labelled:
        told = COUNTED_LABEL.search(labelled["label"])
        if told:
            span = line.start + labelled.start("number"), line.start + labelled.end("number")
            found.append(_make(text, span, _plain(labelled["number"]), "개" if told["bodies"] else "명", "label"))
        return found
    last = here[-1] if here else before
    unit = last.unit if last is not None else None
    for match in GOAL.finditer(text, line.start, line.end):
        found.append(_make(text, match.span("number"), _plain(match["number"]), unit or "개", "goal"))
    near = here or (before is not None and line.start - before.evidence[1] < 40)
    if unit == "명" and near and not found:
        for match in BARE_END.finditer(text, line.start, line.end):
            span = match.span("number")
            if not _overlaps(span, dated) and not 1900 <= _plain(match["number"]) <= 2100:
                found.append(_make(text, span, _plain(match["number"]), "명", "unit lost"))
    return [f for f in found if not _overlaps(f.evidence, [h.evidence for h in here])]


def _listed(text: str, line: Line) -> list[Fact]:
    """«청년 8, 부모 15, 사회복지사 4명»: one unit for the whole list."""
    found = []
    for match in LISTED.finditer(text, line.start, line.end):
        if not 1900 <= _plain(match["number"]) <= 2100:
            found.append(_make(text, match.span("number"), _plain(match["number"]), "명", "listed"))
    return found


def _plain(number: str) -> float:
    return float(number.replace(",", "") or 0)


def _overlaps(span: SpanPair, others: list[SpanPair]) -> bool:
    first, last = span
    return bool(others) and any(first < end and start < last for start, end in others)


def _distinct(found: list[Fact]) -> list[Fact]:
    """A lead repeated in the text states its figures once; overlapping readings give way to the longer."""
    kept: list[Fact] = []
    for fact in found:
        if not _overlaps(fact.evidence, [k.evidence for k in kept[-3:]]):
            kept.append(fact)
    return kept


# --- what is counted, by whom, as of when ----------------------------------------------------

NOUN_BEFORE = re.compile(
    r"(?P<noun>[가-힣A-Za-z·]{2,12})(?:[은는이가을를도]|에는|으로)?\s?(?:약|총|모두|최대|"
    r"한 해|연|올해|각각|\s){0,4}\s?$"
)
NOUN_BEHIND = re.compile(r"^\s(?P<noun>[가-힣]{2,10}?)(?:[이가은는을를에와과의도]|에서|으로)?(?=[\s,.)]|$)")
AS_OF = re.compile(r"^(?:\s?말)?\s?(?:기준|현재|까지)")


def _with_context(fact: Fact, text: str, times: list[When], bodies: list[tuple[int, str]]) -> Fact:
    """`times` and `bodies` (where each mention begins, and of whom) are in the order of the text."""
    start, end = fact.evidence
    sentence = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    before, behind = text[max(sentence, start - 30) : start], text[end : end + 14]
    noun = NOUN_BEFORE.search(before) or NOUN_BEHIND.match(behind)
    loosely = _loosely(fact.surface, before.rstrip(), behind.lstrip())
    measure = f"{noun['noun'] if noun else ''}{f'({loosely})' if loosely else ''}" or None
    here = times[bisect_left(times, sentence, key=_begins) : bisect_left(times, start, key=_begins)]
    said = here[-1] if here and _tells_as_of(text, here[-1], start) else None
    return Fact(
        subject=_subject(bodies, sentence, start),
        measure=measure,
        value=fact.value,
        unit=fact.unit,
        evidence=fact.evidence,
        surface=fact.surface,
        as_of=_as_of(said) if said is not None else None,
        rule=fact.rule,
    )


def _loosely(figure: str, before: str, behind: str) -> str | None:
    """The word that says that a figure is none to the last one: 약, 가량, 여."""
    if before.endswith(APPROXIMATE):
        return next(w for w in APPROXIMATE if before.endswith(w))
    if behind.startswith(AFTER_APPROXIMATE):
        return next(w for w in AFTER_APPROXIMATE if behind.startswith(w))
    return "…여" if "여" in figure else None


def _subject(bodies: list[tuple[int, str]], since: int, until: int) -> str | None:
    """The body named last before the figure, in its own sentence."""
    last = bisect_left(bodies, (until,)) - 1
    return bodies[last][1] if last >= 0 and bodies[last][0] >= since else None


LONGER_THAN_DAYS = frozenset(("year", "half", "quarter", "season", "month"))
COMPARED = re.compile(r"\s?(?:대비|보다|같은|이맘|한\s해|두\s배|[\d,.]+\s?\S{1,3}에서|부터)")
SINCE_THEN = re.compile(
    r"지금|현재|이제|보다|세[워운웠]|설립|문을\s연|문을\s열|시작|독립|인가|지정|걸음|그\s뒤|거[친쳐]"
)
"""«2016년 농민 38명이 세워 지금은 212명», «2015년 설립된 기업으로 직원 27명»: the day is of what came before."""


def _tells_as_of(text: str, when: When, until: int) -> bool:
    """«10월 말 기준 협동조합 148곳», «지난해 판 전기값은 8,940만 원»: the last time before a figure, in its sentence.

    A day or an hour without such a word is when something is held, not as of when something is counted.
    """
    first, last = when.span
    if text.endswith(("기준", "현재"), first, last) or AS_OF.match(text[last : last + 5]):
        return True
    if when.granularity not in LONGER_THAN_DAYS or when.kind == "deadline" or COMPARED.match(text, last):
        return False
    return SINCE_THEN.search(text, last, until) is None


def _as_of(when: When) -> str | None:
    moment = (when.start or when.end) if when.granularity in LONGER_THAN_DAYS else (when.end or when.start)
    if moment is None:
        return None
    length = {"month": 7}.get(when.granularity, 4 if when.granularity in LONGER_THAN_DAYS else 10)
    return moment.isoformat()[:length]
