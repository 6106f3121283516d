"""How long captures are kept: by the source's entry, else by the setting, else for ever."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipelines.cli import app
from pipelines.crawl.retention import expire, keep_days
from pipelines.crawl.room import LEAST_FREE, make_room, size_of
from pipelines.settings import Settings, SettingsError, load
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
    assert done.output.startswith("1 capture removed"), done.output
    done = CliRunner().invoke(app, ["archive", "purge", "--older-than", "10", "--home", str(tmp_path)])
    assert done.output.startswith("1 capture removed"), done.output


def home_with_captures(home: Path, **more: Any) -> Settings:
    """Three captures of 20 kB: 300, 100 and 5 days old."""
    with Archive(home / "archive") as archive:
        for days in (300, 100, 5):
            body = random.Random(days).randbytes(20_000)
            archive.keep(Capture(f"http://plain.example/{days}", NOW - timedelta(days=days), 200, (), body))
    return load(home=home, **more)


def kept_days(settings: Settings) -> list[str]:
    with Archive(settings.archive_folder) as archive:
        return [entry.url.rpartition("/")[2] for entry in archive.entries()]


def test_over_the_budget_what_retention_allows_goes_and_the_crawl_begins(tmp_path: Path) -> None:
    settings = home_with_captures(tmp_path, disk_budget="80kB", archive_days=90)
    assert size_of(tmp_path) > 80_000
    assert make_room(settings, SOURCES, NOW).captures == 2
    assert kept_days(settings) == ["5"]


def test_within_the_budget_nothing_goes(tmp_path: Path) -> None:
    settings = home_with_captures(tmp_path, disk_budget="50MB", archive_days=90)
    assert make_room(settings, SOURCES, NOW).captures == 0
    assert kept_days(settings) == ["300", "100", "5"]


@pytest.mark.parametrize("days", [0, 400])
def test_where_retention_allows_nothing_the_crawl_does_not_begin(tmp_path: Path, days: int) -> None:
    settings = home_with_captures(tmp_path, disk_budget="1kB", archive_days=days)
    with pytest.raises(SettingsError, match=r"more than DURE_DISK_BUDGET=0\.0 MB\. Nothing was fetched\."):
        make_room(settings, SOURCES, NOW)
    assert kept_days(settings) == ["300", "100", "5"]


def test_a_full_disk_is_said_before_the_crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = home_with_captures(tmp_path)
    make_room(settings, SOURCES, NOW)
    nearly_full = shutil.disk_usage(tmp_path)._replace(free=LEAST_FREE - 1)
    monkeypatch.setattr("pipelines.crawl.room.shutil.disk_usage", lambda _: nearly_full)
    with pytest.raises(SettingsError, match="has 67\\.1 MB free, a run needs 67\\.1 MB"):
        make_room(settings, SOURCES, NOW)


def test_a_budget_nobody_understands(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DURE_DISK_BUDGET"):
        load(home=tmp_path, disk_budget="much")
