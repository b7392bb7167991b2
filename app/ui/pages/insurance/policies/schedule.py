"""Editing what a policy lists: countries with their terms, buyers, codes, causes with a percentage."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.policy import Cause, CountryTerms
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.pages.credit_rules.downturn.lists import not_countries, parts
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words.clause_text import choice_text
from app.words.formats import country_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.ui.context import PageContext

translate = QCoreApplication.translate
_MOST_DAYS = Decimal(3650)
_CODE, _FIGURE = 56, 72


def days_of(edit: DecimalEdit) -> int | None:
    """Whole days typed, None for none."""
    return None if edit.value is None else int(edit.value)


def whole(edit: DecimalEdit) -> bool:
    """Whether a field holds whole days or nothing."""
    return edit.sound and (edit.value is None or edit.value == edit.value.to_integral_value())


class CountryRow(QWidget):
    """A line of the country schedule; an empty figure means what the policy says."""

    edited = Signal()
    removed = Signal()

    def __init__(self, context: PageContext, line: CountryTerms) -> None:
        super().__init__()
        self._lang = context.formats.lang
        self.code = QLineEdit(line.country)
        self.code.setMaxLength(2)
        self.code.setFixedWidth(_CODE)
        self.name = label("", "small", "secondary")
        self.open = QCheckBox(translate("PolicyClauses", "insured"))
        self.open.setChecked(line.open)
        self.pct = DecimalEdit(line.pct, empty=True)
        days = [None if each is None else Decimal(each) for each in (line.max_terms_days, line.waiting_days)]
        self.terms = DecimalEdit(days[0], most=_MOST_DAYS, empty=True)
        self.waiting = DecimalEdit(days[1], most=_MOST_DAYS, empty=True)
        remove = icon_button(context.theme, "x", translate("PolicyClauses", "Take this country away"),
                             self.removed.emit)  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.code)
        row.addWidget(self.name, 1)
        row.addWidget(self.open)
        for edit, sign, text in (
            (self.pct, "%", translate("PolicyClauses", "Percentage")),
            (
                self.terms,
                translate("PolicyClauses", "d terms"),
                translate("PolicyClauses", "Longest terms, days"),
            ),
            (
                self.waiting,
                translate("PolicyClauses", "d waiting"),
                translate("PolicyClauses", "Waiting, days"),
            ),
        ):
            edit.setFixedWidth(_FIGURE)
            edit.setAccessibleName(text)
            edit.textEdited.connect(self.edited)
            row.addWidget(edit)
            row.addWidget(label(sign, "small", "secondary"))
        row.addWidget(remove)
        self.code.setAccessibleName(translate("PolicyClauses", "Country code"))
        self.code.textEdited.connect(self._on_code)
        self.open.toggled.connect(self._follow)
        self.open.toggled.connect(self.edited)
        self._follow()

    def _on_code(self, *_: object) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self, *_: object) -> None:
        code = self.code.text().strip().upper()
        self.name.setText(country_name(code, self._lang) if code and not not_countries(code) else "")
        for edit in (self.pct, self.terms, self.waiting):
            edit.setEnabled(self.open.isChecked())

    @property
    def sound(self) -> bool:
        """Whether the row can be read."""
        code = self.code.text().strip()
        return (
            bool(code)
            and not not_countries(code)
            and self.pct.sound
            and whole(self.terms)
            and whole(self.waiting)
        )

    def line(self) -> CountryTerms:
        """What stands in the row."""
        return CountryTerms(
            self.code.text().strip().upper(),
            self.open.isChecked(),
            self.pct.value,
            days_of(self.terms),
            days_of(self.waiting),
        )


class ScheduleEdit(QWidget):
    """The country schedule."""

    edited = Signal()

    def __init__(self, context: PageContext, lines: Sequence[CountryTerms]) -> None:
        super().__init__()
        self._context = context
        self.rows: list[CountryRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.add_button = button(
            context.theme, translate("PolicyClauses", "Add a country"), "link", "plus", self.add
        )
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._list)
        layout.addLayout(foot)
        for line in lines:
            self._put(line)

    def _put(self, line: CountryTerms) -> CountryRow:
        made = CountryRow(self._context, line)
        made.edited.connect(self.edited)
        made.removed.connect(partial(self._remove, made))
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def add(self) -> None:
        """One country more."""
        self._put(CountryTerms("")).code.setFocus()
        self.edited.emit()

    def _remove(self, row: CountryRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.add_button.setFocus()
        self.edited.emit()

    def lines(self) -> tuple[CountryTerms, ...]:
        """The schedule as it stands."""
        return tuple(row.line() for row in self.rows)

    def fault(self) -> str:
        """What cannot be read, "" for nothing."""
        if not all(row.sound for row in self.rows):
            return translate("PolicyClauses", "Each country needs its two letters, and figures or nothing.")
        codes = [row.line().country for row in self.rows]
        if len(set(codes)) < len(codes):
            return translate("PolicyClauses", "A country stands there twice.")
        return ""


class CausesEdit(QWidget):
    """A percentage for each cause of loss; empty means the usual one."""

    edited = Signal()

    def __init__(self, context: PageContext, shares: Mapping[Cause, Decimal]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        self.edits: dict[Cause, DecimalEdit] = {}
        for place, cause in enumerate(Cause):
            edit = DecimalEdit(shares.get(cause), empty=True)
            name = choice_text("pct_by_cause", cause, context.formats.lang)
            edit.setFixedWidth(_FIGURE)
            edit.setAccessibleName(name)
            edit.textEdited.connect(self.edited)
            grid.addWidget(label(name, "small", "secondary"), place, 0)
            grid.addWidget(edit, place, 1)
            grid.addWidget(label("%", "small", "secondary"), place, 2)
            self.edits[cause] = edit

    @property
    def sound(self) -> bool:
        """Whether every percentage can be read."""
        return all(edit.sound for edit in self.edits.values())

    def shares(self) -> dict[Cause, Decimal]:
        """The percentages given."""
        return {cause: edit.value for cause, edit in self.edits.items() if edit.value is not None}


class TicksEdit(QWidget):
    """Some of a few codes, ticked."""

    edited = Signal()

    def __init__(self, clause: str, codes: Sequence[str], chosen: Sequence[str], lang: str) -> None:
        super().__init__()
        self._others = [code for code in chosen if code not in codes]
        self.boxes: dict[str, QCheckBox] = {}
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(16)
        row.setVerticalSpacing(4)
        row.setColumnStretch(3, 1)
        for place, code in enumerate(codes):
            box = QCheckBox(choice_text(clause, code, lang))
            box.setChecked(code in chosen)
            box.toggled.connect(self.edited)
            row.addWidget(box, place // 3, place % 3)
            self.boxes[code] = box

    def codes(self) -> tuple[str, ...]:
        """The ticked ones; codes this program does not offer are kept."""
        return (*(code for code, box in self.boxes.items() if box.isChecked()), *self._others)


class BuyersEdit(QWidget):
    """Customers picked by name."""

    edited = Signal()

    def __init__(self, context: PageContext, ids: Sequence[int], names: Mapping[int, str]) -> None:
        super().__init__()
        self._context = context
        self.ids, self._names = list(ids), dict(names)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.picker = CustomerPicker(context)
        self.picker.setPlaceholderText(translate("PolicyClauses", "Add a customer by name, code or initials"))
        self.picker.setAccessibleName(translate("PolicyClauses", "Add an excluded buyer"))
        self.picker.picked.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._list)
        layout.addWidget(self.picker)
        self._write()

    def _write(self) -> None:
        clear(self._list)
        for row_id in self.ids:
            name = self._names.get(row_id, f"{row_id}")
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(name), 1)
            text = translate("PolicyClauses", "Take {name} away").format(name=name)
            row.addWidget(
                icon_button(self._context.theme, "x", text, partial(self._remove, row_id), small=True)
            )
            self._list.addWidget(line)

    def _add(self, customer_id: int) -> None:
        if not customer_id:
            return
        if customer_id not in self.ids:
            self.ids.append(customer_id)
            self._names[customer_id] = self.picker.text()
            self._write()
            self.edited.emit()
        self.picker.set_customer(0, "")

    def _remove(self, customer_id: int) -> None:
        self.ids.remove(customer_id)
        self._write()
        self.picker.setFocus()
        self.edited.emit()


def typed_countries(text: str) -> tuple[tuple[str, ...], str]:
    """Country codes from typed text, and which of it is none."""
    return tuple(parts(text)), ", ".join(not_countries(text))
