"""A fresh company file for any test that needs one."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path

# No test needs a screen; one that is set (a developer's own) is kept.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Workers and the programs that tests start are many: what one compiled, the next one reads. Where nothing
# may be written beside the sources, it lies aside.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(tempfile.gettempdir()) / "holdfast-bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from app import VERSION
from app.adapters.places import HOME_VARIABLE
from app.bootstrap.sample_file import built_sample
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.services.control import Silent
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.disks import unforced
from tests.samples import built_once

# A busy machine proves nothing about what is tested.
hypothesis_settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("house")

_PAPERS = frozenset({".pdf", ".xlsx", ".csv", ".eml", ".ics", ".holdfast"})


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest is begun first, so that nobody waits for it at the end; the rest stays shuffled."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was loaded for the tests stays: no collection of cycles looks at it again, test after test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_disks() -> Iterator[None]:
    """No test outlives the power: nothing is forced onto a disk."""
    with unforced():
        yield


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program's own folders: no test meets what a developer keeps, nor leaves anything with it."""
    folder = tmp_path_factory.getbasetemp() / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(folder))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        yield folder


@pytest.fixture(scope="session", autouse=True)
def nothing_left_lying_about() -> Iterator[None]:
    """A paper that was made by mistake lands where the tests were started."""
    here = Path.cwd()

    def papers() -> set[str]:
        return {one.name for one in here.iterdir() if one.suffix in _PAPERS}

    before = papers()
    yield
    assert papers() <= before


@pytest.fixture(scope="session", autouse=True)
def one_sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Whoever asks for the sample company of a day gets a copy of the one that this run built."""
    base = tmp_path_factory.getbasetemp()
    with built_once((base if worker_id == "master" else base.parent) / "samples"):
        yield


@pytest.fixture(scope="session")
def built(home: Path, no_waiting_for_disks: None, one_sample: None) -> Callable[[date], Path]:
    """The sample company of a day: to be copied, not to be opened."""
    del no_waiting_for_disks, one_sample
    return lambda as_of: built_sample(home / "cache", as_of, VERSION, Silent())


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(date(2025, 12, 31))


@pytest.fixture
def company_path(tmp_path: Path, clock: FixedClock) -> Path:
    path = tmp_path / "恒信五金.holdfast"
    create_company(path, Company("恒信五金有限公司", "CNY"), clock=clock, actor="tester")
    return path


@pytest.fixture
def store(company_path: Path, clock: FixedClock) -> Iterator[SqlStore]:
    opened = open_company(company_path, clock=clock, actor="tester")
    yield opened
    opened.close()
