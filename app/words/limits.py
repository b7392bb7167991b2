"""Limits, authority, overrides, orders and the order check: per code (Chinese, English)."""

from __future__ import annotations

_PEOPLE: dict[str, tuple[str, ...]] = {
    "record.person": ("人员", "person"),
    "record.credit_limit": ("信用额度", "credit limit"),
    "record.grade_override": ("等级调整", "grade override"),
    "record.open_order": ("未结订单", "open order"),
    "record.order_check": ("订单核查", "order check"),
    "role.owner": ("老板", "Owner"),
    "role.credit": ("信用管理", "Credit manager"),
    "role.sales": ("销售", "Sales"),
    "role.bookkeeper": ("会计", "Bookkeeper"),
    "person.name_missing": ("请填写姓名。", "Enter a name."),
    "person.role_unknown": ("“{role}”不是可选的岗位。", "“{role}” is not a role; choose one of the list."),
    "person.taken": (
        "已有名为“{name}”的人员。请换一个名称。",
        "There is already somebody named “{name}”; choose another name.",
    ),
    "person.no_owner": (
        "至少要有一位老板。请先让另一人担任老板。",
        "Somebody must be an owner. Make another person an owner first.",
    ),
    "person.bad_pin": (
        "PIN 应为 {least} 到 {most} 位数字。",
        "A PIN has {least} to {most} digits.",
    ),
    "person.wrong_pin": (
        "PIN 不对。请由 {name} 本人重新输入；忘记时可在“授信规则 › 人员与权限”中重设。",
        "That is not {name}'s PIN. Type it again; a forgotten one is set anew under Credit rules › People.",
    ),
    "person.owner_needed": (
        "这只有老板能做：请先由{able}输入 PIN。",
        "Only an owner may do this: {able} must type the PIN first.",
    ),
    "person.pin_wait": (
        "PIN 多次输错。请 {n} 秒后再试。",
        "Too many wrong PINs. Try again in {n} second.",
        "Too many wrong PINs. Try again in {n} seconds.",
    ),
    "authority.none": (
        "{name} 无权为 {grade} 级客户授信，不能批准上调其等级。可批准的人：{able}。",
        "{name} may grant nothing to grade {grade} and so cannot approve lifting it. Who can: {able}.",
    ),
    "person.unknown": (
        "没有名为“{name}”的在职人员。可选：{known}。",
        "Nobody active is named “{name}”. There are: {known}.",
    ),
    "authority.unreadable": (
        "无法读取审批权限表：{detail}。",
        "The authority matrix cannot be read: {detail}.",
    ),
    "authority.exceeded": (
        "{name} 对 {grade} 级客户最多可批 {most}，这里需要 {wanted}。请由有权限的人批准：{able}。",
        "{name} may grant at most {most} to grade {grade}; this asks for {wanted}. Who may: {able}.",
    ),
}

_POLICY: dict[str, tuple[str, ...]] = {
    "grade_policy.unreadable": (
        "无法读取等级政策：{detail}。",
        "The grade policy cannot be read: {detail}.",
    ),
    "grade_policy.days": (
        "{grade} 级的账期应在 0 到 3650 天之间，复核间隔至少 1 个月。",
        "Grade {grade}: terms must be 0 to 3650 days and reviews at least a month apart.",
    ),
    "grade_policy.percent": (
        "{grade} 级的比例应在 0 到 100% 之间，系数不能为负。",
        "Grade {grade}: shares must lie between 0 and 100%, and the factor must not be negative.",
    ),
    "grade_policy.whole": (
        "取整单位应大于 0，自身收入占比在 0 到 100% 之间，自担风险不能为负。",
        "The step must be above 0, the share of own revenue 0 to 100%, own risk not negative.",
    ),
    "downturn.percent": (
        "比例应在 0 到 100% 之间。",
        "The percentages must lie between 0 and 100.",
    ),
    "override.same": (
        "等级没有变化，仍为 {grade}。",
        "The grade stays {grade}; there is nothing to override.",
    ),
    "override.too_far": (
        "从 {was} 调到 {now} 超过 {most} 级。请改评分资料，不要直接调整。",
        "From {was} to {now} is more than {most} notches. Correct the data behind the score instead.",
    ),
    "override.firm": (
        "存在不可逾越的否决项（{reason}），不能上调等级。",
        "A knock-out that nobody may lift stands against it ({reason}); the grade cannot be raised.",
    ),
    "override.reason_code": (
        "请选择调整原因。“{reason}”不在列表中。",
        "Choose a reason; “{reason}” is not one.",
    ),
    "override.reason_short": (
        "请用至少 {least} 个字说明理由。",
        "Say why in at least {least} characters.",
    ),
    "override.own": (
        "{name} 不能批准自己的申请。请由另一人批准。",
        "{name} cannot approve what {name} asked for. Somebody else must.",
    ),
    "override.expired": ("截止日 {on} 早于生效日。", "It would end on {on}, before it begins."),
    "override.too_long": (
        "截止日 {on} 晚于评级有效期 {until}。请选更早的日期。",
        "It would run to {on}, beyond the assessment's validity ({until}). Choose an earlier day.",
    ),
    "override.not_latest": (
        "只能调整该客户当前有效的评级。请先重新评级。",
        "Only the customer's valid assessment can be overridden. Score the customer first.",
    ),
    "override.running": (
        "已有一项调整有效至 {until}。请先终止它。",
        "An override is running until {until} already. End that one first.",
    ),
    "override.outcome_unknown": ("“{outcome}”不是可选的结果。", "“{outcome}” is not an outcome."),
    "override_reason.new_information": ("有新的资料", "New information"),
    "override_reason.data_wrong": ("评分资料有误", "The data is wrong"),
    "override_reason.security": ("有担保或抵押", "Secured"),
    "override_reason.parent_support": ("母公司支持", "Support of the parent"),
    "override_reason.strategic": ("战略客户", "Strategic customer"),
    "override_reason.payment_trend": ("付款趋势变化", "Trend of payments"),
    "override_reason.market": ("市场变化", "Market"),
    "override_reason.other": ("其他", "Other"),
    "override_firm.sanctioned": ("被列入制裁名单", "on a sanctions list"),
    "override_firm.insolvent": ("进入破产程序", "insolvent"),
    "override_state.running": ("生效中", "Running"),
    "override_state.over": ("已结束", "Over"),
    "override_state.to_judge": ("待评结果", "To be judged"),
    "override_outcome.": ("尚不知", "Not yet known"),
    "override_outcome.paid": ("按时付款", "Paid on time"),
    "override_outcome.late": ("付款延迟", "Paid late"),
    "override_outcome.loss": ("发生坏账", "Loss"),
}

_LIMITS: dict[str, tuple[str, ...]] = {
    "limit_state.not_checked": ("不检查", "Not checked"),
    "limit_state.unset": ("未设额度", "No limit set"),
    "limit_state.set": ("已设额度", "Limit set"),
    "limit_standing.within": ("额度内", "Within the limit"),
    "limit_standing.near": ("接近额度", "Nearly full"),
    "limit_standing.over": ("超额度", "Over the limit"),
    "limit_standing.stopped": ("停止赊销", "On stop"),
    "limit_standing.none": ("未设额度", "No limit set"),
    "limit_standing.not_checked": ("不检查", "Not checked"),
    "limit_standing.expired": ("已过期", "Expired"),
    "limit_candidate.need": ("采购需要", "Need"),
    "limit_candidate.peak": ("旺季月需要", "Need in the peak month"),
    "limit_candidate.net_worth": ("有形净资产比例", "Share of tangible net worth"),
    "limit_candidate.turnover": ("客户营业额比例", "Share of their turnover"),
    "limit_candidate.own_revenue": ("本公司年收入比例", "Share of our own revenue"),
    "limit_candidate.insured": ("保险限额加自担风险", "Insurer's limit and own risk"),
    "limit_candidate.previous": ("原额度 × 系数", "Previous limit × factor"),
    "limit_candidate.authority": ("审批人权限", "Approver's authority"),
    "limit_candidate.additive": ("风险金额合计", "Sum of risk amounts"),
    "limit_working.need": (
        "年采购 {annual} ×（账期 {terms} 天 + 平均迟付 {delay} 天）÷ 365",
        "Purchases of {annual} a year × ({terms} days' terms + {delay} days late) / 365",
    ),
    "limit_working.peak": (
        "最高月 {month} 销售 {base} ×（账期 {terms} 天 + 平均迟付 {delay} 天）÷ 30",
        "Sales of {base} in the peak month {month} × ({terms} days' terms + {delay} days late) / 30",
    ),
    "limit_working.share": ("{base} × {percent}%", "{base} × {percent}%"),
    "limit_working.insured": ("{limit} + 自担 {own_risk}", "{limit} + own risk {own_risk}"),
    "limit_working.previous": ("{base} × {factor}", "{base} × {factor}"),
    "limit_working.authority": ("{name} 的权限", "What {name} may grant"),
    "limit.no_sales": ("近一年没有销售", "No sales in the last year"),
    "limit.no_statement": ("没有可用的财务报表", "No usable financial statement"),
    "limit.no_previous": ("此前没有额度", "No limit before"),
    "limit.no_grade": ("尚无有效评级", "No valid grade"),
    "limit.no_rate": ("缺少汇率", "No exchange rate"),
    "limit.boundless": ("权限不设上限", "May grant without bound"),
    "limit.owner_missing": (
        "额度要么属于一个客户，要么属于一个集团。",
        "A limit belongs to one customer or to one group.",
    ),
    "limit.state_unknown": ("“{state}”不是额度状态。", "“{state}” is not a state of a limit."),
    "limit.amount_missing": (
        "请填写额度金额（0 表示不赊销），或选择“未设”“不检查”。",
        "Enter the limit's amount (0 stops all credit), or choose “no limit set” or “not checked”.",
    ),
    "limit.deposit": (
        "预付比例“{value}”须在 0 到 100 之间。",
        "“{value}” is no share to be paid ahead; enter 0 to 100 per cent.",
    ),
    "limit.amount_negative": ("额度不能为负。", "A limit cannot be negative."),
    "limit.dates": (
        "截止日 {end} 早于生效日 {start}。",
        "It would end on {end}, before it begins on {start}.",
    ),
    "limit.twice": (
        "{start} 起已有一项额度（{amount}）。请先撤回它，或换一个生效日。",
        "There is a limit from {start} already ({amount}). Withdraw that one first, or choose another day.",
    ),
    "limit.below_exposure": (
        "额度 {limit} 低于当前占用 {used}。仍要如此，请写明理由（至少 {least} 个字）；已接订单不受影响。",
        "A limit of {limit} is below what is used already ({used}). To set it all the same, give a reason of at least {least} characters; running orders are not undone.",
    ),
    "limit.reason_short": (
        "请用至少 {least} 个字说明为何高于建议额度或低于占用。",
        "Say in at least {least} characters why.",
    ),
    "limit.own": (
        "{name} 不能批准自己申请的额度。请由另一人批准。",
        "{name} cannot approve a limit that {name} asked for. Somebody else must.",
    ),
    "limit.no_rate_to_base": (
        "{currency} 没有 {on} 或之前的汇率，无法核对权限。请先录入汇率。",
        "There is no rate of {currency} on or before {on}, so authority cannot be checked. Enter one first.",
    ),
    "limit.nothing_set": ("没有额度", "no limit"),
}

_ORDERS: dict[str, tuple[str, ...]] = {
    "order_answer.go": ("可以发货", "Go"),
    "order_answer.deposit": ("收到定金后可发货", "Go with a deposit"),
    "order_answer.hold": ("暂停发货", "Hold"),
    "gauge.open_items": ("未收账款", "Open items"),
    "gauge.unapplied": ("未核销", "Unapplied"),
    "gauge.bills_held": ("已转让票据", "Bills passed on"),
    "gauge.returned": ("退回付款", "Returned"),
    "gauge.delivered": ("已发货未开票", "Delivered, not invoiced"),
    "gauge.ordered": ("未开票订单", "Unbilled orders"),
    "exposure.open_items": ("未收账款", "Open items"),
    "exposure.unapplied": ("未核销收款与红字", "Unapplied receipts and credit notes"),
    "exposure.bills_held": ("已转让有追索权的票据", "Bills passed on with recourse"),
    "exposure.returned": ("被退回的付款", "Returned payments"),
    "exposure.delivered": ("已发货未开票", "Delivered, not invoiced"),
    "exposure.ordered": ("订单未开票部分", "Unbilled part of open orders"),
    "order.credit_note": ("红字发票不增加风险，放行。", "A credit note is no new risk: it passes."),
    "order.shipped": (
        "货已发出，开票不受限制。",
        "The goods are gone already: invoicing them passes.",
    ),
    "order.prepaid": ("已全额预付（{prepaid}），放行。", "Paid ahead in full ({prepaid}): it passes."),
    "order.passed_before": (
        "该订单已于 {on} 核查通过，不重复核查。",
        "This order passed on {on}; it is not checked again.",
    ),
    "order.released": (
        "{name} 已放行至 {amount}，有效期至 {until}：{reason}",
        "Released by {name} up to {amount} until {until}: {reason}",
    ),
    "order.stopped": (
        "该客户已停止供货（自 {since}）。",
        "Deliveries to this customer are stopped (since {since}).",
    ),
    "order.insolvent": (
        "该客户已进入破产程序（自 {since}）。",
        "This customer is insolvent (since {since}).",
    ),
    "order.stop_letter": (
        "催收函 {number}（{on}）已要求停止发货，且所涉账款仍未付清。",
        "Letter {number} of {on} stops deliveries, and what it asks for is still unpaid.",
    ),
    "order.handed_over": (
        "账款已于 {on} 移交{to}。",
        "The debts were handed over ({to}) on {on}.",
    ),
    "order.insurer_stop": (
        "{insurer}（保单 {policy}）自 {since} 起停止发货：此后发出的货物不在保。",
        "{insurer} (policy {policy}) stops shipments since {since}: goods shipped from then on are not insured.",
    ),
    "order.insurer_withdrew": (
        "{insurer}（保单 {policy}）自 {since} 起撤销买方限额：此后发出的货物不在保。",
        "{insurer} (policy {policy}) withdrew the buyer limit from {since}: goods shipped from then on are not insured.",
    ),
    "order.insurer_extension": (
        "发票 {number}（原到期日 {due}）的最长延长期限已于 {since} 届满，依 {insurer} 保单 {policy} 须停止发货：此后发出的货物不在保。",
        "The maximum extension of invoice {number} (due {due}) ended on {since}: under policy {policy} of {insurer} shipments must stop, and goods shipped after it are not insured.",
    ),
    "order.overdue": (
        "逾期超过 {margin} 天的欠款 {amount}，最长 {days} 天，金额×天数 {amount_days}，超过 {most}（小额 {small} 以内不计）。",
        "{amount} is more than {margin} days late, {days} days at the longest: amount × days {amount_days} is above {most} (up to {small} does not count).",
    ),
    "order.cash_only": (
        "该等级只做现款：先付清 {rest} 再发货。",
        "The grade is cash only: {rest} is to be paid first.",
    ),
    "order.no_rate": (
        "缺少 {currencies} 的汇率，额度占用无法算清。请先录入汇率。",
        "There is no exchange rate for {currencies}, so the use of the limit is unknown. Enter one first.",
    ),
    "order.group_no_rate": (
        "缺少 {currencies} 的汇率，集团“{group}”的额度占用无法算清。请先录入汇率。",
        "There is no exchange rate for {currencies}, so the use of the limit of group “{group}” is unknown. Enter one first.",
    ),
    "order.not_checked": ("该客户不检查额度。", "No limit is checked for this customer."),
    "order.group_not_checked": ("集团“{group}”不检查额度。", "No limit is checked for group “{group}”."),
    "order.no_limit": ("尚未设额度，已占用 {used}。", "No limit is set; {used} is used."),
    "order.group_no_limit": (
        "集团“{group}”尚未设额度，已占用 {used}。",
        "No limit is set for group “{group}”; {used} is used.",
    ),
    "order.fits": (
        "额度 {limit}，已占用 {used}，本单 {order}，之后为 {would_be}，剩余 {left}。",
        "Limit {limit}, used {used}, this order {order}: {would_be} in all, {left} left.",
    ),
    "order.group_fits": (
        "集团“{group}”额度 {limit}，已占用 {used}，本单 {order}，之后为 {would_be}，剩余 {left}。",
        "Group “{group}”: limit {limit}, used {used}, this order {order}: {would_be} in all, {left} left.",
    ),
    "order.exceeded": (
        "额度 {limit}，已占用 {used}，加本单 {order} 为 {would_be}，超出 {over}。再预付 {over} 即在额度内。",
        "Limit {limit}, used {used}; with this order of {order} it would be {would_be}, {over} over. Paying {over} more ahead would make it fit.",
    ),
    "order.used_up": (
        "额度 {limit} 已用尽：已占用 {used}，加本单 {order} 为 {would_be}，超出 {over}。只能全额预付。",
        "The limit of {limit} is used up: used {used}; with this order of {order} it would be {would_be}, {over} over. Only paid in full ahead would it pass.",
    ),
    "order.group_used_up": (
        "集团“{group}”额度 {limit} 已用尽：已占用 {used}，加本单 {order} 为 {would_be}，超出 {over}。",
        "The limit of {limit} of group “{group}” is used up: used {used}; with this order of {order} it would be {would_be}, {over} over.",
    ),
    "order.group_exceeded": (
        "集团“{group}”额度 {limit}，已占用 {used}，加本单 {order} 为 {would_be}，超出 {over}。",
        "Group “{group}”: limit {limit}, used {used}; with this order of {order} it would be {would_be}, {over} over.",
    ),
    "order.covered": (
        "保险限额 {insured} 内，未保部分 {uncovered}。",
        "Within the insurer's limit of {insured}; {uncovered} uncovered.",
    ),
    "order.shipment_covered": (
        "本次发货在保 {insured}。",
        "Of this shipment {insured} would be insured: all of it.",
    ),
    "order.shipment_uncovered": (
        "本次发货在保 {insured}，未保 {uncovered} 由本公司自担：{why}。",
        "Of this shipment {insured} would be insured; {uncovered} is our own risk: {why}.",
    ),
    "order.uncovered": (
        "超出保险限额 {insured} 的 {uncovered} 由本公司自担。",
        "{uncovered} is beyond the insurer's limit of {insured} and is our own risk.",
    ),
    "order.deposit": (
        "按条件需先收定金 {percent}%：还差 {deposit}（已付 {prepaid}）。",
        "The terms ask for {percent}% ahead: {deposit} is still to be paid ({prepaid} was).",
    ),
    "order.bad_rule": (
        "逾期规则的天数和金额不能为负。",
        "The days and amounts of the overdue rule must not be negative.",
    ),
}

_FAULTS: dict[str, tuple[str, ...]] = {
    "order.negative": ("订单金额不能为负。", "The amounts of an order must not be negative."),
    "order.is_closed": (
        "该订单已结束，无货可发。如仍要发货，请先将其改回执行中。",
        "This order is closed: nothing of it is to be shipped. To ship all the same, open it again first.",
    ),
    "order.is_cancelled": (
        "该订单已取消，无货可发。如仍要发货，请先将其改回执行中。",
        "This order is cancelled: nothing of it is to be shipped. To ship all the same, open it again first.",
    ),
    "order.state_unknown": ("“{state}”不是订单状态。", "“{state}” is not a state of an order."),
    "order_state.open": ("执行中", "Open"),
    "order_state.closed": ("已结束", "Closed"),
    "order_state.cancelled": ("已取消", "Cancelled"),
    "order.number_taken": (
        "“{name}”已有编号为 {number} 的订单。请改编号或修改原订单。",
        "{name} has an order {number} already. Change the number, or edit that order.",
    ),
    "order.row_twice": (
        "第 {row} 行：订单 {number} 已在第 {first} 行出现，此行不导入。",
        "Row {row}: order {number} stands in row {first} already; this row is left out.",
    ),
    "order.row_customer": (
        "第 {row} 行：找不到客户“{customer}”。请先建立该客户，或改用客户编码。",
        "Row {row}: there is no customer “{customer}”. Enter the customer first, or use its code.",
    ),
    "order.row_customer_twice": (
        "第 {row} 行：有多个客户叫“{customer}”。请改用客户编码。",
        "Row {row}: several customers are called “{customer}”. Use the code.",
    ),
    "order.no_column": (
        "找不到“{column}”列。请在表头写明：订单号、客户、日期、金额。",
        "There is no column for {column}. Name the columns: order number, customer, date, amount.",
    ),
    "order_column.customer": ("客户", "the customer"),
    "order_column.on": ("日期", "the date"),
    "order_column.amount": ("金额", "the amount"),
    "order.row_date": (
        "第 {row} 行：“{value}”不是日期。",
        "Row {row}: “{value}” is not a date.",
    ),
    "order.row_amount": (
        "第 {row} 行“{column}”：“{value}”不是有效金额。",
        "Row {row}, {column}: “{value}” is not a valid amount.",
    ),
    "order.row_currency": (
        "第 {row} 行：“{value}”不是可用的币种。",
        "Row {row}: “{value}” is not a known currency.",
    ),
    "order.rule_days": (
        "结束日 {end} 早于开始日 {start}。",
        "The span ends on {end}, before it begins on {start}.",
    ),
    "order_check.nothing_to_release": (
        "这次核查的结果是可以发货，无需放行。",
        "This check said go; there is nothing to release.",
    ),
    "order_check.reason_short": (
        "请用至少 {least} 个字说明放行理由。",
        "Say in at least {least} characters why it is released.",
    ),
    "order_check.amount": (
        "放行金额应大于 0，且不超过订单金额 {most}。",
        "A release must be above nothing and at most the order's {most}.",
    ),
    "order_check.unreadable": (
        "{on} 的核查记录无法读取，不能打印。请重新核查。",
        "The record of the check of {on} cannot be read, so it cannot be printed. Check again.",
    ),
    "order_check.over": ("放行截止日 {until} 已过。", "A release until {until} is over already."),
    "order_check.title": ("订单核查单", "Order check"),
    "order_check.on": ("截至 {day}", "As of {day}"),
    "order_check.amount_label": ("订单金额", "Order"),
    "order_check.prepaid_label": ("已预付", "Paid ahead"),
    "order_check.deposit_label": ("还需预付", "To be paid ahead"),
    "order_check.answer_label": ("结论", "Answer"),
    "order_check.why": ("依据", "Why"),
    "order_check.exposure": ("风险占用（{currency}）", "Exposure ({currency})"),
    "order_check.group_exposure": ("集团风险占用（{currency}）", "Exposure of the group ({currency})"),
    "order_check.piece": ("项目", "Piece"),
    "order_check.sum": ("金额", "Amount"),
    "order_check.rows": ("明细", "Details"),
    "order_check.number": ("编号", "Number"),
    "order_check.day": ("日期", "Date"),
    "order_check.due": ("到期日", "Due"),
    "order_check.currency": ("币种", "Currency"),
    "order_check.made": ("编制日期 {day}", "Made on {day}"),
    "order_check.sign": (
        "核查人：____________    批准人：____________",
        "Checked by: ____________    Released by: ____________",
    ),
}

_COMMAND: dict[str, tuple[str, ...]] = {
    "cli.about.order-check": (
        "能否给客户发货：额度、逾期、停供名单与定金逐项核对。",
        "May this be shipped? Limit, overdue debts, stop list and deposit, each with its numbers.",
    ),
    "cli.help.order_currency": (
        "订单币种，如 USD（默认本位币）",
        "the order's currency, such as USD (default: the company's own)",
    ),
    "cli.help.prepaid": ("已预付金额", "what was paid ahead"),
    "cli.order_check.head": (
        "{customer}，订单 {amount}，截至 {day}：{answer}",
        "{customer}, order of {amount}, as of {day}: {answer}",
    ),
}

WORDS: dict[str, tuple[str, ...]] = {**_PEOPLE, **_POLICY, **_LIMITS, **_ORDERS, **_FAULTS, **_COMMAND}
