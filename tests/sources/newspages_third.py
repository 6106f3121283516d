"""A third set of newspaper pages, written after the second was mended: 17 pages, most of them with a body that holds more.

Engines and texts are those of the other sets and a few of their own; what is inside the containers is what papers of
2020 to 2026 put there: cards, polls, corrections, questions by a machine, players, letters, donations.
"""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from newspages_fresh import CALL, HEAD, NIGHT, SEED
from newspages_shape import Held, Row, broken, listing, paragraphs, refused, view
from newspages_texts import AWARD, BREAD, BUS, CARE, ENERGY, FAIR, FLOOD, LIBRARY, MILL, RIGHTS, STUDY, Piece

LETTER = Piece(
    "[독자편지] 장날에는 천천히 걷는다",
    (
        "편집자님께. 지난호에 실린 방앗간 기사를 읽고 장날에 다녀왔습니다.",
        "떡을 찌는 동안 모르는 이들과 마루에 앉아 있었습니다. 기다리는 일이 이렇게 좋은 줄 몰랐습니다.",
        "다음 장날에도 천천히 걸어가겠습니다.",
        "물빛시 다리목동에서 옹달샘 드림",
    ),
    "옹달샘",
)
TABLE = Piece(
    "마을버스 시간표 12월부터 바뀝니다",
    (
        "도래군은 12월 1일부터 마을버스 세 노선의 시간표를 바꾼다고 25일 밝혔다.",
        "노선\t첫차\t막차",
        "1번 안골\t06:40\t20:10",
        "2번 노루골\t07:00\t19:30",
        "군은 “병원 가는 시간에 맞췄다”고 설명했다.",
    ),
    "편아라",
)
GRID = "<table border=1><tr><td>노선</td><td>첫차</td><td>막차</td></tr><tr><td>1번 안골</td><td>06:40</td><td>20:10</td></tr><tr><td>2번 노루골</td><td>07:00</td><td>19:30</td></tr></table>"

ND = "https://www.dallae.test/news"


def nd(piece: Piece, inner: str, info: str, number: int) -> str:
    """A responsive page of the years after 2020."""
    return f"""{HEAD}<title>{piece.title} &lt; 마을 &lt; 기사본문 - 달래신문</title><meta property="og:title" content="{piece.title} - 달래신문"><meta property="og:site_name" content="달래신문"><link rel="canonical" href="{ND}/articleView.html?idxno={number}"></head><body><header id="user-header"><a href="/"><img src="/logo.png" alt="달래신문"></a></header><section id="articleView"><header class="article-view-header"><h3 class="heading">{piece.title}</h3><ul class="infomation">{info}</ul></header><article id="article-view-content-div" class="article-veiw-body">{inner}</article></section><footer>달래신문 | 등록일 2011-02-03</footer></body></html>"""


ND_POLL = nd(
    NIGHT,
    f"""<p>{NIGHT.lines[0]}</p><div class="vod-player"><div class="vod-title">새벽밥 사람들 영상 보기</div><video src="v.mp4"></video></div><p>{NIGHT.lines[1]}</p><div class="poll-box"><p>야간 식당이 더 필요할까요?</p><ul><li>그렇다</li><li>아니다</li></ul><button>투표하기</button></div><p>{NIGHT.lines[2]}</p><p>{NIGHT.lines[3]}</p><p>[바로잡습니다] 처음 기사에는 조합원이 260명으로 적혔으나 206명으로 고쳤습니다.</p><div class="donation"><strong>달래신문을 후원해 주세요</strong><p>독자의 후원이 지역을 밝힙니다.</p><a href="/donate">후원하기</a></div><p>남새벽 기자 / sb@dallae.test</p>""",
    "<li>기자명 남새벽 기자</li><li>입력 2024.02.11 07:00</li><li>업데이트 2024.02.11 19:30</li>",
    5001,
)
ND_TABLE = nd(
    TABLE,
    f"<p>{TABLE.lines[0]}</p>{GRID}<p>{TABLE.lines[4]}</p><p>/ 편아라 기자 ar@dallae.test</p><p>&lt;저작권자 © 달래신문, 무단 전재 및 재배포 금지&gt;</p>",
    "<li>편아라 기자</li><li>승인 2025.11.25 10:02</li>",
    5002,
)
ND_LETTER = nd(LETTER, paragraphs(LETTER), "<li>옹달샘 시민기자</li><li>승인 2025.11.28 10:02</li>", 5003)
ND_CARDS = nd(
    MILL,
    f"""<h2 class="subheading">{MILL.sub}</h2><p>{MILL.lines[0]}</p><div class="card-link"><a href="/news/articleView.html?idxno=4001"><img src="c.jpg"><strong>{FLOOD.title}</strong><span>달래신문</span></a></div><p>{MILL.lines[1]}</p><p><a href="/news/articleView.html?idxno=4002">▶ {BUS.title}</a></p><p>{MILL.lines[2]}</p><p><b>[관련기사]</b></p><p><a href="/news/articleView.html?idxno=4003">{AWARD.title}</a></p><p><a href="/news/articleView.html?idxno=4004">{FAIR.title}</a></p><p>{MILL.lines[3]}</p>""",
    "<li>나유림 기자</li><li>승인 2023.02.04 08:00</li><li>댓글 2</li>",
    5004,
)
ND_SLIDE = nd(
    SEED,
    f"""<div class="photo-slide"><div class="slide"><img src="1.jpg"><div class="txt">{SEED.caption}</div></div><div class="slide"><img src="2.jpg"><div class="txt">봉투를 여는 어르신</div></div></div>{paragraphs(SEED)}<p><em>취재에 도움을 주신 분: 보름군여성농민회</em></p><div class="subscribe-box"><h4>뉴스레터 구독신청</h4><input type="text"><label>개인정보 수집에 동의합니다</label></div>""",
    "<li>도하늘 기자</li><li>승인 2023.04.13 16:20</li>",
    5005,
)
ROWS: list[Row] = [
    (f"{ND}/articleView.html?idxno={5005 - n}", p.title, f"2026-11-{22 - 2 * n:02d}")
    for n, p in enumerate((SEED, MILL, LETTER, TABLE))
]
ND_TODAY = f"""{HEAD}<title>전체기사 - 달래신문</title></head><body><section id="section-list"><ul class="type3">{"".join(f'<li><div class="view-cont"><H4 class="titles"><a href="/news/articleView.html?idxno={5005 - n}">{p.title}</a></H4><span class="byline"><em>{p.by} 기자</em><em>{"10:20" if not n else f"11.{22 - 2 * n:02d} 10:20"}</em></span></div></li>' for n, p in enumerate((SEED, MILL, LETTER, TABLE)))}</ul><ul class="pagination"><li class="current">1</li><li><a href="?page=2&total=91&box_idxno=&view_type=sm">2</a></li></ul></section></body></html>"""

ON = f"""{HEAD}<title>{BREAD.title}</title><meta property="og:title" content="{BREAD.title}"></head><body><div class="arv_008"><div class="art_top"><h2>{BREAD.title}</h2><ul class="art_info"><li>{BREAD.by} 기자</li><li>등록 2021.06.02 11:20:11</li><li>수정 2021.06.02 11:20:11</li></ul></div><div class="cnt_view news_body_area"><div style="text-align:center"><img src="b.jpg"></div><div style="text-align:center;font-size:12px">{BREAD.caption} / 사진 새터구</div><div>{BREAD.lines[0]}</div><div>&nbsp;</div><div>{BREAD.lines[1]}</div><div class="ad_in">AD</div><div>{BREAD.lines[2]}</div><div>{BREAD.lines[3]}</div><div style="color:#888">#고소한집 #장애인표준사업장</div></div></div><div class="sns_area">URL복사</div></body></html>"""
INS = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>잣골신문</title></head><body><table><tr><td>2026.11.22 [10:00]</td></tr><tr><td class="read_title"><b>{STUDY.title}</b></td></tr><tr><td class="read_sub_title">{STUDY.sub}</td></tr><tr><td class="text_9">설미르 기자 기사입력: 2013/09/03 [10:11]</td></tr><tr><td><div id="CLASS_read">{paragraphs(STUDY)}<p>&nbsp;</p><p>[설미르 기자 mr@jat.test]</p></div></td></tr><tr><td>ⓒ 잣골신문</td></tr><tr><td>트위터 페이스북</td></tr></table></body></html>"""
NC_GATE = f"""{HEAD}<title>{ENERGY.title}</title></head><body><div class="viewTitle"><h3>{ENERGY.title}</h3><dl><dd>2024-10-11 08:00:01</dd></dl></div><div id="viewConts"><p>{ENERGY.lines[0]}</p><p>{ENERGY.lines[1]}</p><p>이 기사의 전문은 유료 구독자에게만 제공됩니다. 구독하시려면 로그인해 주세요.</p></div></body></html>"""
IDX = f"""{HEAD}<title>{LETTER.title} - 들녘신문</title></head><body><div class="view_head"><h3 class="view_head_title">{LETTER.title}</h3><p class="view_head_info_date">입력 : 2025/11/28 10:02</p></div><div id="view_content_body"><table><tr><td><img src="r.jpg"></td></tr><tr><td>↑↑ 안골 방앗간 마루</td></tr><tr><td>ⓒ 들녘신문</td></tr></table>{broken(LETTER)}</div><div class="cmt"><b>솔잎</b> 2025/11/29 <p>저도 가 보고 싶어요</p></div></body></html>"""
KEY = f"""{HEAD}<title>{CARE.title}</title><meta property="og:title" content="{CARE.title}"></head><body><div class="article-top"><h1 class="article-top-title">{CARE.title}</h1><ul class="article-bottom"><li class="article-bottom-input">입력 2022-12-20 07:30</li><li class="article-bottom-input">수정 2022-12-20 08:00</li><li class="article-bottom-input">발행일 2022-12-21 제9면</li></ul></div><div class="article-news-body"><table><tr><td><img src="c.jpg"></td></tr><tr><td>{CARE.caption} 새터구 제공</td></tr></table>{broken(CARE)}<br><br><p>주다솜기자 ds@hae.test</p></div></body></html>"""
MBC = f"""{HEAD}<title>바다MBC</title></head><body><h1 class="entry-title">{FLOOD.title}</h1><div class="row"><div class="col">모은결 기자</div><div class="col">2025년 07월 13일 20시 10분</div></div><div id="journal_article_wrap"><p>{FLOOD.lines[0]}</p><p>{FLOOD.lines[2]}</p><p>영상취재 함초롱 / CG 방시온</p><p>▷ 제보하기 : 전화 051-000-0000, 카카오톡 '바다MBC'</p></div></body></html>"""
MULTI = f"""{HEAD}<title>{RIGHTS.title} | 고래뉴스</title><meta property="og:site_name" content="고래뉴스"><meta name="author" content="설미르"></head><body><div class="gnb">고래뉴스</div><div class="view"><div class="tit_area"><em>문화</em><strong>{RIGHTS.title}</strong></div><div class="date_area">2024-06-12 09:20 <a href="#">설미르 기자</a></div><div class="body_area"><div class="lead_area">{RIGHTS.sub}</div>{"".join(f"<div class='para'>{line}</div>" for line in RIGHTS.lines)}<div class="recommend_area"><b>추천 기사</b><div><a href="/v/8812345">{CARE.title}</a></div></div></div></div></body></html>"""
WALL = f"{HEAD}<title>고래뉴스</title></head><body><div class='gnb'>고래뉴스</div><div class='box'><h2>프리미엄 회원 전용 콘텐츠입니다</h2><p>로그인하시면 기사를 계속 읽을 수 있습니다.</p><a href='/login'>로그인</a></div></body></html>"
TAG_ROWS: list[Row] = [
    (f"https://gorae.test/v/88123{n}5", p.title, f"2024-06-1{n}")
    for n, p in ((4, CARE), (3, ENERGY), (2, RIGHTS), (1, FAIR))
]
TAG_LIST = f"""{HEAD}<title>문화 | 고래뉴스</title></head><body><div class="gnb"><a href="/s/1">정치</a><a href="/s/2">문화</a></div><table class="tb"><colgroup><col></colgroup><tbody>{"".join(f'<tr><td class="ph"><a href="/v/88123{n}5"><img src="{n}.jpg"></a></td><td><a href="/v/88123{n}5">{t}</a><div>{t}을 두고 마을이 술렁인다.</div></td><td>2024.06.1{n}</td></tr>' for (_, t, _at), n in zip(TAG_ROWS, (4, 3, 2, 1), strict=True))}</tbody></table><div class="pn"><a class="cur">1</a><a href="/s/2?pageNo=2">2</a></div></body></html>"""
GOV = f"""{HEAD}<title>공지사항 - 달래군사회적경제지원센터</title></head><body><div id="gnb"><a href="/sub1">센터소개</a></div><table class="bview"><tr><th>제목</th><td colspan=3>{CALL.title}</td></tr><tr><th>작성자</th><td>관리자</td><th>작성일</th><td>2025.02.21</td></tr><tr><th>첨부</th><td colspan=3><a href="/d/1">붙임1. 공고문.hwp</a><br><a href="/d/2">붙임2. 신청서식.zip</a></td></tr><tr><td colspan=4>{broken(CALL)}</td></tr></table><p><a href="/notice">목록</a> <a href="/notice/5">다음글 {STUDY.title}</a></p></body></html>"""
SECTIONED = f"""{HEAD}<title>{BUS.title}</title><meta property="og:type" content="article"><meta property="og:title" content="{BUS.title}"></head><body><article><header><p>도래마을저널</p><h1>{BUS.title}</h1><p><time datetime="2022-04-19T08:00:00+09:00">2022.4.19</time> 모은결</p></header><section><p>{BUS.lines[0]}</p></section><section><h2>전화하면 집 앞</h2><p>{BUS.lines[1]}</p><p>{BUS.lines[2]}</p></section><section><h2>눈 오는 날</h2><p>{BUS.lines[3]}</p></section><footer><p>모은결은 골짜기를 걷는다.</p><a href="/tag/bus">#버스</a></footer></article><section><h2>이어 읽기</h2><ul><li><a href="/j/mill">{MILL.title}</a><p>{MILL.lines[0]}</p></li><li><a href="/j/book">{LIBRARY.title}</a><p>{LIBRARY.lines[0]}</p></li></ul></section></body></html>"""

PAGES: list[Held] = [
    view(
        "ndsoft-poll",
        f"{ND}/articleView.html?idxno=5001",
        ND_POLL,
        NIGHT,
        "2024-02-11T07:00",
        key="5001",
        modified_at="2024-02-11T19:30",
        body_text=NIGHT.text + "\n[바로잡습니다] 처음 기사에는 조합원이 260명으로 적혔으나 206명으로 고쳤습니다.",
    ),
    view("ndsoft-grid", f"{ND}/articleView.html?idxno=5002", ND_TABLE, TABLE, "2025-11-25T10:02", key="5002"),
    view("ndsoft-letter", f"{ND}/articleView.html?idxno=5003", ND_LETTER, LETTER, "2025-11-28T10:02", key="5003"),
    view("ndsoft-cards", f"{ND}/articleView.html?idxno=5004", ND_CARDS, MILL, "2023-02-04T08:00", key="5004"),
    view(
        "ndsoft-slide",
        f"{ND}/articleView.html?idxno=5005",
        ND_SLIDE,
        SEED,
        "2023-04-13T16:20",
        key="5005",
        body_text=SEED.text + "\n취재에 도움을 주신 분: 보름군여성농민회",
    ),
    listing("ndsoft-today", f"{ND}/articleList.html?view_type=sm", ND_TODAY, ROWS),
    view(
        "mediaon-third", "http://www.saeteo.test/news/article.html?no=6102", ON, BREAD, "2021-06-02T11:20", key="6102"
    ),
    view(
        "insnews-third",
        "http://www.jatgol.test/sub_read.html?uid=3012&section=sc1",
        INS,
        STUDY,
        "2013-09-03T10:11",
        key="3012",
        encoding="euc-kr",
    ),
    view(
        "ncode-gate",
        "https://www.noeul.test/news/view/1065500000009999",
        NC_GATE,
        ENERGY,
        "2024-10-11T08:00",
        key="9999",
        author=None,
        body_text="\n".join(ENERGY.lines[:2]),
    ),
    view(
        "viewidx-third",
        "http://www.deullyeok.test/news/view.php?idx=4410",
        IDX,
        LETTER,
        "2025-11-28T10:02",
        key="4410",
        author=None,
    ),
    view(
        "viewphp_key-third",
        "https://www.haedoji.test/web/view.php?key=20221220010002222",
        KEY,
        CARE,
        "2022-12-20T07:30",
        key="2222",
        modified_at="2022-12-20T08:00",
    ),
    view(
        "inhouse-mbc-two",
        "https://www.badambc.test/NewsArticle/1100",
        MBC,
        FLOOD,
        "2025-07-13T20:10",
        key="mbc2",
        body_text="\n".join((FLOOD.lines[0], FLOOD.lines[2])),
    ),
    view("unknown-multi", "https://gorae.test/v/8812325", MULTI, RIGHTS, "2024-06-12T09:20", key="multi"),
    refused("unknown-wall", "https://gorae.test/v/8812399", WALL),
    listing("unknown-table", "https://gorae.test/s/2", TAG_LIST, TAG_ROWS),
    view(
        "unknown-center",
        "https://dallae-se.test/notice/6",
        GOV,
        CALL,
        "2025-02-21",
        key="center",
        author=None,
        attachments=["붙임1. 공고문.hwp", "붙임2. 신청서식.zip"],
    ),
    view(
        "unknown-sections",
        "https://dorae-journal.test/j/bus",
        SECTIONED,
        BUS,
        "2022-04-19T08:00",
        key="sections",
        body_text="\n".join(
            (
                BUS.lines[0],
                "전화하면 집 앞",
                BUS.lines[1],
                BUS.lines[2],
                "눈 오는 날",
                BUS.lines[3],
                "모은결은 골짜기를 걷는다.",
            )
        ),
    ),
]
