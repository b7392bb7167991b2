"""The aging board of a million invoices against one bare SQL statement of the same sums.

Floor and board run in turn on the same connection and the same data; their figures must agree.
The ledger is kept in ``HOLDFAST_BENCH_DIR`` (else in the temporary folder) and made when missing.

Run: ``uv run python -m tests.bench.bench_board [--invoices 1000000] [--customers 20000] [--runs 5]``
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.domain.aging import AgingBoard, AgingQuery, Grouping
from app.domain.clock import FixedClock
from app.services.aging import AgingService
from app.services.search import SearchService
from app.storage.company_file import open_company
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.search import SqlSearchReader
from app.storage.store import SqlStore
from tests.bench.board_ledger import AS_OF, board_ledger

PAST = AS_OF - timedelta(184)
LIMIT, TODAY_LIMIT = 1.5, 0.5
_KEPT = "open"
_DATED = """amount - CASE WHEN kind IN ('invoice', 'refund')
  THEN coalesce((SELECT sum(a.amount) FROM allocation a
                 WHERE a.debit_id = d.id AND a.deleted = 0 AND a.date <= :day), 0)
  ELSE coalesce((SELECT sum(a.credit_amount) FROM allocation a
                 WHERE a.credit_id = d.id AND a.deleted = 0 AND a.date <= :day), 0) END"""
_KEPT_PART, _DATED_PART = (
    "p.open",
    """p.amount - coalesce((SELECT sum(a.amount) FROM allocation a
       WHERE a.instalment_id = p.id AND a.deleted = 0 AND a.date <= :day), 0)""",
)
# LIMIT keeps SQLite from working the open amount out once per sum instead of once per document.
_FLOOR = """
SELECT customer_id, currency,
  sum(CASE WHEN side > 0 AND aged >= :e0 THEN open ELSE 0 END),
  sum(CASE WHEN side > 0 AND aged < :e0 AND aged >= :e1 THEN open ELSE 0 END),
  sum(CASE WHEN side > 0 AND aged < :e1 AND aged >= :e2 THEN open ELSE 0 END),
  sum(CASE WHEN side > 0 AND aged < :e2 AND aged >= :e3 THEN open ELSE 0 END),
  sum(CASE WHEN side > 0 AND aged < :e3 THEN open ELSE 0 END),
  sum(CASE WHEN side < 0 THEN open ELSE 0 END),
  sum(side > 0 AND open <> 0),
  min(CASE WHEN side > 0 AND open > 0 THEN aged END)
FROM (
  SELECT * FROM (
    SELECT d.customer_id, d.currency, coalesce(d.due_date, d.doc_date) AS aged,
      CASE WHEN d.kind IN ('invoice', 'refund') THEN 1 ELSE -1 END AS side, {document} AS open
    FROM document d
    WHERE d.deleted = 0 AND d.doc_date <= :day AND d.has_plan = 0 {only_open}
    LIMIT 9223372036854775807)
  UNION ALL
  SELECT * FROM (
    SELECT d.customer_id, d.currency, p.due_date, 1, {part}
    FROM instalment p JOIN document d ON d.id = p.document_id
    WHERE d.deleted = 0 AND d.doc_date <= :day AND d.has_plan = 1 AND p.deleted = 0
    LIMIT 9223372036854775807)
)
WHERE open <> 0
GROUP BY customer_id, currency
"""
_STATEMENTS = {
    False: _FLOOR.format(document=_DATED, part=_DATED_PART, only_open=""),
    True: _FLOOR.format(document=_KEPT, part=_KEPT_PART, only_open="AND d.open <> 0"),
}
Figures = dict[tuple[int, str], tuple[int, ...]]


def floor(store: SqlStore, day: date, *, kept: bool) -> list[tuple[Any, ...]]:
    """One bare statement by the driver: per customer and currency five buckets, credits, count, oldest."""
    edges = {f"e{i}": (day - timedelta(limit)).isoformat() for i, limit in enumerate((0, 30, 60, 90))}
    rows: list[tuple[Any, ...]] = store.raw.execute(
        _STATEMENTS[kept], {"day": day.isoformat(), **edges}
    ).fetchall()
    return rows


def agree(board: AgingBoard, rows: list[tuple[Any, ...]]) -> bool:
    """Whether the board shows what the floor summed."""
    shown: Figures = {
        (row.key, row.currency): (*row.buckets, -row.receipts - row.credit_notes, row.items)
        for row in board.rows
    }
    return shown == {row[:2]: row[2:9] for row in rows if any(row[2:9])}


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object], runs: int) -> float:
    """Median of several runs, in seconds."""
    return statistics.median(seconds(work) for _ in range(runs))


def compare(store: SqlStore, service: AgingService, day: date, *, kept: bool, runs: int) -> dict[str, object]:
    """Board and floor in turn; medians and their ratio."""
    query = AgingQuery(day)
    same = agree(service.board(query), floor(store, day, kept=kept))
    ours, bare = [], []
    for _ in range(runs):
        bare.append(seconds(lambda: floor(store, day, kept=kept)))
        ours.append(seconds(lambda: service.board(query)))
    low, high = statistics.median(bare), statistics.median(ours)
    return {
        "floor_s": round(low, 3),
        "board_s": round(high, 3),
        "ratio": round(high / low, 2),
        "figures_agree": same,
    }


def measure(path: Path, runs: int) -> dict[str, object]:
    """Everything about one ledger."""
    store = open_company(path, clock=FixedClock(AS_OF), actor="bench")
    try:
        service = AgingService(SqlAgingReader(store), lambda: AS_OF)
        search = SearchService(SqlSearchReader(store))
        past = compare(store, service, PAST, kept=False, runs=runs)
        # The floor of today is the same sums from the dated allocations: what the board saves itself.
        today = compare(store, service, AS_OF, kept=False, runs=runs)
        lean = compare(store, service, AS_OF, kept=True, runs=runs)
        first = service.board(AgingQuery(AS_OF)).rows[0]
        share = float(str(today["board_s"])) / float(str(past["board_s"]))
        return {
            "past": past | {"at_most": LIMIT},
            "today": today
            | {"at_most": LIMIT, "of_past_time": round(share, 2), "at_most_of_past": TODAY_LIMIT},
            "today_against_kept_open": lean,
            "grouped_ms": {
                by.value: round(1000 * median(lambda by=by: service.board(AgingQuery(AS_OF, by=by)), 3))  # type: ignore[misc]
                for by in Grouping
            },
            "drawer_ms": round(
                1000 * median(lambda: service.items(AgingQuery(PAST), first.key, first.currency), 3), 1
            ),
            "search_ms": {
                text: round(1000 * median(lambda text=text: search.search(text), 3), 1)  # type: ignore[misc]
                for text in ("C0123", "kh77", "客户19", "HQ24-01-00", "SK0", "0123456", "zzz")
            },
        }
    finally:
        store.close()


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    folder = Path(os.environ.get("HOLDFAST_BENCH_DIR") or Path(tempfile.gettempdir()) / "holdfast-bench")
    path = board_ledger(folder, asked.invoices, asked.customers)
    found = measure(path, asked.runs)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    for name in ("past", "today"):
        one: Any = found[name]
        both = f"{one['board_s']} / {one['floor_s']} s"
        print(f"board {name} / bare SQL: {both} = {one['ratio']} (at most {one['at_most']})")
    past, today = (float(found[name]["board_s"]) for name in ("past", "today"))  # type: ignore[index]
    print(f"board today / board past: {today} / {past} s = {today / past:.2f} (at most {TODAY_LIMIT})")


if __name__ == "__main__":
    main()
