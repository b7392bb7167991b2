"""Closed months: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "period.closed": ("结账至 {month}", "Month {month} closed, and all before it"),
    "period.reopened": (
        "重新打开 {month}（至 {until}）：{reason}",
        "Months {month} to {until} opened again: {reason}",
    ),
    "period.way": (
        "请在“设置 → 结账”中写明原因重新打开 {month}，改完再结账",
        "open {month} again under Settings → Closed months with a reason, and close it afterwards",
    ),
    "cli.period.way": (
        "请运行 holdfast reopen-month 文件 {month} --reason 原因，改完再结账",
        "run holdfast reopen-month FILE {month} --reason TEXT, and close it afterwards",
    ),
    "period.month_closed": (
        "{month} 已结账（截至 {through}），{what}“{label}”（{day}）不能再新增、修改、删除或撤销。确需更正时，{way}。",
        "{month} is closed (to {through}): {what} “{label}” of {day} can no longer be entered, changed, deleted or undone. To correct it, {way}.",
    ),
    "period.due_closed": (
        "改动 {number} 的到期日或分期，会改变 {month} 的账龄或付款天数，而它已结账（截至 {through}）。与客户新约定的付款日，请登记付款承诺或还款计划，到期日保持不变；确属录错时，{way}。",
        "Another due date, or other instalments, of {number} would change the figures of {month}, which is closed (to {through}). What the customer agreed to since is a promise or a payment plan; the due date stays. To correct a mistake, {way}.",
    ),
    "period.dispute_closed": (
        "“{label}”的争议（{day}）计入 {month} 的数字，而它已结账（截至 {through}）。请把日期写成 {first} 或以后，或结束这条争议另登一条；确需更正时，{way}。",
        "The dispute of “{label}” of {day} counts in the figures of {month}, which is closed (to {through}). Date it {first} or later, or end it and enter another; to correct it, {way}.",
    ),
    "period.row_closed": (
        "第 {row} 行的日期 {day} 属于已结账的 {month}（截至 {through}）。请改日期、跳过该行，或者{way}。",
        "Row {row} is dated {day}, in {month}, which is closed (to {through}). Correct the day, leave the row out, or {way}.",
    ),
    "period.row_changes_closed": (
        "第 {row} 行要改动 {number} 的金额、日期、币种或客户，而它属于已结账的 {month}（截至 {through}）。请跳过该行，或者{way}。",
        "Row {row} would change amount, day, currency or customer of {number}, which is of {month}, closed (to {through}). Leave the row out, or {way}.",
    ),
    "period.row_changes_due": (
        "第 {row} 行要改动 {number} 的到期日，会改变已结账的 {month} 的账龄或付款天数（截至 {through}）。请跳过该行；与客户新约定的付款日请登记付款承诺或还款计划；确属录错时，{way}。",
        "Row {row} has another due date for {number}, which would change the figures of {month}, closed (to {through}). Leave the row out; what the customer agreed to since is a promise or a payment plan. To correct a mistake, {way}.",
    ),
    "period.import_settles": (
        "该文件会改动 {day} 的核销，而 {month} 已结账（截至 {through}）。请改用之后日期的文件，或者{way}。",
        "The file settles items on {day} or takes such back, yet {month} is closed (to {through}). Take a file of a later day, or {way}.",
    ),
    "period.bad_month": (
        "“{text}”不是月份。请写成 2025-11 这样。",
        "“{text}” is no month. Write it as 2025-11.",
    ),
    "period.not_over": (
        "{month} 还没有过完，不能结账。请在月末以后结账，或先结以前的月份。",
        "{month} is not over yet and cannot be closed. Close it when it is, or close an earlier month.",
    ),
    "period.already": (
        "{month} 已结账（截至 {through}）。",
        "{month} is closed already (to {through}).",
    ),
    "period.is_open": (
        "{month} 没有结账，无需重新打开。",
        "{month} is not closed; there is nothing to open.",
    ),
    "period.reason_missing": (
        "请写明重新打开的原因（至少 {least} 个字）。原因会永久留在变更记录里。",
        "Say why it is opened again (at least {least} characters). The reason stays in the history for good.",
    ),
    "period.unreadable": (
        "读不出哪些月份已结账（文件在程序之外被改过）。为免改动已结账的月份，账目暂时不能更改。请在“设置 → 结账”中重新结账，或运行 holdfast close-month 文件 月份。",
        "Which months are closed can no longer be read: the file was changed outside the program. So that no closed month changes, the books stand still until the last closed month is closed again, under Settings → Closed months or by holdfast close-month FILE MONTH.",
    ),
    "period.by_its_own": (
        "结账月份只能通过“结账”和“重新打开”更改。",
        "Closed months are changed only by closing them and opening them again.",
    ),
    "setting_name.closed_through": ("“已结账月份”", "“closed months”"),
}
