"""Bank statements of every format, whole, hostile and broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.domain.bank_file import BankColumns, BankFile, BankReadOptions, BankRole, RawBankLine
from app.domain.problem import EnvironmentFaultError
from app.imports.bank_reader import read_statement, with_columns
from app.words import LANGUAGES, say
from tests.imports.statements import CAMT, CHINESE, MT940, OFX

AS_FOUND = BankReadOptions()


def read(folder: Path, name: str, content: str | bytes, options: BankReadOptions = AS_FOUND) -> BankFile:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_statement(path, options, "CNY")


def facts(file: BankFile) -> tuple[object, ...]:
    return file.format, file.currency, file.account_hint, file.start, file.end, file.opening, file.closing


def brief(line: RawBankLine) -> tuple[object, ...]:
    return line.on.day, line.amount, line.payer, line.bank_id, line.returned


def test_camt_gives_parties_references_batches_and_returns(tmp_path: Path) -> None:
    file = read(tmp_path, "any.name", CAMT)
    day = date(2025, 6, 2)
    assert facts(file) == ("camt.053", "EUR", "DE89370400440532013000", day, day, 10_000, 125_000)
    assert [brief(line) for line in file.lines] == [
        (2, 100_000, "Müller GmbH", "B1", False),
        (2, 10_000, "A", "B2/1", False),
        (2, 20_000, "B", "B2/2", False),
        (2, -15_000, "C", "", True),
    ]
    first = file.lines[0]
    assert (first.text, first.reference) == ("Invoice INV-0012", "RF18539007547034 E2E-7")
    assert first.payer_account == "DE02120300000000202051"
    assert file.problems == ()


def test_camt_without_a_namespace_prefix_or_with_one_reads_alike(tmp_path: Path) -> None:
    space = 'xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"'
    bare = CAMT.replace(f" {space}", "")
    prefixed = bare.replace("</", "\0").replace("<", "<ns:").replace("\0", "</ns:").replace("<ns:?", "<?")
    prefixed = prefixed.replace("<ns:Document>", f"<ns:Document {space.replace('xmlns', 'xmlns:ns')}>")
    lines = read(tmp_path, "a.xml", CAMT).lines
    assert read(tmp_path, "b.xml", bare).lines == lines
    assert read(tmp_path, "c.xml", prefixed).lines == lines
    wide = CAMT.replace("UTF-8", "UTF-16").encode("utf-16")
    assert read(tmp_path, "d.xml", wide).lines == lines


def test_camt_leaves_out_what_is_not_booked_and_keeps_a_batch_that_does_not_add_up(tmp_path: Path) -> None:
    pending = CAMT.replace("<Cd>BOOK</Cd>", "<Cd>PDNG</Cd>")
    assert len(read(tmp_path, "a.xml", pending).lines) == 3
    odd = CAMT.replace('<Amt Ccy="EUR">200.00</Amt>', '<Amt Ccy="EUR">199.00</Amt>')
    assert [line.amount for line in read(tmp_path, "b.xml", odd).lines] == [100_000, 30_000, -15_000]


def test_mt940_of_several_statements(tmp_path: Path) -> None:
    file = read(tmp_path, "a.sta", MT940.replace("\n", "\r\n"))
    assert facts(file) == (
        "mt940", "EUR", "37040044/0532013000", date(2025, 6, 1), date(2025, 6, 3), 10_000, 94_000,
    )  # fmt: skip
    assert [brief(line) for line in file.lines] == [
        (2, 100_000, "Mueller GmbH", "B1", False),
        (2, -15_000, "", "B3", True),
        (3, -1_000, "", "", False),
    ]
    assert file.lines[0].text.startswith("Invoice INV-0012")
    assert file.lines[0].payer_account == "DE02120300000000202051"


@pytest.mark.parametrize("suffix", ["qfx", "ofx", "txt"])
def test_ofx_and_qfx(tmp_path: Path, suffix: str) -> None:
    file = read(tmp_path, f"a.{suffix}", OFX)
    assert facts(file)[:3] == ("ofx", "USD", "999888")
    assert [brief(line) for line in file.lines] == [
        (2, 123_450, "ACME & CO", "F1", False),
        (3, -1_000, "FEE", "F2", False),
    ]


def test_a_chinese_bank_csv_in_gbk(tmp_path: Path) -> None:
    file = read(tmp_path, "流水.csv", CHINESE.encode("gbk"))
    assert facts(file)[:5] == ("table", "CNY", "6222021234567890", date(2025, 6, 2), date(2025, 6, 4))
    assert [brief(line) for line in file.lines] == [
        (2, 1_200_000, "苏州恒岳贸易有限公司", "S001", False),
        (3, -50_000, "某某物业", "S002", False),
        (4, -1_200_000, "苏州恒岳贸易有限公司", "S003", True),
    ]
    assert file.lines[0].text == "货款 HQ2509-103货款"
    assert file.problems == ()


@pytest.mark.parametrize(
    ("content", "amounts"),
    [
        ("记账日,收入,支出,对方名称,附言\n2025/6/2,100,,甲,x\n2025/6/3,,40.5,乙,y\n", [10_000, -4_050]),
        (
            "交易时间,借贷标志,交易金额,对方户名\n20250602 10:00:00,贷,100,甲\n20250603,借,40,乙\n",
            [10_000, -4_000],
        ),
        ("日期,收/支,金额,对方户名\n2025年6月2日,收入,100,甲\n2025年6月3日,支出,40,乙\n", [10_000, -4_000]),
        (
            "Date,Description,Amount,Balance\n2025-06-02,ACME,100.00,1\n2025-06-03,Rent,-40.00,2\n",
            [10_000, -4_000],
        ),
        (
            "Date;Paid out;Paid in;Name\n02/06/2025;;1.234,50;ACME\n13/06/2025;40,00;;Rent\n",
            [123_450, -4_000],
        ),
        (
            "Booking date,CR/DR,Amount,Counterparty name\n2025-06-02,CR,100,A\n2025-06-03,DR,40,B\n",
            [10_000, -4_000],
        ),
    ],
)
def test_the_columns_of_banks_are_told_by_their_titles(
    tmp_path: Path, content: str, amounts: list[int]
) -> None:
    file = read(tmp_path, "a.csv", content)
    assert [line.amount for line in file.lines] == amounts
    assert [line.on.month for line in file.lines] == [6, 6]
    assert file.errors == 0


def test_a_workbook_and_columns_chosen_by_hand(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["流水"],
        ["何时", "几多", "谁"],
        [date(2025, 6, 2), 100.25, "甲"],
        [date(2025, 6, 3), -7, "乙"],
    ):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    file = read_statement(path, BankReadOptions(header_row=2), "CNY")
    assert {problem.code for problem in file.problems} == {"bank.no_date_column", "bank.no_amount_column"}
    columns = BankColumns({BankRole.DATE: (0,), BankRole.AMOUNT: (1,), BankRole.PAYER: (2,)})
    again = with_columns(file, columns, "USD")
    assert [(line.amount, line.currency, line.payer) for line in again.lines] == [
        (10_025, "USD", "甲"), (-700, "USD", "乙"),
    ]  # fmt: skip


def test_a_header_over_two_rows_tells_money_in_from_money_out(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["交通银行 对账单"],
        ["交易时间", "发生额", None, "余额", "对方信息", None, "摘要"],
        [None, "收入", "支出", None, "户名", "账号", None],
        [date(2025, 12, 29), 50.0, None, 100, "甲", "6217 1", "货款"],
        ["2025-12-30", None, 33.2, 66, "乙", "6217 2", "费用"],
    ):
        sheet.append(row)
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("E2:F2")
    path = tmp_path / "merged.xlsx"
    book.save(path)
    file = read_statement(path, AS_FOUND, "CNY")
    assert [(one.amount, one.payer, one.payer_account) for one in file.lines] == [
        (5_000, "甲", "62171"),
        (-3_320, "乙", "62172"),
    ]
    assert file.problems == ()


def test_an_amount_without_a_day_is_told_as_such(tmp_path: Path) -> None:
    file = read(tmp_path, "a.csv", "Date,Amount,Payer\n,5.00,A\n2025-12-29,6.00,B\n")
    assert [(each.code, each.params["row"]) for each in file.problems] == [("bank.missing_date", 2)]


def test_rows_that_cannot_be_read_are_problems_with_their_place(tmp_path: Path) -> None:
    content = "交易日期,收入,支出,对方户名\n2025-02-30,100,,甲\n2025-06-02,abc,,乙\n2025-06-03,,,丙\n"
    file = read(tmp_path, "a.csv", content)
    assert [(one.code, one.where.row) for one in file.problems] == [
        ("bank.bad_date", 2), ("bank.bad_amount", 3), ("bank.missing_amount", 4),
    ]  # fmt: skip
    for problem in file.problems:
        assert all(say(problem.code, lang, **problem.params) for lang in LANGUAGES)


def test_a_balance_that_does_not_follow_is_told(tmp_path: Path) -> None:
    file = read(tmp_path, "a.xml", CAMT.replace(">1250.00<", ">1251.00<"))
    assert [(one.code, file.errors) for one in file.problems] == [("bank.balance_differs", 0)]


def test_of_several_accounts_one_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    second = MT940.replace(":25:37040044/0532013000\n:28C:2/1", ":25:99999999/1\n:28C:2/1")
    file = read(tmp_path, "a.sta", second)
    assert (file.sections, len(file.lines)) == (("37040044/0532013000", "99999999/1"), 2)
    assert [one.code for one in file.problems] == ["bank.other_accounts"]
    other = read(tmp_path, "b.sta", second, BankReadOptions(section="99999999/1"))
    assert [line.amount for line in other.lines] == [-1_000]


BOMB = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bomb.xml", BOMB + CAMT.partition("\n")[2], "bank.xml_declaration"),
        ("bomb16.xml", (BOMB + CAMT.partition("\n")[2]).encode("utf-16"), "bank.xml_declaration"),
        ("cut.xml", CAMT[:1500], "bank.file_cut_off"),
        ("cut.sta", MT940[:200], "bank.file_cut_off"),
        ("cut.qfx", OFX[:700], "bank.file_cut_off"),
        ("other.xml", "<?xml version='1.0'?><a><b/></a>", "bank.no_statement"),
        ("empty.csv", b"", "import.file_empty"),
        ("a.pdf", b"%PDF-1.7 ...", "import.file_is_pdf"),
        ("a.zip", b"PK\x03\x04broken", "import.workbook_damaged"),
        ("blank.csv", b" \n \n", "import.no_rows"),
    ],
)
def test_a_wrong_file_gets_a_sentence(tmp_path: Path, name: str, content: str | bytes, code: str) -> None:
    with pytest.raises(EnvironmentFaultError) as caught:
        read(tmp_path, name, content)
    assert caught.value.code == code
    for lang in LANGUAGES:
        assert len(say(code, lang, **caught.value.params)) > 10


def test_hostile_text_comes_out_as_text(tmp_path: Path) -> None:
    nasty = "=cmd|'/c calc'!A1 <img src=x> \u202e{{ x }} \x07"
    file = read(tmp_path, "a.csv", f"交易日期,收入,对方户名\n2025-06-02,100,{nasty}\n")
    [line] = file.lines
    assert line.payer == "=cmd|'/c calc'!A1 <img src=x> {{ x }}"


@pytest.mark.parametrize("content", ["交易日期,收入,对方户名\n", "随便什么\n文字而已\n"])
def test_a_file_without_lines_says_so(tmp_path: Path, content: str) -> None:
    file = read(tmp_path, "a.csv", content)
    assert file.lines == ()
    assert file.problems


@pytest.mark.parametrize(
    ("on", "amount", "code"),
    [
        ("2101-01-01", "5", "bank.bad_date"),
        ("1979-12-31", "5", "bank.bad_date"),
        ("2025-06-02", "10000000000000.01", "bank.bad_amount"),
        ("2025-06-02", "9" * 40, "bank.bad_amount"),
    ],
)
def test_what_no_ledger_holds_is_a_problem_in_every_format(
    tmp_path: Path, on: str, amount: str, code: str
) -> None:
    table = read(tmp_path, "a.csv", f"交易日期,收入,对方户名\n{on},{amount},甲\n")
    day, money = f"<BookgDt><Dt>{on}</Dt></BookgDt>", f"<Amt Ccy='EUR'>{amount}</Amt>"
    entry = f"<Ntry>{money}<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>{day}</Ntry>"
    statement = f"<Document><BkToCstmrStmt><Stmt>{entry}</Stmt></BkToCstmrStmt></Document>"
    camt = read(tmp_path, "a.xml", statement)
    for file in (table, camt):
        assert ([one.code for one in file.problems], file.lines) == ([code], ())
