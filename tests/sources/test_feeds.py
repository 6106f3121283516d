"""Feeds and sitemaps of every dialect, with the traps of the engines that make them."""
# ruff: noqa: E501 - feeds are kept as dense as the engines print them

from __future__ import annotations

from datetime import datetime

import pytest

from sources.families.feed import MOST
from sources.page import Listing, Page
from sources.reading import read

FETCHED = datetime.fromisoformat("2026-11-22T10:25:00+09:00")


def read_feed(text: str, url: str = "http://ex.kr/rss") -> Listing:
    page = Page(url=url, final_url=url, status=200, content_type="application/xml", text=text, fetched_at=FETCHED)
    reading = read(page)
    assert reading.listing is not None, (reading.family, reading.refusal, reading.detail)
    return reading.listing


def rss(item: str, channel: str = "<title>나래</title>", spaces: str = "") -> str:
    return f'<?xml version="1.0" encoding="euc-kr"?>\n<rss version="2.0" {spaces}><channel>{channel}<item>{item}</item></channel></rss>'


DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
GNUBOARD = "http://ex.kr/bbs/rss.php?bo_table=free"
LINK = "<link>http://ex.kr/bbs/board.php?bo_table=free&amp;amp;wr_id=92</link>"
DIALECTS = {
    "gnuboard 5": (rss(f"<title>잔치</title>{LINK}<dc:date>2026-11-22T10:23:07+09:00</dc:date>", spaces=DC), GNUBOARD,
                   "gnuboard:ex.kr/free/92", "2026-11-22T10:23:07+09:00"),
    "gnuboard 4": (rss(f"<title>잔치</title>{LINK}<dc:date>Sun, 22 Nov 2026 08:48:00 +0900</dc:date>", spaces=DC), GNUBOARD,
                   "gnuboard:ex.kr/free/92", "2026-11-22T08:48:00+09:00"),
    "no zone is Korean time": (rss("<title>잔치</title><link>http://ex.kr/a/1</link><pubDate>2026-11-20 08:48:01</pubDate>"), "http://ex.kr/rss",
                               None, "2026-11-20T08:48:01+09:00"),
    "WordPress in UTC": (rss("<title>잔치</title><link>http://ex.kr/2026/a/</link><guid isPermaLink='false'>http://ex.kr/?p=43</guid>"
                             "<pubDate>Sun, 22 Nov 2026 01:05:00 +0000</pubDate>", "<generator>https://wordpress.org/?v=6.5</generator>"),
                         "http://ex.kr/feed/", "wordpress:ex.kr/43", "2026-11-22T10:05:00+09:00"),
    "KBoard, a Korean clock called UTC": (rss("<title>잔치</title><link><![CDATA[http://ex.kr/?kboard_content_redirect=53]]></link>"
                                              "<pubDate>Sun, 22 Nov 2026 09:20:00 +0000</pubDate>"),
                                          "http://ex.kr/wp-content/plugins/kboard/rss.php?board_id=2", "kboard:ex.kr/53", "2026-11-22T09:20:00+09:00"),
    "an unknown engine's clock runs nine hours ahead": (rss("<title>잔치</title><link>http://ex.kr/a/1</link><pubDate>Sun, 22 Nov 2026 10:00:00 +0000</pubDate>"),
                                                        "http://ex.kr/rss", None, "2026-11-22T10:00:00+09:00"),
    "Rhymix": (rss("<title>잔치</title><link>http://ex.kr/board/216</link><pubDate>Sun, 22 Nov 2026 08:50:00 +0900</pubDate>", "<generator>Rhymix</generator>"),
               "http://ex.kr/board/rss", "xe:ex.kr/216", "2026-11-22T08:50:00+09:00"),
    "RSS 1.0 (RDF)": ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ' + DC + "><channel><title>나래</title></channel>"
                      "<item rdf:about='http://ex.kr/a/1'><title>잔치</title><link>http://ex.kr/a/1</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>",
                      "http://ex.kr/rdf", None, "2026-11-20T00:00:00+09:00"),
    "Atom": ('<feed xmlns="http://www.w3.org/2005/Atom"><title>나래</title><entry><title type="html">잔치</title><link rel="edit" href="/e"/>'
             '<link rel="alternate" href="/a/1"/><id>tag:ex.kr,2026:1</id><updated>2026-11-21T00:00:00Z</updated><published>2026-11-20T00:00:00Z</published>'
             "<content type='html'>&lt;p&gt;모두&lt;/p&gt;</content></entry></feed>", "http://ex.kr/atom", None, "2026-11-20T09:00:00+09:00"),
    "JSON Feed": ('{"version": "https://jsonfeed.org/version/1.1", "title": "나래", "items": [{"id": "1", "url": "http://ex.kr/a/1", "title": "잔치",'
                  ' "date_published": "2026-11-20T09:00:00+09:00", "content_html": "<p>모두</p>"}]}', "http://ex.kr/feed.json", None, "2026-11-20T09:00:00+09:00"),
    "bare ampersands and names of HTML": (rss("<title>잔치&nbsp;</title><link>http://ex.kr/a?x=1&y=2</link><pubDate>2026-11-20 09:00:00</pubDate>"),
                                          "http://ex.kr/rss", None, "2026-11-20T09:00:00+09:00"),
    "cut off in the middle": (rss("<title>잔치</title><link>http://ex.kr/a/1</link><pubDate>Fri, 20 Nov 2026 09:00:00 +0900</pubDate>")[:-23] + "<item><title>반",
                              "http://ex.kr/rss", None, "2026-11-20T09:00:00+09:00"),
}  # fmt: skip


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_of_feeds_gives_title_key_and_time(dialect: str) -> None:
    text, url, key, at = DIALECTS[dialect]
    item = read_feed(text, url).items[0]
    assert (item.title, item.canonical_key) == ("잔치", key)
    assert item.published_at is not None
    assert item.published_at.isoformat() == at


def test_titles_escaped_twice_and_titles_that_only_look_like_markup() -> None:
    assert (
        read_feed(rss("<title>R&amp;amp;D &amp;#039;협동&amp;#039;</title><link>http://ex.kr/a</link>")).items[0].title
        == "R&D '협동'"
    )
    assert (
        read_feed(rss("<title>&lt;사회적경제&gt; 와 &lt;b&gt;</title><link>http://ex.kr/a</link>")).items[0].title
        == "<사회적경제> 와 <b>"
    )
    assert (
        read_feed(rss("<title><![CDATA[<font color=red>급구</font> 잔치]]></title><link>http://ex.kr/a</link>"))
        .items[0]
        .title
        == "급구 잔치"
    )


def test_whole_bodies_are_kept_and_summaries_are_not() -> None:
    content = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    whole = rss(
        "<title>가</title><link>http://ex.kr/a</link><content:encoded>&lt;p&gt;모두&lt;/p&gt;&lt;p&gt;오세요&lt;/p&gt;</content:encoded>",
        spaces=content,
    )
    assert read_feed(whole).items[0].body_text == "모두\n오세요"
    summary = rss("<title>가</title><link>http://ex.kr/a</link><description>모두 오</description>")
    assert read_feed(summary).items[0].body_text is None
    escaped = rss(
        "<title>가</title><link>http://ex.kr/b/1</link><description><![CDATA[&lt;p&gt;모두&lt;/p&gt;]]></description>",
        "<generator>XpressEngine</generator>",
    )
    assert read_feed(escaped).items[0].body_text == "모두"


def test_entity_bombs_do_not_go_off() -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [{names}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    feed = f"{bomb}<rss><channel><item><title>터짐 &e11; &f;</title><link>http://ex.kr/a</link></item></channel></rss>"
    title = read_feed(feed).items[0].title
    assert len(title) < 40
    assert "터짐" in title


def test_sitemaps_and_news_sitemaps() -> None:
    plain = "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>http://ex.kr/bbs/board.php?bo_table=a&amp;wr_id=3</loc><lastmod>2026-11-01</lastmod></url></urlset>"
    item = read_feed(plain, "http://ex.kr/sitemap.xml").items[0]
    assert (item.canonical_key, item.published_at) == ("gnuboard:ex.kr/a/3", None)
    news = (
        "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>http://ex.kr/a</loc><news:news>"
        "<news:publication_date>2026-11-20T09:00:00+09:00</news:publication_date><news:title>잔치</news:title></news:news></url></urlset>"
    )
    item = read_feed(news, "http://ex.kr/news.xml").items[0]
    assert item.title == "잔치"
    assert item.published_at is not None
    index = "<sitemapindex><sitemap><loc>http://ex.kr/s1.xml</loc></sitemap></sitemapindex>"
    assert read_feed(index, "http://ex.kr/sitemap.xml").items[0].url == "http://ex.kr/s1.xml"


def test_endless_feeds_are_read_to_a_limit() -> None:
    entry = "<title>소식 {n}</title><link>http://ex.kr/news/articleView.html?idxno={n}</link>"
    items = "</item><item>".join(entry.format(n=n) for n in range(MOST + 5))
    assert [item.url[-2:] for item in read_feed(rss(items)).items][:2] == ["=0", "=1"]
    assert len(read_feed(rss(items)).items) == MOST
