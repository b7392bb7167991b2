"""What of every open invoice is really insured, on the command line: a table by buyer, or JSON."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.printing import aligned, major, put_json, say_out
from app.domain.money import exponent
from app.words import say
from app.words.formats import amount, day_in_column, percent

if TYPE_CHECKING:
    from app.services.cover_views import CoverBook, Covered
    from app.services.session import CompanySession

_COLUMNS = ("customer", "open", "on_account", "insured", "uninsured")


def tell_cover(session: CompanySession, call: Namespace) -> None:
    """Print the cover of a day."""
    book = session.cover.book(call.as_of)
    if call.json:
        put_json(_as_json(book, session))
        return
    for line in _as_lines(book, call.lang):
        say_out(line)


def _as_json(book: CoverBook, session: CompanySession) -> dict[str, object]:
    base = book.base
    policies = [one.policy for one in session.policies.policies() if one.policy.in_use]
    meters = [session.cover.meters(one.id, book.as_of, book) for one in policies]
    return {
        "as_of": book.as_of.isoformat(),
        "currency": base,
        "open": major(book.open, base),
        "insured": major(book.insured, base),
        "on_account": major(book.set_off, base),
        "net_debt": major(book.net, base),
        "uninsured": major(book.uninsured, base),
        "insured_share": None if book.share is None else f"{book.share:.2f}",
        "without_rate": list(book.missing),
        "gaps": [
            {"reason": one.gap.value, "amount": major(one.amount, base), "invoices": len(one.items)}
            for one in book.gaps()
        ],
        "policies": [
            {
                "policy": one.policy.record.number,
                "currency": one.policy.record.currency,
                "insured": major(one.insured, one.policy.record.currency),
                "first_loss_used": major(one.first_loss_used, one.policy.record.currency),
                "max_liability": None
                if one.liability is None
                else major(one.liability, one.policy.record.currency),
                "liability_used": major(one.liability_used, one.policy.record.currency),
                "premium_paid": major(one.premium_paid, one.policy.record.currency),
            }
            for one in meters
        ],
        "buyers": [
            {
                "customer_id": one.customer_id,
                "customer": book.names.get(one.customer_id, ""),
                "open": major(one.open, base),
                "on_account": major(one.set_off, base),
                "insured": major(one.insured, base),
                "uninsured": major(one.uninsured, base),
                "indemnity": [
                    {
                        "policy": policy.record.number,
                        "covered": major(covered.minor, covered.currency),
                        "payable": major(made.payable, covered.currency),
                        "currency": covered.currency,
                    }
                    for policy, covered, made in one.expected
                ],
            }
            for one in book.buyers.values()
        ],
        "invoices": [_invoice(one) for one in book.items],
    }


def _invoice(one: Covered) -> dict[str, object]:
    item, cover = one.cover.item, one.cover
    return {
        "number": item.number,
        "customer_id": item.customer_id,
        "shipped": item.shipped.isoformat(),
        "due": item.due.isoformat(),
        "currency": item.currency,
        "open": major(item.open, item.currency),
        "insured": major(cover.insured, item.currency),
        "policy": "" if one.policy is None else one.policy.record.number,
        "limit": None
        if cover.limit is None or one.policy is None
        else major(cover.limit.amount, one.policy.record.currency),
        "uninsured": major(cover.uninsured, item.currency),
        "gaps": {gap.value: major(minor, item.currency) for gap, minor in cover.gaps},
        "on_account": [
            {
                "kind": each.kind,
                "number": each.number,
                "on": each.on.isoformat(),
                "amount": major(each.amount, item.currency),
            }
            for each in item.credits
        ],
    }


def _as_lines(book: CoverBook, lang: str) -> list[str]:
    places = exponent(book.base)
    share = percent(book.insured, book.net) if book.net else say("cli.cover.nothing", lang)
    head = say("cli.cover.title", lang, day=day_in_column(book.as_of, lang), currency=book.base, share=share)
    rows = [[say(f"cover_column.{name}", lang) for name in _COLUMNS]]
    for one in sorted(book.buyers.values(), key=lambda each: -each.uninsured):
        figures = (one.open, one.set_off, one.insured, one.uninsured)
        rows.append([book.names.get(one.customer_id, ""), *(amount(minor, places) for minor in figures)])
    totals = (book.open, book.set_off, book.insured, book.uninsured)
    rows.append([say("paper.total", lang), *(amount(minor, places) for minor in totals)])
    lines = [head, "", *aligned(rows, (False, True, True, True, True))]
    found = book.gaps()
    if found:
        reasons = [
            (say(f"cover_gap.{one.gap}", lang), amount(one.amount, places), say(f"gap_todo.{one.gap}", lang))
            for one in found
        ]
        lines += ["", say("cli.cover.gaps", lang), *aligned(reasons, (False, True, False))]
    if book.missing:
        lines += ["", say("cli.cover.missing", lang, currencies=", ".join(book.missing))]
    return lines
