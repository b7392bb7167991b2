"""Whether insurance is worth it, over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.insurance_worth import WorthDesk, WorthService
from app.storage.readers.cover import SqlCoverReader
from app.storage.readers.worth import SqlWorthReader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.domain.scorecard import Grade
    from app.services.insuring import Insuring
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def worth_service(store: SqlStore, insuring: Insuring, session: CompanySession) -> WorthService:
    """The service over a store."""
    reader = SqlCoverReader(store)

    def grades(as_of: date) -> Mapping[int, Grade]:
        return {row: one.grade for row, one in session.scoring.grade_of(None, as_of).items()}

    return WorthService(
        WorthDesk(
            SqlWorthReader(store),
            insuring.policies,
            insuring.cover,
            session.settings,
            grades,
            lambda: session.scoring.loss_rates(),  # noqa: PLW0108 - scoring loads at first use
            reader.rates,
            reader.base,
            insuring.policies.home,
        )
    )
