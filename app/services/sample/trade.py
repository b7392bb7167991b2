"""Two years of ordinary trade with one customer: invoices, the money that follows, returns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from app.domain.calendar import WeekendsOnly
from app.domain.document import DocumentKind
from app.domain.money import exponent
from app.domain.terms import Terms, due_parts
from app.domain.terms_text import parse_terms
from app.services.sample.account import Account, Part, Post
from app.services.sample.catalogue import ADVANCE, Profile
from app.services.sample.habits import STOPPED_BUYING, STOPPED_PAYING, lag, payment_run, working_day
from app.services.sample.rates import RateBook

DAYS = 730
_MONTH_DAYS = 30.4
_SPREAD = 0.38
_RETURN_SHARE = 0.03
_PARTIAL = {"late": 0.16, "slow": 0.24, "worsening": 0.2, "erratic": 0.25, "failing": 0.35, "bankrupt": 0.2}
_ADVANCE_PERCENT = 40
_STAGES = ("发货款", "验收款", "质保金")
_RETURNS = ("退货", "镀层不良，价格折让", "短装", "规格不符，部分退回")
_WAYS = ("电汇", "电汇", "电汇", "银行承兑汇票", "网银转账")
_LEAN_MONTH = 2


@dataclass(frozen=True, slots=True)
class Span:
    """The time the ledger covers: ``start`` to ``as_of``."""

    start: date
    as_of: date

    @classmethod
    def before(cls, as_of: date) -> Span:
        """Twenty-four months up to a day."""
        return cls(as_of - timedelta(DAYS), as_of)

    def progress(self, day: date) -> float:
        """0 at the start, 1 at the as-of date."""
        return (day - self.start).days / DAYS


@dataclass(frozen=True, slots=True)
class _Payment:
    """Money that will come: for which invoice, which part, how much and when."""

    on: date
    debit: Post
    amount: int
    part: Part | None


def trade(profile: Profile, rng: Random, span: Span, rates: RateBook) -> Account:
    """Everything that happened with one customer in the ordinary way, up to the as-of date."""
    account = Account(profile)
    run = rng.choice((0, 0, 0, 5, 3, 10, 25))
    last_sale = span.as_of - timedelta(STOPPED_BUYING.get(profile.habit, 0))
    coming: list[_Payment] = []
    for day in _sale_days(profile, rng, span.start, last_sale):
        invoice = account.post(_invoice(profile, rng, day, rates))
        if profile.terms == ADVANCE:
            _advance(account, invoice, rng)
        if rng.random() < _RETURN_SHARE and not invoice.parts:
            _return_goods(account, invoice, rng, span.as_of)
        coming += _payments(profile, invoice, rng, span, run)
    _receive(account, coming, rng, span.as_of - timedelta(STOPPED_PAYING.get(profile.habit, 0)))
    return account


@cache
def terms_of(text: str) -> Terms:
    """The terms a catalogue text means, read once."""
    return parse_terms(text)


def due_date(terms: str, day: date) -> date:
    """When the (last part of the) invoice is due."""
    return due_parts(terms_of(terms), day, 1, WeekendsOnly(), "CN")[-1][0]


def amount_near(rng: Random, size: float, currency: str) -> int:
    """An invoice-like amount around ``size`` major units, in minor units."""
    value = size * rng.lognormvariate(0, _SPREAD)
    if exponent(currency) == 0:
        return max(round(value / 100) * 100, 100)
    grain = 100 * 10 if rng.random() < 0.7 else 5  # noqa: PLR2004 - most price lists make round sums
    return max(round(value * 100 / grain) * grain, grain)


def receipt_note(profile: Profile, rng: Random) -> str:
    """How the money came."""
    return rng.choice(_WAYS) if profile.language == "zh" else "Wire transfer"


def _sale_days(profile: Profile, rng: Random, start: date, end: date) -> list[date]:
    """Working days with a sale, ``rate`` a month on average and fewer around the Spring Festival."""
    days = []
    day = float(rng.uniform(0, _MONTH_DAYS / profile.rate))
    while (on := working_day(start + timedelta(int(day)))) <= end:
        if on.month != _LEAN_MONTH or profile.language == "en" or rng.random() < 0.5:  # noqa: PLR2004 - half
            days.append(on)
        day += rng.gammavariate(2.0, _MONTH_DAYS / profile.rate / 2)
    return days


def _invoice(profile: Profile, rng: Random, day: date, rates: RateBook) -> Post:
    amount = amount_near(rng, profile.size, profile.currency)
    dues = due_parts(terms_of(profile.terms), day, amount, WeekendsOnly(), profile.country)
    post = Post(
        DocumentKind.INVOICE,
        day,
        amount,
        due=dues[-1][0],
        terms=profile.terms,
        reference=f"PO-{rng.randrange(10_000, 99_999)}",
        book_rate=rates.on(profile.currency, day),
    )
    if len(dues) > 1:
        post.parts = [Part(due, part, stage) for (due, part), stage in zip(dues, _STAGES, strict=True)]
        post.contract = f"HT{day.year}-{rng.randrange(1, 400):03d}"
    return post


def _advance(account: Account, invoice: Post, rng: Random) -> None:
    """Money before the goods: received weeks earlier, set against the invoice on its day."""
    amount = invoice.amount * _ADVANCE_PERCENT // 100
    paid = working_day(invoice.on - timedelta(rng.randrange(14, 28)))
    receipt = Post(DocumentKind.RECEIPT, min(paid, invoice.on), amount, note="预收款")
    account.match(invoice, account.post(receipt), invoice.on, amount)


def _return_goods(account: Account, invoice: Post, rng: Random, as_of: date) -> None:
    """A credit note on the invoice, a few weeks after it."""
    day = working_day(invoice.on + timedelta(rng.randrange(6, 26)))
    if day > as_of:
        return
    amount = max(invoice.amount * rng.randrange(4, 18) // 100, 1)
    note = Post(DocumentKind.CREDIT_NOTE, day, amount, note=rng.choice(_RETURNS), original=invoice)
    account.match(invoice, account.post(note), day, amount)


def _payments(profile: Profile, invoice: Post, rng: Random, span: Span, run: int) -> list[_Payment]:
    """When the customer pays what the invoice still asks."""
    claims: list[tuple[date, int, Part | None]] = [(part.due, part.open, part) for part in invoice.parts]
    coming = []
    for due, amount, part in claims or [(invoice.due or invoice.on, invoice.open, None)]:
        late = lag(profile.habit, rng, span.progress(due), due.month)
        on = payment_run(max(due + timedelta(late), invoice.on + timedelta(3)), run)
        if part is None and rng.random() < _PARTIAL.get(profile.habit, 0.0):
            first = amount * rng.randrange(40, 80) // 100
            later = payment_run(on + timedelta(rng.randrange(18, 50)), run)
            coming += [_Payment(on, invoice, first, None), _Payment(later, invoice, amount - first, None)]
        else:
            coming.append(_Payment(on, invoice, amount, part))
    return coming


def _receive(account: Account, coming: list[_Payment], rng: Random, last: date) -> None:
    """One receipt for all that the customer pays on a day, set against what it pays for."""
    by_day: dict[date, list[_Payment]] = {}
    for payment in coming:
        if payment.on <= last and payment.amount:
            by_day.setdefault(payment.on, []).append(payment)
    for day in sorted(by_day):
        total = sum(payment.amount for payment in by_day[day])
        receipt = account.post(
            Post(DocumentKind.RECEIPT, day, total, note=receipt_note(account.profile, rng))
        )
        for payment in by_day[day]:
            account.match(payment.debit, receipt, day, payment.amount, payment.part)
