"""Insurance duties in the window: what missing each costs, and what comes next: code → (zh, en)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "duty_stake.forfeit": ("可能丧失赔付", "Cover at stake"),
    "duty_stake.none": ("无直接影响", "No cover at stake"),
    "duty_miss.notice": (
        "未按期提交可损通知，这些发票可能失去保障，或由保险人降低赔付比例。",
        "Without the notice in time these invoices can lose their cover, or the insurer lowers the percentage.",
    ),
    "duty_miss.adverse": (
        "隐瞒或迟报不利信息，保险人可拒赔此后发货，甚至解除保单。",
        "Bad news told late or not at all lets the insurer refuse what was shipped after it.",
    ),
    "duty_miss.stop": (
        "停止期内继续发货，新发的货不在保。",
        "What is shipped while shipments have to stop is not insured.",
    ),
    "duty_miss.mep_end": (
        "此日之后对该买方的发货不再承保，直到欠款收回。",
        "After this day shipments to the buyer are not insured until it has paid.",
    ),
    "duty_miss.waiting_end": (
        "不会丧失权利；等待期满后才能索赔。",
        "Nothing is lost: the claim can be filed once the waiting period is over.",
    ),
    "duty_miss.claim": (
        "过期未索赔，保险人可以拒赔。",
        "A claim filed after this day can be refused altogether.",
    ),
    "duty_miss.documents": (
        "材料未补齐，审核中止，保险人可以拒赔。",
        "Without the documents the assessment rests, and the insurer can decline.",
    ),
    "duty_miss.answer": (
        "这是保险人的期限：到期未答复请书面催问，并记录日期。",
        "This is the insurer's own day: ask in writing when it has passed, and note the date.",
    ),
    "duty_miss.objection": (
        "过期视为接受保险人的结论。",
        "After this day the insurer's decision counts as accepted.",
    ),
    "duty_miss.declaration": (
        "未申报的发货可能不在保；保险费也无法结算。",
        "Shipments that were not declared can be uninsured, and the premium cannot be settled.",
    ),
    "duty_miss.limit_expiry": (
        "到期后对该买方的发货不在保。",
        "Shipments to this buyer after that day are not insured.",
    ),
    "duty_miss.limit_review": (
        "不会丧失权利；不足的限额会留下保障缺口，闲置的限额可能收费。",
        "Nothing is lost, but short limits leave a gap and idle ones can cost a fee.",
    ),
    "duty_miss.premium": (
        "欠缴保险费，保险人可以中止承保。",
        "While premium is owed the insurer can suspend cover.",
    ),
    "duty_miss.renewal": (
        "保单到期后发的货不在保，已批限额随之失效。",
        "What is shipped after the policy ends is not insured, and its limits end with it.",
    ),
    "duty_next.notice": ("填写可损通知", "Write the notice"),
    "duty_next.adverse": ("填写不利信息通知", "Write the notice"),
    "duty_next.stop": ("登记停止发货", "Record the stop"),
    "duty_next.mep_end": ("查看催收", "Collect"),
    "duty_next.waiting_end": ("准备赔案", "Prepare the claim"),
    "duty_next.claim": ("提交索赔", "File the claim"),
    "duty_next.documents": ("补充材料", "Send the documents"),
    "duty_next.answer": ("查看赔案", "Open the claim"),
    "duty_next.objection": ("查看赔案", "Open the claim"),
    "duty_next.declaration": ("申报营业额", "Declare turnover"),
    "duty_next.limit_expiry": ("查看买方限额", "Open the limit"),
    "duty_next.limit_review": ("检视限额", "Review the limits"),
    "duty_next.premium": ("登记保险费", "Enter the payment"),
    "duty_next.renewal": ("续保", "Renew the policy"),
    "duty_reckoning.decides": ("最早，以此为准", "the earliest: it decides"),
    "duty_reckoning.margin": (
        "期限 {day} 前留 {n} 个工作日，最后稳妥日 {safe}",
        "{n} working day kept before {day}: the last safe day is {safe}",
        "{n} working days kept before {day}: the last safe day is {safe}",
    ),
    "duty_reckoning.no_margin": (
        "未留余量，最后稳妥日 {safe}",
        "no margin is kept: the last safe day is {safe}",
    ),
    "duty_where.none": (
        "保单条款位置未填写。在保单页填写后，这里会显示。",
        "Where the policy says so is not entered; enter it with the policy and it stands here.",
    ),
}
