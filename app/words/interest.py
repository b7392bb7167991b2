"""Late interest, its rates and rules: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

_DONE: dict[str, tuple[str, ...]] = {
    "rate_entry.saved": ("录入利率 {rate}%，自 {on} 起", "Rate {rate}% from {on} entered"),
    "rate_entry.removed": ("删除利率 {rate}%，{on}", "Rate {rate}% of {on} removed"),
    "interest_rule.saved": ("保存逾期利息规则“{name}”", "Interest rule “{name}” saved"),
    "interest_rule.reset": ("恢复逾期利息规则“{name}”", "Interest rule “{name}” reset"),
}

_NAMES: dict[str, tuple[str, ...]] = {
    # A name kept in both languages: each prints its own (.0 prints nothing).
    "interest.named": ("{zh}{en:.0}", "{zh:.0}{en}"),
    "interest.per.day": ("每日", "a day"),
    "interest.per.month": ("每月", "a month"),
    "interest.per.year": ("每年", "a year"),
    "interest.rule.contract": ("合同约定", "Contract rate"),
    "interest.rule.none": ("不计利息", "No interest"),
    "size.micro": ("微型企业", "micro enterprise"),
    "size.small": ("小型企业", "small enterprise"),
    "size.medium": ("中型企业", "medium enterprise"),
    "size.large": ("大型企业", "large enterprise"),
    "size.public": ("机关、事业单位", "public body"),
}

_WHY: dict[str, tuple[str, ...]] = {
    "interest.why.chosen": ("该客户指定适用“{rule}”。", "“{rule}” was chosen for this customer."),
    "interest.why.tried": ("按“{rule}”试算。", "Worked out by “{rule}”, as asked."),
    "interest.why.waived": ("该客户已设为不计利息。", "No interest is charged to this customer, by choice."),
    "interest.why.contract": (
        "合同约定了逾期利率（条款：{clause}）。",
        "The contract states a late rate (clause: {clause}).",
    ),
    "interest.why.lifted": (
        "约定的{period} {agreed}% 低于订立合同时的一年期 LPR，依《保障中小企业款项支付条例》第十七条按该 LPR {rate}%（{on} 起）计算。",
        "The agreed {agreed}% {period} is below the one-year LPR at signing; under the small-firm payment regulation, art. 17, that LPR of {rate}% (from {on}) applies.",
    ),
    "interest.why.small_firm": (
        "合同未约定利率；我方为{seller}，对方为{buyer}，且已于 {on} 告知对方我方为中小企业：适用《保障中小企业款项支付条例》第十七条。",
        "No rate was agreed; we are a {seller}, the customer a {buyer}, and was told of our status on {on}: the small-firm payment regulation, art. 17, applies.",
    ),
    "interest.why.country": (
        "合同未约定利率，双方均在 {country}：适用“{rule}”。",
        "No rate was agreed and both parties are in {country}: “{rule}” applies.",
    ),
    "interest.why.seller": (
        "合同未约定利率；跨境交易按卖方所在地 {country} 的法律：适用“{rule}”。",
        "No rate was agreed; across borders the seller's law ({country}) is taken: “{rule}” applies.",
    ),
    "interest.why.buyer": (
        "合同未约定利率；跨境交易按买方所在地 {country} 的法律：适用“{rule}”。",
        "No rate was agreed; across borders the buyer's law ({country}) is taken: “{rule}” applies.",
    ),
    "interest.why.no_rule": (
        "合同未约定利率，{country} 也没有可用的法定规则。请在客户档案中填写合同利率，或选择一条规则。",
        "No rate was agreed and there is no rule for {country}. Enter the contract's rate in the customer's file, or choose a rule.",
    ),
}

_WARNINGS: dict[str, tuple[str, ...]] = {
    "interest.rate_high": (
        "约定利率折合年 {rate}%，明显高于 {limit}%（订立时一年期 LPR {reference}% × 1.5 × 1.3）；对方可请求法院减少（民法典第五百八十五条）。",
        "The agreed rate is {rate}% a year, well above {limit}% (one-year LPR at signing {reference}% × 1.5 × 1.3); the debtor may ask a court to cut it (Civil Code art. 585).",
    ),
    "interest.no_contract_date": (
        "没有填写合同订立日期，按单据日期 {on} 判断。",
        "The contract's date is not entered; the document's ({on}) was taken.",
    ),
    "interest.own_size_missing": (
        "尚未填写我方企业规模，无法判断是否适用《保障中小企业款项支付条例》（日万分之五）。请在“设置 › 公司”中填写。",
        "Our own size class is not entered, so whether the small-firm regulation (0.05% a day) applies is open. Enter it in Settings › Company.",
    ),
    "interest.size_missing": (
        "尚未填写该客户的企业规模，无法判断是否适用《保障中小企业款项支付条例》（日万分之五）。请在客户档案中填写。",
        "The customer's size class is not entered, so whether the small-firm regulation (0.05% a day) applies is open. Enter it in the customer's file.",
    ),
    "interest.not_disclosed": (
        "没有记录何时告知对方我方为中小企业，因此未适用《保障中小企业款项支付条例》（日万分之五）。如已告知，请填写日期。",
        "No day is recorded on which the customer was told that we are a small firm, so the regulation (0.05% a day) was not applied. Enter the day if it was told.",
    ),
    "interest.disclosed_late": (
        "告知对方我方为中小企业的日期 {on} 晚于合同订立日期 {signed}，因此未适用《保障中小企业款项支付条例》。",
        "The customer was told that we are a small firm on {on}, after the contract of {signed}, so the regulation was not applied.",
    ),
    "interest.cross_border": (
        "双方不在同一国家（{seller} / {buyer}）：适用哪国法律以合同为准，请核对；可在客户档案中指定规则。",
        "The parties are in different countries ({seller} / {buyer}): the contract decides whose law applies. Check it; a rule can be chosen in the customer's file.",
    ),
    "interest.no_rate": (
        "“{table}”没有 {on} 的利率，这段时间未计息。请在“设置 › 逾期利息”中录入。",
        "“{table}” has no rate for {on}, so no interest was counted. Enter it in Settings › Late interest.",
    ),
    "interest.rate_old": (
        "“{table}”的最后一条是 {last} 的，不能确定 {on} 的利率是否有变。请核对并录入新利率。",
        "The last entry of “{table}” is of {last}; whether the rate still held on {on} is not certain. Check, and enter the new rate.",
    ),
    "interest.at_floor": (
        "利率按规则下限 {rate}%（年）计算。",
        "The rule's lowest rate of {rate}% a year was used.",
    ),
    "interest.at_cap": (
        "利率按规则上限 {rate}%（年）计算。",
        "The rule's highest rate of {rate}% a year was used.",
    ),
    "interest.at_most": (
        "利息以欠款的 {percent}% 为限，已减去 {cut}。",
        "Interest is limited to {percent}% of the debt; {cut} was taken off.",
    ),
    "interest.compensation_unknown": (
        "固定补偿按 {currency} 分档，本发票为其他币种，未计算。",
        "The fixed compensation goes by bands in {currency}; the invoice is in another currency, so none was counted.",
    ),
}

_FAULTS: dict[str, tuple[str, ...]] = {
    "interest.not_invoice": (
        "{number} 不是发票，没有逾期利息。请选择发票。",
        "{number} is not an invoice and bears no late interest. Choose an invoice.",
    ),
    "interest.governing_unknown": (
        "“{choice}”不是可选的适用法律，应为 seller 或 buyer。",
        "“{choice}” is no choice of law; it must be seller or buyer.",
    ),
    "rate_table.bad_rate": (
        "利率“{rate}”不可信。请填写百分数，例如 3.10。",
        "The rate “{rate}” is not believable. Enter it in per cent, such as 3.10.",
    ),
    "rate_table.unreadable": (
        "随程序提供的利率表“{table}”无法读取。请重新安装程序。",
        "The rate table “{table}” that ships with the program cannot be read. Install the program again.",
    ),
    "interest_rule.unknown": (
        "没有代码为“{rule}”的利息规则。可用的有：{known}。",
        "There is no interest rule “{rule}”. Known are: {known}.",
    ),
    "interest_rule.unreadable": (
        "利息规则“{rule}”的内容无法读取。请恢复为随程序提供的规则。",
        "The interest rule “{rule}” cannot be read. Reset it to the shipped one.",
    ),
    "interest_rule.no_name": ("请填写规则的名称。", "Enter the rule's name."),
    "interest_rule.no_table": (
        "没有名为“{table}”的利率表。请选择一个利率表。",
        "There is no rate table “{table}”. Choose one.",
    ),
    "interest_rule.year_basis": (
        "一年只能按 365 天或 360 天计，不能为 {days} 天。",
        "A year has 365 or 360 days here, not {days}.",
    ),
    "interest_rule.bad_rate": (
        "利率、倍数和加点须为合理的非负百分数。请核对。",
        "Rates, factors and margins must be believable percentages, not below zero. Check them.",
    ),
    "interest_rule.factor": (
        "倍数须在 {low} 与 {high} 之间（法律规定的范围）。",
        "The factor must lie between {low} and {high}, the range the law allows.",
    ),
    "interest_rule.floor_above_cap": (
        "利率下限 {floor}% 高于上限 {cap}%。请核对。",
        "The lowest rate of {floor}% is above the highest of {cap}%. Check them.",
    ),
    "interest_rule.currency": (
        "固定补偿须有币种；“{currency}”不是可用的币种代码。",
        "Compensation needs a currency; “{currency}” is not a known code.",
    ),
    "interest_rule.name_taken": (
        "已有名为“{name}”的规则。请换一个名称。",
        "There is already a rule “{name}”. Choose another name.",
    ),
}

_PHRASES: dict[str, tuple[str, ...]] = {
    "interest.says.contract": ("合同约定{period} {rate}%", "{rate}% {period} as agreed in the contract"),
    "interest.says.fixed": ("{period} {rate}%", "{rate}% {period}"),
    "interest.says.margin": (
        "{table} {reference}%（{on} 起）加 {margin} 个百分点，即年利率 {rate}%",
        "{table} of {reference}% (from {on}) plus {margin} points, that is {rate}% a year",
    ),
    "interest.says.factor": (
        "{table} {reference}%（{on} 公布）的 {factor} 倍，即年利率 {rate}%",
        "{factor} times the {table} of {reference}% (published {on}), that is {rate}% a year",
    ),
    "interest.says.none": ("未约定", "not agreed"),
}

_SHEET: dict[str, tuple[str, ...]] = {
    "interest_sheet.title": ("逾期利息计算单", "Late interest, worked out"),
    "interest_sheet.to": ("计算至 {day}", "Up to {day}"),
    "interest_sheet.foot": ("编制日期 {day}", "Made on {day}"),
    "interest_sheet.number": ("发票号码", "Invoice"),
    "interest_sheet.date": ("开票日期", "Invoice date"),
    "interest_sheet.amount": ("发票金额", "Amount"),
    "interest_sheet.due": ("到期日", "Due date"),
    "interest_sheet.open": ("到期未付", "Due and unpaid"),
    "interest_sheet.days": ("逾期天数", "Days late"),
    "interest_sheet.contract": ("合同编号", "Contract"),
    "interest_sheet.basis": ("计息依据", "Basis"),
    "interest_sheet.rate": ("利率：{rate}。", "Rate: {rate}."),
    "interest_sheet.source": ("出处：{source}", "Source: {source}"),
    "interest_sheet.steps": ("{due} 到期的欠款（{currency}）", "Debt due on {due} ({currency})"),
    "interest_sheet.instalment": (
        "第 {seq} 期，{due} 到期（{currency}）",
        "Instalment {seq}, due on {due} ({currency})",
    ),
    "interest_sheet.column.from": ("自", "From"),
    "interest_sheet.column.until": ("至", "To"),
    "interest_sheet.column.days": ("天数", "Days"),
    "interest_sheet.column.principal": ("本金", "Principal"),
    "interest_sheet.column.rate": ("利率", "Rate"),
    "interest_sheet.column.working": ("算式", "Working"),
    "interest_sheet.column.interest": ("利息", "Interest"),
    "interest_sheet.rate_day": ("日 {rate}%", "{rate}% a day"),
    "interest_sheet.rate_month": ("月 {rate}%", "{rate}% a month"),
    "interest_sheet.rate_year": ("年 {rate}%", "{rate}% a year"),
    "interest_sheet.total": ("逾期利息", "Late interest"),
    "interest_sheet.compensation": ("固定补偿", "Fixed compensation"),
    "interest_sheet.together": ("合计", "Together"),
    "interest_sheet.daily": ("此后每日", "Each further day"),
    "interest_sheet.how": (
        "自到期日次日起算，计至截止日（含）；付款当日仍计息。单利，利息不再生息；各段不取整，合计后四舍五入一次。",
        "From the day after the due date to the last day, both counted; the day of payment counts. Simple interest, none on interest; the spans are not rounded, their sum is, once, half up.",
    ),
    "interest_sheet.reserve": (
        "本单仅列明计算过程，不构成对本金或利息数额的结算，也不构成对逾期付款违约金、利息及其他权利的放弃。",
        "This sheet shows a calculation. It settles neither principal nor interest and waives no right to penalties, interest or otherwise.",
    ),
}

_COMMANDS: dict[str, tuple[str, ...]] = {
    "cli.about.interest": (
        "一张发票的逾期利息：依据、逐段计算、固定补偿、此后每日金额。",
        "Late interest of one invoice: the basis, each step, compensation, and what each further day adds.",
    ),
    "cli.about.words": ("把金额写成大写。", "Write an amount in words."),
    "cli.help.invoice": ("发票号码", "the invoice's number"),
    "cli.help.to": ("计算到哪一天，如 2025-12-31", "the last day to count, such as 2025-12-31"),
    "cli.help.rule": (
        "改用哪条规则试算，如 cn_lpr（默认按客户和法律）",
        "work it out by this rule, such as cn_lpr (default: what the contract and the law say)",
    ),
    "cli.help.amount": ("金额，如 1680.32", "the amount, such as 1680.32"),
    "cli.interest.head": (
        "发票 {number} 的逾期利息，计算至 {day}",
        "Late interest of invoice {number} up to {day}",
    ),
    "cli.interest.days": ("{n} 天", "{n} day", "{n} days"),
    "cli.no_such_invoice": (
        "没有号码为“{number}”的发票。请核对号码。",
        "There is no invoice “{number}”. Check the number.",
    ),
    "cli.invoice_not_unique": (
        "号码为“{number}”的发票不止一张（客户 {customers}）。请用 --customer 指明客户。",
        "More than one invoice has the number “{number}” (customers {customers}). Name the customer with --customer.",
    ),
    "cli.bad_amount": (
        "“{value}”不是金额。请写成数字，如 1680.32。",
        "“{value}” is not an amount. Write it in figures, such as 1680.32.",
    ),
    "cli.words.only_renminbi": (
        "中文大写只用于人民币；{currency} 请用 --lang en。",
        "Chinese capital numerals are for renminbi only; for {currency} use --lang en.",
    ),
}

WORDS: dict[str, tuple[str, ...]] = {
    **_DONE,
    **_NAMES,
    **_WHY,
    **_WARNINGS,
    **_FAULTS,
    **_PHRASES,
    **_SHEET,
    **_COMMANDS,
}
