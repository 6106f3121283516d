"""A backup made while others write gives the same digest again, and one that is damaged gives nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from databases import fresh_database
from homes import digest, rows_of, store_of  # type: ignore[import-not-found]
from typed import dure

from pipelines import stages
from pipelines.cli.safe import _home
from pipelines.settings import Settings, load
from store import runs
from store.archive import Archive, ArchiveError, Capture
from store.backup.backup import back_up, restore
from store.errors import StoreError
from store.records import Run
from store.session import open_store, sqlite_address

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
DURE = str(Path(sys.executable).with_name("dure"))


def saved(settings: Settings, target: Path) -> Path:
    back_up(_home(settings), target, {"site_url": "https://news.example/"}, NOW)
    return target


def bytes_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def restored(source: Path, settings: Settings, home: Path, **more: Any) -> Settings:
    new = load(home=home, catalogue=settings.catalogue, **more)
    home.mkdir()
    restore(source, _home(new), home)
    return new


@pytest.mark.parametrize("name", ["backup", "backup.tar"])
def test_restored_it_is_the_same_home_and_gives_the_same_digest(settings: Settings, tmp_path: Path, name: str) -> None:
    new = restored(saved(settings, tmp_path / name), settings, tmp_path / "new")
    assert rows_of(store_of(new.home)) == rows_of(store_of(settings.home))
    assert digest(new.home) == digest(settings.home)
    (new.published_folder / "current").unlink()  # made again from the restored store alone
    result = stages.publish(new)
    assert result.released and digest(new.home) == digest(settings.home)
    with Archive(new.archive_folder) as copy, Archive(settings.archive_folder) as first:
        assert [e.record_id for e in copy.entries()] == [e.record_id for e in first.entries()]
        assert list(copy.check()) == []
    assert not list(tmp_path.glob(".*part*")) and (new.home / "store.db").stat().st_mode & 0o77 == 0


def test_it_is_whole_while_others_write(settings: Settings, tmp_path: Path) -> None:
    """A crawler appends and a run writes all the time: the backup is one moment of it, every part readable."""
    ended, written = threading.Event(), [0]

    def busy() -> None:
        store = open_store(settings.store_address)
        with Archive(settings.archive_folder) as archive:
            while not ended.is_set():
                url = f"http://busy.test/{written[0]}"
                archive.keep(Capture(url, NOW, 200, (), url.encode() * 500))
                with store.begin() as session:
                    runs.start(session, Run(url, NOW, None, "running", "plain"))
                written[0] += 1
        store.close()

    writer = threading.Thread(target=busy)
    writer.start()
    try:
        while written[0] < 20:
            ended.wait(0.01)
        saved(settings, tmp_path / "backup")
    finally:
        ended.set()
        writer.join()
    new = restored(tmp_path / "backup", settings, tmp_path / "new")
    with Archive(new.archive_folder) as copy:
        assert list(copy.check()) == []
        kept = {e.url for e in copy.entries()}
    store = open_store(new.store_address)
    with store.begin() as session:
        known = {run.id for run in runs.runs(session, 10_000) if "busy" in run.id}
    store.close()
    assert len(known) >= 20
    assert known - kept <= set(), "the archive holds whatever the store speaks of"


@pytest.mark.postgres
def test_postgresql_in_one_snapshot(settings: Settings, postgres_server: str, tmp_path: Path) -> None:
    first, second = fresh_database(postgres_server), fresh_database(postgres_server)
    pg = load(home=tmp_path / "pg", catalogue=settings.catalogue, store=first)
    stages.crawl(pg, settings.archive_folder)
    stages.extract(pg)
    stages.merge(pg)
    stages.publish(pg)
    saved(pg, tmp_path / "backup")
    with pytest.raises(StoreError, match="of a postgresql store"):
        restored(tmp_path / "backup", settings, tmp_path / "wrong")
    new = restored(tmp_path / "backup", settings, tmp_path / "new", store=second)
    assert rows_of(second) == rows_of(first)
    (new.published_folder / "current").unlink()
    assert stages.publish(new).released and digest(new.home) == digest(pg.home)
    assert stages.merge(new).rows_changed == 0, "serial numbers and all: work goes on"
    with pytest.raises(StoreError, match="holds tables already"):
        restored(tmp_path / "backup", settings, tmp_path / "again", store=second)


def test_nothing_is_overwritten_and_nothing_damaged_is_restored(settings: Settings, tmp_path: Path) -> None:
    source = saved(settings, tmp_path / "backup")
    with pytest.raises(StoreError, match="never overwrites"):
        saved(settings, source)
    with pytest.raises(StoreError, match="is there already"):
        restore(source, _home(settings), settings.home)
    archived = next((source / "archive").iterdir())
    body = bytearray(archived.read_bytes())
    body[len(body) // 2] ^= 1
    archived.write_bytes(body)
    (source / "catalogue" / "demo.toml").unlink()
    with pytest.raises(StoreError, match=r"checksum differs.*demo.toml is missing.*Nothing was restored"):
        restored(source, settings, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_what_becomes_of_the_home_does_not_reach_its_backup(settings: Settings, tmp_path: Path) -> None:
    """A second name of the home's files would show all of that: appended, damaged in place, cut off, emptied."""
    source = saved(settings, tmp_path / "backup")
    before = bytes_of(source)
    assert {path.stat().st_nlink for path in source.rglob("*") if path.is_file()} == {1}
    with Archive(settings.archive_folder) as archive:
        archive.keep(Capture("http://later.test/", NOW, 200, (), b"kept after the backup"))
    assert bytes_of(source) == before
    for number, path in enumerate(sorted(path for path in settings.home.rglob("*") if path.is_file())):
        with path.open("r+b") as file:
            file.write(b"damaged")
            file.truncate(number % 3)
    assert bytes_of(source) == before
    assert dure("restore", source, "--home", tmp_path / "new").returncode == 0
    assert dure("doctor", "--home", tmp_path / "new").returncode == 0


def test_an_archive_that_has_lost_captures_is_not_backed_up_as_if_it_were_whole(
    settings: Settings, tmp_path: Path
) -> None:
    path = next(settings.archive_folder.glob("*.warc.gz"))
    body = path.read_bytes()
    path.write_bytes(body[:-3000])
    with pytest.raises(ArchiveError, match="2 captures of 2026-11-20 lost"):
        saved(settings, tmp_path / "backup")
    assert [one.name for one in tmp_path.iterdir()] == ["home"]
    damaged = bytearray(body)
    path.write_bytes(body)
    with Archive(settings.archive_folder) as archive:
        entry = archive.entries()[20]
    damaged[entry.offset + entry.length // 2] ^= 0xFF
    path.write_bytes(damaged)
    saved(settings, tmp_path / "backup")
    done = dure("restore", tmp_path / "backup", "--home", tmp_path / "new")
    assert done.returncode == 0 and done.stderr.count("\n") == 1
    assert "The archive was damaged when the backup was made" in done.stderr


def test_a_refused_restore_leaves_no_folder_behind(settings: Settings, tmp_path: Path) -> None:
    target = saved(settings, tmp_path / "b.tar")
    torn = tmp_path / "torn.tar"
    torn.write_bytes(target.read_bytes()[:-200_000])
    scratched = tmp_path / "scratched.tar"
    with tarfile.open(target) as tar:
        third = tar.getmembers()[2].offset
    packed = bytearray(target.read_bytes())
    packed[third : third + 20] = b"?" * 20  # the head of a file: for tar the end of the archive
    scratched.write_bytes(packed)
    newer = tmp_path / "newer"
    shutil.copytree(saved(settings, tmp_path / "folder"), newer)
    said = json.loads((newer / "backup.json").read_text())
    (newer / "backup.json").write_text(json.dumps(said | {"step": "9999"}))
    (tmp_path / "text.tar").write_text("no archive")
    for source in (torn, scratched, newer, tmp_path / "text.tar", settings.published_folder):
        done = dure("restore", source, "--home", tmp_path / "new")
        assert done.returncode == 2 and done.stderr.count("\n") == 1, done.stderr
        assert str(source) in done.stderr, "what was typed is named, not where it was unpacked"
        assert not (tmp_path / "new").exists(), source
    full = tmp_path / "full"
    full.mkdir()
    (full / "store.db").write_text("somebody's")
    assert "is there already" in dure("restore", target, "--home", full).stderr
    assert [one.name for one in full.iterdir()] == ["store.db"]
    (tmp_path / "empty").mkdir()
    dure("restore", torn, "--home", tmp_path / "empty")
    assert (tmp_path / "empty").is_dir(), "a folder that was there before stays"


def test_a_disk_that_is_not_mounted_is_not_taken_for_one(settings: Settings, tmp_path: Path) -> None:
    """Its folder is made nowhere: a backup, a home or an archive would fill the disk below, and look well there."""
    backup, gone = saved(settings, tmp_path / "b.tar"), tmp_path / "disk"
    there = sorted(tmp_path.iterdir())
    for words, environment in (
        (("backup", gone / "b.tar", "--home", settings.home), {}),
        (("backup", gone / "folder", "--home", settings.home), {}),
        (("restore", gone / "b.tar", "--home", tmp_path / "new"), {}),
        (("restore", backup, "--home", gone / "new"), {}),
        (("run", "--plain", "--replay", settings.archive_folder, "--home", gone / "new"), {}),
        (("archive", "purge", "--older-than", "1", "--home", settings.home), {"DURE_ARCHIVE": str(gone / "archive")}),
        (("crawl", "--replay", settings.archive_folder, "--home", settings.home), {"DURE_ARCHIVE": str(gone / "a")}),
    ):
        done = dure(*words, **environment)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), (words, done.stderr)
        assert f"{gone} (is its disk mounted?)" in done.stderr or "There is no archive" in done.stderr, words
        assert sorted(tmp_path.iterdir()) == there, words
    gone.mkdir()
    assert "holds nothing of that name" in dure("restore", gone / "b.tar", "--home", tmp_path / "new").stderr
    assert dure("backup", gone / "b.tar", "--home", settings.home).returncode == 0


def test_what_is_private_is_for_its_owner_alone(settings: Settings, tmp_path: Path) -> None:
    """Whatever the mask says; a store that an operator opened to a group keeps that."""
    before = os.umask(0o000)
    try:
        open_store(sqlite_address(tmp_path)).close()
        target = saved(settings, tmp_path / "b.tar")
        assert dure("restore", target, "--home", tmp_path / "new").returncode == 0
    finally:
        os.umask(before)
    new = tmp_path / "new"
    private = [tmp_path / "store.db", target, *(new / "archive").iterdir(), new / "store.db"]
    assert {path.stat().st_mode & 0o777 for path in private} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (new, new / "archive")} == {0o700}
    (tmp_path / "store.db").chmod(0o640)
    open_store(sqlite_address(tmp_path)).close()
    assert (tmp_path / "store.db").stat().st_mode & 0o777 == 0o640


def test_what_was_set_is_told_to_whoever_restores_and_no_default(settings: Settings, tmp_path: Path) -> None:
    assert dure("backup", tmp_path / "b", "--home", settings.home, DURE_WORKERS="3").returncode == 0
    said = dure("restore", tmp_path / "b", "--home", tmp_path / "new").stdout
    assert [line.strip() for line in said.splitlines() if "then:" in line] == ["then: DURE_WORKERS=3"]


def test_as_typed(settings: Settings, tmp_path: Path) -> None:
    def typed(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([DURE, *words], capture_output=True, text=True, check=False, timeout=300)

    target = str(tmp_path / "b.tar")
    assert typed("backup", target, "--home", str(settings.home)).returncode == 0
    for words, hint in (
        (("backup", target, "--home", str(settings.home)), "never overwrites"),
        (("restore", target, "--home", str(settings.home)), "is there already"),
        (("backup", str(tmp_path / "c"), "--home", str(tmp_path / "nothing")), "no store yet"),
        (("restore", str(settings.home), "--home", str(tmp_path / "n")), "is no backup"),
    ):
        done = typed(*words)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert hint in done.stderr
    assert typed("restore", target, "--home", str(tmp_path / "n")).returncode == 0
    examined = typed("doctor", "--home", str(tmp_path / "n"))
    assert examined.returncode == 0, examined.stdout
