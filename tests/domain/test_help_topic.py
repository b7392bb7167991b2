"""Help files taken apart into topics and pieces, and found by words, fragments and pinyin initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.pinyin import initials
from app.domain.help_topic import Run, Topic, find, links, pieces, runs, said, topics

FILE = """# Aging {#page.aging}

Who owes what,
since when.

- One [link](#kpi.dso) and **strong** words
  that go on below
- Another

## Head
Its text.

1. First
2. Second

> Mind.

| a | b |
|---|---|
| 1 | **2** |

# 应收账龄 {#page.zh}
谁欠多少，
欠了多久。
"""


def test_a_file_holds_topics_with_their_keys() -> None:
    found = topics(FILE)
    assert [(one.key, one.title, one.group) for one in found] == [
        ("page.aging", "Aging", "page"),
        ("page.zh", "应收账龄", "page"),
    ]
    assert topics("") == ()


def test_a_heading_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="# Nameless"):
        topics("# Nameless\n")


def test_a_topic_is_made_of_pieces() -> None:
    found = topics(FILE)[0].pieces
    assert [piece.kind for piece in found] == [
        "text", "item", "item", "head", "text", "number", "number", "remark", "table",
    ]  # fmt: skip
    assert said(found[0].line) == "Who owes what, since when."
    assert found[1].line == (
        Run("One "), Run("link", to="#kpi.dso"), Run(" and "), Run("strong", strong=True),
        Run(" words that go on below"),
    )  # fmt: skip
    assert [piece.number for piece in found if piece.kind == "number"] == [1, 2]
    assert [[said(cell) for cell in row] for row in found[-1].cells] == [["a", "b"], ["1", "2"]]
    assert list(links(topics(FILE)[0])) == ["#kpi.dso"]


def test_chinese_lines_go_on_without_a_space() -> None:
    assert topics(FILE)[1].plain == "谁欠多少，欠了多久。"


TOPICS = (
    Topic("a", "应收账龄", "谁欠多少。"),
    Topic("b", "逾期率", "逾期金额 ÷ 未收发票金额。另见账龄。"),
    Topic("c", "DSO: days sales outstanding", "Receivables ÷ credit sales × days."),
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("账龄", ["a", "b"]),
        ("yszl", ["a"]),
        ("yql", ["b"]),
        ("ＤＳＯ", ["c"]),
        ("sales credit", ["c"]),
        ("逾期 未收", ["b"]),
        ("nothing of this", []),
        ("  ", []),
    ],
)
def test_a_search_finds_fragments_and_initials_titles_first(text: str, keys: list[str]) -> None:
    assert [one.topic.key for one in find(TOPICS, text, initials)] == keys


def test_an_excerpt_shows_where_it_stands() -> None:
    long = Topic("a", "T", "word " * 60 + "needle " + "word " * 60)
    (found,) = find((long,), "needle", initials)
    assert "needle" in found.excerpt
    assert found.excerpt.startswith("…")
    assert found.excerpt.endswith("…")


def test_an_excerpt_is_cut_from_the_beginning_of_a_word_and_without_marks() -> None:
    listed = Topic("a", "T", "word " * 10 + "\n- suspends orders when\n- the amount grows\n2. later")
    (found,) = find((listed,), "grows", initials)
    assert found.excerpt.removeprefix("…").split()[0] in {"word", "suspends", "orders", "when", "the"}
    assert "- the" not in found.excerpt
    assert "2. " not in found.excerpt


@given(st.text(max_size=80))
def test_any_text_is_taken_apart_without_losing_words(text: str) -> None:
    told = "".join(run.text for run in runs(text))
    assert len(told) <= len(text)
    for piece in pieces(text):
        assert piece.kind
