"""The aging board as JSON and as lines of text."""

from __future__ import annotations

from app.cli.printing import aligned, columns_of, major
from app.domain.aging import AgingBoard, AgingRow, Grouping
from app.domain.company import Company
from app.domain.money import exponent
from app.words import say
from app.words.formats import amount, bucket_labels, day_in_sentence, percent


def board_as_json(board: AgingBoard, company: Company) -> dict[str, object]:
    """The board for a program: amounts as strings in major units, days as ISO dates."""
    query = board.query
    return {
        "company": company.name,
        "as_of": query.as_of.isoformat(),
        "basis": query.basis.value,
        "buckets": list(query.limits),
        "by": query.by.value,
        "base": board.base,
        "in_base": query.in_base,
        "rows": [_row_as_json(row) for row in board.rows],
        "totals": [_row_as_json(row) for row in board.totals],
        "missing_rates": list(board.missing_rates),
        "last_data": board.last_data.isoformat() if board.last_data else None,
    }


def _row_as_json(row: AgingRow) -> dict[str, object]:
    money = row.currency
    return {
        "key": row.key,
        "code": row.code,
        "label": row.label,
        "currency": money,
        "balance": major(row.balance, money),
        "overdue": major(row.overdue, money),
        "buckets": [major(minor, money) for minor in row.buckets],
        "receipts": major(row.receipts, money),
        "credit_notes": major(row.credit_notes, money),
        "disputed": major(row.disputed, money),
        "held": major(row.held, money),
        "oldest": row.oldest,
        "items": row.items,
    }


def board_as_lines(board: AgingBoard, lang: str) -> list[str]:
    """The board for people: title, aligned columns, totals, and what is missing."""
    query = board.query
    day = day_in_sentence(query.as_of, lang)
    about = (say("aging.as_of", lang, day=day), say(f"basis.{query.basis}", lang))
    head = "  ".join((say("aging.title", lang), *about))
    if not board.rows:
        return [head, "", say("cli.aging.empty", lang)]
    titles = [
        say(f"column.{query.by}", lang),
        *([] if query.by is Grouping.CURRENCY else [say("column.currency", lang)]),
        say("column.balance", lang),
        *bucket_labels(query.limits, lang, basis=query.basis.value),
        say("column.receipts", lang),
        say("column.credit_notes", lang),
        say("column.overdue_rate", lang),
    ]
    body = [_cells(row, query.by, lang) for row in board.rows]
    totals = [_cells(row, query.by, lang, total=True) for row in board.totals]
    texts = 1 if query.by is Grouping.CURRENCY else 2
    right = [n >= texts for n in range(len(titles))]
    lines = aligned([titles, *body, *totals], right)
    rule = "─" * columns_of(lines[0])
    shown = [head, "", lines[0], rule, *lines[1 : len(body) + 1], rule, *lines[len(body) + 1 :]]
    if board.missing_rates:
        shown += ["", say("aging.missing_rates", lang, currencies=", ".join(board.missing_rates))]
    return shown


def _cells(row: AgingRow, by: Grouping, lang: str, *, total: bool = False) -> list[str]:
    label = say("aging.total", lang) if total else row.name(lang) or say("aging.unassigned", lang)
    if by is Grouping.CURRENCY:
        label = f"{label} {row.currency}" if total else row.currency
    digits = exponent(row.currency)
    minors = (*row.buckets, row.receipts, row.credit_notes)
    return [
        label,
        *([] if by is Grouping.CURRENCY else [row.currency]),
        amount(row.balance, digits),
        *(amount(minor, digits, zero_dash=True) for minor in minors),
        percent(row.overdue, sum(row.buckets)),
    ]
