"""The help's ports: its files among the resources, pinyin, and the reports room for paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.services.help import HelpService
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.help_topic import Topic


class _Files:
    """Markdown files below ``resources/help``, by name."""

    def read(self, lang: str) -> Sequence[str]:
        """The texts of all files of a language."""
        return [path.read_text("utf-8") for path in sorted(resources.path("help", lang).glob("*.md"))]


class _Press:
    """``app.services.help.HelpPress`` by the reports room."""

    def print(self, title: str, chapters: Sequence[Topic], path: Path, lang: str) -> None:
        """One PDF of all the topics."""
        from app.reports.help_pdf import write  # noqa: PLC0415 - reportlab loads with a PDF

        write(title, chapters, path, lang)


def _initials(name: str) -> str:
    from app.adapters.pinyin import initials  # noqa: PLC0415 - wanted by a search alone

    return initials(name)


@cache
def help_service() -> HelpService:
    """The one help of the program."""
    return HelpService(_Files(), _Press(), cache(_initials), _title)


def _title(group: str, lang: str) -> str:
    return say(f"help_group.{group}", lang)
