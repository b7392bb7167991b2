"""The Score tab of a customer's file: the assessment that holds, its points, and all before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.dialogs.end_assessment import EndAssessmentDialog
from app.ui.dialogs.limit import open_grant
from app.ui.dialogs.opening import open_for
from app.ui.dialogs.override import open_override
from app.ui.pages.customers.guard import guard
from app.ui.pages.customers.halves import Halves
from app.ui.pages.customers.score_points import PointTable, point_rows
from app.ui.pages.customers.score_reading import Scored, read_scored, same
from app.ui.pages.scoring import words
from app.ui.pages.scoring.explanation import tab_behind
from app.ui.pages.scoring.result_panel import BigGrade
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.line_list import Line, LineList
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.score_line import Point, ScoreLine
from app.words import say, scoring_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.assessment import Outcome
    from app.domain.scorecard import Scorecard
    from app.services.scoring_views import AssessmentView
    from app.ui.context import PageContext
    from app.ui.pages.customers.entries import Entries

_WIDE, _HEAD = 900, 92


class ScoreTab(Halves):
    """``show_customer`` reads; ``show_assessment`` opens an older one."""

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__(_WIDE)
        self.context, self.entries = context, entries
        self.dialog: Any = None
        self.customer_id, self._wanted = 0, 0
        self.scored: Scored | None = None
        self.view: AssessmentView | None = None
        theme = context.theme
        self.now, self.points, self.past, self.moved = (Card(theme, " ") for _ in range(4))
        self.grade, self.figures = BigGrade(theme), Figures(theme, "section")
        self.strips = {
            name: MessageStrip(theme) for name in ("old", "ended", "override", "knockouts", "again")
        }
        self.lift = label("", "small", "secondary", wrap=True)
        self.note = label("", "small", "secondary", wrap=True)
        self.rescore = button(theme, "", "normal", "gauge", self._rescore)
        self.other = button(theme, "", "normal", run=self._override)
        self.grant = button(theme, "", "normal", run=self._grant)
        self.end = button(theme, "", "normal", run=self._end)
        self.again = button(theme, "", "normal", "refresh-cw", run=self.recompute)
        self.report = button(theme, "", "quiet", "printer", run=self._report)
        self.table = DataTable(theme, "customer.score", context.preferences, framed=False)
        self.rows = PointTable(context)
        self.table.set_model(self.rows.model)
        self.line, self.list = ScoreLine(theme), LineList(theme)
        self.grid = QGridLayout()
        self.nothing = label("", "small", "secondary", wrap=True)
        self.empty = EmptyState(theme, "gauge")
        self._cells: list[QLabel] = []
        self._lay_out()
        self.empty.action.connect(self._rescore)
        self.list.opened.connect(self.show_assessment)
        self.line.opened.connect(self.show_assessment)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.grade, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.figures, 1)
        self.now.body.addLayout(head)
        for strip in self.strips.values():
            self.now.body.addWidget(strip)
        self.now.body.addWidget(self.lift)
        self.now.body.addWidget(self.note)
        for buttons in ((self.rescore, self.other, self.grant), (self.end, self.again, self.report)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for each in buttons:
                row.addWidget(each)
            row.addStretch(1)
            self.now.body.addLayout(row)
        self.points.body.setContentsMargins(0, 0, 0, 0)
        self.points.body.addWidget(self.table)
        self.past.body.setContentsMargins(0, 0, 0, 8)
        chart = QHBoxLayout()
        chart.setContentsMargins(16, 0, 16, 0)
        chart.addWidget(self.line)
        self.past.body.addLayout(chart)
        self.past.body.addWidget(self.list)
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(6)
        self.moved.body.addLayout(self.grid)
        self.moved.body.addWidget(self.nothing)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half, cards in ((left, (self.empty, self.now, self.points)), (right, (self.past, self.moved))):
            half.setSpacing(16)
            for card in cards:
                half.addWidget(card, 1 if card is self.points else 0)
        right.addStretch(1)
        self.lay_halves(left, right, (9, 5))

    # -- asking ---------------------------------------------------------------------------------

    def show_customer(self, customer_id: int) -> None:
        """Show how this customer was scored."""
        if customer_id != self.customer_id:
            self.customer_id, self.scored, self.view, self._wanted = customer_id, None, None, 0
            for strip in self.strips.values():
                strip.hide()
        self.refresh()

    def show_assessment(self, assessment_id: int) -> None:
        """Open one assessment, now or as soon as it was read."""
        self._wanted = assessment_id
        if self.scored is not None:
            self._choose()

    def refresh(self) -> None:
        """Read it again."""
        session, customer_id = self.context.company, self.customer_id
        if customer_id:
            self.context.runner.database(
                lambda _control: read_scored(session, customer_id),
                self._show,
                failed=self.context.notices.error,
                owner=self,
                key="customer.score",
            )

    def _show(self, scored: Scored) -> None:
        self.scored = scored
        self._choose()

    def _choose(self) -> None:
        """The one asked for, else the newest."""
        history = self.scored.history if self.scored is not None else ()
        newest = history[0] if history else None
        found = next((each for each in history if each.id == self._wanted), newest)
        if self.view is None or found is None or found.id != self.view.id:
            self.strips["again"].hide()
        self.view = found
        self._write()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        scored, view = self.scored, self.view
        for each in (self.now, self.points, self.past, self.moved):
            each.setVisible(view is not None)
        self.empty.setVisible(scored is not None and view is None)
        if scored is None or view is None:
            return
        card = scored.card(view)
        self._write_head(scored, view)
        self._write_strips(scored, view, card)
        self._write_points(view, card)
        self._write_past(scored)
        self._write_moved(scored, view, card)
        newest = view is scored.history[0]
        guard(self.context, self.rescore)
        guard(self.context, self.other, self.end, able=newest and view.valid)
        guard(self.context, self.grant, able=newest)
        self.rescore.setText(self.tr("Go on with the draft") if scored.draft else self.tr("Score again"))

    def _write_head(self, scored: Scored, view: AssessmentView) -> None:
        formats, lang = self.context.formats, self.context.formats.lang
        self.grade.set(view.final.value, "neutral")
        self.grade.setToolTip(say(f"grade.about.{view.final}", lang))
        by_score = (
            "" if view.final is view.by_score else self.tr("by score {grade}").format(grade=view.by_score)
        )
        until = formats.day(view.valid_until) if view.valid_until is not None else "–"
        coverage = self.tr("of the weights")
        before = scored.before(view)
        change = words.moved_said(view.score, before, formats)[1] if before is not None else ""
        self.figures.set(
            [
                (self.tr("Score"), words.points(view.score), by_score or change, ""),
                (self.tr("As of"), formats.day(view.as_of), view.author, ""),
                (self.tr("Valid until"), until, "" if view.valid else self.tr("no longer holds"),
                 "" if view.valid else "warn"),
                (self.tr("Coverage"), f"{words.points(view.coverage)}%",
                 coverage if view.outcome.sufficient else self.tr("insufficient data"),
                 "" if view.outcome.sufficient else "warn"),
            ]
        )  # fmt: skip
        card = scored.card(view)
        name = scoring_text.card_name(view.card, lang, card.name if card is not None else "")
        title = (
            self.tr("Assessment that holds") if view is scored.history[0] else self.tr("Earlier assessment")
        )
        version = self.tr("{card}, version {version}").format(card=name, version=view.card_version)
        self.now.set_title(title, version)

    def _write_strips(self, scored: Scored, view: AssessmentView, card: Scorecard | None) -> None:
        lang, outcome = self.context.formats.lang, view.outcome
        old = "" if view is scored.history[0] else self.tr("You look at an earlier assessment.")
        newest = [(self.tr("Show the newest"), lambda: self.show_assessment(0))]
        self._say("old", "info", old, newest)
        ended = view.ended
        why = scoring_text.because(ended.code, dict(ended.params), lang) if ended is not None else ""
        self._say("ended", "warn", why if not old else "")
        self._say("override", "info", self._override_said(view))
        hit = "\n".join(words.knockout_said(each, lang) for each in outcome.knockouts)
        self._say("knockouts", "danger", hit, [(self.tr("Show why"), lambda: self._show_why(view))])
        said = words.lift_said(card, outcome, lang) if card is not None else ""
        lacking = "" if outcome.sufficient or card is None else words.coverage_said(card, outcome, lang)
        self.lift.setText(" ".join(filter(None, (lacking, said))))
        self.lift.setVisible(bool(self.lift.text()))
        self.note.setText(self.tr("Note: {note}").format(note=view.note))
        self.note.setVisible(bool(view.note))

    def _show_why(self, view: AssessmentView) -> None:
        tab = tab_behind(view.outcome.knockouts[0])
        self.context.navigator.go("customers", customer_id=self.customer_id, tab=tab)

    def _override_said(self, view: AssessmentView) -> str:
        one = view.override
        if one is None:
            return ""
        reason = say(f"override_reason.{one.reason_code}", self.context.formats.lang)
        text = self.tr("Grade {now} instead of {was} until {day}, approved by {name}. {reason}: {words}")
        return text.format(
            now=one.now,
            was=one.was,
            day=self.context.formats.day(one.expires_on),
            name=one.approved_by,
            reason=reason,
            words=one.reason,
        )

    def _say(self, name: str, tone: str, text: str, actions: Sequence[tuple[str, Any]] = ()) -> None:
        if text:
            self.strips[name].say(tone, text, actions=actions, closable=False)
        else:
            self.strips[name].hide()

    def _write_points(self, view: AssessmentView, card: Scorecard | None) -> None:
        rows = point_rows(view, card, self.context.formats.lang) if card is not None else []
        self.rows.model.set_rows(rows)
        self.points.setMinimumHeight(_HEAD + len(rows) * self.context.theme.row_height)
        self.points.set_title(
            self.tr("Points"), self.tr("{score} of 100").format(score=words.points(view.score))
        )

    def _write_past(self, scored: Scored) -> None:
        formats = self.context.formats
        self.past.set_title(self.tr("Past reviews"), formats.count(len(scored.history)))
        points = [
            Point(float(each.score), words.points(each.score), formats.day_short(each.as_of), each.id)
            for each in reversed(scored.history)
        ]
        self.line.set_points(points, None, "")
        self.line.setVisible(len(points) > 1)
        self.list.show_lines([self._line(each) for each in scored.history])

    def _line(self, view: AssessmentView) -> Line:
        lang = self.context.formats.lang
        text = f"{view.final} • {words.points(view.score)}"
        ended = view.ended
        told = ended is not None and ended.code != "assessment.replaced"  # the line above says as much
        why = scoring_text.because(ended.code, dict(ended.params), lang) if ended and told else ""
        chip, tone = (self.tr("holds"), "good") if view.valid else (self.tr("ended"), "neutral")
        note = " • ".join(filter(None, (view.author, why or view.note)))
        return Line(view.id, self.context.formats.day(view.as_of), text, note, chip, tone)

    def _write_moved(self, scored: Scored, view: AssessmentView, card: Scorecard | None) -> None:
        before = scored.before(view)
        for cell in self._cells:
            self.grid.removeWidget(cell)
            cell.deleteLater()
        self._cells = []
        lines: list[tuple[str, str, bool]] = []
        if before is not None and card is not None:
            lang = self.context.formats.lang
            lines = words.change_lines(scored.moved(view), card, before.inputs, view.inputs, lang)
        for place, (sign, text, gain) in enumerate(lines):
            mark, said = label(sign, "bodyStrong"), label(text, "body", wrap=True)
            set_tone(mark, "good" if gain else "danger")
            for column, cell in enumerate((mark, said)):
                self.grid.addWidget(cell, place, column, Qt.AlignmentFlag.AlignTop)
                self._cells.append(cell)
        day = self.context.formats.day(before.as_of) if before is not None else ""
        note = self.tr("against {day}").format(day=day) if before is not None else ""
        self.moved.set_title(self.tr("What moved the score"), note)
        text = self.tr("This is the first assessment.") if before is None else self.tr("Nothing moved.")
        self.nothing.setText(text)
        self.nothing.setVisible(not lines)

    # -- doing ----------------------------------------------------------------------------------

    def _rescore(self) -> None:
        self.context.navigator.go("scoring", customer_id=self.customer_id)

    def _override(self) -> None:
        open_override(self, self.context, self.window(), self.customer_id)

    def _grant(self) -> None:
        open_grant(self, self.context, self.window(), customer_id=self.customer_id)

    def _end(self) -> None:
        if self.view is not None and self.scored is not None:
            today = self.context.company.clock.today()
            name = self.context.formats.name(self.scored.name, self.scored.name_en)
            open_for(self, EndAssessmentDialog(self.context, self.view, name, today, self.window()))

    def _report(self) -> None:
        self.entries.credit.report(self.customer_id)

    def recompute(self) -> None:
        """Score again by the stored card and inputs, and say whether it comes out the same."""
        view, scoring = self.view, self.context.company.scoring
        if view is None:
            return
        row_id = view.id

        def done(outcome: Outcome) -> None:
            figures = {"score": words.points(outcome.score), "grade": outcome.grade}
            if same(view, outcome):
                text = self.tr("Computed again from what was stored: {score}, grade {grade}, the same.")
                self._say("again", "good", text.format(**figures))
            else:
                text = self.tr("Computed again: {score}, grade {grade}; stored was {stored}. Check the file.")
                self._say("again", "danger", text.format(stored=words.points(view.score), **figures))

        self.context.runner.database(
            lambda _control: scoring.recompute(row_id), done, failed=self.context.notices.error, owner=self
        )

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text."""
        self.rescore.setText(self.tr("Score again"))
        self.other.setText(self.tr("Override the grade…"))
        self.grant.setText(self.tr("Grant a limit…"))
        self.end.setText(self.tr("End early…"))
        self.again.setText(self.tr("Recompute"))
        self.report.setText(self.tr("Credit report…"))
        self.list.setAccessibleName(self.tr("Past reviews"))
        self.line.setAccessibleName(self.tr("Past reviews"))
        self.table.setAccessibleName(self.tr("Points"))
        self.empty.say(
            self.tr("This customer has not been scored yet."),
            self.tr("Score now"),
            self.tr("Most answers are filled in from the ledger and the credit file."),
        )
        self._write()
