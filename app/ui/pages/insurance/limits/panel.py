"""Buyer limits: who may be shipped to under which limit, how far it is filled, and the quarterly review."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.services.customers import CustomerQuery
from app.ui.models.columns import Cell
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.limits.acts import BuyerLimitActs
from app.ui.pages.insurance.limits.columns import buyer_cells, buyer_columns, state_word
from app.ui.pages.insurance.limits.reading import NONE, REQUESTED, STOPPED, read_buyers
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.tables.saved_views import Segments
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import literal
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.ui.context import PageContext
    from app.ui.pages.insurance.limits.detail import BuyerLimitDetail
    from app.ui.pages.insurance.limits.reading import BuyerRow, Buyers
    from app.ui.pages.insurance.limits.review import ReviewList
    from app.ui.pages.tabbed import TabbedPage

ALL, HELD, GONE, UNINSURED = "all", "held", "gone", "uninsured"
LIST, REVIEW = "list", "review"
_SCOPES = (ALL, HELD, UNINSURED, REQUESTED, STOPPED, GONE, NONE)
_GONE = frozenset({"declined", "withdrawn", "expired"})


class BuyerLimitsPanel(TabPanel):
    """``open(customer_id=…)`` opens its limit, ``request`` asks for one; ``scope``, ``view`` choose."""

    moves = frozenset(
        {
            "insurance_policy", "limit_decision", "shipment_stop", "shipment", "document", "allocation",
            "dispute", "customer", "rate", "insurer_notice", "declaration", "claim",
            "setting",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.acts = BuyerLimitActs(context, self)
        self.found: Buyers | None = None
        self._detail: BuyerLimitDetail | None = None
        self._review: ReviewList | None = None
        self._wanted = 0
        self._matches: frozenset[int] | None = None
        theme = context.theme
        self.view, self.scope = Segmented(), Segmented()
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.import_button = button(theme, "", "normal", "download", self._open_import)
        self.request_button = button(theme, "", "primary", "plus", lambda: self.acts.decide(request=True))
        self.message = MessageStrip(theme)
        self.table = DataTable(theme, "insurance.limits", context.preferences, empty_icon="shield-check")
        self.model: RowTable[BuyerRow] = RowTable(
            buyer_columns(context.formats, "CNY"), context.runner, lambda row: row.customer_id, parent=self
        )
        self.model.sort_by("uninsured", descending=True)
        self.table.set_model(self.model)
        self.table.view.narrow_by(Segments({"scope": self.scope}, self._narrow))
        self._export_action, self._request_action = QAction(self), QAction(self)
        self._export_action.triggered.connect(lambda _on=False: self._open_export())
        self._request_action.triggered.connect(lambda _on=False: self.acts.decide(request=True))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.view)
        above.addStretch(1)
        for widget in (self.export_button, self.import_button, self.request_button):
            above.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.search, 1)
        below.addWidget(self.columns_button)
        self.list = QWidget()
        column = QVBoxLayout(self.list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.scope)
        column.addLayout(below)
        column.addWidget(self.table, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addWidget(self.message)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.view.chosen.connect(self.show_view)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._on_search)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(partial(self.open_customer, focus=True))
        self.table.current_changed.connect(self._follow)
        self.table.clear_filter.connect(self._on_empty)
        self.model.modelReset.connect(self._total)
        self.table.view.extra_actions = self._row_actions
        self.acts.refused.connect(self._refuse)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A buyer whose limit is to be shown, what to narrow to, or the review."""
        customer_id, scope = params.get("customer_id"), str(params.get("scope", ""))
        self._wanted = customer_id if isinstance(customer_id, int) else 0
        if scope in _SCOPES:
            self.scope.set_current(scope)
            self._narrow()
        view = str(params.get("view", ""))
        if view == REVIEW or params.get("review"):
            self.show_view(REVIEW)
        elif view == LIST or self._wanted or scope:
            self.show_view(LIST)
        if params.get("request"):
            self.acts.decide(self._wanted, request=True)
        self._take_wanted()

    def read(self) -> None:
        """Read every buyer again, and the review once it was looked at."""
        session = self.context.company

        def work(control: Control) -> Buyers:
            return read_buyers(session, control)

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, key="insurance.limits"
        )
        if self._review is not None:
            self._review.read()

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: Buyers) -> None:
        self.table.loading.stop()
        self.found = found
        self.model.set_columns(buyer_columns(self.context.formats, found.base))
        self.model.set_rows(found.rows)
        self._write_scope()
        self._narrow()
        self._take_wanted()
        self._guard()
        row = self.row(self._detail.customer_id) if self._detail is not None else None
        if self._detail is not None and row is not None and self.host.shows_detail(self._detail):
            self._detail.show_row(row)
        self.host.tell_status()

    @property
    def base(self) -> str:
        """The company's own currency."""
        return self.found.base if self.found is not None else "CNY"

    def row(self, customer_id: int) -> BuyerRow | None:
        """A row read last."""
        return self.found.row(customer_id) if self.found is not None else None

    def _take_wanted(self) -> None:
        wanted = self._wanted
        if self.found is None or not wanted:
            return
        self._wanted = 0
        if self.row(wanted) is not None and wanted not in self.model.ids():
            self.clear_filters()
        self.table.view.select_id(wanted)
        self.open_customer(wanted)

    # -- views ----------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """The list of buyers, or the quarterly review."""
        self.view.set_current(view)
        if view == REVIEW and self._review is None:
            from app.ui.pages.insurance.limits.review import ReviewList  # noqa: PLC0415 - loads on first use

            self._review = ReviewList(self.context, self)
            self.stack.addWidget(self._review)
            self._review.retranslate()
            self._review.read()
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self.stack.setCurrentWidget(
            self._review if view == REVIEW and self._review is not None else self.list
        )

    @property
    def review(self) -> ReviewList | None:
        """The quarterly review, once looked at."""
        return self._review

    # -- narrowing ------------------------------------------------------------------------------

    def _on_search(self, text: str) -> None:
        if not text:
            self._matches = None
            self._narrow()
            return
        customers = self.context.company.customers

        def done(found: Sequence[int]) -> None:
            self._matches = frozenset(found)
            self._narrow()

        self.context.runner.database(
            lambda _control: customers.ids(CustomerQuery(text=text)),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="insurance.limits.search",
        )

    def _narrow(self, *_: object) -> None:
        scope, matches = self.scope.current or ALL, self._matches

        def keep(row: BuyerRow) -> bool:
            return _fits(row, scope) and (matches is None or row.customer_id in matches)

        self.model.set_filter(None if scope == ALL and matches is None else keep)
        self._say_empty()

    def clear_filters(self) -> None:
        """Show every buyer again."""
        self.scope.set_current(ALL)
        self.search.clear()
        self._matches = None
        self._narrow()

    def _on_empty(self) -> None:
        if self.found is not None and not self.found.policies:
            self.context.navigator.go("insurance", tab="policies")
        elif self.found is not None and not self.found.rows:
            self.acts.decide(request=True)
        else:
            self.clear_filters()

    # -- opening --------------------------------------------------------------------------------

    def open_customer(self, customer_id: int, *, focus: bool = False) -> None:
        """Show a buyer's limit beside the list."""
        from app.ui.pages.insurance.limits.detail import BuyerLimitDetail  # noqa: PLC0415 - loads on first use

        row = self.row(customer_id)
        if row is None:
            return
        if self._detail is None:
            self._detail = BuyerLimitDetail(self.context, self)
            self._detail.retranslate()
        self._detail.show_row(row)
        self.host.show_detail(self._detail, focus=focus)
        self._detail.write_title()

    def _follow(self, customer_id: int) -> None:
        """With the drawer open, the arrows show the row one comes to."""
        if customer_id and self._detail is not None and self.host.shows_detail(self._detail):
            self.open_customer(customer_id)

    def _row_actions(self) -> list[QAction]:
        row = self.row(self.table.view.current_id())
        if row is None:
            return []
        policy_id = row.policy.id if row.policy else 0
        decide, go = partial(self.acts.decide, row.customer_id, policy_id), self.context.navigator.go
        made = []
        for text, run, changes in (
            (self.tr("Ask for a limit…"), partial(decide, request=True), True),
            (self.tr("Enter a decision…"), decide, True),
            (self.tr("Open the customer"), partial(go, "customers", customer_id=row.customer_id), False),
        ):
            action = QAction(text, self)
            action.triggered.connect(lambda _on=False, run=run: run())
            if changes:
                guard(self.context, action, able=self.has_policy)
            made.append(action)
        return made

    @property
    def has_policy(self) -> bool:
        """Whether there is a policy that limits can stand under."""
        return self.found is not None and bool(self.found.policies)

    # -- an insurer's list ----------------------------------------------------------------------

    def import_menu(self) -> QMenu:
        """Under which policy the list stands."""
        menu = QMenu(self)
        for policy in self.found.policies if self.found else ():
            record = policy.record
            text = self.tr("Under {insurer} {number}…").format(insurer=record.insurer, number=record.number)
            menu.addAction(literal(text)).triggered.connect(
                lambda _on=False, each=policy: self.acts.choose_list(each)
            )
        return menu

    def _open_import(self) -> None:
        policies: Sequence[Policy] = self.found.policies if self.found else ()
        if len(policies) == 1:
            self.acts.choose_list(policies[0])
        else:
            self.import_menu().popup(_below(self.import_button))

    def _refuse(self, text: str) -> None:
        if text:
            self.message.say("danger", text, self.tr("Nothing was changed"))
        else:
            self.message.hide()

    # -- exports --------------------------------------------------------------------------------

    def _open_columns(self) -> None:
        columns_menu(self.table.view, self.table.view).popup(_below(self.columns_button))

    def _open_export(self) -> None:
        if self.view.current == REVIEW and self._review is not None:
            self._review.open_export(self.export_button)
            return
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(_below(self.export_button))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {row.customer_id: row for row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        formats = self.context.formats
        words = [self.tr("As of {day}").format(day=formats.day(self.context.company.clock.today()))]
        if (self.scope.current or ALL) != ALL:
            words.append(self.scope.text)
        cells = buyer_cells(formats, self.base)
        exports.table(self.table.view, list(rows), read, cells, self.tr("Buyer limits"), file_format, words)

    # -- words ----------------------------------------------------------------------------------

    def _total(self) -> None:
        if self.found is None:
            return
        rows, base, formats = self.model.shown(), self.base, self.context.formats
        totals = {
            "customer": Cell(self.tr("Total, %n buyer(s)", "", len(rows)), strong=True),
            "open": Cell(formats.whole(sum(row.open for row in rows), base), strong=True),
            "insured": Cell(formats.whole(sum(row.insured for row in rows), base), strong=True),
            "uninsured": Cell(formats.whole(sum(row.uninsured for row in rows), base), strong=True),
        }
        limits = [row for row in rows if row.limit is not None and row.policy is not None]
        if all(row.policy.record.currency == base for row in limits if row.policy):
            whole = sum(row.limit.amount for row in limits if row.limit)
            totals["limit"] = Cell(formats.whole(whole, base), strong=True)
        self.model.set_totals(totals)

    def _write_scope(self) -> None:
        rows = self.found.rows if self.found else []
        counts = Counter(scope for row in rows for scope in _SCOPES if _fits(row, scope))
        names = {
            ALL: self.tr("All"),
            HELD: self.tr("With a limit"),
            UNINSURED: self.tr("Not all insured"),
            REQUESTED: state_word(REQUESTED, self.context.formats.lang),
            STOPPED: state_word(STOPPED, self.context.formats.lang),
            GONE: self.tr("Refused or ended"),
            NONE: state_word(NONE, self.context.formats.lang),
        }
        write = self.context.formats.count
        self.scope.set_choices(
            [(key, f"{names[key]} {write(counts[key])}" if counts[key] else names[key]) for key in _SCOPES]
        )

    def _say_empty(self) -> None:
        if self.found is None:
            return
        if not self.found.policies:
            self.table.say_empty(
                self.tr("No policy is in force yet, so no buyer limits. A draft counts once checked."),
                self.tr("Go to the policies"),
            )
        elif not self.found.rows:
            self.table.say_empty(
                self.tr("No buyer limits yet."),
                self.tr("Ask for a limit") if writable(self.context) else "",
                self.tr("The insurer's own list can be imported."),
            )
        else:
            self.table.say_empty(self.tr("No buyer stands so."), self.tr("Show all buyers"))

    def _guard(self) -> None:
        able = self.has_policy
        why = self.tr("No policy is in force yet, so no buyer limits. A draft counts once checked.")
        targets = (self.request_button, self.import_button, self._request_action)
        guard(self.context, *targets, able=able, because=why)

    def search_field(self) -> QWidget | None:
        """Ctrl+F."""
        return self.search if self.view.current != REVIEW else None

    def actions_of_panel(self) -> Sequence[QAction]:
        """The export and the request."""
        return (self._request_action, self._export_action)

    def write_letter(self) -> bool:
        """Ctrl+L: write to the buyer of the row one is on."""
        from app.ui.pages.reminders.writing import open_writing  # noqa: PLC0415 - loads on first use

        row = self.row(self.table.view.current_id())
        if row is None:
            return False
        if writable(self.context):
            open_writing(self.context, row.customer_id, self, lambda made: made.open())
        return True

    def status(self) -> str:
        """How many requests are open."""
        asked = sum(row.asked is not None for row in self.found.rows) if self.found else 0
        return self.tr("%n request(s) not answered", "", asked) if asked else ""

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("What is shown"))
        self.view.set_choices([(LIST, self.tr("Buyer limits")), (REVIEW, self.tr("Quarterly review"))])
        self.scope.setAccessibleName(self.tr("How buyers stand"))
        self.search.set_placeholder(self.tr("Buyer, code or initials"))
        self.table.view.setAccessibleName(self.tr("Buyer limits"))
        self.columns_button.setText(self.tr("Columns"))
        self.export_button.setText(self.tr("Export"))
        self.import_button.setText(self.tr("Insurer's list"))
        self.request_button.setText(self.tr("Ask for a limit"))
        self._export_action.setText(self.tr("Export the buyer limits"))
        self._request_action.setText(self.tr("Ask for a buyer limit"))
        self._guard()
        self._write_scope()
        self._say_empty()
        if self.found is not None:
            self._show(self.found)


def _fits(row: BuyerRow, scope: str) -> bool:
    """Whether a row belongs to a choice of the filter."""
    none = row.limit is None
    return {
        ALL: True,
        HELD: row.limit is not None and row.limit.amount > 0,
        UNINSURED: row.uninsured > 0,
        REQUESTED: row.asked is not None,
        STOPPED: row.stopped is not None,
        GONE: none and row.why_none in _GONE,
        NONE: none and not row.why_none,
    }[scope]


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
