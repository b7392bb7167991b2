"""Who the sample company sells to: invented firms, what they buy and how they pay.

No name, number or address belongs to a real firm; identifiers carry valid check digits over
plainly made-up digits, mail goes to the reserved ``.example`` domain.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from stdnum.cn import uscc

from app.domain.company import Company

ADVANCE = "prepaid"
STAGES = "30% cash, 60% net 60, 10% net 365"
SALESPERSONS = ("周启航", "林若溪", "沈柏舟", "顾念慈", "陈屿", "唐以宁")

# region → the one above it ("" for a root); order matters: parents first.
REGIONS = {
    "国内": "",
    "海外": "",
    "华东": "国内",
    "华南": "国内",
    "华北": "国内",
    "东北": "国内",
    "华中": "国内",
    "西南": "国内",
    "上海": "华东",
    "浙江": "华东",
    "江苏": "华东",
    "安徽": "华东",
    "山东": "华东",
    "广东": "华南",
    "福建": "华南",
    "欧洲": "海外",
    "北美": "海外",
    "亚太": "海外",
    "中东": "海外",
}

# city → region, GB/T 2260 division (start of the credit code), dialling code
_CITIES = {
    "上海": ("上海", "310115", "021"),
    "杭州": ("浙江", "330110", "0571"),
    "宁波": ("浙江", "330206", "0574"),
    "嘉兴": ("浙江", "330402", "0573"),
    "绍兴": ("浙江", "330602", "0575"),
    "金华": ("浙江", "330702", "0579"),
    "湖州": ("浙江", "330502", "0572"),
    "台州": ("浙江", "331002", "0576"),
    "温州": ("浙江", "330302", "0577"),
    "苏州": ("江苏", "320505", "0512"),
    "昆山": ("江苏", "320583", "0512"),
    "无锡": ("江苏", "320214", "0510"),
    "常州": ("江苏", "320411", "0519"),
    "南通": ("江苏", "320602", "0513"),
    "徐州": ("江苏", "320311", "0516"),
    "扬州": ("江苏", "321003", "0514"),
    "镇江": ("江苏", "321102", "0511"),
    "盐城": ("江苏", "320902", "0515"),
    "合肥": ("安徽", "340104", "0551"),
    "芜湖": ("安徽", "340207", "0553"),
    "马鞍山": ("安徽", "340504", "0555"),
    "青岛": ("山东", "370211", "0532"),
    "济南": ("山东", "370112", "0531"),
    "烟台": ("山东", "370611", "0535"),
    "潍坊": ("山东", "370702", "0536"),
    "临沂": ("山东", "371302", "0539"),
    "广州": ("广东", "440112", "020"),
    "深圳": ("广东", "440306", "0755"),
    "东莞": ("广东", "441900", "0769"),
    "佛山": ("广东", "440605", "0757"),
    "中山": ("广东", "442000", "0760"),
    "珠海": ("广东", "440403", "0756"),
    "厦门": ("福建", "350211", "0592"),
    "泉州": ("福建", "350503", "0595"),
    "福州": ("福建", "350104", "0591"),
    "北京": ("华北", "110112", "010"),
    "天津": ("华北", "120116", "022"),
    "石家庄": ("华北", "130108", "0311"),
    "沧州": ("华北", "130902", "0317"),
    "沈阳": ("东北", "210106", "024"),
    "大连": ("东北", "210211", "0411"),
    "武汉": ("华中", "420115", "027"),
    "长沙": ("华中", "430121", "0731"),
    "郑州": ("华中", "410105", "0371"),
    "重庆": ("西南", "500112", "023"),
    "成都": ("西南", "510112", "028"),
}
_AREAS = dict.fromkeys(("DE", "FR", "IT", "ES", "NL", "PL", "GB"), "欧洲") | {
    "US": "北美",
    "JP": "亚太",
    "AU": "亚太",
    "AE": "中东",
}

# code|name without 有限公司|English name without Co., Ltd.|city|terms|habit|invoice size|per month|seller
_HOME = """\
C1001|上海朗沃汽车零部件|Shanghai Langwo Auto Parts|上海|net 60|prompt|104000|4.6|0
C1002|杭州启澜自动化科技|Hangzhou Qilan Automation|杭州|net 60|prompt|88000|4.0|1
C1003|苏州恒岳机电|Suzhou Hengyue Electromechanical|苏州|net 60|late|92000|3.6|0
C1004|合肥新翎新能源科技|Hefei Xinling New Energy|合肥|eom + 30|regular|86000|3.2|2
C1005|青岛海拓船舶配件|Qingdao Haituo Marine Fittings|青岛|net 60|late|72000|3.0|3
C1006|重庆渝驰工程机械|Chongqing Yuchi Construction Machinery|重庆|net 60|failing|54000|2.4|4
C1007|台州鼎川泵业|Taizhou Dingchuan Pumps|台州|net 60|prompt|58000|3.2|1
C1008|无锡博锐精密机械|Wuxi Borui Precision Machinery|无锡|net 45|regular|56000|3.0|0
C1009|佛山南匠五金建材|Foshan Nanjiang Hardware|佛山|net 30|worsening|42000|2.6|5
C1010|温州瑞固阀门制造|Wenzhou Ruigu Valves|温州|net 45|slow|44000|2.2|1
C1011|天津沽阳钢结构|Tianjin Guyang Steel Structures|天津|net 60|worsening|47000|2.0|3
C1012|常州天桁光伏支架|Changzhou Tianheng Solar Mounting|常州|net 60|bankrupt|59000|2.0|2
C1013|昆山恒岳精工|Kunshan Hengyue Precision Works|昆山|net 60|regular|46000|2.8|0
C1014|宁波甬砺模具|Ningbo Yongli Moulds|宁波|net 30|prompt|21000|3.4|1
C1015|嘉兴槜禾电器|Jiaxing Zuihe Electric|嘉兴|eom + 30|regular|33000|2.6|1
C1016|绍兴越砚纺织机械|Shaoxing Yueyan Textile Machinery|绍兴|net 45|seasonal|29000|2.2|1
C1017|金华婺峤电动工具|Jinhua Wuqiao Power Tools|金华|net 30|regular|36000|3.0|1
C1018|湖州苕霖家具配件|Huzhou Tiaolin Furniture Fittings|湖州|net 30|late|18000|2.4|2
C1019|南通崇屿重工装备|Nantong Chongyu Heavy Equipment|南通|net 60|regular|78000|2.2|2
C1020|徐州彭砺矿山机械|Xuzhou Pengli Mining Machinery|徐州|net 90|slow|52000|1.8|2
C1021|扬州邗泽照明|Yangzhou Hanze Lighting|扬州|net 30|prompt|16500|2.6|2
C1022|镇江润渡电气|Zhenjiang Rundu Electrical|镇江|eom + 30|regular|27000|2.2|2
C1023|盐城沧禾风电设备|Yancheng Canghe Wind Power Equipment|盐城|stages|regular|142000|1.2|2
C1024|芜湖鸠岭压缩机|Wuhu Jiuling Compressors|芜湖|net 60|prompt|48000|2.4|2
C1025|马鞍山翠螺轨道配件|Ma'anshan Cuiluo Rail Fittings|马鞍山|net 90|regular|61000|1.6|2
C1026|济南泺砚数控机床|Jinan Luoyan CNC Machine Tools|济南|net 45|regular|39000|2.0|3
C1027|烟台芝岚制冷设备|Yantai Zhilan Refrigeration|烟台|net 60|seasonal|41000|2.0|3
C1028|潍坊鸢翎农业装备|Weifang Yuanling Farm Equipment|潍坊|eom + 30|seasonal|34000|2.2|3
C1029|临沂沂筑板材|Linyi Yizhu Panels|临沂|net 30|erratic|14500|2.0|3
C1030|广州穗砼建筑科技|Guangzhou Suitong Building Technology|广州|stages|late|118000|1.2|5
C1031|深圳屿桥智能装备|Shenzhen Yuqiao Intelligent Equipment|深圳|net 45|prompt|63000|2.8|5
C1032|东莞莞铧五金制品|Dongguan Guanhua Metal Products|东莞|net 30|regular|23500|3.0|5
C1033|中山香栎灯饰|Zhongshan Xiangli Lamps|中山|net 30|late|15500|2.2|5
C1034|珠海斗澳游艇|Zhuhai Dou'ao Yachts|珠海|prepaid|erratic|49000|1.0|5
C1035|厦门鹭砌卫浴|Xiamen Luqi Sanitary Ware|厦门|net 45|regular|31000|2.2|4
C1036|泉州桐礁石材机械|Quanzhou Tongjiao Stone Machinery|泉州|net 60|slow|28000|1.6|4
C1037|福州榕锴电机|Fuzhou Rongkai Motors|福州|net 45|prompt|35000|2.2|4
C1038|北京朔衡轨道交通设备|Beijing Shuoheng Rail Transit Equipment|北京|stages|regular|165000|1.0|3
C1039|石家庄滹岭泵阀|Shijiazhuang Huling Pumps and Valves|石家庄|net 60|late|32000|1.8|3
C1040|沧州运砺管道装备|Cangzhou Yunli Piping|沧州|net 60|slow|37000|1.5|3
C1041|沈阳浑砺机床|Shenyang Hunli Machine Tools|沈阳|net 90|worsening|43000|1.3|3
C1042|大连湾舸船用设备|Dalian Wan'ge Marine Equipment|大连|net 60|regular|51000|1.6|3
C1043|武汉汉祁光电|Wuhan Hanqi Optoelectronics|武汉|net 45|prompt|38000|2.2|4
C1044|长沙湘硕起重机械|Changsha Xiangshuo Hoisting|长沙|net 60|late|57000|1.8|4
C1045|郑州嵩衡电缆桥架|Zhengzhou Songheng Cable Trays|郑州|net 60|erratic|30500|1.6|4
C1046|成都锦戎航空器材|Chengdu Jinrong Aviation Materials|成都|net 90|prompt|72000|1.4|4"""

# code|name|short name|country|currency|city|terms|habit|invoice size|per month|VAT number
_ABROAD = """\
C2001|Nordhaven Tools GmbH|Nordhaven Tools|DE|EUR|Hamburg|net 60|prompt|11800|3.4|DE100000008
C2002|Meridian Fastening Inc.|Meridian Fastening|US|USD|Cleveland, OH|net 60|late|12600|3.0|
C2003|Brackenmoor Fixings Ltd|Brackenmoor Fixings|GB|GBP|Sheffield|net 45|regular|6900|2.4|GB100000034
C2004|Sugihara Neji Kogyo K.K.|杉原螺子工業|JP|JPY|Higashi-Osaka|eom + 30|prompt|920000|2.4|
C2005|Atelier Vissac SAS|Atelier Vissac|FR|EUR|Saint-Étienne|eom + 30|regular|7400|2.0|FR88100000009
C2006|Bulloneria Valdastra S.r.l.|Bulloneria Valdastra|IT|EUR|Brescia|net 90|slow|8200|1.7|IT00100000017
C2007|Tornillería Albaríz S.L.|Tornillería Albaríz|ES|EUR|Zaragoza|net 60|late|5600|1.8|ESB10000008
C2008|Van Hoevelaken Bevestiging B.V.|Van Hoevelaken|NL|EUR|Eindhoven|net 30|prompt|6300|2.2|NL001000007B01
C2009|Kestrel Ridge Supply LLC|Kestrel Ridge Supply|US|USD|Tulsa, OK|net 45|worsening|8400|2.0|
C2010|Crownbolt Pacific Pty Ltd|Crownbolt Pacific|AU|USD|Geelong, VIC|net 60|regular|7900|1.6|
C2011|Thistlegate Engineering Ltd|Thistlegate Engineering|GB|GBP|Paisley|net 60|slow|5200|1.4|GB100000089
C2012|Minato Seiko Buhin K.K.|湊精工部品|JP|JPY|Hamamatsu|net 60|regular|640000|1.8|
C2013|Wentapol Sp. z o.o.|Wentapol|PL|EUR|Gliwice|net 45|erratic|4300|1.5|PL1000000006
C2014|Al Marjan Industrial Trading LLC|Al Marjan Industrial|AE|USD|Sharjah|prepaid|regular|9800|1.2|"""

# Companies under one parent.
GROUPS = {
    "恒岳集团": ("C1003", "C1013"),
    "海工客户": ("C1005", "C1034", "C1042"),
    "轨道交通": ("C1025", "C1038"),
    "Nordhaven Group": ("C2001", "C2008"),
}

# What happens to whom, beside ordinary trade (see ``incidents``).
INCIDENTS = {
    "C1001": "rebate promise_kept",
    "C1002": "dispute_closed",
    "C1003": "dispute_part promise_open promise_kept promise_broken",
    "C1004": "unallocated promise_kept",
    "C1005": "dispute_closed promise_broken promise_open",
    "C1006": "promise_broken promise_broken_old dispute_all",
    "C1009": "dispute_part promise_open",
    "C1010": "promise_broken promise_kept plan_broken",
    "C1011": "promise_broken_old promise_open",
    "C1012": "write_off promise_broken_old recovery",
    "C1013": "future_invoice bill_cleared",
    "C1015": "unallocated",
    "C1017": "rebate bill_cleared",
    "C1018": "promise_open promise_today",
    "C1019": "bill_held bill_discounted",
    "C1020": "promise_kept dispute_closed plan_running",
    "C1024": "refund bill_discounted",
    "C1027": "future_receipt",
    "C1029": "unallocated promise_broken",
    "C1030": "dispute_part",
    "C1032": "dispute_closed",
    "C1034": "advance",
    "C1036": "promise_open promise_broken",
    "C1038": "dispute_closed bill_cleared",
    "C1040": "dispute_all promise_broken_old old_debt",
    "C1041": "promise_open",
    "C1044": "promise_kept unallocated bill_bounced",
    "C1045": "dispute_closed",
    "C2001": "rebate dispute_closed",
    "C2002": "bank_charge promise_open dispute_part",
    "C2006": "promise_broken",
    "C2007": "bank_charge promise_kept",
    "C2009": "promise_open dispute_closed",
    "C2010": "refund bank_charge",
    "C2011": "promise_broken_old",
    "C2013": "unallocated",
    "C2014": "advance bank_charge",
}

_SURNAMES = "王李张刘赵黄吴徐孙胡朱高何郭马罗梁宋郑谢韩许邓冯曹彭曾肖田董"
_GIVEN = (
    "静怡 文博 雅琴 志远 思涵 国梁 晓峰 婉清 建明 雨桐 海燕 子墨 丽萍 浩然 佩瑶 明哲 素芬 俊杰 月华 天佑 "
    "秋实 慧敏 振宇 若兰 立新 嘉懿 永强 书瑶 泽楷 春晓"
).split()
_ABROAD_CONTACTS = (
    "Anneliese Brandt|Carol Whitaker|Owen Hartley|杉原 達也|Mathilde Roussel|Lorenzo Bettini|Inés Carrasco|"
    "Joost de Wit|Dale Sorensen|Megan Tully|Fiona Abernethy|湊 恵美|Kacper Lis|Yusuf Rahmani"
).split("|")


@dataclass(frozen=True, slots=True)
class Profile:
    """One customer to be: who it is, and the habits that make its ledger.

    ``size`` is its usual invoice in major units of ``currency``, ``rate`` invoices a month,
    ``seller`` an index into ``SALESPERSONS``; ``habit`` names how it pays.
    """

    code: str
    name: str
    short_name: str
    name_en: str
    country: str
    currency: str
    city: str
    region: str
    terms: str
    habit: str
    size: int
    rate: float
    seller: int
    language: str
    identifier: str
    phone: str
    contact: str
    incidents: frozenset[str]


def sample_uscc(division: str, number: int) -> str:
    """A credit code with valid check digits over a visibly made-up organisation number."""
    body = f"{number:08d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
    stem = f"91{division}{body}{'X' if rest == 10 else rest % 11}"  # noqa: PLR2004 - X is 10, GB 11714
    return f"{stem}{uscc.calc_check_digit(stem)}"


def sample_company() -> Company:
    """The letterhead of the sample company, a fastener maker."""
    return Company(
        name="甬联紧固件（宁波）有限公司",
        currency="CNY",
        name_en="Yonglian Fasteners (Ningbo) Co., Ltd.",
        identifier=sample_uscc("330206", 1000),
        address="浙江省宁波市北仑区样例路 88 号",
        phone="0574-5550 0088",
        email="credit@yonglian.example",
        contact="方雪莹",
        bank="样例银行宁波北仑支行",
        bank_name="甬联紧固件（宁波）有限公司",
        bank_account="6200 0000 0000 0000 088",
        swift="SAMPCNBNXXX",
        signer="方雪莹",
        signer_role="信用管理部经理",
        size_class="small",
        terms="net 60",
        sample=True,
    )


@cache
def profiles() -> tuple[Profile, ...]:
    """All sixty, home first."""
    return tuple(_home(n, line) for n, line in enumerate(_HOME.splitlines())) + tuple(
        _abroad(n, line) for n, line in enumerate(_ABROAD.splitlines())
    )


def _home(n: int, line: str) -> Profile:
    code, short, english, city, terms, habit, size, rate, seller = line.split("|")
    region, division, dialling = _CITIES[city]
    return Profile(
        code=code,
        name=f"{short}有限公司",
        short_name=short.removesuffix("科技").removesuffix("制造"),
        name_en=f"{english} Co., Ltd.",
        country="CN",
        currency="CNY",
        city=city,
        region=region,
        terms=STAGES if terms == "stages" else terms,
        habit=habit,
        size=int(size),
        rate=float(rate),
        seller=int(seller),
        language="zh",
        identifier=sample_uscc(division, 1001 + n),
        phone=f"{dialling}-5550 {1001 + n}",
        contact=_SURNAMES[n % len(_SURNAMES)] + _GIVEN[n * 7 % len(_GIVEN)],
        incidents=frozenset(INCIDENTS.get(code, "").split()),
    )


def _abroad(n: int, line: str) -> Profile:
    code, name, short, country, currency, city, terms, habit, size, rate, vat = line.split("|")
    return Profile(
        code=code,
        name=name,
        short_name=short,
        name_en=name,
        country=country,
        currency=currency,
        city=city,
        region=_AREAS[country],
        terms=terms,
        habit=habit,
        size=int(size),
        rate=float(rate),
        seller=len(SALESPERSONS) - 1,
        language="en",
        identifier=vat,
        phone=f"+00 555 01{n:02d}",
        contact=_ABROAD_CONTACTS[n],
        incidents=frozenset(INCIDENTS.get(code, "").split()),
    )
