"""The name an occasion belongs to: in its own clause, a sentence before, a session's number, the post's title."""

from __future__ import annotations

import re

from pipelines.extract.events.days.idle import SPEECH
from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.days.status import NEW_BEHIND
from pipelines.extract.events.days.uses import PREDICATE
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import BULLETED, labelled
from pipelines.extract.events.names.nonames import tells_nothing
from pipelines.extract.events.prose.openings import ahead, opening
from pipelines.extract.events.prose.parts import thing_in
from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, is_dated, names_day
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import HELD_BEFORE, Name, find_names, head_of
from pipelines.korean.cued import Cued
from store.records import SpanPair

# Behind a weak noun: «교육을 한다», «모임이 오후 3시 열린다», «강연과 체험을 마련했다»; not «모임이 막힌 데».
HOLDS = re.compile(
    r"^[^.,]{0,26}?(?:연다|열린|열렸|열었|열기로|열려|엽니|열고|열어|열 |개최|갖|가졌|가진|진행|치른|"
    r"치렀|치러|마련|실시|이어진|이어졌|공개|올라|"
    r"펼친|펼쳤|펼쳐|선보|운영|벌인|벌였|취소|연기|미뤘|미룬|당겼|차린|참여|참석|다녀|시작|예정|맺|체결|서명|"
    r"서고|선다|섰다|벌어)|^(?:이|가)\s\S{1,8}(?:을|를)\s(?:닫|열|장식|마무리|이끌|꾸미|꾸민|수놓|빛내|달구|달군)|^(?:을|를)\s(?:받는다|받습니다|본다|봅니다)|"
    r"^(?:으로|로)\s(?:정하|정해|정했|지정|선포)|"
    r"^\s?(?:\([^()]*\))?(?:\s?(?:[,△▲◇·]|$|과\s|와\s|및\s)|(?:이|가|도),)|"
    r"^(?:은|는)\s(?:(?:전시|행사|축제)?\s?기간\s|[월화수목금토일]요일마다|오는\s|다음\s|이달\s|내달\s|매주|매월|매달|\d)|"
    r"^(?:을|를|도|은|는|이|가)?\s?(?:한다|했다|합니다|했습니다|해요|했어요|하고|한대|있다|있습니다|있어요|있었|"
    r"잡혔|됩니다|된다|간다|갑니다|떠난|한답니다)"
)
STOPPED = re.compile(
    r"^(?:이|가)\s(?!열|이어|있|펼|진행|마련|시작|많|끝|잡|취소|연기|미)|^(?:을|를)\s(?:줄|막|접|피|없앴|중단|거부|꺼)"
)


# «오후 2시에는 업사이클 인형극, 3시에는 버스킹이 이어진다»
PART_OF_DAY = re.compile(r"(?:에는|엔)\s(?P<what>(?:[가-힣A-Za-z0-9]{1,10}\s){0,2}[가-힣A-Za-z0-9]{2,10})(?:이|가)?,\s")
SESSION = re.compile(r"(?P<title>\d{1,2}\s?(?:강|회차|회|차시|차|기|탄|주차))(?:은|는|:|,|\(|인)?\s?$")
# «담달 6일에 2탄 세무편이 있대요»
SESSION_BEHIND = re.compile(
    r"(?:에는?|엔)?\s(?P<title>\d{1,2}\s?(?:탄|차|회|강|기)(?:\s[가-힣]{2,8}편)?)(?:이|가|은|는|을|를)?\s(?:있|"
    r"열|한다|합니|진행|시작)"
)
SESSION_TOPIC = re.compile(r"(?P<title>\d{1,2}\s?(?:강|회차|회|차시|차|기|탄|주차))(?:은|는)\s")


# «첫 배송은 10월 14일이다», «시승은 18일 오전 10시 …에서 시작한다»: what stands as topic of a day.
TOPIC_OF_DAY = re.compile(r"(?P<what>(?:[가-힣A-Za-z0-9]{1,10}\s){0,2}[가-힣A-Za-z0-9]{2,12})(?:은|는)\s(?:오는\s)?$")
NO_TOPIC = re.compile(
    r"(?:녹화본|녹화|영상|자료|자료집|보고서|사진|합격자|선정자|당첨자|참여자|참가자|사업|배달|공사|판매|운영|에|에서|때|이날|날|날짜|기간|기한|시간|시각|일시|일정|마감|신청|접수|등록|모집|공모|시|군|구|도|센터|조합|재단|"
    r"협회|기업|측|쪽|회사|"
    r"관계자|위원회|연합회|네트워크|매출|회원|주민|명|원|곳|법|조례|당초|애초|결과|발표|분|님|장소|참가비|문|"
    r"학교|은행|정부|부|청|"
    r"추석|설|명절|면접|심사|발표|입금|추첨|영업|진료|올해|내년|작년|행사|이번|대상|규모|서류|사람|이들|이곳|어치|물량|몫|"
    r"여기|지난해)$"
)
SHARED = re.compile(r"[가-힣]{2,6}\s(?:나누는|듣는|만나는|배우는|모이는)\s자리$")
AFTER_TOPIC = re.compile(
    r"^(?:\([^)]*\))?(?:[!~]|\s[^.,\n]{2,30}에서(?:요|예요|입니다|다)(?=[.\s!]|$)|이다|입니다|이에요|예요|에?\s?[^.]{0,40}(?:시작|출발|열|엽니|한다|합니다|진행|떠나|문을|이뤄|마련))"
)
# «2월 17일(토) 아침 9시 두부공장 터 둘러보기는 예정대로 합니다»
AS_PLANNED = re.compile(
    r"\s?(?:에\s)?(?P<what>(?:[가-힣A-Za-z0-9]{1,10}\s){0,3}[가-힣A-Za-z0-9]{2,12})(?:은|는)\s(?:예정대로|그대로|변동\s?없이|계획대로)\s"
    r"(?:합니다|한다|해요|진행|열|치른|치릅)"
)
VERB_LIKE = re.compile(r"(?:고|며|해|서|면|지만|는데|다|요)$")
PARTICLE_END = re.compile(r"(?:에서|에는|에|은|는|이|가|을|를|으로|로|와|과|부터|까지|한|된|하고|해)$")
NO_THING = re.compile(r"(?:문|막|장|행사|시간|자리|발길|입|상담|접수|신청|행렬|관심|하루|의견|이야기|질문|모습)$")
OPENING_TITLE = re.compile(
    r"(?:엽니다|열어요|열립니다|초대합니다|"
    r"초대해요|만나요|오세요|해요|모여요)\s?[!~.^♥]{0,4}\s?$"
)
REPORT_TITLE = re.compile(r"마쳤|치렀|성황|후기|다녀|갔다|보고|스케치|결과|뒷얘기|이야기|참석|사진")
HELD_TITLE = re.compile(r"개최|열어|열려|열었|연다|열린다|성료|가져|마쳐|실시|진행")
ATTENDED = re.compile(r"^에(?:도|서)?\s(?:참석|참가|초청|간다|갔다|들렀|다녀)")


ASIDE = re.compile(
    r"^(?:\s(?:후|뒤|직후)(?:에|,|\s)|[이가] 끝나는|"
    r"에 따라|에 따르|에 앞서|을 위|를 위|을 통해|를 통해|을 계기|를 계기|에 담)"
)


# «27일 화개장터 문화다방에서»
ALSO_PLACES = frozenset(("장터", "시장", "벼룩시장", "마당", "학교", "마켓", "장날", "놀이터", "사랑방", "교실"))
IN_HOUSE = re.compile(
    r"\s[가-힣A-Za-z0-9]{2,10}(?:다방|카페|회관|센터|광장|공원|강당|실|홀|관|층|앞|터)(?:에서|에는|에)\s"
)
# «개업식은 따로 하지 않고 8일 경로당을 청소해 준다»
NOT_HELD = re.compile(r"[은는을를도]\s(?:따로\s|별도로\s|굳이\s)(?:하지|열지|갖지|치르지|마련하지)\s(?:않|못)")


def usable(scene: Scene, sentence: Sentence, name: Name, spans: list[SpanPair]) -> bool:
    if any(a < name.span[1] and name.span[0] < b for a, b in spans) and not name.quoted:
        return False
    if any(
        m.start() < name.span[0] < m.end() - 1 and m.end() - m.start() > 40
        for m in SPEECH.finditer(scene.text, sentence.start, sentence.end)
    ):
        return False
    if ASIDE.match(scene.text[name.span[1] : name.span[1] + 5]) or (not name.quoted and tells_nothing(name.title)):
        return False
    if scene.text[max(0, name.span[0] - 2) : name.span[0]].strip() == "@":  # «… @ 싱싱장터 도담점 옆 잔디밭»
        return False
    if name.head in ALSO_PLACES and not name.quoted and IN_HOUSE.match(scene.text, name.span[1]) is not None:
        return False
    if NOT_HELD.match(scene.text, name.span[1]) is not None and not scene.state:
        return False
    attended = ATTENDED.match(scene.text[name.span[1] : name.span[1] + 8].lstrip("’”」』"))
    held = name.quoted and HELD_BEFORE.search(scene.text[max(0, name.span[0] - 16) : name.span[0]].rstrip("‘“「『"))
    return not (scene.document.channel == "news" and attended and not held)


def choose(scene: Scene, sentence: Sentence, names: list[Name], moment: Occasion) -> Name | None:
    """The name of an occasion: quoted first, then the nearest strong noun, then a weak one with a verb of holding."""
    names = [n for n in names if n.head not in CALL_HEADS or n.quoted]
    quoted = [n for n in names if n.quoted and not n.weak]
    strong = [n for n in names if not n.weak]
    short = sentence.end - sentence.start < 60
    weak = [
        n
        for n in names
        if (short and not STOPPED.match(scene.text[n.span[1] : n.span[1] + 8]))
        or HOLDS.match(scene.text[n.span[1] : min(sentence.end, n.span[1] + 40)])
    ]
    moves = NEW_BEHIND.match(scene.text[moment.times[-1].span[1] :][:40]) is not None
    for options in (quoted, strong, [n for n in names if n.quoted], weak):
        behind = [n for n in options if n.span[0] >= moment.at]
        before = [n for n in options if n.span[0] < moment.at]
        if moves and before:  # «토크콘서트는 5일 오후 2시로 옮기고, 벼룩시장은 취소한다»
            return before[-1]
        if behind:
            return behind[0]
        if options:
            return options[-1]
    return None


def unlisted(scene: Scene, moment: Occasion, until: int, known: Draft | None) -> Name | None:
    """A session («10강은 09.23.»), or a thing held whose noun is in no table: the first way of saying it that fits.

    Where an event of the sentence is `known` already, only what is part of one is looked for.
    """
    ways = (_session, _part) if known is not None else _UNLISTED
    return next((name for way in ways if (name := way(scene, moment, until))), None)


def _session(scene: Scene, moment: Occasion, until: int) -> Name | None:
    text = scene.text
    line = text.rfind("\n", 0, moment.at) + 1
    topics = (
        m
        for m in SESSION_TOPIC.finditer(text, max(line, moment.at - 50), moment.at)
        if SENTENCE_BREAK.search(text, m.end(), moment.at) is None
    )
    before = SESSION.search(text, max(line, moment.at - 12), moment.at) or max(topics, key=_begin, default=None)
    if before is not None:
        return Name(before["title"], before.span("title"), "", False, False)
    behind = SESSION_BEHIND.match(text, moment.times[-1].span[1], until)
    return Name(behind["title"].strip(), behind.span("title"), "", False, False) if behind is not None else None


def _topic(scene: Scene, moment: Occasion, until: int) -> Name | None:
    """«느낌 나누는 자리는 11/3(금) 저녁 6시반 … 쉼터에서요»"""
    line = scene.text.rfind("\n", 0, moment.at) + 1
    topic = TOPIC_OF_DAY.search(scene.text, max(line, moment.at - 40), moment.at)
    if topic is None or NO_TOPIC.search(topic["what"]) or not ahead(scene, moment):
        return None
    if AFTER_TOPIC.match(scene.text[moment.times[-1].span[1] : until]) is None:
        return None
    shared = SHARED.search(topic["what"])
    words = shared[0] if shared is not None else thing_in(OPENS_SENTENCE.sub("", topic["what"]))
    at = topic.end("what") - len(words)
    return Name(_of_month(words, moment), (at, at + len(words)), "", False, False)


def _as_planned(scene: Scene, moment: Occasion, until: int) -> Name | None:
    planned = AS_PLANNED.match(scene.text, moment.times[-1].span[1], until)
    if planned is None:
        return None
    return Name(planned["what"].strip(), planned.span("what"), head_of(planned["what"]) or "", True, False)


def _part(scene: Scene, moment: Occasion, until: int) -> Name | None:
    part = PART_OF_DAY.match(scene.text, moment.times[-1].span[1], until)
    if part is None or not has_clock(moment.start) or names_day(moment.times[0]):
        return None
    words = part["what"].strip()
    no_name = PARTICLE_END.search(words) or VERB_LIKE.search(words) or NO_THING.search(words)
    return None if no_name else Name(words, part.span("what"), "", False, False)


def _visit(scene: Scene, moment: Occasion, until: int) -> Name | None:
    visit = GOES_TO_SEE.search(scene.text, moment.times[-1].span[1], until)
    if visit is None or not names_day(moment.times[0]):
        return None
    return Name(f"{visit['what'].strip()} 견학", visit.span("what"), "견학", False, False)


OPENS_SENTENCE = re.compile(r"^(?:다만|한편|또|또한|특히|앞서|그리고)\s")
# «10월 13일과 27일 두 번, 1호기와 2호기를 직접 보러 갑니다»
GOES_TO_SEE = Cued(
    r"(?:[,.]\s|에는?\s|^|\s)(?P<what>[가-힣A-Za-z0-9·]{2,14}(?:\s[가-힣A-Za-z0-9·]{2,14}){0,2})[을를]\s(?:직접\s|함께\s|같이\s)?(?:보러|둘러보러|구경하러)\s"
    r"(?:갑니다|간다|가요|떠납니다|떠난다)"
)
SENTENCE_BREAK = re.compile(r"(?<!\d)[.!?]+\s")


def _begin(match: re.Match[str]) -> int:
    return match.start()


THIS_ONE = re.compile(r"^(?:이번|요번|다음|담|이)\s?달(?:의)?\s|^(?:이번|올|올해)\s")


def _of_month(words: str, moment: Occasion) -> str:
    """«이번 달 좌판은 20일 …» → 6월 좌판: in a list «this month» says nothing."""
    day, this = day_of(moment.start), THIS_ONE.match(words)
    if day is None or this is None:
        return words
    return f"{day.month}월 {words[this.end() :]}" if "달" in this[0] else words[this.end() :]


_UNLISTED = (_session, _topic, _as_planned, _part, _visit, opening)


# «이번 견학에서 배운 걸 나누는 자리를 마련합니다. 9월 27일(토) 오후 3시 …»
GATHERING = Cued(r"(?P<what>(?:[가-힣A-Za-z0-9]{1,10}\s){1,4}자리)(?:를|가|도)\s(?:마련|갖|준비|만들|가집)")


# «새해 첫 일은 해맞이 떡국입니다. 1월 1일 새벽 6시 반, …»
IS_NAMED = re.compile(
    r"(?:(?:첫|다음|마지막|이번)\s(?:일|행사|모임|순서|자리|소식)|(?:새해|이달|이번\s달)\s(?:첫\s)?(?:일|행사|자리))(?:은|는)\s(?:바로\s)?"
    r"(?P<what>[가-힣A-Za-z0-9 ]{2,20}?)(?:입니다|이에요|예요|이다)\.?\s?$"
)


def _gathering(scene: Scene, at: int) -> Name | None:
    before = scene.sentences[at - 1] if at else None
    named = IS_NAMED.search(scene.text, before.start, before.end) if before is not None else None
    if named is not None:
        return Name(named["what"].strip(), named.span("what"), head_of(named["what"]) or "", True, False)
    match = GATHERING.search(scene.text, before.start, before.end) if before is not None and not before.times else None
    if match is None:
        return None
    words = re.split(r"(?:에서|부터|위해)\s", match["what"])[-1]
    start = match.end("what") - len(words)
    return Name(words, (start, start + len(words)), "", True, False)


THAT_WEEK = re.compile(r"^(?:이번|다음|담|오는|지난)\s?(?:주|달)\s(?:[월화수목금토일](?:요일|욜)\s)?")
CALL_TAIL = re.compile(r"(?:접수|모집|공모|신청)$")


def _other_item(scene: Scene, earlier: Sentence, sentence: Sentence) -> bool:
    """Each item of a list is told for itself."""
    if any(t.span[0] == sentence.line.start for t in sentence.times):  # «7. 2.(목) 밤 8시»: a date, no number
        return False
    return earlier.line is not sentence.line and BULLETED.match(scene.text, sentence.line.start) is not None


def pending(scene: Scene, sentence: Sentence, moment: Occasion, drafts: list[Draft]) -> Name | None:
    """«… ‘천 포기 김장나눔’ 날짜가 바뀌었다. … 11월 30일로 당겼다»: the name stands a sentence before its day.

    A board report may name its event only in the title of the post.
    """
    text = scene.text
    at = scene.number_of(sentence)
    opens = OPENING_TITLE.search(scene.document.title) is not None and has_clock(moment.start)
    if not drafts and opens and at < 8:  # «수요일마다 마을밥상 엽니다»: the post's title is all the name there is
        title = clean_title(scene.document.title)
        inner = max(find_names(title, 0, len(title)), key=lambda n: len(n.title), default=None)
        if (
            inner is not None and head_of(title) is None and THAT_WEEK.match(title)
        ):  # «이번 주 목욜 마을모임 우리집으로»
            title = inner.title
        title = THAT_WEEK.sub("", title)
        return Name(title, (moment.at, moment.at), head_of(title) or "", False, False) if title else None
    holds = (
        PREDICATE.search(text, sentence.start, sentence.end)
        or "날짜" in text[sentence.start : sentence.end]
        or moment.at - sentence.start <= 6
    )
    if not names_day(moment.times[0]) or not holds:
        return None
    gathering = _gathering(scene, at)
    if gathering is not None:
        return gathering
    used = {d.name.span for d in drafts if d.name is not None}
    for earlier in reversed(scene.sentences[max(0, at - 2) : at]):
        if any(has_clock(t.start) for t in earlier.times):
            continue
        if labelled(text[earlier.start : earlier.end]):
            continue
        undated = not any(is_dated(t) for t in earlier.times)
        for name in reversed(find_names(text, earlier.start, earlier.end)):
            if CALL_TAIL.search(name.title) or _other_item(scene, earlier, sentence):
                continue
            telling = not name.weak or (undated and len(name.title.split()) > 1)
            if (name.quoted or undated) and telling and name.span not in used:
                return name
    told = REPORT_TITLE if scene.document.channel == "board" else HELD_TITLE
    if not drafts and at < 8 and told.search(scene.document.title):
        title = clean_title(scene.document.title)
        word = title.rpartition(" ")[2]
        again = len(word) > 2 and word in text[sentence.start : sentence.end]  # «11월 텃밭 갈무리»
        if head_of(title) is not None or again:
            return Name(title, (moment.at, moment.at), head_of(title) or "", False, False)
    return None
