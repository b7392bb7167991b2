"""What the company chose about bank statements: the rules, what may be given up, how tables are read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from app.domain.bank_file import BankColumns, BankFile, BankRole
from app.domain.cash_match import DEFAULT_RULES, MatchRule, RuleCode, Tolerances
from app.domain.importing import DateOrder, RawTable
from app.domain.setting import Setting

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.ports import Store
    from app.services.settings import SettingService

RULES, TOLERANCES, COLUMNS = "bank.rules", "bank.tolerances", "bank.columns"
_KEPT = "import.mapping_kept"


def rules_of(settings: SettingService) -> tuple[MatchRule, ...]:
    """The rules in the company's order; one that it does not name stands at the end as shipped."""
    stored = settings.get(RULES, [])
    shipped = {rule.code: rule for rule in DEFAULT_RULES}
    chosen = []
    for one in stored if isinstance(stored, list) else []:
        code = one.get("code") if isinstance(one, Mapping) else None
        if code in shipped:
            shipped.pop(RuleCode(code))
            chosen.append(MatchRule(RuleCode(code), bool(one.get("enabled")), bool(one.get("certain"))))
    return (*chosen, *shipped.values())


def save_rules(settings: SettingService, rules: Sequence[MatchRule]) -> ChangeSet:
    """Keep rules and their order."""
    rows = [{"code": one.code.value, "enabled": one.enabled, "certain": one.certain} for one in rules]
    return settings.set(RULES, rows)


def tolerances_of(settings: SettingService) -> Tolerances:
    """How much may be given up; what cannot be read is as shipped."""
    stored = settings.get(TOLERANCES, {})
    shipped = Tolerances()
    if not isinstance(stored, Mapping):
        return shipped
    try:
        return Tolerances(
            Decimal(str(stored.get("percent", shipped.percent))),
            int(stored.get("amount", shipped.amount)),
            Decimal(str(stored.get("discount_percent", shipped.discount_percent))),
            int(stored.get("charge", shipped.charge)),
            bool(stored.get("automatic", shipped.automatic)),
        )
    except (InvalidOperation, ValueError, TypeError):
        return shipped


def save_tolerances(settings: SettingService, tolerances: Tolerances) -> ChangeSet:
    """Keep bounds of what may be given up."""
    return settings.set(
        TOLERANCES,
        {
            "percent": str(tolerances.percent),
            "amount": tolerances.amount,
            "discount_percent": str(tolerances.discount_percent),
            "charge": tolerances.charge,
            "automatic": tolerances.automatic,
        },
    )


class RememberedColumns:
    """The columns that served before, by the header of the table; no edit, so undo passes over them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, table: RawTable) -> BankColumns | None:
        """What was settled for tables with this header."""
        kept = self._store.find(Setting, name=f"{COLUMNS}.{table.signature}") if table.signature else []
        try:
            return _columns(json.loads(kept[-1].value), len(table.header)) if kept else None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def keep(self, file: BankFile) -> None:
        """Remember the columns of a table that was taken in."""
        table, columns = file.table, file.mapping
        if table is None or columns is None or not table.signature or self._store.read_only:
            return
        name, text = f"{COLUMNS}.{table.signature}", _text(columns)
        kept = self._store.find(Setting, name=name)
        if kept and kept[-1].value == text:
            return
        with self._store.write() as unit:
            unit.remove(Setting, [one.id for one in kept])
            unit.add(Setting(name, text))
            unit.commit_for_good(_KEPT, source=table.name)


def _text(columns: BankColumns) -> str:
    kept = {
        "columns": {role.value: list(several) for role, several in columns.columns.items()},
        "date_order": columns.date_order.value,
        "decimal": columns.decimal,
        "currency": columns.currency,
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _columns(kept: Mapping[str, Any], width: int) -> BankColumns:
    columns = {
        BankRole(role): tuple(int(column) for column in several if 0 <= int(column) < width)
        for role, several in kept["columns"].items()
    }
    order = DateOrder(kept.get("date_order", DateOrder.YMD))
    return BankColumns(columns, order, str(kept.get("decimal", ".")), str(kept.get("currency", "")))
