"""The papers of a claim: the checklist with its files, files found in the ledger, the pack and the ledger."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.activity import Activity, Attachment
from app.domain.claim_pack import (
    MOST_MONTHS,
    Account,
    AccountLine,
    ClaimPack,
    Contact,
    Enclosure,
    ListedPaper,
    first_day,
    listed_kind,
)
from app.domain.claim_state import PaperKind
from app.domain.customer import Customer, Identifier
from app.domain.document import Dispute, Document, DocumentKind
from app.domain.insurance_record import (
    Claim,
    ClaimInvoice,
    ClaimPaper,
    Declaration,
    InsurerNotice,
    LimitDecision,
)
from app.domain.letter import Letter, LetterLine, LetterState
from app.domain.money import Money
from app.domain.problem import DomainError
from app.services.claim_money import ClaimMoney, name_of
from app.services.control import Silent

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.statement import Statement, StatementCurrency
    from app.services.claim_ports import ClaimFiles, PackWritten
    from app.services.claim_views import ClaimDetail
    from app.services.control import Control

OWNER = "claim_paper"
_PDF = "application/pdf"
_BOUND = frozenset({PaperKind.LEDGER, PaperKind.STATEMENT})
"""Papers that are parts of the pack itself."""


class ClaimPapers(ClaimMoney):
    """The part of the claim service that deals with papers."""

    claim: Callable[[int], ClaimDetail]

    # -- the checklist --------------------------------------------------------------------------

    def checklist(self, claim_id: int) -> tuple[ListedPaper, ...]:
        """The papers of a claim with their files; what the program makes or keeps itself counts as there."""
        record = self._desk.store.get(Claim, claim_id)
        papers = self._desk.store.find(ClaimPaper, claim_id=claim_id)
        return tuple(sorted(self._listed(record, papers), key=lambda one: listed_kind(one.paper.kind)))

    def attach(self, paper_id: int, name: str, data: bytes, note: str = "") -> ChangeSet:
        """Keep a file with a paper of the checklist, which is then there."""
        with self._desk.store.write() as unit:
            paper = unit.get(ClaimPaper, paper_id)
            self._files.collection().attach_within(unit, OWNER, paper_id, name, data, note)
            if paper.state != "attached":
                unit.replace(replace(paper, state="attached"))
            claim = unit.get(Claim, paper.claim_id)
            return unit.commit(
                "claim.paper", name=name_of(unit, claim), paper=(f"claim_paper.{paper.kind}", {})
            )

    def kept_files(self, claim_id: int) -> list[Attachment]:
        """Files kept elsewhere with what the claim is about, to be attached from there."""
        detail = self.claim(claim_id)
        customer_id, find = detail.row.claim.customer_id, self._desk.store.find
        documents = list(detail.row.documents)
        owners: dict[str, list[int]] = {
            "document": documents,
            "customer": [customer_id],
            "dispute": [one.id for one in find(Dispute, document_id=documents)],
            "letter": [one.id for one in find(Letter, customer_id=customer_id)],
            "activity": [one.id for one in find(Activity, customer_id=customer_id)],
        }
        found = [
            file for owner, ids in owners.items() for file in self._files.collection().attachments(owner, ids)
        ]
        return sorted({one.digest: one for one in reversed(found)}.values(), key=lambda one: one.id)

    def take(self, paper_id: int, attachment_ids: Collection[int]) -> ChangeSet:
        """Attach files that the company file holds already; their bytes are not kept twice."""
        if not attachment_ids:
            raise DomainError("claim.no_files")
        with self._desk.store.write() as unit:
            paper = unit.get(ClaimPaper, paper_id)
            held = {one.digest for one in unit.find(Attachment, owner=OWNER, owner_id=paper_id)}
            for attachment_id in attachment_ids:
                kept = unit.get(Attachment, attachment_id)
                if kept.digest not in held:
                    unit.add(replace(kept, owner=OWNER, owner_id=paper_id, id=0, version=0))
                    held.add(kept.digest)
            if paper.state != "attached":
                unit.replace(replace(paper, state="attached"))
            claim = unit.get(Claim, paper.claim_id)
            return unit.commit(
                "claim.paper", name=name_of(unit, claim), paper=(f"claim_paper.{paper.kind}", {})
            )

    def there(self, claims: Sequence[Claim], papers: Sequence[ClaimPaper]) -> frozenset[int]:
        """Which of these papers are to hand: attached, with a file, or made or kept by the program."""
        by_id = {one.id: one for one in claims}
        grouped: dict[int, list[ClaimPaper]] = defaultdict(list)
        for paper in papers:
            grouped[paper.claim_id].append(paper)
        return frozenset(
            one.paper.id
            for claim_id, own in grouped.items()
            for one in self._listed(by_id[claim_id], own)
            if one.there
        )

    @property
    def _files(self) -> ClaimFiles:
        return self._desk.files

    def _listed(self, claim: Claim, papers: Sequence[ClaimPaper]) -> Iterator[ListedPaper]:
        attached: dict[int, list[Enclosure]] = defaultdict(list)
        kinds = {one.id: one.kind for one in papers}
        for file in reversed(self._files.collection().attachments(OWNER, list(kinds))):
            attached[file.owner_id].append(_enclosed(kinds[file.owner_id], file))
        made = self._made(claim)
        for paper in papers:
            own = made.get(paper.kind)
            yield ListedPaper(paper, (*(own or ()), *attached[paper.id]), own is not None)

    def _made(self, claim: Claim) -> Mapping[str, tuple[Enclosure, ...]]:
        """What the program makes or keeps of the papers, by kind; parts of the pack itself have no file."""
        find, customer_id, policy_id = self._desk.store.find, claim.customer_id, claim.policy_id
        made: dict[str, tuple[Enclosure, ...]] = {kind.value: () for kind in _BOUND}

        def kept(kind: PaperKind, owner: str, ids: Sequence[int], *own: Enclosure) -> None:
            """Papers of this kind are there; files kept with their rows go with them."""
            if ids:
                files = reversed(self._files.collection().attachments(owner, ids))
                made[kind] = (*own, *(_enclosed(kind, one) for one in files))

        decisions = find(LimitDecision, policy_id=policy_id, customer_id=customer_id)
        kept(PaperKind.LIMIT_DECISION, "limit_decision", [one.id for one in decisions])
        declared = find(Declaration, policy_id=policy_id)
        kept(PaperKind.DECLARATIONS, "declaration", [one.id for one in declared])
        notices = _sent(find(InsurerNotice, policy_id=policy_id, customer_id=customer_id))
        copies = self._files.collection().attachments("insurer_notice", [one.id for one in notices])
        copied = {one.owner_id for one in copies if one.media_type == _PDF}
        told = [
            Enclosure(PaperKind.NOTICE, _named(f"{one.sent_on}", one.reference), _PDF, notice=one.id)
            for one in notices
            if one.id not in copied
        ]
        kept(PaperKind.NOTICE, "insurer_notice", [one.id for one in notices], *told)
        letters = self._reminders(claim)
        if letters:
            numbers = [one.number for one in find(Letter, id=letters)]
            name = numbers[0] if len(numbers) == 1 else f"{min(numbers)} – {max(numbers)}"
            sent = Enclosure(PaperKind.DUNNING, f"{name}.pdf", _PDF, letters=tuple(letters))
            kept(PaperKind.DUNNING, "letter", letters, sent)
        policy = self._files.collection().attachments("insurance_policy", policy_id)
        if policy:
            made[PaperKind.POLICY] = tuple(_enclosed(PaperKind.POLICY, one) for one in reversed(policy))
        return made

    def _reminders(self, claim: Claim) -> list[int]:
        """Letters sent to the buyer that ask for an invoice of the claim."""
        find = self._desk.store.find
        invoices = [one.document_id for one in find(ClaimInvoice, claim_id=claim.id)]
        about = {one.letter_id for one in find(LetterLine, document_id=invoices)}
        return sorted(about & set(self._files.made.sent_letters(claim.customer_id)))

    # -- the pack -------------------------------------------------------------------------------

    def pack(
        self,
        claim_id: int,
        path: Path,
        lang: str,
        control: Control | None = None,
        *,
        months: int = MOST_MONTHS,
    ) -> PackWritten:
        """Write the claim pack as one PDF; ``months`` (6 to 12) of ledger before the oldest open invoice."""
        found = self.pack_values(claim_id, months=months)
        return self._files.press.pack(found, self.content, path, lang, control or Silent())

    def ledger_sheet(
        self,
        claim_id: int,
        path: Path,
        lang: str,
        control: Control | None = None,
        *,
        months: int = MOST_MONTHS,
    ) -> Path:
        """Write the ledger of the pack as a workbook; the file."""
        (control or Silent()).progress(0, 1, "claim_pack.gathering")
        self._files.press.ledger(self.pack_values(claim_id, months=months), path, lang)
        return path

    def content(self, file: Enclosure) -> bytes:
        """The bytes of a file of the pack, made anew where the program makes it."""
        if file.digest:
            return self._files.collection().content_of(file.digest)
        if file.letters:
            return self._files.made.letters(file.letters)
        return self._files.made.notice(file.notice)

    def pack_values(self, claim_id: int, *, months: int = MOST_MONTHS) -> ClaimPack:
        """All that the pack says."""
        detail = self.claim(claim_id)
        claim = detail.row.claim
        find, today = self._desk.store.find, self._desk.clock.today()
        documents = find(Document, id=list(detail.row.documents))
        start = first_day(min((one.doc_date for one in documents), default=today), months)
        as_of = claim.filed_on or today
        statements = self._files.statements()
        notices = _sent(find(InsurerNotice, policy_id=claim.policy_id, customer_id=claim.customer_id))
        decisions = find(LimitDecision, policy_id=claim.policy_id, customer_id=claim.customer_id)
        ledger = statements.build(claim.customer_id, as_of, start)
        oldest = min((one.doc_date for one in documents), default=as_of)
        return ClaimPack(
            self._files.company(),
            self._desk.store.get(Customer, claim.customer_id),
            detail.row.policy,
            claim,
            detail.calculation,
            detail.loss_on,
            today,
            ledger.start,
            statements.build(claim.customer_id, as_of, oldest),
            self._accounts(ledger),
            tuple(self._contacts(claim, notices, start, today)),
            self.checklist(claim_id),
            tuple(sorted(decisions, key=lambda one: (one.effective, one.id))),
            tuple(sorted(find(Declaration, policy_id=claim.policy_id), key=lambda one: one.start)),
            detail.row.paid,
            min((one.sent_on for one in notices if one.sent_on is not None), default=None),
            next((one.value for one in find(Identifier, customer_id=claim.customer_id)), ""),
        )

    def _accounts(self, ledger: Statement) -> tuple[Account, ...]:
        rows = self._files.reader.settled(ledger.customer.id, ledger.start, ledger.as_of)
        known = {(one.number, one.on, one.amount): one for one in rows}

        def of(section: StatementCurrency) -> Iterator[AccountLine]:
            for line in section.lines:
                plain = AccountLine(
                    line.on,
                    line.kind,
                    line.number,
                    line.reference,
                    line.due_date,
                    line.debit,
                    line.credit,
                    line.balance,
                )
                found = known.get((line.number, line.on, line.debit))
                if line.kind != DocumentKind.INVOICE or found is None:
                    yield plain
                    continue
                late = ((found.settled or ledger.as_of) - found.due).days
                yield replace(plain, due=found.due, settled=found.settled, late=late)

        return tuple(
            Account(one.currency, one.opening, tuple(of(one)), one.closing) for one in ledger.sections
        )

    def _contacts(
        self, claim: Claim, notices: Iterable[InsurerNotice], start: date, until: date
    ) -> Iterator[Contact]:
        """Reminders, notices and logged contacts of the ledger's months, in order of their days."""
        find, customer_id = self._desk.store.find, claim.customer_id
        letters = find(Letter, customer_id=customer_id, state=LetterState.SENT)
        found = [*(_of_letter(one) for one in letters if one.sent_on), *map(_of_notice, notices)]
        found += [
            Contact(
                one.on,
                f"activity.{one.kind}",
                person=one.person,
                result=f"result.{one.result}" if one.result else "",
                text=one.note,
            )
            for one in find(Activity, customer_id=customer_id)
        ]
        yield from sorted((one for one in found if start <= one.on <= until), key=lambda one: one.on)


def _enclosed(kind: str, file: Attachment) -> Enclosure:
    return Enclosure(kind, file.name, file.media_type, file.size, file.digest, file.note)


def _of_letter(letter: Letter) -> Contact:
    said = " · ".join(filter(None, (letter.subject, letter.proof, letter.reply)))
    money = Money(letter.amount, letter.currency)
    on = letter.sent_on or letter.run_on
    return Contact(
        on, "claim_pack.letter", letter.number, money, result=f"channel.{letter.channel}", text=said
    )


def _of_notice(notice: InsurerNotice) -> Contact:
    money = Money(notice.amount, notice.currency)
    code = f"notice_kind.{notice.kind}"
    result = f"notice_reply.{notice.reply}" if notice.reply else ""
    return Contact(
        notice.sent_on or notice.known_on, code, notice.reference, money, result=result, text=notice.proof
    )


def _sent(notices: Sequence[InsurerNotice]) -> list[InsurerNotice]:
    sent = [one for one in notices if one.sent_on is not None]
    return sorted(sent, key=lambda one: (str(one.sent_on), one.id))


def _named(*parts: str) -> str:
    return " ".join(filter(None, parts)) + ".pdf"
