"""The matrix of a day with the result above it; or what a firm that writes off directly may give up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.provision import RateSource
from app.domain.provision_policy import OnAccountPart
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow, figure, named
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say
from app.words.provision_names import bucket_names, per_cent, segment_name, source_in

if TYPE_CHECKING:
    from app.domain.provision import Provided
    from app.domain.provision_sheet import ProvisionSheet
    from app.ui.context import PageContext
    from app.ui.pages.analysis.provision.reading import ProvisionRead


class MatrixView(Retranslated):
    """``opened`` carries a cell's place in the matrix, 0 for all; ``wanted`` the view a figure leads to."""

    opened = Signal(int)
    wanted = Signal(str)
    opened_debt = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: ProvisionRead | None = None
        theme = context.theme
        self.strip = MessageStrip(theme)
        self.figures = Figures(theme, "section", lead=True)
        self.remark = label("", "small", "secondary", wrap=True)
        self.head = Card(theme)
        self.head.body.setSpacing(6)
        self.head.body.addWidget(self.figures)
        self.head.body.addWidget(self.remark)
        self.table = LinesTable(context, "provision.matrix", icon="table")
        self.rule = label("", "small", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.strip)
        layout.addWidget(self.head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.rule)
        self.figures.opened.connect(self._on_figure)
        self.table.opened.connect(self._on_row)

    def show_provision(self, found: ProvisionRead) -> None:
        """Show the day."""
        self.found = found
        self._write()

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        self._write_strip(found)
        if found.sheet.small_firm:
            self._write_due(found)
        else:
            self._write_matrix(found)
        self.remark.setText(self._on_account(found.sheet))
        self.remark.setVisible(bool(self.remark.text()))

    def _write_strip(self, found: ProvisionRead) -> None:
        lang, sheet = self.context.formats.lang, found.sheet
        if sheet.missing:
            text = say("provision_paper.missing", lang, currencies=", ".join(sheet.missing))
            self.strip.say("warn", text, closable=False)
        elif not sheet.small_firm and sheet.rests_on_examples:
            self.strip.say("warn", say("provision_paper.example_warning", lang), closable=False)
        else:
            self.strip.hide()

    def _on_account(self, sheet: ProvisionSheet) -> str:
        if not sheet.on_account.total:
            return ""
        formats, account = self.context.formats, sheet.on_account
        kind = "net" if sheet.policy.on_account is OnAccountPart.NET else "shown"
        told = {
            name: formats.amount(minor, sheet.base)
            for name, minor in (("total", account.total), ("used", account.used), ("left", account.left))
        }
        return say(f"provision_paper.on_account_{kind}", formats.lang, **told)

    # -- the matrix -----------------------------------------------------------------------------

    def _write_matrix(self, found: ProvisionRead) -> None:
        formats, sheet = self.context.formats, found.sheet
        lang = formats.lang

        def money(minor: int) -> str:
            return formats.money(minor, sheet.base, whole=True)

        booked = found.booked
        standing = say("provision_paper.draft", lang)
        if booked is not None:
            same = booked.total == sheet.total
            standing = self.tr("booked") if same else self.tr("booked: {amount}").format(
                amount=money(booked.total))  # fmt: skip
        change = found.paper.comparison.change if found.paper.comparison else 0
        sign = "+" if change > 0 else ""
        against = self.tr("{change} since last quarter").format(
            change=f"{sign}{formats.whole(change, sheet.base)}"
        )
        self.figures.set(
            [
                (say("provision_paper.gross", lang), money(sheet.gross), "", ""),
                (say("provision_paper.provided", lang), money(sheet.total), standing, "accent"),
                (say("provision_paper.cover", lang), per_cent(sheet.cover), against, ""),
                (say("provision_paper.net", lang), money(sheet.gross - sheet.total), "", ""),
                (say("provision_paper.specific_part", lang), money(sheet.specific), "", ""),
            ]
        )
        sources = {(one.segment, one.bucket): one.source for one in sheet.rates}
        rows = [
            PlainRow(place, self._cells(one, sheet, sources[one.cell.segment, one.cell.bucket]))
            for place, one in enumerate(sheet.result.cells, 1)
        ]
        self.table.show_lines(self._heads(sheet), rows, self._totals(sheet))
        self.table.say_empty(self.tr("Nothing is owed on this day."), self.tr("Import data"))
        self.rule.setText(say("provision_paper.rule", lang))

    def _heads(self, sheet: ProvisionSheet) -> list[Head]:
        lang = self.context.formats.lang
        own = {"figure": True, "width": 116, "min_width": 90}
        heads = [named("bucket", lang, width=120, min_width=96, stretch=1)]
        if sheet.segments != ("",):
            heads.insert(0, named("segment", lang, width=130, min_width=90, stretch=1))
        return [
            *heads,
            named("gross", lang, **own),
            named("specific", lang, figure=True, width=100, min_width=76),
            named("insured", lang, figure=True, width=116, min_width=90),
            named("basis", lang, figure=True, width=116, min_width=90, drop=1),
            named("applied", lang, figure=True, width=84, min_width=72),
            named("source", lang, width=132, min_width=110),
            named("provided", lang, **own),
        ]

    def _cells(self, one: Provided, sheet: ProvisionSheet, source: RateSource) -> tuple[Cell, ...]:
        formats, cell = self.context.formats, one.cell
        names = bucket_names(sheet.policy.ageing, sheet.buckets.limits, formats.lang)
        said = say(f"rate_source.{source}", formats.lang)
        tone = "warn" if source is RateSource.EXAMPLE else "neutral"
        cells = [
            Cell(names[cell.bucket]),
            figure(self.context, cell.gross, sheet.base, strong=True),
            figure(self.context, cell.specific, sheet.base),
            figure(self.context, cell.insured, sheet.base),
            figure(self.context, one.basis, sheet.base),
            Cell(per_cent(one.rate)),
            Cell(said, chip=tone),
            figure(self.context, one.amount, sheet.base, strong=True),
        ]
        if sheet.segments != ("",):
            name = segment_name(sheet.policy.segmenting, cell.segment, sheet.names, formats.lang)
            cells.insert(0, Cell(name, strong=True))
        return tuple(cells)

    def _totals(self, sheet: ProvisionSheet) -> tuple[Cell, ...]:
        cells = sheet.result.cells
        told = [
            Cell(say("paper.total", self.context.formats.lang), strong=True),
            figure(self.context, sum(one.cell.gross for one in cells), sheet.base, strong=True),
            figure(self.context, sum(one.cell.specific for one in cells), sheet.base),
            figure(self.context, sum(one.cell.insured for one in cells), sheet.base),
            figure(self.context, sum(one.basis for one in cells), sheet.base),
            Cell(""),
            Cell(""),
            figure(self.context, sheet.result.matrix, sheet.base, strong=True),
        ]
        if sheet.segments != ("",):
            told.insert(1, Cell(""))
        return tuple(told)

    # -- direct write-off -----------------------------------------------------------------------

    def _write_due(self, found: ProvisionRead) -> None:
        formats, sheet = self.context.formats, found.sheet
        lang = formats.lang
        due = found.paper.due
        total = sum(one.amount for one in due)
        self.figures.set(
            [
                (
                    say("provision_paper.gross", lang),
                    formats.money(sheet.gross, sheet.base, whole=True),
                    "",
                    "",
                ),
                (
                    say("provision_paper.due", lang),
                    formats.money(total, sheet.base, whole=True),
                    "",
                    "accent",
                ),
            ]
        )
        heads = (
            named("customer", lang, width=180, min_width=120, stretch=2),
            named("number", lang, width=130, min_width=90, stretch=1),
            named("due", lang, width=100, min_width=88),
            named("ground", lang, width=190, min_width=120, stretch=1),
            named("amount", lang, figure=True, width=120, min_width=90),
        )
        rows = [
            PlainRow(
                place,
                (
                    Cell(formats.name(one.customer, one.customer_en), strong=True),
                    Cell(one.number),
                    Cell(formats.day(one.due)),
                    Cell(" · ".join(say(f"write_off_ground.{each}", lang) for each in one.grounds)),
                    figure(self.context, one.amount, sheet.base, strong=True),
                ),
            )
            for place, one in enumerate(due, 1)
        ]
        self.table.show_lines(heads, rows)
        self.table.say_empty(say("provision_paper.no_due", lang), self.tr("Import data"))
        notes = [found.examples.note(code) for code in ("small_firms", "tax_overdue", "tax_small")]
        told = [f"{note.text(lang)} {source_in(note.source, lang)}" for note in notes if note is not None]
        self.rule.setText("\n".join(told))

    # -- opening --------------------------------------------------------------------------------

    def _on_figure(self, place: int) -> None:
        if self.found is None or self.found.sheet.small_firm:
            return
        view = {1: "booked", 2: "outlook", 4: "specific"}.get(place)
        if view is None:
            self.opened.emit(0)
        else:
            self.wanted.emit(view)

    def _on_row(self, row: int) -> None:
        if self.found is None:
            return
        if self.found.sheet.small_firm:
            self.opened_debt.emit(self.found.paper.due[row - 1].customer_id)
        else:
            self.opened.emit(row)

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Provision matrix"))
        self._write()
