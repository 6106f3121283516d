"""which run a round belongs to; how long its stages took, and what code made it"""

import sqlalchemy as sa
from alembic import op


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('round') as batch:
        batch.add_column(sa.Column('run_id', sa.String(length=64), nullable=False, server_default='', comment='the run it was made in'))
        batch.create_index(op.f('ix_round_run_id'), ['run_id'])
    with op.batch_alter_table('run') as batch:
        batch.add_column(sa.Column('seconds', sa.JSON(), nullable=False, server_default='{}', comment='how long each stage took'))
        batch.add_column(sa.Column('versions', sa.JSON(), nullable=False, server_default='{}', comment='code, rules and schema that made it'))
        batch.add_column(sa.Column('process', sa.String(length=120), nullable=False, server_default='', comment='host:pid'))
        batch.alter_column('outcome', existing_type=sa.String(length=10), comment='running, good, stopped, broken, killed')


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
