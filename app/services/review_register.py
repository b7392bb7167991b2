"""Findings of a review: looked for and merged with what people wrote, carried on, done or dropped."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.customer import Customer
from app.domain.kpi_period import PeriodKind, period_of
from app.domain.measure_record import Finding, PeriodReview
from app.domain.period_review import Part, PartCode, Row, Sheet
from app.domain.problem import DomainError
from app.domain.review_value import Name, Said, from_plain, to_plain
from app.services.review_views import DONE, DROPPED, LOCKED, OPEN_FINDING, FindingView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.finding import Found
    from app.domain.kpi_period import Period
    from app.domain.review_value import Value
    from app.services.ports import UnitOfWork
    from app.services.review_views import Adjustment, ReviewDesk

_OWN_WEIGHT = 75
"""What a finding of the user's own weighs among the others."""


class Register:
    """Use cases on findings; one call one change set."""

    def __init__(self, desk: ReviewDesk) -> None:
        self._desk = desk

    # -- read -----------------------------------------------------------------------------------

    def findings(self, review_id: int) -> tuple[FindingView, ...]:
        """A review's findings, open ones first, the weightiest first."""
        found = self._desk.store.find(Finding, review_id=review_id)
        return self._views(found)

    def due(self) -> tuple[FindingView, ...]:
        """Open findings of all reviews that nobody carried on, by their due day."""
        stored = self._desk.store.find(Finding)
        carried = {one.carried_id for one in stored}
        open_now = [one for one in stored if one.state == OPEN_FINDING and one.id not in carried]
        views = self._views(open_now)
        return tuple(
            sorted(views, key=lambda one: (one.finding.due is None, one.finding.due, one.finding.id))
        )

    def quarter_of(self, review_id: int) -> str:
        """The quarter a review is of, as 2025Q4."""
        return self._name(self._desk.store.get(PeriodReview, review_id))

    def _views(self, found: Sequence[Finding]) -> tuple[FindingView, ...]:
        if not found:
            return ()
        names = {one.id: self._name(one) for one in self._desk.store.find(PeriodReview)}
        before = {one.carried_id for one in found if one.carried_id}
        origin = (
            {one.id: one.review_id for one in self._desk.store.find(Finding, id=before)} if before else {}
        )
        after = {
            one.carried_id: one.review_id
            for one in self._desk.store.find(Finding, carried_id=[one.id for one in found])
        }
        ids = {one.customer_id for one in found if one.customer_id}
        people = {one.id: one for one in self._desk.store.find(Customer, id=ids)} if ids else {}
        today = self._desk.clock.today()
        views = []
        for one in found:
            customer = people.get(one.customer_id or 0)
            views.append(
                FindingView(
                    one,
                    params_of(one.params),
                    Name(customer.name, customer.name_en, customer.id) if customer else None,
                    names.get(origin.get(one.carried_id or 0, 0), ""),
                    names.get(after.get(one.id, 0), ""),
                    one.state == OPEN_FINDING and one.due is not None and one.due < today,
                )
            )
        views.sort(key=lambda v: (v.finding.state != OPEN_FINDING, -v.finding.weight, v.finding.id))
        return tuple(views)

    # -- write ----------------------------------------------------------------------------------

    def save_finding(self, finding: Finding) -> ChangeSet:
        """Add a finding of one's own (id 0), or write an edited one; an own one needs words."""
        clean = replace(
            finding,
            text=finding.text.strip(),
            action=finding.action.strip(),
            owner=" ".join(finding.owner.split()),
            note=finding.note.strip(),
        )
        if not clean.code and not clean.text:
            raise DomainError("finding.no_text")
        review = self._desk.store.get(PeriodReview, clean.review_id)
        with self._desk.store.write() as unit:
            if clean.id:
                unit.replace(clean)
            else:
                self._writable(review)
                unit.add(replace(clean, weight=clean.weight or _OWN_WEIGHT))
            return unit.commit("finding.saved", quarter=self._name(review))

    def finish(self, finding_ids: Sequence[int], note: str = "") -> ChangeSet:
        """Findings are done, today."""
        return self._close(finding_ids, DONE, note, "finding.done")

    def drop(self, finding_ids: Sequence[int], note: str) -> ChangeSet:
        """Findings are not followed up; why has to be said."""
        if not note.strip():
            raise DomainError("finding.no_reason")
        return self._close(finding_ids, DROPPED, note, "finding.dropped")

    def take_up(self, finding_ids: Sequence[int]) -> ChangeSet:
        """Findings are open again."""
        with self._desk.store.write() as unit:
            for row in finding_ids:
                one = unit.get(Finding, row)
                unit.replace(replace(one, state=OPEN_FINDING, done_on=None))
            return unit.commit("finding.reopened", n=len(finding_ids))

    def remove_finding(self, finding_id: int) -> ChangeSet:
        """Put a finding in the bin; one of a locked review stays."""
        one = self._desk.store.get(Finding, finding_id)
        self._writable(self._desk.store.get(PeriodReview, one.review_id))
        with self._desk.store.write() as unit:
            unit.remove(Finding, [finding_id])
            return unit.commit("finding.removed", n=1)

    def _close(self, finding_ids: Sequence[int], state: str, note: str, verb: str) -> ChangeSet:
        today = self._desk.clock.today()
        with self._desk.store.write() as unit:
            for row in finding_ids:
                one = unit.get(Finding, row)
                said = note.strip() or one.note
                unit.replace(replace(one, state=state, done_on=today, note=said))
            return unit.commit(verb, n=len(finding_ids))

    # -- merged and carried ---------------------------------------------------------------------

    def _merge(self, unit: UnitOfWork, review_id: int, found: Sequence[Found]) -> None:
        """New findings come in, known ones take the new figures; those gone go unless somebody wrote them."""
        known = {
            key: one
            for one in unit.find(Finding, review_id=review_id)
            if (key := key_of(one.code, params_of(one.params)))
        }
        for one, made in zip(found, self._made(found, review_id), strict=True):
            old = known.pop(one.key, None)
            if old is None:
                unit.add(made)
            elif old.state == OPEN_FINDING and (old.params, old.weight) != (made.params, made.weight):
                unit.replace(replace(old, params=made.params, weight=made.weight))
        unit.remove(Finding, [one.id for one in known.values() if _untouched(one)])

    def _made(self, found: Sequence[Found], review_id: int) -> list[Finding]:
        """Findings as rows, each with whose task it usually is."""
        people = self._people()
        return [
            Finding(
                review_id,
                one.code,
                _params_text(one),
                weight=one.weight,
                owner=people.get(one.role) or people[""],
                due=one.due,
                customer_id=one.customer_id,
            )
            for one in found
        ]

    def proposed(self, found: Sequence[Found]) -> tuple[FindingView, ...]:
        """Findings as they would be made; nothing is stored."""
        return self._views(self._made(found, 0))

    def _carry(self, unit: UnitOfWork, review_id: int, period: Period) -> None:
        """Open findings of the newest review before come along with their words, owner and day."""
        earlier = [one for one in unit.find(PeriodReview) if one.end < period.start]
        if not earlier:
            return
        last = max(earlier, key=lambda one: one.end)
        gone_on = {one.carried_id for one in unit.find(Finding)}
        unit.add_all(
            [
                replace(one, review_id=review_id, carried_id=one.id, id=0, version=0)
                for one in unit.find(Finding, review_id=last.id)
                if one.state == OPEN_FINDING and one.id not in gone_on
            ]
        )

    def _people(self) -> dict[str, str]:
        """Who does what: a name for each role, and for "" whoever is there."""
        told: dict[str, str] = {}
        for person in self._desk.beside.people.list():
            told.setdefault(person.role, person.name)
        contact = self._desk.beside.company.get().contact
        told.setdefault("", told.get("credit") or told.get("owner") or contact)
        return told

    # -- shared ---------------------------------------------------------------------------------

    def _stored(self, period: Period) -> PeriodReview | None:
        found = self._desk.store.find(PeriodReview, start=period.start, end=period.end)
        return found[0] if found else None

    def _writable(self, review: PeriodReview) -> PeriodReview:
        if review.state == LOCKED:
            raise DomainError("review.is_locked", quarter=self._name(review), on=review.locked_on)
        return review

    def _name(self, review: PeriodReview) -> str:
        return period_of(review.end, PeriodKind.QUARTER).name


def params_of(text: str) -> Mapping[str, object]:
    """A finding's parameters; empty where nobody can read them."""
    try:
        told = json.loads(text)
        return {str(name): from_plain(one) for name, one in told.items()} if isinstance(told, dict) else {}
    except (ValueError, ArithmeticError, DomainError):
        return {}


def _params_text(one: Found) -> str:
    told = {**one.params, "subject": one.subject}
    plain = {name: to_plain(value) for name, value in told.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def key_of(code: str, params: Mapping[str, object]) -> str:
    """By which a stored finding is found again; "" for one of the user's own."""
    return f"{code}:{params.get('subject', '')}" if code else ""


def _untouched(one: Finding) -> bool:
    return one.state == OPEN_FINDING and not (one.text or one.action or one.note or one.carried_id)


# -- the part of the review that says what is to be done ------------------------------------------------


def actions_part(rows: Sequence[FindingView], adjusted: Iterable[Adjustment]) -> Part:
    """Findings with action, owner and day, and what was adjusted in the quarter."""
    found = tuple(_finding_row(one) for one in rows)
    columns = ("finding", "action", "owner", "due", "state")
    changed = tuple(
        Row(f"change:{place}", (one.on, Said(f"log.{one.verb}", dict(one.params)), one.actor))
        for place, one in enumerate(adjusted)
    )
    sheets = [Sheet("findings", columns, found, dated=False)]
    if changed:
        sheets.append(Sheet("adjustments", ("on", "change", "by"), changed, dated=False))
    open_now = sum(one.finding.state == OPEN_FINDING for one in rows)
    carried = sum(bool(one.carried_from) for one in rows)
    lead = Said("review.lead.actions", {"n": len(rows), "open": open_now, "carried": carried})
    missing = None if rows else Said("review.no_findings")
    return Part(PartCode.ACTIONS, (lead,) if rows else (), sheets=tuple(sheets), missing=missing)


def _finding_row(one: FindingView) -> Row:
    finding = one.finding
    action: Value = finding.action or one.proposed or ""
    cells: tuple[Value, ...] = (
        finding.text or one.said,
        action,
        finding.owner,
        finding.due,
        Said(f"finding_state.{finding.state}"),
    )
    return Row(f"finding:{finding.id}", cells)
