"""What happens to every answer, live or replayed, inside one transaction of the caller.

::

    Response ─► archive ─► decode, read ─► Article ─► mask ─► add / replace / leave
                                        ├► Listing      (the round looks at its items)
                                        └► refusal      (may say that an article we hold is gone or closed)

The archive is written before the row: a process killed in between finds the answer there and writes the row.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from sqlmodel import Session

from pipelines.crawl.addresses import MAX_LENGTH
from pipelines.crawl.decide import Action, Decision, state_after_refusal
from pipelines.crawl.keeping import kept_article, settle, short_key
from pipelines.crawl.reading import read_response
from pipelines.crawl.response import Response
from sources.catalogue import Source
from sources.page import Reading
from store import shelf
from store.archive import Archive, Capture
from store.forgetting import FORGOTTEN, is_forgotten
from store.records import FetchMemory, KeptArticle


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one answer. `outcome` is its one place in the counts, which add up to the pages."""

    outcome: str  # article, listing, feed, not_modified, refused/<reason>, error/<failure>
    reading: Reading | None = None
    decision: Decision | None = None
    detail: str = ""


def take(session: Session, archive: Archive | None, response: Response, source: Source, round_id: str) -> Taken:
    """Archive, read and keep one answer; remember its address."""
    before = shelf.memory(session, response.url)
    if before is not None and before.outcome == FORGOTTEN:
        return Taken(f"refused/{FORGOTTEN}", detail="a person had it forgotten")
    if response.failure is None and archive is not None:
        keep_answer(archive, response, source, round_id)
    taken = _taken(session, response, source, before)
    if taken.outcome == f"refused/{FORGOTTEN}" and archive is not None:  # known only now, by its key
        archive.forget(response.final_url)
    _remember(session, response, source, before, taken)
    return taken


def look(archive: Archive | None, response: Response, source: Source, round_id: str) -> Taken:
    """Archive and read an answer without keeping what it says: to see whether a known page still reads."""
    if response.failure is not None:
        return Taken(f"error/{response.failure}", detail=response.detail)
    if archive is not None:
        keep_answer(archive, response, source, round_id)
    reading = read_response(response, source)
    outcome = f"refused/{reading.refusal}" if reading.kind == "refusal" else reading.kind
    return Taken(outcome, reading, detail=reading.detail)


def _taken(session: Session, response: Response, source: Source, before: FetchMemory | None) -> Taken:
    if response.failure is not None:
        return Taken(f"error/{response.failure}", detail=response.detail)
    if response.not_modified:
        return Taken("not_modified")
    reading = read_response(response, source)
    if reading.kind == "article":
        decision = _keep(session, reading, response, source, before)
        if decision is None:
            return Taken(f"refused/{FORGOTTEN}", replace(reading, article=None), detail="a person had it forgotten")
        return Taken("article", reading, decision, "; ".join(filter(None, (decision.reason, reading.detail))))
    if reading.kind == "listing":
        return Taken("feed" if is_feed(response) else "listing", reading, detail=reading.detail)
    _note_refusal(session, reading, response, before)
    return Taken(f"refused/{reading.refusal}", reading, detail=reading.detail)


def _keep(
    session: Session, reading: Reading, response: Response, source: Source, before: FetchMemory | None
) -> Decision | None:
    """Add, replace or leave; None for a document that was forgotten and came back under another address."""
    arrived = kept_article(reading, response, source)
    held = shelf.held(session, arrived.canonical_key)
    if held is None and is_forgotten(session, arrived.canonical_key):
        return None
    if held is not None and before is not None and before.fetched_at > response.fetched_at:
        return Decision(Action.LEAVE, "an older answer of this address")
    kept, decision = settle(arrived, held)
    if decision.action is not Action.LEAVE:
        shelf.keep(session, kept, decision.reason)
    elif held is not None and held.state != "live" and response.fetched_at > held.changed_at:
        shelf.set_state(session, held.id, "live", response.fetched_at)
        return Decision(decision.action, f"{decision.reason}; answers again after it was {held.state}")
    return decision


def _note_refusal(session: Session, reading: Reading, response: Response, before: FetchMemory | None) -> None:
    held = _held_behind(session, reading, before)
    state = state_after_refusal(str(reading.refusal), response.fetched_at, held, before)
    if held is not None and state is not None:
        shelf.set_state(session, held.id, state, response.fetched_at)


def _held_behind(session: Session, reading: Reading, before: FetchMemory | None) -> KeptArticle | None:
    """The article a refused page was about: by its key, else by what the address once led to."""
    key = reading.canonical_key or (before.canonical_key if before else None)
    return shelf.held(session, short_key(key)) if key else None


def _remember(session: Session, response: Response, source: Source, before: FetchMemory | None, taken: Taken) -> None:
    """An older answer (a replay) never overwrites what a newer one said."""
    if len(response.url) > MAX_LENGTH or (before is not None and before.fetched_at >= response.fetched_at):
        return
    known = before or FetchMemory(response.url, source.id, response.fetched_at, None)
    key = taken.reading.canonical_key if taken.reading else None
    if taken.outcome == "article":
        key = key or response.final_url  # what `keeping` knows it by
    failed = taken.outcome.startswith(("refused/", "error/"))
    same = taken.outcome == "not_modified"
    fresh = response.failure is None and not same
    shelf.remember(
        session,
        FetchMemory(
            url=response.url,
            source_id=source.id,
            fetched_at=response.fetched_at,
            status=response.status or None,
            etag=_short(response.header("etag"), 400) if fresh else known.etag,
            last_modified=_short(response.header("last-modified"), 80) if fresh else known.last_modified,
            body_digest=hashlib.sha256(response.body).hexdigest()[:32] if fresh else known.body_digest,
            canonical_key=short_key(key) if key else known.canonical_key,
            outcome=known.outcome if same else taken.outcome.rpartition("/")[2][:40],
            failures=known.failures + 1 if failed else 0,
        ),
    )


def is_feed(response: Response) -> bool:
    """Feeds and sitemaps: XML or JSON, not a page."""
    kind = response.content_type.lower()
    head = response.body[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<html" in head or b"<!doctype html" in head:
        return False
    return "xml" in kind or "json" in kind or head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf"))


def keep_answer(archive: Archive, response: Response, source: Source, round_id: str) -> None:
    """Archive an answer, and the redirects on the way to it."""
    for hop in response.hops:
        archive.keep(
            Capture(
                url=hop.url,
                at=hop.fetched_at,
                status=hop.status,
                headers=hop.headers,
                request_headers=response.request_headers,
                source_id=source.id,
                round_id=round_id,
                asked=response.url if hop.url != response.url else "",
            )
        )
    archive.keep(
        Capture(
            url=response.final_url,
            at=response.fetched_at,
            status=response.status,
            headers=response.headers,
            body=response.wire,
            reason=response.reason,
            request_headers=response.request_headers,
            source_id=source.id,
            round_id=round_id,
            asked=response.url if response.url != response.final_url else "",
        )
    )


def _short(value: str, limit: int) -> str | None:
    """Validators longer than their column are as good as none."""
    return value if 0 < len(value) <= limit else None
