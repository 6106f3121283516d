"""The door itself: what every reading keeps to, and selectors of an outlet in place of its engine's."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from boardskins import BODY, TEXT, TITLE, VIEWS, gnuboard
from recorded_pages import page_of, readings

from sources.catalogue import Override, Source
from sources.families import FALLBACK, FAMILIES, NAMES
from sources.lists.rows import rows_of
from sources.page import Page, Reading
from sources.reading import read

FETCHED = datetime.fromisoformat("2026-11-22T10:25:00+09:00")
URL = "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=7"


def read_text(text: str, source: Source | None = None, fetched_at: datetime = FETCHED) -> Reading:
    page = Page(url=URL, final_url=URL, status=200, content_type="text/html", text=text, fetched_at=fetched_at)
    return read(page, source)


def outlet(*overrides: Override) -> Source:
    return Source("narae", "나래마을", "portal", "경기", "gnuboard5", "board", overrides=overrides)


def test_every_reading_is_exactly_one_of_three(shared: Path) -> None:
    for row, reading in readings(shared / "pages"):
        parts = (reading.article, reading.listing, reading.refusal)
        assert sum(part is not None for part in parts) == 1, row["file"]
        assert reading.kind == ("article" if reading.article else "listing" if reading.listing else "refusal")
        if reading.article:
            assert reading.canonical_key, row["file"]
            assert reading.article.published_at is None or reading.article.published_at.utcoffset() is not None


def test_a_reading_depends_on_the_page_alone(shared: Path) -> None:
    for row, reading in readings(shared / "pages", ("gnuboard5", "xe1", "kboard")):
        assert read(page_of(shared / "pages", row)) == reading, row["file"]


def test_the_register_is_whole() -> None:
    assert len(set(NAMES)) == len(NAMES) == len(FAMILIES) + 1
    assert FALLBACK.name == "unknown"
    for family in FAMILIES:
        assert family.about, family.name
        assert family.evidence in ("rendered", "saved", "reconstructed", "none")
        assert not family.host or family.host in NAMES


REDESIGNED = gnuboard(
    "",
    f"<section class=neu><h5>{TITLE}</h5><em>2026-11-20 14:30</em>"
    f"<div class=txt>{BODY}<p class=ad>광고</p></div></section>",
)


def test_a_redesigned_page_is_refused_until_the_outlet_has_selectors_for_it() -> None:
    assert str(read_text(REDESIGNED).refusal) == "layout_changed"
    new = Override(title=".neu h5", body=".neu .txt", published_at=".neu em", drop=(".ad",))
    reading = read_text(REDESIGNED, outlet(new))
    assert reading.article is not None, reading.detail
    assert (reading.article.title, reading.article.body_text) == (TITLE, TEXT)
    assert reading.article.published_at == datetime.fromisoformat("2026-11-20T14:30:00+09:00")
    assert reading.article.said_by == {"*": "override"}


def test_an_override_holds_until_its_last_day() -> None:
    old = Override(until=date(2026, 11, 1), title="#bo_v_info h2")
    before = read_text(
        VIEWS["gnuboard 5.0 with a category"][1], outlet(old), datetime.fromisoformat("2026-11-01T09:00:00+09:00")
    )
    after = read_text(VIEWS["gnuboard 5.0 with a category"][1], outlet(old))
    assert before.article is not None
    assert after.article is not None
    assert (before.article.title, after.article.title) == ("페이지 정보", TITLE)


@pytest.mark.parametrize("rows", [1, 2, 30])
def test_rows_are_found_without_any_class_name(rows: int) -> None:
    from sources.blocks import Tree
    from sources.families.gnuboard import key

    address = "/bbs/board.php?bo_table=a&wr_id="
    markup = "".join(
        f"<div><div><a href='{address}{n}'><img></a><p><a href='{address}{n}'>글 {n}</a></p></div><i>1</i></div>"
        for n in range(1, rows + 1)
    )
    page = Page(url=URL, final_url=URL, status=200, content_type="text/html", text=markup, fetched_at=FETCHED)
    found = rows_of(Tree(f"<main><section>{markup}</section></main>"), page, key)
    assert [row.key for row in found] == [f"gnuboard:ex.kr/a/{n}" for n in range(1, rows + 1)]
    assert all(len(row.links) == 2 for row in found)


def test_a_page_that_ends_inside_its_article_is_not_kept() -> None:
    whole = VIEWS["gnuboard 5.0 with a category"][1]
    cut = whole[: whole.index("나래마을회관") + 3]
    assert str(read_text(cut).refusal) == "truncated"
    assert read_text(whole).article is not None
