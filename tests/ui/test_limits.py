"""Granting, overriding, terms, downturn and people in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.credit_limit import LimitState
from app.domain.credit_record import CreditLimit, GradeOverride, Person
from app.domain.money import Money
from app.domain.scorecard import Grade
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.limit import AMOUNT, STOP, UNCHECKED, GrantDialog, open_grant
from app.ui.dialogs.opening import Opener as Opens
from app.ui.dialogs.override import OverrideDialog, open_override
from app.ui.pages.credit_rules.downturn.dialog import SwitchOnDialog
from app.ui.pages.credit_rules.people.dialogs import OwnerDialog, PersonDialog, PinDialog
from app.ui.pages.tabbed import TabbedPage
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

D = TypeVar("D", bound=FormDialog)


class Opener:
    """Who opens dialogs in these tests."""

    dialog: FormDialog | None = None


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    """A customer who owes 500.00."""
    made = desk.customer("苏州恒岳机电有限公司", terms="net 30")
    desk.document(made, 500_00, "INV-1")
    return made


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    yield made
    assert made.dialog is None


def dialog(desk: Desk, opener: Opens, kind: type[D]) -> D:
    desk.qtbot.waitUntil(lambda: opener.dialog is not None, timeout=5_000)
    desk.settle()
    assert isinstance(opener.dialog, kind)
    return opener.dialog


def gone(desk: Desk, opener: Opens) -> bool:
    desk.settle()
    desk.qtbot.waitUntil(lambda: opener.dialog is None, timeout=5_000)
    desk.settle()
    return True


def grant(desk: Desk, opener: Opener, customer_id: int) -> GrantDialog:
    assert desk.window.workspace is not None
    host: QWidget = desk.window
    open_grant(opener, desk.window.workspace.context, host, customer_id=customer_id)
    return dialog(desk, opener, GrantDialog)


def people(desk: Desk, **roles: str) -> None:
    for name, role in roles.items():
        desk.ask(lambda s, name=name, role=role: s.people.save(Person(name, role)))  # type: ignore[misc]  # bound


# -- granting


def test_empty_nothing_and_not_checked_are_three_things(desk: Desk, opener: Opener, customer: int) -> None:
    form = grant(desk, opener, customer)
    assert form.kind.current == AMOUNT
    form.amount.clear()
    form.submit()
    assert form.fields["amount"].has_error
    form.kind.set_current(STOP)
    form._on_kind()
    said = form.meaning.text()
    form.submit()
    assert form.fields["reason"].has_error, "more than that is used already"
    form.reason.setPlainText("他们三个月没有付款，全部改为款到发货")
    form.submit()
    assert gone(desk, opener)
    limit = desk.ask(lambda s: s.limits.current(customer, TODAY))
    assert (limit.state, limit.amount) == (LimitState.SET, Money(0, "CNY"))
    form = grant(desk, opener, customer)
    assert form.kind.current == STOP
    form.kind.set_current(UNCHECKED)
    form._on_kind()
    assert form.meaning.text() != said
    form.reject()
    form.reject()
    assert gone(desk, opener)


def test_beyond_authority_leads_to_whoever_may(desk: Desk, opener: Opener, customer: int) -> None:
    people(desk, 王总="owner", 小李="sales")
    boss = next(one for one in desk.ask(lambda s: s.people.list()) if one.name == "王总")
    desk.ask(lambda s: s.people.set_pin(boss.id, "4711"))
    form = grant(desk, opener, customer)
    form.approval.choose("小李")
    desk.write(form.amount, "800")
    assert form.approval.strip.isVisible()
    form.submit()
    assert form.fields["approver"].has_error
    form.approval.choose("王总")
    assert not form.approval.strip.isVisible()
    desk.write(form.approval.pin, "1234")
    form.submit()
    desk.settle()
    assert form.fields["pin"].has_error
    desk.write(form.approval.pin, "4711")
    form.submit()
    assert gone(desk, opener)
    [limit] = desk.ask(lambda s: s.limits.history(customer))
    assert (limit.amount, limit.approved_by, limit.alone) == (800_00, "王总", False)


def test_a_request_is_left_for_who_is_not_here(desk: Desk, opener: Opener, customer: int) -> None:
    people(desk, 王总="owner", 小李="sales")
    form = grant(desk, opener, customer)
    form.approval.choose("小李")
    desk.write(form.amount, "900")
    form.terms.setText("whenever")
    form.approval.wanted.emit("王总")
    assert form.fields["terms"].has_error, "a request is looked at like a limit"
    form.terms.setText("net 30")
    form.approval.wanted.emit("王总")
    assert gone(desk, opener)
    [entry] = desk.ask(lambda s: s.collection.follow_ups(TODAY))
    assert "王总" in entry.activity.next_action
    assert "900" in entry.activity.next_action
    assert not desk.ask(lambda s: s.limits.history(customer))


def test_a_day_that_is_taken_is_named_before_saving(desk: Desk, opener: Opener, customer: int) -> None:
    limit = CreditLimit(TODAY, "set", "CNY", customer_id=customer, amount=900_00, approved_by="me")
    desk.ask(lambda s: s.limits.grant(limit))
    form = grant(desk, opener, customer)
    assert form.amount.minor() == 900_00
    form.submit()
    assert form.fields["start"].has_error
    form.reject()
    assert gone(desk, opener)


# -- the tabs


def go(desk: Desk, page: str, tab: str, **params: object) -> Any:
    """A tab's panel, read."""
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go(page, tab=tab, **params)
    desk.settle()
    shown = cast("TabbedPage", desk.window.workspace.page)
    desk.settle()
    return shown.panel(tab)


def granted(desk: Desk, customer_id: int, amount: int, **fields: Any) -> None:
    limit = CreditLimit(
        TODAY, "set", "CNY", customer_id=customer_id, amount=amount, approved_by="me", **fields
    )
    desk.ask(lambda s: s.limits.grant(limit, accept_below=True))


def scored(desk: Desk, customer_id: int, grade: str = "C") -> None:
    """A valid assessment of a grade, by an override of whatever the score says."""
    desk.ask(lambda s: s.scoring.finish_all(TODAY, [customer_id], author="me"))
    view = desk.ask(lambda s: s.scoring.latest(customer_id, TODAY))
    assert view is not None
    if view.grade.value != grade:
        given = GradeOverride(
            customer_id, view.id, "", grade, "other", "for the sake of the test", "you", "me", TODAY, TODAY
        )
        desk.ask(lambda s: s.limits.override(given))


def test_the_list_is_narrowed_by_how_customers_stand(desk: Desk, customer: int) -> None:
    other = desk.customer("Nordhaven Tools GmbH")
    granted(desk, customer, 400_00, reason="We run this customer down over the quarter")
    panel = go(desk, "credit", "limits")
    assert [row.customer.customer_id for row in panel.model.shown()] == [customer, other]
    panel.scope.set_current("over")
    panel._narrow()
    assert [row.customer.customer_id for row in panel.model.shown()] == [customer]
    panel.search.setText("Nord")
    panel.search._search()
    desk.settle()
    assert panel.model.rowCount() == 0
    panel.clear_filters()
    assert panel.model.rowCount() == 2


def test_the_drawer_leads_to_the_rows_behind_the_use(desk: Desk, customer: int) -> None:
    granted(desk, customer, 800_00)
    panel = go(desk, "credit", "limits", customer_id=customer)
    detail = panel._detail
    assert detail is not None
    assert detail.exposure.view.exposure.total == 500_00
    detail.exposure.choose("open_items")
    assert "INV-1" in detail.exposure.rows.lines[0].text
    detail.exposure._open(0)
    desk.settle()
    assert desk.window.navigator.place is not None
    assert desk.window.navigator.place.params["document_id"]
    panel = go(desk, "credit", "limits", customer_id=customer)
    panel._detail._withdraw()
    desk.settle()
    assert desk.ask(lambda s: s.limits.current(customer, TODAY)).state is LimitState.UNSET
    assert panel.row(customer).standing.value == "none"


def test_a_group_gets_its_pool(desk: Desk, customer: int) -> None:
    group = min(desk.ask(lambda s: s.company.add_group("恒岳集团")).touched["customer_group"])
    profile = desk.ask(lambda s: s.customers.profile(customer)).customer
    desk.ask(lambda s: s.customers.update(replace(profile, group_id=group)))
    panel = go(desk, "credit", "limits", group_id=group)
    panel._pool_detail.grant_button.click()
    form = dialog(desk, panel.acts, GrantDialog)
    desk.write(form.amount, "2000")
    form.submit()
    assert gone(desk, panel.acts)
    [pool] = desk.ask(lambda s: s.limits.pools(TODAY))
    assert (pool.limit.amount, pool.members) == (Money(2_000_00, "CNY"), (customer,))
    assert panel.row(customer).pool.name == "恒岳集团"


def test_an_override_is_given_judged_and_ended(desk: Desk, opener: Opener, customer: int) -> None:
    desk.ask(lambda s: s.scoring.finish_all(TODAY, [customer], author="me"))
    assert desk.window.workspace is not None
    open_override(opener, desk.window.workspace.context, desk.window, customer)
    form = dialog(desk, opener, OverrideDialog)
    was, now = form.facts.assessment.grade, form.grade
    form.submit()
    assert form.fields["reason"].has_error
    form.reason.setPlainText("The parent company vouches for them in writing")
    form.submit()
    assert gone(desk, opener)
    panel = go(desk, "credit", "overrides")
    [row] = panel.model.shown()
    assert (row.override.was, row.override.now) == (was.value, now.value)
    panel.open_override(row.override.id)
    panel._detail._judge("late")
    desk.settle()
    panel._detail._end()
    desk.settle()
    assert panel.register.outcomes == {"late": 1}
    assert not panel.row(row.override.id).running


def test_terms_are_typed_saved_undone_and_reset(desk: Desk) -> None:
    panel = go(desk, "credit_rules", "terms")
    row = panel.rows[Grade.A]
    row.days.setValue(75)
    row.deposit.setText("101")
    panel.on_edit()
    assert not panel.save_button.isEnabled()
    assert panel.dirty
    assert not panel.may_leave()
    row.deposit.setText("5")
    panel.on_edit()
    panel.save()
    desk.settle()
    assert desk.ask(lambda s: s.limits.grade_policy()).of(Grade.A).terms_days == 75
    assert not panel.dirty
    panel.reset()
    desk.settle()
    assert row.days.value() == 60
    assert not panel.reset_button.isEnabled()


def test_the_downturn_is_previewed_on_and_off_whole(desk: Desk, customer: int) -> None:
    scored(desk, customer, "C")
    before = desk.ask(lambda s: s.limits.view(customer, TODAY)).terms
    panel = go(desk, "credit_rules", "downturn")
    panel.boxes[Grade.C].setChecked(True)
    panel.countries.control.setText("cn，德国")
    assert panel.countries.has_error
    panel.countries.control.setText("cn")
    desk.settle()
    [row] = panel.model.shown()
    assert (row.before, row.customer_id) == (before, customer)
    panel.switch_on()
    form = dialog(desk, panel, SwitchOnDialog)
    form.reason.setPlainText("Orders of the whole trade have fallen")
    form.submit()
    assert gone(desk, panel)
    assert desk.ask(lambda s: s.limits.view(customer, TODAY)).terms == row.after
    limits = go(desk, "credit", "limits")
    assert limits.host.downturn.isVisible()
    panel = go(desk, "credit_rules", "downturn")
    panel.switch_off()
    desk.settle()
    assert desk.ask(lambda s: s.limits.view(customer, TODAY)).terms == before
    assert not panel.dirty, "the profile is kept for another time"
    assert panel.boxes[Grade.C].isChecked()


def test_an_owner_s_pin_unlocks_people_and_authority(desk: Desk) -> None:
    people(desk, 王总="owner", 小李="sales")
    boss = next(one for one in desk.ask(lambda s: s.people.list()) if one.name == "王总")
    desk.ask(lambda s: s.people.set_pin(boss.id, "4711"))
    panel = go(desk, "credit_rules", "people")
    desk.settle()
    assert panel.locked
    assert not panel.add_button.isEnabled()
    assert not panel.matrix.isEnabled()
    panel.ask_owner()
    owner = dialog(desk, panel, OwnerDialog)
    owner.pin.setText("4712")
    owner.submit()
    desk.settle()
    assert owner.fields["pin"].has_error
    owner.pin.setText("4711")
    owner.submit()
    desk.settle()
    assert not panel.locked
    assert panel.add_button.isEnabled()
    assert panel.matrix.isEnabled()


def test_people_get_a_pin_and_a_line_of_their_own(desk: Desk) -> None:
    panel = go(desk, "credit_rules", "people")
    assert panel.alone.isVisible()
    panel.add()
    form = dialog(desk, panel, PersonDialog)
    form.name.setText("王总")
    form.submit()
    assert gone(desk, panel)
    people(desk, 小李="sales")
    desk.settle()
    assert not panel.alone.isVisible()
    panel.table.view.select_id(next(one.id for one in panel.people if one.name == "小李"))
    panel._pin_current()
    pin = dialog(desk, panel, PinDialog)
    pin.new.setText("4711")
    pin.again.setText("4712")
    pin.submit()
    assert pin.fields["again"].has_error
    pin.again.setText("4711")
    pin.submit()
    assert gone(desk, panel)
    assert next(one for one in desk.ask(lambda s: s.people.list()) if one.name == "小李").pin
    panel.matrix.add_person("小李")
    line = panel.matrix.lines[0]
    line.cells[Grade.B].amount.setText("12,000")
    panel.on_edit()
    panel.save()
    desk.settle()
    assert desk.ask(lambda s: s.people.ceiling("小李", Grade.B)).amount == 12_000
    panel.matrix.remove("小李")
    panel.save()
    desk.settle()
    assert not panel.dirty
    assert desk.ask(lambda s: s.people.ceiling("小李", Grade.B)).amount == 20_000
