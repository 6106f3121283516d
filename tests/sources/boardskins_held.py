"""Skins, themes and versions written down before the readers were looked at again: a second, harder set.

Markup follows what public skins print (class names, order, what stands inside what); texts, people and sites are our
own. Every page carries what a reader must leave alone: menus, newest posts, comments, neighbours, share buttons. Same
shape as in `boardskins`: address, page, and what must be read from it.
"""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from typing import Any

BODY = (
    "<p>누리골 자활센터가 헌 자전거를 고쳐 나누는 두 바퀴 사업단을 엽니다.</p><p>접수 : 4월 8일(월)부터 선착순 30명<br>"
    "문의 : 누리골 자활센터 사무국</p><table><tr><td>구분</td><td>인원</td></tr><tr><td>어른</td><td>20명</td></tr></table>"
)
TEXT = (
    "누리골 자활센터가 헌 자전거를 고쳐 나누는 두 바퀴 사업단을 엽니다.\n접수 : 4월 8일(월)부터 선착순 30명\n"
    "문의 : 누리골 자활센터 사무국\n구분\t인원\n어른\t20명"
)
TITLE = "두 바퀴 사업단 참여자 모집 - 1차 (4월)"
REPLY = "아이와 같이 가도 되나요? 연락 주세요 010-0000-1234"
AT = "2024-03-05T14:20:00+09:00"
MENU = "<header><h1><a href='/'>누리골</a></h1><nav><ul><li><a href='/bbs/board.php?bo_table=news'>소식</a></li><li><a href='/bbs/board.php?bo_table=data'>자료실</a></li></ul></nav></header>"
LATEST = (
    "<aside><h2>최신글</h2><ul><li><a href='/bbs/board.php?bo_table=free&wr_id=90'>봄맞이 대청소 합니다</a> <span class=date>2026-11-20</span></li>"
    "<li><a href='/bbs/board.php?bo_table=free&wr_id=91'>장난감 나눔</a> <span class=date>2026-11-19</span></li></ul></aside>"
)
G5 = "<script>var g5_url='http://nu.kr'; var g5_bbs_url='http://nu.kr/bbs'; var g5_bo_table='news';</script>"


def g5(body: str, head: str = "", title: str = f"{TITLE} &gt; 소식 | 누리골") -> str:
    return f"<!doctype html><html lang=ko><head><meta charset=utf-8><title>{title}</title>{G5}{head}</head><body>{MENU}{body}{LATEST}<footer>누리골 대표전화 055-000-0100 등록일 2009-03-02</footer></body></html>"


def wp(
    body: str, classes: str = "single single-post postid-77", head: str = "", title: str = f"{TITLE} – 누리골"
) -> str:
    return (
        f"<!doctype html><html lang=ko-KR><head><title>{title}</title><link rel='https://api.w.org/' href='http://nu.kr/wp-json/'>"
        f"<link rel=shortlink href='http://nu.kr/?p=77'><link rel=stylesheet href='/wp-content/themes/a/style.css'>{head}</head>"
        f"<body class='{classes}'><div id=page><header class=site-header><p class=site-title><a href='/'>누리골</a></p></header>{body}"
        "<div id=secondary class=widget-area><h2>최근 글</h2><ul><li><a href='/?p=76'>나눔 장터 후기</a> <span class=post-date>2024년 3월 1일</span></li></ul></div>"
        "<footer class=site-footer>누리골 2019년 1월 1일 세움</footer></div></body></html>"
    )


def xe(body: str, generator: str = "XpressEngine", title: str = f"소식 - {TITLE}") -> str:
    return f"<!doctype html><html lang=ko><head><meta name=Generator content={generator}><title>{title}</title></head><body><div class=gnb><a href='/news'>소식</a></div>{body}<div class=widget><a href='/free/900'>봄 소풍 사진</a> <span class=date>2026.11.20</span></div></body></html>"


def tistory(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{TITLE}</title><script src='https://t1.daumcdn.net/tistory_admin/blogs/script/blog/common.js'></script>"
        f"<meta property=og:title content='{TITLE}'>{head}</head><body id=tt-body-page><div id=wrap>{body}</div></body></html>"
    )


KBOARD = "<link rel=stylesheet href='/wp-content/plugins/kboard/template/css/editor_style.css'>"
SHARE = "<div class='share'><a href='https://facebook.com/x'>페이스북</a><a href='#'>트위터</a><button>URL 복사</button></div>"
VIEWS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "gnuboard shop theme for phones": (
        "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7&page=2",
        g5(
            f"<article id=bo_v><header><h2 id=bo_v_title><span class=bo_v_cate>모집</span> <span class=bo_v_tit>{TITLE}</span></h2></header>"
            "<section id=bo_v_info><h2>페이지 정보</h2><div class=bo_v_name><span class=sound_only>작성자 </span><span class=pf-icon><img src=a.gif alt=profile_image></span>"
            "<span class=sv_member>누리지기</span><span class=ip></span><span class=date><span class=sound_only>작성일</span> 24-03-05 14:20</span></div>"
            "<div class=bo_v_cmt><span><i class='fa fa-eye'></i> 1,204회</span><span><i class='fa fa-commenting-o'></i> 1건</span></div></section>"
            f"<div id=bo_v_top><div id=bo_v_share>{SHARE}</div></div><section id=bo_v_atc><h2 id=bo_v_atc_title>본문</h2><div id=bo_v_con>{BODY}</div><p>함께 사는 누리골</p>"
            "<div id=bo_v_act><span class=bo_v_good>추천 <strong>3</strong></span></div></section><section id=bo_v_file><h2>첨부파일</h2><ul><li><i class='fa fa-folder-open'></i>"
            "<a href='/bbs/download.php?bo_table=news&wr_id=7&no=0' class=view_file_download><strong>신청서(1차).hwp</strong> 한글 문서 (32.0K)</a><span class=bo_v_file_cnt>12회 다운로드</span> | <span>DATE : 2024-03-04 10:00:00</span></li></ul></section>"
            f"<ul class=bo_v_nb><li class=bo_v_prev><a href='./board.php?bo_table=news&wr_id=8'>이전글 다음 소식</a></li></ul><section id=bo_vc><article id=c_9><header>손님 24-03-06 09:00</header><p>{REPLY}</p></article></section></article>"
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 1204, "comments": 1, "category": "모집", "author": "누리지기", "attachments": ("신청서(1차).hwp",)},
    ),
    "gnuboard theme of utility classes": (
        "http://nu.kr/news/7",
        g5(
            f"<main class='max-w-4xl mx-auto'><h1 class='text-2xl font-bold'>{TITLE}</h1><div class='flex gap-2 text-sm text-gray-500'><span>누리지기</span><span>2024년 3월 5일 14:20</span><span>조회 33</span><span>댓글 1</span></div>"
            f"<div id=bo_v_con class='prose my-8'>{BODY}</div><div class='border p-4'><p>첨부파일</p><a href='http://nu.kr/bbs/download.php?bo_table=news&amp;wr_id=7&amp;no=0&amp;nonce=ab12' download><span>신청서.hwp</span><span class=text-xs>(32.0K)</span></a></div>"
            f"<section id=comments><div id=c_9 class='border-t'><b>손님</b><p>{REPLY}</p></div></section></main>"
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 33, "comments": 1, "attachments": ("신청서.hwp",)},
    ),
    "gnuboard under Nariya": (
        "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7",
        g5(
            f"<article id=bo_v class=mb-4><header class='font-weight-normal px-3'><h1 id=bo_v_title><span class=na-icon></span>{TITLE}</h1></header>"
            "<section id=bo_v_info class='f-small'><div class='d-flex'><div class=mr-auto><span class=sr-only>작성자</span><span class=sv_member>누리지기</span></div>"
            "<div><span class=sr-only>작성일</span><time datetime='2024-03-05T14:20:00+09:00'>2024.03.05</time></div></div><div><i class='fa fa-commenting-o'></i> <b>1</b> <i class='fa fa-eye'></i> 210</div></section>"
            f"<section id=bo_v_atc><div id=bo_v_con><div class=view-content>{BODY}</div></div></section><section id=bo_v_data><ul class='na-table'><li><a href='./download.php?bo_table=news&wr_id=7&no=0&nonce=x' class=view_file_download title='3회 다운로드'><i class='fa fa-download'></i> 신청서.hwp (32.0K)</a></li></ul></section>"
            f"<section id=bo_vc><article id=c_9><p>{REPLY}</p></article></section></article>"
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "attachments": ("신청서.hwp",)},
    ),
    "Eyoom Builder 3": (
        "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7&wmode=1",
        g5(
            "<div class=board-view-wrap><article class=board-view><h4 class=board-view-title><span class='color-grey margin-right-5'>[모집]</span><strong>"
            f"{TITLE}</strong></h4><div class=board-view-info><div class=board-view-photo></div><div class=info-box-top><span class='view-nick'><a class='sv_wrap'>누리지기</a></span></div><div class=info-box-bottom><span class='color-black'><i class='fa fa-clock-o'></i> 2024.03.05 14:20</span> <span><i class='fa fa-eye'></i> 210</span> <span><i class='fa fa-comments-o'></i> 1</span></div></div>"
            "<div class=board-view-file><ul class=list-unstyled><li><div class=pull-left>- 첨부파일 : <strong>신청서.hwp</strong> (32.0K) - <a href='./download.php?bo_table=news&wr_id=7&no=0'><u>다운로드</u></a></div><div class=pull-right><i class='fa fa-download'></i> 3 <i class='fa fa-calendar'></i> 2024-03-04 10:00:00</div></li></ul></div>"
            f"<div class=board-view-atc><h2 class=board-view-atc-title>본문</h2><div class='board-view-con view-content'>{BODY}</div></div></article>"
            f"<div class=view-comment><h4>댓글 <strong>1</strong></h4><div class=view-comment-item id=c_9><p>{REPLY}</p></div></div></div>",
            "<link rel=stylesheet href='/eyoom/theme/basic3/style.css'>",
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "attachments": ("신청서.hwp",)},
    ),
    "gnuboard 4 under the mw.basic skin": (
        "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7",
        f"<html><head><meta http-equiv=content-type content='text/html; charset=euc-kr'><title>누리골 > 소식 > {TITLE}</title><script>var g4_path='..'; var g4_bo_table='news';</script></head><body>"
        "<table width=100%><tr><td><a href='./board.php?bo_table=news'>소식</a></td></tr></table>"
        f"<div id=mw_basic><table class=mw_basic_view><tr><td class=mw_basic_view_subject><h1>{TITLE}</h1></td></tr><tr><td class=mw_basic_view_info><span class=mw_basic_view_name>글쓴이 : <span class=member>누리지기</span></span> <span class=mw_basic_view_datetime>날짜 : <span class=media-date>2024-03-05 (화) 14:20</span></span> <span class=mw_basic_view_hit>조회 : 210</span></td></tr>"
        "<tr><td class=mw_basic_view_file><img src='../skin/board/mw.basic/img/file.gif'> <a href=\"javascript:file_download('./download.php?bo_table=news&wr_id=7&no=0','%BD%C5','0');\" title='2024-03-04'>신청서.hwp (32.0K)</a> <span>[3]</span> DATE : 2024-03-04 10:00:00</td></tr>"
        f"<tr><td class=mw_basic_view_content><div id=view_content>{BODY}</div></td></tr></table><div class=mw_basic_comment id=mw_basic_comment><a name=c_9></a><div class=mw_basic_comment_content>{REPLY}</div></div></div></body></html>",
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "attachments": ("신청서.hwp",), "author": "누리지기"},
    ),
    "XE of 2009, default skin": (
        "http://nu.kr/?mid=news&page=3&document_srl=7",
        xe(
            f"<div class=board><div class=boardHeader><h2>소식</h2></div><div class=boardRead><div class=originalContent><div class=readHeader><div class=titleAndUser><div class=title><h4><a href='http://nu.kr/7'>{TITLE}</a></h4></div><div class=userInfo><div class='member_4 author'>누리지기</div></div></div>"
            "<div class=dateAndCount><div class=uri><a href='http://nu.kr/7'>http://nu.kr/7</a></div><div class=date title=등록일><strong>2024.03.05</strong> 14:20:00</div><div class=readedCount title='조회 수'>210</div><div class=replyAndTrackback><div class=replyCount title=댓글><a href='#comment'>1</a></div></div></div></div>"
            f"<div class=readBody><div class=contentBody><!--BeforeDocument(7,4)--><div class='document_7_4 xe_content'>{BODY}</div><!--AfterDocument(7,4)--></div></div>"
            "<div class=fileAttached><h5>첨부 :</h5><ul><li><a href='/?module=file&act=procFileDownload&file_srl=5&sid=z'>신청서.hwp (32.0KB)(3)</a></li></ul></div></div></div>"
            f"<div class=replyBox id=comment><div class='replyItem'><h5 class=author>손님</h5><div class='replyContent'><!--BeforeComment(9,0)--><div class='comment_9_0 xe_content'>{REPLY}</div></div></div></div>"
            "<table class=boardList><tr><td class=title><a href='/?mid=news&document_srl=6'>다른 글</a></td><td class=date>2024.03.04</td></tr></table></div>"
        ),
        {"key": "xe:nu.kr/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "attachments": ("신청서.hwp",), "author": "누리지기"},
    ),
    "Rhymix, a card skin with relative times": (
        "https://nu.kr/news/7",
        xe(
            f"<div class='app-board'><article class='app-board-view'><header class='app-article-head'><span class='app-category'>모집</span><h1 class='app-article-title'>{TITLE}</h1><div class='app-article-meta'><a class='member_4'>누리지기</a><time class='date' title='2024.03.05 14:20' datetime='2024-03-05T14:20:00+09:00'>2년 전</time><span>조회 수 210</span><span>댓글 1</span></div></header>"
            f"<div class='app-article-content'><!--BeforeDocument(7,4)--><div class='document_7_4 rhymix_content xe_content'>{BODY}</div><!--AfterDocument(7,4)--></div><ul class='app-files'><li><a href='/index.php?module=file&act=procFileDownload&file_srl=5&sid=z'><span>신청서.hwp</span> <small>(32.0KB)</small></a></li></ul></article>"
            f"<section id=comment class='app-comment'><div class='comment-item' id='comment_9'><div class='comment_9_0 rhymix_content xe_content'>{REPLY}</div></div></section></div>",
            "Rhymix",
        ),
        {"key": "xe:nu.kr/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "attachments": ("신청서.hwp",)},
    ),
    "WordPress, Twenty Ten": (
        "http://nu.kr/archives/77",
        wp(
            f"<div id=main><div id=content role=main><div id=nav-above class=navigation><div class=nav-previous><a href='/?p=75' rel=prev>← 지난 글</a></div></div><div id=post-77 class='post-77 post type-post hentry'><h1 class=entry-title>{TITLE}</h1>"
            f"<div class=entry-meta><span class='meta-prep'>글쓴날</span> <a href='/archives/77' title='14:20' rel=bookmark><span class=entry-date>2024년 3월 5일</span></a> <span class=meta-sep>글쓴이</span> <span class='author vcard'><a class='url fn n' href='/author/nuri'>누리지기</a></span></div><div class=entry-content>{BODY}<p>서식: <a href='http://nu.kr/wp-content/uploads/a.hwp'>신청서.hwp</a></p></div>"
            "<div class=entry-utility>이 글은 <a href='/category/recruit' rel='category tag'>모집</a>에 있습니다.</div></div>"
            f"<div id=comments><ol class=commentlist><li class='comment even' id='li-comment-9'><div id='comment-9'><div class=comment-body><p>{REPLY}</p></div></div></li></ol></div></div></div>"
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": "2024-03-05T00:00:00+09:00", "date_only": True, "attachments": ("신청서.hwp",), "author": "누리지기", "category": "모집",
         "text": TEXT + "\n서식: 신청서.hwp"},
    ),
    "WordPress, theme that prints the change first": (
        "http://nu.kr/two-wheels/",
        wp(
            f"<main id=main><article id=post-77 class='post-77 post' itemtype='https://schema.org/CreativeWork'><header class=entry-header><h1 class=entry-title itemprop=headline>{TITLE}</h1><div class=entry-meta><span class=posted-on><time class=updated datetime='2024-05-09T10:00:00+09:00'>2024년 5월 9일</time><time class='entry-date published' datetime='2024-03-05T14:20:00+09:00'>2024년 3월 5일</time></span> <span class=byline><span class='author vcard'><a class='url fn n'><span class=author-name>누리지기</span></a></span></span></div></header>"
            f"<div class=entry-content itemprop=text>{BODY}<div class='sharedaddy sd-sharing-enabled'><h3>공유하기:</h3><ul><li>X</li></ul></div><div id=jp-relatedposts class=jp-relatedposts><h3>관련</h3></div></div></article></main>"
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": AT, "author": "누리지기"},
    ),
    "WordPress, page builder Elementor": (
        "http://nu.kr/two-wheels/",
        wp(
            f"<div data-elementor-type=single-post class='elementor elementor-12 elementor-location-single post-77 post type-post'><section class=elementor-section><div class='elementor-widget elementor-widget-theme-post-title elementor-page-title elementor-widget-heading'><div class=elementor-widget-container><h2 class='elementor-heading-title elementor-size-default'>{TITLE}</h2></div></div>"
            "<div class='elementor-widget elementor-widget-post-info'><ul class='elementor-inline-items elementor-post-info'><li class='elementor-icon-list-item' itemprop=author><span class='elementor-post-info__item elementor-post-info__item--type-author'>누리지기</span></li><li class=elementor-icon-list-item itemprop=datePublished><span class='elementor-post-info__item elementor-post-info__item--type-date'><time>2024년 03월 05일</time></span></li><li><span class='elementor-post-info__item elementor-post-info__item--type-time'><time>2:20 오후</time></span></li></ul></div>"
            f"<div class='elementor-widget elementor-widget-theme-post-content'><div class=elementor-widget-container>{BODY}</div></div><div class='elementor-widget elementor-widget-share-buttons'>Facebook</div><div class='elementor-widget elementor-widget-posts'><article class=elementor-post><h3 class=elementor-post__title><a href='/?p=76'>나눔 장터 후기</a></h3><span class=elementor-post-date>2024년 3월 1일</span></article></div></section></div>",
            classes="post-template-default single single-post postid-77 elementor-default",
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": AT},
    ),
    "WordPress, page builder Divi": (
        "http://nu.kr/two-wheels/",
        wp(
            f"<div id=main-content><div class=container><div id=content-area><div id=left-area><article id=post-77 class='et_pb_post post-77 post'><div class=et_post_meta_wrapper><h1 class=entry-title>{TITLE}</h1><p class=post-meta>글쓴이 <span class='author vcard'><a rel=author>누리지기</a></span> | <span class=published>2024-03-05</span> | <a href='/category/recruit' rel='category tag'>모집</a> | <span class=comments-number>댓글 1개</span></p></div>"
            f"<div class=entry-content>{BODY}</div></article><section id=comment-wrap><h1 id=comments class=page_title>댓글 1개</h1><ol class=commentlist><li class='comment even' id=li-comment-9><article id=comment-9 class=comment-body><p>{REPLY}</p></article></li></ol></section></div></div></div></div>"
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": "2024-03-05T00:00:00+09:00", "date_only": True, "author": "누리지기", "category": "모집", "comments": 1},
    ),
    "WordPress, newspaper theme": (
        "http://nu.kr/2024/03/05/two-wheels/",
        wp(
            f"<div class=td-container><article id=post-77 class='post-77 post'><div class=td-post-header><ul class=td-category><li class=entry-category><a href='/category/recruit'>모집</a></li></ul><header class=td-post-title><h1 class=entry-title>{TITLE}</h1><div class=td-module-meta-info><div class=td-post-author-name><div class=td-author-by>글</div> <a href='/author/n'>누리지기</a></div><span class=td-post-date><time class='entry-date updated td-module-date' datetime='2024-03-05T14:20:00+09:00'>2024년 3월 5일</time></span><div class=td-post-views><span>210</span></div></div></header></div>"
            f"<div class='td-post-content tagdiv-type'><div class=td-post-featured-image><figure><img src=a.jpg><figcaption class=wp-caption-text>고친 자전거</figcaption></figure></div>{BODY}</div><footer><div class=td-post-sharing>공유</div><div class=td-block-row><div class=td-related>관련 글</div></div></footer></article></div>"
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": AT, "author": "누리지기"},
    ),
    "WordPress, block theme of 2025": (
        "http://nu.kr/two-wheels/",
        wp(
            f"<main class=wp-block-group><div class='wp-block-group has-global-padding'><h1 class=wp-block-post-title>{TITLE}</h1><div class=wp-block-group><p>작성자</p><div class='wp-block-post-author-name'><a href='/author/n'>누리지기</a></div><p>분류</p><div class='taxonomy-category wp-block-post-terms'><a href='/category/recruit' rel=tag>모집</a></div></div>"
            f"<div class='entry-content alignfull wp-block-post-content has-global-padding'>{BODY}<div class='wp-block-file'><a id=f href='/wp-content/uploads/a.hwp'>신청서.hwp</a><a href='/wp-content/uploads/a.hwp' class='wp-block-file__button wp-element-button' download>다운로드</a></div></div><div class=wp-block-post-date><time datetime='2024-03-05T14:20:00+09:00'>2024-03-05</time></div>"
            f"<div class=wp-block-comments><h2>댓글 1개</h2><ol class=wp-block-comment-template><li id=comment-9 class='comment even'><div class=wp-block-comment-content><p>{REPLY}</p></div></li></ol></div></div></main>",
            classes="wp-singular post-template-default single single-post postid-77",
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": AT, "author": "누리지기", "category": "모집", "comments": 1, "attachments": ("신청서.hwp",), "text": TEXT + "\n신청서.hwp"},
    ),
    "KBoard of 2014, skin customer": (
        "http://nu.kr/notice?mod=document&uid=7&pageid=1",
        wp(
            f"<article id=post-51><h1 class=entry-title>공지사항</h1><div class=entry-content><div id=kboard-customer-document><div class=kboard-header></div><div class=kboard-document-wrap><div class=kboard-title itemprop=name><p>{TITLE}</p></div><div class=kboard-detail><div class='detail-attr detail-category1'><div class=detail-name>모집</div></div><div class='detail-attr detail-writer'><div class=detail-name>작성자</div><div class=detail-value>누리지기</div></div><div class='detail-attr detail-date'><div class=detail-name>작성일</div><div class=detail-value>2024-03-05 14:20</div></div><div class='detail-attr detail-view'><div class=detail-name>조회</div><div class=detail-value>210</div></div></div>"
            f"<div class=kboard-content itemprop=description><div class=content-view>{BODY}</div></div><div class=kboard-attach>첨부파일 : <a href='/?kboard_id=1&file=file1'>신청서.hwp</a></div><div class=kboard-comments-area><div class=comments-list><ul><li class=kboard-comments-item><div class=comments-list-content>{REPLY}</div></li></ul></div></div></div><div class=kboard-control><a href='/notice?mod=list'>목록</a></div></div></div></article>",
            classes="page page-id-51",
        ),
        {"key": "kboard:nu.kr/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "category": "모집", "attachments": ("신청서.hwp",), "author": "누리지기"},
    ),
    "KBoard, question board": (
        "http://nu.kr/qna/?mod=document&uid=7",
        wp(
            f"<article id=post-51><h1 class=entry-title>묻고 답하기</h1><div class=entry-content><div id=kboard-document><div id=kboard-ask-one-document><div class=kboard-document-wrap itemscope><div class=kboard-title itemprop=name><h1>{TITLE}</h1></div><div class=kboard-detail><div class='detail-attr detail-status'><div class=detail-name>상태</div><div class=detail-value>답변완료</div></div><div class='detail-attr detail-writer'><div class=detail-name>작성자</div><div class=detail-value>누리지기</div></div><div class='detail-attr detail-date'><div class=detail-name>작성일</div><div class=detail-value>2024-03-05 14:20</div></div><div class='detail-attr detail-view'><div class=detail-name>조회</div><div class=detail-value>210</div></div></div>"
            f"<div class=kboard-content itemprop=description><div class=content-view>{BODY}</div></div><div class=kboard-document-action><button>좋아요 <span>0</span></button></div><div class=kboard-attach><button type=button class='kboard-button-action kboard-button-download' onclick=\"window.location.href='/?action=kboard_file_download&uid=7&file=file1'\" title='신청서.hwp 다운로드'>신청서.hwp</button></div>"
            f"<div class=kboard-comments-area><div class=kboard-comments-wrap><div class=comments-header>댓글 <span class=comments-total-count>1</span></div><ul><li class=kboard-comments-item>{REPLY}</li></ul></div></div></div></div></div></div></article>",
            classes="page page-id-51",
        ),
        {"key": "kboard:nu.kr/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "attachments": ("신청서.hwp",), "board": "묻고 답하기", "category": None},
    ),
    "Tistory, skin Odyssey": (
        "https://nu.tistory.com/7",
        tistory(
            f"<main id=main><div class=area_view><div class='article-header'><div class='inner-article'><strong class='title-category'>모집</strong><h2 class=title-article>{TITLE}</h2><div class=info-article><span class=name>누리지기</span> <span class=date>2024. 3. 5. 14:20</span></div></div></div><article id=article-view class=article-view><div class='tt_article_useless_p_margin contents_style'>{BODY}<figure class=fileblock><a href='https://blog.kakaocdn.net/a.hwp'><div class=filename><span class=name>신청서.hwp</span></div><div class=size>0.03MB</div></a></figure></div><div class='container_postbtn'>공감</div><div class='another_category'><h4>'모집' 카테고리의 다른 글</h4><table><tr><th><a href='/6'>지난 모집</a></th><td>2024.02.01</td></tr></table></div></article>"
            f"<div class='comment-list'><ul class=list_comment><li id=comment9 class=comment-item><p>{REPLY}</p></li></ul></div></div></main>"
        ),
        {"key": "tistory:nu.tistory.com/7", "title": TITLE, "at": AT, "attachments": ("신청서.hwp",)},
    ),
    "Tistory, hand-made skin on its own domain": (
        "https://blog.nu.kr/entry/%EB%91%90-%EB%B0%94%ED%80%B4",
        tistory(
            f"<div id=content><div class=entry><div class=titleWrap><h2><a href='/entry/x'>{TITLE}</a></h2><span class=category><a href='/category/a'>모집</a></span> <span class=date>2024/03/05 14:20</span></div><div class=article><div class='tt_article_useless_p_margin'>{BODY}</div></div><div class=tagTrail><span class=tagText>TAG</span> <a href='/tag/a'>자전거</a></div><div class=actionTrail><a>댓글 <span class=cnt>1</span></a></div><div class=comment><ol><li id=comment9>{REPLY}</li></ol></div></div></div>"
        ),
        {"key": "tistory:blog.nu.kr/entry/두-바퀴", "title": TITLE, "at": AT},
    ),
    "eGovFrame, definition lists": (
        "https://www.nu.go.kr/portal/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_000000000012&nttId=7&pageIndex=3&menuNo=2001",
        f"<html><head><title>공지사항 | 누리구</title></head><body><div id=gnb>메뉴</div><div id=contents><h3>공지사항</h3><div class=board_view><h4 class=tit>{TITLE}</h4><div class=view_info><dl><dt>담당부서</dt><dd>사회적경제과</dd><dt>등록일</dt><dd>2024.03.05.</dd><dt>조회수</dt><dd>1,210</dd></dl></div><div class=file_area><strong>첨부파일</strong><ul><li><a href=\"javascript:fn_egov_downFile('FILE_7','0')\">신청서.hwp&nbsp;[32768&nbsp;byte]</a> <a href='#' class=preview>미리보기</a></li></ul></div><div class=view_cont>{BODY}</div>"
        "<div class=koglBox>공공누리 제1유형</div></div><div class=satisfaction>이 페이지에 만족하십니까?</div><ul class=prevnext><li>이전글 <a href='#'>다른 공고</a> 2024.03.01</li></ul></div></body></html>",
        {"key": "egov:nu.go.kr/BBSMSTR_000000000012/7", "title": TITLE, "at": "2024-03-05T00:00:00+09:00", "date_only": True, "views": 1210, "attachments": ("신청서.hwp",), "author": "사회적경제과"},
    ),
    "the /na/ntt builder, newer skin": (
        "https://school.nu.kr/nu-e/na/ntt/selectNttInfo.do?mi=1001&nttSn=7&bbsId=12",
        f"<html><head><title>공지사항 - 누리초</title></head><body><div class=BD_table><div class=bbs_ViewA><h3>{TITLE}</h3><ul class=bbsV_data><li><strong>작성자</strong> 누리지기</li><li><strong>등록일</strong> 24.03.05</li><li><strong>조회수</strong> 210</li></ul><div class=bbsV_cont>{BODY}</div><div class=bbsV_link><a href='#'>관련 누리집</a></div><dl class=bbsV_atchmnfl><dt>첨부파일</dt><dd><ul class=file><li><a href='javascript:' onclick=\"mfn_fileDownload('k')\">신청서.hwp</a> <a href='#' class=preview>바로보기</a></li></ul></dd></dl><ul class=bbsV_prne><li>이전글 <a>옛 글</a></li></ul></div></div></body></html>",
        {"key": "ntt:school.nu.kr/7", "title": TITLE, "at": "2024-03-05T00:00:00+09:00", "date_only": True, "views": 210, "attachments": ("신청서.hwp",)},
    ),
}  # fmt: skip

Item = tuple[
    str | None, str, str | None, bool, bool, bool, int, int | None
]  # key, title, day, notice, secret, reply, comments, views
LISTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "gnuboard shop theme for phones": (
        "http://nu.kr/bbs/board.php?bo_table=news",
        g5(
            "<div id=bo_list><nav id=bo_cate><ul id=bo_cate_ul><li><a href='./board.php?bo_table=news&sca=%EB%AA%A8'>모집</a></li></ul></nav><div id=bo_list_total><span class=total>전체 32건 | 1 페이지</span></div><form name=fboardlist id=fboardlist><div class=list_01><ul>"
            "<li class=bo_notice><div class=bo_subject><a href='http://nu.kr/bbs/board.php?bo_table=news&wr_id=3' class=bo_tit><strong class=notice_icon><i class='fa fa-bullhorn'></i><span class=sound_only>공지</span></strong> 쉬는 날 알림</a></div><div class=bo_detail>설날에는 쉽니다. 2024-02-09부터 사흘.</div><div class=bo_info><span class=sound_only>작성자</span>누리지기 <br><span class=bo_date> 02-01 </span><span class=bo_cmt><span><i class='fa fa-eye'></i> 80 </span></span></div></li>"
            f"<li><div class=bo_subject><a href='./board.php?bo_table=news&sca=%EB%AA%A8' class=bo_cate_link>모집</a><a href='http://nu.kr/bbs/board.php?bo_table=news&wr_id=7' class=bo_tit>{TITLE} <span class=new_icon>N<span class=sound_only>새글</span></span> <i class='fa fa-lock'></i><span class=sound_only>비밀글</span></a></div><div class=bo_detail>누리골 자활센터가 헌 자전거를</div><div class=bo_info>누리지기 <br><span class=bo_date> 11-20 </span><span class=bo_cmt><span><i class='fa fa-eye'></i> 210 </span><span><i class='fa fa-commenting-o'></i> 4</span></span></div></li>"
            "</ul></div></form></div><nav class=pg_wrap><span class=pg><strong class=pg_current>1</strong><a href='./board.php?bo_table=news&amp;page=2' class='pg_page'>2</a><a href='./board.php?bo_table=news&amp;page=4' class='pg_page pg_end'>맨끝</a></span></nav>",
            title="소식 1 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, 80), ("gnuboard:nu.kr/news/7", TITLE, "2026-11-20", False, True, False, 4, 210)], "next": "http://nu.kr/bbs/board.php?bo_table=news&page=2"},
    ),
    "gnuboard cards of a Bootstrap theme": (
        "http://nu.kr/news?page=2",
        g5(
            "<section class=container><h2>소식</h2><div class=row>"
            f"<div class='col-md-4'><div class=card><a href='http://nu.kr/news/7?page=2'><img src=a.jpg class=card-img-top alt='{TITLE}'></a><div class=card-body><span class='badge bg-primary'>모집</span><h5 class=card-title><a href='http://nu.kr/news/7?page=2'>{TITLE}</a></h5><p class=card-text>누리골 자활센터가 헌 자전거를</p><small class=text-muted>2024.03.05</small> <small>조회 210</small></div></div></div>"
            "<div class='col-md-4'><div class=card><a href='http://nu.kr/news/6?page=2'><img src=b.jpg class=card-img-top></a><div class=card-body><h5 class=card-title><a href='http://nu.kr/news/6?page=2'>나눔 장터 후기</a></h5><p class=card-text>비가 왔지만</p><small class=text-muted>2024.03.01</small> <small>조회 95</small></div></div></div>"
            "</div><ul class=pagination><li class=page-item><a class=page-link href='http://nu.kr/news?page=1'>‹</a></li><li class='page-item active'><span class=page-link>2</span></li><li class=page-item><a class=page-link href='http://nu.kr/news?page=3'>›</a></li></ul></section>",
            title="소식 2 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/7", TITLE, "2024-03-05", False, False, False, 0, 210), ("gnuboard:nu.kr/news/6", "나눔 장터 후기", "2024-03-01", False, False, False, 0, 95)], "next": "http://nu.kr/news?page=3"},
    ),
    "XE of 2009, default skin": (
        "http://nu.kr/?mid=news&page=1",
        xe(
            "<div class=board><form><table class=boardList><thead><tr><th class=num>번호</th><th class=title>제목</th><th class=author>글쓴이</th><th class=date>날짜</th><th class=reading>조회 수</th></tr></thead><tbody>"
            "<tr class=notice><td class=notice>공지</td><td class=title><a href='http://nu.kr/?mid=news&page=1&document_srl=3'>쉬는 날 알림</a></td><td class=author>누리지기</td><td class=date>2024.02.01</td><td class=reading>80</td></tr>"
            f"<tr class=bg1><td class=num>12</td><td class=title><a href='http://nu.kr/?mid=news&page=1&document_srl=7'>{TITLE}</a> <span class=replyAndTrackback title=Replies><strong>[4]</strong></span> <img src='icon_lock.gif' alt=secret></td><td class=author>누리지기</td><td class=date>2024.03.05</td><td class=reading>210</td></tr>"
            "<tr class=bg2><td class=num>11</td><td class=title><a href='http://nu.kr/?mid=news&page=1&document_srl=6'>나눔 장터 후기</a></td><td class=author>누리지기</td><td class=date>2024.03.01</td><td class=reading>95</td></tr></tbody></table></form>"
            "<div class='pagination a1'><a href='/?mid=news' class=prevEnd>첫 페이지</a><strong>1</strong><a href='/?mid=news&amp;page=2'>2</a><a href='/?mid=news&amp;page=9' class=nextEnd>끝 페이지</a></div></div>",
            title="소식",
        ),
        {"items": [("xe:nu.kr/3", "쉬는 날 알림", "2024-02-01", True, False, False, 0, 80), ("xe:nu.kr/7", TITLE, "2024-03-05", False, True, False, 4, 210), ("xe:nu.kr/6", "나눔 장터 후기", "2024-03-01", False, False, False, 0, 95)], "next": "http://nu.kr/?mid=news&page=2"},
    ),
    "WordPress, Twenty Ten": (
        "http://nu.kr/",
        wp(
            f"<div id=main><div id=content><div id=post-77 class='post-77 post hentry'><h2 class=entry-title><a href='http://nu.kr/archives/77' rel=bookmark>{TITLE}</a></h2><div class=entry-meta><a href='/archives/77'><span class=entry-date>2024년 3월 5일</span></a></div><div class=entry-content>{BODY}</div></div>"
            "<div id=post-76 class='post-76 post hentry'><h2 class=entry-title><a href='http://nu.kr/archives/76' rel=bookmark>나눔 장터 후기</a></h2><div class=entry-meta><a href='/archives/76'><span class=entry-date>2024년 3월 1일</span></a></div><div class=entry-content><p>비가 왔지만 즐거웠습니다.</p></div></div>"
            "<div id=nav-below class=navigation><div class=nav-previous><a href='http://nu.kr/page/2'>← 지난 글</a></div><div class=nav-next></div></div></div></div>",
            classes="home blog",
            title="누리골",
        ),
        {"items": [("wordpress:nu.kr/77", TITLE, "2024-03-05", False, False, False, None, None), ("wordpress:nu.kr/76", "나눔 장터 후기", "2024-03-01", False, False, False, None, None)], "next": "http://nu.kr/page/2"},
    ),
    "WordPress, Elementor archive": (
        "http://nu.kr/category/recruit/page/2/",
        wp(
            f"<div class='elementor elementor-location-archive'><div class='elementor-widget-archive-posts'><div class='elementor-posts-container'><article class='elementor-post elementor-grid-item post-77 post'><a class=elementor-post__thumbnail__link href='http://nu.kr/two-wheels/'><img src=a.jpg></a><div class=elementor-post__text><h3 class=elementor-post__title><a href='http://nu.kr/two-wheels/'>{TITLE}</a></h3><div class=elementor-post__meta-data><span class=elementor-post-date>2024년 3월 5일</span></div><div class=elementor-post__excerpt><p>누리골</p></div><a class=elementor-post__read-more href='http://nu.kr/two-wheels/'>더 보기 »</a></div></article>"
            "<article class='elementor-post elementor-grid-item post-76 post'><div class=elementor-post__text><h3 class=elementor-post__title><a href='http://nu.kr/market/'>나눔 장터 후기</a></h3><div class=elementor-post__meta-data><span class=elementor-post-date>2024년 3월 1일</span></div></div></article></div><nav class=elementor-pagination><a class='page-numbers prev' href='http://nu.kr/category/recruit/'>이전</a><span class='page-numbers current'>2</span><a class='page-numbers next' href='http://nu.kr/category/recruit/page/3/'>다음</a></nav></div></div>",
            classes="archive category category-recruit elementor-default",
            title="모집 – 누리골",
        ),
        {"items": [("wordpress:nu.kr/77", TITLE, "2024-03-05", False, False, False, None, None), ("wordpress:nu.kr/76", "나눔 장터 후기", "2024-03-01", False, False, False, None, None)], "next": "http://nu.kr/category/recruit/page/3/"},
    ),
    "KBoard of 2014, skin customer": (
        "http://nu.kr/notice?mod=list&pageid=1",
        wp(
            "<article id=post-51><h1 class=entry-title>공지사항</h1><div class=entry-content><div id=kboard-customer-list><div class=kboard-list><table><thead><tr><td class=kboard-list-uid>번호</td><td class=kboard-list-title>제목</td><td class=kboard-list-user>작성자</td><td class=kboard-list-date>작성일</td><td class=kboard-list-view>조회</td></tr></thead><tbody>"
            "<tr class=kboard-list-notice><td class=kboard-list-uid>공지사항</td><td class=kboard-list-title><div class=cut_strings><a href='/notice?mod=document&uid=3&pageid=1'>쉬는 날 알림</a> </div></td><td class=kboard-list-user>누리지기</td><td class=kboard-list-date>2024.02.01</td><td class=kboard-list-view>80</td></tr>"
            f"<tr><td class=kboard-list-uid>2</td><td class=kboard-list-title><div class=cut_strings><a href='/notice?mod=document&uid=7&pageid=1'>{TITLE}</a> <img src='icon_lock.png' alt=비밀글> (4)</div></td><td class=kboard-list-user>누리지기</td><td class=kboard-list-date>2024.03.05</td><td class=kboard-list-view>210</td></tr></tbody></table></div><div class=kboard-pagination><ul class=kboard-pagination-pages><li class=active><a href='?pageid=1&mod=list'>1</a></li><li><a href='?pageid=2&mod=list'>2</a></li></ul></div></div></div></article>",
            classes="page page-id-51",
            title="공지사항 – 누리골",
        ),
        {"items": [("kboard:nu.kr/3", "쉬는 날 알림", "2024-02-01", True, False, False, 0, 80), ("kboard:nu.kr/7", TITLE, "2024-03-05", False, True, False, 4, 210)], "next": "http://nu.kr/notice?pageid=2&mod=list"},
    ),
    "Tistory, card list": (
        "https://nu.tistory.com/category/%EB%AA%A8%EC%A7%91",
        "<html><head><title>모집</title><script src='https://t1.daumcdn.net/tistory_admin/a.js'></script></head><body id=tt-body-category><main id=main><div class=post-header><h1><span>모집</span></h1></div>"
        f"<div class='inner'><div class=post-item><a href='/7'><span class=thum><img src=a.jpg></span><span class=title>{TITLE}</span><span class=excerpt>누리골 자활센터가</span><span class=meta><span class=date>2024.03.05</span></span></a></div><div class=post-item><a href='/6'><span class=title>나눔 장터 후기</span><span class=excerpt>비가 왔지만</span><span class=meta><span class=date>2024.03.01</span></span></a></div>"
        "<div class=pagination><a class='prev no-more-prev'>이전</a><a href='?page=1' class=selected>1</a><a href='?page=2'>2</a><a href='?page=2' class=next>다음</a></div></div></main></body></html>",
        {"items": [("tistory:nu.tistory.com/7", TITLE, "2024-03-05", False, False, False, 0, None), ("tistory:nu.tistory.com/6", "나눔 장터 후기", "2024-03-01", False, False, False, 0, None)], "next": "https://nu.tistory.com/category/%EB%AA%A8%EC%A7%91?page=2"},
    ),
    "eGovFrame, own script names": (
        "https://www.nu.go.kr/portal/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000012&pageIndex=1",
        "<html><body><div id=contents><p>총 <strong>32</strong>건</p><table class=bbs_list><thead><tr><th>번호</th><th>제목</th><th>담당부서</th><th>등록일</th><th>조회</th></tr></thead><tbody>"
        "<tr><td><img src=n.gif alt=공지></td><td class=left><a href='#none' onclick=\"fn_egov_inqire_notice('3', 'BBSMSTR_000000000012'); return false;\">쉬는 날 알림</a></td><td>총무과</td><td>2024-02-01</td><td>80</td></tr>"
        f"<tr><td>31</td><td class=left><a href=\"javascript:fn_detail('7','BBSMSTR_000000000012');\">{TITLE}</a> <img src=new.gif alt=새글></td><td>사회적경제과</td><td>2024-03-05</td><td>210</td></tr></tbody></table><div class=paging><strong>1</strong><a href='?pageIndex=2' onclick='fn_egov_select_noticeList(2);return false;'>2</a></div></div></body></html>",
        {"items": [("egov:nu.go.kr/BBSMSTR_000000000012/3", "쉬는 날 알림", "2024-02-01", True, False, False, 0, 80), ("egov:nu.go.kr/BBSMSTR_000000000012/7", TITLE, "2024-03-05", False, False, False, 0, 210)], "next": "https://www.nu.go.kr/portal/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000012&pageIndex=2"},
    ),
}  # fmt: skip


def alert(words: str, then: str = "history.back();") -> str:
    return f"<html><head><meta charset=utf-8><title>알림</title></head><body><script>alert('{words}'); {then}</script></body></html>"


POST = "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7"
NEWS = "http://nd.example/news/articleView.html?idxno=7"
REFUSED: dict[str, tuple[str, str, str]] = {
    "gnuboard: no such post, other words": (POST, alert("해당 게시물이 없습니다."), "gone"),
    "gnuboard: blinded by the keeper": (POST, alert("관리자에 의해 블라인드 처리된 게시물입니다."), "closed"),
    "gnuboard: rank too low": (POST, alert("회원등급이 낮아 열람하실 수 없습니다."), "closed"),
    "gnuboard: points": (POST, alert("보유하신 포인트(0)가 없거나 모자라서 글읽기(-10)가 불가합니다.\\n\\n포인트를 적립하신 후 다시 글읽기 해 주십시오."), "closed"),
    "gnuboard: adults": (POST, alert("본인인증을 하신 회원만 보실 수 있습니다."), "closed"),
    "gnuboard: password page of a theme": (
        "http://nu.kr/bbs/password.php?w=s&bo_table=news&wr_id=7",
        g5(f"<div class=mbskin><h1>{TITLE}</h1><form name=fboardpassword><p>이 글은 비밀글입니다. 작성자와 관리자만 볼 수 있습니다.</p><input type=password name=wr_password></form></div>"),
        "secret",
    ),
    "gnuboard: error page of a theme": (
        POST,
        g5("<div id=validation_check><h1>다음 항목에 오류가 있습니다.</h1><p class=cbg>글이 존재하지 않습니다. 글이 삭제되었거나 이동된 경우입니다.</p></div><script>alert('글이 존재하지 않습니다.\\n\\n글이 삭제되었거나 이동된 경우입니다.');history.back();</script>", title="오류안내 페이지"),
        "gone",
    ),
    "XE: no permission, in the page": (
        "http://nu.kr/index.php?mid=news&document_srl=7",
        xe("<div class=board><div class=context_message><p>접근 권한이 없습니다. 로그인해 주세요.</p></div></div>", title="소식"),
        "closed",
    ),
    "Rhymix: message page": (
        "http://nu.kr/news/7",
        xe("<div id=access class=message><h1>권한이 없습니다.</h1><p>로그인 후 이용하세요.</p><a href='/index.php?act=dispMemberLoginForm'>로그인</a></div>", "Rhymix", title="누리골"),
        "closed",
    ),
    "WordPress: for members only": (
        "http://nu.kr/?p=77",
        wp(f"<article id=post-77 class='post-77 post'><h1 class=entry-title>{TITLE}</h1><div class=entry-content><p>이 글은 회원에게만 공개된 글입니다. 로그인해 주세요.</p><form id=loginform action='/wp-login.php'><input name=log><input type=password name=pwd></form></div></article>"),
        "closed",
    ),
    "KBoard: log in first": ("http://nu.kr/notice?mod=document&uid=7", wp("", "page page-id-51", KBOARD).partition("</header>")[0] + "<script>alert('로그인 하셔야 사용할 수 있습니다.');window.location.href='/wp-login.php';</script>", "closed"),
    "KBoard: no right to read": ("http://nu.kr/notice?mod=document&uid=7", wp("", "page page-id-51", KBOARD).partition("</header>")[0] + "<script>alert('읽기 권한이 없습니다.');history.go(-1);</script>", "closed"),
    "Mangboard: no right to read": (
        "http://nu.kr/notice?vid=7",
        wp("<div class='mb-board mb-name-notice'><div class=mb-message>글을 읽을 수 있는 권한이 없습니다.</div></div>", "page page-id-51"),
        "closed",
    ),
    "Tistory: private or missing": (
        "https://nu.tistory.com/7",
        "<html><head><title>TISTORY</title><script src='https://t1.daumcdn.net/tistory_admin/a.js'></script></head><body><div class=content_error><h2>권한이 없거나 존재하지 않는 페이지입니다.</h2><p>비공개 글이거나 삭제된 글일 수 있습니다.</p></div></body></html>",
        "gone",
    ),
    "eGovFrame: deleted": ("https://www.nu.go.kr/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_1&nttId=7", alert("이미 삭제된 게시물이거나 잘못된 접근입니다."), "gone"),
    "eGovFrame: log in": ("https://www.nu.go.kr/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_1&nttId=7", alert("로그인이 필요한 서비스입니다.", "location.href='/uat/uia/egovLoginUsr.do';"), "closed"),
    "NDsoft: no such article": (NEWS, alert("존재하지 않는 기사입니다."), "gone"),
    "NDsoft: taken down": (NEWS, alert("삭제되거나 승인되지 않은 기사입니다.", "history.go(-1);"), "gone"),
    "NDsoft: subscribers": (NEWS, alert("유료 구독 회원만 열람할 수 있습니다.", "location.replace('/member/login.html');"), "closed"),
    "a paper: not found, in words": (
        NEWS,
        "<html><head><title>바람골신문</title></head><body><header><nav><a href='/news/articleList.html'>전체기사</a></nav></header><section id=user-container><div class=error><strong>요청하신 기사를 찾을 수 없습니다.</strong><p>주소를 다시 확인해 주세요.</p></div></section></body></html>",
        "gone",
    ),
    "maintenance, served as 200": (POST, "<html><head><title>서비스 점검 안내</title></head><body><h1>서비스 점검 중입니다</h1><p>더 나은 서비스를 위해 3월 5일 02:00부터 06:00까지 점검합니다.</p></body></html>", "server_error"),
}  # fmt: skip
