"""of which event an event is a part"""

import sqlalchemy as sa
from alembic import op


revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

WHEN = ('uid', 'sequence', 'values', 'history', 'parent_id')


def upgrade() -> None:
    op.add_column('event', sa.Column('parent_id', sa.String(length=64), nullable=True, comment='the event it is a part of'))
    op.create_index('ix_event_parent_id', 'event', ['parent_id'])
    make = _sqlite if op.get_bind().dialect.name == 'sqlite' else _postgresql
    for statement in make():
        op.execute(sa.text(statement))


def _sqlite() -> tuple[str, str]:
    differs = ' OR '.join(f'OLD."{c}" IS NOT NEW."{c}"' for c in WHEN)
    told = ("INSERT INTO touched (subject, id) SELECT 'event', OLD.id WHERE OLD.id IS NOT NULL AND OLD.id IS NOT NEW.id; "
            "INSERT INTO touched (subject, id) SELECT 'event', NEW.id WHERE NEW.id IS NOT NULL;")
    return ('DROP TRIGGER event_touched_update',
            f'CREATE TRIGGER event_touched_update AFTER UPDATE ON "event" WHEN {differs} BEGIN {told} END')


def _postgresql() -> tuple[str, str]:
    differs = ' OR '.join(f'CAST(OLD."{c}" AS text) IS DISTINCT FROM CAST(NEW."{c}" AS text)' for c in WHEN)
    return ('DROP TRIGGER event_touched_update ON "event"',
            f'CREATE TRIGGER event_touched_update AFTER UPDATE ON "event" '
            f'FOR EACH ROW WHEN ({differs}) EXECUTE FUNCTION event_touched()')


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
