"""The printed provision: figures as reckoned, hostile names as text, many segments over pages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap.provisions import examples
from app.domain.provision import Cell, Movement, RateSource, Specific, Standard, provide
from app.domain.provision_paper import ProvisionPaper
from app.domain.provision_policy import Ageing, ProvisionPolicy, Segmenting
from app.domain.provision_reckoning import postings, sensitivities
from app.domain.provision_sheet import (
    BookedRun,
    Buckets,
    Counterparty,
    MovementSheet,
    OnAccountSum,
    ProvisionSheet,
    RateLine,
    SpecificLine,
)
from app.reports import provision_pdf, provision_sheet
from tests.reports.samples import AS_OF, COMPANY, HOSTILE, text_of

NAME = HOSTILE[1]

POLICY = ProvisionPolicy(method=RateSource.TYPED, segmenting=Segmenting.GROUP)


def sheet_with(segments: int, name: str = NAME) -> ProvisionSheet:
    """Segments named hostilely, five buckets each, one specific debt, one insurer."""
    keys = tuple(str(number) for number in range(1, segments + 1))
    cells = [Cell(key, bucket, 1000_00, 100_00 if bucket == 4 else 0) for key in keys for bucket in range(5)]
    rates = {(key, bucket): Decimal(bucket + 1) for key in keys for bucket in range(5)}
    specific = SpecificLine(1, 7, 3, name, name, AS_OF, None, Decimal(50), name, 100_00 * segments,
                            50_00 * segments, note=name)  # fmt: skip
    result = provide(cells, rates, specific=[Specific(7, 3, 100_00 * segments, 50_00 * segments, name)])
    return ProvisionSheet(
        AS_OF,
        "CNY",
        POLICY,
        Buckets(Ageing.BOARD),
        result,
        tuple(
            RateLine(*key, rate, RateSource.TYPED, RateSource.TYPED, note=name) for key, rate in rates.items()
        ),
        keys,
        dict.fromkeys(keys, name),
        (),
        (specific,),
        (Counterparty(name, name, 500_00, 450_00),),
        OnAccountSum(30_00, 20_00),
        ("XXX",),
        (),
        5000_00 * segments,
    )


def paper_of(sheet: ProvisionSheet) -> ProvisionPaper:
    moved = Movement(10_00, sheet.total - 10_00, 0, 5_00, 5_00)
    standard = Standard.EXPECTED_LOSS
    run = BookedRun(1, AS_OF, "CNY", sheet.total, sheet.gross, standard, "typed", AS_OF, NAME, "")
    return ProvisionPaper(
        COMPANY,
        AS_OF,
        sheet,
        examples(),
        MovementSheet(None, AS_OF, "CNY", moved),
        postings(moved),
        sensitivities(sheet),
        run=run,
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_figures_and_hostile_names_come_out_as_they_are(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "p.pdf"
    provision_pdf.write_pdf(paper_of(sheet_with(1)), path, lang)
    text = text_of(path)
    for figure in ("5,000.00", "1,000.00", "900.00", "145.00", "195.00", "450.00", "XXX"):
        assert figure in text, figure
    assert "A & B <b>x" in text
    assert "6702" in text


def test_many_segments_run_over_pages(tmp_path: Path) -> None:
    from pypdf import PdfReader

    path = tmp_path / "p.pdf"
    provision_pdf.write_pdf(paper_of(sheet_with(40, "集团")), path, "zh")
    assert len(PdfReader(path).pages) > 6
    assert "200,000.00" in text_of(path)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_holds_numbers_and_texts(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "p.xlsx"
    provision_sheet.write(paper_of(sheet_with(2)), path, lang)
    book = openpyxl.load_workbook(path)
    values = [cell for sheet in book for row in sheet.values for cell in row]
    assert 1000 in values
    assert any(isinstance(value, float) and abs(value - 0.05) < 1e-9 for value in values)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_small_firms_get_another_paper(tmp_path: Path) -> None:
    sheet = replace(sheet_with(1), policy=replace(POLICY, standard=Standard.SMALL_FIRMS))
    path = tmp_path / "p.pdf"
    provision_pdf.write_pdf(
        replace(paper_of(sheet), movement=None, postings=(), sensitivities=()), path, "zh"
    )
    text = text_of(path)
    assert "坏账直接转销备查表" in text
    assert "第二十三条" in text
