"""The records of credit insurance and their tables; loaded when the first of them is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.insurance_record import (
    Claim,
    ClaimEvent,
    ClaimInvoice,
    ClaimPaper,
    Declaration,
    InsurancePolicy,
    InsurerNotice,
    LimitDecision,
    PremiumPayment,
    Shipment,
    ShipmentStop,
)
from app.storage import insurance_schema as schema

if TYPE_CHECKING:
    from sqlalchemy import Table

TABLES: dict[type[Any], Table] = {
    InsurancePolicy: schema.insurance_policy,
    LimitDecision: schema.limit_decision,
    ShipmentStop: schema.shipment_stop,
    Shipment: schema.shipment,
    InsurerNotice: schema.insurer_notice,
    Declaration: schema.declaration,
    PremiumPayment: schema.premium_payment,
    Claim: schema.claim,
    ClaimInvoice: schema.claim_invoice,
    ClaimPaper: schema.claim_paper,
    ClaimEvent: schema.claim_event,
}
