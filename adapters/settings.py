"""What is wrong with a setting, said the same way for every platform."""

from __future__ import annotations


class SettingError(ValueError):
    """A setting is missing or cannot be used; the message is a sentence saying what to set."""
