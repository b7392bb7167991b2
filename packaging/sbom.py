"""The bill of materials of a build as CycloneDX JSON: every part that is shipped, its version and licence.

Python packages come from the environment the program was frozen in; beside them the interpreter, the
libraries that lie inside packages, the fonts and icons, and every file of the bundle with its checksum.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import Distribution, version
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from licences import NAME, carried, normal
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
_CLASSIFIED = "License :: OSI Approved :: "
_BLOCK = 1 << 20
_SILENT = {"sqlcipher3": "Zlib"}
"""Packages whose data name no licence; read from their licence file."""


def _licence(one: Distribution) -> DisjunctiveLicense | LicenseExpression | None:
    """What a package says of its licence, as exactly as it says it."""
    said = one.metadata
    if (name := normal(said["Name"])) in _SILENT:
        return LicenseExpression(_SILENT[name])
    if "License-Expression" in said:
        return LicenseExpression(said["License-Expression"])
    classes = [each for each in said.get_all("Classifier") or [] if each.startswith(_CLASSIFIED)]
    if classes:
        return DisjunctiveLicense(name=classes[0].removeprefix(_CLASSIFIED))
    text = (said["License"] if "License" in said else "").strip()  # noqa: SIM401 - no get before Python 3.12
    return DisjunctiveLicense(name=text.partition("\n")[0]) if text else None


def package(one: Distribution) -> Component:
    """A Python package."""
    name = normal(one.metadata["Name"])
    url = PackageURL("pypi", name=name, version=one.version)
    licence = _licence(one)
    return Component(
        name=name,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=str(url),
        purl=url,
        licenses=[licence] if licence else (),
    )


def _part(name: str, edition: str, licence: str, kind: ComponentType = ComponentType.LIBRARY) -> Component:
    """A part that is no package of its own."""
    return Component(
        name=name,
        version=edition,
        type=kind,
        bom_ref=f"{name}@{edition}",
        licenses=[LicenseExpression(licence)],
    )


def parts() -> Iterator[Component]:
    """What lies inside packages or beside them: interpreter, Qt, SQLite, SQLCipher, fonts, icons."""
    import sqlcipher3  # noqa: PLC0415 - asked for its version alone
    from PySide6.QtCore import qVersion  # noqa: PLC0415

    database = sqlcipher3.connect(":memory:")
    (cipher,) = database.execute("PRAGMA cipher_version").fetchone()
    database.close()
    yield _part("cpython", platform.python_version(), "Python-2.0")
    yield _part(
        "pyinstaller-bootloader", version("pyinstaller"), "GPL-2.0-or-later WITH Bootloader-exception"
    )
    yield _part("qt", qVersion(), "LGPL-3.0-only")
    yield _part("sqlite", sqlcipher3.sqlite_version, "blessing")
    yield _part("sqlcipher", cipher.split()[0], "BSD-3-Clause")
    yield _part("noto-sans-sc", "0.4.3", "OFL-1.1", ComponentType.DATA)
    yield _part("dejavu-fonts", "2.37", "Bitstream-Vera", ComponentType.DATA)
    yield _part("lucide", "1.62.0", "ISC", ComponentType.DATA)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def files(folder: Path) -> Iterator[Component]:
    """Every file of the bundle, by its place in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            place = path.relative_to(folder).as_posix()
            yield Component(
                name=place,
                type=ComponentType.FILE,
                bom_ref=f"file:{place}",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest(path))],
            )


def bill(folder: Path, edition: str, seconds: int) -> Bom:
    """The bill of one built folder; ``seconds`` since 1970 is the time it bears."""
    program = Component(
        name="holdfast",
        version=edition,
        type=ComponentType.APPLICATION,
        bom_ref=f"holdfast@{edition}",
        supplier=OrganizationalEntity(name="Holdfast"),
        licenses=[LicenseExpression("MIT")],
    )
    found = {normal(one.metadata["Name"]): (one, package(one)) for one in carried()}
    others = list(parts())
    whole = Bom(
        components=[*(part for _, part in found.values()), *others, *files(folder)],
        serial_number=uuid5(
            NAMESPACE_URL, f"holdfast/{edition}/{sys.platform}/{platform.machine()}/{seconds}"
        ),
    )
    whole.metadata.component = program
    whole.metadata.timestamp = datetime.fromtimestamp(seconds, UTC)
    whole.register_dependency(program, [*(part for _, part in found.values()), *others])
    for one, part in found.values():
        asked = (NAME.match(need) for need in one.requires or [] if "extra ==" not in need)
        names = sorted({normal(each[0]) for each in asked if each})
        whole.register_dependency(part, [found[name][1] for name in names if name in found])
    return whole


def write(folder: Path, edition: str, seconds: int, target: Path) -> None:
    """Make the bill and hold it against the standard's schema."""
    text = JsonV1Dot6(bill(folder, edition, seconds)).output_as_string(indent=1)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"{target.name}: {wrong}")
    target.write_text(text + "\n", "utf-8", newline="\n")
