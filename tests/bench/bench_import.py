"""Import of 100,000 invoices from CSV, all checks and the change log included, against the bare floor.

The floor reads the file with ``csv.reader`` and writes the same rows into the same tables
(customers, documents, change log) with ``executemany``, in one transaction of the same driver.

Run: ``uv run python -m tests.bench.bench_import [--invoices 100000] [--customers 2000] [--profile]``
"""

from __future__ import annotations

import argparse
import cProfile
import csv
import json
import pstats
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from app.adapters.pinyin import initials
from app.bootstrap.papers import FileReader
from app.domain.calendar import WeekendsOnly
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.importing import ImportKind
from app.services.importing import ImportService
from app.storage.company_file import create_company, open_company
from app.storage.engine import connect
from app.storage.readers.importing import SqlImportLedger

TODAY = date(2025, 12, 31)
STAMP = "2025-12-31T12:00:00Z"
HEADER = ("单据编号", "客户编码", "客户名称", "开票日期", "到期日", "价税合计", "币种", "业务员", "备注")
_PLACES = (
    "苏州 宁波 温州 合肥 无锡 台州 青岛 佛山 东莞 常州 嘉兴 绍兴 昆山 武汉 成都 西安 长沙 厦门 泉州 济南"
).split()
_MARKS = (
    "恒岳 海拓 瑞固 新翎 博锐 鼎川 正泰 同创 华耀 金桥 立信 宏远 东方 德力 天成 盛通 万和 中联 远景 卓越"
).split()
_TRADES = "机电 钢铁 阀门 泵业 电子 精密 包装 纺织 化工 建材".split()


def write_file(path: Path, invoices: int, customers: int) -> None:
    """A list as accounting programs export it, the same for the same size."""
    rng = random.Random(7)
    names = [f"{place}{mark}{trade}有限公司" for trade in _TRADES for mark in _MARKS for place in _PLACES]
    rng.shuffle(names)
    firms = [
        (f"K{n:05}", names[n % len(names)] + (str(n) if n >= len(names) else "")) for n in range(customers)
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for n in range(invoices):
            code, name = rng.choice(firms)
            day = TODAY - timedelta(rng.randrange(700))
            due = day + timedelta(rng.choice((30, 60, 90)))
            amount = f"{rng.randrange(10_000, 90_000_000) / 100:,.2f}"
            row = (f"HQ{n:07}", code, name, day, due, amount, "人民币", f"业务员{n % 20}", "")
            writer.writerow(row)


def floor(path: Path, target: Path) -> None:
    """csv.reader and executemany, nothing else."""
    company_file(target)
    raw = connect(target, mode="rw")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO change_set (id, at, actor, verb) VALUES (2, ?, 'bench', 'import')", (STAMP,))
    _floor_rows(raw, path)
    raw.execute("COMMIT")
    raw.close()


def _floor_rows(raw: Any, path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        people: dict[tuple[str, str], int] = {}
        owners: dict[str, int] = {}
        documents = []
        for number, code, name, day, due, amount, _, owner, note in rows:
            customer = people.setdefault((code, name), len(people) + 1)
            person = owners.setdefault(owner, len(owners) + 1)
            minor = int(amount.replace(",", "").replace(".", ""))
            documents.append((customer, "invoice", number, day, "CNY", minor, due, minor, person, note))
    _put(raw, "salesperson", ("name",), [(name,) for name in owners])
    _put(raw, "customer", ("code", "name"), list(people))
    _put(
        raw,
        "document",
        (
            "customer_id", "kind", "number", "doc_date", "currency", "amount", "due_date", "open",
            "salesperson_id", "note",
        ),
        documents,
    )  # fmt: skip


def _put(raw: Any, table: str, names: tuple[str, ...], rows: list[Any]) -> None:
    """The rows, and a log entry with the image of each."""
    marks = ", ".join("?" * len(names))
    raw.executemany(
        f"INSERT INTO {table} ({', '.join(names)}, created_at, changed_at) "  # noqa: S608 - our own names
        f"VALUES ({marks}, '{STAMP}', '{STAMP}')",
        rows,
    )
    images = (
        (table, at, json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False))
        for at, row in enumerate(rows, 1)
    )
    raw.executemany("INSERT INTO change (set_id, table_name, row_id, after) VALUES (2, ?, ?, ?)", images)


def company_file(target: Path) -> None:
    """An empty company."""
    target.unlink(missing_ok=True)
    create_company(target, Company("基准有限公司", "CNY"), clock=FixedClock(TODAY), actor="bench")


def imported(path: Path, target: Path) -> dict[str, float]:
    """The product's own way; seconds by step."""
    company_file(target)
    store = open_company(target, clock=FixedClock(TODAY), actor="bench")
    desk = ImportService(
        store,
        SqlImportLedger(store),
        FileReader(lambda: "CNY"),
        WeekendsOnly(),
        initials,
        FixedClock(TODAY),
    )
    marks = [time.perf_counter()]
    table = desk.read(path)
    marks.append(time.perf_counter())
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    staged = desk.stage(table, columns)
    marks.append(time.perf_counter())
    plan = desk.plan(staged)
    marks.append(time.perf_counter())
    result = desk.commit(plan, path.name, mapping=(table, columns))
    marks.append(time.perf_counter())
    assert result.refused == 0, result
    assert result.added == len(table.rows) - 1
    store.close()
    steps = ("read", "stage", "plan", "commit")
    return dict(zip(steps, (b - a for a, b in pairwise(marks)), strict=True))


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Both ways in turn, and their medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=100_000)
    parser.add_argument("--customers", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, target = Path(folder) / "list.csv", Path(folder) / "bench.holdfast"
        write_file(path, options.invoices, options.customers)
        if options.profile:
            profile(path, target)
            return
        floors, ours = [], []
        for _ in range(options.rounds):
            floors.append(timed(lambda: floor(path, target)))
            steps = imported(path, target)
            ours.append(sum(steps.values()))
            print("  ".join(f"{name} {took:.2f}" for name, took in steps.items()))
        # Round by round, so that what else the machine does weighs on both sides alike.
        ratio = statistics.median(high / low for low, high in zip(floors, ours, strict=True))
        low, high = statistics.median(floors), statistics.median(ours)
        print(f"csv import / csv.reader and executemany: {high:.2f} / {low:.2f} s = {ratio:.2f} (at most 4)")


def profile(path: Path, target: Path) -> None:
    """Where the time goes."""
    profiler = cProfile.Profile()
    profiler.enable()
    imported(path, target)
    profiler.disable()
    pstats.Stats(profiler, stream=sys.stdout).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
