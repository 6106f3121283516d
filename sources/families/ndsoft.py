"""ND soft (엔디소프트): the most common CMS of local papers. Four page frames under one address (field guide §5, §11).

1 tables in EUC-KR (to ~2017) · 2 `arl_view` (2014–19) · 3 responsive (2017–20) · 4 2021 and later. They share container
ids, so fields are found by lists of selectors, newest first. AMP, mobile, print and mail copies have the same idxno.
"""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_VIEWS = re.compile(r"/(?:article|amp_?article)(?:View|ViewAmp|Print|MailSend|Scrap)?\.html$", re.I)
_ACTS = re.compile(r"^(?:amp)?article(?:View|ViewAmp|Print)$", re.I)
_LISTS = re.compile(r"/articleList\.html$", re.I)


def key(url: str) -> str | None:
    """`ndsoft:<site>/<idxno>`; idxno may have 11 digits after a migration."""
    address = parse(url)
    idxno = address.number("idxno")
    named = _VIEWS.search(address.path) or _ACTS.match(address.query.get("act", ""))
    return f"ndsoft:{address.site}/{idxno}" if idxno and named else None


def _address(address: Address) -> bool:
    if address.number("idxno") and (_VIEWS.search(address.path) or _ACTS.match(address.query.get("act", ""))):
        return True
    return bool(_LISTS.search(address.path)) or address.query.get("act") == "articleList"


VIEW = View(
    body=(
        "#article-view-content-div",
        "#arl_view_content",
        ".article-veiw-body",
        "#articleBody",
        "#CmAdContent",
        "#articleViewCon [itemprop=articleBody]",
        "[itemprop=articleBody]",
        "td.view_r",
        "#article-view .article-body",
    ),
    title=(
        ".article-view-header .heading",
        "h1.heading",
        "h3.heading",
        "#article-view .heading",
        ".article-head-title",
        ".arl_view_title",
        ".arl_view_title_box h1",
        ".arl_view_title_box",
        ".View_Title strong",
        ".View_Title",
        "td.view_t",
        "#head-title",
        "h3.aht-title",
    ),
    info=(
        ".article-view-header .info-group",
        ".article-view-header .infomation",
        ".infomation",
        ".article-info-label",
        "ul.infos",
        ".info-group ul.breadcrumbs",
        ".info-text",
        ".arl_view_info",
        ".arl_view_title_box",
        ".View_Info",
        ".View_Time",
        "td[bgcolor=EFEFEF]",
        "td[bgcolor='#EFEFEF']",
        "#head-info",
        ".article-view-header",
        ".article-head-wrap",
    ),
    time=(".arl_view_date", ".View_Info .date", ".View_Time"),
    author=(
        ".article-view-header .info-name",
        "li.info-name",
        ".article-writer-name",
        "article.writer .name",
        ".view-editors .names",
        ".user-info .name",
        ".infomation li:has(.icon-user-o)",
        ".arl_view_writer",
    ),
    subtitles=(
        ".article-view-header .subheading",
        "header .subheading",
        ".article-head-wrap .article-head-sub",
        "header .article-head-sub",
        ".arl_view_subtitle",
        ".arl_view_title_box h2",
        ".arl_view_title_box h3",
        ".View_Title span",
        "td.view_s",
    ),
    category=(
        ".article-view-header .section-name",
        "nav.breadcrumbs",
        ".article-head-nav",
        ".arl_view_navi",
        "#head-nav",
        ".article-view-header .breadcrumbs a:last-child",
    ),
    comments=(".reply-header strong", "#reply > h3", ".reply-wrap h4 strong", "form[name=replyform] > b"),
    drop=(
        ".view-copyright,.view-editors,.article-view-sns,.tag-group,[class^=emoji-for],.article-relation,.relation,"
        ".info-options,.info-options2,.ad-template,.article-writer,article.writer,.article-copyright,.article-copy,"
        ".like-group,.writer-info,#view_copyright,.view-sns,.ad_title,[class$='-banner'],.clearfix.article-sns,"
        'div[style*="float:right"],div[style*="float: right"]'
    ),
    captions="figure figcaption,.view_r_caption,[id^=font_imgdown_],.photo-caption",
    inner_subtitles="h2.subheading,.subheading,.article-head-sub",
)

ROWS = Rows(
    rows=(
        "#section-list li[class^=altlist-]",
        "#section-list ul.type2 > li",
        "#section-list li",
        ".article-list-content .list-block",
        ".article-list-content .table-row",
        ".article-list .list-block",
    ),
    title=".altlist-subject,.titles,.list-titles,.ArtList_Title",
    date=".altlist-info,.list-dated,.byline,.List_Date",
    board=(".altlist-title", ".article-list-header .heading", "#article-list-header h2"),
    drop_from_next=("total", "box_idxno"),
)

FAMILY = Family(
    name="ndsoft",
    about="ND soft (엔디소프트) news CMS, four generations",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs=(
        "#article-view-content-div,#arl_view_content,#arl_view_box,#ND_Warp,.article-veiw-body,img[src*='ndsoft.gif'],"
        "a[href*='ndsoft.co.kr'],[id^=font_imgdown_]"
    ),
    address=_address,
)
