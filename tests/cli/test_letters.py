"""Letters of a day's run from the command line."""

from datetime import date
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.domain.letter import Letter, LetterState
from tests.cli.conftest import AS_OF, Call


def test_the_runs_letters_are_written_and_none_is_sent(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "letters"
    answer = call("letters", sample, "--as-of", "2025-12-31", "--out", out)
    assert answer.code == 0
    written = sorted(out.glob("*.pdf"))
    assert written
    assert all(str(path) in answer.out for path in written)
    assert f"{len(written)} letter" in answer.out
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    drafts = session.dunning.letters()
    found = [session.dunning.letter(row).letter for row in drafts]
    session.close()
    of_the_day: list[Letter] = [one for one in found if one.run_on == AS_OF and one.level]
    assert {one.state for one in of_the_day} == {LetterState.DRAFT}
    assert len(of_the_day) == len(written)


def test_the_same_run_again_as_drafts_of_mails(call: Call, sample: Path, tmp_path: Path) -> None:
    before = call("letters", sample, "--as-of", "2025-12-31", "--out", tmp_path / "a").out.count("Wrote")
    answer = call("letters", sample, "--as-of", "2025-12-31", "--out", tmp_path / "b", "--eml", lang="zh")
    mails = sorted((tmp_path / "b").glob("*.eml"))
    assert answer.code == 0
    assert len(mails) == before
    assert f"共 {before} 份函件" in answer.out
    for path in mails:
        mail = message_from_bytes(path.read_bytes(), policy=SMTP)
        assert mail["X-Unsent"] == "1"
        assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf"]


def test_a_day_before_the_last_run_is_refused(call: Call, sample: Path, tmp_path: Path) -> None:
    call("letters", sample, "--as-of", "2025-12-31", "--out", tmp_path / "a")
    answer = call("letters", sample, "--as-of", date(2025, 1, 1).isoformat(), "--out", tmp_path / "b")
    assert answer.code == 1
    assert answer.err
    assert not (tmp_path / "b").exists()


def test_a_folder_that_cannot_be_made(call: Call, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    answer = call("letters", sample, "--as-of", "2025-12-31", "--out", tmp_path / "file" / "x")
    assert answer.code == 2
    assert "--out" in answer.err
