"""The quarterly reviews: begin one, write it, look at its paper, lock it, see what differs later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.dialogs.opening import open_for
from app.ui.models.columns import DASH, Cell, Column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.health.measures.desk import TABLES
from app.ui.pages.health.reviews.reading import ReviewReading
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.loading_bar import LoadingBar
from app.words import review_text, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.period_review import Difference
    from app.services.ports import Control
    from app.services.review_views import PeriodView, ReviewView
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.formats import Formats
    from app.ui.pages.tabbed import TabbedPage

translate = QCoreApplication.translate
_TONES = {"none": "neutral", "open": "info", "locked": "good"}


@dataclass(frozen=True, slots=True)
class ReviewRead:
    """One review whole, what differs from it today, and who may sign."""

    view: ReviewView
    changed: Sequence[Difference]
    people: Sequence[str]


def quarter_key(name: str) -> int:
    """A number for a quarter: 2025Q4 → 20254."""
    return int(name.replace("Q", ""))


def period_columns(formats: Formats) -> list[Column[PeriodView]]:
    """Quarter, state, findings still open."""
    lang = formats.lang

    def quarter(row: PeriodView) -> Cell:
        return Cell(review_text.quarter_name(row.period.name, lang), strong=True)

    def state(row: PeriodView) -> Cell:
        if row.unfinished and row.review is None:
            return Cell(say("review.unfinished", lang), tone="tertiary")
        return Cell(say(f"review_state.{row.state}", lang), chip=_TONES[row.state])

    def findings(row: PeriodView) -> Cell:
        if row.review is None:
            return Cell(DASH, tone="tertiary")
        return Cell(f"{formats.count(row.open_findings)} / {formats.count(row.findings)}")

    return [
        Column(
            "quarter",
            lambda: translate("ReviewsPanel", "Quarter"),
            quarter,
            value=lambda row: row.period.name,
            width=150,
            min_width=120,
            stretch=1,
            descending_first=True,
            fixed=True,
        ),
        Column(
            "state",
            lambda: translate("ReviewsPanel", "State"),
            state,
            value=lambda row: row.state,
            width=124,
            min_width=112,
            fixed=True,
        ),
        Column(
            "findings",
            lambda: translate("ReviewsPanel", "Open findings"),
            findings,
            value=lambda row: row.open_findings,
            width=104,
            min_width=72,
            drop=1,
        ),
    ]


class ReviewsPanel(TabPanel):
    """``open(quarter=…)`` shows a quarter's review."""

    moves = TABLES | {
        "period_review", "finding", "provision_run", "specific_provision", "limit_decision", "cash_item",
        "claim", "claim_event", "insurance_policy", "alert", "loss_case", "person",
    }  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.periods: Sequence[PeriodView] = ()
        self.found: ReviewRead | None = None
        self.quarter = ""
        self.dialog: FormDialog | None = None
        theme = context.theme
        self.table = DataTable(theme, "health.reviews", context.preferences, empty_icon="calendar")
        self.model: RowTable[PeriodView] = RowTable(
            period_columns(context.formats),
            context.runner,
            lambda row: quarter_key(row.period.name),
            parent=self,
        )
        self.table.set_model(self.model)
        self.card = Card(theme, " ")
        self.begin_button = button(theme, "", "normal", "search", self.begin)
        self.write_button = button(theme, "", "normal", "pencil", self.write_review)
        self.lock_button = button(theme, "", "normal", "lock", self.lock)
        self.reopen_button = button(theme, "", "normal", "undo-2", self.reopen)
        self.findings_button = button(theme, "", "normal", "list-checks", self.see_findings)
        self.pdf_button = button(theme, "", "primary", "file-text", self.open_paper)
        self.loading = LoadingBar(theme)
        self.reading = ReviewReading(context)
        self._pdf_action = QAction(self)
        self._pdf_action.triggered.connect(lambda _on=False: self.open_paper())
        self._lay_out()
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _row: self.open_paper())
        self.reading.figures.opened.connect(self._open_figure)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (
            self.write_button,
            self.begin_button,
            self.findings_button,
            self.lock_button,
            self.reopen_button,
        ):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.card.body.addWidget(self.loading)
        self.card.body.addLayout(buttons)
        self.card.body.addWidget(self.reading, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.table, 4)
        both.addWidget(self.card, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(both, 1)
        self.card.add_action(self.pdf_button)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A quarter's review."""
        if isinstance(quarter := params.get("quarter"), str):
            self.quarter = quarter
            if self.periods:
                self.read()

    def read(self, *_: object) -> None:
        """The quarters, then the review of the one in view."""
        reviews = self.context.company.reviews
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: reviews.periods(),
            self._show_periods,
            failed=self._failed,
            owner=self,
            key="health.reviews",
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.loading.stop()
        self.context.notices.error(error)

    def _show_periods(self, periods: Sequence[PeriodView]) -> None:
        self.table.loading.stop()
        self.periods = periods
        self.model.set_columns(period_columns(self.context.formats))
        self.model.set_rows(periods)
        known = [one.period.name for one in periods]
        if self.quarter not in known:
            over = [one.period.name for one in periods if not one.unfinished]
            self.quarter = (over or known or [""])[0]
        if self.quarter:
            self.table.view.select_id(quarter_key(self.quarter))
        self._read_review()
        self.host.tell_status()

    def _on_current(self, key: int) -> None:
        name = next((one.period.name for one in self.periods if quarter_key(one.period.name) == key), "")
        if name and name != self.quarter:
            self.quarter = name
            self._read_review()

    def _read_review(self) -> None:
        session, quarter = self.context.company, self.quarter
        self._write_head()
        if not quarter:
            return

        def work(control: Control) -> ReviewRead:
            view = session.reviews.view(quarter, control)
            changed = session.reviews.differences(quarter)
            return ReviewRead(view, changed, [one.name for one in session.people.list()])

        self.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="health.review")

    def _show(self, found: ReviewRead) -> None:
        self.loading.stop()
        self.found = found
        self.reading.show_review(found.view, found.changed)
        self._write_head()

    # -- showing --------------------------------------------------------------------------------

    @property
    def period(self) -> PeriodView | None:
        """The quarter in view."""
        return next((one for one in self.periods if one.period.name == self.quarter), None)

    def _write_head(self) -> None:
        view, lang = self.period, self.context.formats.lang
        if view is None:
            self.card.set_title(" ")
            return
        self.card.set_title(
            review_text.quarter_name(view.period.name, lang), say(f"review_state.{view.state}", lang)
        )
        begun, locked = view.review is not None, view.state == "locked"
        self.begin_button.setText(self.tr("Look again") if begun else self.tr("Begin the review"))
        locked_why = self.tr("This quarter's review is locked.")
        guard(self.context, self.begin_button, able=not locked, because=locked_why)
        first = self.tr("Begin the review first.")
        guard(
            self.context,
            self.write_button,
            able=begun and not locked and self._is_read(),
            because=locked_why if locked else first,
        )
        ends = self.tr("The quarter is not over yet.")
        able = begun and not view.unfinished
        guard(self.context, self.lock_button, able=able, because=ends if view.unfinished else first)
        guard(self.context, self.reopen_button)
        self.lock_button.setVisible(not locked)
        self.begin_button.setVisible(not locked)
        self.reopen_button.setVisible(locked)
        self.findings_button.setText(
            self.tr("Findings {n}").format(n=self.context.formats.count(view.open_findings))
        )
        self.findings_button.setEnabled(begun)
        self.findings_button.setToolTip("" if begun else first)

    def _is_read(self) -> bool:
        """Whether what was read is the review in view, as it was begun."""
        view = self.found.view if self.found else None
        return view is not None and view.period.name == self.quarter and view.review is not None

    # -- acting ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin the review of the quarter in view, or look for its findings again."""
        if not self.quarter or not writable(self.context):
            return
        reviews, quarter = self.context.company.reviews, self.quarter
        self.loading.start()
        self.context.runner.database(
            lambda _control: reviews.begin(quarter), self._on_begun, failed=self._failed, owner=self
        )

    def _on_begun(self, change: ChangeSet) -> None:
        """Say so; where nothing was new there is nothing to read again."""
        self.loading.stop()
        if change.id:
            self.context.notices.done(change)

    def write_review(self) -> None:
        """Write verdict, names and the strategy form."""
        from app.ui.pages.health.reviews.dialogs import ReviewDialog  # noqa: PLC0415 - at its first use

        found = self.found
        if found is not None and found.view.review is not None and not found.view.locked:
            open_for(self, ReviewDialog(self.context, found.view, found.people, self))

    def lock(self) -> None:
        """Lock it, after saying what that means."""
        from app.ui.pages.health.reviews.dialogs import LockDialog  # noqa: PLC0415 - at its first use

        if writable(self.context):
            open_for(self, LockDialog(self.context, self.quarter, self))

    def reopen(self) -> None:
        """Open it again, with a reason."""
        from app.ui.pages.health.reviews.dialogs import ReopenDialog  # noqa: PLC0415 - at its first use

        if writable(self.context):
            open_for(self, ReopenDialog(self.context, self.quarter, self))

    def see_findings(self) -> None:
        """Go to the findings of the quarter in view."""
        self.host.open({"tab": "findings", "quarter": self.quarter})

    def _open_figure(self, place: int) -> None:
        """Go to the figure with its working and rows."""
        if "figures" in self.host.keys and place < len(self.reading.keys):
            key = self.reading.keys[place]
            self.host.open({"tab": "figures", "figure": key, "period": self.quarter})

    def open_paper(self) -> None:
        """Show it as it will be printed."""
        from app.ui.pages.health.reviews.paper import open_review_paper  # noqa: PLC0415 - at its first use

        if self.quarter:
            open_review_paper(self.context, self.quarter, self)

    # -- TabPanel -------------------------------------------------------------------------------

    def actions_of_panel(self) -> Sequence[QAction]:
        """The report of the quarter in view."""
        return (self._pdf_action,)

    def status(self) -> str:
        """How many quarters there are."""
        return self.tr("%n quarter(s)", "", len(self.periods))

    def retranslate(self) -> None:
        """Write every text."""
        self.write_button.setText(self.tr("Write…"))
        self.lock_button.setText(self.tr("Lock…"))
        self.reopen_button.setText(self.tr("Open again…"))
        self.pdf_button.setText(self.tr("Quarterly report PDF"))
        self._pdf_action.setText(self.tr("Quarterly report PDF"))
        self.table.view.setAccessibleName(self.tr("Quarters"))
        self.table.say_empty(
            self.tr("Nothing is in the ledger yet."), "", self.tr("Quarters stand here once there is.")
        )
        self.model.set_columns(period_columns(self.context.formats))
        self.reading.retranslate()
        self._write_head()
