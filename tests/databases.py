"""Databases on the PostgreSQL of the test session."""

from __future__ import annotations

import uuid

import sqlalchemy


def fresh_database(server: str) -> str:
    """Make an empty database on the server at this admin address; returns its address."""
    name = f"dure_{uuid.uuid4().hex[:12]}"
    admin = sqlalchemy.create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    return sqlalchemy.make_url(server).set(database=name).render_as_string(hide_password=False)
