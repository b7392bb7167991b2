"""The clauses of an insurance policy: their names, what each means and where policies usually say it."""

from __future__ import annotations

_GROUPS: dict[str, tuple[str, ...]] = {
    "clause_group.percentage": ("承保范围与赔付比例", "Scope and percentages"),
    "clause_group.terms": ("账期、延长与停止发货", "Terms, extension and stops"),
    "clause_group.limits": ("买方限额", "Buyer limits"),
    "clause_group.notices": ("通知义务", "Duties to notify"),
    "clause_group.claims": ("等待期与索赔", "Waiting period and claims"),
    "clause_group.own_share": ("起赔点、免赔与最高赔偿", "Threshold, own share, maximum"),
    "clause_group.premium": ("保险费与申报", "Premium and declarations"),
    "clause_group.debt": ("计算口径", "How a debt is counted"),
    "clause_group.exclusions": ("除外与国家表", "Exclusions and countries"),
    "clause_group.payee": ("赔款受益人", "Loss payee"),
    "clause_group_help.percentage": (
        "先看保单明细表的首页：承保国内还是出口，赔付比例各是多少。",
        "Start on the first page of the schedule: home sales or exports, and the percentages.",
    ),
    "clause_group_help.terms": (
        "明细表中的“最长信用期限”“最长延长期限”；停止发货写在“被保险人义务”里。",
        "The schedule's maximum payment terms and maximum extension; stopping shipments stands among your duties.",
    ),
    "clause_group_help.limits": (
        "“信用限额”一章，以及自行掌握限额的批单。",
        "The chapter on credit limits, and the endorsement on discretionary limits.",
    ),
    "clause_group_help.notices": (
        "“通知”或“逾期账款报告”一章：逾期未报最容易失去赔付。",
        "The chapter on notices or overdue reports: a missed one is the commonest reason for no payment.",
    ),
    "clause_group_help.claims": (
        "“索赔”一章与明细表中的等待期。",
        "The chapter on claims, and the waiting period in the schedule.",
    ),
    "clause_group_help.own_share": (
        "明细表的后半：各项金额与先后顺序。",
        "The second half of the schedule: the amounts, and the order in which they are taken off.",
    ),
    "clause_group_help.premium": (
        "明细表的保险费一栏，以及“营业额申报”条款。",
        "The schedule's premium, and the clause on declaring turnover.",
    ),
    "clause_group_help.debt": (
        "“定义”与“损失计算”两章：什么算应收账款，按哪天汇率。",
        "The definitions and the calculation of loss: what counts as debt, and whose day's rate.",
    ),
    "clause_group_help.exclusions": (
        "“责任免除”一章与国家（地区）附表。",
        "The exclusions, and the schedule of countries.",
    ),
    "clause_group_help.payee": (
        "批单或银行的赔款转让协议。",
        "An endorsement, or the bank's assignment of proceeds.",
    ),
}

_NAMES: dict[str, tuple[str, ...]] = {
    "clause.scope": ("承保范围", "Scope"),
    "clause.insured_pct": ("赔付比例", "Insured percentage"),
    "clause.insured_pct_discretionary": (
        "赔付比例（自行掌握限额）",
        "Insured percentage, discretionary limit",
    ),
    "clause.insured_pct_political": ("赔付比例（政治风险）", "Insured percentage, political risk"),
    "clause.pct_by_cause": ("按出险原因的比例", "Percentage by cause of loss"),
    "clause.max_terms_days": ("最长信用期限", "Maximum payment terms"),
    "clause.counts_first_day": ("发票当天计入账期", "Invoice day counts"),
    "clause.max_extension_days": ("最长延长期限", "Maximum extension (MEP)"),
    "clause.stop_at_mep": ("延长期满停止发货", "Shipments stop at its end"),
    "clause.invoicing_days": ("开票期限", "Invoicing period"),
    "clause.preshipment_days": ("出运前承保", "Pre-shipment cover"),
    "clause.limit_usage": ("限额占用口径", "What fills a limit"),
    "clause.reduction_days": ("减额生效间隔", "Days before a reduction holds"),
    "clause.discretionary_limit": ("自行掌握限额", "Discretionary limit"),
    "clause.discretionary_evidence": ("自行掌握限额的依据", "Evidence for discretion"),
    "clause.small_dispute_pct": ("小额争议", "Small disputes"),
    "clause.notify": ("逾期通知期限", "Overdue notice"),
    "clause.notify_minimum": ("通知起点金额", "Smallest debt to notify"),
    "clause.adverse": ("不利信息通知期限", "Notice of adverse information"),
    "clause.late_notice": ("逾期通知的后果", "What a late notice costs"),
    "clause.margin_days": ("自留余量（工作日）", "Our margin (working days)"),
    "clause.waiting_days": ("等待期", "Waiting period"),
    "clause.waiting_anchor": ("等待期起算日", "Waiting period runs from"),
    "clause.waiting_days_political": ("等待期（政治风险）", "Waiting period, political risk"),
    "clause.claim": ("索赔期限", "Time to claim"),
    "clause.documents": ("补充材料期限", "Time for documents"),
    "clause.answer": ("保险人答复期限", "Insurer's time to answer"),
    "clause.objection": ("异议期限", "Time to object"),
    "clause.threshold": ("起赔点", "Claim threshold"),
    "clause.threshold_inclusive": ("恰好等于起赔点也赔", "A loss equal to it is paid"),
    "clause.each_loss": ("每次损失免赔额", "Each-and-every loss"),
    "clause.deduct_before_pct": ("先扣免赔额再乘比例", "Deducted before the percentage"),
    "clause.aggregate_first_loss": ("累计免赔额", "Aggregate first loss"),
    "clause.min_retention": ("最低自留额", "Minimum retention"),
    "clause.max_liability": ("最高赔偿限额", "Maximum liability"),
    "clause.max_liability_multiple": ("最高赔偿限额（保费倍数）", "Maximum liability, times premium"),
    "clause.premium_rate": ("保险费率", "Premium rate"),
    "clause.min_premium": ("最低保险费", "Minimum premium"),
    "clause.deposit_premium": ("预缴保险费", "Deposit premium"),
    "clause.limit_fee": ("每项限额费", "Fee per limit"),
    "clause.collection_fee": ("追偿费率", "Collection fee"),
    "clause.declaration": ("申报方式", "Declarations"),
    "clause.declaration_due": ("申报期限", "Declaration due"),
    "clause.undeclared_uncovered": ("未申报不承保", "What is not declared is not insured"),
    "clause.vat_covered": ("承保增值税", "VAT is insured"),
    "clause.vat_pct": ("通常税率", "Usual VAT rate"),
    "clause.interest_covered": ("承保利息", "Interest is insured"),
    "clause.fx_rule": ("汇率口径", "Exchange rate"),
    "clause.recovery_rule": ("追偿款分配", "Sharing of recoveries"),
    "clause.excluded_countries": ("除外国家", "Excluded countries"),
    "clause.listed_countries_only": ("仅承保列明国家", "Listed countries only"),
    "clause.countries": ("国家表", "Country schedule"),
    "clause.excluded_goods": ("除外货物", "Excluded goods"),
    "clause.excluded_buyers": ("除外买方", "Excluded buyers"),
    "clause.excluded_kinds": ("除外买方类型", "Excluded kinds of buyer"),
    "clause.excluded_methods": ("除外付款方式", "Excluded payment methods"),
    "clause.loss_payee": ("指定赔款受益人", "Loss payee"),
    "clause.loss_payee_scope": ("转让范围", "What is assigned"),
}

_HELP: dict[str, tuple[str, ...]] = {
    "clause_help.scope": (
        "承保国内销售、出口，还是两者。通常在明细表首页的险种名称里。",
        "Home sales, exports or both. Usually the product's name at the top of the schedule.",
    ),
    "clause_help.insured_pct": (
        "损失中由保险人承担的比例，其余自留。明细表“赔偿比例”或“承保比例”。",
        "The share of a loss the insurer bears; the rest is yours. In the schedule, “insured percentage”.",
    ),
    "clause_help.insured_pct_discretionary": (
        "在自行掌握限额内的比例，往往较低。与赔付比例同栏，或在批单中。",
        "The share within a discretionary limit, often lower. Beside the insured percentage or in an endorsement.",
    ),
    "clause_help.insured_pct_political": (
        "汇兑限制、战争等政治风险的比例。出口保单的明细表。",
        "For transfer bans, war and the like. In the schedule of export policies.",
    ),
    "clause_help.pct_by_cause": (
        "有的保单对拖欠、破产、拒收各定比例，例如拒收货物 80%。明细表或“赔偿比例”条款。",
        "Some policies set shares by default, insolvency or rejection, such as 80 % for rejected goods.",
    ),
    "clause_help.max_terms_days": (
        "合同账期超过它的发票不承保。明细表“最长信用期限”“最长付款期限”。",
        "Invoices with longer terms are not insured. In the schedule, “maximum payment terms”.",
    ),
    "clause_help.counts_first_day": (
        "有的保单把发票当天算作第一天，到期日早一天。见“定义”。",
        "Some policies count the invoice's own day as the first, so debts fall due a day sooner. See the definitions.",
    ),
    "clause_help.max_extension_days": (
        "从原到期日起最多容许拖欠的天数，展期不改变它。明细表“最长延长期限”。",
        "How long a debt may stay overdue, from the original due date; no postponement moves it. In the schedule.",
    ),
    "clause_help.stop_at_mep": (
        "最早的欠款超过延长期限后，新的发货不再承保。“停止发货”或“被保险人义务”。",
        "Once the oldest debt passes the extension, new shipments are not insured. See the duties of the insured.",
    ),
    "clause_help.invoicing_days": (
        "发货后多少天内必须开票。见“定义”或“承保条件”。",
        "Invoice within so many days after shipment. See the definitions or conditions of cover.",
    ),
    "clause_help.preshipment_days": (
        "承保出运前风险的天数；没有此项就留空。通常是单独的批单。",
        "Days of cover before shipment; leave empty if not bought. Usually an endorsement.",
    ),
    "clause_help.limit_usage": (
        "未承保的欠款是否也占用限额。见“信用限额”的定义；不清楚请询问保险人。",
        "Whether uninsured debt fills the limit too. See the definition of the credit limit, or ask.",
    ),
    "clause_help.reduction_days": (
        "保险人自行减额后多少天才生效，例如 30 天。“信用限额的变更”。",
        "Days until the insurer's own reduction takes effect, such as 30. See changes of credit limits.",
    ),
    "clause_help.discretionary_limit": (
        "无需逐一申请、可自行给每个买方的最高限额。明细表“自行掌握限额”。",
        "The most you may decide per buyer without asking. In the schedule, “discretionary limit”.",
    ),
    "clause_help.discretionary_evidence": (
        "自行掌握限额须留存什么依据，例如 12 个月内两次按期付款。批单或指南。",
        "What you must keep on file, such as two payments on time within 12 months. Endorsement or guide.",
    ),
    "clause_help.small_dispute_pct": (
        "争议金额低于限额的这一比例时不必报告，仍承保。批单；没有就留空。",
        "Disputes below this share of the limit need no report and stay insured. An endorsement; empty if none.",
    ),
    "clause_help.notify": (
        "逾期后须在多少天内通知；有几种起算日时以较早者为准。“逾期账款通知”“可能损失通知”。",
        "Tell the insurer within so many days of an overdue debt; of several, the earliest counts. See notices.",
    ),
    "clause_help.notify_minimum": (
        "低于此金额的逾期不必通知。明细表或通知条款；没有就填 0。",
        "Smaller overdue debts need no notice. Schedule or notice clause; 0 if none.",
    ),
    "clause_help.adverse": (
        "得知买方不利消息（破产、涉诉、票据拒付）后多少天内告知。“不利信息”条款。",
        "Tell the insurer of bad news (insolvency, lawsuits, returned bills) within so many days of knowing.",
    ),
    "clause_help.late_notice": (
        "逾期通知是直接失去承保，还是由保险人酌减。通知条款的末句。",
        "Whether a late notice loses the cover outright or the insurer decides. The end of the notice clause.",
    ),
    "clause_help.margin_days": (
        "本公司在每个期限前预留的工作日，不是保单条款。",
        "Working days we keep before every deadline; our own choice, not the policy's.",
    ),
    "clause_help.waiting_days": (
        "拖欠多少天后才算损失；破产无等待期。明细表“等待期”。",
        "Days until an unpaid debt counts as a loss; none after insolvency. In the schedule.",
    ),
    "clause_help.waiting_anchor": (
        "等待期从哪天起算：原到期日、延长期满，或保险人收到完整通知之日。“定义”。",
        "From the due date, the end of the extension, or the insurer's receipt of the full notice. Definitions.",
    ),
    "clause_help.waiting_days_political": (
        "政治风险的等待期，出口保单才有。",
        "The waiting period for political risks; export policies only.",
    ),
    "clause_help.claim": (
        "最迟何时提交索赔；写了几种起算日时都填上，较早者为准。“索赔”条款。",
        "The last day to file; enter every period the policy names, the earliest counts. See claims.",
    ),
    "clause_help.documents": (
        "保险人要求补充材料后多少天内交齐。“索赔单证”。",
        "Days to send what the insurer asks for. See claim documents.",
    ),
    "clause_help.answer": (
        "保险人应在多少天内定损核赔。“赔偿处理”。",
        "Days in which the insurer must decide or pay. See settlement.",
    ),
    "clause_help.objection": (
        "不服结论时多少天内提出异议。“争议处理”；没有就留空。",
        "Days to object to a decision. See disputes with the insurer; empty if none.",
    ),
    "clause_help.threshold": (
        "损失不超过它就不赔，超过则全部计算：是门槛，不是扣减。明细表“起赔点”“索赔门槛”。",
        "Smaller losses are not paid, greater ones in full: a gate, not a deduction. In the schedule.",
    ),
    "clause_help.threshold_inclusive": (
        "损失恰好等于起赔点时是否赔付：各保单写法不同，多数不赔。看“达到”还是“超过”。",
        "Whether a loss exactly equal to it is paid: wordings differ, most say no. Look for “exceeds” or “reaches”.",
    ),
    "clause_help.each_loss": (
        "每个买方每次损失先扣的金额。明细表“每次事故免赔额”。",
        "Taken off every loss. In the schedule, “deductible” or “each-and-every first loss”.",
    ),
    "clause_help.deduct_before_pct": (
        "免赔额在乘赔付比例之前还是之后扣：结果不同，务必核对“赔款计算”。",
        "Whether the deductible comes off before or after the percentage: it matters; see the calculation of loss.",
    ),
    "clause_help.aggregate_first_loss": (
        "整个保险期内先由自己承担的累计金额。明细表“累计免赔额”。",
        "What you bear in all over the period before the insurer pays. In the schedule, “AFL”.",
    ),
    "clause_help.min_retention": (
        "每次损失至少自留的金额；与未赔比例取较大者。明细表；没有就填 0。",
        "The least you bear of every loss; the greater of it and your share counts. 0 if none.",
    ),
    "clause_help.max_liability": (
        "保险期内最多赔付的金额。明细表“最高赔偿限额”“累计赔偿限额”。",
        "The most that is paid over the period. In the schedule, “maximum liability”.",
    ),
    "clause_help.max_liability_multiple": (
        "以已缴保险费的倍数表示的最高赔偿，例如 30 倍。与金额同时存在时取较低者。",
        "The most that is paid as a multiple of premium paid, such as 30. With an amount too, the lower counts.",
    ),
    "clause_help.premium_rate": (
        "按申报营业额的百分比（0.25% 填 0.25；2.5‰ 也填 0.25）。明细表“保险费率”。",
        "Per cent of declared turnover (0.25 for 0.25 %, and for 2.5 per mille). In the schedule.",
    ),
    "clause_help.min_premium": (
        "保险期内至少应缴的保险费。明细表“最低保险费”。",
        "The least premium for the period. In the schedule.",
    ),
    "clause_help.deposit_premium": (
        "起保时预缴的保险费，期末多退少补。明细表；没有就填 0。",
        "Paid at the start and settled at the end. In the schedule; 0 if none.",
    ),
    "clause_help.limit_fee": (
        "每个买方限额每年的资信审核费。费用表。",
        "The yearly fee for each buyer limit. In the table of fees.",
    ),
    "clause_help.collection_fee": (
        "委托追偿收取的百分比。费用表；没有就填 0。",
        "Per cent charged for collecting. In the table of fees; 0 if none.",
    ),
    "clause_help.declaration": (
        "逐笔、按月、按季还是按年申报营业额。“申报”条款。",
        "Per shipment, month, quarter or year. See declarations.",
    ),
    "clause_help.declaration_due": (
        "期末（或发货）后多少天内申报。“申报”条款。",
        "Days after the period (or the shipment) to declare. See declarations.",
    ),
    "clause_help.undeclared_uncovered": (
        "漏报的发货是否不予承保。“申报”条款的后果部分。",
        "Whether shipments left out are not insured. See what declarations say of omissions.",
    ),
    "clause_help.vat_covered": (
        "国内应收款含增值税，多数保单不保税款，除非加保。“定义”或批单。",
        "Debts at home include VAT, which most policies leave out unless bought. Definitions or endorsement.",
    ),
    "clause_help.vat_pct": (
        "发票未注明税额时按此税率从含税金额中扣出，例如 13。",
        "Used to take tax out of the gross where an invoice does not say its tax, such as 13.",
    ),
    "clause_help.interest_covered": (
        "逾期利息是否计入损失，通常不计。“责任免除”。",
        "Whether late interest counts as loss; usually not. See the exclusions.",
    ),
    "clause_help.fx_rule": (
        "外币发票按哪天汇率折成保单币种。“币种”条款；不清楚请询问保险人。",
        "Whose day's rate turns other currencies into the policy's. See currency; ask if it is not said.",
    ),
    "clause_help.recovery_rule": (
        "损失后收回的钱怎样分：按各自承担、按在保比例，或先冲最早的欠款。“追偿”条款。",
        "Who gets money that comes in after the loss: by what each bore, pro rata, or the oldest debt first.",
    ),
    "clause_help.excluded_countries": (
        "不承保的国家（地区）。国家附表或“责任免除”。",
        "Countries that are not insured. Schedule of countries or exclusions.",
    ),
    "clause_help.listed_countries_only": (
        "是否只承保国家表中列出的国家。国家附表的说明。",
        "Whether only countries in the schedule are insured. See the note to the schedule.",
    ),
    "clause_help.countries": (
        "各国不同的比例、账期、等待期，或暂停承保。国家（地区）附表。",
        "Countries with other percentages, terms or waiting periods, or closed. Schedule of countries.",
    ),
    "clause_help.excluded_goods": (
        "不承保的货物，写法须与发货信息中的货物一致。“责任免除”。",
        "Goods that are not insured, written as in the shipment facts. See the exclusions.",
    ),
    "clause_help.excluded_buyers": (
        "不承保的买方：关联公司、个人，以及保险人点名除外的买方。“责任免除”。",
        "Buyers that are not insured: affiliates, private persons, and any the insurer names.",
    ),
    "clause_help.excluded_kinds": (
        "按类型除外的买方，例如公共机构。关联方和个人请在“除外买方”中逐一列出。“责任免除”。",
        "Kinds of buyer left out, such as public bodies. Name affiliates and persons one by one under buyers.",
    ),
    "clause_help.excluded_methods": (
        "不承保的付款方式，例如信用证、款到发货。“承保条件”。",
        "Payment methods that are not insured, such as letters of credit. See conditions of cover.",
    ),
    "clause_help.loss_payee": (
        "赔款直接付给谁，通常是融资银行。赔款转让协议或批单；没有就留空。",
        "Whom the insurer pays, usually the financing bank. Assignment or endorsement; empty if none.",
    ),
    "clause_help.loss_payee_scope": (
        "转让整张保单的赔款，还是只有某些买方的。转让协议。",
        "Whether all proceeds are assigned or those of certain buyers. See the assignment.",
    ),
}

_CHOICES: dict[str, tuple[str, ...]] = {
    "late_notice.loses": ("失去该发票的承保", "Cover of the invoice is lost"),
    "late_notice.insurer": ("由保险人酌定", "The insurer decides"),
    "declaration_frequency.none": ("无需申报", "None"),
    "declaration_frequency.shipment": ("逐笔", "Per shipment"),
    "declaration_frequency.month": ("按月", "Monthly"),
    "declaration_frequency.quarter": ("按季", "Quarterly"),
    "declaration_frequency.year": ("按年", "Yearly"),
    "fx_rule.shipment": ("发货日汇率", "Rate of the shipment day"),
    "fx_rule.loss": ("损失日汇率", "Rate of the day of loss"),
    "fx_rule.lower": ("两者取低", "The lower of both"),
    "limit_usage.covered": ("仅承保部分", "Only what is insured"),
    "limit_usage.all_debt": ("全部欠款", "All debt"),
    "recovery_rule.borne": ("按各自承担", "By what each bore"),
    "recovery_rule.pro_rata": ("按在保与未保比例", "Pro rata, insured and uninsured"),
    "recovery_rule.oldest": ("先冲最早的发票", "Oldest invoice first"),
    "buyer_kind.public": ("公共机构", "Public bodies"),
    "buyer_kind.private_person": ("个人", "Private persons"),
    "buyer_kind.affiliate": ("关联方", "Affiliates"),
    "loss_payee_scope.policy": ("整张保单", "The whole policy"),
    "loss_payee_scope.buyer": ("指定买方", "Certain buyers"),
}

_VALUES: dict[str, tuple[str, ...]] = {
    "clause_value.none": ("未约定", "Not in the policy"),
    "clause_value.yes": ("是", "Yes"),
    "clause_value.no": ("否", "No"),
    "clause_value.multiple": ("{value} 倍", "{value} times"),
    "clause_value.of": ("{name} {value}", "{name} {value}"),
    "clause_value.joined": ("、", ", "),
    "clause_value.lines": ("；", "; "),
    "clause_value.several": ("{periods}（以较早者为准）", "{periods} (the earliest counts)"),
    "clause_value.or": ("或", " or "),
    "clause_value.period": ("{anchor}后 {span}", "{span} after the {anchor}"),
    "clause_value.at_once": ("{anchor}当天", "by the {anchor}"),
    "clause_value.and": ("{first}加 {second}", "{first} and {second}"),
    "clause_value.closed": ("{country}：暂停承保", "{country}: closed"),
    "clause_value.country": ("{country}：{terms}", "{country}: {terms}"),
    "clause_value.country_pct": ("比例 {pct}", "{pct}"),
    "clause_value.country_terms": ("账期 {days}", "terms {days}"),
    "clause_value.country_waiting": ("等待期 {days}", "waiting {days}"),
    "clause_value.country_plain": ("按保单", "as the policy says"),
    "clause_value.buyers": ("{n} 个买方", "{n} buyer", "{n} buyers"),
    "clause.unchecked": ("待与保单核对", "Check against your policy"),
    "clause.unlocated": ("尚未注明出处", "Place in the policy not noted"),
    "policy.no_template": ("没有名为“{template}”的保单样式。", "There is no shape “{template}”."),
    "policy.renewed": (
        "已有续保保单 {number}。",
        "It is renewed already by policy {number}.",
    ),
    "policy.no_predecessor": (
        "保单 {number} 没有上一期保单，无限额可沿用。",
        "Policy {number} has no predecessor to take limits over from.",
    ),
    "buyer_limit.nothing_carried": ("没有可沿用的买方限额。", "There is no buyer limit to take over."),
    "list_change.new": ("新增", "New"),
    "list_change.raised": ("提高", "Raised"),
    "list_change.reduced": ("减额", "Reduced"),
    "list_change.ended": ("终止", "Ended"),
    "list_change.refused": ("被拒", "Refused"),
    "list_change.changed": ("条件变更", "Conditions changed"),
    "list_change.requested": ("审批中", "Requested"),
    "list_change.same": ("不变", "Unchanged"),
    "template.mark": ("请与保单核对", "Check against your policy"),
    "template.about": (
        "常见样式，并非您的保单：请逐条与保单核对。",
        "A common shape, not your policy: check every clause against the paper.",
    ),
}

WORDS: dict[str, tuple[str, ...]] = {**_GROUPS, **_NAMES, **_HELP, **_CHOICES, **_VALUES}
