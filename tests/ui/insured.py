"""An insured company at the window: a policy, buyer limits, overdue debts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import cast

from app.domain.calendar import end_of_month
from app.domain.changes import ChangeSet
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import Anchor, Basis, Frequency, Period, PolicyTerms
from app.services.session import CompanySession
from app.ui.pages.insurance.page import InsurancePage
from tests.ui.desk import TODAY, Desk

START = date(2025, 1, 1)
POLICY = InsurancePolicy("大地", "DZ-0417", START, date(2026, 3, 31), "CNY", "", state="active")
TERMS = PolicyTerms(
    waiting_days=90,
    max_extension_days=60,
    notify=(Period(Anchor.DUE, 90), Period(Anchor.MEP_END, 10, basis=Basis.WORKING)),
    claim=(Period(Anchor.WAITING_END, 0, 6),),
    answer=(Period(Anchor.FILED, 30),),
    aggregate_first_loss=50_00,
    max_liability=100_000_00,
    declaration=Frequency.QUARTER,
    declaration_due=Period(Anchor.PERIOD_END, 10),
    premium_rate=Decimal("0.3"),
    where={"notify": "第 8 条"},
)


@dataclass(frozen=True)
class Insured:
    """Ids of what is insured: the buyer with overdue debt, and a sound one."""

    desk: Desk
    late: int
    sound: int
    invoices: tuple[int, int]

    def page(self, tab: str, **params: object) -> InsurancePage:
        assert self.desk.window.workspace is not None
        self.desk.window.workspace.context.navigator.go("insurance", tab=tab, **params)
        self.desk.settle()
        return cast("InsurancePage", self.desk.window.workspace.page)


def insured(desk: Desk) -> Insured:
    """Enter it all."""
    late = desk.customer("重庆渝驰", code="C1", name_en="Yuchi")
    sound = desk.customer("常州天桁", code="C2")
    first = desk.document(late, 1000_00, "A1", on=date(2025, 8, 1), due_date=date(2025, 10, 15))
    second = desk.document(late, 2000_00, "A2", on=date(2025, 8, 20), due_date=date(2025, 10, 31))
    desk.document(sound, 700_00, "B1", on=date(2025, 12, 1), due_date=date(2026, 1, 30))
    desk.ask(lambda s: s.policies.save(POLICY, TERMS))
    for who in (late, sound):
        decision = LimitDecision(1, who, START, START, "granted", "", amount=2500_00)
        desk.ask(partial(_decide, decision))
    for month in (1, 4, 7):
        span = (date(2025, month, 1), end_of_month(date(2025, month + 2, 1)))
        desk.ask(partial(_declare, *span))
    return Insured(desk, late, sound, (first, second))


def _decide(decision: LimitDecision, session: CompanySession) -> ChangeSet:
    return session.policies.decide(decision)


def _declare(start: date, end: date, session: CompanySession) -> ChangeSet:
    return session.declarations.declare(1, start, end, TODAY)


__all__ = ["POLICY", "TERMS", "TODAY", "Insured", "insured"]
