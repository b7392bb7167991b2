"""One row of a table: what it is about, its value, where that is from and of which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.services.scoring_tables import OUTLOOKS, WORST_CLASS, TableName
from app.services.scoring_views import TableRow
from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.credit_rules.tables.words import SYSTEMS, key_name, source_words, value_words
from app.words import codes
from app.words.formats import countries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext


class RowDialog(FormDialog):
    """Writes a row of the company's own, which goes before the shipped one."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {"scoring.table_source": "source", "scoring.table_value": "value"}

    def __init__(
        self,
        context: PageContext,
        table: TableName,
        row: TableRow | None,
        taken: set[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=520)
        self._table, self._row = table, row
        lang, today = context.formats.lang, context.company.clock.today()
        what = key_name(table, row.key, lang) if row is not None else ""
        self.set_head(self.tr("Edit a row") if row else self.tr("New row"), self.tr("Save"), what)
        self.key = Choice(self._keys(taken), None)
        values = OUTLOOKS if table is TableName.INDUSTRY_OUTLOOK else [str(n) for n in range(WORST_CLASS + 1)]
        pairs = [(value, value_words(table, value, lang)) for value in values]
        self.value = Choice(pairs, row.value if row is not None else values[0])
        shipped = row is not None and not row.own
        self.source = QLineEdit("" if row is None or shipped else source_words(row.source, lang))
        self.on = DayEdit(context.language, row.on if row is not None and row.own else today)
        title = self.tr("Country") if table is TableName.COUNTRY_RISK else self.tr("Industry")
        self.add_field("key", self.key, title)
        title = self.tr("Class, 0 is best") if table is TableName.COUNTRY_RISK else self.tr("Outlook")
        self.add_field("value", self.value, title)
        self.add_field("on", self.on, self.tr("As of"))
        hint = self.tr("Such as the list or the paper it was taken from")
        self.add_field("source", self.source, self.tr("Source"), hint, self._check_source)
        if row is None:
            self.lay("key")
        self.lay("value", "on")
        self.lay("source")
        self.value.setFocus()

    def _keys(self, taken: set[str]) -> list[tuple[str, str]]:
        """What has no row yet, by name."""
        lang = self.context.formats.lang
        if self._table is TableName.INDUSTRY_OUTLOOK:
            known = [code.removeprefix("industry.") for code in codes() if code.startswith("industry.")]
            named = [(code, self._industry(code)) for code in sorted(known) if code not in taken]
            return named or [("", "–")]
        known = [code for code in countries() if code not in taken]
        return sorted(((code, f"{key_name(self._table, code, lang)} {code}") for code in known), key=_by_name)

    def _industry(self, key: str) -> str:
        system, _, code = key.partition(":")
        name = key_name(self._table, key, self.context.formats.lang)
        return f"{SYSTEMS.get(system, system)} {code} {name}"

    def _check_source(self) -> str:
        return "" if self.source.text().strip() else self.tr("Say where the value comes from.")

    def row(self) -> TableRow:
        """The row as chosen."""
        key = self._row.key if self._row is not None else str(self.key.value)
        return TableRow(key, str(self.value.value), self.source.text().strip(), self.on.day, own=True)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        scoring, table, row = self.context.company.scoring, self._table, self.row()
        return lambda _control: scoring.set_row(table, row)


def _by_name(pair: tuple[str, str]) -> str:
    return pair[1]
