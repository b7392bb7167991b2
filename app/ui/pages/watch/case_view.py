"""A case to read: what happened, what the books showed, the signs, the lesson and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.i18n import Retranslated
from app.ui.models.columns import Align, Cell, Column, amount_column, count_column, day_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.line_list import Line, LineList
from app.words import say
from app.words.alert_text import fact_sentence

if TYPE_CHECKING:
    from app.domain.loss_case import VisibleMonth
    from app.services.cases import CaseView
    from app.ui.context import PageContext
    from app.ui.formats import Formats

_SECTIONS = ("facts", "visible", "lesson", "consequence")
_SIGNS_SHOWN, _SIGN = 8, 32


def month_columns(formats: Formats, currency: str) -> list[Column[VisibleMonth]]:
    """Month end, open, overdue, how late was paid, how much was settled."""

    def title(name: str) -> str:
        return say(f"case_sheet.{name}", formats.lang, currency=currency)

    def late(month: VisibleMonth) -> Cell:
        if month.days_late is None:
            return Cell("–", tone="tertiary")
        days = round(month.days_late)
        return Cell(formats.count(days), tone="danger" if days > 0 else "")

    return [
        day_column("on", lambda: title("month"), lambda month: month.on, formats, sortable=False),
        amount_column(
            "open",
            lambda: title("open"),
            lambda month: month.open,
            lambda _month: currency,
            formats,
            whole=True,
            zero_dash=True,
            stretch=1,
            sortable=False,
        ),
        amount_column(
            "overdue",
            lambda: title("overdue"),
            lambda month: month.overdue,
            lambda _month: currency,
            formats,
            whole=True,
            zero_dash=True,
            stretch=1,
            sortable=False,
        ),
        Column(
            "late",
            lambda: title("days_late"),
            late,
            value=lambda month: month.days_late,
            width=118,
            min_width=90,
            align=Align.RIGHT,
            sortable=False,
        ),
        count_column(
            "settled",
            lambda: title("settled"),
            lambda month: month.settled,
            formats,
            zero_dash=True,
            sortable=False,
            drop=1,
        ),
    ]


class CaseReading(Retranslated):
    """``show_case`` fills it; the customer leads to its file."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.view: CaseView | None = None
        theme = context.theme
        self.figures = Figures(theme)
        self.customer = button(theme, "", "link", "building-2", self._open_customer)
        self.titles = {name: label("", "section") for name in _SECTIONS}
        self.texts = {name: label("", "body", wrap=True) for name in _SECTIONS}
        for text in self.texts.values():
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.months = DataTable(
            theme, "watch.case_months", context.preferences, framed=False, pad=6, empty_icon="table"
        )
        self.model: RowTable[VisibleMonth] = RowTable(
            month_columns(context.formats, "CNY"),
            context.runner,
            lambda month: month.on.toordinal(),
            parent=self,
        )
        self.months.set_model(self.model)
        self._signs_title = label("", "section")
        self.signs = LineList(theme)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(8)
        body.addWidget(self.figures)
        body.addWidget(self.customer, 0, Qt.AlignmentFlag.AlignLeft)
        for name in _SECTIONS:
            body.addWidget(self.titles[name])
            if name == "visible":
                body.addWidget(self.months)
            body.addWidget(self.texts[name])
            if name == "visible":
                body.addWidget(self._signs_title)
                body.addWidget(self.signs)
        body.addStretch(1)
        scroll = scrolled(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_case(self, view: CaseView) -> None:
        """Fill it with a case."""
        self.view = view
        self._write()

    def _write(self) -> None:
        view, formats = self.view, self.context.formats
        if view is None:
            return
        case, lang = view.case, formats.lang
        amount = formats.money(case.amount, case.currency) if case.amount else "–"
        cause = say(f"case_cause.{case.cause}", lang) if case.cause else self.tr("Not known yet")
        figures = [
            (say("case_sheet.cause", lang), cause, "", ""),
            (say("case_sheet.on", lang), formats.day(case.on), "", ""),
            (say("case_sheet.amount", lang), amount, "", "danger" if case.kind == "bad_debt" else ""),
        ]
        if view.visible.known_since is not None:
            figures.append((say("case_sheet.since", lang), formats.day(view.visible.known_since), "", ""))
        self.figures.set(figures)
        self.customer.setText(formats.name(view.customer, view.customer_en).replace("&", "&&"))
        self.customer.setVisible(bool(view.customer))
        said = {
            "facts": case.facts,
            "visible": view.visible.note,
            "lesson": case.lesson,
            "consequence": case.consequence,
        }
        for name, text in said.items():
            self.titles[name].setText(say(f"case_sheet.{name}", lang))
            self.texts[name].setText(text or say("case_sheet.unsaid", lang))
            set_tone(self.texts[name], "" if text else "tertiary")
        self.texts["visible"].setVisible(bool(view.visible.note) or not view.visible.months)
        self._write_months(view)
        self._write_signs(view)

    def _write_months(self, view: CaseView) -> None:
        months, theme = view.visible.months, self.context.theme
        self.model.set_columns(month_columns(self.context.formats, view.visible.currency or "CNY"))
        self.model.set_rows(months)
        self.months.setVisible(bool(months))
        self.months.setFixedHeight(theme.size("tableHeader") + len(months) * theme.row_height + 4)

    def _write_signs(self, view: CaseView) -> None:
        formats = self.context.formats
        lines = [
            Line(place, formats.day(sign.on), fact_sentence(sign.code, sign.params, formats.lang))
            for place, sign in enumerate(view.visible.signs)
        ]
        self._signs_title.setText(say("case_sheet.signs", formats.lang))
        self.signs.setAccessibleName(self._signs_title.text())
        self._signs_title.setVisible(bool(lines))
        self.signs.show_lines(lines)
        self.signs.setFixedHeight(min(len(lines), _SIGNS_SHOWN) * _SIGN + 2)
        self.signs.setVisible(bool(lines))

    def _open_customer(self) -> None:
        if self.view is not None and self.view.case.customer_id:
            self.context.navigator.go("customers", customer_id=self.view.case.customer_id)

    def retranslate(self) -> None:
        """Write every text again."""
        self.months.view.setAccessibleName(say("case_sheet.visible", self.context.formats.lang))
        self.signs.setAccessibleName(say("case_sheet.signs", self.context.formats.lang))
        self._write()
