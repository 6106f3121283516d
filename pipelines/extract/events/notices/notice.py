"""Events of labelled notices: one group of fields is one event."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from pipelines.extract.events.bodies import roles
from pipelines.extract.events.days import status
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.headings import NAME_LONGEST, SENTENCE, heading_above, line_above, section_above
from pipelines.extract.events.fields.labels import Label, between
from pipelines.extract.events.notices.sittings import sittings
from pipelines.extract.events.places import venues
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, is_dated, names_day, touches
from pipelines.extract.events.words.headlines import clean_title, without_tags
from pipelines.extract.events.words.heads import CALL_HEADS, GENERIC
from pipelines.extract.events.words.placewords import PLACE_WORD
from pipelines.extract.events.words.titles import Name, find_names, head_of
from store.records import SpanPair, When

CORRECTED = re.compile(
    r"^[(\[]?\s?(?:(?:수정|변경|정정|바뀐|조정)\s?(?:후|된|일시|일정|안)|바름|바른 날짜|맞는 날짜|정정|"
    r"옳음)\s?[)\]]?\s?[:：]?"
)
HOURS = re.compile(r"(?:총\s?)?(?<!\d)(\d{1,2})\s?시간(?:\s?30분)?(?!\s?(?:전|씩))")
ROOM_CHANGED = re.compile(r"→\s?(?:[^,\n]{0,16}?\s)?(?P<room>\S{1,12}(?:\s\S{1,8})?)(?:으로|로)\s변경")
PLACE_LINE = 70


def read_notices(scene: Scene, labels: tuple[Label, ...]) -> list[Draft]:
    """One draft for each «일시» with a day in it; fields before the first and behind each belong to it."""
    anchors = [label for label in labels if label.field in ("when", "when+where") and _dated(scene, label.value)]
    anchors = _one_run(scene, _without_hours_only(scene, anchors))
    labels = tuple(_changed_place(scene, label) for label in labels)
    borders = [0, *(_border(labels, anchors[n - 1], anchors[n]) for n in range(1, len(anchors))), len(scene.text)]
    drafts = [
        draft
        for n, anchor in enumerate(anchors)
        for draft in sittings(
            scene,
            anchor,
            _draft(scene, anchor, list(between(labels, borders[n], borders[n + 1])), several=len(anchors) > 1),
        )
    ]
    _moved(scene, labels, drafts)
    for label in labels if len(anchors) > 1 else ():
        if label.field in ("host", "organiser", "host+organiser") and label.at > anchors[-1].at:
            for draft in drafts:  # «주최: …» below the last of several blocks is of all
                if not draft.hosts and not draft.organisers:
                    apply_fields(
                        scene, draft, [x for x in labels if x.field in ("host", "organiser", "host+organiser")]
                    )
    return drafts


def _changed_place(scene: Scene, label: Label) -> Label:
    """«변경 전: 동아리실 / 변경 후: 조합 사무실»: where no day stands, the place has changed."""
    if label.field not in ("when", "was") or not label.name.startswith(("변경", "바뀐", "기존", "당초")):
        return label
    if any(t.kind != "none" for t in scene.times_in(*label.value)) or not label.words(scene.text).strip():
        return label
    return replace(label, field="where" if label.field == "when" else "other")


def _one_run(scene: Scene, anchors: list[Label]) -> list[Label]:
    """«운영 기간 : 3월 14일 ~ 6월 27일» above «운영 일시 : 매주 목요일 13:30»: one event, its run and its rhythm."""
    kept: list[Label] = []
    for label in anchors:
        times = scene.times_in(*label.value)
        above = scene.times_in(*kept[-1].value) if kept else ()
        rhythm = bool(times) and times[0].kind == "recurrence" and not any(t.kind == "range" for t in times)
        run = (
            len(above) == 1 and above[0].kind == "range" and day_of(above[0].end) not in (None, day_of(above[0].start))
        )
        if rhythm and run and label.at - kept[-1].value[1] < NEXT_FIELD:
            kept[-1] = replace(kept[-1], value=(kept[-1].value[0], label.value[1]))
        else:
            kept.append(label)
    return kept


NEXT_FIELD = 12
"""Characters from the end of one field to the label of the next."""


def _moved(scene: Scene, labels: tuple[Label, ...], drafts: list[Draft]) -> None:
    """«▶ 변경 전 : 8. 10.(목) 13:30» above «▶ 변경 후 : 8. 17.(목)»: the first day no longer holds."""
    for label in [x for x in labels if x.field == "was"]:
        old = next((t for t in scene.times if touches(t.span, *label.value) and t.start), None)
        behind = [d for d in drafts if d.at > label.at] or drafts
        if old is None or not behind or day_of(old.start) == behind[0].day:
            continue
        behind[0].flag(status.original_flag(old))
        behind[0].status = "postponed" if str(behind[0].day) > str(day_of(old.start)) else "scheduled"


def apply_fields(scene: Scene, draft: Draft, labels: list[Label]) -> None:
    """Everything but time and title: place, bodies, audience, fee, contact."""
    text = scene.text
    for label in labels:
        words = re.sub(r"\s+", " ", label.words(text)).strip()
        housed = label.field == "host" and label.name.endswith(("데", "곳")) and HOUSED.search(words) is not None
        if (label.field == "where" or housed) and draft.venue is None:
            span = venues.label_venue(text, label.value)
            draft.venue = text[slice(*span)]
            draft.note("venue", span, f"label:{label.name}")
            room = ROOM_CHANGED.search(label.words(text))
            if room:
                draft.flag(f"venue_room_changed:{room['room']}")
        elif label.field in ("host", "organiser", "sponsor", "host+organiser") and not housed:
            _bodies(scene, draft, label)
        elif label.field in ("audience", "quota"):
            draft.audience = words if draft.audience is None else f"{draft.audience} {words}"
            draft.note("audience", label.value, f"label:{label.name}")
        elif label.field == "fee" and draft.fee is None:
            draft.fee = words
            draft.note("fee", label.value, f"label:{label.name}")


# «여는 데: 한국부동산원 본사 1층 로비»
HOUSED = re.compile(r"\d층|(?:로비|광장|공원|강당|마당|회관|체육관|공연장|주차장|회의실)(?:\s?\([^()]*\))?$")


def apply_hours(scene: Scene, draft: Draft, labels: list[Label]) -> None:
    """«운영시간: 양일 11:00~18:00» beside a run of days told in prose."""
    for label in labels:
        if label.field != "when" or not label.name.endswith("시간") or has_clock(draft.start):
            continue
        when = next((t for t in scene.times if touches(t.span, *label.value) and has_clock(t.start)), None)
        if when is not None and draft.day is not None:
            last = draft.end or draft.start
            draft.start = at_clock(draft.start, when.start)
            draft.end = at_clock(last, when.end) if has_clock(when.end) else draft.end
            draft.note("start", when.span, f"label:{label.name}")


def _bodies(scene: Scene, draft: Draft, label: Label) -> None:
    found = roles.split_names(label.words(scene.text), scene, label.value[0])
    names = tuple(name for name, _ in found)
    if label.field == "host+organiser" and len(found) == 2 and ROLES_APART.fullmatch(label.words(scene.text)):
        pairs = (("hosts", "host", found[0]), ("organisers", "organiser", found[1]))
        for attribute, key, (name, span) in pairs if not label.name.startswith("주관") else ():
            if not getattr(draft, attribute):
                setattr(draft, attribute, (name,))
                draft.note(key, span, f"label:{label.name}")
        return
    for role, attribute, key in (
        ("host", "hosts", "host"),
        ("organiser", "organisers", "organiser"),
        ("sponsor", "sponsors", "sponsor"),
    ):
        if role in label.field and not getattr(draft, attribute):
            setattr(draft, attribute, names)
            for _, span in found:
                draft.note(key, span, f"label:{label.name}")


# «주최/주관: 울산광역시 / (재)울산경제일자리진흥원»: the stroke of the label again
ROLES_APART = re.compile(r"\s?[^/,·]{2,30}\s?/\s?[^/,·]{2,30}")


def _draft(scene: Scene, anchor: Label, own: list[Label], several: bool = False) -> Draft:
    times = [t for t in scene.times_in(*anchor.value) if t.kind != "none"]
    gone = [t for t in times if ARROW.match(scene.text[t.span[1] : t.span[1] + 8])]
    lasting = [t for t in times if t not in gone and t.start is not None]
    when = next((t for t in lasting if is_dated(t)), None) or next(t for t in [*lasting, *times] if t.start is not None)
    when = _bounded(when, times)
    title, name, span = title_of(scene, anchor, own, several)
    draft = Draft(title, name, at=anchor.at, until=anchor.value[1])
    draft.set_time(when, f"label:{anchor.name}")
    for old in gone if when not in gone else ():
        draft.flag(status.original_flag(old))
        draft.status = "postponed" if str(draft.day) > str(day_of(old.start)) else "scheduled"
    _later_times(draft, when, [t for t in times if t not in gone], scene.text)
    _hours(scene, draft, own)
    if span is not None:
        draft.note("title", span, "heading")
    if anchor.field == "when+where":
        place = venues.trim(scene.text, (max(t.span[1] for t in times), anchor.value[1]))
        place = (place[0] + len(scene.text[slice(*place)]) - len(scene.text[slice(*place)].lstrip("/,)( ·")), place[1])
        if place[0] < place[1]:
            draft.venue = scene.text[slice(*place)]
            draft.note("venue", place, f"label:{anchor.name}")
    apply_fields(scene, draft, own)
    behind = scene.text[times[-1].span[1] : anchor.value[1]]
    if draft.venue is None and (beside := BEHIND_COMMA.match(behind)) is not None and not _no_place(beside["place"]):
        span = (times[-1].span[1] + beside.start("place"), times[-1].span[1] + beside.end("place"))
        draft.venue = scene.text[slice(*span)]
        draft.note("venue", span, f"label:{anchor.name}")
    return draft


def _no_place(words: str) -> bool:
    return PLACE_WORD.search(words.strip()) is None


# «바뀐 날 : 10/18(화) 오후 2시, 지리산나눔터 1층 (주차 가능)»
BEHIND_COMMA = re.compile(r"\s?[,/]?\s?(?P<place>[가-힣A-Za-z0-9][^,/()\n]{2,40}?)\s?(?:\(|,|/|※|\*|$)")


# «▶ 날짜 : 6월 20일(목) ⇒ 6월 13일(목)»
ARROW = re.compile(r"\s?(?:→|⇒|->|=>)\s?")
ORIGINAL = re.compile(r"(?:당초|애초|기존|원래|변경 전|종전)\s?[:：]?\s?$")


def _bounded(when: When, times: list[When]) -> When:
    """«매주 목요일 9/15 ~ 10/20, 10:00-12:00»: the run that stands behind a rule bounds it."""
    run = next((t for t in times if t.span[0] >= when.span[1] and t.kind == "range" and names_day(t)), None)
    first, last = (day_of(run.start), day_of(run.end)) if run is not None else (None, None)
    if when.kind != "recurrence" or run is None or first is None or last is None or not first < last:
        return when
    return replace(when, start=run.start, end=run.end)


def _later_times(draft: Draft, first: When, times: list[When], text: str) -> None:
    """«3. 22. ~ 4. 12. / 매주 화 10:00»: a second expression gives the clock or the rule."""
    for when in times:
        if when is first:
            continue
        if ORIGINAL.search(text[max(0, when.span[0] - 8) : when.span[0]]):
            draft.flag(status.original_flag(when))
            continue
        if (when.rrule or when.kind == "recurrence") and draft.recurrence is None:
            draft.recurrence = when.rrule or "recurring"
        if has_clock(when.start) and not has_clock(draft.start) and day_of(when.start) is not None:
            last = draft.end or draft.start
            draft.start = at_clock(draft.start, when.start)
            draft.end = at_clock(last, when.end) if has_clock(when.end) else draft.end
            draft.note("start", when.span, "label:clock")


def _hours(scene: Scene, draft: Draft, own: list[Label]) -> None:
    """«내용: … (3시간)» gives the end of a day's course; «시간: 14:00~16:00» in a field of its own the clock."""
    for label in own:
        if label.field == "when" and label.name.endswith("시간") and not has_clock(draft.start):
            for when in scene.times:
                if touches(when.span, *label.value) and has_clock(when.start):
                    last = draft.end or draft.start
                    draft.start, draft.end = (
                        at_clock(draft.start, when.start),
                        (at_clock(last, when.end) if has_clock(when.end) else draft.end),
                    )
                    draft.note("start", when.span, f"label:{label.name}")
                    break
        match = (
            HOURS.search(label.words(scene.text))
            if label.name in ("내용", "교육내용", "시간", "교육시간", "구성")
            else None
        )
        if (
            match
            and isinstance(draft.start, datetime)
            and draft.end is None
            and int(match[1]) <= 12
            and draft.recurrence is None
        ):
            draft.end = draft.start + timedelta(hours=int(match[1]))
            draft.note("end", (label.value[0] + match.start(), label.value[0] + match.end()), "duration")


OUTLINE = frozenset(("개요", "안내", "일정", "계획", "내용", "방법", "사항", "목적", "취지"))
"""«2. 행사 개요» is a heading, no field «행사»."""
ASKED_WHAT = frozenset(("무엇", "무엇을"))
"""«무엇을 → 작은 조합을 위한 결산 교실» names the event, «무엇을 : 자활사업 알기» tells what is done."""
REMARK = re.compile(r"\s\([^()]{2,24}\)$")  # «결산·세무 교실 (각자 장부로 실습)»


def title_of(scene: Scene, anchor: Label, own: list[Label], several: bool) -> tuple[str, Name | None, SpanPair | None]:
    """The field «행사명», else a heading above the fields, else the document's own title."""
    for label in own:
        if label.field == "title":
            words = clean_title(label.words(scene.text))
            return words, Name(words, label.value, head_of(words) or "", True, False), label.value
    for label in own:
        words = clean_title(REMARK.sub("", label.words(scene.text)))
        named = (label.field == "name" and words not in OUTLINE) or (
            label.name in ASKED_WHAT and head_of(words) is not None
        )
        if named and not _dated(scene, label.value) and label.value[1] - label.value[0] <= NAME_LONGEST:
            return words, Name(words, label.value, head_of(words) or "", True, False), label.value
    above = line_above(scene, anchor) if several else section_above(scene, anchor)
    if above is not None:
        return above[0], Name(above[0], above[1], head_of(above[0]) or "", True, False), above[1]
    heading = heading_above(scene, min([anchor.at, *(label.at for label in own)]))
    title = clean_title(scene.document.title)
    if heading is not None and (head_of(title) is None or heading[0].replace(" ", "") not in GENERIC or len(title) < 4):
        return heading[0], Name(heading[0], heading[1], head_of(heading[0]) or "", True, False), heading[1]
    bare = without_tags(scene.document.title)
    names = [n for n in find_names(bare, 0, len(bare)) if n.head not in CALL_HEADS]
    best = max((n for n in names if not n.weak), key=lambda n: (n.quoted, len(n.title)), default=None)
    words = best.title if best and (best.quoted or head_of(title) is None) else title
    return words, Name(words, (0, 0), head_of(words) or "", False, False), _find(scene, words)


def _find(scene: Scene, words: str) -> SpanPair | None:
    at = scene.text.find(words)
    return (at, at + len(words)) if words and at >= 0 else None


NAME_FIRST = re.compile(r"[—–|-]\s?[^,]*[‘“「『<《]")  # «5/23(목) 19:00 — 영화 ‘이웃의 시간’ 같이 보기, 새길극장»


def read_unlabelled(scene: Scene, labels: list[Label]) -> list[Draft]:
    """«09.16.(화) 16:00 성북구사회적경제센터 3층 교육장» alone on its line, or «(수정 후) 4월 16일(화) 14시»."""
    for line in scene.lines:
        words = scene.text[line.start : line.end]
        corrected = CORRECTED.match(words)
        times = [t for t in scene.times_in(line.start, line.end) if is_dated(t)]
        if not times or len(words) > PLACE_LINE or not has_clock(times[0].start):
            continue
        leads = corrected is not None or times[0].span[0] - line.start <= 4
        rest = scene.text[times[0].span[1] : line.end].strip(" ,·/@")
        if not leads or SENTENCE.search(words) or NAME_FIRST.match(rest) or (rest and PLACE_WORD.search(rest) is None):
            continue
        label = Label("when", "일시", line.start, (line.start, line.end))
        draft = _draft(scene, label, labels)
        if rest:
            at = scene.text.index(rest, times[0].span[1])
            draft.venue = rest
            draft.note("venue", (at, at + len(rest)), "line")
        if corrected is not None:
            draft.flag("corrected_weekday" if _same_day_before(scene, times[0]) else "corrected")
        return [draft]
    return []


def _same_day_before(scene: Scene, when: When) -> bool:
    return any(t.span[1] <= when.span[0] and day_of(t.start) == day_of(when.start) for t in scene.times)


def _dated(scene: Scene, span: SpanPair) -> bool:
    return any(t.start is not None and t.kind != "none" for t in scene.times_in(*span))


def _without_hours_only(scene: Scene, anchors: list[Label]) -> list[Label]:
    """«시간 : 14시» beside «일자 : 5월 3일» is no second event."""

    def has_day(label: Label) -> bool:
        return any(t.start is not None and names_day(t) for t in scene.times_in(*label.value))

    return [a for a in anchors if has_day(a)]


def _border(labels: tuple[Label, ...], one: Label, other: Label) -> int:
    """Where the fields of the next event begin: at its «행사명», else at its «일시»."""
    titles = [x.at for x in between(labels, one.at + 1, other.at) if x.field == "title"]
    return titles[0] if titles else other.at
