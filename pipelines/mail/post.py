"""The mail server of the operator: one connection, one answer per letter.

`TLS` from the first byte (port 465), STARTTLS (587), or nothing, which never carries a password.
Certificates are checked. What the answer means is decided here, because only here it is known at
which step it came: before the text was handed over nothing was taken; after it, silence is unclear.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal

from pipelines.mail.readers import MailError
from store.records import DeliveryState

Security = Literal["starttls", "tls", "none"]
PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """The settings of the operator. `authority`: a certificate file for a server of one's own making."""

    host: str
    port: int = 0
    security: Security = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    authority: Path | None = None

    def __post_init__(self) -> None:
        if self.security == "none" and self.user:
            raise MailError("DURE_SMTP_SECURITY is none and DURE_SMTP_USER is set: no password goes over an open line.")

    @property
    def where(self) -> str:
        return f"{self.host}:{self.port or PORTS[self.security]}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a letter, and the server's words where it did not go well."""

    state: DeliveryState
    detail: str = ""


class Post:
    """An open connection that is made again when the server closed it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.line: smtplib.SMTP | None = None

    def __enter__(self) -> Post:
        self.connect()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.hang_up()

    def connect(self) -> None:
        """Raises MailError with one sentence where the server does not take us."""
        with _explained(self.server):
            self.line = _connected(self.server)

    def hang_up(self) -> None:
        line, self.line = self.line, None
        if line is not None:
            try:
                line.quit()
            except (smtplib.SMTPException, OSError):
                line.close()

    def send(self, made: bytes, sender: str, to: str) -> Answer:
        """Hand one letter over. Raises MailError only where no connection can be made any more."""
        if self.line is None or not self._alive():
            self.connect()
        line = self.line
        assert line is not None
        try:
            refused = _envelope(line, sender, to)
        except (smtplib.SMTPException, OSError) as error:  # it had no text yet, so it took nothing
            self.hang_up()
            return Answer("failed", _words(error))
        if refused is not None:
            return refused
        try:
            code, said = line.data(made)
        except smtplib.SMTPDataError as error:  # it answered DATA itself: no text went over
            self._reset()
            return _answer(error.smtp_code, error.smtp_error)
        except (smtplib.SMTPException, OSError) as error:  # silence after the text: it may have been taken
            self.hang_up()
            return Answer("unclear", _words(error))
        if code != 250:
            self._reset()
        return _answer(code, said)

    def _alive(self) -> bool:
        try:
            return self.line is not None and self.line.noop()[0] == 250
        except (smtplib.SMTPException, OSError):
            return False

    def _reset(self) -> None:
        try:
            if self.line is not None:
                self.line.rset()
        except (smtplib.SMTPException, OSError):
            self.hang_up()


def _envelope(line: smtplib.SMTP, sender: str, to: str) -> Answer | None:
    """MAIL and RCPT; an answer where the server says no."""
    line.ehlo_or_helo_if_needed()
    for code, said in (line.mail(sender), line.rcpt(to)):
        if code not in (250, 251):
            line.rset()
            return _answer(code, said)
    return None


def _connected(server: Server) -> smtplib.SMTP:
    port, context = server.port or PORTS[server.security], ssl.create_default_context(cafile=server.authority)
    own = socket.gethostname()  # smtplib would look it up in the DNS, which takes 5 s where there is none
    line: smtplib.SMTP
    if server.security == "tls":
        line = smtplib.SMTP_SSL(server.host, port, own, timeout=SECONDS, context=context)
    else:
        line = smtplib.SMTP(server.host, port, own, timeout=SECONDS)
    try:
        if server.security == "starttls":
            line.starttls(context=context)
        if server.user:
            line.login(server.user, server.password)
    except BaseException:
        line.close()
        raise
    return line


@contextmanager
def _explained(server: Server) -> Iterator[None]:
    """Errors of the connection as one sentence for the operator; the password never stands in it."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        say = "refused the user or the password; check DURE_SMTP_USER and DURE_SMTP_PASSWORD"
        raise MailError(f"The mail server {server.where} {say} (code {error.smtp_code}).") from None
    except smtplib.SMTPNotSupportedError as error:
        say = "check DURE_SMTP_SECURITY (starttls, tls or none)"
        raise MailError(f"The mail server {server.where} does not offer what was asked ({error}); {say}.") from None
    except ssl.SSLError as error:
        say = "check DURE_SMTP_SECURITY, or name its authority with DURE_SMTP_AUTHORITY"
        raise MailError(f"No safe line to the mail server {server.where} ({error.reason}); {say}.") from None
    except (smtplib.SMTPException, OSError) as error:
        say = "check DURE_SMTP_HOST and DURE_SMTP_PORT"
        raise MailError(f"The mail server {server.where} does not answer ({_words(error)}); {say}.") from None


def _answer(code: int, said: bytes | str) -> Answer:
    """250: taken. 4xx: not now, tried again. 5xx: not at all (RFC 5321 §4.2.1)."""
    if code == 250:
        return Answer("sent")
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return Answer("failed" if 400 <= code < 500 else "refused", f"{code} {' '.join(words.split())}"[:300])


def _words(error: Exception) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:300]
