from __future__ import annotations

import pytest

from app.domain.document import DocumentKind
from app.domain.importing import Corrections, ImportKind, RowClass
from tests.imports.tables import codes, staged

INVOICE, CREDIT, RECEIPT, REFUND = (
    DocumentKind.INVOICE,
    DocumentKind.CREDIT_NOTE,
    DocumentKind.RECEIPT,
    DocumentKind.REFUND,
)


def test_receipts() -> None:
    text = """
收款单号|收款日期|客户名称|收款金额|核销单号
SK-1|2025-01-05|甲公司|100.00|F1
SK-2|2025-01-06|甲公司|50.00|F2
SK-2|2025-01-06|甲公司|25.00|F3
|2025-01-07|乙公司|5.00|
SK-4|2025-01-08|乙公司|-5.00|
合计|||175.00|
"""
    result = staged(text, ImportKind.RECEIPTS)
    assert not result.problems, result.problems
    assert [(d.number, d.kind, d.amount, d.reference, d.lines) for d in result.documents] == [
        ("SK-1", RECEIPT, 10_000, "F1", ()),
        ("SK-2", RECEIPT, 5_000, "F2", ()),
        ("SK-2", RECEIPT, 2_500, "F3", ()),
        ("", RECEIPT, 500, "", ()),
        ("SK-4", REFUND, 500, "", ()),
    ]
    assert result.totals[0].found == 17_500


def test_receipts_shown_as_minus_amounts() -> None:
    text = "Date|Num|Customer|Type|Amount\n01/31/2025|1|Acme|Payment|-$5.00\n02/28/2025|2|Acme|Payment|-$6.00"
    result = staged(text, ImportKind.RECEIPTS)
    assert [(d.kind, d.amount, d.currency) for d in result.documents] == [
        (RECEIPT, 500, "USD"),
        (RECEIPT, 600, "USD"),
    ]


def test_a_bank_statement_gives_its_incoming_payments() -> None:
    text = (
        "交易日期|对方户名|借方金额|贷方金额|摘要|流水号\n"
        "2025-01-05|甲公司||100.00|货款|T1\n2025-01-06|房东|30.00||租金|T2"
    )
    result = staged(text, ImportKind.RECEIPTS)
    assert not result.problems, result.problems
    assert [(d.number, d.amount) for d in result.documents] == [("T1", 10_000)]
    assert result.reasons == {3: "import.skip.outgoing"}


def test_invoices_among_receipts_are_left_out() -> None:
    text = "Date|Num|Customer|Type|Amount\n01/31/2025|1|Acme|Payment|5.00\n02/28/2025|2|Acme|Invoice|6.00"
    result = staged(text, ImportKind.RECEIPTS)
    assert result.reasons == {3: "import.skip.other_kind"}


CUSTOMERS = """
往来单位资料
行号|单位编号|单位全名|单位简名|税号|单位电话|手机一|信用期
1|0001|苏州恒岳机电有限公司|恒岳|91320500MA1X|0512-1|13800000000|30
2|0002|青岛海拓船舶配件有限公司|海拓||||
3|0002|重复公司|||||
4|0004||||||
合计|||||||
"""


def test_a_customer_list() -> None:
    result = staged(CUSTOMERS, ImportKind.CUSTOMERS)
    assert [(c.code, c.name, c.short_name, c.phone, c.terms) for c in result.customers] == [
        ("0001", "苏州恒岳机电有限公司", "恒岳", "0512-1", "30"),
        ("0002", "青岛海拓船舶配件有限公司", "海拓", "", ""),
    ]
    assert [(p.code, p.where.row, p.fix) for p in result.problems] == [
        ("import.duplicate_customer", 5, "skip_row"),
        ("import.missing_customer", 6, "go_to_cell"),
    ]
    assert [one.value for one in result.classes] == [
        "title",
        "header",
        "item",
        "item",
        "item",
        "item",
        "total",
    ]


def test_a_customer_list_corrected() -> None:
    corrections = Corrections({(6, 3): "宁波公司"}, frozenset({5}))
    result = staged(CUSTOMERS, ImportKind.CUSTOMERS, corrections=corrections)
    assert not result.problems
    assert [customer.name for customer in result.customers][2] == "宁波公司"
    assert result.reasons == {5: "import.skip.chosen"}


def test_a_running_balance_is_not_what_is_open() -> None:
    text = """
Type|Date|Num|Amount|Balance
Abercrombie, Kristy
Invoice|12/20/2025|1091|1,200.00|1,200.00
Payment|12/21/2025|77|-200.00|1,000.00
Total Abercrombie, Kristy|||1,000.00|1,000.00
TOTAL|||1,000.00|1,000.00
"""
    result = staged(text, currency="USD")
    assert not result.problems, result.problems
    assert [(doc.kind, doc.amount, doc.open) for doc in result.documents] == [
        (INVOICE, 120_000, None),
        (RECEIPT, 20_000, None),
    ]


def test_a_sum_that_does_not_say_so_is_still_a_total() -> None:
    text = (
        "Date|Ref. No.|Party's Name|Opening|Pending|Due on\n|||Amount|Amount|\n"
        "1-Apr-25|S/1|Acme|1,00,000.00 Dr|50,000.00 Dr|1-May-25\n2-Apr-25|S/2|Zed|2,000.00 Cr|2,000.00 Cr|\n"
        "|||98,000.00 Dr|48,000.00 Dr|"
    )
    result = staged(text, currency="INR")
    assert not result.problems, result.problems
    assert [(doc.kind, doc.amount) for doc in result.documents] == [(INVOICE, 10_000_000), (CREDIT, 200_000)]
    assert result.classes[-1] is RowClass.TOTAL


def test_several_currencies_are_summed_in_the_base_currency() -> None:
    text = """
单据编号|往来单位名称|单据日期|币种|原币金额|本币金额
S1|甲|2025-01-05|美元|100|720
S2|甲|2025-01-06|人民币|50|50
合计|||||770
"""
    result = staged(text)
    assert not result.problems, result.problems
    assert [(total.currency, total.stated, total.found) for total in result.totals] == [
        ("CNY", 77_000, 77_000)
    ]


def test_a_list_of_balances_says_what_it_lacks_and_nothing_else() -> None:
    result = staged("单位编号|单位全名|期初应收|应收余额\n001|甲|5|6\n002|乙|1|2\n合计||6|8")
    assert codes(result) == ["import.no_date_column", "import.no_number_column"]
    assert [one.value for one in result.classes] == ["header", "item", "item", "total"]


def test_a_file_of_open_items_says_so() -> None:
    assert staged("单号|客户|日期|未收\n1|甲|2025-01-01|3").open_only
    assert not staged("单号|客户|日期|已收|未收\n1|甲|2025-01-01|2|3").open_only
    assert not staged("单号|客户|日期|金额|未收\n1|甲|2025-01-01|5|3").open_only


@pytest.mark.parametrize("kind", [ImportKind.INVOICES, ImportKind.RECEIPTS, ImportKind.CUSTOMERS])
def test_a_header_with_nothing_below_is_told(kind: ImportKind) -> None:
    head = "客户名称|客户编码|单号|日期|金额"
    assert "import.no_rows" in codes(staged(head, kind))
    assert "import.no_rows" not in codes(staged(f"{head}\n甲公司|C1|F1|2025-01-02|5", kind))


@pytest.mark.parametrize(("kind", "taken"), [("", 1), ("贷项", 0)])
def test_no_row_of_a_list_without_numbers_is_lost_unsaid(kind: str, taken: int) -> None:
    text = f"客户|日期|金额|单据类型\n甲|2025-01-31|-100|{kind}\n乙|2025-01-31|50|"
    result = staged(text, ImportKind.RECEIPTS)
    assert len(result.documents) == taken + 1
    assert codes(result).count("import.missing_number") == 1 - taken
