"""A file of all open items of a day: the ledger follows it, and the whole step can be undone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.clock import FixedClock
from app.domain.document import Allocation, Document, DocumentKind
from app.domain.import_plan import Action
from app.domain.import_records import Snapshot
from app.domain.importing import ImportKind, StagedDocument
from app.domain.problem import DomainError, Problem, Where
from app.services.check import CheckService
from app.storage.company_file import open_company
from app.storage.integrity import SqlCheckReader
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.importing import (
    D,
    bring_in,
    codes,
    credit_note,
    invoice,
    ledger,
    open_by_number,
    open_items,
    plan,
    receipt,
    staged,
)

NOV, DEC = D(2025, 11, 30), D(2025, 12, 31)


def test_what_vanished_or_shrank_is_settled_between_the_snapshots(store: SqlStore) -> None:
    third = invoice("3", 300, open=150)
    bring_in(store, staged(invoice("1", 100), invoice("2", 200), third), snapshot_of=NOV)
    file = staged(invoice("2", 200, open=80), third, invoice("4", 40, day=D(2025, 12, 5)))
    made = plan(store, file, snapshot_of=DEC)
    assert [(one.number, one.before, one.after, one.inferred, one.vanished) for one in made.closings] == [
        ("1", 100, 0, 100, True),
        ("2", 200, 80, 120, False),
    ]
    assert made.totals[0].closing == 220
    before = ledger(store)
    bring_in(store, file, snapshot_of=DEC)
    assert open_by_number(store) == {"2": 80, "3": 150, "4": 40}
    settled = store.find(Document, inferred=True, doc_date=DEC)
    assert [(one.reference, one.amount) for one in settled] == [("1", 100), ("2", 120)]
    assert settled[0].note == "2025-11-30 … 2025-12-31 · file.csv"
    assert [one.as_of for one in store.find(Snapshot)] == [NOV, DEC]
    undo(store)
    assert ledger(store) == before
    assert [one.as_of for one in store.find(Snapshot)] == [NOV]


def test_the_books_before_the_snapshot_stay_as_they_were(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100)), snapshot_of=NOV)
    bring_in(store, staged(invoice("2", 10)), snapshot_of=DEC)
    found = open_items(store.find(Document), store.find(Allocation), DEC - timedelta(days=1))
    assert {number: rest for (_, _, number), rest in found.items()} == {"1": 100, "2": 10}


def test_an_item_that_reappears_is_reopened_with_a_warning(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100), invoice("2", 10)), snapshot_of=D(2025, 10, 31))
    bring_in(store, staged(invoice("2", 10)), snapshot_of=NOV)
    file = staged(invoice("1", 100, open=70), invoice("2", 10))
    assert codes(plan(store, file, snapshot_of=DEC)) == ["import.snapshot_reopens"]
    bring_in(store, file, snapshot_of=DEC)
    assert open_by_number(store) == {"1": 70, "2": 10}
    assert [one.amount for one in store.find(Document, inferred=True)] == [30]
    bring_in(store, staged(invoice("1", 100), invoice("2", 10)), snapshot_of=DEC)
    assert open_by_number(store) == {"1": 100, "2": 10}
    assert store.find(Document, inferred=True) == []
    assert store.find(Allocation) == []


def test_a_receipt_recorded_here_serves_before_anything_is_inferred(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100), invoice("2", 60)), snapshot_of=NOV)
    bring_in(store, staged(receipt(70, number="r", day=D(2025, 12, 3)), kind=ImportKind.RECEIPTS))
    made = plan(store, staged(invoice("2", 60)), snapshot_of=DEC)
    (closing,) = made.closings
    assert (closing.by_credit, closing.inferred) == (70, 30)
    bring_in(store, staged(invoice("2", 60)), snapshot_of=DEC)
    assert open_by_number(store) == {"2": 60}


def test_a_payment_recorded_here_is_only_taken_back_when_accepted(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100)), snapshot_of=NOV)
    bring_in(
        store,
        staged(receipt(40, number="r", reference="1", day=D(2025, 12, 3)), kind=ImportKind.RECEIPTS),
        allocate="reference",
    )
    file = staged(invoice("1", 100))
    made = plan(store, file, snapshot_of=DEC)
    assert codes(made) == ["import.snapshot_open_more"]
    assert made.rows[0].action is Action.CHANGE
    bring_in(store, file, snapshot_of=DEC)
    assert open_by_number(store) == {"1": 60}
    bring_in(store, file, snapshot_of=DEC, accept_changes=True)
    assert open_by_number(store) == {"1": 100, "r": -40}


def test_credits_of_the_file_count_and_those_it_no_longer_shows_are_used_up(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100), credit_note("c", 30), credit_note("d", 50)), snapshot_of=NOV)
    bring_in(store, staged(invoice("1", 100, open=90), credit_note("d", 50)), snapshot_of=DEC)
    assert open_by_number(store) == {"1": 90, "d": -50}
    refund = store.find(Document, kind=DocumentKind.REFUND)
    assert [(one.amount, one.inferred) for one in refund] == [(20, True)]


def test_a_file_without_credits_leaves_ours_open(store: SqlStore) -> None:
    bring_in(store, staged(credit_note("c", 30)))
    bring_in(store, staged(invoice("1", 100)), snapshot_of=DEC)
    assert open_by_number(store) == {"1": 100, "c": -30}


def test_a_list_that_tells_only_open_amounts_settles_the_difference(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100)), snapshot_of=NOV)
    bring_in(store, staged(invoice("1", 30, open=30), open_only=True), snapshot_of=DEC)
    assert open_by_number(store) == {"1": 30}
    assert store.find(Document, number="1")[0].amount == 100


def test_an_instalment_plan_is_settled_part_by_part(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100, terms="50% net 10, 50% net 90")), snapshot_of=NOV)
    bring_in(store, staged(invoice("1", 100, open=20)), snapshot_of=DEC)
    assert open_by_number(store) == {"1": 20}
    assert [one.amount for one in store.find(Allocation)] == [50, 30]
    assert all(one.instalment_id for one in store.find(Allocation))


def test_what_is_dated_after_the_snapshot_is_left_alone(store: SqlStore) -> None:
    bring_in(store, staged(invoice("9", 10, day=D(2025, 12, 20))))
    bring_in(store, staged(invoice("1", 100)), snapshot_of=NOV)
    assert open_by_number(store) == {"9": 10, "1": 100}


def test_what_was_settled_after_the_day_is_not_settled_twice(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100), invoice("2", 5)))
    bring_in(
        store,
        staged(receipt(100, number="r", reference="1", day=D(2025, 12, 3)), kind=ImportKind.RECEIPTS),
        allocate="reference",
    )
    file = staged(invoice("2", 5))
    assert codes(plan(store, file, snapshot_of=NOV)) == ["import.snapshot_settled_later"]
    bring_in(store, file, snapshot_of=NOV)
    assert open_by_number(store) == {"2": 5}
    assert store.find(Document, inferred=True) == []


BAD = Problem("import.amount_below_settled", where=Where(row=9))


@pytest.mark.parametrize(
    ("file", "day", "code"),
    [
        (staged(invoice("1")), NOV, "import.snapshot_old"),
        (staged(invoice("1")), D(2026, 1, 1), "import.snapshot_future"),
        (staged(), DEC, "import.snapshot_empty"),
        (staged(invoice("1"), problems=(BAD,)), DEC, "import.snapshot_unresolved"),
        (staged(invoice("1", 1), invoice("1", 2)), DEC, "import.snapshot_unresolved"),
        (staged(receipt(1), kind=ImportKind.RECEIPTS), DEC, "import.snapshot_not_invoices"),
    ],
)
def test_a_file_that_cannot_be_all_open_items_is_refused(
    store: SqlStore, file: object, day: date, code: str
) -> None:
    bring_in(store, staged(invoice("x", 1)), snapshot_of=D(2025, 12, 15))
    made = plan(store, file, snapshot_of=day)  # type: ignore[arg-type]
    assert made.blocked is not None
    assert made.blocked.code == code
    before = ledger(store)
    with pytest.raises(DomainError) as error:
        bring_in(store, file, snapshot_of=day)  # type: ignore[arg-type]
    assert error.value.code == code
    assert ledger(store) == before


# --- whatever the files say ---------------------------------------------------------------------

FIRMS = ("甲钢铁有限公司", "乙电子有限公司", "Gamma Ltd")
START = D(2025, 6, 1)


@st.composite
def records(draw: st.DrawFn, number: int) -> StagedDocument:
    """A document of a fixed number: the same one in every file but for what is open."""
    firm = FIRMS[number % len(FIRMS)]
    amount = 100 + 37 * number
    is_note = number % 5 == 4
    left = draw(st.one_of(st.none(), st.integers(1, amount)))
    make = credit_note if is_note else invoice
    return make(
        f"N{number}", amount, customer=firm, day=START + timedelta(days=number),
        currency="EUR" if number % 7 == 6 else "CNY", open=left,
        terms="50% net 10, 50% net 60" if number % 4 == 3 and not is_note else "",
    )  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> list[StagedDocument]:
    numbers = draw(st.lists(st.integers(0, 11), unique=True, min_size=1, max_size=8))
    # A file that lists credits is complete as to credits; one item of that kind is always there.
    found = [draw(records(number)) for number in sorted(numbers)]
    return [*found, credit_note("N99", 55, customer=FIRMS[0], day=START)]


@st.composite
def payments(draw: st.DrawFn) -> list[StagedDocument]:
    return [
        receipt(
            draw(st.integers(1, 400)), number=f"R{at}", customer=draw(st.sampled_from(FIRMS)),
            day=START + timedelta(days=draw(st.integers(20, 50))),
        )
        for at in range(draw(st.integers(0, 3)))
    ]  # fmt: skip


def stated(file: Sequence[StagedDocument]) -> dict[tuple[str, str], int]:
    return {
        (one.kind.value, one.number): (-1 if one.kind is DocumentKind.CREDIT_NOTE else 1)
        * (one.amount if one.open is None else one.open)
        for one in file
    }


@pytest.fixture
def fresh(company_path: Path, clock: FixedClock) -> Callable[[], AbstractContextManager[SqlStore]]:
    """A new empty company for every example."""

    @contextmanager
    def opened() -> Iterator[SqlStore]:
        path = company_path.with_stem("example")
        shutil.copy(company_path, path)
        store = open_company(path, clock=clock, actor="tester")
        try:
            yield store
        finally:
            store.close()

    return opened


Fresh = Callable[[], AbstractContextManager[SqlStore]]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(series=st.lists(files(), min_size=1, max_size=4), paid=payments())
def test_after_a_snapshot_the_open_items_of_its_day_are_those_of_the_file(
    fresh: Fresh, series: list[list[StagedDocument]], paid: list[StagedDocument]
) -> None:
    with fresh() as store:
        states = [ledger(store)]
        for month, file in enumerate(series):
            day = START + timedelta(days=60 + 30 * month)
            bring_in(store, staged(*file), snapshot_of=day, accept_changes=True)
            found = open_items(store.find(Document), store.find(Allocation), day)
            assert {(kind, number): rest for (_, kind, number), rest in found.items()} == stated(file)
            states.append(ledger(store))
            if month == 0 and paid:
                bring_in(store, staged(*paid, kind=ImportKind.RECEIPTS), allocate="oldest")
                states.append(ledger(store))
        assert CheckService(SqlCheckReader(store), lambda: D(2025, 12, 31)).run() == []
        for state in reversed(states[:-1]):
            undo(store)
            assert ledger(store) == state


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=files(), cut=st.tuples(st.integers(0, 9), st.integers(0, 9)), methods=st.booleans())
def test_overlapping_files_make_no_duplicates(
    fresh: Fresh, file: list[StagedDocument], cut: tuple[int, int], methods: bool
) -> None:
    allocate = ("reference", "oldest") if methods else None
    with fresh() as store:
        bring_in(store, staged(*file), allocate=allocate)
        whole = ledger(store)
        again = bring_in(store, staged(*file), allocate=allocate)
        assert (again.added, again.customers_added, again.change.id) == (0, 0, 0)
        assert ledger(store) == whole
        in_one = recorded(store)
    low, high = sorted(cut)
    with fresh() as store:
        for part in (file[:high], file[low:]):
            bring_in(store, staged(*part), allocate=allocate)
        assert recorded(store) == in_one


def recorded(store: SqlStore) -> list[tuple[object, ...]]:
    """The documents that somebody wrote, with what is open of them; how that is explained may differ."""
    return sorted(
        (one.kind.value, one.number, one.doc_date, one.due_date, one.currency, one.amount, one.open)
        for one in store.find(Document)
        if not one.inferred
    )
