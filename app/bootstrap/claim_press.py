"""The services' port for claim packs, filled by the reports room and PDFium when first used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.problem import DomainError, Problem
from app.services.claim_ports import PackWritten
from app.services.ports import CancelledError

if TYPE_CHECKING:
    from app.adapters.pdf_binding import Fitted, Room
    from app.domain.claim_pack import ClaimPack, Enclosure
    from app.reports.claim_cover import Shown
    from app.services.control import Control

_PDF = "application/pdf"
_PICTURES = frozenset({"image/png", "image/jpeg"})
_LARGEST = 60 * 1024 * 1024
"""Bytes of one file that goes into a pack; more than that is for a disk beside it."""


class PaperPress:
    """``app.services.claim_ports.ClaimPress``."""

    def pack(
        self,
        pack: ClaimPack,
        content: Callable[[Enclosure], bytes],
        path: Path,
        lang: str,
        control: Control,
    ) -> PackWritten:
        """One PDF: our pages, and every file that can be read behind a sheet of its own."""
        from app.adapters.pdf_binding import bind  # noqa: PLC0415 - loads with the first pack
        from app.reports.claim_pack import write  # noqa: PLC0415 - reportlab loads with a PDF
        from app.reports.pdf import held_in_memory, place_for  # noqa: PLC0415 - as above

        files = pack.enclosures
        looked: list[tuple[Shown, Fitted | None]] = []
        for number, file in enumerate(files):
            if control.cancelled():
                raise CancelledError
            control.progress(number, len(files) + 1, "claim_pack.gathering")
            looked.append(_looked(file, content))
        core, stamps = Path("core.pdf"), Path("stamps.pdf")
        with held_in_memory() as held:
            plan = write(pack, [shown for shown, _ in looked], core, stamps, lang)
        fitted = {id(shown): one for shown, one in looked}
        inserts = [(after, one) for after, shown in plan.after if (one := fitted[id(shown)]) is not None]
        control.progress(len(files), len(files) + 1, "claim_pack.binding")
        with place_for(path) as target:
            pages = bind(held[core].getvalue(), held[stamps].getvalue(), inserts, target)
        return PackWritten(path, pages, tuple(one.file.name for one, _ in looked if one.why is not None))

    def ledger(self, pack: ClaimPack, path: Path, lang: str) -> None:
        """The ledger as a workbook."""
        from app.reports.claim_ledger import ledger_table  # noqa: PLC0415 - with the first workbook
        from app.reports.table_export import write_xlsx  # noqa: PLC0415 - XlsxWriter loads with a workbook

        write_xlsx(ledger_table(pack, lang), path, lang)


def _looked(file: Enclosure, content: Callable[[Enclosure], bytes]) -> tuple[Shown, Fitted | None]:
    """A file as the pack can show it: bound in, as a picture, or with a sentence why neither."""
    from app.adapters.pdf_binding import fitted  # noqa: PLC0415 - loads with the first pack
    from app.reports.claim_cover import Shown  # noqa: PLC0415 - reportlab loads with a PDF
    from app.reports.scanned import prepared  # noqa: PLC0415 - Pillow loads with a picture

    if file.media_type != _PDF and file.media_type not in _PICTURES:
        return Shown(file, why=Problem("claim_pack.other_kind")), None
    if file.size > _LARGEST:
        megabytes = file.size // 1024 // 1024
        return Shown(file, why=Problem("claim_pack.too_large", {"size": megabytes})), None
    try:
        data = content(file)
        if file.media_type in _PICTURES:
            picture = prepared(data)
            why = None if picture is not None else Problem("claim_pack.broken_picture")
            return Shown(file, picture=picture, why=why), None
        found = fitted(data, *_rooms())
    except DomainError as error:
        # Whatever is wrong with one file, the others are still to be sent.
        code = error.code if error.code.startswith("claim_pack.") else "claim_pack.lost"
        return Shown(file, why=Problem(code, dict(error.params))), None
    return Shown(file, found.wide), found


def _rooms() -> tuple[Room, Room]:
    from app.adapters.pdf_binding import Room  # noqa: PLC0415 - loads with the first pack
    from app.reports.claim_sheet import LEFT, UPRIGHT, WIDE  # noqa: PLC0415 - with the first pack

    upright, wide = (
        Room(sheet.width, sheet.height, LEFT, sheet.bottom, sheet.measure, sheet.room)
        for sheet in (UPRIGHT, WIDE)
    )
    return upright, wide
