"""The steps of a claim's calculation, what happened to it, and moves of it, in words: code → (zh, en)."""

from __future__ import annotations

_SET_OFF: dict[str, tuple[str, ...]] = {
    "set_off.part": (
        "{what}（{day}）{amount} 冲抵发票 {invoice}",
        "{what} of {day}: {amount} off invoice {invoice}",
    ),
    "set_off.more": ("另 {n} 笔", "{n} more", "{n} more"),
    "set_off.debt": ("损失日未付：{parts}。", "Open at the day of loss: {parts}."),
    "set_off.gap": ("不在保：{parts}。", "Not covered: {parts}."),
    "set_off.why": (
        "损失日账上未核销，先冲减欠款：{parts}。",
        "On account at the day of loss, and so taken off first: {parts}.",
    ),
}

_STEPS: dict[str, tuple[str, ...]] = {
    "indemnity_why.covered": (
        "损失日各发票在买方限额内的在保部分之和，折成保单币种。点开发票可见未保的原因。",
        "What of the invoices is insured at the day of loss, in the policy's currency; below is why not the rest.",
    ),
    "indemnity_why.threshold_met": (
        "起赔点 {least}：债权已达到，不作扣减。",
        "Threshold {least}: the debt reaches it, so nothing is taken off.",
    ),
    "indemnity_why.threshold_missed": (
        "起赔点 {least}：债权未达到，不予赔付。",
        "Threshold {least}: the debt does not reach it, so nothing is paid.",
    ),
    "indemnity_why.percent": (
        "赔付比例 {pct}%，其余 {taken} 由我方自担。",
        "{pct} % is insured; the other {taken} are borne by us.",
    ),
    "indemnity_why.percent_decided": (
        "保险人核定的赔付比例 {pct}%（低于保单约定），其余 {taken} 由我方自担。",
        "{pct} % as the insurer decided; the other {taken} are borne by us.",
    ),
    "indemnity_why.retention": (
        "最低自留额 {least}：自担部分已有 {share}，再扣 {taken}。",
        "At least {least} is borne by us: {share} are already, {taken} more are taken off.",
    ),
    "indemnity_why.each_loss": (
        "每次损失免赔额 {deductible}，扣 {taken}。",
        "Each and every loss {deductible}: {taken} are taken off.",
    ),
    "indemnity_why.first_loss": (
        "累计免赔额 {whole}，本保险期尚余 {remaining} 未用，扣 {taken}。",
        "Aggregate first loss {whole}, of which {remaining} were left: {taken} are taken off.",
    ),
    "indemnity_why.liability": (
        "最高赔偿限额 {whole}，本保险期尚余 {remaining}，超出部分扣 {taken}。",
        "Maximum liability {whole}, of which {remaining} were left: {taken} beyond it are taken off.",
    ),
}

_EVENTS: dict[str, tuple[str, ...]] = {
    "claim_event.state": ("状态", "State"),
    "claim_event.question": ("保险人询问", "Insurer's question"),
    "claim_event.payment": ("收到赔款", "Payment received"),
    "claim_event.decline": ("拒赔", "Declined"),
    "claim_event.objection": ("提出异议", "Objection"),
    "claim_event.cost": ("追偿费用", "Recovery costs"),
    "claim_event.recovery": ("追偿到账", "Recovery"),
    "claim_event.consent": ("自行催收", "Letters of our own"),
    "claim_event.note": ("备注", "Note"),
    "claim_event.write_off": ("核销", "Written off"),
    "claim_event.consent_yes": ("保险人同意我方自行催收", "The insurer consents to letters of our own"),
    "claim_event.consent_no": ("保险人不同意我方自行催收", "No consent to letters of our own"),
    "claim_event.split": ("保险人得 {insurer}，我方得 {own}", "insurer {insurer}, ourselves {own}"),
    "claim_event.cost_split": (
        "保险人承担 {insurer}，我方承担 {own}",
        "insurer bears {insurer}, we bear {own}",
    ),
    "claim_event.less_costs": ("费用 {costs}", "costs {costs}"),
}

_PAPERS: dict[str, tuple[str, ...]] = {
    "claim_paper_state.there": ("已附", "Attached"),
    "claim_paper_state.made": ("随包生成", "Made with the pack"),
    "claim_paper_state.waived": ("无需", "Not needed"),
    "claim_paper_state.missing": ("缺", "Missing"),
}

_PERIODS: dict[str, tuple[str, ...]] = {
    "declaration_state.running": ("未结束", "Running"),
    "declaration_state.due": ("待申报", "To declare"),
    "declaration_state.late": ("申报超期", "Late"),
    "declaration_state.declared": ("已申报", "Declared"),
    "declaration_state.accepted": ("已确认", "Accepted"),
    "declaration_terms.step": ("{n} 天以内", "up to {n} day", "up to {n} days"),
    "declaration_terms.cash": ("即期", "at once"),
}

_MOVES: dict[str, tuple[str, ...]] = {
    "claim_move.waiting": ("进入等待期", "Waiting period begins"),
    "claim_move.ready_to_file": ("可以索赔", "Ready to file"),
    "claim_move.filed": ("提交索赔", "File the claim"),
    "claim_move.docs_requested": ("保险人要求补件", "Documents requested"),
    "claim_move.assessing": ("材料已交，审核中", "Being assessed"),
    "claim_move.approved": ("登记核准", "Enter the approval"),
    "claim_move.partial": ("登记部分核准", "Enter a part approval"),
    "claim_move.declined": ("登记拒赔", "Enter the refusal"),
    "claim_move.recovery": ("转入追偿", "Recovery begins"),
    "claim_move.closed": ("结案", "Close"),
    "claim_move.withdrawn": ("撤案", "Withdraw"),
}

WORDS: dict[str, tuple[str, ...]] = {**_SET_OFF, **_STEPS, **_EVENTS, **_PAPERS, **_PERIODS, **_MOVES}
