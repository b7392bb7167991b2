"""Targets: bank statements, from the bytes to booked lines."""

from __future__ import annotations

from functools import partial

from app.domain.bank_file import BankFile, BankFormat, BankReadOptions
from app.imports.bank_child import CAMT, MT940, OFX, kind_of
from app.imports.bank_reader import bank_table, statement_of, with_columns
from app.imports.bank_table import guess
from app.imports.child import Wanted
from app.imports.sniff import HEAD
from tests.fuzz.tables import rows_of
from tests.fuzz.target import Target, texts, worded
from tests.imports import statements

_NAMES = {CAMT: "a.xml", MT940: "a.sta", OFX: "a.ofx"}


def _statement(data: bytes, kind: str) -> None:
    """A file that is of the kind the target is for; another kind has a target of its own."""
    if kind_of(data[:HEAD]) != kind:
        return
    facts, rows = rows_of(data, _NAMES[kind], Wanted(bank=True))
    worded(statement_of("a", facts, "", rows, BankReadOptions(), "EUR").problems)


def _table(data: bytes) -> None:
    facts, rows = rows_of(data, "a.csv", Wanted(bank=True))
    if facts.format in _NAMES:
        return
    table = bank_table("a.csv", facts, rows, BankReadOptions())
    file = BankFile("a.csv", BankFormat.TABLE, "", "CNY", (), table=table)
    worded(with_columns(file, guess(table), "CNY").problems)


def targets() -> list[Target]:
    """Every reader of bank statements."""
    known = {CAMT: statements.CAMT, MT940: statements.MT940, OFX: statements.OFX}
    return [
        *(
            Target(kind.replace(".", "_"), partial(_statement, kind=kind), texts(text))
            for kind, text in known.items()
        ),
        Target("bank_table", _table, texts(statements.CHINESE)),
    ]
