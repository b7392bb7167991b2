"""The tables of credit insurance: policies, limit decisions, notices, declarations, premium, claims.

Laid out beside ``app.storage.schema`` and by its rules; apart from it, because the first page needs none.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer

from app.storage.schema import day, flag, ledger_table, metadata, ref, text_column

__all__ = ["metadata"]


def _minor(name: str, rule: str = "") -> Column[int]:
    """An amount that is 0 where nothing was said."""
    checks = [CheckConstraint(f"{name} {rule}", name=name)] if rule else []
    return Column(name, Integer, *checks, nullable=False, server_default="0")


def _perhaps(name: str) -> Column[int]:
    """A number that may be unknown."""
    return Column(name, Integer, nullable=True)


insurance_policy = ledger_table(
    "insurance_policy",
    text_column("insurer"),
    text_column("number"),
    day("start"),
    day("end"),
    text_column("currency"),
    text_column("terms"),
    text_column("product"),
    text_column("holder"),
    text_column("broker"),
    text_column("contact"),
    text_column("state", "draft"),
    text_column("template"),
    ref("previous_id", "insurance_policy", nullable=True),
    day("ended_on", nullable=True),
    day("checked_on", nullable=True),
    text_column("note"),
)
Index("ix_insurance_policy_previous", insurance_policy.c.previous_id)

limit_decision = ledger_table(
    "limit_decision",
    ref("policy_id", "insurance_policy"),
    ref("customer_id", "customer"),
    day("on"),
    day("effective"),
    text_column("outcome"),
    text_column("currency"),
    text_column("kind", "named"),
    _perhaps("amount"),
    _perhaps("requested"),
    day("until", nullable=True),
    _perhaps("terms_days"),
    text_column("method"),
    text_column("conditions"),
    text_column("reference"),
    text_column("evidence"),
    _minor("fee"),
    text_column("source"),
    text_column("note"),
)
Index("ix_limit_decision_customer", limit_decision.c.customer_id, limit_decision.c.effective)
Index("ix_limit_decision_policy", limit_decision.c.policy_id)

shipment_stop = ledger_table(
    "shipment_stop",
    ref("policy_id", "insurance_policy"),
    ref("customer_id", "customer"),
    day("start"),
    text_column("cause"),
    day("lifted", nullable=True),
    text_column("note"),
)
Index("ix_shipment_stop_customer", shipment_stop.c.customer_id)
Index("ix_shipment_stop_policy", shipment_stop.c.policy_id)

shipment = ledger_table(
    "shipment",
    ref("document_id", "document"),
    day("shipped_on", nullable=True),
    text_column("method"),
    text_column("goods"),
    text_column("country"),
    _perhaps("vat"),
    day("delivered_on", nullable=True),
    text_column("transport"),
)
Index("ix_shipment_document", shipment.c.document_id)

insurer_notice = ledger_table(
    "insurer_notice",
    ref("policy_id", "insurance_policy"),
    ref("customer_id", "customer"),
    text_column("kind"),
    day("known_on"),
    text_column("currency"),
    _minor("amount", ">= 0"),
    text_column("documents"),
    day("sent_on", nullable=True),
    text_column("reference"),
    text_column("proof"),
    text_column("reply"),
    day("replied_on", nullable=True),
    text_column("text"),
    text_column("lang"),
    text_column("note"),
)
Index("ix_insurer_notice_customer", insurer_notice.c.customer_id)
Index("ix_insurer_notice_policy", insurer_notice.c.policy_id)

declaration = ledger_table(
    "declaration",
    ref("policy_id", "insurance_policy"),
    day("start"),
    day("end"),
    text_column("currency"),
    _minor("turnover"),
    text_column("lines"),
    day("declared_on", nullable=True),
    day("accepted_on", nullable=True),
    text_column("reference"),
    text_column("note"),
)
Index("ix_declaration_policy", declaration.c.policy_id, declaration.c.start)

premium_payment = ledger_table(
    "premium_payment",
    ref("policy_id", "insurance_policy"),
    day("on"),
    text_column("kind"),
    _minor("amount"),
    text_column("reference"),
    text_column("note"),
)
Index("ix_premium_payment_policy", premium_payment.c.policy_id)

claim = ledger_table(
    "claim",
    ref("policy_id", "insurance_policy"),
    ref("customer_id", "customer"),
    text_column("cause"),
    text_column("state"),
    text_column("currency"),
    day("opened_on"),
    day("loss_on", nullable=True),
    day("knew_on", nullable=True),
    day("filed_on", nullable=True),
    text_column("reference"),
    _minor("claimed", ">= 0"),
    _perhaps("approved"),
    text_column("trace"),
    text_column("reduced_pct"),
    text_column("payee"),
    flag("own_letters_allowed"),
    text_column("reason"),
    text_column("note"),
)
Index("ix_claim_customer", claim.c.customer_id)
Index("ix_claim_policy", claim.c.policy_id)

claim_invoice = ledger_table(
    "claim_invoice", ref("claim_id", "claim"), ref("document_id", "document"), text_column("facts")
)
Index("ix_claim_invoice_claim", claim_invoice.c.claim_id)
Index("ix_claim_invoice_document", claim_invoice.c.document_id)

claim_paper = ledger_table(
    "claim_paper",
    ref("claim_id", "claim"),
    text_column("kind"),
    text_column("state", "missing"),
    flag("required"),
    text_column("note"),
)
Index("ix_claim_paper_claim", claim_paper.c.claim_id)

claim_event = ledger_table(
    "claim_event",
    ref("claim_id", "claim"),
    day("on"),
    text_column("kind"),
    text_column("state"),
    _minor("amount"),
    _minor("costs"),
    text_column("split"),
    text_column("payee"),
    text_column("reason"),
    text_column("who"),
    ref("document_id", "document", nullable=True),
)
Index("ix_claim_event_claim", claim_event.c.claim_id, claim_event.c.on)
Index("ix_claim_event_document", claim_event.c.document_id)
