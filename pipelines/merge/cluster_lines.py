"""`dure cluster`: texts on lines → story and event of each, without a store.

Events are linked from the texts alone, with the findings as further evidence, so that a document in
which no event was found still joins the event it tells of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pipelines.merge.articles import LIVE_DAYS, fact_keys, judge
from pipelines.merge.candidates import by_keys
from pipelines.merge.evidence import Evidence
from pipelines.merge.ids import founder, mint
from pipelines.merge.same_event import FARTHEST_DAYS, same_event
from pipelines.merge.stories import groups
from pipelines.merge.texts import Listed, Text, read
from store.records import Document, Findings, Judgement

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def cluster_lines(items: Sequence[Mapping[str, Any]], read: Callable[[Document], Findings]) -> list[dict[str, str]]:
    """{id, cluster_id, event_key} of each item, in the order of the items.

    Items have id, title, text and, where known, outlet and published_at (ISO 8601); other fields are
    not looked at. Raises ValueError with one sentence where an item has no id or a time is no time.
    """
    texts = [_text(item, read) for item in items]
    published = {t.id: t.published_at for t in texts}
    words = [_judgement(w.left, w.right, w.said.verdict, w.said.score, w.by) for w in judge(Listed(texts))]
    stories = groups(published, words)
    events = groups(published, [*_held_together(stories), *_event_words(texts, stories)])
    story_of = {m: mint("st", founder(g, published)) for g in stories for m in g}
    event_of = {m: mint("ev", founder(g, published)) for g in events for m in g}
    return [{"id": t.id, "cluster_id": story_of[t.id], "event_key": event_of[t.id]} for t in texts]


def _text(item: Mapping[str, Any], read: Callable[[Document], Findings]) -> Text:
    if not item.get("id"):
        raise ValueError("A line has no «id»; every line needs id, title and text.")
    try:
        published = datetime.fromisoformat(item["published_at"]) if item.get("published_at") else None
    except (TypeError, ValueError):
        raise ValueError(f"{item['id']}: «published_at» is no ISO 8601 time: {item['published_at']!r}.") from None
    outlet, title, text = (str(item.get(name) or "") for name in ("outlet", "title", "text"))
    document = Document(id=str(item["id"]), channel="news", title=title, text=text, published_at=published)
    return Text(document.id, outlet, title, text, published, read(document))


def _held_together(stories: Sequence[frozenset[str]]) -> Iterator[Judgement]:
    for story in stories:
        first, *others = sorted(story)
        for other in others:
            yield _judgement(first, other, "same", 1.0, "rule:story")


def _event_words(texts: Sequence[Text], stories: Sequence[frozenset[str]]) -> Iterator[Judgement]:
    """Words on pairs of different stories that share a day or a title."""
    story = {m: n for n, group in enumerate(stories) for m in group}
    facts = {t.id: read(t) for t in texts}
    for left, right in sorted(by_keys({i: fact_keys(e) for i, e in facts.items()})):
        if story[left] != story[right] and _within(facts[left], facts[right]):
            said = same_event(facts[left], facts[right])
            if said.verdict != "unsure":
                yield _judgement(left, right, said.verdict, said.score, "rule:event")


def _within(a: Evidence, b: Evidence) -> bool:
    if a.published is None or b.published is None:
        return True
    return abs((a.published - b.published).days) <= max(FARTHEST_DAYS, LIVE_DAYS)


def _judgement(left: str, right: str, verdict: Any, score: float, by: str) -> Judgement:
    return Judgement("article", left, right, verdict, score, (), by, NEVER)
