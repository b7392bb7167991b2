"""``claim``: the answer for people and for programs, the pack, and wrong calls."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.domain.document import Document, DocumentKind
from tests.cli.conftest import Call
from tests.services.claiming import attaching, filed, insured, letter_file


@pytest.fixture
def claimed(tmp_path: Path) -> tuple[Path, int]:
    """A file with a filed claim that has one paper to be enclosed separately."""
    file = tmp_path / "x.holdfast"
    session = insured(file)
    try:
        claim_id = filed(session)
        attaching(session, claim_id)("contract", "合同.docx", letter_file())
        return file, claim_id
    finally:
        session.close()


def test_the_whole_claim(call: Call, claimed: tuple[Path, int]) -> None:
    file, claim_id = claimed
    told = call("claim", file, "--claim", claim_id, "--json").json()
    assert (told["state"], told["cause"], told["claimed"], told["borne"]) == (
        "filed",
        "default",
        "2500.00",
        "800.00",
    )
    found = told["calculation"]
    assert (found["frozen"], found["debt"], found["covered"], found["payable"]) == (
        True,
        "3000.00",
        "2500.00",
        "2200.00",
    )
    assert found["not_covered"] == {"over_limit": "500.00"}
    assert [step["step"] for step in found["trace"]] == ["covered", "percent", "first_loss", "liability"]
    assert found["trace"][1]["pct"] == "90"
    assert found["trace"][-1]["left"] == found["payable"]
    papers = {one["paper"]: one for one in told["papers"]}
    assert papers["ledger"]["made_here"]
    assert papers["contract"]["files"] == ["合同.docx"]
    assert not papers["transport"]["there"]
    assert [one["state"] for one in told["events"]] == ["ready_to_file", "filed"]
    assert all({"duty", "day", "reckonings"} <= set(one) for one in told["deadlines"])


@pytest.mark.parametrize(("lang", "part"), [("zh", "已索赔"), ("en", "Protracted default")])
def test_the_claim_in_words(call: Call, claimed: tuple[Path, int], lang: str, part: str) -> None:
    file, claim_id = claimed
    told = call("claim", file, "--claim", claim_id, lang=lang)
    assert told.code == 0
    assert part in told.out
    assert "2,200.00" in told.out
    assert "{" not in told.out


@pytest.fixture
def offset(tmp_path: Path) -> tuple[Path, int]:
    """A file with a filed claim of a buyer that had 1,200 on account at the day of loss."""
    file = tmp_path / "y.holdfast"
    session = insured(file)
    try:
        came = Document(1, DocumentKind.RECEIPT, "R-7", date(2025, 9, 1), "CNY", 1200_00)
        session.ledger.enter_receipt(came)
        return file, filed(session)
    finally:
        session.close()


def test_what_is_set_off_for_programs(call: Call, offset: tuple[Path, int]) -> None:
    file, claim_id = offset
    found = call("claim", file, "--claim", claim_id, "--json").json()["calculation"]
    assert (found["debt"], found["set_off"], found["owed"], found["covered"]) == (
        "3000.00", "1200.00", "1800.00", "1800.00",
    )  # fmt: skip
    assert next(iter(found["not_covered"].items())) == ("set_off", "1200.00")
    assert [one["credits"] for one in found["invoices"]] == [
        [{"kind": "receipt", "number": "R-7", "on": "2025-09-01", "amount": amount}]
        for amount in ("1000.00", "200.00")
    ]


@pytest.mark.parametrize(("lang", "part"), [("zh", "冲抵发票 A"), ("en", "off invoice A")])
def test_what_is_set_off_in_words(call: Call, offset: tuple[Path, int], lang: str, part: str) -> None:
    file, claim_id = offset
    told = call("claim", file, "--claim", claim_id, lang=lang)
    assert part in told.out
    assert "−1,200.00" in told.out


def test_the_pack(call: Call, claimed: tuple[Path, int], tmp_path: Path) -> None:
    file, claim_id = claimed
    told = call("claim", file, "--claim", claim_id, "--pack", tmp_path / "p.pdf")
    assert told.code == 0
    assert "合同.docx" in told.out
    document = pypdfium2.PdfDocument(str(tmp_path / "p.pdf"))
    assert f"({len(document)} pages)" in told.out
    document.close()


def test_wrong_calls(call: Call, claimed: tuple[Path, int], tmp_path: Path) -> None:
    file, claim_id = claimed
    gone = call("claim", file, "--claim", 999, "--json")
    assert (gone.code, gone.out) == (1, "")
    assert gone.err
    nowhere = call("claim", file, "--claim", claim_id, "--pack", tmp_path / "none" / "p.pdf")
    assert nowhere.code != 0
    onto = call("claim", file, "--claim", claim_id, "--pack", file)
    assert onto.code != 0
    assert call("claim", file, "--claim", claim_id).code == 0
