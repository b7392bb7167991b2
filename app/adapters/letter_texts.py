"""The letters the program came with: one file per letter and language, in three parts."""

from __future__ import annotations

import re
from functools import cache

from app import resources
from app.domain.letter_fields import TEMPLATES
from app.domain.letter_paper import TemplateText

_PART = re.compile(r"^== (subject|body|message)\n", re.MULTILINE)


class ShippedLetters:
    """``app.services.letter_ports.ShippedTemplates`` from the bundled files."""

    def codes(self) -> tuple[str, ...]:
        """Their codes, the ladder first."""
        return TEMPLATES

    def text(self, code: str, language: str) -> TemplateText:
        """One letter; only for a code and language there is."""
        return shipped_text(code, language)


@cache
def shipped_text(code: str, language: str) -> TemplateText:
    """The parts of a bundled file; what it has no part for is empty."""
    text = resources.path("letters", language, f"{code}.liquid").read_text("utf-8")
    pieces = _PART.split(text)
    parts = dict(zip(pieces[1::2], (piece.strip() for piece in pieces[2::2]), strict=True))
    return TemplateText(parts["subject"], parts["body"], parts.get("message", ""))
