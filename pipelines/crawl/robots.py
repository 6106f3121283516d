"""robots.txt as RFC 9309 says: who may ask for what, and what an answer (or none) to /robots.txt means.

Protego matches rules (longest match, `*`, `$`, percent-encoding); what it is given is normalised here, because
it compares product tokens by prefix and lets unknown lines end a group, which the RFC does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import urlsplit

from protego import Protego

from pipelines.crawl.response import Failure, Response

AGENT = "dure"
"""Our product token (RFC 9309 §2.2.1), as sites write it into their rules."""

MAX_BYTES = 500 * 1024
"""§2.5: at least so much is parsed; what comes after is not looked at."""

KEPT_FOR = timedelta(hours=24)  # §2.4
KEPT_WHEN_CLOSED = timedelta(hours=1)  # an outage is asked about again soon
KEPT_WHEN_SILENT = timedelta(days=30)
"""§2.4: an earlier answer may be used beyond a day while none is to be had; §2.3.1.4 calls 30 days a long time."""

Meaning = Literal["rules", "open", "closed"]

_TOKEN = re.compile(r"[A-Za-z_-]{1,200}")
_GROUP_FIELDS = frozenset({"allow", "disallow", "crawl-delay"})


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host said, and when. `text` is normalised and set only where `meaning` is "rules"; `silent_at` is when
    it was asked again in vain.
    """

    meaning: Meaning
    fetched_at: datetime
    text: str = ""
    why: str = ""
    silent_at: datetime | None = None

    def fresh(self, now: datetime) -> bool:
        """Whether it need not be asked for again."""
        if self.silent_at is not None:
            return now - self.silent_at < KEPT_WHEN_CLOSED
        return now - self.fetched_at < (KEPT_WHEN_CLOSED if self.meaning == "closed" else KEPT_FOR)

    def while_silent(self, now: datetime) -> Robots | None:
        """This answer as it holds on where the next one did not come; None where there is nothing to hold on to."""
        if self.meaning == "closed" or now - self.fetched_at > KEPT_WHEN_SILENT:
            return None
        return replace(self, silent_at=now)

    def why_not(self, url: str) -> str:
        """Why the address may not be fetched; empty where it may. /robots.txt itself always may (§2.2.2)."""
        if urlsplit(url).path == "/robots.txt" or self.meaning == "open":
            return ""
        if self.meaning == "closed":
            return f"robots.txt could not be had ({self.why}), so the whole site counts as closed"
        return "" if _rules(self.text).can_fetch(url, AGENT) else "disallowed by robots.txt"

    @property
    def crawl_delay(self) -> float | None:
        """Seconds a site asks for between two requests."""
        return _rules(self.text).crawl_delay(AGENT) if self.meaning == "rules" else None

    def as_state(self) -> dict[str, Any]:
        """What the store keeps between runs."""
        at = self.fetched_at.isoformat()
        silent = {"silent_at": self.silent_at.isoformat()} if self.silent_at else {}
        return {"meaning": self.meaning, "fetched_at": at, "text": self.text, "why": self.why, **silent}


def from_state(state: Mapping[str, Any]) -> Robots | None:
    """What the store kept; None where it cannot be read."""
    try:
        at = datetime.fromisoformat(str(state["fetched_at"]))
        silent = datetime.fromisoformat(str(state["silent_at"])) if state.get("silent_at") else None
        return Robots(state["meaning"], at, str(state.get("text", "")), str(state.get("why", "")), silent)
    except (KeyError, ValueError):
        return None


def robots_url(url: str) -> str:
    """Where the rules for an address are (§2.3)."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def meaning_of(answer: Response) -> Robots:
    """What the answer to /robots.txt means (§2.3.1). Redirects have been followed, at most five.

    2xx: its rules. 4xx, or redirects without end: no rules, open. 5xx, 429 and whatever kept us from an
    answer: closed; a site in trouble is left alone.
    """
    at = answer.fetched_at
    if answer.failure in (Failure.REDIRECTS, Failure.PRIVATE_ADDRESS):  # the page itself is refused by its right name
        return Robots("open", at, why=answer.detail)
    if answer.failure is not None:
        return Robots("closed", at, why=answer.detail or str(answer.failure))
    if 200 <= answer.status < 300:
        return Robots("rules", at, normalised(answer.body))
    if 400 <= answer.status < 500 and answer.status != 429:
        return Robots("open", at, why=f"status {answer.status}")
    return Robots("closed", at, why=f"status {answer.status}")


def normalised(body: bytes) -> str:
    """The lines that concern us: groups for our token keep it, groups for others become one stranger's.

    A BOM is dropped, the text cut at 500 KiB (a line cut in two goes with the rest), comments and
    unknown lines are left out, so that they end no group.
    """
    text = _cut(body).decode("utf-8", "replace").removeprefix("\ufeff")
    lines = []
    for line in re.split(r"\r\n|\r|\n", text):
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if colon and name == "user-agent":
            lines.append(f"user-agent: {_token(value)}")
        elif colon and name in _GROUP_FIELDS:
            lines.append(f"{name}: {value}")
    return "\n".join(lines)


def _cut(body: bytes) -> bytes:
    if len(body) <= MAX_BYTES:
        return body
    head = body[:MAX_BYTES]
    return head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1]


def _token(value: str) -> str:
    if value.startswith("*"):
        return "*"
    match = _TOKEN.match(value)
    return AGENT if match and match[0].lower() == AGENT else "stranger"


@lru_cache(maxsize=256)
def _rules(text: str) -> Protego:
    return Protego.parse(text)
