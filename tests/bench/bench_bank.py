"""50,000 statement lines against 20,000 open invoices: read, matched by every rule, and written.

The floor is what nobody can do without: the same open invoices fetched, each line's text cut into
words and looked up, in plain Python. Matching is timed apart from reading the file and writing.

Run: ``uv run python -m tests.bench.bench_bank [--lines 50000] [--invoices 20000] [--runs 3]``
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from app.bootstrap.banking import bank_service
from app.domain.bank import BankAccount
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.names import match_key
from app.services.bank import BankService
from app.services.bank_views import MatchPlan, Outcome
from app.services.company import CompanyService
from app.services.settings import SettingService
from app.storage.company import SqlCompanyReader
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.bench.board_ledger import AS_OF

LIMIT = 10.0
PER_CUSTOMER = 10
_WORD = re.compile(r"[0-9A-Za-z\-]+")


class Watching:
    """Counts how often progress is told, and cancels when asked to."""

    def __init__(self, stop_after: int = 0) -> None:
        self.told = 0
        self._stop_after = stop_after

    def progress(self, _done: int, _total: int, _label: str = "") -> None:
        """One more time."""
        self.told += 1

    def cancelled(self) -> bool:
        """True once told often enough."""
        return bool(self._stop_after) and self.told >= self._stop_after


def ledger(folder: Path, invoices: int) -> SqlStore:
    """A company with so many open invoices, ten a customer."""
    path = folder / "bank.holdfast"
    clock = FixedClock(AS_OF)
    create_company(path, Company("恒信五金有限公司", "CNY"), clock=clock, actor="bench")
    store = open_company(path, clock=clock, actor="bench")
    names = [f"客户第{n:05}号贸易有限公司" for n in range(invoices // PER_CUSTOMER)]
    chance = random.Random(7)
    with store.write() as unit:
        ids = unit.add_all([Customer(name, name_key=match_key(name)) for name in names])
        days = [AS_OF - timedelta(chance.randrange(20, 300)) for _ in range(invoices)]
        unit.add_all(
            [
                Document(
                    ids[n % len(ids)], DocumentKind.INVOICE, f"HQ{day:%y%m}-{n:06}", day, "CNY",
                    chance.randrange(100_00, 900_000_00), due_date=day + timedelta(60),
                )
                for n, day in enumerate(days)
            ]
        )  # fmt: skip
        unit.commit("bench")
    return store


def write_statement(store: SqlStore, path: Path, lines: int) -> None:
    """A bank's CSV: numbers named, exact amounts, sums of three, payers alone, money out, noise."""
    chance = random.Random(11)
    documents = store.find(Document)
    names = {one.id: one.name for one in store.find(Customer)}
    own: dict[int, list[Document]] = {}
    for one in documents:
        own.setdefault(one.customer_id, []).append(one)
    rows: list[list[str]] = []
    for n in range(lines):
        day = (AS_OF - timedelta(chance.randrange(0, 30))).isoformat()
        one = documents[chance.randrange(len(documents))]
        kind = n % 10
        payer, amount, text = names[one.customer_id], one.amount, "货款"
        if kind < 4:
            text = f"付{one.number}货款"
        elif kind == 5:
            amount = sum(each.amount for each in chance.sample(own[one.customer_id], 3))
        elif kind == 6:
            amount = chance.randrange(100_00, 900_000_00)
        elif kind == 7:
            payer, amount = f"其他单位{n}", chance.randrange(100_00, 900_000_00)
        elif kind > 7:
            payer, amount = f"供应商{n % 500}", -chance.randrange(100_00, 90_000_00)
        out, into = ("", f"{amount / 100:.2f}") if amount > 0 else (f"{-amount / 100:.2f}", "")
        rows.append([day, out, into, payer, f"6222{n % 9000:06}", text, f"S{n:08}"])
    rows.sort()
    with path.open("w", encoding="gbk", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow("交易日期 借方发生额 贷方发生额 对方户名 对方账号 摘要 交易流水号".split())
        writer.writerows(rows)


def floor(store: SqlStore, texts: list[str]) -> int:
    """Open invoices by number, and every word of every text looked up."""
    query = "SELECT id, number, customer_id, currency, doc_date, due_date, open FROM document WHERE open <> 0"
    numbers = {row[1]: row for row in store.raw.execute(query)}
    return sum(word in numbers for text in texts for word in _WORD.findall(text))


def timed(call: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def service(store: SqlStore) -> tuple[BankService, int]:
    """The service and our account."""
    bank = bank_service(store, SettingService(store), CompanyService(store, SqlCompanyReader(store)))
    change = bank.save_account(BankAccount("基本户", "CNY"))
    return bank, min(change.touched["bank_account"])


def run(lines: int, invoices: int, runs: int) -> dict[str, float]:
    """The medians, and what became of the lines."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        store = ledger(folder, invoices)
        write_statement(store, folder / "流水.csv", lines)
        bank, account = service(store)
        start = time.perf_counter()
        file = bank.read(folder / "流水.csv")
        reading = time.perf_counter() - start
        assert (len(file.lines), file.errors) == (lines, 0)
        texts = [line.text for line in file.lines]
        plans: list[MatchPlan] = []
        watching = Watching()
        ours = [timed(lambda: plans.append(bank.preview(file, account, watching))) for _ in range(runs)]
        theirs = [timed(lambda: floor(store, texts)) for _ in range(runs)]
        assert watching.told >= runs * lines // 2000
        plan = plans[-1]
        writing = timed(lambda: bank.commit(plan))
        again = timed(lambda: bank.preview(file, account))
        store.close()
        return {
            "read": reading,
            "match": statistics.median(ours),
            "floor": statistics.median(theirs),
            "write": writing,
            "again": again,
            "applied": plan.count(Outcome.APPLY),
            "waiting": plan.count(Outcome.WAIT),
            "ignored": plan.count(Outcome.IGNORE),
        }


def main() -> int:
    """Print the figures; 1 above the limit."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--lines", type=int, default=50_000)
    asked.add_argument("--invoices", type=int, default=20_000)
    asked.add_argument("--runs", type=int, default=3)
    call = asked.parse_args()
    found = run(call.lines, call.invoices, call.runs)
    print(f"{call.lines:,} lines against {call.invoices:,} open invoices, {date.isoformat(AS_OF)}")
    for name, value in found.items():
        print(f"  {name:8} {value:10,.2f}")
    print(f"  match / floor {found['match'] / found['floor']:.1f} x, limit {LIMIT:.0f} s")
    return int(found["match"] > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
