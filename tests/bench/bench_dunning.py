"""A reminder run over a million invoices against one bare SQL statement that makes the same decision.

The floor works out what is open from the dated allocations, leaves out what is contested, finds the
step of every overdue invoice, holds credits against each account and fetches the lines of all
letters. The run does the same and gives letters and reasons as values. Half of the customers were
reminded before. Floor and run go in turn on the same connection; their lines must agree to the cent.

Run: ``uv run python -m tests.bench.bench_dunning [--invoices 1000000] [--customers 20000] [--runs 5]``
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

from app import resources
from app.adapters.calendars import HolidayCalendar
from app.domain.clock import FixedClock
from app.domain.dunning_run import DunningProposal
from app.services.collection import CollectionService
from app.services.collection_desk import CollectionDesk
from app.services.dunning import DunningService, Neighbours
from app.services.settings import SettingService
from app.storage.company_file import open_company
from app.storage.content import SqlContentStore
from app.storage.engine import connect
from app.storage.readers.collection import SqlCollectionReader
from app.storage.readers.documents import SqlDocumentReader
from app.storage.readers.dunning import SqlDunningReader
from app.storage.store import SqlStore
from tests.bench.board_ledger import AS_OF, STAMP, board_ledger

LIMIT = 2.0
PAST = AS_OF - timedelta(10)
_DATED = """d.amount - coalesce((SELECT sum(a.amount) FROM allocation a
  WHERE a.debit_id = d.id AND a.deleted = 0 AND a.date <= :day), 0)"""
_DATED_CREDIT = """d.amount - coalesce((SELECT sum(a.credit_amount) FROM allocation a
  WHERE a.credit_id = d.id AND a.deleted = 0 AND a.date <= :day), 0)"""
_DATED_PART = """p.amount - coalesce((SELECT sum(a.amount) FROM allocation a
  WHERE a.instalment_id = p.id AND a.deleted = 0 AND a.date <= :day), 0)"""
_FLOOR = """
WITH part AS (
  SELECT * FROM (SELECT d.id, NULL AS part, coalesce(d.due_date, d.doc_date) AS due, {document} AS open
    FROM document d
    WHERE d.deleted = 0 AND d.kind IN ('invoice', 'refund') AND d.has_plan = 0 AND d.doc_date <= :day
      AND coalesce(d.due_date, d.doc_date) <= :horizon {only_open} LIMIT 9223372036854775807)
  UNION ALL
  SELECT * FROM (SELECT d.id, p.id, p.due_date, {instalment}
    FROM document d JOIN instalment p ON p.document_id = d.id
    WHERE d.deleted = 0 AND d.kind IN ('invoice', 'refund') AND d.has_plan = 1 AND d.doc_date <= :day
      AND p.deleted = 0 AND p.due_date <= :horizon {only_open} LIMIT 9223372036854775807)
), credit AS (
  SELECT customer_id, currency, sum(open) AS open FROM (
    SELECT d.customer_id, d.currency, {credit} AS open FROM document d
    WHERE d.deleted = 0 AND d.kind NOT IN ('invoice', 'refund') AND d.doc_date <= :day {only_open}
    LIMIT 9223372036854775807)
  WHERE open > 0 GROUP BY customer_id, currency
), reached AS (
  SELECT l.document_id, l.instalment_id, max(l.level) AS level, max(t.sent_on) AS sent_on
  FROM letter_line l JOIN letter t ON t.id = l.letter_id
  WHERE t.state = 'sent' AND t.deleted = 0 AND l.deleted = 0 GROUP BY l.document_id, l.instalment_id
), standing AS (
  SELECT d.customer_id, d.currency, d.id, part.part, d.number, d.doc_date, part.due, part.open,
    r.sent_on, CAST(julianday(:day) - julianday(part.due) AS INTEGER) AS late,
    CASE WHEN r.level IS NOT NULL THEN r.level + 1 WHEN part.due >= :day THEN 1 ELSE 2 END AS step,
    sum(part.open) OVER (PARTITION BY d.customer_id, d.currency) AS chaseable
  FROM part JOIN document d ON d.id = part.id
  LEFT JOIN reached r ON r.document_id = part.id AND r.instalment_id IS part.part
  WHERE part.open > 0 AND part.id NOT IN (SELECT document_id FROM dispute
    WHERE deleted = 0 AND opened_on <= :day AND (closed_on IS NULL OR closed_on > :day))
), ripe AS (
  SELECT s.*, max(step) OVER (PARTITION BY s.customer_id, s.currency) AS top
  FROM standing s LEFT JOIN credit k ON k.customer_id = s.customer_id AND k.currency = s.currency
  WHERE coalesce(k.open, 0) < chaseable
    AND late >= CASE step WHEN 1 THEN -5 WHEN 2 THEN 3 WHEN 3 THEN 15 ELSE 30 END
    AND (sent_on IS NULL OR julianday(:day) - julianday(sent_on) >= 7)
)
SELECT c.name, c.language, c.email, ripe.* FROM ripe JOIN customer c ON c.id = ripe.customer_id
WHERE step > 1 OR top = 1 ORDER BY c.name, ripe.customer_id, ripe.currency, due
"""
FLOORS = {
    True: _FLOOR.format(document="d.open", instalment="p.open", credit="d.open", only_open="AND d.open <> 0"),
    False: _FLOOR.format(document=_DATED, instalment=_DATED_PART, credit=_DATED_CREDIT, only_open=""),
}


def floor(store: SqlStore, day: date, *, kept: bool) -> list[tuple[Any, ...]]:
    """The lines of all letters of a day by one bare statement, by the driver."""
    given = {"day": day.isoformat(), "horizon": (day + timedelta(5)).isoformat()}
    rows: list[tuple[Any, ...]] = store.raw.execute(FLOORS[kept], given).fetchall()
    return rows


def agree(proposal: DunningProposal, rows: list[tuple[Any, ...]]) -> bool:
    """Whether run and floor write about the same invoices, at the same step, of the same amount."""
    ours = {
        (line.document_id, line.instalment_id): (line.level, line.amount)
        for letter in proposal.letters
        for line in letter.lines
    }
    return ours == {(row[5], row[6]): (row[13], row[10]) for row in rows}


def reminders(store: SqlStore) -> DunningService:
    """The reminder service as the program wires it, without a window."""
    nobody: Any = None  # nothing is entered
    collection = CollectionService(
        CollectionDesk(
            store=store,
            reader=SqlCollectionReader(store),
            documents=SqlDocumentReader(store),
            contents=SqlContentStore(store),
            ledger=nobody,
            settings=SettingService(store),
            clock=FixedClock(AS_OF),
        )
    )
    beside = Neighbours(
        agreements=lambda: collection,
        words=lambda _ids: {},
        attach=collection.attach_within,
        settings=SettingService(store),
        shipped_policies=lambda: resources.path("policies.json").read_text("utf-8"),
        shipped_periods=lambda: resources.path("limitation.json").read_text("utf-8"),
    )
    return DunningService(store, SqlDunningReader(store), FixedClock(AS_OF), HolidayCalendar(), beside)


def ledger(folder: Path, invoices: int, customers: int) -> Path:
    """The board's ledger with a letter to every second customer, sent three weeks ago; made once."""
    path = folder / f"dunning-{invoices}-{customers}.holdfast"
    if path.exists():
        return path
    making = folder / f"making-{path.name}"
    shutil.copyfile(board_ledger(folder, invoices, customers), making)
    raw = connect(making, mode="rw")
    try:
        raw.execute("BEGIN")
        sent = (AS_OF - timedelta(21)).isoformat()
        raw.execute(
            """INSERT INTO letter (customer_id, currency, number, template, language, channel, run_on, policy,
                 level, state, sent_on, created_at, changed_at)
               SELECT customer_id, currency, 'CK-' || customer_id, 'reminder', 'zh', 'letter', ?, 'china', 2,
                 'sent', ?, ?, ? FROM document
               WHERE deleted = 0 AND open > 0 AND kind = 'invoice' AND due_date <= date(?, '-3 days')
                 AND customer_id % 2 = 1 GROUP BY customer_id, currency""",
            (sent, sent, STAMP, STAMP, sent),
        )
        raw.execute(
            """INSERT INTO letter_line (letter_id, document_id, level, due_date, amount, instalment_id,
                 created_at, changed_at)
               SELECT t.id, d.id, 2, coalesce(p.due_date, d.due_date), coalesce(p.open, d.open), p.id, ?, ?
               FROM letter t
               JOIN document d ON d.customer_id = t.customer_id AND d.currency = t.currency
               LEFT JOIN instalment p ON p.document_id = d.id
               WHERE d.deleted = 0 AND d.kind = 'invoice' AND coalesce(p.open, d.open) > 0
                 AND coalesce(p.due_date, d.due_date) <= date(?, '-3 days')""",
            (STAMP, STAMP, sent),
        )
        raw.execute("COMMIT")
        raw.execute("ANALYZE letter_line")
    finally:
        raw.close()
    return making.rename(path)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once; cycles are looked for between runs, as the window does on its own thread."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(
    store: SqlStore, service: DunningService, day: date, *, kept: bool, runs: int
) -> dict[str, object]:
    """Run and floor in turn; medians and their ratio."""
    proposal = service.preview(day)
    same = agree(proposal, floor(store, day, kept=kept))
    ours, bare = [], []
    for _ in range(runs):
        bare.append(seconds(lambda: floor(store, day, kept=kept)))
        ours.append(seconds(lambda: service.preview(day)))
    low, high = statistics.median(bare), statistics.median(ours)
    return {
        "letters": len(proposal.letters),
        "lines": sum(len(letter.lines) for letter in proposal.letters),
        "reasons": len(proposal.skipped),
        "floor_s": round(low, 3),
        "run_s": round(high, 3),
        "ratio": round(high / low, 2),
        "lines_agree": same,
    }


def main() -> None:
    """Measure and print JSON, then one line per figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    folder = Path(os.environ.get("HOLDFAST_BENCH_DIR") or Path(tempfile.gettempdir()) / "holdfast-bench")
    store = open_company(
        ledger(folder, asked.invoices, asked.customers), clock=FixedClock(AS_OF), actor="bench"
    )
    gc.disable()
    try:
        service = reminders(store)
        found = {
            "past": compare(store, service, PAST, kept=False, runs=asked.runs),
            "today": compare(store, service, AS_OF, kept=False, runs=asked.runs),
            "today against kept open": compare(store, service, AS_OF, kept=True, runs=asked.runs),
        }
    finally:
        store.close()
    print(json.dumps(found, ensure_ascii=False, indent=2))
    for name in ("past", "today"):
        one = found[name]
        both = f"{one['run_s']} / {one['floor_s']} s"
        print(f"reminder run {name} / bare SQL: {both} = {one['ratio']} (at most {LIMIT})")


if __name__ == "__main__":
    main()
