"""The command line: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # Help
    "cli.usage": ("用法：", "Usage: "),
    "cli.about": (
        "Holdfast 稳账：谁欠多少、欠了多久，今天该催谁。不带命令时打开窗口。",
        "Holdfast: who owes what since when, and whom to chase today. Without a command it opens the window.",
    ),
    "cli.arguments": ("参数", "Arguments"),
    "cli.options": ("选项", "Options"),
    "cli.commands": ("命令", "Commands"),
    "cli.metavar.command": ("命令", "COMMAND"),
    "cli.about.demo": (
        "建立示例公司，写出它的账龄表、对账单和当日催款函；有显示器时打开窗口。",
        "Build the sample company, write its aging, statements and the day's letters, and open the window where there is a display.",
    ),
    "cli.about.new": ("新建公司文件。", "Make a new company file."),
    "cli.about.import": (
        "把客户、发票或收款文件导入公司文件。",
        "Import a file of customers, invoices or receipts into a company file.",
    ),
    "cli.about.aging": ("任一截止日的应收账龄。", "Receivables aging as of any date."),
    "cli.about.statement": ("一家客户的对账单（PDF）。", "One customer's statement of account as a PDF."),
    "cli.about.credit-report": ("一家客户的信用报告（PDF）。", "One customer's credit report as a PDF."),
    "cli.about.check": (
        "检查公司文件是否完好、各项金额是否相符。",
        "Check that a company file is sound and its figures agree.",
    ),
    "cli.about.proof": (
        "导出变更记录证明（各条记录的指纹），请存放在公司文件之外。",
        "Export a proof of the history (the fingerprints of its entries), to be kept away from the file.",
    ),
    "cli.about.close-month": (
        "结账：该月及以前的账目不能再改；不写月份则列出各月。",
        "Close a month: its books and all before stand still; without a month tell how the months stand.",
    ),
    "cli.about.reopen-month": (
        "写明原因，重新打开一个已结账的月份及其后各月。",
        "Open a closed month and all after it again, with a reason.",
    ),
    "cli.help.proof": (
        "再与这份导出的证明核对",
        "hold the history against this exported proof as well",
    ),
    "cli.help.head": (
        '再与打印的指纹核对，如 "1234 3f9a c01b 22e1 90ab"',
        'hold the history against a printed fingerprint as well, such as "1234 3f9a c01b 22e1 90ab"',
    ),
    "cli.help.proof_out": ("证明写到哪个文件", "the file to write the proof to"),
    "cli.help.close_month": (
        "月份，如 2025-11（省略则列出）",
        "the month, such as 2025-11 (left out: tell all)",
    ),
    "cli.help.month": ("月份，如 2025-11", "the month, such as 2025-11"),
    "cli.help.reason": ("原因，永久留在变更记录里", "the reason; it stays in the history for good"),
    "cli.closed_through": ("已结账至 {day}。", "The books are closed to {day}."),
    "cli.opened_again": (
        "已重新打开 {n} 个月：{months}。改完请再结账。",
        "{n} month opened again: {months}. Close it when done.",
        "{n} months opened again: {months}. Close them when done.",
    ),
    "cli.months.month": ("月份", "month"),
    "cli.months.documents": ("单据", "documents"),
    "cli.months.waiting": ("待入账银行流水", "bank lines waiting"),
    "cli.months.state": ("状态", "state"),
    "cli.months.closed": ("已结账", "closed"),
    "cli.months.open": ("未结账", "open"),
    "cli.help.help": ("显示本帮助", "show this help"),
    "cli.help.lang": (
        "语言：zh 中文，en 英文（默认随系统）",
        "language: zh Chinese, en English (default: the system's)",
    ),
    "cli.help.version": ("显示版本", "show the version"),
    "cli.help.file": ("公司文件（*.holdfast）", "the company file (*.holdfast)"),
    "cli.help.source": (
        "要导入的文件：CSV、TSV、XLSX、XLSM、XLS、ODS",
        "the file to import: CSV, TSV, XLSX, XLSM, XLS or ODS",
    ),
    "cli.help.out": (
        "写到哪个文件夹（demo 默认 holdfast-demo）",
        "the folder to write to (demo by default: holdfast-demo)",
    ),
    "cli.help.no_window": ("不打开窗口", "do not open the window"),
    "cli.help.scale": (
        "只把示例公司放大 N 倍写成公司文件，供测速（334 倍约为两万客户、一百万张发票）",
        "only write the sample company N times over, for benchmarks (334: 20,000 customers, a million invoices)",
    ),
    "cli.help.name": ("公司名称", "the company's name"),
    "cli.help.currency": ("本位币，如 CNY", "the base currency, such as CNY"),
    "cli.help.kind": (
        "文件内容：客户、发票（含红字）或收款（默认按表头判断）",
        "what the file holds (default: told from its column titles)",
    ),
    "cli.help.snapshot_of": (
        "声明该文件是这一天的全部未清项；消失的项目视为已结清",
        "the file lists all items open on this day; those that vanished are settled",
    ),
    "cli.help.mapping": ("列对照（JSON 文件）", "column mapping as a JSON file"),
    "cli.help.allocate": (
        "收款核销发票的方法，依次尝试：所列发票号、相同金额、先到期先销（默认三种）；none 表示不核销",
        "how receipts find invoices, tried in this order (default: all three); none leaves them unallocated",
    ),
    "cli.help.accept_changes": (
        "已有单据若有改动，以文件为准",
        "take over what the file changes in existing documents",
    ),
    "cli.help.match": (
        "文件里的客户是账上哪一家，可重复；CODE 写 new 表示新建",
        "which known customer a name in the file is, may be repeated; CODE new adds it as a new one",
    ),
    "cli.help.rejects": (
        "导入无误的行，把有问题的行连同原因写入该 XLSX",
        "import the good rows and write the others with their reasons to this XLSX",
    ),
    "cli.help.dry_run": ("只预览，不写入", "preview only; write nothing"),
    "cli.help.json": ("以 JSON 输出", "print JSON"),
    "cli.day_to_come": (
        "{day} 还没到（今天是 {today}），账里还没有那天的情况。请用今天或以前的日期。",
        "{day} is still to come (today is {today}) and the books do not reach it. Give today or an earlier day.",
    ),
    "cli.help.as_of": ("截止日，如 2025-12-31", "the as-of date, such as 2025-12-31"),
    "cli.help.basis": ("账龄起算：due 到期日，invoice 开票日期", "age from the due or the invoice date"),
    "cli.help.buckets": (
        "账龄段上限天数，如 30,60,90（默认用公司设置）",
        "upper limits of the buckets in days, such as 30,60,90 (default: the company's)",
    ),
    "cli.help.by": ("按什么分行", "what one row stands for"),
    "cli.help.in_base": ("外币折算为本位币", "convert other currencies to the base currency"),
    "cli.help.pdf": ("写成 PDF", "write a PDF"),
    "cli.help.xlsx": ("写成 XLSX", "write an XLSX"),
    "cli.help.csv": ("写成 CSV", "write a CSV"),
    "cli.help.customer": ("客户编码", "the customer's code"),
    "cli.help.start": (
        "对账单的起始日（默认为上一季度的第一天）",
        "first day of the statement (default: the first day of the quarter before)",
    ),
    # Faults of the call
    "cli.missing_arguments": (
        "缺少参数：{names}。用“{program} --help”查看用法。",
        "Missing: {names}. See “{program} --help”.",
    ),
    "cli.unknown_arguments": (
        "不认识的参数：{names}。用“{program} --help”查看用法。",
        "Unknown: {names}. See “{program} --help”.",
    ),
    "cli.bad_choice": (
        "{name} 不能是“{value}”，可选：{choices}。用“{program} --help”查看用法。",
        "{name} cannot be “{value}”; choose from {choices}. See “{program} --help”.",
    ),
    "cli.no_value": (
        "{name} 后面要写一个值。用“{program} --help”查看用法。",
        "{name} needs a value after it. See “{program} --help”.",
    ),
    "cli.not_together": (
        "{name} 和 {other} 不能同时使用，请只留一个。用“{program} --help”查看用法。",
        "{name} and {other} exclude each other; keep one. See “{program} --help”.",
    ),
    "cli.bad_call": (
        "{detail}用“{program} --help”查看用法。",
        "{detail} See “{program} --help”.",
    ),
    "cli.bad_date": (
        "“{value}”不是日期，或不在 1900 至 2199 年之间，请写成 2025-12-31 的样子。",
        "“{value}” is not a date from 1900 to 2199; write it like 2025-12-31.",
    ),
    "cli.bad_currency": (
        "“{value}”不是可用的币种，请写 ISO 代码，如 CNY。",
        "“{value}” is not a known currency; write an ISO code such as CNY.",
    ),
    "cli.bad_buckets": (
        "“{value}”不能作账龄段，请写 1 到 5 个不同的天数（1 到 9999），如 30,60,90。",
        "“{value}” does not make buckets; write one to five different numbers of days from 1 to 9999, such as 30,60,90.",
    ),
    "cli.bad_scale": (
        "“{value}”不是倍数，请写正整数，如 334。",
        "“{value}” is not a number of times; write a whole number such as 334.",
    ),
    "cli.bad_allocate": (
        "“{value}”不是核销方法，请写 reference、exact、oldest 中的一种或几种（以逗号分隔），或 none。",
        "“{value}” is no way to allocate; write one or more of reference, exact, oldest with commas, or none.",
    ),
    "cli.bad_match": (
        "“{value}”写法不对，请写成 客户名称=客户编码。",
        "“{value}” does not match a customer; write NAME=CODE.",
    ),
    "cli.no_such_file": (
        "{path} 不存在，或不是文件。请核对路径和文件名。",
        "{path} is not there, or it is no file. Check the path and the name.",
    ),
    "cli.no_such_customer": (
        "没有编码为“{customer}”的客户。请核对编码，或用 aging 命令列出客户。",
        "No customer has the code “{customer}”. Check it, or list the customers with the aging command.",
    ),
    "cli.customer_not_unique": (
        "“{customer}”对应多家客户，请改用客户编码。",
        "“{customer}” fits several customers; give the customer's code instead.",
    ),
    "cli.start_after": (
        "起始日 {start} 晚于截止日 {as_of}，没有写出对账单。请改正 --start 或 --as-of。",
        "The start {start} is after the as-of date {as_of}; no statement was written. Change --start or --as-of.",
    ),
    "cli.rejects_onto_source": (
        "--rejects 不能写在要导入的文件 {path} 上，没有导入。请换一个文件名。",
        "--rejects must not replace the file to import, {path}; nothing was imported. Give another name.",
    ),
    "cli.no_folder": (
        "文件夹 {folder} 不存在，没有新建公司文件。请先建立文件夹，或换一个位置。",
        "The folder {folder} does not exist; no company file was made. Make the folder first, or choose another place.",
    ),
    "cli.demo.no_folder": (
        "文件夹 {folder} 无法建立（{reason}），没有写出示例公司。请用 --out 另选一个文件夹。",
        "The folder {folder} cannot be made ({reason}); the sample company was not written. Choose another with --out.",
    ),
    "cli.mapping.unreadable": (
        "无法读取列对照文件 {path}（{detail}）。请核对路径。",
        "The mapping file {path} cannot be read ({detail}). Check the path.",
    ),
    "cli.mapping.not_json": (
        "列对照文件 {path} 不是有效的 JSON 对象（{detail}）。请改正后再试。",
        "The mapping file {path} is not a JSON object ({detail}). Mend it and try again.",
    ),
    "cli.mapping.unknown": (
        "列对照里的“{key}”不认识，可用的有：{known}。",
        "The mapping says “{key}”, which is unknown; known are: {known}.",
    ),
    "cli.mapping.bad_value": (
        "列对照里“{key}”的值“{value}”无效，请改正后再试。",
        "The mapping's “{key}” cannot be “{value}”. Mend it and try again.",
    ),
    "cli.mapping.no_column": (
        "列对照把 {role} 指到“{column}”，但文件没有这一列。请写表头文字，或从 1 数起的列号。",
        "The mapping points {role} to “{column}”, which the file does not have. Give a title or a column number from 1.",
    ),
    "cli.unworded": ("出了问题：{code} {detail}", "Something is wrong: {code} {detail}"),
    "cli.no_window_here": (
        "这里无法打开窗口（{detail}）。命令行仍可使用：holdfast --help。",
        "No window can be opened here ({detail}). The commands still work: holdfast --help.",
    ),
    # Answers
    "cli.made": ("已新建 {path}", "Made {path}"),
    "cli.written": ("已写出 {path}", "Wrote {path}"),
    "cli.scaled": (
        "正在生成：第 {done} / {total} 家客户",
        "Making customer {done} of {total}",
    ),
    "cli.read_only": (
        "{path} 正由 {user}（{host}）打开，现在只能读取。没有写入任何内容，请等对方关闭后再试。",
        "{path} is open for {user} ({host}) and can only be read now; nothing was written. Try again once they have closed it.",
    ),
    "cli.read_only_place": (
        "{path} 或它所在的文件夹不可写，没有写入任何内容。请检查权限，或复制到可写的位置再试。",
        "{path} or its folder cannot be written to, so nothing was written. Check the permissions, or copy it to a place you can write to.",
    ),
    "cli.aging.empty": ("这一天没有未清项。", "Nothing is open on this day."),
    "sample.file_not_empty": (
        "示例公司只能写入空的公司文件，没有写入任何内容。",
        "The sample company goes into an empty company file only; nothing was written.",
    ),
    "cli.check.sound": ("{path} 完好，各项金额相符。", "{path} is sound and its figures agree."),
    "cli.check.found": ("发现 {n} 个问题。", "{n} problem found.", "{n} problems found."),
    # Import
    "cli.import.kind": ("按“{kind}”读取", "Read as {kind}"),
    "cli.import.customers": ("客户", "customers"),
    "cli.import.invoices": ("发票", "invoices"),
    "cli.import.receipts": ("收款", "receipts"),
    "cli.import.place": ("第 {row} 行", "row {row}"),
    "cli.import.place_column": ("第 {row} 行第 {column} 列", "row {row}, column {column}"),
    "cli.import.error": ("错误", "error"),
    "cli.import.warning": ("提示", "note"),
    "cli.import.stopped": (
        "有 {n} 个问题需要先解决，没有写入任何内容。请改正文件，或加 --rejects 只导入无误的行。",
        "{n} problem must be resolved first; nothing was written. Mend the file, or add --rejects to import the good rows.",
        "{n} problems must be resolved first; nothing was written. Mend the file, or add --rejects to import the good rows.",
    ),
    "cli.import.columns_by_mapping": (
        '列可以用 --mapping 对应，例如 {{"columns": {{"number": "单号", "amount": 7}}}}。',
        'Columns can be assigned with --mapping, for example {{"columns": {{"number": "Doc", "amount": 7}}}}.',
    ),
    "cli.import.dates_by_mapping": (
        '日期格式可以用 --mapping 指定：{{"date_order": "dmy"}} 日在前，{{"date_order": "mdy"}} 月在前。',
        'The date format can be given with --mapping: {{"date_order": "dmy"}} day first, {{"date_order": "mdy"}} month first.',
    ),
    "cli.import.left_out": (
        "不导入 {n} 行：{reason}（第 {rows} 行）",
        "{n} row left out: {reason} (row {rows})",
        "{n} rows left out: {reason} (rows {rows})",
    ),
    "cli.import.nothing_new": (
        "文件里没有新内容：改动 {changed}，跳过 {skipped}，不导入 {refused}。没有写入。",
        "Nothing new in the file: {changed} changed, {skipped} skipped, {refused} left out. Nothing was written.",
    ),
    "cli.import.previewed": (
        "预览：新增 {added}，改动 {changed}，跳过 {skipped}，不导入 {refused}，推定结清 {settled}，新客户 {customers}。没有写入。",
        "Preview: {added} new, {changed} changed, {skipped} skipped, {refused} left out, {settled} settled by inference, customers new: {customers}. Nothing was written.",
    ),
    "cli.import.done": (
        "已导入：新增 {added}，改动 {changed}，跳过 {skipped}，不导入 {refused}，推定结清 {settled}，新客户 {customers}。",
        "Imported: {added} new, {changed} changed, {skipped} skipped, {refused} left out, {settled} settled by inference, customers new: {customers}.",
    ),
    "cli.import.total": (
        "{currency} 合计 {found}，与文件合计一致",
        "{currency} total {found}, as the file states",
    ),
    "cli.import.total_differs": (
        "{currency} 合计 {found}，但文件合计写 {stated}",
        "{currency} total {found}, but the file states {stated}",
    ),
    "cli.import.total_unstated": ("{currency} 合计 {found}", "{currency} total {found}"),
}
