"""The window's language: English stands in the source, Chinese and English plurals in .qm files."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QWidget

from app.resources import path as resource
from app.ui.writing import Writing, use

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES = {"zh": "简体中文", "en": "English"}
_FILES = {"zh": ("zh_CN", "qtbase_zh_CN"), "en": ("en", "")}
_LOCALES = {
    "zh": (QLocale.Language.Chinese, QLocale.Country.China),
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def system_language() -> str:
    """``zh`` where the system's first interface language is Chinese, else ``en``."""
    names = QLocale.system().uiLanguages()
    return "zh" if names and names[0].lower().startswith("zh") else "en"


class Language(QObject):
    """The language in force; open windows change with it at once."""

    language_changed = Signal(str)

    def __init__(self, app: QApplication, code: str = "", writing: Writing | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self._code = ""
        self._writing = writing or Writing()
        use(self._writing)
        self.set(code if code in LANGUAGES else system_language())

    @property
    def code(self) -> str:
        """``zh`` or ``en``."""
        return self._code

    @property
    def locale(self) -> QLocale:
        """The locale calendars and Qt's own texts follow."""
        return QLocale(*_LOCALES[self._code])

    @property
    def writing(self) -> Writing:
        """How the user likes days and figures written."""
        return self._writing

    @property
    def day_pattern(self) -> str:
        """How Qt's fields write a day."""
        return self._writing.pattern(self._code)

    def set_writing(self, writing: Writing) -> None:
        """Write days and figures so from now on; every open widget is told to write its texts again."""
        if writing != self._writing:
            self._writing = writing
            use(writing)
            self._install()

    def set(self, code: str) -> None:
        """Switch to ``zh`` or ``en``; every open widget is told to write its texts again."""
        if code == self._code:
            return
        self._code = code
        self._install()

    def _install(self) -> None:
        QLocale.setDefault(self.locale)
        for old in self._translators:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._translators = [made for made in self._files() if made is not None]
        for new in self._translators:
            self._app.installTranslator(new)
        self.language_changed.emit(self._code)

    def _files(self) -> list[QTranslator | None]:
        ours, base = _FILES[self._code]
        theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return [
            self._load(base, theirs) if base else None,
            self._load(ours, str(resource("i18n"))),
        ]

    def _load(self, name: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self)
        return translator if translator.load(name, folder) else None


class Retranslated(QWidget):
    """A widget that writes its texts in ``retranslate``, at first by hand and again on a switch."""

    def retranslate(self) -> None:
        """Write every text of this widget in the language in force."""

    def changeEvent(self, event: QEvent) -> None:
        """Write the texts again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def retranslate_on(event: QEvent, widget: QWidget) -> None:
    """For classes that cannot derive from ``Retranslated``: call from their ``changeEvent``."""
    if event.type() == QEvent.Type.LanguageChange:
        cast("Retranslated", widget).retranslate()
