"""What publishing would do: who changes grade, how much exposure moves, what loss is expected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.money import Money
from app.domain.scorecard import GRADES
from app.domain.table import ColumnKind
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.cards.matrix import Matrix
from app.ui.pages.credit_rules.cards.words import percent
from app.ui.pages.customers.exporting import TableExports
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.writing import figure
from app.words.scoring_text import points

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.scorecard import Grade
    from app.domain.table import Cell as TableCell
    from app.services.ports import Control
    from app.services.scoring_views import CardPreview, PreviewRow
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.pages.credit_rules.cards.matrix import Pair


class Effect(Retranslated):
    """``opened`` carries a customer."""

    opened = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.preview: CardPreview | None = None
        theme = context.theme
        self.figures = Figures(theme, "section")
        self.matrix = Matrix(theme, context.formats)
        self.late = label("", "small", "secondary", wrap=True)
        self.basis = label("", "caption", "tertiary", wrap=True)
        self.table = DataTable(
            theme, "credit_rules.moved", context.preferences, empty_icon="scale", framed=False
        )
        self.model: RowTable[PreviewRow] = RowTable(
            moved_columns(self), context.runner, lambda row: row.customer_id, parent=self
        )
        self.table.set_model(self.model)
        self.table.setMinimumHeight(184)
        self.all_button = button(theme, "", "link", run=self._all)
        self.export_button = button(theme, "", "link", "table", self._open_export)
        self._lay_out()
        self.matrix.chosen.connect(self._on_cell)
        self.table.opened.connect(self.opened)
        self.table.clear_filter.connect(self._all)
        self.retranslate()

    def _lay_out(self) -> None:
        aside = QVBoxLayout()
        aside.setSpacing(8)
        aside.addWidget(self.late)
        aside.addWidget(self.basis)
        aside.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(24)
        upper.addWidget(self.matrix, 3)
        upper.addLayout(aside, 2)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.count = label("", "bodyStrong")
        tools.addWidget(self.count)
        tools.addWidget(self.all_button)
        tools.addStretch(1)
        tools.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.figures)
        layout.addLayout(upper)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)

    # -- showing --------------------------------------------------------------------------------

    def show_preview(self, preview: CardPreview | None) -> None:
        """Show an answer."""
        self.preview = preview
        self.matrix.show_preview(preview)
        self.model.set_columns(moved_columns(self))
        self.model.set_rows(preview.moved if preview is not None else ())
        self._write()

    def show_all(self, *, everybody: bool) -> None:
        """Show everybody who is scored by the card, or those who change grade."""
        rows = self.preview.rows if self.preview is not None else ()
        self.model.set_rows(rows if everybody else (self.preview.moved if self.preview else ()))

    def _on_cell(self, pair: Pair | None) -> None:
        rows = self.preview.rows if self.preview is not None else ()
        moved = self.preview.moved if self.preview is not None else ()
        self.model.set_rows(moved if pair is None else [row for row in rows if (row.was, row.now) == pair])
        self._write()

    def _all(self) -> None:
        self.matrix.clear()
        self._on_cell(None)

    def _write(self) -> None:
        preview, formats = self.preview, self.context.formats
        if preview is None:
            return
        moved = preview.moved
        worse = sum(GRADES.index(row.now) > GRADES.index(row.was) for row in moved)
        exposure = sum(row.exposure for row in moved)
        change = preview.loss_now - preview.loss_was
        sign = "+" if change > 0 else ""
        self.figures.set(
            [
                (
                    self.tr("Change grade"),
                    self.tr("{n} of {all}").format(
                        n=figure(f"{len(moved):,}"), all=figure(f"{len(preview.rows):,}")
                    ),
                    self.tr("{better} better, {worse} worse").format(better=len(moved) - worse, worse=worse),
                    "",
                ),
                (self.tr("Exposure moved"), formats.money(exposure, preview.currency, whole=True), "", ""),
                (
                    self.tr("Expected loss now"),
                    formats.money(preview.loss_was, preview.currency, whole=True),
                    "",
                    "",
                ),
                (
                    self.tr("With this card"),
                    formats.money(preview.loss_now, preview.currency, whole=True),
                    sign + formats.whole(change, preview.currency) if change else self.tr("unchanged"),
                    "",
                ),
            ]
        )
        parts = [f"{grade} {percent(preview.late_rates.get(grade))}" for grade in GRADES]
        self.late.setText(
            self.tr("Share of invoices paid late, by grade: {parts}").format(parts=" • ".join(parts))
        )
        only = self.matrix.only
        shown = len(self.model.rows)
        if only is None:
            self.count.setText(self.tr("%n customer(s) change grade", "", shown))
        else:
            text = self.tr("%n customer(s) from {was} to {now}", "", shown)
            self.count.setText(text.format(was=only[0].value, now=only[1].value))
        self.all_button.setVisible(only is not None)
        nobody = self.tr("Nobody is scored by this card yet.")
        self.table.say_empty(self.tr("Nobody changes grade.") if preview.rows else nobody)

    # -- export ---------------------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        at = self.export_button.mapToGlobal(QPoint(0, self.export_button.height()))
        exports.menu(partial(self._export, exports)).popup(at)

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {row.customer_id: row for row in self.model.shown()}
        currency = self.preview.currency if self.preview is not None else "CNY"

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        exports.table(
            self.table.view,
            list(rows),
            read,
            _cells(self.context.formats, currency),
            self.tr("Who changes grade"),
            file_format,
        )

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Who changes grade"))
        self.all_button.setText(self.tr("Show all"))
        self.export_button.setText(self.tr("Export"))
        self.basis.setText(
            self.tr(
                "From data alone, as of today. Expected loss is what is open times the yearly loss rate "
                "of the grade; the rates stand under Tables."
            )
        )
        self._write()


def moved_columns(view: Effect) -> list[Column[PreviewRow]]:
    """Who, which grade and score now, which under the card, and what is open."""
    formats = view.context.formats
    currency = view.preview.currency if view.preview is not None else "CNY"
    return [
        text_column("name", lambda: translate("Effect", "Customer"),
                    lambda row: formats.name(row.name, row.name_en), strong=True, width=200,
                    min_width=140, stretch=1, fixed=True),
        Column("was", lambda: translate("Effect", "Now"), lambda row: grade_cell(row.was),
               value=lambda row: row.was.value, width=64, min_width=56, align=Align.CENTER, fixed=True),
        Column("was_score", lambda: translate("Effect", "Score"),
               lambda row: Cell(points(row.was_score), tone="secondary"),
               value=lambda row: row.was_score, width=76, min_width=64, align=Align.RIGHT, drop=1),
        Column("now", lambda: translate("Effect", "With this card"), lambda row: grade_cell(row.now),
               value=lambda row: row.now.value, width=104, min_width=92, align=Align.CENTER, fixed=True),
        Column("score", lambda: translate("Effect", "New score"), lambda row: Cell(points(row.score)),
               value=lambda row: row.score, width=88, min_width=76, align=Align.RIGHT),
        amount_column("exposure", lambda: translate("Effect", "Open"), lambda row: row.exposure,
                      lambda _row: currency, formats, whole=True, zero_dash=True, width=120, min_width=96),
    ]  # fmt: skip


def grade_cell(grade: Grade | None) -> Cell:
    """A grade's letter in its colours, a dash where there is none."""
    return Cell(DASH, tone="tertiary") if grade is None else Cell(grade.value, chip=f"grade.{grade}")


def _cells(
    formats: Formats, currency: str
) -> dict[str, tuple[ColumnKind, Callable[[PreviewRow], TableCell]]]:
    return {
        "name": (ColumnKind.TEXT, lambda row: formats.name(row.name, row.name_en)),
        "was": (ColumnKind.TEXT, lambda row: row.was.value),
        "was_score": (ColumnKind.TEXT, lambda row: str(row.was_score)),
        "now": (ColumnKind.TEXT, lambda row: row.now.value),
        "score": (ColumnKind.TEXT, lambda row: str(row.score)),
        "exposure": (ColumnKind.MONEY, lambda row: Money(row.exposure, currency)),
    }
