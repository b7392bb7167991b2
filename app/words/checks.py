"""What a check of the company file found: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "check.running": ("正在检查公司文件", "Checking the company file"),
    "check.sound": (
        "文件完好：结构、引用、核销与账龄全部一致。",
        "The file is sound: structure, references, allocations and aging all agree.",
    ),
    "check.found": ("发现 {n} 处不一致：", "{n} thing does not agree:", "{n} things do not agree:"),
    "check.damaged": (
        "文件结构已损坏（{detail}）。请勿继续录入，先用“另存副本”留底，再打开最近的备份。",
        "The file's structure is damaged ({detail}). Enter nothing more: save a copy, then open the latest backup.",
    ),
    "check.reference": (
        "表 {table} 第 {row} 行引用了 {missing} 中不存在的记录。请打开最近的备份核对。",
        "Row {row} of {table} refers to a record missing from {missing}. Compare with the latest backup.",
    ),
    "check.open": (
        "{number} 记录的未清金额 {open} 与核销结果 {right} 不符。编辑并保存该单据即可重算。",
        "{number}: the kept open amount {open} is not {right}, which the allocations give. Edit and save it to work it out anew.",
    ),
    "check.part_open": (
        "{number} 某期的未清金额 {open} 与核销结果 {right} 不符。编辑并保存该单据即可重算。",
        "{number}: an instalment's kept open amount {open} is not {right}, which the allocations give. Edit and save it to work it out anew.",
    ),
    "check.exceeds": (
        "{number} 金额为 {amount}，却已核销 {used}。请撤销多出的核销。",
        "{number} is for {amount}, yet {used} is allocated. Take back what is too much.",
    ),
    "check.part_exceeds": (
        "{number} 某期金额为 {amount}，却已核销 {used}。请撤销多出的核销。",
        "{number}: an instalment is for {amount}, yet {used} is allocated. Take back what is too much.",
    ),
    "check.predates": (
        "{credit} 对 {debit} 的核销日期 {day} 早于单据日期。请撤销后重新核销。",
        "{credit} is allocated to {debit} on {day}, before one of them existed. Take it back and allocate again.",
    ),
    "check.sides": (
        "{credit} 与 {debit} 的核销方向、客户或金额不一致。请撤销后重新核销。",
        "The allocation of {credit} to {debit} does not agree in side, customer or amount. Take it back and allocate again.",
    ),
    "check.deleted_side": (
        "{credit} 与 {debit} 中有一张已删除，核销却仍有效。请撤销该核销。",
        "{credit} or {debit} was deleted, yet the allocation between them still counts. Take it back.",
    ),
    "check.loose_part": (
        "{credit} 对 {debit} 的核销没有落到正确的分期上。请撤销后重新核销。",
        "The allocation of {credit} to {debit} does not name the right instalment. Take it back and allocate again.",
    ),
    "check.plan_sum": (
        "{number} 金额为 {amount}，各期合计却为 {parts}。请修改分期计划。",
        "{number} is for {amount}, yet its instalments sum to {parts}. Correct the plan.",
    ),
    "check.no_customer": (
        "{number} 所属的客户“{customer}”已在回收站。请恢复该客户。",
        "{number} belongs to “{customer}”, who is in the bin. Restore the customer.",
    ),
    "check.altered_content": (
        "附件“{name}”的内容被人在程序之外换过：与存入时不符。请从备份中取回，或移除该附件。",
        "The content of the attachment “{name}” was exchanged outside the program: it is not what was put in. Get it from a backup, or remove it.",
    ),
    "check.altered_picture": (
        "{what}被人在程序之外换过或删去，函件上不再有它。请在“设置 → 函件抬头”中重新选择。",
        "The {what} was exchanged or taken away outside the program; letters go without it. Choose it again under Settings → Letterhead.",
    ),
    "check.tripped": (
        "有一项检查（{check}）因上述问题无法完成。请先按上面各条处理，再检查一次。",
        "One check ({check}) could not be finished because of what is named above. Deal with that first, then check again.",
    ),
    "check.lost_content": (
        "附件“{name}”的内容不在公司文件中。请从备份中取回，或移除该附件。",
        "The content of the attachment “{name}” is missing from the file. Get it from a backup, or remove it.",
    ),
    "check.aging": (
        "{day} 的账龄合计 {aged} 与账面余额 {booked} 不符。请先处理以上各项。",
        "On {day} the aging sums to {aged}, the books to {booked}. Mend the other findings first.",
    ),
    "check.binned_customer": (
        "客户“{customer}”已在回收站，其{what}却仍有效。请恢复该客户，需要时再重新删除。",
        "“{customer}” is in the bin, yet its {what} still counts. Restore the customer; remove it again if it is to go.",
    ),
    "check.limit_twice": (
        "“{owner}”有两个自 {day} 起的额度，无法判断以哪个为准。请撤回其中一个。",
        "“{owner}” has two limits from {day} on, and nobody can say which holds. Withdraw one of them.",
    ),
    "check.limit_unclear": (
        "“{owner}”自 {day} 起的额度，其状态、金额、期限或对象自相矛盾。请撤回并重新核定。",
        "The limit of “{owner}” from {day} on contradicts itself in state, amount, dates or owner. Withdraw it and grant it anew.",
    ),
    "check.override_far": (
        "“{customer}”{day} 的等级调整由 {was} 至 {now}，超出允许的两级。请终止该调整，并打开最近的备份核对。",
        "The override of {day} for “{customer}” goes from {was} to {now}, which is not within two notches. End it, and compare with the latest backup.",
    ),
    "check.override_astray": (
        "“{customer}”{day} 的等级调整（{was} 至 {now}）与其评分不对应。请终止该调整，并打开最近的备份核对。",
        "The override of {day} for “{customer}” ({was} to {now}) does not fit its assessment. End it, and compare with the latest backup.",
    ),
    "check.override_long": (
        "“{customer}”{day} 的等级调整有效至 {end}，晚于评分的 {until}。请终止该调整。",
        "The override of {day} for “{customer}” runs until {end}, longer than its assessment ({until}). End it.",
    ),
    "check.order_negative": (
        "“{customer}”的订单“{number}”含有负数金额。请编辑该订单。",
        "The order “{number}” of “{customer}” has a negative amount. Edit it.",
    ),
    "check.release_exceeds": (
        "“{customer}”{day} 的订单核查金额为 {amount}，放行却为 {released} 或没有放行人。请打开最近的备份核对，并重新核查。",
        "The order check of {day} for “{customer}” was about {amount}, yet {released} was released, or by nobody. Compare with the latest backup and check again.",
    ),
    "check.check_astray": (
        "“{customer}”{day} 的核查指向另一客户的订单“{number}”。请打开最近的备份核对，并重新核查。",
        "The check of {day} for “{customer}” is about another customer's order “{number}”. Compare with the latest backup and check again.",
    ),
    "check.alert_twice": (
        "“{customer}”{day} 有一条预警因同一原因出现两次。请确认其中一条。",
        "A warning about “{customer}” of {day} stands twice for one cause. Acknowledge one of them.",
    ),
    "check.card_changed": (
        "评分卡“{card}”第 {version} 版的内容与发布时不符。请打开最近的备份核对，并重新发布。",
        "Version {version} of the scorecard “{card}” is not what was published. Compare with the latest backup and publish it again.",
    ),
    "check.score": (
        "“{customer}”{day} 的评分记录为 {kept}，按存储的答案重算却为 {now}。请打开最近的备份核对，或重新评分。",
        "The assessment of “{customer}” of {day} says {kept}, its stored answers give {now}. Compare with the latest backup, or score anew.",
    ),
    "check.score_lost": (
        "“{customer}”{day} 的评分无法重算：{why}请重新评分。",
        "The assessment of “{customer}” of {day} cannot be scored again: {why} Score anew.",
    ),
    "statement.building": ("正在准备对账单", "Preparing statements"),
    "statement.nobody": (
        "没有可出对账单的客户。请先选择客户。",
        "There is no customer to make a statement for. Choose one first.",
    ),
    "export.format": (
        "不能写出“{format}”格式。可用的格式：{known}。",
        "The format “{format}” cannot be written. Use one of: {known}.",
    ),
}
