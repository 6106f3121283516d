"""An archive on shared storage in a backup, under the doctor and read again."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pytest
from homes import digest  # type: ignore[import-not-found]
from typer.testing import CliRunner

from pipelines.cli import app
from pipelines.settings import Settings, load
from store.archive import Archive, carried, open_archive


@pytest.fixture
def shared(shared_storage: str, settings: Settings) -> Settings:
    """The home of a whole run, its archive carried over."""
    open_archive(settings.archive_folder, shared_storage).close()
    return load(home=settings.home, catalogue=settings.catalogue, archive=shared_storage)


def dure(shared: Settings, *words: str, home: Path | None = None) -> tuple[int, str]:
    """Exit code, and what was said."""
    given = ["--home", str(home or shared.home)]
    more = [] if words[0] == "restore" else ["--catalogue", str(shared.catalogue)]
    done = CliRunner().invoke(app, [*words, *given, *more], env={"DURE_ARCHIVE": shared.archive})
    return done.exit_code, done.output


def test_a_backup_says_what_it_leaves_out_or_fetches_it(shared: Settings, tmp_path: Path) -> None:
    code, said = dure(shared, "backup", str(tmp_path / "without"))
    assert (code, list((tmp_path / "without" / "archive").iterdir())) == (0, [])
    assert "on shared storage is not in this backup" in said
    code, said = dure(shared, "backup", str(tmp_path / "with"), "--whole-archive")
    assert code == 0 and "not in this backup" not in said
    there = {path.name: path.stat().st_size for path in (tmp_path / "with" / "archive").iterdir()}
    assert there == carried(shared.archive) != {}
    code, _ = dure(shared, "restore", str(tmp_path / "with"), home=tmp_path / "new")
    assert code == 0 and digest(tmp_path / "new") == digest(shared.home)
    with Archive(tmp_path / "new" / "archive") as copy, open_archive(shared.archive_folder, shared.archive) as first:
        assert [e.record_id for e in copy.entries()] == [e.record_id for e in first.entries()]


def test_what_was_not_carried_over_is_in_every_backup(shared: Settings, tmp_path: Path) -> None:
    (name,) = carried(shared.archive)
    left = fsspec.open(f"{shared.archive}/{name}").open().read()
    (shared.archive_folder / "dure-20261126000000-0001-left.warc.gz").write_bytes(left)
    assert dure(shared, "backup", str(tmp_path / "without"))[0] == 0
    assert [p.name for p in (tmp_path / "without" / "archive").iterdir()] == ["dure-20261126000000-0001-left.warc.gz"]
    assert carried(shared.archive).keys() == {name}, "a backup carries nothing over"


def test_the_doctor_asks_the_storage_for_its_files(shared: Settings) -> None:
    code, said = dure(shared, "doctor")
    assert code == 0 and "only names and sizes were looked at" in said, said
    for path in shared.archive_folder.glob("index.db*"):
        path.unlink()
    assert "index.db is missing" in dure(shared, "doctor")[1]
    code, said = dure(shared, "doctor", "--repair")
    assert code == 0 and "Everything agrees." in said, said
    with open_archive(shared.archive_folder, shared.archive) as archive:
        assert archive.entries()
    storage, root = fsspec.core.url_to_fs(shared.archive)
    (name,) = carried(shared.archive)
    storage.rm_file(f"{root}/{name}")
    code, said = dure(shared, "doctor")
    assert code == 1 and f"{name} is gone" in said and "backup" in said


def test_it_is_read_again(shared: Settings) -> None:
    processes = "1" if shared.archive.startswith("memory") else "2"  # a process's memory is its own
    code, said = dure(shared, "reread", "--processes", processes)
    assert code == 0 and "49 articles read again, 0 of them differ" in said, said
    assert "not in the archive" not in said
