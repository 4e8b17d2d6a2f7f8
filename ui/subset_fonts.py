#!/usr/bin/env python3
"""Cuts Noto Sans down to what Vietnamese offices read: two files a weight, as in ui/styles/fonts.css.

subset_fonts.py OUT
"""
import pathlib
import sys

from fontTools import subset

SOURCE = pathlib.Path("/usr/share/fonts/truetype/noto")
WEIGHTS = {"400": "NotoSans-Regular.ttf", "700": "NotoSans-Bold.ttf"}
# The same ranges stand in ui/styles/fonts.css.
RANGES = {
    "latin": "U+0020-007E,U+00A0-00FF,U+2010-2015,U+2018-201E,U+2022,U+2026,U+202F,U+2030,U+2190-2193,U+2212,U+00D7,U+2264-2265",
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,"
                  "U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+1EA0-1EF9,U+20AB",
}


def cut(weight, file, name, unicodes, out):
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]
    options.name_IDs = [1, 2]
    options.notdef_outline = True
    font = subset.load_font(str(SOURCE / file), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(unicodes.replace("U+", "")))
    subsetter.subset(font)
    subset.save_font(font, str(out / f"noto-sans-{weight}-{name}.woff2"), options)


def main(out):
    out.mkdir(parents=True, exist_ok=True)
    for weight, file in WEIGHTS.items():
        for name, unicodes in RANGES.items():
            cut(weight, file, name, unicodes, out)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
