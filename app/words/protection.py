"""Passwords, keys and recovery sheets: (Chinese, English) per code; a third text is the English plural, by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # Opening
    "file.password_needed": (
        "“{name}”设有密码。请输入密码，或恢复单上的恢复码。",
        "“{name}” is protected by a password. Type the password, or the recovery code from its recovery sheet.",
    ),
    "file.password_wrong": (
        "打不开“{name}”：密码或恢复码不对，或者文件开头已损坏；程序未改动它。请核对大小写和输入法再试；若确信无误，请打开最近的备份。",
        (
            "“{name}” does not open: the password or recovery code is wrong, or the beginning of the file is "
            "damaged; it was not touched. Check capitals and the keyboard layout and try again. If you are "
            "certain of it, open your latest backup."
        ),
    ),
    "password.wrong": (
        "密码或恢复码不对，没有作任何改动。请核对大小写和输入法再试。",
        "The password or recovery code is wrong; nothing was changed. Check capitals and the keyboard layout.",
    ),
    # Choosing a password
    "password.too_short": (
        "密码至少要 {least} 个字符。请加长，例如连用几个不相干的词。",
        "A password has at least {least} characters. Make it longer, such as several unrelated words.",
    ),
    "password.common": (
        "这个密码太常见，别人会最先试它。请另想一个。",
        "This password is among the first that anybody tries. Think of another.",
    ),
    "password.is_name": (
        "密码不能就是公司名称或文件名。请另想一个。",
        "A password must not be the name of the company or of its file. Think of another.",
    ),
    "password.like_a_code": (
        "这个密码与恢复码相像，以后会分不清。请另想一个。",
        "This password looks like a recovery code; the two could not be told apart. Think of another.",
    ),
    "password.not_the_same": (
        "两次输入的密码不一样，没有作任何改动。请重新输入。",
        "The two passwords differ; nothing was changed. Type them again.",
    ),
    "password.strength.weak": ("弱", "Weak"),
    "password.strength.fair": ("一般", "Fair"),
    "password.strength.good": ("良好", "Good"),
    "password.strength.strong": ("强", "Strong"),
    # Recovery codes
    "recovery.bad_group": (
        "恢复码的第 {group} 组有误。请与恢复单核对这一组的五个字符。",
        "Group {group} of the recovery code is not right. Compare its five characters with the sheet.",
    ),
    "recovery.incomplete": (
        "恢复码应有 {groups} 组，每组五个字符，现在是 {found} 组。请与恢复单核对。",
        "A recovery code has {groups} groups of five characters; here are {found}. Compare it with the sheet.",
    ),
    # Setting, changing, removing
    "protection.already": (
        "此文件已设有密码。要换密码，请用“更改密码”。",
        "This file has a password already. To have another, change it.",
    ),
    "protection.none": (
        "此文件没有密码。请先设置密码。",
        "This file has no password. Set one first.",
    ),
    "protection.writing": (
        "正在重写文件：{done} / {total} 个表",
        "Re-writing the file: {done} of {total} tables",
    ),
    "protection.verifying": ("正在检查重写的文件", "Checking the re-written file"),
    "protection.backups": (
        "正在重写备份：{done} / {total}",
        "Re-writing the backups: {done} of {total}",
    ),
    "protection.backup_other_key": (
        "这份备份用的是另一个密码，没有重写；仍用当时的密码打开。",
        "This backup has another password and was not re-written; it still opens with the password of its time.",
    ),
    "protection.backup_not_reached": (
        "应您的要求中途停止，这份备份没有重写；仍与从前一样打开。",
        "You stopped before this backup was re-written; it still opens as it did before.",
    ),
    "protection.backup_failed": (
        "这份备份没有重写，仍与从前一样：{reason}",
        "This backup was not re-written and is as it was: {reason}",
    ),
    "protection.backup_in_clear": (
        "这份备份没有重写，里面的数据仍是明文，谁都能读；请删除它，或移到安全的地方。{reason}",
        (
            "This backup was not re-written and is still in clear for anybody to read: delete it, or move it "
            "to a safe place. {reason}"
        ),
    ),
    "protection.folder_away": (
        (
            "备份文件夹 {path} 现在够不着（没有接上，或已移走），其中的备份与从前一样打开。"
            "请接上后再更改一次密码，或删除其中的备份。"
        ),
        (
            "The backup folder {path} cannot be reached now (not plugged in, or moved away); backups in it open as "
            "they did before. Plug it in and change the password once more, or delete those backups."
        ),
    ),
    "protection.elsewhere": (
        "您自己另存到别处的副本和备份不会重写，仍与从前一样打开。",
        "Copies and backups that you put elsewhere yourself are not re-written; they open as they did before.",
    ),
    # The system's keyring
    "keyring.none": (
        "这台电脑没有可用的密钥环，无法记住密码；每次打开时请输入密码。",
        "This computer has no keyring that could remember the password; type it each time you open the file.",
    ),
    "keyring.failed": (
        "系统密钥环没有响应（{detail}），没有记住密码；文件不受影响。请在系统里解锁密钥环后再试。",
        (
            "The system's keyring did not answer ({detail}); the password is not remembered. "
            "The file is not affected. Unlock the keyring in your system and try again."
        ),
    ),
    # The recovery sheet
    "recovery.sheet.title": ("恢复单", "Recovery sheet"),
    "recovery.sheet.opens": (
        "忘记密码时，用本页的恢复码可以打开这个文件，以及用同一密码保存的备份和副本。",
        (
            "If the password is forgotten, the code on this page opens this file, and its backups and copies "
            "that were saved under the same password."
        ),
    ),
    "recovery.sheet.company": ("公司", "Company"),
    "recovery.sheet.file": ("文件", "File"),
    "recovery.sheet.made": ("打印日期", "Printed"),
    "recovery.sheet.code": ("恢复码", "Recovery code"),
    "recovery.sheet.how_head": ("怎样使用", "How to use it"),
    "recovery.sheet.how": (
        "打开文件时，在“密码”处输入全部 13 组。连字符和大小写不限；字母 O 与数字 0、字母 I 或 L 与数字 1 视为相同。输错时程序会指出是第几组。",
        (
            "When you open the file, type all 13 groups where the password is asked for. "
            "Hyphens and capitals do not matter; the letter O counts as the digit 0, I and L as 1. "
            "If a group is mistyped, the program says which."
        ),
    ),
    "recovery.sheet.until_head": ("有效到什么时候", "Until when it is valid"),
    "recovery.sheet.until": (
        "到更改或取消密码为止。更改后请重新打印，并销毁本页。改密码以前另存的备份和副本仍由本页打开。",
        (
            "Until the password is changed or removed. Then print a new sheet and destroy this one. "
            "Backups and copies saved before the change and kept elsewhere still open with this sheet."
        ),
    ),
    "recovery.sheet.keep_head": ("存放在哪里", "Where to keep it"),
    "recovery.sheet.keep": (
        "请存放在保险柜，或交给您信任的人；不要放在电脑旁，不要拍照，不要存进电脑。谁拿到本页和文件，谁就能打开文件。",
        (
            "Keep it in a safe or with somebody you trust; not beside the computer, not photographed, not "
            "stored on a computer. Whoever has this page and the file can open the file."
        ),
    ),
    "recovery.sheet.lost_head": ("两样都遗失时", "If both are lost"),
    "recovery.sheet.lost": (
        "密码和本页都遗失时，文件无法打开，程序的作者也无能为力。",
        "If both the password and this page are lost, nobody can open the file, its makers included.",
    ),
    # The command line
    "cli.about.password": (
        "设置、更改或取消公司文件的密码；备份一并重写。",
        "Set, change or remove the password of a company file; its backups are re-written with it.",
    ),
    "cli.about.recovery": (
        "写出公司文件的恢复单（PDF）：忘记密码时用它打开。",
        "Write the recovery sheet of a company file (PDF), which opens it when the password is forgotten.",
    ),
    "cli.help.password_step": ("set 设置，change 更改，remove 取消", "what to do with the password"),
    "cli.help.password_file": (
        "从该文件的第一行读密码（- 为标准输入）；不写则在终端询问",
        "read the password from the first line of this file (- is standard input); asked for otherwise",
    ),
    "cli.help.new_password_file": (
        "从该文件的第一行读新密码；不写则在终端询问",
        "read the new password from the first line of this file; asked for otherwise",
    ),
    "cli.help.protect": ("用密码保护新文件", "protect the new file with a password"),
    "cli.password.ask": ("“{name}”的密码或恢复码：", "Password or recovery code of “{name}”: "),
    "cli.password.ask_new": ("“{name}”的新密码：", "New password for “{name}”: "),
    "cli.password.ask_again": ("再输入一次：", "The same again: "),
    "cli.password.no_terminal": (
        "“{name}”设有密码，但这里没有可以询问的终端。请用 --password-file 指明写有密码的文件（- 为标准输入）。",
        (
            "“{name}” is protected by a password, but there is no terminal to ask at. "
            "Give a file that holds it with --password-file (- is standard input)."
        ),
    ),
    "cli.password.no_terminal_new": (
        "这里没有可以询问新密码的终端。请用 --new-password-file 指明写有新密码的文件（- 为标准输入）。",
        "There is no terminal to ask for the new password. Give a file that holds it with --new-password-file.",
    ),
    "cli.password.file_unreadable": (
        "无法从 {path} 读出密码（{detail}）。请核对路径；文件应是 UTF-8 文本，第一行为密码。",
        "No password can be read from {path} ({detail}). It is a UTF-8 text whose first line is the password.",
    ),
    "cli.password.none_in_file": (
        "{path} 的第一行不能作密码：空行，或长得不像密码。请把密码写在第一行，以 UTF-8 保存。",
        "The first line of {path} is no password: it is empty, or far too long for one. Write the password there, as UTF-8.",
    ),
    "cli.password.hidden": (
        "这个终端会显示输入的内容，没有询问密码。请用 --password-file 指明写有密码的文件（- 为标准输入）。",
        "This terminal would show what is typed, so no password was asked for. Use --password-file (- is standard input).",
    ),
    "cli.password.set": ("已为 {path} 设置密码。", "{path} is now protected by a password."),
    "cli.password.changed": (
        "已更改 {path} 的密码；以前的恢复单不再有效。",
        "The password of {path} was changed; earlier recovery sheets no longer open it.",
    ),
    "cli.password.removed": (
        "已取消 {path} 的密码，文件现为明文。",
        "{path} has no password any more and is in clear.",
    ),
    "cli.password.backups": (
        "一并重写了 {n} 份备份。",
        "{n} backup was re-written with it.",
        "{n} backups were re-written with it.",
    ),
    "cli.password.left": ("没有重写 {path}：{reason}", "Not re-written: {path}. {reason}"),
    "cli.password.print_sheet": (
        "请用 recovery 命令打印恢复单并妥善保管：密码遗失后别无他法。",
        "Print the recovery sheet with the recovery command and keep it safe: nothing else helps when the password is lost.",
    ),
}
