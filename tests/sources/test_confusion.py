"""Every recorded page is known for what it is, and each family says truthfully what it rests on."""

from __future__ import annotations

from pathlib import Path

from confusion import confusion, provenance, share

from sources.families import FAMILIES


def test_recorded_pages_are_recognised(shared: Path) -> None:
    found = list(confusion(shared / "pages"))
    assert share(found) >= 0.995, [(row["file"], family) for row, family, right in found if not right]


def test_families_say_what_they_were_tested_on(shared: Path) -> None:
    seen = provenance(shared / "pages")
    said = {family.name: family.evidence for family in FAMILIES}
    assert said == {name: seen.get(name, "none") for name in said}
