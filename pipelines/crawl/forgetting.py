"""A document forgotten everywhere: in the store, in what we remember of its addresses, in the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from pipelines.crawl.addresses import BadAddress, clean
from pipelines.crawl.keeping import short_key
from sources.recognise import key_of
from store import forgetting
from store.archive import Archive
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
