"""A name brought to the shape in which it is compared: parts, abbreviations of the field opened alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.korean.known_bodies import bodies
from pipelines.korean.legal_forms import is_generic, read_form
from pipelines.korean.ministries import ministries
from pipelines.korean.names import NameParts, parse, split_region, squeeze
from pipelines.korean.wordlist import read_words

# Long and short words of the field, brought to one (the short) spelling; order matters, long before short.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("의료복지사회적협동조합", "의료사협"),
    ("의료복지사협", "의료사협"),
    ("농업협동조합", "농협"),
    ("수산업협동조합", "수협"),
    ("사회적협동조합", "사협"),
    ("소비자생활협동조합", "생협"),
    ("생활협동조합", "생협"),
    ("소비자생협", "생협"),
    ("의료복지", "의료"),
    ("사회적경제", "사경"),
    ("사회경제", "사경"),
    ("사회연대경제", "사연경"),
    ("중소기업", "중기"),
    ("통합지원센터", "센터"),
    ("지원센터", "센터"),
    ("지역자활센터", "자활센터"),
    ("icoop", "아이쿱"),
    ("고등학교", "고"),
    ("여자고등학교", "여고"),
    ("초등학교", "초"),
    ("중학교", "중"),
    ("대학교", "대"),
    ("시민햇빛", "햇빛"),
    ("준비위원회", "준비위"),
    ("추진위원회", "추진위"),
    ("연합회", "연합"),
    ("네트워크", "넷"),
)
_LETTERS = {
    "에이치": "h", "더블유": "w", "에이": "a", "에프": "f", "아이": "i", "제이": "j", "케이": "k", "에스": "s",
    "브이": "v", "엑스": "x", "와이": "y", "제트": "z", "비": "b", "씨": "c", "디": "d", "이": "e", "지": "g",
    "엘": "l", "엠": "m", "엔": "n", "오": "o", "피": "p", "큐": "q", "알": "r", "티": "t", "유": "u",
}  # fmt: skip
_SPELT = re.compile(rf"(?:{'|'.join(_LETTERS)}){{4,}}")
_LETTER = re.compile("|".join(_LETTERS))
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


def respell(squeezed: str) -> str:
    """The short spelling of all words of the field; letters spelt out («와이엠씨에이») as letters."""
    squeezed = _SPELT.sub(lambda m: _LETTER.sub(lambda letter: _LETTERS[letter[0]], m[0]), squeezed)
    for long, short in _SPELLINGS:
        squeezed = squeezed.replace(long, short)
    return squeezed


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


def blocking_keys(name: str) -> tuple[str, ...]:
    """Keys under which likely namesakes meet: equal names always share one, and so do a name without its form,
    region or national prefix, its short spelling, and a known other name. At most seven keys a name."""
    s = shape(name)
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
