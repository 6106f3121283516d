"""Every recorded page is known for what it is, and each family says truthfully what it rests on."""

from __future__ import annotations

from pathlib import Path

from confusion import confusion, expected, provenance, share
from recorded_pages import page_of

from sources.catalogue import Source
from sources.families import FAMILIES
from sources.reading import read


def test_recorded_pages_are_recognised(shared: Path) -> None:
    found = list(confusion(shared / "pages"))
    assert share(found) >= 0.995, [(row["file"], family) for row, family, right in found if not right]


def test_an_error_page_that_no_engine_signed_is_its_outlets(shared: Path) -> None:
    """«존재하지 않는 기사입니다.» in one line of script: only the catalogue can tell whose it is."""
    checked = 0
    for row, family, right in confusion(shared / "pages"):
        if row["kind"] == "error" and not right:
            assert family == "unknown", row["file"]
            outlet = Source("x", "가람신문", "local_newspaper", "경기", expected(row)[0], "news")
            reading = read(page_of(shared / "pages", row), outlet)
            assert (reading.family, str(reading.refusal)) == (outlet.family, "gone"), row["file"]
            checked += 1
    assert checked <= 5


def test_families_say_what_they_were_tested_on(shared: Path) -> None:
    seen = provenance(shared / "pages")
    said = {family.name: family.evidence for family in FAMILIES}
    assert said == {name: seen.get(name, "none") for name in said}
