"""Tellings of events: which are one, how fields stand, and that order never matters."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.merge.events import grouped, tie_all
from pipelines.merge.history import as_it_stands
from pipelines.merge.told import Told, tie, title_likeness
from store.records import Event, EventGroup, Judgement

NOW = datetime.fromisoformat("2026-01-01T00:00:00+00:00")


def moment(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text + ":00+09:00") if "T" in text else date.fromisoformat(text)


def told(
    id_: str, published: str, title: str, start: str | None, story: str = "", left: Sequence[str] = (), **fields: Any
) -> Told:
    fields["end"] = moment(fields.get("end"))
    event = Event(title=title, start=moment(start), **fields)
    at = datetime.fromisoformat(published + "T09:00:00+09:00")
    return Told(f"{id_}-e0", id_, story or f"st-{id_}", at, event, frozenset(map(date.fromisoformat, left)))


def events(tellings: Sequence[Told]) -> list[EventGroup]:
    words = [
        Judgement("event", w.left, w.right, w.said.verdict, w.said.score, w.said.reasons, w.by, NOW)
        for w in tie_all(tellings)
    ]
    return grouped(tellings, words)[0]


FIRST = told("a", "2024-05-02", "공주 두레 장터", "2024-05-18T10:00", venue="제민천 공원")

SAME = {
    "year in front": told("b", "2024-05-03", "2024 공주 두레 장터", "2024-05-18"),
    "report": told("b", "2024-05-20", "공주 두레 장터", "2024-05-18", status="held"),
    "cancelled": told("b", "2024-05-16", "공주 두레 장터", "2024-05-18", status="cancelled"),
    "moved, old day flagged": told(
        "b", "2024-05-14", "공주 두레장터", "2024-05-25T10:00", status="postponed", flags=("original_date:2024-05-18",)
    ),
    "moved, old day only in the text": told(
        "b", "2024-05-14", "공주 두레장터", "2024-05-25T10:00", status="postponed", left=("2024-05-18", "2024-05-25")
    ),
    "moved, nobody knows until when": told(
        "b", "2024-05-14", "공주 두레 장터", None, status="postponed", venue="제민천 공원"
    ),
}
OTHER = {
    "next year": told("b", "2025-05-02", "공주 두레 장터", "2025-05-17T10:00", venue="제민천 공원"),
    "another year in the title": told("b", "2024-05-03", "2023 공주 두레 장터", "2024-05-18T10:00"),
    "another town": told("b", "2024-05-03", "부여군 두레 장터", "2024-05-18T10:00"),
    "another event of the day": told("b", "2024-05-03", "협동조합 회계 강좌", "2024-05-18T14:00"),
    "next month": told("b", "2024-06-03", "공주 두레 장터", "2024-06-15T10:00", venue="제민천 공원"),
}


@pytest.mark.parametrize("case", SAME)
def test_one_event(case: str) -> None:
    assert tie(FIRST, SAME[case]).verdict == tie(SAME[case], FIRST).verdict == "same"


@pytest.mark.parametrize("case", OTHER)
def test_another_event(case: str) -> None:
    first = told("a", "2024-05-02", "2024 공주시 두레 장터", "2024-05-18T10:00", venue="제민천 공원")
    assert tie(first, OTHER[case]).verdict != "same"
    assert len(events([first, OTHER[case]])) == 2


def test_rounds_and_seasons_of_one_series_are_kept_apart() -> None:
    third, fourth = (told(n, "2024-05-02", f"제{n}차 구매상담회", "2024-05-18") for n in "34")
    assert tie(third, fourth).verdict == "different"
    spring, autumn = (told(n, "2024-05-02", f"{n} 두레장", "2024-05-18") for n in ("봄", "가을"))
    assert tie(spring, autumn).verdict == "different"


def test_two_events_of_one_article_stay_two() -> None:
    first = Told("a-e0", "a", "st", NOW, Event(title="두레 강좌", start=date(2024, 5, 7)))
    second = Told("a-e1", "a", "st", NOW, Event(title="두레 강좌", start=date(2024, 5, 14)))
    assert len(events([first, second])) == 2


def test_titles_are_compared_without_year_and_round() -> None:
    assert title_likeness("2024 완주 햇곡 나눔장터", "완주 햇곡나눔장터") == 1.0
    assert title_likeness("제3회 사회적경제 박람회", "사회적경제 박람회") == 1.0
    assert title_likeness("협동조합 회계 강좌", "마을 축제") < 0.5
    assert title_likeness("", "축제") == 0.0


def test_outlets_that_contradict_each_other_are_shown_not_averaged() -> None:
    tellings = [
        told("a", "2024-05-02", "두레 장터", "2024-05-18", story="s", venue="제민천 공원"),
        told("b", "2024-05-02", "두레 장터", "2024-05-18", story="s", venue="금강 둔치"),
        told("c", "2024-05-03", "두레 장터", "2024-05-18", story="s", venue="제민천 공원"),
    ]
    event, history, sequence = as_it_stands(tellings)
    assert event.venue == "제민천 공원"
    assert [s.standing for s in history if s.field == "venue"] == ["current", "contradicted", "current"]
    assert sequence == 0


def test_a_new_place_supersedes_and_counts() -> None:
    event, history, sequence = as_it_stands(
        [
            told("a", "2024-05-02", "두레 장터", "2024-05-18T10:00", venue="제민천 공원"),
            told("b", "2024-05-15", "두레 장터", "2024-05-18", venue="시민회관"),
        ]
    )
    assert (event.venue, sequence) == ("시민회관", 1)
    assert isinstance(event.start, datetime), "the minute that only the first gave stands"
    assert [s.standing for s in history if s.field == "venue"] == ["superseded", "current"]


def test_a_cancelled_event_is_not_revived_by_a_late_reprint_but_by_a_new_day() -> None:
    announced = told("a", "2024-05-02", "두레 장터", "2024-05-18")
    cancelled = told("b", "2024-05-10", "두레 장터", "2024-05-18", status="cancelled")
    late = told("c", "2024-05-11", "두레 장터", "2024-05-18")
    new_day = told("d", "2024-06-01", "두레 장터", "2024-06-15", left=("2024-05-18",))
    assert as_it_stands([announced, cancelled, late])[0].status == "cancelled"
    assert as_it_stands([announced, cancelled, late, new_day])[0].status == "scheduled"


def test_an_event_put_off_without_a_day_has_none() -> None:
    event, history, sequence = as_it_stands(
        [
            told("a", "2024-01-21", "박람회", "2024-07-03", end="2024-07-05"),
            told("b", "2024-05-08", "박람회", None, status="postponed"),
        ]
    )
    assert (event.start, event.end, event.status, sequence) == (None, None, "postponed", 1)
    assert {s.standing for s in history if s.field == "start"} == {"superseded"}


def test_a_report_on_the_last_day_does_not_move_the_event() -> None:
    event, _, sequence = as_it_stands(
        [
            told("a", "2024-05-02", "박람회", "2024-05-17", end="2024-05-19"),
            told("b", "2024-05-20", "박람회", "2024-05-19", status="held"),
        ]
    )
    assert (event.start, event.status, sequence) == (date(2024, 5, 17), "held", 0)


days = st.sampled_from(["2024-05-18", "2024-05-18T10:00", "2024-05-25", None])
tellings_made = st.lists(
    st.builds(
        lambda n, day, story, start, status, title: told(
            f"m{n}", f"2024-05-{day:02}", title, start, story=story, status=status, venue=f"회관 {n % 2}"
        ),
        st.integers(0, 99),
        st.integers(1, 28),
        st.sampled_from(["s1", "s2", "s3"]),
        days,
        st.sampled_from(["scheduled", "postponed", "cancelled", "held"]),
        st.sampled_from(["두레 장터", "2024 두레 장터", "회계 강좌"]),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda t: t.id,
)


@given(tellings_made, st.integers(0, 9))
@settings(max_examples=150, deadline=None)
def test_no_order_of_tellings_changes_anything(tellings: list[Told], seed: int) -> None:
    shuffled = random.Random(seed).sample(tellings, len(tellings))
    assert events(shuffled) == events(tellings)
    assert sorted(f for e in events(tellings) for f in e.findings) == sorted(t.id for t in tellings)


def test_districts_no_gazetteer_has_keep_one_programme_of_two_towns_apart() -> None:
    here, there = (
        replace(
            told(n, "2024-05-02", "돌봄 준비모임", "2024-05-18", venue="행정복지센터"),
            towns=frozenset((town,)),
            towns_told=frozenset((town,)),
        )
        for n, town in (("a", "이든시"), ("b", "너른군"))
    )
    assert tie(here, there).verdict == "different"
    assert tie(here, replace(there, towns_told=frozenset(("너른군", "이든시")))).verdict == "same"
