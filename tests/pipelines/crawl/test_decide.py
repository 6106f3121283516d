"""Add, replace, leave: properties that hold for any order in which answers come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.crawl.decide import (
    ASK_AGAIN_AFTER,
    REWRITE_LIMIT,
    Action,
    decide,
    digest_of,
    state_after_refusal,
    why_ask,
)
from pipelines.crawl.keeping import article_id, kept_article, settle, short_key
from pipelines.crawl.response import Response
from sources.catalogue import Source
from sources.page import Article, Reading
from store.records import FetchMemory, KeptArticle

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def arrived(title: str = "제목", text: str = "본문", at: datetime = NOW, **more: object) -> KeptArticle:
    made = KeptArticle(
        id="a1", canonical_key="k", source_id="s", family="f", channel="news", url="u", title=title, text=text,
        published_at=None, date_only=False, byline=None, board=None, category=None, attachments=(), comments=None,
        first_seen_at=at, changed_at=at, revision=1, digest=digest_of(title, text, None, ()),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def memory(outcome: str = "article", at: datetime = NOW, failures: int = 0) -> FetchMemory:
    return FetchMemory("u", "s", at, 200, outcome=outcome, failures=failures)


# answers come in the order of their time: live ones by nature, recordings are sorted
answers = st.lists(st.tuples(st.integers(0, 30), st.sampled_from("가나다")), min_size=1, max_size=12).map(
    lambda come: sorted(come, key=lambda one: one[0])
)


def keep_all(come: list[tuple[int, str]], held: KeptArticle | None = None) -> KeptArticle | None:
    for hours, text in come:
        kept, decision = settle(arrived(text=text, at=NOW + hours * HOUR), held)
        held = held if decision.action is Action.LEAVE else kept
    return held


@given(answers)
def test_a_second_time_changes_nothing(come: list[tuple[int, str]]) -> None:
    once = keep_all(come)
    assert keep_all(come, once) == once


@given(answers, st.integers(0, 12))
def test_cut_off_anywhere_and_begun_again_ends_the_same(come: list[tuple[int, str]], cut: int) -> None:
    assert keep_all(come, keep_all(come[:cut])) == keep_all(come)


@given(answers)
def test_what_is_held_is_one_of_the_newest_that_came(come: list[tuple[int, str]]) -> None:
    held = keep_all(come)
    assert held is not None
    newest = come[-1][0]
    assert held.text in {text for hours, text in come if hours == newest}
    assert held.revision <= len({hours for hours, _ in come})
    later, decision = settle(arrived(text="새로", at=NOW + 99 * HOUR), held)
    assert decision.action is Action.REPLACE
    assert (later.revision, later.first_seen_at) == (held.revision + 1, held.first_seen_at)


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_the_digest_is_of_read_values(title: str, text: str, files: list[str]) -> None:
    assert digest_of(title, text, None, files) == digest_of(title, text, None, tuple(files))
    assert digest_of(title, text + "x", None, files) != digest_of(title, text, None, files)


def test_the_digest_knows_one_moment_in_two_zones() -> None:
    seoul = NOW.astimezone(tz=__import__("zoneinfo").ZoneInfo("Asia/Seoul"))
    assert digest_of("t", "x", NOW, ()) == digest_of("t", "x", seoul, ())


def test_reasons_name_what_changed() -> None:
    held = arrived()
    assert decide(arrived(), None).reason == "first sight"
    assert decide(arrived(title="새 제목", at=NOW + HOUR), held).reason == "changed: title"
    assert decide(arrived(at=NOW + HOUR, comments=7), held).action is Action.LEAVE


def test_a_restless_page_comes_to_rest() -> None:
    held = arrived(revision=REWRITE_LIMIT)
    decision = decide(arrived(text="지금 시각 12:01", at=NOW + HOUR), held)
    assert decision.action is Action.LEAVE
    assert "too often" in decision.reason


# --- gone and closed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refusal", "before", "after", "state"),
    [
        ("gone", memory(), 9 * HOUR, None),
        ("gone", memory("gone", NOW + HOUR), 2 * HOUR, None),
        ("gone", memory("gone", NOW + HOUR), HOUR + ASK_AGAIN_AFTER, "gone"),
        ("gone", None, 9 * HOUR, None),
        ("gone", memory("timeout", NOW + HOUR), 9 * HOUR, None),
        ("closed", memory(), HOUR, "closed"),
        ("secret", memory(), HOUR, "closed"),
        ("server_error", memory("server_error"), 9 * HOUR, None),
        ("layout_changed", memory(), 9 * HOUR, None),
        ("closed", memory(), timedelta(), None),
    ],
)
def test_what_a_refusal_says(refusal: str, before: FetchMemory | None, after: timedelta, state: str | None) -> None:
    assert state_after_refusal(refusal, NOW + after, arrived(), before) == state
    assert state_after_refusal(refusal, NOW + after, None, before) is None


# --- which listed items are asked for ---------------------------------------------------------


def ask(title: str, seen: FetchMemory | None, held: KeptArticle | None, after: timedelta) -> str:
    return why_ask(title, seen, held, NOW + after)


def test_new_items_are_asked_for_and_known_ones_are_not() -> None:
    assert ask("제목", None, None, HOUR) == "new"
    assert ask("제목", memory(), arrived(), HOUR) == ""
    assert ask("제목", None, arrived(), HOUR) == "", "held under another address"


def test_what_failed_is_tried_again_at_growing_distances() -> None:
    for failures, hours in ((1, 6), (2, 12), (3, 24), (99, 192)):
        seen = memory("timeout", failures=failures)
        assert ask("제목", seen, None, timedelta(hours=hours - 1)) == ""
        assert ask("제목", seen, None, timedelta(hours=hours)) == "tried again"


def test_young_articles_are_looked_at_again_a_few_times() -> None:
    held, seen, asked = arrived(), memory(), 0
    for hour in range(0, 24 * 60, 3):
        at = NOW + hour * HOUR
        if why_ask("제목", seen, held, at):
            asked, seen = asked + 1, replace(seen, fetched_at=at)
    assert asked == 3


@pytest.mark.parametrize(
    ("listed", "again"),
    [
        ("마을장터 여는 날 안내", False),
        ("[공지] 마을장터 여는 날…", False),
        ("마을장터 여는", False),
        ("N 마을장터  여는 날 안내 새글", False),
        ("[취소] 설명회 열지 않습니다", True),
        ("", False),
    ],
)
def test_another_title_in_the_list(listed: str, again: bool) -> None:
    held = arrived(title="마을장터 여는 날 안내")
    assert bool(ask(listed, memory(), held, 7 * HOUR)) is again


# --- from what was read to what is kept -------------------------------------------------------


def reading(**more: object) -> Reading:
    article = Article("제목", "문의 010-0000-5678", author="홍길동", **more)  # type: ignore[arg-type]
    return Reading("gnuboard5", "article", "gnuboard:x/free/1", article=article)


def outlet(channel: str, kind: str = "forum") -> Source:
    return Source("s", "누리집", kind, "서울", "unknown", channel)  # type: ignore[arg-type]


ANSWER = Response("http://x.example/1", "http://x.example/1?m=1", NOW, 200)


def test_nicknames_stay_behind_and_bylines_are_kept() -> None:
    assert kept_article(reading(), ANSWER, outlet("board")).byline is None
    assert kept_article(reading(), ANSWER, outlet("news")).byline == "홍길동"
    assert kept_article(reading(), ANSWER, outlet("news", "unknown")).byline is None, "the engine is a board's"


def test_text_is_masked_by_characters_of_the_same_count() -> None:
    kept = kept_article(reading(), ANSWER, outlet("board"))
    assert "5678" not in kept.text
    assert len(kept.text) == len("문의 010-0000-5678")


def test_ids_come_from_the_key_alone() -> None:
    one = kept_article(reading(), ANSWER, outlet("board"))
    other = kept_article(reading(views=9), replace(ANSWER, fetched_at=NOW + HOUR), outlet("board"))
    assert one.id == other.id == article_id("gnuboard:x/free/1")
    assert one.digest == other.digest
    nameless = replace(reading(), canonical_key=None)
    assert kept_article(nameless, ANSWER, outlet("board")).canonical_key == ANSWER.final_url


@given(st.text(min_size=0, max_size=1200), st.text(min_size=0, max_size=1200))
def test_keys_fit_their_column_and_stay_apart(one: str, other: str) -> None:
    assert len(short_key(one)) <= 400
    assert (short_key(one) == short_key(other)) is (one == other)


def test_what_no_database_takes_is_replaced_one_for_one() -> None:
    odd = Reading("unknown", "article", "k", article=Article("a\x00b\ud800", "c\x00\udfffd"))
    kept = kept_article(odd, ANSWER, outlet("news"))
    assert (kept.title, kept.text) == ("a\ufffdb\ufffd", "c\ufffd\ufffdd")
