"""The archive: what it writes others can read, what a kill leaves is repaired, what is removed is gone."""

from __future__ import annotations

import fcntl
import gzip
import io
import os
import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.warcwriter import WARCWriter

from store.archive import Archive, ArchiveError, Capture, replay, writing

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
HTML = (("Content-Type", "text/html; charset=utf-8"), ("Transfer-Encoding", "chunked"))


def capture(path: str = "/a", body: str = "마을", at: datetime = NOW, status: int = 200, **more: str) -> Capture:
    request = (("User-Agent", "Dure/test"),)
    return Capture(f"http://paper.example{path}", at, status, HTML, body.encode(), "OK", request, **more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


def warcs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.warc.gz"))


def foreign_check(path: Path) -> int:
    """What `warcio check` says: 0 where every digest is right."""

    class Command:
        inputs = [str(path)]
        verbose = False

    checker = Checker(Command())
    checker.process_all()
    return int(checker.exit_value)


def test_what_is_kept_comes_back(folder: Path) -> None:
    one = capture(source_id="paper", round_id="paper@1", asked="http://paper.example/old")
    with Archive(folder) as archive:
        entry = archive.keep(one)
        back = archive.read(entry)
        found = archive.find("http://paper.example/old")
    assert (back.status, back.body, back.header("content-type")) == (200, one.body, HTML[0][1])
    assert [e.record_id for e in found] == [entry.record_id]
    (again,) = replay(folder)
    assert (again.url, again.at, again.body, again.source_id, again.round_id, again.asked) == (
        one.url, one.at, one.body, "paper", "paper@1", one.asked,
    )  # fmt: skip


def test_files_are_private(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture())
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_foreign_tools_read_it(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture())
        archive.keep(capture(at=NOW + timedelta(hours=1)))
        archive.keep(capture("/b", "", status=304))
    (path,) = warcs(folder)
    assert foreign_check(path) == 0
    with path.open("rb") as stream:
        kinds = [record.rec_type for record in ArchiveIterator(stream)]
        groups = [(kind, "request", "metadata") for kind in ("response", "revisit", "response")]
        assert kinds == ["warcinfo", *(kind for group in groups for kind in group)]
    with path.open("rb") as stream:
        response = next(r for r in ArchiveIterator(stream) if r.rec_type == "response")
        assert response.rec_headers.protocol == "WARC/1.1"
        assert response.content_stream().read().decode() == "마을", "no transfer coding is claimed that is not there"
    assert path.read_bytes().count(b"\x1f\x8b\x08") >= 10, "a gzip member per record"


def test_an_unchanged_body_is_a_revisit_and_reads_whole(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture(body="x" * 50_000))
        size = warcs(folder)[0].stat().st_size
        second = archive.keep(capture(body="x" * 50_000, at=NOW + timedelta(hours=1)))
        not_modified = archive.keep(capture(body="", status=304, at=NOW + timedelta(hours=2)))
        assert (second.kind, not_modified.kind) == ("revisit", "revisit")
        assert archive.read(second).body == archive.read(not_modified).body == b"x" * 50_000
    assert warcs(folder)[0].stat().st_size - size < 3000
    assert [len(c.body) for c in replay(folder)] == [50_000, 50_000, 50_000]


def test_the_same_answer_is_not_kept_twice(folder: Path) -> None:
    with Archive(folder) as archive:
        first = archive.keep(capture())
        assert archive.keep(capture()) == first
        archive.keep(capture("/n", "", status=304))
        archive.keep(capture("/n", "", status=304))
        assert len(archive.entries()) == 2


def test_files_end_at_their_size_and_a_new_process_goes_on(folder: Path) -> None:
    rng = random.Random(4)
    with Archive(folder, max_bytes=40_000) as archive:
        for n in range(20):
            archive.keep(capture(f"/{n}", rng.randbytes(5000).hex()))
    assert len(warcs(folder)) > 2
    assert all(path.stat().st_size <= 40_000 for path in warcs(folder))
    before = len(warcs(folder))
    with Archive(folder) as archive:
        archive.keep(capture("/last"))
        assert len(archive.entries()) == 21
    assert len(warcs(folder)) == before, "the newest file is gone on with"


def test_two_writers_at_once_use_two_files(folder: Path) -> None:
    with Archive(folder) as one, Archive(folder) as other:
        one.keep(capture("/1"))
        other.keep(capture("/2"))
        one.keep(capture("/3"))
        assert len(warcs(folder)) == 2
        assert len(other.entries()) == 3
    assert sorted(c.url[-2:] for c in replay(folder)) == ["/1", "/2", "/3"]


def test_what_a_live_writer_has_not_noted_yet_is_found_by_others(folder: Path) -> None:
    """Captures are noted in batches; another process looks at the end of the file itself, and leaves it as it is."""
    with Archive(folder) as writer, Archive(folder) as reader:
        for n in range(5):
            writer.keep(capture(f"/{n}", source_id="paper"))
            (found,) = reader.find(f"http://paper.example/{n}")
            assert reader.read(found).body.decode() == "마을"
            assert found.source_id == "paper"
        assert reader.keep(capture("/3", at=NOW + timedelta(hours=1))).kind == "revisit"
    (kept, *_) = warcs(folder)
    with Archive(folder) as archive, kept.open("ab") as alive:
        fcntl.flock(alive, fcntl.LOCK_EX)
        alive.write(b"\x1f\x8b\x08 half a member")
        alive.flush()
        assert len(archive.entries()) == 6
        assert kept.read_bytes().endswith(b"half a member"), "its writer may be in the middle of it"


def test_a_body_that_is_removed_while_it_is_repeated_is_kept_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at what was kept and the writing, another thread forgets it."""
    with Archive(folder) as archive:
        archive.keep(capture())
        group = writing.group

        def meanwhile(*given: Any) -> writing.Group:
            monkeypatch.setattr(writing, "group", group)
            archive.forget("http://paper.example/a")
            return group(*given)

        monkeypatch.setattr(writing, "group", meanwhile)
        entry = archive.keep(capture(at=NOW + timedelta(hours=1)))
        assert (entry.kind, archive.read(entry).body.decode()) == ("response", "마을")


# --- kills and damage -------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1, 7, 200, 900, 1400])
def test_a_half_written_end_is_cut_off(folder: Path, cut: int) -> None:
    """Killed in the middle of a write: nobody was promised that record, and the index never knew it."""
    rng = random.Random(cut)
    with Archive(folder) as archive:
        archive.keep(capture("/0", rng.randbytes(300).hex()))
    (path,) = warcs(folder)
    known = (folder / "index.db").read_bytes()
    with Archive(folder) as archive:
        for n in range(1, 3):
            archive.keep(capture(f"/{n}", rng.randbytes(300).hex()))
    os.truncate(path, path.stat().st_size - cut)
    for left in folder.glob("index.db-*"):
        left.unlink()
    (folder / "index.db").write_bytes(known)
    with Archive(folder) as archive:
        assert list(archive.check()) == []
        archive.keep(capture("/after"))
        urls = [entry.url[-6:] for entry in archive.entries()]
        assert "/after" in urls
        assert len(urls) >= 3
    assert foreign_check(path) == 0
    assert len(list(replay(folder))) == len(urls)


KILLED = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from store.archive import Archive, Capture
archive = Archive(Path(sys.argv[1]))
at = datetime(2026, 1, 1, tzinfo=UTC)
for n in range(100_000):
    archive.keep(Capture(f"http://paper.example/{n}", at, 200, (), b"%d " % n * 2000))
    print(n, flush=True)
"""


def test_kill_minus_nine_loses_nothing_that_was_promised(folder: Path) -> None:
    rng = random.Random(9)
    promised = -1
    for _ in range(4):
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        for _ in range(rng.randint(3, 60)):
            promised = max(promised, int(process.stdout.readline()))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    with Archive(folder) as archive:
        assert list(archive.check()) == []
        kept = {entry.url for entry in archive.entries()}
    assert {f"http://paper.example/{n}" for n in range(promised + 1)} <= kept
    assert {c.url for c in replay(folder)} == kept
    assert all(foreign_check(path) == 0 for path in warcs(folder))


def test_a_lost_index_is_made_again(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture(source_id="paper", asked="http://paper.example/old"))
        archive.keep(capture(at=NOW + timedelta(hours=1)))
        before = archive.entries()
    for path in folder.glob("index.db*"):
        path.unlink()
    with Archive(folder) as archive:
        assert archive.entries() == before
        assert archive.keep(capture(at=NOW + timedelta(hours=2))).kind == "revisit"


def test_a_torn_index_is_made_again(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture())
    (folder / "index.db").write_bytes(b"not a database at all" * 100)
    with Archive(folder) as archive:
        assert len(archive.entries()) == 1


def test_a_disk_too_full_for_the_index_is_one_sentence_and_loses_no_capture(folder: Path) -> None:
    archive = Archive(folder)
    pages = archive._index._db.execute("PRAGMA page_count").fetchone()[0]
    archive._index._db.execute(f"PRAGMA max_page_count = {pages + 2}")  # SQLite then says what it says of a full disk
    kept = 0
    with pytest.raises(ArchiveError, match=r"index\.db cannot be written \(database or disk is full\)"):
        for kept in range(1, 2_000):
            archive.keep(Capture(f"https://paper.test/{kept}", NOW, 200, (), b"x" * 10))
    with Archive(folder) as again:
        assert len(again.entries()) == kept
        assert list(again.check()) == []


def test_damage_in_the_middle_costs_one_record_and_is_named(folder: Path) -> None:
    rng = random.Random(1)
    with Archive(folder) as archive:
        entries = [archive.keep(capture(f"/{n}", rng.randbytes(500).hex())) for n in range(5)]
    (path,) = warcs(folder)
    data = bytearray(path.read_bytes())
    middle = entries[2].offset + entries[2].length // 2
    data[middle] ^= 0xFF
    path.write_bytes(data)
    (folder / "index.db").unlink()
    with Archive(folder) as archive:
        assert [entry.url[-2:] for entry in archive.entries()] == ["/0", "/1", "/3", "/4"]
        (flaw,) = archive.check()
        assert (flaw.file, flaw.offset) == (path.name, entries[2].offset)
        assert str(flaw).startswith(f"{path.name}: record 8 at byte")
    assert path.stat().st_size == len(data), "what can still be read is not cut off"


# --- removing ---------------------------------------------------------------------------------


def test_purge_takes_what_is_old_and_leaves_bodies_that_are_still_needed(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture("/old", "old"))
        archive.keep(capture("/same", "same"))
        archive.keep(capture("/same", "same", at=NOW + timedelta(days=40)))
        archive.keep(capture("/new", "new", at=NOW + timedelta(days=40)))
        removed = archive.purge(NOW + timedelta(days=30))
        assert removed.captures == 1
        assert removed.bytes > 0
        assert [entry.url[20:] for entry in archive.entries()] == ["/same", "/same", "/new"]
        assert {archive.read(entry).body for entry in archive.entries()} == {b"same", b"new"}
        archive.keep(capture("/more"))
    assert all(foreign_check(path) == 0 for path in warcs(folder))


def test_purge_by_source(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture("/1", source_id="a"))
        archive.keep(capture("/2", source_id="b"))
        archive.purge(NOW + timedelta(days=1), "a")
        assert [entry.source_id for entry in archive.entries()] == ["b"]


def test_forget_reaches_every_copy(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture("/a", "secret words"))
        archive.keep(capture("/a", "secret words", at=NOW + timedelta(hours=1)))
        archive.keep(capture("/b", "secret words", asked="http://paper.example/a"))
        archive.keep(capture("/c", "other"))
        assert archive.forget("http://paper.example/a").captures == 3
        assert archive.find("http://paper.example/a") == []
    left = b"".join(gzip.decompress(path.read_bytes()) for path in warcs(folder))
    assert b"secret words" not in left
    assert b"other" in left


def test_forgetting_everything_leaves_no_file(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.keep(capture())
        archive.forget("http://paper.example/a")
        assert warcs(folder) == []
        archive.keep(capture())
    assert len(list(replay(folder))) == 1


# --- recordings of others ---------------------------------------------------------------------


def foreign(path: Path, zipped: bool) -> None:
    """A WARC as warcio writes it, with a chunked body as wget keeps them."""
    from warcio.statusandheaders import StatusAndHeaders

    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=zipped, warc_version="1.0")
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "somebody's"}))
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")], "HTTP/1.1")
        body = io.BytesIO(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
        record = writer.create_warc_record("http://x.example/", "response", payload=body, http_headers=head)
        writer.write_record(record)
        writer.write_record(writer.create_warc_record("dns:x.example", "resource", payload=io.BytesIO(b"1.2.3.4")))


@pytest.mark.parametrize(("name", "zipped"), [("a.warc", False), ("a.warc.gz", True)])
def test_foreign_recordings_are_read(tmp_path: Path, name: str, zipped: bool) -> None:
    foreign(tmp_path / name, zipped)
    (one,) = replay(tmp_path / name)
    assert (one.url, one.status, one.body) == ("http://x.example/", 200, b"abcde")


def broken_recordings() -> dict[str, tuple[bytes, str]]:
    return {
        "empty": (b"", "is empty"),
        "text": (b"hello\nworld\n", "record 1 cannot be read as WARC"),
        "a gzip of text": (gzip.compress(b"hello world"), "record 1 cannot be read as WARC"),
        "binary": (bytes(range(256)) * 50, "record 1 cannot be read as WARC"),
        "a zip": (b"PK\x03\x04" + b"\x00" * 500, "record 1 cannot be read as WARC"),
        "a bad date": (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\nWARC-Date: yesterday\r\n"
            b"Content-Type: application/http\r\nContent-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n\r\n",
            "no date that can be read",
        ),
    }


@pytest.mark.parametrize("name", broken_recordings())
def test_an_unreadable_recording_is_one_sentence(tmp_path: Path, name: str) -> None:
    data, says = broken_recordings()[name]
    path = tmp_path / "x.warc.gz"
    path.write_bytes(data)
    with pytest.raises(ArchiveError) as error:
        list(replay(path))
    assert str(path) in str(error.value)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_recording_cut_in_the_middle_gives_what_came_before(folder: Path, tmp_path: Path) -> None:
    rng = random.Random(2)
    with Archive(folder) as archive:
        for n in range(4):
            archive.keep(capture(f"/{n}", rng.randbytes(900).hex()))
        last = archive.entries()[-1]
    (path,) = warcs(folder)
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes(path.read_bytes()[: last.offset + last.length // 2])
    got = []
    with pytest.raises(ArchiveError, match="record 11"):
        for one in replay(torn):
            got.append(one.url[-2:])
    assert got == ["/0", "/1", "/2"]


def test_a_tear_after_an_answer_does_not_lose_it(folder: Path, tmp_path: Path) -> None:
    long = (("X-Long", random.Random(3).randbytes(20_000).hex()),)
    with Archive(folder) as archive:
        entry = archive.keep(replace(capture(), request_headers=long))
    (path,) = warcs(folder)
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes(path.read_bytes()[: entry.offset + entry.length + 9000])
    got = []
    with pytest.raises(ArchiveError, match="record 3"):
        for one in replay(torn):
            got.append(one.body.decode())
    assert got == ["마을"]


def test_files_of_a_folder_are_merged_by_time(folder: Path) -> None:
    with Archive(folder) as one, Archive(folder) as other:
        for hour in range(6):
            (one, other)[hour % 2].keep(capture(f"/{hour}", at=NOW + timedelta(hours=hour)))
    assert len(warcs(folder)) == 2
    assert [c.url[-1] for c in replay(folder)] == list("012345")


def test_an_archive_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive(tmp_path / "file" / "archive")


class Full:
    """A file on a disk that fills up after a hundred bytes."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.name = real.name

    def write(self, data: memoryview) -> int:
        self._real.write(data[:100])
        raise OSError(28, "No space left on device")

    def fileno(self) -> int:
        return int(self._real.fileno())


def test_threads_are_served_together_and_each_gets_its_own(folder: Path) -> None:
    """Each body comes twice from different threads, half of them under one address: one write for all that wait."""
    bodies = [f"{n} " * 500 for n in range(40)]
    with Archive(folder, max_bytes=20_000) as archive, ThreadPoolExecutor(12) as pool:
        given = [
            capture(f"/{n % 20}", body, NOW + timedelta(seconds=n + again))
            for again in (0, 100)
            for n, body in enumerate(bodies)
        ]
        entries = list(pool.map(archive.keep, given))
        assert [archive.read(entry).body for entry in entries] == [one.body for one in given]
        assert [(entry.url, entry.at) for entry in entries] == [(one.url, one.at) for one in given]
        assert sum(entry.kind == "response" for entry in entries) == len(bodies), "the same body of an address, once"
        assert list(archive.check()) == []
    assert all(path.stat().st_size <= 20_000 for path in warcs(folder))


def test_a_full_disk_fails_all_that_waited_and_nobody_else(folder: Path) -> None:
    with Archive(folder) as archive, ThreadPoolExecutor(8) as pool:
        archive.keep(capture("/first"))
        real = archive._out
        archive._out = Full(real)  # type: ignore[assignment]
        failed = [pool.submit(archive.keep, capture(f"/{n}")) for n in range(8)]
        assert {type(one.exception()) for one in failed} == {ArchiveError}
        archive._out = real
        archive.keep(capture("/last"))
        assert [entry.url.rpartition("/")[2] for entry in archive.entries()] == ["first", "last"]
        assert list(archive.check()) == []


def test_a_full_disk_leaves_nothing_half_written(folder: Path) -> None:
    """The write stops after some bytes, as on a full disk: one sentence, and the file is as before."""
    with Archive(folder) as archive:
        archive.keep(capture("/1"))
        size = warcs(folder)[0].stat().st_size
        real = archive._out
        archive._out = Full(real)  # type: ignore[assignment]
        with pytest.raises(ArchiveError, match="No space left"):
            archive.keep(capture("/2"))
        assert warcs(folder)[0].stat().st_size == size
        archive._out = real
        archive.keep(capture("/3"))
        assert list(archive.check()) == []
        assert [entry.url[-2:] for entry in archive.entries()] == ["/1", "/3"]
