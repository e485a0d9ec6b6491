"""What PDFs are to those who do not see them.

Looks at each file of a folder with two libraries: page-validation holds it
against the standards that it claims, pikepdf walks the structure tree and the
content of the pages. Prints JSON: a list of complaints for each file, and what
the tree says, for tests that know more of the document.
"""

import json
import re
import sys
from pathlib import Path

import page
import pikepdf

BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Figure"}
CHILDREN = {
    "Document": BLOCKS | {"Part", "Sect", "Div"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
}


def claims(pdf: pikepdf.Pdf) -> list[str]:
    """The profiles that the file says it keeps."""
    with pdf.open_metadata() as metadata:
        profiles = []
        if metadata.get("pdfuaid:part") == "1":
            profiles.append("ua1")
        part = metadata.get("pdfaid:part")
        if part:
            profiles.append(part + metadata.get("pdfaid:conformance", "").lower())
        return profiles


class Tree:
    """The structure tree: its elements, and the content that is in it."""

    def __init__(self, pdf: pikepdf.Pdf):
        self.pdf = pdf
        self.complaints: list[str] = []
        self.tags: list[str] = []
        self.marks: set[tuple[int, int]] = set()
        self.order: list[tuple[int, int]] = []
        self.links = 0
        self.hyphens = 0
        self.languages: list[str] = []
        self.heading = 0
        self.pages = {page.objgen: number for number, page in enumerate(self.numbered())}
        root = pdf.Root.StructTreeRoot
        for kid in self.kids(root):
            self.element(kid, None)

    def numbered(self):
        return [page.obj for page in self.pdf.pages]

    @staticmethod
    def kids(element) -> list:
        kids = element.get("/K")
        if kids is None:
            return []
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def element(self, element, parent: str | None) -> None:
        tag = str(element.S)[1:]
        self.tags.append(tag)
        allowed = CHILDREN.get(parent)
        if allowed is not None and tag not in allowed:
            self.complaints.append(f"{tag} within {parent}")
        if tag[0] == "H" and tag[1:].isdigit():
            level = int(tag[1:])
            if level > self.heading + 1:
                self.complaints.append(f"{tag} after H{self.heading}")
            self.heading = level
        if tag == "LI":
            inside = [str(kid.S)[1:] for kid in self.kids(element)]
            if inside != ["Lbl", "LBody"]:
                self.complaints.append(f"a list item of {inside}")
        if tag == "Figure" and not str(element.get("/Alt", "")):
            self.complaints.append("a figure without words for it")
        if tag == "Span":
            if str(element.get("/ActualText", "")) == "\u00ad":
                self.hyphens += 1
            elif "/Lang" in element:
                self.languages.append(str(element.Lang))
            else:
                self.complaints.append("a span that says nothing")
        before = len(self.order)
        objects = 0
        for kid in self.kids(element):
            objects += self.kid(kid, element, tag)
        if tag == "Link" and (objects == 0 or len(self.order) == before):
            self.complaints.append("a link without its annotation or its text")

    def kid(self, kid, element, tag: str) -> int:
        """Takes one child; returns 1 for an annotation."""
        if not isinstance(kid, pikepdf.Dictionary):
            self.mark(element.Pg, int(kid))
            return 0
        kind = kid.get("/Type")
        if kind == "/MCR":
            self.mark(kid.get("/Pg", element.get("/Pg")), int(kid.MCID))
        elif kind == "/OBJR":
            annotation = kid.Obj
            if tag != "Link" or annotation.Subtype != "/Link":
                self.complaints.append(f"{annotation.Subtype} in {tag}")
            if not str(annotation.get("/Contents", "")):
                self.complaints.append("a link annotation without words")
            self.links += 1
            return 1
        else:
            self.element(kid, tag)
        return 0

    def mark(self, page, number: int) -> None:
        mark = (self.pages[page.objgen], number)
        if mark in self.marks:
            self.complaints.append(f"content {mark} twice in the tree")
        self.marks.add(mark)
        self.order.append(mark)


def lengths_are_true(file: Path) -> bool:
    """Whether every stream is as long as its dictionary says.

    Where compressed data happens to end with a carriage return, page-validation
    takes it for a part of the line's end and complains.
    """
    data = file.read_bytes()
    for start in re.finditer(rb"/Length (\d+)[^>]*(?:>[^>]+)*>>\s*stream\n", data):
        if not data.startswith(b"\nendstream", start.end() + int(start[1])):
            return False
    return True


SHOWS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}


def content(pdf: pikepdf.Pdf, tree: Tree) -> list[str]:
    """Every mark on a page is in the tree or an artifact, and nothing is outside."""
    complaints = []
    found = set()
    for number, sheet in enumerate(pdf.pages):
        stack: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(sheet):
            name = str(operator)
            if name in ("BDC", "BMC"):
                tag = str(operands[0])[1:]
                properties = operands[1] if len(operands) > 1 else None
                if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
                    found.add((number, int(properties.MCID)))
                elif tag == "Artifact":
                    pass
                elif not stack:
                    complaints.append(f"{tag} on page {number + 1} is in no tree")
                stack.append(tag)
            elif name == "EMC":
                stack.pop()
            elif name in SHOWS and not stack:
                complaints.append(f"{name} on page {number + 1} is not marked")
    for mark in sorted(found - tree.marks):
        complaints.append(f"content {mark} is not in the tree")
    for mark in sorted(tree.marks - found):
        complaints.append(f"content {mark} of the tree is on no page")
    return complaints


def look(file: Path) -> dict:
    complaints = []
    with pikepdf.open(file) as pdf:
        profiles = claims(pdf)
        for profile in profiles:
            report = page.validate_pdf(file, profile=profile)
            if not report.is_compliant:
                for failure in report.failures:
                    if "STREAM-LENGTH" in failure.rule_id and lengths_are_true(file):
                        continue
                    complaints.append(f"{profile}: {failure.rule_id} {failure.message}")
        tree = Tree(pdf)
        complaints += tree.complaints
        complaints += content(pdf, tree)
        language = str(pdf.Root.get("/Lang", ""))
        if not language:
            complaints.append("no language")
        links = sum(len(sheet.get("/Annots", [])) for sheet in pdf.pages)
        if links != tree.links:
            complaints.append(f"{links} link annotations, {tree.links} in the tree")
        columns = [mark[0] for mark in tree.order]
    return {
        "complaints": complaints,
        "claims": profiles,
        "language": language,
        "tags": " ".join(tree.tags),
        "hyphens": tree.hyphens,
        "languages": " ".join(tree.languages),
        "pages": columns,
    }


def main() -> None:
    files = sorted(Path(sys.argv[1]).iterdir())
    json.dump({file.name: look(file) for file in files}, sys.stdout)


main()
