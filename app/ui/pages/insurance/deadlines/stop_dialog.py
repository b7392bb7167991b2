"""Recording that shipments to a buyer are stopped, as the policy asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.insurance_record import ShipmentStop
from app.ui.dialogs.controls import DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.insurance.said import policy_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.duty_views import DutyItem
    from app.services.ports import Control
    from app.ui.context import PageContext


class StopDialog(FormDialog):
    """The stop begins on the day of the duty unless another is chosen."""

    codes: Mapping[str, str] = {"shipment_stop.running": "start"}

    def __init__(self, context: PageContext, item: DutyItem, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=480)
        self.item = item
        about = f"{item.customer} · {policy_name(item.policy)}"
        self.set_head(self.tr("Stop shipments"), self.tr("Record the stop"), about)
        self.start = DayEdit(context.language, min(item.day, context.company.clock.today()))
        self.note = NoteEdit()
        hint = self.tr("What is shipped after it is not insured until the stop is lifted")
        self.add_field("start", self.start, self.tr("Last day of shipment"), hint)
        self.add_field("note", self.note, self.tr("Note"), self.tr("May stay empty"))
        self.lay("start")
        self.lay("note")
        self.start.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Record the stop."""
        policies, item = self.context.company.policies, self.item
        stop = ShipmentStop(
            item.policy.id, item.customer_id or 0, self.start.day, "mep_end", note=self.note.text
        )
        return lambda _control: policies.stop(stop)
