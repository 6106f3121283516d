"""what a round saw, and what is the matter with its source"""

import sqlalchemy as sa
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('round') as batch:
        batch.add_column(sa.Column('diagnosis', sa.String(length=20), nullable=False, server_default='', comment='what is the matter with the source; empty for a replay'))
        batch.add_column(sa.Column('signs', sa.JSON(), nullable=False, server_default='{}', comment='what the round saw, for comparison with later ones'))
        batch.alter_column('detail', existing_type=sa.Text(), comment='one sentence when something is the matter')
        batch.drop_index('ix_round_source_id')
        batch.create_index('ix_round_of_source', ['source_id', 'started_at'])


def downgrade() -> None:
    raise NotImplementedError("a store is restored from a backup, not migrated down")
