"""Contingency plans over one open company, and those the program came with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from app import resources
from app.services.contingency import ContingencyDesk, ContingencyService

if TYPE_CHECKING:
    from app.domain.alert_rules import RuleCode, Severity
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


@cache
def _shipped() -> Sequence[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(resources.path("contingency_plans.json").read_text("utf-8"))
    return found


def contingency_service(store: SqlStore, session: CompanySession) -> ContingencyService:
    """The service over a store."""

    def severities() -> Mapping[RuleCode, Severity]:
        return {view.rule.code: view.rule.severity for view in session.watch.rules()}

    return ContingencyService(ContingencyDesk(store, session.clock, _shipped, severities))
