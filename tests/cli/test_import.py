"""Importing from the command line: preview, write, refuse, and say what happened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call

INVOICES = """发票号码,开票日期,客户编码,客户名称,到期日,金额
HX-001,2025-10-08,K1,甲一机械有限公司,2025-11-07,1200.50
HX-002,2025-11-03,K2,乙二电气有限公司,2025-12-03,800.00
HX-003,2025-12-01,K1,甲一机械有限公司,2025-12-31,99.50
合计,,,,,2100.00
"""
RECEIPTS = """收款单号,收款日期,客户编码,客户名称,收款金额,发票号
SK-1,2025-11-10,K1,甲一机械有限公司,1200.50,HX-001
"""


@pytest.fixture
def company(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "c.holdfast"
    assert call("new", path, "--name", "恒信", "--currency", "CNY").code == 0
    return path


def written(tmp_path: Path, text: str, name: str = "s.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def balance(call: Call, company: Path, as_of: str = "2025-12-31") -> dict[str, str]:
    board = call("aging", company, "--as-of", as_of, "--json").json()
    return {row["label"]: row["balance"] for row in board["rows"]}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_invoices_come_in_once(call: Call, company: Path, tmp_path: Path, lang: str) -> None:
    source = written(tmp_path, INVOICES)
    done = call("import", company, source, lang=lang)
    assert (done.code, done.err) == (0, "")
    assert ("新增 3" if lang == "zh" else "3 new") in done.out
    assert "2,100.00" in done.out
    assert sorted(balance(call, company).values()) == ["1300.00", "800.00"]
    again = call("import", company, source, lang=lang)
    assert ("跳过 3" if lang == "zh" else "3 skipped") in again.out
    assert sorted(balance(call, company).values()) == ["1300.00", "800.00"]


def test_a_preview_writes_nothing(call: Call, company: Path, tmp_path: Path) -> None:
    before = company.read_bytes()
    done = call("import", company, written(tmp_path, INVOICES), "--dry-run", "--json").json()
    assert (done["kind"], done["added"], done["written"], done["change_set"]) == ("invoices", 3, False, None)
    assert done["totals"][0]["found"] == done["totals"][0]["stated"] == "2100.00"
    assert company.read_bytes() == before


def test_receipts_settle_what_they_name(call: Call, company: Path, tmp_path: Path) -> None:
    call("import", company, written(tmp_path, INVOICES))
    source = written(tmp_path, RECEIPTS, "r.csv")
    done = call("import", company, source, "--kind", "receipts", "--json")
    assert done.code == 0
    assert balance(call, company, "2025-11-09")["甲一机械有限公司"] == "1200.50"
    assert balance(call, company)["甲一机械有限公司"] == "99.50"


def test_receipts_find_their_invoices_unless_told_not_to(call: Call, company: Path, tmp_path: Path) -> None:
    call("import", company, written(tmp_path, INVOICES))
    source = written(tmp_path, RECEIPTS, "r.csv")
    done = call("import", company, source, "--allocate", "none", "--json").json()
    assert done["kind"] == "receipts"
    rows = call("aging", company, "--as-of", "2025-12-31", "--json").json()["rows"]
    assert any(row["receipts"] != "0.00" for row in rows)


def test_a_bad_row_stops_everything_unless_rejects_are_wanted(
    call: Call, company: Path, tmp_path: Path
) -> None:
    source = written(tmp_path, INVOICES.replace("2025-11-03", "2025-11-33").replace("合计,,,,,2100.00\n", ""))
    refused = call("import", company, source)
    assert refused.code == 1
    assert "row 3" in refused.err
    assert not balance(call, company)
    rejects = tmp_path / "rejects.xlsx"
    done = call("import", company, source, "--rejects", rejects)
    assert done.code == 0
    assert sorted(balance(call, company).values()) == ["1300.00"]
    sheet = load_workbook(rejects).active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(cells) == 2
    assert "HX-002" in cells[1]


def test_a_snapshot_settles_what_vanished(call: Call, company: Path, tmp_path: Path) -> None:
    call("import", company, written(tmp_path, INVOICES))
    left = "\n".join(line for line in INVOICES.splitlines() if "HX-002" not in line and "合计" not in line)
    source = written(tmp_path, left + "\n", "left.csv")
    preview = call("import", company, source, "--snapshot-of", "2025-12-31", "--dry-run", "--json").json()
    assert preview["settled"] == 1
    assert preview["totals"][0]["closing"] == "800.00"
    assert call("import", company, source, "--snapshot-of", "2025-12-31").code == 0
    assert balance(call, company) == {"甲一机械有限公司": "1300.00"}


def test_a_mapping_names_the_columns(call: Call, company: Path, tmp_path: Path) -> None:
    source = written(
        tmp_path, "a,b,c,d\n7,03/04/2025,Ostwerk,1.200,5\n".replace("1.200,5", '"1.200,50"'), "m.csv"
    )
    told = {
        "kind": "invoices",
        "header_row": 1,
        "columns": {"number": "a", "invoice_date": "b", "customer": 3, "amount": "d"},
        "date_order": "dmy",
        "decimal": ",",
        "currency": "EUR",
    }
    mapping = tmp_path / "m.json"
    mapping.write_text(json.dumps(told), "utf-8")
    done = call("import", company, source, "--mapping", mapping)
    assert (done.code, done.err) == (0, "")
    board = call("aging", company, "--as-of", "2025-04-03", "--json").json()
    assert [(row["currency"], row["balance"]) for row in board["rows"]] == [("EUR", "1200.50")]
    assert not call("aging", company, "--as-of", "2025-04-02", "--json").json()["rows"]


def test_a_match_says_who_a_name_is(call: Call, company: Path, tmp_path: Path) -> None:
    call("import", company, written(tmp_path, INVOICES))
    code = call("aging", company, "--as-of", "2025-12-31", "--json").json()["rows"][0]["code"]
    row = "发票号码,开票日期,客户名称,金额\nHX-9,2025-12-05,甲一(老账户),50\n"
    done = call("import", company, written(tmp_path, row, "n.csv"), "--match", f"甲一(老账户)={code}")
    assert done.code == 0
    assert len(balance(call, company)) == 2
    assert call("import", company, written(tmp_path, row, "o.csv"), "--match", "甲一=K99").code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_source_that_is_not_there(call: Call, company: Path, tmp_path: Path, lang: str) -> None:
    refused = call("import", company, tmp_path / "none.csv", lang=lang)
    assert (refused.code, refused.out) == (2, "")
    assert "none.csv" in refused.err


def test_an_unreadable_source_is_wrong_data(call: Call, company: Path, tmp_path: Path) -> None:
    source = tmp_path / "s.xlsx"
    source.write_bytes(b"PK\x03\x04 and no workbook")
    refused = call("import", company, source)
    assert refused.code == 1
    assert refused.err.strip()


MIXED = """Customer,Invoice number,Invoice date,Amount,Status
Acme,I-1,2025-01-05,10.00,Authorised
Acme,I-2,2025-01-06,20.00,Voided
Acme,I-3,2025-01-07,0.00,Authorised
Acme,I-4,2025-02-30,40.00,Authorised
"""


def test_every_row_is_accounted_for(call: Call, company: Path, tmp_path: Path) -> None:
    source = tmp_path / "mixed.csv"
    source.write_text(MIXED, "utf-8")
    told = call("import", company, source, "--json", "--rejects", tmp_path / "rejects.xlsx").json()
    assert (told["added"], told["refused"]) == (1, 1)
    assert [(one["row"], one["code"]) for one in told["left_out"]] == [
        (3, "import.skip.void"),
        (4, "import.skip.zero"),
    ]
    again = call("import", company, source, "--rejects", tmp_path / "rejects.xlsx")
    assert "1 row left out: Voided (row 3)" in again.out
    assert "Nothing new in the file" in again.out
    assert "不导入 1 行：金额为零（第 4 行）" in call("import", company, source, lang="zh").out


def test_the_rejected_rows_never_replace_the_source(call: Call, company: Path, tmp_path: Path) -> None:
    source = tmp_path / "mixed.csv"
    source.write_text(MIXED, "utf-8")
    refused = call("import", company, source, "--rejects", source)
    assert (refused.code, source.read_text("utf-8")) == (2, MIXED)
    onto = call("import", company, source, "--rejects", company)
    assert onto.code == 2
    assert call("aging", company, "--as-of", "2025-12-31", "--json").json()["rows"] == []


def test_missing_columns_point_to_the_mapping(call: Call, company: Path, tmp_path: Path) -> None:
    source = tmp_path / "thin.csv"
    source.write_text("customer,amount\nAcme,100\n", "utf-8")
    for lang in ("zh", "en"):
        stopped = call("import", company, source, lang=lang)
        assert stopped.code == 1
        assert "--mapping" in stopped.err
        assert '{"columns": {"number"' in stopped.err


def test_open_dates_point_to_the_mapping(call: Call, company: Path, tmp_path: Path) -> None:
    source = written(tmp_path, "Customer,Invoice number,Invoice date,Amount\nAcme,I-1,01/02/2025,5\n")
    for lang in ("zh", "en"):
        stopped = call("import", company, source, lang=lang)
        assert stopped.code == 1
        assert "--mapping" in stopped.err
        assert '{"date_order": "dmy"}' in stopped.err
    mapping = written(tmp_path, '{"date_order": "dmy"}', "m.json")
    assert call("import", company, source, "--mapping", mapping).code == 0
    assert balance(call, company, "2025-01-31") == {}
