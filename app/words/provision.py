"""Provision, loss rates, stress tests and credit policies: per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "provision.weights": (
        "各情景的权重应合计 100%，现为 {sum}%。",
        "The weights of the scenarios must make up 100%; they come to {sum}%.",
    ),
    "provision.negative": (
        "情景的权重与倍数不能为负数。",
        "Neither weights nor multipliers of scenarios may be negative.",
    ),
    "provision.bad_cell": (
        "分组“{segment}”第 {bucket} 段：单项计提与在保金额之和超过了应收余额。",
        "Segment “{segment}”, bucket {bucket}: specific and insured parts exceed what is open.",
    ),
    "provision.no_rate": (
        "分组“{segment}”第 {bucket} 段没有损失率。请录入或改用全公司的损失率。",
        "Segment “{segment}”, bucket {bucket} has no loss rate; enter one or use the company's own.",
    ),
    "provision.bad_specific": (
        "单项计提 {provided} 应在 0 与债权 {amount} 之间。",
        "A specific provision of {provided} must lie between 0 and the debt of {amount}.",
    ),
    "loss_rates.share": ("比率应在 0 到 100% 之间。", "Rates must lie between 0 and 100%."),
    "loss_rates.ragged": (
        "各期的账龄段数目不同，无法计算迁徙率。",
        "The periods have different numbers of buckets; no roll rates can be worked out.",
    ),
    "loss_rates.no_end": (
        "有账龄段永远走不到收回或损失，无法求解。请检查迁徙率。",
        "Some bucket never ends in paid or lost; check the rates.",
    ),
    "credit_policy.no_rule": ("{grade} 级没有设定政策。", "The policy has no rule for grade {grade}."),
    "credit_policy.share": (
        "{grade} 级的比例应在 0 到 100% 之间。",
        "Grade {grade}: shares must lie between 0 and 100%.",
    ),
    "credit_policy.kept": (
        "{grade} 级保留的销售比例应在 0 到 200% 之间。",
        "Grade {grade}: the share of sales that stays must lie between 0 and 200%.",
    ),
    "credit_policy.negative": (
        "{grade} 级的账期、限额与客户流失率不能为负，压力倍数不能小于 1。",
        "Grade {grade}: terms, limits and churn must not be negative, and the stress factor must be 1 or above.",
    ),
    "stress.negative": ("情景的程度不能为负数。", "The severity of an event must not be negative."),
    "stress.share": ("损失比例应在 0 到 100% 之间。", "A share lost must lie between 0 and 100%."),
}
