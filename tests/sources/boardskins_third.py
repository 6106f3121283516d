"""A third set of skins, from public repositories of themes and engines that the readers had not met.

Markup follows what those skins print (class names, order, what stands inside what); texts, people and sites are our
own, and the helpers are those of the second set. First read untouched: 15 of 29 right.
"""
# ruff: noqa: E501 - markup is kept as dense as the engines print it

from __future__ import annotations

from typing import Any

from boardskins_held import AT, BODY, KBOARD, REPLY, SHARE, TITLE, Item, g5, tistory, wp, xe

DAY = "2024-03-05T00:00:00+09:00"
XE_BODY = f"<!--BeforeDocument(7,4)--><div class='document_7_4 xe_content'>{BODY}</div><!--AfterDocument(7,4)-->"
FILES = "<a href='http://nu.kr/bbs/download.php?bo_table=news&amp;wr_id=7&amp;no=0&amp;nonce=ab12'"
VIEWS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "gnuboard portal theme, class names of its own": (
        "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7",
        g5(
            f"<article id=zz_view_wrap><header class=zz_view_header><a href='' class='zz_badge zz_badge_cate'>모집</a><h2 class=zz_view_tit>{TITLE}</h2></header>"
            "<div class=zz_view_info><div class=zz_view_author><span class=zz_view_avatar><img src=/img/no_profile.gif alt=profile_image></span><span class='sv_use zz_view_name'><span class=sv_member>누리지기</span></span></div>"
            "<div class=zz_view_stats><span class=zz_view_stat><i class='fa fa-clock-o'></i> 2024-03-05 14:20</span><span class=zz_view_stat><i class='fa fa-eye'></i> 1,204</span><span class=zz_view_stat><a href='#bo_vc'><i class='fa fa-comment-o'></i> 1</a></span></div></div>"
            "<div class=zz_view_actions><div class=zz_btn_group><a href='/bbs/board.php?bo_table=news' class=zz_btn title=목록><i class='fa fa-list'></i> 목록</a></div></div>"
            f"<section class=zz_view_body><div id=bo_v_img></div><div class=zz_view_content id=bo_v_con>{BODY}</div><p class=zz_view_sig>함께 사는 누리골</p></section>"
            f"<div class=zz_share><span>공유하기</span>{SHARE}</div><div class=zz_view_react><a href='/bbs/good.php?x' id=good_button>추천 <strong>3</strong></a></div>"
            f"<section class=zz_view_files><h3>첨부파일</h3><ul><li>{FILES} class='view_file_download zz_file_link'><i class='fa fa-folder-open'></i><strong>신청서(1차).hwp</strong><span class=zz_file_size>한글 문서 (32.0K)</span></a><span class=zz_file_info>12회 다운로드</span></li></ul></section>"
            "<section class=zz_view_links><h3>관련 링크</h3><ul><li><a href='/bbs/link.php?bo_table=news&wr_id=7&no=1' target=_blank class=zz_link_item><i class='fa fa-external-link'></i> https://nuri.example/apply</a></li></ul></section>"
            "<nav class=zz_view_nav><a href='/bbs/board.php?bo_table=news&wr_id=8' class=zz_nav_item><span><i class='fa fa-chevron-up'></i> 다음글</span><span>다음 소식 2024-03-07</span></a></nav>"
            f"<section id=bo_vc><h2>댓글목록</h2><article id=c_9><header><span class=sv_guest>손님</span> <time datetime='2024-03-06T09:00:00+09:00'>24-03-06 09:00</time></header><div class=cmt_contents><p>{REPLY}</p></div></article></section></article>"
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 1204, "comments": 1, "category": "모집", "author": "누리지기", "attachments": ("신청서(1차).hwp",), "links": ("https://nuri.example/apply",)},
    ),
    "gnuboard Bootstrap theme with files, links and neighbours in one kind of list": (
        "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7",
        g5(
            f"<div class=container><div><blockquote><h3>{TITLE}</h3></blockquote><div class='d-flex mb-2'><img class='view-icon rounded me-3' src=/img/no.gif><div><ul class='list-inline mb-0'><li class=list-inline-item><a href='#' data-bs-toggle=dropdown class=text-dark>누리지기</a><div class=dropdown-menu><a href='/bbs/profile.php'>자기소개</a></div></li></ul>"
            "<ul class='list-inline text-muted small pt-1'><li class=list-inline-item><i class='fa fa-clock-o'></i> 03-05</li><li class=list-inline-item><i class='fa fa-eye'></i> 33 회</li><li class=list-inline-item><i class='fa fa-commenting-o'></i> 1 건</li></ul></div></div>"
            f"<div id=bo_v_con class=mb-2>{BODY}</div><div class=mb-2></div><ul class='list-group mb-4'><li class=list-group-item><small class=text-muted><i class='fa fa-download'></i></small> {FILES} class=text-dark>신청서.hwp</a> <small class=text-muted>(32.0K)</small><small class='float-end text-muted'>3 회</small></li>"
            "<li class=list-group-item><small class=text-muted><i class='fa fa-link'></i></small> <a href='/bbs/link.php?bo_table=news&wr_id=7&no=1' class=text-dark target=_blank>https://nuri.example/apply</a> <small class='float-end text-muted'>2 회</small></li></ul>"
            "<ul class='list-group mb-4'><li class=list-group-item><small class=text-muted><i class='fa fa-caret-up'></i><span> 이전글</span></small> <a href='/bbs/board.php?bo_table=news&wr_id=6' class=text-dark>나눔 장터 후기</a> <small class='float-end text-muted'>24.03.01</small></li><li class=list-group-item><small class=text-muted><i class='fa fa-caret-down'></i><span> 다음글</span></small> <a href='/bbs/board.php?bo_table=news&wr_id=8' class=text-dark>봄 소풍</a> <small class='float-end text-muted'>24.03.09</small></li></ul>"
            f"<section id=bo_vc><div id=c_9 class='media'><b>손님</b> <small>03-06</small><p>{REPLY}</p></div></section></div></div>"
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": DAY, "date_only": True, "views": 33, "comments": 1, "attachments": ("신청서.hwp",), "links": ("https://nuri.example/apply",)},
    ),
    "gnuboard 5.4, date and sharing in the header": (
        "http://nu.kr/news/7",
        g5(
            f"<article id=bo_v style='width:100%'><header><h2 id=bo_v_title><span class=bo_v_cate>모집</span> <span class=bo_v_tit>{TITLE[:20]}…</span></h2></header><section id=bo_v_info><h2>페이지 정보</h2><div class=profile_info><div class=pf_img><img src=a.gif></div><div class=profile_info_ct><span class=sound_only>작성자</span> <strong><span class=sv_wrap><a href='#' class=sv_member>누리지기</a><span class=sv><a href='x'>아이디로 검색</a></span><noscript class=sv_nojs><span class=sv><a href='x'>아이디로 검색</a></span></noscript></span></strong><br>"
            "<span class=sound_only>댓글</span><strong><a href='#bo_vc'> <i class='fa fa-commenting-o'></i> 1건</a></strong> <span class=sound_only>조회</span><strong><i class='fa fa-eye'></i> 1,204회</strong> <strong class=if_date><span class=sound_only>작성일</span><i class='fa fa-clock-o'></i> 24-03-05 14:20</strong></div></div><div id=bo_v_top><ul class='btn_bo_user bo_v_com'><li><a href='x'>목록</a></li></ul></div></section>"
            f"<section id=bo_v_atc><h2 id=bo_v_atc_title>본문</h2><div id=bo_v_share>{SHARE}</div><div id=bo_v_img></div><div id=bo_v_con>{BODY}</div></section><section id=bo_v_link><h2>관련링크</h2><ul><li><i class='fa fa-link'></i> <a href='http://nu.kr/bbs/link.php?bo_table=news&wr_id=7&no=1'><strong>https://nuri.example/apply</strong></a><br><span class=bo_v_link_cnt>2회 연결</span></li></ul></section>"
            f"<ul class=bo_v_nb><li class=btn_prv><span class=nb_tit>이전글</span><a href='/news/6'>나눔 장터 후기</a> <span class=nb_date>24.03.01</span></li></ul><section id=bo_vc><article id=c_9><p>{REPLY}</p></article></section></article>"
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 1204, "comments": 1, "category": "모집", "author": "누리지기", "attachments": (), "links": ("https://nuri.example/apply",)},
    ),
    "gnuboard newspaper theme, reporter and two times": (
        "http://nu.kr/bbs/board.php?bo_table=news&wr_id=7",
        g5(
            f"<div id=bo_v class=news_view><div class=news_head><p class=cate><a href='/bbs/board.php?bo_table=news&sca=a'>사회</a></p><h1 class=news_title>{TITLE}</h1><h2 class=news_sub>두 바퀴로 잇는 마을</h2><ul id=bo_v_info class=news_info><li>누리기자 기자</li><li>입력 2024.03.05 14:20</li><li>수정 2024.03.06 10:00</li><li>조회 77</li><li>댓글 1</li></ul><div class=font_size>가 가</div></div>"
            f"<div id=bo_v_atc><div id=bo_v_con class=news_body>{BODY}</div></div><p class=copy>저작권자 ⓒ 누리골, 무단 전재 및 재배포 금지</p><section id=bo_vc><article id=c_9><p>{REPLY}</p></article></section></div>"
        ),
        {"key": "gnuboard:nu.kr/news/7", "title": TITLE, "at": AT, "views": 77, "comments": 1},
    ),
    "XE of 2008, skin cozy_board": (
        "http://nu.kr/xe/index.php?mid=news&document_srl=7",
        xe(
            f"<div class=boardRead><div class=originalContent><div class=readHeader><div class=titleAndCategory><h4>{TITLE}</h4><span class=vr>|</span><span class=category>모집</span></div><div class=dateAndModify><span class=date><strong>2024.03.05</strong> 14:20:00</span></div></div><dl class=uri><dd>문서 주소 : <span>http://nu.kr/xe/7</span></dd></dl><div class=userInfo><div class='author member_4'>누리지기</div></div>"
            f"<div class=readBody><div class=contentBody>{XE_BODY}<div class=memberSignature><div class=signature>함께 사는 누리골</div></div></div></div><div class=readFooter><div class=tag><ul><li><a href='/xe/?search_keyword=a' rel=tag>자전거</a></li></ul></div><div class=fileAttached><ul><li><img src=a.gif alt='attached file'><a href='http://nu.kr/xe/?module=file&act=procFileDownload&file_srl=9&sid=a1'>신청서.hwp (32.0KB)(12)</a></li></ul></div></div></div>"
            f"<div class=clear><ul class=replyAndTrackback><li class=selected><a href='#comment' id=toggleReply>댓글</a> <strong>1</strong></li></ul></div><div class=replyBox><div class=replyItem id=comment_9><div class='author'>손님</div><div class=date><strong>2024.03.06</strong> 09:00:00</div><div class=replyContent><div class='comment_9_0 xe_content'>{REPLY}</div></div></div></div></div>"
        ),
        {"key": "xe:nu.kr/7", "title": TITLE, "at": AT, "category": "모집", "comments": 1, "attachments": ("신청서.hwp",)},
    ),
    "XE of 2010, skin xe_board": (
        "http://nu.kr/?mid=news&page=2&document_srl=7",
        xe(
            f"<div class=boardRead><div class=originalContent><div class=readHeader><div class=titleAndCategory><h4>{TITLE}</h4><span class=vr>-</span><span class=category>모집</span></div><div class=dateAndCount>조회 수: <strong>210</strong>, 추천 수: <strong>3</strong>, <strong>2024.03.05</strong> 14:20:00</div><div class=clear></div></div><div class=contentInfo><div class=userInfo><div class=author><span class=member_4>누리지기</span></div></div><ul class=uri><li>문서 주소 : http://nu.kr/7</li></ul></div>"
            f"<table class=extraVarsList><tr><th scope=row>모집 기간</th><td>2024-04-08</td></tr></table><div class=readBody><div class=contentBody>{XE_BODY}</div></div><div class=tag><ul><li><a href='/?search_keyword=a' rel=tag>자전거</a></li></ul></div><div class=fileAttached><h5>첨부 : </h5><ul><li><a href='http://nu.kr/?module=file&act=procFileDownload&file_srl=9&sid=a1'>신청서.hwp (32.0KB)(12)</a></li></ul></div></div><div class=buttonBox><div class=replyAndTrackback><a href='#comment' class=reply>댓글 : <strong>1</strong></a></div></div></div>"
            f"<div class=replyBox><div class='replyItem'><a name=comment_9></a><div class=author>손님</div><div class=date>2024.03.06</div><div class=replyContent><div class='comment_9_0 xe_content'>{REPLY}</div></div></div></div>"
        ),
        {"key": "xe:nu.kr/7", "title": TITLE, "at": AT, "views": 210, "category": "모집", "comments": 1, "attachments": ("신청서.hwp",)},
    ),
    "sketchbook5, everything on the right, form and tags around the text": (
        "http://nu.kr/news/7",
        xe(
            f"<div class=bd><div class='rd rd_nav_style2 clear' data-docSrl=7><div class='rd_hd clear'><div class='board clear'><div class='top_area ngeb'><div class=fr></div><h1 class=np_18px><a href='http://nu.kr/news/7'>{TITLE}</a></h1></div><div class='btm_area clear'><img class='img fl' src=p.jpg alt=profile title=누리지기><div class=side></div><div class='side fr'><small class=m_no>(*.101.2.3) </small><a class=link href='http://nu.kr/7'>http://nu.kr/7</a> <a href='#popup_menu_area' class='nick member_4'>누리지기</a> <span class=date>2024.03.05 14:20</span> <strong class=cate title=Category>모집</strong> <span>조회 수 <b>210</b></span> <span>추천 수 <b>3</b></span> <span>댓글 <b>1</b></span></div></div></div>"
            "<table class='et_vars bd_tb'><caption class=blind>Extra Form</caption><tr><th scope=row>출처</th><td>누리골 2024-01-01</td></tr></table><div class=rd_nav>Prev Next</div></div>"
            f"<div class='rd_body clear'><article>{XE_BODY}</article><div class='rd_t_f rd_tag'><div>TAG •</div><ul><li><a href='/news?search_keyword=a'>자전거</a></li></ul></div></div>"
            f"<div class=rd_ft><div class=rd_sign><h4>Who's <em>누리지기</em></h4><div class=get_sign>함께 사는 누리골</div></div><div class='bd_prev_next clear'><a class=bd_rd_prev href='/news/6'><span class=p>Prev 나눔 장터 후기</span><span class=speech><b>나눔 장터 후기</b><span><em>2024.03.01</em><small>by </small>누리지기</span></span></a></div><div class=rd_file><button>첨부 '1'</button><ul><li><a class=bubble href='/?module=file&act=procFileDownload&file_srl=9&sid=ab' title='[File Size:32.0KB/Download:3]'>신청서.hwp</a></li></ul></div></div>"
            f"<div class='fdb_lst_wrp'><ul class=fdb_lst_ul><li id=comment_9 class=fdb_itm><div class=meta><span class=date>2024.03.06 09:00</span></div><div class='comment_9_0 xe_content'>{REPLY}</div></li></ul></div></div></div>"
        ),
        {"key": "xe:nu.kr/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "category": "모집", "attachments": ("신청서.hwp",)},
    ),
    "KBoard of 2013, skin thumbnail": (
        "http://nu.kr/gallery/?uid=7&mod=document",
        wp(
            f"<div class=entry-content><div id=kboard-thumbnail-document><div class=kboard-header></div><div class=kboard-document-wrap itemscope itemtype='http://schema.org/Article'><div class=kboard-title itemprop=name><p>{TITLE}</p></div><div class=kboard-detail><div class='detail-attr detail-writer'><div class=detail-name>작성자</div><div class=detail-value><span title=누리지기><img alt=누리지기 src=a.png class=avatar></span></div></div><div class='detail-attr detail-date'><div class=detail-name>작성일</div><div class=detail-value>2024-03-05 14:20</div></div><div class='detail-attr detail-view'><div class=detail-name>조회</div><div class=detail-value>210</div></div></div>"
            f"<div class=kboard-content itemprop=description><div class=content-view><p class=thumbnail-area><img src=/wp-content/a.jpg alt=''></p>{BODY}</div></div><div class=kboard-attach>첨부파일 : <a href='/wp-content/plugins/kboard/execute/download.php?uid=7&file=file1'>신청서.hwp</a></div><div class=kboard-attach>첨부파일 : <a href='/wp-content/plugins/kboard/execute/download.php?uid=7&file=file2'>안내문.pdf</a></div></div>"
            f"<div class=kboard-comments-area><div class=kboard-comments-wrap><div class=comments-list><ul><li class=kboard-comments-item><div class=comments-list-username>손님</div><div class=comments-list-content>{REPLY}</div></li></ul></div></div></div><div class=kboard-control><a href='?mod=list'>목록보기</a></div><div class=kboard-thumbnail-poweredby>Powered by KBoard</div></div></div>",
            classes="page page-id-51",
            head=KBOARD,
        ),
        {"key": "kboard:nu.kr/7", "title": TITLE, "at": AT, "views": 210, "comments": 1, "attachments": ("신청서.hwp", "안내문.pdf")},
    ),
    "KBoard, frequently asked skin with the title after the details": (
        "http://nu.kr/faq/?mod=document&uid=7",
        wp(
            f"<h1 class=entry-title>자주 묻는 것</h1><div class=entry-content><div id=kboard-document><div id=kboard-sea-document><div class=kboard-document-wrap itemscope><div class=kboard-detail><div class='detail-attr detail-category1'><div class=detail-name>모집</div></div><div class='detail-attr detail-date'><!-- <div class=detail-name>작성일</div> --><div class=detail-value>2024-03-05 14:20</div></div></div><div class=kboard-title itemprop=name><p>{TITLE}</p></div><div class=kboard-content itemprop=description><div class=content-view>{BODY}</div></div></div></div></div></div>",
            classes="page page-id-51",
            head=KBOARD,
        ),
        {"key": "kboard:nu.kr/7", "title": TITLE, "at": AT, "category": "모집", "board": "자주 묻는 것"},
    ),
    "WordPress, theme Avada": (
        "http://nu.kr/2024/03/05/bike/",
        wp(
            f"<div id=main><section id=content class=full-width><div class=single-navigation><a href='/?p=76' rel=prev>Previous</a></div><article id=post-77 class='post post-77 type-post status-publish'><div class='fusion-flexslider'></div><h1 class='entry-title fusion-post-title'>{TITLE}</h1><div class=post-content>{BODY}</div>"
            f"<div class=fusion-meta-info><div class=fusion-meta-info-wrapper>By <span class='vcard'><span class=fn><a href='/author/nuri/'>누리지기</a></span></span><span class=fusion-inline-sep>|</span><span class='updated rich-snippet-hidden'>2024-03-07T10:00:00+09:00</span><span>2024-03-05T14:20:00+09:00</span><span class=fusion-inline-sep>|</span><a href='/category/a/' rel='category tag'>모집</a><span class=fusion-comments><a href='#respond'>0 Comments</a></span></div></div><div class=fusion-sharing-box><h4>Share This Story</h4>{SHARE}</div><section class='related-posts single-related-posts'><h3>Related Posts</h3><h4 class=title-heading-left><a href='/?p=70'>나눔 장터</a></h4><div class=fusion-carousel-meta><span class=fusion-date>2024-02-01</span></div></section></article></section></div>",
            head="<meta property='article:published_time' content='2024-03-05T05:20:00+00:00'>",
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": AT},
    ),
    "WordPress, theme Enfold": (
        "http://nu.kr/bike/",
        wp(
            f"<div class='container template-blog template-single-blog'><main class='content units'><article class='post-entry post-entry-type-standard post-entry-77 post-loop-1 single-big with-slider' itemscope><div class=blog-meta></div><div class='entry-content-wrapper clearfix standard-content'><header class=entry-content-header><div class=av-heading-wrapper><span class='blog-categories minor-meta'><a href='/category/a/' rel='category tag'>모집</a></span><h1 class='post-title entry-title' itemprop=headline>{TITLE}<span class='post-format-icon minor-meta'></span></h1></div></header><span class=av-vertical-delimiter></span><div class=entry-content itemprop=text>{BODY}</div>"
            f"<span class='post-meta-infos'><time class='date-container minor-meta updated' itemprop=datePublished datetime='2024-03-05T14:20:00+09:00'>2024년 3월 5일</time><span class=text-sep>/</span><span class='blog-author minor-meta'>by <span class=entry-author-link><a href='/author/nuri/' rel=author>누리지기</a></span></span></span><footer class=entry-footer><div class=av-social-sharing-box>{SHARE}</div></footer></div></article><div class='comment-entry post-entry'></div></main></div>",
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": AT, "author": "누리지기"},
    ),
    "WordPress, theme Astra": (
        "http://nu.kr/archives/77",
        wp(
            f"<div id=primary class='content-area primary'><main id=main class=site-main><article class='post-77 post type-post status-publish ast-article-single' id=post-77 itemtype='https://schema.org/CreativeWork' itemscope><div class='ast-post-format- single-layout-1'><header class=entry-header><div class='ast-single-post-order'><h1 class=entry-title itemprop=headline>{TITLE}</h1><div class=entry-meta><span class=comments-link><a href='#respond'>댓글 달기</a></span> / <span class=ast-taxonomy-container><a href='/category/a/' rel='category tag'>모집</a></span> / 글쓴이 <span class='posted-by vcard author'><a class='url fn n' href='/author/nuri/' rel=author itemprop=url><span class=author-name itemprop=name>누리지기</span></a></span> / <span class=posted-on><span class=published itemprop=datePublished> 2024년 03월 05일 </span></span></div></div></header><div class='entry-content clear' itemprop=text>{BODY}</div></div></article>"
            "<nav class='navigation post-navigation'><span class=nav-links><a href='/archives/70' rel=prev>이전 글</a></span></nav><div class='ast-related-posts-wrapper'><article class=ast-related-post><h3 class=ast-related-post-title><a href='/archives/60'>나눔 장터</a></h3><div class=entry-meta>2024년 02월 01일</div></article></div><div id=comments class=comments-area></div></main></div>",
        ),
        {"key": "wordpress:nu.kr/77", "title": TITLE, "at": DAY, "date_only": True, "author": "누리지기"},
    ),
    "Tistory, skin Book Club": (
        "https://nu.tistory.com/entry/%EB%91%90-%EB%B0%94%ED%80%B4",
        tistory(
            f"<div id=container><div class=content-wrap><article id=content><div class=inner><div class=hgroup><div class=category>모집</div><h1>{TITLE}</h1><div class=post-meta><span class=author>누리지기</span> <span class=date>2024. 3. 5. 14:20</span></div></div><div class='entry-content' id='article-view'><div class='tt_article_useless_p_margin contents_style'>{BODY}</div><div class='container_postbtn #post_button_group'><div class=postbtn_like><button>공감</button></div></div><div class='another_category another_category_color_gray'><h4>'<a href='/category/a'>모집</a>' 카테고리의 다른 글</h4><table><tr><th><a href='/6'>나눔 장터 후기</a></th><td>2024.03.01</td></tr></table></div></div><div class=tags><h2>태그</h2><a href='/tag/a' rel=tag>자전거</a></div></div></article></div></div>",
            head="<link rel=canonical href='https://nu.tistory.com/7'>",
        ),
        {"title": TITLE, "at": AT},
    ),
    "Tistory, skin Letter, phone page": (
        "https://nu.tistory.com/m/7",
        tistory(
            f"<div id=kakaoWrap><main id=kakaoContent><div id=mArticle class='article_view blog_view'><div class='blogview_tit'><strong class=tit_category><a href='/m/category/a'>모집</a></strong><h3 class=tit_blogview>{TITLE}</h3><span class=by_blog>by <span class=txt_by>누리지기</span></span><time class=txt_date datetime='2024-03-05T14:20:00+09:00'>2024. 3. 5.</time></div><div class=blogview_content><div class='useless_p_margin editor_ke'>{BODY}</div></div><div class=blogview_act><button>공감</button></div></div></main></div>"
        ),
        {"key": "tistory:nu.tistory.com/7", "title": TITLE, "at": AT},
    ),
}  # fmt: skip


LISTS: dict[str, tuple[str, str, dict[str, list[Item] | str]]] = {
    "gnuboard portal theme, plain list": (
        "http://nu.kr/bbs/board.php?bo_table=news",
        g5(
            "<div id=zz_list_wrap><form name=fboardlist id=fboardlist><input type=hidden name=bo_table value=news><div class=zz_toolbar><span class=zz_total>전체 <strong>32</strong>건</span></div><div class=zz_list_header><span>번호</span><span>제목</span><span><span>글쓴이</span><span><a href='/bbs/board.php?bo_table=news&sst=wr_datetime&sod=desc'>날짜</a></span></span></div><ul class=zz_list>"
            "<li class='zz_list_item zz_notice_item'><span class=zz_list_col_num><em class='zz_badge zz_badge_notice'>공지</em></span><span class=zz_list_col_subj><a href='/bbs/board.php?bo_table=news&wr_id=3' class=zz_list_tit> 쉬는 날 알림 </a></span><span class=zz_list_col_meta><span class='zz_list_col_author sv_use'><span class=sv_member>누리지기</span></span><span class=zz_list_col_date>02-01</span><span class=zz_list_col_hit>1,080</span></span></li>"
            f"<li class=zz_list_item><span class=zz_list_col_num>31</span><span class=zz_list_col_subj><a href='/bbs/board.php?bo_table=news&sca=a' class='zz_badge zz_badge_cate'>모집</a><a href='/bbs/board.php?bo_table=news&wr_id=7' class=zz_list_tit><i class='fa fa-lock zz_icon_lock'></i> {TITLE}</a><span class='zz_badge zz_badge_new'>N</span><span class='zz_badge zz_badge_hot'>HOT</span><span class=zz_list_cmt>[<span class=sound_only>댓글</span><span class=cnt_cmt>4</span><span class=sound_only>개</span>]</span><i class='fa fa-paperclip'></i></span><span class=zz_list_col_meta><span class='zz_list_col_author sv_use'><span class=sv_member>누리지기</span></span><span class=zz_list_col_date>11-20</span><span class=zz_list_col_hit>210</span></span></li>"
            "<li class=zz_list_item><span class=zz_list_col_num>30</span><span class=zz_list_col_subj style='padding-left:12px;'><a href='/bbs/board.php?bo_table=news&wr_id=9' class=zz_list_tit><img src=/skin/board/basic/img/icon_reply.gif class=icon_reply alt=답변글> 언제까지인가요?</a></span><span class=zz_list_col_meta><span class='zz_list_col_author sv_use'><span class=sv_guest>손님</span></span><span class=zz_list_col_date>09:15</span><span class=zz_list_col_hit>12</span></span></li>"
            "</ul><div class=zz_pager><nav class=pg_wrap><span class=pg><strong class=pg_current>1</strong><a href='/bbs/board.php?bo_table=news&amp;page=2' class=pg_page>2</a><a href='/bbs/board.php?bo_table=news&amp;page=4' class='pg_page pg_end'>맨끝</a></span></nav></div></form></div>",
            title="소식 1 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, 1080), ("gnuboard:nu.kr/news/7", TITLE, "2026-11-20", False, True, False, 4, 210), ("gnuboard:nu.kr/news/9", "언제까지인가요?", "2026-11-22", False, False, True, 0, 12)], "next": "http://nu.kr/bbs/board.php?bo_table=news&page=2", "board": "소식"},
    ),
    "gnuboard portal theme, magazine with one post set apart": (
        "http://nu.kr/bbs/board.php?bo_table=news",
        g5(
            "<div id=zz_wz_wrap><form name=fboardlist id=fboardlist><ul class=zz_wz_notices><li class=zz_wz_notice_item><em class='zz_badge zz_badge_notice'>공지</em><a href='/bbs/board.php?bo_table=news&wr_id=3' class=zz_wz_notice_link>쉬는 날 알림</a><span class=zz_wz_notice_date>02-01</span></li></ul>"
            f"<div class=zz_wz_featured><div class=zz_wz_featured_link><a href='/bbs/board.php?bo_table=news&wr_id=7' class=zz_wz_featured_thumb_link><span><img src=a.jpg alt=''></span></a><div class=zz_wz_featured_info><span class='zz_badge zz_badge_cate'>모집</span><a href='/bbs/board.php?bo_table=news&wr_id=7'><h2 class=zz_wz_featured_tit>{TITLE} <span class=zz_list_cmt>[4]</span></h2></a><p class=zz_wz_featured_excerpt>누리골 자활센터가 2024년 4월 8일부터 헌 자전거를...</p><div class=zz_wz_featured_meta><span class=sv_use><span class=sv_member>누리지기</span></span><span>·</span><span>11-20</span><span>·</span><span><i class='fa fa-eye'></i> 210</span></div><span class='zz_badge zz_badge_new'>N</span></div></div></div>"
            "<ul class=zz_wz_grid><li class=zz_wz_item><a href='/bbs/board.php?bo_table=news&wr_id=6' class=zz_wz_item_thumb_link><span class=zz_wz_item_thumb><span><i class='fa fa-image'></i></span><span class=zz_gall_badge_new>N</span></span></a><div class=zz_wz_item_info><a href='/bbs/board.php?bo_table=news&wr_id=6'><p class=zz_wz_item_tit>나눔 장터 후기</p></a><div class=zz_wz_item_meta><span class=sv_use><span class=sv_member>누리지기</span></span><span>·</span><span>11-18</span></div></div></li></ul></form></div>",
            title="소식 1 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, None), ("gnuboard:nu.kr/news/7", TITLE, "2026-11-20", False, False, False, 4, 210), ("gnuboard:nu.kr/news/6", "나눔 장터 후기", "2026-11-18", False, False, False, 0, None)]},
    ),
    "Eyoom Builder 4, magazine": (
        "http://nu.kr/bbs/board.php?bo_table=news",
        g5(
            "<div class=board-list><div class=board-info><u>전체 32 건 - 1 페이지</u></div><div class=board-webzine><div class=webzine-item-notice><div class=ellipsis><span class='label label-dark'>공지</span><a href='http://nu.kr/bbs/board.php?bo_table=news&wr_id=3'>쉬는 날 알림</a></div></div>"
            f"<div class=webzine-item><div class=webzine-item-heading><span><a class=sv_wrap>누리지기</a></span><span class=webzine-date><i class='far fa-clock'></i> 2026.11.20</span><span class=wezine-cate>모집</span></div><div class=webzine-item-body><div class=webzine-img><a href='http://nu.kr/bbs/board.php?bo_table=news&wr_id=7'><img src=a.jpg></a></div><div class=webzine-desc><a href='http://nu.kr/bbs/board.php?bo_table=news&wr_id=7'><h4 class=ellipsis>{TITLE}</h4><p class=webzine-cont>누리골 자활센터가 헌 자전거를</p></a><div class=webzine-info><span><i class='far fa-eye'></i><strong>210</strong></span><span><i class='far fa-comment-dots'></i><strong>4</strong></span></div></div></div></div></div></div><div class='eb-pagination'><ul class=pagination><li class=active><a>1</a></li><li><a href='/bbs/board.php?bo_table=news&page=2'>2</a></li></ul></div>",
            "<link rel=stylesheet href='/theme/eb4_basic/css/common.css'>",
            title="소식 1 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림", None, True, False, False, 0, None), ("gnuboard:nu.kr/news/7", TITLE, "2026-11-20", False, False, False, 4, 210)], "next": "http://nu.kr/bbs/board.php?bo_table=news&page=2"},
    ),
    "XE of 2010, magazine rows in pairs": (
        "http://nu.kr/?mid=news",
        xe(
            "<form action='./' method=get><table class=boardList><thead><tr><th class=num>번호</th><th colspan=2 class=title>제목</th><th class=author>글쓴이</th><th class=reading><a href='/?mid=news&sort_index=readed_count'>조회 수</a></th><th class=date>날짜</th></tr></thead><tbody>"
            "<tr class=notice><td class=notice>공지</td><td class=title colspan=2><a href='http://nu.kr/?mid=news&document_srl=3'>쉬는 날 알림</a></td><td class=author><div class=member_4>누리지기</div></td><td class=reading>80</td><td class=date>2026-02-01</td></tr>"
            f"<tr class=bg1><td rowspan=2 class=num>31</td><td rowspan=2 class=thumb><a href='http://nu.kr/?document_srl=7'><img src=a.jpg alt=''></a></td><td class='webzineTitle bold'><strong class=category>모집</strong> <a href='http://nu.kr/?mid=news&document_srl=7'>{TITLE}</a> <span class=replyAndTrackback title=Replies><img src=r.gif alt=''> <strong>4</strong></span> <img src=new.gif alt=new title=new></td><td class=author><div class=member_4>누리지기</div></td><td class=reading>210</td><td class=date>2026-11-20</td></tr><tr class=bg1><td colspan=4 class=summary><a href='http://nu.kr/?document_srl=7'>누리골 자활센터가 헌 자전거를 고쳐 나누는 두 바퀴 사업단을 엽니다...</a>&nbsp;</td></tr>"
            "<tr class=bg2><td rowspan=2 class=num>30</td><td class='webzineTitle bold' colspan=2><a href='http://nu.kr/?mid=news&document_srl=6'>나눔 장터 후기</a></td><td class=author><div class=member_4>누리지기</div></td><td class=reading>95</td><td class=date>2026-11-18</td></tr><tr class=bg2><td colspan=5 class=summary><a href='http://nu.kr/?document_srl=6'>비가 왔지만 모두 즐거웠습니다.</a>&nbsp;</td></tr>"
            "</tbody></table></form><div class=pagination><a href='http://nu.kr/?mid=news' class=prevEnd>첫 페이지</a> <strong>1</strong> <a href='http://nu.kr/?mid=news&page=2'>2</a> <a href='http://nu.kr/?mid=news&page=4' class=nextEnd>끝 페이지</a></div>",
            title="소식",
        ),
        {"items": [("xe:nu.kr/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, 80), ("xe:nu.kr/7", TITLE, "2026-11-20", False, False, False, 4, 210), ("xe:nu.kr/6", "나눔 장터 후기", "2026-11-18", False, False, False, 0, 95)], "next": "http://nu.kr/?mid=news&page=2"},
    ),
    "KBoard, notices and popular posts before the rest": (
        "http://nu.kr/notice/",
        wp(
            "<h1 class=entry-title>알림</h1><div class=entry-content><div id=kboard-default-list><div class=kboard-list-header><div class=kboard-total-count>전체 32</div></div><div class=kboard-list><table><thead><tr><td class=kboard-list-uid>번호</td><td class=kboard-list-title>제목</td><td class=kboard-list-user>작성자</td><td class=kboard-list-date>작성일</td><td class=kboard-list-vote>추천</td><td class=kboard-list-view>조회</td></tr></thead><tbody>"
            + "".join(
                f"<tr class='{row}'><td class=kboard-list-uid>{label}</td><td class=kboard-list-title><a href='/notice/?uid={uid}&amp;mod=document&amp;pageid=1'><div class=kboard-default-cut-strings><span class=kboard-default-new-notify>New</span>{lock}{title}<span class=kboard-comments-count>{count}</span></div></a><div class=kboard-mobile-contents><span class='contents-item kboard-user'>누리지기</span><span class='contents-item kboard-date'>{day}</span><span class='contents-item kboard-view'>조회 {views}</span></div></td><td class=kboard-list-user>누리지기</td><td class=kboard-list-date>{day}</td><td class=kboard-list-vote>2</td><td class=kboard-list-view>{views}</td></tr>"
                for row, label, uid, lock, title, count, day, views in (
                    ("kboard-list-notice", "공지사항", 3, "", "쉬는 날 알림", "", "2026.02.01", 80),
                    ("kboard-list-popular", "인기", 7, "", TITLE, "(4)", "2026.11.20", 210),
                    ("", "31", 9, "<span class=kboard-icon-lock></span>", "문의합니다", "", "09:15", 12),
                )
            )
            + "</tbody></table></div><div class=kboard-pagination><ul class=kboard-pagination-pages><li class=active><a href='?pageid=1&mod=list'>1</a></li><li><a href='?pageid=2&mod=list'>2</a></li><li class=next-page><a href='?pageid=2&mod=list'>»</a></li><li class=last-page><a href='?pageid=4&mod=list'>마지막</a></li></ul></div></div></div>",
            classes="page page-id-51",
            head=KBOARD,
            title="알림 – 누리골",
        ),
        {"items": [("kboard:nu.kr/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, 80), ("kboard:nu.kr/7", TITLE, "2026-11-20", False, False, False, 4, 210), ("kboard:nu.kr/9", "문의합니다", "2026-11-22", False, True, False, 0, 12)], "next": "http://nu.kr/notice/?pageid=2&mod=list"},
    ),
    "WordPress, Avada's blog": (
        "http://nu.kr/category/news/",
        wp(
            "<div id=posts-container class='fusion-blog-archive'><div class=fusion-posts-container>"
            + "".join(
                f"<article id=post-{n} class='fusion-post-medium post fusion-clearfix post-{n} type-post status-publish'><style>.fusion-post-{n}{{}}</style><div class=fusion-flexslider><a href='http://nu.kr/{slug}/'><img src=a.jpg alt=''></a></div><div class='fusion-post-content post-content'><h2 class='entry-title fusion-post-title'><a href='http://nu.kr/{slug}/'>{title}</a></h2><div class=fusion-post-content-container><p>누리골 자활센터가 2024년 4월 8일부터 [...]</p></div></div><div class=fusion-meta-info><div class=fusion-alignleft>By <span class=vcard><a href='/author/nuri/'>누리지기</a></span><span>|</span><span class='updated rich-snippet-hidden'>2024-03-09T10:00:00+09:00</span><span>{day}</span><span>|</span><a href='/category/news/' rel='category tag'>소식</a></div><div class=fusion-alignright><a href='http://nu.kr/{slug}/' class=fusion-read-more>Read More</a></div></div></article>"
                for n, slug, title, day in ((77, "bike", TITLE, "2024-03-05"), (76, "market", "나눔 장터 후기", "2024-03-01"))
            )
            + "</div><div class='pagination clearfix'><span class='current'>1</span><a href='http://nu.kr/category/news/page/2/' class=inactive>2</a><a class=pagination-next href='http://nu.kr/category/news/page/2/'><span class=page-text>Next</span></a></div></div>",
            classes="archive category category-news category-4",
            title="소식 – 누리골",
        ),
        {"items": [("wordpress:nu.kr/77", TITLE, "2024-03-05", False, False, False, None, None), ("wordpress:nu.kr/76", "나눔 장터 후기", "2024-03-01", False, False, False, None, None)], "next": "http://nu.kr/category/news/page/2/"},
    ),
    "Tistory, phone list": (
        "https://nu.tistory.com/m/category/a",
        tistory(
            "<div id=kakaoWrap><main><div class=list_post><ul class=list_tit>"
            f"<li><a href='/m/7' class=link_cont><div class=box_thumb></div><strong class=tit_blog>{TITLE}</strong><p class=desc_g>누리골 자활센터가 헌 자전거를</p><span class=txt_date>2024. 3. 5.</span></a></li><li><a href='/m/6' class=link_cont><strong class=tit_blog>나눔 장터 후기</strong><p class=desc_g>비가 왔지만</p><span class=txt_date>2024. 3. 1.</span></a></li></ul></div></main></div>"
        ),
        {"items": [("tistory:nu.tistory.com/7", TITLE, "2024-03-05", False, False, False, 0, None), ("tistory:nu.tistory.com/6", "나눔 장터 후기", "2024-03-01", False, False, False, 0, None)]},
    ),
    "gnuboard portal theme, pictures": (
        "http://nu.kr/bbs/board.php?bo_table=news",
        g5(
            "<div id=zz_gall_wrap><form name=fboardlist id=fboardlist><ul class='zz_gall_grid zz_gall_cols_4'><li class=zz_gall_item><a href='/bbs/board.php?bo_table=news&wr_id=3' class=zz_gall_link><span class=zz_gall_thumb><span class=zz_gall_notice_cover><em class='zz_badge zz_badge_notice'>공지</em></span></span></a><div class=zz_gall_info><a href='/bbs/board.php?bo_table=news&wr_id=3' class=zz_gall_tit_link><span class=zz_gall_tit>쉬는 날 알림 </span></a><span class=zz_gall_meta><span class=sv_use><span class=sv_member>누리지기</span></span><span class=zz_meta_sep>·</span><span>02-01</span><span class=zz_meta_sep>·</span><span><i class='fa fa-eye'></i> 1,080</span></span></div></li>"
            f"<li class=zz_gall_item><a href='/bbs/board.php?bo_table=news&wr_id=7' class=zz_gall_link><span class=zz_gall_thumb><img src=a.jpg alt='두 바퀴 24-03-01.jpg'><span class=zz_gall_badge_new>N</span><span class=zz_gall_badge_lock><i class='fa fa-lock'></i></span></span></a><div class=zz_gall_info><span class='zz_badge zz_badge_cate'>모집</span><a href='/bbs/board.php?bo_table=news&wr_id=7' class=zz_gall_tit_link><span class=zz_gall_tit>{TITLE} <span class=zz_list_cmt>[<span class=sound_only>댓글</span><span class=cnt_cmt>4</span><span class=sound_only>개</span>]</span></span></a><span class=zz_gall_meta><span class=sv_use><span class=sv_member>누리지기</span></span><span class=zz_meta_sep>·</span><span>11-20</span><span class=zz_meta_sep>·</span><span><i class='fa fa-eye'></i> 210</span></span></div></li></ul></form></div>",
            title="소식 1 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, 1080), ("gnuboard:nu.kr/news/7", TITLE, "2026-11-20", False, True, False, 4, 210)]},
    ),
    "gnuboard portal theme, cards on phones": (
        "http://nu.kr/bbs/board.php?bo_table=news&page=2",
        g5(
            "<div id=bo_list class=mo_board><form name=fboardlist id=fboardlist><div class=mo_list_top><span class=mo_total>전체 <strong>32</strong>건</span></div><div class=mo_search><form name=fsearch_top><input name=stx></form></div><ul class=mo_card_list><li class='mo_card mo_card_notice'><div class=mo_card_top><span class='mo_badge mo_badge_notice'>공지</span></div><a href='/bbs/board.php?bo_table=news&wr_id=3&page=2' class=mo_card_link> 쉬는 날 알림 </a><div class=mo_card_meta><span class='mo_card_author sv_use'><span class=sv_member>누리지기</span></span><span class=mo_card_date>02-01</span></div></li>"
            f"<li class=mo_card><div class=mo_card_top><a href='/bbs/board.php?bo_table=news&sca=a' class='mo_badge mo_badge_cate'>모집</a><span class=mo_badge_new>N</span></div><a href='/bbs/board.php?bo_table=news&wr_id=7&page=2' class=mo_card_link><i class='fa fa-lock' aria-hidden=true></i><span class=sound_only>비밀글</span> {TITLE} <span class=mo_cmt_cnt>4</span></a><div class=mo_card_meta><span class='mo_card_author sv_use'><span class=sv_member>누리지기</span></span><span class=mo_card_date>11-20</span></div></li></ul>"
            "<div class='pg_wrap mo_pg_wrap'><nav class=pg_wrap><span class=pg><a href='/bbs/board.php?bo_table=news&amp;page=1' class=pg_page>1</a><strong class=pg_current>2</strong><a href='/bbs/board.php?bo_table=news&amp;page=3' class=pg_page>3</a></span></nav></div></form></div>",
            title="소식 2 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, None), ("gnuboard:nu.kr/news/7", TITLE, "2026-11-20", False, True, False, 4, None)], "next": "http://nu.kr/bbs/board.php?bo_table=news&page=3"},
    ),
    "gnuboard theme whose date column is empty": (
        "http://nu.kr/bbs/board.php?bo_table=news",
        g5(
            "<div class=card><form name=fboardlist id=fboardlist><table class='table table-sm'><thead><tr><th>번호</th><th>제목</th><th>조회</th><th>날짜</th></tr></thead><tbody><tr><td><strong class=notice_icon>공지</strong></td><td><a href='/bbs/board.php?bo_table=news&wr_id=3'> 쉬는 날 알림 2024-02-09부터 </a></td><td>1080</td><td></td></tr>"
            f"<tr><td>31</td><td><a href='/bbs/board.php?bo_table=news&wr_id=7'> {TITLE} </a></td><td>210</td><td></td></tr></tbody></table></form></div><div class=btn-toolbar><nav class=pg_wrap><span class=pg><strong class=pg_current>1</strong><a href='/bbs/board.php?bo_table=news&amp;page=2' class=pg_page>2</a></span></nav></div>",
            title="소식 1 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림 2024-02-09부터", None, True, False, False, 0, 1080), ("gnuboard:nu.kr/news/7", TITLE, None, False, False, False, 0, 210)], "next": "http://nu.kr/bbs/board.php?bo_table=news&page=2"},
    ),
    "gnuboard cafe skin, table with sort links in its head": (
        "http://nu.kr/bbs/board.php?bo_table=news",
        g5(
            "<div id=bo_list class=cafe_board><form name=fboardlist id=fboardlist><div id=bo_btn_top><div id=bo_list_total><span>Total 32건</span> 1 페이지</div></div><div class='tbl_head01 board_list'><table><thead><tr><th class=td_num2>번호</th><th>제목</th><th class=td_name>글쓴이</th><th class=td_num><a href='/bbs/board.php?bo_table=news&sst=wr_hit&sod=desc'>조회 </a></th><th class=td_num><a href='/bbs/board.php?bo_table=news&sst=wr_good&sod=desc'>추천 </a></th><th class=td_datetime><a href='/bbs/board.php?bo_table=news&sst=wr_datetime&sod=desc'>날짜 </a></th></tr></thead><tbody>"
            "<tr class='bo_notice even'><td class=td_num2><span class=cafe_notice_badge>공지</span></td><td class=td_subject><div class=bo_tit><a href='/bbs/board.php?bo_table=news&wr_id=3'> 쉬는 날 알림 </a></div></td><td class='td_name sv_use'><span class=sv_member>누리지기</span></td><td class=td_num>1080</td><td class=td_num>5</td><td class=td_datetime>02-01</td></tr>"
            f"<tr><td class=td_num2>31</td><td class=td_subject style='padding-left:10px'><a href='/bbs/board.php?bo_table=news&sca=a' class=bo_cate_link>모집</a><div class=bo_tit><a href='/bbs/board.php?bo_table=news&wr_id=7'><img src=/skin/board/basic/img/icon_reply.gif class=icon_reply alt=답변글> <i class='fa fa-lock'></i> {TITLE} </a><span class=icon_new>N<span class=sound_only>새글</span></span><span class=sound_only>댓글</span><span class=cnt_cmt>[4]</span><span class=sound_only>개</span></div></td><td class='td_name sv_use'><span class=sv_member>누리지기</span></td><td class=td_num>210</td><td class=td_num>3</td><td class=td_datetime>11-20</td></tr></tbody></table></div></form></div>",
            title="소식 1 페이지 | 누리골",
        ),
        {"items": [("gnuboard:nu.kr/news/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, 1080), ("gnuboard:nu.kr/news/7", TITLE, "2026-11-20", False, True, True, 4, 210)]},
    ),
    "sketchbook5, magazine": (
        "http://nu.kr/news",
        xe("<div class=bd><div class=bd_lst_wrp><ol class='bd_lst bd_zine zine clear'><li class='clear'><div class=rt_area><div class='tmb_wrp'><a href='http://nu.kr/news/7'><img class=tmb src=a.jpg></a></div><h3 class=ngeb><a href='http://nu.kr/news/7'><span class=title>"+TITLE+"</span></a></h3><p class=cnt><a href='http://nu.kr/news/7'>누리골 자활센터가 헌 자전거를 2024년 4월</a></p><div class=info><span><small>Category</small> <b>모집</b></span><span><small>By</small> <b>누리지기</b></span> <span><small>Date</small> <b>2026.11.20</b></span> <span><small>Views</small> <b>210</b></span> <span><small>Replies</small> <b>4</b></span></div></div></li></ol></div></div>"),
        {"items": [("xe:nu.kr/7", TITLE, "2026-11-20", False, False, False, 0, 210)]},
    ),
    "KBoard, cards that are one link": (
        "http://nu.kr/gallery/",
        wp("<div class=entry-content><div id=kboard-ocean-gallery-list><div class=kboard-list><ul class=kboard-ocean-gallery-list><li class=kboard-list-item><a href='/gallery/?mod=document&uid=7'><div class=kboard-list-thumbnail style='background-image:url(a.jpg)'></div><div class=kboard-list-title><div class=cut_strings>"+TITLE+" <span class=kboard-comments-count>(4)</span></div></div><div class=kboard-list-info><span class=kboard-list-user>누리지기</span><span class=kboard-list-date>2026.11.20</span><span class=kboard-list-view>조회 210</span></div></a></li><li class=kboard-list-item><a href='/gallery/?mod=document&uid=6'><div class=kboard-list-title>나눔 장터 후기</div><div class=kboard-list-info><span class=kboard-list-date>2026.11.18</span></div></a></li></ul></div><div class=kboard-pagination><ul><li class=active><a href='?pageid=1&mod=list'>1</a></li><li><a href='?pageid=2&mod=list'>2</a></li></ul></div></div></div>",classes='page page-id-5',head=KBOARD),
        {"items": [("kboard:nu.kr/7", TITLE, "2026-11-20", False, False, False, 4, 210), ("kboard:nu.kr/6", "나눔 장터 후기", "2026-11-18", False, False, False, 0, None)], "next": "http://nu.kr/gallery/?pageid=2&mod=list"},
    ),
    "eGovFrame, list for phones": (
        "http://nu.go.kr/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000001&pageIndex=1",
        "<html><head><title>공지사항 | 누리구</title></head><body><h2>공지사항</h2><form name=frm action='/cop/bbs/selectBoardList.do'><input name=bbsId value=BBSMSTR_000000000001></form><ul class='board_list_m'><li class=notice><a href=\"javascript:fn_egov_inqire_notice('3','BBSMSTR_000000000001');\"><span class=tag>공지</span><strong class=tit>쉬는 날 알림</strong><span class=date>2026-02-01</span><span class=hit>조회 80</span></a></li><li><a href='#none' onclick=\"fn_egov_inqire_notice('7','BBSMSTR_000000000001'); return false;\"><strong class=tit>"+TITLE+"</strong><span class=dept>복지과</span><span class=date>2026.11.20.</span><span class=hit>조회 210</span></a></li></ul><div class=paging><strong>1</strong><a href='#' onclick='fn_egov_select_noticeList(2);return false;'>2</a></div></body></html>",
        {"items": [("egov:nu.go.kr/BBSMSTR_000000000001/3", "쉬는 날 알림", "2026-02-01", True, False, False, 0, 80), ("egov:nu.go.kr/BBSMSTR_000000000001/7", TITLE, "2026-11-20", False, False, False, 0, 210)], "next": "http://nu.go.kr/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000001&pageIndex=2"},
    ),
    "WordPress, newspaper theme without article elements": (
        "http://nu.kr/category/news/",
        wp("<div class=td-ss-main-content>"+"".join(f"<div class='td_module_10 td_module_wrap td-animation-stack'><div class=td-module-thumb><a href='http://nu.kr/{s}/' rel=bookmark title='{t}'><img src=a.jpg></a></div><div class=item-details><h3 class='entry-title td-module-title'><a href='http://nu.kr/{s}/' rel=bookmark title='{t}'>{t}</a></h3><div class=td-module-meta-info><a href='/category/news/' class=td-post-category>소식</a><span class=td-post-author-name><a href='/author/nuri/'>누리지기</a></span><span class=td-post-date><time class='entry-date updated td-module-date' datetime='2024-03-0{d}T14:20:00+09:00'>2024년 3월 {d}일</time></span></div><div class=td-excerpt>누리골...</div></div></div>" for s,t,d in (('bike',TITLE,5),('market','나눔 장터 후기',1)))+"<div class='page-nav td-pb-padding-side'><span class=current>1</span><a href='http://nu.kr/category/news/page/2/' class=page>2</a><a href='http://nu.kr/category/news/page/2/'><i class=td-icon-menu-right></i></a></div></div>",classes='archive category category-news'),
        {"items": [(None, TITLE, "2024-03-05", False, False, False, None, None), (None, "나눔 장터 후기", "2024-03-01", False, False, False, None, None)], "next": "http://nu.kr/category/news/page/2/"},
    ),
}  # fmt: skip
