"""Skeletons of engine versions, skins and themes that no recorded page shows, with texts of our own.

The markup follows the public skins (class names, order, what stands inside what); everything a reader does not touch is
left out. Each entry: address, page, and what must be read from it.
"""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from typing import Any

BODY = "<p>돌봄 협동조합 설명회를 엽니다.</p><p>일시 : 12월 3일(목) 14:00</p><p>장소 : 나래마을회관</p>"
TEXT = "돌봄 협동조합 설명회를 엽니다.\n일시 : 12월 3일(목) 14:00\n장소 : 나래마을회관"
TITLE = "나래마을 돌봄 협동조합 설명회"
G5 = '<script>var g5_url = "http://ex.kr"; var g5_bo_table = "{board}";</script>'


def gnuboard(head: str, body: str, board: str = "notice", title: str = f"{TITLE} > 공지사항 | 나래마을") -> str:
    return (
        f"<!doctype html><html><head><title>{title}</title>{G5.format(board=board)}{head}</head>"
        f"<body><nav><a href='/bbs/board.php?bo_table=free'>자유</a></nav>{body}</body></html>"
    )


SIDE_MENU = (
    "<span class=sv_wrap><a href='/bbs/profile.php?mb_id=na' class=sv_member>나래</a><span class=sv>"
    "<a href='/bbs/board.php?bo_table=notice&sfl=mb_id,1&stx=na'>아이디로 검색</a></span>"
    "<noscript class=sv_nojs><span class=sv><a href='#'>아이디로 검색</a></span></noscript></span>"
)
VIEWS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "gnuboard 5.0 with a category": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=7",
        gnuboard(
            "",
            f"<article id=bo_v><header><h1 id=bo_v_title>행사 | {TITLE}</h1></header><section id=bo_v_info><h2>페이지 정보</h2>"
            f"작성자 <strong>{SIDE_MENU}</strong><span class=sound_only>작성일</span><strong>14-11-20 09:10</strong>"
            "조회<strong>1,204회</strong>댓글<strong>2건</strong></section><section id=bo_v_file><ul><li>"
            "<a href='./download.php?bo_table=notice&wr_id=7&no=0' class=view_file_download><strong>신청서.hwp</strong> (32.0K)</a>"
            f"<span>3회 다운로드</span></li></ul></section><section id=bo_v_atc><div id=bo_v_con>{BODY}</div></section>"
            "<section id=bo_vc><article id=c_8><p>저도 갈게요, 자리가 남았나요?</p></article></section></article>",
        ),
        {"key": "gnuboard:ex.kr/notice/7", "title": TITLE, "category": "행사", "at": "2014-11-20T09:10:00+09:00", "views": 1204,
         "comments": 2, "attachments": ("신청서.hwp",), "board": "공지사항", "author": "나래"},
    ),
    "gnuboard 5.5 by the title in the address": (
        "http://ex.kr/notice/%EB%82%98%EB%9E%98%EB%A7%88%EC%9D%84-%EB%8F%8C%EB%B4%84/",
        gnuboard(
            "",
            f"<article id=bo_v><h2 id=bo_v_title><span class=bo_v_cate>행사</span><span class=bo_v_tit>{TITLE[:12]}…</span></h2>"
            "<section id=bo_v_info><strong class=if_date><span class=sound_only>작성일</span> 26-11-20 14:30</strong></section>"
            f"<div id=bo_v_con>{BODY}<div class=content_copy>[이 게시물은 나래님에 의해 2026-11-21 10:00:00 자유게시판에서 복사 됨]</div></div>"
            "<form name=fviewcomment action='http://ex.kr/bbs/write_comment_update.php'><input name=bo_table value=notice>"
            "<input name=wr_id value=31></form></article>",
        ),
        {"key": "gnuboard:ex.kr/notice/31", "title": TITLE, "category": "행사", "at": "2026-11-20T14:30:00+09:00",
         "marker": "[이 게시물은 나래님에 의해 2026-11-21 10:00:00 자유게시판에서 복사 됨]"},
    ),
    "gnuboard theme without a year on the view": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=9",
        gnuboard(
            "<link rel=stylesheet href='/theme/bs4/css/a.css'>",
            f"<blockquote><h3>{TITLE}</h3><footer>나래 <i class='fa fa-eye'></i> 40 <i class='fa fa-clock-o'></i> 12-30</footer>"
            f"</blockquote><div id=bo_v_con>{BODY}</div><ul class=bo_v_nb><li><a href='/bbs/board.php?bo_table=notice&wr_id=10'>"
            "다음</a> <span class=nb_date>26.01.03</span></li><li><span class=nb_date>25.12.11</span></li></ul>",
        ),
        {"key": "gnuboard:ex.kr/notice/9", "title": TITLE, "at": "2025-12-30T00:00:00+09:00", "date_only": True, "views": 40},
    ),
    "gnuboard theme without ids": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=11",
        gnuboard(
            "",
            f"<main><h2 class=border-bottom>소식{TITLE}</h2><div class=row><div class=col-12><p></p>{BODY}"
            "<h3>신청 방법</h3><p>조회 4,321</p><ul class='list-inline text-muted'><li>조회 : <i class='fa fa-eye'></i> 700회</li>"
            "<li>작성일 : <i class='fa fa-clock-o'></i> 26-11-19 08:00</li></ul></div></div><div class=btn-group>"
            "<a href='/bbs/board.php?bo_table=notice'>목록</a></div></main>",
        ),
        {"key": "gnuboard:ex.kr/notice/11", "title": TITLE, "category": "소식", "text": f"{TEXT}\n신청 방법\n조회 4,321",
         "at": "2026-11-19T08:00:00+09:00"},
    ),
    "gnuboard 5 under Amina Builder": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=12",
        gnuboard(
            "",
            f"<div class=view-wrap><h1>{TITLE}</h1><div class='panel view-head'><div class='ellipsis text-muted'><span class=sv_member>나래</span>"
            " <i class='fa fa-comment'></i> 3 <i class='fa fa-eye'></i> 123 <span class=pull-right><i class='fa fa-clock-o'></i>"
            f" <span class=hidden-xs>2026.11.20 14:30</span></span></div></div><div class=view-padding><div itemprop=description class=view-content>{BODY}</div></div></div>",
        ),
        {"key": "gnuboard:ex.kr/notice/12", "title": TITLE, "at": "2026-11-20T14:30:00+09:00", "views": 123, "comments": 3, "author": "나래"},
    ),
    "gnuboard 5 under a newspaper skin": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=13",
        gnuboard(
            "",
            f"<div class=news><h3 class=view_title>{TITLE}</h3><p>나래 기자 | 등록일 2026-11-20 14:30:11 | 조회수 40</p><div id=bo_v_con>{BODY}</div></div>"
            "<aside>작성일 2020-01-01</aside>",
        ),
        {"key": "gnuboard:ex.kr/notice/13", "title": TITLE, "at": "2026-11-20T14:30:11+09:00", "views": 40},
    ),
    "gnuboard 4, DTD edition": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=5",
        f"<html><head><title>나래 > 공지사항 > {TITLE}</title><script>var g4_path = '..'; var g4_bo_table = 'notice';</script></head>"
        f"<body><div id=board_view><h2 class=title>{TITLE}</h2><div class=sum><span class=author><a rel='name=나래마을지기&x=1'>나래마을…</a>"
        "</span><span class=date>2011.03.05 17:20</span><span class=hit>조회 88</span></div><dl class=attach><dt>첨부</dt><dd>"
        "<a href=\"javascript:file_download('./download.php?bo_table=notice&wr_id=5&no=0','x')\">안내문.hwp (12byte)</a></dd></dl>"
        f"<div class=content>{BODY}</div></div></body></html>",
        {"key": "gnuboard:ex.kr/notice/5", "title": TITLE, "at": "2011-03-05T17:20:00+09:00", "author": "나래마을지기",
         "attachments": ("안내문.hwp",), "board": "공지사항", "views": 88},
    ),
    "sketchbook5 on XE": (
        "http://ex.kr/index.php?mid=board&document_srl=321&listStyle=viewer",
        "<html><head><meta name=Generator content=XpressEngine><title>소식 - 다른 말</title></head><body><div class='bd'><div class=rd>"
        f"<div class='rd_hd clear'><div class=board><div class='top_area ngeb'><strong class='cate fl' title=Category>행사</strong>"
        f"<div class=fr><span class='date m_no'>2026.11.20 14:30</span></div><h1 class=np_18px><a href='/board/321'>{TITLE}</a></h1></div>"
        "<div class='btm_area clear'><div class=side><a class='nick member_4'>나래</a></div><div class='side fr'><span>조회 수 <b>71</b></span>"
        "<span>추천 수 <b>0</b></span><span>댓글 <b>1</b></span></div></div></div></div>"
        f"<div class='rd_body clear'><article><!--BeforeDocument(321,4)--><div class='document_321_4 xe_content'>{BODY}</div>"
        "<!--AfterDocument(321,4)--></article></div><div class=rd_ft><ul><li><a class=bubble title='[File Size:10Bytes/Download:1]' "
        "href='/?module=file&act=procFileDownload&file_srl=3&sid=ab'>신청서.pdf</a></li></ul></div></div>"
        "<div class=fdb_lst_wrp><ul><li class=fdb_itm><div class='comment_5_4 xe_content'>저도 꼭 가고 싶은 자리네요.</div></li></ul></div>"
        "<div class=bd_lst_wrp><table class=bd_lst><tr><td class=title><a href='/board/320'>다른 글</a></td></tr></table></div></div></body></html>",
        {"key": "xe:ex.kr/321", "title": TITLE, "category": "행사", "at": "2026-11-20T14:30:00+09:00", "views": 71, "comments": 1,
         "attachments": ("신청서.pdf",), "author": "나래"},
    ),
    "WordPress, theme of 2017": (
        "http://ex.kr/2026/11/20/narae/",
        "<html><head><link rel='https://api.w.org/' href='/wp-json/'><link rel=shortlink href='http://ex.kr/?p=39'></head>"
        f"<body class='post-template-default single single-post postid-39'><article id=post-39 class='post-39 post hentry'><header class=entry-header>"
        "<div class=entry-meta><span class=posted-on><span class=screen-reader-text>작성일자</span><a href='#'><time class='entry-date published' "
        "datetime='2026-11-20T17:22:03+09:00'>2026년 11월 20일</time><time class=updated datetime='2026-11-21T01:00:00+09:00'>21일</time></a></span>"
        f"<span class=byline> 글쓴이 <span class='author vcard'><a href='/author/n/'>나래</a></span></span></div><h1 class=entry-title>{TITLE}</h1></header>"
        f"<div class=entry-content>{BODY}<figure class=wp-caption><img><figcaption class=wp-caption-text>지난 행사</figcaption></figure>"
        "<p>붙임 <a href='/wp-content/uploads/form.hwp'>신청서.hwp</a></p><div class=sharedaddy>공유하기</div></div>"
        "<footer><span class=cat-links><a rel='category tag' href='/c/'>행사</a></span></footer></article>"
        "<div id=comments><ol><li id=comment-3 class='comment depth-1'>그날 뵙겠습니다, 기대되네요.</li></ol></div></body></html>",
        {"key": "wordpress:ex.kr/39", "title": TITLE, "at": "2026-11-20T17:22:03+09:00", "text": f"{TEXT}\n붙임 신청서.hwp", "comments": 1,
         "attachments": ("신청서.hwp",), "category": "행사", "author": "나래"},
    ),
    "WordPress, theme of 2020": (
        "http://ex.kr/?p=40",
        "<html><head><script src='/wp-includes/js/a.js'></script></head><body class='single single-post postid-40'><main><article id=post-40 "
        f"class='post-40 post'><header class=entry-header><div class=entry-categories><a rel='category tag' href='/c/'>행사</a></div><h1 class=entry-title>{TITLE}</h1>"
        "<div class=post-meta-wrapper><ul><li class='post-author meta-wrapper'><span class=meta-icon></span><span class=meta-text>글쓴이 <a href='/a'>나래</a></span></li>"
        "<li class='post-date meta-wrapper'><span class=screen-reader-text>작성일</span><span class=meta-text><a href='/?p=40'>11월 20, 2026</a></span></li></ul></div></header>"
        f"<div class='post-inner thin'><div class=entry-content>{BODY}</div></div></article></main></body></html>",
        {"key": "wordpress:ex.kr/40", "title": TITLE, "at": "2026-11-20T00:00:00+09:00", "date_only": True, "category": "행사", "author": "나래"},
    ),
    "WordPress, theme of 2024": (
        "http://ex.kr/narae/",
        "<html><head><style>.entry-title{}.wp-block-post-content{}</style><link rel=shortlink href='http://ex.kr/?p=41'><link rel=stylesheet href='/wp-content/a.css'>"
        f"</head><body class='single single-post postid-41'><main><h1 class='wp-block-post-title'>{TITLE}</h1><div class='wp-block-template-part'><div class='wp-block-post-date'>"
        "<time datetime='2026-11-20T17:22:03+09:00'>2026년 11월 20일</time></div><p>글쓴이</p><div class='wp-block-post-author-name'><a href='/a'>나래</a></div>"
        f"<div class='taxonomy-category wp-block-post-terms'><a href='/c/' rel=tag>행사</a></div></div><div class='entry-content wp-block-post-content'>{BODY}</div></main></body></html>",
        {"key": "wordpress:ex.kr/41", "title": TITLE, "at": "2026-11-20T17:22:03+09:00", "category": "행사", "author": "나래"},
    ),
    "KBoard, skin avatar": (
        "http://ex.kr/notice/?mod=document&uid=20",
        "<html><head><link rel=canonical href='http://ex.kr/?kboard_content_redirect=20'><link href='/wp-content/plugins/kboard/a.css'></head><body class='page page-id-9'>"
        f"<h1 class=entry-title>공지사항</h1><div id=kboard-document><div id=kboard-avatar-document><div class=kboard-title><p>{TITLE}</p></div><div class=kboard-detail>"
        "<div class='detail-attr detail-category1'><div class=detail-name>행사</div></div><div class='detail-attr'><div class=detail-name>작성자</div><div class=detail-value>"
        "<img class=avatar> 나래</div></div><div class='detail-attr'><div class=detail-name>작성일</div><div class=detail-value>2026-11-20 02:30</div></div><div class='detail-attr detail-view'>"
        f"<div class=detail-name>조회</div><div class=detail-value>322</div></div></div><div class=kboard-content><div class=content-view>{BODY}</div></div>"
        "<div class=kboard-attach><button class='kboard-button-action kboard-button-download' onclick=\"window.location.href='/?action=kboard_file_download&uid=20'\">신청서.hwpx</button></div>"
        "<div class=kboard-comments-area><span class=comments-total-count>3</span></div></div></div></body></html>",
        {"key": "kboard:ex.kr/20", "title": TITLE, "category": "행사", "at": "2026-11-20T02:30:00+09:00", "views": 322, "comments": 3,
         "attachments": ("신청서.hwpx",), "author": "나래", "board": "공지사항"},
    ),
    "Mangboard, skin bbs_notice_m1": (
        "http://ex.kr/help/?vid=26&board_page=2",
        '<html><head><link rel=stylesheet href="/wp-content/plugins/mangboard/a.css"></head><body class="page"><script>mb_options["board_name"] = "notice1"; mb_options["pid"] = "26";</script>'
        f'<div class="mb-board"><div class="mb-name-notice1 mb-mode-view"><table><tr id="mb_notice1_tr_title"><td colspan=2><div><span>{TITLE}</span>'
        '<span class=date>2026-11-20 21:34</span></div></td></tr><tr id="mb_notice1_tr_file_download"><th>첨부</th><td><a class="file-download" href="javascript:;">'
        f'<span>신청서.hwp <span class=file-size>(12KB)</span></span></a></td></tr><tr id="mb_notice1_tr_content"><td class="content-box">{BODY}</td></tr></table></div></div></body></html>',
        {"key": "mangboard:ex.kr/notice1/26", "title": TITLE, "at": "2026-11-20T21:34:00+09:00", "attachments": ("신청서.hwp",), "author": None},
    ),
    "eGovFrame, table with labels": (
        "https://ex.go.kr/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_000000000001&nttId=77",
        f"<html><head><title>알림</title></head><body><table class=board_view><tbody><tr><th>제 목</th><td colspan=3>{TITLE}</td></tr><tr><th>작성일</th><td>2026.11.20.</td>"
        f"<th>조회수</th><td>507</td></tr><tr><th>첨부파일</th><td><a href=\"javascript:fn_egov_downFile('F','0')\">공고문.hwp [12KB]</a> <a href='#' onclick='downFile()'>미리보기</a></td></tr>"
        f"<tr><th>내용</th><td>{BODY}</td></tr></tbody></table><div class=prevnext>이전글 2026.11.01</div></body></html>",
        {"key": "egov:ex.go.kr/BBSMSTR_000000000001/77", "title": TITLE, "at": "2026-11-20T00:00:00+09:00", "date_only": True, "views": 507,
         "attachments": ("공고문.hwp",)},
    ),
    "the /na/ntt builder": (
        "https://ex.kr/na/ntt/selectNttInfo.do?nttSn=964&mi=3&nttSnUrl=abc",
        f"<html><head><title>알림</title></head><body><div class=bbs_ViewA><h3>{TITLE}</h3><ul class=bbsV_data><li><strong>작성자</strong> 교육과</li><li><strong>등록일</strong> 2026.11.20</li>"
        f"<li><strong>조회수</strong> 12</li></ul><dl class=bbsV_atchmnfl><dd><a href='/common/nttFileDownload.do?fileKey=a1'>안내.pdf</a></dd></dl><div class=bbsV_cont>{BODY}</div>"
        "<div class=bbsV_prne>이전글</div></div></body></html>",
        {"key": "ntt:ex.kr/964", "title": TITLE, "at": "2026-11-20T00:00:00+09:00", "date_only": True, "views": 12, "attachments": ("안내.pdf",), "author": "교육과"},
    ),
    "Naver blog, old editor": (
        "https://blog.naver.com/PostView.naver?blogId=narae&logNo=22345678",
        f"<html><head><meta property=og:title content='{TITLE}'></head><body><div class=htitle><span class='pcol1 itemSubjectBoldfont'>{TITLE}</span></div>"
        f"<p class='date _postAddDate'>2013/05/06 11:22</p><div id=postViewArea>{BODY}</div></body></html>",
        {"key": "naverblog:narae/22345678", "title": TITLE, "at": "2013-05-06T11:22:00+09:00"},
    ),
}  # fmt: skip

LISTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "gnuboard 5.3 with notices, a reply and a secret post": (
        "http://ex.kr/bbs/board.php?bo_table=free&page=2",
        gnuboard(
            "",
            "<form name=fboardlist id=fboardlist><table><thead><tr><th>번호</th><th>제목</th><th>글쓴이</th><th>조회</th><th>날짜</th></tr></thead><tbody>"
            "<tr class=bo_notice><td class=td_num2><strong class=notice_icon>공지</strong></td><td class=td_subject><div class=bo_tit>"
            "<a href='/bbs/board.php?bo_table=free&sca=x' class=bo_cate_link>행사</a> <a href='/bbs/board.php?bo_table=free&wr_id=3&page=2'>"
            "2026 나래마을 잔치 <span class=sound_only>댓글</span><span class=cnt_cmt>+ 2</span><span class=sound_only>개</span></a></div></td>"
            f"<td class=td_name>{SIDE_MENU}</td><td class=td_num>1,636</td><td class=td_datetime>04-28</td></tr>"
            "<tr><td class=td_num2>7</td><td class=td_subject style='padding-left:10px'><div class=bo_tit><a href='/bbs/board.php?bo_table=free&wr_id=41&page=2'>"
            "<img src='/skin/board/basic/img/icon_reply.gif'> 잔치 자리 있나요 <i class='fa fa-lock'></i></a><span class=new_icon>N</span></div></td>"
            "<td class=td_name>하니</td><td class=td_num>12</td><td class=td_datetime>09:40</td></tr></tbody></table></form>"
            "<nav class=pg_wrap><a href='/bbs/board.php?bo_table=free&page=1' class=pg_page>1</a><strong class=pg_current>2</strong>"
            "<a href='/bbs/board.php?bo_table=free&page=3' class=pg_page>3</a></nav>",
            "free",
            "자유게시판 2 페이지 | 나래마을",
        ),
        {"board": "자유게시판", "next": "http://ex.kr/bbs/board.php?bo_table=free&page=3",
         "items": [("gnuboard:ex.kr/free/3", "2026 나래마을 잔치", "2026-04-28", True, False, False, 2, 1636),
                   ("gnuboard:ex.kr/free/41", "잔치 자리 있나요", "2026-11-22", False, True, True, 0, 12)]},
    ),
    "gnuboard 5.5 with rewritten addresses": (
        "http://ex.kr/free",
        gnuboard(
            "",
            "<div id=bo_list><form name=fboardlist><ul><li><div class=bo_cnt><a href='http://ex.kr/free/41?page=1' class=bo_subject>"
            "마을 소식 <span class=cnt_cmt>1</span></a></div><div class=bo_info><span class=sv_guest>나래</span><span class=bo_date>11-20</span></div></li>"
            "<li><div class=bo_cnt><a href='http://ex.kr/free/%EC%A0%9C%EB%AA%A9-%EC%A1%B0%EA%B0%81/' class=bo_subject>제목으로 된 주소</a></div>"
            "<div class=bo_info><span class=bo_date>11-19</span></div></li></ul></form></div><nav class=pg_wrap><a href='/free?page=2'>2</a></nav>",
            "free",
            "자유게시판 1 페이지 | 나래마을",
        ),
        {"board": "자유게시판", "next": "http://ex.kr/free?page=2",
         "items": [("gnuboard:ex.kr/free/41", "마을 소식", "2026-11-20", False, False, False, 1, None),
                   (None, "제목으로 된 주소", "2026-11-19", False, False, False, 0, None)]},
    ),
    "gnuboard 4, a notice at the head and again in its place": (
        "http://ex.kr/bbs/board.php?bo_table=notice",
        "<html><head><title>나래 > 공지사항 1 페이지</title><script>var g4_path='..';</script></head><body><form name=fboardlist><table class=list_table>"
        "<tr><th>번호</th><th>제목</th><th>글쓴이</th><th>날짜</th><th>조회</th></tr>"
        "<tr><td class=num><b>공지</b></td><td class=subject>[<a href='./board.php?bo_table=notice&sca=%C7%E0%BB%E7'>행사</a>] "
        "<a href='./board.php?bo_table=notice&wr_id=6'>[알림] 모두 오세요</a> <a href=\"javascript:win('./board.php?bo_table=notice&wr_id=6&cwin=1')\">(1)</a></td>"
        "<td class=name>나래</td><td class=datetime>26.05.04</td><td class=hit>172</td></tr>"
        "<tr><td class=num>6</td><td class=subject><a href='./board.php?bo_table=notice&wr_id=6'>[알림] 모두 오세요</a></td>"
        "<td class=name>나래</td><td class=datetime>26.05.04</td><td class=hit>172</td></tr></table></form></body></html>",
        {"board": "공지사항", "next": None,
         "items": [("gnuboard:ex.kr/notice/6", "[알림] 모두 오세요", "2026-05-04", True, False, False, 1, 172),
                   ("gnuboard:ex.kr/notice/6", "[알림] 모두 오세요", "2026-05-04", False, False, False, 0, 172)]},
    ),
    "sketchbook5 on Rhymix": (
        "http://ex.kr/board?page=2",
        "<html><head><meta name=generator content=Rhymix><title>마당</title></head><body><div class=bd_lst_wrp><table class='bd_lst bd_tb_lst'>"
        "<thead><tr><th class=no>번호</th><th>분류</th><th class=title>제목</th><th>글쓴이</th><th>날짜</th><th>조회 수</th></tr></thead><tbody>"
        "<tr class=notice><td class=no><strong>공지</strong></td><td class=cate><span>행사</span></td><td class=title><a class=hx data-viewer='/' href='/board/193'>모두의 잔치</a>"
        "<a href='/board/193#comment' class=replyNum title=댓글>4</a><span class=extraimages><i class=attached_file></i></span></td><td class=author>나래</td><td class=time>2026.09.10</td><td class=m_no>8</td></tr>"
        "<tr><td class=no>58</td><td class=cate></td><td class=title><a href='/board/216?page=2'>고양이 밥그릇</a></td><td class=author>하니</td><td class=time>09:40</td><td class=m_no>631</td></tr>"
        "</tbody></table></div><form class='bd_pg'><a href='/board'>1</a><strong>2</strong><a href='/board?page=3'>3</a></form></body></html>",
        {"next": "http://ex.kr/board?page=3",
         "items": [("xe:ex.kr/193", "모두의 잔치", "2026-09-10", True, False, False, 4, 8),
                   ("xe:ex.kr/216", "고양이 밥그릇", "2026-11-22", False, False, False, 0, 631)]},
    ),
    "KBoard, skin thumbnail": (
        "http://ex.kr/notice/?pageid=1&mod=list",
        "<html><head><link href='/wp-content/plugins/kboard/a.css'></head><body class=page><h1 class=entry-title>소식</h1><div id=kboard-thumbnail-list><div class=kboard-list><table>"
        "<thead><tr><td class=kboard-list-uid>번호</td><td class=kboard-list-thumbnail>썸네일</td><td class=kboard-list-title>제목</td><td class=kboard-list-user>작성자</td>"
        "<td class=kboard-list-date>작성일</td><td class=kboard-list-view>조회</td></tr></thead><tbody><tr class=kboard-list-notice><td class=kboard-list-uid>공지사항</td>"
        "<td class=kboard-list-thumbnail><a href='/notice/?mod=document&uid=22'><i class=icon-picture></i></a></td><td class=kboard-list-title><a href='/notice/?mod=document&uid=22'>"
        "<div class=kboard-thumbnail-cut-strings><div class=kboard-mobile-contents><img alt='모두'></div><span class=kboard-thumbnail-new-notify>New</span> 모두의 잔치 "
        "<span class=kboard-comments-count>(3)</span></div></a><div class=kboard-mobile-contents><span class='contents-item kboard-date'>2026.11.19</span></div></td>"
        "<td class=kboard-list-user>나래</td><td class=kboard-list-date>2026.11.19</td><td class=kboard-list-view>320</td></tr></tbody></table></div></div>"
        "<div class=kboard-pagination><a href='?pageid=2&mod=list'>2</a></div></body></html>",
        {"board": "소식", "next": "http://ex.kr/notice/?pageid=2&mod=list", "items": [("kboard:ex.kr/22", "모두의 잔치", "2026-11-19", True, False, False, 3, 320)]},
    ),
    "WordPress, theme of 2017": (
        "http://ex.kr/page/2/",
        "<html><head><link href='/wp-includes/a.css'></head><body class='blog home paged'><article id=post-9 class='post-9 post sticky hentry'><header><div class=entry-meta>"
        "<time class='entry-date published' datetime='2026-10-04T08:36:51+09:00'>2026년 10월 4일</time></div><h3 class=entry-title><a href='http://ex.kr/a/' rel=bookmark>모두의 잔치</a></h3>"
        "</header><div class=entry-content><p>글 전체</p></div></article><article id=post-8 class='post-8 post hentry'><h3 class=entry-title><a href='/?p=8'>잠긴 글: 회의록</a></h3></article>"
        "<nav class=pagination><div class=nav-links><a class='prev page-numbers' href='/'>이전</a><a class='next page-numbers' href='http://ex.kr/page/3/'>다음</a></div></nav></body></html>",
        {"next": "http://ex.kr/page/3/",
         "items": [("wordpress:ex.kr/9", "모두의 잔치", "2026-10-04", True, False, False, None, None),
                   ("wordpress:ex.kr/8", "잠긴 글: 회의록", None, False, True, False, None, None)]},
    ),
    "the /na/ntt builder": (
        "https://ex.kr/na/ntt/selectNttList.do?mi=3&bbsId=9&currPage=1",
        "<html><body><table><thead><tr><th>번호</th><th>제목</th><th>작성자</th><th>등록일</th><th>조회</th></tr></thead><tbody><tr><td><b class=btn_S>공지</b></td><td class=ta_l>"
        "<a href='javascript:' data-id=1038288 class=nttInfoBtn>체험학습 안내 <span class=new>새글</span></a></td><td>교육과</td><td>2026.09.18</td><td>10</td></tr></tbody></table>"
        "<div class=paging><a href='#' onclick='goPaging(2)'>2</a></div></body></html>",
        {"next": "https://ex.kr/na/ntt/selectNttList.do?mi=3&bbsId=9&currPage=2",
         "items": [("ntt:ex.kr/1038288", "체험학습 안내", "2026-09-18", True, False, False, 0, 10)]},
    ),
    "Tistory category": (
        "https://narae.tistory.com/category/소식",
        "<html><head><link rel=stylesheet href='https://t1.daumcdn.net/tistory_admin/a.css'></head><body><div id=content><div class=post-item><a href='/31?category=1'>"
        "<span class=title>모두의 잔치</span><span class=date>2026. 11. 12.</span></a></div><div class=post-item><a href='/30?category=1'><span class=title>지난 이야기</span></a></div>"
        "<a class=next href='/category/소식?page=2'>다음</a></div></body></html>",
        {"items": [("tistory:narae.tistory.com/31", "모두의 잔치", "2026-11-12", False, False, False, 0, None),
                   ("tistory:narae.tistory.com/30", "지난 이야기", None, False, False, False, 0, None)]},
    ),
}  # fmt: skip

REFUSED: dict[str, tuple[str, str, str]] = {
    "gnuboard: deleted": ("http://ex.kr/bbs/board.php?bo_table=free&wr_id=19", gnuboard("", "<script>alert('글이 존재하지 않습니다.\\n\\n글이 삭제되었거나 이동된 경우입니다.');history.back();</script>", "", "오류안내 페이지 | 나래"), "gone"),
    "gnuboard: members only": ("http://ex.kr/bbs/board.php?bo_table=in&wr_id=1", gnuboard("", '<script>alert("글을 읽을 권한이 없습니다.");location.replace("/");</script>', "", "오류안내 페이지 | 나래"), "closed"),
    "gnuboard: password": ("http://ex.kr/bbs/password.php?w=s&bo_table=free&wr_id=32", gnuboard("", f"<h1>{TITLE}</h1><form><input type=password></form>", "free"), "secret"),
    "gnuboard: write": ("http://ex.kr/bbs/write.php?bo_table=free", gnuboard("", "<form name=fwrite><textarea></textarea></form>", "free"), "form"),
    "gnuboard: search": ("http://ex.kr/bbs/board.php?bo_table=free&sfl=wr_subject&stx=%EA%B0%80", gnuboard("", "<form name=fboardlist></form>", "free"), "search"),
    "gnuboard: front": ("http://ex.kr/", gnuboard("", "<ul class=lat><li><a href='/bbs/board.php?bo_table=free&wr_id=3'>새 글</a></li></ul>", ""), "front"),
    "gnuboard: feed off": ("http://ex.kr/bbs/rss.php?bo_table=free", "RSS 보기가 금지되어 있습니다.", "feed_off"),
    "gnuboard 4: comment": ("http://ex.kr/bbs/board.php?bo_table=free&wr_id=4", "<script type='text/javascript'> location.replace('./board.php?bo_table=free&wr_id=2#c_4'); </script>", "redirect"),
    "gnuboard 4: secret": ("http://ex.kr/bbs/board.php?bo_table=free&wr_id=4", "<script type='text/javascript'> location.replace('./password.php?w=s&bo_table=free&wr_id=4'); </script>", "secret"),
    "XE: deleted, the list instead": ("http://ex.kr/board/9", "<html><head><meta name=Generator content=XpressEngine></head><body><table class=board_list><tr><td class=title><a href='/board/8'>다른 글</a></td></tr></table></body></html>", "gone"),
    "XE: secret": ("http://ex.kr/board/9", f"<html><head><meta name=Generator content=XpressEngine></head><body><div class=read_header><h1>{TITLE}</h1></div><div class=read_body><form><label>비밀글입니다. 비밀번호를 입력하세요.</label><input type=password name=password></form></div></body></html>", "secret"),
    "Rhymix: feed off": ("http://ex.kr/board/rss", "<?xml version='1.0'?><rss><channel><title>피드(Feed) 기능이 잠겨 있습니다.</title></channel></rss>", "feed_off"),
    "WordPress: password": ("http://ex.kr/?p=48", f"<html><head><link href='/wp-content/a.css'></head><body class='single postid-48'><h1 class=entry-title>잠긴 글: {TITLE}</h1><form class=post-password-form></form></body></html>", "secret"),
    "WordPress: static page": ("http://ex.kr/about/", "<html><head><link href='/wp-content/a.css'></head><body class='page page-id-2'><h1 class=entry-title>소개</h1><div class=entry-content>우리는</div></body></html>", "front"),
    "WordPress: comments feed": ("http://ex.kr/comments/feed/", "<?xml version='1.0'?><rss><channel><title>나래의 댓글</title><item><title>가</title><link>http://ex.kr/?p=3#comment-2</link></item></channel></rss>", "not_a_page"),
    "KBoard: deleted, page cut off": ("http://ex.kr/talk/?mod=document&uid=39", f"<html><head><link href='/wp-content/plugins/kboard/a.css'></head><body class=page>{'<p>긴 차림표 한 줄입니다.</p>' * 80}<script>alert(\"잘못된 URL 주소입니다.\");</script><script>window.location.href=\"/talk/\";</script>", "gone"),
    "KBoard: secret": ("http://ex.kr/talk/?mod=document&uid=35", "<html><head><link href='/wp-content/plugins/kboard/a.css'></head><body class=page><div class=kboard-confirm-row><input type=password></div></body></html>", "secret"),
    "Mangboard: deleted": ("http://ex.kr/help/?vid=99", "<html><body class=page><div class='mb-board'><div class='mb-name-n mb-mode-view'>삭제되었거나 존재하지 않는 내용입니다</div></div></body></html>", "gone"),
    "Naver: frameset": ("https://blog.naver.com/narae/22345678", "<html><body><iframe id=mainFrame src='/PostView.naver?blogId=narae&logNo=22345678'></iframe></body></html>", "redirect"),
}  # fmt: skip
