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

SCHEMA_VERSION = 1
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


def _day(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable, info={"day": True})


def _day_check(name: str) -> CheckConstraint:
    # `IS date(x, '+0 days')` refuses 2025-02-30, which `= date(x)` lets through as NULL.
    rule = f'"{name}" IS NULL OR "{name}" IS date("{name}", \'+0 days\')'
    return CheckConstraint(rule, name=f"{name}_day").ddl_if(dialect="sqlite")


def _text(name: str, default: str = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def _flag(name: str) -> Column[int]:
    return Column(
        name,
        Integer,
        CheckConstraint(f"{name} IN (0, 1)", name=name),
        nullable=False,
        server_default="0",
    )


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=nullable)


def _ledger_table(
    name: str, *columns: Column[object] | Column[int] | Column[str] | Index | CheckConstraint
) -> Table:
    """A table whose rows are stamped, versioned, logged and softly deleted."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        *columns,
        _flag("deleted"),
        Column("created_at", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
        Column("version", Integer, nullable=False, server_default="1"),
        *(_day_check(c.name) for c in columns if isinstance(c, Column) and c.info.get("day")),
        sqlite_strict=True,
    )


company = _ledger_table(
    "company",
    _text("name"),
    _text("currency"),
    _text("name_en"),
    _text("identifier"),
    _text("address"),
    _text("phone"),
    _text("email"),
    _text("contact"),
    _text("bank"),
    _text("bank_name"),
    _text("bank_account"),
    _text("country", "CN"),
    _text("terms", "net 30"),
    _text("bucket_limits", "30,60,90"),
    _flag("sample"),
    _day("sample_as_of", nullable=True),
)

salesperson = _ledger_table("salesperson", _text("name"))
region = _ledger_table("region", _text("name"), _ref("parent_id", "region", nullable=True))
customer_group = _ledger_table(
    "customer_group", _text("name"), _ref("parent_id", "customer_group", nullable=True)
)

customer = _ledger_table(
    "customer",
    _text("name"),
    _text("code"),
    _text("short_name"),
    _text("name_en"),
    _text("country", "CN"),
    _text("currency"),
    _text("terms"),
    _text("language", "zh"),
    _ref("salesperson_id", "salesperson", nullable=True),
    _ref("region_id", "region", nullable=True),
    _ref("group_id", "customer_group", nullable=True),
    _text("address"),
    _text("phone"),
    _text("email"),
    _text("bank"),
    _text("bank_account"),
    _text("note"),
    _text("status", "active"),
    _day("status_since", nullable=True),
    _text("name_key"),
    _text("initials"),
)
Index("ix_customer_name_key", customer.c.name_key)
Index("ix_customer_code", customer.c.code)

contact = _ledger_table(
    "contact",
    _ref("customer_id", "customer"),
    _text("name"),
    _text("role"),
    _text("phone"),
    _text("mobile"),
    _text("email"),
    _text("note"),
)
Index("ix_contact_customer", contact.c.customer_id)

identifier = _ledger_table("identifier", _ref("customer_id", "customer"), _text("kind"), _text("value"))
Index("ix_identifier_customer", identifier.c.customer_id)
Index("ix_identifier_value", identifier.c.value)

alias = _ledger_table("alias", _ref("customer_id", "customer"), _text("name"), _text("name_key"))
Index("ix_alias_customer", alias.c.customer_id)
Index("ix_alias_name_key", alias.c.name_key)

document = _ledger_table(
    "document",
    _ref("customer_id", "customer"),
    Column(
        "kind",
        Text,
        CheckConstraint("kind IN ('invoice','refund','credit_note','receipt','write_off')", name="kind"),
        nullable=False,
    ),
    _text("number"),
    _day("doc_date"),
    _text("currency"),
    Column("amount", Integer, CheckConstraint("amount >= 0", name="amount"), nullable=False),
    _day("due_date", nullable=True),
    Column("open", Integer, nullable=False, server_default="0"),
    _flag("has_plan"),
    _text("terms"),
    _text("reference"),
    _text("contract"),
    _ref("salesperson_id", "salesperson", nullable=True),
    _ref("original_id", "document", nullable=True),
    Column("book_rate", Text, nullable=True),
    _flag("inferred"),
    _text("note"),
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

instalment = _ledger_table(
    "instalment",
    _ref("document_id", "document"),
    Column("seq", Integer, nullable=False),
    _day("due_date"),
    Column("amount", Integer, CheckConstraint("amount > 0", name="amount"), nullable=False),
    Column("open", Integer, nullable=False, server_default="0"),
    _text("label"),
)
Index("ix_instalment_document", instalment.c.document_id)

allocation = _ledger_table(
    "allocation",
    _ref("debit_id", "document"),
    _ref("credit_id", "document"),
    _day("date"),
    Column("amount", Integer, CheckConstraint("amount > 0", name="amount"), nullable=False),
    Column(
        "credit_amount",
        Integer,
        CheckConstraint("credit_amount > 0", name="credit_amount"),
        nullable=False,
    ),
    _ref("instalment_id", "instalment", nullable=True),
    _text("note"),
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

dispute = _ledger_table(
    "dispute",
    _ref("document_id", "document"),
    _day("opened_on"),
    Column("amount", Integer, nullable=True),
    _day("closed_on", nullable=True),
    _text("reason"),
    _text("owner"),
    _day("target_on", nullable=True),
    _text("outcome"),
    _text("note"),
)
Index("ix_dispute_document", dispute.c.document_id)

promise = _ledger_table(
    "promise",
    _ref("customer_id", "customer"),
    _day("made_on"),
    _day("due_on"),
    Column("amount", Integer, nullable=False),
    _text("currency"),
    _ref("document_id", "document", nullable=True),
    _text("made_by"),
    _text("channel"),
    _day("closed_on", nullable=True),
    _text("outcome"),
    _text("note"),
)
Index("ix_promise_customer", promise.c.customer_id)

rate = _ledger_table(
    "rate",
    _text("currency"),
    _day("on"),
    Column("rate", Text, nullable=False),
    _text("source"),
)
Index("ix_rate_currency_on", rate.c.currency, rate.c.on)

import_mapping = _ledger_table("import_mapping", _text("signature"), _text("kind"), _text("mapping"))
Index("ix_import_mapping_signature", import_mapping.c.signature)

# A file's open-items snapshot: which day it speaks for, and by which import it came.
snapshot = _ledger_table(
    "snapshot", _day("as_of"), _text("source"), Column("set_id", Integer, nullable=False)
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


event.listen(metadata, "before_create", _partial_on_postgresql)
