"""The drawer of a notice: what it tells, by when, how it went, what the insurer answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.notice import NoticeState
from app.ui.pages.customers.columns import money_words
from app.ui.pages.customers.guard import guard
from app.ui.pages.insurance.notices.columns import REPLY_TONES, STATE_TONES, buyer_of
from app.ui.pages.insurance.said import policy_name
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.words import say
from app.words.insurance_text import reckoned

if TYPE_CHECKING:
    from app.services.notice_views import NoticeView
    from app.ui.context import PageContext
    from app.ui.pages.insurance.notices.acts import NoticeActs
    from app.ui.pages.tabbed import TabbedPage

_MOST = 8


class NoticeDetail(Detail):
    """``show_notice`` fills it."""

    def __init__(self, context: PageContext, host: TabbedPage, acts: NoticeActs) -> None:
        super().__init__()
        self.context, self._host, self._acts = context, host, acts
        self.view: NoticeView | None = None
        theme = context.theme
        self.state, self.late, self.reply = Chip(theme), Chip(theme), Chip(theme)
        self.figures = Figures(theme)
        self.told = label("", "body", "secondary", wrap=True)
        self._how_title, self.how = label("", "section"), label("", "body", wrap=True)
        self._rows_title = label("", "section")
        self.rows = LineList(theme, most=_MOST)
        self.rows.opened.connect(lambda row: context.navigator.go("customers", document_id=row))
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in (self.state, self.late, self.reply):
            chips.addWidget(chip)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        for widget in (self.figures, self.told, self._how_title, self.how, self._rows_title, self.rows):
            layout.addWidget(widget)
        self._add_buttons()

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.next_button = button(theme, "", "primary", "send", self._next)
        self.look_button = button(theme, "", "normal", "file-text", self._look)
        self.save_button = button(theme, "", "normal", "download", self._save)
        self.edit_button = button(theme, "", "normal", "pencil", self._edit)
        self.remove_button = button(theme, "", "normal", "trash-2", self._remove)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        for buttons in (
            (self.next_button, self.look_button),
            (self.save_button, self.edit_button, self.remove_button, self.customer_button),
        ):
            row = SharedRow()
            for widget in buttons:
                row.addWidget(widget)
            self.foot_layout.addLayout(row)

    def show_notice(self, view: NoticeView) -> None:
        """Fill the drawer."""
        self.view = view
        self._write()

    def _write(self) -> None:
        view, formats = self.view, self.context.formats
        if view is None:
            return
        record, lang = view.record, formats.lang
        kind = say(f"notice_kind.{record.kind}", lang)
        if self._host.drawer is not None:
            second = f"{kind} {view.number} • {policy_name(view.policy)}"
            self._host.drawer.set_title(buyer_of(view, formats), second)
        self.state.set(say(f"notice_state.{view.state}", lang), STATE_TONES[view.state])
        self.late.set(self.tr("Late"), "danger")
        self.late.setVisible(view.late)
        self.reply.setVisible(bool(record.reply))
        if record.reply:
            self.reply.set(say(f"notice_reply.{record.reply}", lang), REPLY_TONES[record.reply])
        figures = [
            (self.tr("Amount"), money_words(view.totals, formats), "", ""),
        ]
        if record.replied_on is None:
            figures.append((self.tr("Known on"), formats.day(record.known_on), "", ""))
        if record.sent_on is not None:
            figures.append(
                (self.tr("Sent on"), formats.day(record.sent_on), "", "danger" if view.late else "")
            )
        if record.replied_on is not None:
            figures.append((self.tr("Answered on"), formats.day(record.replied_on), "", ""))
        self.figures.set(figures)
        proof = self.tr("Proof: {proof}").format(proof=record.proof) if record.proof else ""
        reference = self.tr("Reference: {number}").format(number=record.reference) if record.reference else ""
        told = "\n".join(filter(None, (reference, proof, record.note)))
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self._write_deadline(view)
        self.rows.show_lines(
            [
                Line(
                    one.document_id,
                    formats.day(one.due),
                    one.number,
                    "",
                    formats.money(one.open, one.currency),
                )
                for one in view.items
            ]
        )
        self.rows.setVisible(bool(view.items))
        self._rows_title.setVisible(bool(view.items))
        self._rows_title.setText(self.tr("About %n invoice(s)", "", len(view.items)))
        self._write_buttons(view)

    def _write_deadline(self, view: NoticeView) -> None:
        made, lang = view.deadline, self.context.formats.lang
        self._how_title.setVisible(made is not None)
        self.how.setVisible(made is not None)
        if made is not None:
            one = made.decided_by
            safe = self.context.formats.day_in_text(made.safe)
            text = reckoned(one.anchor, one.start, one.days, one.months, one.basis, one.day, one.clause, lang)
            last = self.tr("Last safe day: {day}").format(day=safe)
            self.how.setText(f"{text}\n{last}")

    def _write_buttons(self, view: NoticeView) -> None:
        draft, sent = view.state is NoticeState.DRAFT, view.state is NoticeState.SENT
        self.next_button.setText(self.tr("Mark as sent…") if draft else self.tr("Insurer's answer…"))
        self.next_button.setVisible(draft or sent)
        self.edit_button.setVisible(draft)
        self.remove_button.setVisible(draft)
        guard(self.context, self.next_button, self.edit_button, self.remove_button)

    # -- acting ---------------------------------------------------------------------------------

    def _next(self) -> None:
        if self.view is not None:
            take = self._acts.send if self.view.state is NoticeState.DRAFT else self._acts.reply
            take(self.view)

    def _look(self) -> None:
        if self.view is not None:
            self._acts.preview(self.view)

    def _save(self) -> None:
        if self.view is not None:
            self._acts.files_menu(self.view, self.save_button)

    def _edit(self) -> None:
        if self.view is not None:
            self._acts.edit(self.view)

    def _remove(self) -> None:
        if self.view is not None:
            self._acts.remove(self.view)

    def _open_customer(self) -> None:
        if self.view is not None:
            self.context.navigator.go("customers", customer_id=self.view.record.customer_id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._how_title.setText(self.tr("By when"))
        self.look_button.setText(self.tr("Look at it"))
        self.save_button.setText(self.tr("Save…"))
        self.edit_button.setText(self.tr("Edit…"))
        self.remove_button.setText(self.tr("Remove"))
        self.customer_button.setText(self.tr("Buyer"))
        self.rows.setAccessibleName(self.tr("Invoices it is about"))
        self._write()
