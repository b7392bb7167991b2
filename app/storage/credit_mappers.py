"""The records behind credit decisions and their tables; loaded when the first of them is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.credit_file import (
    BankFlow,
    Certification,
    ContractPoint,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
)
from app.domain.credit_record import (
    Alert,
    CreditLimit,
    GradeOverride,
    LossCase,
    OpenOrder,
    OrderCheck,
    Person,
    StoredAssessment,
    StoredScorecard,
)
from app.storage import credit_schema as schema

if TYPE_CHECKING:
    from sqlalchemy import Table

TABLES: dict[type[Any], Table] = {
    BankFlow: schema.bank_flow,
    Certification: schema.certification,
    ContractPoint: schema.contract_point,
    ExternalEvent: schema.external_event,
    ExternalRating: schema.external_rating,
    FinancialStatement: schema.financial_statement,
    Profile: schema.profile,
    Alert: schema.alert,
    CreditLimit: schema.credit_limit,
    GradeOverride: schema.grade_override,
    LossCase: schema.loss_case,
    OpenOrder: schema.open_order,
    OrderCheck: schema.order_check,
    Person: schema.person,
    StoredAssessment: schema.stored_assessment,
    StoredScorecard: schema.stored_scorecard,
}
