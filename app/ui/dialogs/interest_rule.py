"""A rule of late interest: what its rate is made of, its bounds, its days, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.late_rates import BANKERS_YEAR, YEAR, InterestRule, Period, RuleKind
from app.ui.dialogs.controls import Choice, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.late_terms_form import typed_rate
from app.ui.widgets.labels import label
from app.words import say
from app.words.formats import rate_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.late_rates import RateTable
    from app.services.ports import Control
    from app.ui.context import PageContext

_NUMBERS = ("rate", "factor", "margin")
_BOUNDS = ("floor", "cap", "most")


class InterestRuleDialog(FormDialog):
    """Stores the company's own version of a rule."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {
        "interest_rule.no_name": "name",
        "interest_rule.no_table": "table",
        "interest_rule.factor": "factor",
        "interest_rule.bad_rate": "rate",
        "interest_rule.floor_above_cap": "floor",
    }

    def __init__(
        self,
        context: PageContext,
        rule: InterestRule,
        tables: Sequence[RateTable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=640)
        self.rule = rule
        lang = context.formats.lang
        self.set_head(rule.named(lang) or self.tr("New interest rule"), self.tr("Save"))
        self.name = QLineEdit(rule.named(lang))
        kinds = (
            (RuleKind.REFERENCE, self.tr("A published rate")),
            (RuleKind.FIXED, self.tr("A rate of its own")),
        )
        self.kind = Choice(kinds, rule.kind)
        names = [(table.code, table.name if lang == "zh" else table.name_en) for table in tables]
        self.table = Choice(names, rule.table)
        self.numbers = {key: QLineEdit(rate_text(getattr(rule, key))) for key in _NUMBERS}
        self.bounds = {key: QLineEdit(_shown(getattr(rule, key))) for key in _BOUNDS}
        periods = [(period.value, say(f"interest.per.{period}", lang)) for period in Period]
        self.period = Choice(periods, rule.period.value)
        floats = (
            (False, self.tr("Fixed by the day interest starts")),
            (True, self.tr("Changes with the table")),
        )
        self.floating = Choice(floats, rule.floating)
        self.year_basis = Choice(((YEAR, "365"), (BANKERS_YEAR, "360")), rule.year_basis)
        self.countries = QLineEdit(" ".join(rule.countries))
        self.source = QLineEdit(rule.cited(lang))
        self.source.setCursorPosition(0)
        self.note = NoteEdit(rule.note if lang == "zh" else rule.note_en)
        self._add()
        self.kind.currentIndexChanged.connect(self._show_kind)
        self._show_kind()
        self.name.setFocus()

    def _add(self) -> None:
        add = self.add_field
        add("name", self.name, self.tr("Name"), check=self.required(self.name, self.tr("Enter a name.")))
        add("kind", self.kind, self.tr("Made of"))
        add("table", self.table, self.tr("Rate table"))
        add("factor", self.numbers["factor"], self.tr("Times"), self._range(), self._check_number("factor"))
        add("margin", self.numbers["margin"], self.tr("Plus, % points"), check=self._check_number("margin"))
        add("floating", self.floating, self.tr("The rate is"))
        add("rate", self.numbers["rate"], self.tr("Rate, %"), check=self._check_number("rate"))
        add("period", self.period, self.tr("Rate is per"))
        add("year_basis", self.year_basis, self.tr("Days of a year"))
        words = {
            "floor": self.tr("Lowest rate, % a year"),
            "cap": self.tr("Highest rate, % a year"),
            "most": self.tr("At most, % of the debt"),
        }
        for key, text in words.items():
            add(key, self.bounds[key], text, check=self._check_bound(key))
        add("countries", self.countries, self.tr("Countries"), self.tr("Two letters each, such as DE FR"))
        add("source", self.source, self.tr("Source (law or clause)"))
        add("note", self.note, self.tr("Note"))
        self.lay("name")
        self.lay("kind", "year_basis", stretch=(2, 1))
        self.lay("table", "floating", stretch=(1, 1))
        self.lay("factor", "margin")
        self.lay("rate", "period")
        self.lay("floor", "cap", "most")
        self.form.addWidget(label(self.tr("Where it applies and what it rests on"), "section"))
        self.lay("countries", "source", stretch=(1, 2))
        self.lay("note")

    def _range(self) -> str:
        limits = self.rule.factor_range
        if limits is None:
            return ""
        low, high = (rate_text(each) for each in limits)
        return self.tr("{low} to {high} by law").format(low=low, high=high)

    def _show_kind(self) -> None:
        published = self.kind.value is RuleKind.REFERENCE
        for name in ("table", "floating", "factor", "margin"):
            self.fields[name].setVisible(published)
        for name in ("rate", "period"):
            self.fields[name].setVisible(not published)
        self._on_resized()

    def _check_number(self, key: str) -> Callable[[], str]:
        control = self.numbers[key]
        return lambda: (
            "" if typed_rate(control.text()) is not None else self.tr("Enter a number, such as 8.00.")
        )

    def _check_bound(self, key: str) -> Callable[[], str]:
        control = self.bounds[key]

        def check() -> str:
            text = control.text().strip()
            return (
                "" if not text or typed_rate(text) is not None else self.tr("Enter a number, such as 8.00.")
            )

        return check

    def edited(self) -> InterestRule:
        """The rule as the fields say it."""
        chinese = self.context.formats.lang == "zh"
        name, source, note = self.name.text().strip(), self.source.text().strip(), self.note.text
        rule = self.rule
        return replace(
            rule,
            name=name if chinese or not rule.name else rule.name,
            name_en=rule.name_en if chinese else name,
            note=note if chinese else rule.note,
            note_en=rule.note_en if chinese else note,
            kind=RuleKind(str(self.kind.value)),
            table=str(self.table.value),
            floating=self.floating.value is True,
            period=Period(str(self.period.value)),
            year_basis=int(str(self.year_basis.value)),
            countries=tuple(self.countries.text().upper().replace(",", " ").split()),
            source=source if chinese or not rule.source_en else rule.source,
            source_en=source if rule.source_en and not chinese else rule.source_en,
            rate=typed_rate(self.numbers["rate"].text()) or Decimal(0),
            factor=typed_rate(self.numbers["factor"].text()) or Decimal(0),
            margin=typed_rate(self.numbers["margin"].text()) or Decimal(0),
            floor=typed_rate(self.bounds["floor"].text()),
            cap=typed_rate(self.bounds["cap"].text()),
            most=typed_rate(self.bounds["most"].text()),
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the rule."""
        interest, rule = self.context.company.interest, self.edited()
        return lambda _control: interest.save_rule(rule)


def _shown(bound: Decimal | None) -> str:
    return "" if bound is None else rate_text(bound)
