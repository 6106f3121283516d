"""A name of a body taken apart: legal form, region in front, proper core, kind, unit; and ways to normalise it.

>>> parse("(사)강원도사회적경제지원센터").region
'강원'
>>> parse("살림의료사협").form
'social_coop'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pipelines.korean.legal_forms import ending_of, read_form
from pipelines.korean.regions import DATA, SIDO_NAMES, short_sido, sido_forms

_PUNCTUATION = re.compile(r"[^0-9A-Za-z가-힣一-龥À-ÿ]+")


@lru_cache(maxsize=1)
def _regions() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """(시군구 as written → 시도, the same without its last syllable → 시도)."""
    full: dict[str, set[str]] = {}
    for line in DATA.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 2:
            continue
        for name in cells[1].split():
            full.setdefault(name, set()).add(cells[0])
    stems: dict[str, set[str]] = {}
    for name, sidos in full.items():
        if len(name) > 2:
            stems.setdefault(name[:-1], set()).update(sidos)
    return {k: frozenset(v) for k, v in full.items()}, {k: frozenset(v) for k, v in stems.items()}


def district_names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every 시군구 as written, with the 시도 (short names) that have one of that name; sorted."""
    return tuple((name, tuple(sorted(sidos))) for name, sidos in sorted(_regions()[0].items()))


def sidos_of(name: str) -> frozenset[str]:
    """The 시도 in which a 시군구 of this name lies: 중구 → many, 통영(시) → 경남."""
    full, stems = _regions()
    return full.get(name) or stems.get(name) or frozenset()


@lru_cache(maxsize=32768)
def is_region(word: str) -> bool:
    """A 시도 or 시군구 written with its suffix: 강릉시, 전북특별자치도, 대전시, 경남도."""
    return word in _regions()[0] or (short_sido(word) is not None and word not in SIDO_NAMES)


def region_names() -> tuple[str, ...]:
    """Every word that `is_region` knows, and the short names of the 시도."""
    return (*_regions()[0], *sido_forms())


def is_region_stem(word: str) -> bool:
    """A region without its suffix: 강릉, 전북, 서울."""
    return word in SIDO_NAMES or word in _regions()[1]


def squeeze(name: str) -> str:
    """NFKC, lower case, nothing but letters and digits: how spelling is compared."""
    return _PUNCTUATION.sub("", unicodedata.normalize("NFKC", name)).lower()


@dataclass(frozen=True, slots=True)
class NameParts:
    """One name in parts; every part without spaces. `core` is what is left when all else is taken off."""

    written: str
    form: str | None  # key of the legal form
    sido: str | None  # short: 서울, 전북
    district: str | None  # 통영, 북구 (without 시/군; 구 keeps its suffix when one syllable is left)
    core: str
    kind: str | None  # type the ending tells
    ending: str
    unit: str | None  # 지부, 공제사업단, 부설 의원 …
    provisional: bool  # (가칭), (준)
    preparatory: bool  # 준비위원회

    @property
    def region(self) -> str | None:
        return " ".join(filter(None, (self.sido, self.district))) or None


_UNIT = re.compile(
    r"(?:[가-힣]{0,6}(?:지역본부|본부|지부|지회|지사|지점|분원|캠퍼스|공제사업단|사업단|사무국|사업부|연구팀|위원회)|부설[가-힣]+|[가-힣]{2,8}(?:과|팀)|\d호점)$"
)
_PREPARATORY = re.compile(r"(?:설립|창립)?(?:준비위원회|준비위|추진위원회|추진위|준비모임)$|\(준비위\)")


def split_region(squeezed: str) -> tuple[str | None, str | None, str]:
    """(시도, 시군구 without suffix, the rest) of a squeezed name: «부산사하지역자활센터» → 부산, 사하, 지역자활센터."""
    full, stems = _regions()
    sido, rest = None, squeezed
    for length in range(min(8, len(squeezed)), 1, -1):
        found = short_sido(squeezed[:length])
        if found and (length > 2 or not _is_longer_district(squeezed, length)):
            sido, rest = found, squeezed[length:]
            break
    for length in range(min(5, len(rest) - 2), 1, -1):
        head = rest[:length]
        fits_sido = (full.get(head) or stems.get(head, frozenset())) & ({sido} if sido else set(SIDO_NAMES))
        if fits_sido:
            if head in full:
                return sido, _stem(head), rest[length:]
            return sido, head, rest[length:]
    return sido, None, rest


def _is_longer_district(name: str, length: int) -> bool:
    """«서울…» is a 시도, but «인제군…» does not begin with 인(천); «광주시» in 경기 is told apart by context."""
    full, _ = _regions()
    return any(name[:n] in full and short_sido(name[:n]) is None for n in (3, 4)) and name[:length] not in SIDO_NAMES


def _stem(district: str) -> str:
    return district[:-1] if len(district) > 2 else district


@lru_cache(maxsize=65536)
def parse(name: str) -> NameParts:
    """A name in parts. Never fails: an empty name or a bare form gives an empty core."""
    written = unicodedata.normalize("NFKC", name).strip()[:500]
    provisional = bool(re.search(r"\((?:가칭|준)\)|^가칭", written))
    form, rest, _ = read_form(written)
    bare = squeeze(rest)
    preparatory = _PREPARATORY.search(squeeze(written)) is not None
    if preparatory:
        bare = _PREPARATORY.sub("", bare)
        inner, bare, _ = read_form(bare)
        form = form or inner
    unit_match = _UNIT.search(bare)
    unit = unit_match[0] if unit_match and unit_match.start() >= 2 and not preparatory else None
    sido, district, core = split_region(bare)
    found = ending_of(core) or ending_of(bare)
    ending, kind = found if found else ("", None)
    if ending and core.endswith(ending):
        core = core[: -len(ending)]
    return NameParts(written, form, sido, district, core, kind, ending, unit, provisional, preparatory)
