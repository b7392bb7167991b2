"""The company profile at one look, with what is still unknown said below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton

from app.ui.pages.customers.credit.side_panel import clear
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label, set_tone
from app.words import say, word
from app.words.industries import industry_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.reading import CreditFile


class ProfileCard(Card):
    """The buttons given stand in its head."""

    def __init__(self, context: PageContext, buttons: Sequence[QPushButton]) -> None:
        super().__init__(context.theme, " ")
        self.context = context
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._missing = label("", "small", "secondary", wrap=True)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._missing)
        for each in buttons:
            self.add_action(each)

    def show_content(self, content: CreditFile) -> None:
        """Show what is known; what is not is named below."""
        clear(self._grid)
        self.set_title(self.tr("Company profile"))
        for row, (name, value) in enumerate(one for one in self._facts(content) if one[1]):
            self._grid.addWidget(label(name, "small", "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            made = label(value, "body", wrap=True)
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(made, row, 1)
        lang = self.context.formats.lang
        if content.lacking:
            mark = "、" if lang == "zh" else ", "
            names = mark.join(say(f"file_fact.{one}", lang) for one in content.lacking)
            self._missing.setText(self.tr("Still unknown: {facts}").format(facts=names))
            set_tone(self._missing, "warn")
        else:
            self._missing.setText(self.tr("Every fact the score needs is known."))
            set_tone(self._missing, "secondary")

    def _facts(self, content: CreditFile) -> Iterator[tuple[str, str]]:
        profile, customer, formats = content.profile, content.customer, self.context.formats
        lang = formats.lang
        yield self.tr("Registered number"), " · ".join(one.value for one in content.identifiers)
        yield self.tr("Legal form"), profile.legal_form
        yield self.tr("Founded on"), formats.day(profile.founded_on)
        yield self.tr("Registered capital"), self._capital(content)
        size = customer.size_class
        yield self.tr("Size class"), _capital(say(f"size.{size}", lang)) if size else ""
        name = industry_name(profile.industry_system, profile.industry, lang) if profile.industry else ""
        yield self.tr("Industry"), f"{profile.industry} {name}".strip()
        yield self.tr("Country"), customer.country
        yield self.tr("Group"), content.group
        yield self.tr("Parent company"), profile.parent
        yield self.tr("Employees"), "" if profile.employees is None else formats.count(profile.employees)
        yield self.tr("Yearly purchases"), self._money(profile.annual_purchases, profile.capital_currency)
        yield self.tr("Told of our small-firm status on"), formats.day(customer.sme_disclosed_on)
        register = word("registration", profile.registration, lang) if profile.registration else ""
        yield self.tr("Company register"), self._dated(register, formats.day(profile.registration_on))
        listed = profile.sanctioned or (say("credit_report.not_listed", lang) if profile.sanctions_on else "")
        yield self.tr("Sanctions"), self._dated(listed, formats.day(profile.sanctions_on))
        yield self.tr("Note"), profile.note

    def _capital(self, content: CreditFile) -> str:
        profile = content.profile
        whole = self._money(profile.capital, profile.capital_currency)
        paid = self._money(profile.paid_capital, profile.capital_currency)
        if paid:
            said = self.tr("{amount} paid in").format(amount=paid)
            return f"{whole} · {said}" if whole else said
        return whole

    def _money(self, minor: int | None, currency: str) -> str:
        if minor is None or not currency:
            return ""
        return self.context.formats.money(minor, currency, whole=True)

    def _dated(self, text: str, day: str) -> str:
        return f"{text} ({day})" if text and day else text


def _capital(text: str) -> str:
    """A word as it begins a line."""
    return text[:1].upper() + text[1:]
