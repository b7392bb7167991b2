"""The help: what its parts are called, and what goes wrong with it; per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "help_group.guide": ("入门", "First steps"),
    "help_group.playbook": ("信用管理手册", "The playbook of credit control"),
    "help_group.page": ("每一页做什么", "What every page does"),
    "help_group.kpi": ("指标释义", "Key figures explained"),
    "help_group.grade": ("信用等级", "Credit grades"),
    "help_group.word": ("术语表", "Glossary"),
    "cli.about.help": (
        "程序内的帮助与信用管理手册。",
        "The program's help and the playbook of credit control.",
    ),
    "cli.help.topic": (
        "条目或部分，如 kpi.dso、playbook（不给则列出目录；只给 --pdf 则为手册）",
        "a topic or part, such as kpi.dso or playbook (none: the contents; with --pdf alone: the playbook)",
    ),
    "cli.help.help_search": ("按字词查找，拼音首字母也可", "look for words; pinyin initials will do"),
    "help.unknown": (
        "没有“{key}”这一条帮助。用 holdfast help 列出目录，或用 --search 搜索。",
        "There is no help on “{key}”. “holdfast help” lists the contents; --search looks for words.",
    ),
    "help.nothing": ("没有找到“{text}”。", "Nothing found for “{text}”."),
    "help.page": ("（程序中打开：{page}）", "(in the program: {page})"),
    "help.not_advice": (
        "一般性说明，不构成法律意见；以合同、保单和现行法规原文为准。",
        "General information, not legal advice; your contract, policy and the law in force decide.",
    ),
}
