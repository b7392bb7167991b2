"""``credit-report``: a customer's file as a PDF, in both languages, and wrong calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Call
from tests.reports.samples import text_of


@pytest.mark.parametrize(("lang", "said"), [("zh", "客户信用报告"), ("en", "Credit report")])
def test_a_report_is_written(call: Call, sample: Path, tmp_path: Path, lang: str, said: str) -> None:
    path = tmp_path / "r.pdf"
    answer = call("credit-report", sample, "--customer", "C1001", "--pdf", path, "--as-of", AS_OF, lang=lang)
    assert (answer.code, answer.err) == (0, "")
    assert str(path) in answer.out
    assert said in text_of(path)


def test_an_unknown_customer_is_refused(call: Call, sample: Path, tmp_path: Path) -> None:
    answer = call("credit-report", sample, "--customer", "nobody", "--pdf", tmp_path / "r.pdf")
    assert answer.code == 2
    assert "nobody" in answer.err
    assert not (tmp_path / "r.pdf").exists()
