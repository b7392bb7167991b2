"""The tour, frozen: a program of its own beside the shipped one, for checking the bundle's inside.

``holdfast-look tour LANG THEME SIZE OUT STATIONS…`` takes pictures and lists faults, one a line.
``holdfast-look start`` shows the window and ends when it is painted. ``parts`` asks the libraries that
read files of their own, and what the window loads beside the code.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from children import help_out


def tour(lang: str, theme: str, size: str, out: str, *stations: str) -> int:
    """Walk through the stations whose names begin so; the number of faults."""
    from tests.tour.stage import Look  # noqa: PLC0415 - "start" must load no more than the program does
    from tests.tour.walk import prepare, walk  # noqa: PLC0415

    width, height = map(int, size.split("x"))
    folder = Path(out).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    built = prepare(Path(os.environ["HOLDFAST_HOME"]))  # as the demo left it
    found = walk(Look(lang, theme, (width, height)), folder, built, ",".join(stations))
    for each in found:
        print(each)
    print(f"{len(found)} found", flush=True)
    return len(found)


def start() -> int:
    """What the program does first, told as it is painted: the card, then the window with its start screen."""
    from app.ui.program import opening_card  # noqa: PLC0415

    card = opening_card()
    print("painted", flush=True)
    from app.bootstrap import build_app  # noqa: PLC0415
    from app.ui.application import application, make_window  # noqa: PLC0415

    qt = application()
    window = make_window(qt, build_app())
    window.show()
    card.close()
    qt.processEvents()
    print("window", flush=True)
    return 0


def parts() -> int:
    """What is no code: libraries' tables, fonts, translations, templates, migrations; the number missing."""
    from datetime import date  # noqa: PLC0415

    from app import resources  # noqa: PLC0415
    from app.adapters.calendars import HolidayCalendar  # noqa: PLC0415
    from app.adapters.pinyin import initials  # noqa: PLC0415
    from app.domain.identifiers import check_identifier  # noqa: PLC0415
    from app.storage.migrations.upgrade import SCRIPTS  # noqa: PLC0415
    from app.ui.application import application  # noqa: PLC0415
    from app.ui.i18n import Language  # noqa: PLC0415

    qt = application()
    Language(qt, "zh")
    named = HolidayCalendar().holidays(date(2025, 10, 1), date(2025, 10, 1), "CN")
    found = {
        "VAT numbers": check_identifier("DE136695976", country="DE").valid,
        "pinyin": initials("苏州恒岳") == "szhy",
        "holidays": bool(named) and "国庆" in str(named[0]),
        "Qt's translations": qt.translate("QPlatformTheme", "Cancel") == "取消",
        "our translations": qt.translate("AboutDialog", "Close") != "Close",
        "fonts": (resources.path("fonts") / "NotoSansSC_400Regular.ttf").is_file(),
        "letters": any(resources.path("letters", "zh").iterdir()),
        "licences": (resources.path("licences") / "sqlalchemy.txt").is_file(),
        "migrations": (SCRIPTS / "versions" / "r0004_measure.sql").is_file(),
    }
    missing = [name for name, there in found.items() if not there]
    print(f"missing: {', '.join(missing)}" if missing else "all parts there", flush=True)
    return len(missing)


if __name__ == "__main__":
    help_out()
    plays: dict[str, Callable[..., int]] = {"tour": tour, "start": start, "parts": parts}
    code = plays[sys.argv[1]](*sys.argv[2:])
    os._exit(min(code, 99))  # nothing of the window needs a tidy end
