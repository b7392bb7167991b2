"""What the frozen program carries and what it leaves out."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]


def loaded(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"packaging_{Path(name).stem}", ROOT / "packaging" / name)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "babel/locale-data/zh_Hans_CN.dat",
        "pypinyin/pinyin_dict.json",
        "holidays/locale/zh_CN/LC_MESSAGES/CN.mo",
        "matplotlib/mpl-data/matplotlibrc",
        "resources/fonts/NotoSansSC_400Regular.ttf",
        "resources/licences/holdfast-MIT.txt",
    ],
)
def test_what_is_needed_is_kept(place: str) -> None:
    assert not loaded("contents.py").unwanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "babel/locale-data/fr.dat",
        "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
        "numpy/tests/data/a.txt",
        "numpy/_core/include/numpy/arrayobject.h",
    ],
)
def test_what_nobody_wants_is_left_out(place: str) -> None:
    assert loaded("contents.py").unwanted(place)


def test_every_resource_and_migration_goes_in() -> None:
    folders = {Path(source).name: place for source, place in loaded("contents.py").resources(ROOT)}
    assert (
        folders["r0004_measure.sql"]
        == folders["r0004_measure.py"]
        == str(Path("app", "storage", "migrations", "versions"))
    )
    assert folders["zh_CN.qm"] == str(Path("resources", "i18n"))
    assert "zh_CN.ts" not in folders


def test_only_a_helpers_call_makes_a_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    children = loaded("programs/children.py")
    for words in ([], ["a.holdfast"], ["import", "a.holdfast", "-c"], ["-c", "import os"]):
        monkeypatch.setattr(sys, "argv", ["holdfast", *words])
        children.help_out()


def test_a_double_click_finds_the_program_on_linux_and_macos() -> None:
    kinds = ET.parse(ROOT / "packaging" / "linux" / "holdfast-mime.xml").getroot()  # noqa: S314 - our own
    named = [each.get("pattern") for each in kinds.iter() if each.tag.endswith("}glob")]
    desktop = (ROOT / "packaging" / "linux" / "holdfast.desktop").read_text("utf-8")
    assert named == ["*.holdfast"]
    assert "MimeType=application/x-holdfast;" in desktop
    info = loaded("bundle.py").info("1.2.3")
    (kind,) = info["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"] == {"public.filename-extension": ["holdfast"]}
    assert info["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
