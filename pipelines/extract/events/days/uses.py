"""What each time of a text is for: an occurrence, a deadline, a window to apply, or none of our business."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipelines.extract.events.days import meant, status
from pipelines.extract.events.days.ends import told_end
from pipelines.extract.events.days.idle import is_idle, nobody_comes
from pipelines.extract.events.days.likely import is_far, likelihood
from pipelines.extract.events.days.meant import APPLY
from pipelines.extract.events.days.stretches import BY_VERBS, SHUT
from pipelines.extract.events.fields.labels import BULLETED
from pipelines.extract.events.scene import Scene, Sentence, is_dated, names_day
from pipelines.extract.events.words.titles import head_of
from pipelines.korean.cued import Cued
from store.records import When

# «10월 22일까지 문자 주세요»: whatever is asked of the reader by a day.
REQUEST = Cued(
    r"주세요|주십시오|주시[기면]|바랍니다|바라요|하세요|하십시오|하시면|면 됩니다|면 된다|면 돼요|주셔야|"
    r"하셔야|해야 [한합됩]|면 되[고며]|(?:전화|문자|연락|메일)(?:하면|로|을|를)\s|"
    r"(?:전화|문자|연락|댓글|톡|메일)\s?[!~]|남기면|남겨야"
)
LASTS = re.compile(r"^(?:까지)?\s[^.\n]{0,16}?(?:이어|열[리립린]|진행|운영|계속|전시|판매|영업|머무|쉬|쉽|휴)")
OPEN_ONLY = re.compile(r"신청|접수|모집|응모|등록|받는다|받고|받습니다|받으며|받아|받을|예약")
CALLING = re.compile(
    r"(?<!심사를 )(?<!면접을 )(?<!교육을 )(?<!상담을 )받는다|원서|지원서|신청서|"
    r"모집|접수|신청|공모|응모|등록|찾는다|찾습니다|받고|받으[며면]|받습니다|뽑는다|뽑습니다|모은다|예약|"
    r"지원(?:하세요|하면|하시면|하십시오|해\s주)|"
    r"이름(?:을)? (?:적|올리|남기)|자리를 (?:맡|잡)|(?:사무국|사무실|매장|접수처)(?:에|으로)\s내\s?주"
)
PREDICATE = re.compile(
    r"연다|열린|열렸|열었|열기로|열려|엽니|열 예정|열고|열어|개최|갖는|가졌|갖기로|갖고|"
    r"가진|진행|치른|치렀|치러|마련|시작|막을|막이|실시|이어진|이어졌|펼친|펼쳤|펼쳐|선보|"
    r"다녀|있습니다|있다|있어요|합니다|한다|했다|했습니다|했어요|해요|한대|만났|만나|모입|"
    r"모였|모여|"
    r"공개|올라온|올렸|운영|벌인|벌였|벌어|서고|앉|불러|시행|됩니다|된다|되었|됐다|예정|"
    r"참석|참여|맺|체결|서명|들었|잡혔|초대|오세요|이에요|예요|입니다|갑니다|갔|왔|마쳤|"
    r"취소|연기|미뤘|당겼|돌린다|차린다|채운|선다|섰다|나선다|성료|떠난|잡았|자리다|"
    r"자리를|문을 연|문을 열|배운다|배웁니다|익힌다|만난다|떠납니다"
)
EXTENDED = re.compile(r"^(?:까지)?로?\s[^.\n]{0,12}(?:늘린|늘렸|늘리|늘립|늘려|늦추|늦췄|연장)")
CLOSES = re.compile(
    r"^(?:에|까지|이면)?\s?(?:닫힌다|닫는다|닫힙니다|닫히[고며]|닫[고으]|마감(?:한다|된다|합니다|이다|일|!|\.|$)|끝난다|종료된다|"
    r"끝납니다|끝나[고며요]|끊[는습]|문을 닫)|^[이가]\s지나면\s[^.\n]{0,14}(?:닫|마감|받지)|"
    r"^[을를]\s넘기(?:시)?면\s[^.\n]{0,8}(?:안|못)"
)
# «마감은 9월 8일 오후 6시다»: the label stands in front, as a subject.
ENDS = re.compile(
    r"마감\s?(?:일시?|시한|시각)?(?:은|는|이|가)\s(?:오는\s|이달\s|내달\s|다음\s달\s|모레인\s|내일인\s|글피인\s)?$"
)
SHIFT = re.compile(r"에서|→|⇒|->")


class Use(NamedTuple):
    when: When
    use: str  # occurrence, original, deadline, window, open, none
    sentence: Sentence


def uses_of(scene: Scene) -> list[Use]:
    """What each time of the text is for, in reading order; what no rule knows is weighed."""
    return [_weighed(scene, use) for use in told_uses(scene)]


APPLIES = 0.8
"""On texts that the weights had not seen, nine in ten of such times opened or closed an application."""
UNLIKELY = 0.15
"""On texts that the weights had not seen, nine in ten of such days were nobody's event («… 14일 알려왔다»)."""


def _weighed(scene: Scene, use: Use) -> Use:
    """«받는 기간 : 3. 4. ~ 3. 16.», «9일까지 답문자»: words of an application that no rule knows; or a day of nobody.

    In a list a day is an item's, whatever stands around it. What begins and ends by verbs says itself what it is.
    """
    if use.use not in ("occurrence", "limit") or use.when.rule == BY_VERBS:
        return use
    may_apply = use.when.end is not None and (use.use == "limit" or use.when.kind == "range")
    stays = use.use == "limit" or BULLETED.match(scene.text, use.sentence.line.start) is not None
    if (stays and not may_apply) or is_far(scene, use.when.start):
        return use
    event, apply = likelihood(scene, use.sentence, use.when)
    if apply < APPLIES:
        return use if stays or event >= UNLIKELY else use._replace(use="none")
    return use._replace(use="deadline" if use.when.start is None else "window") if may_apply else use


def told_uses(scene: Scene) -> list[Use]:
    """What the rules alone say."""
    found = []
    for sentence in scene.sentences:
        for when in sentence.times:
            if EXTENDED.match(scene.text[when.span[1] : when.span[1] + 24]) and SHIFT.search(scene.text, *when.span):
                # «접수를 23일에서 30일까지로 늘린다»: one deadline, the later one
                applied = CALLING.search(scene.text, sentence.start, sentence.end) is not None
                last = replace(when, start=None, kind="deadline")
                found.append(Use(last, "deadline" if applied else "limit", sentence))  # «전시를 … 15일까지로 늘린다»
                continue
            when = meant.closing(scene, sentence, when)
            when = meant.prepared(scene, sentence, meant.come_by(scene, sentence, when))
            when = meant.counted_back(scene, meant.sets_out(scene, meant.set_ahead(scene, when)))
            found.append(Use(when, _use(scene, sentence, when), sentence))
    return found


def _use(scene: Scene, sentence: Sentence, when: When) -> str:
    text = scene.text
    if when.rule == SHUT:
        return "window"
    behind = text[when.span[1] : min(sentence.end, when.span[1] + 48)]
    before = text[max(sentence.start, when.span[0] - 26) : when.span[0]]
    if is_idle(scene, sentence, when, before, behind):
        return "none"
    if CLOSES.match(behind) and CALLING.search(text, _context(scene, sentence), sentence.end):
        return "deadline"
    if MOVED_END.search(before) and MOVED_ON.match(behind):
        return "deadline"
    if CLOSED_ON.search(before) and (behind.startswith("에서 ") or ENDED.match(behind)):
        return "none"
    if EVE.match(text, *when.span) and head_of(before.rstrip()) is not None:
        return "none"
    if nobody_comes(scene, sentence, when, before, behind):
        return "none"
    if is_dated(when) and BEGINS_CALL.search(before) and BEGAN.match(behind):
        return "none" if OVER.search(text, when.span[1], sentence.end) else "open"
    if _signs(scene, sentence, when):
        return "none"
    if (applying := _applying(scene, sentence, when, before, behind)) is not None:
        return applying
    if (end := told_end(scene, sentence, when)) is not None:
        return end
    if text.endswith(("주말쯤", "주쯤"), *when.span):
        return "fuzzy"  # «봄 소풍은 사월 첫 주말쯤»
    if MONTHS_ONLY.fullmatch(text, *when.span):
        return "fuzzy"
    if not is_dated(when) and not (when.kind == "recurrence" and when.start):
        return "fuzzy"
    if _conditional(scene, sentence, when):
        return "none"
    if text.startswith(("그날", "이날"), when.span[0]) and _was_given_up(scene, sentence, when):
        return "none"
    moved = status.spoken_of(scene, when.span)
    return "original" if moved == "original" else "occurrence"


def _was_given_up(scene: Scene, sentence: Sentence, when: When) -> bool:
    """«24일로 공지했던 나눔, 그날 단수라고 …»: points at a day that no longer holds."""
    told = [t for t in sentence.times if t.span[1] <= when.span[0] and names_day(t)]
    return bool(told) and told[-1].start == when.start and status.spoken_of(scene, told[-1].span) == "original"


def _conditional(scene: Scene, sentence: Sentence, when: When) -> bool:
    """«비가 오면 이튿날로 넘긴다»; not «오전 10시부터 4시까지이며 비가 오면 …», told as it is before the clause."""
    match = status.CONDITIONAL.search(scene.text, sentence.start, sentence.end)
    if match is None:
        return False
    bracket = scene.text.rfind("(", when.span[1], match.start())
    if bracket >= 0 and scene.text.find(")", bracket, match.start()) < 0 and match.start() > when.span[1]:
        return False  # «24(토) 11:00~15:00 되살림장터 @ 옥구공원 (비 오면 취소)»
    instead = INSTEAD.match(scene.text, match.end(), sentence.end) is not None
    if instead and names_day(when) and "," in scene.text[when.span[1] : match.start()]:
        return False  # «25일(토) 10시 공원 주차장, 비 오면 2일로 옮겨요»
    return match.start() < when.span[1] or TOLD_BEFORE.match(scene.text, when.span[1], match.start()) is None


INSTEAD = re.compile(r"(?:[^.\n]|(?<=\d)\.(?=\d)){0,16}?(?:옮|미[루뤄룬]|연기|순연|넘[기겨긴깁]|취소)")
TOLD_BEFORE = re.compile(r"(?:이며|이고|이다|입니다),?\s")


# «애초 10일이던 신청 마감이 24일로 연장된»
MOVED_END = re.compile(r"(?:마감|기한|접수|모집|신청)(?:일|기간|일자)?(?:이|을|은|는|도)\s$")
CLOSED_ON = re.compile(r"(?:마감|기한|접수|모집|신청)(?:일|기간|일자)?(?:이|을|를|은|는|도)\s$")
ENDED = re.compile(r"(?:에)?\s(?:이미\s)?(?:끝났|끝난|종료)")  # «모집은 지난달 30일 끝났으며»
EVE = re.compile(r"전날|하루 전")  # «행사 전날 접속 주소를 보냅니다»
MOVED_ON = re.compile(r"로\s(?:연장|늦[춰췄추]|늘[리려렸]|미[뤄뤘루])")


# «10월부터 석 달 동안»: months, no day that a reader could come.
MONTHS_ONLY = re.compile(
    r"(?:20\d\d년\s?|올해\s|내년\s|오는\s)?\d{1,2}월(?:부터|~|-)\s?"
    r"(?:[가-힣0-9 ]{1,8}(?:달|개월)(?:간|\s?동안)?|\d{1,2}월까지)"
)


# «- 청년 인턴 참여기업 15곳 : 3월 28일까지»: whom a list seeks, and until when.
ROW_UNTIL = re.compile(
    r"\s?[^\w\s]\s?[^\n:：]{2,40}?(?:기업|팀|자|생|단|원|곳|명|단체|작품|회원|조합원)\s?(?:\d+\s?(?:명|곳|팀))?\s?[:：]\s?$"
)


ASKED_BEFORE = re.compile(r"(?:문자|전화|연락|댓글|톡|메일|신청)\s?\(~?\s?$")


def _applying(scene: Scene, sentence: Sentence, when: When, before: str, behind: str) -> str | None:
    """«deadline», «limit», «window» or «open» where the time says until when, or from when, something may be done."""
    text = scene.text
    near = before + text[slice(*when.span)] + behind
    if when.start is None and when.end is not None:
        if when.granularity == "month" and not APPLY.search(behind):  # «내년 2월까지 차량 임차료를 돕는다»
            return "limit"
        if meant.CLOSING.search(scene.text, max(0, when.span[0] - 12), when.span[0]):
            return "deadline"
        if ENDS.search(before) and CALLING.search(text, _context(scene, sentence), sentence.end):
            return "deadline"
        if ROW_UNTIL.match(text, sentence.line.start, when.span[0]) and not text[
            when.span[1] : sentence.line.end
        ].strip(" )."):
            return "deadline"
        if headed_call(scene, sentence, when) is not None:
            return "deadline"
        closes = not text[when.span[1] : sentence.end].strip(" .!~)")  # «신청은 사무국 031-…로 5월 23일까지.»
        if closes and when.granularity in ("day", "time") and OPEN_ONLY.search(text, sentence.start, when.span[0]):
            return "deadline"
        if WHO_COMES.search(before) and when.granularity in ("day", "time") and not LASTS.search(behind):
            return "deadline"
        if ASKED_BEFORE.search(before) and behind.startswith(")"):  # «… 에게 문자 (20일까지)»
            return "deadline"
        asked = when.granularity in ("day", "time") and REQUEST.search(text, when.span[1], sentence.end) is not None
        return "deadline" if APPLY.search(near) or (asked and not LASTS.search(behind)) else "limit"
    if headed_call(scene, sentence, when) is not None and when.kind in ("range", "set"):
        return "window" if when.end is not None else "open"
    if when.kind != "range":
        return None
    if when.end is not None:
        return "window" if CALLING.search(_clause(near, before, behind)) else None
    lessons = re.search(r"교육|강의 시작", behind[:12]) is not None
    labelled = BEGINS_CALL.search(before) is not None  # «신청은 14일 토요일부터 계산대에서»
    opens = when.granularity in ("day", "time") and (labelled or OPEN_ONLY.search(behind) is not None)
    return "open" if opens and not lessons else None


# «방청하실 조합원은 19일까지 사무국 …»
WHO_COMES = re.compile(
    r"(?:하실|오실|들으실|가실|보실|함께할|참여할|참가할|나올)\s(?:분|사람|조합원|회원|이웃|주민)(?:님)?(?:들)?(?:은|는|께서는)\s$"
)


# «▶ 사단법인 온누리임팩트 “소셜벤처 첫걸음” 모집» above «4월 4일~22일. …»
CALL_HEAD = re.compile(r"\s?[▶◆■●□○▷☞★]\s?(?P<what>[^\n]{3,50}?(?:모집|공모|접수|신청))\s?$")
# «― 후보 등록 ―», «임원 후보 등록» above «2월 14일부터 20일까지입니다»
STAND_HEAD = re.compile(
    r"[^\w\n]{0,6}(?P<what>(?:[가-힣·0-9]{2,10}\s){0,3}후보자?\s?(?:등록|추천|모집|접수))[^\w\n]{0,4}"
)


def headed_call(scene: Scene, sentence: Sentence, when: When) -> re.Match[str] | None:
    """The heading of an item that calls for something, where a time leads the item's only line."""
    above = next(iter(scene.lines_above(sentence.line.start, 1)), None)
    heads = (p.fullmatch(scene.text, above.start, above.end) for p in (CALL_HEAD, STAND_HEAD)) if above else ()
    head = next((h for h in heads if h is not None), None)
    first = next(iter(scene.times_in(sentence.line.start, sentence.line.end)), None)
    leads = first is not None and first.span == when.span
    short = head is not None and "\n\n" not in scene.text[head.end() : sentence.start]
    return head if leads and short else None


# «신청은 …», «접수창은 …»
BEGINS_CALL = re.compile(
    r"(?:모집|접수|신청|공모|예약|등록)\s?(?:창구?|문|서\s접수)?(?:은|는|을|를|이)\s(?:지난\s|이달\s|오는\s)?$"
)
OVER = re.compile(r"(?:마쳤|끝났|마감했|마감됐|닫았|닫혔|마무리했)")  # «접수는 1일 시작해 9일에 마쳤다»
BEGAN = re.compile(r"^(?:에|부터)?\s(?:시작|열[려리린립]|연다)")


def _signs(scene: Scene, sentence: Sentence, when: When) -> bool:
    """«2019년 11월 8일» alone on one of the last lines is the date of the letter."""
    line = sentence.line
    rest = scene.text[when.span[1] : line.end].strip(" .")
    led = when.span[0] - line.start <= 1 and any(line is x for x in scene.lines[-4:])
    if led and rest and when.granularity == "day" and SIGNS_BELOW.fullmatch(rest) is not None:
        return True  # «2023. 5. 9.  충주시장»
    alone = line.end - line.start <= when.span[1] - when.span[0] + 3
    if not alone or when.granularity != "day" or len(scene.lines) <= 4:
        return False
    number = scene.line_number(line.start)
    below = scene.lines[number + 1] if number is not None and number + 1 < len(scene.lines) else None
    signed = below is not None and SIGNS_BELOW.fullmatch(scene.text, below.start, below.end) is not None
    return signed or any(line is x for x in scene.lines[-4:])


# «2019년 1월 14일» above «곡성군수», above «○○협동조합 이사장 (직인생략)»
SIGNS_BELOW = re.compile(
    r"\s?[가-힣A-Za-z0-9·() ]{2,30}?(?:시장|시\s+장|군수|군\s+수|구청장|도지사|"
    r"이사장|위원장|센터장|대표|회장|조합|재단|"
    r"센터)\s?(?:\(?직인\s?생략\)?)?\s?"
)


def _context(scene: Scene, sentence: Sentence) -> int:
    """Where the sentence before begins: «접수창구는 …이며, 문은 26일 오후 6시에 닫힌다»."""
    at = scene.number_of(sentence)
    return scene.sentences[max(0, at - 1)].start


def _clause(near: str, before: str, behind: str) -> str:
    """The words a range belongs to: behind it up to the end of the clause, before it only a label."""
    label = re.search(
        r"(?:신청|접수|모집|공모|응모|등록|원서|서류|지원서)(?:서류?|기간|일정|기한|창구|\s?기간)?(?:은|는|도)?\s?(?:이달\s|오는\s|다음\s달\s|내달\s)?$",
        before,
    )
    first = re.split(r"[,.](?:\s|$)|(?:하고|하며|이며|으로,)\s", behind)[0]
    return first + (label[0] if label else "")
