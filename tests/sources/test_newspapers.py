"""Newspaper engines: recorded pages, own pages of skins that were not recorded, and the rules for single lines."""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

import newsfragments
import newslistskins
import newsskins
from recorded_pages import readings, scored

from sources.decode import decode
from sources.page import Page, Reading, Reason
from sources.reading import read
from sources.texts.newsheader import labelled, without_paper
from sources.texts.newslines import own_lines
from sources.texts.newswords import caption_of, is_copyright, is_gate, is_share, signature, without_lead_byline

NOW = datetime.fromisoformat("2026-11-22T12:00:00+09:00")
FOLDERS = {
    "dadamedia-a/": "dadamedia", "detail-d1/": "detail_php", "ins-a/": "insnews", "inhouse-d1/": "inhouse", "insnews-d1/": "insnews",
    "mediaon-": "mediaon", "ncode-d1/": "ncode", "ndsoft-": "ndsoft", "viewidx-d1/": "viewidx", "viewkey-d1/": "viewphp_key",
}  # fmt: skip
BARS = {
    "view.read": 0.995, "view.title": 0.995, "view.published_at": 0.995, "view.canonical_key": 0.995, "view.body_f1": 0.995,
    "view.body_exact": 0.97, "view.comments": 0.98, "view.attachments": 0.98, "list.length": 0.98, "list.titles_in_order": 0.98,
    "list.next_page": 0.98, "refused": 1.0,
}  # fmt: skip


def given_page(url: str, html: str, status: int = 200) -> Page:
    return Page(url=url, final_url=url, status=status, content_type="text/html", text=html, fetched_at=NOW)


def read_skin(skin: newsskins.Skin, item: newsskins.Item) -> Reading:
    decoded = decode(skin.make(item).encode(skin.encoding, "replace"), "text/html")
    return read(given_page(newsskins.address(skin, item), decoded.text))


# --- recorded pages --------------------------------------------------------------------------


def test_recorded_pages_meet_the_bars(shared: Path, tmp_path: Path) -> None:
    figures, said = scored(shared / "pages", tmp_path, tuple(FOLDERS), worst=30)
    low = {name: figures[name] for name, bar in BARS.items() if figures[name] < bar}
    assert not low, f"{low}\n{said}"


def test_recorded_pages_are_recognised(shared: Path) -> None:
    wrong = []
    for row, reading in readings(shared / "pages", tuple(FOLDERS)):
        family = next(name for start, name in FOLDERS.items() if row["file"].startswith(start))
        if row["kind"] in ("view", "list") and reading.family != family:
            wrong.append((row["file"], reading.family))
    assert not wrong


def test_recorded_captions_and_subtitles_are_named_not_lost(shared: Path) -> None:
    """What is kept out of the body is still said: captions and 부제 in their own fields."""
    seen = 0
    for row, reading in readings(shared / "pages", tuple(FOLDERS)):
        gold = row.get("gold") or {}
        if row["kind"] == "view" and reading.article and gold.get("subtitles"):
            seen += 1
            assert list(reading.article.subtitles) == gold["subtitles"], row["file"]
    assert seen > 30


# --- skins that were not recorded -------------------------------------------------------------


@pytest.mark.parametrize("skin", newsskins.SKINS, ids=lambda s: s.name)
@pytest.mark.parametrize("item", newsskins.ITEMS, ids=lambda i: i.number)
def test_every_skin_is_read_whole(skin: newsskins.Skin, item: newsskins.Item) -> None:
    reading = read_skin(skin, item)
    article = reading.article
    assert article is not None, (reading.family, reading.refusal, reading.detail)
    assert reading.family == skin.family
    assert reading.canonical_key and reading.canonical_key.endswith(skin.key.format(n=item.number, d=item.digits))
    assert article.title == item.title
    assert article.published_at and article.published_at.isoformat()[:16] == f"{item.day}T{item.clock[:5]}"
    assert article.author == item.author
    assert article.body_text.split("\n") == list(item.body)
    if skin.captions:
        assert article.image_captions == item.captions
    if skin.subtitles:
        assert article.subtitles == item.subtitles


@pytest.mark.parametrize("skin", newslistskins.LISTS, ids=lambda s: s.name)
def test_list_skin(skin: newslistskins.ListSkin) -> None:
    reading = read(given_page(skin.url, skin.make()))
    listing = reading.listing
    assert listing is not None, (reading.family, reading.kind, reading.refusal)
    assert reading.family == skin.family
    assert [i.title for i in listing.items] == [r.title for r in newslistskins.ROWS]
    assert [i.published_at and i.published_at.isoformat()[:10] for i in listing.items] == [
        r.at[:10] for r in newslistskins.ROWS
    ]
    assert len({i.canonical_key for i in listing.items}) == len(newslistskins.ROWS)
    assert (
        (skin.next_page in listing.next_page)
        if skin.next_page and listing.next_page
        else listing.next_page == skin.next_page
    )
    if skin.key:
        assert str(listing.items[0].canonical_key).endswith(skin.key)


# --- addresses -------------------------------------------------------------------------------

SAME = [
    ("http://www.eroun.example//news/articleView.html?idxno=4281", "https://eroun.example/news/articleViewAmp.html?idxno=4281",
     "http://m.eroun.example/?mod=news&act=articleView&idxno=4281", "https://eroun.example/news/articlePrint.html?idxno=4281&x=1"),
    ("https://www.ks.example/news/article.html?no=28315", "https://m.ks.example/news/article.html?no=28315", "https://ks.example/mobile/article.html?no=28315"),
    ("http://n21.example/news/view.php?idx=12772&sm=w_total&stx=x", "https://n21.example/article/12772?mcode=m39mass", "http://n21.example/m/view.php?idx=12772"),
    ("http://br.example/sub_read.html?uid=123&section=sc1", "https://www.br.example/123", "http://m.br.example/123"),
    ("https://nc.example/news/newsview.php?ncode=1065601541728324", "https://nc.example/news/view/1065601541728324", "http://m.nc.example/news/amp.html?ncode=1065601541728324", "https://nc.example/amp/1065601541728324"),
    ("http://vk.example/main/view.php?key=20170602010000449", "https://m.vk.example/view.php?key=20170602010000449"),
]  # fmt: skip


@pytest.mark.parametrize(
    "family,urls", list(zip(("ndsoft", "mediaon", "dadamedia", "insnews", "ncode", "viewphp_key"), SAME, strict=True))
)
def test_addresses_of_one_document_share_a_key(family: str, urls: tuple[str, ...]) -> None:
    from sources.recognise import BY_NAME

    assert len({BY_NAME[family].key(url) for url in urls}) == 1
    assert BY_NAME[family].key(urls[0]) is not None
    assert BY_NAME[family].key(urls[0].replace("1", "2")) != BY_NAME[family].key(urls[0])


@pytest.mark.parametrize(
    "url",
    [
        "https://knn.example/news/articleView.php?idxno=1261816",
        "http://in.example/news/view.php?bIdx=16927",
        "http://np.example/news/view.php?no=12649",
    ],
)
def test_look_alike_addresses_are_no_engine_of_ours(url: str) -> None:
    """The same words in a path, another engine behind them: only markup could tell."""
    from sources.recognise import by_address

    assert by_address(url) is None


# --- refusals --------------------------------------------------------------------------------

ALERT = '<html><body><script>alert("{}");history.back();</script></body></html>'


@pytest.mark.parametrize(
    "url,html,reason",
    [
        (
            "http://nd.example/news/articleView.html?idxno=1",
            ALERT.format("기사가 존재하지 않거나 삭제되었습니다."),
            Reason.GONE,
        ),
        (
            "http://nd.example/news/articleView.html?idxno=1",
            ALERT.format("로그인 후 이용하실 수 있습니다."),
            Reason.CLOSED,
        ),
        ("http://nd.example/news/articleView.html?idxno=1", ALERT.format("일시적인 오류"), Reason.ENGINE_ERROR),
        ("http://nd.example/news/articleList.html?sc_word=협동조합", "<div id='section-list'></div>", Reason.SEARCH),
        (
            "http://nd.example/",
            "<img src='/image/ndsoft.gif'><h4><a href='/news/articleView.html?idxno=3'>제목</a></h4>",
            Reason.FRONT,
        ),
        (
            "http://dp.example/detail.php?number=9",
            "<h2 class='de_tit'></h2><div id='ct'></div><p>2017-12-30 12:00</p>",
            Reason.GONE,
        ),
        ("https://un.example/story/1234", "<p>짧은 알림</p>", Reason.UNREADABLE),
        ("https://un.example/", "<h1>들머리</h1><p>오늘 소식</p>", Reason.FRONT),
    ],
)
def test_refusals_have_names(url: str, html: str, reason: Reason) -> None:
    assert read(given_page(url, html)).refusal == reason


def test_a_page_that_is_gone_keeps_its_key() -> None:
    reading = read(given_page("http://m.nd.example/news/articleView.html?idxno=77", ALERT.format("삭제된 기사입니다")))
    assert reading.canonical_key == "ndsoft:nd.example/77"


# --- single lines ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line,name",
    [
        ("길보람 기자 a@example.com", "길보람"), ("/여은새 기자", "여은새"), ("[산마루신문=석단비 기자]", "석단비"), ("서울=추하랑 특파원", "추하랑"),
        ("글·사진=옥마루 기자", ""), ("a@example.com", ""), ("산마루신문 진솔비 기자 b@example.com", "진솔비"), ("남궁새별 시민기자", "남궁새별"),
    ],
)  # fmt: skip
def test_a_signature_gives_the_name_of_the_reporter(line: str, name: str) -> None:
    assert signature(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "그는 10년 차 기자", "마지막까지 남은 사람은 기자였다.", "나는 언젠가 이 일을 기록할 기자를 만나고 싶다.", "문의 055-000-1234, a@example.com",
        "가격 1만2000원", "촬영·편집 낭다인, 내레이션 두고은.", "기자와 주민이 함께 걷는 길", "시민 기자", "꿈은 기자",
    ],
)  # fmt: skip
def test_prose_that_holds_a_reporter_is_no_signature(line: str) -> None:
    assert signature(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "<저작권자 ⓒ 산마루신문, 무단 전재 및 재배포 금지>",
        "ⓒ 산마루신문 All rights reserved.",
        "- Copyrights ⓒ산마루. 무단 전재-재배포 금지 -",
    ],
)
def test_copyright_lines(line: str) -> None:
    assert is_copyright(line)


@pytest.mark.parametrize(
    "line",
    [
        "조합은 저작권자와 계약을 새로 맺었다고 밝혔다.",
        "무단 전재를 막는 조례가 통과됐다.",
        "저작권 교육을 받은 직원들이 안내서를 썼다.",
    ],
)
def test_sentences_about_copyright_stay(line: str) -> None:
    assert not is_copyright(line)


def test_share_words_and_captions_and_gates() -> None:
    assert is_share("페이스북 트위터 카카오톡 URL복사") and not is_share("밴드 공연은 7시에 시작한다")
    assert caption_of("↑↑ 천 번째 꾸러미") == "천 번째 꾸러미"
    assert caption_of("▲ 회관 앞 빨래차 ⓒ산마루신문") == "회관 앞 빨래차"
    assert caption_of("△돌봄 △먹거리 △교육") is None and caption_of("▲ 대상: 주민") is None
    assert is_gate("이 기사는 유료회원만 볼 수 있습니다.") and not is_gate("조합은 회원 열두 명으로 시작했다.")
    assert without_lead_byline("[한여울뉴스=길보람 기자] 시는 3일 밝혔다.") == "시는 3일 밝혔다."
    assert without_lead_byline("[기고] 마을의 힘") == "[기고] 마을의 힘"


def test_titles_lose_the_paper_and_nothing_else() -> None:
    assert without_paper("장터 열린다 - 산마루신문", "산마루신문") == "장터 열린다"
    assert without_paper("[산마루신문] 장터 열린다", "산마루신문") == "장터 열린다"
    assert without_paper("산마루신문:: 장터 열린다", "산마루신문") == "장터 열린다"
    assert without_paper("장터 < 경제 < 기사본문 - 산마루신문", "산마루신문") == "장터"
    assert without_paper("2대0 - 값진 무승부는 없다", "산마루신문") == "2대0 - 값진 무승부는 없다"


def test_the_day_in_print_is_not_the_time_of_publishing() -> None:
    times = labelled("발행일 2021-06-24 제3면 입력 2021-06-23 18:12 수정 2021-06-23 19:00")
    assert times.published and times.published.at.isoformat()[:16] == "2021-06-23T18:12"
    assert times.modified and times.modified.at.isoformat()[:16] == "2021-06-23T19:00"


WORDS = st.sampled_from(
    ["마을", "조합", "장터", "기자", "저작권", "공유", "회원", "사진", "광고", "제보", "금지", "시는", "오늘"]
)
SENTENCES = st.lists(
    st.lists(WORDS, min_size=4, max_size=12).map(lambda w: " ".join(w) + " 문을 열었다고 말했다."),
    min_size=1,
    max_size=6,
)
TAILS = st.lists(
    st.sampled_from(["길보람 기자 a@example.com", "ⓒ 산마루신문 무단전재 및 재배포 금지", "페이스북 트위터 카카오톡 밴드", "#마을 #장터", "길보람 기자의 다른기사 보기"]),
    max_size=4,
)  # fmt: skip


@given(SENTENCES, TAILS)
@settings(max_examples=200, deadline=None)
def test_planted_tails_go_and_every_sentence_stays(sentences: list[str], tails: list[str]) -> None:
    assert list(own_lines([*sentences, *tails], author="길보람").text) == sentences


@pytest.mark.parametrize("unit", ["1", "(", " ", "▲", "가 ", "[", "기자 ", "<div>", "@", "#a ", "2026.", "-"])
def test_masses_of_anything_is_read_or_refused(unit: str) -> None:
    """Nested 16,000 deep or one line of 200,000 marks: named, never hanging (the suite would)."""
    filler = unit * (8_000 if unit.startswith("<") else 200_000 // len(unit))
    html = f"<html><body><h3 class='heading'>{filler}</h3><div id='article-view-content-div'><p>{filler}</p></div></body></html>"
    assert read(given_page("http://nd.example/news/articleView.html?idxno=5", html)).kind in ("article", "refusal")
    assert read(given_page("http://un.example/story/12345", html.replace("article-view-content-div", "x"))).kind in (
        "article",
        "refusal",
        "listing",
    )


# --- what stands in the container of the text --------------------------------------------------

FRAMES = {
    "ndsoft": ("http://nd.example/news/articleView.html?idxno=7", '<h3 class="heading">{title}</h3><ul class="infomation"><li>공나루 기자</li><li>승인 2026.11.20 10:11</li></ul><div id="article-view-content-div">{body}</div>'),
    "mediaon": ("http://mo.example/news/article.html?no=7", '<div class="art_top"><h2>{title}</h2><ul class="art_info"><li>공나루 기자</li><li>등록 2026.11.20 10:11:12</li></ul></div><div id="news_body_area">{body}</div>'),
    "unknown": ("https://un.example/story/70007", '<h1>{title}</h1><p class="when">입력 2026-11-20 10:11</p><p>공나루 기자</p><div class="article-content">{body}</div>'),
}  # fmt: skip


def framed(family: str, *parts: str) -> Reading:
    url, frame = FRAMES[family]
    links = (
        parts
        if family == "ndsoft"
        else tuple(
            p.replace(
                "/news/articleView.html?idxno=", "/story/7010" if family == "unknown" else "/news/article.html?no="
            )
            for p in parts
        )
    )
    title = "바람골 마을 장터 터 넓힌다"
    html = f"<html><head><title>{title} - 바람골신문</title><meta property='og:site_name' content='바람골신문'></head><body>{frame.format(title=title, body=''.join(links))}</body></html>"
    return read(given_page(url, html))


def p(text: str) -> str:
    return f"<p>{text}</p>"


@pytest.mark.parametrize("family", FRAMES)
@pytest.mark.parametrize("name", newsfragments.AFTER)
def test_what_follows_the_text_is_not_text(family: str, name: str) -> None:
    reading = framed(
        family, p(newsfragments.OPENING), p(newsfragments.MIDDLE), p(newsfragments.CLOSING), newsfragments.AFTER[name]
    )
    assert reading.article and reading.article.body_text.split("\n") == [
        newsfragments.OPENING,
        newsfragments.MIDDLE,
        newsfragments.CLOSING,
    ]


@pytest.mark.parametrize("family", FRAMES)
@pytest.mark.parametrize("name", newsfragments.CAPTIONS)
@pytest.mark.parametrize("first", [True, False])
def test_captions_are_not_text(family: str, name: str, first: bool) -> None:
    markup, caption = newsfragments.CAPTIONS[name]
    lines = [newsfragments.OPENING, newsfragments.MIDDLE, newsfragments.CLOSING]
    parts = [markup, *map(p, lines)] if first else [p(lines[0]), markup, *map(p, lines[1:])]
    reading = framed(family, *parts)
    assert reading.article and reading.article.body_text.split("\n") == lines
    assert reading.article.image_captions == (caption,)


@pytest.mark.parametrize("family", FRAMES)
@pytest.mark.parametrize("name", newsfragments.KEPT)
@pytest.mark.parametrize("last", [True, False])
def test_what_only_looks_like_it_is_text(family: str, name: str, last: bool) -> None:
    markup, lines = newsfragments.KEPT[name]
    before, after = [newsfragments.OPENING, newsfragments.MIDDLE], [] if last else [newsfragments.CLOSING]
    reading = framed(family, *map(p, before), markup, *map(p, after))
    assert reading.article and reading.article.body_text.split("\n") == [*before, *lines, *after]
