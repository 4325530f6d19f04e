"""What Alembic runs: the revisions, on the connection handed to it and in its transaction."""

from __future__ import annotations

from alembic import context

from bot.memory.tables import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    transactional_ddl=True,  # SQLite can, once its transaction was begun by hand
)
with context.begin_transaction():
    context.run_migrations()
