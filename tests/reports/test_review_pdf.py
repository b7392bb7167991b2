"""The quarterly report on paper: every figure read back, equal to the service's and the command line's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from app import cli
from app.bootstrap import build_app
from app.domain.chain import Head
from app.domain.clock import FixedClock
from app.domain.money import Money
from app.domain.period_review import Content, Part, PartCode, Reading, Row, Sheet
from app.domain.proof import printed as printed_head
from app.domain.review_value import Measure, Name, Said
from app.reports.review_cover import cover_figures
from app.reports.review_layout import MOST, MOST_ROWS
from app.reports.review_pdf import figure_table, table, write
from app.reports.review_table import Ruled
from app.services.review_views import ReviewView
from app.words import review_text, say
from tests.reports.samples import HOSTILE, text_of

AS_OF = date(2025, 12, 31)
ALL = tuple(code.value for code in PartCode)
_CLIPPED = {"finding", "action", "lesson", "reason", "step", "title"}
"""Columns of words that a narrow column may cut after some lines."""


@pytest.fixture(scope="module")
def view(built: Callable[[date], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewView]:
    path = tmp_path_factory.mktemp("review") / "s.holdfast"
    path.write_bytes(built(AS_OF).read_bytes())
    session = build_app(FixedClock(AS_OF)).files.open(path)
    try:
        yield session.reviews.view("2025Q4")
    finally:
        session.close()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def printed(
    content: Content, tmp_path: Path, lang: str, sections: tuple[str, ...] = ALL, head: Head | None = None
) -> str:
    path = tmp_path / "review.pdf"
    write(content, sections, path, lang, head)
    return squeezed(text_of(path))


def expected(content: Content, lang: str) -> Iterator[str]:
    """Every figure and sentence that the report shows."""
    yield review_text.verdict(content, lang)
    for one in cover_figures(content, lang):
        yield one.name
        yield one.value
        yield one.note
    for part in content.parts:
        yield review_text.lead(part.lead, lang, content.base)
        if part.code == PartCode.FIGURES:
            for figure in part.figures:
                yield review_text.name_of(figure.key, lang)
                yield review_text.reading(figure, lang)
                yield review_text.figure(figure.before, figure.unit, lang)
                yield review_text.target(figure, lang)
                yield review_text.benchmark(figure, lang)
                yield review_text.formula(figure, lang)
                yield review_text.working(figure, lang, content.base)
        for sheet in part.sheets:
            if sheet.code != "age_trend":
                yield from cells(sheet, lang, content.base)


def cells(sheet: Sheet, lang: str, base: str) -> Iterator[str]:
    for row in sheet.rows[: MOST.get(sheet.code, MOST_ROWS)]:
        for column, value in zip(sheet.columns, row.cells, strict=True):
            if column not in _CLIPPED and value is not None:
                yield review_text.cell(value, lang, base)
    for value in sheet.total:
        if value is not None:
            yield review_text.cell(value, lang, base)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_is_read_back(view: ReviewView, tmp_path: Path, lang: str) -> None:
    text = printed(view.content, tmp_path, lang)
    wanted = [squeezed(one) for one in expected(view.content, lang) if one]
    assert len(wanted) > 500
    missing = [one for one in wanted if one not in text]
    assert not missing


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_line_says_the_same(
    view: ReviewView,
    built: Callable[[date], Path],
    tmp_path: Path,
    lang: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, pdf = tmp_path / "s.holdfast", tmp_path / "cli.pdf"
    path.write_bytes(built(AS_OF).read_bytes())
    words = ["review", str(path), "--quarter", "2025q4", "--pdf", str(pdf), "--json", "--lang", lang]
    assert cli.main(words, lambda: build_app(FixedClock(AS_OF)), lambda *_: 0) == 0
    told = json.loads(capsys.readouterr().out)
    text = squeezed(text_of(pdf))
    content = view.content
    assert told["verdict"] == review_text.verdict(content, lang)
    figures = {one["key"]: one for one in told["parts"][0]["figures"]}
    for one in content.parts[0].figures:
        assert figures[one.key]["value"] == (None if one.value is None else f"{one.value:f}")
        assert figures[one.key]["text"] == review_text.reading(one, lang)
        assert squeezed(figures[one.key]["text"]) in text
    ages = told["parts"][1]["tables"]["ages"]
    sheet = content.parts[1].sheet("ages")
    assert sheet is not None
    total = sheet.total[2]
    assert isinstance(total, Money)
    assert ages["total"]["balance"] == f"{total.major():f}"
    assert sum(Decimal(row["balance"]) for row in ages["rows"] if row["balance"]) == total.major()
    session = build_app(FixedClock(AS_OF)).files.open(path)
    try:
        head = session.proofs.head()
    finally:
        session.close()
    assert printed(content, tmp_path, lang, head=head) == text


def test_no_word_of_a_head_or_of_the_figures_is_cut(view: ReviewView) -> None:
    content = view.content
    tables: list[Ruled] = []
    for part in content.parts:
        blocks = [*figure_table(content, part.figures, "en")]
        blocks += [block for sheet in part.sheets for block in table(content, sheet, "en")]
        tables += [block for block in blocks if isinstance(block, Ruled)]
    assert len(tables) > 15
    for one in tables:
        assert [" ".join(lines) for lines in one._heads] == [column.title for column in one.columns]
    figures = tables[0]
    for laid, row in zip(figures._lines, figures.rows, strict=True):
        assert [" ".join(lines) for lines in laid] == [cell.words for cell in row]


def test_pages_carry_head_foot_and_number(view: ReviewView, tmp_path: Path) -> None:
    write(view.content, ALL, tmp_path / "r.pdf", "zh")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages]
    for number, text in enumerate(pages[1:], 2):
        assert say("paper.page", "zh", page=number, pages=len(pages)) in text
        assert "截止日 2025-12-31" in text
        assert "金额单位 人民币元" in text
        assert "信用管理季度报告" in text
    assert "第 1 页" not in pages[0]


def test_the_fingerprint_of_the_history_stands_on_cover_and_last_page(
    view: ReviewView, tmp_path: Path
) -> None:
    head = Head(1234, "2026-01-05T08:00:00Z", "3f9ac01b22e190ab" + "0" * 48)
    write(view.content, ALL, tmp_path / "r.pdf", "zh", head)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages]
    assert "第 1234 条（2026-01-05） 3f9a c01b 22e1 90ab" in " ".join(pages[0].split())
    assert head.mark in pages[-1]
    typed = pages[0].split("第 ")[1].split("\n")[0]
    assert printed_head(typed.replace("条（2026-01-05）", "")).head.mark == head.mark[:16]
    write(view.content, (), tmp_path / "cover.pdf", "en", head)
    assert "3f9a c01b 22e1 90ab" in " ".join(
        PdfReader(tmp_path / "cover.pdf").pages[0].extract_text().split()
    )


def test_sections_left_out_do_not_print(view: ReviewView, tmp_path: Path) -> None:
    text = printed(view.content, tmp_path, "en", ("aging", "appendix"))
    assert "1Agingandprovision" in text
    assert "Appendix:formulasandworking" in text
    for code in ("movements", "risks", "insurance", "actions"):
        assert squeezed(say(f"review_part.{code}", "en")) not in text
    only_cover = tmp_path / "cover.pdf"
    write(view.content, (), only_cover, "en")
    assert len(PdfReader(only_cover).pages) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(tmp_path: Path, text: str, lang: str) -> None:
    name = Name(text, text, 1)
    overdue = Sheet(
        "overdue",
        ("grade", "customer", "overdue", "share", "longest", "step"),
        (
            Row(
                "customer:1",
                ("D", name, Money(1, "CNY"), Measure(Decimal(1)), 9999, Said("review.step.stop")),
            ),
        ),
    )
    found = Sheet(
        "findings",
        ("finding", "action", "owner", "due", "state"),
        (Row("finding:1", (text, text, text, AS_OF, Said("finding_state.open"))),),
        dated=False,
    )
    reading = Reading("dso", "days", Decimal("65.4"), note=None, source=text, benchmark=Decimal(94))
    content = Content(
        "2025Q4",
        date(2025, 10, 1),
        AS_OF,
        name,
        "CNY",
        own_verdict=text,
        prepared_by=text,
        reviewed_by=text,
        made_on=AS_OF,
        strategy={"changes": text * 40, "lessons": text},
        parts=(
            Part("figures", figures=(reading,)),
            Part("aging", sheets=(overdue,)),
            Part("actions", sheets=(found,)),
            Part("appendix"),
        ),
    )
    told = printed(content, tmp_path, lang)
    assert "9,999" in told
    if "😀" not in text and text.isascii() and len(text) < 40:
        assert squeezed(text.replace("\x00", "").replace("\x07", "")) in told


def test_an_unfinished_quarter_and_currencies_without_rate_are_said(view: ReviewView, tmp_path: Path) -> None:
    content = replace(view.content, unfinished=True, left_out=("XAF",))
    text = printed(content, tmp_path, "en", ())
    assert "Thequarterisnotover" in text
    assert "XAF" in text
