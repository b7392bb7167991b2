from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.problem import EnvironmentFaultError
from app.reports import statement_pdf
from app.words import say
from tests.reports.samples import HOSTILE, section, statement, text_of


def flat(path: Path) -> str:
    return text_of(path).replace("\n", "")


def test_a_chinese_statement_has_every_part(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    statement_pdf.write([statement()], path, "zh")
    text = flat(path)
    for part in (
        "甬联紧固件（宁波）有限公司", "91330299MAYL20121N", "对账单",
        "2025 年 10 月 1 日至 2025 年 12 月 31 日", "DZ-006", "青岛海拓船舶配件有限公司",
        "期初余额", "1,000.00", "HQ25-0002",
        "1,300.00", "人民币壹仟叁佰元整", "已逾期款项", "650.00", "未到期", "逾期 1–30 天",
        "90 天以上", "50.0%", "OP-0", "2025-09-27", "95",
        "宁波江海银行鄞州支行", "6200 0001 2025 1231 006", "（盖章）", "回　执", "沿虚线裁下",
        "签收人", "第 1 页，共",
    ):  # fmt: skip
        assert part in text, part


def test_it_demands_payment_and_reserves_every_right(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    statement_pdf.write([statement()], path, "zh")
    text = flat(path)
    assert "上列已到期款项，请贵司收到本对账单后即予支付" in text
    assert "亦不构成我司对逾期付款违约金、利息及其他权利的放弃" in text
    # Audit wording would weaken the demand; silence proves nothing.
    assert "非催款" not in text
    assert "视为无误" not in text


def test_an_english_statement(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    statement_pdf.write([statement(section("USD"))], path, "en")
    text = text_of(path).replace("\n", " ")
    for part in (
        "Yonglian Fasteners (Ningbo) Co., Ltd.", "Statement of account",
        "1 Oct 2025 to 31 Dec 2025",
        "Meridian Supply LLC", "240 Harbor Street", "Savannah", "USD 1,300.00", "Over 90 days",
        "waives penalties, interest or any other right", "Reply slip", "Page 1 of",
    ):  # fmt: skip
        assert part in text, part
    assert "In words" not in text


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (section(ages=(-5, -10)), "statement.pay_when_due"),
        (section(ages=(5, -10)), "statement.pay_overdue"),
        (section(unapplied=-50_00), "statement.apply_credit"),
    ],
)
def test_the_request_fits_what_is_owed(tmp_path: Path, make: object, code: str) -> None:
    path = tmp_path / "a.pdf"
    statement_pdf.write([statement(make)], path, "zh")  # type: ignore[arg-type]
    assert say(code, "zh") in flat(path)


def test_nothing_owed_and_money_of_theirs(tmp_path: Path) -> None:
    base = section()
    settled = replace(base, opening=0, lines=(), closing=0, buckets=(0,) * 5, items=())
    ours = replace(settled, closing=-300_00, unapplied=-300_00)
    statement_pdf.write([statement(settled)], tmp_path / "a.pdf", "zh")
    statement_pdf.write([statement(ours)], tmp_path / "b.pdf", "zh")
    assert "双方往来已结清" in flat(tmp_path / "a.pdf")
    assert "人民币零元整" in flat(tmp_path / "a.pdf")
    assert "6200 0001" not in flat(tmp_path / "a.pdf")
    assert "贵司贷方余额" in flat(tmp_path / "b.pdf")
    assert "人民币 300.00 元" in flat(tmp_path / "b.pdf")


def test_long_statements_run_on_with_subtotals(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    statement_pdf.write([statement(section(movements=120), section("USD", movements=2))], path, "zh")
    pages = [page.extract_text() for page in PdfReader(path).pages]
    text = "\n".join(pages)
    assert all(f"HQ25-{n:04}" in text for n in range(120))
    assert text.count("本页小计") >= 3
    assert text.count("本期合计与期末余额") == 2
    assert "美元 USD" in text
    assert all(f"第 {n} 页，共 {len(pages)} 页" in page for n, page in enumerate(pages, 1))
    assert "回　执" in pages[-1]
    assert all("对账单 DZ-006" in page for page in pages[1:])


def test_a_batch_numbers_each_statement_from_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    heard: list[int] = []
    batch = [statement(name=f"客户{n}", number=f"DZ-{n}") for n in range(3)]
    statement_pdf.write(batch, path, "zh", heard.append)
    reader = PdfReader(path)
    assert text_of(path).count("第 1 页，共 ") == 3
    assert [entry.title for entry in reader.outline] == [  # type: ignore[union-attr]
        each.customer.name for each in batch
    ]
    assert heard == [1, 2, 3]


def test_one_file_each_never_over_another(tmp_path: Path) -> None:
    batch = [statement(name="甲/乙"), statement(name="甲/乙"), statement(name="丙")]
    written = statement_pdf.write_each(batch, tmp_path, "zh")
    assert [path.name for path in written] == [
        "对账单 甲 乙 2025-12-31.pdf",
        "对账单 甲 乙 2025-12-31 (2).pdf",
        "对账单 丙 2025-12-31.pdf",
    ]
    assert sorted(written) == sorted(tmp_path.iterdir())


def test_stopping_half_way_leaves_no_file(tmp_path: Path) -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        statement_pdf.write([statement()] * 3, tmp_path / "a.pdf", "zh", stop)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_customers_get_their_statement(tmp_path: Path, name: str, lang: str) -> None:
    base = statement(name=name)
    hostile = replace(base, customer=replace(base.customer, name_en=name, address=name), number=name[:40])
    written = statement_pdf.write_each([hostile], tmp_path, lang)
    text = flat(written[0])
    plain = "".join(mark for mark in name if mark.isprintable()).replace("😀", "□")
    assert plain.replace(" ", "") in text.replace(" ", "") or "\u0590" <= name[0] <= "\u08ff"
    assert not any(page.images for page in PdfReader(written[0]).pages)


def test_a_place_that_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError):
        statement_pdf.write([statement()], tmp_path / "none" / "a.pdf", "zh")


def test_faces_travel_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    statement_pdf.write([statement()], path, "zh")
    for font in PdfReader(path).pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()
