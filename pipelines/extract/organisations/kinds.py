"""The canonical name of an organisation and which of the guideline's kinds it is."""

from __future__ import annotations

import re
from datetime import date

from pipelines.extract.organisations.cues import STATUS
from pipelines.extract.organisations.foreign import abroad, behind_country, names_place
from pipelines.extract.organisations.mentions import Mention
from pipelines.korean.known_bodies import known_body
from pipelines.korean.legal_forms import BY_KEY, ending_of, read_form, weak_ending_of
from pipelines.korean.ministries import ministries
from pipelines.korean.names import is_region, is_region_stem, split_region, squeeze
from pipelines.korean.regions import SIDO_NAMES, short_sido, sido_name
from store.records import Document

_OFFICIAL = frozenset(name for rows in SIDO_NAMES.values() for _, name in rows)
_KOREAN = re.compile(r"[가-힣]")
_GLYPH_WORDS = {"association": "사단법인", "foundation": "재단법인", "welfare": "사회복지법인"}
_COMPANY = re.compile(r"㈜|㈲|\([주유]\)|주식회사|유한회사")
_STATED = STATUS | dict.fromkeys(("중간지원조직", "중간지원기관"), "support_centre")
_STATUS_WORD = "|".join(sorted(_STATED, key=len, reverse=True))


def canonical(members: list[Mention], day: date | None) -> str:
    """The fullest Korean name, glyphs normalised: ㈜ dropped, (사) → 사단법인. A short form never wins."""
    full = [m for m in members if not m.rule.startswith(("alias", "head", "short", "original:short"))]
    parent = next((m.rule.removeprefix("parent:") for m in members if m.rule.startswith("parent:")), None)
    if parent and not [m for m in full if not m.rule.startswith("parent:")]:
        return parent
    korean = [m for m in full if _KOREAN.search(m.text)]
    best = max(korean or full or members, key=lambda m: (len(m.text), -m.start))
    return normalise(best.text, best.type, day)


def normalise(name: str, kind: str | None, day: date | None = None) -> str:
    """Glyphs to words, short names of provinces and ministries to the full ones valid on `day`."""
    if kind == "local_government" and (short := short_sido(name)) and name not in _OFFICIAL:
        return sido_name(short, day)
    if kind == "central_government":
        return ministries().get(name, name)
    form, rest, where = read_form(name)
    if form in _GLYPH_WORDS and where == "prefix":
        return f"{_GLYPH_WORDS[form]} {rest}"
    if form in ("company", "limited", "agri_company"):
        return " ".join(_COMPANY.sub(" ", name).split()) or name
    return name


_CONVERTIBLE = ("cooperative", "social_cooperative", "company", "association_network", None)
_SUPPORT_CORE = re.compile(
    "사회적|사회연대|협동조합|마을|공동체|공익활동|NPO|시민사회|사회혁신|소셜|혁신|창업|일자리|도시재생|로컬|자활|상생|중간지원|사경|경제"
)
_SELECTED = re.compile("선정|뽑|지정|명단|심사")
_DESIGNATED = ("영농조합법인", "농업회사법인", "협동조합", "사회적협동조합")


def settle_kind(document: Document, members: list[Mention], name: str) -> str:
    """Kind by what the text says beside the name, then by the name's form or ending."""
    types = [m.type for m in members if m.type]
    by_name = ending_of(name)
    if "foreign" in types or _is_abroad(document.text, members, name, by_name):
        return "foreign"
    if types and types[0].endswith("_government"):
        return types[0]
    if _CAMPUS.match(name):
        return "education"
    known = known_body(name)
    form, _, _ = read_form(name)
    stated = _stated(document, members, name)
    ending_kind = by_name[1] if by_name else None
    if stated and stated not in ("cooperative", "social_cooperative") and ending_kind in _CONVERTIBLE:
        return stated
    if known and ending_kind in (None, "company"):
        return known[1]
    if by_name and _FUNDED.search(name) and _of_the_state(squeeze(name)):
        return "public_agency"
    if form == "foundation" and by_name and by_name[0] == "진흥원":
        return "public_agency"  # «재단법인 울산경제일자리진흥원»
    if form == "foundation" or types[:1] == ["foundation"]:
        return "foundation"
    if by_name and by_name[0] == "지원센터" and not _SUPPORT_CORE.search(name):
        return "association_network" if form == "association" else "other"
    if not by_name and _ADVISES.search(name) and _SUPPORT_CORE.search(name):
        return "support_centre"
    if ending_kind or types:
        return ending_kind or types[0]
    weak = weak_ending_of(name)
    return BY_KEY[form].type if form else stated or (weak[1] if weak else "other")


_ADVISES = re.compile(r"(?:센터|상담소)$")
"""No ending of a body by itself («주민센터», «법률상담소»); with a word of the field («소셜벤처센터») it is one."""
_FUNDED = re.compile(r"(?:(?:발전)?연구원|문화재단|문화관광재단|복지재단|여성가족재단|청소년재단|평생교육재단)$")


def _of_the_state(name: str) -> bool:
    """«한국보건사회연구원», «충남연구원», «김해문화재단»: founded by the state or a local government."""
    front = _FUNDED.sub("", name)
    return (front.startswith("한국") and name.endswith("연구원")) or is_region_stem(front) or is_region(front)


_CAMPUS = re.compile(r"[가-힣A-Z]{2,8}(?:대학교|대) [가-힣 ]{2,20}(?:연구소|센터|연구원|사업단|산학협력단|연구회)$")


def _is_abroad(text: str, members: list[Mention], name: str, by_name: tuple[str, str] | None) -> bool:
    """Named with a place abroad, right behind a country («일본 생활클럽생협»), or a university among such places."""
    if names_place(name):
        return read_form(name)[0] is None or not re.match(r"(?:국제|세계|글로벌)", name)
    if by_name is None or any(split_region(squeeze(name))[:2]) or name.startswith(("한국", "전국")):
        return False
    if any(behind_country(text, m.start) for m in members):
        return True
    return by_name[0] in ("대학교", "대학") and any(abroad(text, m.start, 60) for m in members)


_SAID = re.compile(
    rf"[’'”\"]?(?:[은는이가]|인데|이라는 곳은?) [^.\n]{{0,80}}?({_STATUS_WORD})"
    r"(?:이다|입니다|이래요|이에요|예요|으로|로[ ,]|이며|이자|이 됐|에 뽑|에 올)"
)
_SAID_BEFORE = re.compile(rf"({_STATUS_WORD})(?:인|으로)?[ ]?[‘'“\"]?$")
_SAID_OF_COOP = re.compile(rf"(?<![가-힣])조합은 [^.\n]{{0,80}}?({_STATUS_WORD})(?:이다|입니다|으로 지정|으로 인증)")
_SAID_IN_BRACKETS = re.compile(rf"[’'”\"]?[ ]?\(({_STATUS_WORD})[,)]")


def _stated(document: Document, members: list[Mention], name: str) -> str | None:
    """A status the text gives: right before a mention («마을기업 할매손…»), as what the body is said to be («조합은
    … 예비사회적기업이다»), or by an article that lists who was chosen («마을기업 7곳 뽑혔다»)."""
    text = document.text
    for m in members:
        found = _SAID_BEFORE.search(text[max(0, m.start - 14) : m.start])
        if found:
            return _STATED[found[1]]
        behind = text[m.end : m.end + 110]
        if said := _SAID.match(behind) or _SAID_IN_BRACKETS.match(behind):
            return _STATED[said[1]]
    if name.endswith("조합") and (status := _of_the_body(text, members)):
        return status
    chosen = "마을기업" in document.title and _SELECTED.search(document.title + text)
    return "village_enterprise" if chosen and any(d in name for d in _DESIGNATED) else None


def _of_the_body(text: str, members: list[Mention]) -> str | None:
    """«조합은 … 함께하는 충남형 예비사회적기업이다»: said of the co-operative the text is about (its first one)."""
    for m in _SAID_OF_COOP.finditer(text):
        before = [x for x in members if x.start < m.start()]
        first = re.search(r"[가-힣A-Za-z]+ ?(?:사회적)?협동조합", text)
        if before and first and members[0].start <= first.end():
            return _STATED[m[1]]
    return None
