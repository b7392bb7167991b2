"""The rate tables and interest rules the program ships with, read from the resources once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from app import resources
from app.domain.interest_basis import ExcessLaw, LateLaw, SmallFirmLaw
from app.domain.late_rates import rule_of, table_of

_TABLES = ("lpr_1y", "uk_reference", "ecb_half_year", "de_base", "national_reference")


@cache
def shipped_law() -> LateLaw:
    """All of it, in the order it is shown."""
    stored = _read("rules")
    rules = [replace(rule_of(value), shipped=True) for value in stored["rules"]]
    tables = [table_of(_read(name)) for name in _TABLES]
    small, excess = stored["small_firm"], stored["excess"]
    return LateLaw(
        {rule.code: rule for rule in rules},
        {table.code: table for table in tables},
        SmallFirmLaw(small["rule"], small["floor_table"], date.fromisoformat(small["since"])),
        ExcessLaw(excess["table"], Decimal(excess["factor"])),
    )


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.path("rates", f"{name}.json").read_text(encoding="utf-8"))
    return found
