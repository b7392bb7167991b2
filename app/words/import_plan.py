"""What an import would do and did: (Chinese, English) per code; a third text is the English plural."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # what was done, in the history
    "import.customers": (
        "从“{source}”导入客户（{n} 行）",
        "Customers imported from “{source}” ({n} row)",
        "Customers imported from “{source}” ({n} rows)",
    ),
    "import.invoices": (
        "从“{source}”导入应收单据（{n} 张）",
        "Documents imported from “{source}” ({n})",
    ),
    "import.receipts": (
        "从“{source}”导入收款（{n} 笔）",
        "Receipts imported from “{source}” ({n})",
    ),
    "import.snapshot": (
        "按“{source}”更新 {day} 的全部未清项（{n} 张新增或变更）",
        "All open items of {day} taken from “{source}” ({n} new or changed)",
    ),
    "import.mapping_kept": ("记住“{source}”的列对应", "Columns of “{source}” remembered"),
    # progress
    "import.step_plan": ("正在与账目核对", "Comparing with the ledger"),
    "import.step_write": ("正在写入", "Writing"),
    # actions
    "import.action_new": ("新增", "New"),
    "import.action_skip": ("跳过", "Skip"),
    "import.action_change": ("变更", "Change"),
    "import.action_problem": ("须处理", "To resolve"),
    "import.action_new_customer": ("新客户", "New customer"),
    "import.action_update_customer": ("更新客户", "Update customer"),
    # why a row is left out
    "import.already_there": ("账中已有，内容相同", "Already in the ledger, the same"),
    "import.change_not_accepted": (
        "账中已有但内容不同，变更未被接受",
        "In the ledger with other values; the change was not accepted",
    ),
    "import.duplicate_row": (
        "与第 {first} 行相同，只导入一次；确属两笔时请选择保留",
        "Same as row {first}, imported once; keep it if there really are two",
    ),
    "import.same_customer": (
        "与第 {first} 行是同一客户“{name}”，已合并",
        "Same customer “{name}” as row {first}, taken together",
    ),
    # what must be resolved
    "import.number_twice": (
        "单号 {number} 在第 {first} 行已出现且内容不同。请更正单号，或跳过此行",
        "Number {number} already stands in row {first} with other values. Correct it or leave this row out",
    ),
    "import.customer_conflict": (
        "“{name}”：按{by}应为“{first}”，按{other_by}应为“{second}”。请指定客户",
        "“{name}”: by {by} it is “{first}”, by {other_by} “{second}”. Choose the customer",
    ),
    "import.customer_ambiguous": (
        "有 {n} 个客户都符合“{name}”。请指定客户，或在文件中加上客户编码",
        "{n} customers fit “{name}”. Choose one, or add customer codes to the file",
    ),
    "import.identifier_differs": (
        "“{name}”的税号是 {identifier}，账中“{other}”的税号是 {known}。请指定是同一客户还是新客户",
        (
            "“{name}” has tax number {identifier}, “{other}” in the ledger has {known}. "
            "Say whether it is the same customer or a new one"
        ),
    ),
    "import.currency_of_settled": (
        "单号 {number} 的币种由 {before} 改为 {after}，但该单已有核销或分期。请先在账中撤销，或跳过此行",
        (
            "{number} would change from {before} to {after}, but it is settled or has a plan. "
            "Undo that in the ledger first, or leave this row out"
        ),
    ),
    "import.amount_of_plan": (
        "单号 {number} 有分期计划，金额不能由导入更改。请在单据上修改，或跳过此行",
        (
            "{number} has an instalment plan, so an import cannot change its amount. "
            "Change it on the document, or leave this row out"
        ),
    ),
    "import.amount_below_settled": (
        "单号 {number} 的金额改为 {amount}，低于已核销的 {settled}。请先撤销多余的核销，或跳过此行",
        (
            "{number} would come down to {amount}, below the {settled} already settled. "
            "Take back the excess first, or leave this row out"
        ),
    ),
    "import.dated_after_settled": (
        "单号 {number} 的日期改为 {day}，晚于它首次核销的 {first}。请核对日期，或跳过此行",
        (
            "{number} would be dated {day}, after its first settlement on {first}. "
            "Check the date, or leave this row out"
        ),
    ),
    # what should be looked at
    "import.customer_near": (
        "“{name}”将作为新客户，可能就是“{other}”（{why}）",
        "“{name}” will be a new customer; it may be “{other}” ({why})",
    ),
    "import.code_differs": (
        "“{name}”与账中客户同名，但编码是 {code}，账中为 {known}；将作为新客户",
        "“{name}” is the name of a customer with code {known}, not {code}; it will be a new customer",
    ),
    "import.name_differs": (
        "按{by}认定为“{other}”，文件中的名称是“{name}”",
        "Taken for “{other}” by {by}; the file calls it “{name}”",
    ),
    "import.evidence_identifier": ("税号", "tax number"),
    "import.evidence_code": ("编码", "code"),
    "import.evidence_name": ("名称", "name"),
    "import.near_same": ("写法不同", "written differently"),
    "import.near_legal_form": ("公司类型不同", "another legal form"),
    "import.near_place": ("地名有无不同", "with or without a place"),
    "import.near_contained": ("名称互相包含", "one name within the other"),
    "import.near_spelling": ("个别字不同", "a letter or two differ"),
    "import.terms_unread": (
        "看不懂账期“{terms}”，到期日改按客户或公司的账期计算",
        "The terms “{terms}” cannot be read; the due date follows the customer's or the company's",
    ),
    "import.due_by_company_terms": (
        "{n} 张单据没有到期日和账期，按公司默认账期“{terms}”计算到期日",
        "{n} document without due date or terms falls due by the company's “{terms}”",
        "{n} documents without due date or terms fall due by the company's “{terms}”",
    ),
    "import.receipt_inferred": (
        "账中已推定一笔同额结清（{day}）；接受后由这笔实际收款取代",
        "A settlement of this amount was inferred on {day}; accept to put this receipt in its place",
    ),
    # snapshots
    "import.snapshot_not_invoices": (
        "只有应收明细才能作为某日的全部未清项",
        "Only a file of invoices can be all open items of a day",
    ),
    "import.snapshot_old": (
        "这份文件是 {day} 的，账中已有 {newest} 的未清项。请按普通方式导入，或先撤销较新的那次",
        (
            "This file is of {day}, but open items of {newest} are already in. "
            "Import it the ordinary way, or undo the newer one first"
        ),
    ),
    "import.snapshot_future": (
        "未清项日期 {day} 晚于今天（{today}）。请更正日期",
        "The day {day} lies after today ({today}). Correct the day",
    ),
    "import.snapshot_empty": (
        "文件中没有任何单据；作为全部未清项导入会结清所有客户，已停止",
        "The file holds no document; taken as all open items it would settle every customer, so it is refused",
    ),
    "import.snapshot_unresolved": (
        "有 {n} 行无法读取。作为全部未清项导入时，这些行会被当作已结清；请先处理",
        "{n} row cannot be used. Taken as all open items, it would count as paid; resolve it first",
        "{n} rows cannot be used. Taken as all open items, they would count as paid; resolve them first",
    ),
    "import.snapshot_reopens": (
        "{number} 又出现在文件中，撤回推定的结清，未清 {open}",
        "{number} is back in the file: the inferred settlement is taken back, {open} is open",
    ),
    "import.snapshot_open_more": (
        "{number} 在文件中未清 {open}，账中因已登记的收款只剩 {ours}；接受变更才会撤回核销",
        (
            "{number} is open at {open} in the file; with the receipts recorded here {ours} is left. "
            "Accept the change to take those back"
        ),
    ),
    "import.snapshot_above_amount": (
        "{number} 在文件中未清 {open}，高于账中可恢复的 {ours}；请核对单据金额",
        "{number} is open at {open} in the file, more than the {ours} it can have here; check its amount",
    ),
    "import.snapshot_settled_later": (
        "{number} 有 {amount} 在该日之后才核销，未作推定",
        "{number}: {amount} was settled after that day, so nothing is inferred for it",
    ),
    "import.dated_after_snapshot": (
        "{number} 的日期 {day} 晚于未清项日期 {snapshot}",
        "{number} is dated {day}, after the day of the open items, {snapshot}",
    ),
    "import.plan_stale": (
        "核对之后账目有了变动，尚未写入。请重新核对",
        "The ledger has changed since this was checked, and nothing was written. Check again",
    ),
}
