"""A new outlet: from its list, its feed, its front page or one article; and what is said where none can be had."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from board_pages import HEAD, Post, listing, view
from loopback_site import Site, http

from pipelines.crawl.entry import as_comments, id_for, per_week, proposal
from pipelines.crawl.fetch import Fetcher
from pipelines.crawl.looking import OnboardingError
from pipelines.crawl.onboarding import Survey, survey
from pipelines.crawl.polite import Polite, Terms
from pipelines.crawl.recorded_site import RecordedSite
from sources.catalogue import load

LIST = "/bbs/board.php?bo_table=free"
POSTS = [
    Post(n, f"마을 소식 {n}", f"{n}일 오후 3시에 모입니다. 누구나 오세요.", at=f"26-11-{n:02} 10:00")
    for n in range(20, 12, -1)
]
FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
    "<title>두레마을</title>{items}</channel></rss>"
)


@pytest.fixture
def board(site: Site) -> Site:
    site.routes["/robots.txt"] = http("User-agent: *\nCrawl-delay: 0\nDisallow: /bbs/write.php")
    site.routes[LIST] = http(listing(POSTS, base=site.url("")))
    for post in POSTS:
        site.routes[f"{LIST}&wr_id={post.number}"] = http(view(post))
    return site


@pytest.fixture
def look(fetcher: Fetcher) -> Callable[[str], Survey]:
    polite = Polite(fetcher.exchange, least_pace=0.0)
    return lambda url: survey(url, polite, Terms(0.0))


def entry_of(found: Survey, folder: Path, **more: str) -> dict[str, Any]:
    """The proposed entry, as the catalogue reads it."""
    said = {"kind": "forum", "region": "서울", **more}
    (folder / "new.toml").write_text(proposal(found, {}, date(2026, 11, 23), **said), encoding="utf-8")
    (source,) = load(folder).values()
    return {
        name: getattr(source, name) for name in ("name", "family", "channel", "lists", "feeds", "expect", "verified")
    }


def test_a_list_gives_a_whole_entry(board: Site, look: Callable[[str], Survey], tmp_path: Path) -> None:
    found = look(board.url(LIST))
    entry = entry_of(found, tmp_path)
    assert (entry["name"], entry["family"], entry["channel"]) == ("두레마을", "gnuboard5", "board")
    assert [(place.url, place.mark) for place in entry["lists"]] == [(board.url(LIST), "seen")]
    assert [a.reading.article.title for a in found.articles if a.reading and a.reading.article] == [
        "마을 소식 20", "마을 소식 19", "마을 소식 18",
    ]  # fmt: skip
    assert entry["verified"] == date(2026, 11, 23)
    assert "/bbs/rss.php?bo_table=free" in board.paths, "the engine's feed was not looked for"


def test_the_rhythm_of_the_list_becomes_the_expectation(board: Site, look: Callable[[str], Survey]) -> None:
    found = look(board.url(LIST))
    week = per_week(found)
    assert week is not None and 7 <= week <= 9, "one post a day"
    (entry,) = tomllib.loads(proposal(found, {}, None, "forum", "서울"))["source"]
    least, most = entry["expect"]["week"]
    assert least < 7 < most
    assert set(entry["expect"]["filled"]) == {"title", "body_text", "published_at"}
    assert "verified" not in entry, "a recording verifies nothing"


def test_a_feed_named_in_the_page_is_found(board: Site, look: Callable[[str], Survey]) -> None:
    rows = "".join(
        f"<item><title>{p.title}</title><link>{board.url(LIST)}&amp;wr_id={p.number}</link></item>".replace(
            "&wr", "&wr"
        )
        for p in POSTS
    )
    board.routes["/my-feed.xml"] = http(FEED.format(items=rows), kind="application/rss+xml")
    link = '<link rel="alternate" type="application/rss+xml" href="/my-feed.xml"></head>'
    board.routes["/"] = http(
        HEAD.format(title="두레마을").replace("</head>", link) + "<p>어서 오세요</p></body></html>"
    )
    found = look(board.url("/"))
    assert [place.url for place in found.feeds] == [board.url("/my-feed.xml")]
    assert found.family == "gnuboard5"
    assert len(found.articles) == 3


def test_from_a_single_article_to_its_list(board: Site, look: Callable[[str], Survey]) -> None:
    found = look(board.url(f"{LIST}&wr_id=15"))
    assert found.from_article
    assert [place.url for place in found.lists] == [board.url(LIST)]


def test_a_link_to_the_list_on_the_front_page(board: Site, look: Callable[[str], Survey]) -> None:
    links = f'<a href="/about">소개</a><a href="{LIST}">마을 소식 게시판</a>'
    board.routes["/"] = http(f"<html><head><title>두레마을</title></head><body>{links}</body></html>")
    assert [place.url for place in look(board.url("/")).lists] == [board.url(LIST)]


LOGIN = (
    '<html><body><form action="/login_check"><input name="id"><input type="password" name="pw"></form></body></html>'
)
SENTENCES = {
    "robots": ("/closed/list", http(listing(POSTS)), "closed by the robots.txt"),
    "login": ("/member/login", http(LOGIN), "login page"),
    "gone": ("/nothing", http("없음", 404), "is not there"),
    "members": ("/members", http("회원만", 403), "closed to visitors"),
    "broken": ("/broken", http("오류", 500), "try again later"),
    "picture": ("/a.png", http(b"\x89PNG", kind="image/png"), "is no page"),
    "nothing": ("/words", http("<html><body><p>공사 중입니다.</p></body></html>"), "no engine was recognised"),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_what_was_found_and_what_to_do(case: str, site: Site, look: Callable[[str], Survey]) -> None:
    path, answer, says = SENTENCES[case]
    site.routes["/robots.txt"] = http("User-agent: *\nDisallow: /closed/")
    site.routes[path] = answer
    with pytest.raises(OnboardingError, match=says) as caught:
        look(site.url(path))
    assert site.url(path) in str(caught.value)


def test_a_single_article_without_any_list(site: Site, look: Callable[[str], Survey]) -> None:
    body = "<p>들꽃마을 사람들이 토요일에 모여 김장을 했다. 배추 삼백 포기를 절이고 버무려 이웃과 나누었다.</p>" * 4
    site.routes["/story/12345"] = http(
        '<html><head><title>김장 나눔 - 들꽃신문</title><meta property="og:type" content="article">'
        '<meta property="article:published_time" content="2026-11-20T10:00:00+09:00"></head>'
        f"<body><article><h1>김장 나눔</h1>{body}</article></body></html>"
    )
    with pytest.raises(OnboardingError, match="single article") as caught:
        look(site.url("/story/12345"))
    assert "address of the list" in str(caught.value)


@pytest.mark.parametrize("said", ["산마루신문", "ftp://x.example/", "http://", "http://user:pw@x.example/", "a b"])
def test_what_is_not_an_address(said: str, look: Callable[[str], Survey]) -> None:
    with pytest.raises(OnboardingError, match="is not an address"):
        look(said)


def test_an_unreachable_host(look: Callable[[str], Survey]) -> None:
    with pytest.raises(OnboardingError, match="cannot be reached: no web server listens there"):
        look("http://127.0.0.1:9/list")


def test_a_private_address_is_refused_by_name() -> None:
    with Fetcher("Dure/test (+a@example.com)") as open_net, pytest.raises(OnboardingError, match="DURE_ALLOW_PRIVATE"):
        survey("http://127.0.0.1/list", Polite(open_net.exchange), Terms())


OUTLETS = {
    "https://gaon.test/news/articleList.html?view_type=sm": "ndsoft",
    "https://byeolha.test/feed/": "wordpress",
    "https://hanul.test/free/4510": "rhymix",
    "https://mirinae.test/news/view.php?idx=88205": "dadamedia",
    "https://haesol.test/news/article.html?no=5011": "mediaon",
    "http://neulpum.test/sub_read.html?uid=30398&section=sc3": "insnews",
    "http://dubit.test/bbs/board.php?bo_table=news": "gnuboard4",
}


@pytest.mark.parametrize(("url", "family"), OUTLETS.items())
def test_outlets_of_a_recording(url: str, family: str, recording: Path, tmp_path: Path) -> None:
    polite = Polite(RecordedSite(recording, url).exchange, least_pace=0.0)
    found = survey(url, polite, Terms(0.0))
    assert entry_of(found, tmp_path)["family"] == family
    assert len(found.articles) == 3, [(look.url, look.found) for look in found.looks]


def test_an_entry_without_kind_leaves_the_catalogue_whole(
    board: Site, look: Callable[[str], Survey], tmp_path: Path
) -> None:
    table = proposal(look(board.url(LIST)), {}, None)
    assert 'kind = ""' in table and "local_newspaper" in table
    assert tomllib.loads(as_comments(table)) == {}
    assert "# id = " in as_comments(table)


@pytest.mark.parametrize(
    ("url", "taken", "made"),
    [
        ("https://www.sanmaru.co.kr/x", (), "sanmaru"),
        ("https://m.sanmaru.co.kr/x", ("sanmaru",), "sanmaru-2"),
        ("https://se.gwangju.go.kr/", (), "se-gwangju"),
        ("http://127.0.0.1:8000/", (), "127-0-0-1"),
    ],
)
def test_ids_come_from_the_host(url: str, taken: tuple[str, ...], made: str) -> None:
    assert id_for(url, taken) == made
