"""A real SMTP server (aiosmtpd) on loopback, with and without TLS, and a release to send."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from databases import fresh_store
from invented_edition import edition
from ports import free_port
from smtp_server import SITE, Inbox, Started

from pipelines.mail.post import Security, Server
from pipelines.publish import stage
from store.session import Store


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    """A certificate authority of the test's own."""
    made = trustme.CA()
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    made.cert_pem.write_to_path(str(path))
    return made, path


@pytest.fixture
def start(authority: tuple[trustme.CA, Path]) -> Iterator[Callable[..., Started]]:
    """`start("starttls", user="centre")`: a server of that kind on a free port of loopback."""
    running: list[Controller] = []

    def begin(security: Security = "none", user: str = "", password: str = "right") -> Started:
        ca, path = authority
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        ca.issue_cert("localhost").configure_cert(context)
        inbox = Inbox()
        more: dict[str, Any] = {"server_hostname": "localhost"}  # or it asks the DNS for its own name
        if security == "tls":
            more |= {"ssl_context": context}
        if security == "starttls":
            more |= {"tls_context": context, "require_starttls": True}
        if user:
            more |= {"authenticator": inbox.authenticate, "auth_required": True, "auth_require_tls": security != "tls"}
        controller = Controller(inbox, hostname="127.0.0.1", port=free_port(), ready_timeout=60, **more)
        controller.start()
        running.append(controller)
        return Started(
            inbox, Server("localhost", controller.port, security, user, password, path if security != "none" else None)
        )

    yield begin
    for controller in running:
        controller.stop()


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = stage.publish_edition(edition(), tmp_path_factory.mktemp("published"), site_url=SITE)
    assert made.folder is not None
    return made.folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = fresh_store(tmp_path)
    yield opened
    opened.close()
