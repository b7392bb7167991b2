"""Stopping shipments to a buyer, and shipping again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.insurance_record import ShipmentStop
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.insurance.limits.record_lines import CAUSES, cause_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.ui.context import PageContext


class StopDialog(FormDialog):
    """From the day after ``start`` on no shipment is insured, until the stop is lifted."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"shipment_stop.running": "start"}

    def __init__(
        self,
        context: PageContext,
        customer_id: int,
        policy: Policy,
        name: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=480)
        self._customer_id, self._policy = customer_id, policy
        subtitle = f"{name} • {policy.record.insurer} {policy.record.number}"
        self.set_head(self.tr("Stop shipments"), self.tr("Stop"), subtitle)
        lang = context.formats.lang
        self.start = DayEdit(context.language, today)
        self.cause = Choice([(each, cause_word(each, lang)) for each in CAUSES], "insurer")
        self.note = NoteEdit()
        hint = self.tr("What is shipped after it is not insured, and the order check says no.")
        self.add_field("start", self.start, self.tr("Last insured shipment"), hint, self._check)
        self.add_field("cause", self.cause, self.tr("Why"))
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("start", "cause")
        self.lay("note")
        self.start.setFocus()

    def _check(self) -> str:
        early = self.start.day < self._policy.record.start - timedelta(days=1)
        return self.tr("The policy began later than that.") if early else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Stop."""
        policies = self.context.company.policies
        stop = ShipmentStop(
            self._policy.id, self._customer_id, self.start.day, str(self.cause.value), note=self.note.text
        )
        return lambda _control: policies.stop(stop)


class LiftDialog(FormDialog):
    """Ends a stop; what was shipped during it stays uninsured."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"shipment_stop.lifted_before": "on"}

    def __init__(
        self, context: PageContext, stop: ShipmentStop, name: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=480)
        self._stop = stop
        self.set_head(self.tr("Ship again"), self.tr("Lift the stop"), name)
        self.on = DayEdit(context.language, today)
        self.note = NoteEdit(stop.note)
        hint = self.tr(
            "Shipments from the next day on are insured again; those during the stop stay uninsured."
        )
        self.add_field("on", self.on, self.tr("Last day of the stop"), hint)
        self.add_field("note", self.note, self.tr("On whose word, and why"))
        self.lay("on")
        self.lay("note")
        self.on.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Lift it."""
        policies, stop_id, on, note = (
            self.context.company.policies,
            self._stop.id,
            self.on.day,
            self.note.text,
        )
        return lambda _control: policies.lift(stop_id, on, note)
