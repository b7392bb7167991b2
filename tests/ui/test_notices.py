"""Notices, declarations and the question of worth in the window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.insurance_worth import Event, Question
from app.domain.notice import NoticeReply, NoticeState
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.declarations.dialogs import AcceptDialog, DeclareDialog, PremiumDialog
from app.ui.pages.insurance.declarations.panel import DeclarationsPanel
from app.ui.pages.insurance.notices.dialogs import ReplyDialog, SendDialog
from app.ui.pages.insurance.notices.panel import NoticesPanel
from app.ui.pages.insurance.notices.writing import NoticeDialog
from app.ui.pages.insurance.worth.assumptions import AssumptionsDialog
from app.ui.pages.insurance.worth.panel import CHECKED, WorthPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk
from tests.ui.insured import Insured, insured


@pytest.fixture
def firm(opened: MainWindow, qtbot: QtBot) -> Insured:
    return insured(Desk(qtbot, opened))


def notices_of(firm: Insured, **params: object) -> NoticesPanel:
    panel = firm.page("notices", **params).panel("notices")
    assert isinstance(panel, NoticesPanel)
    return panel


def drafted(firm: Insured) -> NoticesPanel:
    where = {"draft": "overdue", "customer_id": firm.late, "policy_id": 1, "documents": list(firm.invoices)}
    panel = notices_of(firm, **where)
    dialog = panel.acts.dialog
    assert isinstance(dialog, NoticeDialog)
    firm.desk.settle()
    assert "A1" not in dialog.words.text  # the table is filled in by the program
    assert dialog.words.text
    dialog.submit()
    firm.desk.settle()
    return panel


def states(panel: NoticesPanel) -> list[NoticeState]:
    return [view.state for view in panel.views]


# -- notices --------------------------------------------------------------------------------------


def test_a_notice_is_drafted_sent_and_answered(firm: Insured) -> None:
    panel = drafted(firm)
    [view] = panel.views
    assert states(panel) == [NoticeState.DRAFT]
    assert {one.number for one in view.items} == {"A1", "A2"}
    assert panel.host.shows_detail(panel.detail)
    panel.detail.next_button.click()
    sending = panel.acts.dialog
    assert isinstance(sending, SendDialog)
    sending.proof.setText("EMS 1234")
    sending.submit()
    firm.desk.settle()
    assert states(panel) == [NoticeState.SENT]
    assert "EMS 1234" in panel.detail.told.text()
    panel.detail.next_button.click()
    answer = panel.acts.dialog
    assert isinstance(answer, ReplyDialog)
    answer.reply.choose(NoticeReply.REDUCED.value)
    answer._follow()
    answer.submit()
    assert answer.fields["amount"].has_error
    firm.desk.write(answer.amount, "1500")
    answer.submit()
    firm.desk.settle()
    assert states(panel) == [NoticeState.REPLIED]
    assert {one.outcome for one in firm.desk.ask(lambda s: s.policies.decisions(firm.late))} >= {"reduced"}
    firm.desk.ask(lambda s: s.history.undo())
    firm.desk.settle()
    assert states(panel) == [NoticeState.SENT]


def test_words_of_ones_own_stay_and_the_template_comes_back(firm: Insured) -> None:
    panel = drafted(firm)
    panel.acts.edit(panel.views[0])
    dialog = panel.acts.dialog
    assert isinstance(dialog, NoticeDialog)
    firm.desk.settle()
    dialog._own_words = True
    dialog.words.setPlainText("Our own words")
    dialog.language.choose("en")
    dialog._reword()
    firm.desk.settle()
    assert dialog.words.text == "Our own words"
    dialog._take_template()
    firm.desk.settle()
    assert dialog.words.text != "Our own words"


@pytest.mark.parametrize("suffix", ["pdf", "eml"])
def test_a_notice_is_saved_as_paper_or_as_an_e_mail(
    firm: Insured, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / f"notice.{suffix}"
    monkeypatch.setattr(PageExports, "_ask", lambda *_: target)
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    panel = drafted(firm)
    panel.acts.save(panel.views[0], suffix)
    firm.desk.settle()
    assert target.stat().st_size > 1000


def test_the_list_narrows_and_says_when_it_is_empty(firm: Insured) -> None:
    panel = notices_of(firm)
    assert panel.model.rowCount() == 0
    panel = drafted(firm)
    panel.scope.set_current(NoticeState.SENT.value)
    panel._narrow()
    assert panel.model.rowCount() == 0
    panel._clear()
    assert panel.model.rowCount() == 1


# -- declarations and premium ---------------------------------------------------------------------


def declarations_of(firm: Insured, **params: object) -> DeclarationsPanel:
    panel = firm.page("declarations", **params).panel("declarations")
    assert isinstance(panel, DeclarationsPanel)
    return panel


def test_a_period_is_looked_at_declared_and_confirmed(firm: Insured) -> None:
    panel = declarations_of(firm)
    view = panel.view
    assert view is not None
    assert (view.start, view.end) == (date(2025, 10, 1), date(2025, 12, 31))
    assert view.turnover == 700_00
    assert panel.card.changes.rowCount() > 0
    panel.card._open_line(panel.card.lines.id_at(0))
    assert [sale.number for sale in panel.card.sales.shown()] == ["B1"]
    panel.declare()
    dialog = panel.dialog
    assert isinstance(dialog, DeclareDialog)
    dialog.submit()
    firm.desk.settle()
    assert panel.view is not None
    assert panel.view.stored is not None
    panel.accept()
    accepting = panel.dialog
    assert isinstance(accepting, AcceptDialog)
    accepting.submit()
    firm.desk.settle()
    assert panel.view.stored.accepted_on == TODAY
    assert panel.found is not None
    assert panel.found.periods[0].state(TODAY)[0] == "accepted"


def test_premium_is_paid_against_what_is_owed(firm: Insured) -> None:
    panel = declarations_of(firm, policy_id=1, pay=True)
    dialog = panel.dialog
    assert isinstance(dialog, PremiumDialog)
    assert dialog.amount.minor() == 9_00  # 0.3 % of the 3,000 declared
    dialog.submit()
    firm.desk.settle()
    assert panel.found is not None
    assert panel.found.premium is not None
    assert panel.found.premium.balance == 0
    panel.remove_payment(panel.found.payments[0].id)
    firm.desk.settle()
    assert not panel.found.payments


# -- worth ----------------------------------------------------------------------------------------


def test_every_figure_of_worth_opens_to_its_buyers(firm: Insured) -> None:
    panel = firm.page("worth").panel("worth")
    assert isinstance(panel, WorthPanel)
    assert panel.found is not None
    assert panel.buyers.rowCount() == 2
    panel._open_event(list(Event).index(Event.LARGEST) + 1)
    assert [row.customer_id for row in panel.buyers.shown()] == [firm.late]
    panel._open_need(Question.OPEN_ACCOUNT)
    assert panel.buyers.rowCount() == 2
    panel._show_all()
    before = panel.found.worth.turnover
    panel.buyers.set_checked([firm.sound])
    panel.whom.set_current(CHECKED)
    panel.read()
    firm.desk.settle()
    assert panel.found.worth.turnover < before
    for place in range(4):
        panel.figures.opened.emit(place)
        assert [row.customer_id for row in panel.buyers.shown()] == [firm.sound]
    panel._show_all()
    panel.edit_assumptions()
    dialog = panel.dialog
    assert isinstance(dialog, AssumptionsDialog)
    dialog.figures["stress"].setText("0.5")
    dialog.submit()
    assert dialog.fields["stress"].has_error
    dialog.figures["stress"].setText("4")
    dialog.submit()
    firm.desk.settle()
    assert panel.found.assumed.stress == Decimal(4)
