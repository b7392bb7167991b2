"""What accounting programs and people call the columns of a receivables list, best name first.

Sources: the headings of Kingdee, Yonyou, 管家婆, QuickBooks, Xero, Sage, Tally, Zoho and Wave
exports. Titles are compared in the normal form of ``app.imports.titles``.
"""

from __future__ import annotations

import re
from functools import cache

from app.domain.importing import ImportKind, Role
from app.imports.titles import normal

_NUMBER = (
    "发票号码 数电票号码 发票编号 发票号 应收单号 单据编号 单据号码 单据号 业务单号 销售单号 "
    "出库单号 票据号 "
    "单号 编号 凭证字号 凭证号码 凭证号 凭证编号|"
    "Invoice number|Invoice no|Invoice num|Invoice #|Invoice id|Invoice|Bill no|Bill number|"
    "Vch no|Voucher no|"
    "Document number|Document no|Doc no|Doc number|Transaction number|Num|Number|Ref no|Ref "
    "number|Ref|Bill ref|"
    "No|Transaction id|Trans no"
)
_DATE = (
    "开票日期 发票日期 单据日期 业务日期 应收日期 记账日期 入账日期 销售日期 出库日期 交易日期 "
    "开票日 开票时间 日期 制单日期 "
    "凭证日期 发生日期 发货日期 出货日期 出运日期|Invoice date|Bill date|Document date|"
    "Doc date|Transaction date|Trans "
    "date|Issue date|"
    "Date of issue|Posting date|Date"
)
_CUSTOMER = (
    "客户名称 客户全称 客户全名 购方名称 购买方名称 购货单位 购货单位名称 购方单位名称 "
    "往来单位名称 往来单位全称 往来客户 "
    "对账对象名称 单位全名 单位名称 公司名称 企业名称 付款单位 付款方名称 付款方 付款人 客户 "
    "往来单位 往来对象 核算项目名称 核算项目 "
    "买方 购方|"
    "Customer name|Contact name|Customer full name|Customer|Party's name|Party name|Client "
    "name|Client|"
    "Company name|Debtor name|Debtor|Bill to|Sold to|Buyer|Company|Name|Account name|Payer|"
    "Contact|Particulars"
)
_CODE = (
    "客户编码 客户代码 客户编号 客户代号 往来单位编码 往来单位编号 往来单位代码 对账对象编码 "
    "购方单位代号 购方代码 核算项目编码 "
    "核算项目代码 单位编号 单位编码 单位代码 企业代号|"
    "Customer code|Customer id|Customer no|Customer number|Customer ref|Contact account number|"
    "Account number|"
    "Account code|Account no|Account ref|Account reference|A/C|A/C ref|Client code|Client id|"
    "Contact id|Party code"
)
_AMOUNT = (
    "价税合计金额 价税合计 应收金额 发票金额 开票金额 含税金额 单据金额 原币金额 原币应收 "
    "应收总额 应收款金额 应收款 销售金额 合同金额 "
    "借方发生金额 金额 发生额 总额 应收 总金额 票面金额 合计金额 合计|"
    "Invoice amount|Invoice total|Amount incl tax|Total incl tax|Total amount|Gross amount|"
    "Gross|Original amount|"
    "Bill amount|Amount|Amt|Opening amount|Opening|Foreign amount|Total|Invoice value|Grand "
    "total|Amount gross"
)
_SETTLED = (
    "已核销金额 已核销 已收金额 已收款金额 已收款 已回款金额 已回款 已付金额 已结金额 "
    "已结算金额 收款金额 回款金额 累计收款 累计回款 "
    "借方已结金额 已收 收款 回款|"
    "Invoice amount paid|Amount paid|Paid amount|Paid|Payments|Amount received|Received|Amount "
    "applied|Settled|"
    "Payment applied|Credits"
)
_OPEN = (
    "未核销金额 未收余额 未收金额 未收款金额 未收款 未回款金额 未回款 未核销 应收余额 "
    "应收账款余额 欠款金额 欠款 未结金额 "
    "借方未结金额 未付金额 未清金额 未收 尚欠金额 剩余金额 剩余应收|"
    "Invoice amount due|Open balance|Open amount|Balance due|Amount due|Outstanding amount|"
    "Outstanding balance|"
    "Outstanding|Remaining amount|Remaining balance|Unpaid amount|Unpaid|Pending amount|"
    "Pending|Amount outstanding|"
    "Total due|Amount open|Open|Due amount"
)
_DUE = (
    "到期日 到期日期 应收到期日 付款到期日 约定付款日 约定付款日期 约定回款日 应付日期 "
    "应收款日期 付款期限 收款期限 "
    "最迟付款日 计划收款日期 预计收款日期 应收到期|"
    "Due date|Due on|Date due|Payment due|Payment due date|Invoice due date|Maturity date|Due"
)

_SHARED: dict[Role, str] = {
    Role.INVOICE_DATE: _DATE,
    Role.NUMBER: _NUMBER,
    Role.CUSTOMER: _CUSTOMER,
    Role.CUSTOMER_CODE: _CODE,
    Role.SHORT_NAME: "单位简名 客户简称 单位简称 简称 简名|Short name|Alias|Display name|Nickname",
    Role.DOC_TYPE: "单据类型 单据类别 业务类型 单据名称 类型 票种 发票类型|Transaction type|Document type|"
    "Doc type|"
    "Invoice type|Vch type|Voucher type|Type|Trans type|Txn type",
    Role.STATUS: "发票状态 单据状态 状态 审核状态 作废标志 是否作废|Status|Invoice status|State",
    Role.AMOUNT: _AMOUNT,
    Role.AMOUNT_BASE: "本币金额 本位币金额 应收本币金额 金额本位币 金额本币 本币应收 借方发生本币 折人民币|"
    "Base amount|"
    "Amount in base currency|Home amount|Local amount|Amount lc",
    Role.NET: "不含税金额 税前金额 未税金额 不含税 净额|Net|Net amount|Subtotal|Sub total|Amount "
    "excl tax|Amount net|Untaxed amount",
    Role.TAX: "税额 增值税额 增值税 税金|Tax|Tax amount|VAT|VAT amount|GST|Tax total|Total tax|Sales tax",
    Role.SETTLED: _SETTLED,
    Role.OPEN: _OPEN,
    Role.DEBIT: "借方金额 借方 借方发生额 本期借方 本期应收 应收增加|Debit|Debit amount|Dr",
    Role.CREDIT: "贷方金额 贷方 贷方发生额 本期贷方 本期收款 应收减少|Credit|Credit amount|Cr",
    Role.DIRECTION: "方向 借贷方向 余额方向 借贷|Dr/Cr|Dc|Debit/credit|Sign",
    Role.BALANCE: "期末余额 账面余额 余额|Closing balance|Running balance|Balance|Bal",
    Role.CURRENCY: "币种 币别 货币 币种名称 原币币种 结算币种|Currency|Currency code|Ccy|Curr",
    Role.RATE: "汇率 记账汇率|Exchange rate|Rate|Fx rate|Currency rate",
    Role.DUE: _DUE,
    Role.PAID_ON: "收款日期 回款日期 结清日期 付款日期 到账日期 实际收款日|Settled date|Paid date|"
    "Payment date|"
    "Date paid|Paid on|Clear date|Fully paid on date",
    Role.TERMS: "账期 账期天数 信用期 信用天数 信用账期 付款条件 收款条件|Terms|Payment terms|Credit "
    "terms|"
    "Credit days|Net terms",
    Role.SHIPPED: "发货日期 发货日 出货日期 出运日期 发运日期 装运日期 装船日期 提单日期 出库日期|Ship date|"
    "Shipping date|Shipment date|Shipped on|Date shipped|Shipped date|Dispatch date|B/L date|"
    "Bill of lading date",
    Role.METHOD: "付款方式 支付方式 结算方式 收款方式|Payment method|Method of payment",
    Role.OVERDUE_DAYS: "逾期天数 超期天数 逾期|Overdue days|Days overdue|Days past due|Days late|Aging|Past "
    "due|"
    "Overdue by days|Overdue|Overdue days by days|Age",
    Role.OWNER: "业务员 业务员名称 销售员 销售人员 职员 经手人 默认经手人 责任人 负责人 跟单员 "
    "客户经理 专管业务员|"
    "Salesperson|Sales person|Sales rep|Rep|Account manager|Owner|Salesman|Sales person name",
    Role.REFERENCE: "参考号 外部单号 客户订单号 订单号 订单编号 销售订单号 源单编号 源单号|Reference|"
    "Invoice reference|"
    "P.O. number|PO number|PO no|PO|P.O. #|Customer po|Order number|Order no|Purchase order|"
    "Payment reference",
    Role.CONTRACT: "合同编号 合同号 合同号码 合同|Contract number|Contract no|Contract|Agreement no",
    Role.NOTE: "备注 摘要 说明 附言 备注信息 单据备注|Note|Notes|Memo|Memo/description|Details|"
    "Comment|Comments|Remarks|"
    "Narration|Description|Remark",
    Role.DISPUTED: "争议 是否争议 有争议 争议标记|Disputed|Dispute|In dispute|On hold",
    Role.TAX_ID: "统一社会信用代码 社会信用代码 信用代码 纳税人识别号 购方税号 购买方税号 税号 "
    "税务登记号 纳税号|"
    "Tax id|Tax number|VAT number|VAT no|VAT id|VAT registration number|GSTIN|ABN|EIN|Tax reg "
    "no|Tax registration number|"
    "GST identification number",
    Role.COUNTRY: "国家 国家地区 国别 所在国家|Country|Country code|Billing country|Nation",
    Role.REGION: "地区 区域 省份 所属地区 地区名称 销售区域|Region|Territory|Area|State/province|Province",
    Role.GROUP: "客户分类 客户类别 客户分组 单位分类 客户类型 客户等级 往来单位分类|Customer type|"
    "Customer group|Contact group|"
    "Group|Category|Class|Customer category|Segment",
    Role.ADDRESS: "单位地址 地址 客户地址 联系地址 通讯地址 注册地址 收货地址 详细地址|Address|Billing "
    "address|Street address|"
    "Bill to address|Street|POAddressLine1|Address 1|Address line 1|Billing street",
    Role.CONTACT: "联系人一 联系人 联系人姓名 首要联系人 主要联系人|Primary person|Contact person|"
    "Primary contact|"
    "Main contact|Contact|First name",
    Role.PHONE: "单位电话 电话 联系电话 固定电话 电话一 公司电话|Phone|Phone number|Telephone|Tel|"
    "Telephone 1|Phone numbers|"
    "Main phone|Telephone number|Work phone",
    Role.MOBILE: "手机一 手机 手机号 手机号码 移动电话 联系人手机|Mobile|Mobile phone|Cell|Cell phone|"
    "Mobile number|MobilePhone",
    Role.EMAIL: "电子邮箱 电子邮件 邮箱 邮件|Email|Email address|E-mail|Main email|EmailID|Primary email",
    Role.BANK: "开户银行 开户行 开户行名称 银行名称|Bank|Bank name",
    Role.ACCOUNT: "银行账号 银行帐号 开户账号 收款账号 账号 帐号 银行账户|Bank account|Bank account "
    "number|IBAN|"
    "Bank account name|Bank account no",
}

_RECEIPTS: dict[Role, str] = {
    Role.INVOICE_DATE: "收款日期 回款日期 到账日期 交易日期 付款日期 入账日期 交易时间 结算日期 "
    + _DATE.split("|", 1)[0]
    + "|Payment date|Receipt date|Date received|Date paid|Settled date|Paid on|Value date|"
    + _DATE.split("|", 1)[1],
    Role.NUMBER: "收款单号 收款单编号 收据号 流水号 交易流水号 银行流水号 结算号 单据编号 单据号码 "
    "单据号 单号 编号 凭证字号 凭证号|"
    "Payment number|Payment no|Receipt number|Receipt no|Receipt #|Payment id|Transaction id|"
    "Transaction number|"
    "Document number|Document no|Check number|Cheque no|Vch no|Num|Number|No|Ref no|Ref",
    Role.AMOUNT: "收款金额 本次收款 实收金额 到账金额 回款金额 收入金额 贷方金额 贷方发生额 收款本币 "
    "核销金额 已收金额 金额 收款 回款 "
    "收入 已收 发生额|Payment amount|Amount received|Receipt amount|Paid amount|Amount paid|"
    "Received|Credit amount|Paid in|"
    "Deposit|Deposits|Amount|Total|Total amount|Credit|Amt",
    Role.REFERENCE: "发票号码 发票号 核销单号 核销单据 核销单据号 应收单号 源单编号 源单号 对应发票 参考号 "
    "对应单号 订单号|"
    "Invoice number|Invoice no|Invoice #|Invoices|Invoice|Applied to|Applied to invoice|Reference|"
    "Payment reference|Matched invoice|Memo ref",
    Role.CUSTOMER: "对方户名 对方名称 对方单位 付款户名 付款人名称 " + _CUSTOMER,
    Role.TERMS: "",
    Role.DUE: "",
    Role.PAID_ON: "",
    Role.SHIPPED: "",
    Role.METHOD: "",
    Role.SETTLED: "",
    Role.OPEN: "未核销金额 未分配金额 预收余额 余额|Unapplied|Unapplied amount|Unused amount|Unallocated",
    Role.DEBIT: "借方金额 借方发生额 支出金额 支出 付款金额|Debit|Debit amount|Paid out|Withdrawal|"
    "Withdrawals|Money out",
    Role.CREDIT: "",
    Role.BALANCE: "",
}
_PEOPLE: dict[Role, str] = {
    Role.CUSTOMER_CODE: _CODE.split("|", 1)[0]
    + " 编号 编码 代码|"
    + _CODE.split("|", 1)[1]
    + "|Code|ID|Number",
    Role.CUSTOMER: _CUSTOMER.split("|", 1)[0] + " 名称 全称 全名|" + _CUSTOMER.split("|", 1)[1],
    Role.CONTACT: _SHARED[Role.CONTACT] + "|Contact|Contact name",
}
_PEOPLE_ROLES = frozenset(
    {
        Role.CUSTOMER, Role.CUSTOMER_CODE, Role.SHORT_NAME, Role.TAX_ID, Role.COUNTRY, Role.CURRENCY,
        Role.TERMS, Role.OWNER, Role.REGION, Role.GROUP, Role.ADDRESS, Role.CONTACT, Role.PHONE,
        Role.MOBILE, Role.EMAIL, Role.BANK, Role.ACCOUNT, Role.NOTE,
    }
)  # fmt: skip

PEOPLE_ONLY = frozenset(
    {
        Role.SHORT_NAME, Role.REGION, Role.GROUP, Role.ADDRESS, Role.MOBILE, Role.BANK, Role.ACCOUNT,
        Role.COUNTRY,
    }
)  # fmt: skip
"""What a document has no place for: only a customer list feeds these roles."""

_IGNORED = (
    "序号 行号 税率 单价 数量 规格型号 货物名称 商品名称 余额方向 打印次数 信用额度 授信额度 "
    "期初应收 预收余额 逾期金额 "
    "购方地址电话 销方名称 销方税号 借方已结本币 借方未结本币|"
    "Outstanding tax|Expected date|Line amount|Unit amount|Unit price|Tax rate|Tax type|"
    "Quantity|Qty|Discount|"
    "Inventory item code|Account type|Sent|Branding theme|Paperless date|Paperless bill|Days "
    "to settle|"
    "Planned date|Credit limit|Item name|Item price|Item total|Planned payment date|Opening "
    "balance|"
    "Overdue amount|Tax account|Created time|Created date|Last modified|Last modified time|"
    "Print status"
)
_CJK = re.compile(r"[\u3400-\u9fff]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[0-9a-z\u00c0-\u024f]+")


def _titles(listing: str) -> list[str]:
    """The single titles of a listing: Chinese ones parted by spaces, the others by bars."""
    titles: list[str] = []
    for piece in listing.split("|"):
        titles += piece.split() if _CJK.search(piece) else [piece]
    return [title for title in titles if title]


def words(title: str) -> str:
    """The words of a Western title between blanks, so that a whole word can be looked for."""
    spaced = _CAMEL.sub(" ", title).casefold().replace("#", " no ").replace("'s", "s")
    return " " + " ".join(_WORD.findall(spaced)) + " "


def _listings(kind: ImportKind) -> dict[Role, str]:
    """The listings for files of one kind."""
    if kind is ImportKind.CUSTOMERS:
        return {role: text for role, text in (_SHARED | _PEOPLE).items() if role in _PEOPLE_ROLES}
    return _SHARED | _RECEIPTS if kind is ImportKind.RECEIPTS else _SHARED


@cache
def exact(kind: ImportKind) -> dict[str, tuple[tuple[Role, int], ...]]:
    """Normal title → the roles it names, each with its rank (0 is the best name of the role)."""
    found: dict[str, tuple[tuple[Role, int], ...]] = {}
    for role, listing in _listings(kind).items():
        for rank, title in enumerate(_titles(listing)):
            key = normal(title)
            if all(role is not known for known, _ in found.get(key, ())):
                found[key] = (*found.get(key, ()), (role, rank))
    return found


@cache
def ignored() -> frozenset[str]:
    """Normal titles that feed no role and must not be caught by a part of their name."""
    return frozenset(map(normal, _titles(_IGNORED)))


@cache
def _parts(kind: ImportKind) -> tuple[tuple[str, str, Role, int], ...]:
    """(form to look for, "zh" or "en", role, rank) of every name long enough to be a part."""
    parts = []
    for role, listing in _listings(kind).items():
        for rank, title in enumerate(_titles(listing)):
            if _CJK.search(title):
                parts.append((normal(title), "zh", role, rank))
            elif len(title) > 2 and title not in {"Name", "Number", "Type", "Group", "Class", "State"}:  # noqa: PLR2004 - two letters say nothing
                parts.append((words(title), "en", role, rank))
    return tuple(part for part in parts if len(part[0]) > 1)


@cache
def contained(title: str, kind: ImportKind) -> tuple[Role, int] | None:
    """The role whose longest name is a part of the title (of equal ones the later), and its rank.

    Longest first keeps 金额 from catching 已核销金额, and 日期 from catching 到期日.
    """
    form, spaced = normal(title), words(title)
    best: tuple[int, int, Role, int] | None = None
    for part, language, role, rank in _parts(kind):
        place = (form if language == "zh" else spaced).rfind(part)
        if place < 0:
            continue
        score = (len(part.strip()), place + len(part))
        if best is None or score > best[:2]:
            best = (*score, role, rank)
    return (best[2], best[3]) if best else None
