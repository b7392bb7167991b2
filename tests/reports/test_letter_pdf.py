"""Letters on paper, read back: what stands on which page, and what hostile text becomes."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.domain.letter_fields import TEMPLATES
from app.domain.letter_paper import Span
from app.reports import eml, letter_pdf
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pictures import readable
from app.reports.rich import rich
from app.words import LANGUAGES
from tests.reports.letters import bare, full, logo, made, seal
from tests.reports.samples import HOSTILE, text_of


def pages(path: Path) -> list[str]:
    return [page.extract_text().replace("\n", "") for page in PdfReader(path).pages]


def test_a_chinese_letter_has_every_part_on_one_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    letter_pdf.write([made(full("formal", "zh"))], path)
    (text,) = pages(path)
    for part in (
        "甬联紧固件（宁波）有限公司", "统一社会信用代码 91330299MAYL20121N", "0574-5550 0120",
        "催款函", "正式", "编号 CK-20251231-006", "青岛海拓船舶配件有限公司：", "发票号", "逾期天数",
        "HQ2509-001", "2025-11-27", "34", "合计", "3,000.00", "应付金额", "人民币叁仟元整",
        "2026 年 1 月 10 日", "户　名", "开户行", "宁波江海银行鄞州支行", "6200 0001 2025 1231 006",
        "（盖章）", "2025 年 12 月 31 日", "沿虚线裁下", "回　执", "对应编号 CK-20251231-006", "签收人",
        "第 1 页，共 1 页",
    ):  # fmt: skip
        assert part in text, part


def test_an_english_letter_has_every_part(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    letter_pdf.write([made(full("reminder", "en"))], path)
    text = " ".join(text_of(path).split())
    for part in (
        "Yonglian Fasteners (Ningbo) Co., Ltd.", "Meridian Fastening Supply LLC", "240 Harbor Street",
        "31 December 2025", "Our ref. CK-20251231-006", "First reminder: payment overdue",
        "Dear Ms Alvarez,", "Outstanding (USD)", "USD 3,000.00", "10 January 2026",
        "USD three thousand only", "SWIFT", "Yours sincerely,", "Page 1 of 1",
    ):  # fmt: skip
        assert part in text, part


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_letter_draws(tmp_path: Path, template: str, language: str) -> None:
    path = tmp_path / "a.pdf"
    letter_pdf.write([made(full(template, language)), made(bare(template, language))], path)
    reader = PdfReader(path)
    assert len(reader.outline) == 2
    assert 2 <= len(reader.pages) <= 4


def test_a_long_letter_carries_its_sums(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    letter_pdf.write([made(full("second", "zh", 300))], path)
    read = pages(path)
    assert len(read) > 8
    tables = [text for text in read if "HQ2509-" in text]
    assert all(f"HQ2509-{n:03}" in "".join(tables) for n in range(1, 301))
    carried = 0
    for number, text in enumerate(tables):
        assert "逾期天数" in text
        assert ("承前页" in text) == (number > 0)
        if number:
            assert figure("承前页", text) == carried
        here = [int(n) * 1_000 for n in re.findall(r"HQ2509-(\d{3})", text)]
        if "本页小计" in text:
            assert figure("本页小计", text) == sum(here)
        carried += sum(here)
    assert f"{carried:,}.00" in tables[-1]
    assert carried == 300 * 301 // 2 * 1_000
    assert f"第 {len(read)} 页，共 {len(read)} 页" in read[-1]
    assert "回　执" in read[-1]
    assert not any("回　执" in text for text in read[:-1])


def figure(label: str, text: str) -> int:
    found = re.search(label + r"\s*([\d,]+)\.00", text)
    assert found is not None
    return int(found[1].replace(",", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_comes_out_as_text(tmp_path: Path, language: str) -> None:
    facts = full("final", language, len(HOSTILE))
    names = [name for name in HOSTILE if name.isascii() and len(name) < 50 and name.isprintable()]
    hostile = replace(
        facts,
        customer=replace(facts.customer, name=HOSTILE[0] + "长" * 200, name_en=HOSTILE[1] + " W" * 100),
        company=replace(facts.company, name=HOSTILE[2], name_en=HOSTILE[2], address=HOSTILE[5] * 9),
        items=tuple(replace(each, number=name) for each, name in zip(facts.items, HOSTILE, strict=True)),
    )
    path = tmp_path / "a.pdf"
    letter_pdf.write([made(hostile)], path)
    text = "".join(pages(path)).replace(" ", "")
    for name in names:
        assert name.replace(" ", "") in text, name
    assert ("长" * 60 if language == "zh" else "W" * 60) in text
    assert "Łódź" in "".join(pages(path))
    assert "\x00" not in text


def test_logo_and_seal_stand_in_the_file_once(tmp_path: Path) -> None:
    facts = replace(full("second", "zh"), logo=logo(), seal=seal())
    alone, many = tmp_path / "a.pdf", tmp_path / "b.pdf"
    letter_pdf.write([made(facts)], alone)
    letter_pdf.write([made(facts)] * 5, many)
    forms = {
        name
        for page in PdfReader(many).pages
        for name in page["/Resources"]["/XObject"]  # type: ignore[index]
    }
    assert len(forms) == 2
    assert many.stat().st_size < 2 * alone.stat().st_size


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nrubbish", b"\xff\xd8\xffrubbish", seal()[:200]]
)
def test_a_picture_nobody_can_read_is_left_out(tmp_path: Path, data: bytes) -> None:
    assert not readable(data)
    path = tmp_path / "a.pdf"
    letter_pdf.write([made(replace(full("second", "zh"), logo=data, seal=data))], path)
    assert len(PdfReader(path).pages) == 1


@pytest.mark.parametrize(
    "name", ["CON", "a/b\\c:*?", "长" * 200, "", "..", '<img src="x">', "a\x00b", "شركة", "x. "]
)
def test_files_have_names_every_system_takes(tmp_path: Path, name: str) -> None:
    facts = full("second", "zh", number=name)
    letter = made(replace(facts, customer=replace(facts.customer, name=name)))
    written = letter_pdf.write_each([letter, letter], tmp_path)
    assert len({path.name for path in written}) == 2
    for path in written:
        assert path.parent == tmp_path
        assert not set(path.name) & set('/\\:*?"<>|\x00')
        assert len(path.name.encode()) <= 255
        assert path.stem.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL"}


def test_a_draft_opens_unsent_with_its_paper(tmp_path: Path) -> None:
    (path,) = eml.write_drafts([made(full("second", "zh"))], tmp_path)
    mail = message_from_bytes(path.read_bytes(), policy=SMTP)
    assert mail["X-Unsent"] == "1"
    assert mail["X-Uniform-Type-Identifier"] == "com.apple.mail-draft"
    assert mail["To"].addresses[0].addr_spec == "pay@customer.example"
    assert mail["To"].addresses[0].display_name == "王敏"
    assert mail["From"].addresses[0].display_name == "甬联紧固件（宁波）有限公司"
    assert mail["Subject"] == "催款函（第二次） CK-20251231-006（甬联紧固件（宁波）有限公司）"
    body, paper = mail.iter_parts()
    assert "2026 年 1 月 10 日前（含当日）" in body.get_content()
    assert paper.get_content_type() == "application/pdf"
    assert paper.get_filename() == path.with_suffix(".pdf").name
    assert paper.get_content().startswith(b"%PDF")
    raw = path.read_bytes()
    assert raw.isascii()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))


@pytest.mark.parametrize(
    ("name", "address", "kept"),
    [
        ("x\r\nBcc: all@evil.example", "pay@customer.example", True),
        ('"<evil@evil.example>"', "pay@customer.example", True),
        ("王", "one@a.example, two@b.example", False),
        ("王", "pay@customer.example\r\nBcc: x@y.example", False),
        ("王", "not an address", False),
        ("王", "付款@公司.example", False),
        ("😀" * 80, "pay@customer.example", True),
    ],
)
def test_no_name_or_address_adds_a_recipient(tmp_path: Path, name: str, address: str, kept: bool) -> None:
    facts = full("second", "en")
    assert facts.contact is not None
    contact = replace(facts.contact, name=name, email=address)
    (path,) = eml.write_drafts([made(replace(facts, contact=contact))], tmp_path)
    mail = message_from_bytes(path.read_bytes(), policy=SMTP)
    assert mail["Bcc"] is None
    found = [each.addr_spec for each in mail["To"].addresses] if mail["To"] else []
    assert found == (["pay@customer.example"] if kept else [])


def test_short_texts_are_files_to_copy_from(tmp_path: Path) -> None:
    letter = made(full("second", "zh"))
    (path,) = eml.write_texts([letter], tmp_path)
    assert path.read_text("utf-8") == letter.message + "\n"


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(alphabet="款 ab。，（\n龖Ł-", max_size=40), st.booleans()), min_size=1, max_size=5
    ),
    st.floats(min_value=40, max_value=200),
)
def test_set_paragraphs_lose_no_letter_and_keep_to_the_measure(
    pieces: list[tuple[str, bool]], measure: float
) -> None:
    spans = [Span(text, strong) for text, strong in pieces]
    lines = [line for block in rich(spans, measure, 10, 16, first=20) for line in block.lines]
    said = "".join(span.text for line in lines for span in line)
    assert said.replace(" ", "") == "".join(text for text, _ in pieces).replace(" ", "").replace("\n", "")
    for number, line in enumerate(lines):
        wide = sum(width(span.text, BOLD if span.strong else REGULAR, 10) for span in line)
        one = len("".join(span.text for span in line)) == 1
        assert one or wide <= measure - (20 if number == 0 else 0) + 0.01
