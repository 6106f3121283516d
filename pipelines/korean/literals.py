"""Words without which a pattern cannot fit: `re` has no such search of its own, and tries a pattern at every character.

>>> sorted(needed(r"[가-힣]{2,20}(?:이|가)\\s(?:주최|후원)"))
['주최', '후원']
>>> needed(r"[가-힣]+") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from typing import Any

MOST_WORDS, LONGEST = 100, 24
_MOST_OF_A_CLASS = 16
"""Characters of a class that are still told one by one."""
_parser = import_module("re._parser")  # what `re` itself reads patterns with
_TRANSPARENT = ("AT", "ASSERT", "ASSERT_NOT")
"""They take up no characters, so what stands around them is adjacent."""

Words = frozenset[str]
_EMPTY: Words = frozenset(("",))


def needed(pattern: str) -> Words | None:
    """Every match has one of these words inside; None where nothing useful can be said."""
    parsed = _parser.parse(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return None
    return max(_candidates(parsed), key=_worth, default=None)


def longest(pattern: str) -> int:
    """Characters of the longest match with what it looks ahead to; more than any text has where nothing bounds it."""
    parsed = _parser.parse(pattern)
    return int(parsed.getwidth()[1]) + sum(_looks_ahead(parsed))


def _looks_ahead(sequence: Any) -> Iterator[int]:
    for operation, argument in sequence:
        if str(operation) == "ASSERT" and argument[0] > 0:  # below nought: what it looks back to
            yield int(argument[1].getwidth()[1])
        for part in _parts(str(operation), argument):
            yield from _looks_ahead(part)


def _parts(operation: str, argument: Any) -> list[Any]:
    """The sequences inside of an operation."""
    if operation in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return [argument[-1]]
    if operation == "BRANCH":
        return list(argument[1])
    return [argument] if operation == "ATOMIC_GROUP" else [argument[2]] if operation.endswith("REPEAT") else []


def _worth(words: Words) -> tuple[int, int]:
    """The longer the shortest of them the rarer they are, up to three syllables; of such sets the smallest."""
    return min(3, *map(len, words)), -len(words)


def _candidates(sequence: Any) -> Iterator[Words]:
    """Sets of words of which a match of the whole sequence has one: of each run of parts that are told exactly, and of
    each part that has such a set of its own."""
    run = _EMPTY
    for operation, argument in sequence:
        exact = _exact(str(operation), argument)
        longer = None if exact is None else _joined(run, exact)
        if longer is not None:
            run = longer
            continue
        yield from _useful(run)
        run = exact if exact is not None else _EMPTY
        if exact is None:
            yield from _inner(str(operation), argument)
    yield from _useful(run)


_EVERYWHERE = frozenset(
    "이가은는을를에의도로와과고다하한서기시사지일인대해자어으라리나전장수원정부상화들회조0123456789."
)
"""Characters that most sentences have."""


def _useful(words: Words) -> Iterator[Words]:
    told = {word.strip() for word in words}
    if "" not in told and told.isdisjoint(_EVERYWHERE):
        yield frozenset(word for word in told if next(_shorter(word, told), None) is None)


def _shorter(word: str, words: set[str]) -> Iterator[str]:
    """Those of the words that stand in this one: where it stands they do, too."""
    parts = (word[a:b] for a in range(len(word)) for b in range(a + 1, len(word) + 1))
    return (part for part in parts if part != word and part in words)


def _inner(operation: str, argument: Any) -> Iterator[Words]:
    """Sets of a part that is not told exactly: a group, a repeat that happens at least once, alternatives."""
    if operation == "SUBPATTERN" and not argument[1] & re.IGNORECASE:
        yield from _candidates(argument[3])
    elif operation == "ATOMIC_GROUP":
        yield from _candidates(argument)
    elif operation.endswith("REPEAT") and argument[0] > 0:
        yield from _candidates(argument[2])
    elif operation == "BRANCH":
        best = [max(_candidates(branch), key=_worth, default=None) for branch in argument[1]]
        told = [words for words in best if words is not None]
        if len(told) == len(best) and len(union := frozenset[str]().union(*told)) <= MOST_WORDS:
            yield union


def _exact(operation: str, argument: Any) -> Words | None:
    """All that a part may fit, where that is a short list; else None."""
    if operation in _TRANSPARENT:
        return _EMPTY
    if operation == "LITERAL":
        return frozenset((chr(argument),))
    if operation == "IN":
        return _of_class(argument)
    if operation == "SUBPATTERN" and not argument[1] & re.IGNORECASE:
        return _all_of(argument[3])
    if operation == "ATOMIC_GROUP":
        return _all_of(argument)
    if operation == "BRANCH":
        branches = [_all_of(branch) for branch in argument[1]]
        told = [words for words in branches if words is not None]
        return _bounded(frozenset[str]().union(*told)) if len(told) == len(branches) else None
    if operation.endswith("REPEAT") and argument[1] == 1:
        once = _all_of(argument[2])
        return None if once is None else once | _EMPTY if argument[0] == 0 else once
    return None


def _all_of(sequence: Any) -> Words | None:
    found: Words | None = _EMPTY
    for operation, argument in sequence:
        exact = _exact(str(operation), argument)
        found = _joined(found, exact) if found is not None and exact is not None else None
    return found


def _of_class(members: Any) -> Words | None:
    found: set[str] = set()
    for operation, argument in members:
        if str(operation) == "LITERAL":
            found.add(chr(argument))
        elif str(operation) == "RANGE" and argument[1] - argument[0] < _MOST_OF_A_CLASS:
            found |= {chr(code) for code in range(argument[0], argument[1] + 1)}
        else:
            return None
    return frozenset(found) if len(found) <= _MOST_OF_A_CLASS else None


def _joined(left: Words, right: Words) -> Words | None:
    if len(left) * len(right) > MOST_WORDS:
        return None
    return _bounded(frozenset(a + b for a, b in product(left, right)))


def _bounded(words: Words) -> Words | None:
    return words if len(words) <= MOST_WORDS and max(map(len, words)) <= LONGEST else None
