"""mediaOn, insnews / sub_read.html and ncode in skins of other papers: desktop, mobile, lists, what they refuse."""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from newspages_shape import Held, broken, listing, refused, view
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
    Piece,
)

ON = "http://www.saeteo.test/news"
ON_HEAD = '<!DOCTYPE html><html lang="ko"><head><meta charset="UTF-8"><link rel="stylesheet" href="/data/cache/skin/3/index-cnts.css"><link rel="alternate" type="application/rss+xml" href="/data/rss/news.xml">'
ON_TOP = '<div class="wrapper"><p class="today_txt">2026년 11월 22일 일요일</p><ul class="lst_pop"><li><a href="/news/article.html?no=901">강가에 날아온 겨울새 이만 마리</a></li></ul><h1><a href="/"><img src="/data/design/logo/toplogo.png" alt="새터타임즈"></a></h1><ul id="gnb"><li><a href="/news/section_list_all.html?sec_no=3">사회</a></li><li><a href="/news/section_list_all.html?sec_no=4">경제</a></li><li><a href="/news/article_list_all.html">전체기사</a></li></ul></div>'
ON_SIDE = f'<div class="col-r"><div class="arl_051"><h3>오늘의 주요기사</h3>{"".join(f"""<div class="item"><a href="/news/article.html?no={600 + n}"><h4>{p.title}</h4><p>{p.text[:200]}</p></a></div>""" for n, p in enumerate((RIGHTS, BUDGET, ENERGY)))}</div><div class="rank"><h3>많이 본 기사</h3><ol><li><a href="/news/article.html?no=611">{FAIR.title}</a></li><li><a href="/news/article.html?no=612">{STUDY.title}</a></li></ol></div></div>'
ON_FOOT = '<div class="footer"><p>새터타임즈 | 새터구 역전로 9 | 등록번호: 충남,아00009 | 등록일 : 2015-06-01 | 발행인 : 문가람 | 전화번호 : 041-000-0900</p><p>Copyright @새터타임즈 Corp. All rights reserved.</p><p class="ver">UPDATE: 2026년 11월 22일 11시 31분</p></div>'

ON_NEW = f"""{ON_HEAD}<title>{AWARD.title}</title><meta property="og:title" content="{AWARD.title}"><meta property="og:url" content="{ON}/article.html?no=7720"><meta property="article:published_time" content="2023-11-07T10:02:51+09:00"></head><body>{ON_TOP}
<div class="arv_009"><div class="fix_art_top"><h2>{AWARD.title}</h2><ul class="sns"><li>f</li></ul></div><div class="path_wrap"><h3>자활</h3></div><div class="art_top"><h4 class="sec">복지</h4><h2>{AWARD.title}</h2><h3>{AWARD.sub}</h3><ul class="art_info"><li><a href="/news/article_list_writer.html?name={AWARD.by}">{AWARD.by} 기자 ds@saeteo.test</a></li><li>등록 2023.11.07 10:02:51</li><li>수정 2023.11.07 13:40:00</li></ul><ul class="art_fn"><li>글자크기 설정</li><li>기사스크랩하기</li></ul></div>
<div class="cnt_view news_body_area" itemprop="articleBody"><div class="imgframe"><table><tr><td><img src="/data/photos/1.jpg"></td></tr><tr><td class="caption">▲ {AWARD.caption} (사진=물빛자활)</td></tr></table></div><div style="width:336px;height:280px;float:right"><script>ad()</script></div>
<p>새터타임즈 {AWARD.by} 기자 | {AWARD.lines[0]}</p><p>&nbsp;</p><p>{AWARD.lines[1]}</p><p>&nbsp;</p><p>{AWARD.lines[2]}</p><div class="banner_in"><a href="/ad"><img alt="배너"></a></div></div>
<div class="view_sns"><span>좋아요 5</span><span>공유</span></div><div class="art_more"><h3>{AWARD.by} 기자의 전체기사 보기</h3></div><p class="copyright">Copyright @새터타임즈 Corp. All rights reserved.</p><div class="pn"><a href="/news/article.html?no=7719">이전글 {BREAD.title}</a><a href="/news/article.html?no=7721">다음글 {BUS.title}</a></div></div>{ON_SIDE}{ON_FOOT}</body></html>"""
ON_OLD = f"""{ON_HEAD}<title>새터타임즈 - {FLOOD.title}</title></head><body>{ON_TOP}<div class="m01_arv1"><div class="viewsubject"><h2>{FLOOD.title}</h2><h3>{FLOOD.sub}</h3><p>{FLOOD.by} 기자 eungyeol@saeteo.test 등록 2016.07.14 08:21:40</p></div>
<div id="news_bodyArea"><div class="smartOutput"><table class="img_box" width=300 align=left><tr><td><img src="p.jpg"></td></tr><tr><td>△ {FLOOD.caption}</td></tr></table>{broken(FLOOD)}<br><br>/{FLOOD.by} 기자</div></div><div class="btn_share">트위터 페이스북 밴드</div><p class="cr">&lt;저작권자 ⓒ 새터타임즈, 무단 전재-재배포 금지&gt;</p>
<div class="cmt"><h4>네티즌 의견 1</h4><dl><dt>장돌뱅이 2016/07/14 20:11</dt><dd>힘내세요. 주말에 도우러 가겠습니다.</dd></dl><p>※ 욕설 등은 삭제될 수 있습니다</p></div></div>{ON_SIDE}{ON_FOOT}</body></html>"""
ON_MOBILE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>새터타임즈 모바일 사이트</title><meta property="og:title" content="{AWARD.title}"></head><body><header><a href="/mobile/">새터타임즈</a><a href="/mobile/section_list.html">메뉴</a></header><div class="arvm_02"><p class="sec">복지</p><h2>{AWARD.title}</h2><h3 class="sub">{AWARD.sub}</h3><ul class="info"><li>{AWARD.by} 기자</li><li>등록 2023.11.07 10:02:51</li></ul><div class="cnt_view" id="news_body_area"><figure><img src="1.jpg"><figcaption>▲ {AWARD.caption} (사진=물빛자활)</figcaption></figure><p>새터타임즈 {AWARD.by} 기자 | {AWARD.lines[0]}</p><p>{AWARD.lines[1]}</p><p>{AWARD.lines[2]}</p></div><div class="share"><a>카카오톡</a><a>URL복사</a></div></div>
<div class="m_list"><h3>이 섹션의 다른 기사</h3><ul><li><a href="/mobile/article.html?no=7719">{BREAD.title}</a></li><li><a href="/mobile/article.html?no=7718">{CARE.title}</a></li></ul></div><a href="/news/article.html?no=7720">PC버전으로 보기</a></body></html>"""
ON_PIECES = (STUDY, CARE, BREAD, COLUMN, MILL)
ON_ROWS = [(f"{ON}/article.html?no={7800 - n}", p.title, f"2024-05-{28 - n}T1{n}:08") for n, p in enumerate(ON_PIECES)]
ON_LIST = f"""{ON_HEAD}<title>새터타임즈 - 복지</title></head><body>{ON_TOP}<div class="ara_001"><h2 class="list_tit">복지</h2><ul class="art_list_all">{"".join(f'''<li><a href="article.html?no={7800 - n}"><span class="thumb"><img src="{n}.jpg"></span><h2 class="clamp c2">{p.title}</h2><p class="ffd clamp c2">{p.text[:120]}</p></a><ul class="art_info"><li class="name">{p.by} 기자</li><li class="date">2024-05-{28 - n} 1{n}:08</li></ul></li>''' for n, p in enumerate(ON_PIECES))}</ul><ul class="paging"><li><a href="?sec_no=7&page=1" class="on">1</a></li><li><a href="?sec_no=7&page=2">2</a></li><li><a href="?sec_no=7&page=2" class="next">다음</a></li></ul></div>{ON_SIDE}{ON_FOOT}</body></html>"""
ON_M_LIST = f"""<html><head><meta charset="utf-8"><title>새터타임즈 모바일 사이트</title></head><body><header><a href="/mobile/">새터타임즈</a></header><h2>사회</h2><ul class="m_art_list">{"".join(f'''<li><a href="/mobile/article.html?no={7800 - n}"><strong>{p.title}</strong><em>2024.05.{28 - n}</em></a></li>''' for n, p in enumerate(ON_PIECES))}</ul><div class="more"><a href="/mobile/section_list_all.html?sec_no=7&page=2">더보기</a></div><footer><a href="/?pc=1">PC버전</a></footer></body></html>"""
ON_GONE = f"{ON_HEAD}<title>새터타임즈</title></head><body>{ON_TOP}<div class='arv_009'><p class='nodata'>삭제된 기사이거나 없는 기사입니다.</p></div>{ON_SIDE}{ON_FOOT}</body></html>"

INS = "http://www.garam-ilbo.test"
INS_TOP = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>가람일보</title></head><body topmargin=0><table width=960><tr><td><a href="/"><img src="/img/logo.gif"></a></td><td>2026.11.22 [11:39]</td></tr><tr><td><a href="/sub.html?section=sc1">정치</a><a href="/sub.html?section=sc2">사회</a><a href="/sub.html?section=sc3">문화</a><a href="/etc.html?mode=join">회원가입</a></td></tr></table>'
INS_SIDE = "".join(
    f'<tr><td>· <a href="/sub_read.html?uid={300 + n}&section=sc2">{p.title}</a></td></tr>'
    for n, p in enumerate((FLOOD, BUS, RIGHTS))
)
INS_FOOT = "<table width=960><tr><td>가람일보ㅣ가람시 둑방길 2ㅣ등록번호 충북아00099ㅣ등록일자 2007년 5월 1일ㅣ발행인 소이담</td></tr><tr><td>Copyright ⓒ 2007 가람일보. All rights reserved. Contact for more information</td></tr></table></body></html>"
INS_OLD = f"""{INS_TOP}<table width=960><tr><td width=640><table width=100%><tr><td>로그인 ㅣ 회원가입 ㅣ 기사검색</td></tr><tr><td align=center style="font-size:20pt;font-weight:bold" class="title">{LIBRARY.title}</td></tr><tr><td align=center class="stitle">{LIBRARY.sub}</td></tr><tr><td align=right>{LIBRARY.by} 기자</td></tr>
<tr><td><META NAME="title" CONTENT="{LIBRARY.title}"><META NAME="description" CONTENT="&lt;p&gt;{LIBRARY.lead}"><table width=100%><tr><td class="contents"><div align="justify" id="contents_area"><table align=center width=400><tr><td><img src="/imgdata/garam/201011/1.jpg"></td></tr><tr><td style="font-size:9pt">▲ {LIBRARY.caption} &nbsp; ⓒ 가람일보</td></tr></table><p>{LIBRARY.lines[0]}</p><p>{LIBRARY.lines[1]}</p><table align=left><tr><td>광고</td></tr><tr><td><iframe width=200></iframe></td></tr></table><p>{LIBRARY.lines[2]}</p><p>{LIBRARY.lines[3]}</p></div></td></tr></table></td></tr>
<tr><td align=right>기사입력: 2010/11/09 [21:14] &nbsp; 최종편집: 2010/11/10 [08:30] &nbsp; ⓒ 가람일보</td></tr>
<tr><td><table><tr><td>트위터</td><td>페이스북</td><td>카카오톡</td><td>인쇄</td></tr></table></td></tr><tr><td>관련기사목록</td></tr><tr><td>▶ <a href="/sub_read.html?uid=88&section=sc3">{MILL.title}</a> / {MILL.by} 기자 2010/10/01</td></tr>
<tr><td>이 기사에 대한 독자의견 <a>의견쓰기</a> 전체의견보기</td></tr><tr><td>이름 : 책벌레 10/11/09 23:40 &nbsp; 아이들 데리고 가 봐야겠네요</td></tr></table></td><td width=300><table><tr><td>많이 본 기사</td></tr>{INS_SIDE}</table></td></tr></table>{INS_FOOT}"""
INS_NEW = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>가람일보:{BREAD.title}</title><meta property="og:title" content="[가람일보] {BREAD.title}"><meta property="og:site_name" content="가람일보"></head><body><div id="header"><a href="/">가람일보</a><span>편집 2026.11.22 [11:39]</span></div><div id="content"><div class="ad_head">광고</div><div class="article_head"><h1 class="read_title"><font color="#111">{BREAD.title}</font></h1><h2 class="read_sub">{BREAD.sub}</h2></div><div class="read_option_top"><div class="writer_time">{BREAD.by} 기자 <span class="p">l</span> 기사입력 2020/08/11 [07:55]</div><div class="sns">가 가 본문듣기</div></div>
<table class="table_sub_read"><tr><td class="td_sub_read_contents"><div id="CLtag"><table class="body_img_table"><tr><td><img id="img_pop_view" src="b.jpg"></td></tr><tr><td class="body_img_caption">▲ {BREAD.caption} &nbsp;&nbsp;©가람일보</td></tr></table>{BREAD.lines[0]}<br />&nbsp;<br />{BREAD.lines[1]}<div style="width:300px;text-align:center">광고<br><ins class="adsbygoogle"></ins></div>{BREAD.lines[2]}<br />&nbsp;<br />{BREAD.lines[3]}<p>&nbsp;</p>*아래는 위 기사를 &lsquo;구글 번역&rsquo;으로 번역한 영문 기사의 [전문]입니다.</div></td></tr></table>
<div class="read_option_bottom">기사제보 : haram@garam-ilbo.test</div><div class="copyright">ⓒ 한 줄로 여는 지역, 가람일보 무단전재 및 재배포 금지</div><div class="img_pop">이미지 크게보기</div><div class="relation"><h4>관련기사목록</h4><ul><li><a href="/201">{CARE.title}</a></li></ul></div></div><div class="side"><h3>많이 본 뉴스</h3><a href="/310">{FLOOD.title}</a><a href="/311">{RIGHTS.title}</a></div></body></html>"""
INS_PIECES = (CARE, ENERGY, RIGHTS, MILL)
INS_ROWS = [
    (f"{INS}/sub_read.html?uid={480 - n}&section=sc2&section2=", p.title, f"2012-09-{14 - n:02d}")
    for n, p in enumerate(INS_PIECES)
]
INS_LIST = f"""{INS_TOP}<table width=960><tr><td width=640><table><tr><td><b>사회</b></td></tr></table>{"".join(f'''<table width=100%><tr><td><a href="sub_read.html?uid={480 - n}&section=sc2&section2="><b>{p.title}</b></a></td></tr><tr><td><a href="sub_read.html?uid={480 - n}&section=sc2&section2=">{p.text[:110]}...</a></td></tr><tr><td class="small">{p.by} 기자 &nbsp; 2012/09/{14 - n:02d} 0{n}:10</td></tr></table>''' for n, p in enumerate(INS_PIECES))}<table align=center><tr><td><b>1</b> <a href="/sub.html?page=2&section=sc2&section2=">2</a> <a href="/sub.html?page=3&section=sc2&section2=">3</a> <a href="/sub.html?page=9&section=sc2&section2=">▶▶</a></td></tr></table></td><td><table><tr><td>많이 본 기사</td></tr>{INS_SIDE}</table></td></tr></table>{INS_FOOT}"""
INS_N_ROWS = [(f"{INS}/{9100 - n}", p.title, f"2022-02-{20 - n}T18:0{n}") for n, p in enumerate(INS_PIECES)]
INS_N_LIST = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>가람일보:사회</title></head><body><div id="header"><a href="/">가람일보</a><a href="/sub.html?section=sc1">정치</a><a href="/sub.html?section=sc2">사회</a></div><div class="section-list"><h2>사회</h2>{"".join(f'''<div class="media"><div class="media-left"><a href="/{9100 - n}"><img src="{n}.jpg"></a></div><div class="media-body"><h4><a href="/{9100 - n}">{p.title}</a></h4><p><a href="/{9100 - n}">{p.text[:100]}</a></p><span class="write-time">{p.by} 기자 | 2022.02.{20 - n} 18:0{n}</span></div></div>''' for n, p in enumerate(INS_PIECES))}</div><nav><ul class="pagination"><li class="active"><a href="#">1</a></li><li><a href="/sub.html?page=2&section=sc2">2</a></li></ul></nav><div class="side"><h3>인기기사</h3><a href="/310">{FLOOD.title}</a><a href="/311">{BUS.title}</a></div></body></html>"""
INS_GONE = f"{INS_TOP}<table width=960><tr><td height=300 align=center>해당 기사가 존재하지 않습니다.<br><a href='/'>[메인으로]</a></td></tr></table>{INS_FOOT}"

NC = "https://www.noeul.test/news"
NC_HEAD = '<!doctype html><html lang="ko"><head><meta charset="utf-8">'
NC_VIEW = f"""{NC_HEAD}<title>노을투데이 - {ENERGY.title}</title><meta property="og:title" content="{ENERGY.title}"><meta property="article:published_time" content="2025-02-26T15:33:20+09:00"></head><body><header><a href="/">노을투데이</a><p class="topdate">2026년 11월 22일(일)</p></header><div id="container"><div class="viewTitle"><p class="cate">경제</p><h3>{ENERGY.title}</h3><dl><dt>{ENERGY.by} 기자 / 기사승인 : </dt><dd>2025-02-26 15:33:20</dd></dl></div><div class="snsBox"><button>-</button><button>+</button><button>인쇄</button></div>
<div id="viewConts" class="viewConts"><blockquote class="summary_title">{ENERGY.sub}</blockquote><div id="articleBody_ad1" style="display:none">AD</div><table class="img"><tbody><tr><td><img src="/news/data/20250226/p1065_001_thum.jpg"></td></tr><tr><td style="color:#494949; font-size:14px">▲ {ENERGY.caption} / 사진=도래햇빛협동조합</td></tr></tbody></table>
<p>[노을투데이={ENERGY.by} 기자] {ENERGY.lines[0]}</p><p>{ENERGY.lines[1]}</p><div class="gr_ad"><ins></ins></div><h4>방앗간도 승합차도 여기서</h4><p>{ENERGY.lines[2]}</p><p>{ENERGY.lines[3]}</p><p>노을투데이 / {ENERGY.by} 기자 rw@noeul.test</p></div>
<p class="copyright">[저작권자ⓒ 노을투데이. 무단전재-재배포 금지]</p><div class="rel"><h4>관련기사</h4><ul><li><a href="/news/newsview.php?ncode=1065500000000001">{MILL.title}</a></li></ul></div><div class="hot"><h4>헤드라인HEADLINE</h4><ul><li><a href="/news/newsview.php?ncode=1065500000000009">{FLOOD.title}</a></li></ul></div><div class="writer_box"><strong>{ENERGY.by} 기자</strong><a>기자의 인기기사</a></div></div></body></html>"""
NC_AMP = f"""<!doctype html><html amp><head><meta charset="utf-8"><title>{ENERGY.title}</title></head><body><header><a href="/">노을투데이</a></header><main><h1>{ENERGY.title}</h1><p class="info">{ENERGY.by} 기자 | 2025-02-26 15:33:20</p><div class="conts"><amp-img src="p.jpg"></amp-img><div class="_caption">▲ {ENERGY.caption} / 사진=도래햇빛협동조합</div><p>[노을투데이={ENERGY.by} 기자] {ENERGY.lines[0]}</p><p>{ENERGY.lines[1]}</p><h4>방앗간도 승합차도 여기서</h4><p>{ENERGY.lines[2]}</p><p>{ENERGY.lines[3]}</p></div><p>[저작권자ⓒ 노을투데이. 무단전재-재배포 금지]</p><amp-ad></amp-ad><h2>최신기사</h2><ul><li><a href="/amp/1065500000000009">{FLOOD.title}</a></li></ul></main></body></html>"""
NC_PIECES = (BUDGET, ENERGY, LIBRARY, AWARD, STUDY)
NC_ROWS = [
    (f"{NC}/newsview.php?ncode=106550000000{4000 - n}", p.title, f"2025-03-{14 - n:02d}")
    for n, p in enumerate(NC_PIECES)
]
NC_LIST = f"""{NC_HEAD}<title>노을투데이 - 경제</title></head><body><header><a href="/">노을투데이</a><a href="/news/newslist.php?lcode=13">경제</a><a href="/news/newslist.php?lcode=14">사회</a></header><div id="listWrap"><h2>경제</h2>{"".join(f'''<div class="listPhoto"><p class="photo"><a href="/news/newsview.php?ncode=106550000000{4000 - n}"><img src="{n}.jpg"></a></p><dl><dt><a href="/news/newsview.php?ncode=106550000000{4000 - n}">{p.title}</a></dt><dd class="conts"><a href="/news/newsview.php?ncode=106550000000{4000 - n}">{p.text[:90]}...</a></dd><dd class="winfo"><span>{p.by}</span><span>25.03.{14 - n:02d}</span></dd></dl></div>''' for n, p in enumerate(NC_PIECES))}<div class="pageindex"><span class="on">1</span><a href="?lcode=13&pagenum=1">2</a><a href="?lcode=13&pagenum=2">3</a></div></div><div class="side"><h4>많이 본 기사</h4><a href="/news/newsview.php?ncode=1065500000000001">{FLOOD.title}</a><a href="/news/newsview.php?ncode=1065500000000002">{BUS.title}</a></div></body></html>"""

BRIGHT = Piece(ENERGY.title, (*ENERGY.lines[:2], "방앗간도 승합차도 여기서", *ENERGY.lines[2:]), ENERGY.by)
PAGES: list[Held] = [
    view(
        "mediaon-new",
        f"{ON}/article.html?no=7720",
        ON_NEW,
        AWARD,
        "2023-11-07T10:02",
        key="7720",
        modified_at="2023-11-07T13:40",
    ),
    view("mediaon-old", f"{ON}/article.html?no=2204", ON_OLD, FLOOD, "2016-07-14T08:21", key="2204"),
    view(
        "mediaon-mobile",
        "http://www.saeteo.test/mobile/article.html?no=7720",
        ON_MOBILE,
        AWARD,
        "2023-11-07T10:02",
        key="7720",
    ),
    listing("mediaon-list", f"{ON}/section_list_all.html?sec_no=7", ON_LIST, ON_ROWS),
    listing(
        "mediaon-list-mobile",
        "http://www.saeteo.test/mobile/section_list_all.html?sec_no=7",
        ON_M_LIST,
        [(a, t, at[:10]) for a, t, at in ON_ROWS],
    ),
    refused("mediaon-gone", f"{ON}/article.html?no=1", ON_GONE),
    view(
        "insnews-old",
        f"{INS}/sub_read.html?uid=160&section=sc3&section2=%B9%AE%C8%AD",
        INS_OLD,
        LIBRARY,
        "2010-11-09T21:14",
        key="160",
        encoding="euc-kr",
        modified_at="2010-11-10T08:30",
    ),
    view("insnews-new", f"{INS}/8820", INS_NEW, BREAD, "2020-08-11T07:55", key="8820"),
    view("insnews-host", "http://m.garam-ilbo.test/8820", INS_NEW, BREAD, "2020-08-11T07:55", key="8820"),
    listing("insnews-list-old", f"{INS}/sub.html?section=sc2", INS_LIST, INS_ROWS, encoding="euc-kr"),
    listing("insnews-list-new", f"{INS}/sub.html?section=sc2", INS_N_LIST, INS_N_ROWS),
    refused("insnews-gone", f"{INS}/sub_read.html?uid=9999999", INS_GONE, encoding="euc-kr"),
    view("ncode-view", f"{NC}/newsview.php?ncode=1065500000003999", NC_VIEW, BRIGHT, "2025-02-26T15:33", key="3999"),
    view("ncode-amp", "https://m.noeul.test/amp/1065500000003999", NC_AMP, BRIGHT, "2025-02-26T15:33", key="3999"),
    listing("ncode-list", f"{NC}/newslist.php?lcode=13", NC_LIST, NC_ROWS),
]
