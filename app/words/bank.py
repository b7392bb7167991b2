"""Bank statements, returned payments and bills: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # Reading a file
    "bank.matching": ("正在匹配流水", "Matching statement lines"),
    "bank.writing": ("正在写入流水", "Writing statement lines"),
    "bank.xml_declaration": (
        "“{name}”含有文档类型或实体声明，银行对账单不会这样写，为安全起见没有读取。请从网银重新下载。",
        "“{name}” declares a document type or entities, which no bank statement does; to be safe it was not read. Download it from the bank again.",
    ),
    "bank.no_statement": (
        "“{name}”里没有找到银行对账单。请选择网银导出的 CSV、XLSX、camt.053、MT940 或 OFX 文件。",
        "There is no bank statement in “{name}”. Choose a CSV, XLSX, camt.053, MT940 or OFX file exported from the bank.",
    ),
    "bank.file_cut_off": (
        "“{name}”不完整，大约在第 {row} 笔处中断，没有导入任何内容。请重新下载完整的文件。",
        "“{name}” is cut off at about line {row}; nothing was taken in. Download the whole file again.",
    ),
    "bank.file_damaged": (
        "“{name}”在第 {row} 笔附近无法读取，没有导入任何内容。请重新下载，或改用其他导出格式。",
        "“{name}” cannot be read near line {row}; nothing was taken in. Download it again or export another format.",
    ),
    "bank.no_lines": (
        "文件里没有任何流水。请核对导出的期间。",
        "The file holds no bookings. Check the period exported.",
    ),
    "bank.no_date_column": (
        "没有找到交易日期一列，请指定。",
        "No column holds the booking date; choose it.",
    ),
    "bank.no_amount_column": (
        "没有找到金额一列（收入、支出或发生额），请指定。",
        "No column holds an amount (money in, money out or one amount); choose it.",
    ),
    "bank.bad_date": (
        "第 {row} 行的“{value}”不是 1980 至 2100 年之间的日期。请在文件中改正，或为{column}另选一列。",
        "Row {row}: “{value}” is not a date from 1980 to 2100. Mend it in the file, or choose another column than {column}.",
    ),
    "bank.missing_date": (
        "第 {row} 行有金额而没有日期。请在文件中补上，或为{column}另选一列。",
        "Row {row} has an amount but no date. Add it in the file, or choose another column than {column}.",
    ),
    "bank.bad_amount": (
        "第 {row} 行的“{value}”不是该币种的金额，或看不出是收是付。请在文件中改正，或另选列。",
        "Row {row}: “{value}” is no amount of its currency, or does not tell whether it is in or out. Mend the file or choose other columns.",
    ),
    "bank.bad_currency": (
        "第 {row} 行的币种“{value}”不认识。请在文件中改正。",
        "Row {row}: the currency “{value}” is not known. Mend it in the file.",
    ),
    "bank.missing_amount": (
        "第 {row} 行没有金额。请在文件中补上，或删去这一行。",
        "Row {row} has no amount. Add it in the file, or delete the row.",
    ),
    "bank.several_currencies": (
        "文件里有几种币种（{currencies}）。请核对账户。",
        "The file holds several currencies ({currencies}). Check the account.",
    ),
    "bank.other_accounts": (
        "文件里还有其他账户（{others}）；现在读取的是 {account}，其余请另行选取。",
        "The file holds further accounts ({others}); this is {account}. Choose the others one after another.",
    ),
    "bank.balance_differs": (
        "期初余额加本期流水是 {found}，对账单的期末余额却是 {stated}：可能缺少或重复了流水。",
        "The opening balance and the lines make {found}, but the statement closes at {stated}: lines may be missing or twice.",
    ),
    "bank.has_problems": (
        "还有 {n} 个问题需要先解决，没有写入任何内容。",
        "{n} problem must be resolved first; nothing was written.",
        "{n} problems must be resolved first; nothing was written.",
    ),
    "bank.plan_stale": (
        "预览之后账上有了改动，没有写入任何内容。请重新预览。",
        "The books have changed since the preview; nothing was written. Preview again.",
    ),
    "bank.other_currency": (
        "“{name}”是 {currency} 账户，文件却是 {found}。请选择另一个账户。",
        "“{name}” is a {currency} account, but the file is in {found}. Choose another account.",
    ),
    # Accounts
    "bank.account_unnamed": ("请填写账户名称。", "Enter a name for the account."),
    "bank.account_taken": (
        "已有名为“{name}”的账户，请换一个名称。",
        "There is an account “{name}” already; choose another name.",
    ),
    "bank.account_in_use": (
        "“{name}”已有对账单，不能删除。",
        "“{name}” has statements and cannot be removed.",
    ),
    # Deciding on lines
    "bank.line_decided": (
        "这笔流水已经处理过。如需改动，请先“重新处理”。",
        "This line has been decided already. To change it, send it back to waiting first.",
    ),
    "bank.line_waits": ("这笔流水还在等待处理。", "This line is waiting already."),
    "bank.money_out": (
        "{amount} 是付出的款项，不能作为收款。",
        "{amount} is money out and cannot be a receipt.",
    ),
    "bank.parts_exceed": (
        "核销合计比收到的 {amount} 多出 {over}。请减少核销金额。",
        "The parts come to {over} more than the {amount} received. Lower them.",
    ),
    "bank.difference_too_large": (
        "差额 {difference} 超过了“{why}”允许的 {most}，没有处理。请选择其他方式，或在设置中调整。",
        "The difference of {difference} is above the {most} allowed as {why}; nothing was done. Choose otherwise, or change the setting.",
    ),
    "bank.difference_leave": ("留作未清", "left open"),
    "bank.difference_discount": ("现金折扣", "a discount"),
    "bank.difference_bank_charge": ("银行手续费", "a bank charge"),
    "bank.difference_tolerance": ("尾差", "a small difference"),
    "bank.receipt_linked": (
        "收款 {number} 已对应另一笔流水。",
        "Receipt {number} belongs to another line already.",
    ),
    "bank.no_receipt": (
        "请先指明退回的是哪一笔收款。",
        "Say first which receipt came back.",
    ),
    # Rules
    "bank.rule_reference": ("单据号", "Document number"),
    "bank.rule_exact": ("金额等于一张单据", "Amount of one invoice"),
    "bank.rule_sum": ("金额等于几张单据之和", "Sum of several invoices"),
    "bank.rule_account": ("已知的付款账号", "Known account"),
    "bank.rule_name": ("已知的付款人名称", "Known payer name"),
    "bank.rule_alias": ("客户别名", "Customer alias"),
    "bank.rule_entered": ("账上已有的收款", "Receipt in the books already"),
    "bank.rule_returned": ("退回的收款", "Receipt that came back"),
    "bank.rule_by_hand": ("手工", "By hand"),
    # Evidence
    "bank.clue_number": ("单据号 {number} 出现在摘要中", "Number {number} stands in the text"),
    "bank.clue_reference": (
        "摘要中的“{written}”是单据 {number} 的参考号或合同号",
        "“{written}” in the text is the reference or contract of {number}",
    ),
    "bank.clue_exact": (
        "金额 {amount} 正好等于 {number} 的未清金额",
        "{amount} is exactly what is open of {number}",
    ),
    "bank.clue_several": (
        "有 {n} 张单据的未清金额相同",
        "{n} invoice is open at this amount",
        "{n} invoices are open at this amount",
    ),
    "bank.clue_sum": (
        "金额 {amount} 正好等于 {n} 张单据之和：{numbers}",
        "{amount} is exactly the sum of {n} invoice: {numbers}",
        "{amount} is exactly the sum of {n} invoices: {numbers}",
    ),
    "bank.clue_other_sums": ("其他组合也可能凑成这个金额", "Other invoices may make this sum as well"),
    "bank.clue_account": (
        "付款账号 {account} 以前属于该客户",
        "Account {account} is known as this customer's",
    ),
    "bank.clue_payer": ("付款人“{payer}”以前属于该客户", "Payer “{payer}” is known as this customer"),
    "bank.clue_name": ("付款人“{payer}”就是客户名称", "Payer “{payer}” is the customer's name"),
    "bank.clue_alias": ("付款人“{payer}”是客户别名", "Payer “{payer}” is an alias of the customer"),
    "bank.clue_other_payer": (
        "付款人“{payer}”本是另一家客户：{customer}",
        "Payer “{payer}” is another customer: {customer}",
    ),
    "bank.clue_payer_unknown": ("付款人未知", "The payer is unknown"),
    "bank.clue_several_customers": (
        "付款人可能是 {n} 家客户",
        "The payer may be {n} customer",
        "The payer may be any of {n} customers",
    ),
    "bank.clue_oldest": ("按到期先后核销：{numbers}", "Oldest due first: {numbers}"),
    "bank.clue_nothing_open": ("该客户没有未清单据，留作预收", "Nothing is open; it stays as credit"),
    "bank.clue_to_the_cent": ("金额分毫不差", "The amount agrees to the cent"),
    "bank.clue_over": ("多付 {amount}，留作预收", "{amount} too much stays as credit"),
    "bank.clue_short": ("少付 {amount}", "Short by {amount}"),
    "bank.clue_early": (
        "按账期提前付款，享受现金折扣 {amount}",
        "Paid in time for the discount of {amount} in the terms",
    ),
    "bank.clue_currency": (
        "按当日汇率 {rate} 折算为 {amount}",
        "At the day's rate of {rate} it comes to {amount}",
    ),
    "bank.clue_entered": (
        "账上已有同额收款 {number}（{day}）",
        "Receipt {number} of {day} over the same amount is in the books already",
    ),
    "bank.clue_returned": (
        "金额等于 {day} 的收款 {number}",
        "The amount is that of receipt {number} of {day}",
    ),
    "bank.clue_flagged": ("银行标明为退回", "The bank marks it as returned"),
    "bank.clue_looks_known": (
        "同日同额的流水已在账上，可能是同一笔",
        "A line of the same day and amount is there already; it may be the same",
    ),
    # Why a line was not matched
    "bank.why_looks_known": ("可能已经导入", "May be there already"),
    "bank.why_stranger": ("付款人不是客户", "The payer is not a customer"),
    "bank.why_money_out": ("付出的款项", "Money out"),
    "bank.why_closed": (
        "日期在已结账的月份，须先重新打开该月才能入账",
        "Its month is closed; open it again to book the line",
    ),
    "bank.why_nothing": ("没有找到对应的客户或单据", "No customer or invoice was found"),
    # States
    "bank.state_waiting": ("待处理", "Waiting"),
    "bank.state_applied": ("已核销", "Applied"),
    "bank.state_unallocated": ("预收", "On account"),
    "bank.state_ignored": ("搁置", "Set aside"),
    "bank.state_returned": ("已退回", "Returned"),
    "bank.outcome_known": ("已有", "There already"),
    "bank.outcome_apply": ("直接核销", "Applied"),
    "bank.outcome_wait": ("待处理", "Waiting"),
    "bank.outcome_ignore": ("搁置", "Set aside"),
    # Returned payments
    "reversal.not_credit": ("{number} 不是收款，无法退回。", "{number} is no receipt and cannot come back."),
    "reversal.too_early": (
        "{number} 是 {earliest} 的，不能在 {on} 退回。请改正日期。",
        "{number} is of {earliest} and cannot come back on {on}. Change the date.",
    ),
    "reversal.above": (
        "{number} 最多还能退回 {left}，不能退回 {amount}。",
        "At most {left} of {number} can still come back, not {amount}.",
    ),
    "reversal.paid_again": (
        "{number} 在退回之后又已收到款项，不能再取消退回。请先撤销后来的核销。",
        "{number} was paid again after the return, so the return cannot be cancelled. Take the later allocation back first.",
    ),
    "reversal.remove_refund": (
        "这是退回 {number} 自身的核销。要取消退回，请删除 {number}。",
        "This allocation is the return {number} itself. To cancel the return, remove {number}.",
    ),
    "reversal.taken_back": (
        "{number} 的这笔核销已由 {refund} 退回，不能再撤销。要取消退回，请删除 {refund}。",
        "This allocation of {number} was taken back by {refund} and cannot be removed. To cancel the return, remove {refund}.",
    ),
    "reversal.refund_fixed": (
        "{number} 记录的是一笔退回，只能修改备注和参考号。如有错误，请删除后重新登记。",
        "{number} records a return; only its note and reference can be edited. If it is wrong, remove it and enter it again.",
    ),
    # Bills
    "bill.number_missing": ("请填写票据号码。", "Enter the number of the bill."),
    "bill.number_taken": ("票据 {number} 已登记过。", "Bill {number} has been entered already."),
    "bill.due_too_early": (
        "票据 {number} 的到期日 {due} 早于出票日和收票日。",
        "Bill {number} is due on {due}, before it was issued and received.",
    ),
    "bill.covers_too_much": (
        "票据 {number} 只有 {amount}，却对应了 {covered} 的单据。请减少。",
        "Bill {number} is for {amount}, but covers {covered}. Lower the parts.",
    ),
    "bill.cover_other": (
        "{document} 不是该客户的应收单据，票据 {number} 不能对应它。",
        "{document} is no invoice of this customer; bill {number} cannot be for it.",
    ),
    "bill.bad_charge": (
        "贴现费用 {charge} 须不小于零，且小于票面 {amount}。",
        "The discount charge of {charge} must be zero or more, and below the bill's {amount}.",
    ),
    "bill.not_held": ("票据 {number} 已不在手上。", "Bill {number} is no longer held."),
    "bill.ended": ("票据 {number} 已经了结。", "Bill {number} has ended already."),
    "bill.too_early": (
        "票据 {number} 在 {earliest} 之后才能这样处理，{on} 太早。请改正日期。",
        "Bill {number} can be dealt with from {earliest} on; {on} is too early. Change the date.",
    ),
    "bill.kind_bank_acceptance": ("银行承兑汇票", "Bank acceptance"),
    "bill.kind_commercial_acceptance": ("商业承兑汇票", "Commercial acceptance"),
    "bill.kind_cheque": ("远期支票", "Post-dated cheque"),
    "bill.state_held": ("在手", "Held"),
    "bill.state_discounted": ("已贴现", "Discounted"),
    "bill.state_endorsed": ("已背书", "Endorsed"),
    "bill.state_cleared": ("已兑付", "Cleared"),
    "bill.state_bounced": ("已拒付", "Bounced"),
    "bill.state_handed_back": ("已退还", "Handed back"),
    "customer.has_bills": (
        "“{name}”还有 {n} 张票据，不能删除。请先处理票据，或合并客户。",
        "“{name}” has {n} bill and cannot be removed. Deal with it first, or merge the customer.",
        "“{name}” has {n} bills and cannot be removed. Deal with them first, or merge the customer.",
    ),
    # What was done
    "bank.account_saved": ("保存银行账户“{name}”", "Bank account “{name}” saved"),
    "bank.account_removed": ("删除银行账户“{name}”", "Bank account “{name}” removed"),
    "bank.statement_added": (
        "导入对账单“{source}”：{n} 笔，核销 {applied} 笔，待处理 {waiting} 笔",
        "Statement “{source}” taken in: {n} line, {applied} applied, {waiting} waiting",
        "Statement “{source}” taken in: {n} lines, {applied} applied, {waiting} waiting",
    ),
    "bank.line_accepted": ("收款 {amount}，{customer}", "Receipt of {amount} from {customer}"),
    "bank.line_linked": ("流水 {amount} 对应收款 {number}", "Line of {amount} belongs to receipt {number}"),
    "bank.line_set_aside": ("流水 {amount}“{payer}”：非客户", "Line of {amount} “{payer}”: not a customer"),
    "bank.line_reopened": ("流水 {amount}“{payer}”重新处理", "Line of {amount} “{payer}” waits again"),
    "bank.receipt_returned": ("收款 {number} 退回 {amount}", "{amount} of receipt {number} came back"),
    "bank.payer_forgotten": ("不再记住付款人“{name}”", "Payer “{name}” forgotten"),
    "bill.received": ("收到票据 {number}，{amount}", "Bill {number} received, {amount}"),
    "bill.edited": ("修改票据 {number}", "Bill {number} edited"),
    "bill.removed": ("删除票据 {number}", "Bill {number} removed"),
    "bill.discounted": ("票据 {number} 贴现，{amount}", "Bill {number} discounted, {amount}"),
    "bill.endorsed": ("票据 {number} 背书转让，{amount}", "Bill {number} endorsed, {amount}"),
    "bill.cleared": ("票据 {number} 兑付，{amount}", "Bill {number} cleared, {amount}"),
    "bill.bounced": ("票据 {number} 拒付，{amount}", "Bill {number} bounced, {amount}"),
    "bill.handed_back": ("票据 {number} 退还，{amount}", "Bill {number} handed back, {amount}"),
    # Records
    "record.bank_account": ("银行账户", "bank account"),
    "record.bank_statement": ("银行对账单", "bank statement"),
    "record.bank_line": ("银行流水", "statement line"),
    "record.payer": ("付款人", "payer"),
    "record.bill": ("票据", "bill"),
    "record.bill_cover": ("票据对应的单据", "what a bill covers"),
    # Check
    "check.over_reversed": (
        "{credit} 从 {debit} 退回的多于它付过的。请删除多余的退回。",
        "More of {credit} was taken back from {debit} than it ever paid. Remove the return that is too much.",
    ),
    # Command line
    "cli.about.bank": (
        "导入银行对账单：匹配发票，核销能确定的，其余待处理。",
        "Take a bank statement in: match it with invoices, apply what is sure, leave the rest waiting.",
    ),
    "cli.help.statement": (
        "银行对账单：CSV、XLSX、camt.053、MT940、OFX、QFX",
        "the bank statement: CSV, XLSX, camt.053, MT940, OFX or QFX",
    ),
    "cli.help.account": (
        "我方账户：编号、名称或账号（默认按文件判断；没有时新建）",
        "our account: id, name or number (default: told from the file, or made)",
    ),
    "cli.bank.no_account": (
        "没有账户“{account}”。现有：{known}。",
        "There is no account “{account}”. Known are: {known}.",
    ),
    "cli.bank.which_account": (
        "看不出这份对账单属于哪个账户，没有导入。请用 --account 指明：{known}。",
        "It does not show which account this statement is of; nothing was taken in. Name it with --account: {known}.",
    ),
    "bank.left_out": (
        "未导入无法识别的第 {rows} 行（{n} 行）。",
        "Left out {n} row that could not be read: row {rows}.",
        "Left out {n} rows that could not be read: rows {rows}.",
    ),
    "cli.bank.may_leave_out": (
        "加 --skip-bad-rows 可略过这 {n} 行，导入其余各行。",
        "With --skip-bad-rows the others are taken in without this {n} row.",
        "With --skip-bad-rows the others are taken in without these {n} rows.",
    ),
    "cli.help.skip_bad_rows": (
        "略过无法识别的行，导入其余各行（默认：有一行有问题就不导入）",
        "take the statement in without rows that cannot be read (default: one bad row stops it)",
    ),
    "cli.bank.read": (
        "{name}：{format}，账户 {account}，{n} 笔，{currency}",
        "{name}: {format}, account {account}, {n} line, {currency}",
        "{name}: {format}, account {account}, {n} lines, {currency}",
    ),
    "cli.bank.done": (
        "已导入：新增 {added} 笔，其中核销 {applied}，待处理 {waiting}，非客户 {ignored}；已有 {known} 笔。",
        "Taken in: {added} new, of them {applied} applied, {waiting} waiting, {ignored} set aside; {known} there already.",
    ),
    "cli.bank.previewed": (
        "预览：新增 {added} 笔，其中可核销 {applied}，待处理 {waiting}，非客户 {ignored}；已有 {known} 笔。没有写入。",
        "Preview: {added} new, of them {applied} to apply, {waiting} to wait, {ignored} to set aside; {known} there already. Nothing was written.",
    ),
}
