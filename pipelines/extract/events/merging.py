"""One event told several times in a text is one event; a part of a longer one knows its parent."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import alike, bare
from pipelines.extract.events.prose.completing import falls_on
from pipelines.extract.events.scene import Scene, has_clock
from pipelines.extract.events.words.heads import FOUNDING
from pipelines.extract.events.words.titles import Name, head_of

BACK_REFERENCE = re.compile(r"^(?:이번|이날|올해|해당|본|이|그)\s")
BOUND = re.compile(r"\W+")


def merge(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drafts with everything said of one event brought together, parents set; order of the text kept."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.role != "main", d.at)):
        same = next((k for k in kept if _same(k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _absorb(same, draft)
    moved = [k for k in kept if any(f.startswith("original_date:") for f in k.flags)]
    kept = [k for k in kept if not any(_moved_from(other, k) for other in moved if other is not k)]
    kept.sort(key=lambda d: d.at)
    _parents(kept)
    return kept


def _moved_from(kept: Draft, other: Draft) -> bool:
    """The day that no longer holds, told again: «8월 10일 예정되어 있던 …» beside «변경 후: 8월 17일»."""
    gone = any(f.startswith("original_date:") and f[14:24] == str(other.day) for f in kept.flags)
    if not gone or kept.call:
        return False
    if other.name is None or kept.name is None:
        return True
    if bare(other.name) and (other.name.weak or alike(kept.name.head, other.name.head)):
        return True
    return _names_agree(kept, other)  # «대신 25일 온라인 간담회를 연다» is another


def _same(one: Draft, other: Draft) -> bool:
    if one.call or other.call or one.parent is other or other.parent is one:
        return False
    if one.parent is not None and one.parent is other.parent and one.title != other.title:
        return False  # sittings of one course
    if one.day == other.day and one.day is not None and _same_number(one, other):
        return True
    if one.day is None or other.day is None:
        apart = all(d.name is not None and d.name.quoted for d in (one, other)) and _core(one.title) != _core(
            other.title
        )
        return _names_agree(one, other) and not apart
    if (
        one.recurrence
        and other.day == one.day
        and (not has_clock(one.start) or one.start == other.start or not has_clock(other.start))
    ):
        return True
    if one.recurrence and not other.recurrence and one.title == other.title and one.at == other.at and _quoted(one):
        return True  # «매달 둘째 토요일에 여는 ‘두루장터’는 3월 장을 쉬고 4월 11일 다시 문을 연다»
    if one.day != other.day:
        clocks = has_clock(other.start) or has_clock(one.start) or _two_names(one, other)
        return not clocks and (one.covers(other.day) or other.covers(one.day)) and _core_agrees(one, other)
    if has_clock(one.start) and has_clock(other.start) and one.start != other.start:
        return False
    if _names_agree(one, other):
        return True
    if _bare_of(one, other) or _bare_of(other, one):
        return True
    # One day, one clock at most, no longer run: a second noun of the same event («행사», «상담회»).
    return one.end is None and other.end is None and _vague(other) and one.last_day == one.day


NUMBER = re.compile(r"(?:^|\s)(\d{1,2})\s?(?:회차|회|차)$")


def _same_number(one: Draft, other: Draft) -> bool:
    """«1회차인 14일에는 …» behind ‘나들장’ of the 14th and 21st, whose first is that."""
    numbers = [NUMBER.search(d.title) for d in (one, other)]
    lone = NUMBER.sub("", other.title).strip() == ""
    return lone and all(numbers) and len({m[1] for m in numbers if m is not None}) == 1


def _quoted(draft: Draft) -> bool:
    return draft.name is not None and draft.name.quoted


def _two_names(one: Draft, other: Draft) -> bool:
    """‘추석맞이 섬마을 협동조합 장터’ and ‘섬마을 장터 온라인 기획전’: two names in quotes, none within the other."""
    a, b = _core(one.title), _core(other.title)
    quoted = one.name is not None and one.name.quoted and other.name is not None and other.name.quoted
    return quoted and a not in b and b not in a and head_of(one.title) != head_of(other.title)


def _bare_of(one: Draft, other: Draft) -> bool:
    """«축제가 이번 주말 열린다» beside ‘2019 부산 사회적경제 한마당’ of the same days."""
    if one.name is None or other.name is None or not bare(one.name) or bare(other.name):
        return False
    if one.name.head.endswith("식") and not other.name.head.endswith("식") and other.last_day != other.day:
        return False  # the «기념식» of a week that calls itself 행사
    return alike(one.name.head, other.name.head) and (one.last_day == other.last_day or one.end is None)


def _names_agree(one: Draft, other: Draft) -> bool:
    a, b = _core(one.title), _core(other.title)
    if a == b or a in b or b in a:
        return True
    heads = head_of(one.title), head_of(other.title)
    opening = [h for h in heads if h in FOUNDING]  # 직매장 개장, 개장식
    if opening and all(h is not None and h.startswith(opening[0]) for h in heads):
        return True
    if heads[0] and heads[1] and (heads[0].endswith(heads[1]) or heads[1].endswith(heads[0])):
        ordinals = [re.findall(r"\d+\s?(?:차|회|기|강)", d.title) for d in (one, other)]
        return not (ordinals[0] and ordinals[1] and ordinals[0] != ordinals[1])
    words = {w for w in BOUND.split(one.title) if len(w) > 1} & {w for w in BOUND.split(other.title) if len(w) > 1}
    return len(words) >= 2


def _core_agrees(one: Draft, other: Draft) -> bool:
    a, b = _core(one.title), _core(other.title)
    words = {w for w in BOUND.split(one.title) if len(w) > 1} & {w for w in BOUND.split(other.title) if len(w) > 1}
    heads = head_of(one.title), head_of(other.title)
    alike = (
        heads[0] is not None
        and heads[0] == heads[1]
        and any(d.name is not None and d.name.generic for d in (one, other))
    )
    return a == b or len(words) >= 2 or alike


def _core(title: str) -> str:
    return re.sub(r"\W+", "", BACK_REFERENCE.sub("", title))


def _vague(draft: Draft) -> bool:
    return (
        draft.name is not None
        and (draft.name.weak or draft.name.head in ("행사", "프로그램"))
        and not draft.name.quoted
    )


def _absorb(kept: Draft, other: Draft) -> None:
    if kept.recurrence and other.day and kept.day and other.day > kept.day and kept.at == other.at:
        kept.start, kept.end = other.start, other.end  # its next day is the one that is told
    elif other.day and kept.day and other.day < kept.day:
        kept.start, kept.end = other.start, other.end or kept.end
    elif other.start is not None and (
        kept.start is None or (has_clock(other.start) and not has_clock(kept.start) and kept.last_day == kept.day)
    ):
        kept.start, kept.end = other.start, other.end or (kept.end if has_clock(kept.end) else None)
    elif kept.end is None and other.end is not None and other.day == kept.day:
        kept.end = other.end
    heads = [d.name.head for d in (kept, other) if d.name is not None]
    if kept.name is not None and heads[-1] == f"{heads[0]}식" and kept.title.endswith(heads[0]):
        kept.title, kept.name = f"{kept.title}식", replace(kept.name, head=heads[-1])  # 직매장 개장, then 개장식
    named = other.name is not None and (other.name.quoted or (bare(kept.name) and not bare(other.name)))
    if len(other.title) > len(kept.title) and named and not _labelled(kept):
        kept.title, kept.name = other.title, other.name
    for field in ("recurrence", "venue", "fee", "audience", "application_start", "application_deadline"):
        if getattr(kept, field) is None:
            setattr(kept, field, getattr(other, field))
    for field in ("hosts", "organisers"):
        if not getattr(kept, field):
            setattr(kept, field, getattr(other, field))
    for flag in other.flags:
        kept.flag(flag)
    for key, spans in other.evidence.items():
        for span in spans:
            kept.note(key, span, other.rules.get(key, ""))
    if other.at - kept.until < 200:
        kept.until = max(kept.until, other.until) if other.at <= kept.until + 1 else kept.until


def _labelled(draft: Draft) -> bool:
    return any(rule.startswith("label:") for rule in draft.rules.values())


def _parents(kept: list[Draft]) -> None:
    """A part lies inside the days of a longer event, or on its day with a clock of its own, and is told after it."""
    main = [d for d in kept if d.role == "main" and not d.call]
    for parent in main:
        if parent.day is None or (parent.recurrence and parent.last_day == parent.day):
            continue
        for draft in main:
            # what costs least and turns away most comes first
            if draft is parent or draft.parent is not None or parent.parent is not None or not parent.covers(draft.day):
                continue
            if parent.recurrence and draft.day is not None and not falls_on(draft.day, parent.recurrence):
                continue  # on a Thursday, within the weeks of what is every Tuesday
            later = draft.at > parent.at or (
                draft.at == parent.at and draft is not parent and _starts(draft.name, parent.name)
            )
            longer = (
                parent.last_day != parent.day
                or (has_clock(draft.start) and not has_clock(parent.start))
                or _inside(parent, draft)
                or _told_after(parent, draft)
            )
            if later and longer:
                draft.parent = parent


def _inside(parent: Draft, draft: Draft) -> bool:
    """«오후 2시부터 8시까지 … 축제», then «오후 6시 30분에는 공연»: inside the hours of an event of one day."""
    if not (has_clock(parent.end) and has_clock(draft.start)):
        return False
    return str(parent.start) <= str(draft.start) < str(parent.end) and str(draft.end or draft.start) <= str(parent.end)


def _told_after(parent: Draft, draft: Draft) -> bool:
    """«정오에는 가마솥밥 나눔이, 오후 1시 30분에는 공연이» behind the ‘햅쌀잔치’ of that morning."""
    named = parent.name is not None and parent.name.quoted and draft.name is not None and not draft.name.quoted
    near = draft.at - parent.until < 240 and draft.venue is None and parent.day == draft.day
    return named and near and _not_before(draft, parent) and parent.start != draft.start


def _not_before(draft: Draft, parent: Draft) -> bool:
    return has_clock(draft.start) and has_clock(parent.start) and str(draft.start) >= str(parent.start)


def _starts(one: Name | None, other: Name | None) -> bool:
    return bool(one and other and one.span > other.span)
