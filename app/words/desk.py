"""Who works with the program, duties and roles: (Chinese, English) per code."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "desk.switched_on": ("开始询问由谁使用（{name}）", "Asking who works with the program: on ({name})"),
    "desk.switched_off": ("不再询问由谁使用（{name}）", "Asking who works with the program: off ({name})"),
    "desk.nobody": (
        "现在没有人就座，只能查看，没有作任何改动。请用“文件”菜单的“更换使用人…”选择自己并输入 PIN。",
        (
            "Nobody has sat down: this is for looking only, and nothing was changed. Choose yourself under "
            "File › Change who works here… and type your PIN."
        ),
    ),
    "role.may_not": (
        "{what}不属于{name}（{role}）的职责，没有作任何改动。可以做的人：{able}。",
        (
            "{name} ({role}) has no duty to {what}; nothing was changed. Who has: {able}. Ask one of them, "
            "or let them sit down."
        ),
    ),
    "desk.unknown": (
        "“{name}”不能就座：没有这个人，或还没有 PIN。可以就座的人：{known}。PIN 由老板在“授信规则 › 人员与权限”中设置。",
        (
            "“{name}” cannot sit down: there is no such person here, or no PIN yet. Who can: {known}. "
            "An owner sets PINs under Credit rules › People."
        ),
    ),
    "desk.no_owner_pin": (
        "还没有一位老板设有 PIN。请先在“授信规则 › 人员与权限”中录入老板并设置 PIN，否则以后没有人能关掉它。",
        (
            "No owner has a PIN yet. Enter an owner and set the PIN under Credit rules › People first; "
            "otherwise nobody could switch it off again."
        ),
    ),
    "desk.owner_stays": (
        "询问由谁使用期间，必须至少有一位在职的老板设有 PIN。请先给另一位老板设置 PIN，或由老板在“设置 › 安全”中关闭询问。",
        (
            "While the program asks who works with it, one owner with a PIN must stay. Give another owner a "
            "PIN first, or let an owner switch the asking off under Settings › Security."
        ),
    ),
    "desk.by_its_own": (
        "这项设置不能这样更改。请由老板在“设置 › 安全”中更改。",
        "This setting is not changed that way. An owner does so under Settings › Security.",
    ),
    "desk.duties_chosen": ("调整各角色的职责", "Duties of the roles given"),
    "desk.asks_nobody": (
        "现在不询问由谁使用，人人都能做一切，职责还不起作用。请先由老板在“设置 › 安全”中开启询问。",
        (
            "Nobody is asked who works here, and everybody does everything: duties hold nobody yet. An owner "
            "switches the asking on first, under Settings › Security."
        ),
    ),
    "duties.unreadable": ("职责表无法读取：{detail}", "The table of duties cannot be read: {detail}"),
    # What a duty is, after “has no duty to”
    "duty.program": ("程序自身的工作", "do what the program does by itself"),
    "duty.log": ("登记走访与付款承诺", "log visits and promises"),
    "duty.orders": ("登记和核对订单", "enter and check orders"),
    "duty.collect": ("催收", "collect: reminders, letters, disputes, warnings"),
    "duty.book": ("记账、导入和结账", "keep the books: enter, import, close months"),
    "duty.credit": ("作出信用决定", "decide about credit"),
    "duty.insure": ("办理信用保险", "handle credit insurance"),
    "duty.measure": ("计量与复盘", "measure: provisions, reviews, forecasts, stress tests"),
    "duty.rules": ("更改规则和设置", "change rules and settings"),
    "duty.none": ("只查看", "look only"),
    "duty.people": (
        "管理人员、权限、文件密码和重新打开已结账月份",
        "manage people, their authority, the password and closed months",
    ),
    # The command line
    "cli.help.as_person": ("由谁使用（公司要求询问时）", "who works here, where the company asks"),
    "cli.help.pin_file": (
        "第一行为其 PIN 的文件，“-”为标准输入",
        "file whose first line is that person's PIN, “-” for standard input",
    ),
    "cli.desk.needed": (
        "这家公司要求说明由谁使用。请加 --as 姓名（终端上询问 PIN，或用 --pin-file）；没有作任何改动。",
        (
            "This company asks who works with it. Say --as NAME (the PIN is asked for at a terminal, or read "
            "from --pin-file); nothing was changed."
        ),
    ),
    "cli.desk.no_terminal": (
        "这里没有可以询问 PIN 的终端。请用 --pin-file 指定 PIN 文件。",
        "There is no terminal to ask for the PIN at. Say --pin-file.",
    ),
    "cli.desk.ask": ("{name}的 PIN：", "PIN of {name}: "),
}
