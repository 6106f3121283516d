"""Who may be a reader: a mail address and choices, checked before they are kept."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from dashboards.channels import REGIONS
from dashboards.letter import KINDS
from dashboards.words import LABELS
from store.records import Subscription

# RFC 5321 in the form people use: ASCII, no quotes, no comments, a host with a dot (or localhost, for trying out)
_ADDRESS: Final = re.compile(
    r"(?=.{3,254}\Z)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]|localhost)\Z"
)
SECTORS: Final[Mapping[str, str]] = LABELS["sector"]


class MailError(Exception):
    """A letter cannot be made or sent; one sentence says why and what to do."""


def reader(
    address: str, at: datetime, regions: Iterable[str] = (), sectors: Iterable[str] = (), kinds: Iterable[str] = ()
) -> Subscription:
    """A checked subscription with a fresh key. Words or codes may be given for each choice (돌봄, care).

    Raises MailError with one sentence for what is not known.
    """
    return Subscription(
        secrets.token_urlsafe(18), checked_address(address), at,
        _chosen("region", regions, {name: name for name in REGIONS}),
        _chosen("sector", sectors, SECTORS), _chosen("kind", kinds, KINDS),
    )  # fmt: skip


def checked_address(address: str) -> str:
    """The address, its host in small letters. Raises MailError where it is none."""
    address = address.strip()
    if not _ADDRESS.match(address) or len(address.rpartition("@")[0]) > 64:
        raise MailError(f"{ascii(address)[:80]} is no mail address we can send to; give one like name@centre.example.")
    name, _, host = address.rpartition("@")
    return f"{name}@{host.lower()}"


def masked(address: str) -> str:
    """«g…@centre.example»: how an address stands in logs and reports."""
    name, _, host = address.rpartition("@")
    return f"{name[:1]}…@{host}"


def _chosen(what: str, given: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    by_words = {words: code for code, words in known.items()}
    found = []
    for word in given:
        code = word if word in known else by_words.get(word)
        if code is None:
            offered = ", ".join(code if code == words else f"{code} ({words})" for code, words in known.items())
            raise MailError(f"--{what}: «{word}» is not known; there are {offered}.")
        found.append(code)
    return tuple(dict.fromkeys(found))
