"""What a case written down by hand comes to: every figure the facts allow, and the steps to it.

Answers are minor units by name; days stand as dates. The rules are those of ``cover``, ``indemnity``,
``recovery`` and ``premium``: a claim by hand and a claim of the ledger take one path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.domain.buyer_limit import BuyerLimits
from app.domain.calendar import WeekendsOnly
from app.domain.claim_case import CaseInvoice, ClaimCase
from app.domain.cover import Gap, Ground, Insurable, ItemCover, Spell, walk
from app.domain.document import DocumentKind
from app.domain.indemnity import Indemnity, Loss, Step, StepCode, Used, indemnity
from app.domain.insurance_deadline import add_period, due_by_terms
from app.domain.insurance_record import LimitDecision
from app.domain.policy import Anchor, Cause, Period
from app.domain.premium import finance_cap, premium
from app.domain.problem import DomainError
from app.domain.recovery import Debt, before_loss, cost_shares, insured_part, share
from app.domain.set_off import OnAccount, SetOff, lay

_FIRST, _LAST = date.min, date.max
_DAY = date(2000, 1, 1)
"""Stands for a shipment day where a case names none: all invoices then count as shipped in their order."""
_MOST = 10**17


@dataclass
class Reckoned:
    """The answers, minor units by name (or days, or lists of answers), and the trace of the claim."""

    figures: dict[str, object] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    covers: tuple[ItemCover, ...] = ()


def reckon(case: ClaimCase) -> Reckoned:
    """Everything the facts of a case allow to be worked out; ``DomainError`` where they allow nothing."""
    found = Reckoned()
    _timeline(case, found)
    _premium(case, found)
    _finance(case, found)
    _claims(case, found)
    _claim(case, found)
    _recovery(case, found)
    _costs(case, found)
    if not found.figures:
        raise DomainError("claim_case.nothing")
    return found


def _timeline(case: ClaimCase, found: Reckoned) -> None:
    """Due date, last day to notify, end of the waiting period, day of payment."""
    issued = case.dates.get("invoice_date")
    if issued is None:
        return
    due = due_by_terms(issued, case.days.get("terms_days", 0), counts_first_day=case.terms.counts_first_day)
    found.figures["due_date"] = due
    legs = (
        ("notify_by", "notify_days_after_due", Anchor.DUE),
        ("claim_from", "waiting_days_from_notification", Anchor.NOTICE),
        ("pay_by", "payment_days", Anchor.WAITING_END),
    )
    day = due
    for name, days, anchor in legs:
        if days not in case.days:
            return
        day = add_period(day, Period(anchor, case.days[days]), WeekendsOnly(), "")
        found.figures[name] = day


def _premium(case: ClaimCase, found: Reckoned) -> None:
    if "declared" not in case.lists:
        return
    made = premium(case.terms, case.lists["declared"], paid=case.some("deposit_paid"), fees=case.some("fees"))
    found.figures |= {
        "turnover": made.turnover,
        "premium_by_rate": made.by_rate,
        "premium_due": made.due,
        "balance_to_pay": made.balance,
    }


def _finance(case: ClaimCase, found: Reckoned) -> None:
    declared, limit = case.amount("declared"), case.amount("effective_limit")
    if declared is not None and limit is not None:
        found.figures["max_finance"] = finance_cap(declared, limit, case.terms.insured_pct)


def _claims(case: ClaimCase, found: Reckoned) -> None:
    """Several losses of one insurance period, one after the other."""
    if "claims" not in case.lists:
        return
    used, rows, total = _used(case), [], 0
    whole = case.terms.aggregate_first_loss
    for number, covered in enumerate(case.lists["claims"], 1):
        made = indemnity(Loss(covered, case.cause or Cause.DEFAULT), case.terms, used)
        used = replace(
            used, first_loss=used.first_loss + made.first_loss, liability=used.liability + made.payable
        )
        total += made.payable
        row: dict[str, object] = {"claim": str(number), "covered": covered}
        row |= {"afl_consumed": made.first_loss, "payable": made.payable}
        row["afl_left"] = max(0, whole - used.first_loss)
        rows.append(row)
    found.figures |= {"steps": rows, "total_payable": total}


def _used(case: ClaimCase) -> Used:
    liability = case.some("liability_used", "claims_paid_so_far")
    return Used(case.some("afl_used"), liability, case.some("premium_paid"))


# -- one claim --------------------------------------------------------------------------------------


def _claim(case: ClaimCase, found: Reckoned) -> None:
    """From the debt to the covered debt, and from there to what is payable."""
    if case.invoices:
        covered = _invoices(case, found)
    elif case.amount("covered") is not None:
        covered = found.figures["covered"] = _told(case)
    elif case.amount("debt") is not None:
        covered = _debt(case, found)
    else:
        return
    used, terms = _used(case), case.terms
    if terms.max_liability_multiple is not None and case.amount("premium_paid") is None:
        # Nothing paid and nothing said are not the same: the cover would silently come to nothing.
        raise DomainError("claim_case.needs", field="premium_paid", clause="max_liability_multiple")
    most = terms.liability(used.premium_paid)
    if most is not None:
        found.figures |= {"max_liability": most, "left": max(0, most - used.liability)}
    discretionary = _by_discretion(case)
    made = indemnity(Loss(covered, case.cause or Cause.DEFAULT, discretionary=discretionary), terms, used)
    found.steps = made.steps
    found.figures |= _named_steps(made, covered) | {"afl_consumed": made.first_loss, "payable": made.payable}
    for cause in terms.pct_by_cause:
        of_cause = indemnity(Loss(covered, cause, discretionary=discretionary), terms, used)
        found.figures[f"payable_{cause}"] = of_cause.payable
    if case.reduced_pct is not None:
        reduced = indemnity(Loss(covered, pct=case.reduced_pct), terms, used)
        found.figures |= {
            "payable_in_time": made.payable,
            "payable_reduced": reduced.payable,
            "payable_rejected": 0,
        }


_STEP_NAMES: Mapping[StepCode, str] = {
    StepCode.THRESHOLD: "after_threshold",
    StepCode.PERCENT: "after_pct",
    StepCode.EACH_LOSS: "after_each_loss",
    StepCode.FIRST_LOSS: "after_afl",
    StepCode.LIABILITY: "after_cap",
}


def _named_steps(made: Indemnity, covered: int) -> dict[str, object]:
    """What is left after each step, by name; a step the policy has not leaves what was before it."""
    found: dict[str, object] = {"after_threshold": covered}
    for step in made.steps:
        if (name := _STEP_NAMES.get(step.code)) is not None:
            found[name] = step.left
        if step.code is StepCode.PERCENT:
            found |= {"insured_share": step.taken, "uninsured_share": step.taken, "retention": step.taken}
        if step.code is StepCode.RETENTION and isinstance(found["retention"], int):
            found["retention"] = found["retention"] + step.taken
    return found


def _by_discretion(case: ClaimCase) -> bool:
    return case.amount("credit_limit") is None and case.terms.discretionary_limit is not None


def _limit(case: ClaimCase) -> int | None:
    named = case.amount("credit_limit")
    return case.terms.discretionary_limit if named is None else named


def _told(case: ClaimCase) -> int:
    """What the case itself says is covered: never more than the debt or the limit it names."""
    covered = case.some("covered")
    for name in ("debt", "claimable", "credit_limit"):
        most = case.amount(name)
        if most is not None and covered > most:
            raise DomainError("claim_case.above", field="covered", other=name)
    return covered


def _debt(case: ClaimCase, found: Reckoned) -> int:
    debt, limit = _owed(case, case.some("debt")), _limit(case)
    covered = debt if limit is None else min(debt, limit)
    if case.amount("set_off") is not None:
        found.figures |= {"less_set_off": case.some("debt") - debt, "net_debt": debt}
    found.figures |= {"covered": covered, "uncovered": debt - covered}
    return covered


def _owed(case: ClaimCase, debt: int) -> int:
    """A debt after what the buyer has on account is set off; never below nothing."""
    return max(0, debt - case.some("set_off"))


def _invoices(case: ClaimCase, found: Reckoned) -> int:
    """The walk over the invoices, after payments before the loss were set against the oldest."""
    invoices = case.invoices
    if case.receipt is not None and not _after_loss(case):
        left = before_loss(_debts(invoices), case.receipt[1])
        without = sum(each.covered for each in _walked(case, invoices))
        invoices = tuple(_reduced(each, rest) for each, rest in zip(invoices, left, strict=True))
        found.figures |= {
            "open_after": list(left),
            "debt_at_loss": sum(left),
            "without_receipt_covered": without,
        }
    found.covers = tuple(_walked(case, invoices))
    found.figures |= _waterfall(invoices, found.covers)
    return sum(each.covered for each in found.covers)


def _after_loss(case: ClaimCase) -> bool:
    """Whether the receipt came in after the day of loss: the policy's rule then divides it."""
    loss = case.dates.get("loss_date")
    return case.receipt is not None and loss is not None and case.receipt[0] > loss


def _debts(invoices: Sequence[CaseInvoice]) -> list[Debt]:
    return [Debt(one.number, one.due or one.shipped or _DAY, one.gross) for one in invoices]


def _reduced(invoice: CaseInvoice, rest: int) -> CaseInvoice:
    """An invoice with less open of it; tax and dispute shrink with it."""
    if rest == invoice.gross:
        return invoice
    vat = invoice.vat * rest // invoice.gross
    return replace(invoice, gross=rest, vat=vat, disputed=min(invoice.disputed, rest - vat))


def _walked(case: ClaimCase, invoices: Sequence[CaseInvoice]) -> list[ItemCover]:
    limit = _limit(case)
    amount = _MOST if limit is None else limit
    # The limit is in the case as one figure; whose it is shows in the percentage alone.
    decision = LimitDecision(0, 0, _FIRST, _FIRST, "granted", case.currency, amount=amount)
    stop = case.dates.get("stop_shipment_date")
    stops = () if stop is None else (Spell(stop),)
    limits = BuyerLimits([decision], known_on=_LAST)
    ground = Ground(case.terms, _FIRST, _LAST, limits, stops)
    items = [_item(place, one, case.currency) for place, one in enumerate(invoices)]
    held = OnAccount(0, 0, DocumentKind.RECEIPT, "", _FIRST, case.currency, case.some("set_off"))
    laid = lay(items, [held])
    return walk([_after_set_off(one, laid.get(one.document_id, ())) for one in items], ground)


def _after_set_off(item: Insurable, parts: tuple[SetOff, ...]) -> Insurable:
    """An invoice with what is set off; tax and dispute shrink with what is left of it."""
    if not parts:
        return item
    laid = item._replace(credits=parts)
    vat = item.vat * laid.owed // item.open
    return laid._replace(vat=vat, disputed=min(item.disputed, laid.owed - vat))


def _item(place: int, invoice: CaseInvoice, currency: str) -> Insurable:
    days = timedelta(days=invoice.terms_days)
    shipped = invoice.shipped or (invoice.due - days if invoice.due else _DAY)
    return Insurable(
        place,
        invoice.number,
        0,
        shipped,
        shipped,
        shipped + days,
        currency,
        invoice.gross,
        invoice.vat,
        invoice.disputed,
    )


_TAKEN: Mapping[str, frozenset[Gap]] = {
    "less_set_off": frozenset({Gap.SET_OFF}),
    "less_vat": frozenset({Gap.VAT}),
    "less_disputed": frozenset({Gap.DISPUTED}),
    "less_long_terms": frozenset({Gap.TERMS_TOO_LONG}),
    "less_after_stop": frozenset({Gap.AFTER_STOP}),
    "over_limit": frozenset({Gap.OVER_LIMIT}),
}


def _waterfall(invoices: Sequence[CaseInvoice], covers: Sequence[ItemCover]) -> dict[str, object]:
    """From the gross debt to the covered debt, with what each reason took."""
    gross = sum(one.gross for one in invoices)
    taken = {
        name: sum(amount for each in covers for gap, amount in each.gaps if gap in gaps)
        for name, gaps in _TAKEN.items()
    }
    covered = sum(each.covered for each in covers)
    net = gross - taken["less_set_off"] - taken["less_vat"]
    return {
        "gross_debt": gross,
        "less_set_off": taken["less_set_off"],
        "less_vat": taken["less_vat"],
        "net_debt": net,
        "less_disputed": taken["less_disputed"],
        "less_long_terms": taken["less_long_terms"],
        "less_after_stop": taken["less_after_stop"],
        "eligible": covered + taken["over_limit"],
        "over_limit": taken["over_limit"],
        "covered": covered,
        "uncovered": gross - taken["less_set_off"] - covered,
    }


# -- after the claim --------------------------------------------------------------------------------


def _recovery(case: ClaimCase, found: Reckoned) -> None:
    """Money after the loss: between insured and uninsured debt, or by what each side bore."""
    if case.receipt is not None and found.covers and _after_loss(case):
        _received_after(case, found, case.receipt[1])
        return
    recovery, debt = case.amount("recovery"), case.amount("debt", "claimable")
    limit = case.amount("credit_limit")
    debt = None if debt is None else _owed(case, debt)
    if recovery is not None and debt is not None and limit is not None:
        insured = insured_part(recovery, covered=min(limit, debt), debt=debt)
        found.figures |= {"to_insured_part": insured, "to_uninsured_part": recovery - insured}
    gross, paid = case.amount("gross", "recovery"), case.amount("indemnity_paid")
    if gross is None or paid is None or debt is None:
        return
    covered = debt if limit is None else min(limit, debt)
    shares = share(
        case.terms.recovery_rule,
        gross,
        costs=case.some("costs"),
        paid=paid,
        debts=[Debt("", _DAY, debt, case.amount("covered") or covered)],
        pct=case.terms.insured_pct,
    )
    found.figures |= {
        "net": shares.net,
        "insurer": shares.insurer,
        "policyholder": shares.policyholder,
    }


def _received_after(case: ClaimCase, found: Reckoned, received: int) -> None:
    """A receipt after the loss, divided on what the invoices of the case came to."""
    debts = [
        Debt(one.number, one.due or one.shipped or _DAY, _untaxed(one, cover), cover.covered)
        for one, cover in zip(case.invoices, _in_order(found.covers), strict=True)
    ]
    debt, covered = sum(one.amount for one in debts), sum(one.covered for one in debts)
    payable = found.figures["payable"]
    paid = case.amount("indemnity_paid")
    if paid is None:
        paid = payable if isinstance(payable, int) else 0
    insured = insured_part(received, covered=covered, debt=debt)
    shares = share(
        case.terms.recovery_rule,
        received,
        costs=case.some("costs"),
        paid=paid,
        debts=debts,
        pct=case.terms.insured_pct,
    )
    found.figures |= {"to_insured_part": insured, "to_uninsured_part": received - insured}
    found.figures |= {
        "net": shares.net,
        "insurer": shares.insurer,
        "policyholder": shares.policyholder,
    }


def _untaxed(invoice: CaseInvoice, cover: ItemCover) -> int:
    """What is owed of an invoice after set-off, without its tax."""
    owed = cover.item.owed
    return owed - (cover.item.vat if cover.item.credits else invoice.vat)


def _in_order(covers: Sequence[ItemCover]) -> list[ItemCover]:
    """Covers in the order in which the case names its invoices."""
    return sorted(covers, key=lambda one: one.item.document_id)


def _costs(case: ClaimCase, found: Reckoned) -> None:
    """Whose the costs of recovery are, before and after payment."""
    costs = case.amount("costs")
    if costs is None or case.amount("gross") is not None:
        return
    before = cost_shares(costs, pct=case.terms.insured_pct)
    found.figures |= {
        "own_share_before": before.policyholder,
        "insurer_share_before": before.insurer,
    }
    entrusted, paid = case.amount("entrusted_amount"), case.amount("indemnity_paid")
    if entrusted and paid is not None:
        after = cost_shares(costs, pct=case.terms.insured_pct, paid=paid, entrusted=entrusted)
        found.figures |= {"own_share_after": after.policyholder, "insurer_share_after": after.insurer}
