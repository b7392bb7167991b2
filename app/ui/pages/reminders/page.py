"""The reminders page: the run of a day, letters drafted and sent, the policies, and the words of letters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.duty import Duty
from app.ui.pages.customers.guard import guard
from app.ui.pages.page import Page
from app.ui.pages.reminders.errands import LetterErrands
from app.ui.pages.reminders.letters_panel import LettersPanel
from app.ui.pages.reminders.run_columns import days_late, letter_key
from app.ui.pages.reminders.run_panel import RunPanel
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.dunning_run import ProposedLetter
    from app.ui.context import PageContext
    from app.ui.pages.reminders.letter_detail import LetterDetailPanel
    from app.ui.pages.reminders.policies_panel import PoliciesPanel
    from app.ui.pages.reminders.run_detail import RunDetail
    from app.ui.pages.reminders.templates_panel import TemplatesPanel

TABS = ("run", "letters", "policies", "templates")
_RUN, _LETTERS, _POLICIES, _TEMPLATES = range(4)
_MOVES_RUN = frozenset(
    "document allocation instalment customer dispute promise payment_plan plan_part bill bill_cover letter "
    "stored_policy bank_line company dunning_run".split()
)
_MOVES_LETTERS = frozenset("letter document allocation dispute promise letter_template company".split())


class RemindersPage(Page):
    """``open(tab=…)`` goes to a tab, ``letter_id`` to a letter, ``chosen`` to a customer's part of the run.

    The run is today's; ``currency`` says which letter. ``customer_id`` asks for a letter to a customer.
    """

    names_tabs = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.errands = LetterErrands(context, self)
        self.run = RunPanel(context)
        self.letters = LettersPanel(context, self.errands)
        self._policies: PoliciesPanel | None = None
        self._templates: TemplatesPanel | None = None
        self._stale = [True, True, True, True]
        self._chosen, self._currency = 0, ""
        self.tabs = Tabs()
        for panel in (self.run, self.letters, QWidget(), QWidget()):
            self.tabs.add(panel, "")
        self.content.addWidget(self.tabs, 1)
        self._build_foot()
        self.add_action_bar(self.foot)
        self.add_action_bar(self.letters.bar)
        self._add_actions()
        self._connect()
        self.retranslate()

    def _build_foot(self) -> None:
        theme = self.context.theme
        self.foot = QFrame()
        self.foot.setProperty("area", "bar")
        self.foot.setFixedHeight(theme.size("actionBar"))
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        row.setSpacing(8)
        self.said = label("", "body")
        self.look_button = button(theme, "", "normal", "file-text", self._look_through)
        self.draft_button = button(theme, "", "primary", run=self.run.draft)
        row.addWidget(self.said, 1)
        row.addWidget(self.look_button)
        row.addWidget(self.draft_button)

    def _add_actions(self) -> None:
        self._draft_action = QAction(self)
        self._draft_action.triggered.connect(lambda _on=False: self.run.draft())
        self._print_action = QAction(self)
        self._print_action.setShortcut(QKeySequence("Ctrl+P"))
        self._print_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._print_action.triggered.connect(lambda _on=False: self._print())
        self.addAction(self._print_action)
        self._tab_actions = []
        for place in range(len(TABS)):
            action = QAction(self)
            action.triggered.connect(partial(self._go_to_tab, place))
            self._tab_actions.append(action)

    def _connect(self) -> None:
        self.header.breadcrumb.chosen.connect(lambda _place: self.context.navigator.go("today"))
        self.tabs.changed.connect(self._on_tab)
        self.run.opened.connect(self._open_proposed)
        self.run.shown.connect(self._on_run)
        self.run.drafted.connect(self._on_drafted)
        self.run.checks_changed.connect(self._say_foot)
        self.run.table.current_changed.connect(self._on_current)
        self.letters.opened.connect(self._open_letter)
        self.letters.table.current_changed.connect(self._on_letter)
        self.letters.new_run.connect(partial(self.tabs.show_tab, _RUN))

    # -- the parts that load when first seen -----------------------------------------------------

    @property
    def policies(self) -> PoliciesPanel:
        """The policies; built when first looked at."""
        if self._policies is None:
            from app.ui.pages.reminders.policies_panel import PoliciesPanel  # noqa: PLC0415 - see above

            self._policies = PoliciesPanel(self.context.doing(Duty.RULES))
            self._put(_POLICIES, self._policies)
        return self._policies

    @property
    def templates(self) -> TemplatesPanel:
        """The words of letters; built when first looked at."""
        if self._templates is None:
            from app.ui.pages.reminders.templates_panel import TemplatesPanel  # noqa: PLC0415 - see above

            self._templates = TemplatesPanel(self.context.doing(Duty.RULES))
            self._templates.dirty_changed.connect(self._write_titles)
            self._put(_TEMPLATES, self._templates)
        return self._templates

    def _put(self, place: int, panel: QWidget) -> None:
        old = self.tabs.stack.widget(place)
        if old is not None:
            self.tabs.stack.removeWidget(old)
            old.deleteLater()
        self.tabs.stack.insertWidget(place, panel)
        self.tabs.stack.setCurrentIndex(self.tabs.bar.currentIndex())

    @property
    def _details(self) -> tuple[RunDetail, LetterDetailPanel]:
        """What the drawer holds; built when something is first opened."""
        if self.drawer is None:
            from app.ui.pages.reminders.letter_detail import LetterDetailPanel  # noqa: PLC0415 - see above
            from app.ui.pages.reminders.run_detail import RunDetail  # noqa: PLC0415 - see above

            drawer = self.add_drawer()
            self.proposed = RunDetail(self.context, drawer)
            self.letter = LetterDetailPanel(self.context, drawer, self.errands)
            self.proposed.left.connect(lambda letter, out: self.run.leave(letter, out=out))
            self.proposed.preview.connect(self._look_at)
            self.letter.lost.connect(self._on_lost)
            for panel in (self.proposed, self.letter):
                drawer.body.addWidget(panel)
                drawer.footer.addWidget(panel.foot_box)
            drawer.body.addStretch(1)
        return self.proposed, self.letter

    def _show_detail(self, *, proposed: bool) -> None:
        first, second = self._details
        for panel, on in ((first, proposed), (second, not proposed)):
            panel.setVisible(on)
            panel.foot_box.setVisible(on)
        self.add_drawer().open_drawer()

    # -- Page -----------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show a tab, a letter, a customer's letter of the run, or write to a customer."""
        letter_id, customer_id = params.get("letter_id"), params.get("customer_id")
        chosen = params.get("chosen")
        self._chosen = chosen if isinstance(chosen, int) else 0
        self._currency = str(params.get("currency") or "")
        tab = str(params.get("tab", ""))
        if isinstance(letter_id, int) and letter_id:
            self.tabs.show_tab(_LETTERS)
            self._open_letter(letter_id)
        elif tab in TABS:
            self.tabs.show_tab(TABS.index(tab))
        if isinstance(customer_id, int) and customer_id:
            self.errands.write(customer_id)
        if self._chosen:
            self._choose()
        self._read_if_stale()

    def _choose(self) -> None:
        """Show the customer one came here for at once where today's run is known, else once it is."""
        today = self.context.company.clock.today()
        if self.run.as_of.day != today:
            self.run.as_of.set_day(today)
            self._stale[_RUN] = True
        if self.run.proposal is not None and not self._stale[_RUN]:
            self._show_chosen()

    def _show_chosen(self) -> None:
        """Open the drawer on the customer one came here for; where nothing is proposed, say why not."""
        wanted, self._chosen = self._chosen, 0
        proposal = self.run.proposal
        found = [each for each in proposal.letters if each.customer_id == wanted] if proposal else []
        letter = next((each for each in found if each.currency == self._currency), next(iter(found), None))
        if letter is not None:
            self.run.show_letters()
            self.run.table.view.select_id(letter_key(letter))
            self._open_proposed(letter)
            self.run.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.run.show_skipped(wanted)

    def _go_to_tab(self, place: int, *_: object) -> None:
        self.tabs.show_tab(place)

    def _on_tab(self, place: int) -> None:
        if self.drawer is not None:
            self.drawer.close_drawer()
        if place == _POLICIES:
            self.policies.show()
        elif place == _TEMPLATES:
            self.templates.show()
        self._read_if_stale()
        self._say_foot()
        self.letters.show_checks()
        self.status_changed.emit(self.status())

    def _read_if_stale(self) -> None:
        place = self.tabs.bar.currentIndex()
        if not self._stale[place]:
            return
        self._stale[place] = False
        if place == _RUN:
            self.run.read()
        elif place == _LETTERS:
            self.letters.read()
        elif place == _POLICIES:
            self.policies.read()
        else:
            self.templates.read()

    def on_change(self, change: ChangeSet) -> None:
        """Read again what the change moved; the rest when it is next seen."""
        touched = change.touched.keys()
        if touched & _MOVES_RUN:
            self._stale[_RUN] = True
        if touched & _MOVES_LETTERS:
            self._stale[_LETTERS] = True
            if self.drawer is not None and self.drawer.is_open and self.letter.isVisibleTo(self.drawer):
                self.letter.show_letter(self.letter.letter_id)
        if touched & {"stored_policy", "company"}:
            self._stale[_POLICIES] = True
        if "letter_template" in touched:
            self._stale[_TEMPLATES] = True
        if self.isVisible():
            self._read_if_stale()

    def status(self) -> str:
        """The day of the run and how much it proposes."""
        proposal, formats = self.run.proposal, self.context.formats
        if proposal is None or self.tabs.bar.currentIndex() != _RUN:
            return ""
        parts = [self.tr("As of {day}").format(day=formats.day(proposal.as_of))]
        parts.append(self.tr("%n letter(s)", "", len(proposal.letters)))
        if proposal.last_run is not None:
            parts.append(self.tr("last run {day}").format(day=formats.day(proposal.last_run)))
        return " • ".join(parts)

    def focus_search(self) -> None:
        """Ctrl+F."""
        place = self.tabs.bar.currentIndex()
        field = {_RUN: self.run.search, _LETTERS: self.letters.search}.get(place)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer of the letter the keyboard is on."""
        place = self.tabs.bar.currentIndex()
        table = {_RUN: self.run.table, _LETTERS: self.letters.table}.get(place)
        if table is None or not table.view.hasFocus():
            return False
        row = table.view.currentIndex().row()
        model = self.run.model if place == _RUN else self.letters.model
        found = model.row_at(row) if 0 <= row < model.rowCount() else None
        if found is not None:
            self.errands.write(found.customer_id)
        return found is not None

    def actions_of_page(self) -> Sequence[QAction]:
        """Drafting, printing and the tabs, for the menu and the palette."""
        return (self._draft_action, self._print_action, *self._tab_actions)

    def help_tab(self) -> str:
        """F1: the tab in view."""
        return TABS[self.tabs.bar.currentIndex()]

    def regions(self) -> Sequence[QWidget]:
        """Header, tabs, their panel, the foot."""
        return (self.header, self.tabs.bar, self.tabs.stack, self.foot)

    @property
    def unsaved(self) -> bool:
        """Whether words typed into a template would be lost."""
        return self._templates is not None and self._templates.dirty

    def may_leave(self) -> bool:
        """Words typed into a template are not lost without being asked about."""
        if self._templates is None or not self.unsaved:
            return True
        self.context.navigator.go("reminders", tab="templates")
        return self._templates.may_leave()

    # -- the run --------------------------------------------------------------------------------

    def _on_run(self) -> None:
        self._say_foot()
        self.status_changed.emit(self.status())
        if self._chosen:
            self._show_chosen()
            return
        if self.drawer is None or not self.drawer.is_open or self.proposed.isHidden():
            return
        before = self.proposed.letter
        found = self.run.proposal.letters if self.run.proposal is not None else ()
        now = next((each for each in found if before is not None and each.key == before.key), None)
        if now is None:
            self.drawer.close_drawer()
        else:
            self._open_proposed(now)

    def _open_proposed(self, letter: ProposedLetter) -> None:
        proposal = self.run.proposal
        if proposal is None:
            return
        self._show_detail(proposed=True)
        self.proposed.show_letter(letter, proposal.as_of, out=letter.key in self.run.left_out)

    def _on_current(self, row_id: int) -> None:
        if self.drawer is not None and self.drawer.is_open and not self.proposed.isHidden():
            letter = self.run.letter(row_id)
            if letter is not None:
                self._open_proposed(letter)

    def _on_drafted(self, ids: Sequence[int]) -> None:
        self.tabs.show_tab(_LETTERS)
        self.letters.show_scope("draft", ids)
        self._stale[_LETTERS] = False

    def _say_foot(self) -> None:
        in_run = self.tabs.bar.currentIndex() == _RUN
        proposal = self.run.proposal
        self.foot.setVisible(in_run and proposal is not None and bool(proposal.letters))
        if proposal is None:
            return
        chosen, formats = self.run.chosen(), self.context.formats
        sums: dict[str, int] = {}
        for letter in chosen:
            sums[letter.currency] = sums.get(letter.currency, 0) + letter.total
        words = " · ".join(formats.money(minor, currency) for currency, minor in sums.items())
        text = self.tr("%n letter(s)", "", len(chosen))
        out = len(proposal.letters) - len(chosen)
        parts = [text, words, self.tr("%n left out", "", out) if out else ""]
        self.said.setText("  •  ".join(part for part in parts if part))
        self.draft_button.setText(self.tr("Create %n draft(s)", "", len(chosen)))
        able = bool(chosen) and proposal.refusal is None
        guard(self.context, self.draft_button, self._draft_action, able=able)
        self.look_button.setEnabled(bool(chosen))

    def _look_through(self) -> None:
        chosen = self.run.chosen()
        if chosen:
            self._look_at(max(chosen, key=days_late) if len(chosen) == 1 else chosen[0])

    def _look_at(self, letter: ProposedLetter) -> None:
        """Look through all proposed letters in full, beginning with one."""
        from app.ui.pages.reminders.looking import look_through  # noqa: PLC0415 - loads on first use

        if self.run.proposal is not None:
            look_through(self.context, self.run, letter, self)

    # -- letters --------------------------------------------------------------------------------

    def _open_letter(self, letter_id: int) -> None:
        self._show_detail(proposed=False)
        self.letter.show_letter(letter_id)

    def _on_letter(self, letter_id: int) -> None:
        if letter_id and self.drawer is not None and self.drawer.is_open and not self.letter.isHidden():
            self.letter.show_letter(letter_id)

    def _on_lost(self, error: Exception) -> None:
        self.add_drawer().close_drawer()
        self.context.notices.error(error)

    def _print(self) -> None:
        place = self.tabs.bar.currentIndex()
        if place == _LETTERS and self.letters.model.checked:
            self.letters.print_checked()
        elif place == _RUN:
            self._look_through()

    # -- words ----------------------------------------------------------------------------------

    def _write_titles(self, *_: object) -> None:
        mark = " •" if self._templates is not None and self._templates.dirty else ""
        titles = [self.tr("Run"), self.tr("Letters"), self.tr("Policies"), self.tr("Templates")]
        self.tabs.set_titles([*titles[:-1], titles[-1] + mark])

    def retranslate(self) -> None:
        """Write every text of the page."""
        self.header.breadcrumb.set_path([self.tr("Today")], last_is_link=True)
        self.header.set_title(
            self.tr("Reminders"), self.tr("A letter counts only once you say that it was sent")
        )
        self._write_titles()
        self.tabs.bar.setAccessibleName(self.tr("Parts of the reminders"))
        self.look_button.setText(self.tr("Look through"))
        self._draft_action.setText(self.tr("Create the drafts of the run"))
        self._print_action.setText(self.tr("Print or save letters…"))
        texts = (self.tr("Run"), self.tr("Letters"), self.tr("Policies"), self.tr("Templates"))
        for action, text in zip(self._tab_actions, texts, strict=True):
            action.setText(self.tr("Reminders: {part}").format(part=text))
        self._say_foot()
