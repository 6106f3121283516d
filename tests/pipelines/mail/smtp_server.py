"""What a real SMTP server (aiosmtpd) of the tests takes, and how it answers."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any, cast

from aiosmtpd.smtp import AuthResult, Envelope, Session

from pipelines.mail.post import Server

SITE = "https://dure.example.com/"
NOW = datetime(2026, 11, 20, 22, tzinfo=UTC)


@dataclass
class Inbox:
    """What the server took, and how it answers: `answers` by recipient, for RCPT and after DATA."""

    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    at_rcpt: dict[str, str] = field(default_factory=dict)
    at_data: dict[str, str] = field(default_factory=dict)
    logins: list[bytes] = field(default_factory=list)

    async def handle_RCPT(self, server: Any, session: Session, envelope: Envelope, to: str, options: Any) -> str:
        answer = self.at_rcpt.get(to, "250 ok")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(to)
        return answer

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        to = envelope.rcpt_tos[0]
        answer = self.at_data.get(to, "250 taken")
        if answer == "hang up":
            server.transport.abort()
            return "250 never heard"
        if answer.startswith("250"):
            made = email.message_from_bytes(cast(bytes, envelope.original_content), policy=email.policy.default)
            self.taken.append((to, cast(EmailMessage, made)))
        return answer

    def authenticate(self, server: Any, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        self.logins.append(data.login)
        return AuthResult(success=data.password == b"right", handled=False)

    def to(self, address: str) -> list[EmailMessage]:
        return [made for to, made in self.taken if to == address]


@dataclass(frozen=True)
class Started:
    inbox: Inbox
    server: Server
