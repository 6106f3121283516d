"""A letter as a mail message (RFC 5322, MIME): plain text and HTML in one, with what list mail needs.

* Message-ID    the same for the same release and reader, so that a mail reader shows a double once
* List-Unsubscribe (RFC 2369), and List-Unsubscribe-Post (RFC 8058) where a web address takes it
* Auto-Submitted (RFC 3834), so that holiday notices are not answered to us

Headers come from the settings, the checked address and our own words; a line break in one is refused.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import quote

from dashboards.letter import Letter
from pipelines.mail.readers import MailError, checked_address
from store.records import Subscription


@dataclass(frozen=True, slots=True)
class Sender:
    """Who the letters are from. `leave`: web address that ends a subscription, the key is appended; may be empty."""

    name: str
    address: str
    leave: str = ""

    @property
    def host(self) -> str:
        return self.address.rpartition("@")[2]

    def leave_link(self, key: str) -> str:
        """Where this reader ends the subscription: the web address, else a mail to the sender."""
        return self.leave + quote(key) if self.leave else self.leave_mail(key)

    def leave_mail(self, key: str) -> str:
        return f"mailto:{self.address}?subject={quote(f'unsubscribe {key}')}"


def sender(written: str, leave: str = "") -> Sender:
    """«두레 <news@centre.example>» as the settings have it. Raises MailError where it is no address."""
    name, address = parseaddr(written)
    if not address:
        raise MailError("DURE_MAIL_FROM is not set; say who the letters are from: 두레 <news@centre.example>.")
    if any(ord(char) < 32 for char in written):
        raise MailError("DURE_MAIL_FROM holds a line break; give one address: 두레 <news@centre.example>.")
    if leave and not leave.startswith(("https://", "http://")):
        raise MailError(f"DURE_MAIL_LEAVE: {leave!r} is no web address; the key of a reader is appended to it.")
    return Sender(name or "두레", checked_address(address), leave)


def message(letter: Letter, reader: Subscription, of: Sender, release: str, at: datetime) -> bytes:
    """The message of one reader. `release` is the version it was made from, `at` goes into the Date header.

    Written with the older classes of the library: the newer ones drop a space where they fold a Korean subject
    (seen with Python 3.11).
    """
    parts: list[Message] = [MIMEText(letter.text, "plain", "utf-8"), MIMEText(letter.html, "html", "utf-8")]
    made = MIMEMultipart("alternative", f"=_{_seal(release, reader.id)}", parts)  # the same letter is the same bytes
    for name, value in _headers(letter, reader, of, release, at).items():
        if "\n" in value or "\r" in value:
            raise MailError(f"The {name} of a letter would hold a line break; nothing was sent.")
        made[name] = value if name != "Subject" else str(Header(value, "utf-8", 76, name).encode())
    return made.as_bytes(policy=compat32.clone(linesep="\r\n"))


def _headers(letter: Letter, reader: Subscription, of: Sender, release: str, at: datetime) -> dict[str, str]:
    leave = [f"<{of.leave_link(reader.id)}>"] if of.leave else []
    headers = {
        "From": formataddr((of.name, of.address)),
        "To": reader.address,
        "Subject": letter.subject,
        "Date": format_datetime(at),
        "Message-ID": f"<{_seal(release, reader.id)}@{of.host}>",
        "List-Id": f"<digest.{of.host}>",
        "List-Unsubscribe": ", ".join([*leave, f"<{of.leave_mail(reader.id)}>"]),
        "Auto-Submitted": "auto-generated",
        "Content-Language": "ko",
    }
    if of.leave:
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _seal(release: str, key: str) -> str:
    """Nothing in it tells the key of the unsubscribe link."""
    return hashlib.sha256(f"{release}/{key}".encode()).hexdigest()[:32]
