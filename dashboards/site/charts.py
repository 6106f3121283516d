"""Small charts as inline SVG, made at build time. Each page puts a table with the same numbers beside.

No style attributes (the pages' policy forbids them): colours come from classes in the style sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

HEIGHT: Final = 120
BAR: Final = 44

TILE_MAP: Final[Mapping[str, tuple[int, int]]] = {
    "인천": (0, 1), "서울": (1, 0), "경기": (1, 1), "강원": (2, 0), "충남": (0, 2), "세종": (1, 2), "충북": (2, 1),
    "경북": (3, 1), "대전": (2, 2), "대구": (3, 2), "전북": (1, 3), "경남": (2, 3), "울산": (4, 2), "부산": (3, 3),
    "광주": (0, 4), "전남": (1, 4), "제주": (0, 5),
}  # fmt: skip
"""Where each 시·도 stands on a map of squares: column and row, roughly as the country lies."""


def bars(values: Sequence[tuple[str, int]], title: str) -> Markup:
    """Upright bars with their numbers on top; labels below."""
    most = max((count for _, count in values), default=0) or 1
    width = max(len(values) * BAR, BAR)
    parts = [
        f'<svg class="chart" role="img" viewBox="0 0 {width} {HEIGHT + 34}" width="{width}" height="{HEIGHT + 34}">',
        f"<title>{escape(title)}</title>",
    ]
    for at, (name, count) in enumerate(values):
        tall = round(count / most * (HEIGHT - 16))
        x, middle = at * BAR, at * BAR + BAR // 2
        parts.append(f'<rect class="bar" x="{x + 7}" y="{HEIGHT - tall}" width="{BAR - 14}" height="{tall}" rx="2"/>')
        if count:
            parts.append(
                f'<text class="value" x="{middle}" y="{HEIGHT - tall - 4}" text-anchor="middle">{count}</text>'
            )
        parts.append(f'<text class="name" x="{middle}" y="{HEIGHT + 16}" text-anchor="middle">{escape(name)}</text>')
    return Markup("".join([*parts, "</svg>"]))


def _label(kind: str, x: int, y: int, words: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="middle">{escape(words)}</text>'


def tiles(counts: Mapping[str, int], title: str) -> Markup:
    """A map of squares, one per 시·도, darker where there is more."""
    most = max(counts.values(), default=0) or 1
    size = 56
    parts = [
        f'<svg class="chart" role="img" viewBox="0 0 {5 * size} {6 * size}" width="{5 * size}" height="{6 * size}">',
        f"<title>{escape(title)}</title>",
    ]
    for name, (column, row) in TILE_MAP.items():
        count = counts.get(name, 0)
        x, y = column * size, row * size
        depth = 0 if not count else min(4, 1 + count * 3 // most)
        parts.append(
            f'<g class="tile d{depth}"><rect x="{x + 2}" y="{y + 2}" width="{size - 4}" height="{size - 4}" rx="6"/>'
            f'<text x="{x + size // 2}" y="{y + 25}" text-anchor="middle">{name}</text>'
            f'<text class="value" x="{x + size // 2}" y="{y + 42}" text-anchor="middle">{count}</text></g>'
        )
    return Markup("".join([*parts, "</svg>"]))
