"""The tables of measuring and learning: reviews, findings, provisions, own statements, studies, plans.

Laid out beside ``app.storage.schema`` and by its rules; apart from it, because the first page needs none.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer

from app.storage.schema import day, flag, ledger_table, metadata, ref, text_column

__all__ = ["metadata"]


def _minor(name: str, rule: str = "") -> Column[int]:
    """A number that is 0 where nothing was said."""
    checks = [CheckConstraint(f"{name} {rule}", name=name)] if rule else []
    return Column(name, Integer, *checks, nullable=False, server_default="0")


period_review = ledger_table(
    "period_review",
    day("start"),
    day("end"),
    text_column("state", "open"),
    text_column("sections", "[]"),
    text_column("verdict"),
    text_column("prepared_by"),
    text_column("reviewed_by"),
    text_column("changes"),
    text_column("adjusted"),
    text_column("lessons"),
    text_column("figures", "{}"),
    text_column("digest"),
    day("locked_on", nullable=True),
    text_column("note"),
)
Index("ix_period_review_end", period_review.c.end)

finding = ledger_table(
    "finding",
    ref("review_id", "period_review"),
    text_column("code"),
    text_column("params", "{}"),
    text_column("text"),
    _minor("weight"),
    text_column("action"),
    text_column("owner"),
    day("due", nullable=True),
    text_column("state", "open"),
    day("done_on", nullable=True),
    ref("customer_id", "customer", nullable=True),
    ref("carried_id", "finding", nullable=True),
    text_column("note"),
)
Index("ix_finding_review", finding.c.review_id)
Index("ix_finding_customer", finding.c.customer_id)
Index("ix_finding_carried", finding.c.carried_id)

provision_run = ledger_table(
    "provision_run",
    day("as_of"),
    text_column("currency"),
    _minor("total", ">= 0"),
    _minor("gross"),
    text_column("standard"),
    text_column("result", "{}"),
    text_column("method"),
    day("booked_on", nullable=True),
    text_column("by"),
    text_column("note"),
)
Index("ix_provision_run_as_of", provision_run.c.as_of)

specific_provision = ledger_table(
    "specific_provision",
    ref("customer_id", "customer"),
    day("start"),
    text_column("share"),
    text_column("reason"),
    ref("document_id", "document", nullable=True),
    day("until", nullable=True),
    text_column("note"),
)
Index("ix_specific_provision_customer", specific_provision.c.customer_id)
Index("ix_specific_provision_document", specific_provision.c.document_id)

own_statement = ledger_table(
    "own_statement",
    day("period_end"),
    text_column("currency"),
    text_column("figures", "{}"),
    Column("months", Integer, CheckConstraint("months > 0", name="months"), nullable=False),
    Column("unit", Integer, CheckConstraint("unit > 0", name="unit"), nullable=False),
    text_column("quality"),
    text_column("source"),
    text_column("note"),
)
Index("ix_own_statement_end", own_statement.c.period_end)

cash_item = ledger_table(
    "cash_item",
    day("on"),
    _minor("amount"),
    text_column("currency"),
    text_column("label"),
    text_column("kind", "other"),
    text_column("every"),
    day("until", nullable=True),
    text_column("source"),
    text_column("note"),
)
Index("ix_cash_item_on", cash_item.c.on)

study = ledger_table(
    "study",
    text_column("kind"),
    text_column("name"),
    text_column("content", "{}"),
    day("as_of", nullable=True),
    text_column("result", "{}"),
    text_column("state", "kept"),
    text_column("by"),
    text_column("note"),
)
Index("ix_study_kind", study.c.kind)

contingency_plan = ledger_table(
    "contingency_plan",
    Column("level", Integer, CheckConstraint("level BETWEEN 1 AND 3", name="level"), nullable=False),
    text_column("name"),
    text_column("content", "{}"),
    flag("active"),
    text_column("note"),
)

plan_run = ledger_table(
    "plan_run",
    ref("plan_id", "contingency_plan"),
    text_column("kind"),
    day("start"),
    text_column("steps", "[]"),
    day("ended", nullable=True),
    ref("alert_id", "alert", nullable=True),
    ref("customer_id", "customer", nullable=True),
    text_column("by"),
    text_column("outcome"),
    text_column("note"),
)
Index("ix_plan_run_plan", plan_run.c.plan_id)
Index("ix_plan_run_alert", plan_run.c.alert_id)
Index("ix_plan_run_customer", plan_run.c.customer_id)
