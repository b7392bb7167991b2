"""The menu bar and its commands; the same commands fill the palette and the sheet of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from app.ui.i18n import LANGUAGES
from app.ui.shell import acting, mnemonics
from app.ui.shell.commands import Command, Commands
from app.ui.theme import Density, Scheme
from app.ui.widgets.labels import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.services.company_files import RecentFile
    from app.ui.pages import PageSpec
    from app.ui.shell.main_window import MainWindow

translate = QCoreApplication.translate


def declare(window: MainWindow, specs: Sequence[PageSpec]) -> Commands:
    """All commands of the window."""
    commands = Commands(window)
    for command in (*_file(window), *_edit(window), *_view(window, specs), *_help(window)):
        window.addAction(commands.add(command))
    return commands


def _file(window: MainWindow) -> list[Command]:
    company = window.has_company
    return [
        Command("new", "file", lambda: translate("Menu", "New company…"), window.new_company, "Ctrl+Shift+N"),
        Command("open", "file", lambda: translate("Menu", "Open…"), window.browse, "Ctrl+O"),
        Command("sample", "file", lambda: translate("Menu", "Open the sample company"), window.open_sample),
        Command(
            "copy",
            "file",
            lambda: translate("Menu", "Save a copy…"),
            window.save_copy,
            "Ctrl+S",
            company,
            separated=True,
        ),
        Command(
            "export",
            "file",
            lambda: translate("Menu", "Export the list…"),
            lambda: acting.export(window),
            "Ctrl+E",
            company,
        ),
        Command(
            "backups",
            "file",
            lambda: translate("Menu", "Backups…"),
            window.show_backups,
            enabled=window.has_backups,
        ),
        *_who(window),
        Command(
            "close",
            "file",
            lambda: translate("Menu", "Close company"),
            window.close_company,
            "Ctrl+W",
            company,
        ),
        Command(
            "quit",
            "file",
            lambda: translate("Menu", "Quit"),
            window.close,
            "Ctrl+Q",
            separated=True,
            role=QAction.MenuRole.QuitRole,
        ),
    ]


def _who(window: MainWindow) -> list[Command]:
    """Who gets at the open company."""
    return [
        Command(
            "protection",
            "file",
            lambda: translate("Menu", "Password and recovery…"),
            lambda: window.lock.show_protection(),  # noqa: PLW0108 - made when first needed
            enabled=window.has_backups,
        ),
        Command(
            "desk",
            "file",
            lambda: translate("Menu", "Change who works here…"),
            lambda: window.desk.ask(),  # noqa: PLW0108 - made when first needed
            enabled=lambda: window.has_company() and window.desk.asks(),
        ),
        Command(
            "lock",
            "file",
            lambda: translate("Menu", "Lock now"),
            lambda: window.lock.lock(),  # noqa: PLW0108 - made when first needed
            "Ctrl+Shift+H",
            lambda: window.has_company() and window.lock.can_lock(),
        ),
    ]


def _edit(window: MainWindow) -> list[Command]:
    company, writable = window.has_company, window.can_write
    return [
        Command("undo", "edit", lambda: translate("Menu", "Undo"), window.undo, "Ctrl+Z", writable),
        Command("redo", "edit", lambda: translate("Menu", "Redo"), window.redo, "Ctrl+Y", writable),
        Command(
            "find", "edit", lambda: translate("Menu", "Find"), window.find_in_page, "Ctrl+F", company,
            separated=True,
        ),
        Command(
            "edit_row", "edit", lambda: translate("Menu", "Edit what is chosen…"),
            lambda: acting.edit(window), "F2", company,
        ),
        Command(
            "letter", "edit", lambda: translate("Menu", "Write a letter…"), window.write_letter, "Ctrl+L",
            company,
        ),
        Command(
            "order_check", "edit", lambda: translate("Menu", "Check an order: may I ship?"),
            lambda: _check_order(window), "Ctrl+Shift+K", company,
        ),
        Command(
            "palette",
            "edit",
            lambda: translate("Menu", "Go to customer, invoice or command…"),
            window.open_palette,
            "Ctrl+K",
        ),
    ]  # fmt: skip


def _check_order(window: MainWindow) -> None:
    """Ask about the customer whose file is open, else about nobody yet."""
    place = window.navigator.place
    customer_id = place.params.get("customer_id") if place is not None and place.key == "customers" else None
    known = {"customer_id": customer_id} if customer_id else {}
    window.go_to("credit", tab="check", view="ask", **known)


def _view(window: MainWindow, specs: Sequence[PageSpec]) -> list[Command]:
    company = window.has_company
    pages = [
        Command(f"page.{spec.key}", "view", spec.title, _going(window, spec.key), spec.shortcut, company)
        for spec in specs
    ]
    return [
        *pages,
        Command(
            "back", "view", lambda: translate("Menu", "Back"), window.go_back, "Alt+Left", company,
            separated=True,
        ),
        Command(
            "forward", "view", lambda: translate("Menu", "Forward"), window.go_forward, "Alt+Right", company,
        ),
        Command(
            "read_again", "view", lambda: translate("Menu", "Read again"), lambda: acting.read_again(window),
            "F5", company,
        ),
        Command(
            "regions", "view", lambda: translate("Menu", "Next area"), window.next_region, "F6",
        ),
        Command(
            "regions.back", "view", lambda: translate("Menu", "Previous area"), window.previous_region,
            "Shift+F6",
        ),
    ]  # fmt: skip


def _going(window: MainWindow, key: str) -> Callable[[], None]:
    return lambda: window.go_to(key)


def _help(window: MainWindow) -> list[Command]:
    return [
        Command("help", "help", lambda: translate("Menu", "Help on this page"), window.help.open_here, "F1"),
        Command(
            "playbook",
            "help",
            lambda: translate("Menu", "Playbook of credit control"),
            lambda: window.help.open("playbook.know", wide=True),
        ),
        Command(
            "figures",
            "help",
            lambda: translate("Menu", "Key figures explained"),
            lambda: window.help.open("guide.figures", wide=True),
        ),
        Command(
            "glossary",
            "help",
            lambda: translate("Menu", "Glossary"),
            lambda: window.help.open("guide.glossary", wide=True),
        ),
        Command(
            "tour",
            "help",
            lambda: translate("Menu", "Guided tour of the sample company"),
            window.help.begin_tour,
            separated=True,
        ),
        Command(
            "shortcuts",
            "help",
            lambda: translate("Menu", "Keyboard shortcuts"),
            window.show_shortcuts,
            "Ctrl+/",
        ),
        Command(
            "about",
            "help",
            lambda: translate("Menu", "About Holdfast"),
            window.show_about,
            separated=True,
            role=QAction.MenuRole.AboutRole,
        ),
    ]


class MainMenu:
    """Fills the menu bar, and again in another language."""

    def __init__(self, window: MainWindow, commands: Commands, bar: QMenuBar) -> None:
        self._window, self._commands, self._bar = window, commands, bar
        self._recent: Sequence[RecentFile] = ()
        self.retranslate()

    def set_recent(self, files: Sequence[RecentFile]) -> None:
        """Files of the submenu; missing ones are greyed."""
        self._recent = files
        self.retranslate()

    def retranslate(self) -> None:
        """Write the whole menu bar."""
        self._commands.retranslate()
        for action in self._bar.actions():
            if (old := action.menu()) is not None:
                old.deleteLater()
        self._bar.clear()
        titles = {
            "file": translate("Menu", "&File"),
            "edit": translate("Menu", "&Edit"),
            "view": translate("Menu", "&View"),
            "page": translate("Menu", "&Page"),
            "help": translate("Menu", "&Help"),
        }
        for key, title in titles.items():
            menu = QMenu(title, self._bar)
            self._bar.addMenu(menu)
            menu.aboutToShow.connect(self._commands.refresh)
            if key == "page":
                menu.aboutToShow.connect(lambda menu=menu: self._fill_page(menu))
                mnemonics.follow(menu)
                self._fill_page(menu)
                continue
            mnemonics.follow(menu)
            for command, action in self._commands.in_menu(key):
                if command.separated:
                    menu.addSeparator()
                menu.addAction(action)
                if command.key == "open":
                    menu.addMenu(self._recent_menu(menu))
            if key == "view":
                self._add_looks(menu)

    def _fill_page(self, menu: QMenu) -> None:
        menu.clear()
        actions = self._window.page_actions()
        menu.addActions(list(actions))
        if not actions:
            nothing = menu.addAction(translate("Menu", "No commands on this page"))
            nothing.setEnabled(False)

    def _recent_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(translate("Menu", "Open recent"), parent)
        menu.setEnabled(bool(self._recent))
        for file in self._recent:
            action = menu.addAction(literal(str(file.path)))
            action.setEnabled(file.exists)
            action.triggered.connect(lambda _on=False, path=file.path: self._window.open_path(path))
        return menu

    def _add_looks(self, menu: QMenu) -> None:
        window = self._window
        menu.addSeparator()
        schemes = (
            (Scheme.SYSTEM, translate("Menu", "As the system")),
            (Scheme.LIGHT, translate("Menu", "Light")),
            (Scheme.DARK, translate("Menu", "Dark")),
        )
        _choice(menu, translate("Menu", "Colours"), schemes, window.theme.scheme, window.choose_scheme)
        densities = (
            (Density.COMPACT, translate("Menu", "Compact")),
            (Density.DEFAULT, translate("Menu", "Normal")),
            (Density.COMFORTABLE, translate("Menu", "Comfortable")),
        )
        _choice(menu, translate("Menu", "Row height"), densities, window.theme.density, window.choose_density)
        languages = LANGUAGES.items()
        _choice(menu, translate("Menu", "Language"), languages, window.language.code, window.choose_language)


def _choice(
    parent: QMenu,
    title: str,
    choices: Iterable[tuple[str, str]],
    current: str,
    choose: Callable[[str], None],
) -> None:
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for key, text in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(key == current)
        action.setActionGroup(group)
        action.triggered.connect(lambda _on=False, key=key: choose(key))
    parent.addMenu(menu)
