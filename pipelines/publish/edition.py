"""What one release contains: values only, ordered, ready to be written.

`collect` makes an `Edition` from the store; everything downstream (digest.db, pages, feeds,
calendars, exports) is a function of it. Fields that hold many may be any re-iterable collection,
so that a large store can stream them. Nothing here is a sentence of the press: evidence and
values are at most `WORDS_LIMIT` characters of the value's own words (DESIGN §4).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Literal

from store.records import Moment

SEOUL = timezone(timedelta(hours=9), "KST")
"""Korea keeps no summer time; a fixed offset gives the same bytes on every machine."""

WORDS_LIMIT = 40
"""Characters of a value's own words that may be shown as evidence in public."""

Tier = Literal["facts", "link", "snippet"]
OutletState = Literal["ok", "trouble", "resting", "never"]
PartyRole = Literal["host", "organiser", "sponsor"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A place that is read. `trouble` is a reason code, set where `state` is trouble."""

    id: str
    name: str
    kind: str
    home: str
    region: str | None = None  # 시도
    tier: Tier = "facts"
    state: OutletState = "ok"
    trouble: str | None = None
    last_read_on: date | None = None  # the last round that went well
    expected: int | None = None  # articles a day, by its own history
    read_today: int = 0


@dataclass(frozen=True, slots=True)
class EditionArticle:
    """One outlet's telling of a story: title, outlet, link, day. Never its text."""

    id: str
    outlet_id: str
    channel: str  # news, board
    title: str
    url: str
    first_seen_on: date
    published_at: Moment | None = None  # a date where the page gave no time of day
    reprint: bool = False  # the same text as the story's first telling


@dataclass(frozen=True, slots=True)
class Story:
    """The same news, told by one or more outlets; the first article is the lead."""

    id: str
    articles: tuple[EditionArticle, ...]
    sido: str | None = None
    sigungu: str | None = None
    item_kind: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading an article said of it as a whole. Very many articles share one."""

    item_kind: str | None
    sectors: tuple[str, ...]
    sido: str | None
    sigungu: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words (≤ WORDS_LIMIT characters) a field was read from, and in which article.

    Of a value that a person corrected: who and when, and no article.
    """

    field: str
    words: str
    article_id: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One step in an event's history: announced, moved, cancelled, corrected, reported…"""

    on: date
    kind: str
    article_id: str | None = None
    field: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of a field where the articles disagree; `chosen` is ours."""

    field: str
    value: str
    article_id: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds, runs or supports an event, as written; the id where the body is known."""

    role: PartyRole
    name: str
    organisation_id: str | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as it stands, with how it came to stand so. A value nobody stated is None."""

    id: str
    title: str
    first_seen_on: date
    changed_on: date
    uid: str = ""  # iCalendar UID; the id where empty
    start: Moment | None = None
    end: Moment | None = None
    venue: str | None = None
    sido: str | None = None
    sigungu: str | None = None
    online: bool = False
    audience: str | None = None
    fee: str | None = None
    contact: str | None = None
    status: str = "scheduled"
    application_start: Moment | None = None
    application_deadline: Moment | None = None
    recurrence: str | None = None
    original_start: Moment | None = None  # the day that was announced before it was moved
    sequence: int = 0  # counts changes of time, place or status, for calendars
    kind: str = "other"
    sectors: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    article_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    history: tuple[Change, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()  # flags that a reader should see: month_only:2026-12, broken_date
    parent_id: str | None = None  # the event it is a part of


@dataclass(frozen=True, slots=True)
class KindSpan:
    """A body called by one kind (마을기업, 사회적협동조합…): between two days of publication, and by official lists."""

    type: str
    first_on: date | None  # None: only an official list says so
    last_on: date | None
    articles: int
    valid_from: str | None = None  # day, month or year from which a list has it so
    valid_until: date | None = None  # day on which a list no longer had it
    standing: str = "now"  # now, before (another kind took its place), lapsed (struck off the list)


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A body's number in an official list, as the list writes the body."""

    list: str
    number: str
    name: str
    since: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A body with the ways it is written, what it was called, and where it was named."""

    id: str
    name: str
    type: str
    sido: str | None = None
    sigungu: str | None = None
    sectors: tuple[str, ...] = ()
    names: tuple[tuple[str, int], ...] = ()  # (written form, articles)
    kinds: tuple[KindSpan, ...] = ()
    mentions: tuple[tuple[str, int], ...] = ()  # (article id, times); on disk they stand in `Edition.mentions`
    parent_id: str | None = None  # the body it is a part of
    numbers: tuple[ListNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated number: 4만3400개 → 43400. `surface` is its own words."""

    article_id: str
    value: float
    surface: str
    subject: str | None = None
    measure: str | None = None
    unit: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """An id that was merged into another and still answers."""

    subject: str
    old_id: str
    new_id: str


Tally = tuple[str | None, str | None, int, int]
"""Of a body: the first and the last day of a story that names it, how many events it holds, runs or supports, and how
many articles name it."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A digest in which the tables of stories and articles are written already, and what their rows add up to."""

    path: Path
    sums: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Edition:
    """One release. `as_of` is the day it is made for (Asia/Seoul)."""

    as_of: date
    outlets: Collection[Outlet] = ()
    stories: Collection[Story] = ()
    events: Collection[EventRow] = ()
    organisations: Collection[OrganisationRow] = ()
    figures: Collection[Figure] = ()
    redirects: Collection[Redirect] = ()
    banner: str | None = None  # shown on every page of a release that was forced
    # of an edition that lies on disk, its collections in the order of their ids (None: found from those above)
    articles: Collection[tuple[EditionArticle, str]] | None = None  # with the story of each
    numbers: Collection[tuple[str, ListNumber]] | None = None  # with the organisation of each
    mentions: Collection[tuple[str, str, int]] | None = None  # (organisation, article, times)
    tally_of: Callable[[str], Tally] | None = None  # of an organisation; asked when stories and events have gone by
    only: Mapping[str, Collection[str]] | None = None  # ids by kind; whatever else is as in the last release
    complete: Callable[[], Edition] | None = None  # of an edition of some things: that of all
    ahead: Ahead | None = None  # what is written of it already
    begun: Path | None = None  # of an edition of some things: its folder, in which the rest stands (see `begun`)


def to_seoul(moment: Moment) -> Moment:
    """A datetime by Korea's clock; a day stays as it is."""
    return moment.astimezone(SEOUL) if isinstance(moment, datetime) else moment


def seoul_day(moment: Moment | None) -> date | None:
    """The calendar day in Korea of a moment."""
    if isinstance(moment, datetime):
        return moment.astimezone(SEOUL).date()
    return moment


def seoul_iso(moment: Moment | None) -> str | None:
    """ISO 8601: a plain day where no time is known, else minutes with +09:00."""
    if isinstance(moment, datetime):
        return moment.astimezone(SEOUL).isoformat(timespec="minutes")
    return moment.isoformat() if moment else None


def story_day(story: Story) -> date:
    """The day a story stands under: that of its first telling, where that says none the day we saw it."""
    lead = story.articles[0]
    return seoul_day(lead.published_at) or lead.first_seen_on
