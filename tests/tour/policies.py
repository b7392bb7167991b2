"""Stations of policies and buyer limits: lists, drawers, the editor, comparison, dialogs, the review."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.insurance_record import InsurancePolicy, LimitDecision, ShipmentStop
from app.domain.policy import PolicyTerms, Scope
from app.services.session import CompanySession
from tests.tour.stage import Stage


def _insure(session: CompanySession) -> bool:
    """Two policies and limits of every kind, where the sample has none."""
    policies = session.policies
    if policies.all():
        return True
    start, end = date(2025, 4, 1), date(2026, 3, 31)
    for number, scope in (("DZ-2025-0417", Scope.DOMESTIC), ("CK-2025-0092", Scope.EXPORT)):
        terms = PolicyTerms(scope=scope, max_extension_days=60, max_terms_days=120, max_liability=8_000_000_00)
        policies.save(InsurancePolicy("大地保险", number, start, end, "CNY", "", product="贸易信用险"), terms)
    for one in policies.all():
        policies.activate(one.id)
    ids = list(session.cover.book(session.clock.today()).buyers)
    home = next(one for one in policies.all() if one.terms.scope is Scope.DOMESTIC)
    for place, outcome in enumerate(("granted", "granted", "reduced", "withdrawn", "requested", "declined")):
        amount = None if outcome in {"withdrawn", "requested", "declined"} else 500_000_00 + place
        policies.decide(
            LimitDecision(home.id, ids[place], date(2025, 5, 6), date(2025, 5, 6), outcome, "CNY",
                          amount=amount, requested=800_000_00, terms_days=60, method="OA")
        )  # fmt: skip
    policies.stop(ShipmentStop(home.id, ids[0], date(2025, 12, 1), "insurer"))
    return True


def buyer_limits(stage: Stage) -> None:
    """The list, a buyer's history, and the dialogs."""
    stage.ask(_insure)
    page = stage.page("insurance", tab="limits")
    panel = page.panel("limits")
    stage.until(lambda: panel.found is not None)
    stage.shot("buyer-limits")
    row = max(panel.found.rows, key=lambda row: len(row.history))
    panel.open_customer(row.customer_id)
    stage.settle(200)
    stage.shot("buyer-limits-drawer")
    page.drawer.close_drawer()
    panel.scope.set_current("requested")
    panel._narrow()
    stage.shot("buyer-limits-requested")
    panel.clear_filters()


def buyer_limit_dialogs(stage: Stage) -> None:
    """A request, a decision, our own discretion without evidence, a stop and its end."""
    stage.ask(_insure)
    panel = stage.page("insurance", tab="limits").panel("limits")
    stage.until(lambda: panel.found is not None)
    row = next(row for row in panel.found.rows if row.policy is not None and row.history)
    panel.acts.decide(row.customer_id, row.policy.id, request=True, amount=1_200_000_00)
    stage.settle(150)
    stage.shot("dialog-limit-request")
    stage.close_all()
    panel.acts.decide(row.customer_id, row.policy.id)
    stage.settle(150)
    dialog: Any = panel.acts.dialog
    stage.shot("dialog-limit-decision")
    dialog.kind.choose("discretionary")
    dialog._follow()
    dialog.submit()
    stage.settle(80)
    stage.shot("dialog-limit-discretion")
    stage.close_all()
    panel.acts.stop(row.customer_id, row.policy, row.name)
    stage.settle(80)
    stage.shot("dialog-stop")
    stage.close_all()
    stopped = next((row for row in panel.found.rows if row.stop is not None), None)
    if stopped is not None:
        panel.acts.lift(stopped.stop, stopped.name)
        stage.settle(80)
        stage.shot("dialog-lift")
        stage.close_all()
