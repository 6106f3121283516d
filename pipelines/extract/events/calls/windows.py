"""Applications: windows and deadlines. They matter most to readers, so nothing may miss one that is stated.

::

    window / deadline ─► what is it for? ─► an event named in its clause, else the event told last ─► its deadline
                                      └──► nothing here to join, or the post recruits ─► a call, an event of its own

A window or deadline belongs to the event it lets people join; where there is none, or the post looks for exhibitors
or staff, or the event would be over before the deadline, the call is an event of its own (guideline §4).
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.calls import drafted, joining, listed, naming
from pipelines.extract.events.calls.asked import (
    asked_for,
    hour_of_last_day,
    is_no_application,
    is_put_off,
    takes_so_many,
)
from pipelines.extract.events.calls.deadlines import WEIGHED, fate
from pipelines.extract.events.calls.given import (
    attach,
    before_each,
    count_back,
    is_behind,
    not_on_day,
    of_each_time,
)
from pipelines.extract.events.calls.opening import (
    becomes_call,
    behind_day,
    is_itself,
    later_of_two,
    of_themselves,
    opened_by,
)
from pipelines.extract.events.calls.sought import sought_earlier, sought_until
from pipelines.extract.events.calls.staff import performs, seeks_staff
from pipelines.extract.events.calls.taken import joins_body, name_or_gift
from pipelines.extract.events.calls.wanted import applied_for, candidates, is_of_goods, opinions
from pipelines.extract.events.days.months import briefings_ahead, exams_behind, in_its_month
from pipelines.extract.events.days.stretches import SHUT
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import Label
from pipelines.extract.events.names import called
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.headlines import asks_for_work, only_talks
from store.records import Moment, When

CALL_VERB = re.compile(
    r"모집|공모|접수|신청|응모|찾는다|찾습니다|뽑는다|뽑습니다|등록|예약|주문(?=은|을|도|받|\s받)|청약"
)
INVITED = re.compile(
    r"(?:오실|함께하실|참여하실|참가하실|나오실|들으실|하실|관심 있는|원하는|원하시는|희망하는)\s?(?:분|사람|"
    r"이웃|주민|기업|단체)"
)
# «방청을 원하면 17일 자정까지»: who only looks and listens comes to the event, whatever the weights say
AUDIENCE = re.compile(r"(?:방청|관람|참석|참관|청강)(?:을|를)?\s?(?:원하|희망하|바라|하려|하실|할\s)")
OWN_VERB = re.compile(r"주문|청약|신청|접수|모집|공모|응모|원서|지원서|이력서|계획서|제안서|서류")


def read_calls(scene: Scene, uses: list[Use], labels: tuple[Label, ...], drafts: list[Draft]) -> list[Draft]:
    """Attach every window and deadline to its draft, or make a call of it; returns the new drafts."""
    made: list[Draft] = []
    accepts = [x for x in labels if x.field == "apply" and x.name != "공고기간"]
    for number, label in enumerate(labels):
        if label.field == "apply" and (label.name != "공고기간" or not accepts):
            heading = labels[number - 1] if number else label
            label = _under(scene, heading, label)
            made += _from_label(scene, label, labels, [*drafts, *made])
    seen = [label.value for label in labels if label.field == "apply"]
    other = [label.value for label in labels if label.field not in ("apply", "when", "when+where")]
    opened: Use | None = None
    uses = [not_on_day(scene, asked_for(scene, use, drafts)) for use in uses]
    for use in uses:
        at = use.when.span[0]
        if hour_of_last_day(scene, use, [*drafts, *made]) or (is_put_off(scene, use) and becomes_call(use, drafts)):
            continue
        if use.use not in WEIGHED or any(a <= at < b for a, b in seen):
            continue
        if use.use == "window" and (told := [d for d in drafts if use.when.span in d.evidence.get("start", ())]):
            is_itself(scene, use, told[0])
            continue  # «9.4.(수) | 14:00~16:00 | … | 사전예약»: the hours of a row
        if any(a <= at < b for a, b in other) and not CALL_VERB.search(
            scene.text, use.sentence.start, use.sentence.end
        ):
            continue
        if use.use == "open" and drafted.closes_soon(uses, use):
            opened = use  # told together with its deadline
            continue
        made += _from_prose(scene, use, opened, [*drafts, *made])
        opened = use if use.use == "open" else None
    if not any(x.call and x.application_deadline is not None for x in made):  # else that one is the call
        of_themselves(scene, drafts)
    exams_behind(drafts, made)
    briefings_ahead(scene, [*drafts, *made])
    return made


def windows_of_calls(scene: Scene, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """«기간 : 오늘부터 7월 17일까지» of a post titled «출자자를 모십니다»: the days on which one may apply."""
    title = scene.document.title
    labels = tuple(x for x in labels if not _is_clause(scene, x))
    if asks_for_work(title):  # whatever day stands there is one to hand in a work
        return tuple(replace(x, field="apply") if x.field == "when" else x for x in labels)
    calling = called.CALL_IN_TITLE.match(title) is not None or (only_talks(title) and joining.calls(scene))
    if not calling or any(x.field in ("apply", "when+where", "where") for x in labels):
        return labels
    return tuple(replace(x, field="apply") if x.name == "기간" and x.field == "when" else x for x in labels)


_SET_OFF = re.compile(r"[^\w\s]|\n|\t|\s{2}")
_LED_BY = 8
"""Characters between a bare label and its time: «신청 기간은 4월 6일부터», «마감 — 9월 8일»."""


def _is_clause(scene: Scene, label: Label) -> bool:
    """«※ 접수 기간 중 센터를 둘러보고 싶은 분은 … 점심시간(12~13시)에는»: a word that no mark sets off is no field."""
    start, end = label.value
    if label.field != "apply" or _SET_OFF.search(scene.text, label.at + len(label.name), start):
        return False
    first = next((t for t in scene.times_in(start, end) if t.kind != "none"), None)
    return first is not None and first.span[0] - start > _LED_BY


NEXT_CLAUSE = re.compile(r"(?:이며|이고|이라),?\s")


def _under(scene: Scene, heading: Label, label: Label) -> Label:
    """«임원 후보 등록» over «등록 기간 : 8일 ~ 16일»: the field of the heading, whose own words have no time."""
    if heading is label or "후보" not in heading.name or scene.times_in(*heading.value) or heading.field != "apply":
        return label
    near = "\n\n" not in scene.text[heading.at : label.at]
    return replace(heading, value=label.value) if near else label


def _from_label(scene: Scene, label: Label, labels: tuple[Label, ...], drafts: list[Draft]) -> list[Draft]:
    times = [t for t in scene.times_in(*label.value) if t.kind != "none"]
    when = next((t for t in times if t.start is not None or t.end is not None), None)
    if when is None:
        return []
    if when.start is None and scene.published is not None and SINCE_NOTICE.match(label.words(scene.text)):
        when = replace(when, start=scene.published, kind="range")
    if _ENDS_FIELD.search(label.name) and when.kind == "instant" and when.end not in (None, when.start):
        when = replace(when, start=None, kind="deadline")  # «언제까지 : 이달 말»
    if (moved := later_of_two(scene, times) or behind_day(scene, label, times)) is not None:
        when = moved
    if _HANDED.search(label.name) and when.kind in ("instant", "set"):
        return []  # «받는 날 : 27일(금)»: when one fetches what one ordered
    opens, closes = drafted.window(when)
    if is_behind(scene, when, closes, drafts):
        return []
    if len(times) > 1 and closes is None:  # «5월 16일(월)부터 / 5월 25일(수) 오후 5시까지»
        closes = next((t.end for t in times if t.start is None and t.end is not None), None)
    target = joining.nearest(joining.joinable(scene, drafts, label.at), label.at, closes)
    own = called.own_object(label) is not None or (
        label.name.startswith(_ORDERS) and any(w in scene.document.title for w in _ORDERS)
    )
    headed = listed.headed(scene, label.at)
    if headed is not None and (target is None or not headed[2].holds(target)):
        return [drafted.call_of(scene, headed[0], None, when, label.at, label.value[1], f"label:{label.name}")]
    counted = before_each(scene, *label.value)
    if counted is not None and target is not None and not own:
        count_back(scene, target, drafts, counted, when.span)
        return []
    if target is not None and not joining.recruits(scene) and not own:
        for one in [*joining.sittings_of(target, drafts), *joining.kin_above(target, drafts, label.at)]:
            exact = NAMES_MONTH.search(scene.text, *when.span) is not None
            attach(one.parent or one, opens, closes, when.span, f"label:{label.name}", exact=exact)
        return []
    title = naming.by_label(scene, label, labels)
    if not title or drafted.same_window(drafts, opens, closes):
        return []
    return [drafted.call_of(scene, title, None, when, label.at, label.value[1], f"label:{label.name}")]


_ORDERS = ("주문", "청약")
"""Labels of what is sold, where the headline sells: its window is not even of the day on which one fetches it."""
_ENDS_FIELD = re.compile(r"까지|마감|기한")
_HANDED = re.compile(r"받는(?:날|때)$")
# «신청기간 : 공고일 ~ 2025. 2. 7.(금) 18:00»
SINCE_NOTICE = re.compile(r"(?:공고일|게시일|공고한 날)\s?(?:부터|~|∼|-|–)")


def _from_prose(scene: Scene, use: Use, opened: Use | None, drafts: list[Draft]) -> list[Draft]:
    when, near = in_its_month(scene, use.when, drafts), _clause_around(scene, use)
    if use.use != "open" and (asked := opinions(scene, near)) is not None:
        return [drafted.of_sentence(scene, use, when, asked, None)]
    if is_no_application(scene, use, near):
        return []
    opens, closes = (when.start, None) if use.use == "open" else drafted.window(when)
    if (opens is None and closes is None) or is_behind(scene, when, closes, drafts):  # «우편은 그때까지 닿은 것만»
        return []
    if opened_by(scene, use, closes, drafts) is not None:
        return []
    weighed = fate(scene, use, drafts)
    goods = is_of_goods(scene, use.sentence, use.when) or joins_body(scene, use.sentence, use.when)
    outright = goods or (use.use != "open" and candidates(scene, use.sentence) is not None)
    outright = outright or (use.use != "window" and _says_what_for(scene, use, when))
    outright = outright or takes_so_many(scene, use) or when.rule == SHUT
    if not outright and weighed.is_neither(use.use, asked=any(p.search(near) for p in (CALL_VERB, INVITED))):
        return []
    if drafted.is_known(use, when, opens, closes, drafts) or _of_numbers(scene, use, when, opens, closes, drafts):
        return []
    last = opens if use.use == "open" else closes
    named, target = joining.meant(scene, use, drafts, closes, last)
    if target is not None and of_each_time(scene, use, target):
        return []
    if target is not None and use.use == "deadline":
        who = performs(scene, use.sentence, when.span[0])
        if who is not None:
            return [drafted.of_sentence(scene, use, when, f"{target.title} {who} 모집", None)]
    counted = before_each(scene, *when.span)
    if counted is not None and target is not None:
        count_back(scene, target, drafts, counted, when.span)
        return []
    call = _said_outright(scene, use, opened, when, target, drafts, named=named is not None)
    if call is not None:
        return [call]
    staff = seeks_staff(scene, use.sentence) if named is None else None
    goods = named is None and goods
    apart = weighed.is_own and (target is None or AUDIENCE.search(near) is None)
    if staff is not None or apart or goods or _calls_for_others(scene, when, named, target, near):
        target = None
    likely = goods or apart
    own, separate = naming.own_title(scene, use, opened, staff, target, drafts, likely=likely)
    if target is None or separate:
        return _own_call(
            scene, use, opened, when, own, near, drafts, beside=target is not None, sure=likely and weighed.own >= SURE
        )
    own_part = named or (target if joining.beside_part(scene, use.sentence, target) else None)
    _join(scene, use, opened, own_part, target, drafts, opens, closes, when)
    for one in joining.named_beside(scene, use, named, drafts):
        attach(one, opens, closes, when.span, f"prose:{use.use}")
    return []


def _said_outright(
    scene: Scene, use: Use, opened: Use | None, when: When, target: Draft | None, drafts: list[Draft], *, named: bool
) -> Draft | None:
    """The call that the words themselves say it is: to stand for an office, or an item of a list for itself."""
    office = candidates(scene, use.sentence)
    if office is not None and use.use != "open":
        call = drafted.of_sentence(scene, use, when, office, None)
        drafted.opened_before(call, use, opened)
        return call
    item = listed.calls_for_itself(scene, when.span[0], target, drafts) if not named else None
    titled = listed.title_of(scene, item) if item is not None else None
    sought = naming.as_sought(scene, use, drafts, named=named) if use.use != "open" else None
    if sought is not None and not (titled is not None and _CALLS_ITSELF.search(scene.text[slice(*titled[1])])):
        call = drafted.of_sentence(scene, use, when, naming.in_full(scene, use.sentence, sought[0], drafts), sought[1])
    elif titled is not None:
        call = drafted.of_sentence(scene, use, when, titled[0], None)
    else:
        return None
    drafted.opened_before(call, use, opened)
    return call


_CALLS_ITSELF = re.compile(r"(?:모집|공모|채용|추천|신청|접수|등록)$")
"""A heading that is a call's name as it stands."""


def _says_what_for(scene: Scene, use: Use, when: When) -> bool:
    """Whether the words at a last day say whom or what one seeks, or what one applies for."""
    ways = (sought_until, sought_earlier, applied_for, name_or_gift)
    return any(way(scene, use.sentence, when) is not None for way in ways)


def _clause_around(scene: Scene, use: Use) -> str:
    """The words of a time's clause, on both sides of it."""
    (start, end), sentence = use.when.span, use.sentence
    clause = NEXT_CLAUSE.search(scene.text, end, min(sentence.end, end + 60))
    until = clause.end() if clause is not None else min(sentence.end, end + 60)
    return scene.text[max(sentence.start, start - 40) : until]


def _own_call(
    scene: Scene,
    use: Use,
    opened: Use | None,
    when: When,
    own: naming.Titled | None,
    near: str,
    drafts: list[Draft],
    *,
    beside: bool,
    sure: bool,
) -> list[Draft]:
    """The call that a window or deadline is of; nothing where no words ask, or where it only opens unnamed."""
    asked = when.rule == SHUT or OWN_VERB.search(near) or (use.use == "deadline" and INVITED.search(near))
    if own is None and use.use != "open" and (asked or sure):
        own = naming.by_text(scene, use, drafts)
    opens_only = use.use == "open" and (own is None or own[1] is None or beside)
    if opens_only or own is None or not own[0]:
        return []
    call = drafted.of_sentence(scene, use, when, naming.in_full(scene, use.sentence, own[0], drafts), own[1])
    drafted.opened_before(call, use, opened)
    return [call]


SURE = 0.85
"""How sure the weights must be of a call that no words name: then the document's title names it."""


def _of_numbers(
    scene: Scene, use: Use, when: When, opens: Moment | None, closes: Moment | None, drafts: list[Draft]
) -> bool:
    """Whether it is told for items by their number, and then given to them."""
    numbered = joining.numbered(scene, use, drafts)
    for one in numbered:
        attach(one, opens, closes, when.span, f"prose:{use.use}")
    return bool(numbered)


def _calls_for_others(scene: Scene, when: When, named: Draft | None, target: Draft | None, near: str) -> bool:
    """A post that calls for teams or exhibitors, or whose event is told later: the window is of the call itself."""
    if joining.PARTICIPANTS.search(near):
        return False
    later = target is not None and joining.calls(scene) and target.at > when.span[0]
    return later or (named is None and joining.recruits(scene))


NAMES_MONTH = re.compile(r"월|[./]|달|오늘|내일|모레|글피|주")


def _join(
    scene: Scene, use: Use, opened: Use | None, named: Draft | None, target: Draft, drafts: list[Draft],
    opens: Moment | None, closes: Moment | None, when: When,
) -> None:  # fmt: skip
    """Give the window to the event that it lets people join, to its parent where only a part was meant."""
    for one in joining.sittings_of(target, drafts):
        whole = one.parent if one.parent is not None and named is None else one
        if whole is not target and joining.over_by(whole, closes):
            continue  # «지난 15일 장터 … 다음 장은 20일, 자리 신청은 10일까지»
        attach(
            whole,
            opens,
            closes,
            when.span,
            f"prose:{use.use}",
            exact=NAMES_MONTH.search(scene.text, *when.span) is not None,
        )
        if opened is not None:
            attach(whole, opened.when.start, None, opened.when.span, "prose:open")
