"""What a row that is not plainly an item is: total, subtotal, page footer, repeated header, band."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from app.domain.importing import Cell, RowClass
from app.imports.cells import as_text
from app.imports.header import is_blank
from app.imports.titles import normal

_GRAND = re.compile(
    r"^(总计|总合计|合计|应收合计|合计数|共计|grand total|report total|overall total|totals?|总额)$"
)
_SUB = re.compile(
    r"^(小计|本页合计|本页小计|本期合计|本月合计|本日合计|本年累计|累计|当前合计|期间合计|"
    r"sub\s?total|total\s+(for|of)?\s*.*|.*\s+total)$"
)
_SUB_END = re.compile(r".*(小计|合计|总计)$")
_PERCENT = re.compile(r"^(percent|percentage|占比|百分比|比例|ageing %|% of total)")
_FOOTER = re.compile(
    r"^第\s*\d+\s*页|^共\s*\d+\s*页|\bpage\s+\d+(\s*(of|/)\s*\d+)?|^(制表|打印|审核|编制|复核|"
    r"经办|记账|会计主管|单位负责人|财务主管|制单)\s*(人|日期|时间)?\s*[:：]|"
    r"^(printed|generated|prepared|exported|report (run|generated))\b|^(cash|accrual) basis|"
    r"^[-=_*—－]{3,}$|^第\s*\d+\s*页\s*[,，/]"
)
_OPENING = re.compile(
    r"^(期初余额|期初|上年结转|年初余额|期初应收|上期结转|上月结转|承前页|opening balance|"
    r"balance (b/?f|brought forward)|b/f)$"
)
_CARRIED = re.compile(r"^(承前页|过次页|转下页)$")
_HEADER_SHARE = 0.6
_TEXTS = 4


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Half-width, lower case, without the marks people set around a total's name."""
    return (
        unicodedata.normalize("NFKC", text)
        .casefold()
        .strip(" :：*=-[]【】\t")
        .replace("合 计", "合计")
        .replace("总 计", "总计")
        .replace("小 计", "小计")
    )


def filled_texts(row: Sequence[Cell]) -> list[str]:
    """The texts of a row, in order, without numbers, days and blanks."""
    return [as_text(cell) for cell in row if isinstance(cell, str) and not is_blank(cell)]


def marked_class(texts: Sequence[str]) -> RowClass | None:
    """The class that a row's own words give it; None when they give none."""
    for text in map(_plain, texts[:_TEXTS]):
        if _GRAND.match(text):
            return RowClass.TOTAL
        if _SUB.match(text) or _SUB_END.match(text) or _PERCENT.match(text) or _CARRIED.match(text):
            return RowClass.SUBTOTAL
        if _FOOTER.search(text):
            return RowClass.FOOTER
    return None


def opening_text(texts: Sequence[str]) -> str:
    """The words that carry a balance forward from before the list; "" for any other row."""
    return next((text for text in texts if _OPENING.match(_plain(text))), "")


class HeaderRows:
    """Recognises the header where a program repeats it on every page."""

    def __init__(self, layers: Sequence[Sequence[Cell]]) -> None:
        self._titles = [
            {normal(as_text(layer[c])) for layer in layers if c < len(layer)} - {""}
            for c in range(max(map(len, layers), default=0))
        ]

    def repeats(self, row: Sequence[Cell]) -> bool:
        """True when most filled cells of a row say what the header says in that column."""
        filled = same = 0
        for column, cell in enumerate(row):
            if is_blank(cell):
                continue
            filled += 1
            if column < len(self._titles) and normal(as_text(cell)) in self._titles[column]:
                same += 1
        return same > 0 and same >= filled * _HEADER_SHARE
