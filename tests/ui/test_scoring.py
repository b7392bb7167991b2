"""Scoring in the window: the wizard from its first edit to the end, and the Score tab of a customer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.assessment import Input
from app.domain.changes import ChangeSet
from app.domain.credit_record import Person
from app.domain.document import Document, DocumentKind
from app.domain.scorecard import Grade, InputKind
from app.services.scoring_views import Draft
from app.services.session import CompanySession
from app.ui.dialogs.controls import Choice
from app.ui.pages.customers.score_tab import ScoreTab
from app.ui.pages.scoring.family_step import FamilyStep
from app.ui.pages.scoring.indicator_row import IndicatorRow
from app.ui.pages.scoring.page import ScoringPage
from app.ui.pages.scoring.step_rail import StepState
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def buyer(desk: Desk) -> int:
    """A customer with a year of invoices, paid and open."""
    made = desk.customer("苏州恒岳机电有限公司", country="CN")
    desk.ask(partial(_a_year_of, made))
    return made


def _a_year_of(customer_id: int, session: CompanySession) -> ChangeSet:
    enter = session.ledger.enter
    paid_in = list[int]()
    for month in range(1, 12):
        day = date(2025, month, 5)
        due = day.replace(day=25)
        invoice, receipt = DocumentKind.INVOICE, DocumentKind.RECEIPT
        enter(Document(customer_id, invoice, f"HQ-{month}", day, "CNY", 500_000, due_date=due))
        if month < 10:
            paid = date(2025, month + 1, 2)
            made = enter(Document(customer_id, receipt, f"R-{month}", paid, "CNY", 500_000))
            paid_in += made.touched["document"]
    return session.ledger.auto_allocate(paid_in, "oldest")


def go(desk: Desk, customer_id: int, **params: object) -> ScoringPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("scoring", customer_id=customer_id, **params)
    desk.settle()
    page = cast("ScoringPage", desk.window.workspace.page)
    assert page.begun is not None
    return page


def rows(page: ScoringPage) -> list[IndicatorRow]:
    return [row for step in page.steps if isinstance(step, FamilyStep) for row in step.rows]


def row_of(page: ScoringPage, code: str) -> IndicatorRow:
    return next(row for row in rows(page) if row.indicator.code == code)


def scored(desk: Desk, customer_id: int, on: date, **values: Decimal) -> None:
    def work(session: CompanySession) -> ChangeSet:
        card = session.scoring.card("existing")
        inputs, facts = session.scoring.answers(customer_id, on, card)
        inputs |= {code: Input(value, "typed", on, reason="x") for code, value in values.items()}
        return session.scoring.finish(Draft(customer_id, card, on, inputs, facts, "陈会计"))

    desk.ask(work)


def tab_of(desk: Desk, customer_id: int) -> ScoreTab:
    desk.go(customer_id=customer_id, tab="score")
    tab = desk.page.file.score
    assert tab is not None
    desk.qtbot.waitUntil(lambda: tab.scored is not None)
    return tab


def _save_person(session: CompanySession, person: Person) -> ChangeSet:
    return session.people.save(person)


# -- the wizard ---------------------------------------------------------------------------------


def test_an_edit_moves_points_grade_and_rail_at_once(desk: Desk, buyer: int) -> None:
    page = go(desk, buyer, card="existing")
    assert page.scoring is not None
    before = page.scoring.outcome.score
    page.go_to(1)
    row = row_of(page, "days_late")
    on_file = row.value.text()
    desk.write(row.value, "0")
    assert page.scoring.outcome.score > before
    shown = page.steps[1]
    assert isinstance(shown, FamilyStep)
    assert page.rail.steps[1].points == f"{shown.sum.text()} {shown.most.text()}"
    assert on_file in row.detail.text(), "what stands on file is named"
    assert not row.reason.isHidden()
    desk.key(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier, row.value)
    assert row.value.text() == on_file
    assert row.reason.isHidden()
    assert page.scoring.outcome.score == before


def test_a_slip_is_said_below_the_field_and_marks_the_step(desk: Desk, buyer: int) -> None:
    page = go(desk, buyer, card="existing")
    page.go_to(1)
    row = row_of(page, "late_ratio")
    desk.write(row.value, "12o")
    page.go_to(0)
    desk.settle()
    assert "12o" in row.wrong.text()
    assert page.rail.steps[1].state is StepState.PROBLEM
    page.finish()
    assert page.place == 1, "finishing goes to what is wrong"
    desk.write(row.value, "120")
    assert "100" in row.fault


def test_keys_go_from_step_to_step_and_not_to_another_page(desk: Desk, buyer: int) -> None:
    page = go(desk, buyer, card="existing")
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, row_of(page, "debt_ratio").value)
    assert page.place == 1
    desk.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, row_of(page, "days_late").value)
    assert page.place == 0
    assert desk.window.workspace is not None
    assert desk.window.workspace.page is page


def test_a_typed_value_needs_its_reason_and_the_draft_is_there_again(desk: Desk, buyer: int) -> None:
    page = go(desk, buyer, card="existing")
    page.go_to(1)
    row = row_of(page, "days_late")
    desk.write(row.value, "3")
    page.finish()
    assert page.place == 1
    assert row.reason.property("state") == "error"
    desk.write(row.reason, "bank says so")
    page.keeping.save()
    desk.settle()
    assert page.saved.text()
    page._leave()
    desk.settle()
    again = go(desk, buyer)
    assert again.begun is not None
    assert again.begun.resumed
    assert again.begun.scoring.input("days_late").value == Decimal(3)
    assert again.begun.scoring.input("days_late").reason == "bank says so"
    again.drop()
    desk.settle()
    assert desk.ask(lambda s: s.scoring.draft_of(buyer)) is None


def test_finishing_stores_the_score_and_the_limit_together_and_takes_both_back(
    desk: Desk, buyer: int
) -> None:
    page = go(desk, buyer, card="existing")
    page.go_to(len(page.steps) - 1)
    desk.settle()
    last = page.last
    assert last is not None
    assert last.proposal is not None
    assert any(each.binds for each in last.candidates.lines)
    last.grant.setChecked(True)
    last.by_hand.setChecked(True)
    desk.write(last.amount, "90000")
    desk.write(last.reason, "insurer has agreed to more")
    assert last.chip.text or not last.proposal.suggestion.amount
    page.forward.click()
    desk.settle()
    desk.qtbot.waitUntil(lambda: desk.page.file.score is not None)
    desk.settle()
    view = desk.ask(lambda s: s.scoring.latest(buyer, TODAY))
    assert view is not None
    limit = desk.ask(lambda s: s.limits.current(buyer, TODAY))
    assert limit.amount is not None
    assert limit.amount.minor == 9_000_000
    desk.window.toast._on_undo()
    desk.settle()
    assert desk.ask(lambda s: s.scoring.latest(buyer, TODAY)) is None
    assert desk.ask(lambda s: s.limits.current(buyer, TODAY)).amount is None


def test_an_override_goes_with_the_score_and_asks_for_a_second_person(desk: Desk, buyer: int) -> None:
    for name, role in (("周总", "owner"), ("陈会计", "credit")):
        person = Person(name, role)
        desk.ask(partial(_save_person, person=person))
    page = go(desk, buyer, card="existing")
    page.go_to(len(page.steps) - 1)
    desk.settle()
    last = page.last
    assert last is not None
    last.grant.setChecked(False)
    last.other.choose.setChecked(True)
    desk.settle()
    page.finish()
    assert last.fields["why"].has_error
    desk.write(last.other.why, "parent company guarantees it")
    assert isinstance(last.approval.asked, Choice)
    last.approval.asked.choose("陈会计")
    last.approval.choose("周总")
    given = last.other.grade
    page.finish()
    desk.settle()
    view = desk.ask(lambda s: s.scoring.latest(buyer, TODAY))
    assert view is not None
    assert view.final is given
    assert view.override is not None
    assert view.override.approved_by == "周总"


def test_every_row_unfolds_and_leads_to_what_lies_behind(desk: Desk, buyer: int) -> None:
    page = go(desk, buyer, card="existing")
    page.go_to(1)
    row = row_of(page, "days_late")
    row.toggle()
    assert row.explanation is not None
    assert len(row.explanation._rows) >= len(row.indicator.bins)
    row.explanation.link.click()
    desk.settle()
    assert desk.page.file.tab == "invoices"


def test_another_card_keeps_what_was_typed_and_the_window_speaks_chinese_at_once(
    desk: Desk, buyer: int
) -> None:
    page = go(desk, buyer, card="existing")
    row = row_of(page, "debt_ratio")
    desk.write(row.value, "40")
    last = page.last
    assert last is not None
    last.note.setPlainText("half-yearly review")
    page.chooser.card_chosen.emit("new")
    desk.settle()
    assert page.scoring is not None
    assert page.scoring.card.code == "new"
    assert page.scoring.input("debt_ratio").value == Decimal(40)
    assert page.last is not None
    assert page.last.note.text == "half-yearly review"
    desk.window.language.set("zh")
    desk.qtbot.waitUntil(lambda: page.forward.text().startswith("下一步"))
    assert "额度" in page.last.title.text()
    page.keeping.save()
    desk.settle()


def test_every_choice_of_the_card_is_offered(desk: Desk, buyer: int) -> None:
    page = go(desk, buyer, card="existing")
    for row in rows(page):
        if row.indicator.kind is InputKind.CHOICE:
            assert row.choice.count() >= len(row.indicator.bins) + 1


# -- the tab ------------------------------------------------------------------------------------


def test_nobody_scored_offers_to_score(desk: Desk, buyer: int) -> None:
    tab = tab_of(desk, buyer)
    assert not tab.empty.isHidden()
    tab.empty.action.emit()
    desk.settle()
    assert desk.window.workspace is not None
    assert isinstance(desk.window.workspace.page, ScoringPage)


def test_an_earlier_assessment_opens_and_computes_to_the_same(desk: Desk, buyer: int) -> None:
    scored(desk, buyer, date(2025, 6, 30), days_late=Decimal(0))
    scored(desk, buyer, TODAY)
    tab = tab_of(desk, buyer)
    assert tab.view is not None
    assert tab.view.as_of == TODAY
    assert tab.rows.model.rowCount() == len(tab.view.outcome.lines)
    assert tab._cells, "what moved is said"
    assert tab.scored is not None
    tab.show_assessment(tab.scored.history[1].id)
    assert tab.view.as_of == date(2025, 6, 30)
    tab.recompute()
    desk.settle()
    assert tab.strips["again"].tone == "good"
    assert not tab.strips["old"].isHidden()


def test_ending_early_needs_a_reason_and_shows_why(desk: Desk, buyer: int) -> None:
    scored(desk, buyer, TODAY)
    tab = tab_of(desk, buyer)
    tab.end.click()
    dialog = tab.dialog
    dialog.submit()
    assert dialog.fields["why"].has_error
    desk.write(dialog.why, "heard of a lawsuit")
    dialog.submit()
    desk.settle()
    desk.qtbot.waitUntil(lambda: not tab.strips["ended"].isHidden())
    assert "lawsuit" in tab.strips["ended"].accessibleName()
    assert desk.ask(lambda s: s.scoring.grade_of([buyer], TODAY))[buyer].grade in set(Grade)


def test_what_was_typed_for_one_customer_never_goes_to_another(desk: Desk, buyer: int) -> None:
    other = desk.customer("乙公司", country="CN")
    page = go(desk, buyer)
    row = row_of(page, "current_ratio")
    desk.write(row.value, "2.5")
    assert page.keeping.dirty
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("scoring", customer_id=other)
    assert page.draft() is None
    desk.settle()
    mine, others = (
        desk.ask(lambda s: s.scoring.draft_of(buyer)),
        desk.ask(lambda s: s.scoring.draft_of(other)),
    )
    assert mine is not None
    assert mine.inputs["current_ratio"].value == Decimal("2.5")
    assert others is None
    assert page.customer_id == other
    assert row_of(page, "current_ratio").value.text() == ""


def test_a_customer_that_is_gone_is_not_scored_with_the_one_before(desk: Desk, buyer: int) -> None:
    gone = desk.customer("乙公司", country="CN")
    page = go(desk, buyer)
    desk.ask(lambda s: s.customers.remove([gone]))
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("scoring", customer_id=gone)
    desk.settle()
    assert page.scoring is None
    assert desk.window.workspace.page is not page
