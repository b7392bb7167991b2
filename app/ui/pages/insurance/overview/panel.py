"""The overview of insurance: what is covered, which day would forfeit it, and how claims go on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.duty import Duty
from app.domain.policy_period import PolicyState
from app.services.insurance_deadlines import HORIZON
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.customers.halves import Halves
from app.ui.pages.insurance.claims.board import ClaimBoard
from app.ui.pages.insurance.claims.cards import cards_of
from app.ui.pages.insurance.deadlines.detail import DutyDetail
from app.ui.pages.insurance.deadlines.next_step import NextSteps
from app.ui.pages.insurance.overview.columns import buyer_columns, buyer_totals
from app.ui.pages.insurance.overview.gap import gap_parts, in_whole
from app.ui.pages.insurance.overview.ladder import ROWS, ladder_of
from app.ui.pages.insurance.overview.policy_card import PolicyCard
from app.ui.pages.insurance.overview.reading import read_overview
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.cover_bar import CoverBar
from app.ui.widgets.deadline_ladder import DeadlineLadder
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear, line_up
from app.ui.widgets.loading_bar import LoadingBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.services.duty_views import DutyItem
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.insurance.overview.reading import BuyerRow, Overview
    from app.ui.pages.tabbed import TabbedPage

_LEFT, _RIGHT, _LEAST_BESIDE = 7, 5, 940
_TABLE_HEAD, _MOST_ROWS = 70, 14
_BOARD_HEAD, _CARD, _MOST_CARDS = 44, 84, 3


class _Columns(Halves):
    """Two columns in a window wide enough for them, and never beside an open drawer that takes the room."""

    def __init__(self, breakpoint_: int) -> None:
        super().__init__(_LEAST_BESIDE)
        self._from = breakpoint_

    def wide(self) -> bool:
        """Whether both fit."""
        return self.window().width() >= self._from and super().wide()


class OverviewPanel(TabPanel):
    """``open(duty=key)`` opens a duty beside it."""

    moves = frozenset(
        """insurance_policy limit_decision shipment_stop shipment insurer_notice declaration premium_payment
        claim claim_event claim_invoice claim_paper document allocation customer dispute rate setting
        stored_assessment grade_override external_event""".split()
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.found: Overview | None = None
        self.dialog: FormDialog | None = None
        self.steps = NextSteps(context, self)
        self._detail: DutyDetail | None = None
        self._wanted = ""
        theme = context.theme
        self.loading = LoadingBar(theme)
        self.cards: list[PolicyCard] = []
        self._policies = QGridLayout()
        self._policies.setSpacing(16)
        self.ladder_card, self.claims_card = Card(theme, " "), Card(theme, " ")
        self.gap_card, self.limits_card = Card(theme, " "), Card(theme, " ", padded=False)
        self.ladder = DeadlineLadder(theme)
        self.calm = label("", "body", "secondary", wrap=True)
        self.board = ClaimBoard(theme, context.formats)
        self.no_claims = label("", "body", "secondary", wrap=True)
        self.gap = CoverBar(theme)
        self.gap_total = label("", "section", strong=True)
        self.covered = label("", "body", "secondary", wrap=True)
        self.table = DataTable(
            theme, "insurance.buyers", context.preferences, framed=False, pad=6, empty_icon="shield-check"
        )
        self.model: RowTable[BuyerRow] = RowTable(
            buyer_columns(context.formats, "CNY", 0), context.runner, lambda row: row.customer_id, parent=self
        )
        self.empty = EmptyState(theme, "shield-check")
        self._add_buttons()
        self._lay_out()
        self._connect()

    def _add_buttons(self) -> None:
        theme, go, begin = self.context.theme, self._go, self._begin
        self.limit_button = button(theme, "", "normal", "plus", lambda: begin("limits", request=True))
        self.policy_button = button(theme, "", "normal", "shield-check", lambda: begin("policies", new=True))
        self.notice_button = button(theme, "", "primary", "flag", self._write_notice)
        for widget in (self.limit_button, self.policy_button, self.notice_button):
            self.host.header.add(widget)
        self.all_duties = button(theme, "", "link", run=lambda: go("deadlines"), small=True)
        self.all_claims = button(theme, "", "link", run=lambda: go("claims"), small=True)
        self.all_cover = button(theme, "", "link", run=lambda: go("cover"), small=True)
        self.red_button = button(theme, "", "link", run=self._ask_red, small=True)

    def _lay_out(self) -> None:
        self.ladder_card.add_action(self.all_duties)
        self.ladder_card.body.addWidget(self.ladder)
        self.ladder_card.body.addWidget(self.calm)
        self.claims_card.add_action(self.all_claims)
        self.claims_card.body.addWidget(self.board, 1)
        self.claims_card.body.addWidget(self.no_claims)
        self.gap_card.add_action(self.gap_total)
        self.gap_card.body.addWidget(self.gap)
        self.gap_card.body.addWidget(self.covered)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.all_cover)
        self.gap_card.body.addLayout(foot)
        self.limits_card.add_action(self.red_button)
        self.limits_card.body.addWidget(self.table)
        self.table.set_model(self.model)
        sides = self._left, _right = QWidget(), QWidget()
        for side in sides:
            side.setSizePolicy(
                QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
            )  # shares of the width
        left, right = (QVBoxLayout(side) for side in sides)
        for column, parts in (
            (left, (self._policies, self.ladder_card, self.claims_card)),
            (right, (self.gap_card, self.limits_card)),
        ):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            for part in parts:
                if isinstance(part, QWidget):
                    column.addWidget(part, int(part in {self.claims_card, self.limits_card}))
                else:
                    column.addLayout(part)
        self.halves = _Columns(self.context.theme.breakpoint("rail"))
        holders = QVBoxLayout(), QVBoxLayout()
        for holder, side in zip(holders, sides, strict=True):
            holder.addWidget(side)
        self.halves.lay_halves(*holders, (_LEFT, _RIGHT))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.halves)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.loading)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.ladder.opened.connect(self.open_duty)
        self.board.opened.connect(self._open_card)
        self.board.onward.connect(self._open_card)
        self.gap.chosen.connect(self._open_gap)
        self.table.opened.connect(self._open_customer)
        self.table.clear_filter.connect(lambda: self._begin("limits", request=True))
        self.empty.action.connect(lambda: self._begin("policies", new=True))
        self.empty.second.connect(lambda: self._begin("policies", template=True))
        self.model.modelReset.connect(self._total)

    # -- asking ---------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Somebody asks for a duty."""
        self._wanted = str(params.get("duty", ""))
        self._take_wanted()

    def read(self) -> None:
        """Read everything again."""
        session = self.context.company

        def work(control: Control) -> Overview | None:
            return read_overview(session, control)

        self.loading.start()
        self.context.runner.database(
            work,
            self._show,
            failed=self._failed,
            owner=self,
            label="cover.reckoning",
            key="insurance.overview",
        )

    def _failed(self, error: Exception) -> None:
        self.loading.stop()
        self.context.notices.error(error)

    # -- showing --------------------------------------------------------------------------------

    def _show(self, found: Overview | None) -> None:
        self.loading.stop()
        self.found = found
        self.stack.setCurrentWidget(self.halves if found is not None else self.empty)
        self._guard()
        if found is None:
            self.host.counted.emit(0)
            self._say_summary()
            return
        self.host.counted.emit(found.near)
        self._show_policies(found)
        self._show_ladder(found)
        self._show_claims(found)
        self._show_gap(found)
        self._show_buyers(found)
        self._say_summary()
        self._take_wanted()

    def _show_policies(self, found: Overview) -> None:
        clear(self._policies)
        self.cards = []
        for place, view in enumerate(found.policies):
            card = PolicyCard(self.context.theme)
            card.show_policy(view, found.meters.get(view.policy.id), self.context.formats)
            card.opened.connect(lambda row: self._go("policies", policy_id=row))
            self._policies.addWidget(card, *divmod(place, 2))
            self.cards.append(card)
        line_up(self._left, self.cards)
        for at in (0, 1):
            self._policies.setColumnStretch(at, int(at < len(self.cards)))

    def _show_ladder(self, found: Overview) -> None:
        formats = self.context.formats
        made = ladder_of(
            found.duties, found.called, found.today, HORIZON, formats, self.context.language.locale
        )
        self.ladder.show_ladder(made)
        self.ladder.setVisible(bool(made.rows))
        self.calm.setVisible(not made.rows)
        note = self.tr("next %n day(s); missing one can forfeit the claim", "", HORIZON)
        if len({item.customer_id for item in found.duties if item.customer_id}) > ROWS:
            note = self.tr("the %n nearest buyers; missing one can forfeit the claim", "", ROWS)
        self.ladder_card.set_title(self.tr("Deadlines"), note)
        self.ladder.setAccessibleName(self.tr("Deadlines of the next %n day(s)", "", HORIZON))
        self.all_duties.setText(self.tr("All %n", "", len(found.duties)))

    def _show_claims(self, found: Overview) -> None:
        cards = cards_of(found.board, self.context.formats)
        self.board.show_cards(cards)
        self.board.setVisible(bool(cards))
        self.no_claims.setVisible(not cards)
        most = max(Counter(card.group for card in cards).values(), default=0)
        self.board.setMinimumHeight(_BOARD_HEAD + min(max(most, 1), _MOST_CARDS) * _CARD)

    def _open_card(self, key: int) -> None:
        """A claim on its own tab; a notice that is due beside the ladder."""
        card = self.board.card(key)
        if card is not None and card.duty is not None:
            self.open_duty(card.duty.key)
        elif card is not None:
            self._go("claims", claim_id=card.claim_id)

    def _show_gap(self, found: Overview) -> None:
        formats, book = self.context.formats, found.book
        missing = book.uninsured
        self.gap_card.set_title(self.tr("Coverage gap"))
        self.gap_total.setText(formats.money(missing, book.base, whole=in_whole(found)))
        share = formats.percent(book.insured, book.net)
        inside = self.tr("{share} insured").format(share=share)
        parts = gap_parts(found, formats, inside, self.tr("Other reasons"))
        name = self.tr("Coverage gap")
        self.gap.show_parts(parts, f"{name} {self.gap_total.text()}, {inside}")
        self.gap.setVisible(bool(book.open))
        calm = self.tr("Nothing is open.") if not book.open else self.tr("All that is open is insured.")
        if book.missing:
            calm = self.tr("Without a rate, and so in no sum: {currencies}").format(
                currencies=", ".join(book.missing)
            )
        self.covered.setText(calm)
        self.covered.setVisible(not missing or bool(book.missing))

    def _show_buyers(self, found: Overview) -> None:
        formats, base = self.context.formats, found.book.base
        self.model.set_columns(buyer_columns(formats, base, found.red_above))
        self.model.set_rows(found.buyers)
        red = formats.whole(found.red_above, base)
        note = self.tr("red above {amount} uninsured").format(amount=red)
        self.limits_card.set_title(self.tr("Buyer limits"), note)
        shown = min(_MOST_ROWS, max(4, len(found.buyers)))
        self.table.setMinimumHeight(_TABLE_HEAD + shown * self.context.theme.row_height)
        ask = self.tr("Request a limit") if writable(self.context) else ""
        self.table.say_empty(self.tr("No buyer has a limit yet."), ask)

    def _total(self) -> None:
        if self.found is not None:
            rows, base = self.model.shown(), self.found.book.base
            self.model.set_totals(buyer_totals(rows, base, self.context.formats))

    def _say_summary(self) -> None:
        self.title_changed.emit()
        self.host.tell_status()

    # -- opening --------------------------------------------------------------------------------

    @property
    def detail(self) -> DutyDetail:
        """The drawer's content; built when a duty is first opened."""
        if self._detail is None:
            self._detail = DutyDetail(self.context, self.host, self.steps)
            self._detail.retranslate()
        return self._detail

    def duty(self, key: str) -> DutyItem | None:
        """A duty read last."""
        return next((item for item in self.found.duties if item.key == key), None) if self.found else None

    def open_duty(self, key: str) -> None:
        """Open the drawer on a duty."""
        item = self.duty(key)
        if item is not None:
            self.host.show_detail(self.detail)
            self.detail.show_duty(item, self.found.called if self.found is not None else None)

    def _take_wanted(self) -> None:
        if self._wanted and self.found is not None:
            key, self._wanted = self._wanted, ""
            self.open_duty(key)

    def _open_gap(self, key: str) -> None:
        self._go("cover", **({"gap": key} if key else {}))

    def _open_customer(self, customer_id: int) -> None:
        self.context.navigator.go("customers", customer_id=customer_id, tab="insurance")

    def _go(self, tab: str, **params: object) -> None:
        self.context.navigator.go("insurance", tab=tab, **params)

    def _begin(self, tab: str, **params: object) -> None:
        """Begin something on a tab; coming back later does not begin it again."""
        self.context.navigator.bring("insurance", tab=tab, **params)

    def _write_notice(self) -> None:
        """The notice that is due first; where none is, the list of notices."""
        due = self.found.untold if self.found else []
        if due:
            self.steps.take(due[0])
        else:
            self._go("notices")

    def _ask_red(self) -> None:
        from app.ui.pages.insurance.overview.red_dialog import RedDialog  # noqa: PLC0415 - at its first use

        if self.found is not None and writable(self.context):
            open_for(self, RedDialog(self.context, self.found.red_above, self.found.book.base, self))

    # -- TabPanel -------------------------------------------------------------------------------

    def write_letter(self) -> bool:
        """Ctrl+L: write to the buyer the keyboard is on."""
        customer_id = self.table.view.current_id() if self.table.view.hasFocus() else 0
        if customer_id:
            self.context.navigator.go("reminders", customer_id=customer_id)
        return bool(customer_id)

    def summary(self) -> str:
        """How many policies, what share is insured, how many days are near."""
        found = self.found
        if found is None:
            return "" if self.stack.currentWidget() is self.halves else self.tr("no policy yet")
        active = sum(view.state is PolicyState.ACTIVE for view in found.policies)
        share = self.context.formats.percent(found.book.insured, found.book.net)
        insured = self.tr("{share} insured").format(share=share) if found.book.open else ""
        near = self.tr("%n deadline(s) near", "", found.near)
        return " • ".join(filter(None, (self.tr("%n policy(s)", "", active), insured, near)))

    def status(self) -> str:
        """As of when."""
        if self.found is None:
            return ""
        return self.tr("As of {day}").format(day=self.context.formats.day(self.found.today))

    def _guard(self) -> None:
        guard(self.context, self.limit_button, self.policy_button, self.notice_button)
        guard(self.context, self.red_button, duty=Duty.RULES)
        self._show_buttons(shown=self.isVisible())

    def _show_buttons(self, *, shown: bool) -> None:
        for widget in (self.limit_button, self.policy_button, self.notice_button):
            widget.setVisible(shown and self.found is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons in the page's head come back with the panel."""
        super().showEvent(event)
        self._show_buttons(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """The buttons in the page's head go with the panel."""
        super().hideEvent(event)
        self._show_buttons(shown=False)

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.limit_button.setText(self.tr("Request a limit"))
        self.policy_button.setText(self.tr("Enter a policy"))
        self.notice_button.setText(self.tr("Write a notice"))
        self.all_claims.setText(self.tr("All claims"))
        self.all_cover.setText(self.tr("Invoice by invoice"))
        self.red_button.setText(self.tr("Change"))
        self.red_button.setAccessibleName(self.tr("When an uninsured balance is red"))
        self.claims_card.set_title(self.tr("Claims"))
        self.calm.setText(self.tr("Nothing is due towards an insurer."))
        self.no_claims.setText(self.tr("There is no claim, and no notice is due."))
        able = writable(self.context)
        self.empty.say(
            self.tr("No credit insurance policy is entered yet."),
            self.tr("Enter a policy") if able else "",
            self.tr("With one, every invoice says how much of it is really insured, and why not the rest."),
            self.tr("From a template") if able else "",
        )
        self.table.view.setAccessibleName(self.tr("Buyer limits"))
        if self.found is not None:
            self._show(self.found)
