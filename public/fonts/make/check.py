#!/usr/bin/env python3
"""Checks the fonts in the folder above against `manifest.toml` and against what
pages need of them; with --specimen FILE also writes a page that shows them all.

    pip install -r requirements.txt
    python3 check.py
"""
import argparse
import html
import pathlib
import tomllib

from fontTools.ttLib import TTFont

import make

LIMIT = 40_000_000
NEEDED = "åäöÅÄÖéßłşčŁŞČ„“”‘’–—•…€£§©·×−\u00a0"
TABLES = {"head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "name", "post"}
UNWANTED = {"fvar", "gvar", "avar", "STAT", "HVAR", "MVAR", "fpgm", "prep", "cvt ", "kern", "DSIG", "SVG ", "COLR", "CBDT", "sbix"}
SAMPLES = {
    "text": [
        "Åsa Öberg-Łukaszewicz",
        "Förbättrade leveranstiden med 38 % – från 3,4 till 2,1 dagar – för 120 kunder i „Norden“, Qatar & Fjärran Östern; office, fjord, affär, (rof) “f” fï.",
        "Şişli, Česká Třebová, Győr, Łódź, București, Čačak · ß ẞ € £ 1 234 567,89 • … — × − ½ 2019–2021 +46 (0)70-123 45 67",
        "^1 *source #& -> 3x4 initiativ Κα Άι, ΑΪ μηχανικός λογισμικού. Инженер-программист, Київ, Љубљана. Tiếng Việt",
    ],
    "greek-cyrillic": ["Καλημέρα Άνθρωπος ἀρχῇ ὁ λόγος", "Инженер-программист в Москве", "Київ, ґанок, Љубав, Ќе"],
    "arabic": ["مهندس برمجيات في ستوكهولم، ٢٠١٩–٢٠٢١", "مهندس نرم‌افزار، می‌خواهم، ۱۳۹۸", "الله لا ﻻ مُحَمَّد؟ (أحمد)"],
    "hebrew": ["מהנדס תוכנה בשטוקהולם, 2019–2021", "שָׁלוֹם עֲלֵיכֶם ₪ ״צה״ל״"],
    "chinese-simplified": ["软件工程师，斯德哥尔摩，二〇一九年至今。", "负责“增长”与《产品》：喆、赟、昇、镕、彧…"],
    "chinese-traditional": ["軟體工程師，斯德哥爾摩，二〇一九年迄今。", "負責「成長」與《產品》：堃、峯、裏、體…"],
    "japanese": ["ソフトウェアエンジニア、ストックホルム。", "職務経歴書「髙橋・山﨑・渡邊」ﾊﾝｶｸ、塡剝頰叱"],
    "korean": ["소프트웨어 엔지니어, 스톡홀름. 뷁 똠 펲", "이력서 金李朴崔 「경력」 大韓民國"],
    "emoji": ["😀👍🏽👩‍💻🇸🇪❤️⭐️📞✉️🏠🔗 1️⃣", "🎓💼📍📅🌍🏆👨‍👩‍👧‍👦"],
}


def problems(entry: dict, family: dict) -> list[str]:
    found = []
    path = make.FONTS / entry["file"]
    data = path.read_bytes()
    if len(data) != entry["bytes"] or f"{make.fingerprint(data):016x}" != entry["edition"]:
        found.append("is not the edition of the manifest")
    font = TTFont(path)
    for tag in font.keys():
        font[tag]  # parses
    tables = set(font.keys())
    held = font.getBestCmap()
    if lacking := TABLES - tables:
        found.append(f"lacks {lacking}")
    if (unwanted := UNWANTED & tables) and family["use"] != "first":
        found.append(f"has {unwanted}")
    if not {"glyf", "loca"} <= tables:
        found.append("has no outlines")
    if entry["use"] == "text" and (lacking := [c for c in NEEDED if ord(c) not in held]):
        found.append(f"lacks {lacking}")
    metrics, head, hhea = font["OS/2"], font["head"], font["hhea"]
    em = head.unitsPerEm
    if family["use"] != "first":
        names = [font["name"].getDebugName(n) for n in (1, 16, 17)]
        if names != [entry["family"], None, None]:
            found.append(f"is called {names}")
        if bool(metrics.fsSelection & 1) != entry["italic"] or bool(head.macStyle & 2) != entry["italic"]:
            found.append("is marked with another slope")
        if bool(font["post"].italicAngle) != entry["italic"]:
            found.append(f"leans by {font['post'].italicAngle}")
        if metrics.usWeightClass != entry["weight"]:
            found.append(f"has the weight {metrics.usWeightClass}")
        if (metrics.fsSelection & 0x80) and (metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap) != (
            hhea.ascent, hhea.descent, hhea.lineGap
        ):  # fmt: skip
            found.append("has two kinds of ascent")
    if not font["name"].getDebugName(13) and not font["name"].getDebugName(0):
        found.append("names neither owner nor licence")
    if metrics.fsType != 0:
        found.append("may not be embedded")
    high = (hhea.ascent - hhea.descent + hhea.lineGap) / em
    if not (1.1 <= high <= 1.6) and family["set"] != "arabic" or hhea.descent >= 0:
        found.append(f"makes lines of {high:.2f} em")
    glyphs = font.getGlyphSet()
    empty = [c for c in map(ord, "aÅé€•") if c in held and not font["hmtx"][held[c]][0]]
    if empty:
        found.append(f"has no width for {empty}")
    if entry["use"] == "text" and len({glyphs[make.tabular(font, held[c])].width for c in range(0x30, 0x3A)}) != 1:
        found.append("has no figures of one width")
    return found


def specimen(fonts: list[dict], sets: dict[str, str]) -> str:
    faces, body = [], []
    for entry in fonts:
        name = pathlib.Path(entry["file"]).stem
        faces.append(f'@font-face {{ font-family: "{name}"; src: url("{(make.FONTS / entry["file"]).as_uri()}") }}')
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in SAMPLES[sets[entry["family"]]])
        body.append(f"<section style='font-family: \"{name}\", none'><h2>{name}</h2>{lines}</section>")
    style = "body { font-size: 17px; line-height: 1.4 } h2 { font: 11px monospace; margin: 8px 0 0 } p { margin: 0 }"
    return f"<!doctype html><meta charset=utf-8><style>{style} {''.join(faces)}</style>{''.join(body)}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("--specimen", type=pathlib.Path)
    arguments.add_argument("--family", help="only this family on the specimen")
    arguments = arguments.parse_args()
    recipe = tomllib.loads((make.MAKE / "fonts.toml").read_text())
    families = {family["name"]: family for family in recipe["families"]}
    fonts = tomllib.loads((make.FONTS / "manifest.toml").read_text())["fonts"]
    found = [f"{entry['file']} {what}" for entry in fonts for what in problems(entry, families[entry["family"]])]
    listed = {entry["file"] for entry in fonts}
    for path in sorted(make.FONTS.iterdir()):
        if path.suffix in (".ttf", ".otf") and path.name not in listed:
            found.append(f"{path.name} is not in the manifest")
    for entry in fonts:
        if not (make.FONTS / entry["licence"]).exists():
            found.append(f"{entry['file']} has no licence")
    if (total := sum(entry["bytes"] for entry in fonts)) > LIMIT:
        found.append(f"the files have {total} bytes")
    if arguments.specimen:
        shown = [entry for entry in fonts if arguments.family in (None, entry["family"])]
        arguments.specimen.write_text(specimen(shown, {name: family["set"] for name, family in families.items()}))
    print("\n".join(found) or f"{len(fonts)} files are as they should be, {total / 1e6:.1f} MB")
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()
