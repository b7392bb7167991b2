"""Which Latin words may stand in the Chinese window: names of things, and the company's own data."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.money import CURRENCIES
from app.resources import path as resource

_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
_LATIN = re.compile(r"[A-Za-z]")
ALLOWED = frozenset(
    """
    Holdfast Excel PDF CSV TSV XLSX XLSM XLS ODS XML JSON TXT PNG KB MB Ctrl Alt Shift Esc Enter Tab Del
    Backspace Home End PgUp PgDown PageUp PageDown Up Down Left Right Space Ins F1 English utf UTF GB gb
    BOM big Unicode windows cp sig DSO CEI HHI
    holdfast xlsx csv pdf json zip SQLite Qt Python PySide MIT LGPL GPL OFL Apache BSD Noto Sans SC DejaVu
    Lucide QR VAT EIN IBAN BIC SWIFT LEI DUNS camt MT OFX QFX http https www com cn org LPR MAE
    WAPE AUC KS PSI Brier PIN Zmijewski
    """.split()
)
"""Names of programs, formats, keys and licences: the same in every language."""
_NOT_DATA = frozenset({"change_set", "change", "import_batch", "column_mapping", "alembic_version", "meta"})
_CODES = frozenset("kind status verb params table_name origin language country".split())


class Words:
    """Latin words that are data of the company in view."""

    def __init__(self) -> None:
        self._data: set[str] = set(CURRENCIES)
        for licence in resource("licences").iterdir():
            self.learn_text(licence.stem)

    def learn(self, path: Path) -> None:
        """Take every word of a company file's text columns as data, codes apart."""
        base = sqlite.connect(f"file:{path}?mode=ro", uri=True)
        try:
            tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                if table not in _NOT_DATA and not table.startswith(("sqlite_", "search")):
                    self._learn_table(base, table)
        finally:
            base.close()

    def _learn_table(self, base: sqlite.Connection, table: str) -> None:
        names = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")') if row[2] == "TEXT"]
        for name in names:
            if name in _CODES:
                continue
            for (text,) in base.execute(f'SELECT DISTINCT "{name}" FROM "{table}"'):  # noqa: S608 - names of our own schema
                self.learn_text(text)

    def learn_text(self, text: object) -> None:
        """Take the words of one text as data."""
        if isinstance(text, str):
            self._data.update(_WORD.findall(text))

    def strange(self, text: str) -> list[str]:
        """Latin words in a text that are neither allowed nor data."""
        return [word for word in _WORD.findall(text) if word not in ALLOWED and word not in self._data]


def translations() -> frozenset[str]:
    """English texts the Chinese file translates, in whatever context."""
    root = ET.parse(resource("i18n", "zh_CN.ts")).getroot()  # noqa: S314 - our own file
    found = set()
    for message in root.iter("message"):
        node = message.find("translation")
        if node is not None and node.get("type") != "unfinished":
            found.add(message.findtext("source") or "")
    return frozenset(found)


def is_latin(text: str) -> bool:
    """Whether there is anything to translate in it."""
    return bool(_LATIN.search(text))
