"""The rows behind a figure: what each is, what it adds, where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.ui.models.columns import Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.health.measures.values import adds_text
from app.ui.tables.data_table import DataTable
from app.words import say
from app.words.kpi_text import row_text

if TYPE_CHECKING:
    from app.services.health_views import KpiRow, KpiRows
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.navigator import Navigator

translate = QCoreApplication.translate
_EDGE, _LEAST, _MOST = 12, 3, 9


def lead_to(navigator: Navigator, row: KpiRow) -> None:
    """Open the record a row stands for."""
    who = row.customer_id
    match row.kind:
        case "document" | "receipt":
            navigator.go("customers", document_id=row.row_id)
        case "promise" | "dispute" | "write_off" | "recovery":
            navigator.go("customers", customer_id=who, tab="collection")
        case "limit":
            navigator.go("credit", tab="limits", customer_id=who)
        case "override":
            navigator.go("credit", tab="overrides", customer_id=who, override_id=row.row_id)
        case "release":
            navigator.go("credit", tab="check", check_id=row.row_id)
        case "review":
            navigator.go("scoring", customer_id=who)
        case "indemnity":
            navigator.go("insurance", tab="claims", customer_id=who)
        case _:
            navigator.go("customers", customer_id=who, tab="invoices")


def about(row: KpiRow, formats: Formats, *, mixed: bool) -> str:
    """What a row is, beside its customer; its kind only where there are several."""
    day = formats.day_short(row.on)
    return row_text(row.kind, row.label, day, row.code, row.params, formats.lang, mixed=mixed)


class RowsTable(DataTable):
    """``lead`` carries the row to open."""

    lead = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, "health.rows", context.preferences, pad=6, empty_icon="list-checks")
        self._context = context
        self._places: dict[int, int] = {}
        self.model_of_rows: RowTable[KpiRow] = RowTable(
            [], context.runner, lambda row: self._places[id(row)], parent=self
        )
        self.found: KpiRows | None = None
        self.set_model(self.model_of_rows)
        self.opened.connect(self._open)

    def show_rows(self, found: KpiRows) -> None:
        """Show these with their sum."""
        self.model_of_rows.set_rows(())  # the rows that go are not among the new places
        self.found = found
        self._places = {id(row): place for place, row in enumerate(found.rows, 1)}
        self.write()
        theme = self._context.theme
        count = max(_LEAST, min(_MOST, len(found.rows))) + 1
        self.setFixedHeight(theme.size("tableHeader") + count * theme.row_height + _EDGE)

    def write(self) -> None:
        """Heads, cells, the sum."""
        found = self.found
        if found is None:
            return
        self.model_of_rows.set_columns(self._columns(found))
        self.model_of_rows.set_rows(found.rows)
        total = Cell(adds_text(found.total, found.unit, self._context.formats.lang), strong=True)
        name = Cell(translate("Measures", "Total"), strong=True)
        self.model_of_rows.set_totals({"who": name, "adds": total})

    def _columns(self, found: KpiRows) -> list[Column[KpiRow]]:
        formats = self._context.formats
        lang = formats.lang
        rows = found.rows
        mixed = len({row.kind for row in rows}) > 1
        columns: list[Column[KpiRow]] = [
            text_column(
                "who",
                lambda: translate("Measures", "Customer"),
                lambda row: row.customer,
                strong=True,
                width=110,
                min_width=80,
                stretch=2,
                fixed=True,
            )
        ]
        if any(row.kind != "customer" for row in rows):
            columns.append(
                text_column(
                    "what",
                    lambda: translate("Measures", "What"),
                    lambda row: about(row, formats, mixed=mixed),
                    tone="secondary",
                    width=130,
                    min_width=90,
                    stretch=3,
                )
            )
        columns.append(
            Column(
                "adds",
                lambda: say(f"operand.{found.operand}", lang),
                lambda row: Cell(adds_text(row.adds, found.unit, lang)),
                value=lambda row: row.adds,
                plain=lambda row: f"{row.adds:f}",
                width=92 if found.unit == "money" else 64,
                min_width=76 if found.unit == "money" else 52,
                align=Align.RIGHT,
                descending_first=True,
                fixed=True,
            )
        )
        return columns

    def _open(self, place: int) -> None:
        found = self.found
        if found is not None and 0 < place <= len(found.rows):
            self.lead.emit(found.rows[place - 1])

    def current(self) -> KpiRow | None:
        """The row the keyboard is on."""
        place = self.view.current_id()
        found = self.found
        return found.rows[place - 1] if found is not None and 0 < place <= len(found.rows) else None
