"""Typing loss rates: for all segments or one, bucket by bucket, with what they rest on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.provision_policy import TypedRate
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.words import say
from app.words.provision_names import bucket_names, segment_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.provision_policy import ProvisionPolicy
    from app.domain.provision_sheet import ProvisionSheet
    from app.services.ports import Control
    from app.ui.context import PageContext

_BESIDE = 3
_MOST_PLACES = 4


class RatesDialog(FormDialog):
    """An empty rate is not typed: the next best source goes for it, and says so."""

    duty = Duty.RULES

    def __init__(
        self,
        context: PageContext,
        policy: ProvisionPolicy,
        sheet: ProvisionSheet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=640)
        self.policy, self.sheet = policy, sheet
        self.set_head(
            self.tr("Loss rates"),
            self.tr("Save"),
            self.tr("Used where rates are typed, and where the ledger's own history says too little."),
        )
        lang = context.formats.lang
        segments = list(dict.fromkeys(("", *sheet.segments)))
        self.segment = Choice(
            [(each, segment_name(policy.segmenting, each, sheet.names, lang)) for each in segments]
        )
        self.source = QLineEdit()
        self.add_field("segment", self.segment, say("provision_column.segment", lang))
        hint = self.tr("For example: losses of our branch, association survey 2025")
        self.add_field("source", self.source, self.tr("Rests on"), hint)
        self.lay("segment")
        self.rates: list[DecimalEdit] = []
        names = bucket_names(policy.ageing, sheet.buckets.limits, lang)
        for place, name in enumerate(names):
            edit = DecimalEdit(None, empty=True)
            self.rates.append(edit)
            self.add_field(f"rate{place}", edit, f"{name}, %", check=self._sound(edit))
        fields = [f"rate{place}" for place in range(len(names))]
        for at in range(0, len(fields), _BESIDE):
            self.lay(*fields[at : at + _BESIDE])
        self.lay("source")
        self.form.addWidget(
            label(self.tr("Leave a rate empty to go by the next best."), "small", "secondary")
        )
        self._kept: dict[str, list[TypedRate]] = {}
        self._shown = ""
        self._load("")
        self.segment.activated.connect(self._on_segment)
        self.rates[0].setFocus()

    def _sound(self, edit: DecimalEdit) -> Callable[[], str]:
        def check() -> str:
            if not edit.sound:
                return self.tr("Enter a rate from 0 to 100.")
            value = edit.value
            places = -int(value.as_tuple().exponent) if value is not None else 0
            return self.tr("At most four decimals.") if places > _MOST_PLACES else ""

        return check

    def _typed(self, segment: str) -> list[TypedRate]:
        if segment in self._kept:
            return self._kept[segment]
        mine = (one for one in self.policy.typed if one.ageing is self.policy.ageing)
        return [one for one in mine if one.segment == segment]

    def _load(self, segment: str) -> None:
        self._shown = segment
        known: dict[int, Decimal] = {one.bucket: one.rate for one in self._typed(segment)}
        for place, edit in enumerate(self.rates):
            edit.set_value(known.get(place))
        self.source.setText(next((one.source for one in self._typed(segment)), ""))

    def _keep(self) -> None:
        source = self.source.text().strip()
        self._kept[self._shown] = [
            TypedRate(self.policy.ageing, self._shown, place, edit.value, source)
            for place, edit in enumerate(self.rates)
            if edit.value is not None
        ]

    def _on_segment(self, *_: object) -> None:
        """To another segment, once what was typed for this one is sound."""
        wrong = [name for name in self.fields.wrong() if name.startswith("rate")]
        if wrong:
            self.segment.choose(self._shown)
            self.go_to(wrong[0])
            return
        self._keep()
        self._load(str(self.segment.value))

    def made(self) -> ProvisionPolicy:
        """The choices with the rates as typed."""
        self._keep()
        rest = [
            one
            for one in self.policy.typed
            if one.ageing is not self.policy.ageing or one.segment not in self._kept
        ]
        return replace(self.policy, typed=(*rest, *(one for rows in self._kept.values() for one in rows)))

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        service, made = self.context.company.provisions, self.made()
        return lambda _control: service.save_policy(made)
