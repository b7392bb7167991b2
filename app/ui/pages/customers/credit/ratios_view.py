"""Ratios by period with what each is made of, tangible net worth, and distress models beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.distress import Z_DOUBLE_PRIME, Z_PRIME
from app.domain.financials import Line, completed
from app.domain.ratios import RatioCode
from app.ui.pages.customers.credit.period_view import PeriodView
from app.ui.pages.customers.credit.statement_rows import Row, ratio_rows, row_title
from app.ui.pages.customers.credit.words import (
    INPUTS,
    MODEL_INPUTS,
    ZONE_TONES,
    change_text,
    number,
    opinion_text,
    period_title,
    ratio_text,
    trend_sign,
    why,
)
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.credit_file_views import StatementView
    from app.ui.context import PageContext

_A_YEAR = 12


class RatiosView(PeriodView):
    """A row chosen tells its definition, the lines that went in, and its change in a year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "credit.ratios", "chart-column")
        self.side.show_buttons(shown=False)
        self.retranslate()

    def rows_of(self, views: Sequence[StatementView]) -> list[Row]:
        """Ratios, worth, models."""
        return ratio_rows(views)

    def tell(self, row: Row | None, view: StatementView) -> None:
        """What the chosen figure is made of."""
        formats, side = self.context.formats, self.side
        if row is None or row.kind == "head":
            side.begin(period_title(view, formats))
            side.say(
                self.tr("Choose a figure to see its definition and the lines that went in."), "secondary"
            )
            return
        side.begin(row_title(row, formats.lang))
        side.say(period_title(view, formats), "secondary", "small")
        if row.kind == "ratio":
            self._tell_ratio(RatioCode(row.key), view)
        elif row.kind == "worth":
            self._tell_worth(view)
        else:
            self._tell_model(row.key, view)
        if view.statement.months != _A_YEAR:
            side.say(
                self.tr("Income and cash flow of {months} months count as of twelve.").format(
                    months=view.statement.months
                ),
                "secondary",
                "small",
            )

    def _tell_ratio(self, code: RatioCode, view: StatementView) -> None:
        side, lang = self.side, self.context.formats.lang
        figure = view.ratios[code]
        side.say(say(f"ratio_about.{code}", lang))
        self._tell_inputs(INPUTS[code], view)
        if figure.value is None:
            side.say(why(figure, lang), "warn")
            return
        side.pair(self.tr("Result"), ratio_text(code, figure.value))
        change = view.trends.get(code)
        if change is None:
            side.say(self.tr("No statement a year before to compare with."), "secondary", "small")
        else:
            text = f"{trend_sign(code, change)} {change_text(code, change)}"
            side.pair(self.tr("Since a year before"), text)

    def _tell_worth(self, view: StatementView) -> None:
        side, formats = self.side, self.context.formats
        figure = view.tangible_net_worth
        side.say(self.tr("Equity − intangibles. Limits are measured by it."))
        self._tell_inputs((Line.EQUITY, Line.INTANGIBLES), view)
        if figure.value is None:
            side.say(why(figure, formats.lang), "warn")
        else:
            side.pair(
                self.tr("Result"), formats.money(int(figure.value), view.statement.currency, whole=True)
            )

    def _tell_model(self, model: str, view: StatementView) -> None:
        side, lang = self.side, self.context.formats.lang
        one = next(each for each in view.opinions if each.model == model)
        if one.zone is not None:
            side.chip(f"{opinion_text(one)} {say(f'zone.{one.zone}', lang)}", ZONE_TONES[one.zone])
        else:
            side.say(why(one.figure, lang), "warn")
        for about in self._about(model):
            side.say(about, "secondary")
        self._tell_inputs(MODEL_INPUTS[model], view)
        side.say(self.tr("A second opinion; it never makes the grade."), "secondary", "small")

    def _about(self, model: str) -> list[str]:
        said = say(f"model_about.{model}", self.context.formats.lang)
        for known in (Z_DOUBLE_PRIME, Z_PRIME):
            if known.code == model:
                zones = self.tr("Below {low} distress, above {high} safe.")
                return [said, zones.format(low=number(known.low, 2), high=number(known.high, 2))]
        return [said]

    def _tell_inputs(self, lines: tuple[Line, ...], view: StatementView) -> None:
        formats, found = self.context.formats, completed(view.figures)
        for line in lines:
            given = line in found
            amount = formats.whole(found[line], view.statement.currency) if given else self.tr("missing")
            self.side.pair(say(f"line.{line}", formats.lang), amount, "" if given else "tertiary")

    def retranslate(self) -> None:
        """Write every text."""
        self.table.view.setAccessibleName(self.tr("Ratios by period"))
        self.table.say_empty(
            self.tr("Without a statement there is nothing to work out."), self.tr("Import from a file…")
        )
        super().retranslate()
