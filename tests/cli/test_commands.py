"""Every line of the command line, right calls and wrong ones, in both languages."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.bootstrap import build_app
from app.cli.printing import columns_of
from tests.cli.conftest import AS_OF, Call, Windows

DAY = AS_OF.isoformat()


def test_without_a_command_the_window_opens(call: Call, windows: Windows) -> None:
    assert call(lang="").code == 0
    assert call(lang="zh").code == 0
    assert windows == [(None, ""), (None, "zh")]


def test_a_double_clicked_file_opens_in_the_window(call: Call, windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "恒信 五金.HOLDFAST"
    assert call(path, lang="").code == 0
    assert call("--lang", "en", path, lang="").code == 0
    assert windows == [(str(path), ""), (str(path), "en")]


def test_version(call: Call) -> None:
    assert call("--version").out.startswith("Holdfast ")


# new


def test_new_makes_a_file_that_opens(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "新公司.holdfast"
    made = call("new", path, "--name", "恒信五金有限公司", "--currency", "EUR", lang="zh")
    assert (made.code, made.err) == (0, "")
    assert f"已新建 {path}" in made.out
    board = call("aging", path, "--as-of", DAY, "--json").json()
    assert (board["company"], board["base"], board["rows"]) == ("恒信五金有限公司", "EUR", [])
    assert call("check", path).code == 0


def test_new_never_writes_over_a_file(call: Call, sample: Path) -> None:
    before = sample.read_bytes()
    refused = call("new", sample, "--name", "X", "--currency", "CNY")
    assert (refused.code, refused.out) == (2, "")
    assert sample.name in refused.err
    assert sample.read_bytes() == before


def test_new_wants_a_name(call: Call, tmp_path: Path) -> None:
    assert call("new", tmp_path / "x.holdfast", "--name", "  ", "--currency", "CNY").code == 2
    assert not list(tmp_path.glob("*.holdfast"))


# aging


def test_aging_as_json_carries_strings_and_iso_days(call: Call, sample: Path) -> None:
    board = call("aging", sample, "--as-of", DAY, "--json").json()
    assert (board["as_of"], board["basis"], board["buckets"]) == (DAY, "due", [30, 60, 90])
    assert {row["currency"] for row in board["rows"]} == {"CNY", "USD", "EUR", "GBP", "JPY"}
    for row in [*board["rows"], *board["totals"]]:
        parts = [*row["buckets"], row["receipts"], row["credit_notes"]]
        assert all(isinstance(amount, str) for amount in parts)
        assert sum(map(Decimal, parts)) == Decimal(row["balance"])
        assert len(row["buckets"]) == 5
    for total in board["totals"]:
        rows = [row for row in board["rows"] if row["currency"] == total["currency"]]
        assert sum(Decimal(row["balance"]) for row in rows) == Decimal(total["balance"])


def test_aging_takes_buckets_basis_and_grouping(call: Call, sample: Path) -> None:
    board = call(
        "aging", sample, "--as-of", DAY, "--json", "--basis", "invoice", "--buckets", "15,45",
        "--by", "salesperson", "--in-base",
    ).json()  # fmt: skip
    assert (board["basis"], board["buckets"], board["by"]) == ("invoice", [15, 45], "salesperson")
    assert {row["currency"] for row in board["rows"]} == {"CNY"}
    assert "周启航" in {row["label"] for row in board["rows"]}
    plain = call("aging", sample, "--as-of", DAY, "--json", "--in-base").json()
    # Each row is rounded to the fen once it is converted.
    difference = Decimal(board["totals"][0]["balance"]) - Decimal(plain["totals"][0]["balance"])
    assert abs(difference) < len(plain["rows"]) * Decimal("0.05")


@pytest.mark.parametrize("by", ["customer", "group", "region", "currency"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_aging_for_people_stands_in_columns(call: Call, sample: Path, by: str, lang: str) -> None:
    shown = call("aging", sample, "--as-of", DAY, "--by", by, lang=lang)
    assert shown.code == 0
    head, _, titles, rule, *body = shown.out.splitlines()
    assert ("应收账龄" if lang == "zh" else "Receivables aging") in head
    assert "90" in titles
    assert columns_of(rule) == max(columns_of(line) for line in [titles, *body])
    assert {columns_of(line) for line in body} == {columns_of(rule)}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_aging_of_an_empty_company_says_so(call: Call, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "x.holdfast"
    call("new", path, "--name", "X", "--currency", "CNY")
    shown = call("aging", path, "--as-of", DAY, lang=lang)
    assert ("没有未清项" if lang == "zh" else "Nothing is open") in shown.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_aging_is_written_in_every_format(call: Call, sample: Path, tmp_path: Path, lang: str) -> None:
    for name in ("pdf", "xlsx", "csv"):
        path = tmp_path / f"out.{name}"
        done = call("aging", sample, "--as-of", DAY, "--in-base", f"--{name}", path, lang=lang)
        assert (done.code, done.err) == (0, "")
        assert str(path) in done.out
    customer = "苏州恒岳机电" if lang == "zh" else "Brackenmoor Fixings Ltd"
    assert any(customer in page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages)
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert customer in {cell.value for row in sheet.iter_rows() for cell in row}
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert any(customer in row for row in rows)


# statement


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_statement_is_written(call: Call, sample: Path, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "s.pdf"
    done = call("statement", sample, "--customer", "c1003", "--as-of", DAY, "--pdf", path, lang=lang)
    assert (done.code, done.err) == (0, "")
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert ("对账单" if lang == "zh" else "Statement of account") in text


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "没有编码为“C9999”的客户"), ("en", "No customer has the code")]
)
def test_statement_of_nobody_is_a_wrong_call(
    call: Call, sample: Path, tmp_path: Path, lang: str, said: str
) -> None:
    path = tmp_path / "s.pdf"
    refused = call("statement", sample, "--customer", "C9999", "--as-of", DAY, "--pdf", path, lang=lang)
    assert refused.code == 2
    assert said in refused.err
    assert not path.exists()


# check


def test_check_of_a_sound_file(call: Call, sample: Path) -> None:
    done = call("check", sample, lang="zh")
    assert done.code == 0
    assert "完好" in done.out


def test_check_finds_what_does_not_agree(call: Call, sample: Path) -> None:
    session = build_app().files.open(sample)
    session.close()
    import sqlcipher3.dbapi2 as driver

    raw = driver.connect(str(sample), isolation_level=None)
    raw.execute("UPDATE document SET open = open + 100 WHERE id = 1")
    raw.close()
    done = call("check", sample)
    assert done.code == 1
    assert "problem" in done.out.splitlines()[-1]


# faults that any command may meet


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "rest",
    [("check",), ("aging", "--as-of", DAY), ("statement", "--customer", "C1", "--as-of", DAY, "--pdf", "p")],
)
def test_a_missing_file_is_a_wrong_call(call: Call, tmp_path: Path, rest: tuple[str, ...], lang: str) -> None:
    path = tmp_path / "none.holdfast"
    refused = call(rest[0], path, *rest[1:], lang=lang)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.count("\n") == 1
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"not a company file, whatever its name says"])
def test_a_file_that_is_not_one_of_ours_is_wrong_data(call: Call, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.holdfast"
    path.write_bytes(content)
    refused = call("check", path)
    assert (refused.code, refused.out) == (1, "")
    assert "x.holdfast" in refused.err


def test_a_bad_call_is_told_in_the_language_asked_for(call: Call) -> None:
    refused = call("aging", "f.holdfast", "--as-of", "2025-02-30", lang="zh")
    assert refused.code == 2
    assert "不是日期" in refused.err
    assert call("aging", "f.holdfast").code == 2
    assert call("nonsense").code == 2


# demo


@pytest.mark.parametrize("display", [False, True])
def test_demo_writes_every_paper_and_says_where(
    call: Call, tmp_path: Path, windows: Windows, monkeypatch: pytest.MonkeyPatch, display: bool
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr("sys.platform", "linux")
    if display:
        monkeypatch.setenv("DISPLAY", ":7")
    done = call("demo", "--out", tmp_path / "d", "--as-of", DAY)
    assert (done.code, done.err) == (0, "")
    names = {path.name for path in (tmp_path / "d").iterdir()}
    papers = {f"aging-{DAY}-{lang}.{kind}" for lang in ("zh", "en") for kind in ("pdf", "xlsx", "csv")}
    papers |= {f"statements-{DAY}-{lang}.pdf" for lang in ("zh", "en")}
    papers |= {f"insurance-{DAY}-{lang}.ics" for lang in ("zh", "en")}
    papers |= {
        f"{kind}-{DAY}-{lang}.pdf" for kind in ("credit-report", "claim-pack") for lang in ("zh", "en")
    }
    papers |= {f"letter-{lang}-step-{step}-{DAY}.pdf" for lang in ("zh", "en") for step in range(1, 7)}
    papers |= {f"review-2025Q4-{lang}.pdf" for lang in ("zh", "en")}
    assert names == papers | {f"letters-{DAY}.pdf", f"notice-{DAY}.pdf", "sample.holdfast"}
    assert all(name in done.out for name in names)
    assert windows == ([(str(tmp_path / "d" / "sample.holdfast"), "en")] if display else [])


def test_demo_keeps_the_window_shut_when_told(
    call: Call, tmp_path: Path, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":7")
    assert call("demo", "--out", tmp_path, "--as-of", DAY, "--no-window").code == 0
    assert not windows


def test_demo_scaled_writes_the_company_many_times_over(call: Call, tmp_path: Path) -> None:
    done = call("demo", "--out", tmp_path, "--as-of", DAY, "--scale", "2")
    assert done.code == 0
    assert "Making customer 120 of 120" in done.err
    rows = call("aging", tmp_path / "sample.holdfast", "--as-of", DAY, "--json").json()["rows"]
    assert len({row["code"] for row in rows}) > 100
    refused = call("demo", "--out", tmp_path, "--as-of", DAY, "--scale", "2")
    assert refused.code == 2


def test_the_demo_company_is_marked_and_lives_on_its_day(call: Call, tmp_path: Path) -> None:
    call("demo", "--out", tmp_path, "--as-of", "2024-02-29", "--no-window")
    session = build_app().files.open(tmp_path / "sample.holdfast")
    assert session.sample
    assert session.clock.today().isoformat() == "2024-02-29"
    assert session.history.can_undo() is None
    session.close()


# what must not happen


@pytest.mark.parametrize("name", ["pdf", "xlsx", "csv"])
def test_an_export_never_replaces_a_company_file(call: Call, sample: Path, name: str) -> None:
    before = sample.read_bytes()
    refused = call("aging", sample, "--as-of", DAY, f"--{name}", sample)
    assert refused.code == 2
    assert "company file" in refused.err
    assert sample.read_bytes() == before


def test_a_statement_cannot_start_after_its_day(call: Call, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.pdf"
    for lang, said in (("zh", "晚于截止日"), ("en", "is after")):
        refused = call(
            "statement", sample, "--customer", "C1003", "--as-of", DAY, "--start", "2026-01-01",
            "--pdf", path, lang=lang,
        )  # fmt: skip
        assert refused.code == 2
        assert said in refused.err
    assert not path.exists()


@pytest.mark.parametrize(("lang", "said"), [("zh", "文件夹"), ("en", "folder")])
def test_new_in_no_folder_or_onto_one_says_which(call: Call, tmp_path: Path, lang: str, said: str) -> None:
    for path in (tmp_path / "none" / "x.holdfast", tmp_path, Path()):
        refused = call("new", path, "--name", "X", "--currency", "CNY", lang=lang)
        assert refused.code == 2
        assert said in refused.err
    assert "none" in call("new", tmp_path / "none" / "x", "--name", "X", "--currency", "CNY").err


@pytest.mark.parametrize("place", ["none/x.pdf", "."])
def test_a_paper_that_has_no_place_is_a_wrong_call(
    call: Call, sample: Path, tmp_path: Path, place: str
) -> None:
    refused = call("aging", sample, "--as-of", DAY, "--pdf", tmp_path / place)
    assert refused.code == 2
    assert "folder" in refused.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--buckets", "30,99999999999999999999"),
        ("--buckets", "30,10000"),
        ("--as-of", "0001-01-01"),
        ("--as-of", "1899-12-31"),
        ("--as-of", "2200-01-01"),
    ],
)
def test_days_beyond_the_calendar_are_a_wrong_call(call: Call, sample: Path, wrong: tuple[str, str]) -> None:
    for lang in ("zh", "en"):
        refused = call("aging", sample, "--as-of", DAY, *wrong, lang=lang)
        assert refused.code == 2
        assert wrong[1] in refused.err
        assert "。 " not in refused.err


@pytest.mark.parametrize(
    "right", [("--buckets", "9999"), ("--as-of", "1900-01-01"), ("--as-of", "2199-12-31")]
)
def test_the_farthest_days_have_a_board(call: Call, sample: Path, right: tuple[str, str]) -> None:
    assert call("aging", sample, "--as-of", DAY, *right, "--json").code == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_demo_says_when_its_folder_cannot_be_made(call: Call, tmp_path: Path, lang: str) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    refused = call("demo", "--out", tmp_path / "file", "--no-window", "--as-of", DAY, lang=lang)
    assert refused.code == 2
    assert str(tmp_path / "file") in refused.err


def test_check_says_where_the_file_lies(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - 恒信"
    folder.mkdir()
    assert call("new", str(folder / "账.holdfast"), "--name", "恒信", "--currency", "CNY").code == 0
    (folder / "账-PC-7.holdfast").write_bytes(b"")
    answer = call("check", str(folder / "账.holdfast"), "--lang", "en")
    assert answer.code == 0
    assert "OneDrive synchronises the folder" in answer.out
    assert "账-PC-7.holdfast" in answer.out
    assert "is sound" in answer.out


def test_a_devices_name_is_refused(call: Call, tmp_path: Path) -> None:
    answer = call("new", str(tmp_path / "nul.holdfast"), "--name", "恒信", "--currency", "CNY")
    assert answer.code == 2
    assert "_nul.holdfast" in answer.err
    assert not list(tmp_path.iterdir())
