"""Notices to the insurer (可能损失通知书): drafted from the ledger, sent by hand, answered by the insurer.

Nothing is sent by itself. An answer writes what follows from it, a limit decision or a stop, in the
same unit of work.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.buyer_limit import require_sound as require_decision
from app.domain.customer import Customer
from app.domain.insurance_record import InsurancePolicy, InsurerNotice, LimitDecision, ShipmentStop
from app.domain.notice import (
    NoticeKind,
    NoticeReply,
    NoticeState,
    as_text,
    kind_of,
    number_of,
    reply_of,
    state_of,
)
from app.domain.problem import DomainError
from app.services.notice_gathering import NoticeDesk, NoticeGatherer
from app.services.notice_views import NoticeView

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.letter_paper import ComposedLetter
    from app.services.ports import Control, UnitOfWork
    from app.services.previews import PagePicture

__all__ = ["NoticeDesk", "NoticeService", "NoticeView"]

LANGUAGES = ("zh", "en")
FORMATS = (".pdf", ".eml")


class NoticeService:
    """Use cases on notices; one call one change set."""

    def __init__(self, desk: NoticeDesk) -> None:
        self._desk = desk
        self._gatherer = NoticeGatherer(desk)

    # -- reading --------------------------------------------------------------------------------

    def notices(
        self,
        state: NoticeState | str | None = None,
        *,
        customer_id: int | None = None,
        policy_id: int | None = None,
    ) -> list[NoticeView]:
        """Notices, drafts first, then the newest sent."""
        given = {"customer_id": customer_id, "policy_id": policy_id}
        equals = {name: value for name, value in given.items() if value is not None}
        found = [
            one
            for one in self._desk.store.find(InsurerNotice, **equals)
            if state is None or state_of(one.sent_on, one.reply) == state
        ]
        found.sort(key=lambda one: (one.sent_on is None, one.sent_on or one.known_on, one.id), reverse=True)
        return self._gatherer.views(found)

    def notice(self, notice_id: int) -> NoticeView:
        """One notice."""
        return self._gatherer.views([self._desk.store.get(InsurerNotice, notice_id)])[0]

    # -- drafting -------------------------------------------------------------------------------

    def draft(
        self,
        policy_id: int,
        customer_id: int,
        kind: NoticeKind | str,
        document_ids: Collection[int] | None = None,
        known_on: date | None = None,
        lang: str = "",
    ) -> NoticeView:
        """A notice as it would be written; nothing is stored (``save`` keeps ``view.record``).

        ``document_ids`` None: for an overdue notice all overdue invoices the insurer was not told of,
        for a withdrawal those of the last notice, else every open one under the policy. ``known_on``
        None: today. ``lang`` "": Chinese where the company is in China.
        """
        policy = self._desk.policies.policy(policy_id).policy
        told = kind_of(kind)
        chosen = self._gatherer.chosen(policy, customer_id, told, document_ids)
        record = InsurerNotice(
            policy_id,
            customer_id,
            told.value,
            known_on or self._desk.clock.today(),
            policy.record.currency,
            0,
            as_text(chosen),
            lang=lang or ("zh" if self._desk.policies.home() == "CN" else "en"),
        )
        self._check(record)
        return self._gatherer.views([self._gatherer.summed(record)])[0]

    def words(self, record: InsurerNotice, lang: str = "") -> str:
        """The words to edit: title, empty line, paragraphs, and the parts in brackets on their own lines."""
        wanted = lang or record.lang
        return record.text if record.text and wanted == record.lang else self._by_template(record, wanted)

    def _by_template(self, record: InsurerNotice, lang: str) -> str:
        return self._desk.press.words(self._gatherer.facts(record), _language(lang))

    def save(self, record: InsurerNotice) -> ChangeSet:
        """Keep a draft, new or edited, refused once it is sent; the template's own words need no keeping."""
        self._check(record)
        text = record.text.strip()
        if text and text == self._by_template(record, record.lang).strip():
            text = ""
        clean = replace(self._gatherer.summed(record), text=text, note=record.note.strip())
        with self._desk.store.write() as unit:
            name = unit.get(Customer, record.customer_id).name
            if record.id:
                _require_draft(unit, record.id)
                unit.replace(_unsent(clean))
            else:
                unit.add(_unsent(clean))
            return unit.commit("notice.saved", name=name, kind=_kind(record))

    def _check(self, record: InsurerNotice) -> None:
        """Refuse a notice that could not be given."""
        kind_of(record.kind)
        _language(record.lang)
        if record.known_on > self._desk.clock.today():
            raise DomainError("notice.known_in_future", on=record.known_on)
        policy = self._desk.policies.policy(record.policy_id).policy
        if not policy.in_use:
            raise DomainError("notice.draft_policy", number=policy.record.number)
        self._gatherer.require_own(record)

    def remove(self, notice_id: int) -> ChangeSet:
        """Put a draft into the bin."""
        with self._desk.store.write() as unit:
            old = _require_draft(unit, notice_id)
            unit.remove(InsurerNotice, [notice_id])
            name = unit.get(Customer, old.customer_id).name
            return unit.commit("notice.removed", name=name, kind=_kind(old))

    # -- paper ----------------------------------------------------------------------------------

    def compose(self, record: InsurerNotice, lang: str = "") -> ComposedLetter:
        """The letter as it will read; in another language than its own by the template."""
        wanted = _language(lang or record.lang)
        text = record.text if wanted == record.lang else ""
        return self._desk.press.compose(self._gatherer.facts(record), text, wanted)

    def preview(
        self, record: InsurerNotice, width: int, control: Control, lang: str = ""
    ) -> list[PagePicture]:
        """The pages of a notice ``width`` pixels wide, stored or not."""
        letter = self.compose(record, lang)
        return self._desk.previews().paper(lambda pdf: self._desk.press.pdf(letter, pdf), width, control)

    def preview_text(self, record: InsurerNotice, lang: str = "") -> str:
        """The whole letter as plain text."""
        return self._desk.press.plain_text(self.compose(record, lang))

    def write(self, record: InsurerNotice, path: Path, lang: str = "") -> Path:
        """Write the notice as a PDF or an e-mail draft, by the suffix (.pdf, .eml); the file."""
        suffix = path.suffix.lower()
        if suffix not in FORMATS:
            raise DomainError("notice.format", name=path.name)
        letter = self.compose(record, lang)
        write = self._desk.press.pdf if suffix == FORMATS[0] else self._desk.press.mail
        write(letter, path)
        return path

    def file_name(self, record: InsurerNotice, suffix: str, lang: str = "") -> str:
        """A name to save it under, by number, title and buyer."""
        return self._desk.press.file_name(self.compose(record, lang), suffix)

    # -- sent, answered -------------------------------------------------------------------------

    def send(self, notice_id: int, on: date, reference: str = "", proof: str = "") -> ChangeSet:
        """Note that it was sent, and keep the words and the paper as they went out.

        ``proof`` is what shows that it arrived.
        """
        record = self._desk.store.get(InsurerNotice, notice_id)
        if record.sent_on is not None:
            raise DomainError("notice.is_sent", number=number_of(record))
        if on > self._desk.clock.today():
            raise DomainError("notice.sent_in_future", on=on)
        if on < record.known_on:
            raise DomainError("notice.sent_before_known", on=on, known=record.known_on)
        sent = replace(
            record, sent_on=on, reference=reference.strip() or record.reference, proof=proof.strip()
        )
        summed = self._gatherer.summed(sent)
        frozen = replace(summed, text=self.words(summed))
        name, paper = self._paper(frozen)
        with self._desk.store.write() as unit:
            unit.replace(frozen)
            self._desk.attach(unit, "insurer_notice", notice_id, name, paper)
            name = unit.get(Customer, record.customer_id).name
            return unit.commit("notice.sent", name=name, kind=_kind(record))

    def _paper(self, record: InsurerNotice) -> tuple[str, bytes]:
        """The notice as a PDF, with the name it is kept under."""
        letter = self.compose(record)
        return self._desk.press.file_name(letter, FORMATS[0]), self._desk.press.pdf_bytes(letter)

    def reply(
        self,
        notice_id: int,
        on: date,
        reply: NoticeReply | str,
        *,
        amount: int | None = None,
        effective: date | None = None,
        reference: str = "",
        note: str = "",
    ) -> ChangeSet:
        """Note the insurer's answer, and in the same unit the limit decision or stop that follows from it.

        ``amount`` (minor units, policy currency) is the reduced limit; ``effective`` the first day it
        holds for, or the day of the stop (None: ``on``).
        """
        answer = reply_of(reply)
        if on > self._desk.clock.today():
            raise DomainError("notice.replied_in_future", on=on)
        if answer is NoticeReply.REDUCED and amount is None:
            raise DomainError("notice.no_amount")
        with self._desk.store.write() as unit:
            old = unit.get(InsurerNotice, notice_id)
            _require_answerable(old, on)
            unit.replace(
                replace(
                    old,
                    reply=answer.value,
                    replied_on=on,
                    reference=reference.strip() or old.reference,
                    note="\n".join(filter(None, (old.note, note.strip()))),
                )
            )
            start = effective or on
            if answer is NoticeReply.STOP:
                _stop(unit, old, start, note)
            elif answer is not NoticeReply.KEPT:
                _decide(unit, old, answer, amount, (on, start), reference or old.reference, note)
            name = unit.get(Customer, old.customer_id).name
            said: tuple[str, dict[str, object]] = (f"notice_reply.{answer}", {})
            return unit.commit("notice.replied", name=name, reply=said)


def _language(lang: str) -> str:
    if lang not in LANGUAGES:
        raise DomainError("notice.unknown_language", language=lang)
    return lang


def _kind(record: InsurerNotice) -> tuple[str, dict[str, object]]:
    return f"notice_kind.{record.kind}", {}


def _unsent(record: InsurerNotice) -> InsurerNotice:
    """A draft says nothing of sending and answers."""
    return replace(record, sent_on=None, proof="", reply="", replied_on=None)


def _require_draft(unit: UnitOfWork, notice_id: int) -> InsurerNotice:
    old = unit.get(InsurerNotice, notice_id)
    if old.sent_on is not None:
        raise DomainError("notice.is_sent", number=number_of(old))
    return old


def _require_answerable(record: InsurerNotice, on: date) -> None:
    if record.sent_on is None:
        raise DomainError("notice.not_sent", number=number_of(record))
    if record.reply:
        raise DomainError("notice.is_answered", number=number_of(record))
    if on < record.sent_on:
        raise DomainError("notice.replied_before_sent", on=on, sent=record.sent_on)


def _stop(unit: UnitOfWork, notice: InsurerNotice, start: date, note: str) -> None:
    """A stop from that day; one that runs already stays as it is."""
    running = unit.find(ShipmentStop, policy_id=notice.policy_id, customer_id=notice.customer_id)
    if not any(one.lifted is None and one.start <= start for one in running):
        stop = ShipmentStop(notice.policy_id, notice.customer_id, start, "insurer", note=note.strip())
        unit.add(stop)


def _decide(
    unit: UnitOfWork,
    notice: InsurerNotice,
    answer: NoticeReply,
    amount: int | None,
    days: tuple[date, date],
    reference: str,
    note: str,
) -> None:
    """The limit as the insurer left it; nothing where the policy has ended and insures no shipment more."""
    on, effective = days
    policy = unit.get(InsurancePolicy, notice.policy_id)
    if effective > policy.end:
        return
    decision = LimitDecision(
        notice.policy_id,
        notice.customer_id,
        on,
        effective,
        answer.value,
        policy.currency,
        amount=amount if answer is NoticeReply.REDUCED else None,
        reference=reference.strip(),
        source=number_of(notice),
        note=note.strip(),
    )
    require_decision(decision, start=policy.start, end=policy.end)
    unit.add(decision)
