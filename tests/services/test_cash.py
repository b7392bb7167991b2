"""The cash forecast over a file: as Today's, whole, with claims, own money, scenarios, a back-test."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.backup import BackupKind
from app.domain.bank import BankAccount, BankStatement
from app.domain.cash_overlay import CashEvent, EventKind, Overlay, Who
from app.domain.claim_state import ClaimState
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Rate
from app.domain.importing import Cell
from app.domain.measure_record import CashItem, Study
from app.domain.money import convert
from app.domain.policy import Cause
from app.domain.problem import DomainError
from app.domain.setting import Setting
from app.services.cash_views import CashAssumptions, CashBalance, CashForecast
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.imports.books import xlsx
from tests.services.claiming import insured
from tests.services.ledgers import SPAN, START, Ledger, invoice, ledgers

TODAY = date(2025, 12, 31)
CUSTOMERS = [Customer("苏州恒岳", code="C1"), Customer("青岛海拓", code="C2", name_en="Haitu")]


def day(n: int) -> date:
    return TODAY + timedelta(n)


def session_on(path: Path, ledger: Ledger | None = None, rates: tuple[Rate, ...] = ()) -> CompanySession:
    clock = FixedClock(TODAY)
    create_company(path, Company("恒信", "CNY", country="CN"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    if ledger is not None:
        ledger.write(store)
    if rates:
        with store.write() as unit:
            unit.add_all(list(rates))
            unit.commit("test.rates")
    return compose(store, clock, store.close)


def open_two() -> Ledger:
    """Two open invoices, one of them in dollars, and one long paid ten days late."""
    return Ledger(
        list(CUSTOMERS),
        [
            invoice(day(-20), 1000_00, day(20), number="A"),
            replace(invoice(day(-20), 300_00, day(10), number="U", customer=2), currency="USD"),
            invoice(day(-200), 500_00, day(-100), number="OLD"),
            Document(1, DocumentKind.RECEIPT, "R1", day(-90), "CNY", 500_00),
        ],
        allocations=[Allocation(3, 4, day(-90), 500_00, 500_00)],
    )


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    made = session_on(tmp_path / "x.holdfast", open_two(), (Rate("USD", day(-30), Decimal(7)),))
    yield made
    made.close()


@pytest.fixture
def sample(built: Callable[[date], Path], tmp_path: Path) -> Iterator[CompanySession]:
    path = tmp_path / "sample.holdfast"
    shutil.copyfile(built(TODAY), path)
    store = open_company(path, clock=FixedClock(TODAY), actor="test")
    made = compose(store, FixedClock(TODAY), store.close)
    yield made
    made.close()


def whole(found: CashForecast) -> int:
    return found.within + found.later + sum(found.left_out.values()) + found.on_account


# -- the forecast -----------------------------------------------------------------------------------


def test_its_first_weeks_are_those_of_today(sample: CompanySession) -> None:
    found, today = sample.cash.forecast(TODAY), sample.work.forecast(TODAY)
    for mine, its in zip(found.weeks, today.weeks, strict=False):
        assert (mine.start, mine.collections) == (its.start, its.total.minor)
        assert (mine.habit, mine.holidays) == (its.habit.minor, its.holidays)
    assert len(found.weeks) == 13
    assert (found.receivables, dict(found.left_out)) == (
        today.receivables.minor,
        {why: one.minor for why, one in today.left_out.items()},
    )
    assert sum(week.collections for week in found.weeks[8:]) + found.later == today.later.minor


def test_every_part_opens_to_its_items_and_all_sum_to_the_receivables(sample: CompanySession) -> None:
    found = sample.cash.forecast(TODAY)
    assert whole(found) == found.receivables
    parts: list[int | str] = [*range(13), "later", *found.left_out]
    amounts = [week.collections for week in found.weeks] + [found.later, *found.left_out.values()]
    for part, amount in zip(parts, amounts, strict=True):
        assert sum(row.base for row in sample.cash.rows(found, part)) == amount
    board = sum(one.amount for one in found.items if one.currency == "CNY")
    assert board > 0
    for one in found.items:
        if one.low is not None and one.high is not None:
            assert TODAY <= one.low <= (one.on or one.high) <= one.high


def test_an_item_says_its_day_its_range_and_why(session: CompanySession) -> None:
    found = session.cash.forecast(TODAY)
    first, other = sorted(found.items, key=lambda one: one.document_id)
    assert (first.why, first.days, first.settled) == ("habit", 10, 1)
    assert first.on == date(2026, 1, 30)  # 20 January and the company's ten days, a Friday
    [row] = session.cash.rows(found, 4)
    assert (row.number, row.customer, row.amount, row.base) == ("A", "苏州恒岳", 1000_00, 1000_00)
    assert (other.currency, found.weeks[2].collections) == ("USD", 2100_00)
    assert found.receivables == 3100_00


def test_the_greatest_amounts_are_listed_with_their_parts(session: CompanySession) -> None:
    found = session.cash.forecast(TODAY)
    rows = session.cash.expected(found)
    assert [(row.number, row.part, row.amount, row.base) for row in rows] == [
        ("U", 2, 300_00, 2100_00),
        ("A", 4, 1000_00, 1000_00),
    ]
    assert [row.number for row in session.cash.expected(found, most=1)] == ["U"]


def test_a_currency_without_a_rate_is_named(tmp_path: Path) -> None:
    session = session_on(tmp_path / "x.holdfast", open_two())
    found = session.cash.forecast(TODAY)
    assert (found.receivables, found.missing_rates) == (1000_00, ("USD",))
    assert whole(found) == found.receivables
    session.close()


def test_an_empty_company_has_an_empty_forecast(tmp_path: Path) -> None:
    session = session_on(tmp_path / "x.holdfast")
    found = session.cash.forecast()
    assert (found.receivables, found.within, found.gap, found.lowest, found.items) == (0, 0, None, None, ())
    tested = session.cash.backtest()
    assert (tested.origins, tested.few, tested.days.n) == ((), True, 0)
    assert session.cash.sales_basis(TODAY, CashAssumptions()) is None
    session.close()


def test_disputes_are_left_out_or_come_on_the_day_they_are_to_be_settled(session: CompanySession) -> None:
    session.collection.dispute(Dispute(1, day(-5), 400_00, target_on=day(30)))
    found = session.cash.forecast(TODAY)
    assert found.left_out == {"disputed": 400_00}
    session.cash.save_assumptions(CashAssumptions(disputes=True))
    dated = session.cash.forecast(TODAY)
    assert (dated.left_out, dated.weeks[4].announced) == ({}, 400_00)
    assert whole(dated) == dated.receivables == found.receivables


def test_a_claim_is_expected_after_its_waiting_period(tmp_path: Path) -> None:
    session = insured(tmp_path / "x.holdfast")
    before = session.cash.forecast(TODAY)
    claim_id = min(session.claims.open(1, 1, Cause.DEFAULT).touched["claim"])
    payable = session.claims.calculation(claim_id).payable
    found = session.cash.forecast(TODAY)
    week = next(place for place, one in enumerate(found.weeks) if one.claims)
    assert found.weeks[week].claims == payable
    [row] = [one for one in session.cash.rows(found, week) if one.item.why == "claim"][:1]
    assert row.item.on == TODAY + timedelta(30)  # it could be filed by now
    assert whole(found) == found.receivables == before.receivables
    today = session.work.forecast(TODAY)
    assert today.weeks[week].dated.minor == found.weeks[week].announced + found.weeks[week].claims
    earlier = session.cash.forecast(day(-10))
    assert sum(one.claims for one in earlier.weeks) == 0  # nobody had claimed by then
    for state, amount in ((ClaimState.READY, None), (ClaimState.FILED, None), (ClaimState.APPROVED, payable)):
        if state in session.claims.claim(claim_id).following:
            session.claims.move(claim_id, state, TODAY, amount=amount)
    approved = session.cash.forecast(TODAY)
    assert sum(one.claims for one in approved.weeks) == payable
    assert whole(approved) == found.receivables
    session.close()


def test_a_claim_taken_back_is_expected_no_more(tmp_path: Path) -> None:
    session = insured(tmp_path / "x.holdfast")
    claim_id = min(session.claims.open(1, 1, Cause.DEFAULT).touched["claim"])
    session.claims.move(claim_id, ClaimState.WITHDRAWN, TODAY, reason="客户已付款")
    assert sum(one.claims for one in session.cash.forecast(TODAY).weeks) == 0
    session.close()


def test_what_an_insurer_pays_to_a_bank_is_left_out(tmp_path: Path) -> None:
    session = insured(tmp_path / "x.holdfast")
    claim_id = min(session.claims.open(1, 1, Cause.DEFAULT).touched["claim"])
    claim = session.claims.claim(claim_id).row.claim
    session.claims.save(replace(claim, payee="工商银行"))
    found = session.cash.forecast(TODAY)
    assert found.left_out["assigned"] == session.claims.calculation(claim_id).payable
    assert whole(found) == found.receivables
    session.close()


# -- own money --------------------------------------------------------------------------------------


def test_the_balance_runs_and_gaps(session: CompanySession) -> None:
    cash = session.cash
    cash.save_position(CashBalance(TODAY, 1000_00, "对账单"), CashAssumptions(minimum=500_00))
    cash.save_item(CashItem(day(5), 600_00, "CNY", "工资", "wages"))
    cash.save_item(CashItem(day(12), -10_00, "USD", "退税", "tax"))
    found = cash.forecast(TODAY)
    assert found.opening == CashBalance(TODAY, 1000_00, "对账单")
    assert [week.balance for week in found.weeks[:3]] == [400_00, 470_00, 2570_00]
    assert (found.weeks[0].outflows, found.weeks[1].incomes, found.out) == (600_00, 70_00, 600_00)
    assert found.gap is not None
    assert (found.gap.on, found.gap.short, found.gap.deepest_on) == (day(5), 100_00, day(5))
    assert found.lowest == found.weeks[0]
    assert found.closing == 1000_00 - 600_00 + 70_00 + found.within
    for week in found.weeks:
        assert (week.low or 0) <= (week.balance or 0) <= (week.high or 0)
    cash.save_item(CashItem(day(5), 5_00, "EUR", "样品"))
    assert cash.forecast(TODAY).missing_rates == ("EUR",)


def test_a_balance_holds_until_a_newer_one(session: CompanySession) -> None:
    cash = session.cash
    cash.save_balance(CashBalance(day(-40), 100_00))
    cash.save_balance(CashBalance(day(-10), 200_00))
    cash.save_balance(CashBalance(day(-10), 250_00, "更正"))
    assert [one.amount for one in cash.balances()] == [250_00, 100_00]
    assert cash.opening(day(-20)) == CashBalance(day(-40), 100_00)
    assert cash.opening(day(-41)) is None
    assert cash.forecast(day(-41)).gap is None


def test_the_last_bank_statements_say_a_balance(session: CompanySession) -> None:
    assert session.cash.bank_balance(TODAY) is None
    store = session.cash._desk.store
    with store.write() as unit:
        for account in ("一", "二", "三"):
            unit.add(BankAccount(account, "CNY"))
        for account_id, currency, end, closing in (
            (1, "CNY", day(-40), 1_00), (1, "CNY", day(-9), 500_00), (2, "USD", day(-12), 10_00),
            (3, "GBP", day(-1), 99_00), (2, "USD", day(5), 7_00),
        ):  # fmt: skip
            digest = f"{account_id}{end}"
            unit.add(BankStatement(account_id, "f", "csv", digest, currency, end=end, closing=closing))
        unit.commit("test.bank")
    assert session.cash.bank_balance(TODAY) == CashBalance(day(-12), 570_00, "2")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda cash: cash.save_balance(CashBalance(day(1), 1)), "cash.balance_to_come"),
        (lambda cash: cash.save_balance(CashBalance(date(1999, 1, 1), 1)), "cash.bad_day"),
        (lambda cash: cash.save_assumptions(CashAssumptions(minimum=-1)), "cash.bad_minimum"),
        (lambda cash: cash.save_assumptions(CashAssumptions(sales_monthly=-1)), "cash.bad_sales"),
        (lambda cash: cash.save_assumptions(CashAssumptions(claim_days=366)), "cash.bad_days"),
        (lambda cash: cash.save_item(CashItem(TODAY, 1, "CNY", " ")), "cash.no_label"),
        (lambda cash: cash.save_item(CashItem(TODAY, 0, "CNY", "x")), "cash.no_amount"),
        (lambda cash: cash.save_item(CashItem(TODAY, 1, "XXX", "x")), "cash.bad_currency"),
        (lambda cash: cash.save_item(CashItem(TODAY, 1, "CNY", "x", "gold")), "cash.bad_kind"),
        (lambda cash: cash.save_item(CashItem(TODAY, 1, "CNY", "x", every="day")), "cash.bad_kind"),
        (lambda cash: cash.save_item(CashItem(date(1990, 1, 1), 1, "CNY", "x")), "cash.bad_day"),
        (
            lambda cash: cash.save_item(CashItem(TODAY, 1, "CNY", "x", every="week", until=day(-1))),
            "cash.until_before",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    session: CompanySession, act: Callable[[object], object], code: str
) -> None:
    with pytest.raises(DomainError, match=code.replace(".", r"\.")):
        act(session.cash)


def test_settings_nobody_can_read_are_the_usual_ones(session: CompanySession) -> None:
    session.settings.set("cash.assumptions", {"minimum": "viel", "balances": [{"on": "x"}, 3]})
    assert session.cash.assumptions() == CashAssumptions()
    assert session.cash.balances() == []
    session.settings.set("cash.assumptions", [1])
    assert session.cash.assumptions() == CashAssumptions()


def test_own_money_is_changed_deleted_and_undone(session: CompanySession) -> None:
    cash = session.cash
    item_id = min(
        cash.save_item(CashItem(day(5), 100, "CNY", "  租  金 ", "rent", "month")).touched["cash_item"]
    )
    [kept] = cash.items()
    assert kept.label == "租 金"
    cash.save_item(replace(kept, amount=200, every="", until=day(9)))
    assert (cash.items()[0].amount, cash.items()[0].until) == (200, None)
    cash.remove_items([item_id])
    assert cash.items() == []
    session.history.undo()
    assert cash.items()[0].amount == 200


def test_expected_sales_are_counted_only_when_asked(session: CompanySession) -> None:
    cash = session.cash
    assert cash.forecast(TODAY).sales is None
    cash.save_assumptions(CashAssumptions(sales=True, sales_monthly=365_00, sales_days=30))
    found = cash.forecast(TODAY)
    assert [week.sales for week in found.weeks[3:6]] == [0, 60_00, 84_00]  # 12 a day from day 31 on
    assert whole(found) == found.receivables == 3100_00
    own = cash.sales_basis(TODAY, CashAssumptions())
    assert own is not None
    assert (own.monthly, own.days) == ((1000_00 + 300_00 * 7 + 500_00) // 12, 110)
    shrunk = cash.forecast(TODAY, cash.overlay("sales_down"))
    assert shrunk.weeks[5].sales == round(84_00 * 0.8)


# -- scenarios --------------------------------------------------------------------------------------


def test_scenarios_lie_beside_the_forecast(session: CompanySession) -> None:
    cash = session.cash
    cash.save_balance(CashBalance(TODAY, 1000_00))
    base, late, failed = cash.forecasts(
        TODAY, (None, cash.overlay("largest_late"), cash.overlay("largest_fails"))
    )
    assert base.ranked == (2, 1)
    assert base.weeks[2].collections == 2100_00
    assert [place for place, week in enumerate(late.weeks) if week.collections] == [4, 11]
    assert failed.left_out == {"failed": 2100_00}
    assert {one.receivables for one in (base, late, failed)} == {3100_00}
    spent = Overlay("设备", (CashEvent(EventKind.OUTFLOW, amount=5000_00, on=day(3)),))
    found = cash.forecast(TODAY, spent)
    assert (found.weeks[0].balance, found.gap is not None) == (-4000_00, True)


def test_own_scenarios_are_kept_changed_and_deleted(session: CompanySession) -> None:
    cash = session.cash
    made = Overlay(" 旺季 ", (CashEvent(EventKind.LATE, Who.CUSTOMER, 1, days=45),), note="n")
    cash.save_overlay(made)
    found = cash.overlay("旺季")
    assert (found.name, found.events, found.note) == ("旺季", made.events, "n")
    assert cash.overlay(str(found.id)) == found
    cash.save_overlay(replace(found, name="淡季"))
    with pytest.raises(DomainError, match=r"overlay\.unknown"):
        cash.overlay("旺季")
    with pytest.raises(DomainError, match=r"overlay\.name_taken"):
        cash.save_overlay(replace(made, name="淡季"))
    with pytest.raises(DomainError, match=r"overlay\.name_taken"):
        cash.save_overlay(replace(made, name="largest_late"))
    with pytest.raises(DomainError, match=r"record\.changed"):
        cash.save_overlay(replace(found, name="再改"))
    cash.remove_overlay(found.id)
    assert all(not one.id for one in cash.overlays())
    session.history.undo()
    assert cash.overlay("淡季").id == found.id


def test_a_study_nobody_can_read_is_no_scenario(session: CompanySession) -> None:
    store = session.cash._desk.store
    assert isinstance(store, SqlStore)
    with store.write() as unit:
        unit.add(Study("overlay", "坏", "{"))
        unit.commit("test.study")
    assert all(not one.id for one in session.cash.overlays())


# -- files ------------------------------------------------------------------------------------------


def test_a_file_is_taken_in_as_one_step(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["付款日期", "用途", "金额", "类别", "周期", "截止日期"],
        ["2026-01-10", "工资", 68000, "工资", "每月", ""],
        ["2026-01-20", "增值税", "1,200.50", "税费", "", ""],
        ["2026-02-30", "坏日期", 1, "", "", ""],
        ["2026-02-01", "结束在前", 1, "", "每周", "2026-01-01"],
        ["合计", "", 69200.5, "", "", ""],
    ]
    plan = session.cash.read_outflows(xlsx(tmp_path / "支出.xlsx", {"支出": rows}))
    assert [(one.row, one.item.label, one.item.amount, one.item.every) for one in plan.rows] == [
        (2, "工资", 68000_00, "month"),
        (3, "增值税", 1200_50, ""),
    ]
    assert [(one.code, one.where.row) for one in plan.problems] == [
        ("outflow.row_date", 4),
        ("outflow.row_refused", 5),
    ]
    kept: list[BackupKind] = []
    store = session.cash._desk.store
    assert isinstance(store, SqlStore)
    store.safeguarding = kept.append
    session.cash.take(plan)
    assert kept == [BackupKind.IMPORT]
    assert len(session.cash.items()) == 2
    again = session.cash.read_outflows(xlsx(tmp_path / "支出.xlsx", {"支出": rows[:4]}))
    assert not again.fresh
    session.cash.take(
        session.cash.read_outflows(xlsx(tmp_path / "支出.xlsx", {"支出": rows[:2]})), replacing=True
    )
    assert [one.label for one in session.cash.items()] == ["工资"]
    session.history.undo()
    session.history.undo()
    assert session.cash.items() == []


def test_a_file_that_is_no_table_is_said(session: CompanySession, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"nothing")
    plan = session.cash.read_outflows(path)
    assert (plan.rows, {one.code for one in plan.problems}) == ((), {"outflow.no_column"})


# -- back-test --------------------------------------------------------------------------------------


def test_the_test_compares_what_was_known_then_with_what_came(tmp_path: Path) -> None:
    """One invoice a month, each paid exactly ten days late: after five of them the rule knows it."""
    documents: list[Document] = []
    allocations: list[Allocation] = []
    for month in range(12):
        on = date(2025, 1 + month, 3)
        number = len(documents) + 1
        documents.append(invoice(on, 1000_00, on + timedelta(30), number=f"F{month}"))
        paid = on + timedelta(40)
        if paid <= TODAY:
            documents.append(Document(1, DocumentKind.RECEIPT, f"R{month}", paid, "CNY", 1000_00))
            allocations.append(Allocation(number, number + 1, paid, 1000_00, 1000_00))
    session = session_on(tmp_path / "x.holdfast", Ledger(CUSTOMERS[:1], documents, allocations=allocations))
    found = session.cash.backtest(TODAY)
    assert found.origins[0].as_of == date(2025, 4, 30)  # 90 days of books before it
    late = [one for one in found.origins if one.as_of >= date(2025, 8, 31)]
    for one in late:
        whole_weeks = one.said[: one.weeks]
        assert sum(one.came) == 1000_00 or one.weeks < 3
        assert sum(whole_weeks) - sum(one.came) in {0, 1000_00}
    assert found.days.paid == found.days.n > 5
    assert found.days.median is not None
    assert found.days.median <= 1 < (found.days.due or 0)
    session.close()


def test_what_came_counts_only_money_for_what_was_there(tmp_path: Path) -> None:
    ledger = Ledger(
        list(CUSTOMERS),
        [
            invoice(day(-150), 1000_00, day(-120), number="A"),
            invoice(day(-50), 700_00, day(-20), number="B"),
            Document(1, DocumentKind.RECEIPT, "R1", day(-62), "CNY", 400_00),
            Document(1, DocumentKind.RECEIPT, "R2", day(-45), "CNY", 900_00),
            Document(1, DocumentKind.CREDIT_NOTE, "N", day(-45), "CNY", 100_00),
        ],
        allocations=[
            Allocation(1, 3, day(-40), 400_00, 400_00),  # money that was there before is no new money
            Allocation(1, 4, day(-40), 500_00, 500_00),
            Allocation(2, 4, day(-40), 400_00, 400_00),  # the invoice came after the day
            Allocation(1, 5, day(-40), 100_00, 100_00),  # a credit note is no money
        ],
    )
    session = session_on(tmp_path / "x.holdfast", ledger)
    reader = session.cash._desk.reader
    assert reader.came(day(-61), 8) == {"CNY": [0, 0, 500_00, 0, 0, 0, 0, 0]}
    assert reader.settled_after(day(-61), TODAY) == {1: day(-45)}
    assert reader.settled_after(day(-61), day(-41)) == {}
    session.close()


# -- paper ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_says_the_same(session: CompanySession, tmp_path: Path, lang: str) -> None:
    cash = session.cash
    cash.save_position(CashBalance(TODAY, 1000_00, "=1+1"), CashAssumptions())
    cash.save_item(CashItem(day(5), 600_00, "CNY", "=cmd()", "wages"))
    found, other = cash.forecasts(TODAY, (None, cash.overlay("largest_fails")))
    path = tmp_path / "f.xlsx"
    cash.write_sheet(found, path, lang, compared=other, backtest=cash.backtest(TODAY))
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames) == 4
    weeks = book.worksheets[0]
    shown = [
        [weeks.cell(row, column).value for column in (2, 9, 12)] for row in range(6, 6 + len(found.weeks))
    ]
    assert shown == [
        [week.collections / 100, (week.balance or 0) / 100, (two.balance or 0) / 100]
        if not week.announced + week.claims
        else shown[place]
        for place, (week, two) in enumerate(zip(found.weeks, other.weeks, strict=True))
    ]
    items = book.worksheets[1]
    bases = [items.cell(row, 6).value for row in range(6, items.max_row + 1)]
    assert sum(Decimal(str(one)) for one in bases if one is not None) * 100 == found.receivables
    flows = book.worksheets[2]
    assert (flows.cell(6, 2).value, flows.cell(6, 4).value) == ("=cmd()", 600)
    assert flows.cell(6, 2).data_type == "s"


def test_settings_are_one_row(session: CompanySession) -> None:
    session.cash.save_position(CashBalance(TODAY, 5), CashAssumptions(minimum=7))
    store = session.cash._desk.store
    assert len(store.find(Setting, name="cash.assumptions")) == 1
    session.history.undo()
    assert session.cash.balances() == []
    assert session.cash.assumptions() == CashAssumptions()


# -- laws -------------------------------------------------------------------------------------------


@given(ledger=ledgers(), ago=st.integers(0, 200))
@settings(max_examples=12, deadline=None)
def test_whatever_is_in_the_books_every_part_opens_to_its_sum(ledger: Ledger, ago: int) -> None:
    """Any lawful ledger in three currencies, one of them without a rate, on any day, in any scenario."""
    on = START + timedelta(SPAN - ago)
    with tempfile.TemporaryDirectory() as folder:
        session = session_on(Path(folder) / "x.holdfast", ledger, (Rate("USD", START, Decimal("7.1234")),))
        try:
            cash = session.cash
            scenarios = (None, cash.overlay("top_five_late"), cash.overlay("collections_down"))
            for found in cash.forecasts(on, scenarios):
                sums = dict.fromkeys(("CNY", "USD"), 0)
                for (_, currency), items in ledger.open_on(on).items():
                    if currency in sums:
                        sums[currency] += items["balance"]
                owed = sums["CNY"] + convert(sums["USD"], "USD", "CNY", Decimal("7.1234"))
                assert whole(found) == found.receivables == owed
                parts: list[int | str] = [*range(13), "later", *found.left_out]
                amounts = [week.collections for week in found.weeks]
                amounts += [found.later, *found.left_out.values()]
                for part, amount in zip(parts, amounts, strict=True):
                    rows = cash.rows(found, part)
                    assert sum(row.base for row in rows) == amount or not rows
                today = session.work.forecast(on)
                if found.overlay is None:
                    mine = [week.collections for week in found.weeks[:8]]
                    assert mine == [week.total.minor for week in today.weeks]
        finally:
            session.close()
