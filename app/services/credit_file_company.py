"""The company itself in the credit file: profile, certificates, bank flows, contract checklist."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from app.domain.credit_file import BankFlow, Certification, ContractPoint, Profile
from app.domain.credit_file_rules import (
    CONTRACT_POINTS,
    check_certification,
    check_flow,
    check_point,
    check_profile,
    check_standing,
)
from app.domain.credit_file_views import ChecklistPoint, Standing
from app.domain.customer import Customer
from app.domain.problem import DomainError
from app.services.credit_file_desk import CreditFilePart

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet


class FileCompany(CreditFilePart):
    """Use cases on what the customer is and has agreed to."""

    def profile(self, customer_id: int) -> Profile:
        """The stored profile, or an empty one to fill in."""
        found = self._desk.store.find(Profile, customer_id=customer_id)
        return found[0] if found else Profile(customer_id)

    def save_profile(self, profile: Profile, standing: Standing | None = None) -> ChangeSet:
        """Write the one profile of a customer, in the same action with what it shares with it."""
        texts = ("legal_form", "capital_currency", "industry", "parent", "sanctioned", "note")
        clean = replace(profile, **{name: getattr(profile, name).strip() for name in texts})
        check_profile(clean, self._desk.clock.today())
        with self._desk.store.write() as uow:
            stored = uow.find(Profile, customer_id=clean.customer_id)
            if stored and not clean.id:
                clean = replace(clean, id=stored[0].id, version=stored[0].version)
            if standing is not None:
                check_standing(standing, self._desk.clock.today())
                customer = uow.get(Customer, clean.customer_id)
                changed = replace(customer, **asdict(standing))
                if changed != customer:
                    uow.replace(changed)
            return self._put(uow, clean, "credit_file.profile_saved")

    def certifications(self, customer_id: int) -> list[Certification]:
        """Certificates, those that end first before, those without end last."""
        found = self._desk.store.find(Certification, customer_id=customer_id)
        return sorted(found, key=lambda one: (one.valid_until is None, one.valid_until, one.id))

    def save_certification(self, certification: Certification) -> ChangeSet:
        """Write a certificate."""
        clean = replace(
            certification,
            name=certification.name.strip(),
            number=certification.number.strip(),
            source=certification.source.strip(),
        )
        check_certification(clean)
        with self._desk.store.write() as uow:
            return self._put(uow, clean, "credit_file.certification_saved", name=clean.name)

    def remove_certification(self, certification_id: int) -> ChangeSet:
        """Put a certificate in the bin."""
        return self._drop(Certification, certification_id, "credit_file.certification_removed")

    def bank_flows(self, customer_id: int) -> list[BankFlow]:
        """Months of the customer's own account, the newest first."""
        found = self._desk.store.find(BankFlow, customer_id=customer_id)
        return sorted(found, key=lambda one: (one.month, one.id), reverse=True)

    def save_bank_flow(self, flow: BankFlow) -> ChangeSet:
        """Write a month; one row a month and currency."""
        clean = replace(flow, month=flow.month.replace(day=1), source=flow.source.strip())
        check_flow(clean, self._desk.clock.today())
        with self._desk.store.write() as uow:
            same = uow.find(
                BankFlow,
                customer_id=clean.customer_id,
                month=clean.month.isoformat(),
                currency=clean.currency,
            )
            if any(one.id != clean.id for one in same):
                raise DomainError("credit_file.month_twice", month=f"{clean.month:%Y-%m}")
            return self._put(uow, clean, "credit_file.flow_saved", month=f"{clean.month:%Y-%m}")

    def remove_bank_flow(self, flow_id: int) -> ChangeSet:
        """Put a month in the bin."""
        return self._drop(BankFlow, flow_id, "credit_file.flow_removed")

    def contract_points(self, customer_id: int) -> list[ContractPoint]:
        """The points somebody has looked at."""
        return self._desk.store.find(ContractPoint, customer_id=customer_id)

    def contract_checklist(self, customer_id: int) -> list[ChecklistPoint]:
        """Every point of the checklist with its state; ``unasked`` where nobody has looked."""
        stored = {one.point: one for one in self.contract_points(customer_id)}
        return [
            ChecklistPoint(point, stored[point].state if point in stored else "unasked", stored.get(point))
            for point in CONTRACT_POINTS
        ]

    def save_contract_point(self, point: ContractPoint) -> ChangeSet:
        """Write one point; a customer has each point once."""
        clean = replace(point, clause=point.clause.strip(), note=point.note.strip())
        check_point(clean)
        with self._desk.store.write() as uow:
            stored = uow.find(ContractPoint, customer_id=clean.customer_id, point=clean.point)
            if stored and not clean.id:
                clean = replace(clean, id=stored[0].id, version=stored[0].version)
            named: tuple[str, dict[str, object]] = (f"contract_point.{clean.point}", {})
            return self._put(uow, clean, "credit_file.point_saved", point=named)

    def remove_contract_point(self, point_id: int) -> ChangeSet:
        """Nobody has looked at it any more."""
        return self._drop(ContractPoint, point_id, "credit_file.point_removed")
