"""A second set of newspaper pages, written after the first was mended and before anything read them: 24 pages.

Texts, places, papers and people are invented; the engines are those of the first set in other skins, and six layouts
that no family knows.
"""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from newspages_shape import Held, Row, broken, feed, listing, paragraphs, refused, view
from newspages_texts import BUS, CARE, FLOOD, LIBRARY, MILL, RIGHTS, STUDY, Piece

SEED = Piece(
    "토종 씨앗 백 가지, 은행 문 연다",
    (
        "보름군 여성농민들이 십 년 동안 모은 토종 씨앗 백네 가지를 나누는 ‘보름씨앗은행’이 15일 옛 면사무소에서 문을 연다.",
        "■ 빌리고, 심고, 두 배로 갚고",
        "씨앗은 돈을 받지 않고 빌려준다. 거둔 뒤 두 배로 갚으면 된다. 흉년에는 이듬해로 미룰 수 있다.",
        "■ 이름을 적는 일",
        "봉투마다 물려준 이의 이름과 밭의 자리를 적는다. “검정콩 하나에도 시어머니 세 분의 이름이 붙었다”고 은행장 명노을 씨는 말했다.",
        "개소식은 15일 오전 11시에 열린다. 참가비는 없고, 씨앗을 가져오면 봉투를 준다.",
    ),
    "도하늘",
    "보름군 여성농민 십 년 모아",
    "봉투에 담긴 보름씨앗은행의 씨앗",
)
CALL = Piece(
    "한빛광역시, 사회적기업 시설비 최대 3천만 원 지원",
    (
        "한빛광역시가 사회적기업의 낡은 설비를 바꾸는 데 한 곳마다 최대 3천만 원을 지원한다. 신청은 3월 2일부터 20일까지다.",
        "신청 자격 : 인증 사회적기업, 지역형 예비사회적기업",
        "신청 방법 : 통합사업관리시스템에 올린 뒤 시에 원본 제출",
        "문의 : 한빛광역시 사회적경제과 042-000-4400",
        "시는 4월에 현장을 살피고 5월 첫 주에 결과를 알린다.",
    ),
    "남새벽",
    "3월 2~20일 접수",
)
MOVES = Piece(
    "[인사] 보름군",
    (
        "◇ 4급 승진",
        "▲농정국장 노마루 ▲복지국장 지우담",
        "◇ 5급 전보",
        "▲사회적경제과장 배다솔 ▲씨앗면장 함이룸",
    ),
    "도하늘",
)
NIGHT = Piece(
    "“불을 끄지 않는 식당” 야간노동자 밥상협동조합",
    (
        "자정이 넘으면 한빛산단에서 불이 켜진 곳은 편의점과 이 식당뿐이다. 야간노동자 밥상협동조합 ‘새벽밥’은 밤 10시에 열고 아침 7시에 닫는다.",
        "조합원은 물류창고와 도금공장에서 일하는 206명이다. 밥값은 5500원, 조합원은 4500원이다.",
        "주방장 표한결 씨는 새벽 3시에 가장 바쁘다. 그는 “자고 일어나 먹는 첫 끼이거나 자기 전 마지막 끼니라 국을 꼭 낸다”고 했다.",
        "조합은 올봄 두 번째 식당을 낸다. 자리는 아직 찾는 중이다. “불 켜진 창이 하나 더 있으면 덜 무섭잖아요.”",
    ),
    "남새벽",
    "밤 10시부터 아침 7시까지",
    "새벽 3시의 ‘새벽밥’ 식당",
)
HEAD = '<!doctype html><html lang="ko"><head><meta charset="utf-8">'
RANK = f'<div class="rank"><h4>주간 인기기사</h4><ol><li><a href="%s">{FLOOD.title}</a></li><li><a href="%s">{RIGHTS.title}</a></li></ol></div>'


def ranked(first: str, second: str) -> str:
    return RANK % (first, second)


ND = "https://www.boreum-news.test/news"
ND_TWO = f"""{HEAD}<title>{SEED.title} &lt; 농업 &lt; 기사본문 - 보름뉴스</title><meta property="og:title" content="{SEED.title} - 보름뉴스"><meta property="og:site_name" content="보름뉴스"></head><body><header id="header"><h1><a href="/"><img src="/logo.png" alt="보름뉴스"></a></h1></header><section id="articleView"><header class="article-view-header"><nav class="breadcrumbs"><a href="/">홈</a><a href="#">농업</a></nav><h1 class="heading">{SEED.title}</h1><h2 class="subheading"><p>{SEED.sub}</p></h2><div class="infos"><ul class="infomation"><li><a href="#"><i></i>도하늘 기자</a>, <a href="#">사공빛 기자</a></li><li>승인 2023.04.13 16:20</li><li>호수 1204</li><li>8면</li></ul></div><ul class="utils"><li><button>바로가기</button></li><li><button>복사하기</button></li></ul></header>
<article id="article-view-content-div" class="article-veiw-body font-size17" itemprop="articleBody"><div><figure class="photo-layout image"><img src="a.jpg"><figcaption>{SEED.caption}. 사진=보름군여성농민회</figcaption></figure></div><p>{SEED.lines[0]}</p><p><strong>{SEED.lines[1]}</strong></p><p>{SEED.lines[2]}</p><div style="margin:10px 0;text-align:center"><a href="https://ad.test/1" target="_blank"><img src="ad.gif" alt="배너"></a></div><p><strong>{SEED.lines[3]}</strong></p><p>{SEED.lines[4]}</p><p>{SEED.lines[5]}</p><p>글·사진 도하늘 기자</p><p>※ 이 기사는 지역신문발전기금을 지원받았습니다.</p></article><div class="article-copy">저작권자 © 보름뉴스</div></section>{ranked("/news/articleView.html?idxno=5", "/news/articleView.html?idxno=6")}</body></html>"""
ND_MOVES = f"""{HEAD}<title>{MOVES.title} &lt; 인사 &lt; 기사본문 - 보름뉴스</title></head><body><section id="articleView"><header class="article-view-header"><h3 class="heading">{MOVES.title}</h3><ul class="infomation"><li>기자명 도하늘 기자</li><li>입력 2024.01.02 09:00</li></ul></header><article id="article-view-content-div">{paragraphs(MOVES)}<p>도하늘 기자 hn@boreum.test</p></article></section></body></html>"""
ND_FONT = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>보름신문</title></head><body><div id="ND_Warp"><table width=900><tr><td><a href="/">보름신문</a></td><td>최종편집 : 2026.11.22 일 10:02</td></tr></table><table width=600><tr><td><font color=#555>홈 > 뉴스 > 사회</font></td></tr><tr><td><span class="View_Title"><strong>{CARE.title}</strong></span></td></tr><tr><td><span class="View_SubTitle">{CARE.sub}</span></td></tr><tr><td align=right class="View_Info">2010년 12월 20일 (월) 11:02:09 <span>{CARE.by} 기자</span> <a href="mailto:d@boreum.test">d@boreum.test</a></td></tr><tr><td><div id="articleBody"><font size=2><table align=right width=200><tr><td><img src=1.jpg></td></tr><tr><td><font size=1>▲ {CARE.caption}</font></td></tr></table>{broken(CARE)}</font></div></td></tr><tr><td>ⓒ 보름신문 무단전재 및 재배포금지</td></tr></table>{ranked("articleView.html?idxno=7", "articleView.html?idxno=8")}</div></body></html>"""
ND_PIECES = (SEED, NIGHT, CALL, MILL, BUS)
ND_ROWS: list[Row] = [
    (f"{ND}/articleView.html?idxno={3300 - n}", p.title, f"2026-11-{21 - n}T1{n}:15") for n, p in enumerate(ND_PIECES)
]
ND_LIST = f"""{HEAD}<title>농업 - 보름뉴스</title></head><body><header><a href="/">보름뉴스</a><a href="/news/articleList.html?sc_section_code=S1N1">정치</a></header><section id="section-list"><header class="header"><h2>농업</h2></header><ul class="type1">{"".join(f'''<li class="item"><a href="/news/articleView.html?idxno={3300 - n}" class="thumb"><img src="{n}.jpg"></a><h2 class="titles"><a href="/news/articleView.html?idxno={3300 - n}">{p.title}</a></h2><p class="lead"><a href="/news/articleView.html?idxno={3300 - n}">{p.lines[0]}</a></p><em class="replace">11.{21 - n} 1{n}:15</em></li>''' for n, p in enumerate(ND_PIECES))}</ul><nav class="paging"><a class="on">1</a><a href="/news/articleList.html?page=2&total=88&sc_section_code=S1N5">2</a></nav></section></body></html>"""
ND_MOBILE: list[Row] = [(a, t, at[:10]) for a, t, at in ND_ROWS]
ND_M_LIST = f"""{HEAD}<title>보름뉴스 모바일</title></head><body><div class="m-top"><a href="/">보름뉴스</a></div><div class="m-list">{"".join(f'<a class="m-item" href="/news/articleView.html?idxno={3300 - n}"><b>{p.title}</b><i>{p.by}</i><i>2026-11-{21 - n}</i></a>' for n, p in enumerate(ND_PIECES))}</div><a href="/news/articleList.html?page=2">다음 목록</a></body></html>"""

ON = "https://www.hanbit-times.test"
ON_TWO = f"""{HEAD}<title>[한빛타임즈] {NIGHT.title}</title><meta property="og:title" content="{NIGHT.title}"></head><body><p class="today_txt">2026.11.22 (일)</p><h1><a href="/"><img src="/data/design/logo/toplogo.png" alt="한빛타임즈"></a></h1><div class="arv_020"><div class="art_top"><h2>{NIGHT.title}</h2><h3>{NIGHT.sub}</h3><ul class="art_info"><li>{NIGHT.by} 기자</li><li>등록 2022.01.19 06:00:02</li></ul></div><div id="news_body_area" class="cnt_view news_body_area smartOutput"><p>[한빛타임즈 남새벽 기자] {NIGHT.lines[0]}</p><p style="text-align:center"><img src="n.jpg"></p><p style="text-align:center"><span style="font-size:13px">▲ {NIGHT.caption}</span></p><p>{NIGHT.lines[1]}</p><p>{NIGHT.lines[2]}</p><p>{NIGHT.lines[3]}</p><p>&nbsp;</p><p>남새벽 기자 sb@hanbit.test</p></div><div class="cmt_box">0/300자<br>※ 첨부파일 용량은 10MB까지 가능합니다</div><div class="art_rel"><h3>관련기사</h3><a href="article.html?no=12">{MILL.title}</a></div></div>{ranked("article.html?no=13", "article.html?no=14")}</body></html>"""
ON_ROWS: list[Row] = [
    (f"{ON}/news/article.html?no={910 - n}", p.title, f"2022-01-{19 - n}T06:0{n}")
    for n, p in enumerate((NIGHT, STUDY, SEED))
]
ON_LIST = f"""{HEAD}<title>[한빛타임즈] 전체기사</title></head><body><p class="today_txt">2026.11.22</p><ul id="gnb"><li><a href="/news/section_list_all.html?sec_no=2">사회</a></li></ul><div class="wrap_list"><h2>전체기사</h2><ul class="lst01">{"".join(f'<li><a href="{a}"><div class="imgbox"><img src="x.jpg"></div><div class="txtbox"><b class="clamp">{t}</b><span class="cmt">{t}을 둘러싼 이야기를 차례로 전한다.</span><em>{at.replace("-", ".").replace("T", " ")}</em></div></a></li>' for a, t, at in ON_ROWS)}</ul><div class="paging"><a href="?page=1" class="sel">1</a> <a href="?page=2">2</a></div></div></body></html>"""

INS = "https://www.sol-ilbo.test"
INS_TWO = f"""{HEAD}<title>솔일보:{CALL.title}</title></head><body><div id="top"><a href="/">솔일보</a> 2026.11.22 (일)</div><table><tr><td><div class="article_head"><h1 class="read_title">{CALL.title}</h1><div class="read_sub_title">{CALL.sub}</div></div><div class="read_option_top"><div class="writer_time">{CALL.by} <span>|</span> 기사입력 <span class="time">2025/02/21 [13:05]</span></div></div><div id="textinput"><p>광고</p>{paragraphs(CALL)}<p>&nbsp;</p><p>{CALL.by} 기자(sb@sol.test)</p></div><div>&lt;저작권자 ⓒ 솔일보 무단전재 및 재배포 금지&gt;</div></td></tr></table>{ranked("/77", "/78")}</body></html>"""
INS_ROWS: list[Row] = [(f"{INS}/{640 - n}", p.title, f"2025-02-2{1 - n}") for n, p in enumerate((CALL, NIGHT))]
INS_LIST = f"""{HEAD}<title>솔일보:경제</title></head><body><div id="top"><a href="/">솔일보</a><a href="/sub.html?section=sc1">정치</a></div><div id="sub_list"><h2>경제</h2>{"".join(f'<div class="sub_list_row"><dl><dt><a href="/{640 - n}">{p.title}</a></dt><dd class="sbody"><a href="/{640 - n}">{p.lines[0]}</a></dd><dd class="etc">{p.by} ㅣ 2025.02.2{1 - n}</dd></dl></div>' for n, p in enumerate((CALL, NIGHT)))}</div><div class="pages">1 <a href="/sub.html?section=sc3&page=2">2</a></div></body></html>"""

NC_TWO = f"""{HEAD}<title>{SEED.title} - 들내일보</title><meta property="article:published_time" content="2024-03-12T10:40:00+09:00"></head><body><div class="viewTitle"><h3>{SEED.title}</h3><dl><dt><span>기사승인 : </span></dt><dd>2024-03-12 10:40:00</dd></dl><div class="writer">도하늘 기자</div></div><div id="viewConts" class="viewConts"><blockquote class="summary_title">{SEED.sub}</blockquote><figure><img src="s.jpg"><figcaption>{SEED.caption}</figcaption></figure>{paragraphs(SEED)}<div class="dable_placeholder"></div><p>[ⓒ 들내일보. 무단전재-재배포 금지]</p></div>{ranked("/news/newsview.php?ncode=1065500000000011", "/news/newsview.php?ncode=1065500000000012")}</body></html>"""
IDX_TWO = f"""{HEAD}<title>{CALL.title}</title></head><body><div class="view_head"><h3 class="view_head_title">{CALL.title}</h3><p class="view_head_sub">{CALL.sub}</p><p class="view_head_info_date">{CALL.by} 기자 / 입력 : 2025년 02월 20일 오전 09:12 / 수정 : 2025년 02월 20일 오후 01:40</p></div><div id="view_content_body">{broken(CALL)}</div><div>- Copyrights ⓒ들길신문. 무단 전재-재배포 금지 -</div></body></html>"""
DET_TWO = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>두물신문</title></head><body><div class="detail_head"><h2 class="de_tit">{RIGHTS.title}</h2><p class="de_date_txt"><span class="font_12">{RIGHTS.by} 기자</span> <span class="font_12">등록일 2014-07-01 18:40</span> <span class="font_12">조회 1,204</span></p></div><div id="ct">{paragraphs(RIGHTS)}<p>/ {RIGHTS.by} 기자</p></div><div class="vote">이 기사에 대해 <b>공감 4</b> <b>비공감 0</b></div></body></html>"""
KEY_TWO = f"""{HEAD}<title>{LIBRARY.title} : 샘터일보</title><meta property="og:title" content="{LIBRARY.title}"></head><body><h1 class="news-title">{LIBRARY.title}</h1><p class="news-sub">{LIBRARY.sub}</p><span class="news-date">입력 2022-06-14 20:31</span><span class="news-date">수정 2022-06-14 20:58</span><span class="news-date">지면 2022-06-15 9면</span><div class="view_txt"><div class="article-photo"><img src="l.jpg"><p>{LIBRARY.caption} /나유림기자 yr@saem.test</p></div>{paragraphs(LIBRARY)}<div class="view_byline">/나유림기자 yr@saem.test</div></div><div class="tag_news">#도서관</div></body></html>"""
UD_TWO = f"""{HEAD}<title>이랑경제</title><meta property="og:title" content="{STUDY.title} - 이랑경제"></head><body><div class="vcon_hd"><div class="vcon_hd_din1"><h2>{STUDY.title}</h2></div><div class="vcon_hd_din2">{STUDY.sub}</div><div class="vcon_hd_din3">{STUDY.by} 기자 <a>mr@irang.test</a><br>기사입력 : 2023-10-05 14:22 <br>최종수정 2023-10-05 15:01</div></div><div class="vcon_con_intxt">{broken(STUDY)}<br><br>{STUDY.by} 이랑경제 기자 mr@irang.test<br><br>&lt;ⓒ 이랑경제, 무단 전재 및 재배포 금지&gt;<br></div></body></html>"""

OWN_AID = f"""{HEAD}<title>{NIGHT.title} - 빛고을마당</title></head><body><div id="article"><div class="read_title"><h1 id="title">{NIGHT.title}</h1><h3 id="subtitle">{NIGHT.sub}</h3></div><div class="read_info"><span>입력날짜 : 2021. 03.04. 19:10</span></div><div id="content"><div class="pic"><img src="n.jpg"><span>{NIGHT.caption}</span></div>{broken(NIGHT)}<br>/{NIGHT.by} 기자</div><div id="sub_content"><h5>{NIGHT.by} 기자의 다른 기사</h5><ul><li><a href="/article.php?aid=1500000001">{MILL.title}</a></li></ul></div></div></body></html>"""
OWN_ROWS: list[Row] = [
    (f"https://www.bit-madang.test/article.php?aid=16148520{n}0", p.title, f"2021-03-0{4 - n}T19:1{n}")
    for n, p in enumerate((NIGHT, BUS, CARE, SEED))
]
OWN_LIST = f"""{HEAD}<title>빛고을마당 : 사회</title></head><body><nav><a href="/section.php?sid=1">정치</a><a href="/section.php?sid=2">사회</a></nav><div class="sec"><h2>사회</h2>{"".join(f'<div class="one"><a class="h" href="{a}">{t}</a><p>{t}. 그 뒷이야기를 들었다.</p><span class="d">{at.replace("T", " ")}</span></div>' for a, t, at in OWN_ROWS)}<div><b>1</b><a href="/section.php?sid=2&page=2">2</a><a href="/section.php?sid=2&page=3">3</a></div></div></body></html>"""
FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>보름뉴스</title><link>https://www.boreum-news.test/</link>'
    + "".join(
        f"<item><title><![CDATA[ {p.title} ]]></title><link>https://www.boreum-news.test/news/articleView.html?idxno={3300 - n}</link><category>농업</category><description><![CDATA[<img src='https://cdn.boreum.test/t{n}.jpg'><p>{p.lead}</p>]]></description><pubDate>2026.11.{21 - n} 1{n}:15</pubDate></item>"
        for n, p in enumerate((SEED, NIGHT, CALL))
    )
    + "</channel></rss>"
)
FEED_ROWS: list[Row] = [
    (f"{ND}/articleView.html?idxno={3300 - n}", p.title, f"2026-11-{21 - n}T1{n}:15")
    for n, p in enumerate((SEED, NIGHT, CALL))
]

CAFE = f"""{HEAD}<title>{CALL.title} - 한빛사회적경제네트워크</title></head><body><div class="xans-board-read"><table><caption>게시판 상세</caption><tbody><tr><th>제목</th><td>{CALL.title}</td></tr><tr><th>작성자</th><td>사무국</td></tr><tr><td colspan=2><ul class="etcArea"><li><strong>작성일</strong> <span>2025-02-21 15:00:12</span></li><li><strong>조회수</strong> <span>77</span></li></ul><div class="detail"><div class="fr-view">{paragraphs(CALL)}</div></div></td></tr><tr class="attach"><th>첨부파일</th><td><a href="/file/1">공고문.pdf</a>, <a href="/file/2">신청서.hwp</a></td></tr></tbody></table><div class="ec-base-button"><a href="/board/list">목록</a></div></div><ul class="movement"><li><strong>이전글</strong><a href="/board/5">{STUDY.title}</a></li></ul></body></html>"""
MAGAZINE = f"""{HEAD}<title>{NIGHT.title} — 밤의 신문</title><meta property="og:site_name" content="밤의 신문"><meta property="og:type" content="article"><script type="application/ld+json">[{{"@type":"Organization","name":"밤의 신문"}},{{"@type":"Article","headline":"{NIGHT.title}","datePublished":"2022-01-18T21:00:02Z","author":{{"name":"남새벽"}}}}]</script></head><body><main><p class="kicker">일터</p><h1>{NIGHT.title}</h1><p class="standfirst">{NIGHT.sub}</p><p class="by">글 남새벽 사진 소나래</p><figure><img src="n.jpg"><figcaption>{NIGHT.caption}</figcaption></figure><p>{NIGHT.lines[0]}</p><p>{NIGHT.lines[1]}</p><aside><p>“국을 꼭 낸다”</p></aside><p>{NIGHT.lines[2]}</p><p>{NIGHT.lines[3]}</p><hr><p class="bio">남새벽은 밤에 일하는 사람들을 만난다.</p><form><label>메일 주소<input type="email"></label><button>편지 받기</button></form></main></body></html>"""
COLUMNS = f"""<html><head><meta charset="utf-8"><title>보름골 소식</title></head><body><div class="lay"><div class="left"><b>차례</b><br><a href="?m=1">알림</a><br><a href="?m=2">이웃</a></div><div class="mid"><div class="ti">{BUS.title}</div><div class="da">2022년 04월 19일</div><div class="co">{broken(BUS)}</div><div class="bk"><a href="?m=2&p=1">뒤로</a></div></div><div class="right"><b>새 글</b><p><a href="?m=2&v=18">{MILL.title}</a></p><p><a href="?m=2&v=17">{CARE.title}</a></p></div></div></body></html>"""
BLOG_ROWS: list[Row] = [
    (f"https://yeoul.test/2024/0{5 - n}/1{n}/{slug}", p.title, f"2024-0{5 - n}-1{n}")
    for n, (p, slug) in enumerate(((SEED, "seed-bank"), (NIGHT, "night-table"), (CARE, "care-five"), (MILL, "mill")))
]
BLOG = f"""{HEAD}<title>여울신문</title></head><body><header><a href="/">여울신문</a></header><main>{"".join(f'<section class="entry"><time>{at.replace("-", ". ")}.</time><h2><a href="{a}">{t}</a></h2><p>{p.lines[0]}</p><a href="{a}">더 읽기</a></section>' for (a, t, at), p in zip(BLOG_ROWS, (SEED, NIGHT, CARE, MILL), strict=True))}</main><a href="/archive/2">지난 글</a></body></html>"""
CLICK_ROWS: list[Row] = [
    (f"https://boreum-center.test/news/view/{n}", p.title, f"2025-0{n}-11")
    for n, p in ((9, CALL), (8, STUDY), (7, SEED))
]
TILES = f"""{HEAD}<title>센터소식 | 보름센터</title></head><body><ul class="gnb"><li><a href="/intro">소개</a></li><li><a href="/news">센터소식</a></li></ul><div class="tiles">{"".join(f'<div class="tile"><a href="/news/view/{n}"><img src="{n}.png" alt=""></a><div class="cap"><a href="/news/view/{n}"><span class="cat">[알림]</span> {p.title}</a><br><span>관리자</span> <span>2025-0{n}-11</span> <span>조회 {n}3</span></div></div>' for n, p in ((9, CALL), (8, STUDY), (7, SEED)))}</div><div class="pager"><a class="active" href="/news?page=1">1</a><a href="/news?page=2">2</a></div></body></html>"""
ND_GONE = f"{HEAD}<title>보름뉴스</title><script>window.onload=function(){{alert('해당 기사를 찾을 수 없습니다.');location.replace('/');}}</script></head><body><header><a href='/'>보름뉴스</a></header></body></html>"
PRIVATE = f"{HEAD}<title>알림 - 솔일보</title></head><body><div id='top'><a href='/'>솔일보</a></div><div class='msg'><p>이 기사는 후원 독자에게만 공개됩니다.</p><p><a href='/join'>후원하기</a> <a href='/login'>로그인</a></p></div></body></html>"

PAGES: list[Held] = [
    view(
        "ndsoft-two",
        f"{ND}/articleView.html?idxno=3300",
        ND_TWO,
        SEED,
        "2023-04-13T16:20",
        key="3300",
        body_text=SEED.text + "\n※ 이 기사는 지역신문발전기금을 지원받았습니다.",
    ),
    view("ndsoft-moves", f"{ND}/articleView.html?idxno=3290", ND_MOVES, MOVES, "2024-01-02T09:00", key="3290"),
    view(
        "ndsoft-font",
        "http://www.boreum-news.test/news/articleView.html?idxno=120",
        ND_FONT,
        CARE,
        "2010-12-20T11:02",
        key="120",
        encoding="euc-kr",
    ),
    listing("ndsoft-type1", f"{ND}/articleList.html?sc_section_code=S1N5", ND_LIST, ND_ROWS),
    listing(
        "ndsoft-mobile-list",
        "https://m.boreum-news.test/news/articleList.html",
        ND_M_LIST,
        [(a.replace("www.", "m."), t, at) for a, t, at in ND_MOBILE],
    ),
    refused("ndsoft-onload", f"{ND}/articleView.html?idxno=2", ND_GONE),
    view("mediaon-two", f"{ON}/news/article.html?no=910", ON_TWO, NIGHT, "2022-01-19T06:00", key="910"),
    listing("mediaon-lst01", f"{ON}/news/article_list_all.html", ON_LIST, ON_ROWS),
    view("insnews-two", f"{INS}/640", INS_TWO, CALL, "2025-02-21T13:05", key="640"),
    listing("insnews-two-list", f"{INS}/sub.html?section=sc3", INS_LIST, INS_ROWS),
    refused("insnews-private", f"{INS}/641", PRIVATE),
    view(
        "ncode-two",
        "https://www.deulnae.test/news/newsview.php?ncode=1065500000007777",
        NC_TWO,
        SEED,
        "2024-03-12T10:40",
        key="7777",
    ),
    view(
        "viewidx-two",
        "http://www.deulgil.test/news/view.php?idx=55001&mcode=m2",
        IDX_TWO,
        CALL,
        "2025-02-20T09:12",
        key="55001",
        modified_at="2025-02-20T13:40",
    ),
    view(
        "detail_php-two",
        "http://www.dumul.test/detail.php?number=901&thread=11r02",
        DET_TWO,
        RIGHTS,
        "2014-07-01T18:40",
        key="901",
        encoding="euc-kr",
    ),
    view(
        "viewphp_key-two",
        "https://www.saem.test/main/view.php?key=20220614010002345",
        KEY_TWO,
        LIBRARY,
        "2022-06-14T20:31",
        key="2345",
        modified_at="2022-06-14T20:58",
    ),
    view(
        "viewphp_ud-two",
        "https://www.irang.test/html/view.php?ud=202310051422001234c5_18",
        UD_TWO,
        STUDY,
        "2023-10-05T14:22",
        key="c5",
        modified_at="2023-10-05T15:01",
    ),
    view(
        "inhouse-two",
        "https://www.bit-madang.test/article.php?aid=1614852000",
        OWN_AID,
        NIGHT,
        "2021-03-04T19:10",
        key="aid2",
    ),
    listing("inhouse-two-list", "https://www.bit-madang.test/section.php?sid=2", OWN_LIST, OWN_ROWS),
    feed("feed-dotted", "https://cdn.boreum-news.test/rss/gns_S1N5.xml", FEED, FEED_ROWS),
    view(
        "unknown-cafe",
        "https://hanbit-net.test/board/6",
        CAFE,
        CALL,
        "2025-02-21T15:00",
        key="cafe",
        author=None,
        attachments=["공고문.pdf", "신청서.hwp"],
    ),
    view(
        "unknown-magazine",
        "https://night.test/stories/dawn-rice",
        MAGAZINE,
        NIGHT,
        "2022-01-19T06:00",
        key="night",
        body_text=NIGHT.text + "\n남새벽은 밤에 일하는 사람들을 만난다.",
    ),
    view("unknown-columns", "http://boreumgol.test/?m=2&v=19", COLUMNS, BUS, "2022-04-19", key="cols", author=None),
    listing("unknown-blog", "https://yeoul.test/archive", BLOG, BLOG_ROWS),
    listing("unknown-tiles", "https://boreum-center.test/news", TILES, CLICK_ROWS),
]
