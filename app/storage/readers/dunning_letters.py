"""Letters in SQL: ids in order, the rows of the ids on screen, and the lines of one letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, or_, select

from app.domain.letter import LetterLine, LetterState
from app.services.dunning_views import LetterLineRow, LetterQuery, LetterRow
from app.storage.collect_schema import letter, letter_line
from app.storage.engine import listed
from app.storage.rows import find_rows
from app.storage.schema import customer, document, instalment

_SHOWN = (LetterState.DRAFT.value, LetterState.SENT.value)
_left = func.coalesce(instalment.c.open, document.c.open)


def letter_ids(connection: Connection, query: LetterQuery) -> list[int]:
    """Ids of letters, newest first: by the day they were sent, or else run."""
    on = func.coalesce(letter.c.sent_on, letter.c.run_on)
    found = select(letter.c.id).where(letter.c.deleted == 0, *_conditions(query))
    found = found.order_by(on.desc(), letter.c.id.desc())
    return list(connection.scalars(found.limit(query.limit) if query.limit else found))


def _conditions(query: LetterQuery) -> Iterable[ColumnElement[bool]]:
    yield letter.c.state.in_(_SHOWN) if query.state is None else letter.c.state == query.state.value
    if query.customer_id is not None:
        yield letter.c.customer_id == query.customer_id
    if query.run_on is not None:
        yield letter.c.run_on == query.run_on.isoformat()
    for word in query.text.split():
        names = ("name", "short_name", "name_en", "code", "initials")
        named = select(customer.c.id).where(
            or_(*(customer.c[name].icontains(word, autoescape=True) for name in names))
        )
        yield or_(letter.c.number.icontains(word, autoescape=True), letter.c.customer_id.in_(named))


def letter_rows(connection: Connection, ids: Sequence[int]) -> list[LetterRow]:
    """The list's rows of these ids, in their order."""
    lines = (
        select(
            letter_line.c.letter_id,
            func.count().label("lines"),
            func.sum(case((_left > 0, _left), else_=0)).label("open"),
        )
        .join(document, document.c.id == letter_line.c.document_id)
        .outerjoin(instalment, instalment.c.id == letter_line.c.instalment_id)
        .where(letter_line.c.letter_id.in_(listed(ids)), letter_line.c.deleted == 0)
        .group_by(letter_line.c.letter_id)
        .subquery()
    )
    query = (
        select(letter, customer.c.name.label("customer"), customer.c.code.label("customer_code"))
        .add_columns(
            customer.c.name_en.label("customer_en"),
            func.coalesce(lines.c.lines, 0).label("lines"),
            func.coalesce(lines.c.open, 0).label("open"),
        )
        .join(customer, customer.c.id == letter.c.customer_id)
        .outerjoin(lines, lines.c.letter_id == letter.c.id)
        .where(letter.c.id.in_(listed(ids)))
    )
    rows = {row.id: _row(row) for row in connection.execute(query)}
    return [rows[one] for one in ids if one in rows]


def _row(row: Row[Any]) -> LetterRow:
    sent = row.state == LetterState.SENT.value
    return LetterRow(
        id=row.id,
        number=row.number,
        customer_id=row.customer_id,
        customer=row.customer,
        currency=row.currency,
        template=row.template,
        level=row.level,
        policy=row.policy,
        state=LetterState(row.state),
        language=row.language,
        channel=row.channel,
        run_on=date.fromisoformat(row.run_on),
        pay_by=_day(row.pay_by),
        amount=row.amount,
        fee=row.fee,
        lines=row.lines,
        open=row.open,
        sent_on=_day(row.sent_on),
        delivered_on=_day(row.delivered_on),
        proof=row.proof,
        resolved=bool(sent and row.lines and row.open <= 0),
        customer_code=row.customer_code,
        customer_en=row.customer_en,
        reply=row.reply,
        replied_on=_day(row.replied_on),
    )


def letter_lines(connection: Connection, letter_id: int) -> tuple[LetterLineRow, ...]:
    """The lines of a letter, oldest due first."""
    stored = find_rows(connection, LetterLine, letter_id=letter_id)
    facts = {row.id: row for row in connection.execute(_facts([line.id for line in stored]))}
    rows = [_line(line, facts[line.id]) for line in stored]
    return tuple(sorted(rows, key=lambda row: (row.line.due_date, row.doc_date, row.line.id)))


def _facts(ids: Sequence[int]) -> Select[Any]:
    return (
        select(
            letter_line.c.id,
            document.c.number,
            document.c.doc_date,
            document.c.contract,
            document.c.reference,
            document.c.amount,
            _left.label("open"),
            func.coalesce(instalment.c.seq, 0).label("seq"),
            letter.c.run_on,
            letter.c.sent_on,
        )
        .join(document, document.c.id == letter_line.c.document_id)
        .join(letter, letter.c.id == letter_line.c.letter_id)
        .outerjoin(
            instalment, and_(instalment.c.id == letter_line.c.instalment_id, instalment.c.deleted == 0)
        )
        .where(letter_line.c.id.in_(listed(ids)))
    )


def _line(line: LetterLine, row: Row[Any]) -> LetterLineRow:
    written = date.fromisoformat(row.run_on)
    return LetterLineRow(
        line,
        row.number,
        date.fromisoformat(row.doc_date),
        row.contract,
        row.reference,
        row.amount,
        row.open,
        (written - line.due_date).days,
        row.seq,
    )


def numbers_like(connection: Connection, prefix: str) -> list[str]:
    """Letter numbers in use (the bin included) that begin with ``prefix``."""
    within = letter.c.number.between(prefix, prefix + "\uffff")
    return list(connection.scalars(select(letter.c.number).where(within)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
