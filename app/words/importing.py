"""Import of files: (Chinese, English) per code; a third text is the English plural, chosen by ``n``.

A sentence about a row does not repeat the row's number: the list of problems sets it in front
(``import.row``).
"""

from __future__ import annotations

_FILE: dict[str, tuple[str, ...]] = {
    "import.file_missing": (
        "找不到文件“{name}”。它可能已被移动、改名或删除，请重新选择。",
        "The file “{name}” is not there. It may have been moved, renamed or deleted; choose it again.",
    ),
    "import.file_is_folder": (
        "“{name}”是文件夹。请选择其中的一个文件。",
        "“{name}” is a folder. Choose one file inside it.",
    ),
    "import.file_unreadable": (
        "无法打开“{name}”，它可能正被其他程序占用，或没有读取权限（{why}）。请关闭占用它的程序后重试。",
        "“{name}” cannot be opened: another program may hold it, or reading is not allowed ({why}). Close that program and try again.",
    ),
    "import.file_empty": (
        "“{name}”是空文件。请在原来的软件里重新导出。",
        "“{name}” is empty. Export it again from your accounting program.",
    ),
    "import.file_too_big": (
        "“{name}”有 {size} MB，超过 {limit} MB 的上限。请按年份或客户分成几个文件导出。",
        "“{name}” has {size} MB, more than the limit of {limit} MB. Export it in parts, by year or by customer.",
    ),
    "import.file_is_pdf": (
        "“{name}”是 PDF，里面没有可读取的表格。请从原来的软件导出 Excel 或 CSV。",
        "“{name}” is a PDF and holds no table that can be read. Export Excel or CSV from your accounting program.",
    ),
    "import.file_is_picture": (
        "“{name}”是图片，里面没有可读取的表格。请从原来的软件导出 Excel 或 CSV。",
        "“{name}” is a picture and holds no table that can be read. Export Excel or CSV from your accounting program.",
    ),
    "import.file_is_archive": (
        "“{name}”是压缩包。请先解压，再选择里面的表格。",
        "“{name}” is an archive. Unpack it first, then choose the table inside.",
    ),
    "import.wrong_type": (
        "“{name}”不是表格文件。可以导入的有 Excel（xlsx、xlsm、xls）、ODS、CSV、TSV 和 TXT。",
        "“{name}” is not a table. Excel (xlsx, xlsm, xls), ODS, CSV, TSV and TXT can be imported.",
    ),
    "import.no_rows": (
        "“{name}”里没有数据。请检查导出时选择的期间和工作表。",
        "“{name}” holds no data. Check the period and the sheet that were chosen for the export.",
    ),
    "import.paste_empty": (
        "剪贴板里没有表格。请在表格软件里选中包括表头的区域，复制后再粘贴。",
        "There is no table on the clipboard. Select the area with its header in your spreadsheet, copy it, and paste again.",
    ),
    "import.html_no_table": (
        "这个文件是网页，但其中没有表格。请另存为 Excel 工作簿（xlsx）后再导入。",
        "This file is a web page without a table. Save it as an Excel workbook (xlsx) and import that.",
    ),
    "import.encoding_unknown": (
        "不认识编码“{encoding}”。请选择 UTF-8、GB18030、UTF-16 或 cp1252。",
        "The encoding “{encoding}” is not known. Choose UTF-8, GB18030, UTF-16 or cp1252.",
    ),
    "import.workbook_password": (
        "“{name}”设有密码。请在表格软件中打开，去掉密码另存一份后再导入。",
        "“{name}” is protected by a password. Open it in your spreadsheet program, save a copy without the password, and import that.",
    ),
    "import.workbook_damaged": (
        "“{name}”不完整或已损坏，无法读取。请重新导出，或在表格软件中打开后另存一份。",
        "“{name}” is cut off or damaged and cannot be read. Export it again, or open it in your spreadsheet program and save a copy.",
    ),
    "import.workbook_no_sheets": (
        "“{name}”里没有工作表。请确认选对了文件。",
        "“{name}” has no worksheet. Check that this is the right file.",
    ),
    "import.sheet_missing": (
        "文件里没有名为“{sheet}”的工作表。请从列表中另选一个。",
        "The file has no sheet named “{sheet}”. Choose another from the list.",
    ),
    "import.workbook_bomb": (
        "“{name}”解开后有 {size} MB（上限 {limit} MB），或压缩得极不寻常，已停止读取。如果文件可信，请另存为 CSV 再导入。",
        "“{name}” unpacks to {size} MB (the limit is {limit} MB) or is packed in a most unusual way, so it was not read. If you trust it, save it as CSV and import that.",
    ),
    "import.workbook_far_cell": (
        "“{name}”在很远的 {cell} 单元格有内容，整张表大到无法读取。请删除该单元格，或把数据区复制到新工作表后再导入。",
        "“{name}” has something in the far-away cell {cell}, which makes the sheet too large to read. Delete that cell, or copy the data to a new sheet and import that.",
    ),
    "import.too_many_rows": (
        "这张表超过 {limit:,} 行。请按年份或客户分成几个文件导出。",
        "This table has more than {limit:,} rows. Export it in parts, by year or by customer.",
    ),
    "import.too_many_columns": (
        "这张表有 {n:,} 列，超过 {limit:,} 列的上限。请只导出需要的列。",
        "This table has {n:,} columns, more than the limit of {limit:,}. Export only the columns you need.",
    ),
    "import.read_memory": (
        "读取这个文件需要的内存超过 {limit} MB，已停止。请分成几个文件，或另存为 CSV 再导入。",
        "Reading this file took more than {limit} MB of memory and was stopped. Split it, or save it as CSV and import that.",
    ),
    "import.read_timeout": (
        "读取“{name}”超过 {seconds} 秒，已停止。请分成几个文件，或另存为 CSV 再导入。",
        "Reading “{name}” took more than {seconds} seconds and was stopped. Split it, or save it as CSV and import that.",
    ),
    "import.read_crashed": (
        "“{name}”无法读取：文件内容使读取程序中断。您的账目没有改动。请在表格软件中打开后另存一份再导入。",
        "“{name}” cannot be read: its contents broke the reader off. Your ledger is unchanged. Open it in your spreadsheet program, save a copy, and import that.",
    ),
    "import.cancelled": ("已取消读取，账目没有改动。", "Reading was cancelled; your ledger is unchanged."),
}

_TABLE: dict[str, tuple[str, ...]] = {
    "import.bad_characters": (
        "按 {encoding} 读取时有 {n} 个字符无法识别。如果看到乱码，请换一种编码。",
        "Read as {encoding}, {n} character could not be understood. If names look garbled, choose another encoding.",
        "Read as {encoding}, {n} characters could not be understood. If names look garbled, choose another encoding.",
    ),
    "import.runaway_quote": (
        "文件里有一个没有配对的引号，已把引号当普通字符读取。请核对含引号的行。",
        "The file has a quote that is never closed, so quotes were read as plain characters. Check the rows that hold quotes.",
    ),
    "import.no_header": (
        "没有找到表头。请指定表头在第几行，或直接对应各列。",
        "No header was found. Say which row it is, or assign the columns yourself.",
    ),
    "import.no_rows": (
        "表头下面没有任何数据行。请检查导出时选择的期间、客户和工作表。",
        "There is no row below the header. Check the period, the customers and the sheet chosen for the export.",
    ),
    "import.no_customer_column": (
        "还没有哪一列对应客户名称或客户编码。请在列对应中指定。",
        "No column is assigned to the customer's name or code yet. Assign one under the columns.",
    ),
    "import.no_date_column": (
        "还没有哪一列对应日期。请在列对应中指定。",
        "No column is assigned to the date yet. Assign one under the columns.",
    ),
    "import.no_amount_column": (
        "还没有哪一列对应金额。请在列对应中指定。",
        "No column is assigned to the amount yet. Assign one under the columns.",
    ),
    "import.no_number_column": (
        "还没有哪一列对应发票号或单据编号。请在列对应中指定。",
        "No column is assigned to the invoice number yet. Assign one under the columns.",
    ),
    "import.date_order_ambiguous": (
        "“{column}”列的日期（如 {value}）可以是日在前，也可以是月在前。请选择日期格式。",
        "Dates in the column “{column}” (such as {value}) could have the day or the month first. Choose the date format.",
    ),
    "import.total_differs": (
        "文件的合计为 {stated} {currency}，读到的明细之和为 {found} {currency}。请核对是否有漏行或重复行。",
        "The file's own total is {stated} {currency}, the rows read sum to {found} {currency}. Check for missing or repeated rows.",
    ),
}

_ROW: dict[str, tuple[str, ...]] = {
    "import.row": ("第 {row} 行", "Row {row}"),
    "import.missing_customer": (
        "客户名称为空，请填写或跳过此行",
        "The customer's name is missing; fill it in or leave the row out",
    ),
    "import.missing_date": (
        "“{column}”为空，请填写日期",
        "“{column}” is empty; fill in the date",
    ),
    "import.missing_number": (
        "“{column}”为空，请填写单号",
        "“{column}” is empty; fill in the number",
    ),
    "import.missing_amount": (
        "“{column}”为空，请填写金额",
        "“{column}” is empty; fill in the amount",
    ),
    "import.bad_amount": (
        "“{column}”中的“{value}”不是金额",
        "“{value}” in “{column}” is not an amount",
    ),
    "import.amount_rounded": (
        "“{column}”中的“{value}”比最小货币单位还细，已四舍五入",
        "“{value}” in “{column}” is finer than the smallest coin and was rounded",
    ),
    "import.unknown_currency": (
        "不认识币种“{value}”，请改为代码，如 CNY、USD",
        "The currency “{value}” is not known; write its code, such as CNY or USD",
    ),
    "import.bad_date": (
        "“{column}”中的“{value}”不是日期",
        "“{value}” in “{column}” is not a date",
    ),
    "import.no_such_day": (
        "“{column}”中的日期 {value} 不存在",
        "The day {value} in “{column}” does not exist",
    ),
    "import.zero_date": (
        "“{column}”中的 {value} 是空日期，请填写日期",
        "{value} in “{column}” stands for no date; fill in the date",
    ),
    "import.month_only": (
        "“{column}”中的 {value} 只有年月，请补上日",
        "{value} in “{column}” has only year and month; add the day",
    ),
    "import.year_out_of_range": (
        "“{column}”中的 {value}，年份不合理",
        "The year of {value} in “{column}” cannot be right",
    ),
    "import.text_too_long": (
        "“{column}”中的 {value} 超过 {most} 个字。请检查该单元格（可能少了引号或分隔符）",
        "{value} in “{column}” is longer than {most} characters. Check the cell: a quote or separator may be missing",
    ),
    "import.lost_digits": (
        "“{column}”中的 {value} 已被表格软件改成近似数，末几位丢失。请把该列设为文本后重新导出",
        "{value} in “{column}” was rounded by a spreadsheet and its last digits are lost. Make the column text and export again",
    ),
    "import.duplicate_number": (
        "单号 {number} 与第 {first} 行重复",
        "The number {number} already stands in row {first}",
    ),
    "import.duplicate_customer": (
        "客户“{customer}”与第 {first} 行重复",
        "The customer “{customer}” already stands in row {first}",
    ),
    "import.due_before_date": (
        "到期日 {due} 早于单据日期 {day}",
        "The due date {due} is before the document's date {day}",
    ),
    "import.settled_exceeds": (
        "已收 {settled} 大于单据金额 {amount}，多收的 {excess} 将作预收款",
        "{settled} received is more than the amount of {amount}; the excess of {excess} counts as an advance payment",
    ),
    "import.open_disagrees": (
        "已收 {settled} 加未收 {open} 不等于单据金额 {amount}",
        "{settled} received and {open} open do not add up to the amount of {amount}",
    ),
    "import.opening_balance": (
        "期初余额按一张单据导入；若以前的明细已经导入，请跳过此行",
        "The balance brought forward is taken as one document; leave the row out if the earlier items are imported already",
    ),
    "import.opening_left_out": (
        "期初余额没有日期，没有导入。请填写日期，或导入以前的明细",
        "The balance brought forward has no date and was left out. Fill in a date, or import the earlier items",
    ),
    "import.unknown_row": (
        "看不出这一行是什么：既不像单据，也不像合计或标题",
        "It is not clear what this row is: neither an item nor a total or title",
    ),
}

_SKIP: dict[str, tuple[str, ...]] = {
    "import.skip.chosen": ("您选择了跳过", "Left out by you"),
    "import.skip.void": ("已作废", "Voided"),
    "import.skip.draft": ("草稿，尚未生效", "A draft, not yet issued"),
    "import.skip.zero": ("金额为零", "The amount is zero"),
    "import.skip.purchase": ("采购单据，不是应收", "A purchase document, not a receivable"),
    "import.skip.no_claim": ("报价或订单，不是应收", "A quote or an order, not a receivable"),
    "import.skip.outgoing": ("付出的款项", "A payment going out"),
    "import.skip.other_kind": ("不是收款", "Not a receipt"),
    "import.skip.opening": ("期初余额", "A balance brought forward"),
}

_FIX: dict[str, tuple[str, ...]] = {
    "import.fix.skip_row": ("跳过此行", "Leave out"),
    "import.fix.go_to_cell": ("去填写", "Fill in"),
    "import.fix.set_value": ("改为 {proposal}", "Change to {proposal}"),
    "import.fix.map_columns": ("对应列", "Assign columns"),
    "import.fix.choose_date_order": ("选择日期格式", "Choose format"),
    "import.fix.choose_header": ("指定表头", "Choose header"),
    "import.fix.choose_sheet": ("选择工作表", "Choose sheet"),
    "import.fix.choose_encoding": ("选择编码", "Choose encoding"),
}

WORDS: dict[str, tuple[str, ...]] = {**_FILE, **_TABLE, **_ROW, **_SKIP, **_FIX}
