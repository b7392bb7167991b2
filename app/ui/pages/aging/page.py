"""The aging board page: who owes what, since when, as of any day; each figure opens its rows."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.domain.aging import AgingBoard, AgingQuery, AgingRow, Grouping
from app.services.aging import AgingFilter
from app.ui.models.row_table import RowTable
from app.ui.pages.aging.columns import board_columns, customer_of, row_key, totals_cells
from app.ui.pages.aging.figures import overdue_share, shown_board, strip_segments
from app.ui.pages.aging.insured import MOVES, BoardCover
from app.ui.pages.aging.view_menu import BoardView, Choices, View, ViewMenu, read_view
from app.ui.pages.customers.guard import writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.page import Page
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.widgets.action_bar import ActionBar
from app.ui.widgets.aging_strip import AgingStrip
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button, set_name
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.models.columns import Column
    from app.ui.pages.aging.detail import AgingDetail
    from app.ui.pages.standing import Standing, Standings

_CONCERNED = frozenset(
    "document allocation instalment customer dispute rate company customer_group bill bill_cover".split()
)
_CREDIT = frozenset("stored_assessment grade_override credit_limit open_order external_event setting".split())
_PREFERENCE = "aging.view"


class AgingPage(Page):
    """Asks the service for the board of a day and shows it; filters and sorting never block."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._board: AgingBoard | None = None
        self._summed: tuple[object, object] = (None, None)
        self._standings: Standings = {}
        self._stale = True
        self._model: RowTable[AgingRow] | None = None
        self._views = ViewMenu(context.formats, self)
        self._views.view = self._remembered()
        self._build_filters()
        self.message = MessageStrip(context.theme)
        self.strip = AgingStrip(context.theme)
        self.table = DataTable(context.theme, "aging", context.preferences, pad=6)
        self.bar = ActionBar(context.theme)
        self.exports = PageExports(context, self)
        self.cover = BoardCover(context, self)
        self._build_layout()
        self._connect()
        self.retranslate()
        self.table.view.narrow_by(BoardView(self._views, self.scope, self._on_view))
        self._load_choices()

    # -- building -------------------------------------------------------------------------------

    def _build_filters(self) -> None:
        context = self.context
        self.as_of = AsOfDate(context.theme, context.language, context.company.clock)
        self.scope = Segmented()
        self.search = SearchField(context.theme)
        self.view_button = button(context.theme, icon="sliders-horizontal")
        self.columns_button = button(context.theme, icon="list-filter")
        self.export_button = button(context.theme, icon="table")

    def _build_layout(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.as_of)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.view_button)
        filters.addWidget(self.columns_button)
        self.header.add(self.export_button)
        self.content.addLayout(filters)
        self.content.addWidget(self.message)
        self.content.addWidget(self.strip)
        self.content.addWidget(self.table, 1)
        self.bar_statements = button(
            self.context.theme, "", "normal", "file-text", self._statements_of_checked
        )
        self.bar_export = button(self.context.theme, "", "normal", "table", self._export_checked)
        self.bar.add(self.bar_statements)
        self.bar.add(self.bar_export)
        self.add_action_bar(self.bar)

    def _connect(self) -> None:
        self.as_of.changed.connect(self._reload)
        self.search.searched.connect(self._reload)
        self.search.down.connect(self.table.view.setFocus)
        self.scope.chosen.connect(self._narrow)
        self.strip.chosen.connect(self._narrow)
        self._views.changed.connect(self._on_view)
        self.cover.came.connect(self._show_cover)
        self.table.opened.connect(self._open_row)
        self.table.current_changed.connect(self._on_current)
        self.table.checks_changed.connect(self._show_checks)
        self.table.clear_filter.connect(self.clear_filters)
        self.bar.cleared.connect(self._clear_checks)
        self.view_button.clicked.connect(lambda: self._below(self.view_button, self._views.menu().popup))
        self.columns_button.clicked.connect(self._open_columns)
        self.export_button.clicked.connect(
            lambda: self._below(self.export_button, self.exports.menu(self._export).popup)
        )

    # -- Page -----------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show the board, ``as_of`` a day; ``scope`` and ``bucket`` narrow it, ``customer_id`` opens one."""
        day = params.get("as_of")
        if isinstance(day, date) and day != self.as_of.day:
            self.as_of.set_day(day)
            self._stale = True
        self._take_filter(params)
        if self._stale:
            self._reload()
        wanted = params.get("customer_id")
        if isinstance(wanted, int) and self._board is not None:
            row = next((each for each in self._board.rows if each.key == wanted), None)
            if row is not None:
                self._show_detail(row)

    def _take_filter(self, params: Mapping[str, object]) -> None:
        scope, place = params.get("scope"), params.get("bucket")
        if scope in {"all", "overdue", "disputed"} or isinstance(place, int):
            self.scope.set_current(str(scope or "all"))
            self.strip.set_filtered(place if isinstance(place, int) else -1)
            self._narrow()

    def on_change(self, change: ChangeSet) -> None:
        """Read the board again when the ledger moved."""
        if _CONCERNED & change.touched.keys():
            self._load_choices()
            self._stale = True
            if self.isVisible():
                self._reload()
        elif (_CREDIT | MOVES) & change.touched.keys():
            self._read_standings()

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def regions(self) -> Sequence[QWidget]:
        """Header, filters, table, then the bar."""
        return (self.header, self.as_of, self.strip, self.table, self.bar)

    # -- reading --------------------------------------------------------------------------------

    def query(self) -> AgingQuery:
        """What is asked: the day and the view."""
        view, rules = self._views.view, self._views.choices
        in_base = view.in_base and view.by is not Grouping.CURRENCY
        return AgingQuery(self.as_of.day, view.basis, view.limits or rules.limits, view.by, in_base)

    def filter(self) -> AgingFilter:
        """Which part of the ledger is asked for."""
        view = self._views.view
        return AgingFilter(
            text=self.search.text().strip(),
            salesperson_id=view.salesperson,
            region_id=view.region,
            group_id=view.group,
            currency=view.currency,
            undisputed=view.undisputed,
        )

    def _reload(self) -> None:
        query, wanted = self.query(), self.filter()
        service = self.context.company.aging

        def work(control: Control) -> AgingBoard:
            return service.board(query, wanted, control)

        self._stale = False
        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, label="aging.reading", key="aging.board"
        )

    def _read_standings(self) -> None:
        """Grades and limits come after the board: their columns wait with a dash."""
        board, session = self._board, self.context.company
        if board is None or board.query.by is not Grouping.CUSTOMER:
            self.cover.clear()
            return
        keys, day = list(dict.fromkeys(row.key for row in board.rows)), board.query.as_of

        def work(_control: Control) -> Standings:
            from app.ui.pages.standing import read_standings  # noqa: PLC0415 - after the first paint

            return read_standings(session, keys, day)

        self.context.runner.database(work, self._show_standings, owner=self, key="aging.standings")
        self.cover.read(keys, day, board.base)

    def _show_standings(self, found: Standings) -> None:
        self._standings = found
        if self._model is not None:
            self._model.retranslate()
            if self._model.sort_key in {"grade", "use"}:
                self._model.rearrange()

    def _show_cover(self) -> None:
        """Under a policy the board has a column more, and a choice more of what it shows."""
        if self._model is not None and self._board is not None:
            self._model.set_columns(self._columns(self._board))
            self._summed = (None, None)
            self._say_scopes()
            self._narrow()
            self._model.rearrange()

    def _standing(self, customer_id: int) -> Standing:
        from app.ui.pages.standing import standing_of  # noqa: PLC0415 - as above

        return standing_of(self._standings, customer_id)

    def _columns(self, board: AgingBoard) -> list[Column[AgingRow]]:
        of_customers = board.query.by is Grouping.CUSTOMER
        standing = self._standing if of_customers else None
        return board_columns(board, self.context.formats, standing, self.cover if of_customers else None)

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _load_choices(self) -> None:
        company = self.context.company.company

        def work(_control: Control) -> Choices:
            now = company.get()
            return Choices(
                base=now.currency,
                limits=now.bucket_limits,
                salespersons=tuple((each.id, each.name) for each in company.salespersons()),
                regions=tuple((each.id, each.name) for each in company.regions()),
                groups=tuple((each.id, each.name) for each in company.groups()),
                currencies=tuple(company.currencies_in_use()),
            )

        def done(found: Choices) -> None:
            if self._views.learn(found):
                self._reload()

        self.context.runner.database(work, done, owner=self, key="aging.choices")

    # -- showing --------------------------------------------------------------------------------

    def _show(self, board: AgingBoard) -> None:
        self.table.loading.stop()
        self._board = board
        key = row_key(board)
        columns = self._columns(board)
        if self._model is None:
            self._model = RowTable(columns, self.context.runner, key, checkable=True, parent=self)
            self._model.sort_by("balance", descending=True)
            self.table.set_model(self._model)
            self._model.modelReset.connect(self._on_rows)
        else:
            self._model.rekey(key)
            self._model.set_columns(columns)
        self._model.set_rows(board.rows)
        self._narrow()
        self._say_header()
        self._say_missing()
        self._read_standings()
        if self._details_shown:
            self.detail.refresh(board, self.filter())

    def _narrow(self, *_: object) -> None:
        """Show all rows, the overdue, the disputed, or those with an amount in one bucket."""
        if self._model is None or self._board is None:
            return
        scope, place = self.scope.current, self.strip.filtered

        def keep(row: AgingRow) -> bool:
            if place >= 0 and not row.buckets[place]:
                return False
            if scope == "insured":
                return self.cover.insured(row.key)
            return scope == "all" or bool(row.overdue > 0 if scope == "overdue" else row.disputed)

        self._model.set_filter(keep if scope != "all" or place >= 0 else None)

    def _on_rows(self) -> None:
        """Sum what is on screen, unless the same rows only stand in another order."""
        if self._model is None or self._board is None or self._model.rows is not self._board.rows:
            return
        board, keep = self._summed
        if board is self._board and keep is self._model.kept_by:
            return
        seen = self._seen()
        if seen is None:
            return
        self._summed = self._board, self._model.kept_by
        totals = totals_cells(seen, self.context.formats)
        if self.cover:
            totals["insured"] = self.cover.total([row.key for row in seen.rows], self.context.formats)
        self._model.set_totals(totals)
        self.strip.set_segments(strip_segments(self._board, self.context.formats))
        self._say_empty()

    def _seen(self, only: frozenset[int] = frozenset()) -> AgingBoard | None:
        """The board exactly as on screen: rows kept, in their order; or of them only these ids."""
        if self._model is None or self._board is None:
            return None
        rows = self._model.shown()
        if only:
            rows = [row for place, row in enumerate(rows) if self._model.id_at(place) in only]
        return shown_board(self._board, rows)

    def _say_header(self) -> None:
        board = self._board
        if board is None:
            self.header.set_title(self.tr("Receivables aging"))
            return
        formats = self.context.formats
        parts = [
            self.tr("Total {amount}").format(amount=formats.money(total.balance, total.currency, whole=True))
            for total in board.totals[:3]
        ]
        share = overdue_share(board, formats)
        if share:
            parts.append(self.tr("{share} overdue").format(share=share))
        if words := self._views.filter_words():
            parts.append(words)
        self.header.set_title(self.tr("Receivables aging"), " • ".join(parts))
        self.status_changed.emit(self.status())

    def status(self) -> str:
        """The as-of day, and how much is counted."""
        board, formats = self._board, self.context.formats
        if board is None:
            return ""
        parts = [say("aging.as_of", formats.lang, day=formats.day(board.query.as_of))]
        if board.query.by is Grouping.CUSTOMER:
            customers = len({row.key for row in board.rows})
            parts.append(self.tr("%n customer(s)", "", customers))
        parts.append(self.tr("%n open item(s)", "", sum(row.items for row in board.rows)))
        return " • ".join(parts)

    def _say_missing(self) -> None:
        board = self._board
        if board is None or not board.missing_rates:
            self.message.hide()
            return
        text = self.tr(
            "No exchange rate on or before this day for {currencies}: these rows stay in their own "
            "currency and are not in the {base} total."
        ).format(currencies=", ".join(board.missing_rates), base=board.base)
        enter = (self.tr("Enter a rate"), lambda: self.context.navigator.go("settings", tab="rates"))
        self.message.say("warn", text, actions=[enter])

    def _say_empty(self) -> None:
        if self._board is not None and not self._board.rows and not self._narrowed():
            nothing = self.tr("Nothing is open as of this day.")
            self.table.say_empty(nothing, self.tr("Import receivables"))
        else:
            self.table.say_empty(self.tr("No customer matches."), self.tr("Clear filters"))

    def _narrowed(self) -> bool:
        return bool(
            self.search.text().strip()
            or self._views.view.filtered
            or self.scope.current != "all"
            or self.strip.filtered >= 0
        )

    def clear_filters(self) -> None:
        """Show every row again; on an empty ledger go to the import."""
        if not self._narrowed():
            self.context.navigator.go("importing")
            return
        self.search.clear()
        self.scope.set_current("all")
        self.strip.set_filtered(-1)
        self._views.view = self._views.view.unfiltered()
        self._reload()

    # -- drawer ---------------------------------------------------------------------------------

    @cached_property
    def detail(self) -> AgingDetail:
        """What the drawer holds; built when a row is first opened."""
        from app.ui.pages.aging.detail import AgingDetail  # noqa: PLC0415 - see above

        return AgingDetail(self.context, self.add_drawer(), self._statement_of, self.cover)

    @property
    def _details_shown(self) -> bool:
        return self.drawer is not None and self.drawer.is_open

    def _row(self, row_id: int) -> AgingRow | None:
        if self._model is None or row_id not in (ids := self._model.ids()):
            return None
        return self._model.row_at(ids.index(row_id))

    def _open_row(self, row_id: int) -> None:
        row = self._row(row_id)
        if row is not None and self._model is not None:
            column = self._model.columns[self.table.view.currentIndex().column()].key
            place = int(column.removeprefix("bucket")) if column.startswith("bucket") else -1
            self._show_detail(row, place)

    def _on_current(self, row_id: int) -> None:
        row = self._row(row_id)
        if row is not None and self._details_shown:
            self._show_detail(row)

    def _show_detail(self, row: AgingRow, bucket: int = -1) -> None:
        if self._board is not None:
            self.detail.show_row(self._board, row, self.filter(), bucket)

    # -- checked rows ---------------------------------------------------------------------------

    def _show_checks(self) -> None:
        seen = self._seen(self._model.checked) if self._model and self._model.checked else None
        if seen is None:
            self.bar.say("")
            return
        formats = self.context.formats
        sums = (
            self.tr("{balance}, of it overdue {overdue}").format(
                balance=formats.money(total.balance, total.currency, whole=True),
                overdue=formats.whole(total.overdue, total.currency),
            )
            for total in seen.totals
        )
        self.bar.say(self.tr("%n selected", "", len(seen.rows)), "  •  ".join(sums))
        self.bar_statements.setVisible(seen.query.by is Grouping.CUSTOMER)

    def _clear_checks(self) -> None:
        if self._model is not None:
            self._model.clear_checks()

    def _statements_of_checked(self) -> None:
        if self._model is not None:
            keys = dict.fromkeys(
                customer_of(each) for each in self._model.ids() if each in self._model.checked
            )
            menu = self.exports.statements_menu(list(keys), self.as_of.day)
            self._below(self.bar_statements, menu.popup)

    def _export_checked(self) -> None:
        if self._model is not None:
            export = partial(self._export, only=self._model.checked)
            self._below(self.bar_export, self.exports.menu(export).popup)

    def _export(self, file_format: str, only: frozenset[int] = frozenset()) -> None:
        """Write the board exactly as on screen, with the filter in words."""
        board = self._seen(only)
        if board is None or self._model is None:
            return
        lang, exports = self.context.formats.lang, self.context.company.exports
        columns = [self._model.columns[place].key for place in self.table.view.shown_columns()]
        notes = self._filter_notes(chosen=bool(only))
        name = f"{say('aging.title', lang)} {board.query.as_of.isoformat()}"
        more = self._further(board, columns)

        def work(path: Path, _control: Control) -> None:
            exports.aging(board, path, file_format, lang, columns=columns, notes=notes, more=more)

        self.exports.write(name, file_format, work)

    def _further(self, board: AgingBoard, columns: Sequence[str]) -> dict[str, dict[int, str]]:
        """The columns shown that do not come with the board, in words."""
        from app.ui.pages.standing import export_text  # noqa: PLC0415 - as above

        formats = self.context.formats
        more = {
            key: {row.key: export_text(key, self._standing(row.key), formats.lang) for row in board.rows}
            for key in ("grade", "use")
            if key in columns
        }
        if "insured" in columns:
            more["insured"] = {row.key: self.cover.cell(row.key, formats).text for row in board.rows}
        return more

    def _filter_notes(self, *, chosen: bool) -> list[str]:
        """What the rows on screen leave out, for a line on the paper; none when every row is there."""
        words = [self._views.filter_words()]
        if self.scope.current != "all":
            words.append(self.scope.text)
        if self._board is not None and (place := self.strip.filtered) >= 0:
            query = self._board.query
            labels = self.context.formats.buckets(query.limits, basis=query.basis.value, full=True)
            words.append(labels[place])
        if text := self.search.text().strip():
            words.append(self.tr("search: {text}").format(text=text))
        if chosen:
            words.append(self.tr("checked rows only"))
        said = " · ".join(filter(None, words))
        return [self.tr("Filter: {filter}").format(filter=said)] if said else []

    def write_letter(self) -> bool:
        """Ctrl+L: to the customer of the row one is on."""
        from app.ui.pages.reminders.writing import open_writing  # noqa: PLC0415 - loads on first use

        row = self._row(self.table.view.current_id())
        if row is None or self._board is None or self._board.query.by is not Grouping.CUSTOMER:
            return False
        if writable(self.context):
            open_writing(self.context, row.key, self, lambda dialog: dialog.open())
        return True

    def _statement_of(self, customer_id: int) -> None:
        self.exports.statements([customer_id], self.as_of.day)

    # -- view -----------------------------------------------------------------------------------

    def _on_view(self) -> None:
        self.context.preferences.set(_PREFERENCE, asdict(self._views.view))
        self.strip.set_filtered(-1)
        self._reload()

    def _remembered(self) -> View:
        """The view of the last visit, without its filters."""
        return read_view(self.context.preferences.get(_PREFERENCE)).unfiltered()

    def _open_columns(self) -> None:
        if self._model is not None:
            self._below(self.columns_button, columns_menu(self.table.view, self.table.view).popup)

    def _below(self, widget: QWidget, popup: Callable[..., object]) -> None:
        popup(widget.mapToGlobal(widget.rect().bottomLeft()))

    def _say_scopes(self) -> None:
        choices = [
            ("all", self.tr("All")),
            ("overdue", self.tr("Overdue")),
            ("disputed", self.tr("Disputed")),
        ]
        if self.cover:
            choices.append(("insured", self.tr("Insured")))
        self.scope.set_choices(choices)

    def retranslate(self) -> None:
        """Write every text of this page in the language in force."""
        self._say_scopes()
        self.scope.setAccessibleName(self.tr("Which customers"))
        self.table.view.setAccessibleName(self.tr("Receivables aging"))
        self.search.set_placeholder(self.tr("Customer or invoice"))
        self.view_button.setText(self.tr("View"))
        set_name(self.columns_button, self.tr("Columns"))
        self.export_button.setText(self.tr("Export"))
        self.bar_statements.setText(self.tr("Statements PDF"))
        self.bar_export.setText(self.tr("Export"))
        self._say_header()
        if self._board is not None and self._model is not None:
            self._model.retranslate()
            self._summed = (None, None)
            self._on_rows()
            self._say_missing()
            self._show_checks()
            if self.drawer is not None:
                self.detail.retranslate()
