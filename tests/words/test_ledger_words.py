"""Every code the ledger's rules and services can emit has a sentence in both languages."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.allocation import Method
from app.domain.customer import CustomerStatus, IdentifierKind
from app.domain.document import DocumentKind
from app.domain.near_names import NearReason
from app.domain.terms import DueRule
from app.services.sample.book import sample_book
from app.words import codes, say, word
from app.words.ledger import WORDS

APP = Path(__file__).parents[2] / "app"
SOURCES = [
    *(
        APP / "domain" / f"{name}.py"
        for name in "terms terms_text identifiers allocation instalment entry".split()
    ),
    *(APP / "services" / f"{name}.py" for name in "customers ledger settling document_bin".split()),
]
EMITTERS = {"DomainError", "Problem", "commit"}


def emitted() -> Iterator[tuple[str, frozenset[str]]]:
    """(code, names of its parameters) of every literal error, problem and verb in the sources."""
    for path in SOURCES:
        constants: dict[str, str] = {}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                constants |= {t.id: str(node.value.value) for t in node.targets if isinstance(t, ast.Name)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                code = node.args[0]
                if name in EMITTERS and isinstance(code, ast.Constant):
                    yield str(code.value), frozenset(k.arg for k in node.keywords if k.arg)
                elif name in EMITTERS and isinstance(code, ast.Name) and code.id in constants:
                    yield constants[code.id], frozenset(k.arg for k in node.keywords if k.arg)


CODES = sorted({code for code, _ in emitted()})


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_something_to_check() -> None:
    assert {"terms.unknown", "customer.merged", "customer.removed", "identifier.legacy"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_worded(code: str) -> None:
    assert code in codes()


def test_sentences_ask_only_for_what_is_given() -> None:
    for code, given in emitted():
        if code in WORDS and given and code.split(".")[0] not in {"document", "receipt", "allocation"}:
            for text in WORDS[code]:
                assert fields(text) <= given, code


@pytest.mark.parametrize("code", sorted(WORDS))
def test_both_languages_speak_of_the_same_things(code: str) -> None:
    chinese, *english = WORDS[code]
    for text in english:
        assert fields(text) - {"n"} == fields(chinese) - {"n"}
        assert not any("\u4e00" <= char <= "\u9fff" for char in text)
    assert fields(chinese) <= fields(english[-1])
    assert any("\u4e00" <= char <= "\u9fff" for char in chinese) or code == "terms.share"


@pytest.mark.parametrize(
    "code",
    [
        *(f"near.{one}" for one in NearReason),
        *(f"method.{one}" for one in Method),
        *(f"kind.{one}" for one in DocumentKind),
        *(f"identifier_kind.{one}" for one in IdentifierKind),
        *(f"customer_status.{one}" for one in CustomerStatus),
        *(f"field.{one}" for one in ("kind", "customer_id", "currency")),
        *(f"terms.{one}" for one in DueRule if one is not DueRule.MONTH_DAY),
        "document.removed",
        "terms.this_month", "terms.next_month", "terms.later_month", "terms.this_month_last",
        "terms.next_month_last", "terms.later_month_last", "terms.every_last", "terms.end_of_month_plus",
        "terms.share", "terms.discount", "terms.shift_next", "terms.shift_previous",
    ],
)  # fmt: skip
def test_computed_codes_are_worded(code: str) -> None:
    assert code in codes()


def test_nested_codes_are_spoken() -> None:
    said = say("document.number_taken", "en", number="F1", kind=("kind.invoice", {}))
    assert "Invoice number F1" in said or "invoice number F1" in said


def test_reasons_and_outcomes_of_the_sample_are_said_in_words() -> None:
    book = sample_book(date(2025, 12, 31))
    disputes, promises = list(book.disputes), list(book.promises)
    said = {("reason", one.reason) for one in disputes} | {("outcome", one.outcome) for one in disputes}
    said |= {("outcome", one.outcome) for one in promises} | {("channel", one.channel) for one in promises}
    said = {(group, value) for group, value in said if value}
    assert len(said) >= 6
    for group, value in said:
        assert word(group, value, "en") != value
        assert word(group, value, "zh") != value


def test_what_people_typed_themselves_stays() -> None:
    assert word("reason", "wrong colour", "zh") == "wrong colour"
