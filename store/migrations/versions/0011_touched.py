"""what the next release has to look at, written by triggers"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

# (table, subject, column with its id, columns that are published)
WATCHED = (
    ('article', 'article', 'id',
     ('source_id', 'channel', 'title', 'url', 'text', 'published_at', 'date_only', 'first_seen_at', 'state')),
    ('reading', 'article', 'article_id', ('relevant', 'item_kind', 'sectors', 'sido', 'sigungu')),
    ('fact_finding', 'article', 'article_id',
     ('position', 'subject', 'measure', 'value', 'unit', 'as_of', 'surface')),
    ('organisation_finding', 'article', 'article_id', ('name', 'type', 'aliases', 'mentions')),
    ('story_article', 'story', 'story_id', ('story_id', 'role')),
    ('event', 'event', 'id', ('uid', 'sequence', 'values', 'history')),
    ('organisation', 'organisation', 'id', ('name', 'type', 'region', 'parent_id')),
    ('organisation_member', 'organisation', 'organisation_id', ('organisation_id',)),
    ('listed_body', 'organisation', 'organisation_id',
     ('number', 'name', 'type', 'since', 'organisation_id', 'gone_at')),
)


def upgrade() -> None:
    op.create_table('touched',
    sa.Column('number', sa.Integer(), autoincrement=True, nullable=False, comment='grows'),
    sa.Column('subject', sa.String(length=14), nullable=False, comment='article, story, event, organisation; release: the one that knows all before it'),
    sa.Column('id', sa.String(length=200), nullable=False, comment='which one'),
    sa.Column('transaction', sa.BigInteger(), server_default='0', nullable=False, comment="PostgreSQL's number of the transaction; 0 on SQLite"),
    sa.PrimaryKeyConstraint('number')
    )
    make = _sqlite if op.get_bind().dialect.name == 'sqlite' else _postgresql
    for watched in WATCHED:
        for statement in make(*watched):
            op.execute(sa.text(statement.replace(':', r'\:')))


def _sqlite(table: str, subject: str, key: str, columns: tuple[str, ...]) -> Iterator[str]:
    differs = ' OR '.join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    for event, rows, when in (('INSERT', ('NEW',), ''), ('DELETE', ('OLD',), ''), ('UPDATE', ('OLD', 'NEW'), f'WHEN {differs} ')):
        told = ' '.join(
            f'INSERT INTO touched (subject, id) SELECT \'{subject}\', {row}.{key} WHERE {row}.{key} IS NOT NULL'
            + (f' AND OLD.{key} IS NOT NEW.{key};' if len(rows) > 1 and row == 'OLD' else ';')
            for row in rows
        )
        yield f'CREATE TRIGGER {table}_touched_{event.lower()} AFTER {event} ON "{table}" {when}BEGIN {told} END'


def _postgresql(table: str, subject: str, key: str, columns: tuple[str, ...]) -> Iterator[str]:
    differs = ' OR '.join(f'OLD."{c}"::text IS DISTINCT FROM NEW."{c}"::text' for c in columns)
    yield f"""CREATE FUNCTION {table}_touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP <> 'INSERT' AND OLD.{key} IS NOT NULL THEN
        INSERT INTO touched (subject, id, transaction) VALUES ('{subject}', OLD.{key}, txid_current());
      END IF;
      IF TG_OP <> 'DELETE' AND NEW.{key} IS NOT NULL THEN
        INSERT INTO touched (subject, id, transaction) VALUES ('{subject}', NEW.{key}, txid_current());
      END IF;
      RETURN NULL;
    END $$"""
    for event, when in (('INSERT', ''), ('DELETE', ''), ('UPDATE', f'WHEN ({differs}) ')):
        yield (f'CREATE TRIGGER {table}_touched_{event.lower()} AFTER {event} ON "{table}" '
               f'FOR EACH ROW {when}EXECUTE FUNCTION {table}_touched()')


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
