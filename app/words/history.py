"""What an action did, for undo and the change log: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "undone": ("撤销：{action}", "Undo: {action}"),
    "redone": ("重做：{action}", "Redo: {action}"),
    "file.migrated": ("公司文件升级到格式 {version}", "Company file brought to format {version}"),
    "sample.build": ("生成示例公司", "Sample company made"),
    "company.created": ("新建公司“{name}”", "Company “{name}” created"),
    "company.edited": ("修改公司资料", "Company profile edited"),
    "setting.chosen": ("更改设置 {name}", "Setting {name} changed"),
    "setting.reset": ("恢复默认设置 {name}", "Setting {name} back to its default"),
    "dunning.marks_set": ("更改“{name}”的催收设置", "Reminder settings of “{name}” changed"),
    "rate.set": ("设置汇率 {currency} {on}", "Rate of {currency} on {on} set"),
    "rate.removed": ("删除汇率 {currency} {on}", "Rate of {currency} on {on} removed"),
    "salesperson.added": ("新增业务员“{name}”", "Salesperson “{name}” added"),
    "salesperson.renamed": ("业务员改名为“{name}”", "Salesperson renamed “{name}”"),
    "salesperson.removed": ("删除业务员“{name}”", "Salesperson “{name}” removed"),
    "region.added": ("新增地区“{name}”", "Region “{name}” added"),
    "region.renamed": ("地区改名为“{name}”", "Region renamed “{name}”"),
    "region.moved": ("移动地区“{name}”", "Region “{name}” moved"),
    "region.removed": ("删除地区“{name}”", "Region “{name}” removed"),
    "customer_group.added": ("新增客户集团“{name}”", "Customer group “{name}” added"),
    "customer_group.renamed": ("客户集团改名为“{name}”", "Customer group renamed “{name}”"),
    "customer_group.moved": ("移动客户集团“{name}”", "Customer group “{name}” moved"),
    "customer_group.removed": ("删除客户集团“{name}”", "Customer group “{name}” removed"),
    "work.done": ("办结一项待办", "A to-do marked done"),
    "work.postponed": ("一项待办推迟到 {until}", "A to-do postponed to {until}"),
    "work.reopened": ("一项待办恢复", "A to-do taken up again"),
}
