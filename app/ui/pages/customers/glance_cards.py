"""Three cards of the overview: how the customer pays, what its score is made of, what is to be heeded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.i18n import retranslate_on
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.ui.widgets.line_list import Line, LineList
from app.ui.widgets.month_chart import MonthBar, MonthChart
from app.ui.widgets.share_bar import ShareBar
from app.words import say
from app.words.alert_text import alert_sentence, review_sentence
from app.words.formats import countdown, spoken
from app.words.scoring_text import because, name_of, points

if TYPE_CHECKING:
    from app.domain.aging import OpenItem
    from app.domain.customer_behaviour import MonthLate
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit_glance import CreditGlance

_TONES = {"high": "danger", "medium": "warn", "low": "neutral"}
_AHEAD, _SOON = 30, 7
"""Days ahead from which a review is named here, and from which it is amber."""


class GlanceCard(Card):
    """A card that shows what was read of a customer's credit, and nothing while that is read."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, " ")
        self.context = context
        self.credit: CreditGlance | None = None

    def show_credit(self, credit: CreditGlance) -> None:
        """Show what was read."""
        self.credit = credit
        self.retranslate()

    def wait(self) -> None:
        """Nothing is known yet."""
        self.credit = None
        self.retranslate()

    def retranslate(self) -> None:
        """Write every text of the card."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if hasattr(self, "credit"):
            retranslate_on(event, self)
        super().changeEvent(event)


class PaymentCard(GlanceCard):
    """Days late month by month; ``month_wanted`` carries the first day of the one opened."""

    month_wanted = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.chart = MonthChart(context.theme)
        self.none = EmptyState(context.theme, "calendar")
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.none, 1)
        self.setMinimumHeight(248)
        self.chart.chosen.connect(self._open)
        self.none.action.connect(self._enter)
        self.wait()

    def _months(self) -> Sequence[MonthLate]:
        return self.credit.behaviour.months if self.credit is not None else ()

    def _open(self, place: int) -> None:
        self.month_wanted.emit(self._months()[place].month)

    def _enter(self) -> None:
        self.context.navigator.go("importing")

    def _bar(self, month: MonthLate) -> MonthBar:
        lang = self.context.formats.lang
        name = f"{month.month.month} 月" if lang == "zh" else f"{month.month:%b}"
        if month.days_late is None:
            nothing = self.tr("{month}: nothing settled").format(month=f"{month.month:%Y-%m}")
            return MonthBar(name, None, "–", nothing)
        days = int(month.days_late.to_integral_value(ROUND_HALF_UP))
        text = str(days).replace("-", "−")
        many = self.tr("%n invoice(s) settled", "", month.settled)
        said = self.tr("{month}: {days} days late on average, {many}")
        words = said.format(month=f"{month.month:%Y-%m}", days=text, many=many)
        return MonthBar(name, float(month.days_late), text, words)

    def retranslate(self) -> None:
        """Write every text of the card."""
        months, credit = self._months(), self.credit
        some = any(month.days_late is not None for month in months)
        self.set_title(self.tr("Payment behaviour"), self.tr("days late by month, weighted by amount"))
        self.chart.setAccessibleName(self.tr("Payment behaviour"))
        self.chart.setVisible(some)
        self.none.setVisible(not some and credit is not None)
        self.none.say(self.tr("Nothing was paid in the last twelve months."), self.tr("Import data"))
        line = credit.line if credit is not None else None
        text = ""
        if line is not None:
            text = self.tr("warning {days} d").format(days=int(line.to_integral_value(ROUND_HALF_UP)))
        bars = [self._bar(month) for month in months]
        self.chart.show_months(bars, self.tr("on time"), None if line is None else float(line), text)


class ScoreCard(GlanceCard):
    """Points by family; ``tab_wanted`` leads to the points behind them."""

    tab_wanted = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.more = button(context.theme, "", "link", run=lambda: self.tab_wanted.emit("score"), small=True)
        self.add_action(self.more)
        self.holder = QWidget()
        self._grid = QGridLayout(self.holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.none = EmptyState(context.theme, "gauge")
        self.none.action.connect(self._assess)
        self.body.addWidget(self.holder)
        self.body.addWidget(self.none, 1)
        self.body.addStretch(1)
        self.wait()

    def _assess(self) -> None:
        if self.credit is not None:
            self.context.navigator.go("scoring", customer_id=self.credit.behaviour.customer_id)

    def families(self) -> list[tuple[str, Decimal, Decimal]]:
        """Each family with the points it earned and the most it could have."""
        latest = self.credit.latest if self.credit is not None else None
        found: dict[str, tuple[Decimal, Decimal]] = {}
        for line in latest.outcome.lines if latest is not None else ():
            got, most = found.get(line.family, (Decimal(0), Decimal(0)))
            found[line.family] = got + line.points, most + line.most
        return [(family, got, most) for family, (got, most) in found.items()]

    def retranslate(self) -> None:
        """Write every text of the card."""
        latest = self.credit.latest if self.credit is not None else None
        note = f"{points(latest.score)} / 100" if latest is not None else ""
        self.set_title(self.tr("What the score is made of"), note)
        self.more.setText(self.tr("Points"))
        self.more.setAccessibleName(self.tr("All points of the score"))
        self.more.setVisible(latest is not None)
        self.holder.setVisible(latest is not None)
        self.none.setVisible(latest is None and self.credit is not None)
        self.none.say(self.tr("This customer has not been assessed."), self.tr("Assess it"))
        clear(self._grid)
        for row, (family, got, most) in enumerate(self.families()):
            self._family(row, family, got, most)

    def _family(self, row: int, family: str, got: Decimal, most: Decimal) -> None:
        name = name_of("family", family, self.context.formats.lang)
        figures = f"{points(got)} / {points(most)}"
        share = float(got / most) if most else 0.0
        self._grid.addWidget(label(name, "body"), row, 0)
        self._grid.addWidget(ShareBar(self.context.theme, share, f"{name} {figures}"), row, 1)
        self._grid.addWidget(label(figures, "body", strong=True), row, 2, Qt.AlignmentFlag.AlignRight)


class HeedCard(GlanceCard):
    """Warnings, an assessment that ended, disputes and reviews; ``opened`` carries a document."""

    opened = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._items: Sequence[OpenItem] = ()
        self._runs: list[Callable[[], object]] = []
        self.lines = LineList(context.theme)
        self.lines.opened.connect(lambda place: self._runs[place - 1]())
        self.none = label("", "body", "secondary", wrap=True)
        self.none.setContentsMargins(16, 0, 16, 8)
        self.body.setContentsMargins(0, 0, 0, 4)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.none)
        self.wait()

    def show_credit(self, credit: CreditGlance, items: Sequence[OpenItem] = ()) -> None:
        """Show what was read; ``items`` are the open ones, of which the disputed are named."""
        self._items = items
        super().show_credit(credit)

    def _found(self, credit: CreditGlance) -> list[tuple[str, str, str, str, Callable[[], object]]]:
        """Day, sentence, chip, tone and where it leads."""
        formats, go = self.context.formats, self.context.navigator.go
        lang, who = formats.lang, credit.behaviour.customer_id
        found: list[tuple[str, str, str, str, Callable[[], object]]] = []
        for view in credit.alerts:
            text = alert_sentence(view.rule.value, view.params, lang)
            leads = partial(go, "watch", tab="alerts", customer_id=who, alert_id=view.alert.id)
            chip = say(f"alert_rule.{view.rule}", lang)
            found.append((formats.day_short(view.alert.on), text, chip, _TONES[view.severity], leads))
        score = partial(go, "scoring", customer_id=who)
        if credit.grade is not None and (ended := credit.grade.ended) is not None:
            text = because(ended.code, dict(ended.params), lang)
            found.append((formats.day_short(ended.on), text, self.tr("Grade"), "warn", score))
        for item in self._items:
            if item.disputed and item.open > 0:
                money = formats.money(item.open, item.currency, whole=True)
                text = self.tr("{number} is disputed, {amount}").format(number=item.number, amount=money)
                leads = partial(self.opened.emit, item.document_id)
                found.append((formats.day_short(item.due_date), text, self.tr("Dispute"), "warn", leads))
        found += self._insured(credit, who)
        due = credit.review
        if due is not None and (left := (due.due_on - credit.today).days) <= _AHEAD:
            tone = "danger" if left <= 0 else "warn" if left <= _SOON else "neutral"
            text = review_sentence(due.reason.value, due.params, lang)
            found.append((formats.day_short(due.due_on), text, countdown(left, lang), tone, score))
        return found

    def _insured(
        self, credit: CreditGlance, who: int
    ) -> list[tuple[str, str, str, str, Callable[[], object]]]:
        """What the insurance forbids: shipping, or letters of our own."""
        formats, go = self.context.formats, self.context.navigator.go
        found: list[tuple[str, str, str, str, Callable[[], object]]] = []
        hold, claimed, chip = credit.hold, credit.claimed, self.tr("Insurance")
        if hold is not None:
            code, params = hold.reason
            text = spoken(code, formats.lang, params)
            leads = partial(go, "customers", customer_id=who, tab="insurance")
            found.append((formats.day_short(hold.since), text, chip, "danger", leads))
        if claimed is not None:
            said = {"insurer": claimed.insurer, "on": claimed.since}
            text = spoken("dunning.with_insurer", formats.lang, said)
            leads = partial(go, "insurance", tab="claims", claim_id=claimed.claim_id)
            found.append((formats.day_short(claimed.since), text, chip, "warn", leads))
        return found

    def retranslate(self) -> None:
        """Write every text of the card."""
        found = self._found(self.credit) if self.credit is not None else []
        self._runs = [leads for *_, leads in found]
        self.set_title(self.tr("To heed"), str(len(found)) if found else "")
        self.lines.setAccessibleName(self.tr("To heed"))
        self.lines.show_lines(
            [
                Line(place, day, text, "", chip, tone)
                for place, (day, text, chip, tone, _) in enumerate(found, start=1)
            ]
        )
        self.lines.setVisible(bool(found))
        self.none.setVisible(not found)
        self.none.setText(self.tr("No warning, no dispute, no review within 30 days."))
