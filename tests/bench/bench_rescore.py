"""Scoring everybody over a million invoices against the bare SQL that yields the behaviour figures.

The floor is what no rescoring can do without: per customer the amount-weighted days late, what was
settled and late in the twelve months before, the longest overdue, purchases of two years, and the
disputes. The batch reads that and the credit file, answers every question of a card, and gives points,
coverage and grade as values. Floor and batch go in turn on the same connection; counts must agree.

Run: ``uv run python -m tests.bench.bench_rescore [--invoices 1000000] [--customers 20000] [--runs 3]``
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.services.session import CompanySession
from app.storage.company_file import open_company
from app.storage.store import SqlStore
from tests.bench.board_ledger import AS_OF, board_ledger

LIMIT = 3.0
_PAID = """
WITH item AS MATERIALIZED (
  SELECT d.customer_id, d.currency, d.amount, coalesce(d.due_date, d.doc_date) AS due,
    (SELECT CASE WHEN sum(a.amount) >= d.amount THEN max(a.date) END FROM allocation a
     WHERE a.debit_id = d.id AND a.deleted = 0 AND a.date <= :day) AS settled
  FROM document d
  WHERE d.deleted = 0 AND d.kind = 'invoice' AND d.doc_date <= :day AND d.amount > 0 AND d.has_plan = 0
  UNION ALL
  SELECT d.customer_id, d.currency, p.amount, p.due_date,
    (SELECT CASE WHEN sum(a.amount) >= p.amount THEN max(a.date) END FROM allocation a
     WHERE a.instalment_id = p.id AND a.deleted = 0 AND a.date <= :day)
  FROM instalment p JOIN document d ON d.id = p.document_id
  WHERE d.deleted = 0 AND d.kind = 'invoice' AND d.doc_date <= :day AND d.amount > 0 AND d.has_plan = 1
    AND p.deleted = 0
), counted AS (
  SELECT customer_id, currency, amount, settled,
    julianday(coalesce(settled, :day)) - julianday(due) AS days
  FROM item
  WHERE settled > :since OR (settled IS NULL AND due < :day)
)
SELECT customer_id, currency, sum(amount), sum(amount * days), count(*), sum(days > 0), count(settled),
  coalesce(max(CASE WHEN settled IS NULL THEN days END), 0)
FROM counted GROUP BY customer_id, currency
"""
_SOLD = """
SELECT customer_id, currency, sum(CASE WHEN doc_date > :since THEN amount ELSE 0 END),
  sum(CASE WHEN doc_date <= :since AND doc_date > :before THEN amount ELSE 0 END),
  sum(doc_date > :since), min(doc_date)
FROM document WHERE deleted = 0 AND kind = 'invoice' AND doc_date <= :day AND amount > 0
GROUP BY customer_id, currency
"""
_DISPUTED = """
SELECT d.customer_id, count(DISTINCT d.id) FROM document d JOIN dispute s ON s.document_id = d.id
WHERE d.deleted = 0 AND d.kind = 'invoice' AND d.doc_date > :since AND d.doc_date <= :day
  AND s.deleted = 0 AND s.opened_on <= :day
GROUP BY d.customer_id
"""


def floor(store: SqlStore) -> list[tuple[Any, ...]]:
    """The behaviour figures of everybody by bare statements, by the driver."""
    given = {
        "day": AS_OF.isoformat(),
        "since": AS_OF.replace(year=AS_OF.year - 1).isoformat(),
        "before": AS_OF.replace(year=AS_OF.year - 2).isoformat(),
    }
    rows: list[tuple[Any, ...]] = store.raw.execute(_PAID, given).fetchall()
    for statement in (_SOLD, _DISPUTED):
        store.raw.execute(statement, given).fetchall()
    return rows


def agree(session: CompanySession, rows: list[tuple[Any, ...]]) -> bool:
    """Whether the batch counted the same invoices, late ones and settled ones as the floor."""
    ours = {
        one.customer_id: (one.counted, one.late, one.settled, one.longest_overdue)
        for one in session.credit_files.behaviours(AS_OF).values()
        if one.counted
    }
    bare: dict[int, tuple[int, ...]] = {}
    for row in rows:
        before = bare.get(row[0], (0, 0, 0, 0))
        counts = zip(before[:3], row[4:7], strict=True)
        bare[row[0]] = (*(one + two for one, two in counts), max(before[3], int(row[7])))
    return ours == bare


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once; cycles are looked for between runs, as the window does on its own thread."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print JSON, then one line per figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    folder = Path(os.environ.get("HOLDFAST_BENCH_DIR") or Path(tempfile.gettempdir()) / "holdfast-bench")
    clock = FixedClock(AS_OF)
    store = open_company(board_ledger(folder, asked.invoices, asked.customers), clock=clock, actor="bench")
    session = compose(store, clock, store.close)
    gc.disable()
    try:
        same = agree(session, floor(store))
        customers = len(session.scoring.rescore(AS_OF))
        bare, ours, one = [], [], []
        for _ in range(asked.runs):
            bare.append(seconds(lambda: floor(store)))
            ours.append(seconds(lambda: session.scoring.rescore(AS_OF)))
            one.append(seconds(lambda: session.scoring.grade_of(None, AS_OF)))
    finally:
        session.close()
    low, high = statistics.median(bare), statistics.median(ours)
    found = {
        "customers": customers,
        "floor_s": round(low, 3),
        "rescore_s": round(high, 3),
        "ratio": round(high / low, 2),
        "grade_of_all_s": round(statistics.median(one), 4),
        "counts_agree": same,
    }
    print(json.dumps(found, indent=2))
    both = f"{found['rescore_s']} / {found['floor_s']} s"
    print(f"rescore everybody / bare SQL of behaviour: {both} = {found['ratio']} (at most {LIMIT})")


if __name__ == "__main__":
    main()
