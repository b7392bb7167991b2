"""The application's style sheet, written from the theme's tokens."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.theme import Theme

_COLORS = (
    "window surface raised sunken border borderStrong divider text textSecondary textTertiary "
    "textDisabled textOnAccent accent accentHover accentPressed accentTint accentText selection "
    "rowHover focusRing"
).split()
_STYLES = ("caption", "small", "body", "section", "page", "kpi", "dial")
_TONES = ("good", "warn", "danger", "info", "neutral")

_TEXT = """
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[tone="secondary"] { color: $textSecondary; }
QLabel[tone="tertiary"] { color: $textTertiary; }
QLabel[tone="accent"] { color: $accentText; }
QLabel[link="true"] { color: $accentText; }
QMainWindow, QDialog, QWidget[area="window"] { background: $window; }
QWidget[area="nav"] { background: $sunken; border: none; border-right: 1px solid $border; }
QWidget[area="surface"] { background: $surface; }
QFrame[area="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[area="card"]:focus { border: 2px solid $focusRing; }
QFrame[area="drawer"] { background: $surface; border: none; border-left: 1px solid $border; }
QFrame[area="bar"] { background: $surface; border: none; border-top: 1px solid $borderStrong; }
QFrame[area="toast"] { background: $raised; border: 1px solid $borderStrong; border-radius: 6px; }
QFrame[area="line"] { background: $divider; border: none; max-height: 1px; min-height: 1px; }
QFrame[area="rule"] { background: $borderStrong; border: none; max-height: 1px; min-height: 1px; }
QFrame[area="drop"] { background: transparent; border: 1px dashed $borderStrong; border-radius: 6px; }
QFrame[area="drop"][hot="true"] { background: $accentTint; border: 2px dashed $accent; }
QFrame[area="well"] { background: $sunken; border: none; border-radius: 6px; }
"""

_BUTTONS = """
QPushButton, QToolButton[kind] {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 4px;
  padding: 0 12px; min-height: 30px; }
QToolButton[kind="icon"] { padding: 0; min-width: 30px; border-color: transparent; background: transparent; }
QToolButton[kind="icon"]:hover { background: $rowHover; border-color: $border; }
QPushButton[kind="normal"], QToolButton[kind="normal"] { border-color: $borderStrong; }
QPushButton:hover, QToolButton[kind]:hover { background: $rowHover; border-color: $borderStrong; }
QPushButton:pressed, QToolButton[kind]:pressed { background: $sunken; }
QPushButton[kind="primary"] {
  background: $accent; color: $textOnAccent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accentHover; border-color: $accentHover; }
QPushButton[kind="primary"]:pressed { background: $accentPressed; border-color: $accentPressed; }
QPushButton[kind="danger"] { color: $dangerText; border-color: $dangerFill; }
QPushButton[kind="link"], QToolButton[kind="link"] {
  background: transparent; border: 1px solid transparent; color: $accentText; padding: 0 4px;
  min-height: 26px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton:focus, QToolButton[kind]:focus { border: 2px solid $focusRing; padding: 0 11px; }
QPushButton[kind="link"]:focus { border: 2px solid $focusRing; padding: 0 3px; }
QToolButton[kind="icon"]:focus { border: 2px solid $focusRing; padding: 0; min-width: 28px; }
QPushButton[kind="primary"]:focus { border: 3px double $textOnAccent; padding: 0 10px; }
QPushButton:disabled, QToolButton[kind]:disabled {
  background: $sunken; color: $textDisabled; border: 1px solid $border; padding: 0 12px; }
QPushButton[kind="link"]:disabled { background: transparent; border-color: transparent; padding: 0 4px; }
QToolButton[kind="icon"]:disabled { background: transparent; border-color: transparent; padding: 0; }
QPushButton[small="true"], QToolButton[small="true"] { min-height: 26px; padding: 0 8px; }
QToolButton[kind="icon"][small="true"] { min-width: 24px; min-height: 24px; padding: 0; }
QToolButton[kind="icon"][small="true"]:focus { min-width: 22px; min-height: 22px; padding: 0; }
QToolButton[kind]::menu-indicator { image: none; }
QToolButton[segment] {
  background: $surface; color: $textSecondary; border: 1px solid $borderStrong; border-left: none;
  padding: 0 13px; min-height: 30px; max-height: 30px; }
QToolButton[segment="first"], QToolButton[segment="only"] {
  border-left: 1px solid $borderStrong; border-top-left-radius: 4px; border-bottom-left-radius: 4px; }
QToolButton[segment="last"], QToolButton[segment="only"] {
  border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QToolButton[segment]:hover { background: $rowHover; color: $text; }
QToolButton[segment]:checked { background: $accentTint; color: $accentText; font-weight: 600; }
QToolButton[segment]:focus {
  border: 2px solid $focusRing; padding: 0 12px; min-height: 28px; max-height: 28px; }
QToolButton[segment]:disabled { color: $textDisabled; }
"""

_FIELDS = """
QLineEdit, QComboBox, QDateEdit, QSpinBox, QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $borderStrong; border-radius: 4px;
  padding: 0 8px; min-height: 30px; selection-background-color: $accent;
  selection-color: $textOnAccent; placeholder-text-color: $textTertiary; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QTextBrowser[area="reader"] { border: none; border-radius: 0; padding: 0; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit:focus,
QTextEdit:focus {
  border: 2px solid $focusRing; padding: 0 7px; min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 5px; }
QLineEdit[state="error"], QComboBox[state="error"], QDateEdit[state="error"] {
  border: 1px solid $dangerFill; }
QLineEdit[state="error"]:focus, QDateEdit[state="error"]:focus { border: 2px solid $dangerFill; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled,
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {
  background: $sunken; color: $textSecondary; border-color: $border; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
  border: none; background: transparent; padding: 0; min-height: 24px; }
QDateEdit[bare="true"], QDateEdit[bare="true"]:focus {
  border: none; background: transparent; padding: 0; min-height: 24px; font-weight: 600; }
QDateEdit QLineEdit, QDateEdit QLineEdit:focus, QSpinBox QLineEdit, QSpinBox QLineEdit:focus,
QComboBox QLineEdit, QComboBox QLineEdit:focus {
  border: none; background: transparent; padding: 0; min-height: 0; }
QPlainTextEdit[code="true"], QPlainTextEdit[code="true"]:focus { padding: 0; }
QFrame[area="field"] { background: $surface; border: 1px solid $borderStrong; border-radius: 4px; }
QFrame[area="field"][focused="true"] { border: 2px solid $focusRing; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($glyph_down); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url($glyph_down_off); }
QDateEdit[bare="true"]::drop-down { width: 0; }
QDateEdit[bare="true"]::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
  background: $raised; color: $text; border: 1px solid $borderStrong; outline: none;
  selection-background-color: $selection; selection-color: $text; padding: 4px 0; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {
  width: 0; border: none; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accentText; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
  width: 14px; height: 14px; border: 1px solid $borderStrong; border-radius: 3px; background: $surface; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focusRing;
  width: 12px; height: 12px; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent; border-color: $accent; image: url($glyph_check); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url($glyph_minus); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox::indicator:disabled,
QRadioButton::indicator:disabled { background: $sunken; border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $borderStrong; border-color: $borderStrong; }
"""

_VIEWS = """
QMenu { background: $raised; color: $text; border: 1px solid $borderStrong; padding: 4px 0; }
QMenu::item { padding: 6px 28px 6px 28px; background: transparent; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $textDisabled; }
QMenu::separator { height: 1px; background: $divider; margin: 4px 0; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::indicator:checked { image: url($glyph_tick); }
QMenuBar { background: $sunken; color: $text; border-bottom: 1px solid $border; padding: 0 8px; }
QMenuBar::item { padding: 5px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $selection; }
QStatusBar { background: $sunken; color: $textSecondary; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $textSecondary; }
QScrollArea { background: transparent; border: none; }
QTableView, QListView, QTreeView {
  background: $surface; color: $text; border: none; outline: none;
  selection-background-color: $selection; selection-color: $text; }
QListView[area="rail"] { background: $window; }
QListView::item { min-height: 32px; padding: 0 8px; }
QListView::item:hover { background: $rowHover; }
QListView::item:selected { background: $selection; color: $text; }
QTableView QTableCornerButton::section { background: $surface; border: none; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $textSecondary; border: none; border-bottom: 1px solid $border;
  padding: 0 8px; font-size: ${small}pt; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $borderStrong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab {
  background: transparent; color: $textSecondary; border: none; border-bottom: 2px solid transparent;
  padding: 0 4px; margin-right: 16px; min-height: 36px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { color: $accentText; }
QProgressBar { background: $sunken; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: none; padding: 4px 8px; }
QCalendarWidget QToolButton:hover { background: $selection; border-radius: 4px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url($glyph_left); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url($glyph_right); }
QCalendarWidget QSpinBox { min-height: 22px; }
QCalendarWidget QAbstractItemView { background: $surface; color: $text;
  selection-background-color: $accent; selection-color: $textOnAccent; }
QCalendarWidget QAbstractItemView:disabled { color: $textDisabled; }
"""


def _typography(theme: Theme) -> str:
    rules = [f'QLabel[type="{name}"] {{ font-size: {theme.points(name)}pt; }}' for name in _STYLES]
    strong = ("section", "page", "kpi", "dial", "bodyStrong")
    rules += [f'QLabel[type="{name}"] {{ font-weight: {theme.font(name).weight()}; }}' for name in strong]
    bold = theme.font("bodyStrong").weight()
    rules.append(f'QLabel[strong="true"] {{ font-weight: {bold}; }}')
    rules += [f'QLabel[tone="{tone}"] {{ color: {theme.hex(f"status.{tone}.text")}; }}' for tone in _TONES]
    return "\n".join(rules)


def build(theme: Theme, glyphs: Mapping[str, str]) -> str:
    """The whole style sheet for the theme's present colours; ``glyphs`` are small image files."""
    values = {name: theme.hex(name) for name in _COLORS}
    values |= {name: str(theme.points(name)) for name in _STYLES}
    values |= {f"glyph_{name.replace('-', '_')}": path for name, path in glyphs.items()}
    values |= {
        "scroll": theme.hex("chart.muted"),
        "dangerFill": theme.hex("status.danger.fill"),
        "dangerText": theme.hex("status.danger.text"),
    }
    sheet = Template(_TEXT + _BUTTONS + _FIELDS + _VIEWS).substitute(values)
    return sheet + _typography(theme)
