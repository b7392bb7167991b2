"""Stations of the credit-policy simulator."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.domain.credit_policy import Rule
from app.domain.credit_policy_text import CreditPolicy
from app.services.session import CompanySession
from app.ui.pages.analysis.policy.dialogs import AssumptionsDialog
from tests.tour.stage import Stage

_TIGHT = tuple(Rule(grade, Decimal(30 if grade in "AB" else 15), Decimal(20)) for grade in "ABCD")
_BOLD = (
    Rule("A", Decimal(75), insured=Decimal(100)),
    Rule("B", Decimal(60), discount=Decimal(1), discount_taken=Decimal(30)),
    Rule("C", Decimal(30), limit_share=Decimal(80)),
    Rule("D", prepaid=Decimal(100)),
)


def _keep(session: CompanySession) -> None:
    """A policy to compare with, where the sample has none."""
    if not session.credit_policies.kept():
        session.credit_policies.keep(CreditPolicy("收紧账期与预付", _TIGHT))


def policy(stage: Stage) -> None:
    """The simulator as it opens, a policy tried beside a kept one, its drawers and dialogs."""
    stage.ask(_keep)
    page: Any = stage.page("analysis", tab="policy")
    panel = page.panel("policy")
    stage.until(lambda: panel.trial is not None)
    stage.settle()
    stage.shot("policy")
    panel.open_policy(CreditPolicy("", _BOLD))
    for row_id in list(panel.boxes)[:1]:
        panel.boxes[row_id].setChecked(True)
    stage.until(lambda: panel.trial.answer.tried.policy.rules == _BOLD and bool(panel.trial.others))
    stage.settle()
    stage.shot("policy-tried")
    panel.scroller.verticalScrollBar().setValue(panel.scroller.verticalScrollBar().maximum())
    stage.until(lambda: panel.chart.drawing.ready)
    stage.settle()
    stage.shot("policy-frontier")
    panel.open_figure("B", "loss")
    stage.settle()
    stage.shot("policy-customers")
    panel.open_spot(0)
    stage.settle()
    stage.shot("policy-point")
    page.drawer.close_drawer()
    panel.edit_assumptions()
    stage.until(lambda: isinstance(panel.dialog, AssumptionsDialog))
    stage.settle()
    stage.shot("policy-assumptions")
    stage.close_all()
    panel.adopt()
    stage.until(lambda: panel.dialog is not None)
    stage.settle()
    stage.shot("policy-adopt")
    stage.close_all()
