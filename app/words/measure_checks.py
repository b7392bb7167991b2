"""What a check of the company file found about measuring, and what its records are called: (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "record.provision_run": ("已入账的坏账准备", "booked provision"),
    "record.specific_provision": ("单项计提", "specific provision"),
    "record.own_statement": ("本公司报表", "own statement"),
    "record.cash_item": ("现金收支项目", "cash item"),
    "record.study": ("已保存的测算", "kept study"),
    "record.contingency_plan": ("应急预案", "contingency plan"),
    "record.plan_run": ("预案执行记录", "run of a plan"),
    "check.review_twice": (
        "截至 {day} 的期间有两份报告，无法判断以哪一份为准。请打开最近的备份核对，并删除其中一份。",
        "There are two reviews of the period to {day}; nobody can say which was reported. Compare with the latest backup and remove one.",
    ),
    "check.review_locked": (
        "截至 {day} 的报告，其锁定状态与锁定日、校验码不符。请打开最近的备份核对。",
        "The review of the period to {day} contradicts its day of locking or its seal. Compare with the latest backup.",
    ),
    "check.review_changed": (
        "截至 {day} 的报告锁定后内容被改动过，与校验码不符。请从最近的备份取回。",
        "The review of the period to {day} was changed after it was locked: it no longer matches its seal. Get it from the latest backup.",
    ),
    "check.finding_review": (
        "截至 {day} 的报告已在回收站，其事项却仍有效。请恢复该报告。",
        "The review of the period to {day} is in the bin, yet a finding of it still counts. Restore the review.",
    ),
    "check.finding_carried": (
        "截至 {day} 的报告中有一个事项，其结转来源不是更早的报告，或被重复结转。请打开最近的备份核对。",
        "A finding of the review of the period to {day} was carried on from a review that is not an earlier one, or twice. Compare with the latest backup.",
    ),
    "check.provision_twice": (
        "{day} 的坏账准备入账了两次。请撤销其中一次。",
        "The provision of {day} was booked twice. Take one of them back.",
    ),
    "check.provision_over": (
        "{day} 入账的坏账准备 {total} 超过当日应收 {gross}。请打开最近的备份核对。",
        "The provision booked for {day} is {total}, above the {gross} that was owed. Compare with the latest backup.",
    ),
    "check.provision_sum": (
        "{day} 入账的坏账准备为 {total}，各项合计却为 {parts}。请打开最近的备份核对。",
        "The provision booked for {day} is {total}, yet its parts come to {parts}. Compare with the latest backup.",
    ),
    "check.provision_lost": (
        "{day} 入账的坏账准备 {total}，其计算过程无法读取。请从最近的备份取回。",
        "The working of the provision of {total} booked for {day} cannot be read. Get it from the latest backup.",
    ),
    "check.specific_document": (
        "“{customer}”自 {day} 起的单项计提所指发票 {number} 已删除或属于另一客户。请恢复该发票，或删除这项计提。",
        "The specific provision for “{customer}” from {day} names invoice {number}, which was deleted or is another customer's. Restore the invoice, or remove the provision.",
    ),
    "check.specific_twice": (
        "“{customer}”自 {day} 起的同一笔债权被单项计提了两次。请终止其中一项。",
        "One debt of “{customer}” is provided for twice from {day} on. End one of the two.",
    ),
    "check.specific_share": (
        "“{customer}”自 {day} 起的单项计提，其比例或起止日不成立。请编辑这项计提。",
        "The share or the days of the specific provision for “{customer}” from {day} cannot be. Edit it.",
    ),
    "check.statement_twice": (
        "截至 {day} 的本公司报表有两份期间相同。请删除其中一份。",
        "There are two own statements of the same period to {day}. Remove one.",
    ),
    "check.plan_gone": (
        "预案“{plan}”自 {day} 起的执行记录，其预案已在回收站，或结束日早于开始日。请恢复该预案，或打开最近的备份核对。",
        "The run of the plan “{plan}” from {day}: the plan is in the bin, or it ended before it began. Restore the plan, or compare with the latest backup.",
    ),
    "check.kept_unreadable": (
        "一项{what}的内容无法读取。请从最近的备份取回，或删除后重做。",
        "The content of a {what} cannot be read. Get it from the latest backup, or remove it and make it anew.",
    ),
}
