"""The text of PDFs as programs that receive CVs have it.

Prints JSON: for each reader a text for each file of a folder, with a form feed
after each page. PyMuPDF reads by content and position; pypdf is what many small
programs use.
"""

import json
import sys
from pathlib import Path

import pymupdf
import pypdf


def with_pymupdf(file: Path) -> str:
    with pymupdf.open(file) as pdf:
        return "".join(page.get_text() + "\f" for page in pdf)


def with_pypdf(file: Path) -> str:
    pages = pypdf.PdfReader(file).pages
    return "".join(page.extract_text() + "\f" for page in pages)


def main() -> None:
    files = sorted(Path(sys.argv[1]).iterdir())
    readers = {"PyMuPDF": with_pymupdf, "pypdf": with_pypdf}
    texts = {
        name: {file.name: read(file) for file in files}
        for name, read in readers.items()
    }
    json.dump(texts, sys.stdout)


main()
