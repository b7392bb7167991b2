"""The key that opens an encrypted company file: made from a password, or typed from a recovery sheet.

The password itself is never kept. The derivation is SQLCipher's own, so that its other programs open
the file by the password too: https://www.zetetic.net/sqlcipher/design/
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import reduce
from hashlib import pbkdf2_hmac
from operator import xor

from app.domain.problem import DomainError

KEY_SIZE, SALT_SIZE = 32, 16
_ROUNDS = 256_000
"""PBKDF2-HMAC-SHA512, as SQLCipher 4 does it: about a tenth of a second for each guess."""
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 without I, L, O and U: https://www.crockford.com/base32.html"""
_READ_AS = str.maketrans("OIL", "011")
_DIGITS = 4
"""Digits of a group that carry the key; one more checks them."""
GROUPS = 13
"""4 digits of 5 bits in 13 groups: the 256 bits of a key, and 4 that are 0."""
_BITS_OF_A_DIGIT = 5
_SPARE_BITS = GROUPS * _DIGITS * _BITS_OF_A_DIGIT - KEY_SIZE * 8
_BETWEEN = re.compile(r"[\s\-‐-―_.,;·、，。]+")
_LIKE_A_CODE = 10
"""So many groups of the right length tell a mistyped code from a password."""


@dataclass(frozen=True, slots=True, repr=False)
class FileKey:
    """A key and the salt of the file it opens; copies and backups of the file share both."""

    key: bytes
    salt: bytes

    def __post_init__(self) -> None:
        """Refuse what cannot be a key: our own mistake, never the user's."""
        if len(self.key) != KEY_SIZE or len(self.salt) != SALT_SIZE:
            raise ValueError("a key of 32 bytes and a salt of 16")

    def __repr__(self) -> str:
        """Nothing of what it holds: keys must not end up in a log or a report."""
        return "FileKey(…)"

    @classmethod
    def from_password(cls, password: str, salt: bytes | None = None) -> FileKey:
        """The key of a password with a file's salt, or with a new one; takes a tenth of a second."""
        salt = secrets.token_bytes(SALT_SIZE) if salt is None else salt
        typed = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
        return cls(pbkdf2_hmac("sha512", typed, salt, _ROUNDS, KEY_SIZE), salt)

    @classmethod
    def from_recovery(cls, code: str, salt: bytes) -> FileKey:
        """The key of a recovery code; ``recovery.bad_group`` or ``.incomplete`` says what to look at."""
        groups = _typed_groups(code)
        for number, group in enumerate(groups, start=1):
            if not _is_right(group, number):
                raise DomainError("recovery.bad_group", group=number)
        if len(groups) != GROUPS:
            raise DomainError("recovery.incomplete", found=len(groups), groups=GROUPS)
        value = 0
        for digit in "".join(group[:_DIGITS] for group in groups):
            value = value << _BITS_OF_A_DIGIT | _ALPHABET.index(digit)
        if value & ((1 << _SPARE_BITS) - 1):
            raise DomainError("recovery.bad_group", group=GROUPS)
        return cls((value >> _SPARE_BITS).to_bytes(KEY_SIZE), salt)

    def recovery_code(self) -> str:
        """The key to be printed: 13 groups of 5 with hyphens; a typing error shows in its group."""
        value = int.from_bytes(self.key) << _SPARE_BITS
        places = range((GROUPS * _DIGITS - 1) * _BITS_OF_A_DIGIT, -1, -_BITS_OF_A_DIGIT)
        digits = "".join(_ALPHABET[value >> place & 31] for place in places)
        groups = (digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))
        return "-".join(group + _check(group, number) for number, group in enumerate(groups, start=1))


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the recovery sheet says: which file it opens, since when, and the code in groups."""

    company: str
    file_name: str
    made: date
    groups: tuple[str, ...]


def is_recovery_code(text: str) -> bool:
    """Whether a text was meant as a recovery code, rightly typed or not, rather than as a password."""
    groups = _typed_groups(text)
    whole = sum(len(group) == _DIGITS + 1 and not set(group) - set(_ALPHABET) for group in groups)
    return len(groups) <= GROUPS + 1 and whole >= _LIKE_A_CODE


def _typed_groups(text: str) -> list[str]:
    """The groups as they were typed; where none were set apart, five signs make one."""
    typed = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    groups = [group for group in _BETWEEN.split(typed) if group]
    if len(groups) != 1:
        return groups
    run = groups[0]
    return [run[at : at + _DIGITS + 1] for at in range(0, len(run), _DIGITS + 1)]


def _is_right(group: str, number: int) -> bool:
    return (
        len(group) == _DIGITS + 1
        and not set(group) - set(_ALPHABET)
        and group[_DIGITS] == _check(group[:_DIGITS], number)
    )


def _check(digits: str, number: int) -> str:
    """The fifth sign of a group: finds any one wrong sign, two exchanged, and groups out of order.

    A weighted sum over the field of 32 elements; all weights differ and none is 0 or 1.
    """
    weighed = (_times(_ALPHABET.index(digit), 2 << place) for place, digit in enumerate(digits))
    return _ALPHABET[reduce(xor, weighed, number % len(_ALPHABET))]


def _times(one: int, other: int) -> int:
    """A product in the field of 32 elements, modulo x⁵ + x² + 1."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one, other = one << 1, other >> 1
        if one & 32:
            one ^= 0b100101
    return product
