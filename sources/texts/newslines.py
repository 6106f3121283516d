"""Which lines of a body container are the article's: what a paper puts around its text is taken off at both ends.

Six things get into bodies (field guide §20): captions, 부제, the closing signature, copyright lines, share words and
advertisement labels, and leads of other articles. The tests of single lines are in `sources/texts/newswords.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sources.texts.inserts import asks_to_follow, begins_as_advertisement
from sources.texts.newswords import (
    caption_of,
    credited,
    is_advertisement,
    is_copyright,
    is_gate,
    is_header,
    is_others_heading,
    is_paper,
    is_sentence,
    is_share,
    is_tail_words,
    is_translation_heading,
    share_only,
    signature,
    without_lead_byline,
    without_tail_signature,
)
from sources.texts.reporters import byline_name, has_title

_DASHED = re.compile(r"[-–—]\s?[^:：]{2,80}$")
_LETTER = re.compile(r"[^\W_]")
_MARKS = re.compile(r"[\W_]{1,10}")
_OPENS = ("[", "<", "(")
_NOTE = 160
_BELOW_COPYRIGHT = 4  # lines from the last on in which that of the copyright closes an article
TAIL, HEAD = 10, 4  # how many lines from the ends the rules for ends may look at


@dataclass(frozen=True, slots=True)
class Lines:
    """The article's own lines, and what was taken out of them and is worth keeping."""

    text: tuple[str, ...]
    captions: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    author: str | None = None


@dataclass(slots=True)
class _Taken:
    captions: list[str] = field(default_factory=list)
    subtitles: list[str] = field(default_factory=list)
    author: str | None = None


def own_lines(
    lines: list[str], *, title: str = "", author: str = "", said: tuple[str, ...] = (), paper: str = ""
) -> Lines:
    """The lines of a body container without what the paper puts around an article.

    `said` are subtitles and captions known from elsewhere on the page: where they open the body they are repeats.
    """
    taken = _Taken()
    rest = [line for line in lines if not (is_advertisement(line) or share_only(line, strict=True))]
    rest = [line for line in rest if line[:1] not in _OPENS or not begins_as_advertisement(line)]
    rest = _without_others(rest)
    rest = _without_captions(rest, taken)
    rest = _without_head(rest, title, said, paper, taken)
    rest = _without_tail(rest, author, paper, taken)
    return Lines(tuple(rest), tuple(taken.captions), tuple(taken.subtitles), taken.author)


# --- stretches of lines ----------------------------------------------------------------------


def _without_others(lines: list[str]) -> list[str]:
    """Cut at a heading of other articles, if it stands in the last part and no long prose follows it."""
    translated = next((at for at, line in enumerate(lines) if at and is_translation_heading(line)), len(lines))
    lines = lines[:translated]
    last_prose = max((at for at, line in enumerate(lines) if len(line) > 150 and is_sentence(line)), default=-1)
    for at in range(max(1, last_prose), len(lines)):
        if is_others_heading(lines[at]):
            return lines[:at]
    return lines


def _without_captions(lines: list[str], taken: _Taken) -> list[str]:
    kept: list[str] = []
    after_caption = False
    for line in lines:
        caption = caption_of(line)
        if caption is not None:
            taken.captions.append(caption)
        elif not (after_caption and line.lstrip()[:1] in ("ⓒ", "©") and len(line) < 40):
            kept.append(line)
        after_caption = caption is not None
    return kept


def _without_head(lines: list[str], title: str, said: tuple[str, ...], paper: str, taken: _Taken) -> list[str]:
    """Repeats of the title and of subtitles, bylines, and a 부제 set as «- …» before the first sentence."""
    known = [text for text in (title, *said) if text]
    longest = 2 * max(map(len, known), default=0)  # with all the marks that `_plain` leaves out
    rest = list(lines)
    if title in rest[1:HEAD] and not any(map(is_sentence, rest[: (at := rest.index(title, 1))])):
        rest = rest[at + 1 :]  # the container holds the headline, below its section
    rest = _below_header(rest, taken)
    for _ in range(HEAD):
        if len(rest) < 2:
            break
        line = rest[0]
        if (len(line) <= longest and _plain(line) in map(_plain, known)) or is_share(line) or is_copyright(line):
            rest.pop(0)
        elif signature(line) is not None:
            taken.author = taken.author or signature(line) or None
            rest.pop(0)
        elif is_header(line) or is_paper(line, paper):
            rest.pop(0)
        elif _DASHED.match(line) and not is_sentence(line) and len(line) < 80 and any(map(is_sentence, rest[1:4])):
            taken.subtitles.append(line.lstrip("-–— ").strip())
            rest.pop(0)
        else:
            break
    if rest:
        rest[0] = without_lead_byline(rest[0])
    return [line for line in rest if line]


def _below_header(lines: list[str], taken: _Taken) -> list[str]:
    """What follows a line of time and reporter near the top; short lines above it are the 부제 (a page of tables and
    fonts, whose text has no container of its own)."""
    for at, line in enumerate(lines[1:HEAD], 1):
        if (
            is_header(line)
            and has_title(line)
            and not any(is_sentence(above) or len(above) > 80 for above in lines[:at])
        ):
            taken.subtitles += lines[:at]
            taken.author = taken.author or byline_name(line)
            return lines[at + 1 :]
    return lines


def _without_tail(lines: list[str], author: str, paper: str, taken: _Taken) -> list[str]:
    """From the end upwards, as long as lines are signature, copyright, buttons, notices or tips; notes («※ …») stay."""
    rest, notes = _above_copyright(lines), []
    for _ in range(TAIL):
        if not rest:
            break
        if _is_tail(rest[-1], author, taken) or is_paper(rest[-1], paper):
            rest.pop()
        elif rest[-1].startswith("※") and len(rest[-1]) <= _NOTE:
            notes.append(rest.pop())  # is text, and the signature stands above it
        else:
            break
    if rest:
        rest[-1] = without_tail_signature(rest[-1], author)
    return [*rest, *reversed(notes)]


def _above_copyright(lines: list[str]) -> list[str]:
    """The lines above a paper's copyright line, if little follows it: the reporter's self-description, mostly."""
    for at in range(max(1, len(lines) - _BELOW_COPYRIGHT), len(lines)):
        if is_copyright(lines[at]) and all(len(line) <= _NOTE for line in lines[at:]):
            return lines[:at]
    return list(lines)


def _is_tail(line: str, author: str, taken: _Taken) -> bool:
    name = signature(line, author)
    if name is not None:
        taken.author = name or credited(line) or taken.author
        return True
    if is_copyright(line) or is_share(line) or is_gate(line) or is_others_heading(line):
        return True
    wordless = _LETTER.search(line) is None  # «“”», «***»
    return wordless or is_tail_words(line) or line == author or asks_to_follow(line)


def _plain(text: str) -> str:
    return _MARKS.sub("", text)
