"""Company names: the key under which two spellings of one name meet, and what is left without its parts.

Two names with the same key are taken for the same company: only the writing differs (width, case,
spaces, brackets, 有限责任公司 for 有限公司, Limited for Ltd). Another legal form, a missing place or
集团 may be another company and are left to ``app.domain.near_names`` to propose.
"""

from __future__ import annotations

import re
import unicodedata

_ZH_FORMS = (("有限责任公司", "有限公司"), ("股份公司", "股份有限公司"))
_ZH_ENDING = re.compile(
    r"(?:集团)?(?:股份有限公司|有限公司|合伙企业|总公司|公司|集团|总厂|经营部|商行|个体工商户)$"
)
_EN_FORMS = {
    "limited": "ltd",
    "incorporated": "inc",
    "company": "co",
    "corporation": "corp",
    "private": "pte",
    "pvt": "pte",
    "proprietary": "pty",
    "and": "&",
    "aktiengesellschaft": "ag",
    "aktiebolag": "ab",
    "aktieselskab": "as",
    "berhad": "bhd",
    "sendirian": "sdn",
}
_EN_ENDINGS = frozenset(
    "ltd inc co corp llc llp plc lp gmbh ag kg ohg ug se sa sas sarl srl spa bv nv ab as oy oyj aps "
    "kft doo sro zrt pty pte sdn bhd kk group holding holdings international & cv".split()
)
_WORD = re.compile(r"[^\W_]+|&")
_DOTTED = re.compile(r"\b(?:[a-z]\.[ ]?){2,}")
_BRACKETED = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_PLACES_ZH = (
    "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 "
    "山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 "
    "广西 西藏 宁夏 新疆 香港 澳门 中国 石家庄 太原 沈阳 大连 长春 哈尔滨 "
    "南京 苏州 无锡 常州 南通 扬州 徐州 盐城 镇江 泰州 昆山 常熟 张家港 杭州 "
    "宁波 温州 嘉兴 绍兴 金华 义乌 台州 湖州 合肥 芜湖 福州 厦门 泉州 南昌 "
    "济南 青岛 烟台 潍坊 临沂 郑州 洛阳 武汉 宜昌 襄阳 长沙 株洲 广州 深圳 "
    "东莞 佛山 珠海 中山 惠州 汕头 江门 南宁 桂林 海口 三亚 成都 绵阳 贵阳 "
    "昆明 西安 兰州 西宁 银川 乌鲁木齐"
).split()
_PLACE_START = re.compile(rf"^(?:(?:{'|'.join(_PLACES_ZH)})(?:特别行政区|自治区|省|市)?)+(?=.)")
_PLACES_EN = frozenset(
    "china hongkong shanghai shenzhen beijing guangzhou suzhou usa us uk europe asia deutschland germany "
    "france italia italy espana spain nederland netherlands japan korea india singapore malaysia "
    "taiwan".split()
)


def match_key(name: str) -> str:
    """The key of a name: half-width, caseless, no spaces, accents or punctuation, legal forms unified.

    苏州恒岳（集团）有限责任公司 → 苏州恒岳集团有限公司; ``ACME Co., Limited`` → ``acmecoltd``.
    """
    return "".join(_words(_plain(name)))


def core(name: str) -> str:
    """The key without legal form and 集团 or Group: what companies of one house share."""
    return _without_ending(_words(_plain(name)))


def bare(name: str) -> str:
    """The core without places and bracketed words: 恒岳(苏州)贸易 and 苏州恒岳贸易 → 恒岳贸易."""
    words = _words(_BRACKETED.sub(" ", _plain(name)))
    text = _without_ending([word for word in words if word not in _PLACES_EN])
    return _PLACE_START.sub("", text) or core(name)


def _plain(name: str) -> str:
    """Half-width, caseless, without accents."""
    text = unicodedata.normalize("NFKC", name).casefold()
    if text.isascii():
        return text
    # Recomposed so that Hangul and kana stay whole.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_ACCENTS))


def _words(text: str) -> list[str]:
    """The words, punctuation gone, legal forms in one spelling each."""
    if "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)
    words = [_EN_FORMS.get(word, word) for word in _WORD.findall(text)]
    if text.isascii() or not words:
        return words
    for written, form in _ZH_FORMS:
        words = [word.replace(written, form) for word in words]
    return words


def _without_ending(words: list[str]) -> str:
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _EN_ENDINGS:
        kept.pop()
    if len(kept) > 1 and kept[0] == "the":
        del kept[0]
    text = "".join(kept)
    return text if text.isascii() else _ZH_ENDING.sub("", text) or text
