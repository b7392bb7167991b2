"""People, limits and orders on a fresh file, with assessments made by hand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.bootstrap.banking import bill_service
from app.bootstrap.limits import limit_service, people_service
from app.bootstrap.orders import print_check, read_orders
from app.domain.clock import FixedClock
from app.domain.credit_record import CreditLimit, Person, StoredAssessment
from app.domain.money import Money
from app.domain.scorecard import Grade
from app.services.bills import BillService
from app.services.company import CompanyService
from app.services.limit_desk import is_valid
from app.services.limits import LimitService
from app.services.orders import OrderDesk, OrderService
from app.services.people import PeopleService
from app.services.settings import SettingService
from app.storage.company import SqlCompanyReader
from app.storage.readers.limits import SqlLimitReader
from app.storage.readers.orders import SqlOrderReader
from app.storage.store import SqlStore
from tests.services.books import Books, books_on

TODAY = date(2025, 12, 31)


class NotInsured:
    """No policy: nothing is covered."""

    def limit_of(self, customer_id: int, on: date) -> Money | None:
        """None."""
        del customer_id, on
        return None


@dataclass
class Desk(Books):
    """Books with the services that decide about credit."""

    people: PeopleService
    limits: LimitService
    bills: BillService
    company: CompanyService

    def score(self, customer_id: int, grade: str, **fields: Any) -> int:
        """A final assessment made ten days ago; its id."""
        fields.setdefault("as_of", TODAY - timedelta(10))
        fields.setdefault("valid_until", TODAY + timedelta(80))
        made = StoredAssessment(
            customer_id, "existing", 1, "", inputs="{}", score="70", coverage="90", by_score=grade,
            grade=grade, state="final", **fields,
        )  # fmt: skip
        with self.store.write() as unit:
            row_id = unit.add(made)
            unit.commit("test.assessment")
        return row_id

    def person(self, name: str, role: str) -> int:
        return min(self.people.save(Person(name, role)).touched["person"])

    def grant(self, customer_id: int, amount: int | None, by: str = "王总", **fields: Any) -> int:
        """Grant a limit from today, in minor units (None: unset); its id."""
        fields.setdefault("state", "unset" if amount is None else "set")
        below = fields.pop("accept_below", False)
        fields.setdefault("start", TODAY)
        fields.setdefault("currency", "CNY")
        limit = CreditLimit(customer_id=customer_id, amount=amount, approved_by=by, **fields)
        return min(self.limits.grant(limit, accept_below=below).touched["credit_limit"])


def stored_grades(store: SqlStore) -> Callable[[Collection[int] | None, date], dict[int, Grade]]:
    """Grades straight from the assessments and overrides that are stored."""
    reader = SqlLimitReader(store)

    def grades(customer_ids: Collection[int] | None, on: date) -> dict[int, Grade]:
        valid = {key: one for key, one in reader.assessments(customer_ids, on).items() if is_valid(one, on)}
        over = reader.overrides([one.id for one in valid.values()], on)
        return {key: Grade(over[one.id].now if one.id in over else one.grade) for key, one in valid.items()}

    return grades


def desk_on(store: SqlStore, clock: FixedClock) -> Desk:
    books, settings = books_on(store, clock), SettingService(store)
    people = people_service(store, settings)
    return Desk(
        books.store,
        books.customers,
        books.ledger,
        people,
        limit_service(store, settings, people, clock, stored_grades(store), NotInsured()),
        bill_service(store, clock),
        CompanyService(store, SqlCompanyReader(store)),
    )


def orders_on(desk: Desk, clock: FixedClock, stops: Callable[[str, int], bool] | None = None) -> OrderService:
    """The order service over a desk."""
    return OrderService(
        OrderDesk(
            desk.store,
            SqlOrderReader(desk.store),
            SqlLimitReader(desk.store),
            desk.limits,
            desk.people,
            SettingService(desk.store),
            clock,
            NotInsured(),
            read_orders,
            lambda: stops or (lambda _policy, _level: False),
            print_check,
        )
    )
