"""What the board shows: grouping, basis, money, buckets and filters, behind one button."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.aging import DEFAULT_LIMITS, Basis, Grouping, bucket_limits
from app.domain.problem import DomainError
from app.ui.widgets.labels import literal
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from app.ui.formats import Formats
    from app.ui.widgets.segmented import Segmented

_PEOPLE = ("salesperson", "region", "group")
_BUCKETS = ((30, 60, 90), (30, 60, 90, 120, 180), (15, 30, 60, 90), (30, 60, 90, 180, 360))


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: id and name of salespersons, regions and groups; currencies in use.

    ``limits`` are the aging limits of the company's rules.
    """

    base: str = "CNY"
    limits: tuple[int, ...] = DEFAULT_LIMITS
    salespersons: tuple[tuple[int, str], ...] = ()
    regions: tuple[tuple[int, str], ...] = ()
    groups: tuple[tuple[int, str], ...] = ()
    currencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """How the user wants to look at the board; remembered from visit to visit.

    Without ``limits`` those of the company's rules are in force.
    """

    by: Grouping = Grouping.CUSTOMER
    basis: Basis = Basis.DUE
    in_base: bool = True
    limits: tuple[int, ...] | None = None
    salesperson: int | None = None
    region: int | None = None
    group: int | None = None
    currency: str | None = None
    undisputed: bool = False

    @property
    def filtered(self) -> bool:
        """Whether some filter leaves rows or amounts out."""
        chosen = (self.salesperson, self.region, self.group, self.currency)
        return self.undisputed or any(each is not None for each in chosen)

    def unfiltered(self) -> View:
        """The same view with every row."""
        return replace(self, salesperson=None, region=None, group=None, currency=None, undisputed=False)

    def within(self, choices: Choices) -> View:
        """The same view without filters by what the company does not have: it was kept in another one."""
        return replace(
            self,
            salesperson=_offered(self.salesperson, choices.salespersons),
            region=_offered(self.region, choices.regions),
            group=_offered(self.group, choices.groups),
            currency=self.currency if self.currency in choices.currencies else None,
        )


def read_view(kept: object) -> View:
    """A view from what was remembered; the usual one from what cannot be read."""
    if not isinstance(kept, dict):
        return View()
    try:
        return View(
            Grouping(kept.get("by", Grouping.CUSTOMER)),
            Basis(kept.get("basis", Basis.DUE)),
            bool(kept.get("in_base", True)),
            bucket_limits(tuple(kept["limits"])) if kept.get("limits") else None,
            _id(kept.get("salesperson")),
            _id(kept.get("region")),
            _id(kept.get("group")),
            currency=str(kept["currency"]) if kept.get("currency") else None,
            undisputed=bool(kept.get("undisputed", False)),
        )
    except (ValueError, TypeError, DomainError):
        return View()


def _print(name: str) -> str:
    return hashlib.blake2b(name.strip().casefold().encode(), digest_size=8).hexdigest()


def _id(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _offered(value: int | None, pairs: Sequence[tuple[int, str]]) -> int | None:
    return value if any(key == value for key, _ in pairs) else None


class BoardView:
    """The board's filters as its saved views keep them: its view and its scope.

    Views outlive the company file that is open, in which the same id is another person. So whom they are
    about is kept by the name, as its fingerprint: settings lie in clear, whatever protects the file.
    """

    def __init__(self, views: ViewMenu, scope: Segmented, show: Callable[[], object]) -> None:
        self._views, self._scope, self._show = views, scope, show

    def state(self) -> dict[str, object]:
        """What is chosen now."""
        kept = asdict(self._views.view)
        limits = kept["limits"]
        return {
            **kept,
            **self._views.named(),
            "limits": list(limits) if limits else None,
            "scope": self._scope.current,
        }

    def restore(self, state: Mapping[str, object], *, ask: bool = True) -> None:
        """Choose this again, apart from what the company does not have, once that is known."""
        self._views.restore(dict(state))
        self._scope.prefer(str(state.get("scope", "")))
        if ask:
            self._show()


class ViewMenu(QObject):
    """Builds the menu anew each time it opens; ``changed`` says that ``view`` is another one."""

    changed = Signal()

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = formats
        self._host = parent
        self.view = View()
        self.choices = Choices()
        self.learned = False
        self._wanted: Mapping[str, object] = {}

    def learn(self, choices: Choices) -> bool:
        """What the company has is known now; whether the board shows something else by that."""
        before, view = self.choices, self.view
        self.choices, self.learned = choices, True
        self.view = replace(view, **self._found(self._wanted)).within(choices)
        self._wanted = {}
        return self.view != view or (before.limits != choices.limits and view.limits is None)

    def named(self) -> dict[str, object]:
        """Whom the filters are about, as a view that is kept says it."""
        if self._wanted:
            return {name: self._wanted.get(name) for name in _PEOPLE}
        return {
            name: next((_print(said) for key, said in pairs if key == getattr(self.view, name)), None)
            for name, pairs in self._pairs()
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Look as a view that was kept; whom it is about is found once the company's people are known."""
        view = read_view({name: value for name, value in state.items() if name not in _PEOPLE})
        if self.learned:
            self.view = replace(view, **self._found(state)).within(self.choices)
        else:
            self.view, self._wanted = view, {name: state.get(name) for name in _PEOPLE}

    def _pairs(self) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
        found = self.choices
        return tuple(zip(_PEOPLE, (found.salespersons, found.regions, found.groups), strict=True))

    def _found(self, wanted: Mapping[str, object]) -> dict[str, Any]:
        """The ids of those who are wanted, as far as the company has them."""
        return {
            name: next((key for key, said in pairs if _print(said) == wanted[name]), None)
            for name, pairs in self._pairs()
            if wanted.get(name) is not None
        }

    def menu(self) -> QMenu:
        """The menu with the present choices ticked."""
        menu = QMenu(self._host)
        lang = self._formats.lang
        self._pick(
            menu, self.tr("Group by"), [(each, say(f"column.{each}", lang)) for each in Grouping], "by"
        )
        basis = [(Basis.DUE, self.tr("Due date")), (Basis.INVOICE, self.tr("Invoice date"))]
        self._pick(menu, self.tr("Age by"), basis, "basis")
        base = self.tr("All in {currency}").format(currency=self.choices.base)
        money = [(True, base), (False, self.tr("Each in its own currency"))]
        self._pick(menu, self.tr("Money"), money, "in_base")
        self._buckets(menu)
        disputes = [(False, self.tr("With disputed amounts")), (True, self.tr("Without disputed amounts"))]
        self._pick(menu, self.tr("Disputes"), disputes, "undisputed")
        menu.addSeparator()
        everyone = (None, self.tr("All"))
        for title, pairs, name in (
            (self.tr("Salesperson"), self.choices.salespersons, "salesperson"),
            (self.tr("Region"), self.choices.regions, "region"),
            (self.tr("Group"), self.choices.groups, "group"),
            (self.tr("Currency"), tuple((each, each) for each in self.choices.currencies), "currency"),
        ):
            self._pick(menu, title, [everyone, *pairs], name).setEnabled(bool(pairs))
        clear = menu.addAction(self.tr("Clear filters"))
        clear.setEnabled(self.view.filtered)
        clear.triggered.connect(lambda: self.show_view(self.view.unfiltered()))
        return menu

    def show_view(self, view: View) -> None:
        """Take a view over and say so if it is another one."""
        if view != self.view:
            self.view = view
            self.changed.emit()

    def filter_words(self) -> str:
        """The filters in force, in words; "" for none."""
        named: list[str] = []
        for value, pairs in (
            (self.view.salesperson, self.choices.salespersons),
            (self.view.region, self.choices.regions),
            (self.view.group, self.choices.groups),
        ):
            named += [name for key, name in pairs if key == value]
        if self.view.undisputed:
            named.append(self.tr("without disputed amounts"))
        return " · ".join(named + ([self.view.currency] if self.view.currency else []))

    def _pick(self, menu: QMenu, title: str, pairs: Sequence[tuple[Hashable, str]], name: str) -> QMenu:
        """A submenu of which one entry is ticked; choosing another replaces that field of the view."""
        below = menu.addMenu(title)
        group = QActionGroup(below)
        for value, text in pairs:

            def take(*, value: Hashable = value) -> None:
                self.show_view(replace(self.view, **{name: value}))  # type: ignore[arg-type]  # field by name

            self._tick(below, group, text, take, on=getattr(self.view, name) == value)
        return below

    def _buckets(self, menu: QMenu) -> None:
        below = menu.addMenu(self.tr("Aging buckets"))
        group = QActionGroup(below)
        usual, now = self.choices.limits, self.view.limits or self.choices.limits
        for limits in dict.fromkeys((usual, now, *_BUCKETS)):

            def take(limits: tuple[int, ...] = limits) -> None:
                self._show_limits(limits)

            self._tick(below, group, " / ".join(map(str, limits)), take, on=limits == now)
        below.addSeparator()
        below.addAction(self.tr("Other days…")).triggered.connect(self._ask_buckets)

    def _tick(
        self, menu: QMenu, group: QActionGroup, text: str, run: Callable[[], None], *, on: bool
    ) -> None:
        action = QAction(literal(text), menu, checkable=True, checked=on)
        group.addAction(action)
        menu.addAction(action)
        action.triggered.connect(lambda _on=False: run())

    def _show_limits(self, limits: tuple[int, ...]) -> None:
        """The company's own are not kept as a choice, so that the board follows its rules."""
        self.show_view(replace(self.view, limits=None if limits == self.choices.limits else limits))

    def _ask_buckets(self) -> None:
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - asked now and then

        from app.ui.faults import sentence  # noqa: PLC0415 - as above
        from app.ui.pages.limits_text import parse_limits  # noqa: PLC0415 - as above

        text = ", ".join(map(str, self.view.limits or self.choices.limits))
        asked = self.tr("Upper days of the buckets, one to five, for example 30, 60, 90:")
        problem = ""
        while True:
            text, taken = QInputDialog.getText(
                self._host, self.tr("Aging buckets"), asked + problem, text=text
            )
            if not taken:
                return
            try:
                self._show_limits(parse_limits(text))
            except DomainError as error:
                problem = "\n" + sentence(error, self._formats.lang)
            else:
                return
