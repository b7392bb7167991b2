"""Words of letters: what stands around a template's own text, and what is wrong with a template."""

from __future__ import annotations

_TERMS: dict[str, tuple[str, ...]] = {
    "letter.terms.net": ("开票后 {n} 天", "net {n} day", "net {n} days"),
    "letter.terms.end_of_month": (
        "月结 {n} 天",
        "{n} day after the end of the invoice month",
        "{n} days after the end of the invoice month",
    ),
    "letter.and_more": ("{shown} 等 {total} 张", "{shown} and others, {total} in all"),
    "letter.handed.agency": ("专业商账机构", "a collection agency"),
    "letter.handed.lawyer": ("律师", "our lawyers"),
    "letter.handed.insurer": ("信用保险机构", "our credit insurer"),
    "letter.basis.contract": ("双方合同约定", "our contract"),
    "letter.basis.clause": ("双方合同约定（{source}）", "our contract ({source})"),
    "letter.basis.cn_sme": (
        "《保障中小企业款项支付条例》第十七条",
        "Article 17 of China's Regulation on Ensuring Payments to Small and Medium-sized Enterprises",
    ),
    "letter.basis.cn_lpr": (
        "《最高人民法院关于审理买卖合同纠纷案件适用法律问题的解释》第十八条",
        "Article 18 of the Supreme People's Court's interpretation on sales contracts",
    ),
    "letter.basis.uk_statutory": (
        "英国《商业债务逾期付款（利息）法》",
        "the Late Payment of Commercial Debts (Interest) Act 1998",
    ),
    "letter.basis.law": ("{source}", "{source}"),
    "letter.basis.rated": ("{source}，{rate}", "{source}, at {rate}"),
    "letter.rate.daily_parts": ("按日万分之{parts}", "{parts}/10,000 per day"),
    "letter.rate.day": ("日利率 {rate}%", "{rate}% per day"),
    "letter.rate.month": ("月利率 {rate}%", "{rate}% per month"),
    "letter.rate.year": ("年利率 {rate}%", "{rate}% per year"),
}

_TABLES: dict[str, tuple[str, ...]] = {
    "letter.column.number": ("发票号", "Invoice"),
    "letter.column.date": ("开票日期", "Issued"),
    "letter.column.due": ("到期日", "Due"),
    "letter.column.late": ("逾期天数", "Days late"),
    "letter.column.open": ("未付金额", "Outstanding"),
    "letter.column.interest": ("逾期利息", "Interest"),
    "letter.column.seq": ("期次", "Instalment"),
    "letter.column.due_on": ("付款日期", "Payable on"),
    "letter.column.amount": ("本金", "Principal"),
    "letter.column.part_interest": ("利息", "Interest"),
    "letter.column.part_total": ("应付金额", "Amount"),
    "letter.part_disputed": ("（另有争议 {amount}）", "(plus {amount} disputed)"),
    "letter.carried": ("承前页", "Brought forward"),
    "letter.row.fee": ("催收费用", "Reminder fee"),
    "letter.row.compensation": ("法定追收补偿", "Statutory compensation"),
    "letter.row.all": ("应付总额", "Total due"),
}

_NOTES: dict[str, tuple[str, ...]] = {
    "letter.note.reserve": (
        "上列金额均为本金，未计入逾期付款违约金及利息。本函不构成对逾期付款违约金、利息及其他权利的放弃。",
        "All amounts are principal, without late-payment interest or contractual penalties. This letter is not a waiver of late-payment interest, penalties or any other right.",
    ),
    "letter.note.mention": (
        "上列金额均为本金。逾期付款的利息（违约金）依据{basis}计算，自到期日的次日起至实际付清之日止，付清时另行结算。本函不构成对逾期付款违约金、利息及其他权利的放弃。",
        "All amounts are principal. Late-payment interest accrues under {basis}, from the day after the due date until the day of actual payment, and will be settled separately. This letter is not a waiver of late-payment interest, penalties or any other right.",
    ),
    "letter.note.mention_daily": (
        "上列金额均为本金。逾期付款的利息（违约金）依据{basis}计算，自到期日的次日起至实际付清之日止，按上列逾期本金计每日{daily}，付清时另行结算。本函不构成对逾期付款违约金、利息及其他权利的放弃。",
        "All amounts are principal. Late-payment interest accrues under {basis}, from the day after the due date until the day of actual payment, at present {daily} a day on the overdue principal, and will be settled separately. This letter is not a waiver of late-payment interest, penalties or any other right.",
    ),
    "letter.note.claim": (
        "逾期利息依据{basis}计算，暂计至 {day}，其后继续计至实际付清之日，付清时据实结算。本函列示暂计金额，不变更合同约定，亦不构成对逾期付款违约金、利息及其他权利的放弃。",
        "Interest is calculated under {basis}, provisionally to {day}; it continues to accrue until the day of actual payment and will be settled then. The provisional figure does not change our contract, and this letter is not a waiver of late-payment interest, penalties or any other right.",
    ),
    "letter.note.waive": (
        "上列金额均为本金。本函不变更双方合同约定，亦不构成对我司任何权利的放弃。",
        "All amounts are principal. This letter does not change our contract and is not a waiver of any right.",
    ),
    "letter.amount.due": ("应付金额", "Amount due"),
    "letter.amount.due_soon": ("即将到期金额", "Falling due"),
    "letter.amount.with_interest": ("应付本金及利息", "Principal and interest due"),
    "letter.amount.balance": ("未付金额合计", "Amount outstanding"),
    "letter.amount.please_pay": ("请付", "Please pay"),
    "letter.amount.by": ("于", "by"),
    "letter.bank.reference": ("付款附言", "Reference"),
}

_PAPER: dict[str, tuple[str, ...]] = {
    "letter.reference": ("编号 {number}", "Our ref. {number}"),
    "letter.addressee": ("{customer}：", "{customer}"),
    "letter.foot": ("{title}　{number}", "{title} · {number}"),
    "letter.running": ("{title} {number}　{customer}", "{title} {number} · {customer}"),
    "letter.mail_subject": ("{subject} {number}（{company}）", "{subject} – {number} – {company}"),
    "letter.sign.closing": ("此致", "Yours sincerely,"),
    "letter.sign.creditor": ("甲方（盖章）：{name}", "Creditor: {name}"),
    "letter.sign.debtor": ("乙方（盖章）：{name}", "Debtor: {name}"),
    "letter.sign.authorised": ("授权代表（签字）", "Authorised signature"),
    "letter.sign.place": ("签订地点", "Place"),
    "letter.sign.on": ("日期", "Date"),
    "letter.slip.number": ("对应编号 {number}", "Letter {number}"),
    "letter.slip.received": (
        "致 {company}：我司已收到贵司 {day}的函件（编号 {number}），所列金额{total}。",
        "To {company}: we have received your letter {number} of {day} for {total}.",
    ),
    "letter.slip.balance": (
        "致 {company}：贵司 {day}的对账函（编号 {number}）收悉，所列应付余额{total}。",
        "To {company}: we have received your statement {number} of {day}, showing {total} payable by us.",
    ),
    "letter.slip.promise": (
        "致 {company}：我司已核对贵司 {day}的函件（编号 {number}），就所列款项{total}答复如下：",
        "To {company}: having checked your letter {number} of {day} for {total}, we reply as follows:",
    ),
    "letter.slip.agreed": (
        "欠款金额无误，将于 _____ 年 ___ 月 ___ 日前付款",
        "Amount agreed; we shall pay by ______________",
    ),
    "letter.slip.balance_agreed": (
        "核对无误，到期款项将于 _____ 年 ___ 月 ___ 日前付清",
        "Balance agreed; overdue items will be paid by ________",
    ),
    "letter.slip.promised": (
        "确认欠款，承诺于 _____ 年 ___ 月 ___ 日前付清",
        "Debt acknowledged; we shall pay it by ________",
    ),
    "letter.slip.instalments": (
        "确认欠款，承诺分期偿还，还款计划附后",
        "Debt acknowledged; instalments as attached",
    ),
    "letter.slip.differs": (
        "金额有出入，我司账面为 ______________ ，明细附后",
        "Our records show ______________ (details attached)",
    ),
    "letter.slip.paid": (
        "已于 _____ 年 ___ 月 ___ 日付款，凭证附后",
        "We paid on ______________ (proof attached)",
    ),
    "letter.slip.other": (
        "其他说明 ______________________________",
        "Other: ______________________________",
    ),
}

_TEMPLATE: dict[str, tuple[str, ...]] = {
    "template.part.subject": ("标题", "Subject"),
    "template.part.body": ("正文", "Letter"),
    "template.part.message": ("短消息", "Message"),
    "template.unknown": (
        "没有代码为“{template}”的函件模板；现有：{known}。",
        "There is no letter template “{template}”; known are: {known}.",
    ),
    "template.language_unknown": (
        "函件没有语言“{language}”；可用 zh 或 en。",
        "Letters are not written in “{language}”; use zh or en.",
    ),
    "template.empty": (
        "{part}不能为空，请写上内容，或恢复为随附的文字。",
        "{part} is empty. Write it, or go back to the shipped text.",
    ),
    "template.wrong": (
        "模板没有保存。{part}第 {line} 行第 {column} 列：{why}",
        "The template was not saved. {part}, line {line}, column {column}: {why}",
    ),
    "template.cannot_render": (
        "模板无法生成函件，第 {line} 行第 {column} 列：{why}",
        "The template cannot be filled. Line {line}, column {column}: {why}",
    ),
    "template.unknown_field": (
        "没有名为“{name}”的字段。{near}请从字段列表中选择。",
        "There is no field “{name}”. {near}Choose one from the list of fields.",
    ),
    "template.did_you_mean": ("是否指“{name}”？", "Did you mean “{name}”? "),
    "template.unknown_key": (
        "“{name}”里没有“{key}”；可用：{known}。",
        "“{name}” has no “{key}”; it has: {known}.",
    ),
    "template.no_keys": (
        "字段“{name}”就是一个值，后面不能再接“.{key}”。",
        "The field “{name}” is one value; “.{key}” cannot follow it.",
    ),
    "template.unknown_filter": (
        "没有名为“{name}”的处理；可用：{known}。",
        "There is no filter “{name}”; known are: {known}.",
    ),
    "template.unknown_tag": (
        "没有名为“{name}”的指令；可用 if、unless、case、for、assign、capture、comment。",
        "There is no instruction “{name}”; use if, unless, case, for, assign, capture or comment.",
    ),
    "template.stray_tag": (
        "这里的“{name}”前面没有与它对应的开头。",
        "“{name}” stands here without the beginning it belongs to.",
    ),
    "template.block_open": (
        "这里的“{name}”没有结束，请在后面加上 end{name}。",
        "“{name}” begins here and never ends; add end{name} after it.",
    ),
    "template.not_closed": (
        "从这里开始的字段或指令没有写完，缺少“{mark}”。",
        "The field or instruction that begins here is not finished; “{mark}” is missing.",
    ),
    "template.syntax": (
        "这里的写法读不懂。字段写作“{{{{ 字段名 }}}}”，指令写作“{{% if 字段名 %}} … {{% endif %}}”。",
        "This cannot be read. A field is written “{{{{ name }}}}”, an instruction “{{% if name %}} … {{% endif %}}”.",
    ),
    "template.block_here": (
        "“{name}”是整块内容，只能用在正文里。",
        "“{name}” is a whole part of the letter; it can only stand in the letter itself.",
    ),
    "template.too_many_loops": (
        "循环次数过多，请检查 for 的范围。",
        "The loop runs too often; check what “for” runs over.",
    ),
    "template.too_long": (
        "生成的文字过长，请缩短模板或循环。",
        "The text this makes is too long; shorten the template or its loops.",
    ),
    "template.too_large": (
        "模板超过 {limit} 个字符，请缩短。",
        "The template is longer than {limit} characters; shorten it.",
    ),
    "letter.nobody": (
        "没有选择函件，请先选择要输出的函件。",
        "No letters are chosen. Choose the letters to write first.",
    ),
    "letter.output_kind": (
        "不能输出为“{kind}”；可用：{known}。",
        "Letters cannot be written as “{kind}”; use: {known}.",
    ),
    "letter.nothing_open": (
        "{customer} 没有未付的 {currency} 款项，这种函件没有可写的内容。",
        "{customer} owes nothing in {currency}; this letter would have nothing to say.",
    ),
    "letter.with_insurer": (
        "“{customer}”的赔案自 {on} 起在{insurer}处理：未经其同意，不得自行发函或寄送对账单。取得同意后，请在赔案中登记。",
        "{insurer} has the claim about “{customer}” since {on}: no letters or statements of our own without its consent. Record the consent in the claim first.",
    ),
    "letter.many_with_insurer": (
        "{n} 家客户的赔案在保险人处理：{customers}。未经同意不得自行发函或寄送对账单，请先取消选择这些客户。",
        "The insurer has the claim about {n} customer: {customers}. Nothing of our own goes out without its consent; leave it out.",
        "The insurers have the claims about {n} customers: {customers}. Nothing of our own goes out without consent; leave them out.",
    ),
    "letter.no_promise": (
        "{customer} 没有进行中的付款承诺，请先登记承诺，再写确认函。",
        "{customer} has no open promise to pay. Enter the promise first, then write its confirmation.",
    ),
    "letter.no_plan": (
        "{customer} 没有还款计划，请先制订计划，再写还款协议。",
        "{customer} has no payment plan. Make the plan first, then write its agreement.",
    ),
    "letter.no_bank": (
        "公司资料里没有收款账户，函件上没有付款账户。请在公司资料或银行账户中填写。",
        "No bank account is entered, so the letter names none. Enter one in the company profile or under bank accounts.",
    ),
    "letter.no_email": (
        "{customer} 没有可用的邮箱地址，邮件草稿的收件人为空。",
        "{customer} has no usable e-mail address; the draft has no recipient.",
    ),
    "letter.picture_unreadable": (
        "公司标志或印章的图片无法读取，函件上没有印出。请换一张 PNG 或 JPEG 图片。",
        "The picture of the logo or seal cannot be read and is left out. Choose a PNG or JPEG picture.",
    ),
    "letters.composing": ("正在撰写函件", "Writing letters"),
}

_DONE: dict[str, tuple[str, ...]] = {
    "letter_template.saved": ("修改函件模板“{title}”", "Letter template “{title}” edited"),
    "letter_template.reset": (
        "函件模板“{title}”恢复为随附文字",
        "Letter template “{title}” back to the shipped text",
    ),
    "letter.written": ("为{customer}撰写函件 {number}", "Letter {number} to {customer} written"),
}

_COMMAND: dict[str, tuple[str, ...]] = {
    "cli.about.letters": (
        "把某日催款的函件写成文件（只作草稿，不算已发送）。",
        "Write the letters of a day's reminder run as files (drafts only, none counts as sent).",
    ),
    "cli.help.eml": ("写成邮件草稿（.eml），附 PDF", "write e-mail drafts (.eml) with the PDF attached"),
    "cli.letters.no_folder": (
        "文件夹 {folder} 无法建立（{reason}），没有写出函件。请用 --out 另选一个文件夹。",
        "The folder {folder} cannot be made ({reason}); no letter was written. Choose another with --out.",
    ),
    "cli.letters.done": (
        "共 {n} 份函件，均为草稿；请在发送后登记。",
        "{n} letter, a draft; mark it as sent once it is.",
        "{n} letters, all drafts; mark them as sent once they are.",
    ),
}

WORDS: dict[str, tuple[str, ...]] = {
    **_TERMS,
    **_TABLES,
    **_NOTES,
    **_PAPER,
    **_TEMPLATE,
    **_DONE,
    **_COMMAND,
}
