"""The company's own choices by name: read with a default, written with a log entry."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.closed_period import CLOSED_THROUGH
from app.domain.duties import DESK_ASKS, DESK_DUTIES
from app.domain.problem import DomainError
from app.domain.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.services.ports import Store, UnitOfWork


def put_setting(unit: UnitOfWork, name: str, value: object) -> None:
    """Choose within a unit of work that does more than that."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    found = unit.find(Setting, name=name)
    if not found:
        unit.add(Setting(name, text))
    elif found[0].value != text:
        unit.replace(replace(found[0], value=text))


class SettingService:
    """Settings of one company file; values are what JSON can hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str, default: object = None) -> object:
        """The stored value, or ``default`` where nothing was chosen (or nobody can read it)."""
        found = self._store.find(Setting, name=name)
        if not found:
            return default
        try:
            return json.loads(found[0].value)
        except (ValueError, RecursionError):
            return default

    def set(self, name: str, value: object, *, for_good: bool = False) -> ChangeSet:
        """Choose; the same choice again changes nothing. One ``for_good`` no undo takes back."""
        _require_free(name)
        with self._store.write() as unit:
            put_setting(unit, name, value)
            return _commit(unit, for_good=for_good)("setting.chosen", name=name)

    def reset(self, name: str, *, for_good: bool = False) -> ChangeSet:
        """Go back to the default."""
        _require_free(name)
        with self._store.write() as unit:
            unit.remove(Setting, [row.id for row in unit.find(Setting, name=name)])
            return _commit(unit, for_good=for_good)("setting.reset", name=name)


def _commit(unit: UnitOfWork, *, for_good: bool) -> Callable[..., ChangeSet]:
    return unit.commit_for_good if for_good else unit.commit


def _require_free(name: str) -> None:
    if name == CLOSED_THROUGH:  # a month is opened again only with a reason
        raise DomainError("period.by_its_own")
    if name in {DESK_ASKS, DESK_DUTIES}:  # switched by an owner with the PIN, given by who sits as owner
        raise DomainError("desk.by_its_own")
