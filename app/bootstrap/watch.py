"""The watch and the case library over an open company, and the rules that are shipped."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.services.cases import CaseDesk, CaseService
from app.services.limit_terms import is_running
from app.services.watch import WatchDesk, WatchService
from app.services.watch_evidence import Witness, WitnessDesk
from app.storage.readers.behaviour import SqlBehaviourReader
from app.storage.readers.cases import SqlCaseReader
from app.storage.readers.watch import SqlWatchReader
from app.storage.readers.watch_rows import SqlWitnessReader
from app.storage.readers.work import SqlWorkReader

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.loss_case import CaseSheet
    from app.domain.scorecard import Grade
    from app.services.company import CompanyService
    from app.services.limit_views import Usage
    from app.services.session import CompanySession
    from app.services.watch_evidence import Usages
    from app.services.watch_views import ReviewMonths
    from app.storage.store import SqlStore


@cache
def shipped_rules() -> object:
    """The rules with their thresholds, as JSON holds them."""
    return json.loads(resources.path("alert_rules.json").read_text(encoding="utf-8"))


def watch_service(store: SqlStore, clock: Clock, session: CompanySession) -> WatchService:
    """The service over a store; the services beside it are made when first asked."""

    def usages(customer_ids: Collection[int], as_of: date) -> Mapping[int, Usage]:
        return session.limits.usage(customer_ids, as_of)

    return WatchService(
        WatchDesk(
            store=store,
            reader=SqlWatchReader(store),
            settings=session.settings,
            clock=clock,
            collected=lambda: session.collection,
            usages=usages,
            review_months=review_months(session),
            shipped_rules=shipped_rules,
            newest_data=SqlWorkReader(store).newest_data,
            witness=_witness(store, session, usages),
        )
    )


def _witness(store: SqlStore, session: CompanySession, usages: Usages) -> Witness:
    """Finds the rows behind a warning."""
    return Witness(
        WitnessDesk(
            store=store,
            reader=SqlWitnessReader(store),
            collected=lambda: session.collection,
            usages=usages,
            exposure=lambda customer_id, day: session.orders.exposure(customer_id, day),  # noqa: PLW0108 - orders load at first use
        )
    )


def review_months(session: CompanySession) -> ReviewMonths:
    """By the grade policy, and by the downturn profile while it is on."""

    def months(grades: Mapping[int, Grade], as_of: date) -> Mapping[int, int]:
        limits = session.limits
        policy = limits.grade_policy()
        found = {customer_id: policy.of(grade).review_months for customer_id, grade in grades.items()}
        if is_running(limits.downturn(), as_of):
            found |= {key: terms.review_months for key, terms in limits.terms_of(list(found), as_of).items()}
        return found

    return months


def case_service(store: SqlStore, company: CompanyService, clock: Clock) -> CaseService:
    """The case library over a store."""
    behaviour = SqlBehaviourReader(store)
    return CaseService(
        CaseDesk(
            store=store,
            reader=SqlCaseReader(store),
            clock=clock,
            company=company.get,
            months=behaviour.months,
            paper=_write_cases,
        )
    )


def _write_cases(sheets: Sequence[CaseSheet], path: Path, lang: str) -> None:
    from app.reports.case_pdf import write  # noqa: PLC0415 - reportlab loads with a PDF

    write(sheets, path, lang)
