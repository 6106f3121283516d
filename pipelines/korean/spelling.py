"""One spelling for the long and the short words of the field, so that two ways to write one name become equal.

>>> respell("나루소비자생활협동조합"), respell("나루생협")
('나루생협', '나루생협')
"""

from __future__ import annotations

import re

# Long and short words of the field, brought to one (the short) spelling; order matters, long before short.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("의료복지사회적협동조합", "의료사협"),
    ("의료복지사협", "의료사협"),
    ("농업협동조합", "농협"),
    ("수산업협동조합", "수협"),
    ("신용협동조합", "신협"),
    ("사회적협동조합", "사협"),
    ("소비자생활협동조합", "생협"),
    ("생활협동조합", "생협"),
    ("소비자생협", "생협"),
    ("의료복지", "의료"),
    ("사회적경제", "사경"),
    ("사회경제", "사경"),
    ("사회연대경제", "사연경"),
    ("중소기업", "중기"),
    ("통합지원센터", "센터"),
    ("지원센터", "센터"),
    ("지역자활센터", "자활센터"),
    ("icoop", "아이쿱"),
    ("고등학교", "고"),
    ("여자고등학교", "여고"),
    ("초등학교", "초"),
    ("중학교", "중"),
    ("대학교", "대"),
    ("시민햇빛", "햇빛"),
    ("준비위원회", "준비위"),
    ("추진위원회", "추진위"),
    ("연합회", "연합"),
    ("네트워크", "넷"),
)
_LETTERS = {
    "에이치": "h", "더블유": "w", "에이": "a", "에프": "f", "아이": "i", "제이": "j", "케이": "k", "에스": "s",
    "브이": "v", "엑스": "x", "와이": "y", "제트": "z", "비": "b", "씨": "c", "디": "d", "이": "e", "지": "g",
    "엘": "l", "엠": "m", "엔": "n", "오": "o", "피": "p", "큐": "q", "알": "r", "티": "t", "유": "u",
}  # fmt: skip
_SPELT = re.compile(rf"(?:{'|'.join(_LETTERS)}){{4,}}")
_LETTER = re.compile("|".join(_LETTERS))


_ANY_LONG = re.compile("|".join(long for long, _ in _SPELLINGS))
"""Hardly any name has one of them: one search instead of as many replacements as there are words."""


def respell(squeezed: str) -> str:
    """The short spelling of all words of the field; letters spelt out («와이엠씨에이») as letters."""
    squeezed = _SPELT.sub(lambda m: _LETTER.sub(lambda letter: _LETTERS[letter[0]], m[0]), squeezed)
    if _ANY_LONG.search(squeezed) is None:
        return squeezed
    for long, short in _SPELLINGS:
        squeezed = squeezed.replace(long, short)
    return squeezed
