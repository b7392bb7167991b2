"""The window without a screen: theme, language, runner, and a company held in memory."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.services.session import AppServices
from app.ui.formats import Formats
from app.ui.i18n import Language
from app.ui.pages import PAGES
from app.ui.shell.lookout import Lookout
from app.ui.shell.main_window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme import Scheme, Theme
from tests.ui.patience import deleted, wait_until

QtBot.waitUntil = wait_until  # type: ignore[assignment]  # no method of its own


@dataclass
class MemoryPreferences:
    """Settings that last as long as the test."""

    values: dict[str, object] = field(default_factory=dict)

    def get(self, key: str, default: object = None) -> object:
        return self.values.get(key, default)

    def set(self, key: str, value: object) -> None:
        self.values[key] = value


@pytest.fixture(autouse=True)
def no_collection_on_a_worker() -> Iterator[None]:
    """As in the window: cycles are collected on the main thread, here between the tests."""
    gc.disable()
    yield
    if QApplication.instance() is not None:
        deleted()
    gc.enable()


@pytest.fixture
def preferences() -> MemoryPreferences:
    return MemoryPreferences({"tour.seen": True})


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def theme(one_theme: Theme) -> Iterator[Theme]:
    one_theme.set_scheme(Scheme.LIGHT)
    yield one_theme
    one_theme.set_scheme(Scheme.LIGHT)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    spoken = Language(qapp, "en")
    yield spoken
    spoken.set("en")


@pytest.fixture
def formats(language: Language) -> Formats:
    return Formats(language)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    made = TaskRunner(qapp)
    yield made
    assert made.close()


@pytest.fixture
def services(preferences: MemoryPreferences) -> AppServices:
    return build_app(FixedClock(date(2025, 12, 31)), preferences)


@pytest.fixture
def window(
    services: AppServices,
    runner: TaskRunner,
    theme: Theme,
    language: Language,
) -> Iterator[MainWindow]:
    """The whole window on the real services; nothing is open yet."""
    Lookout.paused = True
    made = MainWindow(services, runner, theme, language, PAGES)
    made.show()
    yield made
    assert made.close()
    assert made.doors.session is None
    made.deleteLater()
    deleted()  # at once: nothing is painted, translated or collected any more that nobody looks at


def settle(qtbot: QtBot, runner: TaskRunner) -> None:
    """Wait until the database worker has nothing left to do."""
    qtbot.waitUntil(lambda: runner.pending == 0, timeout=20_000)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a new, empty company."""
    window.doors.create(tmp_path / "恒信五金.holdfast", Company("恒信五金有限公司", "CNY"))
    qtbot.waitUntil(window.has_company, timeout=20_000)
    settle(qtbot, window.runner)
    return window
