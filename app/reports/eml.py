"""E-mail drafts: one .eml per letter, its text in the mail and its PDF attached; nothing is sent.

``X-Unsent: 1`` makes Outlook open the file as a draft, the Apple header does the same in Mail.
"""

from __future__ import annotations

from collections.abc import Sequence
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from app.domain.letter_paper import ComposedLetter
from app.domain.problem import EnvironmentFaultError
from app.reports.letter_pdf import file_name, write
from app.reports.letter_text import plain_text
from app.reports.pdf import Step, bytes_of, ignore_step
from app.reports.saving import free_path, replacing


def write_drafts(letters: Sequence[ComposedLetter], folder: Path, step: Step = ignore_step) -> list[Path]:
    """One draft per letter, named like its PDF; an existing file is never overwritten."""
    written: list[Path] = []
    for letter in letters:
        path = free_path(folder / file_name(letter, ".eml"))
        write_draft(letter, path)
        written.append(path)
        step(len(written))
    return written


def write_draft(letter: ComposedLetter, path: Path) -> None:
    """One draft at ``path``, replacing the file that is there."""
    data = bytes(draft(letter, _pdf(letter)))
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_texts(letters: Sequence[ComposedLetter], folder: Path, step: Step = ignore_step) -> list[Path]:
    """One text file per letter with its short text; an existing file is never overwritten."""
    written: list[Path] = []
    for letter in letters:
        path = free_path(folder / file_name(letter, ".txt"))
        with replacing(path) as temporary:
            temporary.write_text(letter.message + "\n", "utf-8")
        written.append(path)
        step(len(written))
    return written


def draft(letter: ComposedLetter, pdf: bytes) -> EmailMessage:
    """The mail: from us, to the customer where an address is known, RFC 5322 with UTF-8 names encoded."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["X-Uniform-Type-Identifier"] = "com.apple.mail-draft"
    mail["Subject"] = letter.subject
    for header, name, address in (
        ("From", letter.sender, letter.sender_email),
        ("To", letter.to_name, letter.to),
    ):
        mailbox = _mailbox(name, address) if address else None
        if mailbox is not None:
            mail[header] = mailbox
    mail.set_content(plain_text(letter), charset="utf-8", cte="base64")
    mail.add_attachment(
        pdf, maintype="application", subtype="pdf", filename=file_name(letter, ".pdf"), cte="base64"
    )
    return mail


def _mailbox(name: str, address: str) -> Address | None:
    """A name with its address; None for an address that no mail program would take."""
    try:
        return Address(display_name=name, addr_spec=address) if address.isascii() else None
    except (ValueError, UnicodeError, IndexError, HeaderParseError):
        return None


def _pdf(letter: ComposedLetter) -> bytes:
    """The letter's paper."""
    try:
        return bytes_of(lambda path: write((letter,), path))
    except OSError as fault:
        raise EnvironmentFaultError("export.failed", path="", reason=fault.strerror or "") from fault
