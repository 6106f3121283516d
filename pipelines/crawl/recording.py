"""A folder of recorded pages: `index.jsonl`, one JSON object a page, and the bodies as served beside it.

Fields that are read: file, url, final_url, status, location, content_type, fetched_at. All others (gold among
them) are never looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pipelines.crawl.bodies import MAX_BODY
from pipelines.crawl.response import Failure, Response
from store.shelf import storable

READ = frozenset({"file", "url", "final_url", "status", "location", "content_type", "fetched_at"})
SEOUL = ZoneInfo("Asia/Seoul")


class ReplayError(Exception):
    """A recording cannot be used: one sentence naming the file and the record."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One line of an index: which file, and the answer it records."""

    file: str
    response: Response


def recorded(index: Path) -> Iterator[Recorded]:
    """The answers of a folder, in the order of its index. A body that cannot be read is a failure of that page.

    A line without `fetched_at` counts as fetched with the newest that says when. Raises ReplayError where the
    index itself cannot be read; everything before that line has been given.
    """
    unsaid = _newest(index)
    for number, line in _lines(index):
        row = _row(index, number, line)
        yield Recorded(row["file"], _response(index, number, row, unsaid))


def in_time(index: Path) -> Iterator[Recorded]:
    """The same answers in the order of their time, as they came when they were live.

    Raises ReplayError as `recorded` does, after everything before the broken line has been given.
    """
    unsaid = _newest(index)
    rows: list[tuple[datetime, int, dict[str, Any]]] = []
    broken: ReplayError | None = None
    try:
        for number, line in _lines(index):
            row = {name: value for name, value in _row(index, number, line).items() if name in READ}
            rows.append((_moment(row.get("fetched_at"), f"{index}, line {number}") or unsaid, number, row))
    except ReplayError as error:
        broken = error
    for _, number, row in sorted(rows, key=lambda one: one[:2]):
        yield Recorded(row["file"], _response(index, number, row, unsaid))
    if broken is not None:
        raise broken


def _lines(index: Path) -> Iterator[tuple[int, str]]:
    try:
        with index.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield number, line
    except FileNotFoundError:
        raise ReplayError(f"{index} does not exist; give the index.jsonl of a folder of recorded pages.") from None
    except UnicodeDecodeError as error:
        raise ReplayError(f"{index} is not UTF-8 text ({error.reason} at byte {error.start}).") from error
    except OSError as error:
        raise ReplayError(f"{index} cannot be read ({error.strerror or error}).") from error


def _row(index: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReplayError(f"{index}, line {number}: not JSON ({error}).") from error
    if not isinstance(row, dict):
        raise ReplayError(f"{index}, line {number}: not a JSON object.")
    for name in ("file", "url"):
        if not isinstance(row.get(name), str) or not row[name]:
            raise ReplayError(f"{index}, line {number}: «{name}» is missing; it must be text.")
    return row


def _response(index: Path, number: int, row: dict[str, Any], unsaid: datetime) -> Response:
    where = f"{index}, line {number}"
    headers = [(name, row.get(key)) for name, key in (("content-type", "content_type"), ("location", "location"))]
    status = row.get("status", 200)
    if not isinstance(status, int) or isinstance(status, bool):
        raise ReplayError(f"{where}: «status» is {status!r}; it must be a number.")
    at = _moment(row.get("fetched_at"), where) or unsaid
    url, final_url = (storable(str(row.get(name) or row["url"])) for name in ("url", "final_url"))
    said = tuple((name, value) for name, value in headers if isinstance(value, str))
    body = _body(index.parent, row["file"])
    if isinstance(body, str):
        return Response(url, final_url, at, failure=Failure.INCOMPLETE, detail=body)
    if len(body) > MAX_BODY:
        detail = f"more than {MAX_BODY / 2**20:g} MB"
        return Response(url, final_url, at, status, said, failure=Failure.TOO_LARGE, detail=detail)
    return Response(url, final_url, at, status, said, body, body)


def _body(folder: Path, name: str) -> bytes | str:
    """The bytes of a page, or why there are none."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        return f"{name} lies outside the recording's folder"
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BODY + 1)
    except (OSError, ValueError) as error:
        return f"{path} cannot be read ({getattr(error, 'strerror', None) or error})"


def _moment(said: object, where: str) -> datetime | None:
    if said is None or said == "":
        return None
    try:
        at = datetime.fromisoformat(str(said))
    except ValueError:
        raise ReplayError(f"{where}: «fetched_at» is {said!r}; it must be an ISO 8601 time.") from None
    return at if at.tzinfo else at.replace(tzinfo=SEOUL)


def _newest(index: Path) -> datetime:
    """What stands for a missing `fetched_at`: the same on every run over the same recording."""
    newest: datetime | None = None
    try:
        for number, line in _lines(index):
            at = _moment(_row(index, number, line).get("fetched_at"), f"{index}, line {number}")
            newest = max(newest, at) if newest and at else newest or at
    except ReplayError:
        if not index.is_file():
            raise
        # said again, in its place, when that line is read
    return newest or datetime.fromtimestamp(int(index.stat().st_mtime), UTC)
