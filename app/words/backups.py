"""Backups, restoring and salvaging: (Chinese, English) per code; a third text is the English plural, by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # What a backup was made for
    "backup_kind.close": ("关闭时", "On closing"),
    "backup_kind.import": ("导入前", "Before an import"),
    "backup_kind.migration": ("升级前", "Before an upgrade"),
    "backup_kind.bulk": ("批量改动前", "Before a bulk change"),
    "backup_kind.restore": ("恢复前", "Before a restore"),
    "backup_kind.manual": ("手动", "By hand"),
    # Work under way
    "backup.copying": ("正在备份：{done} / {total} 页", "Backing up: {done} of {total} pages"),
    "backup.verifying": ("正在检查备份", "Checking the backup"),
    "salvage.copying": ("正在抢救：{done} / {total} 个表", "Salvaging: {done} of {total} tables"),
    "salvage.pages": ("正在逐页寻找：{done} / {total} 页", "Searching page by page: {done} of {total}"),
    # Faults of the place backups go to
    "backup.disk_full": (
        "备份文件夹“{folder}”所在磁盘空间不足。公司文件不受影响。请腾出空间，或在“设置 → 备份”里换一个文件夹。",
        (
            "The disk of the backup folder “{folder}” is full. The company file is not affected. "
            "Free some space, or choose another folder in Settings, Backups."
        ),
    ),
    "backup.not_writable": (
        "备份文件夹“{folder}”不可写。公司文件不受影响。请检查权限，或在“设置 → 备份”里换一个文件夹。",
        (
            "The backup folder “{folder}” cannot be written to. The company file is not affected. "
            "Check its permissions, or choose another folder in Settings, Backups."
        ),
    ),
    "backup.not_a_folder": (
        "“{folder}”是文件，不是文件夹，备份无处可写。公司文件不受影响。请移走它，或另选备份文件夹。",
        (
            "“{folder}” is a file, not a folder: there is no place for backups. The company file is not affected. "
            "Move it away, or choose another folder for backups."
        ),
    ),
    "backup.folder_gone": (
        "找不到备份文件夹“{folder}”。公司文件不受影响。请接上移动硬盘或网络驱动器，或在“设置 → 备份”里换一个文件夹。",
        (
            "The backup folder “{folder}” is not there. The company file is not affected. "
            "Connect its drive, or choose another folder in Settings, Backups."
        ),
    ),
    "backup.storage": (
        "写入备份文件夹“{folder}”时存储设备出错。公司文件不受影响。请检查该设备，或在“设置 → 备份”里换一个文件夹。",
        (
            "The storage failed while writing to the backup folder “{folder}”. The company file is not "
            "affected. Check the device, or choose another folder in Settings, Backups."
        ),
    ),
    "backup.unsound": (
        "写入“{folder}”的备份没有通过检查，已丢弃。公司文件不受影响。请检查该磁盘，或在“设置 → 备份”里换一个文件夹。",
        (
            "The backup written to “{folder}” did not pass its check and was discarded. The company file is "
            "not affected. Check that disk, or choose another folder in Settings, Backups."
        ),
    ),
    "backup.damaged": (
        "备份“{name}”已损坏，没有用它恢复；现有文件未作改动。请选择另一份备份。",
        (
            "The backup “{name}” is damaged and was not restored; the present file was not touched. "
            "Choose another backup."
        ),
    ),
    "backup.same_file": (
        "“{name}”就是要恢复的公司文件本身。请选择一份备份。",
        "“{name}” is the company file itself. Choose a backup to restore it from.",
    ),
    # How the backups stand
    "backup.failed_last": (
        "最近一次备份没有成功。{reason}",
        "The last backup did not succeed. {reason}",
    ),
    "backup.fell_back": (
        "备份没有写到所选文件夹，改存在“{folder}”。{reason}",
        "The backup could not go to the folder chosen and was written to “{folder}” instead. {reason}",
    ),
    "backup.stale": (
        "文件有改动，但最近一份备份已是 {n} 天前。请立即备份。",
        "The file has changed, but its newest backup is {n} day old. Back it up now.",
        "The file has changed, but its newest backup is {n} days old. Back it up now.",
    ),
    "backup.none_yet": (
        "此文件已使用 {n} 天，还没有备份。请立即备份。",
        "This file has been in use for {n} day and has no backup. Back it up now.",
        "This file has been in use for {n} days and has no backup. Back it up now.",
    ),
    # Salvage
    "salvage.nothing": (
        "“{name}”损坏严重，连表的目录也读不出来，没有可抢救的数据；文件未作改动。请恢复备份，或向同事索取副本。",
        (
            "“{name}” is damaged so badly that not even its list of tables can be read: nothing can be "
            "salvaged, and it was not touched. Restore a backup, or ask a colleague for a copy."
        ),
    ),
    "salvage.done": (
        "抢救出 {n} 行数据（{customers} 家客户、{invoices} 张发票），丢失 {lost} 行。",
        "{n} row was saved (customers: {customers}, invoices: {invoices}); {lost} lost.",
        "{n} rows were saved (customers: {customers}, invoices: {invoices}); {lost} lost.",
    ),
    "salvage.from_log": (
        "其中 {n} 行所在的页已损坏，按修改记录补回。",
        "{n} of them stood on a damaged page and was written as the change log has it.",
        "{n} of them stood on damaged pages and were written as the change log has them.",
    ),
    "salvage.incomplete": (
        "以下表没有全部读出：{tables}。请运行“检查”，并与原始单据核对。",
        "Not all of these could be read: {tables}. Run a check, and compare with the original papers.",
    ),
    # The command line
    "cli.about.backup": (
        "备份公司文件，或列出它的备份。",
        "Back a company file up, or list its backups.",
    ),
    "cli.about.restore": (
        "用一份备份恢复公司文件；现有文件先留存。",
        "Restore a company file from a backup; the present file is kept first.",
    ),
    "cli.help.backup_to": (
        "写到哪个文件夹（默认为备份文件夹）",
        "the folder to write to (default: the backup folder)",
    ),
    "cli.help.backup_list": ("列出已有的备份", "list the backups there are"),
    "cli.help.backup_from": ("用哪一份备份", "the backup to restore from"),
    "cli.backup.made": (
        "已备份并检查：{path}（{customers} 家客户，{invoices} 张发票）",
        "Backed up and checked: {path} (customers: {customers}, invoices: {invoices})",
    ),
    "cli.backup.fell_back": ("警告：{reason}", "Warning: {reason}"),
    "cli.backup.none": ("“{path}”还没有备份。", "“{path}” has no backups yet."),
    "cli.backup.at": ("时间", "Time"),
    "cli.backup.kind": ("原因", "Made"),
    "cli.backup.customers": ("客户", "Customers"),
    "cli.backup.invoices": ("发票", "Invoices"),
    "cli.backup.state": ("状态", "State"),
    "cli.backup.file": ("文件", "File"),
    "backup_state.sound": ("已检查", "Verified"),
    "backup_state.damaged": ("已损坏", "Damaged"),
    "backup_state.unknown": ("未检查", "Not verified"),
    "cli.about.salvage": (
        "把损坏的公司文件里还能读出的内容抢救到新文件；原文件不动。",
        "Save what can be read of a damaged company file into a new one; the damaged one stays.",
    ),
    "cli.help.salvage_to": ("抢救到哪个新文件", "the new file to save it into"),
    "cli.salvage.done": ("新文件：{path}", "The new file: {path}"),
    "cli.rescue.found": (
        (
            "最新的完好备份：{path}（{day}，{customers} 家客户，{invoices} 张发票）。\n"
            "用它恢复（现有文件先留存）：\n    {command}"
        ),
        (
            "Newest sound backup: {path} ({day}; customers: {customers}, invoices: {invoices}).\n"
            "To restore it (the file as it is will be kept):\n    {command}"
        ),
    ),
    "cli.rescue.protected": (
        "最新的备份有密码，还没有检查：{path}。\n用它恢复（会询问密码，现有文件先留存）：\n    {command}",
        (
            "The newest backup is protected and was not checked: {path}.\n"
            "To restore it (its password is asked for, the file as it is will be kept):\n    {command}"
        ),
    ),
    "cli.rescue.salvage": (
        "没有找到完好的备份。把还能读出的内容抢救到新文件：\n    {command}",
        "No sound backup was found. To save what can be read into a new file:\n    {command}",
    ),
    "cli.rescue.new_name": ("{name} 抢救", "{name} salvaged"),
    "cli.restore.in_clear": (
        "这份备份没有密码，{path} 现为明文。请用 holdfast password set 重新设置密码。",
        "This backup had no password: {path} is in clear now. Protect it again with holdfast password set.",
    ),
    "cli.restore.done": ("已恢复：{path}", "Restored: {path}"),
    "cli.restore.kept": ("恢复前的文件留存在：{path}", "The file as it was before is kept in: {path}"),
}
