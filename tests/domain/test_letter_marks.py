"""Marks of blocks and bold: only templates make them, no value can."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.letter_fields import BLOCKS, FIELDS
from app.domain.letter_marks import (
    BLOCK_OFF,
    BLOCK_ON,
    STRONG_OFF,
    STRONG_ON,
    block,
    one_line,
    parts,
    plain,
    spans,
)
from app.domain.letter_paper import Paragraph, Span


def test_a_body_is_parted_into_paragraphs_and_blocks() -> None:
    body = f"一\n二\n\n \n三{block('invoice_table')}\n\n{block('nonsense')}四"
    found = parts(body)
    assert [part if isinstance(part, str) else part.text for part in found] == [
        "一\n二",
        "三",
        "invoice_table",
        "四",
    ]


def test_bold_keeps_its_place() -> None:
    text = f"于 {STRONG_ON}1 月 10 日{STRONG_OFF}前"
    assert spans(text) == (Span("于 "), Span("1 月 10 日", strong=True), Span("前"))
    assert spans(f"{STRONG_OFF}a{STRONG_ON}") == (Span("a"),)


@given(st.text(max_size=60))
def test_no_value_makes_a_mark_or_a_second_line(value: str) -> None:
    clean = plain(value)
    assert not set(clean) & {BLOCK_ON, BLOCK_OFF, STRONG_ON, STRONG_OFF, "\n", "\u202e"}
    assert plain(clean) == clean
    assert all(isinstance(part, Paragraph) for part in parts(clean))


def test_a_subject_is_one_line() -> None:
    assert one_line(f" a\n{block('signature')}b {STRONG_ON}c{STRONG_OFF}") == "a b c"


def test_every_field_is_documented_once_in_both_languages() -> None:
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    for field in FIELDS:
        assert all(field.meaning), field.name
        assert field.name in BLOCKS or all(field.example), field.name
