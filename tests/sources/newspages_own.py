"""Papers and regional broadcasters with a system of their own, and the feeds Korean papers serve."""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

import html

from newspages_shape import Held, Row, broken, feed, listing, paragraphs, refused, view
from newspages_texts import (
    AWARD,
    BREAD,
    BUDGET,
    BUS,
    CARE,
    COLUMN,
    ENERGY,
    FLOOD,
    LIBRARY,
    MILL,
    RIGHTS,
    STUDY,
)

HEAD = '<!doctype html><html lang="ko"><head><meta charset="utf-8">'


def side(address: str) -> str:
    return f"<aside><h3>많이 본 뉴스</h3><ul>{''.join(f'<li><a href={chr(34)}{address % (11 + n)}{chr(34)}>{n + 1} {p.title}</a></li>' for n, p in enumerate((FLOOD, RIGHTS, ENERGY)))}</ul></aside>"


ASP = f"""<html><head><meta charset="utf-8"><title>{BUS.title} :: 큰바다신문</title></head><body><div class="top"><a href="/">큰바다신문</a> 2026.11.22</div><div class="news_view"><div class="f_news_title"><h1>{BUS.title}</h1><h2>{BUS.sub}</h2></div><div class="news_date"><ul><li>{BUS.by} 기자 eg@bada.test</li><li>| 입력 : 2020-04-19 19:48:33</li><li>| 본지 5면</li></ul></div><div class="news_article"><div class="photo_c"><img src="b.jpg"><div class="cap">{BUS.caption}. 큰바다신문DB</div></div>{paragraphs(BUS, "<div class='ad300'><iframe></iframe></div>")}<p>{BUS.by} 기자 eg@bada.test</p></div><div class="copyright">ⓒ큰바다신문(www.bada.test), 무단 전재 및 재배포 금지</div><div class="bt"><a>이 기사 메일로 보내기</a></div></div>{side("/news2011/asp/newsbody.asp?code=0300&key=%d")}</body></html>"""
AID = f"""{HEAD}<title>섬마을일보</title><meta property="og:title" content="{COLUMN.title}"><meta property="og:site_name" content="섬마을일보"></head><body><div id="gnb"><a href="/list.php?cat=op">오피니언</a></div><div class="article"><h1 class="headline">{COLUMN.title}</h1><div class="write"><span>박노을</span> <em>hl@somil.test</em> <span>입력 : 2018. 05.29. 00:00:00</span></div><div class="article_txt"><img src="/face.jpg" alt="박노을"><p>{COLUMN.lines[0]}</p><p>{COLUMN.lines[1]}</p><p>{COLUMN.lines[2]}</p><p>&lt;{COLUMN.lines[3]}&gt;</p></div><div class="kakao">카카오톡에서 섬마을일보를 구독해 주세요</div><div class="copy">이 기사는 섬마을일보 홈페이지(http://www.somil.test)에서 프린트 되었습니다.</div><div class="replys"><h3>이 논단 기사에 대한 독자 의견 (0 개)</h3></div></div>{side("/article.php?aid=%d")}</body></html>"""
BUSAN = f"""{HEAD}<title>{ENERGY.title} - 갯마을일보</title><meta property="og:description" content="{ENERGY.lead}"></head><body><header><p class="date">2026-11-22 (일)</p></header><div class="article_view"><p class="title">{ENERGY.title}</p><div class="article_info"><p class="byline">{ENERGY.by} 기자 rw@gaet.test</p><div class="sns_btn">페이스북 트위터 카카오</div></div><div class="article_head"><div class="reg_date"><ul><li>입력 : 2023-03-02 18:32:11</li><li>수정 : 2023-03-02 18:40:58</li></ul></div></div><div class="article_sub">{ENERGY.sub}</div><div class="article_content"><div class="img_wrap"><img src="e.jpg"><p>{ENERGY.caption}. {ENERGY.by} 기자</p></div>{paragraphs(ENERGY, "", "<div class='google-auto-placed'></div>")}<p class="byline2">{ENERGY.by} 기자 rw@gaet.test</p></div><div class="keyword">#햇빛협동조합 #배당</div><div class="aside_rel"><h4>당신을 위한 AI 추천 기사</h4><a href="/view/gaet/view.php?code=2023030100000000001">{CARE.title}</a></div></div>{side("/view/gaet/view.php?code=20230301000000%d")}</body></html>"""
MBC_A = f"""{HEAD}<title>가람MBC</title><meta property="og:title" content="{FLOOD.title}"></head><body><header><a href="/">가람MBC</a><a href="/onair">온에어</a></header><div class="container"><div class="row"><div class="col"><span class="cat">지역</span><h1 class="entry-title">{FLOOD.title}</h1><div class="author-box"><img src="/a.jpg"><b>모은결</b><span>기사 제보 041-000-1111</span></div><p class="date">입력 2025-07-13 20:30:00 수정 2025-07-14 08:12:10 조회수 211</p><div class="video"><iframe src="https://player.test/1"></iframe></div><div id="journal_article_wrap">◀앵커▶<br>{FLOOD.lines[0]}<br><br>◀리포트▶<br>{FLOOD.lines[1]}<br><br>◀INT▶ 상인<br>“젖은 것도 나누고 마른 것도 나눕니다.”<br><br>{FLOOD.lines[2]}<br><br>MBC뉴스 모은결입니다. (영상취재 함초롱)</div><div class="source">Copyright © Garam MBC. All rights reserved. 무단 전재 및 재배포, AI학습 포함 금지</div><ul class="tags"><li>#다리목시장</li></ul></div></div></div>{side("/NewsArticle/%d")}</body></html>"""
MBC_LIST_ROWS: list[Row] = [
    (f"https://www.garammbc.test/NewsArticle/{88210 - n}", p.title, f"2025-07-{13 - n}")
    for n, p in enumerate((FLOOD, BUS, MILL))
]
MBC_LIST = f"""{HEAD}<title>가람MBC 뉴스</title></head><body><header><a href="/">가람MBC</a><a href="/NewsList/1">지역</a></header><div class="container"><h2>지역뉴스</h2>{"".join(f'<div class="row item"><a href="{a}"><div class="col-4"><img src="x.jpg"></div><div class="col-8"><h5>{t}</h5><p>{t} 소식을 전합니다.</p><small>{at}</small></div></a></div>' for a, t, at in MBC_LIST_ROWS)}<ul class="pagination"><li class="active"><span>1</span></li><li><a href="/NewsList/1?page=2">2</a></li></ul></div></body></html>"""
TOKEN = f"""{HEAD}<title>{CARE.title} | 빛들일보</title><script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"BreadcrumbList"}},{{"@type":"NewsArticle","headline":"{CARE.title}","datePublished":"2024-09-19T08:00:00Z","author":[{{"@type":"Person","name":"{CARE.by}"}}]}}]}}</script></head><body><div id="app"><main><div class="hd"><span class="badge">단독</span><h1>{CARE.title}</h1><p>{CARE.sub}</p><div class="meta"><span>{CARE.by} 기자</span><time datetime="2024-09-19T17:00:00+09:00">2024.09.19 17:00</time></div></div><div class="article-body" data-v-1f><div class="summary"><b>3줄 요약</b><ol><li>구가 조합에 맡긴다</li><li>640명이 대상이다</li><li>내년에 시작한다</li></ol></div>{paragraphs(CARE, "<figure><img src='c.jpg'><figcaption>" + CARE.caption + "</figcaption></figure>")}</div><div class="subscribe"><h4>빛들일보를 네이버에서 구독하세요</h4><button>구독</button></div><section><h3>최신기사</h3><a href="/detail/x1y2z3">{BREAD.title}</a></section></main></div></body></html>"""
KN = f"""<html><head><meta charset="utf-8"><title>[가람신문] {STUDY.title}</title></head><body><div class="view_top"><div class="cont_tit">{STUDY.title}</div><div class="cont_sub">{STUDY.sub}</div><div class="cont_info">기사입력 : 2017-11-20 22:00:00 | {STUDY.by} 기자</div></div><div class="cont_cont"><div id="content_li">{broken(STUDY)}<br><br>{STUDY.by} 기자 mireu@gr.test</div><div><strong>&lt; 저작권자 ⓒ 가람신문 - 무단 전재, 크롤링, 재배포 금지 &gt;</strong></div><div class="rel"><b>관련기사</b></div><div>{STUDY.by} 기자의 다른기사 검색</div></div>{side("/news/articleView.php?idxno=%d")}</body></html>"""
PAGE = f"""{HEAD}<title>{LIBRARY.title}</title><link rel="canonical" href="https://www.sankol.test/page/view/2022061420315512345"></head><body><div class="header_date">2026. 11. 22 (일요일)</div><div class="article_header"><p class="cat">지역</p><h1 class="title">{LIBRARY.title}</h1><p class="subtitle">{LIBRARY.sub}</p><div class="info"><span class="date">입력 2022-06-14 20:31:55</span> <span class="date">지면 2022-06-15 (9면)</span> <span class="name">나유림 기자 yr@sankol.test</span></div></div><div id="articlebody"><figure><img src="l.jpg"><figcaption>△{LIBRARY.caption}</figcaption></figure>{paragraphs(LIBRARY, "<div class='art_mid_ad'>광고</div>")}<div class="reporter_area"><b>나유림 기자</b> yr@sankol.test <a>기자의 다른 뉴스 보기</a></div></div><p class="copyright">ⓒ 산골일보 - www.sankol.test</p>{side("/page/view/20220614203155%d")}</body></html>"""
HOUSE_ROWS: list[Row] = [
    (f"https://www.sankol.test/page/view/20221114203155{400 - n}", p.title, f"2022-11-{14 - n:02d}T0{n}:30")
    for n, p in enumerate((LIBRARY, AWARD, BREAD, BUDGET))
]
HOUSE_LIST = f"""{HEAD}<title>사회 - 산골일보</title></head><body><nav><a href="/list/12">정치</a><a href="/list/15">사회</a></nav><main><h2>사회</h2><div class="lst">{"".join(f'<article><h3><a href="{a}">{t}</a></h3><p class="lead">{p.lines[0]}</p><div class="i"><span>{p.by}</span><span>{at.replace("T", " ")}</span></div></article>' for (a, t, at), p in zip(HOUSE_ROWS, (LIBRARY, AWARD, BREAD, BUDGET), strict=True))}</div><div class="paging"><a class="on">1</a><a href="?page=2">2</a><a href="?page=11" class="next">다음</a></div></main>{side("/page/view/20220614203155%d")}</body></html>"""
LOGIN = f"""{HEAD}<title>로그인 - 산골일보</title></head><body><main><h1>로그인</h1><p>이 기사는 회원만 읽을 수 있습니다. 로그인 후 이용해 주세요.</p><form method="post" action="/login"><label>아이디<input name="id"></label><label>비밀번호<input type="password" name="pw"></label><button>로그인</button><a href="/join">회원가입</a><a href="/find">비밀번호 찾기</a></form></main></body></html>"""

MBC = "\n".join(
    (
        "◀앵커▶",
        FLOOD.lines[0],
        "◀리포트▶",
        FLOOD.lines[1],
        "◀INT▶ 상인",
        "“젖은 것도 나누고 마른 것도 나눕니다.”",
        FLOOD.lines[2],
        "MBC뉴스 모은결입니다. (영상취재 함초롱)",
    )
)
NOTE = "\n".join((*COLUMN.lines[:3], f"<{COLUMN.lines[3]}>"))

PAIRS = ((MILL, 1), (CARE, 2), (BUDGET, 3))


def items(form: str) -> str:
    """`form` filled per article: T title, E title escaped twice, N number, L lead, B by."""
    out = ""
    for p, n in PAIRS:
        filled = form.replace("{T}", html.escape(p.title)).replace("{E}", html.escape(html.escape(p.title)))
        out += (
            filled.replace("{N}", str(n))
            .replace("{L}", p.lead)
            .replace("{B}", p.by)
            .replace("{D}", "<p>" + "</p><p>".join(p.lines) + "</p>")
        )
    return out


def rows(address: str, at: str) -> list[Row]:
    return [(address % n, p.title, at % n if "%" in at else at) for p, n in PAIRS]


ND_FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title><![CDATA[도래뉴스 - 전체기사]]></title><link>https://www.dorae.test</link><lastBuildDate>2026-11-22 11:00:00</lastBuildDate>'
    + items(
        "<item><title><![CDATA[{T}]]></title><link><![CDATA[https://www.dorae.test/news/articleView.html?idxno=10{N}]]></link><description><![CDATA[{L}...]]></description><author><![CDATA[{B} 기자]]></author><pubDate>2026-11-1{N} 09:0{N}:00</pubDate></item>"
    )
    + "</channel></rss>"
)
EUC_FEED = (
    '\n<?xml version="1.0" encoding="euc-kr" ?>\n<rss version="2.0"><channel><title>가람일보 & 이웃</title><link>http://www.garam-ilbo.test/</link><language>ko</language>'
    + items(
        "<item><title>{E}</title><link>http://www.garam-ilbo.test/sub_read.html?uid=20{N}&section=sc2</link><description>{L}</description><pubDate>Sat, 1{N} Jun 2021 08:0{N}:00 +0900</pubDate></item>"
    )
    + "</channel></rss>"
)
ATOM = (
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>빛들일보</title><link rel="self" href="https://www.bitdeul.test/atom"/><updated>2026-11-22T02:00:00Z</updated>'
    + items(
        '<entry><title type="html">{E}</title><link rel="alternate" href="/detail/a{N}b{N}c{N}"/><id>tag:bitdeul.test,2024:{N}</id><published>2024-09-1{N}T23:30:00Z</published><updated>2024-09-20T00:00:00Z</updated><author><name>{B}</name></author><summary type="html">{L}</summary></entry>'
    )
    + "</feed>"
)
DC_FEED = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>산골일보</title><link>https://www.sankol.test</link>'
    + items(
        '<item><title>{T}</title><link>https://www.sankol.test/page/view/20220614203155{N}?utm_source=rss&amp;utm_medium=feed</link><guid isPermaLink="false">{N}</guid><dc:creator>{B}</dc:creator><dc:date>2022-06-1{N}T20:31:55+09:00</dc:date><content:encoded><![CDATA[{D}]]></content:encoded></item>'
    )
    + "</channel></rss>"
)
KOREAN_FEED = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>한빛신문</title><link>http://www.hanbit-news.test</link>'
    + items(
        "<item><title>{T}</title><link>http://www.hanbit-news.test/news/view.php?idx=30{N}</link><description>{L}</description><pubDate>2023-10-1{N} 오후 03:0{N}:00</pubDate></item>"
    )
    + "</channel></rss>"
)
LATE_FEED = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>새터타임즈</title><link>http://www.saeteo.test</link>'
    + items(
        "<item><title>{T}</title><link>http://www.saeteo.test/news/article.html?no=77{N}</link><description>{L}</description><pubDate>Tue, 0{N} Nov 2023 10:02:51 KST</pubDate></item>"
    )
    + "</channel></rss><!-- 0.02s -->"
)
CLOSED_FEED = "<html><head><meta charset='utf-8'></head><body><script>alert('RSS 서비스를 제공하지 않습니다.');history.back();</script></body></html>"

SEA, ISLE, GAET = "http://www.bada.test", "http://www.somil.test", "https://www.gaet.test"
PAGES: list[Held] = [
    view(
        "inhouse-asp",
        f"{SEA}/news2011/asp/newsbody.asp?code=0300&key=20200419.22005012345",
        ASP,
        BUS,
        "2020-04-19T19:48",
        key="asp",
    ),
    view(
        "inhouse-aid", f"{ISLE}/article.php?aid=1527519600", AID, COLUMN, "2018-05-29T00:00", key="aid", body_text=NOTE
    ),
    view(
        "inhouse-code",
        f"{GAET}/view/gaet/view.php?code=2023030218321100123",
        BUSAN,
        ENERGY,
        "2023-03-02T18:32",
        key="code",
        modified_at="2023-03-02T18:40",
    ),
    view(
        "inhouse-mbc",
        "https://www.garammbc.test/NewsArticle/88210",
        MBC_A,
        FLOOD,
        "2025-07-13T20:30",
        key="mbc",
        modified_at="2025-07-14T08:12",
        body_text=MBC,
    ),
    listing("inhouse-mbc-list", "https://www.garammbc.test/NewsList/1", MBC_LIST, MBC_LIST_ROWS),
    view("inhouse-token", "https://www.bitdeul.test/detail/Xk39fQ", TOKEN, CARE, "2024-09-19T17:00", key="token"),
    view(
        "inhouse-idxno",
        "http://www.gr.test/news/articleView.php?idxno=1233456",
        KN,
        STUDY,
        "2017-11-20T22:00",
        key="kn",
    ),
    view(
        "inhouse-page",
        "https://www.sankol.test/page/view/2022061420315512345",
        PAGE,
        LIBRARY,
        "2022-06-14T20:31",
        key="page",
    ),
    listing("inhouse-list", "https://www.sankol.test/list/15", HOUSE_LIST, HOUSE_ROWS),
    refused("inhouse-login", "https://www.sankol.test/page/view/2022061420315599999", LOGIN),
    feed(
        "feed-ndsoft",
        "https://cdn.dorae.test/rss/gn_rss_allArticle.xml",
        ND_FEED,
        rows("https://www.dorae.test/news/articleView.html?idxno=10%d", "2026-11-1%dT09:0"),
    ),
    feed(
        "feed-euckr",
        "http://www.garam-ilbo.test/rss/rss_news.php",
        EUC_FEED,
        rows("http://www.garam-ilbo.test/sub_read.html?uid=20%d&section=sc2", "2021-06-1%dT08:0"),
        encoding="euc-kr",
    ),
    feed(
        "feed-atom",
        "https://www.bitdeul.test/atom",
        ATOM,
        [(f"https://www.bitdeul.test/detail/a{n}b{n}c{n}", p.title, f"2024-09-1{n + 1}T08:30") for p, n in PAIRS],
    ),
    feed(
        "feed-full",
        "https://www.sankol.test/rss.xml",
        DC_FEED,
        rows("https://www.sankol.test/page/view/20220614203155%d", "2022-06-1%dT20:31"),
        bodies=[p.text for p, _ in PAIRS],
    ),
    feed(
        "feed-korean",
        "http://www.hanbit-news.test/rss.php",
        KOREAN_FEED,
        rows("http://www.hanbit-news.test/news/view.php?idx=30%d", "2023-10-1%dT15:0"),
    ),
    feed(
        "feed-kst",
        "http://www.saeteo.test/data/rss/news.xml",
        LATE_FEED,
        rows("http://www.saeteo.test/news/article.html?no=77%d", "2023-11-0%dT10:02"),
    ),
    refused("feed-closed", "http://www.hanbit-news.test/rss/all.xml", CLOSED_FEED),
]
