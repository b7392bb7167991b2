"""The health check: equal to the board, to its rows and to hand-made cases; the past never changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.aging import AgingQuery
from app.domain.credit_record import CreditLimit, GradeOverride, OrderCheck, StoredAssessment
from app.domain.customer import Customer, CustomerStatus
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Promise, Rate
from app.domain.kpi_catalogue import CATALOGUE, KPI_KINDS
from app.domain.kpi_period import PeriodKind, back_from, named_period, span
from app.domain.measure_record import ProvisionRun
from app.domain.money import convert
from app.domain.problem import DomainError
from app.services.health_views import Health, HealthFigure
from app.services.session import CompanySession
from app.storage.store import SqlStore
from tests.services.ledgers import DAYS, Ledger, credit, invoice, ledgers, receipt
from tests.services.measuring import TODAY, company, opened

QUARTER = named_period("2025Q4")
RATES = (
    Rate("USD", date(2024, 12, 31), Decimal("7.1")),
    Rate("USD", date(2025, 7, 1), Decimal("7.2345")),
    Rate("JPY", date(2024, 12, 31), Decimal("0.0482")),
)


def put(store: SqlStore, *rows: Any) -> None:
    with store.write() as unit:
        for one in rows:
            unit.add(one)
        unit.commit("test")


def values(health: Health) -> dict[str, Any]:
    return {one.key: one.value for one in health.figures}


def operand(one: HealthFigure, name: str) -> Decimal:
    found = one.operand(name)
    assert found is not None
    return found


def whole(session: CompanySession, day: date, name: str) -> Decimal:
    """What the board shows of one name on a day, its sums converted once per currency."""
    total = 0
    for row in session.aging.board(AgingQuery(day)).totals:
        amount = getattr(row, name) if name != "debits" else sum(row.buckets)
        if row.currency == "CNY":
            total += amount
            continue
        known = [one for one in RATES if one.currency == row.currency and one.on <= day]
        if known:
            total += convert(amount, row.currency, "CNY", known[-1].rate)
    return Decimal(total) / 100


OPERANDS = {one.rows: one.key for one in reversed(CATALOGUE)}
"""One figure for each kind of rows."""


def sums_of_rows(session: CompanySession, health: Health, keys: Collection[str] = ()) -> None:
    """A figure's rows add up to the operand they stand for, to the last minor unit."""
    for one in (health.figure(key) for key in keys or OPERANDS.values()):
        found = session.health.rows(one.key, health.period)
        if one.operands:
            told = operand(one, found.operand)
            assert found.total == sum((row.adds for row in found.rows), Decimal(0))
            assert abs(found.total - told) < Decimal("1e-15"), one.key
        else:
            assert found.rows == ()


# -- against the board, on random ledgers ---------------------------------------------------------


DRAWN = "dso best_possible_dso overdue_rate over_90 turnover days_late dispute_share hhi".split()


@settings(deadline=None, max_examples=15)
@given(ledgers(), DAYS, st.integers(1, 120), st.sampled_from(DRAWN), st.sampled_from(DRAWN))
def test_figures_are_those_of_the_board_on_any_day(
    ledger: Ledger, start: date, days: int, one_key: str, other: str
) -> None:
    with company() as (session, store):
        ledger.write(store)
        put(store, *RATES)
        period = span(start, start + timedelta(days))
        (health,) = session.health.series([period])
        end = health.as_of
        assert operand(health.figure("dso"), "receivables") == whole(session, end, "balance")
        overdue = health.figure("overdue_rate")
        assert operand(overdue, "overdue") == whole(session, end, "overdue")
        assert operand(overdue, "debits") == whole(session, end, "debits")
        assert health.missing_rates == ()
        (point,) = session.health.aging_trend([period]).points
        assert Decimal(point.balance) / 100 == operand(health.figure("dso"), "receivables")
        assert Decimal(sum(point.buckets)) / 100 == operand(overdue, "debits")
        assert Decimal(point.buckets[-1]) / 100 == operand(health.figure("over_90"), "over_90")
        sums_of_rows(session, health, {one_key, other})


@settings(deadline=None, max_examples=10)
@given(ledgers(), st.integers(30, 300))
def test_later_business_never_changes_an_earlier_period(ledger: Ledger, days: int) -> None:
    day = date(2025, 1, 1) + timedelta(days)
    early = Ledger(
        ledger.customers,
        [one for one in ledger.documents if one.doc_date <= day],
    )
    places = {id(one): n for n, one in enumerate(early.documents, 1)}
    documents = ledger.documents
    period = span(day - timedelta(60), day)
    with company() as (session, store):
        early.write(store)
        before = session.health.figures(period, points=3)
        open_debits = [
            one for one in early.documents if one.kind is DocumentKind.INVOICE and not one.has_plan
        ]
        for one in open_debits:
            put(store, receipt(day + timedelta(1), one.amount, one.customer_id, one.currency))
            put(
                store,
                Allocation(places[id(one)], _last(store), day + timedelta(1), one.amount, one.amount),
                Dispute(places[id(one)], day + timedelta(1)),
            )
        for one in documents:
            if one.doc_date > day and one.kind is DocumentKind.INVOICE:
                put(store, replace(one, has_plan=False))
        assert session.health.figures(period, points=3) == before


def _last(store: SqlStore) -> int:
    return max(one.id for one in store.find(Document))


# -- one company by hand --------------------------------------------------------------------------


@pytest.fixture
def made() -> Any:
    with company() as (session, store):
        ledger = Ledger(
            [Customer("甲"), Customer("乙"), Customer("丙")],
            [
                invoice(date(2025, 10, 1), 1_000_00, date(2025, 10, 31), 1, number="A"),  # 1
                invoice(date(2025, 10, 10), 600_00, date(2025, 11, 9), 2, number="B"),  # 2
                invoice(date(2025, 6, 1), 300_00, date(2025, 7, 1), 3, number="C"),  # 3
                receipt(date(2025, 11, 10), 500_00, 1),  # 4: ten days late
                receipt(date(2025, 11, 4), 300_00, 2),  # 5: five days early
                receipt(date(2025, 12, 1), 100_00, 1),  # 6: comes back
                credit(DocumentKind.WRITE_OFF, date(2025, 12, 20), 100_00, 3),  # 7
            ],
        )
        ledger.allocations += [
            Allocation(1, 4, date(2025, 11, 10), 500_00, 500_00),
            Allocation(2, 5, date(2025, 11, 4), 300_00, 300_00),
            Allocation(1, 6, date(2025, 12, 1), 100_00, 100_00),
            Allocation(1, 6, date(2025, 12, 5), -100_00, -100_00, reverses_id=3),
            Allocation(3, 7, date(2025, 12, 20), 100_00, 100_00),
        ]
        ledger.write(store)
        yield session, store


def test_payments_that_came_back_and_write_offs_are_no_payments(made: Any) -> None:
    session, _ = made
    one = session.health.figures(QUARTER).figure("days_late")
    # (500 × 10 + 300 × 0) / 800; signed (500 × 10 − 300 × 5) / 800
    assert one.value == Decimal("6.25")
    assert operand(one, "signed_days") == Decimal("4.375")
    november = session.health.figures(span(date(2025, 11, 1), date(2025, 12, 2))).figure("days_late")
    assert operand(november, "paid") == 900_00 / 100  # it had not come back yet
    rows = session.health.rows("days_late", QUARTER).rows
    assert [(row.label, row.days, row.amount) for row in rows] == [("A", 10, 500_00), ("B", -5, 300_00)]


def test_bad_debts_are_held_against_twelve_months(made: Any) -> None:
    session, _ = made
    health = session.health.figures(QUARTER)
    assert health.figure("bad_debt_ratio").value == Decimal(100) / 1900
    assert health.figure("loss_ratio").value == Decimal(100) / 1900
    assert health.figure("bad_debt_ratio").state == "miss"
    (row,) = session.health.rows("bad_debt_ratio", QUARTER).rows
    assert (row.kind, row.customer, row.adds) == ("write_off", "丙", Decimal(100))


def test_the_collection_figures_by_hand(made: Any) -> None:
    session, _ = made
    health = session.health.figures(QUARTER)
    figures = values(health)
    # Owed: 500 − 100 on account + 300 + 200; the receipt that came back lies on account.
    assert figures["dso"] == Decimal(900) / 1600 * 92
    # The ledger begins on 1 June: its 214 days are not stretched over a year.
    assert figures["dso_year"] == Decimal(900) / 1900 * 214
    assert figures["overdue_rate"] == 1
    assert figures["over_90"] == Decimal(200) / 1000
    assert figures["cei"] == Decimal(300 + 1600 - 900) / (300 + 1600 - (900 - 1000))
    assert figures["turnover"] == Decimal(1600) / 600
    assert (figures["largest"], figures["above_limit_share"]) == (Decimal(400) / 900, 1)
    assert figures["hhi"] == Decimal(400**2 + 300**2 + 200**2) * 10_000 / 900**2
    assert health.figure("over_90").note_params["customers"] == ["丙"]
    sums_of_rows(session, health)


def test_promises_are_judged_by_what_was_known_at_the_end(made: Any) -> None:
    session, store = made
    put(
        store,
        Promise(1, date(2025, 11, 1), date(2025, 11, 10), 500_00, "CNY"),
        Promise(2, date(2025, 11, 10), date(2025, 11, 20), 300_00, "CNY"),
        Promise(
            3,
            date(2025, 10, 1),
            date(2025, 10, 20),
            50_00,
            "CNY",
            closed_on=date(2026, 1, 5),
            outcome="cancelled",
        ),
    )
    health = session.health.figures(QUARTER)
    one = health.figure("promises_kept")
    assert one.value == Decimal(1) / 3
    assert (one.note, dict(one.note_params)) == ("health_note.promises_kept", {"kept": 1, "n": 3})
    rows = session.health.rows("promises_kept", QUARTER).rows
    assert [row.code for row in rows] == ["promise_state.kept", *["promise_state.broken"] * 2]
    sums_of_rows(session, health)


def test_disputes_count_with_what_was_open_of_their_invoices(made: Any) -> None:
    session, store = made
    put(
        store,
        Dispute(1, date(2025, 12, 1), 80_00),
        Dispute(2, date(2025, 9, 1), None, date(2025, 10, 11)),
        Dispute(3, date(2025, 8, 1), None, date(2025, 9, 1)),
    )
    health = session.health.figures(QUARTER)
    assert health.figure("dispute_share").value == Decimal(80) / 1000
    assert health.figure("dispute_days").value == Decimal(30 + 40) / 2
    assert [row.label for row in session.health.rows("dispute_share", QUARTER).rows] == ["A"]


def test_credit_decisions_are_counted_in_their_period(made: Any) -> None:
    session, store = made
    put(store, CreditLimit(date(2025, 1, 1), "set", "CNY", 1, amount=300_00),
        CreditLimit(date(2025, 1, 1), "set", "CNY", 2, amount=300_00),
        StoredAssessment(1, "x", 1, "", date(2025, 11, 1), "{}", "70", "90", "B", "B", state="final",
                         valid_until=date(2025, 12, 1)))  # fmt: skip
    days = date(2025, 11, 2), date(2025, 11, 30)
    given_up = GradeOverride(1, 1, "B", "A", "history", "老客户，从未拖欠", "甲", "乙", *days)
    asked = OrderCheck(2, date(2025, 12, 2), "CNY", 50_00, "hold", "{}")
    put(store, given_up, replace(asked, released_by="陈总", release_reason="老客户"))
    health = session.health.figures(QUARTER)
    figures = values(health)
    assert (figures["limit_breaches"], figures["overrides"]) == (1, 2)
    # Its assessment ended, and two that owe were never looked at.
    assert figures["reviews_overdue"] == 3
    assert session.health.figures(named_period("2025Q3")).figure("overrides").value == 0
    (row,) = session.health.rows("limit_breaches", QUARTER).rows
    assert (row.customer, row.amount, row.params["limit"]) == ("甲", 400_00, Decimal(300))
    kinds = [row.kind for row in session.health.rows("overrides", QUARTER).rows]
    assert kinds == ["override", "release"]
    assert operand(health.figure("overrides"), "assessments") == 1


def test_a_customer_that_failed_later_was_due_for_review_before(made: Any) -> None:
    session, store = made
    before = session.health.figures(named_period("2025Q3")).figure("reviews_overdue").value
    failed = store.get(Customer, 3)
    with store.write() as unit:
        unit.replace(replace(failed, status=CustomerStatus.INSOLVENT, status_since=date(2025, 11, 1)))
        unit.commit("test")
    assert before == 1
    assert session.health.figures(named_period("2025Q3")).figure("reviews_overdue").value == 1
    assert session.health.figures(QUARTER).figure("reviews_overdue").value == 2


def test_a_provision_covers_what_is_old_only_once_it_is_booked(made: Any) -> None:
    session, store = made
    drawn = ProvisionRun(date(2025, 12, 31), "CNY", 50_00, 1_000_00, "cas", "{}")
    put(store, drawn)
    assert session.health.figures(QUARTER).figure("provision_cover").why == "kpi.no_provision"
    put(store, replace(drawn, booked_on=date(2025, 12, 31)))
    assert session.health.figures(QUARTER).figure("provision_cover").value == Decimal(50) / 200


def test_grades_move_and_the_map_holds_everybody_that_owes(made: Any) -> None:
    session, store = made
    given_on = (1, date(2025, 9, 1), "B"), (1, date(2025, 11, 1), "D"), (2, date(2025, 11, 1), "A")
    for who, on, grade in given_on:
        put(store, StoredAssessment(who, "x", 1, "", on, "{}", "70", "90", grade, grade, state="final"))
    found = session.health.migration(date(2025, 9, 30), QUARTER.end)
    assert [(one.customer, one.before, one.after, one.direction) for one in found.rows] == [
        ("甲", "B", "D", -1),
        ("乙", "", "A", 0),
    ]
    heat = session.health.heat_map(QUARTER)
    assert heat.rows == ("D", "C", "B", "A", "")
    assert sum(one.amount for one in heat.cells) == session.health.concentration(QUARTER).total == 900_00
    assert sorted(row for one in heat.cells for row in one.customers) == [1, 2, 3]
    for one in heat.cells:
        for row in one.customers:
            assert heat.balances[row] >= heat.bands[one.band]
    with pytest.raises(DomainError, match=r"health\.no_such_map"):
        session.health.heat_map(QUARTER, "colour")


def test_concentration_adds_up_to_everything(made: Any) -> None:
    session, _ = made
    found = session.health.concentration(QUARTER)
    assert [one.customer for one in found.rows] == ["甲", "乙", "丙"]
    assert found.rows[-1].cumulative == 1
    assert all(one.above for one in found.rows)


# -- periods --------------------------------------------------------------------------------------


def test_many_periods_at_once_say_what_each_says_alone(built: Callable[[date], Path], tmp_path: Path) -> None:
    path = tmp_path / "s.holdfast"
    shutil.copyfile(built(TODAY), path)
    with opened(path) as session:
        quarters = back_from(QUARTER, 3)
        together = session.health.series(quarters)
        assert values(session.health.series([quarters[1]])[0]) == values(together[1])
        now = session.health.figures(QUARTER, points=3)
        assert values(now) == values(together[-1])
        assert [one.key for one in now.figures] == [one.key for one in CATALOGUE]
        for one in now.figures:
            assert (one.value is None) == bool(one.why)
            assert one.before == (one.trend[-2].value)
            assert one.trend[-1].value == one.value
        sums_of_rows(session, now)
        for by in ("grade", "region", "industry"):
            heat = session.health.heat_map(QUARTER, by)
            assert sum(one.amount for one in heat.cells) == session.health.concentration(QUARTER).total
        assert session.health.last_quarter() == QUARTER
        year = session.health.figures(named_period("2025"), points=1)
        assert year.figure("dso").value == year.figure("dso_year").value


def test_a_running_period_is_told_as_of_today() -> None:
    with company(date(2025, 11, 9)) as (session, store):
        put(store, Customer("甲"), invoice(date(2025, 10, 1), 100_00, date(2025, 10, 31)))
        health = session.health.figures(QUARTER)
        assert (health.unfinished, health.as_of) == (True, date(2025, 11, 9))
        assert health.figure("dso").value == 40
        assert [one.name for one in session.health.periods(PeriodKind.MONTH)] == ["2025-11", "2025-10"]
        with pytest.raises(DomainError, match=r"period\.not_begun"):
            session.health.figures(named_period("2026Q1"))


def test_an_empty_company_says_why_there_is_nothing() -> None:
    with company() as (session, _):
        health = session.health.figures(session.health.last_quarter())
        reasons = {one.key: one.why for one in health.figures if one.value is None}
        assert reasons["dso"] == "health.no_sales"
        assert reasons["bad_debt_ratio"] == "kpi.no_sales"
        assert reasons["cei"] == "kpi.nothing_due"
        assert reasons["insured_share"] == "kpi.no_policy"
        assert reasons["dso_count_back"] == "kpi.no_sales"
        assert set(KPI_KINDS) - set(reasons) == {"limit_breaches", "overrides", "reviews_overdue"}
        assert session.health.heat_map(QUARTER).cells == ()
        assert session.health.concentration(QUARTER).rows == ()
        assert session.health.aging_trend([QUARTER]).points[0].balance == 0
        with pytest.raises(DomainError, match=r"kpi\.unknown"):
            session.health.rows("nonsense", QUARTER)


def test_a_currency_without_a_rate_is_left_out_and_named() -> None:
    with company() as (session, store):
        put(
            store,
            Customer("甲"),
            invoice(date(2025, 10, 1), 100_00),
            invoice(date(2025, 10, 2), 5_00, currency="USD"),
        )
        health = session.health.figures(QUARTER)
        assert health.missing_rates == ("USD",)
        assert operand(health.figure("dso"), "receivables") == 100


def test_a_payment_in_another_currency_moves_both_accounts_even_at_par() -> None:
    with company() as (session, store):
        put(store, Customer("甲"), invoice(date(2025, 10, 1), 100_00))
        put(store, receipt(date(2025, 11, 1), 100_00, currency="USD"), *RATES)
        put(store, Allocation(1, 2, date(2025, 11, 1), 100_00, 100_00))
        health = session.health.figures(QUARTER)
        assert operand(health.figure("dso"), "receivables") == 0
        assert session.health.rows("dso", QUARTER).rows == ()


# -- targets and benchmarks -----------------------------------------------------------------------


def test_a_target_of_days_is_a_fifth_below_the_benchmark() -> None:
    with company(country="CN") as (session, _):
        aims = {one.key: one for one in session.health.aims()}
        dso = aims["dso"]
        assert dso.chosen is not None
        assert dso.target is not None
        assert (dso.chosen.code, dso.chosen.value, dso.target.value) == (
            "allianz_apac_2024", Decimal(66), Decimal("52.8"),
        )  # fmt: skip
        assert all(one.source and one.on for aim in aims.values() for one in aim.offered)
        session.health.choose_benchmark("dso", "nbs_industry_2024_10")
        session.health.set_benchmark("overdue_rate", Decimal("0.28"), "同行调查", date(2025, 6, 30))
        aims = {one.key: one for one in session.health.aims()}
        assert aims["dso"].target is not None
        assert aims["dso"].target.value == Decimal("66.7") * Decimal("0.8")
        typed = aims["overdue_rate"].chosen
        assert typed is not None
        assert (typed.value, typed.source, typed.on) == (Decimal("0.28"), "同行调查", date(2025, 6, 30))
        session.health.choose_benchmark("dso", "")
        aims = {one.key: one for one in session.health.aims()}
        assert (aims["dso"].chosen, aims["dso"].target) == (None, None)
        session.health.reset_benchmark("dso")
        session.health.reset_benchmark("overdue_rate")
        aims = {one.key: one for one in session.health.aims()}
        assert aims["dso"].chosen == dso.chosen
        assert aims["overdue_rate"].chosen is None


def test_targets_are_chosen_taken_away_and_reset() -> None:
    with company() as (session, store):
        put(store, Customer("甲"), invoice(date(2025, 10, 1), 100_00, date(2025, 10, 31)))
        session.health.set_target("overdue_rate", " 30 % ")
        one = session.health.figures(QUARTER).figure("overdue_rate")
        assert one.target is not None
        assert (one.target.value, one.target.source, one.state) == (Decimal("0.3"), "own", "miss")
        session.health.set_target("overdue_rate", "")
        one = session.health.figures(QUARTER).figure("overdue_rate")
        assert (one.target, one.state) == (None, "none")
        session.health.reset_target("overdue_rate")
        target = session.health.figures(QUARTER).figure("overdue_rate").target
        assert target is not None
        assert (target.value, target.source) == (Decimal("0.25"), "house")


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda one: one.set_target("dso", "-1"), "kpi.bad_target"),
        (lambda one: one.set_target("dso", "viel"), "kpi.bad_target"),
        (lambda one: one.set_target("overdue_rate", "101"), "kpi.bad_target"),
        (lambda one: one.set_target("x", "1"), "kpi.unknown"),
        (lambda one: one.choose_benchmark("dso", "x"), "health.no_benchmark"),
        (lambda one: one.set_benchmark("dso", Decimal(5), " "), "health.no_source"),
        (lambda one: one.set_benchmark("dso", Decimal("NaN"), "x"), "kpi.bad_target"),
    ],
)
def test_wrong_targets_and_benchmarks_are_refused(work: Any, code: str) -> None:
    with company() as (session, _), pytest.raises(DomainError) as told:
        work(session.health)
    assert told.value.code == code
