from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.importing import ColumnMap, ImportKind, Role
from app.imports import guess_columns
from app.imports.header import find_header, is_bucket, signature
from tests.imports.tables import guessed, table, text_table

ORACLES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "oracles" / "import_headers.json").read_text("utf-8")
)["import_headers"]

# What a list also holds and the worked cases leave unnamed.
BEYOND_THE_CASE = {"note"}


@pytest.mark.parametrize("case", ORACLES, ids=[case["id"] for case in ORACLES])
def test_every_known_header_maps_as_listed(case: dict[str, Any]) -> None:
    kind = ImportKind.CUSTOMERS if case["id"] == "H5" else ImportKind.INVOICES
    raw = table([[title or "" for title in case["row"]]])
    found = guessed(raw, kind)
    assert raw.header_row == 1
    assert {role: found.get(role) for role in case["map"]} == case["map"]
    assert found.keys() - case["map"].keys() <= BEYOND_THE_CASE


INVOICE_COUSINS = {
    # 用友 核销明细 (H3 of the reference): the header of three rows comes joined
    "凭证日期|凭证字号|业务日期|业务单号|业务员|对账对象编码|对账对象名称|币种|摘要|借方-发生-金额|借方-发生-本币|借方-已结-金额|借方-已结-本币|"
    "借方-未结-金额|借方-未结-本币": {
        "invoice_date": 2,
        "number": 3,
        "owner": 4,
        "customer_code": 5,
        "customer": 6,
        "currency": 7,
        "note": 8,
        "amount": 9,
        "amount_base": 10,
        "settled": 11,
        "open": 13,
    },
    # 管家婆 往来余额 (H6): a balance per customer, no documents
    "单位编号|单位全名|期初应收|应收增加|应收减少|预收余额|应收余额": {
        "customer_code": 0,
        "customer": 1,
        "open": 6,
    },
    # Sage 50 Aged Debtors (H10)
    "A/C|Name|Contact|Tel|No|Type|Date|Ref|Details|Balance|Future|Current|Period 1|Period 2|Period 3|Older": {
        "customer_code": 0,
        "customer": 1,
        "contact": 2,
        "phone": 3,
        "doc_type": 5,
        "invoice_date": 6,
        "number": 7,
        "note": 8,
        "open": 9,
    },
    # 金蝶 云星空
    "单据编号|业务日期|客户|币别|价税合计|已收款金额|未收款金额|到期日|销售员|单据状态": {
        "number": 0,
        "invoice_date": 1,
        "customer": 2,
        "currency": 3,
        "amount": 4,
        "settled": 5,
        "open": 6,
        "due": 7,
        "owner": 8,
        "status": 9,
    },
    # 用友 U8 应收明细账, debit and credit
    "日期|凭证号|客户编码|客户名称|摘要|本期应收|本期收款|方向|余额": {
        "invoice_date": 0,
        "number": 1,
        "customer_code": 2,
        "customer": 3,
        "note": 4,
        "debit": 5,
        "credit": 6,
        "direction": 7,
        "balance": 8,
    },
    # tax office export of issued invoices
    "发票号码|开票日期|购方单位名称|购方税号|金额|税额|价税合计|发票状态": {
        "number": 0,
        "invoice_date": 1,
        "customer": 2,
        "tax_id": 3,
        "net": 4,
        "tax": 5,
        "amount": 6,
        "status": 7,
    },
    "发票号码|开票日期|购买方名称|金额|税额": {
        "number": 0,
        "invoice_date": 1,
        "customer": 2,
        "net": 3,
        "tax": 4,
    },
    # QuickBooks Desktop open invoices
    "Type|Date|Num|P. O. #|Terms|Due Date|Aging|Open Balance|Name": {
        "doc_type": 0,
        "invoice_date": 1,
        "number": 2,
        "reference": 3,
        "terms": 4,
        "due": 5,
        "overdue_days": 6,
        "open": 7,
        "customer": 8,
    },
    # Zoho Books invoices
    (
        "Invoice Date|Invoice Number|Invoice Status|Customer Name|Due Date|"
        "Currency Code|Exchange Rate|Total|Balance|Sales person"
    ): {
        "invoice_date": 0,
        "number": 1,
        "status": 2,
        "customer": 3,
        "due": 4,
        "currency": 5,
        "rate": 6,
        "amount": 7,
        "open": 8,
        "owner": 9,
    },
    # Wave aged receivables detail
    "Invoice #|Customer|Invoice date|Due date|Total amount|Amount paid|Amount due": {
        "number": 0,
        "customer": 1,
        "invoice_date": 2,
        "due": 3,
        "amount": 4,
        "settled": 5,
        "open": 6,
    },
    # home-made
    "客户|合同号|开票日|应收到期|价税合计（元）|已收|币别|业务员|备注2": {
        "customer": 0,
        "contract": 1,
        "invoice_date": 2,
        "due": 3,
        "amount": 4,
        "settled": 5,
        "currency": 6,
        "owner": 7,
        "note": 8,
    },
}


@pytest.mark.parametrize("titles", INVOICE_COUSINS)
def test_headers_of_related_programs(titles: str) -> None:
    found = guessed(text_table(titles))
    wanted = INVOICE_COUSINS[titles]
    assert {role: found.get(role) for role in wanted} == wanted


XERO_LINES = """
*ContactName|*InvoiceNumber|*InvoiceDate|*DueDate|Total|*UnitAmount|*AccountCode
City Agency|INV-1|2025-02-01|2025-02-15|300|100|200
Bank West|INV-2|2025-02-25|2025-03-15|50|50|200
"""


def test_the_account_of_a_line_is_not_the_customers() -> None:
    assert "customer_code" not in guessed(text_table(XERO_LINES))


def test_one_code_over_many_names_is_no_customer_code() -> None:
    head = "Account code|Customer|Invoice number|Invoice date|Amount"
    one = "\n".join([head, *(f"1100|Customer {n}|I-{n}|2025-02-01|{n}" for n in range(1, 5))])
    assert "customer_code" not in guessed(text_table(one))
    own = "\n".join([head, *(f"C{n}|Customer {n}|I-{n}|2025-02-01|{n}" for n in range(1, 5))])
    assert guessed(text_table(own))["customer_code"] == 0


RECEIPTS = {
    "收款单号|收款日期|客户编码|客户名称|收款金额|币种|结算方式|核销单号|备注": {
        "number": 0,
        "invoice_date": 1,
        "customer_code": 2,
        "customer": 3,
        "amount": 4,
        "currency": 5,
        "reference": 7,
        "note": 8,
    },
    "交易日期|对方户名|借方金额|贷方金额|摘要|流水号": {
        "invoice_date": 0,
        "customer": 1,
        "debit": 2,
        "amount": 3,
        "note": 4,
        "number": 5,
    },
    "Payment date|Payment number|Customer|Invoice number|Amount received|Memo": {
        "invoice_date": 0,
        "number": 1,
        "customer": 2,
        "reference": 3,
        "amount": 4,
        "note": 5,
    },
}


@pytest.mark.parametrize("titles", RECEIPTS)
def test_headers_of_receipts(titles: str) -> None:
    found = guessed(text_table(titles), ImportKind.RECEIPTS)
    assert {role: found.get(role) for role in RECEIPTS[titles]} == RECEIPTS[titles]


CUSTOMERS = {
    "编码|名称|简称|税号|地区|客户分类|信用期|联系人|手机|邮箱": {
        "customer_code": 0,
        "customer": 1,
        "short_name": 2,
        "tax_id": 3,
        "region": 4,
        "group": 5,
        "terms": 6,
        "contact": 7,
        "mobile": 8,
        "email": 9,
    },
    "Customer|Company|Street Address|Country|Phone|Email|Terms|VAT number": {
        "customer": 0,
        "address": 2,
        "country": 3,
        "phone": 4,
        "email": 5,
        "terms": 6,
        "tax_id": 7,
    },
}


@pytest.mark.parametrize("titles", CUSTOMERS)
def test_headers_of_customer_lists(titles: str) -> None:
    found = guessed(text_table(titles), ImportKind.CUSTOMERS)
    assert {role: found.get(role) for role in CUSTOMERS[titles]} == CUSTOMERS[titles]


@pytest.mark.parametrize(
    "title",
    [
        "0-30天",
        "31-60天",
        "90天以上",
        "< 1 Month",
        "1 Month",
        "2 Months",
        "Older",
        "Current",
        "1 - 30",
        "91 and over",
        "Period 1",
        "> 90",
        "30天以内",
        "逾期1-30天",
        "未到期",
        "120+ days",
        "1年以上",
        "61~90",
    ],
)
def test_buckets_are_known(title: str) -> None:
    assert is_bucket(title)


@pytest.mark.parametrize("title", ["账期(天)", "逾期天数", "金额", "2025", "Days overdue", "发票号码"])
def test_other_titles_are_no_buckets(title: str) -> None:
    assert not is_bucket(title)


def test_titles_are_found_whatever_their_dress() -> None:
    raw = text_table("＊发票号码 | 客 户 名 称 | 开票日期* | 价税合计（元） | 未收 余额")
    assert guessed(raw) == {"number": 0, "customer": 1, "invoice_date": 2, "amount": 3, "open": 4}


def test_the_header_is_found_below_title_rows() -> None:
    raw = text_table(
        "应收账款明细表\n单位名称：甬联紧固件有限公司| |日期：2025-12-31\n\n"
        "单据编号|客户名称|单据日期|金额\nA-1|甲公司|2025-01-02|10.00"
    )
    assert (raw.header_row, raw.header_rows) == (4, 1)


def test_a_header_of_two_rows_is_joined() -> None:
    raw = text_table(
        "Date|Ref. No.|Party's Name|Opening|Pending|Due on|Overdue\n|||Amount|Amount||by days\n"
        "1-Apr-2025|S/1|Acme Traders|100.00|100.00|1-May-2025|30"
    )
    assert (raw.header_row, raw.header_rows) == (1, 2)
    assert raw.header[3:] == ("Opening-Amount", "Pending-Amount", "Due on", "Overdue-by days")
    assert guessed(raw) == {
        "invoice_date": 0,
        "number": 1,
        "customer": 2,
        "amount": 3,
        "open": 4,
        "due": 5,
        "overdue_days": 6,
    }


def test_a_header_of_three_rows_is_joined() -> None:
    raw = text_table(
        "业务日期|业务单号|对账对象名称|币种|借方|||||\n||||发生||已结||未结|\n||||金额|本币|金额|本币|金额|本币\n"
        "2025-03-01|XS-1|甲公司|美元|100|720|0|0|100|720"
    )
    assert (raw.header_row, raw.header_rows) == (1, 3)
    assert raw.header[4] == "借方-发生-金额"
    found = guessed(raw)
    assert (found["amount"], found["amount_base"], found["settled"], found["open"]) == (4, 5, 6, 8)


def test_a_band_below_the_header_is_not_a_second_header() -> None:
    raw = text_table("Date|Num|Due date|Amount\nAcme Ltd|||\n03/15/2025|1001|04/15/2025|10.00")
    assert raw.header_rows == 1


def test_an_unknown_header_is_found_by_its_shape() -> None:
    raw = text_table(
        "Rechnungsnummer|Kunde|Belegdatum|Betrag brutto\nR-1|Müller GmbH|31.03.2025|1.234,50\n"
        "R-2|Meyer KG|15.04.2025|99,90"
    )
    assert raw.header_row == 1
    assert guessed(raw) == {"number": 0, "customer": 1, "invoice_date": 2, "amount": 3}


def test_a_list_of_one_column_may_have_a_header() -> None:
    assert guessed(text_table("Customer\nAcme\nBeta"), ImportKind.CUSTOMERS) == {"customer": 0}
    assert table([[""], ["客户名称"], ["甲公司"]]).header_row == 2
    assert text_table("Acme\nBeta").header_row == 0


def test_a_header_deeper_than_the_file_ends_with_it() -> None:
    rows = [["Customer", "Invoice number"], ["Acme", "I-1"]]
    assert find_header(rows, 1, 50).depth == 2
    assert find_header(rows, 2, 50).depth == 1
    assert find_header(rows, None, 50).row in {0, 1}


def test_without_header_the_values_speak() -> None:
    raw = text_table("R-1|Müller GmbH|31.03.2025|1234,50\nR-2|Meyer KG|15.04.2025|99,90")
    assert raw.header_row == 0
    assert [problem.code for problem in raw.problems] == ["import.no_header"]
    assert guessed(raw)["invoice_date"] == 2


def test_the_user_may_point_at_the_header() -> None:
    rows = [("x", "客户", "y"), ("发票号码", "客户名称", "金额"), ("1", "甲", "5")]
    assert find_header(rows, 2).titles == rows[1]
    assert find_header(rows, 1, 2).titles[1] == "客户-客户名称"


def test_equal_titles_give_equal_signatures() -> None:
    assert signature(("*Invoice Number", "Total ")) == signature(("invoicenumber", "TOTAL", ""))
    assert signature(("a", "b")) != signature(("b", "a"))
    assert signature(()) == ""


def test_a_column_whose_values_contradict_its_name_is_left_alone() -> None:
    raw = text_table("单号|客户|日期|金额|到期日\n1|甲|2025-01-01|10.5|月结\n2|乙|2025-01-02|11.5|款到发货")
    assert "due" not in guessed(raw)


def test_a_remembered_map_goes_first() -> None:
    raw = text_table("a|b|c|d\nX1|甲公司|2025-01-01|10.00")
    wanted = {Role.NUMBER: 0, Role.CUSTOMER: 1, Role.INVOICE_DATE: 2, Role.OPEN: 3}
    before = ColumnMap(ImportKind.INVOICES, wanted)
    columns, guesses = guess_columns(raw, ImportKind.INVOICES, before)
    assert columns.columns == wanted
    assert {guess.reason for guess in guesses} == {"remembered"}


def test_each_guess_says_why_and_shows_a_value() -> None:
    raw = text_table("发票号码|客户名称|开票日|应收到期|镀层\nF1|甲公司|2025-01-01|2025-02-01|锌")
    _, guesses = guess_columns(raw, ImportKind.INVOICES)
    assert [guess.reason for guess in guesses] == ["name", "name", "name", "name", ""]
    assert guesses[0].sample == "F1"
    assert guesses[4].role is None


def test_the_unit_and_currency_stand_above_the_header() -> None:
    raw = text_table("应收明细\n单位：万元|币别：美元\n单号|客户|日期|金额\n1|甲|2025-01-01|1.5")
    columns, _ = guess_columns(raw, ImportKind.INVOICES)
    assert (int(columns.unit), columns.currency) == (10_000, "USD")
