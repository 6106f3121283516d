"""Who holds a role or did what a label says: «관리사무소장 차은결», «이끈 이: …», «진행 …», «(담당 사서 …)».

Minutes, newsletters and notices name people behind what they are or did, several in a row. The words before them are
lists (data/held_roles.txt, data/person_labels.txt); what follows is believed by how surely nothing else stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipelines.korean.alternatives import together
from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.cued import Cued
from pipelines.korean.names import is_region, is_region_stem
from pipelines.korean.person_words import (
    NAME,
    NOT_NIM,
    ROLE_WORDS,
    TITLES,
    is_given,
    is_name,
    is_nobody,
    is_rarer_name,
    made_of_nicknames,
    nick_or_name,
    taken_for_names,
)
from pipelines.korean.wordlist import read_words

Hit = tuple[int, int, str, str]  # start, end, type, rule

ROLES = together("|".join(read_words("held_roles")))
_LABELS = together("|".join(sorted(read_words("person_labels"), key=len, reverse=True)))
_TASKS = together("|".join(sorted(read_words("person_tasks"), key=len, reverse=True)))
_DID = (
    r"(?:이끈|적은|쓴|찍은|그린|만든|엮은|옮긴|받는|받을|보내는|맡은|들려준|묻는|답하는|답한|"
    r"모인|진행한|기록한|정리한|도운|도와준|나온|애쓴|알린|전한|이끄는|맡는|모이는)[ ]?(?:이|분|사람)들?"
)
_WHO = r"[가-힣A-Za-z0-9]{2,7}"
_IS = r"(?:입니다|이에요|예요|이예요|이랍니다|랍니다|이고요|이며|이라고)"


def _is_nobody(word: str) -> bool:
    """As `is_nobody`, but for names in 은 («조정은»): behind a label or a role no particle stands."""
    given = len(word) == 3 and word[-1] == "은" and is_name(word, sure=True) and is_given(word[1])
    return is_nobody(word) and not given


def kind_of(word: str, *, formal: bool) -> str | None:
    """The type of a word where a person stands, or None. `formal`: three syllables with a surname are a name there,
    whatever the syllables; elsewhere such a word is what neighbours call someone."""
    if word in taken_for_names():
        return "nickname"
    if is_region(word) or is_region_stem(word) or _is_nobody(word) or (kind := nick_or_name(word, "")) is None:
        return None
    named = is_rarer_name(word) or is_name(word, sure=formal)
    named = named and (not formal or any(is_given(syllable) for syllable in word[1:]))
    if len(word) > 2 and named and not is_common(word):
        return "person_name"
    if made_of_nicknames(word):
        return None if is_common_word(word) else "nickname"
    return None if is_common(word) or NOT_NIM.search(word) else kind[0]


# --- a role and who holds it -----------------------------------------------------------------

_HELD = Cued(  # «총무 모과나무입니다», «… 관리사무소장 차은결», «활동가 … 드림», «간호사 …이 가르쳐»
    rf"(?m)(?:{ROLES})(?:[ ]?[:：|])?[ ](?P<who>{_WHO}?)(?:님|씨)?"
    rf"(?=(?P<signs>[ ]{{1,3}}(?:드림|올림|배상|씀)(?![가-힣]))|(?P<is>{_IS}(?![가-힣]))|(?P<to>(?:에게|한테|께)[ ])|"
    r"(?P<acts>(?:이|가|께서)[ ](?!드림|올림|배상|씀))|(?P<told>[은는을를와과도의][ ])|"
    r"(?P<end>[^\S\n]{0,4}(?:$|[.~^!♡♥]{1,3}$|\(직인))|(?P<part>[ ]?[)\]/·,|(]))"
)


def _held(text: str) -> Iterator[Hit]:
    for m in _HELD.finditer(text):
        word = m["who"]
        kind = kind_of(word, formal=not (m["is"] or m["signs"] or m["acts"]))
        known = word in taken_for_names() or made_of_nicknames(word)
        alone = bool(m["signs"] or m["is"]) or (m["end"] is not None and _is_short(text, m))
        if m["told"]:  # «반장 옥진아는 쉬었다»: most words behind a role with such a particle are no one
            kind = kind if kind == "person_name" and is_name(word, sure=False) else None
        if kind == "person_name" or (kind is not None and (known or alone) and not _is_plain(word)):
            assert kind is not None
            yield m.start("who"), m.end("who"), kind, "holder:role"


def _is_plain(word: str) -> bool:
    return is_frequent(word) and word not in taken_for_names()


def _is_short(text: str, held: re.Match[str]) -> bool:
    """A line that holds no more than who signs, at the foot of the post: «새길조합 살림지기 물푸레»."""
    start = text.rfind("\n", 0, held.start()) + 1
    return held.end() - start < _LONGEST_SIGNATURE and text.count("\n", held.end()) < _LAST_LINES


_LONGEST_SIGNATURE, _LAST_LINES = 32, 3

_DOES = r"[이가][ ](?:맡|합니다|해요|봐|봅|했)"
_TOLD = Cued(  # «받는 이는 …입니다», «이번 달 당번은 …»
    rf"(?:{_DID}|{ROLES}|차례|사회|진행|기록)(?:은|는)[ ](?:[가-힣]{{0,6}}(?:{ROLES})[ ])?(?P<who>{_WHO}?)(?:님|씨)?"
    rf"(?={_IS}(?![가-힣])|{_DOES}|[ ](?:{TITLES}){_IS})",
    cues=rf"[은는][ ](?:[가-힣]{{0,12}}[ ])?[가-힣A-Za-z0-9]{{2,9}}(?:(?:[ ](?:{TITLES}))?{_IS}|{_DOES})",
)


def _told(text: str) -> Iterator[Hit]:
    for m in _TOLD.finditer(text):
        if (kind := kind_of(m["who"], formal=True)) is not None and not _is_plain(m["who"]):
            yield m.start("who"), m.end("who"), kind, "holder:told"


# --- a label and whom it names ----------------------------------------------------------------

_SIGN = r"[ ]{0,3}[:：|｜=→▷>》\]】〉][ ]{0,3}|[ ]{1,3}[-–—―─~/][ ]|[—―─][ ]?"
_BEGINS = (  # the first character is told, so that `re` skips to it
    r"[\n/|·,(\[<【〈.!?~\])](?:(?<=\n)[^\w\n]{0,6}|(?<=[/|·,(\[<【〈])[ ]?|(?<=[.!?~\])])[ ])"
)
_SAID = r"(?P<said>[^\n|/:：]{2,120})"
_LABELLED = re.compile(
    rf"{_BEGINS}(?=[가-힣])(?:(?P<did>(?:[가-힣]{{1,3}}[ ])?{_DID})|"
    rf"(?P<task>(?:[가-힣]{{1,6}}[ ])??(?:{_TASKS})(?:[ ]?(?:명단|인원))?(?={_SIGN}|[ ]{NAME}[ ]?(?:[,·()]|\n|\Z)))|"
    rf"(?:[가-힣]{{1,6}}[ ])??(?:{_LABELS})(?:[ ]?[·,&][ ]?(?:{_LABELS}))?)"
    rf"(?P<sign>{_SIGN}|[ ]{{1,2}}){_SAID}"
)
_CAME = re.compile(rf"(?:이|분|사람|식구|벗)들?(?:{_SIGN}){_SAID}")
_WHO_CAME = re.compile(rf"{_BEGINS}(?:[가-힣]{{1,4}}[ ]){{0,2}}(?P<last>[가-힣]{{1,4}})[ ]?\Z")


def _labelled(text: str) -> Iterator[Hit]:
    at, lines = 0, f"\n{text}"
    while (m := _LABELLED.search(lines, at)) is not None:
        sure = m["did"] is not None or bool(m["sign"].strip())
        hits = list(_people_at(m.start("said") - 1, m["said"], sure=sure))
        for hit in hits:
            if m["task"] is None or _is_sure(text[hit[0] : hit[1]], guest="참" in m["task"]):
                yield hit
        at = hits[-1][1] + 1 if hits else m.start("sign")


def _came(text: str) -> Iterator[Hit]:
    """«온 이들 — …», «함께 걸은 사람: …», «못 온 식구 …»: who has done it, whatever it was."""
    for m in _CAME.finditer(text):
        since = max(0, m.start() - _LONGEST_HEAD)
        head = _WHO_CAME.search(text[since : m.start()] if since else f"\n{text[: m.start()]}")
        if head is None or (ord(head["last"][-1]) - ord("가")) % 28 != _N:  # «온», «모인», «빠진»
            continue
        for hit in _people_at(m.start("said"), m["said"], sure=True):
            if _is_sure(text[hit[0] : hit[1]], guest=True):
                yield hit


_LONGEST_HEAD = 20
_N = 4
"""The final ㄴ among the finals of a syllable."""


def _is_sure(word: str, *, guest: bool) -> bool:
    """Where a field of a notice may stand as well: a name, or among guests what none but a neighbour is called."""
    if guest and (word in taken_for_names() or made_of_nicknames(word)):
        return True
    return (is_name(word, sure=False) or is_rarer_name(word)) and not is_common(word)


_ROLE_BEFORE = re.compile(rf"[가-힣]{{0,8}}(?:{ROLES})[ ](?={_WHO})")
_ONE = re.compile(
    rf"(?P<who>{_WHO}?)(?:[ ]?(?:{TITLES})(?![가-힣])|님|씨)?"
    rf"(?=[ ]?(?:[,·ㆍ、()\]\[<【〈]|$|[ ](?:외|등)[ ])|[ ]{NAME}(?:[ ,]|$))"
)
_NEXT_LABEL = re.compile(rf",[ ](?:{_LABELS}|{_TASKS})[ :：]")  # «사회 …, 반주 …»
_BETWEEN = re.compile(r"[ ]?(?:,[ ]?그리고[ ]|[,·ㆍ、])[ ]?")


def _people_at(at: int, said: str, *, sure: bool) -> Iterator[Hit]:
    """Those whom a label names, as long as each is someone. Without a sign behind the label nothing else may follow."""
    place, last, found = 0, 0, []
    while place < len(said):
        role = _ROLE_BEFORE.match(said, place)
        one = _ONE.match(said, role.end() if role is not None else place)
        kind = kind_of(one["who"], formal=sure) if one is not None else None
        if one is None or kind is None or (kind == "nickname" and _is_plain(one["who"])) or _goes_on(said, one):
            break
        found.append((at + one.start("who"), at + one.end("who"), kind, "holder:label"))
        last = one.end()
        gap = _BETWEEN.match(said, last)
        place = gap.end() if gap is not None else len(said)
    rest = said[last:].strip(" )]>")
    alone = not rest or rest[0] in "·(/" or _NEXT_LABEL.match(rest) is not None  # «편집 … · 문의 …»
    yield from (hit for hit in found if sure or alone)


_SPACED = re.compile(rf"[ ]({NAME})(?:[ ,]|$)")


def _goes_on(said: str, one: re.Match[str]) -> bool:
    """«보낸이: 느티울 사무국», «나온 이: 이사 아홉 가운데 일곱»: what follows without a comma is no other person."""
    behind = _SPACED.match(said, one.end())
    named = is_name(one["who"], sure=True)
    return behind is not None and (not named or not is_name(behind[1], sure=True) or is_common(behind[1]))


# --- lists ------------------------------------------------------------------------------------

_BRACKETED = Cued(r"\d{1,3}[ ]?(?:명|분|인|사람)[ ]?\((?P<in>[^()\n]{3,160})\)", cues=r"(?:명|분|인|사람)[ ]?\(")
_ITEM = re.compile(r"[^,·ㆍ、/]+")
_FIRST = re.compile(
    rf"[ ]?(?:[가-힣]{{0,6}}(?:{ROLES})[ ])?(?P<who>{_WHO}?)(?:님|씨|[은는이가]|[ ](?:{TITLES}))?(?=[ ]|$)"
)


def _bracketed(text: str) -> Iterator[Hit]:
    """«이사 6명(…, …)»: all of whom a count tells, where each item begins with a person."""
    for m in _BRACKETED.finditer(text):
        firsts = [_FIRST.match(m["in"], *item.span()) for item in _ITEM.finditer(m["in"])]
        kinds = [kind_of(f["who"], formal=True) if f is not None else None for f in firsts]
        called = [f["who"] in taken_for_names() for f in firsts if f is not None]
        if len(kinds) < 2 or not all(kinds) or not ("person_name" in kinds or all(called)):
            continue
        for first, kind in zip(firsts, kinds, strict=True):
            if first is not None and kind is not None:
                yield m.start("in") + first.start("who"), m.start("in") + first.end("who"), kind, "holder:count"


_NEXT = re.compile(
    rf"(?:[ ]?(?:{TITLES})(?![가-힣]))?(?P<sign>[ ]?[,·ㆍ、/][ ]?|[ ])(?:[가-힣]{{0,6}}(?:{ROLES})[ ])?"
    rf"(?P<who>{NAME})(?=[ ]?(?:[,·ㆍ、/()\]]|$|\n)|[ ](?:{TITLES}|외|등|및|[가-힣]{{3}}(?![가-힣])))"
)


def following(text: str, ends: Iterable[int]) -> Iterator[Hit]:
    """The names behind one that is known: «이사 배… 한… 권…», «감사 표…, 국…»."""
    for end in ends:
        while (m := _NEXT.match(text, end)) is not None:
            sure = bool(m["sign"].strip())
            if not is_name(m["who"], sure=sure) or is_common(m["who"]) or is_region(m["who"]):
                break
            yield m.start("who"), m.end("who"), "person_name", "holder:next"
            end = m.end("who")


# --- beside a number --------------------------------------------------------------------------

_IN_BRACKETS = re.compile(r"0\d{1,2}[-.) ][ ]?\d{3,4}[-. ]\d{4}[ ]{0,2}\((?P<in>[^()\n]{2,20})\)")
_BEHIND_MOBILE = re.compile(r"(?m)01[016-9][ -.)]?\d{3,4}[ -.]?\d{4}[ ]{1,2}(?P<who>[가-힣]{2,7})(?:님|씨)?[^\S\n]*$")
_UNIT = re.compile(rf"(?:{ROLES}|사무국|사무실|[가-힣](?:팀|과|국|부|실|방|회|원|점|교))$")


def _numbered(text: str) -> Iterator[Hit]:
    """«055-000-8012 (사무국 새봄)», «010-0000-3127 곰취»."""
    for m in _IN_BRACKETS.finditer(text):
        *units, word = m["in"].rstrip("님씨 ").split(" ") if m["in"].strip(" 님씨") else [""]
        if all(_UNIT.search(unit) for unit in units) and not _UNIT.search(word):
            kind = kind_of(word, formal=bool(units)) if re.fullmatch(_WHO, word) else None
            if kind is not None:
                start = m.start("in") + m["in"].rindex(word)
                yield start, start + len(word), kind, "holder:number"
    for m in _BEHIND_MOBILE.finditer(text):
        kind = kind_of(m["who"], formal=False)
        if kind is None and is_common_word(m["who"]) and not is_frequent(m["who"]) and not is_nobody(m["who"]):
            kind = "nickname"  # a word of every day, where nothing is left to say («010-… 참나물»)
        if kind is not None and not ROLE_WORDS.search(m["who"]):
            yield m.start("who"), m.end("who"), kind, "holder:number"


def find_role_holders(text: str) -> Iterator[Hit]:
    """Persons behind a role, a label, a count or a number, each place once."""
    yield from _held(text)
    yield from _told(text)
    yield from _labelled(text)
    yield from _came(text)
    yield from _bracketed(text)
    yield from _numbered(text)
