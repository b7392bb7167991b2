"""The start screen: the sample company, a new one, an import, an existing file, and recent ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.i18n import LANGUAGES, Retranslated
from app.ui.shell.start_choice import StartChoice
from app.ui.shell.start_side import StartSide
from app.ui.theme import Scheme
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.company_files import RecentFile
    from app.ui.formats import Formats
    from app.ui.i18n import Language
    from app.ui.theme import Theme

_NARROW = 1180
_RECENT_SHOWN = 6


class StartPage(Retranslated):
    """Emits what the user chose; the window does it."""

    sample = Signal()
    new = Signal()
    bring_in = Signal()
    browse = Signal()
    chosen = Signal(object)
    forgotten = Signal(object)
    shortcuts = Signal()
    help = Signal()
    scheme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, version: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._formats: Formats | None = None
        self._recent: Sequence[RecentFile] = ()
        self.setProperty("area", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._version = version
        self.message = MessageStrip(theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._side = StartSide(theme)
        layout.addWidget(self._side, 7)
        layout.addWidget(self._build_main(), 11)
        for number, choice in enumerate(self._choices, start=1):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(choice.click)
        self.retranslate()

    # -- right: what to do ----------------------------------------------------------------------

    def _build_main(self) -> QWidget:
        theme = self._theme
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(64, 48, 64, 24)
        self._column.setSpacing(8)
        self._column.addLayout(self._build_switches())
        self._column.addSpacing(12)
        self._column.addWidget(self.message)
        self._choices = [
            StartChoice(theme, "star", default=True),
            StartChoice(theme, "plus"),
            StartChoice(theme, "table"),
            StartChoice(theme, "folder"),
        ]
        signals = (self.sample, self.new, self.bring_in, self.browse)
        for choice, signal in zip(self._choices, signals, strict=True):
            choice.clicked.connect(lambda _on=False, signal=signal: signal.emit())
            self._column.addWidget(choice)
        self._column.addSpacing(16)
        self._recent_title = label("", "bodyStrong")
        self._column.addWidget(self._recent_title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self._column.addSpacing(8)
        self._column.addWidget(self._build_drop())
        self._column.addStretch(1)
        self._column.addLayout(self._build_foot())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _build_switches(self) -> QHBoxLayout:
        self._title = label("", "page")
        self._languages = Segmented()
        self._languages.set_choices(list(LANGUAGES.items()))
        self._languages.set_current(self._language.code)
        self._languages.chosen.connect(self.language_chosen)
        self._schemes = Segmented()
        self._schemes.chosen.connect(self.scheme_chosen)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._languages)
        row.addWidget(self._schemes)
        return row

    def _build_drop(self) -> QFrame:
        self._drop = QFrame()
        self._drop.setProperty("area", "drop")
        self._drop.setMinimumHeight(60)
        row = QHBoxLayout(self._drop)
        row.setSpacing(10)
        icon = QLabel()
        self._theme.picture(icon, "download", "textSecondary")
        self._drop_text = label("", "body", "secondary")
        row.addStretch(1)
        row.addWidget(icon)
        row.addWidget(self._drop_text)
        row.addStretch(1)
        return self._drop

    def _build_foot(self) -> QHBoxLayout:
        self._version_text = label("", "small", "secondary")
        self._keys = button(self._theme, "", "link", run=self.shortcuts.emit)
        self._help = button(self._theme, "", "link", run=self.help.emit)
        row = QHBoxLayout()
        row.addWidget(self._version_text, 1)
        row.addWidget(self._help)
        row.addWidget(self._keys)
        return row

    # -- content --------------------------------------------------------------------------------

    def set_recent(self, files: Sequence[RecentFile], formats: Formats) -> None:
        """Show files opened before, newest first."""
        self._recent, self._formats = files[:_RECENT_SHOWN], formats
        self._show_recent()

    def _show_recent(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(self._recent))
        if self._formats is None:
            return
        from app.ui.shell.recent_row import RecentRow  # noqa: PLC0415 - comes after the first paint

        for file in self._recent:
            row = RecentRow(self._theme, self._formats, file)
            row.clicked.connect(lambda _on=False, file=file: self.chosen.emit(file.path))
            row.forgotten.connect(self.forgotten)
            self._rows.addWidget(row)

    def set_hot(self, *, hot: bool) -> None:
        """A file is being dragged over the window."""
        self._drop.setProperty("hot", hot)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)

    def set_waiting(self, *, waiting: bool) -> None:
        """A file is being opened: no second choice meanwhile."""
        for choice in self._choices:
            choice.setEnabled(not waiting)

    def showEvent(self, event: object) -> None:
        """The default choice has the keyboard."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: object) -> None:
        """A narrow window gives its room to the choices."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._side.setVisible(self.width() >= _NARROW - 200)
        tight = self.width() < _NARROW or self.height() < 800  # noqa: PLR2004 - a small window
        edge = 32 if tight else 64
        self._column.setContentsMargins(edge, 28 if tight else 56, edge, 16)
        self._side.set_edge(edge, 40 if tight else 64)

    def retranslate(self) -> None:
        """Every text of the screen."""
        self._title.setText(self.tr("Start here"))
        self._languages.setAccessibleName(self.tr("Language"))
        self._languages.set_current(self._language.code)
        self._schemes.setAccessibleName(self.tr("Colours"))
        self._schemes.set_choices(
            [
                (Scheme.SYSTEM, self.tr("System")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            ]
        )
        self._schemes.set_current(self._theme.scheme)
        texts = (
            (
                self.tr("Open the sample company"),
                self.tr("60 customers over two years; try anything, it is a copy"),
            ),
            (self.tr("New company"), self.tr("Name, base currency and usual terms: about two minutes")),
            (self.tr("Import from Excel or CSV"), self.tr("The open items your accounting program exports")),
            (self.tr("Open an existing file"), self.tr("A .holdfast file or a saved copy")),
        )
        for choice, (title, detail) in zip(self._choices, texts, strict=True):
            choice.say(title, detail)
        self._recent_title.setText(self.tr("Recent"))
        self._drop_text.setText(self.tr("Or drop an .xlsx, .csv or .holdfast file here"))
        self._version_text.setText(self.tr("Version {version}").format(version=self._version))
        self._keys.setText(self.tr("Keyboard shortcuts"))
        self._help.setText(self.tr("Help"))
        self._show_recent()
