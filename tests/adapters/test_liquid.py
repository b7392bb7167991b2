"""A closed Liquid: what it refuses, where it says so, and where it ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.liquid import LiquidEngine
from app.domain.problem import DomainError
from app.services.letter_templates import examples
from app.words import LANGUAGES, say
from tests.reports.samples import HOSTILE

ENGINE = LiquidEngine()
VALUES = examples("zh")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("甲\n乙 {{ number", "template.not_closed", 2, 3),
        ("{{ numbr }}", "template.unknown_field", 1, 4),
        ("x\n  {% if number %}", "template.block_open", 2, 3),
        ("{% for i in invoices %}\n{{ i.colour }}{% endfor %}", "template.unknown_key", 2, 4),
        ("{{ number.foo }}", "template.no_keys", 1, 4),
        ("{{ number.__class__ }}", "template.no_keys", 1, 4),
        ("{{ number | shout }}", "template.unknown_filter", 1, 13),
        ("{% frobnicate %}", "template.unknown_tag", 1, 4),
        ("{% include 'other' %}", "template.unknown_tag", 1, 4),
        ("{% render 'other' %}", "template.unknown_tag", 1, 4),
        ("ok\n\n {{ }}", "template.syntax", 3, 2),
        ("{% endif %}", "template.stray_tag", 1, 4),
        ("{% assign a = %}", "template.syntax", 1, 1),
        ("{% for i in (1..10000000) %}x{% endfor %}", "template.too_many_loops", 1, 4),
        ("{{ (1..10000000000) | join: '' }}", "template.syntax", 1, 1),
        ("{% if fee %}{% else %}{{ bogus }}{% endif %}", "template.unknown_field", 1, 26),
        ("{% if a" + " and a" * 5000 + " %}{% endif %}", "template.syntax", 1, 1),
        ("x" * 50_000, "template.too_large", 1, 40_001),
    ],
)
def test_it_says_what_is_wrong_and_where(text: str, code: str, line: int, column: int) -> None:
    found = ENGINE.problems(text, "body", VALUES)
    assert [(one.code, one.where.sheet, one.where.row, one.where.column) for one in found] == [
        (code, "body", line, column)
    ]
    for lang in LANGUAGES:
        assert "{" not in say(found[0].code, lang, **found[0].params).replace("{{", "").replace("{%", "")


def test_it_offers_the_field_that_was_meant() -> None:
    (found,) = ENGINE.problems("{{ custmer }}", "body", VALUES)
    assert "“customer”" in say(found.code, "en", **found.params)
    assert "是否指“customer”" in say(found.code, "zh", **found.params)


def test_every_wrong_field_is_listed_in_reading_order() -> None:
    found = ENGINE.problems("{{ b }}\n{{ a }} {{ b }}", "subject", VALUES)
    assert [(one.params["name"], one.where.row) for one in found] == [("b", 1), ("a", 2), ("b", 2)]


def test_memory_and_output_end_somewhere() -> None:
    begin = "{% capture a %}xxxxxxxx{% endcapture %}"
    doubling = begin + "{% for i in (1..90) %}{% assign a = a | append: a %}{% endfor %}"
    writing = "{% for i in (1..4000) %}" + "x" * 500 + "{% endfor %}"
    for text in (doubling, writing):
        assert [one.code for one in ENGINE.problems(text, "body", VALUES)] == ["template.too_long"]


def test_a_block_stays_out_of_the_subject() -> None:
    (found,) = ENGINE.problems("{{ invoice_table }}", "subject", VALUES, {"invoice_table"})
    assert found.code == "template.block_here"


@pytest.mark.parametrize("value", [*HOSTILE, "{{ total }}", "{% include 'x' %}", "{% raw %}", "}}{{"])
def test_a_value_is_never_read_as_liquid(value: str) -> None:
    assert ENGINE.render("[{{ customer }}]", {"customer": value}) == f"[{value}]"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}%|. abnumber\n'\"[]()", max_size=40))
def test_any_text_is_either_rendered_or_explained(text: str) -> None:
    if ENGINE.problems(text, "body", VALUES):
        return
    ENGINE.render(text, VALUES)


def test_a_template_that_fails_at_work_says_where() -> None:
    with pytest.raises(DomainError) as caught:
        ENGINE.render("a\n{{ nothing_here }}", {})
    assert caught.value.code == "template.cannot_render"
    assert caught.value.params["line"] == 2
    assert "nothing_here" in say(caught.value.code, "en", **caught.value.params)
