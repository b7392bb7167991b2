"""The matching rules: their order, which are used, which may act alone, and how much may be given up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit

from app.domain.cash_match import MatchRule, Tolerances
from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.bank.words import rule_name
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.labels import label, line
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_MOST_PERCENT = 100


def parse_percent(text: str) -> Decimal | None:
    """A typed per cent from 0 to 100, None when it is none."""
    try:
        found = Decimal(text.strip().removesuffix("%").strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= _MOST_PERCENT else None


class RulesDialog(FormDialog):
    """Edits rules and tolerances; both are stored with one press."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {}

    def __init__(
        self,
        context: PageContext,
        rules: Sequence[MatchRule],
        tolerances: Tolerances,
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=720)
        self.set_head(
            self.tr("Matching rules"),
            self.tr("Save"),
            self.tr("Tried from top to bottom; the first that finds something proposes it."),
        )
        self.rules = list(rules)
        self._stored = tuple(rules), tolerances
        self.percent, self.discount = (
            QLineEdit(f"{tolerances.percent:f}"),
            QLineEdit(f"{tolerances.discount_percent:f}"),
        )
        self.amount, self.charge = MoneyEdit(currency), MoneyEdit(currency)
        self.amount.set_minor(tolerances.amount)
        self.charge.set_minor(tolerances.charge)
        self.automatic = QCheckBox(self.tr("Give up small differences at once, without asking"))
        self.automatic.setChecked(tolerances.automatic)
        self.automatic.toggled.connect(self.touch)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)
        self.form.addLayout(self._grid)
        self.form.addWidget(line())
        self._add()
        self._write()
        self.percent.setFocus()

    def _add(self) -> None:
        self.form.addWidget(label(self.tr("How much may be given up"), "section"))
        hint = self.tr("The larger of the two counts")
        wrong = self.tr("Enter a per cent from 0 to 100.")
        percent = self.tr("Small difference, % of the invoices")
        self.add_field("percent", self.percent, percent, hint, self._percent_check(self.percent, wrong))
        self.add_field(
            "amount", self.amount, self.tr("Small difference, amount"), check=self._amount_check(self.amount)
        )
        discount = self.tr("Discount, at most % of the invoices")
        self.add_field("discount", self.discount, discount, check=self._percent_check(self.discount, wrong))
        self.add_field(
            "charge", self.charge, self.tr("Bank charge, at most"), check=self._amount_check(self.charge)
        )
        self.lay("percent", "amount")
        self.lay("discount", "charge")
        self.form.addWidget(self.automatic)

    def _percent_check(self, control: QLineEdit, wrong: str) -> Callable[[], str]:
        return lambda: "" if parse_percent(control.text()) is not None else wrong

    def _amount_check(self, control: MoneyEdit) -> Callable[[], str]:
        """Zero is an answer here: nothing may be given up."""
        found = self.amount_check(control)
        return lambda: "" if control.text().strip() in {"0", "0.00"} else found()

    # -- rows -----------------------------------------------------------------------------------

    def _write(self) -> None:
        """Lay the rules in their order."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, rule in enumerate(self.rules):
            self._row(at, rule)

    def _row(self, at: int, rule: MatchRule) -> None:
        theme = self.context.theme
        name, meaning = rule_name(rule.code)
        up = icon_button(theme, "arrow-up", self.tr("Try “{rule}” earlier").format(rule=name))
        down = icon_button(theme, "arrow-down", self.tr("Try “{rule}” later").format(rule=name))
        up.clicked.connect(partial(self._click, at, -1))
        down.clicked.connect(partial(self._click, at, 1))
        for arrow, able in ((up, at > 0), (down, at < len(self.rules) - 1)):
            policy = arrow.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            arrow.setSizePolicy(policy)
            arrow.setVisible(able)
        used = QCheckBox(name)
        used.setChecked(rule.enabled)
        used.setToolTip(meaning)
        used.toggled.connect(lambda on, at=at: self._change(at, enabled=on))
        certain = QCheckBox(self.tr("apply at once when certain"))
        certain.setAccessibleName(f"{name}: {certain.text()}")
        certain.setChecked(rule.certain)
        certain.setEnabled(rule.enabled)
        certain.toggled.connect(lambda on, at=at: self._change(at, certain=on))
        hint = label(meaning, "caption", "tertiary", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(up, 2 * at, 0, 2, 1, top)
        self._grid.addWidget(down, 2 * at, 1, 2, 1, top)
        self._grid.addWidget(used, 2 * at, 2, 1, 2)
        self._grid.addWidget(certain, 2 * at, 4)
        self._grid.addWidget(hint, 2 * at + 1, 2, 1, 3)

    def _click(self, at: int, by: int, *_: object) -> None:
        self.move_rule(at, by)

    def move_rule(self, at: int, by: int) -> None:
        """Try a rule earlier (−1) or later (+1)."""
        to = at + by
        self.rules[at], self.rules[to] = self.rules[to], self.rules[at]
        self.touch()
        self._write()

    def _change(self, at: int, **values: bool) -> None:
        self.rules[at] = replace(self.rules[at], **values)  # type: ignore[arg-type]  # by name
        self.touch()
        if "enabled" in values:
            self._write()

    # -- result ---------------------------------------------------------------------------------

    def tolerances(self) -> Tolerances:
        """The bounds as typed."""
        return Tolerances(
            percent=parse_percent(self.percent.text()) or Decimal(0),
            amount=self.amount.minor() or 0,
            discount_percent=parse_percent(self.discount.text()) or Decimal(0),
            charge=self.charge.minor() or 0,
            automatic=self.automatic.isChecked(),
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store what differs: the rules, the bounds, or both."""
        bank, rules, bounds, stored = (
            self.context.company.bank,
            tuple(self.rules),
            self.tolerances(),
            self._stored,
        )

        def work(_control: Control) -> ChangeSet:
            if bounds == stored[1]:
                return bank.save_rules(rules)
            if rules != stored[0]:
                bank.save_rules(rules)
            return bank.save_tolerances(bounds)

        return work
