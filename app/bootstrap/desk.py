"""Who works with the program over one open company, and the duties the program ships."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.domain.duties import table_of
from app.services.desk import DeskService

if TYPE_CHECKING:
    from app.domain.duties import Table
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


@cache
def shipped_duties() -> Table:
    """What every role does, as shipped."""
    return table_of(json.loads(resources.path("duties.json").read_text(encoding="utf-8")))


def desk_service(store: SqlStore, session: CompanySession) -> DeskService:
    """The service over a store."""
    return DeskService(store, store, lambda: session.people, shipped_duties)
