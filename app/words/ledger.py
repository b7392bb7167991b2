"""Documents, allocations, terms and identifiers: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

_DONE: dict[str, tuple[str, ...]] = {
    "customer.created": ("新增客户“{name}”", "Customer “{name}” added"),
    "customer.edited": ("修改客户“{name}”", "Customer “{name}” edited"),
    "customer.removed": (
        "删除客户“{name}”（{n} 个）",
        "Customer {name} deleted",
        "{n} customers deleted ({name})",
    ),
    "customer.restored": (
        "恢复客户“{name}”（{n} 个）",
        "Customer {name} restored",
        "{n} customers restored ({name})",
    ),
    "customer.merged": ("将客户“{lose}”并入“{keep}”", "Customer “{lose}” merged into “{keep}”"),
    "contact.saved": ("保存联系人“{name}”（{customer}）", "Contact “{name}” of {customer} saved"),
    "contact.removed": ("删除联系人“{name}”", "Contact “{name}” deleted"),
    "identifier.saved": ("保存证照号码 {value}（{customer}）", "Identifier {value} of {customer} saved"),
    "identifier.removed": ("删除证照号码 {value}", "Identifier {value} deleted"),
    "alias.added": ("新增别名“{name}”（{customer}）", "Alias “{name}” of {customer} added"),
    "alias.removed": ("删除别名“{name}”", "Alias “{name}” deleted"),
    "document.entered": ("录入{kind} {number}，{amount}", "{kind} {number} entered, {amount}"),
    "document.edited": ("修改{kind} {number}", "{kind} {number} edited"),
    "document.removed": (
        "删除单据 {numbers}（{n} 张）",
        "Document {numbers} deleted",
        "{n} documents deleted ({numbers})",
    ),
    "document.restored": (
        "恢复单据 {numbers}（{n} 张）",
        "Document {numbers} restored",
        "{n} documents restored ({numbers})",
    ),
    "document.written_off": ("发票 {number} 核销坏账 {amount}", "{amount} of invoice {number} written off"),
    "receipt.entered": ("录入{kind} {number}，{amount}", "{kind} {number} entered, {amount}"),
    "plan.set": (
        "发票 {number} 分 {n} 期",
        "Invoice {number}: {n} instalment",
        "Invoice {number}: {n} instalments",
    ),
    "plan.cleared": ("取消发票 {number} 的分期", "Instalments of invoice {number} taken away"),
    "allocation.added": (
        "{credit} 核销 {number}，{amount}",
        "{amount} of {credit} allocated to {number}",
    ),
    "allocation.removed": (
        "取消 {numbers} 的 {n} 笔核销",
        "{n} allocation of {numbers} taken back",
        "{n} allocations of {numbers} taken back",
    ),
    "allocation.proposed": (
        "{method}自动核销 {n} 张单据",
        "{n} document settled automatically, {method}",
        "{n} documents settled automatically, {method}",
    ),
}

_CHOICES: dict[str, tuple[str, ...]] = {
    "method.reference": ("按单号", "by reference"),
    "method.exact": ("按金额", "by exact amount"),
    "method.oldest": ("先到期先核销", "oldest first"),
    "field.kind": ("单据类型", "kind"),
    "field.customer_id": ("客户", "customer"),
    "field.currency": ("币种", "currency"),
    "identifier_kind.uscc": ("统一社会信用代码", "Unified social credit code"),
    "identifier_kind.cn_tax15": ("15 位旧税号", "15-digit tax number (old)"),
    "identifier_kind.eu_vat": ("欧盟增值税号", "EU VAT number"),
    "identifier_kind.gb_vat": ("英国增值税号", "UK VAT number"),
    "identifier_kind.lei": ("法人识别编码 LEI", "LEI"),
    "identifier_kind.duns": ("邓白氏编码", "D-U-N-S number"),
    "identifier_kind.other": ("其他号码", "Other number"),
    "customer_status.active": ("正常", "Active"),
    "customer_status.stopped": ("停止赊销", "On stop"),
    "customer_status.insolvent": ("破产", "Insolvent"),
    "near.same": ("写法不同，同一名称", "same name, written differently"),
    "near.legal_form": ("仅公司形式不同", "differs in legal form only"),
    "near.place": ("仅地名不同", "differs in place name only"),
    "near.contained": ("一个名称包含另一个", "one name contains the other"),
    "near.spelling": ("差一两个字", "differs by a letter or two"),
}

_TERMS: dict[str, tuple[str, ...]] = {
    "terms.share": ("{percent}%", "{percent}%"),
    "terms.prepaid": ("款到发货（预付）", "paid in advance"),
    "terms.cash": ("货到付款（现结）", "cash on delivery"),
    "terms.receipt": ("见票即付", "due on receipt"),
    "terms.net": ("开票后 {n} 天", "{n} day from the invoice date", "{n} days from the invoice date"),
    "terms.months": (
        "开票后 {n} 个月",
        "{n} month from the invoice date",
        "{n} months from the invoice date",
    ),
    "terms.end_of_month": ("开票当月月底", "end of the invoice month"),
    "terms.end_of_month_plus": (
        "月结 {n} 天（开票当月月底后 {n} 天）",
        "{n} day after the end of the invoice month",
        "{n} days after the end of the invoice month",
    ),
    "terms.net_then_end": (
        "开票后 {n} 天所在月的月底",
        "{n} day, then the end of that month",
        "{n} days, then the end of that month",
    ),
    "terms.this_month": ("开票当月 {day} 日", "day {day} of the invoice month"),
    "terms.this_month_last": ("开票当月最后一天", "last day of the invoice month"),
    "terms.next_month": ("次月 {day} 日", "day {day} of the following month"),
    "terms.next_month_last": ("次月最后一天", "last day of the following month"),
    "terms.later_month": ("开票月后第 {n} 个月的 {day} 日", "day {day}, {n} months after the invoice month"),
    "terms.later_month_last": (
        "开票月后第 {n} 个月的最后一天",
        "last day, {n} months after the invoice month",
    ),
    "terms.every": ("每月 {day} 日（开票日起第一个）", "the next {day}. of a month"),
    "terms.every_last": ("每月最后一天", "the next last day of a month"),
    "terms.discount": (
        "{n} 天内付款优惠 {percent}%",
        "{percent}% discount within {n} day",
        "{percent}% discount within {n} days",
    ),
    "terms.shift_next": ("遇节假日顺延至下一工作日", "if not a working day, the next one"),
    "terms.shift_previous": ("遇节假日提前至上一工作日", "if not a working day, the one before"),
    "terms.unknown": (
        (
            "看不懂账期“{text}”。可以这样写：30天、月结30天、次月15日、每月25日、款到发货、"
            "30% 预付, 70% 60天；也可加“遇节假日顺延”。"
        ),
        (
            "The terms “{text}” cannot be read. Write for example: net 30, EOM + 30, 15th of next month, "
            "every 25th, cash, 30% deposit, 70% net 60; “next working day” may follow."
        ),
    ),
    "terms.tiers": (
        "现金折扣须越早付款优惠越多（如 3/5 2/10 net 30）。请核对天数和百分比。",
        "Of discounts, the sooner payment must get the more (as in 3/5 2/10 net 30). Check days and percentages.",
    ),
    "terms.shares": (
        "各期比例合计为 {total}%，应为 100%。请修改比例。",
        "The parts add up to {total}%, not 100%. Correct the percentages.",
    ),
}

_IDENTIFIERS: dict[str, tuple[str, ...]] = {
    "identifier.empty": ("请填写号码。", "Enter the number."),
    "identifier.length": (
        "号码应为 {expected} 位，现为 {n} 位。请核对是否漏写或多写。",
        "The number must have {expected} characters and has {n}. Check for a missing or extra one.",
    ),
    "identifier.character": (
        "第 {position} 位“{char}”不能出现在这种号码中（数字 0、1、2 常被写成 O、I、Z）。请核对。",
        "Character {position}, “{char}”, cannot stand there (0, 1 and 2 are often written O, I and Z). Check it.",
    ),
    "identifier.last_character": (
        "第 {position} 位“{char}”不能用作校验码；按前 17 位计算应为“{expected}”。请核对。",
        "Character {position}, “{char}”, is not allowed; the first 17 call for “{expected}”. Check the number.",
    ),
    "identifier.check_character": (
        "校验码“{char}”不符：按前 17 位计算应为“{expected}”。请核对号码。",
        "The check character “{char}” is wrong: the first 17 call for “{expected}”. Check the number.",
    ),
    "identifier.check_digits": (
        "校验码“{char}”不符：按前 18 位计算应为“{expected}”。请核对号码。",
        "The check digits “{char}” are wrong: the first 18 characters call for “{expected}”. Check the number.",
    ),
    "identifier.legacy": (
        "这是 2015 年以前的 15 位税号，可以保存；建议换成 18 位统一社会信用代码。",
        "This is a 15-digit tax number from before 2015. It can be kept; better enter the 18-character code.",
    ),
    "identifier.eu_prefix": (
        "“{prefix}”不是欧盟增值税号的国家前缀（如 DE、FR、IT；希腊为 EL）。请补上前缀。",
        "“{prefix}” is not a country prefix of EU VAT numbers (such as DE, FR, IT; EL for Greece). Add the prefix.",
    ),
    "identifier.vat_length": (
        "增值税号的位数（{n}）不符合该国格式。请核对。",
        "A VAT number of that country does not have {n} characters. Check it.",
    ),
    "identifier.vat_checksum": (
        "增值税号的校验位不符，可能有一位写错。请核对。",
        "The check digit of the VAT number is wrong; one character may be mistyped. Check it.",
    ),
    "identifier.vat_format": (
        "增值税号的格式不符合该国规定。请核对。",
        "The VAT number does not have its country's form. Check it.",
    ),
    "identifier.taken": (
        "号码 {value} 已登记在客户“{name}”名下。如为同一客户，请合并；否则请核对号码。",
        "The number {value} is already held by “{name}”. Merge the two if they are one; else check the number.",
    ),
}

_CUSTOMERS: dict[str, tuple[str, ...]] = {
    "customer.name_missing": ("请填写客户名称。", "Enter the customer's name."),
    "contact.name_missing": ("请填写联系人姓名。", "Enter the contact's name."),
    "customer.bad_country": (
        "“{country}”不是国家代码，请填两位字母（如 CN、DE、US）。",
        "“{country}” is not a country code; enter two letters such as CN, DE or US.",
    ),
    "customer.code_taken": (
        "客户编码 {taken} 已由“{name}”使用，请换一个编码。",
        "The code {taken} is already used by “{name}”; choose another.",
    ),
    "customer.name_taken": (
        "“{name}”与已有客户“{other}”是同一名称（或其别名）。请使用已有客户，或写出区别。",
        "“{name}” is already known as “{other}” or an alias of it. Use that customer, or tell the names apart.",
    ),
    "customer.has_documents": (
        "客户“{name}”还有 {n} 张单据，不能删除。请先并入另一客户，或删除这些单据。",
        "“{name}” still has {n} document and cannot be deleted. Merge it into another customer or delete it first.",
        "“{name}” still has {n} documents and cannot be deleted. Merge it into another customer or delete them first.",
    ),
    "customer.merge_same": (
        "不能把客户并入自身，请选择另一个客户。",
        "A customer cannot be merged into itself; choose another.",
    ),
    "customer.merge_claims": (
        "“{keep}”与“{lose}”在保单 {number} 下各有未结赔案，一份保单对同一买方只能有一个。请先结案或撤回其中一个。",
        "“{keep}” and “{lose}” each have a claim going on under policy {number}, which bears one per buyer. Close or withdraw one of them first.",
    ),
}

_DOCUMENTS: dict[str, tuple[str, ...]] = {
    "document.number_missing": ("请填写单据号码。", "Enter the document's number."),
    "document.number_taken": (
        "该客户已有号码为 {number} 的{kind}。请核对是否重复录入，或换一个号码。",
        "This customer already has {kind} number {number}. Check whether it was entered twice, or change the number.",
    ),
    "document.bad_date": (
        "日期 {date} 不可信，应在 {earliest} 与 {latest} 之间。请核对年份。",
        "The date {date} is not believable; it must lie between {earliest} and {latest}. Check the year.",
    ),
    "document.bad_rate": ("记账汇率 {rate} 必须大于零。", "The book rate {rate} must be above zero."),
    "document.bad_original": (
        "{number} 所冲销的 {original} 不是该客户的发票。请另选发票。",
        "{original}, which {number} corrects, is not an invoice of this customer. Choose another.",
    ),
    "document.allocated": (
        "{number} 已有核销，不能更改{field}。请先取消核销。",
        "{number} has allocations, so its {field} cannot be changed. Take the allocations back first.",
    ),
    "document.below_allocated": (
        "{number} 已核销 {allocated}，金额不能改为 {amount}。请先取消部分核销。",
        "{allocated} of {number} is allocated, so its amount cannot be {amount}. Take allocations back first.",
    ),
    "document.after_allocation": (
        "{number} 在 {first} 已有核销，日期不能晚于该日（现为 {date}）。",
        "{number} has an allocation on {first}; its date cannot be after that day ({date}).",
    ),
    "document.other_side": (
        "{number} 不能在应收与收款之间互换类型。请删除后重新录入。",
        "{number} cannot change sides between debit and credit. Delete it and enter it anew.",
    ),
    "amount.not_positive": ("{number} 的金额必须大于零。", "The amount of {number} must be above zero."),
    "amount.too_large": ("金额 {amount} 过大，请核对。", "The amount {amount} is too large; check it."),
    "money.unknown_currency": (
        "“{currency}”不是可用的币种代码（如 CNY、USD、EUR）。",
        "“{currency}” is not a known currency code (such as CNY, USD, EUR).",
    ),
    "receipt.not_credit": (
        "只有收款和贷项（红字）可以用于核销应收。",
        "Only a receipt or a credit note can be set against invoices.",
    ),
    "write_off.no_invoice": ("核销坏账须指明发票。", "A write-off must name its invoice."),
    "write_off.no_reason": (
        "请填写核销发票 {number} 的原因。",
        "Enter the reason for writing off invoice {number}.",
    ),
    "write_off.fixed": (
        "坏账核销 {number} 的金额和类型不能修改。请删除后重新核销。",
        "Amount and kind of write-off {number} cannot be changed. Delete it and write off anew.",
    ),
    "write_off.remove_instead": (
        "{number} 是坏账核销，不能只取消核销。请删除该单据。",
        "{number} is a write-off; its allocation cannot be taken back alone. Delete the write-off.",
    ),
}

_ALLOCATIONS: dict[str, tuple[str, ...]] = {
    "allocation.too_early": (
        "核销日期 {on} 早于单据日期。{number} 最早可在 {earliest} 核销。",
        "The day {on} is before one of the documents. {number} can be settled from {earliest} on.",
    ),
    "allocation.same_side": (
        "{credit} 与 {debit} 不能互相核销：须一方为应收（发票、退款），一方为收款、贷项或坏账核销。",
        (
            "{credit} and {debit} cannot be set against each other: one must be a debit (invoice, refund), "
            "the other a credit (receipt, credit note, write-off)."
        ),
    ),
    "allocation.other_customer": (
        "{credit} 与 {debit} 不属于同一客户，不能核销。如为同一客户，请先合并客户。",
        "{credit} and {debit} belong to two customers. Merge the customers first if they are one.",
    ),
    "allocation.currencies": (
        "币种不同（{credit} 对 {debit}），请同时填写 {credit} 金额。",
        "The currencies differ ({credit} and {debit}); enter the amount in {credit} as well.",
    ),
    "allocation.above_open": (
        "{number} 只剩 {open} 未清，不能核销 {amount}。请减少金额。",
        "Only {open} of {number} is open; {amount} cannot be set against it. Enter less.",
    ),
    "plan.not_invoice": (
        "{number} 不是发票，不能分期。",
        "{number} is not an invoice and has no instalments.",
    ),
    "plan.empty": ("请至少填写一期。", "Enter at least one instalment."),
    "plan.sum": (
        "各期合计 {total}，与发票 {number} 的 {amount} 不符。请改到相等。",
        "The instalments add up to {total}, but invoice {number} is {amount}. Make them equal.",
    ),
    "plan.not_positive": (
        "第 {row} 期的金额必须大于零。",
        "The amount of instalment {row} must be above zero.",
    ),
    "plan.before_invoice": (
        "第 {row} 期的到期日 {due} 早于发票日期 {earliest}。请改到该日或以后。",
        "Instalment {row} is due on {due}, before the invoice date {earliest}. Move one of the two.",
    ),
    "plan.amount_edited": (
        "发票 {number} 已按 {amount} 分期，不能只改金额。请先取消分期。",
        "Invoice {number} has instalments for {amount}. Take the instalments away before changing the amount.",
    ),
    "plan.none": ("{number} 没有分期。", "{number} has no instalments."),
    "plan.no_such_part": ("{number} 没有这一期。", "{number} has no such instalment."),
    "restore.customer_in_bin": (
        "{number} 的客户在回收站中。请先恢复客户。",
        "The customer of {number} is in the bin. Restore the customer first.",
    ),
    "restore.no_fit": (
        "不能恢复：{number} 的余额在删除之后已作他用。请先取消后来的核销，再恢复。",
        "Cannot restore: {number} has been used otherwise since. Take the later allocations back first.",
    ),
    "restore.write_off_alone": (
        "不能单独恢复坏账核销 {number}。请先恢复它所核销的发票。",
        "Write-off {number} cannot come back alone. Restore its invoice first.",
    ),
    "restore.bill_put_back": (
        "不能恢复 {number}：它属于票据 {bill}，删除时票据已退回原状。请直接处理该票据。",
        "Cannot restore {number}: it belongs to bill {bill}, which was put back when it was deleted. Deal with the bill itself.",
    ),
    "restore.plan_changed": (
        "不能恢复：发票 {number} 的分期已更改，原核销不再对应。请先撤销该更改。",
        "Cannot restore: the instalments of {number} have changed since. Undo that change first.",
    ),
}

# Disputes and promises: why, how it ended, by which way it was said.
_CLAIMS: dict[str, tuple[str, ...]] = {
    "reason.quality": ("质量", "Quality"),
    "reason.quantity": ("数量短缺", "Quantity"),
    "reason.price": ("价格", "Price"),
    "reason.delivery": ("交货迟延", "Late delivery"),
    "outcome.customer_right": ("客户有理", "In the customer's favour"),
    "outcome.we_right": ("我方有理", "In our favour"),
    "outcome.settled": ("协商解决", "Settled between us"),
    "outcome.kept": ("已兑现", "Kept"),
    "outcome.broken": ("未兑现", "Broken"),
    "channel.phone": ("电话", "Telephone"),
    "channel.email": ("邮件", "E-mail"),
    "channel.wechat": ("微信", "WeChat"),
    "channel.meeting": ("面谈", "Meeting"),
}

WORDS: dict[str, tuple[str, ...]] = (
    _DONE | _CHOICES | _TERMS | _IDENTIFIERS | _CUSTOMERS | _DOCUMENTS | _ALLOCATIONS | _CLAIMS
)
