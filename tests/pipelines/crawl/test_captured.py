"""The evidence beside a diagnosis: which capture of a page, and what today's rules read from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from board_pages import Post, gone, listing, view

from pipelines.crawl.captured import captured
from store.archive import Archive, Capture

URL = "https://duremaeul.example/bbs/board.php?bo_table=free&wr_id=9"
MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
POST = Post(9, "돌봄 협동조합 설명회 안내", "29일 오후 3시 두레마을회관에서 만납니다.")
HTML = (("Content-Type", "text/html; charset=utf-8"),)


@pytest.fixture
def month(archive: Archive) -> Archive:
    """The post reads on Monday, is gone on Tuesday, and reads again on Wednesday."""
    for days, body in enumerate((view(POST), gone(), view(POST) + " ")):
        archive.keep(Capture(URL, MONDAY + days * DAY, 200, HTML, body.encode()))
    return archive


@pytest.mark.parametrize(
    ("days", "number", "words"), [(0, 1, "«돌봄 협동조합 설명회 안내»"), (1, 2, "refused as «"), (2, 3, "an article")]
)
def test_the_capture_of_the_moment_and_not_the_newest(days: int, number: int, words: str, month: Archive) -> None:
    found = captured(month, URL, MONDAY + days * DAY, None)
    assert found is not None and found.number == number and words in found.words
    assert found.at == MONDAY + days * DAY


def test_nothing_by_then(month: Archive) -> None:
    assert captured(month, URL, MONDAY - DAY, None) is None
    assert captured(month, URL + "0", MONDAY, None) is None


def test_a_list_says_how_many_items_are_dated(archive: Archive) -> None:
    url = "https://duremaeul.example/bbs/board.php?bo_table=free"
    archive.keep(Capture(url, MONDAY, 200, HTML, listing([POST], base="https://duremaeul.example").encode()))
    found = captured(archive, url, MONDAY, None)
    assert found is not None and "a list of 1 item, 1 of them dated, the first «돌봄" in found.words
