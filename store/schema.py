"""Schema versions: Alembic steps in `migrations/versions`, numbered, newest last, never edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect

from store import analysis
from store.errors import NewerStore, StoreError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0012"
"""The newest step. A test holds it to the migrations folder."""


def bring_up_to_date(engine: Engine) -> None:
    """Create or migrate the schema. A store of a newer schema is left alone: NewerStore."""
    found = current(engine)
    if found == HEAD:
        analysis.refresh(engine)
        return
    if found is not None and found not in known_steps():
        raise NewerStore(
            f"The store {engine.url.render_as_string(hide_password=True)} has schema {found}, this Dure knows up to "
            f"{HEAD}: install the newer Dure, or point DURE_HOME at another folder."
        )
    migrate(engine)
    analysis.refresh(engine)


def current(engine: Engine) -> str | None:
    """The step the store is at; None for an empty one."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if "alembic_version" in tables:
            return _version(connection)
        if tables:
            raise StoreError(
                f"{engine.url.render_as_string(hide_password=True)} holds tables of something else "
                f"({', '.join(sorted(tables)[:3])}…): give Dure a database of its own."
            )
        return None


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    step = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if step is None else str(step)


def known_steps() -> set[str]:
    """The ids of all migration steps that this code has."""
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def migrate(engine: Engine, to: str = "head") -> None:
    """All steps (up to one of them) in one transaction: a process killed inside it leaves the schema as it was.

    SQLite's driver would otherwise commit each CREATE by itself (seen: kill -9 left an empty version table), and two
    processes that open a new store at once wait for each other here; the second finds nothing left to do.
    """
    from alembic import command

    config = _config()
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:  # two that create one table at once would fail on its type (seen: UniqueViolation in pg_type)
            analysis.alone(connection)
        if _version(connection) == HEAD:
            return
        analysis.take_down(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
