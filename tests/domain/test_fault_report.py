"""A report tells where the program failed and nothing of whom it was working for."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fault_report import _PYTHON, dumped, place, redacted, traced

SECRETS = (
    "苏州恒岌机电有限公司",
    "Acme Tools Ltd",
    "91320505MA1XYZ2T3K",
    "GB82WEST12345698765432",
    "1,234,567.89",
    "/home/wangfang/账/恒信.holdfast",
    r"C:\Users\WangFang\Documents\a.holdfast",
    "correct horse battery",
    "x'2dd29ca851e7b56e4697b0e1f08507293d761a05ce4d1b628663f411a8086d99'",
    "wang.fang@example.com",
    "0512-66668888",
)


def failing(secret: str) -> None:
    raise ValueError(f"no limit for {secret} on file")


def report_of(secret: str) -> str:
    try:
        try:
            failing(secret)
        except ValueError as error:
            error.add_note(secret)
            raise KeyError(secret) from error
    except KeyError as error:
        return traced(error)
    raise AssertionError


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_in_a_message_is_left_out_whatever_it_looks_like(secret: str) -> None:
    said = report_of(secret)
    assert secret not in said
    assert not {word for word in secret.split() if len(word) > 1} & set(said.split())
    assert "builtins.KeyError: …" in said
    assert "builtins.ValueError: no limit for … on file" in said
    assert "tests/domain/test_fault_report.py:" in said
    assert "in failing" in said


@given(st.text(max_size=60))
def test_no_text_gets_through_but_for_the_programs_own_words(text: str) -> None:
    said = redacted(f"cannot convert {text} to int")
    assert all(word in _PYTHON or word.lower() in _PYTHON for word in re.findall(r"\w+", said))


def test_pythons_own_messages_stay_readable() -> None:
    name = SECRETS[1][:4]
    for act, said in (
        (lambda: int("Acme"), "invalid literal for int() with base …"),
        (lambda: None + 1, "unsupported operand type(s) for +: …"),  # type: ignore[operator]  # meant
        (lambda: list(name)[9], "list index out of range"),
        (lambda: json.loads("{"), "json.decoder.JSONDecodeError"),
        (lambda: Decimal("Acme"), "decimal.InvalidOperation"),
        (lambda: {"": name}[name], "builtins.KeyError: …"),
    ):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - each its own
            act()
        assert said in traced(caught.value), traced(caught.value)


def test_a_statement_with_its_values_is_left_out() -> None:
    said = redacted("UNIQUE constraint failed: x [SQL: INSERT INTO t] [parameters: ('Acme',)]")
    assert said.startswith("UNIQUE constraint")
    assert "INSERT" not in said


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/home/wang/holdfast/app/storage/store.py", "app/storage/store.py"),
        (r"C:\Users\王芳\Holdfast\_internal\app\ui\faults.py", "app/ui/faults.py"),
        (
            "/home/wang/.venv/lib/python3.11/site-packages/sqlalchemy/engine/base.py",
            "sqlalchemy/engine/base.py",
        ),
        ("/home/app/wang/.venv/lib/python3.11/json/decoder.py", "python3.11/json/decoder.py"),
        (r"C:\Users\tests\王芳\site-packages\xlsxwriter\workbook.py", "xlsxwriter/workbook.py"),
        ("/home/lib/wang/app/storage/store.py", "app/storage/store.py"),
        ("/home/wang/secret", "…"),
        ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>"),
    ],
)
def test_a_place_is_in_the_program_not_on_the_disk(path: str, said: str) -> None:
    assert place(path) == said


def test_a_dump_keeps_its_heads_and_places_alone() -> None:
    text = (
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f0 (most recent call first):\n"
        '  File "/home/wang/holdfast/app/ui/x.py", line 12 in paint\n'
        "Acme Tools Ltd owes 12\n"
    )
    assert dumped(text).splitlines() == [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f0 (most recent call first):",
        "  app/ui/x.py:12 in paint",
    ]
