"""The company's targets of the four key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.kpis import Kpi
    from app.services.ports import Control
    from app.ui.context import PageContext


class TargetDialog(FormDialog):
    """Asks for one target; empty takes it away."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {"kpi.bad_target": "target"}

    def __init__(self, context: PageContext, kpi: Kpi, name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=420)
        self._kpi = kpi
        self.help_topic = "word.receivables" if kpi.key == "receivables" else f"kpi.{kpi.key}"
        self.set_head(self.tr("Target of {figure}").format(figure=name), self.tr("Set target"))
        self.target = QLineEdit(_typed(kpi.target, share=kpi.unit == "share"))
        bound = self.tr("at most") if kpi.low_is_good else self.tr("at least")
        unit = {"money": kpi.currency, "share": "%", "days": self.tr("days")}[kpi.unit]
        self.add_field("target", self.target, f"{bound} ({unit})", self.tr("Empty: no target"))
        self.lay("target")
        self.target.selectAll()
        self.target.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Choose it."""
        work, key, text = self.context.company.work, self._kpi.key, self.target.text()
        return lambda _control: work.set_target(key, text)


def _typed(target: Decimal | None, *, share: bool) -> str:
    if target is None:
        return ""
    return f"{(target * 100 if share else target).normalize():f}"
