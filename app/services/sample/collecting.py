"""What collecting left behind with some customers: plans, bills, an old debt, money on a debt given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from app.domain.bill import BillEnd, BillKind, BillPass
from app.domain.document import DocumentKind
from app.services.sample.account import Account, Agreement, Paper, Post
from app.services.sample.habits import working_day
from app.services.sample.trade import amount_near, due_date

_LIMITATION_DAYS = 3 * 365
_DRAFT = "银行承兑汇票"


def gather(account: Account, rng: Random, as_of: date) -> None:
    """Let happen what the catalogue says of collecting, in a fixed order."""
    for name, happen in _EVENTS.items():
        if name in account.profile.incidents:
            happen(account, rng, as_of)


def _old_debt(account: Account, rng: Random, as_of: date) -> None:
    """A retention that nobody paid nor acknowledged: its limitation period ends in eighty days."""
    del rng
    due = as_of - timedelta(_LIMITATION_DAYS - 80)
    account.post(
        Post(
            DocumentKind.INVOICE,
            due - timedelta(60),
            account.profile.size * 46,
            due=due,
            terms="net 60",
            reference="质保金",
            note="设备质保金，验收争议后一直未付",
            dunning_block="等法务核对验收单",
        )
    )


def _agreed(
    account: Account, rng: Random, as_of: date, days_ago: int, dues: list[int], note: str
) -> Agreement:
    """A plan over two deliveries that the customer could not pay."""
    profile, agreed = account.profile, as_of - timedelta(days_ago)
    items: list[tuple[Post, int, int]] = []
    for before in (104, 76):
        day = working_day(agreed - timedelta(before))
        amount = amount_near(rng, profile.size, profile.currency)
        due = due_date(profile.terms, day)
        delivery = Post(DocumentKind.INVOICE, day, amount, due=due, terms=profile.terms)
        items.append((account.post(delivery), amount, 0))
    total = sum(amount for _, amount, _ in items)
    share = total // len(dues) // 100 * 100
    amounts = [share] * (len(dues) - 1)
    parts = [
        (as_of + timedelta(day), amount)
        for day, amount in zip(dues, [*amounts, total - sum(amounts)], strict=True)
    ]
    made = Agreement(agreed, items, parts, note=note)
    account.agreements.append(made)
    return made


def _pay(account: Account, agreement: Agreement, part: int, day: date) -> None:
    amount = agreement.parts[part][1]
    receipt = account.post(Post(DocumentKind.RECEIPT, day, amount, note=f"还款计划第 {part + 1} 期"))
    for post, _, _ in agreement.items:
        account.match(post, receipt, day, receipt.open)


def _plan_running(account: Account, rng: Random, as_of: date) -> None:
    made = _agreed(account, rng, as_of, 44, [-25, 5, 35, 65], "客户资金紧张，分四期付清")
    _pay(account, made, 0, as_of - timedelta(26))


def _plan_broken(account: Account, rng: Random, as_of: date) -> None:
    made = _agreed(account, rng, as_of, 68, [-38, -8, 22], "首期已付，二期未到")
    _pay(account, made, 0, as_of - timedelta(38))


def _recovery(account: Account, rng: Random, as_of: date) -> None:
    """Part of a debt given up comes back from the insolvency: the write-off is taken back to that extent."""
    del rng
    lost = [match for match in account.matches if match.credit.kind is DocumentKind.WRITE_OFF]
    if not lost:
        return
    match = max(lost, key=lambda one: one.amount)
    day = max(as_of - timedelta(6), match.on)
    amount = match.amount * 18 // 100
    account.take_back(match, day, amount)
    refund = account.post(
        Post(DocumentKind.REFUND, day, amount, due=day, reason="recovery", note="坏账收回", original=None)
    )
    account.match(refund, match.credit, day, amount)
    receipt = account.post(Post(DocumentKind.RECEIPT, day, amount, note="破产财产首次分配"))
    account.match(match.debit, receipt, day, amount)


def _open_for_bill(account: Account, as_of: date, *, overdue: bool) -> Post | None:
    """An invoice without plan or dispute to be paid by a bill."""
    busy = {id(one.post) for one in account.objections} | {id(one.post) for one in account.words}
    return next(
        (
            post
            for post in account.open_debits()
            if not post.parts
            and id(post) not in busy
            and post.on < as_of - timedelta(20)
            and post.due
            and (post.due < as_of) == overdue
        ),
        None,
    )


def _bill_held(account: Account, rng: Random, as_of: date) -> None:
    post = _open_for_bill(account, as_of, overdue=False) or _open_for_bill(account, as_of, overdue=True)
    if post is None:
        return
    received = as_of - timedelta(rng.randrange(12, 18))
    kind = BillKind.BANK_ACCEPTANCE
    account.papers.append(
        Paper(kind, max(received, post.on), as_of + timedelta(4), post.open, [(post, post.open)])
    )


def _bill_bounced(account: Account, rng: Random, as_of: date) -> None:
    """A commercial acceptance that its acceptor refused to pay."""
    post = _open_for_bill(account, as_of, overdue=True)
    if post is None:
        return
    ended = as_of - timedelta(5)
    received = max(ended - timedelta(rng.randrange(60, 80)), post.on)
    paper = Paper(BillKind.COMMERCIAL_ACCEPTANCE, received, ended, post.open, [(post, post.open)])
    paper.ended, paper.ended_how, paper.note = ended, BillEnd.BOUNCED, "承兑人账户余额不足"
    account.papers.append(paper)


def _drafts(account: Account, as_of: date) -> list[Post]:
    """Receipts of the last months that came by a draft of a bank, the newest first."""
    since = as_of - timedelta(150)
    found = [
        post
        for post in account.posts
        if post.kind is DocumentKind.RECEIPT and post.note == _DRAFT and since < post.on <= as_of
    ]
    return sorted(found, key=lambda post: post.on, reverse=True)


def _covers(account: Account, receipt: Post) -> list[tuple[Post, int]]:
    found: dict[int, tuple[Post, int]] = {}
    for match in account.matches:
        if match.credit is receipt:
            before = found.get(id(match.debit), (match.debit, 0))[1]
            found[id(match.debit)] = match.debit, before + match.amount
    return list(found.values())


def _bill_cleared(account: Account, rng: Random, as_of: date) -> None:
    for receipt in _drafts(account, as_of)[:2]:
        received = receipt.on - timedelta(rng.randrange(20, 60))
        covers = _covers(account, receipt)
        received = max([received, *(post.on for post, _ in covers)])
        paper = Paper(BillKind.BANK_ACCEPTANCE, received, receipt.on, receipt.amount, covers, receipt)
        paper.ended, paper.ended_how = receipt.on, BillEnd.CLEARED
        account.papers.append(paper)


def _bill_discounted(account: Account, rng: Random, as_of: date) -> None:
    for receipt in _drafts(account, as_of)[:1]:
        covers = _covers(account, receipt)
        received = max([receipt.on - timedelta(rng.randrange(2, 9)), *(post.on for post, _ in covers)])
        due = max(receipt.on + timedelta(90), as_of + timedelta(30))
        paper = Paper(BillKind.BANK_ACCEPTANCE, received, due, receipt.amount, covers, receipt)
        paper.passed, paper.passed_how = receipt.on, BillPass.DISCOUNTED
        paper.passed_to, paper.charge = "样例银行宁波北仑支行", receipt.amount * 11 // 1000
        account.papers.append(paper)


_EVENTS: dict[str, Callable[[Account, Random, date], None]] = {
    "plan_running": _plan_running,
    "plan_broken": _plan_broken,
    "recovery": _recovery,
    "bill_cleared": _bill_cleared,
    "bill_discounted": _bill_discounted,
    "bill_held": _bill_held,
    "bill_bounced": _bill_bounced,
    "old_debt": _old_debt,
}
