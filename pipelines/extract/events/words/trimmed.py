"""What a list, a bracket or a picture left at the ends of a name: «1】 선거구 모임», «하나. 기초교육», «교실(줌».

>>> trimmed("회의록] 11월 이사회"), trimmed("하나. 기초교육"), trimmed("회계 교실(줌"), trimmed("회의(제3차 이사회")
('11월 이사회', '기초교육', '회계 교실', '제3차 이사회')
"""

from __future__ import annotations

import re

from pipelines.extract.events.words.heads import HEADS

_SIGNS = re.compile(r"^(?:〇|[^\w‘“「『<〈《(\[【#%&+㈜㈔]|\ufe0f)+")
"""«─ 다섯 돌 잔치», «× 나눔장», «‼️ 장터»; «#함께 걷기» keeps its sign."""
# «1】», «회의록]», «두번째>», «2호)»: the end of a bracket that opened before
_CLOSED = re.compile(r"^(?:[^\[\](){}【】<>〈〉]{0,6}[\]】]|(?:\d{1,2}\s?[호번]?|[가-힣]{1,2}\s?번째)[)>〉])\s*(?=\S)")
# «A. 모레», «가. 기획전», «3호. 대의원 선거»: a list counts so
_COUNTED = re.compile(
    r"^(?:제?\s?\d{1,2}\s?호\s?)?(?:안건|안)\s?[./:)]\s?(?=\S)|"
    r"^(?:[①-⑳❶-❿]\s?(?=\S)|\d\ufe0f?\u20e3\s?(?=\S))|^(?:\d{1,2}(?:[호번]|\s?번째|-\d{1,2})[.,]|[A-Z][.)]|[가나다라마바사아자차카타파하][.)]|"
    r"(?:하나|둘|셋|넷|다섯|여섯)\.|(?:첫째|둘째|셋째|넷째|다섯째)[.,])\s+(?=\S)"
)
# «24일(금)~26일(일) 영화제»
_DAYS = re.compile(r"^\d{1,2}일?\s?\([월화수목금토일]\)(?:\s?[~∼-]\s?\d{1,2}일?\s?\([월화수목금토일]\))?\s+(?=\S)")
_OPENED = re.compile(r"\s?([(\[【<〈（])([^()\[\]【】<>〈〉（）]*)$")
_CLOSING = {"(": ")", "[": "]", "【": "】", "<": ">", "〈": "〉", "（": "）"}
_SHORTEST = 2
_STRAY = (("<", ">"), ("〈", "〉"), ("《", "》"))


def trimmed(words: str) -> str:
    """The name without them; the words as they are where nothing else would be left."""
    kept = words
    for pattern in (_SIGNS, _CLOSED, _COUNTED, _DAYS):
        kept = pattern.sub("", kept, count=1)
    opened = _OPENED.search(kept)
    if opened is not None:
        kept = _without_half(kept[: opened.start()], opened[1], opened[2].strip())
    for opening, closing in _STRAY:  # «<이웃> 읽기», whose first mark is gone already
        kept = kept.replace(closing, "") if kept.count(closing) > kept.count(opening) else kept
    return kept if len(kept) >= _SHORTEST else words


def _without_half(before: str, mark: str, inside: str) -> str:
    """«회의(제3차 이사회» is the latter, «회계 교실(줌» the former, «봄 나들이(둘째 마을모임» both."""
    if not inside.endswith(HEADS):
        return before
    return f"{before}{mark}{inside}{_CLOSING[mark]}" if " " in before else inside
