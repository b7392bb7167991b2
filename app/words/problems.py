"""What goes wrong anywhere: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "record.missing": (
        "这条{what}已不存在，可能刚被删除或撤销。请刷新后再试。",
        "This {what} is no longer there; it may just have been deleted or undone. Refresh and try again.",
    ),
    "record.changed": (
        "这条{what}在您打开后已被修改，为免覆盖，这次改动没有保存。请重新打开后再改。",
        (
            "This {what} was changed after you opened it; to avoid overwriting that, your change was not "
            "saved. Open it again and repeat it."
        ),
    ),
    "undo.nothing": ("没有可撤销的操作。", "There is nothing to undo."),
    "redo.nothing": ("没有可重做的操作。", "There is nothing to redo."),
    "undo.done": ("“{action}”已经撤销过了。", "“{action}” has been undone already."),
    "undo.irreversible": (
        "“{action}”不能撤销。",
        "“{action}” cannot be undone.",
    ),
    "undo.conflict": (
        "无法撤销：{what}“{label}”之后又有改动（{action}，{actor}，{at}）。没有任何改动。请先撤销那次操作，或手工修改。",
        (
            "Cannot undo: {what} “{label}” has been changed since ({action}, {actor}, {at}). "
            "Nothing was done. Undo that action first, or make the change by hand."
        ),
    ),
    "undo.conflict_outside": (
        "无法撤销：{what}“{label}”与记录的内容不符，可能被其他程序改动。没有任何改动。请运行“检查公司文件”。",
        (
            "Cannot undo: {what} “{label}” is not as the history left it; another program may have changed "
            "it. Nothing was done. Run the check of the company file."
        ),
    ),
    "money.currency_mix": (
        "{a} 与 {b} 不能直接相加，请先按汇率折算。",
        "{a} and {b} cannot be added up; convert one of them first.",
    ),
    "money.too_many_decimals": (
        "{amount} 的小数位多于 {currency} 的最小单位。请改为该币种允许的小数位。",
        "{amount} has more decimals than {currency} allows. Enter it to the currency's smallest unit.",
    ),
    "money.not_a_number": (
        "“{text}”不是金额。请写数字，如 1,200.50 或 3.5万。",
        "“{text}” is not an amount. Write figures, such as 1,200.50.",
    ),
    "money.bad_weights": (
        "分摊比例无效：不能为负，且合计须大于零。",
        "These shares cannot split an amount: none may be negative and their sum must be above zero.",
    ),
    "company.picture_kind": (
        "“{name}”不是 PNG 或 JPEG 图片，请换一个文件。",
        "“{name}” is not a PNG or JPEG picture; choose another file.",
    ),
    "company.name_missing": ("请填写公司名称。", "Enter the company's name."),
    "company.currency_unknown": (
        "“{currency}”不是可用的币种，请选择 ISO 币种代码（如 CNY）。",
        "“{currency}” is not a known currency; choose an ISO code such as CNY.",
    ),
    "aging.bad_buckets": (
        "账龄段须为 1 到 5 个递增的天数，每个在 1 到 9999 之间（如 30、60、90）。",
        "Bucket limits must be one to five increasing numbers of days from 1 to 9999, such as 30, 60, 90.",
    ),
    "company.currency_in_use": (
        "账上已有单据，不能更换本位币 {currency}。如需更换，请新建公司文件并导入。",
        (
            "The base currency {currency} cannot be changed once there are documents. "
            "Make a new company file and import into it."
        ),
    ),
    "rate.not_positive": ("汇率必须大于零。", "A rate must be above zero."),
    "rate.own_currency": (
        "{currency} 是本位币，不需要汇率。",
        "{currency} is the base currency and needs no rate.",
    ),
    "label.empty": ("请填写名称。", "Enter a name."),
    "label.taken": ("“{name}”已存在，请换一个名称。", "“{name}” already exists; choose another name."),
    "label.in_use": (
        "“{name}”仍被 {n} 条记录使用，不能删除。请先将这些记录改到别处。",
        "“{name}” is still used by {n} record and cannot be removed. Move that record first.",
        "“{name}” is still used by {n} records and cannot be removed. Move those records first.",
    ),
    "label.own_ancestor": (
        "“{name}”不能放在自己或自己的下级之下。",
        "“{name}” cannot be placed below itself.",
    ),
    "record.company": ("公司资料", "company profile"),
    "record.customer": ("客户", "customer"),
    "record.contact": ("联系人", "contact"),
    "record.identifier": ("证照号码", "identifier"),
    "record.alias": ("客户别名", "alias"),
    "record.salesperson": ("业务员", "salesperson"),
    "record.region": ("地区", "region"),
    "record.customer_group": ("客户集团", "customer group"),
    "record.document": ("单据", "document"),
    "record.instalment": ("分期", "instalment"),
    "record.allocation": ("核销", "allocation"),
    "record.dispute": ("争议", "dispute"),
    "record.promise": ("付款承诺", "promise"),
    "record.rate": ("汇率", "exchange rate"),
    "record.import_mapping": ("导入对照", "import mapping"),
    "record.snapshot": ("未清快照", "open-items snapshot"),
    "record.setting": ("设置", "setting"),
    "record.work_mark": ("待办标记", "mark on the work list"),
    "record.letter_template": ("函件模板", "letter template"),
    "record.rate_entry": ("利率", "interest rate"),
    "record.stored_interest_rule": ("利息规则", "interest rule"),
    "record.profile": ("企业概况", "company profile of a customer"),
    "record.financial_statement": ("财务报表", "financial statement"),
    "record.bank_flow": ("银行流水汇总", "bank-flow summary"),
    "record.certification": ("资质证书", "certificate"),
    "record.contract_point": ("合同要点", "point of the contract"),
    "record.external_rating": ("外部评级", "external rating"),
    "record.external_event": ("外部事件", "external event"),
    "record.alert": ("预警", "warning"),
    "record.loss_case": ("案例", "case"),
}
