"""What newspapers put into or around a text that is not part of it: rows of buttons, labelled advertisements, calls to
follow the paper."""

from __future__ import annotations

import re

from sources.blocks import Node, line_of, text_of
from sources.texts.newswords import is_advertisement, is_others_heading, is_sentence, is_share

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


def boxes_of_others(body: Node) -> list[Node]:
    """Elements inside a post that are not its text: a labelled advertisement, links to other posts under a heading
    («함께 읽으면 좋은 글»)."""
    found: list[Node] = []
    for box in body.css(_BOXES)[:_MOST_BOXES] if body.css_first("a[href]") is not None else ():
        if len(box.text()) <= _LARGEST and (is_labelled_advertisement(box) or _leads_to_others(box)):
            found.append(box)
    return found


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
    return (field.attributes.get("type") or "").lower() in ("radio", "checkbox")


def asks_to_follow(line: str) -> bool:
    """Whether a line asks to follow the paper («카카오톡으로 받아 보세요 ▶ 채널 추가»)."""
    asks = len(line) <= 80 and line.rstrip(_ENDS).endswith(_ASKS)  # most lines are told so, and it is cheap
    return asks and _FOLLOW.search(line) is not None
