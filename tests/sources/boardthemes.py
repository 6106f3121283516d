"""Skeletons of gnuboard themes and of skins that dress a list anew: ids gone, labels inside links, pictures first.

Kept apart from `boardskins.py`, in the same shape: address, page, what must be read from it.
"""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from typing import Any

from boardskins import BODY, SIDE_MENU, TEXT, TITLE, gnuboard

ASIDE = (
    "<aside class=side><ul><li><a href='/bbs/board.php?bo_table=notice&wr_id=3'>지난 잔치</a> <span>2026-10-02</span></li>"
    "<li><a href='/bbs/board.php?bo_table=notice&wr_id=2'>더 지난 잔치</a> <span>2026-10-01</span></li></ul></aside>"
)
PORTAL_LIST = (
    "<form name=fboardlist><span class=p_total>전체 <strong>12</strong>건</span><ul><li class='row notice_row'><span><em class='badge_notice'>공지</em></span>"
    "<span><a href='/bbs/board.php?bo_table=notice&sca=x'>행사</a><a href='/bbs/board.php?bo_table=notice&wr_id=7'>모두의 잔치</a><span class=p_cmt>"
    f"[<span class=cnt_cmt>3</span>]</span></span><span><span class=sv_use>{SIDE_MENU}</span><span class=p_date>11-20</span></span></li></ul></form>"
)
VIEWS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "gnuboard portal theme, side column before the post, list after it": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=7",
        gnuboard(
            "",
            f"{ASIDE}<article id=p_wrap><header><a class=badge>행사</a><h2 class=p_tit>{TITLE}</h2></header><div class=p_info><div><img class=pf_img>{SIDE_MENU}</div>"
            "<div><span><i class='fa fa-clock-o'></i> 2026-11-20 14:30</span><span><i class='fa fa-eye'></i> 1,230</span><a href='#bo_vc'><i class='fa fa-comment-o'></i> 2</a></div></div>"
            f"<div class=p_actions>목록</div><section><div id=bo_v_img></div><div id=bo_v_con>{BODY}<blockquote>2020-01-01 인용</blockquote></div></section>"
            "<section class=p_files><ul><li><a href='/bbs/download.php?bo_table=notice&wr_id=7&no=0' class=view_file_download><i></i><strong>신청서 (최종).hwp</strong> (12.0K)</a>"
            "<span>3회 다운로드</span></li></ul></section><section id=bo_vc><article id=c_8><time>26-11-21 10:00</time>저도 꼭 가고 싶은 자리네요.</article></section></article>"
            f"{PORTAL_LIST}",
        ),
        {"key": "gnuboard:ex.kr/notice/7", "title": TITLE, "text": f"{TEXT}\n2020-01-01 인용", "at": "2026-11-20T14:30:00+09:00", "author": "나래", "views": 1230,
         "comments": 2, "attachments": ("신청서 (최종).hwp",)},
    ),
    "gnuboard magazine theme, a day in the title": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=14",
        gnuboard(
            "",
            f"<div class=c><div class=head><h1>2026.12.03 {TITLE}</h1><div class=meta><span>By <span class=sv_guest>나래</span></span><span>26.11.20 14:30</span><span>Hit 40</span></div></div>"
            f"<div><img src='/data/file/notice/a.jpg'></div><div class=view-content>{BODY}</div></div>",
            title=f"2026.12.03 {TITLE} > 공지사항 | 나래마을",
        ),
        {"key": "gnuboard:ex.kr/notice/14", "title": f"2026.12.03 {TITLE}", "at": "2026-11-20T14:30:00+09:00", "author": "나래", "views": 40},
    ),
    "gnuboard theme of Bootstrap 5, a day without a year beside neighbours with theirs": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=17",
        gnuboard(
            "",
            f"<div><blockquote><h3>{TITLE}</h3></blockquote><div class=d-flex><img><div><ul class=list-inline><li><span class=sv_guest>나래</span></li></ul><ul class=small><li><i class='fa fa-clock-o'></i> 12-30</li>"
            f"<li><i class='fa fa-eye'></i> 40 회</li> <li><i class='fa fa-commenting-o'></i> 3 건</li></ul></div></div><div id=bo_v_con>{BODY}</div><ul class=list-group><li><a href='/bbs/download.php?bo_table=notice&wr_id=17&no=0'>"
            "신청서.hwp</a> <small>(12.0K)</small> <small>3 회</small></li></ul><ul class=list-group><li><small>이전글</small> <a href='/bbs/board.php?bo_table=notice&wr_id=16'>가</a> <small>25.12.11</small></li>"
            "<li><small>다음글</small> <a href='/bbs/board.php?bo_table=notice&wr_id=18'>나</a> <small>26.01.03</small></li></ul></div>",
        ),
        {"key": "gnuboard:ex.kr/notice/17", "title": TITLE, "at": "2025-12-30T00:00:00+09:00", "date_only": True, "views": 40, "comments": 3, "author": "나래", "attachments": ("신청서.hwp",)},
    ),
    "gnuboard portfolio theme, no ids and an empty date": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=15",
        gnuboard(
            "",
            f"<nav><i class='fa fa-eye'></i> 미리보기</nav><h2 class=border-bottom>소식{TITLE}</h2><div class=row><div class=col-12><p class=mt-1></p><p>{BODY}</p><ul class='list-inline text-muted'>"
            "<li>작성자 : 나래</li><li>조회 : <i class='fa fa-eye'></i> 700회</li><li>작성일 : <i class='fa fa-clock-o'></i> </li></ul></div></div>"
            "<div class=row><div class=btn-group><a href='/bbs/board.php?bo_table=notice'>목록</a></div></div>",
        ),
        {"key": "gnuboard:ex.kr/notice/15", "title": TITLE, "category": "소식", "at": None, "views": 700},
    ),
    "Eyoom Builder 4": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=16",
        gnuboard(
            "",
            f"<article class=board-view><h4><span class=grey>[행사]</span><strong>{TITLE[:12]}…</strong></h4><div class=board-view-info><div>{SIDE_MENU}</div><div><span><i class='fas fa-clock'></i>"
            "2026.11.20 14:30</span><span><i class='fas fa-eye'></i>1,230</span><span><i class='fas fa-comment-alt'></i>4</span></div></div><div class=board-view-file><ul><li>- 첨부파일 : "
            "<strong>신청서.hwp</strong> (12.0K) - <a href='/bbs/download.php?bo_table=notice&wr_id=16&no=0'><u>다운로드</u></a></li></ul></div>"
            f"<div class='board-view-con view-content'>{BODY}</div><div id=bo_vc><div id=c_9>저도요</div></div></article>",
        ),
        {"key": "gnuboard:ex.kr/notice/16", "title": TITLE, "at": "2026-11-20T14:30:00+09:00", "views": 1230, "comments": 4, "attachments": ("신청서.hwp",), "author": "나래"},
    ),
    "gnuboard 4, DTD edition with a link and a file": (
        "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=6",
        f"<html><head><title>나래 > 공지사항 > {TITLE}</title><script>var g4_path = '..'; var g4_bo_table = 'notice';</script></head><body><div id=board_view>"
        f"<h2 class=title><span class=category>[행사]</span> <a href='./board.php?bo_table=notice&wr_id=6'>{TITLE}</a></h2><div class=sum><span class='hit tit'>조회</span><span class=num>88</span> "
        "<span class=date>2011.03.05 17:20</span></div><div class=author_area><span class=author>나래</span></div><dl class=attach><dt>링크 #1</dt><dd>"
        "<a href='./link.php?bo_table=notice&wr_id=6&no=1'>http://example.com (0)</a></dd></dl><dl class=attach><dt>파일 #1</dt><dd><a href=\"javascript:file_download('./download.php?no=0','x')\">"
        f"신청서 (최종).hwp (12.0K) (3) <span class=date>DATE : 2011-03-05 17:20:11</span></a></dd></dl><div class=content>{BODY}</div></div></body></html>",
        {"key": "gnuboard:ex.kr/notice/6", "title": TITLE, "category": "행사", "at": "2011-03-05T17:20:00+09:00", "views": 88, "attachments": ("신청서 (최종).hwp",)},
    ),
    "eGovFrame, the common components' table": (
        "https://ex.go.kr/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_000000000001&nttId=78",
        f"<html><head><title>알림</title></head><body><h2>알림마당</h2><div class=wTableFrm><h2>상세조회</h2><table class=wTable><tr><th>글제목 </th><td colspan=5>{TITLE}</td></tr><tr><th>작성자명</th>"
        f"<td>총무과</td><th>작성시간</th><td>2026-11-20 14:30:11</td><th>조회수</th><td>507</td></tr><tr><th>글내용</th><td colspan=5 class=cnt>{BODY}</td></tr><tr><th>첨부파일 목록</th><td>"
        "<ul><li><a href=\"javascript:fn_egov_downFile('F','0')\">공고문 (최종).hwp&nbsp;[12345&nbsp;byte]</a></li></ul></td></tr></table></div></body></html>",
        {"key": "egov:ex.go.kr/BBSMSTR_000000000001/78", "title": TITLE, "at": "2026-11-20T14:30:11+09:00", "views": 507, "author": "총무과", "attachments": ("공고문 (최종).hwp",)},
    ),
    "eGovFrame, the portal template": (
        "https://ex.go.kr/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_000000000001&nttId=79",
        f"<html><body><h1>알림마당</h1><div class=board_view><div class=board_view_top><div class=tit>{TITLE}</div><div class=info><dl><dt>작성자</dt><dd>총무과</dd></dl><dl><dt>작성일</dt><dd>2026-11-20</dd></dl>"
        f"</div></div><div class=board_article><div>{BODY}<table><tr><th>내용</th><td>표 안의 내용</td></tr></table></div></div></div></body></html>",
        {"key": "egov:ex.go.kr/BBSMSTR_000000000001/79", "title": TITLE, "text": f"{TEXT}\n내용\t표 안의 내용", "at": "2026-11-20T00:00:00+09:00", "date_only": True, "author": "총무과"},
    ),
    "a public board whose text has no label": (
        "https://ex.go.kr/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_000000000001&nttId=80",
        f"<html><body><div id=datail_table><table><tr><th>제목</th><td>{TITLE}</td></tr><tr><th>작성일</th><td>2026-11-20</td></tr><tr><td colspan=2><div>{BODY}</div></td></tr><tr><td>목록</td></tr></table></div></body></html>",
        {"key": "egov:ex.go.kr/BBSMSTR_000000000001/80", "title": TITLE, "at": "2026-11-20T00:00:00+09:00", "date_only": True},
    ),
    "sketchbook5, blog style": (
        "http://ex.kr/board/322",
        "<html><head><meta name=generator content=Rhymix><title>소식 - 말</title></head><body><div class=rd><div class=rd_hd><div class=blog><div class=top_area><span><b class=cate>행사</b></span></div>"
        f"<h1>{TITLE}</h1><div class=btm_area><span><small>by </small><b>나래</b></span><span title='2026.11.20 14:30'><small>posted </small><b class=date>Nov 20, 2026</b></span>"
        f"<span><small>Views</small> <b>1071</b></span></div></div></div><div class=rd_body><!--BeforeDocument(322,4)--><div class='document_322_4 xe_content'>{BODY}</div><!--AfterDocument(322,4)--></div></div></body></html>",
        {"key": "xe:ex.kr/322", "title": TITLE, "category": "행사", "at": "2026-11-20T14:30:00+09:00", "views": 1071, "author": "나래"},
    ),
}  # fmt: skip

CARD = "<div class=col><a href='/bbs/board.php?bo_table=free&wr_id={n}'><img></a><h4><a href='/bbs/board.php?bo_table=free&wr_id={n}'>{t}</a></h4><small></small></div>"
LISTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "gnuboard portal theme": (
        "http://ex.kr/bbs/board.php?bo_table=notice",
        gnuboard("", ASIDE + PORTAL_LIST, title="공지사항 1 페이지 | 나래마을"),
        {"items": [("gnuboard:ex.kr/notice/7", "모두의 잔치", "2026-11-20", True, False, False, 3, None)]},
    ),
    "gnuboard gallery of a theme: the picture's link says «공지» or nothing": (
        "http://ex.kr/bbs/board.php?bo_table=free",
        gnuboard(
            "",
            "<form name=fboardlist><ul><li><a href='/bbs/board.php?bo_table=free&wr_id=7'><span><em class=badge_notice>공지</em></span><span class=new>N</span></a><div><a href='/bbs/board.php?bo_table=free&wr_id=7'>"
            "<span>사진전 안내 <span class=c>[<span class=cnt_cmt>3</span>]</span></span></a><span>나래</span><span>·</span><span>11-20</span></div></li><li><a href='/bbs/board.php?bo_table=free&wr_id=8'>"
            "<span class=no_image>no image</span></a><div><a href='/bbs/board.php?bo_table=free&wr_id=8'>12월의 논</a><span>11-19</span></div></li></ul></form>",
            "free",
            "사진 1 페이지 | 나래마을",
        ),
        {"items": [("gnuboard:ex.kr/free/7", "사진전 안내", "2026-11-20", True, False, False, 3, None),
                   ("gnuboard:ex.kr/free/8", "12월의 논", "2026-11-19", False, False, False, 0, None)]},
    ),
    "gnuboard theme without the form around a list": (
        "http://ex.kr/bbs/board.php?bo_table=free",
        gnuboard(
            "",
            ASIDE.replace("=notice", "=free") + "<div class=row>" + CARD.format(n=7, t="모두의 잔치") + CARD.format(n=8, t="둘째 글") + CARD.format(n=9, t="셋째 글")
            + "</div><a href='/bbs/board.php?bo_table=etc&wr_id=1'>딴 게시판</a><ul class=pagination><li><a href='/bbs/board.php?bo_table=free&page=2'>2</a></li></ul>",
            "free",
            "자유게시판 1 페이지 | 나래마을",
        ),
        {"next": "http://ex.kr/bbs/board.php?bo_table=free&page=2", "board": "자유게시판",
         "items": [(f"gnuboard:ex.kr/free/{n}", t, None, False, False, False, 0, None) for n, t in ((7, "모두의 잔치"), (8, "둘째 글"), (9, "셋째 글"))]},
    ),
    "Eyoom Builder 4, category and count inside the link": (
        "http://ex.kr/bbs/board.php?bo_table=free",
        gnuboard(
            "",
            "<div class=board-list><table><thead><tr><th>번호</th><th>제목</th><th>글쓴이</th><th>날짜</th><th>뷰</th></tr></thead><tbody><tr class=board-notice><td><strong>공지</strong></td><td><div class=td-subject>"
            "<a href='/bbs/board.php?bo_table=free&wr_id=7'><span class=sound_only>댓글</span><span class=td-comment>+3</span><span class=sound_only>개</span><span class=grey>[행사]</span><strong>모두의 잔치</strong></a></div></td>"
            "<td>나래</td><td>2026.11.20</td><td>12</td></tr><tr><td>11</td><td><div class=td-subject><a href='/bbs/board.php?bo_table=free&wr_id=9'><i class='fas fa-lock'></i><span class=subject>[알림] 회의록 (1)</span></a></div></td>"
            "<td>하니</td><td>3시간 2분전</td><td>5</td></tr></tbody></table></div>",
            "free",
            "자유게시판 1 페이지 | 나래마을",
        ),
        {"items": [("gnuboard:ex.kr/free/7", "모두의 잔치", "2026-11-20", True, False, False, 3, None),
                   ("gnuboard:ex.kr/free/9", "[알림] 회의록 (1)", "2026-11-22", False, True, False, 0, None)]},
    ),
    "Mangboard, skin bbs_notice_m1 and its phone list": (
        "http://ex.kr/help/",
        "<html><head><link href='/wp-content/plugins/mangboard/a.css'></head><body class=page><script>mb_options[\"board_name\"] = \"n1\";</script><div class=mb-board><div class='mb-name-n1 mb-mode-list'><table id=tbl_board_list>"
        "<caption>도움말</caption><tbody><tr class=mb-notice><td><span class=mb-notice>공지</span></td><td class=text-left><a href='?vid=26' title='[행사] 모두의 잔치 안내 모두 오세요'><span><span class=category1-text>[행사]</span> "
        "모두의 잔치 안내..</span><span class=cmt-count> [<span>1</span>]</span></a></td><td class=date>2026-11-20</td></tr><tr><td class=text-left><a href='?vid=25' title='둘째 글'><div><span>둘째 글</span><br>"
        "<span class=info-group><span class=info-date>2026-11-19</span></span></div></a></td></tr></tbody></table></div></div></body></html>",
        {"items": [("mangboard:ex.kr/n1/26", "모두의 잔치 안내 모두 오세요", "2026-11-20", True, False, False, 1, None),
                   ("mangboard:ex.kr/n1/25", "둘째 글", "2026-11-19", False, False, False, 0, None)]},
    ),
    "eGovFrame, rows that are forms, paging by script": (
        "https://ex.go.kr/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000001",
        "<html><body><table><thead><tr><th>번호</th><th>제목</th><th>작성자</th><th>작성일</th><th>조회수</th></tr></thead><tbody><tr><td><img alt=공지></td><td><form><input type=hidden name=nttId value=77>"
        "<span class=link><input type=submit value='모두의 잔치 안내' onclick=\"fn_egov_inqire_notice('77','BBSMSTR_000000000001'); return false;\"></span></form></td><td>총무과</td><td>2026-11-20</td>"
        "<td>507</td></tr></tbody></table><a href='?pageIndex=2' onclick='fn_egov_select_noticeList(2);return false;'>2</a></body></html>",
        {"next": "https://ex.go.kr/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000001&pageIndex=2",
         "items": [("egov:ex.go.kr/BBSMSTR_000000000001/77", "모두의 잔치 안내", "2026-11-20", True, False, False, 0, 507)]},
    ),
    "sketchbook5 with a bubble of the text in the link": (
        "http://ex.kr/board",
        "<html><head><meta name=generator content=Rhymix><title>마당</title></head><body><table class=bd_lst><tbody><tr><td class=no>58</td><td class=title><a class='hx bubble' href='/board/216'>고양이 밥그릇"
        "<span class=wrp><span class=speech>밥그릇을 모아요. 12월 3일까지 …</span></span></a></td><td class=time>2026.11.20</td></tr></tbody></table></body></html>",
        {"items": [("xe:ex.kr/216", "고양이 밥그릇", "2026-11-20", False, False, False, 0, None)]},
    ),
}  # fmt: skip
