"""The values at the door of this room: a page goes in, a reading comes out.

::

    Page ──recognise──► Family ──read──► Article | Listing | Refusal   (all inside one Reading)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Page:
    """One response, as fetched and decoded.

    `url` is the address asked for, `final_url` the one that answered. `text` is the decoded
    body; `encoding` what it was decoded as; `replaced` how many U+FFFD that cost.
    `fetched_at` is aware: list dates such as «13:05» or «2시간 3분전» are read against it.
    """

    url: str
    final_url: str
    status: int
    content_type: str
    text: str
    fetched_at: datetime
    encoding: str = "utf-8"
    replaced: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case


class Reason(StrEnum):
    """Why a page is turned away. The value is what operators and `dure parse` see."""

    GONE = "gone"  # 404/410, or the engine's own sentence for a deleted or missing document
    SECRET = "secret"  # asks for a password
    CLOSED = "closed"  # login wall, 401/403, members only
    SERVER_ERROR = "server_error"  # 5xx, a maintenance page served as 200
    ENGINE_ERROR = "engine_error"  # the engine's own error page, none of the above
    REDIRECT = "redirect"  # leads elsewhere (3xx, or a one-line script that does)
    FEED_OFF = "feed_off"  # a feed address that answers with a sentence instead of a feed
    SEARCH = "search"  # search results: never a document, never a list to follow
    FRONT = "front"  # front page, section overview, menu, static page
    FORM = "form"  # write, login, password or sign-up form
    NOT_A_PAGE = "not_a_page"  # binary, picture, script, JSON we do not know
    EMPTY = "empty"  # nothing in it
    TRUNCATED = "truncated"  # cut in the middle, before the document was complete
    LAYOUT_CHANGED = "layout_changed"  # the engine is known, the container is not: a person must look
    UNREADABLE = "unreadable"  # no family, and the fallback found no article either


class Refused(Exception):
    """Raised inside a reader; `sources.reading.read` turns it into `Reading.refusal`."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Article:
    """What a page said. A value the page does not show is empty, never guessed.

    `body_text`: one block per line, table cells joined by a tab, without captions, subtitles,
    bylines, copyright lines, move markers, comments and everything around the article.
    `published_at` is aware (+09:00); with `date_only` its midnight is a filler. `author` is the
    byline of a newspaper or the nickname of a board: the nickname is never kept.
    `comments` is their count; their texts are not read. `said_by` names, for each field
    that is not plain markup of the family, where it came from ("json-ld", "og", "trafilatura"…).
    """

    title: str
    body_text: str
    published_at: datetime | None = None
    date_only: bool = False
    author: str | None = None
    modified_at: datetime | None = None
    views: int | None = None
    comments: int | None = None
    attachments: tuple[str, ...] = ()
    board: str | None = None
    category: str | None = None
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    image_captions: tuple[str, ...] = ()
    moved_marker: str | None = None
    said_by: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a list, or an entry of a feed. Feeds may carry the whole `body_text`."""

    url: str
    title: str
    canonical_key: str | None = None
    published_at: datetime | None = None
    date_only: bool = False
    author: str | None = None
    views: int | None = None
    comments: int | None = None
    notice: bool = False
    secret: bool = False
    reply: bool = False
    category: str | None = None
    body_text: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list page or a feed: items in page order, and the address of the next page."""

    items: tuple[Item, ...]
    next_page: str | None = None
    board: str | None = None
    total: int | None = None
    page: int | None = None
    pages: int | None = None


Kind = Literal["article", "listing", "refusal"]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one page; exactly one of article, listing and refusal is set.

    `canonical_key` is set for articles (and for refusals of a known document):
    two addresses of one document have one key, two documents never share one.
    """

    family: str
    kind: Kind
    canonical_key: str | None = None
    article: Article | None = None
    listing: Listing | None = None
    refusal: Reason | None = None
    detail: str = ""

    def as_row(self) -> dict[str, Any]:
        """The JSON object of `dure parse` (fields of the recorded pages' README)."""
        from dataclasses import asdict

        def plain(value: Any) -> Any:
            if isinstance(value, datetime):
                return value.isoformat()
            if isinstance(value, Mapping):
                return {k: plain(v) for k, v in value.items()}
            if isinstance(value, list | tuple):
                return [plain(v) for v in value]
            return value

        return {
            "kind": self.kind,
            "family": self.family,
            "canonical_key": self.canonical_key,
            "refusal": str(self.refusal) if self.refusal else None,
            "detail": self.detail,
            "article": plain(asdict(self.article)) if self.article else None,
            "listing": plain(asdict(self.listing)) if self.listing else None,
        }
