"""The values we keep, with the meaning of every field. No database here.

A record is checked before it becomes a row (SQLModel's tables do not validate).
Times are aware datetimes; a plain `date` says that no time of day is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

Moment = date | datetime
"""A day, or an aware minute."""

Channel = Literal["news", "board"]
SpanPair = tuple[int, int]
"""[start, end) in characters (code points) of the text the value was read from."""


# --- what came in -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """What the extractors read: one article revision, its private data already masked.

    Also the input line of `dure extract`. `text` never changes after it was kept, so spans hold.
    """

    id: str
    channel: Channel
    title: str
    text: str
    published_at: datetime | None = None
    source: str | None = None
    byline: str | None = None
    region: str | None = None  # 시도 of the outlet, as the catalogue says; helps with 광주, 고성, 중구


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as it stands now. `id` comes from `canonical_key` alone."""

    id: str
    canonical_key: str
    source_id: str
    family: str
    channel: Channel
    url: str
    title: str
    text: str
    published_at: datetime | None
    date_only: bool
    byline: str | None  # newspapers only: nicknames of boards are never kept
    board: str | None
    category: str | None
    attachments: tuple[str, ...]
    comments: int | None
    first_seen_at: datetime
    changed_at: datetime
    revision: int  # counts from 1
    digest: str  # of the read values (title, text, published_at, attachments), not of the bytes
    state: Literal["live", "gone", "closed"] = "live"


# --- what was found in it -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and what it means (guideline §10). Closed at both ends.

    `start` is None for a deadline, `end` None when not stated; both None when the words are no
    date, or cannot be resolved without a publication time (flag `unresolved`).
    """

    span: SpanPair
    start: Moment | None
    end: Moment | None
    granularity: str  # time, day, week, part_of_month, month, half_year, year, part_of_day, none
    kind: str  # instant, range, deadline, recurrence, set, none
    rrule: str | None = None  # RFC 5545
    flags: tuple[str, ...] = ()
    candidates: tuple[tuple[Moment | None, Moment | None], ...] = ()  # the other readings, best first
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something a reader could attend, apply to, or that took place (guideline §4)."""

    title: str
    start: Moment | None = None
    end: Moment | None = None
    all_day: bool = True
    venue: str | None = None
    address_region: str | None = None  # 시도 시군구 of the venue
    online: bool = False
    hosts: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    audience: str | None = None
    fee: str | None = None
    contact: str | None = None  # an office line only
    status: str = "scheduled"  # scheduled, held, postponed, cancelled, recurring
    application_start: Moment | None = None
    application_deadline: Moment | None = None
    recurrence: str | None = None  # RFC 5545 RRULE, or the words
    role: Literal["main", "background"] = "main"
    parent: str | None = None  # title of the event this one is a part of
    flags: tuple[str, ...] = ()  # original_date:…, broken_date, month_only:…, fuzzy_date:…
    evidence: Mapping[str, tuple[SpanPair, ...]] = field(default_factory=dict)  # field name → spans
    rules: Mapping[str, str] = field(default_factory=dict)  # field name → rule


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body named in one document (guideline §5): canonical name, ways it is written, where."""

    name: str
    type: str  # one of the guideline's 17
    aliases: tuple[str, ...] = ()
    mentions: tuple[SpanPair, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated figure (guideline §6): 4만3400개 → 43400."""

    subject: str | None
    measure: str | None
    value: float
    unit: str | None
    evidence: SpanPair
    surface: str
    as_of: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Private:
    """Personal data in a text. `office` lines belong to an organisation and may stay."""

    type: str  # phone, email, account, resident_number, person_name, nickname
    span: SpanPair
    text: str
    office: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """Names as valid on the day of publication: 강원도 before 2023-06-11, 강원특별자치도 after."""

    sido: str | None
    sigungu: str | None = None
    rule: str = ""
    span: SpanPair | None = None  # the words that said so; None where the outlet decided


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything one reading of one document gave."""

    relevant: bool
    relevance: tuple[str, ...] = ()  # the reasons, e.g. "R1:사회적협동조합@12"
    item_kind: str | None = None  # event_notice, call, report, policy, people, opinion
    sectors: tuple[str, ...] = ()
    region: Region | None = None
    events: tuple[Event, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    facts: tuple[Fact, ...] = ()
    pii: tuple[Private, ...] = ()
    times: tuple[When, ...] = ()


# --- sameness -----------------------------------------------------------------------------

Subject = Literal["article", "event", "organisation"]
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Someone's word on whether two things are one. Groups are derived from these rows.

    `left` < `right` always. `by` is "rule:<name>" or "person:<who>"; a person's word outlives re-runs.
    """

    subject: Subject
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    by: str
    at: datetime


def plain(value: Any) -> Any:
    """Records as JSON values: tuples become lists, moments ISO 8601."""
    if value is None or isinstance(value, str | int | float):  # most values are; the check of a Mapping is dear
        return value
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, date):  # datetime is one too
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    return value


# --- groups: what merge made of the findings ------------------------------------------------

Role = Literal["original", "reprint", "own"]


@dataclass(frozen=True, slots=True)
class Story:
    """One news item, however many outlets printed it. `id` is minted from its founding article."""

    id: str
    articles: Mapping[str, Role]  # article id → its part: probable original, reprint, own reporting
    first_published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    """What one article (or, `by` a name, a person) said of one field of an event, and with which words."""

    field: str
    value: str  # ISO 8601 for moments; names joined by " · "
    finding_id: str
    article_id: str
    said_at: datetime | None
    spans: tuple[SpanPair, ...]
    standing: Literal["current", "superseded", "contradicted", "corrected"]  # corrected: a person says it is wrong
    by: str = ""  # the person who corrected it; `article_id` is empty then
    instead: str | None = None  # what the texts alone would say


@dataclass(frozen=True, slots=True)
class EventGroup:
    """One event with its history. `uid`, `sequence` as in iCalendar (RFC 5545, 5546)."""

    id: str
    uid: str
    sequence: int
    event: Event  # the fields as they stand; spans belong to the finding that said them (`history`)
    findings: tuple[str, ...]  # ids of event findings
    history: tuple[Said, ...] = ()
    parent_id: str | None = None  # the event it is a part of: a forum of a week, an opening of a festival


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """One body with every way its name was written."""

    id: str
    name: str
    type: str
    region: str | None
    names: Mapping[str, int]  # spelling → how many documents use it
    findings: tuple[str, ...]  # ids of organisation findings
    first_seen_at: datetime | None
    last_seen_at: datetime | None
    parent_id: str | None = None  # the body it is a part of: a branch, a centre of a foundation


# --- running --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FetchMemory:
    """What we remember of an address between rounds: caching info stays opaque to others."""

    url: str
    source_id: str
    fetched_at: datetime
    status: int | None
    etag: str | None = None
    last_modified: str | None = None
    body_digest: str | None = None
    canonical_key: str | None = None
    outcome: str = ""  # article, listing, or the refusal's name
    failures: int = 0


@dataclass(frozen=True, slots=True)
class SourceState:
    """When a source is due, and how it has been doing."""

    source_id: str
    next_due_at: datetime | None = None
    last_round_at: datetime | None = None
    last_good_at: datetime | None = None
    newest_published_at: datetime | None = None
    failures: float = 0.0  # hard 1, soft .5, temporary .25; a good round sets it to 0
    robots: Mapping[str, Any] = field(default_factory=dict)  # cached rules: fetched_at, status, body
    note: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One round over one source: what was asked, what came of it. Counts add up to `pages`."""

    id: str
    source_id: str
    started_at: datetime
    finished_at: datetime
    outcome: Literal["good", "quiet", "broken"]
    detail: str = ""  # one sentence for people when something is the matter
    pages: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)  # article/added, listing, refused/gone, …
    diagnosis: str = ""  # what is the matter with the source (pipelines/crawl/health); empty for a replay
    signs: Mapping[str, Any] = field(default_factory=dict)  # what the round saw, for comparison with later ones
    run_id: str = ""  # the run it was made in; empty where that is not known

    @property
    def next_step(self) -> str:
        """What an operator does about it; empty where nothing is the matter."""
        return str(self.signs.get("next_step", ""))


@dataclass(frozen=True, slots=True)
class Incident:
    """A source that is not well, from the round that showed it until one that was well again (or its last)."""

    source_id: str
    code: str  # the diagnosis it began with
    sentence: str
    next_step: str
    since: datetime
    ended_at: datetime | None = None

    def end(self, at: datetime) -> Incident:
        return replace(self, ended_at=at)


@dataclass(frozen=True, slots=True)
class RequestLog:
    """One request or decision not to make one, and why."""

    round_id: str
    url: str
    at: datetime
    decision: str  # fetched, not_modified, robots, pace, refused:<reason>, error:<name>, added, replaced, left
    status: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the main job (or a stage of it), whoever started it."""

    id: str
    started_at: datetime
    finished_at: datetime | None
    outcome: Literal["running", "good", "stopped", "broken", "killed"]
    by: str  # plain, prefect
    stages: Mapping[str, Any] = field(default_factory=dict)
    detail: str = ""
    seconds: Mapping[str, float] = field(default_factory=dict)  # by stage
    versions: Mapping[str, str] = field(default_factory=dict)  # code, rules, schema
    process: str = ""  # host:pid, so that a run whose process is gone is known to be over


# --- the mail -----------------------------------------------------------------------------

DeliveryState = Literal["sending", "sent", "empty", "failed", "refused", "unclear"]
"""sending: handed over, no answer yet · empty: nothing for this reader today · failed: surely not taken, tried again ·
refused: the server will not take it · unclear: the connection broke before the answer; never sent by itself again"""


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who gets the letter, and what of it. An empty choice means everything."""

    id: str  # random: it is the key of the unsubscribe link
    address: str
    added_at: datetime
    regions: tuple[str, ...] = ()  # short names of 시도: 강원, 서울
    sectors: tuple[str, ...] = ()  # codes
    kinds: tuple[str, ...] = ()  # news, or a kind of event: call, education, market…


@dataclass(frozen=True, slots=True)
class Delivery:
    """One letter of one day to one reader: there is at most one."""

    subscription_id: str
    day: date
    release: str
    state: DeliveryState
    at: datetime
    detail: str = ""  # the server's answer where it did not go well
    told: tuple[str, ...] = ()  # stories that stood in it, so that the next letter leaves them out
