"""Hours told once for several days: «네 번 다 목요일 저녁 7시 30분», «시간은 모두 오전 10시», «토요일 빼고 저녁 7시».

They stand behind the days, or above a list of them. A weekday between says of which days they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, at_clock, has_clock, names_day, touches
from pipelines.korean.cued import Cued
from store.records import SpanPair, When

SHARED = Cued(
    r"(?<![가-힣])(?:(?:둘|셋|넷|다섯|이틀|사흘|나흘|닷새|양일|(?:두|세|네|다섯|여섯|모든)\s?"
    r"(?:번|차례|날|곳|상|판|마당|강좌|모임|회차?|강|시간))\s?(?:다|모두)?|"
    r"(?:때|시간|시각)(?:은|는)\s(?:모두|매번|매회|늘|다)|매회|매번|회차마다|모두)\s"
    r"|(?<![가-힣])(?P<but>[월화수목금토일])요일(?:만|은)?\s?빼고\s"
    r"|(?<![가-힣])(?P<topic>때|시간|시각)(?:은|는)\s"
)
_COUNTS = {"둘": 2, "두": 2, "이틀": 2, "양일": 2, "셋": 3, "세": 3, "사흘": 3, "넷": 4, "네": 4, "나흘": 4, "다섯": 5}
_COUNT = re.compile("|".join(_COUNTS))
_WEEKDAYS = "월화수목금토일"
_WEEKDAY = re.compile(rf"([{_WEEKDAYS}])(?:요일|욜)")
NEAR = 20
"""Characters from the words that speak of all to their hours."""
_BETWEEN = re.compile(r"(?:점심|저녁|아침)\s[^.\n]*|[^\d.\n]*")
_NO_EVENT = re.compile(r"(?:문의|전화|접수|신청|상담|배달|진료|매장|가게|버스|사무실)(?:은|는)\s")


def shared_hours(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Gives all of several days the hours told once for them; who was told by those words alone is no event."""
    for sentence in scene.sentences_for(SHARED):
        said = SHARED.search(scene.text, sentence.start, sentence.end)
        when = _clock_behind(scene, said, sentence.start, sentence.end) if said is not None else None
        if said is None or when is None or (said["topic"] and said.start() > sentence.start):
            continue
        group = _group(scene, drafts, said, when)
        if len(group) < 2:
            continue
        for draft in group:
            if not has_clock(draft.start):
                draft.start = at_clock(draft.start, when.start)
                draft.end = at_clock(draft.start, when.end) if has_clock(when.end) else draft.end
                draft.note("start", when.span, "shared hours")
        drafts = [d for d in drafts if d in group or not _is_of(d, (said.start(), when.span[1]))]
    return drafts


def _clock_behind(scene: Scene, said: re.Match[str], start: int, end: int) -> When | None:
    behind = scene.times_in(said.end(), min(end, said.end() + NEAR))
    when = next((w for w in behind if has_clock(w.start)), None)
    if when is None or _NO_EVENT.search(scene.text, start, when.span[0]):
        return None
    plain = not names_day(when) or _WEEKDAY.match(scene.text, when.span[0]) is not None
    return when if plain and _BETWEEN.fullmatch(scene.text, said.end(), when.span[0]) else None


def _group(scene: Scene, drafts: Sequence[Draft], said: re.Match[str], when: When) -> list[Draft]:
    """The days that the hours are of: those before in the same paragraph or in the one above, or the list below."""
    days = [d for d in drafts if d.role == "main" and not d.call and d.day and d.last_day == d.day]
    days = [d for d in days if not d.recurrence and _is_open(d, when) and _is_told(scene, d)]
    first, last = scene.paragraph(said.start())
    above = scene.paragraph(max(0, first - 3))[0] if said.start() - first < NEAR else first
    below = scene.paragraph(min(len(scene.text), last + 3))[1] if last - when.span[1] < NEAR * 4 else last
    before = [d for d in days if above <= _at(d) < said.start()]
    group = before if len(before) > 1 else [d for d in days if when.span[1] <= _at(d) < below]
    weekday = _WEEKDAY.search(scene.text, said.end(), when.span[1])
    if weekday is not None:
        group = [d for d in group if d.day is not None and _WEEKDAYS[d.day.weekday()] == weekday[1]]
    if said["but"]:
        group = [d for d in group if d.day is not None and _WEEKDAYS[d.day.weekday()] != said["but"]]
    counted = _COUNT.match(said[0].strip())
    count = _COUNTS[counted[0]] if counted is not None else len(group)
    return (group[-count:] if group and group[0] in before else group[:count]) if count else []


def _at(draft: Draft) -> int:
    return draft.evidence["start"][0][0]


def _is_told(scene: Scene, draft: Draft) -> bool:
    first = scene.first_time(draft.evidence.get("start"))
    return first is not None and names_day(first)


def _is_open(draft: Draft, when: When) -> bool:
    own = any(touches(when.span, *span) for span in draft.evidence.get("start", ()))
    return not has_clock(draft.start) or own


def _is_of(draft: Draft, words: SpanPair) -> bool:
    spans = draft.evidence.get("start", [])
    whole = draft.call or draft.rules.get("start") == "sittings"
    return bool(spans) and not whole and all(words[0] <= a and b <= words[1] for a, b in spans)
