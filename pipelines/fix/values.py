"""What a person typed → the value as it is kept (plain JSON), or one sentence that says why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

from pipelines.korean import regions
from pipelines.korean.private import find_private
from store.corrections import KIND, REGION, RELEVANT, SECTORS

SEOUL: Final = timezone(timedelta(hours=9), "KST")
LONGEST: Final = 160
"""Characters of a value: what a column of the published file holds."""
KINDS: Final = ("event_notice", "call", "report", "policy", "people", "opinion")
FIELDS_OF_WORK: Final = (
    "governance", "regional_regeneration", "finance", "care", "labour", "social_innovation", "education",
    "environment", "food_agriculture", "culture_tourism", "distribution_marketing",
)  # fmt: skip
"""Sectors, as the digest's codes name them."""
STATUSES: Final = ("scheduled", "held", "postponed", "cancelled", "recurring")


class NotFixable(Exception):
    """A correction that cannot be made; the message says why and what to do."""


def moment(typed: str) -> str:
    """«2026-12-05» or «2026-12-05 14:00» (Korean time) → ISO 8601.

    >>> moment("2026-12-05 14:00")
    '2026-12-05T14:00:00+09:00'
    """
    said = typed.strip().replace(" ", "T")
    try:
        if len(said) == 10:
            return date.fromisoformat(said).isoformat()
        when = datetime.fromisoformat(said)
    except ValueError:
        raise NotFixable(f"«{typed}» is no day and no time; write 2026-12-05 or «2026-12-05 14:00».") from None
    when = when if when.tzinfo else when.replace(tzinfo=SEOUL)
    return when.astimezone(SEOUL).replace(second=0, microsecond=0).isoformat()


def words(typed: str) -> str:
    """A value in words: one line, short, nobody's private number."""
    said = " ".join(typed.split())
    if not said:
        raise NotFixable("An empty value says nothing; --clear NAME takes a value away.")
    if len(said) > LONGEST:
        raise NotFixable(f"«{said[:40]}…» has {len(said)} characters; at most {LONGEST} are published.")
    for private in find_private(said, channel="news"):
        if not private.office:
            raise NotFixable(f"«{private.text}» looks like private data ({private.type}), which is never published.")
    return said


def contact(typed: str) -> str:
    """An office's line; a mobile phone or a personal mail never."""
    words(f"문의 {typed}")
    return " ".join(typed.split())


def name(typed: str) -> str:
    """Who speaks, as it is published beside the value: no mail address, no number."""
    said = " ".join(typed.split())
    if not said or len(said) > 20 or re.search(r"@|\d{4}", said):
        raise NotFixable(f"--by «{typed}»: a short name or role, as readers may see it (at most 20 characters).")
    return said


def status(typed: str) -> str:
    if typed not in STATUSES:
        raise NotFixable(f"--status «{typed}»: one of {', '.join(STATUSES)}.")
    return typed


def _names(typed: list[str]) -> list[str]:
    return list(dict.fromkeys(map(words, typed)))


FIELDS: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "title": ("title", words), "start": ("start", moment), "end": ("end", moment), "venue": ("venue", words),
    "host": ("hosts", _names), "organiser": ("organisers", _names), "sponsor": ("sponsors", _names),
    "audience": ("audience", words), "fee": ("fee", words), "contact": ("contact", contact),
    "opens": ("application_start", moment), "deadline": ("application_deadline", moment), "status": ("status", status),
}  # fmt: skip
"""Name of the option → field of an event, and how what was typed becomes its value."""
CLEARABLE: Final = tuple(name for name in FIELDS if name not in ("title", "status"))


def checked(typed: Mapping[str, Any], cleared: list[str]) -> dict[str, Any]:
    """Field → value for everything typed; None for what is taken away. Raises NotFixable."""
    wrong = [name for name in cleared if name not in CLEARABLE]
    if wrong:
        raise NotFixable(f"--clear {wrong[0]}: one of {', '.join(CLEARABLE)}.")
    if both := sorted(set(cleared) & {name for name, value in typed.items() if value}):
        raise NotFixable(f"--{both[0]} and --clear {both[0]} contradict each other.")
    given = {FIELDS[n][0]: FIELDS[n][1](value) for n, value in typed.items() if value not in (None, [])}
    return given | {FIELDS[n][0]: None for n in cleared}


# --- of an article ----------------------------------------------------------------------------


Typed = Mapping[str, Any]
"""relevant, region, sectors, kind, as they were typed; None or empty: not spoken of."""
OF_ARTICLES: Final = {"region": REGION, "sector": SECTORS, "kind": KIND}


def article_values(typed: Typed, cleared: Sequence[str], day: date | None) -> dict[str, Any]:
    """Field → value for everything said of an article published that day. Raises NotFixable."""
    if wrong := [name for name in cleared if name not in OF_ARTICLES]:
        raise NotFixable(f"--clear {wrong[0]}: one of {', '.join(OF_ARTICLES)}.")
    if both := [name for name in cleared if typed.get(name)]:
        raise NotFixable(f"--{both[0]} and --clear {both[0]} contradict each other.")
    said: dict[str, Any] = {} if typed.get("relevant") is None else {RELEVANT: typed["relevant"]}
    if typed.get("region"):
        said[REGION] = region(typed["region"], day)
    if typed.get("sector"):
        said[SECTORS] = [_code("--sector", code, FIELDS_OF_WORK) for code in dict.fromkeys(typed["sector"])]
    if typed.get("kind"):
        said[KIND] = _code("--kind", typed["kind"], KINDS)
    return said | {OF_ARTICLES[name]: [] if name == "sector" else None for name in cleared}


def region(typed: str, day: date | None) -> list[str]:
    """«강원 원주시», «원주», «전북» → 시도 and 시군구 by their names of that day. Raises NotFixable."""
    found = list(regions.find_places(typed))
    if unknown := _not_in(typed, found):
        raise NotFixable(f"--region «{typed}»: «{unknown}» is no place known here; write 강원 원주시, or 강원 alone.")
    places = [p for p in found if p.kind in ("sido", "sigungu")]
    districts = {(o[0], o[1]) for p in places if p.kind == "sigungu" for o in p.options if o[1]}
    options = {(short, district) for short, district in districts if regions.valid_on(short, district, day)}
    sidos = {o[0] for p in places if p.kind == "sido" for o in p.options}
    if sidos and options:
        options = {o for o in options if o[0] in sidos}
    if len(options) == 1:
        short, district = options.pop()
        return [regions.sido_name(short, day), district]
    if options:
        names = ", ".join(sorted(f"{short} {district}" for short, district in options))
        raise NotFixable(f"--region «{typed}» may be {names}; name the 시도, too.")
    if len(sidos) == 1 and len(places) == 1:
        return [regions.sido_name(sidos.pop(), day)]
    raise NotFixable(f"--region «{typed}» names no 시도 or 시군구 of that day; write 강원 원주시, or 강원 alone.")


def _not_in(typed: str, places: Sequence[regions.Place]) -> str:
    """The first word that no place takes: a misspelt 시군구 would leave its 시도 standing alone."""
    rest = list(typed)
    for place in places:
        rest[slice(*place.span)] = " " * (place.span[1] - place.span[0])
    return next(iter("".join(rest).split()), "")


def _code(option: str, typed: str, known: Sequence[str]) -> str:
    if typed not in known:
        raise NotFixable(f"{option} «{typed}»: one of {', '.join(known)}.")
    return typed
