"""Search finds substrings whatever the spacing, and ranks what fits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_edition import TODAY, edition

from dashboards.pairs import pairs, phrase, squeeze
from dashboards.search import search
from pipelines.publish import digestdb, stage
from pipelines.publish.edition import EditionArticle, EventRow, Party, Story


def _titles(published: Path, words: str) -> list[str]:
    return [hit.title for hit in search(published / "current/digest.db", words)]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("마을기업", "바닷가 마을기업이 사는 법"),
        ("마을 기업", "바닷가 마을기업이 사는 법"),
        ("자활", "미리내시 자활센터, 새 작업장 문 열어"),
        ("돌봄", "돌봄 사회적협동조합 설립 교육"),
        ("사회적경제예산", "가온시, 내년 사회적경제 예산 18% 늘려"),
        ("㈔미리내사회적경제협의회", "미리내사회적경제협의회"),
        ("(사)미리내사회적경제협의회", "미리내사회적경제협의회"),
        ("11월 24일", "사회적경제 전략기획연수 성과공유회"),
        ("상상의숲", "사회적경제 전략기획연수 성과공유회"),
        ("온새미센터", "온새미 협동조합지원센터"),
        ("한마당 미리내", "제4회 미리내 사회적경제 한마당"),
        ("법", "바닷가 마을기업이 사는 법"),
    ],
)
def test_words_find_the_titles_they_stand_in(published: Path, words: str, title: str) -> None:
    assert title in _titles(published, words)


@pytest.mark.parametrize(
    "words", ["", "   ", "!!!", '"', "없는말이다", "마을기업 없는말이다", "*", "NEAR(", "title:", "가' OR 1"]
)
def test_nothing_found_is_no_error(published: Path, words: str) -> None:
    assert _titles(published, words) == []


def test_whole_names_come_first(published: Path) -> None:
    assert _titles(published, "미리내시")[0] == "미리내시"
    assert _titles(published, "햇살장터")[0] == "햇살장터"


def test_a_hit_leads_somewhere(published: Path) -> None:
    for hit in search(published / "current/digest.db", "사회적경제"):
        assert hit.url.startswith("https://") or (published / "current" / hit.page).is_file()


def test_a_body_that_holds_and_runs_an_event_stands_in_its_line_once(tmp_path: Path) -> None:
    both = (Party("host", "온새미센터"), Party("host", "가온시"), Party("organiser", "온새미센터"))
    event = EventRow("e", "한마당", TODAY, TODAY, start=TODAY, parties=both, article_ids=("a",))
    told = Story("s", (EditionArticle("a", "gaon-ilbo", "news", "알림", "", TODAY, TODAY),))
    made = stage.publish_edition(
        edition(events=(event,), stories=(told,), organisations=(), figures=(), redirects=()), tmp_path
    )
    assert made.folder
    with closing(sqlite3.connect(made.folder / "digest.db")) as db:
        lines = db.execute("SELECT line FROM search_item WHERE subject = 'event'").fetchall()
    assert lines == [("2026년 11월 20일 · 가온시, 온새미센터",)]


def test_recall_against_plain_substrings(tmp_path: Path) -> None:
    """For every pair of syllables in any title: all titles that hold it, spaces aside, are found."""
    heads, tails = (
        ("가온 마을 기업", "늘품구 자활", "미리내 돌봄"),
        ("한마당", "장터 모집", "교육 기업가", "을기업 설명회"),
    )
    titles = [f"{head} {tail} {n}" for n in range(6) for head in heads for tail in tails]
    stories = tuple(
        Story(f"s{n}", (EditionArticle(f"a{n}", "gaon-ilbo", "news", title, "", TODAY, TODAY - timedelta(days=n)),))
        for n, title in enumerate(titles)
    )
    digestdb.write(edition(stories=stories, events=(), organisations=(), figures=(), redirects=()), tmp_path / "d.db")
    db = sqlite3.connect(tmp_path / "d.db")
    whole = [squeeze(title) for title in titles]
    for query in sorted(
        {text[at : at + size] for text in whole for size in (1, 2, 3, 5) for at in range(len(text) - size)}
    ):
        there = {title for title, text in zip(titles, whole, strict=True) if query in text}
        found = {hit.title for hit in search(db, query, 400)}
        assert there <= found, f"{query!r} misses {sorted(there - found)[:3]}"


@given(st.text(max_size=60))
def test_any_words_can_be_asked(words: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 0')")
    asked = phrase(words)
    if asked is not None:
        db.execute("SELECT * FROM t WHERE t MATCH ?", (asked,)).fetchall()


@given(st.text(alphabet="가나다마을기업 ab1", min_size=3, max_size=30), st.data())
def test_planted_words_are_found_by_their_pairs(text: str, data: st.DataObject) -> None:
    letters = squeeze(text)
    if len(letters) < 2:
        return
    at = data.draw(st.integers(0, len(letters) - 2))
    end = data.draw(st.integers(at + 2, len(letters)))
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 0')")
    db.execute("INSERT INTO t VALUES (?)", (pairs(text),))
    assert db.execute("SELECT count(*) FROM t WHERE t MATCH ?", (phrase(letters[at:end]),)).fetchone() == (1,)
