"""Whether a password may protect a company file, and how strong it is."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from app.domain.file_key import is_recovery_code

LEAST = 8
"""Signs a password has at least; a Chinese character is one."""
_COMMON = frozenset(
    (
        "12345678 123456789 1234567890 0123456789 87654321 88888888 66666666 00000000 11111111 11223344 "
        "12341234 12344321 123123123 147258369 987654321 1q2w3e4r 1qaz2wsx qwertyui qwertyuiop asdfghjk "
        "asdfghjkl zxcvbnm1 password password1 passw0rd p@ssw0rd passwort iloveyou sunshine princess "
        "football baseball welcome1 letmein1 admin123 admin888 abc12345 abcd1234 abcdefgh a1234567 "
        "a12345678 aa123456 woaini520 woaini1314 5201314520 wodemima mima1234 holdfast holdfast1"
    ).split()
)
_DISTINCT = 4
_CLASSES = ((10, str.isdecimal), (26, str.islower), (26, str.isupper), (3000, str.isalpha))
_OTHERS = 33
_FAIR, _GOOD, _STRONG = 40, 60, 80


class Strength(StrEnum):
    """How long guessing a password would take, roughly; said, never a condition."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


def weakness(password: str, names: Iterable[str] = ()) -> str | None:
    """The code of what forbids a password; None where it may be used.

    ``password.too_short``, ``password.common``, ``password.like_a_code``, and ``password.is_name``
    for one of ``names``: the file's and the company's.
    """
    typed = unicodedata.normalize("NFKC", password)
    if len(typed) < LEAST:
        return "password.too_short"
    plain = typed.casefold().strip()
    if plain in _COMMON or len(set(plain)) < _DISTINCT:
        return "password.common"
    if _bare(plain) in {_bare(unicodedata.normalize("NFKC", name).casefold()) for name in names if name}:
        return "password.is_name"
    return "password.like_a_code" if is_recovery_code(typed) else None


def _bare(name: str) -> str:
    return "".join(sign for sign in name if sign.isalnum())


def strength(password: str) -> Strength:
    """By the number of different signs and the kinds of signs they are from."""
    typed = unicodedata.normalize("NFKC", password)
    bits = len(set(typed)) * 0.5 * _bits(typed) + len(typed) * 0.5 * _bits(typed)
    if weakness(password) is not None or bits < _FAIR:
        return Strength.WEAK
    if bits < _GOOD:
        return Strength.FAIR
    return Strength.GOOD if bits < _STRONG else Strength.STRONG


def _bits(typed: str) -> float:
    """Of one sign picked from the kinds of signs that occur."""
    pool = sum(size for size, holds in _CLASSES if any(_kind(sign) is holds for sign in typed))
    pool += _OTHERS * any(_kind(sign) is None for sign in typed)
    return math.log2(pool) if pool else 0.0


def _kind(sign: str) -> object:
    return next((holds for _size, holds in _CLASSES if holds(sign)), None)
