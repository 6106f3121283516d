"""A recording in the network's place, asked address by address: for `dure add` and `dure sources try`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pipelines.crawl.recording import ReplayError
from pipelines.crawl.replay import responses
from pipelines.crawl.response import Failure, Response
from sources.address import parse
from sources.families import FAMILIES


class RecordedSite:
    """The recorded answers of the site of one address (all sites where it is empty). An `Exchange` of `polite`."""

    def __init__(self, recording: Path, address: str = "") -> None:
        site = parse(address).site
        self._answers: dict[str, Response] = {}
        self._folded: dict[str, Response] = {}
        for answer in responses(recording):
            if site in ("", parse(answer.final_url).site, parse(answer.url).site):
                self._note(answer)
        if not self._answers:
            raise ReplayError(f"{recording} holds no page of {site}; give the recording in which it was asked.")

    def _note(self, answer: Response) -> None:
        """Recordings keep an answer with the address that was asked for; the network would have redirected."""
        for url in dict.fromkeys((answer.final_url, answer.url)):
            there = answer if url == answer.final_url else _redirect(answer)
            self._answers[url] = there
            for name in _names(url):
                self._folded.setdefault(name, there)

    def exchange(
        self, url: str, *, headers: Mapping[str, str] | None = None, tls: str = "strict", head: int | None = None
    ) -> Response:
        """What was recorded for an address, or for another one of the same document; no robots.txt: all is open."""
        known = self._answers.get(url) or next((self._folded[n] for n in _names(url) if n in self._folded), None)
        if known is not None:
            return replace(known, url=url, final_url=url)
        now = datetime.now(UTC)
        if parse(url).path == "/robots.txt":
            return Response(url, url, now, 404)
        return Response(url, url, now, failure=Failure.NOT_RECORDED, detail="not in the recording")


def _redirect(answer: Response) -> Response:
    return Response(answer.url, answer.url, answer.fetched_at, 302, (("location", answer.final_url),))


def _names(url: str) -> list[str]:
    """The address without www. and scheme, and the keys that engines would give its document."""
    there = parse(url)
    keys = (family.key(url) for family in FAMILIES)
    return [f"{there.site}{there.path.rstrip('/')}?{sorted(there.query.items())}", *filter(None, keys)]
