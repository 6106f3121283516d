"""What the index promised and the files no longer hold is never dropped in silence; what we shorten ourselves is."""

from __future__ import annotations

import logging
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.archive import Archive, ArchiveError, Capture, open_archive
from store.archive.agreeing import check, disagreements, rebuild

DAY = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


def keep(archive: Archive, count: int) -> None:
    for n in range(count):
        body = os.urandom(400).hex().encode()
        archive.keep(Capture(f"http://paper.example/{n}", DAY + timedelta(days=n), 200, (), body, source_id="paper"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of five captures, of five days, in one file."""
    with Archive(tmp_path / "archive") as archive:
        keep(archive, 5)
    return tmp_path / "archive"


def warc(folder: Path) -> Path:
    (path,) = folder.glob("*.warc.gz")
    return path


def state(folder: Path) -> tuple[dict[str, bytes], list[object]]:
    """The bytes of the files, and the rows of the index."""
    with closing(sqlite3.connect(folder / "index.db")) as db:
        rows = [db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in ("capture", "file")]
    return {path.name: path.read_bytes() for path in folder.glob("*.warc.gz*")}, list(rows)


def offset(folder: Path, number: int) -> int:
    with closing(sqlite3.connect(folder / "index.db")) as db:
        (found,) = db.execute("SELECT offset FROM capture ORDER BY offset LIMIT 1 OFFSET ?", (number,)).fetchone()
    return int(found)


def cut_in_a_record(folder: Path) -> None:
    os.truncate(warc(folder), offset(folder, 3) + 100)


def cut_between_records(folder: Path) -> None:
    os.truncate(warc(folder), offset(folder, 3))


def empty(folder: Path) -> None:
    os.truncate(warc(folder), 0)


def take_away(folder: Path) -> None:
    warc(folder).unlink()


Damage = Callable[[Path], None]
LOSSES: list[tuple[Damage, str]] = [
    (cut_in_a_record, "is shorter than its index knows it: 2 captures of 2026-11-23 to 2026-11-24 lost"),
    (cut_between_records, "is shorter than its index knows it: 2 captures of 2026-11-23 to 2026-11-24 lost"),
    (empty, "is shorter than its index knows it: 5 captures of 2026-11-20 to 2026-11-24 lost"),
    (take_away, "is gone, with the 5 captures of 2026-11-20 to 2026-11-24 that the index names in it"),
]


@pytest.mark.parametrize(("damage", "said"), LOSSES, ids=lambda v: getattr(v, "__name__", ""))
def test_a_loss_stops_the_archive_and_changes_nothing(folder: Path, damage: Damage, said: str) -> None:
    damage(folder)
    before = state(folder)
    for _ in range(2):
        with pytest.raises(ArchiveError) as error:
            Archive(folder)
        assert said in str(error.value) and "`dure doctor --repair`" in str(error.value)
        assert state(folder) == before


@pytest.mark.parametrize(("damage", "said"), LOSSES, ids=lambda v: getattr(v, "__name__", ""))
def test_a_check_looks_before_anything_is_set_right(folder: Path, damage: Damage, said: str) -> None:
    damage(folder)
    before = state(folder)
    found = check(folder)
    assert len(found.flaws) == 1 and said in found.flaws[0] and not found.notes
    assert [one.kind for one in disagreements(folder)] == ["gone" if damage is take_away else "lost"]
    assert state(folder) == before


@pytest.mark.parametrize(("damage", "said"), LOSSES, ids=lambda v: getattr(v, "__name__", ""))
def test_an_accepted_loss_is_no_loss_any_more(folder: Path, damage: Damage, said: str) -> None:
    damage(folder)
    kept = check(folder).captures
    rebuild(folder)
    assert check(folder).flaws == [] and list(disagreements(folder)) == []
    with Archive(folder) as archive:
        assert len(archive.entries()) == kept == {"empty": 0, "take_away": 0}.get(damage.__name__, 3)
        keep(archive, 5)
        assert len(archive.entries()) == kept + 5


def test_a_capture_whose_request_and_source_are_cut_off_is_no_silent_loss_either(folder: Path) -> None:
    os.truncate(warc(folder), warc(folder).stat().st_size - 5)
    with pytest.raises(ArchiveError, match="what its last capture was asked by is lost"):
        Archive(folder)
    assert len(check(folder).flaws) == 1


def test_a_loss_while_the_archive_is_open_is_seen(folder: Path) -> None:
    with Archive(folder) as archive:
        cut_between_records(folder)
        before = state(folder)
        with pytest.raises(ArchiveError, match="2 captures"):
            archive.find("http://paper.example/0")
        assert state(folder) == before


def test_damage_in_the_middle_says_what_it_costs(folder: Path) -> None:
    path, at = warc(folder), offset(folder, 1)
    body = bytearray(path.read_bytes())
    body[at + 40 : offset(folder, 3) + 40] = bytes(offset(folder, 3) - at)
    path.write_bytes(body)
    found = check(folder)
    assert found.captures == 2 and len(found.flaws) == 2
    assert "is damaged: 3 captures of 2026-11-21 to 2026-11-23 in it cannot be read" in found.flaws[1]
    with Archive(folder) as archive:
        (entry,) = archive.find("http://paper.example/2")
        with pytest.raises(ArchiveError, match="the record cannot be read"):
            archive.read(entry)


def test_a_purge_takes_nothing_else_away_in_silence(folder: Path) -> None:
    """A file is copied without what goes: what cannot be read would be left out as well."""
    path = warc(folder)
    body = bytearray(path.read_bytes())
    body[offset(folder, 3) + 60] ^= 0xFF
    path.write_bytes(body)
    with Archive(folder) as archive:
        before = state(folder)
        with pytest.raises(ArchiveError, match=r"of what is to stay, 1 capture cannot be read"):
            archive.forget("http://paper.example/0")
        assert state(folder) == before
    rebuild(folder)
    with Archive(folder) as archive:
        assert archive.forget("http://paper.example/0").captures == 1
    assert check(folder).flaws == []


def test_a_damaged_capture_itself_can_be_forgotten(folder: Path) -> None:
    path = warc(folder)
    body = bytearray(path.read_bytes())
    body[offset(folder, 3) + 60] ^= 0xFF
    path.write_bytes(body)
    with Archive(folder) as archive:
        archive.forget("http://paper.example/3")
        assert len(archive.entries()) == 4
    assert check(folder).flaws == []


# --- what makes files shorter and is no loss --------------------------------------------------

PURGE_KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from store.archive import Archive
from store.archive.index import Index

folder, where, before = Path(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3])

def kill(*given):
    os.kill(os.getpid(), signal.SIGKILL)

archive = Archive(folder)
if where == "copied":
    Index.allow = kill
elif where == "allowed":
    os.replace = Path.unlink = kill
else:
    Index.drop_file = kill
archive.purge(before)
"""


@pytest.mark.parametrize("days", [2, 9])
@pytest.mark.parametrize("where", ["copied", "allowed", "replaced"])
def test_a_purge_that_is_killed_is_no_loss(folder: Path, where: str, days: int) -> None:
    """Two days go, or everything and the file with it."""
    limit = DAY + timedelta(days=days)
    done = subprocess.run([sys.executable, "-c", PURGE_KILLED, str(folder), where, limit.isoformat()], check=False)
    assert done.returncode == -signal.SIGKILL
    assert check(folder).flaws == []
    with Archive(folder) as archive:
        assert len(archive.entries()) == (max(0, 5 - days) if where == "replaced" else 5)
        archive.purge(limit)
        assert len(archive.entries()) == max(0, 5 - days)
    assert check(folder).flaws == [] and list(disagreements(folder)) == []


def test_a_loss_after_a_purge_is_one(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.purge(DAY + timedelta(days=1))
    os.truncate(warc(folder), warc(folder).stat().st_size - 1_000)
    with pytest.raises(ArchiveError, match="1 capture of 2026-11-24 lost"):
        Archive(folder)


def test_an_end_that_the_index_never_knew_goes_quietly_and_is_logged(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with warc(folder).open("ab") as out:
        out.write(warc(folder).read_bytes()[:300])
    found = check(folder)
    assert found.flaws == [] and "ends with a record that is not whole, 300 bytes" in found.notes[0]
    with caplog.at_level(logging.INFO, "dure.archive"), Archive(folder) as archive:
        assert len(archive.entries()) == 5
    assert [(record.getMessage(), record.__dict__["told"]["bytes"]) for record in caplog.records] == [
        ("torn end cut off", 300)
    ]


def test_an_archive_of_before_opens(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "index.db")) as db, db:
        db.execute("DROP TABLE to_be")
    assert check(folder).flaws == []
    with Archive(folder) as archive:
        assert len(archive.entries()) == 5


def test_a_file_without_a_capture_may_go(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive._new_file()
    warc(tmp_path).unlink()
    assert check(tmp_path).flaws == []
    Archive(tmp_path).close()


# --- a power cut ------------------------------------------------------------------------------


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch) -> dict[int, int]:
    """Inode → the bytes of a file that were written through to the disk, and so outlive a power cut."""
    sizes: dict[int, int] = {}

    def fsync(handle: int, real: Callable[[int], None] = os.fsync) -> None:
        real(handle)
        sizes[os.fstat(handle).st_ino] = os.fstat(handle).st_size

    monkeypatch.setattr(os, "fsync", fsync)
    return sizes


def named_beyond(folder: Path, on_disk: dict[int, int]) -> list[str]:
    """Files of which the index names more than a power cut would leave."""
    with closing(sqlite3.connect(folder / "index.db")) as db:
        known = db.execute("SELECT name, size FROM file").fetchall()
    return [name for name, size in known if on_disk.get((folder / name).stat().st_ino, 0) < size]


def test_the_index_never_names_what_a_power_cut_would_take(tmp_path: Path, on_disk: dict[int, int]) -> None:
    with Archive(tmp_path, max_bytes=60_000) as archive:
        for n in range(450):  # more than two batches, in several files; every third address was asked before
            body = os.urandom(200).hex().encode()
            archive.keep(Capture(f"http://paper.example/{n // 3 if n % 3 else n}", DAY + timedelta(n), 200, (), body))
            assert named_beyond(tmp_path, on_disk) == []
        archive.purge(DAY + timedelta(days=9))
        assert named_beyond(tmp_path, on_disk) == [] and len(list(tmp_path.glob("*.warc.gz"))) > 3
    assert named_beyond(tmp_path, on_disk) == []


def test_what_a_killed_process_wrote_reaches_the_disk_before_it_is_indexed(
    folder: Path, on_disk: dict[int, int]
) -> None:
    for left in folder.glob("index.db*"):
        left.unlink()
    with Archive(folder) as archive:
        assert len(archive.entries()) == 5 and named_beyond(folder, on_disk) == []


def test_addresses_asked_before_do_not_make_each_capture_wait_for_the_disk(
    folder: Path, on_disk: dict[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive(folder) as archive:
        archive.keep(Capture("http://paper.example/new", DAY, 200, (), b"x"))
        monkeypatch.setattr(os, "fsync", lambda handle: pytest.fail("a batch is not full yet"))
        for n in range(5):
            archive.keep(Capture(f"http://paper.example/{n}", DAY + timedelta(days=99), 304, (), b""))
        monkeypatch.undo()
        assert len(archive.entries()) == 11


# --- shared storage ---------------------------------------------------------------------------


def test_what_was_carried_over_and_removed_by_another_worker_is_no_loss(tmp_path: Path) -> None:
    address = f"file://{tmp_path}/shared"
    with open_archive(tmp_path / "one", address) as archive:
        keep(archive, 3)
    with open_archive(tmp_path / "two", address) as other:
        assert len(other.entries()) == 3
        other.purge(DAY + timedelta(days=9))
    for worker in ("one", "two"):
        with open_archive(tmp_path / worker, address) as archive:
            assert archive.entries() == []


def test_what_was_not_carried_over_yet_can_be_lost(tmp_path: Path) -> None:
    address = f"file://{tmp_path}/shared"
    archive = open_archive(tmp_path / "one", address)
    keep(archive, 3)
    archive._finish_file()
    archive._index.close()  # killed before it carried its file over
    warc(tmp_path / "one").unlink()
    with pytest.raises(ArchiveError, match="is gone, with the 3 captures"):
        open_archive(tmp_path / "one", address)


def test_half_a_copy_of_what_lies_on_shared_storage_is_no_loss(tmp_path: Path) -> None:
    """A worker is killed while it fetches a file to forget something in it."""
    address = f"file://{tmp_path}/shared"
    with open_archive(tmp_path / "one", address) as archive:
        keep(archive, 3)
    whole = warc(tmp_path / "shared")
    (tmp_path / "one" / whole.name).write_bytes(whole.read_bytes()[:-500])
    assert check(tmp_path / "one", address).flaws == []
    with open_archive(tmp_path / "one", address) as archive:
        assert len(archive.entries()) == 3
    assert check(tmp_path / "one", address).flaws == []
    whole.write_bytes(whole.read_bytes()[:-1])
    assert len(check(tmp_path / "one", address).flaws) == 1
