"""What macOS is told about the program: its name, its kind of file, its languages."""

from __future__ import annotations

DOCUMENT_ICON = "holdfast-document.icns"
"""Lies among the bundle's resources."""
_KIND = "io.github.holdfast.company"


def info(version: str) -> dict[str, object]:
    """The bundle's Info.plist beyond what PyInstaller writes."""
    return {
        "CFBundleName": "Holdfast",
        "CFBundleDisplayName": "Holdfast 稳账",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Holdfast company file",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": DOCUMENT_ICON,
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [_KIND],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _KIND,
                "UTTypeDescription": "Holdfast company file",
                "UTTypeConformsTo": ["public.data", "public.database"],
                "UTTypeIconFile": DOCUMENT_ICON,
                "UTTypeTagSpecification": {"public.filename-extension": ["holdfast"]},
            }
        ],
        "LSApplicationCategoryType": "public.app-category.finance",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "MIT",
    }
