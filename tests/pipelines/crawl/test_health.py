"""The diagnosis of a source: single ailments on made signs, and whole rounds over a made world."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fault_month import month
from fault_world import START, World, outlets
from faults import FAULTS, Frozen, teaser
from hypothesis import given
from hypothesis import strategies as st

from dashboards.words import LABELS
from pipelines.crawl.health.diagnosis import _OF_CHANGE, _OF_OUTCOME, FINE, NEXT_STEPS, SEVERE, diagnose
from pipelines.crawl.health.history import SETTLED, telling
from pipelines.crawl.health.signs import ArticleSigns, ListSigns, Signs
from pipelines.crawl.health.usual import LEARNT_DAYS, Usual, promised, rhythm, usual_of
from pipelines.crawl.response import Failure
from pipelines.korean.working_days import holiday
from sources.catalogue_fields import Expect
from sources.page import Reason
from store import runs, shelf
from store.records import Round
from store.session import Store

LIST = ListSigns(
    "https://a.example/list", "listing", 200, "", "gnuboard5", "", 15, 15, 0, 15, 9, 0, "2026-11-20", 2, 0.3
)
READ = ArticleSigns(3, {"article": 3}, 0, 3, 3, 0, 0, 600, 1, 2, {}, "https://a.example/9", "", "", 0.3)
WELL = Signs("2026-11-20T06:00:00+09:00", (LIST,), READ)
USUAL = usual_of([WELL] * 5, set(), date(2026, 11, 19), date(2026, 11, 20))


def said(lists: ListSigns = LIST, articles: ArticleSigns = READ) -> str:
    return diagnose(Signs(WELL.at, (lists,), articles), USUAL).code


def test_a_round_like_those_before_is_well() -> None:
    assert said() == "well"
    assert said(replace(LIST, fresh=0)) == "quiet"
    assert diagnose(Signs(WELL.at, (replace(LIST, fresh=0),), READ), USUAL, "추석").code == "holiday"


def test_a_first_round_is_held_to_what_the_entry_expects() -> None:
    undated = Signs(WELL.at, (LIST,), replace(READ, dated=0))
    assert diagnose(undated, Usual()).fine, "an outlet that prints no dates, for all we know"
    assert diagnose(undated, promised(Usual(), Expect(filled={"published_at": 0.95}))).code == "dates"
    assert diagnose(WELL, promised(Usual(), Expect(filled={"published_at": 0.95}))).code == "well"
    assert promised(USUAL, Expect(filled={"published_at": 0.1})) == USUAL, "what was seen counts more"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"items": 0, "titles": 0, "dated": 0, "days": 0}, "empty"),
        ({"items": 5, "titles": 5, "dated": 5}, "truncated"),
        ({"dated": 2}, "dates"),
        ({"ahead": 9}, "dates"),
        ({"newest": "2019-01-01"}, "dates"),
        ({"days": 1}, "dates"),
        ({"garbled": 9}, "encoding"),
        ({"titles": 3}, "duplicated"),
        ({"family": "rhymix"}, "redesigned"),
        ({"at": "https://b.example/list"}, "moved"),
        ({"outcome": "refused/closed", "status": 403}, "blocked"),
        ({"outcome": "refused/closed", "status": 200}, "closed"),
        ({"outcome": "refused/server_error", "status": 500}, "server_error"),
        ({"outcome": "refused/server_error", "status": 200}, "error_page"),
        ({"outcome": "error/dns"}, "dns"),
        ({"outcome": "article"}, "redesigned"),
    ],
)
def test_what_a_list_shows(change: dict[str, object], code: str) -> None:
    assert said(replace(LIST, **change)) == code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"read": 0, "outcomes": {"refused/unreadable": 3}}, "redesigned"),
        ({"read": 0, "outcomes": {"refused/closed": 3}, "status": 200}, "closed"),
        ({"read": 0, "outcomes": {"error/robots": 3}}, "robots"),
        ({"garbled": 3}, "encoding"),
        ({"alike": 3}, "duplicated"),
        ({"dated": 0}, "dates"),
        ({"changed": {"short": 2}}, "short"),
        ({"changed": {"unread": 2}}, "redesigned"),
    ],
)
def test_what_articles_show(change: dict[str, object], code: str) -> None:
    assert said(articles=replace(READ, **change)) == code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"asked": 4, "outcomes": {"article": 3, "refused/secret": 1}},  # a secret post among others
        {"changed": {"short": 1}},  # one edited article beside one that reads as before
        {"asked": 1, "read": 0, "outcomes": {"refused/gone": 1}, "known": 0},  # a single deleted post
        {"ahead": 1},
    ],
)
def test_a_single_odd_article_is_no_ailment(change: dict[str, object]) -> None:
    assert said(articles=replace(READ, **change)) == "well"  # type: ignore[arg-type]


def test_a_new_source_is_not_held_to_habits_it_does_not_have() -> None:
    nothing = usual_of([], set(), date(2026, 11, 19), date(2026, 11, 20))
    for odd in ({"items": 2}, {"dated": 0}, {"family": "rhymix"}, {"at": "https://b.example/list"}):
        assert diagnose(Signs(WELL.at, (replace(LIST, **odd),), READ), nothing).fine  # type: ignore[arg-type]


def test_every_ailment_has_a_next_step_and_words_for_readers() -> None:
    codes = set(_OF_OUTCOME.values()) | {code for code, _ in _OF_CHANGE.values()} | SEVERE
    assert codes <= set(NEXT_STEPS)
    assert set(NEXT_STEPS) <= set(LABELS["trouble"])
    assert not FINE & set(NEXT_STEPS)


def test_every_refusal_and_failure_points_at_an_ailment() -> None:
    unsaid = {Failure.NOT_RECORDED}  # stands for the network in a recording only
    outcomes = {f"error/{f}" for f in Failure if f not in unsaid} | {f"refused/{r}" for r in Reason}
    assert outcomes <= set(_OF_OUTCOME)


# --- habits -------------------------------------------------------------------------------


def test_days_off_have_names() -> None:
    assert holiday(date(2026, 9, 25)) == "추석"
    assert holiday(date(2026, 11, 22)) == "주말"
    assert holiday(date(2026, 11, 20)) == ""


def test_weekends_and_holidays_are_no_silence() -> None:
    first, last = date(2026, 9, 1), date(2026, 9, 23)
    news = {first + timedelta(days=n) for n in range(23) if (first + timedelta(days=n)).weekday() < 5}
    assert rhythm(news, first, last) == (18 / 19, 0)
    assert rhythm(news, first, date(2026, 9, 27)) == (18 / 19, 0)  # 추석 and a weekend
    assert rhythm(news, first, date(2026, 9, 29)) == (18 / 19, 2)


@given(st.sets(st.integers(0, 40)), st.integers(0, 40))
def test_a_rhythm_is_a_share_and_a_silence(news: set[int], today: int) -> None:
    first = date(2026, 3, 2)
    share, silent = rhythm(
        {first + timedelta(days=n) for n in news if n <= today}, first, first + timedelta(days=today)
    )
    assert 0 <= share <= 1
    assert 0 <= silent <= today + 1
    assert share == 0 == silent or today >= LEARNT_DAYS - 1


def test_what_lasts_for_two_weeks_becomes_usual() -> None:
    now = START

    def rounds(code: str, days: int) -> list[Round]:
        return [Round(f"r{n}", "a", now - timedelta(days=n), now, "good", diagnosis=code) for n in range(1, days + 1)]

    old = [Round("old", "a", now - SETTLED - timedelta(days=3), now, "good", diagnosis="well")]
    assert telling(rounds("truncated", 5) + old, now) == old
    assert telling(rounds("truncated", 14) + old, now) == rounds("truncated", 13)
    assert telling(rounds("closed", 14) + old, now) == old, "harm never becomes usual"


def test_signs_survive_their_row_and_unknown_fields() -> None:
    row = json.loads(json.dumps(WELL.as_row()))
    assert Signs.of_row(row) == WELL
    row["lists"][0]["later"] = 1
    assert Signs.of_row(row) == WELL
    assert Signs.of_row({}) == Signs()


# --- whole rounds -------------------------------------------------------------------------


@pytest.mark.slow
def test_faults_are_seen_in_the_same_round_and_called_by_name(tmp_path: Path) -> None:
    """Every third kind of fault once, in a small world; the full table is `python tests/health.py`."""
    some = FAULTS[::3]
    result = month(tmp_path, some, 18, 16)
    assert result.episodes == len(some)
    assert result.detected >= 0.95, {name: t.said for name, t in result.told.items() if set(t.said) & FINE}
    assert result.right >= 0.85, {name: t.said for name, t in result.told.items() if not t.right}
    assert result.false <= 0.01, result.alarms


def test_a_frozen_list_is_missed_after_some_working_days(store: Store) -> None:
    paper = next(outlet for outlet in outlets(3) if outlet.engine == "paper")
    world = World(store, [paper])
    assert {world.day(n)[paper.name] for n in range(16)} <= FINE
    world.faults[paper.host] = Frozen()
    after = [world.day(n)[paper.name] for n in range(16, 26)]
    assert "stale" in after
    assert set(after) <= {"stale", *FINE}


def test_a_changed_skin_does_not_overwrite_what_we_hold(store: Store) -> None:
    """Canaries are compared, not taken: a paywall leaves the texts as they were."""
    board = next(outlet for outlet in outlets(3) if outlet.engine == "board")
    world = World(store, [board])
    for n in range(4):
        world.day(n)
    with store.begin() as session:
        before = {kept.id: (kept.text, kept.revision) for kept in shelf.articles(session)}
    world.faults[board.host] = teaser
    world.day(4)
    with store.begin() as session:
        last = runs.rounds(session, board.name, 1)[0]
        now = {kept.id: (kept.text, kept.revision) for kept in shelf.articles(session)}
    assert last.signs["articles"]["known"] == 2
    assert last.diagnosis not in FINE
    asked_anyway = {id_ for id_, kept in now.items() if id_ in before and kept != before[id_]}
    assert len(asked_anyway) <= last.signs["articles"]["read"] - 2
