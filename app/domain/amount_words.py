"""Amounts in words for papers that bind: 人民币大写, and English words.

Chinese rules: 支付结算办法 annex 1 (People's Bank) and 会计基础工作规范 (Ministry of Finance).
Where both a long and a short form are allowed, the long one is written, which satisfies both.
"""

from __future__ import annotations

from app.domain.money import exponent
from app.domain.problem import DomainError

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_WAN, _YI = 10**4, 10**8
_LARGEST_YUAN = 10**16

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_LARGEST_ENGLISH = 10**15


def renminbi(fen: int) -> str:
    """人民币大写 of an amount in fen; a negative one reads 负… without the currency's name.

    Raises ``DomainError`` from 10 quadrillion yuan upwards.
    """
    yuan, rest = divmod(abs(fen), 100)
    if yuan >= _LARGEST_YUAN:
        raise DomainError("amount_words.too_large", largest=_LARGEST_YUAN)
    if fen == 0:
        return "人民币零元整"
    prefix = "负" if fen < 0 else "人民币"
    head = f"{_integer(yuan)}元" if yuan else ""
    return prefix + head + _jiao_fen(yuan, rest)


def english(minor: int, currency: str) -> str:
    """English words after the currency code: ``USD one thousand and five and 30/100``.

    A whole amount ends in ``only``. Raises ``DomainError`` from 10**15 major units upwards.
    """
    unit = 10 ** exponent(currency)
    whole, part = divmod(abs(minor), unit)
    if whole >= _LARGEST_ENGLISH:
        raise DomainError("amount_words.too_large", largest=_LARGEST_ENGLISH)
    sign = "minus " if minor < 0 else ""
    tail = f" and {part:0{exponent(currency)}d}/{unit}" if part else " only"
    return f"{currency} {sign}{_english_integer(whole)}{tail}"


def _jiao_fen(yuan: int, rest: int) -> str:
    """The part after 元: 角 and 分, with the 零 that bridges a gap and 整 unless it ends in 分."""
    if rest == 0:
        return "整"
    jiao, fen = divmod(rest, 10)
    gap = yuan > 0 and (jiao == 0 or yuan % 10 == 0)
    text = ("零" if gap else "") + (f"{_DIGITS[jiao]}角" if jiao else "")
    return text + (f"{_DIGITS[fen]}分" if fen else "整")


def _integer(number: int) -> str:
    """A positive whole number in capital numerals: by 亿, then 万, then four digits."""
    for unit, name in ((_YI, "亿"), (_WAN, "万")):
        if number >= unit:
            high, low = divmod(number, unit)
            bridge = "零" if 0 < low < unit // 10 else ""
            return _integer(high) + name + bridge + (_integer(low) if low else "")
    return _four_digits(number)


def _four_digits(number: int) -> str:
    """1 to 9999: one 零 for any run of zeros inside, none at the end."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return text


def _english_integer(number: int) -> str:
    """A whole number in British words, with "and" before the tens and ones."""
    parts: list[str] = []
    rest = number
    for unit, name in _SCALES:
        if rest >= unit:
            parts.append(f"{_hundreds(rest // unit)} {name}")
            rest %= unit
    if rest or not parts:
        bridge = "and " if parts and rest < 100 else ""  # noqa: PLR2004 - tens and ones only
        parts.append(bridge + _hundreds(rest))
    return " ".join(parts)


def _hundreds(number: int) -> str:
    """0 to 999 in words."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _tens(rest)
    head = f"{_ONES[hundreds]} hundred"
    return f"{head} and {_tens(rest)}" if rest else head


def _tens(number: int) -> str:
    """0 to 99 in words."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
