"""Addresses: which parts of one name a document, and which only tell how somebody came to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote_to_bytes, urlencode, urljoin, urlsplit, urlunsplit

from sources.words import holds_any

DEFAULT_PORTS = {"http": 80, "https": 443}
_SAME_SITE = ("www.", "m.", "mobile.", "amp.")  # one site under several names
_NEEDS_CARE = ("/.", " ", "\n", "\t", "\\", "[", ":///", "://#", "://?")  # not to be taken as they stand
_JOINED_WITH_CARE = ("/.", "//", " ", "\n", "\t", "\\", "[", "?#", ";")  # nor a path to be set behind an origin
_PATH_PARAMETER = re.compile(r";[^/?#]{0,200}")  # «;jsessionid=…» of Java servers


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart. `site` is host[:port] without www./m. and default ports; path and query are decoded."""

    scheme: str
    site: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    fragment: str = ""

    def number(self, name: str) -> str | None:
        """A parameter's value if it is a plain number, without leading zeros."""
        value = self.query.get(name, "").strip()
        return str(int(value)) if value.isascii() and value.isdigit() and len(value) <= 25 else None

    def word(self, name: str) -> str | None:
        """A parameter's value if it is an identifier (letters, digits, `_`, `-`)."""
        value = self.query.get(name, "").strip()
        return value if re.fullmatch(r"[\w-]{1,80}", value) else None


@lru_cache(maxsize=8192)
def parse(url: str) -> Address:
    """Take an address apart. Never raises: an impossible one has an empty site."""
    try:
        parts = urlsplit(url.strip().replace("&amp;", "&"))
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        return Address("", "", "", {})
    pairs = parse_qsl(parts.query, keep_blank_values=True, encoding="latin-1", max_num_fields=None)
    query = {name: _read(value) for name, value in pairs}  # of a repeated name the last, as PHP takes it
    site = _site(host) + (f":{port}" if port and port != DEFAULT_PORTS.get(parts.scheme.lower()) else "")
    path = _PATH_PARAMETER.sub("", unquoted(parts.path)) or "/"
    return Address(parts.scheme.lower(), site, path, query, parts.fragment)


def absolute(base: str, href: str | None) -> str | None:
    """The address a link leads to; None for scripts, anchors of the same page and what is no address."""
    href = (href or "").strip()
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:", "about:", "blob:")):
        return None
    if href.startswith(("http://", "https://")) and href.isascii() and not holds_any(href, _NEEDS_CARE):
        return href.partition("#")[0]
    if _is_plain_path(href):
        origin = _origin(base)
        return origin + href.partition("#")[0] if origin else None
    try:
        url = urljoin(base, "".join(href.split("\n")).replace("\t", ""))
        parts = urlsplit(url)
    except ValueError:
        return None
    return urlunsplit(parts._replace(fragment="")) if parts.scheme in ("http", "https") and parts.netloc else None


def _is_plain_path(href: str) -> bool:
    """Whether a link only needs the origin put before it: nothing in it that `urljoin` would change."""
    if not href.startswith("/") or href.endswith("?") or not href.isascii():
        return False
    return not holds_any(href, _JOINED_WITH_CARE)


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    """Scheme and host of a web address, empty for anything else. Cached: most links of a page share it."""
    parts = _split(base)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in DEFAULT_PORTS and parts.netloc else ""


def with_query(url: str, **values: str | int | None) -> str:
    """The address with some parameters set (None removes one); the order of the others stays."""
    parts = _split(url)
    pairs = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in values]
    pairs += [(name, str(value)) for name, value in values.items() if value is not None]
    return urlunsplit(parts._replace(query=urlencode(pairs, quote_via=quote), fragment=""))


def keep(url: str, *names: str) -> str:
    """The address with only the named parameters, in the order of the names."""
    parts = _split(url)
    said = dict(parse_qsl(parts.query, keep_blank_values=True))
    pairs = [(name, said[name]) for name in names if name in said]
    return urlunsplit(parts._replace(query=urlencode(pairs, quote_via=quote), fragment=""))


def _split(url: str) -> SplitResult:
    """`urlsplit` that never raises: an impossible address becomes a path without a host."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def unquoted(text: str) -> str:
    """Percent-decoding of UTF-8, or of CP949 where old boards wrote that."""
    return _bytes_read(unquote_to_bytes(text)) if "%" in text else text


def _read(value: str) -> str:
    """`parse_qsl` gave the bytes as Latin-1 (characters typed unescaped were never Latin-1 and stay)."""
    try:
        return _bytes_read(value.encode("latin-1"))
    except UnicodeEncodeError:
        return value


def _bytes_read(raw: bytes) -> str:
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _site(host: str) -> str:
    """Lower case, punycode, one name for www., m. and the bare host."""
    host = host.lower().rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return host
    for prefix in _SAME_SITE:
        if host.startswith(prefix) and host.count(".") >= 2:
            return host[len(prefix) :]
    return host
