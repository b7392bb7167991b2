"""Claims: a board by state or a list, and one claim whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.claim_state import LIVE
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.claims.acts import ClaimActs
from app.ui.pages.insurance.claims.board import ClaimBoard
from app.ui.pages.insurance.claims.cards import BoardRead, cards_of, read_board
from app.ui.pages.insurance.claims.claim_view import ClaimView
from app.ui.pages.insurance.claims.columns import claim_columns
from app.ui.pages.insurance.claims.reading import ClaimRead, read_claim
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.changes import ChangeSet
    from app.services.claim_views import ClaimDetail
    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage

BOARD, LIST = "board", "list"
_LIVE, _ALL = "live", "all"


class ClaimsPanel(TabPanel):
    """``open(claim_id=…)`` shows one; ``open(about=customer)`` finds the buyer's, or begins one."""

    moves = frozenset(
        {
            "claim",
            "claim_invoice",
            "claim_paper",
            "claim_event",
            "attachment",
            "insurance_policy",
            "limit_decision",
            "shipment_stop",
            "shipment",
            "insurer_notice",
            "declaration",
            "document",
            "allocation",
            "customer",
        }
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.found: BoardRead | None = None
        self.acts = ClaimActs(context, self)
        self.claim_id = 0
        self._about: tuple[int, int] | None = None
        theme = context.theme
        self.look, self.scope = Segmented(), Segmented()
        self.search = SearchField(theme)
        self.exports = TableExports(context, self)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.new_button = button(theme, "", "primary", "plus", self.add)
        self.board_card = Card(theme, " ")
        self.board = ClaimBoard(theme, context.formats)
        self.nothing = EmptyState(theme, "shield-check")
        self.nothing.action.connect(self._clear)
        self.table = DataTable(theme, "insurance.claims", context.preferences, empty_icon="shield-check")
        self.model: RowTable[ClaimDetail] = RowTable(
            claim_columns(context.formats), context.runner, lambda one: one.row.claim.id, parent=self
        )
        self.table.set_model(self.model)
        self.view = ClaimView(context, self.acts)
        self._new_action = QAction(self)
        self._new_action.triggered.connect(lambda _on=False: self.add())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.look)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        self.board_card.body.addWidget(self.board, 1)
        self.board_card.body.addWidget(self.nothing, 1)
        self.looks = QStackedWidget()
        self.looks.addWidget(self.board_card)
        self.looks.addWidget(self.table)
        self.every = QWidget()
        column = QVBoxLayout(self.every)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(filters)
        column.addWidget(self.looks, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.every)
        self.stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        for widget in (self.export_button, self.new_button):
            self.host.header.add(widget)

    def _connect(self) -> None:
        self.look.chosen.connect(self._on_look)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.board.opened.connect(self.open_card)
        self.board.onward.connect(self.move_on)
        self.table.opened.connect(self.show_claim)
        self.table.clear_filter.connect(self._clear)
        self.view.left.connect(self.show_every)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show one claim, a buyer's, or begin one."""
        claim_id, about, policy = (params.get(key) for key in ("claim_id", "about", "policy_id"))
        who = about if isinstance(about, int) else params.get("customer_id")
        if isinstance(claim_id, int) and claim_id:
            self.show_claim(claim_id)
        elif isinstance(who, int) and who:
            self._about = (who, policy if isinstance(policy, int) else 0)
            self._take_about()
        else:
            self.show_every()

    def read(self) -> None:
        """Read every claim, and the one in view."""
        session, claim_id = self.context.company, self.claim_id
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: read_board(session),
            self._show,
            failed=self._failed,
            owner=self,
            key="insurance.claims",
        )
        if claim_id:
            self._read_claim(claim_id)

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: BoardRead) -> None:
        self.table.loading.stop()
        self.found = found
        self.model.set_columns(claim_columns(self.context.formats))
        self.model.set_rows(found.claims)
        self._write_buttons()
        self._narrow()
        self._take_about()

    def _take_about(self) -> None:
        """The live claim of a buyer somebody asked about; without one, open it."""
        if self._about is None or self.found is None:
            return
        (who, policy_id), self._about = self._about, None
        found = next(
            (
                one.row.claim.id
                for one in self.found.claims
                if one.row.claim.customer_id == who
                and one.row.state in LIVE
                and policy_id in {0, one.row.policy.id}
            ),
            0,
        )
        if found:
            self.show_claim(found)
        else:
            self.show_every()
            self._open_for(who, policy_id)

    def _open_for(self, who: int, policy_id: int) -> None:
        """Open a claim about a buyer; one that is gone is said to be, and nothing is asked."""
        policies = self.context.company.policies

        def ask(called: Mapping[int, tuple[str, str]]) -> None:
            if who in called:
                self.acts.open_claim(who, policy_id, self._on_opened)
            else:
                self.context.notices.toast(self.tr("This customer is not in the file."))

        self.context.runner.database(
            lambda _control: policies.called([who]),
            ask,
            failed=self.context.notices.error,
            owner=self,
            key="insurance.claim.about",
        )

    def _read_claim(self, claim_id: int) -> None:
        session = self.context.company
        self.context.runner.database(
            lambda _control: read_claim(session, claim_id),
            self._show_read,
            failed=self._on_gone,
            owner=self,
            key="insurance.claim",
        )

    def _on_gone(self, error: Exception) -> None:
        """A claim that was undone is in view no more."""
        if getattr(error, "code", "") == "record.missing":
            self.show_every()
        else:
            self.context.notices.error(error)

    def _show_read(self, read: ClaimRead) -> None:
        if read.detail.row.claim.id == self.claim_id:
            self.view.show_claim(read)
            self.stack.setCurrentWidget(self.view)
            self._write_buttons()

    # -- board and list -------------------------------------------------------------------------

    def _narrow(self, *_: object) -> None:
        if self.found is None:
            return
        text, live = self.search.text().strip().casefold(), self.scope.current != _ALL
        cards = [card for card in cards_of(self.found, self.context.formats) if text in card.name.casefold()]
        self.board.show_cards(cards)

        def keep(one: ClaimDetail) -> bool:
            words = f"{one.row.customer} {one.row.customer_en} {one.row.claim.reference}"
            return (not live or one.row.state in LIVE) and text in words.casefold()

        self.model.set_filter(keep)
        self.board.setVisible(bool(cards))
        self.nothing.setVisible(not cards)
        self._say_empty()
        self.host.tell_status()

    def _say_empty(self) -> None:
        searched = bool(self.search.text().strip())
        if searched:
            text, action, more = self.tr("No claim matches."), self.tr("Clear filters"), ""
        else:
            text = self.tr("There is no claim, and no notice is due.")
            action = self.tr("Open a claim") if writable(self.context) else ""
            if self.found is not None and not self.found.insured:
                text = self.tr("A claim needs a policy in force. A draft counts once checked.")
                action = self.tr("Go to the policies")
            more = self.tr("An overdue notice comes first; the claim follows when the waiting period ends.")
        self.nothing.say(text, action, more)
        past = not searched and self.scope.current != _ALL and self.found is not None and self.found.claims
        if past:
            self.table.say_empty(self.tr("No claim is under way."), self.tr("Show all"))
        else:
            self.table.say_empty(text, action, more)

    def _clear(self) -> None:
        if self.search.text().strip():
            self.search.clear()
        elif self.looks.currentWidget() is self.table and self.found is not None and self.found.claims:
            self.scope.set_current(_ALL)
        elif self.found is not None and not self.found.insured:
            self.context.navigator.go("insurance", tab="policies")
            return
        else:
            self.add()
            return
        self._narrow()

    def _on_look(self, key: str) -> None:
        self.looks.setCurrentIndex(0 if key == BOARD else 1)
        self.scope.setVisible(key == LIST)
        self.export_button.setVisible(key == LIST and self.isVisible())

    def open_card(self, key: int) -> None:
        """Open a claim's card, or the duty of a notice that is due."""
        card = self.board.card(key)
        if card is None:
            return
        if card.claim_id is not None:
            self.show_claim(card.claim_id)
        elif card.duty is not None:
            self.context.navigator.go("insurance", tab="deadlines", duty=card.duty.key)

    def move_on(self, key: int) -> None:
        """Ctrl+→ on a card: the next state, or the notice to be written."""
        card = self.board.card(key)
        if card is None:
            return
        if card.duty is not None:
            from app.ui.pages.insurance.deadlines.next_step import NextSteps  # noqa: PLC0415 - at its first use

            NextSteps(self.context, self).take(card.duty)
        elif (detail := self._detail_of(card.claim_id)) is not None:
            self.acts.onward(detail)

    def _detail_of(self, claim_id: int | None) -> ClaimDetail | None:
        claims = self.found.claims if self.found is not None else ()
        return next((one for one in claims if one.row.claim.id == claim_id), None)

    # -- one claim ------------------------------------------------------------------------------

    def show_claim(self, claim_id: int) -> None:
        """Show a claim whole."""
        self.claim_id = claim_id
        self._read_claim(claim_id)

    def show_every(self) -> None:
        """Back to all claims."""
        self.claim_id = 0
        self.stack.setCurrentWidget(self.every)
        self._write_buttons()

    def add(self) -> None:
        """Open a claim."""
        self.acts.open_claim(then=self._on_opened)

    def _on_opened(self, change: ChangeSet) -> None:
        if claims := change.touched.get("claim"):
            self.show_claim(max(claims))

    def _write_buttons(self) -> None:
        every = self.stack.currentWidget() is self.every
        self.new_button.setVisible(every and self.isVisible())
        self.export_button.setVisible(every and self.isVisible() and self.looks.currentIndex() == 1)
        insured = self.found is None or self.found.insured
        why = self.tr("A claim needs a policy in force. A draft counts once checked.")
        guard(self.context, self.new_button, self._new_action, able=insured, because=why)

    def _open_export(self) -> None:
        export_menu(self.exports, self.export_button, self.table, self.model, self.tr("Claims"))

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget:
        """Where Ctrl+F goes."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """Opening a claim."""
        return (self._new_action,)

    def status(self) -> str:
        """How many there are."""
        return self.tr("%n claim(s)", "", len(self.found.claims) if self.found is not None else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons in the page's head come back with the panel."""
        super().showEvent(event)
        self._write_buttons()

    def hideEvent(self, event: QHideEvent) -> None:
        """The buttons in the page's head go with the panel."""
        super().hideEvent(event)
        self.export_button.hide()
        self.new_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.look.set_choices([(BOARD, self.tr("Board")), (LIST, self.tr("List"))])
        self.look.setAccessibleName(self.tr("How claims are shown"))
        self.scope.set_choices([(_LIVE, self.tr("Under way")), (_ALL, self.tr("All"))])
        self.scope.setAccessibleName(self.tr("Which claims"))
        self.scope.setVisible(self.look.current == LIST)
        self.search.set_placeholder(self.tr("Buyer or reference"))
        self.export_button.setText(self.tr("Export"))
        self.new_button.setText(self.tr("Open a claim"))
        self._new_action.setText(self.tr("Open a claim…"))
        self.board_card.set_title(
            self.tr("Claims under way"), self.tr("each in its policy's currency · Ctrl+→ moves a card on")
        )
        self.table.view.setAccessibleName(self.tr("Claims"))
        self.view.retranslate()
        self.model.set_columns(claim_columns(self.context.formats))
        self._narrow()
        self._say_empty()
