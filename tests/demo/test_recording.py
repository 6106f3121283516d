"""The committed recording is what its texts and skeletons make."""

from __future__ import annotations

import gzip
from pathlib import Path

import record  # the script beside this file

HERE = Path(__file__).parent


def test_the_recording_can_be_made_again() -> None:
    exchanges = sorted(record.recorded(), key=lambda e: (e.at, e.url))
    made = gzip.decompress(record.warc(exchanges))
    assert made == gzip.decompress((HERE / "recording.warc.gz").read_bytes())
    assert len(exchanges) >= 60
    assert len({e.url for e in exchanges}) == len(exchanges)
