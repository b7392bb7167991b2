"""A ledger of a million invoices for the board's benchmark, written straight by SQL."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.storage.company_file import create_company
from app.storage.engine import connect

AS_OF = date(2025, 12, 31)
SPAN = 730
STAMP = "2025-12-31T00:00:00+00:00"
_TERMS = (15, 30, 45, 60, 90)
_SAVEPOINT_ROWS = 50_000


def board_ledger(folder: Path, invoices: int, customers: int) -> Path:
    """The file of that size, made unless it is there already: the same for the same size."""
    path = folder / f"board-{invoices}-{customers}.holdfast"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    making = folder / f"making-{path.name}"
    making.unlink(missing_ok=True)
    create_company(making, Company("基准有限公司", "CNY"), clock=FixedClock(AS_OF), actor="bench")
    raw = connect(making, mode="rw")
    try:
        for pragma in ("synchronous = OFF", "journal_mode = OFF", "foreign_keys = OFF"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("BEGIN")
        _fill(raw, invoices, customers)
        raw.execute("COMMIT")
    finally:
        raw.close()
    return making.rename(path)


def _fill(raw: Any, invoices: int, customers: int) -> None:
    rng = random.Random(20)
    trades = _trades(rng, invoices, customers)
    _insert(raw, "salesperson", ("name",), ((f"业务员{n}",) for n in range(1, 41)))
    _insert(raw, "region", ("name", "parent_id"), ((f"区域{n}", n // 4 or None) for n in range(1, 41)))
    _insert(raw, "customer_group", ("name",), ((f"集团{n}",) for n in range(1, 501)))
    _insert(
        raw,
        "customer",
        ("name", "code", "initials", "name_key", "salesperson_id", "region_id", "group_id"),
        (
            (f"客户{n}机电", f"C{n:05}", f"kh{n}jd", f"客户{n}机电", n % 40 + 1, n % 40 + 1, n % 500 + 1)
            for n in range(1, customers + 1)
        ),
    )
    _documents(raw, trades)
    raw.execute(
        """UPDATE document SET open = amount - (SELECT coalesce(sum(a.amount), 0) FROM allocation a
           WHERE a.debit_id = document.id AND a.deleted = 0) WHERE kind = 'invoice'"""
    )
    raw.execute(
        """UPDATE document SET open = amount - (SELECT coalesce(sum(a.credit_amount), 0) FROM allocation a
           WHERE a.credit_id = document.id AND a.deleted = 0) WHERE kind <> 'invoice'"""
    )
    raw.execute(
        """UPDATE instalment SET open = amount - (SELECT coalesce(sum(a.amount), 0) FROM allocation a
           WHERE a.instalment_id = instalment.id AND a.deleted = 0)"""
    )
    disputed = raw.execute("SELECT id FROM document WHERE open > 0 AND kind = 'invoice' AND id % 60 = 0")
    rows = [(row[0], (AS_OF - timedelta(20)).isoformat()) for row in disputed.fetchall()]
    _insert(raw, "dispute", ("document_id", "opened_on"), rows)


def _insert(raw: Any, table: str, names: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    columns = (*names, "created_at", "changed_at", "version")
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}, '{STAMP}', '{STAMP}', 1)"  # noqa: S608 - our own names
    rows = iter(rows)
    while batch := list(itertools.islice(rows, _SAVEPOINT_ROWS)):
        raw.executemany(statement, batch)


Trade = tuple[int, int, int, int, int, int]
"""Customer, day, amount, days of credit, days until paid (0: never), parts paid."""


def _trades(rng: random.Random, invoices: int, customers: int) -> list[Trade]:
    """Invoices in the order of their days; how late a customer pays is its habit."""
    habit = [rng.choice((-5, 0, 0, 5, 10, 20, 40, 80)) for _ in range(customers + 1)]
    trades = []
    for _ in range(invoices):
        customer, terms = rng.randint(1, customers), rng.choice(_TERMS)
        late = terms + habit[customer] + rng.randint(-5, 25)
        paid = 0 if rng.random() < 0.01 else max(late, 1)
        trades.append(
            (customer, rng.randrange(SPAN), rng.randint(1_000, 5_000_000), terms, paid, rng.choice((1, 2)))
        )
    trades.sort(key=lambda trade: trade[1])
    return trades


def _documents(raw: Any, trades: list[Trade]) -> None:
    start = AS_OF - timedelta(SPAN - 1)
    days = [(start + timedelta(n)).isoformat() for n in range(SPAN + 400)]
    names = "id customer_id kind number doc_date currency amount due_date has_plan".split()
    invoices = (
        (
            n,
            customer,
            "invoice",
            f"HQ{days[day][2:7]}-{n:07}",
            days[day],
            _currency(customer),
            amount,
            days[day + terms],
            int(n % 100 == 0),
        )
        for n, (customer, day, amount, terms, _, _) in enumerate(trades, 1)
    )
    _insert(raw, "document", tuple(names), invoices)
    _plans(raw, trades, days)
    credits_, allocations = _payments(trades, days)
    _insert(
        raw,
        "document",
        ("id", "customer_id", "kind", "number", "doc_date", "currency", "amount"),
        credits_,
    )
    _insert(
        raw,
        "allocation",
        ("debit_id", "credit_id", "date", "amount", "credit_amount", "instalment_id"),
        allocations,
    )


def _currency(customer: int) -> str:
    return ("USD", "EUR", "JPY")[customer % 3] if customer % 10 == 0 else "CNY"


def _plans(raw: Any, trades: list[Trade], days: list[str]) -> None:
    """Every hundredth invoice is due in two halves; part 1 has the odd number of the pair."""
    rows = (
        (n, seq, days[day + 30 * seq], part)
        for n, (_, day, amount, *_rest) in enumerate(trades, 1)
        if n % 100 == 0
        for seq, part in ((1, amount // 2), (2, amount - amount // 2))
    )
    _insert(raw, "instalment", ("document_id", "seq", "due_date", "amount"), rows)


def _payments(
    trades: list[Trade], days: list[str]
) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Receipts, each for up to two payments of a customer; one in fifty leaves a rest on account."""
    by_customer: dict[int, list[tuple[int, int, int, int | None]]] = {}
    for n, trade in enumerate(trades, 1):
        for day, amount, part in _parts(n, trade):
            if day < SPAN:
                by_customer.setdefault(trade[0], []).append((day, n, amount, part))
    pairs = []
    for customer, payments in by_customer.items():
        payments.sort()
        pairs += [(payments[i + 1 : i + 2] or payments[i : i + 1], payments[i : i + 2], customer)
                  for i in range(0, len(payments), 2)]  # fmt: skip
    pairs.sort(key=lambda pair: pair[0][0][0])
    credits_: list[tuple[object, ...]] = []
    allocations: list[tuple[object, ...]] = []
    for number, (last, payments, customer) in enumerate(pairs, len(trades) + 1):
        paid_on = days[last[0][0]]
        rest = 12_345 if number % 50 == 0 else 0
        total = sum(amount for _, _, amount, _ in payments) + rest
        kind = "credit_note" if number % 40 == 0 else "receipt"
        credits_.append((number, customer, kind, f"SK{number:08}", paid_on, _currency(customer), total))
        allocations += [(n, number, paid_on, amount, amount, part) for _, n, amount, part in payments]
    return credits_, allocations


def _parts(n: int, trade: Trade) -> Iterator[tuple[int, int, int | None]]:
    _, day, amount, _, paid, parts = trade
    if not paid:
        return
    if n % 100 == 0:
        first = 2 * (n // 100) - 1
        yield day + paid, amount // 2, first
        yield day + paid + 30, amount - amount // 2, first + 1
    elif parts == 1:
        yield day + paid, amount, None
    else:
        yield day + paid, amount // 3 or 1, None
        yield day + paid + 14, amount - (amount // 3 or 1), None
