"""The role of a short word (author, date, views …): by the labels boards print, or by classes, icons and links."""

from __future__ import annotations

import re
from functools import lru_cache

from sources.blocks import flat
from sources.metadata.words import TRIM, Word

NOWHERE = 12  # characters of a link that only calls its script («javascript:;»)
_LABELS = (
    (
        "author",
        r"글\s?쓴\s?이|작성자명?|등록자명?|이\s?름|닉네임|기자명?|글|(?:올린|쓴|보낸|물은)\s?(?:사람|이)|지은\s?이|"
        r"(?:질문|문의|신청)(?:한\s?(?:사람|이)|[자인])|"
        r"[Bb][Yy]\.?|[Aa]uthor|[Ww]riter|[Pp]osted\s[Bb]y",
    ),
    (
        "date",
        r"(?:작성|등록|게시)\s?일[시자]?|(?:작성|등록)\s?시[각간]|게재일|공고일자?|(?:기사|최초)?\s?입력|최초\s?등록|등록|작성|게시|올린\s?[때날]|날\s?짜|"
        r"일시|일자|(?:쓴|적은|물은|보낸)\s?[때날]|펴낸\s?날|질문일시?|[Dd]ate",
    ),
    ("modified", r"(?:(?:최종|기사)\s?)?수정(?:일[시자]?|\s?시[각간])?|최종\s?편집(?:일[시자]?)?|업데이트"),
    ("department", r"(?:담당|작성|등록)\s?부서|부서명?|담당|맡은\s?(?:반|곳|이|사람|부서)"),  # gives way to the writer
    (
        "views",
        r"조\s?회\s?(?:횟?수)?|읽음|(?:본|읽은)\s?(?:사람|이|횟?수)|[Vv]iews?|[Hh]its?|👁|"
        r"(?:보기|열람|클릭)\s?수?(?=\s{0,3}[:：]?\s{0,3}\d[\d,]{0,9}\s?[회번]?$)",  # alone it is a button
    ),
    ("comments", r"댓\s?글\s?수?|덧글|의견|코멘트|[Cc]omments?|💬|답[변글]?(?=\s{0,3}[:：]?\s{0,3}\d{1,4}\s?[개건]?$)"),
    ("category", r"분\s?류|갈래|구분|카테고리|말머리|[Cc]ategory"),
    (
        "other",
        r"(?:글\s?)?제\s?목|내\s?용|번\s?호|추천\s?수?|비추천|공감|좋아요|(?:첨부|붙임)\s?(?:파일)?|파일[\s#\d]{0,4}|링크|홈페이지|이메일|"
        r"전화(?:번호)?|연락처|담당자|기간|[가-힣]{2,4}\s?기간|장소|진행상태|상태|사진|[Ii][Pp]",
    ),
)
LABEL = re.compile("|".join(f"(?P<{role}>{words})" for role, words in _LABELS))
LABELLED = re.compile(rf"(?:{LABEL.pattern})(?:\s{{0,3}}[:：=]\s{{0,3}}|\s{{1,3}})(?P<value>\S.{{0,60}})")
COUNT = re.compile(r"[(\[]?\+?(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\s?[회건개번명]?[)\]]?")
# The label behind its count: «3개의 댓글», «12명이 읽음»
COUNTED = re.compile(
    r"\d[\d,]{0,9}\s?(?:[개건회번명]\s?[의이]?)?\s?(?:(?P<comments>댓글|덧글|의견|[Cc]omments?|[Rr]epl(?:y|ies))|(?P<views>조회|읽음|[Vv]iews?|[Hh]its?))"
)
DATED = re.compile(
    r"\d{1,4}\s?[-./년월:]\s?\d|\d\s?(?:초|분|시간|일|주|개월|달|년)\s?전|^(?:어제|오늘|그제|그저께|방금)(?![가-힣]{2})"
)
# Words of a link or button that only lead to the post and are no part of its title
LEADS_ON = re.compile(
    r"(?:자세히|상세(?:히)?|전체|내용|본문|글|기사|사진|크게|더|계속|이어서?)?\s?(?:보기|읽기)|자세히|더보기|바로\s?가기|"
    r"(?i:read\s?more|(?:view|more)(?:\s(?:more|details?|post))?|details?|go|zoom)\W{0,3}"
)
_NAME = re.compile(r"(?=.*[^\W\d_])[^\n|<>{}\[\]:@]{2,30}")
_HEADING = re.compile(r"[\[(〔【]?\s?([가-힣A-Za-z][가-힣A-Za-z\s·ㆍ&/]{0,14})\s?[\])〕】]?")
_BUTTON = re.compile(
    r"(?:글\s?)?(?:목록|인쇄|프린트|공유|신고|수정|삭제|답변|글쓰기|쓰기|스크랩|이전글?|다음글?|크게|작게|확대|축소|본문|복사|닫기|더보기|(?:더|이어)\s?읽기|구독|관심|"
    r"첨부|추천|비추천|댓글|로그인|회원가입|등록|검색|메뉴|전체|최신순|조회순|새글|인기글?|공지|알림|필독|비밀글)(?:하기|보기|사항)?|(?i:notice)|"
    r"(?:읽기|보기|인쇄)(?:\s?(?:전용|모드))?|뷰어|단축키|글[꼴자씨]|자세히|홈|[Hh]ome|HOME|[Ll][Vv]\.?\s?\d{0,3}|가[-+]?|URL|NEW|HOT|New|Hot|N|H|Share|Facebook|Twitter|[Xx]|페이스북|페북|트위터|밴드|카톡|인스타(?:그램)?|텔레그램|카카오(?:톡|스토리|채널|TV)?|네이버\s?\w{0,3}|"
    r"[Rr]ead\s[Mm]ore|[Cc]ontinue\s.{0,12}|"
    r".{1,8}\s\(\d{1,5}|.{0,6}(?:복사|바로가기|건너뛰기)|(?:약\s?)?\d[\d,.:\s]{0,9}\S{0,4}(?:\s이[내상])?"
)
_NUMBERED = re.compile(r"\d{1,4}\s?(?:호|동|반|조|기|층|번|학년|통|반장)(?:\s.{1,12})?")  # by flat, class or group
_PEOPLE = "author|writer|write|nick(?:name)?|name|user(?:name)?|member|guest|by|byline|reporter"
_CALLED = (
    ("author", re.compile(rf"(?:^|[\s_-])(?:{_PEOPLE})(?:[\s_\d-]|$)", re.I)),
    ("department", re.compile(r"(?:^|[\s_-])(?:dept|department|org|buseo)(?:[\s_\d-]|nm|$)", re.I)),
    (
        "category",
        re.compile(r"(?:^|[\s_-])(?:\w{0,12}cate|category\d?|categorize|cat|kick(?:er)?|ctgr?y?)(?:[\s_-]|$)", re.I),
    ),
    (
        "views",  # the page of a post is a view too («view-meta»)
        re.compile(
            r"(?:^|[\s_-])(?:views?(?:[\s\d]|$|[_-](?:count|cnt|num|no|hit))|(?:hits?|readed|read(?:count|num))(?:[\s_\d-]|$))",
            re.I,
        ),
    ),
    ("comments", re.compile(r"comment|cmt|(?:^|[\s_-])reply", re.I)),
)
MEMBERS = re.compile(
    r"(?:\S{1,14}\s)?자기\s?소개|\S{0,14}님의\s?(?:홈|글|블로그)|아이디로\s?검색|이름으로\s?검색|쪽지\s?(?:보내기)?|메일\s?보내기|(?:회원|전체)\s?(?:게시물|정보)(?:\s?보기)?|작성\s?글\s?보기"
)
_LEADS_TO = (  # links around a word, which all skins of an engine share
    (
        "author",
        re.compile(
            r"#popup_menu_area|/profile\.php\?|[?&](?:mb_id|member_srl|author|sfl=mb_id,1&stx)=|/author/|^showSideView"
        ),
    ),
    (
        "category",
        re.compile(
            r"^(?!.*[?&](?:wr_id|uid|no|idx|document_srl)=).*(?:(?<!\d)[?&](?:sca|category\d?|cate|ca_name)=[^&]|/category/)"
        ),
    ),
    ("comments", re.compile(r"#(?:\w{0,20}comment\w{0,9}|bo_vc|c?reply\w{0,9}|cmt\w{0,9})$", re.I)),
)
_OF_TAG = re.compile(r"[?&]tag=|/tags?/")  # tags have the same icons as categories
_SHOWN_AS = (
    ("author", re.compile(r"user|person|account", re.I)),
    ("category", re.compile(r"(?:^|[\s_-])(?:tags?|folder(?:-\w{1,9})?|bookmark)(?:\s|$)", re.I)),
    ("views", re.compile(r"eye|view", re.I)),
    ("comments", re.compile(r"comment|chat|message", re.I)),
)


def role_said(found: re.Match[str]) -> str:
    """The role of the label that `LABELLED` has found."""
    return next(role for role, _ in _LABELS if found[role] is not None)


def role_named(word: Word) -> str:
    """The role of a word by the classes around it, its icon or its link; "" where they say nothing."""
    count = COUNT.fullmatch(word.said) is not None
    shown = _role_shown(word.names, word.icon, count)
    if shown and not DATED.search(word.said):
        return shown if shown != "category" or not _OF_TAG.search(_href(word)) else ""
    href = _href(word)
    return next((r for r, link in _LEADS_TO if href and count == (r == "comments") and link.search(href)), "")


@lru_cache(maxsize=4096)
def _role_shown(names: str, icon: str, count: bool) -> str:
    """The role by classes and icon. Cached: the rows of a list and the pages of a site repeat the same names."""
    ways = ((_CALLED, names), (_SHOWN_AS, icon))
    for signs, said in reversed(ways) if count else ways:  # a count's icon is its own, a writer's may be his picture
        fits = ((role, pattern) for role, pattern in signs if count == (role in ("views", "comments")))
        found = [(at.start(), role) for role, pattern in fits if (at := pattern.search(said))]
        if found:
            return min(found)[1]  # the names of the nearest element come first
    return ""


def leads_to(word: Word, role: str) -> bool:
    """Whether the address of the link around a word gives it this role."""
    return any(said == role and link.search(_href(word)) for said, link in _LEADS_TO)


def _href(word: Word) -> str:
    """The address or script of the link around a word; "" where there is none."""
    at = word.node.parent
    if at is not None and at.tag != "a":
        at = at.parent
    if at is None or at.tag != "a":
        return ""
    href = at.attributes.get("href") or ""
    return href if len(href) > NOWHERE else (at.attributes.get("onclick") or href)


def is_whole(word: Word) -> bool:
    """Whether a word is all that its element holds."""
    box = word.node.parent
    return box is not None and flat(box.text()).strip(TRIM) == word.said


def is_name(said: str) -> bool:
    """Whether words may be somebody's name: 2 to 30 characters with a letter, neither a date nor a button."""
    return bool(_NAME.fullmatch(said)) and not DATED.search(said) and not _BUTTON.fullmatch(said)


def is_called(said: str) -> bool:
    """Whether words marked as the author's may be a name: nicknames such as «302호» and «3학년 2반» too."""
    return is_name(said) or (_NUMBERED.fullmatch(said) is not None and not DATED.search(said))


def is_heading(said: str, *, called: bool = False) -> bool:
    """Whether words may be a category; with `called` (their element says so) also those of a button («공유»)."""
    found = _HEADING.fullmatch(said)
    return found is not None and (called or not _BUTTON.fullmatch(found[1].strip()))
