"""Switching the downturn profile on: who says so, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.override import LEAST_WORDS
from app.ui.dialogs.approval import CODES, ApprovalGroup
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.downturn import DownturnProfile
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.approval import Deciders


class SwitchOnDialog(FormDialog):
    """Puts a profile in force from today."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {**CODES}

    def __init__(
        self,
        context: PageContext,
        profile: DownturnProfile,
        touched: int,
        deciders: Deciders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=600)
        self._profile = profile
        told = self.tr(
            "%n customer(s) get tighter terms from today; nothing stored is rewritten.", "", touched
        )
        self.set_head(self.tr("Switch the downturn profile on"), self.tr("Switch on"), told)
        self.reason = NoteEdit()
        self.add_field("reason", self.reason, self.tr("Why now"), check=self._check)
        self.lay("reason")
        self.approval = ApprovalGroup(self, deciders)
        self.approval.lay()
        self.reason.setFocus()

    def _check(self) -> str:
        if len("".join(self.reason.text.split())) >= LEAST_WORDS:
            return ""
        return self.tr("Say why, in at least {least} characters.").format(least=LEAST_WORDS)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Switch it on."""
        limits, profile = self.context.company.limits, self._profile
        by, reason = self.approval.name, self.reason.text
        return self.approval.signed(lambda pin: limits.switch_downturn_on(profile, by, reason, pin=pin))
