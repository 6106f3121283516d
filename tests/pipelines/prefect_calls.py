"""What tests ask of a Prefect server, and how long they wait for it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

DURE = str(Path(sys.executable).with_name("dure"))
PATIENCE = 300
"""Seconds until we give up; importing Prefect and starting its server takes most of a minute on a busy machine."""


def asked(port: int, path: str, body: dict[str, Any] | None = None) -> Any:
    """The server's answer to a GET, or to a POST where there is a body."""
    address, kind = f"http://127.0.0.1:{port}/api{path}", {"Content-Type": "application/json"}
    request = Request(address, None if body is None else json.dumps(body).encode(), kind)
    with urlopen(request, timeout=10) as answer:
        return json.load(answer)


def until(what: str, found: Any, log: Path) -> Any:
    """What `found` gives once it gives something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if value := found():
                return value
        except OSError:  # not there yet; URLError is one too
            pass
        time.sleep(1)
    pytest.fail(f"no {what} within {PATIENCE} s:\n{log.read_text()[-3000:]}")
