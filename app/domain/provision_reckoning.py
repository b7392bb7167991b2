"""What follows from a provision: the journal to post, and what it would be if something were otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.provision import Movement, Provision, Scenario, Specific, provide
from app.domain.provision_sheet import Posting, ProvisionSheet, Sensitivity, Side

STEPS = (-25, -10, 10, 25)
"""By so many per cent the rates are moved to see what hangs on them."""


def postings(moved: Movement | None, direct: int = 0) -> tuple[Posting, ...]:
    """The journal: charge or release, use and recovery of the provision; or ``direct`` write-offs.

    Source: CAS 22 and its guide; a recovered debt first comes back, then is paid (收回已核销的坏账).
    """
    if moved is None:
        return _pair("direct", "bad_debt_loss", "receivables", direct)
    return (
        *_pair("charged", "impairment_loss", "allowance", moved.charged),
        *_pair("released", "allowance", "impairment_loss", moved.released),
        *_pair("written_off", "allowance", "receivables", moved.written_off),
        *_pair("recovered", "receivables", "allowance", moved.recovered),
        *_pair("received", "bank", "receivables", moved.recovered),
    )


def _pair(what: str, debit: str, credit: str, amount: int) -> tuple[Posting, ...]:
    if not amount:
        return ()
    return Posting(what, Side.DEBIT, debit, amount), Posting(what, Side.CREDIT, credit, amount)


def sensitivities(sheet: ProvisionSheet) -> tuple[Sensitivity, ...]:
    """Rates a tenth and a quarter lower and higher, the worst scenario alone, everything one bucket later."""
    if sheet.small_firm:
        return ()
    rates = {(one.segment, one.bucket): one.rate for one in sheet.rates}
    found = [
        _told(sheet, "rates", _again(sheet, _scaled(rates, step)), {"step": f"{step:+d}"}) for step in STEPS
    ]
    worst = max(sheet.policy.scenarios, key=lambda one: one.multiplier, default=None)
    if worst is not None:
        alone = [replace(worst, weight=Decimal(100))]
        again = _again(sheet, rates, alone)
        found.append(_told(sheet, "worst_scenario", again, {"name": worst.code, "by": worst.multiplier}))
    last = sheet.buckets.count - 1
    later = {
        (segment, bucket): rates.get((segment, min(last, bucket + 1)), rate)
        for (segment, bucket), rate in rates.items()
    }
    found.append(_told(sheet, "bucket_worse", _again(sheet, later), {}))
    return tuple(found)


def _scaled(rates: Mapping[tuple[str, int], Decimal], step: int) -> dict[tuple[str, int], Decimal]:
    return {key: min(Decimal(100), rate * (100 + step) / 100) for key, rate in rates.items()}


def _again(
    sheet: ProvisionSheet,
    rates: Mapping[tuple[str, int], Decimal],
    scenarios: Sequence[Scenario] | None = None,
) -> Provision:
    return provide(
        [one.cell for one in sheet.result.cells],
        rates,
        scenarios=sheet.policy.scenarios if scenarios is None else scenarios,
        specific=_specific(sheet),
        insurer_rate=sheet.policy.insurer_rate,
    )


def _specific(sheet: ProvisionSheet) -> list[Specific]:
    return list(sheet.result.specific)


def _told(sheet: ProvisionSheet, code: str, again: Provision, params: Mapping[str, object]) -> Sensitivity:
    return Sensitivity(code, again.total, again.total - sheet.total, params)
