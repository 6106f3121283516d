"""Letters over a real SMTP server: TLS, refusals, lost connections, and nobody gets one twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from invented_edition import TODAY, D, edition
from smtp_server import NOW, SITE, Started

from pipelines.mail import stage as mail
from pipelines.mail.message import sender
from pipelines.mail.post import Server
from pipelines.mail.readers import MailError, reader
from pipelines.publish import stage
from store import mailing
from store.records import Delivery
from store.session import Store

OF = sender("두레 <news@centre.example>")
PEOPLE = tuple(f"{name}@centre.example" for name in ("ga", "na", "da", "ra"))


@pytest.fixture
def readers(store: Store) -> Store:
    with store.begin() as session:
        for n, address in enumerate(PEOPLE):
            assert mailing.subscribe(session, reader(address, NOW + timedelta(seconds=n)))
    return store


def _send(store: Store, release: Path, server: Server) -> mail.MailTally:
    return mail.send(store, release, server, OF, SITE, now=lambda: NOW)


def _states(store: Store) -> dict[str, str]:
    with store.begin() as session:
        names = {r.id: r.address for r in mailing.subscriptions(session)}
        return {names[d.subscription_id]: d.state for d in mailing.deliveries(session, TODAY)}


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_each_reader_gets_one_letter(
    readers: Store, release: Path, start: Callable[..., Started], security: str
) -> None:
    smtp = start(security)
    tally = _send(readers, release, smtp.server)
    assert tally.good and tally.counts == {"sent": 4}
    assert [to for to, _ in smtp.inbox.taken] == list(PEOPLE)
    assert {str(made["To"]) for _, made in smtp.inbox.taken} == set(PEOPLE)
    again = _send(readers, release, smtp.server)
    assert again.good and again.counts == {"already": 4} and len(smtp.inbox.taken) == 4


def test_a_password_goes_over_tls_only(readers: Store, release: Path, start: Callable[..., Started]) -> None:
    smtp = start("starttls", user="centre")
    assert _send(readers, release, smtp.server).counts == {"sent": 4} and smtp.inbox.logins[0] == b"centre"
    with pytest.raises(MailError, match="open line"):
        replace(smtp.server, security="none")


def test_a_wrong_password_is_one_sentence_without_it(
    readers: Store, release: Path, start: Callable[..., Started]
) -> None:
    smtp = start("starttls", user="centre", password="wrong-and-secret")
    with pytest.raises(MailError, match="refused the user or the password") as told:
        _send(readers, release, smtp.server)
    assert "wrong-and-secret" not in str(told.value) + repr(smtp.server)
    assert _states(readers) == {}, "nobody's letter is claimed where there is no connection"


def test_a_certificate_of_a_stranger_is_refused(readers: Store, release: Path, start: Callable[..., Started]) -> None:
    smtp = start("starttls")
    with pytest.raises(MailError, match="No safe line"):
        _send(readers, release, replace(smtp.server, authority=None))


def test_a_server_that_is_away_or_not_what_was_asked(
    readers: Store, release: Path, start: Callable[..., Started]
) -> None:
    with pytest.raises(MailError, match="does not answer"):
        _send(readers, release, Server("localhost", 1, "none"))
    with pytest.raises(MailError, match="DURE_SMTP_SECURITY"):
        _send(readers, release, replace(start("none").server, security="starttls"))


@pytest.mark.parametrize(
    ("step", "answer", "state"),
    [
        ("at_rcpt", "550 no such person", "refused"),
        ("at_rcpt", "450 later", "failed"),
        ("at_data", "554 not this text", "refused"),
        ("at_data", "451 full", "failed"),
        ("at_data", "hang up", "unclear"),
    ],
)
def test_a_failure_for_one_does_not_stop_the_rest(
    readers: Store, release: Path, start: Callable[..., Started], step: str, answer: str, state: str
) -> None:
    smtp = start()
    getattr(smtp.inbox, step)["na@centre.example"] = answer
    tally = _send(readers, release, smtp.server)
    assert tally.counts == {"sent": 3, state: 1}
    assert {to for to, _ in smtp.inbox.taken} == set(PEOPLE) - {"na@centre.example"}
    assert _states(readers)["na@centre.example"] == state
    [said] = tally.complaints
    assert "n…@centre.example" in said and "na@" not in said, "reports do not carry whole addresses"
    getattr(smtp.inbox, step).clear()
    _send(readers, release, smtp.server)
    tried_again = len(smtp.inbox.to("na@centre.example"))
    assert tried_again == (1 if state == "failed" else 0), "only what was surely not taken goes out again"


def test_a_server_that_dies_midway_leaves_the_rest_for_the_next_round(
    readers: Store, release: Path, start: Callable[..., Started], monkeypatch: pytest.MonkeyPatch
) -> None:
    smtp = start()
    smtp.inbox.at_data["na@centre.example"] = "hang up"
    whole = mail.Post.connect
    calls: list[int] = []

    def once(self: mail.Post) -> None:
        calls.append(1)
        if len(calls) > 1:
            raise MailError("The mail server is away.")
        whole(self)

    monkeypatch.setattr(mail.Post, "connect", once)
    tally = _send(readers, release, smtp.server)
    assert tally.counts == {"sent": 1, "unclear": 1} and "The mail server is away." in tally.complaints
    monkeypatch.undo()
    after = _send(readers, release, smtp.server)
    assert after.counts == {"already": 2, "sent": 2}
    assert [to for to, _ in smtp.inbox.taken] == ["ga@centre.example", "da@centre.example", "ra@centre.example"]


def test_the_next_day_brings_what_is_new(
    readers: Store, release: Path, start: Callable[..., Started], tmp_path: Path
) -> None:
    smtp = start()
    _send(readers, release, smtp.server)
    following = stage.publish_edition(edition(as_of=TODAY + D), tmp_path / "next", site_url=SITE)
    assert following.folder is not None
    tally = mail.send(readers, following.folder, smtp.server, OF, SITE, now=lambda: NOW + D)
    assert tally.counts == {"sent": 4}
    first, second = smtp.inbox.to("ga@centre.example")
    assert "새 소식" in str(first["Subject"]) and "새 소식" not in str(second["Subject"]), "nothing is told twice"
    assert "마감 임박" in str(second["Subject"]), "a deadline is a reminder every day"
    assert first["Message-ID"] != second["Message-ID"]


def test_a_second_release_of_the_day_is_no_second_letter(
    readers: Store, release: Path, start: Callable[..., Started], tmp_path: Path
) -> None:
    smtp = start()
    _send(readers, release, smtp.server)
    other = stage.publish_edition(edition(events=()), tmp_path / "again", site_url=SITE)
    assert other.folder is not None and other.folder.name != release.name
    assert _send(readers, other.folder, smtp.server).counts == {"already": 4}


def test_stopped_old_or_unreachable_releases_send_nothing(
    readers: Store, release: Path, start: Callable[..., Started], tmp_path: Path
) -> None:
    smtp = start()
    with pytest.raises(MailError, match="no reader can go"):
        mail.send(readers, release, smtp.server, OF, "http://127.0.0.1:8710/")
    with pytest.raises(MailError, match="30 days old"):
        mail.send(readers, release, smtp.server, OF, SITE, now=lambda: NOW + 30 * D)
    with pytest.raises(MailError, match="no release"):
        mail.send(readers, tmp_path / "current", smtp.server, OF, SITE)
    assert smtp.inbox.taken == []


def test_a_claim_is_made_once(store: Store) -> None:
    who = reader("ga@centre.example", NOW)
    letter = Delivery(who.id, TODAY, "r", "sending", NOW)
    with store.begin() as session:
        mailing.subscribe(session, who)
        assert mailing.claim(session, letter) and not mailing.claim(session, letter)
        mailing.settle(session, letter, "failed", NOW, "450 later")
        assert mailing.claim(session, letter), "what was surely not taken may be claimed again"
        assert mailing.unsubscribe(session, "ga@centre.example") == who
        assert mailing.deliveries(session, TODAY) == [] and mailing.unsubscribe(session, who.id) is None
