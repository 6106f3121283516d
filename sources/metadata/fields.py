"""From short words to what they tell: labels with what follows them, words that are named, and what is left over.

A word that nothing names is the writer's name where it stands alone beside the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sources.blocks import flat
from sources.dates import When, read_date
from sources.metadata.roles import (
    COUNT,
    COUNTED,
    DATED,
    LABEL,
    LABELLED,
    MEMBERS,
    NOWHERE,
    is_called,
    is_heading,
    is_name,
    is_whole,
    role_named,
    role_said,
)
from sources.metadata.words import Word
from sources.pick import number
from sources.texts.reporters import byline_name

_LONGEST_NAMED = 24  # characters of a label with a name
_LONGEST_NAME = 14  # characters of a name that nothing calls one
# Behind a name: the writer's IP address or login.
_ADDRESS = re.compile(r"\s{0,3}\((?:[Ii][Pp]\b.{0,40}|[a-z][a-z\d_.*-]{2,19}\)?)$")
# A number after one of these icons does not count readers. Drawings of eyes are known, so other drawings count too.
_OTHER_ICON = re.compile(r"^svg|heart|like|thumb|good|star|love|clap|share|bookmark|down|추천|좋아요|공감", re.I)
_CLOCK = re.compile(r"(?:오[전후]\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s오[전후])?")


@dataclass(slots=True)
class Metadata:
    """The metadata of one post or row; None for what the page does not say. Fields with `_` help to find the others."""

    author: str | None = None
    when: When | None = None
    modified: When | None = None
    views: int | None = None
    comments: int | None = None
    category: str | None = None
    title: str | None = None  # where a category stands glued to it in one heading
    _department: str | None = None
    _dated: tuple[int, ...] = ()  # around the day
    _heading: tuple[int, ...] = ()  # around the title
    _counted: tuple[int, ...] = ()  # around the count of comments


def take(
    told: Metadata,
    words: Sequence[Word],
    fetched_at: datetime,
    title: str,
    *,
    guess_year: bool,
    named_only: bool = False,
) -> None:
    """Fill `told` from the words around a title, in page order: labelled ones first, then what is left over.

    `guess_year` completes dates without a year (in lists); with `named_only`, words that nothing marks are ignored.
    """
    role = ""  # of the label just read
    left: list[Word] = []
    before = 0  # words left over before the title
    for word in words:
        said = word.said
        if is_title(said, title) or begins(word, title):
            role, before, told._heading = "", before or len(left), word.boxes
        elif MEMBERS.fullmatch(said):
            if left and told.author is None:  # the menu of a name, right behind it
                put(told, "author", left.pop().said, word, fetched_at, guess_year)
        elif label := LABEL.fullmatch(said.rstrip(" :：")):
            role = str(label.lastgroup)
        elif (labelled := LABELLED.fullmatch(said)) and _is_labelled(labelled, word):
            put(told, role_said(labelled), labelled["value"], word, fetched_at, guess_year)
            role = ""
        elif role:
            put(told, role, said, word, fetched_at, guess_year)
            role = ""
        elif said[0].isdigit() and (counted := COUNTED.fullmatch(said)):
            put(told, str(counted.lastgroup), said, word, fetched_at, guess_year)
        elif named := role_named(word) or _role_pointed(word) or _role_of_mail(said):
            put(told, named, said, word, fetched_at, guess_year)
        else:
            if told.when is None and (DATED.search(said) or word.exact):
                put(told, "date", said, word, fetched_at, guess_year)
            elif told.when is not None and told.when.date_only and _CLOCK.fullmatch(said):
                told.when = _with_clock(told.when, said)  # the hour in an element of its own
            left.append(word)
    _take_counts(told, left[before:])  # before the title of a row stands its number
    told.author = told.author or told._department
    if not named_only:
        _take_left(told, left[before:], in_row=guess_year)
    if not named_only and before and told.author is None:
        _take_left(told, left, in_row=guess_year)


def _role_of_mail(said: str) -> str:
    return "author" if "@" in said and byline_name(said) else ""


def _role_pointed(word: Word) -> str:
    """The role that a word's tooltip names (`title="Category"`), but for dates, which are known by their shape."""
    label = LABEL.fullmatch(word.exact) if word.exact and len(word.exact) <= _LONGEST_NAMED else None
    return str(label.lastgroup) if label is not None and label["date"] is None else ""


def _is_labelled(found: re.Match[str], word: Word) -> bool:
    """Whether words are a label and its value, not a sentence or heading that begins like one («글 쓰는 사람들»)."""
    return (found["author"] is None and found["department"] is None) or (
        len(word.said) <= _LONGEST_NAMED and "<heading>" not in word.names
    )


def _take_counts(told: Metadata, left: Sequence[Word]) -> None:
    """Take the views from numbers without a label beside the date.

    The number of comments is known from their heading or link. Of the others the largest counts the readers: whoever
    answers or likes has read.
    """
    dated = set(told._dated)
    beside = [word for word in left if dated & set(word.boxes) and COUNT.fullmatch(word.said)]
    counts = [count for word in beside if (count := number(word.said)) is not None]
    led = dated & set(told._counted) and all(word.icon and not _OTHER_ICON.search(word.icon) for word in beside)
    known = told.comments in counts or bool(led)
    counts = [count for count in counts if count != told.comments]
    if told.views is None and counts and (known or (len(counts) > 1 and all(word.icon for word in beside))):
        told.views = max(counts)


def _take_left(told: Metadata, left: Sequence[Word], *, in_row: bool) -> None:
    """Take the one unmarked word beside the date as the author, or as the category where the author is known."""
    beside = _beside(left, told._dated[:2], 3)
    if not beside and told.author is not None and not in_row:  # one box further, only a heading in a box of its own
        beside = [word for word in _beside(left, told._dated[:3], 3) if is_whole(word) and is_heading(word.said)]
    if not beside and told.author is None and not in_row:  # in a box above that of the day, below the title
        below = [word for word in left if not set(word.boxes[:2]) & set(told._heading[:2])]
        beside = _beside(below, told._dated, 4)
    if len(beside) > 1:
        beside = [word for word in beside if is_whole(word)]  # «별명» in an element of its own above «마을 · 3시간 전»
    if len(beside) > 1:
        beside = [word for word in beside if _opens_menu(word)]
    if len(beside) != 1:
        return
    if told.author is None:
        told.author = beside[0].said
    elif told.category is None and is_whole(beside[0]) and is_heading(beside[0].said):
        told.category = beside[0].said


def _beside(left: Sequence[Word], dated: Sequence[int], boxes: int) -> list[Word]:
    """The words that may be names and share one of their nearest `boxes` elements with the date."""
    around = set(dated)
    near = (word for word in left if around & set(word.boxes[:boxes]) and "<heading>" not in word.names)
    return [word for word in near if is_name(word.said) and len(word.said) <= _LONGEST_NAME]


def _opens_menu(word: Word) -> bool:
    """Whether a name stands in a link that leads nowhere: it opens the member's menu."""
    link = word.node.parent
    return link is not None and link.tag == "a" and len(link.attributes.get("href") or "") <= NOWHERE


def put(told: Metadata, role: str, said: str, word: Word, fetched_at: datetime, guess_year: bool) -> None:
    """Set the field `role` to what `said` says, if it is still empty and the words can be such a value."""
    if role == "author" and told.author is None:
        name = (byline_name(said) if "@" in said else None) or _ADDRESS.sub("", said)
        told.author = name if is_called(name) else None
    elif role == "department" and told._department is None and is_name(said):
        told._department = said
    elif role == "category" and told.category is None and not LABEL.fullmatch(said):
        if not is_heading(said, called=_role_pointed(word) == role):
            return
        told.category = said.strip("[](〔【】〕) ")
    elif role == "date" and told.when is None:
        told.when = _date(said, word.exact, fetched_at, guess_year)
        told._dated = word.boxes if told.when else ()
    elif role == "modified" and told.modified is None:
        told.modified = _date(said, "", fetched_at, guess_year)
    elif role in ("views", "comments") and (count := COUNT.match(said)):
        told._counted = word.boxes if role == "comments" else told._counted
        if getattr(told, role) is None:
            setattr(told, role, number(count[1]))


def _date(said: str, exact: str, fetched_at: datetime, guess_year: bool) -> When | None:
    """The date in an attribute (`exact`) where it is finer than the one shown («2시간 전»), else the one shown."""
    told = read_date(exact, fetched_at, guess_year=False) if exact else None
    if told is not None and not told.date_only:
        return told
    shown = read_date(said, fetched_at, guess_year=guess_year)
    return shown if told is None or (shown is not None and shown.at.date() == told.at.date()) else told


def _with_clock(day: When, clock: str) -> When:
    hour, _, half = clock.partition(" 오")  # «4:15 오후», as WordPress sets it
    return read_date(f"{day.at:%Y-%m-%d} {f'오{half} {hour}' if half else clock}") or day


def is_title(said: str, title: str) -> bool:
    """Whether words are the title, or the title as the skin has cut it with «…»."""
    return said == title or (len(said) >= 6 and (said.rstrip("… .") in title or title in said))


def begins(word: Word, title: str) -> bool:
    """Whether a word is the first part of a title that was split at a separator («물목군, 염습지 …»)."""
    return title.startswith(word.said) and title in flat(word.node.text_content)
