"""What the sample company decided about credit: who decides, grades over the quarters, limits, overrides.

All of it goes through the services as they were on the day, so that every record is one that the
program itself would have made; the store makes one change set of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from app.domain.assessment import Input
from app.domain.credit_limit import LimitState
from app.domain.credit_record import CreditLimit, GradeOverride, Person
from app.domain.money import exponent
from app.domain.override import OverrideOutcome, OverrideReason, notches
from app.domain.scorecard import Grade
from app.services.sample.catalogue import GROUPS, SALESPERSONS, Profile, profiles
from app.services.scoring_views import Draft

if TYPE_CHECKING:
    from app.services.deciding import Deciding

OWNER, CREDIT, SALES, BOOKS = "郑承远", "方雪莹", "沈柏舟", "李佳禾"
_PEOPLE = ((OWNER, "owner"), (CREDIT, "credit"), (SALES, "sales"), (BOOKS, "bookkeeper"))
_QUARTERS = 4
_SCORED = (24, 30, 42, 54)
"""How many customers were scored at each of the last quarter ends, the oldest first."""
_LATELY = (24, 11, 3)
"""Days ago on which reviews were made since."""
_LEFT_OUT = frozenset({"C1009", "C1018", "C1025", "C1033", "C1035", "C1039", "C2003", "C2005"})
"""Nobody scored these since the last quarter's end: their reviews are due, or their grades are over."""
_NEVER = frozenset({"C1044", "C1045", "C2010", "C2011", "C2012", "C2013", "C2014"})
_DRAFTS, _TYPED_OVER = ("C1025", "C2010"), "firm_age"
_UP, _DOWN, _PAST = ("C1046", "C1015", "C1008", "C1037"), ("C1011", "C1041", "C1023"), ("C1018", "C1005")
_FACTORS = {"prompt": "1.6", "regular": "1.45", "late": "1.25", "slow": "1.2", "worsening": "1.15"}
_FACTOR, _STEP = Decimal("1.4"), 10_000
_OVER, _NEAR = Decimal("0.82"), Decimal("1.06")
_STOPPED, _UNCHECKED, _EXPIRED = ("C1006", "C1012"), ("C1034",), ("C1045",)
_UNSET = frozenset({"C1029", "C1042", "C2010", "C2012", "C2013", "C2014"})
_BEYOND, _CLOSE = "C1010", "C1009"
_OWN_CURRENCY = frozenset({"C2001", "C2002", "C2004", "C2008"})
_POOLS = (("恒岳集团", Decimal("1.1")), ("Nordhaven Group", Decimal("1.5")))
_GRANTED = (210, 150, 96, 60, 33)
"""Days ago on which limits were granted."""
_RAISED = frozenset({"C1001", "C1002", "C1007", "C1013", "C1024", "C1031"})
_RAISED_AGO = 18

At: TypeAlias = "Callable[[date], Deciding]"
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
    def now(self) -> Deciding:
        """The services of the day itself."""
        return self.at(self.as_of)


def scene(as_of: date, at: At) -> Scene:
    """As the book numbers customers and groups: in the order of the catalogue."""
    customers = {profile.code: n for n, profile in enumerate(profiles(), 1)}
    return Scene(as_of, at, customers, {name: n for n, name in enumerate(GROUPS, 1)})


def employ(scene: Scene) -> None:
    """Four people; nobody has a PIN."""
    for name, role in _PEOPLE:
        scene.now.people.save(Person(name, role))


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
    again = [scene.customers[code] for code in known if code not in _LEFT_OUT]
    for n, ago in enumerate(_LATELY):
        day = scene.ago(ago)
        scene.at(day).scoring.finish_all(day, again[n :: len(_LATELY)], author=CREDIT)
    for code in _DRAFTS:
        _begin(scene, code)
    _override(scene)


def _begin(scene: Scene, code: str) -> None:
    """A scoring somebody began and put aside: one value typed, one typed over."""
    scoring, customer_id = scene.now.scoring, scene.customers[code]
    card = scoring.card(scoring.card_for(customer_id, scene.as_of))
    inputs, facts = scoring.answers(customer_id, scene.as_of, card)
    for indicator in card.indicators():
        given = inputs.get(indicator.code)
        if given is not None and isinstance(given.value, Decimal) and indicator.code == _TYPED_OVER:
            value = given.value + 3
            inputs[indicator.code] = Input(
                value, "typed", scene.as_of, replaces=given.value, reason="营业执照上的成立日期更早"
            )
    scoring.save_draft_assessment(
        Draft(customer_id, card, scene.as_of, inputs, facts, CREDIT, "等客户补充报表")
    )


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
    usage = scene.now.limits.usage(list(scene.customers.values()), scene.as_of)
    for n, profile in enumerate(profiles()):
        if profile.code in _UNSET:
            continue
        day = scene.ago(_GRANTED[n % len(_GRANTED)])
        used = usage[scene.customers[profile.code]].used.minor
        _grant(scene, profile, day, used, _factor(profile) * (2 if profile.code in _RAISED else 3) / 3)
        if profile.code in _RAISED:
            _grant(scene, profile, scene.ago(_RAISED_AGO), used, _factor(profile))
    for name, factor in _POOLS:
        _pool(scene, name, factor)


def _factor(profile: Profile) -> Decimal:
    return {_BEYOND: _OVER, _CLOSE: _NEAR}.get(profile.code, Decimal(_FACTORS.get(profile.habit, _FACTOR)))


def _grant(scene: Scene, profile: Profile, day: date, used: int, factor: Decimal) -> None:
    """As proposed, but for the amount; the reason says where it comes from."""
    limits, currency = scene.at(day).limits, "CNY"
    made = replace(
        limits.proposal(scene.customers[profile.code], day, OWNER),
        requested_by=SALESPERSONS[profile.seller],
        reason="按近一年用量核定，季度复核",
    )
    if profile.code in _UNCHECKED:
        made = replace(made, state=LimitState.NOT_CHECKED, amount=None, reason="款到发货，不设额度")
    elif profile.code in _STOPPED:
        made = replace(made, state=LimitState.SET, amount=0, reason="停止赊销，结清欠款前只收现款")
    else:
        amount = _rounded(used * factor, currency)
        made = replace(made, state=LimitState.SET, amount=amount, currency=currency)
    if profile.code in _EXPIRED:
        made = replace(made, end=scene.ago(9))
    limits.grant(made, accept_below=True)


def _rounded(amount: Decimal, currency: str) -> int:
    """Up to a round sum."""
    step = _STEP * int(10 ** exponent(currency))
    return int(-(-amount // step)) * step


def _pool(scene: Scene, name: str, factor: Decimal) -> None:
    """A limit that the members of a group share."""
    members = [scene.customers[code] for code in GROUPS[name]]
    used = sum(one.used.minor for one in scene.now.limits.usage(members, scene.as_of).values())
    made = CreditLimit(
        scene.ago(_GRANTED[-1]),
        LimitState.SET,
        "CNY",
        group_id=scene.groups[name],
        amount=_rounded(used * factor, "CNY"),
        requested_by=SALES,
        approved_by=OWNER,
        reason="集团合并管理，成员共用",
    )
    scene.at(made.start).limits.grant(made, accept_below=True)
