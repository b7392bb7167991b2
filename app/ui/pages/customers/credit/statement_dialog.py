"""A financial statement typed into a grid; whether it balances is said while one types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.credit_file import FinancialStatement, StatementQuality
from app.domain.credit_file_rules import MOST_MONTHS, UNITS, figures_of
from app.domain.duty import Duty
from app.domain.financials import Line, check
from app.domain.problem import DomainError, Severity
from app.ui.dialogs.controls import Choice, CountEdit, NoteEdit, currency_choice
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.customers.credit.statement_grid import TYPED, StatementGrid
from app.ui.pages.customers.credit.statement_rows import balance
from app.ui.pages.customers.credit.words import problem_text
from app.ui.widgets.labels import label, set_tone
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.book import StatementBook

_MONTHS = 12


def unit_choice(lang: str, chosen: int) -> Choice:
    """What a paper is written in."""
    return Choice([(unit, say(f"unit.{unit}", lang)) for unit in UNITS], chosen)


def quality_choice(lang: str, chosen: StatementQuality) -> Choice:
    """Who stands behind a statement."""
    return Choice([(each, say(f"statement_quality.{each}", lang)) for each in StatementQuality], chosen)


class StatementDialog(FormDialog):
    """Adds a period or edits one."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        "credit_file.period_later": "period_end",
        "credit_file.statement_twice": "period_end",
        "credit_file.months": "months",
        "credit_file.later": "received_on",
        "money.unknown_currency": "currency",
        "document.bad_date": "period_end",
    }

    def __init__(
        self,
        context: PageContext,
        content: StatementBook,
        statement: FinancialStatement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=780)
        self.content, self.old = content, statement
        title = self.tr("Edit statement") if statement else self.tr("New statement")
        self.set_head(title, self.tr("Save"), context.formats.name(*content.whose))
        newest = content.statements[0].statement if content.statements else None
        seen = statement or newest
        lang = context.formats.lang
        currency = seen.currency if seen else content.currency
        self.period_end = DayText(statement.period_end if statement else self._next_end(newest))
        self.months = CountEdit(statement.months if statement else _MONTHS, MOST_MONTHS)
        self.currency = currency_choice(context.formats, currency, (content.currency, "CNY", "USD", "EUR"))
        self.unit = unit_choice(lang, seen.unit if seen else 1)
        self.quality = quality_choice(lang, seen.quality if seen else StatementQuality.MANAGEMENT)
        self.source = QLineEdit(statement.source if statement else "")
        self.received_on = DayText(statement.received_on if statement else content.today)
        self.note = NoteEdit(statement.note if statement else "")
        self.grid = StatementGrid(context, self._name_lines)
        self.state = label("", "body", "secondary", wrap=True)
        self._add_fields()
        self._show_figures()
        self.foot.insertWidget(0, self.state, 1)
        self.period_end.setFocus()

    def _next_end(self, newest: FinancialStatement | None) -> date:
        """The last year that ended, or the year after the newest statement."""
        ended = date(self.content.today.year - 1, 12, 31)
        if newest is None or newest.period_end < ended:
            return ended
        following = newest.period_end.replace(year=newest.period_end.year + 1, day=28)
        return min(following, self.content.today)

    def _add_fields(self) -> None:
        hint = self.tr("The last day of the period")
        self.add_field("period_end", self.period_end, self.tr("Period to"), hint, self._check_end)
        self.add_field("months", self.months, self.tr("Months"), self.tr("12 for a year"), self._check_months)
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("unit", self.unit, self.tr("Written in"))
        self.add_field("quality", self.quality, self.tr("Who stands behind it"))
        foreign = bool(self.content.customer_id)
        hint = self.tr("Who gave it to us") if foreign else self.tr("Who drew it up")
        self.add_field("source", self.source, self.tr("Source"), hint)
        if foreign:
            self.add_field(
                "received_on", self.received_on, self.tr("Received on"), check=self._check_received
            )
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("period_end", "months", "currency", "unit", stretch=(3, 2, 4, 3))
        if foreign:
            self.lay("quality", "source", "received_on", stretch=(3, 4, 3))
        else:
            self.lay("quality", "source", stretch=(3, 4))
        self.form.addWidget(
            label(
                self.tr("Type, or paste from a spreadsheet: a column of numbers, or names with numbers."),
                "small",
                "secondary",
                wrap=True,
            )
        )
        self.form.addWidget(self.grid)
        self.lay("note")

    def _show_figures(self) -> None:
        newer = self.old.period_end if self.old else date.max
        before = [view for view in self.content.statements if view.statement.period_end < newer]
        comes = before[0] if before else None
        title = self.context.formats.day(comes.statement.period_end) if comes else ""
        self.grid.set_titles([self.tr("Line"), self.tr("Amount"), self.tr("Works out to"), title])
        self.grid.setAccessibleName(self.tr("Lines of the statement"))
        self._set_money()
        self.grid.set_before(comes.figures if comes else {})
        self.grid.set_figures(figures_of(self.old.figures) if self.old else {})
        self.grid.changed.connect(self._on_figures)
        self.grid.unknown.connect(self._say_unknown)
        self.grid.currentCellChanged.connect(self._follow_cell)
        self.currency.currentIndexChanged.connect(self._set_money)
        self.unit.currentIndexChanged.connect(self._set_money)
        self._say_state()

    def _set_money(self, *_: object) -> None:
        unit = self.unit.value
        self.grid.set_money(str(self.currency.value), unit if isinstance(unit, int) else 1)
        self._say_state()

    def _follow_cell(self, row: int, *_: object) -> None:
        """The form scrolls with the cell the keyboard is in."""
        if self.grid.hasFocus() and (item := self.grid.item(row, TYPED)) is not None:
            at = self.grid.viewport().mapTo(self._inner, self.grid.visualItemRect(item).center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, 60)

    def _name_lines(self, names: Sequence[str], then: Callable[[Sequence[Line | None]], None]) -> None:
        keeper = self.content.keeper(self.context.company)
        self.context.runner.database(
            lambda _control: [keeper.line_named(name) for name in names],
            then,
            failed=self.context.notices.error,
            owner=self,
        )

    # -- what is wrong --------------------------------------------------------------------------

    def _on_figures(self) -> None:
        self.touch()
        self.message.hide()
        self._say_state()

    def _say_unknown(self, names: Sequence[str]) -> None:
        if names:
            text = self.tr("Not taken in, because no line of ours stands for them: {names}")
            self.message.say("warn", text.format(names=self.tr(", ").join(names)))

    def _say_state(self) -> None:
        """Whether it balances, and the first thing that cannot be right."""
        formats, figures = self.context.formats, self.grid.figures()
        currency = str(self.currency.value)
        wrong = self.grid.wrong()
        if wrong:
            text = self.tr("This is no number: {line}").format(line=say(f"line.{wrong[0]}", formats.lang))
            self._set_state(text, "danger")
        elif problems := check(figures):
            worst = min(problems, key=lambda one: one.severity is Severity.WARNING)
            tone = "warn" if worst.severity is Severity.WARNING else "danger"
            self._set_state(problem_text(worst, currency, formats), tone)
        elif balance(figures) == 0:
            self._set_state(self.tr("The balance sheet balances."), "good")
        elif figures:
            text = self.tr("Enter total assets, total liabilities and equity to check the balance.")
            self._set_state(text, "secondary")
        else:
            self._set_state(self.tr("Nothing is typed yet."), "secondary")

    def _set_state(self, text: str, tone: str) -> None:
        self.state.setText(text)
        set_tone(self.state, tone)

    def _check_end(self) -> str:
        day = self.period_end.day
        if day is None:
            return self.tr("Write the day as 2025-12-31.")
        return self.tr("This period has not ended yet.") if day > self.content.today else ""

    def _check_months(self) -> str:
        return "" if self.months.value() else self.tr("Enter 1 to 24 months.")

    def _check_received(self) -> str:
        if self.received_on.wrong:
            return self.tr("Write the day as 2025-12-31, or leave it empty.")
        day, end = self.received_on.day, self.period_end.day
        if day is None:
            return ""
        if day > self.content.today:
            return self.tr("This day is still to come.")
        return self.tr("Received before its period ended.") if end and day < end else ""

    # -- saving ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the statement; what is no number has to be mended first."""
        wrong, figures, end = self.grid.wrong(), self.grid.figures(), self.period_end.day
        if wrong:
            self.grid.go_to(wrong[0])
            raise DomainError("money.not_a_number", text=self.grid.text_of(wrong[0]))
        if not figures or end is None:
            self.grid.go_to(Line.CASH)
            raise DomainError("credit_file.no_figures")
        old, unit = self.old, self.unit.value
        made = FinancialStatement(
            self.content.customer_id,
            end,
            str(self.currency.value),
            "",
            self.months.value(),
            unit if isinstance(unit, int) else 1,
            StatementQuality(str(self.quality.value)),
            self.source.text().strip(),
            self.received_on.day if self.content.customer_id else None,
            self.note.text,
        )
        if old is not None:
            made = replace(made, id=old.id, version=old.version)
        keeper = self.content.keeper(self.context.company)
        return lambda _control: keeper.save_statement(made, figures)
