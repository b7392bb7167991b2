"""Proofs and closed months on the command line."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.domain.chain import START
from tests.cli.conftest import Call
from tests.storage.test_chain import sealed_anew


def test_a_proof_is_written_and_held_against_the_file(call: Call, sample: Path, tmp_path: Path) -> None:
    proof = tmp_path / "证明.json"
    done = call("proof", sample, "--out", proof, lang="zh")
    assert done.code == 0
    told = json.loads(proof.read_text("utf-8"))
    assert str(told["entries"]) in done.out
    held = call("check", sample, "--proof", proof, lang="zh")
    assert held.code == 0
    assert "一致" in held.out
    mark = f"{told['entries']} {told['head'][:16]}"
    assert call("check", sample, "--head", mark).code == 0
    with closing(driver.connect(str(sample), isolation_level=None)) as raw:
        raw.execute("UPDATE change_set SET actor = '别人' WHERE id = 2")
        previous = START
        for (number,) in raw.execute("SELECT id FROM change_set ORDER BY id").fetchall():
            previous = sealed_anew(raw, number, previous)
    assert call("check", sample).code == 0
    for given in (("--proof", proof), ("--head", mark)):
        found = call("check", sample, *given)
        assert found.code == 1
        assert "written anew" in found.out


@pytest.mark.parametrize(
    ("given", "code"),
    [(("--head", "x"), 2), (("--proof", "nowhere.json"), 2), (("--proof", "p", "--head", "1"), 2)],
)
def test_what_is_no_proof_is_a_wrong_call(
    call: Call, sample: Path, given: tuple[str, ...], code: int
) -> None:
    done = call("check", sample, *given)
    assert done.code == code
    assert done.err


def test_a_month_is_closed_bars_an_import_and_opens_again(call: Call, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "应收.csv"
    source.write_text(
        "单据编号,客户名称,开票日期,到期日,价税合计,币种\nZZ-1,新客户,2025-10-05,2025-11-05,100,CNY\n",
        "utf-8",
    )
    done = call("close-month", sample, "2025-10", lang="zh")
    assert done.code == 0
    assert "2025-10-31" in done.out
    listed = json.loads(call("close-month", sample, "--json").out)
    assert listed["closed_through"] == "2025-10-31"
    assert {one["month"]: one["closed"] for one in listed["months"]}["2025-11"] is False
    assert "已结账" in call("close-month", sample, lang="zh").out
    refused = call("import", sample, source, lang="zh")
    assert refused.code == 1
    assert "2025-10" in refused.out + refused.err
    assert call("reopen-month", sample, "2025-10", "--reason", "x").code == 1
    opened = call("reopen-month", sample, "2025-10", "--reason", "补录运费发票", lang="zh")
    assert opened.code == 0
    assert "2025-10" in opened.out
    assert call("import", sample, source).code == 0
    assert call("check", sample).code == 0


def test_a_month_that_is_none_is_a_wrong_call(call: Call, sample: Path) -> None:
    for command in (("close-month", sample, "11月"), ("reopen-month", sample, "x", "--reason", "很好的原因")):
        assert call(*command).code == 2
