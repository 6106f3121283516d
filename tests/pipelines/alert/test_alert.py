"""Alerts: once per incident, with recovery, one message a run, tried again where it did not go out."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from databases import fresh_store
from hypothesis import given
from hypothesis import strategies as st

from pipelines.alert import words
from pipelines.alert.channels import sender
from pipelines.alert.incidents import RELEASE, Change, compare, troubles
from pipelines.alert.stage import alert
from pipelines.settings import SettingsError, load
from pipelines.stages import run_steps
from store import incidents, runs
from store.records import Incident, Round
from store.session import Store

MORNING = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
KNOWN = ("gaon", "naru", "dami")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = fresh_store(tmp_path)
    yield opened
    opened.close()


class Box:
    """A channel that keeps what it is given, or refuses."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.broken = ""

    def __call__(self, subject: str, body: str) -> str:
        if not self.broken:
            self.sent.append((subject, body))
        return self.broken


def day(store: Store, box: Box, number: int, ill: dict[str, str], stopped: str = "") -> None:
    """One run: a round of every source, then the alert."""
    now = MORNING + timedelta(days=number)
    with store.begin() as session:
        for source in KNOWN:
            code = ill.get(source, "well")
            signs = {"next_step": f"do something about {code}"} if source in ill else {}
            said = f"its list is {code}" if source in ill else ""
            runs.save_round(session, Round(f"{source}@{number}", source, now, now, "good", said, 1, {}, code, signs))
    alert(store, KNOWN, stopped, 7, now + timedelta(minutes=5), box)


def test_an_incident_is_told_once_and_its_end_once(store: Store) -> None:
    box = Box()
    day(store, box, 0, {"gaon": "empty"})
    day(store, box, 1, {"gaon": "redesigned"})  # the same incident under another name
    day(store, box, 2, {})
    assert [subject for subject, _ in box.sent] == [
        "Dure: 1 source broke",
        "Dure: 1 source still broken",
        "Dure: 1 works again",
    ]
    assert "! gaon: its list is empty\n  → do something about empty" in box.sent[0][1]
    assert "✓ gaon: well again after 2 days" in box.sent[2][1]
    with store.begin() as session:
        assert [i.ended_at is not None for i in incidents.history(session, "gaon")] == [True]


def test_a_source_that_is_no_longer_read_does_not_work_again(store: Store) -> None:
    """It left the catalogue, or was switched off, while it was ill: nobody looked at it since."""
    box = Box()
    day(store, box, 0, {"gaon": "dns", "naru": "empty"}, stopped="too few articles")
    at = MORNING + timedelta(days=3)
    with store.begin() as session:
        runs.save_round(session, Round("naru@3", "naru", at, at, "good", "", 1, {}, "well", {}))
    tally = alert(store, ("naru", "dami"), "", 7, at + timedelta(minutes=5), box)
    assert box.sent[1] == (
        "Dure: 2 work again, 1 no longer read",
        "✓ naru: well again after 3 days\n✓ release: well again after 3 days\n"
        "– gaon: no longer read (not in the catalogue, or not enabled); was ill for 3 days",
    )
    assert (tally.ended, tally.left, tally.lasting) == (2, 1, 0)
    with store.begin() as session:
        assert incidents.open_incidents(session) == [], "told once"
    alert(store, KNOWN, "", 7, at + timedelta(hours=1), box)
    assert box.sent[2][0] == "Dure: 1 source broke", "back in the catalogue it is as ill as it was"


def test_all_is_well_is_said_once_a_day(store: Store) -> None:
    box = Box()
    day(store, box, 0, {})
    alert(store, KNOWN, "", 7, MORNING + timedelta(hours=2), box)
    day(store, box, 1, {})
    assert [subject for subject, _ in box.sent] == ["Dure: all is well"] * 2
    assert box.sent[0][1] == "3 sources well, 7 articles came in."


def test_a_message_that_did_not_go_out_is_tried_again(store: Store) -> None:
    box = Box()
    box.broken = "no way out"
    day(store, box, 0, {"naru": "dns"})
    assert not box.sent
    box.broken = ""
    day(store, box, 1, {"naru": "dns"})
    assert [subject for subject, _ in box.sent] == ["Dure: 1 source broke"]


def test_many_at_once_are_one_message_that_asks_for_our_own_network() -> None:
    ill = tuple(Incident(f"s{n:03}", "dns", "its list answers «dns»", "look", MORNING) for n in range(60))
    said = words.body(Change(ill), 80)
    assert said.startswith("60 of 80 sources are «dns» at once: is the network of this machine up?")
    assert said.count("! s") == words.LISTED
    assert "and 40 more" in said


def test_a_stopped_release_is_told_and_a_source_that_left_the_catalogue_is_not(store: Store) -> None:
    box = Box()
    day(store, box, 0, {"gaon": "dns"}, stopped="too few articles")
    assert "! release: too few articles" in box.sent[0][1]
    with store.begin() as session:
        assert set(troubles(runs.last_rounds(session), ("naru",), "", MORNING)) == set()
        assert RELEASE in {i.source_id for i in incidents.open_incidents(session)}


@given(st.lists(st.sets(st.sampled_from(KNOWN)), max_size=8))
def test_begun_and_ended_alternate_for_every_source(days: list[set[str]]) -> None:
    open_: dict[str, Incident] = {}
    for ill in days:
        now = {s: Incident(s, "dns", "", "x", MORNING) for s in ill}
        change = compare(open_.values(), now, KNOWN, MORNING)
        assert {i.source_id for i in change.begun} == ill - open_.keys()
        assert {i.source_id for i in change.ended} == open_.keys() - ill
        open_ = {s: open_.get(s, now[s]) for s in ill}


# --- real channels, real runs -------------------------------------------------------------


class Hook(HTTPServer):
    """A webhook on the loopback interface."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Hooked)
        self.got: list[dict[str, str]] = []


class _Hooked(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[Hook]:
    server = Hook()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_run_that_breaks_off_is_told_to_a_webhook(
    tmp_path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DURE_ALERTS", f"json://127.0.0.1:{hook.server_port}/hook")
    settings = load(home=tmp_path)

    def bug() -> None:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        run_steps(settings, {"crawl": bug}, "plain", tell=True)
    assert [got["title"] for got in hook.got] == ["Dure: 1 source broke"]
    assert "crawl: a bug" in hook.got[0]["message"]
    report = run_steps(settings, {"crawl": dict}, "plain", tell=True)
    assert report.stages["alert"]["ended"] == 1
    assert "release: well again" in hook.got[1]["message"]


def test_a_channel_that_is_down_is_a_complaint_without_its_password() -> None:
    said = sender("json://user:geheim@127.0.0.1:9/hook")("subject", "body")
    assert "could not be sent" in said
    assert "geheim" not in said


def test_an_address_that_is_none_is_said_without_its_password() -> None:
    with pytest.raises(SettingsError, match="DURE_ALERTS: address 1 ") as raised:
        sender("nonsense://user:geheim@host")
    assert "geheim" not in str(raised.value)


def test_an_ended_incident_keeps_its_beginning() -> None:
    begun = Incident("gaon", "dns", "", "", MORNING)
    assert begun.end(MORNING + timedelta(days=1)) == replace(begun, ended_at=MORNING + timedelta(days=1))
