"""Sixteen layouts that no family knows: site builders, Nuxt and Next, ASP boards, newsletters, Drupal, one-man papers."""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

import json

from newspages_shape import Held, Row, broken, listing, paragraphs, refused, view
from newspages_texts import (
    AWARD,
    BREAD,
    BRIEF,
    BUDGET,
    BUS,
    CARE,
    COLUMN,
    ENERGY,
    FAIR,
    FLOOD,
    LIBRARY,
    MILL,
    RIGHTS,
    STUDY,
    TALK,
)

HEAD = '<!doctype html><html lang="ko"><head><meta charset="utf-8">'
NEXT = f"""{HEAD}<title>{CARE.title} | 곁 매거진</title><meta property="og:type" content="article"><meta property="og:title" content="{CARE.title}"><meta property="og:site_name" content="곁 매거진"></head><body><div id="__next"><div class="css-1x8"><a href="/"><svg></svg></a><ul class="css-2b"><li><a href="/c/care">돌봄</a></li><li><a href="/c/work">일</a></li></ul></div><div class="css-9q"><div class="css-k1">{CARE.title}</div><div class="css-k2"><span>주다솜</span><span>2024년 9월 20일</span><span>읽는 시간 3분</span></div><div class="css-b0">{paragraphs(CARE)}</div><div class="css-z1"><button>♥ 14</button><button>링크 복사</button></div><div class="css-z2"><p>다음 글도 읽어 보세요</p><a href="/p/81"><b>{MILL.title}</b><i>{MILL.lines[1]}</i></a><a href="/p/82"><b>{FLOOD.title}</b><i>{FLOOD.lines[1]}</i></a></div></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": {"post": {"id": 80}}}})}</script></body></html>"""
FONT = f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=ks_c_5601-1987"><title>안골소식</title></head><body bgcolor=white><center><table width=760 border=0><tr><td><img src=top.gif></td></tr><tr><td><font size=2><a href=main.asp>처음</a> | <a href=news.asp>소식</a> | <a href=guest.asp>방명록</a></font></td></tr></table><table width=760 border=1 bordercolor=#cccccc><tr><td bgcolor=#eeeeee width=80><font size=2>제 목</font></td><td colspan=3><font size=3><b>{FAIR.title}</b></font></td></tr><tr><td bgcolor=#eeeeee><font size=2>글쓴이</font></td><td><font size=2>편아라</font></td><td bgcolor=#eeeeee><font size=2>작성일</font></td><td><font size=2>2004-10-11 오후 4:22:00</font></td></tr><tr><td bgcolor=#eeeeee><font size=2>조 회</font></td><td colspan=3><font size=2>381</font></td></tr><tr><td colspan=4 height=200 valign=top><font size=2>{broken(FAIR)}</font></td></tr><tr><td bgcolor=#eeeeee><font size=2>첨부파일</font></td><td colspan=3><font size=2><a href="down.asp?f=plan.hwp">행사계획.hwp</a> (32KB)</font></td></tr></table><table width=760><tr><td><a href=news.asp?page=3>[목록]</a> <a href=write.asp>[글쓰기]</a></td></tr><tr><td><font size=2>윗글 : <a href="view.asp?no=214">{BUS.title}</a><br>아랫글 : <a href="view.asp?no=212">{AWARD.title}</a></font></td></tr></table><font size=1>Copyright 2001 안골소식</font></center></body></html>"""
IMWEB = f"""{HEAD}<title>{STUDY.title} : 물빛센터</title><meta property="og:title" content="{STUDY.title} : 물빛센터"><meta property="og:site_name" content="물빛센터"></head><body><div class="inline_menu"><a href="/notice">알림</a><a href="/about">소개</a></div><div class="board_view"><header class="view_tit"><p>{STUDY.title}</p></header><div class="board_summary"><div class="write"><span class="author">물빛센터</span></div><div class="date">2025-11-02 14:10</div><div class="hit-count">조회수 88</div></div><div class="board_txt_area fr-view"><p><img src="poster.jpg" alt=""></p>{paragraphs(STUDY)}<p><br></p></div><div class="file_area"><ul><li><a href="/post/download/1"><em>참가신청서.hwp</em> <span>24KB</span></a></li><li><a href="/post/download/2"><em>일정표.pdf</em> <span>101KB</span></a></li></ul></div><div class="board_tool"><button>0</button><span>공유</span><span>신고</span></div></div><div class="acd_row"><ul class="list"><li><a href="/notice/?idx=501&bmode=view">{BRIEF.title}</a><span>2025-10-30</span></li></ul></div><footer>물빛시 인쇄골목길 7 물빛사회적경제지원센터 대표 설미르</footer></body></html>"""
STIBEE = f"""{HEAD}<title>[마을편지 42호] {LIBRARY.title}</title></head><body style="background:#f5f5f5"><div class="preheader" style="display:none">{LIBRARY.lead}</div><table width="100%"><tr><td align="center"><table width="630"><tr><td style="text-align:right;font-size:12px"><a href="https://letter.test/42">웹에서 보기</a> <a href="https://letter.test/sub">구독하기</a></td></tr><tr><td><img src="logo.png" alt="마을편지"></td></tr><tr><td style="font-size:24px;font-weight:bold"><h1>{LIBRARY.title}</h1></td></tr><tr><td style="color:#888">2023.05.11 · 나유림</td></tr><tr><td class="content">{paragraphs(LIBRARY)}</td></tr><tr><td style="text-align:center"><a href="https://letter.test/thanks">이번 편지 어떠셨나요?</a></td></tr><tr><td style="font-size:11px;color:#999">마을편지 letter@letter.test<br>도래군 서쪽길 1 041-000-2222<br><a href="#">수신거부</a> Unsubscribe</td></tr></table></td></tr></table></body></html>"""
DRUPAL = f"""{HEAD}<title>{AWARD.title} | 물빛자활센터</title><meta name="Generator" content="Drupal 9"></head><body class="path-node page-node-type-article"><nav role="navigation"><ul><li><a href="/">첫 화면</a></li><li><a href="/news">소식</a></li></ul></nav><main role="main"><div class="region region-content"><h1 class="page-header"><span>{AWARD.title}</span></h1><article role="article" class="node node--type-article"><footer class="node__meta"><div>Submitted by <span>주다솜</span> on <span>2021-12-07 (화) 10:15</span></div></footer><div class="node__content"><div class="field field--name-field-image"><img src="a.jpg"></div><div class="field field--name-body field--type-text-with-summary">{paragraphs(AWARD)}</div><div class="field field--name-field-tags"><div class="field__label">태그</div><a href="/tag/1">자활</a></div><ul class="links"><li><a href="/user/login">Log in</a> or register to post comments</li></ul></div></article></div></main><div class="region-sidebar"><h2>최근 소식</h2><ul><li><a href="/node/9">{BREAD.title}</a></li></ul></div></body></html>"""
MICRO = f"""{HEAD}<title>도래마을방송</title></head><body><div itemscope itemtype="https://schema.org/NewsArticle"><div class="t"><p class="k">보도</p><strong itemprop="headline">{BUDGET.title}</strong></div><div class="m"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">채로운</span></span><meta itemprop="datePublished" content="2020-12-04T08:10:00+09:00"><meta itemprop="dateModified" content="2020-12-04T09:00:00+09:00"><span>12월 4일</span></div><div itemprop="articleBody">{paragraphs(BUDGET)}</div></div><div class="o"><p>함께 들을 방송</p><a href="/r/1">{TALK.title}</a></div></body></html>"""
DIVS = f"""{HEAD}<title>{BUS.title} &raquo; 노루골통신</title></head><body><div class="w"><div class="h"><a href="/">노루골통신</a></div><div class="n"><a href="/a">알림</a><a href="/b">이야기</a></div><div class="v"><div class="s1">{BUS.title}</div><div class="s2">모은결 / 2022. 4. 19.</div><div class="s3"><div>{BUS.lines[0]}</div><div><br></div><div>{BUS.lines[1]}</div><div><br></div><div>{BUS.lines[2]}</div><div><br></div><div>{BUS.lines[3]}</div></div><div class="s4">공감 3 | 댓글 1 | 인쇄</div><div class="s5"><b>최은새</b> 2022. 4. 20.<br>우리 골짜기에도 와 주세요 부탁드립니다</div></div><div class="r"><b>새 글</b><a href="/b/31">{RIGHTS.title}</a><a href="/b/30">{ENERGY.title}</a></div></div></body></html>"""
GHOST = f"""{HEAD}<title>{COLUMN.title}</title><meta name="generator" content="Ghost 5.2"><meta property="og:type" content="article"><meta property="og:title" content="{COLUMN.title}"><meta property="article:published_time" content="2024-03-01T22:00:00.000Z"><meta property="article:modified_time" content="2024-03-02T01:00:00.000Z"></head><body class="post-template"><header class="gh-head"><a href="/">마을에서</a></header><main><article class="gh-article post"><header class="gh-article-header"><a class="gh-article-tag" href="/tag/c">칼럼</a><h1 class="gh-article-title">{COLUMN.title}</h1><div class="gh-article-meta"><h4 class="gh-author-name">박노을</h4><time datetime="2024-03-02">2024. 3. 2.</time><span>— 1 min read</span></div></header><section class="gh-content gh-canvas">{paragraphs(COLUMN)}<div class="kg-card kg-signup-card"><h2>마을에서를 구독하세요</h2><p>한 달에 두 번 보냅니다</p><button>Subscribe</button></div></section></article><section class="gh-comments"><h2>Member discussion</h2></section><section class="gh-readmore"><h3>Read more</h3><article class="gh-card"><a href="/x"><h3>{MILL.title}</h3><p>{MILL.lines[0]}</p></a></article></section></main></body></html>"""
PR = f"""{HEAD}<title>보도자료 상세 | 새터구청</title></head><body><div id="skip"><a href="#c">본문 바로가기</a></div><div class="lnb"><a href="/kor/press.do?menu=1">보도자료</a></div><div id="c"><h2>보도자료</h2><div class="bbs_detail"><div class="tit">{BREAD.title}</div><ul class="inf"><li><em>담당부서</em> 복지정책과</li><li><em>등록일</em> 2026.11.18</li><li><em>조회</em> 77</li></ul><div class="file"><em>첨부파일</em> <a href="/f.do?id=9">1. 고소한집 개점 보도자료.hwpx [45KB]</a> <a class="pv" href="/pv.do?id=9">바로보기</a></div><div class="con">{broken(BREAD)}</div><div class="kogl"><img alt="공공누리 제1유형"> 본 저작물은 공공누리 제1유형에 따라 이용할 수 있습니다.</div><div class="nav"><dl><dt>이전글</dt><dd><a href="?id=8">{BRIEF.title}</a></dd><dt>다음글</dt><dd>다음글이 없습니다.</dd></dl></div></div><div class="satis"><p>이 페이지에서 제공하는 정보에 만족하십니까?</p><label>매우만족</label></div></div><footer>31000 새터구 구청로 1 대표전화 041-000-3000</footer></body></html>"""
SLIM = f"""{HEAD}<title>{BRIEF.title} - 새터마당</title></head><body><header><h1>새터마당</h1></header><section><h2>{BRIEF.title}</h2><p><small>편아라 · 2025.10.21 09:00 · 조회 41</small></p><div>{BRIEF.lines[0]}</div></section><section><h3>이 글과 비슷한 글</h3><ul><li>{FAIR.title}</li><li>{STUDY.title}</li></ul></section><footer>새터마당은 이웃이 쓰는 신문입니다. © 2018</footer></body></html>"""
WIX = f"""{HEAD}<title>{ENERGY.title}</title><meta property="og:type" content="article"><meta property="og:title" content="{ENERGY.title}"><meta property="article:published_time" content="2025-02-26T06:33:20.000Z"></head><body><div id="SITE_CONTAINER"><div data-hook="post-page"><ul><li data-hook="profile-link"><span>도래햇빛</span></li><li data-hook="time-ago">2월 26일</li><li data-hook="time-to-read">1분 분량</li></ul><h1 data-hook="post-title"><span>{ENERGY.title}</span></h1><p data-hook="post-edited">최종 수정일: 3월 1일</p><div data-hook="post-description"><div class="rich-content-viewer">{"".join(f'<div><p dir="auto"><span>{x}</span></p></div>' for x in ENERGY.lines)}</div></div><footer data-hook="post-footer"><span>조회수 19회</span><span>댓글 0개</span></footer></div><div data-hook="related-posts"><h2>최근 게시물</h2><a href="/post/x">{BUS.title}</a></div></div></body></html>"""

BOARD: tuple[tuple[str, str], ...] = (
    (FAIR.title, "2004-10-11"),
    (BUS.title, "2004-10-09"),
    (AWARD.title, "2004-09-30"),
    (BRIEF.title, "2004-09-21"),
)
ASP_ROWS: list[Row] = [(f"http://angol.test/view.asp?no={213 - n}", t, at) for n, (t, at) in enumerate(BOARD)]
ASP_LIST = f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=euc-kr"><title>안골소식</title></head><body><table width=760><tr><td><a href=main.asp>처음</a> | <a href=news.asp>소식</a> | <a href=guest.asp>방명록</a></td></tr></table><table width=760 border=1><tr bgcolor=#eeeeee><td>번호</td><td>제 목</td><td>글쓴이</td><td>날짜</td><td>조회</td></tr>{"".join(f'<tr><td>{213 - n}</td><td><a href="view.asp?no={213 - n}&page=1">{t}</a> <font color=red>[{n}]</font></td><td>편아라</td><td>{at}</td><td>{90 + n}</td></tr>' for n, (t, at) in enumerate(BOARD))}</table><table width=760><tr><td align=center>[이전] <b>1</b> <a href=news.asp?page=2>2</a> <a href=news.asp?page=3>3</a> <a href=news.asp?page=2>[다음]</a></td></tr></table></body></html>"""
CARD_ROWS: list[Row] = [
    (f"https://gyeot.test/p/{80 - n}", p.title, f"2024-09-{20 - n}") for n, p in enumerate((CARE, MILL, FLOOD, TALK))
]
CARDS = f"""{HEAD}<title>돌봄 | 곁 매거진</title></head><body><div id="__next"><div class="css-2b"><a href="/c/care">돌봄</a><a href="/c/work">일</a></div><div class="css-g">{"".join(f'<div class="css-c"><a href="/p/{80 - n}"><div class="css-i"><img src="{n}.jpg"></div><div class="css-t">{p.title}</div><div class="css-d">{p.lead}</div><div class="css-f"><span>{p.by}</span><span>2024년 9월 {20 - n}일</span></div></a></div>' for n, p in enumerate((CARE, MILL, FLOOD, TALK)))}</div><button>더 보기</button></div></body></html>"""
GOV_ROWS: list[Row] = [
    (f"https://saeteo-gu.test/kor/press.do?mode=view&id={9 - n}", p.title, f"2026-11-{18 - n}")
    for n, p in enumerate((BREAD, BRIEF, FAIR))
]
GOV_LIST = f"""{HEAD}<title>보도자료 | 새터구청</title></head><body><div class="lnb"><a href="/kor/press.do?menu=1">보도자료</a><a href="/kor/notice.do?menu=2">고시공고</a></div><div id="c"><p>총 <b>319</b>건 [ 1 / 32 쪽 ]</p><ul class="bbs_list">{"".join(f'<li><span class="no">{319 - n}</span><a href="/kor/press.do?mode=view&amp;id={9 - n}"><b>{p.title}</b>{" <img alt=새글 src=n.gif>" if not n else ""}</a><span class="dept">복지정책과</span><span class="dt">2026.11.{18 - n}</span><span class="hit">{70 + n}</span></li>' for n, p in enumerate((BREAD, BRIEF, FAIR)))}</ul><div class="paginate"><strong>1</strong><a href="?page=2">2</a><a class="next" href="?page=2">다음 페이지</a><a class="last" href="?page=32">마지막 페이지</a></div></div></body></html>"""
EMPTY = f"{HEAD}<title>곁 매거진</title></head><body><div id='__next'><div class='css-2b'><a href='/c/care'>돌봄</a><a href='/c/work'>일</a></div><div class='css-404'><h1>앗! 찾으시는 글이 없어요</h1><p>글이 비공개로 바뀌었거나 지워졌을 수 있습니다.</p><a href='/'>처음으로</a></div></div></body></html>"
CHECK = f"{HEAD}<title>Just a moment...</title></head><body><h1>잠시만 기다려 주세요</h1><p>접속하신 환경이 안전한지 확인하고 있습니다. 이 과정은 자동으로 끝납니다.</p><noscript>JavaScript와 쿠키를 켜 주세요.</noscript></body></html>"

PAGES: list[Held] = [
    view("unknown-next", "https://gyeot.test/p/80", NEXT, CARE, "2024-09-20", key="next"),
    view(
        "unknown-font",
        "http://angol.test/view.asp?no=213&page=1",
        FONT,
        FAIR,
        "2004-10-11T16:22",
        key="font",
        encoding="euc-kr",
        attachments=["행사계획.hwp"],
    ),
    view(
        "unknown-imweb",
        "https://mulbit-se.test/notice/?q=YToxOnt9&bmode=view&idx=502&t=board",
        IMWEB,
        STUDY,
        "2025-11-02T14:10",
        key="imweb",
        author="물빛센터",
        attachments=["참가신청서.hwp", "일정표.pdf"],
    ),
    view("unknown-letter", "https://letter.test/p/42", STIBEE, LIBRARY, "2023-05-11", key="letter"),
    view("unknown-drupal", "https://jahwal.test/node/12", DRUPAL, AWARD, "2021-12-07T10:15", key="drupal"),
    view(
        "unknown-micro",
        "https://dorae-fm.test/news/77",
        MICRO,
        BUDGET,
        "2020-12-04T08:10",
        key="micro",
        modified_at="2020-12-04T09:00",
    ),
    view("unknown-divs", "http://norugol.test/b/32", DIVS, BUS, "2022-04-19", key="divs"),
    view(
        "unknown-ghost",
        "https://maeul.test/minutes/",
        GHOST,
        COLUMN,
        "2024-03-02T07:00",
        key="ghost",
        title="회의록을 남기는 마음",
        modified_at="2024-03-02T10:00",
    ),
    view(
        "unknown-press",
        "https://saeteo-gu.test/kor/press.do?mode=view&id=9",
        PR,
        BREAD,
        "2026-11-18",
        key="press",
        author=None,
        attachments=["1. 고소한집 개점 보도자료.hwpx"],
    ),
    view("unknown-slim", "https://saeteo-madang.test/read/41", SLIM, BRIEF, "2025-10-21T09:00", key="slim"),
    view(
        "unknown-wix",
        "https://dorae-sun.test/post/six-years",
        WIX,
        ENERGY,
        "2025-02-26T15:33",
        key="wix",
        author="도래햇빛",
    ),
    listing("unknown-asp-list", "http://angol.test/news.asp", ASP_LIST, ASP_ROWS, encoding="euc-kr"),
    listing("unknown-cards", "https://gyeot.test/c/care", CARDS, CARD_ROWS, next_page=False),
    listing("unknown-gov-list", "https://saeteo-gu.test/kor/press.do?menu=1", GOV_LIST, GOV_ROWS),
    refused("unknown-empty", "https://gyeot.test/p/79", EMPTY),
    refused("unknown-check", "https://gyeot.test/p/78", CHECK),
]
