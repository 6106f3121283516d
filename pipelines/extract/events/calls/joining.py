"""Which event a window or deadline lets people join: by its clause, by number, by the title, else the one told last."""

from __future__ import annotations

import re

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import BULLETED
from pipelines.extract.events.names.referring import ANYTHING
from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, items
from pipelines.extract.events.words.heads import CALL_HEADS, EXAMS
from pipelines.korean.cued import Cued
from pipelines.korean.marks import NUMBERED
from store.records import Moment

PARTICIPANTS = re.compile(
    r"(?:참가자|참여자|수강생|교육생|참가팀|참여팀|수강자|참석자|자원봉사자?|봉사자|"
    r"방청객|관람객|참가 신청|참여 신청|참가신청|사전등록|사전 등록|수강 신청|수강신청|"
    r"자원봉사는)"
)

NO_TOPIC = re.compile(r"^(?:신청|접수|참가|모집|예약|등록|행사|참여|사전)$")

OF_WHAT = re.compile(
    r"(?P<what>[가-힣A-Za-z0-9·]{2,14})(?:은|는|\s?(?:참가|참여|사전|관람|수강|체험)?\s?(?:신청|예약|접수|"
    r"등록)(?:은|는|을|도)?|만(?:은)?|(?:에|에는|를|을)\s(?:나가|참가하|참여하|함께하|들어오|오|보|들으|앉으)(?:시)?려면|"
    r"(?:에|에는|를|을)\s(?:나갈|나설|참가할|참여할|함께할|들어올|올|오실|볼|들을|앉을|갈|(?:앉|오|가)고 싶은)\s"
    r"(?:분|사람|이|이웃|기업|조합|팀|단체|가족)(?:은|는|이라면)?|"
    r"(?:을|를)\s(?:원하는|바라는|희망하는|듣고\s싶은|하고\s싶은)\s[가-힣]{1,6}(?:은|는|이라면))\s"
)
# «북토크만 미리 신청해야 한다. 30일까지 누리집에서 받는다»
ONLY = Cued(
    r"(?P<what>[가-힣A-Za-z0-9·]{2,14})만(?:은)?\s(?:[가-힣]{1,5}\s){0,3}?(?:신청|예약|등록|접수|이름을|자리를)"
)

# A post that looks for exhibitors, teams or staff: its window is an event beside the fair it is for.
RECRUITED = re.compile(
    r"(?:참가|참여|입점|입주)?\s?(?:기업|업체|단체|팀|셀러|판매자|부스|조직|운영자|위원|기획자|강사|직원|"
    r"매니저|인턴|활동가|코디네이터|기자단|법인|수탁자|수탁기관|"
    r"후보|후보자|서포터즈|단원|인력|근로자|조합원|회원|상인|작가|공방|농가|지킴이|도우미|일꾼|봉사자)(?:을|를)?\s?(?:\d{1,3}\s?(?:팀|명|곳)\s)?(?:공개\s|"
    r"추가\s|신규\s)?"
    r"(?:[‘“「『][^’”」』\n]{2,20}[’”」』]\s)?(?:\d{1,2}기(?:를)?\s)?"
    r"(?:모집|공모|채용|등록|추천|구합|구해|찾[아습는]|뽑|모[셔십시]|되어\s?주실)|(?:조합원|회원|대의원|임원|이사)(?:이|으로|에)?\s(?:되|나서|들어오)실\s분|채용\s?(?:재)?공고|인턴십|지원사업\s?(?:공고|공모|모집)"
)


# «장터 매대 나눕니다», «부스 신청하세요»: who sells is sought, not who comes
STALLS = re.compile(r"(?:매대|판매대|부스|좌판)(?:를|을)?\s(?:[가-힣]{1,4}\s)?(?:나눕|나눠|나누|드립|분양|모집)")


def recruits(scene: Scene) -> bool:
    """Whether the post looks for exhibitors, teams or staff, not for people to take part in an event.

    The headline of news in brief («햇빛발전 출자 받고 돌봄활동가 뽑고») says so of one item, and not of which.
    """
    title = scene.document.title
    return (RECRUITED.search(title) or STALLS.search(title)) is not None and len(items(scene)) == 1


# «상담 신청하세요», «새 이름을 지어 주세요»: a headline that calls without the word for it
ASKS = re.compile(
    r"신청(?:하세요|해\s?주세요|받습니다|받아요)|(?:지어|그려|써)\s?(?:주세요|주십시오)|\[(?:모집|공모)\]"
)
# what those come to who were taken in, or whom it concerns: nobody applies to it
AFTERWARDS = re.compile(
    r"(?:발대|시상|해단|수료|위촉|개관|현판|협약|수여)식$|^(?:본선|결선|결승전?|준결승|예선|이사회|투표|근무|활동|출근)$"
)


SEEKS = re.compile(
    r"모집|공모|초빙|찾는다|찾습니다|뽑는다|뽑습니다|(?:단|원|자|팀|기업|[명곳분])(?:을|를)?\s(?:\d+\s?[명곳팀]\s)?모(?:은다|읍니다|아요)"
)
# «간판 글씨를 써 주실 이웃을 찾습니다» under a headline that only tells why
LEAD_SEEKS = Cued(
    r"(?:을|를)\s[^.\n]{0,16}?(?:찾습니다|모집합니다|모십니다|공모합니다|구합니다|뽑습니다|찾아요|모셔요|기다립니다)[.!~]"
)
LEAD_SENTENCES = 3


# «찾는 날 : 17일»: what was ordered till then is fetched
_FETCHED = re.compile(r"(?:찾는|찾아가는|가져가는|받는|받으실|나누는)\s?(?:날|때)")


def calls(scene: Scene) -> bool:
    """Whether a post calls for something; «… 접수 연장» says so of an event."""
    title = scene.document.title
    if SEEKS.search(title) is not None or ASKS.search(title) is not None:
        return True
    return scene.document.channel == "board" and any(
        LEAD_SEEKS.search(scene.text, s.start, s.end) is not None for s in scene.sentences[:LEAD_SENTENCES]
    )


def joinable(scene: Scene, drafts: list[Draft], at: int) -> list[Draft]:
    """Without the events that take no deadline of a call told at `at`, unless the headline names them: a ceremony for
    those taken in («발대식», «본선»), and, where the headline calls, whatever is only told behind."""
    calling = calls(scene)
    told = [d for d in drafts if not _FETCHED.fullmatch(d.title)]
    return [d for d in told if _of_title(scene, d) or not (_afterwards(scene, d) or (calling and d.at > at))]


def _not_behind(scene: Scene, drafts: list[Draft], at: int) -> list[Draft]:
    """Without what only a later paragraph tells: «… 참가자를 모집한다.⏎⏎그에 앞서 30일에는 영화제가 열린다»."""
    until = scene.paragraph(at)[1]
    return [d for d in drafts if d.at < until or _of_title(scene, d)]


# «뽑히면 6월 3일 교육을 받는다», «모은 사진은 7월 6일부터 전시한다»
CHOSEN = Cued(
    r"(?:뽑히|선발되|선정되|합격하|당선되)면|(?:뽑힌|선발된|선정된|합격한|당선된|모은|모인)\s[가-힣]{1,8}\s?(?:\d{1,3}\s?[명팀곳])?(?:은|는|들은|에게|께)\s"
)


def _afterwards(scene: Scene, draft: Draft) -> bool:
    head = draft.name.head if draft.name is not None else ""
    if head and head in scene.document.title:
        return False
    told = max((at for at, _ in draft.evidence.get("start", ())), default=0)
    sentence = next(iter(scene.sentences_in(told, told + 1)), None)
    chosen = sentence is not None and CHOSEN.search(scene.text, sentence.start, told) is not None
    return chosen or AFTERWARDS.search(head or draft.title) is not None


def sittings_of(target: Draft, drafts: list[Draft]) -> list[Draft]:
    """The sittings of one course told in one field share its deadline."""
    one_field = [d for d in drafts if d is target or (d.name is target.name and d.name is not None)]
    return [
        d for d in one_field if d.role == "main" and (d is target or d.rules.get("start") == target.rules.get("start"))
    ]


def beside_part(scene: Scene, sentence: Sentence, target: Draft) -> bool:
    """«12일 오후 2시 도서관에서 이야기 자리가 있다. 스무 명만 앉을 수 있어 10일까지 …»: of a part told right before."""
    sitting = target.name is not None and (target.name.sitting or target.rules.get("start") == "row")
    if target.name is not None and target.name.head.endswith("식"):
        return False  # «첫날 오후 1시 30분 개회식 … 등록은 28일까지»: nobody registers for a ceremony alone
    at = scene.number_of(sentence)
    if target.parent is None or sitting or target.parent.recurrence or target.parent.rules.get("title") == "course":
        return False
    before = scene.sentences[at - 1] if at else sentence
    told = target.at >= before.start or before.start < target.until <= before.end
    if told and before.line is sentence.line and has_clock(target.start):
        return True
    line = sentence.line
    if has_clock(target.start) and _wants_part(scene, sentence, target):
        return True
    apart = not line.start <= max(0, target.parent.at) < line.end and line.start > scene.lines[0].start
    return apart and line.start <= target.at < line.end and has_clock(target.start)


BY_PARTS = Cued(
    r"(?:참가를|참여를|신청을|들으려는|오려는|바라는|원하는|하고\s싶은)\s?[^.\n]{0,10}(?:기업|사람|분|이|단체|업체|팀|주민|시민)은"
)


def _wants_part(scene: Scene, sentence: Sentence, target: Draft) -> bool:
    """«… 상담회는 28일 …다. 참가를 바라는 기업은 …»: of the part that its paragraph told last."""
    line = sentence.line
    here = line.start <= target.at < line.end
    return here and BY_PARTS.search(scene.text, sentence.start, sentence.end) is not None


def kin_above(target: Draft, drafts: list[Draft], at: int) -> list[Draft]:
    """«설립신고 반», «결산 반» above one field that says until when: of each of them."""
    last = target.title.split()[-1:]
    above = [d for d in drafts if d.role == "main" and not d.call and d is not target and max(d.at, target.at) < at]
    return [d for d in above if d.title.split()[-1:] == last and d.title != target.title and d.parent is target.parent]


def meant(
    scene: Scene, use: Use, drafts: list[Draft], closes: Moment | None, last: Moment | None
) -> tuple[Draft | None, Draft | None]:
    """(the event that the clause of a time names, the one to join until then: that one, else the nearest)."""
    named = named_in_clause(scene, use, drafts)
    if named is not None and over_by(named, closes):
        named = None  # «- 22일부터 12월 3일까지 신청 접수… 16일 설명회»
    at = use.when.span[0]
    target = named or nearest(_not_behind(scene, joinable(scene, drafts, at), at), at, last, scene)
    return named, target


def named_in_clause(scene: Scene, use: Use, drafts: list[Draft]) -> Draft | None:
    """«골든벨 참가 신청은 8일까지», «상담은 13일까지 … 예약한»: the event its own clause names."""
    clause = scene.text[use.sentence.start : min(use.sentence.end, use.when.span[1] + 30)]
    match = OF_WHAT.search(scene.text, use.sentence.start, use.when.span[0])
    word = match["what"] if match is not None else ""
    fits = [d for d in drafts if d.role == "main" and not d.call and d.name is not None]
    by_topic = [d for d in fits if len(word) > 1 and not NO_TOPIC.match(word) and _speaks_of(d, word)]
    beside = scene.document.title if recruits(scene) else ""
    heads = {d.name.head: d for d in fits if d.name is not None and len(d.name.head) > 1}
    places = {clause.rfind(h): d for h, d in heads.items() if h not in ANYTHING and h not in beside}
    nearest = max(places, default=-1)
    if by_topic and match is not None and match.start() - use.sentence.start >= nearest - 1:
        return _ahead(by_topic, use)
    return places[nearest] if nearest >= 0 else _only(scene, use, fits) or _of_item(scene, use, fits)


# «* 법률 상담은 한 곳에 30분. … 10월 11일까지 보내 주세요»: what an item of a list is about
_ITEM_TOPIC = re.compile(
    r"[^가-힣A-Za-z0-9\n]{1,4}(?:\d{1,2}일\s)?(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,2}[가-힣A-Za-z0-9·]{2,14})(?:은|는)\s"
)


def _of_item(scene: Scene, use: Use, fits: list[Draft]) -> Draft | None:
    line = use.sentence.line
    topic = _ITEM_TOPIC.match(scene.text, line.start, use.when.span[0])
    if topic is None:
        return None
    word = topic["what"].rpartition(" ")[2]
    told = [d for d in fits if len(word) > 1 and not NO_TOPIC.match(word) and word in d.title]
    return _ahead(told, use) if told else None


def _only(scene: Scene, use: Use, fits: list[Draft]) -> Draft | None:
    """The one thing of many that must be signed up for, as the sentence before says."""
    at = scene.number_of(use.sentence)
    before = scene.sentences[at - 1] if at else None
    if before is None or before.line is not use.sentence.line:
        return None
    match = ONLY.search(scene.text, before.start, before.end)
    told = [d for d in fits if match is not None and _speaks_of(d, match["what"])]
    return _ahead(told, use) if told else None


def _ahead(told: list[Draft], use: Use) -> Draft:
    """Of several of one name the last that is told before and comes behind the last day."""
    closes = use.when.end or use.when.start
    still = [d for d in told if not over_by(d, closes) and d.day != day_of(closes)]
    return next((d for d in reversed(still) if d.at <= use.when.span[0]), (still or told)[-1])


BESIDE = re.compile(r"(?P<what>[가-힣A-Za-z0-9·]{2,14})(?:과|와|,|·)\s?$")


def named_beside(scene: Scene, use: Use, named: Draft | None, drafts: list[Draft]) -> list[Draft]:
    """«영화 모임과 강연은 10일 정오까지 이름을 남겨야 한다»: the events joined to the one that the clause names."""
    topic = OF_WHAT.search(scene.text, use.sentence.start, use.when.span[0]) if named is not None else None
    before = BESIDE.search(scene.text, use.sentence.start, topic.start()) if topic is not None else None
    if before is None:
        return []
    main = [d for d in drafts if d.role == "main" and not d.call and d is not named and d.name is not None]
    return [d for d in main if _speaks_of(d, before["what"])][-1:]


LEAD = re.compile(rf"([{NUMBERED}]|\d{{1,2}}(?=[.)]))")
NUMBERS = re.compile(
    rf"(?P<mark>[{NUMBERED}]|\d{{1,2}})(?=번|[,·와과]\s?\d{{1,2}}번|[,·와과]\s?[{NUMBERED}])|[{NUMBERED}]"
)


def numbered(scene: Scene, use: Use, drafts: list[Draft]) -> list[Draft]:
    """«②번과 ③번은 7월 5일까지 … 신청»: the items of the list above, by their number."""
    clause = scene.text[use.sentence.start : use.when.span[0]]
    marks = {m[0].translate(CIRCLED) for m in NUMBERS.finditer(clause)} if "번" in clause else set()
    found = []
    for draft in drafts if marks else ():
        line = scene.line_at(draft.at)
        lead = LEAD.match(scene.text, line.start, line.end) if line is not None else None
        if lead is not None and lead[1].translate(CIRCLED) in marks and draft.role == "main":
            found.append(draft)
    return found


CIRCLED = {ord(mark): str(number) for number, mark in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}


def _speaks_of(draft: Draft, word: str) -> bool:
    last = draft.title.split()[-1] if draft.title.split() else ""
    begins = len(word) > 2 and last.startswith(word)  # «구매상담을 원하는 기업은»: 구매상담회
    return draft.title.endswith(word) or begins or (draft.name is not None and draft.name.head.startswith(word))


def joins(scene: Scene, sentence: Sentence, target: Draft | None, title: str) -> bool:
    """Whether a window is for joining the event at hand: «수강생을 … 모집», «신청은 1일부터 …»."""
    if target is None:
        return False
    if PARTICIPANTS.search(scene.text, sentence.start, sentence.end):
        return True
    words = {w for w in re.split(r"\W+", title) if len(w) > 1 and w not in CALL_HEADS and w != "예약"}
    return not words or bool(words & set(re.split(r"\W+", target.title)))


def _of_title(scene: Scene, draft: Draft) -> bool:
    """Whether the post's title speaks of an event: its quoted name, or two of its words."""
    title = scene.document.title
    words = {w for w in re.split(r"\W+", draft.title) if len(w) > 1}
    shared = sum(w in title for w in words)
    return draft.parent is None and (shared > 1 or (bool(words) and shared == len(words)))


def _in_brief(scene: Scene, before: list[Draft], at: int) -> bool:
    """Whether a report says it in a paragraph of its own: of what it is about, not of what it tells beside it."""
    own = scene.paragraph(at)[0]
    apart = all(max(d.at, d.until) <= own for d in before)
    return scene.document.channel == "news" and apart and not BULLETED.match(scene.text, own)


def over_by(draft: Draft, closes: Moment | None) -> bool:
    """Whether an event is over before the last day of a window: then it is not what the window is for."""
    last = day_of(closes)
    return last is not None and draft.last_day is not None and draft.last_day < last


def nearest(drafts: list[Draft], at: int, closes: Moment | None, scene: Scene | None = None) -> Draft | None:
    """The event a deadline is for: spoken of last before it, not over by then, no interview."""
    open_still = [
        d
        for d in drafts
        if d.role == "main" and not d.call and not (d.name and d.name.head in EXAMS) and not over_by(d, closes)
    ]
    open_still = [d for d in open_still if d.application_deadline is None or closes is None]
    before = sorted((d for d in open_still if d.at <= at), key=lambda d: d.at)
    if before:
        same = [d for d in before if scene is None or "\n" not in scene.text[max(d.until, d.at) : at]]
        whole = [d for d in before if scene is not None and _of_title(scene, d)]
        if not whole and scene is not None and _in_brief(scene, before, at):
            return before[0]
        chosen = before[-1] if same or not whole else whole[-1]
        return next(d for d in before if d is chosen or (d.title, d.day) == (chosen.title, chosen.day))
    return open_still[0] if open_still else None
