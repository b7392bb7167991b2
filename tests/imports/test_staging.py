from __future__ import annotations

from datetime import date

import pytest

from app.domain.document import DocumentKind
from app.domain.importing import Corrections, DateOrder, ImportKind, RowClass
from app.imports import guess_columns
from tests.imports.tables import codes, staged, table, text_table

INVOICE, CREDIT, RECEIPT, REFUND = (
    DocumentKind.INVOICE,
    DocumentKind.CREDIT_NOTE,
    DocumentKind.RECEIPT,
    DocumentKind.REFUND,
)
HEAD = "单号|客户|日期|金额|已收|未收|到期日\n"


def _brief(
    text: str, kind: ImportKind = ImportKind.INVOICES, currency: str = "CNY"
) -> list[tuple[object, ...]]:
    result = staged(text, kind, currency=currency)
    assert not result.problems, result.problems
    return [(doc.number, doc.customer, doc.kind, doc.amount) for doc in result.documents]


def test_xero_aged_detail_names_the_customer_in_bands() -> None:
    text = """
Aged Receivables Detail
Demo Company
As at 31 March 2025
Invoice Date|Due Date|Invoice Number|Invoice Reference|< 1 Month|1 Month|Older||Total|Outstanding Tax

Ron's Roofing
15 Jan 2025|14 Feb 2025|INV-1|PO 7|0.00|1,250.00|0.00||1,250.00|0.00
20 Feb 2025|22 Mar 2025|INV-2||500.00|0.00|0.00||500.00|0.00
Total Ron's Roofing||||500.00|1,250.00|0.00||1,750.00|0.00

City Agency
1 Mar 2025|31 Mar 2025|CN-9||(250.00)|0.00|0.00||(250.00)|0.00
Total City Agency||||(250.00)|0.00|0.00||(250.00)|0.00

Total||||250.00|1,250.00|0.00||1,500.00|0.00
Percentage of total||||16.7%|83.3%|0.0%||100.0%|
"""
    result = staged(text, currency="USD")
    assert not result.problems, result.problems
    assert [(doc.customer, doc.number, doc.kind, doc.amount, doc.open) for doc in result.documents] == [
        ("Ron's Roofing", "INV-1", INVOICE, 125_000, 125_000),
        ("Ron's Roofing", "INV-2", INVOICE, 50_000, 50_000),
        ("City Agency", "CN-9", CREDIT, 25_000, 25_000),
    ]
    assert result.sums == {"USD": 150_000}
    assert [(total.stated, total.found) for total in result.totals] == [(150_000, 150_000)]
    band = result.classes[[row[0] for row in text_table(text).rows].index("City Agency")]
    assert band is RowClass.BAND


def test_a_grand_total_that_is_no_sum_is_a_warning_only() -> None:
    result = staged(
        "Invoice Date|Due Date|Invoice Number|Total\nAcme\n"
        "15 Jan 2025|14 Feb 2025|I-1|5.00\nTotal Acme|||5.00\nTotal|||0.00",
        currency="USD",
    )
    assert codes(result) == ["import.total_differs"]
    assert len(result.documents) == 1
    assert result.problems[0].params["stated"] == "0.00"


def test_quickbooks_bands_are_buckets() -> None:
    text = """
A/R Aging Detail
As of March 31, 2025
Date|Transaction type|Num|Customer|Due date|Amount|Open balance
1 - 30 days past due
02/14/2025|Invoice|1001|Amy's Bird Sanctuary|03/16/2025|$4,250.00|$4,250.00
02/20/2025|Credit Memo|1002|Cool Cars|03/20/2025|-$25.00|-$25.00
Total for 1 - 30 days past due|||||$4,225.00|$4,225.00
Current
03/30/2025|Payment||Cool Cars|03/30/2025|-$100.00|-$100.00
Total for Current|||||-$100.00|-$100.00
TOTAL|||||$4,125.00|$4,125.00
Tuesday, April 1, 2025 05:12 PM GMT+8
"""
    result = staged(text)
    assert not result.problems, result.problems
    assert [(d.customer, d.kind, d.amount, d.currency) for d in result.documents] == [
        ("Amy's Bird Sanctuary", INVOICE, 425_000, "USD"),
        ("Cool Cars", CREDIT, 2_500, "USD"),
        ("Cool Cars", RECEIPT, 10_000, "USD"),
    ]
    assert result.totals[0].stated == result.totals[0].found == 412_500
    assert result.classes[-1] is RowClass.FOOTER


def test_sage_bands_hold_code_and_name() -> None:
    text = """
Aged Debtors Analysis (Detailed)
No|Type|Date|Ref|Details|Balance|Future|Current|Older
A/C:|ABS001|Name:|ABS Garages Ltd|Contact:|Mike Hall|Tel:|0191 254 5909
1|SI|31/12/2024|1001|Opening Balance|2,533.31|0.00|2,533.31|0.00
2|SA|15/01/2025|BACS||-500.00|0.00|-500.00|0.00
3|SC|20/01/2025|77|Returned|-33.31|0.00|-33.31|0.00
||||Total:|2,000.00|0.00|2,000.00|0.00
"""
    result = staged(text, currency="GBP")
    assert [(d.customer, d.customer_code, d.number, d.kind, d.amount) for d in result.documents] == [
        ("ABS Garages Ltd", "ABS001", "1001", INVOICE, 253_331),
        ("ABS Garages Ltd", "ABS001", "BACS", RECEIPT, 50_000),
        ("ABS Garages Ltd", "ABS001", "77", CREDIT, 3_331),
    ]
    assert result.sums == {"GBP": 200_000}


def test_a_chinese_report_with_titles_bands_subtotals_and_page_feet() -> None:
    text = """
应收账款明细表
编制单位：甬联紧固件|||日期：2025-12-31|单位：元
单据日期|单据编号|摘要|金额|到期日
客户：[001]苏州恒岳机电有限公司
2025年10月9日|HQ-135|销售|142,600.00|2025.12.8
2025年11月2日|HQ-140|销售|（1,000.00）|
小计|||141,600.00
客户：002 青岛海拓船舶配件有限公司
2025-11-21|HQ-141|销售|￥186,300.00|20260120
第 1 页，共 2 页
单据日期|单据编号|摘要|金额|到期日
2025-11-22|HQ-142|销售|-|2026-01-20
2025-11-23|HQ-143|销售|0.5万元|2026-01-20
小计|||191,300.00
合计|||332,900.00
制表人：李敏|||审核：王芳
"""
    result = staged(text)
    assert not result.problems, result.problems
    assert [(d.customer_code, d.customer, d.number, d.kind, d.amount) for d in result.documents] == [
        ("001", "苏州恒岳机电有限公司", "HQ-135", INVOICE, 14_260_000),
        ("001", "苏州恒岳机电有限公司", "HQ-140", CREDIT, 100_000),
        ("002", "青岛海拓船舶配件有限公司", "HQ-141", INVOICE, 18_630_000),
        ("002", "青岛海拓船舶配件有限公司", "HQ-143", INVOICE, 500_000),
    ]
    assert [one.value for one in result.classes] == [
        "title",
        "title",
        "header",
        "band",
        "item",
        "item",
        "subtotal",
        "band",
        "item",
        "footer",
        "header",
        "skipped",
        "item",
        "subtotal",
        "total",
        "footer",
    ]
    assert result.reasons == {12: "import.skip.zero"}
    assert [(total.row, total.stated, total.found) for total in result.totals] == [
        (15, 33_290_000, 33_290_000)
    ]


def test_a_ledger_of_debit_and_credit() -> None:
    text = """
日期|凭证字号|摘要|核算项目|借方|贷方|方向|余额
2025-01-01||期初余额|甲公司|||借|500.00
2025-01-05|记-3|销售|甲公司|1,000.00||借|1,500.00
2025-01-20|记-9|收到货款|甲公司||400.00|借|1,100.00
2025-01-22|记-9|销售退货|甲公司||100.00|借|1,000.00
2025-01-23|记-10|红字|甲公司|-50.00||借|950.00
2025-01-24|记-10|销售|甲公司|7.00||借|957.00
2025-01-31||本月合计||957.00|500.00|借|957.00
2025-02-03|记-3|销售|甲公司|20.00||借|977.00
2025-02-28||本年累计||977.00|500.00|借|977.00
"""
    result = staged(text)
    assert codes(result) == ["import.opening_balance"]
    assert [(d.number, d.kind, d.amount) for d in result.documents] == [
        ("2025-01 期初余额", INVOICE, 50_000),
        ("2025-01 记-3", INVOICE, 100_000),
        ("2025-01 记-9", RECEIPT, 40_000),
        ("2025-01 记-9", CREDIT, 10_000),
        ("2025-01 记-10", CREDIT, 5_000),
        ("2025-01 记-10", INVOICE, 700),
        ("2025-02 记-3", INVOICE, 2_000),
    ]
    assert result.sums == {"CNY": 97_700}


def test_one_amount_and_its_side() -> None:
    text = "日期|单据编号|客户|金额|方向\n2025-01-05|1|甲|10.00|借\n2025-01-06|2|甲|4.00|贷"
    assert _brief(text) == [("1", "甲", INVOICE, 1000), ("2", "甲", RECEIPT, 400)]


XERO = (
    "*ContactName|EmailAddress|*InvoiceNumber|Reference|*InvoiceDate|*DueDate|"
    "Total|InvoiceAmountPaid|InvoiceAmountDue|"
    "*Description|*Quantity|LineAmount|Currency|Type|Status\n"
)


def test_xero_writes_a_row_per_line() -> None:
    text = XERO + (
        "Acme|a@b.c|INV-1|R|15/01/2025|14/02/2025|300.00|100.00|200.00|Bolts|1|200.00|EUR|"
        "Sales invoice|Sent\n"
        "Acme|a@b.c|INV-1|R|15/01/2025|14/02/2025|300.00|100.00|200.00|Nuts|2|100.00|EUR|Sales invoice|Sent\n"
        "Acme|a@b.c|INV-2|R|16/01/2025|15/02/2025|50.00|0.00|50.00|Nuts|2|50.00|EUR|Sales invoice|Sent\n"
        "Acme|a@b.c|INV-3|R|17/01/2025|15/02/2025|50.00|0.00|50.00|Nuts|2|50.00|EUR|Sales invoice|Voided\n"
        "Acme|a@b.c|INV-4|R|17/01/2025|15/02/2025|50.00|0.00|50.00|Nuts|2|50.00|EUR|Sales invoice|Draft\n"
        "Acme|a@b.c|CN-1|R|18/01/2025|18/01/2025|20.00|0.00|20.00|Nuts|2|20.00|EUR|Sales credit note|Sent"
    )
    result = staged(text)
    assert not result.problems, result.problems
    assert [(d.number, d.kind, d.amount, d.settled, d.open, d.lines) for d in result.documents] == [
        ("INV-1", INVOICE, 30_000, 10_000, 20_000, (3,)),
        ("INV-2", INVOICE, 5_000, 0, 5_000, ()),
        ("CN-1", CREDIT, 2_000, 0, 2_000, ()),
    ]
    assert result.reasons == {5: "import.skip.void", 6: "import.skip.draft"}
    assert result.sums == {"EUR": 33_000}


def test_line_amounts_add_up() -> None:
    text = """
发票号码|开票日期|购方名称|货物名称|数量|价税合计
F1|2025-01-05|甲公司|螺栓|1|100.00
F1|2025-01-05|甲公司|螺母|1|100.00
F1|2025-01-05|甲公司|垫圈|1|5.00
F2|2025-01-06|甲公司|螺栓|1|7.00
合计|||||212.00
"""
    result = staged(text)
    assert not result.problems, result.problems
    assert [(d.number, d.amount, d.lines) for d in result.documents] == [
        ("F1", 20_500, (3, 4)),
        ("F2", 700, ()),
    ]


def test_net_and_tax_make_the_amount() -> None:
    assert _brief("发票号码|开票日期|购方名称|金额|税额\nF1|2025-01-05|甲|100.00|13.00") == [
        ("F1", "甲", INVOICE, 11_300)
    ]
    text = "发票号码|开票日期|购方名称|金额|税额|价税合计|发票状态\n"
    rows = (
        "F1|2025-01-05|甲|100.00|13.00|113.00|有效发票\n"
        "F2|2025-01-05|甲|-100.00|-13.00|-113.00|有效发票\nF3|2025-01-05|甲|1|0|1.00|作废发票"
    )
    result = staged(text + rows)
    assert [(d.number, d.kind, d.amount) for d in result.documents] == [
        ("F1", INVOICE, 11_300),
        ("F2", CREDIT, 11_300),
    ]
    assert result.reasons == {4: "import.skip.void"}
    assert result.classes[3] is RowClass.SKIPPED


@pytest.mark.parametrize(
    ("word", "amount", "kind"),
    [
        ("发票", "5", INVOICE),
        ("应收单", "5", INVOICE),
        ("期初", "5", INVOICE),
        ("红字发票", "5", CREDIT),
        ("贷项通知单", "-5", CREDIT),
        ("Credit memo", "-5", CREDIT),
        ("Credit Note", "5", CREDIT),
        ("收款单", "-5", RECEIPT),
        ("收款", "5", RECEIPT),
        ("Payment", "-5", RECEIPT),
        ("Receipt", "5", RECEIPT),
        ("预收款", "-5", RECEIPT),
        ("退款", "5", REFUND),
        ("Journal Entry", "5", INVOICE),
        ("Journal Entry", "-5", CREDIT),
        ("SI", "5", INVOICE),
        ("SC", "-5", CREDIT),
        ("SA", "-5", RECEIPT),
        ("销售退货", "-5", CREDIT),
        ("", "-5", CREDIT),
        ("发票", "-5", CREDIT),
    ],
)
def test_a_document_is_what_its_type_says(word: str, amount: str, kind: DocumentKind) -> None:
    text = f"单号|客户|日期|类型|金额\n1|甲|2025-01-01|{word}|{amount}\n2|甲|2025-01-02|发票|9"
    assert _brief(text)[0] == ("1", "甲", kind, 500)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("PI", "import.skip.purchase"),
        ("应付单", "import.skip.purchase"),
        ("Estimate", "import.skip.no_claim"),
        ("报价单", "import.skip.no_claim"),
        ("作废", "import.skip.void"),
        ("Voided", "import.skip.void"),
    ],
)
def test_what_is_no_claim_is_left_out_with_a_reason(word: str, reason: str) -> None:
    result = staged(f"单号|客户|日期|类型|金额\n1|甲|2025-01-01|{word}|5\n2|甲|2025-01-02|发票|9")
    assert result.reasons == {2: reason}
    assert result.classes[1] is RowClass.SKIPPED
    assert len(result.documents) == 1


def test_open_items_without_an_amount() -> None:
    result = staged("单号|客户|日期|已收|未收\n1|甲|2025-01-01|2|3\n2|甲|2025-01-01||4")
    assert [(d.amount, d.settled, d.open) for d in result.documents] == [(500, 200, 300), (400, None, 400)]


def test_signs_of_credit_notes_are_taken_off_everywhere() -> None:
    doc = staged(HEAD + "1|甲|2025-01-01|-10|-4|-6|").documents[0]
    assert (doc.kind, doc.amount, doc.settled, doc.open) == (CREDIT, 1000, 400, 600)


def test_more_settled_than_owed_is_a_warning() -> None:
    result = staged(HEAD + "1|甲|2025-01-01|96,800.00|98,200.00|-1,400.00|2025-02-01")
    (problem,) = result.problems
    assert (problem.code, problem.severity.value) == ("import.settled_exceeds", "warning")
    assert problem.params["excess"] == "1,400.00"
    assert (problem.where.row, problem.where.column) == (2, 5)
    assert (result.documents[0].settled, result.documents[0].open) == (9_820_000, 0)


def test_figures_that_do_not_add_up_are_a_warning() -> None:
    assert codes(staged(HEAD + "1|甲|2025-01-01|10|4|5|")) == ["import.open_disagrees"]


def test_a_due_date_before_the_invoice_is_a_warning() -> None:
    result = staged(HEAD + "1|甲|2025-01-05|10|||2025-01-01")
    assert codes(result) == ["import.due_before_date"]
    assert len(result.documents) == 1


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("|甲|2025-01-01|5|||", "import.missing_number", 1),
        ("1||2025-01-01|5|||", "import.missing_customer", 2),
        ("1|甲||5|||", "import.missing_date", 3),
        ("1|甲|2025-01-01||||", "import.missing_amount", 4),
        ("1|甲|2025-01-01|abc|||", "import.bad_amount", 4),
        ("1|甲|2025-11-31|5|||", "import.no_such_day", 3),
        ("1|甲|2025-11|5|||", "import.month_only", 3),
        ("1|甲|0000-00-00|5|||", "import.zero_date", 3),
        ("1|甲|明天|5|||", "import.bad_date", 3),
        ("1|甲|2025-01-01|5|||2025-02-30", "import.no_such_day", 7),
        ("9.1E+17|甲|2025-01-01|5|||", "import.lost_digits", 1),
    ],
)
def test_each_fault_of_a_row_is_named_at_its_cell(row: str, code: str, column: int) -> None:
    result = staged(
        HEAD
        + row
        + "\n2|乙|2025-01-02|9|||\n3|乙|2025-01-02|9|||\n4|乙|2025-01-02|9|||\n5|丙|2025-01-03|9|||"
    )
    assert codes(result) == [code]
    problem = result.problems[0]
    assert (problem.where.sheet, problem.where.row, problem.where.column) == ("Sheet1", 2, column)
    assert problem.severity.value == "error"
    assert len(result.documents) == 4
    assert result.classes[1] is RowClass.ITEM


def test_an_impossible_day_comes_with_a_proposal() -> None:
    result = staged(HEAD + "1|甲|2025-01-01|5|||2025-11-31")
    assert result.problems[0].fix == "set_value:2025-11-30"
    mended = staged(HEAD + "1|甲|2025-01-01|5|||2025-11-31", corrections=Corrections({(2, 7): "2025-11-30"}))
    assert not mended.problems
    assert mended.documents[0].due_date == date(2025, 11, 30)


def test_a_number_given_twice_may_be_left_out() -> None:
    text = HEAD + "1|甲 公司|2025-01-01|5|||\n1|甲公司|2025-01-02|6|||\n1|乙公司|2025-01-02|6|||"
    result = staged(text)
    assert codes(result) == ["import.duplicate_number"]
    assert (result.problems[0].where.row, result.problems[0].fix) == (3, "skip_row")
    assert result.problems[0].params["first"] == 2
    assert len(result.documents) == 2
    assert staged(text, corrections=Corrections(skip=frozenset({3}))).reasons == {3: "import.skip.chosen"}


def test_a_typed_correction_replaces_the_cell() -> None:
    text = HEAD + "1||2025-01-01||||"
    assert len(staged(text).problems) == 2
    mended = staged(text, corrections=Corrections({(2, 2): "甲公司", (2, 4): "1,000"}))
    assert [(d.customer, d.amount) for d in mended.documents] == [("甲公司", 100_000)]


def test_a_customer_written_once_holds_for_the_rows_below() -> None:
    text = "客户|单号|日期|金额\n甲|1|2025-01-01|5\n|2|2025-01-02|6\n|3|2025-01-03|7\n乙|4|2025-01-03|8"
    assert [customer for _, customer, _, _ in _brief(text)] == ["甲", "甲", "甲", "乙"]


def test_a_row_nobody_can_place_is_a_problem() -> None:
    text = HEAD + "1|甲|2025-01-01|5|||\n|乙||77|||\n2|甲|2025-01-02|6|||"
    result = staged(text)
    assert codes(result) == ["import.unknown_row"]
    assert result.classes[2] is RowClass.UNKNOWN
    left_out = staged(text, corrections=Corrections(skip=frozenset({3})))
    assert not left_out.problems
    assert left_out.classes[2] is RowClass.SKIPPED


def test_a_company_called_total_is_no_sum() -> None:
    text = (
        "Invoice Date|Due Date|Invoice Number|Total\nTotal Energies SA\n"
        "15 Jan 2025|14 Feb 2025|I-1|5.00\nTotal Total Energies SA|||5.00"
    )
    result = staged(text, currency="EUR")
    assert not result.problems, result.problems
    assert result.documents[0].customer == "Total Energies SA"


def test_currencies_by_their_names() -> None:
    text = (
        "单号|客户|日期|币种|金额\n1|甲|2025-01-01|人民币|5\n"
        "2|甲|2025-01-01|美元|5\n3|甲|2025-01-01|JPY|500\n4|甲|2025-01-01||5\n合计||||515"
    )
    result = staged(text, currency="EUR")
    assert [(d.currency, d.amount) for d in result.documents] == [
        ("CNY", 500),
        ("USD", 500),
        ("JPY", 500),
        ("EUR", 500),
    ]
    assert result.sums == {"CNY": 500, "USD": 500, "JPY": 500, "EUR": 500}
    assert result.totals == ()


def test_an_unknown_currency_is_an_error() -> None:
    result = staged("单号|客户|日期|币种|金额\n1|甲|2025-01-01|贝壳|5\n2|甲|2025-01-01|USD|5")
    assert codes(result) == ["import.unknown_currency"]
    assert len(result.documents) == 1


def test_signs_in_cells_name_the_currency() -> None:
    result = staged("单号|客户|日期|金额\n1|甲|2025-01-01|€5.00\n2|甲|2025-01-01|$7.00\n3|甲|2025-01-01|¥9")
    assert [(d.currency, d.amount) for d in result.documents] == [("EUR", 500), ("USD", 700), ("CNY", 900)]


def test_amounts_in_ten_thousands() -> None:
    result = staged("应收账款（单位：万元）\n单号|客户|日期|金额\n1|甲|2025-01-01|1.25\n合计|||1.25")
    assert result.documents[0].amount == 1_250_000
    assert result.totals[0].stated == 1_250_000


def test_european_amounts_are_seen_by_the_column() -> None:
    result = staged(
        "Invoice no;Customer;Date;Amount".replace(";", "|")
        + "\n1|Groß|31.03.2025|1.234,50\n2|Groß|30.04.2025|1.000",
        currency="EUR",
    )
    assert [doc.amount for doc in result.documents] == [123_450, 100_000]
    assert result.documents[0].doc_date == date(2025, 3, 31)


def test_days_and_months_are_told_apart_by_the_file() -> None:
    text = (
        "Invoice no|Customer|Date|Due date|Amount\n1|A|02/01/2025|02/13/2025|5\n2|A|03/01/2025|03/02/2025|5"
    )
    result = staged(text, currency="USD")
    assert not result.problems
    assert result.documents[0].doc_date == date(2025, 2, 1)


def test_an_open_date_order_is_asked() -> None:
    raw = text_table("Invoice no|Customer|Date|Amount\n1|A|02/01/2025|5\n2|A|03/04/2025|5")
    columns, _ = guess_columns(raw, ImportKind.INVOICES)
    assert columns.ambiguous == (2,)
    result = staged(raw)
    assert codes(result) == ["import.date_order_ambiguous"]
    assert (result.problems[0].fix, result.problems[0].where.column) == ("choose_date_order", 3)
    from dataclasses import replace

    told = replace(columns, date_orders={2: DateOrder.MDY}, ambiguous=())
    answered = staged(raw, columns=told)
    assert not answered.problems
    assert [doc.doc_date for doc in answered.documents] == [date(2025, 2, 1), date(2025, 3, 4)]


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        ("单号|日期|金额|备注", "import.no_customer_column"),
        ("单号|客户|备注|金额", "import.no_date_column"),
        ("单号|客户|日期|备注", "import.no_amount_column"),
        ("备注|客户|日期|金额", "import.no_number_column"),
    ],
)
def test_a_column_that_is_lacking_is_said_once(titles: str, code: str) -> None:
    values = {"单号": "A1", "客户": "x", "日期": "2025-01-01", "金额": "5.5", "备注": "y"}
    row = "|".join(values[title] for title in titles.split("|"))
    result = staged(f"{titles}\n{row}\n{row}")
    assert [problem.code for problem in result.problems if not problem.where.row] == [code]
    assert not result.documents


def test_further_fields_are_kept() -> None:
    text = (
        "单号|客户|客户编码|日期|金额|到期日|账期|合同号|订单号|业务员|"
        "备注|税号|是否争议|汇率|收款日期\n"
        "F1|甲|001|2025-01-01|5||月结30天|HT-1|PO-2|李敏|"
        "急|914403001922038216|是|7.1|2025-02-01"
    )
    doc = staged(text).documents[0]
    assert (doc.customer_code, doc.terms, doc.contract, doc.reference, doc.owner) == (
        "001",
        "月结30天",
        "HT-1",
        "PO-2",
        "李敏",
    )
    assert (doc.note, doc.tax_id, doc.disputed, str(doc.rate), doc.paid_on) == (
        "急",
        "914403001922038216",
        True,
        "7.1",
        date(2025, 2, 1),
    )
    assert doc.due_date is None


def test_number_cells_become_codes() -> None:
    raw = table([["单号", "客户", "日期", "金额"], [280670965.0, "甲", 45747.0, 5.1], [1e17, "甲", 45748, 6]])
    result = staged(raw)
    assert codes(result) == ["import.lost_digits"]
    assert (result.documents[0].number, result.documents[0].doc_date) == ("280670965", date(2025, 3, 31))


def test_a_too_fine_amount_is_rounded_and_said() -> None:
    result = staged("单号|客户|日期|金额\n1|甲|2025-01-01|5.005\n2|甲|2025-01-01|6")
    assert codes(result) == ["import.amount_rounded"]
    assert [doc.amount for doc in result.documents] == [501, 600]
