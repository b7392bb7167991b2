"""The change log: who did what and when, before and after, undo from here; the bin; the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duties import duty_of
from app.ui.faults import action
from app.ui.models.columns import Align, Cell, Column, count_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard
from app.ui.pages.history_bin import BinPanel
from app.ui.pages.history_proof import ProofPanel
from app.ui.pages.history_words import differences, names_in, row_name
from app.ui.pages.page import Page
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

    from app.domain.changes import ChangeSet, HistoryEntry, RowChange
    from app.services.ports import Control
    from app.ui.context import PageContext

Names = dict[tuple[str, object], str]
"""What an id in a column stands for."""
_AT_ONCE = 300
_ROWS_SHOWN = 40
_TABS = ("log", "bin", "proof")


class HistoryPage(Page):
    """``open(tab="bin")`` goes to the bin, ``tab="proof"`` to the proof of the history."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._entries: list[HistoryEntry] = []
        self.table = DataTable(theme, "history", context.preferences, empty_icon="history")
        self.model: RowTable[HistoryEntry] = RowTable(
            self._columns(), context.runner, lambda entry: entry.id, parent=self
        )
        self.table.set_model(self.model)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._on_current)
        self._more = button(theme, "", "quiet", run=self._read_more)
        self._more.hide()
        log = QWidget()
        column = QVBoxLayout(log)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.bin = BinPanel(context)
        self.tabs = Tabs()
        self.tabs.add(log, "")
        self.tabs.add(self.bin, "")
        self.proof = ProofPanel(context)
        self.tabs.add(scrolled(self.proof), "")
        self.content.addWidget(self.tabs, 1)
        self.undo_button = button(theme, "", "normal", "undo-2", run=self._undo)
        drawer = self.add_drawer()
        drawer.footer.addWidget(self.undo_button)
        self._shown: HistoryEntry | None = None
        self._body = QVBoxLayout()
        drawer.body.addLayout(self._body)
        drawer.body.addStretch(1)
        self.retranslate()

    def _columns(self) -> list[Column[HistoryEntry]]:
        formats = self.context.formats
        return [
            Column(
                "at",
                lambda: self.tr("When"),
                lambda e: Cell(formats.moment(e.at)),
                value=lambda e: e.at.timestamp(),
                plain=lambda e: e.at.isoformat(),
                width=160,
                min_width=140,
                align=Align.LEFT,
                descending_first=True,
            ),
            text_column(
                "actor", lambda: self.tr("Who"), lambda e: e.actor, tone="secondary", width=140, drop=2
            ),
            Column(
                "what",
                lambda: self.tr("What"),
                self._what,
                value=lambda e: e.verb,
                width=360,
                min_width=200,
                stretch=1,
                fixed=True,
            ),
            count_column("rows", lambda: self.tr("Rows"), lambda e: e.rows, formats, drop=1),
            Column("state", lambda: self.tr("State"), self._state, width=110, sortable=False),
        ]

    def _words(self, entry: HistoryEntry) -> str:
        return action(entry.verb, entry.params, self.context.formats.lang)

    def _what(self, entry: HistoryEntry) -> Cell:
        return Cell(
            self._words(entry), tone="tertiary" if entry.undone_by else "", strong=not entry.undone_by
        )

    def _state(self, entry: HistoryEntry) -> Cell:
        return Cell(self.tr("Undone"), chip="neutral") if entry.undone_by else Cell("")

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Read the log anew."""
        tab = str(params.get("tab", ""))
        if tab in _TABS:
            self.tabs.show_tab(_TABS.index(tab))
        self._read()
        self.bin.read()
        self.proof.read()

    def help_tab(self) -> str:
        """F1: the tab in view."""
        return _TABS[self.tabs.bar.currentIndex()]

    def on_change(self, _change: ChangeSet) -> None:
        """Every action is a line here."""
        self._read()
        self.bin.read()
        self.proof.read()

    def _read(self) -> None:
        history = self.context.company.history
        wanted = max(_AT_ONCE, len(self._entries))
        self.context.runner.database(
            lambda _control: history.entries(wanted), self._show, owner=self, key="history"
        )

    def _show(self, entries: Sequence[HistoryEntry]) -> None:
        self._entries = list(entries)
        self._more.setVisible(len(entries) >= _AT_ONCE and len(entries) % _AT_ONCE == 0)
        self.model.set_rows(self._entries)
        if self._shown is not None and self.add_drawer().is_open:
            now = {entry.id: entry for entry in entries}.get(self._shown.id)
            if now is not None:
                self._show_entry(now)

    def _read_more(self) -> None:
        history, last = self.context.company.history, self._entries[-1].id
        self.context.runner.database(
            lambda _control: history.entries(_AT_ONCE, last),
            lambda more: self._show([*self._entries, *more]),
            owner=self,
        )

    # -- one entry ------------------------------------------------------------------------------

    def _on_current(self, entry_id: int) -> None:
        if self.drawer is not None and self.drawer.is_open:
            self._open(entry_id)

    def _open(self, entry_id: int) -> None:
        entry = next((entry for entry in self._entries if entry.id == entry_id), None)
        if entry is None:
            return
        self._show_entry(entry)
        session = self.context.company

        def work(_control: Control) -> tuple[Sequence[RowChange], Names]:
            rows = session.history.changes(entry_id, _ROWS_SHOWN + 1)
            return rows, names_in(session, rows)

        self.context.runner.database(
            work, lambda found: self._show_rows(entry_id, *found), owner=self, key="history.rows"
        )

    def _show_entry(self, entry: HistoryEntry) -> None:
        self._shown = entry
        drawer = self.add_drawer()
        drawer.set_title(self._words(entry), f"{self.context.formats.moment(entry.at)} · {entry.actor}")
        possible = entry.reversible and not (entry.undone_by or entry.undoes)
        guard(self.context, self.undo_button, able=possible, duty=duty_of(entry.verb, entry.params))
        drawer.open_drawer()

    def _show_rows(self, entry_id: int, rows: Sequence[RowChange], names: Names) -> None:
        if self._shown is None or self._shown.id != entry_id:
            return
        clear(self._body)
        for change in rows[:_ROWS_SHOWN]:
            self._body.addWidget(_change_view(change, names, self.context.formats.lang))
        if len(rows) > _ROWS_SHOWN:
            rest = self._shown.rows - _ROWS_SHOWN
            self._body.addWidget(label(self.tr("and %n more row(s)", "", rest), tone="secondary"))

    def _undo(self) -> None:
        if self._shown is None:
            return
        history, set_id = self.context.company.history, self._shown.id
        self.context.runner.database(
            lambda _control: history.undo(set_id), self.context.notices.done, owner=self
        )

    def actions_of_page(self) -> Sequence[QAction]:
        """Undo and redo stand in the Edit menu already."""
        return ()

    def retranslate(self) -> None:
        """Title, tabs, buttons."""
        self.header.set_title(self.tr("History"), self.tr("Every action with its rows before and after"))
        self.tabs.set_titles([self.tr("Changes"), self.tr("Bin"), self.tr("Proof")])
        self.table.view.setAccessibleName(self.tr("Changes"))
        self.bin.table.view.setAccessibleName(self.tr("Bin"))
        self._more.setText(self.tr("Show earlier actions"))
        self.undo_button.setText(self.tr("Undo this action"))
        self.table.say_empty(self.tr("Nothing was changed yet."))
        if self._shown is not None and self.add_drawer().is_open:
            self._open(self._shown.id)


def clear(layout: QVBoxLayout) -> None:
    """Take every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()


def _change_view(change: RowChange, names: Names, lang: str) -> QWidget:
    """One row: what it is, and its columns before and after."""
    view = QWidget()
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 8)
    column.setSpacing(4)
    column.addWidget(label(row_name(change), strong=True, wrap=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, (name, before, after) in enumerate(differences(change, names, lang)):
        grid.addWidget(label(name, "small", "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        text = f"{before} → {after}" if before and after else after or before
        grid.addWidget(label(text, "small", wrap=True), row, 1)
    column.addLayout(grid)
    foot = QHBoxLayout()
    foot.addWidget(line())
    column.addLayout(foot)
    return view
