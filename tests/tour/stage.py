"""The stage: the window on the sample company, moved about like a user would, and its pictures."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, cast

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit, QWidget

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.services.session import AppServices, CompanySession
from app.ui.application import application
from app.ui.faults import FaultDialog
from app.ui.i18n import Language
from app.ui.pages import PAGES
from app.ui.pages.page import Page
from app.ui.shell.lookout import Lookout
from app.ui.shell.main_window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme import Contrast, Scheme, Theme
from tests.tour.audits import eyes
from tests.tour.findings import Finding, Looker
from tests.tour.pseudo import Pseudo, lengthen_words, said_by_files, said_by_locale
from tests.tour.words import Words

DAY = date(2025, 12, 31)
_LONGEST_WAIT_S = 30.0
_ROUNDS = 3
"""What one event starts may start another."""
_QUIET = "This plugin does not support"


@dataclass(frozen=True, slots=True)
class Look:
    """One combination of language, colours and window size (logical pixels)."""

    lang: str
    theme: str
    size: tuple[int, int]
    scale: int = 1
    audit: str = ""

    @property
    def name(self) -> str:
        """Folder of its pictures."""
        mark = f"@{self.scale}" if self.scale > 1 else ""
        audit = f"-{self.audit}" if self.audit else ""
        return f"{self.lang}-{self.theme}-{self.size[0]}x{self.size[1]}{mark}{audit}"


@dataclass
class MemoryPreferences:
    """Settings that last as long as the tour."""

    values: dict[str, object] = field(default_factory=dict)

    def get(self, key: str, default: object = None) -> object:
        """A remembered value."""
        return self.values.get(key, default)

    def set(self, key: str, value: object) -> None:
        """Remember a value."""
        self.values[key] = value


class Misses(QTranslator):
    """Asked last of all translators, so it hears of every text none of them knew."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[tuple[str, str, bool]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt does not ask empty translators."""
        return False

    def translate(self, context: str, text: str, _disambiguation: str | None = None, n: int = -1) -> Any:
        """Remember the question; no answer."""
        self.texts.add((context, text, n >= 0))


class Stage:
    """Holds the window; ``shot`` takes a picture and looks it over."""

    def __init__(self, look: Look, out: Path | None, home: Path) -> None:
        self.look, self.out, self.home = look, out, home
        self.findings: list[Finding] = []
        self.misses = Misses()
        app = application()
        app.installTranslator(self.misses)
        self.theme = Theme(app, Scheme(look.theme))
        self.theme._still = True
        if look.audit == "contrast":
            self.theme.set_contrast(Contrast.HIGH)
        self.language = Language(app, look.lang)
        if look.audit == "pseudo":
            lengthen_words()
            self.pseudo = Pseudo()
            app.installTranslator(self.pseudo)
        self.services: AppServices = build_app(FixedClock(DAY), MemoryPreferences({"tour.seen": True}))
        self.looker = Looker(look.lang, Words(), pseudo=look.audit == "pseudo", scrolls=look.audit == "large")
        self.eyes = eyes(look.audit, self)
        if look.audit == "pseudo":
            self.looker.words.learn_text(" ".join(said_by_locale()))
            topics = self.services.help().contents("en")
            self.looker.phrases = [*said_by_files(), *(topic.title for topic in topics)]
        self.looker.words.learn_text(f"{home} {self.services.actor}")

    # -- company --------------------------------------------------------------------------------

    def raise_curtain(self) -> None:
        """Show the window; no company is open yet."""
        Lookout.paused = True
        self.window = MainWindow(self.services, TaskRunner(application()), self.theme, self.language, PAGES)
        self.window.resize(*self.look.size)
        self.window.show()
        self.settle()

    def open_sample(self) -> None:
        """Open the sample company, unless it is open."""
        session = self.window.doors.session
        if session is None or not session.sample:
            self.window.open_sample()
            self.until(self.window.has_company)
            self.settle()
            self.looker.words.learn(self.session.path)
            if self.look.audit == "pseudo":
                law = self.ask(lambda session: session.interest.law())
                self.looker.words.learn_text(" ".join(map(str, law.rules.values())))

    @property
    def session(self) -> CompanySession:
        """The open company."""
        session = self.window.doors.session
        assert session is not None
        return session

    def ask(self, work: Callable[[CompanySession], Any]) -> Any:
        """What the ledger answers, from the database worker."""
        found: list[Any] = []
        session = self.session
        self.window.runner.database(lambda _control: work(session), found.append)
        self.until(lambda: bool(found))
        return found[0]

    def page(self, key: str, **params: object) -> Any:
        """Go to a page and wait for its content."""
        self.close_all()
        self.window.navigator.go(key, **params)
        self.settle()
        return cast("Page", self.window.page)

    # -- time -----------------------------------------------------------------------------------

    def settle(self, ms: int = 40) -> None:
        """Let the worker finish, timers due within ``ms`` ring, and the window lay itself out."""
        end = time.monotonic() + ms / 1000
        for _ in range(_ROUNDS):
            QApplication.processEvents()
            self._rest(end)
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()

    def _rest(self, end: float) -> None:
        """Until the worker has nothing to do and no timer will ring before ``end``."""
        self.until(lambda: self.window.runner.pending == 0)
        while (ring := self._next_ring(end)) is not None:
            self.until(lambda at=ring: time.monotonic() >= at)  # type: ignore[misc]  # one for each ring
            QApplication.processEvents()
            self.until(lambda: self.window.runner.pending == 0)

    def _next_ring(self, end: float) -> float | None:
        """When the next timer rings that does so before then; to look for it takes longer than to wait."""
        now = time.monotonic()
        left = (end - now) * 1000
        if left <= 0:
            return None
        timers = (each for top in QApplication.topLevelWidgets() for each in top.findChildren(QTimer))
        due = [each.remainingTime() for each in timers if each.isActive() and each.isSingleShot()]
        return now + soonest / 1000 if (soonest := min(due, default=left + 1)) <= left else None

    def until(self, reached: Callable[[], bool]) -> None:
        """Process events until something is so."""
        end = time.monotonic() + _LONGEST_WAIT_S
        while not reached():
            if time.monotonic() > end:
                raise TimeoutError("the window did not settle")
            QApplication.processEvents()
            time.sleep(0.002)

    # -- pictures -------------------------------------------------------------------------------

    def over(self) -> list[QWidget]:
        """Dialogs, menus and other windows that lie over the main one, the lowest first."""
        found = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return sorted(
            (each for each in found if each is not self.window and each.width() > 1),
            key=lambda each: isinstance(each, QMenu),
        )

    def shot(self, name: str) -> None:
        """Take a picture of the window with everything over it, and look for faults."""
        self.settle()
        tops = self.over()
        if not name.startswith("fault"):
            self.findings += [_mistake(name, top) for top in tops if isinstance(top, FaultDialog)]
        for top in [self.window, *tops]:
            self.findings += self.eyes.look(name, top)
        if self.out is not None:
            folder = self.out / self.look.name
            folder.mkdir(parents=True, exist_ok=True)
            self.picture(tops).save(str(folder / f"{name}.png"))

    def picture(self, tops: list[QWidget]) -> QPixmap:
        """The window and what lies over it in one picture."""
        whole = self.window.grab()
        painter = QPainter(whole)
        corner = self.window.mapToGlobal(QPoint(0, 0))
        for top in tops:
            at = top.mapToGlobal(QPoint(0, 0)) - corner
            if isinstance(top, QDialog):
                at = QPoint((self.window.width() - top.width()) // 2, max(24, at.y()))
                at.setY(min(at.y(), max(24, self.window.height() - top.height() - 24)))
                painter.fillRect(self.window.rect(), self._veil())
            painter.drawPixmap(at, top.grab())
            painter.setPen(self.theme.color("borderStrong"))
            painter.drawRect(top.rect().translated(at).adjusted(-1, -1, 0, 0))
        painter.end()
        return whole

    def _veil(self) -> Any:
        veil = self.theme.color("text").toRgb()
        veil.setAlpha(40)
        return veil

    def close_all(self) -> None:
        """Close every dialog and menu."""
        for top in reversed(self.over()):
            if isinstance(top, QDialog):
                if self.eyes.leaving is not None and top.isVisible():
                    self.findings += self.eyes.leaving(top.windowTitle(), top)
                top.done(0)
                top.deleteLater()
            else:
                top.close()
        self.window.toast.hide()
        self.settle()

    def bring_down(self) -> None:
        """Close the window, and count the texts nobody translated."""
        self.close_all()
        for page in self.window.workspace.built() if self.window.workspace is not None else []:
            page.may_leave = lambda: True  # type: ignore[method-assign]
        self.window.close()
        if not self.look.audit:
            self.findings += self.looker.untranslated(self.misses.texts)


def _mistake(name: str, dialog: FaultDialog) -> Finding:
    """The window's report of a fault of its own, where the tour asked for none."""
    report = dialog.findChildren(QPlainTextEdit)[0].toPlainText().strip()
    return Finding("mistake", name, "FaultDialog", report)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Everything Qt warned of and every exception nobody caught."""
    said: list[str] = []

    def heard(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith(_QUIET):
            said.append(f"Qt: {text}")

    def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        said.append(f"{kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)

    qInstallMessageHandler(heard)
    hook, sys.excepthook = sys.excepthook, raised
    try:
        yield said
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(None)


def screen(folder: Path, look: Look) -> None:
    """Give the screenless platform a screen the window fills; before the application is made."""
    width, height = (each * look.scale for each in look.size)
    one = {"name": "desk", "x": 0, "y": 0, "width": width, "height": height}
    config = folder / "screen.json"
    config.write_text(json.dumps({"screens": [one | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
