"""The register: every engine Dure reads, guests before their hosts (the first whose markup is found wins).

To add one, write its module here (start from the shortest that resembles it) and put its FAMILY into the tuple.
"""

from __future__ import annotations

from sources.families import (
    dadamedia,
    detail_php,
    egov,
    eyoom,
    feed,
    gnuboard4,
    gnuboard5,
    inhouse,
    insnews,
    kboard,
    mangboard,
    mediaon,
    naverblog,
    ncode,
    ndsoft,
    neocms,
    ntt,
    rhymix,
    sitemap,
    tistory,
    unknown,
    viewidx,
    viewphp_key,
    viewphp_ud,
    wordpress,
    xe1,
    zeroboard4,
)
from sources.family import Family

FAMILIES: tuple[Family, ...] = (
    feed.FAMILY,
    sitemap.FAMILY,
    # boards
    kboard.FAMILY,
    mangboard.FAMILY,
    eyoom.FAMILY,
    gnuboard4.FAMILY,
    gnuboard5.FAMILY,
    rhymix.FAMILY,
    xe1.FAMILY,
    zeroboard4.FAMILY,
    egov.FAMILY,
    ntt.FAMILY,
    neocms.FAMILY,
    tistory.FAMILY,
    naverblog.FAMILY,
    wordpress.FAMILY,
    # newspapers
    ndsoft.FAMILY,
    mediaon.FAMILY,
    insnews.FAMILY,
    ncode.FAMILY,
    viewidx.FAMILY,
    detail_php.FAMILY,
    viewphp_key.FAMILY,
    viewphp_ud.FAMILY,
    dadamedia.FAMILY,
    inhouse.FAMILY,
)
FALLBACK: Family = unknown.FAMILY
NAMES = (*(family.name for family in FAMILIES), "unknown")
