"""Which lines of a text are the article, and which belong to the page around it.

Most texts come clean from a reader; raw page texts (menus, «많이 본 뉴스», page lists) come too.
Nothing may be extracted from a side column: half of what a tagger finds in such a page is not in
the article. Offsets are those of the whole text, which is never cut.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from store.records import SpanPair

Kind = Literal["text", "title", "meta", "caption", "tail"]


class Line(NamedTuple):
    """One line without its outer blanks. `kind` says whether it is the article's own words."""

    start: int
    end: int
    kind: Kind


# A line that begins so ends the article: everything after it is the page.
TAIL_STARTS = (
    "많이 본 뉴스", "많이본", "가장 많이 본", "인기기사", "인기 기사", "관련기사", "관련 기사", "이전 기사 보기",
    "다음 기사", "목록 바로가기",
    "댓글목록", "등록된 댓글", "이 기사를 공유", "SNS 기사보내기", "기자의 다른기사", "최신기사", "최신 기사",
    "실시간 뉴스", "주요뉴스", "오늘의 주요",
    "저작권자", "무단전재", "무단 전재", "ⓒ", "Copyright", "COPYRIGHT", "Comments 0", "월간베스트", "이전글",
    "다음글", "[이 게시물은",
    "당신이 좋아할", "추천뉴스", "핫이슈", "포토뉴스", "개의 댓글", "회원로그인",
)  # fmt: skip
# «[많이 본 기사]», «◆ 이번 주 인기글 :», «함께 읽은 기사»: the heading of a side column, alone on its line.
SIDE_HEADING = (
    r"[\[<〈【◆■▶☞*\s]{0,4}(?:이번\s?주\s|오늘의\s|지금\s|이\s?시각\s)?(?:가장\s)?"
    r"(?:많이\s?(?:본|읽은|찾은)|인기|관련|최신|추천|주요|실시간|함께\s?(?:본|읽은)|놓치면 안 될)\s?"
    r"(?:기사|뉴스|글|소식|포토|영상)\s?[\]>〉】]?\s?(?:[:：]|$)"
)
TAIL = re.compile(rf"^(?:Total \d{{1,7}}건|\d{{1,4}}개의 댓글|랭킹 제목|<\s*저작권|\[저작권|{SIDE_HEADING})")
# A line made of these words is furniture of the page or of the post's head.
META = re.compile(
    r"(?:조회\s?수?\s?[:：]?\s?[\d,]+|작성일\s|작성자\s|글쓴이\s|"
    # «기자 등록 2023.07.10», but not «라. 입후보 등록: 2023. 7. 12.», a field of a notice
    r"등록일\s?[:：]?\s?20\d\d|(?:(?<![가-힣]\s)(?<![가-힣])|(?<=기자\s))등록\s?[:：]?\s?20\d\d|"
    r"입력\s?[:：]?\s?20\d\d|승인\s?20\d\d|수정\s?20\d\d|"
    r"^(?:받은|보낸)\s?(?:날|날짜|시각|때)\s?[:：|]|^(?:Sent|Date)\s?:|"  # a forwarded mail
    r"댓글\s?\d|추천\s\d|아이디로 검색|이름으로 검색|메일전송|기사수정|본문 영역으로 "
    r"건너뛰기|글자크기|프린트$|공유 페북)"
)
POSTED = re.compile(
    r"^(?:\S{1,20}\s){0,3}[|"
    r"\s·]{0,3}(?:20)?\d\d[-.]\s?\d{1,2}[-.]\s?\d{1,2}\.?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*$"
)
BYLINE_POSTED = re.compile(r"^by .{1,40}20\d\d")
LINE = re.compile(r"[^\n\r\u2028]+")
# «> ■ 입주조합원 모집»: the mark of what is quoted belongs to no line.
FORWARDED = re.compile(r"(?:>\s?){1,3}(?=[^>\s])")
MENU = frozenset(
    (
        "본문",
        "첨부파일",
        "짧은주소",
        "미등록페이지",
        "목록",
        "인쇄",
        "공지사항",
        "공 지 사 항",
        "자유게시판",
        "댓글",
        "스크랩",
        "신고",
    )
)
CAPTION = re.compile(
    r"^(?:▲|△|◀|▶|■)?\s?[^\n]{0,160}(?:모습\.?|장면\.?|사진\s?[=:/제]|사진\)|제공\s?[=:]|"
    r"/\s?사진)[^\n]{0,40}$"
)


# «▲ 28일 오후 … 협약식을 마친 참석자들이 손을 들어 보이고 있다. /사진=…»: the caption a photo report begins with.
TELLS = re.compile(r"\d일[^\n]{20,}(?:있다|했다|였다|렸다|졌다|는다)\.\s")
# «★ 햇살협동조합 3호기 출자자를 모십니다 ★» under the title «3호기 출자자를 모십니다» says who they are.
BODY_BESIDE = re.compile(r"[가-힣](?:협동조합|생협|사협|네트워크|협의회|연합회|지원센터|재단)$")
BESIDE_TITLE = 8  # letters
LONGEST = 40_000
"""Characters of a text that are read, twenty pages of print. No article comes near; what does is a dump, and must not
cost more than a third of a second."""


def split_lines(text: str, title: str = "") -> tuple[Line, ...]:
    """All non-empty lines with their kind; after the first tail line everything is tail."""
    lines: list[Line] = []
    wanted = _bare(title)
    letters = frozenset(wanted)
    tail = False
    for match in LINE.finditer(text, 0, LONGEST):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + raw.index(stripped[0])
        if stripped[0] == ">" and (mark := FORWARDED.match(stripped)) is not None:
            start, stripped = start + mark.end(), stripped[mark.end() :]
        tail = tail or _starts_tail(stripped)
        kind: Kind = "tail" if tail else _kind(stripped, wanted, letters)
        if kind == "caption" and TELLS.search(stripped) and not any(line.kind == "text" for line in lines):
            kind = "text"
        lines.append(Line(start, start + len(stripped), kind))
    return tuple(lines)


def inside(span: SpanPair, lines: tuple[Line, ...]) -> bool:
    """Whether a span begins in one of these lines (they are in order)."""
    return any(line.start <= span[0] < line.end for line in lines)


def _starts_tail(line: str) -> bool:
    bare = line.lstrip("[<【〈■▶●◆□▣ ")  # «[관련기사]», «▶ 관련 기사»
    return (
        bare.startswith(TAIL_STARTS)
        or (len(bare) < len(line) and line.startswith(TAIL_STARTS))
        or (len(line) < 60 and TAIL.match(line) is not None)
    )


def _kind(line: str, title: str, letters: frozenset[str]) -> Kind:
    if line in MENU or (len(line) < 140 and (META.search(line) or _posted(line))):
        return "meta"
    if title and letters.issubset(line) and _tells_title(line, title):
        return "title"
    if len(line) < 200 and line[0] in "▲△◀▶■" and not line.endswith(("다.", "다")) and CAPTION.match(line):
        return "caption"
    return "text"


def _posted(line: str) -> bool:
    """Nothing but who wrote it and when; what ends in a word is none."""
    if line[-2:].strip(".").isdigit() and POSTED.match(line) is not None:
        return True
    return line.startswith("by ") and BYLINE_POSTED.match(line) is not None


def _tells_title(line: str, title: str) -> bool:
    bare = _bare(line)
    return len(bare) > 5 and (bare == title or (title in bare and _only_title(line, bare.replace(title, "", 1))))


def _only_title(line: str, beside: str) -> bool:
    """Whether a line is the title again with a mark or two; with a day or a body beside it it tells something."""
    words = re.sub(r"\d+", "", beside)
    dated = len(words) < len(beside) and re.search(r"[월일시]", words) is not None  # «2022-01-05» is of the page
    return (
        len(words) <= BESIDE_TITLE
        and not dated
        and not BODY_BESIDE.search(words)
        and not line.endswith((".", "!", "요"))
    )


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)
