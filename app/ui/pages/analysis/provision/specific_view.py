"""Debts provided for by themselves, those that ought to be looked at, the insured part and its insurers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.provision_policy import InsuredPart
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import LinesTable, PlainRow, figure, named
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say, word
from app.words.provision_names import per_cent

if TYPE_CHECKING:
    from app.domain.provision_sheet import Proposal, SpecificLine
    from app.ui.context import PageContext
    from app.ui.pages.analysis.provision.reading import ProvisionRead


class SpecificView(Retranslated):
    """``wanted`` carries customer, document, share and reason to provide for; ``edited`` a record's id."""

    wanted = Signal(int, int, str, str)
    edited = Signal(int)
    removed = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: ProvisionRead | None = None
        theme = context.theme
        self.title, self.proposed, self.insured = (label("", "section") for _ in range(3))
        self.add_button = button(theme, "", "primary", "plus", self._add, small=True)
        self.edit_button = button(theme, "", "normal", "pencil", self._edit, small=True)
        self.remove_button = button(theme, "", "quiet", "trash-2", self._remove, small=True)
        self.take_button = button(theme, "", "normal", "scale", self._take, small=True)
        self.table = LinesTable(context, "provision.specific", icon="scale")
        self.proposals = LinesTable(context, "provision.proposals", icon="lightbulb")
        self.insurers = LinesTable(context, "provision.insurers", icon="shield-check")
        self.insured_note = label("", "small", "secondary", wrap=True)
        self.table.opened.connect(lambda _row: self._edit())
        self.proposals.opened.connect(lambda _row: self._take())
        self.table.clear_filter.connect(self._add)
        self.table.empty.bar(reason(context))
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for title, buttons, table in (
            (self.title, (self.edit_button, self.remove_button, self.add_button), self.table),
            (self.proposed, (self.take_button,), self.proposals),
            (self.insured, (), self.insurers),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(title, 1)
            for each in buttons:
                row.addWidget(each)
            column.addLayout(row)
            column.addWidget(table)
        column.addWidget(self.insured_note)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        body.setAutoFillBackground(False)  # a scroll area would fill it with the window's colour
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_provision(self, found: ProvisionRead) -> None:
        """Show the day's."""
        self.found = found
        self._write()

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        self._write_specific(found)
        self._write_proposals(found)
        self._write_insurers(found)
        guard(self.context, self.add_button)
        able = bool(found.sheet.specifics)
        none = self.tr("No debt is provided for by itself on this day.")
        guard(self.context, self.edit_button, self.remove_button, able=able, because=none)
        none = self.tr("No customer is insolvent, handed over or in dispute without it.")
        guard(self.context, self.take_button, able=bool(found.proposals), because=none)

    def _write_specific(self, found: ProvisionRead) -> None:
        formats, sheet = self.context.formats, found.sheet
        lang = formats.lang
        heads = (
            named("customer", lang, width=180, min_width=120, stretch=2),
            named("number", lang, width=120, min_width=84, stretch=1),
            named("reason", lang, width=150, min_width=100, stretch=1),
            named("gross", lang, figure=True, width=110, min_width=84),
            named("insured_open", lang, figure=True, width=100, min_width=80, drop=1),
            named("share", lang, figure=True, width=76, min_width=64),
            named("provided", lang, figure=True, width=110, min_width=84),
            named("until", lang, width=100, min_width=88, drop=2),
        )
        rows = [PlainRow(place, self._cells(one)) for place, one in enumerate(sheet.specifics, 1)]
        self.table.show_lines(heads, rows)
        self.table.say_empty(
            self.tr("No debt is provided for by itself on this day."),
            self.tr("Provide for one…") if writable(self.context) else "",
        )
        if rows:
            self.table.view.select_id(1)
        self.table.fit_rows(8)

    def _cells(self, one: SpecificLine) -> tuple[Cell, ...]:
        formats = self.context.formats
        base = self.found.sheet.base if self.found else ""
        reason = word("provision_reason", one.reason, formats.lang)
        return (
            Cell(formats.name(one.customer, one.customer_en), strong=True),
            Cell(one.number),
            Cell(reason, tip=" ".join(filter(None, (reason, one.note)))),
            figure(self.context, one.amount, base),
            figure(self.context, one.insured, base),
            Cell(per_cent(one.share, 0 if one.share == int(one.share) else 2)),
            figure(self.context, one.provided, base, strong=True),
            Cell(formats.day(one.until) or "–"),
        )

    def _write_proposals(self, found: ProvisionRead) -> None:
        formats, lang = self.context.formats, self.context.formats.lang
        heads = (
            named("customer", lang, width=180, min_width=120, stretch=2),
            named("number", lang, width=120, min_width=84, stretch=1),
            named("reason", lang, width=170, min_width=110, stretch=1),
            named("start", lang, width=100, min_width=88, drop=1),
            named("gross", lang, figure=True, width=110, min_width=84),
            named("share", lang, figure=True, width=130, min_width=90),
        )
        example = say("provision_paper.example_mark", lang)
        rows = [
            PlainRow(
                place,
                (
                    Cell(formats.name(one.customer, one.customer_en), strong=True),
                    Cell(one.number or say("provision_column.all_debts", lang)),
                    Cell(say(f"provision_reason.{one.rule}", lang), chip="warn"),
                    Cell(formats.day(one.since) or "–"),
                    figure(self.context, one.amount, found.sheet.base, strong=True),
                    Cell(f"{per_cent(one.share, 0)}（{example}）" if lang == "zh" else
                         f"{per_cent(one.share, 0)} ({example})", tone="secondary"),
                ),
            )
            for place, one in enumerate(found.proposals, 1)
        ]  # fmt: skip
        self.proposals.show_lines(heads, rows)
        self.proposals.say_empty(self.tr("No customer is insolvent, handed over or in dispute without it."))
        if rows:
            self.proposals.view.select_id(1)
        self.proposals.fit_rows(8)

    def _write_insurers(self, found: ProvisionRead) -> None:
        lang, sheet = self.context.formats.lang, found.sheet
        for widget in (self.insured, self.insurers, self.insured_note):
            widget.setVisible(bool(sheet.counterparties))
        heads = (
            named("insurer", lang, width=180, min_width=120, stretch=2),
            named("policy", lang, width=130, min_width=90, stretch=1),
            *(
                named(key, lang, figure=True, width=112, min_width=84)
                for key in ("insured_open", "own_share", "pays", "out", "provided")
            ),
        )
        rows = [
            PlainRow(
                place,
                (
                    Cell(one.insurer, strong=True),
                    Cell(one.policy),
                    *(
                        figure(self.context, minor, sheet.base)
                        for minor in (one.insured, one.own_share, one.pays, one.out, one.provided)
                    ),
                ),
            )
            for place, one in enumerate(sheet.counterparties, 1)
        ]
        self.insurers.show_lines(heads, rows)
        self.insurers.fit_rows(5)
        kind = "insured_out" if sheet.policy.insured is InsuredPart.OUT else "insured_keep"
        rate = f"{sheet.policy.insurer_rate.normalize():f}"
        self.insured_note.setText(say(f"provision_paper.{kind}", lang, rate=rate))

    # -- acting ---------------------------------------------------------------------------------

    def _add(self) -> None:
        self.wanted.emit(0, 0, "", "")

    def _line(self) -> SpecificLine | None:
        lines = self.found.sheet.specifics if self.found else ()
        place = self.table.view.current_id()
        return lines[place - 1] if 0 < place <= len(lines) else None

    def _edit(self) -> None:
        if (one := self._line()) is not None:
            self.edited.emit(one.record_id)

    def _remove(self) -> None:
        if (one := self._line()) is not None:
            self.removed.emit(one.record_id)

    def _proposal(self) -> Proposal | None:
        found = self.found.proposals if self.found else ()
        place = self.proposals.view.current_id()
        return found[place - 1] if 0 < place <= len(found) else None

    def _take(self) -> None:
        if (one := self._proposal()) is not None:
            self.wanted.emit(one.customer_id, one.document_id, f"{one.share:f}", one.rule)

    def retranslate(self) -> None:
        """Write every text of the view."""
        lang = self.context.formats.lang
        self.title.setText(say("provision_paper.specifics", lang))
        self.proposed.setText(self.tr("To be looked at"))
        self.insured.setText(say("provision_paper.insured", lang))
        self.add_button.setText(self.tr("Provide for a debt…"))
        self.edit_button.setText(self.tr("Change…"))
        self.remove_button.setText(self.tr("Remove"))
        self.take_button.setText(self.tr("Provide for it…"))
        self.table.view.setAccessibleName(self.title.text())
        self.proposals.view.setAccessibleName(self.proposed.text())
        self.insurers.view.setAccessibleName(self.insured.text())
        self._write()
