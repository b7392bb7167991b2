"""Every shipped notice in both languages: a closed set of fields, with much to say and with little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.adapters.letter_texts import shipped_text
from app.adapters.liquid import LiquidEngine
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.insurance_deadline import Deadline, Reckoning
from app.domain.insurance_record import InsurancePolicy, InsurerNotice
from app.domain.letter_fields import BLOCK, FIELDS
from app.domain.letter_paper import AmountBlock, ComposedLetter, PairsBlock, PaperTable
from app.domain.money import Money
from app.domain.notice import NoticeItem, NoticeKind
from app.domain.notice_facts import NoticeFacts
from app.domain.notice_fields import NOTICE_BLOCKS, NOTICE_FIELDS, NOTICES
from app.domain.policy import Anchor, Basis, PolicyTerms
from app.domain.policy_period import Policy
from app.reports.letter_text import plain_text
from app.reports.notice_text import composed, words
from app.reports.notice_values import spelt, values
from app.words import LANGUAGES, codes
from tests.reports.samples import HOSTILE

ON = date(2025, 12, 31)
ENGINE = LiquidEngine(NOTICE_FIELDS, {})
RECORD = InsurerNotice(1, 1, "overdue", date(2025, 12, 28), "CNY", 2_513_000, "1,2", lang="zh", id=6)
POLICY = InsurancePolicy(
    "示例保险",
    "DZ-1",
    date(2025, 4, 1),
    date(2026, 3, 31),
    "CNY",
    "",
    broker="示例经纪",
    contact="a@b.example",
)
ITEMS = (
    NoticeItem(1, "HQ-1", date(2025, 9, 1), date(2025, 9, 2), date(2025, 11, 28), "CNY", 2_000_000, 8_000),
    NoticeItem(2, "HQ-2", date(2025, 10, 1), date(2025, 10, 1), date(2026, 1, 9), "CNY", 513_000),
)
LAST = Reckoning(Anchor.DUE, date(2025, 11, 28), 30, 0, Basis.CALENDAR, date(2025, 12, 28), "第 8 条")


def full(kind: str) -> NoticeFacts:
    """A notice with all there is to say."""
    return NoticeFacts(
        replace(RECORD, kind=kind, note="买方资金紧张"),
        "TZ-20251228-006",
        ON,
        Policy(POLICY, PolicyTerms()),
        Company("恒信", "CNY", name_en="Hengxin Ltd", contact="陈晓岚", phone="1", email="ar@h.example"),
        Customer("苏州恒岳", name_en="Hengyue", address="示例路 6 号"),
        "91320500MA1MTXXX0A",
        ITEMS,
        (Money(2_513_000, "CNY"),),
        Money(5_000_000, "CNY"),
        Deadline(date(2025, 12, 28), date(2025, 12, 22), (LAST,)),
        2,
        date(2025, 12, 13),
        replace(RECORD, sent_on=date(2025, 12, 1), reference="NOA-1", id=4),
        "TZ-20251201-004",
    )


def bare(kind: str) -> NoticeFacts:
    """A notice with hardly anything."""
    return NoticeFacts(
        replace(RECORD, kind=kind, documents="", amount=0),
        "TZ-20251228",
        ON,
        Policy(replace(POLICY, broker="", contact=""), PolicyTerms()),
        Company("恒信", "CNY"),
        Customer("苏州恒岳", country=""),
    )


def made(facts: NoticeFacts, lang: str) -> ComposedLetter:
    return composed(facts, words(facts, shipped_text(f"notice_{facts.kind}", lang), ENGINE, lang), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", NOTICES)
def test_shipped_words_use_only_the_fields_there_are(code: str, lang: str) -> None:
    texts = shipped_text(code, lang)
    given = values(full(code.removeprefix("notice_")), lang)
    assert ENGINE.problems(texts.subject, "subject", given, NOTICE_BLOCKS) == []
    assert ENGINE.problems(texts.body, "body", given) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("make", [full, bare])
def test_it_reads_well_with_all_and_with_little(kind: NoticeKind, lang: str, make: object) -> None:
    letter = made(make(kind.value), lang)  # type: ignore[operator]
    text = plain_text(letter)
    assert letter.title
    for trace in ("None", "{{", "{%", "（）", "  ", "()", " ,", "\x02", "\x0e", "〔", "["):
        assert trace not in text, trace


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_is_always_there(lang: str) -> None:
    names = {field.name for field in NOTICE_FIELDS}
    assert set(values(bare("overdue"), lang)) == names
    said = values(full("overdue"), lang)
    assert {name for name in names if said[name] is None} == set()
    assert all(field.kind == BLOCK for field in NOTICE_FIELDS if str(said[field.name]).startswith("\x02"))
    assert {f"notice.part.{name}" for name in NOTICE_BLOCKS} <= codes()


def test_a_field_of_other_letters_is_none_of_a_notices() -> None:
    [found] = ENGINE.problems("{{ bank_account }}", "body", {})
    assert found.code == "template.unknown_field"
    assert "bank_account" in {field.name for field in FIELDS}


def test_the_parts_of_the_paper_stand_where_the_text_has_them() -> None:
    letter = made(full("overdue"), "zh")
    pairs = next(one for one in letter.blocks if isinstance(one, PairsBlock))
    assert ("买方", "苏州恒岳（Hengyue）") in pairs.pairs
    assert ("买方限额", "人民币 50,000.00 元") in pairs.pairs
    table = next(one for one in letter.blocks if isinstance(one, PaperTable))
    assert table.rows[0][0] == "HQ-1（其中争议 80.00）"
    assert (table.rows[0][4], table.rows[1][4]) == ("33", "–")
    amount = next(one for one in letter.blocks if isinstance(one, AmountBlock))
    assert amount.lines[1][1] == "人民币贰万伍仟壹佰叁拾元整"
    assert (letter.to, letter.addressee) == ("a@b.example", ("致：示例保险", "经由：示例经纪"))
    assert [one.code for one in letter.problems] == ["notice.was_late"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_values_come_out_as_text(hostile: str) -> None:
    facts = full("adverse")
    record = replace(facts.policy.record, insurer=hostile, number=hostile, broker=hostile, contact=hostile)
    facts = replace(
        facts,
        policy=Policy(record, facts.policy.terms),
        customer=replace(facts.customer, name=hostile, name_en=hostile, address=hostile),
        record=replace(facts.record, note=hostile),
        identifier=hostile,
    )
    assert plain_text(made(facts, "zh")) == plain_text(made(facts, "zh"))
    edited = composed(facts, f"标题\n\n{hostile}\n\n〔金额〕", "zh")
    assert sum(isinstance(one, AmountBlock) for one in edited.blocks) == 1
    assert "\x02" not in plain_text(edited)


def test_a_text_without_a_title_is_told() -> None:
    assert "notice.empty" in {one.code for one in composed(full("overdue"), "标题", "zh").problems}
    assert "notice.lacks_facts" in {one.code for one in made(bare("adverse"), "en").problems}
    assert "notice.all_paid" in {one.code for one in made(bare("overdue"), "en").problems}
    assert "notice.lacks_email" in {one.code for one in made(bare("adverse"), "en").problems}


def test_other_currencies_have_their_own_words() -> None:
    assert spelt([Money(100_050, "USD")], "zh") == "美元壹仟元零伍角整"
    assert spelt([Money(1000, "JPY")], "zh") == "日元壹仟元整"
    assert spelt([Money(1000, "KWD")], "zh") == ""
    assert spelt([Money(100, "USD"), Money(200, "EUR")], "en") == "USD one only and EUR two only"
