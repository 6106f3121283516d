"""What analysts find beside the tables: views for common questions, and a dictionary of everything.

A view that answers the same question as one of the published file has its name; here «today» is the day in Korea, and
whole texts are available. Views are code, not history: they are dropped before a migration, and made again after it
wherever their words have changed. Where SQLite and PostgreSQL differ, their SQL holds a macro.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, inspect, select
from sqlmodel import SQLModel

import store.corrections
import store.worker_tables  # noqa: F401
from store.analysis_views import VIEWS, View
from store.bulk import core
from store.tables import DictionaryRow

_SCHEMA_LOCK: Final = 0x64757265
"""«dure»: any number that nobody else takes in this database."""

_SEAL: Final = "(views)"
"""The row of the dictionary that says which words the views were made from."""

_MACROS: Final[Mapping[str, Mapping[str, str]]] = {
    "sqlite": {
        "today": "date('now', '+9 hours')",  # the day in Seoul
        "day": "date({0}, '+9 hours')",  # of a moment
        "week": "date({0}, 'weekday 0', '-6 days')",  # the Monday of a day
        "days": "CAST(julianday({0}) AS INTEGER)",  # a day as a number
        "each": "json_each({0}) x",  # the texts of a JSON list, as rows
        "entries": "json_each({0}) x",  # its objects, as rows
        "list": "group_concat({0}, ', ')",
        "first": "substr({0}, 1, instr({0} || ' ', ' ') - 1)",  # word
    },
    "postgresql": {
        "today": "to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD')",
        "day": "to_char({0} AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD')",
        "week": "to_char(date_trunc('week', ({0})::date), 'YYYY-MM-DD')",
        "days": "(({0})::date - DATE '1970-01-01')",
        "each": "json_array_elements_text({0}) x(value)",
        "entries": "json_array_elements({0}) x(value)",
        "list": "string_agg({0}, ', ')",
        "first": "split_part({0}, ' ', 1)",
    },
}
_MACRO: Final = re.compile(r"\{(\w+)(?::([^{}]*))?\}")

TABLES: Final[Mapping[str, str]] = {
    "article": "an article as it stands now, with its whole text", "revision": "what an article said before",
    "fetch_memory": "what is remembered of an address that was asked", "reading": "what one reading of an article said",
    "event_finding": "an event as one article tells it", "organisation_finding": "a body as one article names it",
    "fact_finding": "a figure that an article states", "time_finding": "words of an article that mean a time",
    "judgement": "someone's word on whether two things are one", "story": "the same news, told by one or more articles",
    "story_article": "which article tells which story", "event": "an event as it stands, over all its articles",
    "event_member": "which finding tells of which event", "organisation": "a body over all its articles",
    "organisation_member": "which finding names which body", "listed_body": "a body as an official list gives it",
    "correction": "what a person corrected: a value of an event or of an article",
    "successor": "an id that another id answers for now",
    "incident": "a source that is, or was, not well", "alert": "a message to operators",
    "source_state": "how an outlet has been doing", "round": "one visit to an outlet",
    "request": "one request of a round", "run": "one run of the main job", "subscription": "who gets the letter",
    "delivery": "what became of one letter",
    "lease": "which process is at what", "touched": "what the next release has to look at",
    "host": "when a host may be asked next", "pause": "what an operator paused",
    "dictionary": "this table: what tables, views and columns mean",
    "alembic_version": "the step of the schema",
}  # fmt: skip

COLUMNS: Final[Mapping[tuple[str, str], str]] = {
    ("article", "date_only"): "true: the page gave a day and no time",
    ("reading", "relevant"): "true: about the social economy",
    ("judgement", "id"): "serial number", ("request", "id"): "serial number", ("alert", "id"): "serial number",
    ("alembic_version", "version_num"): "the step of the schema",
}  # fmt: skip
"""Words for columns that were made without."""


def refresh(engine: Engine) -> None:
    """Make views and dictionary again where they are not those of this code; otherwise one small query."""
    wanted = seal(engine.dialect.name)
    with engine.connect() as connection:
        if _held(connection) == wanted:
            return
    with engine.begin() as connection:
        alone(connection)
        if _held(connection) != wanted:
            take_down(connection)
            for view in VIEWS:
                connection.exec_driver_sql(ddl(view, engine.dialect.name))
            _write_dictionary(connection, wanted)


def take_down(connection: Connection) -> None:
    """Drop the views (a table under a view cannot be altered everywhere); `refresh` makes them again."""
    there = set(inspect(connection).get_view_names())
    for view in reversed(VIEWS):
        if view.name in there:
            connection.exec_driver_sql(f'DROP VIEW "{view.name}"')
    if inspect(connection).has_table("dictionary"):
        connection.execute(delete(core(DictionaryRow)).where(core(DictionaryRow).c.table_name == _SEAL))


def ddl(view: View, dialect: str) -> str:
    """CREATE VIEW with the macros written out."""
    macros = _MACROS[dialect]
    sql = _MACRO.sub(lambda found: macros[found[1]].format(found[2] or ""), view.sql)
    return f'CREATE VIEW "{view.name}" ({", ".join(view.columns)}) AS {sql}'


def dictionary() -> Iterator[tuple[str, str, str, str]]:
    """(table, column, kind, meaning) of all tables and views; an empty column is the table itself."""
    for table in SQLModel.metadata.sorted_tables:
        yield table.name, "", "table", TABLES.get(table.name, "")
        for column in table.columns:
            meaning = column.comment or COLUMNS.get((table.name, column.name), "")
            yield table.name, column.name, str(column.type), meaning
    yield "alembic_version", "", "table", TABLES["alembic_version"]
    yield "alembic_version", "version_num", "VARCHAR(32)", COLUMNS["alembic_version", "version_num"]
    for view in VIEWS:
        yield view.name, "", "view", view.meaning
        yield from ((view.name, name, "view", meaning) for name, meaning in view.columns.items())


def seal(dialect: str) -> str:
    """A fingerprint of everything that is made here."""
    made = [ddl(view, dialect) for view in VIEWS] + sorted(map(repr, dictionary()))
    return hashlib.sha256("\n".join(made).encode()).hexdigest()[:20]


def _write_dictionary(connection: Connection, wanted: str) -> None:
    names = ("table_name", "column_name", "kind", "meaning")
    rows = [*dictionary(), (_SEAL, "", "seal", wanted)]
    connection.execute(delete(core(DictionaryRow)))
    connection.execute(insert(core(DictionaryRow)), [dict(zip(names, row, strict=True)) for row in rows])


def _held(connection: Connection) -> str | None:
    t = core(DictionaryRow)
    found = connection.execute(select(t.c.meaning).where(t.c.table_name == _SEAL)).scalar()
    return None if found is None else str(found)


def alone(connection: Connection) -> None:
    """Let processes that open a store at once change its schema one after the other; the second finds it done.

    PostgreSQL needs a lock of its own: without it the second process fails on the types of the first one's tables, and
    migrations and views would take table locks in different orders (both seen).
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SCHEMA_LOCK})")
