"""Revisions of the store's schema, run by Alembic inside the transaction that `bot.memory.schema` opens."""
