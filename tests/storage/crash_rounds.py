"""Writers killed in mid-transaction, again and again; run as a program by ``test_crash``.

Each round forks a writer, lets it acknowledge some transactions, kills it without warning and
looks at the file. Only forking is quick enough for many rounds.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from datetime import date
from pathlib import Path

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Allocation, Document, DocumentKind
from app.storage.company_file import create_company, open_company
from app.storage.engine import foreign_key_check
from app.storage.store import SqlStore

DAY = date(2025, 6, 30)
CLOCK = FixedClock(DAY)


def write_on(store: SqlStore, owner: int, told: int) -> None:
    """Enter, pay and allocate for ever; a byte to ``told`` after each commit and within each."""
    while True:
        with store.write() as unit:
            debits = unit.add_all([Document(owner, DocumentKind.INVOICE, "", DAY, "CNY", 100, DAY)] * 20)
            os.write(told, b".")
            credit = unit.add(Document(owner, DocumentKind.RECEIPT, "", DAY, "CNY", 2000))
            unit.add_all([Allocation(debit, credit, DAY, 100, 100) for debit in debits])
            os.write(told, b".")
            unit.commit("import.committed")
        os.write(told, b"c")


def one_round(path: Path, marks: int) -> int:
    """Kill a writer after so many marks; how many commits it had acknowledged."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        store = open_company(path, clock=CLOCK, actor="x")
        if store.read_only:
            os._exit(3)
        if marks % 2:  # with no room in memory, pages reach the file before their commit
            store.raw.execute("PRAGMA cache_size = 5")
        write_on(store, store.find(Customer)[0].id, told)
    os.close(told)
    seen = b""
    while len(seen) < marks and (mark := os.read(heard, 1)):
        seen += mark
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer ended by itself"
    os.close(heard)
    return seen.count(b"c")


def require_whole(path: Path, acknowledged: int) -> int:
    """The number of transactions in the file; everything in it must add up."""
    store = open_company(path, clock=CLOCK, actor="x")
    read = store.raw.execute
    (sets,) = read("SELECT count(*) FROM change_set WHERE verb = 'import.committed'").fetchone()
    assert sets >= acknowledged, "an acknowledged commit is lost"
    assert not store.read_only
    assert not foreign_key_check(store.raw)
    assert read("SELECT count(*), sum(open) FROM document").fetchone() == (21 * sets, 0 if sets else None)
    assert read("SELECT count(*), sum(amount) FROM allocation").fetchone() == (
        20 * sets,
        2000 * sets or None,
    )
    assert read("SELECT count(*) FROM change_set WHERE verb = ''").fetchone() == (0,)
    (unlogged,) = read(
        "SELECT count(*) FROM change_set s WHERE rows <> (SELECT count(*) FROM change WHERE set_id = s.id)"
    ).fetchone()
    assert unlogged == 0
    store.close()
    return int(sets)


def main(path: Path, rounds: int, seed: int) -> None:
    """So many kills at moments drawn from ``seed``."""
    chance = random.Random(seed)
    create_company(path, Company("x", "CNY"), clock=CLOCK, actor="x")
    store = open_company(path, clock=CLOCK, actor="x")
    with store.write() as unit:
        unit.add(Customer("x"))
        unit.commit("customer.created")
    store.close()
    sets = 0
    for _ in range(rounds):
        sets = require_whole(path, sets + one_round(path, chance.randint(1, 20)))
    print(f"{rounds} kills, {sets} transactions")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
