"""What the collection tab shows of a customer, read in one go on the database worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.collection import DisputeQuery
from app.services.dunning_views import LetterQuery

if TYPE_CHECKING:
    from datetime import date

    from app.domain.activity import Attachment
    from app.domain.promise import KeptRate
    from app.services.collection import ActivityView, DisputeView, PlanView, PromiseView
    from app.services.dunning_views import LetterRow
    from app.services.session import CompanySession

_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything of one customer as of ``today``."""

    today: date
    promises: tuple[PromiseView, ...]
    kept: KeptRate
    disputes: tuple[DisputeView, ...]
    plans: tuple[PlanView, ...]
    activities: tuple[ActivityView, ...]
    letters: tuple[LetterRow, ...]
    files: tuple[Attachment, ...]


def read_collected(session: CompanySession, customer_id: int) -> Collected:
    """Read it; runs on the database worker."""
    collection, dunning = session.collection, session.dunning
    promises = collection.promises(customer_id)
    letters = dunning.letter_rows(dunning.letters(LetterQuery(customer_id=customer_id)))
    return Collected(
        session.clock.today(),
        tuple(reversed(promises)),
        collection.kept_rate(customer_id),
        tuple(reversed(collection.disputes(DisputeQuery(customer_id)))),
        tuple(collection.plans(customer_id)),
        tuple(collection.activities(customer_id, _ENTRIES)),
        tuple(letters),
        tuple(collection.attachments("customer", customer_id)),
    )
