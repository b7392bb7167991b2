"""The customer list in SQL: ids in order, then the rows of the ids on screen with their balances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)

from app.domain.customer import CustomerStatus, IdentifierKind
from app.domain.document import DEBITS
from app.domain.money import Money, exponent
from app.services.customer_views import CustomerQuery, CustomerRow, CustomerSort
from app.services.ports import Record
from app.storage.engine import listed
from app.storage.readers.removal import removed_by
from app.storage.schema import (
    alias,
    change_set,
    company,
    customer,
    customer_group,
    document,
    identifier,
    instalment,
    rate,
    region,
    salesperson,
)
from app.storage.store import SqlStore

_DEBIT_KINDS = sorted(kind.value for kind in DEBITS)
_due = func.coalesce(document.c.due_date, document.c.doc_date)
_signed_open = case((document.c.kind.in_(_DEBIT_KINDS), document.c.open), else_=-document.c.open)


class SqlCustomerReader:
    """``app.services.customer_views.CustomerReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def ids(self, query: CustomerQuery, today: date, key: str) -> list[int]:
        """Ids in order; ``key`` is the match key of the query's text."""
        with self._store.reading() as connection:
            statement = select(customer.c.id).where(customer.c.deleted == int(query.deleted))
            for condition in _conditions(query, key):
                statement = statement.where(condition)
            return list(connection.scalars(_ordered(connection, statement, query, today)))

    def rows(self, ids: Sequence[int], today: date) -> list[CustomerRow]:
        """The rows of these ids, in their order; those that are gone are left out."""
        with self._store.reading() as connection:
            balances = _by_customer(connection.execute(_balances(ids)))
            overdue = _by_customer(connection.execute(_overdue(ids, today)))
            latest: dict[int, str] = dict(connection.execute(_latest(ids)).all())
            facts = {row.id: row for row in connection.execute(_facts(ids))}
        return [
            CustomerRow(
                id=row.id,
                code=row.code,
                name=row.name,
                short_name=row.short_name,
                country=row.country,
                currency=row.currency,
                terms=row.terms,
                salesperson=row.salesperson or "",
                region=row.region or "",
                group=row.customer_group or "",
                status=CustomerStatus(row.status),
                balances=balances.get(row.id, ()),
                overdue=overdue.get(row.id, ()),
                last_invoice=date.fromisoformat(latest[row.id]) if row.id in latest else None,
                version=row.version,
                name_en=row.name_en,
            )
            for row in (facts[row_id] for row_id in ids if row_id in facts)
        ]

    def names(self) -> list[tuple[int, str]]:
        """Every live name and alias with the id of its customer."""
        own = select(customer.c.id, customer.c.name).where(customer.c.deleted == 0)
        other = (
            select(alias.c.customer_id, alias.c.name)
            .join(customer, customer.c.id == alias.c.customer_id)
            .where(alias.c.deleted == 0, customer.c.deleted == 0)
        )
        return self._pairs(union_all(own, other))

    def revision(self) -> int:
        """The newest change set: moves with every edit."""
        with self._store.reading() as connection:
            return connection.scalar(select(func.max(change_set.c.id))) or 0

    def named(self, key: str) -> list[tuple[int, str]]:
        """Live customers (id, name) whose name, or an alias of theirs, has this match key."""
        known = select(alias.c.customer_id).where(alias.c.name_key == key, alias.c.deleted == 0)
        return self._pairs(_live_names().where(or_(customer.c.name_key == key, customer.c.id.in_(known))))

    def coded(self, code: str) -> list[tuple[int, str]]:
        """Live customers (id, name) with this code, case aside."""
        return self._pairs(_live_names().where(func.lower(customer.c.code) == code.lower()))

    def identified(self, kind: IdentifierKind, value: str) -> list[tuple[int, str]]:
        """Live customers (id, name) that hold this identifier."""
        holds = select(identifier.c.customer_id).where(
            identifier.c.value == value, identifier.c.kind == kind.value, identifier.c.deleted == 0
        )
        return self._pairs(_live_names().where(customer.c.id.in_(holds)))

    def next_code(self) -> str:
        """The first free code of the form C0001, after the highest in use (the bin included)."""
        form = customer.c.code.regexp_match(r"^C[0-9]{1,9}$")
        with self._store.reading() as connection:
            codes = connection.scalars(select(customer.c.code).where(customer.c.code.like("C%"), form))
            highest = max((int(code[1:]) for code in codes), default=0)
        return f"C{highest + 1:04d}"

    def document_count(self, customer_id: int) -> int:
        """How many live documents the customer has."""
        count = select(func.count()).select_from(document)
        with self._store.reading() as connection:
            found = count.where(document.c.customer_id == customer_id, document.c.deleted == 0)
            return connection.scalar(found) or 0

    def removed_by(self, kind: type[Record], ids: Collection[int]) -> Mapping[int, str]:
        """Under which verb each of these deleted rows last went to the bin."""
        with self._store.reading() as connection:
            return removed_by(connection, kind, ids)

    def _pairs(self, statement: Any) -> list[tuple[int, str]]:
        with self._store.reading() as connection:
            return [(row[0], row[1]) for row in connection.execute(statement)]


def _live_names() -> Select[tuple[int, str]]:
    return select(customer.c.id, customer.c.name).where(customer.c.deleted == 0).order_by(customer.c.id)


def _conditions(query: CustomerQuery, key: str) -> Iterable[ColumnElement[bool]]:
    if query.status is not None:
        yield customer.c.status == query.status.value
    if query.salesperson_id is not None:
        yield customer.c.salesperson_id == query.salesperson_id
    if query.group_id is not None:
        yield customer.c.group_id == query.group_id
    if query.region_id is not None:
        yield customer.c.region_id.in_(regions_below(query.region_id))
    words = query.text.split()
    if words:
        spoken = and_(*(_has(word) for word in words))
        yield or_(spoken, customer.c.name_key.contains(key, autoescape=True)) if key else spoken


def regions_below(region_id: int) -> Select[tuple[int]]:
    """The region and all below it."""
    tree = select(region.c.id).where(region.c.id == region_id).cte("tree", recursive=True)
    tree = tree.union(select(region.c.id).join(tree, region.c.parent_id == tree.c.id))
    return select(tree.c.id)


def _has(word: str) -> ColumnElement[bool]:
    """Whether the word is in a name, code, initials, identifier or alias of the customer."""
    own = ("name", "code", "short_name", "name_en", "initials")
    hits = [customer.c[name].icontains(word, autoescape=True) for name in own]
    for table, column in ((identifier, identifier.c.value), (alias, alias.c.name)):
        found = select(table.c.customer_id).where(
            table.c.deleted == 0, column.icontains(word, autoescape=True)
        )
        hits.append(customer.c.id.in_(found))
    return or_(*hits)


def _ordered(
    connection: Connection, statement: Select[tuple[int]], query: CustomerQuery, today: date
) -> Select[tuple[int]]:
    sort = CustomerSort(query.sort)
    first: ColumnElement[Any]
    if sort in _JOINED:
        table, reference = _JOINED[sort]
        statement = statement.outerjoin(table, table.c.id == customer.c[reference])
        first = table.c.name
    elif sort in {CustomerSort.BALANCE, CustomerSort.OVERDUE, CustomerSort.LAST_INVOICE}:
        figures = _figures(connection, sort, today).subquery()
        statement = statement.outerjoin(figures, figures.c.customer_id == customer.c.id)
        zero = "" if sort is CustomerSort.LAST_INVOICE else 0
        first = func.coalesce(figures.c.figure, zero)
    elif sort is CustomerSort.NAME:
        # Chinese names read by pinyin; names with the same initials stay together by the name.
        first = customer.c.initials
    else:
        first = customer.c[sort.value]
    keys = [first, customer.c.initials, customer.c.name, customer.c.id]
    return statement.order_by(*(key.desc() if query.descending else key for key in keys))


_JOINED = {
    CustomerSort.SALESPERSON: (salesperson, "salesperson_id"),
    CustomerSort.REGION: (region, "region_id"),
    CustomerSort.GROUP: (customer_group, "group_id"),
}


def _figures(connection: Connection, sort: CustomerSort, today: date) -> Select[Any]:
    """(customer_id, figure) of every customer, for ordering alone."""
    if sort is CustomerSort.LAST_INVOICE:
        return (
            select(document.c.customer_id, func.max(document.c.doc_date).label("figure"))
            .where(document.c.kind == "invoice", document.c.deleted == 0)
            .group_by(document.c.customer_id)
        )
    parts = (
        _overdue_parts(today)
        if sort is CustomerSort.OVERDUE
        else [
            select(document.c.customer_id, document.c.currency, _signed_open.label("open")).where(
                document.c.deleted == 0, document.c.open != 0
            )
        ]
    )
    amounts = union_all(*parts).subquery()
    weight = _weights(connection, amounts.c.currency)
    return select(amounts.c.customer_id, func.sum(amounts.c.open * weight).label("figure")).group_by(
        amounts.c.customer_id
    )


def _weights(connection: Connection, currency: ColumnElement[str]) -> ColumnElement[Any]:
    """Base currency per minor unit at each currency's last rate; 1 where there is none.

    A float: it orders rows and is never shown.
    """
    base = connection.scalar(select(company.c.currency)) or ""
    newest = select(rate.c.currency, func.max(rate.c.on)).where(rate.c.deleted == 0).group_by(rate.c.currency)
    weights = {base: 10.0 ** -exponent(base)}
    for code, on in connection.execute(newest).all():
        value = connection.scalar(
            select(rate.c.rate).where(rate.c.currency == code, rate.c.on == on, rate.c.deleted == 0)
        )
        weights[code] = float(Decimal(value or 1).scaleb(-exponent(code)))
    cases = [(currency == code, literal(weight)) for code, weight in weights.items()]
    return case(*cases, else_=literal(0.01))


def _facts(ids: Sequence[int]) -> Select[Any]:
    return (
        select(
            customer,
            salesperson.c.name.label("salesperson"),
            region.c.name.label("region"),
            customer_group.c.name.label("customer_group"),
        )
        .outerjoin(salesperson, salesperson.c.id == customer.c.salesperson_id)
        .outerjoin(region, region.c.id == customer.c.region_id)
        .outerjoin(customer_group, customer_group.c.id == customer.c.group_id)
        .where(customer.c.id.in_(listed(ids)))
    )


def _balances(ids: Sequence[int]) -> Select[Any]:
    """(customer, currency, signed open): what each owes, less what we hold of theirs."""
    return (
        select(document.c.customer_id, document.c.currency, func.sum(_signed_open))
        .where(document.c.customer_id.in_(listed(ids)), document.c.deleted == 0, document.c.open != 0)
        .group_by(document.c.customer_id, document.c.currency)
    )


def _overdue(ids: Sequence[int], today: date) -> Select[Any]:
    """(customer, currency, open past due): age counts from the day after the due date."""
    parts = union_all(
        *(part.where(document.c.customer_id.in_(listed(ids))) for part in _overdue_parts(today))
    ).subquery()
    return select(parts.c.customer_id, parts.c.currency, func.sum(parts.c.open)).group_by(
        parts.c.customer_id, parts.c.currency
    )


def _overdue_parts(today: date) -> list[Select[Any]]:
    """Open debits past due, whole ones and instalments: (customer_id, currency, open)."""
    debit = and_(document.c.kind.in_(_DEBIT_KINDS), document.c.deleted == 0, document.c.open != 0)
    whole = select(document.c.customer_id, document.c.currency, document.c.open.label("open"))
    part = select(document.c.customer_id, document.c.currency, instalment.c.open.label("open"))
    return [
        whole.where(debit, document.c.has_plan == 0, _due < today.isoformat()),
        part.join(instalment, instalment.c.document_id == document.c.id).where(
            debit,
            document.c.has_plan == 1,
            instalment.c.deleted == 0,
            instalment.c.open != 0,
            instalment.c.due_date < today.isoformat(),
        ),
    ]


def _latest(ids: Sequence[int]) -> Select[Any]:
    return (
        select(document.c.customer_id, func.max(document.c.doc_date))
        .where(
            document.c.customer_id.in_(listed(ids)),
            document.c.kind == "invoice",
            document.c.deleted == 0,
        )
        .group_by(document.c.customer_id)
    )


def _by_customer(found: Iterable[tuple[int, str, int]]) -> dict[int, tuple[Money, ...]]:
    amounts: dict[int, list[Money]] = defaultdict(list)
    for customer_id, currency, minor in found:
        if minor:
            amounts[customer_id].append(Money(minor, currency))
    return {key: tuple(sorted(held, key=lambda m: m.currency)) for key, held in amounts.items()}
