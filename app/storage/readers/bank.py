"""Bank lines, and what they can be matched with, in SQL."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, or_, select

from app.domain.allocation import OpenPart
from app.domain.bank import LineState, PayerKind
from app.domain.cash_match_book import Book, BookDebit, BookReceipt
from app.domain.cash_matcher import account_key
from app.domain.document import DEBITS, DocumentKind
from app.domain.money import Money
from app.domain.names import match_key
from app.services.bank_views import BankLineRow, BankQueueQuery, BankSort, UnmatchedReceipts
from app.services.reversal import TAKEN_BACK
from app.storage.collect_schema import bank_account, bank_line, bank_statement, payer
from app.storage.engine import listed
from app.storage.readers.importing import SqlImportLedger
from app.storage.schema import alias, allocation, company, customer, document, instalment, rate

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_DEBIT_KINDS = sorted(kind.value for kind in DEBITS)
_RECEIPT = DocumentKind.RECEIPT.value
_LONGEST_RETURN = timedelta(400)
_DAYS_APART = timedelta(5)
_MADE = (LineState.APPLIED.value, LineState.UNALLOCATED.value)
_SORTS = {
    BankSort.ON: bank_line.c.on,
    BankSort.AMOUNT: bank_line.c.amount,
    BankSort.PAYER: bank_line.c.payer,
    BankSort.STATE: bank_line.c.state,
}


class SqlBankReader:
    """``app.services.bank_views.BankReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._ledger = SqlImportLedger(store)

    def revision(self) -> int:
        """The newest change set: moves with every edit."""
        return self._ledger.revision()

    def keys(self, account_id: int, keys: Collection[str]) -> Collection[str]:
        """Those of the keys that the account has live lines for."""
        query = select(bank_line.c.key).where(
            bank_line.c.account_id == account_id, bank_line.c.deleted == 0, bank_line.c.key.in_(listed(keys))
        )
        with self._store.reading() as connection:
            return frozenset(connection.scalars(query))

    def alike(self, account_id: int, days: Collection[date]) -> Mapping[tuple[date, int], int]:
        """How many lines the account has per day and amount on these days."""
        if not days:
            return {}
        query = (
            select(bank_line.c.on, bank_line.c.amount, func.count())
            .where(bank_line.c.account_id == account_id, bank_line.c.deleted == 0)
            .where(bank_line.c.on.between(min(days).isoformat(), max(days).isoformat()))
            .group_by(bank_line.c.on, bank_line.c.amount)
        )
        with self._store.reading() as connection:
            return {(date.fromisoformat(on), amount): n for on, amount, n in connection.execute(query)}

    def book(self, amounts: Collection[int], start: date, end: date) -> Book:
        """What lines of these amounts and days can be matched with."""
        with self._store.reading() as connection:
            known: dict[str, dict[str, int | None]] = {kind.value: {} for kind in PayerKind}
            for kind, key, owner in connection.execute(_payers()):
                known[kind][key] = owner
            names, own, accounts = _customers(connection.execute(_people()))
            aliases: dict[str, set[int]] = defaultdict(set)
            for key, owner in connection.execute(_aliases()):
                aliases[key].add(owner)
            return Book(
                debits=tuple(_debits(connection.execute(_open_debits()))),
                customers=names,
                names=_frozen(own),
                aliases=_frozen(aliases),
                accounts={**accounts, **known[PayerKind.ACCOUNT.value]},
                payers=known[PayerKind.NAME.value],
                receipts=tuple(map(_receipt, connection.execute(_receipts(amounts, start, end)))),
                rates=self.rates(end),
                revision=self.revision(),
            )

    def ids(self, query: BankQueueQuery) -> list[int]:
        """Line ids in order."""
        statement = select(bank_line.c.id).where(bank_line.c.deleted == 0, *_conditions(query))
        first = _SORTS[BankSort(query.sort)]
        keys = [first, bank_line.c.id]
        with self._store.reading() as connection:
            return list(
                connection.scalars(
                    statement.order_by(*(key.desc() if query.descending else key for key in keys))
                )
            )

    def rows(self, ids: Sequence[int]) -> list[BankLineRow]:
        """The lines of these ids in their order, without proposals."""
        query = (
            select(
                bank_line,
                bank_account.c.name.label("account"),
                customer.c.name.label("customer"),
                document.c.number.label("made"),
            )
            .join(bank_account, bank_account.c.id == bank_line.c.account_id)
            .outerjoin(customer, customer.c.id == bank_line.c.customer_id)
            .outerjoin(document, and_(document.c.id == bank_line.c.document_id, document.c.deleted == 0))
            .where(bank_line.c.id.in_(listed(ids)))
        )
        with self._store.reading() as connection:
            found = {row.id: _row(row) for row in connection.execute(query)}
        return [found[row_id] for row_id in ids if row_id in found]

    def counts(self) -> Mapping[str, int]:
        """How many lines are in each state."""
        query = (
            select(bank_line.c.state, func.count())
            .where(bank_line.c.deleted == 0)
            .group_by(bank_line.c.state)
        )
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def unmatched(self, as_of: date) -> UnmatchedReceipts:
        """What is not yet set against invoices on a day."""
        day = as_of.isoformat()
        totals: Counter[str] = Counter()
        with self._store.reading() as connection:
            waiting = connection.execute(_waiting(day)).all()
            on_account = connection.execute(_on_account(day)).all()
            statement = connection.scalar(
                select(func.max(bank_statement.c.end)).where(
                    bank_statement.c.deleted == 0, bank_statement.c.end <= day
                )
            )
            receipt = connection.scalar(
                select(func.max(document.c.doc_date)).where(
                    document.c.kind == _RECEIPT, document.c.deleted == 0, document.c.doc_date <= day
                )
            )
        for currency, amount, _ in (*waiting, *on_account):
            totals[currency] += amount
        lines, receipts = sum(row[2] for row in waiting), sum(row[2] for row in on_account)
        return UnmatchedReceipts(
            lines + receipts,
            tuple(Money(amount, currency) for currency, amount in sorted(totals.items())),
            _day(statement),
            _day(receipt),
            lines,
            receipts,
        )

    def rates(self, on: date) -> Mapping[str, Decimal]:
        """The last rate on or before a day per currency: base units per unit; one for the base itself."""
        query = (
            select(rate.c.currency, rate.c.rate)
            .where(rate.c.deleted == 0, rate.c.on <= on.isoformat())
            .order_by(rate.c.on, rate.c.id)
        )
        with self._store.reading() as connection:
            own = connection.scalar(select(company.c.currency)) or ""
            found = {row.currency: Decimal(row.rate) for row in connection.execute(query)}
        return {**found, own: Decimal(1)}

    def numbers_like(self, prefix: str) -> list[str]:
        """Document numbers in use (the bin included) that begin with ``prefix``."""
        within = document.c.number.between(prefix, prefix + "\uffff")
        with self._store.reading() as connection:
            return list(connection.scalars(select(document.c.number).where(within)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _frozen(found: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    return {key: frozenset(owners) for key, owners in found.items()}


# -- what can be matched ---------------------------------------------------------------------------


def _payers() -> Select[Any]:
    gone = select(customer.c.id).where(customer.c.deleted == 1)
    known = select(payer.c.kind, payer.c.key, payer.c.customer_id).where(payer.c.deleted == 0)
    return known.where(or_(payer.c.customer_id.is_(None), payer.c.customer_id.not_in(gone)))


def _people() -> Select[Any]:
    return select(
        customer.c.id,
        customer.c.name,
        customer.c.name_key,
        customer.c.short_name,
        customer.c.name_en,
        customer.c.bank_account,
    ).where(customer.c.deleted == 0)


def _aliases() -> Select[Any]:
    return (
        select(alias.c.name_key, alias.c.customer_id)
        .join(customer, customer.c.id == alias.c.customer_id)
        .where(alias.c.deleted == 0, customer.c.deleted == 0)
    )


def _customers(
    rows: Iterable[Row[Any]],
) -> tuple[dict[int, str], dict[str, set[int]], dict[str, int | None]]:
    """Names by customer, customers by the keys of their names, customers by their account numbers."""
    names: dict[int, str] = {}
    keys: dict[str, set[int]] = defaultdict(set)
    accounts: dict[str, int | None] = {}
    for row in rows:
        names[row.id] = row.name
        for key in {row.name_key, *(match_key(name) for name in (row.short_name, row.name_en) if name)}:
            if key:
                keys[key].add(row.id)
        if row.bank_account and (key := account_key(row.bank_account)):
            accounts.setdefault(key, row.id)
    return names, keys, accounts


def _open_debits() -> Select[Any]:
    due = func.coalesce(document.c.due_date, document.c.doc_date)
    house = select(company.c.terms).limit(1).scalar_subquery()
    said = func.coalesce(func.nullif(document.c.terms, ""), func.nullif(customer.c.terms, ""), house)
    terms = case((document.c.kind == DocumentKind.INVOICE.value, said), else_="")
    return (
        select(
            document.c.id, document.c.number, document.c.customer_id, document.c.currency,
            document.c.doc_date, due.label("due"), document.c.open, document.c.reference,
            document.c.contract, instalment.c.id.label("part"), instalment.c.due_date,
            instalment.c.open.label("left"), document.c.amount, terms.label("terms"),
        )
        .join(customer, customer.c.id == document.c.customer_id)
        .outerjoin(
            instalment,
            and_(
                instalment.c.document_id == document.c.id,
                instalment.c.deleted == 0,
                document.c.has_plan == 1,
            ),
        )
        .where(document.c.kind.in_(_DEBIT_KINDS), document.c.deleted == 0, document.c.open != 0)
        .order_by(document.c.id, instalment.c.seq)
    )  # fmt: skip


def _debits(rows: Iterable[Row[Any]]) -> Iterable[BookDebit]:
    days: dict[str, date] = {}

    def day(text: str) -> date:
        return days.setdefault(text, date.fromisoformat(text))

    parts: dict[int, list[OpenPart]] = defaultdict(list)
    facts: dict[int, Row[Any]] = {}
    for row in rows:
        facts[row.id] = row
        due, left = (row.due, row.open) if row.part is None else (row.due_date, row.left)
        parts[row.id].append(OpenPart(row.part, day(due), left))
    for key, row in facts.items():
        yield BookDebit(
            key, row.number, row.customer_id, row.currency, day(row.doc_date), tuple(parts[key]),
            row.reference, row.contract, row.amount, row.terms,
        )  # fmt: skip


def _receipts(amounts: Collection[int], start: date, end: date) -> Select[Any]:
    """Receipts near the lines' days, or old enough to come back, of the lines' own amounts."""
    refund = document.alias("refund")
    back = (
        select(func.coalesce(func.sum(allocation.c.credit_amount), 0))
        .join(refund, refund.c.id == allocation.c.debit_id)
        .where(
            allocation.c.credit_id == document.c.id,
            allocation.c.deleted == 0,
            refund.c.reason.in_(sorted(TAKEN_BACK)),
        )
        .scalar_subquery()
    )
    linked = exists().where(
        bank_line.c.document_id == document.c.id, bank_line.c.deleted == 0, bank_line.c.state.in_(_MADE)
    )
    return select(
        document.c.id, document.c.number, document.c.customer_id, document.c.currency, document.c.doc_date,
        (document.c.amount - back).label("left"), linked.label("linked"), document.c.reference,
    ).where(
        document.c.kind == _RECEIPT,
        document.c.deleted == 0,
        document.c.inferred == 0,
        document.c.doc_date.between((start - _LONGEST_RETURN).isoformat(), (end + _DAYS_APART).isoformat()),
        document.c.amount.in_(listed({abs(amount) for amount in amounts})),
    )  # fmt: skip


def _receipt(row: Row[Any]) -> BookReceipt:
    on = date.fromisoformat(row.doc_date)
    linked = bool(row.linked)
    return BookReceipt(row.id, row.number, row.customer_id, row.currency, on, row.left, linked, row.reference)


# -- the queue -------------------------------------------------------------------------------------


def _conditions(query: BankQueueQuery) -> Iterable[ColumnElement[bool]]:
    if query.state:
        yield bank_line.c.state == str(query.state)
    if query.account_id is not None:
        yield bank_line.c.account_id == query.account_id
    for word in query.text.split():
        fields = ("payer", "text", "reference", "payer_account")
        named = select(customer.c.id).where(customer.c.name.icontains(word, autoescape=True))
        yield or_(
            *(bank_line.c[name].icontains(word, autoescape=True) for name in fields),
            bank_line.c.customer_id.in_(named),
        )


def _row(row: Row[Any]) -> BankLineRow:
    state = LineState(row.state)
    decided = state is not LineState.WAITING
    return BankLineRow(
        id=row.id,
        on=date.fromisoformat(row.on),
        amount=row.amount,
        currency=row.currency,
        payer=row.payer,
        payer_account=row.payer_account,
        text=row.text,
        reference=row.reference,
        state=state,
        account_id=row.account_id,
        account=row.account,
        customer_id=row.customer_id if decided else None,
        customer=(row.customer or "") if decided else "",
        document_id=row.document_id if decided else None,
        document=(row.made or "") if decided else "",
    )


def _waiting(day: str) -> Select[Any]:
    """Money in that nobody decided on: currency, sum, count."""
    return (
        select(bank_line.c.currency, func.sum(bank_line.c.amount), func.count())
        .where(bank_line.c.deleted == 0, bank_line.c.state == LineState.WAITING.value)
        .where(bank_line.c.amount > 0, bank_line.c.on <= day)
        .group_by(bank_line.c.currency)
    )


def _on_account(day: str) -> Select[Any]:
    """Receipts with an unallocated rest on the day: currency, sum, count."""
    used = (
        select(func.coalesce(func.sum(allocation.c.credit_amount), 0))
        .where(allocation.c.credit_id == document.c.id, allocation.c.deleted == 0, allocation.c.date <= day)
        .scalar_subquery()
    )
    # A receipt open on an earlier day has an allocation after it, or is open still.
    later = exists().where(
        allocation.c.credit_id == document.c.id, allocation.c.deleted == 0, allocation.c.date > day
    )
    left = (
        select(document.c.currency, (document.c.amount - used).label("left"))
        .where(document.c.kind == _RECEIPT, document.c.deleted == 0, document.c.doc_date <= day)
        .where(or_(document.c.open != 0, later))
        .subquery()
    )
    return (
        select(left.c.currency, func.sum(left.c.left), func.count())
        .where(left.c.left > 0)
        .group_by(left.c.currency)
    )
