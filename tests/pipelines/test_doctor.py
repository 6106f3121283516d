"""Each kind of planted damage is named in one line, and repaired where it can be."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from homes import DEMO, digest  # type: ignore[import-not-found]
from typed import dure
from typer.testing import CliRunner

from pipelines import stages
from pipelines.cli import app
from pipelines.publish.release import ReleaseError
from pipelines.settings import Settings
from store.archive import Archive
from store.archive.agreeing import disagreements


def doctor(settings: Settings, *more: str) -> tuple[int, list[str]]:
    words = ["doctor", "--home", str(settings.home), "--catalogue", str(settings.catalogue), *more]
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    return done.exit_code, [line for line in done.stdout.splitlines() if " — " in line]


def warc(settings: Settings) -> Path:
    return next(settings.archive_folder.glob("*.warc.gz"))


def index(settings: Settings, *statements: str) -> None:
    with closing(sqlite3.connect(settings.archive_folder / "index.db")) as db, db:
        for statement in statements:
            db.execute(statement)


def lose_index(s: Settings) -> None:
    for path in s.archive_folder.glob("index.db*"):
        path.unlink()


def spoil_index(s: Settings) -> None:
    lose_index(s)
    (s.archive_folder / "index.db").write_bytes(b"no database" * 500)


def forget_rows(s: Settings) -> None:
    index(s, "DELETE FROM capture WHERE record_id IN (SELECT record_id FROM capture LIMIT 7)")


def shift_rows(s: Settings) -> None:
    index(s, "UPDATE capture SET offset = offset + 1 WHERE record_id IN (SELECT record_id FROM capture LIMIT 2)")


def tear_end(s: Settings) -> None:
    with warc(s).open("ab") as out:
        out.write(warc(s).read_bytes()[:300])


def empty_group(s: Settings) -> None:
    with closing(sqlite3.connect(s.home / "store.db")) as db, db:
        db.execute("DELETE FROM event_member WHERE event_id = (SELECT min(id) FROM event)")


def lose_page(s: Settings) -> None:
    (s.published_folder / "current" / "events.html").unlink()


def change_page(s: Settings) -> None:
    (s.published_folder / "current" / "index.html").write_text("<p>딴 글</p>", encoding="utf-8")


def strange_file(s: Settings) -> None:
    (s.published_folder / "current" / "extra.html").write_text("x")


def cut_link(s: Settings) -> None:
    (s.published_folder / "current").unlink()


def dangle(s: Settings) -> None:
    (s.published_folder / "current").unlink()
    os.symlink("releases/2020-01-01-00000000", s.published_folder / "current")


def spoil_digest(s: Settings) -> None:
    path = s.published_folder / "current" / "digest.db"
    path.write_bytes(path.read_bytes()[:9000])


def lose_manifest(s: Settings) -> None:
    (s.published_folder / "current" / "manifest.json").unlink()


def blind_search(s: Settings) -> None:
    with closing(sqlite3.connect(s.published_folder / "current" / "digest.db")) as db, db:
        db.execute("INSERT INTO search(search) VALUES ('delete-all')")


Damage = Callable[[Settings], None]
ARCHIVE: list[tuple[Damage, str]] = [
    (lose_index, "archive: index.db is missing or cannot be read"),
    (spoil_index, "archive: index.db is missing or cannot be read"),
    (forget_rows, "7 captures not in the index"),
    (shift_rows, "2 elsewhere"),
    (tear_end, "ends with a record that is not whole, 300 bytes"),
]
PUBLISHED: list[tuple[Damage, str]] = [
    (lose_page, "published: events.html is missing"),
    (change_page, "published: index.html is not what was published"),
    (strange_file, "published: extra.html belongs to no release"),
    (lose_manifest, "published: manifest.json cannot be read"),
    (blind_search, "search: "),
    (spoil_digest, "published: digest.db cannot be read"),
    (dangle, "published: current points at releases/2020-01-01-00000000"),
    (cut_link, "published: there are releases, and none that readers see"),
]


def test_a_sound_home_is_called_so(settings: Settings) -> None:
    assert doctor(settings) == (0, [])


@pytest.mark.parametrize(("damage", "said"), ARCHIVE, ids=lambda v: getattr(v, "__name__", ""))
def test_the_archive_and_its_index_agree_again(settings: Settings, damage: Damage, said: str) -> None:
    damage(settings)
    code, lines = doctor(settings)
    assert code == 1 and any(said in line and "can be repaired" in line for line in lines), lines
    assert doctor(settings) == (code, lines), "looking repairs nothing"
    assert doctor(settings, "--repair")[0] == 0
    assert doctor(settings) == (0, [])
    with Archive(settings.archive_folder) as archive:
        assert len(archive.entries()) == 72


def test_every_damage_of_the_published_folder_is_named_and_repaired_by_making_it_anew(settings: Settings) -> None:
    before = digest(settings.home)
    whole = settings.home / "whole"
    shutil.copytree(settings.published_folder, whole, symlinks=True)
    for damage, said in PUBLISHED:
        shutil.rmtree(settings.published_folder)
        shutil.copytree(whole, settings.published_folder, symlinks=True)
        damage(settings)
        code, lines = doctor(settings)
        assert code == 1 and any(said in line and "can be repaired" in line for line in lines), (said, lines)
    empty_group(settings)
    assert doctor(settings, "--repair")[0] == 0
    assert doctor(settings) == (0, []) and digest(settings.home) == before


def test_a_group_without_members_is_merged_again(settings: Settings) -> None:
    empty_group(settings)
    code, lines = doctor(settings)
    assert code == 1 and "store: 1 event row(s) without members" in lines[0] and "can be repaired" in lines[0]
    assert doctor(settings, "--repair") == (0, lines)


def test_a_damaged_record_is_lost_and_said_to_be(settings: Settings) -> None:
    path = warc(settings)
    with Archive(settings.archive_folder) as archive:
        entry = archive.entries()[20]
    body = bytearray(path.read_bytes())
    body[entry.offset + entry.length // 2] ^= 0xFF
    path.write_bytes(body)
    code, lines = doctor(settings, "--repair")
    assert code == 1 and any("cannot be repaired; that record is lost" in line for line in lines), lines


def test_a_file_that_is_gone_cannot_come_back(settings: Settings) -> None:
    warc(settings).unlink()
    code, lines = doctor(settings, "--repair")
    assert code == 1 and "is gone, with the 72 captures" in lines[0] and "backup" in lines[0]
    assert list(disagreements(settings.archive_folder)) == []


def test_a_file_that_lost_its_end_is_never_repaired_in_silence(settings: Settings) -> None:
    """The index was cut down to what was left, and `dure archive check` then said «0 flaws»."""
    os.truncate(warc(settings), warc(settings).stat().st_size - 3000)
    left = warc(settings).read_bytes()
    lost = "is shorter than its index knows it: 2 captures of 2026-11-20 lost"
    home = ["--home", str(settings.home)]
    for words in (["crawl", "--replay", str(DEMO / "recording.warc.gz"), *home], ["archive", "find", "x", *home]):
        stopped = dure(*words)
        assert stopped.returncode == 2 and stopped.stderr.count("\n") == 1 and lost in stopped.stderr, stopped.stderr
        assert "Nothing was changed" in stopped.stderr and "`dure doctor --repair`" in stopped.stderr
    checked = dure("archive", "check", *home)
    assert checked.returncode == 1 and lost in checked.stdout and "70 captures, 1 flaw." in checked.stderr
    code, lines = doctor(settings)
    assert code == 1 and len(lines) == 1 and lost in lines[0] and "`--repair` accepts the loss" in lines[0], lines
    assert warc(settings).read_bytes() == left
    code, lines = doctor(settings, "--repair")
    assert code == 1 and lost in lines[-1] and "accepted" in lines[-1]
    assert doctor(settings) == (0, [])
    assert dure("archive", "check", *home).returncode == 0


def test_a_damaged_store_is_one_sentence(settings: Settings) -> None:
    path = settings.home / "store.db"
    body = bytearray(path.read_bytes())
    body[len(body) // 3 : len(body) // 3 + 40_000] = b"\x00" * 40_000
    path.write_bytes(body)
    code, lines = doctor(settings)
    assert code == 1 and all(line.startswith("store: ") and "dure restore" in line for line in lines) and lines


def test_a_newer_store_is_not_ill(settings: Settings) -> None:
    """A backup would not help it: it wants the newer Dure."""
    with closing(sqlite3.connect(settings.home / "store.db")) as store, store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    code, (line,) = doctor(settings)
    assert code == 1 and "install the newer Dure" in line and "restore" not in line and ". —" not in line


@pytest.mark.parametrize("left", [None, b"", b"no database" * 500])
def test_a_release_that_cannot_be_compared_with_is_one_sentence(settings: Settings, left: bytes | None) -> None:
    """A run over a damaged last release ended with a traceback; it says what makes the release anew."""
    path = settings.published_folder / "current" / "digest.db"
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    with pytest.raises(ReleaseError, match=r"digest.db of the last release is damaged .* `dure doctor --repair`"):
        stages.publish(settings)
    assert doctor(settings, "--repair")[0] == 0
    assert stages.publish(settings).released


def test_what_was_forgotten_and_is_still_shown_is_seen(settings: Settings) -> None:
    with closing(sqlite3.connect(settings.home / "store.db")) as db, db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM article WHERE id = (SELECT min(article_id) FROM story_article)")
    code, lines = doctor(settings)
    assert code == 1 and any("1 article that the store holds no more" in line for line in lines), lines
    assert doctor(settings, "--repair")[0] == 0
