"""A quarter's review to read: verdict, figures, what differs from what was reported, the strategy form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.faults import action
from app.ui.i18n import Retranslated
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import review_text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.period_review import Content, Difference
    from app.services.review_views import ReviewView
    from app.ui.context import PageContext

_FIGURES = ("overdue_rate", "dso", "insured_share", "cei")
_TONES = {"ok": "good", "near": "warn", "miss": "danger"}
_STRATEGY = ("changes", "adjusted", "lessons")
_MOST = 40


def _yields(text: QLabel) -> None:
    """A word longer than the line is cut there; it must not widen everything beside it."""
    policy = text.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    text.setSizePolicy(policy)


class ReviewReading(Retranslated):
    """Everything is text that can be selected and copied."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self.strip = MessageStrip(theme)
        self.verdict = label("", "body", wrap=True)
        self.figures = Figures(theme, lead=True)
        self.keys: list[str] = []
        self.parts = QVBoxLayout()
        self.parts.setSpacing(2)
        self.difference_title = label("", "section")
        self.difference_list = label("", "small", wrap=True)
        self.people = label("", "small", "secondary", wrap=True)
        self.strategy_title = label("", "section")
        self.strategy = label("", "body", wrap=True)
        self.changed_title = label("", "section")
        self.changed = label("", "small", "secondary", wrap=True)
        self.note = label("", "small", "secondary", wrap=True)
        self._shown: tuple[ReviewView, Sequence[Difference]] | None = None
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(10)
        for widget in (
            self.strip,
            self.verdict,
            self.figures,
            self.people,
            self.difference_title,
            self.difference_list,
        ):
            column.addWidget(widget)
        column.addLayout(self.parts)
        for widget in (
            self.strategy_title,
            self.strategy,
            self.changed_title,
            self.changed,
            self.note,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        for text in (self.verdict, self.difference_list, self.strategy, self.changed, self.note):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for text in (self.verdict, self.people, self.difference_list, self.strategy, self.changed, self.note):
            _yields(text)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)  # a scroll area would fill it with the window's colour
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_review(self, view: ReviewView, changed: Sequence[Difference]) -> None:
        """Write it all."""
        self._shown = view, changed
        content, lang = view.content, self._context.formats.lang
        self.verdict.setText(review_text.verdict(content, lang))
        self._write_figures(content, lang)
        self._write_strip(view, changed, lang)
        self._write_people(content, lang)
        self._write_differences(view, changed, lang)
        self._write_parts(view, lang)
        self._write_strategy(content, lang)
        told = [
            f"{self._context.formats.day(one.on)}  {action(one.verb, one.params, lang)}"
            for one in view.adjustments
        ]
        self.changed_title.setText(self.tr("Changed in the quarter, by the history"))
        self.changed.setText("\n".join(told[-_MOST:]))
        self.changed_title.setVisible(bool(told))
        self.changed.setVisible(bool(told))
        note = view.review.note if view.review else ""
        self.note.setText(self.tr("Opened again: {why}").format(why=note) if note else "")
        self.note.setVisible(bool(note))

    def _write_figures(self, content: Content, lang: str) -> None:
        shown = []
        self.keys = [key for key in _FIGURES if content.reading(key) is not None]
        for key in self.keys:
            one = content.reading(key)
            if one is not None:
                aimed = review_text.target(one, lang) if one.target is not None else ""
                text = review_text.reading(one, lang)
                shown.append((review_text.name_of(key, lang), text, aimed, _TONES.get(one.status, "")))
        self.figures.set(shown)

    def _write_strip(self, view: ReviewView, changed: Sequence[Difference], lang: str) -> None:
        review = view.review
        if not view.sound:
            self.strip.say("danger", say("review.tampered", lang))
        elif review is not None and view.locked and changed:
            self.strip.say("warn", say("review_difference.count", lang, n=len(changed)))
        elif review is not None and view.locked and review.locked_on is not None:
            day = self._context.formats.day_in_text(review.locked_on)
            text = self.tr("Locked on {day}. {same}").format(
                day=day, same=say("review_difference.none", lang)
            )
            self.strip.say("info", text)
        elif view.content.unfinished:
            self.strip.say("info", say("review.unfinished", lang))
        else:
            self.strip.hide()

    def _write_people(self, content: Content, lang: str) -> None:
        told = [
            say(code, lang, name=name)
            for code, name in (
                ("review.prepared", content.prepared_by),
                ("review.reviewed", content.reviewed_by),
            )
            if name
        ]
        self.people.setText("   ".join(told))
        self.people.setVisible(bool(told))

    def _write_differences(self, view: ReviewView, changed: Sequence[Difference], lang: str) -> None:
        base = view.content.base
        lines = [review_text.difference(one, lang, base) for one in changed[:_MOST]]
        if len(changed) > _MOST:
            lines.append(self.tr("and %n more", "", len(changed) - _MOST))
        self.difference_title.setText(self.tr("What differs from what was reported"))
        self.difference_list.setText("\n".join(lines))
        for widget in (self.difference_title, self.difference_list):
            widget.setVisible(bool(lines))

    def _write_parts(self, view: ReviewView, lang: str) -> None:
        """What each part concludes."""
        while (item := self.parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for code in view.sections:
            part = view.content.part(code)
            if part is None:
                continue
            text = review_text.lead(part.lead, lang, view.content.base)
            if not text and part.missing is not None:
                text = review_text.sentence(part.missing, lang, view.content.base)
            if text:
                self.parts.addWidget(label(say(f"review_part.{code}", lang), "bodyStrong"))
                said = label(text, "body", "secondary", wrap=True)
                _yields(said)
                said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                said.setContentsMargins(0, 0, 0, 6)
                self.parts.addWidget(said)

    def _write_strategy(self, content: Content, lang: str) -> None:
        told = [
            f"{say(f'review.strategy.{name}', lang)}\n{text}"
            for name in _STRATEGY
            if (text := content.strategy.get(name, ""))
        ]
        self.strategy_title.setText(say("review.strategy", lang))
        self.strategy.setText("\n\n".join(told))
        for widget in (self.strategy_title, self.strategy):
            widget.setVisible(bool(told))

    def retranslate(self) -> None:
        """Write it again."""
        if self._shown is not None:
            self.show_review(*self._shown)
