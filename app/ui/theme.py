"""One theme for the whole window: colours, sizes and type read from the design tokens."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from app.resources import path as resource
from app.ui import fonts, icons, motion, stylesheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QIcon, QPixmap
    from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

    from app.ui.i18n import Language

_AGES = ("d1_30", "d31_60", "d61_90", "d90p")


class Scheme(StrEnum):
    """Which colours the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """How far colours stand apart."""

    SYSTEM = "system"
    NORMAL = "normal"
    HIGH = "high"


class Density(StrEnum):
    """How high table rows are."""

    COMPACT = "compact"
    DEFAULT = "default"
    COMFORTABLE = "comfortable"


class AgeColors(NamedTuple):
    """The four colours of one aging bucket."""

    fill: QColor
    on_fill: QColor
    tint: QColor
    text: QColor


class Theme(QObject):
    """The tokens in the scheme in force; says when colours, density or motion change."""

    themeChanged = Signal()  # noqa: N815 - Qt's way of naming signals
    densityChanged = Signal()  # noqa: N815 - Qt's way of naming signals

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._tokens = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._density = Density.DEFAULT
        self._still: bool | None = None
        self._scheme, self._contrast = scheme, Contrast.SYSTEM
        fonts.register()
        self.families = fonts.families(self._tokens["font"]["ui"], "zh")
        app.setFont(self.font("body"))
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_change)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_system_contrast)
        self._follow()
        self._apply()

    @property
    def app(self) -> QApplication:
        """The application it dresses."""
        return self._app

    def follow(self, language: Language) -> None:
        """Set its words in the face of the language in force, now and after a switch."""
        self._speak(language.code)
        language.language_changed.connect(self._speak)

    def _speak(self, lang: str) -> None:
        wanted = fonts.families(self._tokens["font"]["ui"], lang)
        if wanted != self.families:
            self.families = wanted
            self._fonts.clear()
            self._app.setFont(self.font("body"))

    # -- choice ---------------------------------------------------------------------------------

    @property
    def scheme(self) -> Scheme:
        """The user's choice."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self._scheme is Scheme.SYSTEM:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose light, dark or the system's."""
        if scheme is self._scheme:
            return
        self._scheme = scheme
        self._follow()
        self._apply()
        self.themeChanged.emit()

    @property
    def contrast(self) -> Contrast:
        """The user's choice."""
        return self._contrast

    @property
    def high(self) -> bool:
        """Whether the colours of high contrast are in force."""
        if self._contrast is Contrast.SYSTEM:
            return self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        return self._contrast is Contrast.HIGH

    def set_contrast(self, contrast: Contrast) -> None:
        """Choose high contrast, none, or what the system asks for."""
        before = self.high
        self._contrast = contrast
        if self.high is not before:
            self._apply()
            self.themeChanged.emit()

    @property
    def colors(self) -> str:
        """Name of the colours in force: ``light``, ``dark``, ``lightHigh`` or ``darkHigh``."""
        return ("dark" if self.dark else "light") + ("High" if self.high else "")

    @property
    def density(self) -> Density:
        """How high table rows are."""
        return self._density

    def set_density(self, density: Density) -> None:
        """Choose the row height of all tables."""
        if density is not self._density:
            self._density = density
            self.densityChanged.emit()

    @property
    def row_height(self) -> int:
        """Height of a table row in pixels."""
        return self.size(f"row.{self._density}")

    @property
    def animated(self) -> bool:
        """Whether widgets may move: off where the system asks for reduced motion."""
        if self._still is None:
            self._still = motion.reduced()
        return not self._still

    def duration(self, name: str = "normal") -> int:
        """Length of a motion in milliseconds, 0 where motion is reduced."""
        return int(self._tokens["motion"][name]) if self.animated else 0

    # -- tokens ---------------------------------------------------------------------------------

    def hex(self, path: str) -> str:
        """A colour token such as ``accent`` or ``aging.notDue.fill`` as #RRGGBB."""
        node: object = self._tokens["color"][self.colors]
        for part in path.split("."):
            node = cast("Mapping[str, object]", node)[part]
        return str(node)

    def color(self, path: str) -> QColor:
        """A colour token as a QColor (shared: do not change it)."""
        found = self._colors.get(path)
        if found is None:
            found = self._colors[path] = QColor(self.hex(path))
        return found

    def size(self, path: str) -> int:
        """A size token in logical pixels, such as ``nav.wide``."""
        return self._number("size", path)

    def space(self, name: str) -> int:
        """A space token in logical pixels, ``xxs`` to ``xxl``."""
        return self._number("space", name)

    def radius(self, name: str) -> int:
        """A corner radius in logical pixels."""
        return self._number("radius", name)

    def breakpoint(self, name: str) -> int:
        """A window width below which the layout changes."""
        return self._number("breakpoint", name)

    def _number(self, group: str, path: str) -> int:
        node: object = self._tokens[group]
        for part in path.split("."):
            node = cast("Mapping[str, object]", node)[part]
        return int(cast("int", node))

    def font(self, style: str) -> QFont:
        """A type style such as ``body``, ``bodyStrong`` or ``page``, with tabular figures."""
        found = self._fonts.get(style)
        if found is None:
            spec = self._tokens["type"][style]
            found = self._fonts[style] = fonts.make(self.families, spec["pt"], spec["weight"])
        return found

    def points(self, style: str) -> float:
        """The point size of a type style on this system."""
        return self.font(style).pointSizeF()

    # -- derived colours ------------------------------------------------------------------------

    def mix(self, base: QColor, over: QColor, share: float) -> QColor:
        """``base`` with ``share`` (0..1) of ``over`` laid on it."""
        rest = 1 - share
        return QColor(
            round(base.red() * rest + over.red() * share),
            round(base.green() * rest + over.green() * share),
            round(base.blue() * rest + over.blue() * share),
        )

    def age(self, bucket: int, buckets: int) -> AgeColors:
        """Colours of a bucket (0 is not due) where ``buckets`` overdue ones share the ramp."""
        if bucket <= 0:
            return self._age_of("notDue")
        place = (bucket - 1) / (buckets - 1) * (len(_AGES) - 1) if buckets > 1 else 0.0
        low = min(int(place), len(_AGES) - 1)
        part = place - low
        first = self._age_of(_AGES[low])
        if part == 0:
            return first
        second = self._age_of(_AGES[low + 1])
        nearer = first if part < 0.5 else second  # noqa: PLR2004 - the nearer of two
        return AgeColors(
            self.mix(first.fill, second.fill, part),
            nearer.on_fill,
            self.mix(first.tint, second.tint, part),
            nearer.text,
        )

    def _age_of(self, name: str) -> AgeColors:
        parts = ("fill", "onFill", "tint", "text")
        return AgeColors(*(self.color(f"aging.{name}.{part}") for part in parts))

    def heat(self, tint: QColor, ratio: float) -> QColor:
        """Fill of a heat cell: surface mixed with the bucket's tint by 0.24 + 0.76·√ratio."""
        return self.mix(self.color("surface"), tint, 0.24 + 0.76 * min(1.0, max(ratio, 0.0)) ** 0.5)

    # -- icons ----------------------------------------------------------------------------------

    def pixmap(self, name: str, role: str = "text", size: int = 16) -> QPixmap:
        """A line icon in a colour token, sharp on every screen."""
        return icons.pixmap(name, self.hex(role), size, self._app.devicePixelRatio())

    def icon(self, name: str, role: str = "text", size: int = 16, gap: int = 0) -> QIcon:
        """A line icon in a colour token with its disabled shade, and air at its right."""
        ratio = self._app.devicePixelRatio()
        return icons.icon(name, self.hex(role), self.hex("textDisabled"), size, ratio, gap)

    def dress(self, button: QAbstractButton, name: str, role: str = "text") -> None:
        """Give a button an icon that follows the theme."""
        button.setProperty("iconName", name)
        button.setProperty("iconRole", role)
        icons.put(button, self, name, role)

    def picture(self, label: QLabel, name: str, role: str = "text", size: int = 16) -> None:
        """Show an icon in a label and keep it in the theme's colour."""
        label.setProperty("iconName", name)
        label.setProperty("iconRole", role)
        label.setProperty("iconSize", size)
        label.setPixmap(self.pixmap(name, role, size))

    # -- application ----------------------------------------------------------------------------

    def _follow(self) -> None:
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        if self._scheme in wanted:
            self._hints.setColorScheme(wanted[self._scheme])
        else:
            self._hints.unsetColorScheme()

    def _on_system_change(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()
            self.themeChanged.emit()

    def _on_system_contrast(self) -> None:
        if self._contrast is Contrast.SYSTEM:
            self._apply()
            self.themeChanged.emit()

    def _apply(self) -> None:
        self._colors.clear()
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(stylesheet.build(self, icons.glyphs(self.colors)))
        for widget in self._app.allWidgets():
            icons.redress(widget, self)

    def _palette(self) -> QPalette:
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "sunken",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.BrightText: "textOnAccent",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "textOnAccent",
            QPalette.ColorRole.Accent: "accent",
            QPalette.ColorRole.Link: "accentText",
            QPalette.ColorRole.LinkVisited: "accentText",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.PlaceholderText: "textTertiary",
            QPalette.ColorRole.Mid: "border",
            QPalette.ColorRole.Dark: "borderStrong",
        }
        palette = QPalette()
        for role, token in roles.items():
            palette.setColor(role, self.color(token))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.WindowText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("textDisabled"))
        return palette
