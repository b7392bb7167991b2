"""Contingency plans and their runs: per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "contingency.name": ("请给预案起一个名称。", "Give the plan a name."),
    "contingency.level": ("风险级别应为 1、2 或 3。", "The risk level must be 1, 2 or 3."),
    "contingency.no_steps": ("预案至少要有一个步骤。", "A plan needs at least one step."),
    "contingency.empty_step": ("有步骤没有内容，请填写或删除。", "A step is empty; fill it in or remove it."),
    "contingency.days": ("步骤的天数不能为负。", "A step cannot be due before the plan begins."),
    "contingency.too_long": (
        "名称与每个步骤最多 {most} 个字。",
        "Names and steps have at most {most} characters.",
    ),
    "contingency.gone": (
        "这份预案或演练已不存在，可能已被删除。",
        "This plan or run is no longer there; it may have been removed.",
    ),
    "contingency.all_there": (
        "三个级别都已有预案，无须再取用自带的预案。",
        "Every level has a plan already; the shipped ones are not needed.",
    ),
    "contingency.no_alert": ("这条预警已不存在。", "This warning is no longer there."),
    "contingency.no_plan": (
        "没有适用这条预警的预案。请先在“应急预案”中建立或启用一份。",
        "No plan fits this warning; make one, or put one into use, under Contingency plans.",
    ),
    "contingency.kind": ("只能是演练或实际启动。", "A run is either a drill or real."),
    "contingency.no_step": ("没有这个步骤。", "There is no such step."),
    "contingency.ended": ("这次已经结束，不能再改动。", "This run has ended and stays as it is."),
    "contingency.outcome": ("请写明结果。", "Say what came of it."),
    "contingency.real_stays": (
        "实际启动的记录不能删除，只能结束。",
        "The record of a real run cannot be removed; end it instead.",
    ),
    "contingency_level.1": ("一级：关注", "Level 1: watch"),
    "contingency_level.2": ("二级：严重", "Level 2: serious"),
    "contingency_level.3": ("三级：危机", "Level 3: crisis"),
    "contingency_kind.drill": ("演练", "Drill"),
    "contingency_kind.real": ("实际启动", "Real"),
    "contingency_due.at_once": ("立即", "at once"),
    "contingency_due.days": ("{n} 天内", "within {n} day", "within {n} days"),
    "contingency_sheet.number": ("序号", "No."),
    "contingency_sheet.step": ("步骤", "Step"),
    "contingency_sheet.who": ("负责人", "Who"),
    "contingency_sheet.due": ("时限", "By when"),
    "contingency_sheet.day": ("最迟", "Due"),
    "contingency_sheet.done": ("完成", "Done"),
    "contingency_sheet.yes": ("已完成", "done"),
    "contingency_sheet.by": ("完成人", "Done by"),
    "contingency_sheet.on": ("完成日", "Done on"),
    "contingency_sheet.rules": ("触发预警：{text}", "Alerts that open it: {text}"),
    "contingency_sheet.triggers": ("其他触发情形：{text}", "What else sets it off: {text}"),
    "contingency_sheet.contacts": ("联系人：{text}", "Whom to call: {text}"),
    "contingency_sheet.ended": ("{day} 结束：{text}", "Ended {day}: {text}"),
    "work.contingency.drill": ("预案“{name}”已一年没有演练", "No drill of “{name}” for a year"),
    "work.contingency.late": (
        "预案“{name}”有 {n} 个步骤已到期未做",
        "“{name}”: {n} step is due and not done",
        "“{name}”: {n} steps are due and not done",
    ),
}
