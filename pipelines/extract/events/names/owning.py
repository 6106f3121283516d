"""A noun that many events share and what tells it from theirs: whose it is, what for, which day it marks, its month."""

from __future__ import annotations

import re

from pipelines.extract.events.bodies import roles
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.heads import EXAMS
from pipelines.extract.events.words.titles import find_names, head_of
from pipelines.korean import regions
from pipelines.korean.cued import Cued

MONTH_FIRST = re.compile(r"^(?:\d{1,2}|정|이|삼|사|오|유|칠|팔|구|시)월\s")


def month_before(scene: Scene, draft: Draft) -> str:
    at = draft.name.span[0] if draft.name is not None else 0
    before = re.search(r"(?<!\d)\d{1,2}월\s$", scene.text[max(0, at - 5) : at])
    return before[0].strip() if before is not None else ""


SHORT = 2  # words that say nothing in a list


def with_owner(scene: Scene, draft: Draft, drafts: list[Draft], base: str) -> str:
    head = head_of(draft.title)
    marked = _marked_day(scene, draft)
    if marked is not None:
        return marked
    opened = _opened(scene, draft)
    if opened is not None:
        return opened
    if (purpose := _purpose(scene, draft)) is not None:
        return purpose
    owner = _owner(scene, draft)
    called = next((d for d in drafts if d.call and d is not draft), None)
    if head in EXAMS:
        course = next((d for d in drafts if d.role == "main" and d is not draft and not d.call), None)
        what = without_call(called.title) if called is not None else (course.title if course is not None else base)
        return f"{what} {draft.title}" if what else draft.title
    if called is not None and len(called.title.split()) < 4 and not re.search(r"모집|공모|공고|육성|지원", base):
        called = None
    if called is not None and head in ABOUT_A_CALL:
        return f"{without_call(called.title)} {draft.title}"
    named = _same_head(base, head) if head in ABOUT_A_CALL else None
    if named is not None and len(named.split()) > SHORT and len(drafts) <= 4:
        return named
    if owner and not roles.is_public(owner) and owner not in draft.title:
        return f"{owner} {draft.title}"
    longer = next(
        (
            d.title
            for d in drafts
            if d is not draft and not d.call and head_of(d.title) == head and len(d.title) > len(draft.title) + 2
        ),
        None,
    ) or _same_head(base, head)
    if longer and len(drafts) <= 4 and not re.search(r"\d+\s?(?:차|회)", draft.title):
        month = month_before(scene, draft)  # «오월 밥상 모임», then «6월 모임은 15일»
        return MONTH_FIRST.sub(f"{month} ", longer) if month else longer
    topic = _topic(draft, drafts, base)
    if topic is None and draft.name is not None and draft.title in ("모임", "회의", "정기모임"):
        owner = month_before(scene, draft) or owner
    prefix = topic or owner
    return f"{prefix} {draft.title}" if prefix and prefix not in draft.title else draft.title


ABOUT_A_CALL = ("설명회", "컨설팅", "상담회", "오리엔테이션")


def without_call(title: str) -> str:
    return re.sub(r"\s?(?:추가\s?|공개\s?|참여\s단체\s|참여\s기업\s)?(?:모집|공모|접수|신청)$", "", title)


def _topic(draft: Draft, drafts: list[Draft], base: str) -> str | None:
    """What the text calls people for, or its first event: «… 주민기자단 (모집)» + 모임."""
    about_call = re.search(r"모집|공모|공고|접수", base) is not None
    earlier = [d for d in drafts if d.role == "main" and d is not draft and (d.call or d.at < draft.at)]
    first = next((d for d in earlier if not d.call or about_call), None)
    if first is None or (first.day == draft.day and not first.call):
        return None
    if not first.call and head_of(first.title) == head_of(draft.title):
        return first.title
    return re.sub(r"\s?(?:추가\s)?(?:모집|공모|접수|신청)$", "", first.title) if first.call else None


MARKED_DAY = re.compile(
    r"[‘“'「『]?(?P<what>[^‘’“”「」\n,.]{2,24}(?:의 날|주간|주년|기념일))[’”'」』]?(?:을|를)\s(?:맞아|맞이해|기념)"
)


def _marked_day(scene: Scene, draft: Draft) -> str | None:
    """«‘세계 협동조합의 날’을 맞아 … 기념식을 연다» → 세계 협동조합의 날 기념식."""
    if draft.name is None or draft.name.head not in ("기념식", "기념행사", "행사", "한마당", "축제"):
        return None
    match = MARKED_DAY.search(scene.text, draft.at, max(draft.at, draft.name.span[0]))
    return f"{match['what'].strip()} {draft.title}" if match and match["what"] not in draft.title else None


# «재무담당자를 위한 설명회», «제정을 촉구하는 기자회견»: for whom or what for.
PURPOSE = Cued(
    r"(?P<what>[가-힣A-Za-z0-9·]{2,12}(?:\s[가-힣A-Za-z0-9·]{2,12})?)[을를]\s"
    r"(?:위한|대상으로 (?:한|하는|여는)|(?P<verb>촉구|기념|축하|규탄|결의|다짐|기원|추모|환영)하는)\s$"
)


VAGUE = re.compile(r"(?:이들?|사람|분|것|망설이\S*|바라\S*|주민|시민|기업)$|[은는던한할인의]\s|[은는이가을를도]\s")


def _purpose(scene: Scene, draft: Draft) -> str | None:
    """What stands between the name and its noun in prose, put together as a list would: 재무담당자 설명회."""
    if draft.name is None or draft.name.quoted:
        return None
    match = PURPOSE.search(scene.text, max(0, draft.name.span[0] - 40), draft.name.span[0])
    if match is None or VAGUE.search(match["what"]):
        return None
    return " ".join(filter(None, (match["what"], match["verb"], draft.title)))


OPENED = re.compile(
    r"(?:(?P<kind>[가-힣0-9]{2,12})\s)?[‘“'\"『「](?P<name>[^‘’“”'\"『』「」\n]{2,20})[’”'\"』」]"
    r"(?P<branch>\s?\d{1,2}호점)?"
)


def _opened(scene: Scene, draft: Draft) -> str | None:
    """«세탁사업단 ‘뽀송’을 꾸리고 … 개소식을 한다» → 세탁사업단 뽀송 개소식."""
    if draft.name is None or not re.match(r"개[소점관업장원]", draft.name.head):
        return None
    since = max((s.start for s in scene.sentences if s.end <= draft.at), default=draft.at)
    for sentence in scene.sentences:
        if sentence.start <= draft.at < sentence.end:
            match = OPENED.search(scene.text, sentence.start, draft.name.span[0]) or OPENED.search(
                scene.text, since, sentence.start
            )
            kind = (
                match["kind"]
                if match and match["kind"] and not re.search(r"[은는한던된인할]$", match["kind"])
                else None
            )
            parts = (kind, match["name"], match["branch"], draft.title) if match else ()
            return " ".join(w.strip() for w in parts if w) or None
    return None


LEARNING = ("교육", "강좌", "강의", "과정", "학교", "아카데미", "교실", "스쿨")


def _same_head(base: str, head: str | None) -> str | None:
    """The document's own title where it names the event in full: «사회적협동조합 교육 다녀와서»."""
    if head is None:
        return None
    alike = LEARNING if head in LEARNING else (head,)
    names = [n for n in find_names(base, 0, len(base)) if n.head.endswith(alike) and len(n.title) > len(head) + 1]
    return max((_without_place(n.title) for n in names), key=len, default=None)


def _without_place(title: str) -> str:
    """«횡성서 기본법 설명회» of a headline: where it is held is no part of its name."""
    first, _, rest = title.partition(" ")
    at = regions.find_places(first[:-1]) if first.endswith("서") and rest else ()
    return rest if at and at[0].span == (0, len(first) - 1) else title


def _owner(scene: Scene, draft: Draft) -> str | None:
    """The body that acts in the sentence of the event, in its own clause where several act in one sentence."""
    own = roles.subject_before(scene, draft.evidence["start"][0][0]) if draft.evidence.get("start") else None
    if own is not None:
        return own[0]
    for sentence in scene.sentences:
        if sentence.start <= draft.at < sentence.end:
            found = roles.announcer(scene, sentence)
            if found:
                return found[-1][0]
            near = roles.bodies_in(scene, (sentence.start, sentence.end))
            subjects = [
                name
                for name, span in near
                if re.match(r"(?:\([^()]*\))?(?:은|는|이|가)\s", scene.text[span[1] : span[1] + 44])
            ]
            return subjects[0] if subjects else None
    return None
