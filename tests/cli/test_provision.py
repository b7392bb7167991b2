"""``provision`` over a file: the worked case, the sample, papers with the same figures, wrong calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.provision import RateSource, Scenario, Standard
from app.domain.provision_policy import Ageing, ProvisionPolicy, TypedRate
from app.words.formats import amount
from tests.cli.conftest import AS_OF, Call

RATES = ("0.3", "1.6", "3.6", "6.6", "10.6")
GROSS = (15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000)


@pytest.fixture
def company_m(tmp_path: Path) -> Path:
    """Company M of IFRS 9, illustrative example 12."""
    path = tmp_path / "m.holdfast"
    session = build_app(FixedClock(AS_OF)).files.create(path, Company("M", "CNY"))
    try:
        customer = min(session.customers.create(Customer("N")).touched["customer"])
        for place, (gross, days) in enumerate(zip(GROSS, (-5, 10, 40, 70, 120), strict=True)):
            due = AS_OF - timedelta(days)
            issued = min(due, AS_OF) - timedelta(30)
            session.ledger.enter(
                Document(customer, DocumentKind.INVOICE, f"F{place}", issued, "CNY", gross * 100, due)
            )
        typed = tuple(
            TypedRate(Ageing.BOARD, "", place, Decimal(rate), "IFRS 9 IE12")
            for place, rate in enumerate(RATES)
        )
        session.provisions.save_policy(replace(ProvisionPolicy(), method=RateSource.TYPED, typed=typed))
        return path
    finally:
        session.close()


def test_the_standard_s_own_company(call: Call, company_m: Path) -> None:
    told = call("provision", company_m, "--as-of", AS_OF, "--json").json()
    assert (told["gross"], told["provision"]) == ("30000000.00", "580000.00")
    assert [one["provision"] for one in told["matrix"]] == [
        "45000.00", "120000.00", "144000.00", "165000.00", "106000.00",
    ]  # fmt: skip
    assert {(one["source"], one["note"]) for one in told["rates"]} == {("typed", "IFRS 9 IE12")}
    assert not told["rests_on_examples"]
    session = build_app(FixedClock(AS_OF)).files.open(company_m)
    told_of = (("base", 60, "1"), ("down", 30, "1.5"), ("up", 10, "0.8"))
    scenarios = tuple(Scenario(code, Decimal(weight), Decimal(by)) for code, weight, by in told_of)
    session.provisions.save_policy(replace(session.provisions.policy(), scenarios=scenarios))
    session.close()
    told = call("provision", company_m, "--as-of", AS_OF, "--json").json()
    assert (Decimal(told["multiplier"]), told["provision"]) == (Decimal("1.13"), "655400.00")


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("zh", ("坏账准备", "坏账准备变动", "本期计提")),
        ("en", ("Provision for bad debts", "Movement of the provision", "Charged")),
    ],
)
def test_the_sample_for_people(call: Call, sample: Path, lang: str, parts: tuple[str, ...]) -> None:
    answer = call("provision", sample, "--as-of", AS_OF, lang=lang)
    moved = call("provision", sample, "--as-of", AS_OF, "--json").json()["movement"]
    assert answer.code == 0
    assert all(part in answer.out for part in parts)
    assert f"{Decimal(moved['charged']):,}" in answer.out


def test_a_small_firm_is_told_what_it_may_write_off(call: Call, sample: Path) -> None:
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    policy = session.provisions.policy()
    session.provisions.save_policy(replace(policy, standard=Standard.SMALL_FIRMS))
    session.close()
    due = call("provision", sample, "--as-of", AS_OF, "--json").json()["write_offs_due"]
    told = call("provision", sample, "--as-of", AS_OF).out
    assert due
    assert "Debts that may be written off" in told
    assert all(one["number"] in told for one in due)
    assert "Movement of the provision" not in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_of_the_paper_is_the_command_line_s(
    call: Call, sample: Path, tmp_path: Path, lang: str
) -> None:
    pdf, xlsx = tmp_path / "p.pdf", tmp_path / "p.xlsx"
    answer = call("provision", sample, "--as-of", AS_OF, "--json", "--pdf", pdf, "--xlsx", xlsx, lang=lang)
    assert answer.code == 0
    told = answer.json()
    text = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
    cells = [one[name] for one in told["matrix"] for name in ("gross", "basis", "provision")]
    moves = [told["movement"][name] for name in ("begin", "charged", "end")]
    changes = [one["provision"] for one in told["sensitivity"]]
    for figure in (told["gross"], told["provision"], *cells, *moves, *changes):
        written = amount(int(Decimal(figure) * 100), 2, zero_dash=True)
        assert written in text, figure
    assert sum(Decimal(one["provision"]) for one in told["matrix"]) == Decimal(told["matrix_provision"])
    assert sum(Decimal(one["gross"]) for one in told["matrix"]) == Decimal(told["gross"])
    book = openpyxl.load_workbook(xlsx, read_only=True)
    sheet = book.worksheets[0]
    numbers = {round(cell, 2) for row in sheet.values for cell in row if isinstance(cell, int | float)}
    assert {float(figure) for figure in cells} <= numbers
    book.close()


def test_wrong_calls(call: Call, sample: Path, tmp_path: Path) -> None:
    assert call("provision", sample).code == 2
    assert call("provision", sample, "--as-of", "2025-02-30").code == 2
    assert call("provision", tmp_path / "no.holdfast", "--as-of", AS_OF).code == 2
