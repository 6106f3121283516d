"""Redirects, followed by ourselves: every step is checked, counted and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from pipelines.crawl.addresses import BadAddress, join
from pipelines.crawl.response import Failure, Hop, Response

MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})

Exchange = Callable[[str, Mapping[str, str]], Response]
"""(address, request headers) → the answer of that one address."""


def follow(exchange: Exchange, url: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer at the end of at most five redirects; `hops` tells the way.

    Validators are only sent to the address they came from: after a redirect they mean nothing.
    """
    at, hops, seen = url, list[Hop](), {url}
    answer = exchange(at, headers or {})
    while answer.failure is None and answer.status in REDIRECTS:
        hops.append(Hop(at, answer.status, answer.headers, answer.fetched_at))
        try:
            at = join(at, answer.header("location"))
        except BadAddress as error:
            return _lost(answer, url, hops, f"leads to an address that {error}")
        if at in seen:
            return _lost(answer, url, hops, f"leads in a circle, back to {at}")
        if len(hops) > MAX_REDIRECTS:
            return _lost(answer, url, hops, f"more than {MAX_REDIRECTS} redirects")
        seen.add(at)
        answer = exchange(at, {})
    return replace(answer, url=url, final_url=at, hops=tuple(hops)) if hops or answer.url != url else answer


def _lost(answer: Response, url: str, hops: list[Hop], detail: str) -> Response:
    return replace(answer, url=url, hops=tuple(hops), failure=Failure.REDIRECTS, detail=detail)
