"""The round of one day: for each reader a letter is made, claimed, handed over and settled.

::

    readers ─► letter (None: nothing for them) ─► claim «sending» ─► mail server ─► sent · failed · refused · unclear
                                                  └ committed ┘                    └────────── committed ──────────┘

Nobody gets a day's letter twice: a claim is made once. Killed before the claim, the letter goes out
in the next round; killed after it, it may have gone out, so it never does again by itself, and the
next round says whose it was. `failed` (surely not taken) is tried again in the next round of the day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboards.letter import Desk, Letter, Wanted
from dashboards.safe import file_name
from dashboards.site import held
from dashboards.site.digest import open_digest
from pipelines.mail.message import Sender, message
from pipelines.mail.post import Post, Server
from pipelines.mail.readers import MailError, masked
from store import mailing
from store.counted import counted
from store.records import Delivery, Subscription
from store.session import Store

REMEMBERED = timedelta(days=8)
"""A little longer than the longest gap of a letter: which stories were told is asked no further back."""
OLDEST = timedelta(days=2)
NOT_WELL = {
    "failed": "was not taken and is tried again in the next round of the day",
    "refused": "was refused",
    "unclear": "may or may not have gone out, so it is not sent again (`dure mail send --again ADDRESS` sends it)",
}


@dataclass(frozen=True, slots=True)
class MailTally:
    """What became of the letters of a day. `already`: settled in an earlier round."""

    day: str
    counts: Mapping[str, int] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        return not self.complaints

    def summary(self) -> dict[str, Any]:
        return {"day": self.day, **self.counts}


@dataclass(frozen=True, slots=True)
class Round:
    """All that one round knows: the release, who sends, and the clock."""

    store: Store
    desk: Desk
    of: Sender
    now: Callable[[], datetime]

    @property
    def day(self) -> date:
        return self.desk.digest.today

    @property
    def release(self) -> str:
        return self.desk.digest.version


def send(
    store: Store, release: Path, server: Server, of: Sender, site: str,
    now: Callable[[], datetime] = lambda: datetime.now(UTC), late: bool = False,
) -> MailTally:  # fmt: skip
    """Send the day's letters of a release folder. Raises MailError where nothing can be sent at all."""
    if urlsplit(site).hostname in (None, "localhost", "127.0.0.1", "::1"):
        raise MailError(f"DURE_SITE_URL is {site}, where no reader can go; set the public address of the digest.")
    with _desk(release, site) as desk:
        if desk.notice:
            return MailTally(str(desk.digest.today), complaints=("The last release was stopped; no mail was sent.",))
        _check_age(desk.digest.today, now(), late)
        return _round(Round(store, desk, of, now), server)


def preview(store: Store, release: Path, folder: Path, of: Sender, site: str) -> tuple[list[Path], list[str]]:
    """The letters as .eml files, for the eye: nothing is sent, claimed or written down. (Files, who gets no letter.)"""
    folder.mkdir(parents=True, exist_ok=True)
    written, without = [], []
    with _desk(release, site) as desk:
        at = datetime(desk.digest.today.year, desk.digest.today.month, desk.digest.today.day, tzinfo=UTC)
        this = Round(store, desk, of, lambda: at)
        for reader, past in _readers(this):
            letter = _letter(this, reader, past)
            if letter is None:
                without.append(reader.address)
            else:
                path = folder / f"{file_name(reader.address.replace('@', '_').replace('.', '_'))}.eml"
                path.write_bytes(message(letter, reader, of, this.release, at))
                written.append(path)
    return written, without


def _round(this: Round, server: Server) -> MailTally:
    counts: Counter[str] = Counter()
    complaints: list[str] = []
    post = Post(server)
    try:
        for reader, past in _readers(this):
            before = next((d for d in past if d.day == this.day), None)
            if before is not None and before.state != "failed":
                counts["already"] += before.state != "sending"
                complaints += _left_open(this, reader, before, counts)
                continue
            letter = _letter(this, reader, past)
            settled = _one(this, post, reader, letter)
            if settled is not None:
                counts[settled.state] += 1
                complaints += _complaint(reader, settled)
    except MailError as error:  # the server went away; what was not claimed waits for the next round
        if not counts.total():
            raise
        complaints.append(str(error))
    finally:
        post.hang_up()
    return MailTally(str(this.day), dict(counts), tuple(complaints))


def _one(this: Round, post: Post, reader: Subscription, letter: Letter | None) -> Delivery | None:
    """Claim, hand over, settle; None where another process has the claim."""
    told = letter.stories if letter else ()
    claimed = Delivery(reader.id, this.day, this.release, "sending", this.now(), "", told)
    if letter is None:
        empty = replace(claimed, state="empty")
        with this.store.begin() as session:
            return empty if mailing.claim(session, empty) else None
    if post.line is None:
        post.connect()  # before the claim: a server that is away costs nobody the letter
    made = message(letter, reader, this.of, this.release, claimed.at)
    with this.store.begin() as session:
        if not mailing.claim(session, claimed):
            return None
    try:
        answer = post.send(made, this.of.address, reader.address)
    except MailError as error:  # no line, so nothing was handed over
        with this.store.begin() as session:
            mailing.settle(session, claimed, "failed", this.now(), str(error))
        raise
    with this.store.begin() as session:
        mailing.settle(session, claimed, answer.state, this.now(), answer.detail)
    return replace(claimed, state=answer.state, detail=answer.detail)


def _left_open(this: Round, reader: Subscription, before: Delivery, counts: Counter[str]) -> list[str]:
    """A claim that a killed process left: nobody knows whether the server took it."""
    if before.state != "sending":
        return []
    unclear = replace(before, state="unclear", detail="the process ended before the server's answer")
    with this.store.begin() as session:
        mailing.settle(session, unclear, "unclear", this.now(), unclear.detail)
    counts["unclear"] += 1
    return _complaint(reader, unclear)


def _complaint(reader: Subscription, letter: Delivery) -> list[str]:
    if letter.state not in NOT_WELL:
        return []
    why = f" ({letter.detail})" if letter.detail else ""
    return [f"The letter to {masked(reader.address)} {NOT_WELL[letter.state]}{why}."]


def _readers(this: Round) -> list[tuple[Subscription, list[Delivery]]]:
    """Every reader with the letters of the last days, newest first."""
    with this.store.begin() as session:
        past: dict[str, list[Delivery]] = {}
        for letter in mailing.deliveries(session, this.day - REMEMBERED):
            past.setdefault(letter.subscription_id, []).append(letter)
        return [(reader, past.get(reader.id, [])) for reader in mailing.subscriptions(session)]


def _letter(this: Round, reader: Subscription, past: list[Delivery]) -> Letter | None:
    earlier = [d for d in past if d.day < this.day and d.state in ("sent", "unclear", "empty")]
    told = {story for letter in earlier for story in letter.told}
    wanted = Wanted(reader.regions, reader.sectors, reader.kinds)
    return this.desk.letter(wanted, this.of.leave_link(reader.id), earlier[0].day if earlier else None, told)


@contextmanager
def _desk(release: Path, site: str) -> Iterator[Desk]:
    if not (release / "digest.db").is_file():
        raise MailError(f"There is no release in {release.parent} yet; run `dure run` or `dure publish` first.")
    with open_digest(release / "digest.db") as digest:
        yield Desk(digest, site if site.endswith("/") else site + "/", held.words_of(release))


def _check_age(day: date, now: datetime, late: bool) -> None:
    age = now.astimezone(UTC).date() - day
    if age > OLDEST and not late:
        raise MailError(
            f"The last release is of {day}, {counted(age.days, 'day')} old; nothing was sent (--late sends it)."
        )
