"""Pinyin initials by the ``pypinyin`` library, for search by typing 苏州恒岌 as ``szhj``."""

from __future__ import annotations

import unicodedata


def initials(name: str) -> str:
    """Lower-case pinyin initials of the characters, Latin letters and digits kept, the rest dropped.

    Accents go (``Müller`` → ``muller``). ASCII never loads the library: ``Acme 12`` → ``acme12``.
    """
    text = unicodedata.normalize("NFKC", name).lower()
    if text.isascii():
        return _kept(text)
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its tables cost 0.1 s and 30 MB

    first: list[str] = lazy_pinyin(text, style=Style.FIRST_LETTER)
    return _kept("".join(first))


def _kept(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if char.isalnum())
