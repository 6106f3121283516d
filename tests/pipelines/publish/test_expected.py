"""What the catalogue expects of an outlet is held to what it brought, before a release."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from databases import fresh_store
from sqlmodel import Session
from test_collect import NOW, TODAY, _kept

from pipelines.publish import expected, stage
from pipelines.publish.expected import breaches
from sources.catalogue_fields import Expect
from store import runs, shelf
from store.records import Round

PAPERS = ("gaon", "mirinae", "byeotnwi", "onsaemi")
LONG_AGO = NOW - timedelta(days=30)


@dataclass(frozen=True)
class Entry:
    name: str
    expect: Expect = field(default_factory=Expect)
    tier: Any = "facts"
    kind: str = "local_newspaper"
    region: str = "경기"
    home: str = "https://x.example.com/"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Four papers known for a month, three articles of each in this week and two in the week before."""
    with closing(fresh_store(tmp_path)) as store, store.begin() as opened:
        for paper in PAPERS:
            for number, days in enumerate((0, 2, 6, 8, 9)):
                kept = _kept(f"{paper}{number}", paper, "글", NOW - timedelta(days=days))
                shelf.keep(opened, kept, "first sight")
            _round(opened, paper, LONG_AGO, 20)
            _round(opened, paper, NOW, 20)
        yield opened


def _round(session: Session, paper: str, at: Any, items: int, outcome: str = "listing", how: Any = "good") -> None:
    signs = {"lists": [{"url": "https://x.example.com/", "outcome": outcome, "items": items}]}
    runs.save_round(session, Round(f"{paper}-{at}", paper, at, at, how, "", 1, {}, signs=signs))


def _said(session: Session, **expect: Any) -> list[tuple[str, bool]]:
    entries = {paper: Entry(paper, Expect(**expect) if paper == "gaon" else Expect()) for paper in PAPERS}
    return [(breach.what, breach.stops) for breach in breaches(session, entries, TODAY)]


def test_what_is_expected_is_no_breach(session: Session) -> None:
    assert _said(session, week=(3, 3), round=(20, 20)) == []


def test_less_or_more_than_expected_warns(session: Session) -> None:
    assert _said(session, week=(4, 9)) == [("gaon: 3 articles in a week, at least 4 are expected", False)]
    assert _said(session, week=(1, 2)) == [("gaon: 3 articles in a week, at most 2 are expected", False)]
    assert _said(session, round=(21, 40)) == [("gaon: its last round listed 20, at least 21 are expected", False)]
    assert _said(session, round=(1, 19)) == [("gaon: its last round listed 20, at most 19 are expected", False)]


@pytest.mark.parametrize(("outcome", "how"), [("not_modified", "quiet"), ("listing", "broken")])
def test_a_round_that_showed_no_list_says_nothing_of_it(session: Session, outcome: str, how: str) -> None:
    _round(session, "gaon", NOW + timedelta(hours=1), 0, outcome, how)
    assert _said(session, round=(5, 40)) == []


def test_an_outlet_asked_for_less_than_a_week_is_not_held_to_a_week(session: Session) -> None:
    _round(session, "new", NOW - timedelta(days=2), 20)
    assert breaches(session, {"new": Entry("new", Expect(week=(50, 90)))}, TODAY) == []


@pytest.mark.parametrize(("short", "stops"), [(1, False), (2, True), (4, True)])
def test_half_of_the_outlets_below_stops_the_release(session: Session, tmp_path: Path, short: int, stops: bool) -> None:
    entries = {p: Entry(p, Expect(week=(9 if n < short else 1, 99))) for n, p in enumerate(PAPERS)}
    made = stage.publish(session, tmp_path / "published", TODAY, outlets=entries)
    assert made.released is not stops
    assert any("brought less in a week" in said for said in made.complaints) is stops
    forced = stage.publish(session, tmp_path / "published", TODAY, outlets=entries, force=True)
    assert forced.released and ("절반" in str(forced.folder and (forced.folder / "index.html").read_text())) is stops


def test_a_week_of_holidays_stops_nothing(monkeypatch: pytest.MonkeyPatch, session: Session) -> None:
    entries = {paper: Entry(paper, Expect(week=(9, 99))) for paper in PAPERS}
    said = [breach for breach in breaches(session, entries, TODAY) if "brought less in a week" in breach.what]
    assert [breach.stops for breach in said] == [True]
    monkeypatch.setattr(expected, "is_public_holiday", lambda day: day == TODAY - timedelta(days=5))
    rested = [breach for breach in breaches(session, entries, TODAY) if "brought less in a week" in breach.what]
    assert [breach.stops for breach in rested] == [False]
