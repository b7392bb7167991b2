"""The grammar of the command line, with help and faults in the language asked for."""

from __future__ import annotations

import re
from argparse import (
    Action,
    ArgumentParser,
    ArgumentTypeError,
    HelpFormatter,
    _SubParsersAction,
)
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from app.domain.aging import Basis, Grouping, bucket_limits
from app.domain.import_plan import AllocateBy
from app.domain.importing import ImportKind
from app.domain.money import CURRENCIES
from app.domain.problem import DomainError, HoldfastError
from app.words import LANGUAGES, say

# What argparse says (its texts are English whatever the language), and our code for it.
_FAULTS = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "cli.missing_arguments"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "cli.unknown_arguments"),
    (
        re.compile(
            r"argument (?P<name>\S+): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.+)\)"
        ),
        "cli.bad_choice",
    ),
    (re.compile(r"argument (?P<name>\S+): expected one argument"), "cli.no_value"),
    (
        re.compile(r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)"),
        "cli.not_together",
    ),
)

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
"""Ages are counted back from a day and forecasts ahead of it; the calendar must reach."""


class CallError(HoldfastError):
    """The call is wrong: exit code 2."""


class _Help(HelpFormatter):
    """Help with its own words for "usage"."""

    def __init__(self, prog: str, lang: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)
        self._lang = lang

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """Say usage in the language."""
        super().add_usage(usage, actions, groups, say("cli.usage", self._lang) if prefix is None else prefix)


class Parser(ArgumentParser):
    """An argument parser that speaks the language and raises ``CallError``."""

    def __init__(self, lang: str, **options: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Help, lang=lang),
            **options,
        )
        self.lang = lang
        self.given = self.add_argument_group(say("cli.arguments", lang))
        self.options = self.add_argument_group(say("cli.options", lang))
        self.options.add_argument("-h", "--help", action="help", help=say("cli.help.help", lang))
        self.options.add_argument("--lang", choices=LANGUAGES, default=lang, help=say("cli.help.lang", lang))

    def error(self, message: str) -> NoReturn:
        """Raise the fault with our own code."""
        for pattern, code in _FAULTS:
            if found := pattern.fullmatch(message):
                raise CallError(code, program=self.prog, **found.groupdict())
        # Our own types raise whole sentences; "argument NAME: " in front says where.
        raise CallError("cli.bad_call", program=self.prog, detail=message.removeprefix("argument "))

    def argument(self, name: str, **options: Any) -> None:
        """A positional argument, with its help text by name."""
        self.given.add_argument(name, help=self._about(name), **options)

    def option(self, name: str, **options: Any) -> None:
        """An option, with its help text by name."""
        self.options.add_argument(name, help=self._about(name), **options)

    def _about(self, name: str) -> str:
        # argparse formats help once more with %.
        return say(f"cli.help.{name.lstrip('-').replace('-', '_')}", self.lang).replace("%", "%%")


def build(lang: str) -> Parser:
    """The whole grammar."""
    parser = Parser(lang, prog="holdfast", description=say("cli.about", lang))
    parser.options.add_argument("--version", action="store_true", help=say("cli.help.version", lang))
    speaking: Any = partial(Parser, lang)  # argparse calls it like a class
    commands = parser.add_subparsers(
        dest="command",
        metavar=say("cli.metavar.command", lang),
        title=say("cli.commands", lang),
        parser_class=speaking,
    )
    for add in (
        _demo,
        _new,
        _import,
        _aging,
        _statement,
        _check,
        _interest,
        _words,
        _bank,
        _dunning,
        _letters,
        _today,
        _alerts,
        _credit_report,
        _order_check,
        _claim,
        _claim_calc,
        _deadlines,
        _cover,
        _declaration,
        _forecast,
        _kpi,
        _review,
        _provision,
        _score,
        _rescore,
        _simulate,
        _backtest,
        _stress,
        _backup,
        _proof,
        _close_month,
        _reopen_month,
        _password,
        _recovery,
        _restore,
        _salvage,
        _topics,
    ):
        add(commands, lang)
    return parser


def _command(commands: _SubParsersAction[Parser], name: str, lang: str) -> Parser:
    about = say(f"cli.about.{name}", lang)
    return commands.add_parser(name, help=about, description=about)


def _demo(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "demo", lang)
    parser.option("--out", metavar="DIR", type=Path)
    parser.option("--no-window", action="store_true")
    parser.option("--as-of", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--scale", metavar="N", type=partial(_times, lang=lang))


def _new(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "new", lang)
    _file(parser)
    parser.option("--name", required=True)
    parser.option("--currency", required=True, metavar="CODE", type=partial(_currency, lang=lang))
    parser.option("--protect", action="store_true")


def _import(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "import", lang)
    _file(parser)
    _desk(parser)
    parser.argument("source", metavar="SOURCE", type=Path)
    parser.option("--kind", choices=[kind.value for kind in ImportKind])
    parser.option("--snapshot-of", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--mapping", metavar="M.json", type=Path)
    parser.option(
        "--allocate",
        metavar=",".join(AllocateBy),
        default=tuple(AllocateBy),
        type=partial(_methods, lang=lang),
    )
    parser.option("--accept-changes", action="store_true")
    parser.option(
        "--match", action="append", default=[], metavar="NAME=CODE", type=partial(_match, lang=lang)
    )
    parser.option("--rejects", metavar="P.xlsx", type=Path)
    parser.option("--dry-run", action="store_true")
    parser.option("--json", action="store_true")


def _aging(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "aging", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--basis", choices=[basis.value for basis in Basis], default=Basis.DUE.value)
    parser.option("--buckets", metavar="30,60,90", type=partial(_buckets, lang=lang))
    parser.option("--by", choices=[by.value for by in Grouping], default=Grouping.CUSTOMER.value)
    parser.option("--in-base", action="store_true")
    outputs = parser.options.add_mutually_exclusive_group()
    outputs.add_argument("--json", action="store_true", help=say("cli.help.json", lang))
    for name in ("pdf", "xlsx", "csv"):
        outputs.add_argument(f"--{name}", metavar="P", type=Path, help=say(f"cli.help.{name}", lang))


def _statement(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "statement", lang)
    _file(parser)
    parser.option("--customer", required=True, metavar="CODE")
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--start", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--pdf", required=True, metavar="P", type=Path)


def _check(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "check", lang)
    _file(parser)
    either = parser.options.add_mutually_exclusive_group()
    either.add_argument("--proof", metavar="P", type=Path, help=say("cli.help.proof", lang))
    either.add_argument("--head", metavar="TEXT", help=say("cli.help.head", lang))


def _proof(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "proof", lang)
    _file(parser)
    parser.options.add_argument(
        "--out", required=True, metavar="P", type=Path, help=say("cli.help.proof_out", lang)
    )


def _close_month(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "close-month", lang)
    _file(parser)
    _desk(parser)
    parser.given.add_argument("month", nargs="?", metavar="MONTH", help=say("cli.help.close_month", lang))
    parser.option("--json", action="store_true")


def _reopen_month(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "reopen-month", lang)
    _file(parser)
    _desk(parser)
    parser.given.add_argument("month", metavar="MONTH", help=say("cli.help.month", lang))
    parser.option("--reason", required=True, metavar="TEXT")


def _backup(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "backup", lang)
    _file(parser)
    either = parser.options.add_mutually_exclusive_group()
    either.add_argument("--to", metavar="DIR", type=Path, help=say("cli.help.backup_to", lang))
    either.add_argument("--list", action="store_true", help=say("cli.help.backup_list", lang))
    parser.option("--json", action="store_true")


def _restore(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "restore", lang)
    _file(parser)
    about = say("cli.help.backup_from", lang)
    parser.options.add_argument(
        "--from", dest="source", required=True, metavar="BACKUP", type=Path, help=about
    )
    _desk(parser)
    parser.option("--json", action="store_true")


def _salvage(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "salvage", lang)
    _file(parser)
    about = say("cli.help.salvage_to", lang)
    parser.options.add_argument("--to", required=True, metavar="NEW", type=Path, help=about)
    parser.option("--json", action="store_true")


def _dunning(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "dunning", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--json", action="store_true")


def _letters(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "letters", lang)
    _file(parser)
    _desk(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--out", required=True, metavar="DIR", type=Path)
    parser.option("--eml", action="store_true")


def _today(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "today", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--json", action="store_true")


def _alerts(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "alerts", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--json", action="store_true")


def _cover(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "cover", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--json", action="store_true")


def _declaration(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "declaration", lang)
    _file(parser)
    about = say("cli.help.policy_number", lang)
    parser.options.add_argument("--policy", dest="policy_number", required=True, metavar="NUMBER", help=about)
    parser.option("--period", required=True, metavar="2025Q4")
    parser.option("--xlsx", metavar="P.xlsx", type=Path)
    parser.option("--json", action="store_true")


def _forecast(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "forecast", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.options.add_argument("--overlay", metavar="NAME", default="", help=say("cli.help.overlay", lang))
    about = say("cli.help.backtest_too", lang)
    parser.options.add_argument("--backtest", action="store_true", help=about)
    parser.option("--xlsx", metavar="P.xlsx", type=Path)
    parser.option("--json", action="store_true")


def _provision(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "provision", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--json", action="store_true")
    parser.option("--pdf", metavar="P.pdf", type=Path)
    parser.option("--xlsx", metavar="P.xlsx", type=Path)


def _review(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "review", lang)
    _file(parser)
    parser.options.add_argument(
        "--quarter", required=True, metavar="2025Q4", help=say("cli.help.review_quarter", lang)
    )
    about = say("cli.help.sections", lang)
    parser.options.add_argument("--sections", metavar="figures,aging,…", default="", help=about)
    parser.option("--pdf", metavar="P.pdf", type=Path)
    parser.option("--json", action="store_true")


def _deadlines(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "deadlines", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--ics", metavar="P.ics", type=Path)
    parser.option("--json", action="store_true")


def _claim(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "claim", lang)
    _file(parser)
    parser.option("--claim", required=True, metavar="ID", type=int)
    outputs = parser.options.add_mutually_exclusive_group()
    outputs.add_argument("--json", action="store_true", help=say("cli.help.json", lang))
    outputs.add_argument("--pack", metavar="P.pdf", type=Path, help=say("cli.help.pack", lang))


def _claim_calc(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "claim-calc", lang)
    parser.option("--policy", metavar="P.json", type=Path)
    parser.option("--case", required=True, metavar="C.json", type=Path)
    parser.option("--json", action="store_true")


def _simulate(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "simulate", lang)
    _file(parser)
    about = say("cli.help.credit_policy", lang).replace("%", "%%")
    parser.options.add_argument("--policy", metavar="P.json", type=Path, help=about)
    parser.option("--as-of", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--json", action="store_true")


def _stress(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "stress", lang)
    _file(parser)
    parser.option("--as-of", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--scenario", metavar="NAME", action="append")
    parser.option("--json", action="store_true")


def _backtest(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "backtest", lang)
    _file(parser)
    parser.option("--as-of", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--months", metavar="N", type=int, default=12)
    parser.option("--late-days", metavar="N", type=int, default=0)
    parser.option("--json", action="store_true")


def _order_check(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "order-check", lang)
    _file(parser)
    parser.option("--customer", required=True, metavar="CODE")
    parser.option("--amount", required=True, metavar="AMOUNT")
    about = say("cli.help.order_currency", lang)
    parser.options.add_argument("--currency", metavar="CODE", type=partial(_currency, lang=lang), help=about)
    parser.option("--as-of", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--prepaid", metavar="AMOUNT", default="0")
    parser.option("--json", action="store_true")


def _kpi(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "kpi", lang)
    _file(parser)
    parser.option("--from", dest="since", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--to", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--quarter", metavar="2025Q4")
    parser.option("--as-of", metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--rows", metavar="KEY")
    parser.option("--json", action="store_true")


def _score(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "score", lang)
    _file(parser)
    parser.option("--customer", required=True, metavar="CODE")
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--card", metavar="NAME")
    parser.option("--inputs", metavar="JSON")
    parser.option("--json", action="store_true")


def _rescore(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "rescore", lang)
    _file(parser)
    parser.option("--as-of", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--json", action="store_true")


def _credit_report(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "credit-report", lang)
    _file(parser)
    parser.option("--customer", required=True, metavar="CODE")
    parser.option("--pdf", required=True, metavar="P", type=Path)
    parser.option("--as-of", metavar="DATE", type=partial(_day, lang=lang))


def _interest(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "interest", lang)
    _file(parser)
    parser.option("--invoice", required=True, metavar="N")
    parser.option("--to", required=True, metavar="DATE", type=partial(_day, lang=lang))
    parser.option("--customer", metavar="CODE")
    parser.option("--rule", metavar="RULE")
    outputs = parser.options.add_mutually_exclusive_group()
    outputs.add_argument("--json", action="store_true", help=say("cli.help.json", lang))
    outputs.add_argument("--pdf", metavar="P", type=Path, help=say("cli.help.pdf", lang))


def _words(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "words", lang)
    parser.argument("amount", metavar="AMOUNT")
    parser.option("--currency", metavar="CODE", default="CNY", type=partial(_currency, lang=lang))


def _bank(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "bank", lang)
    _file(parser)
    _desk(parser)
    parser.argument("statement", metavar="STATEMENT", type=Path)
    parser.option("--account", metavar="ID|NAME")
    parser.option("--skip-bad-rows", action="store_true")
    parser.option("--dry-run", action="store_true")
    parser.option("--json", action="store_true")


def _topics(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "help", lang)
    parser.argument("topic", metavar="TOPIC", nargs="?", default="")
    outputs = parser.options.add_mutually_exclusive_group()
    about = say("cli.help.help_search", lang)
    outputs.add_argument("--search", metavar="WORDS", help=about)
    outputs.add_argument("--pdf", metavar="P", type=Path, help=say("cli.help.pdf", lang))
    parser.option("--json", action="store_true")


def _file(parser: Parser) -> None:
    parser.argument("file", metavar="FILE", type=Path)
    parser.option("--password-file", metavar="P", type=Path)


def _desk(parser: Parser) -> None:
    about = say("cli.help.as_person", parser.lang)
    parser.options.add_argument("--as", dest="as_person", metavar="NAME", help=about)
    parser.option("--pin-file", metavar="P", type=Path)


def _password(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "password", lang)
    about = say("cli.help.password_step", lang)
    parser.given.add_argument("step", choices=("set", "change", "remove"), help=about)
    _file(parser)
    _desk(parser)
    parser.option("--new-password-file", metavar="P", type=Path)


def _recovery(commands: _SubParsersAction[Parser], lang: str) -> None:
    parser = _command(commands, "recovery", lang)
    _file(parser)
    parser.option("--pdf", required=True, metavar="P.pdf", type=Path)


def _day(text: str, lang: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(say("cli.bad_date", lang, value=text)) from error
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ArgumentTypeError(say("cli.bad_date", lang, value=text))
    return day


def _currency(text: str, lang: str) -> str:
    code = text.strip().upper()
    if code not in CURRENCIES:
        raise ArgumentTypeError(say("cli.bad_currency", lang, value=text))
    return code


def _buckets(text: str, lang: str) -> tuple[int, ...]:
    try:
        return bucket_limits([int(part) for part in text.split(",")])
    except (ValueError, DomainError) as error:
        raise ArgumentTypeError(say("cli.bad_buckets", lang, value=text)) from error


def _methods(text: str, lang: str) -> tuple[AllocateBy, ...]:
    """Ways of allocation in the order they are tried; ``none`` for none."""
    parts = [] if text.strip() == "none" else [part.strip() for part in text.split(",")]
    if not all(part in set(AllocateBy) for part in parts):
        raise ArgumentTypeError(say("cli.bad_allocate", lang, value=text))
    return tuple(AllocateBy(part) for part in dict.fromkeys(parts))


def _match(text: str, lang: str) -> tuple[str, str]:
    name, mark, code = text.rpartition("=")
    if not (name.strip() and mark and code.strip()):
        raise ArgumentTypeError(say("cli.bad_match", lang, value=text))
    return name.strip(), code.strip()


def _times(text: str, lang: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(say("cli.bad_scale", lang, value=text))
    return int(text)
