"""Certificates, contract points, ratings, events, visits and files as lines of a list."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.credit_file_rules import NAMED_ONLY
from app.ui.pages.customers.credit.words import number
from app.ui.widgets.line_list import Line
from app.words import say, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.activity import Attachment
    from app.domain.credit_file import Certification
    from app.domain.credit_file_views import ChecklistPoint, EventView, RatingView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_SOON = timedelta(days=60)
_POINT_TONES = {"present": "good", "weak": "warn", "missing": "danger", "not_needed": "neutral"}


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _files(files: Sequence[Attachment], lang: str) -> str:
    return say("line.files", lang, n=len(files)) if files else ""


def certification_line(
    one: Certification, files: Sequence[Attachment], formats: Formats, today: date
) -> Line:
    """A certificate and how long it still holds."""
    lang = formats.lang
    until = one.valid_until
    if until is None:
        day, chip, tone = say("credit_report.for_ever", lang), "", "neutral"
    else:
        day = formats.day(until)
        if until < today:
            chip, tone = translate("CreditLines", "Expired"), "danger"
        elif until - today <= _SOON:
            chip, tone = translate("CreditLines", "Ends soon"), "warn"
        else:
            chip, tone = translate("CreditLines", "Valid"), "good"
    return Line(one.id, day, one.name, _joined(one.number, one.source, _files(files, lang)), chip, tone)


def point_line(place: int, point: ChecklistPoint, files: Sequence[Attachment], formats: Formats) -> Line:
    """What the contract has on a point."""
    lang, record = formats.lang, point.record
    note = _joined(record.clause, record.note, _files(files, lang)) if record else ""
    text, chip = say(f"contract_point.{point.point}", lang), say(f"point_state.{point.state}", lang)
    return Line(place, "", text, note, chip, _POINT_TONES.get(point.state, "neutral"))


def rating_line(view: RatingView, files: Sequence[Attachment], formats: Formats) -> Line:
    """A rating, its place on our scale, how long it holds."""
    one, lang = view.rating, formats.lang
    until = ""
    if one.valid_until:
        until = translate("CreditLines", "valid until {day}").format(day=formats.day(one.valid_until))
    own = "" if view.from_map else translate("CreditLines", "own points")
    scale = f"({one.scale})" if one.scale else ""
    if not view.valid:
        chip, tone = translate("CreditLines", "Expired"), "warn"
    elif view.points is None:
        chip, tone = translate("CreditLines", "Not mapped"), "warn"
    else:
        chip = translate("CreditLines", "{points} of 100").format(points=number(view.points, 0))
        tone = "info"
    text = _joined(one.provider, f"{one.value} {scale}".strip())
    return Line(
        one.id,
        formats.day(one.on),
        text,
        _joined(until, own, one.source, one.note, _files(files, lang)),
        chip,
        tone,
    )


def event_line(view: EventView, files: Sequence[Attachment], formats: Formats) -> Line:
    """An event, where it was found, whether it counts and why."""
    one, lang = view.event, formats.lang
    closed = ""
    if not view.running:
        chip, tone, why = translate("CreditLines", "Closed"), "neutral", "closed"
        if one.closed_on:
            closed = translate("CreditLines", "closed on {day}").format(day=formats.day(one.closed_on))
    elif not view.counts:
        chip, tone, why = say("credit_report.unconfirmed", lang), "warn", "unnamed"
    else:
        grave = one.kind in NAMED_ONLY or one.kind == "insurer_cut"
        chip, tone, why = say("credit_report.counts", lang), "danger" if grave else "info", ""
    confirmed = ""
    if one.confirmed_by:
        text = translate("CreditLines", "{number} confirmed by {name}")
        confirmed = text.format(number=one.identifier, name=one.confirmed_by)
    reason = say(f"event_counts.{why}", lang).rstrip("。.") if why == "unnamed" else ""
    text = _joined(say(f"event_kind.{one.kind}", lang), word(f"choice.{one.kind}", one.value, lang))
    note = _joined(reason, closed, one.source, confirmed, one.note, _files(files, lang))
    return Line(one.id, formats.day(one.on), text, note, chip, tone)


def owned_file_line(one: Attachment, owner: str, formats: Formats) -> Line:
    """A file, and which record it is kept with."""
    kept = {
        "profile": translate("CreditLines", "company profile"),
        "financial_statement": translate("CreditLines", "financial statement"),
        "certification": translate("CreditLines", "certificate"),
        "contract_point": translate("CreditLines", "contract"),
        "external_rating": translate("CreditLines", "external rating"),
        "external_event": translate("CreditLines", "external event"),
        "customer": translate("CreditLines", "customer"),
    }[owner]
    return Line(one.id, "", one.name, _joined(kept, formats.file_size(one.size), one.note))
