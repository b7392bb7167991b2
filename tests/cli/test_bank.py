"""The bank command: dry, for people, for programs, twice, and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from tests.cli.conftest import AS_OF, Call
from tests.imports.statements import CAMT, CHINESE, MT940


@pytest.fixture
def company(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "恒信.holdfast"
    call("new", path, "--name", "恒信五金有限公司", "--currency", "CNY")
    invoices = tmp_path / "发票.csv"
    invoices.write_text(
        "发票号码,客户名称,开票日期,价税合计\nHQ2509-103,苏州恒岳贸易有限公司,2025-05-01,12000\n", "utf-8"
    )
    assert call("import", path, invoices).code == 0
    return path


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "流水.csv"
    path.write_bytes(CHINESE.encode("gbk"))
    return path


def test_a_dry_run_writes_nothing(call: Call, company: Path, statement: Path) -> None:
    before = company.read_bytes()
    told = call("bank", company, statement, "--dry-run", lang="zh")
    assert (told.code, told.err) == (0, "")
    assert "单据号 HQ2509-103 出现在摘要中" in told.out
    assert "没有写入" in told.out
    assert company.read_bytes() == before


def test_a_statement_is_applied_once(call: Call, company: Path, statement: Path) -> None:
    first = call("bank", company, statement, "--json").json()["statements"][0]
    assert (first["added"], first["applied"], first["waiting"], first["ignored"]) == (3, 1, 1, 1)
    assert (first["account"], first["currency"], first["written"]) == ("6222021234567890", "CNY", True)
    line = first["lines"][0]
    assert (line["amount"], line["outcome"]) == ("12000.00", "apply")
    assert line["proposals"][0]["invoices"] == [
        {"number": "HQ2509-103", "amount": "12000.00", "currency": "CNY"}
    ]
    assert line["proposals"][0]["evidence"][0]["text"] == "Number HQ2509-103 stands in the text"
    again = call("bank", company, statement, "--json").json()["statements"][0]
    assert (again["added"], again["known"], again["written"]) == (0, 3, False)
    board = call("aging", company, "--as-of", "2025-06-30", "--json").json()
    assert board["rows"] == []
    assert call("check", company).code == 0


def test_who_holds_the_file_is_named(call: Call, company: Path, statement: Path) -> None:
    session = build_app(FixedClock(AS_OF)).files.open(company)
    try:
        refused = call("bank", company, statement)
        assert call("bank", company, statement, "--dry-run").code == 0
    finally:
        session.close()
    assert (refused.code, refused.out) == (1, "")
    assert "is open for" in refused.err
    assert call("bank", company, statement, "--json").json()["statements"][0]["added"] == 3


def test_every_account_of_a_file_is_taken_in(call: Call, company: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sta"
    path.write_text(MT940.replace(":25:37040044/0532013000\n:28C:2/1", ":25:99999999/1\n:28C:2/1"), "utf-8")
    told = call("bank", company, path, "--json").json()
    assert [one["account"] for one in told["statements"]] == ["37040044/0532013000", "99999999/1"]
    assert "Choose the others" not in call("bank", company, path).out


def test_the_account_can_be_named(call: Call, company: Path, statement: Path, tmp_path: Path) -> None:
    wrong = call("bank", company, statement, "--account", "建行")
    assert (wrong.code, wrong.out) == (2, "")
    assert "建行" in wrong.err
    call("bank", company, statement)
    assert call("bank", company, statement, "--account", "6222021234567890", "--json").json()["statements"]
    euro = tmp_path / "a.xml"
    euro.write_text(CAMT, "utf-8")
    refused = call("bank", company, euro, "--account", "1")
    assert refused.code == 1
    assert "EUR" in refused.err


def test_a_file_with_problems_is_not_taken_in(call: Call, company: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("交易日期,收入,对方户名\n2025-06-02,abc,甲\n2025-06-03,5,乙\n", "utf-8")
    told = call("bank", company, path)
    assert told.code == 1
    assert "Row 2" in told.err
    assert "--skip-bad-rows" in told.err
    assert call("bank", company, path, "--json").json()["statements"][0]["stopped"]


def test_the_rest_of_a_file_with_a_bad_row_is_taken_in_when_asked(
    call: Call, company: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("交易日期,收入,对方户名\n2025-06-02,abc,甲\n2025-06-03,5,乙\n", "utf-8")
    told = call("bank", company, path, "--skip-bad-rows", "--json").json()["statements"][0]
    assert (told["written"], told["added"], told["left_out"]) == (True, 1, [2])
    path.write_text("交易日期,收入,对方户名\n2025-06-02,abc,甲\n", "utf-8")
    assert call("bank", company, path, "--skip-bad-rows").code == 1


def test_a_hostile_file_gets_a_sentence(call: Call, company: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text('<?xml version="1.0"?><!DOCTYPE x []>' + CAMT.partition("\n")[2], "utf-8")
    told = call("bank", company, path, lang="zh")
    assert (told.code, told.out) == (1, "")
    assert "实体声明" in told.err
    assert call("bank", company, tmp_path / "none.csv").code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    from app.cli.parser import build

    with pytest.raises(SystemExit):
        build(lang).parse_args(["bank", "--help"])
    told = capsys.readouterr().out
    assert "MT940" in told
    assert "--dry-run" in told
