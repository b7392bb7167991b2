"""A help topic as the rich text a reader shows, in the theme's type and colours."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from app.domain.help_topic import Line, Piece

if TYPE_CHECKING:
    from app.domain.help_topic import Topic
    from app.ui.theme import Theme

_LISTS = {"item": "ul", "number": "ol"}


def styles(theme: Theme) -> str:
    """The style sheet of the rich text."""
    body, small = theme.points("body"), theme.points("small")
    return f"""
    body, p, li, td, th {{ color: {theme.hex("text")}; font-size: {body}pt; }}
    h1 {{ font-size: {theme.points("page")}pt; font-weight: 600; color: {theme.hex("text")};
      margin: 0 0 10px 0; }}
    h2 {{ font-size: {theme.points("section")}pt; font-weight: 600; color: {theme.hex("text")};
      margin: 16px 0 4px 0; }}
    p {{ margin: 0 0 8px 0; line-height: 130%; }}
    li {{ margin: 0 0 4px 0; line-height: 130%; }}
    ul, ol {{ margin: 0 0 8px 0; }}
    a {{ color: {theme.hex("accentText")}; text-decoration: none; font-weight: 600; }}
    table.grid {{ border-collapse: collapse; border-style: solid; border-width: 1px;
      border-color: {theme.hex("border")}; margin: 4px 0 10px 0; }}
    table.grid td, table.grid th {{ padding: 4px 8px; border-style: solid; border-width: 1px;
      border-color: {theme.hex("border")}; font-size: {small}pt; }}
    table.grid th {{ background-color: {theme.hex("sunken")}; color: {theme.hex("textSecondary")};
      text-align: left; font-weight: 600; }}
    table.remark {{ background-color: {theme.hex("sunken")}; margin: 4px 0 10px 0; }}
    table.remark td {{ padding: 8px 12px; line-height: 130%; }}
    """


def page(topic: Topic) -> str:
    """The topic with its title."""
    parts = [f"<h1>{escape(topic.title)}</h1>"]
    for kind, same in groupby(topic.pieces, key=lambda piece: piece.kind):
        if kind in _LISTS:
            tag = _LISTS[kind]
            rows = "".join(f"<li>{_line(piece.line)}</li>" for piece in same)
            parts.append(f'<{tag} style="-qt-list-indent: 1;">{rows}</{tag}>')
        else:
            parts += [_piece(piece) for piece in same]
    return f"<body>{''.join(parts)}</body>"


def _piece(piece: Piece) -> str:
    if piece.kind == "head":
        return f"<h2>{_line(piece.line)}</h2>"
    if piece.kind == "table":
        return _table(piece)
    if piece.kind == "remark":
        cell = f"<tr><td>{_line(piece.line)}</td></tr>"
        return f'<table class="remark" width="100%" cellspacing="0">{cell}</table>'
    return f"<p>{_line(piece.line)}</p>"


def _table(piece: Piece) -> str:
    head, *rows = piece.cells
    top = "".join(f"<th>{_line(cell)}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="grid" width="100%" cellspacing="0"><tr>{top}</tr>{body}</table>'


def _line(line: Line) -> str:
    parts = []
    for run in line:
        text = escape(run.text)
        if run.to:
            text = f'<a href="{escape(run.to, quote=True)}">{text}</a>'
        elif run.strong:
            text = f"<b>{text}</b>"
        parts.append(text)
    return "".join(parts)
