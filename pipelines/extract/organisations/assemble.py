"""Mentions → organisations: one mention a place, short forms attached, venues left out, one entry a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pipelines.extract.organisations.aliases import Alias, head_nouns, introduced, occurrences
from pipelines.extract.organisations.kinds import canonical, settle_kind
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import is_plain
from pipelines.korean.legal_forms import is_generic, read_form
from pipelines.korean.names import is_region_stem, squeeze
from store.records import Document, Organisation

Lines = list[tuple[int, int]]

_VENUE_AFTER = re.compile(
    r"^[’'”\"]?(?:\([^)\n]{0,20}\))?\s?(?:(?:\S{0,10}\s){0,2}(?:\d{1,2}층|강당|대강당|대회의실|소회의실|회의실|교육장|교육실|세미나실|그랜드홀|컨벤션홀|본관|별관|광장|주차장|앞마당|앞|옆|운동장|홀|"
    r"\d?청사|캠퍼스|로비|옥상|시청각실)(?![가-힣]{3})|에서\s)"
)
_INSTITUTION = frozenset(("public_agency", "education", "association_network", "foundation", "support_centre"))
_SOCIAL = re.compile("사회적|사회연대|협동조합|생협|사협|자활|마을|공동체|사회혁신|소셜|상생")


def assemble(document: Document, lines: Lines, mentions: Iterable[Mention]) -> tuple[Organisation, ...]:
    """The organisations of one document from all that the grammars proposed."""
    text = document.text
    kept = _one_a_place(mentions)
    kept = [m for m in kept if not _only_venue(text, m, kept)]
    groups = _group(kept)
    aliases = list(introduced(text, kept))
    _attach(text, lines, kept, groups, aliases)
    found = [_organisation(document, members) for members in groups.values() if members]
    return tuple(sorted(found, key=lambda o: (o.mentions[0], o.name)))


def _one_a_place(mentions: Iterable[Mention]) -> list[Mention]:
    """Among overlapping mentions the surest stays, then the longer, then the first."""
    kept: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for m in sorted(set(mentions), key=lambda m: (-m.weight, m.start - m.end, m.start, m.rule)):
        if not any(s < m.end and m.start < e for s, e in taken):
            kept.append(m)
            taken.append((m.start, m.end))
    return sorted(kept, key=lambda m: m.start)


def _only_venue(text: str, mention: Mention, all_mentions: list[Mention]) -> bool:
    """«경남발전연구원에서 … 연다»: an institution outside the social economy, named only as the place."""
    if mention.type not in _INSTITUTION or _SOCIAL.search(mention.text):
        return False
    key = squeeze(mention.text)
    return all(_VENUE_AFTER.match(text[m.end : m.end + 40]) for m in all_mentions if squeeze(m.text) == key)


def key_of(name: str) -> str:
    """Under which name mentions of one document are one: without form glyphs, spaces, case."""
    form, rest, _ = read_form(name)
    return squeeze(
        rest if form in ("company", "limited", "association", "foundation", "welfare", "agri_company") else name
    )


def _group(mentions: list[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = {}
    last: Mention | None = None
    home: dict[str, str] = {}  # an original or its short form → the key of the name it stands behind
    for m in mentions:
        key = key_of(m.text) or squeeze(m.text)
        if m.rule.startswith("original") and m.rule != "original:name" and last is not None:
            home.setdefault(key, home.get(key_of(last.text), key_of(last.text)))
        else:
            last = m
        groups.setdefault(home.get(key, key), []).append(m)
    return groups


def _attach(
    text: str, lines: Lines, kept: list[Mention], groups: dict[str, list[Mention]], aliases: list[Alias]
) -> None:
    taken = {(m.start, m.end) for m in kept}
    owner = {m.start: key for key, members in groups.items() for m in members}
    shorts: dict[str, list[tuple[int, str, str]]] = {}  # word → (from where, key, rule)
    for alias in aliases:
        shorts.setdefault(alias.short, []).append((alias.at, owner[alias.of], alias.rule))
    for key, members in groups.items():
        for word, rule in _own_shorts(members):
            shorts.setdefault(word, []).append((members[0].end, key, rule))
    for word, owners in shorts.items():
        if groups.get(key_of(word)) and key_of(word) not in {o[1] for o in owners}:
            owners = [(at, key, rule) for at, key, rule in owners]
            target = groups[owners[0][1]]
            moved = groups.pop(key_of(word)) if not any(o[1] == key_of(word) for o in owners) else []
            target += moved
            owner |= {m.start: owners[0][1] for m in moved}
        for start, end in lines:
            for s, e in occurrences(text, word, start, end):
                fitting = [o for o in owners if o[0] <= s]
                if fitting and not _covered(s, e, taken):
                    _, key, rule = max(fitting)
                    if key in groups:
                        groups[key].append(Mention(s, e, word, None, rule))
                        taken.add((s, e))
    _attach_heads(text, lines, groups, taken)


def _covered(s: int, e: int, taken: set[tuple[int, int]]) -> bool:
    return any(a < e and s < b for a, b in taken)


def _own_shorts(members: list[Mention]) -> list[tuple[str, str]]:
    """What a body may be called later without an introduction: its name without the form, or its tail."""
    shorts: list[tuple[str, str]] = []
    for m in members:
        form, rest, _ = read_form(m.text)
        if (
            form
            and rest != m.text
            and len(rest) >= 2
            and not is_generic(rest)
            and not is_plain(rest)
            and not is_region_stem(rest)
        ):
            shorts.append((rest, "short:form"))
        last = m.text.split()[-1]
        if (
            " " in m.text
            and not is_generic(last)
            and not is_plain(last)
            and len(last) >= 3
            and m.rule.startswith("form")
        ):
            shorts.append((last, "short:word"))
        squeezed = m.text.replace(" ", "")
        if (
            m.type in ("foundation", "association_network", "public_agency", "central_government")
            and len(squeezed) >= 8
        ):
            shorts += [(squeezed[-n:], "short:tail") for n in range(4, len(squeezed) - 2) if _is_tail(squeezed[-n:])]
    return list(dict.fromkeys(shorts))


def _is_tail(tail: str) -> bool:
    return re.match(r"(?:연대|사회|협동|자활|가치|상생|사회적|의료|마을)", tail) is not None


def _attach_heads(text: str, lines: Lines, groups: dict[str, list[Mention]], taken: set[tuple[int, int]]) -> None:
    """«센터» after «…지원센터» means the one named last; «재단» may mean the parent inside a longer name."""
    named = sorted(
        (m.start, m.text, key)
        for key, members in groups.items()
        for m in members
        if m.rule != "head" and " " not in m.rule
    )
    for start, end in lines:
        for s, e, noun in sorted(head_nouns(text, start, end)):
            if _covered(s, e, taken):
                continue
            before = [(at, name, key) for at, name, key in named if at < s and name.endswith(noun) and name != noun]
            if before:
                groups[before[-1][2]].append(Mention(s, e, noun, None, "head"))
                taken.add((s, e))
            elif parent := _parent_of(noun, [name for at, name, _ in named if at < s]):
                groups.setdefault(squeeze(parent), []).append(Mention(s, e, noun, None, f"parent:{parent}"))
                taken.add((s, e))


def _parent_of(noun: str, names: list[str]) -> str | None:
    for name in reversed(names):
        for word in name.split()[:-1]:
            if word.endswith(noun) and word != noun:
                return word
    return None


def _organisation(document: Document, members: list[Mention]) -> Organisation:
    members = sorted(members, key=lambda m: (m.start, m.end))
    name = canonical(members)
    kind = settle_kind(document, members, name)
    surfaces = dict.fromkeys(m.text for m in members)
    members = [replace(m) for m in members]
    return Organisation(
        name=name,
        type=kind,
        aliases=tuple(s for s in surfaces if s != name),
        mentions=tuple(dict.fromkeys((m.start, m.end) for m in members)),
        rule=members[0].rule,
    )
