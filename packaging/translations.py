"""Bring the translations up to date: extract, fill in, compile.

    python packaging/translations.py                      extract and compile; lists what is missing
    python packaging/translations.py --fill WORDS.json    the same, filling {"English": "中文"} first
    python packaging/translations.py --check              change nothing; 1 when something is missing

A key of the filling file may be "Context|English" where one English text needs two Chinese ones.
Plurals (%n) of the English file are filled from a two-element list under "en:English".
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
CHINESE, ENGLISH = FOLDER / "zh_CN.ts", FOLDER / "en.ts"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def _tool(name: str) -> str:
    """The Qt tool that came with PySide6 in this environment."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else name


def sources() -> list[str]:
    """Every module of the window, in a steady order."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app" / "ui").rglob("*.py"))


def extract(target: Path, *, plurals: bool) -> None:
    """Write the source texts now in the code into a .ts file, keeping what is translated."""
    options = ["-no-obsolete", "-locations", "none", "-silent", "-disable-heuristic", "similartext"]
    more = ["-pluralonly", "-source-language", "en", "-target-language", "en"] if plurals else []
    if not plurals:
        more = ["-source-language", "en", "-target-language", "zh_CN"]
    call = [_tool("pyside6-lupdate"), *options, *more, *sources(), "-ts", str(target)]
    subprocess.run(call, check=True, cwd=ROOT)


def compile_file(source: Path, target: Path) -> None:
    """Make the .qm the window loads from a .ts.

    It takes the old one's place whole: Qt maps the file it loaded, and one cut short kills the program.
    """
    making = target.with_suffix(".making.qm")
    call = [_tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(making)]
    subprocess.run(call, check=True, cwd=ROOT)
    making.replace(target)


def _write(message: ET.Element, texts: list[str]) -> None:
    node = message.find("translation")
    if node is None:
        node = ET.SubElement(message, "translation")
    node.attrib.pop("type", None)
    forms = node.findall("numerusform")
    if message.get("numerus") != "yes":
        node.text = texts[0]
        return
    for form in forms:
        node.remove(form)
    node.text = None
    for text in texts:
        ET.SubElement(node, "numerusform").text = text


def fill(target: Path, words: Mapping[str, str | list[str]], prefix: str = "") -> None:
    """Put translations in; texts already translated change too when the words name them."""
    tree = ET.parse(target)  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            text = message.findtext("source") or ""
            found = words.get(f"{prefix}{name}|{text}", words.get(f"{prefix}{text}"))
            if found is not None:
                _write(message, [found] if isinstance(found, str) else list(found))
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    target.write_text(_HEAD + body + "\n", "utf-8")


def unfinished(target: Path) -> list[str]:
    """Source texts without a translation, as "Context|text"."""
    missing = []
    for context in ET.parse(target).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            node = message.find("translation")
            if node is None or node.get("type") == "unfinished":
                missing.append(f"{context.findtext('name')}|{message.findtext('source')}")
    return missing


@contextmanager
def _alone() -> Iterator[None]:
    """Only one run at a time may touch the files."""
    lock = FOLDER / ".lock"
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.2)
    try:
        yield
    finally:
        lock.unlink()


def update(words: Mapping[str, str | list[str]]) -> list[str]:
    """Extract, fill and compile both languages; what is still missing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with _alone():
        for target, plurals, prefix in ((CHINESE, False, ""), (ENGLISH, True, "en:")):
            extract(target, plurals=plurals)
            fill(target, words, prefix)
            compile_file(target, target.with_suffix(".qm"))
        return unfinished(CHINESE) + [f"en:{text}" for text in unfinished(ENGLISH)]


def check() -> list[str]:
    """What is missing or out of date, found in a copy; nothing is changed."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for source, plurals in ((CHINESE, False), (ENGLISH, True)):
            copy = Path(folder) / source.name
            copy.write_bytes(source.read_bytes())
            extract(copy, plurals=plurals)
            fill(copy, {})
            wrong += [f"{source.name}: {text}" for text in unfinished(copy)]
            if copy.read_bytes() != source.read_bytes():
                wrong.append(f"{source.name}: out of date")
            made = copy.with_suffix(".qm")
            compile_file(source, made)
            if made.read_bytes() != source.with_suffix(".qm").read_bytes():
                wrong.append(f"{source.stem}.qm: out of date")
    return wrong


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="extract, fill in and compile the translations")
    parser.add_argument("--fill", type=Path, help="JSON of English to Chinese texts")
    parser.add_argument("--check", action="store_true", help="only say what is missing")
    options = parser.parse_args()
    words = json.loads(options.fill.read_text("utf-8")) if options.fill else {}
    missing = check() if options.check else update(words)
    for text in missing:
        print(text)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
