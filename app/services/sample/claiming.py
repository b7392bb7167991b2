"""What the sample company told its insurers, and its claims: one waits, one is filed, one was paid."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.claim_state import ClaimState, PaperKind
from app.domain.insurance_deadline import Duty
from app.domain.insurance_record import ClaimPaper, InsurerNotice, LimitDecision, ShipmentStop
from app.domain.policy import Cause

if TYPE_CHECKING:
    from app.domain.document import Allocation
    from app.services.cover_views import CoverBook, Covered
    from app.services.ports import Store
    from app.services.sample.insuring import Insured

_EVERY, _LAST_ROUND, _LATE = 28, 24, 30
"""Overdue invoices are reported every so many days, the last time so long ago, those late by more."""
_ANSWERED = 7
_REPLIES = {"C1006": "stop", "C1009": "reduced", "C1011": "withdrawn", "C1012": "withdrawn"}
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


def notify(here: Insured, book: CoverBook, store: Store) -> None:
    """Every overdue invoice reported in time, but for those of the last weeks; what the insurer answered."""
    rounds: dict[tuple[int, int, date], list[Covered]] = defaultdict(list)
    for one in book.items:
        item = one.cover.item
        if one.policy is None or item.open < one.policy.terms.notify_minimum:
            continue
        told = _round(here, item.due)
        if told is not None:
            rounds[one.policy.id, item.customer_id, told].append(one)
    heard: set[int] = set()
    for (policy_id, customer_id, sent), rows in sorted(rounds.items(), key=lambda row: row[0][2]):
        reply = "" if customer_id in heard else _REPLIES.get(_code(here, customer_id), "kept")
        heard.add(customer_id)
        _send(here, store, _overdue(policy_id, customer_id, sent, rows, reply))
    _adverse(here, store)
    _stop(here, book)


def _code(here: Insured, customer_id: int) -> str:
    return next(code for code, row in here.scene.customers.items() if row == customer_id)


def _round(here: Insured, due: date) -> date | None:
    """The first reporting day on which an invoice was late enough; None while there was none."""
    days = (here.scene.ago(_LAST_ROUND) - due).days - _LATE
    if days <= 0:
        return None
    return here.scene.ago(_LAST_ROUND + _EVERY * ((days - 1) // _EVERY))


def _overdue(policy_id: int, customer_id: int, sent: date, rows: list[Covered], reply: str) -> InsurerNotice:
    policy = rows[0].policy
    currency = policy.record.currency if policy else ""
    amount = sum(int(row.cover.item.open * (row.cover.item.rate or 0)) for row in rows)
    return InsurerNotice(
        policy_id,
        customer_id,
        "overdue",
        sent - timedelta(2),
        currency,
        amount,
        ",".join(str(row.cover.item.document_id) for row in rows),
        sent_on=sent,
        reference=f"KS{sent:%y%m%d}-{customer_id:02d}",
        proof="平台回执已存档",
        reply=reply,
        replied_on=sent + timedelta(_ANSWERED) if reply else None,
        lang="zh" if currency == "CNY" else "en",
    )


def _send(here: Insured, store: Store, notice: InsurerNotice) -> None:
    with store.write() as unit:
        unit.add(notice)
        unit.commit("sample.decide")
    on = notice.replied_on
    if on is None or notice.reply not in {"reduced", "withdrawn"}:
        return
    amount = _REDUCED_TO if notice.reply == "reduced" else None
    made = LimitDecision(
        notice.policy_id, notice.customer_id, on, on, notice.reply, notice.currency,
        amount=amount, conditions="收到可能损失通知后调整", reference=notice.reference, source="notice",
    )  # fmt: skip
    here.scene.now.policies.decide(made)


def _adverse(here: Insured, store: Store) -> None:
    """Bad news that was passed on."""
    for item in here.scene.now.deadlines.duties(here.scene.as_of):
        if item.duty is not Duty.ADVERSE or item.customer_id is None:
            continue
        known = item.deadline.decided_by.start
        sent = min(known + timedelta(5), here.scene.as_of)
        currency = item.policy.record.currency
        notice = InsurerNotice(
            item.policy.id, item.customer_id, "adverse", known, currency, 0,
            sent_on=sent, reference=f"BL{sent:%y%m%d}-{item.customer_id:02d}", reply="kept",
            replied_on=min(sent + timedelta(_ANSWERED), here.scene.as_of),
        )  # fmt: skip
        with store.write() as unit:
            unit.add(notice)
            unit.commit("sample.decide")


def _stop(here: Insured, book: CoverBook) -> None:
    """No more shipments on credit to whom the extension has run out a while ago."""
    ended: dict[int, date] = {}
    for one in book.items:
        item = one.cover.item
        if one.policy is None or one.policy.id != here.home.id:
            continue
        day = item.due + timedelta(one.policy.terms.max_extension_days or 0)
        ended[item.customer_id] = min(day, ended.get(item.customer_id, day))
    for customer_id, day in ended.items():
        if day < here.scene.ago(_RECENTLY):
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
