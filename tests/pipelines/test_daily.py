"""The main job, end to end, on the demo recording: twice, killed, and on PostgreSQL it gives the same."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect, text

from pipelines import stages
from pipelines.settings import Settings
from store import findings, groups, shelf

OF_RUNS = {"run", "request", "alembic_version"}
"""Tables that say when we ran, not what we know."""

DURE = str(Path(sys.executable).with_name("dure"))


def command(home: Path, recording: Path, catalogue: Path) -> list[str]:
    given = ["--replay", str(recording), "--catalogue", str(catalogue), "--home", str(home)]
    return [DURE, "run", "--plain", "--json", *given]


def rows_of(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that holds what we know, in a fixed order."""
    engine = create_engine(address)
    with engine.connect() as connection:
        names = sorted(set(inspect(connection).get_table_names()) - OF_RUNS)
        found = {
            name: sorted((tuple(map(str, row)) for row in connection.execute(text(f'SELECT * FROM "{name}"'))), key=str)
            for name in names
        }
    engine.dispose()
    return found


def digest(home: Path) -> list[str]:
    """The whole content of the published database, as SQL."""
    with sqlite3.connect(f"file:{home / 'published' / 'current' / 'digest.db'}?mode=ro", uri=True) as db:
        return list(db.iterdump())


def store_of(home: Path) -> str:
    return f"sqlite:///{home / 'store.db'}"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, recording: Path, demo_catalogue: Path) -> Path:
    """A home after one whole run."""
    home = tmp_path_factory.mktemp("undisturbed")
    done = subprocess.run(command(home, recording, demo_catalogue), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return home


def test_every_recorded_page_is_accounted_for(undisturbed: Path) -> None:
    from store.runs import rounds

    with stages.opened(Settings(home=undisturbed)) as store, store.begin() as session:
        played = rounds(session)
    assert sum(r.pages for r in played) == 72
    assert all(sum(r.counts.values()) == r.pages for r in played)
    assert {r.outcome for r in played} <= {"good", "quiet"}


def test_the_demo_finds_what_was_put_into_it(undisturbed: Path) -> None:
    with stages.opened(Settings(home=undisturbed)) as store, store.begin() as session:
        events = groups.events(session)
        stories = groups.stories(session)
        texts = {a.canonical_key: a for a in shelf.articles(session)}
    market = [e for e in events if "온새미 사회적경제 장터" in e.event.title]
    assert any(str(e.event.start)[:10] == "2026-12-05" and len(e.findings) > 4 for e in market), market
    assert any(len(s.articles) >= 5 for s in stories), "one release was printed by six outlets"
    assert not any("010-0000" in a.text or "@example.com" in a.text for a in texts.values())
    assert not any("농협" in e.event.title or "재건축" in e.event.title for e in events)


def test_a_second_run_changes_nothing(undisturbed: Path, recording: Path, demo_catalogue: Path) -> None:
    before, shown = rows_of(store_of(undisturbed)), digest(undisturbed)
    subprocess.run(command(undisturbed, recording, demo_catalogue), capture_output=True, check=True)
    assert rows_of(store_of(undisturbed)) == before
    assert digest(undisturbed) == shown


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_and_run_again_gives_the_same(
    seed: int, undisturbed: Path, recording: Path, demo_catalogue: Path, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    for _ in range(3):
        running = subprocess.Popen(
            command(tmp_path, recording, demo_catalogue), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.4, 5))  # the moment of the kill, not a measurement
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
    done = subprocess.run(command(tmp_path, recording, demo_catalogue), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert rows_of(store_of(tmp_path)) == rows_of(store_of(undisturbed))
    assert digest(tmp_path) == digest(undisturbed)


@pytest.mark.postgres
def test_postgresql_gives_the_same_digest(
    undisturbed: Path, recording: Path, demo_catalogue: Path, tmp_path: Path, postgres_address: str
) -> None:
    environment = {**os.environ, "DURE_STORE": postgres_address}
    subprocess.run(command(tmp_path, recording, demo_catalogue), env=environment, capture_output=True, check=True)
    assert digest(tmp_path) == digest(undisturbed)


def test_extracting_again_after_a_rule_changed_keeps_ids(undisturbed: Path) -> None:
    """Findings of the same rules written again are the same rows with the same ids."""
    with stages.opened(Settings(home=undisturbed)) as store:
        with store.begin() as session:
            before = list(findings.events(session))
            ids = [row["article_id"] for row in findings.readings(session, relevant_only=False)]
        from pipelines.extract.reading import RULES_VERSION, read

        with store.begin() as session:
            for kept in shelf.articles(session, ids):
                findings.save(session, kept.id, kept.revision, read(shelf.document(kept)), RULES_VERSION)
        with store.begin() as session:
            assert [e.id for e in findings.events(session)] == [e.id for e in before]
