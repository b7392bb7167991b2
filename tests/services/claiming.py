"""A company with an insured buyer who does not pay, and the claim about it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.bootstrap.session import compose
from app.domain.activity import Activity, ActivityKind, ActivityResult
from app.domain.claim_state import ClaimState
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Allocation, Document, DocumentKind
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import Cause, PolicyTerms
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
TERMS = PolicyTerms(
    waiting_days=90, max_extension_days=60, aggregate_first_loss=50_00, max_liability=100_000_00
)
_RECORD = InsurancePolicy("大地", "DZ", date(2024, 1, 1), date(2025, 12, 31), "CNY", "", state="active")
_FIRST = date(2024, 1, 1)


def insured(path: Path, terms: PolicyTerms = TERMS) -> CompanySession:
    """A file with two open invoices (A, B), two that were paid, one of them very late, a limit and a call."""
    create_company(path, Company("恒信", "CNY", name_en="Hengxin"), clock=FixedClock(TODAY), actor="test")
    store = open_company(path, clock=FixedClock(TODAY), actor="test")
    late = date(2024, 9, 30) + timedelta(75)
    Ledger(
        [Customer("重庆渝驰", code="C1", name_en="Yuchi")],
        [
            invoice(date(2025, 5, 1), 1000_00, date(2025, 6, 30), number="A"),
            invoice(date(2025, 6, 1), 2000_00, date(2025, 7, 31), number="B"),
            invoice(date(2024, 8, 1), 300_00, date(2024, 9, 30), number="OLD"),
            Document(1, DocumentKind.RECEIPT, "R1", late, "CNY", 300_00),
            invoice(date(2023, 1, 1), 50_00, date(2023, 2, 1), number="LONG-AGO"),
            Document(1, DocumentKind.RECEIPT, "R0", date(2023, 2, 1), "CNY", 50_00),
        ],
        allocations=[
            Allocation(3, 4, late, 300_00, 300_00),
            Allocation(5, 6, date(2023, 2, 1), 50_00, 50_00),
        ],
    ).write(store)
    session = compose(store, FixedClock(TODAY), store.close)
    session.policies.save(_RECORD, terms)
    session.policies.decide(LimitDecision(1, 1, _FIRST, _FIRST, "granted", "", amount=2500_00))
    session.collection.log(
        Activity(
            1, date(2025, 8, 20), ActivityKind.CALL, ActivityResult.CANNOT_PAY, "王经理", note="回款延期"
        )
    )
    return session


def opened(session: CompanySession, cause: Cause = Cause.DEFAULT) -> int:
    return min(session.claims.open(1, 1, cause).touched["claim"])


def filed(session: CompanySession) -> int:
    claim_id = opened(session)
    session.claims.move(claim_id, ClaimState.READY, TODAY)
    session.claims.move(claim_id, ClaimState.FILED, TODAY)
    return claim_id


def paid(session: CompanySession, amount: int = 2200_00) -> int:
    """A claim that was approved and paid in full."""
    claim_id = filed(session)
    expected = session.claims.calculation(claim_id).payable
    to = ClaimState.APPROVED if amount >= expected else ClaimState.PARTIAL
    session.claims.move(claim_id, to, TODAY, reason="x", amount=amount)
    session.claims.pay(claim_id, TODAY, amount)
    return claim_id


def paper(session: CompanySession, claim_id: int, kind: str) -> int:
    """The id of a paper of the checklist."""
    return next(one.paper.id for one in session.claims.checklist(claim_id) if one.paper.kind == kind)


# -- files of other people ----------------------------------------------------------------------


def pdf(*pages: str, wide: bool = False, turned: int = 0, locked: bool = False) -> bytes:
    """A PDF with a line of text to a page."""
    kept = io.BytesIO()
    size = (842, 595) if wide else (595, 842)
    canvas = Canvas(kept, pagesize=size, encrypt="x" if locked else None)
    for text in pages:
        canvas.drawString(72, 300, text)
        canvas.showPage()
    canvas.save()
    return _turned(kept.getvalue(), turned) if turned else kept.getvalue()


def _turned(data: bytes, by: int) -> bytes:
    kept = io.BytesIO()
    with closing(pypdfium2.PdfDocument(data)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page:
                page.set_rotation(by)
        document.save(kept)
    return kept.getvalue()


def filled_form(text: str) -> bytes:
    """A PDF whose words stand in a field of a form."""
    kept = io.BytesIO()
    canvas = Canvas(kept)
    canvas.acroForm.textfield(name="n", value=text, x=72, y=600, width=200, height=30)
    canvas.showPage()
    canvas.save()
    return kept.getvalue()


def picture(wide: int = 120, high: int = 80, kind: str = "PNG") -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (wide, high), "#cc0000").save(kept, kind)
    return kept.getvalue()


def letter_file() -> bytes:
    """What passes for a word processor's file."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return kept.getvalue()


Attach = Callable[[str, str, bytes], None]


def attaching(session: CompanySession, claim_id: int) -> Attach:
    """Attach a file to a paper of the claim by its kind, as the window does."""

    def attach(kind: str, name: str, data: bytes) -> None:
        session.collection.attach("claim_paper", paper(session, claim_id, kind), name, data)

    return attach
