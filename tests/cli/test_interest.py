"""``interest`` and ``words``: right calls and wrong ones, in both languages."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.domain.document import DocumentKind
from app.services.document_views import DocumentQuery, DocumentSort
from tests.cli.conftest import AS_OF, Call

DAY = AS_OF.isoformat()


@pytest.fixture
def number(sample: Path) -> str:
    """An invoice that is overdue and open."""
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    query = DocumentQuery(
        kinds=(DocumentKind.INVOICE,), open_only=True, sort=DocumentSort.DUE_DATE, descending=False
    )
    row = session.ledger.document_rows(session.ledger.document_ids(query)[:1])[0]
    session.close()
    return row.number


def test_interest_as_json_can_be_checked_by_hand(call: Call, sample: Path, number: str) -> None:
    found: dict[str, Any] = call(
        "interest", sample, "--invoice", number, "--to", DAY, "--rule", "cn_lpr", "--json"
    ).json()
    assert (found["invoice"], found["to"], found["basis"]) == (number, DAY, "cn_lpr")
    total = Fraction(0)
    for span in (span for debt in found["debts"] for span in debt["spans"]):
        by_hand = Fraction(span["principal"]) * Fraction(span["rate"]) * span["days"] / 36500
        assert Fraction(span["interest_exact"]) == by_hand
        total += by_hand
    assert abs(Fraction(found["interest"]) - total) <= Fraction(1, 200)
    assert Decimal(found["daily"]) > 0


def test_interest_for_people_in_both_languages(call: Call, sample: Path, number: str) -> None:
    english = call("interest", sample, "--invoice", number, "--to", DAY)
    chinese = call("interest", sample, "--invoice", number, "--to", DAY, lang="zh")
    assert (english.code, chinese.code) == (0, 0)
    assert f"Late interest of invoice {number}" in english.out
    assert "Each further day" in english.out
    assert "逾期利息" in chinese.out


def test_interest_as_a_sheet(call: Call, sample: Path, number: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert call("interest", sample, "--invoice", number, "--to", DAY, "--pdf", path, lang="zh").code == 0
    assert number in PdfReader(path).pages[0].extract_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--invoice", "no-such", "--to", DAY], "no-such"),
        (["--invoice", "x", "--to", "yesterday"], "yesterday"),
        (["--to", DAY], "--invoice"),
    ],
)
def test_a_wrong_call_is_answered_with_a_sentence(
    call: Call, sample: Path, arguments: list[str], said: str
) -> None:
    refused = call("interest", sample, *arguments)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_an_unknown_rule_names_those_known(call: Call, sample: Path, number: str) -> None:
    refused = call("interest", sample, "--invoice", number, "--to", DAY, "--rule", "usury")
    assert refused.code == 1
    assert "cn_lpr" in refused.err


@pytest.mark.parametrize(
    ("arguments", "lang", "words"),
    [
        (["107000.53"], "zh", "人民币壹拾万柒仟元零伍角叁分"),
        (["1,680.32"], "zh", "人民币壹仟陆佰捌拾元零叁角贰分"),
        (["-1000.00"], "zh", "负壹仟元整"),
        (["1005.30", "--currency", "USD"], "en", "USD one thousand and five and 30/100"),
    ],
)
def test_words(call: Call, arguments: list[str], lang: str, words: str) -> None:
    assert call("words", *arguments, lang=lang).out.strip() == words


@pytest.mark.parametrize(
    ("arguments", "lang", "code", "said"),
    [
        (["a lot"], "en", 2, "a lot"),
        (["NaN"], "en", 2, "NaN"),
        (["1.005"], "zh", 1, "1.005"),
        (["5", "--currency", "EUR"], "zh", 2, "EUR"),
        (["5", "--currency", "XYZ"], "en", 2, "XYZ"),
    ],
)
def test_words_refuses_what_is_no_amount(
    call: Call, arguments: list[str], lang: str, code: int, said: str
) -> None:
    refused = call("words", *arguments, lang=lang)
    assert (refused.code, refused.out) == (code, "")
    assert said in refused.err
