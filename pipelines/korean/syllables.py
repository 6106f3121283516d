"""Syllables by what they end in, for classes of characters: Unicode has them in order, 28 endings for each beginning.

>>> "할" in TO_COME, "하" in TO_COME, "했" in PAST
(True, False, True)
"""

from __future__ import annotations

_FIRST, _LAST, _ENDINGS = 0xAC00, 0xD7A3, 28
_NONE, _NIEUN, _RIEUL, _SSANG_SIOT = 0, 4, 8, 20


def _ending_in(final: int) -> str:
    return "".join(chr(code) for code in range(_FIRST + final, _LAST + 1, _ENDINGS))


TO_COME = _ending_in(_RIEUL)
"""In ㄹ, as verbs of what is to come: «일할 주민», «꾸릴 기획단»."""
PAST = _ending_in(_SSANG_SIOT)
"""In ㅆ, as verbs of the past."""
NOW = _ending_in(_NIEUN)
"""In ㄴ, as verbs of the present before «다»: «연다», «기다린다», and of what is done in front of nouns: «넘긴»."""
OPEN = _ending_in(_NONE)
"""In a vowel, as verbs before «요»: «나눠요», «쉬어요»."""
