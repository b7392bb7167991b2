"""The chain of the change log and its proofs: (Chinese, English) per code."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "check.chain_changed": (
        "变更记录第 {entry} 条（{day}，{action}）被人在程序之外改动过：内容与其指纹不符。请与最近的备份核对。",
        "Entry {entry} of the history ({day}, {action}) was changed outside the program: its content does not fit its fingerprint. Compare with the latest backup.",
    ),
    "check.chain_link": (
        "变更记录第 {entry} 条（{day}，{action}）接不上第 {before} 条：第 {before} 条被换过、改写过，或其后有记录被删去。请与最近的备份核对。",
        "Entry {entry} of the history ({day}, {action}) does not follow entry {before}: that one was exchanged or written anew, or entries after it are gone. Compare with the latest backup.",
    ),
    "check.chain_missing": (
        "变更记录第 {before} 条与第 {entry} 条（{day}，{action}）之间缺了记录。请与最近的备份核对。",
        "Entries of the history are missing between {before} and {entry} ({day}, {action}). Compare with the latest backup.",
    ),
    "check.chain_stray": (
        "变更记录第 {entry} 条（{day}，{action}）处混入了不属于任何记录的明细。请与最近的备份核对。",
        "At entry {entry} of the history ({day}, {action}) stand rows that belong to no entry. Compare with the latest backup.",
    ),
    "check.outside_changed": (
        "{what}“{label}”被人在程序之外改动过：与变更记录第 {entry} 条（{day}，{action}）留下的内容不符。请与最近的备份核对。",
        "{what} “{label}” was changed outside the program: it is not what entry {entry} of the history ({day}, {action}) left. Compare with the latest backup.",
    ),
    "check.outside_before": (
        "{what}“{label}”在变更记录第 {entry} 条（{day}，{action}）之前被人在程序之外改动过。请与最近的备份核对。",
        "{what} “{label}” was changed outside the program before entry {entry} of the history ({day}, {action}). Compare with the latest backup.",
    ),
    "check.outside_gone": (
        "{what}“{label}”被人在程序之外删去：变更记录第 {entry} 条（{day}，{action}）之后它应当还在。请与最近的备份核对。",
        "{what} “{label}” was taken away outside the program: after entry {entry} of the history ({day}, {action}) it should be there. Compare with the latest backup.",
    ),
    "check.outside_back": (
        "{what}“{label}”被人在程序之外放回：变更记录第 {entry} 条（{day}，{action}）已将其撤去。请与最近的备份核对。",
        "{what} “{label}” was put back outside the program: entry {entry} of the history ({day}, {action}) had taken it away. Compare with the latest backup.",
    ),
    "check.outside_added": (
        "{what}“{label}”不是在程序中录入的：变更记录里没有它。请与最近的备份核对。",
        "{what} “{label}” was not entered in the program: the history knows nothing of it. Compare with the latest backup.",
    ),
    "check.layout_added": (
        "文件中有{kind}“{name}”，不是本程序建立的，可能会改动写入的内容。请查明是谁加的，并恢复到没有它的最近一份备份。",
        "The file holds the {kind} “{name}”, which this program did not make; it may change what is written. Find out who put it there, and go back to the latest backup without it.",
    ),
    "check.layout_changed": (
        "{kind}“{name}”的定义被人在程序之外改动过。请与最近的备份核对。",
        "The {kind} “{name}” was defined anew outside the program. Compare with the latest backup.",
    ),
    "check.layout_gone": (
        "{kind}“{name}”被人在程序之外删去。请恢复最近的备份。",
        "The {kind} “{name}” was taken out of the file outside the program. Go back to the latest backup.",
    ),
    "layout.table": ("数据表", "table"),
    "layout.index": ("索引", "index"),
    "layout.view": ("视图", "view"),
    "layout.trigger": ("触发器", "trigger"),
    "check.proof_company": (
        "这份证明属于“{theirs}”，不是“{ours}”的。",
        "This proof is of “{theirs}”, not of “{ours}”.",
    ),
    "check.proof_short": (
        "证明写到第 {entry} 条（{day}），而本文件的变更记录只有 {entries} 条：之后的记录被删去，或打开的是更早的副本。请与最近的备份核对。",
        "The proof reaches entry {entry} ({day}), yet this file's history has {entries}: later entries were cut off, or this is an older copy. Compare with the latest backup.",
    ),
    "check.proof_differs": (
        "自第 {entry} 条（{day}，{action}）起，变更记录与证明不符：第 {before} 条之后的历史被整体重写过。请与最近的备份核对。",
        "From entry {entry} ({day}, {action}) at the latest the history is not the one of the proof: what comes after entry {before} was written anew. Compare with the latest backup.",
    ),
    "check.proof_differs_first": (
        "变更记录与证明不符：第 {entry} 条（{day}，{action}）或之前的历史被整体重写过。请与最近的备份核对。",
        "The history is not the one of the proof: entry {entry} ({day}, {action}) or what is before it was written anew. Compare with the latest backup.",
    ),
    "check.proof_holds": (
        "变更记录与证明一致：前 {entries} 条（至 {day}）未被改写。",
        "The history agrees with the proof: its first {entries} entries (to {day}) were not written anew.",
    ),
    "proof.unreadable": (
        "{name} 不是变更记录证明，或已损坏。请选择由“导出证明”生成的文件。",
        "{name} is no proof of a history, or it is damaged. Choose a file made by “Export proof”.",
    ),
    "proof.bad_mark": (
        "“{text}”不是打印的指纹。请照样输入条数和指纹，例如 1234 3f9a c01b 22e1 90ab。",
        "“{text}” is no printed fingerprint. Type the number of entries and the fingerprint as printed, such as 1234 3f9a c01b 22e1 90ab.",
    ),
    "proof.title": ("变更记录指纹", "Fingerprint of the history"),
    "proof.use": (
        "这一指纹代表打印时公司文件的全部变更记录。日后在“变更记录 → 证明”中输入条数和指纹的前 16 位，即可查出在此之前的记录是否被改写。",
        "It stands for all that was recorded in the company file when this was printed. Typed under History → Proof, the number and its first 16 digits tell later whether anything before was written anew.",
    ),
    "proof.head": (
        "变更记录指纹：第 {entry} 条（{day}）  {mark}",
        "History fingerprint: entry {entry} ({day})  {mark}",
    ),
}
