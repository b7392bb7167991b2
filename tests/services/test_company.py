from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind, Rate
from app.domain.problem import DomainError
from app.services.company import CompanyService
from app.storage.company import SqlCompanyReader
from app.storage.store import SqlStore
from app.words import say

DAY = date(2025, 6, 30)


@pytest.fixture
def company(store: SqlStore) -> CompanyService:
    return CompanyService(store, SqlCompanyReader(store))


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as refused:
        action()
    assert say(refused.value.code, "en", **refused.value.params)
    return say(refused.value.code, "zh", **refused.value.params)


def enter_dollar_invoice(store: SqlStore) -> None:
    with store.write() as unit:
        owner = unit.add(Customer("x"))
        unit.add(Document(owner, DocumentKind.INVOICE, "1", DAY, "USD", 100, DAY))
        unit.commit("document.entered")


def test_the_profile_is_edited(company: CompanyService) -> None:
    done = company.update(replace(company.get(), name=" 稳当 ", currency="EUR", bucket_limits=(60, 30)))
    assert done.touched == {"company": frozenset({1})}
    found = company.get()
    assert (found.name, found.currency, found.bucket_limits) == ("稳当", "EUR", (30, 60))


def test_what_a_profile_cannot_be(company: CompanyService, store: SqlStore) -> None:
    now = company.get()
    assert "公司名称" in refusal(lambda: company.update(replace(now, name=" ")))
    assert "XXX" in refusal(lambda: company.update(replace(now, currency="XXX")))
    assert "30" in refusal(lambda: company.update(replace(now, bucket_limits=(30, 30))))
    enter_dollar_invoice(store)
    assert "CNY" in refusal(lambda: company.update(replace(now, currency="USD")))
    assert company.get() == now


def test_currencies_in_use(company: CompanyService, store: SqlStore) -> None:
    assert company.currencies_in_use() == []
    enter_dollar_invoice(store)
    assert company.currencies_in_use() == ["USD"]


def test_a_rate_stands_once_a_day(company: CompanyService) -> None:
    company.set_rate(Rate("USD", DAY, Decimal("7.1"), "央行"))
    company.set_rate(Rate("USD", date(2025, 7, 1), Decimal("7.2")))
    company.set_rate(Rate("EUR", DAY, Decimal("8.1")))
    company.set_rate(Rate("USD", DAY, Decimal("7.15")))
    assert [(r.currency, r.on.day, str(r.rate)) for r in company.rates()] == [
        ("EUR", 30, "8.1"),
        ("USD", 1, "7.2"),
        ("USD", 30, "7.15"),
    ]
    company.remove_rate(company.rates("USD")[0].id)
    assert [r.on for r in company.rates("USD")] == [DAY]


@pytest.mark.parametrize(
    ("currency", "value", "words"), [("CNY", "1", "本位币"), ("ZZZ", "1", "ZZZ"), ("USD", "0", "大于零")]
)
def test_what_a_rate_cannot_be(company: CompanyService, currency: str, value: str, words: str) -> None:
    rate = Rate(currency, DAY, Decimal(value))
    assert words in refusal(lambda: company.set_rate(rate))


def test_labels_are_added_renamed_and_removed(company: CompanyService) -> None:
    company.add_salesperson(" 李明 ")
    company.add_salesperson("王芳")
    assert [one.name for one in company.salespersons()] == ["李明", "王芳"]
    first = company.salespersons()[0].id
    assert "王芳" in refusal(lambda: company.rename_salesperson(first, "王芳"))
    assert "名称" in refusal(lambda: company.rename_salesperson(first, "  "))
    company.rename_salesperson(first, "李民")
    company.remove_salesperson(first)
    assert [one.name for one in company.salespersons()] == ["王芳"]


def test_a_label_in_use_stays(company: CompanyService, store: SqlStore) -> None:
    company.add_group("集团")
    group = company.groups()[0].id
    company.add_group("子公司", group)
    with store.write() as unit:
        unit.add(Customer("x", group_id=group))
        unit.commit("customer.created")
    assert "2 条" in refusal(lambda: company.remove_group(group))


def test_a_tree_has_no_circles(company: CompanyService) -> None:
    company.add_region("中国")
    china = company.regions()[0].id
    company.add_region("华东", china)
    east = next(one.id for one in company.regions() if one.name == "华东")
    assert "中国" in refusal(lambda: company.move_region(china, east))
    company.move_region(east, None)
    company.move_region(china, east)
    assert {one.name: one.parent_id for one in company.regions()} == {"中国": east, "华东": None}
    assert "地区" in refusal(lambda: company.add_region("x", 99))


def test_the_other_labels_too(company: CompanyService) -> None:
    company.add_region("a")
    company.rename_region(company.regions()[0].id, "b")
    company.remove_region(company.regions()[0].id)
    company.add_group("a")
    company.add_group("b")
    a, b = company.groups()
    company.rename_group(a.id, "c")
    company.move_group(a.id, b.id)
    assert [(g.name, g.parent_id) for g in company.groups()] == [("b", None), ("c", b.id)]
    assert not company.regions()
