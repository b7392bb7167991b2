"""One insurance claim on the command line: as a table, as JSON, or its pack as a PDF."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.deadlines import duty_as_json
from app.cli.printing import aligned, major, put_json, say_out
from app.domain.claim_pack import ListedPaper, gap_sums
from app.domain.insurance_record import Claim, ClaimEvent
from app.domain.money import exponent
from app.words import say
from app.words.formats import amount, day_in_column, money
from app.words.insurance_text import set_off_part

if TYPE_CHECKING:
    from app.domain.claim_trace import Calculation, TracedInvoice
    from app.domain.indemnity import Step
    from app.services.claim_views import ClaimDetail
    from app.services.session import CompanySession


def tell_claim(session: CompanySession, call: Namespace) -> None:
    """Print a claim, or write its pack and name what is to be enclosed separately."""
    if call.pack is not None:
        written = session.claims.pack(call.claim, call.pack, call.lang)
        say_out(say("cli.claim.packed", call.lang, path=written.path, pages=written.pages))
        if written.separate:
            names = ("、" if call.lang == "zh" else ", ").join(written.separate)
            say_out(say("cli.claim.separate", call.lang, names=names))
        return
    detail = session.claims.claim(call.claim)
    if call.json:
        put_json(_as_json(session, detail))
        return
    for line in _as_lines(detail, call.lang):
        say_out(line)


def _as_json(session: CompanySession, detail: ClaimDetail) -> dict[str, object]:
    row, claim = detail.row, detail.row.claim
    today = session.clock.today()
    duties = [
        one
        for one in session.deadlines.of_customer(claim.customer_id, today)
        if one.policy.id == claim.policy_id and one.claim_id in {None, claim.id}
    ]
    return {
        "claim": claim.id,
        "reference": claim.reference,
        "state": claim.state,
        "following": [state.value for state in detail.following],
        "cause": claim.cause,
        "policy": row.policy.record.number,
        "insurer": row.policy.record.insurer,
        "customer_id": claim.customer_id,
        "customer": row.customer,
        "currency": claim.currency,
        "opened_on": claim.opened_on.isoformat(),
        "loss_on": detail.loss_on.isoformat(),
        "filed_on": claim.filed_on.isoformat() if claim.filed_on else None,
        "payee": claim.payee,
        "claimed": _figure(claim.claimed, claim),
        "approved": None if claim.approved is None else _figure(claim.approved, claim),
        "paid": _figure(row.paid, claim),
        "recovered": _figure(detail.recovered, claim),
        "own_recovered": _figure(detail.own_recovered, claim),
        "own_costs": _figure(detail.own_costs, claim),
        "borne": _figure(session.claims.loss(claim.id).borne, claim),
        "calculation": _calculation(detail.calculation),
        "papers": [_paper(one) for one in detail.checklist],
        "events": [_event(one, claim) for one in detail.events],
        "deadlines": [duty_as_json(one, today) for one in duties],
    }


def _figure(minor: int, claim: Claim) -> str:
    return major(minor, claim.currency)


def _calculation(found: Calculation) -> dict[str, object]:
    """Every step with the figures it used; the same keys as ``claim-calc``."""
    currency = found.currency
    return {
        "as_of": found.as_of.isoformat(),
        "currency": currency,
        "frozen": found.frozen,
        "debt": major(sum(one.debt for one in found.invoices), currency),
        "set_off": major(found.set_off, currency),
        "owed": major(found.owed, currency),
        "not_covered": {gap.value: major(minor, currency) for gap, minor in gap_sums(found.invoices).items()},
        "covered": major(found.covered, currency),
        "payable": major(found.payable, currency),
        "trace": [_step(step, currency) for step in found.steps],
        "invoices": [_invoice(one, currency) for one in found.invoices],
        "missing_rates": list(found.missing),
    }


def _step(step: Step, currency: str) -> dict[str, object]:
    params = {
        name: major(value, currency) if isinstance(value, int) and not isinstance(value, bool) else value
        for name, value in step.params.items()
    }
    told = {name: value if isinstance(value, bool | str) else str(value) for name, value in params.items()}
    return {
        "step": step.code.value,
        "taken": major(step.taken, currency),
        "left": major(step.left, currency),
        **told,
    }


def _invoice(one: TracedInvoice, currency: str) -> dict[str, object]:
    return {
        "number": one.number,
        "shipped": one.shipped.isoformat(),
        "due": one.due.isoformat(),
        "currency": one.currency,
        "open": major(one.open, one.currency),
        "insured": major(one.insured, one.currency),
        "covered": major(one.covered, currency),
        "limit": None if one.limit is None else major(one.limit, currency),
        "not_covered": {gap.value: major(minor, one.currency) for gap, minor in one.gaps},
        "credits": [
            {
                "kind": each.kind,
                "number": each.number,
                "on": each.on.isoformat(),
                "amount": major(each.amount, one.currency),
            }
            for each in one.credits
        ],
    }


def _paper(one: ListedPaper) -> dict[str, object]:
    return {
        "paper": one.paper.kind,
        "required": one.paper.required,
        "state": one.paper.state,
        "there": one.there,
        "made_here": one.made,
        "note": one.paper.note,
        "files": [file.name for file in one.files],
    }


def _event(one: ClaimEvent, claim: Claim) -> dict[str, object]:
    return {
        "on": one.on.isoformat(),
        "event": one.kind,
        "state": one.state,
        "amount": _figure(one.amount, claim),
        "costs": _figure(one.costs, claim),
        "payee": one.payee,
        "reason": one.reason,
        "document_id": one.document_id,
    }


def _as_lines(detail: ClaimDetail, lang: str) -> list[str]:
    """State, the calculation step by step, the checklist, what happened."""
    row, claim = detail.row, detail.row.claim
    reference = claim.reference or f"{row.policy.record.number}-{claim.id}"
    cause = say(f"insured_cause.{claim.cause}", lang)
    lines = [
        say("cli.claim.title", lang, reference=reference, name=row.customer),
        f"{say(f'claim_state.{claim.state}', lang)} · {cause} · {day_in_column(detail.loss_on, lang)}",
        "",
    ]
    places = exponent(detail.calculation.currency)
    steps = [[say(f"column.{name}", lang) for name in ("step", "less", "left")]]
    steps += _not_covered(detail.calculation, lang)
    steps += [
        [
            say(f"indemnity_step.{step.code}", lang),
            f"−{amount(step.taken, places)}" if step.taken else "",
            amount(step.left, places),
        ]
        for step in detail.calculation.steps
    ]
    lines += [*aligned(steps, (False, True, True)), ""]
    if laid := _set_off(detail.calculation, lang):
        lines += [say("claim_pack.set_off_intro", lang, day=day_in_column(detail.calculation.as_of, lang))]
        lines += [*laid, ""]
    papers = [[say(f"column.{name}", lang) for name in ("paper", "there")]]
    papers += [[say(f"claim_paper.{one.paper.kind}", lang), _standing(one, lang)] for one in detail.checklist]
    lines += [*aligned(papers, (False, False)), ""]
    happened = [
        [day_in_column(one.on, lang), _said(one, lang), amount(one.amount, places) if one.amount else ""]
        for one in detail.events
    ]
    return [*lines, *aligned(happened, (False, False, True))] if happened else lines[:-1]


def _not_covered(found: Calculation, lang: str) -> list[list[str]]:
    """From the open debt to what is covered: each reason and what it takes off."""
    places = exponent(found.currency)
    left = sum(one.debt for one in found.invoices)
    rows = [[say("claim_pack.debt", lang), "", amount(left, places)]]
    for gap, taken in gap_sums(found.invoices).items():
        left -= taken
        rows.append([say(f"cover_gap.{gap}", lang), f"−{amount(taken, places)}", amount(left, places)])
    return rows


def _set_off(found: Calculation, lang: str) -> list[str]:
    """Which credit comes off which invoice."""
    return [
        set_off_part(
            each.kind,
            each.number,
            each.on,
            money(each.amount, exponent(one.currency), one.currency, lang),
            one.number,
            lang,
        )
        for one in found.invoices
        for each in one.credits
    ]


def _standing(one: ListedPaper, lang: str) -> str:
    if one.there:
        return say("claim_pack.status.made" if one.made else "claim_pack.status.enclosed", lang)
    if one.paper.state == "waived":
        return say("claim_pack.status.waived", lang)
    return say("claim_pack.status.missing" if one.missing else "claim_pack.status.optional", lang)


def _said(one: ClaimEvent, lang: str) -> str:
    what = say(f"claim_state.{one.state}" if one.kind == "state" else f"claim_event.{one.kind}", lang)
    return " · ".join(part for part in (what, one.reason) if part)
