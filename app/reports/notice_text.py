"""From the facts of a notice and its template to a letter in words, and to the plain text that is edited.

In the text to edit, a whole part of the paper (the table of invoices) is one line in brackets; every
other line is words and never read as Liquid.
"""

from __future__ import annotations

import re

from app.domain.letter_marks import block, one_line, parts, plain
from app.domain.letter_paper import ComposedLetter, LetterBlock, Paragraph, Span, TemplateText
from app.domain.notice import NoticeKind
from app.domain.notice_facts import NoticeFacts
from app.domain.notice_fields import NOTICE_BLOCKS
from app.domain.problem import Problem, Severity
from app.reports.letter_text import Engine
from app.reports.letter_values import letter_day, name_of
from app.reports.letterhead import heading
from app.reports.notice_blocks import blocks_of
from app.reports.notice_values import values
from app.words import LANGUAGES, say

_ADDRESS = re.compile(r"[^@\s,;<>（）()：:，；]+@[^@\s,;<>（）()，；]+\.[A-Za-z0-9-]+")
_BREAK = re.compile(r"\n[ \t\u3000]*\n\s*")
_MOST_LINE = 4000
_NEED_INVOICES = frozenset({NoticeKind.OVERDUE, NoticeKind.REJECTION})
_NEED_FACTS = frozenset({NoticeKind.ADVERSE, NoticeKind.INSOLVENCY, NoticeKind.REJECTION})


def words(facts: NoticeFacts, texts: TemplateText, engine: Engine, lang: str) -> str:
    """The template filled in as text to edit: title, empty line, paragraphs and parts."""
    given = values(facts, lang)
    found = [one_line(engine.render(texts.subject, given))]
    found += (
        say(f"notice.part.{part}", lang) if isinstance(part, str) else part.text
        for part in parts(engine.render(texts.body, given), NOTICE_BLOCKS)
    )
    return "\n\n".join(found) + "\n"


def composed(facts: NoticeFacts, text: str, lang: str) -> ComposedLetter:
    """The letter as it will read by a text that ``words`` gave and a person may have changed."""
    title, body = _read(text)
    company, record = facts.company, facts.policy.record
    ours, insurer = name_of(company.name, company.name_en, lang), plain(record.insurer)
    mail = _mail_address(record.contact)
    buyer = name_of(facts.customer.name, facts.customer.name_en, lang)
    return ComposedLetter(
        letter_id=facts.record.id,
        customer_id=facts.customer.id,
        customer=buyer,
        template=f"notice_{facts.kind}",
        language=lang,
        currency=facts.record.currency,
        number=facts.number,
        on=facts.on,
        subject=say("letter.mail_subject", lang, subject=title, number=facts.number, company=ours),
        title=title,
        stage="",
        reference=say("letter.reference", lang, number=facts.number),
        heading=heading(company, lang),
        addressee=_addressee(facts, insurer, lang),
        day=letter_day(facts.on, lang) or "",
        blocks=tuple(_blocks(facts, body, lang)),
        message="",
        foot=say("letter.foot", lang, title=title, number=facts.number),
        running=say("letter.running", lang, title=title, number=facts.number, customer=buyer),
        sender=ours,
        sender_email=_mail_address(company.email),
        to=mail,
        to_name=insurer,
        logo=facts.logo,
        seal=facts.seal,
        problems=tuple(_lacking(facts, mail, title, body)),
    )


def _read(text: str) -> tuple[str, str]:
    """Title and body of an edited text, its bracketed lines as marks of whole parts."""
    title, _, rest = text.strip().partition("\n")
    names = {say(f"notice.part.{name}", lang): name for name in NOTICE_BLOCKS for lang in LANGUAGES}
    found = []
    for paragraph in _BREAK.split(rest.strip()):
        lines = [plain(line, _MOST_LINE) for line in paragraph.split("\n")]
        name = names.get("".join(lines))
        found.append(block(name) if name else "\n".join(lines))
    return plain(title), "\n\n".join(found)


def _addressee(facts: NoticeFacts, insurer: str, lang: str) -> tuple[str, ...]:
    broker = plain(facts.policy.record.broker)
    through = say("notice.through", lang, broker=broker) if broker else ""
    return tuple(filter(None, (say("notice.to", lang, insurer=insurer), through)))


def _blocks(facts: NoticeFacts, body: str, lang: str) -> list[LetterBlock]:
    """Paragraphs and whole parts in the order of the text."""
    found: list[LetterBlock] = []
    for part in parts(body, NOTICE_BLOCKS):
        if isinstance(part, str):
            found += blocks_of(facts, lang, part)
        else:
            found.append(Paragraph((Span(part.text),), indent=lang == "zh"))
    return found


def _mail_address(text: str) -> str:
    """The first e-mail address in a text, if there is one."""
    found = _ADDRESS.search(text)
    return found[0] if found else ""


def _lacking(facts: NoticeFacts, mail: str, title: str, body: str) -> list[Problem]:
    """What the reader will miss, or the sender has to know."""
    found = []
    if not title or not body.strip():
        found.append(Problem("notice.empty"))
    if facts.late and facts.deadline is not None:
        found.append(Problem("notice.was_late", {"day": facts.deadline.day}, Severity.WARNING))
    if facts.kind in _NEED_INVOICES and not facts.items:
        found.append(Problem("notice.all_paid", severity=Severity.WARNING))
    if facts.kind in _NEED_FACTS and not facts.record.note.strip() and not facts.record.text:
        found.append(Problem("notice.lacks_facts", severity=Severity.WARNING))
    if not mail:
        found.append(Problem("notice.lacks_email", severity=Severity.WARNING))
    return found
