"""``score`` and ``rescore``: every point told, values typed over, everybody at once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Call

DAY = AS_OF.isoformat()


def test_one_score_as_json_sums_up(call: Call, sample: Path) -> None:
    told = call("score", sample, "--customer", "C1006", "--as-of", DAY, "--json").json()
    assert sum(Decimal(one["points"]) for one in told["indicators"]) == Decimal(told["score"])
    assert (told["card"], told["grade"]) == ("existing", "D")
    assert "long_overdue" in [one["code"] for one in told["knockouts"]]
    assert len(told["reasons"]) == 4
    assert {one["code"] for one in told["limit"]["candidates"]} >= {"need", "own_revenue", "previous"}


def test_values_are_typed_over(call: Call, sample: Path, tmp_path: Path) -> None:
    given = (
        '{"debt_ratio": 35, "registration": "normal", "days_late": {"value": {"number": "3"}, "reason": "x"}}'
    )
    path = tmp_path / "values.json"
    path.write_text(given, "utf-8")
    for source in (given, path):
        told = call(
            "score", sample, "--customer", "C1006", "--as-of", DAY, "--json", "--inputs", source
        ).json()
        found = {one["indicator"]: one for one in told["indicators"]}
        assert (found["debt_ratio"]["value"], found["debt_ratio"]["rate"]) == ("35", "100")
        assert (found["days_late"]["source"], found["registration"]["bin"]["choice"]) == ("typed", "normal")
        assert Decimal(found["days_late"]["replaces"]) > 45


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--card", "nobody"], 1, "There is no scorecard “nobody”"),
        (["--inputs", "{"], 1, "cannot be read"),
        (["--inputs", '{"height": 3}'], 1, "no indicator “height”"),
        (["--inputs", '{"debt_ratio": "much"}'], 1, "debt_ratio = much"),
        (["--inputs", "/no/such.json"], 2, "cannot be opened"),
        (["--inputs", '{"debt_ratio": "NaN"}'], 2, "debt_ratio: “NaN” is not a number"),
        (["--inputs", '{"debt_ratio": "1e400"}'], 2, "debt_ratio: “1.000E+400” is not a number"),
        (["--inputs", '{"current_ratio": -1}'], 2, "current_ratio: It must be at least 0"),
    ],
)
def test_what_is_wrong_is_said(call: Call, sample: Path, options: list[str], code: int, said: str) -> None:
    told = call("score", sample, "--customer", "C1006", "--as-of", DAY, *options)
    assert (told.code, told.out) == (code, "")
    assert said in told.err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_file_without_end_is_not_read_to_its_end(call: Call, sample: Path) -> None:
    told = call("score", sample, "--customer", "C1006", "--as-of", DAY, "--inputs", "/dev/zero")
    assert (told.code, told.out) == (2, "")
    assert "too big" in told.err


def test_a_score_in_words(call: Call, sample: Path) -> None:
    for lang, title, lost in (
        ("zh", "C1006 的信用评分", "平均迟付"),
        ("en", "Credit score of C1006", "Average days late"),
    ):
        told = call("score", sample, "--customer", "C1006", "--as-of", DAY, "--card", "new", lang=lang)
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith(title)
        assert "{" not in told.out
        assert lost not in told.out
        told = call("score", sample, "--customer", "C1006", "--as-of", DAY, lang=lang)
        assert lost in told.out


def test_everybody_again(call: Call, sample: Path) -> None:
    told = call("rescore", sample, "--as-of", DAY, "--json").json()
    assert len(told["customers"]) > 50
    assert {one["card"] for one in told["customers"]} <= {"existing", "new"}
    for lang in ("zh", "en"):
        words = call("rescore", sample, "--as-of", DAY, lang=lang)
        assert (words.code, words.err) == (0, "")
        assert len(words.out.splitlines()) == len(told["customers"]) + 2
