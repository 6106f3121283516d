"""Column types that keep what SQL alone loses: zones, and days that are not midnights."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

from store.records import Moment


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC on every database. A naive one is a bug and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: times are kept aware")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class MomentText(TypeDecorator[Moment]):
    """A day or an aware minute as ISO 8601 text: «2018-11-29» stays a day, never a midnight."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: Moment | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> Moment | None:
        return None if value is None else moment(value)


def moment(text: str) -> Moment:
    """ISO 8601 → a day (10 characters) or an aware minute.

    >>> moment("2018-11-29")
    datetime.date(2018, 11, 29)
    """
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
