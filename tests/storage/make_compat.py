"""Write ``tests/compat/schema-N.holdfast``, the file by which a released schema is remembered.

Run once before a schema is released: ``python -m tests.storage.make_compat``. Never again for it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Contact, Customer, Identifier, IdentifierKind, Region, Salesperson
from app.domain.document import (
    Allocation,
    Dispute,
    Document,
    DocumentKind,
    Instalment,
    Promise,
    Rate,
)
from app.storage.company_file import create_company, open_company
from app.storage.history import SqlChangeLog
from app.storage.schema import SCHEMA_VERSION
from app.storage.store import SqlStore

FOLDER = Path(__file__).parents[1] / "compat"
_ISSUED = date(2025, 10, 15)
_DUE = date(2025, 11, 14)
_PAID = date(2025, 12, 1)


def make() -> Path:
    """A small file with a row of every kind that matters, and an undo in its history."""
    path = FOLDER / f"schema-{SCHEMA_VERSION}.holdfast"
    clock = FixedClock(date(2025, 12, 31))
    company = Company("恒信五金有限公司", "CNY", bucket_limits=(30, 60, 90, 180))
    create_company(path, company, clock=clock, actor="王芳", overwrite=True)
    store = open_company(path, clock=clock, actor="王芳")
    _fill(store)
    SqlChangeLog(store).undo(0)
    store.close()
    return path


def _fill(store: SqlStore) -> None:
    with store.write() as unit:
        person, region = unit.add(Salesperson("李明")), unit.add(Region("华东"))
        owner = unit.add(Customer("苏州恒岌机电", "C001", salesperson_id=person, region_id=region))
        unit.add(Contact(owner, "陈会计", phone="0512-1"))
        unit.add(Identifier(owner, IdentifierKind.OTHER, "X-1"))
        unit.commit("customer.created", name="苏州恒岌机电")
    with store.write() as unit:
        first, second, paid = unit.add_all(
            [
                Document(owner, DocumentKind.INVOICE, "FP-1", _ISSUED, "CNY", 1_000_00, _DUE),
                Document(owner, DocumentKind.INVOICE, "FP-2", _ISSUED, "USD", 500_00, has_plan=True),
                Document(owner, DocumentKind.RECEIPT, "SK-1", _PAID, "CNY", 700_00),
            ]
        )
        unit.add_all([Instalment(second, 1, _DUE, 200_00), Instalment(second, 2, _PAID, 300_00)])
        unit.add(Allocation(first, paid, _PAID, 600_00, 600_00))
        unit.add(Dispute(first, _PAID, 100_00, reason="短装"))
        unit.add(Promise(owner, _PAID, date(2026, 1, 10), 400_00, "CNY", first))
        unit.add(Rate("USD", _PAID, Decimal("7.0800"), "央行"))
        unit.commit("import.committed", source="应收.csv", n=3)
    with store.write() as unit:
        unit.remove(Document, [second])
        unit.commit("document.removed", number="FP-2")


if __name__ == "__main__":
    print(make())
