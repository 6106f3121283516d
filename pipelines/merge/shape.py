"""The shape of a story: its probable original, the reprints, the texts with own reporting.

The original is the earliest text; of texts of one day a notice on a board (a centre's, a city's)
comes before the papers that print it. A text is own reporting where most of it stands in no other
text of the story *and* it tells what no other tells: figures, or words that someone said. Wording
alone does not do: of 27 texts in our sets that share none, every one was the release in other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipelines.merge.clean import clean
from pipelines.merge.evidence import fold, korean_day, quotations
from pipelines.merge.figures import figures
from pipelines.merge.fingerprints import fingerprints, thinned
from store.records import Channel, Role

OWN = 0.35
"""Share of a text found in the story's other texts below which it is own reporting."""
NEWS = 2
"""Figures and sayings of its own from which a text has found out something itself."""
CROWD = 200
"""Texts of a story that are looked into; beyond them, a reprint is a reprint."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the shape of a story is read from."""

    id: str
    channel: Channel
    text: str
    published_at: datetime | None


def shape(texts: Sequence[Printed]) -> Mapping[str, Role]:
    """The part of each text of one story, by id."""
    ordered = sorted(texts, key=_precedence)
    roles: dict[str, Role] = {t.id: "reprint" for t in ordered}
    roles[ordered[0].id] = "original"
    for text in _with_own_reporting(ordered[:CROWD]):
        if text.id != ordered[0].id:
            roles[text.id] = "own"
    return {i: roles[i] for i in sorted(roles)}


def _precedence(text: Printed) -> tuple[object, ...]:
    day = korean_day(text.published_at)
    moment = text.published_at.timestamp() if text.published_at else 0.0
    return (day is None, str(day), text.channel != "board", moment, text.id)


def _with_own_reporting(texts: Sequence[Printed]) -> list[Printed]:
    import numpy as np

    if len(texts) < 2:
        return []
    bodies = [clean(t.text) for t in texts]
    prints = [thinned(fingerprints(body)) for body in bodies]
    values, carriers = np.unique(np.concatenate(prints), return_counts=True)
    found = []
    for n, own in enumerate(prints):
        elsewhere = int((carriers[np.searchsorted(values, own)] > 1).sum())
        if len(own) and elsewhere / len(own) < OWN:
            found.append(n)
    return [texts[n] for n in _with_news(found, bodies)]


def _with_news(candidates: Sequence[int], bodies: Sequence[str]) -> list[int]:
    """Those of the bodies that tell what none of the others tells."""
    if not candidates:
        return []
    told = [_facts(body) for body in bodies]
    tellers = Counter(fact for facts in told for fact in facts)
    return [n for n in candidates if sum(tellers[fact] == 1 for fact in told[n]) >= NEWS]


def _facts(body: str) -> set[str]:
    """Figures, and what someone is quoted to have said."""
    spoken = {fold(words) for words in quotations(body)[1]}
    return {f"{n:g}" for n in figures(body)} | {words for words in spoken if len(words) > 12}
