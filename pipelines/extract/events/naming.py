"""Titles that need their owner: «창립총회» alone says nothing in a list, «10강» even less."""

from __future__ import annotations

import re

from pipelines.extract.events import roles
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.titles import GENERIC, clean_title, find_names, head_of

SESSION = re.compile(r"^\d{1,2}\s?(?:강|회|차|회차|기|탄|주차)$")
ORDINAL = re.compile(r"\s?(?:제\s?)?\d{1,3}\s?(?:강|회차|회|차|기|탄|주차)(?:\s|$)")
OWNER_BEFORE = re.compile(r"(?:은|는|이|가)$")


def complete_titles(scene: Scene, drafts: list[Draft]) -> None:
    base = clean_title(scene.document.title)
    for draft in drafts:
        if draft.call:
            continue
        if draft.parent is not None and _needs_parent(draft):
            draft.title = f"{draft.parent.title} {draft.title}"
        elif SESSION.match(draft.title):
            series = ORDINAL.sub(" ", base).strip()
            draft.title = f"{series} {draft.title}" if series else draft.title
        elif _generic(draft):
            draft.title = _with_owner(scene, draft, drafts, base)


def _needs_parent(draft: Draft) -> bool:
    """«토크콘서트», «실시간 공연»: of a part only a quoted or a long name stands alone."""
    parent = draft.parent.title if draft.parent else ""
    short = _generic(draft) or draft.name is None or draft.name.weak or len(draft.title.split()) < 3
    return short and not (draft.name is not None and draft.name.quoted) and parent not in draft.title


def _generic(draft: Draft) -> bool:
    bare = draft.title.replace(" ", "")
    without_round = ORDINAL.sub(" ", draft.title).strip().replace(" ", "")
    return bare in GENERIC or without_round in GENERIC


def _with_owner(scene: Scene, draft: Draft, drafts: list[Draft], base: str) -> str:
    head = head_of(draft.title)
    owner = _owner(scene, draft)
    if owner and not roles.is_public(owner) and owner not in draft.title:
        return f"{owner} {draft.title}"
    longer = _same_head(base, head) or next(
        (d.title for d in drafts if d is not draft and not d.call and head_of(d.title) == head and len(d.title) > len(draft.title) + 2), None
    )
    if longer and len(drafts) <= 4 and not re.search(r"\d+\s?(?:차|회)", draft.title):
        return longer
    return f"{owner} {draft.title}" if owner and owner not in draft.title else draft.title


def _same_head(base: str, head: str | None) -> str | None:
    """The document's own title where it names the event in full: «사회적협동조합 교육 다녀와서»."""
    if head is None:
        return None
    names = [n for n in find_names(base, 0, len(base)) if n.head.endswith(head) and len(n.title) > len(head) + 1]
    return max((n.title for n in names), key=len, default=None)


def _owner(scene: Scene, draft: Draft) -> str | None:
    """The body that acts in the sentence of the event."""
    for sentence in scene.sentences:
        if sentence.start <= draft.at < sentence.end:
            found = roles.announcer(scene, sentence)
            if found:
                return found[-1][0]
            near = roles.bodies_in(scene, (sentence.start, sentence.end))
            subjects = [name for name, span in near if re.match(r"(?:\([^()]*\))?(?:은|는|이|가)\s", scene.text[span[1] : span[1] + 44])]
            return subjects[0] if subjects else None
    return None
