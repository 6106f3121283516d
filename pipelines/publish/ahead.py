"""Stories and articles of a large release, written in a process of its own while bodies and events are collected.

::

    store ─► gathered ─┬─► here: story, story_sector, article ──────────► the beginning of `digest.db`
                       └─► bodies, events (they ask the store) ─► `digestdb.fill` goes on with it
"""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from pipelines.publish import digestdb
from pipelines.publish.edition import Ahead, Edition
from pipelines.publish.gathered import Gathered
from pipelines.publish.reels import Articles, Stories


def write(gathered: Path, as_of: date, path: Path) -> Ahead:
    """The beginning of a digest at `path`, of a gathered file whose articles nobody writes until it is done."""
    with closing(Gathered(gathered, as_of, True, {}, read_only=True)) as told:
        edition = Edition(as_of, stories=Stories(told, None, dated=False), articles=Articles(told, None))
        return Ahead(path, digestdb.begin(edition, path))
