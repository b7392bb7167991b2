"""Which column feeds which role: by its title, checked against its values, or as remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.importing import (
    Cell,
    ColumnGuess,
    ColumnMap,
    DateOrder,
    ImportKind,
    RawTable,
    Role,
)
from app.imports import dates
from app.imports.cells import as_text
from app.imports.content import AMOUNTS, DATES, SAMPLE_ROWS, by_content, fits, is_running, sample_columns
from app.imports.currencies import iso
from app.imports.header import is_bucket
from app.imports.numbers import decimal_mark
from app.imports.synonyms import PEOPLE_ONLY, contained, exact, ignored
from app.imports.titles import bare, normal

_CONTAINED = 1000
_TOTAL_TITLES = frozenset({"total", "合计", "合计金额", "总额", "总金额", "grandtotal", "totalamount"})
_PLAIN_AMOUNTS = frozenset({"金额", "amount", "net", "subtotal"})
_GROSS = re.compile(r"价税合计|含税|gross|total")
_WAN = re.compile(r"(单位|金额|元)\s*[:：]?.{0,6}万元|[(（]\s*(人民币)?万元\s*[)）]|单位\s*[:：]\s*万")
_CURRENCY_LINE = re.compile(r"(?:币\s*[种别]|货币|currency)\s*[:：]?\s*([^\s,，;；、)）]+)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(（\[]([^)）\]]+)[)）\]]")
_DOLLAR = re.compile(r"^\(?-?\s*(?:US)?\$")
_SYMBOLS = (("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("HK$", "HKD"), ("₹", "INR"))
# An account code beside these belongs to an invoice line's posting, not to the customer.
_ACCOUNTS = frozenset({"accountcode", "accountnumber", "accountno"})
_OF_A_LINE = frozenset({"unitamount", "unitprice", "lineamount", "taxtype", "quantity", "inventoryitemcode"})
_NAMES_PER_CODE = 2
_TITLE_ROWS = 12
_SAMPLE = 80

# Essential roles choose first, so that a shared name ("Contact") goes where it is needed.
_ORDER = (
    Role.NUMBER, Role.INVOICE_DATE, Role.CUSTOMER, Role.CUSTOMER_CODE, Role.DUE, Role.AMOUNT, Role.OPEN,
    Role.SETTLED, Role.DEBIT, Role.CREDIT, Role.DIRECTION, Role.BALANCE,
)  # fmt: skip

Guessed = dict[Role, tuple[int, str]]


def guess_columns(
    table: RawTable, kind: ImportKind, remembered: ColumnMap | None = None
) -> tuple[ColumnMap, list[ColumnGuess]]:
    """The column map of a table, and for each column why; a remembered map goes before any guess."""
    samples = sample_columns(table)
    if remembered is not None and remembered.kind is kind:
        found = {
            role: (column, "remembered")
            for role, column in remembered.columns.items()
            if column < len(samples)
        }
    else:
        found = _by_title(table.header, samples, kind)
        _settle_code(found, table)
        _by_values(found, samples, kind, table.header)
    columns = _read_settings(table, kind, found, samples)
    if remembered is not None:
        columns = _as_before(columns, remembered)
    return columns, _reasons(found, samples)


def _by_title(titles: Sequence[str], samples: Sequence[list[Cell]], kind: ImportKind) -> Guessed:
    """Each role's best title whose values do not contradict it."""
    claims: dict[Role, list[tuple[int, int, str]]] = {}
    for column, title in enumerate(titles):
        for role, rank, reason in _claims(title, kind):
            if fits(role, samples[column], named=reason == "name"):
                claims.setdefault(role, []).append((rank, column, reason))
    found: Guessed = {}
    taken: set[int] = set()
    for role in [*_ORDER, *(role for role in Role if role not in _ORDER)]:
        free = [claim for claim in claims.get(role, ()) if claim[1] not in taken]
        if free:
            _, column, reason = min(free)
            found[role] = (column, reason)
            taken.add(column)
    if kind is not ImportKind.CUSTOMERS:
        found = {role: place for role, place in found.items() if role not in PEOPLE_ONLY}
    if kind is ImportKind.INVOICES:
        _settle_balance(found, samples)
        _settle_total(found, titles)
        _settle_net(found, titles, samples)
    return found


def _claims(title: str, kind: ImportKind) -> list[tuple[Role, int, str]]:
    """The roles a title may stand for, each with its rank (lower is better) and the reason."""
    form = normal(title)
    if not form or form in ignored() or bare(title) in ignored():
        return []
    names = exact(kind)
    for offset, key in ((0, form), (1, bare(title))):
        if key in names:
            return [(role, rank * 2 + offset, "name") for role, rank in names[key]]
    if is_bucket(title) or "本币" in form:
        return []
    part = contained(title, kind)
    return [(part[0], _CONTAINED + part[1], "content")] if part else []


def _settle_balance(found: Guessed, samples: Sequence[list[Cell]]) -> None:
    """余额 beside 借方 and 贷方, or one that grows by each amount, runs along; else it is what is open."""
    if Role.BALANCE not in found or {Role.DEBIT, Role.CREDIT} <= found.keys():
        return
    amounts = samples[found[Role.AMOUNT][0]] if Role.AMOUNT in found else []
    if not is_running(amounts, samples[found[Role.BALANCE][0]]):
        balance = found.pop(Role.BALANCE)
        found.setdefault(Role.OPEN, balance)


def _settle_total(found: Guessed, titles: Sequence[str]) -> None:
    """A bare total at the end of aging buckets is what is open, not what was invoiced."""
    amount = found.get(Role.AMOUNT)
    if amount is None or Role.OPEN in found or normal(titles[amount[0]]) not in _TOTAL_TITLES:
        return
    if any(map(is_bucket, titles)):
        found[Role.OPEN] = found.pop(Role.AMOUNT)


def _settle_net(found: Guessed, titles: Sequence[str], samples: Sequence[list[Cell]]) -> None:
    """金额 beside 税额 is before tax: with 价税合计 it is only the net, without it net and tax add up."""
    if Role.TAX not in found or Role.NET in found or Role.AMOUNT not in found:
        return
    column = found[Role.AMOUNT][0]
    if normal(titles[column]) == "金额":
        found[Role.NET] = found.pop(Role.AMOUNT)
    elif _GROSS.search(normal(titles[column])):
        taken = {place for place, _ in found.values()}
        for other, title in enumerate(titles):
            free = other not in taken and normal(title) in _PLAIN_AMOUNTS
            if free and fits(Role.NET, samples[other]):
                found[Role.NET] = (other, "name")
                return


def _settle_code(found: Guessed, table: RawTable) -> None:
    """Drop a customer code that is none: the general ledger's account, or one code over many names."""
    if Role.CUSTOMER_CODE not in found or Role.CUSTOMER not in found:
        return
    code, name = found[Role.CUSTOMER_CODE][0], found[Role.CUSTOMER][0]
    posted = normal(table.header[code]) in _ACCOUNTS and any(normal(t) in _OF_A_LINE for t in table.header)
    if posted or _shared(table, code, name):
        del found[Role.CUSTOMER_CODE]


def _shared(table: RawTable, code: int, name: int) -> bool:
    """True when codes stand for several names each, as an account or a branch does."""
    pairs = {
        (as_text(row[code]), as_text(row[name]))
        for row in table.rows[_data_start(table) :][:SAMPLE_ROWS]
        if max(code, name) < len(row) and row[code] and row[name]
    }
    return len(pairs) > _NAMES_PER_CODE * len({code for code, _ in pairs})


def _by_values(
    found: Guessed, samples: Sequence[list[Cell]], kind: ImportKind, titles: Sequence[str]
) -> None:
    """Give what is still missing to the first free column whose values suggest it."""
    wanted = {Role.CUSTOMER} if kind is ImportKind.CUSTOMERS else {Role.CUSTOMER, Role.INVOICE_DATE}
    if kind is ImportKind.INVOICES:
        wanted.add(Role.NUMBER)
    if not found.keys() & (AMOUNTS - {Role.TAX}) and kind is not ImportKind.CUSTOMERS:
        wanted.add(Role.AMOUNT)
    if Role.CUSTOMER_CODE in found:
        wanted.discard(Role.CUSTOMER)
    taken = {column for column, _ in found.values()}
    for column, cells in enumerate(samples):
        if column in taken or (column < len(titles) and _known(titles[column])):
            continue
        role = by_content(cells)
        if role in wanted and role not in found:
            found[role] = (column, "content")


def _known(title: str) -> bool:
    """True for a column that is surely something else: a bucket, a line's price, a running number."""
    return bool(title) and (normal(title) in ignored() or is_bucket(title))


def _read_settings(
    table: RawTable, kind: ImportKind, found: Guessed, samples: Sequence[list[Cell]]
) -> ColumnMap:
    """The map with the order of its dates, its decimal mark, unit and currency found out."""
    columns = {role: column for role, (column, _) in found.items()}
    heads = [as_text(cell) for row in table.rows[: _title_end(table)] for cell in row if cell]
    amounts = [columns[role] for role in columns if role in AMOUNTS]
    amount_titles = [table.header[c] for c in amounts if c < len(table.header)]
    currency = _currency(heads, amount_titles, [c for column in amounts for c in samples[column]])
    places = [columns[role] for role in columns if role in DATES]
    orders, ambiguous = _date_orders(table, places, american=currency == "USD")
    default = "," if table.delimiter == ";" else "."
    return ColumnMap(
        kind=kind,
        columns=columns,
        date_orders=orders,
        ambiguous=ambiguous,
        decimal=decimal_mark((c for column in amounts for c in _column(table, column)), default),
        unit=Decimal(10_000) if any(map(_WAN.search, heads + amount_titles)) else Decimal(1),
        currency=currency,
    )


def _title_end(table: RawTable) -> int:
    """How many rows stand above the header, as far as they are read."""
    return min(max(table.header_row - 1, 0), _TITLE_ROWS)


def _column(table: RawTable, column: int) -> Iterable[Cell]:
    """All cells of a column below the header."""
    return (row[column] for row in table.rows[_data_start(table) :] if column < len(row))


def _data_start(table: RawTable) -> int:
    """The first row below the header, counted from 0."""
    return table.header_row + table.header_rows - 1 if table.header_row else 0


def _date_orders(
    table: RawTable, columns: Sequence[int], *, american: bool
) -> tuple[dict[int, DateOrder], tuple[int, ...]]:
    """The order of each date column from all its values; an open one follows a decided one."""
    default = DateOrder.MDY if american else DateOrder.DMY
    decisions = {column: dates.decide(_column(table, column), default) for column in columns}
    sure = {
        decision.order
        for decision in decisions.values()
        if decision and not decision.ambiguous and decision.order is not DateOrder.YMD
    }
    orders, ambiguous = {}, []
    for column, decision in decisions.items():
        if decision is None:
            continue
        orders[column] = decision.order
        if decision.ambiguous and len(sure) == 1:
            orders[column] = next(iter(sure))
        elif decision.ambiguous:
            ambiguous.append(column)
    return orders, tuple(ambiguous)


def _currency(heads: Sequence[str], titles: Sequence[str], cells: Sequence[Cell]) -> str:
    """The one currency that the title rows, the amount titles or the amounts themselves name, or ""."""
    for head in heads:
        named = _CURRENCY_LINE.search(head)
        if named and iso(named[1]):
            return iso(named[1]) or ""
    inside = {iso(found[1]) for title in titles if (found := _IN_BRACKETS.search(title))}
    inside -= {None, "", "CNY"} if any("元)" in t or "元）" in t for t in titles) else {None, ""}
    if len(inside) == 1:
        return inside.pop() or ""
    texts = [cell for cell in cells if isinstance(cell, str)]
    for symbol, currency in _SYMBOLS:
        if any(symbol in text for text in texts):
            rest = [text for text in texts if any(c.isdigit() for c in text) and symbol not in text]
            return currency if not rest else ""
    return "USD" if texts and any(map(_DOLLAR.match, texts)) else ""


def _as_before(columns: ColumnMap, remembered: ColumnMap) -> ColumnMap:
    """The remembered answers where this file leaves the question open."""
    before = remembered.date_orders
    told = {c: before[c] for c in columns.ambiguous if c in before and c not in remembered.ambiguous}
    return replace(
        columns,
        date_orders={**columns.date_orders, **told},
        ambiguous=tuple(column for column in columns.ambiguous if column not in told),
        unit=remembered.unit if columns.unit == 1 else columns.unit,
        currency=columns.currency or remembered.currency,
    )


def _reasons(found: Guessed, samples: Sequence[list[Cell]]) -> list[ColumnGuess]:
    """For each column its role, why, and a first value."""
    roles = {column: (role, reason) for role, (column, reason) in found.items()}
    guesses = []
    for column, cells in enumerate(samples):
        role, reason = roles.get(column, (None, ""))
        guesses.append(ColumnGuess(role, reason, as_text(cells[0])[:_SAMPLE] if cells else ""))
    return guesses
