"""Who is taken in, or what, where no word of a call says so: «조합원을 더 받는다», «이름을 이웃에게 묻는다»."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from pipelines.extract.events.calls.wanted import BACK, MEMBERS, is_name
from pipelines.extract.events.names.called import as_call, without_clause
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.korean.cued import Cued
from pipelines.korean.numerals import NATIVE
from store.records import SpanPair, When

Found = tuple[str, SpanPair] | None
"""The name of a call, and where the text says it."""

# «새내기 조합원을 받는다», «넷째 발전소 출자를 받습니다»
_TAKEN = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,3}[가-힣A-Za-z0-9·]{0,10}(?:조합원|회원|식구|출자|증자|출자금|참여자|"
    r"수강생|교육생|참가팀|입주자|신입생|원아|일꾼|원고|사연|사진|그림|영상|이야기|주문|물량|작품|이름))(?:을|를|도)\s"
    r"(?:[가-힣]{1,4}\s){0,2}?(?:받|모[으은읍아]|모[십셔신시]|늘리|채우)"
)
# «올해 첫 소액대출을 풉니다. 접수는 …»
_LENT = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,2}[가-힣]{0,6}(?:대출|융자|지원금|보조금|장학금))(?:을|를)\s"
    r"(?:[가-힣0-9]{1,6}\s){0,2}?(?:풉니|푼다|풀기|내놓|내놨|빌려|드립|드려|준다|연다)"
)
_ADVERB = re.compile(r"(?:에|게|서|고자|[고된던진한인]|이번)$")
# «출자금 오천 원 들고 20일까지 오세요», «가입서를 받는다»
_JOINS_BODY = Cued(
    r"가입\s?(?:서|원서|신청서|종이|신청)(?:를|을|만|\s)|출자금\s[^.\n]{1,14}들고|"
    r"들어오(?:실|고\s싶은)\s(?:분|이웃|가정|집|식구)|(?:조합원|회원)(?:이|으로)?\s(?:되실|되고\s싶은|되려는|들어오실)\s(?:분|이웃|가정|집|사람)"
)
_NAME_GIVEN = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,2}[가-힣A-Za-z0-9·]{1,12}\s이름)을\s(?:[가-힣]{1,8}\s){0,2}?"
    r"(?:묻|물어|지어|공모|짓)"
)
# «책방의 이름을 아직 정하지 않았다. 이름은 주민에게 묻기로 했다. 다음 달 14일까지 …», «논배미 이름 짓기도 한다»
_NAME_SOUGHT = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,5}이름)(?:(?:을|도|은|는)\s(?:[가-힣]{1,8}\s){0,3}?"
    r"(?:묻(?!히)|물어|지어\s?(?:주|보)|공모|찾(?:는다|습니다|아요|고)|기다(?:린다|립니다|려요))|\s?짓기(?:도|를)\s)"
)
_OF_WHAT = re.compile(
    r"(?P<what>[가-힣A-Za-z0-9·]{2,10})(?:의|에\s(?:어울리는|붙일|맞는|어울릴))\s(?:[가-힣]{1,6}\s)?이름"
)
_FOR_WHAT = re.compile(r"[가-힣]{1,8}에\s(?:어울리는|붙일|맞는|어울릴)\s[가-힣\s]{0,8}이름$")
# «장독 분양도 함께 받는다. 오는 15일까지 …», «4월 9일까지는 중고 커피잔도 기증받는다»
_OFFERED = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,3}(?P<how>분양|입양|기증|기부|투고|제보))(?:도|을|를)\s(?:[가-힣]{1,4}\s){0,2}?"
    r"받(?:는다|습니다|아요|고\s있|는데)"
)
_GIVEN = re.compile(
    r"(?:까지|에|은|는|도|,)*\s(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,3}[가-힣A-Za-z0-9·]{2,12})(?:도|을|를)\s(?:[가-힣]{1,4}\s)?"
    r"기증\s?받(?:는다|습니다|아요|고|는데)"
)
# «◇ 모읍니다 ◇» above «새솔기자 다섯 사람. 한 달에 글 하나 …»
_MARK = r"(?:[^가-힣\n]{0,5}(?:(?:하나|둘|셋|넷|다섯|여섯)[^가-힣\n]{1,4})?)"
_HEADED = re.compile(rf"{_MARK}(?:모[읍십셔]|찾|구[합해]|뽑|모집|사람을|함께\s?할)[가-힣 ]{{0,8}}\W{{0,3}}")
_HEADS_ITSELF = re.compile(
    rf"{_MARK}(?P<what>(?:[가-힣A-Za-z0-9·]{{1,12}}\s){{0,3}}[가-힣A-Za-z0-9·]{{2,12}}?)(?:을|를)?\s(?:모십니다|모셔요|찾습니다|찾아요|구합니다|구해요|뽑습니다|뽑아요|모집)\W{{0,4}}"
)
_COUNTED = re.compile(
    rf"(?P<what>(?:[가-힣A-Za-z0-9·]{{1,10}}\s)?[가-힣]{{2,10}})\s(?:\d{{1,3}}|{NATIVE})\s?(?:명|분|사람|팀|곳)[.,]"
)


def taken_in(scene: Scene, sentence: Sentence) -> Found:
    """As the sentence of a last day or those before it in the paragraph say."""
    number, first = scene.number_of(sentence), scene.paragraph(sentence.start)[0]
    since = max(first, scene.sentences[max(0, number - BACK + 1)].start)
    if (given := _NAME_GIVEN.search(scene.text, since, sentence.end)) is not None:
        return f"{without_clause(given['what'])} 공모", given.span("what")
    found = _whom(scene.text, sentence.start, sentence.end) or _whom(scene.text, since, sentence.end)
    if found is not None:
        return found
    if (lent := _LENT.search(scene.text, since, sentence.end)) is not None:
        return f"{_without_adverbs(without_clause(lent['what']))} 신청", lent.span("what")
    if (member := _JOINS_BODY.search(scene.text, sentence.start, sentence.end)) is not None:
        return "회원 모집" if member[0].startswith("회원") else "조합원 모집", member.span()
    return under_heading(scene, first)


def name_or_gift(scene: Scene, sentence: Sentence, when: When) -> Found:
    """A name that one may think up, or what is given and shared out, where a last day is of that alone."""
    number, first = scene.number_of(sentence), scene.paragraph(sentence.start)[0]
    if (given := _GIVEN.match(scene.text, when.span[1], sentence.end)) is not None:
        return f"{without_clause(given['what'])} 기증", given.span("what")
    for one in reversed(scene.sentences[max(0, number - BACK + 1) : number + 1]):
        if one.start < first:
            break
        offered = _OFFERED.search(scene.text, one.start, min(one.end, when.span[0]))
        named = _NAME_SOUGHT.search(scene.text, one.start, one.end) if offered is None else None
        found = offered or named
        if found is None or any(
            found.start() < t.span[0] < when.span[0] for t in scene.times_in(one.start, when.span[0])
        ):
            continue
        if offered is not None:
            words = without_clause(offered["what"])
            return (f"{words} 신청" if offered["how"] in ("분양", "입양") else words), offered.span("what")
        return f"{_name_of(scene, first, found)} 공모", found.span("what")
    return None


def _name_of(scene: Scene, first: int, found: re.Match[str]) -> str:
    """«이 주방에 어울리는 이름», «책방의 이름 … 이름은»: of what the name is."""
    words = _without_adverbs(without_clause(found["what"]))
    if words != "이름" and not _FOR_WHAT.search(found["what"]):
        return words
    told = _OF_WHAT.search(scene.text, first, found.end("what"))
    return f"{told['what']} 이름" if told is not None else words


def joins_body(scene: Scene, sentence: Sentence, when: When) -> bool:
    """«출자금 오천 원 들고 20일까지 사무실로 오세요»: one joins the body, no event."""
    return _JOINS_BODY.search(scene.text, sentence.start, when.span[0]) is not None


def _whom(text: str, start: int, end: int) -> Found:
    found = _TAKEN.search(text, start, end)
    words = _without_adverbs(without_clause(found["what"])) if found is not None else ""
    tells = is_name(words) or MEMBERS.fullmatch(words) is not None
    return (as_call(words), found.span("what")) if found is not None and tells else None


def under_heading(scene: Scene, first: int) -> Found:
    """«❺ 사람을 찾습니다» above «매장 활동가 두 분. 서류는 …», with a blank line between or none."""
    at = bisect_left(scene.lines, first, key=attrgetter("start"))
    lines = scene.lines[at : at + 2]
    above = scene.lines_above(first, 1)
    if len(lines) > 1 and _HEADED.fullmatch(scene.text, lines[0].start, lines[0].end):
        above, first = (lines[0],), lines[1].start
    counted = _COUNTED.match(scene.text, first)
    headed = counted is not None and above and _HEADED.fullmatch(scene.text, above[0].start, above[0].end)
    if counted is not None and headed:
        return as_call(counted["what"]), counted.span("what")
    return _heading_itself(scene, first, lines[0].start if lines else first)


def _heading_itself(scene: Scene, first: int, start: int) -> Found:
    """«매장 활동가 모십니다», a line of its own over «오전반 한 분 … 자기소개서는 21일까지»."""
    line = scene.line_at(start)
    if line is None or first != start:
        return None
    match = _HEADS_ITSELF.fullmatch(scene.text, line.start, line.end)
    words = without_clause(match["what"]) if match is not None else ""
    return (as_call(words), match.span("what")) if match is not None and is_name(words) else None


def _without_adverbs(words: str) -> str:
    kept: list[str] = []
    for word in reversed(words.split()):
        if kept and _ADVERB.search(word):
            break
        kept.insert(0, word)
    return " ".join(kept)
