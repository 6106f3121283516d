"""시도 and 시군구: their names through the years, and where a text names one.

`find_places(text)` gives every place name with the districts it may stand for; which of them is
meant (광주, 고성, 중구) is for the caller to say, who knows the outlet and the neighbours.
The data is `data/regions.tsv`; a renamed or merged district is one more line there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data" / "regions.tsv"

# The long name of a 시도 changes with a law; each row: (last day of the name, name).
FOREVER = date.max
SIDO_NAMES: dict[str, tuple[tuple[date, str], ...]] = {
    "서울": ((FOREVER, "서울특별시"),),
    "부산": ((FOREVER, "부산광역시"),),
    "대구": ((FOREVER, "대구광역시"),),
    "인천": ((FOREVER, "인천광역시"),),
    "광주": ((FOREVER, "광주광역시"),),
    "대전": ((FOREVER, "대전광역시"),),
    "울산": ((FOREVER, "울산광역시"),),
    "세종": ((FOREVER, "세종특별자치시"),),
    "경기": ((FOREVER, "경기도"),),
    "강원": ((date(2023, 6, 10), "강원도"), (FOREVER, "강원특별자치도")),
    "충북": ((FOREVER, "충청북도"),),
    "충남": ((FOREVER, "충청남도"),),
    "전북": ((date(2024, 1, 17), "전라북도"), (FOREVER, "전북특별자치도")),
    "전남": ((FOREVER, "전라남도"),),
    "경북": ((FOREVER, "경상북도"),),
    "경남": ((FOREVER, "경상남도"),),
    "제주": ((date(2006, 6, 30), "제주도"), (FOREVER, "제주특별자치도")),
}
METROPOLITAN = frozenset(("서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종"))
AREA_CODES = {
    "02": "서울", "031": "경기", "032": "인천", "033": "강원", "041": "충남", "042": "대전", "043": "충북",
    "044": "세종", "051": "부산", "052": "울산", "053": "대구", "054": "경북", "055": "경남", "061": "전남",
    "062": "광주", "063": "전북", "064": "제주",
}  # fmt: skip

# Stems that are everyday words too: 예산(budget), 음성(voice), 공주(princess)… They count only
# with their suffix (예산군), right after their 시도 (충남 예산), or alone in a dateline.
RISKY = frozenset(
    [
        "공주",
        "고성",
        "상주",
        "동해",
        "남해",
        "부여",
        "화성",
        "예산",
        "음성",
        "장수",
        "진도",
        "고령",
        "영양",
        "구미",
        "양산",
        "사천",
        "영광",
        "영동",
        "이천",
        "정선",
        "보은",
        "구리",
        "오산",
        "광명",
        "용인",
        "연기",
        "인제",
        "기장",
        "강화",
        "달성",
        "장성",
        "의성",
        "청원",
    ]
)
# What may follow a bare stem (통영|에서, 군산|지역자활센터); a one-letter particle must end the word.
PARTICLES = (
    "에서",
    "에는",
    "에도",
    "으로",
    "에",
    "의",
    "은",
    "는",
    "이",
    "가",
    "와",
    "과",
    "을",
    "를",
    "로",
    "도",
    "서",
    "발",
)
BODIES = ("지역", "소셜", "사회",
          "자활", "협동", "시민", "군민", "마을", "로컬", "여성", "청년", "생협", "의료", "형", "도시",
          "교육", "햇빛", "문화", "광역", "북구", "동구", "서구", "남구", "중구")  # fmt: skip


@dataclass(frozen=True, slots=True)
class District:
    """A 시군구 (empty for 세종 itself), valid from `since` to `until`, both inclusive."""

    sido: str
    name: str
    since: date
    until: date


class Place(NamedTuple):
    """A place name in a text. `kind`: sido, sigungu, ward (구 of a 시), town (읍면동)."""

    span: tuple[int, int]
    kind: str
    options: tuple[tuple[str, str | None], ...]  # (short 시도, 시군구)
    stem: bool = False  # written without its suffix


def sido_name(short: str, day: date | None) -> str:
    """The long name in force on `day` (today's where the day is unknown)."""
    for last, name in SIDO_NAMES[short]:
        if (day or date.max) <= last:
            return name
    raise AssertionError(short)  # the last row of every 시도 is for ever


def short_sido(name: str) -> str | None:
    """서울, 서울시, 서울특별시, 강원특별자치도 → the short name; None where it is no 시도."""
    return sido_forms().get(name.strip())


@lru_cache(maxsize=1)
def sido_forms() -> dict[str, str]:
    """Every way to write a 시도 → its short name."""
    forms: dict[str, str] = {}
    for short, rows in SIDO_NAMES.items():
        forms[short] = short
        forms |= {name: short for _, name in rows}
        forms[short + ("시" if short in METROPOLITAN else "도")] = short
    forms |= {f"{s}직할시": s for s in ("부산", "대구", "인천", "광주", "대전")}
    return forms


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a name may stand for: its kinds, the largest of them, the (short 시도, 시군구) it may be, a mere stem?"""

    kinds: frozenset[str]
    kind: str
    options: tuple[tuple[str, str | None], ...]
    stem: bool


def _meaning(rows: list[tuple[str, str, str | None, bool]]) -> _Meaning:
    """Of the rows (kind, sido, sigungu, stem) of one name."""
    kinds = frozenset(kind for kind, *_ in rows)
    kind = next(k for k in ("sido", "sigungu", "ward", "town") if k in kinds)
    options = tuple(dict.fromkeys((sido, sigungu) for _, sido, sigungu, _ in rows))
    return _Meaning(kinds, kind, options, all(stem for *_, stem in rows))


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    matcher: Any
    patterns: tuple[str, ...]
    places: dict[str, _Meaning]
    districts: dict[tuple[str, str], District]


def _rows() -> list[tuple[District, list[str], list[str]]]:
    rows = []
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sido, name, since, until, wards, towns = line.split("\t")
        first = date.fromisoformat(since) if since else date.min
        last = date.fromisoformat(until) if until else date.max
        rows.append((District(sido, name, first, last), wards.split(), towns.split()))
    return rows


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    import ahocorasick_rs

    places: dict[str, list[tuple[str, str, str | None, bool]]] = defaultdict(list)
    districts: dict[tuple[str, str], District] = {}
    for form, short in sido_forms().items():
        places[form].append(("sido", short, None, form == short))
    for district, wards, towns in _rows():
        sido, name = district.sido, district.name
        if name:
            districts[(sido, name)] = district
            places[name].append(("sigungu", sido, name, False))
            if len(name) > 2:
                places[name[:-1]].append(("sigungu", sido, name, True))
        for ward in wards:
            places[ward].append(("ward", sido, name, False))
        for town in towns:
            places[town].append(("town", sido, name or None, False))
    patterns = tuple(places)
    matcher = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return _Gazetteer(matcher, patterns, {name: _meaning(rows) for name, rows in places.items()}, districts)


def towns_named(stem: str) -> tuple[tuple[str, str | None], ...]:
    """The (short 시도, 시군구) a bare stem may stand for: 안산 → (경기, 안산시); () where it is none."""
    meaning = _gazetteer().places.get(stem)
    return meaning.options if meaning is not None and meaning.stem and meaning.kind == "sigungu" else ()


def is_word_too(stem: str) -> bool:
    """Whether a stem is an everyday word as well: 공주, 음성."""
    return stem in RISKY


def valid_on(sido: str, sigungu: str, day: date | None) -> bool:
    """Whether the district existed on that day; unknown names and days do not object."""
    district = _gazetteer().districts.get((sido, sigungu))
    return district is None or day is None or district.since <= day <= district.until


def may_begin_place(text: str) -> bool:
    """Whether the first two letters are those of some place: of hardly any word are they."""
    return text[:2] in _beginnings()


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(name[:2] for name in _gazetteer().patterns)


def find_places(text: str) -> tuple[Place, ...]:
    """Every place name, leftmost and longest; a name inside a longer word is not one."""
    gazetteer = _gazetteer()
    found: list[Place] = []
    for index, start, end in gazetteer.matcher.find_matches_as_indexes(text):
        name = gazetteer.patterns[index]
        joined = bool(found) and found[-1].span[1] == start
        if start and _is_letter(text[start - 1]) and not joined:
            continue
        meaning = gazetteer.places[name]
        if _ends_well(text, name, end, meaning, found, start):
            found.append(Place((start, end), meaning.kind, meaning.options, meaning.stem))
    return tuple(found)


def _ends_well(text: str, name: str, end: int, meaning: _Meaning, found: list[Place], start: int) -> bool:
    rest = text[end : end + 4]
    after_sido = bool(found) and found[-1].kind == "sido" and start - found[-1].span[1] <= 1
    if "sido" in meaning.kinds:
        # «경기 침체» is no province, «세종문화회관» no city: short names need a word of place behind them.
        if name == "경기":
            return rest[:1] != " " or bool(_followed_by_district(text, end, name))
        return name != "세종" or not rest.startswith(("문화", "대왕", "대로", "대학"))
    if meaning.stem:
        in_bracket = text[max(0, start - 1) : start] in ("[", "(") and rest[:1] in ("=", "]")
        if name in RISKY:
            return after_sido or in_bracket or rest.startswith(("지역자활", "사회적경제"))
        return in_bracket or after_sido or _word_ends(rest)
    if meaning.kinds == {"town"}:
        return not rest[:1].isalnum() or rest.startswith(("주민", "행정", *PARTICLES[:4], "의", "에"))
    if len(name) == 2:  # 중구, 동구… «중구난방», «서구식» are other words
        return after_sido or _word_ends(rest) or rest.startswith(("청", "민", "보건", "평생"))
    return True


def _followed_by_district(text: str, end: int, short: str) -> bool:
    rest = text[end + 1 : end + 12]
    return any(
        rest.startswith(name) for sido, name in ((s, n[:-1]) for s, n in _gazetteer().districts) if sido == short
    )


def _word_ends(rest: str) -> bool:
    if not rest or not _is_letter(rest[0]) or rest.startswith(BODIES):
        return True
    return any(rest.startswith(p) and not _is_letter(rest[len(p) : len(p) + 1]) for p in PARTICLES)


def _is_letter(char: str) -> bool:
    return bool(char) and char.isalpha()
