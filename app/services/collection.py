"""Collecting beyond letters: activities, promises, disputes, payment plans, bad debts, attachments."""

from __future__ import annotations

from app.services.activities import Activities
from app.services.collection_views import (
    ActivityView,
    BadDebtQuery,
    BadDebtRow,
    BadDebts,
    BadDebtTotal,
    DisputeDays,
    DisputeQuery,
    DisputeView,
    PlanItemView,
    PlanView,
    PromiseView,
)
from app.services.disputes import Disputes, NewCreditNote
from app.services.letterhead import Letterhead
from app.services.plans import Plans
from app.services.promises import Promises
from app.services.write_offs import WriteOffs

__all__ = [
    "ActivityView",
    "BadDebtQuery",
    "BadDebtRow",
    "BadDebtTotal",
    "BadDebts",
    "CollectionService",
    "DisputeDays",
    "DisputeQuery",
    "DisputeView",
    "NewCreditNote",
    "PlanItemView",
    "PlanView",
    "PromiseView",
]


class CollectionService(Promises, Disputes, Plans, Activities, WriteOffs, Letterhead):
    """Every use case of collecting behind one name; the parts share one desk."""
