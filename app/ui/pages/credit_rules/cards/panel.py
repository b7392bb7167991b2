"""Scorecards: all cards, and the one in view with its parts, its effect and its versions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.problem import Severity
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.cards.bands import Bands
from app.ui.pages.credit_rules.cards.columns import card_columns
from app.ui.pages.credit_rules.cards.drafting import Drafting
from app.ui.pages.credit_rules.cards.effect import Effect
from app.ui.pages.credit_rules.cards.errands import CardErrands
from app.ui.pages.credit_rules.cards.foot import EffectLine
from app.ui.pages.credit_rules.cards.indicator import IndicatorEditor
from app.ui.pages.credit_rules.cards.members import Members
from app.ui.pages.credit_rules.cards.previewing import Previewing
from app.ui.pages.credit_rules.cards.versions import Versions
from app.ui.pages.credit_rules.cards.weights import Weights
from app.ui.pages.credit_rules.cards.words import (
    card_title,
    problem_words,
    purpose_word,
    short_hash,
)
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.line_list import Line, LineList
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from app.domain.problem import Problem
    from app.services.scoring_views import BinCount, CardInfo
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.tabbed import TabbedPage

PARTS, BANDS, EFFECT, VERSIONS = "parts", "bands", "effect", "versions"
_VIEWS = (PARTS, BANDS, EFFECT, VERSIONS)
_LIST_WIDTH, _LEAST_WEIGHTS, _MOST_WEIGHTS = 248, 284, 400
_ROOM_FOR_LIST, _FAULTS_HIGH = 1080, 66


class ScorecardsPanel(TabPanel):
    """``open(code=…)`` shows a card, ``version=…`` one version of it; ``dialog`` is the one now open."""

    moves = frozenset(
        {"stored_scorecard", "setting", "person", "customer", "document", "allocation", "promise", "dispute"}
        | {"profile", "financial_statement", "external_rating", "external_event", "certification"}
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.dialog: FormDialog | None = None
        self.drafting = Drafting(context, self)
        self.previewing = Previewing(context, self.drafting, self)
        self.errands = CardErrands(context, self.drafting, self)
        self.list = DataTable(theme, "credit_rules.cards", context.preferences, empty_icon="gauge")
        self.model: RowTable[CardInfo] = RowTable(
            card_columns(self), context.runner, self._place_of, parent=self
        )
        self.list.set_model(self.model)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.copy_button = button(theme, "", "normal", "copy", self.errands.copy)
        self.import_button = button(theme, "", "normal", "download", self.errands.bring)
        self.card = Card(theme, " ")
        self.publish_button = button(theme, "", "primary", run=self.errands.publish)
        self.more_button = button(theme, "", "normal", "chevron-down", self._open_more)
        self.pick = Choice([])
        self.pick.setFixedWidth(176)
        self.pick.hide()
        self.strip = MessageStrip(theme)
        self.faults = LineList(theme)
        self.view = Segmented()
        self.weights = Weights(theme, self.drafting)
        self.editor = IndicatorEditor(context, self.drafting)
        self.bands = Bands(context, self.drafting)
        self.effect = Effect(context)
        self.versions = Versions(context, self.drafting)
        self.foot = EffectLine(theme, context.formats, self.previewing)
        self.members = Members(context)
        self._shown_problems: list[Problem] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.side = QWidget()
        left = QVBoxLayout(self.side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.copy_button)
        left.addWidget(self.import_button)
        self.card.add_action(self.publish_button)
        self.card.add_action(self.more_button)
        self.stack = QStackedWidget()
        parts = QWidget()
        row = QHBoxLayout(parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        weights = _scrolled(self.weights)
        self.weights.revealed.connect(weights.ensureWidgetVisible)
        weights.setMinimumWidth(_LEAST_WEIGHTS)
        weights.setMaximumWidth(_MOST_WEIGHTS)
        row.addWidget(weights, 2)
        row.addWidget(_scrolled(self.editor), 3)
        for widget in (parts, _scrolled(self.bands), _scrolled(self.effect), _scrolled(self.versions)):
            self.stack.addWidget(widget)
        body = self.card.body
        body.setSpacing(10)
        body.addWidget(self.strip)
        body.addWidget(self.faults)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.pick)
        head.addWidget(self.view)
        head.addStretch(1)
        body.addLayout(head)
        body.addWidget(self.stack, 1)
        body.addWidget(self.foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.side)
        layout.addWidget(self.card, 1)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._on_card)
        self.pick.activated.connect(lambda place: self._on_card(place + 1))
        self.view.chosen.connect(self._on_view)
        self.drafting.shown.connect(self._on_shown)
        self.drafting.edited.connect(self._on_edited)
        self.drafting.saved.connect(self._write_head)
        self.previewing.changed.connect(self._on_preview)
        self.weights.chosen.connect(self.editor.show_indicator)
        self.weights.wanted.connect(self.errands.add_indicator)
        self.editor.opened.connect(self._open_members)
        self.members.opened.connect(self._open_customer)
        self.effect.opened.connect(self._open_customer)
        self.versions.looked.connect(self._look)
        self.foot.asked.connect(partial(self.show_view, EFFECT))
        self.faults.clicked.connect(lambda index: self._go_to(index.row()))
        self.faults.opened.connect(lambda number: self._go_to(number - 1))

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show a card, one version of it, one of its indicators or one of the views."""
        code, version = str(params.get("code", "")), params.get("version")
        if code and code != self.drafting.code:
            self.drafting.choose(code, version if isinstance(version, int) else None)
        view = str(params.get("view", ""))
        if view in _VIEWS:
            self.show_view(view)
        if indicator := str(params.get("indicator", "")):
            self.show_view(PARTS)
            self.weights.current = indicator

    def read(self) -> None:
        """Read the cards again."""
        if not self.drafting.saving:
            self.previewing.forget()
        self.drafting.read()

    @property
    def dirty(self) -> bool:
        """Whether an edit is not kept yet."""
        return self.drafting.pending

    def may_leave(self) -> bool:
        """Nothing is asked: what was typed is kept at once."""
        self.drafting.leave()
        return True

    def status(self) -> str:
        """The cards and what is in view."""
        return self.tr("%n scorecard(s)", "", len(self.model.rows)) if self.model.rows else ""

    # -- showing --------------------------------------------------------------------------------

    def _place_of(self, info: CardInfo) -> int:
        found = self.drafting.found
        infos = found.infos if found is not None else ()
        return next((n for n, each in enumerate(infos, 1) if each.code == info.code), 0)

    def _on_card(self, place: int) -> None:
        found = self.drafting.found
        if found is not None and 0 < place <= len(found.infos):
            code = found.infos[place - 1].code
            if code != self.drafting.code:
                self.drafting.choose(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the cards stand in a box above instead of a list beside."""
        super().resizeEvent(event)
        narrow = self.width() < _ROOM_FOR_LIST
        self.side.setVisible(not narrow)
        self.pick.setVisible(narrow)

    def show_view(self, view: str) -> None:
        """Show the parts, the grades, the effect or the versions."""
        self.view.set_current(view)
        self._on_view(view)

    def _on_view(self, view: str) -> None:
        self.stack.setCurrentIndex(_VIEWS.index(view))
        self.foot.setVisible(view in {PARTS, BANDS})

    def _on_shown(self) -> None:
        """Another card or version is in view, or the same one after it was kept."""
        found = self.drafting.found
        if found is None:
            return
        self.model.set_columns(card_columns(self))
        self.model.set_rows(found.infos)
        lang = self.context.formats.lang
        self.pick.set_pairs([(info.code, card_title(info, lang)) for info in found.infos], found.code)
        if self.drafting.info is not None:
            self.list.view.select_id(self._place_of(self.drafting.info))
        self.weights.write()
        self.editor.show_indicator(self.weights.current)
        self.bands.write()
        self.versions.write()
        self._write_head()
        if not self.previewing.fresh and not self.previewing.running:
            self.previewing.start()
        self.host.tell_status()

    def _on_edited(self) -> None:
        self.weights.write()
        self.editor.write()
        self.bands.write()
        self._write_head()
        self.previewing.ask()

    def _write_head(self) -> None:
        drafting, card, info = self.drafting, self.drafting.card, self.drafting.info
        if card is None or info is None:
            return
        self.card.set_title(card_title(card, self.context.formats.lang), self._note(info))
        able = drafting.is_draft and drafting.unlike and not drafting.locked and not drafting.errors
        guard(self.context, self.publish_button, able=able)
        guard(self.context, self.copy_button, self.import_button)
        self._write_strip(info)
        self._write_faults()

    def _note(self, info: CardInfo) -> str:
        drafting, formats = self.drafting, self.context.formats
        shown = next((each for each in self._infos() if each.version == drafting.looked_at), info)
        if drafting.is_draft:
            kept = drafting.saved_at
            said = self.tr("Draft")
            if drafting.pending:
                return said
            return self.tr("Draft kept at {at}").format(at=f"{kept:%H:%M}") if kept is not None else said
        parts = [self.tr("Version {n}").format(n=shown.version), purpose_word(info.purpose)]
        if shown.published_on is not None:
            parts.append(f"{formats.day(shown.published_on)} {shown.author}".strip())
        return " • ".join([*parts, f"#{short_hash(shown.content_hash)}"])

    def _infos(self) -> tuple[CardInfo, ...]:
        return self.drafting.found.versions if self.drafting.found is not None else ()

    def _write_strip(self, info: CardInfo) -> None:
        drafting = self.drafting
        if drafting.looked_at is not None:
            text = self.tr("This is version {n}, to look at only.").format(n=drafting.looked_at)
            actions = [(self.tr("Back to the card"), self._look_away)]
            if writable(self.context):
                actions.append((self.tr("Make it the draft"), self.errands.take_version))
            self.strip.say("info", text, actions=actions, closable=False)
        elif info.state == "retired" and not drafting.is_draft:
            text = self.tr("This card is retired: it scores nobody.")
            again = [(self.tr("Make it the draft"), self.errands.take_version)]
            self.strip.say("warn", text, actions=again if writable(self.context) else (), closable=False)
        elif drafting.is_draft and drafting.unlike and not drafting.problems:
            text = self.tr("A draft: nobody is scored by it until it is published.")
            actions = [(self.tr("Discard the draft"), self.errands.discard)]
            self.strip.say("info", text, actions=actions, closable=False)
        else:
            self.strip.hide()

    def _write_faults(self) -> None:
        card, lang = self.drafting.card, self.context.formats.lang
        self._shown_problems = list(self.drafting.problems)
        self.faults.setVisible(bool(self._shown_problems) and card is not None)
        if card is None:
            return
        self.faults.show_lines(
            [
                Line(
                    place,
                    "",
                    problem_words(each, card, lang),
                    chip=self.tr("Fault") if each.severity is Severity.ERROR else self.tr("Warning"),
                    tone="danger" if each.severity is Severity.ERROR else "warn",
                )
                for place, each in enumerate(self._shown_problems, 1)
            ]
        )
        self.faults.setFixedHeight(min(self.faults.height(), _FAULTS_HIGH))

    def _go_to(self, place: int) -> None:
        """Lead to the row that a fault is about."""
        if not 0 <= place < len(self._shown_problems):
            return
        params = self._shown_problems[place].params
        if indicator := str(params.get("indicator", "")):
            self.show_view(PARTS)
            self.weights.show_part(indicator)
            self.editor.show_fault()
        elif family := str(params.get("family", "")):
            self.show_view(PARTS)
            self.weights.show_part(f"family:{family}")
        elif self._shown_problems[place].code == "scorecard.family_weights":
            self.show_view(PARTS)
            self.weights.show_first_family()
        else:
            self.show_view(BANDS)

    # -- the effect -----------------------------------------------------------------------------

    def _on_preview(self) -> None:
        if self.previewing.fresh:
            preview = self.previewing.found
            self.effect.show_preview(preview)
            self.editor.show_counts(preview.bins if preview is not None else {})

    def _open_members(self, count: BinCount, where: str) -> None:
        preview = self.previewing.found
        if preview is None:
            return
        wanted = frozenset(count.members)
        rows = [row for row in preview.rows if row.customer_id in wanted]
        self.members.show_rows(rows, preview.currency)
        self.host.show_detail(self.members)
        drawer = self.host.add_drawer()
        drawer.set_title(where, self.tr("%n customer(s)", "", len(rows)))

    def _open_customer(self, customer_id: int) -> None:
        self.context.navigator.go("customers", customer_id=customer_id, tab="score")

    # -- versions and errands -------------------------------------------------------------------

    def _look(self, version: int) -> None:
        """Look at a version; the draft and the one in force are the card itself."""
        info = next((each for each in self._infos() if each.version == version), None)
        whole = version == 0 or (info is not None and info.in_force and not self.drafting.is_draft)
        self.show_view(PARTS)
        self.drafting.choose(self.drafting.code, None if whole else version)

    def _look_away(self) -> None:
        self.drafting.choose(self.drafting.code)

    def show_dialog(self, dialog: FormDialog) -> None:
        """Open a dialog and keep it while it is there."""
        open_for(self, dialog)

    def _open_more(self) -> None:
        self.errands.menu().popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.list.view.setAccessibleName(self.tr("Scorecards"))
        self.copy_button.setText(self.tr("Copy as a new card…"))
        self.import_button.setText(self.tr("Import…"))
        self.publish_button.setText(self.tr("Publish…"))
        self.more_button.setText(self.tr("More"))
        self.faults.setAccessibleName(self.tr("What is wrong with the card"))
        self.pick.setAccessibleName(self.tr("Scorecards"))
        self.view.setAccessibleName(self.tr("What to show of the card"))
        self.view.set_choices(
            [
                (PARTS, self.tr("Indicators")),
                (BANDS, self.tr("Grades and knock-outs")),
                (EFFECT, self.tr("Effect")),
                (VERSIONS, self.tr("Versions")),
            ]
        )
        for each in (self.weights, self.editor, self.bands, self.effect, self.versions):
            each.retranslate()
        self.model.set_columns(card_columns(self))
        self._write_head()


def _scrolled(widget: QWidget) -> QScrollArea:
    """The widget inside a frame that scrolls up and down."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setWidget(widget)
    widget.setAutoFillBackground(False)
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    return made
