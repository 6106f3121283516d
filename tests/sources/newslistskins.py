"""Own-written list pages of newspaper engines, in row markups that were described but not recorded."""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsskins import FOOT, best


@dataclass(frozen=True)
class Row:
    number: int
    title: str
    author: str
    at: str  # YYYY-MM-DD HH:MM
    lead: str
    section: str = "사회"

    @property
    def dots(self) -> str:
        return self.at.replace("-", ".")

    @property
    def slashes(self) -> str:
        return self.at.replace("-", "/")


ROWS = tuple(
    Row(70100 + 7 * n, title, author, at, lead)
    for n, (title, author, at, lead) in enumerate((
        ("너른들 마을버스 협동조합, 새 노선 두 개 연다", "공나루", "2026-11-20 09:10", "오는 12월 1일부터 너른들 안쪽 마을까지 버스가 들어간다. 요금은 1000원이다."),
        ("[포토] 바람골 메주 쑤는 날", "목한별", "2026-11-19 17:45", "바람골 부녀회가 19일 메주 200장을 빚었다."),
        ("자활기업 한결, 3년 연속 흑자… “사람이 먼저”", "엄두리", "2026-11-19 08:02", "공동주택 청소를 맡는 한결이 올해도 흑자를 냈다. 직원은 마흔한 명이다."),
        ("‘2026 사회적경제 한마당’ 22일 개막", "공나루", "2026-11-18 11:30", "한마당은 22일부터 24일까지 바람골시청 앞마당에서 열린다. 쉰세 곳이 참여한다."),
        ("솔마루 공유부엌 이용자 4000명 넘어", "여문결", "2025-12-30 10:00", "솔마루 공유부엌이 문 연 지 2년 만에 4000명째 손님을 맞았다."),
        ("[독자 편지] 길 위의 도서관을 지켜 주세요", "편집부", "2025-12-29 07:07", "아이와 함께 이동도서관을 기다리는 독자가 편지를 보내왔다."),
    ))
)  # fmt: skip


def page(title: str, inside: str, aside: str = "") -> str:
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title} - 바람골신문</title></head><body><header><p>2026.11.22 (일)</p>'
        f'<h1><a href="/">바람골신문</a></h1></header>{inside}<aside>{aside}</aside>{FOOT}'
    )


def each(make: Callable[[Row], str]) -> str:
    return "".join(map(make, ROWS))


def pages(address: str, last: int = 3, first: int = 1) -> str:
    links = "".join(f'<a href="{address.format(p=n)}">{n - first + 1}</a>' for n in range(first + 1, last + first))
    return f'<div class="pg"><strong>1</strong>{links}<a href="{address.format(p=last + first - 1)}">끝</a></div>'


def short(row: Row) -> str:
    """`MM-DD HH:MM` this year, the whole date before, as the newest ND soft skin prints it."""
    return row.at[5:] if row.at.startswith("2026") else row.at[:10]


ND = "/news/articleView.html?idxno={n}"


def nd_table_row() -> str:
    rows = each(
        lambda r: (
            f'<div class="table-row"><div class="list-titles"><a href="{ND.format(n=r.number)}"><strong>{r.title}</strong></a></div><div class="list-dated">{r.section} | {r.author} 기자 | {r.at}</div></div>'
        )
    )
    return page(
        "전체",
        f'<section id="user-container"><section class="article-list-content type-tm">{rows}</section>{pages("/news/articleList.html?page={p}&total=3311&box_idxno=&view_type=tm")}</section>',
        best(ND),
    )


def nd_altlist_text() -> str:
    rows = each(
        lambda r: (
            f'<li class="altlist-text-item"><H2 class="altlist-subject"><a href="{ND.format(n=r.number)}">{r.title}</a></H2><div class="altlist-info"><div class="altlist-info-item">{r.section}</div><div class="altlist-info-item">{r.author} 기자</div><div class="altlist-info-item">{short(r)}</div></div></li>'
        )
    )
    sample = '<li class="altlist-text-item" id="sample" style="display:none"><H2 class="altlist-subject"><a href="/news/articleView.html?idxno=1">제목</a></H2></li>'
    return page(
        "전체",
        f'<article id="section-list" class="altlist-body"><ul class="altlist-text">{sample}{rows}</ul><button onclick="articlePaging.evtMoreList()">더보기</button></article>',
        best(ND),
    )


def nd_old_table() -> str:
    rows = each(
        lambda r: (
            f'<tr><td width="90"><a href="{ND.format(n=r.number)}"><img src="/t.gif"></a></td><td><table><tr><td><a href="{ND.format(n=r.number)}"><b>{r.title}</b></a></td></tr><tr><td>{r.lead}</td></tr><tr><td>{r.author} 기자 {r.dots}</td></tr></table></td></tr>'
        )
    )
    return page(
        "사회",
        f'<div id="ND_Warp"><table><tr><td>기사 (3,311건)</td></tr></table><table id="list">{rows}</table>{pages("/news/articleList.html?page={p}&total=3311&sc_section_code=S1N2")}</div>',
        best(ND),
    )


def mo_old() -> str:
    rows = each(
        lambda r: (
            f'<div class="sec_row"><a href="/news/article.html?no={r.number}"><img src="t.jpg"></a><dl><dt><a href="/news/article.html?no={r.number}">{r.title}</a></dt><dd>{r.lead}</dd><dd class="info">{r.author} | {r.dots}</dd></dl></div>'
        )
    )
    return page(
        "사회",
        f'<div class="ara_010">{rows}</div>{pages("/news/section_list_all.html?sec_no=5&page={p}")}',
        best("/news/article.html?no={n}"),
    )


def ins_media() -> str:
    rows = each(
        lambda r: (
            f'<div class="media"><div class="media-body"><h4><a href="/{r.number}">{r.title}</a></h4><p>{r.lead}</p><span class="write-time">{r.slashes[:10]} [{r.at[11:]}]</span></div></div>'
        )
    )
    return page(
        "지역", f'<div class="section-list">{rows}</div>{pages("/sub.html?page={p}&section=sc5")}', best("/{n}")
    )


def ins_rows() -> str:
    rows = each(
        lambda r: (
            f'<tr><td>·</td><td><a href="sub_read.html?uid={r.number}&section=sc5&section2=">{r.title}</a></td><td>{r.author}</td><td>{r.slashes[:10]}</td></tr>'
        )
    )
    return page(
        "지역",
        f'<table>{rows}</table>[1] <a href="sub.html?section=sc5&page=2">[2]</a> <a href="sub.html?section=sc5&page=2">[다음]</a>',
        best("sub_read.html?uid={n}"),
    )


def nc_text() -> str:
    rows = each(
        lambda r: (
            f'<li><a href="/news/view/1065571{r.number}0000">{r.title}</a><span>{r.author} 기자 {r.at}</span></li>'
        )
    )
    return page(
        "사회적가치",
        f'<div id="listWrap"><h2>사회적가치</h2><ul>{rows}</ul></div>{pages("/news/newslist.php?mcode=m400&pagenum={p}", first=0)}',
        best("/news/view/10656000000{n}"),
    )


def dd_script() -> str:
    rows = each(
        lambda r: (
            f'<li><dl><dt class="title"><a href="javascript:article_view(\'{r.number}\')">{r.title}</a></dt><dd class="content">{r.lead}</dd><dd class="registDate">{r.at[:10]}</dd></dl></li>'
        )
    )
    return page(
        "정치·사회",
        f'<div class="basicList"><ul>{rows}</ul></div>{pages("/news/list.php?mcode=m247tk9&page={p}")}',
        best("../news/view.php?idx={n}"),
    )


def dd_photo() -> str:
    rows = each(
        lambda r: (
            f'<li><a href="../news/view.php?idx={r.number}&mcode=m2"><img src="p.jpg"><strong>{r.title}</strong><span class="registDate">{r.at[:10]}</span></a></li>'
        )
    )
    return page(
        "포토",
        f'<div class="photoList"><ul>{rows}</ul></div>{pages("/news/list.php?mcode=m247tk9&vg=photo&page={p}")}',
        best("../news/view.php?idx={n}"),
    )


def dp_rows() -> str:
    rows = each(
        lambda r: (
            f'<tr><td class="thumb"><a href="detail.php?number={r.number}&thread=22r03"><img src="t.jpg"></a></td><td><a href="detail.php?number={r.number}&thread=22r03">{r.title}</a><br>{r.lead}<br>{r.at[:10]}</td></tr>'
        )
    )
    return page(
        "사회",
        f"<table>{rows}</table>{pages('section.php?thread=22r03&page={p}')}",
        best("detail.php?number={n}&thread=01"),
    )


def vi_cards() -> str:
    rows = each(
        lambda r: (
            f'<div class="item"><a href="/news/view.php?idx={r.number}"><strong>{r.title}</strong><span>{r.lead}</span><em>{r.dots}</em></a></div>'
        )
    )
    return page(
        "지역",
        f'<div class="list_area">{rows}</div>{pages("/news/list.php?part_idx=7&page={p}")}',
        best("/news/view.php?idx={n}"),
    )


def vk_rows() -> str:
    rows = each(
        lambda r: (
            f'<li><h3><a href="/web/view.php?key={r.at[:10].replace("-", "")}0100{r.number}">{r.title}</a></h3><p>{r.lead}</p><span>{r.at}</span></li>'
        )
    )
    return page(
        "경제",
        f'<ul class="lst">{rows}</ul>{pages("/web/list.php?lid=3&page={p}")}',
        best("/web/view.php?key=202601010100{n}"),
    )


def in_bodies() -> str:
    rows = each(
        lambda r: (
            f'<section class="li"><h2><a href="/article/{r.at[:10].replace("-", "")}{r.number}">{r.title}</a></h2><div>{(r.lead + "<br>") * 6}</div><p>{r.author} 기자 {r.at}</p></section>'
        )
    )
    return page(
        "지역뉴스",
        f'<main><div class="sections">{rows}</div>{pages("/list/15?page={p}")}</main>',
        best("/article/20260101{n}"),
    )


def un_cards() -> str:
    rows = each(
        lambda r: (
            f'<div class="_x1"><a class="_x2" href="/story/{r.number}"><div class="_x3">{r.title}</div><div class="_x4">{r.lead}</div></a><div class="_x5">{r.at}</div></div>'
        )
    )
    return page("사회", f'<div class="_x0">{rows}</div>{pages("/stories?sec=3&page={p}")}', best("/story/{n}"))


def un_table() -> str:
    rows = each(
        lambda r: (
            f'<tr><td>{r.number}</td><td><a href="/board/read.jsp?seq={r.number}&menu=3">{r.title}</a></td><td>{r.author}</td><td>{r.at[:10]}</td><td>31</td></tr>'
        )
    )
    return page(
        "보도자료",
        f"<table><thead><tr><th>번호</th><th>제목</th><th>글쓴이</th><th>날짜</th><th>조회</th></tr></thead><tbody>{rows}</tbody></table>{pages('/board/list.jsp?menu=3&pageNo={p}')}",
    )


def un_slugs() -> str:
    rows = each(
        lambda r: (
            f'<article><h2><a href="/news/{r.number}/a-long-slug-of-words">{r.title}</a></h2><time datetime="{r.at.replace(" ", "T")}:00+09:00">{r.at[:10]}</time></article>'
        )
    )
    return page("News", f'<main>{rows}</main><nav><a rel="next" href="/section/local/page/2">다음</a></nav>')


@dataclass(frozen=True)
class ListSkin:
    name: str
    family: str
    url: str
    make: Callable[[], str]
    next_page: str | None
    dates: bool = True
    key: str = ""  # what the first key ends in


LISTS = (
    ListSkin("nd-table-row", "ndsoft", "https://www.nd.example/news/articleList.html?view_type=tm", nd_table_row, "page=2", key="nd.example/70100"),
    ListSkin("nd-altlist-text", "ndsoft", "https://nd.example/news/articleList.html?view_type=sm", nd_altlist_text, None),
    ListSkin("nd-old-table", "ndsoft", "http://nd.example/news/articleList.html?sc_section_code=S1N2", nd_old_table, "page=2"),
    ListSkin("mo-old", "mediaon", "http://mo.example/news/section_list_all.html?sec_no=5", mo_old, "page=2"),
    ListSkin("ins-media", "insnews", "http://ins.example/sub.html?section=sc5", ins_media, "page=2", key="ins.example/70100"),
    ListSkin("ins-rows", "insnews", "http://ins.example/sub.html?section=sc5", ins_rows, "page=2", key="ins.example/70100"),
    ListSkin("nc-text", "ncode", "https://nc.example/news/newslist.php?mcode=m400", nc_text, "pagenum=1"),
    ListSkin("dd-script", "dadamedia", "http://dd.example/news/list.php?mcode=m247tk9", dd_script, "page=2", key="dd.example/70100"),
    ListSkin("dd-photo", "dadamedia", "http://dd.example/news/list.php?mcode=m247tk9&vg=photo", dd_photo, "page=2"),
    ListSkin("dp-rows", "detail_php", "http://dp.example/section.php?thread=22r03", dp_rows, "page=2"),
    ListSkin("vi-cards", "viewidx", "http://vi.example/news/list.php?part_idx=7", vi_cards, "page=2"),
    ListSkin("vk-rows", "viewphp_key", "https://vk.example/web/list.php?lid=3", vk_rows, "page=2"),
    ListSkin("in-bodies", "inhouse", "https://in.example/list/15", in_bodies, "page=2"),
    ListSkin("un-cards", "unknown", "https://un.example/stories?sec=3", un_cards, "page=2"),
    ListSkin("un-table", "unknown", "https://un.example/board/list.jsp?menu=3", un_table, "pageNo=2"),
    ListSkin("un-slugs", "unknown", "https://un.example/section/local", un_slugs, "/page/2"),
)  # fmt: skip
