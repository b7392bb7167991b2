"""The aging board and its columns: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # Aging buckets (账龄段)
    "bucket.not_due": ("未到期", "Not due"),
    "bucket.same_day": ("当日", "Day 0"),
    "bucket.first": ("逾期 {low}–{high} 天", "{low}–{high} days late"),
    "bucket.range": ("{low}–{high} 天", "{low}–{high} days"),
    "bucket.day": ("第 {low} 天", "Day {low}"),
    "bucket.over": ("{low} 天以上", "Over {low} days"),
    # Columns
    "column.customer": ("客户", "Customer"),
    "column.group": ("集团", "Group"),
    "column.salesperson": ("业务员", "Salesperson"),
    "column.region": ("区域", "Region"),
    "column.currency": ("币种", "Currency"),
    "column.code": ("客户编码", "Code"),
    "column.balance": ("余额", "Balance"),
    "column.overdue": ("逾期", "Overdue"),
    "column.overdue_rate": ("逾期率", "Overdue rate"),
    "column.receipts": ("未核销收款", "Unallocated receipts"),
    "column.credit_notes": ("未核销贷项", "Unapplied credits"),
    "column.held": ("票据在手", "Bills held"),
    "column.disputed": ("争议", "Disputed"),
    "column.oldest": ("最长逾期（天）", "Oldest (days)"),
    "column.oldest_age": ("最长账龄（天）", "Oldest (days)"),
    "column.items": ("未清笔数", "Open items"),
    # What a row stands for
    "grouping.customer": ("按客户", "By customer"),
    "grouping.group": ("按集团", "By group"),
    "grouping.salesperson": ("按业务员", "By salesperson"),
    "grouping.region": ("按区域", "By region"),
    "grouping.currency": ("按币种", "By currency"),
    "basis.due": ("按到期日计算账龄", "Aged by due date"),
    "basis.invoice": ("按开票日期计算账龄", "Aged by invoice date"),
    "aging.title": ("应收账龄", "Receivables aging"),
    "aging.as_of": ("截止日 {day}", "As of {day}"),
    "aging.unit": ("金额单位 {currency}", "Amounts in {currency}"),
    "aging.unit_mixed": ("各行按其币种计", "Each row in its own currency"),
    "aging.in_base": ("外币按截止日汇率折算为 {currency}", "Converted to {currency} at the as-of rate"),
    "aging.missing_rates": (
        "缺少汇率、未折算的币种：{currencies}",
        "No rate, not converted: {currencies}",
    ),
    "aging.unassigned": ("未指定", "Not assigned"),
    "aging.total": ("合计", "Total"),
    "aging.total_customers": ("合计 {n} 家", "Total, {n} customer", "Total, {n} customers"),
    "aging.total_rows": ("合计 {n} 项", "Total, {n} row", "Total, {n} rows"),
    # How old, how long left
    "days.count": ("{days} 天", "{days} day", "{days} days"),
    "age.late": ("逾期 {days} 天", "{days} d late"),
    "age.today": ("今天到期", "Due today"),
    "age.ahead": ("还有 {days} 天", "in {days} d"),
    "countdown.late": ("超期 {days} 天", "{days} d late"),
    "countdown.today": ("今天", "Today"),
    "countdown.left": ("剩 {days} 天", "{days} d left"),
    # What happened with a customer
    "event.invoice": ("开票 {number}，{amount}", "Invoice {number}, {amount}"),
    "event.refund": ("退款 {number}，{amount}", "Refund {number}, {amount}"),
    "event.credit_note": ("贷项 {number}，{amount}", "Credit note {number}, {amount}"),
    "event.receipt": ("收款 {number}，{amount}", "Received {amount}, {number}"),
    "event.write_off": ("核销坏账 {number}，{amount}", "Written off {amount}, {number}"),
    "event.dispute": ("登记争议 {number}，{amount}", "Dispute on {number}, {amount}"),
    "event.promise": ("承诺付款 {amount}", "Promised {amount}"),
    # What is being done, and what was wrong with the question
    "aging.reading": ("正在计算账龄", "Working out the aging"),
    "export.writing": ("正在写出文件", "Writing the file"),
    "region.unknown": (
        "没有这个区域。它可能已被删除，请重新选择区域。",
        "There is no such region. It may have been deleted; choose another one.",
    ),
}
