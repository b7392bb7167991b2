"""Payment methods as files name them, to the codes of ``app.domain.buyer_limit``."""

from __future__ import annotations

import re
from functools import lru_cache

from app.imports.titles import normal

_NAMES = {
    "OA": "赊销 赊账 放账 月结|oa|open account|credit|on account",
    "DA": "承兑交单|da|documents against acceptance",
    "DP": "付款交单|dp|documents against payment|cad|cash against documents",
    "LC": "信用证 即期信用证 远期信用证|lc|letter of credit",
    "CIA": "预付 预付款 全额预付 款到发货 先款后货 前TT|cia|prepayment|cash in advance|advance payment|"
    "prepaid|tt in advance",
}
_SPLIT = re.compile(r"[A-Za-z]+(?:/[A-Za-z]+)?|[\u3400-\u9fff]+")


def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, names in _NAMES.items():
        chinese, _, english = names.partition("|")
        for name in [*chinese.split(), *english.split("|")]:
            found[normal(name)] = code
    return found


_KNOWN = _known()


@lru_cache(maxsize=1024)
def method_of(text: str) -> str:
    """The code of a payment method: ``O/A 60 days`` and 赊销 are OA; "" for an empty or unknown one."""
    whole = _KNOWN.get(normal(text), "")
    if whole or not text:
        return whole
    found = {code for word in _SPLIT.findall(text) if (code := _KNOWN.get(normal(word), ""))}
    return found.pop() if len(found) == 1 else ""
