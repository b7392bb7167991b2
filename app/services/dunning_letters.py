"""Letters from draft to sent: drafting a run, looking again before sending, noting what was sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.customer import Customer
from app.domain.document import Document, Instalment
from app.domain.dunning import DunningPolicy, pay_by
from app.domain.dunning_rules import Standing, in_currency, standings
from app.domain.dunning_run import AccountKey, DunningProposal, PartKey, ProposedLetter, RunFacts
from app.domain.letter import Channel, DunningRun, Letter, LetterLine, LetterState
from app.domain.limitation_event import LimitationEvent, LimitationKind
from app.domain.problem import DomainError
from app.services.dunning_views import DunningReader, LetterChange, RunFilter, RunResult
from app.services.letter_numbers import free_numbers, number_prefix
from app.services.own_letters import require_own_letters

if TYPE_CHECKING:
    from app.domain.calendar import WorkingDays
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.ports import Store, UnitOfWork

Attach = Callable[["UnitOfWork", str, int, str, bytes], int]
"""Keep a file with a row within a unit of work: (unit, table, row id, name, bytes)."""
Words = Callable[[Sequence[int]], Mapping[int, tuple[str, str]]]
"""Subject and body of letters as they read now."""
Facts = Callable[[date, RunFilter, int], RunFacts]
"""What a run of a day is decided from: (day, which part of the ledger, days ahead at least)."""

_KINDS = {
    "dunning.disputed": "disputed",
    "dunning.promised": "promise",
    "dunning.planned": "plan",
    "dunning.bill_held": "bill",
    "dunning.net_credit": "credit",
    "dunning.insolvent": "insolvent",
    "dunning.handed_over": "handed_over",
    "dunning.with_insurer": "with_insurer",
    "dunning.blocked": "blocked",
    "dunning.document_blocked": "blocked",
    "dunning.grace": "grace",
    "dunning.document_grace": "grace",
}


@dataclass(frozen=True, slots=True)
class LetterTools:
    """What the desk needs beside the company file."""

    clock: Clock
    calendar: WorkingDays
    facts: Facts
    words: Words
    attach: Attach


@dataclass(frozen=True, slots=True)
class _Draft:
    """A stored letter of the ladder with its lines."""

    letter: Letter
    lines: tuple[LetterLine, ...]


class LetterDesk:
    """Use cases on letters; one call, one change set."""

    def __init__(self, store: Store, reader: DunningReader, tools: LetterTools) -> None:
        self._store = store
        self._reader = reader
        self._tools = tools

    # -- a run

    def draft(self, proposal: DunningProposal, leave_out: Collection[AccountKey]) -> RunResult:
        """Make the run: new drafts, equal ones of the day kept, older ones superseded."""
        last = self._reader.last_run()
        if last is not None and proposal.as_of < last:
            raise DomainError("dunning.before_last_run", on=proposal.as_of, last=last)
        unwanted = frozenset(leave_out)
        wanted = [letter for letter in proposal.letters if letter.key not in unwanted]
        with self._store.write() as uow:
            kept, rest = _sorted_out(proposal, wanted, self._drafts(uow, proposal.as_of))
            uow.replace_all(
                [
                    replace(one.letter, state=LetterState.SUPERSEDED)
                    for one in rest
                    if one.letter.state is LetterState.DRAFT
                ]
            )
            new = [letter for letter in wanted if letter.key not in kept]
            ids = self._add(uow, proposal.as_of, new)
            drafted = {key: one.letter.id for key, one in kept.items()} | dict(
                zip((letter.key for letter in new), ids, strict=True)
            )
            run_id = _noted(uow, proposal, len(wanted))
            change = uow.commit("dunning.run", on=proposal.as_of, n=len(wanted))
        left_out = {key for key, one in kept.items() if one.letter.state is LetterState.LEFT_OUT}
        found = tuple(drafted[letter.key] for letter in wanted if letter.key not in left_out)
        return RunResult(change, run_id, found)

    def _drafts(self, uow: UnitOfWork, as_of: date) -> list[_Draft]:
        """Drafts of any ladder run, and what was left out of the run of this day."""
        letters = [one for one in uow.find(Letter, state=LetterState.DRAFT) if one.level]
        letters += uow.find(Letter, state=LetterState.LEFT_OUT, run_on=as_of)
        return _with_lines(uow, letters)

    def _add(self, uow: UnitOfWork, as_of: date, letters: Sequence[ProposedLetter]) -> list[int]:
        used = self._reader.numbers_like(number_prefix(as_of)) if letters else []
        numbers = free_numbers(as_of, len(letters), used)
        stored = [_stored(one, number, as_of) for one, number in zip(letters, numbers, strict=True)]
        ids = uow.add_all(stored)
        uow.add_all(
            [
                LetterLine(
                    letter_id,
                    line.document_id,
                    line.level,
                    line.due_date,
                    line.amount,
                    line.instalment_id,
                    line.disputed,
                )
                for letter_id, one in zip(ids, letters, strict=True)
                for line in one.lines
            ]
        )
        return ids

    # -- before sending

    def recheck(self, letter_ids: Sequence[int]) -> list[LetterChange]:
        """What became of drafts since they were made; letters outside the ladder say nothing here."""
        return [change for one, now in self._looked_at(letter_ids) for change in self._changes(one, now)]

    def _looked_at(self, letter_ids: Sequence[int]) -> Iterator[tuple[_Draft, _Now]]:
        drafts = [
            one
            for one in _with_lines(self._store, self._store.find(Letter, id=list(letter_ids)))
            if one.letter.state is LetterState.DRAFT and one.letter.level
        ]
        if not drafts:
            return
        # A run may be made ahead of its day; what it wrote about need not exist before.
        today = max(self._tools.clock.today(), *(one.letter.run_on for one in drafts))
        latest = max(line.due_date for one in drafts for line in one.lines)
        wanted = RunFilter(frozenset(one.letter.customer_id for one in drafts))
        facts = self._tools.facts(today, wanted, max((latest - today).days, 0))
        now = _Now(facts, standings(facts))
        for one in drafts:
            yield one, now

    def _changes(self, draft: _Draft, now: _Now) -> Iterator[LetterChange]:
        found = [(line, now.of(line)) for line in draft.lines]
        changed = [(line, *outcome) for line, outcome in found if outcome[0]]
        rows = self._reader.letter_lines(draft.letter.id) if changed else ()
        numbers = {row.line.id: row.number for row in rows}
        for line, kind, left, reason in changed:
            params = {
                "number": numbers.get(line.id, ""),
                "document_id": line.document_id,
                "was": line.amount,
                "now": left,
                "currency": draft.letter.currency,
                "reason": reason,
            }
            yield LetterChange(draft.letter.id, kind, params)

    def refresh(self, letter_ids: Sequence[int]) -> ChangeSet:
        """Bring drafts up to the ledger of now."""
        looked_at = list(self._looked_at(letter_ids))
        policies = looked_at[0][1].facts.policies if looked_at else {}
        with self._store.write() as uow:
            for one, now in looked_at:
                if any(now.of(line)[0] for line in one.lines):
                    self._renew(uow, one, now, policies.get(one.letter.policy))
            return uow.commit("letter.refreshed", n=len(looked_at))

    def _renew(self, uow: UnitOfWork, draft: _Draft, now: _Now, policy: DunningPolicy | None) -> None:
        left = {line.id: now.of(line) for line in draft.lines}
        gone = [line.id for line in draft.lines if left[line.id][1] <= 0]
        kept = [line for line in draft.lines if left[line.id][1] > 0]
        uow.remove(LetterLine, gone)
        if not kept:
            uow.replace(replace(draft.letter, state=LetterState.SUPERSEDED))
            return
        renewed = [replace(line, amount=left[line.id][1], disputed=now.disputed(line)) for line in kept]
        uow.replace_all([new for new, old in zip(renewed, kept, strict=True) if new != old])
        total = sum(line.amount for line in renewed)
        letter = replace(draft.letter, amount=total, level=max(line.level for line in renewed))
        uow.replace(self._restepped(letter, draft.letter.level, policy, now.facts))

    def _restepped(
        self, letter: Letter, before: int, policy: DunningPolicy | None, facts: RunFacts
    ) -> Letter:
        """The letter at its new highest step, where the old one went with its invoice."""
        step = policy.step(letter.level) if policy is not None and letter.level != before else None
        if step is None:
            return letter
        fee = in_currency(
            step.fee, step.fee_currency or letter.currency, letter.currency, facts.base, facts.rates
        )
        return replace(
            letter,
            template=step.template,
            treatment=step.treatment.value,
            fee=fee or 0,
            pay_by=pay_by(letter.run_on, step.pay_by_days, self._tools.calendar, facts.country),
        )

    def leave_out(self, letter_ids: Sequence[int], why: str) -> ChangeSet:
        """Drafts that are not to be sent."""
        with self._store.write() as uow:
            letters = uow.find(Letter, id=list(letter_ids))
            _require(letters, LetterState.DRAFT, "letter.not_draft")
            uow.replace_all(
                [replace(one, state=LetterState.LEFT_OUT, note=why.strip() or one.note) for one in letters]
            )
            return uow.commit("letter.left_out", n=len(letters))

    # -- sent

    def mark_sent(
        self,
        letter_ids: Sequence[int],
        on: date,
        channel: Channel | None,
        proof: str,
        delivered_on: date | None,
        attachment: tuple[str, bytes] | None,
    ) -> ChangeSet:
        """Note that drafts were sent, with the words they had."""
        letters = self._store.find(Letter, id=list(letter_ids))
        _require(letters, LetterState.DRAFT, "letter.not_draft")
        if on > self._tools.clock.today():
            raise DomainError("letter.sent_in_future", on=on)
        for one in letters:  # a run made ahead may go out at once
            if on < min(one.run_on, self._tools.clock.today()):
                raise DomainError("letter.sent_before_run", letter=one.number, on=on, run=one.run_on)
        require_own_letters(self._store, on, list({one.customer_id for one in letters}))
        for change in self.recheck([one.id for one in letters]):
            number = next(one.number for one in letters if one.id == change.letter_id)
            raise DomainError("letter.stale", letter=number, **change.params)
        if delivered_on is not None:
            _check_arrival(on, delivered_on, proof, attachment is not None)
        words = self._tools.words([one.id for one in letters])
        with self._store.write() as uow:
            sent = [
                replace(
                    one,
                    state=LetterState.SENT,
                    sent_on=on,
                    channel=channel or one.channel,
                    proof=proof.strip(),
                    delivered_on=delivered_on,
                    subject=words.get(one.id, ("", ""))[0],
                    body=words.get(one.id, ("", ""))[1],
                )
                for one in letters
            ]
            uow.replace_all(sent)
            if delivered_on is not None:
                _restart(uow, sent, delivered_on, proof)
            for one in sent if attachment is not None else ():
                self._tools.attach(uow, "letter", one.id, *attachment)  # type: ignore[misc]
            return uow.commit("letter.sent", **_named(uow, sent))

    def mark_delivered(self, letter_ids: Sequence[int], on: date, proof: str) -> ChangeSet:
        """Note the proof that sent letters arrived."""
        with self._store.write() as uow:
            letters = uow.find(Letter, id=list(letter_ids))
            _require(letters, LetterState.SENT, "letter.not_sent")
            for one in letters:
                _check_arrival(one.sent_on or on, on, proof or one.proof, attached=False)
            if on > self._tools.clock.today():
                raise DomainError("letter.delivered_in_future", on=on)
            arrived = [replace(one, delivered_on=on, proof=proof.strip() or one.proof) for one in letters]
            uow.replace_all(arrived)
            _restart(uow, arrived, on, proof)
            return uow.commit("letter.delivered", **_named(uow, arrived))

    def record_reply(self, letter_id: int, on: date, reply: str) -> ChangeSet:
        """Keep what the customer answered to a letter that was sent."""
        with self._store.write() as uow:
            letter = uow.get(Letter, letter_id)
            _require([letter], LetterState.SENT, "letter.not_sent")
            if letter.sent_on is not None and on < letter.sent_on:
                raise DomainError("letter.reply_before_sent", on=on, sent=letter.sent_on)
            uow.replace(replace(letter, replied_on=on, reply=reply.strip()))
            return uow.commit("letter.replied", number=letter.number)

    def set_level(self, document_ids: Collection[int], level: int) -> ChangeSet:
        """Make ``level`` the next step of these invoices whatever was sent before (DN19)."""
        if level < 1:
            raise DomainError("dunning.bad_level", level=level)
        today = self._tools.clock.today()
        with self._store.write() as uow:
            accounts: dict[AccountKey, list[Document]] = defaultdict(list)
            for document in uow.find(Document, id=list(document_ids)):
                accounts[document.customer_id, document.currency].append(document)
            for (customer_id, currency), documents in accounts.items():
                letter_id = uow.add(_level_mark(customer_id, currency, today, level))
                uow.add_all([line for one in documents for line in _level_lines(uow, letter_id, one, level)])
            return uow.commit("dunning.level_set", n=len(set(document_ids)), level=level)


@dataclass(frozen=True, slots=True)
class _Now:
    """The ledger of now, as drafts are held against it."""

    facts: RunFacts
    standings: Mapping[PartKey, Standing]

    def of(self, line: LetterLine) -> tuple[str, int, tuple[str, Mapping[str, object]] | None]:
        """What changed of a line ("" for nothing), what may be asked for now, and the reason."""
        key = line.document_id, line.instalment_id
        found = self.standings.get(key)
        if found is None:
            return "paid", 0, None
        last = self.facts.reminded.get(key)
        if last is not None and not last.by_hand and last.level >= line.level:
            return "sent", 0, None
        if found.left == line.amount:
            return "", found.left, None
        reason = found.reasons[-1] if found.reasons else None
        if reason is None:
            return "amount", found.left, None
        return _KINDS.get(reason.code, "amount"), found.left, (reason.code, dict(reason.params))

    def disputed(self, line: LetterLine) -> int:
        """What is contested of a line now."""
        found = self.standings.get((line.document_id, line.instalment_id))
        return found.disputed if found else 0


def _sorted_out(
    proposal: DunningProposal, wanted: Sequence[ProposedLetter], drafts: Sequence[_Draft]
) -> tuple[dict[AccountKey, _Draft], list[_Draft]]:
    """Drafts of the day that say the same as a letter of the run, by account; and the rest."""
    looks = {letter.key: _look_of(letter, proposal.as_of) for letter in wanted}
    mentioned = {letter.key for letter in proposal.letters}
    mentioned |= {(item.customer_id, item.currency) for item in proposal.skipped}
    kept: dict[AccountKey, _Draft] = {}
    rest = []
    for one in drafts:
        key = one.letter.customer_id, one.letter.currency
        if key not in kept and key in looks and looks[key] == _look(one):
            kept[key] = one
        elif not proposal.partial or key in mentioned:
            rest.append(one)
    return kept, rest


_Look = tuple[object, ...]


def _look(draft: _Draft) -> _Look:
    """What makes two drafts the same letter."""
    letter = draft.letter
    lines = sorted(
        (one.document_id, one.instalment_id or 0, one.level, one.amount, one.disputed) for one in draft.lines
    )
    return (letter.run_on, letter.policy, letter.level, letter.template, letter.language, letter.channel,
            letter.pay_by, letter.fee, letter.treatment, tuple(lines))  # fmt: skip


def _look_of(letter: ProposedLetter, as_of: date) -> _Look:
    lines = tuple(
        LetterLine(0, one.document_id, one.level, one.due_date, one.amount, one.instalment_id, one.disputed)
        for one in letter.lines
    )
    return _look(_Draft(_stored(letter, "", as_of), lines))


def _stored(letter: ProposedLetter, number: str, as_of: date) -> Letter:
    return Letter(
        customer_id=letter.customer_id,
        currency=letter.currency,
        number=number,
        template=letter.template,
        language=letter.language,
        channel=Channel(letter.channel),
        run_on=as_of,
        policy=letter.policy,
        level=letter.level,
        pay_by=letter.pay_by,
        amount=letter.total,
        fee=letter.fee,
        treatment=letter.step.treatment.value,
    )


def _noted(uow: UnitOfWork, proposal: DunningProposal, letters: int) -> int:
    """The run's own row: one per day."""
    passed_over = len({(item.customer_id, item.currency) for item in proposal.skipped})
    known = uow.find(DunningRun, as_of=proposal.as_of)
    row = DunningRun(proposal.as_of, letters, passed_over)
    if not known:
        return uow.add(row)
    if (known[0].letters, known[0].skipped) != (row.letters, row.skipped):
        uow.replace(replace(row, id=known[0].id, version=known[0].version))
    return known[0].id


def _with_lines(store: Store | UnitOfWork, letters: Sequence[Letter]) -> list[_Draft]:
    lines: dict[int, list[LetterLine]] = defaultdict(list)
    for line in store.find(LetterLine, letter_id=[one.id for one in letters]) if letters else ():
        lines[line.letter_id].append(line)
    return [_Draft(one, tuple(lines[one.id])) for one in letters]


def _require(letters: Sequence[Letter], state: LetterState, code: str) -> None:
    if not letters:
        raise DomainError("letter.none")
    for one in letters:
        if one.state is not state:
            raise DomainError(code, letter=one.number)


def _check_arrival(sent: date, delivered_on: date, proof: str, attached: bool) -> None:  # noqa: FBT001 - one of four facts
    if delivered_on < sent:
        raise DomainError("letter.delivered_before_sent", on=delivered_on, sent=sent)
    if not proof.strip() and not attached:
        raise DomainError("letter.proof_missing")


def _restart(uow: UnitOfWork, letters: Sequence[Letter], on: date, proof: str) -> None:
    """A demand that provably arrived restarts the limitation period of each invoice in it."""
    for one in letters:
        uow.remove(LimitationEvent, [event.id for event in uow.find(LimitationEvent, letter_id=one.id)])
        documents = {line.document_id for line in uow.find(LetterLine, letter_id=one.id)} if one.level else ()
        said = proof.strip() or one.proof
        uow.add_all(
            [
                LimitationEvent(
                    one.customer_id, on, LimitationKind.DEMAND_DELIVERED, document_id, one.id, said
                )
                for document_id in sorted(documents)
            ]
        )


def _named(uow: UnitOfWork, letters: Sequence[Letter]) -> dict[str, object]:
    first = letters[0]
    name = uow.get(Customer, first.customer_id).name
    return {"n": len(letters), "number": first.number, "name": name}


def _level_mark(customer_id: int, currency: str, today: date, level: int) -> Letter:
    return Letter(
        customer_id,
        currency,
        "",
        "",
        "",
        Channel.LETTER,
        today,
        level=level - 1,
        state=LetterState.LEVEL_SET,
        sent_on=today,
    )


def _level_lines(uow: UnitOfWork, letter_id: int, document: Document, level: int) -> list[LetterLine]:
    due = document.due_date or document.doc_date
    parts = uow.find(Instalment, document_id=document.id) if document.has_plan else []
    if not parts:
        return [LetterLine(letter_id, document.id, level - 1, due, 0)]
    return [LetterLine(letter_id, document.id, level - 1, one.due_date, 0, one.id) for one in parts]
