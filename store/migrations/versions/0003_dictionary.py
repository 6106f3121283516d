"""what tables, views and columns mean"""

import sqlalchemy as sa
from alembic import op


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('dictionary',
    sa.Column('table_name', sa.String(length=64), nullable=False, comment='table or view'),
    sa.Column('column_name', sa.String(length=64), nullable=False, comment='empty: the table itself'),
    sa.Column('kind', sa.String(length=60), nullable=False, comment='type of the column; table, view'),
    sa.Column('meaning', sa.Text(), nullable=False, comment='what it holds'),
    sa.PrimaryKeyConstraint('table_name', 'column_name')
    )
