"""Reading → KeptArticle: the one place where what was read becomes what is kept. Private data is masked here."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from pipelines.crawl.decide import Decision, decide, digest_of
from pipelines.crawl.response import Response
from pipelines.korean.private import mask_article
from sources.catalogue import Source
from sources.page import Reading
from store.records import Channel, KeptArticle
from store.shelf import storable

BOARDS = ("gnuboard", "eyoom", "rhymix", "xe", "kboard", "mangboard", "egov", "naver", "tistory", "board")
"""Engines of boards, by the beginning of their name: what an outlet is that no catalogue entry describes."""

UNDESCRIBED = "unknown"
"""Kind of an outlet made up from a host."""

KEY_LENGTH = 400
NAME_LENGTH = 200


def article_id(canonical_key: str) -> str:
    """From the canonical key alone: cleaning rules change, ids must not."""
    return "a" + hashlib.sha256(canonical_key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def kept_article(reading: Reading, response: Response, source: Source) -> KeptArticle:
    """The article as it would stand if it were new. Comments, nicknames and what identifies a person stay behind.

    A document without a canonical key (a page no family knows) is known by its final address.
    """
    read = reading.article
    assert read is not None, "only articles are kept"
    key = short_key(reading.canonical_key or response.final_url)
    channel = channel_of(reading, source)
    title, text = mask_article(storable(read.title), storable(read.body_text), channel, _name(read.author) or "")
    return KeptArticle(
        id=article_id(key),
        canonical_key=key,
        source_id=source.id,
        family=reading.family,
        channel=channel,
        url=response.final_url,
        title=title,
        text=text,
        published_at=read.published_at,
        date_only=read.date_only,
        byline=_name(read.author) if channel == "news" else None,
        board=_name(read.board),
        category=_name(read.category),
        attachments=tuple(storable(name) for name in read.attachments),
        comments=read.comments,
        first_seen_at=response.fetched_at,
        changed_at=response.fetched_at,
        revision=1,
        digest=digest_of(title, text, read.published_at, read.attachments),
    )


def channel_of(reading: Reading, source: Source) -> Channel:
    """What the catalogue says; by the engine where the outlet is in no catalogue."""
    if source.kind != UNDESCRIBED:
        return source.channel
    return "board" if reading.family.startswith(BOARDS) else "news"


def settle(arrived: KeptArticle, held: KeptArticle | None) -> tuple[KeptArticle, Decision]:
    """(the article as it is to be kept, what was decided)."""
    decision = decide(arrived, held)
    if held is None:
        return arrived, decision
    return replace(arrived, first_seen_at=held.first_seen_at, revision=held.revision + 1), decision


def short_key(key: str) -> str:
    """Keys longer than a column keep their beginning and a digest of the whole."""
    if len(key) <= KEY_LENGTH:
        return key
    tail = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{key[: KEY_LENGTH - 17]}~{tail}"


def _name(said: str | None) -> str | None:
    return storable(said)[:NAME_LENGTH] if said else None
