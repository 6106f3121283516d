"""Claims, turns and pauses on both databases: who has what, and what becomes of it when nobody says any more."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from store import hosts, leases, pauses
from store.bulk import core
from store.leases import Leases
from store.processes import ended, machine, spoken, this_process
from store.session import Store
from store.worker_tables import HostRow, LeaseRow

ELSEWHERE = "news2/4026531836/17/0a1b2c3d"
"""A process of another machine: nobody here can know whether it lives."""


def dead_process() -> str:
    """The name of a process of this machine that has ended."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    return f"{machine()}/{gone.pid}/0a1b2c3d"


def test_what_one_process_has_another_does_not_get(store: Store) -> None:
    with store.begin() as session:
        assert leases.claim(session, "source:gaon", ELSEWHERE)
    with Leases(store) as ours:
        assert not ours.take("source:gaon")
        assert ours.take("source:haesol")
        assert not ours.take("source:haesol"), "another thread of this process"
        with store.begin() as session:
            assert leases.held(session).keys() == {"source:gaon", "source:haesol"}


def test_a_claim_is_over_when_its_end_has_come_or_its_process_has_ended(store: Store) -> None:
    with store.begin() as session:
        leases.claim(session, "late", ELSEWHERE, seconds=-1)
        leases.claim(session, "dead", dead_process())
        leases.claim(session, "jumped", ELSEWHERE, seconds=3600 * 24)  # written by a clock a day ahead
    with Leases(store) as ours:
        assert [ours.take(name) for name in ("late", "dead", "jumped")] == [True, True, True]


def test_what_was_taken_over_is_known_as_lost_and_not_given_back(store: Store) -> None:
    with Leases(store, seconds=0.6) as ours:
        assert ours.take("source:gaon")
        t = core(LeaseRow)
        with store.begin() as session:
            session.execute(update(t).where(t.c.name == "source:gaon").values(holder=ELSEWHERE))
        ours._stop.wait(1.5)  # some beats of its thread
        assert ours.lost("source:gaon")
        ours.give_back("source:gaon")
        with store.begin() as session:
            session.execute(update(t).values(until=datetime.now(UTC) + timedelta(minutes=1)))
        with store.begin() as session:
            assert leases.held(session)["source:gaon"].holder == ELSEWHERE


def test_a_process_that_lives_keeps_its_claim_beyond_its_end(store: Store) -> None:
    with Leases(store, seconds=0.9) as ours:
        assert ours.take("merge")
        ours._stop.wait(2.0)
        assert not ours.lost("merge")


def test_work_that_breaks_off_is_not_finished(store: Store) -> None:
    with Leases(store) as ours:
        with pytest.raises(ZeroDivisionError), ours.hold("merge"):
            raise ZeroDivisionError
        with store.begin() as session:
            assert leases.finished(session, "merge") is None
        with ours.hold("merge") as mine:
            assert mine
        with store.begin() as session:
            assert leases.finished(session, "merge") is not None


def test_a_hold_that_found_nothing_to_do_is_not_finished(store: Store) -> None:
    """Or a worker that comes late and finds a source asked already would make the merge run again."""
    with Leases(store) as ours:
        with ours.hold("source:gaon"):
            ours.in_vain("source:gaon")
        with store.begin() as session:
            assert leases.last_end(session, "source:") is None
            assert not leases.held(session)
        with ours.hold("source:gaon"):
            pass
        with store.begin() as session:
            assert leases.last_end(session, "source:") is not None


def test_a_host_is_asked_by_one_at_a_time_and_rests_in_between(store: Store) -> None:
    us = this_process()
    with store.begin() as session:
        assert hosts.take_turn(session, "gaon.test", ELSEWHERE) == 0
        assert 0 < hosts.take_turn(session, "gaon.test", us) <= hosts.LOOK_AGAIN
        hosts.end_turn(session, "gaon.test", ELSEWHERE, 30.0)
        assert 29 < hosts.take_turn(session, "gaon.test", us) <= 30
        assert hosts.take_turn(session, "haesol.test", us) == 0, "another host rests for itself"


def test_the_turn_of_a_killed_process_is_over(store: Store) -> None:
    with store.begin() as session:
        hosts.take_turn(session, "gaon.test", dead_process())
        assert hosts.take_turn(session, "gaon.test", this_process()) == hosts.LOOK_AGAIN
        assert hosts.take_turn(session, "gaon.test", this_process()) == 0
        session.execute(update(core(HostRow)).values(next_at=datetime.now(UTC) + timedelta(days=400)))
        hosts.end_turn(session, "haesol.test", ELSEWHERE, 1.0)
    with store.begin() as session:
        session.execute(update(core(HostRow)).values(busy_until=datetime.now(UTC) - timedelta(seconds=1)))
        assert hosts.take_turn(session, "gaon.test", this_process()) == 0, "no host rests for a year: a clock jumped"


def test_a_pause_ends_by_itself_or_by_hand(store: Store) -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    with store.begin() as session:
        pauses.pause(session, pauses.Pause("gaon", now, now + timedelta(days=2), "서버 이전"))
        pauses.pause(session, pauses.Pause(pauses.ALL, now))
        assert pauses.paused(session, now).keys() == {"", "gaon"}
        assert pauses.paused(session, now + timedelta(days=3)).keys() == {""}
        assert pauses.resume(session, pauses.ALL)
        assert not pauses.resume(session, pauses.ALL)


def test_names_of_processes() -> None:
    me = this_process()
    assert not ended(me)
    assert not ended(ELSEWHERE)
    assert ended(dead_process())
    assert spoken(ELSEWHERE) == "process 17 on news2"
    assert f"process {os.getpid()}" in spoken(me)
