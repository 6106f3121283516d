"""Events that are called off or put off, each in its own clause, whatever the text as a whole is about.

::

    «26일로 잡혔던 ‘달빛 장터’는 취소했다»        the day that was, the name, the change ─► cancelled, that day
    «견학은 농번기라 미루기로 했습니다»           a name and the change ─► postponed, no day
    «③ 골목장 / 3월 14일(토) / 열지 않음»        an event told already, the change behind it ─► its status
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.extract.events.days.changes import CHANGES, Change, change_in
from pipelines.extract.events.days.status import CONDITIONAL, original_flag, over, spoken_of
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import alike, bare
from pipelines.extract.events.places import venues
from pipelines.extract.events.scene import Scene, Sentence, day_of, is_dated, names_day
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import Name, find_names, head_of
from store.records import When

FAR = 44
"""Characters from a name to the verb that calls it off."""
# what stands between an event and its verb: a particle, a reason, no other clause and no other thing
_TO_THE_VERB = re.compile(
    r"[’”」』》>'\"]?(?:의\s[날밤장])?(?:\([^()\n]{1,40}\))?\s?(?:은|는|을|를|이|가|도|[:：/→⇒|]|->)\s?(?P<reason>[^.\n]*)"
)
_OTHER_CLAUSE = re.compile(
    r"[가-힣](?:[고며]|지만),?\s|[다요][”’\"']?[\s며고]|[가-힣](?:을|를)\s(?!.*(?:[아어해여워와]서|탓|때문))"
)
_NAMED = (
    r"(?:[‘“'\"『「《<](?P<quoted>[^‘’“”'\"『』「」《》<>\n]{2,40})[’”'\"』」》>](?P<behind>\s[가-힣]{2,6})?|"
    r"(?P<what>[가-힣A-Za-z0-9·]+(?:(?<![은는을를도])\s[가-힣A-Za-z0-9·]+){0,3}))(?:은|는|을|를|이|가|도)\s"
)
# «26일로 잡혔던 ‘달빛 장터’는»: what was to be on a day, named behind it
_WAS_TO_BE = re.compile(rf"[^.\n]{{0,40}}?(?:[가-힣]던|기로\s?한|예정인|예정된|잡힌|잡은|계획한|계획된)\s{_NAMED}")
# «· 17일(토) 새내기 만남의 날은»: an item that begins with its day
_ON_THE_DAY = re.compile(rf"\)?\s{_NAMED}")
_LEADS = 4
"""Characters of a mark in front of the day."""
_NO_NAME = re.compile(r"(?:^|\s)(?:것|일|행사|자리|일정|모임|날짜|시간|장소|비용|참가비|[가-힣]+들)$")


def read_called_off(scene: Scene, uses: list[Use], drafts: list[Draft]) -> list[Draft]:
    """Drafts of what is called off, or put off to a day not told, and is no draft yet."""
    found: list[Draft] = []
    for sentence in scene.sentences_for(CHANGES):
        change = said(scene, sentence.start, sentence.end)
        if change is None or change.state == "earlier" or FOR_A_WHILE.search(scene.text, sentence.start, change.start):
            continue
        if CONDITIONAL.search(scene.text, sentence.start, sentence.end) is not None:
            continue
        told = [u for u in uses if u.sentence is sentence and is_dated(u.when)]
        dated = [u.when for u in told]
        if any(u.use != "none" and not _was(scene, sentence, u.when) for u in told):
            continue
        name = _named(scene, sentence, dated, change)
        if name is None or (not dated and _is_of_the_text(scene, name, change, drafts)):
            continue
        if not any(_same(name, dated, d) for d in [*drafts, *found]):
            found.append(_draft(scene, sentence, name, dated, change))
    return found


def _was(scene: Scene, sentence: Sentence, when: When) -> bool:
    return _leads(sentence, when) or spoken_of(scene, when.span) == "original"


def _leads(sentence: Sentence, when: When) -> bool:
    return when.span[0] - sentence.start <= _LEADS


FOR_A_WHILE = re.compile(r"당분간|한동안")


def said(scene: Scene, since: int, until: int) -> Change | None:
    """The first change said between two offsets; what cannot be held that day is put off where the text says so."""
    change = change_in(scene.text, since, until)
    if change is not None and "못" in change.words and scene.state == "postponed":
        return change._replace(kind="put")
    return change


# «예정했던 제품 전시회는 취소됐다»
_WAS = re.compile(r"(?:[가-힣]던|예정된|계획된|잡힌)\s[‘“「『]?$")


def _is_of_the_text(scene: Scene, name: Name, change: Change, drafts: list[Draft]) -> bool:
    """Whether a change without a day is the one that the whole text tells, in other words: «장터가 한 주 늦춰진다»."""
    if scene.state != "postponed" or not any(f.startswith("original_date:") for d in drafts for f in d.flags):
        return False
    was = _WAS.search(scene.text, max(0, name.span[0] - 8), name.span[0]) is not None
    return change.state == "postponed" or not was


def _same(name: Name, dated: list[When], draft: Draft) -> bool:
    """«조례 공청회» of «기본조례 전부개정안 공청회»; or one of its kind that was to be on the same day."""
    if draft.title in name.title or all(word in draft.title for word in name.title.split()):
        return True
    kind = draft.name is not None and name.head and alike(name.head, draft.name.head)
    return bool(kind) and any(original_flag(when) in draft.flags for when in dated)


def _named(scene: Scene, sentence: Sentence, dated: list[When], change: Change) -> Name | None:
    """The event that the sentence calls off: with its old day in front, or by a noun of events."""
    for when in dated:
        match = _WAS_TO_BE.match(scene.text, when.span[1], change.start)
        planned = match is not None
        if match is None and _leads(sentence, when):
            match = _ON_THE_DAY.match(scene.text, when.span[1], change.start)
        if match is None or not reaches(scene, match.end() - 2, change):
            continue
        name = _name(match)
        if not bare(name) and _NO_NAME.search(name.title) is None and (planned or name.head):
            return name
    for name in find_names(scene.text, sentence.start, change.start):
        if not (name.weak or name.head in CALL_HEADS or bare(name)) and reaches(scene, name.span[1], change):
            return name
    return None


def _name(match: re.Match[str]) -> Name:
    kind = "quoted" if match["quoted"] else "what"
    behind = match["behind"] or ""
    title = match[kind] + (behind if head_of(behind) else "")
    return Name(title, match.span(kind), head_of(title) or "", kind == "quoted", False)


def reaches(scene: Scene, since: int, change: Change) -> bool:
    """Whether a verb of change says of what ends at `since`, and of nothing between."""
    match = _TO_THE_VERB.fullmatch(scene.text, since, change.start) if since < change.start else None
    return match is not None and len(match["reason"]) <= FAR and _OTHER_CLAUSE.search(match["reason"]) is None


def _draft(scene: Scene, sentence: Sentence, name: Name, dated: list[When], change: Change) -> Draft:
    draft = Draft(name.title, name, status=change.state, at=sentence.start, until=sentence.end)
    put_off = change.state == "postponed"
    draft.note("title", name.span, "put off" if put_off else "called off")
    where = venues.venue_near(scene, sentence, sentence.start, name.span[0])
    if where is not None:
        draft.venue = scene.text[slice(*where)]
        draft.note("venue", where, "에서")
    if put_off:  # «20일로 잡았던 견학은 미루었고 새 날짜는 아직 없습니다»
        for old in dated:
            draft.flag(original_flag(old))
    elif dated:  # «19일 저녁으로 잡혔던 전야제는 취소했다»
        draft.set_time(dated[0], "called off")
    else:
        draft.flag("undated")
    return draft


def settle_change(scene: Scene, draft: Draft) -> None:
    """The status of an event from the verb of its own clause."""
    if draft.call or draft.status not in ("", "scheduled", "postponed") or not CHANGES.may_fit(scene.text):
        return
    old = next((f for f in draft.flags if f.startswith("original_date:")), None)
    when = _own_time(scene, draft, old)
    change = _own_change(scene, draft, when) if when is not None else None
    if when is None or change is None or change.state == "earlier":
        return
    if over(draft, scene.published) and spoken_of(scene, when.span) != "original":
        return
    if change.state == "cancelled":
        _call_off(draft, when, old)
    elif draft.day == day_of(when.start) and old in (None, f"original_date:{draft.day}"):
        _put_off(scene, draft, when)


def _own_time(scene: Scene, draft: Draft, old: str | None) -> When | None:
    """The time that tells the day of an event; where it holds no more, the words of the day that was."""
    if draft.evidence.get("start"):
        return scene.first_time(draft.evidence["start"])
    if old is None or draft.start is not None:
        return None
    day = date.fromisoformat(old[14:24])
    first = next((s.start for s in scene.sentences_in(draft.at, draft.at + 1)), draft.at)
    return next((t for t in scene.times if first <= t.span[0] and day_of(t.start) == day), None)


def _own_change(scene: Scene, draft: Draft, when: When) -> Change | None:
    """What the clause of its day says becomes of the event."""
    sentence = next(iter(scene.sentences_in(*when.span)), None)
    if sentence is None:
        return None
    behind = (t for t in scene.times_in(when.span[1], sentence.end) if is_dated(t) and names_day(t))
    other = next((t for t in behind if day_of(t.start) != day_of(when.start)), None)
    until = other.span[0] if other is not None else sentence.end
    change = said(scene, when.span[1], until)
    if change is None or CONDITIONAL.search(scene.text, sentence.start, change.end) is not None:
        return None
    name = draft.name
    if name is not None and sentence.start <= name.span[0] < change.start:
        if reaches(scene, name.span[1], change):
            return change
        if when.span[1] <= name.span[0]:
            return None
    between = scene.text[when.span[1] : change.start]
    return change if len(between) <= FAR and _plain(between, name) else None


_THING = re.compile(r"(?P<noun>[가-힣A-Za-z0-9]+)[’”]?(?:은|는|을|를|이|가)\s")
_ITSELF = re.compile(r"(?:것|행사|일정|모임|자리)$")


def _plain(between: str, name: Name | None) -> bool:
    """Whether nothing else is spoken of: «로 예정됐으나», «에 열기로 했던 집들이는»."""
    if re.search(r"[가-힣][고며],?\s", between) is not None:
        return False
    own = name.head if name is not None and name.head else ""
    things = [m["noun"] for m in _THING.finditer(between)]
    return all(_ITSELF.search(thing) or (own and thing.endswith(own)) for thing in things)


def _call_off(draft: Draft, when: When, old: str | None) -> None:
    draft.status = "cancelled"
    if draft.start is None:
        draft.start = when.start
        draft.note("start", when.span, "called off")
    draft.flags = [f for f in draft.flags if f != old or f[14:24] != str(draft.day)]


_TO_A_DAY = re.compile(r"\s?(?:\([^)]*\))?\s?(?:으로|로)\s")


def _put_off(scene: Scene, draft: Draft, when: When) -> None:
    """«17일 만남의 날은 일단 미룹니다»: the day told is the one that was, not «17일로 미룹니다»."""
    was = spoken_of(scene, when.span) == "original"
    if draft.day is None or over(draft, scene.published):
        return
    if not was and _TO_A_DAY.match(scene.text, when.span[1]) is not None:
        return
    draft.flag(original_flag(when))
    draft.start = draft.end = None
    draft.status = "postponed"
    draft.evidence.pop("start", None)
