"""JSON Lines in and out: a bad line is named and left out, the rest is done, the exit code says so."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from pipelines.cli.people import UsageError
from store.counted import counted

Row = dict[str, Any]


class Lines:
    """The rows of a file or of standard input; `bad` collects what could not be read."""

    def __init__(self, path: Path | None, needs: tuple[str, ...]) -> None:
        self.path = path
        self.needs = needs
        self.bad: list[str] = []

    def __iter__(self) -> Iterator[Row]:
        if self.path is None:
            yield from self._rows(sys.stdin)
            return
        try:
            with self.path.open(encoding="utf-8-sig", errors="replace") as file:
                yield from self._rows(file)
        except OSError as error:
            raise UsageError(f"{self.path} cannot be read ({error.strerror}); give a JSON Lines file.") from error

    def _rows(self, file: TextIO) -> Iterator[Row]:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            row = self._row(number, line)
            if row is not None:
                yield row

    def _row(self, number: int, line: str) -> Row | None:
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            self.bad.append(f"line {number} is not JSON ({error})")
            return None
        missing = [name for name in self.needs if not isinstance(row, dict) or not isinstance(row.get(name), str)]
        if missing:
            self.bad.append(f"line {number} has no text in {', '.join(missing)}")
            return None
        return dict(row)

    def finish(self) -> None:
        """Say what was left out; exit 1 where anything was."""
        for complaint in self.bad[:20]:
            print(f"dure: {self.path or 'standard input'}: {complaint}; it was left out.", file=sys.stderr)
        if len(self.bad) > 20:
            print(f"dure: … and {counted(len(self.bad) - 20, 'more line')}.", file=sys.stderr)
        if self.bad:
            raise SystemExit(1)


def write(rows: Iterable[Row]) -> None:
    """One JSON object a line, as it comes, Korean left readable; lone surrogates are escaped."""
    for row in rows:
        text = json.dumps(row, ensure_ascii=False)
        if not text.isprintable():
            text = text.encode("utf-8", "backslashreplace").decode("utf-8")
        sys.stdout.write(text + "\n")


def through(path: Path | None, needs: tuple[str, ...], each: Callable[[Row], Row]) -> None:
    """Read lines, write what `each` makes of them, in order."""
    lines = Lines(path, needs)
    write(each(row) for row in lines)
    lines.finish()
