"""Where the activity happens (guideline §3): the places a text names, weighed by where they stand.

A dateline («[수원=…]») says most, then the title, the lead, the rest; an area code and the outlet's
own region only help out. Ambiguous names (고성, 중구) take the side of their neighbours or stay open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from pipelines.extract.boilerplate import Line
from pipelines.korean import regions
from pipelines.korean.cued import Cued
from pipelines.korean.regions import Place
from store.records import Document, Region, SpanPair

DATELINE, TITLE, LEAD, BODY, AREA_CODE, OUTLET = 4.0, 3.0, 2.0, 1.0, 1.5, 1.5
TOWN = 0.4  # 읍면동 repeat over the country; they decide only where nothing else does
LEAD_CHARACTERS = 200
CLEAR = 0.6  # share of a 시도's district votes that makes one district the answer
PHONE_CODE = Cued(r"(0(?<!\d0)(?:2|[3-6][1-5]))[)\-. ]{1,3}\d{3,4}-?")
LATER_PLACES = 40  # place names read per document; the rest would not change the answer


def find_region(document: Document, lines: tuple[Line, ...]) -> Region | None:
    """시도 and 시군구 valid on the day of publication; None where the text names no place."""
    day = document.published_at.date() if document.published_at else None
    weighed = list(_weighed(document, lines))
    if not any(d and p.kind != "town" for p, _, _ in weighed for _, d in p.options):
        weighed += _in_names(document.text, lines)
    sidos = _sido_votes(document, weighed, lines, day)
    if not sidos:
        return None
    best = max(sidos, key=lambda s: sidos[s])
    whole = _whole_province(document.title, best) and not _acts(document.text, weighed, best)
    district, span = (None, None) if whole else _district(weighed, best, day)
    name = regions.sido_name(best, day)
    where = span or next((p.span for p, w, t in weighed if t and any(o[0] == best for o in p.options)), None)
    return Region(name, district, rule="places" if weighed else "area-code", span=where)


OFFERS = re.compile(
    r"모집|공모|융자|대출|보증|지원(?!센터|단)|신청|저리|담보|조사|온라인|찾는다|찾습니다|"
    r"권역|육성|매출|예산"
)
ACTS = re.compile(r"(?:시|군|구|도)?(?:청)?(?:은|는|이|가)\s")


def _whole_province(title: str, sido: str) -> bool:
    """«부산 사회적경제기업에 저리 융자 12억», «충남도 마을기업 공모»: for the whole 시도, in whatever hall "
    "it is told."""
    if OFFERS.search(title) is None:
        return False
    places = regions.find_places(title)
    province = any(p.kind == "sido" and any(s == sido for s, _ in p.options) for p in places)
    return province and not any(d for p in places for s, d in p.options if s == sido)


def _acts(text: str, weighed: list[tuple[Place, float, bool]], sido: str) -> bool:
    """«횡성군은 …»: a district that acts itself, whatever the title says."""
    districts = (p for p, _, t in weighed if t and p.kind == "sigungu" and any(s == sido for s, _ in p.options))
    return any(ACTS.match(text, p.span[1]) for p in districts)


# «안산햇살돌봄사회적협동조합», «수원컨벤션센터», «부여 백제문화회관»: bodies and houses that begin with their town.
NAMED_AFTER = Cued(
    r"(?<![가-힣])(?P<town>[가-힣]{2,3}?)(?P<gap> ?)[가-힣]{0,10}(?:협동조합|생협|사협|자활센터|컨벤션센터|"
    r"대학교|문화관|문화원|회관|[시군구]청|"
    r"도서관|복지관|운동장|터미널)(?![가-힣]{2})"
)


def _in_names(text: str, lines: tuple[Line, ...]) -> list[tuple[Place, float, bool]]:
    """The one town that names of bodies and houses begin with, where the text names no district otherwise."""
    found: dict[tuple[str, str | None], tuple[Place, float, bool]] = {}
    for line in lines:
        for match in NAMED_AFTER.finditer(text, line.start, line.end) if line.kind == "text" else ():
            towns = regions.towns_named(match["town"])
            if len(towns) == 1 and (match["gap"] or not regions.is_word_too(match["town"])):
                found.setdefault(towns[0], (Place(match.span("town"), "sigungu", towns), BODY, True))
    return list(found.values()) if len(found) == 1 else []


def venue_region(venue: str, home: Region | None, day: date | None) -> str | None:
    """«서울특별시 은평구» for a venue's words, else the region of the activity."""
    places = regions.find_places(venue)
    for wanted in ("sigungu", "ward", "town"):
        for place in places:
            options = [(s, d) for s, d in place.options if d and regions.valid_on(s, d, day)]
            same = [o for o in options if home and home.sido == regions.sido_name(o[0], day)]
            chosen = same or (options if len({s for s, _ in options}) == 1 else [])
            if place.kind == wanted and chosen:
                return f"{regions.sido_name(chosen[0][0], day)} {chosen[0][1]}"
    for place in places:
        if place.kind == "sido" and home is None:
            return regions.sido_name(place.options[0][0], day)
    if home is None or home.sido is None:
        return None
    return f"{home.sido} {home.sigungu}" if home.sigungu else home.sido


def _weighed(document: Document, lines: tuple[Line, ...]) -> list[tuple[Place, float, bool]]:
    """Places with their weight, and whether their span is in the text."""
    found = [(p, TITLE * (TOWN if p.kind == "town" else 1), False) for p in regions.find_places(document.title)]
    found += [(p, DATELINE, False) for p in regions.find_places(document.byline or "") if _dateline(document.byline, p)]
    lead_end = next((line.start for line in lines if line.kind == "text"), 0) + LEAD_CHARACTERS
    towns = {document.title[slice(*p.span)] for p, _, _ in found if p.kind == "town"}
    for line in lines:
        if line.kind != "text" or len(found) > LATER_PLACES:
            continue
        words = document.text[line.start : line.end]
        for place in regions.find_places(words):
            if place.kind == "town" and words[slice(*place.span)] in towns:
                continue  # a town repeated is no second voice
            towns.add(words[slice(*place.span)])
            weight = DATELINE if _dateline(words, place) else LEAD if line.start + place.span[0] < lead_end else BODY
            shifted = Place(_shift(place.span, line.start), place.kind, place.options, place.stem)
            found.append((shifted, weight * (TOWN if place.kind == "town" else 1), True))
    return found


def _dateline(words: str | None, place: Place) -> bool:
    if not words:
        return False
    start, end = place.span
    return words[max(0, start - 1) : start] in ("[", "(") and words[end : end + 1] in ("=", "]", ")")


def _shift(span: SpanPair, by: int) -> SpanPair:
    return span[0] + by, span[1] + by


def _sido_votes(
    document: Document, weighed: list[tuple[Place, float, bool]], lines: tuple[Line, ...], day: date | None
) -> dict[str, float]:
    votes: dict[str, float] = defaultdict(float)
    sure = {s for p, _, _ in weighed if len({o[0] for o in p.options}) == 1 for s, _ in p.options}
    for place, weight, _ in weighed:
        options = {s for s, d in place.options if not d or regions.valid_on(s, d, day)}
        if place.kind == "sido":  # «광주» is the metropolis unless its neighbours are of 경기
            options = {place.options[0][0]} if not (options & sure) else options & sure
        options = (options & sure) or options
        for sido in options:
            votes[sido] += weight / len(options)
    for line in lines:
        if line.kind == "text":
            for match in PHONE_CODE.finditer(document.text, line.start, line.end):
                if match[1] in regions.AREA_CODES:
                    votes[regions.AREA_CODES[match[1]]] += AREA_CODE
    outlet = regions.short_sido(document.region or "")
    if outlet:
        votes[outlet] += OUTLET if votes else 0
    if len(votes) > 1 and _ambiguous_only(weighed, votes):
        return {}
    return votes


def _ambiguous_only(weighed: list[tuple[Place, float, bool]], votes: dict[str, float]) -> bool:
    """All votes alike, and no name that stands for one 시도: left open."""
    top = sorted(votes.values(), reverse=True)
    return top[0] - top[1] < 0.01 and all(len({o[0] for o in p.options}) > 1 for p, _, _ in weighed)


def _district(
    weighed: list[tuple[Place, float, bool]], sido: str, day: date | None
) -> tuple[str | None, SpanPair | None]:
    votes: dict[str, float] = defaultdict(float)
    spans: dict[str, SpanPair] = {}
    if any(p.kind == "sigungu" and w >= LEAD for p, w, _ in weighed):  # «제주» beside «서귀포시»: the province
        weighed = [row for row in weighed if row[0].kind != "sido"]
    for place, weight, in_text in weighed:
        names = {d for s, d in place.options if s == sido and d and regions.valid_on(s, d, day)}
        if not names:
            continue
        for name in names:
            votes[name] += weight / len(names)
            if in_text:
                spans.setdefault(name, place.span)
    if not votes:
        return None, None
    best = max(votes, key=lambda n: votes[n])
    if votes[best] < CLEAR * sum(votes.values()):
        return None, None
    return best, spans.get(best)
