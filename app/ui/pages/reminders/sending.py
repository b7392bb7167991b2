"""What became of letters: sent when and how, arrived with which proof, answered how, or left out and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.domain.duty import Duty
from app.domain.letter import Channel
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.reminders.words import channel_choices
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.services.dunning_views import LetterDetail, LetterRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.formats import Formats


class FilePick(QWidget):
    """A file of the user's: chosen, named with its size, taken back."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = context.formats
        self.path: Path | None = None
        self._name = label("", "body", "secondary")
        self.pick = button(context.theme, self.tr("Choose a file…"), "normal", "folder", self._ask)
        self.drop = icon_button(context.theme, "x", self.tr("Take the file back"), lambda: self.take(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.pick, self._name, self.drop):
            row.addWidget(widget, 1 if widget is self._name else 0)
        self.take(None)

    def _ask(self) -> None:
        kinds = self.tr("Pictures and papers") + " (*.pdf *.png *.jpg *.jpeg)"
        picked, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", kinds)
        if picked:
            self.take(Path(picked))

    def take(self, path: Path | None) -> None:
        """Show the file chosen, or none."""
        self.path = path
        self.drop.setVisible(path is not None)
        if path is None:
            self._name.setText(self.tr("none"))
            return
        size = path.stat().st_size if path.exists() else 0
        self._name.setText(f"{path.name} • {self._formats.file_size(size)}")

    def content(self) -> tuple[str, bytes] | None:
        """Name and bytes, read on the worker."""
        return (self.path.name, self.path.read_bytes()) if self.path is not None else None


class SentDialog(FormDialog):
    """Marks drafts as sent; only then do they count."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {
        "letter.sent_in_future": "on",
        "letter.sent_before_run": "on",
        "letter.delivered_before_sent": "delivered_on",
        "letter.delivered_in_future": "delivered_on",
        "letter.proof_missing": "proof",
        "attachment.too_large": "receipt",
        "attachment.type": "receipt",
        "attachment.empty": "receipt",
    }

    def __init__(
        self, context: PageContext, rows: Sequence[LetterRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=580)
        self.rows = list(rows)
        self.set_head(
            self.tr("Mark %n letter(s) as sent", "", len(rows)),
            self.tr("Mark as sent"),
            _names(rows, context.formats),
        )
        today = context.company.clock.today()
        self.on = DayEdit(context.language, today)
        channels = {row.channel for row in rows}
        choices: list[tuple[Channel | None, str]] = [*channel_choices()]
        if len(channels) > 1:
            choices.insert(0, (None, self.tr("Each as drafted")))
        self.channel = Choice(choices, Channel(channels.pop()) if len(channels) == 1 else None)
        self.proof = QLineEdit()
        self.arrived = QCheckBox(self.tr("Its arrival is proved"))
        self.arrived.toggled.connect(self._on_arrived)
        self.arrived.toggled.connect(self.touch)
        self.delivered_on = DayEdit(context.language, today)
        self.receipt = FilePick(context)
        self._add()
        self._on_arrived(False)
        self.on.setFocus()

    def _add(self) -> None:
        self.add_field("on", self.on, self.tr("Sent on"), check=self._check_on)
        self.add_field("channel", self.channel, self.tr("Channel"))
        hint = self.tr("Tracking number, read receipt, or who took it")
        self.add_field("proof", self.proof, self.tr("Proof"), hint)
        hint = self.tr("Only a letter whose arrival is proved restarts the limitation period")
        self.add_field("arrived", self.arrived, self.tr("Arrival"), hint)
        self.add_field(
            "delivered_on", self.delivered_on, self.tr("Delivered on"), check=self._check_delivered
        )
        self.add_field(
            "receipt",
            self.receipt,
            self.tr("Signed receipt"),
            self.tr("Kept with the letter in the company file"),
        )
        self.lay("on", "channel")
        self.lay("proof")
        self.lay("arrived", "delivered_on")
        self.lay("receipt")

    def _on_arrived(self, on: bool) -> None:
        self.fields["delivered_on"].setEnabled(on)
        self.fields["delivered_on"].set_error("")

    def _check_on(self) -> str:
        if self.on.day > self.context.company.clock.today():
            return self.tr("This day is still to come; a letter counts once it is sent.")
        latest = min(max(row.run_on for row in self.rows), self.context.company.clock.today())
        if self.on.day < latest:
            day = self.context.formats.day(latest)
            return self.tr("Drafted on {day}; it cannot have been sent before.").format(day=day)
        return ""

    def _check_delivered(self) -> str:
        if not self.arrived.isChecked() or self.delivered_on.day >= self.on.day:
            return ""
        return self.tr("It cannot have arrived before it was sent.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Note it."""
        dunning, ids = self.context.company.dunning, [row.id for row in self.rows]
        on, proof, picked = self.on.day, self.proof.text().strip(), self.channel.value
        channel = picked if isinstance(picked, Channel) else None
        delivered = self.delivered_on.day if self.arrived.isChecked() else None
        receipt = self.receipt

        def work(_control: Control) -> ChangeSet:
            return dunning.mark_sent(ids, on, channel, proof, delivered, receipt.content())

        return work


class DeliveredDialog(FormDialog):
    """Notes the proof that sent letters arrived."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {
        "letter.delivered_before_sent": "on",
        "letter.delivered_in_future": "on",
        "letter.proof_missing": "proof",
    }

    def __init__(
        self, context: PageContext, rows: Sequence[LetterRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=480)
        self.rows = list(rows)
        self.set_head(self.tr("Proof of delivery"), self.tr("Save"), _names(rows, context.formats))
        self.on = DayEdit(context.language, context.company.clock.today())
        self.proof = QLineEdit(next((row.proof for row in rows if row.proof), ""))
        self.add_field("on", self.on, self.tr("Delivered on"), check=self._check_on)
        hint = self.tr("Tracking number, signature, read receipt: what would convince a court")
        self.add_field(
            "proof", self.proof, self.tr("Proof"), hint, self.required(self.proof, self.tr("Name the proof."))
        )
        self.lay("on")
        self.lay("proof")
        self.proof.setFocus()

    def _check_on(self) -> str:
        sent = [row.sent_on for row in self.rows if row.sent_on is not None]
        if sent and self.on.day < max(sent):
            return self.tr("It cannot have arrived before it was sent.")
        return ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Note it."""
        dunning, ids = self.context.company.dunning, [row.id for row in self.rows]
        on, proof = self.on.day, self.proof.text().strip()
        return lambda _control: dunning.mark_delivered(ids, on, proof)


class LeaveOutDialog(FormDialog):
    """Drafts that are not to be sent, with the reason."""

    duty = Duty.COLLECT

    def __init__(self, context: PageContext, ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=480)
        self._ids = list(ids)
        self.set_head(self.tr("Leave out %n letter(s)", "", len(ids)), self.tr("Leave out"))
        self.why = NoteEdit()
        hint = self.tr("The next run proposes them again if they are still due")
        self.add_field("why", self.why, self.tr("Reason"), hint)
        self.lay("why")
        self.why.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Leave them out."""
        dunning, ids, why = self.context.company.dunning, self._ids, self.why.text
        return lambda _control: dunning.leave_out(ids, why)


class ReplyDialog(FormDialog):
    """What the customer answered to a letter, and when."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {"letter.reply_before_sent": "on"}

    def __init__(self, context: PageContext, detail: LetterDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=520)
        self.detail = detail
        letter = detail.letter
        who = context.formats.name(detail.customer.name, detail.customer.name_en)
        self.set_head(self.tr("Reply to {number}").format(number=letter.number), self.tr("Save"), who)
        self.on = DayEdit(context.language, letter.replied_on or context.company.clock.today())
        self.reply = NoteEdit(letter.reply)
        self.add_field("on", self.on, self.tr("Received on"), check=self._check_on)
        hint = self.tr(
            "For example: balance confirmed, differs by 1,200 because of returned goods, will pay on…"
        )
        self.add_field("reply", self.reply, self.tr("What it says"), hint, self._check_reply)
        self.lay("on")
        self.lay("reply")
        self.reply.setFocus()

    def _check_on(self) -> str:
        sent = self.detail.letter.sent_on
        if sent is not None and self.on.day < sent:
            return self.tr("The reply cannot be older than the letter.")
        return ""

    def _check_reply(self) -> str:
        return "" if self.reply.text else self.tr("Write what the reply says.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the reply with the letter."""
        dunning, letter_id = self.context.company.dunning, self.detail.letter.id
        on, reply = self.on.day, self.reply.text
        return lambda _control: dunning.record_reply(letter_id, on, reply)


def _names(rows: Sequence[LetterRow], formats: Formats) -> str:
    """Whose letters: three names at most, then a mark that there are more."""
    names = list(dict.fromkeys(formats.name(row.customer, row.customer_en) for row in rows))
    return ("、" if formats.lang == "zh" else ", ").join(names[:3]) + ("…" if len(names) > 3 else "")  # noqa: PLR2004 - as said
