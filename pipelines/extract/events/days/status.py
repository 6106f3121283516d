"""The life of an event: scheduled, held, postponed, moved earlier, cancelled, recurring."""

from __future__ import annotations

import re
from datetime import date, datetime

from pipelines.extract.events.days.changes import changes_in
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, day_of, has_clock, names_day
from pipelines.extract.events.words.titles import find_names
from pipelines.korean.cued import Cued
from store.records import Moment, SpanPair, When

NOT_CANCELLED = re.compile(
    r"취소가 아니|취소\s?(?:시|할 경우|하실|수수료|는 |방법|문의|신청)|예약 취소|신청 취소|참가 취소"
)
NOT_POSTPONED = re.compile(r"연기가 아니|연기(?:자|력|하는 배우)|뮤지컬 연기")
# In front of, or behind, the day that no longer holds.
ORIGINAL_BEFORE = re.compile(r"(?:애초|당초|원래|본래|기존|수정 전|변경 전|종전)[^.\n]{0,22}$")
MOVES_ON = re.compile(r"^\)?\s?(?:에서|→|⇒|->)\s?")
ORIGINAL_BEHIND = Cued(
    r"^(?:[^.\n‘“]|(?<=\d)\.(?=\d)){0,28}?"  # «29일(토) 2.28기념중앙공원에서 열려던»
    r"(?:[가-힣]기로 했던|[가-힣]려던|[가-힣]려다가?(?=\s)|[가-힣]려고 했던|로 예고됐|로 예고했|"
    r"로 잡은 (?=.{0,40}(?:연기|미[루뤄뤘룬]|옮기|옮겨|옮겼|당기|당겨|당겼|늦추|늦췄|늦춰|바꾸|바꿨))|"
    r"(?:열|개최할|치를|진행할) 계획이던|예정이던|예정이었던|예정됐던|"
    r"예정되었던|예정되어 ?있던|예정돼 ?있던|개최하려던|하려던|하기로 했던|잡혔던|예정된 (?=.{0,40}(?:연기|미|취소))|"
    r"로 (?:알려드렸|알려드린|안내했|안내한|안내드렸|안내드린|공지했|공지한|말씀드렸)던?|로 잡아 [둔뒀놓]|"
    r"기로 하고 (?:안내|공지|알려)[가-힣]{0,3}던|"
    r"로 잡혀 있던|예정했던|계획했던|계획된|열기로 한|하기로 한|잡았던|열 예정이던|개최 예정이던|"
    r"예정이었|일정이었|로 알렸|로 (?:잘못|적었|적은|적어|표기|게재|실었|실린|썼|쓴 )|이었으나|였으나|"
    r"(?:로|이라|이라고)\s(?:[가-힣]{1,4}\s)?"
    r"(?:잡[혔았](?:다가|으나|는데)|적었던|나갔|나간\s|돌렸었|돌렸는데|알고 계신|알려졌)|"
    r"로\s(?:[가-힣]{1,3}\s)?잡아\s?(?:두었|뒀|놓았)|할 셈이었|하자고 했는데)",
    cues=r"기로 했|기로 하고|려던|려다|려고 했|로 예고|로 잡|계획|예정|잡혔던|잡았던|기로 한|일정이었|였으나|이었으나|"
    r"로 (?:알려드|안내|공지|말씀|알렸|잘못|적[었은어]|표기|게재|실[었린]|썼|쓴)|이라\s|이라고\s|셈이었|하자고|"
    r"로\s(?:[가-힣]{1,4}\s)?(?:나[갔간]|돌렸|알[고려]|잡)",
)
NEW_BEHIND = re.compile(
    r"(?:\([^)]*\))?(?:\s?[가-힣]{0,6})?(?:으로|로)\s?(?:(?!던\s)[^.\n]){0,14}?(?:밀[렸려린립]|미[뤘룬뤄루룹룸]|"
    r"연기|늦[췄추춰춘춥춤]|옮|변경|바[꿨뀌꿉뀝꿈]|순연|당[겼긴겨깁김]|앞당|조정|물[렸러린])"
)
# «9월 12일에서 연기했던 캠프를 11월 7일 …»
PUT_OFF = re.compile(r"\s(?:한\s차례\s|한\s번\s)?(?:연기|순연|미[뤘뤄룬룹루]|늦[췄춰춘추]|밀[린렸려]|옮[긴겨겼]|앞당)")
SUFFIX_PAST = re.compile(
    r"(?:했|었|았|렸|졌|냈|봤|왔|갔|됐|쳤|뒀|웠)(?:다|습니다|어요|아요|던|고|으며|는데|"
    r"네요|답니다|죠|지요)|다녀왔|마쳤|성료|가졌|열렸|열었"
)


SHIFTED = Cued(r"(?P<old>\d{1,2})일(?:\([^)]*\))?(?:에서|→|⇒|->)\s?(?P<new>\d{1,2})일")
CONDITIONAL = Cued(
    r"않으면|모자라면|못 미치면|무산|미달|정족수|우천\s?시|비가 오면|비\s?오면|비\s?올 경우|"
    r"[비눈]가?\s(?:많이\s)?(?:오면|내리면|내릴\s?경우|그치지\s)|눈이 오면|경우에는|넘으면|"
    r"연장될 수|경우 다시"
)


# «20일로 잡혔던 골목 밥상은 실내여서 미루지 않는다»
STAYS = re.compile(r"(?:미루|바꾸|옮기)지\s?않|예정대로|계획대로|변함없이|그대로\s(?:열|연다|엽|진행|한다|합니다)")
STAYS_WITHIN = 80


def spoken_of(scene: Scene, span: SpanPair) -> str:
    """'original', 'new' or '' for a time in a text that moves an event."""
    text = scene.text
    line = scene.line_at(span[0])
    first, last = (line.start, line.end) if line else span
    following = next((t for t in scene.times_in(span[1], last) if names_day(t) and t.start is not None), None)
    own = following.span[0] if following is not None else last  # what is said of the next day is not said of this
    if NEW_BEHIND.match(text[span[1] : min(own, span[1] + 40)]):
        return "new"
    before = ORIGINAL_BEFORE.search(text, max(first, span[0] - 30), span[0])
    if before is not None and not any(names_day(t) for t in scene.times_in(before.start(), span[0])):
        return "original"
    if following is not None and _gives_way(text, span[1], following.span, last):
        return "original"
    if text.endswith("에서", *span) and PUT_OFF.match(text, span[1], last):
        return "original"
    behind = text[span[1] : min(last, span[1] + 60)]
    was = MOVES_ON.match(behind) or ORIGINAL_BEHIND.search(behind)
    if was and STAYS.search(text, span[1], min(own, span[1] + STAYS_WITHIN)):
        return ""
    return "original" if was and (own == last or span[1] + was.end() <= own + 1) else ""


# «12일 ‘나눔장터’를 19일로 미룬다»: what was to be on the one day is moved to the other
MOVED_THING = re.compile(
    r"\s(?:(?![가-힣][고며],?\s)[^.,\n]){2,40}?[가-힣A-Za-z0-9’”」』](?:을|를)\s(?:오는\s|이달\s|내달\s|다음\s달\s)?"
)
_WITHIN_CLAUSE = r"(?:(?![가-힣][고며],?\s|[가-힣][을를]\s)[^.,\n])"
# «19일에 있던 ‘해설사 나들이’는 비로 7월 3일로 옮겼습니다», «19일이어야 되는데 공사가 길어져서 26일로 밀렸습니다»
MOVED_TOPIC = re.compile(
    rf"(?:\)|에)?(?:이어야|이었|인데)?\s?{_WITHIN_CLAUSE}{{2,50}}?[가-힣A-Za-z0-9’”」』](?:은|는|이|가|도)\s{_WITHIN_CLAUSE}{{0,40}}?"
)


def _gives_way(text: str, behind: int, new: SpanPair, last: int) -> bool:
    """Whether nothing stands between a day and the next but what is moved to the next."""
    moves = NEW_BEHIND.match(text, new[1], min(last, new[1] + 40)) if new[0] - behind <= GIVES_WAY_WITHIN else None
    things = (MOVED_THING, MOVED_TOPIC)
    return moves is not None and any(thing.fullmatch(text, behind, new[0]) is not None for thing in things)


GIVES_WAY_WITHIN = 60
# «9월 5일에서 10월 10일로»: what lasts goes on «까지»
INSTEAD_OF = re.compile(r"에서|→|⇒|->")


def shifted(scene: Scene, when: When) -> tuple[date, Moment] | None:
    """«7일에서 21일로 밀렸다» reads like a range and is none: the old day and the new one, the new one not over."""
    if (both := _from_to(scene, when)) is not None:
        return both
    match = SHIFTED.search(scene.text, when.span[0], min(len(scene.text), when.span[1] + 4))
    moves = NEW_BEHIND.match(scene.text[match.end() : match.end() + 30]) if match else None
    if match is None or scene.published is None or moves is None:
        return None
    year, month = scene.published.year, scene.published.month
    named = re.search(r"(?<!\d)(1[0-2]|[1-9])월\s?$", scene.text[max(0, match.start() - 5) : match.start()])
    if named is not None:  # «12월 21일에서 14일로»
        year, month = year + (int(named[1]) < month), int(named[1])
    for ahead in range(3):
        first = date(year + (month + ahead - 1) // 12, (month + ahead - 1) % 12 + 1, 1)
        try:
            new, old = first.replace(day=int(match["new"])), first.replace(day=int(match["old"]))
        except ValueError:
            continue
        if new >= scene.published:
            at = when.end if isinstance(when.end, datetime) else None
            return old, at.replace(year=new.year, month=new.month, day=new.day) if at else new
    return None


def _from_to(scene: Scene, when: When) -> tuple[date, Moment] | None:
    """Both days of «6월 10일에서 16일 목요일 4시로 미뤘습니다», where the new one lies ahead."""
    first, last = day_of(when.start), day_of(when.end)
    if first is None or last is None or first == last or scene.published is None or last < scene.published:
        return None
    to = TO.match(scene.text, when.span[1], when.span[1] + 16)
    return (first, when.end) if when.end and to and INSTEAD_OF.search(scene.text, *when.span) else None


TO = re.compile(r"(?:\([^)]*\))?(?:으로|로)(?=[\s.,]|$)")
TITLE_PARTS = re.compile(r"…|\.{3}|,\s")  # «축제 2주 연기…전야 토크쇼는 취소» speaks of two events
# «117호에서 개강을 26일로 적었으나 28일이 맞습니다»: a slip of the pen, nothing was moved.
SLIP = re.compile(r"(?:가|이)\s맞(?:습니다|다|아[요예]|는)|바로\s?잡|정정|잘못\s|오기(?:로|였|입)")


def corrected(scene: Scene, start: int, end: int) -> bool:
    return SLIP.search(scene.text, start, max(start, end)) is not None


def document_state(scene: Scene) -> str:
    """What the whole text announces: 'cancelled', 'postponed', 'earlier' or ''. The title speaks first."""
    for part in TITLE_PARTS.split(scene.document.title):
        if state := _state_in(part):
            return state
    for s in scene.sentences[:8]:
        state = _state_in(s.words(scene.text))
        calm = state and not CONDITIONAL.search(scene.text, s.start, s.end)
        if calm and (s.times or find_names(scene.text, s.start, s.end)):
            return state
    return ""


def _state_in(words: str) -> str:
    """The state that words tell: what is called off counts before what is put off."""
    told = {change.state for change in changes_in(words) if change.is_plain}
    if "cancelled" in told and not NOT_CANCELLED.search(words):
        return "cancelled"
    if "postponed" in told and not NOT_POSTPONED.search(words):
        return "postponed"
    return "earlier" if "earlier" in told else ""


def settle(draft: Draft, scene: Scene, state: str) -> None:
    """Set the status of one event from the state of the text and the day of publication."""
    if draft.status:
        return
    if draft.recurrence and not over(draft, scene.published):
        draft.status = "recurring"
    elif draft.start is None and draft.end is None and draft.application_deadline is None:
        draft.status = "scheduled" if not _told_in_past(draft, scene) else "held"
    else:
        held = over(draft, scene.published) or _today_past(draft, scene) or _begun(draft, scene)
        draft.status = "held" if held else "scheduled"


def over(draft: Draft, published: date | None) -> bool:
    last = draft.last_day
    return bool(published and last and last < published)


def _begun(draft: Draft, scene: Scene) -> bool:
    """«오늘 오전 10시 개점식을 마치자마자» in a text of that evening: an hour of today that is over."""
    at, last = scene.document.published_at, draft.end or draft.start
    if not isinstance(last, datetime) or at is None or draft.call:
        return False
    return last.date() == at.date() and last < at


def _today_past(draft: Draft, scene: Scene) -> bool:
    """Of the day of publication itself: «오늘 저녁 7시에 … 다녀왔습니다»; a clock still to come decides too."""
    if scene.published is None or draft.last_day != scene.published or draft.day != scene.published:
        return False
    at = scene.document.published_at
    if has_clock(draft.start) and at is not None and draft.start > at:  # type: ignore[operator]
        return False
    return _told_in_past(draft, scene)


def _told_in_past(draft: Draft, scene: Scene) -> bool:
    return SUFFIX_PAST.search(scene.text, draft.at, max(draft.until, draft.at)) is not None


def original_flag(when: When) -> str:
    """«original_date:2019-09-07», or with both days of a range."""
    first = when.start or when.end
    days = [m.isoformat()[:10] for m in (first, when.end) if m is not None]
    return "original_date:" + "/".join(dict.fromkeys(days))
