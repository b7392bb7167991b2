"""``holdfast dunning``: who, which step, which invoices, why or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.dunning import as_json, as_lines
from app.domain.dunning_run import DunningProposal, Freshness, Unmatched
from app.domain.money import Money
from app.domain.problem import Problem
from tests.cli.conftest import AS_OF, Call
from tests.domain.dunnings import DUE, ladder, part, run, step

PROPOSAL = DunningProposal(
    DUE,
    Freshness(DUE, None, 3, Unmatched(2, (Money(500, "CNY"),))),
    tuple(run(DUE.replace(day=20), [part(1), part(2, block="等")]).letters),
    tuple(run(DUE.replace(day=20), [part(1), part(2, block="等")], disputed={1: 4_000}).skipped),
)


def test_the_run_of_the_sample_company(call: Call, sample: Path) -> None:
    answer = call("dunning", sample, "--as-of", AS_OF, "--json")
    assert answer.code == 0
    found = answer.json()
    assert found["as_of"] == AS_OF.isoformat()
    assert found["letters"]
    for letter in found["letters"]:
        assert letter["invoices"]
        assert letter["step"] == max(line["step"] for line in letter["invoices"])
    assert all(item["text"] and item["text"] != item["reason"] for item in found["skipped"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_is_a_sentence(lang: str) -> None:
    told = "\n".join(as_lines(PROPOSAL, lang))
    assert "dunning." not in told
    assert "4,000" not in told
    assert "40.00" in told
    assert "等" in told


def test_json_says_amounts_as_text_and_how_fresh_the_data_is() -> None:
    found = as_json(PROPOSAL, "en")
    assert found["freshness"] == {
        "newest_receipt": DUE.isoformat(),
        "newest_statement": None,
        "age_days": 3,
        "unmatched": {"count": 2, "totals": {"CNY": "5.00"}},
        "unallocated": {"count": 0, "totals": {}},
    }
    assert found["refusal"] is None


def test_a_ledger_without_receipts_and_a_warning_are_said() -> None:
    letters = run(DUE.replace(day=20), [part()], ladder(step(1, 1, fee=500, fee_currency="EUR"))).letters
    refused = Problem("dunning.before_last_run", {"on": DUE, "last": DUE})
    told = as_lines(DunningProposal(DUE, Freshness(), tuple(letters), (), DUE, refused), "en")
    assert told[1].startswith("There are no receipts yet")
    assert "no rate between EUR and CNY" in told[-1]


def test_a_run_before_the_last_is_refused(call: Call, tmp_path: Path) -> None:
    call("new", tmp_path / "a.holdfast", "--name", "甲", "--currency", "CNY")
    assert call("dunning", tmp_path / "a.holdfast", "--as-of", AS_OF).code == 0
    assert call("dunning", tmp_path / "missing.holdfast", "--as-of", AS_OF).code != 0
    assert call("dunning", tmp_path / "a.holdfast").code != 0
