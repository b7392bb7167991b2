"""Ctrl+K finds customers and documents by what people remember of them."""

from __future__ import annotations

import pytest

from app.domain.customer import Alias, Customer, Identifier, IdentifierKind
from app.services.search import SearchService
from app.storage.readers.search import SqlSearchReader
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, invoice
from tests.services.test_aging import T


@pytest.fixture
def search(store: SqlStore) -> SearchService:
    ledger = Ledger(
        [
            Customer(
                "苏州恒岳机电有限公司",
                code="K01",
                initials="szhyjd",
                short_name="苏州恒岳",
                name_en="Hengyue",
            ),
            Customer("100%紧固件", code="K02", initials="jgj"),
            Customer("恒岳物流", code="K010", initials="hywl"),
        ],
        [invoice(T, 100, T, 1, number="HQ2509-118"), invoice(T, 100, T, 2, number="hq2510-135")],
    )
    ledger.write(store)
    with store.write() as unit:
        unit.add(Identifier(1, IdentifierKind.USCC, "91320599MAHY20181H"))
        unit.add(Alias(2, "老王五金", "老王五金"))
        unit.commit("test")
    return SearchService(SqlSearchReader(store))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("恒岳机电", 1),
        ("K01", 1),
        ("ｋ０１", 1),
        ("SZHY", 1),
        ("hengyue", 1),
        ("91320599ma", 1),
        ("老王", 2),
        ("100%", 2),
        ("hywl", 3),
    ],
)
def test_customers_by_anything_they_are_known_by(search: SearchService, text: str, first: int) -> None:
    hits = [hit for hit in search.search(text) if hit.kind == "customer"]
    assert hits[0].id == first


@pytest.mark.parametrize("text", ["HQ2509-118", "hq2509", "2509-1", "HQ25"])
def test_documents_by_number(search: SearchService, text: str) -> None:
    hits = [hit for hit in search.search(text) if hit.kind == "document"]
    assert hits[0].title == "HQ2509-118"
    assert hits[0].subtitle == "苏州恒岳机电有限公司"
    assert (hits[0].open, hits[0].currency, hits[0].kind_of) == (100, "CNY", "invoice")


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "没有这家"])
def test_nothing_is_found_for_nothing(search: SearchService, text: str) -> None:
    assert [hit.id for hit in search.search(text)] == ([2] if text == "%" else [])
