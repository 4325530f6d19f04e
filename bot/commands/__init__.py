"""The commands Parley has, in the order help shows them. Adding one is one module and a line here."""

from __future__ import annotations

from types import MappingProxyType

from bot.commands import (
    check,
    compare,
    counter,
    decide,
    evidence,
    export,
    forget,
    help,
    median,
    offer,
    package,
    pay_range,
    practice,
    premium,
    profile,
    targets,
    why,
)
from bot.commands.base import Command

_MODULES = (
    median,
    premium,
    pay_range,
    offer,
    counter,
    evidence,
    targets,
    package,
    compare,
    check,
    decide,
    practice,
    why,
    profile,
    forget,
    export,
    help,
)

COMMANDS: MappingProxyType[str, Command] = MappingProxyType(
    {module.COMMAND.name: module.COMMAND for module in _MODULES}
)
