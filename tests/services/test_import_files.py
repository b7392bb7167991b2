"""Files as accounting programs write them, from the bytes to the ledger."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlwt

from app.bootstrap.papers import FileReader
from app.domain.calendar import WeekendsOnly
from app.domain.clock import FixedClock
from app.domain.customer import Contact, Customer, Identifier, Salesperson
from app.domain.document import Document
from app.domain.import_plan import Action, ImportChoices
from app.domain.importing import Corrections, ImportKind, Role, RowClass, SourceOptions
from app.domain.problem import Severity
from app.services.importing import ImportService
from app.storage.readers.importing import SqlImportLedger
from app.storage.store import SqlStore
from tests.services.importing import open_by_number

D = date


@pytest.fixture
def desk(store: SqlStore) -> ImportService:
    return ImportService(
        store,
        SqlImportLedger(store),
        FileReader(lambda: "CNY"),
        WeekendsOnly(),
        str.lower,
        FixedClock(D(2025, 12, 31)),
    )


def text_of(*rows: tuple[object, ...]) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter="\t").writerows(rows)
    return stream.getvalue()


def bring(
    desk: ImportService, text: str, kind: ImportKind = ImportKind.INVOICES, **choices: object
) -> list[str]:
    """Import a pasted table; the codes of its problems."""
    table = desk.read_text(text)
    columns, _ = desk.guess(table, kind)
    staged = desk.stage(table, columns)
    plan = desk.plan(staged, ImportChoices(**choices))  # type: ignore[arg-type]
    desk.commit(plan, "paste", mapping=(table, columns))
    return [problem.code for problem in plan.all_problems()]


def documents(store: SqlStore) -> list[tuple[str, str, int, int]]:
    return [
        (one.kind.value, one.number, one.amount, one.open) for one in store.find(Document) if not one.inferred
    ]


def cells(row: str) -> tuple[str, ...]:
    """A row written with | between its cells."""
    return tuple(row.split("|"))


H1 = cells("单据日期|单据编号|客户编码|客户名称|单据类型|应收金额|已核销金额|未核销金额|到期日|业务员|备注")
H2 = ("日期", "凭证字号", "摘要", "核算项目", "借方", "贷方", "方向", "余额")
H3 = cells(
    "凭证日期|凭证字号|业务日期|业务单号|业务员|对账对象编码|对账对象名称|币种|摘要|"
    "借方-发生-金额|借方-发生-本币|借方-已结-金额|借方-已结-本币|借方-未结-金额|"
    "借方-未结-本币"
)
H4 = cells(
    "往来单位编码|往来单位名称|单据日期|单据编号|单据类型|币种|原币金额|本币金额|"
    "已收金额|未收余额|到期日|逾期天数|0-30天|31-60天|61-90天|90天以上"
)
H5 = cells(
    "行号|单位编号|单位全名|单位简名|单位地址|单位电话|联系人一|手机一|默认经手人|开户银行|银行账号|税号"
)
H7 = cells(
    "Contact Account Number|Primary Person|Phone|Email|Mobile|Contact Group|Invoice Date|"
    "Due Date|Expected Date|Invoice Number|Invoice Reference|< 1 Month|1 Month|2 Months|"
    "3 Months|Older||Total|Outstanding Tax"
)
H8 = cells(
    "*ContactName|EmailAddress|POAddressLine1|*InvoiceNumber|Reference|*InvoiceDate|"
    "*DueDate|Total|InvoiceAmountPaid|InvoiceAmountDue|Currency|Type|Status"
)
H9 = ("Date", "Transaction type", "Num", "Customer", "Due date", "Amount", "Open balance")
H10 = cells(
    "A/C|Name|Contact|Tel|No|Type|Date|Ref|Details|Balance|Future|Current|Period 1|Period 2|Period 3|Older"
)
H11 = cells(
    "序号|客户名称|合同编号|发票号码|开票日期|开票金额(含税)|已回款|应收余额|账期(天)|"
    "约定付款日|逾期天数|责任人|备注"
)
H12 = ("Date", "Ref. No.", "Party's Name", "Opening", "Pending", "Due on", "Overdue")


def test_kingdee_detail(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H1,
            cells(
                "2025-10-01|A1|K1|苏州恒岳|销售发票|1,000.00|400.00|600.00|2025-11-01|李敏|首批"
            ),
            cells(
                "2025-10-02|A2|K1|苏州恒岳|销售发票|500.00|0.00|500.00||李敏|"
            ),
            ("合计", "", "", "", "", "1,500.00", "400.00", "1,100.00", "", "", ""),
        ),
    )  # fmt: skip
    assert documents(store) == [("invoice", "A1", 100000, 60000), ("invoice", "A2", 50000, 50000)]
    assert [one.due_date for one in store.find(Document, number=["A1", "A2"])] == [
        D(2025, 11, 1),
        D(2025, 11, 1),
    ]
    assert [one.name for one in store.find(Salesperson)] == ["李敏"]


def test_kingdee_ledger_of_debits_and_credits(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H2,
            ("2025-10-01", "记-1", "销售货物", "苏州恒岳", "1000.00", "", "借", "1000.00"),
            ("2025-10-20", "记-9", "收到货款", "苏州恒岳", "", "700.00", "借", "300.00"),
        ),
        allocate=("reference", "exact", "oldest"),
    )
    assert [(kind, amount, rest) for kind, _, amount, rest in documents(store)] == [
        ("invoice", 100000, 30000),
        ("receipt", 70000, 0),
    ]


def test_yonyou_settlement_detail(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H3,
            cells(
                "2025-10-01|记-1|2025-09-30|XS01|李敏|K1|苏州恒岳|美元|货款|100.00|710.00|40.00|"
                "284.00|60.00|426.00"
            ),
        ),
    )  # fmt: skip
    assert [(amount, rest) for _, _, amount, rest in documents(store)] == [(10000, 6000)]
    assert store.find(Document)[0].currency == "USD"


def test_yonyou_aging(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H4,
            cells(
                "K1|苏州恒岳|2025-10-01|A1|销售发票|人民币|900|900|300|600|2025-10-31|61|0|0|600|0"
            ),
        ),
    )  # fmt: skip
    assert documents(store) == [("invoice", "A1", 90000, 60000)]


def test_guanjiapo_customers(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H5,
            cells(
                "1|001|苏州恒岳机电有限公司|恒岳|苏州工业园区|0512-1|王芳|13900000000|李敏|工商银行|"
                "6222|91350100M000100Y43"
            ),
        ),
        ImportKind.CUSTOMERS,
    )  # fmt: skip
    (one,) = store.find(Customer)
    assert (one.code, one.short_name, one.bank, one.bank_account) == ("001", "恒岳", "工商银行", "6222")
    assert [(c.name, c.mobile) for c in store.find(Contact)] == [("王芳", "13900000000")]
    assert [i.value for i in store.find(Identifier)] == ["91350100M000100Y43"]


def test_xero_aged_detail_with_titles_bands_and_a_wrong_grand_total(
    store: SqlStore, desk: ImportService
) -> None:
    def item(number: str, total: str) -> tuple[object, ...]:
        return cells(f"C1|Ann|||||1 Oct 2025|31 Oct 2025||{number}|PO|||{total}||||{total}|0")

    blank = ("",) * len(H7)
    codes = bring(
        desk,
        text_of(
            ("Aged Receivables Detail",), ("Demo Company (UK)",), ("As at 31 December 2025",), blank, blank,
            H7,
            ("Bank West", *blank[1:]),
            item("INV-1", "120.00"), item("INV-2", "80.00"),
            ("Total Bank West", *blank[1:17], "200.00", ""),
            ("Total", *blank[1:17], "586,642.94", ""),
        ),
        snapshot_of=D(2025, 12, 31),
    )  # fmt: skip
    assert documents(store) == [("invoice", "INV-1", 12000, 12000), ("invoice", "INV-2", 8000, 8000)]
    assert [one.name for one in store.find(Customer)] == ["Bank West"]
    assert "import.total_differs" in codes


def test_xero_invoices_with_a_row_per_line(store: SqlStore, desk: ImportService) -> None:
    line = cells(
        "Bank West|a@b.c||INV-1|PO 7|2025-10-01|2025-10-31|300.00|100.00|200.00|GBP|"
        "Sales invoice|Awaiting Payment"
    )
    bring(desk, text_of(H8, line, line))
    assert documents(store) == [("invoice", "INV-1", 30000, 20000)]


def test_quickbooks_aging(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H9,
            ("1 - 30 days past due", "", "", "", "", "", ""),
            cells("10/25/2025|Invoice|1001|Amy's Bird Sanctuary|11/24/2025|$4,250.00|$250.00"),
            ("10/26/2025", "Credit Memo", "1002", "Amy's Bird Sanctuary", "", "-$50.00", "-$50.00"),
            ("Total for 1 - 30 days past due", "", "", "", "", "$4,200.00", "$200.00"),
        ),
    )
    assert documents(store) == [
        ("invoice", "1001", 425000, 25000),
        ("credit_note", "1002", 5000, 5000),
    ]


def test_sage_aged_detail(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H10,
            cells(
                "ABS001|ABS Garages Ltd|Mike|0191|12|SI|01/10/2025|R12|Parts|150.00|0|150.00|0|0|0|0"
            ),
            cells(
                "ABS001|ABS Garages Ltd|Mike|0191|13|SC|15/10/2025|R13|Return|-20.00|0|-20.00|0|0|0|"
                "0"
            ),
        ),
    )  # fmt: skip
    assert [(kind, amount) for kind, _, amount, _ in documents(store)] == [
        ("invoice", 15000),
        ("credit_note", 2000),
    ]


def test_a_hand_made_list_with_terms_in_days(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H11,
            cells("1|苏州恒岳|HT-1|FP1|2025-10-01|1000|1000|0|60||0|李敏|"),
            cells("2|苏州恒岳|HT-2|FP2|2025-10-01|500|100|400|45||30|李敏|"),
        ),
    )
    assert open_by_number(store) == {"FP2": 40000}
    assert [one.due_date for one in store.find(Document, number=["FP1", "FP2"])] == [
        D(2025, 11, 30),
        D(2025, 11, 15),
    ]


def test_tally_pending_bills_with_a_header_of_two_rows(store: SqlStore, desk: ImportService) -> None:
    bring(
        desk,
        text_of(
            H12,
            ("", "", "", "Amount", "Amount", "", "by days"),
            ("1-Oct-25", "S/12", "Acme Traders", "900.00", "400.00", "31-Oct-25", "61"),
        ),
    )
    assert documents(store) == [("invoice", "S/12", 90000, 40000)]


SHEET: list[list[object]] = [
    ["应收账款明细表"],
    ["编制单位：恒信五金有限公司", "", "", "", "", "单位：万元"],
    ["截止日期：2025年12月31日"],
    ["单据编号", "开票日期", "到期日", "价税合计", "已收", "未收"],
    ["客户：苏州恒岳机电有限公司"],
    ["HQ-1", "2025.10.01", "2025.12.01", "1.20", "0.20", "1.00"],
    ["HQ-2", "2025.10.09", "2025.12.09", "（0.50）", "", "（0.50）"],
    ["小计", "", "", "0.70", "0.20", "0.50"],
    ["客户：宁波海拓船舶有限公司"],
    ["HQ-3", "2025.11.02", "2026.01.02", "3.00", "", "3.00"],
    ["小计", "", "", "3.00", "", "3.00"],
    ["合计", "", "", "3.70", "0.20", "3.50"],
    ["第 1 页 共 1 页"],
]


def as_csv(path: Path) -> Path:
    with path.with_suffix(".csv").open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows(SHEET)
    return path.with_suffix(".csv")


def as_xls(path: Path) -> Path:
    book = xlwt.Workbook(encoding="gb18030")
    sheet = book.add_sheet("应收")
    for at, row in enumerate(SHEET):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    book.save(str(path.with_suffix(".xls")))
    return path.with_suffix(".xls")


@pytest.mark.parametrize("write", [as_csv, as_xls])
def test_titles_bands_subtotals_and_totals_of_a_gb18030_file(
    write: Callable[[Path], Path], store: SqlStore, desk: ImportService, tmp_path: Path
) -> None:
    table = desk.read(write(tmp_path / "应收明细"))
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    staged = desk.stage(table, columns)
    assert [one for one in staged.classes if one is RowClass.ITEM] == [RowClass.ITEM] * 3
    plan = desk.plan(staged)
    assert [problem for problem in plan.all_problems() if problem.severity is Severity.ERROR] == []
    (total,) = plan.totals
    assert (total.stated, total.found, total.new) == (3_700_000, 3_700_000, 3_700_000)
    desk.commit(plan, table.name)
    assert open_by_number(store) == {"HQ-1": 1_000_000, "HQ-2": -500_000, "HQ-3": 3_000_000}
    assert [one.name for one in store.find(Customer)] == ["苏州恒岳机电有限公司", "宁波海拓船舶有限公司"]


def test_a_mapping_is_remembered_for_the_same_header_and_offered_for_others(
    desk: ImportService,
) -> None:
    head = ("编号", "甲", "乙", "日子", "数额")
    rows = text_of(
        head, ("1", "A1", "苏州恒岳", "2025-10-01", "5"), ("2", "A2", "苏州恒岳", "2025-10-02", "6")
    )
    table = desk.read_text(rows)
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    settled = {
        Role.NUMBER: 1, Role.CUSTOMER: 2, Role.INVOICE_DATE: 3, Role.AMOUNT: 4,
    }  # fmt: skip
    columns = replace(columns, columns=settled)
    plan = desk.plan(desk.stage(table, columns))
    desk.commit(plan, "list.csv", mapping=(table, columns))
    again, guesses = desk.guess(desk.read_text(rows), ImportKind.INVOICES)
    assert dict(again.columns) == settled
    assert guesses[1].reason == "remembered"
    (preset,) = desk.presets()
    moved = desk.read_text(text_of(head[::-1], ("7", "2025-10-03", "苏州恒岳", "A3", "3")))
    other, _ = desk.guess(moved, ImportKind.INVOICES, preset)
    assert other.columns[Role.NUMBER] == 3
    assert desk.plan(desk.stage(table, columns)).revision == plan.revision + 1
    desk.remember(table, replace(columns, currency="EUR"))
    assert len(desk.presets()) == 1


def test_rejected_rows_come_back_with_their_cells_and_reasons(store: SqlStore, desk: ImportService) -> None:
    table = desk.read_text(
        text_of(
            ("单据编号", "客户名称", "开票日期", "价税合计"),
            ("A1", "苏州恒岳", "2025-10-01", "5"),
            ("A2", "苏州恒岳", "2025-02-30", "6"),
            ("A3", "苏州恒岳", "2025-10-03", "不详"),
        )
    )
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    plan = desk.plan(desk.stage(table, columns, Corrections()))
    rejected = desk.reject_rows(table, plan)
    assert [(one.row, one.cells[0]) for one in rejected] == [(3, "A2"), (4, "A3")]
    assert all(one.problems for one in rejected)
    assert [row.action for row in plan.rows] == [Action.NEW]
    mended = Corrections(cells={(3, 3): "2025-02-28", (4, 4): "7"})
    assert len(desk.plan(desk.stage(table, columns, mended)).rows) == 3
    assert desk.read_text("a;b\n1;2\n", SourceOptions(delimiter=";")).delimiter == ";"
    assert store.find(Document) == []


def test_a_receipt_over_several_rows_pays_every_invoice_it_names(
    store: SqlStore, desk: ImportService
) -> None:
    invoices = ("单据编号", "客户名称", "开票日期", "价税合计")
    bring(
        desk,
        text_of(
            invoices,
            *(("A" + n, "苏州恒岳", "2025-10-01", "200") for n in ("0001", "0002", "0003")),
        ),
    )
    rows = text_of(
        ("收款日期", "收款单号", "客户名称", "收款金额", "核销单号"),
        ("2025-12-01", "SK1", "苏州恒岳", "100", "A0003"),
        ("2025-12-01", "SK1", "苏州恒岳", "200", "A0002"),
    )
    assert bring(desk, rows, ImportKind.RECEIPTS, allocate="reference") == []
    assert open_by_number(store) == {"A0001": 20000, "A0003": 10000}
