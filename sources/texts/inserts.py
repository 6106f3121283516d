"""What newspapers put into or around a text that is not part of it: rows of buttons, labelled advertisements, calls to
follow the paper."""

from __future__ import annotations

import re
from collections.abc import Callable

from sources.blocks import Node, line_of, text_of
from sources.pick import attribute
from sources.texts.newswords import is_advertisement, is_others_heading, is_sentence, is_share

_LONGEST_BUTTON = 30
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button)", re.I)
_LEAVES = re.compile(r"수신\s?거부|구독\s?(?:취소|해지)|[Uu]nsubscribe")
_LONGEST = 120  # characters of such a box, with the white space between its tags
_BOXES, _MOST_BOXES, _LARGEST = "div,aside,section,table,ins,p", 300, 600
_FOLLOW = re.compile(
    r"(?:유튜브|카카오톡|카톡|네이버|텔레그램|인스타그램|페이스북|뉴스레터|채널)[^.]{0,40}(?:구독|추가|친구|받아|팔로우)"
    r"[^.]{0,30}(?:세요|시오|하기|추가)[.!]?[\s▶\])]{0,3}$"
)

_LABELS = ("[AD]", "[광고]", "<광고>", "(광고)")
BARE_LABELS = ("AD", "광고", "후원 광고")
_ASKS, _ENDS = ("세요", "시오", "하기", "추가"), ".!▶]) "


def are_buttons(box: Node) -> bool:
    """Whether an element holds only words of sharing and printing, in elements side by side without a space."""
    parts = list(box.iter()) if box.child is not None and box.css_first("a,span,button") is not None else []
    return len(parts) > 1 and all(is_share(said) for part in parts if (said := line_of(part)))


def is_labelled_advertisement(box: Node) -> bool:
    """Whether an element holds a label («[광고]», «후원 광고») and a link after it, and nothing else."""
    link = box.css_first("a[href]") if len(box.text()) <= _LONGEST else None
    label = line_of(box).removesuffix(line_of(link)).strip() if link is not None else ""
    return is_advertisement(label)


def is_labelled_box(box: Node) -> bool:
    """Whether the first block of a box is a label («광고») and none below it holds a sentence."""
    if len(box.text()) > _LARGEST or not any(label in box.text() for label in BARE_LABELS):
        return False
    label, *below = text_of(box).split("\n")
    return (
        bool(below)
        and is_advertisement(label)
        and sum(map(len, below)) <= _LONGEST
        and not any(map(is_sentence, below))
    )


def is_button_box(box: Node) -> bool:
    """Whether all that an element says is one link dressed as a button: named so, or set on a colour of its own."""
    link = box.css_first("a[href]") if 0 < len(box.text()) <= _LONGEST else None
    if link is None or len(said := line_of(link)) > _LONGEST_BUTTON or said != line_of(box) or is_sentence(said):
        return False
    style = attribute(link, "style")
    return bool(_BUTTON.search(attribute(link, "class")) or ("background" in style and "padding" in style))


def is_end_of_letter(box: Node) -> bool:
    """Whether a short box is where a newsletter says who sends it and how to leave («수신거부»)."""
    said = box.text()
    return len(said) <= _LARGEST and _LEAVES.search(said) is not None


def asks_for_mail(box: Node) -> bool:
    """Whether a short box asks readers for an address to send letters to."""
    return len(box.text()) <= _LARGEST and box.css_first("input[type=email]") is not None


def boxes_of_others(body: Node) -> list[Node]:
    """Elements inside a post that are not its text: a labelled advertisement, links to other posts under a heading
    («함께 읽으면 좋은 글»), buttons, a form for newsletters."""
    ways: list[Callable[[Node], bool]] = []
    if body.css_first("a[href]") is not None:
        ways += [is_labelled_advertisement, _leads_to_others, is_button_box]
    if body.css_first("input[type=email]") is not None:
        half = len(body.text()) // 2  # what holds most of the text is the text
        ways.append(lambda box: len(box.text()) <= half and asks_for_mail(box))
    if any(label in body.text() for label in BARE_LABELS):
        ways.append(is_labelled_box)
    boxes = [box for box in body.css(_BOXES)[:_MOST_BOXES] if len(box.text()) <= _LARGEST] if ways else []
    return [box for box in boxes if box.mem_id != body.mem_id and any(way(box) for way in ways)]


def _leads_to_others(box: Node) -> bool:
    """A heading of other posts, and nothing but links below it."""
    heading, *below = text_of(box).split("\n")
    links = {line_of(link) for link in box.css("a[href]")} if is_others_heading(heading) else ()
    return bool(below) and bool(links) and all(line in links for line in below)


def goes_on(word: Node) -> bool:
    """Whether a sentence goes on after a bold word («<b>광고</b>를 싣지 않는다»)."""
    behind = word.next if word.tag in ("b", "strong") else None
    return behind is not None and behind.tag == "-text" and bool((behind.text_content or "").strip())


def begins_as_advertisement(line: str) -> bool:
    """Whether a line is an advertisement («[AD] 산림조합 나무시장 묘목 예약판매»)."""
    return line.startswith(_LABELS) and len(line) <= _LONGEST and not is_sentence(line)


def is_labelled_words(box: Node, line: str) -> bool:
    """Whether an element is a label and words that are no sentence («<span>AD</span> 김장축제 11.28~11.29»)."""
    first = box.child if not is_sentence(line) else None
    while first is not None and first.tag == "-text" and not (first.text_content or "").strip():
        first = first.next
    return first is not None and first.tag not in ("-text", "-comment") and is_advertisement(line_of(first))


def is_choice(field: Node) -> bool:
    """Whether a field is one of the answers in a poll."""
    return (field.attributes.get("type") or "").lower() in ("radio", "checkbox", "email")


def asks_to_follow(line: str) -> bool:
    """Whether a line asks to follow the paper («카카오톡으로 받아 보세요 ▶ 채널 추가»)."""
    asks = len(line) <= 80 and line.rstrip(_ENDS).endswith(_ASKS)  # most lines are told so, and it is cheap
    return asks and _FOLLOW.search(line) is not None
