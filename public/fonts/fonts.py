#!/usr/bin/env python3
"""Makes the TTF files in this folder from their published sources.

    pip install fonttools==4.68.0 brotli fontpkg-source-serif-4==4.4
    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    python3 fonts.py package

One merged file a style for Latin, extended Latin, Greek and Cyrillic: slices by
script would break shaping across scripts. No hinting (pages are set for print)
and no contextual alternates: Inter's turn `->` into an arrow and `3x4` into
`3×4`, which is not what a person wrote.
"""
import pathlib
import sys

import fontpkg_source_serif_4
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin, Latin-1, Extended-A and -B
    (0x0259, 0x0259), (0x02B0, 0x02DD),  # schwa, modifier letters
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin additional: Vietnamese, Welsh
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F),
    (0x2150, 0x215F), (0x2190, 0x2199), (0x2200, 0x22FF), (0x25A0, 0x25FF),
    (0x2605, 0x2606), (0x2713, 0x2717), (0xFB00, 0xFB04), (0xFFFD, 0xFFFD),
]
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum", "pnum", "case"]
HERE = pathlib.Path(__file__).parent


def make(font: TTFont, name: str) -> None:
    options = subset.Options(
        layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14]
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
    subsetter.subset(font)
    font.flavor = None
    # The time of making would make every run another file.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(HERE / f"{name}.ttf")


def main(inter: pathlib.Path) -> None:
    for style in ["Regular", "Italic", "SemiBold", "SemiBoldItalic"]:
        make(TTFont(inter / "web" / f"Inter-{style}.woff2", recalcTimestamp=False), f"inter-{style.lower()}")
    files = pathlib.Path(fontpkg_source_serif_4.__file__).parent / "files"
    serif = TTFont(files / "SourceSerif4[opsz,wght].ttf", recalcTimestamp=False)
    instance = instancer.instantiateVariableFont(serif, {"opsz": 28, "wght": 520}, updateFontNames=False)
    make(instance, "source-serif-display")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
