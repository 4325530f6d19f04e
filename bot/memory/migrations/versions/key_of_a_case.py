"""The name of the key that sealed a case, so that old ones can be counted and sealed anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; rows from before say nothing in it until they are saved again."""
    op.add_column("cases", sa.Column("sealed_with", sa.String(16)))


def downgrade() -> None:
    """Take it away: the rows stay as they are, under whichever key sealed them."""
    op.drop_column("cases", "sealed_with")
