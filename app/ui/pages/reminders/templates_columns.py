"""Columns of the templates and of the fields they may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import Cell, Column
from app.ui.pages.reminders.words import template_word

if TYPE_CHECKING:
    from app.services.letters import FieldInfo, TemplateInfo

translate = QCoreApplication.translate


def template_columns() -> list[Column[TemplateInfo]]:
    """What a template is for; a mark where the company has its own words."""
    return [
        Column(
            "title",
            lambda: translate("TemplatesPanel", "Template"),
            lambda info: Cell(
                template_word(info.code), icon="pencil" if info.changed else "", tip=f"{info.title}".strip()
            ),
            width=200,
            min_width=120,
            stretch=1,
            sortable=False,
            fixed=True,
        )
    ]


def field_columns() -> list[Column[FieldInfo]]:
    """What a field means; what to write stands in the tip with an example."""
    return [
        Column(
            "meaning",
            lambda: translate("TemplatesPanel", "Meaning"),
            lambda field: Cell(
                field.meaning, tip=f"{{{{ {field.name} }}}}\n{field.meaning}\n{field.example}".strip()
            ),
            plain=lambda field: field.name,
            width=200,
            min_width=120,
            stretch=1,
            sortable=False,
            fixed=True,
        )
    ]
