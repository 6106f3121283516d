"""What the filters of a page offer: regions, sectors and kinds of its lines, each with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dashboards import words
from dashboards.site.lines import EventLine, StoryLine

Choices = dict[str, list[tuple[str, str, int]]]
"""Per filter: (code, its words, lines that have it), the most frequent first."""

NOWHERE: Final = "전국"


def choices(lines: Iterable[EventLine | StoryLine]) -> Choices:
    """The choices for events, stories, or both; kinds are those of events."""
    known = list(lines)
    return offered(
        {
            "region": Counter(line.region for line in known),
            "sector": Counter(code for line in known for code in line.sectors),
            "kind": Counter(line.kind for line in known if isinstance(line, EventLine)),
        },
        {"sector": "sector", "kind": "event_kind"},
    )


def offered(counted: Mapping[str, Mapping[str, int]], subjects: Mapping[str, str]) -> Choices:
    """Counts in order, «전국» last. `subjects`: the label list of a filter; without one a code is its own words."""

    def named(key: str, code: str) -> str:
        return words.label(subjects[key], code) if key in subjects else code

    return {
        key: [
            (code, named(key, code), n)
            for code, n in sorted(counts.items(), key=lambda pair: (pair[0] == NOWHERE, -pair[1], pair[0]))
        ]
        for key, counts in counted.items()
    }
