"""Whether the user asked their system for less motion."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication


def reduced() -> bool:
    """Whether windows should not slide: Windows' effects, macOS' and GTK's own switches."""
    if sys.platform == "win32":
        return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    if sys.platform == "darwin":
        plist = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
        stored = QSettings(str(plist), QSettings.Format.NativeFormat)
        return str(stored.value("reduceMotion", "0")) in {"1", "true"}
    gtk = QSettings(str(Path.home() / ".config/gtk-4.0/settings.ini"), QSettings.Format.IniFormat)
    return str(gtk.value("Settings/gtk-enable-animations", "1")) in {"0", "false"}
