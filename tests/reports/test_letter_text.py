"""Every shipped letter in both languages, with all there is to say and with hardly anything."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.amount_words import english, renminbi
from app.domain.letter_facts import LetterFacts
from app.domain.letter_fields import BLOCK, FIELDS, LIST_KEYS, TEMPLATES
from app.domain.letter_paper import AmountBlock, PaperTable, Paragraph, SignatureBlock, TemplateText
from app.reports.letter_text import plain_text
from app.reports.letter_values import values
from app.words import LANGUAGES
from tests.reports.letters import COMPANY, ENGINE, FOREIGN, SHIPPED, bare, full, made
from tests.reports.samples import HOSTILE

LADDER = ("reminder", "second", "formal", "final", "hand_over")
WORDS = json.loads((Path(__file__).parents[1] / "oracles/amount_in_words.json").read_text("utf-8"))
WAIVER = {"zh": "不构成对逾期付款违约金、利息及其他权利的放弃", "en": "not a waiver of late-payment interest"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("make", [full, bare])
def test_it_renders_with_all_and_with_little(template: str, language: str, make: object) -> None:
    letter = made(make(template, language))  # type: ignore[operator]
    text = plain_text(letter)
    assert letter.title
    assert letter.message
    for trace in ("None", "{{", "{%", "（）", "  ", "()", " ,", "\x02", "\x0e"):
        assert trace not in text, trace
        assert trace not in letter.message, trace


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", [*TEMPLATES])
def test_shipped_words_pass_their_own_check(template: str, language: str) -> None:
    from app.services.letter_templates import TemplateShelf

    shelf = TemplateShelf(None, SHIPPED, ENGINE)  # type: ignore[arg-type]
    assert shelf.check(SHIPPED.text(template, language), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_value_even_in_a_bare_letter(language: str) -> None:
    names = {field.name for field in FIELDS}
    assert set(values(bare("second", language), language)) == names
    filled = values(replace(full("before_due", language), discount=None), language)
    assert set(filled) == names
    plan, claim = values(full("final", language, treatment="claim"), language), full("before_due", language)
    said = {**plan, **{name: value for name, value in values(claim, language).items() if value}}
    empty = {name for name in names if said[name] is None}
    assert empty <= {"disputed", "fee"}, empty
    assert set(said["invoices"][0]) == set(LIST_KEYS["invoices"])  # type: ignore[index]
    assert set(said["plan_parts"][0]) == set(LIST_KEYS["plan_parts"])  # type: ignore[index]
    assert all(field.kind == BLOCK for field in FIELDS if str(said[field.name]).startswith("\x02"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", [*LADDER, "statement", "acknowledgement", "promise_confirmation"])
@pytest.mark.parametrize("treatment", ["", "mention", "claim"])
def test_no_letter_waives_interest(template: str, language: str, treatment: str) -> None:
    assert WAIVER[language] in plain_text(made(full(template, language, treatment=treatment)))
    assert WAIVER[language] in plain_text(made(bare(template, language, treatment=treatment)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_interest_is_a_basis_and_a_daily_amount_not_a_total(template: str, language: str) -> None:
    letter = made(full(template, language))
    text = plain_text(letter)
    assert "30.03" not in text  # the settled total of 10.01 and 20.02
    assert ("75.39" in text) == (template not in {"before_due", "plan_agreement"})


def test_claimed_interest_is_asked_for_and_stays_provisional() -> None:
    facts = full("second", "zh", treatment="claim", fee=50_00)
    letter = made(facts)
    table = next(block for block in letter.blocks if isinstance(block, PaperTable))
    assert table.totals == (
        ("合计", "", "", "", "3,000.00", "30.03"),
        ("催收费用", "", "", "", "50.00", ""),
        ("应付总额", "", "", "", "3,080.03", ""),
    )
    amount = next(block for block in letter.blocks if isinstance(block, AmountBlock))
    assert amount.lines == (
        ("应付本金及利息", "人民币 3,080.03 元"),
        ("大写", "人民币叁仟零捌拾元零叁分"),
    )
    assert "暂计至 2025 年 12 月 31 日" in plain_text(letter)


def test_waived_interest_is_not_spoken_of() -> None:
    text = plain_text(made(full("reminder", "zh", treatment="waive")))
    assert "利息" not in text
    assert "不构成对我司任何权利的放弃" in text


@pytest.mark.parametrize("case", WORDS["amount_in_words"], ids=lambda case: case["amount"])
def test_a_letter_writes_the_amount_as_banks_want_it(case: dict[str, str]) -> None:
    minor = int(case["amount"].replace(".", ""))
    if minor <= 0:
        return
    facts = full("second", "zh", 1)
    facts = replace(facts, items=(replace(facts.items[0], amount=minor),))
    amount = next(block for block in made(facts).blocks if isinstance(block, AmountBlock))
    assert amount.lines[1] == ("大写", case["canonical"])
    assert renminbi(minor) == case["canonical"]


def test_an_english_letter_asks_in_one_sentence() -> None:
    letter = made(full("second", "en"))
    amount = next(block for block in letter.blocks if isinstance(block, AmountBlock))
    assert amount.inline == (("Please pay", "USD 3,000.00"), ("by", "10 January 2026"))
    assert amount.lines == (("In words", english(3_000_00, "USD")),)
    assert letter.addressee == (
        "Meridian Fastening Supply LLC",
        "Ms Alvarez",
        "240 Harbor Street, Suite 6",
        "Savannah, GA 31401, USA",
    )
    assert isinstance(letter.blocks[0], Paragraph)
    assert letter.blocks[0].text == "Dear Ms Alvarez,"
    assert not letter.blocks[0].indent
    assert letter.to == "pay@customer.example"


@pytest.mark.parametrize(
    ("template", "parts"),
    [
        ("formal", ("HT-2025-018", "第 7.2 条", "日万分之三", "中止后续发货", "回执", "异议", "5 日内")),
        (
            "final",
            ("最后一次付款通知", "诉讼", "仲裁", "中小企业款项投诉平台", "2026 年 1 月 10 日前（含当日）"),
        ),
        ("acknowledgement", ("请确认欠款并承诺还款", "签署、盖章")),
        ("statement", ("核对无误", "2026 年 1 月 10 日前（含当日）", "函复")),
        ("plan_agreement", ("甲方（债权人）", "乙方确认", "视为立即到期", "3.45%", "1,008.63")),
        ("hand_over", ("律师", "不构成债权转让通知", "变更收款账户")),
        ("second", ("2025 年 12 月 13 日", "开票后 60 天", "叁仟元整")),
    ],
)
def test_what_the_law_and_good_practice_want_is_said(template: str, parts: tuple[str, ...]) -> None:
    text = plain_text(made(full(template, "zh")))
    for part in parts:
        assert part in text, part


def test_a_statement_never_calls_itself_no_demand_nor_silence_consent() -> None:
    for template in TEMPLATES:
        text = plain_text(made(full(template, "zh")))
        assert "并非催款" not in text
        assert "视为" not in text.replace("视为立即到期", "")


def test_the_regulation_for_small_firms_is_named_only_where_it_applies() -> None:
    plain_case = replace(full("final", "zh"), sme_rules=False)
    assert "中小企业" not in plain_text(made(plain_case))
    unknown = replace(full("final", "zh"), interest=None, sme_rules=False)
    assert "（LPR）" in plain_text(made(unknown))


def test_the_early_discount_is_offered_where_it_applies() -> None:
    text = plain_text(made(full("before_due", "zh")))
    for part in ("2026 年 1 月 5 日前（含当日）付清，可享受 2% 的提前付款折扣", "实付人民币 2,940.00 元"):
        assert part in text
    assert "折扣" not in plain_text(made(replace(full("before_due", "zh"), discount=None)))


def test_the_stage_stands_beside_the_title() -> None:
    letter = made(full("second", "zh"))
    assert (letter.title, letter.stage, letter.reference) == ("催款函", "第二次", "编号 CK-20251231-006")
    assert made(full("second", "en")).title == "Second reminder: payment overdue"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(name: str) -> None:
    facts = full("second", "zh")
    hostile = replace(
        facts,
        customer=replace(facts.customer, name=name),
        items=tuple(replace(item, number=name, contract=name) for item in facts.items),
    )
    letter = made(hostile)
    shown = " ".join("".join(mark for mark in name if mark not in "\x00\x07").split())
    assert letter.addressee == (f"{shown}：",)
    assert shown in letter.message


@pytest.mark.parametrize("template", TEMPLATES)
def test_english_letters_have_no_quotes_of_chinese_width(template: str) -> None:
    """The paper's face sets curly quotes as wide as a Chinese character."""
    text = plain_text(made(full(template, "en", treatment="claim")))
    assert not set(text) & set("‘’“”")


def test_lacking_bank_account_is_said() -> None:
    assert [one.code for one in made(bare("second", "zh")).problems] == ["letter.no_bank"]
    assert made(full("second", "zh")).problems == ()


def test_bold_words_of_a_template_of_ones_own() -> None:
    own = TemplateText("函", "请于 {{ pay_by | strong }}前付。\n\n{{ signature }}", "")
    letter = made(full("second", "zh"), own)
    first, last = letter.blocks
    assert isinstance(first, Paragraph)
    assert [span.text for span in first.spans if span.strong] == ["2026 年 1 月 10 日"]
    assert isinstance(last, SignatureBlock)
    assert last.name == f"{COMPANY.name}（盖章）"


def test_the_chinese_name_serves_where_there_is_no_english_one() -> None:
    facts: LetterFacts = replace(full("second", "en"), customer=replace(FOREIGN, name_en=""))
    assert made(facts).customer == FOREIGN.name
