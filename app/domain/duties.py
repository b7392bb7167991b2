"""Who does what with the program: every verb of the change log belongs to a duty, every role has duties."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.authority import Role
from app.domain.duty import Duty
from app.domain.problem import DomainError

DESK_ASKS = "desk.asks"
"""Name of the setting: true where the program asks who works with it."""
DESK_DUTIES = "desk.duties"
"""Name of the setting: duties by role, of the roles that have other ones than as shipped."""
GIVEN = frozenset(Duty) - {Duty.PROGRAM, Duty.PEOPLE}
"""The duties an owner gives; who may do what stays with the owner."""


_VERBS = {
    Duty.PROGRAM: "file.migrated company.created alert.run person.pin_kept_anew "
    "sample.build sample.decide sample.insure",
    Duty.LOG: "activity.logged activity.edited activity.next_done activity.postponed activity.removed "
    "promise.made promise.edited promise.cancelled promise.removed attachment.added contact.saved "
    "work.done work.postponed work.reopened",
    Duty.ORDERS: "order.saved order.removed order.imported order.checked",
    Duty.COLLECT: "dunning.run dunning.level_set dunning.block dunning.unblock dunning.grace_given "
    "dunning.grace_ended dunning.handed dunning.taken_back dunning.marks_set "
    "letter.written letter.refreshed letter.left_out letter.sent letter.delivered letter.replied "
    "dispute.opened dispute.edited dispute.resolved dispute.reopened dispute.removed "
    "payment_plan.agreed payment_plan.signed payment_plan.closed payment_plan.removed "
    "limitation.added limitation.removed attachment.removed contact.removed "
    "alert.acknowledged alert.snoozed alert.acted alert.reopened "
    "alert.acknowledged_several alert.snoozed_several alert.acted_several alert.reopened_several",
    Duty.BOOK: "customer.created customer.edited customer.merged customer.removed customer.restored "
    "alias.added alias.removed identifier.saved identifier.removed "
    "salesperson.added salesperson.renamed salesperson.removed "
    "region.added region.renamed region.moved region.removed "
    "customer_group.added customer_group.renamed customer_group.moved customer_group.removed "
    "document.entered document.edited document.removed document.restored document.written_off "
    "receipt.entered allocation.added allocation.proposed allocation.removed write_off.recovered "
    "plan.set plan.cleared rate.set rate.removed "
    "bill.received bill.edited bill.discounted bill.endorsed bill.cleared bill.bounced bill.handed_back "
    "bill.removed "
    "bank.statement_added bank.account_saved bank.account_removed bank.line_accepted bank.line_linked "
    "bank.line_reopened bank.line_set_aside bank.payer_forgotten bank.receipt_returned "
    "import.customers import.invoices import.receipts import.snapshot import.mapping_kept period.closed",
    Duty.CREDIT: "credit_file.profile_saved credit_file.certification_saved "
    "credit_file.certification_removed credit_file.flow_saved credit_file.flow_removed "
    "credit_file.point_saved credit_file.point_removed credit_file.statement_saved "
    "credit_file.statements_saved credit_file.statement_removed credit_file.rating_saved "
    "credit_file.rating_removed credit_file.event_saved credit_file.event_removed "
    "assessment.draft_saved assessment.draft_dropped assessment.finished assessment.finished_all "
    "assessment.ended limit.granted limit.withdrawn limit.ended "
    "override.granted override.ended override.judged order_check.released write_off.approved",
    Duty.INSURE: "policy.added policy.changed policy.activated policy.cancelled policy.annulled "
    "policy.removed notice.saved notice.removed notice.sent notice.replied "
    "claim.opened claim.changed claim.paper claim.moved claim.payment claim.cost claim.recovery "
    "claim.objection claim.consent claim.noted claim.written_off claim.booked claim.linked "
    "declaration.made declaration.accepted declaration.removed premium.saved premium.removed "
    "buyer_limit.decided buyer_limit.reviewed buyer_limit.review_reopened buyer_limit.requested "
    "buyer_limit.imported buyer_limit.carried shipment_stop.set shipment_stop.lifted shipment.saved",
    Duty.MEASURE: "provision.booked provision.unbooked provision.specific_saved "
    "provision.specific_removed review.begun review.saved review.locked review.reopened "
    "finding.saved finding.done finding.dropped finding.reopened finding.removed "
    "stress.kept stress.removed stress.run_kept stress.run_removed "
    "contingency.begun contingency.saved contingency.removed contingency.drill_begun "
    "contingency.real_begun contingency.ticked contingency.unticked contingency.run_ended "
    "contingency.run_removed liquidity.saved liquidity.read liquidity.removed "
    "cash_item.saved cash_item.removed cash_item.imported overlay.saved overlay.removed "
    "policy_study.kept policy_study.removed loss_case.saved loss_case.removed",
    Duty.RULES: "setting.chosen setting.reset company.edited company.picture_set company.picture_dropped "
    "scorecard.draft_saved scorecard.draft_dropped scorecard.published scorecard.retired "
    "dunning.policy_saved dunning.policy_reset dunning.policy_removed dunning.policy_chosen "
    "letter_template.saved letter_template.reset interest_rule.saved interest_rule.reset "
    "rate_entry.saved rate_entry.removed policy_study.adopted",
    Duty.PEOPLE: "person.saved person.removed person.pin_set person.pin_dropped period.reopened "
    "protection.set protection.changed protection.removed desk.switched_on desk.switched_off "
    "desk.duties_chosen",
}
DUTY_OF: Mapping[str, Duty] = {verb: duty for duty, verbs in _VERBS.items() for verb in verbs.split()}

_OF_SETTING = {
    "limits.authority": Duty.PEOPLE,
    DESK_DUTIES: Duty.PEOPLE,
    "cash.assumptions": Duty.MEASURE,
    "policy.assumptions": Duty.MEASURE,
    "stress.bearing": Duty.MEASURE,
    "stress.key": Duty.MEASURE,
    "insurance.worth": Duty.MEASURE,
}
"""Settings that are no rule of the company: who decides, and figures put into a study."""
_ABOUT_ANOTHER = frozenset({"undone", "redone"})
_OWN_PIN = "person.pin_set"


def duty_of(verb: str, params: Mapping[str, Any]) -> Duty:
    """The duty an act of the log belongs to; undoing one belongs where the act does.

    An act nobody has given a duty is the owner's alone.
    """
    if verb in _ABOUT_ANOTHER:
        of, about = params.get("action") or ("", {})
        return duty_of(str(of), about)
    if verb.startswith("setting."):
        return _OF_SETTING.get(str(params.get("name", "")), Duty.RULES)
    return DUTY_OF.get(verb, Duty.PEOPLE)


@dataclass(frozen=True, slots=True)
class RoleDuties:
    """What a role does with the program, and why, by language."""

    duties: frozenset[Duty]
    why: Mapping[str, str]


Table = Mapping[Role, RoleDuties]
Given = Mapping[Role, frozenset[Duty]]
"""The duties that owners gave, by role."""


def table_of(value: Any) -> Table:
    """The duties of every role from what JSON holds; ``DomainError("duties.unreadable")`` if it is none."""
    try:
        found = {
            Role(one["role"]): RoleDuties(frozenset(Duty(name) for name in one["duties"]), dict(one["why"]))
            for one in value["roles"]
        }
        return {role: found[role] for role in Role}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DomainError("duties.unreadable", detail=str(error)) from error


def own_table(shipped: Table, text: str) -> Table:
    """The table with what the company chose, by the setting's text; what nobody can read does not count."""
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        told = {}
    chosen = told if isinstance(told, dict) else {}
    return {
        role: replace(one, duties=_given(names) | (one.duties - GIVEN))
        if role is not Role.OWNER and isinstance(names := chosen.get(role.value), list)
        else one
        for role, one in shipped.items()
    }


def _given(names: list[object]) -> frozenset[Duty]:
    return frozenset(duty for duty in GIVEN if duty.value in names)


def chosen_otherwise(shipped: Table, given: Given) -> dict[str, list[str]]:
    """What the setting holds: the duties of the roles that have other ones than as shipped."""
    return {
        role.value: [duty.value for duty in Duty if duty in given[role] & GIVEN]
        for role, one in shipped.items()
        if role is not Role.OWNER and given.get(role, one.duties) & GIVEN != one.duties & GIVEN
    }


@dataclass(frozen=True, slots=True)
class Seat:
    """Who works with the program; where it ``asks`` nobody, anybody does everything.

    ``name`` "" is somebody who only looks. ``able`` names who may do what.
    """

    asks: bool = False
    name: str = ""
    role: str = ""
    duties: frozenset[Duty] = frozenset()
    able: Mapping[Duty, tuple[str, ...]] | None = None

    def may(self, duty: Duty | None) -> bool:
        """Whether a duty is this person's; None stands for any change at all."""
        if not self.asks or duty is Duty.PROGRAM:
            return True
        return bool(self.name) if duty is None else duty in self.duties

    def who_may(self, duty: Duty) -> str:
        """The names of those whose duty it is."""
        return ", ".join((self.able or {}).get(duty, ())) or "–"

    def require(self, verb: str, params: Mapping[str, Any]) -> None:
        """Refuse an act that is not this person's: ``desk.nobody``, ``role.may_not``.

        Everybody changes the own PIN, which has to be known for that.
        """
        duty = duty_of(verb, params)
        if not (verb == _OWN_PIN and self.name and params.get("name") == self.name):
            self.require_duty(duty)

    def require_duty(self, duty: Duty) -> None:
        """Refuse what is not this person's: ``desk.nobody``, ``role.may_not``."""
        if self.may(duty):
            return
        if not self.name:
            raise DomainError("desk.nobody")
        raise DomainError(
            "role.may_not", name=self.name, role=(f"role.{self.role}", {}), what=(f"duty.{duty}", {}),
            able=self.who_may(duty),
        )  # fmt: skip


def seat_of(name: str, people: list[tuple[str, str]], table: Table) -> Seat:
    """The seat of somebody among ``people`` (name, role); who is not among them only looks."""
    able = {duty: tuple(each for each, role in people if duty in _duties(table, role)) for duty in Duty}
    role = next((role for each, role in people if name and each == name), "")
    if not role:
        return Seat(asks=True, able=able)
    return Seat(asks=True, name=name, role=role, duties=_duties(table, role), able=able)


def _duties(table: Table, role: str) -> frozenset[Duty]:
    """A role's duties; none of one that nobody has heard of: somebody wrote into the file by hand."""
    return table[Role(role)].duties if role in set(Role) else frozenset()
