"""Whatever a table holds, it is staged without a crash and no row is lost without a word."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.importing import Cell, Corrections, ImportKind, RowClass, StagedFile
from app.domain.problem import Severity
from app.imports import guess_columns, interpret
from app.words import say
from tests.imports.tables import table

TITLES = [
    "单号",
    "客户",
    "日期",
    "金额",
    "到期日",
    "已收",
    "未收",
    "币种",
    "类型",
    "状态",
    "借方",
    "贷方",
    "余额",
    "方向",
    "税额",
    "Total",
    "0-30天",
    "备注",
    "数量",
    "汇率",
    "收款日期",
    "凭证字号",
    "Invoice number",
    "Balance",
    "",
]
TEXTS = [
    "",
    "A1",
    "甲公司",
    "2025-01-31",
    "31/01/2025",
    "02/03/2025",
    "2025-02-30",
    "1,234.50",
    "(5.00)",
    "1.5万",
    "abc",
    "合计",
    "小计",
    "Total for X",
    "客户：[001]甲",
    "期初余额",
    "发票",
    "收款",
    "作废",
    "USD",
    "人民币",
    "第 1 页",
    "9.1E+17",
    "1.005",
    "借",
    "贷",
    "-",
    "0",
    "=1+1",
    "\x00",
    "单号",
    "客户",
]
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from(TEXTS),
    st.none(),
    st.integers(-(10**6), 10**17),
    st.floats(allow_nan=True, allow_infinity=True),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.booleans(),
    st.text(max_size=6),
)
TABLES = st.integers(2, 7).flatmap(
    lambda width: st.tuples(
        st.lists(st.sampled_from(TITLES), min_size=width, max_size=width, unique=True),
        st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=12),
    )
)


def _check(result: StagedFile, rows: int) -> None:
    assert len(result.classes) == rows
    refused = {problem.where.row for problem in result.problems if problem.severity is Severity.ERROR}
    taken = {doc.row for doc in result.documents} | {row for doc in result.documents for row in doc.lines}
    taken |= {customer.row for customer in result.customers}
    if not any(problem.where.row == 0 and problem.severity is Severity.ERROR for problem in result.problems):
        for number, one in enumerate(result.classes, 1):
            if one is RowClass.ITEM:
                assert number in taken | refused, number
            if one is RowClass.UNKNOWN:
                assert number in refused
            if one is RowClass.SKIPPED:
                assert number in result.reasons
    assert all(doc.amount > 0 for doc in result.documents)
    assert sum(abs(total) for total in result.sums.values()) <= sum(doc.amount for doc in result.documents)
    for problem in result.problems:
        for lang in ("zh", "en"):
            assert say(problem.code, lang, **problem.params)


@settings(max_examples=150, deadline=None)
@given(TABLES, st.sampled_from(ImportKind))
def test_any_table_is_staged_and_every_row_accounted_for(
    given_table: tuple[list[str], list[list[Cell]]], kind: ImportKind
) -> None:
    titles, rows = given_table
    if not any(titles):
        return
    raw = table([titles, *rows])
    columns, guesses = guess_columns(raw, kind)
    assert len(guesses) == len(raw.rows[0])
    _check(interpret(raw, columns, default_currency="CNY"), len(raw.rows))
    corrections = Corrections({(2, 1): "X", (3, 2): "2025-01-01"}, frozenset({2}))
    _check(interpret(raw, columns, corrections, default_currency="JPY"), len(raw.rows))
