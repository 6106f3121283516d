"""What a call of its own is named: by its own words, else by whom or what its paragraph or its text seeks.

::

    words of the sentence ─► telling? ─► the name
                                └ no ─► a programme of the paragraph ─► who is taken in ─► who is asked ─► title
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipelines.extract.events.calls import joining, listed
from pipelines.extract.events.calls.sought import has_task, is_anyone, sought_earlier, sought_until
from pipelines.extract.events.calls.staff import for_a_task, seeks_staff
from pipelines.extract.events.calls.taken import name_or_gift, taken_in, under_heading
from pipelines.extract.events.calls.wanted import BARE, LEAD, MEMBERS, applied_for, in_lead, wanted
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import Label
from pipelines.extract.events.names import called
from pipelines.extract.events.names.candidates import likeliest
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.headlines import only_talks
from pipelines.extract.events.words.titles import QUOTED, QUOTES, SPEECH, Name
from pipelines.korean.numerals import NATIVE
from store.records import SpanPair

Titled = tuple[str, Name | None]
"""What a call is named, and where the text says so."""

LIKELY_TITLE = 0.45
# «에 닫혀요», «장을 모아 내면»: pieces of a sentence
_NO_TITLE = re.compile(
    r"^(?:에|을|를|은|는|이|가|도|의|로|까지|부터|에서|와|과)\s|(?:[습니했한된]다|[해어아혀려]요|[하내려시]면)$"
)
_ARTICLE = re.compile(r"제\s?\d{1,3}\s?(?:조|항|장|절)(?=의|\W|$)")
_CALLS = re.compile(r"\s(?:모집|공모|신청|접수|등록|예약)$")
# how many, who there is to be, how one answers, a question: «서른 명», «나서실 분», «답문자», «Q. 언제까지 내야 하나»
_NOBODY = re.compile(
    rf"(?:\d+|{NATIVE})\s?(?:명|분|곳|팀|사람|집|가구)|.*\d\s?(?:명|분|곳|팀)(?:과|와|,).*|"
    r"(?:[가-힣]{1,4}[할설실올일]|[가-힣]{1,6}고\s싶은)\s(?:분|사람|이웃|이|벗)|[갈올할]\s곳|(?:답?문자|전화|쪽지|톡|댓글|메일|이메일|전자우편|우편|링크|신청|접수|등록)|"
    r"(?:.*\s)?(?:오|함께하|참여하|참가하|들으|보)실\s(?:분|사람|이웃)|(?:Q|물음|질문)\W.*|.*(?:나요|까요?|[내해받]나|\?)"
)


def own_title(
    scene: Scene,
    use: Use,
    opened: Use | None,
    staff: str | None,
    target: Draft | None,
    drafts: list[Draft],
    *,
    likely: bool,
) -> tuple[Titled | None, bool]:
    """What the call would be named, and whether that is another thing than the event at hand."""
    own: Titled | None = (f"{staff} 모집", None) if staff is not None else called.in_prose(scene, opened or use)
    topic = called.by_topic(scene, use) if staff is None else None
    if own is not None and _ARTICLE.match(own[0]):
        own = None  # «제4조(접수) 이달 열사흘부터 …»: of rules, no name
    if not tells(own) and (likely or own is not None):
        own = in_other_words(scene, use, drafts, likely=likely) or own
    elif own is None and target is None and use.use != "open":  # «옛 사진을 모은다. … 이달 말까지 보내면 된다»
        own = _told(taken_in(scene, use.sentence))
    elif own is not None and own[1] is None and staff is None:  # of several programmes the headline names none
        programme = programme_of(scene, use.sentence) or _headed(scene, use)
        programme = programme or _told(under_heading(scene, scene.paragraph(use.sentence.start)[0]))
        own = programme or own
    apart = topic is not None and not (target is not None and joining.joins(scene, use.sentence, target, topic[0]))
    own = topic if topic is not None and apart else own
    whole_window = use.use == "window" or opened is not None
    separate = own is not None and (whole_window or apart) and not joining.joins(scene, use.sentence, target, own[0])
    return own, separate


# «장터에 물건을 낼 사람», «방송에 나올 기업»
_OF_EVENT = re.compile(r"(?P<what>[가-힣]{2,6})(?P<rest>(?:에|에서)\s.+)")


# «다음 장에 나오려는 팀은 …»
_SELLS_AT = re.compile(
    r"(?<=\s)(?P<what>장|장터|시장|마당|축제|행사)에\s(?:처음\s)?(?:나오|나올|나설|서려|물건|들어오)"
)


def in_full(scene: Scene, sentence: Sentence, title: str, drafts: list[Draft]) -> str:
    """Whom an event of the text seeks, with the event's own name where the call has only its noun or not even that."""
    if (short := _OF_EVENT.fullmatch(title)) is not None:
        event = _only_one(drafts, short["what"])
        return f"{event}{short['rest']}" if event is not None else title
    sells = _SELLS_AT.search(scene.text, sentence.start, sentence.end)
    event = _only_one(drafts, sells["what"]) if sells is not None else None
    return f"{event} {title}" if event is not None and " " not in _CALLS.sub("", title) else title


def _only_one(drafts: list[Draft], noun: str) -> str | None:
    told = {d.title for d in drafts if d.role == "main" and not d.call and d.title.endswith(noun)}
    return told.pop() if len(told) == 1 else None


def tells(own: Titled | None) -> bool:
    """Whether a name tells more than «접수», «기업 모집» or «서른 명 모집» does."""
    if own is None:
        return False
    words = _CALLS.sub("", own[0])
    if MEMBERS.fullmatch(words):
        return True
    return not (BARE.match(own[0]) or called.COMMON.match(words) or _NOBODY.fullmatch(words))


def in_other_words(scene: Scene, use: Use, drafts: list[Draft], *, likely: bool) -> Titled | None:
    """The name that no word for a call gives: a programme, or who is wanted."""
    likeliest_title = _likely_title(scene, use) if likely else None
    if likeliest_title is not None and any(_CALLS.sub("", likeliest_title[0]) == d.title for d in drafts):
        likeliest_title = None  # «‘새솔장터’를 연다. … 물건을 낼 이웃은 …»: the event, not who is sought for it
    ways: tuple[Callable[[], Titled | None], ...] = (
        lambda: programme_of(scene, use.sentence),
        lambda: _told(taken_in(scene, use.sentence)),
        lambda: likeliest_title if _in_quotes(scene, likeliest_title) else None,
        lambda: _told(wanted(scene, use.sentence, use.when)),
        lambda: likeliest_title,
    )
    return next((found for found in (way() for way in ways) if tells(found)), None)


def as_sought(scene: Scene, use: Use, drafts: list[Draft], *, named: bool) -> Titled | None:
    """What the call of whom the words around a last day seek is named; «사람을 더 받는다» says less than those near.

    `named`: the clause of the last day names an event; then what was sought before is not what it is for.
    """
    own = _told(sought_until(scene, use.sentence, use.when) or name_or_gift(scene, use.sentence, use.when))
    applied = _told(applied_for(scene, use.sentence, use.when)) if own is None and not named else None
    if applied is not None:
        return applied
    if own is None and not named and use.use != "window":
        if seeks_staff(scene, use.sentence) is not None:
            return None  # who has a name of his own way
        own = _told(sought_earlier(scene, use.sentence, use.when))
        return own if tells(own) and not _told_between(use, own, drafts) else None
    if own is None or (tells(own) and not is_anyone(own[0])):
        return own
    if is_anyone(own[0]) and not has_task(own[0]):
        return None
    return own if tells(own) else in_other_words(scene, use, drafts, likely=True) or own


def _told_between(use: Use, own: Titled | None, drafts: list[Draft]) -> bool:
    """Whether an event is told between whom one seeks and until when."""
    since = own[1].span[1] if own is not None and own[1] is not None else use.when.span[0]
    return any(since <= d.at < use.when.span[0] for d in drafts if d.role == "main")


def _in_quotes(scene: Scene, titled: Titled | None) -> bool:
    """Whether a name is a programme's; of other words the verb of the sentence knows better whom it seeks."""
    name = titled[1] if titled is not None else None
    return name is not None and not QUOTES.keys().isdisjoint(scene.text[max(0, name.span[0] - 1) : name.span[0] + 1])


def _told(found: tuple[str, SpanPair] | None) -> Titled | None:
    return None if found is None else (found[0], Name(found[0], found[1], "모집", False, False))


def by_text(scene: Scene, use: Use, drafts: list[Draft]) -> Titled:
    """The name of a call that has none yet: as its title says, or who is wanted, or the title whatever it says."""
    calls = called.CALL_IN_TITLE.match(scene.document.title) is not None
    found = None if calls else in_other_words(scene, use, drafts, likely=False)
    return found or _headed(scene, use) or (_taken_by_title(scene) or called.by_document(scene), None)


# «★모종 공동구매★ 받습니다 + 텃밭교실 안내», «밥상이웃 꾸러미 금욜까지 댓글 주문받아요», «4호기 시민 출자 받습니다»
_TAKES = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9]{1,10}\s){1,4}?(?:(?:\S{1,6}까지|댓글|전화|문자|미리|오늘)\s){0,2})"
    r"(?P<verb>주문|공동구매|출자|증자|기증)[^\w\s]?(?:을|를)?\s?받(?:습니다|아요|는다|음)"
)
_HOW = re.compile(r"(?:^|\s)(?:\S{1,6}까지|댓글|전화|문자|미리|오늘)(?=\s|$)")


def _taken_by_title(scene: Scene) -> str | None:
    """What the headline says is taken: orders, shares, gifts."""
    match = _TAKES.search(scene.document.title)
    if match is None:
        return None
    taken = f"{_HOW.sub('', match['what'].strip())} {match['verb']}"
    return f"{taken} 모집" if taken.endswith("출자") else taken


def _headed(scene: Scene, use: Use) -> Titled | None:
    headed = listed.headed(scene, use.when.span[0])
    if headed is None:
        return None
    return headed[0], Name(headed[0], headed[1], "모집", True, False)


_WHOM = frozenset(("모집", "채용", "구인", "모집분야", "모집직종", "채용분야", "뽑는사람"))


def by_label(scene: Scene, label: Label, labels: tuple[Label, ...]) -> str:
    """As `called.by_label`; where the headline only talks («간판을 새로 달려고요»), by whom the text seeks."""
    title = scene.document.title
    sought = _by_lead(scene, labels) if only_talks(title) and called.own_object(label) is None else None
    return sought or _taken_by_title(scene) or called.by_label(scene, label, labels)


def _by_lead(scene: Scene, labels: tuple[Label, ...]) -> str | None:
    """«[모집] 돌봄 선생님 2명», «새 간판 글씨를 써 주실 이웃을 찾습니다»."""
    for label in labels:
        whom = label.name in _WHOM and not scene.times_in(*label.value)
        if whom and (words := called.COUNT.sub("", label.words(scene.text).strip())):
            return called.as_call(words)
    for sentence in scene.sentences[: 2 * LEAD]:
        if (who := for_a_task(scene.text, sentence.start, sentence.end)) is not None:
            return f"{who} 모집"
    found = in_lead(scene)
    return found[0] if found is not None else None


# «마지막은 ‘씨앗 연구 공모’다», «‘돌봄 도약 지원’은 …», «‘초기 육성반’ 2기도 …»
_TOPIC = re.compile(r"\s?(?P<round>제?\d{1,2}(?:기|차|회))?(?:은|는|이|가|도|[이]?다[.])(?=\s|$|(?<=\.))")


def programme_of(scene: Scene, sentence: Sentence) -> Titled | None:
    """What the paragraph is about, where it says so by a name in quotes."""
    since, _ = scene.paragraph(sentence.start)
    for match in QUOTED.finditer(scene.text, since, sentence.end):
        inner = match[match.lastindex or 1].strip()
        topic = _TOPIC.match(scene.text, match.end(), sentence.end)
        if topic is None or SPEECH.search(inner):
            continue
        title = called.as_call(f"{inner} {topic['round'] or ''}".strip())
        return title, Name(title, match.span(), "모집", True, False)
    return None


def _likely_title(scene: Scene, use: Use) -> Titled | None:
    """What a call that no rule names is likeliest called, by the words near its last day."""
    best = likeliest(scene, use.sentence, use.when)
    if best is None or best.sure < LIKELY_TITLE or not best.name.span[1] or _NO_TITLE.search(best.full.title):
        return None
    return called.as_call(best.full.title), best.full
