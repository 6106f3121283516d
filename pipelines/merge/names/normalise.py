"""A name brought to the shape in which it is compared: parts, abbreviations of the field opened alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.korean.known_bodies import bodies
from pipelines.korean.legal_forms import is_generic, read_form
from pipelines.korean.ministries import ministries
from pipelines.korean.names import NameParts, parse, split_region, squeeze
from pipelines.korean.spelling import respell
from pipelines.korean.wordlist import read_words

_NATIONAL = re.compile(r"^(?:한국|대한|대한민국|전국|사단법인|재단법인)")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)\s*$")


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a name is compared. `tail` is the ending in short spelling, `core` the rest without the region."""

    parts: NameParts
    whole: str  # squeezed, short spellings, form glyphs off
    body: str  # `whole` without region and national prefix
    national: bool
    aliases: tuple[str, ...]  # names the written name carries itself: «(사)함께만드는세상(사회연대은행)»

    @property
    def weak(self) -> bool:
        """Two letters or fewer, or only words of the field: never enough by itself to be one body."""
        bare = read_form(self.parts.written)[1]
        core = squeeze(bare)
        return len(core) <= 2 or (is_generic(core) and not self.parts.region and not self.national)


@lru_cache(maxsize=65536)
def shape(name: str) -> Shape:
    """The shape of a name of any length; an empty name has an empty body."""
    name = name[:500].strip()
    inner = _BRACKETED.search(name)
    aliases: tuple[str, ...] = ()
    if inner and inner[1] not in ("가칭", "준", "주", "사", "재", "유") and len(squeeze(name[: inner.start()])) > 2:
        aliases, name = (inner[1].strip(),), name[: inner.start()].strip()
    name = ministries().get(squeeze(name), name)
    parts = parse(name)
    form, rest, _ = read_form(name)
    bare = squeeze(rest) if form in _PLAIN_FORMS or _has_kind(rest) else squeeze(rest) + _FORM_WORD.get(form or "", "")
    whole = respell(bare)
    _, _, body = split_region(whole)
    national = _NATIONAL.match(whole) is not None
    return Shape(parts, whole, _NATIONAL.sub("", body), national, aliases)


_PLAIN_FORMS = frozenset(("company", "limited", "llc", "association", "foundation", "welfare", "agri_company", None))
_FORM_WORD = {"coop": "협동조합", "social_coop": "사협", "consumer_coop": "생협", "agri_coop": "영농조합법인"}


def _has_kind(rest: str) -> bool:
    """«사회적협동조합 부산사하지역자활센터»: the form in front is not part of what the body is called."""
    return re.search(r"(?:센터|네트워크|협의회|연합회|재단|연구소|학교)$", rest) is not None


@lru_cache(maxsize=1)
def known() -> dict[str, int]:
    """Squeezed name → number of the body in data/known_names.txt."""
    found: dict[str, int] = {}
    for number, entry in enumerate(read_words("known_names")):
        found |= {squeeze(name.replace("_", " ")): number for name in entry.split("=")}
    for number, group in enumerate(bodies(), start=len(read_words("known_names"))):
        for name in group:
            found.setdefault(squeeze(name), number)
    return found


def blocking_keys(name: str, made: Shape | None = None) -> tuple[str, ...]:
    """Keys under which likely namesakes meet: equal names always share one, and so do a name without its form,
    region or national prefix, its short spelling, and a known other name. At most seven keys a name. `made` is its
    shape, where that is at hand."""
    s = made or shape(name)
    if not s.whole:
        return ()
    keys = {f"n:{s.whole}", f"b:{s.body or s.whole}"}
    core = _TAIL.sub("", s.body) or s.body
    if len(core) >= 2:
        keys.add(f"c:{core}")
    if s.parts.region:
        keys.add(f"g:{s.parts.sido or ''}:{s.parts.district or ''}:{s.body}")
    if s.parts.district:
        keys.add(f"d:{s.parts.district}:{core or s.body}")
    number = known().get(squeeze(read_form(name)[1]))
    if number is not None:
        keys.add(f"k:{number}")
    last = name.split()[-1] if " " in name.strip() else ""
    if last and len(squeeze(last)) >= 3 and not is_generic(squeeze(last)):
        keys.add(f"c:{_TAIL.sub('', respell(squeeze(last))) or respell(squeeze(last))}")
    return tuple(sorted(keys))


_TAIL = re.compile(
    r"(?:사협|협동조합|생협|센터|재단|네트워크|넷|협의회|연합|협회|조합|공방|주식회사|영농조합법인|농업회사법인)$"
)
