"""Stations of the provision for bad debts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.measure_record import SpecificProvision
from app.domain.provision import RateSource, Standard
from app.domain.provision_policy import InsuredPart, Segmenting
from app.services.session import CompanySession
from tests.tour.stage import Stage


def _specific(session: CompanySession) -> None:
    """A debt provided for by itself, where the sample has none."""
    service, today = session.provisions, session.clock.today()
    if not service.specifics(today):
        first = service.proposals(today)[0]
        service.save_specific(SpecificProvision(first.customer_id, today, Decimal(80), first.rule))


def provision(stage: Stage) -> None:
    """The matrix, a cell's debts, rates with their derivation, specific debts, bookings, what it hangs on."""
    stage.ask(_specific)
    page: Any = stage.page("analysis", tab="provision")
    panel = page.panel("provision")
    stage.until(lambda: panel.found is not None and bool(panel.found.sheet.specifics))
    stage.settle()
    stage.shot("provision")
    panel.open_cell(2)
    stage.settle()
    stage.shot("provision-cell")
    page.drawer.close_drawer()
    for view in ("rates", "specific", "booked", "outlook"):
        panel.show_view(view)
        stage.settle()
        stage.shot(f"provision-{view}")
    _dialogs(stage, panel)
    _otherwise(stage, panel)
    panel.show_view("matrix")


def _dialogs(stage: Stage, panel: Any) -> None:
    """The method, typed rates, a specific debt, booking."""
    for name, run in (
        ("method", panel.edit_policy),
        ("type", panel.edit_rates),
        ("debt", lambda: panel.edit_specific(panel.found.specifics[0].id)),
        ("book", panel.book),
    ):
        run()
        stage.settle()
        if panel.dialog is not None:
            stage.shot(f"provision-{name}")
            panel.dialog.reject()
            stage.settle()


def _otherwise(stage: Stage, panel: Any) -> None:
    """By grade with a chain and the insured part out; then a firm that writes off directly."""
    usual = panel.found.policy
    other = replace(usual, segmenting=Segmenting.GRADE, method=RateSource.MARKOV, insured=InsuredPart.OUT)
    stage.ask(lambda session: session.provisions.save_policy(other))
    stage.until(lambda: panel.found.policy == other)
    panel.show_view("matrix")
    stage.settle()
    stage.shot("provision-grades")
    panel.show_view("rates")
    stage.settle()
    stage.shot("provision-chain")
    small = replace(usual, standard=Standard.SMALL_FIRMS)
    stage.ask(lambda session: session.provisions.save_policy(small))
    stage.until(lambda: panel.found.policy == small)
    stage.settle()
    stage.shot("provision-small")
    stage.ask(lambda session: session.provisions.save_policy(usual))
    stage.until(lambda: panel.found.policy == usual)
