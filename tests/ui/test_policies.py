"""Policies and buyer limits in the real window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from pytestqt.qtbot import QtBot

from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import Anchor, Period, PolicyTerms, Scope
from app.domain.policy_period import PolicyState
from app.ui.dialogs.buyer_limit import BuyerLimitDialog
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.limit_list import LimitListDialog
from app.ui.dialogs.policy import (
    ActivateDialog,
    AnnulPolicyDialog,
    BeginPolicyDialog,
    CancelPolicyDialog,
    CarryLimitsDialog,
)
from app.ui.dialogs.shipment_stop import LiftDialog, StopDialog
from app.ui.pages.insurance.policies.columns import clause_table
from app.ui.pages.tabbed import TabbedPage
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

D = TypeVar("D", bound=FormDialog)
START, END = date(2025, 1, 1), date(2026, 3, 31)


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    """A customer who owes 500.00."""
    made = desk.customer("苏州恒岳机电有限公司", terms="net 30")
    desk.document(made, 500_00, "INV-1", on=date(2025, 12, 15))
    return made


def go(desk: Desk, tab: str, **params: object) -> Any:
    """A tab's panel, read."""
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("insurance", tab=tab, **params)
    desk.settle()
    page = cast("TabbedPage", desk.window.workspace.page)
    panel: Any = page.panel(tab)
    desk.qtbot.waitUntil(lambda: panel.found is not None, timeout=5_000)
    desk.settle()
    return panel


def dialog(desk: Desk, panel: Any, kind: type[D]) -> D:
    desk.qtbot.waitUntil(lambda: panel.acts.dialog is not None, timeout=5_000)
    desk.settle()
    assert isinstance(panel.acts.dialog, kind)
    return panel.acts.dialog


def gone(desk: Desk, panel: Any) -> bool:
    desk.settle()
    desk.qtbot.waitUntil(lambda: panel.acts.dialog is None, timeout=5_000)
    desk.settle()
    return True


def policy(desk: Desk, number: str = "P-1", *, active: bool = True, **clauses: Any) -> int:
    """A policy of 2025, in force unless told otherwise."""
    terms = PolicyTerms(**clauses)
    change = desk.ask(
        lambda s: s.policies.save(InsurancePolicy("大地保险", number, START, END, "CNY", ""), terms)
    )
    made = next(iter(change.touched["insurance_policy"]))
    if active:
        desk.ask(lambda s: s.policies.activate(made))
    return made


def granted(desk: Desk, policy_id: int, customer_id: int, amount: int, **fields: Any) -> None:
    made = LimitDecision(policy_id, customer_id, START, START, "granted", "CNY", amount=amount, **fields)
    desk.ask(lambda s: s.policies.decide(made))


# -- buyer limits


def test_a_request_and_its_answer_are_two_entries_of_one_history(desk: Desk, customer: int) -> None:
    row = policy(desk)
    panel = go(desk, "limits")
    assert panel.row(customer).state == "none"
    panel.acts.decide(customer, row, request=True)
    form = dialog(desk, panel, BuyerLimitDialog)
    form.submit()
    assert form.fields["amount"].has_error
    desk.write(form.amount, "400")
    form.submit()
    assert gone(desk, panel)
    assert panel.row(customer).state == "requested"
    panel.acts.decide(customer, row)
    form = dialog(desk, panel, BuyerLimitDialog)
    form.outcome.choose("partial")
    desk.write(form.amount, "300")
    form.effective.set_day(START)
    form.submit()
    assert gone(desk, panel)
    found = panel.row(customer)
    assert [one.outcome for one in found.history] == ["partial", "requested"]
    assert (found.state, found.limit.amount, found.history[0].requested) == ("partial", 300_00, 400_00)
    assert (found.insured, found.uninsured) == (300_00, 200_00)
    panel.open_customer(customer)
    assert len(panel._detail.history.lines) == 2
    assert panel._detail.gaps.lines


def test_our_own_discretion_needs_evidence(desk: Desk, customer: int) -> None:
    row = policy(desk, discretionary_limit=200_00)
    panel = go(desk, "limits", customer_id=customer)
    panel.acts.decide(customer, row)
    form = dialog(desk, panel, BuyerLimitDialog)
    form.kind.choose("discretionary")
    form._follow()
    form.effective.set_day(START)
    form.submit()
    assert form.fields["evidence"].has_error
    form.evidence.setPlainText("两次按期付款")
    form.submit()
    assert gone(desk, panel)
    assert panel.row(customer).limit.amount == 200_00


def test_what_was_shipped_before_a_withdrawal_stays_insured(desk: Desk, customer: int) -> None:
    row = policy(desk)
    granted(desk, row, customer, 500_00)
    panel = go(desk, "limits")
    panel.acts.decide(customer, row)
    form = dialog(desk, panel, BuyerLimitDialog)
    form.outcome.choose("withdrawn")
    form._follow()
    assert not form.amount.isEnabled()
    form.submit()
    assert gone(desk, panel)
    found = panel.row(customer)
    assert (found.state, found.limit, found.insured) == ("withdrawn", None, 500_00)
    panel.scope.set_current("gone")
    panel._narrow()
    assert [each.customer_id for each in panel.model.shown()] == [customer]


def test_shipments_are_stopped_and_resumed(desk: Desk, customer: int) -> None:
    row = policy(desk)
    granted(desk, row, customer, 500_00)
    panel = go(desk, "limits", customer_id=customer)
    panel._detail._stop()
    form = dialog(desk, panel, StopDialog)
    form.start.set_day(date(2025, 12, 1))
    form.submit()
    assert gone(desk, panel)
    assert (panel.row(customer).state, panel.row(customer).insured) == ("stopped", 0)
    panel._detail._stop()
    lift = dialog(desk, panel, LiftDialog)
    lift.on.set_day(date(2025, 11, 1))
    lift.submit()
    desk.settle()
    assert lift.fields["on"].has_error
    lift.on.set_day(TODAY)
    lift.submit()
    assert gone(desk, panel)
    assert panel.row(customer).stops[0].lifted == TODAY


def test_a_list_is_shown_before_it_is_kept(desk: Desk, customer: int, tmp_path: Path) -> None:
    row = policy(desk)
    other = desk.customer("宁波海拓五金有限公司")
    granted(desk, row, customer, 500_00)
    path = tmp_path / "limits.csv"
    path.write_text("Buyer,Limit\n苏州恒岳机电有限公司,800\n海拓五金制品,100\n", "utf-8")
    panel = go(desk, "limits")
    panel.acts.take_list(panel.found.policies[0], path)
    form = dialog(desk, panel, LimitListDialog)
    assert [(one.customer_id, one.before) for one in form.plan.added] == [(customer, 500_00)]
    assert [one.buyer for one in form.plan.unknown] == ["海拓五金制品"]
    form.buyer.set_customer(other, "宁波海拓五金有限公司")
    form.match()
    desk.settle()
    assert len(form.plan.added) == 2
    form.submit()
    assert gone(desk, panel)
    assert panel.row(customer).limit.amount == 800_00
    assert len(desk.ask(lambda s: s.policies.decisions(other))) == 1


def test_a_file_that_is_no_list_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    policy(desk)
    path = tmp_path / "limits.csv"
    path.write_text("nothing here\n", "utf-8")
    panel = go(desk, "limits")
    panel.acts.take_list(panel.found.policies[0], path)
    desk.settle()
    assert panel.message.isVisible() or panel.acts.dialog is not None
    if panel.acts.dialog is not None:
        assert panel.acts.dialog.plan.problems
        panel.acts.dialog.reject()
    assert gone(desk, panel)


def test_the_review_says_what_to_ask_for(desk: Desk, customer: int) -> None:
    row = policy(desk)
    granted(desk, row, customer, 300_00)
    panel = go(desk, "limits", view="review")
    desk.qtbot.waitUntil(lambda: panel.review is not None and panel.review.found is not None, timeout=5_000)
    [(place, found)] = panel.review.model.shown()
    assert found.customer_id == customer
    panel.review._on_opened(place)
    form = dialog(desk, panel, BuyerLimitDialog)
    assert form.asks
    assert form.amount.minor() == found.suggested
    form.reject()
    assert gone(desk, panel)


def test_a_limit_in_review_is_marked_done(desk: Desk, customer: int) -> None:
    row = policy(desk)
    granted(desk, row, customer, 300_00)
    panel = go(desk, "limits", view="review")
    desk.qtbot.waitUntil(lambda: panel.review is not None and panel.review.found is not None, timeout=5_000)
    [(place, found)] = panel.review.model.shown()
    assert found.asks
    panel.review.table.view.select_id(place)
    panel.review.done_button.click()
    desk.settle()
    assert panel.review.model.shown() == []
    panel.review.scope.set_current("all")
    panel.review._narrow()
    [(place, found)] = panel.review.model.shown()
    assert "Done" in panel.review._finding(found).text
    panel.review.table.view.select_id(place)
    assert panel.review.done_button.text() == "Not done after all"
    panel.review.done_button.click()
    desk.settle()
    assert panel.review.found.to_do


def test_without_a_policy_the_way_leads_to_one(desk: Desk) -> None:
    panel = go(desk, "limits")
    assert panel.table.empty.isVisible()
    assert not panel.request_button.isEnabled()
    panel._on_empty()
    desk.settle()
    assert go(desk, "policies").table.empty.isVisible()


def test_a_request_from_nowhere_finds_its_buyer_and_policy_and_can_be_undone(desk: Desk) -> None:
    policy(desk, "HOME", scope=Scope.DOMESTIC)
    abroad = policy(desk, "ABROAD", scope=Scope.EXPORT)
    buyer = desk.customer("Nordhaven Tools GmbH", country="DE")
    panel = go(desk, "limits", request=True)
    form = dialog(desk, panel, BuyerLimitDialog)
    [row] = desk.ask(lambda s: s.customers.rows([buyer]))
    form.buyer.take(row)
    desk.settle()
    assert form.policy.value == abroad
    desk.write(form.amount, "900")
    form.submit()
    assert gone(desk, panel)
    assert panel.row(buyer).asked.requested == 900_00
    desk.ask(lambda s: s.history.undo())
    desk.settle()
    assert panel.row(buyer) is None


# -- policies


def begun(desk: Desk, panel: Any, shape: int) -> Any:
    panel.acts.begin()
    form = dialog(desk, panel, BeginPolicyDialog)
    form.shapes.choose(shape)
    form.submit()
    assert form.fields["insurer"].has_error
    desk.write(form.insurer, "Coface")
    desk.write(form.number, "A-7")
    form.submit()
    assert gone(desk, panel)
    return panel.editor


def test_a_shape_is_a_draft_until_every_clause_was_compared(desk: Desk) -> None:
    panel = go(desk, "policies")
    editor = begun(desk, panel, 2)
    assert editor.page == "guide"
    marked = editor.draft.terms.unchecked
    assert len(marked) > 3
    editor.next_unchecked()
    row = next(row for row in editor.rows if editor.draft.unchecked(row.clause))
    assert not row.mark.isHidden()
    desk.write(row.where, "clause 8")
    assert row.mark.isHidden()
    assert row.clause not in editor.draft.terms.unchecked
    assert panel.dirty
    editor.save()
    desk.settle()
    assert not panel.dirty
    view = panel.found.views[0]
    assert view.state is PolicyState.DRAFT
    assert view.policy.terms.where == {row.clause: "clause 8"}
    editor._activate()
    form = dialog(desk, panel, ActivateDialog)
    form.submit()
    assert form.fields["sure"].has_error
    form.sure.setChecked(True)
    form.submit()
    assert gone(desk, panel)
    view = panel.found.views[0]
    assert view.policy.in_use
    assert view.policy.terms.unchecked == ()


def test_clauses_are_typed_and_kept(desk: Desk) -> None:
    row = policy(desk, active=False)
    panel = go(desk, "policies", policy_id=row, clause="claim")
    editor = panel.editor
    assert editor.page == "claims"
    claim = next(each for each in editor.rows if each.clause == "claim")
    claim.control.widget.add()
    claim.control.widget.rows[0].months.setValue(6)
    claim.control.widget.rows[0].days.setValue(0)
    editor.show_page("own_share")
    liability = next(each for each in editor.rows if each.clause == "max_liability")
    desk.write(liability.control.focus, "8000000")
    editor.show_page("exclusions")
    schedule = next(each for each in editor.rows if each.clause == "countries")
    schedule.control.widget.add()
    assert editor.draft.faults
    assert not editor.save_button.isEnabled()
    line = schedule.control.widget.rows[0]
    desk.write(line.code, "de")
    desk.write(line.pct, "80")
    assert not editor.draft.faults
    editor.save()
    desk.settle()
    terms = panel.view(row).policy.terms
    assert terms.claim == (Period(Anchor.DUE, months=6),)
    assert terms.max_liability == 8_000_000_00
    assert (terms.countries[0].country, terms.countries[0].pct) == ("DE", Decimal(80))


def test_nothing_typed_is_lost_unasked(desk: Desk) -> None:
    row = policy(desk)
    panel = go(desk, "policies", policy_id=row, clause="insured_pct")
    editor = panel.editor
    pct = next(each for each in editor.rows if each.clause == "insured_pct")
    desk.write(pct.control.focus, "190")
    assert editor.draft.faults
    editor.save()
    assert pct.says.text()
    assert not panel.may_leave()
    editor.leave()
    assert editor.message.isVisible()
    assert panel.stack.currentWidget() is editor
    editor._discard()
    assert panel.stack.currentWidget() is panel.list
    assert panel.view(row).policy.terms.insured_pct == 90


def test_what_contradicts_itself_leads_to_its_clause(desk: Desk) -> None:
    row = policy(desk, active=False, min_retention=10, max_terms_days=400, waiting_days=0)
    panel = go(desk, "policies", policy_id=row, edit=True)
    editor = panel.editor
    desk.settle()
    assert editor.problems
    place, problem = next(
        (place, one) for place, one in enumerate(editor.problems, 1) if one.params.get("at")
    )
    editor._open_problem(place)
    found = next(each for each in editor.rows if each.clause == problem.params["at"])
    assert found.says.text()


def test_policies_stand_side_by_side(desk: Desk) -> None:
    first = policy(desk, "P-1", insured_pct=Decimal(90))
    second = policy(desk, "P-2", insured_pct=Decimal(80))
    panel = go(desk, "policies")
    assert not panel.compare_button.isEnabled()
    panel.model.set_checked([first, second])
    assert panel.compare_button.isEnabled()
    panel.compare()
    desk.settle()
    view = panel.comparison
    assert [row.clause for _, row in view.model.shown()] == ["insured_pct"]
    view._show_all()
    assert len(view.model.shown()) > 50
    view._put("cn_export", on=True)
    desk.settle()
    assert len(view.found.columns) == 3
    assert view.note.isVisible()
    assert len(view.made().columns) == 5
    view._open_clause(2)
    assert panel.stack.currentWidget() is panel.editor


def test_a_policy_is_renewed_cancelled_and_annulled(desk: Desk, customer: int) -> None:
    row = policy(desk, max_extension_days=60)
    granted(desk, row, customer, 500_00)
    panel = go(desk, "policies", policy_id=row)
    panel.renew(row)
    form = dialog(desk, panel, BeginPolicyDialog)
    assert form.start.day == date(2026, 4, 1)
    desk.write(form.number, "P-2026")
    form.submit()
    assert gone(desk, panel)
    fresh = next(view for view in panel.found.views if view.previous is not None)
    assert fresh.previous.id == row
    assert fresh.policy.terms.unchecked == ("max_extension_days",), "last year's clauses are compared again"
    desk.ask(lambda s: s.policies.activate(fresh.policy.id))
    panel.acts.carry_limits(fresh.policy)
    carry = dialog(desk, panel, CarryLimitsDialog)
    assert len(carry.list.lines) == 1
    carry.submit()
    assert gone(desk, panel)
    assert len(desk.ask(lambda s: s.policies.decisions(customer, fresh.policy.id))) == 1
    panel.acts.cancel(panel.view(row).policy)
    cancel = dialog(desk, panel, CancelPolicyDialog)
    cancel.on.set_day(date(2027, 1, 1))
    cancel.submit()
    assert cancel.fields["on"].has_error
    cancel.on.set_day(TODAY)
    cancel.submit()
    assert gone(desk, panel)
    assert panel.view(row).policy.last_day == TODAY
    panel.acts.annul(panel.view(row).policy)
    annul = dialog(desk, panel, AnnulPolicyDialog)
    annul.submit()
    assert annul.fields["note"].has_error
    annul.note.setPlainText("登记错误")
    annul.submit()
    assert gone(desk, panel)
    assert panel.view(row).state is PolicyState.ANNULLED


def test_the_clauses_leave_as_a_table(desk: Desk) -> None:
    row = policy(desk, max_liability=8_000_000_00, where={"max_liability": "item 9"})
    panel = go(desk, "policies")
    made = clause_table(panel.view(row).policy, panel.context.formats, {})
    found = next(line for line in made.rows if "item 9" in line)
    assert any("8,000,000.00" in str(cell) for cell in found)
    assert panel.policy_menu(panel.view(row)).actions()


def test_words_follow_the_language(desk: Desk) -> None:
    row = policy(desk)
    panel = go(desk, "policies", policy_id=row, clause="notify")
    language = panel.context.language
    before = panel.editor.rows[0].name.text()
    language.set("zh" if language.code == "en" else "en")
    desk.qtbot.waitUntil(lambda: panel.editor.rows[0].name.text() != before, timeout=5_000)


def test_a_read_only_file_is_looked_at_and_not_changed(desk: Desk, customer: int) -> None:
    row = policy(desk)
    granted(desk, row, customer, 500_00)
    panel = go(desk, "policies", policy_id=row, clause="notify")
    object.__setattr__(panel.context.company, "read_only", True)
    panel.editor.show_page("notices")
    assert not panel.editor.rows[0].control.widget.isEnabled()
    assert not panel.editor.save_button.isEnabled()
    panel.acts.begin()
    panel.acts.cancel(panel.view(row).policy)
    limits = go(desk, "limits", customer_id=customer)
    assert not limits.request_button.isEnabled()
    assert not limits._detail.decide_button.isEnabled()
    limits.acts.decide(customer, row)
    desk.settle()
    assert panel.acts.dialog is None
    assert limits.acts.dialog is None
    object.__setattr__(panel.context.company, "read_only", False)
