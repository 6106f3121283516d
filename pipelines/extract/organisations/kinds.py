"""The canonical name of an organisation and which of the guideline's kinds it is."""

from __future__ import annotations

import re

from pipelines.extract.organisations.cues import STATUS
from pipelines.extract.organisations.foreign import names_place
from pipelines.extract.organisations.mentions import Mention
from pipelines.korean.legal_forms import BY_KEY, ending_of, read_form
from pipelines.korean.ministries import ministries
from pipelines.korean.regions import METROPOLITAN, short_sido, sido_name
from store.records import Document

_KOREAN = re.compile(r"[가-힣]")
_GLYPH_WORDS = {"association": "사단법인", "foundation": "재단법인", "welfare": "사회복지법인"}
_STATUS_WORD = "|".join(sorted(STATUS, key=len, reverse=True))


def canonical(members: list[Mention]) -> str:
    """The fullest Korean name, glyphs normalised: ㈜ dropped, (사) → 사단법인. A short form never wins."""
    full = [m for m in members if not m.rule.startswith(("alias", "head", "short", "original:short"))]
    parent = next((m.rule.removeprefix("parent:") for m in members if m.rule.startswith("parent:")), None)
    if parent and not [m for m in full if not m.rule.startswith("parent:")]:
        return parent
    korean = [m for m in full if _KOREAN.search(m.text)]
    best = max(korean or full or members, key=lambda m: (len(m.text), -m.start))
    return normalise(best.text, best.type)


def normalise(name: str, kind: str | None) -> str:
    if kind == "local_government" and (short := short_sido(name)):
        return sido_name(short, None) if short in METROPOLITAN or not name.endswith("특별자치도") else name
    if kind == "central_government":
        return ministries().get(name, name)
    form, rest, where = read_form(name)
    glyphs = BY_KEY[form].glyphs if form else ()
    if form in _GLYPH_WORDS and where == "prefix":
        return f"{_GLYPH_WORDS[form]} {rest}"
    if form in ("company", "limited") and (any(g in name for g in glyphs) or name.startswith(("주식회사", "유한회사"))):
        return re.sub(r"㈜|㈲|\([주유]\)|주식회사|유한회사", "", name).strip()
    return name


def settle_kind(document: Document, members: list[Mention], name: str) -> str:
    """Kind by what the text says beside the name, then by the name's form or ending."""
    types = [m.type for m in members if m.type]
    if "foreign" in types or (names_place(name) and not read_form(name)[0] and "local_government" not in types):
        return "foreign"
    stated = _stated(document.text, members, name)
    form, _, _ = read_form(name)
    by_name = ending_of(name)
    if stated and (
        by_name is None or by_name[1] in ("cooperative", "social_cooperative", "company", "association_network")
    ):
        if stated not in ("cooperative", "social_cooperative"):
            return stated
    if by_name and by_name[1] == "association_network" and form in ("coop", "social_coop"):
        return "association_network"
    if by_name and not (form == "foundation" or types[:1] == ["foundation"]):
        return by_name[1]
    return types[0] if types else (BY_KEY[form].type if form else stated or "other")


def _stated(text: str, members: list[Mention], name: str) -> str | None:
    """«마을기업 할매손영농조합법인», «… 마을기업에 올랐다»: the status noun right before a mention."""
    for m in members:
        before = text[max(0, m.start - 14) : m.start]
        found = re.search(rf"(?:{_STATUS_WORD})(?:인|으로)?[ ]?[‘'“\"]?$", before)
        if found:
            return STATUS[re.sub(r"(?:인|으로)?[ ]?[‘'“\"]?$", "", found[0])]
    return None
