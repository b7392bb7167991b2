"""Which column feeds which field: one row per column of the file, with a sample and the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from app.domain.importing import Role
from app.ui.i18n import retranslate_on
from app.ui.pages.importing.words import role_name
from app.ui.widgets.card import Card
from app.ui.widgets.cell_choice import CellChoice
from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.pages.importing.flow import ImportFlow

_COLUMN, _SAMPLE, _FIELD, _REASON = range(4)
_FIELDS, _FIELDS_MOST, _AROUND = 196, 280, 60
"""Pixels of the fields' column, at most so many; and what of them no text can have."""


def _framed(combo: QComboBox) -> QWidget:
    """A combo with air above and below, so that rows do not touch."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 3, 8, 3)
    layout.addWidget(combo)
    box.setFocusProxy(combo)
    return box


class Mapping(Card):
    """``changed`` says that the user assigned a column otherwise."""

    changed = Signal(object)

    def __init__(self, context: PageContext, flow: ImportFlow) -> None:
        super().__init__(context.theme, padded=False)
        self._context = context
        self._flow = flow
        self.table = QTableWidget(0, 4)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(context.theme.size("control") + 8)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 8px; }")  # as the header's
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(_COLUMN, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_SAMPLE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(_FIELD, _FIELDS)
        self.table.setColumnWidth(_REASON, 108)
        self.body.addWidget(self.table)
        self.retranslate()

    def refresh(self) -> None:
        """Show the columns of the table read last."""
        table, columns = self._flow.table, self._flow.columns
        if table is None or columns is None:
            return
        of_column = {at: role for role, at in columns.columns.items()}
        self.table.setRowCount(len(table.header))
        for at, title in enumerate(table.header):
            guess = self._flow.guesses[at] if at < len(self._flow.guesses) else None
            role = of_column.get(at)
            self._put(at, _COLUMN, title or self.tr("Column {n}").format(n=at + 1), strong=True)
            self._put(at, _SAMPLE, guess.sample if guess is not None else "")
            self.table.setCellWidget(at, _FIELD, _framed(self._combo(at, role, title)))
            same = guess is not None and guess.role is role
            reason = guess.reason if guess is not None and same else "chosen" if role else ""
            self._put(at, _REASON, self._reason(reason))
        self._fit_fields()
        mapped = len(of_column)
        note = self.tr("{all} columns in the file, {mapped} assigned")
        self.set_title(self.tr("Columns"), note.format(all=len(table.header), mapped=mapped))

    def _fit_fields(self) -> None:
        """Room for the longest field chosen; the file's own words may be cut."""
        texts = (combo.currentText() for combo in self.table.findChildren(CellChoice))
        wide = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + _AROUND
        self.table.setColumnWidth(_FIELD, min(max(_FIELDS, wide), _FIELDS_MOST))

    def _put(self, row: int, column: int, text: str, *, strong: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(plain(text))
        theme = self._context.theme
        item.setFont(theme.font("bodyStrong" if strong else "small"))
        item.setForeground(theme.color("text" if strong else "textSecondary"))
        self.table.setItem(row, column, item)

    def _reason(self, reason: str) -> str:
        return {
            "name": self.tr("Column name"),
            "content": self.tr("Content"),
            "remembered": self.tr("As last time"),
            "chosen": self.tr("Chosen by you"),
        }.get(reason, self.tr("Not used"))

    def _combo(self, at: int, role: Role | None, title: str) -> QComboBox:
        combo = CellChoice()
        combo.setAccessibleName(self.tr("Field for column {title}").format(title=title))
        combo.addItem(self.tr("Do not import"), None)
        for each in Role:
            combo.addItem(role_name(each), each)
        combo.setCurrentIndex(0 if role is None else list(Role).index(role) + 1)
        combo.activated.connect(
            lambda place, at=at: self._assign(at, list(Role)[place - 1] if place else None)
        )
        return combo

    def _assign(self, at: int, role: Role | None) -> None:
        """Give a column a field; the column that had it before gives it up."""
        columns = self._flow.columns
        if columns is None:
            return
        kept = {each: place for each, place in columns.columns.items() if place != at and each is not role}
        if role is not None:
            kept[role] = at
        self.changed.emit(replace(columns, columns=kept))

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        combo = self.table.findChild(CellChoice)
        if combo is not None:
            combo.setFocus()

    def retranslate(self) -> None:
        """Write titles and fields in the language in force."""
        self.table.setHorizontalHeaderLabels(
            [self.tr("Column in the file"), self.tr("Sample"), self.tr("Field"), self.tr("Because of")]
        )
        self.set_title(self.tr("Columns"))
        self.table.setAccessibleName(self.tr("Columns"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        retranslate_on(event, self)
        super().changeEvent(event)
