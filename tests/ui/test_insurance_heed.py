"""What the insurance forbids, where a customer is looked at: shipping, and letters of our own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.claim_state import ClaimState
from app.domain.insurance_record import ShipmentStop
from app.domain.policy import Cause
from app.domain.work import WorkItem
from app.ui.pages.today.next_step import NextSteps
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk
from tests.ui.insured import Insured, insured


@pytest.fixture
def company(qtbot: QtBot, opened: MainWindow) -> Insured:
    return insured(Desk(qtbot, opened))


def heeded(company: Insured, customer_id: int) -> list[str]:
    page = company.desk.go(customer_id=customer_id)
    return [line.text for line in page.file.overview.heed.lines.lines]


def test_a_stop_of_the_insurance_is_to_be_heeded(company: Insured) -> None:
    [line] = [text for text in heeded(company, company.late) if "A1" in text]
    assert "maximum extension" in line
    assert "shipments must stop" in line
    assert not any("shipments" in text for text in heeded(company, company.sound))
    stop = ShipmentStop(1, company.sound, TODAY, "insurer")
    company.desk.ask(lambda s: s.policies.stop(stop))
    assert any("stops shipments since" in text for text in heeded(company, company.sound))


def test_a_claim_at_the_insurer_is_to_be_heeded_and_leads_there(company: Insured) -> None:
    made = company.desk.ask(lambda s: s.claims.open(1, company.late, Cause.DEFAULT))
    claim_id = min(made.touched["claim"])
    company.desk.ask(lambda s: s.claims.move(claim_id, ClaimState.READY, TODAY))
    company.desk.ask(lambda s: s.claims.move(claim_id, ClaimState.FILED, TODAY))
    found = heeded(company, company.late)
    place = next(at for at, text in enumerate(found) if "no letters of our own" in text)
    workspace = company.desk.window.workspace
    assert workspace is not None
    card = company.desk.go(customer_id=company.late).file.overview.heed
    card._runs[place]()
    company.desk.settle()
    assert type(workspace.page).__name__ == "InsurancePage"


def test_a_duty_of_the_day_leads_to_the_insurance_page(company: Insured) -> None:
    duty = next(
        one
        for one in company.desk.ask(lambda s: s.deadlines.duties(TODAY))
        if one.customer_id == company.late
    )
    workspace = company.desk.window.workspace
    assert workspace is not None
    item = WorkItem(
        key="x", kind="insurance", due=TODAY, reason="", action="insurance", target={"key": duty.key}
    )
    NextSteps(workspace.context, workspace).run(item)
    company.desk.settle()
    assert type(workspace.page).__name__ == "InsurancePage"
