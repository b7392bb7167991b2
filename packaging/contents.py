"""What goes into the frozen program and what does not; read by ``holdfast.spec``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

EXCLUDED = (
    "tkinter _tkinter idlelib turtle turtledemo lib2to3 pydoc_data ensurepip venv test "
    "pytest _pytest hypothesis xdist mypy ruff setuptools pip wheel pkg_resources IPython "
    "PyQt5 PyQt6 PySide2 gi wx "
    "PySide6.QtNetwork PySide6.QtQml PySide6.QtQuick PySide6.QtSql PySide6.QtTest PySide6.QtDesigner "
    "numpy.f2py numpy.testing.tests pandas.tests matplotlib.tests openpyxl xlrd pyarrow numba "
    "icalendar.tests fontTools.ufoLib PIL.ImageTk PIL.ImageQt alembic.testing sqlalchemy.testing "
    "psycopg2 MySQLdb pygments rich markdown_it click yaml chardet sqlite3 _sqlite3 readline curses "
    "_curses pdb doctest"
).split()
"""Modules that some library would use if they were there."""

WHOLE = ("app", "stdnum", "tests.tour")
"""Packages taken with all their modules: some are imported by a name put together at run time."""

HIDDEN = (
    "keyring.backends.SecretService keyring.backends.Windows keyring.backends.macOS "
    "keyring.backends.kwallet keyring.backends.chainer keyring.backends.fail keyring.backends.null "
    "sqlalchemy.dialects.sqlite.pysqlcipher logging.config"
).split()
"""Single modules of which the same is true."""

METADATA = ("holidays", "ofxtools", "mt-940", "keyring")
"""Packages that ask the installation for their own version or plug-ins."""

LOOSE = ("app", "sqlalchemy")
"""Packages kept as files: what a start loads comes twice as fast from a folder as from the archive."""

HOOKS_LEFT_OUT = frozenset(
    {
        "pyi_rth_multiprocessing",  # programs/children.py does its work without loading multiprocessing
        "pyi_rth_mplconfig",  # app/figures says where matplotlib keeps its list of fonts
        "pyi_rth_inspect",  # nobody reads sources here
        "pyi_rth_pkgutil",  # nor walks packages
    }
)
"""What PyInstaller would run at every start and nothing here needs."""

IN_CHECKS_ONLY = frozenset({"tests", "look"})
"""Packages the checking program brings along."""

_LANGUAGES = "(zh|zh_Hans|zh_Hans_CN|en|en_[A-Z0-9]+|root)"
_PLUGINS = (
    r"platforms/lib(qxcb|qwayland.*|qoffscreen)\.so|platforms/(qwindows|qoffscreen)\.dll|"
    r"platforms/lib(qcocoa|qoffscreen)\.dylib|"
    r"platforminputcontexts/.*(compose|ibus).*|platformthemes/.*xdgdesktopportal.*|"
    r"imageformats/.*(jpeg|svg|ico)\..*|iconengines/.*svg.*|styles/.*|printsupport/.*|"
    r"xcbglintegrations/.*|wayland-(shell|decoration|graphics-integration)[^/]*/.*"
)
_UNWANTED = re.compile(
    "|".join(
        (
            rf".*/plugins/(?!({_PLUGINS})$).*",
            r".*/(Qt/)?translations/(?!qtbase_zh_CN\.qm$).*",
            rf"babel/locale-data/(?!{_LANGUAGES}\.dat$).*",
            r"matplotlib/mpl-data/(sample_data|plot_directive|kpsewhich|images|stylelib)/.*",
            r"matplotlib/mpl-data/fonts/(afm|pdfcorefonts)/.*",
            r"reportlab/fonts/.*",
            r"pytz/.*",
            r"PIL/_(avif|webp|imagingtk)\..*",
            r"pillow\.libs/lib(avif|webp|sharpyuv)[^/]*",
            r"lxml/isoschematron/.*|lxml/(objectify|sax|builder).*",
            r"(.*/)?(tests?|testing)/.*",
            r".*\.(pyi|pxd|pyx|h|c|cpp|hpp|a|lib|pdb|debug)",
            r"PySide6/(opengl32sw|Qt6(Network|Qml|Quick|Pdf|Sql|Test|Virtual)[^/]*)\.dll",
            r"PySide6/(Qt/)?(lib/)?Qt(Network|Qml|Quick|Pdf|Sql|Test|Virtual)[^/]*\.framework/.*",
        )
    )
)


def unwanted(place: str) -> bool:
    """Whether a file of the bundle, named by its place in it, is of no use to anybody."""
    return _UNWANTED.fullmatch(PurePosixPath(_posix(place)).as_posix()) is not None


Entry = tuple[str, str, str]
"""A line of PyInstaller's tables: place in the bundle, source (of a link where it leads to), kind."""


def kept(*tables: Sequence[Entry]) -> list[list[Entry]]:
    """The tables without what nobody wants, and without links to it: macOS signs no bundle with dead ones."""
    left = [[each for each in table if not unwanted(each[0])] for table in tables]
    while True:
        files = [PurePosixPath(_posix(each[0])) for table in left for each in table]
        there = {str(place) for file in files for place in (file, *file.parents)}
        alive = [[each for each in table if _leads_to(each) in there] for table in left]
        if alive == left:
            return left
        left = alive


def _leads_to(entry: Entry) -> str:
    place, source, kind = entry
    beside = posixpath.join(posixpath.dirname(_posix(place)), _posix(source))
    return posixpath.normpath(beside if kind == "SYMLINK" else _posix(place))


def _posix(place: str) -> str:
    return place.replace("\\", "/")


def resources(root: Path) -> list[tuple[str, str]]:
    """Our own files beside the code: resources, and what Alembic reads as files; (from, folder)."""
    own = [path for path in (root / "resources").rglob("*") if path.is_file() and path.suffix != ".ts"]
    steps = root / "app" / "storage" / "migrations" / "versions"
    own += [path for path in steps.iterdir() if path.suffix in {".py", ".sql"}]
    return [(str(path), str(path.parent.relative_to(root))) for path in sorted(own)]
