"""bodies of the official lists, with their numbers"""

import sqlalchemy as sa
from alembic import op
import store.columns


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('listed_body',
    sa.Column('list', sa.String(length=20), nullable=False, comment='social_enterprise, cooperative, village_enterprise'),
    sa.Column('number', sa.String(length=80), nullable=False, comment='its identifier in that list'),
    sa.Column('name', sa.String(length=600), nullable=False, comment='as the list writes it'),
    sa.Column('type', sa.String(length=40), nullable=False, comment='one of the 17 kinds'),
    sa.Column('region', sa.String(length=60), nullable=True, comment='시도 시군구'),
    sa.Column('since', sa.String(length=10), nullable=True, comment='certified or registered: day, month or year'),
    sa.Column('organisation_id', sa.String(length=64), nullable=True, comment='the body of the register'),
    sa.Column('loaded_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when these values were first read'),
    sa.Column('gone_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='when a later list no longer had it'),
    sa.PrimaryKeyConstraint('list', 'number')
    )
    op.create_index(op.f('ix_listed_body_organisation_id'), 'listed_body', ['organisation_id'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
