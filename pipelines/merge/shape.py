"""The shape of a story: its probable original, the reprints, the texts with own reporting.

The original is the earliest text; of texts of one day a notice on a board (a centre's, a city's)
comes before the papers that print it. A text is own reporting where most of it stands in no other
text of the story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipelines.merge.clean import clean
from pipelines.merge.evidence import korean_day
from pipelines.merge.fingerprints import fingerprints, thinned
from store.records import Channel, Role

OWN = 0.35
"""Share of a text found in the story's other texts below which it is own reporting."""
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
    prints = [thinned(fingerprints(clean(t.text))) for t in texts]
    values, carriers = np.unique(np.concatenate(prints), return_counts=True)
    found = []
    for text, own in zip(texts, prints, strict=True):
        elsewhere = int((carriers[np.searchsorted(values, own)] > 1).sum())
        if len(own) and elsewhere / len(own) < OWN:
            found.append(text)
    return found
