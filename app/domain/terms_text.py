"""Reading payment terms as people write them, in Chinese and English, into a ``Terms`` value.

The readings of what is ambiguous stand in ``app.domain.terms``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from app.domain.calendar import Shift
from app.domain.problem import DomainError
from app.domain.terms import LAST_DAY, ON_RECEIPT, WHOLE, Discount, DueRule, TermPart, Terms

MOST_DAYS = 3650
MOST_MONTHS = 120
# 33.3 % three times is meant as a third each; more than this missing is a slip of the pen.
SHARE_SLACK = Decimal("0.1")

_WORDS = {
    DueRule.PREPAID: (
        "款到发货 款到付货 款到提货 带款提货 先款后货 预付 预付款 全款预付 预付全款 提前付款 "
        "定金 订金 首付 首付款 发货前 合同签订 签订合同 签约 下单时 "
        "prepaid prepay prepayment inadvance advance advancepayment paymentinadvance cashinadvance "
        "cia pia deposit downpayment upfront beforedelivery beforeshipment cashbeforedelivery cbd "
        "proforma withorder cashwithorder cwo"
    ),
    DueRule.CASH: (
        "现金 现结 现付 现款 现款现货 现金结算 货到付款 货到即付 货到付清 货到 "
        "cod cash cashondelivery ondelivery delivery"
    ),
    DueRule.RECEIPT: (
        "见票即付 票到即付 票到付款 开票即付 即付 即期 立即付款 "
        "dueonreceipt duereceipt payableonreceipt uponreceipt dueuponreceipt onreceipt receipt "
        "immediate immediately dueimmediately immediatepayment 0"
    ),
}
_ON_THE_DAY = {word: rule for rule, words in _WORDS.items() for word in words.split()}

_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SHIFT_ZH = re.compile(
    r"[(,;]?\s*(?:(?:如?[遇逢](?:法定)?[^\d,;()]*?|则)?(?:顺延|延后)(?:[至到][^\d,;()]*?工作日)?"
    r"|如?[遇逢](?:法定)?[^\d,;()]*?(?P<before>提前)(?:[至到][^\d,;()]*?工作日)?"
    r"|(?:下一个?|次一?|后一个?|(?P<earlier>前一个?|上一个?))工作日)\s*\)?"
)
_SHIFT_EN = re.compile(
    r"[(,;]?\s*(?:(?:or|on|moved to|if (?:a )?(?:holiday|weekend)s?,?)\s+)?(?:the\s+)?"
    r"(?P<which>next|following|previous|preceding|prior)\s+(?:working|business)\s+day\s*\)?"
)
_DISCOUNT = re.compile(
    r"(?P<percent>\d+(?:\.\d+)?)(?:\s*%\s*|\s*/\s*)(?P<days>\d{1,3})(?:\s*days?)?(?:\s*[,;]\s*|\s+)"
)
_DISCOUNT_SAID = (
    re.compile(
        r"(?P<percent>\d+(?:\.\d+)?)\s*%\s*(?:cash )?discount (?:if paid )?(?:with)?in "
        r"(?P<days>\d{1,3}) days?\s*[,;]?\s*"
    ),
    re.compile(
        r"(?P<days>\d{1,3})\s*[天日]\s*(?:之|以)?内\s*(?:付款|付清|支付|付)?\s*,?\s*(?:可|给予?|予以?)?\s*"
        r"(?:优惠|折让|减免?|让利|返)\s*(?P<percent>\d+(?:\.\d+)?)\s*%\s*[,;]?\s*"
    ),
    re.compile(
        r"(?P<days>\d{1,3})\s*[天日]\s*(?:之|以)?内\s*(?:付款|付清|支付|付)?\s*,?\s*(?:可|给予?|予以?)?\s*"
        r"(?:享受?有?)?\s*(?P<percent>\d+(?:\.\d+)?)\s*%\s*的?(?:现金)?(?:优惠|折扣|折让)\s*[,;]?\s*"
    ),
)
_AFTER_DISCOUNT = re.compile(r"net\b|n\s*/?\s*\d")
_SHARE_LIST = re.compile(r"([\d.]+%?(?:\s*/\s*[\d.]+%?)+)\s*[:@]\s*(.+)")
_EQUAL_PARTS = re.compile(
    r"分?(\d{1,2})\s*(?:equal\s+)?(?:instal+ments?|payments|期)[\s,]*(?:付款|付清)?[\s,]*"
    r"(?:of|every|each|每期间隔|每期|每隔|每)?\s*(\d{1,3})?\s*(天|日|days?|个?月|months?|monthly)"
)
_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_REST = re.compile(
    r"余款|尾款|余额|剩余(?:部分)?|其余(?:部分)?|(?:the\s+)?(?:balance|remainder|remaining|rest)\b"
)

_DAYS = r"(?:\s*(?:天|日|days?|d))?"
_END = r"(?:eom|(?:the )?end of (?:the )?(?:invoice |same |current |this )?month|month[- ]?end)"
_END_ZH = r"(?:月结|当?月底|当?月末|本月[底末]|当月结)"
_MONTH_WORDS = {
    "次月": 1, "下月": 1, "下个月": 1, "翌月": 1, "next": 1, "following": 1, "prox": 1,
    "次次月": 2, "下下月": 2, "下下个月": 2, "隔月": 2,
    "当月": 0, "本月": 0, "同月": 0, "current": 0, "this": 0, "same": 0, "invoice": 0,
}  # fmt: skip
_MONTH_ZH = r"(次次月|下下个?月|隔月|次月|下个?月|翌月|当月|本月|同月)"
_MONTH_EN = r"(next|following|current|this|same|invoice)"
_NTH = r"(\d{1,2})(?:st|nd|rd|th)?"


def _net(days: str) -> TermPart:
    return TermPart(DueRule.NET, days=int(days))


def _weeks(weeks: str) -> TermPart:
    return TermPart(DueRule.NET, days=7 * int(weeks))


def _months(months: str) -> TermPart:
    return TermPart(DueRule.MONTHS, months=int(months))


def _end(days: str = "0") -> TermPart:
    return TermPart(DueRule.END_OF_MONTH, days=int(days))


def _then_end(days: str) -> TermPart:
    return TermPart(DueRule.NET_THEN_END, days=int(days))


def _day_of(month: str, day: str) -> TermPart:
    return TermPart(DueRule.MONTH_DAY, months=_MONTH_WORDS.get(month, 1), day=int(day))


def _counted_day(day: str, months: str) -> TermPart:
    return TermPart(DueRule.MONTH_DAY, months=int(months), day=int(day))


def _last_of(month: str) -> TermPart:
    months = int(month) if month.isdigit() else _MONTH_WORDS[month]
    return TermPart(DueRule.MONTH_DAY, months=months, day=LAST_DAY) if months else _end()


def _counted_last(months: str) -> TermPart:
    return TermPart(DueRule.MONTH_DAY, months=int(months), day=LAST_DAY)


def _every(day: str = str(LAST_DAY)) -> TermPart:
    return TermPart(DueRule.EVERY, day=int(day))


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., TermPart]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"(?:net\s*|n\s*/?\s*|[td]\s*\+\s*)?(\d{{1,4}}){_DAYS}(?:\s*net)?", _net),
        (r"(?:net\s*)?(\d{1,2})\s*(?:weeks?|周|个?星期)", _weeks),
        (r"(?:net\s*)?(\d{1,3})\s*(?:months?|个月)", _months),
        (rf"{_END}|{_END_ZH}", _end),
        (rf"{_END}\s*(?:plus|\+)?\s*(\d{{1,4}}){_DAYS}", _end),
        (rf"{_END_ZH}\s*(?:后|起|加|\+)?\s*(\d{{1,4}}){_DAYS}", _end),
        (rf"(?:net\s*)?(\d{{1,4}}){_DAYS}\s*(?:(?:after|from|following|of)\s+)?{_END}", _end),
        (r"(\d{1,4})\s*天?\s*月结", _end),
        (rf"(?:net\s*)?(\d{{1,4}}){_DAYS},?\s*(?:then|to|to the)\s+{_END}", _then_end),
        (r"(\d{1,4})\s*[天日]\s*后?的?(?:当月)?月?[底末]", _then_end),
        (rf"{_END_ZH}\s*\+?\s*(\d{{1,3}})\s*个月|{_END}\s*\+\s*(\d{{1,3}})\s*months?", _last_of),
        (rf"{_MONTH_ZH}的?\s*(\d{{1,2}})\s*[日号]?", _day_of),
        (rf"{_MONTH_ZH}的?\s*(?:末|底|最后一[天日])", _last_of),
        (rf"(?:the )?(?:last day|end) of (?:the )?{_MONTH_EN}(?: month)?", _last_of),
        (r"last day of month \+ (\d{1,3})", _counted_last),
        (r"day (\d{1,2}) of month \+ (\d{1,3})", _counted_day),
        (r"每月的?\s*(\d{1,2})\s*[日号]?|(\d{1,2})\s*号", _every),
        (r"每月的?\s*(?:月?底|月?末|最后一[天日])", _every),
        (r"every last day|(?:the )?last day of (?:every|each) month", _every),
        (
            rf"(?:every|each)(?: month)?(?: on)?(?: the)?(?: day)? {_NTH}(?: of (?:the|each|every) month)?",
            _every,
        ),
        (rf"(?:the )?{_NTH} of (?:each|every|the) month", _every),
    )
)
_DAY_THEN_MONTH = re.compile(
    rf"(?:the )?{_NTH}(?: day)?(?: of)?(?: the)? (?:{_MONTH_EN}(?: month)?|(prox)(?:imo)?\.?|mfi)"
)
_EVENT_ZH = re.compile(
    r"(?:自|从|收到|凭)?(?:发票|票|货物?|验收(?:合格)?|签收|开票|到货|收货|发货|交货|收票|对账|提货|见票)"
    r"(?:之日|日期|日|到|开具)?(?:后|起|满|到)?\s*(?=\d)"
)
_LEAD = re.compile(
    r"^(?:(?:付款(?:条件|方式|期限)?|结算方式|账期|信用期限?|支付|(?:payment\s+)?terms?|(?:payable|payment|due|within|in|on|by)\b)"
    r"\s*[:为]?\s*(?=\S))+"
)
_TAIL = re.compile(
    r"\s*(?:(?:之|以)?内)?前?(?:付款|付清|结清|结算|支付|到付|付)?$"
    r"|\s+(?:after|from|of)\s+(?:the\s+)?(?:date\s+of\s+)?(?:invoice|delivery|shipment|receipt)(?:\s+date)?$"
    r"|\s+invoice\s+date$"
)


def parse_terms(text: str) -> Terms:
    """The terms a person wrote: ``net 30``, ``月结60天``, ``30% 预付, 70% 60天``, ``次月15日``.

    An empty text is due on the invoice date. Raises ``DomainError("terms.unknown")`` for what it
    cannot read and ``DomainError("terms.shares")`` for parts that do not sum to 100 per cent.
    """
    rest, shift = _take_shift(_normal(text))
    rest, discounts = _take_discounts(rest)
    if not rest:
        if shift is not Shift.NONE or discounts:
            raise DomainError("terms.unknown", text=text.strip())
        return ON_RECEIPT
    parts = _parts(rest)
    if parts is None:
        raise DomainError("terms.unknown", text=text.strip())
    return Terms(parts, shift, discounts)


def _parts(text: str) -> tuple[TermPart, ...] | None:
    if listed := _SHARE_LIST.fullmatch(text):
        return _listed(listed[1], listed[2])
    if equal := _EQUAL_PARTS.fullmatch(text):
        return _equal(int(equal[1]), int(equal[2] or 1), months="月" in equal[3] or "month" in equal[3])
    if _SHARE.search(text) or _REST.search(text):
        return _shared(text)
    part = _rule(text)
    return (part,) if part else None


def _normal(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("、", ",").replace("帐", "账")
    plain = re.sub(r"百分之([零〇一二两三四五六七八九十百]+)", lambda m: f"{_number(m[1])}%", plain)
    plain = re.sub(r"([一二三四五六七八九])成", lambda m: f"{_NUMERALS[m[1]]}0%", plain)
    plain = re.sub(
        r"(?<!最后)[零〇一二两三四五六七八九十百]+(?=\s*(?:天|日|号|个月|期|周|个?星期))",
        lambda m: str(_number(m[0])),
        plain,
    )
    return re.sub(r"\s+", " ", plain).strip(" .。,;")


def _number(numeral: str) -> int:
    total = digit = 0
    for char in numeral:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _NUMERALS[char]
    return total + digit


def _take_shift(text: str) -> tuple[str, Shift]:
    if found := _SHIFT_EN.search(text):
        shift = Shift.NEXT if found["which"] in {"next", "following"} else Shift.PREVIOUS
    elif found := _SHIFT_ZH.search(text):
        shift = Shift.PREVIOUS if found["before"] or found["earlier"] else Shift.NEXT
    else:
        return text, Shift.NONE
    return (text[: found.start()] + text[found.end() :]).strip(" .,;"), shift


def _take_discounts(text: str) -> tuple[str, tuple[Discount, ...]]:
    """The tiers in front of the terms; ``2/10`` is one only where "net" follows the last of them."""
    tiers: list[Discount] = []
    rest, said = text, False
    while True:
        plainly = next((found for form in _DISCOUNT_SAID if (found := form.match(rest))), None)
        found = plainly or _DISCOUNT.match(rest)
        if not found:
            break
        said = plainly is not None
        tiers.append(Discount(Decimal(found["percent"]), int(found["days"])))
        rest = rest[found.end() :]
    meant = said or _AFTER_DISCOUNT.match(rest)
    if not tiers or not meant or not all(0 < tier.percent < WHOLE for tier in tiers):
        return text, ()
    return rest, tuple(sorted(tiers, key=lambda tier: tier.days))


def _listed(shares: str, rules: str) -> tuple[TermPart, ...] | None:
    percents = [Decimal(share) for share in re.findall(r"\d+(?:\.\d+)?", shares)]
    parts = [_rule(rule) for rule in re.split(r"[,/;]", rules)]
    if len(parts) != len(percents):
        return None
    return _with_percents([part for part in parts if part], percents)


def _equal(count: int, step: int, *, months: bool) -> tuple[TermPart, ...] | None:
    if count < 1 or step < 1 or step * count > (MOST_MONTHS if months else MOST_DAYS):
        return None
    each = (WHOLE / count).quantize(Decimal("0.01"))
    percents = [each] * (count - 1) + [WHOLE - each * (count - 1)]
    steps = range(step, step * count + 1, step)
    parts = [_months(str(at)) if months else _net(str(at)) for at in steps]
    return _with_percents(parts, percents)


def _shared(text: str) -> tuple[TermPart, ...] | None:
    parts: list[TermPart] = []
    percents: list[Decimal] = []
    for piece in _pieces(text):
        share = _SHARE.search(piece) or _REST.search(piece)
        if not share:
            return None
        percent = Decimal(share[1]) if share.lastindex else WHOLE - sum(percents, Decimal(0))
        part = _rule(
            re.sub(r"^\s*(?:in|at|on|by|as)\s+", "", piece[: share.start()] + " " + piece[share.end() :])
        )
        if not part:
            return None
        parts.append(part)
        percents.append(percent)
    return _with_percents(parts, percents)


def _pieces(text: str) -> list[str]:
    """The text cut at its separators, and before each further share where there is none."""
    pieces: list[str] = []
    for chunk in re.split(r"[,;]", text):
        cuts = [m.start() for m in re.finditer(rf"{_SHARE.pattern}|{_REST.pattern}", chunk)]
        if len(cuts) > 1 and not chunk[: cuts[0]].strip():
            bounds = [*cuts, len(chunk)]
            pieces += [chunk[a:b] for a, b in pairwise(bounds)]
        else:
            pieces.append(chunk)
    return [re.sub(r"\s*(?:\+|&|/|\band|和|及)\s*$", "", piece).strip() for piece in pieces if piece.strip()]


def _with_percents(parts: list[TermPart], percents: list[Decimal]) -> tuple[TermPart, ...] | None:
    if not parts or len(parts) != len(percents):
        return None
    missing = WHOLE - sum(percents, Decimal(0))
    if missing and abs(missing) <= SHARE_SLACK and len(parts) > 1:
        percents = [*percents[:-1], percents[-1] + missing]
    return tuple(replace(part, percent=share) for part, share in zip(parts, percents, strict=True))


def _rule(text: str) -> TermPart | None:
    """One rule without its share, or None."""
    said = re.sub(r"\s+", " ", text).strip(" .,;:()")
    for attempt in (said, _bare(said)):
        word = re.sub(r"[\s./-]", "", attempt)
        if word in _ON_THE_DAY:
            return TermPart(_ON_THE_DAY[word])
        part = _form(attempt)
        if part:
            return part if _sensible(part) else None
    return None


def _bare(text: str) -> str:
    """The rule without the words around it: 账期60天内付清 → 60天."""
    bare = _TAIL.sub("", _EVENT_ZH.sub("", _LEAD.sub("", text, count=1), count=1), count=1)
    return re.sub(r"^月结\s*[,:]?\s*(?=[次下翌隔])", "", bare).strip(" .,;:()")


def _form(text: str) -> TermPart | None:
    if found := _DAY_THEN_MONTH.fullmatch(text):
        return _day_of(found[2] or "next", found[1])
    for pattern, build in _FORMS:
        if found := pattern.fullmatch(text):
            return build(*(group for group in found.groups() if group is not None))
    return None


def _sensible(part: TermPart) -> bool:
    dated = part.rule not in {DueRule.MONTH_DAY, DueRule.EVERY} or 1 <= part.day <= LAST_DAY
    return dated and part.days <= MOST_DAYS and part.months <= MOST_MONTHS
