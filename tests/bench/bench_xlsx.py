"""Reading a workbook of 50,000 rows × 12 columns the program's way against python-calamine alone.

The program's way is ``app.imports.read``: the child process with its limits, the values sent back, the
header row found. The floor is python-calamine in this process, imported already: the same file as
Python rows.

Run: ``uv run python -m tests.bench.bench_xlsx [--rows 50000] [--rounds 5]``
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from app.imports import read

COLUMNS = 12
LIMIT = 1.5
HEADER = (
    "单据编号 客户编码 客户名称 开票日期 到期日 币种 不含税金额 税额 价税合计 已收金额 业务员 备注"
).split()


def write_book(path: Path, rows: int) -> None:
    """An invoice list as accounting programs export it: text, days and amounts."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("应收明细")
    sheet.write_row(0, 0, HEADER)
    first = date(2024, 1, 1)
    for n in range(1, rows):
        day = first + timedelta(days=n % 700)
        net = (n * 7919) % 9_000_000 / 100
        tax = round(net * 0.13, 2)
        cells = (f"XS{n:07}", f"K{n % 2000:05}", f"第{n % 2000}号贸易有限公司")
        sheet.write_row(n, 0, cells)
        sheet.write_datetime(n, 3, day)
        sheet.write_datetime(n, 4, day + timedelta(days=60))
        sheet.write_row(n, 5, ("CNY", net, tax, round(net + tax, 2), 0.0, f"业务{n % 20}", ""))
        sheet.write_string(n, 11, f"合同 {n % 300}")
    book.close()


def by_program(path: Path, rows: int) -> None:
    """The program's way."""
    table = read(path)
    assert len(table.rows) == rows


def by_calamine(path: Path, rows: int) -> None:
    """The floor."""
    from python_calamine import CalamineWorkbook

    found = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert len(found) == rows


def seconds(work: Callable[[Path, int], None], path: Path, rows: int) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work(path, rows)
    return time.perf_counter() - start


def main() -> None:
    """Both in turn, and their medians."""
    # Here, for the reading child loads this file anew and must not pay for what only we need.
    import argparse
    import statistics
    import tempfile

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    ways = {way.__name__: way for way in (by_calamine, by_program)}
    took: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        write_book(path, options.rows)
        for work in ways.values():
            work(path, options.rows)
        for _ in range(options.rounds):
            for name, work in ways.items():
                took[name].append(seconds(work, path, options.rows))
    high, low = (statistics.median(took[way.__name__]) for way in (by_program, by_calamine))
    # Round by round, so that what else the machine does weighs on both sides alike.
    pairs = zip(took["by_program"], took["by_calamine"], strict=True)
    ratio = statistics.median(ours / floor for ours, floor in pairs)
    print(f"xlsx read / calamine: {high:.3f} / {low:.3f} s = {ratio:.2f} (at most {LIMIT})")


if __name__ == "__main__":
    main()
