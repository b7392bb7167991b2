"""The work list on the Today page: filter by kind, next step, put off, done; everything by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent

from app.domain.duty import Duty
from app.ui.i18n import retranslate_on
from app.ui.models.columns import EMPTY
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard
from app.ui.pages.today.columns import kind_words, name_of, reason_of, work_columns
from app.ui.tables.data_table import DataTable
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented
from app.words import say
from app.words.formats import day_in_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from app.domain.work import WorkItem
    from app.services.ports import Control
    from app.services.work import WorkList
    from app.ui.context import PageContext
    from app.ui.models.columns import Cell

_ALL, _OTHER = "all", "other"
_ORDER = ("collect", "promise", "dispute", "receipt", "limitation", "bill", "plan", "follow_up")
_SEGMENT, _TITLE = 36, 160
"""Pixels that a segment has beside its text, and that the card's title takes."""


class WorkCard(Card):
    """``ran``, ``postponed`` and ``finished`` carry the item the user chose."""

    ran = Signal(object)
    postponed = Signal(object)
    finished = Signal(object)
    wanted_import = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, " ", padded=False)
        self.context = context
        self._list: WorkList | None = None
        self._base, self._bare = "", False
        self._others: frozenset[str] = frozenset()
        self.kinds = Segmented()
        self.kinds.set_choices([(_ALL, "")])
        self.add_action(self.kinds)
        self.table = DataTable(
            context.theme, "work", context.preferences, framed=False, empty_icon="calendar-check"
        )
        self.rule = label("", "small", "secondary")
        self.rule.setContentsMargins(16, 0, 16, 6)
        self.rule.hide()
        self.body.setSpacing(0)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.table, 1)
        self._grades: Mapping[int, Cell] = {}
        columns = work_columns(
            self._today, lambda: self._base, context.formats, lambda who: self._grades.get(who, EMPTY)
        )
        self._numbers: dict[str, int] = {}
        self.model: RowTable[WorkItem] = RowTable(columns, context.runner, self._number, parent=self)
        self.table.set_model(self.model)
        self.table.view.doors = frozenset({"action"})
        self.kinds.chosen.connect(self._narrow)
        self.table.opened.connect(lambda _row: self.run())
        self.table.clear_filter.connect(self._on_empty)
        self._add_keys()
        self.retranslate()

    def _add_keys(self) -> None:
        self._actions = {}
        for key, run in (("run", self.run), ("postpone", self.postpone), ("done", self.finish)):
            action = QAction(self)
            action.triggered.connect(lambda _on=False, run=run: run())
            self._actions[key] = action
        self.table.view.installEventFilter(self)
        self.table.view.extra_actions = lambda: list(self._actions.values())

    def actions_of_list(self) -> Sequence[QAction]:
        """Next step, put off and done, for the menu and the palette."""
        return list(self._actions.values())

    def _today(self) -> date:
        return self.context.company.clock.today()

    def _number(self, item: WorkItem) -> int:
        """A row's id for the table: the same for the same key for as long as the page lives."""
        return self._numbers.setdefault(item.key, len(self._numbers) + 1)

    # -- showing --------------------------------------------------------------------------------

    def show_list(self, found: WorkList, base: str, *, bare: bool = False) -> None:
        """Show the work of a day, keeping the filter and the row; ``bare``: nobody owes anything."""
        self._list, self._base, self._bare = found, base, bare
        row = self.table.view.currentIndex().row()
        self.model.set_rows(found.items)
        self._say_kinds()
        self._narrow()
        if self.table.view.currentIndex().row() < 0 and self.model.rowCount():
            self.table.view.selectRow(min(max(row, 0), self.model.rowCount() - 1))

    def ask_grades(self) -> None:
        """Read the grades of the customers listed, once the list is shown."""
        if self._list is None:
            return
        session, day, lang = self.context.company, self._today(), self.context.formats.lang
        who = sorted({item.customer_id for item in self._list.items if item.customer_id})

        def work(_control: Control) -> dict[int, Cell]:
            from app.ui.pages.standing import Standing, grade_cell  # noqa: PLC0415 - after the first paint

            held = session.scoring.grade_of(who, day)
            return {each: grade_cell(Standing(one, None), lang) for each, one in held.items()}

        self.context.runner.database(work, self._show_grades, owner=self, key="today.grades")

    def _show_grades(self, found: Mapping[int, Cell]) -> None:
        self._grades = found
        self.model.retranslate()

    def _say_kinds(self) -> None:
        """A segment a kind as far as there is room; what does not fit is together in the last."""
        if self._list is None:
            return
        lang, counts = self.context.formats.lang, self._list.counts()
        kinds = sorted(counts, key=lambda kind: (_ORDER.index(kind) if kind in _ORDER else len(_ORDER), kind))
        every, other = self.tr("All"), self.tr("Other")
        choices = [(_ALL, f"{every} {len(self._list.items)}")]
        choices += [(kind, f"{kind_words(kind, lang)} {counts[kind]}") for kind in kinds]
        fitting = self._fitting([text for _, text in choices])
        self._others = frozenset(kinds[fitting - 1 :]) if fitting < len(choices) else frozenset()
        if self._others:
            rest = sum(counts[kind] for kind in self._others)
            choices = [*choices[:fitting], (_OTHER, f"{other} {rest}")]
        self.kinds.set_choices(choices)

    def _fitting(self, texts: Sequence[str]) -> int:
        """How many segments fit beside the title, leaving room for one of all the others."""
        metrics = self.fontMetrics()
        widths = [metrics.horizontalAdvance(text) + _SEGMENT for text in texts]
        room = self.width() - _TITLE
        if sum(widths) <= room:
            return len(texts)
        other = self.tr("Other")
        room -= metrics.horizontalAdvance(f"{other} 00") + _SEGMENT
        kept = 1
        while kept < len(widths) and sum(widths[: kept + 1]) <= room:
            kept += 1
        return kept

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many kinds as there is room for."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._say_kinds()
            self._narrow()

    def _narrow(self, *_: object) -> None:
        kind = self.kinds.current
        wanted = self._others if kind == _OTHER else {kind}
        self.model.set_filter(None if kind in {_ALL, ""} else (lambda item: item.kind in wanted))
        self._say_title()
        self._say_empty()

    def _say_title(self) -> None:
        """What orders the list: where only collecting is shown, the rule of its rank."""
        rule = say("work.collect.rule", self.context.formats.lang)
        collect = self.kinds.current == "collect"
        self.set_title(self.tr("To do"), self.tr("by deadline"))
        self.table.view.setAccessibleDescription(rule if collect else self.tr("by deadline"))
        self.rule.setText(rule)
        self.rule.setVisible(collect)

    def _say_empty(self) -> None:
        found = self._list
        if found is None:
            self.table.say_empty(self.tr("Gathering the work of the day…"))
            return
        if self._bare and found.next is None:
            nothing = self.tr("No receivables are open.")
            self.table.say_empty(self.tr("Nothing to do today."), self.tr("Import data"), nothing)
            return
        if found.next is None:
            self.table.say_empty(self.tr("Nothing to do today."))
            return
        formats = self.context.formats
        day = day_in_sentence(found.next.due, formats.lang, year=False)
        what = f"{name_of(found.next, formats.lang)} {reason_of(found.next, formats)}".strip()
        text = self.tr("Nothing to do today. Next: {day}, {what}.").format(day=day, what=what.rstrip("。."))
        self.table.say_empty(text)

    def _on_empty(self) -> None:
        self.wanted_import.emit()

    # -- what the user does ---------------------------------------------------------------------

    def current(self) -> WorkItem | None:
        """The item the keyboard is on."""
        row = self.table.view.currentIndex().row()
        return self.model.row_at(row) if 0 <= row < self.model.rowCount() else None

    def run(self) -> None:
        """Enter: the next step of the current item."""
        if (item := self.current()) is not None:
            self.ran.emit(item)

    def postpone(self) -> None:
        """S: put the current item off."""
        if (item := self.current()) is not None:
            self.postponed.emit(item)

    def finish(self) -> None:
        """D: the current item is done."""
        if (item := self.current()) is not None:
            self.finished.emit(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """S and D act on the current item while the list has the keyboard."""
        if watched is self.table.view and isinstance(event, QKeyEvent) and not event.modifiers():
            run = {Qt.Key.Key_S: self.postpone, Qt.Key.Key_D: self.finish}.get(Qt.Key(event.key()))
            if run is not None:
                if event.type() == QEvent.Type.KeyPress:
                    run()
                return True
        return super().eventFilter(watched, event)

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Every text of the card in the language in force."""
        self._say_title()
        self.kinds.setAccessibleName(self.tr("Kind of work"))
        self.table.view.setAccessibleName(self.tr("To do"))
        self._actions["run"].setText(self.tr("Next step (Enter)"))
        self._actions["postpone"].setText(self.tr("Postpone… (S)"))
        self._actions["done"].setText(self.tr("Mark as done (D)"))
        guard(self.context, self._actions["postpone"], self._actions["done"], duty=Duty.LOG)
        self._say_kinds()
        self._say_empty()
        self.model.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if hasattr(self, "_actions"):
            retranslate_on(event, self)
        super().changeEvent(event)
