"""The tables behind collecting money: bank statements, bills, letters, plans, activities, rates, settings.

Laid out beside ``app.storage.schema`` and by its rules; apart from it, because the first page needs none.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text, text

from app.storage.schema import day, ledger_table, metadata, ref, text_column

__all__ = ["metadata"]


def _amount(name: str, rule: str = "") -> Column[int]:
    if rule:
        return Column(name, Integer, CheckConstraint(f"{name} {rule}", name=name), nullable=False)
    return Column(name, Integer, nullable=False, server_default="0")


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


setting = ledger_table("setting", text_column("name"), text_column("value"))
Index("ix_setting_name", setting.c.name)

bank_account = ledger_table(
    "bank_account",
    text_column("name"),
    text_column("currency"),
    text_column("bank"),
    text_column("number"),
    text_column("swift"),
    text_column("note"),
)

bank_statement = ledger_table(
    "bank_statement",
    ref("account_id", "bank_account"),
    text_column("source"),
    text_column("format"),
    text_column("digest"),
    text_column("currency"),
    day("start", nullable=True),
    day("end", nullable=True),
    Column("opening", Integer, nullable=True),
    Column("closing", Integer, nullable=True),
)
Index("ix_bank_statement_digest", bank_statement.c.digest)

bank_line = ledger_table(
    "bank_line",
    ref("statement_id", "bank_statement"),
    ref("account_id", "bank_account"),
    text_column("key"),
    day("on"),
    _amount("amount", "<> 0"),
    text_column("currency"),
    text_column("payer"),
    text_column("payer_key"),
    text_column("payer_account"),
    text_column("text"),
    text_column("reference"),
    text_column("state", "waiting"),
    ref("customer_id", "customer", nullable=True),
    ref("document_id", "document", nullable=True),
    text_column("evidence"),
)
Index("ix_bank_line_key", bank_line.c.account_id, bank_line.c.key)
Index("ix_bank_line_document", bank_line.c.document_id)
Index("ix_bank_line_waiting", bank_line.c.on, sqlite_where=text("state = 'waiting' AND deleted = 0"))
Index("ix_bank_line_statement", bank_line.c.statement_id)

payer = ledger_table(
    "payer",
    text_column("kind"),
    text_column("key"),
    ref("customer_id", "customer", nullable=True),
    text_column("label"),
)
Index("ix_payer_key", payer.c.kind, payer.c.key)
Index("ix_payer_customer", payer.c.customer_id)

bill = ledger_table(
    "bill",
    ref("customer_id", "customer"),
    text_column("kind"),
    text_column("number"),
    day("received_on"),
    day("due_on"),
    text_column("currency"),
    _amount("amount", "> 0"),
    day("issued_on", nullable=True),
    text_column("drawer"),
    text_column("acceptor"),
    day("passed_on", nullable=True),
    text_column("passed_how"),
    text_column("passed_to"),
    _amount("charge"),
    day("ended_on", nullable=True),
    text_column("ended_how"),
    ref("receipt_id", "document", nullable=True),
    text_column("note"),
)
Index("ix_bill_customer", bill.c.customer_id)

bill_cover = ledger_table(
    "bill_cover",
    ref("bill_id", "bill"),
    ref("document_id", "document"),
    _amount("amount", "> 0"),
    ref("instalment_id", "instalment", nullable=True),
)
Index("ix_bill_cover_bill", bill_cover.c.bill_id)
Index("ix_bill_cover_document", bill_cover.c.document_id)

stored_policy = ledger_table(
    "stored_policy", text_column("code"), text_column("name"), text_column("steps"), text_column("note")
)

dunning_run = ledger_table(
    "dunning_run", day("as_of"), _count("letters"), _count("skipped"), text_column("note")
)

letter = ledger_table(
    "letter",
    ref("customer_id", "customer"),
    text_column("currency"),
    text_column("number"),
    text_column("template"),
    text_column("language"),
    text_column("channel"),
    day("run_on"),
    text_column("policy"),
    _count("level"),
    text_column("state", "draft"),
    day("pay_by", nullable=True),
    _amount("amount"),
    _amount("fee"),
    _amount("interest"),
    text_column("treatment"),
    text_column("subject"),
    text_column("body"),
    day("sent_on", nullable=True),
    text_column("proof"),
    day("delivered_on", nullable=True),
    text_column("reply"),
    day("replied_on", nullable=True),
    text_column("note"),
    text_column("about"),
)
Index("ix_letter_customer", letter.c.customer_id, letter.c.state, letter.c.sent_on)

letter_line = ledger_table(
    "letter_line",
    ref("letter_id", "letter"),
    ref("document_id", "document"),
    _count("level"),
    day("due_date"),
    _amount("amount"),
    ref("instalment_id", "instalment", nullable=True),
    _amount("disputed"),
    _amount("interest"),
)
Index("ix_letter_line_letter", letter_line.c.letter_id)
Index("ix_letter_line_document", letter_line.c.document_id, letter_line.c.level)

letter_template = ledger_table(
    "letter_template",
    text_column("code"),
    text_column("language"),
    text_column("subject"),
    text_column("body"),
    text_column("message"),
)

activity = ledger_table(
    "activity",
    ref("customer_id", "customer"),
    day("on"),
    text_column("kind"),
    text_column("result"),
    text_column("person"),
    text_column("by"),
    text_column("note"),
    text_column("next_action"),
    day("next_on", nullable=True),
    day("next_done_on", nullable=True),
    ref("document_id", "document", nullable=True),
    ref("letter_id", "letter", nullable=True),
)
Index("ix_activity_customer", activity.c.customer_id, activity.c.on)
Index(
    "ix_activity_next",
    activity.c.next_on,
    sqlite_where=text("next_on IS NOT NULL AND next_done_on IS NULL AND deleted = 0"),
)

attachment = ledger_table(
    "attachment",
    text_column("owner"),
    Column("owner_id", Integer, nullable=False),
    text_column("name"),
    text_column("media_type"),
    _count("size"),
    text_column("digest"),
    text_column("note"),
)
Index("ix_attachment_owner", attachment.c.owner, attachment.c.owner_id)

# The bytes of attachments, each once; never changed, never logged, kept for undo.
content = Table(
    "content",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    sqlite_strict=True,
)

limitation_event = ledger_table(
    "limitation_event",
    ref("customer_id", "customer"),
    day("on"),
    text_column("kind"),
    ref("document_id", "document", nullable=True),
    ref("letter_id", "letter", nullable=True),
    text_column("proof"),
    text_column("note"),
)
Index("ix_limitation_event_customer", limitation_event.c.customer_id)

payment_plan = ledger_table(
    "payment_plan",
    ref("customer_id", "customer"),
    text_column("currency"),
    day("agreed_on"),
    text_column("number"),
    Column("rate", Text, nullable=True),
    _count("grace_days"),
    day("signed_on", nullable=True),
    day("closed_on", nullable=True),
    text_column("outcome"),
    text_column("note"),
)
Index("ix_payment_plan_customer", payment_plan.c.customer_id)

plan_item = ledger_table(
    "plan_item",
    ref("plan_id", "payment_plan"),
    ref("document_id", "document"),
    _amount("amount", "> 0"),
    ref("instalment_id", "instalment", nullable=True),
    _amount("settled_then"),
)
Index("ix_plan_item_plan", plan_item.c.plan_id)
Index("ix_plan_item_document", plan_item.c.document_id)

plan_part = ledger_table(
    "plan_part",
    ref("plan_id", "payment_plan"),
    Column("seq", Integer, nullable=False),
    day("due_on"),
    _amount("amount", ">= 0"),
    _amount("interest"),
)
Index("ix_plan_part_plan", plan_part.c.plan_id)

rate_entry = ledger_table(
    "rate_entry",
    text_column("series"),
    day("on"),
    Column("rate", Text, nullable=False),
    text_column("source"),
)
Index("ix_rate_entry_series_on", rate_entry.c.series, rate_entry.c.on)

stored_interest_rule = ledger_table(
    "stored_interest_rule",
    text_column("code"),
    text_column("name"),
    text_column("definition"),
    text_column("source"),
)

work_mark = ledger_table(
    "work_mark",
    text_column("key"),
    text_column("state"),
    day("on"),
    day("until", nullable=True),
    text_column("note"),
)
Index("ix_work_mark_key", work_mark.c.key)
