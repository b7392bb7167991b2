"""Every text is a plain literal, translated, with the same placeholders, and compiled."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.formats import Formats
from app.ui.i18n import Language
from app.ui.shell.nav import Nav
from app.ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "app" / "ui").rglob("*.py"))
_FIELD = re.compile(r"\{[a-z_]*\}|%n")


def calls(path: Path) -> list[tuple[int, list[ast.expr]]]:
    """Lines and texts of every call that asks for a translation."""
    tree = ast.parse(path.read_text("utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    own = [(call.lineno, call.args[:1]) for call in found if _is(call, "tr")]
    return own + [(call.lineno, call.args[:2]) for call in found if _is(call, "translate")]


def _is(call: ast.Call, name: str) -> bool:
    """``self.tr``; ``translate`` or ``QCoreApplication.translate``, but no rectangle's own."""
    match call.func:
        case ast.Name(id=found):
            return found == name
        case ast.Attribute(value=ast.Name(id=owner), attr=found):
            return found == name and (name == "tr" or owner == "QCoreApplication")
        case _:
            return False


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_texts_are_plain_literals(path: Path) -> None:
    for line, texts in calls(path):
        for text in texts:
            literal = isinstance(text, ast.Constant) and isinstance(text.value, str)
            assert literal, f"{path.name}:{line}: the text must be a plain literal"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_stands_inside_an_f_string(path: Path) -> None:
    """The extractor of translations does not look into them."""
    for written in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(written, ast.JoinedStr):
            asked = [
                call.lineno for call in ast.walk(written) if isinstance(call, ast.Call) and _is(call, "tr")
            ]
            assert not asked, f"{path.name}:{asked}: take the text out of the f-string"


def messages() -> list[tuple[str, str, str]]:
    root = ET.parse(ROOT / "resources" / "i18n" / "zh_CN.ts").getroot()  # noqa: S314 - our own file
    rows = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            node = message.find("translation")
            assert node is not None
            forms = [form.text or "" for form in node.findall("numerusform")] or [node.text or ""]
            rows += [
                (context.findtext("name") or "", message.findtext("source") or "", text) for text in forms
            ]
    return rows


def test_chinese_has_the_same_placeholders() -> None:
    for context, source, text in messages():
        assert set(_FIELD.findall(source)) == set(_FIELD.findall(text)), f"{context}: {source}"


def test_nothing_is_missing_or_out_of_date() -> None:
    call = [sys.executable, str(ROOT / "packaging" / "translations.py"), "--check"]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_open_widget_changes_its_language_at_once(qtbot: QtBot, theme: Theme, language: Language) -> None:
    nav = Nav(theme, ())
    qtbot.addWidget(nav)
    assert nav.accessibleName() == "Navigation"
    language.set("zh")
    qtbot.waitUntil(lambda: nav.accessibleName() == "导航")


@pytest.mark.parametrize(("count", "text"), [(1, "and 1 more row"), (3, "and 3 more rows")])
def test_english_knows_the_plural(language: Language, count: int, text: str) -> None:
    from PySide6.QtCore import QCoreApplication

    del language
    assert QCoreApplication.translate("HistoryPage", "and %n more row(s)", "", count) == text


def test_numbers_and_days_follow_the_language(language: Language, formats: Formats) -> None:
    from datetime import date

    assert formats.day(date(2025, 12, 31)) == "31 Dec 2025"
    assert formats.money(-120_000, "CNY", whole=True) == "¥ −1,200"
    language.set("zh")
    assert formats.day(date(2025, 12, 31)) == "2025-12-31"
