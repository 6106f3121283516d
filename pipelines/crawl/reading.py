"""Response → Page → Reading: the one way any answer is read, live, replayed or for `dure parse`."""

from __future__ import annotations

from dataclasses import replace

from pipelines.crawl.response import Response
from sources.catalogue import Source
from sources.decode import decode
from sources.page import Page, Reading
from sources.reading import read
from store.counted import counted


def page_of(response: Response) -> Page:
    """The decoded page of an answer."""
    decoded = decode(response.body, response.content_type)
    return Page(
        url=response.url,
        final_url=response.final_url,
        status=response.status,
        content_type=response.content_type,
        text=decoded.text,
        fetched_at=response.fetched_at,
        encoding=decoded.encoding,
        replaced=decoded.replaced,
        headers=response.named(),
    )


def read_response(response: Response, source: Source | None) -> Reading:
    """What an answer says; refusals are values. Characters that could not be decoded are told in `detail`."""
    page = page_of(response)
    reading = read(page, source)
    if not page.replaced:
        return reading
    note = f"{counted(page.replaced, 'character')} could not be decoded as {page.encoding}"
    return replace(reading, detail="; ".join(filter(None, (reading.detail, note))))
