"""Papers of the sample company beyond its ledger: the review, a letter per step, a credit report, a claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.dunning_views import LetterQuery
from app.words import LANGUAGES

if TYPE_CHECKING:
    from app.domain.aging import AgingBoard
    from app.services.session import CompanySession


def further_papers(session: CompanySession, board: AgingBoard, as_of: date, folder: Path) -> Iterator[Path]:
    """Write them one by one; each path."""
    yield from _reviews(session, folder)
    yield from _letters(session, as_of, folder)
    yield from _credit_report(session, board, as_of, folder)
    yield from _claim_pack(session, as_of, folder)


def _reviews(session: CompanySession, folder: Path) -> Iterator[Path]:
    """The review of the last quarter that is over."""
    quarter = session.reviews.last_quarter()
    view = session.reviews.view(quarter)
    for lang in LANGUAGES:
        path = folder / f"review-{quarter}-{lang}.pdf"
        session.reviews.print(view, path, lang)
        yield path


def _letters(session: CompanySession, as_of: date, folder: Path) -> Iterator[Path]:
    """For each step of each ladder in use its newest letter."""
    rows = session.dunning.letter_rows(session.dunning.letters(LetterQuery()))
    newest: dict[tuple[str, int], int] = {}
    for row in rows:
        newest.setdefault((row.language, row.level), row.id)
    for (lang, level), letter_id in sorted(newest.items()):
        path = folder / f"letter-{lang}-step-{level}-{as_of.isoformat()}.pdf"
        session.letters.preview_pdf(letter_id, path)
        yield path


def _credit_report(session: CompanySession, board: AgingBoard, as_of: date, folder: Path) -> Iterator[Path]:
    """The credit file of the customer that owes most."""
    if not board.rows:
        return
    largest = max(board.rows, key=lambda row: (row.balance, -row.key)).key
    report = session.credit_files.report(largest, as_of)
    for lang in LANGUAGES:
        path = folder / f"credit-report-{as_of.isoformat()}-{lang}.pdf"
        session.credit_files.write_report(report, path, lang)
        yield path


def _claim_pack(session: CompanySession, as_of: date, folder: Path) -> Iterator[Path]:
    """Everything an insurer gets with the largest claim."""
    claims = session.claims.claims()
    if not claims:
        return
    largest = max(claims, key=lambda row: (row.claim.claimed, -row.claim.id)).claim.id
    for lang in LANGUAGES:
        path = folder / f"claim-pack-{as_of.isoformat()}-{lang}.pdf"
        session.claims.pack(largest, path, lang)
        yield path
