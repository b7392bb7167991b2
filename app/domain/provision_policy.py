"""How the firm provides for bad debts: its choices, each with the source it goes by.

Rates, shares and multipliers are per cent or factors as Decimals. What nobody has chosen is an example of
the program's (``Examples``) and says so wherever it is used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.problem import DomainError
from app.domain.provision import RateSource, Scenario, Standard, multiplier

MONTHS = (12, 24, 36)
YEAR_ENDS = (1, 2, 3, 4, 5)
"""Upper ages in whole years of all yearly buckets but the last (1年以内, 1–2 … 5年以上)."""
_WHOLE = 100
_MOST_DIGITS = 6


class Books(StrEnum):
    """Whose chart of accounts and wording the journal goes by."""

    CAS = "cas"
    IFRS = "ifrs"


class Segmenting(StrEnum):
    """What debts with a like pattern of losses are put together by (IFRS 9 B5.5.35)."""

    NONE = "none"
    GRADE = "grade"
    REGION = "region"
    CURRENCY = "currency"
    INSURED = "insured"
    GROUP = "group"


class Ageing(StrEnum):
    """Which buckets: the company's own by days overdue, or years since the invoice (账龄)."""

    BOARD = "board"
    YEARS = "years"


class InsuredPart(StrEnum):
    """What becomes of the part an insurer would pay: left in the matrix, or taken out of it."""

    KEEP = "keep"
    OUT = "out"


class OnAccountPart(StrEnum):
    """What becomes of credits on account: set off against the same customer's debts, or only shown."""

    NET = "net"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class TypedRate:
    """A loss rate somebody typed for a segment ("" for all) and bucket, and what it rests on."""

    ageing: Ageing
    segment: str
    bucket: int
    rate: Decimal
    source: str = ""


BASE_ONLY = (
    Scenario("base", Decimal(100), Decimal(1)),
    Scenario("down", Decimal(0), Decimal("1.5")),
    Scenario("up", Decimal(0), Decimal("0.8")),
)


@dataclass(frozen=True, slots=True)
class ProvisionPolicy:
    """The choices. ``lgd`` is what is lost of a debt that reaches the end, per cent.

    ``insurer_rate`` provides for the insurer's own default on what is taken out of the matrix for it.
    ``scenario_source`` and ``lgd_source`` say what those figures rest on; "" means an example.
    """

    standard: Standard = Standard.EXPECTED_LOSS
    books: Books = Books.CAS
    segmenting: Segmenting = Segmenting.NONE
    ageing: Ageing = Ageing.BOARD
    method: RateSource = RateSource.ROLL
    months: int = 24
    lgd: Decimal = Decimal(100)
    lgd_source: str = ""
    typed: tuple[TypedRate, ...] = ()
    scenarios: tuple[Scenario, ...] = BASE_ONLY
    scenario_source: str = ""
    insured: InsuredPart = InsuredPart.KEEP
    insurer_rate: Decimal = Decimal("0.1")
    insurer_source: str = ""
    on_account: OnAccountPart = OnAccountPart.NET
    income: int = 0
    """A year's income in minor units of the base currency, for the tax rule on small debts; 0: not told."""

    def rate(self, segment: str, bucket: int) -> TypedRate | None:
        """What was typed for a segment and bucket of the buckets in use, or for all segments."""
        mine = {(one.segment, one.bucket): one for one in self.typed if one.ageing is self.ageing}
        return mine.get((segment, bucket)) or mine.get(("", bucket))


@dataclass(frozen=True, slots=True)
class ExampleRate:
    """An example rate for what is ``start`` days (or years) old and older, until the next one."""

    start: int
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Account:
    """An account of a chart: its code there, and its name in Chinese and English."""

    code: str
    zh: str
    en: str

    def name(self, lang: str) -> str:
        """The name for a reader of ``zh`` or ``en``."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a law or a standard says, in Chinese and English, with where and as of when."""

    code: str
    zh: str
    en: str
    source: str = ""
    figures: Mapping[str, Decimal] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """The sentence for a reader of ``zh`` or ``en``."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Examples:
    """What the program ships with: example rates to replace, charts of accounts, rules on tax, shares.

    ``shares`` is the example share of a specific provision by its reason, per cent.
    """

    board: tuple[ExampleRate, ...]
    board_source: str
    years: tuple[ExampleRate, ...]
    years_source: str
    accounts: Mapping[str, Mapping[str, Account]]
    account_source: Mapping[str, str]
    shares: Mapping[str, Decimal]
    notes: tuple[Note, ...] = ()

    def rates(self, ageing: Ageing, starts: Sequence[int]) -> list[Decimal]:
        """An example rate for each bucket by the age at which it starts."""
        steps = self.years if ageing is Ageing.YEARS else self.board
        return [
            max((one for one in steps if one.start <= start), key=lambda one: one.start).rate
            for start in starts
        ]

    def source(self, ageing: Ageing) -> str:
        """Where the example rates come from."""
        return self.years_source if ageing is Ageing.YEARS else self.board_source

    def note(self, code: str) -> Note | None:
        """One of the notes."""
        return next((one for one in self.notes if one.code == code), None)


def require_sound(policy: ProvisionPolicy) -> None:
    """Refuse choices that cannot be: ``DomainError`` names the first."""
    if policy.months not in MONTHS:
        raise DomainError("provision_policy.months", months=policy.months)
    for name, share in (("lgd", policy.lgd), ("insurer_rate", policy.insurer_rate)):
        if not _is_share(share):
            raise DomainError("provision_policy.share", name=(f"provision_field.{name}", {}), value=share)
    for one in policy.typed:
        if not _is_share(one.rate) or one.bucket < 0:
            raise DomainError("provision_policy.rate", bucket=one.bucket + 1, value=one.rate)
    if len({one.code for one in policy.scenarios}) != len(policy.scenarios):
        raise DomainError("provision_policy.scenario_twice")
    if any(not one.code.strip() for one in policy.scenarios):
        raise DomainError("provision_policy.scenario_name")
    if policy.income < 0:
        raise DomainError("provision_policy.income")
    multiplier(policy.scenarios)


def _is_share(value: Decimal) -> bool:
    return value.is_finite() and 0 <= value <= _WHOLE and len(value.as_tuple().digits) <= _MOST_DIGITS + 3
