"""Columns of the cover list, for the eye and for an exported table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import Money
from app.domain.table import ColumnKind
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.pages.insurance.cover.rows import gap_chips

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.table import Cell as TableCell
    from app.ui.formats import Formats
    from app.ui.pages.insurance.cover.rows import CoverRow

translate = QCoreApplication.translate
_NOTHING = Cell(DASH, tone="tertiary")


def cover_columns(formats: Formats, base: str) -> list[Column[CoverRow]]:
    """Whose, which, when shipped and due, how much is open, insured and not, and why not."""

    def reasons(row: CoverRow) -> Cell:
        chips = gap_chips(row.reasons, formats.lang)
        text = ", ".join(text for text, _ in chips)
        return Cell(text, chips=chips, tip=text) if chips else _NOTHING

    return [
        text_column("customer", lambda: translate("Cover", "Customer"),
                    lambda row: formats.name(row.name, row.name_en), strong=True, width=170, min_width=120,
                    stretch=2, fixed=True),
        text_column("number", lambda: translate("Cover", "Invoice"),
                    lambda row: row.covered.cover.item.number, width=130, min_width=108, fixed=True),
        day_column("shipped", lambda: translate("Cover", "Shipped"),
                   lambda row: row.covered.cover.item.shipped, formats, width=96, min_width=96, drop=3),
        day_column("due", lambda: translate("Cover", "Due"), lambda row: row.covered.cover.item.due, formats,
                   width=96, min_width=96, drop=4),
        _amount("open", lambda: translate("Cover", "Open"), lambda row: row.covered.open_base, base, formats),
        _amount("insured", lambda: translate("Cover", "Insured"), lambda row: row.covered.insured_base, base,
                formats),
        _amount("uninsured", lambda: translate("Cover", "Uninsured"), lambda row: row.covered.uninsured_base,
                base, formats),
        _amount("on_account", lambda: translate("Cover", "On account"), lambda row: row.covered.set_off_base,
                base, formats, drop=5),
        Column("reasons", lambda: translate("Cover", "Why not insured"), reasons,
               value=lambda row: reasons(row).text, width=230, min_width=150, stretch=3, fixed=True),
        text_column("policy", lambda: translate("Cover", "Policy"), _policy, tone="secondary", width=130,
                    hidden=True, drop=1),
        Column("own", lambda: translate("Cover", "Open, own currency"), lambda row: Cell(_own(row, formats)),
               value=lambda row: row.covered.cover.item.open, width=130, align=Align.RIGHT, hidden=True,
               drop=2),
    ]  # fmt: skip


def _amount(
    key: str,
    title: Callable[[], str],
    minor: Callable[[CoverRow], int | None],
    base: str,
    formats: Formats,
    drop: int = 0,
) -> Column[CoverRow]:
    """An amount in the base currency; without a rate the own amount stands there in grey."""

    def cell(row: CoverRow) -> Cell:
        amount = minor(row)
        if amount is None:
            return Cell(_own(row, formats) if key == "open" else DASH, tone="tertiary")
        return Cell(formats.amount(amount, base)) if amount else _NOTHING

    return Column(key, title, cell, value=minor, plain=lambda row: _plain(minor(row), base), width=124,
                  min_width=116, align=Align.RIGHT, descending_first=True, fixed=not drop,
                  drop=drop)  # fmt: skip


def _plain(minor: int | None, base: str) -> str:
    return "" if minor is None else f"{Money(minor, base).major:f}"


def _own(row: CoverRow, formats: Formats) -> str:
    item = row.covered.cover.item
    return formats.money(item.open, item.currency)


def _policy(row: CoverRow) -> str:
    policy = row.covered.policy
    return policy.record.number if policy is not None else ""


def cover_totals(rows: list[CoverRow], base: str, formats: Formats) -> dict[str, Cell]:
    """Sums of the rows shown, in the base currency."""
    sums = {
        "open": sum(row.covered.open_base or 0 for row in rows),
        "insured": sum(row.covered.insured_base or 0 for row in rows),
        "uninsured": sum(row.covered.uninsured_base or 0 for row in rows),
        "on_account": sum(row.covered.set_off_base for row in rows),
    }
    cells = {key: Cell(formats.amount(amount, base), strong=True) for key, amount in sums.items()}
    return {"customer": Cell(translate("Cover", "Total"), strong=True),
            "number": Cell(base, tone="secondary"), **cells}  # fmt: skip


def cover_cells(formats: Formats, base: str) -> dict[str, tuple[ColumnKind, Callable[[CoverRow], TableCell]]]:
    """What a column holds in an exported table."""

    def money(minor: Callable[[CoverRow], int | None]) -> Callable[[CoverRow], TableCell]:
        def cell(row: CoverRow) -> TableCell:
            amount = minor(row)
            return None if amount is None else Money(amount, base)

        return cell

    def reasons(row: CoverRow) -> str:
        return ", ".join(text for text, _ in gap_chips(row.reasons, formats.lang))

    return {
        "customer": (ColumnKind.TEXT, lambda row: formats.name(row.name, row.name_en)),
        "number": (ColumnKind.TEXT, lambda row: row.covered.cover.item.number),
        "shipped": (ColumnKind.DATE, lambda row: row.covered.cover.item.shipped),
        "due": (ColumnKind.DATE, lambda row: row.covered.cover.item.due),
        "open": (ColumnKind.MONEY, money(lambda row: row.covered.open_base)),
        "insured": (ColumnKind.MONEY, money(lambda row: row.covered.insured_base)),
        "uninsured": (ColumnKind.MONEY, money(lambda row: row.covered.uninsured_base)),
        "on_account": (ColumnKind.MONEY, money(lambda row: row.covered.set_off_base)),
        "reasons": (ColumnKind.TEXT, reasons),
        "policy": (ColumnKind.TEXT, _policy),
        "own": (ColumnKind.TEXT, lambda row: _own(row, formats)),
    }
