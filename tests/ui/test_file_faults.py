"""What befalls the open file: the window lives on, says what happened, and offers a way out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import EnvironmentFaultError
from app.services.session import AppServices, CompanySession
from app.ui.faults import FaultDialog
from app.ui.shell import asking
from app.ui.shell.main_window import MainWindow
from app.ui.widgets.message_strip import MessageStrip
from app.words import say
from tests.ui.conftest import settle
from tests.ui.desk import Desk

KEPT = "Acme Tools"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    made = Desk(qtbot, opened)
    made.customer(KEPT)
    return made


def strip(desk: Desk) -> MessageStrip:
    """What the window says now."""
    assert desk.window.workspace is not None, "the window stays with its company"
    return desk.window.workspace.message


def buttons(desk: Desk) -> dict[str, QPushButton]:
    return {one.text(): one for one in strip(desk).findChildren(QPushButton)}


def look(desk: Desk) -> None:
    desk.window.file_watch.look()
    desk.settle()


def enter(desk: Desk, name: str) -> None:
    """A change as a page makes it: what goes wrong is the window's to say."""
    session = desk.session
    desk.window.runner.database(lambda _control: session.customers.create(Customer(name)))
    desk.settle()


def names(services: AppServices, path: Path) -> list[str]:
    with closing(services.files.open(path, read_only=True)) as session:
        return held(session)


def held(session: CompanySession) -> list[str]:
    return sorted(row.name for row in session.customers.rows(session.customers.ids()))


def another(services: AppServices, path: Path) -> bytes:
    """A sound company file that is not ours."""
    services.files.create(path, Company("另一家", "EUR")).close()
    return path.read_bytes()


def deleted(path: Path, _services: AppServices) -> None:
    path.unlink()


def renamed(path: Path, _services: AppServices) -> None:
    path.rename(path.with_name("renamed.holdfast"))


def disk_gone(path: Path, _services: AppServices) -> None:
    path.parent.rename(path.parent.with_name(f"{path.parent.name}-gone"))


def replaced(path: Path, services: AppServices) -> None:
    another(services, path.with_name("other.holdfast"))
    path.with_name("other.holdfast").replace(path)


def overwritten(path: Path, services: AppServices) -> None:
    path.write_bytes(another(services, path.with_name("other.holdfast")))


def emptied(path: Path, _services: AppServices) -> None:
    os.truncate(path, 0)


def halved(path: Path, _services: AppServices) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def garbled(path: Path, _services: AppServices) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


FAULTS = [
    (deleted, "file.moved"),
    (renamed, "file.moved"),
    (disk_gone, "file.moved"),
    (replaced, "file.replaced"),
    (overwritten, "file.overwritten"),
    (emptied, "file.overwritten"),
    (halved, "file.overwritten"),
    (garbled, "file.overwritten"),
]
Fault = Callable[[Path, AppServices], None]


@pytest.mark.parametrize(("befall", "code"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_the_window_says_what_became_of_its_file_and_never_writes_into_another(
    desk: Desk, services: AppServices, befall: Fault, code: str
) -> None:
    path = desk.session.path
    befall(path, services)
    there = path.read_bytes() if path.exists() else None
    enter(desk, "Lost Ltd")
    said = strip(desk)
    assert said.isVisible()
    assert said.accessibleName() == say(code, "en", name=path.name)
    assert (path.read_bytes() if path.exists() else None) == there, "nothing is written to what is not ours"
    desk.window.go_to("customers")  # the window lives on, whatever can still be read
    desk.settle()
    desk.window.go_to("history")
    desk.settle()
    assert desk.window.findChildren(FaultDialog) == [], "a known fault is no bug of ours"
    assert strip(desk).isVisible()
    desk.window.close_company()
    desk.settle()
    assert (path.read_bytes() if path.exists() else None) == there


@pytest.mark.parametrize("befall", [deleted, replaced, disk_gone], ids=lambda fault: fault.__name__)
def test_what_is_open_is_saved_elsewhere_and_worked_on_there(
    desk: Desk, services: AppServices, befall: Fault, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = desk.session.path
    befall(path, services)
    look(desk)
    target = tmp_path.parent / f"{tmp_path.name}-elsewhere.holdfast"
    monkeypatch.setattr(asking, "place_for_copy", lambda _window, _start: target)
    buttons(desk)["Save elsewhere and go on there…"].click()
    desk.qtbot.waitUntil(lambda: desk.session.path == target, timeout=20_000)
    desk.settle()
    enter(desk, "Next Ltd")
    assert desk.ask(held) == [KEPT, "Next Ltd"]
    assert strip(desk).isHidden()


@pytest.mark.parametrize("befall", [deleted, replaced], ids=lambda fault: fault.__name__)
def test_closing_keeps_what_was_open_of_a_lost_file_among_its_backups(
    desk: Desk, services: AppServices, befall: Fault
) -> None:
    path = desk.session.path
    befall(path, services)
    desk.window.close_company()
    desk.settle()
    kept = services.files.backups.listed(path)
    assert names(services, kept[0].path) == [KEPT]


def test_a_file_put_back_is_worked_on_as_if_nothing_had_been(desk: Desk) -> None:
    path = desk.session.path
    away = path.with_name("away.holdfast")
    path.rename(away)
    look(desk)
    assert strip(desk).isVisible()
    away.rename(path)
    look(desk)
    assert strip(desk).isHidden()
    enter(desk, "Next Ltd")
    assert desk.ask(held) == [KEPT, "Next Ltd"]


def test_what_was_put_over_the_file_is_opened_when_asked_for(desk: Desk, services: AppServices) -> None:
    overwritten(desk.session.path, services)
    look(desk)
    buttons(desk)["Open it again"].click()
    settle(desk.qtbot, desk.window.runner)
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    assert desk.ask(lambda session: session.company.get().name) == "另一家"
    enter(desk, "Next Ltd")
    assert desk.ask(held) == ["Next Ltd"]


def test_a_file_cut_short_leads_to_its_newest_good_backup(desk: Desk, services: AppServices) -> None:
    path = desk.session.path
    desk.window.close_company()  # makes the backup
    desk.settle()
    desk.window.open_path(path)
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    halved(path, services)
    look(desk)
    buttons(desk)["Open it again"].click()
    desk.qtbot.waitUntil(lambda: not desk.window.has_company(), timeout=20_000)
    desk.settle()
    offered = {one.text(): one for one in desk.window.start.message.findChildren(QPushButton)}
    offered["Restore it"].click()
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    assert desk.ask(held) == [KEPT]


def test_a_full_disk_is_said_with_a_way_to_go_on_elsewhere(desk: Desk) -> None:
    session = desk.session

    def fail(_control: object) -> None:
        raise EnvironmentFaultError("file.disk_full", path=str(session.path), name=session.path.name)

    desk.window.runner.database(fail)
    desk.settle()
    assert "Save elsewhere and go on there…" in buttons(desk)
    enter(desk, "Next Ltd")
    assert desk.ask(held) == [KEPT, "Next Ltd"]


def test_a_file_that_is_gone_at_opening_is_restored_from_its_newest_backup(desk: Desk) -> None:
    path = desk.session.path
    desk.window.close_company()
    desk.settle()
    path.unlink()
    desk.window.open_path(path)
    desk.settle()
    offered = {one.text(): one for one in desk.window.start.message.findChildren(QPushButton)}
    offered["Restore it"].click()
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    assert desk.ask(held) == [KEPT]


def test_a_file_in_a_place_that_cannot_be_written_is_read_and_can_be_copied(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, target = desk.session.path, tmp_path / "copy.holdfast"
    desk.window.close_company()
    desk.settle()
    monkeypatch.setattr(os, "access", lambda *_place, **_how: False)  # root may write anywhere
    desk.window.open_path(path)
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    monkeypatch.undo()
    assert desk.session.read_only
    enter(desk, "Lost Ltd")
    assert "for reading only" in strip(desk).accessibleName()
    assert "Save elsewhere and go on there…" in buttons(desk)
    monkeypatch.setattr(asking, "place_for_copy", lambda _window, _start: target)
    buttons(desk)["Save elsewhere and go on there…"].click()
    desk.qtbot.waitUntil(lambda: desk.session.path == target, timeout=20_000)
    desk.settle()
    assert desk.window.can_write()
    assert desk.ask(held) == [KEPT]
