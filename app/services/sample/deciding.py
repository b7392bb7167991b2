"""What the sample company decided about credit: who decides, grades over the quarters, limits, overrides.

All of it goes through the services as they were on the day, so that every record is one that the
program itself would have made; the store makes one change set of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol, TypeAlias

from app.domain.assessment import Input
from app.domain.authority import AuthorityMatrix, Ceiling
from app.domain.credit_limit import LimitState
from app.domain.credit_record import CreditLimit, GradeOverride, Person
from app.domain.money import exponent, to_major
from app.domain.override import OverrideOutcome, OverrideReason, notches
from app.domain.scorecard import Grade
from app.services.deciding import Deciding
from app.services.insuring import Insuring
from app.services.measuring import Measuring
from app.services.sample.catalogue import GROUPS, SALESPERSONS, Profile, profiles
from app.services.scoring_views import Draft

OWNER, CREDIT, SALES, BOOKS = "郑承远", "方雪莹", "沈柏舟", "李佳禾"
_PEOPLE = ((OWNER, "owner"), (CREDIT, "credit"), (SALES, "sales"), (BOOKS, "bookkeeper"))
_MAY = {
    "credit": {Grade.A: 3_000_000, Grade.B: 1_500_000, Grade.C: 600_000, Grade.D: 100_000},
    "sales": {Grade.A: 200_000, Grade.B: 100_000, Grade.C: 0, Grade.D: 0},
}
"""Yuan that the company lets a role grant to a grade."""
_QUARTERS = 4
_SCORED = (24, 30, 42, 54)
"""How many customers were scored at each of the last quarter ends, the oldest first."""
_LATELY = (20, 11, 3)
"""Days ago on which reviews were made since."""
_LEFT_OUT = frozenset({"C1009", "C1025", "C1035"})
"""Nobody scored these since the last quarter's end: their reviews are due, or their grades are over."""
_FIRST = frozenset({"C1042"})
"""Scored in the first of them: a court record has ended the grade since."""
_NEVER = frozenset({"C1044", "C1045", "C2010", "C2011", "C2012", "C2013", "C2014"})
_DRAFTS, _TYPED_OVER, _BEGUN = ("C1025", "C2010"), "firm_age", 5
_UP, _DOWN, _PAST = ("C1046", "C1015", "C1008", "C1037"), ("C1011", "C1041", "C1023"), ("C1018", "C1005")
_FACTORS = {"prompt": "1.6", "regular": "1.45", "late": "1.25", "slow": "1.2", "worsening": "1.15"}
_FACTOR, _STEP, _BEFORE, _MARGIN = Decimal("1.4"), 10_000, Decimal("0.85"), Decimal("1.1")
_AROUND = {"C1010": Decimal("0.82"), "C1009": Decimal("1.05"), "C1003": Decimal("1.08")}
"""Limits that are passed, or nearly used up."""
_STOPPED, _UNCHECKED, _EXPIRED = ("C1006", "C1012"), ("C1034",), ("C1045",)
_UNSET = frozenset(
    "C1018 C1022 C1027 C1029 C1033 C1036 C1040 C1042 C2005 C2007 C2010 C2012 C2013 C2014".split()
)
_OWN_CURRENCY = frozenset({"C2001", "C2002", "C2004", "C2008"})
_ROUGHLY = {"CNY": Decimal(1), "EUR": Decimal(8), "USD": Decimal(7), "JPY": Decimal("4.8")}
"""Minor units of the own currency for one of another, near enough for a round limit."""
_POOLS = (("恒岳集团", Decimal("1.1")), ("Nordhaven Group", Decimal("1.5")))
_GRANTED = (210, 150, 96, 60, 33)
"""Days ago on which limits were granted."""
_RAISED = frozenset({"C1001", "C1007", "C1024"})
_RAISED_AGO = 18
_LOOKED = (45, 92)
_REVIEWED = {"C1008": -6, "C1017": 5, "C1030": 8}
"""Days from the day on which these limits are to be looked at again; the others later."""


class Services(Deciding, Insuring, Measuring, Protocol):
    """What the company decides and measures with."""


At: TypeAlias = Callable[[date], Services]
"""The services as they were on a day."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The sample company on its day: who is who, and the services of any day."""

    as_of: date
    at: At
    customers: Mapping[str, int]
    groups: Mapping[str, int]

    def ago(self, days: int) -> date:
        """So many days before the day."""
        return self.as_of - timedelta(days)

    @property
    def now(self) -> Services:
        """The services of the day itself."""
        return self.at(self.as_of)


def scene(as_of: date, at: At) -> Scene:
    """As the book numbers customers and groups: in the order of the catalogue."""
    customers = {profile.code: n for n, profile in enumerate(profiles(), 1)}
    return Scene(as_of, at, customers, {name: n for n, name in enumerate(GROUPS, 1)})


def employ(scene: Scene) -> None:
    """Four people, none with a PIN, and what the firm lets them grant."""
    people = scene.now.people
    for name, role in _PEOPLE:
        people.save(Person(name, role))
    shipped = people.matrix().lines
    own = [
        replace(line, ceilings={grade: Ceiling(Decimal(most)) for grade, most in _MAY[line.role].items()})
        if line.role in _MAY
        else line
        for line in shipped
    ]
    people.save_matrix(AuthorityMatrix(tuple(own)))


# -- grades -------------------------------------------------------------------------------------------


def quarter_ends(as_of: date) -> list[date]:
    """The last quarter ends at least four weeks before a day, the oldest first."""
    found: list[date] = []
    day = as_of - timedelta(28)
    while len(found) < _QUARTERS:
        day = day.replace(day=1) - timedelta(1)
        if day.month % 3 == 0:
            found.append(day)
    return found[::-1]


def grade(scene: Scene) -> None:
    """Scored at the ends of the last quarters, and again since as reviews came due."""
    known = [code for code in scene.customers if code not in _NEVER]
    for many, day in zip(_SCORED, quarter_ends(scene.as_of), strict=True):
        ids = [scene.customers[code] for code in known[:many]]
        scene.at(day).scoring.finish_all(day, ids, author=CREDIT)
    again = [code for code in known if code not in _LEFT_OUT]
    for n, ago in enumerate(_LATELY):
        day = scene.ago(ago)
        ids = [scene.customers[code] for place, code in enumerate(again) if _round(code, place) == n]
        scene.at(day).scoring.finish_all(day, ids, author=CREDIT)
    for code in _DRAFTS:
        _begin(scene, code)
    _override(scene)


def _round(code: str, place: int) -> int:
    """In which of the late rounds a customer was scored."""
    return 0 if code in _FIRST else place % len(_LATELY)


def _begin(scene: Scene, code: str) -> None:
    """A scoring somebody began and put aside: one value typed, one typed over."""
    day = scene.ago(_BEGUN)
    scoring, customer_id = scene.at(day).scoring, scene.customers[code]
    card = scoring.card(scoring.card_for(customer_id, day))
    inputs, facts = scoring.answers(customer_id, day, card)
    for indicator in card.indicators():
        given = inputs.get(indicator.code)
        if given is not None and isinstance(given.value, Decimal) and indicator.code == _TYPED_OVER:
            value = given.value + 3
            inputs[indicator.code] = Input(
                value, "typed", day, replaces=given.value, reason="营业执照上的成立日期更早"
            )
    scoring.save_draft_assessment(Draft(customer_id, card, day, inputs, facts, CREDIT, "等客户补充报表"))


def _override(scene: Scene) -> None:
    """One grade lifted, one lowered; one that ran out, with what came of it."""
    since = quarter_ends(scene.as_of)[-2]
    _give(scene, _PAST, since, -1, OverrideReason.PAYMENT_TREND, "连续三笔晚付，先按低一级管理", 50)
    for one in scene.now.limits.register(since, scene.as_of).rows:
        scene.now.limits.judge_override(one.override.id, OverrideOutcome.LATE)
    last = scene.ago(_LATELY[-1])
    _give(scene, _UP, last, 1, OverrideReason.PARENT_SUPPORT, "母公司出具付款担保函，原件已存档", 80)
    _give(scene, _DOWN, last, -1, OverrideReason.NEW_INFORMATION, "走访得知主要生产线停工检修", 60)


def _give(
    scene: Scene, codes: tuple[str, ...], on: date, up: int, code: OverrideReason, reason: str, days: int
) -> None:
    """To the first of these whose grade can go that way on the day."""
    limits, scoring = scene.at(on).limits, scene.at(on).scoring
    for customer_id in (scene.customers[each] for each in codes):
        view = scoring.latest(customer_id, on)
        if view is None or not view.valid or view.outcome.knockouts:
            continue
        given = next((one for one in Grade if notches(view.grade, one) == up), None)
        if given is None:
            continue
        until = min(on + timedelta(days), view.valid_until or date.max)
        limits.override(
            GradeOverride(customer_id, view.id, "", given, code, reason, SALES, CREDIT, on, until)
        )
        return


# -- limits -------------------------------------------------------------------------------------------


def limit(scene: Scene) -> None:
    """Limits for most, around what is used: one passed, one nearly used up, some nothing, some none."""
    most, now = _most_used(scene), _used(scene, scene.as_of)
    granting = {ago: _Granting(scene, scene.ago(ago)) for ago in (*_GRANTED, _RAISED_AGO)}
    for n, profile in enumerate(profiles()):
        customer_id = scene.customers[profile.code]
        if profile.code in _UNSET:
            continue
        factor, used = Decimal(_FACTORS.get(profile.habit, _FACTOR)), most[customer_id]
        if profile.code in _AROUND:
            factor, used = _AROUND[profile.code], now[customer_id]
        first = granting[_GRANTED[n % len(_GRANTED)]]
        if profile.code in _RAISED:
            first.grant(profile, used * factor * _BEFORE, n)
            first = granting[_RAISED_AGO]
        first.grant(profile, used * factor, n)
    for name, factor in _POOLS:
        _pool(scene, name, factor, now)


def _used(scene: Scene, day: date) -> dict[int, int]:
    """What each customer used on a day, minor units of the own currency."""
    usage = scene.at(day).limits.usage(list(scene.customers.values()), day)
    return {customer_id: one.used.minor for customer_id, one in usage.items()}


def _most_used(scene: Scene) -> dict[int, int]:
    """The most that each used of late."""
    days = [_used(scene, scene.ago(ago)) for ago in (0, *_LOOKED)]
    return {customer_id: max(day[customer_id] for day in days) for customer_id in days[0]}


class _Granting:
    """A day on which limits were granted."""

    def __init__(self, scene: Scene, day: date) -> None:
        self._scene, self._day = scene, day
        deciding, ids = scene.at(day), list(scene.customers.values())
        self._limits, self._people = deciding.limits, deciding.people
        self._grades = self._limits.grades(ids, day)
        self._terms = self._limits.terms_of(ids, day)

    def grant(self, profile: Profile, amount: Decimal, n: int) -> None:
        """By who may; amount in minor units of the own currency, rounded up."""
        customer_id = self._scene.customers[profile.code]
        currency = profile.currency if profile.code in _OWN_CURRENCY else "CNY"
        made = CreditLimit(
            self._day,
            LimitState.SET,
            currency,
            customer_id,
            amount=_rounded(amount / _ROUGHLY[currency], currency),
            review_on=self._scene.as_of + timedelta(_REVIEWED.get(profile.code, 15 + n * 37 % 190)),
            requested_by=SALESPERSONS[profile.seller],
            approved_by=OWNER,
            reason="按近一年用量核定，到期复评",
        )
        grade, terms = self._grades.get(customer_id, Grade.C), self._terms.get(customer_id)
        if terms is not None:
            made = replace(made, terms=f"net {terms.terms_days}", deposit=f"{terms.deposit:f}")
        if self._people.ceiling(CREDIT, grade).allows(to_major(round(amount), "CNY") * _MARGIN):
            made = replace(made, approved_by=CREDIT)
        self._limits.grant(self._apart(made, profile.code), accept_below=True)

    def _apart(self, made: CreditLimit, code: str) -> CreditLimit:
        """Those that are not like the others."""
        if code in _UNCHECKED:
            return replace(made, state=LimitState.NOT_CHECKED, reason="款到发货，不设额度", approved_by=OWNER)
        if code in _STOPPED:
            return replace(made, amount=0, reason="停止赊销，结清欠款前只收现款")
        if code in _EXPIRED:
            return replace(made, end=self._scene.ago(9))
        return made


def _rounded(amount: Decimal, currency: str) -> int:
    """Up to a round sum."""
    step = _STEP * int(10 ** exponent(currency)) * (1 if exponent(currency) else 100)
    return int(-(-amount // step)) * step


def _pool(scene: Scene, name: str, factor: Decimal, used: Mapping[int, int]) -> None:
    """A limit that the members of a group share."""
    amount = factor * sum(used[scene.customers[code]] for code in GROUPS[name])
    made = CreditLimit(
        scene.ago(_GRANTED[-1]),
        LimitState.SET,
        "CNY",
        group_id=scene.groups[name],
        amount=_rounded(amount, "CNY"),
        requested_by=SALES,
        approved_by=OWNER,
        reason="集团合并管理，成员共用一个额度",
    )
    scene.at(made.start).limits.grant(made, accept_below=True)
