"""What every role does with the program, as an owner gives it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.domain.authority import Role
from app.domain.duties import GIVEN
from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.domain.duties import Given, Table
    from app.services.control import Control
    from app.ui.context import PageContext

_WIDE, _COLUMN = 760, 96


class DutiesDialog(FormDialog):
    """A box for each duty of each role; the owner has them all, people stay with the owner."""

    duty = Duty.PEOPLE

    def __init__(
        self, context: PageContext, table: Table, shipped: Table, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=_WIDE)
        self._shipped = shipped
        self.boxes: dict[tuple[Role, Duty], QCheckBox] = {}
        about = self.tr(
            "Who sits down does what the role is for. Looking needs no duty; up to which amount somebody "
            "grants limits stands under Credit rules › People."
        )
        self.set_head(self.tr("Who does what"), self.tr("Save"), about)
        self.form.addLayout(self._grid(table))
        self.back_button = button(context.theme, self.tr("As shipped"), "quiet", run=self.take_shipped)
        self.foot.insertWidget(0, self.back_button)
        next(box for box in self.boxes.values() if box.isEnabled()).setFocus()

    def _grid(self, table: Table) -> QGridLayout:
        lang = self.context.formats.lang
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        centre = Qt.AlignmentFlag.AlignHCenter
        for column, role in enumerate(table, 1):
            grid.addWidget(label(say(f"role.{role}", lang), "bodyStrong", wrap=True), 0, column, centre)
            grid.setColumnMinimumWidth(column, _COLUMN)
        for row, duty in enumerate((one for one in Duty if one is not Duty.PROGRAM), 1):
            said = named(duty, lang)
            grid.addWidget(label(said, "body", wrap=True), row, 0)
            for column, (role, one) in enumerate(table.items(), 1):
                box = QCheckBox()
                box.setChecked(duty in one.duties)
                box.setEnabled(role is not Role.OWNER and duty in GIVEN)
                box.setAccessibleName(f"{say(f'role.{role}', lang)}: {said}")
                box.toggled.connect(self.touch)
                self.boxes[role, duty] = box
                grid.addWidget(box, row, column, centre)
        return grid

    def take_shipped(self) -> None:
        """Tick what every role does as shipped."""
        for (role, duty), box in self.boxes.items():
            box.setChecked(duty in self._shipped[role].duties)

    def given(self) -> Given:
        """What is ticked."""
        return {
            role: frozenset(duty for duty in GIVEN if self.boxes[role, duty].isChecked())
            for role in self._shipped
        }

    def job(self) -> Callable[[Control], ChangeSet]:
        """Give it."""
        give = partial(self.context.company.desk.give, self.given())
        return lambda _control: give()


def named(duty: Duty, lang: str) -> str:
    """A duty as a line of its own."""
    said = say(f"duty.{duty}", lang)
    return said[:1].upper() + said[1:]


def told(table: Table, shipped: Table, lang: str) -> str:
    """What every role does: why it is shipped so, else its duties."""
    return "\n".join(
        one.why[lang] if one.duties == shipped[role].duties else _listed(role, one.duties, lang)
        for role, one in table.items()
    )


def _listed(role: Role, duties: frozenset[Duty], lang: str) -> str:
    colon, comma = ("：", "、") if lang == "zh" else (": ", "; ")
    said = comma.join(say(f"duty.{duty}", lang) for duty in Duty if duty in duties)
    return f"{say(f'role.{role}', lang)}{colon}{said or say('duty.none', lang)}"
