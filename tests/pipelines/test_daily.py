"""The main job, end to end, on the demo recording: twice, killed, and on PostgreSQL it gives the same."""

from __future__ import annotations

import shlex
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from homes import digest, moments, rows_of, run, run_and_kill, store_of
from typer.testing import CliRunner

from pipelines.cli import app
from pipelines.opening import opened
from pipelines.settings import Settings
from store import findings, groups, shelf
from store.runs import rounds


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after one whole run."""
    home = tmp_path_factory.mktemp("undisturbed")
    run(home)
    return home


def test_every_recorded_page_is_accounted_for(undisturbed: Path) -> None:
    with opened(Settings(home=undisturbed)) as store, store.begin() as session:
        played = rounds(session)
    assert sum(r.pages for r in played) == 72
    assert all(sum(r.counts.values()) == r.pages for r in played)
    assert {r.outcome for r in played} <= {"good", "quiet"}


def test_the_demo_finds_what_was_put_into_it(undisturbed: Path) -> None:
    with opened(Settings(home=undisturbed)) as store, store.begin() as session:
        events = groups.events(session)
        stories = groups.stories(session)
        texts = [a.text for a in shelf.articles(session)]
    market = [e for e in events if "온새미 사회적경제 장터" in e.event.title]
    assert [str(e.event.start)[:10] for e in market] == ["2026-12-05"], market
    assert len(market[0].findings) > 4
    assert max(len(s.articles) for s in stories) == 6, "one release was printed by five papers and its centre"
    assert not any("010-0000" in text or "@example.com" in text for text in texts)
    assert not any("농협" in e.event.title or "재건축" in e.event.title for e in events)


def test_a_second_run_changes_nothing(undisturbed: Path) -> None:
    before, shown = rows_of(store_of(undisturbed)), digest(undisturbed)
    run(undisturbed)
    assert rows_of(store_of(undisturbed)) == before
    assert digest(undisturbed) == shown


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment_and_run_again_gives_the_same(seed: int, undisturbed: Path, tmp_path: Path) -> None:
    killed = [run_and_kill(tmp_path, moment) for moment in moments(seed, 3, longest=6)]
    assert any(killed), "the run was over before the first kill"
    run(tmp_path)
    assert rows_of(store_of(tmp_path)) == rows_of(store_of(undisturbed))
    assert digest(tmp_path) == digest(undisturbed)


@pytest.mark.postgres
def test_postgresql_gives_the_same_digest(undisturbed: Path, tmp_path: Path, postgres_address: str) -> None:
    run(tmp_path, DURE_STORE=postgres_address)
    assert digest(tmp_path) == digest(undisturbed)


def test_reading_again_keeps_the_ids(undisturbed: Path) -> None:
    """Findings of the same rules written again are the same rows with the same ids."""
    from pipelines.extract.reading import RULES_VERSION, read

    with opened(Settings(home=undisturbed)) as store:
        with store.begin() as session:
            before = [finding.id for finding in findings.events(session)]
            ids = [row["article_id"] for row in findings.readings(session, relevant_only=False)]
        with store.begin() as session:
            for kept in shelf.articles(session, ids):
                findings.save(session, kept.id, kept.revision, read(shelf.document(kept)), RULES_VERSION)
        with store.begin() as session:
            assert [finding.id for finding in findings.events(session)] == before
            assert len(before) > 20


def test_the_questions_in_the_readme_have_answers(undisturbed: Path) -> None:
    """Every SELECT of the README runs on the published file and gives rows."""
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    block = readme.split("```sql\n")[1].split("```")[0]
    questions = [line for line in block.splitlines() if line.startswith("SELECT")]
    with sqlite3.connect(undisturbed / "published" / "current" / "digest.db") as db:
        answers = [db.execute(question).fetchall() for question in questions]
    assert len(answers) == 4
    assert all(answers)


def test_the_recipes_in_the_readme_run(undisturbed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python recipe runs beside a demo, and every `dure sql` and `dure search` of it answers."""
    pytest.importorskip("duckdb")
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    monkeypatch.chdir(undisturbed.parent)
    Path("demo").symlink_to(undisturbed)
    recipes = [part.split("```")[0] for part in readme.split("```python\n")[1:]]
    made: dict[str, Any] = {}
    for recipe in recipes:
        exec(recipe, made)
    assert len(made["events"]) == 23 and len(made["regions"].fetchall()) > 3 and len(made["texts"]) == 36
    asked = [line.split("  #")[0].split(" > ")[0] for line in readme.splitlines() if line.startswith("dure sql")]
    asked += [line.split("  #")[0] for line in readme.splitlines() if line.startswith("dure search")]
    assert len(asked) == 5
    for command in asked:
        done = CliRunner().invoke(app, shlex.split(command)[1:])
        assert done.exit_code == 0 and done.stdout.strip(), (command, done.exception)
