"""The claim pack: every page numbered, files bound in or named with a reason, the ledger before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from app.adapters import pdf_binding
from app.bootstrap.claim_press import PaperPress
from app.domain.insurance_record import ClaimPaper
from app.domain.letter import Channel
from app.domain.problem import DomainError, EnvironmentFaultError
from app.services.control import CancelledError, Silent
from app.services.session import CompanySession
from app.words import LANGUAGES
from tests.services.claiming import (
    TODAY,
    attaching,
    filed,
    filled_form,
    insured,
    letter_file,
    opened,
    paper,
    pdf,
    picture,
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    made = insured(tmp_path / "x.holdfast")
    yield made
    made.close()


def texts(path: Path) -> list[str]:
    """The text of each page."""
    with closing(pypdfium2.PdfDocument(str(path))) as document:
        return [page.get_textpage().get_text_range() for page in document]


def sizes(path: Path) -> list[tuple[int, int]]:
    with closing(pypdfium2.PdfDocument(str(path))) as document:
        return [(round(page.get_width()), round(page.get_height())) for page in document]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_says_its_number_and_the_claim(session: CompanySession, tmp_path: Path, lang: str) -> None:
    claim_id = filed(session)
    attach = attaching(session, claim_id)
    attach("contract", "合同.pdf", pdf("First clause", "Second clause"))
    attach("transport", "签收单.png", picture())
    told = session.claims.pack(claim_id, tmp_path / "p.pdf", lang)
    pages = texts(told.path)
    assert told.pages == len(pages)
    assert told.separate == ()
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text
        assert f"DZ-{claim_id}" in text
        assert "{" not in text
    first = next(number for number, text in enumerate(pages) if "First clause" in text)
    assert "合同.pdf" in pages[first - 1]
    assert "Second clause" in pages[first + 1]
    # The cover names the pages of the contract: its sheet and both of its pages.
    assert f"{first}–{first + 2}" in pages[0]
    assert "2,200.00" in pages[0]
    assert "2,500.00" in pages[0]


def test_a_pack_only_looked_at_leaves_no_file(
    session: CompanySession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim_id = filed(session)
    attaching(session, claim_id)("contract", "合同.pdf", pdf("First clause"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    pages = session.previews.paper(lambda path: session.claims.pack(claim_id, path, "zh"), 200, Silent())
    written = session.claims.pack(claim_id, tmp_path / "p.pdf", "zh")
    assert len(pages) == written.pages
    assert not list(here.iterdir())


def test_what_the_parts_say(session: CompanySession, tmp_path: Path) -> None:
    claim_id = filed(session)
    with_all = "\n".join(texts(session.claims.pack(claim_id, tmp_path / "p.pdf", "en").path))
    for said in (
        "Over the buyer limit",
        "2,500.00 × 90%",
        "Frozen when the claim was filed",
        "OLD",
        "※75",
        "回款延期",
        "Granted",
        "seal across this edge",
    ):
        assert said in with_all
    assert "LONG-AGO" not in with_all


def test_files_that_cannot_be_bound_in_are_named(session: CompanySession, tmp_path: Path) -> None:
    claim_id = opened(session)
    attach = attaching(session, claim_id)
    attach("contract", "broken.pdf", b"%PDF-1.4 nothing of the kind")
    attach("contract", "locked.pdf", pdf("secret", locked=True))
    attach("transport", "photo.png", b"\x89PNG\r\n\x1a\n no picture")
    attach("correspondence", "mail.docx", letter_file())
    attach("invoice", "good.pdf", pdf("A good page"))
    told = session.claims.pack(claim_id, tmp_path / "p.pdf", "en")
    assert set(told.separate) == {"broken.pdf", "locked.pdf", "photo.png", "mail.docx"}
    pages = texts(told.path)
    assert any("asks for a password" in text for text in pages)
    assert any("is damaged and cannot be read" in text for text in pages)
    assert any("cannot be bound into a PDF" in text for text in pages)
    assert any("A good page" in text for text in pages)
    assert "Enclosed separately" in pages[0]


def test_a_file_of_too_many_pages_or_one_that_is_lost(
    session: CompanySession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim_id = opened(session)
    attaching(session, claim_id)("contract", "long.pdf", pdf("a", "b", "c"))
    monkeypatch.setattr(pdf_binding, "MOST_PAGES", 2)
    told = session.claims.pack(claim_id, tmp_path / "p.pdf", "zh")
    assert told.separate == ("long.pdf",)
    assert any("文件有 3 页" in text for text in texts(told.path))

    def lost(_file: object) -> bytes:
        raise DomainError("attachment.lost")

    values = session.claims.pack_values(claim_id)
    told = PaperPress().pack(values, lost, tmp_path / "q.pdf", "en", Silent())
    assert told.separate == ("long.pdf",)
    assert any("cannot be had" in text for text in texts(told.path))


@pytest.mark.parametrize(("wide", "turned"), [(True, 0), (False, 90), (False, 270)])
def test_a_lying_page_lies(session: CompanySession, tmp_path: Path, *, wide: bool, turned: int) -> None:
    claim_id = opened(session)
    attaching(session, claim_id)("contract", "wide.pdf", pdf("Wide text", wide=wide, turned=turned))
    told = session.claims.pack(claim_id, tmp_path / "p.pdf", "zh")
    [number] = [at for at, text in enumerate(texts(told.path)) if "Wide text" in text]
    assert sizes(told.path)[number] == (842, 595)
    assert sizes(told.path)[number - 1] == (595, 842)


def test_what_was_filled_into_a_form_is_kept() -> None:
    room = pdf_binding.Room(595, 842, 50, 50, 480, 740)
    made = pdf_binding.fitted(filled_form("FilledIn"), room, room)
    with closing(pypdfium2.PdfDocument(made.data)) as document:
        assert "FilledIn" in document[0].get_textpage().get_text_range()


def test_fonts_of_a_long_file_are_not_kept_for_each_page() -> None:
    room = pdf_binding.Room(595, 842, 50, 50, 480, 740)
    one = pdf_binding.fitted(pdf(*["same words"] * 2), room, room)
    many = pdf_binding.fitted(pdf(*["same words"] * 60), room, room)
    assert many.wide == (False,) * 60
    assert len(many.data) < len(one.data) + 58 * 1500


def test_a_pack_replaces_whole_or_not_at_all(session: CompanySession, tmp_path: Path) -> None:
    claim_id = opened(session)
    attaching(session, claim_id)("contract", "a.pdf", pdf("a"))

    class Stop(Silent):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        session.claims.pack(claim_id, tmp_path / "p.pdf", "zh", Stop())
    assert not (tmp_path / "p.pdf").exists()
    with pytest.raises(EnvironmentFaultError, match=r"export\.onto_company"):
        session.claims.pack(claim_id, session.path, "zh")


def test_the_ledger_begins_twelve_months_before_the_oldest_open_invoice(
    session: CompanySession, tmp_path: Path
) -> None:
    claim_id = opened(session)
    values = session.claims.pack_values(claim_id)
    assert values.start == date(2024, 5, 1)
    assert session.claims.pack_values(claim_id, months=1).start == date(2024, 11, 1)
    [account] = values.accounts
    lines = {one.number: one for one in account.lines}
    assert (lines["OLD"].settled, lines["OLD"].late) == (date(2024, 12, 14), 75)
    assert (lines["A"].settled, lines["A"].late) == (None, (TODAY - date(2025, 6, 30)).days)
    assert account.opening + sum(one.debit - one.credit for one in account.lines) == account.closing
    path = session.claims.ledger_sheet(claim_id, tmp_path / "l.xlsx", "zh")
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert any("OLD" in row and 75 in row for row in rows)
    assert any("期初余额" in row for row in rows)
    assert rows[-1][-1] == 3000


def test_what_the_program_keeps_counts_as_there(session: CompanySession) -> None:
    claim_id = opened(session)
    there = {one.paper.kind for one in session.claims.checklist(claim_id) if one.there}
    assert there == {"ledger", "statement", "limit_decision"}
    run = session.dunning.draft(session.dunning.preview(TODAY))
    session.dunning.mark_sent(run.letter_ids, TODAY, Channel.LETTER)
    draft = session.notices.draft(1, 1, "overdue")
    notice_id = min(session.notices.save(draft.record).touched["insurer_notice"])
    session.notices.send(notice_id, TODAY)
    listed = {one.paper.kind: one for one in session.claims.checklist(claim_id)}
    assert {"notice", "dunning"} <= {kind for kind, one in listed.items() if one.made}
    assert session.claims.claim(claim_id).row.papers == 5


def test_letters_and_notices_are_bound_in(session: CompanySession, tmp_path: Path) -> None:
    claim_id = opened(session)
    run = session.dunning.draft(session.dunning.preview(TODAY))
    session.dunning.mark_sent(run.letter_ids, TODAY, Channel.LETTER)
    number = session.dunning.letter(run.letter_ids[0]).letter.number
    draft = session.notices.draft(1, 1, "overdue")
    notice_id = min(session.notices.save(draft.record).touched["insurer_notice"])
    session.notices.send(notice_id, TODAY, "N-77")
    told = session.claims.pack(claim_id, tmp_path / "p.pdf", "zh")
    assert told.separate == ()
    pages = texts(told.path)
    assert sum(number in text for text in pages) >= 3  # the log, the sheet before it, the letter
    [notice] = [one for one in session.claims.checklist(claim_id) if one.paper.kind == "notice"]
    assert len(notice.files) == 1  # as it was sent, and not made once more
    assert any("N-77" in text for text in pages)


def test_files_of_the_ledger_are_taken_from_where_they_are(session: CompanySession) -> None:
    claim_id = opened(session)
    session.collection.attach("document", 1, "发票A.pdf", pdf("Invoice A"))
    session.collection.attach("customer", 1, "合同.pdf", pdf("Contract"))
    kept = {one.name: one.id for one in session.claims.kept_files(claim_id)}
    assert set(kept) == {"发票A.pdf", "合同.pdf"}
    session.claims.take(paper(session, claim_id, "contract"), [kept["合同.pdf"]])
    session.claims.take(paper(session, claim_id, "contract"), [kept["合同.pdf"]])
    [listed] = [one for one in session.claims.checklist(claim_id) if one.paper.kind == "contract"]
    assert (listed.there, [one.name for one in listed.files]) == (True, ["合同.pdf"])
    session.history.undo()
    with pytest.raises(DomainError, match=r"claim\.no_files"):
        session.claims.take(paper(session, claim_id, "contract"), [])


def test_a_file_attached_makes_its_paper_there(session: CompanySession) -> None:
    claim_id = opened(session)
    before = session.claims.claim(claim_id).row.papers
    session.claims.attach(paper(session, claim_id, "transport"), "a.png", picture())
    attaching(session, claim_id)("contract", "b.pdf", pdf("b"))
    assert session.claims.claim(claim_id).row.papers == before + 2
    with pytest.raises(DomainError, match=r"attachment\.no_owner"):
        session.collection.attach("claim_paper", 999, "c.pdf", pdf("c"))


def test_files_kept_with_what_the_program_keeps_go_with_it(session: CompanySession) -> None:
    claim_id = opened(session)
    session.collection.attach("limit_decision", 1, "批复.pdf", pdf("Granted"))
    session.collection.attach("insurance_policy", 1, "保单.pdf", pdf("Policy"))
    listed = {one.paper.kind: one for one in session.claims.checklist(claim_id)}
    assert [one.name for one in listed["limit_decision"].files] == ["批复.pdf"]
    assert "policy" not in listed
    session.claims.save_paper(ClaimPaper(claim_id, "policy"))
    listed = {one.paper.kind: one for one in session.claims.checklist(claim_id)}
    assert [one.name for one in listed["policy"].files] == ["保单.pdf"]
