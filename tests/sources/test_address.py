"""Addresses and the canonical keys made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.address import absolute, keep, parse, unquoted, with_query
from sources.recognise import BY_NAME, by_address, key_of


def test_one_site_under_several_names() -> None:
    sites = {parse(f"{start}ex.kr/a").site for start in ("http://", "https://www.", "https://m.", "http://WWW.")}
    assert sites == {"ex.kr"}
    assert parse("http://ex.kr:8080/").site == "ex.kr:8080"
    assert parse("https://ex.kr:443/").site == "ex.kr"
    assert parse("https://m.kr/").site == "m.kr", "a name of two parts has no prefix to lose"
    assert parse("https://마을.한국/").site == "xn--hz2bq0w.xn--3e0b707e"


def test_parameters_are_decoded_and_the_last_of_a_name_counts() -> None:
    address = parse("http://ex.kr/b.php?page=2&sca=%B5%BF%B3%D7&x=%EB%8F%99&page=03;jsession")
    assert address.query["sca"] == "동네"
    assert address.query["x"] == "동"
    assert parse("http://ex.kr/?page=1&page=02").number("page") == "2"
    assert parse("http://ex.kr/l;jsessionid=AB.c1?n=1").path == "/l"
    assert parse("http://ex.kr/?a=1&amp;b=2").query == {"a": "1", "b": "2"}
    assert (unquoted("%ea%b0%80"), unquoted("%B0%A1")) == ("가", "가")


@pytest.mark.parametrize(
    "href", ["", None, "#top", "javascript:void(0)", "mailto:a@example.com", "http://[", "tel:1", "ftp://x/y"]
)
def test_what_is_no_link(href: str | None) -> None:
    assert absolute("http://ex.kr/a/b", href) is None


def test_links_are_completed_and_lose_their_fragment() -> None:
    assert absolute("http://ex.kr/bbs/board.php?x=1", "./view.php?n=2#c_3") == "http://ex.kr/bbs/view.php?n=2"
    assert absolute("http://ex.kr/bbs/", "?page=2") == "http://ex.kr/bbs/?page=2"
    assert absolute("http://ex.kr/", "//cdn.ex.kr/a") == "http://cdn.ex.kr/a"
    assert absolute("http://ex.kr/", "http://ex.kr/a#b") == "http://ex.kr/a"


def test_queries_are_set_and_cut() -> None:
    assert keep("http://ex.kr/a?x=1&n=2&y=3#f", "n", "zz") == "http://ex.kr/a?n=2"
    assert with_query("http://ex.kr/a?x=1&page=1", page=2, x=None) == "http://ex.kr/a?page=2"


SAME = {
    "gnuboard5": (
        "gnuboard:ex.kr/notice/12",
        [
            "https://ex.kr/bbs/board.php?bo_table=notice&wr_id=12",
            "http://www.ex.kr/bbs/board.php?wr_id=12&bo_table=notice&page=3&sca=x",
            "https://m.ex.kr/bbs/board.php?bo_table=notice&wr_id=12&device=mobile#c_14",
            "https://ex.kr/notice/12",
            "https://ex.kr/notice/12/?page=2",
        ],
    ),
    "gnuboard4": ("gnuboard:ex.kr/g4/free/7", ["http://ex.kr/g4/bbs/board.php?bo_table=free&wr_id=7&stx=%BE%C8"]),
    "rhymix": (
        "xe:ex.kr/216",
        [
            "https://ex.kr/board/216",
            "https://ex.kr/216",
            "https://ex.kr/index.php?mid=board&document_srl=216&page=2",
            "https://ex.kr/index.php?document_srl=216&act=dispBoardContent",
            "https://ex.kr/board/216?comment_srl=3",
        ],
    ),
    "wordpress": (
        "wordpress:ex.kr/39",
        [
            "https://ex.kr/?p=39",
            "https://ex.kr/index.php?p=39&replytocom=4",
            "https://ex.kr/archives/39",
            "https://ex.kr/wp-json/wp/v2/posts/39",
            "https://ex.kr/?rest_route=/wp/v2/posts/39",
        ],
    ),
    "kboard": (
        "kboard:ex.kr/20",
        [
            "https://ex.kr/notice/?mod=document&uid=20",
            "https://ex.kr/notice/?pageid=2&uid=20&mod=document",
            "https://ex.kr/?kboard_content_redirect=20",
            "https://ex.kr/?page_id=51&mod=document&uid=20",
        ],
    ),
    "egov": (
        "egov:ex.go.kr/BBSMSTR_000000000042/81234",
        [
            "https://ex.go.kr/p/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_000000000042&nttId=81234&pageIndex=3&menuNo=1",
            "https://www.ex.go.kr/cop/bbs/BBSMSTR_000000000042/selectBoardArticle.do;jsessionid=A1.n?nttId=81234",
        ],
    ),
    "ntt": (
        "ntt:ex.kr/96516",
        ["https://ex.kr/anse/na/ntt/selectNttInfo.do?mi=3041&bbsId=1383&nttSn=96516&nttSnUrl=ab12"],
    ),
    "tistory": (
        "tistory:a.tistory.com/31",
        ["https://a.tistory.com/31", "https://a.tistory.com/m/31", "https://a.tistory.com/31?category=1"],
    ),
    "naverblog": (
        "naverblog:soleco/22345678",
        [
            "https://blog.naver.com/soleco/22345678",
            "https://m.blog.naver.com/soleco/22345678",
            "https://blog.naver.com/PostView.naver?blogId=soleco&logNo=22345678&redirect=Dlog",
        ],
    ),
}


@pytest.mark.parametrize("family", SAME)
def test_one_document_has_one_key(family: str) -> None:
    key, urls = SAME[family]
    assert {BY_NAME[family].key(url) for url in urls} == {key}


@pytest.mark.parametrize(
    ("family", "url"),
    [
        ("gnuboard5", "https://ex.kr/bbs/board.php?bo_table=notice"),
        ("gnuboard5", "https://ex.kr/bbs/write.php?w=r&bo_table=notice&wr_id=12"),
        ("gnuboard5", "https://ex.kr/notice/2026-공고/"),
        ("rhymix", "https://ex.kr/index.php?mid=board&page=2"),
        ("rhymix", "https://ex.kr/board"),
        ("wordpress", "https://ex.kr/2026/11/20/제목/"),
        ("wordpress", "https://ex.kr/?feed=rss2&p=5"),
        ("kboard", "https://ex.kr/notice/?mod=list&pageid=2"),
        ("egov", "https://ex.go.kr/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000042"),
        ("naverblog", "https://blog.naver.com/soleco"),
        ("mangboard", "https://ex.kr/help/?vid=20"),
    ],
)
def test_what_names_no_document_has_no_key(family: str, url: str) -> None:
    assert BY_NAME[family].key(url) is None


def test_an_address_alone_gives_some_engines_away() -> None:
    told = by_address("https://ex.kr/bbs/board.php?bo_table=notice&wr_id=12")
    assert told is not None
    assert told.key("https://ex.kr/bbs/board.php?bo_table=notice&wr_id=12") == "gnuboard:ex.kr/notice/12"
    assert key_of("https://ex.kr/board/216") is None, "a shape many engines share"
    assert key_of("https://ex.kr/board/216", BY_NAME["xe1"]) == "xe:ex.kr/216"


@given(st.text(max_size=120))
def test_any_address_is_taken_apart(url: str) -> None:
    address = parse(url)
    assert isinstance(address.site, str)
    for family in BY_NAME.values():
        family.address(address)
        assert family.key(url) is None or ":" in str(family.key(url))


@given(
    st.integers(1, 10**9),
    st.sampled_from(["notice", "free", "qa2"]),
    st.permutations(["page=3", "sca=%B5%BF", "device=mobile", "sst=wr_hit"]),
)
def test_the_way_to_a_post_does_not_change_its_key(number: int, board: str, way: list[str]) -> None:
    plain = f"https://ex.kr/bbs/board.php?bo_table={board}&wr_id={number}"
    assert BY_NAME["gnuboard5"].key(f"{plain}&{'&'.join(way)}") == BY_NAME["gnuboard5"].key(plain)
