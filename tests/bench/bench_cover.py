"""Cover of a million invoices against the bare SQL of its limit walk.

The floor is what nobody can do without: per open invoice the limit in force on its shipment date, what
the buyer has on account taken off the oldest, and the running sum of the debt by shipment date set
against the limit. The program reads the same rows and gives each its reasons, stops, missed duties, both
currencies, and the indemnity to expect per buyer. Floor and program go in turn on the same connection,
and their insured sums must agree. A walk that takes nothing off, whose sums are too high, is timed too.

Run: ``uv run python -m tests.bench.bench_cover [--invoices 1000000] [--customers 20000] [--runs 3]``
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import LimitUsage, PolicyTerms
from app.services.session import CompanySession
from app.storage.company_file import open_company
from app.storage.store import SqlStore
from tests.bench.board_ledger import AS_OF, SPAN, board_ledger

LIMIT = 3.0
_START = AS_OF - timedelta(days=SPAN + 1)
_WALK = """
WITH item AS MATERIALIZED (
  SELECT d.id, d.customer_id, d.doc_date AS shipped, {left} AS open,
    coalesce((SELECT l.amount FROM limit_decision l
      WHERE l.customer_id = d.customer_id AND l.deleted = 0 AND l.effective <= d.doc_date
      ORDER BY l.effective DESC, l.id DESC LIMIT 1), 0) AS granted
  FROM document d
  WHERE d.kind = 'invoice' AND d.deleted = 0 AND d.doc_date <= :day AND {left} > 0
), walked AS (
  SELECT id, open, granted, coalesce(sum(open) OVER (
    PARTITION BY customer_id ORDER BY shipped, id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM item
)
SELECT id, open, max(0, min(open, granted - before)) AS insured FROM walked
"""
_SET_OFF = """
WITH account AS MATERIALIZED (
  SELECT d.customer_id, sum({credit}) AS held FROM document d
  WHERE d.kind <> 'invoice' AND d.deleted = 0 AND d.doc_date <= :day AND {credit} > 0 GROUP BY 1
), owed AS MATERIALIZED (
  SELECT d.id, d.customer_id, d.doc_date AS shipped, {left} AS open, coalesce(d.due_date, d.doc_date) AS due,
    coalesce((SELECT l.amount FROM limit_decision l
      WHERE l.customer_id = d.customer_id AND l.deleted = 0 AND l.effective <= d.doc_date
      ORDER BY l.effective DESC, l.id DESC LIMIT 1), 0) AS granted
  FROM document d
  WHERE d.kind = 'invoice' AND d.deleted = 0 AND d.doc_date <= :day AND {left} > 0
), item AS MATERIALIZED (
  SELECT o.id, o.customer_id, o.shipped, o.granted, o.open - max(0, min(o.open, coalesce(c.held, 0)
    - coalesce(sum(o.open) OVER (PARTITION BY o.customer_id ORDER BY o.due, o.id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS open
  FROM owed o LEFT JOIN account c ON c.customer_id = o.customer_id
), walked AS (
  SELECT id, open, granted, coalesce(sum(open) OVER (
    PARTITION BY customer_id ORDER BY shipped, id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM item
)
SELECT id, open, max(0, min(open, granted - before)) AS insured FROM walked
"""
_KEPT = "d.open"
_DATED = """(d.amount - coalesce((SELECT sum(a.amount) FROM allocation a
  WHERE a.debit_id = d.id AND a.deleted = 0 AND a.date <= :day), 0))"""
_CREDIT_DATED = """(d.amount - coalesce((SELECT sum(a.credit_amount) FROM allocation a
  WHERE a.credit_id = d.id AND a.deleted = 0 AND a.date <= :day), 0))"""


def insured_ledger(folder: Path, invoices: int, customers: int) -> Path:
    """The board's ledger with a policy, and a limit for nine buyers of ten, cut later for one in seven."""
    path = folder / f"insured-{invoices}-{customers}.holdfast"
    if path.exists():
        return path
    making = folder / f"making-{path.name}"
    shutil.copy(board_ledger(folder, invoices, customers), making)
    store = open_company(making, clock=FixedClock(AS_OF), actor="bench")
    terms = PolicyTerms(limit_usage=LimitUsage.ALL_DEBT, vat_covered=True)
    session = compose(store, FixedClock(AS_OF), store.close)
    record = InsurancePolicy("基准", "B-1", _START, AS_OF, "CNY", "", state="active")
    policy_id = min(session.policies.save(record, terms).touched["insurance_policy"])
    halfway = AS_OF - timedelta(days=SPAN // 2)
    told = [
        _told(policy_id, customer_id, _START, "granted", 200_000_00 + customer_id * 100)
        for customer_id in range(1, customers + 1)
        if customer_id % 10
    ]
    told += [
        _told(policy_id, each.customer_id, halfway, "reduced", each.amount // 2)
        for each in told
        if each.customer_id % 7 == 0 and each.amount is not None
    ]
    with store.write() as unit:
        unit.add_all(told)
        unit.commit("bench")
    session.close()
    return making.rename(path)


def _told(policy_id: int, customer_id: int, day: date, outcome: str, amount: int) -> LimitDecision:
    return LimitDecision(policy_id, customer_id, day, day, outcome, "CNY", amount=amount)


def floor(store: SqlStore, day: date, *, kept: bool) -> list[tuple[Any, ...]]:
    """The limit walk by one bare statement, by the driver."""
    text = _WALK.format(left=_KEPT if kept else _DATED)
    rows: list[tuple[Any, ...]] = store.raw.execute(text, {"day": day.isoformat()}).fetchall()
    return rows


def after_set_off(store: SqlStore, day: date, *, kept: bool) -> list[tuple[Any, ...]]:
    """The limit walk over what credits on account leave of each invoice, the oldest due first."""
    text = _SET_OFF.format(left=_KEPT if kept else _DATED, credit=_KEPT if kept else _CREDIT_DATED)
    rows: list[tuple[Any, ...]] = store.raw.execute(text, {"day": day.isoformat()}).fetchall()
    return rows


def agree(session: CompanySession, store: SqlStore, day: date, *, kept: bool) -> bool:
    """Whether invoices without a dispute are insured alike by both."""
    book = session.cover.book(day)
    ours = {
        one.cover.item.document_id: one.cover.insured for one in book.items if not one.cover.item.disputed
    }
    contested = {one.cover.item.document_id for one in book.items if one.cover.item.disputed}
    bare = {row[0]: row[2] for row in after_set_off(store, day, kept=kept) if row[0] not in contested}
    return ours == bare and bool(ours)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once; cycles are looked for between runs, as the window does on its own thread."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(session: CompanySession, store: SqlStore, day: date, runs: int, *, kept: bool) -> dict[str, Any]:
    """Floor and program in turn; seconds and their ratio."""
    same = agree(session, store, day, kept=kept)
    gross, bare, ours = [], [], []
    for _ in range(runs):
        gross.append(seconds(lambda: floor(store, day, kept=kept)))
        bare.append(seconds(lambda: after_set_off(store, day, kept=kept)))
        ours.append(seconds(lambda: session.cover.book(day)))
    low, high, nothing_off = (statistics.median(each) for each in (bare, ours, gross))
    return {
        "floor_s": round(low, 3),
        "cover_s": round(high, 3),
        "ratio": round(high / low, 2),
        "nothing_taken_off_s": round(nothing_off, 3),
        "ratio_to_it": round(high / nothing_off, 2),
        "agree": same,
    }


def main() -> None:
    """Measure and print JSON, then one line per figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    folder = Path(os.environ.get("HOLDFAST_BENCH_DIR") or Path(tempfile.gettempdir()) / "holdfast-bench")
    path = insured_ledger(folder, asked.invoices, asked.customers)
    store = open_company(path, clock=FixedClock(AS_OF), actor="bench")
    session = compose(store, FixedClock(AS_OF), store.close)
    gc.disable()
    try:
        today = measure(session, store, AS_OF, asked.runs, kept=True)
        past = measure(session, store, AS_OF - timedelta(days=90), asked.runs, kept=False)
    finally:
        session.close()
    print(json.dumps({"today": today, "past": past}, indent=2))
    for name, found in (("today", today), ("a past day", past)):
        both = f"{found['cover_s']} / {found['floor_s']} s"
        print(f"cover of {name} / bare limit walk: {both} = {found['ratio']} (at most {LIMIT})")


if __name__ == "__main__":
    main()
