"""The fallback on pages of layouts no family knows, and what it refuses."""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "unknown"))

from measure_unknown import figures, ours, pages, theirs
from unknown_layouts import UnknownPage

from sources.page import Page, Reading, Reason
from sources.reading import read

NOW = datetime.fromisoformat("2026-11-22T12:00:00+09:00")
ALL = pages()


def reading(page: UnknownPage) -> Reading:
    return read(Page(page.url, page.url, 200, "text/html", page.html, NOW))


def test_the_set_is_large_enough() -> None:
    assert len(ALL) >= 40
    assert len({page.name.rpartition("-")[0] for page in ALL}) >= 20


def test_the_bars() -> None:
    worst: list[str] = []
    said = figures(ours, worst)
    assert said["body_f1"] >= 0.95 and said["title"] >= 0.97 and said["date"] >= 0.95, (said, worst)


def test_better_than_the_extractor_alone() -> None:
    mine, extractor = figures(ours), figures(theirs, by_day=True)
    assert all(mine[name] > extractor[name] for name in ("title", "date", "body_f1", "body_exact"))


@pytest.mark.parametrize("page", ALL, ids=lambda p: p.name)
def test_every_field_says_where_it_came_from(page: UnknownPage) -> None:
    found = reading(page)
    assert found.family == "unknown" and found.article is not None
    assert {"title", "body_text", "published_at"} <= set(found.article.said_by)
    assert found.canonical_key and found.canonical_key.startswith(("unknown:sannaedeul.", "unknown:haneulnae."))
    for caption in page.text.captions:
        assert caption not in found.article.body_text


def test_comments_stay_out() -> None:
    found = [reading(p) for p in ALL if p.name.startswith("comments")]
    assert found and all(r.article and "010-0000" not in r.article.body_text for r in found)


@pytest.mark.parametrize(
    "html,reason",
    [
        (
            "<html><head><title>들머리</title></head><body><nav><a href='/a'>가</a></nav></body></html>",
            Reason.UNREADABLE,
        ),
        ("<html><body><form><input name=id><input type=password></form></body></html>", Reason.FORM),
        ("<html><body><script>alert('존재하지 않는 글입니다.');history.back()</script></body></html>", Reason.GONE),
        ("<html><body><h1>회사 소개</h1><p>우리 신문은 2009년에 문을 열었다.</p></body></html>", Reason.UNREADABLE),
        ("<frameset><frame src='/x'></frameset>", Reason.UNREADABLE),
    ],
)
def test_what_is_no_article_is_refused(html: str, reason: Reason) -> None:
    url = "https://sannaedeul.example/page/about"
    assert read(Page(url, url, 200, "text/html", html, NOW)).refusal == reason


def test_a_document_has_one_key_under_its_addresses() -> None:
    from sources.families.unknown import key

    one = key("https://www.sannaedeul.example/story/71200?utm_source=x&page=3")
    assert one == key("http://m.sannaedeul.example/story/71200") == key("https://sannaedeul.example/story/71200/amp")
    assert one != key("https://sannaedeul.example/story/71201")
    assert key("https://sannaedeul.example/") is None and key("https://sannaedeul.example/list/3") is None
    assert key("https://x.example/read?id=900&sec=1") == key("https://x.example/read?sec=1&id=900")


def test_broken_data_in_scripts_is_passed_over() -> None:
    url = "https://sannaedeul.example/story/71200"
    for script in (
        '{"@type":"NewsArticle","headline":',
        "[" * 5000,
        '{"@type":["NewsArticle"],"headline":7,"datePublished":[]}',
        "null",
        '"x"',
    ):
        html = f"<html><head><script type='application/ld+json'>{script}</script></head><body><div id=root></div><script>window.__STATE__ = {script}</script></body></html>"
        assert read(Page(url, url, 200, "text/html", html, NOW)).kind == "refusal"
