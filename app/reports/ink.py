"""The colours of paper: the light theme's, chosen so that they stay apart in grey."""

from __future__ import annotations

TEXT = "#17211D"
SECONDARY = "#4E5B55"
TERTIARY = "#5D6963"
ACCENT = "#0B6660"
RULE = "#17211D"
HAIRLINE = "#DCE1DD"
WHITE = "#FFFFFF"

GRADES = {
    "A": ("#D8EEE6", "#0A6450"),
    "B": ("#DCE8F6", "#245894"),
    "C": ("#F7E8C4", "#7A5000"),
    "D": ("#A3273B", "#FFFFFF"),
}
"""Tint and letter of each grade; D is filled, as it is what is looked for."""
STATUS = {
    "ok": ("#0C735B", "#0A6450"),
    "near": ("#BD8108", "#7A5000"),
    "miss": ("#B3283C", "#9B2036"),
    "none": ("#6A766F", "#4E5B55"),
}
"""Mark and words of a figure that meets, nears or misses its target."""
NOT_DUE = "#8DB4CC"
_OVERDUE = ("#F0D36F", "#D9822B", "#B0432A", "#6B1F3A")


def bucket_colour(index: int, count: int) -> str:
    """The fill of aging bucket ``index`` of ``count`` (0 = not due), the last always the darkest."""
    if index == 0:
        return NOT_DUE
    steps = max(count - 2, 1)
    at = (index - 1) * (len(_OVERDUE) - 1) if count > 2 else (len(_OVERDUE) - 1) * steps  # noqa: PLR2004
    low, rest = divmod(at, steps)
    if rest == 0:
        return _OVERDUE[low]
    return _mixed(_OVERDUE[low], _OVERDUE[low + 1], rest, steps)


def _mixed(a: str, b: str, part: int, whole: int) -> str:
    """The colour ``part``/``whole`` of the way from one to the other."""
    pairs = ((int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{(x * (whole - part) + y * part) // whole:02X}" for x, y in pairs)
