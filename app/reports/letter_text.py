"""From facts and a template to a letter in words, and from that to plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from app.domain.letter_facts import LetterFacts
from app.domain.letter_marks import one_line, parts, plain
from app.domain.letter_paper import (
    AmountBlock,
    ComposedLetter,
    LetterBlock,
    PairsBlock,
    PaperTable,
    Paragraph,
    SignatureBlock,
    TemplateText,
)
from app.domain.problem import Problem, Severity
from app.reports.letter_blocks import blocks_of
from app.reports.letter_values import letter_day, name_of, values
from app.reports.letterhead import heading
from app.words import say
from app.words.formats import amount

_STAGE = re.compile(r"(.+?)（([^（）]+)）")
_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
_AGREEMENTS = frozenset({"plan_agreement"})
_GAP = "　"


class Engine(Protocol):
    """Fills the fields of a text."""

    def render(self, text: str, values: Mapping[str, object]) -> str:
        """The text with its fields filled; ``DomainError`` saying line and column where it cannot be."""


def words_of(facts: LetterFacts, texts: TemplateText, engine: Engine) -> TemplateText:
    """The template filled in, its marks still in it: what is kept with a letter that was sent."""
    given = values(facts, facts.letter.language)
    return TemplateText(
        one_line(engine.render(texts.subject, given)),
        engine.render(texts.body, given),
        engine.render(texts.message, given),
        texts.shipped,
    )


def composed(facts: LetterFacts, words: TemplateText) -> ComposedLetter:
    """The letter as it will read."""
    letter, company, customer = facts.letter, facts.company, facts.customer
    lang = letter.language
    number, theirs = plain(letter.number), name_of(customer.name, customer.name_en, lang)
    title, stage = _titled(words.subject, lang)
    ours = name_of(company.name, company.name_en, lang)
    mail = _mail_address(facts)
    return ComposedLetter(
        letter_id=letter.id,
        customer_id=customer.id,
        customer=theirs,
        template=letter.template,
        language=lang,
        currency=letter.currency,
        number=number,
        on=letter.run_on,
        subject=say("letter.mail_subject", lang, subject=words.subject, number=number, company=ours),
        title=title,
        stage=stage,
        reference=say("letter.reference", lang, number=number),
        heading=heading(company, lang),
        addressee=_addressee(facts, lang),
        day=letter_day(letter.run_on, lang) or "",
        blocks=tuple(_blocks(facts, words.body, lang)),
        message=one_line(words.message),
        foot=say("letter.foot", lang, title=title, number=number),
        running=say("letter.running", lang, title=title, number=number, customer=theirs),
        sender=ours,
        sender_email=company.email.strip() if _ADDRESS.fullmatch(company.email.strip()) else "",
        to=mail,
        to_name=plain(facts.contact.name)
        if facts.contact and facts.contact.email.strip() == mail
        else theirs,
        logo=facts.logo,
        seal=facts.seal,
        problems=tuple(_lacking(facts, mail, theirs)),
    )


def _titled(subject: str, lang: str) -> tuple[str, str]:
    """催款函（第二次） as title and stage; an English subject is all title."""
    found = _STAGE.fullmatch(subject) if lang == "zh" else None
    return (found[1], found[2]) if found else (subject, "")


def _addressee(facts: LetterFacts, lang: str) -> tuple[str, ...]:
    """Whom it is for: the full name; on English letters person and address too; nobody on an agreement."""
    customer = facts.customer
    if facts.letter.template in _AGREEMENTS:
        return ()
    theirs = name_of(customer.name, customer.name_en, lang)
    if lang == "zh":
        return (say("letter.addressee", lang, customer=theirs),)
    address = [plain(line) for line in customer.address.splitlines()] if customer.address else []
    contact = plain(facts.contact.name) if facts.contact else ""
    return tuple(filter(None, (theirs, contact, *address)))


def _blocks(facts: LetterFacts, body: str, lang: str) -> list[LetterBlock]:
    """Paragraphs and whole parts in the order the template has them."""
    indent = lang == "zh" and facts.letter.template not in _AGREEMENTS
    found: list[LetterBlock] = []
    for part in parts(body):
        if isinstance(part, str):
            found += blocks_of(facts, lang, part)
        else:
            found.append(Paragraph(part.spans, indent=indent))
    return found


def _mail_address(facts: LetterFacts) -> str:
    """The contact's address, else the customer's, if it is one."""
    for given in (facts.contact.email if facts.contact else "", facts.customer.email):
        if _ADDRESS.fullmatch(given.strip()):
            return given.strip()
    return ""


def _lacking(facts: LetterFacts, mail: str, customer: str) -> list[Problem]:
    """What the reader will miss."""
    found = []
    if facts.account is None or not facts.account.number:
        found.append(Problem("letter.no_bank", severity=Severity.WARNING))
    if not mail and facts.letter.channel == "email":
        found.append(Problem("letter.no_email", {"customer": customer}, Severity.WARNING))
    return found


def plain_text(letter: ComposedLetter) -> str:
    """The whole letter as text: for the body of an e-mail, and for reading it where no paper is drawn."""
    if letter.language == "zh":
        head = [letter.title + (f"（{letter.stage}）" if letter.stage else "") + _GAP + letter.reference]
    else:
        head = [f"{letter.title} ({letter.reference})"]
    texts = ["\n".join([*head, *([""] if letter.addressee else []), *letter.addressee[:1]])]
    texts += [text for block in letter.blocks if (text := _as_text(block, letter))]
    return "\n\n".join(texts) + "\n"


def _as_text(block: LetterBlock, letter: ComposedLetter) -> str:
    """One block as lines; a slip stays on paper."""
    match block:
        case Paragraph():
            return (_GAP * 2 if block.indent else "") + block.text
        case PaperTable():
            return _table_text(block)
        case AmountBlock():
            inline = " ".join(f"{label} {value}" for label, value in block.inline)
            return "\n".join(filter(None, (inline, *_pairs(block.lines, letter))))
        case PairsBlock():
            return "\n".join(_pairs(block.pairs, letter))
        case SignatureBlock():
            person = (block.signer, block.role)
            named = (block.name, *person[::-1]) if block.right else (*person, block.name)
            lines = (block.closing, *named, block.day)
            parties = (
                f"{name}\n" + "\n".join(f"{line} ____________" for line in lines)
                for name, lines in block.parties
            )
            return "\n".join(filter(None, (*lines, *parties)))
        case _:
            return ""


def _pairs(pairs: tuple[tuple[str, str], ...], letter: ComposedLetter) -> list[str]:
    colon = "：" if letter.language == "zh" else ": "
    return [f"{label.replace(_GAP, '')}{colon}{value}" for label, value in pairs]


def _table_text(table: PaperTable) -> str:
    """The rows with tabs between the cells, which every program keeps."""
    lines = [tuple(column.title for column in table.columns), *table.rows, *table.extra, *table.totals]
    return "\n".join("\t".join(line).rstrip("\t") for line in lines)


def page_sums(table: PaperTable, start: int, stop: int, title: str) -> tuple[str, ...]:
    """A row of sums over part of a table."""
    cells = [title] + [""] * (len(table.columns) - 1)
    for at, column in enumerate(table.summed):
        cells[column] = amount(sum(row[at] for row in table.sums[start:stop]), table.exponent)
    return tuple(cells)
