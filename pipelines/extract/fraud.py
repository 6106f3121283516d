"""Rule R9 of the guideline: a false co-operative, or someone posing as a lender of ours, is none of our news.

A real body whose officer took its money is: so taking money and standing before a court are not enough. Either the
text calls it a fraud, or it says that the name was only worn.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from pipelines.korean.cued import Cued

_BODY = r"(?:협동조합|조합|생협|사회적\s?기업|마을기업|자활기업|사회적\s?경제|사회적\s?금융)"
# «사기» is also morale, a private firm, china and what one resolves to buy: «직원 사기를 높인다», «사기업», «사기그릇»,
# «배 한 척 사기로 했다», «콩을 미리 사기로 약정했다», «상자 모아 사기», «먼저 사기 협약», and the beginning of places
# («사기막골»).
CALLED = Cued(
    r"(?:(?<![가-힣])(?<![아어여와워서려러고저을를]\s)|(?<=투자|보험|대출|전세|분양|취업|금융|문자|전화|노인))사기"
    r"(?!막|점골|로\s?(?:했|하[고기였]|결의?|뜻|의결|약[속정조]|계약|합의|정했|마음)|로$|업|그릇|장|\s?진작|\s?충천|\s?저하|"
    r"[를가도]?\s?(?:높|북돋|올|떨어|꺾|오르|되살|살))"
    r"|유사수신|사칭|피싱|먹튀|다단계|폰지|편취",
)
WORN = Cued(
    rf"(?:가짜|유령|허위|위장|이름만|말로만)\s?[‘'“\"]?{_BODY}(?!원)"
    rf"|{_BODY}(?:형\s?[가-힣]{{1,8}})?[’'”\"]?(?:\s?(?:이름|명의|간판|탈))?(?:을|를|으로|로|이라고|이라며)?\s?"
    r"(?:내세(?:워|운|우)|앞세(?:워|운|우)|내걸(?:고|어)|빙자|가장[한해하]|사칭|위장[한해하])"
    rf"|{_BODY}[^.\n]{{0,12}}[’'”\"](?:이?라?[며고])?\s?속(?:여|인|이)",
    cues="가짜|유령|허위|위장|이름만|말로만|내세|앞세|내걸|빙자|가장[한해하]|사칭|속[여인이]",
)
TAKEN = re.compile(r"가로(?:채|챈|챘)|챙(?:긴|겨|겼)|속(?:여|인|았|아 )|떼먹|뜯어내|빼돌|잠적|피해자|원금 보장|고수익")
TRIED = re.compile(r"경찰|검찰|지검|법원|검거|붙잡|구속|입건|송치|기소|징역|실형|피의자|혐의|고소|고발")
WARNING = re.compile(r"(?:조심|주의)(?:하세요|하십시오|합시다|해\s?주세요|보|요망|\s?당부|!|$)")
# «[주의] 협동조합 출자 권유 …», «‘협동조합’ 간판 단 투자 권유, 조심하세요»: who warns of one teaches of it too
WARNED_OF = re.compile(
    rf"^\s?[\[(【<](?:긴급\s?)?(?:주의|경고)[^가-힣].*{_BODY}"
    rf"|{_BODY}.*(?:조심|주의)(?:하세요|하십시오|\s?안내|\s?당부|!|$)"
)
CAUGHT = re.compile(
    r"일당|검거|구속|붙잡|입건|기소|징역|적발"
)  # «보이스피싱 일당 11명 검거», whoever teaches to beware of it
# What those who pose as a lender ask of their victims; two of them in one text, and nobody need call it a fraud.
LURES = (
    "선입금", "먼저 입금", "보증금으로 넣", "보증금을 먼저", "앱을 깔", "앱 설치를 요구", "앱을 설치하라", "원격 제어",
    "주민등록증 사진", "신분증 사진", "신분증을 찍", "비밀번호를 알려", "링크를 누르", "이런 문자", "문자가 왔",
    "문자 왔는데", "대출 문자", "진짜인가요", "진짜 맞나요",
    "인증번호를", "통장 사진", "통장 찍은", "이름만 갖다", "부치지 마세요", "입금하지 마세요", "대환대출을",
    "돈을 부치셨", "돈을 부쳤", "원금 보장", "원금보장", "수익을 보장", "어디에도 없",
)  # fmt: skip
# How neighbours tell each other of one, who hardly ever call it a fraud: what was asked for, what was found out, who is
# gone. Each row counts once, and two of them tell.
TOLD = tuple(
    Cued(row)
    for row in (
        r"(?:계좌|통장)(?:번호)?를? ?(?:하나 )?(?:불러|찍어|보내 ?주)"
        r"|먼저 (?:쓰던 |있던 |기존 )?(?:대출|빚|돈)[을를]? ?(?:갚|보내|부치|내야)",
        r"그런 (?:팀|곳|데|기관|부서|사람|회사|조합|센터|단체|사업|직원)(?:[은는이가]|도)? ?없(?:답|대|다|었|습|어|는)",
        r"속을 뻔|속았|당할 뻔|당했(?:어|네|습|다고)|넘어갈 뻔|홀랑|눈 뜨고 코",
        r"(?:절대|제발) ?(?:로 )?(?:[가-힣]{1,6} )?(?:가|받|누르|보내|부치|입금하|믿|속|돈 주|내)지 ?(?:마|말|맙)",
        r"피해자 ?(?:단톡|모임|카페|대책|연락|분들|끼리|가 더)|같이 고소|함께 고소|고소하실|고소장|단체 고소",
        r"껍데기|페이퍼|유령 ?(?:법인|회사|조합)|이름뿐인|실체가 없",
        r"가짜(?:였|더라|래|라네|랍|라고 하|예요|이에요|입니다|겠)|위조|도용",
        r"(?:전화|핸드폰|휴대폰|연락)[은는이가도]?[^.\n]{0,24}"
        r"(?:꺼져|끊[겼기어]|두절|안 받|받지 않|없는 번호)|잠적|도망",
        r"(?:앱|어플|원격)[을를]? ?(?:하나 )?(?:깔|설치|받으라)|보이스 ?피싱|스미싱|(?<!\d)(?:118|1332)(?:번|에 ?신고)",
        r"(?:매달|다달이|달마다|매월) ?(?:[\d가-힣,.]{1,8}(?: ?만| ?천)* ?(?:원|%|퍼센트)(?:을|를|씩|의)? ?)?"
        r"(?:배당|이자|수익|연금)"
        r"|평생 ?(?:공짜|무료|연금)|두 배로 (?:돌려|불려)",
        r"(?:인가|신고|등록|인증)(?:를|을|가|이)? ?(?:된|받은|난|한) ?(?:적|데|곳|일)[이가은는도]? ?없",
        r"(?:환불|돈|출자금|계약금|가입비)[을를은도]? ?(?:못 ?받|안 ?(?:해|돌려|줘|주)|돌려받지 못|떼[이였먹]|날[렸려])"
        r"|환불 받으신",
    )
)
CARE = ("예방", "피해 상담", "상담소", "근절 교육", "피해자 지원")
OPENING = 100  # characters: «…라고 속여 거액을 가로챈 일당이 경찰에 붙잡혔다», whatever the police teach below
VICTIMS = re.compile(
    r"피해(?:자|주민|세입자|임차인|가구)[^.\n]{0,24}(?:협동조합|조합)[^.\n]{0,16}(?:세우|세워|세운|설립|만들|만든|꾸[리려]|출범|창립|결성)"
)
"""«전세사기 피해자들, 협동조합 세워 …»: who was cheated founds a real one."""


@lru_cache(maxsize=1)
def _matcher() -> tuple[Any, tuple[str, ...]]:
    import ahocorasick_rs

    words = tuple({*LURES}.union(*(rule.words or () for rule in (CALLED, WORN, *TOLD))))
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.Standard), words


def _words_in(text: str) -> set[str]:
    """The words of these rules that stand in a text. It is put together from lines and asked about here alone, so
    `cued` would look in it for the words of all other rules in vain."""
    matcher, words = _matcher()
    return {words[index] for index, _, _ in matcher.find_matches_as_indexes(text, overlapping=True)}


def _may_fit(rule: Cued, words: set[str]) -> bool:
    return rule.words is None or not rule.words.isdisjoint(words)


def fraud(title: str, own: str) -> str | None:
    """The reason why this is R9 («R9:편취@title»), or None. `own`: the lines of the text that are the article's."""
    called = CALLED.search(title)
    warned = WARNED_OF.search(title)
    if warned and (found := CALLED.search(own) or TAKEN.search(own)):
        return f"R9:{found[0]}"
    cared = any(word in title or word in own for word in CARE) or VICTIMS.search(f"{title} {own}") is not None
    if called and (not cared or WARNING.search(title) or CAUGHT.search(title)):
        return f"R9:{called[0]}@title"
    both = f"{title}\n{own}"
    worn = WORN.search(title)
    if worn and (TAKEN.search(both) or TRIED.search(both)):
        return f"R9:{worn[0]}@title"
    if cared and not CAUGHT.search(title) and not CAUGHT.search(own, 0, OPENING):
        return None
    words = _words_in(both)
    worn = WORN.pattern.search(both) if _may_fit(WORN, words) else None
    if worn and (TAKEN.search(both) or TRIED.search(both)):
        return f"R9:{worn[0]}"
    called_so = CALLED.pattern.finditer(both, len(title) + 1) if _may_fit(CALLED, words) else ()
    told = {found[0] for found in called_so} | words.intersection(LURES)
    if len(told) < 2:
        told |= {found[0] for row in TOLD if _may_fit(row, words) and (found := row.pattern.search(both))}
        told |= {found[0]} if told and (found := WARNING.search(title)) else set()
    return f"R9:{min(told, key=both.find)}" if len(told) >= 2 else None
