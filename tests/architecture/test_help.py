"""The help is complete: every page, tab and figure has its entry, in both languages, and no link is dead."""

from __future__ import annotations

import re

import pytest

from app.bootstrap.help import help_service
from app.domain.help_topic import HELP, PAGE, Topic, links, said
from app.domain.kpi_catalogue import CATALOGUE
from app.domain.scorecard import GRADES
from app.services.help import GROUPS
from app.ui.pages import PAGES
from app.ui.pages.analysis.page import AnalysisPage
from app.ui.pages.credit.page import CreditPage
from app.ui.pages.credit_rules.page import CreditRulesPage
from app.ui.pages.customers import file as customer_file
from app.ui.pages.health.page import HealthPage
from app.ui.pages.history import _TABS as HISTORY
from app.ui.pages.insurance.page import InsurancePage
from app.ui.pages.reminders.page import TABS as REMINDERS
from app.ui.pages.settings import _TABS as SETTINGS
from app.ui.pages.watch.page import WatchPage
from app.words import say

LANGUAGES = ("zh", "en")
TABS: dict[str, tuple[str, ...]] = {
    **{
        key: tuple(spec.key for spec in page.tabs_of)
        for key, page in (
            ("credit", CreditPage),
            ("credit_rules", CreditRulesPage),
            ("watch", WatchPage),
            ("insurance", InsurancePage),
            ("health", HealthPage),
            ("analysis", AnalysisPage),
        )
    },
    "customers": customer_file.TABS,
    "history": HISTORY,
    "settings": SETTINGS,
    "reminders": REMINDERS,
    "bank": ("lines", "bills", "bring"),
}


def topics(lang: str) -> dict[str, Topic]:
    return {topic.key: topic for topic in help_service().contents(lang)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_and_tab_has_help(lang: str) -> None:
    wanted = {"page.start", *(f"page.{spec.key}" for spec in PAGES)}
    wanted |= {f"page.{key}.{tab}" for key, tabs in TABS.items() for tab in tabs}
    assert not wanted - topics(lang).keys()


def test_there_is_no_help_on_a_page_that_is_not_there() -> None:
    known = {"start", *(spec.key for spec in PAGES)}
    for key in topics("en"):
        if key.startswith("page."):
            _, page, *tab = key.split(".")
            assert page in known
            assert not tab or tab[0] in TABS[page], key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_says_meaning_formula_number_remedy_and_trap(lang: str) -> None:
    known = topics(lang)
    assert [key for key in known if key.startswith("kpi.")].__len__() == len(CATALOGUE)
    for one in CATALOGUE:
        topic = known[f"kpi.{one.key}"]
        kinds = [piece.kind for piece in topic.pieces]
        assert kinds == ["text", "item", "item", "item"], topic.key
        strong = [piece.line[0].strong for piece in topic.pieces[1:]]
        assert all(strong), topic.key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kpi", [one.key for one in CATALOGUE])
def test_the_formula_of_a_figure_is_the_one_the_window_shows(kpi: str, lang: str) -> None:
    """Word for word, so that a changed formula changes its help."""
    formula, told = say(f"formula.{kpi}", lang), topics(lang)[f"kpi.{kpi}"].plain
    assert formula.casefold().replace(" ", "") in told.casefold().replace(" ", "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_grade_has_its_entry_and_every_figure_is_in_the_overview(lang: str) -> None:
    known = topics(lang)
    assert {f"grade.{grade.value.lower()}" for grade in GRADES} == {
        k for k in known if k.startswith("grade.")
    }
    listed = set(links(known["guide.figures"]))
    assert {f"#kpi.{one.key}" for one in CATALOGUE} == listed


def test_both_languages_are_alike_in_structure() -> None:
    zh, en = topics("zh"), topics("en")
    assert list(zh) == list(en)
    for key, topic in zh.items():
        other = en[key]
        assert [piece.kind for piece in topic.pieces] == [piece.kind for piece in other.pieces], key
        assert list(links(topic)) == list(links(other)), key
        assert topic.title, key
        assert topic.body, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_leads_somewhere(lang: str) -> None:
    known, pages = topics(lang), {spec.key for spec in PAGES}
    for topic in known.values():
        for target in links(topic):
            if target.startswith(HELP):
                assert target.removeprefix(HELP) in known, (topic.key, target)
                continue
            assert target.startswith(PAGE), (topic.key, target)
            page, _, tab = target.removeprefix(PAGE).partition("/")
            assert page in pages, (topic.key, target)
            assert not tab or tab in TABS[page], (topic.key, target)


def test_the_playbook_has_ten_chapters_each_with_something_to_do() -> None:
    for lang in LANGUAGES:
        chapters = help_service().group("playbook", lang)
        assert len(chapters) == 10
        for place, topic in enumerate(chapters, 1):
            assert topic.title.startswith(f"{place} ")
            kinds = [piece.kind for piece in topic.pieces]
            assert "number" in kinds
            assert kinds[-1] == "remark"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_of_the_law_names_its_source_and_is_no_advice(lang: str) -> None:
    law = topics(lang)["playbook.law"].plain
    assert ("not legal advice" if lang == "en" else "不构成法律意见") in law
    assert "2025" in law
    assert "188" in law or "一百八十八" in law


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_keeps_a_mark_of_its_markup(lang: str) -> None:
    for topic in topics(lang).values():
        assert topic.group in GROUPS
        for piece in topic.pieces:
            assert not re.search(r"\*\*|\]\(|^#|\{#", said(piece.line)), topic.key
