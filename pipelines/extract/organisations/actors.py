"""Names without a telling ending, taken for what they do or for what they are called.

An ending that houses share too («녹색병원», «계룡문고») makes a name where the word acts: «…이», «…와», «… 직원들».
A word with no ending at all needs more: a company noun in front («도시락 업체 다온푸드는»), a definition («성북신나는
… 협동조합이다»), or a sentence that it opens, hosts or tells, and a second occurrence. An everyday noun, a person's
name, a region or a place («…이 있는») never counts. Widely known bodies are in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipelines.extract.organisations.cues import STATUS
from pipelines.extract.organisations.heads import ROLE
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.readings import body_readings, told_words
from pipelines.extract.organisations.tokens import (
    Word,
    bare,
    is_modifier,
    is_plain,
    line_words,
    telling,
    uses,
    words,
)
from pipelines.korean.common_words import is_common, is_common_word
from pipelines.korean.cued import Cued
from pipelines.korean.known_bodies import known_body
from pipelines.korean.legal_forms import is_generic, weak_ending_of
from pipelines.korean.names import is_region, is_region_stem, split_region
from pipelines.korean.person_words import is_name
from pipelines.korean.wordlist import read_words

_ACTS = frozenset(("은", "는", "이", "가", "과", "와", "도", "측", "측은", "측이", "등이", "등은", "에게", "께서"))
_STAFF = re.compile(
    r"[ ](?:직원|임직원|조합원|활동가|관계자|대표|이사장|원장|회장|사무국|식구|해녀|회원|실무자|"
    r"(?:[가-힣]{2,3} )?담당자)"
)
_HOSTS = re.compile(r"\)|[ ](?:주관|주최|후원|공동 주최|공동 주관)(?:[ )\n]|으로|로|$)")
PLACED = re.compile(  # «…이 있는», «…와 가까운», «…이 들어선»: a place, whatever its particle
    r"(?:이|가|은|는|과|와)?[ ](?:있|위치|자리|들어서|들어선|문을|새로|열린|가까|마주|맞은편|"
    r"주변|근처|인근|옆|앞|뒤|사이|건너|가는)"
)
_AGENT_VERB = re.compile(
    r"(?:밝혔다|밝힌다|알렸다|전했다|개최한다|개최했다|연다|열었다|열고|운영한다|운영하는|운영하며|모집한다|모집하고|"
    r"마련했다|마련한다|내놓는다|내놨다|내놓았다|선보인다|꾸린다|꾸려|맡는다|맡았다|맡아|돕는다|도왔다|지원한다|지원하고|"
    r"선정했다|출범했다|체결했다|맺었다|판다|판매한다|빌려준다|대행한다|보탰다|기부했다|전달했다|나선다|나섰다|손잡고|치른다|"
    r"치렀다|주최하|주관하|후원하|설립했다|세웠다|기른다|가르친다|그린다)"
)
_ACCOUNT = re.compile(r"[ ]?(?:계좌|[:：])?[ ]?\(?[\d*]{2,6}[ -]")
_GREETS = re.compile(r"안녕하(?:세요|십니까|신가요)[,.!~]{0,2}[ ]$")
_ACRONYM = re.compile(r"\([A-Z]{2,8}\)")
_RUNS_OR_JOINS = Cued(
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9]{4,14})"
    r"(?:(?:이|가) (?:운영하는|주관하는|주최하는|꾸리는|대행|개최하는|후원하는|위탁 ?운영)|"
    r"(?:와|과) (?:손잡|손을 잡|업무협약|협약을|공동으로|힘을 모|힘을 합))",
    cues=r"[이가와과] (?:운영하는|주관하는|주최하는|꾸리는|대행|개최하는|후원하는|위탁|손|업무협약|협약|공동|힘)",
)
_OTHER_SUBJECT = re.compile(r"[가-힣]{2,}(?:이|가)[ ][가-힣 ]{0,12}$")
_KIND_NOUN = (
    "업체|기업|회사|투자사|운용사|스타트업|벤처|단체|극단|출판사|여행사|제조사|시공사|개발사|건축사무소|연대체|법인|협력사|"
    "운영사|서점|책방|동아리|모임|공동체|농장|공방|식당|빵집|의원|병원|유통사|풍물패|합창단"
)
_HOUSE_NOUN = "세탁소|빨래방|카페|찻집|반찬가게|연주단|합주단|악단|예술단"
"""They name a body in quotes alone: «카페 맞은편» is a place."""
_CALLED = Cued(
    rf"(?<![가-힣])(?!(?:대|시|도|군|구|국회)의원)[가-힣]{{0,5}}"
    rf"(?:(?:{_KIND_NOUN})(?:인)?[ ](?=[가-힣A-Za-z])|(?:{_KIND_NOUN}|{_HOUSE_NOUN})(?:인)?[ ]"
    r"[‘'“\"「]([^’'”\"」\n]{2,20})[’'”\"」](?=[은는이가과와도의을를에](?![가-힣])|에서|[ ](?:대표|이사장|원장)))",
    cues=rf"(?:{_KIND_NOUN}|{_HOUSE_NOUN})(?:인)?[ ]",
)
_OF_CHIEFS = Cued(
    r"((?:[‘'“\"][^’'”\"\n]{2,16}[’'”\"](?:, ?|·| 등 |의 )?){1,6})[ ]?(?:[가-힣]{2,4} )?"
    r"(?:대표|이사장)(?=[들은는이가의에]|님| )",
    cues=r"대표|이사장",
)
"""«‘사과나무집’, ‘온돌학교’ 대표에게», «‘묘량모싯골’의 정순만 대표가»: what they are the heads of."""
_MAKER = Cued(
    r"[을를] (?:[가-힣]{1,6} )?"
    r"(?:만드는|만들어 온|짓는|파는|차린|볶는|굽는|말리는|키우는|기르는|내놓은|돌보는|고치는|잇는)"
    r" [‘'“\"]([^’'”\"\n]{2,16})[’'”\"](?=[은는이가을를도와과의](?![가-힣])| 등|,)",
    cues=r"[는린운은온] [‘'“\"]",
)
"""«폐안경테로 장신구를 만드는 ‘다시봄’은»: who makes something is somebody."""
_QUOTE = re.compile(r"[‘'“\"]([^’'”\"\n]{2,16})[’'”\"]")
_SENDS = re.compile(  # a house that is opened, or from which something comes, is a body after all
    r"(?:을|를) (?:새로 )?(?:연다|열고|열었|연[ ,]|개원|개소|세웠|세운|설립|꾸렸|만들었|출범)|"
    r"에서 (?:[가-힣]{1,8} )?(?:나온|오신|온 |왔|가져|빌려|보내|보낸|맡|도와|대 준|대준|후원|지원했|들려주)|"
    r"(?:에|으?로) (?:[가-힣]{1,8} )?(?:보냈|보낸다|보내기|전했|전달|기부|기탁|나눴|건넸|갔고|드렸)"
)
_CLOSES = (",", "·", ")", " 등", " 대표", " 직원", " 관계자")
_RUN_QUOTED = Cued(
    r"[‘'“\"「]([^’'”\"」\n]{2,16})[’'”\"」](?:을|를) (?:꾸려 온|꾸리는|운영하는|운영해 온|이끄는)",
)
_STATUS = "|".join(sorted(STATUS, key=len, reverse=True))
_OPENS = re.compile(r"[.!?”\"’\n](?:(?<=\n)|[ ])(?:[가-힣]{2,4} )?([가-힣A-Za-z0-9]{4,14})(?= )")
_DEFINED = re.compile(rf"[^.\n]{{0,80}}(?:{_STATUS})(?:이다|입니다|이에요|예요|으?로[ ,]|이며|이자)")
_COMMON_TAIL = re.compile(
    r"(?:[하되]시|들|사람|주민|시민|회원|공무원|의원|기관|단체|기업|업체|회사|조직|부서|시설|사업|행사|축제|대회|장터|시장|제품|용품|음식|"
    r"체험|교실|강의|과정|프로젝트|캠페인|서비스|프로그램|플랫폼|브랜드|상품|관광객|방문객|전문가|학자|단장|의장|총장|군수|"
    r"구청장|지사|장관|협약|약속|규모|수익금|매출|예산|비용|기술|자원|공간|건물|마당|광장|강당|회관|청사|주택|아파트|단지|거리|"
    r"모델|방식|이야기|생각|마음|관심|기회|계기|효과|역할|활동|운동|문화|정책|제도|경제|사회|주간|기간|지역|세대|계층|가구|"
    r"센터장|대표|이사|위원|원생|학생|교사|교수|작가|배우|감독|농가|어르신|아이|청년|여성|장애인|이웃|때문|경우|정도|이후|이날|"
    r"하기|되기|꾸리기|만들기|살리기|나누기|연설|강연|발표|토론|공연|운영|지원|관리|심사|접수|신청|안녕|세요|니다|해요|어요|아요|"
    r"자격|조건|대상|일정|장소|절차|내용|품목|품질|가격|요금|수강료|참가비|문의|자리|차례|순서|결과|반찬|도시락|김치|과자|화폐|"
    r"현수막|목록|[인는]데|마다|[장사]님|부장|[가-힣]팀|신다|[가-힣]받|느라|보니|에게|영양사|보조금|표|밥상머리|설명|소감|질문|답변|면|요|죠|하|되|있|없|려|[0-9])$"
)
_GOODS = re.compile(  # what shops sell and where they sell it: the tail of many a company's name
    r"(?:커피|도시락|반찬|김치|두부|떡집|떡방|방앗간|빨래방|세탁소|미용실|정류장|텃밭|밥집|부엌|마을|살림|여행|관광|교통|농업|농원|과수원|양조장|"
    r"버섯|유기농|디자인|공작소|작업실|놀이터|이야기|문화|음식|체험|용품|서비스|플랫폼)$"
)
_STANDING = re.compile(r"(?:한국|전국|대한|국제|아시아)[가-힣]{3,14}(?:포럼|아카데미|컨소시엄|플랫폼)")
"""«한국사회연대경제포럼은 … 연다»: a national forum that hosts something is a body; others are what is hosted."""
_NEVER = frozenset(read_words("never_in_front"))
_VILLAGE_BODY = re.compile(
    r"(?:주민자치회|주민자치위원회|자율방범대|체육회|부녀회|청년회|노인회|상인회|번영회|작목반|어촌계|풍물패|합창단)$"
)


def could_be_name(word: str, least: int = 3, listed: bool = False) -> bool:
    """No everyday noun, no region, no person, nothing that bends: what is left may be a proper name. Between
    recognised bodies (`listed`) a name may end like goods do: «햇살도시락», «더나은커피»."""
    if len(word) < least or not re.match(r"[가-힣A-Za-z]", word) or word in _NEVER:
        return False
    if is_plain(word) or is_generic(word) or is_region(word) or is_region_stem(word) or telling(word):
        return False
    if word in _places() or ROLE.match(word) or (len(word) <= 3 and is_name(word, sure=False)):
        return False
    if listed and not is_common_word(word) and not is_modifier(word):
        goods = _GOODS.search(word)
        if goods and len(word) - len(goods[0]) >= 2:
            return True
    return weak_ending_of(word) is not None or not (_COMMON_TAIL.search(word) or is_modifier(word))


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset((*read_words("foreign_countries"), *read_words("foreign_cities")))


def kind_of(name: str) -> str | None:
    """The type a weak ending tells; who is called by goods or a trade («더나은커피», «한울교통») is a company."""
    weak = weak_ending_of(name)
    return weak[1] if weak else "company" if _GOODS.search(name) else None


def find_actors(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line by a table, by a weak ending and what the word does, or by what it is called."""
    for i, word in told_words(text, start, end):
        known, weak = body_readings(word.text)
        if known is not None and not _pays(text, word, known[0]):
            yield Mention(word.start, word.start + len(known[0]), *known, "known", weight=4)
        if weak is not None:
            yield from _weak(text, line_words(text, start, end), i, weak)
    for m in _CALLED.finditer(text, start, end):
        if m[1]:
            if could_be_name(m[1].replace(" ", ""), 2, listed=True):
                yield Mention(m.start(1), m.end(1), m[1], kind_of(m[1]), "called:quoted", weight=3)
        else:
            yield from _called(text, m.end(), end)
    for m in _MAKER.finditer(text, start, end):
        if could_be_name(m[1].replace(" ", ""), listed=True):
            yield Mention(m.start(1), m.end(1), m[1], kind_of(m[1]) or "company", "called:maker", weight=3)
    for m in _OF_CHIEFS.finditer(text, start, end):
        for name in _QUOTE.finditer(text, *m.span(1)):
            if could_be_name(name[1].replace(" ", ""), listed=True):
                yield Mention(name.start(1), name.end(1), name[1], kind_of(name[1]), "of chiefs", weight=3)
    for m in _RUN_QUOTED.finditer(text, start, end):
        if weak_ending_of(m[1]) and could_be_name(m[1].replace(" ", "")):
            yield Mention(m.start(1), m.end(1), m[1], kind_of(m[1]), "run:quoted", weight=3)


def _pays(text: str, word: Word, name: str) -> bool:
    """«입금: 대구은행 000-00-0000»: a bank before an account number is a way to pay, not a body that does something."""
    return name.endswith("은행") and _ACCOUNT.match(text, word.start + len(name)) is not None


def _weak(text: str, line: list[Word], i: int, weak: tuple[str, str, str, str]) -> Iterator[Mention]:
    base, particle, ending, kind = weak
    begin, stop = line[i].start, line[i].start + len(base)
    acts = (
        particle in _ACTS
        or (particle in ("입니다", "이에요", "예요") and _GREETS.search(text, max(0, begin - 12), begin))
        or text.startswith("=", stop)  # «◇동해시체육회=14일 …»
        or _SENDS.match(text, stop)
        or (not particle and (_STAFF.match(text, stop) or _HOSTS.match(text, stop)))
    )
    if not acts and (particle or not _ACRONYM.match(text, stop)):
        return
    left = _weak_left(text, line, i, base, ending)
    if ending == "본부" and left is not None:  # a branch is of its parent's kind
        kind = _kind_at(line[left].text) or kind
    if left is not None and not PLACED.match(text, stop):
        begin = line[left].start
        yield Mention(begin, stop, text[begin:stop], kind, f"weak:{ending}", 5 if ending == "본부" else 2)


def _kind_at(word: str) -> str | None:
    known, weak = body_readings(word)
    return known[1] if known else weak[3] if weak else None


def _weak_left(text: str, line: list[Word], i: int, base: str, ending: str) -> int | None:
    """Index of the first word of a name with a weak ending; None where it stays a common noun."""
    core = base[: -len(ending)]
    before = line[i - 1] if i and line[i].start - line[i - 1].end == 1 and text[line[i - 1].end] == " " else None
    if _VILLAGE_BODY.search(base) and before and len(core) < 2 and re.search(r"(?:동|읍|면|리|마을)$", before.text):
        return i - 1
    if ending == "본부":
        named = before and (weak_ending_of(before.text) or telling(before.text) or known_body(before.text))
        return i - 1 if named and is_region_stem(core.removesuffix("지역")) else None
    if telling(base) or len(core) < 2 or core.endswith(("는", "하던", "가까운")) or core in _FOUNDED_BY:
        return None
    if is_generic(core) or is_plain(core) or is_plain(base):
        return i if any(split_region(core)[:2]) else None
    return i


_FOUNDED_BY = frozenset(("시립", "구립", "군립", "도립", "국립", "공립", "사립"))
"""«구립도서관»: any of them."""


def _called(text: str, at: int, end: int) -> Iterator[Mention]:
    """«도시락 업체 다온푸드는», «임팩트 투자사 한국사회투자가»: called a company, and it does something."""
    for word in words(text, at, end, 1):
        if word.start != at:
            return
        name = bare(word.text, text, text[word.end : word.end + 1])
        particle = word.text[len(name) :]
        closed = particle in (*_ACTS, "의", "에서") or (not particle and text.startswith(_CLOSES, word.end))
        if closed and could_be_name(name) and not (particle in ("과", "와") and is_common(name)):
            yield Mention(at, at + len(name), name, kind_of(name) or "company", "called", weight=3)


def find_agents(text: str, title: str, start: int, end: int) -> Iterator[Mention]:
    """«한밭레츠는 9일 … 연다»: the first word of a sentence that hosts or tells something, or is defined there."""
    for m in _OPENS.finditer("\n" + text[start:end]):
        at = start + m.start(1) - 1
        if m[1][-1] not in "은는이가":
            continue
        name = bare(m[1], text)
        particle = m[1][len(name) :]
        standing = _STANDING.fullmatch(name) is not None
        if particle not in ("은", "는", "이", "가") or not (standing or could_be_name(name, 4)):
            continue
        behind = text[at + len(m[1]) : min(end, at + 180)].split("\n")[0].split(". ")[0]
        verb = _AGENT_VERB.search(behind)
        heard = standing or name in title or len(uses(text, name)) > 1
        hosts = (
            verb is not None
            and heard
            and (standing or not is_common(name))
            and not _OTHER_SUBJECT.search(behind[: verb.start()])
        )
        if particle in "은는" and _DEFINED.match(behind):
            yield Mention(at, at + len(name), name, kind_of(name), "defined", weight=2)
        elif hosts:
            kind = "association_network" if standing else kind_of(name)
            yield Mention(at, at + len(name), name, kind, "agent", weight=1)
    for m in _RUNS_OR_JOINS.finditer(text, start, end):
        if could_be_name(m[1], 4):
            yield Mention(m.start(1), m.end(1), m[1], kind_of(m[1]), "agent:runs", weight=1)
