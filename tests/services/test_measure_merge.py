"""Joining and removing what measuring refers to: provisions, findings, scenarios follow; undo works."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from app.bootstrap.session import compose
from app.domain.cash_overlay import CashEvent, EventKind, Overlay, Who
from app.domain.clock import FixedClock
from app.domain.credit_record import Alert
from app.domain.customer import Customer
from app.domain.measure_record import (
    ContingencyPlan,
    Finding,
    PeriodReview,
    PlanRun,
    SpecificProvision,
    Study,
)
from app.domain.stress import EventKind as StressKind
from app.domain.stress_scenario import Shock, StressScenario, Whom
from app.services.measure_merge import MEASURED
from app.services.session import CompanySession
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, invoice

TODAY, DAY = date(2025, 12, 31), date(2025, 1, 1)


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    Ledger(
        [
            Customer("重庆渝驰", code="C1"),
            Customer("渝驰工程", code="C2"),
            Customer("新客户", code="C3", name_key="新客户"),
        ],
        [
            invoice(date(2025, 5, 1), 1000_00, date(2025, 6, 30), number="A"),
            invoice(date(2025, 6, 1), 2000_00, date(2025, 7, 31), customer=2, number="B"),
        ],
    ).write(store)
    return compose(store, FixedClock(TODAY), store.close)


def provided(
    customer_id: int, document_id: int | None = None, until: date | None = None
) -> SpecificProvision:
    return SpecificProvision(customer_id, DAY, Decimal(50), "停产", document_id, until)


def add(store: SqlStore, *rows: Finding | PeriodReview | PlanRun | ContingencyPlan | Alert) -> None:
    with store.write() as unit:
        for row in rows:
            unit.add(row)
        unit.commit("test")


def state(store: SqlStore) -> list[object]:
    kinds = (*MEASURED, Study)
    return [store.find(kind, deleted=[False, True]) for kind in kinds]


def test_the_provision_for_the_kept_customer_holds_those_for_invoices_move(
    session: CompanySession, store: SqlStore
) -> None:
    for one in (provided(1), provided(2), provided(2, 2)):
        session.provisions.save_specific(one)
    session.customers.merge(1, 2)
    left = store.find(SpecificProvision)
    assert [(one.customer_id, one.document_id) for one in left] == [(1, None), (1, 2)]
    assert session.check.run() == []


def test_a_provision_that_ended_before_moves_too(session: CompanySession, store: SqlStore) -> None:
    session.provisions.save_specific(provided(2, until=date(2025, 3, 1)))
    late = SpecificProvision(1, date(2025, 4, 1), Decimal(80), "破产")
    session.provisions.save_specific(late)
    session.customers.merge(1, 2)
    assert {one.customer_id for one in store.find(SpecificProvision)} == {1}
    assert len(store.find(SpecificProvision)) == 2


def test_findings_runs_and_scenarios_name_the_kept_customer_and_undo_brings_all_back(
    session: CompanySession, store: SqlStore
) -> None:
    add(
        store,
        PeriodReview(date(2025, 10, 1), TODAY),
        Finding(1, "over_90", customer_id=1),
        Finding(1, "over_90", customer_id=2),
        Finding(1, "uninsured", customer_id=2),
        Finding(1, "over_90", action="停止赊销", customer_id=2),
        ContingencyPlan(1, "一级", "{}"),
        Alert("worsening", 1, "一季度", TODAY),
        Alert("worsening", 2, "一季度", TODAY),
        PlanRun(1, "real", TODAY, alert_id=2, customer_id=2),
    )
    shock = Shock(StressKind.FAIL, Decimal(100), Whom.CUSTOMER, values=("1", "2"))
    session.stress.keep(StressScenario("", (shock,), "两户违约"))
    late = CashEvent(EventKind.LATE, Who.CUSTOMER, 2, days=30)
    session.cash.save_overlay(Overlay("渝驰晚付", (late,)))
    session.stress.set_key_customers([2, 3])
    before = state(store)
    session.customers.merge(1, 2)
    assert [(one.code, one.action) for one in store.find(Finding, customer_id=1)] == [
        ("over_90", ""),
        ("uninsured", ""),
        ("over_90", "停止赊销"),
    ]
    (run,) = store.find(PlanRun)
    assert (run.customer_id, run.alert_id) == (1, 1)
    assert session.stress.scenario("两户违约")[1].shocks[0].values == ("1",)
    assert session.cash.overlay("渝驰晚付").events[0].customer_id == 1
    assert sorted(one.customer_id for one in session.stress.key_customers()) == [1, 3]
    assert session.check.run() == []
    session.history.undo()
    assert [_content(rows) for rows in state(store)] == [_content(rows) for rows in before]
    assert sorted(one.customer_id for one in session.stress.key_customers()) == [2, 3]


def _content(rows: object) -> str:
    """Rows without their versions, which undo counts on."""
    assert isinstance(rows, list)
    found = [{name: getattr(row, name) for name in row.__slots__ if name != "version"} for row in rows]
    return json.dumps(found, default=str, sort_keys=True)


def test_a_locked_review_keeps_what_it_found_of_both(session: CompanySession, store: SqlStore) -> None:
    locked = PeriodReview(date(2025, 7, 1), date(2025, 9, 30), "locked", digest="x", locked_on=TODAY)
    add(store, locked, Finding(1, "over_90", customer_id=1), Finding(1, "over_90", customer_id=2))
    session.customers.merge(1, 2)
    assert len(store.find(Finding, customer_id=1)) == 2


def test_a_provision_goes_and_comes_with_its_invoice_and_its_customer(
    session: CompanySession, store: SqlStore
) -> None:
    session.provisions.save_specific(provided(2, 2))
    session.provisions.save_specific(provided(3))
    session.ledger.remove([2])
    assert [one.customer_id for one in store.find(SpecificProvision)] == [3]
    session.ledger.restore([2])
    session.customers.remove([3])
    assert [one.customer_id for one in store.find(SpecificProvision)] == [2]
    session.customers.restore([3])
    assert sorted(one.customer_id for one in store.find(SpecificProvision)) == [2, 3]
    assert session.check.run() == []


def test_a_finding_and_a_run_about_a_customer_in_the_bin_can_still_be_read(
    session: CompanySession, store: SqlStore
) -> None:
    add(
        store,
        PeriodReview(date(2025, 10, 1), TODAY),
        Finding(1, text="走访新客户", customer_id=3),
        ContingencyPlan(1, "一级", "{}"),
        PlanRun(1, "drill", TODAY, customer_id=3),
    )
    session.customers.remove([3])
    (found,) = session.reviews.findings(1)
    assert found.finding.text == "走访新客户"
    assert len(session.contingency.runs()) == 1
    assert session.check.run() == []
