"""The name of a policy in both languages, and how far apart its letters must lie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.dunning import DunningPolicy
from app.domain.duty import Duty
from app.ui.dialogs.controls import CountEdit
from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_USUAL_GAP, _LONGEST_GAP = 7, 365


class PolicyDialog(FormDialog):
    """Makes, copies or renames a policy; ``named`` carries the code of a new one."""

    duty = Duty.RULES

    named = Signal(str)
    codes: Mapping[str, str] = {"dunning.name_missing": "zh", "dunning.bad_gap": "gap"}

    def __init__(
        self,
        context: PageContext,
        policy: DunningPolicy | None,
        others: Sequence[DunningPolicy],
        parent: QWidget | None = None,
        *,
        copy: bool = False,
    ) -> None:
        super().__init__(context, parent, width=520)
        self._old = policy
        self._new = policy is None or copy
        self._taken = {
            name.casefold()
            for each in others
            if self._new or policy is None or each.code != policy.code
            for name in each.name.values()
        }
        title = self.tr("New policy") if self._new else self.tr("Name of the policy")
        self.set_head(title, self.tr("Save"), policy.titled(context.formats.lang) if policy and copy else "")
        names = policy.name if policy is not None and not copy else {}
        self.zh, self.en = QLineEdit(names.get("zh", "")), QLineEdit(names.get("en", ""))
        self.gap = CountEdit(policy.gap_days if policy is not None else _USUAL_GAP, _LONGEST_GAP)
        self.gap.valueChanged.connect(self.touch)
        self.add_field(
            "zh", self.zh, self.tr("Name in Chinese"), check=lambda: self._check(self.zh, needed=True)
        )
        hint = self.tr("Left empty, the other name serves both languages")
        self.add_field("en", self.en, self.tr("Name in English"), hint, lambda: self._check(self.en))
        hint = self.tr("So long nobody is written to again about the same invoice, whatever the steps say")
        self.add_field("gap", self.gap, self.tr("Days between two letters"), hint)
        self.lay("zh", "en")
        self.lay("gap")
        self.zh.setFocus()

    def _check(self, edit: QLineEdit, *, needed: bool = False) -> str:
        text = edit.text().strip()
        if needed and not (text or self.en.text().strip()):
            return self.tr("Give the policy a name.")
        if text and text.casefold() in self._taken:
            return self.tr("Another policy is called so already.")
        return ""

    def policy(self) -> DunningPolicy:
        """The policy as typed."""
        name = {
            lang: text
            for lang, text in (("zh", self.zh.text().strip()), ("en", self.en.text().strip()))
            if text
        }
        if self._old is None:
            return DunningPolicy(f"own-{uuid4().hex[:8]}", name, (), self.gap.value())
        if self._new:
            code = f"own-{uuid4().hex[:8]}"
            return DunningPolicy(code, name, self._old.steps, self.gap.value())
        return replace(self._old, name=name, gap_days=self.gap.value())

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        dunning, policy = self.context.company.dunning, self.policy()
        self.named.emit(policy.code)
        return lambda _control: dunning.save_policy(policy)
