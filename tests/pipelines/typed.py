"""`dure` as people type it, in this process: a start of its own costs a second each."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from subprocess import CompletedProcess
from unittest import mock

from pipelines.cli import app
from pipelines.cli.people import say_sorry


def dure(*arguments: str | Path, **environment: str) -> CompletedProcess[str]:
    """What a person would get of it; mistakes as one sentence, bugs as they are."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DURE_")}
    code = 0
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.dict(os.environ, {**clean, **environment}, clear=True),
    ):
        try:
            with say_sorry():
                app([str(one) for one in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        out.flush()
    said = out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    return CompletedProcess([*arguments], code, said, err.getvalue())
