from __future__ import annotations

import ast
from pathlib import Path

import pytest

import app.imports
from app.domain.importing import Corrections, Fix, ImportKind
from app.words import LANGUAGES, say
from app.words.importing import WORDS
from tests.imports.tables import staged

ROOM = Path(app.imports.__file__).parent


def _said() -> set[str]:
    """Every code that the room's modules write down."""
    return {
        node.value
        for path in ROOM.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("import.")
    }


def test_every_code_of_the_room_has_words() -> None:
    assert len(_said()) > 50
    assert not {code for code in _said() if len(WORDS.get(code, ())) < 2}


def test_no_words_are_left_without_a_code() -> None:
    spoken = {code for code in WORDS if not code.startswith(("import.fix.", "import.row"))}
    assert spoken <= _said()


@pytest.mark.parametrize("fix", list(Fix))
def test_every_fix_has_a_label(fix: Fix) -> None:
    code = "import.fix." + fix.value.rstrip(":")
    assert {say(code, lang, proposal="2025-11-30") for lang in LANGUAGES}


def test_problems_can_be_said_with_what_they_carry() -> None:
    text = """
单号|客户|日期|币种|金额|已收|未收|到期日
1|甲|2025-01-05|CNY|10|12||2025-01-01
1|甲|2025-01-05|CNY|10|4|5|
|甲|2025-01-05|CNY|10|||
3||2025-13-05|贝壳|x|||
4|甲|2025-01|CNY||||
5|甲|0000-00-00|CNY|1.005|||
6|甲|2025-01-05|CNY|1.005|||2025-02-30
7|甲||CNY|1|||2025-02-30
8|甲|1901-01-01|CNY|1|||好
|期初余额||||||
|||CNY|5|||
9|甲|2025-01-05|CNY|3|||
合计||||77|||
"""
    result = staged(text)
    said = {problem.code for problem in result.problems}
    assert len(said) > 12, said
    for problem in result.problems:
        for lang in LANGUAGES:
            assert "{" not in say(problem.code, lang, **problem.params)


def test_problems_of_a_customer_list_can_be_said() -> None:
    result = staged(
        "编码|名称|币种\n1|甲|贝壳\n1|乙|CNY\n2||CNY", ImportKind.CUSTOMERS, corrections=Corrections()
    )
    assert len(result.problems) == 3
    for problem in result.problems:
        for lang in LANGUAGES:
            assert say(problem.code, lang, **problem.params)
