from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, Rate
from app.domain.problem import DomainError, EnvironmentFaultError
from app.storage import schema
from app.storage.company_file import create_company, open_company
from app.storage.engine import foreign_key_check, integrity_check
from app.storage.history import SqlChangeLog
from app.storage.migrations import upgrade as upgrading
from app.storage.store import SqlStore
from app.words import say
from tests.storage.test_unit_of_work import customer_in

CLOCK = FixedClock(date(2026, 1, 5))
COMPAT = Path(__file__).parents[1] / "compat"
NEXT = schema.SCHEMA_VERSION + 1
ADD_A_COLUMN = """
    import sqlalchemy as sa
    from alembic import op
    revision = "{revision}"
    down_revision = "{down}"
    def upgrade():
        op.add_column("customer", sa.Column("rating", sa.Text, nullable=False, server_default=""))
        op.execute("UPDATE customer SET rating = 'A'")
"""
BREAK = (
    ADD_A_COLUMN  # noqa: S608 - a script of our own
    + """
        op.execute("DELETE FROM customer")
        op.execute("INSERT INTO nowhere VALUES (1)")
"""
)


_TABLES = """
    SELECT name, strict FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'
"""


def shape(store: SqlStore) -> dict[str, Any]:
    """Columns, keys, indexes and checks of every table, whatever order and spelling they came in."""
    read = store.raw.execute
    found: dict[str, Any] = {}
    for name, strict in read(_TABLES).fetchall():
        (text,) = read("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
        found[name] = {
            "strict": strict,
            "columns": {row[1]: row[2:] for row in read(f"PRAGMA table_xinfo({name})")},
            "keys": {row[2:] for row in read(f"PRAGMA foreign_key_list({name})")},
            "checks": Counter(re.findall(r"CHECK \(.*\)", text)),
        }
    indexes = read("SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    found["indexes"] = {" ".join(sql.split()) for (sql,) in indexes}
    return found


@pytest.fixture(params=sorted(COMPAT.glob("*.holdfast")), ids=lambda path: path.stem)
def old_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path))


def test_each_released_schema_has_its_file() -> None:
    versions = range(1, schema.SCHEMA_VERSION + 1)
    assert {p.name for p in COMPAT.iterdir()} == {f"schema-{n}.holdfast" for n in versions}


def test_every_released_schema_opens_for_ever(old_file: Path) -> None:
    with closing(open_company(old_file, clock=CLOCK, actor="x")) as store:
        assert not integrity_check(store.raw)
        assert not foreign_key_check(store.raw)
        assert store.find(Company)[0].bucket_limits == (30, 60, 90, 180)
        assert [(d.number, d.open) for d in store.find(Document)] == [
            ("FP-1", 400_00),
            ("FP-2", 500_00),
            ("SK-1", 100_00),
        ]
        assert [str(r.rate) for r in store.find(Rate)] == ["7.0800"]
        assert len(SqlChangeLog(store).entries(99, None, None, None)) >= 5
        customer_in(store)
        SqlChangeLog(store).undo(0)


def test_migrating_leads_to_the_same_tables_as_creating(old_file: Path, store: SqlStore) -> None:
    with closing(open_company(old_file, clock=CLOCK, actor="x")) as migrated:
        assert shape(migrated) == shape(store)


def test_undo_goes_on_in_a_file_of_the_present_schema(tmp_path: Path) -> None:
    path = Path(shutil.copy(COMPAT / f"schema-{schema.SCHEMA_VERSION}.holdfast", tmp_path))
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        log = SqlChangeLog(store)
        log.redo()
        assert len(store.find(Document)) == 2
        while log.next_undo():
            log.undo(0)
        assert not store.find(Document)
        assert not store.find(Customer)


def next_schema(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    """Pretend that a schema after the present one has been released."""
    versions = tmp_path / "scripts" / "versions"
    shutil.copytree(upgrading.SCRIPTS / "versions", versions)
    text = textwrap.dedent(script).format(revision=f"{NEXT:04d}", down=f"{NEXT - 1:04d}")
    (versions / "next.py").write_text(text, "utf-8")
    monkeypatch.setattr(upgrading, "SCRIPTS", tmp_path / "scripts")
    monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT)


def test_a_pending_step_is_taken_after_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(shutil.copy(COMPAT / f"schema-{NEXT - 1}.holdfast", tmp_path / "旧.holdfast"))
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        log = SqlChangeLog(store)
        assert log.next_redo()
    monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT - 1)
    next_schema(monkeypatch, tmp_path, ADD_A_COLUMN)
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        assert store.raw.execute("SELECT DISTINCT rating FROM customer").fetchall() == [("A",)]
        assert store.raw.execute("PRAGMA user_version").fetchone() == (NEXT,)
        log = SqlChangeLog(store)
        (mark, *_) = log.entries(1, None, None, None)
        assert (mark.verb, mark.params) == ("file.migrated", {"version": NEXT})
        assert say(mark.verb, "zh", **mark.params)
        assert log.next_undo() is log.next_redo() is None
        with pytest.raises(DomainError, match=r"undo\.irreversible"):
            log.undo(2)
        customer = store.find(Customer)[0]
        with store.write() as unit:
            unit.replace(replace(customer, note="x"))
            unit.commit("customer.edited")
        log.undo(0)
    backup = tmp_path / f"旧.format-{NEXT - 1}.holdfast"
    monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT - 1)
    with closing(open_company(backup, clock=CLOCK, actor="x")) as kept:
        assert len(kept.find(Document)) == 3


def test_a_failed_step_leaves_the_file_as_it_was(
    company_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_company(company_path, clock=CLOCK, actor="x")) as store:
        customer_in(store)
    before = company_path.read_bytes()
    next_schema(monkeypatch, tmp_path, BREAK)
    for _ in range(2):
        with pytest.raises(EnvironmentFaultError, match=r"file\.migration_failed") as failed:
            open_company(company_path, clock=CLOCK, actor="x")
        assert Path(str(failed.value.params["backup"])).exists()
        assert company_path.read_bytes() == before
        assert say(failed.value.code, "en", **failed.value.params)
    assert len(list(tmp_path.glob("*.format-*.holdfast"))) == 2, "no backup replaces another"


def test_a_dangling_reference_is_a_failed_step(
    company_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_company(company_path, clock=CLOCK, actor="x")) as store:
        customer_in(store)
    dangling = ADD_A_COLUMN.replace("rating = 'A'", "region_id = 7")
    next_schema(monkeypatch, tmp_path, dangling)
    with pytest.raises(EnvironmentFaultError, match=r"file\.migration_failed"):
        open_company(company_path, clock=CLOCK, actor="x")


def test_an_older_file_is_not_opened_for_reading_only(
    company_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_schema(monkeypatch, tmp_path, ADD_A_COLUMN)
    with pytest.raises(EnvironmentFaultError, match=r"file\.older_read_only"):
        open_company(company_path, clock=CLOCK, actor="x", read_only=True)


def test_opening_a_file_of_today_imports_no_alembic(tmp_path: Path) -> None:
    path = tmp_path / "a.holdfast"
    create_company(path, Company("x", "CNY"), clock=CLOCK, actor="x")
    script = """
        import sys
        from datetime import date
        from pathlib import Path
        from app.domain.clock import FixedClock
        from app.storage.company_file import open_company
        open_company(Path(sys.argv[1]), clock=FixedClock(date(2025, 1, 1)), actor="x").close()
        assert "alembic" not in sys.modules
        assert "sqlalchemy.orm" not in sys.modules
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script), str(path)], check=True)
