"""Financial statements side by side; beside them who drew one up, what is wrong with it, its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from app.domain.financials import Line, completed
from app.domain.problem import Severity
from app.ui.pages.customers.credit.period_view import PeriodView
from app.ui.pages.customers.credit.statement_rows import Row, row_title, statement_rows
from app.ui.pages.customers.credit.words import period_title, problem_text, written_in
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.credit_file_views import StatementView
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.entries import CreditEntries


class StatementsView(PeriodView):
    """Enter on a cell opens its period."""

    def __init__(self, context: PageContext, entries: CreditEntries) -> None:
        super().__init__(context, "credit.statements", "file-spreadsheet")
        self.entries = entries
        theme = context.theme
        runs: tuple[tuple[str, Callable[[], object]], ...] = (
            ("pencil", lambda: self.opened.emit(self.chosen)),
            ("plus", lambda: entries.attach("financial_statement", self.chosen)),
            ("trash-2", lambda: entries.remove_statement(self.chosen)),
            ("folder", self._show_files),
        )
        self.edit, self.attach, self.remove, self.files = (
            button(theme, "", "quiet", icon, run, small=True) for icon, run in runs
        )
        self.side.set_buttons([self.edit, self.attach, self.remove, self.files])
        self.table.view.extra_actions = self._actions
        self.retranslate()

    def _actions(self) -> Sequence[QAction]:
        """The menu of a cell: what can be done with its period."""
        runs = [(each.text(), each) for each in (self.edit, self.attach, self.remove)]
        made = []
        for text, source in runs if self.chosen else ():
            action = QAction(text, self)
            action.triggered.connect(lambda _on=False, source=source: source.click())
            guard(self.context, action)
            made.append(action)
        return made

    def rows_of(self, views: Sequence[StatementView]) -> list[Row]:
        """The paper, its lines, whether it balances."""
        return statement_rows(views)

    def tell(self, row: Row | None, view: StatementView) -> None:
        """The statement of the column chosen, and the line where one is."""
        one, formats, side = view.statement, self.context.formats, self.side
        lang = formats.lang
        side.begin(period_title(view, formats))
        if view.stale:
            side.chip(self.tr("Older than 18 months"), "warn")
        if row is not None and row.kind == "line":
            self._tell_line(Line(row.key), view)
        side.pair(self.tr("Who stands behind it"), word("statement_quality", one.quality, lang))
        side.pair(self.tr("Written in"), written_in(one, lang))
        if one.source:
            side.pair(self.tr("Source"), one.source)
        if one.received_on:
            side.pair(self.tr("Received"), formats.day(one.received_on))
        for problem in view.problems:
            tone = "warn" if problem.severity is Severity.WARNING else "danger"
            side.say(problem_text(problem, one.currency, formats), tone)
        if not view.problems:
            side.say(self.tr("No contradictions found."), "secondary")
        if one.note:
            side.say(one.note, "secondary")
        files = self.content.files.get(one.id, ()) if self.content else ()
        self.files.setVisible(bool(files))
        self.files.setText(self.tr("Files (%n)", "", len(files)))

    def _tell_line(self, line: Line, view: StatementView) -> None:
        formats, currency = self.context.formats, view.statement.currency
        found = completed(view.figures).get(line)
        title = row_title(Row(0, "line", line.value), formats.lang)
        amount = formats.money(found, currency) if found is not None else "–"
        self.side.pair(title, amount)
        if found is not None and line not in view.figures:
            self.side.say(self.tr("Not in the paper: worked out of its other lines."), "secondary", "small")

    def _show_files(self) -> None:
        files = self.content.files.get(self.chosen, ()) if self.content else ()
        self.entries.files_menu(files, self.files)

    def retranslate(self) -> None:
        """Write every text."""
        self.table.view.setAccessibleName(self.tr("Financial statements by period"))
        self.table.say_empty(
            self.tr("No financial statement yet."),
            self.tr("Import from a file…"),
            self.tr("Ratios and the second opinions are worked out of it."),
        )
        self.edit.setText(self.tr("Edit…"))
        self.attach.setText(self.tr("Attach…"))
        self.remove.setText(self.tr("Delete"))
        guard(self.context, self.edit, self.attach, self.remove)
        super().retranslate()
