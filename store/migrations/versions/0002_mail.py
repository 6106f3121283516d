"""who gets the letter, and what became of each"""

import sqlalchemy as sa
from alembic import op
import store.columns


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('subscription',
    sa.Column('id', sa.String(length=64), nullable=False, comment='random; the key of the unsubscribe link'),
    sa.Column('address', sa.String(length=254), nullable=False, comment='where the letter goes'),
    sa.Column('added_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='since when'),
    sa.Column('regions', sa.JSON(), nullable=False, comment='short names of 시도; empty: all'),
    sa.Column('sectors', sa.JSON(), nullable=False, comment='codes of fields; empty: all'),
    sa.Column('kinds', sa.JSON(), nullable=False, comment='news, or kinds of events; empty: all'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('address')
    )
    op.create_table('delivery',
    sa.Column('subscription_id', sa.String(length=64), nullable=False, comment='the reader'),
    sa.Column('day', sa.Date(), nullable=False, comment='the day of the digest (Asia/Seoul)'),
    sa.Column('release', sa.String(length=80), nullable=False, comment='the release it was made from'),
    sa.Column('state', sa.String(length=10), nullable=False, comment='sending, sent, empty, failed, refused, unclear'),
    sa.Column('at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when it came to this state'),
    sa.Column('detail', sa.Text(), nullable=False, comment="the server's answer where it did not go well"),
    sa.Column('told', sa.JSON(), nullable=False, comment='stories that stood in it'),
    sa.ForeignKeyConstraint(['subscription_id'], ['subscription.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('subscription_id', 'day')
    )
