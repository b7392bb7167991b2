"""``review`` over the sample company: words, JSON, parts chosen, and wrong calls."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.domain.document import Document, DocumentKind
from tests.cli.conftest import AS_OF, Call


@pytest.mark.parametrize(
    ("lang", "parts"),
    [("zh", ("2025 年第四季度", "逾期率", "未达")), ("en", ("Quarter 4, 2025", "Overdue rate", "missed"))],
)
def test_a_review_for_people(call: Call, sample: Path, lang: str, parts: tuple[str, ...]) -> None:
    told = call("review", sample, "--quarter", "2025Q4", lang=lang)
    assert told.code == 0
    assert all(part in told.out for part in parts)


def test_what_was_locked_is_told_as_it_was(call: Call, sample: Path) -> None:
    told = call("review", sample, "--quarter", "2025Q3", "--json").json()
    assert (told["state"], told["sound"], told["differences"]) == ("locked", True, [])
    assert len(told["digest"]) == 64
    assert told["prepared_by"]


def test_only_the_parts_wanted(call: Call, sample: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "r.pdf"
    told = call(
        "review", sample, "--quarter", "2025Q4", "--pdf", pdf, "--sections", "breaches, figures", "--json"
    )
    assert told.code == 0
    assert [one["part"] for one in told.json()["parts"]] == ["figures", "breaches"]
    assert str(pdf) in told.err
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Breaches and overrides" in text
    assert "Aging and provision" not in text


def test_only_the_parts_wanted_for_people(call: Call, sample: Path) -> None:
    told = call("review", sample, "--quarter", "2025Q4", "--sections", "aging").out
    assert "Aging and provision" in told
    assert "Top risks" not in told
    assert "Last quarter" not in told


def test_what_history_says_otherwise_since_is_told(call: Call, sample: Path) -> None:
    same = call("review", sample, "--quarter", "2025Q3").out
    assert "nothing differs" in same
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    try:
        late = Document(
            1, DocumentKind.INVOICE, "L-1", date(2025, 9, 1), "CNY", 100_000_00, date(2025, 9, 30)
        )
        session.ledger.enter(late)
    finally:
        session.close()
    changed = call("review", sample, "--quarter", "2025Q3", "--json").json()["differences"]
    told = call("review", sample, "--quarter", "2025Q3").out
    assert f"{len(changed)} differences" in told
    assert changed
    assert all(one in told for one in changed)
    assert "报告之后历史有更改" in call("review", sample, "--quarter", "2025Q3", lang="zh").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--quarter", "2025"), "no quarter"),
        (("--quarter", "Q4/25", "--json"), "no quarter"),
        (("--quarter", "2025Q4", "--sections", "pie"), "pie"),
    ],
)
def test_wrong_calls_say_why(call: Call, sample: Path, arguments: tuple[str, ...], said: str) -> None:
    told = call("review", sample, *arguments)
    assert told.code == 2
    assert said in told.err
    assert "Traceback" not in told.err
