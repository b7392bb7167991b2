"""The aging board as a table for every export: the same rows, columns and order as on screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from app.domain.aging import AgingBoard, AgingRow, Basis, Grouping
from app.domain.money import Money
from app.domain.table import Cell, ColumnKind, Table, TableColumn
from app.words import say
from app.words.formats import bucket_labels, day_in_column, unit_name

ReadCell = Callable[[AgingRow], Cell]


def aging_table(
    board: AgingBoard,
    lang: str,
    columns: Sequence[str] | None = None,
    notes: Sequence[str] = (),
    more: Mapping[str, Mapping[int, str]] | None = None,
) -> Table:
    """The board as a table; ``columns`` picks keys in order, ``notes`` adds lines such as the filter.

    ``more`` are further columns of words, ``grade`` and ``use``: by key, then by the row's key.

    Keys: label, code, currency, balance, overdue, overdue_rate, bucket0 … bucketN, held, receipts,
    credit_notes, disputed, oldest, items. Without ``columns`` the ones that say something are shown.
    """
    known = _columns(board, lang) | {key: _further(key, found, lang) for key, found in (more or {}).items()}
    keys = list(columns) if columns is not None else _useful(board, list(known))
    chosen = [known[key] for key in keys]
    return Table(
        title=say("aging.title", lang),
        subtitle=(*_subtitle(board, lang), *notes),
        columns=tuple(column for column, _ in chosen),
        rows=tuple(tuple(read(row) for _, read in chosen) for row in board.rows),
        totals=tuple(_total(board, row, keys, chosen, lang) for row in board.totals),
    )


def _columns(board: AgingBoard, lang: str) -> dict[str, tuple[TableColumn, ReadCell]]:
    """Every column the board can show, in its natural order, with the way to read it."""
    by = board.query.by
    oldest = "oldest" if board.query.basis is Basis.DUE else "oldest_age"
    texts: dict[str, tuple[TableColumn, ReadCell]] = {
        "code": (_column("code", lang), lambda row: row.code),
        "label": (_column("label", lang, title=by.value), lambda row: _label(row, lang)),
        "currency": (_column("currency", lang), lambda row: row.currency),
    }
    return (
        texts
        | _amounts(lang)
        | _buckets(board, lang)
        | {
            "held": (_money("held", lang), lambda row: Money(row.held, row.currency)),
            "receipts": (_money("receipts", lang), lambda row: Money(row.receipts, row.currency)),
            "credit_notes": (_money("credit_notes", lang), lambda row: Money(row.credit_notes, row.currency)),
            "disputed": (_money("disputed", lang), lambda row: Money(row.disputed, row.currency)),
            "oldest": (_column("oldest", lang, ColumnKind.INT, title=oldest), lambda row: row.oldest),
            "items": (_column("items", lang, ColumnKind.INT, summed=True), lambda row: row.items),
        }
    )


def _further(key: str, found: Mapping[int, str], lang: str) -> tuple[TableColumn, ReadCell]:
    """A column of words that does not come with the board."""
    return _column(key, lang), lambda row: found.get(row.key, "")


def _amounts(lang: str) -> dict[str, tuple[TableColumn, ReadCell]]:
    """Balance, overdue and their ratio."""
    return {
        "balance": (_money("balance", lang), lambda row: Money(row.balance, row.currency)),
        "overdue": (_money("overdue", lang), lambda row: Money(row.overdue, row.currency)),
        "overdue_rate": (_column("overdue_rate", lang, ColumnKind.PERCENT), _overdue_rate),
    }


def _buckets(board: AgingBoard, lang: str) -> dict[str, tuple[TableColumn, ReadCell]]:
    """One money column per aging bucket, not due first."""
    labels = bucket_labels(board.query.limits, lang, basis=board.query.basis.value)
    return {
        f"bucket{index}": (
            TableColumn(f"bucket{index}", label, ColumnKind.MONEY, summed=True, zero_dash=True, bucket=index),
            lambda row, index=index: Money(row.buckets[index], row.currency),  # type: ignore[misc]
        )
        for index, label in enumerate(labels)
    }


def _column(
    key: str, lang: str, kind: ColumnKind = ColumnKind.TEXT, *, title: str = "", summed: bool = False
) -> TableColumn:
    """A column titled by its own word, or by another one's."""
    return TableColumn(key, say(f"column.{title or key}", lang), kind, summed=summed)


def _money(key: str, lang: str) -> TableColumn:
    """A money column that adds up and shows nothing as "–"."""
    title = say(f"column.{key}", lang)
    return TableColumn(key, title, ColumnKind.MONEY, summed=True, zero_dash=key != "balance")


def _useful(board: AgingBoard, keys: Sequence[str]) -> list[str]:
    """All columns but those that would stand empty for every row."""
    rows = board.rows
    empty = {"overdue_rate"}
    if len({row.currency for row in rows}) <= 1 or board.query.by is Grouping.CURRENCY:
        empty.add("currency")
    if not any(row.code for row in rows):
        empty.add("code")
    if not any(row.disputed for row in rows):
        empty.add("disputed")
    if not any(row.held for row in rows):
        empty.add("held")
    return [key for key in keys if key not in empty]


def _overdue_rate(row: AgingRow) -> Cell:
    """Overdue of all open debits (bucket sum), as a ratio; empty without any."""
    debits = sum(row.buckets)
    return Decimal(row.overdue) / Decimal(debits) if debits else None


def _label(row: AgingRow, lang: str) -> str:
    """The row's name; the unassigned rest is called so."""
    return row.name(lang) or say("aging.unassigned", lang)


def _total(
    board: AgingBoard,
    row: AgingRow,
    keys: Sequence[str],
    chosen: Sequence[tuple[TableColumn, ReadCell]],
    lang: str,
) -> tuple[Cell, ...]:
    """A totals row: the figures of its currency, its name under the first text column."""
    texts = [key for key in keys if key in {"label", "code", "grade", "use"}]
    name_at = next((key for key in texts if key in {"label", "code"}), "")
    counted = sum(each.currency == row.currency for each in board.rows)
    code = "aging.total_customers" if board.query.by is Grouping.CUSTOMER else "aging.total_rows"
    name = say(code, lang, n=counted)
    return tuple(
        (name if key == name_at else None) if key in texts else read(row)
        for key, (_, read) in zip(keys, chosen, strict=True)
    )


def _subtitle(board: AgingBoard, lang: str) -> list[str]:
    """The day, the basis, the unit, and what could not be converted."""
    query = board.query
    currencies = {row.currency for row in (*board.rows, *board.totals)}
    first = [
        say("aging.as_of", lang, day=day_in_column(query.as_of, lang)),
        say(f"basis.{query.basis.value}", lang),
        _unit(board, currencies, lang),
    ]
    lines = [" · ".join(first)]
    if board.missing_rates:
        missing = ("、" if lang == "zh" else ", ").join(board.missing_rates)
        lines.append(say("aging.missing_rates", lang, currencies=missing))
    return lines


def _unit(board: AgingBoard, currencies: set[str], lang: str) -> str:
    """In which money the figures stand."""
    if board.query.in_base:
        return say("aging.in_base", lang, currency=unit_name(board.base, lang))
    if len(currencies) > 1:
        return say("aging.unit_mixed", lang)
    currency = next(iter(currencies), board.base)
    return say("aging.unit", lang, currency=unit_name(currency, lang))
