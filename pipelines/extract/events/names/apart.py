"""Events of one name told apart: «찾아가는 설명회» in four towns, each with its town."""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene
from pipelines.korean import regions

IN_BRACKETS = re.compile(r"\s?\((?P<label>[가-힣]{1,4}(?:[·/, ][가-힣]{1,4}){0,3})\)")


def _bracketed(scene: Scene, draft: Draft) -> str | None:
    """«설명회(북부)는 22일 …, 설명회(남부)는 24일 …»."""
    match = IN_BRACKETS.match(scene.text, draft.name.span[1]) if draft.name is not None and draft.name.span[1] else None
    return match["label"] if match is not None else None


def tell_apart(scene: Scene, drafts: list[Draft]) -> None:
    """«찾아가는 설명회» in four towns: each with its town, as a list would have it. Places must be known."""
    main = [d for d in drafts if d.role == "main" and not d.call]
    for title in {d.title for d in main}:
        series = [d for d in main if d.title == title]
        labels = [_bracketed(scene, d) for d in series]
        if len(series) > 1 and all(labels) and len(set(labels)) == len(series):
            for draft, label in zip(series, labels, strict=True):
                draft.title = f"{title}({label})"
            continue
        towns = [_town(d.venue) for d in series]
        if len(series) > 1 and all(towns) and len(set(towns)) == len(series) == len({d.day for d in series}):
            for draft, town in zip(series, towns, strict=True):
                draft.title = f"{title} ({town})"


def _town(venue: str | None) -> str | None:
    """나주시 빛가람동행정복지센터 → 나주; a venue that names no town → None."""
    first = venue.split()[0] if venue and venue.split() else ""
    places = regions.find_places(first) if first else ()
    if not places or places[0].span != (0, len(first)):
        return None
    return re.sub(r"(?:특별자치|특별|광역)?[시군구도]$", "", first) if len(first) > 2 else first
