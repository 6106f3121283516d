"""A loopback site, a client that may reach it, and a fresh store and archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import fresh_store
from loopback_site import Site

from pipelines.crawl.fetch import Fetcher, Limits
from store.archive import Archive
from store.session import Store


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """May reach 127.0.0.1; small limits, so that hostile answers end soon."""
    with Fetcher("Dure/test (+a@example.com)", allow_private=True, limits=Limits(seconds=1.5, bytes=200_000)) as client:
        yield client


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = fresh_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive") as opened:
        yield opened
