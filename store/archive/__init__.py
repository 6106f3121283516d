"""The private archive: what was fetched, as WARC 1.1, readable by any tool of the web-archiving world.

::

    Capture ──keep──► members of a .warc.gz ──find / replay──► Capture
                             │
                        index.db   (derived: can be deleted, is made again on opening)
"""

from store.archive.archive import Archive
from store.archive.reading import replay
from store.archive.shared import SharedArchive, carried, open_archive, read_archive
from store.archive.values import ArchiveError, Capture, Entry, Flaw, Removed

__all__ = [
    "Archive", "ArchiveError", "Capture", "Entry", "Flaw", "Removed", "SharedArchive", "carried", "open_archive",
    "read_archive", "replay",
]  # fmt: skip
