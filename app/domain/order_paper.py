"""An order check with everything it rests on, as it is shown, stored and printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.company import Company
from app.domain.exposure import ExposureView
from app.domain.money import Money
from app.domain.order_check import Answer, OrderAnswer, OrderQuestion, Reason


@dataclass(frozen=True, slots=True)
class CheckView:
    """An answer with everything it rests on: the question, and the exposure piece by piece."""

    customer_id: int
    customer: str
    code: str
    as_of: date
    question: OrderQuestion
    found: OrderAnswer
    exposure: ExposureView
    order_id: int | None = None
    customer_en: str = ""

    @property
    def answer(self) -> Answer:
        """Go, deposit or hold."""
        return self.found.answer

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Each reason with its numbers."""
        return self.found.reasons

    @property
    def deposit(self) -> Money:
        """What is to be paid before anything goes out."""
        return self.found.deposit


@dataclass(frozen=True, slots=True)
class CheckPaper:
    """A check as it is printed."""

    view: CheckView
    company: Company
    made_on: date
