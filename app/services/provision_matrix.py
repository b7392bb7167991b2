"""The debts of a day put into the matrix: credits on account off, specific debts and the insured part out.

Credits on account are laid on the same customer's debts as cover lays them (``app.domain.set_off``), never
below zero; what is left of them is a debt of ours and in no cell. A specific provision of a document goes
before one for everything its customer owes, and both before insurance. Every amount is converted once per
document at the day's rate, so that the parts of a document make up the document.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.document import DocumentKind
from app.domain.money import round_minor, split
from app.domain.provision import Cell, Specific
from app.domain.provision_policy import Ageing, InsuredPart, OnAccountPart, ProvisionPolicy, Segmenting
from app.domain.provision_sheet import Buckets, Counterparty, OnAccountSum, ProvisionItem, SpecificLine
from app.domain.set_off import lay

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from app.domain.measure_record import SpecificProvision
    from app.domain.set_off import OnAccount
    from app.services.cover_views import Covered
    from app.services.provision_ports import Debtor, OpenPart
    from app.services.rate_book import RateBook

REST = "none"
"""The segment of customers without a grade, a region or a group."""
INSURED, UNINSURED = "insured", "uninsured"


@dataclass(frozen=True, slots=True)
class Ground:
    """What debts are put in by: the day, the choices, customers' segments, what is provided by itself."""

    as_of: date
    base: str
    policy: ProvisionPolicy
    buckets: Buckets
    rates: RateBook
    debtors: Mapping[int, Debtor]
    segments: Mapping[int, str] | None
    specifics: Sequence[SpecificProvision]
    covered: Mapping[int, Covered]


@dataclass(frozen=True, slots=True)
class Debts:
    """The debts of a day as they go into a provision."""

    items: tuple[ProvisionItem, ...]
    specifics: tuple[SpecificLine, ...]
    counterparties: tuple[Counterparty, ...]
    on_account: OnAccountSum
    missing: tuple[str, ...]

    def cells(self) -> list[Cell]:
        """The matrix: each segment and bucket with something in it."""
        sums: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0, 0])
        for one in self.items:
            into = sums[one.segment, one.bucket]
            into[0] += one.gross
            into[1] += one.specific
            into[2] += one.insured
        return [Cell(*key, *amounts) for key, amounts in sorted(sums.items()) if amounts[0]]

    def specific(self) -> list[Specific]:
        """What is provided by itself, document by document."""
        return [
            Specific(one.document_id, one.customer_id, one.amount, one.provided, one.reason)
            for one in self.specifics
        ]


@dataclass(slots=True)
class _Owed:
    """One document's open parts with what comes off them; minor units of its currency."""

    parts: list[OpenPart]
    credits: int = 0

    @property
    def document_id(self) -> int:
        return self.parts[0].document_id

    @property
    def due(self) -> date:
        return self.parts[0].first_due

    @property
    def currency(self) -> str:
        return self.parts[0].currency

    @property
    def open(self) -> int:
        return sum(one.open for one in self.parts)


class Reckoning:
    """One pass over the debts of a day."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._items: list[ProvisionItem] = []
        self._lines: list[SpecificLine] = []
        self._insurers: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        self._total = self._used = 0
        self._missing: set[str] = set()
        self._by_document = {one.document_id: one for one in ground.specifics if one.document_id}
        self._by_customer = {one.customer_id: one for one in ground.specifics if not one.document_id}

    def debts(self, parts: Iterable[OpenPart], account: Iterable[OnAccount]) -> Debts:
        """Everything, customer by customer."""
        owed: dict[int, dict[int, list[OpenPart]]] = defaultdict(lambda: defaultdict(list))
        for part in parts:
            owed[part.customer_id][part.document_id].append(part)
        held: dict[int, list[OnAccount]] = defaultdict(list)
        for one in account:
            held[one.customer_id].append(one)
        for customer_id in sorted(owed.keys() | held.keys()):
            documents = [_Owed(own) for own in owed.get(customer_id, {}).values()]
            self._customer(documents, held.get(customer_id, []))
        return Debts(
            tuple(self._items),
            tuple(self._lines),
            self._counterparties(),
            OnAccountSum(self._total, self._used),
            tuple(sorted(self._missing)),
        )

    # -- credits on account ---------------------------------------------------------------------

    def _customer(self, documents: Sequence[_Owed], account: Sequence[OnAccount]) -> None:
        invoices = [one for one in documents if one.parts[0].kind == DocumentKind.INVOICE]
        refunds = [one for one in documents if one.parts[0].kind == DocumentKind.REFUND]
        in_use = [*invoices, *_beyond(refunds, account)]
        credits_by_currency: dict[str, int] = defaultdict(int)
        for one in account:
            sign = -1 if one.kind == DocumentKind.REFUND else 1
            credits_by_currency[one.currency] += sign * one.open
        for currency, amount in credits_by_currency.items():
            self._total += self._in_base(max(0, amount), currency) or 0
        if self._ground.policy.on_account is OnAccountPart.NET:
            for document_id, laid in lay(invoices, account).items():
                found = next(one for one in invoices if one.document_id == document_id)
                found.credits = sum(one.amount for one in laid)
        for owed in in_use:
            self._document(owed)

    # -- one document ---------------------------------------------------------------------------

    def _document(self, owed: _Owed) -> None:
        whole = self._in_base(owed.open, owed.currency)
        net = self._in_base(owed.open - owed.credits, owed.currency)
        if whole is None or net is None:
            self._missing.add(owed.currency)
            return
        self._used += whole - net
        covered = self._ground.covered.get(owed.document_id)
        insured, pays = self._insured(covered, net)
        specific = self._by_document.get(owed.document_id) or self._by_customer.get(owed.parts[0].customer_id)
        out = pays if self._ground.policy.insured is InsuredPart.OUT and specific is None else 0
        if specific is not None:
            self._specific(specific, owed, net, insured)
        if covered is not None and covered.policy is not None and insured:
            record = covered.policy.record
            sums = self._insurers[record.insurer, record.number]
            for place, amount in enumerate((insured, pays, out)):
                sums[place] += amount
        self._items += self._parts(owed, whole, net, insured, out, taken=specific is not None)

    def _insured(self, covered: Covered | None, net: int) -> tuple[int, int]:
        """The insured part and what the insurer pays of it, the policy's own share left to us."""
        if covered is None or covered.policy is None:
            return 0, 0
        insured = min(net, covered.insured_base or 0)
        pays = int(Decimal(insured) * covered.policy.terms.insured_pct / 100)
        return insured, pays

    def _specific(self, record: SpecificProvision, owed: _Owed, net: int, insured: int) -> None:
        first = owed.parts[0]
        if not net:
            return
        self._lines.append(
            SpecificLine(
                record.id,
                owed.document_id,
                first.customer_id,
                self._name(first.customer_id),
                first.number,
                record.start,
                record.until,
                record.share,
                record.reason,
                net,
                round_minor(Decimal(net) * record.share / 100),
                insured,
                record.note,
                self._english(first.customer_id),
            )
        )

    def _parts(
        self, owed: _Owed, whole: int, net: int, insured: int, out: int, *, taken: bool
    ) -> Iterable[ProvisionItem]:
        """The document's parts, each in its bucket; where segments are by insurance, split once more."""
        nets = _filled(net, whole, [one.open for one in owed.parts], owed.credits)
        wholes = _spread(whole, [one.open for one in owed.parts], floor=nets)
        shares, outs = _spread(insured, nets), _spread(out, nets)
        for part, opened, left, covered, gone in zip(owed.parts, wholes, nets, shares, outs, strict=True):
            if self._ground.policy.segmenting is Segmenting.INSURED:
                if covered:
                    yield self._item(part, INSURED, covered, 0, covered if taken else 0, gone, covered)
                rest, free = left - covered, opened - covered
                if rest or not covered:
                    yield self._item(part, UNINSURED, free, opened - left, rest if taken else 0, 0, 0)
                continue
            segment = self._segment(part)
            yield self._item(part, segment, opened, opened - left, left if taken else 0, gone, covered)

    def _item(
        self, part: OpenPart, segment: str, opened: int, off: int, specific: int, out: int, insured: int
    ) -> ProvisionItem:
        ground = self._ground
        aged = part.doc_date if ground.policy.ageing is Ageing.YEARS else part.due
        return ProvisionItem(
            part.document_id,
            part.customer_id,
            part.number,
            self._name(part.customer_id),
            part.doc_date,
            part.due,
            part.currency,
            segment,
            ground.buckets.place(aged, ground.as_of),
            opened,
            off,
            specific,
            out,
            insured,
            self._english(part.customer_id),
        )

    # -- what is asked on the way ---------------------------------------------------------------

    def _segment(self, part: OpenPart) -> str:
        ground = self._ground
        if ground.policy.segmenting is Segmenting.CURRENCY:
            return part.currency
        return "" if ground.segments is None else ground.segments.get(part.customer_id, REST)

    def _name(self, customer_id: int) -> str:
        found = self._ground.debtors.get(customer_id)
        return found.name if found is not None else ""

    def _english(self, customer_id: int) -> str:
        found = self._ground.debtors.get(customer_id)
        return found.name_en if found is not None else ""

    def _in_base(self, amount: int, currency: str) -> int | None:
        return self._ground.rates.in_base(amount, currency, self._ground.as_of)

    def _counterparties(self) -> tuple[Counterparty, ...]:
        rate = min(Decimal(100), self._ground.policy.insurer_rate)
        found = [
            Counterparty(*key, insured, pays, out, round_minor(Decimal(out) * rate / 100))
            for key, (insured, pays, out) in self._insurers.items()
        ]
        return tuple(sorted(found, key=lambda one: -one.insured))


def _beyond(refunds: Sequence[_Owed], account: Sequence[OnAccount]) -> list[_Owed]:
    """Refunds beyond what the customer has on account: money it owes back, the latest first."""
    left: dict[str, int] = defaultdict(int)
    for one in account:
        left[one.currency] += 0 if one.kind == DocumentKind.REFUND else one.open
    found = []
    for refund in sorted(refunds, key=lambda one: (one.due, one.document_id)):
        taken = min(left[refund.currency], refund.open)
        left[refund.currency] -= taken
        if refund.open > taken:
            found.append(_Owed([refund.parts[0]._replace(open=refund.open - taken)]))
    return found


def _filled(net: int, whole: int, opened: Sequence[int], off: int) -> list[int]:
    """What credits leave of each part, the earliest part paid first; base currency, together ``net``."""
    if len(opened) == 1:
        return [net]
    left, nets = off, []
    for amount in opened:
        taken = min(left, amount)
        left -= taken
        nets.append(amount - taken)
    del whole
    return split(net, [Decimal(each) for each in nets]) if net else [0] * len(opened)


def _spread(amount: int, over: Sequence[int], floor: Sequence[int] | None = None) -> list[int]:
    """An amount over parts in proportion, no part above its own (with ``floor``: none below it)."""
    if len(over) == 1:
        return [amount]
    if not amount:
        return [0] * len(over)
    if floor is not None:
        rest = split(amount - sum(floor), [Decimal(each) for each in over]) if amount > sum(floor) else []
        return [low + more for low, more in zip(floor, rest or [0] * len(over), strict=True)]
    whole, found = sum(over), []
    for each in over:
        part = amount * each // whole if whole else 0
        found.append(part)
        amount, whole = amount - part, whole - each
    return found
