"""Twenty-two layouts that no family knows, each around our own texts.

They differ in what they declare (JSON-LD, microdata, OpenGraph, nothing), in how text is set (paragraphs, `<br>`,
tables, text drawn by a script) and in what stands around it. `PAGES` pairs each layout with two texts.
"""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from unknown_texts import TEXTS, Text

SITE = "산내들신문"
HOST = "sannaedeul.example"
OTHERS = (
    ("들꽃천 둑길 새로 깐다", "들꽃천 둑길이 11월 21일까지 새로 깔린다. 시는 자전거길과 걷는 길을 나누기로 했다."),
    ("겨울 김장 나눔에 이웃 삼백 명", "부녀회와 청년회가 함께 담근 김치 1400포기가 홀로 사는 집 삼백 곳에 전해졌다."),
    (
        "솔향도서관 밤 열 시까지",
        "솔향도서관이 다음 달 1일부터 평일 밤 열 시까지 문을 연다. 첫날에는 작가와의 만남을 마련한다.",
    ),
    ("한빛고 배구부 첫 우승", "한빛고 배구부가 전국대회에서 창단 여섯 해 만에 처음 정상에 올랐다."),
    (
        "시내버스 41번 첫차 빨라져",
        "시내버스 41번 첫차가 5시 20분으로 당겨진다. 새벽에 일하는 이들의 바람을 받아들였다.",
    ),
)


def ps(t: Text, photo: Callable[[str], str] = lambda c: "", middle: str = "", tag: str = "p") -> str:
    out = [photo(c) for c in t.captions[:1]]
    for at, line in enumerate(t.body):
        out.append(f"<{tag}>{line}</{tag}>")
        if at == 1:
            out += [middle, *(photo(c) for c in t.captions[1:])]
    return "\n".join(out)


def brs(t: Text, photo: Callable[[str], str] = lambda c: "") -> str:
    return "".join(photo(c) for c in t.captions) + "<br><br>\n".join(t.body)


def fig(c: str) -> str:
    return f'<figure><img src="/i.jpg" alt="{c}"><figcaption>{c}</figcaption></figure>'


def side(leads: bool = True, pattern: str = "/story/{n}") -> str:
    rows = "".join(
        f'<li><a href="{pattern.format(n=88001 + at)}"><b>{title}</b></a>{f"<p>{lead}</p>" if leads else ""}<em>2026.11.2{at}</em></li>'
        for at, (title, lead) in enumerate(OTHERS)
    )
    return f"<h4>많이 본 뉴스</h4><ul>{rows}</ul>"


def meta(**values: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


def doc(head: str, body: str, title: str) -> str:
    return f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


FOOT = f"<footer><p>{SITE} | 발행인 편온새 | 등록일 2010.05.03 | 대표전화 055-000-0199</p><p>{SITE}의 모든 기사는 저작권법의 보호를 받으며 무단 전재, 복사, 배포를 금합니다.</p></footer>"
TOP = f'<header><p>2026년 11월 22일 일요일</p><a class="logo" href="/">{SITE}</a><nav><a href="/s/1">정치</a><a href="/s/2">사회</a><a href="/s/3">문화</a></nav></header>'


def by(t: Text) -> str:
    return f"{t.author} 기자" if t.author else SITE


def ld_graph(t: Text) -> str:
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": SITE},
        {"@type": "NewsArticle", "headline": t.title, "datePublished": f"{t.day}T{t.clock}:00+09:00", "dateModified": "2026-11-01T00:00:00+09:00",
         "author": [{"@type": "Person", "name": f"{t.author} 기자"}], "publisher": {"@type": "Organization", "name": SITE}},
    ]}  # fmt: skip
    body = f'{TOP}<main><div class="hd"><h1>{t.title}</h1><div class="lede">{t.subtitle}</div></div><section class="c-7fa2">{ps(t, fig, "<div class=ad-slot>광고</div>")}</section></main><aside>{side()}</aside>{FOOT}'
    return doc(
        f'<script type="application/ld+json">{json.dumps(graph, ensure_ascii=False)}</script>',
        body,
        f"{t.title} | {SITE}",
    )


def microdata(t: Text) -> str:
    body = (
        f'{TOP}<div itemscope itemtype="http://schema.org/NewsArticle"><h2 itemprop="headline">{t.title}</h2><span itemprop="author">{by(t)}</span>'
        f'<meta itemprop="datePublished" content="{t.day}T{t.clock}+09:00"><div itemprop="articleBody">{ps(t, fig)}<p>{by(t) if t.author else ""}</p></div></div>{side()}{FOOT}'
    )
    return doc("", body, f"{SITE} :: {t.title}")


def og_only(t: Text) -> str:
    head = meta(
        og__title=f"{t.title} - {SITE}",
        og__site_name=SITE,
        og__type="article",
        article__published_time=f"{t.day}T{t.clock}:11+09:00",
    )
    body = f'{TOP}<div id="w"><div id="l"><h3>{t.title}</h3><div>{by(t)}</div><div class="txt">{brs(t, fig)}</div><div>Copyright © {SITE} All rights reserved.</div></div><div id="r">{side()}</div></div>{FOOT}'
    return doc(head, body, f"{t.title} - {SITE}")


def bare_table(t: Text) -> str:
    body = (
        f"<table width=900><tr><td>최종편집 2026-11-22 09:00</td></tr></table><table width=900><tr><td width=600><table><tr><td><font size=5><b>{t.title}</b></font></td></tr>"
        f"<tr><td>{t.subtitle}</td></tr><tr><td align=right>{by(t)} / {t.day} {t.clock}</td></tr><tr><td>{brs(t)}</td></tr></table></td><td>{side(False)}</td></tr></table>{FOOT}"
    )
    return doc("", body, f"{t.title} - {SITE}")


def korean_clock(t: Text) -> str:
    y, m, d = (int(x) for x in t.day.split("-"))
    hour, minute = (int(x) for x in t.clock.split(":"))
    words = f"{y}년 {m}월 {d}일 {'오전' if hour < 12 else '오후'} {hour if hour <= 12 else hour - 12}시 {minute:02d}분"
    body = f'{TOP}<article><header><h1>{t.title}</h1><p class="when">등록: {words}</p><p>{by(t)}</p></header><div class="story">{ps(t, fig)}</div></article>{side()}{FOOT}'
    return doc(meta(og__title=t.title), body, f"{t.title} : 지역 : {SITE}")


def foot_date(t: Text) -> str:
    body = f'{TOP}<div class="bx"><div class="tt">{t.title}</div><div class="bb">{ps(t)}<p>{by(t) if t.author else ""}</p></div><div>기사입력 {t.day.replace("-", "/")} {t.clock}</div></div>{side(False)}{FOOT}'
    return doc(meta(og__title=t.title), body, SITE)


def next_data(t: Text) -> str:
    data = {"props": {"pageProps": {"article": {"id": 71, "title": t.title, "writer": t.author, "publishedAt": f"{t.day}T{t.clock}:00+09:00",
                                               "content": "".join(f"<p>{line}</p>" for line in t.body)},
                                    "best": [{"id": 88000 + n, "title": a, "summary": b} for n, (a, b) in enumerate(OTHERS)]}}}  # fmt: skip
    return doc(
        meta(og__title=t.title, og__type="article"),
        f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script>',
        f"{t.title} | {SITE}",
    )


def ld_body(t: Text) -> str:
    ld = {
        "@type": "NewsArticle",
        "headline": t.title,
        "datePublished": f"{t.day} {t.clock}",
        "articleBody": "\n\n".join(t.body),
        "author": {"@type": "Person", "name": t.author or SITE},
    }
    return doc(
        f'<script type="application/ld+json">{json.dumps(ld, ensure_ascii=False)}</script>',
        f'{TOP}<div id="app"></div>{FOOT}',
        f"{t.title} - {SITE}",
    )


def state_script(t: Text) -> str:
    state = {
        "view": {
            "news": {
                "newsTitle": t.title,
                "regDate": f"{t.day} {t.clock}:33",
                "reporter": by(t),
                "newsContent": "<br>".join(t.body),
            }
        },
        "rank": [{"title": a} for a, _ in OTHERS],
    }
    return doc(
        "",
        f"<div id=root></div><script>window.__INITIAL_STATE__ = {json.dumps(state, ensure_ascii=False)};</script>",
        f"{t.title} - {SITE}",
    )


def amp(t: Text) -> str:
    body = f'<header><a href="/">{SITE}</a></header><article><h1>{t.title}</h1><p class="date">입력 {t.day} {t.clock} {by(t)}</p><div class="article-body">{ps(t, lambda c: f"<figure><amp-img src=a.jpg></amp-img><figcaption>{c}</figcaption></figure>")}</div></article>{side(False)}{FOOT}'
    return doc("", body, f"{t.title} - {SITE}").replace("<html", "<html amp")


def div_soup(t: Text) -> str:
    body = f'{TOP}<div class="_a1"><div class="_b2"><div class="_c3">{t.title}</div><div class="_d4"><span>{by(t)}</span><span>{t.day.replace("-", ".")}. {t.clock}</span></div><div class="_e5">{ps(t, lambda c: f"<div class=_f6><img src=a.jpg><div class=_g7>▲ {c}</div></div>", "", "div")}</div></div><div class="_h8">{side()}</div></div>{FOOT}'
    return doc(meta(og__title=t.title), body, f"{t.title} - {SITE}")


def small_caption(t: Text) -> str:
    body = f'{TOP}<div class="view-content"><h1>{t.title}</h1><div class="info">승인 {t.day} {t.clock} | {by(t)}</div>{ps(t, lambda c: f"<p align=center><img src=a.jpg></p><p align=center>▲ {c}</p>")}<p>/{by(t)} someone@example.com</p></div>{side()}{FOOT}'
    return doc("", body, f"{t.title} < 사회 < {SITE}")


def lead_cards(t: Text) -> str:
    cards = "".join(
        f'<div class="card"><a href="/story/{88001 + n}"><h3>{a}</h3><p>{b}</p></a></div>'
        for n, (a, b) in enumerate(OTHERS)
    )
    body = f'{TOP}<main><article><h1>{t.title}</h1><time datetime="{t.day}T{t.clock}:00+09:00">{t.day}</time><div class="article-content">{ps(t, fig)}<div class="related-stories"><h3>함께 보면 좋은 기사</h3>{cards}</div></div></article><section>{cards}</section></main>{FOOT}'
    return doc(meta(og__title=t.title, og__site_name=SITE), body, f"{t.title} - {SITE}")


def comments(t: Text) -> str:
    said = "".join(
        f"<div class=c><b>길손{n}</b><i>2026-11-2{n} 10:00</i><p>좋은 소식 고맙습니다. 저도 가 보고 싶네요. 연락 주세요 010-0000-12{n}0.</p></div>"
        for n in range(3)
    )
    body = f'{TOP}<div class="post"><h2 class="subject">{t.title}</h2><div class="meta">{by(t)} · {t.day} {t.clock}</div><div class="post_content">{ps(t)}</div></div><div id="comments"><h3>댓글 3</h3>{said}</div>{FOOT}'
    return doc("", body, f"{t.title} | {SITE}")


def contact_box(t: Text) -> str:
    body = f'{TOP}<section class="press"><h4 class="press-tit">{t.title}</h4><ul><li>작성일 : {t.day} {t.clock}</li><li>조회수 : 812</li></ul><div class="board_txt">{brs(t)}</div><dl><dt>담당부서</dt><dd>도시재생과</dd></dl></section>{side(False)}{FOOT}'
    return doc(meta(og__title=f"{t.title} | {SITE}"), body, f"{t.title} | {SITE}")


def dated_path(t: Text) -> str:
    body = f'{TOP}<div class="sub_view"><h1>{t.title}</h1><div class="viewer">{ps(t, fig)}<p>[{SITE}={by(t)}]</p></div></div>{side()}{FOOT}'
    return doc("", body, f"{t.title} - {SITE}")


def center_font(t: Text) -> str:
    body = f"<center><font size=6>{t.title}</font><br><font size=2>{t.day.replace('-', '.')} {t.clock} {by(t)}</font></center><hr><font size=3>{brs(t, lambda c: f'<center><img src=a.jpg><br><font size=2>▲ {c}</font></center>')}</font><hr>{side(False)}{FOOT}"
    return doc("", body, t.title)


def share_inside(t: Text) -> str:
    body = f'{TOP}<div class="newsview"><div class="headline">{t.title}</div><div class="dt">기사등록 {t.day} {t.clock}</div><div class="news_body"><div class="sns">페이스북 트위터 카카오톡 URL복사</div><p class="sub_title">{t.subtitle}</p>{ps(t, fig, "<p>[광고]</p>")}<p>{by(t)} someone@example.com</p><p>저작권자 © {SITE} 무단전재 및 재배포 금지</p><p>#사회적경제 #마을</p></div></div>{side()}{FOOT}'
    return doc(meta(og__title=t.title), body, f"{t.title} &gt; 뉴스 | {SITE}")


def members(t: Text) -> str:
    body = f'{TOP}<article><h1>{t.title}</h1><p>입력 {t.day} {t.clock}</p><div class="entry-content">{ps(t, fig)}<div class="paywall"><p>이 기사의 나머지는 유료회원만 볼 수 있습니다.</p><a href="/login">로그인</a></div></div></article>{side()}{FOOT}'
    return doc("", body, f"{t.title} - {SITE}")


def english_label(t: Text) -> str:
    stamp = datetime.strptime(t.at, "%Y-%m-%d %H:%M")
    body = f'{TOP}<main><h1>{t.title}</h1><div class="byline">By {t.author} Published {stamp.strftime("%b %d, %Y %H:%M")}</div><div class="story-body">{ps(t, fig)}</div></main>{side()}{FOOT}'
    return doc(meta(og__title=t.title, og__site_name=SITE), body, f"{t.title} » {SITE}")


def headline_bar(t: Text) -> str:
    bar = "".join(f"<h2><a href='/story/{88001 + n}'>{a}</a></h2>" for n, (a, _) in enumerate(OTHERS))
    body = f'<div class="bar">{bar}</div>{TOP}<h1 class="logo">{SITE}</h1><div id="content"><h2>{t.title}</h2><p class="date">{t.day} {t.clock} 입력</p><div>{ps(t, fig)}</div></div>{side()}{FOOT}'
    return doc(meta(og__title=t.title), body, f"{t.title} - {SITE}")


def list_below(t: Text) -> str:
    rows = "".join(
        f'<tr><td>{n}</td><td><a href="/board/read/{88001 + n}">{a}</a></td><td>2026-11-2{n}</td></tr>'
        for n, (a, _) in enumerate(OTHERS)
    )
    body = f'{TOP}<div class="rd"><div class="rd_t">{t.title}</div><div class="rd_i">작성자 {by(t)} 등록일 {t.day} {t.clock} 조회 31</div><div class="rd_c">{ps(t)}</div></div><table>{rows}</table>{FOOT}'
    return doc("", body, f"{t.title} - {SITE}")


@dataclass(frozen=True)
class Layout:
    make: Callable[[Text], str]
    url: str = f"https://{HOST}/story/{{n}}"
    date_only: bool = False


LAYOUTS = (*map(Layout, (
    ld_graph, microdata, og_only, bare_table, korean_clock, foot_date, next_data, ld_body, state_script, amp, div_soup,
    small_caption, lead_cards, comments, contact_box, center_font, share_inside, members, english_label, headline_bar, list_below,
)), Layout(dated_path, f"https://{HOST}/site/html/dir/{{ymd}}/{{n}}.html", date_only=True))  # fmt: skip


@dataclass(frozen=True)
class UnknownPage:
    name: str
    url: str
    html: str
    text: Text
    date_only: bool


def pages() -> list[UnknownPage]:
    """Two texts per layout, turned so that every text meets many layouts."""
    made = []
    for at, layout in enumerate(LAYOUTS):
        for step in (0, 3):
            text = TEXTS[(at + step) % len(TEXTS)]
            url = layout.url.format(n=71200 + at * 10 + step, ymd=text.day.replace("-", "/"))
            made.append(UnknownPage(f"{layout.make.__name__}-{step}", url, layout.make(text), text, layout.date_only))
    return made
