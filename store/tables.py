"""The tables. Private to this room: others see `store.records`.

SQLModel's tables do not validate, so rows are only ever made from records. Every column carries
its meaning as a comment: the store's own data dictionary.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Date, Float, ForeignKey, Index, Integer, String, Text, text
from sqlmodel import Field, SQLModel

from store.columns import MomentText, UtcDateTime
from store.records import Moment


def _column(kind: Any, meaning: str, *rest: Any, **options: Any) -> Any:
    """A table column with its meaning; not null unless said otherwise."""
    options.setdefault("nullable", False)
    return Field(sa_column=Column(kind, *rest, comment=meaning, **options))


def _id(meaning: str) -> Any:
    return _column(String(64), meaning, primary_key=True)


def _of_article(**options: Any) -> Any:
    return _column(String(64), "the article", ForeignKey("article.id", ondelete="CASCADE"), index=True, **options)


# --- what came in -------------------------------------------------------------------------


class ArticleRow(SQLModel, table=True):
    __tablename__ = "article"

    id: str = _id("from the canonical key alone")
    canonical_key: str = _column(String(400), "engine, host and the numbers that matter", unique=True)
    source_id: str = _column(String(80), "catalogue id of the outlet", index=True)
    family: str = _column(String(40), "engine that made the page")
    channel: str = _column(String(10), "news or board")
    url: str = _column(Text, "address it was read at")
    title: str = _column(Text, "as shown, without the outlet's tail")
    text: str = _column(Text, "body, one block a line, private data masked by the same count of characters")
    published_at: datetime | None = _column(
        UtcDateTime, "when the page says it was published", nullable=True, index=True
    )
    date_only: bool = Field(default=False)
    byline: str | None = _column(String(200), "reporter; never a board's nickname", nullable=True)
    board: str | None = _column(String(200), "board or section", nullable=True)
    category: str | None = _column(String(200), "category on that board", nullable=True)
    attachments: list[str] = _column(JSON, "names of attached files")
    comments: int | None = _column(Integer, "how many comments; their texts are not kept", nullable=True)
    first_seen_at: datetime = _column(UtcDateTime, "when we first read it", index=True)
    changed_at: datetime = _column(UtcDateTime, "when its read values last changed")
    revision: int = _column(Integer, "counts from 1")
    digest: str = _column(String(64), "of the read values")
    state: str = _column(String(10), "live, gone or closed")


class RevisionRow(SQLModel, table=True):
    __tablename__ = "revision"

    article_id: str = _column(String(64), "the article", ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    number: int = _column(Integer, "counts from 1", primary_key=True)
    title: str = _column(Text, "title of this revision")
    text: str = _column(Text, "body of this revision, masked")
    published_at: datetime | None = _column(UtcDateTime, "as this revision says", nullable=True)
    digest: str = _column(String(64), "of the read values")
    seen_at: datetime = _column(UtcDateTime, "when we read it")
    reason: str = _column(String(200), "why it was kept")


class FetchMemoryRow(SQLModel, table=True):
    __tablename__ = "fetch_memory"

    url: str = _column(String(2000), "address", primary_key=True)
    source_id: str = _column(String(80), "outlet", index=True)
    fetched_at: datetime = _column(UtcDateTime, "last time")
    status: int | None = _column(Integer, "HTTP status", nullable=True)
    etag: str | None = _column(String(400), "validator", nullable=True)
    last_modified: str | None = _column(String(80), "validator", nullable=True)
    body_digest: str | None = _column(String(64), "of the bytes", nullable=True)
    canonical_key: str | None = _column(String(400), "the document behind the address", nullable=True, index=True)
    outcome: str = _column(String(40), "article, listing or the refusal's name")
    failures: int = _column(Integer, "in a row")


# --- what was found -----------------------------------------------------------------------


class ReadingRow(SQLModel, table=True):
    __tablename__ = "reading"

    article_id: str = _column(String(64), "the article", ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    revision: int = _column(Integer, "the revision that was read")
    rules_version: str = _column(String(40), "the rules that read it", index=True)
    relevant: bool = Field(default=False, index=True)
    relevance: list[str] = _column(JSON, "the reasons")
    item_kind: str | None = _column(String(30), "event_notice, call, report, policy, people, opinion", nullable=True)
    sectors: list[str] = _column(JSON, "fields of the social economy")
    sido: str | None = _column(String(20), "where the activity happens", nullable=True, index=True)
    sigungu: str | None = _column(String(40), "where the activity happens", nullable=True)
    region_rule: str = _column(String(60), "what decided the region")
    region_span: list[int] | None = _column(JSON, "the words that said so", nullable=True)


class EventFindingRow(SQLModel, table=True):
    __tablename__ = "event_finding"

    id: str = _id("article id, «-e», position")
    article_id: str = _of_article()
    position: int = _column(Integer, "in the order of the text")
    title: str = _column(Text, "as a person would list it")
    start: Moment | None = _column(MomentText, "first day or minute", nullable=True, index=True)
    end: Moment | None = _column(MomentText, "last day or minute", nullable=True)
    role: str = _column(String(12), "main or background")
    status: str = _column(String(12), "scheduled, held, postponed, cancelled, recurring")
    application_deadline: Moment | None = _column(MomentText, "last moment to apply", nullable=True, index=True)
    values: dict[str, Any] = _column(JSON, "all fields of the event, with evidence spans and rules")


class OrganisationFindingRow(SQLModel, table=True):
    __tablename__ = "organisation_finding"

    id: str = _id("article id, «-o», position")
    article_id: str = _of_article()
    position: int = _column(Integer, "in the order of the text")
    name: str = _column(String(600), "fullest name in the text", index=True)
    type: str = _column(String(40), "one of the 17 kinds")
    aliases: list[str] = _column(JSON, "other ways the text writes it")
    mentions: list[list[int]] = _column(JSON, "spans")
    rule: str = _column(String(60), "what found it")


class FactFindingRow(SQLModel, table=True):
    __tablename__ = "fact_finding"

    id: str = _id("article id, «-f», position")
    article_id: str = _of_article()
    position: int = _column(Integer, "in the order of the text")
    subject: str | None = _column(Text, "who or what", nullable=True)
    measure: str | None = _column(Text, "what is counted", nullable=True)
    value: float = _column(Float, "the plain number")
    unit: str | None = _column(String(40), "명, 개, KRW, EUR, %", nullable=True)
    as_of: str | None = _column(String(40), "as of when", nullable=True)
    surface: str = _column(Text, "the words")
    span: list[int] = _column(JSON, "where they stand")
    rule: str = _column(String(60), "what found it")


class TimeFindingRow(SQLModel, table=True):
    __tablename__ = "time_finding"

    id: str = _id("article id, «-t», position")
    article_id: str = _of_article()
    position: int = _column(Integer, "in the order of the text")
    span: list[int] = _column(JSON, "where the words stand")
    start: Moment | None = _column(MomentText, "first day or minute", nullable=True)
    end: Moment | None = _column(MomentText, "last day or minute", nullable=True)
    granularity: str = _column(String(20), "how fine it is")
    kind: str = _column(String(20), "instant, range, deadline, recurrence")
    rrule: str | None = _column(Text, "RFC 5545", nullable=True)
    rule: str = _column(String(60), "what found it")


# --- sameness -----------------------------------------------------------------------------


class JudgementRow(SQLModel, table=True):
    __tablename__ = "judgement"
    __table_args__ = (
        # one live word per pair; withdrawn ones stay as history
        Index(
            "judgement_live",
            "subject",
            "left_id",
            "right_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    subject: str = _column(String(14), "article, event or organisation")
    left_id: str = _column(String(64), "the smaller id")
    right_id: str = _column(String(64), "the greater id", index=True)
    verdict: str = _column(String(10), "same, different, unsure")
    score: float = _column(Float, "0 to 1")
    reasons: list[str] = _column(JSON, "why")
    by: str = _column(String(80), "rule:<name> or person:<who>")
    at: datetime = _column(UtcDateTime, "when it was said")
    withdrawn_at: datetime | None = _column(UtcDateTime, "when it was taken back", nullable=True)


class StoryRow(SQLModel, table=True):
    __tablename__ = "story"

    id: str = _id("minted from the founding article")
    first_published_at: datetime | None = _column(UtcDateTime, "earliest text", nullable=True, index=True)


class StoryArticleRow(SQLModel, table=True):
    __tablename__ = "story_article"

    article_id: str = _column(String(64), "the article", ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    story_id: str = _column(String(64), "its story", ForeignKey("story.id", ondelete="CASCADE"), index=True)
    role: str = _column(String(10), "original, reprint or own")


class EventRow(SQLModel, table=True):
    __tablename__ = "event"

    id: str = _id("minted from the founding finding")
    uid: str = _column(String(120), "iCalendar UID", unique=True)
    sequence: int = _column(Integer, "iCalendar SEQUENCE")
    title: str = _column(Text, "as it stands")
    start: Moment | None = _column(MomentText, "as it stands", nullable=True, index=True)
    status: str = _column(String(12), "as it stands")
    values: dict[str, Any] = _column(JSON, "all fields as they stand")
    history: list[dict[str, Any]] = _column(JSON, "who said what of each field, with which words")
    parent_id: str | None = _column(String(64), "the event it is a part of", nullable=True, index=True)


class EventMemberRow(SQLModel, table=True):
    __tablename__ = "event_member"

    finding_id: str = _column(
        String(64), "the finding", ForeignKey("event_finding.id", ondelete="CASCADE"), primary_key=True
    )
    event_id: str = _column(String(64), "its event", ForeignKey("event.id", ondelete="CASCADE"), index=True)


class OrganisationRow(SQLModel, table=True):
    __tablename__ = "organisation"

    id: str = _id("minted from the founding finding")
    name: str = _column(String(600), "fullest name", index=True)
    type: str = _column(String(40), "one of the 17 kinds")
    region: str | None = _column(String(60), "시도 시군구", nullable=True)
    names: dict[str, int] = _column(JSON, "spelling → documents")
    first_seen_at: datetime | None = _column(UtcDateTime, "first mention", nullable=True)
    last_seen_at: datetime | None = _column(UtcDateTime, "last mention", nullable=True)
    parent_id: str | None = _column(String(64), "the body it is a part of (Popolo, HSDS)", nullable=True)


class OrganisationMemberRow(SQLModel, table=True):
    __tablename__ = "organisation_member"

    finding_id: str = _column(
        String(64), "the finding", ForeignKey("organisation_finding.id", ondelete="CASCADE"), primary_key=True
    )
    organisation_id: str = _column(
        String(64), "its organisation", ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )


class SuccessorRow(SQLModel, table=True):
    __tablename__ = "successor"

    old_id: str = _id("an id that was minted once")
    new_id: str = _column(String(64), "the id that answers now", index=True)
    subject: str = _column(String(14), "story, event or organisation")


class ListedBodyRow(SQLModel, table=True):
    __tablename__ = "listed_body"

    list: str = _column(String(20), "social_enterprise, cooperative, village_enterprise", primary_key=True)
    number: str = _column(String(80), "its identifier in that list", primary_key=True)
    name: str = _column(String(600), "as the list writes it")
    type: str = _column(String(40), "one of the 17 kinds")
    region: str | None = _column(String(60), "시도 시군구", nullable=True)
    since: str | None = _column(String(10), "certified or registered: day, month or year", nullable=True)
    organisation_id: str | None = _column(String(64), "the body of the register", nullable=True, index=True)
    loaded_at: datetime = _column(UtcDateTime, "when these values were first read")
    gone_at: datetime | None = _column(UtcDateTime, "when a later list no longer had it", nullable=True)


# --- running ------------------------------------------------------------------------------


class SourceStateRow(SQLModel, table=True):
    __tablename__ = "source_state"

    source_id: str = _column(String(80), "catalogue id", primary_key=True)
    next_due_at: datetime | None = _column(UtcDateTime, "not asked before", nullable=True)
    last_round_at: datetime | None = _column(UtcDateTime, "last round", nullable=True)
    last_good_at: datetime | None = _column(UtcDateTime, "last good round", nullable=True)
    newest_published_at: datetime | None = _column(UtcDateTime, "newest article", nullable=True)
    failures: float = _column(Float, "weighted, in a row")
    robots: dict[str, Any] = _column(JSON, "cached rules")
    note: str = _column(Text, "last complaint")


class RoundRow(SQLModel, table=True):
    __tablename__ = "round"
    __table_args__ = (Index("ix_round_of_source", "source_id", "started_at"),)

    id: str = _id("source and start")
    source_id: str = _column(String(80), "the source")
    started_at: datetime = _column(UtcDateTime, "start", index=True)
    finished_at: datetime = _column(UtcDateTime, "end")
    outcome: str = _column(String(10), "good, quiet, broken")
    detail: str = _column(Text, "one sentence when something is the matter")
    pages: int = _column(Integer, "pages asked for")
    counts: dict[str, int] = _column(JSON, "they add up to pages")
    diagnosis: str = _column(String(20), "what is the matter with the source; empty for a replay", server_default="")
    signs: dict[str, Any] = _column(JSON, "what the round saw, for comparison with later ones", server_default="{}")
    run_id: str = _column(String(64), "the run it was made in", index=True, server_default="")


class RequestRow(SQLModel, table=True):
    __tablename__ = "request"

    id: int | None = Field(default=None, primary_key=True)
    round_id: str = _column(String(64), "its round", index=True)
    url: str = _column(Text, "address")
    at: datetime = _column(UtcDateTime, "when")
    decision: str = _column(String(60), "what was done")
    status: int | None = _column(Integer, "HTTP status", nullable=True)
    detail: str = _column(Text, "why")


class RunRow(SQLModel, table=True):
    __tablename__ = "run"

    id: str = _id("start and a random tail")
    started_at: datetime = _column(UtcDateTime, "start", index=True)
    finished_at: datetime | None = _column(UtcDateTime, "end", nullable=True)
    outcome: str = _column(String(10), "running, good, stopped, broken, killed")
    by: str = _column(String(20), "plain or prefect")
    stages: dict[str, Any] = _column(JSON, "tally of each stage")
    detail: str = _column(Text, "one sentence when it was not good")
    seconds: dict[str, float] = _column(JSON, "how long each stage took", server_default="{}")
    versions: dict[str, str] = _column(JSON, "code, rules and schema that made it", server_default="{}")
    process: str = _column(String(120), "host:pid", server_default="")


class IncidentRow(SQLModel, table=True):
    __tablename__ = "incident"

    source_id: str = _column(String(80), "the source", primary_key=True)
    since: datetime = _column(UtcDateTime, "start of the round that showed it", primary_key=True)
    code: str = _column(String(20), "the diagnosis it began with")
    sentence: str = _column(Text, "what was the matter")
    next_step: str = _column(Text, "what an operator does about it")
    ended_at: datetime | None = _column(UtcDateTime, "when the source was well again", nullable=True, index=True)


class AlertRow(SQLModel, table=True):
    __tablename__ = "alert"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = _column(UtcDateTime, "when the message went out", index=True)
    subject: str = _column(String(200), "its subject")


# --- the mail -----------------------------------------------------------------------------


class SubscriptionRow(SQLModel, table=True):
    __tablename__ = "subscription"

    id: str = _id("random; the key of the unsubscribe link")
    address: str = _column(String(254), "where the letter goes", unique=True)
    added_at: datetime = _column(UtcDateTime, "since when")
    regions: list[str] = _column(JSON, "short names of 시도; empty: all")
    sectors: list[str] = _column(JSON, "codes of fields; empty: all")
    kinds: list[str] = _column(JSON, "news, or kinds of events; empty: all")


class DeliveryRow(SQLModel, table=True):
    __tablename__ = "delivery"

    subscription_id: str = _column(
        String(64), "the reader", ForeignKey("subscription.id", ondelete="CASCADE"), primary_key=True
    )
    day: date = _column(Date, "the day of the digest (Asia/Seoul)", primary_key=True)
    release: str = _column(String(80), "the release it was made from")
    state: str = _column(String(10), "sending, sent, empty, failed, refused, unclear")
    at: datetime = _column(UtcDateTime, "when it came to this state")
    detail: str = _column(Text, "the server's answer where it did not go well")
    told: list[str] = _column(JSON, "stories that stood in it")


# --- for analysts -------------------------------------------------------------------------


class DictionaryRow(SQLModel, table=True):
    __tablename__ = "dictionary"

    table_name: str = _column(String(64), "table or view", primary_key=True)
    column_name: str = _column(String(64), "empty: the table itself", primary_key=True)
    kind: str = _column(String(60), "type of the column; table, view")
    meaning: str = _column(Text, "what it holds")
