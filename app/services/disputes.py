"""Disputes: opening, following and resolving them, with the credit note that may end one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.dispute import (
    DisputeOutcome,
    DisputeState,
    check_dispute,
    contested,
    dispute_days,
    state_of,
)
from app.domain.document import Dispute, Document, DocumentKind
from app.domain.money import Money
from app.domain.problem import DomainError
from app.services.collection_desk import CollectionPart
from app.services.collection_views import Contest, DisputeDays, DisputeQuery, DisputeView

if TYPE_CHECKING:
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.ports import UnitOfWork

_ALL = DisputeQuery()
_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class NewCreditNote:
    """The credit note that ends a dispute, made with it; ``amount`` in minor units of the invoice."""

    amount: int
    number: str = ""
    note: str = ""


class Disputes(CollectionPart):
    """Use cases on disputes."""

    def dispute(self, dispute: Dispute) -> ChangeSet:
        """Note that an invoice is contested, in all (``amount`` None) or in part."""
        with self._desk.store.write() as uow:
            invoice, clean = self._checked_dispute(uow, dispute)
            uow.add(replace(clean, state=clean.state or DisputeState.OPEN, closed_on=None, outcome=""))
            return uow.commit("dispute.opened", **_named(clean, invoice))

    def edit_dispute(self, dispute: Dispute) -> ChangeSet:
        """Write an edited dispute; how it ended is the matter of ``resolve``."""
        with self._desk.store.write() as uow:
            old = uow.get(Dispute, dispute.id)
            invoice, clean = self._checked_dispute(uow, dispute)
            ended = {name: getattr(old, name) for name in ("closed_on", "outcome", "credit_note_id")}
            state = old.state if old.closed_on is not None else clean.state
            uow.replace(replace(clean, document_id=old.document_id, state=state, **ended))
            return uow.commit("dispute.edited", **_named(clean, invoice))

    def resolve(
        self,
        dispute_id: int,
        outcome: DisputeOutcome | str,
        on: date | None = None,
        credit_note: int | NewCreditNote | None = None,
    ) -> ChangeSet:
        """End a dispute; ``credit_note`` is one that exists, or one to make and set off with it."""
        day = self._day(on)
        with self._desk.store.write() as uow:
            old = uow.get(Dispute, dispute_id)
            invoice = uow.get(Document, old.document_id)
            if old.closed_on is not None:
                raise DomainError("dispute.resolved_already", number=invoice.number, on=old.closed_on)
            if day < old.opened_on:
                raise DomainError("dispute.resolved_before", opened=old.opened_on, on=day)
            given = self._credit_note(uow, invoice, credit_note, day)
            new = replace(
                old,
                closed_on=day,
                state=DisputeState.RESOLVED,
                outcome=DisputeOutcome(outcome),
                credit_note_id=given,
            )
            uow.replace(new)
            said: tuple[str, dict[str, object]] = (f"outcome.{new.outcome}", {})
            return uow.commit("dispute.resolved", number=invoice.number, outcome=said)

    def reopen_dispute(self, dispute_id: int) -> ChangeSet:
        """A resolved dispute runs again; a credit note made for it stays."""
        with self._desk.store.write() as uow:
            old = uow.get(Dispute, dispute_id)
            again = replace(old, closed_on=None, outcome="", state=DisputeState.OPEN)
            invoice, clean = self._checked_dispute(uow, again)
            uow.replace(clean)
            return uow.commit("dispute.reopened", **_named(clean, invoice))

    def remove_dispute(self, dispute_id: int) -> ChangeSet:
        """Put a dispute in the bin."""
        with self._desk.store.write() as uow:
            gone = uow.get(Dispute, dispute_id)
            uow.remove(Dispute, [dispute_id])
            return uow.commit("dispute.removed", **_named(gone, uow.get(Document, gone.document_id)))

    def disputes(self, query: DisputeQuery = _ALL, as_of: date | None = None) -> list[DisputeView]:
        """Disputes as of a day, the oldest first."""
        day = self._day(as_of)
        found = [_view(one, day) for one in self._desk.reader.contests(query, day)]
        return [one for one in found if not query.open_only or one.state is not DisputeState.RESOLVED]

    def dispute_days(self, as_of: date | None = None, customer_id: int | None = None) -> DisputeDays:
        """How long disputes run and ran, as of a day."""
        day = self._day(as_of)
        found = self.disputes(DisputeQuery(customer_id), day)
        running = [one for one in found if one.state is not DisputeState.RESOLVED]
        ended = [
            one
            for one in found
            if one.dispute.closed_on is not None and 0 <= (day - one.dispute.closed_on).days < _A_YEAR
        ]
        return DisputeDays(
            len(running),
            sum(one.past_target > 0 for one in running),
            _mean([one.days for one in running]),
            len(ended),
            _mean([one.days for one in ended]),
        )

    def _checked_dispute(self, uow: UnitOfWork, dispute: Dispute) -> tuple[Document, Dispute]:
        invoice = uow.get(Document, dispute.document_id)
        clean = replace(dispute, owner=dispute.owner.strip(), note=dispute.note.strip())
        today = self._desk.clock.today()
        if clean.opened_on > today:
            raise DomainError("dispute.not_yet", on=clean.opened_on, today=today)
        check_dispute(clean, invoice, uow.find(Dispute, document_id=invoice.id))
        return invoice, clean

    def _credit_note(
        self, uow: UnitOfWork, invoice: Document, given: int | NewCreditNote | None, on: date
    ) -> int | None:
        if isinstance(given, NewCreditNote):
            if given.amount > invoice.amount:
                raise DomainError(
                    "dispute.note_above",
                    number=invoice.number,
                    amount=Money(given.amount, invoice.currency),
                    most=Money(invoice.amount, invoice.currency),
                )
            draft = Document(
                invoice.customer_id,
                DocumentKind.CREDIT_NOTE,
                given.number,
                on,
                invoice.currency,
                given.amount,
                original_id=invoice.id,
                note=given.note.strip(),
            )
            return self._desk.ledger.enter_within(uow, draft).id
        if given is not None:
            note = uow.get(Document, given)
            if note.kind is not DocumentKind.CREDIT_NOTE or note.customer_id != invoice.customer_id:
                raise DomainError("dispute.not_credit_note", number=note.number)
        return given


def _view(one: Contest, day: date) -> DisputeView:
    state, dispute = state_of(one.dispute, day), one.dispute
    running = state is not DisputeState.RESOLVED
    past = (day - dispute.target_on).days if running and dispute.target_on else 0
    return DisputeView(
        dispute,
        one.number,
        one.customer_id,
        one.customer,
        one.currency,
        one.open,
        contested([dispute], one.open, day),
        state,
        dispute_days(dispute, day),
        max(0, past),
        one.credit_note,
    )


def _mean(days: list[int]) -> int | None:
    return (2 * sum(days) + len(days)) // (2 * len(days)) if days else None


def _named(dispute: Dispute, invoice: Document) -> dict[str, object]:
    amount = Money(invoice.amount if dispute.amount is None else dispute.amount, invoice.currency)
    return {"number": invoice.number, "amount": str(amount)}
