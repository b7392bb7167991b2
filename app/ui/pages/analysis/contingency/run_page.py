"""A plan being gone through: the checklist to tick, and beside it whom to call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.contingency import REAL
from app.ui.i18n import Retranslated
from app.ui.pages.analysis.contingency.naming import days_text, due_of
from app.ui.pages.analysis.contingency.plans_view import LEVEL_TONES
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label, line
from app.ui.widgets.layouts import clear, scrolled
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from app.domain.contingency import PlanContact, Tick
    from app.services.contingency import RunView
    from app.ui.context import PageContext

_WHO_WIDE, _CALLS_WIDE = 160, 300


class RunPage(Retranslated):
    """``ticked`` carries the place of a step, whether it is done, and by whom."""

    left = Signal()
    ticked = Signal(int, bool, str)
    ended = Signal()
    removed = Signal()
    exported = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.view: RunView | None = None
        self.boxes: list[QCheckBox] = []
        theme = context.theme
        self.back_button = button(theme, "", "link", "chevron-left", self.left.emit)
        self.name = label("", "section", wrap=True)
        self.kind, self.level, self.state = Chip(theme), Chip(theme), Chip(theme)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        self.alert_button = button(theme, "", "normal", "bell", self._open_alert)
        self.export_button = button(theme, "", "normal", "table", self.exported.emit)
        self.remove_button = button(theme, "", "quiet", "trash-2", self.removed.emit)
        self.end_button = button(theme, "", "primary", "flag", self.ended.emit)
        self.outcome = MessageStrip(theme)
        self.steps_card, self.calls_card = Card(theme, " "), Card(theme, " ")
        self.who = QLineEdit(context.actor)
        self.who.setFixedWidth(_WHO_WIDE)
        self.who_label = label("", "small", "secondary")
        self.who_label.setBuddy(self.who)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(6)
        self._calls = QVBoxLayout()
        self._calls.setSpacing(4)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.name, 1)
        for chip in (self.kind, self.level, self.state):
            head.addWidget(chip)
        bar = QWidget()
        acts = FlowLayout(bar)
        for each in (
            self.end_button,
            self.customer_button,
            self.alert_button,
            self.export_button,
            self.remove_button,
        ):
            acts.addWidget(each)
        self.steps_card.add_action(self.who_label)
        self.steps_card.add_action(self.who)
        self.steps_card.body.addLayout(self._steps)
        self.calls_card.body.addLayout(self._calls)
        self.calls_card.body.addStretch(1)
        self.calls_card.setFixedWidth(_CALLS_WIDE)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self.steps_card, 1, Qt.AlignmentFlag.AlignTop)
        cards.addWidget(self.calls_card, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.outcome)
        column.addLayout(cards)
        column.addStretch(1)
        scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(bar)
        layout.addWidget(scroll, 1)

    # -- showing --------------------------------------------------------------------------------

    def show_run(self, view: RunView) -> None:
        """Show a run; the keyboard stays on the step it was on."""
        held = next((place for place, box in enumerate(self.boxes) if box.hasFocus()), -1)
        fresh = self.view is None or self.view.run.id != view.run.id
        self.view = view
        self._write()
        if 0 <= held < len(self.boxes) and not fresh:
            self.boxes[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        view = self.view
        if view is None:
            return
        formats, run = self.context.formats, view.run
        lang, late = formats.lang, view.late(self.context.company.clock.today())
        self.name.setText(view.plan)
        self.kind.set(say(f"contingency_kind.{run.kind}", lang), "danger" if run.kind == REAL else "info")
        self.level.set(say(f"contingency_level.{view.level}", lang), LEVEL_TONES.get(view.level, "neutral"))
        if not view.open:
            self.state.set(self.tr("Ended {day}").format(day=formats.day(run.ended)), "neutral")
        elif late:
            self.state.set(self.tr("%n step(s) late", "", late), "danger")
        else:
            self.state.set(self.tr("Under way"), "good")
        begun = self.tr("Begun {day}").format(day=formats.day(run.start))
        led = self.tr("led by {name}").format(name=run.by) if run.by else ""
        self.steps_card.set_title(
            self.tr("{done} of {total} steps done").format(done=view.done, total=len(view.ticks)),
            " · ".join(filter(None, (begun, led))),
        )
        self._write_steps(view)
        self._write_calls(view.contacts)
        self._write_outcome(view)
        who = formats.name(view.customer, view.customer_en)
        self.customer_button.setText(who.replace("&", "&&"))
        self.customer_button.setVisible(bool(view.customer))
        self.alert_button.setVisible(run.alert_id is not None)
        self.end_button.setVisible(view.open)
        self.remove_button.setVisible(run.kind != REAL)
        for widget in (self.who, self.who_label):
            widget.setVisible(view.open)
        guard(self.context, self.end_button, self.remove_button, self.who)

    def _write_steps(self, view: RunView) -> None:
        clear(self._steps)
        self.boxes = []
        for place, tick in enumerate(view.ticks):
            if place:
                self._steps.addWidget(line())
            self._steps.addWidget(self._step(place, tick, view))

    def _step(self, place: int, tick: Tick, view: RunView) -> QWidget:
        formats = self.context.formats
        box = QCheckBox()
        box.setChecked(tick.done)
        box.setAccessibleName(f"{place + 1}. {tick.step.text}")
        guard(self.context, box, able=view.open, because=say("contingency.ended", formats.lang))
        box.clicked.connect(partial(self._tick, place))
        self.boxes.append(box)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(
            label(f"{place + 1}. {tick.step.text}", "body", "secondary" if tick.done else "", wrap=True)
        )
        due = due_of(view.run.start, tick.step)
        late = view.open and not tick.done and due < self.context.company.clock.today()
        when = (
            self.tr("by {day}").format(day=formats.day(due)) if tick.step.days else days_text(0, formats.lang)
        )
        told = " · ".join(filter(None, (tick.step.who, when)))
        if tick.done:
            by = self.tr("done by {name}").format(name=tick.by) if tick.by else self.tr("done")
            told = " · ".join(filter(None, (told, f"{by} {formats.day(tick.on)}".strip())))
        words.addWidget(label(told, "small", "secondary", wrap=True))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(10)
        across.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        if late or (not view.open and not tick.done):
            word = self.tr("late") if late else self.tr("not done")
            chip = Chip(self.context.theme, word, "danger" if late else "warn")
            across.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _write_calls(self, contacts: tuple[PlanContact, ...]) -> None:
        clear(self._calls)
        self.calls_card.set_title(self.tr("Whom to call"))
        if not contacts:
            self._calls.addWidget(label(self.tr("The plan names nobody."), "body", "secondary", wrap=True))
        for place, one in enumerate(contacts):
            if place:
                self._calls.addWidget(line())
            first = one.name or one.role
            for text, kind, tone in (
                (first, "bodyStrong", ""),
                (one.role if one.name else "", "small", "secondary"),
                (one.phone, "body", ""),
                (one.email, "body", ""),
            ):
                if text:
                    made = label(text, kind, tone, wrap=True)
                    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                    self._calls.addWidget(made)

    def _write_outcome(self, view: RunView) -> None:
        if view.open:
            self.outcome.hide()
            return
        text = "\n".join(filter(None, (view.run.outcome, view.run.note)))
        self.outcome.say("info", text, self.tr("What came of it"), closable=False)

    # -- acts -----------------------------------------------------------------------------------

    def _tick(self, place: int, *_: object) -> None:
        self.ticked.emit(place, self.boxes[place].isChecked(), self.who.text().strip())

    def _open_customer(self) -> None:
        if self.view is not None and self.view.run.customer_id:
            self.context.navigator.go("customers", customer_id=self.view.run.customer_id)

    def _open_alert(self) -> None:
        if self.view is not None and self.view.run.alert_id:
            self.context.navigator.go("watch", tab="alerts", alert_id=self.view.run.alert_id)

    def retranslate(self) -> None:
        """Write every text of the page."""
        self.back_button.setText(self.tr("All runs"))
        self.alert_button.setText(self.tr("Show the warning"))
        self.export_button.setText(self.tr("Export"))
        self.remove_button.setText(self.tr("Delete this drill"))
        self.end_button.setText(self.tr("End…"))
        self.who_label.setText(self.tr("Done by"))
        self.who.setAccessibleName(self.tr("Done by"))
        self._write()
