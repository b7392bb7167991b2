"""Who works with the program: asked at opening, shown in the navigation, limiting what is offered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import app.ui
from app.domain.activity import Activity, ActivityKind
from app.domain.authority import Role
from app.domain.backup import BackupKind
from app.domain.credit_record import Person
from app.domain.duty import Duty
from app.services.session import CompanySession
from app.ui.dialogs.backups import BackupsDialog
from app.ui.dialogs.contact import ContactDialog
from app.ui.dialogs.customer import CustomerDialog
from app.ui.dialogs.duties import DutiesDialog
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.protection import ProtectionDialog
from app.ui.dialogs.seat import SeatDialog, SwitchDialog
from app.ui.pages.credit_rules.people.panel import PeoplePanel
from app.ui.pages.importing.page import ImportPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.tabbed import TabbedPage
from app.ui.pages.today.page import TodayPage
from app.ui.shell.day_count import DayCount
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk

OWNER, SALES = "4711", "2468"


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    made = Desk(qtbot, opened)

    def enter(session: CompanySession) -> None:
        for name, role, pin in (("小李", "sales", SALES), ("王总", "owner", OWNER)):
            person = min(session.people.save(Person(name, role)).touched["person"])
            session.people.set_pin(person, pin)

    made.ask(enter)
    return made


def switched(desk: Desk) -> None:
    """The program asks; the file is opened anew."""
    path = desk.session.path
    desk.ask(lambda session: session.desk.switch("王总", OWNER, on=True))
    desk.window.close_company()
    desk.settle()
    desk.window.doors.open(path)
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()


def asked(desk: Desk) -> SeatDialog:
    desk.settle()
    dialog = desk.window.desk.dialog
    assert isinstance(dialog, SeatDialog)
    return dialog


def sit(desk: Desk, name: str, pin: str) -> None:
    dialog = asked(desk)
    dialog.person.choose(name)
    desk.write(dialog.pin, pin)
    desk.key(Qt.Key.Key_Return, widget=dialog.pin)
    desk.settle()


def shown(desk: Desk) -> str:
    assert desk.window.workspace is not None
    return desk.window.workspace.nav.seat.text()


def page(desk: Desk, key: str, **params: object) -> object:
    desk.window.go_to(key, **params)
    desk.settle()
    return desk.window.page


def people_of(desk: Desk) -> PeoplePanel:
    found = cast("TabbedPage", desk.window.page).panel("people")
    assert isinstance(found, PeoplePanel)
    return found


def test_nobody_is_asked_by_default(desk: Desk) -> None:
    assert desk.window.desk.dialog is None
    assert shown(desk) == ""
    assert not desk.window.commands.action("desk").isEnabled()


def test_opening_asks_and_escape_only_looks(desk: Desk) -> None:
    switched(desk)
    asked(desk)
    desk.key(Qt.Key.Key_Escape, widget=asked(desk))
    desk.settle()
    assert shown(desk) == "Only looking"
    assert not desk.window.can_write()
    importing = page(desk, "importing")
    assert isinstance(importing, ImportPage)
    settings = page(desk, "settings", tab="security")
    assert isinstance(settings, SettingsPage)
    assert desk.window.commands.action("desk").isEnabled()


def test_a_wrong_pin_is_said_and_the_right_one_sits_down(desk: Desk) -> None:
    switched(desk)
    sit(desk, "王总", "1111")
    assert asked(desk).fields["pin"].has_error
    sit(desk, "王总", OWNER)
    assert desk.window.desk.dialog is None
    assert shown(desk) == "王总"
    assert desk.window.can_write()
    desk.customer("甲厂")
    assert desk.ask(lambda session: session.history.entries()[0].actor) == "王总"


def test_what_is_not_the_role_s_is_disabled_with_the_reason(desk: Desk) -> None:
    switched(desk)
    sit(desk, "小李", SALES)
    page(desk, "credit_rules", tab="people")
    button = people_of(desk).add_button
    assert not button.isEnabled()
    assert "小李 (Sales) has no duty to manage people" in button.toolTip()
    assert "王总" in button.toolTip()
    desk.window.desk.ask()
    sit(desk, "王总", OWNER)
    assert shown(desk) == "王总"
    assert "no duty" not in people_of(desk).add_button.toolTip()


def test_changing_leaves_a_page_of_the_same_place(desk: Desk) -> None:
    switched(desk)
    sit(desk, "王总", OWNER)
    page(desk, "settings", tab="security")
    desk.window.desk.ask()
    asked(desk).look_only()
    desk.settle()
    assert shown(desk) == "Only looking"
    assert isinstance(desk.window.page, SettingsPage)


def test_an_owner_switches_it_in_the_settings(desk: Desk) -> None:
    settings = page(desk, "settings", tab="security")
    assert isinstance(settings, SettingsPage)
    card = settings.security.desk
    assert card.switch_button.isEnabled()
    card.switch()
    dialog = card.dialog
    assert isinstance(dialog, SwitchDialog)
    desk.write(dialog.pin, OWNER)
    dialog.submit()
    desk.settle()
    desk.qtbot.waitUntil(lambda: shown(desk) == "王总", timeout=5_000)
    settings = desk.window.page
    assert isinstance(settings, SettingsPage)
    desk.settle()
    assert "name and PIN" in settings.security.desk.state.text()


def test_what_a_seller_may_is_offered_and_the_rest_is_not(desk: Desk) -> None:
    customer = desk.customer("甲厂")
    switched(desk)
    sit(desk, "小李", SALES)
    customers = desk.go(customer_id=customer)
    menu = customers.entries.menu(customer)
    offered = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert offered["Promise…"]
    assert offered["Log a contact…"]
    assert not offered["Dispute…"]
    assert not offered["Customer…"]
    assert not customers.customer_button.isEnabled()
    assert customers.log_button.isEnabled()
    importing = page(desk, "importing")
    assert isinstance(importing, ImportPage)
    assert not importing.stack.isEnabled()


def test_a_seller_enters_no_receipt_from_the_first_page_and_restores_nothing(desk: Desk) -> None:
    switched(desk)
    sit(desk, "小李", SALES)
    today = page(desk, "today")
    assert isinstance(today, TodayPage)
    assert not today.receipt_button.isEnabled()
    assert "no duty to keep the books" in today.receipt_button.toolTip()
    desk.window.show_backups()
    desk.settle()
    (dialog,) = desk.window.findChildren(BackupsDialog)
    desk.qtbot.waitUntil(lambda: dialog.current is not None, timeout=20_000)
    assert dialog.verify_button.isEnabled()
    assert not dialog.restore_button.isEnabled()
    assert "has no duty to manage people" in dialog.restore_button.toolTip()
    dialog.reject()
    desk.window.lock.show_protection()
    desk.settle()
    (password,) = desk.window.findChildren(ProtectionDialog)
    desk.qtbot.waitUntil(lambda: password.state is not None, timeout=20_000)
    assert not password.go_button.isEnabled()
    assert "has no duty to manage people" in password.go_button.toolTip()
    password.reject()
    desk.settle()


def test_entries_name_who_sits(desk: Desk) -> None:
    assert desk.window.workspace is not None
    assert desk.window.workspace.context.actor == desk.window.services.actor
    switched(desk)
    sit(desk, "王总", OWNER)
    assert desk.window.workspace is not None
    assert desk.window.workspace.context.actor == "王总"


def test_who_looks_at_a_backup_is_who_sat_at_its_company(desk: Desk) -> None:
    """The backup itself asks nobody: it was made before the company began to ask, or is only read."""
    path = desk.session.path
    made = desk.window.services.files.backups.take(path, BackupKind.MANUAL)
    switched(desk)
    sit(desk, "小李", SALES)
    desk.window.look_at_backup(made.path)
    desk.qtbot.waitUntil(lambda: desk.window.doors.came_from == path, timeout=20_000)
    desk.settle()
    assert desk.window.doors.seat is not None
    assert desk.window.doors.seat.name == "小李"
    refused: list[Exception] = []
    desk.window.doors.failed.connect(refused.append)
    desk.window.restore_backup(path, made.path)
    desk.settle()
    assert [str(error.args[0]) for error in refused] == ["role.may_not"]
    assert desk.window.doors.came_from == path


def test_a_dialog_of_another_s_duty_says_so_before_anything_is_typed(desk: Desk) -> None:
    customer = desk.customer("甲厂")
    switched(desk)
    sit(desk, "小李", SALES)
    customers = desk.go(customer_id=customer)
    customers.entries.new_customer()
    desk.settle()
    dialog: FormDialog = desk.dialog(CustomerDialog)
    assert not dialog._save.isEnabled()
    assert "no duty to keep the books" in dialog.message._text.text()
    dialog.submit()
    dialog.reject()
    customers.entries.new_contact(customer)
    desk.settle()
    dialog = desk.dialog(ContactDialog)
    assert dialog._save.isEnabled()
    dialog.reject()


def test_every_dialog_names_its_duty() -> None:
    """One that names none would be anybody's on a page whose changes are of several."""
    written = [path.read_text("utf-8") for path in Path(app.ui.__file__).parent.rglob("*.py")]
    named = re.compile(r'class (\w+)\(FormDialog\):\n    """.*?"""\n\n    (duty = )?', re.DOTALL)
    found = [one.groups() for text in written if "(FormDialog)" in text for one in named.finditer(text)]
    assert len(found) > 90
    nameless = [name for name, duty in found if duty is None]
    assert nameless == []


def test_what_is_to_do_is_counted_while_another_page_is_in_view(desk: Desk) -> None:
    page(desk, "today")
    customer = desk.customer("甲厂")
    page(desk, "settings")
    counts: list[int] = []
    workspace = desk.window.workspace
    assert workspace is not None
    counter = DayCount(workspace.context, desk.window)
    counter.counted.connect(counts.append)
    today_s = desk.session.clock.today()
    visit = Activity(customer, today_s, ActivityKind.CALL, note="x", next_action="y", next_on=today_s)
    desk.ask(lambda session: session.collection.log(visit))
    counter.count()
    desk.settle()
    page(desk, "today")
    today = cast("TodayPage", desk.window.page)
    desk.qtbot.waitUntil(lambda: today._list is not None and bool(today._list.items), timeout=20_000)
    assert today._list is not None
    assert counts == [len(today._list.items)]
    counter.count()
    desk.settle()
    assert len(counts) == 1, "the page counts for itself"
    counter.deleteLater()


def test_an_owner_gives_sellers_the_duty_to_collect(desk: Desk) -> None:
    switched(desk)
    sit(desk, "王总", OWNER)
    settings = page(desk, "settings", tab="security")
    assert isinstance(settings, SettingsPage)
    card = settings.security.desk
    assert card.duties_button.isEnabled()
    card.duties_button.click()
    dialog = card.dialog
    assert isinstance(dialog, DutiesDialog)
    assert not dialog.boxes[Role.OWNER, Duty.BOOK].isEnabled()
    assert not dialog.boxes[Role.SALES, Duty.PEOPLE].isEnabled()
    dialog.boxes[Role.SALES, Duty.COLLECT].setChecked(True)
    dialog.submit()
    desk.settle()
    settings = page(desk, "settings", tab="security")
    assert isinstance(settings, SettingsPage)
    assert (
        "Sales: log visits and promises; enter and check orders; collect"
        in settings.security.desk.roles.text()
    )
    desk.window.desk.ask()
    sit(desk, "小李", SALES)
    settings = page(desk, "settings", tab="security")
    assert isinstance(settings, SettingsPage)
    assert not settings.security.desk.duties_button.isEnabled()
    assert desk.session.desk.seat.may(Duty.COLLECT)
