"""What the watch of the sample company found over the months, and what was learnt from its losses."""

from __future__ import annotations

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

_RUNS = (92, 61, 30, 9, 0)
"""Days ago on which the watch was run."""
_FRESH = 9
"""From so many days ago on nobody has answered what the watch found, but for these."""
_SAID = (
    ("已电话核实，属季节性波动", "acknowledge"),
    ("已约客户财务对账，先停新增赊销", "act"),
    ("已知情，下次走访时当面确认", "acknowledge"),
    ("改为款到发货，待逾期结清再恢复", "act"),
)
_PUT_OFF, _EVERY = 12, 9
"""Every so-manieth warning was put off for so many days."""
_MOST_FRESH = 6


def watch(scene: Scene) -> None:
    """Run as on each of those days; older warnings were answered."""
    for ago in _RUNS:
        day = scene.ago(ago)
        scene.at(day).watch.run(day)
    inbox = scene.now.watch.inbox("new", scene.as_of)
    old = [view for view in inbox if view.alert.on < scene.ago(_FRESH)]
    fresh = [view for view in inbox if view.alert.on >= scene.ago(_FRESH)]
    for n, view in enumerate([*old, *fresh[_MOST_FRESH:]]):
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
    """The greatest debts given up as cases, and one that went well in the end."""
    lost = store.find(Document, kind=DocumentKind.WRITE_OFF)
    lost.sort(key=lambda one: (-one.amount, one.id))
    cases = scene.now.cases
    for one in lost[:2]:
        draft = cases.from_write_off(one.id)
        cases.save(
            replace(
                draft,
                cause=CaseCause.INSOLVENCY,
                facts=f"{draft.facts}\n客户连续两季付款变慢，仍按原额度发货，直至法院受理破产。".strip(),
                lesson="付款天数连续上升时先降额度，不等审核到期。",
                consequence="新增“付款变慢”预警，C 级以下每季复评。",
            )
        )
    cases.save(_near_miss(cases.near_miss(scene.customers["C1003"], scene.ago(40))))


def _near_miss(draft: LossCase) -> LossCase:
    return replace(
        draft,
        cause=CaseCause.TOO_LATE_CHASED,
        facts="对账差异拖了两个月无人跟进，客户以此为由停付，上门对账后一周内付清。",
        lesson="对账差异当周处理，不影响无争议部分的催收。",
        consequence="争议超过 10 天列入每日待办。",
    )
