"""schema.org Event on event pages, by shape; and nothing in it can become markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from invented_edition import EVENTS, HOSTILE, edition, hostile_edition

from dashboards.safe import clean, file_name
from pipelines.publish import stage

REQUIRED = {"@context", "@type", "name", "startDate", "eventStatus", "eventAttendanceMode", "location"}
OPTIONAL = {"endDate", "organizer", "previousStartDate"}
MODES = {f"https://schema.org/{mode}EventAttendanceMode" for mode in ("Online", "Offline", "Mixed")}
STATES = {f"https://schema.org/Event{state}" for state in ("Scheduled", "Rescheduled", "Cancelled")}


class Scripts(HTMLParser):
    """The script elements of a page as a browser would cut them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str | None], str]] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script"
        if self.inside:
            self.found.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        self.inside = False


def _data(page: Path) -> dict[str, Any] | None:
    scripts = Scripts(page.read_text(encoding="utf-8")).found
    ours = [told for told, _ in scripts if told.get("src")]
    held = [text for told, text in scripts if told.get("type") == "application/ld+json"]
    assert len(ours) == 1 and len(scripts) == len(ours) + len(held) <= 2, "no script but ours and the data"
    return json.loads(held[0]) if held else None


def _iso(text: str) -> date | datetime:
    if len(text) == 10:
        return date.fromisoformat(text)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+09:00", text)
    return datetime.fromisoformat(text)


def _check(data: dict[str, Any]) -> None:
    assert set(data) >= REQUIRED and set(data) <= REQUIRED | OPTIONAL
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Event")
    assert data["name"] and data["eventStatus"] in STATES and data["eventAttendanceMode"] in MODES
    start = _iso(data["startDate"])
    if "endDate" in data and type(end := _iso(data["endDate"])) is type(start):
        assert end >= start
    if data["location"]["@type"] == "Place":
        assert data["location"]["name"] and data["location"]["address"]
    else:
        assert data["location"]["@type"] == "VirtualLocation" and "Online" in data["eventAttendanceMode"]
    assert all(o["@type"] == "Organization" and o["name"] for o in data.get("organizer", ()))
    if "previousStartDate" in data:
        assert data["eventStatus"].endswith("Rescheduled") and _iso(data["previousStartDate"])


def test_events_with_a_day_and_a_place_have_it(published: Path) -> None:
    told = {event.id: _data(published / f"current/events/{event.id}.html") for event in EVENTS}
    for event in EVENTS:
        data = told[event.id]
        assert (data is not None) == (event.start is not None and bool(event.venue or event.online)), event.id
        if data:
            _check(data)
    fair, online = told["e-fair"], told["e-online"]
    assert fair and fair["startDate"] == "2026-12-05T11:00+09:00" and fair["previousStartDate"] == "2026-11-28"
    assert fair["organizer"] == [{"@type": "Organization", "name": "미리내시"}]
    assert online and online["location"]["@type"] == "VirtualLocation"


def test_a_place_and_online_is_mixed_and_what_repeats_has_its_next_time(tmp_path: Path) -> None:
    both = replace(EVENTS[4], venue="온새미 강의실", start=datetime.fromisoformat("2026-11-11T19:00+09:00"), end=None)
    made = stage.publish_edition(edition(events=(both,), redirects=()), tmp_path)
    assert made.folder
    data = _data(made.folder / "events/e-online.html")
    assert data and data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert data["startDate"] == "2026-11-25T19:00+09:00" and "endDate" not in data
    _check(data)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = stage.publish_edition(hostile_edition(), tmp_path_factory.mktemp("hostile"))
    assert made.folder
    return made.folder


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_titles_are_only_words_in_it(hostile: Path, number: int) -> None:
    page = hostile / f"events/{file_name(f'../h{number}')}.html"
    data = _data(page)
    assert data is not None
    _check(data)
    whole = clean(HOSTILE[number])
    assert data["name"] == whole or (data["name"].endswith("…") and whole.startswith(data["name"][:-1]))
