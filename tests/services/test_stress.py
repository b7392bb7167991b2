"""Stress over a ledger: debtors as they are, own scenarios, tests kept, key customers by reminder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_policy_text import CreditPolicy
from app.domain.customer import Customer
from app.domain.document import Rate
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.measure_record import CashItem, OwnStatement
from app.domain.money import convert
from app.domain.policy import PolicyTerms
from app.domain.problem import DomainError
from app.domain.stress import EventKind
from app.domain.stress_scenario import Shock, StressScenario, Whom, name_params
from app.services.cash_views import CashBalance
from app.services.control import Silent
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.words import say
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
OWN = StressScenario("", (Shock(EventKind.FAIL, Decimal(50), Whom.LARGEST, 2),), "两大客户各损一半")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("压力公司", "CNY"), clock=clock, actor="test")
    made = open_company(path, clock=clock, actor="test")
    Ledger(
        [Customer("大客户", code="C1"), Customer("外客", code="C2", country="GB")],
        [
            invoice(date(2025, 11, 1), 1000_00, date(2025, 12, 31), number="A"),
            invoice(date(2025, 11, 1), 50_00, date(2026, 1, 10), customer=2, currency="USD", number="B"),
            invoice(date(2025, 11, 1), 100_00, date(2026, 1, 10), customer=2, number="C"),
        ],
    ).write(made)
    with made.write() as unit:
        unit.add(Rate("USD", date(2025, 1, 1), Decimal(7)))
        unit.commit("test")
    yield made
    made.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    return compose(store, FixedClock(TODAY), store.close)


def test_the_debtors_are_the_ledger_s(session: CompanySession) -> None:
    ground = session.stress.ground()
    assert (ground.as_of, ground.open, ground.missing) == (TODAY, 1450_00, ())
    owed = {(one.customer_id, one.currency): one.open for one in ground.debtors}
    assert owed == {(1, "CNY"): 1000_00, (2, "CNY"): 100_00, (2, "USD"): 350_00}
    assert ground.bearing.cash is None
    assert ground.base.daily_sales == 1450_00 // 365


def test_cover_gives_part_of_it_back(session: CompanySession) -> None:
    policy = InsurancePolicy("大地", "DZ", date(2025, 1, 1), TODAY, "CNY", "", state="active")
    session.policies.save(policy, PolicyTerms())
    day = date(2025, 1, 1)
    session.policies.decide(LimitDecision(1, 1, day, day, "granted", "", amount=400_00))
    ground = session.stress.ground()
    _, fails = session.stress.scenario("largest_fails")
    found = session.stress.outcome(fails, ground).result
    assert (found.loss, found.indemnity, found.net) == (1000_00, 360_00, 640_00)


def test_what_can_be_borne(session: CompanySession, store: SqlStore) -> None:
    assert not session.stress.breaking(session.stress.ground()).known
    with store.write() as unit:
        unit.add(OwnStatement(date(2024, 12, 31), "CNY", '{"equity": 120000}'))
        unit.commit("test")
    assert session.stress.ground().bearing.equity_from == "statement"
    later = '{"total_assets": 380000, "total_liabilities": 250000}'
    with store.write() as unit:
        unit.add(OwnStatement(date(2025, 6, 30), "CNY", later))
        unit.commit("test")
    assert session.stress.ground().bearing.equity == 1300_00
    assert session.stress.breaking(session.stress.ground()).failures == (1, 2)
    session.stress.save_bearing(30_00, None, "网银余额")
    ground = session.stress.ground()
    assert (ground.bearing.cash, ground.bearing.cash_from, ground.bearing.source) == (
        30_00,
        "typed",
        "网银余额",
    )


def test_own_scenarios(session: CompanySession) -> None:
    service = session.stress
    service.keep(OWN)
    row, kept = service.scenario("两大客户各损一半")
    assert kept == OWN
    assert service.outcome(kept, service.ground()).result.loss == 725_00
    with pytest.raises(DomainError, match=r"stress\.name_taken"):
        service.keep(OWN)
    with pytest.raises(DomainError, match=r"stress\.name"):
        service.keep(replace(OWN, name=" "))
    with pytest.raises(DomainError, match=r"stress\.no_shocks"):
        service.keep(replace(OWN, name="空", shocks=()))
    service.remove(row)
    with pytest.raises(DomainError, match=r"stress\.unknown"):
        service.scenario("两大客户各损一半")
    session.history.undo()
    assert service.scenario("两大客户各损一半")[1] == OWN


def test_a_shipped_one_as_the_company_wants_it(session: CompanySession) -> None:
    _, slower = session.stress.scenario("dso_plus")
    mine = replace(slower, shocks=(replace(slower.shocks[0], severity=Decimal(30)),))
    session.stress.keep(mine)
    row, found = session.stress.scenario("dso_plus")
    assert (found, row > 0) == (mine, True)
    assert len(session.stress.scenarios()) == 9
    session.stress.remove(row)
    assert session.stress.scenario("dso_plus") == (0, slower)


def test_key_customers_are_asked_about_every_year(session: CompanySession) -> None:
    service = session.stress
    service.set_key_customers([1])
    assert [one.next for one in service.key_customers()] == [TODAY]
    found = session.work.items(TODAY, Silent())
    assert [one.action for one in found if one.key.startswith("stress:")] == ["stress"]
    ground = service.ground()
    service.keep_run([service.outcome(service.failing([1]), ground)], ground, "年度")
    [run] = service.runs()
    assert (run.as_of, run.customers, run.rows[0]["loss"]) == (TODAY, (1,), 1000_00)
    assert (run.currency, run.open) == ("CNY", 1450_00)
    assert service.key_customers()[0].next == date(2026, 12, 31)
    assert not [one for one in session.work.items(TODAY, Silent()) if one.key.startswith("stress:")]
    service.remove_run(run.study_id)
    assert service.runs() == []


def test_only_who_fails_is_thought_through(session: CompanySession) -> None:
    service = session.stress
    service.set_key_customers([1, 2])
    ground = service.ground()
    service.keep_run([service.outcome(service.scenario("downgrade")[1], ground)], ground)
    assert [one.next for one in service.key_customers()] == [TODAY, TODAY]
    service.keep_run(service.outcomes(ground), ground)
    assert {one.customer_id: one.next.year for one in service.key_customers()} == {1: 2026, 2: 2026}


def test_who_owes_nothing_that_day_is_thought_through_too(session: CompanySession) -> None:
    service = session.stress
    made = session.customers.create(Customer("无欠款", code="C3"))
    [idle] = made.touched["customer"]
    service.set_key_customers([idle])
    ground = service.ground()
    service.keep_run([service.outcome(service.failing([idle]), ground)], ground)
    assert service.key_customers()[0].next == date(2026, 12, 31)


def test_a_name_says_what_was_set(session: CompanySession) -> None:
    _, late = session.stress.scenario("top_five_late")
    shock = replace(late.shocks[0], severity=Decimal(90), count=3)
    session.stress.keep(replace(late, shocks=(shock,)))
    _, found = session.stress.scenario("top_five_late")
    told = say(f"stress_scenario.{found.code}", "en", **name_params(found))
    assert told == "The largest 3 pay 90 days late"


def test_least_cash_follows_the_weeks_of_the_forecast(session: CompanySession) -> None:
    session.cash.save_position(CashBalance(TODAY, 500_00), session.cash.assumptions())
    item = CashItem(date(2026, 1, 5), 480_00, "CNY", "工资", "wages", "")
    session.cash.save_item(item)
    ground = session.stress.ground()
    forecast = session.cash.forecast(TODAY)
    assert ground.base.weeks == tuple(week.balance for week in forecast.weeks)
    assert ground.base.cash == min(ground.base.weeks)
    assert sum(one.due_soon for one in ground.debtors) == forecast.within
    assert all(one.expected[-1] == one.due_soon for one in ground.debtors)
    fails = session.stress.outcome(session.stress.failing([1, 2]), ground).result
    assert fails.cash == min(
        left - sum(week.collections for week in forecast.weeks[: place + 1])
        for place, left in enumerate(ground.base.weeks)
    )
    session.stress.save_bearing(10_00, None)
    assert session.stress.ground().base.weeks == ()


def test_a_stressed_ledger_and_a_tried_policy_owe_what_all_others_say(tmp_path: Path) -> None:
    clock = FixedClock(TODAY)
    path = tmp_path / "cents.holdfast"
    create_company(path, Company("分厘公司", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    amounts, rate = (300_97, 701_27, 238_25, 805_31, 261_72), Decimal("7.0647")
    day, due = date(2025, 12, 1), date(2026, 1, 30)
    Ledger(
        [Customer(f"外客{n}", code=f"C{n}", country="GB") for n in range(1, 6)],
        [
            invoice(day, part, due, customer=n, currency="USD", number=f"{n}-{part}")
            for n, amount in enumerate(amounts, 1)
            for part in (amount // 2, amount - amount // 2)
        ],
    ).write(store)
    with store.write() as unit:
        unit.add(Rate("USD", date(2025, 1, 1), rate))
        unit.commit("test")
    session = compose(store, clock, store.close)
    told = convert(sum(amounts), "USD", "CNY", rate)
    assert sum(convert(one, "USD", "CNY", rate) for one in amounts) == told - 2
    assert session.work.kpis(TODAY)[0].value == Decimal(told) / 100
    ground = session.stress.ground()
    assert ground.open == told
    largest = max(ground.debtors, key=lambda one: one.open)
    assert largest.open == convert(805_31, "USD", "CNY", rate) + 2
    answer = session.credit_policies.answer(CreditPolicy(""), TODAY)
    assert answer.today.total.receivables == told
    store.close()
