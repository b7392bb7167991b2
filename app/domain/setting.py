"""One choice the company made, by name: an order of rules, a tolerance, a target."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A named choice; ``value`` is JSON. What is not stored has the default of the module that reads it."""

    name: str
    value: str
    deleted: bool = False
    id: int = 0
    version: int = 0
