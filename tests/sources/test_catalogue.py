"""The catalogue loads whole, and a broken entry is named by file, entry and field."""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from sources.catalogue import KINDS, MARKS, REGIONS, CatalogueError, Override, Source, bare_host, for_host, load
from sources.families import NAMES
from sources.page import Page
from sources.reading import read

GOOD = """
[[source]]
id = "sanmaru"
name = "산마루신문"
kind = "local_newspaper"
region = "강원"
family = "ndsoft"
channel = "news"
home = "https://www.sanmaru.example"
hosts = ["www.sanmaru.example", "m.sanmaru.example"]
lists = [{ url = "https://www.sanmaru.example/news/articleList.html", mark = "convention" }]
feeds = [{ url = "https://cdn.sanmaru-news.example/rss/gns_allArticle.xml", mark = "seen" }]
pace_seconds = 10
expect = { round = [1, 40], week = [20, 200], filled = { published_at = 0.98 } }
overrides = [{ until = 2025-03-31, title = "h3.head", body = "div.old" }, { body = "div.new", drop = [".box"] }]
oddities = { "제주시 = 제주특별자치도 제주시" = "the paper leaves out the province" }
verified = 2026-11-20
"""


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def broken(tmp_path: Path, old: str, new: str) -> str:
    assert old in GOOD
    with pytest.raises(CatalogueError) as caught:
        load(folder(tmp_path, gangwon=GOOD.replace(old, new)))
    return str(caught.value)


def test_every_outlet_loads_with_what_issue_three_asks() -> None:
    sources = load()
    assert len(sources) == 341
    for source in sources.values():
        assert source.region in REGIONS and source.kind in KINDS and source.family in NAMES
        addresses = [*source.lists, *source.feeds]
        assert addresses or not source.enabled
        assert all(address.mark in MARKS and "{" not in address.url for address in addresses)
        assert source.pace_seconds >= 1
    assert sum(not s.lists and not s.feeds for s in sources.values()) <= 1  # one outlet's home host was never seen


def test_nothing_of_the_survey_is_lost(shared: Path) -> None:
    lines = (shared / "catalogue" / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    sources = load()
    for row in map(json.loads, lines):
        source = sources[row["id"]]
        assert source.home == (row["home_url"] or "")
        assert source.name_guess == (row["name_status"] != "shown_or_well_known")
        for given, found in ((row["list_url"], source.lists), (row["feed_url"], source.feeds)):
            if given and "{" not in given["url"]:
                mark = "seen" if given["status"] == "seen" else "convention"
                assert (given["url"], mark) in [(a.url, a.mark) for a in found]


def test_an_entry_with_every_field(tmp_path: Path) -> None:
    source = load(folder(tmp_path, gangwon=GOOD))["sanmaru"]
    assert source.expect.week == (20, 200) and source.expect.filled == {"published_at": 0.98}
    assert source.verified == date(2026, 11, 20) and source.pace_seconds == 10.0
    assert source.feeds[0].mark == "seen"


@pytest.mark.parametrize(
    "old,new,field",
    [
        ('region = "강원"', 'region = "강원도"', "region: is '강원도'; choose one of"),
        ('kind = "local_newspaper"', 'kind = "paper"', "kind: is 'paper'"),
        ('family = "ndsoft"', 'family = "ndsfot"', "family: is 'ndsfot'"),
        ('name = "산마루신문"\n', "", "name: is missing"),
        ('name = "산마루신문"', 'name = ""', "name: must be text"),
        ("pace_seconds = 10", "pace_seconds = 0.2", "pace_seconds: is 0.2"),
        ("pace_seconds = 10", 'pace_seconds = "fast"', "pace_seconds: is 'fast'"),
        ('mark = "seen"', 'mark = "saw"', "feeds.mark: is 'saw'"),
        (
            'home = "https://www.sanmaru.example"',
            'home = "www.sanmaru.example"',
            "home: is 'www.sanmaru.example'; write a whole address",
        ),
        ("verified = 2026-11-20", 'verified = "2026-11-20"', "verified: is '2026-11-20'; write a day without quotes"),
        ("week = [20, 200]", "week = [200, 20]", "expect.week: is [200, 20]"),
        ("published_at = 0.98", "published_at = 98", "expect.filled"),
        ('title = "h3.head"', 'tilte = "h3.head"', "overrides.tilte: is not known"),
        ("until = 2025-03-31, ", "", "overrides: only one edition may be without `until`"),
        ('body = "div.old"', 'body = "div[["', "overrides.body"),
        ("pace_seconds = 10", "paces = 10", "paces: is not a field of an outlet"),
        ('hosts = ["www', 'hosts = [3, "www', "hosts: must be a list of texts"),
        (
            "oddities = {",
            'oddities = { hours = "at night",',
            "oddities.hours: is 'at night'; write when it may be asked",
        ),
        ("oddities = {", 'oddities = { hours = "25:00-26:00",', "oddities.hours: is '25:00-26:00'"),
        ("oddities = {", 'oddities = { tls = "weak",', "oddities.tls: is 'weak'; write one of strict, old, unverified"),
        ("oddities = {", 'oddities = { keep_days = "a week",', "oddities.keep_days: is 'a week'; write days"),
        ("oddities = {", "oddities = { keep_days = 7,", "oddities: must be a table of texts"),
        ('home = "https://www', 'home = "https://a℀b', "home: is 'https://a℀b"),  # reads as a/c in a host
        ('home = "https://www', 'home = "https:// www', "home: is 'https:// www"),
        ("example/news", "example:99999/news", "lists.url: is 'https://www.sanmaru.example:99999"),
    ],
)
def test_a_broken_entry_is_named(tmp_path: Path, old: str, new: str, field: str) -> None:
    said = broken(tmp_path, old, new)
    assert f"gangwon.toml: sanmaru: {field}" in said


@pytest.mark.parametrize("said", ["", "두레 신문", "--help", "../sanmaru", "sanmaru/2"])
def test_an_id_can_be_typed_and_stands_in_addresses(tmp_path: Path, said: str) -> None:
    assert "id: must be text of letters a to z" in broken(tmp_path, 'id = "sanmaru"', f'id = "{said}"')


@pytest.mark.parametrize(
    "text,says",
    [
        ("", "its files hold no outlet"),
        ('source = ["sanmaru"]', "gangwon.toml: -: source: write [[source]] with two brackets"),
        ("source = 5", "gangwon.toml: -: source: write [[source]] with two brackets"),
    ],
)
def test_a_file_without_outlets_is_said(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(folder(tmp_path, gangwon=text))
    assert says in str(caught.value)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "seoul.toml").mkdir()
    with pytest.raises(CatalogueError, match=r"seoul\.toml: -: -: cannot be read"):
        load(folder(tmp_path, gangwon=GOOD))


def test_a_mark_in_front_as_some_editors_write_it(tmp_path: Path) -> None:
    assert list(load(folder(tmp_path, gangwon="\ufeff" + GOOD))) == ["sanmaru"]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    bad = GOOD.replace('region = "강원"', 'region = "강원도"').replace('mark = "seen"', 'mark = "saw"')
    with pytest.raises(CatalogueError) as caught:
        load(folder(tmp_path, gangwon=bad, seoul='[[source]]\nid = "x"\n', jeju="[[source"))
    said = str(caught.value)
    assert "gangwon.toml: sanmaru: region" in said and "gangwon.toml: sanmaru: feeds.mark" in said
    assert "seoul.toml: x: kind: is missing" in said and "jeju.toml: -: -: is not valid TOML" in said
    assert len(caught.value.problems) == len(said.splitlines()) - 1


def test_an_id_used_twice_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"b\.toml: sanmaru: id: is already used in a\.toml"):
        load(folder(tmp_path, a=GOOD, b=GOOD))
    (tmp_path / "none").mkdir()
    with pytest.raises(CatalogueError, match="holds no"):
        load(tmp_path / "none")


def test_an_outlet_without_list_and_feed_must_be_off(tmp_path: Path) -> None:
    lines = [line for line in GOOD.splitlines() if not line.startswith(("lists", "feeds"))]
    with pytest.raises(CatalogueError, match="neither a list nor a feed"):
        load(folder(tmp_path, a="\n".join(lines)))
    assert not load(folder(tmp_path, a="\n".join([*lines, "enabled = false"])))["sanmaru"].enabled


def test_an_outlet_is_found_by_any_of_its_hosts(tmp_path: Path) -> None:
    sources = load(folder(tmp_path, gangwon=GOOD))
    for url in (
        "http://sanmaru.example/x",
        "https://m.sanmaru.example:443/y",
        "https://cdn.sanmaru-news.example/rss/a.xml",
    ):
        found = for_host(url, sources)
        assert found is not None and found.id == "sanmaru"
    assert for_host("https://other.example/", sources) is None
    assert for_host("http://[broken/", sources) is None
    assert bare_host("WWW.Eroun.net") == "eroun.net"
    assert for_host("https://www.eroun.net/news/articleView.html?idxno=1") is not None


def test_the_edition_in_force(tmp_path: Path) -> None:
    source = load(folder(tmp_path, gangwon=GOOD))["sanmaru"]
    old, new = source.override_on(date(2025, 3, 31)), source.override_on(date(2025, 4, 1))
    assert old and old.body == "div.old" and new and new.body == "div.new"
    ended = replace(source, overrides=(Override(until=date(2020, 1, 1), body="p"),))
    assert ended.override_on(date(2021, 1, 1)) is None


def test_pages_from_before_a_redesign_still_read(tmp_path: Path) -> None:
    """The day of the fetch decides which edition's selectors are asked; the family's own come after them."""
    source = load(folder(tmp_path, gangwon=GOOD))["sanmaru"]
    url = "https://www.sanmaru.example/news/articleView.html?idxno=9"
    html = (
        "<html><body><h3 class='head'>옛 제목</h3><p>승인 2025.03.02 10:11</p><div class='old'><p>옛 자리의 글은 이렇게 시작했다.</p></div>"
        "<h1 class='heading'>새 제목</h1><div class='new'><p>새 자리의 글은 이렇게 시작했다.</p><div class='box'>상자 글이다.</div></div></body></html>"
    )

    def on(day: str, source: Source | None) -> tuple[str, str]:
        page = Page(url, url, 200, "text/html", html, datetime.fromisoformat(f"{day}T12:00:00+09:00"))
        article = read(page, source).article
        return (article.title, article.body_text) if article else ("", "")

    assert on("2025-03-02", source) == ("옛 제목", "옛 자리의 글은 이렇게 시작했다.")
    assert on("2025-05-02", source) == ("새 제목", "새 자리의 글은 이렇게 시작했다.")
    assert on("2025-05-02", None) == ("", "")


def test_a_front_page_is_a_list_only_where_the_catalogue_says_so(tmp_path: Path) -> None:
    url = "https://www.sanmaru.example/"
    links = "".join(
        f"<div><a href='/news/articleView.html?idxno={n}'>첫 화면 기사 {n}번 제목</a></div>" for n in range(4)
    )
    page = Page(
        url,
        url,
        200,
        "text/html",
        f"<html><body><img src='/ndsoft.gif'>{links}</body></html>",
        datetime.fromisoformat("2026-11-22T12:00:00+09:00"),
    )
    source = load(folder(tmp_path, gangwon=GOOD))["sanmaru"]
    assert read(page, source).refusal == "front"
    listed = load(
        folder(
            tmp_path,
            gangwon=GOOD.replace("https://www.sanmaru.example/news/articleList.html", "https://www.sanmaru.example"),
        )
    )["sanmaru"]
    listing = read(page, listed).listing
    assert listing is not None and len(listing.items) == 4
