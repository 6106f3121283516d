"""The values at the archive's door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

Kind = Literal["response", "revisit"]
Headers = tuple[tuple[str, str], ...]


class ArchiveError(Exception):
    """The archive, or a recording, cannot be used; one sentence: what, where, what to do."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer of a server, as served.

    `body` still has its Content-Encoding. `asked` is the address a round asked for, where a
    redirect led from it to `url`. `at` is aware.
    """

    url: str
    at: datetime
    status: int
    headers: Headers = ()
    body: bytes = b""
    reason: str = ""
    request_headers: Headers = ()
    source_id: str = ""
    round_id: str = ""
    asked: str = ""

    def header(self, name: str) -> str:
        """The first header of that name, any case; empty where there is none."""
        return next((v for k, v in self.headers if k.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one capture lies. A revisit's body lies with the earlier capture of the same digest."""

    url: str
    at: datetime
    kind: Kind
    digest: str  # of the payload: sha1:BASE32
    record_id: str
    file: str
    offset: int
    length: int
    source_id: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """What a purge took away."""

    captures: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in an archive file."""

    file: str
    offset: int
    record: int  # counts from 1
    what: str

    def __str__(self) -> str:
        return f"{self.file}: record {self.record} at byte {self.offset}: {self.what}"


def stamp(at: datetime) -> str:
    """A WARC-Date, in UTC; with a fraction where there is one (WARC 1.1 allows it)."""
    return at.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"


def moment(warc_date: str) -> datetime:
    """The aware datetime of a WARC-Date. Raises ValueError."""
    at = datetime.fromisoformat(warc_date.strip().replace("Z", "+00:00"))
    return at if at.tzinfo else at.replace(tzinfo=UTC)
