"""Credit insurance: policies, buyer limits, cover, deadlines, claims: per code (Chinese, English)."""

from __future__ import annotations

_RECORDS: dict[str, tuple[str, ...]] = {
    "record.insurance_policy": ("保单", "insurance policy"),
    "record.limit_decision": ("买方限额决定", "buyer limit decision"),
    "record.shipment_stop": ("停止发货", "shipment stop"),
    "record.shipment": ("发货信息", "shipment facts"),
    "record.insurer_notice": ("致保险人的通知", "notice to the insurer"),
    "record.declaration": ("营业额申报", "turnover declaration"),
    "record.premium_payment": ("保险费", "premium payment"),
    "record.claim": ("赔案", "claim"),
    "record.claim_invoice": ("赔案发票", "claim invoice"),
    "record.claim_paper": ("赔案材料", "claim document"),
    "record.claim_event": ("赔案进展", "claim event"),
}

_PROGRESS: dict[str, tuple[str, ...]] = {"cover.reckoning": ("正在计算在保余额", "Working out the cover")}

_GAPS: dict[str, tuple[str, ...]] = {
    "cover_gap.no_policy": ("无保单承保", "No policy covers it"),
    "cover_gap.outside_period": ("发货日不在保险期内", "Shipped outside the insurance period"),
    "cover_gap.vat": ("增值税不在保", "VAT is not insured"),
    "cover_gap.disputed": ("争议款，暂不在保", "Disputed: cover is suspended"),
    "cover_gap.excluded_buyer": ("买方除外", "Buyer is excluded"),
    "cover_gap.excluded_country": ("国家除外或未承保", "Country is excluded or closed"),
    "cover_gap.excluded_goods": ("货物除外", "Goods are excluded"),
    "cover_gap.excluded_method": ("付款方式除外", "Payment method is excluded"),
    "cover_gap.no_limit": ("无买方限额", "No buyer limit"),
    "cover_gap.limit_declined": ("限额申请被拒", "Limit was declined"),
    "cover_gap.limit_withdrawn": ("限额已撤销", "Limit was withdrawn"),
    "cover_gap.limit_expired": ("限额已到期", "Limit had expired"),
    "cover_gap.method_mismatch": ("付款方式与限额不符", "Payment method differs from the limit's"),
    "cover_gap.terms_too_long": ("账期超过承保上限", "Terms longer than insured"),
    "cover_gap.invoiced_late": ("开票过迟", "Invoiced too late"),
    "cover_gap.after_stop": ("停止发货后仍发货", "Shipped after shipments had to stop"),
    "cover_gap.undeclared": ("未申报", "Not declared"),
    "cover_gap.notified_late": ("可损通知逾期", "Overdue notice missed"),
    "cover_gap.no_rate": ("缺汇率", "No exchange rate"),
    "cover_gap.over_limit": ("超出买方限额", "Over the buyer limit"),
    "gap_todo.no_policy": ("确认是否应由某份保单承保。", "See whether one of your policies should cover it."),
    "gap_todo.outside_period": (
        "核对发货日期；若在上一保险期内，请登记那份保单。",
        "Check the shipment date; if an earlier policy covers it, enter that policy.",
    ),
    "gap_todo.vat": (
        "可询问保险人能否加保增值税。",
        "Ask the insurer whether VAT can be included.",
    ),
    "gap_todo.disputed": (
        "尽快解决争议，解决后恢复承保。",
        "Settle the dispute: cover returns once it is settled.",
    ),
    "gap_todo.excluded_buyer": ("改为款到发货或要求担保。", "Ask for cash in advance or security."),
    "gap_todo.excluded_country": ("改用信用证或款到发货。", "Use a letter of credit or cash in advance."),
    "gap_todo.excluded_goods": ("询问保险人能否加保该类货物。", "Ask the insurer to include these goods."),
    "gap_todo.excluded_method": ("改用保单承保的付款方式。", "Use a payment method the policy insures."),
    "gap_todo.no_limit": ("申请买方限额。", "Ask for a buyer limit."),
    "gap_todo.limit_declined": (
        "改为款到发货，或补充资料后重新申请。",
        "Cash in advance, or ask again with more information.",
    ),
    "gap_todo.limit_withdrawn": ("停止赊销，优先催收。", "Stop shipping on credit and collect first."),
    "gap_todo.limit_expired": (
        "申请续期，续期前停止赊销。",
        "Ask to renew it; stop shipping on credit until then.",
    ),
    "gap_todo.method_mismatch": (
        "按限额批准的付款方式成交，或申请变更。",
        "Sell by the limit's payment method or ask to change it.",
    ),
    "gap_todo.terms_too_long": (
        "缩短账期，或申请更长的承保账期。",
        "Shorten the terms or ask for longer ones to be insured.",
    ),
    "gap_todo.invoiced_late": ("发货后及时开票。", "Invoice sooner after shipment."),
    "gap_todo.after_stop": (
        "停止发货，收回逾期款后再申请恢复。",
        "Stop shipping; collect what is overdue, then ask to resume.",
    ),
    "gap_todo.undeclared": (
        "补报营业额，并询问保险人是否接受。",
        "Declare it now and ask whether the insurer accepts it.",
    ),
    "gap_todo.notified_late": (
        "立即通知保险人并说明原因。",
        "Tell the insurer at once and say why it is late.",
    ),
    "gap_todo.no_rate": ("录入该币种汇率。", "Enter an exchange rate for the currency."),
    "gap_todo.over_limit": (
        "申请提高限额，或收款后再发货。",
        "Ask for a higher limit, or collect before shipping more.",
    ),
}

_KINDS: dict[str, tuple[str, ...]] = {
    "policy_state.draft": ("草稿", "Draft"),
    "policy_state.upcoming": ("未生效", "Upcoming"),
    "policy_state.active": ("有效", "In force"),
    "policy_state.expired": ("已到期", "Expired"),
    "policy_state.cancelled": ("已解除", "Cancelled"),
    "policy_state.annulled": ("已作废", "Annulled"),
    "policy_scope.domestic": ("国内", "Domestic"),
    "policy_scope.export": ("出口", "Export"),
    "policy_scope.both": ("国内与出口", "Domestic and export"),
    "insured_cause.default": ("拖欠", "Protracted default"),
    "insured_cause.insolvency": ("破产", "Insolvency"),
    "insured_cause.rejection": ("拒收货物", "Rejection of goods"),
    "insured_cause.political": ("政治风险", "Political risk"),
    "limit_outcome.requested": ("追加中", "Requested"),
    "limit_outcome.granted": ("有效", "Granted"),
    "limit_outcome.partial": ("部分批准", "Granted in part"),
    "limit_outcome.reduced": ("减额", "Reduced"),
    "limit_outcome.declined": ("已拒绝", "Declined"),
    "limit_outcome.withdrawn": ("已撤销", "Withdrawn"),
    "limit_outcome.expired": ("已到期", "Expired"),
    "limit_kind.named": ("批复限额", "Named limit"),
    "limit_kind.discretionary": ("自行掌握限额", "Discretionary limit"),
    "limit_kind.top_up": ("附加限额", "Top-up cover"),
    "pay_method.OA": ("赊销 OA", "Open account"),
    "pay_method.DA": ("承兑交单 D/A", "D/A"),
    "pay_method.DP": ("付款交单 D/P", "D/P"),
    "pay_method.LC": ("信用证 L/C", "Letter of credit"),
    "pay_method.CIA": ("款到发货", "Cash in advance"),
    "period_anchor.shipment": ("发货日", "shipment"),
    "period_anchor.due": ("原到期日", "original due date"),
    "period_anchor.mep_end": ("最长延长期限届满", "end of the maximum extension"),
    "period_anchor.knowledge": ("知悉之日", "day it became known"),
    "period_anchor.notice": ("通知日", "notice"),
    "period_anchor.waiting_end": ("等待期届满", "end of the waiting period"),
    "period_anchor.loss": ("损失日", "date of loss"),
    "period_anchor.filed": ("索赔提交日", "filing of the claim"),
    "period_anchor.decision": ("保险人决定日", "insurer's decision"),
    "period_anchor.policy_end": ("保险期届满", "end of the policy"),
    "period_anchor.period_end": ("申报期届满", "end of the declaration period"),
    "day_basis.calendar": ("日历日", "calendar days"),
    "day_basis.working": ("工作日", "working days"),
}

_DUTIES: dict[str, tuple[str, ...]] = {
    "duty.notice": ("可损通知", "Overdue notice"),
    "duty.adverse": ("不利信息通知", "Adverse information"),
    "duty.stop": ("停止发货", "Stop shipment"),
    "duty.mep_end": ("最长延长期限届满", "End of maximum extension"),
    "duty.waiting_end": ("等待期届满", "Waiting period ends"),
    "duty.claim": ("索赔截止", "Claim deadline"),
    "duty.documents": ("补充材料", "Documents"),
    "duty.answer": ("理赔答复", "Insurer's answer"),
    "duty.objection": ("异议期限", "Objection"),
    "duty.declaration": ("营业额申报", "Declaration"),
    "duty.limit_expiry": ("限额到期", "Limit expires"),
    "duty.limit_review": ("限额检视", "Limit review"),
    "duty.premium": ("缴纳保险费", "Premium"),
    "duty.renewal": ("保单续保", "Renewal"),
}

_CLAIMS: dict[str, tuple[str, ...]] = {
    "claim_state.reported": ("已通知", "Reported"),
    "claim_state.waiting": ("等待期", "Waiting period"),
    "claim_state.ready_to_file": ("可索赔", "Ready to file"),
    "claim_state.filed": ("已索赔", "Filed"),
    "claim_state.docs_requested": ("待补材料", "Documents requested"),
    "claim_state.assessing": ("审核中", "Being assessed"),
    "claim_state.approved": ("已核准", "Approved"),
    "claim_state.partial": ("部分核准", "Partly accepted"),
    "claim_state.declined": ("已拒赔", "Declined"),
    "claim_state.paid": ("已赔付", "Paid"),
    "claim_state.recovery": ("追偿中", "Recovery"),
    "claim_state.closed": ("已结案", "Closed"),
    "claim_state.withdrawn": ("已撤案", "Withdrawn"),
    "claim_paper.contract": ("合同或订单", "Contract or order"),
    "claim_paper.invoice": ("发票", "Invoices"),
    "claim_paper.terms_evidence": ("账期约定证明", "Evidence of the terms"),
    "claim_paper.transport": ("运输单据或签收单", "Transport document or signed delivery note"),
    "claim_paper.customs": ("报关单", "Customs declaration"),
    "claim_paper.ledger": ("6–12 个月往来明细", "Ledger of 6–12 months"),
    "claim_paper.statement": ("对账单", "Statement of account"),
    "claim_paper.debt_evidence": ("第三方债权证明", "Third-party evidence of debt"),
    "claim_paper.correspondence": ("往来函电", "Correspondence"),
    "claim_paper.dunning": ("催款函", "Reminder letters"),
    "claim_paper.security": ("担保文件", "Securities"),
    "claim_paper.insolvency": ("破产文件", "Insolvency notice"),
    "claim_paper.proof_of_debt": ("债权申报证明", "Proof of debt filed"),
    "claim_paper.rejection": ("拒收证明", "Evidence of rejection"),
    "claim_paper.political": ("政治事件证明", "Evidence of the political event"),
    "claim_paper.policy": ("保单", "Policy"),
    "claim_paper.declarations": ("申报明细", "Declarations"),
    "claim_paper.limit_decision": ("买方限额批复", "Buyer limit decision"),
    "claim_paper.notice": ("可损通知书", "Notice of potential loss"),
    "claim_paper.application": ("索赔申请书", "Claim form"),
    "claim_paper.paper_list": ("索赔单证明细表", "List of documents"),
    "claim_paper.collection_mandate": ("委托追偿协议", "Collection mandate"),
    "claim_paper.money_laundering": ("反洗钱表", "Anti-money-laundering form"),
    "indemnity_step.covered": ("在保债权", "Covered debt"),
    "indemnity_step.threshold": ("起赔点", "Claim threshold"),
    "indemnity_step.percent": ("赔付比例", "Insured percentage"),
    "indemnity_step.retention": ("最低自留额", "Minimum retention"),
    "indemnity_step.each_loss": ("每次损失免赔额", "Each-and-every loss"),
    "indemnity_step.first_loss": ("累计免赔额", "Aggregate first loss"),
    "indemnity_step.liability": ("最高赔偿限额", "Maximum liability"),
}

_COMMANDS: dict[str, tuple[str, ...]] = {
    "cli.about.claim-calc": (
        "按条款与案情文件计算赔款（不需要公司文件）",
        "work out a claim from its clauses and facts (no company file)",
    ),
    "cli.help.policy": ("保单条款（JSON）", "the policy's clauses (JSON)"),
    "cli.help.case": ("案情（JSON）", "the facts of the case (JSON)"),
    "cli.claim_calc.head": ("赔款计算（{currency}）", "Claim calculation ({currency})"),
    "cli.bad_json": ("无法读取 {path}：{detail}。", "{path} cannot be read: {detail}."),
    "claim_case.unknown": (
        "案情中没有名为“{field}”的项目。请核对拼写。",
        "A case has no field “{field}”; check the spelling.",
    ),
    "claim_case.unreadable": (
        "案情项目“{field}”的值“{value}”无法使用：金额不能为负，日期如 2025-12-31。",
        "“{value}” cannot be used for “{field}”: amounts are ≥ 0, days look like 2025-12-31.",
    ),
    "claim_case.nothing": (
        "案情不足以计算：请至少给出 debt、covered、invoices 或 claims 之一。",
        "Nothing follows from this case: give at least one of debt, covered, invoices or claims.",
    ),
}

_ERRORS: dict[str, tuple[str, ...]] = {
    "policy.insurer_missing": ("请填写保险人。", "Enter the insurer."),
    "policy.number_missing": ("请填写保单号。", "Enter the policy number."),
    "policy.currency_missing": ("请选择保单币种。", "Choose the policy's currency."),
    "policy.ends_before": (
        "保险期止期 {end} 早于起期 {start}。",
        "The insurance period ends on {end}, before it begins on {start}.",
    ),
    "policy.ended_outside": (
        "解除日 {on} 不在保险期（{start} 至 {end}）内。",
        "The day of cancellation, {on}, lies outside the insurance period ({start} to {end}).",
    ),
    "policy.needs_reason": ("请写明作废的原因。", "Write down why the policy is annulled."),
    "policy.in_use": (
        "保单 {number} 已生效或已有限额，不能删除；可以解除或作废。",
        "Policy {number} is in force or holds limits and cannot be deleted; cancel or annul it.",
    ),
    "policy.twice": (
        "{insurer} 的保单 {number} 在同一起期已登记。",
        "Policy {number} of {insurer} with the same start is already there.",
    ),
    "shipment_stop.running": ("“{name}”已在停止发货中。", "Shipments to “{name}” are stopped already."),
    "shipment_stop.lifted_before": (
        "恢复日 {on} 早于停止日 {start}。",
        "The stop cannot be lifted on {on}, before it began on {start}.",
    ),
    "shipment.bad_vat": (
        "发票 {number} 的税额应在 0 与发票金额之间。",
        "The tax of invoice {number} must lie between 0 and the invoice's amount.",
    ),
    "policy.unreadable": (
        "保单条款“{clause}”无法读取：{detail}。",
        "The policy clause “{clause}” cannot be read: {detail}.",
    ),
    "policy.unknown_clause": (
        "没有名为“{clause}”的保单条款。请核对拼写。",
        "There is no policy clause “{clause}”; check the spelling.",
    ),
    "buyer_limit.unknown_outcome": (
        "“{outcome}”不是限额决定的结果。",
        "“{outcome}” is not an outcome of a limit decision.",
    ),
    "buyer_limit.unknown_kind": ("“{kind}”不是限额种类。", "“{kind}” is not a kind of buyer limit."),
    "buyer_limit.no_amount": ("请填写批准的限额。", "Enter the amount that was granted."),
    "buyer_limit.negative": ("限额不能为负数。", "A limit cannot be negative."),
    "buyer_limit.nothing_requested": ("请填写申请的限额。", "Enter the amount requested."),
    "buyer_limit.ends_before": (
        "限额止期 {end} 早于起期 {start}。",
        "The limit ends on {end}, before it begins on {start}.",
    ),
    "buyer_limit.outside_policy": (
        "限额期间不在保险期（{start} 至 {end}）内。请选择正确的保单。",
        "The limit lies outside the insurance period ({start} to {end}); choose the right policy.",
    ),
    "buyer_limit.no_evidence": (
        "自行掌握限额需要留存依据，例如两次按期付款或资信报告。",
        "A discretionary limit needs evidence, such as two payments on time or a credit report.",
    ),
    "claim.no_such_step": (
        "赔案不能从“{now}”直接到“{to}”。",
        "A claim cannot go from “{now}” to “{to}”.",
    ),
    "claim.needs_reason": ("请写明理由。", "Write down the reason."),
    "recovery.bad_debt": (
        "赔付或在保金额（{covered}）应在 0 与债权总额（{debt}）之间。",
        "What was paid or covered ({covered}) must lie between 0 and the debt ({debt}).",
    ),
    "recovery.bad_amount": (
        "追偿金额（{gross}）与费用（{costs}）不能为负，费用不能超过追偿金额。",
        "Neither the recovery ({gross}) nor its costs ({costs}) may be negative, nor may costs exceed it.",
    ),
}

WORDS: dict[str, tuple[str, ...]] = (
    _RECORDS | _PROGRESS | _GAPS | _KINDS | _DUTIES | _CLAIMS | _COMMANDS | _ERRORS
)
