"""The name of the board a post is on, where the engine has no mark for it that we know.

Found by what every site has: a title tag of three parts («제목 - 게시판 | 누리집»), breadcrumbs, a heading above the
post's own, or a link to the list the post came from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from urllib.parse import quote

from sources.address import Address, absolute, parse
from sources.blocks import Node, Tree, flat, has_words, line_of, own_text
from sources.page import Page
from sources.pick import attribute, head_title
from sources.texts.newsheader import paper_name, said_in_head
from sources.words import holds_any

_LONGEST = 20
_HERE = re.compile(r"^(?:현재\s?위치|현위치)\s?[:：]?\s?")
_HOME = re.compile(r"(?:홈|HOME|Home|home|처음(?:으로|화면)?|메인(?:화면)?|Main|MAIN|첫\s?화면)")
_NO_NAME = re.compile(
    r"(?:글|게시[물글]|게시판)?\s?(?:상세|보기|읽기|인쇄|프린트|목록|이전|다음|전체|더보기|돌아가기|뒤로|쓰기|수정|삭제|답변|검색)(?:보기|하기|글|목록|페이지|으로)?|"
    r"전체\s?기사(?:\s?보기)?|List|list|LIST|Back|View|Print|More|[\d\W_]{1,9}|현재\s?위치|본문(?:기사|\s?영역)?|기사\s?본문|뉴스홈|.{0,14}바로가기|RSS|로그인|회원가입|"
    r"(?:첫|끝|처음|마지막|이전|다음|맨\s?(?:[앞뒤끝]|처음))\s?(?:페이지|쪽)?|(?:전체\s?)?(?:댓글|덧글|의견)\s?[(\[]?\d{0,7}[)\]]?\s?개?|새글|인기글|공유|메뉴|MENU|Menu|팝업|신고|스크랩"
)
_COUNT = re.compile(r"\s{0,3}[(\[]\s?(?:글\s?수|총|전체)?\s?[\d,]{1,9}\s?[개건]?\s?[)\]]$")
_TAIL = re.compile(r"\s?(?:글|게시물)?\s?(?:상세\s?보기|상세|글\s?보기|보기|읽기|인쇄(?:하기)?)$")
_CUTS = re.compile(r"\s{0,3}(?:[|:<>–—«»·]|::)\s{1,3}|\s-\s|\s{1,3}[|]")
_CUT = re.compile(r"\s([|:<>–—«»·-])\s")
_STEPS = re.compile(r"[>›»＞→←〉]|\s/\s")
_TRAIL = re.compile(
    r"crumb|(?:^|[\s_-])(?:\w{0,6}_?(?:location|loc|navi|cate?)|(?:\w{0,6}_?)path(?:_\w{1,6})?|view_?nav\w?|spot|route|wherei?s?|here)(?:[\s_-]|$)",
    re.I,
)
_NEIGHBOURS = re.compile(r"""class=["'][^"'<>]{0,60}\b(?:prev|next)\b""")  # «« 이전글 | 다음글 »»
_TRAILS = ",".join(
    ("[class*=crumb]", "[class*=cat]", "[class*=loc]", "[id*=loc]", "[class*=path]", "[class*=avi]", "[class*=Nav]",
     "[class*=here]", "[class*=spot]")
)  # fmt: skip
_BOXES, _BLOCKS = 5, 3  # around a headline, and before each of them
_BOXES_ABOVE = 3
_MOST_STEPS = 4
_MOST_TABS = 12
_OPEN = re.compile(r"(?:^|[\s_-])(?:on|active|current|selected|here)(?:[\s_-]|$)", re.I)
_SECTION = re.compile(r"[가-힣·ㆍ/]{2,8}")
_FLAG = re.compile(r"단독|속보|긴급|종합|포토|영상|광고|인기|추천")
_FAR = 400  # characters of a block above which the article no longer goes on
_ALONE = 8  # characters of a section's name that stands alone
_HOME_SAID = re.compile("홈|HOME|Home|home|처음|메인|Main|MAIN|첫")
_GOES_ON = re.compile(r"\S{0,4}?\s{0,9}(?:</?\w[^<>]{0,200}>\s{0,9}){0,4}(?:&gt;|&raquo;|&rsaquo;|[›»＞→〉]|/\s|\s>\s)")
_NO_STEP = re.compile(r"\d{4}\s?[-./년]|\d:\d\d|기자$|^(?:댓글|조회)")  # skins set other lines as such a trail too
_TRAIL_LENGTH = 120
_OUTSIDE = frozenset(("nav", "aside", "footer", "header", "form"))
_RANKS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_HEADINGS = "h1,h2,h3,h4,h5,[class*=tit],[class*=Tit],[class*=subject],[class*=sub_t],td[class*=title]"
_SCRIPT = re.compile(r"\.\w{2,4}$")
_CATEGORY = re.compile(r"[?&](?:sca|category\d?|ca_name)=[^&]|/[\w-]{1,40}/category/\d")
_FRONTS = ("", "/m", "/index.html", "/index.php", "..", ".")
_PAGING = frozenset(("page", "pageindex", "pageno", "cpage", "nowpage", "reqpageno", "m", "mode"))
_MOST_LINKS, _MOST_BLOCKS, _MOST_HOMES = 400, 1_500, 200  # of a page that are looked at


def board_name(page: Page, tree: Tree, title: str, trail: list[str] | None = None) -> str | None:
    """The board's name, or None. `trail` is that of the page, where who asks has looked for it."""
    site = paper_name(tree, said_in_head(tree))
    said = _parts_of_title(tree, title)
    parts = [part for part in said if part not in (site, *_CUTS.split(site))]
    if (len(parts) > 1 or 0 < len(parts) < len(said)) and title in head_title(tree):
        return parts[0]
    if steps := trail_of(page, tree, title, site) if trail is None else trail:
        return steps[-1]
    above = _above(tree, title, (site, *parts[1:]))
    if above is not None and above.tag in _RANKS:
        return _open_tab(above) or line_of(above)
    unnamed = (site, *parts) if len(parts) == len(said) else (site,)  # one of them is the site's name
    if above is None and (heading := _only_heading(tree, title, unnamed)) is not None:
        return line_of(heading)
    alone = parts[0] if len(parts) > 1 and title not in head_title(tree) else None
    return _linked(page, tree, title, site) or alone or (line_of(above) if above is not None else None)


def without_count(name: str) -> str:
    """«조합 소식 (글 수 41)» → «조합 소식»."""
    return _COUNT.sub("", name) or name


def trail_of(page: Page, tree: Tree, title: str, site: str = "") -> list[str]:
    """The steps from the front page to a post («홈 > 소식 > 공지사항»), without these two; [] where none is shown."""
    boxes = chain(_named_trails(tree), _other_trails(page, tree))
    return next((steps for box in boxes if (steps := _way(box, title, site))), [])


def _has_beginning(text: str, seen: str) -> bool:
    """Does «홈 >» stand in the page, and «홈» among the words that are seen of it? No tag ends in such a sign. Most
    pages need no look at their tree so."""
    for word in set(_HOME_SAID.findall(seen)):
        at = -1
        for _ in range(_MOST_HOMES):
            at = text.find(word, at + 1)
            if at < 0:
                break
            if _GOES_ON.match(text, at + len(word)):
                return True
    return False


def trail_above(headline: Node | None) -> list[str]:
    """The same where it stands right above a headline, as papers print it: cheaper than to search the page."""
    at = headline
    for _ in range(_BOXES):
        if at is None or at.tag in ("body", "html"):
            return []
        block, looked = at.prev, 0
        while block is not None and looked < _BLOCKS:
            if block.tag not in ("-text", "-comment", "script"):
                looked += 1
                if (steps := _way_in(block)) or len(block.text()) > _FAR:
                    return steps
            block = block.prev
        at = at.parent
    return []


def section_above(tree: Tree, headline: Node | None) -> list[str]:
    """A word alone in a block right above a headline («정치»), if a link of the site's menu says it too."""
    at, block = headline, None
    for _ in range(_BOXES_ABOVE):
        block = _block_before(at) if at is not None and block is None else block
        at = at.parent if at is not None and at.tag != "body" else None
    said = flat(words) if block is not None and len(words := block.text()) <= _TRAIL_LENGTH else ""
    steps = [step.strip() for step in said.split(">")] if len(said) <= _LONGEST else []
    if len(steps) > 1 and all(_SECTION.fullmatch(step) for step in steps):  # «교육 > 학교»
        return steps
    labelled = block is not None and headline is not None and _is_label(block, headline)
    if labelled and _SECTION.fullmatch(said) and not _FLAG.fullmatch(said):
        return [said]
    parted = block is not None and said and block.child is not None and block.child.next is not None
    own = own_text(block) if parted else ""  # «사설·칼럼 <span>사설</span>»
    said = own if own and said.startswith(own) else said
    named = 2 <= len(said) <= _ALONE and _is_name(said)
    links = (link for link in tree.css("a[href]")[:_MOST_LINKS] if flat(link.text()) == said) if named else ()
    return [said] if any(not _leads_home(link) for link in links) else []


def _is_label(block: Node, headline: Node) -> bool:
    """Is a block a line of its own right before a headline, in a box with no other above it?"""
    beside = block.parent is not None and headline.parent is not None and block.parent.mem_id == headline.parent.mem_id
    return beside and block.tag in ("span", "em") and _block_before(block) is None


def _block_before(node: Node) -> Node | None:
    block = node.prev
    while block is not None and (block.tag in ("-text", "-comment") or not has_words(block)):
        block = block.prev
    return block


def _way_in(block: Node) -> list[str]:
    block = _behind_heading(block)
    words = block.text()
    block = (block.css_first("td") or block) if block.tag == "tr" else block
    if not words or len(words) > _TRAIL_LENGTH:
        return []
    names = f"{attribute(block, 'class')} {attribute(block, 'id')}"[:120]
    named = _TRAIL.search(names) is not None and (_is_trail(block, names) or len(flat(words)) <= _ALONE)
    said = flat(words)
    from_first = said[:1] in (">", "›", "»") and len(_STEPS.findall(said)) > 1  # «> 뉴스 > 읍면소식»
    begins = from_first or (
        _HOME.match(said) is not None and (_STEPS.search(words) is not None or _steps_from_home(block))
    )
    return _way(block, "", "") if named or begins else []


def _behind_heading(block: Node) -> Node:
    """The trail in a block that says its last step, or its first, in a heading before it («<h3>교육</h3><ul>홈 …»)."""
    parts = list(block.iter()) if block.tag == "div" else []
    headed = len(parts) == 2 and parts[0].tag in _RANKS and parts[1].tag in ("ul", "ol", "div", "p")
    heading = line_of(parts[0]) if headed else ""
    return parts[1] if heading and _HOME.match(flat(parts[1].text())) and heading in parts[1].text() else block


def _steps_from_home(block: Node) -> bool:
    """Are a few words in elements of their own steps from the front page on, without signs between them? In a menu
    the last leads elsewhere."""
    texts = [text for text in block.traverse(include_text=True) if text.tag == "-text" and flat(text.text_content)]
    if not 2 <= len(texts) <= _MOST_STEPS or _HOME.fullmatch(flat(texts[0].text_content)) is None:
        return False
    link = texts[-1].parent
    return link is None or link.tag != "a" or attribute(link, "href") in ("", "#")


def _way(box: Node, title: str, site: str) -> list[str]:
    said = steps_in(box)
    steps = [step for step in said if _is_name(step, title) and step != site]
    return [] if any(map(_NO_STEP.search, said)) else steps


def _named_trails(tree: Tree) -> Iterator[Node]:
    for node in tree.css(_TRAILS)[:_MOST_BLOCKS]:
        names = f"{attribute(node, 'class')} {attribute(node, 'id')}"
        if (
            _TRAIL.search(names[:120])
            and len(flat(node.text())) <= _TRAIL_LENGTH
            and _is_trail(node, names)
            and not _NEIGHBOURS.search(node.html or "")
        ):
            yield node


def _other_trails(page: Page, tree: Tree) -> Iterator[Node]:
    if tree.body is None or not _has_beginning(page.text, tree.body.text()):
        return
    for link in tree.css("a[href]")[:_MOST_LINKS]:
        at = link.parent if _HOME.fullmatch(flat(link.text())) else None
        for _ in range(2):
            if at is None or len(at.text()) > _TRAIL_LENGTH:
                break
            if _STEPS.search(at.text()):
                yield at
                break
            at = at.parent
    for node in tree.css("td,p,div,span,font")[:_MOST_BLOCKS]:
        words = node.text()
        if len(words) <= 2 * _TRAIL_LENGTH and _STEPS.search(words) and _HOME.match(_HERE.sub("", flat(words))):
            yield node


def _is_trail(node: Node, names: str) -> bool:
    """A menu may be named so too: a trail says where it begins, or has signs between its steps."""
    words = flat(node.text())
    return "crumb" in names.lower() or bool(_STEPS.search(words)) or bool(_HOME.match(words))


def steps_in(box: Node) -> list[str]:
    """The steps of a trail, whether signs, pictures or items of a list stand between them."""
    nodes = (text for text in box.traverse(include_text=True) if text.tag == "-text")
    texts = (text.text_content or "" for text in nodes if not _leads_to_category(text))
    return [said for text in texts for part in _STEPS.split(text) if (said := _HERE.sub("", flat(part)))]


def _leads_to_category(text: Node) -> bool:
    """A step below the board: its posts of one category."""
    link = text.parent
    return link is not None and link.tag == "a" and _CATEGORY.search(attribute(link, "href")) is not None


def _is_name(words: str, title: str = "") -> bool:
    bare = words.strip("[]<> ")
    named = 2 <= len(bare) <= _LONGEST and not _NO_NAME.fullmatch(bare) and not _HOME.fullmatch(bare)
    return named and bare != title and not (title and _begins(title, bare))


def _begins(title: str, words: str) -> bool:
    """Are words a title as skins cut it, and not the name of a board that the title begins with too?"""
    stem = words.rstrip("….")
    return stem != "" and title.startswith(stem) and (stem != words or len(stem) * 2 > len(title))


def _parts_of_title(tree: Tree, title: str) -> list[str]:
    """What the title tag says beside the post's title: the board's name and the site's, or the site's alone."""
    said = head_title(tree).replace(title, "") if title else head_title(tree)
    cut = _CUTS.split(said)
    ends = not title or title not in head_title(tree) or head_title(tree).endswith(f"> {title}")
    last = title != "" and head_title(tree).endswith(f" {title}")
    if len(cut) > 1 and (last or (ends and set(_CUT.findall(said)) == {">"})):
        cut.reverse()  # «누리집 > 마당 > 게시판», with the title or without; «누리집 | 게시판 | 제목»
    parts = (_TAIL.sub("", part.strip(" -|:<>–—«»·")) for part in cut)
    return [part for part in parts if _is_name(part) or len(part) > _LONGEST]


def _linked(page: Page, tree: Tree, title: str, site: str) -> str | None:
    """The words of a link to the list the post stands in: of the parameters of this page's address it has some,
    and none of its own; or its path goes on to this page's, best in one step. A link back from the post is surer than
    one in a menu."""
    here = parse(page.final_url)
    number = here.path.rstrip("/").rpartition("/")[2]
    if number.isdigit() and number not in here.query.values():  # the path says it all («/cafe/Rx2/3310?svc=api»)
        here = parse(page.final_url.partition("?")[0])
    marks = _marks(here)
    folder = here.path.rstrip("/").rpartition("/")[0]
    found: dict[tuple[bool, bool], str] = {}
    for link in tree.css("a[href]")[:_MOST_LINKS] if marks else ():
        href = attribute(link, "href")
        if not holds_any(href, marks):
            continue
        there = parse(absolute(page.final_url, href) or "")
        words = _linked_words(link) if there.site == here.site and _is_list_of(there, here) else ""
        if _is_name(words, title) and words != site:
            nearest = bool(here.query) or there.path.rstrip("/") == folder
            found.setdefault((nearest, not _stands_outside(link)), words)
            if (True, True) in found:
                break
    return found[max(found)] if found else None


def _marks(here: Address) -> list[str]:
    """What the address of the list has in common with that of its post, as it is written: one of them at least."""
    if here.query:
        named = [f"{name}={quote(value)}" for name, value in here.query.items() if name.lower() not in _PAGING]
        return [*named, here.path] if len(here.path) > 1 and not _SCRIPT.search(here.path) else named
    return [here.path.split("/")[1]] if here.path.count("/") > 1 else []


def _linked_words(link: Node) -> str:
    icon = link.css_first("img[alt]") if not has_words(link) else None
    return flat(attribute(icon, "alt") or link.text()).lstrip("←<‹« ")


def _is_list_of(there: Address, here: Address) -> bool:
    told = {name: value for name, value in there.query.items() if name.lower() not in _PAGING}
    if not here.query:
        path = there.path.rstrip("/")
        return not there.query and len(path) > 1 and here.path.rpartition("/")[0].startswith(path)
    mine = {name: value for name, value in here.query.items() if name.lower() not in _PAGING}
    if not there.query and there.path == here.path and len(there.path) > 1 and not _SCRIPT.search(there.path):
        return True  # «/notice/» of «/notice/?vid=61»
    folder = there.path.rpartition("/")[0] == here.path.rpartition("/")[0]
    return folder and 0 < len(told) < len(mine) and told.items() <= mine.items()


def _above(tree: Tree, title: str, not_so: Collection[str]) -> Node | None:
    """The heading that stands last before the post's own, unless it is the site's name or in a box that is hidden."""
    found: list[Node] = []
    for node in tree.css(_HEADINGS)[:_MOST_BLOCKS]:
        words = line_of(node)
        if title and title in words:
            return next((heading for heading in reversed(found) if not _is_hidden(heading)), None)
        if _is_name(words) and words not in not_so and not _stands_outside(node) and not _leads_home(node):
            found.append(node)
    return None


def _is_hidden(node: Node) -> bool:
    at: Node | None = node
    while at is not None and "hidden" not in at.attributes:
        at = at.parent
    return at is not None


def _open_tab(heading: Node) -> str | None:
    """The one of some tabs right below a heading that is marked as open, each leading to a page of its own: a board
    of several under one name."""
    tabs = heading.next
    while tabs is not None and tabs.tag in ("-text", "-comment"):
        tabs = tabs.next
    items = tabs.css("li") if tabs is not None and tabs.tag in ("ul", "div", "nav") else []
    links = [link for item in items[:_MOST_TABS] if (link := item.css_first("a[href]")) is not None]
    paths = {attribute(link, "href").partition("?")[0] for link in links}
    if len(links) < 2 or len(links) != len(items) or len(paths) != len(links):
        return None
    marked = [item for item in items if _OPEN.search(attribute(item, "class")) or "aria-current" in item.attributes]
    words = line_of(marked[0]) if len(marked) == 1 else ""
    return words if _is_name(words) else None


def _only_heading(tree: Tree, title: str, not_so: Collection[str]) -> Node | None:
    """The heading of a page that sets no other before its post's title, nor that as one: the board's name."""
    headings = [node for node in tree.css("h1,h2,h3") if not _stands_outside(node)]
    if len(headings) > 1 and title:
        before = _before_words(tree, title)
        headings = [node for node in headings if node.mem_id in before]
    words = line_of(headings[0]) if len(headings) == 1 else ""
    named = _is_name(words, title) and words not in not_so and not _leads_home(headings[0])
    return headings[0] if named and title not in words else None


def _before_words(tree: Tree, title: str) -> set[int]:
    """The elements that open before the words of a title; none where no element says these alone."""
    seen: set[int] = set()
    for node in tree.body.traverse(include_text=True) if tree.body is not None else ():
        if node.tag == "-text" and title in (words := node.text_content or "") and flat(words) == title:
            return seen
        seen.add(node.mem_id)
    return set()


def _leads_home(heading: Node) -> bool:
    """The site's own name, which is a link to its front page (or stands in one)."""
    link = heading if heading.tag == "a" else heading.css_first("a[href]")
    return link is not None and attribute(link, "href").rstrip("/") in _FRONTS


def _stands_outside(node: Node) -> bool:
    """In a menu, a side column or the head of the page; an article has a head of its own."""
    at: Node | None = node
    while at is not None and at.tag not in ("body", "html"):
        own = at.tag == "header" and at.parent is not None and at.parent.tag in ("article", "main")
        if at.tag == "li" or (at.tag in _OUTSIDE and not own):
            return True
        at = at.parent
    return False
