"""The tables as Parley made them by itself before revisions were kept: a store from then is taken over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make what is not there yet."""
    op.create_table(
        "cases",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("expires", sa.Integer, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "events",
        sa.Column("event", sa.String(64), primary_key=True),
        sa.Column("expires", sa.Integer, nullable=False),
        if_not_exists=True,
    )
    for table in ("cases", "events"):
        op.create_index(f"ix_{table}_expires", table, ["expires"], if_not_exists=True)


def downgrade() -> None:
    """Remove the tables, and with them everything kept."""
    for table in ("events", "cases"):
        op.drop_table(table)
