"""The bodies of all events of a text: announced, stated, signed, its own; parts take them from the first."""

from __future__ import annotations

import re

from pipelines.extract.events.bodies import holders, named, roles, signing, wording
from pipelines.extract.events.draft import Draft, sentences_of
from pipelines.extract.events.fields.labels import BULLETED
from pipelines.extract.events.scene import Scene, Sentence, day_of, is_dated, names_day
from pipelines.extract.events.words.heads import HEADS
from store.records import SpanPair

# «조합은 20일 문화센터에서 열리는 갯골마켓에서 새 가방을 선보인다»: who goes to an event of others holds none.
OF_OTHERS = re.compile(r"(?:열리는|개최되는|열린|열릴|펼쳐지는)\s(?:[가-힣0-9]{1,10}\s){0,3}[‘“「『《]?$")


GOES = re.compile(r"[’”'\"」』》]?(?:\([^()\n]{1,40}\))?(?:은|는|이|가|도)\s")


GOES_THERE = re.compile(r"[’”」』》]?(?:에서|에도|에)\s(?![^.\n]{0,30}(?:앞서|이어|맞춰|맞추어))")


def _attended(scene: Scene, draft: Draft) -> bool:
    if draft.name is None or draft.call or not draft.name.span[1]:
        return False
    before = scene.text[max(draft.at, draft.name.span[0] - 30) : draft.name.span[0]]
    if GOES_THERE.match(scene.text, draft.name.span[1]) is None or OF_OTHERS.search(before) is None:
        return False
    bodies = roles.bodies_in(scene, (max(draft.at, 0), draft.name.span[0]))
    return any(GOES.match(scene.text, span[1]) is not None for _, span in bodies)


def find_hosts(scene: Scene, drafts: list[Draft]) -> None:
    drafts = [d for d in drafts if not _attended(scene, d)]
    main = [d for d in drafts if d.role == "main"]
    for draft in drafts:
        draft.organisers = tuple(o for o in draft.organisers if PERSON.search(o) is None)
        if not draft.hosts:
            _announced(scene, draft)
    _organisers(scene, main)
    for draft in main:
        if not draft.hosts:
            holders.before_name(scene, draft)
    _stated_beside(scene, main)
    for draft in main:
        if not draft.hosts:
            _heads_item(scene, draft)
    if main and not main[0].hosts:
        _stated_host(scene, main)
    for draft in main:
        if not draft.hosts and draft.organisers:
            continue
        if not draft.hosts and draft.parent is not None:
            draft.hosts = draft.parent.hosts
    _signed(scene, main)
    if main and not main[0].hosts:
        _lead_host(scene, main[0])
    for draft in main:
        if not draft.hosts:
            holders.topical(scene, draft)
    for draft in main:
        if not draft.hosts and not draft.organisers:
            named.title_begins(scene, draft)
    _inherit(scene, main)
    holders.heads_title(scene, main)
    holders.of_guest(scene, main)
    named.of_board(scene, main)
    named.only_body(scene, main)
    named.titled_body(scene, main)
    named.of_byline(scene, main)


def _organisers(scene: Scene, main: list[Draft]) -> None:
    """«꾸리는 곳은 돌봄연대입니다»: of the event told last in its paragraph, where the first is told in another."""
    for sentence in scene.sentences if main and not main[0].organisers else ():
        found = roles.stated(scene, sentence, wording.ORGANISER_PATTERNS)
        if not found:
            continue
        beside = _told_beside(scene, main, sentence)
        listed = BULLETED.match(scene.text, sentence.line.start) is not None
        same_row = [d for d in beside if listed and d.at >= sentence.line.start]  # «4. 생명학교 : 3.9 19:00 (A 주관)»
        apart = bool(beside) and main[0] not in beside
        draft = same_row[-1] if same_row else beside[-1] if apart else main[0]
        draft.organisers = draft.organisers or tuple(name for name, _ in found)
        for _, span in found:
            draft.note("organiser", span, "of row" if same_row else "stated")
        return


# «진행: 한보람 이사장 / 기록: 노은채» of minutes
PERSON = re.compile(r"^[가-힣]{2,4}\s?(?:이사장|이사|대표|위원장|사무국장|국장|센터장|간사|선생님?|님)$|[:：]")


def _announced(scene: Scene, draft: Draft) -> None:
    own = roles.subject_before(scene, draft.evidence["start"][0][0]) if draft.evidence.get("start") else None
    if own is not None and not draft.call:
        draft.hosts = (own[0],)
        draft.note("host", own[1], "announces")
        return
    for sentence in _sentences(scene, draft):
        found = roles.stated(scene, sentence, wording.HOST_PATTERNS) or roles.announcer(scene, sentence)
        found = [f for f in found if f[0] not in HEADS]  # «저녁에는 운영위원회가 있고»: the meeting, no body
        if found:
            draft.hosts = tuple(dict.fromkeys(name for name, _ in found))
            for _, span in found:
                draft.note("host", span, "announces")
            return
    owned = _owned(scene, draft)
    if owned is not None:
        draft.hosts = (owned[0],)
        draft.note("host", owned[1], "owned")


def _owned(scene: Scene, draft: Draft) -> tuple[str, SpanPair] | None:
    """«괴산두레살이사회적협동조합의 귀농학교 입학식이 …»: the body whose event it is by its genitive."""
    if draft.name is None or draft.name.span[1] == 0 or draft.call or draft.name.head in PERFORMED:
        return None
    line = scene.line_at(draft.name.span[0])
    bodies = roles.bodies_in(scene, (line.start, draft.name.span[0])) if line is not None else []
    behind = scene.text[bodies[-1][1][1] : draft.name.span[0]] if bodies else ""
    owns = GENITIVE.fullmatch(behind) is not None and not roles.is_public(bodies[-1][0])
    return bodies[-1] if bodies and owns else None


PERFORMED = frozenset(("공연", "연주", "연주회", "강연", "강의", "특강", "발제", "토론", "전시", "버스킹", "발표"))
"""What a body does at another's event."""
GENITIVE = re.compile(r"[’”」』》]?의\s(?:[가-힣0-9]{2,6}\s){0,2}[‘“「『]?")


def _sentences(scene: Scene, draft: Draft) -> list[Sentence]:
    """Those that speak of an event, and where a headline told it first, that of its day and hour."""
    told = sentences_of(scene, draft)
    clocks = draft.evidence.get("start", []) if draft.rules.get("title") == "row" else []
    if draft.name is not None and draft.name.span[1]:
        clocks = [*clocks, draft.name.span]  # «구는 후속으로 ‘만남의 날’을 마련한다. 기업 30곳이 6월 15일 …»
    again = [s for a, b in clocks for s in scene.sentences_in(a, b) if s.start <= a < s.end and s not in told]
    return [*told, *dict.fromkeys(again)]


HOLDS = re.compile(
    r"주최한|주최합|주최하|개최한다|개최합|연다(?![가-힣])|엽니다|마련한|내놨|내놓|찾는다|찾습니다|모집한다|모집합니다|앞당|당긴|미룬|미뤘|늦춘"
)


def _lead_host(scene: Scene, draft: Draft) -> None:
    """The lead of a press text names who announces, its event may stand a sentence later."""
    for sentence in scene.sentences[:3]:
        found = roles.announcer(scene, sentence)
        head = draft.name.head if draft.name else ""
        speaks = bool(head) and head in scene.text[sentence.start : sentence.end]
        own = sentence.start <= max(draft.until, draft.at)
        days = {day_of(t.start) for t in sentence.times if is_dated(t) and names_day(t)}
        if draft.organisers and not HOLDS.search(scene.text, sentence.start, sentence.end):
            continue
        if wording.SIGNS.search(draft.title) is not None:
            return
        gone = {f[14:24] for f in draft.flags if f.startswith("original_date:")}
        days = {day for day in days if str(day) not in gone}
        other = bool(days - {draft.day, scene.published, None})  # «… 한다고 8일 밝혔다» is no other event
        if found and (own or (speaks and not other)):
            draft.hosts = tuple(dict.fromkeys(name for name, _ in found))
            for _, span in found:
                draft.note("host", span, "lead")
            return


def _heads_item(scene: Scene, draft: Draft) -> None:
    """«▶ 재단법인 함께잇는기금, 재난 회복 융자 접수» above what is told of it: the body that heads an item."""
    line = scene.line_at(max(draft.at, 0))
    first, _ = scene.paragraph(line.start) if line is not None else (0, 0)
    head = scene.line_at(first)
    mark = ITEM_MARK.match(scene.text, first) if head is not None else None
    if head is None or mark is None:
        return
    for organisation in scene.organisations:
        told = next((m for m in organisation.mentions if 0 <= m[0] - mark.end() <= 1 and m[1] <= head.end), None)
        if told is not None and not roles.is_public(organisation.name):
            draft.hosts = (organisation.name,)
            draft.note("host", told, "heads item")
            return


ITEM_MARK = re.compile(r"\s?[▶◆◇◈■●▷☞★]\s?")


def _stated_beside(scene: Scene, main: list[Draft]) -> None:
    """«□ 28일(금) 14:00 이음회의 / 둘러앉습니다. 협의회가 주최 …»: of the event told last in its paragraph."""
    for sentence in scene.sentences if len(main) > 1 else ():
        found = roles.stated(scene, sentence, wording.HOST_PATTERNS)
        told = _told_beside(scene, main, sentence) if found else []
        if told and not told[-1].hosts:
            told[-1].hosts = tuple(dict.fromkeys(name for name, _ in found))
            for _, span in found:
                told[-1].note("host", span, "stated")


def _told_beside(scene: Scene, main: list[Draft], sentence: Sentence) -> list[Draft]:
    """The events told in the paragraph of a sentence, before it."""
    first, _ = scene.paragraph(sentence.start)
    return sorted((d for d in main if not d.call and first <= d.at <= sentence.start), key=lambda d: d.at)


def _stated_host(scene: Scene, main: list[Draft]) -> None:
    draft = main[0]
    for patterns in (wording.HOST_PATTERNS, wording.PREPARING_PATTERNS):
        for sentence in scene.sentences:
            found = roles.stated(scene, sentence, patterns)
            beside = _told_beside(scene, main, sentence) if found else []
            others = [d for d in beside if d.title != draft.title]
            of_another = any(span in d.evidence.get("host", ()) for d in others for _, span in found)
            if found and not of_another and (not beside or draft in beside):
                draft.hosts = tuple(dict.fromkeys(name for name, _ in found))
                for _, span in found:
                    draft.note("host", span, "stated")
                return


def _signed(scene: Scene, main: list[Draft]) -> None:
    if all(d.hosts or (d.organisers and d.rules.get("organiser") != "of row") for d in main):
        return
    signed = signing.signature(scene)
    for draft in main:
        if draft.hosts or (draft.organisers and draft.rules.get("organiser") != "of row"):
            continue  # of whoever sends a list are its rows, also those that another runs
        lone = _lone_body(scene, draft, bool(signed))
        if lone is not None:
            draft.hosts = (lone[0],)
            draft.note("host", lone[1], "own")
            continue
        if signed:
            draft.hosts = (signed[0][0],)
            draft.note("host", signed[0][1], "signed")
            continue
        owner = [
            o
            for o in scene.organisations
            if o.name in draft.title or any(a in draft.title for a in o.aliases if len(a) > 3)
        ]
        if owner and draft.name is not None and draft.name.head in roles.OWN:
            draft.hosts = (owner[0].name,)
            draft.rules.setdefault("host", "own")


def _lone_body(scene: Scene, draft: Draft, signed: bool) -> tuple[str, SpanPair] | None:
    """«… 팔판동 사회적협동조합이 주인이다. 개업식은 …»: the one body of ours named so far holds its own opening."""
    if draft.name is None or draft.name.head not in roles.OWN:
        return None
    after = next((o for o in scene.organisations if draft.title.startswith(f"{o.name} ")), None)
    if after is not None and after.mentions:
        return after.name, after.mentions[0]
    post = scene.document.channel == "board"
    if signed and draft.name.head in roles.MEETINGS:
        return None
    ours = [(o.name, m) for o in scene.organisations if o.type in named.OURS for m in o.mentions]
    so_far = [told for told in ours if told[1][0] < max(draft.until, draft.at)] or ([] if signed or not post else ours)
    return so_far[0] if len({name for name, _ in so_far}) == 1 else None


def _apart(scene: Scene, draft: Draft, told: SpanPair) -> bool:
    """Whether an event is an item of a list of its own, another than the one that tells a host."""
    own, other = scene.line_at(max(draft.at, 0)), scene.line_at(told[0])
    return own is not None and own is not other and BULLETED.match(scene.text, own.start) is not None


def _inherit(scene: Scene, main: list[Draft]) -> None:
    """Parts and later instalments of one announcement have the host of the first."""
    source = next((d for d in main if d.rules.get("host", "").startswith("label:")), main[0] if main else None)
    if source is None or not source.hosts:
        return
    told = (
        source.evidence.get("host", [(0, 0)])[0]
        if source.rules.get("host") in ("announces", "stated", "heads item", "before name")
        else (0, 0)
    )
    several = len({d.hosts for d in main if d.hosts}) > 1
    for draft in main:
        if several and told[1] and _apart(scene, draft, told):
            continue
        if told[0] > max(draft.until, draft.at):
            continue
        if not draft.hosts and (not draft.organisers or source.rules.get("host", "").startswith("label:")):
            draft.hosts = source.hosts
