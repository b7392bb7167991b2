"""The control each kind of clause is edited with: what stands in it, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.domain.policy import PolicyTerms
from app.domain.policy_guide import KINDS, Kind, choices
from app.domain.policy_text import CHOICES
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice
from app.ui.faults import sentence
from app.ui.pages.insurance.policies.periods import PeriodsEdit
from app.ui.pages.insurance.policies.schedule import (
    BuyersEdit,
    CausesEdit,
    ScheduleEdit,
    TicksEdit,
    days_of,
    typed_countries,
    whole,
)
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.segmented import Segmented
from app.words import say
from app.words.clause_text import choice_text, clause_name
from app.words.formats import country_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.context import PageContext

translate = QCoreApplication.translate
_USUAL = PolicyTerms()
_MOST_DAYS, _MOST_TIMES = Decimal(36500), Decimal(1_000_000)
_AMOUNT, _FIGURE, _CHOICE = 180, 104, 280
_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Controlled:
    """A control in its place: how its value is read, and what is wrong with what stands there."""

    widget: QWidget
    value: Callable[[], Any]
    fault: Callable[[], str]
    focus: QWidget


class _Signalled(QWidget):
    """A control beside its unit; ``edited`` speaks for whatever stands in it."""

    edited = Signal()

    def __init__(self, control: QWidget, unit: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(control)
        self.unit = label(unit, "small", "secondary")
        row.addWidget(self.unit)
        row.addStretch(1)


def control_of(
    context: PageContext,
    clause: str,
    value: Any,
    currency: str,
    buyers: Mapping[int, str],
    edited: Callable[[], object],
) -> Controlled:
    """The control of a clause, showing a value; ``edited`` is told of every change."""
    makers: Mapping[Kind, Callable[..., Controlled]] = {
        Kind.AMOUNT: _amount,
        Kind.PERCENT: _percent,
        Kind.MULTIPLE: _percent,
        Kind.DAYS: _days,
        Kind.FLAG: _flag,
        Kind.CHOICE: _choice,
        Kind.PERIOD: _period,
        Kind.PERIODS: _periods,
        Kind.TEXT: _text,
        Kind.LIST: _list,
        Kind.CAUSES: _causes,
        Kind.COUNTRIES: _countries,
    }
    kind, name = KINDS[clause], clause_name(clause, context.formats.lang)
    if kind is Kind.BUYERS:
        made = _buyers(context, value, buyers)
    else:
        made = makers[kind](context, clause, value, currency)
    named = made.focus if isinstance(made.focus, QLineEdit | QComboBox) else made.widget
    named.setAccessibleName(name)
    made.widget.edited.connect(lambda *_: edited())  # type: ignore[attr-defined]  # each control here has it
    return made


def _open(clause: str) -> bool:
    """Whether a clause may say nothing."""
    return getattr(_USUAL, clause) is None


def _nothing() -> str:
    return ""


def _amount(context: PageContext, clause: str, value: int | None, currency: str) -> Controlled:
    edit = MoneyEdit(currency)
    edit.set_minor(value if value or _open(clause) else None)
    edit.setFixedWidth(_AMOUNT)
    edit.setPlaceholderText(translate("PolicyClauses", "none"))
    frame = _Signalled(edit, currency)
    edit.textEdited.connect(frame.edited)

    def read() -> int | None:
        found = edit.minor()
        return found if found is not None or _open(clause) else 0

    def fault() -> str:
        try:
            found = edit.minor()
        except HoldfastError as error:
            return sentence(error, context.formats.lang)
        negative = found is not None and found < 0
        return translate("PolicyClauses", "An amount cannot be below 0.") if negative else ""

    return Controlled(frame, read, fault, edit)


def _figure(edit: DecimalEdit, unit: str, value: Callable[[], Any], fault: Callable[[], str]) -> Controlled:
    edit.setFixedWidth(_FIGURE)
    frame = _Signalled(edit, unit)
    edit.textEdited.connect(frame.edited)
    return Controlled(frame, value, fault, edit)


def _percent(_context: PageContext, clause: str, value: Decimal | None, _currency: str) -> Controlled:
    times = KINDS[clause] is Kind.MULTIPLE
    most = _MOST_TIMES if times else Decimal(100)
    edit = DecimalEdit(value, most=most, empty=_open(clause))
    wrong = (
        translate("PolicyClauses", "A figure such as 30.")
        if times
        else translate("PolicyClauses", "A percentage from 0 to 100.")
    )
    unit = translate("PolicyClauses", "times the premium paid") if times else "%"
    return _figure(edit, unit, lambda: edit.value, lambda: "" if edit.sound else wrong)


def _days(_context: PageContext, clause: str, value: int | None, _currency: str) -> Controlled:
    shown = None if value is None else Decimal(value)
    edit = DecimalEdit(shown, most=_MOST_DAYS, empty=_open(clause))
    wrong = translate("PolicyClauses", "A whole number of days.")
    unit = (
        translate("PolicyClauses", "working days")
        if clause == "margin_days"
        else translate("PolicyClauses", "days")
    )
    return _figure(edit, unit, lambda: days_of(edit), lambda: "" if whole(edit) else wrong)


def _flag(context: PageContext, _clause: str, value: bool, _currency: str) -> Controlled:
    lang = context.formats.lang
    edit = Segmented()
    edit.set_choices([(_YES, say("clause_value.yes", lang)), (_NO, say("clause_value.no", lang))])
    edit.set_current(_YES if value else _NO)
    frame = _Signalled(edit)
    edit.chosen.connect(frame.edited)
    now = next(each for each in edit.findChildren(QAbstractButton) if each.isChecked())
    return Controlled(frame, lambda: edit.current == _YES, _nothing, now)


def _choice(context: PageContext, clause: str, value: str, _currency: str) -> Controlled:
    lang = context.formats.lang
    codes = dict.fromkeys([*choices(clause), str(value)])
    edit = Choice([(code, choice_text(clause, code, lang)) for code in codes], str(value))
    edit.setMinimumWidth(_CHOICE)
    frame = _Signalled(edit)
    edit.activated.connect(frame.edited)
    kind = CHOICES[clause]
    return Controlled(frame, lambda: kind(str(edit.value)), _nothing, edit)


def _period(context: PageContext, clause: str, value: Any, _currency: str) -> Controlled:
    lang = context.formats.lang
    shown = () if value is None else (value,)
    edit = PeriodsEdit(context.theme, lang, shown, choices(clause), clause_name(clause, lang), most=1)
    return Controlled(edit, lambda: next(iter(edit.periods()), None), _nothing, edit.add_button)


def _periods(context: PageContext, clause: str, value: Sequence[Any], _currency: str) -> Controlled:
    lang = context.formats.lang
    edit = PeriodsEdit(context.theme, lang, value, choices(clause), clause_name(clause, lang))
    return Controlled(edit, edit.periods, _nothing, edit.add_button)


def _text(context: PageContext, clause: str, value: str, _currency: str) -> Controlled:
    codes = choices(clause)
    if codes:
        lang = context.formats.lang
        offered = [
            ("", say("clause_value.none", lang)),
            *((each, choice_text(clause, each, lang)) for each in codes),
        ]
        edit = Choice(offered, value)
        edit.setMinimumWidth(_CHOICE)
        frame = _Signalled(edit)
        edit.activated.connect(frame.edited)
        return Controlled(frame, lambda: str(edit.value), _nothing, edit)
    line = QLineEdit(value)
    made = _Wide(line)
    return Controlled(made, lambda: line.text().strip(), _nothing, line)


class _Wide(QWidget):
    """A line of text over the whole width, with what it means below it."""

    edited = Signal()

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(line, 1)
        self.said = label("", "small", "secondary")
        row.addWidget(self.said)
        line.textEdited.connect(self.edited)


def _list(context: PageContext, clause: str, value: Sequence[str], _currency: str) -> Controlled:
    lang, codes = context.formats.lang, choices(clause)
    if codes:
        ticks = TicksEdit(clause, codes, value, lang)
        return Controlled(ticks, ticks.codes, _nothing, next(iter(ticks.boxes.values())))
    line = QLineEdit(", ".join(value))
    made = _Wide(line)
    if clause != "excluded_countries":
        line.setPlaceholderText(translate("PolicyClauses", "Several with commas between them"))
        return Controlled(made, lambda: _words(line.text()), _nothing, line)

    def fault() -> str:
        wrong = typed_countries(line.text())[1]
        text = translate("PolicyClauses", "Not a country's two letters: {codes}").format(codes=wrong)
        return text if wrong else ""

    def said(*_: object) -> None:
        names = [country_name(code, lang) for code in typed_countries(line.text())[0]]
        made.said.setText("" if fault() else say("clause_value.joined", lang).join(names))

    line.setPlaceholderText(translate("PolicyClauses", "Two letters each, such as RU, IR"))
    line.textChanged.connect(said)
    said()
    return Controlled(made, lambda: typed_countries(line.text())[0], fault, line)


def _words(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in text.replace("，", ",").replace("、", ",").replace(";", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _causes(context: PageContext, _clause: str, value: Any, _currency: str) -> Controlled:
    edit = CausesEdit(context, value)
    wrong = translate("PolicyClauses", "A percentage from 0 to 100.")
    return Controlled(edit, edit.shares, lambda: "" if edit.sound else wrong, next(iter(edit.edits.values())))


def _countries(context: PageContext, _clause: str, value: Any, _currency: str) -> Controlled:
    edit = ScheduleEdit(context, value)
    return Controlled(edit, edit.lines, edit.fault, edit.add_button)


def _buyers(context: PageContext, value: Sequence[int], names: Mapping[int, str]) -> Controlled:
    edit = BuyersEdit(context, value, names)
    return Controlled(edit, lambda: tuple(edit.ids), _nothing, edit.picker)
