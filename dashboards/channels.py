"""The feeds and calendars a release offers: all, and one per 시·도 and per 분야.

The list is fixed, so that an address someone subscribed to never disappears on a day without news.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dashboards.words import LABELS

REGIONS: Final = {
    "서울": "seoul", "부산": "busan", "대구": "daegu", "인천": "incheon", "광주": "gwangju", "대전": "daejeon",
    "울산": "ulsan", "세종": "sejong", "경기": "gyeonggi", "강원": "gangwon", "충북": "chungbuk", "충남": "chungnam",
    "전북": "jeonbuk", "전남": "jeonnam", "경북": "gyeongbuk", "경남": "gyeongnam", "제주": "jeju",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Channel:
    """`stem` is the file name without ending; `value` what the lines must have."""

    by: Literal["region", "sector"]
    value: str
    name: str
    stem: str


CHANNELS: Final = (
    *(Channel("region", name, name, f"region-{slug}") for name, slug in REGIONS.items()),
    *(Channel("sector", code, name, f"sector-{code.replace('_', '-')}") for code, name in LABELS["sector"].items()),
)
