"""What a document is called, by its kind and by the reason it was made for."""

from __future__ import annotations

from app.words import codes, say


def kind_name(kind: str, reason: str, lang: str) -> str:
    """A small difference, a discount or a returned payment by that name; everything else by its kind."""
    code = f"kind.{kind}.{reason}"
    return say(code if code in codes() else f"kind.{kind}", lang)
