"""How long captures are kept: what a source's entry says (oddities: `keep_days`), else DURE_ARCHIVE_DAYS."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sources.catalogue import Source
from sources.catalogue_fields import kept_days
from store.archive import Archive, Removed


def keep_days(source: Source) -> int | None:
    """Days that captures of a source are kept; None where its entry says nothing that can be read."""
    return kept_days(source.oddities.get("keep_days", ""))


def expire(archive: Archive, sources: Mapping[str, Source], default_days: int, now: datetime) -> Removed:
    """Remove what has been kept long enough; a body that a newer capture repeats stays. 0 days: for ever.

    Raises ArchiveError where another process writes to a file that would have to be changed.
    """
    own = {source.id: days for source in sources.values() if (days := keep_days(source)) is not None}
    captures = size = 0
    for source_id, days in sorted(own.items()):
        removed = archive.purge(now - timedelta(days=days), source_id)
        captures, size = captures + removed.captures, size + removed.bytes
    if default_days:
        removed = archive.purge(now - timedelta(days=default_days), but=own.keys())
        captures, size = captures + removed.captures, size + removed.bytes
    return Removed(captures, size)
