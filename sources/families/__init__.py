"""The register: every engine Dure reads, guests before their hosts (the first whose markup is found wins).

To add one, write its module here (start from the shortest that resembles it) and put its FAMILY into the tuple.
"""

from __future__ import annotations

from sources.families import gnuboard5
from sources.family import Family

FAMILIES: tuple[Family, ...] = (gnuboard5.FAMILY,)
FALLBACK: Family | None = None
NAMES = (*(family.name for family in FAMILIES), "unknown")
