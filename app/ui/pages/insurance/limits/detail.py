"""The drawer of a buyer limit: what holds, what it insures, why not the rest, and every decision so far."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.policy_period import by_id
from app.ui.pages.customers.guard import guard
from app.ui.pages.insurance.limits.columns import TONES, limit_money, state_word, terms_words
from app.ui.pages.insurance.limits.record_lines import (
    cause_word,
    decision_facts,
    decision_line,
    stop_line,
)
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.words import say

if TYPE_CHECKING:
    from app.domain.insurance_record import LimitDecision
    from app.domain.policy_period import Policy
    from app.ui.context import PageContext
    from app.ui.pages.insurance.limits.panel import BuyerLimitsPanel
    from app.ui.pages.insurance.limits.reading import BuyerRow


class BuyerLimitDetail(Detail):
    """``show_row`` fills it; decisions stand as they were made, the newest first."""

    def __init__(self, context: PageContext, panel: BuyerLimitsPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.row: BuyerRow | None = None
        theme = context.theme
        self.state, self.asked = Chip(theme), Chip(theme)
        self.figures = Figures(theme)
        self.says = label("", "body", "secondary", wrap=True)
        self.gaps, self.history, self.stops = LineList(theme), LineList(theme, most=8), LineList(theme)
        self.then = label("", "small", "secondary", wrap=True)
        self.then.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._titles = {name: label("", "section", wrap=True) for name in ("gaps", "history", "stops")}
        self._lay_out()
        self._add_buttons()
        self.gaps.opened.connect(self._open_gap)
        self.history.selectionModel().currentChanged.connect(self._write_then)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.state)
        chips.addWidget(self.asked)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        for widget in (
            self.figures, self.says, self._titles["gaps"], self.gaps, self._titles["history"], self.history,
            self.then, self._titles["stops"], self.stops,
        ):  # fmt: skip
            layout.addWidget(widget)

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.decide_button = button(theme, "", "primary", "stamp", self._decide)
        self.request_button = button(theme, "", "normal", "send", self._request)
        self.stop_button = button(theme, "", "normal", "ban", self._stop)
        self.file_button = button(theme, "", "normal", "building-2", self._open_file)
        for buttons in ((self.decide_button, self.request_button), (self.stop_button, self.file_button)):
            row = SharedRow()
            for each in buttons:
                row.addWidget(each)
            self.foot_layout.addLayout(row)

    @property
    def customer_id(self) -> int:
        """Whose limit is shown, 0 for nobody's."""
        return self.row.customer_id if self.row is not None else 0

    @property
    def name(self) -> str:
        """What the buyer is called."""
        return self.context.formats.name(self.row.name, self.row.name_en) if self.row is not None else ""

    # -- showing --------------------------------------------------------------------------------

    def show_row(self, row: BuyerRow) -> None:
        """Show a buyer."""
        self.row = row
        self._write()

    def write_title(self) -> None:
        """Name the buyer at the drawer's head."""
        drawer, row = self._panel.host.drawer, self.row
        if drawer is None or row is None:
            return
        policy = f"{row.policy.record.insurer} {row.policy.record.number}" if row.policy else ""
        drawer.set_title(self.name, " • ".join(filter(None, (row.code, policy))))

    def _policies(self) -> dict[int, Policy]:
        return dict(by_id(self._panel.found.policies)) if self._panel.found else {}

    def _write(self) -> None:
        row, formats = self.row, self.context.formats
        if row is None:
            return
        if self._panel.host.shows_detail(self):
            self.write_title()
        self.state.set(state_word(row.state, formats.lang), TONES[row.state])
        pending = row.asked
        self.asked.setVisible(pending is not None and row.state != "requested")
        self.asked.set(state_word("requested", formats.lang), "info")
        self._write_figures(row)
        self.says.setText(" ".join(self._sentences(row)))
        self._write_gaps(row)
        now = row.limit.decision_id if row.limit is not None else 0
        self.history.show_lines([decision_line(one, now, formats) for one in row.history])
        self.stops.show_lines([stop_line(one, formats) for one in row.stops])
        for name, shown in (("history", self.history), ("stops", self.stops), ("gaps", self.gaps)):
            self._titles[name].setVisible(bool(shown.lines))
            shown.setVisible(bool(shown.lines))
        self._write_then()
        self._write_buttons(row)

    def _write_figures(self, row: BuyerRow) -> None:
        formats, base = self.context.formats, self._panel.base
        share = "" if row.share is None else self.tr("{share} filled").format(share=f"{row.share:.0%}")
        tone = "danger" if row.uninsured else ""
        self.figures.set(
            [
                (self.tr("Limit"), limit_money(row, formats), share, ""),
                (self.tr("Insured balance"), formats.money(row.insured, base, whole=True), "", ""),
                (self.tr("Not insured"), formats.money(row.uninsured, base, whole=True), "", tone),
            ]
        )

    def _sentences(self, row: BuyerRow) -> list[str]:
        formats = self.context.formats
        told = []
        if row.policy is None:
            told.append(self.tr("No policy in force covers a shipment to this buyer today."))
        elif row.limit is None:
            told.append(self._why_none(row))
        else:
            limit = row.limit
            kind = say(f"limit_kind.{limit.kind}", formats.lang)
            told.append(self.tr("{kind} for shipments of today.").format(kind=kind))
            if limit.top_up:
                amount = formats.money(limit.top_up, row.policy.record.currency, whole=True)
                told.append(self.tr("{amount} of it is top-up cover.").format(amount=amount))
            if terms := terms_words(limit.terms_days, limit.method, formats.lang):
                told.append(self.tr("Only on these terms: {terms}.").format(terms=terms))
            if limit.until is not None:
                told.append(self.tr("It ends on {day}.").format(day=formats.day_in_text(limit.until)))
        if row.stopped is not None:
            cause = cause_word(row.stop.cause if row.stop else "mep", formats.lang)
            text = self.tr("Shipments after {day} are not insured: {cause}.")
            told.append(text.format(day=formats.day_in_text(row.stopped), cause=cause))
        return told

    def _why_none(self, row: BuyerRow) -> str:
        match row.why_none:
            case "declined":
                return self.tr("The insurer declined a limit.")
            case "withdrawn":
                return self.tr("The limit was withdrawn; what was shipped before stays insured.")
            case "expired":
                return self.tr("The limit has expired; what was shipped before stays insured.")
            case _:
                return self.tr("The insurer has not decided on a limit yet.")

    def _write_gaps(self, row: BuyerRow) -> None:
        formats, base = self.context.formats, self._panel.base
        self.gaps.show_lines(
            [
                Line(
                    place,
                    "",
                    f"{say(f'cover_gap.{gap}', formats.lang)}  {formats.money(amount, base, whole=True)}",
                    say(f"gap_todo.{gap}", formats.lang),
                )
                for place, (gap, amount) in enumerate(row.gaps.items(), 1)
            ]
        )

    def _chosen(self) -> LimitDecision | None:
        history = self.row.history if self.row is not None else ()
        wanted = self.history.current_id()
        return next((one for one in history if one.id == wanted), history[0] if history else None)

    def _write_then(self, *_: object) -> None:
        """The whole of the chosen decision, or of the last."""
        chosen = self._chosen()
        self.then.setVisible(chosen is not None)
        if chosen is not None:
            self.then.setText(decision_facts(chosen, self._policies(), self.context.formats))

    def _write_buttons(self, row: BuyerRow) -> None:
        able = bool(self._panel.found and self._panel.found.policies)
        why = self.tr("No policy in force covers a shipment to this buyer today.")
        guard(self.context, self.decide_button, self.request_button, able=able, because=why)
        by_hand = row.stop is not None
        self.stop_button.setText(self.tr("Ship again…") if by_hand else self.tr("Stop shipments…"))
        guard(self.context, self.stop_button, able=by_hand or row.policy is not None, because=why)

    # -- acts -----------------------------------------------------------------------------------

    def _policy_id(self) -> int:
        return self.row.policy.id if self.row is not None and self.row.policy is not None else 0

    def _decide(self) -> None:
        self._panel.acts.decide(self.customer_id, self._policy_id())

    def _request(self) -> None:
        self._panel.acts.decide(self.customer_id, self._policy_id(), request=True)

    def _stop(self) -> None:
        row = self.row
        if row is not None and row.stop is not None:
            self._panel.acts.lift(row.stop, self.name)
        elif row is not None and row.policy is not None:
            self._panel.acts.stop(row.customer_id, row.policy, self.name)

    def _open_gap(self, place: int) -> None:
        gaps = list(self.row.gaps) if self.row is not None else []
        if 0 < place <= len(gaps):
            go = partial(self.context.navigator.go, "insurance", tab="cover")
            go(customer_id=self.customer_id, gap=gaps[place - 1].value)

    def _open_file(self) -> None:
        self.context.navigator.go("customers", customer_id=self.customer_id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._titles["gaps"].setText(self.tr("Not insured, and what to do"))
        self._titles["history"].setText(self.tr("Decisions so far"))
        self._titles["stops"].setText(self.tr("Stops"))
        self.gaps.setAccessibleName(self.tr("Reasons why a part is not insured"))
        self.history.setAccessibleName(self.tr("Decisions so far"))
        self.stops.setAccessibleName(self.tr("Stops"))
        self.decide_button.setText(self.tr("Decision…"))
        self.request_button.setText(self.tr("Request…"))
        self.file_button.setText(self.tr("Customer"))
        self._write()
