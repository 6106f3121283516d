"""A text without the lines that every text of its outlet carries.

What is listed is furniture known by its form: notices of rights, appeals for tips, share buttons,
lists of other articles, a board's note of copying, the byline in front. Prose that many unrelated
texts share (blurbs, quotations, closing paragraphs) needs no list: `candidates` sees it.
"""

from __future__ import annotations

import re

FURNITURE = re.compile(
    r"저작권|무단\s?(?:전재|복제|배포|사용)|재배포|ⓒ|©|\([cC]\)|copyright|all rights|AI\s?학습|"
    r"기사\s?제보|제보\s?(?:전화|메일|하기)|보도자료\s?(?:접수|문의)|구독\s?(?:신청|하기)|좋아요|공유합니다|공유하기|"
    r"카카오톡|페이스북\s|네이버\s?(?:채널|밴드)|댓글\s?\d|글자\s?크기|본문\s?인쇄|이 게시물은|"
    r"(?:홈페이지|누리집|웹사이트|블로그)(?:를|을|에서)?\s?(?:참[고조]|확인|볼 수|보면|살펴)",
    re.I,
)
SIDE_LIST = re.compile(
    r"^\W{0,3}(?:가장\s)?(?:많이\s?본|인기|관련|최신|추천|주요|오늘의?|실시간)\s?(?:주요)?\s?(?:기사|뉴스|글)"
)
SIDE_ITEM = re.compile(r"^\s{0,4}(?:\d{1,2}[.)\]]|[-·•▶])\s?\S")
SIGNED = re.compile(r"^[\w·\s]{2,24}(?:편집[국부실]|취재[팀부본]|기동취재팀|특별취재팀|온라인팀|뉴스팀)$")
MAIL_ONLY = re.compile(r"^[^\n.]{0,30}[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}\W{0,3}$")
DATELINE = re.compile(
    r"^\s{0,4}(?:[\[(【<][^\])】>\n]{1,40}[\])】>]\s?)?(?:[가-힣\w]{1,12}\s){0,3}(?:[가-힣]{2,4}\s)?(?:선임|수습|시민|명예)?기자\s?=\s?"
)
BRACKET = re.compile(
    r"^\s{0,4}[\[(【<](?=[^\])】>\n]{0,40}(?:기자|=|특파원|통신원))[^\])】>\n]{1,40}[\])】>]\s?(?:[가-힣]{2,4}\s기자\s?=?\s?)?"
)
CUT_SHORT = re.compile(r"\((?:이하\s?생략|하략|중략|후략|전략|계속)\)|…더\s?보기|기사\s?전문\s?보기")
SENTENCE = re.compile(r"(?<=[다요음함됨임]\.)\s+|(?<=[.!?][”’\"'])\s+|\n+")

LONGEST = 200_000
"""Characters that are read: a 1 MB body is a broken page or a book, and its start identifies it."""


def clean(text: str) -> str:
    """The article's own lines, one a line. Never raises; may be empty."""
    kept: list[str] = []
    in_list = False
    for line in text[:LONGEST].replace("\r", "\n").split("\n"):
        bare = line.strip()
        if not bare:
            continue
        if SIDE_LIST.match(bare) and len(bare) < 40:
            in_list = True
            continue
        if in_list and (SIDE_ITEM.match(bare) or len(bare) < 40):
            continue
        in_list = False
        own = _own(bare)
        if own:
            kept.append(own)
    return "\n".join(kept)


def sentences(text: str) -> list[str]:
    """Sentences by their endings and by lines."""
    return [s.strip() for s in SENTENCE.split(text) if s and s.strip()]


def _own(line: str) -> str:
    if SIGNED.match(line) or MAIL_ONLY.match(line):
        return ""
    if FURNITURE.search(line):
        # furniture stands alone on its line; in a long line only its own sentence goes
        return "" if len(line) < 120 else " ".join(s for s in sentences(line) if not FURNITURE.search(s))
    return DATELINE.sub("", BRACKET.sub("", CUT_SHORT.sub("", line), count=1), count=1).strip()
