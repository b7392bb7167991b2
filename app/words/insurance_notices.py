"""Notices to the insurer: their kinds, the answers, the parts of the paper, and what is wrong with one."""

from __future__ import annotations

_KINDS: dict[str, tuple[str, ...]] = {
    "notice_kind.overdue": ("可损通知", "Overdue notice"),
    "notice_kind.adverse": ("不利信息通知", "Adverse information"),
    "notice_kind.insolvency": ("买方破产通知", "Insolvency"),
    "notice_kind.rejection": ("买方拒收通知", "Rejected goods"),
    "notice_kind.withdrawal": ("撤回通知", "Withdrawal of a notice"),
    "notice_state.draft": ("草稿", "Draft"),
    "notice_state.sent": ("已提交", "Sent"),
    "notice_state.replied": ("已答复", "Answered"),
    "notice_reply.kept": ("维持限额", "Limit kept"),
    "notice_reply.reduced": ("降低限额", "Limit reduced"),
    "notice_reply.withdrawn": ("撤销限额", "Limit withdrawn"),
    "notice_reply.stop": ("要求停止发货", "Shipments to stop"),
    "notice_source": ("对通知 {number} 的答复", "Answer to notice {number}"),
}

_TIMELINE: dict[str, tuple[str, ...]] = {
    "event.notice.overdue": (
        "向保险人提交可损通知 {number}，{amount}",
        "Overdue notice {number} to the insurer, {amount}",
    ),
    "event.notice.adverse": ("向保险人通知不利信息 {number}", "Insurer told of bad news, {number}"),
    "event.notice.insolvency": ("向保险人通知买方破产 {number}", "Insurer told of the insolvency, {number}"),
    "event.notice.rejection": (
        "向保险人通知买方拒收 {number}，{amount}",
        "Insurer told of rejected goods, {number}, {amount}",
    ),
    "event.notice.withdrawal": ("撤回致保险人的通知 {number}", "Notice to the insurer withdrawn, {number}"),
    "event.notice_reply.kept": ("保险人维持限额（{number}）", "Insurer keeps the limit ({number})"),
    "event.notice_reply.reduced": (
        "保险人答复降低限额（{number}）",
        "Insurer answers: limit reduced ({number})",
    ),
    "event.notice_reply.withdrawn": (
        "保险人答复撤销限额（{number}）",
        "Insurer answers: limit withdrawn ({number})",
    ),
    "event.notice_reply.stop": ("保险人要求停止发货（{number}）", "Insurer asks to stop shipping ({number})"),
}

_PAPER: dict[str, tuple[str, ...]] = {
    "notice.part.policy_facts": ("〔保单与买方〕", "[Policy and buyer]"),
    "notice.part.invoice_table": ("〔发票明细表〕", "[Table of invoices]"),
    "notice.part.amount_block": ("〔金额〕", "[Amount]"),
    "notice.part.signature": ("〔落款〕", "[Signature]"),
    "notice.to": ("致：{insurer}", "{insurer}"),
    "notice.through": ("经由：{broker}", "through {broker}"),
    "notice.period": ("{start}至 {end}", "{start} to {end}"),
    "notice.and": ("、", " and "),
    "notice.fact.policy": ("保单号", "Policy no."),
    "notice.fact.holder": ("被保险人", "Insured"),
    "notice.fact.period": ("保险期间", "Period"),
    "notice.fact.buyer": ("买方", "Buyer"),
    "notice.fact.identifier": ("注册号", "Registered no."),
    "notice.fact.country": ("国家/地区", "Country"),
    "notice.fact.address": ("地址", "Address"),
    "notice.fact.limit": ("买方限额", "Buyer limit"),
    "notice.fact.known_on": ("知悉日期", "Known since"),
    "notice.both_names": ("{first}（{second}）", "{first} ({second})"),
    "notice.no_limit": ("发货日无有效限额", "none in force at shipment"),
    "notice.column.number": ("发票号", "Invoice"),
    "notice.column.issued": ("开票日期", "Issued"),
    "notice.column.shipped": ("发货日期", "Shipped"),
    "notice.column.due": ("原到期日", "Original due"),
    "notice.column.late": ("逾期天数", "Days late"),
    "notice.column.open": ("未付金额", "Outstanding"),
    "notice.part_disputed": ("（其中争议 {amount}）", " ({amount} of it disputed)"),
    "notice.amount": ("未付金额合计", "Amount outstanding"),
}

_FAULTS: dict[str, tuple[str, ...]] = {
    "notice.unknown_kind": (
        "“{kind}”不是通知的种类。",
        "“{kind}” is not a kind of notice.",
    ),
    "notice.unknown_reply": (
        "“{reply}”不是保险人答复的种类：kept、reduced、withdrawn 或 stop。",
        "“{reply}” is not an answer of an insurer: kept, reduced, withdrawn or stop.",
    ),
    "notice.unknown_language": (
        "通知只有中文（zh）和英文（en），没有“{language}”。",
        "Notices are written in Chinese (zh) and English (en), not in “{language}”.",
    ),
    "notice.format": (
        "通知只能存为 .pdf 或 .eml 文件，不能存为“{name}”。",
        "A notice is written as a .pdf or .eml file, not as “{name}”.",
    ),
    "notice.nothing_overdue": (
        "“{name}”在这份保单下没有尚未通知的逾期发票。",
        "“{name}” has no overdue invoice under this policy that the insurer was not told of.",
    ),
    "notice.no_invoices": (
        "请选择通知所涉的发票：“{name}”在这份保单下没有未付发票。",
        "Choose the invoices: “{name}” has no open invoice under this policy.",
    ),
    "notice.foreign_invoice": (
        "发票 {number} 不是“{name}”的未付发票，不能写入通知。",
        "Invoice {number} is not an open invoice of “{name}” and cannot stand in its notice.",
    ),
    "notice.nothing_to_withdraw": (
        "没有就“{name}”提交过通知，无可撤回。",
        "No notice was sent about “{name}”; there is nothing to take back.",
    ),
    "notice.draft_policy": (
        "保单 {number} 还是草稿或已作废，不能据此通知保险人。",
        "Policy {number} is a draft or annulled; no notice can be given under it.",
    ),
    "notice.is_sent": (
        "通知 {number} 已提交，不能再修改或删除；如有误，请撤销该操作或另发撤回通知。",
        "Notice {number} has been sent and cannot be changed; undo that, or send a withdrawal.",
    ),
    "notice.not_sent": (
        "通知 {number} 尚未提交，不能登记答复。",
        "Notice {number} has not been sent, so there is no answer to it.",
    ),
    "notice.is_answered": (
        "通知 {number} 的答复已登记；如有误，请先撤销。",
        "The answer to notice {number} is recorded already; undo that first.",
    ),
    "notice.known_in_future": (
        "知悉日期 {on} 在今天之后。",
        "{on}, the day it became known, has not come yet.",
    ),
    "notice.sent_in_future": ("提交日期 {on} 在今天之后。", "{on}, the day of sending, has not come yet."),
    "notice.sent_before_known": (
        "提交日期 {on} 早于知悉日期 {known}。",
        "It cannot have been sent on {on}, before it was known on {known}.",
    ),
    "notice.replied_before_sent": (
        "答复日期 {on} 早于提交日期 {sent}。",
        "The answer of {on} is earlier than the notice, sent on {sent}.",
    ),
    "notice.replied_in_future": (
        "答复日期 {on} 在今天之后。",
        "{on}, the day of the answer, has not come yet.",
    ),
    "notice.no_amount": ("请填写降低后的限额。", "Enter the limit as reduced."),
    "notice.empty": ("通知没有标题或正文。", "The notice has no title or no text."),
    "notice.lacks_email": (
        "保单联系方式中没有邮箱，邮件草稿没有收件人。",
        "The policy's contact names no e-mail address, so the draft has no recipient.",
    ),
    "notice.was_late": (
        "保单期限 {day} 已过；请在通知中说明逾期原因。",
        "The policy's last day, {day}, has passed; say in the notice why it is late.",
    ),
    "notice.all_paid": (
        "通知所涉发票均已付清，没有需要通知的欠款。",
        "Every invoice of this notice is paid by now; there is no debt left to report.",
    ),
    "notice.lacks_facts": (
        "尚未写明情况；请在通知中补充。",
        "It does not yet say what happened; add it to the notice.",
    ),
}

WORDS: dict[str, tuple[str, ...]] = _KINDS | _TIMELINE | _PAPER | _FAULTS
