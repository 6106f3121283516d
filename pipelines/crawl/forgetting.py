"""A document forgotten everywhere: in the store, in what we remember of its addresses, in the archive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from pipelines.crawl.addresses import BadAddress, clean
from pipelines.crawl.keeping import short_key
from sources.recognise import key_of
from store import forgetting
from store.archive import Archive, Entry
from store.bulk import batches
from store.session import Store


@dataclass(frozen=True, slots=True)
class Gone:
    """What was removed."""

    articles: int
    revisions: int
    addresses: int
    captures: int

    @property
    def any(self) -> bool:
        return bool(self.articles or self.addresses or self.captures)


def host_in(name: str) -> str:
    """The host that is meant by «paper.kr»; empty for an address, a key or a word."""
    said = name.strip().lower()
    return said if re.fullmatch(r"[a-z0-9가-힣-]+(?:\.[a-z0-9가-힣-]+)+", said) else ""


def count_of(store: Store, archive: Archive, host: str) -> tuple[int, int]:
    """(addresses, captures) that forgetting a host would remove."""
    with store.begin() as session:
        return len(forgetting.addresses_at(session, _names(host))), len(_captures(archive, host))


def forget_host(store: Store, archive: Archive, host: str) -> Gone:
    """Forget every document at a host, with and without «www.». What it publishes later is new: disable its source."""
    now, articles, revisions, addresses = datetime.now(UTC), 0, 0, 0
    with store.begin() as session:
        for urls in batches(forgetting.addresses_at(session, _names(host))):
            gone = forgetting.forget(session, urls, now)
            articles, revisions = articles + gone.articles, revisions + gone.revisions
            addresses += len(gone.urls)
    return Gone(articles, revisions, addresses, archive.remove(_captures(archive, host)).captures)


def _names(host: str) -> tuple[str, str]:
    bare = host.removeprefix("www.")
    return bare, f"www.{bare}"


def _captures(archive: Archive, host: str) -> list[Entry]:
    names = set(_names(host))
    return [e for e in archive.entries() if {urlsplit(e.url).hostname, urlsplit(e.asked).hostname} & names]


def forget(store: Store, archive: Archive, name: str) -> Gone:
    """Forget the document at an address, or with a canonical key. The store goes first: a kill in between leaves
    captures that a second call removes."""
    try:
        url = clean(name)
    except BadAddress:
        url = name.strip()
    key = key_of(url) or ""
    with store.begin() as session:
        gone = forgetting.forget(session, (url, short_key(key)), datetime.now(UTC))
    urls = {url, *gone.urls}
    captures = sum(archive.forget(one).captures for one in sorted(urls))
    return Gone(gone.articles, gone.revisions, len(gone.urls), captures)
