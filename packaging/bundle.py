"""What macOS is told about the program: its name, its kind of file, its languages."""

from __future__ import annotations

_KIND = "io.github.holdfast.company"


def info(version: str) -> dict[str, object]:
    """The bundle's Info.plist beyond what PyInstaller writes."""
    return {
        "CFBundleName": "Holdfast",
        "CFBundleDisplayName": "Holdfast 稳账",
        "CFBundleShortVersionString": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh_CN"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Holdfast company file",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "holdfast-document.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [_KIND],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _KIND,
                "UTTypeDescription": "Holdfast company file",
                "UTTypeConformsTo": ["public.data", "public.database"],
                "UTTypeIconFile": "holdfast-document.icns",
                "UTTypeTagSpecification": {"public.filename-extension": ["holdfast"]},
            }
        ],
        "LSApplicationCategoryType": "public.app-category.finance",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "MIT",
    }
