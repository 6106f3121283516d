"""Pages with nothing to read, and the reason they give: errors that answer 200, and pages that only lead elsewhere."""

from __future__ import annotations

import re

from sources.address import absolute, parse
from sources.blocks import Tree, flat, line_of, text_of
from sources.page import Page, Reason, Refused
from sources.pick import head_title

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
# said of a neighbouring post or of comments that do not exist, not of this page
_OF_NEIGHBOUR = re.compile(r"(?:다음|이전)\s?(?:글|게시[물글]|페이지)|(?:댓글|덧글|의견)[이가은]?\s?없")
_LEAVES = re.compile(
    r"location(?:\.href)?\s{0,3}=|location\.replace|history\.(?:back|go)|window\.close|self\.close|opener\."
)
_GOES = re.compile(r"""location(?:\.href\s{0,3}=|\.replace\s{0,3}\(|\s{0,3}=)\s{0,3}(["'])((?:(?!\1).){1,500}?)\1""")
_REFRESH = re.compile(r"""<meta\s[^<>]{0,99}\brefresh\b[^<>]{0,99}?\burl\s?=\s?["']?([^"'<>\s]{1,300})""", re.I)
_HEAD = 4096  # characters of a page that hold its head
# How such words end; «로그인» on a button and «회원 전용 게시판» in a menu say nothing.
_DENIES = re.compile(r"없|않|못|니다|세요|바랍|십시오|안내|점검|제한|금지|차단|삭제|만료")
SHORT_PAGE = 600  # characters a visitor sees: error pages keep the menu at most


def refuse_alert(page: Page, tree: Tree, *, cut_off: bool = False, otherwise: Reason = Reason.ENGINE_ERROR) -> None:
    """Raise `Refused` for a page that only shows an alert and goes elsewhere. Call when no container was found.

    Pages with more words than a menu are left alone, unless `cut_off` is set and they end right after the script, as
    those of WordPress plug-ins do. `otherwise` is the reason where the alert's sentence gives none.
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
    """Raise `Refused` for a page whose first script shows an alert and leaves: no visitor ever sees the rest."""
    for node in tree.tags("script") if "alert" in page.text else ():
        script = node.text() or ""
        if (said := _ALERT.match(script.lstrip(" \t\r\n<!-/"))) and _LEAVES.search(script):
            refuse_sentence(flat(said[2].replace("\\n", " ")))


def refuse_moved(page: Page, tree: Tree) -> None:
    """Raise `Refused` for a short page that refreshes to another site: after a move, all old addresses answer so."""
    head = page.text[:_HEAD]
    found = _REFRESH.search(head) if "efresh" in head or "EFRESH" in head else None
    url = absolute(page.final_url, found[1]) if found else None
    if url and parse(url).site != parse(page.final_url).site and len(line_of(tree.body)) <= SHORT_PAGE:
        raise Refused(Reason.REDIRECT, url)


def refuse_words(tree: Tree) -> None:
    """Raise `Refused` for a page whose few words, menus aside, say why it is empty («권한이 없습니다», «점검 중»).

    Call only where nothing was found to read: the same words stand in many articles.
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
    """Raise `Refused` with the reason that the sentence of an error page gives, else with `otherwise`."""
    for reason, pattern in SENTENCES:
        if pattern.search(sentence):
            raise Refused(reason, sentence)
    raise Refused(otherwise, sentence)
