"""What the credit file shows of a customer, read in one go on the database worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.activity import ActivityKind
from app.domain.credit_file_parts import FilePart, Held, PartState, lacking_facts, parts
from app.domain.credit_file_views import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from app.domain.activity import Attachment
    from app.domain.credit_file import BankFlow, Certification, Profile
    from app.domain.credit_file_views import ChecklistPoint, EventView, RatingView, StatementView
    from app.domain.customer import Customer, Identifier
    from app.services.aging import Event
    from app.services.collection import ActivityView
    from app.services.session import CompanySession
    from app.ui.pages.customers.credit.book import StatementKeeper

_ENTRIES, _HAPPENED = 100, 300
OWNERS = (
    "profile",
    "financial_statement",
    "certification",
    "contract_point",
    "external_rating",
    "external_event",
    "customer",
)
"""The rows of a credit file that files may be kept with."""


@dataclass(frozen=True, slots=True)
class Financials:
    """Statements and bank flows of one customer as of ``today``; ``files`` counts those of a statement."""

    today: date
    customer: Customer
    currency: str
    statements: tuple[StatementView, ...]
    flows: tuple[BankFlow, ...]
    files: Mapping[int, tuple[Attachment, ...]]

    @property
    def customer_id(self) -> int:
        """Whose they are."""
        return self.customer.id

    @property
    def whose(self) -> tuple[str, str]:
        """The customer's name and its English name."""
        return self.customer.name, self.customer.name_en

    def keeper(self, session: CompanySession) -> StatementKeeper:
        """The credit file."""
        return session.credit_files


@dataclass(frozen=True, slots=True)
class CreditFile:
    """Everything else of one customer as of ``today``; ``owned`` are the files of each kind of row."""

    today: date
    customer: Customer
    currency: str
    group: str
    groups: tuple[tuple[int, str], ...]
    profile: Profile
    identifiers: tuple[Identifier, ...]
    certifications: tuple[Certification, ...]
    checklist: tuple[ChecklistPoint, ...]
    ratings: tuple[RatingView, ...]
    events: tuple[EventView, ...]
    activities: tuple[ActivityView, ...]
    happened: tuple[Event, ...]
    owned: Mapping[str, tuple[Attachment, ...]]
    lacking: tuple[str, ...]
    parts: Mapping[FilePart, PartState]

    def files_of(self, owner: str, row_id: int) -> tuple[Attachment, ...]:
        """The files kept with one row."""
        return tuple(one for one in self.owned[owner] if one.owner_id == row_id)


def read_financials(session: CompanySession, customer_id: int) -> Financials:
    """Read statements and flows; runs on the database worker."""
    files, customer = session.credit_files, session.customers.profile(customer_id).customer
    statements = tuple(files.statements(customer_id))
    ids = [view.statement.id for view in statements]
    kept = session.collection.attachments("financial_statement", ids) if ids else []
    return Financials(
        session.clock.today(),
        customer,
        customer.currency or session.company.get().currency,
        statements,
        tuple(files.bank_flows(customer_id)),
        {row_id: tuple(one for one in kept if one.owner_id == row_id) for row_id in ids},
    )


def read_credit_file(session: CompanySession, customer_id: int) -> CreditFile:
    """Read the rest of the file; runs on the database worker."""
    files, today = session.credit_files, session.clock.today()
    about = session.customers.profile(customer_id)
    customer, profile = about.customer, files.profile(customer_id)
    groups = tuple((one.id, one.name) for one in session.company.groups())
    statements = files.statements(customer_id)
    certifications = tuple(files.certifications(customer_id))
    checklist = tuple(files.contract_checklist(customer_id))
    ratings, events = tuple(files.ratings(customer_id)), tuple(files.events(customer_id))
    activities = tuple(session.collection.activities(customer_id, _ENTRIES))
    rows: dict[str, Iterable[int]] = {
        "profile": [profile.id] if profile.id else [],
        "financial_statement": [view.statement.id for view in statements],
        "certification": [one.id for one in certifications],
        "contract_point": [one.record.id for one in checklist if one.record],
        "external_rating": [one.rating.id for one in ratings],
        "external_event": [one.event.id for one in events],
        "customer": [customer_id],
    }
    owned = {owner: tuple(_attached(session, owner, list(rows[owner]))) for owner in OWNERS}
    talks = [one.activity.on for one in activities if one.activity.kind is not ActivityKind.NOTE]
    held = Held(
        profile,
        Standing(customer.country, customer.group_id, customer.size_class, customer.sme_disclosed_on),
        bool(about.identifiers),
        statements,
        files.bank_flows(customer_id),
        certifications,
        checklist,
        ratings,
        max(talks, default=None),
        sum(map(len, owned.values())),
    )
    return CreditFile(
        today=today,
        customer=customer,
        currency=customer.currency or session.company.get().currency,
        group=dict(groups).get(customer.group_id or 0, ""),
        groups=groups,
        profile=profile,
        identifiers=tuple(about.identifiers),
        certifications=certifications,
        checklist=checklist,
        ratings=ratings,
        events=events,
        activities=activities,
        happened=tuple(session.aging.events(customer_id, _HAPPENED)),
        owned=owned,
        lacking=tuple(lacking_facts(held)),
        parts=parts(held, today),
    )


def _attached(session: CompanySession, owner: str, ids: list[int]) -> list[Attachment]:
    return session.collection.attachments(owner, ids) if ids else []
