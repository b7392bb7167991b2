"""Is insurance worth it: questions of need, premium against losses, what a bank would lend on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duty import Duty
from app.domain.insurance_worth import Event, Question
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.said import policy_name
from app.ui.pages.insurance.worth.columns import buyer_columns, outcome_columns
from app.ui.pages.insurance.worth.need_row import NeedRow
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented
from app.words import say
from app.words.formats import country_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.insurance_worth import Assumptions, BuyerRisk, Outcome, Worth
    from app.domain.policy_period import Policy
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.insurance.said import Called
    from app.ui.pages.tabbed import TabbedPage

    Behind = tuple[Collection[int], str]

ALL, CHECKED = "all", "checked"
_EVENTS = list(Event)
_POLICY_WIDE, _COUNTRY_WIDE, _COUNTRY_MOST, _LEAST = 300, 150, 260, 280
_OF_COVER = 2
"""From this place on the sums are of insured balances, before it of turnover."""


@dataclass(frozen=True, slots=True)
class WorthRead:
    """The answer, what it rests on, and the policies it can be asked for."""

    worth: Worth
    assumed: Assumptions
    policies: Sequence[Policy]
    currency: str
    called: Called


class WorthPanel(TabPanel):
    """Every figure opens to the buyers behind it; insuring only some of them is tried by checking them."""

    moves = frozenset(
        {
            "insurance_policy",
            "limit_decision",
            "document",
            "customer",
            "stored_assessment",
            "setting",
            "allocation",
        }
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.found: WorthRead | None = None
        self.dialog: FormDialog | None = None
        self._chosen = False
        self._behind: Callable[[Worth], Behind] | None = None
        theme = context.theme
        self.policy, self.country = Choice([(-1, "")]), Choice([("", "")])
        self.whom = Segmented()
        self.assumptions_button = button(theme, "", "normal", "sliders-horizontal", self.edit_assumptions)
        self.need_card, self.loss_card = Card(theme, " "), Card(theme, " ", padded=False)
        self.needs = {question: NeedRow(theme) for question in Question}
        self.figures = Figures(theme, lead=True)
        self.verdict = label("", "body", wrap=True)
        self.source = label("", "small", "secondary", wrap=True)
        self.outcomes = DataTable(
            theme, "insurance.worth_events", context.preferences, framed=False, pad=6, empty_icon="scale"
        )
        self.events: RowTable[Outcome] = RowTable(
            outcome_columns(context.formats, "CNY"),
            context.runner,
            lambda row: _EVENTS.index(row.event) + 1,
            parent=self,
        )
        self.outcomes.set_model(self.events)
        self.policy.setMinimumWidth(_POLICY_WIDE)
        self.country.set_room(_COUNTRY_WIDE, _COUNTRY_MOST)
        self.only = MessageStrip(theme)
        self.table = DataTable(theme, "insurance.worth_buyers", context.preferences, empty_icon="users")
        self.buyers: RowTable[BuyerRisk] = RowTable(
            buyer_columns(context.formats, "CNY", {}),
            context.runner,
            lambda row: row.customer_id,
            checkable=True,
            parent=self,
        )
        self.table.set_model(self.buyers)
        self.table.view.checks_stay = True
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for widget in (self.policy, self.country, self.whom):
            filters.addWidget(widget)
        filters.addStretch(1)
        self.need_card.body.setSpacing(0)
        for row in self.needs.values():
            self.need_card.body.addWidget(row)
        self.need_card.body.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 0, 16, 12)
        inner.setSpacing(6)
        inner.addWidget(self.figures)
        inner.addWidget(self.verdict)
        inner.addWidget(self.source)
        self.loss_card.body.addWidget(self.outcomes)
        self.loss_card.body.addLayout(inner)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.need_card, 4)
        both.addWidget(self.loss_card, 7)
        self.table.setMinimumHeight(_LEAST)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addLayout(both)
        column.addWidget(self.only)
        column.addWidget(self.table, 1)
        self._scroll = scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(scroll, 1)
        self.host.header.add(self.assumptions_button)

    def _connect(self) -> None:
        self.policy.activated.connect(self._on_policy)
        self.country.activated.connect(self.read)
        self.whom.chosen.connect(self.read)
        self.table.checks_changed.connect(self._on_checks)
        self.table.opened.connect(lambda row: self.context.navigator.go("customers", customer_id=row))
        self.table.clear_filter.connect(self._on_empty)
        self.outcomes.opened.connect(self._open_event)
        self.figures.opened.connect(self._open_sum)
        for question, row in self.needs.items():
            row.opened.connect(partial(self._open_need, question))

    # -- asking ---------------------------------------------------------------------------------

    def _on_policy(self, *_: object) -> None:
        self._chosen = True
        self.read()

    def read(self, *_: object) -> None:
        """Work the answer out for what is chosen."""
        session, today = self.context.company, self.context.company.clock.today()
        policy, country = self.policy.value if self._chosen else -1, str(self.country.value)
        chosen = set(self.buyers.checked) if self.whom.current == CHECKED else None
        wanted = policy if isinstance(policy, int) else -1

        def work(_control: Control) -> WorthRead:
            policies = [one for one in session.policies.all() if one.in_use]
            policy_id = wanted if wanted > 0 else None
            if wanted < 0 and policies:
                policy_id = policies[0].id
            worth = session.insurance_worth.worth(
                today, policy_id, chosen=chosen, countries=[country] if country else None
            )
            assumed, currency = session.insurance_worth.assumptions(), session.company.get().currency
            called = session.policies.called({one.customer_id for one in worth.buyers})
            return WorthRead(worth, assumed, policies, currency, called)

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="insurance.worth")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: WorthRead) -> None:
        self.table.loading.stop()
        first = self.found is None
        self.found = found
        formats = self.context.formats
        self.buyers.set_columns(buyer_columns(formats, found.currency, found.called))
        self.events.set_columns(outcome_columns(formats, found.currency))
        if first or self.buyers.rows != found.worth.buyers:
            self.buyers.set_rows(found.worth.buyers)
        self.events.set_rows(found.worth.outcomes)
        theme = self.context.theme
        self.outcomes.setFixedHeight(theme.size("tableHeader") + len(_EVENTS) * theme.row_height + 2)
        self._offer(found)
        self._say_empty()
        self._write()
        self._only_these()
        self.host.tell_status()

    def _offer(self, found: WorthRead) -> None:
        chosen = self.policy.value
        if not self._chosen:
            chosen = found.policies[0].id if found.policies else 0
        names = [(one.id, policy_name(one)) for one in found.policies]
        self.policy.set_pairs([(0, self.tr("By the assumptions alone")), *names], chosen)
        lang = self.context.formats.lang
        countries = sorted({one.country for one in found.worth.buyers if one.country})
        self.country.set_pairs(
            [("", self.tr("Every country")), *((code, country_name(code, lang)) for code in countries)],
            self.country.value,
        )

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        found, formats = self.found, self.context.formats
        if found is None:
            return
        worth, currency = found.worth, found.currency
        for answer in worth.answers:
            self.needs[answer.question].show_answer(answer, formats)

        def money(minor: int) -> str:
            return formats.money(minor, currency, whole=True)

        net = worth.net
        sums = (worth.turnover, worth.premium, worth.insured, worth.assignable)
        tones = ("", "", "", "accent")
        shown = zip(self._sum_names(), sums, tones, strict=True)
        self.figures.set([(name, money(minor), "", tone) for name, minor, tone in shown])
        usual = self.tr("In a usual year cover brings {net} after the premium").format(net=money(net))
        worst = worth.of(Event.LARGEST)
        if worst.loss:
            bears = self.tr("if the largest debtor fails it bears {indemnity} of {loss}").format(
                indemnity=money(worst.indemnity), loss=money(worst.loss)
            )
            usual = f"{usual}; {bears}" if formats.lang == "en" else f"{usual}；{bears}"
        self.verdict.setText(usual)
        source = found.assumed.source
        text = self.tr("Source of the assumptions: {source}").format(source=source)
        none = self.tr("The assumptions are those to begin with: set your own.")
        self.source.setText(text if source else none)
        self._say_whom()
        guard(self.context, self.assumptions_button, duty=Duty.MEASURE)

    def _say_whom(self) -> None:
        count = len(self.buyers.checked)
        checked = self.tr("Insure the checked ones")
        self.whom.set_choices(
            [
                (ALL, self.tr("Insure all buyers")),
                (CHECKED, f"{checked} {self.context.formats.count(count)}" if count else checked),
            ]
        )

    def _on_checks(self) -> None:
        self._say_whom()
        if self.whom.current == CHECKED:
            self.read()

    # -- opening figures ------------------------------------------------------------------------

    def _sum_names(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Insured turnover"),
            self.tr("Premium"),
            self.tr("Insured balance"),
            self.tr("A bank may lend"),
        )

    def _open_sum(self, place: int) -> None:
        """Turnover and premium to the buyers they are reckoned on, the rest to those with cover."""

        def of(worth: Worth) -> Behind:
            ids = worth.paying if place < _OF_COVER else worth.covered
            return ids, self._sum_names()[place]

        self._open_behind(of)

    def _open_need(self, question: Question) -> None:
        def of(worth: Worth) -> Behind:
            answer = next(one for one in worth.answers if one.question is question)
            return answer.buyers, say(f"worth_question.{question}", self.context.formats.lang)

        self._open_behind(of)

    def _open_event(self, key: int) -> None:
        event = _EVENTS[key - 1]

        def of(worth: Worth) -> Behind:
            return worth.of(event).buyers, say(f"worth_event.{event}", self.context.formats.lang)

        self._open_behind(of)

    def _open_behind(self, behind: Callable[[Worth], Behind]) -> None:
        """Show the buyers behind a figure, and go to them."""
        self._behind = behind
        self._only_these()
        QTimer.singleShot(0, self, self._go_to_buyers)

    def _only_these(self) -> None:
        """The buyers behind the figure that was opened, as the answer stands now."""
        if self.found is None or self._behind is None:
            return
        ids, why = self._behind(self.found.worth)
        wanted = frozenset(ids)
        self.buyers.set_filter(lambda row: row.customer_id in wanted)
        text = self.tr("%n buyer(s) behind: {what}", "", len(wanted)).format(what=why)
        self.only.say("info", text, actions=[(self.tr("Show all"), self._show_all)], closable=False)

    def _go_to_buyers(self) -> None:
        """Bring the rows into view and the keyboard to them: they may stand below the window's edge."""
        self._scroll.ensureWidgetVisible(self.table, 0, 0)
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_empty(self) -> None:
        """Of every country again; where nobody buys anywhere, to the data."""
        if str(self.country.value):
            self.country.choose("")
            self.read()
        else:
            self.context.navigator.go("importing")

    def _say_empty(self) -> None:
        action = self.tr("Every country") if str(self.country.value) else self.tr("Import data")
        self.table.say_empty(self.tr("Nobody bought or owes anything in these twelve months."), action)

    def _show_all(self) -> None:
        self._behind = None
        self.buyers.set_filter(None)
        self.only.hide()

    def edit_assumptions(self) -> None:
        """Change the assumptions."""
        from app.ui.pages.insurance.worth.assumptions import AssumptionsDialog  # noqa: PLC0415 - at its first use

        if self.found is not None and writable(self.context):
            open_for(self, AssumptionsDialog(self.context, self.found.assumed, self.found.currency, self))

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Ask for one policy."""
        policy = params.get("policy_id")
        if isinstance(policy, int) and policy:
            self.policy.choose(policy)
            self._on_policy()

    def status(self) -> str:
        """How many buyers the answer is about."""
        return self.tr("%n buyer(s)", "", len(self.buyers.rows))

    def showEvent(self, event: QShowEvent) -> None:
        """The button in the page's head comes back with the panel."""
        super().showEvent(event)
        self.assumptions_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The button in the page's head goes with the panel."""
        super().hideEvent(event)
        self.assumptions_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.policy.setAccessibleName(self.tr("Policy"))
        self.country.setAccessibleName(self.tr("Country"))
        self.whom.setAccessibleName(self.tr("Whom to insure"))
        self.assumptions_button.setText(self.tr("Assumptions…"))
        self.need_card.set_title(self.tr("Is cover needed?"), self.tr("a figure opens to its buyers"))
        self.loss_card.set_title(self.tr("Premium against loss"), self.tr("with and without cover"))
        self.outcomes.view.setAccessibleName(self.tr("Losses with and without cover"))
        self.table.view.setAccessibleName(self.tr("Buyers"))
        self._say_empty()
        self._say_whom()
        if self.found is not None:
            self._offer(self.found)
            self._show(self.found)
