"""A story of its articles: who leads, and what most of its tellings say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipelines.publish.edition import Reading, Story
from pipelines.publish.gathered import Told


def story(told: Sequence[Told]) -> Story:
    """A story of its articles, the earliest first telling leading.

    Region, kind and sectors as most of its tellings say; of `link` sources nothing is said.
    """
    told = sorted(
        told,
        key=lambda t: (
            t.article.reprint, t.role != "original", str(t.article.published_at or t.article.first_seen_on),
            t.article.id,
        ),
    )  # fmt: skip
    read = [t.reading for t in told if not t.quiet]
    places = Counter((r.sido, r.sigungu) for r in read if r.sido)
    kinds = Counter(r.item_kind for r in read if r.item_kind)
    sido, sigungu = places.most_common(1)[0][0] if places else (None, None)
    kind = kinds.most_common(1)[0][0] if kinds else None
    return Story(told[0].story, tuple(t.article for t in told), sido, sigungu, kind, common_sectors(read))


def common_sectors(read: Sequence[Reading]) -> tuple[str, ...]:
    """Sectors that at least half of the readings give."""
    counts = Counter(sector for r in read for sector in r.sectors)
    return tuple(sorted(sector for sector, n in counts.items() if 2 * n >= len(read)))
