"""What a check of the company file found about insurance: (Chinese, English) per code."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "check.binned_policy": (
        "保单 {policy} 已在回收站，其{what}却仍有效。请恢复该保单，或一并删除。",
        "Policy {policy} is in the bin, yet its {what} still counts. Restore the policy, or remove that too.",
    ),
    "check.policy_currency": (
        "保单 {policy} 的币种为 {ours}，其{what}却记为 {theirs}。请按保单币种重新登记。",
        "Policy {policy} is in {ours}, yet its {what} is in {theirs}. Enter it anew in the policy's currency.",
    ),
    "check.policy_period": (
        "保单 {policy} 的起止日（{day} 至 {until}）或终止日自相矛盾。请编辑该保单。",
        "The days of policy {policy} ({day} to {until}) or its cancellation contradict each other. Edit the policy.",
    ),
    "check.policy_lost": (
        "保单 {policy} 的条款无法读取：{why}请打开最近的备份核对，或重新录入条款。",
        "The clauses of policy {policy} cannot be read: {why} Compare with the latest backup, or enter them anew.",
    ),
    "check.declared_twice": (
        "保单 {policy} 有两份申报的期间重叠（{day} 至 {until}），营业额会重复计算。请撤回其中一份。",
        "Policy {policy} has two declarations that share days ({day} to {until}); their turnover counts twice. Take one back.",
    ),
    "check.declared_sum": (
        "保单 {policy} 自 {day} 起的申报为 {turnover}，各行合计却为 {lines}。请打开最近的备份核对，或撤回后重新申报。",
        "The declaration from {day} under policy {policy} says {turnover}, its lines {lines}. Compare with the latest backup, or take it back and declare anew.",
    ),
    "check.shipped_twice": (
        "{number} 有两条发货信息。请重新填写这张发票的发货信息，并打开最近的备份核对。",
        "{number} has two rows about its shipment. Enter its shipment anew, and compare with the latest backup.",
    ),
    "check.claim_live_twice": (
        "“{customer}”在同一保单下有两个进行中的赔案（其一登记于 {day}）。请结案或撤回其中一个。",
        "“{customer}” has two claims going on under one policy, one of them opened on {day}. Close or withdraw one.",
    ),
    "check.claim_overpaid": (
        "“{customer}”{day} 的赔案核准 {approved}，赔款却合计 {paid}。请打开最近的备份核对赔款记录。",
        "The claim about “{customer}” of {day} was approved for {approved}, yet {paid} was paid. Compare the payments with the latest backup.",
    ),
    "check.claim_invoice_gone": (
        "“{customer}”{day} 的赔案所列发票 {number} 已删除或属于另一客户。请恢复该发票，或撤回赔案。",
        "The claim about “{customer}” of {day} names invoice {number}, which was deleted or is another customer's. Restore the invoice, or withdraw the claim.",
    ),
    "check.claim_trace": (
        "“{customer}”{day} 的赔案，提交时冻结的计算{what}。请打开最近的备份核对。",
        "In the claim about “{customer}” of {day}, the calculation frozen at filing does not add up: {what}. Compare with the latest backup.",
    ),
    "check.claim_trace_lost": (
        "“{customer}”{day} 的赔案，提交时冻结的计算缺失或无法读取。请从最近的备份取回。",
        "The calculation of the claim about “{customer}” of {day}, frozen at filing, is missing or unreadable. Get it from the latest backup.",
    ),
    "check.claim_split": (
        "“{customer}”{day} 的追偿或费用 {amount}，双方分摊之和与其不符。请打开最近的备份核对。",
        "The recovery or cost of {day} about “{customer}” is {amount}, yet its shares do not make that up. Compare with the latest backup.",
    ),
    "trace_fault.invoice": (
        "有一张发票的在保与未保之和不等于未清金额",
        "of an invoice, insured and uninsured do not make up what is open",
    ),
    "trace_fault.covered": (
        "各发票在保金额之和与赔案所记不一致",
        "the insured amounts of the invoices do not make up what the claim says",
    ),
    "trace_fault.step": (
        "有一步按其所列数字重算的结果不同",
        "a step gives another result by the figures it names",
    ),
    "trace_fault.payable": (
        "应赔金额与最后一步不符",
        "what is payable is not what the last step leaves",
    ),
}
