"""incidents of sources, and what operators were told"""

import sqlalchemy as sa
from alembic import op
import store.columns


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('incident',
    sa.Column('source_id', sa.String(length=80), nullable=False, comment='the source'),
    sa.Column('since', store.columns.UtcDateTime(timezone=True), nullable=False, comment='start of the round that showed it'),
    sa.Column('code', sa.String(length=20), nullable=False, comment='the diagnosis it began with'),
    sa.Column('sentence', sa.Text(), nullable=False, comment='what was the matter'),
    sa.Column('next_step', sa.Text(), nullable=False, comment='what an operator does about it'),
    sa.Column('ended_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='when the source was well again'),
    sa.PrimaryKeyConstraint('source_id', 'since')
    )
    op.create_index(op.f('ix_incident_ended_at'), 'incident', ['ended_at'], unique=False)
    op.create_table('alert',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when the message went out'),
    sa.Column('subject', sa.String(length=200), nullable=False, comment='its subject'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_alert_at'), 'alert', ['at'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
