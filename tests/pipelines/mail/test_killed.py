"""Killed in the middle of the mail: nobody gets a letter twice, and whose letter is unclear is said."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from invented_edition import TODAY, edition
from smtp_server import NOW, SITE, Started
from typer.testing import CliRunner

from pipelines.mail.readers import reader
from pipelines.publish import stage
from store import mailing
from store.session import open_store, sqlite_address

DURE = str(Path(sys.executable).with_name("dure"))
PEOPLE = tuple(f"r{n}@centre.example" for n in range(5))
KILLED = """
import os, signal, sys
from pipelines.cli import main
from pipelines.mail import post
from pipelines.mail import stage
wanted, moment = int(sys.argv.pop(1)), sys.argv.pop(1)
sends = []
send = post.Post.send
def dying(self, *given):
    sends.append(1)
    if len(sends) == wanted and moment == "before": os.kill(os.getpid(), signal.SIGKILL)
    answer = send(self, *given)
    if len(sends) == wanted and moment == "after": os.kill(os.getpid(), signal.SIGKILL)
    return answer
post.Post.send = dying
main()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    stage.publish_edition(edition(), tmp_path / "published", site_url=SITE)
    store = open_store(sqlite_address(tmp_path))
    with store.begin() as session:
        for n, address in enumerate(PEOPLE):
            mailing.subscribe(session, reader(address, NOW + timedelta(seconds=n)))
    store.close()
    return tmp_path


def _environment(started: Started) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DURE_")}
    smtp = {"DURE_SMTP_HOST": "localhost", "DURE_SMTP_PORT": str(started.server.port), "DURE_SMTP_SECURITY": "starttls"}
    own = {"DURE_MAIL_FROM": "두레 <news@centre.example>", "DURE_SITE_URL": SITE}
    return {**clean, **smtp, **own, "DURE_SMTP_AUTHORITY": str(started.server.authority)}


def _dure(home: Path, started: Started, *given: str) -> subprocess.CompletedProcess[str]:
    command = [DURE, "mail", "send", "--late", "--home", str(home), *given]
    return subprocess.run(command, env=_environment(started), capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_around_a_letter_and_sent_again(home: Path, start: Callable[..., Started], moment: str) -> None:
    """Killed after the claim and before the server's answer was written: taken or not, it is not sent again."""
    smtp = start("starttls")
    command = [sys.executable, "-c", KILLED, "3", moment, "mail", "send", "--late", "--home", str(home)]
    died = subprocess.run(command, env=_environment(smtp), capture_output=True, check=False, timeout=300)
    assert died.returncode == -signal.SIGKILL, died.stderr
    after = _dure(home, smtp)
    assert after.returncode == 1 and "r…@centre.example may or may not have gone out" in after.stderr
    assert after.stdout.strip() == f"{TODAY}: already 2, unclear 1, sent 2"
    got = [to for to, _ in smtp.inbox.taken]
    assert len(got) == len(set(got)), "somebody got it twice"
    assert set(PEOPLE) - set(got) == ({PEOPLE[2]} if moment == "before" else set())
    quiet = _dure(home, smtp)
    assert quiet.returncode == 0 and quiet.stdout.strip() == f"{TODAY}: already 5"


def test_a_person_may_send_an_unclear_one_again(home: Path, start: Callable[..., Started]) -> None:
    smtp = start("starttls")
    smtp.inbox.at_data[PEOPLE[0]] = "hang up"
    assert _dure(home, smtp).returncode == 1
    smtp.inbox.at_data.clear()
    done = _dure(home, smtp, "--again", PEOPLE[0])
    assert done.returncode == 0 and len(smtp.inbox.to(PEOPLE[0])) == 1 and len(smtp.inbox.taken) == 5


def test_the_command_line(
    home: Path, start: Callable[..., Started], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers come and go; --dry-run writes the letters and sends and writes down nothing."""
    from pipelines.cli import app
    from pipelines.cli.people import UsageError

    smtp = start("starttls")
    for name, value in _environment(smtp).items():
        monkeypatch.setenv(name, value)

    def ask(*given: str) -> str:
        done = CliRunner().invoke(app, ["mail", *given, "--home", str(home)])
        if isinstance(done.exception, UsageError):
            raise done.exception
        complaints.append(done.stderr)
        return done.stdout

    complaints: list[str] = []
    assert "new@centre.example" in ask("add", "new@centre.example", "--region", "강원", "--sector", "돌봄")
    with pytest.raises(UsageError, match="is a reader already"):
        ask("add", "new@centre.example")
    assert "강원 · 돌봄" in ask("list")
    assert "5 letters" in ask("send", "--dry-run", str(tmp_path / "letters")), "nothing in 강원 for 돌봄 that day"
    assert complaints[-1] == "Nothing new of what they chose, so no letter: new@centre.example\n"
    assert len(list((tmp_path / "letters").glob("*.eml"))) == 5
    assert smtp.inbox.taken == [] and "sent" not in ask("list")
    assert "gets no more mail" in ask("remove", "new@centre.example") and "new@" not in ask("list")
    with pytest.raises(UsageError, match="There is no reader"):
        ask("remove", "new@centre.example")
