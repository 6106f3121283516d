"""Papers known by their address alone: view.php by idx, key and ud, detail.php by number; old and new Dada Media."""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from newspages_shape import Held, broken, listing, paragraphs, refused, view
from newspages_texts import (
    AWARD,
    BREAD,
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

DADA = "http://www.news-baram.test"
DADA_TOP = '<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8">'
DADA_BEST = f'<div class="rank-news"><h3>많이 본 뉴스<a href="/news/list.php?mcode=best">더보기</a></h3><ul>{"".join(f"""<li><a href="/news/view.php?idx={40 + n}"><strong>{p.title}</strong><p>{p.text[:100]}</p><span>{p.by} 기자 2026-11-1{n} 10:00:00</span></a></li>""" for n, p in enumerate((RIGHTS, FLOOD, BUDGET, STUDY)))}</ul></div>'
DADA_NEW = f"""{DADA_TOP}<title>바람뉴스 - {BUS.title}</title><meta property="og:title" content="{BUS.title}"></head><body><div class="top"><a href="/">HOME</a><span>2026.11.22(일) 11:38</span></div><div class="article-head"><div class="article-head-nav"><a href="/">HOME</a> &gt; <a href="/news/list.php?mcode=m21ab">사회</a></div><div class="article-head-title">{BUS.title}</div><div class="info-text"><ul><li>{BUS.by} 기자</li><li>등록 2021-04-18 09:00:12</li><li>수정 2021-04-18 13:22:40</li></ul></div><ul class="article-icon"><li>기사 메일전송</li><li>기사수정</li><li>글자확대</li><li>글자축소</li></ul></div>
<div id="viewContent"><ul class="subj"><li>{BUS.sub}</li></ul><div class="fr-view"><p><span class="fr-img-caption fr-fic"><span class="fr-img-wrap"><img src="/data/1.jpg"><span class="fr-inner">{BUS.caption}</span></span></span></p><p>{BUS.lines[0]}</p><p><br></p><p>{BUS.lines[1]}</p><blockquote><p>“눈이 오면 누가 먼저 전화하나요.”</p></blockquote><p>{BUS.lines[2]}</p><p>{BUS.lines[3]}</p><p><br></p></div></div><div class="button-container"><button>후원하기</button><p>바람뉴스를 응원해 주세요. 계좌 000-00-000000</p></div><div class="sns"><span>0</span><a>페이스북</a><a>트위터</a><a>네이버 블로그</a></div><div class="reporter"><strong>{BUS.by} 기자</strong><p>골짜기와 길을 다닙니다</p><a>다른 기사 보기</a></div><div class="prevnext"><a href="/news/view.php?idx=70000">이전 기사 보기</a><a href="/news/view.php?idx=70002">다음 기사 보기</a><a href="/news/list.php?mcode=m21ab">목록 바로가기</a></div>{DADA_BEST}<footer>바람뉴스 | 등록일자 2011-03-02 | 모바일 버전 바로가기</footer></body></html>"""
DADA_OLD = f"""<html><head><meta charset="utf-8"><title>바람뉴스</title></head><body><div class="topMenu"><a href="/news/list.php?mcode=m1">사회</a></div><div class="basicView"><div class="viewTitleWrap"><h3>{RIGHTS.title}</h3><p class="viewSubTitle">{RIGHTS.sub}</p><div class="viewInfo"><span>등록 2014-06-20 17:31:09</span> <span>수정 2014-06-20 18:00:10</span> <span class="writer">{RIGHTS.by} 기자 mireu@baram.test</span></div></div><div class="viewContentWrap"><div class="photoCenter"><img src="/data/2.jpg"><p class="photoCaption">시립도서관 모임방</p></div>{broken(RIGHTS)}</div><div class="viewCopy">&lt;저작권자 ⓒ 바람뉴스, 무단 전재 및 재배포 금지&gt;</div><div class="viewReply"><h4>덧글쓰기</h4><dl><dt>글쟁이 2014-06-21 09:11:00</dt><dd>저도 가 보고 싶은 모임이네요 어디서 신청하나요</dd></dl></div></div>{DADA_BEST}</body></html>"""
DADA_PIECES = (BUS, CARE, MILL, COLUMN)
DADA_ROWS = [(f"{DADA}/news/view.php?idx={70001 - n}", p.title, f"2021-04-{18 - n}") for n, p in enumerate(DADA_PIECES)]
DADA_LIST = f"""{DADA_TOP}<title>바람뉴스 - 사회</title></head><body><div class="basicList"><h2>사회</h2>{"".join(f'''<dl><dd class="photo"><a href="javascript:article_view('{70001 - n}')"><img src="{n}.jpg"></a></dd><dt class="title"><a href="javascript:article_view('{70001 - n}')">{p.title}</a></dt><dd class="content">{p.text[:100]}...</dd><dd class="registDate">{p.by} 기자 | 2021-04-{18 - n}</dd></dl>''' for n, p in enumerate(DADA_PIECES))}</div><div class="paging"><strong>1</strong><a href="/news/list.php?mcode=m21ab&page=2">2</a><a href="/news/list.php?mcode=m21ab&page=2">다음</a></div>{DADA_BEST}</body></html>"""
DADA_GONE = f"{DADA_TOP}<title>바람뉴스</title></head><body><script>alert('삭제된 기사입니다.'); location.href='/';</script>{DADA_BEST}</body></html>"

IDX = "http://www.hanbit-news.test"
IDX_SIDE = f'<div id="right"><h4>가장 많이 본 뉴스</h4><ul><li><a href="/news/view.php?idx=11">{FLOOD.title}</a></li><li><a href="/news/view.php?idx=12">{ENERGY.title}</a></li></ul><h4>오피니언</h4><ul><li><a href="/news/view.php?idx=13">{COLUMN.title}</a></li></ul></div>'
IDX_NEW = f"""<!doctype html><html><head><meta charset="utf-8"><title>{FAIR.title} - 한빛신문</title></head><body><div id="head"><a href="/">한빛신문</a><p>최종편집:2026-11-22 오전 11:20:02</p></div><div class="view_head"><p class="view_head_cate"><a href="/news/list.php?part_idx=7">전체기사</a></p><h3 class="view_head_title">{FAIR.title}</h3><h4 class="view_head_sub">{FAIR.sub}</h4><div class="view_head_info"><span class="view_head_info_name">{FAIR.by} 기자 / <a href="mailto:ara@hanbit.test">ara@hanbit.test</a></span><span class="view_head_info_date">입력 : 2023년 10월 17일 오후 03:05</span></div></div>
<div id="view_content_body"><figure><img src="1.jpg"><figcaption>↑↑ {FAIR.caption}<br>ⓒ 한빛신문</figcaption></figure>{FAIR.lines[0]}<br><br>{FAIR.lines[1]}<br><br>{FAIR.lines[2]}<br><br>{FAIR.lines[3]}<br><br><blockquote>{FAIR.sub}</blockquote></div><div class="view_copy">- Copyrights ⓒ한빛신문. 무단 전재-재배포 금지 -</div><div class="view_sns">기사공유 트위터 페이스북</div><div class="view_writer">{FAIR.by} 기자 / ara@hanbit.test</div>{IDX_SIDE}</body></html>"""
IDX_OLD = f"""<html><head><meta http-equiv="content-type" content="text/html; charset=euc-kr"><title>한빛신문</title></head><body><table width=950><tr><td><a href="/"><img src="logo.gif"></a></td><td>최종편집 : 2026-11-22 오전 11:20</td></tr></table><table><tr><td width=650><p>뉴스 &gt; 사회</p><p style="font-size:22px"><b>{AWARD.title}</b></p><p>{AWARD.sub}</p><p>{AWARD.by} 기자 / 입력 : 2012년 10월 08일(월) 10:44</p><p>공유 : 트위터 페이스북</p><div id="fontSzArea"><p></p><p></p><table align=center><tr><td><img src="2.jpg"></td></tr><tr><td>↑↑ {AWARD.caption}</td></tr><tr><td align=right>ⓒ 한빛신문</td></tr></table><p></p><p>{broken(AWARD)}</p></div><p>{AWARD.by} 기자 / ds@hanbit.test<br>- Copyrights ⓒ한빛신문. 무단 전재-재배포 금지</p></td><td>{IDX_SIDE}</td></tr></table></body></html>"""
IDX_PIECES = (FAIR, RIGHTS, BUS, BREAD)
IDX_ROWS = [
    (f"{IDX}/news/view.php?idx={2200 - n}", p.title, f"2023-10-{17 - n}T1{n}:0{n}") for n, p in enumerate(IDX_PIECES)
]
IDX_LIST = f"""<!doctype html><html><head><meta charset="utf-8"><title>한빛신문 - 전체기사</title></head><body><div id="list"><h3>전체기사</h3><ul>{"".join(f'''<li><div class="thumb"><a href="view.php?idx={2200 - n}&part_idx=7"><img src="{n}.jpg"></a></div><div class="txt"><a class="tit" href="view.php?idx={2200 - n}&part_idx=7">{p.title}</a><a class="con" href="view.php?idx={2200 - n}&part_idx=7">{p.text[:80]}...</a><span>{p.by} 기자 : 2023년 10월 {17 - n}일 1{n}:0{n}</span></div></li>''' for n, p in enumerate(IDX_PIECES))}</ul><div class="page"><a href="list.php?part_idx=7&nav=1"><b>1</b></a><a href="list.php?part_idx=7&nav=2">2</a><a href="list.php?part_idx=7&nav=2">다음</a></div></div>{IDX_SIDE}</body></html>"""

DET = "http://www.solbaram.test"
DET_HEAD = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">'
DET_SIDE = f'<div id="r"><b>많이 본 기사</b><p class="title"><a href="detail.php?number=51&thread=22r01">{FLOOD.title}</a></p><p class="title"><a href="detail.php?number=52&thread=22r01">{BUDGET.title}</a></p></div>'
DET_A = f"""{DET_HEAD}<title>솔바람신문 : {MILL.title}</title></head><body><div><a href="/">솔바람신문</a> <a href="section.php?thread=22r01">사회</a></div><div id="l"><h2 class="de_tit">{MILL.title}</h2><h3 class="de_sub">{MILL.sub}</h3><div class="de_date_txt"><span class="font_12">2015-02-05 [제312호]</span> <span class="font_12">등록 : 2015년02월04일 15시22분</span></div><div id="ct"><div style="margin-top:30px;text-align:center"><img src="/photo/1.jpg"><br><span>▲ {MILL.caption}</span></div>{broken(MILL)}<br><br>{MILL.by} 기자 yurim@solbaram.test</div><div class="opinion">독자의견 (총 1건) <dl><dt>방앗간집 딸</dt><dd>어릴 적 생각이 나네요 고맙습니다</dd><dd>(2015-02-06 11:00:02)</dd></dl></div><p>&lt;저작권자 ⓒ 솔바람신문 무단전재 및 재배포 금지&gt;</p></div>{DET_SIDE}</body></html>"""
DET_B = f"""<!doctype html><html><head><meta charset="utf-8"><title>{TALK.title}</title></head><body><div class="gnb"><a href="section.php?thread=24r02">사람</a></div><div class="detail"><h2 class="font_25 font_malgun">{TALK.title}</h2><p class="font_13">작성 : 2021-05-27 10:31:07</p><p class="font_12">{TALK.by} 기자</p><div class="detail_view"><div class="img_c"><img src="/p.jpg"><p>{TALK.caption}</p></div>{paragraphs(TALK)}<p>&nbsp;</p></div><div class="hash">#청년 #인쇄골목</div><ul class="snslist"><li>밴드로 보내기</li></ul><div class="prev_next"><a href="detail.php?number=8000">△ 이전글 {BUS.title}</a><a href="detail.php?number=8002">▽ 다음글 {CARE.title}</a></div></div>{DET_SIDE}</body></html>"""
DET_PIECES = (MILL, STUDY, BUDGET, LIBRARY)
DET_ROWS = [
    (f"{DET}/detail.php?number={3120 - n}&thread=22r01", p.title, f"2015-02-{18 - n:02d}")
    for n, p in enumerate(DET_PIECES)
]
DET_LIST = f"""{DET_HEAD}<title>솔바람신문</title></head><body><h2>사회</h2><table width=600>{"".join(f'''<tr><td class="thumb"><a href="detail.php?number={3120 - n}&thread=22r01"><img src="{n}.jpg"></a></td><td><div class="title"><a href="detail.php?number={3120 - n}&thread=22r01">{p.title}</a></div><div class="sum"><a href="detail.php?number={3120 - n}&thread=22r01">{p.text[:80]}</a></div><div class="dt">2015년02월{18 - n:02d}일 10시0{n}분</div></td></tr>''' for n, p in enumerate(DET_PIECES))}</table><div>[1] <a href="section.php?thread=22r01&page=2">[2]</a> <a href="section.php?thread=22r01&page=3">[3]</a></div>{DET_SIDE}</body></html>"""

KEY = "https://www.naru-ilbo.test"
KEY_TOP = '<!doctype html><html lang="ko"><head><meta charset="utf-8">'
KEY_SIDE = f'<aside><h3>많이 본 기사</h3><ol><li><a href="/main/view.php?key=20260101010000001">{FLOOD.title}</a></li><li><a href="/main/view.php?key=20260101010000002">{ENERGY.title}</a></li></ol></aside>'
KEY_A = f"""{KEY_TOP}<title>{BUDGET.title} - 나루일보</title><meta property="og:title" content="{BUDGET.title}"></head><body><header>나루일보 2026-11-22</header><article class="hd-news"><div class="hd-news-info"><p class="cat">정치/행정</p><h1 class="v-title1">{BUDGET.title}</h1><h2 class="v-title2">{BUDGET.sub}</h2><ul class="view-term"><li>승인 2022-12-04 10:05</li><li>수정 2022-12-04 16:40</li><li>신문게재 2022-12-05 2면</li><li>{BUDGET.by} 기자</li></ul></div><div id="font"><table class="photo"><tr><td><img src="/1.jpg"></td></tr><tr><td class="cap">도의회 예산결산특별위원회 회의장. 사진=나루일보DB</td></tr></table>{BUDGET.lines[0]}<br><br>{BUDGET.lines[1]}<br><br><div class="mid_ad">AD</div>{BUDGET.lines[2]}<br><br>{BUDGET.lines[3]}<br><br>{BUDGET.by} 기자 rw@naru.test</div><div class="reporter">{BUDGET.by} 기자의 다른 기사 모음 ▶</div><div class="copy">중도를 지키는 나루일보, 무단전재 및 수집, 재배포 금지</div></article><section class="cmt"><h3>기사에 대한 의견</h3><p>로그인 후 작성할 수 있습니다</p></section>{KEY_SIDE}</body></html>"""
KEY_B = f"""{KEY_TOP}<title>나루일보</title><meta property="og:title" content="{FLOOD.title} - 나루일보"></head><body><header><a href="/">나루일보</a></header><div class="content"><h1 class="view_top_title">{FLOOD.title}</h1><p class="view_top_sub">{FLOOD.sub}</p><p class="view_top_days">입력 2019-07-14 18:20 <span>수정 2019-07-15 00:03</span> | 지면 2019-07-15 7면</p><div class="left_text_box"><div class="img_center" style="width:600px"><img src="f.jpg"><span class="img_txt">{FLOOD.caption}(사진=나루일보)</span></div>{paragraphs(FLOOD, "<div class='news_recom'><b>관련기사</b><a href='/main/view.php?key=20190101010000009'>" + CARE.title + "</a></div>")}<p class="gija_gisa">{FLOOD.by} 기자 eg@naru.test</p></div><p>나루일보 기사, 공유하기 페이스북 트위터</p></div>{KEY_SIDE}</body></html>"""
KEY_PIECES = (BUDGET, TALK, FAIR, LIBRARY)
KEY_ROWS = [
    (f"{KEY}/main/view.php?key=2022120401000{900 - n}", p.title, f"2022-12-04T1{3 - n}:05")
    for n, p in enumerate(KEY_PIECES)
]
KEY_LIST = f"""{KEY_TOP}<title>정치/행정 - 나루일보</title></head><body><nav><a href="/main/list.php?cate=1">정치/행정</a><a href="/main/list.php?cate=2">사회</a></nav><div class="list_wrap"><h2>정치/행정</h2>{"".join(f'''<div class="news_item"><a href="./view.php?key=2022120401000{900 - n}"><div class="im"><img src="{n}.jpg" alt="{p.title}"></div><div class="tx"><strong>{p.title}</strong><p>{p.text[:90]}</p><span class="d">2022-12-04 1{3 - n}:05</span></div></a></div>''' for n, p in enumerate(KEY_PIECES))}<div class="pg"><span>1</span><a href="list.php?cate=1&page=2">2</a><a href="list.php?cate=1&page=11">&gt;</a></div></div>{KEY_SIDE}</body></html>"""

UD = "https://www.eum-economy.test/news"
UD_A = f"""{KEY_TOP}<title>이음경제</title><meta property="og:title" content="{STUDY.title}"><meta property="article:published_time" content="2024-08-21T11:05:00+09:00"></head><body><header>이음경제</header><div class="vtop"><h1>{STUDY.title}</h1><h2>{STUDY.sub}</h2><p class="r1">{STUDY.by} 기자</p><p class="r2">입력 2024-08-21 11:05</p></div><div class="vtxt detailCont" itemprop="articleBody"><figure class="article-photo"><img src="/view.php?idx=1"><figcaption>교육장 전경</figcaption></figure>{STUDY.lines[0]}<br /><br />{STUDY.lines[1]}<br /><br />{STUDY.lines[2]}<div class="mad">[알림] 본 기사는 투자판단의 참고용이며, 이를 근거로 한 투자손실에 대한 책임은 없습니다.</div><br /><br />{STUDY.by} 이음경제 기자 mireu@eum.test</div><div class="vc">&lt;저작권자 © 이음경제, 무단 전재 및 재배포 금지&gt;</div><div class="more"><h3>[이음경제에서 많이 본 뉴스]</h3><a href="/news/view.php?ud=20240820110000111aa_1">{FLOOD.title}</a><a href="/news/view.php?ud=20240820110000112aa_1">{BUDGET.title}</a></div></body></html>"""
UD_ROWS = [
    (f"{UD}/view.php?ud=2024082{n}10300012345ab{n}_1", p.title, f"2024-08-2{n}")
    for n, p in ((3, STUDY), (2, ENERGY), (1, RIGHTS))
]
UD_LIST = f"""{KEY_TOP}<title>이음경제</title></head><body><ul class="menu"><li><a href="/list.php?ct=g0100">정책</a></li></ul><div class="w1"><h2>정책</h2><ul>{"".join(f'''<li><a href="{a}" class="e1"><img src="x.jpg"></a><a href="{a}" class="e2">{t}</a><p class="e3">{t}에 대한 짧은 소개 글이 여기에 이어진다.</p><span class="e4">{at.replace("-", ".")} 10:30</span></li>''' for a, t, at in UD_ROWS)}</ul><p class="pg"><b>1</b> <a href="/list.php?ct=g0100&pg=2">2</a></p></div></body></html>"""
KEY_GONE = f"{KEY_TOP}<title>나루일보</title></head><body><header>나루일보</header><div class='content'><h1 class='view_top_title'></h1><p class='view_top_days'></p><div class='left_text_box'></div></div>{KEY_SIDE}</body></html>"

QUOTED = "\n".join((*BUS.lines[:2], "“눈이 오면 누가 먼저 전화하나요.”", *BUS.lines[2:]))
PAGES: list[Held] = [
    view(
        "dadamedia-new",
        f"{DADA}/news/view.php?idx=70001",
        DADA_NEW,
        BUS,
        "2021-04-18T09:00",
        key="70001",
        modified_at="2021-04-18T13:22",
        body_text=QUOTED,
    ),
    view(
        "dadamedia-old",
        f"{DADA}/news/view.php?idx=1201",
        DADA_OLD,
        RIGHTS,
        "2014-06-20T17:31",
        key="1201",
        modified_at="2014-06-20T18:00",
    ),
    listing("dadamedia-list", f"{DADA}/news/list.php?mcode=m21ab", DADA_LIST, DADA_ROWS),
    refused("dadamedia-gone", f"{DADA}/news/view.php?idx=5", DADA_GONE),
    view("viewidx-new", f"{IDX}/news/view.php?idx=2200&part_idx=7", IDX_NEW, FAIR, "2023-10-17T15:05", key="2200"),
    view(
        "viewidx-old",
        f"{IDX}/default/index_view_page.php?idx=310&part_idx=2",
        IDX_OLD,
        AWARD,
        "2012-10-08T10:44",
        key="310",
        encoding="euc-kr",
    ),
    listing("viewidx-list", f"{IDX}/news/list.php?part_idx=7", IDX_LIST, IDX_ROWS),
    view(
        "detail_php-a",
        f"{DET}/detail.php?number=3120&thread=22r01",
        DET_A,
        MILL,
        "2015-02-04T15:22",
        key="3120",
        encoding="euc-kr",
    ),
    view("detail_php-b", f"{DET}/detail.php?number=8001", DET_B, TALK, "2021-05-27T10:31", key="8001"),
    listing("detail_php-list", f"{DET}/section.php?thread=22r01", DET_LIST, DET_ROWS, encoding="euc-kr"),
    view(
        "viewphp_key-a",
        f"{KEY}/main/view.php?key=20221204010000900",
        KEY_A,
        BUDGET,
        "2022-12-04T10:05",
        key="900",
        modified_at="2022-12-04T16:40",
    ),
    view(
        "viewphp_key-b",
        f"{KEY}/main/view.php?key=20190714010000350",
        KEY_B,
        FLOOD,
        "2019-07-14T18:20",
        key="350",
        modified_at="2019-07-15T00:03",
    ),
    listing("viewphp_key-list", f"{KEY}/main/list.php?cate=1", KEY_LIST, KEY_ROWS),
    refused("viewphp_key-gone", f"{KEY}/main/view.php?key=20190714010000999", KEY_GONE),
    view("viewphp_ud-a", f"{UD}/view.php?ud=202408211105001234ab12_1", UD_A, STUDY, "2024-08-21T11:05", key="ud1"),
    listing("viewphp_ud-list", "https://www.eum-economy.test/list.php?ct=g0100", UD_LIST, UD_ROWS),
]
