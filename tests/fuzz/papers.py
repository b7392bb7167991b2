"""Targets: letter templates, attached files, and papers bound into ours."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.adapters.letter_texts import shipped_text
from app.adapters.liquid import LiquidEngine
from app.adapters.pdf_binding import Room, fitted
from app.domain.attachment_type import recognise, safe_name
from app.domain.letter_marks import parts, plain
from app.reports.pictures import readable
from app.reports.scanned import prepared
from app.services.letter_templates import examples
from app.words import LANGUAGES
from tests.fuzz.target import Target, decoded, texts, worded

_UPRIGHT, _WIDE = Room(595, 842, 50, 50, 495, 742), Room(842, 595, 50, 50, 742, 495)


def _template(data: bytes) -> None:
    text, engine, values = decoded(data), LiquidEngine(), examples("zh")
    worded(engine.problems(text, "body", values))
    parts(engine.render(text, values))


def _attachment(data: bytes) -> None:
    name, _, content = data.partition(b"\n")
    safe_name(decoded(name))
    recognise(decoded(name), content)


def _picture(data: bytes) -> None:
    readable(data)
    prepared(data)


def _pdf(data: bytes) -> None:
    fitted(data, _UPRIGHT, _WIDE)


def _plain(data: bytes) -> None:
    told = plain(decoded(data))
    assert told == plain(told)


def _letters() -> list[bytes]:
    return [shipped_text("formal", language).body.encode() for language in LANGUAGES]


def _pictures() -> list[bytes]:
    made = []
    for kind in ("PNG", "JPEG"):
        kept = io.BytesIO()
        Image.new("RGB", (8, 8), (200, 10, 10)).save(kept, kind)
        made.append(kept.getvalue())
    return made


def _papers() -> list[bytes]:
    kept = io.BytesIO()
    canvas = Canvas(kept, pageCompression=0)
    canvas.drawString(50, 50, "a")
    canvas.save()
    return [kept.getvalue()]


def _attachments() -> list[bytes]:
    mail = b"a.eml\nFrom: a@b.c\nTo: d@e.f\nSubject: x\n\ntext"
    return [mail, b"a.txt\n\xef\xbb\xbfabc", b"a.pdf\n" + _papers()[0], b"a.png\n" + _pictures()[0]]


def targets() -> list[Target]:
    """Every reader of papers."""
    return [
        Target("letter_template", _template, _letters, 8192),
        Target("letter_value", _plain, texts("A\u202eB\x02items\x03 C"), 700),
        Target("attachment", _attachment, _attachments),
        Target("picture", _picture, _pictures),
        Target("pdf", _pdf, _papers, 8192),
    ]
