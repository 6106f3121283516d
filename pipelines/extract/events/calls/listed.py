"""Items of a list that stand beside each other: a letter's «① … ② …», news in brief, «하나, … 둘, …».

What one item calls for is nothing of the event that the item before tells. The fields of a notice are marked alike and
are no items: an item has words of its own in front, no label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.called import COMMON, OBJECT, as_call, without_clause
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.titles import QUOTED, SPEECH, tidy
from pipelines.korean.marks import NUMBERED
from store.records import SpanPair

_MARK = re.compile(
    rf"[^\S\n]{{0,4}}(?:(?P<number>[{NUMBERED}]|\d{{1,2}}(?:-\d{{1,2}})?[.)](?=\s))|(?P<count>하나|둘|셋|넷|다섯|여섯)[.,)](?=\s)|"
    r"(?P<sign>[◆◇■□●○◎▶▷▲△☞★▣┃⊙♣♧])(?=\s?[^\s:：]))\s?"
)
_LEAD_END = re.compile(r"\s[―—–]\s|\s?=\s?|\s…\s|\s?[|∥]\s?")
_SENTENCE = re.compile(r"[다요죠까]\s?[.!?~^]*$")
_FIELD = re.compile(
    r"(?:참가|참여|사전|온라인|현장)?\s?(?:신청|접수|예약|등록|문의|마감|대상|인원|정원|비용|참가비|준비물|일시|장소|기간|방법|모집|제출|혜택|내용|자격|선발|"
    r"발표|기타|안내|때|곳|언제|어디|누가|얼마)(?:\s?(?:기간|방법|기한|대상|서류|인원))?\s?(?:[:：|은는]|$)"
)
_SEEKS = re.compile(
    r"[명분팀곳]을\s기다[립린]|모집|공모|찾[습는아]|뽑|구[합한해]|모[십셔]|원서|지원서|지원하|신청|접수|응모"
)
# «넷. 알아 두면 좋은 공고», «5. 의결사항»
_RUBRIC = re.compile(
    r"^(?:알아\s?두|챙길|볼\s?만한|눈여겨|놓치)|(?:의결|심의|보고|논의|협의|기타|공지|알림)\s?(?:사항|안건)$"
)
_HEADS = re.compile(r"\s?=")  # «▲공동매대 입점=지하상가 ‘새솔상점’ 매대에 …»
_ANYONE = re.compile(r"(?:^|\s)(?:사람|분|이웃|곳|이|벗)$")
LONGEST_LEAD = 40
LONGEST_RUBRIC = 3
MOST_LINES = 400
"""More than any letter has. It bounds the cost of hostile input: the items are looked for once for each last day."""


@dataclass(frozen=True, slots=True)
class Item:
    """From its mark to the next one or a blank line. `kind` of mark; `lead`: its heading or first words, or nothing."""

    span: SpanPair
    kind: str
    lead: SpanPair

    def holds(self, draft: Draft) -> bool:
        return self.span[0] <= draft.at < self.span[1]


def items_of(scene: Scene) -> list[Item]:
    """The marked lines of a text, each with what follows it."""
    if len(scene.lines) > MOST_LINES:
        return []
    marks = [(line, m) for line in scene.lines if (m := _MARK.match(scene.text, line.start, line.end)) is not None]
    starts = [line.start for line, _ in marks] + [len(scene.text)]
    found = []
    for (line, mark), following in zip(marks, starts[1:], strict=True):
        blank = scene.text.find("\n\n", line.start, following)
        first = scene.text[mark.end() : line.end]
        lead = _LEAD_END.search(first)
        length = lead.start() if lead is not None else len(first.rstrip())
        is_lead = 2 <= length <= LONGEST_LEAD and not _SENTENCE.search(first[:length].rstrip())
        end = mark.end() + (length if is_lead else 0)
        kind = mark.lastgroup if mark.lastgroup != "sign" else mark["sign"]
        found.append(Item((line.start, blank if blank >= 0 else following), str(kind), (mark.end(), end)))
    return found


def calls_for_itself(scene: Scene, at: int, target: Draft | None, drafts: list[Draft]) -> Item | None:
    """The item around an offset, where it seeks someone and tells no event, but another one like it does: the event
    in question, if there is one."""
    items = items_of(scene)
    own = next((i for i in items if i.span[0] <= at < i.span[1]), None)
    if (
        own is None
        or _FIELD.match(scene.text, own.lead[0])
        or _COSTS.search(scene.text, *own.lead)
        or not _SEEKS.search(scene.text, *own.span)
    ):
        return None
    told = [d for d in drafts if d.role == "main"]
    others = [i for i in items if i.kind == own.kind and i is not own]
    asked = [target] if target is not None else told
    beside = any(i.holds(d) for i in others for d in asked if not d.rules.get("start", "").startswith("label:"))
    return own if beside and not any(own.holds(d) for d in told) else None


# «② 신청 안내», «3. 진행 일정», «접수»: parts of one notice
_PART = re.compile(
    r"(?:.*\s)?[가-힣]{0,2}(?:안내|방법|개요|기간|절차|일정|사항|자격|대상|내용|요령|서류|일시|장소|문의|혜택|규모|심사|선정|발표|계획|결과|목적|취지|조건|기준|소식|점|시상|설명회|값|비용)|"
    r"(?:[가-힣]{0,4}\s)?(?:신청|접수|참가|모집|내기)"
)
# «□ 함께 걷는 값»
_COSTS = re.compile(r"(?:값|비용|참가비|회비|내는\s돈)$")
_NAMED = re.compile(r"(?:등록|추천|가입|분양|반납|제보|예약|주문)$")
# «■ 어떻게 하나», «■ 누가 되나»: what the item answers
_ASKS = re.compile(r"(?:어떻게|누가|누구|무엇|뭘|뭐|언제|어디|왜|얼마)[가-힣]{0,2}(?:\s\S+){0,2}")
_VERBAL = re.compile(r"(?:[다요죠까]|하면|보기|하기|가기|려면)\s?[.!?~^]*$")


def headed(scene: Scene, at: int) -> tuple[str, SpanPair, Item] | None:
    """The call that the heading of the item around an offset names, where another item has a heading too.

    «① 골목협동 실험실⏎ - 언제까지 : 3. 18.», «③ 자원순환가게 점포주⏎… 두 팀. 15일 마감»
    """
    items = items_of(scene)
    own = next((i for i in items if i.span[0] <= at < i.span[1]), None)
    if own is None or not (head := _heading(scene, own)) or at < own.lead[1]:
        return None
    beside = any(i.kind == own.kind and i is not own and _heading(scene, i) for i in items)
    told = f"{head} 후보 등록" if head.endswith("선거") else head if _NAMED.search(head) else as_call(head)
    return (told, own.lead, own) if beside else None


def _heading(scene: Scene, item: Item) -> str:
    """The words of a line that says nothing but what its item is about."""
    line = scene.line_at(item.lead[0])
    if line is None or scene.text[item.lead[1] : line.end].strip() or scene.times_in(line.start, item.lead[1]):
        return ""
    head = tidy(scene.text[slice(*item.lead)]).strip("[]<>【】")
    head = re.sub(r"\s연장$", "", head)
    name = (
        " " in head
        and not _PART.fullmatch(head)
        and not _FIELD.match(head)
        and not _VERBAL.search(head)
        and not _ASKS.fullmatch(head)
        and not _RUBRIC.search(head)
    )
    return head if name else ""


def title_of(scene: Scene, item: Item) -> tuple[str, SpanPair] | None:
    """What an item calls for: what it says it seeks, a name in quotes, else its own heading."""
    told = list(OBJECT.finditer(scene.text, item.lead[1], item.span[1]))  # «같이 일할 사람을 찾습니다» says less than
    sought = next((m for m in told if not _ANYONE.search(m["what"])), next(iter(told), None))
    lead = item.lead if not scene.times_in(*item.lead) else (item.lead[0], item.lead[0])  # «교육 신청은 12일까지»
    words = without_clause(sought["what"]) if sought is not None else ""
    head = tidy(scene.text[slice(*lead)]).strip("[]<>【】")
    if (
        (len(head) <= LONGEST_RUBRIC and " " not in head and not _SEEKS.search(head))
        or _RUBRIC.search(head)
        or _ASKS.fullmatch(head)
    ):
        head = ""  # «셋. 밑천», «◇ 사람»: what the item is about, no name
    heads = COMMON.match(words) and " " in head and _HEADS.match(scene.text, lead[1], item.span[1])
    quoted = next((m for m in QUOTED.finditer(scene.text, *item.span) if not SPEECH.search(m[0])), None)
    if quoted is not None and not heads:
        group = quoted.lastindex or 1
        return as_call(quoted[group]), quoted.span(group)
    if head and not _SENTENCE.search(head) and (" " in words or not words or heads or _SEEKS.search(head)):
        return as_call(head), lead
    return (as_call(words), sought.span("what")) if words and sought is not None else None
