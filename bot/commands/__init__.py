"""The commands Parley has, in the order help shows them. Adding one is one module and a line here."""

from __future__ import annotations

from types import MappingProxyType

from bot.commands import counter, forget, help, median, offer, profile
from bot.commands.base import Command

COMMANDS: MappingProxyType[str, Command] = MappingProxyType(
    {module.COMMAND.name: module.COMMAND for module in (median, offer, counter, profile, forget, help)}
)
