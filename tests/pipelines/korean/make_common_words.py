"""Makes `pipelines/korean/data/common_words.txt`: the everyday words of Korean, by frequency, from Kiwi's dictionary.

`python tests/pipelines/korean/make_common_words.py > pipelines/korean/data/common_words.txt`

Kiwi numbers its morphemes by falling frequency, so a bound on the number keeps what a reader of a newspaper meets.
Proper nouns stay out: the list says which words are *no* names by themselves. Kiwi and its model are under Apache-2.0.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from kiwipiepy import Kiwi

MOST = 26_000
"""Numbers above are rare words («담을», «이음») that a body may well be called by."""
TAGS = frozenset(("NNG", "MAG", "MAJ", "NP", "XR", "MM"))
_WORD = re.compile("[가-힣]{2,6}")
HEADER = """\
# Everyday Korean words, the most frequent first: nouns, adverbs and roots that name no body by themselves.
# Made by tests/pipelines/korean/make_common_words.py from the dictionary of Kiwi (kiwipiepy_model, Apache-2.0).
"""


def words() -> list[str]:
    """The words in the order of their frequency."""
    kiwi = Kiwi(num_workers=1)
    found = (kiwi.morpheme(number) for number in range(MOST))
    return list(dict.fromkeys(m.form for m in found if m.tag in TAGS and _WORD.fullmatch(m.form)))


def write(header: str, listed: Iterable[str]) -> None:
    """A word list as `pipelines.korean.wordlist` reads it: a comment, then lines full of words."""
    sys.stdout.write(header)
    line = ""
    for word in listed:
        if len(line) + len(word) > 118:
            print(line)
            line = ""
        line = f"{line} {word}".strip()
    print(line)


def main() -> None:
    write(HEADER, words())


if __name__ == "__main__":
    main()
