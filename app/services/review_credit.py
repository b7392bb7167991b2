"""The parts of a review about decisions: breaches and overrides, insurance, cases, and what is to come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.claim_state import LIVE
from app.domain.cover import Gap
from app.domain.money import Money
from app.domain.period_review import Part, PartCode, Reading, Row, Sheet
from app.domain.review_value import Name, Said
from app.services.collection_views import BadDebtQuery
from app.services.limit_views import LimitStanding
from app.services.review_beside import outlook_of
from app.services.review_books import share

if TYPE_CHECKING:
    from datetime import date

    from app.domain.review_value import Value
    from app.services.claim_views import ClaimRow
    from app.services.duty_views import DutyItem
    from app.services.limit_views import LimitRow
    from app.services.review_books import Books

_AHEAD = 60
_MOST_DUTIES, _MOST_CASES = 8, 6
_TOTAL = Said("paper.total")


# -- breaches and overrides ---------------------------------------------------------------------------


def breaches(books: Books) -> Part:
    """Who is over the limit, what was released all the same, and whose grade was overridden."""
    over = [one for one in books.limits if one.standing in {LimitStanding.OVER, LimitStanding.STOPPED}]
    over = [one for one in over if one.usage.used.minor > 0]
    over.sort(key=lambda one: (-(one.used_base or 0), one.customer.customer_id))
    released = _releases(books)
    overrides = _overrides(books)
    lead = Said(
        "review.lead.breaches",
        {"over": len(over), "released": len(released.rows), "overrides": len(overrides.rows)},
    )
    limits = Sheet(
        "over_limit",
        ("customer", "standing", "limit", "used", "beyond"),
        tuple(_over_row(one) for one in over),
    )
    sheets = tuple(sheet for sheet in (limits, released, overrides) if sheet.rows)
    return Part(PartCode.BREACHES, (lead,), sheets=sheets)


def _over_row(one: LimitRow) -> Row:
    customer, usage = one.customer, one.usage
    limit = one.limit.amount or Money(0, usage.used.currency)
    cells: tuple[Value, ...] = (
        Name(customer.name, customer.name_en, customer.customer_id),
        Said(f"review_standing.{one.standing}"),
        limit,
        usage.used,
        Money(usage.used.minor - limit.minor, usage.used.currency),
    )
    return Row(f"customer:{customer.customer_id}", cells)


def _releases(books: Books) -> Sheet:
    """Orders held and let go by somebody, by the day of their check."""
    rows = []
    for one in books.desk.beside.orders.checks(None, books.as_of):
        check = one.check
        if not check.released_by or not books.period.start <= check.on <= books.as_of:
            continue
        amount = check.release_amount if check.release_amount is not None else check.amount
        cells: tuple[Value, ...] = (
            check.on,
            Name(one.customer, one.customer_en, check.customer_id),
            Money(amount, check.currency),
            check.released_by,
            check.release_reason,
        )
        rows.append(Row(f"check:{check.id}", cells))
    return Sheet("releases", ("on", "customer", "amount", "by", "reason"), tuple(rows), dated=False)


def _overrides(books: Books) -> Sheet:
    register = books.desk.beside.limits.register(books.period.start, books.as_of)
    rows = []
    for one in register.rows:
        given = one.override
        cells: tuple[Value, ...] = (
            given.on,
            Name(one.customer, one.customer_en, given.customer_id),
            given.was,
            given.now,
            given.approved_by,
            given.reason or Said(f"override_reason.{given.reason_code}"),
        )
        rows.append(Row(f"override:{given.id}", cells))
    return Sheet("overrides", ("on", "customer", "was", "now", "by", "reason"), tuple(rows))


# -- insurance ----------------------------------------------------------------------------------------


def insurance(books: Books) -> Part:
    """Cover and its gaps, the duties that come, and the claims."""
    if not books.has_policy:
        return Part(PartCode.INSURANCE, missing=Said("review.no_policy"))
    cover = books.cover
    if not cover.items:
        return Part(PartCode.INSURANCE, missing=Said("review.nothing_open"))
    debt, insured = cover.net, cover.insured
    lead = Said(
        "review.lead.insurance",
        {
            "insured": books.money(insured),
            "debt": books.money(debt),
            "share": share(insured, debt),
            "gap": books.money(debt - insured),
        },
    )
    gaps = [one for one in cover.gaps() if one.gap is not Gap.SET_OFF]
    rows = tuple(
        Row(
            f"gap:{one.gap}",
            (
                Said(f"cover_gap.{one.gap}"),
                len(one.items),
                books.money(one.amount),
                share(one.amount, debt),
            ),
        )
        for one in gaps
    )
    whole = sum(one.amount for one in gaps)
    total: tuple[Value, ...] = (Said("review.gap_total"), None, books.money(whole), share(whole, debt))
    sheets = [Sheet("gaps", ("reason", "invoices", "amount", "share"), rows, total if rows else ())]
    sheets += [_duties(books), _claims(books)]
    return Part(
        PartCode.INSURANCE,
        (lead,),
        figures=_cover_figures(books),
        sheets=tuple(sheet for sheet in sheets if sheet.rows),
    )


def _cover_figures(books: Books) -> tuple[Reading, ...]:
    """Debt, insured part and gap, in major units."""
    cover = books.cover
    told = {"open": cover.net, "insured": cover.insured, "gap": cover.net - cover.insured}
    return tuple(
        Reading(f"cover_{name}", "money", books.money(minor).major()) for name, minor in told.items()
    )


def _duties(books: Books) -> Sheet:
    last = books.as_of + timedelta(_AHEAD)
    soon = [one for one in books.duties if one.safe <= last][:_MOST_DUTIES]
    names = books.names({one.customer_id for one in soon if one.customer_id})
    rows = tuple(_duty_row(one, names.get(one.customer_id or 0)) for one in soon)
    return Sheet("duties", ("safe", "duty", "customer", "amount", "policy"), rows, dated=False)


def _duty_row(one: DutyItem, name: Name | None) -> Row:
    amount = one.amounts[0] if len(one.amounts) == 1 else None
    cells: tuple[Value, ...] = (
        one.safe,
        Said(f"duty.{one.duty}"),
        name or one.customer,
        amount,
        one.policy.record.number,
    )
    return Row(one.key, cells)


def _claims(books: Books) -> Sheet:
    known = [one for one in books.desk.beside.claims.claims() if one.state in LIVE or _lately(one, books)]
    rows = tuple(_claim_row(one) for one in known)
    return Sheet("claims", ("customer", "policy", "state", "debt", "paid"), rows, dated=False)


def _lately(one: ClaimRow, books: Books) -> bool:
    """Whether a claim that is over was begun in the period."""
    filed = one.claim.filed_on or one.claim.loss_on
    return filed is not None and books.period.start <= filed <= books.as_of


def _claim_row(one: ClaimRow) -> Row:
    debt = one.debt[0] if len(one.debt) == 1 else None
    cells: tuple[Value, ...] = (
        Name(one.customer, one.customer_en, one.claim.customer_id),
        one.policy.record.number,
        Said(f"claim_state.{one.state}"),
        debt,
        Money(one.paid, one.policy.record.currency),
    )
    return Row(f"claim:{one.claim.id}", cells)


# -- cases and lessons --------------------------------------------------------------------------------


def cases(books: Books) -> Part:
    """What was lost in the quarter, near misses, and the lessons of them."""
    start, end = books.period.start, books.as_of
    beside = books.desk.beside
    lost = beside.collection.bad_debts(BadDebtQuery(start, end)).rows
    names = books.names({one.customer_id for one in lost})
    rows = tuple(
        Row(
            f"write_off:{one.id}",
            (
                one.on,
                names.get(one.customer_id, Name(one.customer, "", one.customer_id)),
                one.invoice,
                Money(one.amount, one.currency),
                Money(one.recovered, one.currency),
                one.approved_by,
            ),
        )
        for one in lost
    )
    columns = ("on", "customer", "invoice", "amount", "recovered", "by")
    sheets = [Sheet("write_offs", columns, rows, dated=False)]
    told = [view for view in beside.cases.list() if start <= view.case.on <= end][:_MOST_CASES]
    kept = tuple(
        Row(
            f"case:{view.case.id}",
            (
                view.case.on,
                view.case.title,
                Said(f"case_cause.{view.case.cause}"),
                Money(view.case.amount, view.case.currency or books.base) if view.case.amount else None,
                view.case.lesson or view.case.facts,
            ),
        )
        for view in told
    )
    sheets.append(Sheet("cases", ("on", "title", "cause", "amount", "lesson"), kept, dated=False))
    found = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        return Part(PartCode.CASES, missing=Said("review.no_cases"))
    lead = Said("review.lead.cases", {"lost": len(rows), "cases": len(kept)})
    return Part(PartCode.CASES, (lead,), sheets=found)


# -- what is to come ----------------------------------------------------------------------------------


def outlook(books: Books) -> Part:
    """Cash of the coming weeks and what bad events would do, as far as they were worked out."""
    found = outlook_of(books.desk.beside, books.as_of)
    if found is None or not (found.weeks or found.events):
        return Part(PartCode.OUTLOOK, missing=Said("review.no_outlook"))
    lead: list[Said] = []
    sheets = []
    if found.weeks:
        coming = sum(one[1] for one in found.weeks)
        lead.append(Said("review.lead.cash", {"n": len(found.weeks), "amount": books.money(coming)}))
        if found.gap is not None and found.gap_on is not None:
            lead.append(Said("review.lead.gap", {"gap": books.money(found.gap), "on": found.gap_on}))
        sheets.append(_weeks(books, found.weeks))
    if found.events:
        sheets.append(_events(found.events))
    lines = []
    if found.beyond:
        lines.append(Said("review.cash_beyond", {"amount": books.money(found.beyond)}))
    if found.left_out:
        lines.append(Said("review.cash_left_out", {"amount": books.money(found.left_out)}))
    return Part(PartCode.OUTLOOK, tuple(lead), sheets=tuple(sheets), lines=tuple(lines))


def _weeks(books: Books, weeks: tuple[tuple[date, int, int, int | None], ...]) -> Sheet:
    rows = []
    for first, coming, going, after in weeks:
        cells: tuple[Value, ...] = (
            first,
            books.money(coming),
            books.money(going),
            None if after is None else books.money(after),
        )
        rows.append(Row(f"week:{first}", cells))
    coming_in = books.money(sum(one[1] for one in weeks))
    going_out = books.money(sum(one[2] for one in weeks))
    columns = ("week", "coming", "going", "after")
    return Sheet("weeks", columns, tuple(rows), (_TOTAL, coming_in, going_out, None), dated=False)


def _events(events: tuple[tuple[Said, Money, Money, Money, Money, Money | None], ...]) -> Sheet:
    rows = tuple(Row(one[0].code, one) for one in events)
    columns = ("event", "loss", "after_insurance", "more_provision", "delayed", "cash_gap")
    return Sheet("stress", columns, rows, dated=False)
