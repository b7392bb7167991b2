"""The tables of a company file, as SQLAlchemy Core: portable types, STRICT where SQLite is meant.

Days are ISO text, instants UTC text, money integer minor units, decimals text, flags 0/1.
``open`` columns are derived from allocations and rebuilt by storage; every other fact stands once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    event,
    text,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCHEMA_VERSION = 5
APPLICATION_ID = 0x484F4C44  # "HOLD"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

STAMPS = ("created_at", "changed_at", "version")
DERIVED = ("open",)


def day(name: str, *, nullable: bool = False) -> Column[str]:
    """A day as ISO text, held to the calendar by a check of its table."""
    return Column(name, Text, nullable=nullable, info={"day": True})


def _day_check(name: str) -> CheckConstraint:
    # `IS date(x, '+0 days')` refuses 2025-02-30, which `= date(x)` lets through as NULL.
    rule = f'"{name}" IS NULL OR "{name}" IS date("{name}", \'+0 days\')'
    return CheckConstraint(rule, name=f"{name}_day").ddl_if(dialect="sqlite")


def text_column(name: str, default: str = "") -> Column[str]:
    """Text that is empty where nothing was said."""
    return Column(name, Text, nullable=False, server_default=default)


def flag(name: str) -> Column[int]:
    """Yes or no, as 1 or 0."""
    return Column(
        name,
        Integer,
        CheckConstraint(f"{name} IN (0, 1)", name=name),
        nullable=False,
        server_default="0",
    )


def ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    """A reference to a row of ``target``."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=nullable)


def ledger_table(
    name: str, *columns: Column[object] | Column[int] | Column[str] | Index | CheckConstraint
) -> Table:
    """A table whose rows are stamped, versioned, logged and softly deleted."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        *columns,
        flag("deleted"),
        Column("created_at", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
        Column("version", Integer, nullable=False, server_default="1"),
        *(_day_check(c.name) for c in columns if isinstance(c, Column) and c.info.get("day")),
        sqlite_strict=True,
    )


company = ledger_table(
    "company",
    text_column("name"),
    text_column("currency"),
    text_column("name_en"),
    text_column("identifier"),
    text_column("address"),
    text_column("phone"),
    text_column("email"),
    text_column("contact"),
    text_column("bank"),
    text_column("bank_name"),
    text_column("bank_account"),
    text_column("swift"),
    text_column("signer"),
    text_column("signer_role"),
    text_column("logo"),
    text_column("seal"),
    text_column("size_class"),
    text_column("dunning_policy"),
    text_column("country", "CN"),
    text_column("terms", "net 30"),
    text_column("bucket_limits", "30,60,90"),
    flag("sample"),
    day("sample_as_of", nullable=True),
)

salesperson = ledger_table("salesperson", text_column("name"))
region = ledger_table("region", text_column("name"), ref("parent_id", "region", nullable=True))
customer_group = ledger_table(
    "customer_group", text_column("name"), ref("parent_id", "customer_group", nullable=True)
)

customer = ledger_table(
    "customer",
    text_column("name"),
    text_column("code"),
    text_column("short_name"),
    text_column("name_en"),
    text_column("country", "CN"),
    text_column("currency"),
    text_column("terms"),
    text_column("language", "zh"),
    ref("salesperson_id", "salesperson", nullable=True),
    ref("region_id", "region", nullable=True),
    ref("group_id", "customer_group", nullable=True),
    text_column("address"),
    text_column("phone"),
    text_column("email"),
    text_column("bank"),
    text_column("bank_account"),
    text_column("note"),
    text_column("status", "active"),
    day("status_since", nullable=True),
    text_column("dunning_policy"),
    text_column("dunning_block"),
    day("grace_until", nullable=True),
    text_column("size_class"),
    day("contract_on", nullable=True),
    day("sme_disclosed_on", nullable=True),
    text_column("interest_rule"),
    Column("late_rate", Text, nullable=True),
    text_column("late_rate_period"),
    text_column("late_rate_clause"),
    text_column("handed_to"),
    day("handed_on", nullable=True),
    text_column("name_key"),
    text_column("initials"),
)
Index("ix_customer_name_key", customer.c.name_key)
Index("ix_customer_code", customer.c.code)

contact = ledger_table(
    "contact",
    ref("customer_id", "customer"),
    text_column("name"),
    text_column("role"),
    text_column("phone"),
    text_column("mobile"),
    text_column("email"),
    text_column("note"),
)
Index("ix_contact_customer", contact.c.customer_id)

identifier = ledger_table(
    "identifier", ref("customer_id", "customer"), text_column("kind"), text_column("value")
)
Index("ix_identifier_customer", identifier.c.customer_id)
Index("ix_identifier_value", identifier.c.value)

alias = ledger_table("alias", ref("customer_id", "customer"), text_column("name"), text_column("name_key"))
Index("ix_alias_customer", alias.c.customer_id)
Index("ix_alias_name_key", alias.c.name_key)

document = ledger_table(
    "document",
    ref("customer_id", "customer"),
    Column(
        "kind",
        Text,
        CheckConstraint("kind IN ('invoice','refund','credit_note','receipt','write_off')", name="kind"),
        nullable=False,
    ),
    text_column("number"),
    day("doc_date"),
    text_column("currency"),
    Column("amount", Integer, CheckConstraint("amount >= 0", name="amount"), nullable=False),
    day("due_date", nullable=True),
    Column("open", Integer, nullable=False, server_default="0"),
    flag("has_plan"),
    text_column("terms"),
    text_column("reference"),
    text_column("contract"),
    ref("salesperson_id", "salesperson", nullable=True),
    ref("original_id", "document", nullable=True),
    Column("book_rate", Text, nullable=True),
    flag("inferred"),
    text_column("reason"),
    text_column("approved_by"),
    text_column("dunning_policy"),
    text_column("dunning_block"),
    day("grace_until", nullable=True),
    text_column("note"),
)
# The board: everything the as-of aggregate needs of a document, without touching its row.
Index(
    "ix_document_asof",
    document.c.customer_id,
    document.c.currency,
    document.c.kind,
    document.c.doc_date,
    document.c.due_date,
    document.c.amount,
    document.c.has_plan,
    document.c.salesperson_id,
    sqlite_where=text("deleted = 0"),
)
# The board of today: only what is still open.
Index(
    "ix_document_open",
    document.c.customer_id,
    document.c.currency,
    document.c.kind,
    document.c.doc_date,
    document.c.due_date,
    document.c.open,
    document.c.has_plan,
    document.c.salesperson_id,
    sqlite_where=text("deleted = 0 AND open <> 0"),
)
Index("ix_document_number", document.c.number)
# How fresh the figures are: the newest receipt, found in one step.
Index(
    "ix_document_receipt",
    document.c.doc_date,
    sqlite_where=text("kind = 'receipt' AND deleted = 0"),
)

instalment = ledger_table(
    "instalment",
    ref("document_id", "document"),
    Column("seq", Integer, nullable=False),
    day("due_date"),
    Column("amount", Integer, CheckConstraint("amount > 0", name="amount"), nullable=False),
    Column("open", Integer, nullable=False, server_default="0"),
    text_column("label"),
)
Index("ix_instalment_document", instalment.c.document_id)

# A reversal takes back; every other allocation gives.
_SIGN = "<> 0 AND (amount < 0) = (reverses_id IS NOT NULL)"
allocation = ledger_table(
    "allocation",
    ref("debit_id", "document"),
    ref("credit_id", "document"),
    day("date"),
    Column("amount", Integer, CheckConstraint(f"amount {_SIGN}", name="amount"), nullable=False),
    Column(
        "credit_amount",
        Integer,
        CheckConstraint("credit_amount <> 0 AND (credit_amount < 0) = (amount < 0)", name="credit_amount"),
        nullable=False,
    ),
    ref("instalment_id", "instalment", nullable=True),
    ref("reverses_id", "allocation", nullable=True),
    text_column("note"),
)
for _side, _amount in (
    ("debit_id", "amount"),
    ("credit_id", "credit_amount"),
    ("instalment_id", "amount"),
):
    Index(
        f"ix_allocation_{_side}",
        allocation.c[_side],
        allocation.c.date,
        allocation.c[_amount],
        sqlite_where=text("deleted = 0"),
    )
Index("ix_allocation_date", allocation.c.date)
Index(
    "ix_allocation_reverses",
    allocation.c.reverses_id,
    sqlite_where=text("reverses_id IS NOT NULL"),
)

dispute = ledger_table(
    "dispute",
    ref("document_id", "document"),
    day("opened_on"),
    Column("amount", Integer, nullable=True),
    day("closed_on", nullable=True),
    text_column("reason"),
    text_column("owner"),
    day("target_on", nullable=True),
    text_column("state"),
    ref("credit_note_id", "document", nullable=True),
    text_column("outcome"),
    text_column("note"),
)
Index("ix_dispute_document", dispute.c.document_id)

promise = ledger_table(
    "promise",
    ref("customer_id", "customer"),
    day("made_on"),
    day("due_on"),
    Column("amount", Integer, nullable=False),
    text_column("currency"),
    ref("document_id", "document", nullable=True),
    text_column("made_by"),
    text_column("channel"),
    day("closed_on", nullable=True),
    text_column("outcome"),
    text_column("note"),
)
Index("ix_promise_customer", promise.c.customer_id)

rate = ledger_table(
    "rate",
    text_column("currency"),
    day("on"),
    Column("rate", Text, nullable=False),
    text_column("source"),
)
Index("ix_rate_currency_on", rate.c.currency, rate.c.on)

import_mapping = ledger_table(
    "import_mapping", text_column("signature"), text_column("kind"), text_column("mapping")
)
Index("ix_import_mapping_signature", import_mapping.c.signature)

# A file's open-items snapshot: which day it speaks for, and by which import it came.
snapshot = ledger_table(
    "snapshot", day("as_of"), text_column("source"), Column("set_id", Integer, nullable=False)
)

change_set = Table(
    "change_set",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("params", Text, nullable=False, server_default="{}"),
    Column("undoes", Integer, nullable=False, server_default="0"),
    Column("reversible", Integer, nullable=False, server_default="1"),
    Column("rows", Integer, nullable=False, server_default="0"),
    text_column("previous"),
    text_column("hash"),
    sqlite_strict=True,
)
Index(
    "ix_change_set_undoes",
    change_set.c.undoes,
    sqlite_where=change_set.c.undoes != 0,
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("set_id", Integer, ForeignKey("change_set.id"), nullable=False),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    sqlite_strict=True,
)
Index("ix_change_set", change.c.set_id, change.c.table_name, change.c.row_id)
Index("ix_change_row", change.c.table_name, change.c.row_id)


def _partial_on_postgresql(_metadata: MetaData, connection: Connection, **_options: object) -> None:
    """Give PostgreSQL the conditions of SQLite's partial indexes.

    Not as arguments of the indexes: SQLAlchemy loads a dialect to check its arguments, and
    PostgreSQL's costs every start of the program 70 ms.
    """
    if connection.dialect.name == "postgresql":
        for table in metadata.tables.values():
            for index in table.indexes:
                where = index.dialect_options["sqlite"]["where"]
                index.dialect_options["postgresql"]["where"] = where


def whole() -> MetaData:
    """All tables: those above, which the first page needs, and those of the schemas beside this one."""
    # Late: they import this module, and cost milliseconds that the first page has not.
    from app.storage import collect_schema, credit_schema, insurance_schema, measure_schema  # noqa: PLC0415

    rooms = (
        collect_schema.metadata,
        credit_schema.metadata,
        insurance_schema.metadata,
        measure_schema.metadata,
    )
    return rooms[0] if all(each is metadata for each in rooms) else metadata


event.listen(metadata, "before_create", _partial_on_postgresql)
