"""``order-check``: the answer for people and for programs, and wrong calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.domain.credit_record import CreditLimit, OpenOrder
from app.services.sample.deciding import OWNER
from tests.cli.conftest import AS_OF, Call


@pytest.fixture
def limited(sample: Path) -> tuple[Path, str]:
    """The sample company with a limit and an open order for its first customer; the customer's code."""
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    try:
        row = session.customers.rows(session.customers.ids())[0]
        session.orders.save(OpenOrder(row.id, "SO-7", AS_OF, "CNY", 1_000_00))
        used = session.limits.usage([row.id], AS_OF)[row.id].used.minor
        limit = CreditLimit(AS_OF, "set", "CNY", customer_id=row.id, amount=used + 500_00, approved_by=OWNER)
        session.limits.grant(limit)
        return sample, row.code
    finally:
        session.close()


def test_the_answer_with_its_numbers(call: Call, limited: tuple[Path, str]) -> None:
    file, code = limited
    told = call(
        "order-check", file, "--customer", code, "--amount", "500.01", "--as-of", AS_OF, "--json"
    ).json()
    assert told["answer"] == "hold"
    [held] = [one for one in told["reasons"] if one["effect"] == "hold"]
    assert held["code"] == "order.exceeded"
    assert held["params"]["over"] == {"amount": "0.01", "currency": "CNY"}
    assert told["exposure"]["pieces"]["ordered"] == "1000.00"
    assert any(row["number"] == "SO-7" for row in told["exposure"]["rows"])
    fits = call("order-check", file, "--customer", code, "--amount", "500.01", "--prepaid", "0.01", "--json")
    assert fits.json()["answer"] == "go"


@pytest.mark.parametrize(("lang", "part"), [("zh", "暂停发货"), ("en", "Hold")])
def test_the_answer_in_words(call: Call, limited: tuple[Path, str], lang: str, part: str) -> None:
    file, code = limited
    told = call("order-check", file, "--customer", code, "--amount", "9,000", lang=lang)
    assert told.code == 0
    assert part in told.out
    assert "{" not in told.out


@pytest.mark.parametrize("bad", ["much", "-5", "NaN"])
def test_an_amount_that_is_none(call: Call, limited: tuple[Path, str], bad: str) -> None:
    file, code = limited
    told = call("order-check", file, "--customer", code, f"--amount={bad}")
    assert (told.code, told.out) == (2, "")


def test_nobody_of_that_code(call: Call, sample: Path) -> None:
    assert call("order-check", sample, "--customer", "??", "--amount", "1").code == 2


@pytest.mark.parametrize("huge", ["1e999999", "1e400", "10000000000000000"])
@pytest.mark.parametrize("option", ["--amount", "--prepaid"])
def test_an_amount_that_no_ledger_holds(
    call: Call, limited: tuple[Path, str], huge: str, option: str
) -> None:
    file, code = limited
    given = {"--amount": "100", "--prepaid": "0"} | {option: huge}
    told = call("order-check", file, "--customer", code, *(f"{name}={text}" for name, text in given.items()))
    assert (told.code, told.out) == (1, "")
    assert "too large" in told.err


@pytest.mark.parametrize(
    ("lang", "name"), [("zh", "上海朗沃汽车零部件有限公司"), ("en", "Shanghai Langwo Auto Parts Co., Ltd.")]
)
def test_a_customer_is_called_by_its_name_in_that_language(
    call: Call, limited: tuple[Path, str], lang: str, name: str
) -> None:
    file, _code = limited
    told = call("order-check", file, "--customer", "C1001", "--amount", "9,000", lang=lang)
    assert told.out.startswith(name)
