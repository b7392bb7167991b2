"""The provision for bad debts (坏账准备): worked out for any day, booked, followed from day to day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.calendar import month_after
from app.domain.measure_record import ProvisionRun
from app.domain.problem import DomainError
from app.domain.provision import Standard, movement, provide
from app.domain.provision_paper import ProvisionPaper
from app.domain.provision_policy import (
    Books,
    ProvisionPolicy,
    Segmenting,
    require_sound,
)
from app.domain.provision_reckoning import postings, sensitivities
from app.domain.provision_sheet import (
    BookedRun,
    Buckets,
    Comparison,
    MovementSheet,
    ProvisionSheet,
    changes,
)
from app.domain.provision_text import policy_of, policy_text, sheet_of, sheet_text
from app.services.control import Silent
from app.services.provision_matrix import INSURED, REST, UNINSURED, Ground, Reckoning
from app.services.provision_rates import History, rate_lines
from app.services.provision_specific import SpecificDebts
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.loss_history import Derivation
    from app.domain.measure_record import SpecificProvision
    from app.domain.provision_policy import Examples
    from app.domain.provision_sheet import Posting, Proposal, Sensitivity, WriteOffDue
    from app.services.control import Control
    from app.services.provision_matrix import Debts
    from app.services.provision_ports import ProvisionDesk

SETTING = "provision.policy"
_GRADES = ("A", "B", "C", "D")


class ProvisionService:
    """Use cases on provisions; what is worked out changes nothing, one act is one change set."""

    def __init__(self, desk: ProvisionDesk) -> None:
        self._desk = desk
        self._specific = SpecificDebts(desk)

    # -- choices --------------------------------------------------------------------------------

    def policy(self) -> ProvisionPolicy:
        """The company's choices, else those to begin with: by its country, its own roll rates, examples."""
        usual = ProvisionPolicy(books=Books.CAS if self._desk.company().country == "CN" else Books.IFRS)
        return policy_of(self._desk.settings.get(SETTING), usual)

    def save_policy(self, policy: ProvisionPolicy) -> ChangeSet:
        """Choose; ``DomainError`` says what cannot be (weights that do not make up the whole)."""
        require_sound(policy)
        return self._desk.settings.set(SETTING, policy_text(policy))

    def reset_policy(self) -> ChangeSet:
        """Back to the choices to begin with."""
        return self._desk.settings.reset(SETTING)

    def examples(self) -> Examples:
        """What the program ships with: rates to replace, charts of accounts, rules on tax."""
        return self._desk.examples()

    def buckets(self, policy: ProvisionPolicy | None = None) -> Buckets:
        """The buckets of the matrix."""
        return Buckets((policy or self.policy()).ageing, self._desk.company().bucket_limits)

    # -- the provision --------------------------------------------------------------------------

    def provision(
        self,
        as_of: date,
        control: Control | None = None,
        *,
        policy: ProvisionPolicy | None = None,
    ) -> ProvisionSheet:
        """The provision of a day by the choices in force (or others, tried out); nothing is kept."""
        control = control or Silent()
        chosen = policy or self.policy()
        require_sound(chosen)
        buckets = self.buckets(chosen)
        rates = RateBook(self._desk.reader.rates(), self._desk.reader.base())
        segments = self._segments(chosen, as_of)
        debts = self._debts(as_of, chosen, buckets, rates, segments)
        control.progress(1, 3, "provision.debts")
        derived = self._derived(as_of, chosen, buckets, rates, segments)
        control.progress(2, 3, "provision.rates")
        return self._sheet(as_of, chosen, buckets, debts, derived)

    def _debts(
        self,
        as_of: date,
        policy: ProvisionPolicy,
        buckets: Buckets,
        rates: RateBook,
        segments: Mapping[int, str] | None,
    ) -> Debts:
        reader = self._desk.reader
        parts = reader.parts(as_of)
        covered = self._desk.cover.book(as_of).items if self._desk.cover.has_policy() else ()
        ground = Ground(
            as_of,
            reader.base(),
            policy,
            buckets,
            rates,
            reader.debtors({one.customer_id for one in parts}),
            segments,
            self._specific.in_force(as_of),
            {one.cover.item.document_id: one for one in covered},
        )
        return Reckoning(ground).debts(parts, reader.on_account(as_of))

    def _derived(
        self,
        as_of: date,
        policy: ProvisionPolicy,
        buckets: Buckets,
        rates: RateBook,
        segments: Mapping[int, str] | None,
    ) -> tuple[Derivation, ...]:
        if policy.standard is Standard.SMALL_FIRMS:
            return ()
        return History(
            self._desk.reader,
            policy,
            buckets,
            as_of,
            self._desk.reader.base(),
            rates,
            segments,
            policy.segmenting is Segmenting.CURRENCY,
        ).derivations()

    def _sheet(
        self,
        as_of: date,
        policy: ProvisionPolicy,
        buckets: Buckets,
        debts: Debts,
        derived: Sequence[Derivation],
    ) -> ProvisionSheet:
        cells = debts.cells()
        shown = _ordered({one.segment for one in cells}, policy.segmenting)
        lines = rate_lines(policy, buckets, shown, derived, self._desk.examples())
        result = provide(
            cells,
            {(one.segment, one.bucket): one.rate for one in lines},
            scenarios=policy.scenarios,
            specific=debts.specific(),
            insurer_rate=policy.insurer_rate,
            standard=policy.standard,
        )
        small = policy.standard is Standard.SMALL_FIRMS
        return ProvisionSheet(
            as_of,
            self._desk.reader.base(),
            policy,
            buckets,
            result,
            () if small else lines,
            shown,
            self._names(policy.segmenting),
            tuple(derived),
            () if small else debts.specifics,
            debts.counterparties,
            debts.on_account,
            debts.missing,
            debts.items,
            sum(one.gross for one in debts.items),
        )

    def _segments(self, policy: ProvisionPolicy, as_of: date) -> Mapping[int, str] | None:
        """Every customer's segment; a customer's whole history goes to the one it is in on the day."""
        match policy.segmenting:
            case Segmenting.GRADE:
                return {row: grade.value for row, grade in self._desk.grades(as_of).items()}
            case Segmenting.REGION:
                return {row: str(found) for row, found in self._desk.reader.belongs("region").items()}
            case Segmenting.GROUP:
                return {row: str(found) for row, found in self._desk.reader.belongs("group").items()}
            case _:
                return None

    def _names(self, segmenting: Segmenting) -> Mapping[str, str]:
        if segmenting not in {Segmenting.REGION, Segmenting.GROUP}:
            return {}
        return {str(row): name for row, name in self._desk.reader.names(segmenting.value).items()}

    # -- specific debts -------------------------------------------------------------------------

    def specifics(self, as_of: date | None = None) -> list[SpecificProvision]:
        """Specific provisions on record, those in force on a day where one is given; the newest first."""
        return self._specific.all() if as_of is None else self._specific.in_force(as_of)

    def save_specific(self, record: SpecificProvision) -> ChangeSet:
        """Provide for a debt (or all that a customer owes) by itself, or change how."""
        return self._specific.save(record)

    def end_specific(self, record_id: int, until: date) -> ChangeSet:
        """Let a specific provision hold up to and including a day."""
        return self._specific.end(record_id, until)

    def remove_specific(self, record_id: int) -> ChangeSet:
        """Take out one that was entered by mistake."""
        return self._specific.remove(record_id)

    def proposals(self, as_of: date) -> list[Proposal]:
        """Debts to be provided for by themselves that are not yet: insolvent, handed over, disputed."""
        return self._specific.proposals(as_of)

    def write_offs_due(self, as_of: date) -> list[WriteOffDue]:
        """Debts that a firm writing off directly may give up, and the ground; the greatest first."""
        return self._specific.write_offs_due(as_of, self.policy().income)

    # -- booking --------------------------------------------------------------------------------

    def runs(self) -> list[BookedRun]:
        """Booked provisions, the latest day first."""
        found = sorted(self._desk.store.find(ProvisionRun), key=lambda one: (one.as_of, one.id), reverse=True)
        return [_booked(one, last=place == 0) for place, one in enumerate(found)]

    def booked(self, run_id: int) -> ProvisionSheet:
        """A booked provision as it was booked; the items behind its cells are not kept."""
        return replace(sheet_of(self._desk.store.get(ProvisionRun, run_id).result), run_id=run_id)

    def book(self, as_of: date, *, by: str = "", note: str = "") -> ChangeSet:
        """Keep the provision of a day for good; days are booked in order, each once, none to come."""
        today = self._desk.clock.today()
        if as_of > today:
            raise DomainError("provision.book_ahead", on=as_of)
        if self.policy().standard is Standard.SMALL_FIRMS:
            raise DomainError("provision.book_small_firm")
        sheet = self.provision(as_of)
        if sheet.missing:
            raise DomainError("provision.book_no_rate", currencies=", ".join(sheet.missing))
        with self._desk.store.write() as unit:
            later = max((one.as_of for one in unit.find(ProvisionRun)), default=None)
            if later is not None and later >= as_of:
                raise DomainError("provision.book_order", on=later)
            unit.add(
                ProvisionRun(
                    as_of,
                    sheet.base,
                    sheet.total,
                    sheet.gross,
                    sheet.policy.standard.value,
                    sheet_text(sheet),
                    sheet.policy.method.value,
                    today,
                    by.strip(),
                    note.strip(),
                )
            )
            return unit.commit("provision.booked", on=as_of, amount=sheet.total, currency=sheet.base)

    def unbook(self, run_id: int, reason: str) -> ChangeSet:
        """Take the last booked provision back, saying why; it stays in the history."""
        if not reason.strip():
            raise DomainError("provision.unbook_reason")
        with self._desk.store.write() as unit:
            run = unit.get(ProvisionRun, run_id)
            if any(one.as_of > run.as_of for one in unit.find(ProvisionRun)):
                raise DomainError("provision.unbook_order", on=run.as_of)
            unit.remove(ProvisionRun, [run_id])
            return unit.commit("provision.unbooked", on=run.as_of, reason=reason.strip())

    # -- from one day to another ----------------------------------------------------------------

    def movement(self, sheet: ProvisionSheet, begin: BookedRun | None = None) -> MovementSheet:
        """From a booked provision (the last before the sheet's day) to a sheet: every part of the change."""
        before = begin or next((one for one in self.runs() if one.as_of < sheet.as_of), None)
        if before is None:
            return MovementSheet(None, sheet.as_of, sheet.base, movement(0, sheet.total))
        rates = RateBook(self._desk.reader.rates(), sheet.base)
        missing: set[str] = set()
        sums = []
        for rows in (
            self._desk.reader.written_off(before.as_of, sheet.as_of),
            self._desk.reader.recovered(before.as_of, sheet.as_of),
        ):
            total = 0
            for one in rows:
                turned = rates.in_base(one.amount, one.currency, one.on)
                if turned is None:
                    missing.add(one.currency)
                total += turned or 0
            sums.append(total)
        found = movement(before.total, sheet.total, written_off=sums[0], recovered=sums[1])
        return MovementSheet(before.as_of, sheet.as_of, sheet.base, found, tuple(sorted(missing)))

    def movements(self) -> list[MovementSheet]:
        """From each booked provision to the next, the latest first."""
        runs = self.runs()
        return [
            self.movement(self.booked(run.id), runs[place + 1] if place + 1 < len(runs) else None)
            for place, run in enumerate(runs)
        ]

    def journal(self, sheet: ProvisionSheet, moved: MovementSheet | None = None) -> tuple[Posting, ...]:
        """What is to be posted to come to the sheet from the last booked one."""
        if sheet.small_firm:
            return postings(None, sum(one.amount for one in self.write_offs_due(sheet.as_of)))
        return postings((moved or self.movement(sheet)).movement)

    def sensitivity(self, sheet: ProvisionSheet) -> tuple[Sensitivity, ...]:
        """What the provision would be at other rates, in the worst scenario, a bucket worse."""
        return sensitivities(sheet)

    def compare(self, sheet: ProvisionSheet, before: date | ProvisionSheet | None = None) -> Comparison:
        """A sheet beside another day's (the end of the quarter before), by the same choices."""
        old = before
        if old is None:
            old = quarter_before(sheet.as_of)
        if not isinstance(old, ProvisionSheet):
            old = self.provision(old, policy=sheet.policy)
        return Comparison(old, sheet, tuple(changes(old.result, sheet.result)))

    # -- papers ---------------------------------------------------------------------------------

    def paper(self, sheet: ProvisionSheet) -> ProvisionPaper:
        """Everything a paper on a sheet says."""
        moved = None if sheet.small_firm else self.movement(sheet)
        run = next((one for one in self.runs() if one.id == sheet.run_id), None) if sheet.run_id else None
        return ProvisionPaper(
            self._desk.company(),
            self._desk.clock.today(),
            sheet,
            self.examples(),
            moved,
            self.journal(sheet, moved),
            () if sheet.small_firm else self.sensitivity(sheet),
            None if sheet.small_firm else self.compare(sheet),
            run,
            tuple(self.write_offs_due(sheet.as_of)) if sheet.small_firm else (),
        )

    def write_pdf(self, paper: ProvisionPaper, path: Path, lang: str) -> None:
        """The paper as a PDF, with the derivation of its rates."""
        self._desk.write_pdf(paper, path, lang)

    def write_xlsx(self, paper: ProvisionPaper, path: Path, lang: str) -> None:
        """The paper as a workbook, with every debt behind it."""
        self._desk.write_xlsx(paper, path, lang)


def quarter_before(day: date) -> date:
    """The last day of the quarter before the one of ``day``."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return month_after(first, 0, 1) - timedelta(days=1)


def _ordered(found: set[str], segmenting: Segmenting) -> tuple[str, ...]:
    """Segments in the order they are shown: those without a name of their own last."""
    if segmenting is Segmenting.NONE:
        return ("",)
    known: tuple[str, ...] = ()
    if segmenting is Segmenting.GRADE:
        known = _GRADES
    elif segmenting is Segmenting.INSURED:
        known = (INSURED, UNINSURED)
    rest = sorted(found - set(known) - {REST}, key=lambda one: (len(one), one))
    return (*(one for one in known if one in found), *rest, *((REST,) if REST in found else ()))


def _booked(run: ProvisionRun, *, last: bool) -> BookedRun:
    return BookedRun(
        run.id,
        run.as_of,
        run.currency,
        run.total,
        run.gross,
        Standard(run.standard),
        run.method,
        run.booked_on,
        run.by,
        run.note,
        last,
    )
