"""Aging buckets and the usual payment terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.domain.aging import DEFAULT_LIMITS
from app.domain.problem import DomainError, HoldfastError
from app.domain.terms_text import parse_terms
from app.ui.pages.customers.guard import writable
from app.ui.pages.limits_text import parse_limits
from app.ui.pages.settings_form import SettingsForm
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from app.domain.company import Company
    from app.ui.context import PageContext
    from app.ui.widgets.form_field import FormField


class RulesPanel(SettingsForm):
    """What new boards start with and what customers without terms get."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.limits = self.add_line("limits", 0, 0)
        self.terms = self.add_line("terms", 1, 0)
        self.limits.textChanged.connect(self._preview)
        self._usual = button(context.theme, "", "link", run=self._back_to_usual, small=True)
        self._usual.setEnabled(writable(context))
        row = QHBoxLayout()
        row.addWidget(self._usual)
        row.addStretch(1)
        self.grid.addLayout(row, 2, 0)
        self.retranslate()

    def fill(self, company: Company) -> None:
        """Show what is stored."""
        self.limits.setText(", ".join(map(str, company.bucket_limits)))
        self.terms.setText(company.terms)

    def edited(self, company: Company) -> Company:
        """The rules as typed."""
        terms = self.terms.text().strip()
        if terms:
            parse_terms(terms)
        return replace(company, bucket_limits=parse_limits(self.limits.text()), terms=terms)

    def blame(self, error: HoldfastError) -> FormField | None:
        """Buckets or terms."""
        return self.fields["limits" if error.code.startswith("aging") else "terms"]

    def _back_to_usual(self) -> None:
        self.limits.setText(", ".join(map(str, DEFAULT_LIMITS)))
        self.touched()

    def _preview(self) -> None:
        try:
            names = self.context.formats.buckets(parse_limits(self.limits.text()))
        except DomainError:
            return
        self.fields["limits"].set_text(self.tr("Aging limits in days"), "  ·  ".join(names))

    def retranslate(self) -> None:
        """Labels and hints."""
        self.write_buttons()
        self.card.set_title(self.tr("Aging and terms"), self.tr("What boards and new customers start with"))
        self.fields["limits"].set_text(self.tr("Aging limits in days"))
        self.fields["terms"].set_text(
            self.tr("Usual payment terms"),
            self.tr("As you write them: net 30, 30 days end of month, 50/50…"),
        )
        self._usual.setText(self.tr("Back to 30, 60, 90"))
        self._preview()
