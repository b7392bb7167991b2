"""The closed set of fields that the text of a letter may use: what each means, with an example.

A field that does not apply is empty (text), 0 (number), no (yes/no) or has no entries (list): every
field is always there, so that a template can ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass

TEMPLATES = (
    "before_due",
    "reminder",
    "second",
    "formal",
    "final",
    "hand_over",
    "thank_you",
    "promise_confirmation",
    "plan_agreement",
    "statement",
    "acknowledgement",
)
"""Codes of the shipped letters: the ladder first, then what is written outside it."""

TEXT, NUMBER, YES_NO, LIST, BLOCK = "text", "number", "yes_no", "list", "block"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: name, group, kind, meaning (zh, en) and example (zh, en)."""

    name: str
    group: str
    meaning: tuple[str, str]
    example: tuple[str, str]
    kind: str = TEXT


def _field(name: str, group: str, meaning: str, example: str, kind: str = TEXT) -> Field:
    """A field from ``zh | en`` pairs; one example serves both where it has no bar."""
    zh, _, en = meaning.partition(" | ")
    first, _, second = example.partition(" | ")
    return Field(name, group, (zh, en), (first, second or first), kind)


FIELDS: tuple[Field, ...] = (
    # The letter itself
    _field("number", "letter", "信函编号 | The letter's own number", "CK-20251231-006"),
    _field("today", "letter", "信函日期 | The letter's day", "2025 年 12 月 31 日 | 31 December 2025"),
    _field(
        "pay_by", "letter", "请对方付款的最后日期 | Last day to pay", "2026 年 1 月 10 日 | 10 January 2026"
    ),
    _field("level", "letter", "第几次催款（阶梯步骤） | Step of the ladder", "2", NUMBER),
    _field(
        "object_days", "letter", "多少日内可提出异议 | Days in which the customer may object", "5 | 7", NUMBER
    ),
    _field(
        "first_sent",
        "letter",
        "对这些发票首次发函的日期，没有则为空 | Day the first letter on these invoices was sent, or empty",
        "2025 年 12 月 1 日 | 1 December 2025",
    ),
    _field(
        "last_sent",
        "letter",
        "上一次发函的日期，没有则为空 | Day the last letter was sent, or empty",
        "2025 年 12 月 13 日 | 13 December 2025",
    ),
    _field("times_sent", "letter", "此前已发函次数 | How many letters went before", "1", NUMBER),
    # Money
    _field("total", "money", "应付金额合计 | Total asked for", "人民币 251,300.00 元 | USD 46,200.00"),
    _field(
        "total_in_words",
        "money",
        "应付金额大写 | Total in words",
        "人民币贰拾伍万壹仟叁佰元整 | USD forty-six thousand two hundred only",
    ),
    _field("currency", "money", "币种 | Currency", "人民币 | USD"),
    _field(
        "overdue", "money", "其中已逾期的金额 | Part that is overdue", "人民币 251,300.00 元 | USD 46,200.00"
    ),
    _field(
        "disputed",
        "money",
        "争议中而未计入的金额，没有则为空 | Disputed amount left out, or empty",
        "人民币 8,000.00 元 | USD 1,200.00",
    ),
    _field("fee", "money", "催收费用，没有则为空 | Reminder fee, or empty", "人民币 50.00 元 | USD 15.00"),
    # Invoices
    _field("invoice_count", "invoices", "发票张数 | Number of invoices", "2", NUMBER),
    _field("numbers", "invoices", "全部发票号 | All invoice numbers", "HQ2509-103、HQ2510-124 | HQ2510-127"),
    _field(
        "oldest_due",
        "invoices",
        "最早的到期日 | Earliest due date",
        "2025 年 11 月 28 日 | 7 December 2025",
    ),
    _field("most_days_late", "invoices", "最长逾期天数 | Most days late", "33", NUMBER),
    _field("contract", "invoices", "合同号，没有则为空 | Contract number, or empty", "HT-2025-018"),
    _field("terms", "invoices", "账期，没有约定则为空 | Payment terms, or empty", "月结 60 天 | net 60"),
    _field(
        "invoices",
        "invoices",
        "逐张发票，用于循环：number、date、due、days_late、amount、original、disputed、interest、contract、reference"
        " | Each invoice, for loops: number, date, due, days_late, amount, original, disputed, interest,"
        " contract, reference",
        "{% for invoice in invoices %}{{ invoice.number }}{% endfor %}",
        LIST,
    ),
    # Interest and discount
    _field(
        "interest_treatment",
        "interest",
        "利息处理：claim 主张、mention 说明依据、waive 不提 | Interest: claim, mention or waive",
        "mention",
    ),
    _field(
        "interest_basis",
        "interest",
        "利息依据，没有则为空 | Basis of the interest, or empty",
        "合同第 7.2 条，按日万分之三 | clause 7.2 of our contract, at 1% per month",
    ),
    _field(
        "interest_daily",
        "interest",
        "每日新增利息，没有则为空 | Interest of one more day, or empty",
        "人民币 75.39 元 | USD 15.40",
    ),
    _field(
        "interest_total",
        "interest",
        "暂计至信函日的利息（仅主张时） | Interest to the letter's day (only when claimed)",
        "人民币 1,866.69 元 | USD 369.60",
    ),
    _field(
        "compensation",
        "interest",
        "法定追收补偿，没有则为空 | Statutory compensation, or empty",
        "欧元 40.00 | EUR 40.00",
    ),
    _field(
        "sme_rules",
        "interest",
        "是否适用《保障中小企业款项支付条例》 | Whether China's SME payment regulation applies",
        "yes",
        YES_NO,
    ),
    _field(
        "discount_percent",
        "interest",
        "提前付款折扣率，不适用则为空 | Early-payment discount, or empty",
        "2%",
    ),
    _field(
        "discount_until",
        "interest",
        "享受折扣的最后付款日 | Last day for the discount",
        "2026 年 1 月 5 日 | 5 January 2026",
    ),
    _field("discount_amount", "interest", "折扣金额 | Discount", "人民币 2,000.00 元 | USD 924.00"),
    _field(
        "discounted_total",
        "interest",
        "扣除折扣后的应付金额 | Total less the discount",
        "人民币 98,000.00 元 | USD 45,276.00",
    ),
    # Us
    _field(
        "company",
        "company",
        "我方名称 | Our name",
        "甬联紧固件（宁波）有限公司 | Yonglian Fasteners Co., Ltd.",
    ),
    _field("company_address", "company", "我方地址 | Our address", "浙江省宁波市海曙区示例路 18 号"),
    _field("company_phone", "company", "我方电话 | Our telephone", "0574-5550 0120"),
    _field("company_email", "company", "我方邮箱 | Our e-mail", "accounts@yonglian.example"),
    _field("company_contact", "company", "我方联系人 | Our contact person", "财务部 陈晓岚 | Chen Xiaolan"),
    _field("bank", "company", "开户行 | Our bank", "宁波江海银行鄞州支行 | Ningbo Jianghai Bank"),
    _field("bank_account", "company", "账号 | Our account number", "6200 0001 2025 1231 006"),
    _field("bank_name", "company", "户名 | Name of our account", "甬联紧固件（宁波）有限公司"),
    # The customer
    _field(
        "customer",
        "customer",
        "客户全称 | The customer's full name",
        "青岛海拓船舶配件有限公司 | Meridian LLC",
    ),
    _field(
        "contact", "customer", "客户联系人，没有则为空 | Contact person there, or empty", "王敏 | Ms Alvarez"
    ),
    _field(
        "customer_address",
        "customer",
        "客户地址 | The customer's address",
        "青岛市示例路 6 号 | 240 Harbor Street",
    ),
    # What a letter outside the ladder is about
    _field("handed_to", "further", "移交给谁 | To whom the debt is handed", "律师 | our lawyers"),
    _field(
        "promised_on",
        "further",
        "对方承诺的付款日 | Day the customer promised to pay",
        "2026 年 1 月 15 日 | 15 January 2026",
    ),
    _field(
        "promised_amount", "further", "承诺金额 | Amount promised", "人民币 100,000.00 元 | USD 20,000.00"
    ),
    _field("promised_by", "further", "作出承诺的人 | Who promised", "王敏 | Ms Alvarez"),
    _field(
        "promise_made_on",
        "further",
        "作出承诺的日期 | Day the promise was made",
        "2025 年 12 月 28 日 | 28 December 2025",
    ),
    _field(
        "received_on",
        "further",
        "收款日期 | Day the payment arrived",
        "2025 年 12 月 30 日 | 30 December 2025",
    ),
    _field("received_amount", "further", "收款金额 | Amount received", "人民币 50,000.00 元 | USD 10,000.00"),
    _field("plan_number", "further", "还款协议编号 | Number of the payment plan", "HK-20251231-1"),
    _field("plan_count", "further", "还款期数 | Number of instalments", "3", NUMBER),
    _field(
        "plan_total",
        "further",
        "还款总额（含约定利息） | Total of the plan, agreed interest included",
        "人民币 251,300.00 元 | USD 46,200.00",
    ),
    _field("plan_rate", "further", "约定年利率，无息则为空 | Agreed rate a year, or empty", "3.45%"),
    _field("plan_grace_days", "further", "还款宽限日数 | Days of grace of the plan", "3", NUMBER),
    _field(
        "plan_parts",
        "further",
        "逐期还款，用于循环：number、due、amount、interest、total | Each instalment, for loops: number, due,"
        " amount, interest, total",
        "{% for part in plan_parts %}{{ part.due }}{% endfor %}",
        LIST,
    ),
    # Whole parts of the letter, each on a line of its own
    _field("invoice_table", "block", "发票明细表，可跨页 | The invoice table, over pages", "", BLOCK),
    _field("interest_note", "block", "表下的利息说明 | The note on interest below the table", "", BLOCK),
    _field(
        "reserve_note",
        "block",
        "表下的权利保留说明，不写利息依据 | The note that reserves all rights, without the basis of interest",
        "",
        BLOCK,
    ),
    _field("amount_block", "block", "金额与大写，左侧有色条 | Amount and words beside the bar", "", BLOCK),
    _field("bank_details", "block", "收款账户 | Where to pay", "", BLOCK),
    _field("plan_table", "block", "还款计划表 | The table of instalments", "", BLOCK),
    _field("signature", "block", "落款、盖章与日期 | Signature, seal and day", "", BLOCK),
    _field("both_sign", "block", "双方签章栏 | Where both parties sign", "", BLOCK),
    _field(
        "reply_slip", "block", "回执，印在末页下方 | The reply slip at the foot of the last page", "", BLOCK
    ),
    _field("balance_slip", "block", "对账回执，印在末页下方 | The slip that confirms a balance", "", BLOCK),
    _field(
        "promise_slip",
        "block",
        "确认欠款并承诺还款的回执 | The slip that confirms the debt and promises to pay",
        "",
        BLOCK,
    ),
)

BLOCKS = frozenset(field.name for field in FIELDS if field.kind == BLOCK)
INVOICE_KEYS = tuple("number date due days_late amount original disputed interest contract reference".split())
PART_KEYS = tuple("number due amount interest total".split())
LIST_KEYS = {"invoices": INVOICE_KEYS, "plan_parts": PART_KEYS}
