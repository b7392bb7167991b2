"""Limit lists, the review of limits, and what is wrong with a policy as typed in."""

from __future__ import annotations

_LISTS: dict[str, tuple[str, ...]] = {
    "limit_list_column.buyer": ("买方名称", "the buyer"),
    "limit_list_column.amount": ("批复限额", "the amount granted"),
    "limit_list.no_column": (
        "找不到“{column}”列。请在表头写明，例如：买方名称、批复限额、生效日期、有效期至。",
        "There is no column for {column}. Name the columns, such as: buyer, approved amount, effective, valid until.",
    ),
    "limit_list.row_date": (
        "第 {row} 行“{column}”：“{value}”不是日期。",
        "Row {row}, {column}: “{value}” is not a date.",
    ),
    "limit_list.row_amount": (
        "第 {row} 行“{column}”：“{value}”不是有效金额。",
        "Row {row}, {column}: “{value}” is not a valid amount.",
    ),
    "limit_list.row_currency": (
        "第 {row} 行：“{value}”不是可用的币种。",
        "Row {row}: “{value}” is not a known currency.",
    ),
    "limit_list.row_outcome": (
        "第 {row} 行“{column}”：看不懂“{value}”。可用：有效、部分批准、拒绝、减额、撤销、到期、审批中。",
        "Row {row}, {column}: “{value}” is not understood. Use approved, partial, declined, reduced, withdrawn, expired or pending.",
    ),
    "limit_list.row_kind": (
        "第 {row} 行“{column}”：看不懂“{value}”。可用：买方限额、自行掌握限额、附加限额。",
        "Row {row}, {column}: “{value}” is not understood. Use named, discretionary or top-up.",
    ),
    "limit_list.row_method": (
        "第 {row} 行：付款方式“{value}”未识别，按不限付款方式处理。",
        "Row {row}: payment method “{value}” is not known; the limit is read as being for any.",
    ),
    "limit_list.row_terms": (
        "第 {row} 行：账期“{value}”没有天数，未采用。",
        "Row {row}: terms “{value}” say no days and are left out.",
    ),
    "limit_list.other_currency": (
        "第 {row} 行“{buyer}”：限额币种 {currency} 与保单币种 {own} 不同，未采用。请核对保单或由保险人确认折算额。",
        "Row {row}, {buyer}: the limit is in {currency}, the policy in {own}; left out. Check the policy, or ask for the amount in {own}.",
    ),
    "limit_list.row_future": (
        "第 {row} 行“{buyer}”：决定日 {day} 晚于今天，未采用。",
        "Row {row}, {buyer}: decided on {day}, which is still to come; left out.",
    ),
    "limit_list.row_silent": (
        "第 {row} 行“{buyer}”：没有批复金额。",
        "Row {row}, {buyer}: no amount was granted.",
    ),
    "limit_list.row_refused": ("第 {row} 行“{buyer}”：{why}", "Row {row}, {buyer}: {why}"),
    "limit_list.row_twice": (
        "第 {row} 行：“{buyer}”同一生效日的限额已在第 {first} 行出现，此行不导入。",
        "Row {row}: a limit of {buyer} from the same day stands in row {first} already; this row is left out.",
    ),
    "limit_list.row_conflict": (
        "第 {row} 行：名称“{buyer}”与号码“{code}”属于不同客户。请核对。",
        "Row {row}: the name “{buyer}” and the number “{code}” belong to different customers.",
    ),
    "buyer_limit.pending": (
        "{on} 已申请同样的金额，保险人尚未答复。",
        "The same amount was asked for on {on} and is not answered yet.",
    ),
}

_REVIEW: dict[str, tuple[str, ...]] = {
    "limit_finding.none": ("无限额", "No limit"),
    "limit_finding.over": ("欠款超出限额", "Debt above the limit"),
    "limit_finding.tight": ("限额将满", "Nearly full"),
    "limit_finding.unused": ("闲置", "Unused"),
    "limit_finding.expiring": ("即将到期", "Expiring"),
    "limit_finding.expired": ("已到期", "Expired"),
    "limit_finding.refused": ("被拒或已撤销", "Refused or withdrawn"),
    "limit_finding.no_evidence": ("自行掌握限额缺依据", "Discretion without evidence"),
    "limit_finding.old_evidence": ("依据已超过一年", "Evidence older than a year"),
    "limit_finding.pending": ("等待保险人答复", "Waiting for the insurer"),
    "limit_ask.request": ("申请限额 {amount}", "Ask for a limit of {amount}"),
    "limit_ask.raise": ("申请提高到 {amount}", "Ask to raise it to {amount}"),
    "limit_ask.lower": ("可降到 {amount}", "Could be lowered to {amount}"),
    "limit_ask.return": ("退回限额", "Return the limit"),
    "limit_ask.renew": ("申请续期 {amount}", "Ask to renew it at {amount}"),
    "limit_ask.evidence": (
        "留存自行掌握限额的依据（近 12 个月按期付款 {on_time} 次）",
        "Keep evidence for discretion ({on_time} paid on time in 12 months)",
    ),
    "limit_ask.chase": ("催问 {on} 的申请", "Chase the request of {on}"),
    "limit_ask.collect": ("停止赊销，先收款", "Stop credit, collect first"),
}

_EVENTS: dict[str, tuple[str, ...]] = {
    "event.buyer_limit.requested": ("申请买方限额 {amount}", "Buyer limit of {amount} asked for"),
    "event.buyer_limit.granted": ("保险人批准买方限额 {amount}", "Insurer granted a limit of {amount}"),
    "event.buyer_limit.partial": (
        "保险人部分批准买方限额 {amount}",
        "Insurer granted a limit of {amount}, in part",
    ),
    "event.buyer_limit.reduced": ("保险人将买方限额减至 {amount}", "Insurer reduced the limit to {amount}"),
    "event.buyer_limit.declined": ("保险人拒绝买方限额（{number}）", "Insurer declined a limit ({number})"),
    "event.buyer_limit.withdrawn": (
        "保险人撤销买方限额（{number}）",
        "Insurer withdrew the limit ({number})",
    ),
    "event.buyer_limit.expired": ("买方限额到期（{number}）", "Buyer limit expired ({number})"),
    "event.shipment_stop.set": ("停止发货（{number}）", "Shipments stopped ({number})"),
    "event.shipment_stop.lifted": ("恢复发货（{number}）", "Shipments resumed ({number})"),
}

_CHECKS: dict[str, tuple[str, ...]] = {
    "policy_check.share": ("“{clause}”应在 0 与 100% 之间。", "{clause} must lie between 0 and 100 %."),
    "policy_check.insures_nothing": (
        "“{clause}”为 0：什么也不赔。",
        "{clause} is 0: nothing would ever be paid.",
    ),
    "policy_check.discretion_above": (
        "自行掌握限额的比例高于赔付比例，通常应较低。",
        "The share within discretionary limits is above the insured percentage; it is usually lower.",
    ),
    "policy_check.political_at_home": (
        "国内保单一般没有政治风险。",
        "A domestic policy usually insures no political risk.",
    ),
    "policy_check.no_extension": (
        "“{clause}”从最长延长期限届满起算，但没有填最长延长期限。",
        "{clause} runs from the end of the maximum extension, but no extension is entered.",
    ),
    "policy_check.no_waiting": (
        "“{clause}”从等待期届满起算，但没有填等待期。",
        "{clause} runs from the end of the waiting period, but none is entered.",
    ),
    "policy_check.no_notice": (
        "“{clause}”从通知日起算，但没有填逾期通知期限。",
        "{clause} runs from the notice, but no time for notices is entered.",
    ),
    "policy_check.from_itself": (
        "“{clause}”不能从自身的日子起算。",
        "{clause} cannot run from its own day.",
    ),
    "policy_check.missing": (
        "没有填“{clause}”：请在保单中查找，没有此项才留空。",
        "{clause} is empty: look for it in the policy, leave it so only if it has none.",
    ),
    "policy_check.claim_before_waiting": (
        "索赔期限（到期后约 {days} 天）早于等待期届满（约 {waiting} 天）。",
        "The claim is due about {days} days after the due date, before the waiting period ends (about {waiting}).",
    ),
    "policy_check.notice_after_waiting": (
        "逾期通知（到期后约 {days} 天）晚于等待期届满（约 {waiting} 天）。",
        "The notice is due about {days} days after the due date, after the waiting period has ended (about {waiting}).",
    ),
    "policy_check.claim_before_notice": (
        "索赔期限（到期后约 {days} 天）早于逾期通知（约 {notice} 天）。",
        "The claim is due about {days} days after the due date, before the notice (about {notice}).",
    ),
    "policy_check.above_liability": (
        "“{clause}”不低于最高赔偿限额：什么也不赔。",
        "{clause} is not below the maximum liability: nothing would ever be paid.",
    ),
    "policy_check.multiple_of_nothing": (
        "最高赔偿按保费倍数，但没有填保险费。",
        "The most that is paid is a multiple of premium, but no premium is entered.",
    ),
    "policy_check.nothing_deducted": (
        "“{clause}”没有对应的金额。",
        "{clause}: there is no amount it applies to.",
    ),
    "policy_check.evidence_unsaid": (
        "没有写明自行掌握限额需要什么依据。",
        "It does not say what evidence a discretionary limit needs.",
    ),
    "policy_check.evidence_for_nothing": (
        "写了自行掌握限额的依据，但没有填限额。",
        "Evidence for discretion is described, but no discretionary limit is entered.",
    ),
    "policy_check.rate_per_mille": (
        "保险费率高于 5%：是不是按千分比填的？",
        "The premium rate is above 5 %: was it typed per mille?",
    ),
    "policy_check.deposit_above_minimum": (
        "预缴保险费高于最低保险费。",
        "The deposit premium is above the minimum premium.",
    ),
    "policy_check.nothing_declared": (
        "填了申报期限，但申报方式为无需申报。",
        "A time to declare is entered, but nothing is to be declared.",
    ),
    "policy_check.declared_from": (
        "逐笔申报应从发货日起算，按期申报应从期末起算。",
        "Declarations per shipment run from the shipment, others from the end of the period.",
    ),
    "policy_check.country": (
        "“{clause}”中的“{country}”不是国家代码：两个大写字母，如 DE。",
        "{clause}: “{country}” is no country code; two capital letters, such as DE.",
    ),
    "policy_check.twice": ("“{clause}”中有国家重复。", "{clause}: a country stands there twice."),
    "policy_check.open_and_excluded": (
        "{country} 既在国家表中承保，又被除外。",
        "{country} is insured by the schedule and excluded as well.",
    ),
    "policy_check.country_terms": (
        "{country} 的账期长于保单的 {n} 天：以较短者为准。",
        "The terms for {country} are longer than the policy's {n} day; the shorter count.",
        "The terms for {country} are longer than the policy's {n} days; the shorter count.",
    ),
    "policy_check.no_country": (
        "只承保列明国家，但国家表里没有承保的国家。",
        "Only listed countries are insured, but none is listed as insured.",
    ),
    "policy_check.countries_at_home": (
        "国内保单一般没有国家表。",
        "A domestic policy usually has no countries.",
    ),
    "policy_check.method": ("“{method}”不是付款方式。", "“{method}” is not a payment method."),
    "policy_check.no_vat_rate": (
        "增值税不在保，但没有填通常税率：未注明税额的发票会按含税金额计算。",
        "VAT is not insured, but no usual rate is entered: invoices that do not say their tax count gross.",
    ),
    "policy_check.no_payee": (
        "填了转让范围，但没有填赔款受益人。",
        "It says what is assigned, but not to whom.",
    ),
    "policy_check.no_clause": (
        "没有名为“{name}”的条款。",
        "There is no clause “{name}”.",
    ),
    "policy_check.long": (
        "保险期长达 {n} 年以上。",
        "The insurance period is longer than {n} year.",
        "The insurance period is longer than {n} years.",
    ),
    "policy_check.ends_before": ("保险期止期早于起期。", "The period ends before it begins."),
    "policy_check.unchecked": (
        "{n} 项条款尚未与保单核对。",
        "{n} clause is not compared with the policy yet.",
        "{n} clauses are not compared with the policy yet.",
    ),
    "policy_check.unlocated": (
        "{n} 项条款没有注明在保单中的位置。",
        "{n} clause does not say where in the policy it stands.",
        "{n} clauses do not say where in the policy they stand.",
    ),
    "policy_check.gap_before": (
        "与上一期保单 {number} 之间有 {n} 天空档，其间发货不承保。",
        "{n} day after policy {number} is not insured.",
        "{n} days after policy {number} are not insured.",
    ),
    "policy_check.other_currency": (
        "币种与上一期保单 {number} 不同：限额不能直接沿用。",
        "Policy {number} before it is in another currency: limits cannot be taken over.",
    ),
    "policy_check.overlaps": (
        "保险期与同范围的保单 {number} 重叠。",
        "Its period overlaps that of policy {number} with the same scope.",
    ),
}

WORDS: dict[str, tuple[str, ...]] = {**_LISTS, **_REVIEW, **_EVENTS, **_CHECKS}
