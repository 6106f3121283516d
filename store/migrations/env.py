"""Alembic's entry: runs the steps on the connection that `store.schema` hands in."""

from alembic import context
from sqlmodel import SQLModel

import store.tables  # noqa: F401  (fills the metadata for autogenerate)

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
