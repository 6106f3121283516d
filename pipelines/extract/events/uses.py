"""What each time of a text is for: an occurrence, a deadline, a window to apply, or none of our business."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipelines.extract.events import meant, status
from pipelines.extract.events.meant import APPLY
from pipelines.extract.events.scene import Scene, Sentence, is_dated, names_day
from pipelines.extract.events.titles import head_of
from pipelines.korean.cued import Cued
from store.records import When

REPORTED = re.compile(
    r"^(?:자로|자|에)?\s?(?:[가-힣]{1,6}[을를로에]\s)?(?:밝혔|전했|전한|알렸|말했|설명했|"
    r"발표했|소개했|강조했|당부했|덧붙였|공고했|보도했|밝힌|공표|통보|내놨|내놓|귀띔|펴냈)"
)
ACCORDING = re.compile(r"^\s(?!열|개최|진행)[^.,\n]{1,24}?(?:에 따르면|에 의하면)[\s,]")
AS_OF = re.compile(r"^(?:\s?말)?\s?(?:기준|현재)")
# «10월 22일까지 문자 주세요»: whatever is asked of the reader by a day.
REQUEST = re.compile(
    r"주세요|주십시오|주시[기면]|바랍니다|바라요|하세요|하십시오|하시면|면 됩니다|면 된다|면 돼요|주셔야|"
    r"하셔야|해야 [한합됩]|면 되[고며]|(?:전화|문자|연락|메일)(?:하면|로|을|를)\s|남기면|남겨야"
)
LASTS = re.compile(r"^(?:까지)?\s[^.\n]{0,16}?(?:이어|열[리립린]|진행|운영|계속|전시|판매|영업|머무|쉬|쉽|휴)")
OPEN_ONLY = re.compile(r"신청|접수|모집|응모|등록|받는다|받고|받습니다|받으며|받아|받을|예약")
CALLING = re.compile(
    r"(?<!심사를 )(?<!면접을 )(?<!교육을 )(?<!상담을 )받는다|원서|지원서|신청서|"
    r"모집|접수|신청|공모|응모|등록|찾는다|찾습니다|받고|받습니다|뽑는다|뽑습니다|모은다|예약|이름을 (?:적|올리|남기)"
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
SPEECH = Cued(r"“[^”\n]{12,}”|\"[^\"\n]{12,}\"", cues='[“"]')
EXTENDED = re.compile(r"^(?:까지)?로?\s[^.\n]{0,12}(?:늘린|늘렸|늘리|늘립|늘려|늦추|늦췄|연장)")
# «배포일시: 2022. 10. 11.», «영업은 월~금 10~18시»: of the page or the shop, not of an event.
STAMPED = re.compile(
    r"(?:(?:배포|보도|등록|작성|입력|게시|제공|시행|공고)\s?(?:일시|일자|일|시점)\s?[:：]\s?|(?:영업|진료|상담|"
    r"근무)(?:시간)?(?:은|는|:)\s?)$"
)
# «전화 051-000-8843 (평일 10~17시)»: when the office answers.
OFFICE_HOURS = re.compile(r"\d{2,4}[-.)]\s?\d{3,4}[-.]\d{4}\s?[,/(（]?\s?(?:평일|상담|통화|월[~-]금)?\s?$")
HABIT = re.compile(r"^(?:에|마다)?\s?(?:열던|열어 온|열어온|해 온|하던|열리던|개최하던|치르던)\s")
CLOSES = re.compile(
    r"^(?:에|까지|이면)?\s?(?:닫힌다|닫는다|닫힙니다|마감(?:한다|된다|합니다|이다|일|!|\.|$)|끝난다|종료된다)"
)
# «마감은 9월 8일 오후 6시다»: the label stands in front, as a subject.
ENDS = re.compile(r"마감\s?(?:일시?|시한|시각)?(?:은|는|이|가)\s(?:오는\s|이달\s|내달\s|다음\s달\s)?$")
# «30일 누리집에 최종 명단을 올린다»: what is made known on a day is nothing to attend.
MADE_KNOWN = re.compile(
    r"^(?:에|까지)?\s(?:[^.,\n]{1,20}\s)?(?:최종\s)?(?:명단|결과|합격자|선정자|선정\s?기업|선정\s?팀|수상자|당선작|수상작|심사\s?결과)"
    r"(?:을|를|이|가|은|는)?\s[^.,\n]{0,12}?(?:발표|공개|공지|올[리릴린]|알[리릴린]|통보|개별)"
)
# «주말 내내 비가 이어진다는 예보», «13일 강풍이 예보돼»: what the sky does on a day.
WEATHER = re.compile(
    r"^(?:에|에도|부터|까지)?\s(?:[가-힣]{1,5}\s){0,2}?(?:많은\s|큰\s)?(?:비|눈|태풍|장마|강풍|폭우|폭설|한파|호우|소나기|장맛비|가을비|봄비)"
    r"(?:가|이|도)?\s(?:이어|내리|내릴|오|올|온다|예보|소식|그치|지나)"
)
SHIFT = re.compile(r"에서|→|⇒|->")


@dataclass(frozen=True, slots=True)
class Use:
    when: When
    use: str  # occurrence, original, deadline, window, open, none
    sentence: Sentence


def uses_of(scene: Scene) -> list[Use]:
    """What each time of the text is for, in reading order."""
    found = []
    for sentence in scene.sentences:
        for when in meant.joined_ends(scene, sentence):
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
    behind = text[when.span[1] : min(sentence.end, when.span[1] + 48)]
    before = text[max(sentence.start, when.span[0] - 26) : when.span[0]]
    if _idle(scene, sentence, when, before, behind):
        return "none"
    if (goes_on := _other_clause(scene, sentence, when)) is not None:
        behind = behind[: goes_on - when.span[1]]
    if CLOSES.match(behind) and CALLING.search(text, _context(scene, sentence), sentence.end):
        return "deadline"
    if MOVED_END.search(before) and MOVED_ON.match(behind):
        return "deadline"
    if CLOSED_ON.search(before) and (behind.startswith("에서 ") or ENDED.match(behind)):
        return "none"
    if EVE.match(text, *when.span) and head_of(before.rstrip()) is not None:
        return "none"
    if _nobody_comes(scene, sentence, when, before, behind):
        return "none"
    if is_dated(when) and BEGINS_CALL.search(before) and BEGAN.match(behind):
        return "open"
    if _signs(scene, sentence, when):
        return "none"
    if (applying := _applying(scene, sentence, when, before, behind)) is not None:
        return applying
    if MONTHS_ONLY.fullmatch(text, *when.span):
        return "fuzzy"
    if not is_dated(when) and not (when.kind == "recurrence" and when.start):
        return "fuzzy"
    if _conditional(scene, sentence, when):
        return "none"
    moved = status.spoken_of(scene, when.span)
    return "original" if moved == "original" else "occurrence"


def _conditional(scene: Scene, sentence: Sentence, when: When) -> bool:
    """«비가 오면 이튿날로 넘긴다»; not «오전 10시부터 4시까지이며 비가 오면 …», told as it is before the clause."""
    match = status.CONDITIONAL.search(scene.text, sentence.start, sentence.end)
    if match is None:
        return False
    bracket = scene.text.rfind("(", when.span[1], match.start())
    if bracket >= 0 and scene.text.find(")", bracket, match.start()) < 0 and match.start() > when.span[1]:
        return False  # «24(토) 11:00~15:00 되살림장터 @ 옥구공원 (비 오면 취소)»
    return match.start() < when.span[1] or TOLD_BEFORE.match(scene.text, when.span[1], match.start()) is None


TOLD_BEFORE = re.compile(r"(?:이며|이고|이다|입니다),?\s")
CONNECTS = re.compile(r"(?:이고|이며|고|며|이라|인데),?\s")


def _other_clause(scene: Scene, sentence: Sentence, when: When) -> int | None:
    """Where «12월 9일까지 10주 과정이고 신청은 이번 주 금요일까지 받습니다» goes on to its next time, clauses apart."""
    if when.kind != "deadline":
        return None
    following = next((t for t in sentence.times if t.span[0] >= when.span[1] and t.kind == "deadline"), None)
    link = CONNECTS.search(scene.text, when.span[1], following.span[0]) if following is not None else None
    return link.end() if link is not None else None


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


# «매주 월요일을 빼고 오전 10시부터 오후 6시까지 운영한다»: the hours of a house and its day off.
# «8월 18일에 올린 안내문»
WEEKDAY = re.compile(r"[월화수목금토일]요일")
IS_CALLED = re.compile(r"(?:입니다|이에요|이다|이고|이며)")
# «오늘 아침까지 13명 신청하셨습니다»: how many so far, no last day
SO_FAR = re.compile(r"\s?\d{1,4}\s?(?:명|팀|곳|분)(?:이|께서)?\s?(?:신청|접수|등록|참가)(?:했|하셨|해\s?주셨|하였)")
# «9월 15일이 아니라 9월 25일입니다», «3강은 28일이 목요일입니다»: what was written wrong, what a day is called
CORRECTS = re.compile(
    r"(?:이|가)?\s아니(?:라|고|에요|예요|며|다)|(?:이|은|는)\s[월화수목금토일]요일(?:입니다|이다|이에요|이고)"
)
PUT_UP = re.compile(
    r"\s?(?:에|자로|자)?\s(?:올린|올라온|올리겠|올릴|게시한|게시된|공지한|안내한|안내드린|보낸|보내\s?드린|알려\s?드린|알린|띄운|쓴|적은|배포한)(?:\s|습)"
)
OF_THE_REPORT = re.compile(
    "|".join(p.pattern for p in (REPORTED, ACCORDING, AS_OF, HABIT, MADE_KNOWN, WEATHER, PUT_UP, CORRECTS, SO_FAR))
)
"""One look behind a day for all that makes it none of an event."""
EXCEPT = re.compile(r"(?:을|를|은|는|에|에는)?\s?(?:빼고|뺀|제외|휴무|휴관|쉬고|쉬며|쉰다|쉽니다|쉬어요)")
# «주말 체험», «평일 상담»: what kind of event, no day of it.
WEEKEND = re.compile(r"(?:주말|평일)")
KIND_OF = re.compile(r"\s(?!오전|오후|낮|저녁|이틀|동안|내내|양일|모두|[0-9(])[가-힣]{2}")


def _house_hours(scene: Scene, sentence: Sentence, when: When, behind: str) -> bool:
    if when.kind == "recurrence" and EXCEPT.match(behind):
        return True
    off = next((t for t in sentence.times if t.kind == "recurrence" and t.span[1] <= when.span[0]), None)
    alone = not names_day(when) or when.kind == "recurrence"
    return off is not None and alone and EXCEPT.match(scene.text, off.span[1], when.span[0]) is not None


def _idle(scene: Scene, sentence: Sentence, when: When, before: str, behind: str) -> bool:
    """Of the report, the page, the office or somebody's words, not of an event."""
    text = scene.text
    weekday = WEEKDAY.fullmatch(text, *when.span) and IS_CALLED.match(behind) and before.endswith(("이 ", "은 ", "는 "))
    reported = OF_THE_REPORT.match(behind) is not None
    if when.kind == "none" or reported or weekday or text.endswith(("기준", "현재"), *when.span):
        return True
    if _house_hours(scene, sentence, when, behind):
        return True
    if WEEKEND.fullmatch(text, *when.span) and KIND_OF.match(behind):
        return True
    if any(m.start() < when.span[0] < m.end() for m in SPEECH.finditer(text, sentence.start, sentence.end)):
        return True
    stamped = STAMPED.search(before)
    if (
        stamped
        and when.kind != "deadline"
        and not (stamped[0].startswith("상담") and is_dated(when) and names_day(when))
    ):
        return True
    if ISSUE.search(before) or (WEEK_OF.search(before) and when.kind == "range"):
        return True
    return ((not is_dated(when) or when.kind == "recurrence") and OFFICE_HOURS.search(before) is not None) or _posted(
        scene, when
    )


# «다음 호는 6월 16일에 나옵니다»
WEEK_OF = re.compile(r"(?:이번\s주|주간|한\s주)[^\n]{0,22}\(\s?$")  # «이번 주 공모·행사 모음 (4월 4일~10일)»
ISSUE = re.compile(r"(?:다음|이번)\s호(?:는|은)\s$|발행일?\s?[:：]?\s?$|\d호\s?[(|·]?\s?$")


# «기자가 17일 미리 찾은 광장에서는 화덕을 시험하고 있었다»
REPORTER = re.compile(r"(?:기자|취재진|취재팀|본지)[가이는은]\s(?:지난\s)?$")
VISITED = re.compile(
    r"(?:에)?\s(?:(?:오전|오후|아침|저녁)(?:\s\d{1,2}시)?(?:께|쯤|에)?\s)?(?:[가-힣]{1,10}\s){0,3}?"
    r"(?:찾[은았]|찾아[간갔]|방문[한했]|둘러[본봤]|만[난났])"
)
HOLIDAY = re.compile(r"연휴|방학|명절")
IN_HOLIDAYS = re.compile(r"(?:연휴|방학)\s?\($")


def _nobody_comes(scene: Scene, sentence: Sentence, when: When, before: str, behind: str) -> bool:
    """Holidays, days off, days on which something was to close, and days on which a reporter came to look."""
    holiday = HOLIDAY.search(scene.text, *when.span) or (before.endswith("(") and IN_HOLIDAYS.search(before))
    visit = REPORTER.search(before) is not None and VISITED.match(behind) is not None
    return bool(holiday) or visit or CLOSED_BEFORE.match(behind) is not None or RESTS.match(behind) is not None


# «- 청년 인턴 참여기업 15곳 : 3월 28일까지»: whom a list seeks, and until when.
ROW_UNTIL = re.compile(
    r"\s?[^\w\s]\s?[^\n:：]{2,40}?(?:기업|팀|자|생|단|원|곳|명|단체|작품|회원|조합원)\s?(?:\d+\s?(?:명|곳|팀))?\s?[:：]\s?$"
)


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
        if when.granularity in ("day", "time") and _closing_section(scene, sentence) and not LASTS.search(behind):
            return "deadline"
        closes = not text[when.span[1] : sentence.end].strip(" .!~)")  # «신청은 사무국 031-…로 5월 23일까지.»
        if closes and when.granularity in ("day", "time") and OPEN_ONLY.search(text, sentence.start, when.span[0]):
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


# «[곧 마감]» above «· 컨설팅 29일 18시까지. …»
CLOSING_HEAD = re.compile(r"\W{0,3}(?:[가-힣]{1,4}\s)?(?:마감|모집|신청|접수)(?:\s[가-힣]{1,4})?\W{0,3}")
SECTION_LINES = 5
# «▶ 사단법인 온누리임팩트 “소셜벤처 첫걸음” 모집» above «4월 4일~22일. …»
CALL_HEAD = re.compile(r"\s?[▶◆■●□○▷☞★]\s?(?P<what>[^\n]{3,50}?(?:모집|공모|접수|신청))\s?$")


def headed_call(scene: Scene, sentence: Sentence, when: When) -> re.Match[str] | None:
    """The heading of an item that calls for something, where a time leads the item's only line."""
    above = next(iter(scene.lines_above(sentence.line.start, 1)), None)
    head = CALL_HEAD.fullmatch(scene.text, above.start, above.end) if above is not None else None
    first = next(iter(scene.times_in(sentence.line.start, sentence.line.end)), None)
    leads = first is not None and first.span == when.span
    short = head is not None and "\n\n" not in scene.text[head.end() : sentence.start]
    return head if leads and short else None


def _closing_section(scene: Scene, sentence: Sentence) -> bool:
    return any(
        line.end - line.start <= 14 and CLOSING_HEAD.fullmatch(scene.text, line.start, line.end)
        for line in scene.lines_above(sentence.line.start, SECTION_LINES)
    )


STAMPED_WITHIN = 4  # lines


def _posted(scene: Scene, when: When) -> bool:
    """«2207번 글 / 콩콩이 / 2018.11.08 09:17»: the very minute of publication, on one of the first lines."""
    head = scene.lines[:STAMPED_WITHIN]
    return when.start == scene.document.published_at and bool(head) and when.span[0] < head[-1].end


# «30일 마감하려던 모집을 … 연장», «모집은 이달 8일 시작했으나»
CLOSED_BEFORE = re.compile(
    r"^(?:까지|에)?\s?(?:마감하려던|마감하려 했던|마감 예정이던|마감할 예정이던|이던|였던|이었던)"
)
# «8월 5일은 마을 잔치가 있어 쉰다», «10월 11일은 대체공휴일이라 쉽니다»
RESTS = re.compile(r"^\)?(?:은|는|에는|엔)\s[^.\n]{0,24}?(?:쉰다|쉽니다|쉬어요|쉬고|휴무|휴강|휴관)")
BEGINS_CALL = re.compile(r"(?:모집|접수|신청|공모|예약|등록)(?:은|는|을|를)\s(?:지난\s|이달\s)?$")
BEGAN = re.compile(r"^(?:에|부터)?\s시작")


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
