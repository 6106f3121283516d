"""Tests of single lines on a newspaper page: a signature, a caption, a copyright line, a row of share buttons?

Each test asks for the shape of the whole line, because articles also write about reporters, copyright and sharing: a
sentence that merely contains 기자 stays.
"""

from __future__ import annotations

import re

from sources.texts.reporters import NAME, TITLES, has_title, looks_like_a_name
from sources.words import holds_any, word_list

_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_AFTER_NAME = (
    r"[\s/|=()\[\]<>〈〉《》:,]{0,6}(?:(?:e-?mail|이메일|메일)\s{0,2}[:=]?\s{0,2})?"
    rf"(?P<mail>{_MAIL})?[\s\])>〉》】/|.]{{0,6}}$"
)
_SIGNED = re.compile(
    r"^[\s/|·•ㆍ=\-–—▶☞■□◇◆<〈《\[(【]{0,6}"
    r"(?P<before>(?:[가-힣A-Za-z0-9·&]{1,15}\s{0,2}[=/|:·]?\s{0,2}){0,3}?)"
    rf"(?P<name>{NAME}(?:\s{{0,2}}[·,ㆍ]\s{{0,2}}{NAME}){{0,4}})\s{{0,2}}(?P<title>{TITLES})"
    rf"{_AFTER_NAME}",
    re.I,
)
# Without it the beginning need not be tried in all its ways.
_SIGNED_END = re.compile(rf"(?:{TITLES}){_AFTER_NAME}", re.I)
_ORGAN = re.compile(
    r"(?:본지|신문|일보|뉴스|타임[스즈]|매일|경제|방송|통신|투데이|저널|본부|지사|지국|취재팀|편집국|취재|편집부|"
    r"사회부|경제부|정치부|문화부|팀|글|사진|영상|촬영|정리|대담|기자단|인턴|시민|객원|선임|전문|특별취재)$"
)
_CREDIT = re.compile(
    rf"^[\s/|▶■(\[]{{0,4}}(?:(?:글|사진|영상|취재|정리|대담|그래픽|자료)\s{{0,2}}[·/,ㆍ]?\s{{0,2}}){{1,4}}[=:/|]\s{{0,2}}{NAME}"
    rf"(?:\s{{0,2}}[·,ㆍ]\s{{0,2}}{NAME}){{0,3}}(?:\s{{0,2}}(?:{TITLES}))?\s{{0,2}}(?:{_MAIL})?[\s)\]]{{0,3}}$"
)
_ROLE = r"(?:영상\s?(?:취재|편집)|촬영|CG|VJ|그래픽|드론|자막|글|사진|영상|취재|편집|구성|연출|작가|기획)"
# «영상취재 홍길동 / CG 김철수», «글 홍길동 사진 김철수»: two roles at least, for «사진 모음» is a heading.
_CREW = re.compile(
    rf"^[\s/(\[<]{{0,3}}(?:{_ROLE}\s{{0,2}}[:=|]?\s{{0,2}}{NAME}(?:\s{{0,2}}[·,]\s{{0,2}}{NAME}){{0,3}}[\s/,|·]{{1,4}}){{1,5}}"
    rf"{_ROLE}\s{{0,2}}[:=|]?\s{{0,2}}{NAME}(?:\s{{0,2}}[·,]\s{{0,2}}{NAME}){{0,3}}[\s)\]>]{{0,3}}$"
)
# «글 홍길동 시민기자 / 사진 마을관리소»
_TWO_SOURCES = re.compile(
    rf"^글\s?[:=]?\s?{NAME}(?:\s?(?:{TITLES}))?\s{{0,2}}[/|·]\s{{0,2}}(?:사진|그림|영상)\s?[:=]?\s?[가-힣]{{2,14}}(?:\s?(?:{TITLES}))?$"
)
# «글·사진 홍길동», «글 홍길동 / 사진 김철수», «취재=홍길동»: who wrote it, of those who made it.
_WROTE = re.compile(
    rf"(?<![가-힣])(?:글|취재)(?:\s?[·/,ㆍ&]\s?(?:글|사진|그림|영상|취재|정리)){{0,2}}(?:\s?[=:|]\s?|\s{{1,2}})(?P<name>(?!쓴이){NAME})"
    rf"(?=$|\s{{0,2}}(?:{TITLES}|[|/·,\n)\]]|{_ROLE}))"
)
_MAIL_ONLY = re.compile(
    rf"^[\s/|▶■☞(\[<]{{0,4}}(?:(?:e-?mail|이메일|메일)\s{{0,2}}[:=]?\s{{0,2}})?{_MAIL}[\s/|)\]>.,]{{0,4}}$", re.I
)
_NAME_AND_MAIL = re.compile(rf"^[\s/|▶■(\[<]{{0,3}}(?P<name>{NAME})[\s/|=:(<]{{1,4}}{_MAIL}[\s)\]>]{{0,3}}$")
_TAIL_SIGNATURE = re.compile(
    rf"(?<=[.!?”\"’'」』)\]다])\s{{0,3}}(?P<mark>[/=|▶☞■\[(<]?)\s{{0,2}}(?P<name>{NAME})\s{{0,2}}(?:{TITLES})"
    rf"[\s/|=(\[<]{{0,4}}(?P<mail>{_MAIL})?[\s)\]>]{{0,3}}$"
)
_LEAD_BYLINE = re.compile(
    rf"^(?:[\[【(〔]\s{{0,2}}[^\]】)〕\n]{{1,40}}[=/|\s]\s{{0,2}}{NAME}\s{{0,2}}(?:{TITLES})\s{{0,2}}[\]】)〕]\s{{0,2}}[=:|]?"
    rf"|[가-힣A-Za-z0-9.·]{{2,20}}\s{{1,2}}{NAME}\s{{0,2}}(?:{TITLES})\s{{0,2}}[|│ㅣ=]"
    rf"|\([가-힣·]{{2,12}}=[가-힣A-Za-z0-9]{{2,12}}\)\s{{0,2}}{NAME}(?:\s{{0,2}}[·,]\s{{0,2}}{NAME}){{0,3}}\s{{0,2}}(?:{TITLES})\s{{0,2}}=?"
    rf"|{NAME}\s{{0,2}}(?:{TITLES})\s{{0,2}}[|│=]"
    r"|[가-힣]{2,12}(?:신문|일보|뉴스|타임스|타임즈|투데이|저널)\s{1,2}[가-힣]{1,8}(?:부|팀|국)\s{0,2}[|│])\s{0,3}"
)
_COPYRIGHT = re.compile(
    r"무단\s{0,2}(?:전재|복제|배포|사용)|재배포\s{0,2}(?:를\s{0,2})?(?:금지|금합|불허)|저작권자|저작권은.{0,40}(?:있습니다|귀속)|"
    r"저작권법의?\s{0,2}보호|all\s{1,3}rights?\s{1,3}reserved|^[\s<\[(\-–]{0,4}(?:copyrights?|ⓒ|©|\(c\))",
    re.I,
)
_COPY_WORDS = word_list("무단 재배포 저작권 ⓒ © (c) (C) ights IGHTS opyright OPYRIGHT")  # one is in each such line
_PLAIN_STYLE = re.compile(r"(?<!니)다[.”\"’]{1,2}$")
_NOTICE = re.compile(r"[ⓒ©]|금합니다|금지합니다|금지입니다|불허합니다|있습니다|받습니다|귀속|reserved|copyright", re.I)
_SHARE_WORDS = frozenset(
    word_list(
        """
        페이스북 트위터 엑스 x 카카오톡 카카오스토리 카카오 네이버 네이버블로그 네이버밴드 밴드 블로그 라인
        텔레그램 링크드인 핀터레스트 구글 구글+ 인스타그램 스레드 미투데이 요즘 url url복사 주소복사
        링크복사 복사 복사하기 공유 공유하기 공유하기: 기사공유 sns sns공유 sns보내기 기사보내기 메일
        메일보내기 메일전송 이메일 인쇄 인쇄하기 프린트 프린트하기 스크랩 스크랩하기 기사스크랩하기 바로가기
        닫기 목록 목록으로 맨위로 위로 top 가 가+ 가- + - 크게 작게 글자크기 글씨크기 글자 글씨 키우기
        줄이기 확대 축소 글자크게 글자작게 글자확대 글자축소 크기 조절 설정 본문 좋아요 훈훈해요 슬퍼요
        화나요 후속기사 원해요 추천 비추천 구독 구독하기 후원 후원하기 기사후원 기사제보 제보 제보하기 신고
        신고하기 이 기사를 공유합니다 댓글 댓글쓰기 댓글보기 기사 보내기 (으)로 facebook twitter kakaotalk
        kakaostory naver band blog share print scrap email mail url
        """
    )
)
_PLUGIN = re.compile(r"(?:이것(?:을\s공유|이\s좋아요)|Share this|Like this)\s?:$")
_SHARING = re.compile(r"이것이\s좋아요\s?:$|(?:이것을\s|이\s?(?:글을?|게시물을)\s)?공유(?:하기)?\s?:?$|Share this:?$")
_MOST_BUTTONS = 12
_SHARE_WORD = re.compile(r"[^\s|·/,]{1,120}")
_SHARE_SAID = ("기사", "URL", "보기", "iew")
_SHARE_SENTENCE = re.compile(
    r"^(?:이 기사를 공유합니다|기사\s?(?:듣기|읽어\s?주기).{0,12}|"
    r"[가-힣A-Za-z+]{1,12}\(으\)로 기사\s?보내기|기사의 본문 내용은 이 글자크기로.{0,20}|"
    r"(?:웹|브라우저)에서\s?보기|[Vv]iew\s.{0,12}in\s.{0,5}browser|"
    r"URL이 복사되었습니다\.?|이 기사에 대한 (?:독자)?의견.{0,20})$"
)
_HEADER = re.compile(
    r"(?:승인|입력(?:시간)?|등록일?|작성일?|수정|기사입력|게재|Published)\s{0,2}[:：]?\s{0,2}(?:[A-Z][a-z]{2,8}\s|\d{4}\s?[-./년])|"
    r"조회수?\s{0,2}[:：]?\s{0,2}\d{1,9}|^\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?(?:\s{0,2}\d{1,2}:\d{2}(?::\d{2})?)?(?:\s{1,2}\S{2,10}){0,2}$"
)
_NUMBERED = re.compile("[0-9A-Z]")  # as each such line is; cheap to ask
_HASHTAGS = re.compile(r"^(?:(?:태그|Tags?|키워드)\s{0,2}[:：]?\s{0,2})?(?:#\S{1,30}\s{0,3}){1,20}$")
_NEIGHBOUR = re.compile(r"^[▲▼△▽◀▶\[<\s]{0,4}(?:이전|다음)\s?(?:기사|글|뉴스)[\]>\s]{0,3}(?:[:：].{0,100})?$")
_AD_LABEL = re.compile(
    r"^[\[(<■▶–—\-\s]{0,3}(?:(?:(?:후원|제휴|협찬)\s?)?광고(?:를\s불러오는\s중입니다)?|반응형|배너|AD|ad|ADVERTISEMENT|advertisement|Advertisement|Sponsored|스폰서\s?링크|광고문의)[\])>–—\-\s]{0,3}$"
)
_OTHERS = re.compile(
    r"^[\[(<■□▶◆◇★☞*\s]{0,4}(?:이\s?기[사자][와의]\s)?(?:[가-힣]{1,6}\s)?(?:관련\s?(?:기사|뉴스)|(?:가장\s)?많이\s?본\s?(?:기사|뉴스|소식)|인기\s?(?:기사|뉴스)|"
    r"추천\s?(?:기사|뉴스)|주요\s?(?:기사|뉴스)|오늘의\s?주요\s?(?:기사|뉴스)|"
    r"최신\s?(?:기사|뉴스)|실시간\s?(?:기사|뉴스)|이\s?시각\s?(?:주요|인기)\s?(?:기사|뉴스)|"
    r"함께\s?(?:보면|읽으면)\s?좋은\s?(?:기사|뉴스|글)?|(?:함께|이어서|더)\s?(?:볼|읽을)\s?만한\s?(?:기사|뉴스|글)|함께\s?(?:읽기|보기)|다른\s?기사\s?(?:보기|더보기)|포토\s?뉴스|핫\s?이슈|이전\s?기사|다음\s?기사)"
    r"[\])>:\s더보기]{0,6}$"
)
_OTHERS_BY = re.compile(rf"{NAME}(?:\s?(?:{TITLES}))?\s?의\s다른\s?(?:기사|글|뉴스)(?:\s?더?\s?보기)?$")
_MORE_BY = re.compile(
    rf"{NAME}\s{{0,2}}(?:{TITLES})\s?의?\s{{0,2}}(?:{_MAIL})?\s{{0,2}}"
    r"(?:다른\s?기사|전체\s?기사|최신\s?기사|기사)\s{0,2}(?:모두\s?)?(?:더?\s?보기|더보기)?$"
)
# «▶ 관련기사 : …», «mail@…다른기사 보기»
_OTHERS_BELOW = re.compile(
    rf"[▶☞■※\[(<\s]{{0,3}}관련\s?(?:기사|뉴스)\s?(?:[\])>]?\s?[:：]|[\])>]).{{1,100}}$|(?:{_MAIL})?\s?(?:다른|전체)\s?기사\s?더?\s?보기$"
)
_TIP_LINE = re.compile(
    r"(?:기사\s?제보|제보는|제보하기|보도자료|카톡\s?제보|뉴스\s?제보|제보\s?및).{0,60}(?:@|전화|카카오|카톡|\d{2,4}-\d)"
)
_DISCLAIMER = re.compile(
    r"^[\[(※*■▶\s]{0,4}(?:알림|안내|주의)?[\])\s:]{0,3}(?:본|이)\s(?:기사|콘텐츠|컨텐츠|정보|자료|뉴스)[는은]\s.{0,30}"
    r"(?:참고용|투자\s?(?:판단|권유|손실)|법적\s?책임)"
)
_WARNS = re.compile("책임|참고|투자")
# «*아래는 위 기사를 ‘구글 번역’으로 번역한 영문 기사의 [전문]입니다.»: the same article again, by a machine.
_TRANSLATED = re.compile(
    r"^[\[(※*■▶\s]{0,4}(?:아래는|다음은|위\s기사를|이\s기사를|본\s기사를).{0,40}번역.{0,40}(?:기사|전문|내용|입니다|것)|"
    r"^[*\[(\s]{0,3}(?:The following is|Below is).{0,80}translat",
    re.I,
)
_GATE = re.compile(
    r"(?:회원|구독자|유료|로그인|가입|구독|결제|조합원만|후원자만|독자만).{0,40}"
    r"(?:볼 수|읽을 수|보실 수|읽으실 수|열람|이용하실|"
    r"이용할 수|이용해|보시려면|읽으시려면|계속\s?(?:읽|보)|전용|제공|공개|하세요|해 ?주세요|해 ?주십시오)|"
    r"(?:전문|전체\s?(?:기사|내용)|나머지).{0,20}(?:로그인|회원|구독|가입)"
)
_OF_THE_ARTICLE = re.compile(
    r"기사|글[은을]\s|전문|콘텐츠|컨텐츠|본문|전체\s?내용|나머지|뉴스|(?:계속|이어서?|더)\s?(?:읽|보)"
)
_TO_THE_READER = re.compile(
    r"(?:니다|세요|시오|시기 바랍니다)[.!]?[\s)\]]{0,3}$|전용\s?(?:기사|콘텐츠|서비스)?[.!]?$|계속\s?(?:읽기|보기)$"
)
_MACHINE = re.compile(
    r"^[\[(■▶◆★☞🤖✨\s]{0,4}(?:(?:생성형\s)?AI가?\s{0,2}(?:만든|뽑은|정리한|추천|생성|요약|질문|FAQ|Q&A|에게).{0,40}|"
    r"자주\s?묻는\s?질문.{0,20}|이\s?기사(?:와|에)?\s?(?:관련|대한)\s?(?:된\s)?질문.{0,20}|(?:세|3)\s?줄\s?요약)$"
)
_ARROWS = ("↑↑", "▲▲", "↑ ")
_CAPTION_MARK = re.compile(r"^(?:[▲△▼▽◀▶◁▷↑↓]{1,2}|[<〈\[]사진[>〉\]])\s?")
_CREDIT_END = re.compile(
    r"(?:[ⓒ©]\s?[^.\n]{1,30}|\((?:c|C)\)\s?[^.\n]{1,30}|[\[(〈<]\s?(?:사진|자료|그래픽|출처)"
    r"[^\])〉>\n]{0,40}[\])〉>]|(?:사진|자료)\s{0,2}[=:/]\s?[^.\n]{1,30}|제공|/\s?[^.\n]{1,15}\s?제공)\s{0,3}$"
)
_SENTENCE_END = re.compile(r"(?:[다요죠까음함임됨]\.|[.!?…][”\"’')\]]{0,2}|다[”\"’')\]]{1,2})\s{0,3}$")
_LONGEST_END = 8  # characters that `_SENTENCE_END` looks at, at most: most lines are long
_COPY_END = re.compile(r"\s{0,3}[ⓒ©]\s{0,2}\S{1,20}(?:\s\S{1,12})?\s{0,3}$")


def is_advertisement(line: str) -> bool:
    """Whether a short line begins with the label of an advertisement."""
    return len(line) < 24 and bool(_AD_LABEL.match(line))


def is_copyright(line: str) -> bool:
    """A copyright line, not a sentence about copyright: a paper's prose ends in «…다», the notice in «…금합니다»."""
    if len(line) > 160 or not holds_any(line, _COPY_WORDS):
        return False
    if not _COPYRIGHT.search(line) or _PLAIN_STYLE.search(line):
        return False
    return not is_sentence(line) or bool(_NOTICE.search(line))


def without_sharing(text: str) -> str:
    """A text without the buttons that plug-ins print below it («공유하기: Facebook X», «관련»), and without the labels
    of advertisements in it."""
    lines = [line for line in text.split("\n") if not is_advertisement(line)]
    at = next((at for at, line in enumerate(lines) if at and _SHARING.match(line)), len(lines))
    rest = lines[at:]
    if rest and _PLUGIN.match(rest[0]):  # whatever it prints: buttons, who likes it, leads of other posts
        return "\n".join(lines[:at])
    buttons = len(rest) <= _MOST_BUTTONS and not any(map(is_sentence, rest))
    return "\n".join(lines[:at] if buttons else lines)


def is_share(line: str) -> bool:
    """Only words of share, print and font-size buttons."""
    return share_only(line, strict=False)


def is_header(line: str) -> bool:
    """A line of the page's header that stands in the text's container: time with its label, reporter, views."""
    if len(line) > 110 or _NUMBERED.search(line) is None or is_sentence(line):
        return False
    return _HEADER.search(line) is not None


def is_others_heading(line: str) -> bool:
    """«관련기사», «많이 본 뉴스», «AI가 뽑은 질문»: what follows is not this article."""
    if len(line) > 40:
        return False
    return bool(_OTHERS.match(line) or _MACHINE.match(line) or ("다른" in line and _OTHERS_BY.match(line)))


def is_translation_heading(line: str) -> bool:
    """What follows is the article once more, translated by a machine."""
    return ("번역" in line or "translat" in line) and len(line) <= 160 and bool(_TRANSLATED.match(line))


def is_gate(line: str) -> bool:
    """The notice of a members-only article («로그인 후 …», «유료회원만 …»): the lead before it is public.

    It speaks of the article to the reader («…니다», «…세요»), as neither prose nor an invitation to join a club does.
    """
    if len(line) > 120:
        return False
    about = _OF_THE_ARTICLE.search(line) or line.startswith(("로그인", "유료", "구독"))
    return bool(about and _GATE.search(line) and _TO_THE_READER.search(line))


def to_the_reader(line: str) -> bool:
    """Whether a line addresses the reader («…니다», «…세요»), as notices do and articles do not."""
    return bool(_TO_THE_READER.search(line))


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line[-_LONGEST_END:]))


def signature(line: str, author: str = "") -> str | None:
    """The name in a line that is only a signature («/홍길동 기자», «글·사진=홍길동», an address); "" when it has none.

    None when the line is not one. «그는 10년 차 기자» is prose: before the name only the paper or a desk may stand.
    """
    if len(line) > 90:
        return None
    mail = "@" in line
    if mail and _MAIL_ONLY.match(line):
        return ""
    if mail and (named := _NAME_AND_MAIL.match(line)) and (named["name"] == author or looks_like_a_name(named["name"])):
        return named["name"]
    if is_credit(line):
        return ""
    found = _SIGNED.match(line) if has_title(line) and _SIGNED_END.search(line) else None
    if not found:
        return None
    names = re.split(r"[·,ㆍ]", found["name"])
    name = names[0].strip()
    before = found["before"].strip()
    marked = bool(found["mail"]) or line.lstrip()[:1] in "/[(<〈《【▶☞=" or name == author
    if before and not (_only_desks(before) or (found["mail"] and len(before.split()) <= 2)):
        return None
    return name if marked or looks_like_a_name(name) else None


def is_credit(line: str) -> bool:
    """A line that says who wrote and who took the pictures («글 홍길동 / 사진 김철수», «글·사진=홍길동»)."""
    return len(line) <= 90 and bool(_CREDIT.match(line) or _CREW.match(line) or _TWO_SOURCES.match(line))


def credited(line: str) -> str | None:
    """The writer in a short line that says who wrote («글·사진 홍길동», as magazines sign)."""
    found = _WROTE.search(line) if len(line) <= 90 and ("글" in line or "취재" in line) else None
    return found["name"] if found else None


def caption_of(line: str) -> str | None:
    """The words of a line that is a picture's caption by itself: «↑↑ …», or «▲ … ⓒ신문», «▲ … 제공»."""
    if line.startswith(_ARROWS):
        return bare_caption(line)
    if len(line) <= 160 and _CAPTION_MARK.match(line) and _CREDIT_END.search(line) and not re.search("[△▲]", line[2:]):
        return bare_caption(line)
    return None


def has_caption_mark(line: str) -> bool:
    """Opens with ▲ and the like, once: a caption when it stands beside a picture («△돌봄 △먹거리» is prose)."""
    return (
        len(line) <= 200
        and bool(_CAPTION_MARK.match(line))
        and not re.search("[△▲▶]", line[2:])
        and not line.startswith("◀앵커")
    )


def bare_caption(line: str) -> str:
    """A caption without its arrow and without the paper's ©."""
    return _COPY_END.sub("", _CAPTION_MARK.sub("", line.lstrip("↑▲ "))).strip()


def without_lead_byline(line: str) -> str:
    """«[한여울뉴스=홍길동 기자] 시는 …» → «시는 …»."""
    found = _LEAD_BYLINE.match(line)
    return line[found.end() :] if found else line


def without_tail_signature(line: str, author: str) -> str:
    """«… 말했다. /홍길동 기자 a@example.com» → «… 말했다.»"""
    found = _TAIL_SIGNATURE.search(line[-120:]) if has_title(line[-120:]) else None
    if not found or not (found["mark"] or found["mail"] or found["name"] == author):
        return line
    return line[: len(line) - len(found[0])].rstrip()


def is_tail_words(line: str) -> bool:
    """«○○○ 기자의 다른기사 보기», «기사 제보는 …», «#마을 #장터»: what closes an article's page."""
    if (
        _HASHTAGS.match(line)
        or _NEIGHBOUR.match(line)
        or _OTHERS_BELOW.match(line)
        or (_WARNS.search(line) and _DISCLAIMER.match(line))
    ):
        return True
    return len(line) <= 120 and not is_sentence(line) and bool(_MORE_BY.search(line) or _TIP_LINE.search(line))


def is_paper(line: str, paper: str) -> bool:
    """Signed by the paper itself: its name, with an address or without."""
    if not paper or paper not in line or len(line) > 90:
        return False
    return re.sub(_MAIL, "", line).strip(" /|=[](){}<>·-▶■") == paper


def share_only(line: str, *, strict: bool) -> bool:
    """Whether a line holds only words of share buttons; with `strict` at least three (a lone «밴드» may be text)."""
    if len(line) > 120:
        return False
    if holds_any(line, _SHARE_SAID) and _SHARE_SENTENCE.match(line):
        return True
    words = 0
    for word in _SHARE_WORD.finditer(line.lower()):
        if word[0] not in _SHARE_WORDS:
            return False
        words += 1
    return words >= (3 if strict else 1)  # in the middle of a text «밴드» may be a line of the article


def _only_desks(before: str) -> bool:
    words = [w for w in re.split(r"[\s=/|:·]{1,4}", before) if w]
    return all(_ORGAN.search(w) or before.endswith("=") for w in words)
