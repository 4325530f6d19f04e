"""Discord's limits, each named once. Characters unless the name says otherwise.

From Discord's own reference (messages, components, application commands, interactions).
"""

from __future__ import annotations

from typing import Final

from bot.offers.documents import LARGEST

CONTENT: Final = 2000
MESSAGES: Final = 5
"""Messages one answer may take: a user-installed app gets a response and five follow-ups."""

ROWS: Final = 5
BUTTONS_A_ROW: Final = 5
BUTTON_LABEL: Final = 80
CUSTOM_ID: Final = 100

SELECT_OPTIONS: Final = 25
SELECT_LABEL: Final = 100
SELECT_VALUE: Final = 100
SELECT_PLACEHOLDER: Final = 150

MODAL_TITLE: Final = 45
MODAL_FIELDS: Final = 5
INPUT_LABEL: Final = 45
INPUT_PLACEHOLDER: Final = 100
INPUT_TEXT: Final = 4000

COMMANDS: Final = 100
COMMAND_SUMMARY: Final = 100
OPTIONS: Final = 25
OPTION_SUMMARY: Final = 100
CHOICES: Final = 25
CHOICE_NAME: Final = 100
CHOICE_VALUE: Final = 100

FILES: Final = 10
FILE_BYTES: Final = 8 * 2**20
FILE_ALT: Final = 1024
UPLOAD_BYTES: Final = LARGEST
"""The largest file read from a person: ours, not Discord's; its size is known before it is fetched."""

FIRST_RESPONSE_SECONDS: Final = 3.0
PATIENCE_SECONDS: Final = 1.5
"""How long an answer may take before it is deferred: half the time, the rest is for the network."""


def clip(text: str, limit: int) -> str:
    """Shorten to `limit` characters, the last of them an ellipsis where something was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
