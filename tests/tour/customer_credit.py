"""One customer of each standing with its limit: the head, the gauge and the overview."""

from __future__ import annotations

from typing import cast

from app.domain.exposure import Piece
from app.services.limit_views import LimitRow
from app.services.session import CompanySession
from app.ui.pages.customers.page import CustomersPage
from tests.tour.stage import Stage


def customer_credit(stage: Stage) -> None:
    """Within, near, over, on stop, without a limit, expired; and the rows behind a piece."""

    def rows(session: CompanySession) -> list[LimitRow]:
        return session.limits.rows(session.clock.today())

    seen: dict[str, int] = {}
    for row in stage.ask(rows):
        if row.usage.used.minor:
            seen.setdefault(row.standing.value, row.customer.customer_id)
        if row.pool is not None:
            seen.setdefault("pool", row.customer.customer_id)
    for standing, customer_id in seen.items():
        page = cast("CustomersPage", stage.page("customers", customer_id=customer_id, tab="overview"))
        stage.shot(f"customer-credit-{standing}")
    page.file.head.piece.emit(Piece.OPEN_ITEMS.value)
    stage.settle()
    stage.shot("customer-credit-rows")
    stage.close_all()
