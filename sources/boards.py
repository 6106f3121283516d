"""What boards of all engines share: error pages that answer 200, copy markers, titles in the head of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sources.address import absolute, parse
from sources.blocks import Node, Tree, flat, has_words, line_of, own_text, text_of
from sources.inserts import boxes_of_others
from sources.newsnames import sort_of_names
from sources.newswords import bare_caption, has_caption_mark
from sources.page import Article, Page, Reason, Refused
from sources.words import holds_any

# Engines say it with `alert("…")` and a script that goes elsewhere; the first pattern that fits names the reason.
SENTENCES: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (Reason.SECRET, re.compile(r"비밀글|비밀\s?번호|패스워드|보호된\s?글")),
    (
        Reason.GONE,
        re.compile(
            r"존재하지\s?않|삭제\s?(?:되었|되거나|된|처리)|없는\s?(?:글|게시물|게시글|문서|기사|자료|페이지)|찾을\s?수\s?없|이동된\s?경우|"
            r"(?:글|게시물|게시글|문서|기사|자료)[이가은는]?\s?없습니다|기간이\s?(?:지났|만료|종료)"
        ),
    ),
    (
        Reason.CLOSED,
        re.compile(
            r"권한|로그인|회원(?:만|이시라면|\s?전용|에게만|\s?등급)|레벨|등급|접근\s?(?:이\s?)?(?:금지|제한|불가)|차단|블라인드|비공개|"
            r"포인트|본인\s?인증|성인|(?:열람|조회)\s?(?:하실|할)?\s?수\s?없|(?:승인|인증)\s?(?:후|된\s?회원)"
        ),
    ),
    (
        Reason.SERVER_ERROR,
        re.compile(r"점검|연결할\s?수\s?없|DB\s?(?:오류|접속)|데이터베이스|접속자가\s?(?:많|폭주)"),
    ),
)
_ALERT = re.compile(
    r"""\balert\s{0,3}\(\s{0,3}(?:decodeURIComponent\(\s{0,3})?(["'])((?:(?!\1).){1,400}?)\1\s{0,3}\)"""
)
# what stands for a neighbour or an answer that there is not
_OF_NEIGHBOUR = re.compile(r"(?:다음|이전)\s?(?:글|게시[물글]|페이지)|(?:댓글|덧글|의견)[이가은]?\s?없")
_LEAVES = re.compile(
    r"location(?:\.href)?\s{0,3}=|location\.replace|history\.(?:back|go)|window\.close|self\.close|opener\."
)
_GOES = re.compile(r"""location(?:\.href\s{0,3}=|\.replace\s{0,3}\(|\s{0,3}=)\s{0,3}(["'])((?:(?!\1).){1,500}?)\1""")
_REFRESH = re.compile(r"""<meta\s[^<>]{0,99}\brefresh\b[^<>]{0,99}?\burl\s?=\s?["']?([^"'<>\s]{1,300})""", re.I)
_HEAD = 4096  # characters of a page that hold its head
# «[이 게시물은 X님에 의해 2026-01-02 03:04:05 자유게시판에서 복사 됨]»
_MOVED = re.compile(r"\[\s?이 게시물은 [^\n\]]{1,120}에서 (?:복사|이동)\s?됨\s?\]")
# How such words end; «로그인» on a button and «회원 전용 게시판» in a menu say nothing.
_DENIES = re.compile(r"없|않|못|니다|세요|바랍|십시오|안내|점검|제한|금지|차단|삭제|만료")
_COMMENT_HEADINGS = (
    "h2,h3,h4,h5,button,[class~=comment],[class$=-comment],[class*=comment_],[class*=comment-],[class*=cmt],"
    "[class*=reply],[class*=reply]>b,[class*=reply]>strong"
)
_COMMENT_COUNT = re.compile(
    r"(?:(?:이\s?)?(?:기사|글)에\s대한\s)?(?:(?:전체|독자|기사|네티즌|회원)\s?){0,2}(?:(?:댓글|덧글)(?:\s?목록)?|의견|코멘트|[Cc]omments?|한\s?줄\s?[가-힣]{1,3}|한\s?마디)(?:\s?(?:나누기|달기|쓰기|남기기))?\s?[:(\['‘]?\s?(?:(?:전체|총)\s?)?(\d[\d,]{0,6})\s?[개건]?\s?[)\]'’]?\s?[개건]?"
    r"(?:\s?[|·]\s.{0,40}|\s로그인.{0,30})?|(?:.{1,120}의\s)?(\d[\d,]{0,6})(?:개의\s(?:댓글|덧글|의견|생각|답글)(?:이\s있습니다\.?)?|\s(?:[Cc]omments?|[Rr]epl(?:y|ies)))"
)
# gnuboard's and Tistory's links at a comment, WordPress's, KBoard's
_CALLS = (
    ("comment_box(", re.compile(r"comment_box\(\s?'?(\d{1,12})")),
    ("deleteComment(", re.compile(r"deleteComment\(\s?'?(\d{1,12})")),
    ("replytocom=", re.compile(r"replytocom=(\d{1,12})")),
    ("kboard_comments_reply(", re.compile(r"kboard_comments_reply\([^()<>]{0,40}reply-form-(\d{1,12})")),
)
_TYPED = re.compile(r"""itemtype=["']https?://schema\.org/Comment["']""")
_NO_COMMENT = re.compile(
    r"(?:(?:아직|등록된|[이본]\s기사에\s대한)\s){0,2}(?:댓글|덧글|의견)이\s(?:아직\s)?없습니다\.?(?:\s?[(\[]0[)\]])?"
)
_DIGIT = re.compile(r"\d")  # is in each count: cheap to ask of the many elements around a text
_HEADS_COMMENTS = re.compile(r"(?:전체\s?)?(?:댓글|덧글|의견|[Cc]omments?)(?:\s?(?:목록|나누기|달기|쓰기|남기기))?")
_MOMENT = re.compile(
    r"(?:\d{2,4}[-./]\s?)?\d{1,2}[-./]\s?\d{1,2}\.?,?\s(?:오[전후]\s)?\d{1,2}:\d{2}|\d\s?(?:분|시간|일)\s전"
)
_NUMBERED = re.compile(r"[가-힣][가-힣\s]{1,14}?\s?[(\[]?(\d{1,4})\s?[)\]]?\s?[개건]?")
_SAYS_WHEN = re.compile(
    rf"{_MOMENT.pattern}|\d{{1,2}}월\s\d{{1,2}}일|\d\s?(?:주|달|개월)\s전|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}"
)
_OF_THEM = ("댓글", "덧글", "의견", "omment", "답글", "마디", "한 줄", "한줄")
_LISTS_POSTS = re.compile(r"[?&;](?:wr_id|document_srl|idx|no|uid|nttId)=\d")
_MOST_HEADINGS = 100
_BELOW = 6  # boxes around a text below which its comments may stand, and around a heading that may make it a row
_LONGEST_HEADING = 60
_LONGEST_NAME = 14
_DAY = re.compile(r"(?:\d{2}|\d{4})[-./]\d{1,2}[-./]\d{1,2}\.?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?(?:\s?(?:[xX×]|삭제))?")
_OF_COMMENTS = frozenset(
    ("div", "section", "article", "aside", "h2", "h3", "h4", "h5", "h6", "p", "form", "a", "table", "tr", "strong")
)
_AROUND = 6  # boxes around a text that are looked at
_LINES = frozenset(("p", "div", "span", "figcaption", "center", "em", "small"))
_MOST_PICTURES, _LONGEST_CAPTION = 100, 300
_MAYBE_CAPTION = "[class*=desc],[class*=cap]"
_STEM = 8  # characters of a subject that are no accident
SHORT_PAGE = 600  # characters a visitor sees: error pages keep the menu at most


def refuse_alert(page: Page, tree: Tree, *, cut_off: bool = False, otherwise: Reason = Reason.ENGINE_ERROR) -> None:
    """Raise for a page that is one script: a sentence in a box, then away. Call when no container was found.

    Pages with more words than a menu are left alone, unless they end right after the script (`cut_off`), as plug-ins
    of WordPress do. `otherwise` is the reason for a sentence that gives none.
    """
    scripts = "\n".join(node.text() for node in tree.css("script") if node.attributes.get("src") is None)
    if not _LEAVES.search(scripts):
        return
    visible = text_of(tree.body, "noscript") if tree.body is not None else ""
    ends_there = cut_off and "</html" not in page.text[-2000:].lower()
    if len(visible) > SHORT_PAGE and not ends_there and tree.css_first("#validation_check") is None:
        return
    alert = next((said for said in _ALERT.finditer(scripts) if not _OF_NEIGHBOUR.search(said[2])), None)
    if alert is not None:
        refuse_sentence(flat(alert[2].replace("\\n", " ").replace("\\r", " ")), otherwise)
    goes = _GOES.search(scripts)
    if goes is not None and not visible.strip():
        raise Refused(Reason.SECRET if "password.php?w=s" in goes[2] else Reason.REDIRECT, goes[2])


def refuse_leaving(page: Page, tree: Tree) -> None:
    """Raise for a page whose script says a sentence and goes away at once: what stands below is never seen."""
    for node in tree.tags("script") if "alert" in page.text else ():
        script = node.text() or ""
        if (said := _ALERT.match(script.lstrip(" \t\r\n<!-/"))) and _LEAVES.search(script):
            refuse_sentence(flat(said[2].replace("\\n", " ")))


def refuse_moved(page: Page, tree: Tree) -> None:
    """Raise for a page of few words that goes to another site by itself: all old addresses of a board answer so."""
    head = page.text[:_HEAD]
    found = _REFRESH.search(head) if "efresh" in head or "EFRESH" in head else None
    url = absolute(page.final_url, found[1]) if found else None
    if url and parse(url).site != parse(page.final_url).site and len(line_of(tree.body)) <= SHORT_PAGE:
        raise Refused(Reason.REDIRECT, url)


def refuse_words(tree: Tree) -> None:
    """Raise for a page whose few words, menus aside, say why it shows nothing («권한이 없습니다», «서비스 점검 중»).

    Call where nothing was found to read: the same words stand in many articles.
    """
    visible = text_of(tree.body, "header,nav,aside,footer,[role=navigation],.gnb,#gnb,#footer")
    if not 4 <= len(visible) <= SHORT_PAGE:
        return
    said = f"{head_title(tree)}\n{visible}"
    for reason, pattern in SENTENCES:
        lines = (line for line in said.split("\n") if _DENIES.search(line) and not _OF_NEIGHBOUR.search(line))
        line = next((line for line in lines if pattern.search(line)), None)
        if line is not None:
            raise Refused(reason, line[:200])


def refuse_sentence(sentence: str, otherwise: Reason = Reason.ENGINE_ERROR) -> None:
    """Raise with the reason a sentence of an error page gives."""
    for reason, pattern in SENTENCES:
        if pattern.search(sentence):
            raise Refused(reason, sentence)
    raise Refused(otherwise, sentence)


def without_marker(body_text: str) -> tuple[str, str | None]:
    """Body text and the «[이 게시물은 …에서 복사 됨]» line that moderators' copies end with."""
    found = None
    for match in _MOVED.finditer(body_text[-2000:]):
        found = match[0]
    if found is None:
        return body_text, None
    kept, _, after = body_text.rpartition(found)
    return "\n".join(line for line in (kept + after).split("\n") if line.strip()), flat(found)


def comments_said(tree: Tree) -> int | None:
    """The count that the heading of the comments says («댓글 2», «덧글 (0)»); None where there is no such heading."""
    for node in (*tree.css(_COMMENT_HEADINGS)[:_MOST_HEADINGS], *tree.css("td b")[:_MOST_HEADINGS]):
        words = node.text()
        counts = len(words) < SHORT_PAGE and _DIGIT.search(words) is not None
        if counts and (said := _COMMENT_COUNT.fullmatch(line_of(node))):
            return int((said[1] or said[2]).replace(",", ""))
    return None


def comments_called(page: Page) -> int | None:
    """How many comments links of the engine answer or change, each by its number, else how many elements say that
    they are one (KBoard's do); None where none does."""
    for word, pattern in _CALLS:
        if word in page.text:
            return len({said[1] for said in pattern.finditer(page.text)}) or None
    return len(_TYPED.findall(page.text)) or None if "schema.org/Comment" in page.text else None


def comments_below(body: Node) -> int | None:
    """The same below a post's text, whatever the heading is called; nothing that stands in a list or leads away."""
    for block in _blocks_below(body):
        words = block.text() if block.tag in _OF_COMMENTS else ""
        if holds_any(words, _OF_THEM):
            if (said := _said_in(block, words)) is not None:
                return said
            if entries := _entries_in(block, words):
                return entries
        if block.tag == "table" and (rows := _rows_of_comments(block)):
            return rows
    return None


def comments_counted(body: Node) -> int | None:
    """The number behind any heading («응원의 말 2») below a text, where just so many moments are told below it and
    more may be said."""
    for block in _blocks_below(body):
        field = block.css_first("textarea") if block.tag in _OF_COMMENTS else None
        heading = block.css_first("h2,h3,h4,h5,h6") if field is not None else None
        said = _NUMBERED.fullmatch(line_of(heading)) if heading is not None else None
        if said is not None and _LISTS_POSTS.search(block.html or "") is None:
            lines = (line for line in text_of(block).split("\n") if len(line) <= _LONGEST_HEADING)
            moments = sum(_SAYS_WHEN.search(line) is not None for line in lines)
            return moments if moments == int(said[1]) else None
    return None


def _blocks_below(body: Node) -> Iterator[Node]:
    """What follows a text, and what follows the boxes around it."""
    at: Node | None = body
    for _ in range(_BELOW):
        block = at.next if at is not None else None
        while block is not None:
            yield block
            block = block.next
        at = at.parent if at is not None else None
        if at is None or at.tag in ("body", "html"):
            return


def _rows_of_comments(table: Node) -> int:
    """Rows of a table without any word for what they are, each a name, some words and their day; 0 for other tables.
    Links in it only call scripts («x»), and a last row may be the form for one more."""
    away = table.css_first("th,a[href]:not([href^='#']):not([href^='javascript:'])")
    if away is not None or len(table.css("table")) > 1:  # with itself
        return 0
    lines = [row for row in table.css("tr")[:_MOST_HEADINGS] if row.css_first("input,textarea") is None]
    rows = [[line_of(cell) for cell in row.css("td")] for row in lines]
    told = (len(row) == 3 and len(row[0]) <= _LONGEST_NAME and row[1] and _DAY.fullmatch(row[2]) for row in rows)
    return len(rows) if all(told) else 0


def _said_in(block: Node, whole: str) -> int | None:
    if (own := _COMMENT_COUNT.fullmatch(own_text(block))) is not None:  # above their list, in no element of its own
        return int((own[1] or own[2]).replace(",", ""))
    for node in (block, *block.css("h1,h2,h3,h4,h5,h6,div,p,span,strong,b,a,legend,em,td")[:_MOST_HEADINGS]):
        words = node.text()
        counts = len(words) <= _LONGEST_HEADING and _DIGIT.search(words) is not None and not _in_row(node)
        if counts and (said := _COMMENT_COUNT.fullmatch(line_of(node))):
            return int((said[1] or said[2]).replace(",", ""))
    form = block.css_first("textarea") if len(whole) <= SHORT_PAGE else None
    said_so = (_COMMENT_COUNT.fullmatch(line) for line in (text_of(block).split("\n") if form is not None else ()))
    found = next(filter(None, said_so), None)  # «0개의 댓글» above the form, in its box
    if found is None and form is not None and "없습니다" in whole:
        return 0 if any(map(_NO_COMMENT.fullmatch, text_of(block).split("\n"))) else None
    return int((found[1] or found[2]).replace(",", "")) if found is not None else None


def _entries_in(block: Node, words: str) -> int:
    """How many moments are told below a heading that says «댓글» and no number: one of each comment. None of them
    leads to another post."""
    if _MOMENT.search(words) is None:
        return 0
    heads = (node for node in block.css("h1,h2,h3,h4,h5,h6,strong,legend") if _HEADS_COMMENTS.fullmatch(line_of(node)))
    if next(heads, None) is None or _LISTS_POSTS.search(block.html or ""):
        return 0
    return sum(
        len(line) <= _LONGEST_HEADING and _MOMENT.search(line) is not None for line in text_of(block).split("\n")
    )


def _in_row(node: Node) -> bool:
    at: Node | None = node
    for _ in range(_BELOW):
        if at is None or at.tag == "table":
            return False
        if (
            at.tag == "li"
            or (at.tag == "tr" and len(at.css("td,th")) > 1)
            or (at.tag == "a" and not (at.attributes.get("href") or "#").startswith("#"))
        ):
            return True
        at = at.parent
    return False


def head_title(tree: Tree) -> str:
    head = tree.head
    node = (head.css_first("head > title") if head is not None else None) or tree.css_first("title")
    return flat(node.text()) if node is not None else ""


def full_title(shown: str, *others: str) -> str:
    """A heading cut with «…» (skins cut long subjects), completed from a text that begins with the same words."""
    stem = shown.rstrip("….").rstrip()
    if stem == shown or len(stem) < _STEM:
        return shown
    longer = [other for other in others if other.startswith(stem) and len(other) > len(stem)]
    return min(longer, key=len) if longer else shown


def subject(shown: str, head: str) -> tuple[str, str | None]:
    """Title and category, from the heading of a skin and the subject in the head of the page.

    A heading may be cut with «…», and carry the category before the title: «분류 | 제목», «[분류] 제목», or glued on.
    """
    if not head:
        return shown, None
    for start in (0, shown.find(" | ") + 3, shown.find("] ") + 2):
        if full_title(shown[start:], head) == head:
            return head, shown[:start].strip(" |[]") or None
    if shown.endswith(head) or (len(head) >= _STEM and head in shown):  # day and count in the heading, behind it
        return head, shown.partition(head)[0].strip(" |[]") or None
    return shown, None


def around(body: Node, title: str) -> Node | None:
    """The nearest box around a text in which the title's words stand too, outside the text."""
    box = body.parent
    for _ in range(_AROUND):
        if box is None or box.tag in ("body", "html"):
            return None
        if title in line_of(box, "script", [body]):
            return box
        box = box.parent
    return None


def without_inserts(article: Article, body: Node) -> Article:
    """A post without the advertisements and the links to other posts that are set into it."""
    said = {line for box in boxes_of_others(body) for line in text_of(box).split("\n")}
    if not said:
        return article
    return replace(article, body_text="\n".join(x for x in article.body_text.split("\n") if x not in said))


def without_captions(article: Article, body: Node) -> Article:
    """A post whose editor, or an arrow («▲ 개소식»), says under a picture what it shows: that is no text of it."""
    captions = body.css("figcaption") if not article.image_captions else []
    lines = article.body_text.split("\n")
    named = not article.image_captions and body.css_first(_MAYBE_CAPTION) is not None
    if not captions and (named or any(map(has_caption_mark, lines))):
        captions = list(_marked_captions(body, named))
    if not captions:
        return article
    said = {line for caption in captions for line in text_of(caption).split("\n")}
    text = "\n".join(line for line in lines if line not in said)
    return replace(article, body_text=text, image_captions=tuple(map(bare_caption, names(captions))))


def _marked_captions(body: Node, named: bool) -> Iterator[Node]:
    """The lines right below pictures that are named so or open with an arrow; elsewhere it may mark items of a list."""
    for picture in body.css("img")[:_MOST_PICTURES]:
        box = picture
        while box.parent is not None and box.parent.mem_id != body.mem_id and not has_words(box.parent):
            box = box.parent
        below = box.next
        while below is not None and (below.tag in ("-comment", "br") or not has_words(below)):
            below = below.next
        if below is None or below.tag not in _LINES:
            continue
        called = named and len(below.text()) <= _LONGEST_CAPTION and _is_called_caption(below)
        if called or has_caption_mark(line_of(below)):
            yield below


def _is_called_caption(node: Node) -> bool:
    return sort_of_names(node.attributes.get("class") or "") == "caption"


def names(nodes: Sequence[Node], drop: str = "") -> tuple[str, ...]:
    """Non-empty one-line texts, in order, without repeats."""
    return tuple(dict.fromkeys(said for said in (line_of(node, drop) for node in nodes) if said))
