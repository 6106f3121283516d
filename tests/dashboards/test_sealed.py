"""A file that nobody wrote to since the manifest is taken at its word; of any other the bytes are read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dashboards.site import sealed
from dashboards.site.sealed import MANIFEST, Sealed, files, fingerprint, object_of_lines

NAMES = ("digest.db", "events/e1.html", "index.html")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    (tmp_path / "events").mkdir()
    for name in NAMES:
        (tmp_path / name).write_text(f"글 {name}", encoding="utf-8")
        os.utime(tmp_path / name, ns=(0, 1_000))
    seals = {name: fingerprint(tmp_path / name) for name in files(tmp_path)}
    (tmp_path / MANIFEST).write_text(json.dumps({"files": seals}), encoding="utf-8")
    os.utime(tmp_path / MANIFEST, ns=(0, 2_000))
    return tmp_path


def test_files_as_they_were_are_not_read(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(sealed, "fingerprint")
    assert files(release) == list(NAMES)
    assert all(Sealed(release).sound(name) for name in NAMES)


def test_a_file_written_to_since_is_read(release: Path) -> None:
    page = release / "index.html"
    os.utime(page)
    assert Sealed(release).sound("index.html"), "the same bytes"
    page.write_bytes(page.read_bytes()[::-1])
    assert not Sealed(release).sound("index.html"), "as many others"
    page.write_text("더 긴 글로 고침", encoding="utf-8")
    os.utime(page, ns=(0, 1_000))
    assert not Sealed(release).sound("index.html"), "more of them"


def test_what_is_not_there_or_not_named_is_not_sound(release: Path) -> None:
    (release / "index.html").unlink()
    (release / "more.html").write_text("", encoding="utf-8")
    assert not any(Sealed(release).sound(name) for name in ("index.html", "more.html"))
    (release / MANIFEST).unlink()
    assert not Sealed(release).sound("digest.db")


def test_an_object_of_lines_is_the_object() -> None:
    for many in ({}, {"가/나.html": {"bytes": 1}, 'b"': [1, "\n"]}):
        assert json.loads(object_of_lines(many)) == many
