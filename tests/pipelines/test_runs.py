"""What a run leaves on record, and what `dure runs` makes of it; clocks that jump, stores that are gone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from databases import fresh_store
from typer.testing import CliRunner

from pipelines import journal, stages
from pipelines.cli import app
from pipelines.clock import clock
from pipelines.crawl.stage import CrawlTally, choose, entries_gone
from pipelines.crawl.tally import log_round
from pipelines.opening import opened
from pipelines.settings import Settings, SettingsError, load
from sources.catalogue import Source
from store import runs
from store.errors import StoreError
from store.records import Round, Run, SourceState
from store.schema import HEAD
from store.session import Store, open_store, sqlite_address

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return fresh_store(tmp_path)


def asked(*arguments: str, home: Path) -> str:
    done = CliRunner().invoke(app, [*arguments, "--home", str(home)])
    assert done.exit_code == 0, (done.output, done.exception)
    return done.stdout


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory, recording: Path, demo_catalogue: Path) -> Path:
    """A home with one run: the crawl of the demo."""
    home = tmp_path_factory.mktemp("crawled")
    settings = load(home=home, catalogue=demo_catalogue)
    stages.run_steps(settings, {"crawl": partial(stages.crawl, settings, recording)}, "plain")
    return home


def test_a_run_is_on_record_with_its_rounds_seconds_and_versions(crawled: Path) -> None:
    told = json.loads(asked("runs", "last", "--json", home=crawled))
    assert told["outcome"] == "good" and told["seconds"]["crawl"] > 0
    assert set(told["versions"]) == {"code", "rules", "schema"} and told["versions"]["schema"] == HEAD
    assert told["process"] == f"{socket.gethostname()}:{os.getpid()}"
    assert len(told["rounds"]) == 8 == told["stages"]["crawl"]["sources"]
    assert {r["run_id"] for r in told["rounds"]} == {told["id"]}
    assert sum(r["pages"] for r in told["rounds"]) == 72
    assert told["requests"]["refused:gone"] == 9


def test_one_id_stands_in_every_line_of_the_log(crawled: Path) -> None:
    lines = [json.loads(line) for line in asked("runs", "last", "--log", home=crawled).splitlines()]
    assert len({line["run"] for line in lines}) == 1
    assert [line["at"] for line in lines] == sorted(line["at"] for line in lines)
    whats = [line["what"] for line in lines]
    assert whats.count("round") == 8 and "crawl begins" in whats and "crawl ended" in whats
    of_one = asked("runs", "last", "--log", "--source", "gaon", home=crawled).splitlines()
    assert 0 < len(of_one) < len(lines) and all(json.loads(line)["source_id"] == "gaon" for line in of_one)


def test_a_round_that_broke_is_a_sentence_with_its_source(caplog: pytest.LogCaptureFixture) -> None:
    """What `dure run` and the journal of `dure schedule` show; eight lines «round» told nobody anything."""
    at = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    with caplog.at_level("INFO", "dure.crawl"):
        log_round(Round("gaon@1", "gaon", at, at, "good", "", 9, {}, "well", {}))
        log_round(Round("naru@1", "naru", at, at, "broken", "its list answers 500", 1, {}, "error", {}))
        log_round(Round("100%s@1", "100%s", at, at, "good", "", 0, {}, "", {}))
    said = ["gaon: well, 9 pages", "naru: error, 1 page (its list answers 500)", "100%s: good, 0 pages"]
    assert [record.getMessage() for record in caplog.records] == said
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING", "INFO"]


def test_the_list_and_one_run_are_readable(crawled: Path) -> None:
    run = json.loads(asked("runs", "--json", home=crawled))[0]["id"]
    assert run in asked("runs", home=crawled)
    gaon = next(line for line in asked("runs", run[:18], home=crawled).splitlines() if " gaon " in line)
    assert gaon.split()[3] == "good", "no seconds, which were those between the captures of the recording: 9 days"
    lost = CliRunner().invoke(app, ["runs", "nothing", "--home", str(crawled)])
    assert lost.exit_code != 0 and "`dure runs` lists them" in str(lost.exception)


def test_a_run_that_breaks_off_tells_what_came_before_and_where_it_broke(tmp_path: Path) -> None:
    def bug() -> None:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        stages.run_steps(Settings(home=tmp_path), {"crawl": lambda: {"pages": 3}, "extract": bug}, "plain")
    told = json.loads(asked("runs", "last", "--json", home=tmp_path))
    assert (told["outcome"], told["stages"], told["detail"]) == ("broken", {"crawl": {"pages": 3}}, "extract: a bug")
    broke = [line for line in journal.read(tmp_path, told["id"]) if line["level"] == "error"]
    assert len(broke) == 1 and "in bug" in broke[0]["traceback"]


def test_a_run_whose_process_is_gone_was_killed_and_one_elsewhere_goes_on(tmp_path: Path, store: Store) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    here = Run("here", NOW, None, "running", "plain", process=f"{socket.gethostname()}:{ended.pid}")
    with store.begin() as session:
        runs.start(session, here)
        runs.start(session, replace(here, id="there", process="another-machine:1"))
    journal.begin(store, "plain", NOW)
    with store.begin() as session:
        outcomes = {run.id: run.outcome for run in runs.runs(session)}
    assert (outcomes["here"], outcomes["there"]) == ("killed", "running")


def test_logs_are_thinned_and_an_unwritable_one_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "LOGS_KEPT", 3)
    steps: dict[str, Any] = {"crawl": dict}
    for _ in range(5):
        stages.run_steps(Settings(home=tmp_path), steps, "plain")
    assert len(list((tmp_path / "logs").iterdir())) == 3
    for log in (tmp_path / "logs").iterdir():
        log.unlink()
    (tmp_path / "logs").rmdir()
    (tmp_path / "logs").write_text("in the way")
    assert stages.run_steps(Settings(home=tmp_path), steps, "plain").outcome == "good"


# --- clocks -------------------------------------------------------------------------------


def test_clocks_for_tests(tmp_path: Path) -> None:
    assert clock("2026-11-20T15:00:00+09:00")() == NOW
    (tmp_path / "clock").write_text(f"{NOW.isoformat()} since {datetime.now(UTC).timestamp() - 61:.3f}\n")
    assert timedelta(seconds=60) <= clock(f"@{tmp_path / 'clock'}")() - NOW < timedelta(seconds=120)
    with pytest.raises(SettingsError, match="DURE_CLOCK"):
        load(clock="tomorrow")
    with pytest.raises(SettingsError, match="DURE_CLOCK"):
        load(clock="2026-11-20T15:00:00")  # without a zone


def _source(name: str) -> Source:
    return Source(name, name, "forum", "서울", "gnuboard5", "board", home=f"https://{name}.test/")


@pytest.mark.parametrize("ahead", [timedelta(hours=1), DAY, 400 * DAY])
def test_a_clock_that_ran_ahead_leaves_no_source_alone_and_hides_no_break(ahead: timedelta, store: Store) -> None:
    then = NOW + ahead
    wrong = Round("a@then", "a", then, then, "good", diagnosis="well")
    with store.begin() as session:
        runs.save_round(session, wrong)
        runs.save_source_state(session, SourceState("a", next_due_at=then + DAY, last_round_at=then))
    assert [s.id for s in choose(store, {"a": _source("a")}, now=NOW)] == ["a"], "its state is dated in the future"
    with store.begin() as session:
        runs.save_round(session, Round("a@now", "a", NOW, NOW, "broken", diagnosis="dns"))
        runs.save_source_state(session, SourceState("a", next_due_at=NOW + DAY, last_round_at=NOW))
    assert choose(store, {"a": _source("a")}, now=NOW + timedelta(minutes=1)) == []
    with store.begin() as session:
        assert runs.last_rounds(session)["a"].diagnosis == "dns"
    settings = Settings(clock=NOW.isoformat())
    assert stages.clock(store, settings) == NOW, "a live release is dated by the clock, not by a round of the future"


def test_a_clock_put_back_by_an_hour_only_waits_longer(store: Store) -> None:
    with store.begin() as session:
        runs.save_source_state(session, SourceState("a", next_due_at=NOW, last_round_at=NOW - 23 * DAY / 24))
    assert choose(store, {"a": _source("a")}, now=NOW - timedelta(minutes=5)) == []
    assert len(choose(store, {"a": _source("a")}, now=NOW)) == 1


def test_a_replay_is_dated_by_its_recording(crawled: Path) -> None:
    with opened(Settings(home=crawled)) as store:
        assert f"{stages.clock(store, Settings(home=crawled)):%Y-%m-%d %H:%M}" == "2026-11-19 21:45"


# --- what goes away -----------------------------------------------------------------------


def test_an_entry_that_left_the_catalogue_meanwhile_is_reported() -> None:
    before = {name: _source(name) for name in ("a", "b")}
    said = entries_gone(CrawlTally(sources=2), before, {"a": before["a"]})
    assert [c.partition(":")[0] for c in said.complaints] == ["b"] and said.sources == 2
    assert entries_gone(CrawlTally(), before, before).complaints == ()


@pytest.mark.parametrize("fate", ["removed", "replaced"])
def test_a_store_that_goes_away_under_a_run_stops_it(fate: str, tmp_path: Path) -> None:
    def lose() -> dict[str, int]:
        (tmp_path / "store.db").unlink()
        if fate == "replaced":
            open_store(sqlite_address(tmp_path)).close()
        return {}

    with pytest.raises(StoreError, match="removed or replaced"):
        stages.run_steps(Settings(home=tmp_path), {"crawl": lose, "extract": dict}, "plain")
    assert (tmp_path / "store.db").exists() is (fate == "replaced"), "no empty store is begun in its place"
