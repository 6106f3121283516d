"""Who stands before a title in a board post: «김만기 교수», «감나무 님»; and the words that only stand there.

«공유주차장» and «서안성의원 3층» end like a title, «신서동 할머니» and «편의점 사장님» tell where someone belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.cued import Cued
from pipelines.korean.names import is_region, is_region_stem
from pipelines.korean.person_words import NAME, TITLES, is_name, taken_for_names

Hit = tuple[int, int, str, str]  # start, end, type, rule

_TITLED = Cued(
    rf"(?<![가-힣A-Za-z0-9*])({NAME})(?:[ ]?(?:{TITLES}))님?(?:께서|에게|[이가은는을를와과의도께])?(?![가-힣])"
    rf"|(?<![가-힣A-Za-z0-9*])({NAME})[ ](?:{TITLES})"
    r"(?!님?들|[진단팀처패실증]|회(?!장))",  # «인하대 학생들», «한림대 교수진», «…회장단»
    cues=TITLES,
)


def find_titled(text: str) -> Iterator[Hit]:
    """Names before a title, each place once; an everyday word there («감나무 님») is what someone is called."""
    for m in _TITLED.finditer(text):
        group = 1 if m[1] else 2
        word, (start, end) = m[group], m.span(group)
        if is_region(word) or not is_name(word, sure=False) or _is_of_place(text, word, end):
            continue
        if " " not in m[0] and (_is_word(m[0], word) or _is_clinic(text, m)):  # «공유주차장»
            continue
        if word[-1] in "한할된될" and is_frequent(word[:-1]):  # «출자를 유지한 조합원»
            continue
        everyday = is_common_word(word) or word in taken_for_names()
        yield start, end, "nickname" if everyday else "person_name", "title"


_PARTICLE = re.compile(r"(?<=[가-힣]{5})님?(?:께서|에게|[이가은는을를와과의도께])$")


def _is_word(written: str, name: str) -> bool:
    """«공유주차장», «부설주차장을»: the title is the end of a word that begins within the name."""
    bare = _PARTICLE.sub("", written)
    return is_common(written) or is_common(bare) or any(is_common_word(bare[n:]) for n in range(1, len(name)))


_ADDRESSED = re.compile(r"[ ](?:님|씨|쌤|샘|형님|누님|어르신)")
_LIVES = re.compile(r"[ ](?:할머니|할아버지|어르신|어머니|아버지|아저씨|아주머니|어린이|학생|이장|통장|반장)")
_PLACE = re.compile(r"[가-힣]{2,}[동리천읍면역골]$")


def _is_of_place(text: str, word: str, end: int) -> bool:
    """«편의점 사장님», «지원금 통장», «신서동 할머니»: where someone belongs, or what a thing is for."""
    if not text.startswith(" ", end):
        return False
    if _PLACE.match(word) and _LIVES.match(text, end):
        return True
    return is_common_word(word) and word not in taken_for_names() and _ADDRESSED.match(text, end) is None


_CLINIC = re.compile(r"[ ]?(?:\d{1,2}층|에서|에[ ]|으로|앞|옆|진료|건너|골목|대기실|마루)")


def _is_clinic(text: str, titled: re.Match[str]) -> bool:
    """«서안성의원 3층»: not someone of the council but a surgery."""
    if not titled[0].endswith("의원"):
        return False
    name = titled[0][:-2]
    return (name[0] in "동서남북신새" and is_region_stem(name[1:])) or _CLINIC.match(text, titled.end()) is not None
