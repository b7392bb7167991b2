"""Where a company file lies and what may come of it: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "place.onedrive": ("OneDrive", "OneDrive"),
    "place.icloud": ("iCloud 云盘", "iCloud Drive"),
    "place.dropbox": ("Dropbox", "Dropbox"),
    "place.google_drive": ("Google 云端硬盘", "Google Drive"),
    "place.nutstore": ("坚果云", "Nutstore"),
    "place.baidu": ("百度网盘", "Baidu Netdisk"),
    "place.wps": ("WPS 云盘", "WPS Cloud"),
    "place.cloud": ("云盘", "a cloud drive"),
    "place.synced": (
        (
            "此文件所在的文件夹由“{service}”同步。两台电脑同时使用，或同步未完成就打开，会产生冲突副本，还可能缺少录入。"
            "请把文件放在本机文件夹，把副本和备份放进同步文件夹。"
        ),
        (
            "{service} synchronises the folder of this file. Two computers at work at once, or a synchronisation "
            "cut short, make conflict copies and can lose entries. Keep the file in a folder of this computer; "
            "put copies and backups in the synchronised one."
        ),
    ),
    "place.network": (
        (
            "此文件在网络驱动器上。连接中断时录入无法保存；两台电脑中只有先打开的一台可以改动。"
            "请把文件放在本机文件夹，把副本和备份放到网络驱动器。"
        ),
        (
            "This file lies on a network drive. When the connection breaks, nothing can be saved; of two "
            "computers, only the first to open it can change it. Keep the file in a folder of this computer; "
            "put copies and backups on the network drive."
        ),
    ),
    "place.copies": (
        "旁边有 {n} 个冲突副本：{names}。其中可能有此文件缺少的录入：请逐个打开核对，再移到别处。",
        "{n} conflict copy lies beside it: {names}. It may hold entries that this file lacks: open it, compare, then move it away.",
        "{n} conflict copies lie beside it: {names}. They may hold entries that this file lacks: open each, compare, then move them away.",
    ),
}
