"""`manifest.json`: what a release holds, what was checked, and a fingerprint of every file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dashboards.site.digest import Digest
from dashboards.site.sealed import MANIFEST, Sealed, dumps, files, fingerprint, object_of_lines, read_json
from pipelines.publish.check import PROMISED, Breach
from pipelines.publish.tables import TABLES

NAME = MANIFEST
CHECKED = (*PROMISED, "expected")


def counts(digest: Digest) -> dict[str, int]:
    """Rows of every table."""
    return {table.name: int(digest.one(f'SELECT count(*) FROM "{table.name}"')) for table in TABLES}


def write(
    digest: Digest, folder: Path, breaches: Iterable[Breach], forced: bool, last: Path | None, code: str = "",
    seals: Mapping[str, Any] | None = None, sums: Mapping[str, int] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Write the manifest of a finished folder (it does not list itself) and return it.

    `last`: the release it follows, whose fingerprints those of the files it took over are; `code`: a fingerprint of
    what made it; `seals`: the fingerprints of all others; `sums`: what its version is made of (`digestdb.Written`).
    """
    found, known = list(breaches), {**(read(last).get("files", {}) if last else {}), **(seals or {})}
    manifest = {
        "name": "dure-digest",
        "version": digest.version,
        "schema_version": digest.schema_version,
        "as_of": digest.today.isoformat(),
        "previous": last.name if last else None,
        "code": code,
        "forced": forced,
        "counts": counts(digest),
        "sums": {table: f"{value:064x}" for table, value in sorted((sums or {}).items())},
        "checks": [{"promise": name, "kept": not any(b.promise == name for b in found)} for name in CHECKED],
        "breaches": [{"promise": b.promise, "what": b.what, "stops": b.stops} for b in found],
        "files": {name: known[name] for name in files(folder)},
    }
    _put(folder / NAME, manifest)
    return manifest


def _put(path: Path, manifest: Mapping[str, Any]) -> None:
    lines = (f"{dumps(key)}: {object_of_lines(v) if key == 'files' else dumps(v)}" for key, v in manifest.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def read(release: Path) -> dict[str, Any]:
    """The manifest of a release; empty where it has none that can be read."""
    return read_json(release / NAME)


def sums(release: Path) -> dict[str, int]:
    """What the version of a release is made of; empty where it does not say."""
    return {table: int(value, 16) for table, value in read(release).get("sums", {}).items()}


def carries_on(release: Path, code: str, least: int) -> bool:
    """Whether the next release can begin with the digest of this one: the same code made it, it holds at
    least so many articles, and nobody wrote into it."""
    return read(release).get("code") == code and articles(release) >= least and Sealed(release).sound("digest.db")


def articles(release: Path) -> int:
    """How many it holds; 0 where it does not say."""
    return int(read(release).get("counts", {}).get("article", 0))


def amend(folder: Path, written: Iterable[str], more: dict[str, Any]) -> None:
    """The manifest that a copied folder brought, with some files written anew. It is replaced, never written into."""
    path = folder / NAME
    manifest = json.loads(path.read_text(encoding="utf-8")) | more
    manifest["files"] |= {name: fingerprint(folder / name) for name in written}
    manifest["files"] = dict(sorted(manifest["files"].items()))
    path.unlink()  # it shares its bytes with the release it was copied from
    _put(path, manifest)
