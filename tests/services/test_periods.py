"""Closed months: closing, opening again, and every way into the books that is barred meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.cli.printing import worded
from app.domain.clock import FixedClock
from app.domain.closed_period import before_month, locked_day, month_end
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Instalment, Promise
from app.domain.import_plan import Action, ImportChoices
from app.domain.importing import ImportKind, SourceOptions
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.words import say

CLOSED, OPEN = date(2025, 11, 12), date(2025, 12, 3)


def bill(day: date, number: str, amount: int = 100_00) -> Document:
    return Document(1, DocumentKind.INVOICE, number, day, "CNY", amount, day + timedelta(30))


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    """Two invoices and a receipt of November, one invoice of December; November is closed."""
    with store.write() as unit:
        unit.add(Customer("苏州恒岌"))
        unit.add_all(
            [
                bill(CLOSED, "FP-1"),
                bill(CLOSED, "FP-2"),
                bill(OPEN, "FP-3"),
                Document(1, DocumentKind.RECEIPT, "SK-1", CLOSED, "CNY", 30_00),
            ]
        )
        unit.add(Allocation(1, 4, CLOSED, 10_00, 10_00))
        unit.commit("sample.build")
    session = compose(store, FixedClock(date(2025, 12, 31)), store.close)
    session.periods.close("2025-11")
    return session


def refused(act: Callable[[], object], code: str = "month_closed", month: str = "2025-11") -> DomainError:
    """Both the window and the command line say which month, and how it is opened again."""
    with pytest.raises(DomainError, match=rf"period\.{code}") as error:
        act()
    for lang, tab in (("zh", "“设置 → 结账”"), ("en", "Settings → Closed months")):
        told = say(error.value.code, lang, **error.value.params)
        typed = worded(error.value.code, lang, error.value.params)
        assert f"{month}" in told
        assert tab in told
        assert "reopen-month" in typed
        assert f"{month} --reason" in typed
        assert tab not in typed
        assert "{" not in told + typed
    return error.value


def test_what_is_closed_is_told_month_by_month(session: CompanySession) -> None:
    assert session.periods.closed_through() == date(2025, 11, 30)
    (month,) = session.periods.months()
    assert (month.month, month.documents, month.waiting, month.closed) == ("2025-11", 3, 0, True)
    (event,) = session.periods.events()
    assert (event.verb, event.month, event.actor) == ("period.closed", "2025-11", "tester")


WAYS: dict[str, Callable[[CompanySession, SqlStore], object]] = {
    "enter": lambda s, _: s.ledger.enter(bill(CLOSED, "FP-9")),
    "amount": lambda s, t: s.ledger.edit(replace(t.get(Document, 1), amount=200_00)),
    "day into": lambda s, t: s.ledger.edit(replace(t.get(Document, 3), doc_date=CLOSED)),
    "day out of": lambda s, t: s.ledger.edit(replace(t.get(Document, 2), doc_date=OPEN)),
    "remove": lambda s, _: s.ledger.remove([2]),
    "allocate": lambda s, _: s.ledger.allocate(4, 2, 5_00, CLOSED),
    "unallocate": lambda s, _: s.ledger.unallocate([1]),
    "write off": lambda s, _: s.ledger.write_off(2, 5_00, CLOSED, "尾差"),
    "undo": lambda s, _: s.history.undo(2),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_into_a_closed_month_is_barred(session: CompanySession, store: SqlStore, way: str) -> None:
    before = store.raw.execute("SELECT count(*), max(id) FROM change").fetchone()
    refused(lambda: WAYS[way](session, store))
    assert store.raw.execute("SELECT count(*), max(id) FROM change").fetchone() == before
    session.ledger.enter(bill(OPEN, "FP-10"))


def test_what_is_of_today_or_no_money_stays_free(session: CompanySession, store: SqlStore) -> None:
    session.ledger.allocate(4, 2, 5_00)
    assert store.get(Allocation, 2).date == date(2025, 12, 1), "the first open day, where both are of before"
    session.ledger.allocate(4, 2, 5_00, OPEN)
    session.ledger.edit(replace(store.get(Document, 1), note="已对账", dunning_block="x"))
    with store.write() as unit:
        unit.add(Promise(1, CLOSED, OPEN, 1_00, "CNY"))
        unit.commit("promise.made")
    session.history.undo(0)
    session.history.redo()
    assert store.get(Document, 1).note == "已对账"


DUE = CLOSED + timedelta(30)
LATE = date(2026, 1, 31)


def test_what_was_paid_in_a_closed_month_may_be_divided_among_instalments(
    session: CompanySession, store: SqlStore
) -> None:
    """FP-1 had 10.00 in November; no piece of it may be gone, or become more, whatever it falls on."""
    parts = [Instalment(1, 1, DUE, 4_00), Instalment(1, 2, DUE, 6_00), Instalment(1, 3, LATE, 90_00)]
    session.ledger.set_plan(1, parts)
    pieces = [(one.date, one.amount) for one in store.find(Allocation)]
    assert sorted(pieces) == [(CLOSED, 4_00), (CLOSED, 6_00)]
    session.history.undo(0)
    session.history.redo()
    session.history.undo(0)
    assert [(one.date, one.amount) for one in store.find(Allocation)] == [(CLOSED, 10_00)]
    (whole,) = store.find(Allocation)

    def less() -> None:
        with store.write() as unit:
            unit.replace(replace(whole, amount=9_00, credit_amount=9_00))
            unit.commit("allocation.added")

    refused(less)


def due(store: SqlStore, row: int, day: date | None) -> Document:
    return replace(store.get(Document, row), due_date=day)


def test_a_due_date_moves_only_where_no_closed_day_shows_it(session: CompanySession, store: SqlStore) -> None:
    """FP-2 is due after November: it may be due later still, yet not in November, where it would be late."""
    session.ledger.edit(due(store, 2, LATE))
    session.ledger.set_plan(2, [Instalment(2, 1, DUE, 50_00), Instalment(2, 2, LATE, 50_00)])
    session.ledger.clear_plan(2)
    session.history.undo(0)
    session.history.redo()
    within = date(2025, 11, 30)
    error = refused(lambda: session.ledger.edit(due(store, 2, within)), "due_closed")
    assert error.params["day"] == within
    refused(
        lambda: session.ledger.set_plan(2, [Instalment(2, 1, within, 1), Instalment(2, 2, LATE, 99_99)]),
        "due_closed",
    )
    session.ledger.edit(due(store, 3, OPEN))


def test_what_was_late_on_a_closed_day_stays_late(session: CompanySession, store: SqlStore) -> None:
    session.periods.reopen("2025-11", "补录到期日")
    session.ledger.edit(due(store, 2, date(2025, 11, 20)))
    session.periods.close("2025-11")
    refused(lambda: session.ledger.edit(due(store, 2, LATE)), "due_closed")
    refused(lambda: session.ledger.edit(replace(due(store, 2, None), terms="net 90")), "due_closed")
    refused(lambda: session.ledger.set_plan(2, [Instalment(2, 1, LATE, 100_00)]), "due_closed")
    refused(lambda: session.history.undo(session.history.entries(2)[1].id), "due_closed")
    session.collection.promise(Promise(1, OPEN, LATE, 100_00, "CNY", 2))


def test_what_was_paid_in_a_closed_month_came_as_late_as_it_came(
    session: CompanySession, store: SqlStore
) -> None:
    error = refused(lambda: session.ledger.edit(due(store, 1, LATE)), "due_closed")
    assert error.params["day"] == CLOSED, "the day it was paid"
    refused(
        lambda: session.ledger.set_plan(1, [Instalment(1, 1, OPEN, 4_00), Instalment(1, 2, LATE, 96_00)]),
        "due_closed",
    )


def test_the_month_to_open_is_the_first_that_would_change(session: CompanySession, store: SqlStore) -> None:
    session.periods.reopen("2025-08", "补录八月")
    early = replace(bill(date(2025, 8, 4), "FP-8"), due_date=date(2025, 10, 3))
    session.ledger.enter(early)
    session.periods.close("2025-11")
    refused(lambda: session.ledger.edit(due(store, 5, LATE)), "due_closed", "2025-10")


def test_a_dispute_counts_from_the_first_open_day(session: CompanySession, store: SqlStore) -> None:
    """What is contested is a figure of a day: none comes, goes or changes within a closed month."""
    session.periods.reopen("2025-11", "补录争议")
    session.collection.dispute(Dispute(1, CLOSED, 50_00))
    session.periods.close("2025-11")
    error = refused(lambda: session.collection.dispute(Dispute(2, CLOSED)), "dispute_closed")
    assert error.params["label"] == "FP-2"
    refused(
        lambda: session.collection.edit_dispute(replace(store.get(Dispute, 1), amount=20_00)),
        "dispute_closed",
    )
    refused(lambda: session.collection.remove_dispute(1), "dispute_closed")
    refused(lambda: session.collection.resolve(1, "customer_right", CLOSED), "dispute_closed")
    session.collection.edit_dispute(replace(store.get(Dispute, 1), owner="小李"))
    session.collection.resolve(1, "customer_right", OPEN)
    session.collection.dispute(Dispute(2, date(2025, 12, 1)))


def test_two_customers_become_one_and_two_again(session: CompanySession, store: SqlStore) -> None:
    """Joining moves no amount and no day: what both had on a closed day, the one has."""
    with store.write() as unit:
        unit.add(Customer("苏州恒及"))
        unit.commit("customer.created")
    session.customers.merge(2, 1)
    assert {one.customer_id for one in store.find(Document)} == {2}
    session.history.undo(0)
    assert {one.customer_id for one in store.find(Document)} == {1}
    session.history.redo()
    assert {one.customer_id for one in store.find(Document)} == {2}
    with store.write() as unit:
        other = unit.add(Customer("别家"))
        unit.commit("customer.created")
    refused(lambda: session.ledger.edit(replace(store.get(Document, 2), customer_id=other)))


def test_where_nobody_can_tell_what_is_closed_the_books_stand_still(
    session: CompanySession, store: SqlStore
) -> None:
    with store._engine.connect().execution_options(writer=True) as connection, connection.begin():
        connection.exec_driver_sql("UPDATE setting SET value = '\"soon\"' WHERE name = 'closed_through'")

    def enter() -> None:
        with store.write() as unit:
            unit.add(bill(OPEN, "FP-9"))
            unit.commit("invoice.entered", number="FP-9")

    with pytest.raises(DomainError, match=r"period\.unreadable"):
        enter()
    with store.write() as unit:
        unit.add(Customer("无锡博锐"))
        unit.commit("customer.created")
    session.periods.close("2025-11")
    enter()


def test_undo_does_not_take_a_closing_back(session: CompanySession) -> None:
    for way in (session.periods.events()[0], None):
        del way
        last = session.history.entries(1)[0]
        with pytest.raises(DomainError, match=r"undo\.irreversible"):
            session.history.undo(last.id)
        if last.verb == "period.closed":
            session.periods.reopen("2025-11", "补录运费发票")


def test_opened_again_with_a_reason_and_closed_anew(session: CompanySession) -> None:
    for reason in ("", "   ", "错了"):
        with pytest.raises(DomainError, match=r"period\.reason_missing"):
            session.periods.reopen("2025-11", reason)
    session.periods.reopen("2025-11", "补录 运费发票")
    session.ledger.enter(bill(CLOSED, "FP-9"))
    session.periods.close("2025-11")
    refused(lambda: session.ledger.enter(bill(CLOSED, "FP-11")))
    refused(lambda: session.history.undo(session.history.entries(2)[1].id))
    told = [(one.verb, one.month, one.reason) for one in session.periods.events()]
    assert told[:2] == [("period.closed", "2025-11", ""), ("period.reopened", "2025-11", "补录 运费发票")]


def test_an_earlier_month_opens_those_after_it(session: CompanySession) -> None:
    assert session.periods.opened_by("2025-10") == ["2025-10", "2025-11"]
    session.periods.reopen("2025-10", "十月漏记一张")
    assert session.periods.closed_through() == date(2025, 9, 30)
    assert session.periods.opened_by("2025-10") == []


@pytest.mark.parametrize(
    ("month", "code"),
    [("2025-12", "not_over"), ("2026-03", "not_over"), ("2025-11", "already"), ("2024-01", "already"),
     ("2025-13", "bad_month"), ("十一月", "bad_month"), ("2025-11-01", "bad_month"), ("", "bad_month")],
)  # fmt: skip
def test_what_cannot_be_closed(session: CompanySession, month: str, code: str) -> None:
    with pytest.raises(DomainError, match=rf"period\.{code}") as error:
        session.periods.close(month)
    assert say(error.value.code, "zh", **error.value.params)


def test_an_open_month_is_not_opened(session: CompanySession) -> None:
    with pytest.raises(DomainError, match=r"period\.is_open"):
        session.periods.reopen("2025-12", "试试看行不行")


def test_the_setting_behind_it_is_not_to_be_set(session: CompanySession) -> None:
    with pytest.raises(DomainError, match=r"period\.by_its_own"):
        session.settings.set("closed_through", None)
    with pytest.raises(DomainError, match=r"period\.by_its_own"):
        session.settings.reset("closed_through")


LIST = """单据编号,客户名称,开票日期,到期日,价税合计,币种
FP-20,苏州恒岌,2025-11-20,2025-12-20,100.00,CNY
FP-21,苏州恒岌,2025-12-20,2026-01-20,100.00,CNY
FP-1,苏州恒岌,2025-11-12,2025-12-12,150.00,CNY
"""


def test_rows_of_a_closed_month_are_problems_before_anything_is_written(session: CompanySession) -> None:
    importing = session.importing
    table = importing.read_text(LIST, SourceOptions())
    columns, _guesses = importing.guess(table, ImportKind.INVOICES)
    plan = importing.plan(importing.stage(table, columns), ImportChoices(accept_changes=True))
    assert [row.action for row in plan.documents] == [Action.PROBLEM, Action.NEW, Action.PROBLEM]
    codes = [problem.code for row in plan.documents for problem in row.problems]
    assert codes == ["period.row_closed", "period.row_changes_closed"]
    for row in plan.documents:
        for problem in row.problems:
            assert "2025-11" in say(problem.code, "zh", **problem.params)
    assert importing.commit(plan, "应收.csv").added == 1


LATER = """单据编号,客户名称,开票日期,到期日,价税合计,币种
FP-2,苏州恒岌,2025-11-12,2026-01-31,100.00,CNY
FP-1,苏州恒岌,2025-11-12,2026-01-31,100.00,CNY
FP-3,苏州恒岌,2025-12-03,2026-01-31,100.00,CNY
"""


def test_an_imported_due_date_that_a_closed_day_shows_is_a_problem_of_its_row(
    session: CompanySession, store: SqlStore
) -> None:
    importing = session.importing
    table = importing.read_text(LATER, SourceOptions())
    columns, _guesses = importing.guess(table, ImportKind.INVOICES)
    staged = importing.stage(table, columns)
    untouched = importing.plan(staged, ImportChoices())
    assert [row.action for row in untouched.documents] == [Action.CHANGE] * 3
    plan = importing.plan(staged, ImportChoices(accept_changes=True))
    assert [row.action for row in plan.documents] == [Action.CHANGE, Action.PROBLEM, Action.CHANGE]
    (problem,) = plan.documents[1].problems
    assert (problem.code, problem.where.row) == ("period.row_changes_due", 3)
    assert "第 3 行" in say(problem.code, "zh", **problem.params)
    importing.commit(plan, "应收.csv")
    assert [store.get(Document, row).due_date for row in (1, 2, 3)] == [DUE, LATE, LATE]


CONTESTED = """单据编号,客户名称,开票日期,到期日,价税合计,币种,争议
FP-2,苏州恒岌,2025-11-12,2025-12-12,100.00,CNY,是
"""


def test_an_imported_dispute_of_an_old_invoice_counts_from_the_first_open_day(
    session: CompanySession, store: SqlStore
) -> None:
    importing = session.importing
    table = importing.read_text(CONTESTED, SourceOptions())
    columns, _guesses = importing.guess(table, ImportKind.INVOICES)
    plan = importing.plan(importing.stage(table, columns), ImportChoices(accept_changes=True))
    importing.commit(plan, "应收.csv")
    (one,) = store.find(Dispute)
    assert (one.document_id, one.opened_on) == (2, date(2025, 12, 1))


PAID = """单据编号,客户名称,开票日期,价税合计,币种,已收金额,收款日期
FP-2,苏州恒岌,2025-11-12,100.00,CNY,100.00,2025-11-20
"""
REOPENED = """单据编号,客户名称,开票日期,价税合计,币种,未收金额
FP-1,苏州恒岌,2025-11-12,100.00,CNY,100.00
"""


@pytest.mark.parametrize("text", [PAID, REOPENED])
def test_a_file_that_settles_in_a_closed_month_is_stopped_before(session: CompanySession, text: str) -> None:
    importing = session.importing
    table = importing.read_text(text, SourceOptions())
    columns, _guesses = importing.guess(table, ImportKind.INVOICES)
    plan = importing.plan(importing.stage(table, columns), ImportChoices(accept_changes=True))
    assert plan.blocked is not None
    assert plan.blocked.code == "period.import_settles"
    assert "2025-11" in say(plan.blocked.code, "zh", **plan.blocked.params)


ACTS = ["enter", "edit", "move", "remove", "undo", "redo"]
_days = st.dates(date(2025, 9, 1), date(2025, 12, 30))


@settings(max_examples=6, deadline=None)
@given(
    months=st.lists(st.sampled_from(["2025-09", "2025-10", "2025-11"]), max_size=3),
    acts=st.lists(st.tuples(st.sampled_from(ACTS), _days), max_size=8),
)
def test_the_books_of_a_closed_month_stand_still(
    months: list[str], acts: list[tuple[str, date]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is tried, what is dated up to the closed day is afterwards what it was before."""
    path = tmp_path_factory.mktemp("still") / "a.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(date(2025, 12, 31)), actor="x")
    with closing(open_company(path, clock=FixedClock(date(2025, 12, 31)), actor="x")) as store:
        session = compose(store, FixedClock(date(2025, 12, 31)), store.close)
        with store.write() as unit:
            unit.add(Customer("甲"))
            unit.add_all([bill(date(2025, month, 15), f"F{month}") for month in (9, 10, 11, 12)])
            unit.commit("sample.build")
        for month in months:
            with suppress(DomainError):
                session.periods.close(month)
        through = session.periods.closed_through() or date.min
        before = [one for one in booked(store) if one[1] <= through]
        for number, (act, day) in enumerate(acts):
            with suppress(DomainError):
                tried(session, store, act, day, number)
        assert [one for one in booked(store) if one[1] <= through] == before
        assert session.check.run() == []


def booked(store: SqlStore) -> list[tuple[str, date, int]]:
    return sorted((one.number, one.doc_date, one.amount) for one in store.find(Document))


def tried(session: CompanySession, store: SqlStore, act: str, day: date, number: int) -> None:
    there = store.find(Document)
    one = there[number % len(there)] if there else None
    if act == "enter":
        session.ledger.enter(bill(day, f"N{number}"))
    elif act == "undo":
        session.history.undo(0)
    elif act == "redo":
        session.history.redo()
    elif one is not None and act == "remove":
        session.ledger.remove([one.id])
    elif one is not None:
        more = replace(one, amount=one.amount + 1)
        session.ledger.edit(more if act == "edit" else replace(one, doc_date=day, due_date=day))


def test_a_row_in_the_bin_is_no_fact() -> None:
    row = {"doc_date": "2025-11-12", "amount": 1, "deleted": 1}
    through = date(2025, 11, 30)
    assert locked_day("document", None, row, through) is None
    assert locked_day("document", row, row | {"deleted": 0}, through) == CLOSED
    assert locked_day("customer", row, None, through) is None


def test_months_follow_on_one_another() -> None:
    assert month_end("2024-2") == date(2024, 2, 29)
    assert before_month(date(2025, 1, 31)) == date(2024, 12, 31)


def test_what_a_write_off_was_for_and_what_an_insurer_paid_are_facts() -> None:
    """Both make the losses of a month; a claim's other events do not."""
    through = date(2025, 11, 30)
    loss = {"doc_date": "2025-11-12", "amount": 1, "reason": "bad_debt"}
    assert locked_day("document", loss, loss | {"reason": "tolerance"}, through) == CLOSED
    paid = {"claim_id": 1, "on": "2025-11-12", "kind": "payment", "amount": 5}
    assert locked_day("claim_event", None, paid, through) == CLOSED
    assert locked_day("claim_event", None, paid | {"kind": "state"}, through) is None
