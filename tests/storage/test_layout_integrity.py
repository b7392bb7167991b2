"""What somebody did to a file's layout, its attachments' bytes or its company row: what the check says."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.company import Company
from app.domain.problem import EnvironmentFaultError
from app.services.check import CheckService, Finding
from app.storage.company_file import open_company
from app.storage.content import SqlContentStore
from app.storage.integrity import SqlCheckReader
from tests.storage.tampering import CLOCK, COMPAT, found_after, with_entries


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return with_entries(tmp_path)


def by_hand(path: Path, *statements: str) -> list[Finding]:
    """What the whole check finds after somebody ran these on the file."""
    return found_after(path, statements, lambda store: CheckService(SqlCheckReader(store), CLOCK.today).run())


REWRITTEN = "UPDATE sqlite_schema SET sql = replace(sql, 'amount >= 0', '1') WHERE name = 'document'"
TRIGGER = """
    CREATE TRIGGER less AFTER INSERT ON document
    BEGIN UPDATE document SET amount = amount - 1 WHERE id = new.id; END
"""


@pytest.mark.parametrize(
    ("statements", "how", "name"),
    [
        ([TRIGGER], "added", "less"),
        (["CREATE VIEW mine AS SELECT * FROM document"], "added", "mine"),
        (["CREATE TABLE mine(a)"], "added", "mine"),
        (["CREATE UNIQUE INDEX mine ON customer(name)"], "added", "mine"),
        (["ALTER TABLE document ADD COLUMN mine TEXT"], "changed", "document"),
        (["PRAGMA writable_schema = ON", REWRITTEN], "changed", "document"),
        (["DROP INDEX ix_document_asof"], "gone", "ix_document_asof"),
    ],
)  # fmt: skip
def test_what_was_done_to_the_layout_is_named(path: Path, statements: list[str], how: str, name: str) -> None:
    (found,) = by_hand(path, *statements)
    assert (found.code, found.params["name"]) == (f"check.layout_{how}", name)


@pytest.mark.parametrize("version", [1, 3, 5])
def test_older_files_are_laid_out_as_new_ones(version: int, tmp_path: Path) -> None:
    old = Path(shutil.copy(COMPAT / f"schema-{version}.holdfast", tmp_path))
    open_company(old, clock=CLOCK, actor="x").close()
    assert not [one for one in by_hand(old, "ANALYZE") if one.code.startswith("check.layout")]


def test_an_attachment_with_other_bytes_is_named(path: Path) -> None:
    with closing(open_company(path, clock=CLOCK, actor="x")) as store, store.write() as unit:
        unit.connection.exec_driver_sql(
            "INSERT INTO attachment(owner, owner_id, name, digest, size, created_at, changed_at)"
            " VALUES ('customer', 1, '签收单.pdf', ?, 3, '', '')",
            (SqlContentStore(store).put(b"abc"),),
        )
        unit.finish("attachment.added", {}, rows=0, touched={})
    codes = [one.code for one in by_hand(path, "UPDATE content SET data = x'000000'")]
    assert codes == ["check.outside_added", "check.altered_content"]
    codes = [one.code for one in by_hand(path, "UPDATE attachment SET deleted = 1")]
    assert "check.altered_content" in codes, "it may come back from the bin"


@pytest.mark.parametrize("edit", ["UPDATE content SET data = x'000000'", "DELETE FROM content"])
def test_a_seal_with_other_bytes_is_named(path: Path, edit: str) -> None:
    with closing(open_company(path, clock=CLOCK, actor="x")) as store, store.write() as unit:
        unit.replace(replace(unit.find(Company)[0], seal=SqlContentStore(store).put(b"abc")))
        unit.commit("company.picture_set", what=("picture.seal", {}))
    assert [one.code for one in by_hand(path, edit)] == ["check.altered_picture"]


def test_what_is_found_is_told_though_a_later_check_trips_over_it(path: Path) -> None:
    found = by_hand(path, "UPDATE document SET amount = 9223372036854775807")
    assert found[0].code == "check.outside_changed"
    assert "check.tripped" in {one.code for one in found}


@pytest.mark.parametrize("told", ["bucket_limits = 'a,b'", "name = CAST(x'ff' AS TEXT)"])
def test_a_company_nobody_can_read_is_damage_with_a_way_out(path: Path, told: str) -> None:
    with pytest.raises(EnvironmentFaultError, match=r"file\.damaged"):
        by_hand(path, f"UPDATE company SET {told}")  # noqa: S608 - our own text
