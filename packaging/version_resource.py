"""What Windows shows in the properties of the program's files."""

from __future__ import annotations

from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)

_ENGLISH, _UNICODE = 0x0409, 1200


def version_resource(version: str) -> VSVersionInfo:
    """The version resource of ``major.minor.patch``."""
    four = (*map(int, version.split(".")), 0)
    told = {
        "CompanyName": "Holdfast",
        "FileDescription": "Holdfast 稳账",
        "FileVersion": version,
        "InternalName": "Holdfast",
        "LegalCopyright": "MIT",
        "OriginalFilename": "Holdfast.exe",
        "ProductName": "Holdfast 稳账",
        "ProductVersion": version,
    }
    texts = [StringStruct(name, text) for name, text in told.items()]
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=four, prodvers=four),
        kids=[
            StringFileInfo([StringTable(f"{_ENGLISH:04X}{_UNICODE:04X}", texts)]),
            VarFileInfo([VarStruct("Translation", [_ENGLISH, _UNICODE])]),
        ],
    )
