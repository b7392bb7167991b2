from decimal import Decimal

import pytest

from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.table import Cell, ColumnKind, Table, TableColumn

COLUMNS = (TableColumn("name", "Name"), TableColumn("sum", "Sum", ColumnKind.MONEY))


def test_cells_match_their_columns() -> None:
    table = Table("T", COLUMNS, (("a", Money(1, "CNY")), (None, None)))
    assert len(table.rows) == 2
    assert not COLUMNS[0].is_number
    assert COLUMNS[1].is_number


@pytest.mark.parametrize("row", [("a",), ("a", 5), ("a", "5"), (Decimal(1), Money(1, "CNY"))])
def test_a_row_that_does_not_fit_is_refused_by_number(row: tuple[Cell, ...]) -> None:
    with pytest.raises(DomainError) as caught:
        Table("T", COLUMNS, (("a", Money(1, "CNY")), row))
    assert caught.value.params["row"] == 2
