"""What the frozen program carries and what it leaves out."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
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


def test_links_go_with_what_they_lead_to() -> None:
    quick, core = "PySide6/Qt/lib/QtQuick.framework", "PySide6/Qt/lib/QtCore.framework"
    binaries = [
        (f"{quick}/Versions/A/QtQuick", "/wheel/QtQuick", "BINARY"),
        ("QtQuick", f"{quick}/Versions/A/QtQuick", "SYMLINK"),
        ("Quick", "QtQuick", "SYMLINK"),
        (f"{core}/Versions/A/QtCore", "/wheel/QtCore", "BINARY"),
        ("QtCore", f"{core}/Versions/A/QtCore", "SYMLINK"),
        (f"{core}/Versions/Current", "A", "SYMLINK"),
    ]
    datas = [("resources/a.txt", "/sources/a.txt", "DATA"), ("lib/Core", "../QtCore", "SYMLINK")]
    assert loaded("contents.py").kept(binaries, datas) == [binaries[3:], datas]


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
    assert info["CFBundleVersion"] == "1.2.3"
    assert kind["UTTypeIconFile"] == loaded("bundle.py").DOCUMENT_ICON
    assert "OF_FILES" in (ROOT / "packaging" / "holdfast.spec").read_text("utf-8"), "the icon goes in"


def test_the_installers_script_is_read_as_utf_8_on_every_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    calls: list[list[str]] = []
    archives = loaded("archives.py")
    monkeypatch.setattr(archives.subprocess, "run", lambda call, **_options: calls.append(call))
    archives.installer(tmp_path, tmp_path, "1.2.3", tmp_path / "setup.exe")
    (call,) = calls
    assert call[call.index(next(word for word in call if word.endswith("INPUTCHARSET"))) + 1] == "UTF8"
    script = (ROOT / "packaging" / "windows" / "installer.nsi").read_text("utf-8")
    assert "${STAGE}\\*.*" in script
    assert "${ICONS}\\holdfast.ico" in script, "on Windows the compiler finds no file behind a slash"


SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def unpacked(folder: Path) -> Path:
    """The archive for Linux as it is unpacked, with a program that only waits."""
    share, source = folder / "share", ROOT / "packaging" / "linux"
    (share / "icons").mkdir(parents=True)
    shutil.copy2(shutil.which("sleep") or "", folder / "holdfast")
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy2(source / name, folder / name)
    for name in ("holdfast.desktop", "holdfast-mime.xml"):
        shutil.copy2(source / name, share / name)
    for sign in ("holdfast", "holdfast-document"):
        for ending in [".svg", *(f"-{size}.png" for size in SIZES)]:
            (share / "icons" / f"{sign}{ending}").touch()
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="scripts of the archive for Linux")
def test_installing_waits_for_the_program_to_close_and_removing_leaves_what_is_not_ours(
    tmp_path: Path,
) -> None:
    new, home = unpacked(tmp_path / "Holdfast-9"), tmp_path / "home"
    (home / ".local" / "bin").mkdir(parents=True)
    around = {"HOME": str(home), "PATH": os.defpath}

    def done(script: Path) -> tuple[int, str]:
        made = subprocess.run([script], env=around, capture_output=True, text=True, check=False)
        return made.returncode, made.stderr

    program, command = home / ".local" / "opt" / "holdfast", home / ".local" / "bin" / "holdfast"
    assert done(new / "install.sh")[0] == 0
    assert command.resolve() == program / "holdfast"
    with subprocess.Popen([program / "holdfast", "60"]) as running:
        try:
            for script in (new / "install.sh", program / "uninstall.sh"):
                code, said = done(script)
                assert code == 1
                assert "running" in said
        finally:
            running.kill()
    assert done(new / "install.sh")[0] == 0
    command.unlink()
    command.write_text("somebody else's", "utf-8")
    assert done(program / "uninstall.sh")[0] == 0
    assert not program.exists()
    assert command.read_text("utf-8") == "somebody else's"
