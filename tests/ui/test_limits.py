"""Granting, overriding, terms, downturn and people in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.credit_limit import LimitState
from app.domain.credit_record import CreditLimit, Person
from app.domain.money import Money
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.limit import AMOUNT, STOP, UNCHECKED, GrantDialog, open_grant
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


def dialog(desk: Desk, opener: Opener, kind: type[D]) -> D:
    desk.qtbot.waitUntil(lambda: opener.dialog is not None, timeout=5_000)
    desk.settle()
    assert isinstance(opener.dialog, kind)
    return opener.dialog


def gone(desk: Desk, opener: Opener) -> bool:
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
