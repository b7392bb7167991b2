"""The words of letters: the shipped ones, and the company's own in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.letter import LetterTemplate
from app.domain.letter_fields import BLOCK, BLOCKS, FIELDS, LIST, LIST_KEYS, NUMBER, YES_NO, Field
from app.domain.letter_marks import block
from app.domain.letter_paper import TemplateText
from app.domain.problem import DomainError, Problem, Where

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.letter_ports import ShippedTemplates, TemplateEngine
    from app.services.ports import Store

LANGUAGES = ("zh", "en")
_PARTS = ("subject", "body", "message")


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template in the list; ``title`` is its heading, ``changed`` whether the company has its own."""

    code: str
    language: str
    title: str
    changed: bool


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field a template may use: what to write, what it means, and an example of what it gives.

    ``group`` sorts the list (letter, money, invoices, interest, company, customer, further, block);
    a ``block`` stands for a whole part of the letter, such as the invoice table.
    """

    name: str
    meaning: str
    example: str
    group: str


class TemplateShelf:
    """Templates by code and language; own words are a row, without it the shipped text serves."""

    def __init__(self, store: Store, shipped: ShippedTemplates, engine: TemplateEngine) -> None:
        self._store = store
        self._shipped = shipped
        self._engine = engine

    def all(self, language: str) -> list[TemplateInfo]:
        """Every template in the order of the ladder, then those outside it."""
        self._known(self._shipped.codes()[0], language)
        own = {row.code: row for row in self._store.find(LetterTemplate, language=language)}
        return [
            TemplateInfo(
                code,
                language,
                own[code].subject if code in own else self._shipped.text(code, language).subject,
                code in own,
            )
            for code in self._shipped.codes()
        ]

    def text(self, code: str, language: str) -> TemplateText:
        """The company's own wording, else the shipped one."""
        self._known(code, language)
        row = self._row(code, language)
        if row is None:
            return self._shipped.text(code, language)
        return TemplateText(row.subject, row.body, row.message, shipped=False)

    def check(self, texts: TemplateText, language: str = "zh") -> list[Problem]:
        """What is wrong, at its place: ``where.sheet`` is subject, body or message; row, column from 1."""
        values, found = examples(language), []
        for part in _PARTS:
            text: str = getattr(texts, part)
            if not text.strip() and part != "message":
                said: tuple[str, dict[str, object]] = (f"template.part.{part}", {})
                found.append(Problem("template.empty", {"part": said}, where=Where(part, 1, 1)))
            refused = BLOCKS if part != "body" else ()
            found += self._engine.problems(text, part, values, refused)
        return found

    def save(self, code: str, language: str, texts: TemplateText) -> ChangeSet:
        """Keep own words; refused while something is wrong with them. The shipped ones need no row."""
        self._known(code, language)
        for problem in self.check(texts, language):
            raise DomainError(
                "template.wrong",
                part=(f"template.part.{problem.where.sheet}", {}),
                line=problem.where.row,
                column=problem.where.column,
                why=(problem.code, dict(problem.params)),
            )
        if _same(texts, self._shipped.text(code, language)):
            return self.reset(code, language)
        row = self._row(code, language)
        with self._store.write() as unit:
            words = (texts.subject.strip(), texts.body, texts.message)
            if row is None:
                unit.add(LetterTemplate(code, language, *words))
            else:
                unit.replace(replace(row, subject=words[0], body=words[1], message=words[2]))
            return unit.commit("letter_template.saved", title=words[0])

    def reset(self, code: str, language: str) -> ChangeSet:
        """Back to the shipped words."""
        self._known(code, language)
        with self._store.write() as unit:
            rows = unit.find(LetterTemplate, code=code, language=language)
            unit.remove(LetterTemplate, [row.id for row in rows])
            return unit.commit("letter_template.reset", title=self._shipped.text(code, language).subject)

    def _row(self, code: str, language: str) -> LetterTemplate | None:
        found = self._store.find(LetterTemplate, code=code, language=language)
        return found[0] if found else None

    def _known(self, code: str, language: str) -> None:
        if language not in LANGUAGES:
            raise DomainError("template.language_unknown", language=language)
        if code not in self._shipped.codes():
            raise DomainError("template.unknown", template=code, known=", ".join(self._shipped.codes()))


def _same(one: TemplateText, other: TemplateText) -> bool:
    return all(getattr(one, part).strip() == getattr(other, part).strip() for part in _PARTS)


def fields(language: str) -> list[FieldInfo]:
    """Every field a template may use, in the order of their groups."""
    second = int(language != "zh")
    return [
        FieldInfo(field.name, field.meaning[second], field.example[second], field.group) for field in FIELDS
    ]


def examples(language: str) -> Mapping[str, object]:
    """Every field with the value of its example, for trying a template out."""
    return {field.name: _example(field, int(language != "zh")) for field in FIELDS}


def _example(field: Field, second: int) -> object:
    example = field.example[second]
    match field.kind:
        case str() as kind if kind == BLOCK:
            return block(field.name)
        case str() as kind if kind == NUMBER:
            return int(example)
        case str() as kind if kind == YES_NO:
            return True
        case str() as kind if kind == LIST:
            return [dict.fromkeys(LIST_KEYS[field.name], "1")]
        case _:
            return example
