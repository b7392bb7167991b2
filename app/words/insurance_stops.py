"""Why shipments to a buyer were stopped: per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "stop_cause.mep": ("超过最长延长期限", "Maximum extension passed"),
    "stop_cause.insurer": ("保险人要求", "The insurer asked for it"),
    "stop_cause.withdrawn": ("限额已撤销", "Limit withdrawn"),
    "stop_cause.insolvency": ("买方破产", "Insolvency"),
    "stop_cause.collection": ("已委托追偿", "Handed over for collection"),
    "stop_cause.adverse": ("不利信息", "Adverse information"),
}
