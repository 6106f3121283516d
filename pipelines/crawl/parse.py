"""Rows of `dure parse`: what pages say, in the order of the index, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipelines.crawl.bodies import MAX_BODY
from pipelines.crawl.reading import read_response
from pipelines.crawl.recording import ReplayError, recorded
from pipelines.crawl.response import Failure, Response
from sources.catalogue import Source, for_host
from sources.page import Reading, Reason

_REFUSED_AS = {Failure.TOO_LARGE: Reason.NOT_A_PAGE, Failure.INCOMPLETE: Reason.EMPTY}


def parse_index(index_path: Path, sources: Mapping[str, Source] | None = None) -> Iterator[dict[str, Any]]:
    """One row a page: {"file", "url", "kind", "family", "canonical_key", "refusal", "article", "listing"}.

    `sources`: the outlets (default: the catalogue). Raises ReplayError (file, line) where the index cannot be read.
    """
    for one in recorded(index_path):
        yield _row(one.file, one.response, sources)


def parse_file(url: str, path: Path, sources: Mapping[str, Source] | None = None) -> dict[str, Any]:
    """The row of one saved page, read as if fetched from `url` when the file was saved.

    Raises ReplayError where the file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            body = stream.read(MAX_BODY + 1)
        at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise ReplayError(f"{path} cannot be read ({error.strerror or error}).") from error

    failure = Failure.TOO_LARGE if len(body) > MAX_BODY else None
    detail = f"more than {MAX_BODY / 2**20:g} MB" if failure else ""
    response = Response(url, url, at, 200, (), body, failure=failure, detail=detail)
    return _row(path.name, response, sources)


def _row(file: str, response: Response, sources: Mapping[str, Source] | None) -> dict[str, Any]:
    if response.failure is not None:
        reason = _REFUSED_AS.get(response.failure, Reason.NOT_A_PAGE)
        reading = Reading("unknown", "refusal", refusal=reason, detail=response.detail)
    else:
        reading = read_response(response, for_host(response.final_url, sources))
    return {"file": file, "url": response.url, **reading.as_row()}
