"""Registered numbers of companies: their kind, compact form, and why one is not well formed.

A right check digit proves the form only, not who holds the number. Nothing is looked up online.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import stdnum.eu.vat
import stdnum.gb.vat
import stdnum.lei
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.iso7064 import mod_97_10

from app.domain.customer import IdentifierKind
from app.domain.problem import Problem, Severity

# GB 32100-2015: no I, O, S, V, Z; weights 3^(i-1) mod 31 over the first 17 characters.
USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
USCC_LENGTH = 18
LEGACY_LENGTH = 15
LEI_LENGTH = 20
DUNS_LENGTH = 9
SHORTEST_EU = 10
EU_PREFIXES = frozenset(
    "AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI".split()
)


@dataclass(frozen=True, slots=True)
class IdentifierCheck:
    """What a written number is: kind, compact value, and the problem with it if there is one.

    ``valid`` is True with a problem of severity warning (a legacy number).
    """

    kind: IdentifierKind
    value: str
    valid: bool
    problem: Problem | None = None


def compact(text: str) -> str:
    """The number alone: half-width, upper case, without spaces, hyphens, dots or slashes."""
    return re.sub(r"[\s\-./·–—_]", "", unicodedata.normalize("NFKC", text)).upper()


def detect_kind(text: str, country: str = "") -> IdentifierKind:  # noqa: PLR0911 - one return a register
    """Which register a number most likely comes from, by its shape and the customer's country."""
    value, land = compact(text), country.upper()
    if len(value) == LEGACY_LENGTH and _digits(value) and land in {"", "CN"}:
        return IdentifierKind.CN_TAX15
    if (
        len(value) == LEI_LENGTH
        and value.isascii()
        and value.isalnum()
        and (land != "CN" or stdnum.lei.is_valid(value))
    ):
        return IdentifierKind.LEI
    if re.match(r"GB[0-9]", value) or (land == "GB" and stdnum.gb.vat.is_valid(value)):
        return IdentifierKind.GB_VAT
    if _eu_form(value, land) is not None:
        return IdentifierKind.EU_VAT
    if len(value) == DUNS_LENGTH and _digits(value):
        return IdentifierKind.DUNS
    if land == "CN" or re.fullmatch(r"[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{9,11}", value):
        return IdentifierKind.USCC
    return IdentifierKind.OTHER


def check_identifier(text: str, kind: IdentifierKind | None = None, country: str = "") -> IdentifierCheck:
    """Check a number of the given kind (None: find out which) and say what is wrong with it."""
    found = kind or detect_kind(text, country)
    value = compact(text) if found is not IdentifierKind.OTHER else text.strip()
    if not value:
        return IdentifierCheck(found, "", valid=False, problem=Problem("identifier.empty"))
    if found is IdentifierKind.EU_VAT:
        value = _eu_form(value, country.upper()) or value
    problem = _CHECKS[found](value)
    return IdentifierCheck(found, value, problem is None or problem.severity is Severity.WARNING, problem)


def uscc_check_character(first17: str) -> str:
    """The 18th character: (31 − Σ value·weight mod 31) mod 31 (GB 32100-2015)."""
    total = sum(
        USCC_ALPHABET.index(char) * weight for char, weight in zip(first17, USCC_WEIGHTS, strict=True)
    )
    return USCC_ALPHABET[-total % 31]


def _check_uscc(value: str) -> Problem | None:
    if len(value) != USCC_LENGTH:
        return _length(value, USCC_LENGTH)
    for position, char in enumerate(value[:-1], 1):
        if char not in USCC_ALPHABET:
            return Problem("identifier.character", {"char": char, "position": position})
    expected = uscc_check_character(value[:-1])
    if value[-1] not in USCC_ALPHABET:
        params = {"char": value[-1], "position": USCC_LENGTH, "expected": expected}
        return Problem("identifier.last_character", params)
    if value[-1] != expected:
        return Problem("identifier.check_character", {"char": value[-1], "expected": expected})
    return None


def _check_legacy(value: str) -> Problem | None:
    if len(value) != LEGACY_LENGTH:
        return _length(value, LEGACY_LENGTH)
    if not re.fullmatch(r"[0-9]{6}[0-9A-Z]{9}", value):
        return _first_bad(value, r"[0-9A-Z]", digits=6)
    return Problem("identifier.legacy", severity=Severity.WARNING)


def _check_duns(value: str) -> Problem | None:
    if len(value) != DUNS_LENGTH:
        return _length(value, DUNS_LENGTH)
    return None if re.fullmatch(r"[0-9]{9}", value) else _first_bad(value, r"[0-9]", digits=DUNS_LENGTH)


def _check_lei(value: str) -> Problem | None:
    if len(value) != LEI_LENGTH:
        return _length(value, LEI_LENGTH)
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", value):
        return _first_bad(value, r"[0-9A-Z]", digits=0)
    expected = str(mod_97_10.calc_check_digits(value[:-2]))
    if value[-2:] != expected:
        return Problem("identifier.check_digits", {"char": value[-2:], "expected": expected})
    return None


def _check_eu(value: str) -> Problem | None:
    if value[:2] not in EU_PREFIXES:
        return Problem("identifier.eu_prefix", {"prefix": value[:2]})
    return _by_stdnum(stdnum.eu.vat, value)


def _check_gb(value: str) -> Problem | None:
    return _by_stdnum(stdnum.gb.vat, value)


def _by_stdnum(module: Any, value: str) -> Problem | None:
    try:
        module.validate(value)
    except InvalidLength:
        return Problem("identifier.vat_length", {"n": len(value)})
    except InvalidChecksum:
        return Problem("identifier.vat_checksum")
    except ValidationError:
        return Problem("identifier.vat_format")
    return None


def _eu_form(value: str, country: str) -> str | None:
    """The EU VAT number with its country prefix, if it has one or the country supplies it."""
    prefix = "EL" if country == "GR" else country
    if value[:2] in EU_PREFIXES:
        # Short ones are often something else: HRB 12345 is a German register, not a Croatian number.
        likely = value[:2] == prefix or len(value) >= SHORTEST_EU
        formed = re.fullmatch(r"[A-Z]{2}(?=.*[0-9])[0-9A-Z+*]{2,13}", value)
        if formed and (likely or stdnum.eu.vat.is_valid(value)):
            return value
    if prefix in EU_PREFIXES and stdnum.eu.vat.is_valid(prefix + value):
        return prefix + value
    return None


def _digits(value: str) -> bool:
    return value.isascii() and value.isdigit()


def _length(value: str, expected: int) -> Problem:
    return Problem("identifier.length", {"n": len(value), "expected": expected})


def _first_bad(value: str, allowed: str, *, digits: int) -> Problem:
    """The first character that is not ``allowed``, or not a digit within the first ``digits``."""
    for position, char in enumerate(value, 1):
        if not re.fullmatch(r"[0-9]" if position <= digits else allowed, char):
            return Problem("identifier.character", {"char": char, "position": position})
    return Problem("identifier.character", {"char": value[-1], "position": len(value)})


_CHECKS: Mapping[IdentifierKind, Callable[[str], Problem | None]] = {
    IdentifierKind.USCC: _check_uscc,
    IdentifierKind.CN_TAX15: _check_legacy,
    IdentifierKind.EU_VAT: _check_eu,
    IdentifierKind.GB_VAT: _check_gb,
    IdentifierKind.LEI: _check_lei,
    IdentifierKind.DUNS: _check_duns,
    IdentifierKind.OTHER: lambda _value: None,
}
