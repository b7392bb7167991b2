"""Stations of scoring: the wizard step by step, what can be wrong in it, and the customer's Score tab."""

from __future__ import annotations

from app.services.session import CompanySession
from tests.tour.stage import Stage


def _scored(stage: Stage) -> int:
    """The customer with the longest history of assessments."""
    day = stage.session.clock.today()
    grades = list(stage.ask(lambda s: s.scoring.grade_of(None, day)))
    lengths = stage.ask(lambda s: [len(s.scoring.history(each)) for each in grades])
    return int(grades[lengths.index(max(lengths))])


def scoring(stage: Stage) -> None:
    """Every step, an edit, a slip of the hand, the explanation, limit and terms, and leaving."""
    page = stage.page("scoring", customer_id=_scored(stage))
    stage.until(lambda: page.begun is not None)
    stage.shot("scoring")
    page.step(1)
    stage.shot("scoring-trading")
    rows = page.steps[1].rows
    rows[1].value.setText("23")
    rows[1].value.textEdited.emit("23")
    rows[2].value.setText("12o")
    rows[2].value.textEdited.emit("12o")
    rows[2].say_fault()
    rows[0].toggle()
    stage.shot("scoring-edited")
    rows[2].restore()
    rows[1].reason.setText("电话确认")
    rows[1].reason.textEdited.emit("电话确认")
    page.go_to(4)
    stage.shot("scoring-external")
    page.go_to(len(page.steps) - 1)
    stage.settle(200)
    stage.shot("scoring-limit")
    last = page.last
    last.by_hand.setChecked(True)
    last.amount.setText("1,200,000")
    last.amount.textEdited.emit("1,200,000")
    last.other.choose.setChecked(True)
    stage.settle(200)
    stage.shot("scoring-limit-by-hand")
    bar = last.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.shot("scoring-limit-foot")
    page.finish()
    stage.settle(100)
    stage.shot("scoring-limit-wrong")
    page.ask_cancel()
    stage.shot("scoring-cancel")
    page.drop()
    stage.settle()


def scoring_refused(stage: Stage) -> None:
    """A knock-out, too little data, the card for new customers, and an earlier day."""
    day = stage.session.clock.today()

    def hit(session: CompanySession) -> list[int]:
        grades = session.scoring.grade_of(None, day)
        views = [session.scoring.latest(each, day) for each in grades]
        return [view.customer_id for view in views if view is not None and view.outcome.knockouts]

    known = stage.ask(hit)
    if known:
        page = stage.page("scoring", customer_id=known[0])
        stage.until(lambda: page.begun is not None)
        page.go_to(len(page.steps) - 1)
        stage.settle(200)
        stage.shot("scoring-knockout")
        page.drop()
    grades = stage.ask(lambda s: s.scoring.grade_of(None, day))
    nobody = [each for each in stage.ask(lambda s: s.customers.ids()) if each not in grades]
    page = stage.page("scoring", customer_id=nobody[0] if nobody else known[0], card="new")
    stage.until(lambda: page.begun is not None and page.scoring.card.code == "new")
    stage.shot("scoring-insufficient")
    page.chooser.day_chosen.emit(day.replace(year=day.year - 1))
    stage.settle(200)
    stage.shot("scoring-earlier-day")
    page.drop()
    stage.settle()


def score_tab(stage: Stage) -> None:
    """How a customer was scored, an older assessment, the check of it, ending early, and nobody's score."""
    customer_id = _scored(stage)
    page = stage.page("customers", customer_id=customer_id, tab="score")
    stage.until(lambda: page.file.score is not None and page.file.score.scored is not None)
    stage.shot("score-tab")
    tab = page.file.score
    tab.show_assessment(tab.scored.history[-2].id)
    tab.recompute()
    stage.settle(100)
    stage.shot("score-tab-earlier")
    tab.show_assessment(0)
    tab._end()
    stage.settle(100)
    stage.shot("score-end-early")
    stage.close_all()
    known = stage.ask(lambda s: s.scoring.grade_of(None, s.clock.today()))
    others = [each for each in stage.ask(lambda s: s.customers.ids()) if each not in known]
    if others:
        stage.page("customers", customer_id=others[0], tab="score")
        stage.shot("score-tab-empty")
