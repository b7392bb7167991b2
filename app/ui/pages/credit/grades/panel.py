"""Grades: those in force, and everybody scored again from data alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.pages.credit.grades.held import Held
from app.ui.pages.credit.grades.rescored import Rescored
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage

HELD, RESCORED = "held", "rescored"
_VIEWS = (HELD, RESCORED)


class GradesPanel(TabPanel):
    """``open(view=…, scope=…)``: held or rescored; ``customer_id=…`` marks a customer."""

    moves = frozenset(
        {"stored_assessment", "grade_override", "external_event", "setting", "customer"}
        | {"document", "allocation"}
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self._wanted = 0
        self.view = Segmented()
        self.held, self.rescored = Held(context), Rescored(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.held)
        self.stack.addWidget(self.rescored)
        head = QHBoxLayout()
        head.addWidget(self.view)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self.view.chosen.connect(self.show_view)
        self.held.moved.connect(self._on_held)
        self.rescored.moved.connect(host.tell_status)
        for each in (self.held, self.rescored):
            each.opened.connect(self._score)

    def open(self, params: Mapping[str, object]) -> None:
        """Show one of the lists, in one state, with a customer marked."""
        if (view := str(params.get("view", ""))) in _VIEWS:
            self.show_view(view)
        if scope := str(params.get("scope", "")):
            self.held.show_scope(scope)
        wanted = params.get("customer_id")
        self._wanted = wanted if isinstance(wanted, int) else 0
        self._mark()

    def read(self) -> None:
        """Read the grades in force; scoring everybody again is asked for."""
        self.held.refresh()

    def _on_held(self) -> None:
        self._mark()
        self.host.tell_status()

    def _mark(self) -> None:
        if self._wanted and self.held.rows:
            self.held.clear()
            self.held.table.view.select_id(self._wanted)
            self._wanted = 0

    def show_view(self, view: str) -> None:
        """Go to the grades in force or to everybody scored again."""
        self.view.set_current(view)
        self.stack.setCurrentIndex(_VIEWS.index(view))
        self.rescored.bar.setVisible(view == RESCORED and bool(self.rescored.model.checked))

    def _score(self, customer_id: int) -> None:
        self.context.navigator.go("scoring", customer_id=customer_id)

    def bar(self) -> QWidget | None:
        """What can be done with the customers checked."""
        return self.rescored.bar

    def search_field(self) -> QWidget | None:
        """Where Ctrl+F goes."""
        return (self.held.search, self.rescored.search)[self.stack.currentIndex()]

    def status(self) -> str:
        """How many hold a grade."""
        count = sum(row.held is not None and row.held.valid for row in self.held.rows)
        return self.tr("%n customer(s) with a grade in force", "", count) if self.held.rows else ""

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("Which list"))
        self.view.set_choices(
            [(HELD, self.tr("Grades in force")), (RESCORED, self.tr("Score everybody again"))]
        )
        self.held.retranslate()
        self.rescored.retranslate()
