from __future__ import annotations

import pytest

from app.services.company import CompanyService
from app.services.history import HistoryService
from app.storage.company import SqlCompanyReader
from app.storage.history import SqlChangeLog
from app.storage.store import SqlStore
from app.words import say


@pytest.fixture
def history(store: SqlStore) -> HistoryService:
    return HistoryService(SqlChangeLog(store))


def test_back_and_forth_with_its_words(store: SqlStore, history: HistoryService) -> None:
    company = CompanyService(store, SqlCompanyReader(store))
    assert history.can_undo() is None
    company.add_region("华东")
    company.add_region("华北")
    wanted = history.can_undo()
    assert wanted is not None
    assert say(wanted.verb, "zh", **wanted.params) == "新增地区“华北”"
    history.undo()
    again = history.can_redo()
    assert again is not None
    assert again.id == wanted.id
    history.redo()
    history.undo(wanted.id)
    texts = [say(one.verb, "en", **one.params) for one in history.entries(3)]
    assert texts == [
        "Undo: Region “华北” added",
        "Redo: Region “华北” added",
        "Undo: Region “华北” added",
    ]
    assert [one.undone_by > 0 for one in history.entries(5)][-2:] == [True, False]


def test_one_rows_story(store: SqlStore, history: HistoryService) -> None:
    company = CompanyService(store, SqlCompanyReader(store))
    company.add_region("华东")
    row = company.regions()[0].id
    company.rename_region(row, "东")
    company.add_region("华北")
    verbs = [one.verb for one in history.entries(table="region", row_id=row)]
    assert verbs == ["region.renamed", "region.added"]
    (change,) = history.changes(history.entries(table="region", row_id=row)[0].id)
    assert change.before is not None
    assert change.before["name"] == "华东"
