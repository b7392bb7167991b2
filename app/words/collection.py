"""Promises, disputes, plans, calls, bad debts, attachments: (Chinese, English) per code; a third text is the English plural."""

from __future__ import annotations

_DONE: dict[str, tuple[str, ...]] = {
    "promise.made": ("{customer} 承诺 {due} 前付 {amount}", "{customer} promised {amount} by {due}"),
    "promise.edited": (
        "修改 {customer} 的付款承诺（{due} 前 {amount}）",
        "Promise of {customer} edited ({amount} by {due})",
    ),
    "promise.cancelled": (
        "取消 {customer} 的付款承诺（{due} 前 {amount}）",
        "Promise of {customer} cancelled ({amount} by {due})",
    ),
    "promise.removed": (
        "删除 {customer} 的付款承诺（{due} 前 {amount}）",
        "Promise of {customer} deleted ({amount} by {due})",
    ),
    "dispute.opened": ("发票 {number} 提出争议 {amount}", "{amount} of invoice {number} disputed"),
    "dispute.edited": (
        "修改发票 {number} 的争议（{amount}）",
        "Dispute on invoice {number} edited ({amount})",
    ),
    "dispute.resolved": (
        "发票 {number} 的争议办结：{outcome}",
        "Dispute on invoice {number} resolved: {outcome}",
    ),
    "dispute.reopened": (
        "重新提出发票 {number} 的争议（{amount}）",
        "Dispute on invoice {number} reopened ({amount})",
    ),
    "dispute.removed": (
        "删除发票 {number} 的争议（{amount}）",
        "Dispute on invoice {number} deleted ({amount})",
    ),
    "payment_plan.agreed": (
        "与 {customer} 约定还款计划 {number}，{amount}",
        "Payment plan {number} agreed with {customer}, {amount}",
    ),
    "payment_plan.signed": (
        "{customer} 签署还款计划 {number}，{amount}",
        "Payment plan {number} signed by {customer}, {amount}",
    ),
    "payment_plan.closed": (
        "终止 {customer} 的还款计划 {number}（{amount}）",
        "Payment plan {number} of {customer} ended ({amount})",
    ),
    "payment_plan.removed": (
        "删除 {customer} 的还款计划 {number}（{amount}）",
        "Payment plan {number} of {customer} deleted ({amount})",
    ),
    "activity.logged": ("记录 {customer}：{kind}", "{kind} logged for {customer}"),
    "activity.edited": ("修改 {customer} 的记录：{kind}", "{kind} of {customer} edited"),
    "activity.removed": ("删除 {customer} 的记录：{kind}", "{kind} of {customer} deleted"),
    "activity.next_done": ("完成跟进：{customer}，{action}", "Follow-up done: {customer}, {action}"),
    "activity.postponed": (
        "跟进改到 {until}：{customer}，{action}",
        "Follow-up moved to {until}: {customer}, {action}",
    ),
    "attachment.added": ("添加附件“{name}”", "“{name}” attached"),
    "attachment.removed": ("删除附件“{name}”", "Attachment “{name}” removed"),
    "write_off.approved": ("坏账核销 {number} 批准人：{by}", "Write-off {number} approved by {by}"),
    "write_off.recovered": (
        "发票 {number} 已核销坏账收回 {amount}",
        "{amount} recovered on invoice {number}, written off before",
    ),
}

_CHOICES: dict[str, tuple[str, ...]] = {
    "activity.call": ("电话", "Call"),
    "activity.visit": ("上门", "Visit"),
    "activity.message": ("消息", "Message"),
    "activity.email": ("邮件", "E-mail"),
    "activity.letter": ("信函", "Letter"),
    "activity.note": ("备注", "Note"),
    "result.no_answer": ("无人接听", "No answer"),
    "result.wrong_number": ("号码有误", "Wrong number"),
    "result.call_back": ("约定回电", "Will call back"),
    "result.promised": ("承诺付款", "Promised to pay"),
    "result.payment_sent": ("称已付款", "Says it has paid"),
    "result.disputed": ("提出争议", "Disputes it"),
    "result.cannot_pay": ("暂无力支付", "Cannot pay now"),
    "result.refused": ("拒绝付款", "Refuses to pay"),
    "result.informed": ("已告知", "Informed"),
    "promise_state.open": ("待兑现", "Open"),
    "promise_state.kept": ("已兑现", "Kept"),
    "promise_state.partly": ("部分兑现", "Partly kept"),
    "promise_state.broken": ("未兑现", "Broken"),
    "promise_state.cancelled": ("已取消", "Cancelled"),
    "dispute_state.open": ("待处理", "Open"),
    "dispute_state.investigating": ("核查中", "Investigating"),
    "dispute_state.waiting_customer": ("待客户答复", "Waiting for the customer"),
    "dispute_state.waiting_us": ("待我方答复", "Waiting for us"),
    "dispute_state.resolved": ("已办结", "Resolved"),
    "plan_state.running": ("履行中", "Running"),
    "plan_state.kept": ("已付清", "Paid in full"),
    "plan_state.broken": ("已违约", "Broken"),
    "plan_state.cancelled": ("已终止", "Ended"),
    "part_state.open": ("未到期", "Not due"),
    "part_state.due": ("应付", "Due"),
    "part_state.paid": ("已付", "Paid"),
    "part_state.missed": ("未付", "Missed"),
    "every.week": ("每周", "Every week"),
    "every.two_weeks": ("每两周", "Every two weeks"),
    "every.month": ("每月", "Every month"),
    "write_off.reason.bad_debt": ("坏账", "Bad debt"),
    "write_off.reason.discount": ("现金折扣", "Discount"),
    "write_off.reason.bank_charge": ("银行手续费", "Bank charge"),
    "write_off.reason.tolerance": ("尾差", "Small difference"),
    "write_off.reason.exchange": ("汇兑差额", "Exchange difference"),
    "reason.damage": ("货物损坏", "Damage"),
    "reason.not_ordered": ("未订货", "Not ordered"),
    "reason.invoice_wrong": ("开票有误", "Invoice is wrong"),
    "reason.papers": ("单据不全", "Papers missing"),
    "reason.terms": ("付款条件", "Payment terms"),
    "reason.paid": ("称已付款", "Says it has paid"),
    "reason.other": ("其他", "Other"),
    "channel.message": ("短信", "Text message"),
    "channel.letter": ("信函", "Letter"),
    "outcome.cancelled": ("已取消", "Cancelled"),
    "record.activity": ("联系记录", "log entry"),
    "record.attachment": ("附件", "attachment"),
    "record.payment_plan": ("还款计划", "payment plan"),
    "record.plan_item": ("还款计划的发票", "invoice of a payment plan"),
    "record.plan_part": ("还款计划的一期", "part of a payment plan"),
    "record.limitation_event": ("时效事件", "limitation event"),
}

_EVENTS: dict[str, tuple[str, ...]] = {
    "event.activity.call": ("电话", "Call"),
    "event.activity.visit": ("上门", "Visit"),
    "event.activity.message": ("消息", "Message"),
    "event.activity.email": ("邮件", "E-mail"),
    "event.activity.letter": ("信函", "Letter"),
    "event.activity.note": ("备注", "Note"),
    "event.payment_plan": ("约定还款计划 {number}，{amount}", "Payment plan {number} agreed, {amount}"),
    "event.payment_plan.signed": (
        "签署还款计划 {number}，{amount}",
        "Payment plan {number} signed, {amount}",
    ),
    "event.bill": ("收到票据 {number}，{amount}", "Bill {number} received, {amount}"),
    "event.bill.cleared": ("票据 {number} 兑付，{amount}", "Bill {number} cleared, {amount}"),
    "event.bill.bounced": ("票据 {number} 拒付，{amount}", "Bill {number} bounced, {amount}"),
    "event.bill.handed_back": ("退回票据 {number}，{amount}", "Bill {number} handed back, {amount}"),
    "event.limitation": ("诉讼时效重新起算", "Limitation period restarted"),
    "event.dispute.resolved": ("争议办结 {number}，{amount}", "Dispute on {number} resolved, {amount}"),
}

_LINES: dict[str, tuple[str, ...]] = {
    "line.past_target": ("已超期 {n} 天", "{n} day past it", "{n} days past it"),
    "line.days_late": ("晚 {n} 天", "{n} day late", "{n} days late"),
    "line.open_days": ("已 {n} 天", "open for {n} day", "open for {n} days"),
    "line.took_days": ("历时 {n} 天", "took {n} day", "took {n} days"),
    "line.parts": ("{n} 期", "{n} part", "{n} parts"),
    "line.files": ("附件 {n} 个", "{n} file", "{n} files"),
}

_PROMISES: dict[str, tuple[str, ...]] = {
    "collection.other_customer": (
        "单据 {number} 不是客户“{customer}”的。请选择该客户自己的单据。",
        "Document {number} does not belong to “{customer}”. Choose one of that customer's own.",
    ),
    "promise.no_amount": ("承诺金额必须大于零。", "The promised amount must be above zero."),
    "promise.not_yet": (
        "承诺日 {made} 晚于今天（{today}）。请填写客户实际承诺的日期。",
        "The promise cannot have been made on {made}, after today ({today}). Enter the day it was made.",
    ),
    "promise.due_before_made": (
        "承诺付款日 {due} 早于承诺日 {made}。请改正其中一个。",
        "The promised day {due} is before the day it was promised ({made}). Correct one of them.",
    ),
    "promise.cancelled_before": (
        "取消日 {on} 早于承诺日 {made}。",
        "The promise cannot be cancelled on {on}, before it was made ({made}).",
    ),
    "promise.not_debit": (
        "{number} 不是应收单据，不能承诺付款。",
        "{number} is not something to be paid; a promise needs an invoice.",
    ),
    "promise.other_currency": (
        "发票 {number} 的币种是 {currency}。请按该币种填写承诺。",
        "Invoice {number} is in {currency}. Enter the promise in that currency.",
    ),
    "promise.before_invoice": (
        "承诺日 {made} 早于发票 {number} 的日期 {earliest}。",
        "The promise ({made}) is before invoice {number} was made ({earliest}).",
    ),
}

_DISPUTES: dict[str, tuple[str, ...]] = {
    "dispute.not_invoice": (
        "{number} 不是发票，不能登记争议。",
        "{number} is not an invoice; only invoices are disputed.",
    ),
    "dispute.before_invoice": (
        "争议日 {on} 早于发票 {number} 的日期 {earliest}。请改到该日或以后。",
        "The dispute ({on}) is before invoice {number} was made ({earliest}). Enter that day or later.",
    ),
    "dispute.not_yet": (
        "争议日 {on} 晚于今天（{today}）。请填写客户提出争议的日期。",
        "The day {on} is after today ({today}). Enter the day the customer raised it.",
    ),
    "dispute.target_before": (
        "办结期限 {target} 早于争议日 {on}。请改到该日或以后。",
        "The target {target} is before the dispute was opened ({on}). Enter a later day.",
    ),
    "dispute.no_amount": (
        "发票 {number} 的争议金额必须大于零；全部争议请留空。",
        "The disputed amount of {number} must be above zero; leave it empty to dispute all of it.",
    ),
    "dispute.above_invoice": (
        "争议金额 {amount} 大于发票 {number} 的金额 {invoice}。请减少金额。",
        "{amount} is more than invoice {number} itself ({invoice}). Enter less.",
    ),
    "dispute.already": (
        "发票 {number} 已有 {already} 在争议中，再加上这笔就超过发票金额。请减少金额，或修改原争议。",
        "{already} of invoice {number} is in dispute already; this would exceed it. Enter less, or edit that one.",
    ),
    "dispute.resolved_already": (
        "发票 {number} 的这个争议已于 {on} 办结。",
        "This dispute on invoice {number} was resolved on {on}.",
    ),
    "dispute.resolved_before": (
        "办结日 {on} 早于争议日 {opened}。",
        "The dispute cannot be resolved on {on}, before it was opened ({opened}).",
    ),
    "dispute.note_above": (
        "发票 {number} 只有 {most}，贷项（红字）不能是 {amount}。请改小金额。",
        "Invoice {number} is over {most}; its credit note cannot be over {amount}. Enter less.",
    ),
    "dispute.not_credit_note": (
        "{number} 不是该客户的贷项（红字），不能与争议关联。",
        "{number} is not a credit note of this customer and cannot be linked to the dispute.",
    ),
}

_PLANS: dict[str, tuple[str, ...]] = {
    "payment_plan.bad_count": (
        "期数须为 1 到 {most} 期。",
        "A plan has from 1 to {most} parts.",
    ),
    "payment_plan.too_small": (
        "总额太小，不够分成这么多期。请减少期数。",
        "The total is too small for so many parts. Enter fewer.",
    ),
    "payment_plan.bad_rate": (
        "年利率 {rate}% 不可用，请填写 0 到 {most} 之间的数。",
        "{rate}% a year cannot be; enter a rate from 0 to {most}.",
    ),
    "payment_plan.no_items": (
        "请至少选择一张发票。",
        "Choose at least one invoice for the plan.",
    ),
    "payment_plan.no_amount": (
        "每一期和每张发票的金额必须大于零。",
        "Every part and every invoice of a plan needs an amount above zero.",
    ),
    "payment_plan.sum": (
        "各期合计 {parts}，与所选发票 {items} 不符。请改到相等。",
        "The parts add up to {parts}, the invoices to {items}. Make them equal.",
    ),
    "payment_plan.before_agreed": (
        "第一期 {due} 早于约定日 {agreed}。请改到该日或以后。",
        "The first part is due on {due}, before the plan was agreed ({agreed}). Enter that day or later.",
    ),
    "payment_plan.order": (
        "第 {row} 期 {due} 不在上一期 {before} 之后。请按先后排列。",
        "Part {row} is due on {due}, not after the part before it ({before}). Put them in order.",
    ),
    "payment_plan.not_yet": (
        "{on} 晚于今天（{today}）。请填写约定或签署的日期。",
        "{on} is after today ({today}). Enter the day it was agreed or signed.",
    ),
    "payment_plan.signed_before": (
        "签署日 {on} 须在约定日 {agreed} 与今天之间。",
        "The plan must have been signed between the day it was agreed ({agreed}) and today, not on {on}.",
    ),
    "payment_plan.closed_before": (
        "终止日 {on} 早于约定日 {agreed}。",
        "The plan cannot end on {on}, before it was agreed ({agreed}).",
    ),
    "payment_plan.not_debit": (
        "{number} 不是应收单据，不能列入还款计划。",
        "{number} is not something to be paid and cannot be in a plan.",
    ),
    "payment_plan.other_currency": (
        "发票 {number} 的币种是 {currency}，一个还款计划只能用一个币种。",
        "Invoice {number} is in {currency}; a plan has one currency.",
    ),
    "payment_plan.before_invoice": (
        "约定日早于发票 {number} 的日期 {earliest}。",
        "The plan was agreed before invoice {number} was made ({earliest}).",
    ),
    "payment_plan.taken": (
        "发票 {number} 已在还款计划 {plan} 中。请先终止该计划。",
        "Invoice {number} is in payment plan {plan} already. End that plan first.",
    ),
    "payment_plan.above_open": (
        "发票 {number} 只剩 {open} 未清，不能列入 {amount}。",
        "Only {open} of invoice {number} is open; {amount} cannot go into the plan.",
    ),
    "payment_plan.holds_document": (
        "{number} 在还款计划 {plan} 中，不能删除或改分期。请先终止该计划。",
        "{number} is in payment plan {plan}; it cannot be deleted nor its instalments changed. End the plan first.",
    ),
}

_ACTIVITIES: dict[str, tuple[str, ...]] = {
    "activity.not_yet": (
        "日期 {on} 晚于今天（{today}）。将来的事请写在“下一步”。",
        "{on} is after today ({today}). What is still to be done goes into the next action.",
    ),
    "activity.empty_note": ("请填写备注内容。", "Write the note."),
    "activity.next_undated": ("请填写下一步的日期。", "Enter the day of the next action."),
    "activity.next_before": (
        "下一步的日期 {next} 早于这次记录的日期 {on}。",
        "The next action ({next}) is before the entry itself ({on}). Enter a later day.",
    ),
}

_ATTACHMENTS: dict[str, tuple[str, ...]] = {
    "attachment.empty": ("“{name}”是空文件，没有保存。", "“{name}” is empty and was not kept."),
    "attachment.too_large": (
        "“{name}”有 {size}，超过每个附件 {limit} 的上限。请压缩后再添加，或在设置中调高上限。",
        "“{name}” is {size}; an attachment may be {limit}. Make it smaller, or raise the limit in the settings.",
    ),
    "attachment.program": (
        "“{name}”是可运行的程序，为安全起见不予保存。请添加文档、图片或邮件。",
        "“{name}” is a program and is not kept, for safety. Attach papers, pictures or e-mails.",
    ),
    "attachment.macros": (
        "“{name}”含有宏，为安全起见不予保存。请另存为不带宏的文件或 PDF。",
        "“{name}” holds macros and is not kept, for safety. Save it without macros, or as PDF.",
    ),
    "attachment.unknown": (
        "认不出“{name}”的内容。可添加 PDF、PNG、JPEG、OFD、文本、邮件（eml、msg）和 Office 文档。",
        "What “{name}” holds is not known. Attach PDF, PNG, JPEG, OFD, text, e-mail (eml, msg) or Office papers.",
    ),
    "attachment.misnamed": (
        "“{name}”的扩展名与内容不符，按内容应为 {expected}。请改正文件名后再添加。",
        "The name “{name}” does not fit what the file holds; it should end in {expected}. Rename it first.",
    ),
    "attachment.unreadable": (
        "读不到“{name}”，没有添加。请检查文件是否还在、是否正被其他程序占用。",
        "“{name}” cannot be read and was not attached. See whether it is still there or open elsewhere.",
    ),
    "attachment.unwritable": (
        "“{name}”没有写成。请换一个文件夹，或检查磁盘空间和权限。",
        "“{name}” could not be written. Choose another folder, or check the space and the permissions.",
    ),
    "attachment.no_owner": (
        "“{name}”要附加的记录已不存在。请刷新后再试。",
        "What “{name}” was to be attached to is no longer there. Refresh and try again.",
    ),
    "attachment.lost": (
        "公司文件中找不到这个附件的内容，文件可能已损坏。请从备份中取回。",
        "The content of this attachment is missing from the company file, which may be damaged. Get it from a backup.",
    ),
}

_WRITE_OFFS: dict[str, tuple[str, ...]] = {
    "write_off.other_kind": ("{number} 不是坏账核销。", "{number} is not a write-off."),
    "write_off.above_given_up": (
        "{number} 只核销了 {left}，不能收回 {amount}。多出的部分请录入为收款。",
        "Only {left} of {number} is still given up; {amount} cannot be recovered. Enter the rest as a receipt.",
    ),
    "write_off.recovered_before": (
        "收回日 {on} 早于核销日 {given}。",
        "The recovery ({on}) is before the debt was written off ({given}).",
    ),
}

WORDS: dict[str, tuple[str, ...]] = (
    _DONE
    | _CHOICES
    | _EVENTS
    | _LINES
    | _PROMISES
    | _DISPUTES
    | _PLANS
    | _ACTIVITIES
    | _ATTACHMENTS
    | _WRITE_OFFS
)
