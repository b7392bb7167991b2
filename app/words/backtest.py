"""The back-test: per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "backtest.window": (
        "月数应在 1 到 {most} 之间，逾期天数应在 0 到 {days} 之间。",
        "Months must lie between 1 and {most}, days late between 0 and {days}.",
    ),
    "backtest.studying": ("正在回溯检验", "Looking back"),
    "backtest.few": (
        "晚付的发票不足 30 张，结果只供参考。",
        "Fewer than 30 late invoices: too few to rely on.",
    ),
    "backtest.accepted_only": (
        "只包括已赊销的客户；被拒绝的客户没有结果可查，不能据此评价 D 级的准确度。",
        "Only customers that were sold to on credit: who was refused has no outcome, so nothing is said of grade D's accuracy.",
    ),
    "backtest.ordered": (
        "等级越好，晚付比例越低：排序正确。",
        "The better the grade, the fewer were late: the order holds.",
    ),
    "backtest.not_ordered": (
        "等级与晚付比例的次序不一致，请检查评分卡。",
        "A better grade was late more often than a worse one; look at the scorecard.",
    ),
    "backtest.no_cases": (
        "这段时间没有可判断的发票。请把时间放长，或等发票到期。",
        "No invoice of this time can be judged; take a longer time, or wait until they fall due.",
    ),
    "backtest.not_known": ("这段时间没有这项信息", "not known in this time"),
    "backtest.one_kind": ("全部按时或全部晚付，无从区分", "all in time or all late: nothing to tell apart"),
    "backtest_predictor.late_ratio": ("客户以往晚付比例", "Customer's late ratio before"),
    "backtest_predictor.grade": ("当时的信用等级", "Grade then in force"),
    "backtest_predictor.score": ("当时的信用评分", "Score then in force"),
    "backtest_predictor.alert": ("此前 90 天的预警", "Alerts in the 90 days before"),
    "backtest_quality.none": ("几乎没有区分力", "hardly tells"),
    "backtest_quality.weak": ("区分力弱", "tells a little"),
    "backtest_quality.fair": ("区分力尚可", "tells fairly"),
    "backtest_quality.good": ("区分力好", "tells well"),
    "backtest_shift.stable": ("稳定", "stable"),
    "backtest_shift.watch": ("需留意", "to be watched"),
    "backtest_shift.shifted": ("已明显偏移", "shifted"),
    "backtest_shift.unknown": ("两个日期中有一个没有等级", "no grades on one of the days"),
    "backtest_column.predictor": ("预测依据", "Predictor"),
    "backtest_column.known": ("可用发票", "Invoices known"),
    "backtest_column.auc": ("AUC", "AUC"),
    "backtest_column.interval": ("95% 区间", "95% interval"),
    "backtest_column.ks": ("KS", "KS"),
    "backtest_column.brier": ("Brier（基准）", "Brier (base)"),
    "backtest_column.grade": ("等级", "Grade"),
    "backtest_column.cases": ("发票", "Invoices"),
    "backtest_column.late": ("晚付", "Late"),
    "backtest_column.rate": ("晚付比例", "Late rate"),
    "backtest_column.amount": ("金额", "Amount"),
    "backtest_column.late_amount": ("晚付金额", "Late amount"),
    "backtest_column.days": ("平均晚付天数", "Mean days late"),
    "backtest_column.customers": ("客户", "Customers"),
    "backtest.no_grade": ("未评级", "not graded"),
    "cli.about.backtest": (
        "回溯检验：等级、以往晚付比例和预警当时能否看出后来的晚付。",
        "Back-test: could grades, late ratios and alerts tell who would pay late.",
    ),
    "cli.help.months": ("检验多少个月内开出的发票（默认 12）", "invoices issued in so many months (12)"),
    "cli.help.late_days": (
        "到期后超过多少天才算晚付（默认 0）",
        "late is more than so many days after the due date (0)",
    ),
    "cli.backtest.title": (
        "回溯检验：{start} 至 {end} 开出的 {n} 张发票，{late} 张晚付（{rate}）；另有 {undecided} 张尚不能判断",
        "Back-test: {n} invoices issued from {start} to {end}, {late} late ({rate}); {undecided} more cannot be judged yet",
    ),
    "cli.backtest.overrides": (
        "人工调整 {n} 次，占评级的 {rate}；上调 {up}，下调 {down}；有发票可查的 {cases} 次中 {late} 次出现晚付",
        "{n} overrides, {rate} of the assessments; {up} up, {down} down; of {cases} with invoices {late} had a late one",
    ),
    "cli.backtest.shift": (
        "等级分布的 PSI：{psi}（{verdict}）",
        "PSI of the grades: {psi} ({verdict})",
    ),
    "cli.backtest.coverage": (
        "{n} 次评级中 {low} 次的信息覆盖不足 60%",
        "{low} of {n} assessments rest on less than 60% of the answers",
    ),
    "cli.backtest.forecast": (
        "现金预测：{n} 个月末，13 周合计误差（WAPE）{wape}",
        "Cash forecast: {n} month ends, error of the 13 weeks (WAPE) {wape}",
    ),
}
