"""Joining two customers into one: what moves, and which decision holds where there is one about each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace

from app.domain.activity import Activity, Attachment
from app.domain.bank import BankLine, Payer
from app.domain.bill import Bill
from app.domain.credit_file import (
    BankFlow,
    Certification,
    ContractPoint,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
)
from app.domain.credit_record import (
    Alert,
    CreditLimit,
    GradeOverride,
    LossCase,
    OpenOrder,
    OrderCheck,
    StoredAssessment,
)
from app.domain.customer import Alias, Contact, Customer, Identifier
from app.domain.document import Document, Promise
from app.domain.letter import Letter
from app.domain.limitation_event import LimitationEvent
from app.domain.payment_plan import PaymentPlan
from app.services import measure_merge
from app.services.insurance_merge import TRANSFERRED, Transferred, prepare
from app.services.measure_merge import MEASURED, Measured
from app.services.ports import UnitOfWork

Child = Contact | Identifier | Alias | Promise
Credit = (
    Profile | FinancialStatement | BankFlow | Certification | ContractPoint | ExternalRating | ExternalEvent
    | StoredAssessment | GradeOverride | CreditLimit | OpenOrder | OrderCheck | Alert | LossCase
)  # fmt: skip
_Owned = (
    Child | Credit | Transferred | Measured | Document | Payer | BankLine | Bill | Letter | Activity
    | LimitationEvent | PaymentPlan
)  # fmt: skip

CHILDREN: tuple[type[Child], ...] = (Contact, Identifier, Alias, Promise)
CREDIT: tuple[type[Credit], ...] = (
    Profile, FinancialStatement, BankFlow, Certification, ContractPoint, ExternalRating, ExternalEvent,
    StoredAssessment, GradeOverride, CreditLimit, OpenOrder, OrderCheck, Alert, LossCase,
)  # fmt: skip
"""What is known and decided of a customer's credit, an assessment before what refers to it."""
_MOVED: tuple[type[_Owned], ...] = (
    *CHILDREN, *CREDIT, *TRANSFERRED, *MEASURED, Document, Payer, BankLine, Bill, Letter, Activity,
    LimitationEvent, PaymentPlan,
)  # fmt: skip
_FILLED = (
    "short_name name_en currency terms salesperson_id region_id group_id address phone email bank "
    "bank_account"
).split()
_DRAFT = "draft"
_OWN = frozenset({"id", "version", "deleted", "customer_id"})


def move(uow: UnitOfWork, keep: Customer, lose: Customer) -> None:
    """Hand everything of ``lose`` to ``keep``; what both have but only one can goes to the bin."""
    _drop_doubled(uow, keep.id, lose.id)
    _fill_profile(uow, keep.id, lose.id)
    _drop_overtaken(uow, keep.id, lose.id)
    prepare(uow, keep, lose)
    measure_merge.prepare(uow, keep.id, lose.id)
    for kind in _MOVED:
        for deleted in (False, True):  # what lies in the bin must find its customer when it comes back
            owned = uow.find(kind, customer_id=lose.id, deleted=deleted)
            uow.replace_all([replace(one, customer_id=keep.id) for one in owned])
    files = uow.find(Attachment, owner="customer", owner_id=lose.id)
    uow.replace_all([replace(one, owner_id=keep.id) for one in files])


def filled(keep: Customer, lose: Customer) -> Customer:
    """``keep`` with its blanks filled from ``lose``, and both notes."""
    blanks = {field: getattr(lose, field) for field in _FILLED if not getattr(keep, field)}
    note = "\n".join(dict.fromkeys(text for text in (keep.note, lose.note) if text))
    return replace(keep, note=note, code=keep.code or lose.code, **blanks)


def _drop_doubled(uow: UnitOfWork, keep: int, lose: int) -> None:
    """Identifiers both have, points of the contract judged for both, warnings of one cause."""
    held = {(one.kind, one.value) for one in uow.find(Identifier, customer_id=keep)}
    numbers = uow.find(Identifier, customer_id=lose)
    uow.remove(Identifier, [one.id for one in numbers if (one.kind, one.value) in held])
    judged = {one.point for one in uow.find(ContractPoint, customer_id=keep)}
    points = uow.find(ContractPoint, customer_id=lose)
    uow.remove(ContractPoint, [one.id for one in points if one.point in judged])
    told = {(one.rule, one.cause): one for one in uow.find(Alert, customer_id=keep)}
    alerts = [one for one in uow.find(Alert, customer_id=lose) if (one.rule, one.cause) in told]
    for alert in alerts:
        measure_merge.point_runs(uow, alert, told[alert.rule, alert.cause])
    uow.remove(Alert, [one.id for one in alerts])


def _fill_profile(uow: UnitOfWork, keep: int, lose: int) -> None:
    """A customer has one profile: the kept one's, its blanks filled from the other."""
    ours, theirs = uow.find(Profile, customer_id=keep), uow.find(Profile, customer_id=lose)
    if not ours or not theirs:
        return
    names = [field.name for field in fields(Profile) if field.name not in _OWN]
    blanks = {name: getattr(theirs[0], name) for name in names if getattr(ours[0], name) in ("", None)}
    if ours[0].capital is not None:  # an amount and its currency belong together
        blanks.pop("capital_currency", None)
    changed = replace(ours[0], **blanks)
    if changed != ours[0]:
        uow.replace(changed)
    uow.remove(Profile, [one.id for one in theirs])


def _drop_overtaken(uow: UnitOfWork, keep: int, lose: int) -> None:
    """What was decided about the kept one goes on to hold; without such a decision the other's does.

    Older decisions about the other become history, those as new or newer go to the bin, so that joining
    two customers never puts another grade or limit in force than the one that was looked at.
    """
    ours = uow.find(StoredAssessment, customer_id=keep)
    last = max((one.as_of for one in ours if one.state != _DRAFT), default=None)
    begun = any(one.state == _DRAFT for one in ours)
    gone = [
        one.id
        for one in uow.find(StoredAssessment, customer_id=lose)
        if (begun if one.state == _DRAFT else last is not None and one.as_of >= last)
    ]
    _bin_assessments(uow, gone)
    granted = max((one.start for one in uow.find(CreditLimit, customer_id=keep)), default=None)
    limits = uow.find(CreditLimit, customer_id=lose)
    uow.remove(CreditLimit, [one.id for one in limits if granted is not None and one.start >= granted])
    starts = {one.start for one in uow.find(CreditLimit, customer_id=keep)}
    limits = uow.find(CreditLimit, customer_id=lose)
    uow.remove(CreditLimit, [one.id for one in limits if one.start in starts])


def _bin_assessments(uow: UnitOfWork, ids: Collection[int]) -> None:
    if ids:
        uow.remove(GradeOverride, [one.id for one in uow.find(GradeOverride, assessment_id=list(ids))])
        uow.remove(StoredAssessment, ids)
