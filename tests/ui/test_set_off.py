"""What a buyer has on account, in the window: cover and its drawer, overview, file, a claim's steps."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.domain.document import DocumentKind
from app.ui.pages.insurance.claims.open_dialog import OpenClaimDialog
from app.ui.pages.insurance.claims.panel import ClaimsPanel
from app.ui.pages.insurance.cover.panel import CoverPanel
from app.ui.pages.insurance.overview.panel import OverviewPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk
from tests.ui.insured import Insured, insured

CAME = date(2025, 11, 1)


@pytest.fixture
def firm(opened: MainWindow, qtbot: QtBot) -> Insured:
    """The late buyer owes 1,000 (A1) and 2,000 (A2) under a limit of 2,500 and has 1,200 on account."""
    made = insured(Desk(qtbot, opened))
    made.desk.document(made.late, 1200_00, "R7", DocumentKind.RECEIPT, CAME)
    return made


def test_cover_shows_it_apart_and_opens_the_credit(firm: Insured) -> None:
    panel = cast("CoverPanel", firm.page("cover", gap="set_off").panel("cover"))
    shown = panel.model.shown()
    assert sorted((row.covered.cover.item.number, row.covered.set_off_base) for row in shown) == [
        ("A1", 1000_00),
        ("A2", 200_00),
    ]
    totals = {key: cell.text for key, cell in panel.model.totals.items()}
    assert (totals["open"], totals["on_account"], totals["insured"], totals["uninsured"]) == (
        "3,000.00", "1,200.00", "1,800.00", "0.00",
    )  # fmt: skip
    panel.open_invoice(firm.invoices[1])
    firm.desk.settle()
    detail = panel._detail
    assert detail is not None
    assert any("Credits on account" in text and "allocate" in text for text in detail.said)
    assert any("Receipt R7" in text and "200.00" in text for text in detail.said)


def test_the_overview_keeps_it_out_of_the_gap(firm: Insured) -> None:
    panel = cast("OverviewPanel", firm.page("overview").panel("overview"))
    assert panel.found is not None
    assert panel.gap.parts[-1].key == "set_off"
    assert sum(part.amount for part in panel.gap.parts) == panel.found.book.open
    assert panel.found.book.uninsured == 0
    assert panel.gap_total.text().endswith("0")


def test_the_buyers_file_says_what_to_do_about_it(firm: Insured) -> None:
    page = firm.desk.go(customer_id=firm.late, tab="insurance")
    tab = page.file.insurance
    assert tab is not None
    assert "allocate" in tab.says.text()
    notes = [line.note for line in tab.sections["invoices"].list.lines]
    assert any("200.00 on account" in note for note in notes)
    keys = {piece.key: piece.amount for piece in page.file.head.exposure.gauge.gauge.pieces}
    assert (keys["insured"], keys["set_off"], keys.get("uninsured")) == (1800_00, 1200_00, None)
    page.file.open_tab("overview")
    page.file.open_piece("set_off")
    assert page.file.tab == "insurance"


def test_a_claim_takes_it_off_before_anything_else(firm: Insured) -> None:
    panel = cast("ClaimsPanel", firm.page("claims", about=firm.late, policy_id=1).panel("claims"))
    dialog = panel.acts.dialog
    assert isinstance(dialog, OpenClaimDialog)
    firm.desk.settle()
    dialog.submit()
    firm.desk.settle()
    rows = [row for row in panel.view.trace.reasons if not row.isHidden()]
    assert [row.taken.text() for row in rows] == ["", "−1,200.00"]
    assert "Receipt R7" in rows[1].why.text()
    assert rows[1].left.text() == panel.view.trace.steps[0].left.text() == "1,800.00"
    rows[1].toggle()
    assert not rows[1].why.isHidden()
    detail = panel.view.detail
    assert detail is not None
    assert detail.calculation.set_off == 1200_00
