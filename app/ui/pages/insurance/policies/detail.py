"""The drawer of a policy: what it pays, how far it is used, what came before and after, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.policy_guide import ASKED_FIRST, group_of
from app.domain.policy_period import PolicyState
from app.ui.models.columns import DASH
from app.ui.pages.customers.guard import guard
from app.ui.pages.insurance.policies.columns import (
    STATE_TONES,
    period_words,
    policy_name,
    value_words,
)
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.words import say
from app.words.clause_text import clause_name

if TYPE_CHECKING:
    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.services.cover_views import Meters
    from app.services.policy_views import PolicyView
    from app.ui.context import PageContext
    from app.ui.pages.insurance.policies.panel import PoliciesPanel


class PolicyDetail(Detail):
    """``show_view`` fills it; a clause leads to its place in the editor."""

    def __init__(self, context: PageContext, panel: PoliciesPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.view: PolicyView | None = None
        self.meters: Meters | None = None
        theme = context.theme
        self.state, self.marks = Chip(theme), Chip(theme)
        self.figures, self.used = Figures(theme), Figures(theme)
        self.says = label("", "body", "secondary", wrap=True)
        self.line_title, self.clauses_title = label("", "section"), label("", "section")
        self.line, self.clauses = LineList(theme), LineList(theme, most=20)
        self._lay_out()
        self._add_buttons()
        self.line.opened.connect(self._panel.open_policy)
        self.clauses.opened.connect(self._open_clause)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.state)
        chips.addWidget(self.marks)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        for widget in (
            self.figures, self.used, self.says, self.line_title, self.line, self.clauses_title, self.clauses,
        ):  # fmt: skip
            layout.addWidget(widget)

    def _add_buttons(self) -> None:
        theme, acts = self.context.theme, self._panel.acts
        self.edit_button = button(theme, "", "primary", "pencil", lambda: self._panel.edit(self.policy_id))
        self.check_button = button(theme, "", "normal", "badge-check", lambda: acts.activate(self.view))
        self.renew_button = button(
            theme, "", "normal", "refresh-cw", lambda: self._panel.renew(self.policy_id)
        )
        self.more_button = button(theme, "", "normal", "chevron-down", self._open_more)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.check_button, self.renew_button, self.more_button):
            row.addWidget(each, 1)
        self.foot_layout.addWidget(self.edit_button)
        self.foot_layout.addLayout(row)

    @property
    def policy_id(self) -> int:
        """Which policy is shown, 0 for none."""
        return self.view.policy.id if self.view is not None else 0

    # -- showing --------------------------------------------------------------------------------

    def show_view(self, view: PolicyView) -> None:
        """Show a policy, then ask how far it is used."""
        if view.policy.id != self.policy_id:
            self.meters = None
        self.view = view
        self._write()
        if not view.policy.in_use:
            return
        session, policy_id = self.context.company, view.policy.id

        def work(_control: Control) -> Meters:
            return session.cover.meters(policy_id, session.clock.today())

        def done(found: Meters) -> None:
            if self.policy_id == policy_id:
                self.meters = found
                self._write_used()

        self.context.runner.database(
            work, done, failed=self.context.notices.error, owner=self, key="policy.meters"
        )

    def write_title(self) -> None:
        """Name the policy at the drawer's head."""
        drawer, view = self._panel.host.drawer, self.view
        if drawer is not None and view is not None:
            record = view.policy.record
            words = (record.product, period_words(view.policy, self.context.formats))
            drawer.set_title(policy_name(record), " • ".join(filter(None, words)))

    def _write(self) -> None:
        view, formats = self.view, self.context.formats
        if view is None:
            return
        if self._panel.host.shows_detail(self):
            self.write_title()
        lang, terms, currency = formats.lang, view.policy.terms, view.policy.record.currency
        self.state.set(say(f"policy_state.{view.state}", lang), STATE_TONES[view.state])
        left = len(terms.unchecked)
        self.marks.setVisible(bool(left))
        self.marks.set(self.tr("%n to compare", "", left), "warn")
        words = {
            name: DASH
            if getattr(terms, name) is None
            else value_words(name, terms, currency, formats, self._panel.buyers)
            for name in ("insured_pct", "max_extension_days", "waiting_days")
        }
        self.figures.set(
            [
                (self.tr("Insured"), words["insured_pct"], "", ""),
                (self.tr("Extension"), words["max_extension_days"], "", ""),
                (self.tr("Waiting"), words["waiting_days"], "", ""),
            ]
        )
        self._write_used()
        self.says.setText(self._sentence(view))
        self.says.setVisible(bool(self.says.text()))
        self._write_line(view)
        self.clauses.show_lines(
            [
                Line(
                    place,
                    "",
                    clause_name(name, lang),
                    " · ".join(
                        filter(
                            None,
                            (
                                value_words(name, terms, currency, formats, self._panel.buyers),
                                terms.where.get(name, ""),
                            ),
                        )
                    ),
                    say("clause.unchecked", lang) if name in terms.unchecked else "",
                    "warn",
                )
                for place, name in enumerate(ASKED_FIRST, 1)
            ]
        )
        self._write_buttons(view)

    def _write_used(self) -> None:
        view, found = self.view, self.meters
        self.used.setVisible(view is not None and view.policy.in_use and found is not None)
        if view is None or found is None:
            return
        formats, currency = self.context.formats, view.policy.record.currency

        def money(minor: int) -> str:
            return formats.money(minor, currency, whole=True)

        shown = [(self.tr("Insured balance"), money(found.insured), "", "")]
        if found.liability is not None:
            note = self.tr("of {amount}").format(amount=money(found.liability))
            shown.append((self.tr("Liability used"), money(found.liability_used), note, ""))
        if found.first_loss is not None:
            note = self.tr("of {amount}").format(amount=money(found.first_loss))
            shown.append((self.tr("First loss used"), money(found.first_loss_used), note, ""))
        else:
            shown.append((self.tr("Premium paid"), money(found.premium_paid), "", ""))
        self.used.set(shown)

    def _sentence(self, view: PolicyView) -> str:
        record, formats = view.policy.record, self.context.formats
        told = []
        if view.state is PolicyState.DRAFT:
            told.append(self.tr("A draft insures nothing: check it against your policy first."))
        if record.checked_on is not None:
            text = self.tr("Checked against the policy on {day}.")
            told.append(text.format(day=formats.day_in_text(record.checked_on)))
        if record.ended_on is not None:
            told.append(self.tr("It ended early, on {day}.").format(day=formats.day_in_text(record.ended_on)))
        people = " · ".join(filter(None, (record.holder, record.broker, record.contact)))
        return " ".join(filter(None, [*told, people, record.note]))

    def _write_line(self, view: PolicyView) -> None:
        formats = self.context.formats

        def line(policy: Policy, text: str) -> Line:
            return Line(
                policy.id, "", policy_name(policy.record), f"{text} · {period_words(policy, formats)}"
            )

        lines = []
        if view.previous is not None:
            lines.append(line(view.previous, self.tr("Before it")))
        if view.following is not None:
            lines.append(line(view.following, self.tr("Renewed by")))
        self.line.show_lines(lines)
        self.line.setVisible(bool(lines))
        self.line_title.setVisible(bool(lines))

    def _write_buttons(self, view: PolicyView) -> None:
        draft = view.state is PolicyState.DRAFT
        self.edit_button.setText(self.tr("Read and edit the clauses"))
        self.check_button.setVisible(draft)
        self.renew_button.setVisible(not draft)
        guard(self.context, self.check_button)
        renewable = view.following is None and view.state is not PolicyState.ANNULLED
        why = self.tr("It is renewed already, or was annulled.")
        guard(self.context, self.renew_button, able=renewable, because=why)

    # -- acts -----------------------------------------------------------------------------------

    def _open_clause(self, place: int) -> None:
        if 0 < place <= len(ASKED_FIRST):
            clause = ASKED_FIRST[place - 1]
            self._panel.edit(self.policy_id, page=group_of(clause), clause=clause)

    def _open_more(self) -> None:
        if self.view is not None:
            menu = self._panel.policy_menu(self.view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.more_button.mapToGlobal(self.more_button.rect().topLeft()))

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.line_title.setText(self.tr("Line of renewals"))
        self.line.setAccessibleName(self.tr("Line of renewals"))
        self.clauses_title.setText(self.tr("What matters first"))
        self.clauses.setAccessibleName(self.tr("What matters first"))
        self.check_button.setText(self.tr("Checked…"))
        self.renew_button.setText(self.tr("Renew…"))
        self.more_button.setText(self.tr("More"))
        self._write()
