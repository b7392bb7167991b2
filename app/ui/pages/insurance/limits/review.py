"""The quarterly review of buyer limits: unused, too small, ending, without evidence; and what to ask for."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from app.domain.money import Money
from app.domain.table import ColumnKind
from app.services.policy_views import Ask, Finding
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.table import Cell as TableCell
    from app.services.control import Control
    from app.services.policy_views import LimitReview, ReviewRow
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.pages.insurance.limits.panel import BuyerLimitsPanel

TO_DO, SHORT, IDLE, ENDING, EVIDENCE, ALL = "to_do", "short", "idle", "ending", "evidence", "all"
_FINDINGS = {
    SHORT: {Finding.OVER, Finding.TIGHT, Finding.NONE, Finding.REFUSED},
    IDLE: {Finding.UNUSED},
    ENDING: {Finding.EXPIRING, Finding.EXPIRED},
    EVIDENCE: {Finding.NO_EVIDENCE, Finding.OLD_EVIDENCE},
}
_TONES = {
    Finding.OVER: "danger",
    Finding.NONE: "danger",
    Finding.REFUSED: "danger",
    Finding.TIGHT: "warn",
    Finding.EXPIRING: "warn",
    Finding.EXPIRED: "danger",
    Finding.NO_EVIDENCE: "warn",
    Finding.OLD_EVIDENCE: "warn",
    Finding.UNUSED: "neutral",
    Finding.PENDING: "info",
}
_REQUESTS = frozenset({Ask.REQUEST, Ask.RAISE, Ask.RENEW, Ask.LOWER, Ask.RETURN})
_DASH = Cell(DASH, tone="tertiary")


class _Read(NamedTuple):
    """The review, and what its buyers are called: their own names and the English ones."""

    review: LimitReview
    names: dict[int, tuple[str, str]]


class ReviewList(Retranslated):
    """Enter or a double click asks the insurer for what is suggested."""

    def __init__(self, context: PageContext, panel: BuyerLimitsPanel) -> None:
        super().__init__()
        self.context, self._panel = context, panel
        self.found: LimitReview | None = None
        self._names: dict[int, tuple[str, str]] = {}
        theme = context.theme
        self.card = Card(theme, " ")
        self.figures = Figures(theme, "section")
        self.note = label("", "small", "secondary", wrap=True)
        self.card.body.addWidget(self.figures)
        self.card.body.addWidget(self.note)
        self.scope = Segmented()
        self.ask_button = button(theme, "", "normal", "send", self._ask_current)
        self.done_button = button(theme, "", "normal", "check", self._done_current)
        self.table = DataTable(theme, "insurance.review", context.preferences, empty_icon="list-checks")
        self.model: RowTable[tuple[int, ReviewRow]] = RowTable(
            self._columns(), context.runner, lambda pair: pair[0], parent=self
        )
        self.table.set_model(self.model)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.scope)
        above.addStretch(1)
        above.addWidget(self.done_button)
        above.addWidget(self.ask_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.card)
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        self.scope.chosen.connect(self._narrow)
        self.table.opened.connect(self._on_opened)
        self.table.current_changed.connect(self._on_current)
        self.table.clear_filter.connect(self._show_all)
        self.table.view.extra_actions = self._row_actions

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Review the limits as of today."""
        session = self.context.company

        def work(_control: Control) -> _Read:
            review = session.policies.limit_review(session.clock.today())
            return _Read(review, session.policies.called([row.customer_id for row in review.rows]))

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, key="insurance.review"
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, read: _Read) -> None:
        self.table.loading.stop()
        self.found, self._names = read
        found = read.review
        self.model.set_columns(self._columns())
        self.model.set_rows(list(enumerate(found.rows, 1)))
        self._write()
        self._narrow()

    def name(self, row: ReviewRow) -> str:
        """What a buyer is called in the window's language."""
        return self.context.formats.name(*self._names.get(row.customer_id, (row.customer, "")))

    def row(self, place: int) -> ReviewRow | None:
        """A row by its place in the review."""
        rows = self.found.rows if self.found else ()
        return rows[place - 1] if 0 < place <= len(rows) else None

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        found, formats = self.found, self.context.formats
        if found is None:
            return
        policies = {row.policy.id: row.policy for row in found.rows}

        def sums(of: dict[int, int]) -> str:
            totals: dict[str, int] = {}
            for policy_id, amount in of.items():
                if policy_id in policies:
                    currency = policies[policy_id].record.currency
                    totals[currency] = totals.get(currency, 0) + amount
            told = [formats.money(amount, currency, whole=True) for currency, amount in totals.items()]
            return " · ".join(told) or DASH

        self.card.set_title(
            self.tr("Review of the limits"),
            self.tr("as of {day}").format(day=formats.day_in_text(found.as_of)),
        )
        short = sums(dict(found.short))
        self.figures.set(
            [
                (self.tr("Granted"), sums(dict(found.granted)), "", ""),
                (self.tr("Not needed"), sums(dict(found.unused)), "", ""),
                (self.tr("Open beyond limits"), short, "", "danger" if any(found.short.values()) else ""),
                (self.tr("Limit fees a year"), sums(dict(found.fees)), "", ""),
            ]
        )
        self.note.setText(
            self.tr(
                "Needed is measured by the highest balance at the ends of the last months. Give back "
                "what lies idle, ask for more where debts outgrow the limit, renew before a limit ends."
            )
        )
        counts = Counter(scope for row in found.rows for scope in _scopes(row))
        names = self._scope_names()
        write = formats.count
        self.scope.set_choices(
            [(key, f"{name} {write(counts[key])}" if counts[key] else name) for key, name in names.items()]
        )

    def _scope_names(self) -> dict[str, str]:
        return {
            TO_DO: self.tr("To do"),
            SHORT: self.tr("Too small"),
            IDLE: self.tr("Unused"),
            ENDING: self.tr("Ending"),
            EVIDENCE: self.tr("No evidence"),
            ALL: self.tr("All"),
        }

    def _narrow(self, *_: object) -> None:
        scope = self.scope.current or TO_DO
        self.model.set_filter(None if scope == ALL else lambda pair: scope in _scopes(pair[1]))
        self._on_current(self.table.view.current_id())
        if self.found is not None and not self.found.rows:
            able = writable(self.context) and self._panel.has_policy
            ask = self.tr("Ask for a limit") if able else self.tr("Go to the policies")
            self.table.say_empty(self.tr("No buyer limits to review yet."), ask)
        elif scope == TO_DO:
            self.table.say_empty(self.tr("Every limit fits what is sold."), self.tr("Show all limits"))
        else:
            self.table.say_empty(self.tr("No limit stands so."), self.tr("Show all limits"))

    def _show_all(self) -> None:
        if self.found is not None and not self.found.rows:
            if writable(self.context) and self._panel.has_policy:
                self._panel.acts.decide(request=True)
            else:
                self.context.navigator.go("insurance", tab="policies")
            return
        self.scope.set_current(ALL)
        self._narrow()

    def _columns(self) -> list[Column[tuple[int, ReviewRow]]]:
        formats = self.context.formats

        def money(row: ReviewRow, minor: int | None, tone: str = "") -> Cell:
            if not minor:
                return _DASH
            return Cell(formats.whole(minor, row.policy.record.currency), tone=tone)

        def of(key: str, title: Callable[[], str], minor: Callable[[ReviewRow], int | None], tone: str = "",
               drop: int = 0) -> Column[tuple[int, ReviewRow]]:  # fmt: skip
            return Column(
                key, title, lambda pair: money(pair[1], minor(pair[1]), tone),
                value=lambda pair: minor(pair[1]),
                width=108, min_width=92, align=Align.RIGHT, descending_first=True, drop=drop,
            )  # fmt: skip

        return [
            text_column("customer", lambda: self.tr("Buyer"), lambda pair: self.name(pair[1]), strong=True,
                        width=200, min_width=150, stretch=3, fixed=True),
            text_column("policy", lambda: self.tr("Policy"), lambda pair: pair[1].policy.record.number,
                        tone="secondary", width=124, min_width=112, drop=2),
            text_column("currency", lambda: self.tr("Currency"), lambda pair: pair[1].policy.record.currency,
                        tone="tertiary", width=64, min_width=60, drop=1),
            of("limit", lambda: self.tr("Limit"), lambda row: row.limit.amount if row.limit else None),
            of("used", lambda: self.tr("Filled now"), lambda row: row.used, drop=4),
            of("peak", lambda: self.tr("Highest"), lambda row: row.peak),
            of("over", lambda: self.tr("Beyond"), lambda row: row.over, "danger", drop=3),
            Column("finding", lambda: self.tr("Finding"), lambda pair: self._finding(pair[1]),
                   value=lambda pair: pair[1].findings[0].value if pair[1].findings else "", width=176,
                   min_width=160),
            text_column("ask", lambda: self.tr("What to ask for"), lambda pair: ask_words(pair[1], formats),
                        width=260, min_width=190, stretch=2, sortable=False),
        ]  # fmt: skip

    def _finding(self, row: ReviewRow) -> Cell:
        if row.done_on is not None:
            done = self.tr("Done {day}").format(day=self.context.formats.day(row.done_on))
            return Cell(done, chip="good")
        if not row.findings:
            return Cell(self.tr("Fits"), tone="secondary")
        lang = self.context.formats.lang
        words = [say(f"limit_finding.{each}", lang) for each in row.findings]
        return Cell(words[0], chip=_TONES[row.findings[0]], tip="\n".join(words))

    # -- acts -----------------------------------------------------------------------------------

    def _on_current(self, place: int) -> None:
        row = self.row(place)
        able = row is not None and bool(_REQUESTS & set(row.asks))
        why = self.tr("Choose a limit that something is to be asked for.")
        guard(self.context, self.ask_button, able=able, because=why)
        done = row is not None and row.done_on is not None
        self.done_button.setText(self.tr("Not done after all") if done else self.tr("Mark as done"))
        todo = row is not None and bool(row.asks)
        why = self.tr("Choose a limit that something is to be done about.")
        guard(self.context, self.done_button, able=todo, because=why)

    def _done_current(self) -> None:
        row = self.row(self.table.view.current_id())
        if row is not None:
            self.mark(row)

    def mark(self, row: ReviewRow) -> None:
        """Mark a row as done for this quarter, or take the mark back."""
        policies, done = self.context.company.policies, row.done_on is None
        policy_id, customer_id = row.policy.id, row.customer_id
        self.context.runner.database(
            lambda _control: policies.mark_reviewed(policy_id, customer_id, done=done),
            self.context.notices.done,
            failed=self.context.notices.error,
            owner=self,
        )

    def _ask_current(self) -> None:
        row = self.row(self.table.view.current_id())
        if row is not None:
            self.ask(row)

    def _on_opened(self, place: int) -> None:
        row = self.row(place)
        if row is not None:
            self.ask(row) if _REQUESTS & set(row.asks) else self._open_limit(row)

    def ask(self, row: ReviewRow) -> None:
        """Ask the insurer for what is suggested."""
        self._panel.acts.decide(row.customer_id, row.policy.id, request=True, amount=row.suggested)

    def _open_limit(self, row: ReviewRow) -> None:
        self.context.navigator.go("insurance", tab="limits", customer_id=row.customer_id)

    def _row_actions(self) -> list[QAction]:
        row = self.row(self.table.view.current_id())
        if row is None:
            return []
        go = partial(self.context.navigator.go, "customers", customer_id=row.customer_id)
        made = []
        mark = self.tr("Not done after all") if row.done_on is not None else self.tr("Mark as done")
        for text, run, changes in (
            (self.tr("Ask the insurer…"), partial(self.ask, row), True),
            *(((mark, partial(self.mark, row), True),) if row.asks else ()),
            (self.tr("Enter a decision…"),
             partial(self._panel.acts.decide, row.customer_id, row.policy.id), True),
            (self.tr("Show the limit"), partial(self._open_limit, row), False),
            (self.tr("Open the customer"), go, False),
        ):  # fmt: skip
            action = QAction(text, self)
            action.triggered.connect(lambda _on=False, run=run: run())
            if changes:
                guard(self.context, action)
            made.append(action)
        return made

    # -- exports and words ----------------------------------------------------------------------

    def open_export(self, at: QPushButton) -> None:
        """Offer the formats below a button."""
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(at.mapToGlobal(QPoint(0, at.height())))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {place: (place, row) for place, row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        formats = self.context.formats
        words = [self.tr("As of {day}").format(day=formats.day(self.context.company.clock.today()))]
        cells = review_cells(formats, self.name)
        exports.table(self.table.view, list(rows), read, cells, self.tr("Review of the limits"), file_format,
                      words)  # fmt: skip

    def retranslate(self) -> None:
        """Write every text of the review."""
        self.scope.setAccessibleName(self.tr("What the review found"))
        self.scope.set_choices(list(self._scope_names().items()))
        self.table.view.setAccessibleName(self.tr("Review of the limits"))
        self.ask_button.setText(self.tr("Ask the insurer…"))
        self.model.set_columns(self._columns())
        self._write()
        self._narrow()


def _scopes(row: ReviewRow) -> list[str]:
    """The choices of the filter a row belongs to."""
    found = [scope for scope, findings in _FINDINGS.items() if findings & set(row.findings)]
    return [ALL, *([TO_DO] if row.asks and row.done_on is None else []), *found]


def ask_words(row: ReviewRow, formats: Formats) -> str:
    """What to ask for, with the amount where one is suggested."""
    if not row.asks:
        return DASH
    currency, pending = row.policy.record.currency, row.pending
    amount = "" if row.suggested is None else formats.money(row.suggested, currency, whole=True)
    on = "" if pending is None else formats.day(pending.on)
    said = {"amount": amount, "on": on, "on_time": formats.count(row.on_time)}
    told = (say(f"limit_ask.{each}", formats.lang, **said).strip() for each in row.asks)
    return say("clause_value.lines", formats.lang).join(told)


def review_cells(
    formats: Formats, name: Callable[[ReviewRow], str]
) -> dict[str, tuple[ColumnKind, Callable[[tuple[int, ReviewRow]], TableCell]]]:
    """What a column holds in an exported table."""

    def money(minor: Callable[[ReviewRow], int | None]) -> Callable[[tuple[int, ReviewRow]], TableCell]:
        def cell(pair: tuple[int, ReviewRow]) -> TableCell:
            found = minor(pair[1])
            return None if found is None else Money(found, pair[1].policy.record.currency)

        return cell

    def finding(pair: tuple[int, ReviewRow]) -> TableCell:
        return ", ".join(say(f"limit_finding.{each}", formats.lang) for each in pair[1].findings)

    return {
        "customer": (ColumnKind.TEXT, lambda pair: name(pair[1])),
        "policy": (ColumnKind.TEXT, lambda pair: pair[1].policy.record.number),
        "currency": (ColumnKind.TEXT, lambda pair: pair[1].policy.record.currency),
        "limit": (ColumnKind.MONEY, money(lambda row: row.limit.amount if row.limit else None)),
        "used": (ColumnKind.MONEY, money(lambda row: row.used)),
        "peak": (ColumnKind.MONEY, money(lambda row: row.peak)),
        "over": (ColumnKind.MONEY, money(lambda row: row.over)),
        "finding": (ColumnKind.TEXT, finding),
        "ask": (ColumnKind.TEXT, lambda pair: ask_words(pair[1], formats)),
    }
