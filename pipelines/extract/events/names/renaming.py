"""What an event is called in the end: the name that a rule told, against all other words near its day.

::

    name told by a rule ──┐
    candidates near a day ┴─► features, how each stands to the told name ─► weights (`data/names.tsv`) ─► the likeliest

A rule sees a sentence or a line: «수업» of «협동조합 기초 아카데미 … 첫 수업은 4일», «키울 주민 모임 모집» of a
headline whose call is the «마을기업 육성사업». The weights see all words around, and know how
far each rule is to be trusted.
"""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft, day_told
from pipelines.extract.events.names.candidates import Candidate, as_name, bare, candidates, of_words, within
from pipelines.extract.events.names.nonames import is_refused, seeks_nothing
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import head_of
from pipelines.korean.loglinear import weights

_CALLS = (*CALL_HEADS, "신청", "등록", "채용", "추천", "예약", "주문", "응모", "공모전")
"""What the name of a call ends in."""
_OPENINGS = ("개점", "개업", "개소", "개관", "개원", "개장", "개설")
_INSTALMENT = re.compile(r"제?\d{1,2}\s?(?:강|회차|차시|주차)(?=\s|$)")
TIMES = 2.0
"""How many times surer than the told name another has to be: what is hardly surer is, in a short text, mostly worse."""
MOST = 200
"""Events of one text that are weighed: more than any calendar of a month holds. It bounds the cost of hostile input."""


def rename(scene: Scene, drafts: list[Draft]) -> None:
    """Calls each event that has a day by its likeliest name, and leaves out what has none but a last day."""
    for draft in drafts[:MOST]:
        if _is_open(draft) and (told := day_told(scene, draft)) is not None:
            whole = bare(draft.title)
            best = _likeliest(options(scene, draft, drafts), whole)
            if bare(best.title) != whole and not within(best.span, told[1]):
                _call(draft, best)
    for draft in drafts:
        if draft.call and _is_nameless(draft):  # its last day is true all the same: it is «신청» alone
            draft.title, draft.name = draft.title.rpartition(" ")[2], None
    drafts[:] = [draft for draft in drafts if draft.call or not _is_nameless(draft)]


def call_by_host(drafts: list[Draft]) -> None:
    """«신청», whose call nobody could name, is that of its host."""
    for draft in drafts:
        if draft.call and draft.title in ("신청", "모집") and draft.hosts:
            draft.title = f"{draft.hosts[0]} {draft.title}"
            for span in draft.evidence.get("host", ()):
                draft.note("title", span, "host")


def _is_nameless(draft: Draft) -> bool:
    """Whether an event is called by words that name none, and none near it was surer; what was weighed had a choice."""
    quoted = draft.name is not None and draft.name.quoted
    if draft.role != "main" or quoted or draft.rules.get("title") == "weighed":
        return False
    return seeks_nothing(draft.title) if draft.call else is_refused(draft.title)


def options(scene: Scene, draft: Draft, drafts: list[Draft]) -> list[Candidate]:
    """Each title that the event may have, once; the told one among them, unless it was weighed itself."""
    told, weighed = day_told(scene, draft), draft.rules.get("title") == "weighed"
    whole, rule = bare(draft.title), _told_by(draft)
    others = [bare(other.title) for other in drafts[:MOST] if other is not draft]

    def wanted(title: str, never: bool) -> bool:
        return (weighed or not never or title == whole) and not any(title in other for other in others)

    found = candidates(scene, *told, wanted) if told is not None else []
    if weighed:
        return found
    options = [
        c._replace(title=_in_full(c.title, draft), features=(*c.features, f"#{_beside(bare(c.title), whole)}{rule}"))
        for c in found
    ]
    if not any(bare(c.title) == whole for c in found):
        options.append(_told(draft, rule))
    return options


def _told_by(draft: Draft) -> str:
    """What told the name: a rule, words of the text, or nothing but the post's title."""
    plain = "words" if draft.name is not None and draft.name.span[1] else "post"
    return f"{draft.rules.get('title', plain)}{'!' if draft.call else ''}"


def _told(draft: Draft, rule: str) -> Candidate:
    """A name that stands nowhere near, or was put together."""
    span = draft.name.span if draft.name is not None else (0, 0)
    end = f"#told{draft.title[-2:]}"
    return Candidate(draft.title, span, (*of_words(draft.title), f"#={rule}", "#told", f"#told{rule}", end))


def _beside(title: str, told: str) -> str:
    """How a candidate stands to the told name, both without spaces: the same, longer at one end, a part of it …"""
    if title == told:
        return "="
    if title.endswith(told):
        return "]"
    if told.endswith(title):
        return "["
    if told in title:
        return ">"
    if title in told:
        return "<"
    return "2" if title[-2:] == told[-2:] else "-"


def _in_full(title: str, draft: Draft) -> str:
    """«예비마을기업 육성사업» of a call is its «… 모집», «찬이야기 2호점» of a house that opens its «… 개점»."""
    last = draft.title.rpartition(" ")[2]
    if draft.call:
        return title if title.endswith(_CALLS) else f"{title} {last if last in _CALLS else '모집'}"
    if last in title.split():  # «협약식 겸 첫 만남의 날»
        return title
    if last.endswith("식") and head_of(last) is not None:  # a ceremony, of whatever it is
        return f"{title.removesuffix(last).removesuffix(last[:-1]).strip()} {last}".strip()
    return f"{title} {last}" if last in _OPENINGS and head_of(title) is None else title


def _is_open(draft: Draft) -> bool:
    """A name in quotes hardly ever gives way, and weighing is dear; one that was weighed has been. An instalment («1강
    정관 쓰기») is known by its number, and no name near it has that."""
    own_words = draft.call and draft.name is not None and draft.name.quoted
    if draft.role != "main" or own_words or _INSTALMENT.match(draft.title) is not None:
        return False
    return draft.rules.get("title") not in ("quoted", "weighed", "calendar", "minutes")


def _likeliest(found: list[Candidate], told: str) -> Candidate:
    """The best, unless it is hardly surer than the told one."""
    shares = weights("extract", "names").shares(c.features for c in found)
    surer = [share * (TIMES if bare(c.title) == told else 1) for share, c in zip(shares, found, strict=True)]
    return found[max(range(len(found)), key=surer.__getitem__)]


def _call(draft: Draft, best: Candidate) -> None:
    draft.title, draft.name = best.title, as_name(best)
    draft.rules["title"] = "weighed"
    draft.evidence.pop("title", None)
    draft.note("title", best.span, "weighed")  # a name of the post's title has no words in the text
