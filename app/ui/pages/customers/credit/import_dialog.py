"""Statements read out of a file, looked at before they are taken in: periods, unit, lines nobody knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.credit_file import FinancialStatement, StatementQuality
from app.domain.credit_file_rules import MOST_MONTHS
from app.domain.duty import Duty
from app.domain.financials import Line, check
from app.domain.problem import DomainError, Severity
from app.ui.dialogs.controls import Choice, CountEdit, currency_choice
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.customers.credit.side_panel import clear
from app.ui.pages.customers.credit.statement_dialog import quality_choice, unit_choice
from app.ui.pages.customers.credit.statement_rows import SECTIONS
from app.ui.pages.customers.credit.words import problem_text
from app.ui.user_files import read_bytes
from app.ui.widgets.labels import label, literal, set_tone
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QLabel

    from app.domain.changes import ChangeSet
    from app.domain.credit_file_views import StatementFile, StatementPeriod, UnknownLine
    from app.domain.problem import Problem
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.book import StatementBook

_ROW, _EDGE, _MOST_UNKNOWN = 28, 4, 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PeriodRow:
    """One column of the file: whether it is taken, its end and length, what is wrong."""

    def __init__(self, period: StatementPeriod) -> None:
        self.period = period
        self.take = QCheckBox(literal(period.title))
        self.take.setChecked(True)
        self.end = DayText(period.period_end)
        self.months = CountEdit(period.months, MOST_MONTHS)
        self.said: QLabel = label("", "small", "secondary", wrap=True)

    def file_problems(self) -> list[Problem]:
        """What the file itself leaves open of it; a period typed since is open no more."""
        dated = self.end.day is not None
        return [
            one
            for one in self.period.problems
            if one.code.startswith("statement_file.")
            and not (dated and one.code == "statement_file.no_period")
        ]


class StatementImportDialog(FormDialog):
    """Changing unit or currency reads the file again."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {"money.unknown_currency": "currency"}

    def __init__(
        self,
        context: PageContext,
        content: StatementBook,
        path: Path,
        found: StatementFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=820)
        self.content, self.path, self.found = content, path, found
        self.rows: list[PeriodRow] = []
        self.choosers: list[tuple[UnknownLine, Choice]] = []
        whose = context.formats.name(*content.whose)
        self.set_head(self.tr("Statements of {name}").format(name=path.name), self.tr("Take in"), whose)
        self._add_paper()
        self.warning = MessageStrip(context.theme)
        self.form.addWidget(self.warning)
        self.form.addWidget(label(self.tr("Periods"), "section"))
        self._periods = QGridLayout()
        self._periods.setHorizontalSpacing(12)
        self._periods.setVerticalSpacing(6)
        self._periods.setColumnStretch(3, 1)
        self.form.addLayout(self._periods)
        self.table = QTableWidget()
        self.table.setTabKeyNavigation(False)
        self._dress()
        self.form.addWidget(self.table)
        self._unknown_title = label("", "section", wrap=True)
        self._unknown = QVBoxLayout()
        self._unknown.setSpacing(6)
        self.form.addWidget(self._unknown_title)
        self.form.addLayout(self._unknown)
        self.keep = QCheckBox(self.tr("Keep the file with the statements"))
        self.keep.setChecked(bool(content.customer_id))
        self.keep.setVisible(bool(content.customer_id))
        self.form.addWidget(self.keep)
        self.currency.activated.connect(self._read_again)
        self.unit.activated.connect(self._read_again)
        self._show()
        self.unit.setFocus()

    def _add_paper(self) -> None:
        """What holds for every period of the paper."""
        context, content, found = self.context, self.content, self.found
        lang = context.formats.lang
        self.currency = currency_choice(
            context.formats, found.currency, (content.currency, "CNY", "USD", "EUR")
        )
        self.unit = unit_choice(lang, found.unit)
        self.quality = quality_choice(lang, StatementQuality.MANAGEMENT)
        self.received_on = DayText(content.today)
        self.add_field("currency", self.currency, self.tr("Currency"), self.tr("As the file has it"))
        self.add_field("unit", self.unit, self.tr("Written in"), self.tr("Compare one amount below"))
        self.add_field("quality", self.quality, self.tr("Who stands behind it"))
        foreign = bool(content.customer_id)
        if foreign:
            text = self.tr("Received on")
            self.add_field("received_on", self.received_on, text, check=self._check_received)
            self.lay("currency", "unit", "quality", "received_on", stretch=(4, 3, 4, 3))
        else:
            self.lay("currency", "unit", "quality", stretch=(4, 3, 4))

    def _dress(self) -> None:
        self.table.setAccessibleName(self.tr("What the file holds"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- reading --------------------------------------------------------------------------------

    def _read_again(self, *_: object) -> None:
        keeper, path = self.content.keeper(self.context.company), self.path
        currency, unit = str(self.currency.value), self.unit.value
        size = unit if isinstance(unit, int) else None

        def show(found: StatementFile) -> None:
            self.found = replace(found, currency=currency)
            self._show()

        self.context.runner.database(
            lambda control: keeper.read_statements(path, currency, size, control),
            show,
            failed=self.context.notices.error,
            owner=self,
            key=f"statements.{id(self)}",
        )

    # -- showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        kept = [(row.take.isChecked(), row.end.text()) for row in self.rows]
        chosen = [choice.value for _, choice in self.choosers]
        self._show_periods()
        if len(kept) == len(self.rows):
            for row, (take, end) in zip(self.rows, kept, strict=True):
                row.take.setChecked(take)
                row.end.setText(end)
        self._show_unknown()
        if len(chosen) == len(self.choosers):
            for (_, choice), value in zip(self.choosers, chosen, strict=True):
                choice.choose(value)
        lang = self.context.formats.lang
        if self.found.problems:
            said = "\n".join(say(one.code, lang, **one.params) for one in self.found.problems)
            self.warning.say("warn", said, closable=False)
        else:
            self.warning.hide()
        self._fill()

    def _show_periods(self) -> None:
        clear(self._periods)
        self.rows = [PeriodRow(period) for period in self.found.periods]
        heads = (self.tr("Take in"), self.tr("Period to"), self.tr("Months"), "")
        for column, text in enumerate(heads):
            self._periods.addWidget(label(text, "small", "secondary"), 0, column)
        for place, row in enumerate(self.rows, 1):
            row.end.setFixedWidth(130)
            row.months.setFixedWidth(84)
            row.end.setAccessibleName(self.tr("Period to"))
            row.months.setAccessibleName(self.tr("Months"))
            for column, widget in enumerate((row.take, row.end, row.months, row.said)):
                self._periods.addWidget(widget, place, column)
            row.take.toggled.connect(self._on_period)
            row.end.textEdited.connect(self._on_period)
            row.months.valueChanged.connect(self._on_period)

    def _show_unknown(self) -> None:
        clear(self._unknown)
        self.choosers = []
        lang = self.context.formats.lang
        lines = [(line, say(f"line.{line}", lang)) for _, group in SECTIONS for line in group]
        shown = self.found.unknown[:_MOST_UNKNOWN]
        self._unknown_title.setVisible(bool(shown))
        count = len(self.found.unknown)
        self._unknown_title.setText(self.tr("%n line(s) that no line of ours stands for", "", count))
        for one in shown:
            choice = Choice([(None, self.tr("Leave out")), *lines], None)
            choice.setAccessibleName(one.title)
            choice.setFixedWidth(200)
            choice.activated.connect(self._on_choice)
            self._unknown.addWidget(self._unknown_row(one, choice))
            self.choosers.append((one, choice))

    def _unknown_row(self, one: UnknownLine, choice: Choice) -> QWidget:
        made = QWidget()
        row = QGridLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(12)
        row.setColumnStretch(0, 1)
        where = self.tr("Row {row}").format(row=one.row)
        if one.sheet:
            where = self.tr("{sheet}, row {row}").format(sheet=one.sheet, row=one.row)
        row.addWidget(label(one.title, "body", wrap=True), 0, 0)
        row.addWidget(label(where, "small", "tertiary"), 0, 1)
        amount = next((minor for minor in one.amounts if minor is not None), None)
        text = "" if amount is None else self.context.formats.whole(amount, self.found.currency)
        money = label(text, "body", "secondary")
        money.setAlignment(_RIGHT)
        money.setMinimumWidth(110)
        row.addWidget(money, 0, 2)
        row.addWidget(choice, 0, 3)
        return made

    def _on_choice(self, *_: object) -> None:
        self.touch()
        self._fill()

    def _on_period(self, *_: object) -> None:
        self.touch()
        self._fill()

    def figures(self, place: int) -> dict[Line, int]:
        """The lines of a period with those chosen for it; more than one of a kind add up."""
        made = dict(self.found.periods[place].figures)
        for one, choice in self.choosers:
            amount = one.amounts[place] if place < len(one.amounts) else None
            line = choice.value
            if isinstance(line, Line) and amount is not None:
                made[line] = made.get(line, 0) + amount
        return made

    def _fill(self) -> None:
        formats, currency = self.context.formats, self.found.currency
        taken = [place for place, row in enumerate(self.rows) if row.take.isChecked()]
        figures = {place: self.figures(place) for place in taken}
        lines = [
            line for _, group in SECTIONS for line in group if any(line in one for one in figures.values())
        ]
        self.table.clear()
        self.table.setRowCount(len(lines))
        self.table.setColumnCount(1 + len(taken))
        titles = [self.tr("Line"), *(self._heading(place) for place in taken)]
        self.table.setHorizontalHeaderLabels(titles)
        for column in range(len(titles)):
            if (item := self.table.horizontalHeaderItem(column)) is not None:
                item.setTextAlignment(_RIGHT if column else _LEFT)
        for row, line in enumerate(lines):
            self.table.setItem(row, 0, QTableWidgetItem(say(f"line.{line}", formats.lang)))
            for column, place in enumerate(taken, 1):
                minor = figures[place].get(line)
                item = QTableWidgetItem("–" if minor is None else formats.whole(minor, currency))
                item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        head = self.table.horizontalHeader()
        head.setDefaultSectionSize(136)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(len(lines) * _ROW + head.sizeHint().height() + _EDGE)
        self._say_periods(figures)
        self.fields.resized.emit()

    def _heading(self, place: int) -> str:
        day = self.rows[place].end.day
        return self.context.formats.day(day) if day else self.found.periods[place].title

    def _say_periods(self, figures: Mapping[int, Mapping[Line, int]]) -> None:
        formats, lang = self.context.formats, self.context.formats.lang
        for place, row in enumerate(self.rows):
            found = check(figures[place]) if place in figures else []
            said = [problem_text(one, self.found.currency, formats) for one in found]
            bad = any(one.severity is Severity.ERROR for one in found)
            said += [say(one.code, lang, **one.params) for one in row.file_problems()]
            if any(view.statement.period_end == row.end.day for view in self.content.statements):
                said.append(self.tr("Takes the place of the statement stored for this day."))
            row.said.setText("\n".join(said))
            set_tone(row.said, "danger" if bad else "warn" if said else "secondary")

    def _check_received(self) -> str:
        if self.received_on.wrong:
            return self.tr("Write the day as 2025-12-31, or leave it empty.")
        day = self.received_on.day
        return self.tr("This day is still to come.") if day and day > self.content.today else ""

    # -- saving ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store every period chosen as one action."""
        made = []
        for place, row in enumerate(self.rows):
            if not row.take.isChecked():
                continue
            end, unit = row.end.day, self.unit.value
            if end is None:
                row.end.setFocus()
                raise DomainError("statement_file.no_period", title=row.period.title)
            statement = FinancialStatement(
                self.content.customer_id,
                end,
                self.found.currency,
                "",
                row.months.value(),
                unit if isinstance(unit, int) else 1,
                StatementQuality(str(self.quality.value)),
                self.path.name,
                self.received_on.day if self.content.customer_id else None,
            )
            made.append((statement, self.figures(place)))
        if not made:
            raise DomainError("credit_file.nothing_taken")
        keeper, path, keep = self.content.keeper(self.context.company), self.path, self.keep.isChecked()

        def work(_control: Control) -> ChangeSet:
            return keeper.save_statements(made, (path.name, read_bytes(path)) if keep else None)

        return work
