"""MT940 (SWIFT) by the mt-940 library: one statement after another, each booking with its details."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import mt940

from app.imports.bank_rows import BadRow, BankRow, HeadRow, LineRow, one_line
from app.imports.refusal import RefusalError

_START = re.compile(r"^:20:", re.MULTILINE)
_BLOCK_END = re.compile(r"^-(\}.*)?$|^\{[1-5]:.*$", re.MULTILINE)
_CLOSED = re.compile(r"^:62[FM]:", re.MULTILINE)
_NOTHING = frozenset({"NONREF", "NOTPROVIDED", "//"})
_CREDIT = frozenset({"C", "RD"})
_TEXTS = (
    "purpose",
    "transaction_details",
    "additional_purpose",
    "extra_details",
    "posting_text",
    "return_debit_notes",
)


def bank_rows(text: str, name: str) -> Iterator[BankRow]:
    """The rows of an MT940 file."""
    starts = [found.start() for found in _START.finditer(text)]
    if not starts:
        raise RefusalError("bank.no_statement", name=name)
    row = 0
    for section, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        part = _BLOCK_END.sub("", text[start:end]).strip() + "\n"
        if not _CLOSED.search(part):
            raise RefusalError("bank.file_cut_off", name=name, row=row + part.count("\n:61:"))
        try:
            statement = mt940.models.Transactions(options=mt940.Options.all())
            statement.parse(part)
        except (ValueError, RuntimeError, KeyError, AttributeError, ArithmeticError) as error:
            raise RefusalError("bank.file_damaged", name=name, row=row + 1) from error
        for one in statement.transactions:
            row += 1
            yield from _line(one.data, section, row)
        if ":61:" in part and not any(one.data.get("amount") for one in statement.transactions):
            raise RefusalError("bank.file_damaged", name=name, row=row + 1)
        yield _head(statement, section)


def _line(data: Mapping[str, Any], section: int, row: int) -> Iterator[BankRow]:
    """A booking; a statement without any has one entry with no amount."""
    if data.get("amount") is None:
        return
    on = data.get("entry_date") or data.get("date")
    if on is None:
        yield BadRow(section, row, "date", "")
        return
    status = str(data.get("status") or "").upper()
    value = abs(data["amount"].amount)
    texts = [_known(data, key) for key in _TEXTS]
    yield LineRow(
        section, row, f"{on:%Y-%m-%d}",
        f"{value if status in _CREDIT else -value:f}",
        str(data.get("currency") or data["amount"].currency or "").upper(),
        one_line(_known(data, "applicant_name")),
        one_line(_known(data, "applicant_iban")).replace(" ", ""),
        one_line(*texts),
        one_line(_known(data, "end_to_end_reference"), _known(data, "customer_reference")),
        _known(data, "bank_reference"),
        "1" if status.startswith("R") or data.get("return_debit_notes") else "",
    )  # fmt: skip


def _known(data: Mapping[str, Any], key: str) -> str:
    text = str(data.get(key) or "").strip()
    return "" if text.upper() in _NOTHING else text


def _head(statement: Any, section: int) -> HeadRow:
    data = statement.data
    opening = data.get("final_opening_balance") or data.get("intermediate_opening_balance")
    closing = data.get("final_closing_balance") or data.get("intermediate_closing_balance")
    return HeadRow(
        section,
        str(data.get("account_identification") or "").split(" ")[0].strip(),
        str(statement.currency or "").upper(),
        _day(opening),
        _day(closing),
        _money(opening),
        _money(closing),
    )


def _day(balance: Any) -> str:
    return f"{balance.date:%Y-%m-%d}" if balance is not None and balance.date else ""


def _money(balance: Any) -> str:
    return f"{balance.amount.amount:f}" if balance is not None and balance.amount else ""
