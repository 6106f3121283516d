"""More sets of unknown layouts (B, C, D), each written at one go and measured once before the reader was mended.

First figures, title / date / body F1: B .56 / .44 / .69, C .50 / .50 / .66, D (after mending on B and C) .75 / 1.0 / 1.0.

Site builders, blogs of other lands, old boards and letters, as social-economy centres use them. Two texts each.
"""

# ruff: noqa: E501 (pages and lines of papers are data: one line each)

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from unknown_layouts import OTHERS, Layout, UnknownPage, brs, doc, fig, meta, ps
from unknown_texts import Text

TEXTS_B = (
    Text(
        "다솜구 마을기업 일곱 곳, 빈 우체국을 함께 쓴다", "탁가온", "2025-02-11 08:47",
        (
            "문을 닫은 다솜동 우체국이 마을기업 일곱 곳의 공동 일터로 바뀐다. 구는 11일 건물 열쇠를 ‘다솜이음 사회적협동조합’에 넘겼다.",
            "1층에는 반찬가게와 수선집, 자전거 정비소가 들어선다. 2층은 회의실과 아이 돌봄방으로 쓴다. 고치는 데 든 3억 4000만 원은 구와 조합이 반씩 냈다.",
            "조합은 해마다 매출의 2%를 골목 기금으로 모은다. 기금은 홀로 사는 노인의 집수리에 쓴다.",
            "신청 자격은 다음과 같다. 다솜구에 사업장을 둔 마을기업, 사회적협동조합, 자활기업이면 된다.",
            "문 여는 잔치는 3월 8일 오전 11시 건물 앞마당에서 열린다.",
        ),
        ("열쇠를 받은 조합 이사들",), "구·조합 절반씩 출자",
    ),
    Text(
        "[공고] 2025년 상반기 협동조합 설립 상담 신청 안내", "", "2025-01-20 17:05",
        (
            "하늘내 사회적경제지원센터는 협동조합을 세우려는 주민을 위해 상반기 설립 상담을 연다.",
            "상담은 2월 3일부터 6월 27일까지 매주 월요일과 수요일에 하며, 한 사람에 50분이다. 상담료는 없다.",
            "정관 쓰는 법, 출자금 정하기, 창립총회 준비, 신고 서류를 차례로 살핀다. 다섯 사람 이상 모인 모임을 먼저 받는다.",
            "신청서는 센터 누리집에서 내려받아 전자우편으로 보낸다. 접수 결과는 이틀 안에 알려 준다.",
        ),
    ),
    Text(
        "버려진 현수막이 장바구니로… “하루 200개씩 나가요”", "옥시내", "2024-12-30 21:30",
        (
            "선거가 끝난 거리에서 걷은 현수막이 장바구니로 다시 태어난다. 여울시 자활기업 ‘새로깁다’가 석 달째 하는 일이다.",
            "직원 여덟 명이 하루에 만드는 장바구니는 200개 남짓이다. 빨고 말리고 재단하는 데만 이틀이 걸린다. 시장 상인회는 이를 한 장에 1500원에 사서 손님에게 나눠 준다.",
            "“처음에는 물감 냄새가 빠지지 않아 애를 먹었어요.” 김단비 팀장이 웃으며 말했다. 지금은 쌀뜨물에 하루 담가 둔다.",
            "여울시는 내년부터 시가 거는 현수막을 모두 이곳에 맡기기로 했다. 한 해 6톤에 이르는 쓰레기가 줄 것으로 본다.",
        ),
        ("재봉틀 앞에 앉은 새로깁다 직원", "시장에서 장바구니를 받아 든 손님"), "",
    ),
)  # fmt: skip
SITE = "하늘내센터"
HOST = "haneulnae.example"


def builder_board(t: Text) -> str:
    """A Korean site builder: board in a widget, the writer's picture, like button, comments, «목록» below."""
    said = "<div class='comment_list'><div class='cmt'><b>이웃</b><span>2025-02-12 10:11</span><p>꼭 가 보겠습니다. 주차는 어디에 하나요?</p></div></div>"
    body = (
        f"<div class='inline-section'><a href='/'><img src='/logo.png' alt='{SITE}'></a><ul class='nav'><li><a href='/notice'>알림</a></li><li><a href='/news'>소식</a></li></ul></div>"
        f"<div class='board_view'><header class='view-header'><h1 class='view_tit'><span class='category'>소식</span> {t.title}</h1><div class='board_summary'><div class='author'><div class='profile-img'></div><div class='write'>{t.author or '관리자'}</div></div><span class='date'>{t.day} {t.clock}</span><span class='hit-count'>조회수 88</span></div></header>"
        f"<div class='board_txt_area fr-view'>{ps(t, fig)}</div><div class='board_btn'><button>좋아요 3</button><button>공유하기</button></div>{said}</div>"
        f"<div class='list_widget'><ul>{''.join(f'<li><a href=/news/?bmode=view&idx={90 + n}>{a}</a><span>2025-02-0{n + 1}</span></li>' for n, (a, _) in enumerate(OTHERS))}</ul></div><footer>{SITE} | 사업자등록번호 000-00-00000 | Copyright ⓒ 2019 {SITE} All rights reserved.</footer>"
    )
    return doc(
        meta(og__title=f"{t.title} : {SITE}", og__site_name=SITE, og__type="website"), body, f"{t.title} : {SITE}"
    )


def newsletter_table(t: Text) -> str:
    """A letter by e-mail kept on the web: nested tables, every paragraph a cell."""
    rows = "".join(
        f"<tr><td style='padding:8px 16px;font-size:16px;line-height:1.7'>{line}</td></tr>" for line in t.body
    )
    y, m, d = (int(x) for x in t.day.split("-"))
    body = (
        f"<table width=100% bgcolor=#f4f4f4><tr><td align=center><table width=600><tr><td><img src=l.png alt='{SITE} 편지'></td></tr><tr><td style='font-size:26px;font-weight:bold'>{t.title}</td></tr><tr><td style='color:#999'>{y}. {m}. {d}. {t.clock}</td></tr>"
        f"<tr><td><table width=100%>{rows}</table></td></tr><tr><td align=center><a href='https://letter.example/s'>편지 받아 보기</a> <a href='#'>수신거부</a> Unsubscribe</td></tr><tr><td style='font-size:11px'>{SITE} 하늘내시 가온로 1, 2층 | 055-000-0177</td></tr></table></td></tr></table>"
    )
    return doc(meta(og__title=t.title), body, t.title)


def cms_of_nodes(t: Text) -> str:
    """Drupal: fields in classes, the day month first, terms after the text."""
    stamp = datetime.strptime(t.at, "%Y-%m-%d %H:%M")
    week = "월화수목금토일"[stamp.weekday()]
    body = (
        f"<div class='layout-container'><header role='banner'><a href='/' title='홈' rel='home'>{SITE}</a></header><main role='main'><h1 class='page-header'><span>{t.title}</span></h1><article class='node node--type-article node--view-mode-full'><footer class='node__meta'><div class='node__submitted'>{t.author or 'admin'} 님이 {week}, {stamp.strftime('%m/%d/%Y - %H:%M')}에 게시함</div></footer>"
        f"<div class='node__content'><div class='field field--name-body field--type-text-with-summary'>{ps(t, fig)}</div><div class='field field--name-field-tags'><div class='field__label'>태그</div><div class='field__item'><a href='/taxonomy/term/3'>마을기업</a></div></div><ul class='links inline'><li><a href='/user/login'>댓글을 달려면 로그인하세요</a></li></ul></div></article></main>"
        f"<aside role='complementary'><h2>최근 소식</h2>{''.join(f'<div class=views-row><a href=/node/{900 + n}>{a}</a></div>' for n, (a, _) in enumerate(OTHERS))}</aside></div>"
    )
    return doc('<meta name="Generator" content="Drupal 9 (https://www.drupal.org)">', body, f"{t.title} | {SITE}")


def old_zero_board(t: Text) -> str:
    """A board of 2003: nested tables, images for labels, the writer's line above the text, memos below."""
    body = (
        f"<table border=0 width=95%><tr><td><a href=zboard.php?id=news>목록</a></td></tr></table><table border=0 cellspacing=0 width=95%><tr><td class=title_han height=30>&nbsp;<b>{t.title}</b></td></tr>"
        f"<tr><td class=list0><table width=100%><tr><td>이름 : <b>{t.author or '지기'}</b>&nbsp;&nbsp;( <a href='http://haneulnae.example'>Homepage</a> )</td><td align=right><font class=list_eng>{t.day} {t.clock}:00, 조회 : <b>412</b>, 추천 : <b>7</b></font></td></tr></table></td></tr>"
        f"<tr><td style='word-break:break-all;padding:10'><span style=line-height:160%>{brs(t)}<!--\"<--></span></td></tr></table>"
        f"<table width=95%><tr><td><b>길손</b></td><td>저희 마을도 해 보고 싶어요. 어디에 물어보면 될까요?</td><td>{t.day}</td></tr></table>"
        f"<table width=95%>{''.join(f'<tr><td>{n}</td><td><a href=view.php?id=news&no={70 + n}>{a}</a></td><td>2002/01/0{n + 1}</td></tr>' for n, (a, _) in enumerate(OTHERS))}</table>"
    )
    return doc("", body, f"{SITE} 알림판")


def essay_blocks(t: Text) -> str:
    """A writing platform: one box per block, the English day, a reading bar, recommended essays with leads."""
    stamp = datetime.strptime(t.at, "%Y-%m-%d %H:%M")
    blocks = "".join(f"<h4 class='wrap_item item_type_text'>{line}</h4>" for line in t.body)
    pics = "".join(
        f"<div class='wrap_item item_type_img'><div class='wrap_img_float'><img src='//img/a'><span class='img_caption'>{c}</span></div></div>"
        for c in t.captions
    )
    body = (
        f"<div class='service_header'><a href='/'>글뜰</a></div><div class='wrap_view'><div class='wrap_cover'><div class='cover_inner'><h1 class='cover_title'>{t.title}</h1><p class='cover_sub_title'>{t.subtitle}</p><span class='info_text'><span class='by'>by</span> <a class='text_author'>{t.author or SITE}</a> <span class='ico_dot'></span> <span class='f_l date'>{stamp.strftime('%b %d. %Y')}</span></span></div></div>"
        f"<div class='wrap_view_article'><div class='wrap_body text_align_left'>{pics}{blocks}</div></div><div class='wrap_keyword'><ul><li>협동조합</li><li>마을</li></ul></div><div class='wrap_recommend'>{''.join(f'<a href=/@a/{n}><strong>{a}</strong><p>{lead}</p></a>' for n, (a, lead) in enumerate(OTHERS))}</div></div>"
    )
    head = meta(og__title=t.title, og__type="article", article__published_time=f"{t.day}T{t.clock}:00+09:00")
    return doc(head, body, f"{t.title} | 글뜰")


def endless(t: Text) -> str:
    """A paper that prints the next article under the first, in the same markup."""
    other = OTHERS[0]
    more = "".join(
        f"<p>{line}</p>"
        for line in (other[1], *(f"들꽃천을 걷던 주민 {n}은 길이 넓어져 좋다고 말했다." for n in range(6)))
    )

    def one(title: str, when: str, name: str, text: str) -> str:
        return f"<article class='scroll-item'><div class='hd'><p class='kicker'>사회</p><h2 class='tt'>{title}</h2><p class='inf'><span>{name}</span><span>입력 {when}</span></p></div><div class='tx'>{text}</div></article>"

    body = (
        f"<header><a class='logo' href='/'>{SITE}</a></header><div id='scroll'>{one(t.title, f'{t.day} {t.clock}', f'{t.author} 기자' if t.author else SITE, ps(t, fig))}"
        f"{one(other[0], '2025-02-10 07:00', '천솔비 기자', more)}</div><footer>{SITE}</footer>"
    )
    return doc(meta(og__title=t.title, og__site_name=SITE), body, f"{t.title} - {SITE}")


def press_table(t: Text) -> str:
    """A public body's press board: a table of labels, attachments and a survey, office at the end."""
    body = (
        f"<div id='skip'><a href='#body'>본문 바로가기</a></div><div class='lnb'><ul><li><a href='/a'>알림마당</a></li><li><a href='/b'>보도자료</a></li></ul></div><div id='body'><h3>보도자료</h3><table class='tb-view'><caption>보도자료 보기: 제목, 담당부서, 등록일, 첨부, 내용</caption><tbody>"
        f"<tr><th scope='row'>제목</th><td colspan='3'>{t.title}</td></tr><tr><th>담당부서</th><td>사회적경제과</td><th>등록일시</th><td>{t.day} {t.clock}</td></tr><tr><th>첨부파일</th><td colspan='3'><a href='/file/down?no=3'>보도자료.hwpx</a> (120KB) <a href='/preview?no=3'>미리보기</a></td></tr>"
        f"<tr><td colspan='4' class='cn'>{brs(t)}</td></tr></tbody></table><div class='satis'><p>이 페이지에서 제공하는 정보에 만족하십니까?</p><label>매우 만족</label><label>만족</label></div><dl class='mng'><dt>담당자</dt><dd>055-000-0155</dd></dl><ul class='pn'><li>이전글 <a href='/view?no=2'>{OTHERS[0][0]}</a></li></ul></div>"
    )
    return doc("", body, f"보도자료 - {SITE}")


def hydrated(t: Text) -> str:
    """A page drawn twice: short text for readers without scripts, the whole in the data of the script beside lists."""
    data = {"props": {"pageProps": {"post": {"id": 7, "title": t.title, "createdAt": f"{t.day}T{t.clock}:00+09:00", "author": {"name": t.author}, "contentHtml": "".join(f"<p>{line}</p>" for line in t.body)},
                                    "latest": [{"id": n, "title": a, "content": lead, "createdAt": "2025-02-01T00:00:00+09:00"} for n, (a, lead) in enumerate(OTHERS)]}}}  # fmt: skip
    body = f"<div id='__next'><nav><a href='/'>{SITE}</a></nav><main><p>불러오는 중입니다.</p></main></div><script id='__NEXT_DATA__' type='application/json'>{json.dumps(data, ensure_ascii=False)}</script>"
    return doc(meta(og__title=t.title, og__site_name=SITE), body, f"{t.title} - {SITE}")


def blog_of_archives(t: Text) -> str:
    """A blog service of another land: the day above the title, the minute in the foot, archives beside."""
    stamp = datetime.strptime(t.at, "%Y-%m-%d %H:%M")
    day = f"{stamp.year}년 {stamp.month}월 {stamp.day}일 {'월화수목금토일'[stamp.weekday()]}요일"
    body = (
        f"<div class='content-outer'><div class='header-inner'><h1 class='title'><a href='/'>{SITE}</a></h1></div><div class='blog-posts hfeed'><div class='date-outer'><h2 class='date-header'><span>{day}</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{t.title}</h3><div class='post-body entry-content'>{brs(t)}<div style='clear: both;'></div></div>"
        f"<div class='post-footer'>작성자: <span class='fn'>{t.author or SITE}</span> 시간: <a class='timestamp-link' href='#'><abbr class='published' title='{t.day}T{t.clock}:00+09:00'>{'오전' if stamp.hour < 12 else '오후'} {(stamp.hour - 1) % 12 + 1}:{stamp.minute:02d}</abbr></a><span>이메일로 전송 BlogThis! X에 공유</span></div></div></div></div>"
        f"<div class='sidebar'><h2>블로그 보관함</h2><ul>{''.join(f'<li><a href=/2025/01/{n}.html>{a}</a></li>' for n, (a, _) in enumerate(OTHERS))}</ul></div></div>"
    )
    return doc("", body, f"{SITE}: {t.title}")


def shop_board(t: Text) -> str:
    """The notice board of a web shop: labels in a table without «내용», comments, previous and next."""
    body = (
        f"<div id='header'><a href='/'><img src='/l.png' alt='{SITE}'></a><a href='/order/basket.html'>장바구니</a></div><div class='titleArea'><h2>공지사항</h2><p>새 소식을 알립니다.</p></div><form id='BoardDelForm'><div class='ec-base-table'><table><tbody><tr><th scope='row'>제목</th><td>{t.title}</td></tr><tr><th scope='row'>작성자</th><td>{t.author or SITE} (ip:)</td></tr>"
        f"<tr><td colspan='2'><ul class='etcArea'><li class='date'><strong>작성일</strong> <span class='txtNum'>{t.day} {t.clock}:00</span></li><li><strong>조회수</strong> <span>31</span></li></ul><div class='detail'><div class='fr-view fr-view-article'>{ps(t, fig)}</div></div></td></tr></tbody></table></div></form>"
        f"<div class='xans-board-commentlist'><strong>길손</strong><span>2025-02-12</span><p>배송은 언제부터 하나요? 궁금합니다.</p></div><ul class='movement'><li><strong>이전글</strong> <a href='/article/n/1/9/'>{OTHERS[0][0]}</a></li></ul>"
    )
    return doc(meta(og__site_name=SITE, og__title=SITE, og__type="website"), body, SITE)


def portal_copy(t: Text) -> str:
    """A portal's copy of a paper's article: summary, fonts, translation and feelings around the text."""
    y, m, d = (int(x) for x in t.day.split("-"))
    body = (
        f"<header><h1><a href='/'>온누리뉴스</a></h1></header><main><div class='head_view'><em class='thumb_g'><img alt='{SITE}신문'></em><h3 class='tit_view'>{t.title}</h3><div class='info_view'><span class='txt_info'>{t.author or '편집부'}</span><span class='txt_info'>입력 <span class='num_date'>{y}. {m}. {d}. {t.clock}</span></span><button>3</button></div><div class='util_view'>음성으로 듣기 번역 설정 글씨크기 조절하기 인쇄하기</div></div>"
        f"<div class='news_view fs_type1'><strong class='summary_view'>{t.subtitle}</strong><section>{ps(t, fig)}</section></div><div class='txt_copyright'>Copyright © {SITE}신문. 무단전재 및 재배포 금지.</div><div class='emotion_wrap'>추천해요 1 좋아요 0 감동이에요 2</div>"
        f"<div class='box_etc'><h2>많이 본 뉴스</h2><ol>{''.join(f'<li><a href=/v/2025021{n}>{a}</a><p>{lead}</p></li>' for n, (a, lead) in enumerate(OTHERS))}</ol></div></main>"
    )
    head = meta(og__title=t.title, og__site_name="온누리뉴스", og__type="article", article__media_name=f"{SITE}신문")
    return doc(head, body, t.title)


def studio_page(t: Text) -> str:
    """A page drawn in a design studio: classes of sizes, the day in English before the title, no label anywhere."""
    stamp = datetime.strptime(t.at, "%Y-%m-%d %H:%M")
    cards = "".join(
        f"<a class='card w-inline-block' href='/blog/{n}'><div class='text-s'>Jan 1{n}, 2025</div><h4>{a}</h4><p>{lead}</p></a>"
        for n, (a, lead) in enumerate(OTHERS[:3])
    )
    body = (
        f"<div class='navbar w-nav'><a href='/' class='brand'>{SITE}</a></div><section class='section hero'><div class='container'><div class='text-s muted'>{stamp.strftime('%B %d, %Y')}</div><h1 class='heading-xl'>{t.title}</h1><p class='lead'>{t.subtitle}</p></div></section>"
        f"<section class='section'><div class='container-m'><div class='rich-text w-richtext'>{ps(t, fig)}</div></div></section><section class='section more'><h3>더 읽을거리</h3>{cards}</section><div class='footer'>© {SITE}</div>"
    )
    return doc(meta(og__title=t.title, og__type="website"), body, t.title)


def typed_notice(t: Text) -> str:
    """A board of a small office: the text as it was typed, in `pre`, the labels in one cell."""
    body = (
        f"<table class='top'><tr><td>{SITE}</td><td><a href='/main.jsp'>처음</a></td></tr></table><table class='bbsview'><tr><td class='bbs_title'>{t.title}</td></tr><tr><td class='bbs_info'>글쓴이 : {t.author or SITE} &nbsp; 등록 : {t.day.replace('-', '/')} {t.clock} &nbsp; 읽음 : 55</td></tr>"
        f"<tr><td><pre class='bbs_text'>{chr(10).join(t.body)}\n</pre></td></tr><tr><td>첨부 : <a href='/down.jsp?f=1'>안내.hwp</a></td></tr></table><p><a href='/list.jsp'>[목록]</a> <a href='/write.jsp'>[글쓰기]</a></p>"
    )
    return doc("", body, f"::: {SITE} :::")


def broadcast_script(t: Text) -> str:
    """A local broadcaster: film above, the anchor's and the reporter's words, the reporter's card below."""
    lines = "<br><br>".join(("[앵커]", t.body[0], "[기자]", *t.body[1:]))
    body = (
        f"<div id='gnb'><a href='/'>{SITE}방송</a><a href='/live'>생방송</a></div><div class='vod'><div class='player'><iframe src='https://v.example/e/1'></iframe></div><div class='news-title'>{t.title}</div><ul class='news-info'><li>{t.day} {t.clock}:21</li><li>{t.author or '보도국'}</li></ul><div class='news-script' id='script'>{lines}</div>"
        f"<div class='reporter-card'><img src=r.jpg><b>{t.author or '보도국'}</b> news@haneulnae.example</div></div><div class='playlist'>{''.join(f'<a href=/vod/{n}><img src=t.jpg><span>{a}</span><i>2025-02-0{n + 1}</i></a>' for n, (a, _) in enumerate(OTHERS))}</div>"
    )
    return doc(meta(og__title=f"{SITE}방송"), body, f"{SITE}방송 - {t.title}")


def labels_in_one_line(t: Text) -> str:
    """A paper of paragraphs: kicker, title, subtitle and reporter are all `p`; other articles inside the text's box."""
    rows = "".join(f"<li><a href='/read/{n}'>{a}</a></li>" for n, (a, _) in enumerate(OTHERS[:3]))
    body = (
        f"<div id='wrap'><div class='top'><span>2026-11-22(일)</span><a href='/'><img src='logo.png' alt='{SITE}'></a></div><div class='cols'><div class='left'><div class='artTop'><p class='cate'>사회 &gt; 마을</p><p class='artTitle'>{t.title}</p><p class='artSub'>{t.subtitle}</p>"
        f"<p class='artInfo'>{t.author or SITE} <em>|</em> 등록 {t.day.replace('-', '.')} {t.clock} <em>|</em> 댓글 0</p></div><div class='artBody'>{ps(t, fig)}<div class='artRel'><b>관련기사</b><ul>{rows}</ul></div><p class='artCopy'>ⓒ {SITE}, 무단 전재 금지</p></div></div><div class='right'><h4>인기기사</h4><ol>{rows}</ol></div></div></div>"
    )
    return doc(meta(og__title=f"[{SITE}] {t.title}", og__site_name=SITE), body, f"[{SITE}] {t.title}")


def forum_topic(t: Text) -> str:
    """A forum of another land as it shows itself without scripts: the first post is the text, the next are replies."""
    body = (
        f"<header><a href='/'>{SITE}</a></header><div id='main-outlet'><div id='topic-title'><h1><a href='/t/x/77'>{t.title}</a></h1><div class='topic-category'>소식</div></div><div itemscope itemtype='http://schema.org/DiscussionForumPosting'><div class='topic-body crawler-post'><div class='crawler-post-meta'><span itemprop='author'><span itemprop='name'>{t.author or '지기'}</span></span><time itemprop='datePublished' datetime='{t.day}T{t.clock}:00+09:00'>{t.day}</time></div><div class='post' itemprop='text'>{ps(t)}</div></div>"
        "<div class='topic-body crawler-post' itemprop='comment'><div class='crawler-post-meta'><span>이웃</span><time datetime='2026-11-01T00:00:00+09:00'>2026-11-01</time></div><div class='post' itemprop='text'><p>좋은 소식이네요. 저희 동네에서도 하고 싶습니다. 방법을 알려 주세요.</p></div></div></div></div>"
    )
    return doc(meta(og__title=t.title, og__site_name=SITE, og__type="website"), body, f"{t.title} - 소식 - {SITE}")


def definition_list(t: Text) -> str:
    """A co-operative's own pages: one title for the whole site, a post is a list of a term and two descriptions."""
    y, m, d = (int(x) for x in t.day.split("-"))
    body = (
        f"<div class='page'><ul class='menu'><li><a href='/intro'>조합 소개</a><li><a href='/notice'>알림</a></ul><div class='content'><div class='page-title'>알림</div><dl class='view'><dt>{t.title}</dt><dd class='info'>작성자 {t.author or '사무국'} ㅣ 작성일 {y}년 {m}월 {d}일 {t.clock} ㅣ 조회 71</dd><dd class='con'>{brs(t)}</dd></dl>"
        f"<div class='btns'><a href='/notice'>목록보기</a></div></div><div class='foot'>{SITE} | 대표 남새론 | 고객센터 055-000-0123</div></div>"
    )
    return doc("", body, SITE)


def wire(t: Text) -> str:
    """A wire of press releases: about the sender, contacts and a note after the text."""
    leads = "".join(f"<a href='/r/{n}'><b>{a}</b><p>{lead}</p></a>" for n, (a, lead) in enumerate(OTHERS))
    body = (
        f"<nav><a href='/'>보도자료통신</a></nav><main><h1>{t.title}</h1><h2 class='rel-sub'>{t.subtitle}</h2><div class='rel-date'>{t.day} {t.clock}</div><div class='rel-body'>{ps(t, fig)}</div><div class='rel-contact'><h3>언론 연락처</h3><p>{SITE} 홍보팀 055-000-0101 이메일 보내기</p></div>"
        f"<p class='rel-note'>이 보도자료는 {SITE}가 작성하여 보도자료통신을 통해 배포한 뉴스입니다.</p></main><aside>{leads}</aside>"
    )
    return doc(meta(og__title=t.title, og__type="article"), body, f"{t.title} - 보도자료통신")


def url(path: str) -> str:
    return f"https://{HOST}{path}"


Layouts = tuple[tuple[Callable[[Text], str], str, bool], ...]
LAYOUTS_B: Layouts = (
    (builder_board, url("/news/?q=x&bmode=view&idx={n}&t=board"), False),
    (newsletter_table, url("/letter/{n}"), False),
    (cms_of_nodes, url("/node/{n}"), False),
    (old_zero_board, url("/bbs2/view.php?id=news&no={n}"), False),
    (essay_blocks, url("/@haneul/{n}"), False),
    (endless, url("/story/{n}"), False),
    (press_table, url("/portal/press/view?no={n}"), False),
    (hydrated, url("/post/{n}"), False),
)
LAYOUTS_C: Layouts = (
    (blog_of_archives, url("/2025/02/{n}.html"), False),
    (shop_board, url("/article/notice/1/{n}/"), False),
    (portal_copy, url("/v/2025021108{n}"), False),
    (studio_page, url("/blog/post-{n}"), True),
    (typed_notice, url("/bbs/read.jsp?num={n}"), False),
    (broadcast_script, url("/vod/{n}"), False),
)

LAYOUTS_D: Layouts = (
    (labels_in_one_line, url("/read/{n}"), False),
    (forum_topic, url("/t/x/{n}"), False),
    (definition_list, url("/sub.php?mid=31&r=view&uid={n}"), False),
    (wire, url("/newsRead.php?no={n}"), False),
)


def printed(make: Callable[[Text], str], text: Text) -> Text:
    """The text with what a layout prints as part of it: the marks of a broadcaster's script are text."""
    if make is not broadcast_script:
        return text
    return replace(text, body=("[앵커]", text.body[0], "[기자]", *text.body[1:]))


def pages_b(layouts: Layouts = (*LAYOUTS_B, *LAYOUTS_C, *LAYOUTS_D)) -> list[UnknownPage]:
    """Two texts per layout."""
    made = []
    for at, (make, address, date_only) in enumerate(layouts):
        layout = Layout(make, address, date_only)
        for step in (0, 1):
            text = TEXTS_B[(at + step) % len(TEXTS_B)]
            made.append(
                UnknownPage(
                    f"{make.__name__}-{step}",
                    layout.url.format(n=5100 + at * 10 + step),
                    make(text),
                    printed(make, text),
                    date_only,
                )
            )
    return made
