"""The scoring wizard: steps at the left, one family of questions in the middle, the score at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.problem import HoldfastError
from app.services.scoring_views import Draft
from app.ui.faults import is_ours, sentence
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.pages.page import Page
from app.ui.pages.scoring import words
from app.ui.pages.scoring.chooser import Chooser
from app.ui.pages.scoring.explanation import place_behind
from app.ui.pages.scoring.family_step import FamilyStep
from app.ui.pages.scoring.foot import Foot
from app.ui.pages.scoring.keeping import Keeping
from app.ui.pages.scoring.limit_step import LimitStep
from app.ui.pages.scoring.reading import Begun, Ending, Wanted, begin, finish, propose, take_back
from app.ui.pages.scoring.result_panel import ResultPanel
from app.ui.pages.scoring.step_rail import Step, StepRail, StepState, steps_asked
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.scoring.reading import Proposal
    from app.ui.pages.scoring.state import Scoring

_WIDE, _NARROW = (206, 348), (178, 296)
"""Widths of rail and result, in a wide window and in a narrow one."""
_RAIL_EDGE, _EDGE, _RIGHT = 12, 24, 10
_FRESH = frozenset({"credit_limit", "grade_override", "person", "setting"})
_BEHIND = frozenset(
    "document allocation dispute promise bill customer company rate profile financial_statement bank_flow "
    "certification external_rating external_event setting stored_scorecard".split()
)
"""Tables whose changes may move a value on file."""


class ScoringPage(Page):
    """``open(customer_id=…, card=…)``; a draft goes on where it was left, and is kept by itself."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.customer_id = 0
        self.begun: Begun | None = None
        self.steps: list[FamilyStep | LimitStep] = []
        self._ending, self._stale = False, False
        self._kept: tuple[str, str] | None = None
        theme = context.theme
        self.saved = label("", "body", "secondary")
        self.cancel = button(theme, "", "normal", run=self.ask_cancel)
        self.header.add(self.saved)
        self.header.add(self.cancel)
        self.header.breadcrumb.chosen.connect(self._on_crumb)
        self.rail = StepRail(theme)
        self.chooser = Chooser(context)
        self.stack = QStackedWidget()
        self.message = MessageStrip(theme)
        self.loading = LoadingBar(theme)
        self.foot = Foot(theme, lambda: self.step(-1), self._on_forward)
        self.back, self.forward = self.foot.back, self.foot.forward
        self.panel = ResultPanel(context)
        self.keeping = Keeping(context, self.draft, self)
        self._lay_out()
        self._connect()
        self._add_actions()
        self.retranslate()

    def _lay_out(self) -> None:
        self._rail_box, middle = QWidget(), QFrame()
        rail = QVBoxLayout(self._rail_box)
        rail.setContentsMargins(_RAIL_EDGE, 12, _RAIL_EDGE, 12)
        rail.addWidget(self.rail, 1)
        rail.addWidget(self.chooser)
        middle.setProperty("area", "surface")
        column = QVBoxLayout(middle)
        column.setContentsMargins(_EDGE, 12, _RIGHT, 14)
        column.setSpacing(8)
        for each in (self.loading, self.message, self.stack):
            column.addWidget(each, 1 if each is self.stack else 0)
        column.addWidget(self.foot)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail_box)
        row.addWidget(middle, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)

    def _connect(self) -> None:
        self.rail.asked.connect(self.go_to)
        self.chooser.card_chosen.connect(lambda code: self._begin_again(card=code))
        self.chooser.day_chosen.connect(lambda day: self._begin_again(as_of=day))
        self.chooser.rules_wanted.connect(self._show_rules)
        self.panel.family_wanted.connect(self.go_to)
        self.panel.opened.connect(self._show_old)
        self.panel.behind.connect(self._show_tab)
        self.keeping.saved.connect(self._write_saved)

    def _add_actions(self) -> None:
        self.next_action, self.back_action, self.finish_action = QAction(self), QAction(self), QAction(self)
        self.next_action.triggered.connect(lambda: self.step(1))
        self.back_action.triggered.connect(lambda: self.step(-1))
        self.finish_action.triggered.connect(self.finish)

    # -- opening --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Begin for a customer, or go on; coming back to the same one finds everything as it was."""
        customer_id = params.get("customer_id")
        card = str(params.get("card", ""))
        if not isinstance(customer_id, int):
            if not self.customer_id:
                self.context.navigator.go("customers")
            return
        same = self.begun is not None and customer_id == self.customer_id
        if same and (not card or (self.scoring and self.scoring.card.code == card)):
            if self._stale:
                self._begin_again()
            return
        if customer_id != self.customer_id and self.begun is not None:
            self.keeping.save()  # it is the one before's, also while this one is being read
            self._forget()
        self._kept, self.customer_id = None, customer_id
        self._read(Wanted(customer_id, card))

    def _read(self, wanted: Wanted) -> None:
        session, actor = self.context.company, self.context.actor

        def work(_control: Control) -> Begun:
            return begin(session, wanted, actor)

        self.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="scoring.begin")

    def _failed(self, error: Exception) -> None:
        self.loading.stop()
        if self.begun is None:
            self.customer_id = 0
            self.context.navigator.go("customers")
        self.context.notices.error(error)

    @property
    def scoring(self) -> Scoring | None:
        """The scoring at hand."""
        return self.begun.scoring if self.begun is not None else None

    def _show(self, begun: Begun) -> None:
        self.loading.stop()
        place = self.rail.currentIndex().row() if self.begun is not None else 0
        kept = self._kept
        self.begun, self._stale, self._kept = begun, False, None
        self._build(begun, *(kept or (begun.note, begun.author)))
        if kept is None:
            self.keeping.dirty = False
        self.panel.show_scoring(begun.scoring, begun.history)
        self.chooser.show_choices(begun.cards, begun.scoring.card, begun.scoring.as_of)
        self.retranslate()
        self.go_to(max(0, min(place, len(self.steps) - 1)), focus=self.isVisible())
        if why := reason(self.context):
            self.message.say("info", self.tr("Nothing typed here is kept.") + " " + why)
        elif begun.resumed:
            text = self.tr("You go on with the draft; what is on file was read anew.")
            self.message.say("info", text, actions=[(self.tr("Start afresh"), self._afresh)])
        else:
            self.message.hide()

    def _build(self, begun: Begun, note: str, author: str) -> None:
        for old in self.steps:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.steps = []
        for place, family in enumerate(begun.scoring.card.families):
            step = FamilyStep(self.context, begun.scoring, family, place)
            step.edited.connect(self._on_edited)
            step.explained.connect(self._on_explained)
            step.checked.connect(self.write_steps)
            step.behind.connect(self._show_behind)
            self._add_step(step)
        last = LimitStep(self.context, begun.scoring, begun.deciders, len(self.steps))
        last.set_note(note, author)
        last.asked.connect(self._propose)
        last.noted.connect(self.keeping.touch)
        self._add_step(last)

    def _add_step(self, step: FamilyStep | LimitStep) -> None:
        self.steps.append(step)
        self.stack.addWidget(step)

    def _begin_again(self, card: str = "", as_of: date | None = None) -> None:
        """Another card or day, or something on file moved: read anew, and keep what was typed."""
        scoring, last = self.scoring, self.last
        if scoring is None or last is None:
            return
        code, day = card or scoring.card.code, as_of or scoring.as_of
        self._kept = last.note.text, last.author.text().strip()
        if card or as_of is not None:
            self.keeping.touch()
        self._read(Wanted(self.customer_id, code, day, dict(scoring.given)))

    def _afresh(self) -> None:
        """Drop the draft and begin with what is on file."""
        self.keeping.drop(self.customer_id, kept=True, said=False)
        self._read(Wanted(self.customer_id, afresh=True))

    # -- steps ----------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """Which step is in view."""
        return self.stack.currentIndex()

    @property
    def last(self) -> LimitStep | None:
        """The step of limit and terms."""
        step = self.steps[-1] if self.steps else None
        return step if isinstance(step, LimitStep) else None

    def step(self, by: int) -> None:
        """Alt+←/→: the step before or after."""
        if self.steps:
            self.go_to(max(0, min(self.place + by, len(self.steps) - 1)))

    def go_to(self, place: int, *, focus: bool = True) -> None:
        """Show a step."""
        if not 0 <= place < len(self.steps):
            return
        left = self.steps[self.place] if 0 <= self.place < len(self.steps) else None
        if isinstance(left, FamilyStep) and place != self.place:
            left.leave()
        step = self.steps[place]
        self.stack.setCurrentWidget(step)
        step.visited = True
        step.refresh()
        if isinstance(step, FamilyStep) and focus and not self.rail.hasFocus():
            step.start()
        self.write_steps()
        self.rail.set_step(place)
        self._write_foot()

    def _on_forward(self) -> None:
        if self.place == len(self.steps) - 1:
            self.finish()
        else:
            self.step(1)

    def _on_edited(self, _code: str) -> None:
        """A value changed: everything that rests on it follows, within the frame."""
        step = self.stack.currentWidget()
        if isinstance(step, FamilyStep):
            step.refresh()
        self.panel.refresh()
        self.write_steps()
        self.keeping.touch()

    def _on_explained(self, _code: str) -> None:
        self.write_steps()
        self.keeping.touch()

    def write_steps(self) -> None:
        """Write the rail: points of each family, and where something is wrong."""
        scoring = self.scoring
        if scoring is None:
            return
        lang, sums = self.context.formats.lang, scoring.families()
        shown = []
        for place, step in enumerate(self.steps):
            state = self._state(place, step)
            if isinstance(step, FamilyStep):
                name = words.family_name(step.family.code, lang)
                points = words.of(sums[place].got, sums[place].most)
            else:
                name, points = self.tr("Limit and terms"), ""
            shown.append(Step(name, points, state, self._state_said(state)))
        self.rail.show_steps(shown)

    def _state(self, place: int, step: FamilyStep | LimitStep) -> StepState:
        now = place == self.place
        if isinstance(step, FamilyStep):
            fault = step.first_fault()
            if step.wrong or (fault is not None and not now):
                return StepState.PROBLEM
        if now:
            return StepState.CURRENT
        return StepState.DONE if step.visited else StepState.OPEN

    def _state_said(self, state: StepState) -> str:
        return {
            StepState.OPEN: self.tr("not looked at yet"),
            StepState.CURRENT: self.tr("in view"),
            StepState.DONE: self.tr("looked at"),
            StepState.PROBLEM: self.tr("something is wrong here"),
        }[state]

    # -- the proposal ---------------------------------------------------------------------------

    def _propose(self) -> None:
        scoring, last, session = self.scoring, self.last, self.context.company
        if scoring is None or last is None or self.stack.currentWidget() is not last:
            return
        customer_id, as_of, grade, who = self.customer_id, scoring.as_of, last.grade, last.approval.name

        def work(_control: Control) -> Proposal:
            return propose(session, customer_id, as_of, grade, who)

        self.context.runner.database(
            work, last.show_proposal, failed=self._failed, owner=last, key="scoring.proposal"
        )

    # -- drafts ---------------------------------------------------------------------------------

    def draft(self) -> Draft | None:
        """The scoring as it stands."""
        scoring, last = self.scoring, self.last
        if scoring is None or last is None:
            return None
        return Draft(
            self.customer_id,
            scoring.card,
            scoring.as_of,
            scoring.inputs(),
            scoring.facts,
            last.author.text().strip(),
            last.note.text,
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Going elsewhere keeps what was typed."""
        super().hideEvent(event)
        self.keeping.save()

    def may_leave(self) -> bool:
        """Closing keeps the draft, too."""
        self.keeping.flush()
        return True

    def _write_saved(self, *_: object) -> None:
        text = self.tr("Draft saved {time}").format(time=self.keeping.at)
        self.saved.setText(text if self.keeping.at else "")

    # -- leaving --------------------------------------------------------------------------------

    def ask_cancel(self) -> None:
        """Leave; ask first where a draft would be lost."""
        begun = self.begun
        if begun is not None and (self.keeping.dirty or self.keeping.at or begun.resumed):
            self.message.say(
                "warn",
                self.tr("Cancel the scoring? What you typed is dropped."),
                actions=[
                    (self.tr("Keep the draft and leave"), self._leave),
                    (self.tr("Drop it"), self.drop),
                    (self.tr("Go on"), self.message.hide),
                ],
                closable=False,
            )
        else:
            self._leave()

    def drop(self) -> None:
        """Drop the draft and go back to the customer."""
        self.keeping.drop(self.customer_id, kept=self.begun is not None and self.begun.resumed)
        self._leave()

    def _leave(self) -> None:
        customer_id = self.customer_id
        self.keeping.save()
        self._forget()
        self.context.navigator.go("customers", customer_id=customer_id, tab="score")

    def _forget(self) -> None:
        """The next visit begins anew."""
        self.begun = None
        self.keeping.forget()
        self.message.hide()

    # -- finishing ------------------------------------------------------------------------------

    def finish(self) -> None:
        """Check everything, go to the first fault, or store it."""
        scoring, last = self.scoring, self.last
        if scoring is None or last is None or self._ending or not writable(self.context):
            return
        for place, step in enumerate(self.steps):
            fault = step.first_fault() if isinstance(step, FamilyStep) else None
            if isinstance(step, FamilyStep) and fault is not None:
                self.go_to(place, focus=False)
                step.go_to(fault)
                self._say_fault(fault.fault)
                return
        wrong = last.wrong()
        if wrong:
            self.go_to(len(self.steps) - 1)
            last.go_to(wrong[0])
            return
        self._store(last)

    def _say_fault(self, fault: str) -> None:
        text = self.tr("A value that was typed over needs a word of reason.")
        self.message.say("warn", self.tr("A value cannot be read.") if fault else text)

    def _store(self, last: LimitStep) -> None:
        session, today, draft = self.context.company, self.context.company.clock.today(), self.draft()
        if draft is None:
            return
        ending = Ending(
            draft,
            last.override(self.customer_id, draft.as_of),
            last.limit(self.customer_id, today),
            last.approval.pin.text(),
        )
        self._set_ending(ending=True)
        self.context.runner.database(
            lambda _control: finish(session, ending), self._stored, failed=self._refused, owner=self
        )

    def _set_ending(self, *, ending: bool) -> None:
        self._ending = self.keeping.held = ending
        guard(self.context, self.forward, able=not ending)
        self.stack.setEnabled(not ending)

    def _stored(self, done: Sequence[ChangeSet]) -> None:
        self._set_ending(ending=False)
        self.keeping.forget()
        customer_id, session, context = self.customer_id, self.context.company, self.context
        self._forget()
        context.navigator.go("customers", customer_id=customer_id, tab="score")
        if len(done) == 1:
            context.notices.done(done[0])
            return

        def undo() -> None:
            context.runner.database(
                lambda _control: take_back(session, done),
                lambda change: context.notices.done(change) if change else None,
                failed=context.notices.error,
            )

        name, grade = done[0].params.get("name", ""), done[0].params.get("grade", "")
        text = self.tr("Scored {name}: {grade}; limit or grade decided with it")
        context.notices.toast(text.format(name=name, grade=grade), undo)

    def _refused(self, error: Exception) -> None:
        self._set_ending(ending=False)
        last = self.last
        if is_ours(error) or last is None:
            self.context.notices.error(error)
            return
        text = sentence(error, self.context.formats.lang)
        code = error.code if isinstance(error, HoldfastError) else ""
        self.go_to(len(self.steps) - 1)
        if not last.refused(code, text):
            self.message.say("danger", text)

    # -- links ----------------------------------------------------------------------------------

    def _on_crumb(self, place: int) -> None:
        if place == 0:
            self.context.navigator.go("customers")
        else:
            self.context.navigator.go("customers", customer_id=self.customer_id)

    def _show_behind(self, code: str) -> None:
        if self.scoring is None:
            return
        page, tab = place_behind(self.scoring.indicator(code))
        if page == "customers":
            self._show_tab(tab)
        else:
            self.context.navigator.go(page, tab=tab)

    def _show_tab(self, tab: str) -> None:
        self.context.navigator.go("customers", customer_id=self.customer_id, tab=tab)

    def _show_rules(self) -> None:
        if self.scoring is not None:
            self.context.navigator.go("credit_rules", tab="scorecards", code=self.scoring.card.code)

    def _show_old(self, assessment_id: int) -> None:
        go = self.context.navigator.go
        go("customers", customer_id=self.customer_id, tab="score", part=str(assessment_id))

    # -- Page -----------------------------------------------------------------------------------

    def on_change(self, change: ChangeSet) -> None:
        """Something that the values or the proposal rest on changed elsewhere."""
        if change.touched.keys() & _BEHIND:
            self._stale = True
        if self.isVisible() and self.last is not None and change.touched.keys() & _FRESH:
            self._propose()

    def actions_of_page(self) -> Sequence[QAction]:
        """Commands for the menu and the palette."""
        return (self.next_action, self.back_action, self.finish_action)

    def regions(self) -> Sequence[QWidget]:
        """Header, steps, questions, result."""
        return (self.header, self.rail, self.stack, self.panel)

    def status(self) -> str:
        """Which card as of which day."""
        if self.scoring is None:
            return ""
        formats = self.context.formats
        said = words.card_said(self.scoring.card, formats.lang)
        return f"{said} • {formats.day(self.scoring.as_of)}"

    def event(self, event: QEvent) -> bool:
        """Alt+←/→ go from step to step here, not from page to page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and steps_asked(event)
        ):
            # Taken here: a scroll area on the way up would swallow the arrow itself.
            event.accept()
            self.step(steps_asked(event))
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail and panel follow the window's width."""
        super().resizeEvent(event)
        self._arrange_parts()
        self.content.setContentsMargins(0, 0, 0, 0)

    def _arrange_parts(self) -> None:
        """Rail and panel as wide as the window has room for, the rail at least as its words."""
        narrow = self.window().width() < self.context.theme.breakpoint("rail")
        rail, panel = _NARROW if narrow else _WIDE
        rail = max(rail, self.chooser.rules.sizeHint().width() + 2 * _RAIL_EDGE)
        self._rail_box.setFixedWidth(rail)
        self.panel.setFixedWidth(panel)
        self._arrange_rail()
        self.foot.fit(self.width() - rail - panel - _EDGE - _RIGHT)

    def _arrange_rail(self) -> None:
        """English names need the whole width: their points stand below."""
        narrow = self.window().width() < self.context.theme.breakpoint("rail")
        self.rail.set_narrow(narrow=narrow or self.context.formats.lang != "zh")

    # -- words ----------------------------------------------------------------------------------

    def _write_foot(self) -> None:
        lang, place = self.context.formats.lang, self.place
        names = [
            words.family_name(step.family.code, lang)
            if isinstance(step, FamilyStep)
            else self.tr("Limit and terms")
            for step in self.steps
        ]
        self.back.setVisible(place > 0)
        if place > 0:
            self.back.setText(self.tr("Back: {step}").format(step=names[place - 1]))
        at_end = place >= len(names) - 1
        text = self.tr("Finish assessment")
        if not at_end:
            text = self.tr("Next: {step}").format(step=names[place + 1])
        self.forward.setText(text)
        guard(self.context, self.forward, self.finish_action, able=not self._ending)
        if not at_end:
            self.forward.setEnabled(True)
            self.forward.setToolTip("")
        self._arrange_parts()

    def retranslate(self) -> None:
        """Write every text of the page."""
        begun, formats = self.begun, self.context.formats
        name = formats.name(begun.name, begun.name_en) if begun is not None else ""
        path = [self.tr("Customers"), *([words.shortened(name)] if name else [])]
        self.header.breadcrumb.set_path([*path, ""], last_is_link=False)
        self.header.breadcrumb.setAccessibleName(" / ".join([*path, self.tr("Credit score")]))
        day = formats.day(begun.scoring.as_of) if begun is not None else ""
        self.header.set_title(self.tr("Credit score"), day)
        self.cancel.setText(self.tr("Cancel"))
        self.foot.hint.setText(self.tr("Alt+← / Alt+→ change the step"))
        self.rail.setAccessibleName(self.tr("Steps"))
        self.next_action.setText(self.tr("Next step"))
        self.back_action.setText(self.tr("Step before"))
        self.finish_action.setText(self.tr("Finish assessment"))
        self._write_saved()
        self._write_foot()
        self.write_steps()
        self.status_changed.emit(self.status())
