"""How long captures are kept: by the source's entry, else by the setting, else for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipelines.cli import app
from pipelines.crawl.retention import expire, keep_days
from sources.catalogue import Source
from store.archive import Archive, Capture

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
PLAIN = Source("plain", "두레마을", "forum", "서울", "gnuboard5", "board")
SHORT = replace(PLAIN, id="short", oddities={"keep_days": "7"})
LONG = replace(PLAIN, id="long", oddities={"keep_days": "400"})
SOURCES = {source.id: source for source in (PLAIN, SHORT, LONG)}


def keep(archive: Archive, source_id: str, days: int, now: datetime = NOW) -> None:
    at = now - timedelta(days=days)
    archive.keep(Capture(f"http://{source_id}.example/{days}", at, 200, (), b"x", source_id=source_id))


@pytest.mark.parametrize(
    ("said", "days"), [("7", 7), (" 90 ", 90), ("", None), ("0", None), ("-3", None), ("ever", None), ("9" * 9, None)]
)
def test_what_an_entry_says(said: str, days: int | None) -> None:
    assert keep_days(replace(PLAIN, oddities={"keep_days": said})) == days


@pytest.mark.parametrize(
    ("default", "left"),
    [
        (0, ["long/300", "long/5", "plain/300", "plain/5", "short/5", "unlisted/300"]),
        (100, ["long/300", "long/5", "plain/5", "short/5"]),
    ],
)
def test_each_source_keeps_as_long_as_it_may(archive: Archive, default: int, left: list[str]) -> None:
    for source_id in ("plain", "short", "long"):
        for days in (5, 300):
            keep(archive, source_id, days)
    keep(archive, "long", 500)
    keep(archive, "unlisted", 300)
    removed = expire(archive, SOURCES, default, NOW)
    kept = sorted(entry.url.removeprefix("http://").replace(".example", "") for entry in archive.entries())
    assert kept == left
    assert removed.captures == 8 - len(left)
    assert expire(archive, SOURCES, default, NOW).captures == 0


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DURE_ARCHIVE_DAYS", "30")
    with Archive(tmp_path / "archive") as archive:
        keep(archive, "unlisted", 40, datetime.now(UTC))
        keep(archive, "unlisted", 20, datetime.now(UTC))
    done = CliRunner().invoke(app, ["archive", "purge", "--home", str(tmp_path)])
    assert done.output.startswith("1 captures removed"), done.output
    done = CliRunner().invoke(app, ["archive", "purge", "--older-than", "10", "--home", str(tmp_path)])
    assert done.output.startswith("1 captures removed"), done.output
