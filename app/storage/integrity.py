"""The checks of a company file in SQL: structure, references, kept amounts, and the ledger's laws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, or_, select

from app.domain.aging import AgingQuery
from app.domain.company import Company
from app.domain.document import CREDITS, DEBITS
from app.domain.money import Money
from app.domain.problem import DomainError
from app.services.aging import AgingFilter
from app.services.check import Check, Finding
from app.storage.chain_integrity import ChainCheck
from app.storage.collect_schema import attachment, content
from app.storage.content import SqlContentStore
from app.storage.credit_integrity import QUERIES as CREDIT_QUERIES
from app.storage.engine import foreign_key_check, integrity_check
from app.storage.insurance_integrity import QUERIES as INSURANCE_QUERIES
from app.storage.layout_integrity import layout_findings
from app.storage.measure_integrity import QUERIES as MEASURE_QUERIES
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.statement import crossed
from app.storage.schema import allocation, customer, document, instalment
from app.storage.store import SqlStore

_MOST = 50
"""Of one kind of finding so many are named; more would not help anybody."""
_debit, _credit = document.alias("debit"), document.alias("credit")
_pairs = allocation.join(_debit, _debit.c.id == allocation.c.debit_id).join(
    _credit, _credit.c.id == allocation.c.credit_id
)
_is_debit = document.c.kind.in_(sorted(DEBITS))


@cache
def _asked(made: Callable[[], Select[Any]]) -> Select[Any]:
    """A query put together once, of which the first findings are enough."""
    return made().limit(_MOST)


class SqlCheckReader:
    """``app.services.check.CheckReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def checks(self, days: tuple[date, ...]) -> Mapping[str, Check]:
        """Every check by its code, the file's structure first."""
        return {
            "check.damaged": self._structure,
            "check.layout": lambda: layout_findings(self._store.raw),
            **ChainCheck(self._store).checks(),
            "check.reference": self._references,
            "check.altered_content": self._contents,
            "check.altered_picture": self._pictures,
            **{
                code: partial(self._query, code, made, table)
                for queries in (_QUERIES, CREDIT_QUERIES, INSURANCE_QUERIES, MEASURE_QUERIES)
                for code, (made, table) in queries.items()
            },
            "check.aging": partial(self._aging, days),
        }

    def _structure(self) -> list[Finding]:
        return [Finding("check.damaged", {"detail": text}) for text in integrity_check(self._store.raw)]

    def _references(self) -> list[Finding]:
        found = foreign_key_check(self._store.raw)[:_MOST]
        return [
            Finding("check.reference", {"table": table, "row": row, "missing": parent}, table, row)
            for table, row, parent in found
        ]

    def _contents(self) -> list[Finding]:
        """The bytes of every attachment are those that were put in; those in the bin may come back."""
        kept = select(attachment.c.id, attachment.c.name, content.c.digest, content.c.data).join(
            content, content.c.digest == attachment.c.digest
        )
        with self._store.reading() as connection:
            return [
                Finding("check.altered_content", {"name": row.name}, "attachment", row.id)
                for row in connection.execute(kept.order_by(attachment.c.id)).yield_per(1)
                if sha256(row.data).hexdigest() != row.digest
            ][:_MOST]

    def _pictures(self) -> list[Finding]:
        """Logo and seal are those that were chosen; a letter would leave them out without a word."""
        contents = SqlContentStore(self._store)
        found = []
        for one in self._store.find(Company):
            for role, digest in (("logo", one.logo), ("seal", one.seal)):
                try:
                    if digest:
                        contents.get(digest)
                except DomainError:
                    told: dict[str, object] = {"what": (f"picture.{role}", {})}
                    found.append(Finding("check.altered_picture", told, "company", one.id))
        return found

    def _query(self, code: str, made: Callable[[], Select[Any]], table: str) -> list[Finding]:
        with self._store.reading() as connection:
            return [_finding(code, table, row) for row in connection.execute(_asked(made))]

    def _aging(self, days: tuple[date, ...]) -> list[Finding]:
        """Buckets and credits equal the balance of the documents, per customer, currency and day."""
        found: list[Finding] = []
        reader = SqlAgingReader(self._store)
        with self._store.reading() as connection:
            moved = [row for side in crossed() for row in connection.execute(side)]
        for day in days:
            aged: dict[tuple[int, str], int] = defaultdict(int)
            for row in reader.aggregate(AgingQuery(day), AgingFilter()).rows:
                aged[row.key, row.currency] += row.balance
            with self._store.reading() as connection:
                booked: dict[tuple[int, str], int] = defaultdict(
                    int, {(row[0], row[1]): row[2] for row in connection.execute(_balances(day))}
                )
            for each in moved:
                if each.on <= day.isoformat():
                    booked[each.customer_id, each.currency] += each.side * each.amount
            for key in sorted(aged.keys() | booked.keys()):
                ours, theirs = aged.get(key, 0), booked.get(key, 0)
                if ours != theirs:
                    amounts = {"aged": Money(ours, key[1]), "booked": Money(theirs, key[1])}
                    found.append(Finding("check.aging", {"day": day, **amounts}, "customer", key[0]))
        return found[:_MOST]


def _finding(code: str, table: str, row: Row[Any]) -> Finding:
    values = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    row_id = values.pop("row_id")
    currency = values.pop("currency", "")
    if currency:
        values = {
            name: Money(value, currency) if isinstance(value, int) else value
            for name, value in values.items()
        }
    what = values.get("what")
    if isinstance(what, str):
        table = what.removeprefix("record.")
        values["what"] = (what, {})
    return Finding(code, values, table, row_id)


def _live_sum(amount: Any, side: Any, owner: Any) -> Any:
    total = select(func.coalesce(func.sum(amount), 0)).where(side == owner, allocation.c.deleted == 0)
    return total.scalar_subquery()


def _kept_open() -> Select[Any]:
    """The kept open amount is amount less allocations."""
    used = case(
        (_is_debit, _live_sum(allocation.c.amount, allocation.c.debit_id, document.c.id)),
        else_=_live_sum(allocation.c.credit_amount, allocation.c.credit_id, document.c.id),
    )
    return _documents(document.c.open, (document.c.amount - used).label("right")).where(
        document.c.deleted == 0, document.c.open != document.c.amount - used
    )


def _documents(*more: Any) -> Select[Any]:
    return select(document.c.id.label("row_id"), document.c.number, document.c.currency, *more)


def _part_open() -> Select[Any]:
    used = _live_sum(allocation.c.amount, allocation.c.instalment_id, instalment.c.id)
    return (
        _documents(instalment.c.open, (instalment.c.amount - used).label("right"))
        .join(instalment, instalment.c.document_id == document.c.id)
        .where(instalment.c.deleted == 0, instalment.c.open != instalment.c.amount - used)
    )


def _exceeds() -> Select[Any]:
    """More is set against a document than it has."""
    used = case(
        (_is_debit, _live_sum(allocation.c.amount, allocation.c.debit_id, document.c.id)),
        else_=_live_sum(allocation.c.credit_amount, allocation.c.credit_id, document.c.id),
    )
    return _documents(document.c.amount, used.label("used")).where(
        document.c.deleted == 0, used > document.c.amount
    )


def _part_exceeds() -> Select[Any]:
    used = _live_sum(allocation.c.amount, allocation.c.instalment_id, instalment.c.id)
    return (
        _documents(instalment.c.amount, used.label("used"))
        .join(instalment, instalment.c.document_id == document.c.id)
        .where(instalment.c.deleted == 0, used > instalment.c.amount)
    )


def _allocations(*conditions: Any) -> Select[Any]:
    return (
        select(
            allocation.c.id.label("row_id"),
            _debit.c.number.label("debit"),
            _credit.c.number.label("credit"),
            allocation.c.date.label("day"),
        )
        .select_from(_pairs)
        .where(allocation.c.deleted == 0, *conditions)
    )


def _predates() -> Select[Any]:
    return _allocations(or_(allocation.c.date < _debit.c.doc_date, allocation.c.date < _credit.c.doc_date))


def _wrong_sides() -> Select[Any]:
    return _allocations(
        or_(
            _debit.c.kind.not_in(sorted(DEBITS)),
            _credit.c.kind.not_in(sorted(CREDITS)),
            _debit.c.customer_id != _credit.c.customer_id,
            and_(
                _debit.c.currency == _credit.c.currency,
                allocation.c.amount != allocation.c.credit_amount,
            ),
        )
    )


def _over_reversed() -> Select[Any]:
    """More was taken back of a debit than a credit ever paid of it."""
    mine = allocation.alias("mine")
    net = (
        select(func.sum(mine.c.amount))
        .where(
            mine.c.debit_id == allocation.c.debit_id,
            mine.c.credit_id == allocation.c.credit_id,
            mine.c.deleted == 0,
        )
        .scalar_subquery()
    )
    return _allocations(allocation.c.reverses_id.is_not(None), net < 0)


def _deleted_sides() -> Select[Any]:
    return _allocations(or_(_debit.c.deleted == 1, _credit.c.deleted == 1))


def _loose_part() -> Select[Any]:
    part = instalment.alias("part")
    owner = select(part.c.document_id).where(part.c.id == allocation.c.instalment_id, part.c.deleted == 0)
    return _allocations(
        or_(
            and_(_debit.c.has_plan == 1, allocation.c.instalment_id.is_(None)),
            and_(_debit.c.has_plan == 0, allocation.c.instalment_id.is_not(None)),
            and_(
                allocation.c.instalment_id.is_not(None),
                func.coalesce(owner.scalar_subquery(), 0) != allocation.c.debit_id,
            ),
        )
    )


def _plan_sum() -> Select[Any]:
    total = (
        select(func.coalesce(func.sum(instalment.c.amount), 0))
        .where(instalment.c.document_id == document.c.id, instalment.c.deleted == 0)
        .scalar_subquery()
    )
    wrong = or_(
        and_(document.c.has_plan == 1, total != document.c.amount),
        and_(document.c.has_plan == 0, total != 0),
    )
    return _documents(document.c.amount, total.label("parts")).where(document.c.deleted == 0, wrong)


def _no_customer() -> Select[Any]:
    return (
        select(document.c.id.label("row_id"), document.c.number, customer.c.name.label("customer"))
        .join(customer, customer.c.id == document.c.customer_id)
        .where(document.c.deleted == 0, customer.c.deleted == 1)
    )


def _balances(day: date) -> Select[Any]:
    """Debits less credits dated up to the day, per customer and currency, where not nil."""
    signed = case((_is_debit, document.c.amount), else_=-document.c.amount)
    return (
        select(document.c.customer_id, document.c.currency, func.sum(signed))
        .where(document.c.deleted == 0, document.c.doc_date <= day.isoformat())
        .group_by(document.c.customer_id, document.c.currency)
        .having(func.sum(signed) != 0)
    )


def _lost_content() -> Select[Any]:
    """The bytes of every attachment, of one in the bin too, are in the file, as many as it says."""
    there = select(content.c.digest).where(
        content.c.digest == attachment.c.digest, content.c.size == attachment.c.size
    )
    return select(attachment.c.id.label("row_id"), attachment.c.name).where(~there.exists())


_QUERIES: dict[str, tuple[Callable[[], Select[Any]], str]] = {
    "check.open": (_kept_open, "document"),
    "check.part_open": (_part_open, "document"),
    "check.exceeds": (_exceeds, "document"),
    "check.part_exceeds": (_part_exceeds, "document"),
    "check.predates": (_predates, "allocation"),
    "check.sides": (_wrong_sides, "allocation"),
    "check.over_reversed": (_over_reversed, "allocation"),
    "check.deleted_side": (_deleted_sides, "allocation"),
    "check.loose_part": (_loose_part, "allocation"),
    "check.plan_sum": (_plan_sum, "document"),
    "check.no_customer": (_no_customer, "document"),
    "check.lost_content": (_lost_content, "attachment"),
}
