"""Closed months: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "period.closed": ("结账至 {month}", "Month {month} closed, and all before it"),
    "period.reopened": (
        "重新打开 {month}（至 {until}）：{reason}",
        "Months {month} to {until} opened again: {reason}",
    ),
    "period.month_closed": (
        "{month} 已结账（截至 {through}），{what}“{label}”（{day}）不能再新增、修改、删除或撤销。确需更正时，请在“设置 → 结账”中写明原因重新打开 {month}，改完再结账。",
        "{month} is closed (to {through}): {what} “{label}” of {day} can no longer be entered, changed, deleted or undone. To correct it, open {month} again under Settings → Closed months with a reason, and close it afterwards.",
    ),
    "period.row_closed": (
        "第 {row} 行的日期 {day} 属于已结账的 {month}（截至 {through}）。请改日期、跳过该行，或先在“设置 → 结账”中写明原因重新打开 {month}。",
        "Row {row} is dated {day}, in {month}, which is closed (to {through}). Correct the day, leave the row out, or open {month} again under Settings → Closed months with a reason.",
    ),
    "period.row_changes_closed": (
        "第 {row} 行要改动 {number} 的金额、日期、币种或客户，而它属于已结账的 {month}（截至 {through}）。请跳过该行，或先在“设置 → 结账”中写明原因重新打开 {month}。",
        "Row {row} would change amount, day, currency or customer of {number}, which is of {month}, closed (to {through}). Leave the row out, or open {month} again under Settings → Closed months with a reason.",
    ),
    "period.import_settles": (
        "该文件会改动 {day} 的核销，而 {month} 已结账（截至 {through}）。请先在“设置 → 结账”中写明原因重新打开 {month}，或改用之后日期的文件。",
        "The file settles items on {day} or takes such back, yet {month} is closed (to {through}). Open {month} again under Settings → Closed months with a reason, or take a file of a later day.",
    ),
    "period.bad_month": (
        "“{text}”不是月份。请写成 2025-11 这样。",
        "“{text}” is no month. Write it as 2025-11.",
    ),
    "period.not_over": (
        "{month} 还没有过完，不能结账。",
        "{month} is not over yet and cannot be closed.",
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
    "period.by_its_own": (
        "结账月份只能通过“结账”和“重新打开”更改。",
        "Closed months are changed only by closing them and opening them again.",
    ),
    "setting_name.closed_through": ("“已结账月份”", "“closed months”"),
}
