"""``holdfast help``: the contents, a topic, a search, and paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.cli.printing import columns_of
from tests.cli.conftest import Call


@pytest.mark.parametrize(("lang", "word"), [("zh", "信用管理手册"), ("en", "The playbook of credit control")])
def test_without_a_topic_it_lists_the_contents(call: Call, lang: str, word: str) -> None:
    done = call("help", lang=lang)
    assert word in done.out
    assert "kpi.dso" in done.out


def test_a_topic_is_told_and_an_unknown_one_is_a_sentence(call: Call) -> None:
    assert "÷" in call("help", "kpi.dso").out
    refused = call("help", "kpi.none")
    assert refused.code == 2
    assert "There is no help on “kpi.none”" in refused.err


def test_no_line_is_wider_than_a_terminal(call: Call) -> None:
    for part in ("playbook", "kpi", "page", "grade"):
        told = call("help", part, lang="zh").out
        assert all(columns_of(line) <= 94 for line in told.splitlines())


def test_a_search_knows_initials(call: Call) -> None:
    assert "kpi.overdue_rate" in call("help", "--search", "yql", lang="zh").out
    assert "没有找到" in call("help", "--search", "无此内容", lang="zh").out
    found = call("help", "--search", "DSO", "--json").json()
    assert found[0]["key"].startswith("kpi.dso")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pdf_alone_is_the_playbook(call: Call, lang: str, tmp_path: Path) -> None:
    path = tmp_path / "playbook.pdf"
    call("help", "--pdf", str(path), lang=lang)
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert ("不构成法律意见" if lang == "zh" else "not legal advice") in text
    assert ("万一变坏" if lang == "zh" else "what if it goes wrong") in text
    call("help", "guide.figures", "--pdf", str(path), lang=lang)
    assert len(PdfReader(path).pages) == 1
