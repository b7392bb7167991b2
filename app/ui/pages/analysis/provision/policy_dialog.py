"""How the firm provides: standard, segments, buckets, method, scenarios, insured part; with their sources."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.provision import RateSource, Scenario, Standard
from app.domain.provision_policy import (
    MONTHS,
    Ageing,
    Books,
    InsuredPart,
    OnAccountPart,
    Segmenting,
)
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say, word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.provision_policy import ProvisionPolicy
    from app.services.ports import Control
    from app.ui.context import PageContext

_METHODS = (RateSource.ROLL, RateSource.MARKOV, RateSource.HISTORY, RateSource.TYPED)
_SCENARIOS, _LONGEST = 4, 60
_MOST_TIMES = Decimal(10)
_ZERO = Decimal(0)


class PolicyDialog(FormDialog):
    """Keeps the choices; weights of scenarios must make up the whole."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {
        "provision.weights": "weight0",
        "provision_policy.scenario_name": "scenario0",
        "provision_policy.scenario_twice": "scenario0",
        "provision_policy.income": "income",
    }

    def __init__(
        self, context: PageContext, policy: ProvisionPolicy, currency: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=760)
        self.policy = policy
        self.set_head(
            self.tr("How bad debts are provided for"),
            self.tr("Save"),
            self.tr("What is booked already stays as it was booked."),
        )
        lang = context.formats.lang
        self._choices(lang)
        self._derivation(lang)
        self._scenarios(lang)
        self._insured(lang, currency)
        self.standard.setFocus()

    def _choice(self, name: str, kinds: type[StrEnum], chosen: StrEnum, lang: str) -> Choice:
        made = Choice([(one, say(f"provision_{name}.{one}", lang)) for one in kinds], chosen)
        made.activated.connect(self.touch)
        return made

    def _choices(self, lang: str) -> None:
        policy = self.policy
        self.standard = self._choice("standard", Standard, policy.standard, lang)
        self.books = self._choice("books", Books, policy.books, lang)
        self.segmenting = self._choice("segmenting", Segmenting, policy.segmenting, lang)
        self.ageing = self._choice("ageing", Ageing, policy.ageing, lang)
        self.add_field("standard", self.standard, say("provision_paper.standard", lang))
        self.add_field("books", self.books, self.tr("Journal and accounts by"))
        self.add_field("segmenting", self.segmenting, say("provision_paper.segmenting", lang))
        self.add_field("ageing", self.ageing, say("provision_paper.ageing", lang))
        self.lay("standard", "books")
        self.lay("segmenting", "ageing")

    def _derivation(self, lang: str) -> None:
        policy = self.policy
        self.method = Choice([(one, say(f"rate_source.{one}", lang)) for one in _METHODS], policy.method)
        self.months = Choice(
            [(each, say("provision_months", lang, months=each)) for each in MONTHS], policy.months
        )
        for choice in (self.method, self.months):
            choice.activated.connect(self.touch)
        self.lgd = DecimalEdit(policy.lgd)
        self.lgd_source = QLineEdit(policy.lgd_source)
        self.add_field("method", self.method, say("provision_paper.method", lang))
        self.add_field("months", self.months, self.tr("History"))
        self.add_field("lgd", self.lgd, self.tr("Lost in the end, %"), check=self._sound(self.lgd))
        self.add_field("lgd_source", self.lgd_source, self.tr("Rests on"), self.tr("Empty: an example"))
        self.lay("method", "months")
        self.lay("lgd", "lgd_source", stretch=(1, 3))

    def _scenarios(self, lang: str) -> None:
        self.form.addWidget(label(say("provision_paper.scenarios", lang), "bodyStrong"))
        self.rows: list[tuple[QLineEdit, DecimalEdit, DecimalEdit]] = []
        self._shown: dict[str, str] = {}
        for place in range(_SCENARIOS):
            one = self.policy.scenarios[place] if place < len(self.policy.scenarios) else None
            text = word("provision_scenario", one.code, lang) if one else ""
            if one:
                self._shown[text] = one.code
            name = QLineEdit(text)
            name.setMaxLength(_LONGEST)
            weight = DecimalEdit(one.weight if one else None, empty=True)
            by = DecimalEdit(
                one.multiplier if one else None, most=_MOST_TIMES, step=Decimal("0.1"), empty=True
            )
            self.rows.append((name, weight, by))
            first = place == 0
            title = say("provision_column.scenario", lang) if first else ""
            self.add_field(f"scenario{place}", name, title)
            said = f"{say('provision_column.weight', lang)}, %" if first else ""
            self.add_field(f"weight{place}", weight, said, check=self._sound(weight))
            times = say("provision_column.multiplier", lang) if first else ""
            self.add_field(f"by{place}", by, times, check=self._sound(by, int(_MOST_TIMES)))
            for edit, key in ((name, "scenario"), (weight, "weight"), (by, "multiplier")):
                edit.setAccessibleName(f"{say(f'provision_column.{key}', lang)} {place + 1}")
            self.lay(f"scenario{place}", f"weight{place}", f"by{place}", stretch=(3, 1, 1))
        self.scenario_source = QLineEdit(self.policy.scenario_source)
        hint = self.tr("For example: growth forecast of the IMF, October 2025. Empty: an example")
        self.add_field("scenario_source", self.scenario_source, self.tr("Scenarios rest on"), hint)
        self.lay("scenario_source")

    def _insured(self, lang: str, currency: str) -> None:
        policy = self.policy
        self.insured = self._choice("insured", InsuredPart, policy.insured, lang)
        self.on_account = self._choice("on_account", OnAccountPart, policy.on_account, lang)
        self.insurer_rate = DecimalEdit(policy.insurer_rate, step=Decimal("0.1"))
        self.insurer_source = QLineEdit(policy.insurer_source)
        self.income = MoneyEdit(currency)
        self.income.set_minor(policy.income or None)
        self.add_field("insured", self.insured, say("provision_book.insured", lang))
        check = self._sound(self.insurer_rate)
        self.add_field("insurer_rate", self.insurer_rate, self.tr("Insurer's loss rate, %"), check=check)
        self.add_field(
            "insurer_source", self.insurer_source, self.tr("Rests on"), self.tr("Empty: an example")
        )
        self.add_field("on_account", self.on_account, say("provision_paper.on_account", lang))
        income = self.tr("Income of a year")
        hint = self.tr("For the tax rule on small debts")
        self.add_field(
            "income",
            self.income,
            f"{income} {currency}",
            hint,
            self.aside_check(self.income),
        )
        self.lay("insured", "insurer_rate", "insurer_source", stretch=(2, 1, 2))
        self.lay("on_account", "income")

    def _sound(self, edit: DecimalEdit, most: int = 100) -> Callable[[], str]:
        return lambda: "" if edit.sound else self.tr("Enter a figure from 0 to {most}.").format(most=most)

    def made(self) -> ProvisionPolicy:
        """The choices as they stand."""
        scenarios = tuple(
            Scenario(self._shown.get(name.text().strip(), name.text().strip()), weight.value or _ZERO,
                     Decimal(1) if by.value is None else by.value)
            for name, weight, by in self.rows
            if name.text().strip() or weight.value or by.value is not None
        )  # fmt: skip
        return replace(
            self.policy,
            standard=Standard(str(self.standard.value)),
            books=Books(str(self.books.value)),
            segmenting=Segmenting(str(self.segmenting.value)),
            ageing=Ageing(str(self.ageing.value)),
            method=RateSource(str(self.method.value)),
            months=int(str(self.months.value)),
            lgd=self.lgd.value if self.lgd.value is not None else self.policy.lgd,
            lgd_source=self.lgd_source.text().strip(),
            scenarios=scenarios,
            scenario_source=self.scenario_source.text().strip(),
            insured=InsuredPart(str(self.insured.value)),
            insurer_rate=self.insurer_rate.value or _ZERO,
            insurer_source=self.insurer_source.text().strip(),
            on_account=OnAccountPart(str(self.on_account.value)),
            income=self.income.minor() or 0,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        service, made = self.context.company.provisions, self.made()
        return lambda _control: service.save_policy(made)
