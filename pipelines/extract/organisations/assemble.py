"""Mentions → organisations: one mention a place, short forms attached, venues left out, one entry a name.

All steps are linear in text and mentions: places are marked in a byte a character, short forms are looked up
in an index of the document's words (tokens.uses).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pipelines.extract.organisations.aliases import head_nouns, introduced, occurrences
from pipelines.extract.organisations.kinds import canonical, settle_kind
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import is_plain
from pipelines.korean.known_bodies import known_alternatives
from pipelines.korean.legal_forms import GENERIC, HEAD_NOUNS, is_generic, read_form
from pipelines.korean.names import is_region_stem, squeeze
from pipelines.korean.spelling import respell
from store.records import Document, Organisation

Lines = list[tuple[int, int]]
Groups = dict[str, list[Mention]]

_ROOM = re.compile(
    r"^[’'”\"]?(?:\([^)\n]{0,20}\))?\s?(?:\S{0,10}\s){0,2}(?:\d{1,2}층|강당|대강당|대회의실|소회의실|회의실|교육장|교육실|세미나실|그랜드홀|컨벤션홀|"
    r"본관|별관|광장|주차장|앞마당|앞|옆|운동장|홀|\d?청사|캠퍼스|로비|옥상|시청각실|교실|체육관|강의실|뒤뜰|마당|부지|옛터)(?![가-힣]{3})"
)
_HELD_THERE = re.compile(
    r"^[’'”\"]?(?:\([^)\n]{0,20}\))?\s?에서\s[^.\n]{0,60}(?:열|연다|여는|개최|진행|치르|치른|치러|가졌|마련|모여|만나)"
)
_PLACE_LABEL = re.compile(
    r"(?:장\s{0,4}소|(?<!여는 )(?<!돕는 )(?<!맡은 )(?<!맡는 )(?<!거드는 )(?<!꾸리는 )(?<!만드는 )(?<!함께하는 )곳|위치)"
    r"\s{0,3}[:：][^:：]{0,20}$"
)
"""«여는 곳 : …» names a host, «모이는 곳 : …» a place."""
_INSTITUTION = frozenset(("other", "public_agency", "education", "association_network", "foundation", "support_centre"))
_SOCIAL = re.compile("사회적|사회연대|사회경제|협동조합|생협|사협|자활|마을|공동체|사회혁신|소셜|상생")


def assemble(document: Document, lines: Lines, mentions: Iterable[Mention]) -> tuple[Organisation, ...]:
    """The organisations of one document from all that the grammars proposed."""
    text = document.text
    free = _Places(len(text), lines)
    kept = [m for m in _without_venues(text, _one_a_place(mentions)) if free.take(m.start, m.end)]
    groups = _group(kept)
    _attach(text, kept, groups, free)
    _attach_heads(text, groups, free)
    found = [_organisation(document, members) for members in groups.values() if members]
    return tuple(sorted(found, key=lambda o: (o.mentions[0], o.name)))


class _Places:
    """Which characters may still become a mention: inside the article's own lines, and not taken yet."""

    def __init__(self, size: int, lines: Lines) -> None:
        self._open = bytearray(size)
        for start, end in lines:
            self._open[start:end] = b"\x01" * (end - start)

    def take(self, start: int, end: int) -> bool:
        if self._open.count(1, start, end) < end - start:
            return False
        self._open[start:end] = bytes(end - start)
        return True


def _one_a_place(mentions: Iterable[Mention]) -> list[Mention]:
    """Among overlapping mentions the surest stays, then the longer, then the first."""
    ordered = sorted(set(mentions), key=lambda m: (-m.weight, m.start - m.end, m.start, m.rule))
    taken = bytearray(max((m.end for m in ordered), default=0))
    kept = []
    for m in ordered:
        if not any(taken[m.start : m.end]):
            taken[m.start : m.end] = b"\x01" * (m.end - m.start)
            kept.append(m)
    return sorted(kept, key=lambda m: m.start)


def _without_venues(text: str, mentions: list[Mention]) -> list[Mention]:
    """«경남발전연구원에서 … 연다»: an institution outside the social economy, named only as the place, is left out."""
    elsewhere = {squeeze(m.text) for m in mentions if not _is_place(text, m)}
    return [m for m in mentions if m.type not in _INSTITUTION or _SOCIAL.search(m.text) or squeeze(m.text) in elsewhere]


def _is_place(text: str, m: Mention) -> bool:
    line = text[max(0, m.start - 30) : m.start].rpartition("\n")[2]
    if _PLACE_LABEL.search(line):
        return True
    after = text[m.end : m.end + 90]
    return _ROOM.match(after) is not None or _HELD_THERE.match(after) is not None


def key_of(name: str) -> str:
    """Under which name mentions of one document are one: without form glyphs, spaces, case, long words short."""
    form, rest, _ = read_form(name)
    dropped = form in ("company", "limited", "association", "foundation", "welfare", "agri_company")
    return respell((squeeze(rest) if dropped else squeeze(name)) or squeeze(name) or name)


def _group(mentions: list[Mention]) -> Groups:
    groups: Groups = {}
    last: str | None = None
    home: dict[str, str] = {}  # an original or its short form → the key of the name it stands behind
    for m in mentions:
        key = key_of(m.text)
        if m.rule in ("original", "original:short") and last is not None:
            home.setdefault(key, last)
        else:
            last = home.get(key, key)
        groups.setdefault(home.get(key, key), []).append(m)
    return groups


def _attach(text: str, kept: list[Mention], groups: Groups, free: _Places) -> None:
    """Further places of a name, and of the short forms that the text introduces or that follow from it."""
    owner = {m.start: key for key, members in groups.items() for m in members}
    shorts: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)  # word → {key: (from where, rule)}
    for alias in introduced(text, kept):
        key = owner[alias.of]
        shorts[alias.short].setdefault(key, (alias.at, alias.rule))
        own = key_of(alias.short)
        if own != key and own in groups and all(m.start > alias.of for m in groups[own]):
            groups[key] += groups.pop(own)  # «…(이하 지원센터)»: what looked like a name of its own
            owner |= {m.start: key for m in groups[key]}
    _join_guessed(groups)
    for key, members in groups.items():
        for word, rule, at in _own_shorts(members):
            if key_of(word) == key or key_of(word) not in groups:
                known = shorts[word].get(key)
                shorts[word][key] = min(known, (at, rule)) if known else (at, rule)
    for word, owners in shorts.items():
        for start, end in occurrences(text, word):
            fitting = [(at, key, rule) for key, (at, rule) in owners.items() if at <= start and key in groups]
            if fitting and free.take(start, end):
                _, key, rule = max(fitting)
                groups[key].append(Mention(start, end, word, None, rule))


_GUESSED = ("called", "agent", "neighbour")


def _join_guessed(groups: Groups) -> None:
    """«맑은손 대표는 …», then «노동자협동조합 맑은손»: what was only guessed to be a body is the one whose form the
    text tells."""
    for key in tuple(groups):
        for m in groups.get(key, ()):
            form, rest, _ = read_form(m.text)
            bare_key = key_of(m.text.split()[-1] if " " in m.text else rest) if form or m.rule == "form:coop" else key
            if bare_key != key and bare_key in groups and all(g.rule.startswith(_GUESSED) for g in groups[bare_key]):
                guessed = [replace(g, type=None) for g in groups.pop(bare_key)]
                groups[key] = sorted([*groups[key], *guessed], key=lambda g: g.start)
                break


_SAID_AGAIN = (
    *("status", "quoted", "founded", "label", "row", "original"),
    *("neighbour", "called", "agent", "defined", "column", "known", "run"),
)


def _own_shorts(members: list[Mention]) -> list[tuple[str, str, int]]:
    """What a body is called elsewhere in the text: (word, rule, from where on)."""
    shorts: list[tuple[str, str, int]] = []
    for m in members:
        if m.rule.startswith(_SAID_AGAIN):
            shorts.append((m.text, "again", 0 if len(m.text) > 2 else m.end))
        form, rest, _ = read_form(m.text)
        if form and rest != m.text and len(rest) >= 2 and _own_word(rest):
            shorts.append((rest, "short:form", m.end))
        if form and len(stem := _FIELD_TAIL.sub("", rest)) >= 3 and stem != rest and _own_word(stem):
            shorts.append((stem, "short:stem", m.end))
        shorts += [(other, "short:known", m.end) for other in known_alternatives(m.text)]
        last = m.text.split()[-1]
        if last != m.text and len(last) >= 3 and m.rule.startswith("form") and _own_word(last):
            shorts.append((last, "short:word", m.end))
        whole = m.text.replace(" ", "")
        if m.type in ("foundation", "association_network", "public_agency") and 8 <= len(whole) <= 40:
            shorts += [(whole[-n:], "short:tail", m.end) for n in range(4, len(whole) - 2) if _TAIL.match(whole[-n:])]
    return list(dict.fromkeys(shorts))


_FIELD_TAIL = re.compile(rf"[ ]?(?:{GENERIC.pattern})+$")  # «민들레» of «민들레의료복지사회적협동조합»
_TAIL = re.compile(r"(?:연대|사회|협동|자활|가치|상생|의료|마을)")


def _own_word(word: str) -> bool:
    return not (is_generic(word) or is_plain(word) or is_region_stem(word))


def _attach_heads(text: str, groups: Groups, free: _Places) -> None:
    """«센터» after «…지원센터» means the one named last; «재단» may mean the parent inside a longer name."""
    named = sorted((m.start, m.text, key) for key, members in groups.items() for m in members)
    last: dict[str, str] = {}
    parents: dict[str, str] = {}
    i = 0
    for start, end, noun in sorted(head_nouns(text)):
        while i < len(named) and named[i][0] < start:
            _remember(named[i][1], named[i][2], last, parents)
            i += 1
        if noun in last and free.take(start, end):
            groups[last[noun]].append(Mention(start, end, noun, None, "head"))
        elif noun not in last and noun in parents and free.take(start, end):
            parent = parents[noun]
            groups.setdefault(squeeze(parent), []).append(Mention(start, end, noun, None, f"parent:{parent}"))


def _remember(name: str, key: str, last: dict[str, str], parents: dict[str, str]) -> None:
    for noun in HEAD_NOUNS:
        if (name.endswith(noun) and name != noun) or (noun == "재단" and name.startswith(("재단법인", "(재)", "㈶"))):
            last[noun] = key
        for word in name.split()[:-1]:
            if word.endswith(noun) and word != noun:
                parents[noun] = word


def _organisation(document: Document, members: list[Mention]) -> Organisation:
    members = sorted(members, key=lambda m: (m.start, m.end))
    name = canonical(members, document.published_at.date() if document.published_at else None)
    return Organisation(
        name=name,
        type=settle_kind(document, members, name),
        aliases=tuple(s for s in dict.fromkeys(m.text for m in members) if s != name),
        mentions=tuple((m.start, m.end) for m in members),
        rule=members[0].rule,
    )
