"""Made articles, findings and stores for the tests of merge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from databases import fresh_store
from gold_rows import GOLD, Row, rows

from store import findings, shelf
from store.records import Event, Findings, KeptArticle, Organisation
from store.session import Store


@pytest.fixture(scope="session")
def own_rows() -> list[Row]:
    """Our own reprints and traps: both sets."""
    return rows(GOLD / "duplicates_own.jsonl") + rows(GOLD / "duplicates_own2.jsonl")


@pytest.fixture(scope="session")
def first_rows() -> list[Row]:
    """The first set alone: enough for what goes through a store."""
    return rows(GOLD / "duplicates_own.jsonl")


@pytest.fixture(scope="session")
def own_pairs() -> list[Row]:
    return rows(GOLD / "duplicate_own_pairs.jsonl") + rows(GOLD / "duplicate_own2_pairs.jsonl")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    store = fresh_store(tmp_path)
    yield store
    store.close()


def kept_article(row: Row) -> KeptArticle:
    at = datetime.fromisoformat(row["published_at"])
    return KeptArticle(
        id=row["id"],
        canonical_key=f"test:{row['id']}",
        source_id=row["outlet"],
        family="test",
        channel="board" if "게시판" in row["outlet"] else "news",
        url=f"https://example.com/{row['id']}",
        title=row["title"],
        text=row["text"],
        published_at=at,
        date_only=False,
        byline=None,
        board=None,
        category=None,
        attachments=(),
        comments=None,
        first_seen_at=at,
        changed_at=at,
        revision=1,
        digest=row["id"],
    )


def told_event(row: Row) -> Sequence[Event]:
    """What a reader would have found: the event of the set, with its stated start."""
    if row.get("event_start") is None and "event_title" not in row:
        return ()
    start = row.get("event_start")
    moment = datetime.fromisoformat(start) if start and "T" in start else None
    day = datetime.fromisoformat(start).date() if start and not moment else None
    return (
        Event(
            title=row.get("event_title", row["event_key"]),
            start=moment or day,
            all_day=moment is None,
            venue=row.get("venue"),
            status=row.get("status", "scheduled"),
            flags=tuple(row.get("flags", ())),
        ),
    )


@pytest.fixture
def put() -> Callable[[Store, Sequence[Row]], None]:
    """Keep articles with their findings."""

    def keep(store: Store, these: Sequence[Row]) -> None:
        with store.begin() as session:
            for row in these:
                shelf.keep(session, kept_article(row), "test")
                named = tuple(Organisation(name, "cooperative") for name in row.get("organisations", ()))
                found = Findings(relevant=True, events=tuple(told_event(row)), organisations=named)
                findings.save(session, row["id"], 1, found, "1")

    return keep
