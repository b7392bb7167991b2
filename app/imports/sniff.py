"""What a file is, from its first bytes and never from its name."""

from __future__ import annotations

import re
from enum import StrEnum

from app.imports.refusal import RefusalError

HEAD = 8192
"""How many bytes at the front of a file decide what it is."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF", "import.file_is_pdf"),
    (b"\x89PNG", "import.file_is_picture"),
    (b"\xff\xd8\xff", "import.file_is_picture"),
    (b"GIF8", "import.file_is_picture"),
    (b"II*\x00", "import.file_is_picture"),
    (b"MM\x00*", "import.file_is_picture"),
    (b"PK\x05\x06", "import.wrong_type"),
    (b"Rar!", "import.file_is_archive"),
    (b"7z\xbc\xaf\x27\x1c", "import.file_is_archive"),
    (b"\x1f\x8b", "import.file_is_archive"),
    (b"SQLite format 3", "import.wrong_type"),
    (b"{\\rtf", "import.wrong_type"),
    (b"MZ", "import.wrong_type"),
    (b"\x7fELF", "import.wrong_type"),
)
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_XML_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.02


class Container(StrEnum):
    """The outer shape of a file, which decides who reads it."""

    ZIP = "zip"
    OLE = "ole"
    HTML = "html"
    XML = "xml"
    TEXT = "text"


def container(head: bytes, name: str) -> Container:
    """The shape of a file that begins with ``head``; raises for one that holds no table."""
    if head.startswith(_ZIP):
        return Container.ZIP
    if head.startswith(_OLE):
        return Container.OLE
    for magic, code in _FOREIGN:
        if head.startswith(magic):
            raise RefusalError(code, name=name)
    text = _loose_text(head)
    if _XML_SHEET in text:
        return Container.XML
    start = text.lstrip()
    if start.startswith("<") and _HTML.search(start):
        return Container.HTML
    if _is_binary(head):
        raise RefusalError("import.wrong_type", name=name)
    return Container.TEXT


def _loose_text(head: bytes) -> str:
    """Enough of the text to see markup, whatever the encoding: NULs and marks dropped."""
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").decode("latin-1")


def _is_binary(head: bytes) -> bool:
    """True when control characters show that this is no text; UTF-16 is full of NULs and is one."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return len(_CONTROL.findall(head)) > len(head) * _CONTROL_SHARE
