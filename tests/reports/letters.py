"""Letters with figures that can be followed by eye, full and bare, for tests of words and papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw

from app.adapters.letter_texts import ShippedLetters
from app.adapters.liquid import LiquidEngine
from app.domain.bank import BankAccount
from app.domain.company import Company
from app.domain.customer import Contact, Customer
from app.domain.document import Document, DocumentKind, Promise
from app.domain.letter import Channel, Letter
from app.domain.letter_facts import DiscountOffer, InterestTerms, LetterFacts, LetterItem
from app.domain.letter_paper import ComposedLetter, TemplateText
from app.domain.money import Money
from app.domain.payment_plan import PaymentPlan, PlanPart
from app.domain.problem import Problem
from app.reports.letter_text import composed, words_of

DAY = date(2025, 12, 31)
COMPANY = Company(
    "甬联紧固件（宁波）有限公司",
    "CNY",
    name_en="Yonglian Fasteners (Ningbo) Co., Ltd.",
    identifier="91330299MAYL20121N",
    address="浙江省宁波市海曙区示例路 18 号 315000",
    phone="0574-5550 0120",
    email="accounts@yonglian.example",
    contact="财务部 陈晓岚",
    signer="陈晓岚",
    signer_role="财务部",
)
CHINESE = Customer(
    "青岛海拓船舶配件有限公司", terms="net 60", country="CN", address="青岛市示例路 6 号", id=1
)
FOREIGN = Customer(
    "Meridian Fastening Supply LLC",
    name_en="Meridian Fastening Supply LLC",
    terms="net 60",
    language="en",
    country="US",
    address="240 Harbor Street, Suite 6\nSavannah, GA 31401, USA",
    id=2,
)
ENGINE = LiquidEngine()
SHIPPED = ShippedLetters()


def letter(template: str, language: str, **changes: object) -> Letter:
    """A draft of the day."""
    made = Letter(
        1,
        "CNY" if language == "zh" else "USD",
        "CK-20251231-006",
        template,
        language,
        Channel.LETTER,
        DAY,
        level=2,
        pay_by=date(2026, 1, 10),
        id=6,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def items(count: int = 2, *, late: bool = True) -> tuple[LetterItem, ...]:
    """Invoices of 1,000.00, 2,000.00 … due a day apart."""
    first = DAY - timedelta(days=33 + count) if late else DAY + timedelta(days=3)
    return tuple(
        LetterItem(
            n,
            f"HQ2509-{n:03}",
            first + timedelta(days=n - 60),
            first + timedelta(days=n),
            (DAY - first).days - n,
            n * 1_000_00,
            n * 1_000_00,
            interest=n * 10_01,
            contract="HT-2025-018",
        )
        for n in range(1, count + 1)
    )


def bare(template: str, language: str, **changes: object) -> LetterFacts:
    """A letter about which nothing but the invoice is known."""
    company = Company("甲公司", "CNY")
    customer = Customer("乙公司", id=1)
    return LetterFacts(
        letter(template, language, pay_by=None, level=0, **changes), company, customer, items(1)
    )


def full(template: str, language: str, count: int = 2, **changes: object) -> LetterFacts:
    """A letter about which everything is known."""
    made = letter(template, language, **changes)
    chinese = language == "zh"
    earlier = replace(made, id=1, template="reminder", sent_on=DAY - timedelta(days=18))
    each = tuple(item.interest for item in items(count))
    terms = InterestTerms(
        "contract",
        "第 7.2 条" if chinese else "clause 7.2",
        Decimal("0.03"),
        "day",
        Problem("interest.says.contract", {"rate": "0.03", "period": ("interest.per.day", {})}),
        75_39,
        sum(each),
        Money(40_00, "EUR"),
        each,
    )
    return LetterFacts(
        made,
        COMPANY,
        replace(CHINESE if chinese else FOREIGN, handed_to="lawyer"),
        items(count, late=template != "before_due"),
        contact=Contact(1, "王敏" if chinese else "Ms Alvarez", email="pay@customer.example"),
        account=BankAccount(
            "", made.currency, "宁波江海银行鄞州支行", "6200 0001 2025 1231 006", "XXXXCNBNXXX"
        ),
        previous=(replace(earlier, id=2), earlier),
        interest=terms,
        discount=DiscountOffer(Decimal(2), date(2026, 1, 5), 60_00) if template == "before_due" else None,
        promise=Promise(1, date(2025, 12, 28), date(2026, 1, 15), 100_000_00, made.currency, made_by="王敏"),
        plan=PaymentPlan(1, made.currency, DAY, "HK-20251231-1", Decimal("3.45"), 3),
        parts=tuple(
            PlanPart(1, n, date(2026, n, 28), 1_000_00, 8_63 if n > 1 else 0, id=n) for n in range(1, 4)
        ),
        receipt=Document(1, DocumentKind.RECEIPT, "RC-1", date(2025, 12, 30), made.currency, 50_000_00),
        sme_rules=chinese,
        object_days=5 if chinese else 7,
    )


def made(facts: LetterFacts, texts: TemplateText | None = None) -> ComposedLetter:
    """The letter in words, by the shipped template unless told."""
    shipped = SHIPPED.text(facts.letter.template, facts.letter.language)
    return composed(facts, words_of(facts, texts or shipped, ENGINE))


def seal() -> bytes:
    """A round red seal, clear around it."""
    picture = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((10, 10, 390, 390), outline=(200, 30, 30, 220), width=14)
    pen.regular_polygon((200, 200, 80), 5, fill=(200, 30, 30, 220))
    return _png(picture)


def logo() -> bytes:
    """A wide logo."""
    picture = Image.new("RGB", (360, 120), "#0B6660")
    ImageDraw.Draw(picture).rectangle((30, 30, 120, 90), fill="white")
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()
