"""Contingency plans: the shipped ones, own ones, drills, and the plan a real alert opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.alert_rules import RuleCode, Severity
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.contingency import PlanContact, PlanStep, PlanText, level_of, parse, to_text
from app.domain.credit_record import Alert
from app.domain.customer import Customer
from app.domain.measure_record import ContingencyPlan
from app.domain.problem import DomainError
from app.services.control import Silent
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore

TODAY = date(2025, 12, 31)
TEXT = PlanText(
    (RuleCode.DISPUTES,),
    ("失联",),
    (PlanStep("停止发货", "总经理"), PlanStep("通知保险公司", "会计", 2)),
    (PlanContact("张律师", "律师", "0574-1", "z@x.cn"),),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("预案公司", "CNY"), clock=clock, actor="test")
    made = open_company(path, clock=clock, actor="test")
    with made.write() as unit:
        owner = unit.add(Customer("苏州恒岳", "C1"))
        unit.add(Alert("external_event", owner, "x:1", TODAY))
        unit.add(Alert("grade_drop", owner, "x:2", TODAY))
        unit.commit("test")
    yield made
    made.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    return compose(store, FixedClock(TODAY), store.close)


def test_text_and_back() -> None:
    assert parse(to_text(TEXT)) == TEXT
    assert parse("kaputt") == PlanText()
    assert [level_of(one) for one in (Severity.LOW, Severity.MEDIUM, Severity.HIGH)] == [1, 2, 3]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_shipped_plans(session: CompanySession, lang: str) -> None:
    session.contingency.take_shipped(lang)
    plans = session.contingency.plans()
    assert [one.plan.level for one in plans] == [1, 2, 3]
    assert all(one.text.steps and one.text.triggers and one.plan.active for one in plans)
    with pytest.raises(DomainError, match=r"contingency\.all_there"):
        session.contingency.take_shipped(lang)
    covered = {rule for one in plans for rule in one.text.rules}
    assert covered == set(RuleCode)


def test_a_real_alert_opens_its_plan_as_a_checklist(session: CompanySession) -> None:
    service = session.contingency
    with pytest.raises(DomainError, match=r"contingency\.no_plan"):
        service.open_for(1)
    service.take_shipped("zh")
    run_id, change = service.open_for(1, "王芳")
    assert change is not None
    assert service.open_for(1)[1] is None
    view = service.run(run_id)
    assert (view.level, view.run.kind, view.customer, view.done) == (3, "real", "苏州恒岳", 0)
    service.tick(run_id, 0, done=True, by="王芳")
    assert service.run(run_id).ticks[0].on == TODAY
    service.tick(run_id, 0, done=False)
    assert service.run(run_id).done == 0
    with pytest.raises(DomainError, match=r"contingency\.outcome"):
        service.end(run_id, " ")
    service.end(run_id, "已收回货物")
    with pytest.raises(DomainError, match=r"contingency\.ended"):
        service.tick(run_id, 1, done=True)
    with pytest.raises(DomainError, match=r"contingency\.real_stays"):
        service.remove_run(run_id)
    with pytest.raises(DomainError, match=r"contingency\.no_alert"):
        service.open_for(99)


def test_by_the_weight_of_the_rule_where_no_plan_names_it(session: CompanySession) -> None:
    service = session.contingency
    service.save(ContingencyPlan(3, "危机", ""), replace(TEXT, rules=()))
    alert = Alert("grade_drop", 1, "x", TODAY, id=2)
    found = service.plan_for(alert)
    assert found is not None
    assert found.plan.level == 3
    service.save(replace(found.plan, active=False), found.text)
    assert service.plan_for(alert) is None


def test_drills_are_recorded_and_come_back_every_year(session: CompanySession, store: SqlStore) -> None:
    service = session.contingency
    service.save(ContingencyPlan(2, "严重", ""), TEXT)
    [plan] = service.plans()
    run_id, _ = service.start(plan.plan.id, "drill", "李明")
    service.end(run_id, "用时两小时", "律师电话已换")
    [plan] = service.plans()
    assert (plan.last, plan.drill_due) == (TODAY, date(2026, 12, 31))
    later = compose(store, FixedClock(date(2026, 12, 20)), store.close)
    found = later.work.items(date(2026, 12, 20), Silent())
    assert any(one.key.startswith("drill:") for one in found)
    service.remove(plan.plan.id)
    assert not service.plans()[0].plan.active
    service.remove_run(run_id)
    service.remove(plan.plan.id)
    assert service.plans() == []


@pytest.mark.parametrize(
    ("level", "name", "text", "code"),
    [
        (1, " ", TEXT, "name"),
        (4, "x", TEXT, "level"),
        (1, "x", PlanText(), "no_steps"),
        (1, "x", PlanText(steps=(PlanStep(" "),)), "empty_step"),
        (1, "x", PlanText(steps=(PlanStep("y", days=-1),)), "days"),
        (1, "x" * 501, TEXT, "too_long"),
    ],
)
def test_plans_that_cannot_be(
    session: CompanySession, level: int, name: str, text: PlanText, code: str
) -> None:
    with pytest.raises(DomainError, match=rf"contingency\.{code}"):
        session.contingency.save(ContingencyPlan(level, name, ""), text)
