"""`manifest.json`: what a release holds, what was checked, and a fingerprint of every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dashboards.site.digest import Digest
from pipelines.publish.check import PROMISES, Breach
from pipelines.publish.tables import TABLES

NAME = "manifest.json"


def counts(digest: Digest) -> dict[str, int]:
    """Rows of every table."""
    return {table.name: int(digest.one(f'SELECT count(*) FROM "{table.name}"')) for table in TABLES}


def write(
    digest: Digest, folder: Path, breaches: Iterable[Breach], forced: bool, previous: str | None
) -> dict[str, Any]:
    """Write the manifest of a finished folder (it does not list itself) and return it."""
    found = list(breaches)
    manifest = {
        "name": "dure-digest",
        "version": digest.version,
        "schema_version": digest.schema_version,
        "as_of": digest.today.isoformat(),
        "previous": previous,
        "forced": forced,
        "counts": counts(digest),
        "checks": [{"promise": p.__name__, "kept": not any(b.promise == p.__name__ for b in found)} for p in PROMISES],
        "breaches": [{"promise": b.promise, "what": b.what, "stops": b.stops} for b in found],
        "files": {str(path.relative_to(folder)): fingerprint(path) for path in files(folder)},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
    return manifest


def amend(folder: Path, written: Iterable[str], more: dict[str, Any]) -> None:
    """The manifest that a copied folder brought, with some files written anew. It is replaced, never written into."""
    path = folder / NAME
    manifest = json.loads(path.read_text(encoding="utf-8")) | more
    manifest["files"] |= {name: fingerprint(folder / name) for name in written}
    manifest["files"] = dict(sorted(manifest["files"].items()))
    path.unlink()  # it shares its bytes with the release it was copied from
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)


def fingerprint(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}
