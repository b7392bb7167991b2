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
        terms = PolicyTerms(
            scope=scope, max_extension_days=60, max_terms_days=120, max_liability=8_000_000_00
        )
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


def buyer_limit_review(stage: Stage) -> None:
    """The quarterly review, and what an insurer's list would bring."""
    stage.ask(_insure)
    panel = stage.page("insurance", tab="limits").panel("limits")
    stage.until(lambda: panel.found is not None)
    panel.show_view("review")
    stage.until(lambda: panel.review is not None and panel.review.found is not None)
    stage.shot("limit-review")
    panel.review._show_all()
    stage.shot("limit-review-all")
    panel.show_view("list")
    rows = [row for row in panel.found.rows if row.policy is not None][:4]
    lines = ["买方名称,批复限额,有效期至", "查无此公司,300000,2026-03-31"]
    lines += [f"{row.name},{600000 + 100000 * place},2026-03-31" for place, row in enumerate(rows)]
    path = stage.home / "限额清单.csv"
    path.write_text("\n".join(lines), "utf-8")
    panel.acts.take_list(rows[0].policy, path)
    stage.settle(200)
    stage.shot("dialog-limit-list")
    stage.close_all()


def policies(stage: Stage) -> None:
    """The list, a policy's drawer, the editor, a mistake in it, and leaving it."""
    stage.ask(_insure)
    page = stage.page("insurance", tab="policies")
    panel = page.panel("policies")
    stage.until(lambda: panel.found is not None)
    stage.shot("policies")
    view = panel.found.views[0]
    panel.open_policy(view.policy.id)
    stage.settle(200)
    stage.shot("policies-drawer")
    panel.edit(view.policy.id)
    stage.settle(100)
    stage.shot("policy-record")
    editor = panel.editor
    for name in ("percentage", "claims", "own_share", "exclusions"):
        editor.show_page(name)
        stage.settle(60)
        stage.shot(f"policy-{name}")
    editor.show_page("percentage")
    row = next(row for row in editor.rows if row.clause == "insured_pct")
    row.control.focus.setText("190")
    row.control.focus.textEdited.emit("190")
    editor.leave()
    stage.settle(60)
    stage.shot("policy-mistake")
    editor._discard()


def policies_begin(stage: Stage) -> None:
    """Beginning from a common shape, the guide, comparing, putting into force, cancelling, annulling."""
    stage.ask(_insure)
    panel = stage.page("insurance", tab="policies").panel("policies")
    stage.until(lambda: panel.found is not None)
    panel.acts.begin()
    stage.settle(150)
    dialog: Any = panel.acts.dialog
    dialog.shapes.choose(3)
    stage.settle(60)
    stage.shot("dialog-policy-new")
    dialog.insurer.setText("中国信保")
    dialog.number.setText("2026-0118")
    dialog.submit()
    stage.settle(300)
    stage.shot("policy-guide")
    panel.editor.next_unchecked()
    stage.settle(100)
    stage.shot("policy-next")
    draft = next(view for view in panel.found.views if view.state.value == "draft")
    panel.editor.leave()
    panel.acts.activate(draft)
    stage.settle(150)
    stage.shot("dialog-policy-activate")
    stage.close_all()
    others = [view.policy.id for view in panel.found.views][:3]
    panel.compare_ids(others)
    stage.settle(150)
    stage.shot("policies-compared")
    panel.comparison._show_all()
    stage.settle(60)
    stage.shot("policies-compared-all")
    panel.show_list()
    live = next(view for view in panel.found.views if view.state.value == "active")
    panel.acts.cancel(live.policy)
    stage.settle(80)
    stage.shot("dialog-policy-cancel")
    stage.close_all()
    panel.acts.annul(live.policy)
    stage.settle(80)
    stage.shot("dialog-policy-annul")
    stage.close_all()
    panel.acts.renew(live.policy)
    stage.settle(150)
    stage.shot("dialog-policy-renew")
    stage.close_all()
    policies, draft_id = stage.session.policies, draft.policy.id
    stage.ask(lambda _session: bool(policies.remove(draft_id)))
