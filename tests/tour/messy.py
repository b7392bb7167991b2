"""Files as accounting programs really write them, made while the tour runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_INVOICES = """甬联紧固件（宁波）有限公司,,,,,,,,
应收账款明细表,,,,,,,,
单据编号,客户名称,开票日,应收到期,价税合计,已收,币别,业务员,备注2
{known}
HQ2509-118,苏州恒岳机电有限公司,2025/9/21,2025/11/20,"168,000.00",0,人民币,李敏,
HQ2510-135,苏州恒岳机电有限公司,2025/10/9,2025/12/8,"142,600.00",0,人民币,李敏,镀层待检
HQ2510-135,苏州恒岳机电有限公司,2025/10/9,2025/12/8,"142,600.00",0,人民币,李敏,
HQ2511-141,青岛海拓船舶配件有限公司,2025/11/21,2026/1/20,"186,300.00",0,人民币,王强,
HQ2509-129,温州瑞固阀门制造有限公司,2025/9/25,2025/11/31,"126,500.00",0,人民币,王强,
HQ2511-156,合肥新翎新能源,2025/11/16,2026/1/15,"212,300.00",0,人民币,王强,
HQ2510-121,无锡博锐精密机械有限公司,2025/10/20,2025/12/4,"96,800.00","98,200.00",人民币,李敏,
HQ2512-170,台州鼎川泵业有限公司,2025/12/23,2026/1/22,"238,900.00",0,人民币,李敏,
HQ2512-171,,2025/12/23,2026/1/22,"8,900.00",0,人民币,李敏,
HQ2512-172,台州鼎川泵业有限公司,2025/12/23,2026/1/22,,0,人民币,李敏,
合计,,,,"1,322,900.00","98,200.00",,,
第 1 页,,,,,,,,
"""


def invoices(folder: Path, known: Sequence[str] = ()) -> Path:
    """A list of invoices in GB18030 with a title, a total, and every kind of fault in its rows.

    ``known`` are rows of invoices the ledger already holds.
    """
    path = folder / "应收明细_2025年12月.csv"
    path.write_bytes(_INVOICES.format(known="\n".join(known)).encode("gb18030"))
    return path


def refused(folder: Path) -> Path:
    """A file that says it is a workbook and is none."""
    path = folder / "扫描件.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return path
