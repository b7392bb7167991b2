"""What the watch of the sample company found over the months, and what was learnt from its losses."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.document import Document, DocumentKind
from app.domain.loss_case import CaseCause

if TYPE_CHECKING:
    from app.domain.credit_record import LossCase
    from app.services.ports import Store
    from app.services.sample.deciding import Scene
    from app.services.watch_views import AlertView

_RUNS = (92, 45, 9, 0)
"""Days ago on which the watch was run."""
_FRESH = 9
"""From so many days ago on some of what the watch found has no answer yet."""
_SAID = (
    ("已电话核实，属季节性波动", "acknowledge"),
    ("已约客户财务对账，先停新增赊销", "act"),
    ("已知情，下次走访时当面确认", "acknowledge"),
    ("改为款到发货，待逾期结清再恢复", "act"),
)
_PUT_OFF, _EVERY = 12, 9
"""Every so-manieth warning was put off for so many days."""
_LOST = (
    "客户连续两季付款变慢，仍按原额度发货，直至法院受理破产。",
    "付款天数连续上升时先降额度，不等复评到期。",
    "启用“付款变慢”预警；C 级以下每季复评。",
)
_NEAR = (
    (
        "C1003",
        40,
        CaseCause.TOO_LATE_CHASED,
        (
            "对账差异拖了两个月无人跟进，客户以此为由停付；上门对账后一周内付清大半。",
            "对账差异当周处理，不影响无争议部分的催收。",
            "争议超过目标日列入每日待办。",
        ),
    ),
    (
        "C1020",
        44,
        CaseCause.CASH_SHORTAGE,
        (
            "下游矿山停产，客户资金断流；签四期还款计划并由股东担保，首期已付。",
            "行业转冷时先收紧账期，再谈计划；计划要有担保。",
            "矿山设备行业前景调为“转弱”。",
        ),
    ),
)
_MOST_FRESH, _MOST_ALIKE = 6, 2


def watch(scene: Scene) -> None:
    """Run as on each of those days; older warnings were answered."""
    for ago in _RUNS:
        day = scene.ago(ago)
        scene.at(day).watch.run(day)
    fresh: Counter[str] = Counter()
    answered = []
    for view in scene.now.watch.inbox("new", scene.as_of):
        lately = view.alert.on >= scene.ago(_FRESH) and fresh.total() < _MOST_FRESH
        if lately and fresh[view.rule] < _MOST_ALIKE:
            fresh[view.rule] += 1
        else:
            answered.append(view)
    for n, view in enumerate(answered):
        _answer(scene, view, n)


def _answer(scene: Scene, view: AlertView, n: int) -> None:
    service = scene.now.watch
    note, how = _SAID[n % len(_SAID)]
    if n % _EVERY == 0:
        service.snooze(view.alert.id, scene.as_of + timedelta(_PUT_OFF), "等月结对账后再看")
    elif how == "act":
        service.act(view.alert.id, note)
    else:
        service.acknowledge(view.alert.id, note)


def learn(scene: Scene, store: Store) -> None:
    """The greatest debt given up as a case, and two that went well in the end."""
    lost = store.find(Document, kind=DocumentKind.WRITE_OFF)
    if lost:
        draft = scene.now.cases.from_write_off(max(lost, key=lambda one: (one.amount, -one.id)).id)
        _write_up(scene, draft, CaseCause.INSOLVENCY, _LOST)
    for code, ago, cause, told in _NEAR:
        draft = scene.now.cases.near_miss(scene.customers[code], scene.ago(ago))
        _write_up(scene, draft, cause, told)


def _write_up(scene: Scene, draft: LossCase, cause: CaseCause, told: tuple[str, str, str]) -> None:
    facts, lesson, consequence = told
    facts = f"{draft.facts}\n{facts}".strip()
    case = replace(draft, cause=cause, facts=facts, lesson=lesson, consequence=consequence)
    scene.now.cases.save(case)
