"""The ledger of a claim pack as a table for a workbook: when each invoice was due, paid, and how late."""

from __future__ import annotations

from app.domain.claim_pack import AccountLine, ClaimPack
from app.domain.money import Money
from app.domain.table import Cell, ColumnKind, Table, TableColumn
from app.words import say
from app.words.formats import day_in_sentence

_COLUMNS = (
    ("currency", ColumnKind.TEXT),
    ("date", ColumnKind.DATE),
    ("kind", ColumnKind.TEXT),
    ("number", ColumnKind.TEXT),
    ("reference", ColumnKind.TEXT),
    ("due", ColumnKind.DATE),
    ("settled", ColumnKind.DATE),
    ("late", ColumnKind.INT),
    ("debit", ColumnKind.MONEY),
    ("credit", ColumnKind.MONEY),
    ("running", ColumnKind.MONEY),
)


def ledger_table(pack: ClaimPack, lang: str) -> Table:
    """Opening balance, every movement with the balance after it, and the closing balance, by currency."""
    columns = tuple(
        TableColumn(name, say(f"claim_pack.ledger.{name}", lang), kind) for name, kind in _COLUMNS
    )
    rows: list[tuple[Cell, ...]] = []
    totals: list[tuple[Cell, ...]] = []
    for account in pack.accounts:
        currency = account.currency
        opening = say("statement.opening", lang)
        rows.append(
            (
                currency,
                pack.start,
                opening,
                "",
                "",
                None,
                None,
                None,
                None,
                None,
                Money(account.opening, currency),
            )
        )
        rows += [_row(one, currency, lang) for one in account.lines]
        charged, credited = sum(one.debit for one in account.lines), sum(one.credit for one in account.lines)
        figures = (Money(charged, currency), Money(credited, currency), Money(account.closing, currency))
        totals.append(
            (
                currency,
                pack.statement.as_of,
                say("statement.closing", lang),
                "",
                "",
                None,
                None,
                None,
                *figures,
            )
        )
    name = pack.customer.name if lang == "zh" else pack.customer.name_en or pack.customer.name
    span = say(
        "claim_pack.ledger_intro",
        lang,
        start=day_in_sentence(pack.start, lang),
        end=day_in_sentence(pack.statement.as_of, lang),
    )
    record = pack.policy.record
    said = (name, f"{record.insurer} {record.number} · {pack.reference}", span)
    return Table(say("claim_pack.part.ledger", lang), columns, tuple(rows), tuple(totals), said)


def _row(one: AccountLine, currency: str, lang: str) -> tuple[Cell, ...]:
    return (
        currency,
        one.on,
        say(f"kind.{one.kind}", lang),
        one.number,
        one.reference,
        one.due if one.debit else None,
        one.settled,
        one.late if one.late is None or one.late > 0 else 0,
        Money(one.debit, currency) if one.debit else None,
        Money(one.credit, currency) if one.credit else None,
        Money(one.balance, currency),
    )
