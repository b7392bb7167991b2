"""What a review takes from the provision, the cash forecast and the stress test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.provision_policy import Ageing
from app.domain.provision_sheet import BookedRun
from app.domain.review_value import Said
from app.domain.stress_scenario import name_params
from app.services.review_views import Outlook, ProvisionFacts, ProvisionLine

if TYPE_CHECKING:
    from datetime import date

    from app.domain.kpi_period import Period
    from app.domain.provision_sheet import ProvisionSheet
    from app.services.cash_views import CashForecast
    from app.services.session import CompanySession
    from app.services.stress_views import StressOutcome

_MOST_EVENTS = 6
_MOVES = ("begin", "charged", "released", "written_off", "recovered")


def provision_of(beside: CompanySession, period: Period, as_of: date) -> ProvisionFacts | None:
    """The provision of a day as booked, else as worked out; None where it cannot be."""
    service = beside.provisions
    runs = {run.as_of: run for run in service.runs()}
    try:
        booked = runs.get(as_of)
        sheet = service.booked(booked.id) if booked else service.provision(as_of)
    except DomainError:
        return None
    if sheet.small_firm:
        return ProvisionFacts(0, direct=True)
    before = _before(beside, runs.get(period.before_start), sheet, period)
    movement: tuple[tuple[str, int], ...] = ()
    if before is not None:
        moved = service.movement(sheet, before).movement
        movement = tuple((name, getattr(moved, name)) for name in _MOVES)
    by_board = sheet.buckets.ageing is Ageing.BOARD
    return ProvisionFacts(
        sheet.total,
        _lines(sheet),
        sheet.specific,
        movement=_signed(movement),
        before=before.total if before else None,
        by_board=by_board,
        limits=sheet.buckets.limits,
    )


def _before(
    beside: CompanySession, run: BookedRun | None, sheet: ProvisionSheet, period: Period
) -> BookedRun | None:
    """What was provided a quarter ago: as booked, else as worked out by the same choices."""
    if run is not None:
        return run
    try:
        old = beside.provisions.provision(period.before_start, policy=sheet.policy)
    except DomainError:
        return None
    standard = old.policy.standard
    return BookedRun(0, old.as_of, old.base, old.total, old.gross, standard, "", None, "", "")


def _lines(sheet: ProvisionSheet) -> tuple[ProvisionLine, ...]:
    """The matrix by bucket, all segments together."""
    found = []
    for place in range(sheet.buckets.count):
        cells = [one for one in sheet.result.cells if one.cell.bucket == place]
        gross = sum(one.cell.gross for one in cells)
        provided = sum(one.amount + one.by_insurer for one in cells)
        found.append(ProvisionLine(place, gross, provided))
    return tuple(found)


def _signed(movement: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Releases and write-offs lower the provision: with a sign the lines make up its end."""
    down = {"released", "written_off"}
    return tuple((name, -amount if name in down else amount) for name, amount in movement)


def outlook_of(beside: CompanySession, as_of: date) -> Outlook | None:
    """Cash of the coming weeks, and what bad events would take."""
    forecast = beside.cash.forecast(as_of)
    ground = beside.stress.ground(as_of, forecast)
    outcomes = [one for one in beside.stress.outcomes(ground) if one.result.cost]
    if not forecast.receivables and not outcomes:
        return None
    gap = forecast.gap
    return Outlook(
        weeks=_weeks(forecast),
        beyond=forecast.later,
        left_out=sum(forecast.left_out.values()),
        gap=gap.deepest if gap else None,
        gap_on=gap.deepest_on if gap else None,
        events=tuple(_event(one, forecast.currency) for one in outcomes[:_MOST_EVENTS]),
    )


def _weeks(forecast: CashForecast) -> tuple[tuple[date, int, int, int | None], ...]:
    return tuple(
        (week.start, week.collections + week.sales + week.incomes, week.outflows, week.balance)
        for week in forecast.weeks
    )


def _event(one: StressOutcome, currency: str) -> tuple[Said, Money, Money, Money, Money, Money | None]:
    """Its name, the loss before and after insurance, provision, what comes late, and what cash then lacks."""
    code, params = one.scenario.code, name_params(one.scenario)
    said = (
        Said(f"stress_scenario.{code}", params)
        if code
        else Said("review.own_text", {"text": one.scenario.name})
    )
    result = one.result
    gap = None if result.cash is None else Money(max(0, -result.cash), currency)
    sums = (Money(minor, currency) for minor in (result.loss, result.net, result.provision, result.delayed))
    return (said, *sums, gap)  # type: ignore[return-value]  # four sums, each of the currency
