"""What the sample company told its insurers, and its claims: one waits, one is filed, one was paid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.claim_state import ClaimState, PaperKind
from app.domain.credit_file import EventKind
from app.domain.insurance_record import ClaimPaper, InsurerNotice, ShipmentStop
from app.domain.money import round_minor
from app.domain.notice import NoticeKind, NoticeReply, as_text
from app.domain.policy import Cause
from app.services.sample.files import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.domain.document import Allocation
    from app.domain.insurance_record import InsurancePolicy
    from app.services.cover_views import CoverBook, Covered
    from app.services.ports import Store
    from app.services.sample.insuring import Insured

VERB = "sample.insure"
_EVERY, _LAST_ROUND, _LATE = 28, 24, 30
"""Overdue invoices are reported every so many days, the last time so long ago, those late by more."""
_ANSWERED = 7
_REPLIES = {
    "C1006": NoticeReply.STOP,
    "C1009": NoticeReply.REDUCED,
    "C1011": NoticeReply.WITHDRAWN,
    "C1012": NoticeReply.WITHDRAWN,
}
_BAD = frozenset({EventKind.COURT_RECORD, EventKind.DISHONEST_DEBTOR, EventKind.REGISTRY_CHANGE})
_TOLD_AFTER = 5
_REDUCED_TO = 650_000 * 100
_RECENTLY = 3
"""A maximum extension that ended within so many days is not acted upon yet."""
_WAITING, _FILED, _PAID = "C1006", "C1012", "C1040"
_PAPERS = {
    _WAITING: (PaperKind.CONTRACT, PaperKind.INVOICE, PaperKind.LEDGER, PaperKind.DUNNING, PaperKind.NOTICE),
    _FILED: (
        PaperKind.CONTRACT, PaperKind.INVOICE, PaperKind.TRANSPORT, PaperKind.LEDGER, PaperKind.STATEMENT,
        PaperKind.LIMIT_DECISION, PaperKind.NOTICE, PaperKind.APPLICATION, PaperKind.INSOLVENCY,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A notice to be: about whom, of what, when it was known and sent, and what was answered."""

    policy: InsurancePolicy
    customer_id: int
    kind: NoticeKind
    sent: date
    known: date
    rows: Sequence[Covered] = ()
    reply: NoticeReply = NoticeReply.KEPT


def notify(here: Insured, book: CoverBook, store: Store) -> None:
    """Every overdue invoice reported in time, but for those of the last weeks; what the insurer answered."""
    late: dict[tuple[int, int], list[Covered]] = defaultdict(list)
    for one in book.items:
        if one.policy is not None and one.cover.item.due < here.scene.ago(_LAST_ROUND):
            late[one.policy.id, one.cover.item.customer_id].append(one)
    notices = [each for (_, customer_id), rows in late.items() for each in _reports(here, customer_id, rows)]
    notices += _adverse(here)
    notices.sort(key=lambda told: (told.sent, told.customer_id))
    with store.write() as unit:
        ids = unit.add_all([_notice(here, told) for told in notices])
        unit.commit(VERB)
    for told, row in zip(notices, ids, strict=True):
        if told.reply is not NoticeReply.KEPT:
            heard = told.sent + timedelta(_ANSWERED)
            amount = _REDUCED_TO if told.reply is NoticeReply.REDUCED else None
            here.scene.at(heard).notices.reply(row, heard, told.reply, amount=amount)
    _stop(here, book)


def _code(here: Insured, customer_id: int) -> str:
    return next(code for code, row in here.scene.customers.items() if row == customer_id)


def _reports(here: Insured, customer_id: int, rows: Sequence[Covered]) -> Iterator[Told]:
    """Each reporting day on which an invoice had become late enough: all that was overdue then."""
    left, reply = list(rows), _REPLIES.get(_code(here, customer_id), NoticeReply.KEPT)
    while days := sorted(filter(None, (_round(here, one) for one in left))):
        told = [one for one in left if one.cover.item.due < days[0]]
        left = [one for one in left if one not in told]
        policy = told[0].policy
        if policy is not None:
            known = days[0] - timedelta(2)
            yield Told(policy.record, customer_id, NoticeKind.OVERDUE, days[0], known, told, reply)
        reply = NoticeReply.KEPT


def _round(here: Insured, one: Covered) -> date | None:
    """The first reporting day on which an invoice was late enough; None while there was none."""
    days = (here.scene.ago(_LAST_ROUND) - one.cover.item.due).days - _LATE
    least = one.policy.terms.notify_minimum if one.policy else 0
    if days <= 0 or one.cover.item.open < least:
        return None
    return here.scene.ago(_LAST_ROUND + _EVERY * ((days - 1) // _EVERY))


def _adverse(here: Insured) -> Iterator[Told]:
    """Bad news that was passed on."""
    for code, ago, kind, _, _, confirmed in EVENTS:
        known, policy = here.scene.ago(ago), here.of(code)
        if confirmed and kind in _BAD and known >= policy.start:
            sent = known + timedelta(min(_TOLD_AFTER, ago))
            yield Told(policy, here.scene.customers[code], NoticeKind.ADVERSE, sent, known)


def _notice(here: Insured, told: Told) -> InsurerNotice:
    items = [one.cover.item for one in told.rows]
    heard = told.sent + timedelta(_ANSWERED)
    kept = told.reply is NoticeReply.KEPT and heard <= here.scene.as_of
    return InsurerNotice(
        told.policy.id,
        told.customer_id,
        told.kind,
        told.known,
        told.policy.currency,
        sum(round_minor((item.rate or Decimal(0)) * item.open) for item in items),
        as_text(item.document_id for item in items),
        sent_on=told.sent,
        reference=f"KS{told.sent:%y%m%d}-{told.customer_id:02d}",
        proof="平台回执已存档",
        reply=told.reply if kept else "",
        replied_on=heard if kept else None,
        lang="zh" if told.policy.id == here.home.id else "en",
    )


def _stop(here: Insured, book: CoverBook) -> None:
    """No more shipments on credit to whom the extension has run out a while ago."""
    ended: dict[int, date] = {}
    for one in book.items:
        item = one.cover.item
        if one.policy is None or one.policy.id != here.home.id:
            continue
        day = item.due + timedelta(one.policy.terms.max_extension_days or 0)
        ended[item.customer_id] = min(day, ended.get(item.customer_id, day))
    stopped = {one.customer_id for one in here.scene.now.policies.stops()}
    for customer_id, day in ended.items():
        if customer_id not in stopped and day < here.scene.ago(_RECENTLY):
            stop = ShipmentStop(here.home.id, customer_id, day, "mep", note="超过最长延长期限，停止赊销出货")
            here.scene.now.policies.stop(stop)


# -- claims -------------------------------------------------------------------------------------------


def claim(here: Insured, store: Store) -> None:
    """Three claims at different points of their way."""
    _waiting(here)
    _filed(here)
    _paid(here, store)


def _open(here: Insured, on: date, code: str, cause: Cause, policy_id: int, **more: object) -> int:
    claims, customer_id = here.scene.at(on).claims, here.scene.customers[code]
    claims.open(policy_id, customer_id, cause, **more)  # type: ignore[arg-type]
    claim_id = claims.claims(customer_id)[0].claim.id
    for paper in _PAPERS.get(code, ()):
        claims.save_paper(ClaimPaper(claim_id, paper.value, "attached"))
    return claim_id


def _waiting(here: Insured) -> None:
    on = here.scene.ago(10)
    row = _open(here, on, _WAITING, Cause.DEFAULT, here.home.id)
    here.scene.at(on).claims.move(row, ClaimState.WAITING, on)


def _filed(here: Insured) -> None:
    lost, on = here.scene.ago(22), here.scene.ago(16)
    row = _open(here, on, _FILED, Cause.INSOLVENCY, here.home.id, loss_on=lost)
    claims = here.scene.at(on).claims
    claims.move(row, ClaimState.READY, on)
    claims.move(row, ClaimState.FILED, on)


def _paid(here: Insured, store: Store) -> None:
    """A claim of last year's policy that was paid before the buyer paid after all."""
    filed, paid = here.scene.ago(222), here.scene.ago(204)
    customer_id = here.scene.customers[_PAID]
    book = here.scene.at(filed).cover.of_customer(customer_id, filed)
    late = {
        one.cover.item.document_id
        for one in book.items
        if one.policy is not None
        and one.policy.id == here.before.id
        and one.cover.item.due <= filed - timedelta(90)
    }
    if not late:
        return
    row = _open(here, filed, _PAID, Cause.DEFAULT, here.before.id, documents=late, loss_on=filed)
    claims = here.scene.at(filed).claims
    for paper in claims.claim(row).papers:
        claims.save_paper(ClaimPaper(row, paper.kind, "attached", id=paper.id, version=paper.version))
    claims.move(row, ClaimState.READY, filed)
    claims.move(row, ClaimState.FILED, filed)
    due = claims.calculation(row).payable
    later = here.scene.at(paid).claims
    later.move(row, ClaimState.APPROVED, paid - timedelta(3), amount=due)
    later.pay(row, paid, due)
    for one in _receipts(store, late, paid):
        here.scene.at(one.date).claims.recover(row, one.date, one.amount, document_id=one.debit_id)


def _receipts(store: Store, documents: set[int], after: date) -> list[Allocation]:
    """What came in for these invoices after a day."""
    from app.domain.document import Allocation  # noqa: PLC0415

    found = store.find(Allocation, debit_id=sorted(documents))
    return sorted((one for one in found if one.date > after), key=lambda one: (one.date, one.id))
