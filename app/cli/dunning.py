"""Who is reminded on a day, at which step and of which invoices; and who is not, and why."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from app.cli.printing import aligned, major, put_json, say_error, say_out
from app.domain.dunning_run import (
    DunningProposal,
    Freshness,
    ProposedLetter,
    ProposedLine,
    SkippedItem,
    Unmatched,
)
from app.domain.money import exponent
from app.domain.problem import Problem
from app.words import codes, say
from app.words.formats import amount, day_in_sentence, money, spoken

if TYPE_CHECKING:
    from app.services.session import CompanySession

_AMOUNTS = frozenset({"amount", "minimum", "credit", "overdue"})


def tell_run(session: CompanySession, call: Namespace) -> bool:
    """Print the run of the day; False where no run can be made for it."""
    proposal = session.dunning.preview(call.as_of)
    if call.json:
        put_json(as_json(proposal, call.lang))
    else:
        for line in as_lines(proposal, call.lang):
            say_out(line)
    if proposal.refusal is not None:
        say_error(_said(proposal.refusal, call.lang))
    return proposal.refusal is None


def as_json(proposal: DunningProposal, lang: str) -> dict[str, object]:
    """The run for a program; amounts are strings in major units."""
    return {
        "as_of": proposal.as_of.isoformat(),
        "last_run": _iso(proposal.last_run),
        "refusal": _said(proposal.refusal, lang) if proposal.refusal else None,
        "freshness": _fresh(proposal.freshness),
        "letters": [_letter(letter, lang) for letter in proposal.letters],
        "skipped": [_skipped(item, lang) for item in proposal.skipped],
    }


def _fresh(freshness: Freshness) -> dict[str, object]:
    return {
        "newest_receipt": _iso(freshness.newest_receipt),
        "newest_statement": _iso(freshness.newest_statement),
        "age_days": freshness.age_days,
        "unmatched": _waiting(freshness.unmatched),
        "unallocated": _waiting(freshness.unallocated),
    }


def _waiting(found: Unmatched) -> dict[str, object]:
    totals = {one.currency: major(one.minor, one.currency) for one in found.totals}
    return {"count": found.count, "totals": totals}


def _letter(letter: ProposedLetter, lang: str) -> dict[str, object]:
    return {
        "customer": letter.customer,
        "code": letter.customer_code,
        "currency": letter.currency,
        "policy": letter.policy,
        "step": letter.level,
        "name": _step_name(letter, lang),
        "template": letter.template,
        "channel": str(letter.channel),
        "language": letter.language,
        "total": major(letter.total, letter.currency),
        "fee": major(letter.fee, letter.currency),
        "on_account": major(letter.on_account, letter.currency),
        "pay_by": _iso(letter.pay_by),
        "last_sent": {"on": _iso(letter.last_sent.on), "step": letter.last_sent.level}
        if letter.last_sent
        else None,
        "stop_shipment": letter.stop_shipment,
        "hand_over": letter.hand_over,
        "invoices": [_line(line, letter.currency) for line in letter.lines],
        "warnings": [{"code": one.code, "text": _said(one, lang)} for one in letter.warnings],
    }


def _line(line: ProposedLine, currency: str) -> dict[str, object]:
    return {
        "number": line.number,
        "date": line.doc_date.isoformat(),
        "due": line.due_date.isoformat(),
        "days_late": line.days_late,
        "step": line.level,
        "amount": major(line.amount, currency),
        "disputed": major(line.disputed, currency),
        "held": major(line.held, currency),
    }


def _skipped(item: SkippedItem, lang: str) -> dict[str, object]:
    return {
        "customer": item.customer,
        "currency": item.currency,
        "number": item.number or None,
        "due": _iso(item.due_date),
        "amount": major(item.amount, item.currency),
        "reason": item.reason.code,
        "text": _said(item.reason, lang),
    }


def as_lines(proposal: DunningProposal, lang: str) -> list[str]:
    """The run for people: letters with their invoices, then what is passed over with the reason."""
    lines = [
        say("cli.dunning.head", lang, as_of=day_in_sentence(proposal.as_of, lang), n=len(proposal.letters))
    ]
    fresh = proposal.freshness
    newest = max(filter(None, (fresh.newest_receipt, fresh.newest_statement)), default=None)
    if newest is None:
        lines.append(say("cli.dunning.no_receipts", lang))
    else:
        lines.append(say("cli.dunning.fresh", lang, on=day_in_sentence(newest, lang), n=fresh.age_days))
    if fresh.unmatched.count:
        lines.append(say("cli.dunning.unmatched", lang, n=fresh.unmatched.count))
    for letter in proposal.letters:
        lines += ["", *_letter_lines(letter, lang)]
    if proposal.skipped:
        lines += ["", say("cli.dunning.skipped", lang, n=len(proposal.skipped))]
        lines += _table([_skipped_cells(item, lang) for item in proposal.skipped], right=(3,))
    return lines


def _letter_lines(letter: ProposedLetter, lang: str) -> list[str]:
    head = say(
        "cli.dunning.letter",
        lang,
        customer=letter.customer,
        level=letter.level,
        step=_step_name(letter, lang),
        total=money(letter.total, exponent(letter.currency), letter.currency, lang),
        channel=say(f"dunning.channel.{letter.channel}", lang),
    )
    digits = exponent(letter.currency)
    rows = [
        [
            f"  {line.number}",
            line.due_date.isoformat(),
            say("cli.dunning.late", lang, n=line.days_late),
            str(line.level),
            amount(line.amount, digits),
        ]
        for line in letter.lines
    ]
    return [head, *_table(rows, right=(2, 3, 4)), *(f"  {_said(one, lang)}" for one in letter.warnings)]


def _skipped_cells(item: SkippedItem, lang: str) -> list[str]:
    shown = amount(item.amount, exponent(item.currency))
    return [f"  {item.customer}", item.number or "–", item.currency, shown, _said(item.reason, lang)]


def _table(rows: list[list[str]], right: tuple[int, ...]) -> list[str]:
    widths = [n in right for n in range(len(rows[0]))] if rows else []
    return aligned(rows, widths) if rows else []


def _step_name(letter: ProposedLetter, lang: str) -> str:
    return letter.step.name.get(lang) or next(iter(letter.step.name.values()), "") or letter.template


def _said(problem: Problem, lang: str) -> str:
    """A reason as a sentence, amounts in its own currency."""
    return _sentence(problem.code, problem.params, lang)


def _sentence(code: str, params: Mapping[str, object], lang: str) -> str:
    currency = str(params.get("currency") or "")
    written = {name: _value(name, value, currency, lang) for name, value in params.items()}
    return spoken(code, lang, written) if code in codes() else code


def _value(name: str, value: object, currency: str, lang: str) -> object:
    if isinstance(value, int) and name in _AMOUNTS and currency:
        return money(value, exponent(currency), currency, lang)
    return "–" if value is None else value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
