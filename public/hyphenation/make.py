"""Copies the compiled hyphenation patterns that Merit has languages for.

They are files of the crate hypher, in the version that Cargo.lock names, so
that its own reader can test ours. Prints each file's edition, for the table in
crates/typeset/src/layout/patterns.rs.

    python3 public/hyphenation/make.py
"""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Our name of a language, and the crate's where it is another.
LANGUAGES = {
    tag: tag
    for tag in "bg cs da de el en es et fi fr hr hu is it lt nl pl pt ru sl sv tr uk".split()
} | {"nb": "no"}


def fingerprint(data: bytes) -> int:
    """FNV-1a, 64 bits, as in crates/typeset/src/fonts.rs."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def main() -> None:
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    found = subprocess.run(command, cwd=HERE, check=True, capture_output=True)
    packages = json.loads(found.stdout)["packages"]
    manifest = next(p["manifest_path"] for p in packages if p["name"] == "hypher")
    tries = Path(manifest).parent / "tries"
    for tag, theirs in sorted(LANGUAGES.items()):
        data = (tries / f"{theirs}.bin").read_bytes()
        (HERE / f"{tag}.bin").write_bytes(data)
        digits = f"{fingerprint(data):016x}"
        grouped = "_".join(digits[at : at + 4] for at in range(0, 16, 4))
        print(f'"{tag}" 0x{grouped}  {len(data)} bytes')


if __name__ == "__main__":
    main()
