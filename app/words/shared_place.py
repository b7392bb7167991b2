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
            "文件放在{service}的同步文件夹里。两台电脑同时使用，或同步未完成时打开，可能出现冲突副本，甚至缺少最近的录入。"
            "请把文件放在本机文件夹，把副本和备份放进同步文件夹。"
        ),
        (
            "This file lies in a folder that {service} synchronises. Used on two computers at once, or opened before the "
            "synchronisation has ended, it may split into conflict copies or lack the latest entries. "
            "Keep the file in a folder of this computer, and put copies and backups in the synchronised one."
        ),
    ),
    "place.network": (
        (
            "文件放在网络驱动器上。连接中断会使录入保存不了；两台电脑同时打开时，只有先打开的一台可以改动。"
            "请把文件放在本机文件夹，把副本和备份放到网络驱动器。"
        ),
        (
            "This file lies on a network drive. When the connection breaks, entries cannot be saved; "
            "of two computers, only the first to open it can change it. "
            "Keep the file in a folder of this computer, and put copies and backups on the network drive."
        ),
    ),
    "place.copies": (
        "旁边有 {n} 个冲突副本：{names}。其中可能有此文件缺少的录入：请逐个打开核对，再移到别处。",
        "{n} conflict copy lies beside it: {names}. It may hold entries that this file lacks: open it, compare, then move it away.",
        "{n} conflict copies lie beside it: {names}. They may hold entries that this file lacks: open each, compare, then move them away.",
    ),
}
