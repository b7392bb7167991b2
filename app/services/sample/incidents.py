"""What happens to some customers beside ordinary trade: disputes, promises, credits, a bankruptcy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from app.domain.document import DocumentKind
from app.services.sample.account import Account, Objection, Post, Word
from app.services.sample.collecting import gather
from app.services.sample.habits import working_day
from app.services.sample.rates import RateBook
from app.services.sample.trade import Span, amount_near, due_date, receipt_note

_OPEN_DISPUTES = (
    ("quality", "36 箱镀层不良，已寄回样品"),
    ("quantity", "客户称短装 4 托，待仓库核对"),
    ("price", "合同价与开票价不一致"),
    ("delivery", "到货晚 9 天，客户要求扣款"),
)
_CLOSED_DISPUTES = (
    ("quality", "customer_right", "复检不合格，已开红字"),
    ("price", "we_right", "按补充协议价，客户认可"),
    ("quantity", "settled", "双方各担一半"),
)
_OPEN_DISPUTES_ABROAD = (
    ("quality", "Coating flaws in 36 boxes, samples on the way"),
    ("quantity", "Customer counts 4 pallets short"),
)
_CLOSED_DISPUTES_ABROAD = (
    ("price", "we_right", "Price as in the amendment, accepted"),
    ("delivery", "settled", "Half of the air freight taken over"),
)
_STATES = ("open", "investigating", "waiting_us", "waiting_customer")
_TARDY = frozenset({"late", "slow", "worsening", "erratic"})
_PAST_DAYS, _KEPT = 700, 0.72
_CHANNELS = ("phone", "email", "wechat", "meeting")


def befall(account: Account, rng: Random, span: Span, rates: RateBook) -> None:
    """Let happen what the catalogue says happens to this customer, in a fixed order."""
    for name, happen in _INCIDENTS.items():
        if name in account.profile.incidents:
            happen(account, rng, span.as_of)
    if account.profile.habit in _TARDY:
        _past_promises(account, rng, span.as_of)
    gather(account, rng, span.as_of)
    if "future_invoice" in account.profile.incidents:
        _future_invoice(account, rng, span.as_of, rates)


def _dispute_open(account: Account, rng: Random, as_of: date, *, whole: bool) -> None:
    """A contested invoice, not settled yet: an overdue one where there is one."""
    open_debits = [post for post in account.open_debits() if post.on < as_of - timedelta(8)]
    if not open_debits:
        return
    late = [post for post in open_debits if post.due and post.due < as_of]
    post = late[len(late) // 2] if late else open_debits[0]
    home = account.profile.language == "zh"
    reason, note = rng.choice(_OPEN_DISPUTES if home else _OPEN_DISPUTES_ABROAD)
    amount = None if whole else max(post.open * rng.randrange(25, 60) // 100 // 100 * 100, 1)
    opened = max(post.on + timedelta(2), as_of - timedelta(rng.randrange(5, 24)))
    target = opened + timedelta(12)
    account.objections.append(
        Objection(post, opened, amount, None, reason, "", note, target, rng.choice(_STATES))
    )


def _dispute_part(account: Account, rng: Random, as_of: date) -> None:
    _dispute_open(account, rng, as_of, whole=False)


def _dispute_all(account: Account, rng: Random, as_of: date) -> None:
    _dispute_open(account, rng, as_of, whole=True)


def _settled(account: Account, rng: Random, as_of: date, *, days: int) -> tuple[Post, date] | None:
    """Some invoice without a plan settled within the last ``days``, and the day it was."""
    last = account.settled_on()
    late = [
        (post, last[id(post)])
        for post in account.posts
        if id(post) in last and not post.parts and as_of - last[id(post)] < timedelta(days)
    ]
    return rng.choice(late) if late else None


def _dispute_closed(account: Account, rng: Random, as_of: date) -> None:
    found = _settled(account, rng, as_of, days=300)
    if found is None:
        return
    post, paid = found
    home = account.profile.language == "zh"
    reason, outcome, note = rng.choice(_CLOSED_DISPUTES if home else _CLOSED_DISPUTES_ABROAD)
    opened = min(post.on + timedelta(rng.randrange(4, 12)), paid)
    amount = max(post.amount * rng.randrange(10, 40) // 100 // 100 * 100, 1)
    account.objections.append(Objection(post, opened, amount, paid, reason, outcome, note))


def _promise_kept(account: Account, rng: Random, as_of: date) -> None:
    found = _settled(account, rng, as_of, days=60)
    if found is None:
        return
    post, paid = found
    made = max(paid - timedelta(rng.randrange(4, 11)), post.on)
    came = sum(one.amount for one in account.matches if one.debit is post and made <= one.on <= paid)
    account.words.append(Word(post, made, paid, came, paid, "kept", rng.choice(_CHANNELS)))


def _promise_open(account: Account, rng: Random, as_of: date) -> None:
    """The oldest overdue invoice that nobody contests is promised within days."""
    contested = {id(objection.post) for objection in account.objections if objection.closed is None}
    debits = [post for post in account.open_debits() if id(post) not in contested and post.on < as_of]
    if not debits:
        return
    post = debits[0]
    made = max(as_of - timedelta(rng.randrange(1, 6)), post.on)
    due = working_day(as_of + timedelta(rng.randrange(2, 11)))
    if "promise_today" in account.profile.incidents:
        due = as_of
    account.words.append(Word(post, made, due, post.open, None, "", rng.choice(_CHANNELS)))


def _promise_broken(account: Account, rng: Random, as_of: date, *, age: int = 14) -> None:
    debits = [post for post in account.open_debits() if post.on < as_of - timedelta(age + 12)]
    if not debits:
        return
    post = debits[min(1, len(debits) - 1)]
    due = as_of - timedelta(rng.randrange(3, age))
    made = due - timedelta(rng.randrange(5, 10))
    closed = due + timedelta(1)
    account.words.append(Word(post, made, due, post.open, closed, "broken", rng.choice(_CHANNELS)))


def _promise_broken_old(account: Account, rng: Random, as_of: date) -> None:
    _promise_broken(account, rng, as_of, age=45)


def _past_promises(account: Account, rng: Random, as_of: date) -> None:
    """What was promised over the last year on invoices that were settled since; most of it was kept."""
    last = account.settled_on()
    settled = [
        (post, last[id(post)])
        for post in account.posts
        if id(post) in last and not post.parts and 30 < (as_of - last[id(post)]).days < _PAST_DAYS  # noqa: PLR2004 - a month
    ]
    for post, paid in settled[:: max(len(settled) // 4, 1)]:
        kept = rng.random() < _KEPT
        due = paid if kept else paid - timedelta(rng.randrange(3, 16))
        made = max(due - timedelta(rng.randrange(4, 11)), post.on)
        came = sum(one.amount for one in account.matches if one.debit is post and one.on == paid)
        if made < due and came > 0:
            outcome = "kept" if kept else "broken"
            closed = due if kept else due + timedelta(1)
            account.words.append(Word(post, made, due, came, closed, outcome, rng.choice(_CHANNELS)))


def _rebate(account: Account, rng: Random, as_of: date) -> None:
    """A free credit note, not set against anything yet."""
    profile = account.profile
    day = working_day(as_of - timedelta(rng.randrange(6, 16)))
    amount = amount_near(rng, profile.size * 0.16, profile.currency)
    note = "季度返利" if profile.language == "zh" else "Quarterly rebate"
    account.post(Post(DocumentKind.CREDIT_NOTE, min(day, as_of), amount, note=note))


def _unallocated(account: Account, rng: Random, as_of: date) -> None:
    """Money that came without saying what for."""
    profile = account.profile
    day = as_of - timedelta(rng.randrange(0, 5))
    amount = amount_near(rng, profile.size * 0.45, profile.currency)
    note = "来款未注明发票号" if profile.language == "zh" else "No remittance advice"
    account.post(Post(DocumentKind.RECEIPT, day, amount, note=note))


def _advance(account: Account, rng: Random, as_of: date) -> None:
    """Money for an order that is not invoiced yet."""
    profile = account.profile
    day = as_of - timedelta(rng.randrange(2, 14))
    amount = amount_near(rng, profile.size * 0.4, profile.currency)
    note = "预收款，订单未开票" if profile.language == "zh" else "Advance on order, not invoiced yet"
    account.post(Post(DocumentKind.RECEIPT, day, amount, note=note))


def _refund(account: Account, rng: Random, as_of: date) -> None:
    """Paid twice, and the second payment sent back."""
    paid = working_day(as_of - timedelta(rng.randrange(90, 140)))
    amount = amount_near(rng, account.profile.size, account.profile.currency)
    home = account.profile.language == "zh"
    receipt = account.post(
        Post(DocumentKind.RECEIPT, paid, amount, note="重复付款" if home else "Paid twice")
    )
    back = working_day(paid + timedelta(9))
    refund = account.post(
        Post(DocumentKind.REFUND, back, amount, due=back, note="退回重复付款" if home else "Sent back")
    )
    account.match(refund, receipt, back, amount)


def _bank_charge(account: Account, rng: Random, as_of: date) -> None:
    """Bank charges kept back from payments, written off as small differences."""
    for _ in range(3):
        found = _settled(account, rng, as_of, days=500)
        if found is None:
            return
        post, paid = found
        charge = rng.randrange(1500, 4500)
        last = next(match for match in reversed(account.matches) if match.debit is post)
        if last.credit.kind is not DocumentKind.RECEIPT or last.amount <= charge:
            continue
        last.amount -= charge
        last.credit.amount -= charge
        post.open += charge
        write_off = Post(
            DocumentKind.WRITE_OFF,
            paid,
            charge,
            note="Bank charges",
            original=post,
            reference="bank charges",
            reason="bank_charge",
            approved_by="方雪莹",
        )
        account.match(post, account.post(write_off), paid, charge)


def _write_off(account: Account, rng: Random, as_of: date) -> None:
    """Insolvent: the older half of what it owes is given up, the rest is claimed."""
    debits = account.open_debits()
    day = working_day(as_of - timedelta(rng.randrange(24, 32)))
    for post in debits[: len(debits) // 2]:
        write_off = Post(
            DocumentKind.WRITE_OFF,
            day,
            post.open,
            note="破产受理，管理人确认无财产可供清偿",
            original=post,
            reason="bad_debt",
            approved_by="方雪莹",
        )
        account.match(post, account.post(write_off), day, post.open)


def _future_receipt(account: Account, rng: Random, as_of: date) -> None:
    """A post-dated payment, known today and counting from its own day."""
    debits = [post for post in account.open_debits() if not post.parts]
    if debits:
        day = working_day(as_of + timedelta(4))
        post = debits[0]
        receipt = Post(DocumentKind.RECEIPT, day, post.open, note=receipt_note(account.profile, rng))
        account.match(post, account.post(receipt), day, post.open)


def _future_invoice(account: Account, rng: Random, as_of: date, rates: RateBook) -> None:
    """An invoice already written, dated next week."""
    profile = account.profile
    day = working_day(as_of + timedelta(3))
    amount = amount_near(rng, profile.size, profile.currency)
    account.post(
        Post(
            DocumentKind.INVOICE,
            day,
            amount,
            due=due_date(profile.terms, day),
            terms=profile.terms,
            book_rate=rates.on(profile.currency, day),
            note="月初发货，提前开票",
        )
    )


_INCIDENTS: dict[str, Callable[[Account, Random, date], None]] = {
    "bank_charge": _bank_charge,
    "write_off": _write_off,
    "refund": _refund,
    "rebate": _rebate,
    "unallocated": _unallocated,
    "advance": _advance,
    "dispute_closed": _dispute_closed,
    "dispute_part": _dispute_part,
    "dispute_all": _dispute_all,
    "promise_kept": _promise_kept,
    "promise_broken": _promise_broken,
    "promise_broken_old": _promise_broken_old,
    "promise_open": _promise_open,
    "future_receipt": _future_receipt,
}
