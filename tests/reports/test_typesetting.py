import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, runs, width
from app.reports.typesetting import clipped, fitting_size, pieces, wrap
from tests.reports.samples import HOSTILE

TEXT = st.text(st.sampled_from("甬联（宁波）有限公司，。：ab cd-1,000.00 Łé\n"), max_size=120)


@given(TEXT, st.integers(30, 300))
def test_lines_fit_and_lose_nothing_but_spaces(text: str, room: int) -> None:
    lines = wrap(text, REGULAR, 9, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, REGULAR, 9) <= room for line in lines)


def test_punctuation_does_not_begin_a_line() -> None:
    lines = wrap("截至本日，我司账面记录（如下）。" * 20, REGULAR, 10, 111)
    assert len(lines) > 10
    assert not any(line.startswith(tuple("，。）")) or line.endswith("（") for line in lines)


def test_words_stay_whole() -> None:
    assert wrap("Please pay HQ2510-124 now", REGULAR, 10, 70) == ("Please pay", "HQ2510-124", "now")


def test_what_is_cut_is_marked() -> None:
    lines = clipped("长" * 200, REGULAR, 9, 100, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert clipped("短", REGULAR, 9, 100, 2) == ("短",)
    assert fitting_size("123,456,789.00", BOLD, 9, 40) < 9


@pytest.mark.parametrize("text", HOSTILE)
def test_every_name_has_glyphs_for_all_it_prints(text: str) -> None:
    assert width(text, BOLD, 10) > 0
    for _, part in runs(text, BOLD):
        assert part.isprintable()


def test_a_word_is_set_in_one_face() -> None:
    assert runs("Łódź 有限", REGULAR) == ((f"{REGULAR}-Wide", "Łódź"), (REGULAR, " 有限"))
    assert runs("笑😀", REGULAR) == ((REGULAR, "笑□"),)
    assert runs("שלום", REGULAR) == ((f"{REGULAR}-Wide", "םולש"),)


@pytest.mark.parametrize("count", range(3, 8))
def test_buckets_get_darker_and_end_darkest(count: int) -> None:
    colours = [ink.bucket_colour(index, count) for index in range(count)]
    overdue = [sum(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in colours[1:]]
    assert overdue == sorted(overdue, reverse=True)
    assert len(set(colours)) == count
    assert colours[-1] == "#6B1F3A"


def test_english_quotes_are_narrow_and_chinese_ones_are_not() -> None:
    assert runs("don’t", REGULAR) == ((f"{REGULAR}-Latin", "don’t"),)
    assert runs("客户“恒信”的", REGULAR) == ((REGULAR, "客户“恒信”的"),)
    assert width("don’t", BOLD, 10) < width("don", BOLD, 10) + width("t", BOLD, 10) + 4
    assert sum(pieces("“Müller” ok", REGULAR, 10)) == pytest.approx(width("“Müller” ok", REGULAR, 10))
