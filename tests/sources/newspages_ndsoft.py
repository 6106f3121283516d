"""ND soft as installations served it from 2009 to 2026: table skins in EUC-KR, arl_view, responsive, AMP, mobile, print."""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from newspages_shape import Held, listing, paragraphs, refused, view
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
    MILL,
    NEAR,
    RIGHTS,
    TALK,
    Piece,
)

BEST1 = "".join(
    f'<tr><td width=15><img src="/image2006/default/n{n}.gif"></td><td class="BestNews"><a href="articleView.html?idxno={90 + n}">{p.title}</a></td></tr>'
    for n, p in enumerate(NEAR[:5])
)
MENU1 = '<table width=950 id="ND_Warp"><tr><td><a href="/"><img src="/image/logo.gif" alt="물빛시민신문"></a></td><td class=date>편집 2026.11.22 일 11:20</td></tr><tr><td><a href="articleList.html?sc_section_code=S1N1">정치</a> | <a href="articleList.html?sc_section_code=S1N2">사회</a> | <a href="articleList.html?sc_section_code=S1N3">마을</a> | <a href="/com/jb.html">기사제보</a> | <a href="/com/kd.html">구독신청</a></td></tr></table>'
FOOT1 = '<table width=950><tr><td class=copyright>신문사소개 | 광고문의 | 불편신고 | 개인정보취급방침<br>물빛시 새터구 인쇄골목길 3 | 전화 041-000-0101 | 등록번호 충남아00000 | 등록일 2008.04.11 | 발행·편집인 방도현<br>Copyright 2008 물빛시민신문. All rights reserved. mail to webmaster@mulbit.test</td></tr></table><img src="/image2006/ndsoft.gif">'
HEAD1 = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>물빛시민신문</title><link rel="stylesheet" href="/css/default.css"></head><body>'

TABLE_2009 = f"""{HEAD1}{MENU1}<table width=950><tr><td width=620 valign=top>
<table width=620><tr><td class="view_path">홈 &gt; 뉴스 &gt; 마을</td></tr><tr><td height=30 class="view_t">{MILL.title}</td></tr>
<tr><td class="view_st">{MILL.sub}</td></tr>
<tr><td bgcolor="EFEFEF"><table width=100%><tr><td>2009년 05월 12일 (화) 16:03:27</td><td align=right>{MILL.by} 기자 <a href="mailto:yurim@mulbit.test"><img src="/image2006/default/btn_sendmail.gif" border=0></a> yurim@mulbit.test</td></tr></table></td></tr>
<tr><td class="view_r"><table align=left width=320><tr><td><img src="/news/photo/200905/2110_1.jpg" onload="resize(this)"></td></tr><tr><td class="view_r_caption" id="font_imgdown_2110">▲ {MILL.caption}. ⓒ 물빛시민신문 {MILL.by}</td></tr></table>
<P>{MILL.lines[0]}</P>
<P>{MILL.lines[1]}</P>
<table border=0 align=right><tr><td><script src="http://ad.test/inline.js"></script></td></tr></table>
<P>&nbsp;</P><P>{MILL.lines[2]}</P><P>{MILL.lines[3]}</P></td></tr>
<tr><td class="view_copy">ⓒ 물빛시민신문(http://www.mulbit.test) 무단전재 및 재배포금지 | <a href="/com/cp.html">저작권문의</a></td></tr>
<tr><td align=right><a href="articleList.html?sc_area=I&sc_word=yurim">{MILL.by} 기자의 다른기사 보기</a></td></tr></table>
<table width=620><tr><td>전체기사의견(2)</td></tr><tr><td><b>촌사람</b> 2009-05-13 08:11:02<br>우리 동네에도 있으면 좋겠습니다. 나락 싣고 읍내까지 다니기 힘드네요.</td></tr><tr><td><b>길손</b> 2009-05-14 19:40:55<br>떡 맛이 궁금합니다.</td></tr></table></td>
<td width=300 valign=top><table><tr><td><b>가장 많이 본 기사</b></td></tr>{BEST1}</table></td></tr></table>{FOOT1}</body></html>"""

TABLE_2013 = f"""{HEAD1.replace("<title>물빛시민신문", f"<title>물빛시민신문 모바일 사이트, {BUDGET.title}")}{MENU1}<div id="ND_Warp2"><table width=640>
<tr><td><div class="View_Path">> 뉴스 > 정치·행정</div><div class="View_Title"><strong>{BUDGET.title}</strong><br><span class="View_SubTitle">{BUDGET.sub}</span></div>
<div class="View_Info">{BUDGET.by} 기자 | <a href="mailto:rw@mulbit.test">rw@mulbit.test</a></div><div class="View_Time"><span>승인 2013.12.04 &nbsp;09:12:44</span></div>
<ul class=sns><li><a>트위터</a></li><li><a>페이스북</a></li><li><a>미투데이</a></li><li><a>요즘</a></li><li><a>네이버</a></li></ul>
<div id="articleBody"><div id="CmAdContent" style="font-size:15px">
<div style="float:right;width:250px;height:250px">&nbsp;<iframe src="http://ad.test/250"></iframe></div>
{BUDGET.lines[0]}<br><br>{BUDGET.lines[1]}<br><br><b>본회의 남아</b><br><br>{BUDGET.lines[2]}<br><br>{BUDGET.lines[3]}<br><br>{BUDGET.by} 기자 rw@mulbit.test
</div></div>
<table class="relation"><tr><td><b>[관련기사]</b></td></tr><tr><td><a href="articleView.html?idxno=21">{FAIR.title}</a></td></tr><tr><td><a href="articleView.html?idxno=22">{AWARD.title}</a></td></tr></table>
<p>&lt;저작권자 &copy; 물빛시민신문 무단전재 및 재배포금지&gt;</p></td></tr></table>
<div class="Best"><h4>최근인기기사</h4><ol><li><a href="articleView.html?idxno=31">{FLOOD.title}</a><li><a href="articleView.html?idxno=32">{BREAD.title}</a></ol></div></div>{FOOT1}</body></html>"""

ROWS1 = [
    (f"http://www.mulbit.test/news/articleView.html?idxno={2110 - 7 * n}", p.title, f"2011-03-{22 - n:02d}T1{n}:20")
    for n, p in enumerate((FLOOD, CARE, BREAD, RIGHTS, AWARD, BUS))
]
LIST_2011 = f"""{HEAD1}{MENU1}<table width=950><tr><td width=620><table width=620><tr><td class="ListTitle"><b>마을</b> 전체기사 <font color=red>214</font>건</td></tr></table>
{"".join(f'<table width=620><tr><td rowspan=2 width=90><a href="articleView.html?idxno={2110 - 7 * n}"><img src="/news/thumbnail/{n}.jpg" width=80></a></td><td class="ArtList_Title"><a href="articleView.html?idxno={2110 - 7 * n}">{p.title}</a> <font color="#888888">({n})</font></td></tr><tr><td class="ArtList_Cont"><a href="articleView.html?idxno={2110 - 7 * n}">{p.lead}…</a><br><span class="FontKor8">{p.by} 기자 | 2011-03-{22 - n:02d} 1{n}:20</span></td></tr></table>' for n, p in enumerate((FLOOD, CARE, BREAD, RIGHTS, AWARD, BUS)))}
<table align=center><tr><td><a href="articleList.html?page=1&total=214&sc_section_code=S1N3&view_type="><img src="/image2006/default/pre.gif" border=0></a> <font color=red><b>1</b></font> <a href="articleList.html?page=2&total=214&sc_section_code=S1N3&view_type=">[2]</a> <a href="articleList.html?page=3&total=214&sc_section_code=S1N3&view_type=">[3]</a> <a href="articleList.html?page=11&total=214&sc_section_code=S1N3&view_type="><img src="/image2006/default/next.gif" border=0></a></td></tr></table></td>
<td width=300 valign=top><table><tr><td><b>가장 많이 본 기사</b></td></tr>{BEST1}</table></td></tr></table>{FOOT1}</body></html>"""

GEN2_MOBILE = f"""<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>물빛시민신문 모바일</title><meta property="og:title" content="{BREAD.title}"><meta property="og:site_name" content="물빛시민신문"></head><body><div id="m_wrap"><h1 class="logo"><a href="/">물빛시민신문</a></h1><p class="m_date">2026.11.22 (일)</p>
<div class="m_arl_view"><h2 class="arl_view_title">{BREAD.title}</h2><div class="arl_view_sub">{BREAD.sub}</div><div class="arl_view_writer">{BREAD.by} 기자</div><div class="arl_view_date">승인 2016.08.03 07:40</div><div class="m_font"><a>가</a><a>가</a></div>
<div id="arl_view_content"><div class="pic_wrap"><img src="//cds.mulbit.test/news/photo/201608/3_1.jpg"><p class="img_caption">{BREAD.caption}</p></div>
<p>{BREAD.lines[0]}</p><p>{BREAD.lines[1]}</p><p>{BREAD.lines[2]}</p><p>{BREAD.lines[3]}</p></div>
<p class="arl_view_copy">&lt;저작권자 © 물빛시민신문, 무단 전재 및 재배포 금지&gt;</p><p class="arl_view_mail">{BREAD.by} 기자 haram@mulbit.test</p></div>
<div class="m_reply"><h3>댓글 1</h3><p>동네사람 2016-08-03 12:00</p><p>쌀빵 정말 맛있어요 강추</p></div><div class="m_best"><h3>많이 본 기사</h3><ul><li><a href="/news/articleView.html?idxno=44">{BUS.title}</a></li><li><a href="/news/articleView.html?idxno=45">{AWARD.title}</a></li></ul></div><p><a href="http://www.mulbit.test/news/articleView.html?idxno=3301">PC버전</a></p></div></body></html>"""

SIDE3 = f'<aside class="side"><div class="box-skin"><div class="header">많이 본 뉴스</div><ul>{"".join(f"""<li><a href="/news/articleView.html?idxno={70 + n}"><span class="number">{n}</span><span class="auto-titles">{p.title}</span></a><p class="auto-lead">{p.lead}</p></li>""" for n, p in enumerate(NEAR[2:6], 1))}</ul></div></aside>'
HEAD3 = '<header id="user-header"><div class="nav-top">2026-11-22 11:32 (일)</div><a href="/"><img src="/image/logo/toplogo.png" alt="도래뉴스"></a><ul class="menu"><li><a href="/news/articleList.html?sc_section_code=S1N1&view_type=sm">사회</a></li><li><a href="/news/articleList.html?sc_section_code=S1N2&view_type=sm">경제</a></li><li><a href="/news/userArticleWriteForm.html">기사제보</a></li></ul></header>'
FOOT3 = '<footer id="user-footer"><ul><li>매체소개</li><li>구독신청</li><li>청소년보호정책</li></ul><p>도래군 도래읍 장터길 10 | 등록일 2014-02-03 | 발행일 2014-02-10 | 편집인 노윤채</p><p>Copyright © 2026 도래뉴스. All rights reserved.</p></footer>'
GEN3 = f"""<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{CARE.title} - 도래뉴스</title><meta property="og:title" content="{CARE.title}"><meta property="og:site_name" content="도래뉴스"></head><body><div id="user-wrap">{HEAD3}<section id="user-container" class="posi-re"><div class="float-center max-width-1080">
<header class="article-view-header"><nav><a href="/">홈</a> <a href="#">복지</a></nav><div class="article-head-title">{CARE.title}</div>
<div class="info-text"><ul class="no-bullet auto-marbtm-0 line-height-6"><li><i class="fa fa-user-o fa-fw"></i><span class="show-for-sr">기자명</span> {CARE.by} 기자</li><li><i class="fa fa-clock-o fa-fw"></i> 승인 2019.12.19 18:05</li><li><i class="fa fa-comment-o fa-fw"></i> 댓글 0</li></ul></div></header>
<div class="article-view-page clearfix"><div id="article-view-content-div" itemprop="articleBody"><div class="article-head-sub">{CARE.sub}</div>
<div style="text-align:center"><figure class="photo-layout image photo_1" style="max-width:600px"><img src="//cdn.dorae.test/1.jpg"><figcaption>▲ {CARE.caption}. ⓒ새터구</figcaption></figure></div>
<p>{CARE.lines[0]}</p><div class="view-ad" style="width:300px;height:250px;margin:0 auto">광고</div><p>{CARE.lines[1]}</p>
<div class="article-relation"><h5>관련기사</h5><ul><li><a href="/news/articleView.html?idxno=201">{AWARD.title}</a></li><li><a href="/news/articleView.html?idxno=202">{MILL.title}</a></li></ul></div>
<p>{CARE.lines[2]}</p><p>{CARE.lines[3]}</p>
<div class="view-copyright">저작권자 © 도래뉴스 무단전재 및 재배포 금지</div>
<div class="view-editors"><div class="writer"><strong>{CARE.by} 기자</strong> <a href="mailto:ds@dorae.test">ds@dorae.test</a><p>마을과 돌봄을 씁니다. 다른기사 보기</p></div></div>
<div class="tag-group"><a href="#">#통합돌봄</a><a href="#">#사회적협동조합</a></div>
<div class="article-view-sns"><a>페이스북</a><a>카카오스토리</a><a>기사저장</a></div></div></div>
<div class="emoji-for"><p>이 기사를 어떻게 생각하세요?</p><button>좋아요 3</button><button>화나요 0</button></div>
<section class="reply"><h4>댓글삭제</h4><p>삭제한 댓글은 다시 복구할 수 없습니다. 그래도 삭제하시겠습니까?</p><p>댓글 0 / 400</p></section></div></section>{SIDE3}{FOOT3}</div></body></html>"""

ROWS3 = [
    (f"https://www.dorae.test/news/articleView.html?idxno={5000 - n}", p.title, at)
    for n, (p, at) in enumerate(
        (
            (BUS, "2026-11-22T09:10"),
            (FAIR, "2026-11-20T17:00"),
            (TALK, "2026-11-19T08:02"),
            (BRIEF, "2026-01-02T10:00"),
            (MILL, "2025-12-30T13:15"),
        )
    )
]
SHOWN3 = ("11-22 09:10", "11-20 17:00", "11-19 08:02", "01-02 10:00", "2025-12-30 13:15")
LIST3 = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>사회 - 도래뉴스</title></head><body><div id="user-wrap">{HEAD3}<section id="user-container"><section class="article-list-content"><header class="article-list-header"><h2>사회</h2><small>(총 <strong>412</strong>건)</small></header>
{"".join(f'''<div class="table-row"><div class="list-titles"><a href="/news/articleView.html?idxno={5000 - n}" target="_top"><strong>{row[1]}</strong></a> <span class="list-comment">[{n}]</span></div><div class="list-dated">사회일반 | {p.by} 기자 | {shown}</div></div>''' for n, (row, p, shown) in enumerate(zip(ROWS3, (BUS, FAIR, TALK, BRIEF, MILL), SHOWN3, strict=True)))}
<ul class="pagination text-center"><li class="pagination-previous disabled">이전</li><li class="current">1</li><li><a href="/news/articleList.html?page=2&total=412&box_idxno=&sc_section_code=S1N1">2</a></li><li class="pagination-end"><a href="/news/articleList.html?page=21&total=412&box_idxno=&sc_section_code=S1N1">끝</a></li></ul></section></section>{SIDE3}{FOOT3}</div></body></html>"""

GEN4_HEAD = '<meta charset="utf-8"><meta name="Copyright" content="도래뉴스"><link rel="alternate" type="application/rss+xml" href="https://cdn.dorae.test/rss/gn_rss_allArticle.xml">'


def gen4(piece: Piece, inner: str, info: str, number: int, head: str = "", after: str = "") -> str:
    """The frame of 2021 and later."""
    return f"""<!DOCTYPE html><html lang="ko"><head>{GEN4_HEAD}<title>{piece.title} &lt; 사회 &lt; 기사본문 - 도래뉴스</title><meta name="title" content="{piece.title} - 도래뉴스"><meta property="og:title" content="{piece.title} - 도래뉴스"><meta property="og:site_name" content="도래뉴스"><link rel="canonical" href="https://www.dorae.test/news/articleView.html?idxno={number}">{head}<script>var ___currentTime='2026-11-22 11:40:00'; var box='#article-view-content-div';</script></head><body><div class="gl-updated">발행일: 2026-11-22 10:58 (일)</div><nav id="nav"><a href="/news/articleList.html?sc_section_code=S1N1&view_type=sm">사회</a><a href="/news/articleList.html?sc_section_code=S1N2&view_type=sm">경제</a></nav>
<div class="sticky"><span class="aht-title-view">{piece.title}</span></div><section id="articleView"><header class="article-view-header"><h3 class="heading">{piece.title}</h3>{info}<div class="article-view-util"><button>기사공유하기</button><button>프린트</button><button>메일보내기</button><button>글씨키우기</button><button>가</button><button>가</button></div></header><div id="articleViewCon"><article id="article-view-content-div" class="article-veiw-body view-page font-size17" itemprop="articleBody">{inner}</article></div>{after}</section>{SIDE3}{FOOT3}</body></html>"""


AI = '<div class="ai-summary-box"><strong class="tit">AI 요약</strong><button>접기</button><ul><li>옛 서쪽분교 도서관이 밤까지 문을 연다는 것이 핵심입니다.</li><li>주민이 책을 빌려주고 지킵니다.</li></ul><p class="notice">이 요약은 인공지능이 만든 것으로 실제 내용과 다를 수 있습니다.</p></div>'
LIBRARY = NEAR[6]
GEN4_FULL = gen4(
    LIBRARY,
    f"""{AI}<h2 class="subheading">{LIBRARY.sub}</h2><div class="ad-template"><div class="ad"><ins></ins></div></div><p>{LIBRARY.lines[0]}</p>
<figure class="photo-layout image photo_9 max-width-600"><div class="IMGFLOATING"><img src="x.jpg" alt=""></div><figcaption>{LIBRARY.caption} ⓒ {LIBRARY.by} 기자</figcaption></figure>
<p>{LIBRARY.lines[1]}</p><div class="news-letter"><strong>도래뉴스 뉴스레터</strong><p>매주 금요일 아침, 마을 소식을 편지로 받아 보세요.</p><a href="/letter">구독하기</a></div>
<p>{LIBRARY.lines[2]}</p><p>{LIBRARY.lines[3]}</p><p>{LIBRARY.by} 기자 yurim@dorae.test</p>
<div class="view-related"><h4>이 기사와 함께 보면 좋은 기사</h4><a href="/news/articleView.html?idxno=61"><strong>{FLOOD.title}</strong><span>{FLOOD.lead}…</span></a></div>
<p class="copy">저작권자 © 도래뉴스 무단전재, 재배포, AI 학습 및 활용 금지</p>""",
    f'<ul class="infomation"><li><i class="icon-user-o"></i><span class="show-for-sr">기자명</span> {LIBRARY.by} 기자</li><li><i class="icon-clock-o"></i> 입력 2022.06.14 20:31</li><li><i class="icon-clock-o"></i> 수정 2022.06.15 09:02</li><li><i class="icon-commenting-o"></i> 댓글 4</li></ul>',
    8123,
    after=f'<div class="article-copy"><i></i>저작권자 © 도래뉴스</div><article class="writer"><a class="name">{LIBRARY.by} 기자</a><a href="#">yurim@dorae.test</a><a>다른기사 보기</a></article><div class="like-group">좋아요 12 훈훈해요 3</div><div class="paging-view"><a href="/news/articleView.html?idxno=8122">이전기사 {BUS.title}</a><a href="/news/articleView.html?idxno=8124">다음기사 {FAIR.title}</a></div>',
)
NEWEST = f"""<!DOCTYPE html><html lang="ko"><head>{GEN4_HEAD}<title>{TALK.title} &lt; 사람 &lt; 기사본문 - 도래뉴스</title><meta property="og:title" content="{TALK.title} - 도래뉴스"><meta property="article:published_time" content="2025-09-01T06:30:11+09:00">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TALK.title.replace('"', "")}","datePublished":"2025-09-01T06:30:11+09:00","dateModified":"2025-09-01T11:04:00+09:00","author":{{"@type":"Person","name":"{TALK.by} 기자"}},"publisher":{{"@type":"Organization","name":"도래뉴스"}}}}</script></head><body><div class="gl-updated">발행일: 2026-11-22 10:58 (일)</div>
<ARTICLE id="article-view" class="atlview"><HEADER class="atlview-header"><UL class="breadcrumbs"><LI><A href="/">홈</A></LI><LI>사람</LI></UL><H1 class="heading">{TALK.title}</H1><DIV class="info-group"><UL class="breadcrumbs"><LI>기자명 <A>{TALK.by} 기자</A></LI><LI>입력 2025.09.01 06:30</LI><LI>수정 2025.09.01 11:04</LI></UL><DIV class="atlview-utils"><BUTTON>스크랩</BUTTON><BUTTON>공유</BUTTON><BUTTON>본문듣기</BUTTON></DIV></DIV></HEADER>
<div class="atlview-body"><article id="article-view-content-div" class="article-veiw-body"><div class="audio-box">이 기사를 음성으로 들어 보세요 <span>00:00</span> / <span>03:12</span></div><FIGURE class="photo-layout"><IMG src="t.jpg"><FIGCAPTION>{TALK.caption}. 사진=도래뉴스</FIGCAPTION></FIGURE>
{paragraphs(TALK, "", '<div class="ad-box" style="height:100px"><span>ADVERTISEMENT</span></div>')}
<details class="faq-ai"><summary>AI가 뽑은 질문과 답</summary><dl><dt>Q. 조합원은 몇 명인가요?</dt><dd>A. 스물일곱 명입니다.</dd></dl></details></article></div>
<div class="tag-list">#청년 #협동조합</div><div class="atlview-writer"><strong>{TALK.by}</strong><p>사람 이야기를 씁니다</p><button>+구독</button></div></ARTICLE>{SIDE3}{FOOT3}</body></html>"""

ROWS4 = [
    (f"https://www.dorae.test/news/articleView.html?idxno={9000 - 3 * n}", p.title, f"2023-04-{19 - n:02d}T0{n}:45")
    for n, p in enumerate((RIGHTS, FLOOD, COLUMN, AWARD, BREAD))
]
LIST4 = f"""<!DOCTYPE html><html><head>{GEN4_HEAD}<title>전체기사 - 도래뉴스</title></head><body><nav><a href="/news/articleList.html?sc_section_code=S1N1&view_type=sm">사회</a></nav>
<section id="section-list"><h3>전체기사</h3><span>총 <b>1,204</b>건</span><ul class="type2">
{"".join(f'''<li><a href="/news/articleView.html?idxno={9000 - 3 * n}" class="thumb"><img src="t{n}.jpg"></a><div class="view-cont"><h4 class="titles"><a href="/news/articleView.html?idxno={9000 - 3 * n}" target="_top">{p.title}</a></h4><p class="lead line-6x2"><a href="/news/articleView.html?idxno={9000 - 3 * n}">{p.lead}…</a></p><span class="byline"><em>마을</em><em>{p.by} 기자</em><em>2023.04.{19 - n:02d} 0{n}:45</em></span></div></li>''' for n, p in enumerate((RIGHTS, FLOOD, COLUMN, AWARD, BREAD)))}
</ul><ul class="pagination"><li class="current">3</li><li><a href="?page=4&total=1204&box_idxno=">4</a></li><li class="pagination-end"><a href="?page=61&total=1204&box_idxno=">끝</a></li></ul></section>{SIDE3}{FOOT3}</body></html>"""
ROWS4G = [
    (f"https://www.dorae.test/news/articleView.html?idxno={7000 + n}", p.title, f"2026-{11 - n:02d}-08T1{n}:00")
    for n, p in enumerate((AWARD, ENERGY, BUS, MILL))
]
LIST4G = f"""<!DOCTYPE html><html><head>{GEN4_HEAD}<title>포토 - 도래뉴스</title></head><body><section id="section-list" class="altlist-body"><header><H1 class="altlist-title">포토</H1><span class="altlist-count">전체 <strong>38</strong>건</span></header><ul class="altlist-gallery"><li id="sample" style="display:none" class="altlist-gallery-item"><a href="#" class="altlist-image"></a><H2 class="altlist-subject"><a href="">제목</a></H2></li>
{"".join(f'''<li class="altlist-gallery-item"><a href="/news/articleView.html?idxno={7000 + n}" class="altlist-image" style="background-image:url(a{n}.jpg)"><span class="show-for-sr">{p.title}</span></a><H2 class="altlist-subject"><a href="https://www.dorae.test/news/articleView.html?idxno={7000 + n}">{p.title}</a></H2><div class="altlist-info"><div class="altlist-info-item">포토</div><div class="altlist-info-item">{p.by} 기자</div><div class="altlist-info-item">{11 - n:02d}-08 1{n}:00</div></div></li>''' for n, p in enumerate((AWARD, ENERGY, BUS, MILL)))}
</ul><button class="altlist-more" onclick="articlePaging.evtMoreList()">더보기</button></section>{SIDE3}{FOOT3}</body></html>"""
AMP = f"""<!doctype html><html amp lang="ko"><head><meta charset="utf-8"><title>{LIBRARY.title}</title><link rel="canonical" href="https://www.dorae.test/news/articleView.html?idxno=8123"><style amp-custom>.amp-title{{}}</style></head><body><amp-sidebar id="sidebar" layout="nodisplay"><ul><li><a href="/news/articleList.html">전체기사</a></li></ul></amp-sidebar><header class="amp-header"><a href="/"><amp-img src="l.png" alt="도래뉴스"></amp-img></a></header>
<div class="amp-container"><h1 class="amp-title">{LIBRARY.title}</h1><div class="amp-sub">{LIBRARY.sub}</div><ul class="amp-info"><li>{LIBRARY.by} 기자</li><li>승인 2022.06.14 20:31</li></ul><amp-social-share type="twitter"></amp-social-share>
<div class="amp-content"><div class="amp-photo"><amp-img src="x.jpg" width=600 height=400></amp-img><p class="amp-caption">{LIBRARY.caption} ⓒ {LIBRARY.by} 기자</p></div><amp-ad width=300 height=250 type="adsense"></amp-ad>{paragraphs(LIBRARY)}<p>저작권자 © 도래뉴스 무단전재 및 재배포 금지</p></div></div>
<section class="amp-list"><h3>최신뉴스</h3><a href="/news/articleViewAmp.html?idxno=1">{BUS.title}</a><a href="/news/articleViewAmp.html?idxno=2">{FLOOD.title}</a></section></body></html>"""
PRINT = f"""<html><head><meta charset="utf-8"><title>기사프린트</title></head><body onload="window.print()"><div class="print-top"><img src="/image/logo/toplogo.png" alt="도래뉴스"><button onclick="window.print()">인쇄하기</button><button onclick="self.close()">닫기</button></div>
<div class="print-head"><h3 class="heading">{LIBRARY.title}</h3><h4 class="subheading">{LIBRARY.sub}</h4><ul class="infomation"><li>{LIBRARY.by} 기자</li><li>승인 2022.06.14 20:31</li><li>수정 2022.06.15 09:02</li></ul></div><div id="article-view-content-div"><div class="photo-layout"><img src="x.jpg"><p class="caption">{LIBRARY.caption}</p></div>{paragraphs(LIBRARY)}</div><p>저작권자 © 도래뉴스 무단전재 및 재배포 금지</p><p>이 기사는 http://www.dorae.test 에서 출력되었습니다.</p><p>출력일시 2026-11-22 11:40:12</p></body></html>"""

INFO4 = '<ul class="infomation"><li><span class="show-for-sr">기자명</span> {by} 기자</li><li>입력 {at}</li></ul>'
PAID = gen4(
    FLOOD,
    f'<p>{FLOOD.lines[0]}</p><p>{FLOOD.lines[1]}</p><div class="pay-wall"><h4>이 기사는 유료회원 전용입니다</h4><p>로그인하거나 구독하면 기사 전체를 읽을 수 있습니다.</p><a href="/member/login.html">로그인</a> <a href="/com/pay.html">디지털 구독 안내</a></div>',
    INFO4.format(by=FLOOD.by, at="2024.07.14 15:00"),
    8800,
)
WALL = gen4(
    BUS,
    '<div class="member-only"><p>회원만 볼 수 있는 기사입니다.</p><p>로그인 후 이용해 주세요.</p><form action="/member/login.php"><input name="user_id"><input type="password" name="user_pw"><button>로그인</button></form></div>',
    INFO4.format(by=BUS.by, at="2024.07.17 15:00"),
    8801,
)
GONE = gen4(
    Piece("", (), ""),
    '<p>요청하신 기사는 삭제되었거나 존재하지 않는 기사입니다.</p><a href="/">홈으로</a>',
    "",
    99999,
)

MULBIT, DORAE = "http://www.mulbit.test/news", "https://www.dorae.test/news"
PAGES: list[Held] = [
    view(
        "ndsoft-table-2009",
        f"{MULBIT}/articleView.html?idxno=2110",
        TABLE_2009,
        MILL,
        "2009-05-12T16:03",
        key="m2110",
        encoding="euc-kr",
        author="나유림",
    ),
    view(
        "ndsoft-table-2013",
        f"{MULBIT}/articleView.html?idxno=2777",
        TABLE_2013,
        BUDGET,
        "2013-12-04T09:12",
        key="m2777",
        encoding="euc-kr",
        body_text="\n".join((*BUDGET.lines[:2], "본회의 남아", *BUDGET.lines[2:])),
    ),
    listing("ndsoft-list-2011", f"{MULBIT}/articleList.html?sc_section_code=S1N3", LIST_2011, ROWS1, encoding="euc-kr"),
    view(
        "ndsoft-arl-mobile",
        "http://m.mulbit.test/news/articleView.html?idxno=3301",
        GEN2_MOBILE,
        BREAD,
        "2016-08-03T07:40",
        key="m3301",
    ),
    view("ndsoft-gen3", f"{DORAE}/articleView.html?idxno=4100", GEN3, CARE, "2019-12-19T18:05", key="d4100"),
    listing("ndsoft-list-gen3", f"{DORAE}/articleList.html?sc_section_code=S1N1&view_type=tm", LIST3, ROWS3),
    view(
        "ndsoft-gen4",
        f"{DORAE}/articleView.html?idxno=8123",
        GEN4_FULL,
        LIBRARY,
        "2022-06-14T20:31",
        key="d8123",
        modified_at="2022-06-15T09:02",
    ),
    view("ndsoft-amp", f"{DORAE}/articleViewAmp.html?idxno=8123", AMP, LIBRARY, "2022-06-14T20:31", key="d8123"),
    view(
        "ndsoft-print",
        f"{DORAE}/articlePrint.html?idxno=8123",
        PRINT,
        LIBRARY,
        "2022-06-14T20:31",
        key="d8123",
        modified_at="2022-06-15T09:02",
    ),
    view(
        "ndsoft-newest",
        f"{DORAE}/articleView.html?idxno=9100&sc_code=&page=",
        NEWEST,
        TALK,
        "2025-09-01T06:30",
        key="d9100",
        modified_at="2025-09-01T11:04",
    ),
    listing("ndsoft-list-gen4", f"{DORAE}/articleList.html?page=3&total=1204&box_idxno=", LIST4, ROWS4),
    listing("ndsoft-list-gallery", f"{DORAE}/articleList.html?sc_section_code=S1N9", LIST4G, ROWS4G, next_page=False),
    view(
        "ndsoft-paid",
        f"{DORAE}/articleView.html?idxno=8800",
        PAID,
        FLOOD,
        "2024-07-14T15:00",
        key="d8800",
        body_text="\n".join(FLOOD.lines[:2]),
    ),
    refused("ndsoft-wall", f"{DORAE}/articleView.html?idxno=8801", WALL),
    refused("ndsoft-gone", f"{DORAE}/articleView.html?idxno=99999", GONE),
    refused(
        "ndsoft-alert",
        f"{MULBIT}/articleView.html?idxno=1",
        "<script>alert('존재하지 않는 기사입니다.');history.back(-1);</script>",
        encoding="euc-kr",
    ),
]
