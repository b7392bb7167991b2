"""Credit files: profile, statements, flows, certificates, contract, ratings, events, payment behaviour."""

from __future__ import annotations

from app.domain.credit_file_views import (
    ChecklistPoint,
    EventView,
    RatingView,
    StatementFile,
    StatementPeriod,
    StatementView,
    UnknownLine,
)
from app.services.credit_file_desk import CreditFileDesk
from app.services.credit_file_report import FileReport

__all__ = [
    "ChecklistPoint",
    "CreditFileDesk",
    "CreditFileService",
    "EventView",
    "RatingView",
    "StatementFile",
    "StatementPeriod",
    "StatementView",
    "UnknownLine",
]


class CreditFileService(FileReport):
    """Every use case of the credit file behind one name; the parts share one desk."""
