"""A letter as it will read, before any file is made: who, what, in which order, already in words.

Text in these values is plain: nothing in it is ever markup. The window shows them, the papers draw
them, and the text for a messenger or an e-mail is made from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class TemplateText:
    """The words of a letter in Liquid: heading, letter, and the short text for a messenger."""

    subject: str
    body: str
    message: str = ""
    shipped: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph; ``strong`` is set in bold."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``indent`` sets its first line in by two characters, ``note`` small and grey."""

    spans: tuple[Span, ...]
    indent: bool = False
    note: bool = False

    @property
    def text(self) -> str:
        """The words without their weight."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of a table; ``share`` of the measure in thousandths, figures stand right."""

    title: str
    share: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rows of a table as they read, and in ``sums`` the minor units of its amount columns per row.

    ``summed`` names the columns that have sums; ``totals`` are the last rows, in bold, ``extra`` rows
    before them that no subtotal counts.
    """

    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, ...], ...] = ()
    extra: tuple[tuple[str, ...], ...] = ()
    summed: tuple[int, ...] = ()
    sums: tuple[tuple[int, ...], ...] = ()
    exponent: int = 2


@dataclass(frozen=True, slots=True)
class AmountBlock:
    """What is asked for, beside the accent bar: (label, value) lines, the first largest.

    ``inline`` are labels and values of one sentence, "Please pay USD 1.00 by 10 January", above them.
    """

    lines: tuple[tuple[str, str], ...]
    inline: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PairsBlock:
    """Labels and values under each other, such as bank details."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs: company, person and role, day; ``parties`` are two columns where both sign."""

    closing: str
    name: str
    signer: str
    role: str
    day: str
    right: bool
    parties: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SlipBlock:
    """回执: what the customer ticks, signs and sends back, below a cut line on the last page."""

    cut: str
    title: str
    number: str
    intro: str
    answers: tuple[str, ...]
    sealed: str
    blanks: tuple[str, ...]


LetterBlock = Paragraph | PaperTable | AmountBlock | PairsBlock | SignatureBlock | SlipBlock


@dataclass(frozen=True, slots=True)
class Heading:
    """Our own head of the paper; ``reach`` are address, telephone, e-mail and person."""

    name: str
    under: str
    reach: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """One letter in words: heading, addressee, the blocks in order, and its short text.

    ``subject`` is the e-mail's; ``title`` and ``stage`` (第二次) stand on paper. ``to`` is the e-mail
    address ("" if none is known). ``logo`` and ``seal`` are PNG or JPEG bytes. ``problems`` say what
    the letter lacks, such as a bank account.
    """

    letter_id: int
    customer_id: int
    customer: str
    template: str
    language: str
    currency: str
    number: str
    on: date
    subject: str
    title: str
    stage: str
    reference: str
    heading: Heading
    addressee: tuple[str, ...]
    day: str
    blocks: tuple[LetterBlock, ...]
    message: str
    foot: str
    running: str
    sender: str
    sender_email: str
    to: str
    to_name: str
    logo: bytes | None = None
    seal: bytes | None = None
    problems: tuple[Problem, ...] = ()
