"""The header of a newspaper article: headline, name of the paper, times by their labels, reporter, 부제.

Works on lines, and on what stands between the headline and the text; the engine says where that is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sources.blocks import Node, Tree, flat, has_words, line_of, text_of
from sources.dates import When, read_date
from sources.pick import attribute, ranked
from sources.texts.newswords import is_sentence
from sources.texts.reporters import TITLES, looks_like_a_name

_PUBLISHED = r"승인|등록|기사입력|최초입력|입력|작성일?|게시일?|게재일?|송고|기사등록|보도"
_MODIFIED = r"최종수정|기사수정|최종편집|수정일?|업데이트|편집"
_CHANGED = re.compile(r"(?:최종|기사)\s?수정(?:일시?)?|수정(?:일시?|\s?시[각간])|업데이트")  # «수정» alone is a button
# The day printed on paper is often the next one: never the time of publishing.
_PRINTED = r"발행일|신문게재|지면|게재면"
_LABEL = re.compile(rf"(?P<printed>{_PRINTED})|(?P<modified>{_MODIFIED})|(?P<published>{_PUBLISHED})")
DATE_SHAPE = re.compile(
    r"(?=[\dJFMASOND])(?:(?:19|20)\d{2}\s{0,2}[-./년]\s{0,2}\d{1,2}\s{0,2}[-./월]\s{0,2}\d{1,2}"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}[.,]?\s(?:19|20)\d{2}|\d{1,2}월\s\d{1,2},\s(?:19|20)\d{2}|\d{1,2}/\d{1,2}/(?:19|20)\d{2}"
    r"|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s(?:19|20)\d{2})"
    rf"[^|\n]{{0,40}}?(?=$|[|\n]|(?:19|20)\d{{2}}\s{{0,2}}[-./년]|{_PUBLISHED}|{_MODIFIED}|{_PRINTED}|조회|댓글)|(?<!\d)20\d{{6}}(?!\d)"
)
_DIGIT = re.compile(r"\d")
_FOOT_TIME = re.compile(r"(?:기사입력|입력|등록|승인|게재|작성일)\s{0,2}[:：]?\s{0,2}\d{4}")
_NAMED = re.compile(rf"^([가-힣]{{2,5}})(?:\s{{1,2}}(?:{TITLES}))?$")
_WITH_POST = re.compile(
    r"([가-힣]{3,4})\s(?:[가-힣A-Za-z0-9·()]{1,20}\s){1,4}"
    r"(?:[가-힣]{0,6}(?:이사장?|대표|감사|소장|원장|관장|센터장|회장|단장|교수|위원장?|국장|활동가|연구원|조합원|작가|변호사))$"
)
_LONGEST_POST = 60
_RIGHTS = re.compile(r"(?:copyright\s{0,2})?[@ⓒ©\s]{0,3}", re.I)  # before a name
_GREETS = ("오신 것을 환영합니다", "오신것을 환영합니다", "오신 것을 환영합니다.", "오신 것을 환영합니다!")
_HOME = re.compile(r"^(?:https?://[^/]{1,80})?/?(?:m/|mobile/|(?:index|main)\.\w{2,4})?$")
_PAGE_CLOCK = re.compile("최종|편집|오늘|현재|업데이트|updated", re.I)
_A_DAY = timedelta(days=1)
_ABOVE = 3  # boxes of a headline whose elder neighbour is looked at
_LONGEST_HEADING = 400  # characters, with all the white space between its tags
_SAYING_TITLES = ("h1,h2,h3,h4,h5,dt,strong", "td,div,p,span,b,font")
_LONGEST_NAME = 12  # letters of the name of a paper
_LOGOS = 40  # pictures from the top of a page among which its logo stands
_BY_RANK = ("h1", "h2", "h3", "h4")
_RANKS = frozenset(_BY_RANK)
_SAME = 60  # elements of a headline's tag that are looked at for its words
_COLUMN_UP = 12  # boxes around the text that are looked at
_IN_SECTION = re.compile(r"\s{1,3}<\s{1,3}[^<]{1,40}\s{1,3}<\s{1,3}기사본문(?:\s{1,3}[-|]\s{1,3}.{1,60})?$")
_PAPER_TAIL = re.compile(r"\s{1,3}(?:[-|:<›»·–—]|::)\s{1,3}[^-|<›»–—]{1,60}$")


@dataclass(frozen=True, slots=True)
class Times:
    published: When | None = None
    modified: When | None = None


def said_in_head(tree: Tree) -> dict[str, str]:
    """All `<meta>` of a page by name or property, the first of each, empty ones left out: asked once, used often."""
    said: dict[str, str] = {}
    for node in tree.tags("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name")
        if name and name not in said and (content := flat(attributes.get("content"))):
            said[name] = content
    return said


def first_said(said: Mapping[str, str], *names: str) -> str:
    """The first of these meta values that is not empty."""
    return next((said[name] for name in names if name in said), "")


def paper_name(tree: Tree, said: Mapping[str, str]) -> str:
    """The paper's own name: og:site_name, the copyright meta, or the logo's words."""
    name = first_said(said, "og:site_name", "Copyright", "copyright", "application-name")
    if name := _RIGHTS.sub("", name, 1):
        return name
    return _logo_alt(tree) or _home_link(tree)


def _logo_alt(tree: Tree) -> str:
    for image in tree.tags("img")[:_LOGOS]:
        attributes = image.attributes
        if attributes.get("alt") and ("logo" in (attributes.get("src") or "") or _is_under(image, "h1")):
            return flat(attributes["alt"])
    return ""


def _home_link(tree: Tree) -> str:
    """The words of a link to the front page at the head of the page."""
    heads = (*tree.tags("h1")[:2], *tree.tags("header")[:2])
    links = [link for head in heads for link in head.css("a[href]")[:3]]
    if not links and tree.css_first(".logo,.mlogo") is not None:  # cheap to ask, and few pages have one
        links = tree.css(".logo a[href],a.logo,.mlogo a[href]")[:3]
    for link in links:
        if _HOME.match(attribute(link, "href")) and (words := line_of(link)):
            return words
    tag = title_tag(tree)  # of many an old page nothing but the paper's name
    first = tree.css_first("a[href]") if 0 < len(tag) <= _LONGEST_NAME else None
    return tag if first is not None and _HOME.match(attribute(first, "href")) and line_of(first) == tag else ""


def _is_under(node: Node, tag: str) -> bool:
    outer = node.parent
    while outer is not None and outer.tag != tag:
        outer = outer.parent
    return outer is not None


def title_of(tree: Tree, headline: Node | None, paper: str, head: Mapping[str, str]) -> str:
    """Headline from the page's header, then og:title, then the title tag; without the paper's name."""
    if words := line_of(headline, ".show-for-sr,.blind,.sr-only,.hidden,script"):
        return without_paper(words, paper)
    said = first_said(head, "og:title", "twitter:title", "title")
    tag = title_tag(tree)
    if said:
        return without_paper(said, paper or _shared_tail(said, tag))
    return without_paper(tag, paper)


def title_tag(tree: Tree) -> str:
    """The words of the title tag; "" where they only greet («○○신문에 오신 것을 환영합니다»)."""
    node = tree.css_first("title")
    said = flat(node.text()) if node is not None else ""
    return "" if said.endswith(_GREETS) else said


def without_paper(title: str, paper: str) -> str:
    """«제목 - 산마루신문», «제목 < 사회 < 기사본문 - 산마루신문», «[산마루신문] 제목», «산마루신문:: 제목» → «제목».

    Only a tail (or head) that names the paper goes: headlines hold dashes of their own.
    """
    title = _IN_SECTION.sub("", title) if "<" in title else title
    if paper not in title or not paper:
        return title
    name = re.escape(paper)
    cut = re.sub(rf"\s{{0,3}}(?:[-|:<›»·–—]|::)\s{{0,3}}{name}\s{{0,2}}$", "", title)
    cut = re.sub(rf"^(?:\[{name}\]\s{{0,2}}|{name}\s{{0,2}}(?:::|[-|:»])\s{{0,3}})", "", cut)
    return cut.strip() or title


def _shared_tail(said: str, tag: str) -> str:
    """What og:title and the title tag both end in after a dash, when no one names the paper."""
    tail = _PAPER_TAIL.search(said)
    other = _PAPER_TAIL.search(tag)
    name = tail[0].strip(" -|:<›»·–—") if tail else ""
    return name if other and name == other[0].strip(" -|:<›»·–—") and said != tag else ""


def finer(said: When | None, shown: When | None) -> When | None:
    """The declared time `said`; the shown one where nothing is declared, or where only that has a time of day."""
    if said is None or (said.date_only and shown is not None and not shown.date_only):
        return shown
    return said


def is_moved(said: When | None, shown: When | None) -> bool:
    """Whether the declared time is days after the one shown: then it is when the article was moved to a new system."""
    return said is not None and shown is not None and said.at - shown.at > _A_DAY


def labelled(text: str) -> Times:
    """Times of a header by the label before each; the first without a label is the time of publishing."""
    found: dict[str, When] = {}
    changed = False  # whether the line before is but the label of a change («업데이트»), as in lists of labels
    for line in dict.fromkeys(text.split("\n")):  # headers are often found twice, and say the same again
        if _DIGIT.search(line) is None:
            changed = _CHANGED.fullmatch(line.rstrip(" :：")) is not None
            continue
        at = 0
        for match in DATE_SHAPE.finditer(line):
            when = read_date(match[0].replace("[", " ").replace("]", " "))
            if when is None:
                continue
            labels = list(_LABEL.finditer(line, at, match.start()))
            unlabelled = "modified" if changed else ("plain" if at == 0 else "later")
            found.setdefault(str(labels[-1].lastgroup) if labels else unlabelled, when)
            at, changed = match.end(), False
    return Times(found.get("published") or found.get("plain"), found.get("modified"))


def has_label(text: str) -> bool:
    """Whether a line says which time it names («등록 2014-06-20 17:31»)."""
    return any(_LABEL.search(line) and DATE_SHAPE.search(line) for line in text.split("\n") if _DIGIT.search(line))


def bare_name(words: str) -> str | None:
    """The name that the words begin with; None where they begin with none."""
    found = _NAMED.match(words)
    return found[1] if found and looks_like_a_name(found[1]) else None


def contributor(words: str) -> str | None:
    """The writer of a column who is no reporter, named with a body and post («홍길동 두레협동조합 이사장»)."""
    found = _WITH_POST.match(words) if len(words) <= _LONGEST_POST else None
    return found[1] if found and looks_like_a_name(found[1]) else None


def column_of(tree: Tree, body: Node, titles: tuple[str, ...]) -> Tree | Node:
    """The smallest element around the text that also holds a headline; the whole page where there is none.

    All of an article's header stands inside. Menus and other articles with their dates stand outside, and need not be
    searched.
    """
    group = ",".join(titles)
    box = body.parent
    for _ in range(_COLUMN_UP if titles else 0):
        if box is None or box.tag in ("body", "html"):
            break
        found = box.css_first(group)
        if found is not None and not inside(found, body) and has_words(found):
            return box
        box = box.parent
    return tree


def first_shown(scope: Tree | Node, selectors: tuple[str, ...]) -> Node | None:
    """The first element of these selectors that shows any words."""
    return next((node for nodes in ranked(scope, selectors) for node in nodes if has_words(node)), None)


def shown_as(tree: Tree, found: Node | None, paper: str, head: Mapping[str, str]) -> Node | None:
    """The heading that says the title in the head of the page, where a skin's names found none or another one."""
    words = line_of(found)
    if words and (words in first_said(head, "og:title") or words in title_tag(tree)):
        return found
    said = title_of(tree, None, paper, head)
    bare, shown = _bare(said), _bare(words)
    if len(bare) < 4 or (shown and (shown in bare or bare in shown or bare == _bare(paper))):
        return found
    named = len(bare) > _LONGEST_NAME or (paper != "" and bare != _bare(paper))
    return _heading_of(tree, bare, named) or _heading_before_tail(tree, said) or found


def _heading_of(tree: Tree, bare: str, named: bool) -> Node | None:
    """A heading of these words, else any element that says them and no more (a cell of an old table), where they are
    surely no paper's name (`named`): that stands in many."""
    for tags in _SAYING_TITLES if named else _SAYING_TITLES[:1]:
        for node in tree.css(tags):
            if len(node.text()) <= _LONGEST_HEADING and _bare(line_of(node)) == bare:
                return node
    return None


def nearest_of(tree: Tree, headline: Node | None, body: Node) -> Node | None:
    """Of headings that say the same the last before a text: a bar that stays on top of some pages says it too, in any
    element."""
    if headline is None:
        return None
    words, tag = headline.text(), headline.tag or ""
    tags = (tag,) if tag in _RANKS else _BY_RANK
    known = {node.mem_id for tag in tags for node in tree.tags(tag)[:_SAME] if node.text() == words}
    at: Node | None = body if known - {headline.mem_id} else None
    while at is not None and at.tag not in ("body", "html"):
        block = at.prev
        while block is not None:
            inner = block.css(",".join(tags)) if words in block.text() else []
            found = next((node for node in reversed(inner) if node.mem_id in known), None)
            if found is not None:
                return found
            block = block.prev
        at = at.parent
    return headline


def _heading_before_tail(tree: Tree, said: str) -> Node | None:
    """The heading that says the title in the head of the page up to a tail («제목 - 산마루신문») nothing else names."""
    tail = _PAPER_TAIL.search(said)
    bare = _bare(said[: tail.start()]) if tail else ""
    return _heading_of(tree, bare, len(bare) > _LONGEST_NAME) if tail else None


def _bare(words: str) -> str:
    return re.sub(r"[\W_]{1,10}", "", words)


def between(headline: Node | None, body: Node | None, limit: int = 300) -> str:
    """Short lines that stand between the headline and the text, in page order: reporter, time, section."""
    if headline is None or body is None:
        return ""
    lines: list[str] = []
    at: Node | None = headline
    first = True
    for _ in range(limit):
        step = None if first or at is None or at.tag in ("script", "style") else at.child
        first = False
        while step is None and at is not None:
            step = at.next
            at = at.parent if step is None else at
        if step is None or step.mem_id == body.mem_id:
            break
        at = step
        if at.tag == "-text" and (words := flat(at.text_content)):
            if len(words) > 40 and is_sentence(words):
                if inside(headline, body):  # the text has begun: the container holds the headline too
                    break
                continue  # a 부제 in sentences, in the header
            lines.append(words)
    return "\n".join(line for line in lines if len(line) <= 120)


def just_above(headline: Node | None, body: Node | None) -> str:
    """The short lines right above a headline, in the boxes that hold the text too: where blogs print the day."""
    at = headline
    for _ in range(_ABOVE):
        if at is None or body is None or at.tag in ("body", "html", "main") or inside(body, at):
            return ""
        block = at.prev
        while block is not None and (block.tag == "-comment" or not has_words(block)):
            block = block.prev
        if block is not None and block.tag not in ("nav", "aside", "header"):
            said = text_of(block).rpartition("\n")[2]
            return said if len(said) <= 60 and not _PAGE_CLOCK.search(said) else ""
        at = at.parent
    return ""


def labelled_lines(tree: Tree) -> str:
    """Lines anywhere in the main column that name a publishing time by its label (old skins print it at the foot)."""
    lines = text_of(tree.body, "aside,nav,footer,header", cells="\n").split("\n")
    return "\n".join(line for line in lines if len(line) < 120 and _FOOT_TIME.search(line))


def inside(node: Node, box: Node) -> bool:
    """Whether an element is `box` or stands inside it."""
    at: Node | None = node
    while at is not None:
        if at.mem_id == box.mem_id:
            return True
        at = at.parent
    return False


def later(times: Times) -> datetime | None:
    """A time of change, if it is not the time of publishing said again."""
    if times.modified is None or (times.published and times.modified.at <= times.published.at):
        return None
    return times.modified.at
