"""What people see of an error: one sentence on stderr and a non-zero exit; a bug stays a traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Sized
from contextlib import contextmanager

from pipelines.faults import for_people

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""A full disk is no bug, wherever it shows."""


class UsageError(Exception):
    """What was typed cannot be done; the message says what, where and what to do."""


def say_empty(found: Sized, words: str) -> None:
    """A list that holds nothing says so beside it (stderr): nothing at all looks like a command that did not work."""
    if not found:
        print(words, file=sys.stderr)


@contextmanager
def say_sorry() -> Iterator[None]:
    """Turn errors that people can mend into one sentence (exit 2); everything else passes through."""
    try:
        yield
    except Exception as error:
        if isinstance(error, OSError) and error.errno in FULL:
            where = f" ({error.filename})" if error.filename else ""
            print(f"dure: The disk is full{where}; free some space and run again.", file=sys.stderr)
        elif for_people(error):
            print(f"dure: {error}", file=sys.stderr)
        else:
            raise
        raise SystemExit(2) from error
    except KeyboardInterrupt:
        print("dure: stopped.", file=sys.stderr)
        raise SystemExit(130) from None
