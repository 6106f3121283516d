"""Own-written newspaper pages in skins that are described by public crawlers but were not recorded.

`SKINS` is a table: family, address, encoding and a function from an `Item` to the page. Words, people and papers are
invented. What a skin prints beside the article (best lists, clocks, other reporters, share words, advertisements) is
meant to be left out; `Item` holds what must be read.
"""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsitems import ITEMS, OTHERS, PAPER, Item


def paragraphs(item: Item, photo: Callable[[str], str], between: str = "") -> str:
    """`<p>` per paragraph, pictures after the first ones, a disturbance in the middle."""
    out: list[str] = []
    photos = list(item.captions)
    for at, text in enumerate(item.body):
        if at == 0 and photos:
            out.append(photo(photos.pop(0)))
        out.append(f"<p><strong>{text}</strong></p>" if at in item.bold else f"<p>{text}</p>")
        if at == 1:
            out.append(between)
            out += [photo(c) for c in photos]
    return "\n".join(out)


def broken(item: Item, photo: Callable[[str], str], between: str = "") -> str:
    """The same with `<br>` instead of paragraphs."""
    out = [photo(c) for c in item.captions[:1]]
    for at, text in enumerate(item.body):
        out.append(f"{'<b>' + text + '</b>' if at in item.bold else text}<br /><br />")
        if at == 1:
            out.append(between)
            out += [photo(c) for c in item.captions[1:]]
    return "\n".join(out)


def best(href: str, heading: str = "많이 본 뉴스", lead: bool = False) -> str:
    more = (
        "<p>[바람골신문=천솔비 기자] 들녘시가 12일 오후 상수도관 교체를 마쳤다고 밝혔다. 시는 다음 달까지 물맛을 살핀다.</p>"
        if lead
        else ""
    )
    rows = "".join(
        f'<li><a href="{href.format(n=60001 + at)}">{title}</a> <span>2026-11-2{at} 천솔비 기자</span>{more}</li>'
        for at, title in enumerate(OTHERS)
    )
    return f"<h3>{heading}</h3><ol>{rows}</ol>"


def figure(caption: str) -> str:
    return f'<figure class="photo"><img src="/p.jpg" alt=""><figcaption>{caption}</figcaption></figure>'


def table_photo(caption: str) -> str:
    return (
        f'<table width="400" align="center"><tr><td><img src="/p.jpg"></td></tr><tr><td>▲ {caption}</td></tr></table>'
    )


def head(item: Item, title: str = "", extra: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="{charset}"><title>{title or item.title + " - " + PAPER}</title>'
        f'<meta property="og:title" content="{item.title}">{extra}</head>'
    )


__all__ = ["ITEMS", "SKINS", "Item", "Skin", "address", "best"]

SITE = f'<meta property="og:site_name" content="{PAPER}">'
FOOT = (
    f"<footer>{PAPER} | 등록번호 가나, 아00001 | 발행인 천이슬 | 등록일 2009-03-02 | 대표전화 055-000-0100 "
    "무단전재 및 재배포 금지</footer></body></html>"
)
SHARE = "<div class='sns-list'>페이스북 트위터 카카오톡 밴드 URL복사 가+ 가-</div>"
FIXED = "<div style=width:300px;height:250px>광고</div>"
SUBS = "<br>".join


def nd_g1_view_t(i: Item) -> str:
    return (
        head(i, f"{PAPER} - {i.title}", "", "euc-kr")
        + '<body><table><tr><td>최종편집 2026.11.22 일 18:02</td></tr></table><div id="ND_Warp">'
        f'<table width="640"><tr><td class="view_t">{i.title}</td></tr><tr><td class="view_s">{SUBS(i.subtitles)}</td></tr>'
        f'<tr><td bgcolor="EFEFEF"><font>{i.dots}  {i.clock}</font> {i.author} 기자 | <a href="mailto:a@example.com">a@example.com</a></td></tr>'
        f'<tr><td class="view_r"><div id="CmAdContent">{broken(i, table_photo)}<br>{i.author} 기자 a@example.com<br>'
        f"&lt;저작권자 ⓒ {PAPER} 무단전재 및 재배포금지&gt;</div></td></tr></table>"
        f"<table><tr><td>{best('/news/articleView.html?idxno={n}', '가장 많이 본 기사')}</td></tr></table></div>{FOOT}"
    )


def nd_g2_mod(i: Item) -> str:
    return (
        head(i)
        + f'<body><p class="clock">2026-11-22 17:25 (최종편집)</p><div id="arl_view_box"><div class="arl_view_title_box">'
        f'<h1 class="arl_view_title">{i.title}</h1><h2>{SUBS(i.subtitles)}</h2><span class="arl_view_writer">{i.author} 기자</span>'
        f'<span class="arl_view_date">승인 {i.dots} {i.clock[:5]}</span></div><div id="arl_view_content">'
        f"{paragraphs(i, table_photo, '<div style=float:right;width:300px><ins></ins></div>')}<p>{i.author} 기자 a@example.com</p></div>"
        f'<div class="arl_view_copyright">&lt;저작권자 ⓒ {PAPER}&gt;</div></div><div id="aside">{best("/?mod=news&act=articleView&idxno={n}")}</div>{FOOT}'
    )


def nd_g3_inner(i: Item) -> str:
    return (
        head(i, f"{i.title} - {PAPER}", SITE)
        + '<body><div id="user-wrap"><span class="updated">업데이트. 2026-11-22 18:20 (일)</span><section id="user-container">'
        f'<h1 class="article-head-title">{i.title}</h1><section class="info-text"><ul class="no-bullet auto-marbtm-0 line-height-6"><li>{i.author} 기자</li>'
        f"<li>승인 {i.dots} {i.clock[:5]}</li><li>댓글 3</li></ul></section>"
        f'<div id="article-view-content-div" style="line-height:1.8em"><div class="article-head-sub">{SUBS(i.subtitles)}</div>'
        f"{paragraphs(i, figure, '<div style=width:300px;height:250px>광고</div>')}<p>/{i.author} 기자 a@example.com</p>"
        f'<div class="view-copyright">저작권자 © {PAPER} 무단전재 및 재배포 금지</div><div class="article-view-sns">페이스북 트위터</div>'
        f'<div class="emoji-for-5">좋아요 0 슬퍼요 0</div><article class="article-relation"><strong>관련기사</strong><ul>'
        f'<li><a href="/news/articleView.html?idxno=60001">{OTHERS[0]}</a></li></ul></article></div></section>'
        f'<aside><div class="box-skin">{best("/news/articleView.html?idxno={n}", lead=True)}</div></aside></div>{FOOT}'
    )


def nd_g4_infos(i: Item) -> str:
    ld = f'<meta property="article:published_time" content="{i.day}T{i.clock}+09:00">' + SITE
    return (
        head(i, f"{i.title} &lt; {i.section} &lt; 기사본문 - {PAPER}", ld)
        + '<body><div class="gl-updated">발행일: 2026-11-22 11:35 (일)</div>'
        f'<span class="aht-title-view">{i.title}</span><section id="articleViewCon"><header class="article-view-header"><H1 class="heading">{i.title}</H1>'
        f'<ul class="infos"><li>기자명 {i.author} 기자</li><li>입력 {i.dots} {i.clock[:5]}</li><li>수정 {i.dots} 23:58</li><li>댓글 0</li></ul></header>'
        f'<article id="article-view-content-div" class="article-veiw-body"><h2 class="subheading">{SUBS(i.subtitles)}</h2>'
        f"{paragraphs(i, figure, '<div id=AD1 class=ad-template><p class=ad_title>ADVERTISEMENT</p></div>')}"
        f'<div class="ai-faq"><h4>AI가 뽑은 질문</h4><p>이 시장은 언제 열리나요? 토요일에 열립니다.</p></div><p>{i.author} 기자 a@example.com</p></article>'
        f'<article class="writer"><strong class="name">{i.author} 기자</strong><a>다른기사 보기</a></article></section>{best("/news/articleView.html?idxno={n}")}{FOOT}'
    )


def nd_g4_label(i: Item) -> str:
    return (
        head(i, "", SITE)
        + f'<body><div id="article-view"><header class="article-view-header"><h3 class="heading">{i.title}</h3>'
        f'<div class="subheading">{SUBS(i.subtitles)}</div><ul class="article-info-label"><li class="info-name">{i.author} 시민기자</li><li>승인 {i.dots} {i.clock[:5]}</li></ul></header>'
        f'<div id="article-view-content-div" class="article-veiw-body" itemprop="articleBody">{paragraphs(i, lambda c: table_photo(c + " ⓒ" + PAPER))}'
        f"<p>[{PAPER} = {i.author} 기자]</p><p>저작권자 © {PAPER} 무단전재, 재배포 및 AI학습 이용 금지</p></div></div>{best('/news/articleView.html?idxno={n}')}{FOOT}"
    )


def mo_old(i: Item) -> str:
    return (
        head(i, f"[{PAPER}] {i.title}")
        + '<body><p class="today_txt">2026.11.22 (일)</p><ul class="weather_slide"><li>맑음 서울 3.1℃</li></ul>'
        f'<div class="m01_arv1"><div class="viewsubject"><h2>{i.title}</h2><h3>{SUBS(i.subtitles)}</h3><p>{i.author} 기자 | a@example.com | {i.dots} {i.clock}</p></div>'
        f'<div id="news_bodyArea">[{PAPER}={i.author} 기자] {broken(i, lambda c: f"<table class=imgframe><tr><td><img src=a.jpg></td></tr><tr><td>{c}</td></tr></table>")}</div>'
        f'<div class="arl_051">{best("/news/article.html?no={n}", "오늘의 주요기사", lead=True)}</div></div>{FOOT}'
    )


def mo_fix(i: Item) -> str:
    time = f'<meta property="article:published_time" content="{i.day}T{i.clock}+09:00">'
    return (
        head(i, f"[{PAPER}] {i.title}", time)
        + f'<body><div class="arv_005_01"><div class="fix_art_top"><div class="art_top"><h2>{i.title}</h2><h3>{SUBS(i.subtitles)}</h3>'
        f'<ul class="art_info"><li class="name">{i.author} 기자</li><li>등록 {i.dots} {i.clock}</li><li>수정 {i.dots} 23:59:01</li></ul></div></div>'
        f'<div class="cnt_view news_body_area"><div class="smartOutput">{paragraphs(i, figure, "<div style=height:250px></div>")}'
        f"<p>{i.author} 기자 의 전체기사 보기</p></div></div><p>저작권자 ⓒ {PAPER} 무단전재</p></div>{best('/news/article.html?no={n}')}{FOOT}"
    )


def ins_break(i: Item) -> str:
    return (
        head(i, PAPER, "", "euc-kr")
        + '<body><div class="top_date">편집 2026.11.22 [11:38]</div><div class="article_head">광고<h1 class="read_title">'
        f'{i.title}</h1><h2 class="read_sub_title">{SUBS(i.subtitles)}</h2><div class="read_option_top"><div class="writer_time">{i.author} | 기사입력 {i.slashes} [{i.clock[:5]}]</div></div></div>'
        f'<table><tr><td class="td_sub_read_contents"><div id="CLtag">{paragraphs(i, lambda c: f"<table class=body_img_table2><tr><td><img id=img_pop_view src=a.jpg></td></tr><tr><td>▲ {c} ⓒ {PAPER}</td></tr></table>", "<div style=width:300px>광고</div>")}'
        f"<p>a@example.com</p></div></td></tr></table><div>ⓒ {PAPER} 무단전재 및 재배포금지</div>{best('/{n}')}{FOOT}"
    )


def ins_table(i: Item) -> str:
    return (
        head(i, PAPER, "", "euc-kr")
        + '<body><table width="970"><tr><td>최종편집 2026.11.22 [11:00]</td></tr></table><table width="612">'
        f'<tr><td class="read_title"><b>{i.title}</b></td></tr><tr><td class="read_sub">{SUBS(i.subtitles)}</td></tr><tr><td>{i.author} 기자</td></tr>'
        f'<tr><td><div id="CLASS_read" class="read">{broken(i, table_photo)}</div></td></tr>'
        f"<tr><td>기사입력: {i.slashes} [{i.clock[:5]}]  최종편집: ⓒ {PAPER}</td></tr></table>{best('sub_read.html?uid={n}&section=sc1')}{FOOT}"
    )


def nc_amp(i: Item) -> str:
    time = f'<meta property="article:published_time" content="{i.day}T{i.clock}+09:00">'
    return (
        head(i, f"{PAPER} - {i.title}", time)
        + f'<body><div class="viewTitle"><h3>{i.title}</h3><dl><dt>{i.author} 기자</dt><dd>{i.day} {i.clock}</dd></dl></div>'
        f'<div id="viewConts" class="viewConts"><blockquote class="summary_title">{SUBS("- " + s for s in i.subtitles)}</blockquote>'
        f"{paragraphs(i, lambda c: f'<table><tr><td><img src=/news/data/{i.digits}/p1065571134567890_355_thum.jpg></td></tr><tr><td style=color:#494949;font-size:14px>{c}</td></tr></table>', '<div id=articleBody7><iframe></iframe></div>')}"
        f"<p>[ⓒ {PAPER}. 무단전재-재배포 금지]</p></div>{best('/news/newsview.php?ncode=10656000000{n}')}{FOOT}"
    )


def vi_old(i: Item) -> str:
    captions = "".join(f"<img src='/a.jpg'><br>↑↑ {c}<br>ⓒ {PAPER}<br>" for c in i.captions)
    return (
        head(i)
        + f'<body><div class="head">2026년 11월 22일 일요일</div><div class="view_title">{i.title}</div><div class="view_info">{i.author} 기자 / 입력 : {i.dots}  {i.clock[:5]}</div>'
        f'<div id="fontSzArea">{captions}{"<br><br>".join(i.body)}<br><br>{i.author} 기자 / a@example.com<br>- Copyrights ⓒ{PAPER}. 무단 전재-재배포 금지 -</div>'
        f"{best('/news/view.php?idx={n}')}{FOOT}"
    )


def dd_old(i: Item) -> str:
    return (
        head(i)
        + f'<body><div>기사 메일전송</div><div class="basicView"><h3 class="title">{i.title}</h3><div class="info">{i.author} 기자 / 기사등록 {i.day} {i.clock}</div>'
        f'<div class="viewContentWrap"><ul class="subj">{"".join(f"<li>{s}</li>" for s in i.subtitles)}</ul>{paragraphs(i, figure)}<div class="button-container"><a>후원하기</a></div></div></div>'
        f'<div class="rank-news">{best("../news/view.php?idx={n}", "많이 본 뉴스더보기", lead=True)}</div>{FOOT}'
    )


def dd_article(i: Item) -> str:
    return (
        head(i)
        + f'<body><div class="article-head"><div class="article-head-nav"><a href="/">HOME</a> <a href="/l">{i.section}</a></div><div class="article-head-title">{i.title}</div>'
        f'<div class="info-text"><ul><li>{i.author}</li><li>등록 {i.day} {i.clock}</li></ul></div></div><div id="viewContent"><ul class="subj"><li>{"</li><li>".join(i.subtitles)}</li></ul>'
        f'<div class="fr-view">{paragraphs(i, lambda c: f"<p><span class=fr-img-caption><span class=fr-img-wrap><img src=a.jpg><span class=fr-inner>{c}</span></span></span></p>")}<p><br></p></div></div>'
        f"{best('../news/view.php?idx={n}', lead=True)}{FOOT}"
    )


def dp_game(i: Item) -> str:
    return (
        head(i, f"{i.title} :: {PAPER}", "", "euc-kr")
        + f'<body><div>2026-11-22 12:00</div><h2 class="font_25 font_malgun">{i.title}</h2><div class="de_date_txt"><span class="font_12">{i.day} {i.clock}</span> <span class="font_12">{i.author} 기자</span></div>'
        f'<div class="detail_view">{paragraphs(i, lambda c: f"<div style=margin-top:30px><img src=a.jpg><br><span>{c}</span></div>")}</div>{best("detail.php?number={n}&thread=01")}{FOOT}'
    )


def key_skin(
    title: str,
    info: str,
    body: str,
    info_words: str = "승인 {day} {clock}",
    others: str = "/web/view.php?key=202601010100{n}",
) -> Callable[[Item], str]:
    def page(i: Item) -> str:
        when = info_words.format(day=i.day, clock=i.clock[:5], dots=i.dots)
        return (
            head(i, f"{i.title} - {PAPER}", SITE)
            + f"<body><span>2026년 11월 22일</span>{title.format(words=i.title)}<h2 class='sub-title'>{SUBS(i.subtitles)}</h2>{info.format(words=when)}<span class='news-writer'>{i.author} 기자</span>"
            f"{SHARE}{body.format(words=paragraphs(i, figure))}<p>[저작권자(c) {PAPER}, 무단전재, 재배포 금지]</p>{best(others)}{FOOT}"
        )

    return page


joongdo_new = key_skin(
    '<article class="hd-news-info"><h1>{words}</h1>',
    "<p>{words}</p></article>",
    '<div id="font">{words}</div>',
    "승인 {day} {clock} 신문게재 2023-12-31 4면",
)
yeongnam = key_skin(
    '<h1 class="article-top-title">{words}</h1>',
    '<ul><li class="article-bottom-input">{words}</li></ul>',
    '<div class="article-news-body">{words}</div>',
    "입력 {day} {clock} | 발행일 2023-12-31 제3면",
)
viva = key_skin(
    '<h1 class="view_top_title">{words}</h1>',
    '<p class="view_top_days">{words}</p>',
    '<div class="left_text_box">{words}<div class="gija_gisa">기자의 다른 기사</div></div>',
    "입력 {day} {clock}",
)
ekn = key_skin(
    '<h1 class="view-main-title">{words}</h1>',
    '<div class="view-main-date">{words}</div>',
    '<div id="news_body_area_contents">{words}</div>',
    "입력 {dots} {clock}",
)
genews = key_skin(
    '<div class="vhead"><h1>{words}</h1>',
    '<p class="date">{words}</p></div>',
    '<div class="vtxt detailCont">{words}</div>',
    "입력 {day} {clock}",
    "/view.php?ud=20260101{n}0000_1",
)
fntimes = key_skin(
    '<div class="vcon_hd"><div class="vcon_hd_din1">{words}</div>',
    '<div class="vcon_hd_din3">{words}</div></div>',
    '<div class="vcon_con_intxt">{words}</div>',
    "기사입력 : {day} {clock}",
    "/view.php?ud=20260101{n}0000_1",
)
newsway = key_skin(
    '<div class="view-head"><h1>{words}</h1>',
    "<span>{words}</span></div>",
    '<div id="view-text">{words}</div>',
    "등록 {dots} {clock}",
    "/view.php?ud=20260101{n}0000_1",
)
jjan = key_skin(
    '<div class="article_title_wrap"><h1>{words}</h1></div>',
    '<div class="byline_info_wrap">{words}</div>',
    '<div class="article_txt_container">{words}<div class="arti_copy">저작권자 © 전재 금지</div></div>',
    "입력 {day} {clock} 수정 {day} 23:59",
    "/article/20260101{n}",
)
imaeil = key_skin(
    '<h1 class="title">{words}</h1>',
    '<span class="date">{words}</span>',
    '<div id="articlebody">{words}<div class="art_mid_ad">광고</div></div>',
    "입력 {day} {clock}",
    "/article/20260101{n}",
)
sjb = key_skin(
    '<div class="news_title">{words}</div>',
    '<div class="news_info">{words}</div>',
    '<div class="news_text">{words}</div>',
    "등록일 {day} {clock}",
    "/article/20260101{n}",
)


def mbc(i: Item) -> str:
    return (
        head(i, f"{i.title} - {PAPER}", SITE)
        + f'<body><h1 class="entry-title">{i.title}</h1><div class="row"><div class="col"><span>{i.author}</span> <span>{i.day} {i.clock}</span> 조회수 12</div></div>'
        f'<div id="journal_article_wrap">{"<br><br>".join(i.body)}</div><div class="author-box">{i.author} a@example.com</div>{best("/article/{n}")}{FOOT}'
    )


@dataclass(frozen=True)
class Skin:
    name: str
    family: str
    url: str
    make: Callable[[Item], str]
    key: str  # what the canonical key ends in
    encoding: str = "utf-8"
    captions: bool = True  # does the skin print them where they can be told from text?
    subtitles: bool = True


SKINS = (
    Skin("nd-g1-view_t", "ndsoft", "http://nd.example/news/articleView.html?idxno={n}", nd_g1_view_t, "nd.example/{n}", "cp949"),
    Skin("nd-g2-mod", "ndsoft", "http://www.nd.example/?mod=news&act=articleView&idxno={n}", nd_g2_mod, "nd.example/{n}"),
    Skin("nd-g3-inner", "ndsoft", "https://m.nd.example/news/articleView.html?idxno={n}&replyAll=&reply_sc_order_by=C", nd_g3_inner, "nd.example/{n}"),
    Skin("nd-g4-infos", "ndsoft", "https://www.nd.example/news/articleView.html?idxno={n}", nd_g4_infos, "nd.example/{n}"),
    Skin("nd-g4-label", "ndsoft", "https://www.nd.example/news/articleView.html?idxno={n}", nd_g4_label, "nd.example/{n}"),
    Skin("mo-m01", "mediaon", "http://www.mo.example/news/article.html?no={n}", mo_old, "mo.example/{n}"),
    Skin("mo-fix", "mediaon", "http://mo.example/mobile/article.html?no={n}", mo_fix, "mo.example/{n}"),
    Skin("ins-break", "insnews", "http://www.ins.example/{n}", ins_break, "ins.example/{n}", "cp949"),
    Skin("ins-table", "insnews", "http://ins.example/sub_read.html?uid={n}&section=sc1&section2=", ins_table, "ins.example/{n}", "cp949"),
    Skin("nc-amp", "ncode", "https://m.nc.example/news/amp.html?ncode=106559{n}34567", nc_amp, "nc.example/106559{n}34567"),
    Skin("vi-old", "viewidx", "http://vi.example/default/index_view_page.php?idx={n}&part_idx=14", vi_old, "vi.example/{n}", subtitles=False),
    Skin("dd-old", "dadamedia", "http://dd.example/news/view.php?idx={n}&sm=w_total&stx=x", dd_old, "dd.example/{n}"),
    Skin("dd-article", "dadamedia", "https://dd.example/article/{n}?mcode=m39mass239", dd_article, "dd.example/{n}"),
    Skin("dp-game", "detail_php", "http://dp.example/detail.php?number={n}&thread=22r03", dp_game, "dp.example/{n}", "cp949", subtitles=False),
    Skin("key-joongdo-new", "viewphp_key", "https://vk.example/web/view.php?key={d}0100{n}", joongdo_new, "vk.example/{d}0100{n}"),
    Skin("key-yeongnam", "viewphp_key", "https://m.vk.example/view.php?key={d}0100{n}", yeongnam, "vk.example/{d}0100{n}"),
    Skin("key-viva", "viewphp_key", "http://www.vk.example/main/view.php?key={d}0100{n}", viva, "vk.example/{d}0100{n}"),
    Skin("key-ekn", "viewphp_key", "https://vk.example/web/view.php?key={d}0100{n}", ekn, "vk.example/{d}0100{n}"),
    Skin("ud-genews", "viewphp_ud", "https://ud.example/view.php?ud={d}10420734567bee_2", genews, "{d}10420734567bee_2"),
    Skin("ud-fntimes", "viewphp_ud", "https://ud.example/html/view.php?mobile=1&ud={d}1042071234_18", fntimes, "{d}1042071234_18"),
    Skin("ud-newsway", "viewphp_ud", "https://ud.example/news/view?ud={d}14480571665", newsway, "{d}14480571665"),
    Skin("in-jjan", "inhouse", "http://in.example/article/{d}{n}?site_preference=mobile", jjan, "in.example/{d}{n}"),
    Skin("in-imaeil", "inhouse", "https://www.in.example/page/view/{d}142328{n}", imaeil, "in.example/{d}142328{n}"),
    Skin("in-sjb", "inhouse", "https://www.in.example/article/{d}{n}", sjb, "in.example/{d}{n}"),
    Skin("in-mbc", "inhouse", "https://mbc.example/NewsArticle/{n}", mbc, "mbc.example/{n}", captions=False, subtitles=False),
)  # fmt: skip


def address(skin: Skin, item: Item) -> str:
    return skin.url.format(n=item.number, d=item.digits)
