"""The archive on shared storage: two workers with folders of their own over one place that fsspec reaches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.archive import ArchiveError, Capture, SharedArchive, carried, open_archive, replay

AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


@pytest.fixture
def address(shared_storage: str) -> str:
    return shared_storage


def capture(number: int, body: bytes = b"", minutes: int = 0) -> Capture:
    url = f"https://gaon.test/news/{number}"
    headers = (("Content-Type", "text/html"),)
    text = body or f"<p>{number}번째 소식</p>".encode() * 40
    return Capture(url, AT + timedelta(minutes=minutes), 200, headers, text, source_id="gaon")


def test_two_workers_read_what_each_other_kept(tmp_path: Path, address: str) -> None:
    for worker, numbers in (("one", range(5)), ("two", range(5, 12))):
        with open_archive(tmp_path / worker, address) as archive:
            for n in numbers:
                archive.keep(capture(n))
        assert list((tmp_path / worker).glob("*.warc.gz")) == [], "carried over when it was closed"
    with open_archive(tmp_path / "one", address) as archive:
        assert [archive.read(archive.find(capture(n).url)[0]).body for n in range(12)] == [
            capture(n).body for n in range(12)
        ]
        assert len(archive.entries()) == 12
        assert list(archive.check()) == []


def test_an_answer_given_again_is_not_kept_twice(tmp_path: Path, address: str) -> None:
    """Also where its file has been carried over: the index of the worker goes on knowing it."""
    for minutes in (0, 0, 30):
        with open_archive(tmp_path / "one", address) as archive:
            archive.keep(capture(1, minutes=minutes))
    with open_archive(tmp_path / "one", address) as archive:
        first, again = archive.find(capture(1).url)
        assert (first.kind, again.kind) == ("response", "revisit")
        assert archive.read(again).body == capture(1).body


def test_forgetting_reaches_the_files_of_other_workers(tmp_path: Path, address: str) -> None:
    with open_archive(tmp_path / "one", address) as archive:
        archive.keep(capture(1))
        archive.keep(capture(2))
    with open_archive(tmp_path / "two", address) as other:
        assert other.forget(capture(1).url).captures == 1
    with open_archive(tmp_path / "one", address) as archive:
        assert archive.find(capture(1).url) == []
        assert archive.read(archive.find(capture(2).url)[0]).body == capture(2).body
        assert archive.forget(capture(2).url).captures == 1
    with open_archive(tmp_path / "three", address) as archive:
        assert archive.entries() == []


def test_a_replay_has_everything(tmp_path: Path, address: str) -> None:
    with open_archive(tmp_path / "one", address) as archive:
        for n in range(3):
            archive.keep(capture(n, minutes=n))
    with open_archive(tmp_path / "two", address) as archive:
        archive.keep(capture(3, minutes=3))
        assert isinstance(archive, SharedArchive)
        (tmp_path / "copy").mkdir()
        archive.bring(tmp_path / "copy")
    assert [c.url for c in replay(tmp_path / "copy")] == [capture(n).url for n in range(4)]


def test_what_was_not_carried_over_by_a_killed_worker_is_carried_by_the_next(tmp_path: Path, address: str) -> None:
    archive = open_archive(tmp_path / "one", address)
    archive.keep(capture(1))
    archive._finish_file()  # as a kill leaves it: the file lies in the folder, the archive was never closed
    with open_archive(tmp_path / "one", address):
        pass
    with open_archive(tmp_path / "two", address) as other:
        assert other.read(other.find(capture(1).url)[0]).body == capture(1).body


def test_a_place_that_cannot_be_reached_is_one_sentence_without_the_password(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ArchiveError, match="DURE_ARCHIVE"):
        open_archive(tmp_path / "one", f"file://{tmp_path}/file/shared")
    with pytest.raises(ArchiveError, match="DURE_ARCHIVE") as told:
        open_archive(tmp_path / "one", "nowhere://me:geheim@host/archive")
    assert "geheim" not in str(told.value)


def test_a_shorter_file_of_the_same_name_takes_nothing_away(tmp_path: Path, address: str) -> None:
    """As a restored backup brings it, which was made before the file was whole."""
    with open_archive(tmp_path / "one", address) as archive:
        archive.keep(capture(1))
        (path,) = (tmp_path / "one").glob("*.warc.gz")
        early = path.read_bytes()
        archive.keep(capture(2))
    whole = carried(address)
    (tmp_path / "restored").mkdir()
    (tmp_path / "restored" / path.name).write_bytes(early)
    open_archive(tmp_path / "restored", address).close()
    assert list((tmp_path / "restored").glob("*.warc.gz")) == []
    assert carried(address) == whole
    with open_archive(tmp_path / "two", address) as other:
        assert {e.url for e in other.entries()} == {capture(1).url, capture(2).url}


def test_what_holds_still_looks_for_nothing_new(tmp_path: Path, address: str) -> None:
    with open_archive(tmp_path / "one", address) as archive:
        archive.keep(capture(1))
    reader = open_archive(tmp_path / "reader", address)
    reader.hold_still()
    with open_archive(tmp_path / "one", address) as archive:
        archive.keep(capture(2))
    assert reader.read(reader.find(capture(1).url)[0]).body == capture(1).body
    assert reader.find(capture(2).url) == []
    reader.close()
