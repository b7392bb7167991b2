"""The line below a card while it is edited: what the edit would do, in one sentence, as it is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.scorecard import GRADES
from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.loading_bar import LoadingBar

if TYPE_CHECKING:
    from app.services.scoring_views import CardPreview
    from app.ui.formats import Formats
    from app.ui.pages.credit_rules.cards.previewing import Previewing
    from app.ui.theme import Theme


class EffectLine(Retranslated):
    """``asked`` wants to see who changes grade."""

    asked = Signal()

    def __init__(self, theme: Theme, formats: Formats, previewing: Previewing) -> None:
        super().__init__()
        self._formats, self._previewing = formats, previewing
        self.bar = LoadingBar(theme)
        self.text = label("", "small", wrap=True)
        self.who_button = button(theme, "", "link", run=self.asked.emit, small=True)
        self.stop_button = button(theme, "", "link", run=previewing.stop, small=True)
        self.again_button = button(theme, "", "link", run=previewing.start, small=True)
        self._counted = (0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for widget in (self.who_button, self.stop_button, self.again_button):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(line())
        layout.addWidget(self.bar)
        layout.addLayout(row)
        previewing.changed.connect(self.write)
        previewing.progressed.connect(self._on_progress)
        self.retranslate()

    def _on_progress(self, done: int, total: int) -> None:
        self._counted = (done, total)
        self.bar.set_progress(done, total)
        self.write()

    def write(self) -> None:
        """Say where the working-out stands, or what it found."""
        asking, found = self._previewing, self._previewing.found
        if asking.running:
            self.bar.start()
        else:
            self.bar.stop()
            self._counted = (0, 0)
        self.stop_button.setVisible(asking.running and self._counted[1] > 0)
        self.again_button.setVisible(asking.stopped)
        self.who_button.setVisible(asking.fresh and found is not None and bool(found.moved))
        if asking.running and self._counted[1]:
            done, total = (self._formats.count(each) for each in self._counted)
            self.text.setText(self.tr("Scoring customer {n} of {all}").format(n=done, all=total))
        elif asking.running:
            self.text.setText(self.tr("Working out what changes…"))
        elif asking.stopped:
            self.text.setText(self.tr("Stopped: the effect of the last edit is not known."))
        elif not asking.fresh:
            self.text.setText(self.tr("The effect shows once the faults above are mended."))
        elif found is not None:
            self.text.setText(self._said(found))

    def _said(self, found: CardPreview) -> str:
        moved, money = found.moved, self._formats.money
        if not found.rows:
            return self.tr("Nobody is scored by this card yet.")
        if not moved:
            return self.tr("Nobody of %n customer(s) changes grade.", "", len(found.rows))
        worse = sum(GRADES.index(row.now) > GRADES.index(row.was) for row in moved)
        text = self.tr("%n customer(s) of {all} change grade", "", len(moved))
        parts = [
            text.format(all=self._formats.count(len(found.rows))),
            self.tr("{better} better, {worse} worse").format(better=len(moved) - worse, worse=worse),
            self.tr("exposure moved {amount}").format(
                amount=money(sum(row.exposure for row in moved), found.currency, whole=True)
            ),
            self.tr("expected loss {was} → {now}").format(
                was=money(found.loss_was, found.currency, whole=True),
                now=money(found.loss_now, found.currency, whole=True),
            ),
        ]
        return " • ".join(parts)

    def retranslate(self) -> None:
        """Write every text of the line."""
        self.who_button.setText(self.tr("Who?"))
        self.stop_button.setText(self.tr("Cancel"))
        self.again_button.setText(self.tr("Work it out"))
        self.write()
