"""The commands Parley has, in the order help shows them. Adding one is one module and a line here."""

from __future__ import annotations

from types import MappingProxyType

from bot.commands import counter, forget, help, median, offer, premium, profile
from bot.commands.base import Command

_MODULES = (median, premium, offer, counter, profile, forget, help)

COMMANDS: MappingProxyType[str, Command] = MappingProxyType(
    {module.COMMAND.name: module.COMMAND for module in _MODULES}
)
