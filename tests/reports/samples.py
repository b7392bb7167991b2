"""Boards and statements with figures that can be followed by eye."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from pypdf import PdfReader

from app.domain.aging import AgingBoard, AgingQuery, AgingRow, OpenItem, bucket
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.statement import Statement, StatementCurrency, StatementLine

AS_OF = date(2025, 12, 31)
HOSTILE = (
    '<img src="/etc/passwd"/>',
    "A & B <b>x",
    "{0} %s {{name}}",
    "Łódź Spółka z o.o.",
    "שלום בע״מ",
    "شركة الخليج",
    "笑脸😀公司",
    "长" * 200,
    "W" * 200,
    "=1+1",
    "\x00\x07bell",
)
COMPANY = Company(
    "甬联紧固件（宁波）有限公司",
    "CNY",
    name_en="Yonglian Fasteners (Ningbo) Co., Ltd.",
    identifier="91330299MAYL20121N",
    address="浙江省宁波市海曙区示例路 18 号",
    phone="0574-5550 0120",
    contact="财务部 陈晓岚",
    bank="宁波江海银行鄞州支行",
    bank_account="6200 0001 2025 1231 006",
)


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def board(names: Sequence[str], currencies: Sequence[str] = ("CNY",)) -> AgingBoard:
    rows = tuple(
        AgingRow(
            key=number,
            label=name,
            currency=currencies[number % len(currencies)],
            buckets=(100_00 * number, 0, 250_50, 0, 10_000_00),
            receipts=-30_00,
            credit_notes=0,
            disputed=0,
            oldest=number,
            items=2,
            code=f"C{number:04}",
        )
        for number, name in enumerate(names)
    )
    totals = tuple(
        _total([row for row in rows if row.currency == currency], currency) for currency in currencies
    )
    return AgingBoard(AgingQuery(AS_OF), "CNY", rows, totals)


def _total(rows: Sequence[AgingRow], currency: str) -> AgingRow:
    return AgingRow(
        key=0,
        label="",
        currency=currency,
        buckets=tuple(sum(row.buckets[index] for row in rows) for index in range(5)),
        receipts=sum(row.receipts for row in rows),
        credit_notes=0,
        disputed=0,
        oldest=max((row.oldest for row in rows), default=0),
        items=sum(row.items for row in rows),
    )


def section(
    currency: str = "CNY", movements: int = 3, ages: Sequence[int] = (95, -10), unapplied: int = 0
) -> StatementCurrency:
    """Every movement charges 100.00; what is owed at the end is spread evenly over the ages."""
    opening, balance, lines = 1_000_00, 1_000_00, []
    for number in range(movements):
        balance += 100_00
        day = date(2025, 10, 1) + timedelta(number % 90)
        lines.append(StatementLine(day, "invoice", f"HQ25-{number:04}", "", day, 100_00, 0, balance))
    owed = balance - unapplied
    shares = [owed // len(ages)] * len(ages)
    shares[-1:] = [owed - sum(shares[:-1])]
    items = [
        OpenItem(n, 0, "invoice", f"OP-{n}", 1, "", date(2025, 9, 1), AS_OF - timedelta(age), currency,
                 part, part,                  age, bucket(age, (30, 60, 90)))
        for n, (age, part) in enumerate(zip(ages, shares, strict=True))
    ]  # fmt: skip
    buckets = tuple(sum(item.open for item in items if item.bucket == index) for index in range(5))
    if unapplied:
        items.append(
            OpenItem(99, 0, "receipt", "SK-99", 1, "", AS_OF, None, currency, -unapplied, unapplied, 0, 0)
        )
    return StatementCurrency(
        currency, opening, tuple(lines), balance, (30, 60, 90), buckets, unapplied, tuple(items)
    )


def statement(
    *sections: StatementCurrency, name: str = "青岛海拓船舶配件有限公司", number: str = "DZ-006"
) -> Statement:
    customer = Customer(
        name, code="C006", name_en="Meridian Supply LLC", address="240 Harbor Street\nSavannah"
    )
    return Statement(COMPANY, customer, number, date(2025, 10, 1), AS_OF, sections or (section(),))
