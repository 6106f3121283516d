"""claims of workers, the pace of hosts, pauses"""

import sqlalchemy as sa
from alembic import op
import store.columns


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('lease',
    sa.Column('name', sa.String(length=200), nullable=False, comment='what is claimed: source:ID, extract:SHARD, merge …'),
    sa.Column('holder', sa.String(length=120), nullable=False, comment='the process that has it: machine, number, random tail; empty: nobody'),
    sa.Column('since', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when it took it'),
    sa.Column('until', store.columns.UtcDateTime(timezone=True), nullable=False, comment='moved on while the process lives; afterwards anybody may take it'),
    sa.Column('finished_since', store.columns.UtcDateTime(timezone=True), nullable=True, comment='when the newest hold that was finished had begun'),
    sa.Column('finished_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='when that hold was finished'),
    sa.PrimaryKeyConstraint('name')
    )
    op.create_table('host',
    sa.Column('host', sa.String(length=255), nullable=False, comment='name and port'),
    sa.Column('next_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when it may be asked next'),
    sa.Column('holder', sa.String(length=120), nullable=False, comment='the process that asked it last'),
    sa.Column('busy_until', store.columns.UtcDateTime(timezone=True), nullable=False, comment='a request is under way until then at the latest'),
    sa.PrimaryKeyConstraint('host')
    )
    op.create_table('pause',
    sa.Column('source_id', sa.String(length=80), nullable=False, comment='the source; empty: everything'),
    sa.Column('since', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when it was paused'),
    sa.Column('until', store.columns.UtcDateTime(timezone=True), nullable=True, comment='ends by itself'),
    sa.Column('why', sa.Text(), nullable=False, comment='what the operator said'),
    sa.PrimaryKeyConstraint('source_id')
    )


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
