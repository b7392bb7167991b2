"""What the provision tab reads in one go, on the database worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.measure_record import SpecificProvision
    from app.domain.provision_paper import ProvisionPaper
    from app.domain.provision_policy import Examples, ProvisionPolicy
    from app.domain.provision_sheet import BookedRun, MovementSheet, Proposal, ProvisionSheet
    from app.services.ports import Control
    from app.services.session import CompanySession


@dataclass(frozen=True, slots=True)
class ProvisionRead:
    """The paper of a day, what was booked, debts to look at, and the choices in force."""

    paper: ProvisionPaper
    runs: Sequence[BookedRun]
    moves: Sequence[MovementSheet]
    proposals: Sequence[Proposal]
    specifics: Sequence[SpecificProvision]
    policy: ProvisionPolicy
    examples: Examples

    @property
    def sheet(self) -> ProvisionSheet:
        """The provision of the day."""
        return self.paper.sheet

    @property
    def booked(self) -> BookedRun | None:
        """What was booked for the very day."""
        return next((one for one in self.runs if one.as_of == self.sheet.as_of), None)


def read_provision(session: CompanySession, day: date, control: Control) -> ProvisionRead:
    """Everything the tab shows of a day."""
    service = session.provisions
    paper = service.paper(service.provision(day, control))
    return ProvisionRead(
        paper,
        service.runs(),
        service.movements(),
        service.proposals(day),
        service.specifics(),
        service.policy(),
        service.examples(),
    )
