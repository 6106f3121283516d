"""The folder of a large release on the next day, begun in a process of its own while the store is read.

::

    last release ─┬─► here: its digest copied, its pages shared ─► a folder that says what the last one said
                  └─► what was touched since it ─────────────────► `digestdb.carry` and `site.build` go on with that
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from dashboards.site.carried import share_ahead


def begin(last: Path, as_of: date, folder: Path) -> None:
    folder.mkdir()
    shutil.copyfile(last / "digest.db", folder / "digest.db")
    share_ahead(last, folder, as_of)
