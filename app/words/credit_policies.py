"""Credit policies tried out: per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "credit_policy.no_json": (
        "这不是有效的 JSON 政策文件。请检查引号、逗号与括号。",
        "This is not a policy in JSON; check its quotes, commas and brackets.",
    ),
    "credit_policy.not_object": (
        "“{place}”处应为一组“名称: 值”。",
        "“{place}” must hold names and values.",
    ),
    "credit_policy.unknown_name": (
        "政策中没有“{place}”这一项。可用的有：{known}。",
        "A policy has no “{place}”; known here are: {known}.",
    ),
    "credit_policy.value": (
        "“{place}”的值“{value}”不是可用的数字。",
        "“{value}” at “{place}” is not a figure that can be used.",
    ),
    "credit_policy.assumption": (
        "假设“{name}”应在 0 到 100% 之间；压力倍数应在 1 到 100 之间。",
        "The assumption “{name}” must lie between 0 and 100%; the stress factor between 1 and 100.",
    ),
    "credit_policy.name": (
        "请给政策起一个名称（最多 80 个字）。",
        "Give the policy a name of at most 80 characters.",
    ),
    "credit_policy.name_taken": (
        "已有名为“{name}”的政策，请换一个名称。",
        "There already is a policy named “{name}”; choose another name.",
    ),
    "credit_policy.nothing_new": (
        "这项政策与现行的等级政策没有差别，无须采用。",
        "This policy does not differ from the grade policy in force; there is nothing to adopt.",
    ),
    "policy_study.today": ("现状", "Today"),
    "policy_study.tried": ("所试政策", "Policy tried"),
    "policy_study.grade": ("{grade} 级", "Grade {grade}"),
    "policy_study.unscored": (
        "{n} 家客户没有有效等级，按 C 级计算。",
        "{n} customer without a valid grade counts as C.",
        "{n} customers without a valid grade count as C.",
    ),
    "policy_outcome.sales": ("销售额", "Sales"),
    "policy_outcome.margin": ("毛利", "Margin"),
    "policy_outcome.carry": ("资金占用成本", "Carrying cost"),
    "policy_outcome.discount": ("提前付款折扣", "Discounts"),
    "policy_outcome.premium": ("保费", "Premium"),
    "policy_outcome.loss": ("预期损失", "Expected loss"),
    "policy_outcome.stressed_loss": ("压力损失", "Stressed loss"),
    "policy_outcome.profit": ("信用后利润", "Profit after credit"),
    "policy_outcome.stressed_profit": ("坏年份利润", "Profit of a bad year"),
    "policy_outcome.receivables": ("应收账款", "Receivables"),
    "policy_rule.terms_days": ("账期（天）", "Terms, days"),
    "policy_rule.prepaid": ("预付比例", "Paid first"),
    "policy_rule.discount": ("提前付款折扣", "Early-payment discount"),
    "policy_rule.discount_taken": ("享受折扣的销售占比", "Sales that take it"),
    "policy_rule.discount_days": ("折扣期（天）", "Discount days"),
    "policy_rule.insured": ("投保比例", "Insured share"),
    "policy_rule.insured_pct": ("赔付比例", "Insured percentage"),
    "policy_rule.premium": ("保险费率", "Premium rate"),
    "policy_rule.kept": ("保留的销售", "Sales that stay"),
    "policy_rule.limit_share": ("额度为现额度的", "Limits, of today's"),
    "policy_rule.cap": ("单客户上限", "Most per customer"),
    "policy_assumption.margin": ("毛利率", "Gross margin"),
    "policy_assumption.capital": ("资金成本（年）", "Cost of capital per year"),
    "policy_assumption.lgd": ("违约损失率", "Loss given default"),
    "policy_assumption.stress": ("压力倍数", "Stress factor"),
    "policy_assumption.churn_terms": ("账期每缩短 10 天流失的销售", "Sales lost per 10 days less"),
    "policy_assumption.churn_prepaid": (
        "预付每增加 10 个百分点流失的销售",
        "Sales lost per 10 points more paid first",
    ),
    "policy_assumption.over_prepaid": ("超额度部分改为先款的比例", "Demand beyond a limit bought paid first"),
    "policy_assumption.premium": ("保险费率", "Premium rate"),
    "policy_assumption.insured_pct": ("赔付比例", "Insured percentage"),
    "policy_choice.stays": ("按此政策", "as in the policy"),
    "policy_choice.shorter": ("账期缩短 15 天", "15 days shorter"),
    "policy_choice.longer": ("账期延长 15 天", "15 days longer"),
    "policy_choice.prepaid": ("预付 30%", "30% paid first"),
    "policy_choice.insured": ("全部投保", "all insured"),
    "cli.about.simulate": (
        "把一套信用政策用在现有客户上试算，并与现状对比；不改动任何数据",
        "try a credit policy on the customers there are, beside today; nothing is changed",
    ),
    "cli.help.credit_policy": (
        "政策文件（JSON）：各等级的账期、预付、折扣、投保、额度，以及假设；不写则试算现状",
        "a policy (JSON): terms, prepayment, discount, cover and limits per grade, and assumptions; today's without one",
    ),
    "cli.simulate.title": (
        "信用政策“{name}”试算，{day}，{currency}，一年",
        "Credit policy “{name}” tried as of {day}, {currency}, one year",
    ),
    "cli.simulate.cash": (
        "与现状相比释放资金 {amount} {currency}（负数为多占用）",
        "Cash released against today: {amount} {currency} (below zero: more is tied up)",
    ),
}
