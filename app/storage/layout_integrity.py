"""Whether a company file is laid out as the program lays one out: no trigger, column or rule by other hands.

A trigger would change what is written before the log sees it, and the chain would seal it as if it were ours.
"""

from __future__ import annotations

import re
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from app.services.check import Finding
from app.storage.company_file import definitions

if TYPE_CHECKING:
    from app.storage.engine import DriverConnection

_OBJECTS = """
    SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(coalesce(sql, '') AS BLOB) FROM sqlite_schema
    WHERE NOT (type IN ('table', 'index') AND name GLOB 'sqlite_*')
"""
"""All but what SQLite makes for itself."""
_BETWEEN = re.compile(r"[\s\"`]+")
"""Older files say the same with other spaces and quotes."""


def layout_findings(raw: DriverConnection) -> list[Finding]:
    """What was put into the file's layout, changed or taken out of it."""
    ours, theirs = _ours(), _layout(raw)
    found = []
    for kind, name in sorted(ours.keys() | theirs.keys()):
        was, now = ours.get((kind, name)), theirs.get((kind, name))
        if was != now:
            how = "added" if was is None else "gone" if now is None else "changed"
            found.append(Finding(f"check.layout_{how}", {"kind": (f"layout.{kind}", {}), "name": name}))
    return found


@cache
def _ours() -> dict[tuple[str, str], str]:
    with closing(driver.connect(":memory:")) as empty:
        for statement in definitions():
            empty.execute(statement)
        return _layout(empty)


def _layout(raw: DriverConnection) -> dict[tuple[str, str], str]:
    """Every object's definition by its kind and name; read as bytes, for damage may have left no text."""
    told = ([part.decode("utf-8", "replace") for part in row] for row in raw.execute(_OBJECTS))
    return {(kind, name): _BETWEEN.sub("", text) for kind, name, text in told}
