"""The company file and its faults: (Chinese, English) per code; a third text is the English plural, chosen by ``n``.

Each fault says what happened, what is safe, and what to do.
"""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "file.missing": (
        "找不到“{name}”，文件可能已移动、改名或删除。请检查存放位置（移动硬盘和网盘是否已连接），或打开其他公司文件。",
        (
            "“{name}” is not there; it may have been moved, renamed or deleted. "
            "Check the place (is the drive or share connected?) or open another company file."
        ),
    ),
    "file.is_folder": (
        "“{name}”是文件夹，不是公司文件。请选择其中以 .holdfast 结尾的文件。",
        "“{name}” is a folder, not a company file. Choose a file in it that ends in .holdfast.",
    ),
    "file.device_name": (
        "Windows 把“{name}”当作设备名，不能用作文件名。请改用“{better}”等名称。",
        "Windows takes “{name}” for a device, so no file can be called that. Use another name, such as “{better}”.",
    ),
    "file.name_too_long": (
        "文件名太长，系统不接受：{name}。请换一个短些的名称，或放到路径短一些的文件夹。",
        "This name is too long for a file: {name}. Use a shorter one, or a folder nearer to the root.",
    ),
    "file.empty": (
        "“{name}”是空文件，里面没有任何数据；可能是同步或复制未完成。程序未改动它。请等同步完成后再打开，或使用备份。",
        (
            "“{name}” is empty: it holds no data, perhaps because a sync or copy did not finish. "
            "It was not touched. Wait for the sync to end and open it again, or use a backup."
        ),
    ),
    "file.not_a_company": (
        "“{name}”不是稳账的公司文件，程序未改动它。若要导入表格数据，请先打开公司再用“导入”。",
        (
            "“{name}” is not a Holdfast company file and was not touched. "
            "To bring in a spreadsheet, open your company first and use Import."
        ),
    ),
    "file.other_program": (
        "“{name}”是其他程序的数据库，不是稳账的公司文件，程序未改动它。请选择以 .holdfast 结尾的文件。",
        (
            "“{name}” is a database of another program, not a Holdfast company file. "
            "It was not touched. Choose a file that ends in .holdfast."
        ),
    ),
    "file.newer": (
        "“{name}”由更新版本的稳账保存（数据格式 {version}，本版本只认识到 {known}）。文件完好，未作改动。请更新稳账后再打开。",
        (
            "“{name}” was saved by a newer Holdfast (format {version}; this one knows up to {known}). "
            "The file is sound and was not touched. Update Holdfast and open it again."
        ),
    ),
    "file.older_read_only": (
        "“{name}”由旧版本保存，打开前需要升级，但现在无法写入。文件未作改动。请关闭正在使用它的程序，或将它复制到可写的文件夹后再打开。",
        (
            "“{name}” is of an older version and must be brought up to date, but it cannot be written "
            "now. It was not touched. Close whoever uses it, or copy it to a folder you can write to."
        ),
    ),
    "file.damaged": (
        "“{name}”已损坏（可能被截断或存储故障），程序没有打开它，以免情况变坏。请先复制一份留存，再用最近的备份或副本打开。",
        (
            "“{name}” is damaged (cut short, or the storage failed) and was not opened, so as not to make "
            "it worse. Keep a copy of it, then open your latest backup or saved copy."
        ),
    ),
    "file.unfinished": (
        "“{name}”上次写入时被中断，需要先恢复，但所在位置是只读的。请将它连同旁边的 -journal 文件一起复制到可写的文件夹，再从那里打开，数据会恢复到最后一次完整保存。",
        (
            "The last write to “{name}” was cut off and must be recovered first, but its place is "
            "read-only. Copy it together with the -journal file beside it to a folder you can write to "
            "and open it there; it returns to its last complete save."
        ),
    ),
    "file.exists": (
        "“{name}”已存在，未作改动。请换一个文件名。",
        "“{name}” already exists and was not touched. Choose another name.",
    ),
    "file.locked": (
        "“{name}”正由 {user}（{host}）使用，未作改动。请等对方关闭后再试。",
        "“{name}” is in use by {user} on {host} and was not touched. Try again when they have closed it.",
    ),
    "file.read_only": (
        "“{name}”以只读方式打开，这次改动没有保存，原有数据完好。要修改，请等占用者关闭后重新打开，或“另存副本”到可写的位置。",
        (
            "“{name}” is open for reading only; this change was not saved, what was there is safe. To edit, "
            "open it again when whoever holds it has closed it, or save a copy where you can write."
        ),
    ),
    "file.moved": (
        "“{name}”在使用中被移动、改名或删除，或所在磁盘已断开；之后的改动没有保存。已保存的内容在这里仍可读取：请另存到别处，或放回原处后重新打开。",
        (
            "“{name}” was moved, renamed or deleted while in use, or its disk is gone; no change is saved "
            "from then on. What was saved can still be read here: save it elsewhere, or put the file back "
            "and open it again."
        ),
    ),
    "file.replaced": (
        "“{name}”在使用中被另一个文件替换。程序没有写入新文件，之后的改动没有保存。这里显示的仍是原来的文件：请另存到别处，再决定用哪一个。",
        (
            "Another file was put in the place of “{name}” while it was in use. Nothing was written to the "
            "new one, and no change is saved from then on. What you see here is still the file of before: "
            "save it elsewhere, then decide which one to use."
        ),
    ),
    "file.overwritten": (
        "“{name}”在使用中被其他程序改写或截断（可能是同步软件或复制操作）。为避免损坏，程序不再写入，之后的改动没有保存。请重新打开查看现在的内容；若不对，请恢复备份。",
        (
            "Another program wrote into “{name}” or cut it short while it was in use (a sync client or a "
            "copy, perhaps). So as not to damage it nothing more is written, and no change is saved from "
            "then on. Open it again to see what it holds now; if that is wrong, restore a backup."
        ),
    ),
    "file.broken_open": (
        "“{name}”的部分内容无法读取（文件损坏或存储故障）。请立即将能读取的内容另存到别处；若不成功，请恢复最近的备份。",
        (
            "Part of “{name}” can no longer be read: the file is damaged or its storage fails. Save what can "
            "be read elsewhere now; if that does not work, restore the latest backup."
        ),
    ),
    "file.no_permission": (
        "没有权限访问“{name}”，未作改动。请检查文件和文件夹的权限，或换一个位置。",
        (
            "You are not allowed to use “{name}”; nothing was changed. Check the permissions of the file "
            "and its folder, or choose another place."
        ),
    ),
    "file.busy": (
        "“{name}”正被其他程序占用（可能是同步或杀毒软件），这次改动没有保存，原有数据完好。请稍后再试。",
        (
            "Another program is using “{name}” (a sync client or virus scanner, perhaps); this change was "
            "not saved, what was there is safe. Try again in a moment."
        ),
    ),
    "file.io": (
        "读写“{name}”时存储设备出错，这次改动没有保存。请检查硬盘、网络或移动设备的连接，并尽快另存副本到其他位置。",
        (
            "The storage failed while using “{name}”; this change was not saved. Check the disk, network or "
            "removable drive, and save a copy elsewhere soon."
        ),
    ),
    "file.disk_full": (
        "磁盘空间不足，“{name}”的这次改动没有保存，原有数据完好。请腾出空间后重试，或另存副本到其他磁盘。",
        (
            "The disk is full: this change to “{name}” was not saved, what was there is safe. "
            "Free some space and try again, or save a copy on another disk."
        ),
    ),
    "file.cannot_open": (
        "无法打开“{name}”或它旁边的临时文件，未作改动。请检查文件夹是否存在、是否可写。",
        (
            "“{name}” or the temporary file beside it cannot be opened; nothing was changed. "
            "Check that the folder exists and can be written to."
        ),
    ),
    "file.too_large": (
        "“{name}”超过了所在磁盘允许的文件大小，这次改动没有保存，原有数据完好。请另存副本到 NTFS、APFS 或 ext4 格式的磁盘。",
        (
            "“{name}” has outgrown the file size its disk allows; this change was not saved, what was there "
            "is safe. Save a copy on a disk formatted as NTFS, APFS or ext4."
        ),
    ),
    "file.copy_onto_itself": (
        "副本不能覆盖正在使用的“{name}”。请换一个文件名或文件夹。",
        "The copy cannot replace “{name}”, which is in use. Choose another name or folder.",
    ),
    "file.copy_failed": (
        "副本“{name}”写入后检查未通过，已丢弃；原文件完好。请检查目标磁盘，或换一个位置重试。",
        (
            "The copy “{name}” did not pass its check and was discarded; the original is safe. "
            "Check the target disk or try another place."
        ),
    ),
    "file.migration_failed": (
        "“{name}”升级到新格式没有成功，已保持原样；升级前的备份在“{backup}”。请继续使用旧版本，并把此提示告知支持人员。",
        (
            "“{name}” could not be brought to the new format and is as it was; the backup made before is "
            "“{backup}”. Go on with the older version and report this message."
        ),
    ),
    "file.held": (
        "{user}（{host}）正在使用此文件，您以只读方式打开。",
        "{user} on {host} has this file open; you can read it but not change it.",
    ),
    "file.held_by_someone": (
        "此文件正在别处使用，您以只读方式打开。",
        "This file is in use elsewhere; you can read it but not change it.",
    ),
    "file.read_only_place": (
        "此文件或其文件夹不可写，您以只读方式打开。要修改，请另存副本。",
        "This file or its folder cannot be written to; you can read it. To edit, save a copy.",
    ),
}
