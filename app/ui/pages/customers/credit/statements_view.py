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
    from app.ui.pages.customers.credit.statement_entries import StatementEntries


class StatementsView(PeriodView):
    """Enter on a cell opens its period; ``filing`` attaches files to it, where files are kept."""

    def __init__(
        self, context: PageContext, entries: StatementEntries, filing: CreditEntries | None = None
    ) -> None:
        super().__init__(context, "credit.statements", "file-spreadsheet")
        self.entries, self.filing = entries, filing
        self.narrows = filing is None
        theme = context.theme
        runs: tuple[tuple[str, Callable[[], object]], ...] = (
            ("pencil", lambda: self.opened.emit(self.chosen)),
            ("plus", self._attach),
            ("trash-2", self._remove),
            ("folder", self._show_files),
        )
        self.edit, self.attach, self.remove, self.files = (
            button(theme, "", "quiet", icon, run, small=True) for icon, run in runs
        )
        filed = [self.edit, self.attach, self.remove, self.files]
        self.side.set_buttons(filed if filing is not None else [self.edit, self.remove])
        if filing is None:
            for each in (self.attach, self.files):
                each.setParent(self)
                each.hide()
        self.table.view.extra_actions = self._actions
        self.retranslate()

    def _actions(self) -> Sequence[QAction]:
        """The menu of a cell: what can be done with its period."""
        able = (self.edit, self.attach, self.remove) if self.filing is not None else (self.edit, self.remove)
        runs = [(each.text(), each) for each in able]
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
        self.files.setVisible(bool(files) and self.filing is not None)
        self.files.setText(self.tr("Files (%n)", "", len(files)))

    def _tell_line(self, line: Line, view: StatementView) -> None:
        formats, currency = self.context.formats, view.statement.currency
        found = completed(view.figures).get(line)
        title = row_title(Row(0, "line", line.value), formats.lang)
        amount = formats.money(found, currency) if found is not None else "–"
        self.side.pair(title, amount)
        if found is not None and line not in view.figures:
            self.side.say(self.tr("Not in the paper: worked out of its other lines."), "secondary", "small")

    def _attach(self) -> None:
        if self.filing is not None:
            self.filing.attach("financial_statement", self.chosen)

    def _remove(self) -> None:
        if self.content is not None:
            self.entries.remove_statement(self.content, self.chosen)

    def _show_files(self) -> None:
        files = self.content.files.get(self.chosen, ()) if self.content else ()
        if self.filing is not None:
            self.filing.files_menu(files, self.files)

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
