"""The words of letters: templates by language, their fields, an editor with the letter beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QStackedWidget, QWidget

from app.domain.letter_paper import TemplateText
from app.services.customers import CustomerQuery, CustomerSort
from app.services.letters import FieldInfo, LetterDraft, TemplateInfo
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.i18n import LANGUAGES, Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.reminders.template_editor import TemplateEditor
from app.ui.pages.reminders.templates_columns import field_columns, template_columns
from app.ui.pages.reminders.words import template_word
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.paper_view import PaperView
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import ChangeSet
    from app.domain.letter_paper import ComposedLetter
    from app.domain.problem import Problem
    from app.services.ports import Control
    from app.services.previews import PagePicture
    from app.ui.context import PageContext

_PAUSE_MS = 450
_LIST_WIDTH, _PREVIEW_LEAST = 232, 320


class TemplatesPanel(Retranslated):
    """``dirty_changed`` says that words were typed and are not saved yet."""

    dirty_changed = Signal(bool)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.code = ""
        self.stored: TemplateText | None = None
        self.problems: list[Problem] = []
        self._writing = context.formats.lang
        theme = context.theme
        self.language = Segmented()
        self.list = DataTable(theme, "reminders.templates", context.preferences, framed=False)
        self.model: RowTable[TemplateInfo] = RowTable(
            template_columns(), context.runner, lambda info: self._place(info.code), parent=self
        )
        self.list.set_model(self.model)
        self.fields = DataTable(theme, "reminders.fields", context.preferences, framed=False)
        self._known: list[FieldInfo] = []
        self.field_rows: RowTable[FieldInfo] = RowTable(
            field_columns(), context.runner, lambda field: self._known.index(field) + 1, parent=self
        )
        self.fields.set_model(self.field_rows)
        self.message = MessageStrip(theme)
        self.editor = TemplateEditor(context)
        self.save_button = button(theme, "", "primary", run=self.save)
        self.discard_button = button(theme, "", "quiet", run=self.discard)
        self.reset_button = button(theme, "", "quiet", "undo-2", self.reset)
        self.customer = CustomerPicker(context)
        self.paper = PaperView(theme, context.runner)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.list_card, self.field_card = Card(theme, padded=False), Card(theme, " ", padded=False)
        choice = QHBoxLayout()
        choice.setContentsMargins(12, 12, 12, 0)
        choice.addWidget(self.language)
        choice.addStretch(1)
        self.list_card.body.addLayout(choice)
        self.list_card.body.addWidget(self.list)
        self.field_card.body.addWidget(self.fields)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(12)
        left.addWidget(self.list_card)
        left.addWidget(self.field_card)
        left.setSizes([360, 300])
        left.setFixedWidth(_LIST_WIDTH)
        self.card = Card(theme, " ")
        for widget in (self.reset_button, self.discard_button, self.save_button):
            self.card.add_action(widget)
        self.card.body.addWidget(self.message)
        self.card.body.addWidget(self.editor, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(left)
        preview = self._preview_card()
        preview.setMinimumWidth(_PREVIEW_LEAST)
        layout.addWidget(self.card, 6)
        layout.addWidget(preview, 5)

    def _preview_card(self) -> QWidget:
        self.preview_card = Card(self.context.theme, " ", padded=False)
        who = QHBoxLayout()
        who.setContentsMargins(16, 0, 16, 0)
        who.setSpacing(8)
        self._who = label("", "small", "secondary")
        self._who.setBuddy(self.customer)
        who.addWidget(self._who)
        who.addWidget(self.customer, 1)
        self.views = QStackedWidget()
        self.views.addWidget(self.paper)
        self.views.addWidget(self.text)
        self.preview_card.body.addLayout(who)
        self.preview_card.body.addWidget(self.views, 1)
        return self.preview_card

    def _connect(self) -> None:
        self.language.chosen.connect(self._on_language)
        self.list.current_changed.connect(self._on_template)
        self.fields.opened.connect(self._insert)
        self.editor.edited.connect(self._on_edited)
        self.editor.part_changed.connect(self._on_part)
        self.customer.picked.connect(lambda _id: self._draw())
        self._soon.timeout.connect(self._check)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- reading --------------------------------------------------------------------------------

    @property
    def lang(self) -> str:
        """The language of the words in view."""
        return self.language.current or self.context.formats.lang

    @property
    def dirty(self) -> bool:
        """Whether words were typed that are not saved."""
        return self.stored is not None and self.editor.texts() != self.stored

    def read(self) -> None:
        """Read the list, the fields and, unless something is typed, the words in view."""
        letters, lang = self.context.company.letters, self.lang
        customers, known = self.context.company.customers, self.customer.customer_id

        def work(_control: Control) -> tuple[list[TemplateInfo], list[FieldInfo], tuple[int, str]]:
            return letters.templates(lang), letters.fields(lang), (0, "") if known else first_customer()

        def first_customer() -> tuple[int, str]:
            query = CustomerQuery(sort=CustomerSort.OVERDUE, descending=True)
            rows = customers.rows(customers.ids(query)[:1])
            return (rows[0].id, rows[0].name) if rows else (0, "")

        self.context.runner.database(
            work, self._show, failed=self.context.notices.error, owner=self, key="reminders.templates"
        )

    def _show(self, found: tuple[list[TemplateInfo], list[FieldInfo], tuple[int, str]]) -> None:
        templates, self._known, customer = found
        if customer[0] and not self.customer.customer_id:
            self.customer.set_customer(*customer)
        self.model.set_columns(template_columns())
        self.model.set_rows(templates)
        self.field_rows.set_columns(field_columns())
        self.field_rows.set_rows(self._known)
        codes = [info.code for info in templates]
        if self.code not in codes:
            self.code = codes[min(1, len(codes) - 1)] if codes else ""
        self.list.view.select_id(self._place(self.code))
        if not self.dirty:
            self._read_text()

    def _place(self, code: str) -> int:
        return next((n for n, info in enumerate(self.model.rows, 1) if info.code == code), 0)

    def _read_text(self) -> None:
        letters, code, lang = self.context.company.letters, self.code, self.lang
        if code:
            self.context.runner.database(
                lambda _control: letters.template(code, lang),
                lambda texts: self._show_text(code, texts),
                failed=self.context.notices.error,
                owner=self,
                key="reminders.template",
            )

    def _show_text(self, code: str, texts: TemplateText) -> None:
        if code != self.code:
            return
        self.stored = texts
        self._writing = self.lang
        self.editor.set_texts(texts)
        self.problems = []
        self._write()
        self._check()

    # -- choosing -------------------------------------------------------------------------------

    def _on_template(self, place: int) -> None:
        rows = self.model.rows
        if not 0 < place <= len(rows) or rows[place - 1].code == self.code:
            return
        if self.dirty:
            self.list.view.select_id(self._place(self.code))
            self.remind()
            return
        self.code = rows[place - 1].code
        self._read_text()

    def _on_language(self, lang: str) -> None:
        if self.dirty:
            self.language.set_current(self._writing)
            self.remind()
            return
        self._writing = lang
        self.read()

    def show_template(self, code: str, lang: str = "") -> None:
        """Go to a template."""
        if self.dirty:
            self.remind()
            return
        if lang in LANGUAGES:
            self.language.set_current(lang)
        self.code = code
        self.read()

    def _insert(self, place: int) -> None:
        field = self._known[place - 1]
        self.editor.insert(field.example if field.example.startswith("{%") else f"{{{{ {field.name} }}}}")

    # -- checking and drawing -------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._write()
        self._soon.start()

    def _check(self) -> None:
        letters, texts, lang = self.context.company.letters, self.editor.texts(), self.lang
        self.context.runner.database(
            lambda _control: letters.check(texts, lang),
            self._show_problems,
            failed=self.context.notices.error,
            owner=self,
            key="reminders.check",
        )

    def _show_problems(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.editor.set_problems(problems)
        self._write()
        if not problems:
            self._draw()

    def _draw(self) -> None:
        """Show the words on the customer chosen; while something is wrong the last good letter stays."""
        customer_id = self.customer.customer_id
        if not customer_id:
            self.paper.say(self.tr("Choose a customer to see the letter."))
            self.text.clear()
            return
        if self.problems or not self.code:
            return
        session, texts = self.context.company, self.editor.texts()
        draft = LetterDraft(customer_id, self.code, self.lang)

        def source(width: int, control: Control) -> Sequence[PagePicture]:
            return session.previews.letter(draft, width, control, texts)

        self.paper.show_source(source)

        def done(letter: ComposedLetter) -> None:
            self.text.setPlainText(letter.message)

        self.context.runner.database(
            lambda _control: session.letters.compose(draft, texts),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="reminders.compose",
        )

    def _on_part(self, part: str) -> None:
        self.views.setCurrentWidget(self.text if part == "message" else self.paper)

    # -- saving ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the words as the company's own."""
        if not (self.dirty and writable(self.context)):
            return
        if self.problems:
            self.editor.go_to_problem()
            return
        letters, code, lang, texts = self.context.company.letters, self.code, self.lang, self.editor.texts()

        def done(change: ChangeSet) -> None:
            self.stored = texts
            self.message.hide()
            self.context.notices.done(change)
            self.read()

        self.context.runner.database(
            lambda _control: letters.save_template(code, lang, texts),
            done,
            failed=self.context.notices.error,
            owner=self,
        )

    def discard(self) -> None:
        """Back to the words as saved."""
        self.message.hide()
        if self.stored is not None:
            self.editor.set_texts(self.stored)
            self._write()
            self._check()

    def reset(self) -> None:
        """Back to the shipped words."""
        letters, code, lang = self.context.company.letters, self.code, self.lang

        def done(change: ChangeSet) -> None:
            self.stored = None
            self.message.hide()
            self.context.notices.done(change)
            self.read()

        if writable(self.context):
            self.context.runner.database(
                lambda _control: letters.reset_template(code, lang),
                done,
                failed=self.context.notices.error,
                owner=self,
            )

    def remind(self) -> None:
        """Say that something typed would be lost."""
        self.message.say(
            "warn",
            self.tr("These words are not saved yet."),
            actions=[(self.tr("Save"), self.save), (self.tr("Discard"), self.discard)],
            closable=True,
        )

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost; says so otherwise."""
        if self.dirty:
            self.remind()
        return not self.dirty

    # -- words ----------------------------------------------------------------------------------

    def _write(self) -> None:
        own = self.stored is not None and not self.stored.shipped
        self.card.set_title(template_word(self.code) or " ", self.tr("own words") if own else "")
        dirty = self.dirty
        guard(self.context, self.save_button, able=dirty)
        guard(self.context, self.reset_button, able=own)
        self.reset_button.setVisible(own)
        self.discard_button.setEnabled(dirty)
        self.dirty_changed.emit(dirty)

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.language.set_choices([("zh", "中文"), ("en", "English")])
        if self.stored is None:
            self.language.set_current(self.context.formats.lang)
        self.language.setAccessibleName(self.tr("Language of the letters"))
        self.field_card.set_title(self.tr("Fields"), self.tr("double-click inserts"))
        self.list.view.setAccessibleName(self.tr("Templates"))
        self.fields.view.setAccessibleName(self.tr("Fields"))
        self.save_button.setText(self.tr("Save"))
        self.discard_button.setText(self.tr("Discard"))
        self.reset_button.setText(self.tr("Shipped words"))
        self.preview_card.set_title(self.tr("As it will read"))
        self._who.setText(self.tr("Customer"))
        self.customer.setAccessibleName(self.tr("Customer to see the letter on"))
        self.paper.setAccessibleName(self.tr("The letter as it will be printed"))
        self.text.setAccessibleName(self.tr("The message"))
        if self.model.rows:
            self.model.set_columns(template_columns())
            self.field_rows.set_columns(field_columns())
        self._write()
