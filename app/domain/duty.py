"""The parts of the work with the program; looking needs none of them."""

from __future__ import annotations

from enum import StrEnum


class Duty(StrEnum):
    """One part of the work."""

    PROGRAM = "program"
    """What the program does by itself, for anybody."""
    LOG = "log"
    """Visits, calls, promises, what is to do."""
    ORDERS = "orders"
    """Asking for orders and checking them."""
    COLLECT = "collect"
    """Reminders, letters, disputes, plans, warnings."""
    BOOK = "book"
    """Customers, documents, receipts, imports, closing months."""
    CREDIT = "credit"
    """Grades, limits, overrides, releases, bad debts."""
    INSURE = "insure"
    """Policies, buyer limits, notices, claims, declarations."""
    MEASURE = "measure"
    """Provisions, reviews, forecasts, stress tests, plans for bad days."""
    RULES = "rules"
    """The rules and settings of the company."""
    PEOPLE = "people"
    """People, their authority, the password, opening closed months again."""
