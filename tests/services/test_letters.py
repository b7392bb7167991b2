"""The letter service over a real file: words of one's own, letters of a run and outside it, files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap.session import compose
from app.domain.bank import BankAccount
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Contact, Customer
from app.domain.document import Dispute, Document, DocumentKind, Promise
from app.domain.letter import Channel, Letter, LetterLine, LetterState, LetterTemplate
from app.domain.letter_paper import AmountBlock, PairsBlock, PaperTable, TemplateText
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.problem import DomainError
from app.services.control import CancelledError
from app.services.letters import LetterDraft, OutputKind
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.words import LANGUAGES, say

DAY = date(2025, 12, 31)
CNY, USD = "CNY", "USD"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    clock = FixedClock(DAY)
    path = tmp_path / "x.holdfast"
    company = Company(
        "甬联紧固件（宁波）有限公司", CNY, name_en="Yonglian Ltd.", bank="甲银行", bank_account="111"
    )
    create_company(path, company, clock=clock, actor="t")
    opened = open_company(path, clock=clock, actor="t")
    with opened.write() as unit:
        unit.add(Customer("青岛海拓船舶配件有限公司", terms="EOM 60", language="zh", currency=CNY))
        unit.add(
            Customer("Meridian LLC", language="en", currency=USD, country="US", email="pay@meridian.example")
        )
        unit.add(Contact(1, "王敏", email="wang@haituo.example"))
        for customer, number, due, currency, amount in (
            (1, "A-1", date(2025, 11, 28), CNY, 152_700_00),
            (1, "A-2", date(2025, 12, 19), CNY, 98_600_00),
            (1, "A-3", date(2026, 1, 10), CNY, 1_000_00),
            (2, "B-1", date(2025, 12, 7), USD, 46_200_00),
        ):
            unit.add(
                Document(
                    customer,
                    DocumentKind.INVOICE,
                    number,
                    due - timedelta(60),
                    currency,
                    amount,
                    due_date=due,
                )
            )
        unit.commit("test.ledger")
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    return compose(store, FixedClock(DAY), lambda: None)


def drafted(store: SqlStore, customer: int = 1, **changes: object) -> int:
    """A draft as a run leaves it, on the customer's overdue invoices."""
    language = "zh" if customer == 1 else "en"
    letter = Letter(
        customer, CNY if customer == 1 else USD, "CK-20251231-001", "second", language, Channel.LETTER, DAY,
        level=2, pay_by=date(2026, 1, 10),
    )  # fmt: skip
    with store.write() as unit:
        letter_id = unit.add(replace(letter, **changes))  # type: ignore[arg-type]
        documents = [
            one for one in unit.find(Document, customer_id=customer) if one.due_date and one.due_date < DAY
        ]
        for one in documents:
            unit.add(LetterLine(letter_id, one.id, 2, one.due_date or DAY, one.amount))
        unit.commit("test.letter")
    return letter_id


def table(session: CompanySession, letter: int | LetterDraft) -> tuple[tuple[str, ...], ...]:
    return next(b for b in session.letters.compose(letter).blocks if isinstance(b, PaperTable)).rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_letters_are_all_there(session: CompanySession, language: str) -> None:
    found = session.letters.templates(language)
    assert len(found) == 11
    assert not any(one.changed for one in found)
    assert all(one.title for one in found)
    assert {one.name for one in session.letters.fields(language)} >= {"customer", "invoice_table", "pay_by"}


def test_own_words_serve_until_they_are_reset(session: CompanySession, store: SqlStore) -> None:
    letters, letter = session.letters, drafted(store)
    own = TemplateText("提醒", "{{ customer }}：请付 {{ total | strong }}。", "请付 {{ total }}")
    change = letters.save_template("second", "zh", own)
    assert letters.template("second", "zh") == replace(own, shipped=False)
    assert [one.code for one in letters.templates("zh") if one.changed] == ["second"]
    assert letters.compose(letter).title == "提醒"
    assert letters.message(letter) == "请付 人民币 251,300.00 元"
    assert change.verb == "letter_template.saved"
    letters.reset_template("second", "zh")
    assert letters.template("second", "zh").shipped
    assert letters.compose(letter).title == "催款函"
    assert store.find(LetterTemplate) == []


def test_shipped_words_saved_unchanged_need_no_row(session: CompanySession, store: SqlStore) -> None:
    letters = session.letters
    letters.save_template("second", "zh", replace(letters.template("second", "zh"), message="短"))
    letters.save_template("second", "zh", letters._shelf._shipped.text("second", "zh"))
    assert store.find(LetterTemplate) == []


def test_wrong_words_are_refused_with_their_place(session: CompanySession) -> None:
    wrong = TemplateText("提醒", "好\n{{ totl }}", "")
    with pytest.raises(DomainError) as caught:
        session.letters.save_template("second", "zh", wrong)
    said = say(caught.value.code, "zh", **caught.value.params)
    assert "正文第 2 行第 4 列" in said
    assert "是否指“total”" in said
    (found,) = session.letters.check(TemplateText("{{ invoice_table }}", "x"))
    assert (found.code, found.where.sheet) == ("template.block_here", "subject")
    assert [one.code for one in session.letters.check(TemplateText("", ""))] == ["template.empty"] * 2


@pytest.mark.parametrize(("code", "language"), [("nothing", "zh"), ("second", "fr")])
def test_only_known_letters_in_known_languages(session: CompanySession, code: str, language: str) -> None:
    with pytest.raises(DomainError):
        session.letters.template(code, language)


def test_a_letter_of_a_run_reads_from_its_lines(session: CompanySession, store: SqlStore) -> None:
    letter = session.letters.compose(drafted(store))
    assert letter.addressee == ("青岛海拓船舶配件有限公司：",)
    assert letter.to == "wang@haituo.example"
    amount = next(block for block in letter.blocks if isinstance(block, AmountBlock))
    assert amount.lines == (
        ("应付金额", "人民币 251,300.00 元"),
        ("大写", "人民币贰拾伍万壹仟叁佰元整"),
    )
    assert "A-3" not in session.letters.preview_text(letter.letter_id)


def test_letters_sent_before_are_named(session: CompanySession, store: SqlStore) -> None:
    first = drafted(store, template="reminder", run_on=date(2025, 12, 13), number="CK-1")
    with store.write() as unit:
        unit.replace(replace(unit.get(Letter, first), state=LetterState.SENT, sent_on=date(2025, 12, 13)))
        unit.commit("test.sent")
    assert "我司已于 2025 年 12 月 13 日就贵司的逾期货款致函提醒" in session.letters.preview_text(
        drafted(store)
    )
    # A letter on other invoices, or a note before the due date, is no reminder of these.
    assert "13 December" not in session.letters.preview_text(drafted(store, 2))


def test_what_was_sent_reads_as_it_was_sent(session: CompanySession, store: SqlStore) -> None:
    letters, letter_id = session.letters, drafted(store)
    subject, body = letters.words([letter_id])[letter_id]
    before = letters.preview_text(letter_id)
    with store.write() as unit:
        sent = replace(
            unit.get(Letter, letter_id), state=LetterState.SENT, sent_on=DAY, subject=subject, body=body
        )
        unit.replace(sent)
        unit.commit("test.sent")
    letters.save_template("second", "zh", TemplateText("别的", "别的文字", ""))
    assert letters.preview_text(letter_id) == before


def test_interest_is_stated_by_basis_and_day(session: CompanySession, store: SqlStore) -> None:
    with store.write() as unit:
        customer = replace(
            unit.get(Customer, 1),
            late_rate=Decimal("0.03"),
            late_rate_period="day",
            late_rate_clause="第 7.2 条",
        )
        unit.replace(customer)
        unit.commit("test.customer")
    text = session.letters.preview_text(drafted(store))
    assert "依据双方合同约定（第 7.2 条），按日万分之三计算" in text
    assert "每日人民币 75.39 元" in text  # 251,300.00 × 0.03 %
    assert "1,866.69" not in text
    claimed = session.letters.preview_text(drafted(store, treatment="claim"))
    for part in ("1,511.73", "354.96", "1,866.69", "人民币 253,166.69 元"):
        assert part in claimed, part
    assert "利息" not in session.letters.preview_text(drafted(store, treatment="waive"))


def test_the_account_follows_the_currency(session: CompanySession, store: SqlStore) -> None:
    def shown() -> list[str]:
        letter = session.letters.compose(drafted(store, 2))
        return [value for b in letter.blocks if isinstance(b, PairsBlock) for _, value in b.pairs]

    assert shown()[:3] == ["Yonglian Ltd.", "甲银行", "111"]
    with store.write() as unit:
        unit.add(BankAccount("美元户", USD, "乙银行", "222", "XXXXCNBN"))
        unit.commit("test.account")
    assert shown()[:4] == ["Yonglian Ltd.", "乙银行", "222", "XXXXCNBN"]
    assert "Account (USD): 222" in session.letters.preview_text(drafted(store, 2))


def test_a_disputed_part_is_left_out_and_said(session: CompanySession, store: SqlStore) -> None:
    with store.write() as unit:
        unit.add(Dispute(1, date(2025, 12, 1), 52_700_00))
        unit.commit("test.dispute")
    text = session.letters.preview_text(LetterDraft(1, "second"))
    assert "100,000.00" in text
    assert "双方正在协商的争议款项人民币 52,700.00 元未计入本函" in text


@pytest.mark.parametrize(
    ("template", "numbers"),
    [
        ("reminder", {"A-1", "A-2"}),
        ("before_due", {"A-3"}),
        ("statement", {"A-1", "A-2", "A-3"}),
        ("acknowledgement", {"A-1", "A-2"}),
        ("thank_you", {"A-1", "A-2", "A-3"}),
    ],
)
def test_a_letter_outside_a_run_speaks_of_what_fits_it(
    session: CompanySession, template: str, numbers: set[str]
) -> None:
    written = session.letters.write(1, template)
    assert {row[0] for row in table(session, written.letter_id)} == numbers
    assert written.change.verb == "letter.written"
    assert session.letters.compose(written.letter_id).number == "CK-20251231-001"
    assert session.letters.compose(LetterDraft(1, template)).number == "CK-20251231-002"


def test_named_invoices_come_before_what_fits(session: CompanySession) -> None:
    assert [row[0] for row in table(session, LetterDraft(1, "reminder", document_ids=(3,)))] == ["A-3"]


def test_a_promise_is_confirmed(session: CompanySession, store: SqlStore) -> None:
    with pytest.raises(DomainError, match=r"letter\.no_promise"):
        session.letters.write(1, "promise_confirmation")
    with store.write() as unit:
        unit.add(Promise(1, DAY, date(2026, 1, 15), 100_000_00, CNY, document_id=2, made_by="王敏"))
        unit.commit("test.promise")
    written = session.letters.write(1, "promise_confirmation")
    text = session.letters.preview_text(written.letter_id)
    assert (
        "贵司王敏就下列未付货款向我司作出付款承诺：于 2026 年 1 月 15 日前（含当日）支付人民币 100,000.00 元"
        in text
    )
    assert [row[0] for row in table(session, written.letter_id)] == ["A-2"]


def test_a_plan_becomes_an_agreement(session: CompanySession, store: SqlStore) -> None:
    with pytest.raises(DomainError, match=r"letter\.no_plan"):
        session.letters.write(1, "plan_agreement")
    with store.write() as unit:
        plan = unit.add(PaymentPlan(1, CNY, DAY, "HK-1", Decimal("3.45"), 3))
        unit.add(PlanItem(plan, 1, 2_000_00))
        unit.add_all(
            [
                PlanPart(plan, 1, date(2026, 1, 31), 1_000_00),
                PlanPart(plan, 2, date(2026, 2, 28), 1_000_00, 5_67),
            ]
        )
        unit.commit("test.plan")
    text = session.letters.preview_text(session.letters.write(1, "plan_agreement").letter_id)
    for part in ("HK-1", "分 2 期", "2026-02-28", "1,005.67", "2025-11-28", "人民币贰仟元整"):
        assert part in text, part


def test_a_receipt_is_thanked_for(session: CompanySession, store: SqlStore) -> None:
    with store.write() as unit:
        unit.add(Document(1, DocumentKind.RECEIPT, "R", date(2025, 12, 30), CNY, 50_000_00))
        unit.commit("test.receipt")
    text = session.letters.preview_text(LetterDraft(1, "thank_you"))
    assert "我司已于 2025 年 12 月 30 日收到贵司支付的货款人民币 50,000.00 元" in text


def test_nothing_to_say_is_said(session: CompanySession) -> None:
    with pytest.raises(DomainError) as caught:
        session.letters.write(1, "reminder", currency="EUR")
    assert caught.value.code == "letter.nothing_open"
    assert "EUR" in say(caught.value.code, "zh", **caught.value.params)


@pytest.mark.parametrize(
    ("kind", "suffixes"),
    [("one_pdf", [".pdf"]), ("pdf_each", [".pdf"] * 2), ("eml", [".eml"] * 2), ("text", [".txt"] * 2)],
)
def test_letters_leave_as_files(
    session: CompanySession, store: SqlStore, tmp_path: Path, kind: str, suffixes: list[str]
) -> None:
    ids = [drafted(store), drafted(store, 2, number="CK-20251231-002")]
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "all.pdf" if kind == "one_pdf" else folder
    files = session.letters.output(ids, target, kind)
    assert [path.suffix for path in files] == suffixes
    assert sorted(folder.iterdir()) == sorted(files)
    if kind == "one_pdf":
        text = "".join(page.extract_text() for page in PdfReader(files[0]).pages)
        assert "青岛海拓船舶配件有限公司" in text
        assert "Meridian LLC" in text
    assert all(one.state is LetterState.DRAFT for one in store.find(Letter))


def test_output_needs_letters_and_a_kind_there_is(session: CompanySession, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match=r"letter\.nobody"):
        session.letters.output([], tmp_path / "a.pdf", OutputKind.ONE_PDF)
    with pytest.raises(DomainError, match=r"letter\.output_kind"):
        session.letters.output([1], tmp_path, "fax")


def test_a_stopped_output_leaves_nothing(session: CompanySession, store: SqlStore, tmp_path: Path) -> None:
    class Stopped:
        def progress(self, done: int, total: int, label: str = "") -> None:
            del done, total, label

        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        session.letters.output([drafted(store)], tmp_path / "a.pdf", "one_pdf", Stopped())
    assert not list(tmp_path.glob("*.pdf"))


def test_composing_many_asks_the_file_few_questions(
    session: CompanySession, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [drafted(store, number=f"CK-{n}") for n in range(6)]
    session.letters.compose_many(ids)
    asked: list[object] = []
    find = SqlStore.find

    def counting(self: SqlStore, kind: type, /, **equals: object) -> list[object]:
        asked.append(kind)
        return find(self, kind, **equals)

    monkeypatch.setattr(SqlStore, "find", counting)
    session.letters.compose_many(ids[:1])
    one = len(asked)
    asked.clear()
    assert len(session.letters.compose_many(ids)) == 6
    assert len(asked) == one


def test_terms_are_named_only_where_the_due_dates_follow_from_them(
    session: CompanySession, store: SqlStore
) -> None:
    letter = drafted(store)
    assert "月结 60 天" not in session.letters.preview_text(letter)
    with store.write() as unit:
        unit.replace(replace(unit.get(Customer, 1), terms="NET 60"))
        unit.commit("test.terms")
    assert "（开票后 60 天）" in session.letters.preview_text(letter)


@pytest.mark.parametrize(
    ("customer", "below", "ours"), [(1, "下列账户", "我司账户"), (2, "below", "our account")]
)
def test_no_account_below_is_spoken_of_where_there_is_none(
    session: CompanySession, store: SqlStore, customer: int, below: str, ours: str
) -> None:
    letter = drafted(store, customer)
    assert below in session.letters.preview_text(letter)
    with store.write() as unit:
        unit.replace(replace(unit.find(Company)[0], bank="", bank_account=""))
        unit.commit("test.account")
    text = session.letters.preview_text(letter)
    assert below not in text
    assert ours in text
