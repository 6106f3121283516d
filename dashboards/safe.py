"""Making foreign text inert before it is kept in the published file or shown.

Titles come from anyone. Markup is escaped by the templates; here goes what escaping does not
stop: control characters, overrides of the reading direction, and addresses that are not the web's.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

_UNWANTED = re.compile(
    "["
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"  # controls; tab, CR and LF become spaces
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, embeddings, overrides, isolates
    "\u200b\u2060\ufeff\ufffe\uffff"  # invisible; the last two may not stand in XML
    "\ud800-\udfff"  # halves of a surrogate pair cannot be written as UTF-8
    "]"
)
_PART = r"[A-Za-z0-9%/:=&~+!$,;'@()*._-]"
_PLAIN_LINK = re.compile(rf"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/{_PART}*)?(?:\?{_PART}+)?(?:#{_PART}+)?\Z")
"""What `web_link` gives back as it is: nearly every address, and taking it apart is most of the time of a release."""
FORMULA = frozenset("=+-@\t\r|")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}\Z")


def clean(text: str) -> str:
    """One line of visible characters in canonical composition, at most 20,000 of them."""
    visible = text[:20_000]
    if _UNWANTED.search(visible):
        visible = _UNWANTED.sub("", visible)
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def web_link(url: str) -> str:
    """The address if it is plain http(s) with a host, else an empty string."""
    if len(url) <= 2000 and _PLAIN_LINK.match(url):
        return url
    try:
        parts = urlsplit(url.strip())
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.username or parts.password:
            return ""
    except ValueError:  # e.g. a bracket that opens an IPv6 host and never closes
        return ""
    return quote(parts.geturl(), safe="%/:=&?~#+!$,;'@()*[]")[:2000]


def cell(value: object) -> object:
    """A value for CSV: text that a spreadsheet would take for a formula gets an apostrophe in front."""
    if isinstance(value, str) and value and value[0] in FORMULA:
        return "'" + value
    return value


def file_name(identity: str) -> str:
    """An id as a file name: itself where that is safe, else a hash of it."""
    if _FILE_NAME.match(identity):
        return identity
    import hashlib

    return "x" + hashlib.sha256(identity.encode()).hexdigest()[:24]
