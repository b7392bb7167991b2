"""Late interest of one invoice, worked out for people, programs or paper."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.importing import customer_by_code
from app.cli.parser import CallError
from app.cli.printing import aligned, major, put_json, say_out
from app.domain.document import DocumentKind
from app.domain.interest import ClaimWorking, InterestWorking, Span
from app.domain.money import Money, exponent
from app.domain.problem import Problem
from app.services.document_views import DocumentQuery
from app.words import say
from app.words.formats import amount, day_in_sentence, money, rate_text, spoken

if TYPE_CHECKING:
    from app.services.session import CompanySession


def tell_interest(session: CompanySession, call: Namespace) -> None:
    """Work the invoice out and print it, or write its sheet."""
    invoice = _invoice(session, call)
    if call.pdf is not None:
        sheet = session.interest.sheet(invoice, call.to, call.rule)
        session.exports.interest_sheet(sheet, call.pdf, call.lang)
        say_out(say("cli.written", call.lang, path=call.pdf))
        return
    working = session.interest.of_document(invoice, call.to, call.rule)
    if call.json:
        put_json(as_json(working, call.lang))
        return
    for line in as_lines(working, call.lang):
        say_out(line)


def _invoice(session: CompanySession, call: Namespace) -> int:
    """The id of the invoice with that number, of one customer where several have it."""
    customer = customer_by_code(session, call.customer) if call.customer else None
    query = DocumentQuery(customer, (DocumentKind.INVOICE,), text=call.invoice)
    rows = session.ledger.document_rows(session.ledger.document_ids(query))
    wanted = call.invoice.strip().casefold()
    found = [row for row in rows if row.number.casefold() == wanted]
    if len(found) != 1:
        owners = ", ".join(sorted(row.customer_code or row.customer for row in found))
        code = "cli.invoice_not_unique" if found else "cli.no_such_invoice"
        raise CallError(code, number=call.invoice, customers=owners)
    return found[0].id


def as_json(working: InterestWorking, lang: str) -> dict[str, object]:
    """The working for a program: amounts as strings in major units, exact interest as fractions."""
    basis, rule = working.basis, working.basis.rule
    return {
        "invoice": working.number,
        "to": working.to.isoformat(),
        "currency": working.currency,
        "basis": basis.code,
        "why": _said(basis.why, lang),
        "source": rule.cited(lang) if rule else "",
        "open": major(working.open.minor, working.currency),
        "days": working.days_late,
        "interest": major(working.total.minor, working.currency),
        "daily": major(working.daily.minor, working.currency),
        "compensation": _money(working.compensation),
        "debts": [_claim(claim) for claim in working.claims],
        "warnings": [{"code": one.code, "text": _said(one, lang)} for one in _warnings(working)],
    }


def _claim(working: ClaimWorking) -> dict[str, object]:
    claim = working.claim
    return {
        "instalment": claim.seq or None,
        "due": claim.due_date.isoformat(),
        "amount": major(claim.amount, claim.currency),
        "open": major(working.open, claim.currency),
        "spans": [_span(span, claim.currency) for span in working.spans],
    }


def _span(span: Span, currency: str) -> dict[str, object]:
    return {
        "from": span.start.isoformat(),
        "until": span.end.isoformat(),
        "days": span.days,
        "principal": major(span.principal, currency),
        "rate": f"{span.rate:f}",
        "per": span.period.value,
        "year_basis": span.year_basis,
        "reference": f"{span.point.rate:f}" if span.point else None,
        "reference_on": span.point.on.isoformat() if span.point else None,
        "interest_exact": str(span.interest / 10 ** exponent(currency)),
    }


def as_lines(working: InterestWorking, lang: str) -> list[str]:
    """The working for people: the basis, each step, the sums, what to mind."""
    places = exponent(working.currency)
    day = day_in_sentence(working.to, lang)
    lines = [say("cli.interest.head", lang, number=working.number, day=day), _said(working.basis.why, lang)]
    rows = [_step(span, places, lang) for claim in working.claims for span in claim.spans]
    if rows:
        lines += ["", *aligned(rows, (False, True, True, False, False))]
    sums = [("total", working.total), ("compensation", working.compensation), ("daily", working.daily)]
    told = [
        (
            say(f"interest_sheet.{name}", lang),
            money(value.minor, exponent(value.currency), value.currency, lang),
        )
        for name, value in sums
        if value is not None
    ]
    return [*lines, "", *aligned(told, (False, True)), *(_said(one, lang) for one in _warnings(working))]


def _step(span: Span, places: int, lang: str) -> tuple[str, ...]:
    days = say("cli.interest.days", lang, n=span.days)
    rate = say(f"interest_sheet.rate_{span.period}", lang, rate=rate_text(span.rate))
    basis = "" if span.period == "day" else f"÷ {span.year_basis}"
    return f"{span.start} – {span.end}", days, amount(span.principal, places), rate, basis


def _warnings(working: InterestWorking) -> tuple[Problem, ...]:
    return (*working.notes, *working.basis.warnings)


def _said(problem: Problem, lang: str) -> str:
    return spoken(problem.code, lang, problem.params)


def _money(value: Money | None) -> dict[str, str] | None:
    return {"amount": major(value.minor, value.currency), "currency": value.currency} if value else None
