"""Every parser over its own examples, and over each input that once broke one; needs no fuzzer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
BY_NAME = {target.name: target for target in TARGETS}
KEPT = sorted(path for path in FOUND.glob("*/*") if path.is_file())


@pytest.mark.parametrize("name", BY_NAME)
def test_a_parser_takes_its_examples(name: str) -> None:
    """Not merely refused with a sentence: fuzzing from what is refused at the door would find nothing."""
    seeds = BY_NAME[name].seeds()
    assert seeds
    for seed in seeds:
        assert len(seed) <= BY_NAME[name].longest
        BY_NAME[name].run(seed)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_broke_a_parser_once(path: Path) -> None:
    BY_NAME[path.parent.name].check(path.read_bytes())


def test_every_input_kept_is_of_a_parser() -> None:
    assert {path.name for path in FOUND.iterdir()} <= BY_NAME.keys()
