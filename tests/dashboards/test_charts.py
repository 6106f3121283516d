"""Charts: named and described for those who cannot see them, with the same numbers in a table beside."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from dashboards.channels import REGIONS
from dashboards.site.charts import TILE_MAP, bars, depth, shares, small_bars, tiles

HOSTILE = '</title><script>alert(1)</script>"'


def _trends(published: Path) -> LexborHTMLParser:
    return LexborHTMLParser((published / "current/trends.html").read_text(encoding="utf-8"))


def _table(section: LexborNode) -> dict[str, list[str]]:
    return {row.css_first("th").text(): [cell.text() for cell in row.css("td")] for row in section.css("tbody tr")}


def _values(section: LexborNode, kind: str = "value") -> list[str]:
    return [node.text() for node in section.css(f"svg .{kind}")]


def test_every_chart_of_a_release_has_a_name_a_description_and_a_table(published: Path) -> None:
    seen = 0
    for page in published.joinpath("current").resolve().rglob("*.html"):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        for chart in tree.css("svg.chart"):
            seen += 1
            assert chart.attributes["role"] == "img"
            title, told = (tree.css_first(f"#{name}") for name in str(chart.attributes["aria-labelledby"]).split())
            assert title.tag == "title" and title.text() and told.tag == "desc" and told.text().endswith("다.")
            section = chart
            while section.tag != "section":
                section = section.parent
            assert section.css_first("table tbody tr th[scope=row]") is not None, page
    assert seen > 10


def test_charts_and_tables_say_the_same(published: Path) -> None:
    tree = _trends(published)
    weeks = tree.css_first("#weeks")
    table = _table(weeks)
    assert _values(weeks)[: len([n for n in table["전체"][:-1] if n != "·"])] == [
        n for n in table["전체"][:-1] if n != "·"
    ]
    sums = {name: row[-1] for name, row in table.items() if name != "전체"}
    assert _values(weeks)[-len(sums) :] == list(sums.values())
    reprints = tree.css_first("#reprints")
    assert _values(reprints) == [row[-1] for row in _table(reprints).values()]
    covered = tree.css_first("#sources")
    assert _values(covered) == [f"{row[1]}/{row[0]}곳" for row in _table(covered).values()]
    fresh = tree.css_first("#fresh")
    assert _values(fresh) == [row[0] for row in _table(fresh).values() if row[0] != "0"]


def test_the_map_has_every_province_once_and_the_numbers_of_the_table(published: Path) -> None:
    assert set(TILE_MAP) == set(REGIONS) and len(set(TILE_MAP.values())) == 17
    section = _trends(published).css_first("#regions")
    shown = dict(zip(_values(section, "name"), _values(section), strict=True))
    told = {name: row[0] for name, row in _table(section).items()}
    assert {name: count for name, count in shown.items() if count != "0"} == {
        n: c for n, c in told.items() if n in REGIONS
    }


def test_the_page_of_an_organisation_counts_months_of_silence_too(published: Path) -> None:
    page = (published / "current/organisations/o-haenal.html").read_text(encoding="utf-8")
    table = _table(LexborHTMLParser(page).css_first("aside section"))
    assert (
        len(table) == 12 and next(reversed(table)) == "2026년 11월" and sum(int(row[0]) for row in table.values()) == 1
    )


@pytest.mark.parametrize(
    "made",
    [
        bars("a", [(HOSTILE, 3), ("둘", 0)], HOSTILE),
        small_bars("a", [(HOSTILE, [0, 1, 2])], HOSTILE),
        shares("a", [(HOSTILE, 0.5, HOSTILE)], HOSTILE, HOSTILE),
        shares("a", [("넘침", 7.0, "?"), ("모자람", -1.0, "?")], "몫", "…"),
        tiles("a", {"서울": 3}, HOSTILE),
        bars("a", [], "빈 그림"),
        small_bars("a", [], "빈 그림"),
    ],
)
def test_charts_are_well_formed_whatever_they_are_given(made: str) -> None:
    root = ElementTree.fromstring(made)
    assert {node.tag for node in root.iter()} <= {"svg", "title", "desc", "rect", "text", "g"}
    for rect in root.iter("rect"):
        assert int(rect.attrib["width"]) >= 0 and int(rect.attrib["height"]) >= 0
        assert int(rect.attrib["x"]) + int(rect.attrib["width"]) <= int(root.attrib["width"])
    assert not re.search(r"\sstyle=", made)


def test_shades_grow_with_the_count() -> None:
    assert [depth(count, 9) for count in range(10)] == sorted(depth(count, 9) for count in range(10))
    assert (depth(0, 9), depth(1, 9), depth(9, 9), depth(1, 1), depth(0, 0)) == (0, 1, 4, 4, 0)
