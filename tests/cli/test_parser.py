"""The grammar: every line of the manual parses, every bad call gets its sentence."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest

from app.cli.parser import CallError, build
from app.domain.import_plan import AllocateBy
from app.words import LANGUAGES, say

COMMANDS = ("demo", "new", "import", "aging", "statement", "check")


def parsed(line: str, lang: str = "en") -> Namespace:
    return build(lang).parse_args(line.split())


def refused(line: str, lang: str = "en") -> str:
    with pytest.raises(CallError) as caught:
        parsed(line, lang)
    return say(caught.value.code, lang, **caught.value.params)


def test_without_a_command_the_window_is_wanted() -> None:
    assert parsed("").command is None


def test_every_option_of_the_manual_parses() -> None:
    call = parsed(
        "aging f.holdfast --as-of 2025-12-31 --basis invoice --buckets 60,30,90 --by region --in-base --json"
    )
    assert call.as_of == date(2025, 12, 31)
    assert call.buckets == (30, 60, 90)
    assert (call.basis, call.by, call.in_base, call.json) == ("invoice", "region", True, True)
    call = parsed(
        "import f.holdfast s.csv --kind receipts --snapshot-of 2025-12-31 --mapping m.json --dry-run --json "
        "--allocate oldest --accept-changes --match A=C1 --match B=C=C2 --rejects r.xlsx"
    )
    assert call.match == [("A", "C1"), ("B=C", "C2")]
    assert call.snapshot_of == date(2025, 12, 31)
    assert call.allocate == (AllocateBy.OLDEST,)
    assert parsed("import f s --allocate exact,reference").allocate == (
        AllocateBy.EXACT,
        AllocateBy.REFERENCE,
    )
    assert parsed("import f s --allocate none").allocate == ()
    assert parsed("import f s").allocate == tuple(AllocateBy)
    call = parsed("statement f.holdfast --customer C1003 --as-of 2025-12-31 --pdf p.pdf --lang zh")
    assert (call.customer, call.pdf, call.lang) == ("C1003", Path("p.pdf"), "zh")
    assert parsed("new f.holdfast --name N --currency cny").currency == "CNY"
    assert parsed("demo --out d --no-window --scale 334").scale == 334
    assert parsed("--lang zh check f.holdfast").file == Path("f.holdfast")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("aging", "Missing: FILE, --as-of"),
        ("aging f --as-of 2025-02-30", "“2025-02-30” is not a date"),
        ("aging f --as-of 31.12.2025", "write it like 2025-12-31"),
        ("aging f --as-of 2025-12-31 --basis age", "--basis cannot be “age”; choose from"),
        ("aging f --as-of 2025-12-31 --buckets 30,x", "“30,x” does not make buckets"),
        ("import f s --allocate newest", "“newest” is no way to allocate"),
        ("aging f --as-of 2025-12-31 --buckets 30,30", "does not make buckets"),
        ("aging f --as-of 2025-12-31 --json --pdf p.pdf", "--pdf and --json exclude each other"),
        ("aging f --as-of", "--as-of needs a value"),
        ("aging f --as-of 2025-12-31 --bas due", "Unknown: --bas due"),
        ("new f --name N --currency XXX", "“XXX” is not a known currency"),
        ("demo --scale 0", "is not a number of times"),
        ("import f s --match X", "write NAME=CODE"),
        ("frobnicate", "cannot be “frobnicate”; choose from"),
        ("check f --lang fr", "--lang cannot be “fr”"),
    ],
)
def test_a_bad_call_is_told_in_a_sentence(line: str, said: str) -> None:
    text = refused(line)
    assert said in text
    assert "--help" in text


def test_a_bad_call_is_told_in_chinese() -> None:
    assert "不是日期" in refused("aging f --as-of x", "zh")
    assert refused("aging", "zh").startswith("缺少参数：FILE, --as-of。")
    assert "holdfast aging --help" in refused("aging", "zh")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_speaks_the_language(command: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(f"{command} --help", lang)
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert say("cli.usage", lang).strip() in text
    assert say("cli.help.lang", lang).split("，")[0][:12] in text
    if lang == "zh":
        assert "usage" not in text
        assert "show this" not in text
        assert "positional" not in text


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_does_is_told_in_a_whole_sentence(command: str) -> None:
    assert say(f"cli.about.{command}", "en")[0].isupper()
    assert say(f"cli.about.{command}", "en").endswith((".", "?"))
    assert say(f"cli.about.{command}", "zh").endswith(("。", "？"))
