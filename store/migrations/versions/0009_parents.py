"""of which body a body is a part"""

import sqlalchemy as sa
from alembic import op


revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('organisation', sa.Column('parent_id', sa.String(length=64), nullable=True, comment='the body it is a part of (Popolo, HSDS)'))


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
