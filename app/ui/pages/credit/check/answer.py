"""The answer: the verdict, what would make it go, and every number it follows from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.order_check import Effect
from app.ui.i18n import Retranslated
from app.ui.pages.credit.check.pool_grid import PoolGrid
from app.ui.pages.credit.check.sections import (
    FindingList,
    WayList,
    gaps,
    late_line,
    late_rows,
    rule_words,
)
from app.ui.pages.credit.check.ways import ways
from app.ui.pages.credit.check.words import TONES, because
from app.ui.pages.credit.exposure_list import ExposureList
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import LineList
from app.ui.widgets.verdict import Verdict
from app.words import say

if TYPE_CHECKING:
    from app.services.limit_views import LimitView
    from app.services.order_views import CheckView
    from app.ui.context import PageContext
    from app.ui.pages.credit.check.form import Asked


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer and the customer's limit and terms."""

    asked: Asked
    view: CheckView
    limit: LimitView
    undone: int = 0
    """The check stored of this answer, where that was taken back; 0 where it was not."""


class AnswerView(Retranslated):
    """Scrolls; ``show_answer`` fills it, ``say_missing`` says what the question lacks."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: Answered | None = None
        theme = context.theme
        self.verdict = Verdict(theme)
        self.ways, self.findings = WayList(context), FindingList(context)
        self.pools = PoolGrid(context)
        self.exposure, self.group = ExposureList(context), ExposureList(context)
        self.rule = label("", "body", wrap=True)
        self.late = LineList(theme)
        self.late.opened.connect(lambda row_id: context.navigator.go("customers", document_id=row_id))
        self.rule_button = button(theme, "", "link", "list-checks", self._open_rule)
        self.missing = label("", "body", "secondary", wrap=True)
        self.once = label("", "small", "secondary", wrap=True)
        self.empty = EmptyState(theme, "scale")
        self.cards = {
            name: Card(theme, " ") for name in ("ways", "limit", "exposure", "group", "rule", "why")
        }
        self._lay_out()

    def _lay_out(self) -> None:
        for name, widgets in (
            ("ways", (self.ways,)),
            ("limit", (self.pools, self.once)),
            ("exposure", (self.exposure,)),
            ("group", (self.group,)),
            ("rule", (self.rule, self.late)),
            ("why", (self.findings, self.missing)),
        ):
            for widget in widgets:
                self.cards[name].body.addWidget(widget)
        self.cards["rule"].add_action(self.rule_button)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        column.addWidget(self.verdict)
        for name in ("ways", "why", "limit", "exposure", "group", "rule"):
            column.addWidget(self.cards[name])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self._scroll = scroll
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.empty, 1)
        scroll.hide()

    # -- showing --------------------------------------------------------------------------------

    def say_missing(self, text: str) -> None:
        """Nothing can be answered yet, and why."""
        self.found = None
        self._scroll.hide()
        self.empty.say(
            self.tr("Say for whom and how much; the answer follows as you type."), "", text
        )  # fmt: skip
        self.empty.show()

    def show_answer(self, found: Answered) -> None:
        """Show an answer instead of what is there."""
        if self.found is None or self.found.asked.customer_id != found.asked.customer_id:
            self.exposure.piece = self.group.piece = ""
            self._scroll.verticalScrollBar().setValue(0)
        self.found = found
        view, formats = found.view, self.context.formats
        self.empty.hide()
        self._scroll.show()
        self._write_titles()
        word = say(f"order_answer.{view.answer}", formats.lang)
        self.verdict.set(TONES[view.answer], word, because(view.reasons, formats.lang), self._deposit(view))
        helping = ways(view, formats)
        self.ways.show_ways(helping)
        self.cards["ways"].setVisible(bool(helping))
        self.findings.show_reasons(view.reasons)
        self._show_limit(found)
        self.exposure.show_exposure(view.exposure)
        self.group.show_exposure(view.exposure.group)
        self.cards["group"].setVisible(view.exposure.group is not None)
        self._show_rule(view)
        lacking = gaps(view, found.limit, formats)
        self.missing.setText("\n".join(f"– {text}" for text in lacking))
        self.missing.setVisible(bool(lacking))

    def _how_many(self) -> str:
        holds = sum(one.effect is Effect.HOLD for one in self.found.view.reasons) if self.found else 0
        if holds > 1:
            return self.tr("something for each of the %n holds, or a release", "", holds)
        return self.tr("or a release with a reason")

    def _deposit(self, view: CheckView) -> str:
        if not view.deposit.minor:
            return ""
        money = self.context.formats.money(view.deposit.minor, view.deposit.currency)
        return self.tr("Deposit: {money}").format(money=money)

    def _show_limit(self, found: Answered) -> None:
        view = found.view
        self.pools.show_pools(view.customer_id, view.question.pools)
        known = self._known_already(view)
        text = self.tr("{money} of what is paid ahead stands on account already and is not counted twice.")
        self.once.setText(text.format(money=known))
        self.once.setVisible(bool(known))
        grade = found.limit.grade
        said = self.tr("grade {grade}").format(grade=grade.value) if grade else self.tr("no grade")
        self.cards["limit"].set_title(self.tr("Limit"), said)

    def _known_already(self, view: CheckView) -> str:
        """The part of the prepayment that the ledger shows as money on account."""
        own = next((pool for pool in view.question.pools if not pool.name), None)
        rest = view.question.amount - view.question.prepaid
        if own is None or own.order is None or own.order.currency != rest.currency:
            return ""
        twice = own.order.minor - rest.minor
        return self.context.formats.money(twice, rest.currency) if twice > 0 else ""

    def _show_rule(self, view: CheckView) -> None:
        rule = view.question.rule
        state = self.tr("on") if rule.on else self.tr("switched off")
        self.cards["rule"].set_title(self.tr("Overdue rule"), state)
        self.rule.setText(rule_words(view))
        rows = late_rows(view)
        self.late.show_lines([late_line(row, view, self.context.formats) for row in rows])
        self.late.setVisible(bool(rows))

    def _open_rule(self) -> None:
        self.context.navigator.go("credit_rules", tab="overdue")

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text of the answer."""
        self._write_titles()
        self.rule_button.setText(self.tr("Rule"))
        self.late.setAccessibleName(self.tr("Overdue debts"))
        if self.found is not None:
            self.show_answer(self.found)

    def _write_titles(self) -> None:
        day = self.context.formats.day(self.found.view.as_of) if self.found else ""
        as_of = self.tr("as of {day}").format(day=day) if day else ""
        self.cards["ways"].set_title(self.tr("What would make it go"), self._how_many())
        self.cards["why"].set_title(self.tr("Why"))
        self.cards["limit"].set_title(self.tr("Limit"))
        self.cards["exposure"].set_title(self.tr("At risk now"), as_of)
        self.cards["group"].set_title(self.tr("At risk with the whole group"), as_of)
        self.cards["rule"].set_title(self.tr("Overdue rule"))
