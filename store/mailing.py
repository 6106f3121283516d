"""Who gets the daily letter, and what became of each letter.

A letter is claimed (a row «sending», committed) before it is handed to the mail server, and settled after the server's
answer. A process killed in between leaves «sending», which is never sent again by itself: at most once. A letter that
the server surely did not take is «failed», and may be claimed again.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import RowMapping, delete, select, update
from sqlmodel import Session

from store.bulk import changes, core, insert_new
from store.records import Delivery, DeliveryState, Subscription
from store.tables import DeliveryRow, SubscriptionRow


def subscribe(session: Session, wanted: Subscription) -> bool:
    """Add a reader; False (and nothing changed) where the address is there already."""
    t = core(SubscriptionRow)
    if session.execute(select(t.c.id).where(t.c.address == wanted.address)).first():
        return False
    session.execute(t.insert(), [asdict(wanted)])
    return True


def unsubscribe(session: Session, id_or_address: str) -> Subscription | None:
    """Remove a reader, with all we know of their letters; None where there is no such reader."""
    t = core(SubscriptionRow)
    who = (t.c.id == id_or_address) | (t.c.address == id_or_address)
    found = session.execute(select(t).where(who)).mappings().first()
    if found is None:
        return None
    session.execute(delete(core(DeliveryRow)).where(core(DeliveryRow).c.subscription_id == found["id"]))
    session.execute(delete(t).where(t.c.id == found["id"]))
    return _subscription(found)


def subscriptions(session: Session) -> list[Subscription]:
    """All readers, in the order they came."""
    t = core(SubscriptionRow)
    return [_subscription(row) for row in session.execute(select(t).order_by(t.c.added_at, t.c.id)).mappings()]


def deliveries(session: Session, since: date) -> list[Delivery]:
    """What became of the letters since that day, newest day first."""
    t = core(DeliveryRow)
    rows = session.execute(select(t).where(t.c.day >= since).order_by(t.c.day.desc(), t.c.subscription_id)).mappings()
    return [Delivery(**{**row, "told": tuple(row["told"])}) for row in rows]


def claim(session: Session, letter: Delivery) -> bool:
    """Write «sending» before the letter goes out. False where another process has it, or it went out before."""
    t = core(DeliveryRow)
    values = asdict(letter)
    again = {name: values[name] for name in ("release", "state", "at", "detail", "told")}
    free = (t.c.subscription_id == letter.subscription_id) & (t.c.day == letter.day) & (t.c.state == "failed")
    if changes(session, update(t).where(free).values(**again)):
        return True
    return insert_new(session, DeliveryRow, values)


def settle(session: Session, letter: Delivery, state: DeliveryState, at: datetime, detail: str = "") -> None:
    """Write down what the server answered."""
    t = core(DeliveryRow)
    this = (t.c.subscription_id == letter.subscription_id) & (t.c.day == letter.day)
    session.execute(update(t).where(this).values(state=state, at=at, detail=detail[:300]))


def release_claim(session: Session, subscription_id: str, day: date) -> bool:
    """Allow a letter to be sent again, as a person asked; False where there is nothing to release."""
    t = core(DeliveryRow)
    this = (t.c.subscription_id == subscription_id) & (t.c.day == day)
    return changes(session, delete(t).where(this))


def _subscription(row: RowMapping) -> Subscription:
    lists = {name: tuple(row[name]) for name in ("regions", "sectors", "kinds")}
    return Subscription(**{**row, **lists})
