"""what people corrected"""

import sqlalchemy as sa
from alembic import op
import store.columns


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('correction',
    sa.Column('id', sa.Integer(), nullable=False, comment='serial number'),
    sa.Column('subject', sa.String(length=14), nullable=False, comment='event or article'),
    sa.Column('target', sa.String(length=64), nullable=False, comment='the id it was said of'),
    sa.Column('field', sa.String(length=40), nullable=False, comment='the value that is corrected'),
    sa.Column('value', sa.JSON(), nullable=False, comment='what holds; null: nothing is stated'),
    sa.Column('before', sa.JSON(), nullable=False, comment='what the texts said when it was corrected'),
    sa.Column('anchors', sa.JSON(), nullable=False, comment='findings the event was made of'),
    sa.Column('basis', sa.JSON(), nullable=False, comment='article → its revision at the time'),
    sa.Column('by', sa.String(length=80), nullable=False, comment='who says so'),
    sa.Column('why', sa.Text(), nullable=False, comment='the reason'),
    sa.Column('at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when it was said'),
    sa.Column('withdrawn_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='when it was taken back'),
    sa.Column('withdrawn_by', sa.String(length=80), nullable=True, comment='who took it back'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('correction_live', 'correction', ['subject', 'target', 'field'], unique=True,
    sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
