"""One published folder of the invented edition for all tests of the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_edition import edition

from pipelines.publish import stage


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder (the one that holds `current`)."""
    home = tmp_path_factory.mktemp("published")
    made = stage.publish_edition(edition(), home)
    assert made.released, made.complaints
    return home
