"""``cover``, ``declaration`` and ``deadlines`` over a file with a policy, and wrong calls."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

from app.bootstrap import build_app
from app.cli.declaration import span
from app.cli.parser import CallError
from app.domain.clock import FixedClock
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import Anchor, Frequency, Period, PolicyTerms
from tests.cli.conftest import AS_OF, Call

_TERMS = PolicyTerms(
    notify=(Period(Anchor.DUE, 60),),
    declaration=Frequency.QUARTER,
    declaration_due=Period(Anchor.PERIOD_END, 20),
)


@pytest.fixture
def insured(sample: Path) -> Path:
    """The sample company with a policy of its own over its last year and a limit for its first customer."""
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    start = AS_OF.replace(year=AS_OF.year - 1)
    try:
        record = InsurancePolicy("测试保险", "T-1", start, AS_OF, "CNY", "", state="active")
        saved = session.policies.save(record, _TERMS)
        [policy] = saved.touched["insurance_policy"]
        customer = session.customers.ids()[0]
        told = LimitDecision(policy, customer, start, start, "granted", "", amount=100_000_00)
        session.policies.decide(told)
        return sample
    finally:
        session.close()


def test_cover_for_programs(call: Call, insured: Path) -> None:
    told = call("cover", insured, "--as-of", AS_OF, "--json").json()
    whole, covered = Decimal(told["open"]), Decimal(told["insured"])
    assert Decimal(0) < covered < whole
    assert sum(Decimal(one["amount"]) for one in told["gaps"]) == whole - covered
    assert sum(Decimal(one["open"]) for one in told["buyers"]) == whole
    for one in told["invoices"]:
        assert Decimal(one["open"]) == Decimal(one["insured"]) + sum(map(Decimal, one["gaps"].values()))
        set_off = sum(Decimal(each["amount"]) for each in one["on_account"])
        assert set_off == Decimal(one["gaps"].get("set_off", 0))
    on_account = Decimal(told["on_account"])
    assert on_account == sum(Decimal(one["on_account"]) for one in told["buyers"]) > 0
    assert Decimal(told["net_debt"]) == whole - on_account == covered + Decimal(told["uninsured"])


@pytest.mark.parametrize(("lang", "part"), [("zh", "保险覆盖率"), ("en", "insured share")])
def test_cover_for_people(call: Call, insured: Path, lang: str, part: str) -> None:
    told = call("cover", insured, "--as-of", AS_OF, lang=lang)
    assert told.code == 0
    assert part in told.out


def test_a_declaration_and_its_workbook(call: Call, insured: Path, tmp_path: Path) -> None:
    period = f"{AS_OF.year}Q4"
    told = call("declaration", insured, "--policy", "t-1", "--period", period, "--json").json()
    assert Decimal(told["turnover"]) == sum(Decimal(one["turnover"]) for one in told["lines"])
    path = tmp_path / "申报.xlsx"
    assert call("declaration", insured, "--policy", "T-1", "--period", period, "--xlsx", path).code == 0
    found = openpyxl.load_workbook(path)
    assert {sheet.cell(3, 1).value for sheet in found} == {
        "Declared without VAT, which the policy does not insure."
    }
    assert told["vat_included"] is False
    said = call("declaration", insured, "--policy", "T-1", "--period", period, lang="zh").out
    assert "不含增值税" in said


@pytest.mark.parametrize(
    "wrong", [("--policy", "none", "--period", "2025Q4"), ("--policy", "T-1", "--period", "2025Q5")]
)
def test_a_wrong_call_gets_a_sentence(call: Call, insured: Path, wrong: tuple[str, ...]) -> None:
    told = call("declaration", insured, *wrong)
    assert told.code == 2
    assert told.err.strip()


def test_deadlines_and_their_calendar(call: Call, insured: Path, tmp_path: Path) -> None:
    told = call("deadlines", insured, "--as-of", AS_OF, "--json").json()
    assert told["duties"]
    assert all(one["last_safe_day"] <= one["day"] for one in told["duties"])
    path = tmp_path / "期限.ics"
    assert call("deadlines", insured, "--as-of", AS_OF, "--ics", path).code == 0
    events = [part for part in Calendar.from_ical(path.read_bytes()).walk() if part.name == "VEVENT"]
    assert len(events) == len(told["duties"])
    assert call("deadlines", insured, "--as-of", AS_OF, "--ics", tmp_path).code != 0


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024Q1", "2024-01-01", "2024-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-10-05..2025-11-06", "2025-10-05", "2025-11-06"),
    ],
)
def test_periods_as_they_are_typed(text: str, first: str, last: str) -> None:
    assert span(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "2025Q0", "2025-13", "25Q1", "2025-02-30..2025-03-01"])
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(CallError):
        span(text)
