"""The tables behind credit decisions: credit files, scorecards, limits, orders, alerts, cases.

Laid out beside ``app.storage.schema`` and by its rules; apart from it, because the first page needs none.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer

from app.storage.schema import day, flag, ledger_table, metadata, ref, text_column

__all__ = ["metadata"]


def _amount(name: str, rule: str = "", *, nullable: bool = False) -> Column[int]:
    if rule:
        return Column(name, Integer, CheckConstraint(f"{name} {rule}", name=name), nullable=nullable)
    return (
        Column(name, Integer, nullable=True)
        if nullable
        else Column(name, Integer, nullable=False, server_default="0")
    )


profile = ledger_table(
    "profile",
    ref("customer_id", "customer"),
    text_column("legal_form"),
    day("founded_on", nullable=True),
    _amount("capital", nullable=True),
    _amount("paid_capital", nullable=True),
    text_column("capital_currency"),
    text_column("industry"),
    text_column("industry_system", "gbt4754"),
    text_column("parent"),
    text_column("registration"),
    day("registration_on", nullable=True),
    _amount("employees", nullable=True),
    _amount("annual_purchases", nullable=True),
    text_column("sanctioned"),
    day("sanctions_on", nullable=True),
    text_column("note"),
)
Index("ix_profile_customer", profile.c.customer_id)

financial_statement = ledger_table(
    "financial_statement",
    ref("customer_id", "customer"),
    day("period_end"),
    text_column("currency"),
    text_column("figures"),
    _amount("months", "> 0"),
    _amount("unit", "> 0"),
    text_column("quality"),
    text_column("source"),
    day("received_on", nullable=True),
    text_column("note"),
)
Index("ix_financial_statement_customer", financial_statement.c.customer_id, financial_statement.c.period_end)

bank_flow = ledger_table(
    "bank_flow",
    ref("customer_id", "customer"),
    day("month"),
    text_column("currency"),
    _amount("inflow"),
    _amount("outflow"),
    _amount("closing", nullable=True),
    text_column("source"),
)
Index("ix_bank_flow_customer", bank_flow.c.customer_id)

certification = ledger_table(
    "certification",
    ref("customer_id", "customer"),
    text_column("name"),
    text_column("number"),
    day("valid_until", nullable=True),
    text_column("source"),
)
Index("ix_certification_customer", certification.c.customer_id)

contract_point = ledger_table(
    "contract_point",
    ref("customer_id", "customer"),
    text_column("point"),
    text_column("state"),
    text_column("clause"),
    text_column("note"),
)
Index("ix_contract_point_customer", contract_point.c.customer_id)

external_rating = ledger_table(
    "external_rating",
    ref("customer_id", "customer"),
    text_column("provider"),
    text_column("value"),
    day("on"),
    text_column("scale"),
    text_column("direction", "up"),
    day("valid_until", nullable=True),
    text_column("points"),
    text_column("source"),
    text_column("note"),
)
Index("ix_external_rating_customer", external_rating.c.customer_id)

external_event = ledger_table(
    "external_event",
    ref("customer_id", "customer"),
    text_column("kind"),
    day("on"),
    text_column("source"),
    text_column("value"),
    text_column("identifier"),
    text_column("confirmed_by"),
    day("closed_on", nullable=True),
    text_column("note"),
)
Index("ix_external_event_customer", external_event.c.customer_id)

stored_scorecard = ledger_table(
    "stored_scorecard",
    text_column("code"),
    _amount("version_no"),
    text_column("name"),
    text_column("content"),
    text_column("content_hash"),
    text_column("state", "draft"),
    text_column("author"),
    text_column("reason"),
    day("published_on", nullable=True),
    _amount("parent_no"),
)
Index("ix_stored_scorecard_code", stored_scorecard.c.code, stored_scorecard.c.version_no)

stored_assessment = ledger_table(
    "stored_assessment",
    ref("customer_id", "customer"),
    text_column("card"),
    _amount("card_version"),
    text_column("content_hash"),
    day("as_of"),
    text_column("inputs"),
    text_column("score"),
    text_column("coverage"),
    text_column("by_score"),
    text_column("grade"),
    flag("sufficient"),
    text_column("knockouts"),
    text_column("state", "draft"),
    text_column("author"),
    day("valid_until", nullable=True),
    day("ended_on", nullable=True),
    text_column("ended_why"),
    text_column("note"),
)
Index("ix_stored_assessment_customer", stored_assessment.c.customer_id, stored_assessment.c.as_of)

grade_override = ledger_table(
    "grade_override",
    ref("customer_id", "customer"),
    ref("assessment_id", "stored_assessment"),
    text_column("was"),
    text_column("now"),
    text_column("reason_code"),
    text_column("reason"),
    text_column("requested_by"),
    text_column("approved_by"),
    day("on"),
    day("expires_on"),
    text_column("outcome"),
)
Index("ix_grade_override_customer", grade_override.c.customer_id)
Index("ix_grade_override_assessment", grade_override.c.assessment_id)

credit_limit = ledger_table(
    "credit_limit",
    day("start"),
    text_column("state"),
    text_column("currency"),
    ref("customer_id", "customer", nullable=True),
    ref("group_id", "customer_group", nullable=True),
    _amount("amount", nullable=True),
    day("end", nullable=True),
    text_column("terms"),
    text_column("deposit", "0"),
    day("review_on", nullable=True),
    ref("assessment_id", "stored_assessment", nullable=True),
    text_column("bound_by"),
    text_column("candidates"),
    _amount("suggested", nullable=True),
    text_column("requested_by"),
    text_column("approved_by"),
    flag("alone"),
    text_column("reason"),
)
Index("ix_credit_limit_customer", credit_limit.c.customer_id, credit_limit.c.start)
Index("ix_credit_limit_group", credit_limit.c.group_id)
Index("ix_credit_limit_assessment", credit_limit.c.assessment_id)

open_order = ledger_table(
    "open_order",
    ref("customer_id", "customer"),
    text_column("number"),
    day("on"),
    text_column("currency"),
    _amount("amount", ">= 0"),
    _amount("delivered"),
    _amount("invoiced"),
    _amount("prepaid"),
    day("ship_on", nullable=True),
    text_column("state", "open"),
    text_column("note"),
)
Index("ix_open_order_customer", open_order.c.customer_id)
Index("ix_open_order_number", open_order.c.number)

order_check = ledger_table(
    "order_check",
    ref("customer_id", "customer"),
    day("on"),
    text_column("currency"),
    _amount("amount"),
    text_column("answer"),
    text_column("working"),
    ref("order_id", "open_order", nullable=True),
    _amount("deposit"),
    text_column("asked_by"),
    text_column("released_by"),
    text_column("release_reason"),
    _amount("release_amount", nullable=True),
    day("release_until", nullable=True),
)
Index("ix_order_check_customer", order_check.c.customer_id, order_check.c.on)
Index("ix_order_check_order", order_check.c.order_id)

person = ledger_table("person", text_column("name"), text_column("role"), text_column("pin"), flag("active"))

alert = ledger_table(
    "alert",
    text_column("rule"),
    ref("customer_id", "customer"),
    text_column("cause"),
    day("on"),
    text_column("params", "{}"),
    text_column("state", "new"),
    day("until", nullable=True),
    text_column("note"),
)
Index("ix_alert_cause", alert.c.rule, alert.c.customer_id, alert.c.cause)
Index("ix_alert_state", alert.c.state)

loss_case = ledger_table(
    "loss_case",
    text_column("title"),
    text_column("kind"),
    day("on"),
    text_column("cause"),
    text_column("currency"),
    _amount("amount"),
    ref("customer_id", "customer", nullable=True),
    text_column("facts"),
    text_column("visible"),
    text_column("lesson"),
    text_column("consequence"),
)
Index("ix_loss_case_customer", loss_case.c.customer_id)
