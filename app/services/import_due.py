"""When an imported invoice without a due date falls due: by the row's terms, the customer's, or our own."""

from __future__ import annotations

from datetime import date

from app.domain.calendar import WorkingDays
from app.domain.import_plan import DueFrom
from app.domain.problem import DomainError
from app.domain.terms import Terms, due_parts
from app.domain.terms_text import parse_terms

Due = tuple[DueFrom, tuple[tuple[date, int], ...]]


class DueDates:
    """Due dates by terms, each text read once and each plain due date computed once."""

    def __init__(self, company_terms: str, calendar: WorkingDays) -> None:
        self._company_terms = company_terms
        self._calendar = calendar
        self._terms: dict[str, Terms | None] = {"": None}
        self._single: dict[tuple[str, date, str], date] = {}

    def readable(self, text: str) -> bool:
        """Whether the text is terms that can be applied."""
        return self._read(text) is not None

    def _read(self, text: str) -> Terms | None:
        if text not in self._terms:
            try:
                self._terms[text] = parse_terms(text)
            except DomainError:
                self._terms[text] = None
        return self._terms[text]

    def due(self, row_terms: str, customer_terms: str, start: date, amount: int, country: str) -> Due:
        """Where the terms come from, and the parts (due date, minor units) they make."""
        for source, text in (
            (DueFrom.ROW, row_terms),
            (DueFrom.CUSTOMER, customer_terms),
            (DueFrom.COMPANY, self._company_terms),
        ):
            terms = self._read(text)
            if terms is not None:
                return source, self._parts(text, terms, start, amount, country)
        return DueFrom.COMPANY, ((start, amount),)

    def _parts(
        self, text: str, terms: Terms, start: date, amount: int, country: str
    ) -> tuple[tuple[date, int], ...]:
        if len(terms.parts) > 1:
            return tuple(due_parts(terms, start, amount, self._calendar, country))
        key = (text, start, country)
        if key not in self._single:
            self._single[key] = due_parts(terms, start, 1, self._calendar, country)[0][0]
        return ((self._single[key], amount),)
