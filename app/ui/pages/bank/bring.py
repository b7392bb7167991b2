"""Bringing a statement in: choose, assign columns (tables only), check, done; nothing written before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout

from app.domain.problem import HoldfastError
from app.services.bank_views import Outcome
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.pages.bank.check import CheckPanel
from app.ui.pages.bank.choose import ChoosePanel
from app.ui.pages.bank.columns import ColumnsPanel
from app.ui.pages.bank.finish import FinishPanel
from app.ui.pages.bank.flow import BankFlow
from app.ui.pages.customers.guard import writable
from app.ui.pages.importing.stepper import Stepper
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import codes, say

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.context import PageContext

CHOOSE, COLUMNS, CHECK, DONE = range(4)


class BringPanel(Retranslated):
    """``left`` says that the user is done here; ``account_wanted`` asks for an account of ours."""

    left = Signal()
    account_wanted = Signal()
    stepped = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        self._active = False
        self._replanning = False
        self.flow = BankFlow(context, self)
        self.stepper = Stepper(theme)
        self.message = MessageStrip(theme)
        self.choose = ChoosePanel(context)
        self.columns = ColumnsPanel(context, self.flow)
        self.check = CheckPanel(context, self.flow)
        self.finish = FinishPanel(context, self.flow)
        self.stack = QStackedWidget()
        for panel in (self.choose, self.columns, self.check, self.finish):
            self.stack.addWidget(panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.message)
        layout.addWidget(self.stack, 1)
        self._build_foot()
        self._connect()
        self._go(CHOOSE)
        self.retranslate()

    def _build_foot(self) -> None:
        theme = self.context.theme
        self.foot = QFrame()
        self.foot.setProperty("area", "bar")
        self.foot.setFixedHeight(theme.size("actionBar"))
        self.said = label("", "body")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.stop = button(theme, "", "quiet", "x", self.flow.cancel)
        self.back = button(theme, "", "normal", run=self._back)
        self.next = button(theme, "", "primary", run=self.go_on)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        for widget in (self.progress, self.stop, self.back, self.next):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.progress.hide()
        self.stop.hide()

    def _connect(self) -> None:
        flow = self.flow
        self.choose.chosen.connect(self.take_file)
        self.stepper.asked.connect(self._on_step)
        self.columns.mapped.connect(flow.remap)
        self.check.make_account.connect(self.account_wanted)
        self.check.decided.connect(self._say_foot)
        self.finish.undo.connect(self._undo)
        self.finish.again.connect(self.start_over)
        self.finish.decide.connect(self.left)
        flow.read.connect(self._on_read)
        flow.remapped.connect(self._on_remapped)
        flow.planned.connect(self._on_planned)
        flow.committed.connect(self._on_committed)
        flow.failed.connect(self._on_failed)
        flow.working.connect(self._on_working)
        flow.progressed.connect(self._on_progress)

    # -- steps ----------------------------------------------------------------------------------

    def set_active(self, *, on: bool) -> None:
        """Whether this panel is in view: its foot stands at the page's own."""
        self._active = on
        self._say_foot()

    def take_file(self, path: Path) -> None:
        """Begin with a file."""
        self.message.hide()
        self.flow.read_file(path)

    def start_over(self) -> None:
        """Drop this statement; nothing was written of it."""
        self.flow.cancel()
        self.flow.clear()
        self.message.hide()
        self._go(CHOOSE)

    @property
    def step(self) -> int:
        """Which step is in view."""
        return self.stack.currentIndex()

    @property
    def _steps(self) -> tuple[int, ...]:
        """The steps of this file: only a table has columns to assign."""
        file = self.flow.file
        mapped = file is None or file.table is not None
        return (CHOOSE, COLUMNS, CHECK, DONE) if mapped else (CHOOSE, CHECK, DONE)

    def _go(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self._name_steps()
        self.stepper.set_step(self._steps.index(step))
        self._say_foot()
        self.stepped.emit()

    def _on_step(self, place: int) -> None:
        self._go(self._steps[place])

    def _back(self) -> None:
        steps = self._steps
        self._go(steps[max(0, steps.index(self.step) - 1)])

    def go_on(self) -> None:
        """What the primary button does at this step."""
        if self.step == CHOOSE and self.flow.file is not None:
            self._go(self._steps[1])
        elif self.step == COLUMNS:
            self.flow.make_plan()
        elif self.step == CHECK:
            self.flow.commit()

    def _on_read(self) -> None:
        file = self.flow.file
        if file is not None and file.table is not None:
            self.columns.refresh()
            self._go(COLUMNS)
            self._say_columns()
        else:
            self.flow.make_plan()

    def _on_remapped(self) -> None:
        self.columns.refresh()
        self._say_columns()
        self._say_foot()

    def _say_columns(self) -> None:
        """What the columns as assigned leave unread."""
        file = self.flow.file
        if file is None or not file.problems:
            self.message.hide()
            return
        lang = self.context.formats.lang
        first = file.problems[0]
        text = say(first.code, lang, **dict(first.params))
        more = len(file.problems) - 1
        if more:
            like = self.tr("And %n more like it.", "", more)
            text = f"{text} {like}"
        self.message.say("danger" if file.errors else "warn", text)

    def _on_planned(self) -> None:
        if not self._replanning:
            self.message.hide()
        self._replanning = False
        self.check.refresh()
        self._go(CHECK)

    def _on_committed(self) -> None:
        self.finish.refresh()
        self._go(DONE)

    def _undo(self) -> None:
        history, result = self.context.company.history, self.flow.result
        if result is None:
            return
        written = result.change.id

        def done(_change: object) -> None:
            self.context.notices.toast(self.tr("The statement was taken back."))
            self.start_over()

        self.context.runner.database(
            lambda _control: history.undo(written), done, failed=self.context.notices.error, owner=self
        )

    # -- what is going on -----------------------------------------------------------------------

    def _on_working(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.progress.setRange(0, 0)
        self.next.setEnabled(not busy)
        self.back.setEnabled(not busy)
        if not busy:
            self._say_foot()

    def _on_progress(self, done: int, total: int, code: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if code in codes():
            formats = self.context.formats
            counted = f"{formats.count(done)} / {formats.count(total)}" if total else ""
            self.said.setText(f"{say(code, formats.lang)} {counted}".strip())

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            text = sentence(error, self.context.formats.lang)
            self.message.say("danger", text, self.tr("Nothing was changed"))
            self.flow.keep_account()
            self.check.show_account()
            self._say_foot()
            self._replanning = error.code == "bank.plan_stale"
            if self._replanning:
                self.flow.make_plan()
        else:
            self.context.notices.error(error)

    def _say_foot(self) -> None:
        step, file, plan = self.step, self.flow.file, self.flow.plan
        self.back.setVisible(step in {COLUMNS, CHECK})
        self.next.setVisible(step in {COLUMNS, CHECK} or (step == CHOOSE and file is not None))
        fresh = len(plan.lines) - self.flow.count(Outcome.KNOWN) if plan is not None else 0
        take = self.tr("Take in %n line(s)", "", fresh)
        self.next.setText(take if step == CHECK else self.tr("Next"))
        nothing = step == CHECK and (not fresh or not self.flow.may_commit)
        unread = step == COLUMNS and (file is None or not file.lines)
        self.next.setEnabled(not (nothing or unread or not writable(self.context)))
        self.said.setText(self._foot_words(step))
        self.foot.setVisible(self._active and step != DONE)

    def _foot_words(self, step: int) -> str:
        plan, count = self.flow.plan, self.context.formats.count
        if step != CHECK or plan is None:
            return self.tr("Nothing is written before you have seen what would happen.")
        words = self.tr("{known} known, {certain} certain, {waiting} waiting, {aside} set aside")
        return words.format(
            known=count(self.flow.count(Outcome.KNOWN)),
            certain=count(self.flow.count(Outcome.APPLY)),
            waiting=count(self.flow.count(Outcome.WAIT)),
            aside=count(self.flow.count(Outcome.IGNORE)),
        )

    def _name_steps(self) -> None:
        names = {
            CHOOSE: self.tr("Choose"),
            COLUMNS: self.tr("Columns"),
            CHECK: self.tr("Check"),
            DONE: self.tr("Done"),
        }
        self.stepper.set_names([names[step] for step in self._steps])

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self.back.setText(self.tr("Back"))
        self.stop.setText(self.tr("Stop"))
        self._name_steps()
        if self.step == COLUMNS:
            self._say_columns()
        self._say_foot()
