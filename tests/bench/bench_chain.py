"""What the chain of the change log costs: an import of 50,000 invoices, and a check of a million logged rows.

The floor of the import is the same import without sealing. The floor of the check reads the same
rows with the bare driver and takes the SHA-256 of their texts. Measured in turn, the medians compared.

Run: ``uv run python -m tests.bench.bench_chain [--invoices 50000] [--rows 1000000]``
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from app.domain.clock import FixedClock
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.storage import chain as sealing
from app.storage.chain_integrity import ChainCheck, breaks
from app.storage.company_file import open_company
from app.storage.store import SqlStore
from tests.bench.bench_import import TODAY, company_file, imported, write_file

AT_MOST_IMPORT, AT_MOST_CHECK = 1.05, 4.0
_SET = 50_000
_ROUNDS = 5
_TEXTS = "SELECT table_name, row_id, before, after FROM change ORDER BY id"


def import_costs(folder: Path, invoices: int) -> tuple[float, float]:
    """Seconds of the import with sealing, and without; the whole of it, reading and planning included."""
    source, target = folder / "list.csv", folder / "a.holdfast"
    write_file(source, invoices, 2_000)
    imported(source, target)  # the first pays for every import statement
    sealed, bare = [], []
    for _ in range(_ROUNDS):
        sealed.append(sum(imported(source, target).values()))
        with patch.object(sealing, "seal", lambda *_: ""):
            bare.append(sum(imported(source, target).values()))
    return statistics.median(sealed), statistics.median(bare)


def filled(path: Path, rows: int) -> None:
    """A company with so many logged invoices, in sets of fifty thousand."""
    company_file(path)
    with closing(open_company(path, clock=FixedClock(TODAY), actor="bench")) as store:
        with store.write() as unit:
            unit.add(Customer("基准客户"))
            unit.commit("customer.created", name="基准客户")
        for start in range(0, rows, _SET):
            with store.write() as unit:
                unit.add_all(
                    [
                        Document(1, DocumentKind.INVOICE, f"HQ{n:08}", TODAY, "CNY", n + 1, TODAY)
                        for n in range(start, min(rows, start + _SET))
                    ]
                )
                unit.commit("import.invoices", n=_SET, source="bench.csv")


def floor(store: SqlStore) -> None:
    """The bare driver and SHA-256."""
    made = hashlib.sha256()
    for row in store.raw.execute(_TEXTS):
        made.update(f"{row[0]}{row[1]}{row[2]}{row[3]}".encode())


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def check_costs(path: Path, rows: int) -> tuple[float, float, float]:
    """Seconds to verify the chain, of its floor, and to hold every row against the log."""
    filled(path, rows)
    with closing(open_company(path, clock=FixedClock(TODAY), actor="bench")) as store:

        def chain() -> None:
            with store.reading() as connection:
                assert not list(breaks(connection))

        floor(store)
        pairs = [(timed(chain), timed(lambda: floor(store))) for _ in range(3)]
        outside = timed(ChainCheck(store).checks()["check.outside"])
        return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), outside


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=50_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    call = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        sealed, bare = import_costs(folder, call.invoices)
        told(f"csv import of {call.invoices:,} / without sealing", sealed, bare, AT_MOST_IMPORT)
        chain, least, outside = check_costs(folder / "b.holdfast", call.rows)
        told(f"chain of {call.rows:,} rows / driver and sha256", chain, least, AT_MOST_CHECK)
        print(f"every row against the log: {outside:.2f} s")


def told(name: str, ours: float, theirs: float, limit: float) -> None:
    """One line as the others have it."""
    print(f"{name}: {ours:.2f} / {theirs:.2f} s = {ours / theirs:.2f} (at most {limit:g})", flush=True)


if __name__ == "__main__":
    main()
