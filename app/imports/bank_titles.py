"""What banks call the columns of their exports, best name first; Chinese and English.

Sources: the downloads of ICBC, CCB, ABC, BOC, CMB, Alipay for business, HSBC, Chase, Barclays, Deutsche
Bank and Wise. Seen from the account's owner: 贷方 and credit are money in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from app.domain.bank_file import MANY_COLUMNS, BankRole
from app.imports.titles import bare, normal

_NAMES: dict[BankRole, str] = {
    BankRole.DATE: (
        "交易日期 交易日 记账日期 记账日 入账日期 入账时间 交易时间 交易日期时间 日期 起息日 "
        "发生日期 到账日期 到账时间|Booking date|Transaction date|Posting date|Posted date|Date|"
        "Value date|Completed date|Entry date"
    ),
    BankRole.MONEY_IN: (
        "贷方发生额 贷方金额 贷方发生额收入 收入金额 收入 存入金额 存入 转入金额 收款金额 贷方 "
        "入账金额 贷方发生额(收入)|Credit|Credit amount|Paid in|Money in|Deposits|Deposit|"
        "Deposit amount|Amount in|In|Receipts"
    ),
    BankRole.MONEY_OUT: (
        "借方发生额 借方金额 借方发生额支取 支出金额 支出 支取金额 取出 转出金额 付款金额 借方 "
        "借方发生额(支取)|Debit|Debit amount|Paid out|Money out|Withdrawals|Withdrawal|"
        "Withdrawal amount|Amount out|Out|Payments"
    ),
    BankRole.AMOUNT: (
        "交易金额 发生额 金额 交易额 收支金额 交易金额元|Amount|Transaction amount|Net amount|"
        "Amount net|Betrag"
    ),
    BankRole.SIGN: (
        "借贷标志 借贷标识 借贷方向 借贷 收支方向 收/支 收支类型 收支 交易方向 方向 往来标志|"
        "Credit/Debit|Debit/Credit|CR/DR|DR/CR|D/C|Type of movement|Direction|Credit debit "
        "indicator|Sign"
    ),
    BankRole.PAYER: (
        "对方户名 对方名称 对方账户名称 对方单位名称 对方单位 对手户名 对手名称 交易对手名称 "
        "交易对手 交易对方 对方账户名 付款人名称 付款人户名 付款方名称 付款人 往来户名 对方姓名 "
        "收付款人名称 收/付方名称 收(付)方名称 收(付)方户名|Counterparty name|Counterparty|Payer "
        "name|Payer|Name|Payee|Payee name|Beneficiary|Other party|Third party name|From|Payment "
        "reference name|Merchant"
    ),
    BankRole.PAYER_ACCOUNT: (
        "对方账号 对方帐号 对方账户 对手账号 对手账户 交易对手账号 付款人账号 付款方账号 "
        "付款人帐号 收(付)方账号 收(付)方帐号|Counterparty account|Counterparty iban|Payer "
        "account|Payer iban|Iban|Account number of counterparty|Payee account|Third party "
        "account|From account"
    ),
    BankRole.TEXT: (
        "摘要 用途 附言 备注 交易说明 交易摘要 交易备注 交易附言 留言 业务摘要 客户附言 交易用途 "
        "款项用途 注释 个性化信息|Description|Details|Narrative|Text|Memo|Remittance information|"
        "Payment details|Purpose|Note|Notes|Transaction description|Message|Particulars|"
        "Additional information"
    ),
    BankRole.REFERENCE: (
        "参考号 业务编号 凭证号 凭证号码 票据号 票据号码 合同号 订单号 业务参考号 客户参考号 "
        "商户订单号|Reference|Customer reference|Payment reference|End to end id|Check number|"
        "Cheque number|Check no|Your reference|Payment ref"
    ),
    BankRole.BANK_ID: (
        "交易流水号 流水号 银行流水号 核心流水号 业务流水号 账户明细编号 交易序号 回单编号 "
        "企业流水号 明细序号 支付宝流水号 账务流水号|Transaction id|Transaction number|Bank "
        "reference|Unique id|Fitid|Transaction reference|Transferwise id"
    ),
    BankRole.BALANCE: ("余额 账户余额 本次余额 交易后余额 当前余额|Balance|Running balance|Closing balance"),
    BankRole.CURRENCY: ("币种 币别 货币 币种名称|Currency|Ccy|Account currency|Transaction currency"),
    BankRole.ACCOUNT: (
        "账号 本方账号 本方帐号 我方账号 查询账号 帐号 账户|Account|Account number|Own account|Account no"
    ),
}


@cache
def titles() -> Mapping[str, tuple[BankRole, int]]:
    """Each known title in normal form with its role and rank (lower is better)."""
    found: dict[str, tuple[BankRole, int]] = {}
    for role, names in _NAMES.items():
        chinese, _, english = names.partition("|")
        for rank, name in enumerate([*chinese.split(), *english.split("|")]):
            found.setdefault(normal(name), (role, rank))
    return found


def role_of(title: str) -> tuple[BankRole, int] | None:
    """What a column of this title holds and how surely; None for a title nobody knows."""
    known = titles()
    return known.get(normal(title)) or known.get(bare(title))


def roles(header: Sequence[str]) -> dict[BankRole, tuple[int, ...]]:
    """The columns of each role: one, or of texts and references all, in the order of the file."""
    claims: dict[BankRole, list[tuple[int, int]]] = {}
    for column, title in enumerate(header):
        found = role_of(title) if title else None
        if found:
            claims.setdefault(found[0], []).append((found[1], column))
    return {
        role: tuple(sorted(column for _, column in several)) if role in MANY_COLUMNS else (min(several)[1],)
        for role, several in claims.items()
    }
