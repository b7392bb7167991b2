"""A review's values as people read them: the same words in the window, on paper and on the command line.

Amounts of the base currency carry no unit in tables, where the paper states it once; in sentences they do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol, runtime_checkable

from app.words import say, word
from app.words.formats import DASH, amount, count, day_in_column, day_in_sentence, ratio
from app.words.kpi_text import bound_text, note_text, number_text, value_text


@runtime_checkable
class Money(Protocol):
    """An amount: minor units of a currency."""

    @property
    def minor(self) -> int:
        """Minor units."""

    @property
    def currency(self) -> str:
        """Its code."""

    def major(self) -> Decimal:
        """Major units with the currency's own number of decimals."""


@runtime_checkable
class Measure(Protocol):
    """A number with what it counts."""

    @property
    def value(self) -> Decimal | None:
        """The number, if there is one."""

    @property
    def unit(self) -> str:
        """Share, days, times, and so on."""


@runtime_checkable
class Name(Protocol):
    """What somebody is called in Chinese and English."""

    @property
    def zh(self) -> str:
        """Chinese."""

    def to(self, lang: str) -> str:
        """For a reader of a language."""


@runtime_checkable
class Said(Protocol):
    """A sentence by its code and parameters."""

    @property
    def code(self) -> str:
        """The code."""

    @property
    def params(self) -> dict[str, object]:
        """The parameters."""


class Reading(Protocol):
    """A key figure of a review."""

    @property
    def key(self) -> str:
        """Which."""

    @property
    def unit(self) -> str:
        """What it counts."""

    @property
    def value(self) -> Decimal | None:
        """The figure."""

    @property
    def target(self) -> Decimal | None:
        """What is aimed at."""

    @property
    def bound(self) -> str:
        """On which side of it."""

    @property
    def benchmark(self) -> Decimal | None:
        """What it is compared with."""

    @property
    def why(self) -> Said | None:
        """Why there is no figure."""

    @property
    def note(self) -> Said | None:
        """What is said beside it."""

    @property
    def formula(self) -> str:
        """How it is worked out."""

    @property
    def working(self) -> Sequence[tuple[str, Decimal | None, str]]:
        """From what."""


class Content(Protocol):
    """A review, as far as its verdict goes."""

    @property
    def base(self) -> str:
        """The company's own currency."""

    @property
    def verdict(self) -> Sequence[Said]:
        """As worked out."""

    @property
    def own_verdict(self) -> str:
        """As written by hand."""


class Difference(Protocol):
    """One difference between what was reported and today."""

    @property
    def change(self) -> str:
        """changed, added or gone."""

    @property
    def key(self) -> str:
        """The figure, "" for a table's line."""

    @property
    def sheet(self) -> str:
        """The table."""

    @property
    def row(self) -> str:
        """Its line."""

    @property
    def name(self) -> object:
        """What the line is called."""

    @property
    def column(self) -> str:
        """Its column."""

    @property
    def unit(self) -> str:
        """What the values count."""

    @property
    def before(self) -> object:
        """As reported."""

    @property
    def after(self) -> object:
        """Today."""


_LISTS = frozenset({"good"})
"""Lists whose parts are joined by "and"; others are enumerated."""


def quarter_name(name: str, lang: str) -> str:
    """``2025Q4`` as a title: 2025 年第四季度, Quarter 4, 2025."""
    year, _, number = name.partition("Q")
    return say("review.quarter", lang, year=year, number=say(f"review.quarter_number.{number}", lang))


def quarter_short(name: str, *, first: bool) -> str:
    """A quarter below a chart: 24Q1, then Q2, Q3, Q4, and 25Q1 again."""
    year, _, number = name.partition("Q")
    return f"{year[2:]}Q{number}" if first or number == "1" else f"Q{number}"


# -- figures ------------------------------------------------------------------------------------------


def figure(value: Decimal | None, unit: str, lang: str) -> str:
    """A figure with its unit: 33.0%, 65.4 天; money with the decimals it has; "no data" where there is none."""
    if value is None:
        return say("review.no_data", lang)
    if unit == "money":
        return number_text(value, _places(value))
    return value_text(value, unit, lang)


def _places(value: Decimal) -> int:
    """Decimals of an amount in major units, at most three."""
    exponent = value.as_tuple().exponent
    return min(max(0, -exponent), 3) if isinstance(exponent, int) else 0


def reading(one: Reading, lang: str) -> str:
    """A figure's value."""
    return figure(one.value, one.unit, lang)


def target(one: Reading, lang: str) -> str:
    """What is aimed at with the sign of its side: ≤ 75 天; "–" for none."""
    return DASH if one.target is None else bound_text(one.target, one.bound, one.unit, lang)


def benchmark(one: Reading, lang: str) -> str:
    """What it is compared with; "–" for nothing."""
    return DASH if one.benchmark is None else bound_text(one.benchmark, "", one.unit, lang).strip()


def note(one: Reading, lang: str, currency: str) -> str:
    """What is said beside a figure: why there is none, else its note."""
    if one.value is None and one.why is not None:
        return sentence(one.why, lang, currency)
    if one.note is None:
        return ""
    params = dict(one.note.params)
    if isinstance(names := params.get("customers"), tuple):
        params["customers"] = [each.to(lang) if isinstance(each, Name) else str(each) for each in names]
    return note_text(one.note.code, params, one.unit, lang)


def formula(one: Reading, lang: str) -> str:
    """How a figure is worked out."""
    return word("formula", one.formula, lang) if one.formula else DASH


def working(one: Reading, lang: str, currency: str) -> str:
    """The operands of a figure, a line each; why there is no figure where there is none."""
    lines = [
        f"{word('operand', name, lang)} {figure(value, unit, lang)}" for name, value, unit in one.working
    ]
    if one.value is None and one.why is not None:
        lines.append(sentence(one.why, lang, currency))
    return "\n".join(lines) or DASH


# -- values of tables ---------------------------------------------------------------------------------


def cell(value: object, lang: str, base: str) -> str:  # noqa: PLR0911 - one per kind of value
    """A table's value; "–" for nothing."""
    match value:
        case None:
            return DASH
        case bool():
            return "✓" if value else DASH
        case int():
            return count(value)
        case Money():
            figures = amount(value.minor, _places(value.major()))
            return figures if value.currency == base else f"{value.currency} {figures}"
        case Measure():
            return DASH if value.value is None else figure(value.value, value.unit, lang)
        case date():
            return day_in_column(value, lang)
        case Name():
            return value.to(lang)
        case Said():
            return sentence(value, lang, base)
        case Decimal():
            return f"{value:f}"
    return str(value) or DASH


# -- sentences ----------------------------------------------------------------------------------------


def sentence(said: Said, lang: str, base: str) -> str:
    """A sentence by its code, every parameter in words; the bare code where nobody worded it."""
    code, params = said.code, said.params
    if code.startswith("log."):
        code, params = code.removeprefix("log."), _logged(code, params, lang)
    if code.startswith(("finding.", "finding_action.")):
        params = _found(params)
    told = {name: _param(name, one, lang, base) for name, one in params.items()}
    try:
        if lang != "zh":
            return say(code, lang, **told)
        return _apart(say(code, lang, **{name: _fenced(one) for name, one in told.items()}))
    except (KeyError, IndexError):
        return code


_OPEN, _CLOSE = "\x01", "\x02"
_HAN = r"\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff"
_JOINTS = (
    (re.compile(rf"([{_HAN}]){_OPEN}(?=[\w¥≤≥<−+])(?![{_HAN}])"), r"\1 "),
    (re.compile(rf"([A-Za-z0-9%]){_CLOSE}(?=[{_HAN}])"), r"\1 "),
)


def _fenced(value: object) -> object:
    """A text marked at both ends, so that what stands beside it can be told from what is in it."""
    return f"{_OPEN}{value}{_CLOSE}" if isinstance(value, str) else value


def _apart(text: str) -> str:
    """A space between Chinese and the figures put into it, none within what was put in."""
    for found, with_space in _JOINTS:
        text = found.sub(with_space, text)
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _param(name: str, value: object, lang: str, base: str) -> object:  # noqa: PLR0911 - one per kind
    match value:
        case Money():
            return money(value, lang)
        case Measure():
            return figure(value.value, value.unit, lang)
        case bool() | int():
            return value
        case date():
            return day_in_sentence(value, lang, year=False)
        case Name():
            return value.to(lang)
        case Decimal():
            return ratio(value)
        case Said():
            return sentence(value, lang, base)
        case tuple() | list():
            return _joined(
                [str(_param(name, one, lang, base)) for one in value],
                lang,
                last=name in _LISTS,
                clauses=name == "bad",
            )
    return value if value is not None else DASH


def money(value: Money, lang: str) -> str:
    """An amount in a sentence: ¥738,000, ¥554,016.35, USD 12,000; cents where there are any."""
    places = _places(value.major())
    whole = value.minor % 10**places == 0
    figures = amount(value.minor, places, decimals=not whole)
    # Without a space, so that no line ends between sign and figures.
    return f"¥{figures}" if value.currency == "CNY" and lang == "zh" else f"{value.currency} {figures}"


def _joined(parts: Sequence[str], lang: str, *, last: bool, clauses: bool) -> str:
    comma, final = say("review.list_comma", lang), say("review.list_and", lang)
    if clauses:
        return say("review.list_stop", lang).join(parts)
    if not last or len(parts) < 2:  # noqa: PLR2004 - one part needs no joint
        return comma.join(parts)
    return comma.join(parts[:-1]) + final + parts[-1]


def _logged(code: str, params: Mapping[str, object], lang: str) -> dict[str, object]:
    """Settings by what they are called."""
    if "log.setting." in code:
        return {**params, "name": word("setting_name", str(params.get("name", "")), lang)}
    return dict(params)


class _Figure(NamedTuple):
    value: Decimal | None
    unit: str


class _Sentence(NamedTuple):
    code: str
    params: dict[str, object]


_ANY_FINDING = "amount customer days duty limit n names on policy quarters safe share target value".split()
"""What findings speak of; one kept by an earlier version may lack some."""


def _found(params: Mapping[str, object]) -> dict[str, object]:
    """A finding's figures with their unit, and the figure it is about by name."""
    unit = str(params.get("unit") or "share")
    told: dict[str, object] = {**dict.fromkeys(_ANY_FINDING, ""), **params}
    for name in ("value", "target", "share"):
        if isinstance(number := told.get(name), Decimal):
            told[name] = _Figure(number, unit if name != "share" else "share")
    if "key" in told:
        told["name"] = _Sentence(f"kpi.{told['key']}", {})
    return told


# -- the verdict and the differences --------------------------------------------------------------------


def verdict(content: Content, lang: str) -> str:
    """The verdict as written by hand, else as worked out."""
    if content.own_verdict:
        return content.own_verdict
    return worked_verdict(content, lang)


def worked_verdict(content: Content, lang: str) -> str:
    """The verdict as worked out, beginning with a capital in English."""
    said = [sentence(one, lang, content.base) for one in content.verdict]
    return ("" if lang == "zh" else " ").join(_capital(one) for one in said)


def lead(parts: Sequence[Said], lang: str, base: str) -> str:
    """The conclusion a part opens with."""
    return ("" if lang == "zh" else " ").join(_capital(sentence(one, lang, base)) for one in parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def difference(one: Difference, lang: str, base: str) -> str:
    """One difference as a sentence: what, what was reported, and what it is now."""
    before, after = _side(one.before, one, lang, base), _side(one.after, one, lang, base)
    code = "finer" if one.change == "changed" and before == after else one.change
    return say(f"review_difference.{code}", lang, what=_place(one, lang, base), before=before, after=after)


def _place(one: Difference, lang: str, base: str) -> str:
    if one.key:
        return name_of(one.key, lang)
    sheet = say(f"review_sheet.{one.sheet}", lang)
    name = cell(one.name, lang, base) if one.name is not None else one.row
    if one.change == "changed" and one.column:
        column = column_name(one.column, one.sheet, lang)
        return say("review_difference.place", lang, sheet=sheet, name=name, column=column)
    return say("review_difference.line", lang, sheet=sheet, name=name)


def _side(value: object, one: Difference, lang: str, base: str) -> str:
    if one.unit and (value is None or isinstance(value, Decimal)):
        return figure(value, one.unit, lang)
    return cell(value, lang, base)


def name_of(key: str, lang: str) -> str:
    """What a figure is called; the key itself where nobody named it."""
    return word("kpi", key, lang)


def column_name(column: str, sheet: str, lang: str) -> str:
    """A table's column; buckets by their number where they have no name of their own."""
    del sheet
    return word("review_column", column, lang)
