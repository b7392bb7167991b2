"""Registered numbers: what kind, in which form, and what exactly is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.customer import IdentifierKind
from app.domain.identifiers import (
    USCC_ALPHABET,
    check_identifier,
    detect_kind,
    uscc_check_character,
)
from app.domain.problem import Severity
from app.words import say

ORACLES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "oracles" / "identifiers.json").read_text(encoding="utf-8")
)
WRONG = {
    "914403001922038217": ("identifier.check_character", {"char": "7", "expected": "6"}),
    "91350100M000100Y4Z": ("identifier.last_character", {"char": "Z", "position": 18, "expected": "3"}),
    "9144030071526726X": ("identifier.length", {"n": 17, "expected": 18}),
    "91440300I92203821 6": ("identifier.character", {"char": "I", "position": 9}),
}


@pytest.mark.parametrize("code", ORACLES["uscc_valid"].values(), ids=list(ORACLES["uscc_valid"]))
def test_oracle_valid_codes(code: str) -> None:
    found = check_identifier(f" {code[:8]} {code[8:].lower()} ", None, "CN")
    assert (found.kind, found.value, found.valid, found.problem) == (IdentifierKind.USCC, code, True, None)


@pytest.mark.parametrize("case", ORACLES["uscc_invalid"], ids=lambda case: case["why"])
def test_oracle_invalid_codes(case: dict[str, str]) -> None:
    found = check_identifier(case["code"], None, "CN")
    assert found.kind is IdentifierKind.USCC
    assert not found.valid
    assert found.problem is not None
    assert (found.problem.code, found.problem.params) == WRONG[case["code"]]
    for lang in ("zh", "en"):
        assert say(found.problem.code, lang, **found.problem.params)


@given(st.text(USCC_ALPHABET, min_size=17, max_size=17), st.data())
def test_one_wrong_character_is_always_found(first17: str, data: st.DataObject) -> None:
    whole = first17 + uscc_check_character(first17)
    assert check_identifier(whole, IdentifierKind.USCC).valid
    at = data.draw(st.integers(0, 17))
    other = data.draw(st.sampled_from([char for char in USCC_ALPHABET if char != whole[at]]))
    assert not check_identifier(whole[:at] + other + whole[at + 1 :], IdentifierKind.USCC).valid


@pytest.mark.parametrize("first17", ["A1350100M000100Y4", "N2610000MF2345678", "Y1110000000000000"])
def test_codes_that_begin_with_a_letter_are_valid(first17: str) -> None:
    found = check_identifier(first17 + uscc_check_character(first17), None, "CN")
    assert (found.kind, found.valid) == (IdentifierKind.USCC, True)


@pytest.mark.parametrize(
    ("text", "country", "kind", "value"),
    [
        ("DE 136 695 976", "", IdentifierKind.EU_VAT, "DE136695976"),
        ("136.695.976", "DE", IdentifierKind.EU_VAT, "DE136695976"),
        ("094259216", "GR", IdentifierKind.EU_VAT, "EL094259216"),
        ("GB 980 7806 84", "", IdentifierKind.GB_VAT, "GB980780684"),
        ("213800KUD8LAJWSQ9D15", "", IdentifierKind.LEI, "213800KUD8LAJWSQ9D15"),
        ("15-048-3782", "US", IdentifierKind.DUNS, "150483782"),
        ("HRB 12345", "US", IdentifierKind.OTHER, "HRB 12345"),
    ],
)
def test_other_registers(text: str, country: str, kind: IdentifierKind, value: str) -> None:
    found = check_identifier(text, None, country)
    assert (found.kind, found.value, found.valid, found.problem) == (kind, value, True, None)


def test_legacy_tax_number_is_kept_with_a_warning() -> None:
    found = check_identifier("110105 123456789", None, "CN")
    assert (found.kind, found.valid) == (IdentifierKind.CN_TAX15, True)
    assert found.problem is not None
    assert found.problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("", IdentifierKind.USCC, "identifier.empty"),
        ("213800KUD8LAJWSQ9D16", IdentifierKind.LEI, "identifier.check_digits"),
        ("213800KUD8LAJWSQ9D1", IdentifierKind.LEI, "identifier.length"),
        ("213800KUD8LAJWSQ9DXX", IdentifierKind.LEI, "identifier.character"),
        ("12345678A", IdentifierKind.DUNS, "identifier.character"),
        ("1234", IdentifierKind.DUNS, "identifier.length"),
        ("DE136695977", IdentifierKind.EU_VAT, "identifier.vat_checksum"),
        ("DE13669597", IdentifierKind.EU_VAT, "identifier.vat_length"),
        ("DE13669597X", IdentifierKind.EU_VAT, "identifier.vat_format"),
        ("XX136695976", IdentifierKind.EU_VAT, "identifier.eu_prefix"),
        ("GB980780685", IdentifierKind.GB_VAT, "identifier.vat_checksum"),
        ("12345678901234", IdentifierKind.CN_TAX15, "identifier.length"),
        ("1101O5123456789", IdentifierKind.CN_TAX15, "identifier.character"),
    ],
)
def test_says_what_is_wrong(text: str, kind: IdentifierKind, code: str) -> None:
    found = check_identifier(text, kind)
    assert not found.valid
    assert found.problem is not None
    assert found.problem.code == code
    for lang in ("zh", "en"):
        assert say(code, lang, **found.problem.params)


@given(st.text(max_size=25), st.sampled_from(["", "CN", "DE", "GB", "GR", "US"]))
def test_any_text_is_judged(text: str, country: str) -> None:
    found = check_identifier(text, None, country)
    assert found.kind is detect_kind(text, country)
    assert found.problem is not None or found.valid
