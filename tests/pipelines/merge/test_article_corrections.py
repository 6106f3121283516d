"""What people say of an article (where, about what, what kind of text) holds through every re-reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from test_merge_stage import ANNOUNCED, LATER, run  # type: ignore[import-not-found]

from dashboards.words import LABELS
from pipelines.extract.sectors import WORDS
from pipelines.extract.stage import extract
from pipelines.fix import saying, values
from pipelines.fix.review import waiting
from pipelines.fix.saying import Who
from pipelines.fix.values import NotFixable
from pipelines.publish.collect import collect
from store import findings, shelf
from store.session import Store

Put = Callable[[Store, Sequence[dict[str, Any]]], None]
KIM = Who("kim", "전화로 확인", LATER)
DAY = date(2026, 1, 7)
TEXT = {
    **ANNOUNCED,
    "title": "사회적협동조합 온새미, 공주에서 돌봄 설명회",
    "text": "공주시 사회적협동조합 온새미는 5월 18일 오전 10시 공주시 제민천 공원에서 돌봄 설명회를 연다.",
}


@pytest.fixture
def read_once(opened: Store, put: Put) -> Store:
    put(opened, [TEXT])
    extract(opened, {})
    return opened


def reading(store: Store) -> tuple[Any, ...]:
    with store.begin() as session:
        (row,) = findings.readings(session)
    return row["sido"], row["sigungu"], row["region_rule"], row["sectors"], row["item_kind"]


def say(store: Store, cleared: Sequence[str] = (), **typed: Any) -> list[int]:
    with store.begin() as session:
        return [number for number, _ in saying.fix_article(session, "m1", typed, KIM, cleared)]


def read_again(store: Store) -> None:
    with store.begin() as session:
        shelf.read_again(session, ["m1"])
    assert extract(store, {}).read == 1


def test_what_was_said_outlives_re_reading_reaches_the_digest_and_can_be_taken_back(read_once: Store) -> None:
    rules = reading(read_once)
    assert rules[:2] == ("충청남도", "공주시")
    numbers = say(read_once, region="강원 원주시", sector=["labour", "education"], kind="policy")
    assert extract(read_once, {}).read == 1
    said = ("강원특별자치도", "원주시", "person:kim", ["labour", "education"], "policy")
    assert reading(read_once) == said
    read_again(read_once)
    assert reading(read_once) == said
    run(read_once, LATER)
    with read_once.begin() as session:
        (story,) = collect(session, DAY, {}).stories
        assert (story.sido, story.sigungu, story.item_kind) == ("강원특별자치도", "원주시", "policy")
        assert set(story.sectors) == {"labour", "education"}
        for number in numbers:
            saying.undo(session, number, KIM)
    assert extract(read_once, {}).read == 1
    assert reading(read_once) == rules


def test_what_a_text_does_not_say_can_be_taken_away(read_once: Store) -> None:
    say(read_once, cleared=["region", "sector", "kind"])
    extract(read_once, {})
    assert reading(read_once) == (None, None, "", [], None)


def test_it_is_shown_for_review_once_the_text_has_changed(read_once: Store) -> None:
    (number,) = say(read_once, region="강원")
    extract(read_once, {})
    with read_once.begin() as session:
        assert waiting(session) == {}
        held = shelf.article(session, "m1")
        assert held is not None
        shelf.keep(session, replace(held, text=held.text + "\n장소가 바뀌었다.", revision=2), "changed: text")
    extract(read_once, {})
    assert reading(read_once)[:2] == ("강원특별자치도", None), "it holds meanwhile"
    with read_once.begin() as session:
        assert waiting(session) == {number: ("the text of m1 was changed since (revision 2, then 1)",)}
        new, row = saying.confirm(session, number, KIM)
        assert waiting(session) == {}
        assert row.value == ["강원특별자치도"] and row.before == ["충청남도", "공주시"], "what the rules said at first"
        assert new != number


@pytest.mark.parametrize(
    ("typed", "day", "value"),
    [
        ("강원 원주시", DAY, ["강원특별자치도", "원주시"]),
        ("강원도 원주", date(2020, 1, 1), ["강원도", "원주시"]),
        ("전북", DAY, ["전북특별자치도"]),
        ("부산 중구", DAY, ["부산광역시", "중구"]),
        ("홍성군", None, ["충청남도", "홍성군"]),
        ("강원 원주시 문막읍", DAY, ["강원특별자치도", "원주시"]),
    ],
)
def test_regions_as_people_type_them(typed: str, day: date | None, value: list[str]) -> None:
    assert values.region(typed, day) == value


@pytest.mark.parametrize(
    ("typed", "cleared", "hint"),
    [
        ({}, [], "Nothing was said"),
        ({"region": "중구"}, [], "name the 시도, too"),
        ({"region": "달나라"}, [], "«달나라» is no place known here"),
        ({"region": "강원 언주시"}, [], "«언주시» is no place known here"),
        ({"region": "문막읍"}, [], "names no 시도 or 시군구"),
        ({"sector": ["care", "caring"]}, [], "--sector «caring»: one of governance"),
        ({"kind": "poem"}, [], "--kind «poem»: one of event_notice"),
        ({"kind": "call"}, ["kind"], "contradict each other"),
        ({}, ["title"], "--clear title: one of region, sector, kind"),
    ],
)
def test_mistakes_in_one_sentence(read_once: Store, typed: dict[str, Any], cleared: list[str], hint: str) -> None:
    with pytest.raises(NotFixable, match=hint), read_once.begin() as session:
        saying.fix_article(session, "m1", typed, KIM, cleared)
    assert extract(read_once, {}).read == 0


def test_the_codes_are_those_of_the_rules_and_of_the_digest() -> None:
    assert set(values.FIELDS_OF_WORK) == set(WORDS) == set(LABELS["sector"])
    assert set(values.KINDS) == set(LABELS["item_kind"])
