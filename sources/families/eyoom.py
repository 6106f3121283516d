"""Eyoom Builder on gnuboard 5: own class names, icons instead of labels, short addresses, the list under each post."""

from __future__ import annotations

from sources.families import gnuboard, gnuboard5
from sources.family import Family

FAMILY = Family(
    name="eyoom",
    about="이윰빌더: 그누보드 5 위의 마을 포털",
    evidence="rendered",
    read=gnuboard5.read,
    key=gnuboard.key,
    signs="article.board-view,link[href*='/eyoom/'],script[src*='/eyoom/'],meta[property='og:id'][content^=http]",
    files=("/theme/eb4_", "/eyoom/theme/"),
    host="gnuboard5",
    address=gnuboard.address,
    key_in_page=gnuboard.key_in_page,
)
