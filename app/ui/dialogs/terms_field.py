"""Payment terms typed freely: what they mean is said below while one types, what is wrong on leaving."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.problem import DomainError
from app.domain.terms import describe
from app.domain.terms_text import parse_terms
from app.ui.faults import sentence
from app.words import say

if TYPE_CHECKING:
    from app.domain.terms import Terms
    from app.ui.widgets.form_field import FormField


def explain(terms: Terms, lang: str) -> str:
    """What terms say, in words: "30% paid in advance, 70% 60 days from the invoice date"."""
    said: list[str] = []
    share = ""
    for code, params in describe(terms):
        if code == "terms.share":
            share = say(code, lang, **params) + " "
        else:
            said.append(share + say(code, lang, **params))
            share = ""
    return ("；" if lang == "zh" else ", ").join(said)


def terms_problem(text: str, lang: str) -> str:
    """What is wrong with typed terms, "" for nothing (none at all is due on receipt)."""
    try:
        parse_terms(text)
    except DomainError as error:
        return sentence(error, lang)
    return ""


@lru_cache(maxsize=256)
def meaning(text: str, lang: str) -> str:
    """What typed terms mean, "" while they cannot be read or there are none."""
    if not text.strip():
        return ""
    try:
        return explain(parse_terms(text), lang)
    except DomainError:
        return ""


def explain_live(field: FormField, title: str, lang: str) -> None:
    """Keep the meaning of the terms typed into a field below it."""
    control = field.control
    if not isinstance(control, QLineEdit):
        return

    def say_meaning() -> None:
        field.set_text(title, meaning(control.text(), lang))

    control.textChanged.connect(say_meaning)
    say_meaning()
