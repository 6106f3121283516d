"""Names that no grammar vouches for: any words in quotes, any word that ends as bodies and houses do.

«우수상은 순창의 ‘고추장이장네’», «… 두레농장에서 왔다»: most are none (titles, mottoes, shops that one passes), so
all of them go to `judging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.organisations.actors import PLACED
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.readings import told_words
from pipelines.extract.organisations.tokens import splits
from pipelines.korean.legal_forms import ending_of, weak_ending_of

_QUOTED = re.compile(r"[‘'“\"「『<《]([가-힣A-Za-z][^’'”\"」』>》\n,.!?]{1,15})[’'”\"」』>》]")
_MOST_WORDS = 3
_LEAST_OF_ITS_OWN = 2
"""Letters in front of a weak ending: «우리의원» is one's name, «큰병원» any."""


def find_guesses(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line that only the weights can tell from other words."""
    for quoted in _QUOTED.finditer(text, start, end):
        if len(quoted[1].split()) <= _MOST_WORDS:
            ending = ending_of(quoted[1])
            yield Mention(*quoted.span(1), quoted[1], ending[1] if ending else None, "guess:quoted", weight=1)
    for _, word in told_words(text, start, end):
        for base, _ in splits(word.text):
            weak = weak_ending_of(base)
            stop = word.start + len(base)
            own = weak is not None and len(base) >= len(weak[0]) + _LEAST_OF_ITS_OWN
            if own and not PLACED.match(text, stop):
                yield Mention(word.start, stop, base, None, "guess:ending", weight=1)
