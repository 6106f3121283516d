"""An archive whose folder may not be written is read as it is: nothing in it changes, and nothing is missing."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.archive import Archive, ArchiveError, Capture, SharedArchive, open_archive, read_archive

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
URLS = [f"http://paper.example/{number}" for number in range(6)]


def capture(url: str) -> Capture:
    return Capture(url, NOW + timedelta(minutes=URLS.index(url)), 200, (), url.encode() * 300)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of six captures, the last three are in the file and not yet in the index: their writer was killed."""
    live, left = tmp_path / "live", tmp_path / "archive"
    with Archive(live) as archive:
        for url in URLS[:3]:
            archive.keep(capture(url))
        archive.recorded()
        for url in URLS[3:]:
            archive.keep(capture(url))
        shutil.copytree(live, left)
    return left


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the system says so; whoever runs the tests may be allowed everything."""
    monkeypatch.setattr("store.files.writable", lambda path: False)
    monkeypatch.setattr("store.archive.shared.may_become", lambda path: False)


def bytes_of(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def as_left(folder: Path) -> None:
    assert (folder / "index.db-wal").stat().st_size


def closed(folder: Path) -> None:
    Archive(folder).close()
    assert not (folder / "index.db-wal").exists()


def without_log(folder: Path) -> None:
    """What the index knows stands in a write-ahead log whose other half is gone."""
    (folder / "index.db-shm").unlink()


def without_index(folder: Path) -> None:
    for path in folder.glob("index.db*"):
        path.unlink()


def torn_index(folder: Path) -> None:
    without_index(folder)
    (folder / "index.db").write_bytes(b"no index" * 700)


def torn_end(folder: Path) -> None:
    with next(folder.glob("*.warc.gz")).open("ab") as out:
        out.write(b"\x1f\x8b\x08half a record")


def left_part(folder: Path) -> None:
    (folder / "dure-1.warc.gz.part").write_bytes(b"a copy that was not finished")


@pytest.mark.parametrize("how", [as_left, closed, without_log, without_index, torn_index, torn_end, left_part])
def test_all_that_its_files_hold_is_found_and_nothing_changes(folder: Path, how: Callable[[Path], None]) -> None:
    how(folder)
    before = bytes_of(folder)
    with read_archive(folder) as archive:
        assert [entry.url for entry in archive.entries()] == URLS
        assert [archive.read(archive.find(url)[0]).body for url in URLS] == [url.encode() * 300 for url in URLS]
        [(name, size)] = archive.recorded().items()
    assert {name: digest for name, digest in bytes_of(folder).items() if not name.endswith("-shm")} == {
        name: digest for name, digest in before.items() if not name.endswith("-shm")
    }, "but for the memory that SQLite shares, where a write-ahead log is there"
    with Archive(folder) as opened:
        assert opened.recorded() == {name: size}, "as far as the records are whole"


def test_what_it_has_lost_is_said_here_too(folder: Path) -> None:
    closed(folder)
    path = next(folder.glob("*.warc.gz"))
    path.write_bytes(path.read_bytes()[:-2000])
    before = bytes_of(folder)
    with pytest.raises(ArchiveError, match=r"is shorter than its index knows it: .* lost\. Nothing was changed"):
        read_archive(folder)
    assert bytes_of(folder) == before


def test_nothing_is_kept_or_removed_in_it(folder: Path) -> None:
    closed(folder)
    before = bytes_of(folder)
    with read_archive(folder) as archive:
        for change in (
            lambda: archive.keep(Capture("http://paper.example/new", NOW, 200)),
            lambda: archive.purge(NOW + timedelta(days=1)),
            lambda: archive.forget(URLS[0]),
        ):
            with pytest.raises(ArchiveError, match="opened to be read only"):
                change()
    assert bytes_of(folder) == before


def test_of_one_on_shared_storage_nothing_is_carried_over(folder: Path, tmp_path: Path) -> None:
    address = (tmp_path / "shared").as_uri()
    with open_archive(tmp_path / "other", address) as archive:
        archive.keep(Capture("http://paper.example/other", NOW, 200, (), b"of another worker"))
    closed(folder)
    before, there = bytes_of(folder), bytes_of(tmp_path / "shared")
    with read_archive(folder, address) as archive:
        assert isinstance(archive, SharedArchive)
        assert archive.read(archive.find("http://paper.example/other")[0]).body == b"of another worker"
        assert archive.read(archive.find(URLS[5])[0]).body == URLS[5].encode() * 300
    assert (bytes_of(folder), bytes_of(tmp_path / "shared")) == (before, there)
