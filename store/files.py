"""SQLite files made private, or read where they may not be written; folders whose disk is not there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def make_private(path: Path) -> None:
    """An empty file with mode 0600, which SQLite then fills: whole texts and readers' mail addresses are for nobody
    else, and its log files take the mode of the store. What an operator opens to a group later stays so."""
    with suppress(OSError):  # another process was first, or SQLite says what is the matter
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def writable(path: Path) -> bool:
    """Whether a file and what SQLite puts beside it may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def may_become(path: Path) -> bool:
    """Whether a file that need not be there yet may be written."""
    return writable(path) if path.exists() else os.access(path.parent, os.W_OK)


def nothing_above(path: Path) -> str:
    """Why nothing is made at a path: the folder that it would lie in is not there. Empty where it is.

    Made with all above it, a backup (or home, or archive) for a disk that is not mounted would fill the one below.
    """
    above = path.absolute().parent
    try:
        above.stat()
    except FileNotFoundError:
        return f"there is no folder {above} (is its disk mounted?)"
    except OSError:  # whoever makes it hears why
        pass
    return ""


def to_read(path: Path) -> str:
    """The address under which SQLite reads a file and never writes to it.

    Where nothing may be written it cannot even keep its locks (seen: «unable to open database file»), so it is told
    that nothing changes there; not while a write-ahead log holds more, which it would then leave out.
    """
    log = path.with_name(f"{path.name}-wal")
    frozen = not writable(path) and not (log.exists() and log.stat().st_size)
    return f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if frozen else ''}"
