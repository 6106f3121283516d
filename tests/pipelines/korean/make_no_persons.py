"""Makes `pipelines/korean/data/no_persons.txt`: words with the syllables of a name that are nobody (Kiwi's dictionary).

`python tests/pipelines/korean/make_no_persons.py > pipelines/korean/data/no_persons.txt`

A surname begins one Korean word in three: nouns («노린재», «정미소») and what verbs become («두꺼운», «모여서»). Of 765
names of three syllables in the annotated posts five are nouns of the dictionary («이슬비», «배수진»); a label or a
signature still lets those through. Kiwi and its model are under Apache-2.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiwipiepy import Kiwi
from make_common_words import write

from pipelines.korean.common_words import common_words
from pipelines.korean.person_words import SURNAMES

MOST = 200_000
"""Morphemes of Kiwi's dictionary; those of other spellings, numbered above, are left out."""
NOUNS, VERBS = frozenset(("NNG", "MAG", "XR")), frozenset(("VV", "VA", "VV-R", "VV-I", "VA-R", "VA-I"))
ENDINGS = (
    ("고", "EC"), ("면", "EC"), ("며", "EC"), ("어서", "EC"), ("어", "EC"), ("니", "EC"), ("게", "EC"), ("지", "EC"),
    ("지만", "EC"), ("려고", "EC"), ("도록", "EC"), ("는데", "EC"), ("거나", "EC"), ("어도", "EC"), ("어야", "EC"),
    ("자", "EF"), ("어요", "EF"), ("네", "EF"), ("기", "ETN"), ("음", "ETN"),
    ("는", "ETM"), ("은", "ETM"), ("을", "ETM"), ("던", "ETM"),
)  # fmt: skip
_NAMED = re.compile(rf"[{SURNAMES}][가-힣]{{2}}")
HEADER = """\
# Words of three syllables that begin with a surname and are nobody: nouns, and forms of verbs.
# Made by tests/pipelines/korean/make_no_persons.py from the dictionary of Kiwi (kiwipiepy_model, Apache-2.0).
"""


def words(kiwi: Kiwi) -> Iterator[str]:
    for number in range(MOST):
        try:
            morpheme = kiwi.morpheme(number)
        except (IndexError, ValueError):
            return
        if morpheme.tag in NOUNS:
            yield morpheme.form
        elif morpheme.tag in VERBS and len(morpheme.form) < 4:
            yield from (kiwi.join([(morpheme.form, morpheme.tag), ending]) for ending in ENDINGS)


def main() -> None:
    found = {word for word in words(Kiwi(num_workers=1)) if _NAMED.fullmatch(word)} - common_words()
    write(HEADER, sorted(found))


if __name__ == "__main__":
    main()
