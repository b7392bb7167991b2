"""All key figures of eight quarters over a million invoices against the bare SQL of their sums.

The floor is the fewest and fastest bare statements by the driver that we know for the same sums, each
over all eight quarters at once: documents by day and due day, settlements by day and due day, each
customer's balance at the eight ends, and what was settled without a payment. One statement per figure
and quarter would take many times as long. Adding the rows up to quarters is not counted in the floor.
The program's answer adds converting, disputes, promises, losses, limits, reviews, overrides, provisions,
concentration, notes, targets and trends. Both must agree quarter by quarter. With ``--insured`` there is
a policy over all of it: the floor then walks the limits at each of the eight ends too (``bench_cover``).

Run: ``uv run python -m tests.bench.bench_kpis [--invoices 1000000] [--customers 20000] [--runs 3]
[--insured]``
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from app.bootstrap.health import health_service
from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.kpi_period import Period, back_from, named_period
from app.services.health_views import Health
from app.services.session import CompanySession
from app.storage.company_file import open_company
from app.storage.store import SqlStore
from tests.bench.bench_cover import floor as walk
from tests.bench.bench_cover import insured_ledger, seconds
from tests.bench.board_ledger import AS_OF, board_ledger

LIMIT = 3.0
_DOCUMENTS = """
SELECT currency, kind, has_plan, doc_date, due_date, sum(amount) FROM document INDEXED BY ix_document_asof
WHERE deleted = 0 GROUP BY doc_date, due_date, kind, currency, has_plan
"""
_PARTS = """
SELECT d.currency, d.doc_date, i.due_date, sum(i.amount) FROM instalment i
JOIN document d ON d.id = i.document_id
WHERE i.deleted = 0 AND d.deleted = 0 AND d.has_plan = 1 GROUP BY 1, 2, 3
"""
_SETTLED = """
SELECT d.currency, a.date, coalesce(d.due_date, d.doc_date), sum(a.amount)
FROM allocation a INDEXED BY ix_allocation_debit_id JOIN document d ON d.id = a.debit_id
WHERE a.deleted = 0 AND d.has_plan = 0 GROUP BY 1, 2, 3
"""
_PARTS_SETTLED = """
SELECT d.currency, a.date, i.due_date, sum(a.amount) FROM allocation a
JOIN instalment i ON i.id = a.instalment_id JOIN document d ON d.id = i.document_id
WHERE a.deleted = 0 AND d.has_plan = 1 GROUP BY 1, 2, 3
"""
_NOT_PAID = """
SELECT d.currency, a.date, coalesce(i.due_date, d.due_date, d.doc_date), sum(a.amount)
FROM document c INDEXED BY ix_document_asof JOIN allocation a ON a.credit_id = c.id
JOIN document d ON d.id = a.debit_id LEFT JOIN instalment i ON i.id = a.instalment_id
WHERE c.deleted = 0 AND c.kind IN ('credit_note', 'write_off') AND a.deleted = 0 GROUP BY 1, 2, 3
"""
_BALANCES = """
SELECT customer_id, currency, kind, {sums} FROM document INDEXED BY ix_document_asof
WHERE deleted = 0 GROUP BY customer_id, currency, kind
"""
_DEBITS = ("invoice", "refund")


@dataclass
class Bare:
    """What the bare statements gave."""

    documents: list[Any]
    parts: list[Any]
    settled: list[Any]
    unpaid: list[Any]
    balances: list[Any]


def floor(store: SqlStore, quarters: Sequence[Period]) -> Bare:
    """The sums of all quarters by bare statements."""
    ends = ", ".join(f"sum(amount) FILTER (WHERE doc_date <= '{one.end}')" for one in quarters)

    def rows(text: str) -> list[Any]:
        found: list[Any] = store.raw.execute(text).fetchall()
        return found

    return Bare(
        rows(_DOCUMENTS),
        rows(_PARTS),
        rows(_SETTLED) + rows(_PARTS_SETTLED),
        rows(_NOT_PAID),
        rows(_BALANCES.format(sums=ends)),
    )


def whole_floor(store: SqlStore, quarters: Sequence[Period], *, insured: bool) -> None:
    """What is timed: the sums, and the walk of the limits at the eight ends where there is a policy."""
    floor(store, quarters)
    if insured:
        for one in quarters:
            walk(store, one.end, kept=one.end >= AS_OF)


def _older(rows: Iterable[tuple[date, date, int]], end: date, age: int) -> int:
    edge = end - timedelta(age)
    return sum(amount for on, due, amount in rows if on <= end and due < edge)


def added_up(bare: Bare, quarter: Period) -> dict[str, int]:
    """The renminbi sums of a quarter, plainly."""
    day = date.fromisoformat
    end = quarter.end
    made = [(kind, plan, day(on), due and day(due), amount)
            for currency, kind, plan, on, due, amount in bare.documents if currency == "CNY"]  # fmt: skip
    debits = [(on, due or on, amount) for kind, plan, on, due, amount in made if kind in _DEBITS and not plan]
    debits += [(day(on), day(due), amount) for currency, on, due, amount in bare.parts if currency == "CNY"]
    paid = [(day(on), day(due), amount) for currency, on, due, amount in bare.settled if currency == "CNY"]
    unpaid = [(day(on), day(due), -amount) for currency, on, due, amount in bare.unpaid if currency == "CNY"]
    received = [one for one in paid + unpaid if quarter.start <= one[0] <= end]
    return {
        "receivables": sum(
            (1 if kind in _DEBITS else -1) * amount for kind, _, on, _, amount in made if on <= end
        ),
        "sales": sum(
            {"invoice": 1, "credit_note": -1}.get(kind, 0) * amount
            for kind, _, on, _, amount in made
            if quarter.start <= on <= end
        ),
        "overdue": _older(debits, end, 0) - _older(paid, end, 0),
        "over_90": _older(debits, end, 90) - _older(paid, end, 90),
        "paid": sum(amount for _, _, amount in received),
        "late_weighted": sum(amount * max(0, (on - due).days) for on, due, amount in received),
    }


def told(health: Health) -> dict[str, int]:
    """The same sums as the health check says them."""
    figures = {"receivables": "dso", "sales": "dso", "overdue": "overdue_rate", "over_90": "over_90",
               "paid": "days_late", "late_weighted": "days_late"}  # fmt: skip
    return {
        name: int((health.figure(key).operand(name) or Decimal(0)) * 100) for name, key in figures.items()
    }


def agree(session: CompanySession, store: SqlStore, quarters: Sequence[Period]) -> bool:
    """Whether both say the same of every quarter, and of every customer at its end."""
    bare, ours = floor(store, quarters), session.health.series(quarters)
    sums = all(added_up(bare, one.period) == told(one) for one in ours)
    owed: dict[int, int] = {}
    for row_id, currency, kind, *amounts in bare.balances:
        if currency == "CNY":
            owed[row_id] = owed.get(row_id, 0) + (1 if kind in _DEBITS else -1) * (amounts[-1] or 0)
    shown = {one.customer_id: one.balance for one in session.health.concentration(quarters[-1]).rows}
    return sums and shown == {row_id: amount for row_id, amount in owed.items() if amount > 0}


def main() -> None:
    """Measure and print JSON, then one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--insured", action="store_true")
    asked = parser.parse_args()
    folder = Path(os.environ.get("HOLDFAST_BENCH_DIR") or Path(tempfile.gettempdir()) / "holdfast-bench")
    path = (insured_ledger if asked.insured else board_ledger)(folder, asked.invoices, asked.customers)
    clock = FixedClock(AS_OF)
    store = open_company(path, clock=clock, actor="bench")
    session = compose(store, clock, store.close)
    quarters = back_from(named_period("2025Q4"), 8)
    gc.disable()
    try:
        same = agree(session, store, quarters)
        bare, ours = [], []
        for _ in range(asked.runs):
            bare.append(seconds(lambda: whole_floor(store, quarters, insured=asked.insured)))
            health = health_service(store, session.company, clock, session)  # one that remembers nothing
            ours.append(seconds(partial(health.series, quarters)))
    finally:
        session.close()
    low, high = statistics.median(bare), statistics.median(ours)
    ratio = round(high / low, 2)
    print(
        json.dumps(
            {"floor_s": round(low, 3), "kpis_s": round(high, 3), "ratio": ratio, "agree": same}, indent=2
        )
    )
    name = "key figures of eight quarters" + (", insured" if asked.insured else "")
    print(f"{name} / bare sums: {high:.2f} / {low:.2f} s = {ratio} (at most {LIMIT})")


if __name__ == "__main__":
    main()
