"""Build what owners install: ``python packaging/build.py [--out dist]``, on the system it is for.

icons → PyInstaller → prune → smoke test → bill of materials → archives and installer → sizes, checksums.
The program stays in build/program, for packaging/measure.py.

    --check        nothing is packed
    --installer    on Linux too: the Windows installer's script, compiled over the Linux tree
    --no-smoke     leave the smoke test out
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import archives  # noqa: E402 - beside this file
import prune  # noqa: E402
import sbom  # noqa: E402
import signing  # noqa: E402
import smoke  # noqa: E402

from app import VERSION  # noqa: E402 - the checkout must be found first

MADE = ROOT / "build"
WORK, ICONS = MADE / "work", MADE / "icons"
MIB = 1 << 20
BUNDLE_LIMIT, ARCHIVE_LIMIT = 350 * MIB, 110 * MIB
_SYSTEMS = {"win32": "windows", "darwin": "macos", "linux": "linux"}
_MACHINES = {"amd64": "x86_64", "aarch64": "arm64"}


def label() -> str:
    """System and processor as they stand in file names."""
    machine = platform.machine().lower()
    return f"{_SYSTEMS[sys.platform]}-{_MACHINES.get(machine, machine)}"


def stamp() -> int:
    """The time a build bears, seconds since 1970: that of the commit, so that equal sources build alike."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return int(Path(__file__).stat().st_mtime)


def freeze(seconds: int) -> Path:
    """Run PyInstaller; the folder (on macOS the bundle) with the program in it."""
    subprocess.run([sys.executable, str(ROOT / "packaging" / "icons.py")], check=True)
    folder = MADE / "program"
    shutil.rmtree(folder, ignore_errors=True)
    call = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    call += ["--distpath", str(folder), "--workpath", str(WORK), str(ROOT / "packaging" / "holdfast.spec")]
    environ = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(seconds)}
    subprocess.run(call, check=True, cwd=ROOT, env=environ)
    return folder / {"win32": "Holdfast", "darwin": "Holdfast.app"}.get(sys.platform, "holdfast")


def dress_for_linux(program: Path) -> None:
    """Menu entry, file type, icons and the two scripts beside the program."""
    source, share = ROOT / "packaging" / "linux", program / "share"
    (share / "icons").mkdir(parents=True)
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy2(source / name, program / name)
    for name in ("holdfast.desktop", "holdfast-mime.xml"):
        shutil.copyfile(source / name, share / name)
    for icon in sorted(ICONS.iterdir()):
        if icon.suffix in {".png", ".svg"} and "1024" not in icon.name:
            shutil.copyfile(icon, share / "icons" / icon.name)


def staged_for_windows(program: Path) -> Path:
    """The built tree under Windows' names, so that the installer's script is compiled everywhere."""

    def links(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name).is_symlink()]  # Windows' tree has none

    stage = MADE / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(program / "_internal", stage / "_internal", ignore=links, copy_function=os.link)
    for name in ("Holdfast.exe", "holdfast-cli.exe"):
        os.link(program / "holdfast", stage / name)
    return stage


def installer_proof(stage: Path) -> bool:
    """Compile the installer over a staged tree; whether it is small enough."""
    proof = MADE / "installer-proof.exe"
    archives.installer(stage, ICONS, VERSION, proof)
    return told(proof, proof.stat().st_size, ARCHIVE_LIMIT)


def packed(program: Path, out: Path, seconds: int) -> list[Path]:
    """The archives of this system."""
    name = f"Holdfast-{VERSION}-{label()}"
    if sys.platform == "win32":
        setup, portable = out / f"{name}-setup.exe", out / f"{name}-portable.zip"
        signing.sign(*program.glob("*.exe"))
        archives.installer(program, ICONS, VERSION, setup)
        signing.sign(setup)
        archives.zipped(program, portable, seconds, f"Holdfast-{VERSION}", [("portable", "home\n")])
        return [setup, portable]
    if sys.platform == "darwin":
        image = out / f"{name}.dmg"
        script = ROOT / "packaging" / "macos" / "sign.sh"
        subprocess.run([str(script), str(program), str(image), str(ICONS / "holdfast.icns")], check=True)
        return [image]
    archive = out / f"{name}.tar.xz"
    archives.tar_xz(program, archive, seconds, f"Holdfast-{VERSION}")
    return [archive]


def told(path: Path, size: int, limit: int) -> bool:
    """Print a size; whether it is within its limit."""
    print(f"{path.name}: {size / MIB:.1f} MiB (at most {limit / MIB:.0f})", flush=True)
    return size <= limit


def main() -> int:
    """Build, check, pack; 1 when something is larger than it may be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder of the archives")
    parser.add_argument("--check", action="store_true", help="pack nothing")
    parser.add_argument("--installer", action="store_true", help="compile the Windows installer anywhere")
    parser.add_argument("--no-smoke", action="store_true", help="leave the smoke test out")
    parser.add_argument(
        "--pictures", type=Path, help="folder for pictures of the tour from the frozen program"
    )
    parser.add_argument("--stations", default="", help="stations of that tour whose name begins so, by comma")
    options = parser.parse_args()
    seconds = stamp()
    program = freeze(seconds)
    prune.prune(program)
    # The compiler takes one processor for as long as all else takes the other.
    with ThreadPoolExecutor(1) as pool:
        proof = pool.submit(installer_proof, staged_for_windows(program)) if options.installer else None
        if not options.no_smoke:
            smoke.smoke(program, WORK / "holdfast", options.pictures, options.stations.split(","))
    if sys.platform == "linux":
        dress_for_linux(program)
    fits = [told(program, archives.size_of(program), BUNDLE_LIMIT), proof is None or proof.result()]
    if options.check:
        return 0 if all(fits) else 1
    options.out.mkdir(parents=True, exist_ok=True)
    bill = options.out / f"Holdfast-{VERSION}-{label()}.cdx.json"
    sbom.write(program, VERSION, seconds, bill)
    made = packed(program, options.out, seconds)
    fits += [told(path, path.stat().st_size, ARCHIVE_LIMIT) for path in made]
    sums = "".join(f"{sbom.digest(path)}  {path.name}\n" for path in [*made, bill])
    (options.out / f"SHA256SUMS-{label()}.txt").write_text(sums, "utf-8", newline="\n")
    return 0 if all(fits) else 1


if __name__ == "__main__":
    raise SystemExit(main())
