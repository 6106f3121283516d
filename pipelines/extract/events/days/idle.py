"""Times that have nothing to do with an event: of the report, the page, the office, the sky, somebody's words."""

from __future__ import annotations

import re

from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, is_dated, names_day
from pipelines.korean.cued import Cued
from store.records import When

REPORTED = re.compile(
    r"^(?:자로|자|에)?\s?(?:[가-힣]{1,6}[을를로에]\s)?(?:밝혔|전했|전한|알렸|말했|설명했|"
    r"(?:늦게\s)?알려\s?왔|발표했|소개했|강조했|당부했|덧붙였|공고했|보도했|밝힌|공표|통보|내놨|내놓|귀띔|펴냈)"
)


ACCORDING = re.compile(r"^\s(?!열|개최|진행)[^.,\n]{1,24}?(?:에 따르면|에 의하면)[\s,]")


AS_OF = re.compile(r"^(?:\s?말)?\s?(?:기준|현재)")


SPEECH = Cued(r"“[^”\n]{12,}”|\"[^\"\n]{12,}\"")


# «배포일시: 2022. 10. 11.», «영업은 월~금 10~18시»: of the page or the shop, not of an event.
STAMPED = re.compile(
    r"(?:(?:배포|보도|등록|작성|입력|게시|제공|시행|공고)\s?(?:일시|일자|일|시점)\s?[:：]\s?|(?:영업|진료|상담|"
    r"근무)(?:시간)?(?:은|는|:)\s?)$"
)


# «전화 051-000-8843 (평일 10~17시)»: when the office answers.
OFFICE_HOURS = re.compile(r"\d{2,4}[-.)]\s?\d{3,4}[-.]\d{4}\s?[,/(（]?\s?(?:평일|상담|통화|월[~-]금)?\s?$")


HABIT = re.compile(r"(?:에|마다)?\s?(?:열던|열어 온|열어온|해 온|하던|열리던|개최하던|치르던)\s")


# «30일 누리집에 최종 명단을 올린다»: what is made known on a day is nothing to attend.
MADE_KNOWN = re.compile(
    r"^(?:에|까지)?\s(?:[^.,\n]{1,20}\s)?(?:최종\s)?(?:명단|결과|합격자|선정자|선정\s?기업|선정\s?팀|수상자|당선작|수상작|심사\s?결과)"
    r"(?:을|를|이|가|은|는)?\s[^.,\n]{0,12}?(?:발표|공개|공지|올[리릴린]|알[리릴린]|통보|개별)"
)


NEXT_DAY = re.compile(r"이튿날|다음\s?날|이틀|사흘|당일")
# «이사회 의결(2026. 2. 24.)에 따라»
MINUTED = re.compile(r"(?:의결|결의|승인|고시|공고|시행|개정|제정|통보|결정|인증|지정)\s?\($")


# «선정 결과는 이튿날 문자로 알린다»
RESULT_TOPIC = re.compile(r"(?:결과|명단|합격자|당선작|수상자|선정\s?기업|선정\s?팀)(?:은|는)\s(?:[가-힣]{1,4}\s)?$")


TOLD_BY = re.compile(r"[^.\n]{0,24}?(?:알[리린릴]|발표|통보|공개|공지|올[리린릴])")


# «주말 내내 비가 이어진다는 예보», «13일 강풍이 예보돼»: what the sky does on a day.
WEATHER = re.compile(
    r"^(?:에|에도|부터|까지)?\s(?:[가-힣]{1,5}\s){0,2}?(?:많은\s|큰\s)?(?:비|눈|태풍|장마|강풍|폭우|폭설|한파|호우|소나기|장맛비|가을비|봄비)"
    r"(?:가|이|도)?\s(?:이어|내리|내릴|오|올|온다|예보|소식|그치|지나)"
)


WEEKDAY = re.compile(r"[월화수목금토일]요일")


# «문의 051-000-8843 (점심시간 12~13시 제외)»: when nobody answers.
LUNCH = re.compile(r"점심\s?(?:시간|때)(?:인|은|:)?\s?\(?$")


IS_CALLED = re.compile(r"(?:입니다|이에요|이다|이고|이며)")


# «오늘 아침까지 13명 신청하셨습니다»: how many so far, no last day
SO_FAR = re.compile(r"\s?\d{1,4}\s?(?:명|팀|곳|분)(?:이|께서)?\s?(?:신청|접수|등록|참가)(?:했|하셨|해\s?주셨|하였)")


# «9월 15일이 아니라 9월 25일입니다», «3강은 28일이 목요일입니다»: what was written wrong, what a day is called
CORRECTS = re.compile(
    r"(?:이|가)?\s아니(?:라|고|에요|예요|며|다)|(?:이|은|는)\s[월화수목금토일]요일(?:입니다|이다|이에요|이고)"
)


# «8월 18일에 올린 안내문»
PUT_UP = re.compile(
    r"\s?(?:에|자로|자)?\s(?:(?:보도자료|문자|밴드|누리집|메일)(?:로|에)\s)?(?:올린|올라온|올리겠|올릴|게시한|게시된|공지한|안내한|안내드린|보낸|보내\s?드린|알려\s?드린|알린|띄운|쓴|적은|배포한)(?:\s|습)"
)


# «어제 연락이 왔네요»
CAME_TO_US = re.compile(
    r"\s(?:[가-힣]{1,6}\s)?(?:연락|전화|문자|메일|소식|통보|공문|안내)(?:이|가|을|를)?\s(?:왔|와서|받았|받고|드렸|나왔)"
)


# «14일(금) 조간부터 보도해 주시기 바랍니다»
EMBARGO = re.compile(r"\s?(?:조간|석간|방송|온라인)?(?:부터|이후)?\s?보도(?:해|하여)?\s?(?:주|바)")
# «면접은 5일 보고 10일 출근한다»
STARTS_WORK = re.compile(r"(?:에|부터)?\s(?:첫\s)?(?:출근|근무를\s시작|일을\s시작|발령)")
# «한가위를 앞두고», «사회적기업의 날(7월 1일)을 맞아»
AHEAD_OF = re.compile(r"\)?(?:을|를)\s(?:앞두고|앞둔|맞아|맞이해|맞이하여|기념해|기념하여)")
# «28일에 하려던 설명회는 오늘 아침 접기로 하였습니다»
GIVEN_UP = re.compile(
    r"(?:에|,)?\s(?:모두\s|긴급히\s)?(?:접|취소하|미루|늦추|연기하|열지\s않|하지\s않)기로\s(?:했|하였|한|합|결정)"
)
OF_THE_REPORT = re.compile(
    "|".join(
        p.pattern
        for p in (
            EMBARGO,
            AHEAD_OF,
            STARTS_WORK,
            CAME_TO_US,
            REPORTED,
            ACCORDING,
            AS_OF,
            HABIT,
            MADE_KNOWN,
            WEATHER,
            PUT_UP,
            CORRECTS,
            GIVEN_UP,
            SO_FAR,
        )
    )
)
"""One look behind a day for all that makes it none of an event."""


# «매주 월요일을 빼고 오전 10시부터 오후 6시까지 운영한다»: the hours of a house and its day off.
EXCEPT = re.compile(r"(?:을|를|은|는|에|에는)?\s?(?:빼고|뺀|제외|휴무|휴관|쉬고|쉬며|쉰다|쉽니다|쉬어요)")


# «주말 체험», «평일 상담»: what kind of event, no day of it.
WEEKEND = re.compile(r"(?:주말|평일)")


KIND_OF = re.compile(r"\s(?!오전|오후|낮|저녁|이틀|동안|내내|양일|모두|[0-9(])[가-힣]{2}")


# «이사회는 12일 회의에서 총회를 7월 11일에 하기로 했다»: the day on which another day was settled.
SETTLED_AT = re.compile(
    r"(?:에|,)?\s(?:[가-힣]{1,8}\s){0,2}(?:회의|이사회|위원회|총회|간담회)(?:에서|를\s열어|를\s열고)\s[^.\n]{4,70}기로\s(?:뜻을|결정|정했|정하|의결|합의|했|하였)"
)


# «둘째 날은 공동구매 셈법, 마지막 날은 모의 총회를 해 봅니다»: what a course does in its sittings.
RUN_DAY = re.compile(r"(?:첫|첫째|둘째|셋째|넷째|마지막|끝)\s?날")


def _of_course(scene: Scene, when: When) -> bool:
    day = day_of(when.start)
    if day is None or has_clock(when.start) or RUN_DAY.match(scene.text, *when.span) is None:
        return False
    courses = (t for t in scene.times_in(0, when.span[0]) if t.kind == "recurrence" and "DAILY" not in (t.rrule or ""))
    return any(
        first <= day <= last for t in courses if (first := day_of(t.start)) is not None and (last := day_of(t.end))
    )


def _settles(scene: Scene, sentence: Sentence, when: When) -> bool:
    others = [t for t in sentence.times if t.span[0] > when.span[1] and names_day(t) and is_dated(t)]
    return bool(others) and SETTLED_AT.match(scene.text, when.span[1], sentence.end) is not None


def is_idle(scene: Scene, sentence: Sentence, when: When, before: str, behind: str) -> bool:
    """Of the report, the page, the office or somebody's words, not of an event."""
    text = scene.text
    weekday = WEEKDAY.fullmatch(text, *when.span) and IS_CALLED.match(behind) and before.endswith(("이 ", "은 ", "는 "))
    reported = OF_THE_REPORT.match(behind) is not None
    if when.kind == "none" or reported or weekday or text.endswith(("기준", "현재"), *when.span):
        return True
    if _settles(scene, sentence, when) or _of_course(scene, when):
        return True
    if WEEKEND.fullmatch(text, *when.span) and KIND_OF.match(behind):
        return True
    if any(m.start() < when.span[0] < m.end() for m in SPEECH.finditer(text, sentence.start, sentence.end)):
        return True
    if LUNCH.search(before) is not None and EXCEPT.match(behind.lstrip(" )")) is not None:
        return True
    if before.endswith(("면 ", "면, ")) and NEXT_DAY.match(text, *when.span):
        return True  # «맡기면 이튿날 가져다준다»
    if CHAT.search(before) and behind.startswith("]"):
        return True
    if RESULT_TOPIC.search(before) and TOLD_BY.match(behind):
        return True
    if MINUTED.search(before) and behind.startswith(")"):
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


ISSUE = re.compile(r"(?:다음|이번)\s호(?:는|은)\s$|발행일?\s?[:：]?\s?$|\d호\s?[^\w\s]?\s?$")


# «기자가 17일 미리 찾은 광장에서는 화덕을 시험하고 있었다»
REPORTER = re.compile(r"(?:기자|취재진|취재팀|본지)[가이는은]\s(?:지난\s)?$")


VISITED = re.compile(
    r"(?:에)?\s(?:(?:오전|오후|아침|저녁)(?:\s\d{1,2}시)?(?:께|쯤|에)?\s)?(?:[가-힣]{1,10}\s){0,3}?"
    r"(?:찾[은았]|찾아[간갔]|방문[한했]|둘러[본봤]|만[난났])"
)


HOLIDAY = Cued(r"연휴|방학|명절")


IN_HOLIDAYS = re.compile(r"(?:연휴|방학)\s?\($")


def nobody_comes(scene: Scene, sentence: Sentence, when: When, before: str, behind: str) -> bool:
    """Holidays, days off, days on which something was to close, and days on which a reporter came to look."""
    holiday = HOLIDAY.search(scene.text, *when.span) or (before.endswith("(") and IN_HOLIDAYS.search(before))
    visit = REPORTER.search(before) is not None and VISITED.match(behind) is not None
    closed = any(rule.match(behind) is not None for rule in (CLOSED_BEFORE, RESTS, SHUT, NOTHING_ON))
    return bool(holiday) or visit or closed


# «3(수) | - | 비움의 날(행사 없음)», «30(토) 해당 없음» of a week's plan
NOTHING_ON = re.compile(r"[^\n가-힣]{0,14}(?:[가-힣 ]{1,10}\()?(?:해당|행사|일정|모임)\s?없음")


STAMPED_WITHIN = 4  # lines


def _posted(scene: Scene, when: When) -> bool:
    """«2207번 글 / 콩콩이 / 2018.11.08 09:17»: the very minute of publication, on one of the first lines."""
    head = scene.lines[:STAMPED_WITHIN]
    return when.start == scene.document.published_at and bool(head) and when.span[0] < head[-1].end


# «30일 마감하려던 모집을 … 연장», «모집은 이달 8일 시작했으나»
CLOSED_BEFORE = re.compile(
    r"^(?:까지|에)?\s?(?:마감하려던|마감하려 했던|마감 예정이던|마감할 예정이던|이던|였던|이었던)"
)


# «8월 5일은 마을 잔치가 있어 쉰다», «10월 11일은 대체공휴일이라 쉽니다», «3일은 개천절이라 건너뜁니다»
RESTS = re.compile(
    r"^\)?(?:은|는|에는|엔)\s[^.\n]{0,24}?(?:쉰다|쉽니다|쉬어요|쉬고|쉬며|쉴게요|휴무|휴강|휴관|건너뛰|건너뜁|건너뛴)"
)


# «9월 22일부터 26일까지는 잔치 준비로 가게를 닫아요», «12월 26일부터 … 빌려드리지 않습니다», «1(목) 삼일절 매장 쉽니다»
SHUT = re.compile(
    r"\)?(?:은|는|에는|엔|에)?\s(?:[^.,\n]{1,24}\s)?(?:(?:가게|매장|사무실|사무국|의원|진료실|작업장)(?:은|는|이|가|을|를|도)?\s"
    r"(?:모두\s)?(?:닫습|닫아|닫는다|쉽니|쉬어|쉰다|쉼)|(?:빌려|받아|팔지|보내)\s?(?:드리지\s)?않)"
)
# «[하루] [오전 9:15] 28일 공연은 …»: when a line of a chat was written
CHAT = re.compile(r"(?:^|\n)\s?\[[^\[\]\n]{1,14}\]\s?\[$")
