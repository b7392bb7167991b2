"""Make the face of the English window out of Noto Sans SC: ``python packaging/latin_face.py``.

The quotes and the apostrophe of a Chinese face are as wide as a Chinese character, which tears English
words apart. The face has narrow ones too; here they take the place of the wide ones, and what is not
Latin is left out: a text in both scripts finds its Chinese in the whole face, with its own punctuation.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
FAMILY = "Holdfast Latin"
_FACES = {"Regular": "NotoSansSC_400Regular.ttf", "Bold": "NotoSansSC_700Bold.ttf"}
_NARROWED = (0x2018, 0x2019, 0x201C, 0x201D, 0x2026)
"""Single quotes and the apostrophe, double quotes, the ellipsis."""
_KEPT = (*range(0x20, 0x250), *range(0x2010, 0x2045), 0x20AC, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265)
_FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "tnum"]


def narrow_forms(font: TTFont) -> dict[str, str]:
    """The proportional glyph of each wide one, by the feature ``pwid``."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        for place in record.Feature.LookupListIndex if record.FeatureTag == "pwid" else ():
            for part in table.LookupList.Lookup[place].SubTable:
                found.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return found


def made(style: str) -> TTFont:
    """The face in one style."""
    font = TTFont(FONTS / _FACES[style], recalcTimestamp=False)
    narrow = narrow_forms(font)
    tables: list[Any] = [each for each in font["cmap"].tables if each.isUnicode() and hasattr(each, "cmap")]
    for table in tables:
        for code in _NARROWED:
            if code in table.cmap:
                table.cmap[code] = narrow.get(table.cmap[code], table.cmap[code])
    wanted = subset.Options(layout_features=_FEATURES, name_IDs=["*"], notdef_outline=True, hinting=False)
    cutter = subset.Subsetter(wanted)
    cutter.populate(unicodes=_KEPT)
    cutter.subset(font)
    names = {1: FAMILY, 4: f"{FAMILY} {style}", 6: f"HoldfastLatin-{style}", 16: FAMILY}
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.string)
    return font


def main() -> None:
    """Write both styles."""
    for style in _FACES:
        made(style).save(FONTS / f"HoldfastLatin-{style}.ttf")


if __name__ == "__main__":
    main()
