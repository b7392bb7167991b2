"""Statements and reports on paper: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # Kinds of documents
    "kind.invoice": ("发票", "Invoice"),
    "kind.refund": ("退款", "Refund"),
    "kind.credit_note": ("贷项（红字）", "Credit note"),
    "kind.receipt": ("收款", "Receipt"),
    "kind.conversion": ("跨币种核销", "Settled in another currency"),
    "kind.write_off": ("核销（坏账）", "Write-off"),
    "kind.write_off.bad_debt": ("核销（坏账）", "Bad debt written off"),
    "kind.write_off.discount": ("现金折扣", "Discount allowed"),
    "kind.write_off.bank_charge": ("银行手续费", "Bank charge"),
    "kind.write_off.tolerance": ("尾差核销", "Small difference"),
    "kind.write_off.exchange": ("汇兑差额", "Exchange difference"),
    "kind.refund.returned": ("付款退回", "Payment returned"),
    "kind.refund.recovery": ("坏账核销转回", "Write-off taken back"),
    # Every page
    "paper.page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "paper.page_subtotal": ("本页小计", "Subtotal, this page"),
    "paper.total": ("合计", "Total"),
    "paper.no_rows": ("没有可列示的记录", "No entries"),
    # Letterhead
    "letterhead.uscc": ("统一社会信用代码 {number}", "Unified social credit code {number}"),
    "letterhead.identifier": ("登记号 {number}", "Reg. no. {number}"),
    "letterhead.phone": ("电话 {phone}", "Tel {phone}"),
    # Statement of account (对账单)
    "statement.title": ("对账单", "Statement of account"),
    "statement.period": ("{start}至 {end}", "{start} to {end}"),
    "statement.number": ("编号 {number}", "Our ref. {number}"),
    "statement.foot": ("截止日 {day}　币种 {currency}", "As of {day} · {currency}"),
    "statement.intro": (
        "截至 {day}，我司账面记录的双方往来及贵司应付款项如下。请核对，并在回执上签章后寄回。",
        "Our records show the following account between us as of {day}. Please check it and return the slip below, signed.",
    ),
    "statement.balance": ("期末应付余额", "Balance due to us"),
    "statement.in_credit": ("贵司贷方余额", "Balance in your favour"),
    "statement.in_words": ("大写", "In words"),
    "statement.overdue": ("已逾期款项", "Overdue items"),
    "statement.unapplied": ("未抵付款项", "Unapplied credits"),
    "statement.movements": ("本期往来", "Movements"),
    "statement.items": ("未付明细", "Open items"),
    "statement.opening": ("期初余额", "Opening balance"),
    "statement.closing": ("本期合计与期末余额", "Totals and closing balance"),
    "statement.instalment": ("第 {seq} 期", "part {seq}"),
    "statement.disputed": ("（争议中）", "(disputed)"),
    "statement.column.date": ("日期", "Date"),
    "statement.column.kind": ("单据", "Document"),
    "statement.column.number": ("单号", "Number"),
    "statement.column.reference": ("摘要", "Reference"),
    "statement.column.debit": ("应收", "Charges"),
    "statement.column.credit": ("收款/抵减", "Credits"),
    "statement.column.running": ("余额", "Balance"),
    "statement.column.due": ("到期日", "Due"),
    "statement.column.late": ("逾期天数", "Days late"),
    "statement.column.original": ("原金额", "Original"),
    "statement.column.open": ("未付金额", "Open"),
    "statement.pay_overdue": (
        "上列已到期款项，请贵司收到本对账单后即予支付；尚未到期的款项，请按约定日期支付。付款时请注明发票号。如款项已付，请附付款凭证告知。",
        "Please pay the overdue items on receipt of this statement and the others on their due dates, quoting the invoice number. If you have already paid, please send us proof of the payment.",
    ),
    "statement.pay_when_due": (
        "上列款项请按约定日期支付，付款时请注明发票号。如款项已付，请附付款凭证告知。",
        "Please pay the items above on their due dates, quoting the invoice number. If you have already paid, please send us proof of the payment.",
    ),
    "statement.settled": (
        "按我司账面记录，双方往来已结清，请核对。",
        "According to our records nothing is outstanding between us; please confirm.",
    ),
    "statement.apply_credit": (
        "所列未抵付款项为我司已收或应减、尚未抵付发票的金额，请告知应抵付的发票。",
        "Unapplied credits are amounts we received or credited and have not yet set against an invoice; please tell us which invoice they are for.",
    ),
    "statement.object": (
        "如对金额或货物有异议，请书面说明所涉发票、金额及理由，以便我司核实处理；无异议的部分仍请按期支付。",
        "If you dispute an amount or the goods, please tell us in writing which invoice and amount, and why, so that we can resolve it; the undisputed part remains payable when due.",
    ),
    "statement.reserve": (
        "本对账单所列金额均为本金，未计入逾期付款违约金及利息。出具、确认本对账单或收取部分款项，均不变更双方合同约定，不视为同意延期付款，亦不构成我司对逾期付款违约金、利息及其他权利的放弃。",
        "All amounts are principal; contractual penalties and late-payment interest are not included. Neither this statement, nor its confirmation, nor acceptance of part payment changes our contract, extends a due date or waives penalties, interest or any other right.",
    ),
    "statement.account_name": ("户　名", "Beneficiary"),
    "statement.bank": ("开户行", "Bank"),
    "statement.account": ("账　号", "Account"),
    "statement.sealed": ("{company}（盖章）", "For {company}"),
    # Reply slip (回执)
    "slip.cut": ("沿虚线裁下，盖章后寄回", "Cut here and return signed"),
    "slip.title": ("回　执", "Reply slip"),
    "slip.number": ("对应编号 {number}", "Statement {number}"),
    "slip.intro": (
        "致 {company}：我司已收到贵司截至 {day}的对账单，所列期末余额 {balances}。",
        "To {company}: we have received your statement as of {day}, closing balance {balances}.",
    ),
    "slip.agreed": (
        "余额无误，到期款项将于 _____ 年 ___ 月 ___ 日前付清",
        "Balance agreed; overdue items will be paid by ___________",
    ),
    "slip.differs": (
        "金额有出入，我司账面余额为 ______________ ，明细附后",
        "Our balance is ________________ (details attached)",
    ),
    "slip.paid": (
        "已于 _____ 年 ___ 月 ___ 日付款 ____________ ，凭证附后",
        "We paid _____________ on __________ (proof attached)",
    ),
    "slip.other": (
        "其他说明 ______________________________",
        "Other: ______________________________",
    ),
    "slip.sealed": ("{customer}（盖章）", "For {customer}"),
    "slip.signer": ("签收人", "Name"),
    "slip.position": ("职务", "Position"),
    "slip.date": ("日期", "Date"),
    # Files
    "export.not_allowed": (
        "未能写入 {path}。该文件可能正被其他程序打开，或没有写入权限。请关闭它，或另选位置。",
        "Could not write {path}. It may be open in another program, or writing is not allowed there. Close it or choose another place.",
    ),
    "export.no_folder": (
        "未能写入 {path}：文件夹不存在。请另选位置。",
        "Could not write {path}: the folder does not exist. Choose another place.",
    ),
    "export.is_folder": (
        "{path} 是文件夹，没有写入。请在后面加上文件名。",
        "{path} is a folder; nothing was written. Add a file name to it.",
    ),
    "export.onto_company": (
        "{path} 是公司文件或数据库，不能用导出的文件覆盖，未作改动。请换一个文件名。",
        "{path} is a company file or a database; an export must not replace it, and it was not touched. Choose another name.",
    ),
    "export.disk_full": (
        "磁盘空间不足，{path} 未写入。请清理空间或另选位置后重试。",
        "The disk is full; {path} was not written. Free some space or choose another place, then try again.",
    ),
    "export.failed": (
        "未能写入 {path}（{reason}）。原有文件未改动，请重试或另选位置。",
        "Could not write {path} ({reason}). Any earlier file is unchanged; try again or choose another place.",
    ),
    "export.too_many_rows": (
        "共 {rows} 行，超过一张工作表的 {limit} 行。请先筛选，或导出 CSV。",
        "{rows} rows do not fit one sheet of {limit}. Filter first, or export CSV.",
    ),
    "table.bad_row": (
        "第 {row} 行与 {columns} 个列的定义不符，未能导出。",
        "Row {row} does not fit the {columns} columns; nothing was exported.",
    ),
    "amount_words.too_large": (
        "金额超过可写成大写的上限（{largest}）。",
        "The amount is too large to be written in words (limit {largest}).",
    ),
    "rejects.sheet": ("未导入的行", "Rows not imported"),
    "rejects.reason": ("未导入原因", "Why it was not imported"),
    "rejects.row": ("原文件行号", "Row in the file"),
}
