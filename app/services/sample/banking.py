"""The bank's side of the story: accounts, two statements, lines that wait, payers known, bills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.bank import BankAccount, BankLine, BankStatement, LineState, Payer, PayerKind
from app.domain.bill import Bill, BillCover
from app.domain.document import DocumentKind
from app.domain.names import match_key
from app.services.sample.account import Account, Post

_BANK = "样例银行宁波北仑支行"
_SPLIT, _START = 11, 24
"""How many days before the as-of day the statements part, and the first begins."""
_OPENING = 186_420_500
_KNOWN = 14


@dataclass
class Banking:
    """Rows of one type each, numbered from 1."""

    accounts: list[BankAccount] = field(default_factory=list)
    statements: list[BankStatement] = field(default_factory=list)
    lines: list[BankLine] = field(default_factory=list)
    payers: list[Payer] = field(default_factory=list)
    bills: list[Bill] = field(default_factory=list)
    covers: list[BillCover] = field(default_factory=list)


def bank(accounts: Iterable[tuple[int, Account]], as_of: date) -> Banking:
    """Two statements of the account in yuan, with the receipts of their days as lines, and bills."""
    people = list(accounts)
    made = Banking()
    made.accounts = [
        BankAccount("人民币基本户", "CNY", _BANK, "6200 0000 0000 0000 088", id=1),
        BankAccount("美元结算户", "USD", _BANK, "6200 0000 0000 0001 840", "SAMPCNBNXXX", id=2),
    ]
    for customer_id, account in people:
        _add_bills(made, customer_id, account)
    by_bill = {bill.receipt_id for bill in made.bills}
    lines = list(_applied(people, as_of, by_bill)) + list(_waiting(people, as_of))
    _state(made, lines, as_of)
    made.payers = list(_payers(people))
    return made


@dataclass(frozen=True, slots=True)
class _Line:
    """A line to be."""

    on: date
    amount: int
    payer: str
    account: str
    text: str
    state: LineState
    customer_id: int | None = None
    document_id: int | None = None


def account_number(code: str) -> str:
    """A customer's made-up account number."""
    return f"6217 0000 {code[1:]} {int(code[1:]) * 7919 % 10_000:04d}"


def _applied(people: list[tuple[int, Account]], as_of: date, by_bill: set[int | None]) -> Iterator[_Line]:
    first, last = as_of - timedelta(_START), as_of - timedelta(1)
    for customer_id, account in people:
        profile = account.profile
        for post in account.posts:
            if post.kind is not DocumentKind.RECEIPT or profile.currency != "CNY":
                continue
            if first <= post.on <= last and post.id not in by_bill:
                used = post.open < post.amount
                state = LineState.APPLIED if used else LineState.UNALLOCATED
                text = f"货款 {post.reference}".strip() if used else "货款"
                yield _Line(
                    post.on,
                    post.amount,
                    profile.name,
                    account_number(profile.code),
                    text,
                    state,
                    customer_id,
                    post.id,
                )


def _waiting(people: list[tuple[int, Account]], as_of: date) -> Iterator[_Line]:
    """Two that nobody could place, one from nobody's customer, one short by the bank's charge."""
    yesterday = as_of - timedelta(1)
    by_code = {account.profile.code: account for _, account in people}
    due = _oldest(by_code["C1008"], as_of)
    if due is not None:
        payer, number = by_code["C1008"].profile, account_number("C1008")
        yield _Line(
            yesterday, due.open - 1500, payer.name, number, f"货款 {due.number} 扣手续费", LineState.WAITING
        )
    yield _Line(yesterday, 4_860_000, "宁波甬砺贸易商行", "6217 0000 9001 5501", "往来款", LineState.WAITING)
    yield _Line(
        as_of - timedelta(2), 1_350_000, "李建明", "6217 0000 9002 1187", "代付货款", LineState.WAITING
    )
    yield _Line(
        as_of - timedelta(3),
        38_642,
        "国网样例供电公司",
        "6217 0000 9003 4406",
        "电费退款",
        LineState.WAITING,
    )
    yield _Line(as_of - timedelta(16), 9_215, _BANK, "", "活期存款结息", LineState.IGNORED)


def _oldest(account: Account, as_of: date) -> Post | None:
    return next((post for post in account.open_debits() if not post.parts and post.on < as_of), None)


def _state(made: Banking, lines: list[_Line], as_of: date) -> None:
    """Lay the lines on the two statements."""
    split, start = as_of - timedelta(_SPLIT), as_of - timedelta(_START)
    balance = _OPENING
    spans = ((start, split - timedelta(1)), (split, as_of - timedelta(1)))
    for number, (first, last) in enumerate(spans, 1):
        mine = sorted((one for one in lines if first <= one.on <= last), key=lambda one: (one.on, one.text))
        closing = balance + sum(one.amount for one in mine)
        name = f"人民币基本户 {first:%Y%m%d}-{last:%Y%m%d}.csv"
        made.statements.append(
            BankStatement(
                1, name, "table", f"sample-{number}", "CNY", first, last, balance, closing, id=number
            )
        )
        balance = closing
        for one in mine:
            made.lines.append(_stored(one, number, len(made.lines) + 1))


def _stored(line: _Line, statement: int, number: int) -> BankLine:
    return BankLine(
        statement,
        1,
        f"sample:{number}",
        line.on,
        line.amount,
        "CNY",
        payer=line.payer,
        payer_key=match_key(line.payer),
        payer_account=line.account,
        text=line.text,
        state=line.state,
        customer_id=line.customer_id,
        document_id=line.document_id,
        id=number,
    )


def _payers(people: list[tuple[int, Account]]) -> Iterator[Payer]:
    home = [(n, account.profile) for n, account in people if account.profile.currency == "CNY"]
    for customer_id, profile in home[:_KNOWN]:
        number = account_number(profile.code)
        yield Payer(PayerKind.ACCOUNT, number.replace(" ", ""), customer_id, number)
    yield Payer(PayerKind.NAME, match_key(_BANK), None, _BANK)


def _add_bills(made: Banking, customer_id: int, account: Account) -> None:
    for paper in account.papers:
        bill_id = len(made.bills) + 1
        made.bills.append(
            Bill(
                customer_id,
                paper.kind,
                f"1 3333 20 0{paper.received:%y%m%d} {bill_id:05d}",
                paper.received,
                paper.due,
                account.profile.currency,
                paper.amount,
                issued_on=paper.received - timedelta(2),
                drawer=account.profile.name,
                acceptor=account.profile.name if paper.kind == "commercial_acceptance" else "样例银行",
                passed_on=paper.passed,
                passed_how=paper.passed_how,
                passed_to=paper.passed_to,
                charge=paper.charge,
                ended_on=paper.ended,
                ended_how=paper.ended_how,
                receipt_id=paper.receipt.id if paper.receipt else None,
                note=paper.note,
                id=bill_id,
            )
        )
        made.covers += [BillCover(bill_id, post.id, amount) for post, amount in paper.covers if amount > 0]
