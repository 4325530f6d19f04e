"""The store's tables. A change here is a new revision in `migrations/versions` too: a test compares them.

Whatever is kept of a person stands in a table with a column `person`: `Store.forget` empties those, and
a test finds a table that has neither that column nor a place on its list of tables about nobody.
"""

from __future__ import annotations

import sqlalchemy as sa

TABLES = sa.MetaData()

# `person` is an HMAC, `payload` the sealed case, `expires` seconds since 1970 (UTC), and `sealed_with`
# the name of the key (bot.memory.keys), None for a row from before names were kept.
cases = sa.Table(
    "cases",
    TABLES,
    sa.Column("person", sa.String(64), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("payload", sa.LargeBinary, nullable=False),
    sa.Column("expires", sa.Integer, nullable=False, index=True),
    sa.Column("sealed_with", sa.String(16)),
)

# Platform events already taken, by the HMAC of their id: nothing tells whose they were.
events = sa.Table(
    "events",
    TABLES,
    sa.Column("event", sa.String(64), primary_key=True),
    sa.Column("expires", sa.Integer, nullable=False, index=True),
)
