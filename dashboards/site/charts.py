"""Small charts as inline SVG, made at build time. Each page puts a table with the same numbers beside.

No style attributes (the pages' policy forbids them): colours come from classes in the style sheet.
A chart is one image to a screen reader: its title says what, its description what stands out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

TILE_MAP: Final[Mapping[str, tuple[int, int]]] = {
    "인천": (0, 1), "서울": (1, 0), "경기": (1, 1), "강원": (2, 0), "충남": (0, 2), "세종": (1, 2), "충북": (2, 1),
    "경북": (3, 1), "대전": (2, 2), "대구": (3, 2), "전북": (1, 3), "경남": (2, 3), "울산": (4, 2), "부산": (3, 3),
    "광주": (0, 4), "전남": (1, 4), "제주": (0, 5),
}  # fmt: skip
"""Where each 시·도 stands on a map of squares: column and row, roughly as the country lies."""

TALL: Final = 104
ROW: Final = 30
WIDE: Final = 340
LABEL_WIDTH: Final = 96
LABEL_LETTERS: Final = 8
SHADES: Final = 4


def _svg(name: str, width: int, height: int, title: str, told: str, parts: Iterable[str]) -> Markup:
    """`name` keeps the ids of title and description apart where a page has several charts."""
    head = (
        f'<svg class="chart" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(told)}</desc>'
    )
    return Markup("".join([head, *parts, "</svg>"]))


def _text(kind: str, x: int, y: int, words: object, anchor: str = "middle") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def _rect(kind: str, x: int, y: int, width: int, height: int, round_: int = 2) -> str:
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="{round_}"/>'


def greatest(values: Iterable[tuple[str, int]]) -> str:
    """«가장 많은 것은 11/16, 21건입니다.» or that there is nothing."""
    name, count = max(values, key=lambda pair: pair[1], default=("", 0))
    return f"가장 많은 것은 {name}, {count}건입니다." if count else "아직 하나도 없습니다."


def bars(name: str, values: Sequence[tuple[str, int]], title: str, step: int = 28) -> Markup:
    """Upright bars, their numbers on top, labels below; every other label where they would touch."""
    most = max((count for _, count in values), default=0) or 1
    base, parts = TALL + 14, []
    crowded = any(len(label) * 6 + 8 > step for label, _ in values)
    for at, (label, count) in enumerate(values):
        tall = max(2, round(count / most * TALL)) if count else 1
        middle = at * step + step // 2
        parts.append(_rect("bar" if count else "bar none", at * step + 4, base - tall, step - 8, tall))
        if count:
            parts.append(_text("value", middle, base - tall - 4, count))
        if not crowded or (len(values) - 1 - at) % 2 == 0:
            parts.append(_text("name", middle, base + 15, label))
    return _svg(name, max(len(values), 1) * step + 8, base + 22, title, greatest(values), parts)


def small_bars(name: str, values: Sequence[tuple[str, Sequence[int]]], title: str) -> Markup:
    """A row of small bars per line, all on one scale, with the sum at the end: twelve weeks of every sector."""
    most = max((count for _, counts in values for count in counts), default=0) or 1
    columns = max((len(counts) for _, counts in values), default=1)
    step = (WIDE - LABEL_WIDTH - 30) // columns
    parts = []
    for line, (label, counts) in enumerate(values):
        base = line * ROW + 24
        parts.append(_text("name", LABEL_WIDTH - 8, base, label, "end"))
        for at, count in enumerate(counts):
            tall = max(3, round(count / most * (ROW - 8))) if count else 1
            parts.append(_rect("bar" if count else "bar none", LABEL_WIDTH + at * step, base - tall, step - 3, tall))
        parts.append(_text("value", WIDE, base, sum(counts), "end"))
    sums = [(label, sum(counts)) for label, counts in values]
    return _svg(name, WIDE, len(values) * ROW + 4, title, greatest(sums), parts)


def shares(name: str, values: Sequence[tuple[str, float, str]], title: str, told: str) -> Markup:
    """Lying bars of a whole: (label, share from 0 to 1, words at the end)."""
    length = WIDE - LABEL_WIDTH - 62
    parts = []
    for line, (label, share, words) in enumerate(values):
        top, filled = line * ROW + 6, round(min(max(share, 0.0), 1.0) * length)
        short = label if len(label) <= LABEL_LETTERS else label[: LABEL_LETTERS - 1] + "…"
        parts.append(_text("name", LABEL_WIDTH - 8, top + 14, short, "end"))
        parts.append(_rect("rail", LABEL_WIDTH, top + 3, length, 14))
        if filled:
            parts.append(_rect("bar", LABEL_WIDTH, top + 3, filled, 14))
        parts.append(_text("value", LABEL_WIDTH + length + 8, top + 14, words, "start"))
    return _svg(name, WIDE, len(values) * ROW + 6, title, told, parts)


def tiles(name: str, counts: Mapping[str, int], title: str) -> Markup:
    """A map of squares, one per 시·도, darker where there is more."""
    most, size = max(counts.values(), default=0) or 1, 60
    parts = []
    for place, (column, row) in TILE_MAP.items():
        count = counts.get(place, 0)
        x, y = column * size, row * size
        parts.append(
            f'<g class="tile d{depth(count, most)}">{_rect("area", x + 2, y + 2, size - 4, size - 4, 7)}'
            f"{_text('name', x + size // 2, y + 26, place)}{_text('value', x + size // 2, y + 45, count)}</g>"
        )
    return _svg(name, 5 * size, 6 * size, title, greatest(sorted(counts.items())), parts)


def depth(count: int, most: int) -> int:
    """0 for nothing, else one of four shades, by share of the greatest."""
    return 0 if count <= 0 else min(SHADES, 1 + count * (SHADES - 1) // max(most, 1))
