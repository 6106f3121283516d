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
from pipelines.merge.state import keeps_hours
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
    fields["end"], fields["application_deadline"] = (moment(fields.get(n)) for n in ("end", "application_deadline"))
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


def test_an_edition_is_not_over_and_ahead_in_one_article() -> None:
    """«기자가 17일 미리 찾은 광장»: a day of the same edition that others place elsewhere."""
    ahead = replace(told("a", "2024-05-02", "제3회 두레 장터", "2024-05-18", story="s"), id="a-e0")
    visit = replace(told("a", "2024-05-02", "제3회 두레 장터", "2024-05-01", story="s", status="held"), id="a-e1")
    paper = told("b", "2024-05-02", "제3회 두레 장터", "2024-05-18", story="s")
    (event,) = events([ahead, visit, paper])
    assert event.event.start == date(2024, 5, 18)
    plain = [replace(t, event=replace(t.event, title="두레 장터")) for t in (ahead, visit)]
    assert len(events(plain)) == 2, "without a number the two may be two"


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


OLD_DAY = ("original_date:2024-05-18",)
ANNOUNCED = told("a", "2024-05-02", "제3회 두레 장터", "2024-05-18T11:00", end="2024-05-18T17:00", venue="제민천 공원")
MOVED = told("b", "2024-05-14", "제3회 두레 장터", "2024-05-25", story="s2", status="postponed", flags=OLD_DAY)
UNDATED = told(
    "c",
    "2024-05-14",
    "급히 제3회 두레 장터",
    None,
    "s2",
    ("2024-05-18", "2024-05-25"),
    status="postponed",
    flags=OLD_DAY,
)


def test_a_telling_without_a_day_takes_no_day_away() -> None:
    """A notice of the move in which no day was found names the new day among the days it leaves."""
    for order in ([ANNOUNCED, MOVED, UNDATED], [ANNOUNCED, MOVED, replace(UNDATED, story_id="s3")]):
        (event,) = events(order)
        assert event.event.start == date(2024, 5, 25)
        assert event.event.title == "제3회 두레 장터"
        days = {(s.value[:10], s.standing) for s in event.history if s.field == "start"}
        assert days == {("2024-05-18", "superseded"), ("2024-05-25", "current")}


def test_the_hours_of_the_old_day_are_not_mixed_into_the_new_one() -> None:
    event, _, sequence = as_it_stands([ANNOUNCED, MOVED])
    assert (event.start, event.end, event.all_day, sequence) == (date(2024, 5, 25), None, True, 1)


@pytest.mark.parametrize("kept", [{"keeps_hours": True}, {"clocks": frozenset(("11:00", "17:00"))}])
def test_hours_that_are_said_to_stay_are_set_on_the_new_day(kept: dict[str, Any]) -> None:
    event, _, _ = as_it_stands([ANNOUNCED, replace(MOVED, **kept)])
    assert (event.start, event.end) == (moment("2024-05-25T11:00"), moment("2024-05-25T17:00"))


def test_only_the_hour_that_is_said_again_stays() -> None:
    event, _, _ = as_it_stands([ANNOUNCED, replace(MOVED, clocks=frozenset(("11:00", "15:00")))])
    assert (event.start, event.end) == (moment("2024-05-25T11:00"), None)


def test_an_end_before_its_start_never_comes_out() -> None:
    wrong = told("a", "2024-05-02", "두레 장터", "2024-05-18T14:00", end="2024-05-18T10:00")
    forward = told("b", "2024-05-10", "두레 장터", "2024-05-11", status="postponed", flags=OLD_DAY)
    assert as_it_stands([wrong])[0].end is None
    assert as_it_stands([ANNOUNCED, forward])[0].end is None, "the 18th is no end of the 11th"


def test_announced_moved_and_held_are_one_with_their_history() -> None:
    held = told("c", "2024-05-27", "두레 장터", "2024-05-25", status="held")
    assert tie(ANNOUNCED, held).verdict == "different", "no day in common: only the move joins them"
    (event,) = events([ANNOUNCED, MOVED, held])
    assert (event.event.start, event.event.status) == (date(2024, 5, 25), "held")
    assert [s.value for s in event.history if s.field == "status"] == ["scheduled", "postponed", "held"]


def test_two_moves_are_bridged_step_by_step() -> None:
    again = told("c", "2024-05-22", "두레 장터", "2024-06-01", status="postponed", flags=("original_date:2024-05-25",))
    held = told("d", "2024-06-03", "두레 장터", "2024-06-01", status="held")
    (event,) = events([ANNOUNCED, MOVED, again, held])
    assert event.event.start == date(2024, 6, 1)
    assert len(events([ANNOUNCED, again, held])) == 2, "without the first move nobody knows"


def test_an_outlet_with_a_wrong_day_stays_with_its_story_when_the_event_moves() -> None:
    wrong = told("x", "2024-05-02", "제3회 두레 장터", "2024-05-17", story="st-a")
    assert tie(wrong, MOVED).verdict == "different"
    (event,) = events([ANNOUNCED, wrong, MOVED])
    assert event.event.start == date(2024, 5, 25)


def test_an_event_moves_back() -> None:
    back = told("c", "2024-05-16", "두레 장터", "2024-05-18", status="postponed", flags=("original_date:2024-05-25",))
    assert as_it_stands([ANNOUNCED, MOVED, back])[0].start == moment("2024-05-18T11:00")


def test_last_years_event_is_not_the_one_that_is_moved() -> None:
    moved = told("b", "2024-05-14", "두레 장터", "2024-05-25", status="postponed")
    last_year = told("a", "2023-05-02", "두레 장터", "2023-05-20")
    assert len(events([last_year, moved])) == 2


def test_a_call_is_one_by_its_release_and_its_last_day() -> None:
    board = told(
        "a", "2024-05-02", "2025년 마을기업 지정 모집", "2024-05-02", "s", application_deadline="2024-05-22T18:00"
    )
    paper = told("b", "2024-05-03", "위해 22일까지 참여할 곳", None, "s", application_deadline="2024-05-22")
    (event,) = events([board, paper])
    assert (event.event.title, event.event.application_deadline) == (board.event.title, moment("2024-05-22T18:00"))
    assert len(events([board, replace(paper, story_id="other")])) == 2
    later = told("b", "2024-05-03", "위해 30일까지 참여할 곳", None, "s", application_deadline="2024-05-30")
    assert len(events([board, later])) == 2


def test_a_briefer_telling_takes_nothing_away() -> None:
    brief = told("b", "2024-05-10", "두레 장터", "2024-05-18", venue="제민천", hosts=("공주시",))
    full = replace(ANNOUNCED, event=replace(ANNOUNCED.event, hosts=("충청남도", "공주시")))
    event, history, _ = as_it_stands([full, brief])
    assert (event.venue, event.hosts) == ("제민천 공원", ("충청남도", "공주시"))
    assert {s.standing for s in history if s.field == "hosts"} == {"current"}


def test_a_part_is_not_its_whole_as_another_outlet_tells_it() -> None:
    """One release, one day, place and host: an outlet that tells only of the workshop had the market go with it."""
    where = {"venue": "제민천 공원", "hosts": ("공주시",)}
    part = told("a", "2024-05-02", "고쳐 쓰는 공방", "2024-05-18T14:00", "st", parent="공주 두레 장터", **where)
    whole = told("b", "2024-05-02", "2024 공주 두레 장터", "2024-05-18T14:00", "st", **where)
    assert tie(part, whole).verdict == tie(whole, part).verdict == "different"
    alone = replace(part, event=replace(part.event, parent=None))
    assert tie(alone, whole).verdict == "same", "nothing else tells them apart"
    misread = replace(part, event=replace(part.event, title="두레 장터"))
    assert tie(misread, whole).verdict == "same", "its own title says that it is the market"


def test_who_runs_it_takes_no_hosts_place() -> None:
    """The notice: 주최 도와 시, 주관 센터. Then the centre: «센터는 장터를 미룬다»."""
    told_apart = {"hosts": ("충청남도", "공주시"), "organisers": ("공주사회적경제센터",)}
    notice = told("a", "2024-05-02", "공주 두레 장터", "2024-05-18", **told_apart)
    later = told("b", "2024-05-14", "공주 두레 장터", "2024-05-25", status="postponed", hosts=("공주사회적경제센터",))
    event, history, _ = as_it_stands([notice, later])
    assert (event.hosts, event.organisers) == (told_apart["hosts"], told_apart["organisers"])
    assert {(s.field, s.article_id) for s in history if s.field in told_apart} == {
        ("hosts", "a"), ("organisers", "a"), ("organisers", "b"),
    }  # fmt: skip
    assert all(s.standing == "current" for s in history if s.field in told_apart)
    for other in (("부여군",), ("공주시",), ("공주 사회적경제센터", "부여군")):
        event, _, _ = as_it_stands([notice, replace(later, event=replace(later.event, hosts=other))])
        assert event.hosts == (told_apart["hosts"] if other == ("공주시",) else other), "a host of its own stands"
    alone = replace(notice, event=replace(notice.event, organisers=("충청남도",)))
    event, _, _ = as_it_stands([alone, replace(later, event=replace(later.event, hosts=("충청남도",)))])
    assert event.hosts == ("충청남도", "공주시"), "a body that holds and runs it is told apart from nobody"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("장소와 시간은 그대로다.", True),
        ("시간도 오전 11시부터 오후 5시까지로 같다.", True),
        ("날짜만 다음 달 5일로 바뀌었다.", True),
        ("시간은 오후 3시로 바뀐다. 장소는 그대로다.", False),
        ("그동안 시간을 같이 보냈다.", False),
    ],
)
def test_what_a_change_says_of_the_hours(text: str, kept: bool) -> None:
    assert keeps_hours(text) is kept


@given(tellings_made)
@settings(max_examples=100, deadline=None)
def test_no_end_stands_before_its_start(tellings: list[Told]) -> None:
    ended = [replace(t, event=replace(t.event, end=date(2024, 5, 20))) for t in tellings]
    for event in events(ended):
        start, end = event.event.start, event.event.end
        assert end is None or (start is not None and str(end)[:10] >= str(start)[:10])


def test_a_series_and_one_of_its_dates_are_two_until_one_release_tells_both() -> None:
    series = told("a", "2024-05-02", "두레 장터", "2024-05-04", recurrence="FREQ=WEEKLY;BYDAY=SA", status="recurring")
    evening = told("b", "2024-05-14", "두레 장터", "2024-05-18", status="scheduled")
    again = told("c", "2024-05-20", "두레 장터", "2024-05-04", recurrence="FREQ=WEEKLY;BYDAY=SA", status="recurring")
    found = events([series, evening, again])
    assert sorted(len(e.findings) for e in found) == [1, 2], "the series is told twice, the evening once"
    assert {e.event.recurrence for e in found} == {"FREQ=WEEKLY;BYDAY=SA", None}


def test_two_dates_of_one_series_are_two_events() -> None:
    may, june = (told(n, f"2024-0{m}-01", "두레 장터", f"2024-0{m}-18") for n, m in (("a", 5), ("b", 6)))
    assert len(events([may, june])) == 2


def test_a_word_taken_back_gives_each_field_back_and_moves_no_other_event() -> None:
    """Undo of a split and of a join: every field, id and history is what it was; the rest never moved."""
    other = told("x", "2024-05-03", "회계 강좌", "2024-05-20")
    tellings = [ANNOUNCED, MOVED, other]
    words = [
        Judgement("event", w.left, w.right, w.said.verdict, w.said.score, (), w.by, NOW) for w in tie_all(tellings)
    ]
    before, _ = grouped(tellings, words)
    split = Judgement("event", *sorted((ANNOUNCED.id, MOVED.id)), "different", 1.0, (), "person:kim", NOW)
    kept = [w for w in words if {w.left, w.right} != {ANNOUNCED.id, MOVED.id}]
    parted, heirs = grouped(tellings, [*kept, split], before)
    assert len(parted) == len(before) + 1
    assert [e for e in parted if other.id in e.findings] == [e for e in before if other.id in e.findings]
    alone = next(e for e in parted if e.findings == (ANNOUNCED.id,))
    assert (alone.event.start, alone.event.venue, alone.sequence) == (
        ANNOUNCED.event.start,
        ANNOUNCED.event.venue,
        0,
    )
    assert grouped(tellings, words, parted)[0] == before
    assert heirs == {}
