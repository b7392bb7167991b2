"""All targets and benchmarks in one list; each is set from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.domain.duty import Duty
from app.domain.kpi_catalogue import CATALOGUE
from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.health.measures import said
from app.ui.pages.health.measures.values import value_text
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.health_views import Aim
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.pages.health.measures.desk import Measures

translate = QCoreApplication.translate
_WIDE, _HIGH, _ROOM, _EDGE = 880, 640, 48, 24
_NUMBERS = {one.key: place for place, one in enumerate(CATALOGUE, 1)}


def aim_columns(formats: Formats) -> list[Column[Aim]]:
    """Figure, target and where it comes from, benchmark and who published it."""
    lang = formats.lang

    def target(row: Aim) -> Cell:
        text = said.said_target(row.target, row.bound, row.unit, lang)
        return Cell(text or DASH, strong=bool(text), tone="" if text else "tertiary")

    def benchmark(row: Aim) -> Cell:
        if row.chosen is None:
            return Cell(DASH, tone="tertiary")
        return Cell(value_text(row.chosen.value, row.unit, lang), tip=said.measured(row.chosen, lang))

    def published(row: Aim) -> str:
        if row.chosen is not None:
            return said.said_source(row.chosen, formats)
        offered = len(row.offered)
        return say("kpi_rows.offered", lang, n=offered) if offered else ""

    return [
        text_column(
            "figure", lambda: translate("Measures", "Figure"), lambda row: said.figure_name(row.key, lang),
            strong=True, width=200, min_width=140, stretch=2, fixed=True, sortable=False,
        ),
        Column("target", lambda: translate("Measures", "Target"), target, width=96, min_width=80,
               align=Align.RIGHT, sortable=False),
        text_column(
            "from", lambda: translate("Measures", "Where from"),
            lambda row: say(f"kpi_target.{row.target.source}", lang) if row.target else "",
            tone="secondary", width=150, min_width=96, stretch=1, sortable=False, drop=1,
        ),
        Column("benchmark", lambda: translate("Measures", "Benchmark"), benchmark, width=96, min_width=76,
               align=Align.RIGHT, sortable=False),
        text_column(
            "published", lambda: translate("Measures", "Published by"), published, tone="secondary",
            width=200, min_width=110, stretch=2, sortable=False, drop=2,
        ),
    ]  # fmt: skip


class AimsDialog(QDialog):
    """Enter sets a target; what is set shows at once, and can be undone."""

    def __init__(self, context: PageContext, measures: Measures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._measures = context, measures
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = context.theme
        self.table = DataTable(theme, "health.aims", context.preferences, empty_icon="flag")
        self.model: RowTable[Aim] = RowTable([], context.runner, lambda row: _NUMBERS[row.key], parent=self)
        self.table.set_model(self.model)
        self.target_button = button(theme, "", "normal", "flag", self.edit_target)
        self.benchmark_button = button(theme, "", "normal", "scale", self.edit_benchmark)
        self.reset_button = button(theme, "", "quiet", "undo-2", self.reset)
        self.close_button = button(theme, "", "primary", run=self.accept)
        self._title = label("", "page", wrap=True)
        self._text = label("", "body", "secondary", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.target_button, self.benchmark_button, self.reset_button):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.opened.connect(lambda _row: self.edit_target())
        self.table.current_changed.connect(lambda _row: self._write_buttons())
        context.events.changed.connect(self._on_change)
        self._write_texts()
        self._fit(parent)
        self.read()

    def _fit(self, parent: QWidget | None) -> None:
        host = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(_WIDE, host.width() - _ROOM), min(_HIGH, host.height() - _ROOM))

    def read(self) -> None:
        """What is set now."""
        health = self.context.company.health
        self.context.runner.database(
            lambda _control: health.aims(),
            self._show,
            failed=self.context.notices.error,
            owner=self,
            key="health.aims",
        )

    def _show(self, aims: Sequence[Aim]) -> None:
        chosen = self.table.view.current_id() or 1
        self.model.set_columns(aim_columns(self.context.formats))
        self.model.set_rows(aims)
        self.table.view.select_id(chosen)
        self._write_buttons()

    def current(self) -> Aim | None:
        """The figure the keyboard is on."""
        number = self.table.view.current_id()
        return next((one for one in self.model.rows if _NUMBERS[one.key] == number), None)

    def _on_change(self, change: ChangeSet) -> None:
        if "setting" in change.touched:
            self.read()

    # -- acting ---------------------------------------------------------------------------------

    def edit_target(self) -> None:
        """The target of the figure in view."""
        if (aim := self.current()) is not None:
            self._measures.edit_target(aim.key, self)

    def edit_benchmark(self) -> None:
        """What the figure in view is compared with."""
        if (aim := self.current()) is not None:
            self._measures.edit_benchmark(aim.key, self)

    def reset(self) -> None:
        """The usual target again, or where that is in force the usual benchmark."""
        aim = self.current()
        if aim is None or not writable(self.context):
            return
        health, key = self.context.company.health, aim.key
        own = aim.target != aim.usual
        self._run(lambda: health.reset_target(key) if own else health.reset_benchmark(key))

    def _run(self, work: Callable[[], ChangeSet]) -> None:
        notices = self.context.notices
        self.context.runner.database(lambda _control: work(), notices.done, failed=notices.error, owner=self)

    # -- words ----------------------------------------------------------------------------------

    def _write_buttons(self) -> None:
        able = self.current() is not None
        aims = (self.target_button, self.benchmark_button, self.reset_button)
        guard(self.context, *aims, able=able, duty=Duty.RULES)

    def _write_texts(self) -> None:
        self.setWindowTitle(self.tr("Targets and benchmarks"))
        self._title.setText(self.windowTitle())
        self._text.setText(
            self.tr(
                "A target is the company's own choice. A benchmark was published by others and names its "
                "source. The usual target of DSO lies 20 % below its benchmark."
            )
        )
        self.target_button.setText(self.tr("Target…"))
        self.benchmark_button.setText(self.tr("Benchmark…"))
        self.reset_button.setText(self.tr("Back to the usual"))
        self.close_button.setText(self.tr("Close"))
        self.table.view.setAccessibleName(self.windowTitle())
