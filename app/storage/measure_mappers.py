"""The records of measuring and learning and their tables; loaded when the first of them is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.measure_record import (
    CashItem,
    ContingencyPlan,
    Finding,
    OwnStatement,
    PeriodReview,
    PlanRun,
    ProvisionRun,
    SpecificProvision,
    Study,
)
from app.storage import measure_schema as schema

if TYPE_CHECKING:
    from sqlalchemy import Table

TABLES: dict[type[Any], Table] = {
    PeriodReview: schema.period_review,
    Finding: schema.finding,
    ProvisionRun: schema.provision_run,
    SpecificProvision: schema.specific_provision,
    OwnStatement: schema.own_statement,
    CashItem: schema.cash_item,
    Study: schema.study,
    ContingencyPlan: schema.contingency_plan,
    PlanRun: schema.plan_run,
}
