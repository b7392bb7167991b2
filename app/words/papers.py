"""Statements and reports on paper: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # Kinds of documents
    "kind.invoice": ("发票", "Invoice"),
    "kind.refund": ("退款", "Refund"),
    "kind.credit_note": ("贷项（红字）", "Credit note"),
    "kind.receipt": ("收款", "Receipt"),
    "kind.write_off": ("核销（坏账）", "Write-off"),
    # Every page
    "paper.page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "paper.page_subtotal": ("本页小计", "Subtotal, this page"),
    "paper.total": ("合计", "Total"),
    "paper.no_rows": ("没有可列示的记录", "No entries"),
    # Files
    "export.not_allowed": (
        "未能写入 {path}。该文件可能正被其他程序打开，或没有写入权限。请关闭它，或另选位置。",
        "Could not write {path}. It may be open in another program, or writing is not allowed there. Close it or choose another place.",
    ),
    "export.no_folder": (
        "未能写入 {path}：文件夹不存在。请另选位置。",
        "Could not write {path}: the folder does not exist. Choose another place.",
    ),
    "export.disk_full": (
        "磁盘空间不足，{path} 未写入。请清理空间或另选位置后重试。",
        "The disk is full; {path} was not written. Free some space or choose another place, then try again.",
    ),
    "export.failed": (
        "未能写入 {path}（{reason}）。原有文件未改动，请重试或另选位置。",
        "Could not write {path} ({reason}). Any earlier file is unchanged; try again or choose another place.",
    ),
    "export.too_many_rows": (
        "共 {rows} 行，超过一张工作表的 {limit} 行。请先筛选，或导出 CSV。",
        "{rows} rows do not fit one sheet of {limit}. Filter first, or export CSV.",
    ),
    "table.bad_row": (
        "第 {row} 行与 {columns} 个列的定义不符，未能导出。",
        "Row {row} does not fit the {columns} columns; nothing was exported.",
    ),
    "amount_words.too_large": (
        "金额超过可写成大写的上限（{largest}）。",
        "The amount is too large to be written in words (limit {largest}).",
    ),
    "rejects.sheet": ("未导入的行", "Rows not imported"),
    "rejects.reason": ("未导入原因", "Why it was not imported"),
    "rejects.row": ("原文件行号", "Row in the file"),
}
