"""The closed set of fields that the text of a notice to the insurer may use: meaning and example of each.

As with letters to customers, a field that does not apply is empty, 0 or no: every field is always there.
"""

from __future__ import annotations

from app.domain.letter_fields import BLOCK, NUMBER, YES_NO, Field
from app.domain.notice import NoticeKind

NOTICES: tuple[str, ...] = tuple(f"notice_{kind}" for kind in NoticeKind)
"""Codes of the shipped notices, one for each kind."""


def _field(name: str, group: str, meaning: str, example: str, kind: str = "text") -> Field:
    """A field from ``zh | en`` pairs; one example serves both where it has no bar."""
    zh, _, en = meaning.partition(" | ")
    first, _, second = example.partition(" | ")
    return Field(name, group, (zh, en), (first, second or first), kind)


NOTICE_FIELDS: tuple[Field, ...] = (
    _field("number", "notice", "通知书编号 | The notice's own number", "TZ-20251231-006"),
    _field("today", "notice", "通知书日期 | The notice's day", "2025 年 12 月 31 日 | 31 December 2025"),
    _field(
        "known_on",
        "notice",
        "我方知悉之日 | The day it became known to us",
        "2025 年 12 月 28 日 | 28 December 2025",
    ),
    _field(
        "facts",
        "notice",
        "我方填写的情况说明，没有则为空 | What we wrote about it, or empty",
        "买方称资金周转困难 | The buyer says that it is short of cash",
    ),
    _field("late", "notice", "是否已过保单期限 | Whether the policy's last day has passed", "yes", YES_NO),
    _field(
        "last_day",
        "notice",
        "保单规定的最后通知日，没有则为空 | The policy's last day to tell, or empty",
        "2026 年 1 月 14 日 | 14 January 2026",
    ),
    _field("days_over", "notice", "超过该日的天数 | Days after that day", "3", NUMBER),
    _field(
        "clause",
        "notice",
        "保单条款出处，没有则为空 | Where the policy says so, or empty",
        "第 8 条 | clause 8",
    ),
    _field("reminders", "notice", "我方已发催款函次数 | Letters of our own sent before", "2", NUMBER),
    _field(
        "reminded_on",
        "notice",
        "最近一次催款函日期，没有则为空 | Day of the last of them, or empty",
        "2025 年 12 月 13 日 | 13 December 2025",
    ),
    _field(
        "earlier_sent_on",
        "notice",
        "被撤回通知的提交日，没有则为空 | Day the notice now taken back was sent, or empty",
        "2025 年 12 月 1 日 | 1 December 2025",
    ),
    _field(
        "earlier_number",
        "notice",
        "被撤回通知的编号，没有则为空 | Number of the notice now taken back, or empty",
        "TZ-20251201-004",
    ),
    _field(
        "earlier_reference",
        "notice",
        "保险人对该通知的编号，没有则为空 | The insurer's reference of it, or empty",
        "NOA-55120",
    ),
    _field("total", "money", "未付金额合计 | Total outstanding", "人民币 251,300.00 元 | USD 46,200.00"),
    _field(
        "total_in_words",
        "money",
        "金额大写 | Total in words",
        "人民币贰拾伍万壹仟叁佰元整 | USD forty-six thousand two hundred only",
    ),
    _field(
        "disputed",
        "money",
        "其中有争议的金额，没有则为空 | Disputed part, or empty",
        "人民币 8,000.00 元 | USD 1,200.00",
    ),
    _field("invoice_count", "invoices", "发票张数 | Number of invoices", "2", NUMBER),
    _field("numbers", "invoices", "全部发票号 | All invoice numbers", "HQ2509-103、HQ2510-124 | HQ2510-127"),
    _field(
        "oldest_due",
        "invoices",
        "最早的原到期日，没有则为空 | Earliest original due date, or empty",
        "2025 年 11 月 28 日 | 7 December 2025",
    ),
    _field("most_days_late", "invoices", "最长逾期天数 | Most days late", "33", NUMBER),
    _field("insurer", "policy", "保险人 | The insurer", "示例财产保险有限公司 | Example Credit Insurance"),
    _field("broker", "policy", "保险经纪人，没有则为空 | Broker, or empty", "示例保险经纪 | Example Brokers"),
    _field("policy_number", "policy", "保单号 | Policy number", "DZ-2025-0117"),
    _field(
        "policy_period",
        "policy",
        "保险期间 | Insurance period",
        "2025 年 4 月 1 日至 2026 年 3 月 31 日 | 1 April 2025 to 31 March 2026",
    ),
    _field(
        "holder",
        "policy",
        "被保险人，未填写时为我方名称 | The insured; our own name unless the policy says another",
        "甬联紧固件（宁波）有限公司 | Yonglian Fasteners Co., Ltd.",
    ),
    _field(
        "limit",
        "policy",
        "发货日有效的买方限额，没有则为空 | Buyer limit in force at shipment, or empty",
        "人民币 500,000.00 元 | CNY 500,000.00",
    ),
    _field("company", "company", "我方名称 | Our name", "甬联紧固件（宁波）有限公司 | Yonglian Fasteners"),
    _field("company_contact", "company", "我方联系人 | Our contact person", "财务部 陈晓岚 | Chen Xiaolan"),
    _field("company_phone", "company", "我方电话 | Our telephone", "0574-5550 0120"),
    _field("company_email", "company", "我方邮箱 | Our e-mail", "accounts@yonglian.example"),
    _field("buyer", "buyer", "买方全称 | The buyer's full name", "青岛海拓船舶配件有限公司 | Meridian LLC"),
    _field("buyer_identifier", "buyer", "买方注册号，没有则为空 | Its registered number, or empty", "9137…"),
    _field("buyer_country", "buyer", "买方国家或地区 | Its country", "中国 | United States"),
    _field("buyer_address", "buyer", "买方地址，没有则为空 | Its address, or empty", "240 Harbor Street"),
    _field("policy_facts", "block", "保单、买方与限额一览 | Policy, buyer and limit", "", BLOCK),
    _field("invoice_table", "block", "发票明细表，可跨页 | The invoice table, over pages", "", BLOCK),
    _field("amount_block", "block", "金额与大写 | Amount in figures and words", "", BLOCK),
    _field("signature", "block", "落款、盖章与日期 | Signature, seal and day", "", BLOCK),
)

NOTICE_BLOCKS = frozenset(field.name for field in NOTICE_FIELDS if field.kind == BLOCK)
