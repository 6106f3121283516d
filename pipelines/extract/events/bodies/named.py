"""Whose events a text tells of, where no sentence says so: named after a body, posted on its board, about it alone."""

from __future__ import annotations

import re

from pipelines.extract.events.bodies import forms, roles
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.headlines import without_tags
from store.records import Organisation

OURS = frozenset(
    (
        "cooperative",
        "social_cooperative",
        "social_enterprise",
        "preliminary_social_enterprise",
        "village_enterprise",
        "self_sufficiency",
        "social_venture",
    )
)
_AGREED = re.compile(r"협약|계약")
"""What several sign is nobody's own."""
LEAD = 250  # characters
AS_PLACE = re.compile(
    r"[’”」』》]?(?:에서?(?!는\s)|[으]?로)\s|[’”」』》]?\s?(?:밖|앞|옆|안|근처|건물|사무실|매장)(?:에서?|의|으로)?\s"
)
OTHERS = frozenset(("association_network", "foundation", "public_agency", "central_government"))
"""Bodies that hold events of ours, too; the municipality of a story is mostly but its place."""
CRUMBS = re.compile(r"[^>\n]{2,40}?(?=\s(?:게시판\s)?>\s\S)")


def of_board(scene: Scene, main: list[Draft]) -> None:
    """«한들협동조합 > 지역소식 > 영통» above a post: the board of a body, where nobody else is told of."""
    first = scene.lines[0] if scene.lines and scene.document.channel == "board" else None
    match = CRUMBS.match(scene.text, first.start, first.end) if first is not None else None
    if match is None or any(d.hosts or d.organisers for d in main):
        return
    for name, span in roles.bodies_in(scene, match.span())[:1]:
        if span != match.span():
            return
        for draft in main:
            draft.hosts = (name,)
            draft.note("host", span, "board")


def titled_body(scene: Scene, main: list[Draft]) -> None:
    """«마을밥상협동조합 3주년 생일잔치 놀러오세요»: a post whose title begins with the body whose event it is."""
    match = forms.LEGAL.match(without_tags(scene.document.title) + " ")
    match = match or forms.LEGAL_FIRST.match(without_tags(scene.document.title))
    if match is None or scene.document.channel != "board" or any(d.hosts or d.organisers for d in main):
        return
    for draft in main:
        draft.hosts = (match["name"],)
        draft.rules.setdefault("host", "titled")


BYLINE = re.compile(
    r"(?P<name>[가-힣A-Za-z0-9·() ]{2,30}?(?:협동조합|생협|사협|센터|재단|협의회|네트워크|연합회|지원단|진흥원|신협))"
    r"(?:\s\S{1,8}(?:팀|국|부|과|실|위원회))?"
)


def of_byline(scene: Scene, main: list[Draft]) -> None:
    """«○○지역자활센터 홍보팀» where papers name a reporter: the body tells of its own, if the text names no host.

    Of 35 such events in forty sets 29 were its own; boards keep no writer (design §4).
    """
    match = BYLINE.fullmatch((scene.document.byline or "").strip()) if scene.document.channel == "news" else None
    if match is None or any(d.hosts or d.organisers for d in main):
        return
    known = (o.name for o in scene.organisations if match["name"] in (o.name, *o.aliases))
    name = next(known, match["name"])
    for draft in main:
        if not _AGREED.search(draft.title):
            draft.hosts = (name,)
            draft.rules.setdefault("host", "byline")


def title_begins(scene: Scene, draft: Draft) -> None:
    """«경남사회적경제협의회 상반기 임시총회», «○○협동조합 조합원 모집»: an event named after a body is that body's."""
    if _AGREED.search(draft.title) or (draft.name is not None and draft.name.quoted and not draft.call):
        return
    form = forms.LEGAL_FIRST.match(draft.title)
    if form is not None and forms.BARE_FORM.match(form["name"]):
        form = None
    known = _named_after(scene, draft)
    if known is not None:
        _note(draft, known)
    elif form is not None:
        draft.hosts = (form["name"],)
        draft.rules.setdefault("host", "named after")


def _named_after(scene: Scene, draft: Draft) -> Organisation | None:
    """The body whose name, the longest that fits, an event's begins with."""
    named = ((n, o) for o in scene.organisations for n in (o.name, *o.aliases) if draft.title.startswith(f"{n} "))
    return max(named, key=lambda found: len(found[0]), default=(None, None))[1]


def _note(draft: Draft, body: Organisation) -> None:
    draft.hosts = (body.name,)
    draft.note("host", body.mentions[0] if body.mentions else None, "named after")


def of_full_names(scene: Scene, drafts: list[Draft]) -> None:
    """Once the names are complete: whose name was put in front of an event's, its day is (`owners`)."""
    for draft in drafts:
        known = _named_after(scene, draft)
        if known is None or draft.hosts or draft.organisers or _AGREED.search(draft.title):
            continue
        if not roles.is_public(known.name):  # «음성군 사회적경제협의회 총회», «교육부 인가»
            _note(draft, known)


def only_body(scene: Scene, main: list[Draft]) -> None:
    """A text that names one body of ours, and no other, in its lead tells of that body's events; a post anywhere."""
    known = [o for o in scene.organisations if not forms.NO_NAME.search(o.name)]
    ours = [o for o in known if o.type in OURS or o.type == "support_centre"]
    if len(ours) != 1:
        return
    body, post = ours[0], scene.document.channel == "board"
    told = next((m for m in body.mentions if not AS_PLACE.match(scene.text, m[1])), None)
    leads = told is not None and told[0] < scene.lines[0].start + LEAD
    nobody_else = not any(d.organisers or set(d.hosts) - {body.name} for d in main)
    if not (post and (leads or nobody_else)) and not (
        leads and nobody_else and not any(o.type in OTHERS for o in known)
    ):
        return
    for draft in main:
        if not draft.hosts and not draft.organisers and not _AGREED.search(draft.title):
            draft.hosts = (body.name,)
            draft.note("host", told or (body.mentions[0] if body.mentions else None), "only body")
