"""What calls for an action in a quarter, and the verdict over it, from everything the review reads."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.finding import CustomerFact, DutyFact, Facts, FigureFact, Found, find, worsening
from app.domain.money import Money
from app.domain.promise import PromiseState
from app.domain.review_value import Measure, Name, Said
from app.domain.scorecard import Grade
from app.services.limit_views import LimitStanding
from app.services.review_books import INFORMS, named

if TYPE_CHECKING:
    from datetime import date

    from app.services.health_views import HealthFigure
    from app.services.limit_views import LimitRow
    from app.services.review_books import Books

_BROKEN = frozenset({PromiseState.BROKEN, PromiseState.PARTLY})
_SHOWN = ("dso", "insured_share", "overdue_rate", "over_90", "cei", "promises_kept", "bad_debt_ratio")
"""The figures the verdict speaks of, in this order."""
_JUDGED = frozenset(
    "dso overdue_rate over_90 cei bad_debt_ratio loss_ratio insured_share promises_kept dispute_share "
    "dispute_days days_late largest limit_breaches provision_cover".split()
)
"""The figures whose miss is a finding; their variants say the same, overdue reviews are found by number."""
_MOST_GOOD, _MOST_BAD = 2, 2
_RUN = 2


def findings(books: Books, on: date) -> tuple[Found, ...]:
    """All findings of a period, made on a day."""
    return find(_facts(books, on))


def _facts(books: Books, on: date) -> Facts:
    concentrated = books.desk.beside.health.concentration(books.period)
    above = [one for one in concentrated.rows if one.above]
    names = books.names([one.customer_id for one in above])
    reviews = books.desk.beside.watch.reviews(books.as_of)
    return Facts(
        on,
        books.as_of,
        figures=tuple(_figure(one) for one in books.health.figures if one.key in _JUDGED),
        over_90=tuple(
            CustomerFact(named(row), books.money(row.buckets[-1]), days=row.oldest)
            for row in books.rows
            if row.buckets[-1] > 0
        ),
        over_limit=tuple(_over(one) for one in books.limits if one.standing is LimitStanding.OVER),
        uninsured=_uninsured(books),
        duties=_duties(books),
        concentrated=tuple(
            CustomerFact(
                names.get(one.customer_id, Name(one.customer, "", one.customer_id)),
                books.money(one.balance),
                share=one.share,
            )
            for one in above
        ),
        share_limit=concentrated.limit,
        broken=_broken(books),
        newest=books.board.last_data,
        reviews_overdue=sum(one.due.due_on < books.as_of for one in reviews),
    )


def _figure(one: HealthFigure) -> FigureFact:
    return FigureFact(
        one.key,
        one.unit,
        one.value,
        one.target.value if one.target else None,
        one.state,
        one.low_is_good,
        tuple(point.value for point in one.trend),
    )


def _over(one: LimitRow) -> CustomerFact:
    customer, used = one.customer, one.usage.used
    limit = one.limit.amount or Money(0, used.currency)
    name = Name(customer.name, customer.name_en, customer.customer_id)
    return CustomerFact(name, Money(used.minor - limit.minor, used.currency), second=limit)


def _uninsured(books: Books) -> tuple[CustomerFact, ...]:
    """Customers of the last grade that owe what nobody insures, where there is insurance."""
    if not books.has_policy:
        return ()
    found = []
    for row in books.rows:
        if books.grades.get(row.key) is not Grade.D or row.balance <= 0:
            continue
        buyer = books.cover.buyers.get(row.key)
        open_part = row.balance - (buyer.insured if buyer else 0)
        if open_part > 0:
            found.append(CustomerFact(named(row), books.money(open_part)))
    return tuple(found)


def _duties(books: Books) -> tuple[DutyFact, ...]:
    wanted = [one for one in books.duties if one.duty not in INFORMS]
    names = books.names({one.customer_id for one in wanted if one.customer_id})
    return tuple(
        DutyFact(
            one.key,
            str(one.duty),
            one.safe,
            one.forfeits,
            names.get(one.customer_id or 0),
            one.amounts[0] if len(one.amounts) == 1 else None,
            one.policy.record.number,
        )
        for one in wanted
    )


def _broken(books: Books) -> tuple[CustomerFact, ...]:
    """Customers that broke promises in the quarter: how many, and what was promised and did not come."""
    start = books.period.start
    missed: dict[tuple[int, str], list[int]] = defaultdict(list)
    for one in books.promises:
        if one.state in _BROKEN and one.judged_on is not None and start <= one.judged_on <= books.as_of:
            key = (one.promise.customer_id, one.promise.currency)
            missed[key].append(max(0, one.promise.amount - one.paid))
    names = books.names({row for row, _ in missed})
    return tuple(
        CustomerFact(names.get(row, Name("", "", row)), Money(sum(amounts), currency), n=len(amounts))
        for (row, currency), amounts in missed.items()
    )


# -- the verdict --------------------------------------------------------------------------------------


def verdict(books: Books, found: int) -> tuple[Said, ...]:
    """Two sentences: how the figures stand, and what has to be done first; ``found`` findings were made."""
    if not any(books.age.buckets):
        return (Said("review.verdict.empty"),)
    return (_standing(books), _first(books, found))


def _standing(books: Books) -> Said:
    """What meets its target, and what misses it or got worse for quarters."""
    known = {one.key: one for one in books.health.figures}
    told = [known[key] for key in _SHOWN if key in known and known[key].value is not None]
    good = [one for one in told if one.state == "ok"][:_MOST_GOOD]
    bad = [one for one in told if one.state == "miss"][:_MOST_BAD] or [
        one for one in told if one.state == "near"
    ][:1]
    params: dict[str, object] = {
        "good": tuple(Said(f"kpi_short.{one.key}") for one in good),
        "bad": tuple(_trouble(one) for one in bad),
    }
    if good and bad:
        return Said("review.verdict.mixed", params)
    if good:
        return Said("review.verdict.good", params)
    return Said("review.verdict.bad" if bad else "review.verdict.open", params)


def _trouble(one: HealthFigure) -> Said:

    run = worsening(_figure(one))
    params: dict[str, object] = {
        "name": Said(f"kpi_short.{one.key}"),
        "value": Measure(one.value, one.unit),
        "n": run,
    }
    code = ("up" if one.low_is_good else "down") if run >= _RUN else "at"
    return Said(f"review.verdict.trouble_{code}", params)


def _first(books: Books, found: int) -> Said:
    """What comes first: debts of the last grade or long overdue, and duties of the next two weeks."""
    weak = [row for row in books.rows if books.grades.get(row.key) is Grade.D and row.overdue > 0]
    forfeits = [one for one in books.duties if one.forfeits and one.safe <= books.as_of + timedelta(14)]
    parts: list[Said] = []
    if weak:
        owed = books.money(sum(row.balance for row in weak))
        parts.append(Said("review.verdict.weak", {"n": len(weak), "amount": owed}))
    else:
        old = [row for row in books.rows if row.buckets[-1] > 0]
        if old:
            amount = books.money(sum(row.buckets[-1] for row in old))
            days = books.ages.limits[-1]
            parts.append(Said("review.verdict.old", {"n": len(old), "amount": amount, "days": days}))
    if forfeits:
        first = min(one.safe for one in forfeits)
        late = first < books.as_of
        code = "review.verdict.duties_late" if late else "review.verdict.duties"
        duty = Said(f"duty.{forfeits[0].duty}")
        parts.append(Said(code, {"n": len(forfeits), "on": max(one.safe for one in forfeits), "duty": duty}))
    if not parts:
        return Said("review.verdict.findings" if found else "review.verdict.calm", {"n": found})
    if len(parts) == 1:
        return Said("review.verdict.first", {"one": parts[0]})
    return Said("review.verdict.first_two", {"one": parts[0], "two": parts[1]})
