"""Reading one's own policy into the program: the clauses group by group, checked as they are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.policy_guide import ASKED_FIRST, GROUPS, group_of
from app.domain.policy_period import PolicyState
from app.domain.problem import Severity
from app.ui.faults import is_ours, sentence
from app.ui.i18n import Retranslated
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.policies.clause_row import ClauseRow
from app.ui.pages.insurance.policies.columns import STATE_TONES, policy_name
from app.ui.pages.insurance.policies.draft import GUIDE, PAGES, RECORD, PolicyDraft
from app.ui.pages.insurance.policies.record_page import RecordPage
from app.ui.pages.scoring.step_rail import Step, StepRail, StepState
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.ui.widgets.line_list import Line, LineList
from app.ui.widgets.message_strip import MessageStrip
from app.words import say
from app.words.clause_text import clause_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.policy_period import Policy
    from app.domain.problem import Problem
    from app.services.control import Control
    from app.ui.context import PageContext

_RAIL, _PAUSE_MS = 272, 250


class PolicyEditor(Retranslated):
    """``closed`` leads back to the list; ``changed`` says that something is unsaved, or was saved."""

    closed = Signal()
    changed = Signal()
    kept = Signal(int)
    activation = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.stored: Policy | None = None
        self.draft: PolicyDraft | None = None
        self.buyers: Mapping[int, str] = {}
        self.sources: Mapping[str, str] = {}
        self.problems: Sequence[Problem] = ()
        self.page = RECORD
        self.rows: list[ClauseRow] = []
        self.record_page: RecordPage | None = None
        self.at_large: QLabel | None = None
        theme = context.theme
        self.back_button = button(theme, "", "link", "chevron-left", self.leave)
        self.name, self.state = label("", "section"), Chip(theme)
        self.activate_button = button(theme, "", "normal", "badge-check", self._activate)
        self.drop_button = button(theme, "", "quiet", run=self.drop)
        self.save_button = button(theme, "", "primary", run=self.save)
        self.strip, self.message = MessageStrip(theme), MessageStrip(theme)
        self.rail = StepRail(theme)
        self.rail.setFixedWidth(_RAIL)
        self.found = LineList(theme, most=3)
        self.found_title = label("", "small", "secondary")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self._lay_out()
        self.rail.asked.connect(lambda place: self.show_page(PAGES[place]))
        self.found.clicked.connect(lambda _index: self._open_problem(self.found.current_id()))
        self.found.opened.connect(self._open_problem)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            short = QShortcut(QKeySequence(keys), self, self.save)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.name)
        head.addWidget(self.state)
        head.addStretch(1)
        for widget in (self.activate_button, self.drop_button, self.save_button):
            head.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.rail, 1)
        left.addWidget(self.found_title)
        left.addWidget(self.found)
        self.found.setFixedWidth(_RAIL)
        inner = QWidget()
        inner.setProperty("area", "window")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(inner)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addLayout(left)
        body.addWidget(self.area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.strip)
        layout.addWidget(self.message)
        layout.addLayout(body, 1)

    # -- showing --------------------------------------------------------------------------------

    def show_policy(
        self,
        policy: Policy,
        buyers: Mapping[int, str],
        sources: Mapping[str, str],
        page: str = "",
        clause: str = "",
    ) -> None:
        """Edit a policy; ``sources`` says per clause where its shape's value comes from."""
        fresh = self.stored is None or self.stored.id != policy.id or not policy.id
        self.stored, self.buyers, self.sources = policy, buyers, sources
        held = "" if fresh else self._held()
        self.draft = PolicyDraft.of(policy)
        self.record_page = None  # what stands there is of the policy shown before
        self.problems = ()
        self.message.hide()
        if clause:
            self.show_page(group_of(clause), clause)
        else:
            self.show_page(page or (RECORD if fresh else self.page))
        again = next((row for row in self.rows if row.clause == held), None)
        if again is not None and not clause:
            again.take_focus()
        self._check()

    def _held(self) -> str:
        """The clause that has the keyboard, "" for none."""
        held = cast("QWidget | None", self.focusWidget())
        return next((row.clause for row in self.rows if held is not None and row.isAncestorOf(held)), "")

    def show_page(self, page: str, clause: str = "") -> None:
        """One group of clauses, the head of the policy, or what matters first."""
        draft = self.draft
        if draft is None:
            return
        self._take_record()
        bar = self.area.verticalScrollBar()
        at = bar.value() if page == self.page else 0
        self.page = page
        clear(self.column)
        self.rows, self.record_page, self.at_large = [], None, None
        frozen = not writable(self.context) or draft.record.state == PolicyState.ANNULLED
        self.column.addWidget(self._heading(page))
        if page == RECORD:
            self.at_large = label("", "small", "warn", wrap=True)
            self.column.addWidget(self.at_large)
            self.record_page = RecordPage(self.context, draft.record, read_only=frozen)
            self.record_page.edited.connect(self._on_edit)
            self.column.addWidget(self.record_page)
        else:
            for name in self._clauses(page):
                source = self.sources.get(name, "")
                row = ClauseRow(self.context, draft, name, self.buyers, source=source, read_only=frozen)
                row.edited.connect(self._on_edit)
                self.rows.append(row)
                self.column.addWidget(row)
        self.column.addStretch(1)
        self.rail.set_step(PAGES.index(page))
        QTimer.singleShot(0, bar, partial(bar.setValue, at))
        self._tell_rows()
        self._follow()
        wanted = next((row for row in self.rows if row.clause == clause), None)
        if wanted is not None:
            QTimer.singleShot(0, wanted, partial(self._go_to, wanted))

    def _go_to(self, row: ClauseRow) -> None:
        self.area.ensureWidgetVisible(row)
        row.take_focus()

    def _clauses(self, page: str) -> tuple[str, ...]:
        if page == GUIDE:
            return ASKED_FIRST
        return next((group.clauses for group in GROUPS if group.code == page), ())

    def _heading(self, page: str) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(self._page_name(page), "section"))
        text = {
            RECORD: self.tr("As they stand on the first page of the policy."),
            GUIDE: self.tr(
                "Have the policy and its schedule at hand. Without these clauses no figure can be trusted; "
                "the rest can follow group by group."
            ),
        }.get(page)
        help_text = text or say(f"clause_group_help.{page}", self.context.formats.lang)
        layout.addWidget(label(help_text, "small", "secondary", wrap=True))
        return made

    def _page_name(self, page: str) -> str:
        if page == RECORD:
            return self.tr("Policy and period")
        if page == GUIDE:
            return self.tr("What matters first")
        return say(f"clause_group.{page}", self.context.formats.lang)

    # -- following ------------------------------------------------------------------------------

    def _on_edit(self) -> None:
        self._take_record()
        self._follow()
        self._pause.start()

    def _take_record(self) -> None:
        if self.record_page is not None and self.draft is not None:
            self.draft.record = self.record_page.record()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved; a new policy is unsaved from the start."""
        if self.draft is None or self.stored is None or not writable(self.context):
            return False
        return not self.stored.id or not self.draft.same_as(self.stored)

    def _follow(self) -> None:
        draft, stored = self.draft, self.stored
        if draft is None or stored is None:
            return
        lang = self.context.formats.lang
        self.name.setText(policy_name(draft.record) or self.tr("New policy"))
        state = stored.state_on(self.context.company.clock.today())
        self.state.set(say(f"policy_state.{state}", lang), STATE_TONES[state])
        why = self.tr("Something cannot be read yet.") if draft.faults else self.tr("Nothing is changed.")
        guard(self.context, self.save_button, able=self.dirty and not draft.faults, because=why)
        self.drop_button.setVisible(self.dirty)
        self.drop_button.setText(self.tr("Discard"))
        self.activate_button.setVisible(state is PolicyState.DRAFT and bool(stored.id))
        guard(self.context, self.activate_button, able=not self.dirty)
        if self.dirty:
            self.activate_button.setToolTip(self.tr("Save first"))
        self._write_strip()
        self.rail.show_steps([self._step(page) for page in PAGES])
        self.changed.emit()

    def _write_strip(self) -> None:
        draft = self.draft
        left = len(draft.terms.unchecked) if draft is not None else 0
        if draft is None or draft.record.state != PolicyState.DRAFT:
            self.strip.hide()
            return
        if left:
            text = self.tr("%n clause(s) still to be compared with your policy.", "", left)
            text = f"{self._whence()} {text}"
            actions = [(self.tr("Next one"), self.next_unchecked)]
            self.strip.say("warn", text, actions=actions, closable=False)
        else:
            text = self.tr(
                "A draft insures nothing yet: it counts once you have checked it against your policy."
            )
            self.strip.say("info", text, closable=False)

    def _whence(self) -> str:
        """Where the clauses come from that nobody compared yet."""
        if self.draft is not None and self.draft.record.previous_id:
            return self.tr("Taken over from the last policy: compare every clause with the new one.")
        return say("template.about", self.context.formats.lang)

    def _step(self, page: str) -> Step:
        draft = self.draft
        clauses = set(self._clauses(page))
        left = sum(name in clauses for name in draft.terms.unchecked) if draft is not None else 0
        faults = any(name in clauses for name in draft.faults) if draft is not None else False
        wrong = [one for one in self.problems if self._page_of(one) == page and page != GUIDE]
        errors = faults or any(one.severity is Severity.ERROR for one in wrong)
        parts = [self.tr("%n to compare", "", left)] if left else []
        parts += [self.tr("%n to look at", "", len(wrong))] if wrong else []
        count = self.context.formats.count(left or len(wrong)) if parts else ""
        state = StepState.PROBLEM if errors else StepState.OPEN if left else StepState.DONE
        if page == self.page and not errors:
            state = StepState.CURRENT
        return Step(self._page_name(page), count, state, " · ".join(parts))

    def next_unchecked(self) -> None:
        """Go to the next clause nobody compared yet, after the ones in view."""
        draft = self.draft
        if draft is None or not draft.terms.unchecked:
            return
        here = PAGES.index(self.page)
        pages = [page for page in (*PAGES[here:], *PAGES[:here]) if page not in {RECORD, GUIDE}]
        for page in pages:
            for name in self._clauses(page):
                if draft.unchecked(name):
                    self.show_page(page, name)
                    return

    # -- checking -------------------------------------------------------------------------------

    def _check(self) -> None:
        draft = self.draft
        if draft is None:
            return
        policies, terms, record = self.context.company.policies, draft.terms, draft.record

        def done(found: Sequence[Problem]) -> None:
            self.problems = found
            self._tell_rows()
            self._follow()

        self.context.runner.database(
            lambda _control: policies.check(terms, record), done, owner=self, key="policy.check"
        )

    def _at(self, problem: Problem) -> str:
        return str(problem.params.get("at", ""))

    def _page_of(self, problem: Problem) -> str:
        at = self._at(problem)
        return next((group.code for group in GROUPS if at in group.clauses), RECORD)

    def _tell_rows(self) -> None:
        lang = self.context.formats.lang
        for row in self.rows:
            row.show_problems([one for one in self.problems if self._at(one) == row.clause])
        if self.at_large is not None:
            told = [one for one in self.problems if self._page_of(one) == RECORD]
            self.at_large.setText("\n".join(say(one.code, lang, **dict(one.params)) for one in told))
            self.at_large.setVisible(bool(told))
        lines = []
        for place, one in enumerate(self.problems, 1):
            at = self._at(one)
            name = clause_name(at, lang) if at and self._page_of(one) != RECORD else self._page_name(RECORD)
            error = one.severity is Severity.ERROR
            chip, tone = (self.tr("Wrong"), "danger") if error else ("", "neutral")
            lines.append(Line(place, "", name, say(one.code, lang, **dict(one.params)), chip, tone))
        self.found.show_lines(lines)
        self.found.setVisible(bool(lines))
        self.found_title.setVisible(bool(lines))
        self.found_title.setText(self.tr("%n thing(s) to look at", "", len(lines)))

    def _open_problem(self, place: int) -> None:
        if 0 < place <= len(self.problems):
            problem = self.problems[place - 1]
            page = self._page_of(problem)
            self.show_page(page, self._at(problem) if page != RECORD else "")

    # -- keeping --------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the policy; go to the first fault where it cannot be kept."""
        draft = self.draft
        if draft is None or not writable(self.context):
            return
        self._take_record()
        if draft.faults:
            clause = next(iter(draft.faults))
            self.show_page(group_of(clause), clause)
            return
        if not self._sound_record():
            return
        policies, record, terms = self.context.company.policies, draft.record, draft.terms

        def done(change: ChangeSet) -> None:
            self.message.hide()
            self.stored = None
            self.context.notices.done(change)
            ids = change.touched.get("insurance_policy") or {record.id}
            self.kept.emit(record.id or max(ids))

        self._run(lambda _control: policies.save(record, terms), done)

    def _sound_record(self) -> bool:
        """Whether the head can be kept; where not, it is shown with what is wrong."""
        draft = self.draft
        assert draft is not None  # noqa: S101 - tells the type checker
        record = draft.record
        if record.insurer.strip() and record.number.strip() and record.end >= record.start:
            return True
        if self.page != RECORD:
            self.show_page(RECORD)
        if self.record_page is not None:
            self.record_page.wrong()
        return False

    def _run(self, work: Callable[[Control], ChangeSet], done: Callable[[ChangeSet], None]) -> None:
        def refused(error: Exception) -> None:
            if is_ours(error):
                self.context.notices.error(error)
            else:
                self.message.say("danger", sentence(error, self.context.formats.lang))

        self.context.runner.database(work, done, failed=refused, owner=self)

    def drop(self) -> None:
        """Back to what is stored; a policy never stored is given up."""
        stored = self.stored
        if stored is None:
            return
        if not stored.id:
            self.give_up()
            self.closed.emit()
            return
        self.show_policy(stored, self.buyers, self.sources, self.page)

    def give_up(self) -> None:
        """Forget the policy in view."""
        self.stored = self.draft = self.record_page = None
        self.message.hide()
        self.changed.emit()

    def _activate(self) -> None:
        if self.stored is not None and self.stored.id:
            self.activation.emit(self.stored.id)

    def leave(self) -> None:
        """Back to the list, unless something is unsaved."""
        if self.may_leave():
            self.give_up()
            self.closed.emit()

    def may_leave(self) -> bool:
        """Ask before something typed is lost."""
        if not self.dirty:
            return True
        self.message.say(
            "warn",
            self.tr("This policy is not saved."),
            actions=[(self.tr("Save"), self.save), (self.tr("Discard"), self._discard)],
            closable=False,
        )
        return False

    def _discard(self) -> None:
        self.give_up()
        self.closed.emit()

    def retranslate(self) -> None:
        """Write every text of the editor."""
        self.back_button.setText(self.tr("Policies"))
        self.save_button.setText(self.tr("Save"))
        self.activate_button.setText(self.tr("I have checked it against my policy…"))
        self.rail.setAccessibleName(self.tr("Groups of clauses"))
        self.found.setAccessibleName(self.tr("What is to be looked at"))
        if self.draft is not None:
            self.show_page(self.page)
