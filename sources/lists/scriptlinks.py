"""Links that call a script of their page: which address the script would go to.

Boards of old in-house engines link to «javascript:goView('2301')», and their page says what that means: `function
goView(idx){ location.href = "view.asp?b_code=EDU&b_idx=" + idx; }`. Followed are only functions whose address is put
together from texts and their parameters, and those that fill a form and send it, by GET or to a server that reads both
ways: `function goView(i){ document.f.idx.value = i; document.f.action = "view.asp"; document.f.submit(); }`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from sources.blocks import Node, Tree
from sources.page import Page
from sources.pick import attribute

_FUNCTION = re.compile(r"function\s{1,9}(\w{1,40})\s{0,9}\(([\w\s,]{0,80})\)\s{0,9}\{([^{}]{0,400})\}")
_GOES = re.compile(r"location(?:\.href)?\s{0,9}=\s{0,9}([^;\n]{1,300})")
_SENDS = re.compile(r"(?:document\.)?(\w{1,40})\.submit\(\)")
_CALLED = re.compile(r"(?:var|let|const)\s{1,9}(\w{1,40})\s{0,9}=\s{0,9}(document\.\w{1,40})\s{0,9};")
_TOKEN = re.compile(r"_?(?:csrf|token)\w{0,20}|\w{0,20}_token", re.I)  # of this visit, and no part of an address
_FILLS = r"(?:document\.)?{form}\.(\w{{1,40}})(?:\.value)?\s{{0,9}}=\s{{0,9}}([^;\n]{{1,200}})"
_CALL = re.compile(r"\s{0,9}(?:javascript:)?\s{0,9}(?:return\s)?\s{0,9}(\w{1,40})\(([^()]{0,200})\)", re.I)
_PART = re.compile(r"""\s{0,9}(?:"([^"<>]{0,200})"|'([^'<>]{0,200})'|(\w{1,40}))\s{0,9}(?:\+|$)""")
_GIVEN = re.compile(r"""\s{0,9}(?:"([^"<>]{0,100})"|'([^'<>]{0,100})'|(\d{1,12}))\s{0,9}""")
_NOWHERE = re.compile(r"#\w{0,20}|javascript:\s?(?:void\(\s?0?\s?\))?;?", re.I)
_MOST = 500  # links of a page that are looked at


@dataclass(frozen=True, slots=True)
class _Function:
    """What a function of the page goes to: texts and the places of its parameters between them."""

    parts: tuple[str | int, ...]

    def address(self, given: list[str]) -> str | None:
        if any(isinstance(part, int) and part >= len(given) for part in self.parts):
            return None
        return "".join(given[part] if isinstance(part, int) else part for part in self.parts)


def write_addresses(page: Page, tree: Tree) -> None:
    """Give each link that calls such a function the address as its `href`."""
    called = "javascript:" in page.text or "onclick" in page.text
    if not called or not ("location" in page.text or ".submit()" in page.text):
        return
    known = _functions(page.text) | _sending(page.text, tree)
    for link in tree.css("a[href^='javascript:'],a[onclick]")[:_MOST] if known else ():
        if (address := _address(_script_of(link), known)) is not None:
            link.attrs["href"] = address


def _script_of(link: Node) -> str:
    """What a link calls: in its `href`, or, where that leads nowhere («#none»), when it is clicked."""
    href = attribute(link, "href")
    return attribute(link, "onclick") if not href or _NOWHERE.fullmatch(href) else href


def _functions(text: str) -> dict[str, _Function]:
    found: dict[str, _Function] = {}
    for function in _FUNCTION.finditer(text):
        goes = _GOES.search(function[3])
        parts = _parts(goes[1].strip(), [name.strip() for name in function[2].split(",")]) if goes else ()
        if parts:
            found[function[1]] = _Function(parts)
    return found


def _sending(text: str, tree: Tree) -> dict[str, _Function]:
    """Functions that fill fields of a form and send it: as addresses, if it asks by GET."""
    found: dict[str, _Function] = {}
    for function in _FUNCTION.finditer(text) if ".submit()" in text else ():
        does = _in_full(function[3])
        sends = _SENDS.search(does)
        form = tree.css_first(f"form[name={sends[1]}],form#{sends[1]}") if sends else None
        if sends is None or form is None:
            continue
        names = [name.strip() for name in function[2].split(",")]
        filled = re.finditer(_FILLS.format(form=sends[1]), does)
        values = {fill[1]: _parts(fill[2].strip(), names) for fill in filled}
        asks = attribute(form, "method").lower() != "post" or _reads_both(form, values)
        if asks and values and all(values.values()):
            found[function[1]] = _Function(_of_form(form, values))
    return found


def _in_full(does: str) -> str:
    """«var f = document.list; f.submit();» → «… document.list.submit();»."""
    for called, form in _CALLED.findall(does):
        does = re.sub(rf"(?<![\w.]){called}(?=\.)", form, does)
    return does


def _reads_both(form: Node, values: dict[str, tuple[str | int, ...]]) -> bool:
    """Whether a form posts to a Java server of public bodies («/board/view.do»): those also read parameters in an
    address."""
    action = values.get("action", (attribute(form, "action"),))
    return len(action) == 1 and str(action[0]).endswith(".do")


def _of_form(form: Node, values: dict[str, tuple[str | int, ...]]) -> tuple[str | int, ...]:
    """The address a form asks for, the filled fields last."""
    action = values.pop("action", (attribute(form, "action"),))
    fields = {attribute(field, "name"): attribute(field, "value") for field in form.css("input[type=hidden]")}
    kept = urlencode({n: value for n, value in fields.items() if value and n not in values and not _TOKEN.fullmatch(n)})
    parts: list[str | int] = [*action, "?" + kept]
    for name, value in values.items():
        parts += [f"&{name}=" if parts[-1] != "?" else f"{name}=", *value]
    return tuple(parts)


def _parts(expression: str, names: list[str]) -> tuple[str | int, ...]:
    """The texts and parameters of «"view.asp?no=" + no»; nothing where anything else is in it."""
    parts: list[str | int] = []
    at = 0
    while at < len(expression):
        part = _PART.match(expression, at)
        if part is None or (part[3] is not None and part[3] not in names):
            return ()
        parts.append(names.index(part[3]) if part[3] is not None else (part[1] or part[2] or ""))
        at = part.end()
    return tuple(parts)


def _address(href: str, known: Mapping[str, _Function]) -> str | None:
    call = _CALL.match(href)
    if call is None or call[1] not in known:
        return None
    given = [_GIVEN.fullmatch(one) for one in call[2].split(",")] if call[2].strip() else []
    said = [found[1] or found[2] or found[3] or "" for found in given if found is not None]
    return known[call[1]].address(said) if len(said) == len(given) else None
