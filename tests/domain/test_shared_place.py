"""Where a file lies, told from paths of all three systems as data."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.file_places import shipped_marks
from app.domain.shared_place import (
    FilePlace,
    Mount,
    PlaceKind,
    Surroundings,
    conflict_copies,
    marks_of,
    place_of,
)

MARKS = shipped_marks()
WINDOWS, MAC, LINUX = Surroundings("win32"), Surroundings("darwin"), Surroundings("linux")
SYNCED = [
    (WINDOWS, r"C:\Users\li\OneDrive\账\公司.holdfast", "onedrive"),
    (WINDOWS, r"c:\users\li\onedrive - 苏州恒岳有限公司\a.holdfast", "onedrive"),
    (WINDOWS, r"C:\Users\li\OneDrive – Personal\a.holdfast", "onedrive"),
    (WINDOWS, "C:\\Users\\li\\OneDrive. \\a.holdfast", "onedrive"),
    (WINDOWS, r"\\?\C:\Users\li\OneDrive\a.holdfast", "onedrive"),
    (WINDOWS, r"C:/Users/li/Dropbox (Firm)/a.holdfast", "dropbox"),
    (WINDOWS, r"D:\DROPBOX\a.holdfast", "dropbox"),
    (WINDOWS, r"C:\Users\li\iCloudDrive\a.holdfast", "icloud"),
    (WINDOWS, r"G:\My Drive\a.holdfast", "google_drive"),
    (WINDOWS, r"G:\我的云端硬盘\账\a.holdfast", "google_drive"),
    (WINDOWS, r"G:\Mein Drive\a.holdfast", "google_drive"),
    (WINDOWS, r"E:\我的坚果云\财务\a.holdfast", "nutstore"),
    (WINDOWS, r"C:\Users\li\Nutstore\1\a.holdfast", "nutstore"),
    (WINDOWS, r"D:\BaiduSyncdisk\a.holdfast", "baidu"),
    (WINDOWS, r"D:\百度网盘同步空间\a.holdfast", "baidu"),
    (WINDOWS, r"C:\Users\li\WPSDrive\267329050\WPS云盘\a.holdfast", "wps"),
    (WINDOWS, r"C:\Users\li\Documents\WPS Cloud Files\a.holdfast", "wps"),
    (WINDOWS, r"\\server\share\OneDrive\a.holdfast", "onedrive"),
    (MAC, "/Users/li/Library/Mobile Documents/com~apple~CloudDocs/a.holdfast", "icloud"),
    (MAC, "/Users/li/Library/CloudStorage/OneDrive-Personal/a.holdfast", "onedrive"),
    (
        MAC,
        "/Users/li/Library/CloudStorage/GoogleDrive-li@x.com/我的云端硬盘/a.holdfast",
        "google_drive",
    ),
    (MAC, "/Users/li/Library/CloudStorage/坚果云-li@example.com/我的坚果云/a.holdfast", "nutstore"),
    (MAC, "/Users/li/Library/CloudStorage/Dropbox/a.holdfast", "dropbox"),
    (MAC, "/Users/li/Library/CloudStorage/Box-Box/a.holdfast", "cloud"),
    (LINUX, "/home/li/Dropbox/a.holdfast", "dropbox"),
    (LINUX, "/home/li/Nutstore Files/a.holdfast", "nutstore"),
    (LINUX, "/home/li/Google Drive/a.holdfast", "google_drive"),
]
HERE = [
    (WINDOWS, r"C:\Users\li\Documents\OneDrive.holdfast"),
    (WINDOWS, r"C:\Users\li\Documents\my dropbox notes\a.holdfast"),
    (WINDOWS, r"C:\Users\li\My Drive\a.holdfast"),
    (WINDOWS, r"\\?\D:\a.holdfast"),
    (MAC, "/Users/li/Documents/a.holdfast"),
    (MAC, "/Users/li/Library/CloudStorage/a.holdfast"),
    (LINUX, "/home/li/OneDriveless/a.holdfast"),
    (LINUX, "/a.holdfast"),
]


@pytest.mark.parametrize(("around", "path", "service"), SYNCED)
def test_a_synchronised_folder_is_recognised(around: Surroundings, path: str, service: str) -> None:
    assert place_of(path, MARKS, around) == FilePlace(PlaceKind.SYNCED, service)


@pytest.mark.parametrize(("around", "path"), HERE)
def test_a_folder_of_this_computer_is_none(around: Surroundings, path: str) -> None:
    assert place_of(path, MARKS, around).harmless


def test_folders_named_by_the_environment_and_by_a_service_count_wherever_they_are() -> None:
    around = Surroundings(
        "win32", {"ONEDRIVE": "D:\\云\\firm\\", "OneDriveConsumer": ""}, known_roots=[("dropbox", "E:\\D B")]
    )
    assert place_of(r"d:\云\Firm\x\a.holdfast", MARKS, around).service == "onedrive"
    assert place_of(r"E:\d b\a.holdfast", MARKS, around).service == "dropbox"
    assert place_of(r"D:\云\firm2\a.holdfast", MARKS, around).harmless
    whole_drive = Surroundings("win32", {"OneDrive": "D:\\"})
    assert place_of(r"D:\a.holdfast", MARKS, whole_drive).harmless


def test_network_drives_are_recognised_by_path_and_by_mount() -> None:
    mapped = Surroundings("win32", mounts=[Mount("Z:\\", remote=True), Mount("C:\\")])
    mounted = Surroundings(
        "linux",
        mounts=[
            Mount("/", "ext4", "/dev/sda1"),
            Mount("/mnt/office", "cifs", "//nas/office"),
            Mount("/mnt/office/local", "ext4", "/dev/sdb1"),
            Mount("/srv/x", "fuse", "nas:/x"),
        ],
    )
    mac = Surroundings("darwin", mounts=[Mount("/", "apfs"), Mount("/Volumes/账", "smbfs", "//li@nas/z")])
    network = [
        (WINDOWS, r"\\nas\firm\a.holdfast"),
        (WINDOWS, r"\\?\UNC\nas\firm\a.holdfast"),
        (mapped, r"z:\a.holdfast"),
        (mounted, "/mnt/office/a.holdfast"),
        (mounted, "/srv/x/y/a.holdfast"),
        (mounted, "/run/user/1000/gvfs/smb-share:server=nas,share=x/a.holdfast"),
        (mac, "/Volumes/账/a.holdfast"),
    ]
    local = [
        (mapped, r"C:\a.holdfast"),
        (mounted, "/mnt/office/local/a.holdfast"),
        (mounted, "/mnt/office2/a.holdfast"),
        (mac, "/Volumes/Stick/a.holdfast"),
    ]
    assert [place_of(path, MARKS, around).kind for around, path in network] == [PlaceKind.NETWORK] * 7
    assert [place_of(path, MARKS, around).kind for around, path in local] == [None] * 4


@pytest.mark.parametrize(
    "copy",
    [
        "账-DESKTOP-AB12CD.holdfast",
        "账-desktop-ab12cd-2.holdfast",
        "账-KONTOR.holdfast",
        "账 (Li's conflicted copy 2026-01-02).holdfast",
        "账 (conflicted copy 2026-01-02 101500).holdfast",
        "账（王芳 的冲突副本 2026-01-02）.holdfast",
        "账 的冲突副本.holdfast",
        "账 王芳的冲突副本 2026-01-02.holdfast",
        "账-冲突.holdfast",
        "账-NSConflict-li.holdfast",
        "账.sync-conflict-20260102-101500-ABCDEFG.holdfast",
        "账 [Conflict].holdfast",
    ],
)
def test_conflict_copies_are_named(copy: str) -> None:
    beside = [
        "账.holdfast",
        copy,
        "别的.holdfast",
        "账 2025.holdfast",
        "账 副本.holdfast",
        "账.format-3.holdfast",
    ]
    assert conflict_copies("账.holdfast", beside, MARKS, "Kontor") == (copy,)
    assert conflict_copies(copy, beside, MARKS, "Kontor") == ("账.holdfast",)


def test_a_copy_knows_its_fellows_and_a_name_of_several_words_is_not_cut_short() -> None:
    beside = [
        "我的 账本.holdfast",
        "我的.holdfast",
        "我的 账本-PC-1.HOLDFAST",
        "我的 账本 李的冲突副本.holdfast",
    ]
    assert conflict_copies(beside[0], beside, MARKS) == tuple(sorted(beside[2:]))
    assert beside[0] in conflict_copies(beside[3], beside, MARKS)
    assert conflict_copies("a.holdfast", ["a.xlsx", "a-PC-1.xlsx", "ab-PC-1.holdfast"], MARKS) == ()


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError):
        marks_of([])


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.sampled_from([WINDOWS, MAC, LINUX]), st.text(max_size=12))
def test_no_path_or_name_is_too_odd(path: str, around: Surroundings, computer: str) -> None:
    place_of(path, MARKS, around)
    assert path not in conflict_copies(path, [path, f"{path}x"], MARKS, computer)
