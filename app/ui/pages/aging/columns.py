"""Columns of the aging board and its totals row, for the query that was answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.aging import AgingBoard, AgingRow, Basis, Grouping
from app.domain.money import exponent
from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, count_column, text_column
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.formats import Formats
    from app.ui.pages.aging.insured import BoardCover
    from app.ui.pages.standing import Standing

_KEY_SPAN = 256
"""More currencies than any ledger holds; keeps (row key, currency) one whole number."""
_FINEST = 3
"""Decimals of the finest currency, so that amounts of different currencies sort by size."""


def row_key(board: AgingBoard) -> Callable[[AgingRow], int]:
    """A whole number per row: the customer's (or group's…) key and the currency together."""
    places = {currency: i for i, currency in enumerate(sorted({row.currency for row in board.rows}))}
    return lambda row: row.key * _KEY_SPAN + places.get(row.currency, 0)


def customer_of(row_id: int) -> int:
    """The key within a row's id."""
    return row_id // _KEY_SPAN


def mixed(board: AgingBoard) -> bool:
    """Whether rows stand in more than one currency."""
    return len({row.currency for row in board.rows}) > 1


def peaks(board: AgingBoard) -> dict[str, int]:
    """The largest bucket cell per currency, against which heat is measured."""
    found: dict[str, int] = {}
    for row in board.rows:
        found[row.currency] = max(found.get(row.currency, 1), *row.buckets)
    return found


def board_columns(
    board: AgingBoard,
    formats: Formats,
    standing: Callable[[int], Standing] | None = None,
    cover: BoardCover | None = None,
) -> list[Column[AgingRow]]:
    """All columns of the board, in order; narrow windows drop the less needed ones first.

    ``standing`` says how a customer stands with its credit, ``cover`` how far it is insured, on a
    board of customers.
    """
    shown: list[Column[AgingRow]] = [
        _label(board, formats),
        text_column("code", _title("code", formats), lambda row: row.code, width=90, hidden=True),
    ]
    if mixed(board) and board.query.by is not Grouping.CURRENCY:
        shown.append(
            text_column(
                "currency",
                _title("currency", formats),
                lambda row: row.currency,
                tone="secondary",
                width=64,
                min_width=56,
            )
        )
    if standing is not None:
        shown.append(_grade(standing, formats))
    shown.append(_amount("balance", formats, lambda row: row.balance, strong=True, fixed=True, width=112))
    shown += _buckets(board, formats)
    if standing is not None:
        shown.append(_use(standing, formats))
    if cover:
        shown.append(cover.column(formats))
    if any(row.held for row in board.rows):
        shown.append(_amount("held", formats, lambda row: row.held, dash=True, drop=5, width=104))
    shown += [
        _amount("receipts", formats, lambda row: row.receipts, drop=3, dash=True, width=104),
        _amount("credit_notes", formats, lambda row: row.credit_notes, drop=2, dash=True, width=104),
        _amount("disputed", formats, lambda row: row.disputed, drop=4, dash=True, width=96),
        count_column(
            "oldest", _oldest_title(board, formats), lambda row: row.oldest, formats, zero_dash=True, drop=1,
            width=104,
        ),
        _amount("overdue", formats, lambda row: row.overdue, dash=True, hidden=True),
        count_column("items", _title("items", formats), lambda row: row.items, formats, hidden=True),
    ]  # fmt: skip
    return shown


def totals_cells(board: AgingBoard, formats: Formats) -> dict[str, Cell]:
    """The totals row; with several currencies unconverted there is no one total to show."""
    count = len({row.key for row in board.rows}) if board.query.by is Grouping.CUSTOMER else len(board.rows)
    code = "aging.total_customers" if board.query.by is Grouping.CUSTOMER else "aging.total_rows"
    cells = {"label": Cell(say(code, formats.lang, n=count), strong=True)}
    if len(board.totals) != 1:
        note = QCoreApplication.translate("AgingBoard", "per currency")
        return cells | {"balance": Cell(note, tone="tertiary")}
    total = board.totals[0]
    amounts = {
        "balance": total.balance,
        "receipts": total.receipts,
        "credit_notes": total.credit_notes,
        "disputed": total.disputed,
        "held": total.held,
        "overdue": total.overdue,
    } | {f"bucket{i}": amount for i, amount in enumerate(total.buckets)}
    for key, amount in amounts.items():
        text = formats.whole(amount, total.currency) if amount or key == "balance" else DASH
        cells[key] = Cell(text, strong=bool(amount), tone="" if amount else "tertiary")
    cells["items"] = Cell(formats.count(total.items), strong=True)
    return cells


def _grade(standing: Callable[[int], Standing], formats: Formats) -> Column[AgingRow]:
    from app.ui.pages.standing import grade_cell  # noqa: PLC0415 - the first page does without

    return Column(
        "grade",
        _title("grade", formats),
        lambda row: grade_cell(standing(row.key), formats.lang),
        value=lambda row: standing(row.key).rank,
        width=50,
        min_width=44,
        align=Align.CENTER,
    )


def _use(standing: Callable[[int], Standing], formats: Formats) -> Column[AgingRow]:
    from app.ui.pages.standing import use_cell  # noqa: PLC0415 - as above

    return Column(
        "use",
        _title("use", formats),
        lambda row: use_cell(standing(row.key), formats.lang),
        value=lambda row: standing(row.key).share,
        width=104,
        min_width=92,
        drop=7,
        descending_first=True,
    )


def _title(key: str, formats: Formats) -> Callable[[], str]:
    return lambda: say(f"column.{key}", formats.lang)


def _oldest_title(board: AgingBoard, formats: Formats) -> Callable[[], str]:
    return _title("oldest" if board.query.basis is Basis.DUE else "oldest_age", formats)


def _label(board: AgingBoard, formats: Formats) -> Column[AgingRow]:
    return text_column(
        "label",
        _title(board.query.by.value, formats),
        lambda row: row.name(formats.lang) or say("aging.unassigned", formats.lang),
        strong=True,
        width=180,
        min_width=120,
        stretch=1,
        fixed=True,
    )


def _amount(
    key: str,
    formats: Formats,
    minor: Callable[[AgingRow], int],
    *,
    dash: bool = False,
    strong: bool = False,
    fixed: bool = False,
    drop: int = 0,
    width: int = 96,
    hidden: bool = False,
) -> Column[AgingRow]:
    column = amount_column(
        key,
        _title(key, formats),
        minor,
        lambda row: row.currency,
        formats,
        whole=True,
        zero_dash=dash,
        strong=strong,
        drop=drop,
        width=width,
        min_width=108 if key == "balance" else 80,
        hidden=hidden,
        fixed=fixed,
    )
    return _sorted_by_size(column, minor)


def _buckets(board: AgingBoard, formats: Formats) -> list[Column[AgingRow]]:
    top = peaks(board)
    last = len(board.query.limits) + 1
    return [_bucket(i, last, board, top, formats) for i in range(last + 1)]


def _bucket(
    index: int, last: int, board: AgingBoard, top: dict[str, int], formats: Formats
) -> Column[AgingRow]:
    basis, limits = board.query.basis.value, board.query.limits

    def heat(row: AgingRow) -> tuple[int, int, float] | None:
        amount = row.buckets[index]
        return (index, last, amount / top.get(row.currency, amount)) if amount > 0 else None

    def minor(row: AgingRow) -> int:
        return row.buckets[index]

    column = amount_column(
        f"bucket{index}",
        lambda: formats.buckets(limits, basis=basis)[index],
        minor,
        lambda row: row.currency,
        formats,
        whole=True,
        zero_dash=True,
        heat=heat,
        width=96,
        min_width=88,
        stretch=1,
    )
    return _sorted_by_size(column, minor)


def _sorted_by_size(column: Column[AgingRow], minor: Callable[[AgingRow], int]) -> Column[AgingRow]:
    """Amounts of different currencies sort by their size in major units, exactly."""
    return replace(column, value=lambda row: minor(row) * 10 ** (_FINEST - exponent(row.currency)))
